"""Where the boxes stand: tiers from left to right, lanes from top to bottom, few crossings.

A tier with many documents is folded into several columns, the older documents to the left, so that the
whole fits the shape of a screen. Inside a column the order comes from barycentre sweeps with swaps of
neighbours, and every box sits on a grid row near the documents it is linked to. Boxes never overlap:
two boxes of a lane share no cell of the grid.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["BOX_HEIGHT", "BOX_WIDTH", "Band", "Box", "Item", "Layout", "lay_out"]

BOX_WIDTH: Final = 152
BOX_HEIGHT: Final = 40
PITCH: Final = 54
"""From one grid row to the next; what is left between boxes carries the links that pass by."""

COLUMN_GAP: Final = 32
TIER_GAP: Final = 56
LANE_GAP: Final = 30
_SWEEPS: Final = 10
_SLACK: Final = 1.6


@dataclass(frozen=True, slots=True)
class Item:
    """A document to be placed: its tier, its lane, and its date as far as it is known."""

    id: str
    tier: int
    lane: int
    date: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Centre of a box, its column and its lane."""

    x: float
    y: float
    column: int
    lane: int


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch that a tier takes from left to right, or a lane from top to bottom."""

    key: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by id, the tiers and lanes that hold any, and the centre of each column."""

    boxes: Mapping[str, Box]
    tiers: tuple[Band, ...]
    lanes: tuple[Band, ...]
    columns: tuple[float, ...]


def lay_out(
    items: Sequence[Item],
    links: Sequence[tuple[str, str, float]],
    *,
    aspect: float = 1.5,
    cost: Callable[[Layout], float] | None = None,
) -> Layout:
    """Place documents.

    Args:
        items: the documents, each id once, in any order.
        links: pairs of ids with a weight; the heavier, the nearer their boxes try to stand.
        aspect: width by height of the picture to fill.
        cost: what a layout costs the reader, asked of each that the sweeps find; the cheapest is taken. None: the
            length of the links, which needs no lines to be drawn.

    Returns:
        The same layout for any order of the arguments.

    >>> made = lay_out([Item("a", 0, 1), Item("b", 1, 1), Item("c", 1, 1)], [("b", "a", 1), ("c", "a", 1)])
    >>> made.boxes["a"].x < made.boxes["b"].x == made.boxes["c"].x
    True
    >>> abs(made.boxes["b"].y - made.boxes["c"].y) >= BOX_HEIGHT
    True
    """
    items = sorted(items, key=lambda item: item.id)
    cells: dict[tuple[int, int], list[Item]] = {}
    for item in items:
        cells.setdefault((item.lane, item.tier), []).append(item)
    sizes = {cell: len(members) for cell, members in cells.items()}
    folds = _folds(sizes, aspect)
    rows = _rows(sizes, folds, aspect)
    columns = _columns(cells, folds, rows)
    placing = _Placing(columns, rows, items, links)
    if cost is None:
        whole_sweeps = itertools.islice(placing.settle(), 0, None, 2)
        return _drawn(columns, folds, rows, min(whole_sweeps, key=placing.length))
    return min((_drawn(columns, folds, rows, slots) for slots in placing.settle()), key=cost)


def _height(rows: Mapping[int, int]) -> float:
    return sum(rows.values()) * PITCH + max(0, len(rows) - 1) * LANE_GAP


def _width(folds: Mapping[int, int]) -> float:
    inner = sum(n * BOX_WIDTH + (n - 1) * COLUMN_GAP for n in folds.values())
    return inner + max(0, len(folds) - 1) * TIER_GAP


