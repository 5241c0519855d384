"""What a bracket or a passive right behind a paper tells of it, and where its title ends."""

import pytest

from kg.analyse import analyse

REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả\n\nSở thực hiện {}.\n"
OLD, NEW = "12/QĐ-UBND", "45/QĐ-UBND"
PROJECT = f"Quyết định số {OLD} ngày 3/4/2021 của UBND tỉnh"
LATER = f"Quyết định số {NEW} ngày 5/6/2022"


def links(text):
    a = analyse(REPORT.format(text))
    names = {d.id: d.number for d in a.documents} | {a.document.id: "this"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("bracket", "is_told"),
    [
        ("(thay Quy định số 15-QĐ/TW ngày 5/6/2016)", True),
        ("(thay cho Quy định số 15-QĐ/TW ngày 5/6/2016)", True),
        # somebody signs for another; a form of the other is replaced
        ("(thay mặt Ban Bí thư, theo Quy định số 15-QĐ/TW ngày 5/6/2016)", False),
        ("(thay mẫu tại Quy định số 15-QĐ/TW ngày 5/6/2016)", False),
    ],
)
def test_a_bracket_names_what_it_replaced(bracket, is_told):
    assert links(f"Quy định số 30-QĐ/TW ngày 3/4/2021 {bracket}") == ({("30-QĐ/TW", "replaces", "15-QĐ/TW")} if is_told else set())


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        (f"(đã điều chỉnh lần 1 tại {LATER})", True),
        (f"(được điều chỉnh bằng {LATER})", True),
        # not yet, not said of it, what governs the matter
        (f"(sẽ điều chỉnh lần 1 tại {LATER})", False),
        (f"(điều chỉnh lần 1 tại {LATER})", False),
        (f"được điều chỉnh bởi {LATER}", False),
    ],
)
def test_a_bracket_names_what_adjusted_it(words, is_told):
    assert links(f"{PROJECT} {words}") == ({(NEW, "amends", OLD)} if is_told else set())


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("được cụ thể hóa bằng Chương trình hành động của Tỉnh ủy tại", True),
        ("được triển khai thực hiện bằng kế hoạch hằng năm theo", True),
        ("được cụ thể hóa bằng nhiều việc làm tại xã, theo", False),
        ("được nghiên cứu bằng Chương trình hành động của Tỉnh ủy tại", False),
    ],
)
def test_a_programme_by_which_it_is_carried_out(words, is_told):
    got = links(f"Nghị quyết số 26-NQ/TW ngày 3/4/2021 {words} Quyết định số 45-QĐ/TU ngày 3/4/2022")
    assert got == ({("45-QĐ/TU", "implements", "26-NQ/TW")} if is_told else set())


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("và hướng dẫn của Sở Tài chính tại Công văn", "phát triển rừng"),
        ("và ý kiến thẩm định của Sở Tư pháp tại Công văn", "phát triển rừng"),
        ("và trên cơ sở ý kiến của Sở Tư pháp tại Công văn", "phát triển rừng"),
        (", đã hết hiệu lực, Công văn", "phát triển rừng"),
        ("và hướng dẫn lập sổ của xã theo Công văn", "phát triển rừng và hướng dẫn lập sổ của xã theo Công văn số 45/STC-NS"),
    ],
)
def test_what_somebody_said_elsewhere_is_no_title(behind, title):
    a = analyse(REPORT.format(f"{PROJECT} về phát triển rừng {behind} số 45/STC-NS").replace(" ,", ","))
    assert [d.title for d in a.documents if d.number == OLD] == [title]


@pytest.mark.parametrize(("verb", "is_title"), [("phân công nhiệm vụ", True), ("phân cấp cho xã", True), ("phát động thi đua", True), ("họp bàn", False)])
def test_titles_that_open_with_the_assigning_of_tasks(verb, is_title):
    got = links(f"{PROJECT} {verb} thực hiện Nghị quyết số 30/NQ-CP ngày 5/6/2020")
    assert ((OLD, "implements", "30/NQ-CP") in got) == is_title


def test_a_title_ends_with_the_cell_in_which_it_begins():
    text = "KẾ HOẠCH\nnăm 2022\n\n1 | Nghị quyết số 22/2019/NQ-HĐND ngày 06/12/2019 về giá rác | Khoản 1 Điều 79 Luật BVMT | Sở Tài chính\n"
    resolution, law = analyse(text).documents
    assert (resolution.title, law.title) == ("giá rác", "Luật BVMT")


