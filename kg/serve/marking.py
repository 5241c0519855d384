"""A text cut into pieces, so that its citations can be links and its faults can be underlined."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, and what it is: a number that the caller understands."""

    start: int
    end: int
    what: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is one citation, or none.

    Attributes:
        cite: number of the citation, None between citations.
        start: where it begins in the text.
        parts: the text, cut where the faults in it change; each with the numbers of the faults.
    """

    cite: int | None
    start: int
    parts: tuple[tuple[str, tuple[int, ...]], ...]


def pieces(text: str, cites: Sequence[Span], faults: Sequence[Span] = ()) -> list[Piece]:
    """Cut a text.

    Args:
        text: the text.
        cites: the citations; of two that overlap the first counts.
        faults: they may overlap with anything.

    Returns:
        Pieces whose parts together are the text, letter by letter.

    >>> made = pieces("theo Luật A.", [Span(5, 11, 0)], [Span(10, 12, 7)])
    >>> [(piece.cite, piece.parts) for piece in made]
    [(None, (('theo ', ()),)), (0, (('Luật ', ()), ('A', (7,)))), (None, (('.', (7,)),))]
    """
    size = len(text)
    edges = sorted({0, size, *(min(size, max(0, at)) for one in faults for at in (one.start, one.end))})
    opening = sorted(faults, key=lambda one: (one.start, one.end))
    found: list[Piece] = []
    at = 0
    for cite in sorted(cites, key=lambda one: (one.start, -one.end)):
        start, end = max(0, cite.start), min(size, cite.end)
        if start < at or end <= start:
            continue
        if at < start:
            found.append(_piece(text, None, at, start, edges, opening))
        found.append(_piece(text, cite.what, start, end, edges, opening))
        at = end
    if at < size:
        found.append(_piece(text, None, at, size, edges, opening))
    return found


def _piece(
    text: str, cite: int | None, start: int, end: int, edges: Sequence[int], faults: Sequence[Span]
) -> Piece:
    inner = edges[bisect_left(edges, start + 1) : bisect_left(edges, end)]
    cuts = [start, *inner, end]
    near = [one for one in faults if one.start < end and one.end > start]
    return Piece(
        cite,
        start,
        tuple(
            (text[a:b], tuple(one.what for one in near if one.start < b and one.end > a))
            for a, b in itertools.pairwise(cuts)
        ),
    )
