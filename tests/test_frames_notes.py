"""What a note tells of the paper that calls it."""

import pytest

from kg.analyse import analyse
from tests import drafts

REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả cấp phép\n\n"
A, B, C = "30/2020/NĐ-CP", "45/2022/NĐ-CP", "46/2023/NĐ-CP"
OLD, OLDER = "45/2012/NĐ-CP", "46/2008/NĐ-CP"
BESIDE = f"Việc cấp phép theo Nghị định số {A}[1] đã đi vào nền nếp."
APART = f"Theo Nghị định số {A}, việc cấp phép đã đi vào nền nếp[1]."
TITLED = f"Việc cấp phép theo Nghị định số {A} về cấp phép khai thác[1] đã đi vào nền nếp."


def links(text, note):
    a = analyse(f"{REPORT}{text}\n\n[1] {note}\n")
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize("text", [BESIDE, TITLED])
@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Đã được sửa đổi, bổ sung bởi Nghị định số {B} ngày 7/7/2022.", {(B, "amends", A)}),
        (f"Nay bị thay thế bởi Nghị định số {B}, Nghị định số {C}.", {(B, "replaces", A), (C, "replaces", A)}),
        (f"Bị bãi bỏ theo Nghị định số {B}; xem thêm Nghị định số {C}.", {(B, "repeals", A)}),
        (f"Thay thế Nghị định số {OLD}.", {(A, "replaces", OLD)}),
        (f"Sửa đổi một số điều của Nghị định số {OLD} và Nghị định số {OLDER}.", {(A, "amends", OLD), (A, "amends", OLDER)}),
        # of another kind, denied or told otherwise, of what the note itself is about
        ("Đã được sửa đổi, bổ sung bởi Thông tư số 45/2022/TT-BYT.", set()),
        (f"Chưa được sửa đổi bởi Nghị định số {B}.", set()),
        (f"Thay thế các biểu mẫu tại Nghị định số {OLD}.", set()),
    ],
)
def test_the_paper_right_before_the_call(text, note, want):
    assert links(text, note) == want


@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Nghị định có hiệu lực từ ngày 01/7/2020; thay thế Nghị định số {OLD}.", {(A, "replaces", OLD)}),
        (f"Thông tư có hiệu lực từ ngày 01/7/2020; thay thế Nghị định số {OLD}.", set()),  # no circular calls it
    ],
)
def test_a_paper_further_off_is_meant_by_its_type(note, want):
    assert links(APART, note) == want


@pytest.mark.parametrize(
    ("text", "note", "provisions"),
    [
        (BESIDE, f"Được sửa đổi khoản 2 Điều 4 bởi Nghị định số {B}.", [{"dieu": "4", "khoan": "2"}]),
        (BESIDE.replace("Nghị", "khoản 3 Điều 7 Nghị", 1), f"Được bãi bỏ bởi Nghị định số {B}.", [{"dieu": "7", "khoan": "3"}]),
        (BESIDE, f"Được bãi bỏ bởi Nghị định số {B}.", []),
    ],
)
def test_which_provisions_were_changed(text, note, provisions):
    (link,) = [r for r in analyse(f"{REPORT}{text}\n\n[1] {note}\n").relations if r.frame == "footnote"]
    assert [p.as_dict() for p in link.provisions] == provisions
    assert link.scope == ("partial" if provisions else None)


RULES = "45/2022/TT-BYT"


@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Được hướng dẫn bởi Thông tư số {RULES}.", {(RULES, "guides", A)}),
        (f"Được quy định chi tiết tại Thông tư số {RULES}.", {(RULES, "guides", A)}),
        (f"Hết hiệu lực từ ngày 01/7/2022 theo Nghị định số {B}.", {(B, "repeals", A)}),
        (f"Hết hiệu lực theo quy định tại khoản 2 Điều 9 Nghị định số {B}.", {(B, "repeals", A)}),
        (f"Ban hành ngày 03/4/2020; được thay thế bởi Nghị định số {B}.", {(B, "replaces", A)}),
        (f"Được ban hành ngày 03/4/2020, sửa đổi Nghị định số {OLD}.", {(A, "amends", OLD)}),
        # denied, of a lower kind, of another matter
        (f"Chưa được hướng dẫn bởi Thông tư số {RULES}.", set()),
        (f"Chưa hết hiệu lực theo Nghị định số {B}.", set()),
        (f"Hết hiệu lực theo Thông tư số {RULES}.", set()),
        (f"Được in ngày 03/4/2020, sửa đổi Nghị định số {OLD}.", set()),
        (f"Phụ lục II được in lại bởi Nghị định số {B}.", set()),
    ],
)
def test_what_else_a_note_tells(note, want):
    assert links(BESIDE, note) == want


