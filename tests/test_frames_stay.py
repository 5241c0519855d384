"""What stays in force of a paper that a sentence would end."""

import pytest

from kg.analyse import analyse

HEAD = "BỘ XÂY DỰNG\nSố: 12/2024/QĐ-BXD\nHà Nội, ngày 5 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề danh mục\nQUYẾT ĐỊNH:\n"
A, B = "96/QĐ-BXD", "40/2018/TT-BXD"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (f"Điều 2. Đính chính Quyết định số {A} như sau: bỏ số thứ tự 14, do Thông tư số {B} vẫn còn hiệu lực.", {("corrects", A)}),
        (f"Điều 2. Bãi bỏ Quyết định số {A}, trừ Điều 5 tiếp tục có hiệu lực.", {("repeals", A)}),
        (f"Điều 2. Quyết định số {A} tiếp tục có hiệu lực, trừ Điều 3 hết hiệu lực.", {("repeals", A)}),
        (f"Điều 2. Quyết định số {A} và Thông tư số {B} tiếp tục có hiệu lực.", set()),
    ],
)
def test_what_stays_is_not_ended(words, want):
    a = analyse(f"{HEAD}{words}\nĐiều 3. Quyết định này có hiệu lực từ ngày ký.\n")
    names = {d.id: d.number for d in a.documents}
    ends = ("repeals", "corrects", "amends", "replaces")
    assert {(r.predicate, names[r.object]) for r in a.relations if r.predicate in ends} == want
