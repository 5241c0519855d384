"""The own number of a page without letterhead, and one whose letterhead misprints the code that its headline has."""

import pytest

from kg.analyse import analyse

GROUNDS = (
    "\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n\nThực hiện Nghị quyết số 30/NQ-CP ngày 08/3/2016 của "
    "Chính phủ về cải cách;\n\nXét Tờ trình số 33/TTr-UBND ngày 05/7/2016 của Ủy ban nhân dân tỉnh Lào Cai,\n\n"
)
RESOLVES = "QUYẾT NGHỊ:\n\nĐiều 1. Thông qua đề án.\n\nHội đồng nhân dân tỉnh Lào Cai giao Thường trực giám sát.\n"


@pytest.mark.parametrize("day", ["", " ngày 15/7/2016 của Hội đồng nhân dân tỉnh Lào Cai"])
def test_the_headline_of_a_page_is_the_resolution_below_it(day):
    text = f"Lượt truy cập: 29343\n07/08/2016 - 15:39\n\nNghị quyết số 6/2016/NQ-HĐND{day} về đẩy mạnh cải cách{GROUNDS}{RESOLVES}"
    a = analyse(text)
    own = a.document
    assert (own.type, own.number, own.issuer) == ("nghi-quyet", "6/2016/NQ-HĐND", "hoi-dong-nhan-dan-tinh-lao-cai")
    assert (own.date, own.title) == ("2016-07-15" if day else "2016", "về đẩy mạnh cải cách")
    names = {d.id: d.number for d in a.documents}
    links = {(r.predicate, names[r.object]) for r in a.relations if r.subject == own.id}
    assert {("implements", "30/NQ-CP"), ("basedOn", "33/TTr-UBND")} <= links


@pytest.mark.parametrize(
    "text",
    [
        # told of, with nothing that it decides
        f"Nghị quyết số 6/2016/NQ-HĐND về đẩy mạnh cải cách{GROUNDS}Hội đồng đã thảo luận.\n",
        # another type decides
        f"Nghị quyết số 6/2016/NQ-HĐND về đẩy mạnh cải cách{GROUNDS}QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt.\n",
        # a line among the grounds
        f"Căn cứ Luật Đất đai;\nNghị quyết số 6/2016/NQ-HĐND về đẩy mạnh cải cách{GROUNDS}{RESOLVES}",
        # no grounds below it
        f"Nghị quyết số 6/2016/NQ-HĐND về đẩy mạnh cải cách\n\nTin khác\n{GROUNDS}{RESOLVES}",
    ],
)
def test_what_stands_above_another_text_is_not_its_number(text):
    assert analyse(text).document.number is None


PAGE = (
    "Nghị quyết 19/2018/NQ-{above} về danh mục công trình\n\n\nHỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n-------\n\nSố: 19/2018/NQ-{own}\n\n"
    "Lào Cai, ngày 07 tháng 12 năm 2018\n\nNGHỊ QUYẾT\n\nVỀ DANH MỤC CÔNG TRÌNH\n"
)


@pytest.mark.parametrize(
    ("above", "own", "number"),
    [
        ("HĐND", "ND", "19/2018/NQ-HĐND"),
        ("HĐND", "HĐND", "19/2018/NQ-HĐND"),
        ("CP", "HĐND", "19/2018/NQ-HĐND"),
    ],
)
def test_a_code_misprinted_in_the_letterhead(above, own, number):
    a = analyse(PAGE.format(above=above, own=own))
    assert (a.document.number, a.document.date) == (number, "2018-12-07")
    assert {m.target == a.document.id for m in a.mentions} == {above == "HĐND"}


def test_a_headline_of_another_year_mends_nothing():
    text = PAGE.format(above="HĐND", own="ND").replace("19/2018/NQ-HĐND", "19/2017/NQ-HĐND")
    assert analyse(text).document.number == "19/2018/NQ-ND"
