"""Rules about dates: days that do not exist, that contradict the number, that lie in the future."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace

from kg import registry
from kg.check.draft import Draft
from kg.check.models import Hit
from kg.dates import certainly_before
from kg.events import ordinal

_DAY = re.compile(
    r"(?:ngày\s+|(?<=\())(?P<d>\d{1,2})\s*(?:[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})(?![\d/])"
    r"|tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4}))"
)
_GARBLED = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+(?P<word>tháng)\s+(?:19|20)\d\d(?!\d)")
_MANY = 3
_PORTAL = re.compile(r"ngày\s+(?:ban\s+hành|hiệu\s+lực|có\s+hiệu\s+lực)\s*[:|]")
_KHOA = re.compile(r"[\s,(]*(?:của\s+)?(?:[^\s,;.()\d]+\s+){0,10}?\(?khóa\s+(?P<term>[ivx]{1,5})(?!\w)")


def printed_day(iso: str) -> str:
    """An ISO date as a Vietnamese reader prints it.

    >>> printed_day("2021-11-26"), printed_day("2021-11"), printed_day("--11-20"), printed_day("2021")
    ('26/11/2021', '11/2021', '20/11', '2021')
    """
    if iso.startswith("--"):
        return f"{iso[5:]}/{iso[2:4]}"
    return "/".join(reversed(iso.split("-")))


def impossible(draft: Draft) -> Iterator[Hit]:
    """C011: a day or month that no calendar has."""
    for m in _DAY.finditer(draft.low):
        day, month, year = int(m["d"]), int(m["m"] or m["m2"]), int(m["y"] or m["y2"])
        if 1 <= month <= 12 and 1900 <= year <= 2100 and 1 <= day <= calendar.monthrange(year, month)[1]:
            continue
        if not 1900 <= year <= 2100 and 1 <= month <= 12:
            continue
        start = m.start("d")
        facts = {"date": " ".join(draft.plain.text[start : m.end()].split()), "last": _last(month, year)}
        yield Hit(m.start(), m.end(), facts)


def _last(month: int, year: int) -> str:
    return f"{calendar.monthrange(year, month)[1]}/{month}" if 1 <= month <= 12 else "31/12"


def year_and_number(draft: Draft) -> Iterator[Hit]:
    """C012: the date is of another year than the number."""
    for c in draft.cites:
        if c.number is None or c.number.year is None or c.date is None or c.date.startswith("--"):
            continue
        if int(c.date[:4]) == c.number.year:
            continue
        yield Hit(
            c.date_start,
            c.date_end,
            {"date": printed_day(c.date), "number": c.number.printed, "year": str(c.number.year), "other": c.date[:4]},
            also=((c.number_start, c.number_end),),
        )


def future(draft: Draft) -> Iterator[Hit]:
    """C013: a cited document is younger than the draft."""
    if draft.date is None or draft.header.number_span is None or _PORTAL.search(draft.low, 0, 3000):
        return  # a page about a document lists what came after it
    first: dict[str, Hit] = {}
    for c in draft.cites:
        if c.mention.target == draft.analysis.document.id:
            continue
        dated = c.date if c.date and not c.date.startswith("--") and len(c.date) == 10 else None
        numbered = str(c.number.year) if c.number and c.number.year else None
        said = dated or numbered
        if said is None or not certainly_before(draft.date, said):
            continue
        start, end = (c.date_start, c.date_end) if dated else (c.number_start, c.number_end)
        facts = {"date": printed_day(said), "own": printed_day(draft.date), "words": " ".join(c.mention.text.split())}
        first.setdefault(c.mention.target or c.mention.text, Hit(start, end, facts))
    hits = list(first.values())
    if len(hits) > _MANY:  # the draft's own date is wrong then, once
        yield replace(hits[0], also=tuple((hit.start, hit.end) for hit in hits[1:]))
    else:
        yield from hits


def garbled(draft: Draft) -> Iterator[Hit]:
    """C014: "tháng" where "năm" is meant."""
    for m in _GARBLED.finditer(draft.low):
        start, end = m.span("word")
        words = draft.plain.text
        right = " ".join((words[m.start() : start] + "năm" + words[end : m.end()]).split())
        yield Hit(start, end, {"right": right}, "năm")


def yearless(draft: Draft) -> Iterator[Hit]:
    """C015: day and month without the year, and nothing else in the draft tells it."""
    for c in draft.cites:
        if c.date is None or not c.date.startswith("--") or (c.number and c.number.year):
            continue
        if any(o.date and not o.date.startswith("--") for o in draft.cites_of(c.mention.target or "")):
            continue
        yield Hit(c.date_start, c.date_end, {"date": printed_day(c.date), "words": c.mention.text})


def zeros(draft: Draft) -> Iterator[Hit]:
    """C016: a day below 10, or January or February, without its leading zero."""
    pattern = re.compile(
        r"ngày\s+(?P<d>\d{1,2})(?P<gap>\s*/\s*|\s+tháng\s+)(?P<m>\d{1,2})(?=\s*/\s*\d{4}|\s+năm\s+\d{4})"
    )
    for c in draft.cites:
        m = pattern.search(draft.low, c.date_start, c.date_end + 12) if c.date_end > c.date_start else None
        if m is None or m.start() >= c.date_end:
            continue
        day = m["d"].zfill(2)
        month = m["m"].zfill(2) if int(m["m"]) < 3 else m["m"]
        if (day, month) == (m["d"], m["m"]):
            continue
        right = day + draft.plain.text[m.start("gap") : m.end("gap")] + month
        yield Hit(m.start("d"), m.end("m"), {"right": " ".join(right.split())}, right)


def party_term(draft: Draft) -> Iterator[Hit]:
    """C017: "khóa XII" beside a date of another term of the Central Committee."""
    for c in draft.cites:
        if c.number is None or not c.number.party or not c.number.bodies or c.number.bodies[0].series != "dcsvn-tw":
            continue
        if c.date is None or c.date.startswith("--"):
            continue
        m = _KHOA.match(draft.low, c.end)
        term = registry.party_term(c.date)
        named = ordinal(m["term"]) if m else None
        if m is None or term is None or named is None or named == term or named > 20:
            continue
        facts = {"named": m["term"].upper(), "date": printed_day(c.date), "right": _roman(term)}
        yield Hit(m.start("term"), m.end("term"), facts, also=((c.date_start, c.date_end),))


def _roman(number: int) -> str:
    return next((t.label for t in registry.terms() if t.body == "party" and t.number == number), str(number))
