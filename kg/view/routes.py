"""How the links run: along streets between the boxes, like the lines of a city map.

A straight line under other boxes cannot be followed with the eye, and hundreds of them are a haze. Here a
link leaves its document sideways, takes the upright street beside it to the row of the other document,
and follows that row to its side. All links that lead to a document share its row, all links that leave a
document share the street beside it, so the eye meets few lines: a comb for a report that cites twenty
decisions, a trunk for the directive that everybody implements. Lines that would lie on each other though
they belong to different documents get tracks of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from kg.view.layout import BOX_HEIGHT, BOX_WIDTH, COLUMN_GAP, PITCH, Box, Layout

__all__ = ["Point", "Way", "crossings", "meetings", "route_all"]

Point = tuple[float, float]
Way = tuple[Point, ...]
Key = TypeVar("Key", bound=Hashable)

# Height at which links of a kind touch the side of a box, from its middle.
_PORTS: Final = {
    "implements": -8.0, "guides": -8.0, "basedOn": 0.0, "promulgates": 0.0, "approves": 0.0,
    "consolidates": 8.0, "amends": 8.0, "replaces": 8.0, "repeals": 8.0, "suspends": 8.0, "corrects": 8.0,
    "cites": 13.0,
}  # fmt: skip
_HALF: Final = BOX_WIDTH / 2
_CLEAR: Final = 2.0
_BEND: Final = 13.0
_STREETS: Final = (COLUMN_GAP - _BEND - 5, 3.0)
"""Width of an upright street beside a column, and the distance between its tracks."""

_ROWS: Final = (PITCH - BOX_HEIGHT - 2 * _CLEAR, 2.0)
"""Height of the gap between two rows, and the distance between its tracks."""


def route_all(layout: Layout, links: Sequence[tuple[str, str, str]]) -> list[Way]:
    """The way of each link.

    Args:
        layout: where the boxes stand.
        links: subject, predicate and object of each link.

    Returns:
        For each link the corners of its way from the subject to the object, pieces level or upright.

    >>> from kg.view.layout import Item, lay_out
    >>> made = lay_out([Item("a", 0, 1), Item("b", 1, 1)], [("b", "a", 1)])
    >>> start, end = route_all(made, [("b", "basedOn", "a")])[0]
    >>> start[0] - end[0] == made.boxes["b"].x - made.boxes["a"].x - BOX_WIDTH
    True
    """
    boxes = layout.boxes
    rows: dict[float, set[int]] = defaultdict(set)
    for box in boxes.values():
        rows[box.y].add(box.column)
    levels = _levels(boxes, rows, links)
    streets = _streets(boxes, levels, links)
    return [_way(boxes, levels, streets, *link) for link in links]


def _side(start: Box, end: Box) -> int:
    """On which side a link leaves its subject: 1 to the right, -1 to the left, also inside a column."""
    return 1 if end.column > start.column else -1


def _port(predicate: str) -> float:
    return _PORTS.get(predicate, 0.0)


def _levels(
    boxes: Mapping[str, Box], rows: Mapping[float, set[int]], links: Sequence[tuple[str, str, str]]
) -> dict[tuple[str, str, str], float]:
    """The height at which each link runs to its object: the object's own, or the gap beside its row.

    The gap is taken where boxes stand in the row on the way; it has tracks, one for a document and a port.
    """
    found: dict[tuple[str, str, str], float] = {}
    wanted: dict[float, dict[tuple[str, float], list[tuple[float, float]]]] = defaultdict(dict)
    for subject, predicate, object_ in links:
        start, end = boxes[subject], boxes[object_]
        level = end.y + _port(predicate)
        between = range(min(start.column, end.column) + 1, max(start.column, end.column))
        if not rows[end.y].isdisjoint(between):
            level = end.y + (1 if start.y > end.y else -1) * PITCH / 2
            key = (object_, _port(predicate))
            wanted[level].setdefault(key, []).append((min(start.x, end.x), max(start.x, end.x)))
        found[subject, predicate, object_] = level
    shift = {(level, key): offset for level, uses in wanted.items() for key, offset in _tracks(uses, *_ROWS).items()}
    return {link: level + shift.get((level, (link[2], _port(link[1]))), 0.0) for link, level in found.items()}


def _streets(
    boxes: Mapping[str, Box],
    levels: Mapping[tuple[str, str, str], float],
    links: Sequence[tuple[str, str, str]],
) -> dict[tuple[str, float, int], float]:
    """Where each document's upright street runs, by document, port and side: its x."""
    wanted: dict[tuple[int, int], dict[tuple[str, float, int], list[tuple[float, float]]]] = defaultdict(dict)
    for subject, predicate, object_ in links:
        start, end = boxes[subject], boxes[object_]
        own, level = start.y + _port(predicate), levels[subject, predicate, object_]
        if own != level:
            key = (subject, _port(predicate), _side(start, end))
            uses = wanted[start.column, key[2]].setdefault(key, [])
            uses.append((min(own, level), max(own, level)))
    return {
        key: boxes[key[0]].x + side * (_HALF + 4 + offset + _STREETS[0] / 2)
        for (_, side), uses in wanted.items()
        for key, offset in _tracks(uses, *_STREETS).items()
    }


