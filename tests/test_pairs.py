"""Grounds that were amended, and which of the papers of a title amends the last."""

import pytest

from kg.analyse import analyse

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 15/QĐ-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc giao chỉ tiêu\n\n"
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\n"
)
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 34/KH-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\nKẾ HOẠCH\nVề dược liệu năm 2024\n\n"
    "I. CĂN CỨ PHÁP LÝ\n\n"
)
A, B = "09/2015/NĐ-CP", "65/2021/NĐ-CP"


def links(text, *predicates):
    a = analyse(text)
    names = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "this"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate in predicates}


@pytest.mark.parametrize(
    "ground",
    [
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ được sửa đổi, bổ sung bởi Nghị định số {B} ngày 30/6/2021",
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ quy định về dược liệu (được sửa đổi, bổ sung bởi Nghị định số {B} ngày 30/6/2021)",
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ, sửa đổi, bổ sung tại Nghị định số {B} ngày 30/6/2021",
    ],
)
@pytest.mark.parametrize("text", [DECISION + "Căn cứ {};\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu.", PLAN + "- {};\n\nII. MỤC TIÊU\nTrồng 5 ha."])
def test_a_ground_stands_as_it_was_amended(ground, text):
    want = {("this", "basedOn", A), ("this", "basedOn", B), (B, "amends", A)}
    assert links(text.format(ground), "basedOn", "amends") == want


def test_what_amends_a_paper_named_in_passing_is_no_ground():
    text = (
        DECISION + "Căn cứ Luật Dược số 105/2016/QH13;\n\nQUYẾT ĐỊNH:\n"
        f"Điều 1. Chi theo Nghị định số {A} ngày 22/01/2015 (được sửa đổi bởi Nghị định số {B} ngày 30/6/2021)."
    )
    assert {o for _, _, o in links(text, "basedOn")} == {"105/2016/QH13"}


@pytest.mark.parametrize(
    ("title", "amender"),
    [
        # what is amended is a circular: the circular amends it, not the decree named last
        ("Thông tư số 80/2021/TT-BTC ngày 29/9/2021 hướng dẫn thi hành Nghị định số 126/2020/NĐ-CP ngày 19/10/2020 quy định chi tiết "
         "Luật Quản lý thuế và sửa đổi, bổ sung một số điều của Thông tư số 40/2021/TT-BTC ngày 01/6/2021", "80/2021/TT-BTC"),
        ("Thông tư số 80/2021/TT-BTC ngày 29/9/2021 hướng dẫn Nghị định số 126/2020/NĐ-CP ngày 19/10/2020 sửa đổi, bổ sung một số điều của "
         "Nghị định số 83/2013/NĐ-CP ngày 22/7/2013", "126/2020/NĐ-CP"),
    ],
)  # fmt: skip
def test_which_of_a_title_amends(title, amender):
    assert {s for s, _, _ in links(f"Thực hiện theo {title}.", "amends")} == {amender}


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Xét đơn ngày 12/8/2023 của ông Lò Văn Sơn khiếu nại Quyết định số 08/QĐ-UBND ngày 05/6/2023 của UBND huyện Mai Sơn;", set()),
        ("Xét đơn ngày 12/8/2023 của ông Lò Văn Sơn và Báo cáo số 08/BC-STP ngày 05/6/2023 của Sở Tư pháp;", {"08/BC-STP"}),
        ("Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 08/TTr-SYT ngày 05/6/2023;", {"08/TTr-SYT"}),
    ],
)
def test_a_decision_that_somebody_contests_is_no_ground(words, want):
    assert {o for _, _, o in links(f"{DECISION}{words}\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu.", "basedOn")} == want