def test_a_law_has_its_title_spelt_out():
    text = "Theo Luật BVMT. Căn cứ Luật Bảo vệ môi trường ngày 17/11/2020;\n"
    assert [d.title for d in analyse(text).documents] == ["Luật Bảo vệ môi trường"]


@pytest.mark.parametrize(("field", "amended"), [("hành chính tư pháp; hôn nhân và gia đình", True), ("hành chính tư pháp; căn cứ vào đơn", False)])
def test_fields_of_a_decree_on_penalties(field, amended):
    a = analyse(
        "Nghị định số 82/2020/NĐ-CP ngày 15/7/2020 của Chính phủ quy định xử phạt vi phạm hành chính trong lĩnh vực bổ trợ tư pháp; "
        f"{field} (đã được sửa đổi, bổ sung tại Nghị định số 117/2024/NĐ-CP ngày 18/9/2024 của Chính phủ)."
    )
    assert any(r.predicate == "amends" for r in a.relations) is amended


@pytest.mark.parametrize(
    "said",
    [
        "ban hành “Quy chế công tác sinh viên” đã được thay thế bằng",
        "về lựa chọn án lệ đã đưa ra khái niệm về “án lệ” và sau đó được thay thế bởi",
        "nói trên được thay thế bởi",
    ],
)
def test_what_became_of_a_paper_behind_quotation_marks_and_pointers(said):
    assert links(f"Thông tư số 10/2016/TT-BGDĐT {said} Thông tư số 05/2020/TT-BGDĐT.") == {("05/2020/TT-BGDĐT", "replaces", "10/2016/TT-BGDĐT")}


def test_whoever_issues_a_paper_ends_the_title_before():
    text = "Thực hiện Hướng dẫn số 23-HD/BTGTW ngày 28/11/2019 về đại hội đảng bộ các cấp, Đảng ủy Ngân hàng ban hành Kế hoạch số 101-KH/ĐU ngày 10/12/2019."
    a = analyse(text)
    numbers = {d.id: d.number for d in a.documents}
    assert {(numbers.get(r.subject), numbers[r.object]) for r in a.relations if r.predicate == "implements"} == {("101-KH/ĐU", "23-HD/BTGTW")}


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("thủ tục hành chính của ngành y tế 2014", True),
        ("mức thu phí vệ sinh", True),
        ("giá nước sạch, nước thải", True),
        ("của tỉnh cho biết giá đất", False),  # the price was replaced
        ("có giá đất", False),
    ],
)
def test_the_headline_of_a_page_has_a_title_without_a_word_before_it(title, is_told):
    got = links(f"\nQuyết định 128/QĐ-UBND {title} đã được thay thế bởi Quyết định 219/QĐ-UBND năm 2015 công bố.")
    assert got == ({("219/QĐ-UBND", "replaces", "128/QĐ-UBND")} if is_told else set())


@pytest.mark.parametrize(
    ("said", "links_"),
    [
        ("sửa đổi 03 Thông tư: Thông tư số 4/2021/TT-BYT, Thông tư số 5/2021/TT-BYT.", {"4/2021/TT-BYT", "5/2021/TT-BYT"}),
        (
            "sửa đổi chùm 02 Thông tư: Thông tư số 4/2021/TT-BYT về dược, Thông tư số 5/2021/TT-BYT về kho.",
            {"4/2021/TT-BYT", "5/2021/TT-BYT"},
        ),
        (
            "sửa đổi 02 Thông tư: Thông tư số 4/2021/TT-BYT, Thông tư số 5/2021/TT-BYT; Thông tư số 6/2021/TT-BYT tiếp tục "
            "áp dụng.",
            {"4/2021/TT-BYT", "5/2021/TT-BYT"},
        ),
        (
            "sửa đổi 02 Thông tư: Thông tư số 4/2021/TT-BYT; Thông tư số 5/2021/TT-BYT; Thông tư số 6/2021/TT-BYT.",
            {"4/2021/TT-BYT", "5/2021/TT-BYT"},  # two are counted
        ),
        ("chưa sửa đổi 02 Thông tư: Thông tư số 4/2021/TT-BYT, Thông tư số 5/2021/TT-BYT.", set()),
        ("sửa đổi 02 biểu mẫu: biểu 1 nêu Thông tư số 4/2021/TT-BYT.", set()),
    ],
)
def test_a_count_and_a_colon_lead_to_what_a_paper_changes(said, links_):
    assert links(f"\nThông tư số 9/2024/TT-BYT {said}") == {("9/2024/TT-BYT", "amends", one) for one in links_}


