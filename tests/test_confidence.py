"""Confidence is a measured share: of the part, drawn towards its group, of the group towards all."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import confidence
from kg.analyse import analyse
from kg.confidence import COLUMNS, KINDS, OPEN, Count, Shares, of_link, of_mention, shares
from kg.errors import RegistryError
from kg.found import Found
from kg.registry_check import check

TABLES = Path(__file__).parents[1] / "data" / "registry"
counts = st.builds(Count, st.integers(0, 500), st.integers(0, 500))
keys = st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]))


@settings(deadline=None)
@given(st.dictionaries(keys, counts))
def test_nothing_is_certain_and_nothing_impossible(given_: dict[tuple[str, str], Count]) -> None:
    made = Shares.of(given_)
    for share in (made.usual, *made.groups.values(), *made.parts.values()):
        assert 0 < share < 1
    assert made.share("never counted", "") == made.usual


@settings(deadline=None)
@given(st.dictionaries(keys, counts), keys)
def test_a_right_result_more_never_lowers_and_a_wrong_one_never_raises(
    given_: dict[tuple[str, str], Count], key: tuple[str, str]
) -> None:
    def share(more: Count) -> float:
        return Shares.of({**given_, key: given_.get(key, Count()) + more}).share(*key)

    assert share(Count(1, 0)) >= share(Count()) - 1e-12 >= share(Count(0, 1)) - 2e-12


def test_many_results_speak_for_themselves_and_few_for_their_group() -> None:
    made = Shares.of({("a", "x"): Count(900, 100), ("a", "y"): Count(1, 0), ("b", ""): Count(990, 10)})
    assert made.share("a", "x") == pytest.approx(0.9, abs=0.005)
    assert abs(made.share("a", "y") - made.groups["a"]) < 0.01
    assert made.share("a", "unknown") == made.groups["a"]
    assert made.groups["a"] < made.usual < made.groups["b"]


def table(folder: Path, *rows: tuple[object, ...]) -> Path:
    for file in TABLES.iterdir():
        shutil.copy(file, folder)
    with open(folder / "confidence.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([COLUMNS, *rows])
    return folder


def test_rows_of_several_sources_add_up_and_what_was_in_view_counts_less(tmp_path: Path) -> None:
    rows = [("relation", "title", "amends", 40, 10, seen, f"s{seen}", "S") for seen in ("no", "yes")]
    made = shares("relation", table(tmp_path, *rows))
    assert made == Shares.of({("title", "amends"): Count(40 + 40 * confidence.SEEN, 20)})
    assert shares("mention", tmp_path).usual == 0.5


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("link", "title", "", 1, 0, "no", "s", "S"), "column kind"),
        (("mention", "", "", 1, 0, "no", "s", "S"), "column group"),
        (("mention", "typed", "", "1.5", 0, "no", "s", "S"), "column right"),
        (("mention", "typed", "", 1, 0, "perhaps", "s", "S"), "column seen"),
        (("mention", "typed", "", 1, 0, "no", "", "S"), "column source"),
    ],
)
def test_a_wrong_row_is_named_before_a_build(tmp_path: Path, row: tuple[object, ...], said: str) -> None:
    with pytest.raises(RegistryError, match=rf"confidence\.csv, line 2, {said}"):
        check(table(tmp_path, row))


def test_the_table_counts_results_of_both_kinds_in_view_and_not() -> None:
    with open(TABLES / "confidence.csv", encoding="utf-8", newline="") as rows:
        found = list(csv.DictReader(rows))
    assert {row["kind"] for row in found} == set(KINDS)
    for kind in KINDS:
        for seen in ("yes", "no"):
            total = sum(int(row["right"]) + int(row["wrong"]) for row in found if (row["kind"], row["seen"]) == (kind, seen))
            assert total >= 100, (kind, seen)


def test_a_doubtful_mention_makes_its_link_doubtful() -> None:
    made = shares("mention").groups
    doubtful, sure = min(made, key=lambda g: made[g]), max(made, key=lambda g: made[g])
    assert of_mention(doubtful) < of_mention(sure)
    assert of_link("title", "amends", doubtful) < of_link("title", "amends", sure)
    assert of_link("enacting", "repeals", sure) <= 0.999


def test_results_carry_the_confidence_of_how_they_were_read() -> None:
    text = (
        "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Luật Tiếp công dân và Kế hoạch "
        "số 41/KH-UBND, số 42/KH-UBND; Pháp lệnh số 34."
    )
    one = analyse(text)
    assert {"typed", "name", "listed"} <= {m.reading for m in one.mentions}
    for m in one.mentions:
        open_ = m.target is None or m.target.startswith("ref_")
        assert m.confidence == of_mention(m.reading, is_open=open_)
    readings = {(m.start, m.end): m.reading for m in one.mentions}
    for r in one.relations:
        assert r.confidence == of_link(r.frame, r.predicate, readings[r.evidence.start, r.evidence.end])


def test_an_open_document_is_a_part_of_its_own() -> None:
    assert (OPEN in {part for _, part in shares("mention").parts}) is True
    assert Found._field_defaults["reading"] in shares("mention").groups
