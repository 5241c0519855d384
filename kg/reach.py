"""Which documents lie on the shortest chains between two, found from both ends over whole layers at a time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal, NamedTuple

import numpy as np

from kg.arrays import CODES
from kg.links import Links
from kg.models import Predicate

Way = Literal["out", "in", "both"]
Rows = np.ndarray[Any, Any]
_TURNED: dict[Way, Way] = {"out": "in", "in": "out", "both": "both"}


class Steps(NamedTuple):
    """Links that lead from some documents to others, as flat arrays.

    Attributes:
        before, after: rows of the documents at both ends.
        link: the link between them.
        forward: whether it leaves the first.
    """

    before: Rows
    link: Rows
    after: Rows
    forward: Rows


class _Side:
    """What has been reached from one end.

    Attributes:
        layers: documents by their distance.
        distance: distance by row, -1 for what has not been reached.
    """

    def __init__(self, row: int, way: Way, size: int) -> None:
        self.way = way
        self.layers = [np.array([row])]
        self.distance = np.full(size, -1, np.int16)
        self.distance[row] = 0

    def grow(self, index: Links, codes: list[int] | None) -> Rows:
        """One layer more."""
        found = _steps(index, self.layers[-1], self.way, codes).after
        layer = _distinct(found[self.distance[found] < 0], len(self.distance))
        self.distance[layer] = len(self.layers)
        self.layers.append(layer)
        return layer

    def back(self, index: Links, met: Rows, codes: list[int] | None) -> list[Rows]:
        """From the end to ``met``, documents of the last layer, only what leads to them."""
        found = [met]
        for at in range(len(self.layers) - 2, -1, -1):
            near = _steps(index, found[0], _TURNED[self.way], codes).after
            found.insert(0, np.unique(near[self.distance[near] == at]))
        return found


def layers_between(
    index: Links, start: int, goal: int, way: Way, allowed: Collection[Predicate] | None, most: int
) -> list[Rows] | None:
    """The documents on shortest chains, layer by layer from ``start`` to ``goal``.

    Both ends grow by whole layers, the one with fewer links first, until they meet: a chain of four links through
    millions of documents is found by looking two links far from each end.

    Args:
        index: the links.
        start, goal: rows of two documents.
        way: whether the links lead from start to goal, against it, or either.
        allowed: kinds of links that count; None for all.
        most: longest chain.

    Returns:
        ``start``, the layers between, ``goal``; None where there is no chain.
    """
    if start == goal:
        return [np.array([start])]
    codes, size = _codes(allowed), len(index.outs) - 1
    ahead, behind = _Side(start, way, size), _Side(goal, _TURNED[way], size)
    while len(ahead.layers) + len(behind.layers) - 2 < most:
        costs = [_links_of(index, side.layers[-1], side.way) for side in (ahead, behind)]
        side, other = (ahead, behind) if costs[0] <= costs[1] else (behind, ahead)
        layer = side.grow(index, codes)
        if not len(layer):
            return None
        # What the other side had reached before its last layer would have been met sooner.
        met = layer[other.distance[layer] >= 0]
        if len(met):
            return ahead.back(index, met, codes) + behind.back(index, met, codes)[-2::-1]
    return None


def steps_between(index: Links, layer: Rows, wanted: Rows, way: Way, allowed: Collection[Predicate] | None) -> Steps:
    """The links that lead from documents to others that are wanted, looked for from the side with fewer links."""
    codes = _codes(allowed)
    if _links_of(index, wanted, _TURNED[way]) < _links_of(index, layer, way):
        found = _steps(index, wanted, _TURNED[way], codes)
        found = Steps(found.after, found.link, found.before, ~found.forward)
        kept = np.isin(found.before, layer)
    else:
        found = _steps(index, layer, way, codes)
        kept = np.isin(found.after, wanted)
    return Steps(*(values[kept] for values in found))


def ranges_of(begins: Rows, nodes: Rows) -> Rows:
    """The places of all ``nodes``, those of each together, where their places begin at ``begins``.

    >>> ranges_of(np.array([0, 2, 2, 5]), np.array([0, 2])).tolist()
    [0, 1, 2, 3, 4]
    """
    first = begins[nodes].astype(np.int64)
    counts = begins[nodes + 1] - first
    return np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())


def _codes(allowed: Collection[Predicate] | None) -> list[int] | None:
    return None if allowed is None else [CODES.index(name) for name in allowed]


def _links_of(index: Links, nodes: Rows, way: Way) -> int:
    """How many links have to be looked at."""
    both = [begins for begins, side in ((index.outs, "out"), (index.ins, "in")) if way in (side, "both")]
    return sum(int((np.asarray(begins)[nodes + 1] - np.asarray(begins)[nodes]).sum()) for begins in both)


def _steps(index: Links, nodes: Rows, way: Way, codes: list[int] | None) -> Steps:
    """The links of ``nodes``."""
    found = []
    for begins, side in ((np.asarray(index.outs), "out"), (np.asarray(index.ins), "in")):
        if way in (side, "both"):
            links = ranges_of(begins, nodes)
            links = links if side == "out" else np.asarray(index.by_end)[links]
            before = np.repeat(nodes, begins[nodes + 1] - begins[nodes])
            if codes is not None:
                kept = np.isin(np.asarray(index.predicate)[links], codes)
                links, before = links[kept], before[kept]
            after = np.asarray(index.object if side == "out" else index.subject)[links]
            found.append(Steps(before, links, after, np.full(len(links), side == "out")))
    return Steps(*map(np.concatenate, zip(*found, strict=True)))


def _distinct(rows: Rows, size: int) -> Rows:
    """The rows in order, each once."""
    if len(rows) < size >> 5:
        return np.unique(rows)
    marked = np.zeros(size, bool)
    marked[rows] = True
    return np.flatnonzero(marked)