@pytest.mark.parametrize(
    ("note", "provisions"),
    [
        (f"Khoản 2 Điều 4 được sửa đổi bởi Nghị định số {B}.", [{"dieu": "4", "khoan": "2"}]),
        (f"Điều 4 đã được bãi bỏ bởi khoản 3 Điều 2 Nghị định số {B}.", [{"dieu": "4"}]),
        (f"Sửa đổi một số điều của Nghị định số {OLD}.", []),
    ],
)
def test_parts_that_are_named_first_or_not_at_all(note, provisions):
    (link,) = [r for r in analyse(f"{REPORT}{BESIDE}\n\n[1] {note}\n").relations if r.frame == "footnote"]
    assert ([p.as_dict() for p in link.provisions], link.scope) == (provisions, "partial")


@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Được thay thế bởi Nghị định số {B}.", (B, "replaces", A)),
        ("Được thay thế bởi Thông tư số 46/2022/TT-BYT.", ("46/2022/TT-BYT", "replaces", "47/2021/TT-BYT")),
        ("Được hướng dẫn bởi Thông tư số 46/2022/TT-BYT.", ("46/2022/TT-BYT", "guides", "47/2021/TT-BYT")),
    ],
)
def test_of_the_papers_before_the_call_the_last_that_fits(note, want):
    text = f"Theo Nghị định số {A} về khai thác và Thông tư số 47/2021/TT-BYT, việc cấp phép đã đi vào nền nếp[1]."
    got = links(text.replace(", việc cấp phép đã đi vào nền nếp[1]", "[1]"), note)
    assert got == {want}


TEXT = "BỘ Y TẾ\nSố: 5/{}-BYT\nHà Nội, ngày 5 tháng 8 năm 2023\n{}\nVề khám bệnh\n\nViệc khám theo Thông tư số 30/2020/TT-BYT{}.\n\n[1] {} thay thế Thông tư số 12/2012/TT-BYT.\n"
RIGHT_BEFORE, FURTHER_OFF = "[1] ngày 3/4/2020", " ngày 3/4/2020, nay đã đi vào nền nếp[1]"


@pytest.mark.parametrize(
    ("code", "kind", "call", "who", "is_told"),
    [
        ("BC", "BÁO CÁO", FURTHER_OFF, "Thông tư", True),
        ("BC", "BÁO CÁO", RIGHT_BEFORE, "Nghị định", False),
        # the text itself, or the act that it repeats, may be meant unless the call stands beside another
        ("TT", "THÔNG TƯ", FURTHER_OFF, "Thông tư này", False),
        ("VBHN", "VĂN BẢN HỢP NHẤT", FURTHER_OFF, "Thông tư này", False),
        ("VBHN", "VĂN BẢN HỢP NHẤT", RIGHT_BEFORE, "Thông tư", True),
    ],
)
def test_whom_a_note_means(code, kind, call, who, is_told):
    a = analyse(TEXT.format(code, kind, call, who))
    subjects = {r.subject for r in a.relations if r.frame == "footnote"}
    assert subjects == ({m.target for m in a.mentions if m.number == "30/2020/TT-BYT"} if is_told else set())


def test_a_letter_that_puts_right_what_calls_the_note():
    text = (
        "Theo Nghị quyết số 05/2024/NQ-HĐND(1) ngày 28/3/2024 của HĐND tỉnh Hải Dương.\n_______\n"
        "(1) Được đính chính tại Công văn số 61/HĐND-VP ngày 15/4/2024 của HĐND tỉnh Hải Dương.\n"
    )
    a = analyse(text)
    number = {d.id: d.number for d in a.documents}
    got = [(number[r.subject], r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"]
    assert got == [("61/HĐND-VP", "corrects", "05/2024/NQ-HĐND")]


@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Ngày 03/4/2020 của Chính phủ, thay thế Nghị định số {OLD}.", {(A, "replaces", OLD)}),
        (
            f"Ngày 03/4/2020, của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật số 10/2012/QH13;"
            f" được sửa đổi, bổ sung một số điều bởi Nghị định số {B}.",
            {(A, "guides", "10/2012/QH13"), (B, "amends", A)},
        ),
        (
            f"Của Chính phủ về khai thác; thay thế Nghị định số {OLD}, Nghị định số {OLDER}.",
            {(A, "replaces", OLD), (A, "replaces", OLDER)},
        ),
        # nothing is done to what the note merely names, and nothing by what is not of the caller
        (f"Ngày 03/4/2020 của Chính phủ; xem Nghị định số {OLD}.", set()),
        (f"Ngày 03/4/2020 của Chính phủ, không thay thế gì ở Nghị định số {OLD}.", set()),
    ],
)
def test_a_note_that_goes_on_with_the_day_and_body(note, want):
    assert links(BESIDE, note) == want


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Quyết định này thay thế các quyết định trước đây của UBND tỉnh về khai thác", {"12/2019/QĐ-UBND", "15/2020/QĐ-UBND"}),
        ("Quyết định này không thay thế các quyết định trước đây của UBND tỉnh", set()),
        ("Sở Tư pháp đề xuất thay thế các quyết định trước đây của UBND tỉnh", set()),
    ],
)
def test_the_text_ends_in_general_words_the_papers_of_a_note(said, want):
    text = f"UBND TỈNH SƠN LA\nSố: 9/2022/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nQUYẾT ĐỊNH\nVề cấp phép\n\n{said}[1].\n"
    a = analyse(f"{text}\n[1] Quyết định số 12/2019/QĐ-UBND và Quyết định số 15/2020/QĐ-UBND.\n")
    names = {d.id: d.number for d in a.documents}
    assert {names[r.object] for r in a.relations if r.predicate == "replaces"} == want


