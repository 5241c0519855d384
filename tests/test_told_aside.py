"""What a sentence tells aside, in brackets or of another's paper, is no act of the text or of its grounds."""

import pytest

from kg.analyse import analyse

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 88/QĐ-UBND\nLào Cai, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\n"
    "Về việc phê duyệt quy hoạch chợ\nỦY BAN NHÂN DÂN TỈNH\n"
)
LETTER = "VĂN PHÒNG CHÍNH PHỦ\nSố: 205/VPCP-ĐP\nHà Nội, ngày 3 tháng 5 năm 2017\nKính gửi: Bộ Nội vụ\n"
REPORT = "UBND TỈNH LÀO CAI\nSố: 90/BC-UBND\nLào Cai, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả công tác dân vận\n\n"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations}


@pytest.mark.parametrize("verb", ["có", "ban hành"])
@pytest.mark.parametrize("closed", [True, False])
def test_a_letter_told_in_brackets_takes_no_ground_from_the_decision(verb, closed):
    aside = f"(Trước đó, UBND tỉnh đã {verb} Công văn số 94/UBND-CT ngày 3/4/2019 xin ý kiến"
    text = (
        f"{DECISION}Căn cứ Công văn số 151/BCT-TT ngày 20/5/2019 của Bộ Công Thương về việc góp ý quy hoạch {aside}"
        + (") và Công văn số 36/BXD-QH ngày 3/6/2019 của Bộ Xây dựng;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.\n" if closed else "")
    )  # fmt: skip
    want = {("THIS", "basedOn", "151/BCT-TT"), ("THIS", "cites", "94/UBND-CT")}
    assert links(text) == want | ({("THIS", "basedOn", "36/BXD-QH")} if closed else set())


def test_what_brackets_say_was_issued_to_carry_out_is_heard():
    text = (
        f"{REPORT}Thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư (UBND tỉnh đã ban hành Kế hoạch số 55/KH-UBND "
        "ngày 3/4/2021), Sở Nội vụ báo cáo như sau:\n"
    )
    assert ("55/KH-UBND", "implements", "10-CT/TW") in links(text)


def test_a_letter_does_not_carry_out_what_is_named_behind_the_papers_of_others():
    text = (
        f"{LETTER}Thực hiện Chương trình công tác năm 2017, Ủy ban nhân dân tỉnh Lào Cai có Tờ trình số 6/TTr-UBND ngày "
        "18 tháng 4 năm 2017 trình Thủ tướng ban hành Chương trình hành động thực hiện Nghị quyết số 32-NQ/TW của "
        "Bộ Chính trị, Thủ tướng có ý kiến như sau:\n"
    )
    assert links(text) == {("THIS", "cites", "6/TTr-UBND"), ("THIS", "cites", "32-NQ/TW")}
    text = f"{LETTER}Thực hiện Nghị quyết số 32-NQ/TW của Bộ Chính trị, Văn phòng Chính phủ yêu cầu các Bộ:\n"
    assert links(text) == {("THIS", "implements", "32-NQ/TW")}


def test_what_became_of_a_body_does_not_part_a_paper_from_its_title():
    paper = "Thông tư số 02/2006/TT-BTS ngày 20 tháng 3 năm 2006 của Bộ Thủy sản"
    title = "hướng dẫn thực hiện Nghị định số 59/2005/NĐ-CP ngày 4/5/2005 của Chính phủ"
    want = {("THIS", "basedOn", "02/2006/TT-BTS"), ("02/2006/TT-BTS", "guides", "59/2005/NĐ-CP")}
    for aside in ("", " (nay là Bộ Nông nghiệp và Phát triển nông thôn)"):
        assert links(f"{DECISION}Căn cứ {paper}{aside} {title};\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.\n") == want


def test_a_bracket_that_names_the_paper_in_force_still_replaces():
    text = "Thực hiện theo Quyết định số 5/2006/QĐ-BTS của Bộ Thủy sản (nay là Quyết định số 7/2008/QĐ-BNN)."
    assert ("7/2008/QĐ-BNN", "replaces", "5/2006/QĐ-BTS") in links(text)


