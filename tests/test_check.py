"""The linter: every rule proved by its own examples, exact places, the library's promises."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.check import SEVERITIES, check, rule, rules
from kg.check.rules import FUNCTIONS, chosen
from kg.errors import KgError

RULES = list(rules().values())
NUMBERED = "Thực hiện Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị."


def wrong_examples() -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(one, text, id=f"{one.code}-{n}") for one in RULES for n, text in enumerate(one.wrong)]


def right_examples() -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(one, text, id=f"{one.code}-{n}") for one in RULES for n, text in enumerate(one.right)]


def findings(one: kg.check.Rule, text: str) -> list[kg.check.Finding]:  # type: ignore[name-defined]
    from kg.check.examples import corpus_graph

    graph = corpus_graph(one.corpus) if one.corpus else None
    return check(text, graph=graph, strict=one.strict)


@pytest.mark.parametrize(("one", "text"), wrong_examples())
def test_a_rule_finds_its_wrong_example_and_nothing_else_is_found(one, text) -> None:
    found = findings(one, text)
    assert {f.code for f in found} == {one.code}
    for f in found:
        assert "{" not in f.message("vi") + f.message("en") + f.advice("vi") + f.advice("en")


@pytest.mark.parametrize(("one", "text"), right_examples())
def test_nothing_is_found_in_a_right_example(one, text) -> None:
    assert [(f.code, f.text) for f in findings(one, text)] == []


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_rules_are_documented_in_both_languages(one) -> None:
    for texts in (one.title, one.explanation, one.message, one.advice):
        assert texts["vi"].strip()
        assert texts["en"].strip()
        assert texts["vi"] != texts["en"]
    assert one.wrong
    assert one.right
    assert one.source
    assert one.basis in ("S", "P", "K")
    assert FUNCTIONS[one.code].__doc__.startswith(f"{one.code}: ")


def test_a_safe_fix_mends_what_was_found() -> None:
    for one in RULES:
        for text in one.wrong:
            fixes = [f for f in findings(one, text) if f.fix is not None and f.code == one.code]
            for f in reversed(fixes):
                text = text[: f.start] + f.fix + text[f.end :]
            if fixes:
                assert one.code not in {f.code for f in findings(one, text)}, (one.code, text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_are_those_of_the_text_as_read(form) -> None:
    text = unicodedata.normalize(form, f"Mở đầu 😀\r\n\r\n  {NUMBERED}\r\nHết.")
    (found,) = check(text, source="a.txt")
    assert unicodedata.normalize("NFC", found.text) == "Nghị quyết số 290-QĐ/TW"
    assert text[found.start : found.end] == found.text
    assert found.place.line == found.place.end_line == 3
    assert text.split("\r\n")[2][found.place.column - 1 : found.place.end_column - 1] == found.text
    assert found.source == "a.txt"


def test_an_analysis_is_checked_like_its_text() -> None:
    text = f"{NUMBERED} Căn cứ Nghị định số 98/2021NĐ-CP ngày 31/02/2021 của Chính phủ;"
    assert check(kg.extract(text)) == check(text)


def test_rules_are_chosen_by_code_group_and_severity() -> None:
    text = f"{NUMBERED} Theo Chỉ thị số 33/CT-TTG ngày 26/11/2021 của Thủ tướng Chính phủ."
    assert [f.code for f in check(text)] == ["C001", "C003"]
    assert [f.code for f in check(text, severity="error")] == ["C001"]
    assert [f.code for f in check(text, select=["C003"])] == ["C003"]
    assert [f.code for f in check(text, ignore=["C00"])] == []
    assert all(not one.strict for one in chosen())
    assert {one.code for one in chosen(strict=True)} == set(rules())
    assert [one.code for one in chosen(["c016"])] == ["C016"]


@pytest.mark.parametrize("code", ["C999", "X", "C0123"])
def test_an_unknown_code_is_refused(code) -> None:
    with pytest.raises(KgError, match=code):
        chosen([code])
    with pytest.raises(KgError, match=code):
        rule(code)


PIECES = [t for one in RULES for t in (*one.wrong, *one.right)] + ["\n", "Điều 1. ", "số …/QĐ-UBND", "ngày 31/02", "“", "\u0302"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=6))
def test_any_text_is_checked_and_its_places_are_exact(parts) -> None:
    text = "".join(parts)
    found = check(text, strict=True)
    assert [f.start for f in found] == sorted(f.start for f in found)
    for f in found:
        assert 0 <= f.start < f.end <= len(text)
        assert text[f.start : f.end] == f.text
        assert f.severity in SEVERITIES
        assert f.message("vi")
        assert f.message("en")


def test_the_documentation_lists_every_rule() -> None:
    from pathlib import Path

    page = (Path(__file__).resolve().parents[1] / "docs" / "check.md").read_text(encoding="utf-8")
    for one in RULES:
        severity = f"{one.severity}, *strict*" if one.strict else one.severity
        assert f"| {one.code} | {severity} | {one.title['vi']} | {one.title['en']} |" in page
    assert page.count("\n| C0") >= len(RULES)
