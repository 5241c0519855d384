"""Lists of related documents on the pages of portals, and texts that look like them."""

import re

import pytest

from kg import registry
from kg.analyse import analyse
from kg.normalise import fold_tone, lower

PAGE = (
    "Trang chủ | Văn bản mới\n\nNghị định 45/2019/NĐ-CP quy định xử phạt vi phạm hành chính trong lĩnh vực du lịch\n\nTHUỘC TÍNH\n\nSố hiệu: 45/2019/NĐ-CP\n"
    "Loại văn bản: Nghị định\nCơ quan ban hành: Chính phủ\nNgày ban hành: 21/05/2019\n\n"
)


def links(text):
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}, a


CASES = {
    "counts, facts below each item, another list behind it": (
        PAGE + "VĂN BẢN LIÊN QUAN\n\nVăn bản căn cứ (2)\n1. Luật Du lịch số 09/2017/QH14\nBan hành: 19/06/2017 | Hiệu lực: 01/01/2018\n"
        "2. Luật Xử lý vi phạm hành chính số 15/2012/QH13\nBan hành: 20/06/2012\n\nVăn bản bị thay thế (1)\n1. Nghị định số 158/2013/NĐ-CP\n"
        "Tình trạng: Hết hiệu lực\n\nVăn bản sửa đổi, bổ sung (1)\n1. Nghị định số 129/2021/NĐ-CP\nBan hành: 30/12/2021\n\nVăn bản đính chính (0)\nKhông có\n\n"
        "Văn bản dẫn chiếu (1)\n1. Nghị định số 81/2013/NĐ-CP ngày 19/07/2013\n\nBạn chưa đăng nhập.\n1. Nghị định số 5/2020/NĐ-CP\n",
        {("self", "basedOn", "09/2017/QH14"), ("self", "basedOn", "15/2012/QH13"), ("self", "replaces", "158/2013/NĐ-CP"),
         ("129/2021/NĐ-CP", "amends", "self")},
    ),
    "a diagram: labels in capitals, titles below, no counts": (
        PAGE + "Lược đồ\n\nVĂN BẢN ĐƯỢC HƯỚNG DẪN\n\nLuật Du lịch số 09/2017/QH14\n\nVĂN BẢN ĐƯỢC CĂN CỨ\n\nLuật Tổ chức Chính phủ số 76/2015/QH13\n\n"
        "VĂN BẢN ĐANG XEM\n\nNghị định 45/2019/NĐ-CP\n\nVĂN BẢN HƯỚNG DẪN\n\nThông tư số 13/2019/TT-BVHTTDL\n\nVĂN BẢN HỢP NHẤT\n\n"
        "Văn bản hợp nhất số 5/VBHN-BVHTTDL\n\nVĂN BẢN LIÊN QUAN CÙNG NỘI DUNG\n\nNghị định số 168/2017/NĐ-CP\n",
        {("self", "guides", "09/2017/QH14"), ("self", "basedOn", "76/2015/QH13"), ("13/2019/TT-BVHTTDL", "guides", "self"),
         ("5/VBHN-BVHTTDL", "consolidates", "self")},
    ),
    "the state's portal: number, day and title on lines of their own": (
        PAGE + "Lược đồ\nVăn bản được HD, QĐ chi tiết\n09/2017/QH14\n(19/06/2017)\nDu lịch\nVăn bản bị hết hiệu lực 1 phần\n"
        "158/2013/NĐ-CP\n(12/11/2013)\nQuy định xử phạt\n28/2017/NĐ-CP\n(20/03/2017)\nSửa đổi Nghị định số 158/2013/NĐ-CP\nVăn bản quy định hết hiệu lực\n38/2021/NĐ-CP\n(29/03/2021)\n"
        "Văn bản đình chỉ 1 phần\nVăn bản liên quan khác\n81/2013/NĐ-CP\n(19/07/2013)\n",
        {("self", "guides", "09/2017/QH14"), ("self", "repeals", "158/2013/NĐ-CP"), ("self", "repeals", "28/2017/NĐ-CP"),
         ("38/2021/NĐ-CP", "repeals", "self")},
    ),
    "a table: the label and its papers in one row": (
        PAGE + "Tình trạng hiệu lực: Còn hiệu lực\nVăn bản căn cứ | Luật Du lịch số 09/2017/QH14; Luật Tổ chức Chính phủ số 76/2015/QH13\n"
        "Văn bản bị bãi bỏ: Nghị định số 158/2013/NĐ-CP\nVăn bản bị đính chính | Không có\n",
        {("self", "basedOn", "09/2017/QH14"), ("self", "basedOn", "76/2015/QH13"), ("self", "repeals", "158/2013/NĐ-CP")},
    ),
    "a paper that stands within the title of an item is none of the list": (
        PAGE + "Văn bản thay thế (1)\n1. Nghị định số 38/2021/NĐ-CP thay thế Nghị định số 28/2017/NĐ-CP\nÁp dụng cùng Nghị định số 81/2013/NĐ-CP\n",
        {("38/2021/NĐ-CP", "replaces", "self"), ("38/2021/NĐ-CP", "replaces", "28/2017/NĐ-CP")},
    ),
    "the same words in a decision, on no page": (
        "UBND TỈNH SƠN LA\nSố: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc rà soát\nĐiều 1. Danh mục\nVăn bản thay thế\n"
        "1. Quyết định số 12/2015/QĐ-UBND\nVăn bản bị bãi bỏ\n1. Quyết định số 13/2015/QĐ-UBND\n",
        set(),
    ),
    "the title of a consolidated text is no label": (
        "BỘ TÀI CHÍNH\nSố: 23/VBHN-BTC\nHà Nội, ngày 12 tháng 5 năm 2025\n\nVĂN BẢN HỢP NHẤT\nThông tư số 40/2017/TT-BTC ngày 28/4/2017 quy định chế độ "
        "công tác phí\n\nLược đồ\nVăn bản hợp nhất\nThông tư số 40/2017/TT-BTC\n",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_lists_of_a_page(case):
    text, want = CASES[case]
    got, a = links(text)
    assert got == want
    turned = {(o, p, s) for s, p, o in want}
    assert not turned & got
    assert all(r.strength == "heading" for r in a.relations if "self" in (r.subject, r.object) and r.predicate != "cites")


def test_a_list_of_what_ends_in_part_is_partial():
    _, a = links(CASES["the state's portal: number, day and title on lines of their own"][0])
    assert {r.scope for r in a.relations if r.predicate == "repeals" and r.subject == a.document.id} == {"partial"}
    assert {r.scope for r in a.relations if r.predicate == "repeals" and r.object == a.document.id} == {None}


def test_the_day_below_an_item_is_its_own():
    days = {m.number: m.date for m in links(CASES["counts, facts below each item, another list behind it"][0])[1].mentions}
    assert days["09/2017/QH14"] == "2017-06-19"
    assert days["129/2021/NĐ-CP"] == "2021-12-30"
    days = {m.number: m.date for m in links(CASES["the state's portal: number, day and title on lines of their own"][0])[1].mentions}
    assert days["158/2013/NĐ-CP"] == "2013-11-12"
    later = analyse("1. Nghị định số 5/2020/NĐ-CP thay thế Nghị định số 7/2019/NĐ-CP\nBan hành: 03/02/2020\n").mentions
    assert [m.date for m in later] == ["2020-02-03", "2019"]
    assert analyse("Nghị định số 5/2020/NĐ-CP\nBan hành: 03/02/2021\n").mentions[0].date == "2020"
    assert analyse("Nghị định số 5/2020/NĐ-CP\nHiệu lực: 03/02/2020\n").mentions[0].date == "2020"


def test_the_labels_of_the_kinds_of_relations_are_read():
    for kind in registry.relation_kinds():
        for acts, labels in (("this", kind.vbpl), ("listed", kind.vbpl_inverse)):
            for label in labels if kind.predicate != "cites" else ():
                low = fold_tone(lower(label))
                read = [(row.predicate, row.acts) for row in registry.related_lists() if re.fullmatch(row.pattern, low)]
                assert read == [(kind.predicate, acts)]


RUN = (
    "Quy định về kiểm dịch giống vật nuôi\nSố, ký hiệu22/2009/TT-BNNNgày ban hành28/04/2009\nLoại văn bảnThông tưNguồn tríchCông báo\nVăn bản liên quan\n"
    "Văn bản căn cứNghị định Quy định chi tiết một số điều của Pháp lệnh Thú y [Thuộc tính]\n • Số ký hiệu: 33/2005/NĐ-CP\n • Ngày ban hành: 15/03/2005\n\n"
    "Nghị định Quy định chức năng của Bộ Nông nghiệp [Thuộc tính]\n • Số ký hiệu: 01/2008/NĐ-CP\n • Ngày ban hành: 03/01/2008\n\n"
    "Văn bản bị thay thếQuyết định Ban hành Quy định kiểm dịch [Thuộc tính]\n • Số ký hiệu: 15/2006/QĐ-BNN\n • Ngày ban hành: 08/03/2006\n"
)


def test_labels_that_ran_into_their_values_are_read():
    got, a = links(RUN)
    assert (a.document.number, a.document.date) == ("22/2009/TT-BNN", "2009-04-28")
    assert got == {("self", "basedOn", "33/2005/NĐ-CP"), ("self", "basedOn", "01/2008/NĐ-CP"), ("self", "replaces", "15/2006/QĐ-BNN")}
    assert {(m.number, m.date) for m in a.mentions} >= {("33/2005/NĐ-CP", "2005-03-15"), ("15/2006/QĐ-BNN", "2006-03-08")}
    assert all(RUN[m.start : m.end] == m.text for m in a.mentions)


def test_labels_in_running_text_stay_as_they_are():
    text = "Văn bản thay thế Quyết định số 15/2006/QĐ-BNN có ký hiệu22 và được ban hành năm 2009."
    assert not links(text)[0]


def test_a_page_whose_columns_are_tabs():
    page = "Văn bản: Quyết định 08/2025/QĐ-UBND\nSố ký hiệu\t08/2025/QĐ-UBND\nLoại văn bản\tQuyết định\nNgày ban hành\t20/03/2025\nCơ quan ban hành\tUBND tỉnh Lào Cai\n"
    d = analyse(page).document
    assert (d.type, d.number, d.date, d.issuer) == ("quyet-dinh", "08/2025/QĐ-UBND", "2025-03-20", "uy-ban-nhan-dan-tinh-lao-cai")


def test_labels_that_name_the_paper_shown():
    got, _ = links(PAGE + "Văn bản hướng dẫn thi hành văn bản này (1)\n1. Thông tư số 13/2019/TT-BVHTTDL\nVăn bản bị văn bản này thay thế (0)\nKhông có\n")
    assert ("13/2019/TT-BVHTTDL", "guides", "self") in got


@pytest.mark.parametrize(
    ("cell", "parts"), [("Khoản 3 Điều 7; Điều 12", ["7", "12"]), ("Toàn bộ", []), ("", [])]
)  # fmt: skip
def test_the_cell_behind_what_befell_a_paper_tells_the_parts(cell, parts):
    _, a = links(f"{PAGE}Lịch sử hiệu lực\n30/12/2021 | Bị sửa đổi bởi | 129/2021/NĐ-CP | {cell}\n")
    (change,) = [r for r in a.relations if r.predicate == "amends"]
    assert [p.dieu for p in change.provisions] == parts


@pytest.mark.parametrize(
    "listed",
    [
        "A. Văn bản căn cứ (1)\n1. Luật Du lịch số 09/2017/QH14\nBan hành: 19/06/2017\n\nB. Văn bản bị thay thế (1)\n1. Nghị định số 158/2013/NĐ-CP\n",
        "Văn bản căn cứ (1)\n1. Luật Du lịch số 09/2017/QH14\n\nVăn bản bị thay thế (1)\nSTT | Số ký hiệu | Ngày ban hành\n1 | 158/2013/NĐ-CP | 12/11/2013\n",
    ],
)  # fmt: skip
def test_labels_with_letters_and_heads_of_tables(listed):
    got, _ = links(PAGE + "LƯỢC ĐỒ VĂN BẢN\n\n" + listed)
    assert got == {("self", "basedOn", "09/2017/QH14"), ("self", "replaces", "158/2013/NĐ-CP")}


RELATED = "{}\nVĂN BẢN CĂN CỨ (1)\n1. Luật Đất đai số 45/2013/QH13 (29/11/2013) - Quốc hội\n\nVĂN BẢN BỊ THAY THẾ (1)\n1. Quyết định số 15/2010/QĐ-UBND (5/6/2010) - UBND tỉnh Đắk Lắk\n"


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ("Quyết định số 39/2017/QĐ-UBND (22/12/2017) - UBND tỉnh Đắk Lắk - Về hạn mức đất ở", True),
        ("Tin: thực hiện Quyết định số 39/2017/QĐ-UBND (22/12/2017) của UBND tỉnh Đắk Lắk về hạn mức đất ở", False),
        ("Quyết định số 39/2017/QĐ-UBND (22/12/2017) - UBND tỉnh Đắk Lắk\nQuyết định số 40/2017/QĐ-UBND (22/12/2017) - UBND tỉnh Đắk Lắk", False),
    ],
)  # fmt: skip
def test_a_page_on_one_paper_that_is_not_the_paper(above, shown):
    a = analyse(RELATED.format(above))
    number = {d.id: d.number for d in a.documents}
    got = {(number.get(r.subject), r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"}
    page = {("39/2017/QĐ-UBND", "basedOn", "45/2013/QH13"), ("39/2017/QĐ-UBND", "replaces", "15/2010/QĐ-UBND")}
    assert got & page == (page if shown else set())


@pytest.mark.parametrize(("state", "scope"), [("Bị hết hiệu lực 1 phần", "partial"), ("Bị hết hiệu lực", None), ("Hết hiệu lực", "no link")])
def test_a_history_of_effect_tells_what_ended_its_paper(state, scope):
    a = analyse(f"Lịch sử hiệu lực: Quyết định 30/2013/QĐ-UBND\n29/11/2013 Văn bản được ban hành 30/2013/QĐ-UBND\n27/02/2015 {state} 413/QĐ-UBND\n")
    told = [(r.predicate, r.scope) for r in a.relations if r.predicate != "cites"]
    assert told == ([] if scope == "no link" else [("repeals", scope)])
