"""Type names in running text: the table of printed names, and the patterns that look for them."""

from __future__ import annotations

import re
from functools import cache

from kg import registry
from kg.anchors import spelt
from kg.normalise import fold_tone, lower
from kg.numbers import Number

SO = r"(?:số(?:\s+hiệu)?|ký\s+hiệu|so)"


@cache
def type_table() -> tuple[str, dict[str, str]]:
    """Alternation of all printed type names over low text, longest first, and name → slug."""
    table: dict[str, str] = {}
    for name, type_slug in registry.type_names():
        table.setdefault(" ".join(fold_tone(lower(name)).split()), type_slug)
    return spelt(table), table


def type_slug(name: str) -> str | None:
    """Slug of a printed type name in low form.

    >>> type_slug("chương trình hành động"), type_slug("văn bản") is None
    ('chuong-trinh-hanh-dong', True)
    """
    return type_table()[1].get(" ".join(name.split()))


@cache
def _at() -> re.Pattern[str]:
    return re.compile(type_table()[0] + r"(?!\w)")


def type_places(low: str) -> list[int]:
    """Where type names stand in a low text, found in one pass for all the patterns that begin with one.

    >>> type_places("theo quyết định này và công văn đó")
    [5, 23]
    """
    return [m.start() for m in _at().finditer(low)]


@cache
def type_left() -> re.Pattern[str]:
    """A type name right before a number: "Quyết định số"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]}|v(?<!\wv)ăn\s+bản)"
        rf"(?P<gap>\s*(?:,\s*)?(?:(?:có|mang)\s+)?(?:{SO})?\s*[:.]?\s*)$"
    )


@cache
def type_issuer_left() -> re.Pattern[str]:
    """A type name and its issuer before a number: "Quyết định của Bộ Chính trị số"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]})\s+(?P<lead>(?:của|do)\s+)?(?P<who>[^;:.\d()]{{3,90}}?)\s*,?\s*(?:ban\s+hành\s*)?{SO}\s*[:.]?\s*$"
    )


@cache
def short_forms() -> re.Pattern[str]:
    """A type name with a bare serial: "Pháp lệnh số 34"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]})(?<!(?<!\w)pháp luật)[ \t]+(?P<so>{SO}[ \t]*[:.]?\s*)?"
        r"(?P<serial>\d{1,4}[a-zđ]?)(?![\w/]|[-.]\d|\s*/|\s*%|\s*-\s*\w|\s*:?\s*[.…_]{3})"
    )


@cache
def anaphora() -> re.Pattern[str]:
    """A type name that points back: "Quyết định nói trên", "Chương trình này"."""
    after = r"(?=\s*[,.;:)\n]|\s+(?:có|được|thì|và|đã|của|đến|là|hết|chưa|không|về|quy|vẫn)(?!\w))"
    return re.compile(
        rf"(?P<type>{type_table()[0]})\s+(?P<how>(?:nói|nêu|kể|đã\s+nêu|đã\s+dẫn|dẫn)\s+(?:ở\s+)?trên|trên\s+đây|trên{after}|này(?!\w))"
    )


@cache
def type_by_day() -> re.Pattern[str]:
    """A type name that an issuer or a day follows: "Nghị quyết của", "Nghị quyết ngày 15"."""
    return re.compile(rf"(?P<type>{type_table()[0]})\s+(?:(?P<of>(?:của|do)\s+)|(?=ngày\s+\d))")


def code_type(number: Number) -> str | None:
    """The type that the code names; the State form of TT is Thông tư, the Party form Thông tri."""
    if number.type_code is None:
        return None
    options = registry.type_codes().get(number.type_code.casefold(), ())
    branches = {b.branch for b in number.bodies}
    for option in options:
        if not branches or branches & set(registry.types()[option].branches):
            return option
    return options[0] if options else None


def law_type(number: Number) -> str | None:
    """The type of an Assembly act by its number, where the registry of laws knows it."""
    for law in registry.laws():
        if law.number == number.printed:
            return law.type
    return None
