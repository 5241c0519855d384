"""Notes whose marks are letters, signs, or figures below "Ghi chú"."""

import pytest

from kg.normalise import plain
from kg.note_marks import marked_notes
from tests import drafts


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("theo A (a), B (b).\n\n(a) Ngày 5.\n(b) Ngày 6.\n", ["(a)", "(b)"]),
        ("theo A(i) và B(ii).\n(i) Ngày 5.\n(ii) Ngày 6.\n", ["(i)", "(ii)"]),
        ("theo A [a], B [b].\n[a] Ngày 5.\n[b] Ngày 6.\n", ["[a]", "[b]"]),
        ("theo A {1}, B {2}.\n{1} Ngày 5.\n{2} Ngày 6.\n", ["{1}", "{2}"]),
        ("ngày 11/1/2021 1/, ngày 12/2/2022 2/.\n1/ Ngày 5.\n2/ Ngày 6.\n", ["1/", "2/"]),
        ("theo A†.\n† Ngày 5.\n", ["†"]),
        ("theo A¹ và B².\nGhi chú:\n1. Ngày 5.\n2. Ngày 6.\n", ["1", "2"]),
        # items of a list, a part that is named, one alone, the wrong order, called twice, called below
        ("gồm:\n(a) Ngày 5;\n(b) Ngày 6.\n", []),
        ("gồm điểm (a), điểm (b):\n(a) Ngày 5;\n(b) Ngày 6.\n", []),
        ("theo A (a).\n(a) Ngày 5.\n", []),
        ("theo A (b), B (a).\n(a) Ngày 5.\n(b) Ngày 6.\n", []),
        ("theo A (a), B (b), C (a).\n(a) Ngày 5.\n(b) Ngày 6.\n", []),
        ("gồm:\n(a) Ngày 5;\n(b) Ngày 6.\nTheo (a) và (b).\n", []),
        ("theo A¹.\nNhiệm vụ:\n1. Ngày 5.\n", []),
    ],
)
def test_what_is_a_note(text, marks):
    assert [n.mark for n in marked_notes(plain(text).text)] == marks


A, B = "Nghị định số 36/2016/NĐ-CP ngày 15/5/2016", "Nghị định số 9/2010/NĐ-CP ngày 8/2/2010"


@pytest.mark.parametrize("marks", ["(a)(b)", "[a][b]", "{1}{2}", "†‡"])
def test_they_tell_of_the_paper_that_calls_them(marks):
    first, second = (marks[: len(marks) // 2], marks[len(marks) // 2 :])
    text = f"Theo {A} {first}, rác phải thu gom {second}.\n\n{first} Thay thế {B}.\n{second} Năm 2023: 5 tấn.\n"
    assert drafts.said(drafts.REPORT + text) == {("36/2016/NĐ-CP", "replaces", "9/2010/NĐ-CP")}