@pytest.mark.parametrize(
    ("said", "amended"),
    [
        ("và sửa đổi theo khoản 6 Điều 2 Thông tư số 9/2024/TT-BYT", True),
        ("và sửa đổi, bổ sung theo Điều 2 Thông tư số 9/2024/TT-BYT", True),
        ("và sửa đổi theo khoản 6 Điều 2 Luật số 9/2024/QH15", False),  # what somebody is to do
        ("và không sửa đổi theo khoản 6 Điều 2 Thông tư số 9/2024/TT-BYT", False),
        ("và được sửa đổi theo khoản 6 Điều 2 Thông tư số 9/2024/TT-BYT các mức đã ghi", True),
        ("và sửa đổi theo Điều 2 Thông tư số 9/2024/TT-BYT những mức chưa đúng", False),
        ("và sửa đổi theo Điều 2 Thông tư số 9/2024/TT-BYT khi cần", False),
    ],
)
def test_what_changed_a_paper_in_a_provision(said, amended):
    got = links(f"\nKho thuốc theo Thông tư số 4/2021/TT-BYT ngày 3/4/2021 {said}.")
    assert any(predicate == "amends" for _, predicate, _ in got) is amended


@pytest.mark.parametrize(
    "clause",
    [
        ", trong đó thị xã phải tiếp tục thực hiện",
        ", theo đó các huyện vùng cao, biên giới cần khẩn trương triển khai",
        ", trong đó tỉnh được giao thực hiện",
    ],
)
def test_what_somebody_must_do_is_no_part_of_a_title(clause):
    got = links(f"\nNgày 3/4/2021 có Thông báo số 12/TB-VPCP về kết luận tại cuộc họp chống hạn{clause} Chỉ thị số 7/CT-TTg.")
    assert not any(predicate == "implements" for _, predicate, _ in got)


@pytest.mark.parametrize(
    ("said", "amended"),
    [
        ("đã được điều chỉnh lần thứ hai tại", True),
        ("từng được điều chỉnh lần 1 bằng", True),
        ("chưa được điều chỉnh lần thứ hai tại", False),
    ],
)
def test_a_plan_adjusted_once_or_twice(said, amended):
    got = links(f"\nNăm 2023, Kế hoạch số 8/KH-UBND ngày 3/4/2021 {said} Kế hoạch số 9/KH-UBND ngày 5/6/2023.")
    assert any(predicate == "amends" for _, predicate, _ in got) is amended


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("(đã được sửa đổi Điều 6, Điều 7 theo Quyết định số 9/QĐ-UBND)", [{"dieu": "6"}, {"dieu": "7"}]),
        ("đã bị bãi bỏ khoản 2 Điều 6 bởi Điều 3 Quyết định số 9/QĐ-UBND", [{"dieu": "6", "khoan": "2"}]),
        ("được sửa đổi, bổ sung Phụ lục II bởi Quyết định số 9/QĐ-UBND", [{"phu_luc": "ii"}]),
        ("được sửa đổi một số điều bởi Quyết định số 9/QĐ-UBND", []),
        ("được sửa đổi tại Điều 3 Quyết định số 9/QĐ-UBND", []),  # of the one that does it
    ],
)
def test_which_provisions_a_passive_names(said, parts):
    a = analyse(f"\nQuyết định số 8/QĐ-UBND ngày 3/4/2021 {said}.\n")
    (link,) = [r for r in a.relations if r.predicate in ("amends", "repeals")]
    assert [p.as_dict() for p in link.provisions] == parts


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("(đã được Chủ tịch UBND tỉnh đính chính tại", "corrects"),
        (", được Hội đồng nhân dân tỉnh sửa đổi bởi", "amends"),
        (" bị UBND tỉnh bãi bỏ bằng", "repeals"),
        (", được UBND tỉnh giao tại", None),
        (", được Sở Nội vụ đề nghị bãi bỏ tại", None),
    ],
)
def test_who_has_changed_it_stands_before_the_verb(words, predicate):
    got = links(f"{PROJECT}{words} {LATER}" + (")" if "(" in words else ""))
    assert got == ({(NEW, predicate, OLD)} if predicate else set())