@pytest.mark.parametrize(
    ("title", "want"),
    [
        ("sửa đổi, bổ sung khoản 3 Điều 4 và bãi bỏ Điều 9", {("amends", ("4",)), ("repeals", ("9",))}),
        ("bãi bỏ Điều 9", {("repeals", ("9",))}),
        ("sửa đổi, bổ sung khoản 3 Điều 4 và Điều 9", {("amends", ("4", "9"))}),
    ],
)
def test_a_title_that_tells_of_two_effects(title, want):
    a = analyse(f"Kết quả: Nghị quyết số 11/2024/NQ-HĐND ngày 12/7/2024 {title} Nghị quyết số 21/2018/NQ-HĐND ngày 07/12/2018 của HĐND tỉnh.")
    got = {(r.predicate, tuple(p.dieu for p in r.provisions)) for r in a.relations if r.predicate in ("amends", "repeals")}
    assert got == want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("được xây dựng nhằm triển khai thực hiện", True),
        (", được ban hành để thực hiện", True),
        ("(được ban hành để thực hiện", True),
        ("được xây dựng trước khi thực hiện", False),
    ],
)
def test_what_a_paper_was_issued_for(words, want):
    end = ")" if "(" in words else ""
    got = links(f"Nghị định số 154/2025/NĐ-CP {words} Kết luận số 121-KL/TW ngày 24/01/2025{end}.", "implements")
    assert got == ({("154/2025/NĐ-CP", "implements", "121-KL/TW")} if want else set())


@pytest.mark.parametrize(("joint", "both"), [("; để triển khai Nghị quyết 41, UBND tỉnh ban hành", False), (" và UBND tỉnh ban hành", True)])
def test_a_paper_with_a_task_of_its_own(joint, both):
    text = (
        "Thực hiện Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ, HĐND tỉnh ban hành Nghị quyết số 41/2023/NQ-HĐND ngày 20/7/2023"
        f"{joint} Quyết định số 1702/QĐ-UBND ngày 14/8/2023."
    )
    got = {s for s, _, o in links(text, "implements") if o == "27/2022/NĐ-CP"}
    assert got == {"41/2023/NQ-HĐND"} | ({"1702/QĐ-UBND"} if both else set())


def test_a_year_may_stand_before_who_issued_a_paper():
    text = "Triển khai Chỉ thị số 05-CT/TW ngày 23/6/2021 của Ban Bí thư về tín dụng, từ năm 2021 UBND tỉnh đã ban hành Kế hoạch số 205/KH-UBND ngày 09/11/2021."
    assert links(text, "implements") == {("205/KH-UBND", "implements", "05-CT/TW")}


AGAINST = "Nghị định số 50/2024/NĐ-CP ngày 10/5/2024 sửa đổi, bổ sung một số điều của Nghị định số 136/2020/NĐ-CP và Nghị định số 83/2017/NĐ-CP"


def test_what_is_amended_amends_nothing_beside_its_amender():
    text = f"Xử lý hồ sơ theo Nghị định số 136/2020/NĐ-CP ngày 24/11/2020 và {AGAINST}."
    assert {s for s, _, _ in links(text, "amends")} == {"50/2024/NĐ-CP"}


def test_a_ground_behind_an_amended_provision_is_not_amended():
    text = (
        DECISION + "Căn cứ Nghị định số 17/1998/NĐ-CP ngày 21/3/1998 về việc sửa đổi, bổ sung khoản 2 Điều 4 của Nghị định số 87/CP nói trên và "
        "Quyết định số 302/TTg ngày 13/5/1996;\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu."
    )
    assert links(text, "amends") == {("17/1998/NĐ-CP", "amends", "87/CP")}


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Quyết định số 118/QĐ-UBND ngày 02/7/2018 (sau được thay thế bằng Quyết định số 61/QĐ-UBND ngày 08/3/2021)", ("61/QĐ-UBND", "replaces", "118/QĐ-UBND")),
        ("Quyết định số 118/QĐ-UBND (văn bản đã được thay thế bởi Quyết định số 61/QĐ-UBND)", ("61/QĐ-UBND", "replaces", "118/QĐ-UBND")),
    ],
)  # fmt: skip
def test_brackets_on_what_became_of_a_paper(said, want):
    assert links(f"UBND tỉnh Sơn La đã ban hành {said}.", "replaces", "repeals") == {want}


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Điều 5 và khoản 3 Điều 11 Quyết định số 18/2016/QĐ-UBND được sửa đổi, bổ sung theo", ("5", "11")),
        ("Khoản 4 Điều 40 Quyết định số 18/2016/QĐ-UBND được sửa đổi, bổ sung một số điều theo", ()),
        ("Xử lý theo Điều 5 Quyết định số 18/2016/QĐ-UBND được sửa đổi, bổ sung bởi", ()),
    ],
)
def test_parts_that_another_paper_changed(said, parts):
    a = analyse(f"{said} Quyết định số 33/2018/QĐ-UBND ngày 15/5/2018 của UBND tỉnh Lạng Sơn.")
    (change,) = [r for r in a.relations if r.predicate == "amends"]
    assert tuple(p.dieu for p in change.provisions) == parts


