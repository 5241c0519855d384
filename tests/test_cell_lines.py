"""Rows of tables whose cells stand on lines of their own."""

import pytest

from kg.analyse import analyse

LIST = (
    "BỘ XÂY DỰNG\nSố: 71/QĐ-BXD\nHà Nội, ngày 26 tháng 01 năm 2024\nQUYẾT ĐỊNH\nCông bố danh mục văn bản hết hiệu lực\n"
    "Điều 1. Công bố Danh mục kèm theo.\n\nPhụ lục\nVĂN BẢN HẾT HIỆU LỰC\nSTT\nTên văn bản\nLý do\n"
)


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {
        (names[r.subject], r.predicate, names[r.object], tuple(str(p.dieu) for p in r.provisions))
        for r in a.relations
        if r.predicate != "cites"
    }


@pytest.mark.parametrize(
    ("rows", "want"),
    [
        ("1\nThông tư số 7/2016/TT-BXD ngày 10/3/2016\nVề giá hợp đồng\nĐược thay thế bởi Thông tư số 2/2023/TT-BXD ngày 03/3/2023\n20/4/2023\n"
         "2\nQuyết định số 35/2006/QĐ-BXD\nVề định mức\nBị bãi bỏ bởi khoản 2 Điều 5 Thông tư số 4/2023/TT-BXD\n15/8/2023\n",
         {("2/2023/TT-BXD", "replaces", "7/2016/TT-BXD", ()), ("4/2023/TT-BXD", "repeals", "35/2006/QĐ-BXD", ())}),
        ("1\nĐiều 4, Điều 7 Thông tư số 7/2016/TT-BXD\nĐược sửa đổi, bổ sung bởi Thông tư số 2/2023/TT-BXD\n",
         {("2/2023/TT-BXD", "amends", "7/2016/TT-BXD", ("4", "7"))}),
        # two acts in one row: of which the passive speaks is not told
        ("1\nThông tư số 7/2016/TT-BXD\nThông tư số 8/2016/TT-BXD\nĐược thay thế bởi Thông tư số 2/2023/TT-BXD\n", set()),
        # the act of the row before is not that of a row that names none
        ("1\nThông tư số 7/2016/TT-BXD\nVề giá\n2\nQCVN 06:2022/BXD\nĐược thay thế bởi Thông tư số 2/2023/TT-BXD\n", set()),
        ("1\nQCVN 06:2022/BXD ban hành kèm theo Thông tư số 7/2016/TT-BXD\nĐược thay thế bởi Thông tư số 2/2023/TT-BXD\n", set()),
    ],
)  # fmt: skip
def test_the_passive_on_its_line_speaks_of_the_act_of_the_row(rows, want):
    assert links(LIST + rows) == want
