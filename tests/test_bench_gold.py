"""Marked text becomes gold that the loader takes, with exact offsets."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import bench.gold
from bench import accuracy
from bench.gold import main, parse, provisions
from kg.evaluate import Report, Verdict
from kg.gold import load_gold

BLOCK = """d99_case
case: two documents of one number
own: quyet-dinh | 12/QĐ-UBND | 2024-03-05 | uy-ban-nhan-dan-tinh-son-la | Sơn La
@N: nghi-dinh | 30/2020/NĐ-CP | 2020-03-05 | chinh-phu
@A: chi-thi | 33/CT-TTg | 2021-11-26 | thu-tuong-chinh-phu
@B: chi-thi | 33/CT-TTg | 2020-08-20 | thu-tuong-chinh-phu
@L: luat | - | 2015 | quoc-hoi | 77/2015/QH13
@M: luat | - | - | quoc-hoi
text:
Theo khoản 2 Điều 5 [[N:Nghị định số 30/2020/NĐ-CP ngày 05/3/2020|d5.k2]]; [[N:Nghị định nói trên]] dẫn chiếu
[[L:Luật sửa đổi [[M:Luật Tổ chức
Chính phủ]] năm 2015]], [[A:Chỉ thị số 33/CT-TTg]] và [[B:Chỉ thị số 33/CT-TTg]].
end
this basedOn N
this repeals N partial d5.k2,d7
L amends M heading whole
allow: this cites L
never: A same-as B : other year
conflict: 30/2020/NĐ-CP date 2020-03-05, 2020-03-06
"""


def test_a_case_is_gold(tmp_path: Path) -> None:
    source = tmp_path / "case.txt"
    source.write_text(f"### {BLOCK}", encoding="utf-8")
    assert main([str(source), "-o", str(tmp_path)]) == 0
    [gold] = load_gold(tmp_path / "d99_case.json")
    assert gold == parse(BLOCK)
    assert "[[" not in gold["text"]
    assert "]]" not in gold["text"]
    rows = {m["text"]: m for m in gold["mentions"]}
    assert all(gold["text"][m["start"] : m["end"]] == m["text"] for m in gold["mentions"])
    assert rows["Nghị định số 30/2020/NĐ-CP"]["pinpoints"] == [{"dieu": "5", "khoan": "2"}]
    assert "kind" not in rows["Nghị định số 30/2020/NĐ-CP"]
    back = rows["Nghị định nói trên"]
    assert (back["kind"], back["number"], back["target"]) == ("back", "30/2020/NĐ-CP", "30/2020/NĐ-CP")
    assert rows["Luật sửa đổi Luật Tổ chức\nChính phủ năm 2015"]["resolves"] == "77/2015/QH13"
    assert rows["Luật Tổ chức\nChính phủ"]["target"] == "Luật Tổ chức Chính phủ"
    assert [m["target"] for m in gold["mentions"][-2:]] == ["33/CT-TTg@2021-11-26", "33/CT-TTg@2020-08-20"]


def test_links_of_a_case() -> None:
    gold = parse(BLOCK)
    based, repeals, amends = gold["relations"]
    assert based == {"subject": "this", "predicate": "basedOn", "object": "30/2020/NĐ-CP", "strength": "stated"}
    assert repeals["scope"] == "partial"
    assert repeals["provisions"] == [{"dieu": "5", "khoan": "2"}, {"dieu": "7"}]
    assert (amends["strength"], amends["scope"], amends["object"]) == ("heading", None, "Luật Tổ chức Chính phủ")
    assert gold["allowed"][0]["predicate"] == "cites"
    assert gold["never"][0]["why"] == "other year"
    assert gold["conflicts"] == [{"number": "30/2020/NĐ-CP", "field": "date", "values": ["2020-03-05", "2020-03-06"]}]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[A:Chỉ thị số 33/CT-TTg]]", "Chỉ thị số 33/CT-TTg", "A is described but not marked"),
        ("[[A:Chỉ thị số 33/CT-TTg]]", "[[A:Chỉ thị số 33/CT-TTg", "a mark is not closed"),
        ("case:", "cases:", "'cases: two documents of one number' is not understood"),
    ],
)
def test_a_slip_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(BLOCK.replace(old, new))


def test_examples() -> None:
    assert doctest.testmod(bench.gold).failed == 0
    assert provisions("") == []


def test_tables_of_accuracy_leave_out_what_was_not_measured() -> None:
    verdicts = (Verdict("numbered", "right", "a", "x"), Verdict("numbered", "extra", "a", "y"), Verdict("named", "missed", "a", "z"))
    made = accuracy.table({"one (1)": Report(verdicts), "two (1)": Report()}, accuracy.MEASURES)
    assert made == [
        "| measure | one (1) | two (1) |",
        "| --- | ---: | ---: |",
        "| mention with a number | 0.500 / 1.000 / 0.667 (1) |  |",
        "| mention by name | 0.000 (0 of 1) |  |",
    ]


def test_sets_that_are_absent_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "case.txt").write_text(f"### {BLOCK}", encoding="utf-8")
    main([str(tmp_path / "case.txt"), "-o", str(tmp_path)])
    made = accuracy.measured({"own": tmp_path, "other": tmp_path / "absent"})
    assert list(made) == ["own (1)"]
    assert accuracy.confidence(made["own (1)"])[2].startswith("| mentions | ")