def test_the_row_of_a_table_tells_the_effect_behind_the_title():
    row = (
        "| 1 | Thông tư | 33/2017/TT-BTNMT ngày 29/9/2017 quy định chi tiết Nghị định số 01/2017/NĐ-CP sửa đổi, bổ sung một số nghị định "
        "| Điều 6, Điều 7 | Bị bãi bỏ bởi Thông tư số 10/2024/TT-BTNMT ngày 31/7/2024 |"
    )
    assert ("10/2024/TT-BTNMT", "repeals", "33/2017/TT-BTNMT") in links(row, "repeals", "amends")


def test_what_ends_in_a_row_is_the_act_of_the_row():
    text = (
        DECISION + "DANH MỤC\n3 | Quyết định | 21/2017/QĐ-UBND ngày 15/12/2017 | Sửa đổi, bổ sung Quy định ban hành kèm theo Quyết định "
        "số 16/2015/QĐ-UBND | Bị bãi bỏ bởi Quyết định số 19/2023/QĐ-UBND | 05/11/2023\n"
    )
    assert links(text, "repeals") == {("19/2023/QĐ-UBND", "repeals", "21/2017/QĐ-UBND")}


def test_a_paper_of_the_state_amends_none_of_the_party():
    text = DECISION + (
        "Căn cứ Nghị quyết số 03/NQ-CP ngày 09/01/2024 của Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW "
        "ngày 22/12/2023 của Bộ Chính trị, được sửa đổi, bổ sung tại Nghị quyết số 71/NQ-CP ngày 01/3/2024;\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao."
    )
    assert links(text, "amends", "basedOn") == {
        ("71/NQ-CP", "amends", "03/NQ-CP"), ("this", "basedOn", "03/NQ-CP"), ("this", "basedOn", "71/NQ-CP"),
    }  # fmt: skip


def test_what_a_thing_is_measured_by_is_not_carried_out():
    text = PLAN + "\nII. TÌNH HÌNH\nNghị quyết số 20-NQ/TW về kinh tế tập thể đã rõ hơn so với thời kỳ thực hiện Nghị quyết số 13-NQ/TW.\n"
    assert links(text, "implements") == set()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # grounds behind the title of a paper that is said to be issued
        ("UBND tỉnh ban hành Quyết định số 12/QĐ-UBND về quy chế làm việc, căn cứ Luật số 77/2015/QH13.", {("12/QĐ-UBND", "basedOn", "77/2015/QH13")}),
        ("UBND tỉnh áp dụng Quyết định số 12/QĐ-UBND về quy chế làm việc, căn cứ Luật số 77/2015/QH13.", set()),
        # what came with a decision; another thing that did
        ("theo Quy chế số 01/QC-UBND về tiếp công dân ban hành kèm theo Quyết định số 12/QĐ-UBND.", {("12/QĐ-UBND", "promulgates", "01/QC-UBND")}),
        ("theo Quy chế số 01/QC-UBND về quản lý danh mục nghề ban hành kèm theo Quyết định số 12/QĐ-UBND.", set()),
        ("theo Công văn số 01/UBND-NC về tiếp công dân ban hành kèm theo Quyết định số 12/QĐ-UBND.", set()),
    ],
)
def test_what_is_told_behind_a_title(text, want):
    assert links(text, "basedOn", "promulgates") == want


