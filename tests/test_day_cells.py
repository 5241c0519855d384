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
