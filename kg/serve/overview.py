"""The whole graph in numbers and lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from kg.graph import Stats
from kg.labels import Pair, body_of, type_of
from kg.serve.briefs import Brief, briefs, spellings
from kg.serve.columns import columns_of
from kg.serve.document import Conflict, conflicts_of
from kg.serve.search import Wanted, search

if TYPE_CHECKING:
    from kg.graph import Graph

_LISTED = 12
_EARLIEST = "1945"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are of something: its key, its name, the number."""

    key: str
    name: Pair
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page tells; every list is cut to what a person reads.

    Attributes:
        stats: the numbers.
        types, issuers: documents by type and by body, the most first.
        years: documents by year, every year from the first to the last.
        cited: the most cited documents, with how many others link to them.
        unresolved: references that may be several documents, the most cited first, and how many there are.
        conflicts: documents on which the texts disagree, and how many such disagreements there are.
    """

    stats: Stats
    types: tuple[Tally, ...]
    issuers: tuple[Tally, ...]
    years: tuple[tuple[str, int], ...]
    cited: tuple[tuple[Brief, int], ...]
    unresolved: tuple[Brief, ...]
    unresolved_count: int
    conflicts: tuple[tuple[Brief, Conflict], ...]
    conflict_count: int


def overview(graph: Graph) -> Overview:
    """The whole graph in numbers and lists, worked out once for each graph.

    >>> from kg.graph import Graph
    >>> made = overview(Graph.from_rows(documents=[{"id": "a", "type": "luat", "date": "2020"}]))
    >>> made.stats.documents, made.types[0].name.vi, made.years
    (1, 'Luật', (('2020', 1),))
    """
    return graph.memo("serve overview", _made)


def _made(graph: Graph) -> Overview:
    stats = graph.stats(top=_LISTED)
    open_ = search(graph, Wanted(status="unresolved", sort="cited"), size=_LISTED)
    whole = search(graph, Wanted(), size=0)
    issuers = columns_of(graph).issuer.drop_null().value_counts().to_pylist()
    issuers.sort(key=lambda one: (-one["counts"], one["values"]))
    first = issuers[:_LISTED]
    spelt = spellings(graph, [one["values"] for one in first])
    table = graph.conflicts
    listed = table.slice(0, _LISTED)
    ids = list(dict.fromkeys(listed["document"].to_pylist()))
    in_question = [one for one in (graph.document(one) for one in ids) if one]
    named = {one.id: one for one in briefs(graph, in_question)}
    return Overview(
        stats=stats,
        types=tuple(Tally(slug, type_of(slug), n) for slug, n in stats.by_type.items() if slug),
        issuers=tuple(
            Tally(one["values"], body.name, one["counts"]) for one in first if (body := body_of(one["values"], spelt))
        ),
        years=_every_year(dict(whole.years)),
        cited=tuple(
            zip(briefs(graph, [one for one, _ in stats.most_cited]), (n for _, n in stats.most_cited), strict=True)
        ),
        unresolved=tuple(briefs(graph, graph.documents_at(open_.rows))),
        unresolved_count=stats.unresolved,
        conflicts=tuple(
            (named[one], conflict) for one in ids if one in named for conflict in conflicts_of(graph, one)
        )[:_LISTED],
        conflict_count=int(pc.count(table["document"]).as_py()),
    )


def _every_year(years: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """From the first year to the last, empty ones included; single strays far before the rest are left out."""
    told = sorted(year for year in years if year >= _EARLIEST)
    if not told:
        return ()
    return tuple((str(year), years.get(str(year), 0)) for year in range(int(told[0]), int(told[-1]) + 1))