SHARED = "Nghị quyết số 30/NQ-CP"


@pytest.mark.parametrize(
    ("papers", "number"),
    [
        ("Các Kế hoạch số 45/KH-UBND, số 46/KH-UBND và số 47/KH-UBND thực hiện", 3),
        ("Hai Kế hoạch số 46/KH-UBND và số 47/KH-UBND thực hiện", 2),
        ("Kế hoạch số 46/KH-UBND và Kế hoạch số 47/KH-UBND, đều về thực hiện", 2),
        # each with its own type word; a list that is parted
        ("Kế hoạch số 46/KH-UBND và Kế hoạch số 47/KH-UBND về thực hiện", 1),
        ("Các Kế hoạch số 46/KH-UBND; số 47/KH-UBND thực hiện", 1),
        ("Các Kế hoạch số 46/KH-UBND về đê điều và số 47/KH-UBND thực hiện", 1),
    ],
)
def test_papers_that_share_a_title(papers, number):
    got = {s for s, _, _ in links(f"{papers} {SHARED}.", "implements")}
    assert got == {"45/KH-UBND", "46/KH-UBND", "47/KH-UBND"} - {f"{n}/KH-UBND" for n in range(45, 48 - number)}


@pytest.mark.parametrize(("last", "is_in_title"), [("Nghị quyết số 99/2019/QH14", False), ("Nghị quyết số 30-NQ/TW", True)])
def test_a_comma_leads_from_a_title_of_the_party_to_the_state(last, is_in_title):
    text = (
        f"Thực hiện Kết luận số 10-KL/TW ngày 3/3/2023 về tiếp tục thực hiện Chỉ thị số 20-CT/TW ngày 4/4/2018, {last}, "
        "Thủ tướng Chính phủ đã ban hành Quyết định số 630/QĐ-TTg."
    )
    number = last.rpartition(" ")[2]
    assert ("10-KL/TW", "implements", "20-CT/TW") in links(text, "implements")
    assert (("10-KL/TW", "implements", number) in links(text, "implements")) == is_in_title


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("I. CĂN CỨ PHÁP LÝ\n\nLuật Dược số 105/2016/QH13;\nMức chi tại Nghị định số 65/2021/NĐ-CP.\n\nII. MỤC TIÊU\n", True),
        ("I. CĂN CỨ PHÁP LÝ\n\nLuật Dược số 105/2016/QH13;\nDo đó, mức chi tại Nghị định số 65/2021/NĐ-CP còn thấp.\n\nII. MỤC TIÊU\n", False),
        ("I. CĂN CỨ PHÁP LÝ\n\nNghị định số 65/2021/NĐ-CP (sửa đổi năm 2024) giao HĐND tỉnh quyết định mức chi;\n\nII. MỤC TIÊU\n", False),
        ("I. CĂN CỨ PHÁP LÝ\n\nNghị định số 65/2021/NĐ-CP (sửa đổi năm 2024);\n\nII. MỤC TIÊU\n", True),
        ("Căn cứ chức năng, nhiệm vụ của Sở có trách nhiệm thu phí tại Nghị định số 65/2021/NĐ-CP, UBND tỉnh ban hành Kế hoạch như sau:\n", False),
        ("Căn cứ chức năng, nhiệm vụ quy định tại Nghị định số 65/2021/NĐ-CP, UBND tỉnh ban hành Kế hoạch như sau:\n", True),
        ("Căn cứ để lập dự toán là Nghị định số 65/2021/NĐ-CP.\n", False),
        ("Căn cứ Nghị định số 65/2021/NĐ-CP.\n", True),
    ],
)
def test_grounds_and_what_is_told_of_them(words, want):
    text = PLAN.replace("I. CĂN CỨ PHÁP LÝ\n\n", "") + words
    assert (("this", "basedOn", "65/2021/NĐ-CP") in links(text, "basedOn")) == want