def _needed(sizes: Mapping[tuple[int, int], int], folds: Mapping[int, int]) -> dict[int, int]:
    """Rows that each lane needs when tiers are folded so."""
    rows: dict[int, int] = {}
    for (lane, tier), size in sorted(sizes.items()):
        rows[lane] = max(rows.get(lane, 0), -(-size // folds[tier]))
    return rows


def _folds(sizes: Mapping[tuple[int, int], int], aspect: float) -> dict[int, int]:
    """Into how many columns each tier is folded, so that the picture can be shown as large as possible.

    The tallest tiers of one lane get one column more, again and again, until the picture is wide enough.
    """
    folds = dict.fromkeys(sorted({tier for _, tier in sizes}), 1)
    best, best_size = folds, float("inf")
    while folds:
        rows = _needed(sizes, folds)
        size = max(_width(folds), _height(rows) * aspect)
        if size < best_size:
            best, best_size = folds, size
        if _width(folds) >= _height(rows) * aspect or max(rows.values()) == 1:
            break
        choices = []
        for lane, tall in rows.items():
            if tall > 1:
                wider = dict(folds)
                for (of, tier), n in sizes.items():
                    if of == lane and -(-n // folds[tier]) == tall:
                        wider[tier] += 1
                gained = sum(rows.values()) - sum(_needed(sizes, wider).values())
                choices.append((gained / (sum(wider.values()) - sum(folds.values())), -lane, wider))
        folds = max(choices, key=lambda choice: choice[:2])[2]
    return best


def _rows(sizes: Mapping[tuple[int, int], int], folds: Mapping[int, int], aspect: float) -> dict[int, int]:
    """Rows of each lane: what it needs, and its share of the height that would stay empty."""
    needed = _needed(sizes, folds)
    free = (_width(folds) / aspect - _height(needed)) / PITCH
    total = sum(needed.values())
    return {
        lane: n + max(0, min(int(free * n / total), int(n * (_SLACK - 1)) + 1)) for lane, n in needed.items()
    }


def _columns(
    cells: Mapping[tuple[int, int], Sequence[Item]], folds: Mapping[int, int], rows: Mapping[int, int]
) -> list[dict[int, list[str]]]:
    """The documents of each column by lane; in a folded tier the older ones stand to the left."""
    found: list[dict[int, list[str]]] = []
    for tier, fold in folds.items():
        here: list[dict[int, list[str]]] = [{} for _ in range(fold)]
        for lane in rows:
            members = sorted(cells.get((lane, tier), ()), key=lambda item: (item.date or "9", item.id))
            used = min(fold, -(-len(members) // rows[lane]))
            for at in range(used):
                begin, end = len(members) * at // used, len(members) * (at + 1) // used
                here[at][lane] = [item.id for item in members[begin:end]]
        found += here
    return found


def _placed(wanted: Sequence[float], rows: int) -> list[int]:
    """Grid rows, one below the other, as near as possible to the rows wanted (least squares).

    >>> _placed([2.0, 2.0, 2.2], 6), _placed([5.0, 5.0], 6)
    ([1, 2, 3], [4, 5])
    """
    groups: list[tuple[float, int]] = []  # mean and size; a group is a run of boxes without a gap
    for at, want in enumerate(wanted):
        mean, size = want - at, 1
        while groups and groups[-1][0] > mean:
            above, n = groups.pop()
            mean, size = (above * n + mean * size) / (n + size), n + size
        groups.append((mean, size))
    free = rows - len(wanted)
    means = itertools.chain.from_iterable([mean] * size for mean, size in groups)
    return [at + min(free, max(0, int(mean + 0.5 if mean > 0 else 0))) for at, mean in enumerate(means)]


class _Placing:
    """The sweeps: order in each column and grid row of each box, bettered step by step."""

    def __init__(
        self,
        columns: Sequence[Mapping[int, list[str]]],
        rows: Mapping[int, int],
        items: Sequence[Item],
        links: Sequence[tuple[str, str, float]],
    ) -> None:
        self._rows = rows
        self._tops: dict[int, float] = {}
        top = 0.0
        for lane in rows:
            self._tops[lane] = top
            top += rows[lane] + LANE_GAP / PITCH
        self._columns = [{lane: list(ids) for lane, ids in column.items()} for column in columns]
        self._column = {i: at for at, column in enumerate(columns) for ids in column.values() for i in ids}
        self._tie = {item.id: (item.date or "9", item.id) for item in items}
        self._near: dict[str, list[tuple[str, float]]] = {item.id: [] for item in items}
        weights: dict[tuple[str, str], float] = {}
        for a, b, weight in links:
            if a != b and a in self._near and b in self._near:
                key = (min(a, b), max(a, b))
                weights[key] = weights.get(key, 0.0) + weight
        self._links = sorted((a, b, weight) for (a, b), weight in weights.items())
        for a, b, weight in self._links:
            self._near[a].append((b, weight))
            self._near[b].append((a, weight))
        self._at: dict[str, float] = {}

    def settle(self) -> Iterator[dict[str, float]]:
        """Rows of all boxes, counted from the top of the picture: after each half of each sweep."""
        for column in self._columns:
            for lane, ids in column.items():
                gap = self._rows[lane] / len(ids)
                self._seat(lane, ids, [gap * (at + 0.5) - 0.5 for at in range(len(ids))])
        yield dict(self._at)
        for sweep in range(_SWEEPS):
            forward = sweep % 2 == 0
            order = self._columns if forward else self._columns[::-1]
            for column in order:
                self._arrange(column, "left" if forward else "right")
            yield dict(self._at)
            for column in order:
                self._arrange(column, "both")
                self._swap(column)
            yield dict(self._at)

    def _seat(self, lane: int, ids: Sequence[str], wanted: Sequence[float]) -> None:
        for document, row in zip(ids, _placed(wanted, self._rows[lane]), strict=True):
            self._at[document] = self._tops[lane] + row

    def _wanted(self, document: str, side: str) -> float:
        own = self._column[document]
        total = weight_sum = 0.0
        for other, weight in self._near[document]:
            at = self._column[other]
            if side == "both" or (at < own if side == "left" else at > own):
                total += self._at[other] * weight
                weight_sum += weight
        return total / weight_sum if weight_sum else self._at[document]

    def _arrange(self, column: Mapping[int, list[str]], side: str) -> None:
        for lane, ids in column.items():
            wanted = {i: self._wanted(i, side) - self._tops[lane] for i in ids}
            ids.sort(key=lambda i: (round(wanted[i], 6), self._tie[i]))
            self._seat(lane, ids, [wanted[i] for i in ids])

    def _swap(self, column: Mapping[int, list[str]]) -> None:
        """Exchange neighbours in a column where that saves crossings."""
        for ids in column.values():
            for at in range(len(ids) - 1):
                above, below = ids[at], ids[at + 1]
                if self._crossings(above, below) > self._crossings(below, above):
                    ids[at], ids[at + 1] = below, above
                    self._at[above], self._at[below] = self._at[below], self._at[above]

    def _crossings(self, above: str, below: str) -> int:
        """How many pairs of links of two neighbours cross when they stand in this order."""
        own, count = self._column[above], 0
        for a, _ in self._near[above]:
            for b, _ in self._near[below]:
                same_side = (self._column[a] < own) == (self._column[b] < own)
                if same_side and self._at[a] > self._at[b]:
                    count += 1
        return count

    def length(self, at: Mapping[str, float]) -> float:
        """How long the links are, the weighty ones more."""
        return round(sum(abs(at[a] - at[b]) * weight for a, b, weight in self._links), 6)


def _drawn(
    columns: Sequence[Mapping[int, list[str]]],
    folds: Mapping[int, int],
    rows: Mapping[int, int],
    slots: Mapping[str, float],
) -> Layout:
    """Columns and rows as coordinates."""
    centres: list[float] = []
    tiers = []
    left = 0.0
    for tier, fold in folds.items():
        start = left
        for _ in range(fold):
            centres.append(left + BOX_WIDTH / 2)
            left += BOX_WIDTH + COLUMN_GAP
        tiers.append(Band(tier, start, left - COLUMN_GAP))
        left += TIER_GAP - COLUMN_GAP
    lanes, top = [], 0.0
    for lane, n in rows.items():
        lanes.append(Band(lane, top, top + n * PITCH))
        top += n * PITCH + LANE_GAP
    boxes = {
        document: Box(centres[at], round((slots[document] + 0.5) * PITCH), at, lane)
        for at, column in enumerate(columns)
        for lane, ids in column.items()
        for document in ids
    }
    return Layout(boxes, tuple(tiers), tuple(lanes), tuple(centres))
