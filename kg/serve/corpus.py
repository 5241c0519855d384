"""The map of the whole: every document at its time and its level, for a WebGL renderer.

A place says something: from left to right the day, from top to bottom the level of authority. Nothing is
simulated, so that the map is there at once and looks the same each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from kg.labels import headline, type_of
from kg.links import links
from kg.models import PREDICATES
from kg.serve.columns import size_of
from kg.view.payload import family_of
from kg.view.tiers import TIERS, tier_of

if TYPE_CHECKING:
    from kg.graph import Graph

_EDGES: Final = 40_000
_GOLDEN: Final = 0.6180339887498949
_PLASTIC: Final = (0.7548776662466927, 0.5698402909980532)
"""What the golden ratio is on a line, these two are in the plane: points that keep away from each other."""

_GAP: Final = 0.35
_FIRST: Final = 1945.0
_SMALLEST: Final = 0.6


@dataclass(frozen=True, slots=True)
class Map:
    """What the page draws.

    Attributes:
        data: columns by name, ready for JSON.
        shown: how many documents it holds.
        total: how many there are.
    """

    data: dict[str, Any]
    shown: int
    total: int


def corpus_map(graph: Graph, most: int) -> Map:
    """The map of a graph, worked out once for each graph.

    Args:
        graph: the graph.
        most: how many documents it holds at most: the most linked ones.

    >>> from kg.graph import Graph
    >>> made = corpus_map(Graph.from_rows(documents=[{"id": "a", "type": "luat", "date": "2020-07-02"}]), 10)
    >>> made.data["x"], made.data["families"], made.shown
    ([2020.503], ['law'], 1)
    """
    return graph.memo(f"serve corpus {most}", lambda whole: _made(whole, most))


def _made(graph: Graph, most: int) -> Map:
    index, total = links(graph), size_of(graph)
    into = dict(index.most_cited(total))
    rows = _chosen(graph, into, most)
    records = graph.document_rows(rows)
    years = [_year(record["date"]) for record in records]
    tiers = [tier_of(record) for record in records]
    bands, places = _bands(tiers, years)
    families = [family_of(record["type"]) for record in records]
    kinds = list(dict.fromkeys(families))
    heads = [headline(r["type"], r["number"], r["title"], r["date"]).vi for r in records]
    types = list(dict.fromkeys(record["type"] or "" for record in records))
    known = [year for year in years if year is not None]
    data = {
        "id": [record["id"] for record in records],
        "label": [head if len(head) <= 60 else f"{head[:59]}…" for head in heads],
        "x": [round(places[at][0], 3) for at in range(len(rows))],
        "y": [round(places[at][1], 3) for at in range(len(rows))],
        "cited": [into.get(row, 0) for row in rows],
        "family": [kinds.index(family) for family in families],
        "families": kinds,
        "type": [types.index(record["type"] or "") for record in records],
        "types": [[type_of(slug or None).vi, type_of(slug or None).en] for slug in types],
        "bands": bands,
        "years": [min(known, default=0), max(known, default=0)],
        "undated": _left(years),
        "edges": _edges(graph, rows),
        "predicates": list(PREDICATES),
    }
    return Map(data, len(rows), total)


def _chosen(graph: Graph, into: dict[int, int], most: int) -> list[int]:
    """Rows of the documents shown: all, or those with the most links."""
    total = size_of(graph)
    if total <= most:
        return list(range(total))
    index = links(graph)
    subjects = pa.array(index.subject, pa.int32()).value_counts()
    out = dict(zip(subjects.field("values").to_pylist(), subjects.field("counts").to_pylist(), strict=True))
    table = pa.table(
        {"row": pa.array(range(total), pa.int64()),
         "degree": pa.array([into.get(row, 0) * 3 + min(out.get(row, 0), 5) for row in range(total)], pa.int64())}
    )  # fmt: skip
    order = pc.sort_indices(table, sort_keys=[("degree", "descending"), ("row", "ascending")])
    return sorted(table["row"].take(order[:most]).to_pylist())


def _year(date: str | None) -> float | None:
    """A date as a point in time: 2021.9 for late November 2021; where only the year is known its middle."""
    if not date or not date[:4].isdigit() or float(date[:4]) < _FIRST:
        return None
    month = int(date[5:7]) if len(date) >= 7 and date[5:7].isdigit() else 0
    day = int(date[8:10]) if len(date) >= 10 and date[8:10].isdigit() else 15
    if not 1 <= month <= 12:
        return int(date[:4]) + 0.5
    return int(date[:4]) + (month - 1) / 12 + (min(day, 31) - 1) / 372


def _left(years: list[float | None]) -> list[float]:
    """Where the undated stand: a strip of its own before the first year."""
    first = min((year for year in years if year is not None), default=2000.0)
    width = max(1.0, (max((y for y in years if y is not None), default=2001.0) - first) * 0.05)
    return [round(first - 1.6 * width, 3), round(first - 0.6 * width, 3)]


def _bands(tiers: list[int], years: list[float | None]) -> tuple[list[list[Any]], dict[int, tuple[float, float]]]:
    """Bands from the centre at the top to the communes, as high as their number of documents asks for."""
    start, end = _left(years)
    places: dict[int, tuple[float, float]] = {}
    bands: list[list[Any]] = []
    top = 0.0
    for tier, name in enumerate(TIERS):
        members = sorted((at for at, own in enumerate(tiers) if own == tier), key=lambda at: (years[at] or 0.0, at))
        if not members:
            continue
        height = max(_SMALLEST, (len(members) / len(tiers)) ** 0.5 * 6)
        for n, at in enumerate(members):
            # The golden ratio spreads neighbours in time evenly over the height of the band.
            share = (n * _GOLDEN) % 1.0
            year = years[at]
            if year is None:
                places[at] = (start + (n * _PLASTIC[0] % 1.0) * (end - start), -(top + n * _PLASTIC[1] % 1.0 * height))
            else:
                places[at] = (year, -(top + share * height))
        bands.append([round(-top, 3), round(-(top + height), 3), name.vi, name.en])
        top += height + _GAP
    return bands, places


def _edges(graph: Graph, rows: list[int]) -> list[int]:
    """Links between the documents shown as subject, predicate, object; plain citations last, up to a number."""
    index = links(graph)
    at = {row: n for n, row in enumerate(rows)}
    code = {name: n for n, name in enumerate(PREDICATES)}
    cites = code["cites"]
    telling: list[tuple[int, int, int]] = []
    plain: list[tuple[int, int, int]] = []
    for row in rows:
        for link in index.out(row):
            other = at.get(index.object[link])
            if other is not None and other != at[row]:
                kind = code[index.predicate_of(link)]
                (plain if kind == cites else telling).append((at[row], kind, other))
    return [n for edge in [*telling, *plain][:_EDGES] for n in edge]
