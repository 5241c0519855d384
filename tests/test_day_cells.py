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