def _tracks(uses: Mapping[Key, Iterable[tuple[float, float]]], room: float, step: float) -> dict[Key, float]:
    """Tracks side by side for lines that overlap, as far as there is room; offsets from the middle.

    >>> _tracks({"a": [(0, 5)], "b": [(3, 9)], "c": [(6, 9)]}, 10, 2)
    {'a': -1.0, 'c': -1.0, 'b': 1.0}
    """
    spans = sorted((min(a for a, _ in used), max(b for _, b in used), str(key), key) for key, used in
                   ((key, list(used)) for key, used in uses.items()))  # fmt: skip
    ends: list[float] = []
    found: dict[Key, int] = {}
    for begin, end, _, key in sorted(spans, key=lambda span: span[:3]):
        at = next((n for n, last in enumerate(ends) if last < begin), len(ends))
        ends[at : at + 1] = [end]
        found[key] = at
    width = min(step, room / max(1, len(ends) - 1))
    placed = {key: (at - (len(ends) - 1) / 2) * width for key, at in found.items()}
    return dict(sorted(placed.items(), key=lambda item: item[1]))


def _way(
    boxes: Mapping[str, Box],
    levels: Mapping[tuple[str, str, str], float],
    streets: Mapping[tuple[str, float, int], float],
    subject: str,
    predicate: str,
    object_: str,
) -> Way:
    start, end, port = boxes[subject], boxes[object_], _port(predicate)
    side = _side(start, end)
    back = side if start.column == end.column else -side
    own, level, goal = start.y + port, levels[subject, predicate, object_], end.y + port
    points = [(start.x + side * _HALF, own)]
    if own != level:
        street = streets[subject, port, side]
        points += [(street, own), (street, level)]
    if level != goal:
        bend = end.x + back * (_HALF + _BEND)
        points += [(bend, level), (bend, goal)]
    points.append((end.x + back * _HALF, goal))
    return tuple((round(x, 1), round(y, 1)) for x, y in points)


def crossings(routes: Mapping[tuple[str, str, str], Sequence[Point]]) -> int:
    """How often links cross that share no end, each pair of pieces counted.

    Args:
        routes: the points of each link, by (subject, predicate, object).

    >>> crossings({("a", "cites", "b"): [(0, 0), (9, 9)], ("c", "cites", "d"): [(0, 9), (9, 0)]})
    1
    """
    return sum(1 for _ in _crossing_points(routes))


def meetings(routes: Mapping[tuple[str, str, str], Sequence[Point]], *, near: float = 4.0) -> int:
    """At how many places of the picture links cross that share no end: what the eye meets.

    Args:
        routes: as for :func:`crossings`.
        near: crossings no farther apart are one place.

    >>> lines = {("a", "cites", "b"): [(0, 0), (9, 9)], ("c", "cites", "d"): [(0, 9), (9, 0)]}
    >>> meetings(lines), meetings({**lines, ("a", "basedOn", "b"): [(0, 0), (9, 9)]})
    (1, 1)
    """
    return len({(round(x / near), round(y / near)) for x, y in _crossing_points(routes)})


def _crossing_points(routes: Mapping[tuple[str, str, str], Sequence[Point]]) -> Iterable[Point]:
    pieces = [
        (min(a[0], b[0]), max(a[0], b[0]), a, b, {key[0], key[2]})
        for key, points in sorted(routes.items())
        for a, b in pairwise(points)
    ]
    pieces.sort(key=lambda piece: piece[:4])
    for at, (_, right, a, b, ends) in enumerate(pieces):
        for left, _, c, d, others in pieces[at + 1 :]:
            if left > right:
                break
            if ends.isdisjoint(others) and (point := _cross(a, b, c, d)):
                yield point


def _cross(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    before, after = side(c, d, a), side(c, d, b)
    if side(a, b, c) * side(a, b, d) >= 0 or before * after >= 0:
        return None
    share = before / (before - after)
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
