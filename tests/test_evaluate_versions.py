"""Gains and losses between two outputs."""

from __future__ import annotations

from kg.evaluate import Report, Verdict
from kg.evaluate.versions import change_lines, compare


def verdict(outcome: str, what: str, file: str = "a.txt", measure: str = "numbered", **more: object) -> Verdict:
    return Verdict(measure, outcome, file, what, **more)  # type: ignore[arg-type]


OLD = Report((verdict("missed", "Luật số 1"), verdict("right", "Luật số 2"), verdict("extra", "07/HĐ", "b.txt")))
NEW = Report((verdict("right", "Luật số 1"), verdict("missed", "Luật số 2"), verdict("right", "x", "b.txt")))


def test_gains_and_losses_by_text() -> None:
    a, b = compare(OLD, NEW)
    assert (a.file, [v.what for v in a.gains], [v.what for v in a.losses]) == ("a.txt", ["Luật số 1"], ["Luật số 2"])
    assert (b.file, [v.what for v in b.gains], b.losses) == ("b.txt", ["07/HĐ"], ())


def test_there_and_back_is_the_opposite() -> None:
    forth, back = compare(OLD, NEW), compare(NEW, OLD)
    assert [(c.gains, c.losses) for c in forth] == [(c.losses, c.gains) for c in back]


def test_nothing_changed() -> None:
    assert compare(OLD, OLD) == []
    assert change_lines([], "en") == ["gains 0, losses 0 (0 texts)"]


def test_the_same_fault_said_in_other_words_is_no_change() -> None:
    before = Report((verdict("missed", "Luật", measure="field", key="date", detail="2015 ≠ –"),))
    after = Report((verdict("missed", "Luật", measure="field", key="date", detail="2015 ≠ 2016"),))
    assert compare(before, after) == []


def test_a_fault_that_came_twice_and_now_once_is_one_gain() -> None:
    fault = verdict("extra", "33/CT-TTg", start=4)
    [change] = compare(Report((fault, fault)), Report((fault,)))
    assert (len(change.gains), len(change.losses)) == (1, 0)


def test_lines_in_both_languages() -> None:
    changes = compare(OLD, NEW)
    assert change_lines(changes, "en") == [
        "+ a.txt: missed, mention with a number: Luật số 1",
        "- a.txt: missed, mention with a number: Luật số 2",
        "+ b.txt: extra, mention with a number: 07/HĐ",
        "gains 2, losses 1 (2 texts)",
    ]
    assert change_lines(changes, "vi")[-1] == "tốt lên 2, xấu đi 1 (2 văn bản)"
