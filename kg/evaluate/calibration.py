"""Whether a stated confidence is the share that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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


def reliability(judged: Iterable[Judged], kind: str, *, bins: int = 5) -> list[Bin]:
    """Confidence beside truth, in bins of about equal count.

    Bins of equal width would be empty below and hold nearly everything above; results of one confidence
    are never split, so fewer bins come out where few values occur.

    Args:
        judged: results that were compared.
        kind: ``mention`` or ``relation``.
        bins: how many at most.

    >>> rows = [Judged("mention", c, i % 10 != 0, "", "", "", i) for i in range(20) for c in (0.9,)]
    >>> [(b.count, b.stated, b.share) for b in reliability(rows, "mention")]
    [(20, 0.9, 0.9)]
    """
    rows = sorted((one.confidence, one.right) for one in judged if one.kind == kind)
    out: list[Bin] = []
    first = 0
    for serial in range(1, bins + 1):
        last = max(first, round(len(rows) * serial / bins))
        while 0 < last < len(rows) and rows[last][0] == rows[last - 1][0]:
            last += 1
        if last > first:
            part = rows[first:last]
            stated, share = (sum(row[i] for row in part) / len(part) for i in (0, 1))
            out.append(Bin(part[0][0], part[-1][0], len(part), stated, share))
            first = last
    return out


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