@pytest.mark.parametrize(("what", "is_done"), [("ý kiến kết luận của Phó Thủ tướng Chính phủ tại", True), ("tình hình thực tế nêu tại", False)])
def test_what_was_said_at_a_meeting_is_carried_out_too(what, is_done):
    text = (
        PLAN.replace("I. CĂN CỨ PHÁP LÝ\n\n", "") + f"Thực hiện Công điện số 12/CĐ-TTg ngày 3/4/2023 và {what} Thông báo số 45/TB-VPCP "
        "ngày 5/5/2023, UBND tỉnh ban hành Kế hoạch như sau:\n"
    )
    assert (("this", "implements", "45/TB-VPCP") in links(text, "implements")) == is_done


LIST = "DANH MỤC\nVăn bản hết hiệu lực\n\nSTT | Văn bản | Lý do\n1 | "
ENDS = "Bị bãi bỏ bởi Quyết định số 45/2020/QĐ-UBND"
NEW, OLD, OLDER = "45/2020/QĐ-UBND", "12/2015/QĐ-UBND", "30/2014/QĐ-UBND"


@pytest.mark.parametrize(
    ("cell", "want"),
    [
        (f"Quyết định số {OLD}", {(NEW, "repeals", OLD)}),
        (f"Quyết định số {OLD} sửa đổi Quyết định số {OLDER}", {(OLD, "amends", OLDER), (NEW, "repeals", OLD)}),
        (f"Quyết định số {OLD} hướng dẫn Nghị định số 30/2014/NĐ-CP", {(OLD, "guides", "30/2014/NĐ-CP"), (NEW, "repeals", OLD)}),
        # what befell it before is not its title
        (f"Quyết định số {OLD} đã được thay thế bởi Quyết định số 30/2017/QĐ-UBND",
         {("30/2017/QĐ-UBND", "replaces", OLD), (NEW, "repeals", "30/2017/QĐ-UBND")}),
    ],
)  # fmt: skip
def test_the_title_of_an_act_in_a_row_of_what_ended(cell, want):
    assert links(f"{LIST}{cell} | {ENDS}\n", "amends", "guides", "repeals", "replaces") == want


@pytest.mark.parametrize(
    ("title", "changes"),
    [
        ("điều chỉnh", True),
        ("được điều chỉnh tại", False),
        ("bị thu hồi theo", False),
        ("được giao điều chỉnh", True),
    ],
)
def test_what_a_title_says_was_done_by_another(title, changes):
    text = f"theo Quyết định số 12/QĐ-UBND ngày 3/4/2021 phê duyệt dự án {title} Quyết định số 45/QĐ-UBND ngày 5/6/2020."
    assert bool(links(text, "amends", "repeals")) == changes


TWO = "Quyết định số 12/QĐ-UBND ngày 3/4/2021 và Quyết định số 13/QĐ-UBND ngày 4/4/2021"


@pytest.mark.parametrize(
    ("papers", "behind", "number"),
    [
        (TWO, "(cả hai đã được thay thế bằng", 2),
        (TWO, "(hai văn bản này đã được thay thế bằng", 2),
        (TWO, ", nay cả hai đã được thay thế bằng", 2),
        # said of the last; papers apart
        (TWO, "(đã được thay thế bằng", 1),
        (TWO.replace(" và", ";"), "(đã được thay thế bằng", 1),
        (TWO.replace(" và", " về chợ, theo"), "(đã được thay thế bằng", 1),
    ],
)
def test_both_papers_of_a_bracket(papers, behind, number):
    report = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả\n\n"
    got = links(f"{report}Sở thực hiện {papers} {behind} Quyết định số 45/QĐ-UBND ngày 5/6/2022).\n", "replaces")
    assert got == {("45/QĐ-UBND", "replaces", f"{n}/QĐ-UBND") for n in (13, 12)[:number]}


