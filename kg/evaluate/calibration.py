"""Whether a stated confidence is the share that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.confidence import KINDS, Count
from kg.evaluate.verdicts import Judged


@dataclass(frozen=True, slots=True)
class Bin:
    """Results of about one confidence.

    Attributes:
        low, high: least and greatest confidence.
        count: how many results.
        stated: mean confidence.
        share: share that is right.
    """

    low: float
    high: float
    count: int
    stated: float
    share: float

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "from": self.low, "to": self.high, "count": self.count,
            "stated": round(self.stated, 4), "share": round(self.share, 4), "gap": round(self.share - self.stated, 4),
        }  # fmt: skip


LEAST = 10
"""A bin of fewer results says little: it is joined with its neighbour."""


def reliability(judged: Iterable[Judged], kind: str, *, bins: int = 5, least: int = LEAST) -> list[Bin]:
    """Confidence beside truth, in bins as equal in count as the values allow.

    Bins of equal width would be empty below and hold nearly everything above; results of one confidence
    are never split, so fewer bins come out where few values occur.

    Args:
        judged: results that were compared.
        kind: ``mention`` or ``relation``.
        bins: how many at most.
        least: how many results a bin holds at least, if there are so many.

    >>> rows = [Judged("mention", c, i % 10 != 0, "", "", "", i) for i in range(20) for c in (0.9,)]
    >>> [(b.count, b.stated, b.share) for b in reliability(rows, "mention")]
    [(20, 0.9, 0.9)]
    """
    values: dict[float, list[bool]] = {}
    for one in judged:
        if one.kind == kind:
            values.setdefault(one.confidence, []).append(one.right)
    order = sorted(values)
    out = []
    for first, last in _partition([len(values[value]) for value in order], bins, least):
        rows = [(value, right) for value in order[first:last] for right in values[value]]
        stated, share = (sum(row[i] for row in rows) / len(rows) for i in (0, 1))
        out.append(Bin(order[first], order[last - 1], len(rows), stated, share))
    return out


def _partition(sizes: Sequence[int], bins: int, least: int) -> list[tuple[int, int]]:
    """Cuts a row of sizes into at most ``bins`` parts whose sums differ least, none below ``least``.

    >>> _partition([5, 5, 90, 10, 10], 5, 10)
    [(0, 2), (2, 3), (3, 4), (4, 5)]
    """
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for part in range(1, bins + 1):
        for end in range(1, len(sizes) + 1):
            options = [
                (before[0] + (ends[end] - ends[start]) ** 2, (*before[1], end))
                for start in range(end)
                if (before := best.get((part - 1, start))) and ends[end] - ends[start] >= least
            ]
            if options:
                best[part, end] = min(options)
    whole = [found for part in range(1, bins + 1) if (found := best.get((part, len(sizes))))]
    cuts = min(whole)[1] if whole else (len(sizes),) if sizes else ()
    return list(zip((0, *cuts), cuts, strict=False))


def counts(judged: Iterable[Judged]) -> dict[tuple[str, str, str], Count]:
    """What was right and wrong by kind, group and part: the rows of ``data/registry/confidence.csv``.

    >>> counts([Judged("relation", 0.9, True, "title", "amends", "a.txt", 3)])
    {('relation', 'title', 'amends'): Count(right=1, wrong=0)}
    """
    rows = list(judged)
    right = Counter((one.kind, one.group, one.part) for one in rows if one.right)
    wrong = Counter((one.kind, one.group, one.part) for one in rows if not one.right)
    order = sorted(right.keys() | wrong.keys(), key=lambda key: (KINDS.index(key[0]), key[1:]))
    return {key: Count(right[key], wrong[key]) for key in order}
