"""The articles of a draft, so that references to its own provisions can be followed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

_ARTICLE = re.compile(r"(?m)^[ \t*#>]*điều\s+(?P<number>\d{1,3}[a-zđ]?)\s*[.:](?!\d)")
_CLAUSE = re.compile(r"(?m)^[ \t*]*(?P<number>\d{1,2}[a-zđ]?)\s*[.)]\s+(?=\S)")
_POINT = re.compile(r"(?m)^[ \t*]*(?P<letter>[a-zđ]\d?)\s*\)\s*(?=\S)")
_QUOTED = re.compile(r"(?m)^[ \t]*[“\"«]")


@dataclass(frozen=True, slots=True)
class Article:
    """One article: where it stands, its clauses with their points.

    Attributes:
        part: which run of articles it belongs to; an attached regulation begins again with Article 1.
        clauses: clause number → letters of its points; the key ``""`` holds points without a clause.
        quoted: whether another act is quoted in it, whose clauses look like its own.
        sure: whether its clauses are all there: they count up from one, and nothing is quoted.
    """

    number: str
    part: int
    start: int
    end: int
    clauses: dict[str, tuple[str, ...]]
    quoted: bool
    sure: bool


def articles(low: str) -> tuple[Article, ...]:
    """The articles of a low plain text, in order.

    >>> a = articles("điều 1. phạm vi\\n1. một\\na) x\\nb) y\\n2. hai\\nđiều 2. hết\\n")
    >>> [(x.number, x.clauses) for x in a]
    [('1', {'1': ('a', 'b'), '2': ()}), ('2', {})]
    """
    heads = list(_ARTICLE.finditer(low))
    out: list[Article] = []
    part, previous = 0, 0
    for n, m in enumerate(heads):
        end = heads[n + 1].start() if n + 1 < len(heads) else len(low)
        number = int(re.sub(r"\D", "", m["number"]))
        if number == 1 and previous >= 1:
            part += 1
        previous = number
        body = low[m.end() : end]
        clauses = _clauses(body)
        quoted = _QUOTED.search(body) is not None
        out.append(Article(m["number"], part, m.start(), end, clauses, quoted, not quoted and _counted(clauses)))
    return tuple(out)


_LETTERS = "abcdđeghiklmnopqrstuvxy"


def lettered(points: tuple[str, ...]) -> bool:
    """Whether points run from a without a gap: else a letter was lost in the layout.

    >>> lettered(("a", "b", "c", "d", "đ")), lettered(("b",)), lettered(("a", "c"))
    (True, False, False)
    """
    plain = [p for p in points if len(p) == 1]
    return len(plain) > 1 and "".join(plain) == _LETTERS[: len(plain)]


def _counted(clauses: dict[str, tuple[str, ...]]) -> bool:
    """Whether the clauses count up from one without a gap: else numbers that a word processor set were lost."""
    numbers = [int(re.sub(r"\D", "", number) or 0) for number in clauses]
    return bool(numbers) and numbers[0] == 1 and all(b - a in (0, 1) for a, b in pairwise(numbers))


def _clauses(body: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    marks = sorted(
        [(m.start(), "clause", m["number"]) for m in _CLAUSE.finditer(body)]
        + [(m.start(), "point", m["letter"]) for m in _POINT.finditer(body)]
    )
    current = ""
    for _, kind, value in marks:
        if kind == "clause":
            current = value
            found.setdefault(current, [])
        else:
            found.setdefault(current, []).append(value)
    return {number: tuple(points) for number, points in found.items()}


def article_at(known: tuple[Article, ...], at: int) -> Article | None:
    """The article in which an offset lies."""
    i = bisect_right([a.start for a in known], at) - 1
    return known[i] if i >= 0 and at < known[i].end else None
