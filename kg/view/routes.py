"""How the links run: from the side of one box to the side of the other, between the boxes on their way.

A straight line under other boxes cannot be followed with the eye. A link leaves its box sideways, crosses
each column in between through a gap of that column, and enters the other box sideways, so that arrow heads
line up. Links of one kind use the same height of a side and run together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from kg.view.layout import BOX_WIDTH, PITCH, Box, Layout

__all__ = ["Point", "crossings", "route_all"]

Point = tuple[float, float]
Way = tuple[Point, ...]

_LANES: Final = (0.0, -2.4, 2.4, -4.8, 4.8)
# Height at which links of a kind touch the side of a box, from its middle.
_PORTS: Final = {
    "implements": -8.0, "guides": -8.0, "basedOn": 0.0, "promulgates": 0.0, "approves": 0.0,
    "consolidates": 8.0, "amends": 8.0, "replaces": 8.0, "repeals": 8.0, "suspends": 8.0, "corrects": 8.0,
    "cites": 13.0,
}  # fmt: skip


def route_all(layout: Layout, links: Sequence[tuple[str, str, str]]) -> list[tuple[Point, ...]]:
    """The way of each link.

    Args:
        layout: where the boxes stand.
        links: subject, predicate and object of each link.

    Returns:
        For each link the points it runs through, from the subject to the object. Between the first and
        the second point it bends, to the third it is straight (it crosses a column), then it bends again,
        and so on. A link inside one column has two points at the same side.

    >>> from kg.view.layout import Item, lay_out
    >>> made = lay_out([Item("a", 0, 1), Item("b", 1, 1)], [("b", "a", 1)])
    >>> start, end = route_all(made, [("b", "basedOn", "a")])[0]
    >>> start[0] - end[0] == made.boxes["b"].x - made.boxes["a"].x - BOX_WIDTH
    True
    """
    busy = Counter(end for subject, _, object_ in links for end in (subject, object_))
    rows: dict[float, set[int]] = {}
    for box in layout.boxes.values():
        rows.setdefault(box.y, set()).add(box.column)
    return [_route(layout, rows, busy, *link) for link in links]


def _route(
    layout: Layout,
    rows: Mapping[float, set[int]],
    busy: Mapping[str, int],
    subject: str,
    predicate: str,
    object_: str,
) -> Way:
    start, end = layout.boxes[subject], layout.boxes[object_]
    port = _PORTS.get(predicate, 0.0)
    half = BOX_WIDTH / 2
    if start.column == end.column:
        return ((start.x - half, start.y + port), (end.x - half, end.y + port))
    step = 1 if end.column > start.column else -1
    first, last = (start.x + step * half, start.y + port), (end.x - step * half, end.y + port)
    if abs(start.column - end.column) == 1:
        return (first, last)
    hub, other = (start, end) if busy[subject] > busy[object_] else (end, start)
    between = range(min(start.column, end.column) + 1, max(start.column, end.column))
    height = _channel(rows[hub.y], hub, other, between)
    near, far = layout.columns[start.column + step], layout.columns[end.column - step]
    return (first, (near - step * half, height), (far + step * half, height), last)


def _channel(row: set[int], hub: Box, other: Box, between: range) -> float:
    """The height at which a link crosses the columns between: in line with the busier of its ends.

    Where boxes stand in that row, it is the gap beside the row; links of different documents of one row
    keep a little apart there.
    """
    if row.isdisjoint(between):
        return hub.y
    side = 1 if other.y > hub.y else -1
    return hub.y + side * (PITCH / 2 + _LANES[hub.column % len(_LANES)])


def crossings(routes: Mapping[tuple[str, str, str], Sequence[Point]]) -> int:
    """How often links cross that share no end: the measure of a layout.

    Args:
        routes: the points of each link, by (subject, predicate, object).

    Returns:
        The number of crossing pairs of straight pieces between points.

    >>> crossings({("a", "cites", "b"): [(0, 0), (9, 9)], ("c", "cites", "d"): [(0, 9), (9, 0)]})
    1
    """
    pieces = [
        (min(a[0], b[0]), max(a[0], b[0]), a, b, {key[0], key[2]})
        for key, points in sorted(routes.items())
        for a, b in pairwise(points)
    ]
    pieces.sort(key=lambda piece: piece[:4])
    count = 0
    for at, (_, right, a, b, ends) in enumerate(pieces):
        for left, _, c, d, others in pieces[at + 1 :]:
            if left > right:
                break
            if ends.isdisjoint(others) and _cross(a, b, c, d):
                count += 1
    return count


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
