"""Which of the papers named before "Nghị định nói trên" means: not the amender, not the one that is ended."""

import pytest

from tests.drafts import REPORT, told

A, B = "Nghị định số 28/2015/NĐ-CP ngày 12/3/2015", "Nghị định số 61/2020/NĐ-CP ngày 29/5/2020"


@pytest.mark.parametrize(
    ("words", "which", "meant"),
    [
        (f"{A}, được sửa đổi, bổ sung bởi {B}.", "nói trên", "28/2015/NĐ-CP"),
        (f"{A}, được sửa đổi, bổ sung bởi khoản 2 Điều 1 {B}.", "nói trên", "28/2015/NĐ-CP"),
        (f"{B} thay thế {A}.", "này", "61/2020/NĐ-CP"),
        (f"{A} được thay thế bởi {B}.", "này", "61/2020/NĐ-CP"),
    ],
)
def test_whom_the_next_sentence_means(words, which, meant):
    text = f"{REPORT}{words} Nghị định {which} được hướng dẫn bởi Thông tư số 5/2021/TT-BNV.\n"
    assert f"5/2021/TT-BNV guides {meant}" in told(text)


def test_of_two_papers_named_alike_none_is_meant():
    text = f"{REPORT}Áp dụng {A} và {B}. Nghị định này được hướng dẫn bởi Thông tư số 5/2021/TT-BNV.\n"
    assert told(text) == set()
