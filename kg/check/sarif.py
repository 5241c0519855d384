"""Findings as SARIF 2.1.0, which editors and review systems read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from kg.check.models import Finding, Lang, Place, Rule
from kg.check.rules import rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], lang: Lang = "vi", *, texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A SARIF log of one run.

    Args:
        findings: of any number of texts; their sources become relative addresses.
        lang: language of the messages.
        texts: source → text, for the lines round a finding; without it only the words are given.

    Returns:
        A dict for :func:`json.dumps`. Columns and offsets count code points.

    >>> from kg.check import check
    >>> log = sarif(check("Theo Chỉ thị số 33/CT-TTG ngày 26/11/2021.", source="a b.txt"))
    >>> result = log["runs"][0]["results"][0]
    >>> result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    ('C003', 'a%20b.txt')
    """
    known = list(rules().values())
    index = {one.code: at for at, one in enumerate(known)}
    driver = {"name": "kg check", "version": _version(), "language": lang, "rules": [_rule(one, lang) for one in known]}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(one, index[one.code], lang, (texts or {}).get(one.source), mends)
                    for one, mends in zip(findings, _mending(findings), strict=True)
                ],
            }
        ],
    }


def _version() -> str:
    try:
        return version("vn-legal-kg")
    except PackageNotFoundError:  # a copy that was never installed
        return "0"


def _rule(one: Rule, lang: Lang) -> dict[str, Any]:
    examples = [("Sai" if lang == "vi" else "Wrong", one.wrong), ("Đúng" if lang == "vi" else "Right", one.right)]
    shown = "\n\n".join(f"{word}:\n" + "\n".join(f"  {text}" for text in texts) for word, texts in examples)
    return {
        "id": one.code,
        "name": "".join(part.capitalize() for part in one.name.split("-")),
        "shortDescription": {"text": one.title[lang]},
        "fullDescription": {"text": one.explanation[lang]},
        "help": {"text": f"{one.explanation[lang]}\n\n{shown}"},
        "defaultConfiguration": {"level": one.severity, "enabled": not one.strict},
        "properties": {"tags": [one.group], "source": one.source},
    }


def _mending(findings: Sequence[Finding]) -> list[bool]:
    """Which findings carry their fix: of those at one place the first, for one replacement mends them all."""
    taken: list[tuple[str, int, int]] = []
    out = []
    for f in findings:
        free = f.fix is not None and not any(s == f.source and a < f.end and f.start < b for s, a, b in taken[-8:])
        if free:
            taken.append((f.source, f.start, f.end))
        out.append(free)
    return out


def _result(one: Finding, rule_index: int, lang: Lang, text: str | None, mends: bool) -> dict[str, Any]:
    advice = one.advice(lang)
    message = one.message(lang) + (f". {advice}" if advice else "")
    location: dict[str, Any] = {"physicalLocation": _physical(one.source, one.place, one.text)}
    if text is not None:
        location["physicalLocation"]["contextRegion"] = _context(one.place, text)
    if one.page is not None:
        location["logicalLocations"] = [{"name": f"trang {one.page}" if lang == "vi" else f"page {one.page}"}]
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule_index,
        "level": one.severity,
        "message": {"text": message},
        "locations": [location],
    }
    if one.also:
        result["relatedLocations"] = [
            {"id": at, "physicalLocation": _physical(one.source, place, None)} for at, place in enumerate(one.also, 1)
        ]
    if mends:
        replacement = {"deletedRegion": _region(one.place, None), "insertedContent": {"text": one.fix}}
        change = {"artifactLocation": {"uri": _uri(one.source)}, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": advice or one.message(lang)}, "artifactChanges": [change]}]
    return result


def _uri(source: str) -> str:
    return quote(source.replace("\\", "/"), safe="/#") or "-"


def _physical(source: str, place: Place, words: str | None) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(source)}, "region": _region(place, words)}


def _region(place: Place, words: str | None) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }
    return {**region, "snippet": {"text": words}} if words is not None else region


def _context(place: Place, text: str) -> dict[str, Any]:
    start = text.rfind("\n", 0, place.start) + 1
    stop = text.find("\n", place.end)
    return {
        "startLine": place.line,
        "endLine": place.end_line,
        "snippet": {"text": text[start : len(text) if stop < 0 else stop]},
    }
