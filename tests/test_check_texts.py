"""The linter on whole papers written for it: every planted fault is found, and nothing in clean ones.

A fault is marked ``{C012|the words}`` in the texts of ``tests/data/check/faulty``; what else is found there is a
mistake of the linter. ``tests/data/check/clean`` holds papers of many kinds without a fault.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.check import check, rules

DATA = Path(__file__).parent / "data" / "check"
CLEAN = sorted((DATA / "clean").glob("*.txt"))
FAULTY = sorted((DATA / "faulty").glob("*.txt"))
MARK = re.compile(r"\{(C\d{3})\|([^}]*)\}")

Fault = tuple[str, int, int]


def planted(source: str) -> tuple[str, list[Fault]]:
    """The text without marks, and the faults with their places in it."""
    text, faults, at = "", [], 0
    for m in MARK.finditer(source):
        text += source[at : m.start()]
        faults.append((m[1], len(text), len(text) + len(m[2])))
        text += m[2]
        at = m.end()
    return text + source[at:], faults


def meets(a: Fault, b: Fault) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def test_there_are_enough_texts_and_faults_of_enough_kinds() -> None:
    faults = [fault for path in FAULTY for fault in planted(path.read_text(encoding="utf-8"))[1]]
    assert len(CLEAN) >= 20
    assert len(faults) >= 60
    kinds = {code for code, _, _ in faults}
    needs_more = {code for code, one in rules().items() if one.strict or one.corpus}
    assert kinds >= set(rules()) - needs_more


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_nothing_is_found_in_a_clean_paper(path) -> None:
    found = check(path.read_text(encoding="utf-8"))
    assert [(f.code, f.text) for f in found] == []


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_every_planted_fault_is_found_and_nothing_else(path) -> None:
    text, faults = planted(path.read_text(encoding="utf-8"))
    found = [(f.code, f.start, f.end) for f in check(text)]
    assert [(f[0], text[f[1] : f[2]]) for f in faults if not any(meets(f, g) for g in found)] == []
    assert [(g[0], text[g[1] : g[2]]) for g in found if not any(meets(f, g) for f in faults)] == []