@pytest.mark.parametrize(
    ("bracket", "want"),
    [
        ("(đã được điều chỉnh tại các Nghị quyết số 05/NQ-HĐND ngày 29/4/2022, số 31/NQ-HĐND ngày 20/12/2022)", {"05/NQ-HĐND", "31/NQ-HĐND"}),
        ("(được điều chỉnh giá tại Nghị quyết số 05/NQ-HĐND ngày 29/4/2022)", set()),
    ],
)
def test_all_of_the_papers_that_a_bracket_lists(bracket, want):
    text = f"Kế hoạch được giao tại Nghị quyết số 17/NQ-HĐND ngày 30/7/2021 {bracket} còn hiệu lực."
    assert {a for a, _, b in links(text, "amends") if b == "17/NQ-HĐND"} == want


def test_a_part_of_which_a_bracket_tells():
    text = f"tính theo Điều 17 Nghị định số {A} ngày 15/5/2015 (Điều này đã được sửa đổi theo Nghị định số {B} ngày 03/01/2021)."
    (link,) = [r for r in analyse(text).relations if r.predicate == "amends"]
    assert [p.dieu for p in link.provisions] == ["17"]


def test_a_circular_replaces_a_joint_one_in_its_title():
    text = (
        "Thông tư số 02/2021/TT-BLĐTBXH ngày 24/6/2021 hướng dẫn thực hiện một số điều của Nghị định số 20/2021/NĐ-CP, "
        "thay thế Thông tư liên tịch số 29/2014/TTLT-BLĐTBXH-BTC."
    )
    assert links(text, "replaces") == {("02/2021/TT-BLĐTBXH", "replaces", "29/2014/TTLT-BLĐTBXH-BTC")}


def test_a_member_of_a_list_that_replaces_another_paper():
    a = analyse(
        "Bộ Công an ban hành Thông tư 79/2024/TT-BCA về đăng ký xe, thay cho Thông tư 24/2023/TT-BCA, và Thông tư 73/2024/TT-BCA "
        "về tuần tra, thay cho Thông tư 32/2023/TT-BCA."
    )
    names = {d.id: d.number for d in a.documents}
    assert {(names[r.subject], names[r.object]) for r in a.relations if r.predicate == "replaces"} == {
        ("79/2024/TT-BCA", "24/2023/TT-BCA"), ("73/2024/TT-BCA", "32/2023/TT-BCA"),
    }  # fmt: skip


@pytest.mark.parametrize("known", [True, False])
def test_two_acts_that_both_amend_one_of_which_was_spoken(known):
    before = "Thông tư số 50/2015/TT-BGTVT ngày 23/9/2015 hướng dẫn thực hiện Nghị định số 11/2010/NĐ-CP; " if known else ""
    text = f"Căn cứ {before}Thông tư số 35/2017/TT-BGTVT và Thông tư số 13/2020/TT-BGTVT sửa đổi, bổ sung một số điều của Thông tư số 50/2015/TT-BGTVT;"
    a = analyse(text)
    number = {d.id: d.number for d in a.documents}
    got = {number[r.subject] for r in a.relations if r.predicate == "amends" and r.subject}
    assert got == ({"35/2017/TT-BGTVT", "13/2020/TT-BGTVT"} if known else {"13/2020/TT-BGTVT"})