PLANNED = "Sở Y tế đã ban hành Kế hoạch số 8/KH-SYT ngày 05/01/2024. "


@pytest.mark.parametrize(
    ("head_", "ends"),
    [(drafts.PLAN, {("self", "replaces", "5/KH-UBND")}), (drafts.REPORT, set()), (drafts.PLAN + PLANNED, set())],
)
def test_which_paper_ends_those_of_a_note(head_, ends):
    assert drafts.said(f"{head_}Kế hoạch này thay thế kế hoạch trước đây[1].\n\n[1] Kế hoạch số 5/KH-UBND ngày 01/2/2022.") == ends


@pytest.mark.parametrize(
    ("rest", "links_"),
    [
        ("; thay thế Nghị định số 09/2010/NĐ-CP.", {("36/2016/NĐ-CP", "replaces", "09/2010/NĐ-CP")}),
        ("; không thay thế Nghị định số 09/2010/NĐ-CP.", set()),
        ("; Bộ đã bãi bỏ Nghị định số 09/2010/NĐ-CP.", set()),
        (". Trước đó, Bộ thực hiện Nghị định số 09/2010/NĐ-CP.", set()),
    ],
)
def test_who_does_what_a_note_goes_on_with(rest, links_):
    text = f"{drafts.REPORT}Theo Nghị định số 36/2016/NĐ-CP[1].\n\n[1] Ngày 22/10/2016 của Chính phủ{rest}"
    assert {link for link in drafts.said(text) if link[0] == "36/2016/NĐ-CP"} == links_


@pytest.mark.parametrize("note", ["Được điều chỉnh, bổ sung tại", "Sửa đổi, bổ sung tại", "Sửa đổi, bổ sung bởi"])
def test_ways_to_say_that_a_paper_was_changed(note):
    text = f"{drafts.REPORT}Theo Nghị định số 36/2016/NĐ-CP[1].\n\n[1] {note} Nghị định số 17/2022/NĐ-CP ngày 31/01/2022."
    assert drafts.said(text) == {("17/2022/NĐ-CP", "amends", "36/2016/NĐ-CP")}


def test_a_call_before_a_colon():
    text = f"{drafts.REPORT}Thời Nghị định số 78/2015/NĐ-CP[1]: in đủ giấy tờ.\n\n[1] Được sửa đổi bởi Nghị định số 108/2018/NĐ-CP."
    assert drafts.said(text) == {("108/2018/NĐ-CP", "amends", "78/2015/NĐ-CP")}


@pytest.mark.parametrize(
    ("note", "predicate", "scope"),
    [
        ("Hết hiệu lực; được thay thế bởi", "replaces", None),
        ("Đã hết hiệu lực, thay thế bởi", "replaces", None),
        ("Tạm ngưng hiệu lực Điều 11 theo", "suspends", "partial"),
        ("Mục III Phụ lục được sửa đổi tại", "amends", "partial"),
        ("Thay thế", "replaces", None),
        ("Có hiệu lực cùng", None, None),
    ],
)
def test_what_became_of_the_caller(note, predicate, scope):
    text = f"{drafts.REPORT}Theo Quyết định số 47/2022/QĐ-UBND ngày 30/9/2022[1].\n\n[1] {note} Quyết định số 88/2021/QĐ-UBND ngày 17/10/2021."
    text = text.replace("88/2021", "88/2025").replace("17/10/2021", "17/10/2025") if note != "Thay thế" else text
    got = [(r.predicate, r.scope) for r in analyse(text).relations if r.frame == "footnote"]
    assert got == ([(predicate, scope)] if predicate else [])


@pytest.mark.parametrize(("why", "links_"), [("để triển khai", {("23/2021/QĐ-TTg", "implements", "68/NQ-CP")}), ("cùng ngày với", set())])
def test_why_the_caller_was_issued(why, links_):
    text = f"{drafts.REPORT}Theo Quyết định số 23/2021/QĐ-TTg[1].\n\n[1] Ban hành {why} Nghị quyết số 68/NQ-CP ngày 01/7/2021."
    assert drafts.said(text) == links_


@pytest.mark.parametrize(
    ("note", "replaced"),
    [
        (f"Nay là Nghị định số {B} ngày 3/4/2022 của Chính phủ", True),
        (f"Nay được thay bằng Nghị định số {B}", True),
        (f"Nay là khoản 2 Điều 5 Nghị định số {B}", False),  # where the rule stands now
        (f"Nay thực hiện theo Nghị định số {B}", False),
        ("Nay là Luật số 45/2022/QH15", False),
    ],
)
def test_what_the_caller_is_now(note, replaced):
    got = links(BESIDE, note)
    assert any(predicate == "replaces" for _, predicate, _ in got) is replaced
