"""The day of a paper below its number, in a cell of its row, in a letterhead within the text."""

import pytest

from kg.analyse import analyse

HEAD = "VĂN BẢN LIÊN QUAN\n"


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ("• Nghị định 88/2024/NĐ-CP quy định về bồi thường | 15/07/2024\n", "2024-07-15"),
        ("Nghị định 88/2024/NĐ-CP\tQuy định về bồi thường\t15/07/2024\n", "2024-07-15"),
        ("1   88/2024/NĐ-CP      15/07/2024    Bồi thường, hỗ trợ\n", "2024-07-15"),
        ("- Nghị định 88/2024/NĐ-CP quy định về bồi thường\n  Ban hành: 15/07/2024 | Hiệu lực: 01/08/2024\n", "2024-07-15"),
        ("- Nghị định 88/2024/NĐ-CP quy định về bồi thường. Ban hành: 15/07/2024. Hiệu lực: 01/08/2024\n", "2024-07-15"),
        # a year that the number forbids, a day that follows other words, another paper in the row
        ("• Nghị định 88/2024/NĐ-CP quy định về bồi thường | 15/07/2025\n", "2024"),
        ("Bảng giá theo Nghị định 88/2024/NĐ-CP lần sau cùng | 15/07/2024\n", "2024"),
        ("• Thông tư 05/2024/TT-BTNMT theo Nghị định 88/2024/NĐ-CP về bồi thường | 15/07/2024\n", "2024"),
    ],
)
def test_days_beside_a_number(rows, day):
    dates = {d.number: d.date for d in analyse(HEAD + rows).documents}
    assert dates["88/2024/NĐ-CP"] == day


@pytest.mark.parametrize(
    ("cell", "date"),
    [("Bị bãi bỏ bởi Quyết định số 19/2023/QĐ-UBND | 05/11/2023", "2023"), ("Quyết định số 19/2023/QĐ-UBND | 25/10/2023", "2023-10-25")],
)
def test_the_day_behind_what_ended_an_act_is_that_of_the_end(cell, date):
    a = analyse(f"DANH MỤC\nSTT | Văn bản | Lý do | Ngày\n1 | Quy chế chợ | {cell}\n")
    assert {d.number: d.date for d in a.documents}["19/2023/QĐ-UBND"] == date


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("- Luật Đất đai 2024", "2024-01-18"),
        ("1. Luật Đất đai", "2024-01-18"),
        ("Tìm hiểu về Luật Đất đai 2024", "2024"),  # does not begin the line
        ("- Luật Đất đai 2013", "2013"),  # of another year
    ],
)
def test_the_day_of_a_law_below_its_name(above, day):
    text = f"Danh mục văn bản:\n{above}\nBan hành: 18/01/2024 | Hiệu lực: 01/01/2025\n"
    assert [m.date for m in analyse(text).mentions] == [day]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("1 | Luật Đất đai | 18/01/2024", "2024-01-18"),
        ("1 | Luật Đất đai | Ban hành 19/02/2024", "2024-02-19"),  # told to be that day
        ("1 | Luật Đất đai | 01/8/2024", None),  # may be that of its force
        ("1 | Luật Đất đai | 18/01/2023", None),
    ],
)
def test_the_day_in_the_row_of_a_law(row, day):
    assert [m.date for m in analyse(f"DANH MỤC VĂN BẢN\n\nSTT | Văn bản | Ngày\n{row}\n").mentions] == [day]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("STT | Số ký hiệu | Trích yếu | Ngày ban hành | Hiệu lực", "2017-03-20"),
        ("STT | Số ký hiệu | Trích yếu | Ngày hết hiệu lực | Hiệu lực", "2017"),
        ("STT | Số ký hiệu | Ngày ban hành | Trích yếu", "2017"),  # another table
    ],
)
def test_a_column_of_days_behind_the_title(head, day):
    from kg.analyse import analyse

    row = "1 | 13/2017/QĐ-UBND | Ban hành đơn giá cây trồng tỉnh Lâm Đồng | 20/03/2017 | Hết hiệu lực"
    (m,) = analyse(f"{head}\n{row}\nTải về: 22_2019_QD-UBND.doc").mentions  # the name of a file is none
    assert m.date == day