A18, B26 = "Quyết định số 18/2022/QĐ-UBND ngày 5/5/2022 của UBND tỉnh Sơn La", "Quyết định số 26/2025/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        (f"Áp dụng các văn bản cũ, trừ khoản 3 Điều 4 {A18} đã bị bãi bỏ bởi {B26}.", True),
        (f"Riêng khoản 3 Điều 4 {A18} đã bị bãi bỏ bởi {B26}.", True),
        (f"Áp dụng {A18} (mức chi được sửa đổi tại {B26}).", True),
        (f"Áp dụng {A18} (được sửa đổi tại {B26}).", False),
        # what is applied is a part, what is ended is not said
        (f"Việc này theo khoản 3 Điều 4 {A18} đã bị bãi bỏ bởi {B26}.", False),
    ],
)
def test_parts_of_an_act_that_end(text, partial):
    a = analyse(f"BÁO CÁO\nSố: 5/BC-UBND\n\nI. KẾT QUẢ\n{text}\n")
    got = [r for r in a.relations if r.predicate in ("amends", "repeals")]
    assert [r.scope for r in got] == ["partial" if partial else None]


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("đã được điều chỉnh bởi", {("26/2025/QĐ-UBND", "amends", "18/2022/QĐ-UBND")}),
        ("lại được sửa đổi bởi", {("26/2025/QĐ-UBND", "amends", "18/2022/QĐ-UBND")}),
        (", sửa đổi, bổ sung một số điều tại", {("26/2025/QĐ-UBND", "amends", "18/2022/QĐ-UBND")}),
        ("(sau đây gọi tắt là Quyết định 18), được sửa đổi bởi", {("26/2025/QĐ-UBND", "amends", "18/2022/QĐ-UBND")}),
        ("của Giám đốc Ban Cây xanh (đã được đính chính tại", {("26/2025/QĐ-UBND", "corrects", "18/2022/QĐ-UBND")}),
        ("chưa được điều chỉnh như", set()),
        ("và hướng dẫn tại", set()),
    ],
)
def test_what_befell_an_act(said, want):
    end = ")" if said.count("(") > said.count(")") else ""
    text = f"BÁO CÁO\nSố: 5/BC-UBND\n\nI. KẾT QUẢ\nTheo Quyết định số 18/2022/QĐ-UBND {said} {B26}{end}.\n"
    assert links(text, "amends", "corrects", "replaces", "guides") == want


@pytest.mark.parametrize(("asked", "suspends"), [("Bộ đã có", 1), ("Chưa xem xét kiến nghị tại", 0)])
def test_what_a_letter_asks_for_is_not_done(asked, suspends):
    text = f"{asked} Công văn số 90/BXD-KTXD ngày 25/8/2025 về việc ngưng hiệu lực khoản 3 Điều 12 Nghị định số 175/2024/NĐ-CP.\n"
    assert len(links(text, "suspends")) == suspends


def test_both_acts_of_a_title_amend_a_law_that_is_named_without_its_number():
    text = (
        "Căn cứ Luật Đấu thầu số 22/2023/QH15 ngày 23/6/2023; Luật số 57/2024/QH15 ngày 29/11/2024 và Luật số 90/2025/QH15 ngày "
        "25/6/2025 sửa đổi, bổ sung một số điều của Luật Đấu thầu;\n"
    )
    assert {x[0] for x in links(text, "amends")} == {"57/2024/QH15", "90/2025/QH15"}


def test_what_was_checked_did_not_change_the_act_before_a_bracket():
    text = (
        "Thực hiện Nghị định số 34/2016/NĐ-CP quy định chi tiết Luật Ban hành văn bản quy phạm pháp luật (được sửa đổi tại Nghị định số "
        "154/2020/NĐ-CP), Bộ Tư pháp đã kiểm tra Quyết định số 22/2023/QĐ-UBND của UBND tỉnh Đắk Nông quy định về đất.\n"
    )
    assert {x[0] for x in links(text, "amends")} == {"154/2020/NĐ-CP"}


