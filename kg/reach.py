"""Which documents lie on the shortest chains between two, found from both ends over whole layers at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import numpy as np

from kg.arrays import CODES
from kg.links import Links
from kg.models import Predicate

Way = Literal["out", "in", "both"]
Rows = np.ndarray[Any, Any]
_TURNED: dict[Way, Way] = {"out": "in", "in": "out", "both": "both"}


def layers_between(
    index: Links, start: int, goal: int, way: Way, allowed: Iterable[Predicate] | None, most: int
) -> list[set[int]] | None:
    """The documents on shortest chains, layer by layer from ``start`` to ``goal``.

    Both ends grow by whole layers, the smaller one first, until they meet: a chain of four links through
    millions of documents is found by looking two links far from each end.

    Args:
        index: the links.
        start, goal: rows of two documents.
        way: whether the links lead from start to goal, against it, or either.
        allowed: kinds of links that count; None for all.
        most: longest chain.

    Returns:
        ``{start}``, the layers between, ``{goal}``; None where there is no chain.
    """
    if start == goal:
        return [{start}]
    codes = None if allowed is None else [CODES.index(name) for name in allowed]
    ahead, behind = [np.array([start])], [np.array([goal])]
    seen = {id(ahead): ahead[0], id(behind): behind[0]}
    while len(ahead) + len(behind) - 2 < most:
        forward = len(ahead[-1]) <= len(behind[-1])
        side, towards = (ahead, way) if forward else (behind, _TURNED[way])
        layer = np.setdiff1d(_next(index, side[-1], towards, codes), seen[id(side)], assume_unique=True)
        if not len(layer):
            return None
        side.append(layer)
        seen[id(side)] = np.union1d(seen[id(side)], layer)
        met = np.intersect1d(ahead[-1], behind[-1], assume_unique=True)
        if len(met):
            return _between(index, ahead, behind, met, way, codes)
    return None


def _between(
    index: Links, ahead: list[Rows], behind: list[Rows], met: Rows, way: Way, codes: list[int] | None
) -> list[set[int]]:
    """Of both sides only what leads to where they met."""
    found = [met]
    for layer in reversed(ahead[:-1]):
        found.insert(0, np.intersect1d(layer, _next(index, found[0], _TURNED[way], codes), assume_unique=True))
    for layer in reversed(behind[:-1]):
        found.append(np.intersect1d(layer, _next(index, found[-1], way, codes), assume_unique=True))
    return [set(layer.tolist()) for layer in found]


def _next(index: Links, nodes: Rows, way: Way, codes: list[int] | None) -> Rows:
    """The documents one link away from any of ``nodes``, in order."""
    found = []
    if way != "in":
        edges = ranges_of(np.asarray(index.subject), nodes)
        found.append(_ends(index, edges, np.asarray(index.object), codes))
    if way != "out":
        edges = np.asarray(index.by_end)[ranges_of(np.asarray(index.ends), nodes)]
        found.append(_ends(index, edges, np.asarray(index.subject), codes))
    return np.unique(np.concatenate(found))


def _ends(index: Links, edges: Rows, ends: Rows, codes: list[int] | None) -> Rows:
    if codes is not None:
        edges = edges[np.isin(np.asarray(index.predicate)[edges], codes)]
    return ends[edges]


def ranges_of(keys: Rows, nodes: Rows) -> Rows:
    """The places of all ``nodes`` in an array in order.

    >>> ranges_of(np.array([1, 1, 3, 4, 4]), np.array([1, 4])).tolist()
    [0, 1, 3, 4]
    """
    begins, ends = np.searchsorted(keys, nodes, "left"), np.searchsorted(keys, nodes, "right")
    counts = ends - begins
    first = np.repeat(begins - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return first + np.arange(counts.sum())