def test_what_ends_with_another_paper_is_no_part_of_a_title():
    lead = f"{DECISION}QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.\nĐiều 2. Quyết định số 19/2011/QĐ-UBND ngày 3 tháng 12 năm 2011 "
    for title, tail in (
        ("ban hành danh mục chợ", " hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n"),
        ("về danh mục văn bản hết hiệu lực năm 2010", " được bãi bỏ.\n"),
    ):
        (m,) = analyse(f"{lead}{title}{tail}").mentions
        assert m.title == title.removeprefix("về ")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_who_issues_on_the_next_line_whatever_ends_a_line(end):
    (m,) = analyse(f"Ủy ban nhân dân tỉnh Lào Cai{end}“ban hành Chỉ thị số 33/CT về chợ").mentions
    assert m.issuer == "uy-ban-nhan-dan-tinh-lao-cai"


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (", điều chỉnh tại", "amends"),
        (", sau đó sửa đổi, bổ sung bằng", "amends"),
        (", được điều chỉnh bởi", "amends"),
        (" (bổ sung bởi", "amends"),
        (", nêu tại", None),
    ],
)
def test_what_became_of_a_paper_in_few_words(words, link):
    close = ")" if "(" in words else ""
    a = analyse(f"Theo Quyết định số 38/QĐ-TTr ngày 04/3/2024{words} Quyết định số 52/QĐ-TTr ngày 22/3/2024{close}.")
    number = {d.id: d.number for d in a.documents}
    got = [(number.get(r.subject), r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"]
    assert got == ([("52/QĐ-TTr", link, "38/QĐ-TTr")] if link else [])


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (", được Chánh án Tòa án nhân dân tối cao công bố theo", True),
        (" được Hội đồng Thẩm phán Tòa án nhân dân tối cao thông qua ngày 17/10/2018 và công bố theo", True),
        (" và", False),
    ],
)
def test_a_case_law_and_the_decision_that_publishes_it(words, link):
    a = analyse(f"Án lệ số 25/2018/AL{words} Quyết định số 269/QĐ-CA ngày 06/11/2018 nêu rõ.")
    assert any(r.predicate == "promulgates" for r in a.relations) is link


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        (", do đã được thay thế bởi", 1),
        (", do văn bản này đã được thay thế bởi", 1),
        (", vì cả hai đã được thay thế bởi", 2),
        (", do chưa được đăng công báo cùng", 0),
    ],
)
def test_the_reason_for_which_a_paper_is_not_cited(words, replaced):
    a = analyse(
        "Không viện dẫn Thông tư số 250/2016/TT-BTC ngày 11/11/2016 và Thông tư số 96/2017/TT-BTC ngày 27/9/2017"
        f"{words} Thông tư số 85/2019/TT-BTC ngày 29/11/2019."
    )
    assert sum(r.predicate == "replaces" for r in a.relations) == replaced


def test_quotation_marks_in_a_title_before_what_is_replaced():
    text = (
        'UBND huyện ban hành Kế hoạch số 112/KH-UBND ngày 25/4/2023 về phong trào "Chung tay vì người nghèo"{} Kế hoạch số 65/KH-UBND ngày 02/4/2021.'
    )
    assert [r.predicate for r in analyse(text.format(" thay thế")).relations].count("replaces") == 1
    assert [r.predicate for r in analyse(text.format(", và")).relations].count("replaces") == 0


def test_what_an_amending_decree_has_been():
    a = analyse("Thay thế Nghị định số 137/2015/NĐ-CP và Nghị định số 37/2021/NĐ-CP (vốn sửa đổi, bổ sung Nghị định số 137/2015/NĐ-CP).")
    number = {d.id: d.number for d in a.documents}
    got = [(number[r.subject], number[r.object]) for r in a.relations if r.predicate == "amends"]
    assert got == [("37/2021/NĐ-CP", "137/2015/NĐ-CP")]


def test_an_erratum_in_a_cell():
    a = analyse("TT | Số ký hiệu | Ngày | Ghi chú\n3 | 3971/QĐ-BYT | 19/9/2023 | Được đính chính tại Quyết định số 4116/QĐ-BYT ngày 27/9/2023\n")
    number = {d.id: d.number for d in a.documents}
    assert [(number[r.subject], number[r.object]) for r in a.relations if r.predicate == "corrects"] == [("4116/QĐ-BYT", "3971/QĐ-BYT")]


def test_a_decision_of_which_the_sentence_before_tells():
    a = analyse(
        "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẮC KẠN\nCác quyết định mới\nBằng Quyết định số 22/2023/QĐ-UBND ngày 22/8/2023, UBND tỉnh quy định về giá.\n"
        "Quyết định số 23/2023/QĐ-UBND ngày 30/8/2023 quy định mức hỗ trợ. Quyết định có hiệu lực từ ngày 11/9/2023, thay thế Quyết định số 06/2020/QĐ-UBND.\n"
    )
    number = {d.id: d.number for d in a.documents}
    assert [(number.get(r.subject), number[r.object]) for r in a.relations if r.predicate == "replaces"] == [("23/2023/QĐ-UBND", "06/2020/QĐ-UBND")]