@pytest.mark.parametrize(
    ("between", "amended"),
    [("; quản lý sổ, thẻ (đã được sửa đổi bởi", 1), ("; Quyết định số 7/QĐ-BHXH (đã được sửa đổi bởi", 0), ("; Sở gửi (đã được sửa đổi bởi", 0)],
)
def test_a_title_with_a_semicolon(between, amended):
    text = f"Căn cứ Quyết định số 95/QĐ-BHXH ngày 14/4/2017 về thu bảo hiểm{between} Quyết định số 88/QĐ-BHXH ngày 16/7/2018);\n"
    assert len([x for x in links(text, "amends") if x[2] == "95/QĐ-BHXH"]) == amended


@pytest.mark.parametrize(("lead", "want"), [("là văn bản đã thay thế", {("18/2022/QĐ-UBND", "replaces", "5/2015/QĐ-UBND")}), ("xem thêm", set())])
def test_a_bracket_says_which_paper_it_is(lead, want):
    assert links(f"Theo Quyết định số 18/2022/QĐ-UBND ({lead} Quyết định số 5/2015/QĐ-UBND) thì được.\n", "replaces") == want


@pytest.mark.parametrize(
    "title",
    [
        "về điều chỉnh chủ trương đầu tư đã quyết định tại",
        "về việc điều chỉnh chủ trương đầu tư các dự án đã phê duyệt tại",
        "điều chỉnh, bổ sung dự toán được duyệt tại",
        "gia hạn thời gian thực hiện dự án đã phê duyệt tại",
    ],
)
def test_a_title_that_changes_what_another_approved(title):
    text = DECISION + f"Căn cứ Quyết định số 905/QĐ-UBND ngày 12/5/2022 {title} Quyết định số 2210/QĐ-UBND ngày 25/10/2021;\n"
    assert links(text, "amends", "approves") == {("905/QĐ-UBND", "amends", "2210/QĐ-UBND")}


@pytest.mark.parametrize(("what", "number"), [("Điều chỉnh thời gian thực hiện dự án", 1), ("Hạn chế: điều chỉnh thời gian thực hiện dự án", 0), ("Giao Sở Tài chính bố trí thời gian thực hiện", 0)])
def test_the_time_of_a_project_is_not_carried_out(what, number):
    assert len(links(f"{DECISION}\nQUYẾT ĐỊNH:\nĐiều 1. {what} tại Quyết định số 2210/QĐ-UBND ngày 25/10/2021.\n", "amends", "implements")) == number


@pytest.mark.parametrize(
    ("said", "want"),
    [
        (", từng được điều chỉnh bằng Công văn số 5012/UBND-VP", {("5012/UBND-VP", "amends", "903/KH-UBND")}),
        (" được ban hành cùng Công văn số 5012/UBND-VP", set()),
    ],
)
def test_what_once_adjusted_a_plan(said, want):
    text = DECISION + f"Căn cứ Kế hoạch số 903/KH-UBND ngày 04/7/2023{said} ngày 20/8/2023;\n"
    assert links(text, "amends") == want


def test_a_circular_issued_to_detail_a_decree():
    text = DECISION + f"Căn cứ Thông tư số 8/2022/TT-BNV ngày 17/6/2022 (được ban hành để quy định chi tiết một số điều của Nghị định số {B} ngày 30/6/2021);\n"
    assert links(text, "guides") == {("8/2022/TT-BNV", "guides", B)}


def test_what_goes_on_with_the_title_of_a_resolution_is_not_amended_by_the_law_before():
    law, resolution = "Luật số 8/2017/QH14", "Nghị quyết số 9/2017/QH14"
    text = (
        f"Quốc hội thông qua {law} sửa đổi Bộ luật Hình sự số 5/2015/QH13 và {resolution} về việc thi hành Bộ luật Hình sự số "
        "5/2015/QH13 và về hiệu lực của Bộ luật Tố tụng hình sự số 6/2015/QH13, Luật Tạm giam số 7/2015/QH13.\n"
    )
    got = links(DECISION + text, "amends")
    assert ("8/2017/QH14", "amends", "5/2015/QH13") in got
    assert not {link for link in got if link[2] in ("6/2015/QH13", "7/2015/QH13")}
