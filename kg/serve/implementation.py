"""Who implements a document: by level and province, how soon, and where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from kg import registry
from kg.arrays import CODES
from kg.labels import Pair
from kg.links import links
from kg.reach import ranges_of
from kg.serve.briefs import Brief, brief_of, briefs, spellings
from kg.serve.columns import Columns, columns_of, size_of
from kg.view.tiers import TIERS

if TYPE_CHECKING:
    from kg.graph import Graph

PROVINCIAL: Final = 3
"""Index of the tier of provinces in :data:`kg.view.tiers.TIERS`."""

STEPS: Final = (30, 90, 180)
"""Days that divide a quick answer from a slow one, for the colours of the heat table."""

NO_DELAY: Final = -(2**31)
"""Stands for a delay that is not known."""

_SPELT: Final = 500
"""Of more documents at once the places are not looked for in their texts."""

_NOBODY: Final = np.empty(0, int)
Numbers = np.ndarray[Any, Any]

_COUNTED_SINCE: Final = "2004"
"""Before it the registry does not know well enough which provinces there were."""


@dataclass(frozen=True, slots=True)
class Implementer:
    """A document that implements another one, directly or through others.

    Attributes:
        brief: its names.
        tier: index of its level in :data:`kg.view.tiers.TIERS`.
        steps: how many links lead to the document asked about.
        confidence: how sure the chain of links is.
        through: the document that it implements itself, None where that is the one asked about.
        delay: days from the day of the document it implements itself; None where a day is not known.
        province: slug of its province; for a district or commune whose province is not known that of the
            document it implements; empty where neither tells.
        told: whether its own body tells the province.
    """

    brief: Brief
    tier: int
    steps: int
    confidence: float
    through: Brief | None
    delay: int | None
    province: str
    told: bool


@dataclass(frozen=True, slots=True)
class Province:
    """What a province has done.

    Attributes:
        slug, name: of the province.
        counts: documents by level, as in :data:`kg.view.tiers.TIERS`.
        first: the first document of the province itself, None where there is none.
        delay: days from the day of the document asked about to that one, None where a day is not known.
        heat: 0 no document, 1 only of bodies below the province, 2 of the province, its day not known,
            3 to 6 from slow to quick.
    """

    slug: str
    name: str
    counts: tuple[int, ...]
    first: Brief | None
    delay: int | None
    heat: int


@dataclass(frozen=True, slots=True, repr=False)
class Reached:
    """Documents that implement another one, as flat arrays; :func:`implementers` makes records of some of them.

    Attributes:
        row: row in the table ``documents``.
        steps, confidence, tier, told: as in :class:`Implementer`.
        through: row of the document that it implements itself.
        delay: days, :data:`NO_DELAY` where a day is not known.
        place: number of the province, see :class:`kg.serve.columns.Columns`.
    """

    row: Numbers
    steps: Numbers
    confidence: Numbers
    tier: Numbers
    told: Numbers
    through: Numbers
    delay: Numbers
    place: Numbers

    def __len__(self) -> int:
        """How many there are."""
        return len(self.row)


@dataclass(frozen=True, slots=True)
class Implementation:
    """The answer.

    Attributes:
        row: row of the document asked about.
        found: the documents, by date; undated ones last.
        direct: how many implement it in one step.
        levels: how many there are of each level, as in :data:`kg.view.tiers.TIERS`.
        provinces: every province of the time, by name, and others that occur.
        missing: those of the time without a document of their own; None where the time is not known.
        cut: whether more were reached than are looked at.
    """

    row: int
    found: Reached
    direct: int
    levels: tuple[int, ...]
    provinces: tuple[Province, ...]
    missing: tuple[Province, ...] | None
    cut: bool


def implementation(graph: Graph, row: int, *, most: int = 20_000) -> Implementation:
    """Who implements a document.

    Args:
        graph: the graph.
        row: its row in the table ``documents``.
        most: no more documents than these are looked at.

    >>> from kg.graph import Graph
    >>> link = {"subject": "p", "predicate": "implements", "object": "d", "strength": "stated",
    ...         "source": "p.txt", "start": 0, "end": 1, "confidence": 0.9}
    >>> g = Graph.from_rows(relations=[link], documents=[
    ...     {"id": "d", "date": "2021-11-26"},
    ...     {"id": "p", "date": "2022-02-22", "level": "province", "series": "ubnd.yen-bai"}])
    >>> made = implementation(g, 0)
    >>> implementers(g, made, [0])[0].delay, [p.name for p in made.provinces if p.first], len(made.missing)
    (88, ['Yên Bái'], 62)
    """
    layers, cut = _reached(graph, row, most)
    found = _with_facts(columns_of(graph), row, layers)
    provinces, missing = _provinces(graph, row, found)
    return Implementation(
        row=row,
        found=found,
        direct=int(np.count_nonzero(found.steps == 1)),
        levels=_counts(found.tier),
        provinces=provinces,
        missing=missing,
        cut=cut,
    )


def chosen(graph: Graph, made: Implementation, *, province: str = "", tier: int | None = None) -> list[int]:
    """Which of the documents found are of a province and of a level, both optional."""
    keep = np.ones(len(made.found), bool)
    if province:
        places = columns_of(graph).places
        keep &= made.found.place == (places.index(province) if province in places else -1)
    if tier is not None:
        keep &= made.found.tier == tier
    which: list[int] = np.flatnonzero(keep).tolist()
    return which


def implementers(graph: Graph, made: Implementation, which: Sequence[int]) -> list[Implementer]:
    """Some of the documents found with all that is known of them.

    Args:
        graph: the graph.
        made: the answer.
        which: their places in ``made.found``.
    """
    found, places = made.found, columns_of(graph).places
    parents = [int(found.through[at]) for at in which]
    rows = sorted({*(int(found.row[at]) for at in which), *parents})
    documents = graph.documents_at(rows)
    spelt = spellings(graph, [one.issuer for one in documents]) if len(documents) <= _SPELT else {}
    named = {row: brief_of(one, spelt) for row, one in zip(rows, documents, strict=True)}
    return [
        Implementer(
            brief=named[int(found.row[at])], tier=int(found.tier[at]), steps=int(found.steps[at]),
            confidence=float(found.confidence[at]), through=None if parent == made.row else named[parent],
            delay=_delay(found.delay[at]), province=places[found.place[at]], told=bool(found.told[at]),
        )
        for at, parent in zip(which, parents, strict=True)
    ]  # fmt: skip


def _delay(days: Any) -> int | None:
    return None if days == NO_DELAY else int(days)


class _Layer(NamedTuple):
    """Documents that are equally far, by row: how sure each is, and where its parent stands in the layer before."""

    rows: Numbers
    sure: Numbers
    parent: Numbers


def _reached(graph: Graph, row: int, most: int) -> tuple[list[_Layer], bool]:
    """Layer by layer, the document asked about first; of several parents the surest."""
    index = links(graph)
    ins, by_end, subject, predicate = (
        np.asarray(each) for each in (index.ins, index.by_end, index.subject, index.predicate)
    )
    known = np.zeros(size_of(graph), bool)
    known[row] = True
    layers = [_Layer(np.array([row]), np.ones(1), np.zeros(1, int))]
    room = most
    while len(layers[-1].rows):
        last = layers[-1]
        owner = np.repeat(np.arange(len(last.rows)), ins[last.rows + 1] - ins[last.rows])
        edges = by_end[ranges_of(ins, last.rows)]
        keep = (predicate[edges] == CODES.index("implements")) & ~known[subject[edges]]
        owner, edges = owner[keep], edges[keep]
        others, sure = subject[edges], last.sure[owner] * index.confidences(edges)
        order = np.lexsort((-sure, others))  # of equally sure ones the first stays
        others, first = np.unique(others[order], return_index=True)
        best = order[first]
        layers.append(_Layer(others[:room], sure[best][:room], owner[best][:room]))
        known[others] = True
        if len(others) > room:
            return layers, True
        room -= len(others)
    return layers, False


def _with_facts(columns: Columns, row: int, layers: Sequence[_Layer]) -> Reached:
    """What follows from the documents themselves, in order of their dates."""
    place = [np.zeros(1, np.int32)]
    for layer in layers[1:]:
        own, lower = columns.place_code[layer.rows], columns.tier[layer.rows] > PROVINCIAL
        place.append(np.where(own > 0, own, np.where(lower, place[-1][layer.parent], 0)))
    through = [before.rows[layer.parent] for before, layer in pairwise(layers)]
    steps = [np.full(len(layer.rows), at) for at, layer in enumerate(layers)]
    rows, parents = (np.concatenate([np.empty(0, int), *parts]) for parts in ([x.rows for x in layers[1:]], through))
    when = columns.when[rows]
    order = np.lexsort((rows, when, when < 0))
    rows, parents = rows[order], parents[order]
    day, since = columns.day[rows], columns.day[parents]
    return Reached(
        row=rows,
        steps=np.concatenate(steps)[1:][order],
        confidence=np.concatenate([layer.sure for layer in layers])[1:][order],
        tier=columns.tier[rows],
        told=columns.place_code[rows] > 0,
        through=parents,
        delay=np.where((day > 0) & (since > 0), day - since, NO_DELAY),
        place=np.concatenate(place)[1:][order],
    )


def _counts(tiers: Numbers) -> tuple[int, ...]:
    return tuple(np.bincount(tiers, minlength=len(TIERS)).tolist())


def _provinces(graph: Graph, row: int, found: Reached) -> tuple[tuple[Province, ...], tuple[Province, ...] | None]:
    known, columns = registry.places(), columns_of(graph)
    start = columns.date[row].as_py()
    counted = bool(start and start[:4] >= _COUNTED_SINCE)
    then = {slug for slug, place in known.items() if counted and _existed(place, start or "")}
    members = {columns.places[code]: np.flatnonzero(found.place == code) for code in np.unique(found.place) if code}
    first = {
        slug: int(own[at[0]]) for slug, own in members.items()
        if len(at := np.flatnonzero(found.tier[own] == PROVINCIAL))
    }  # fmt: skip
    heads = graph.documents_at([int(found.row[at]) for at in first.values()])
    shown = dict(zip(first, briefs(graph, heads), strict=True))
    made = []
    for slug in sorted(then | members.keys()):
        own, head = members.get(slug, _NOBODY), shown.get(slug)
        days = int(columns.day[found.row[first[slug]]]) if head else 0
        delay = days - int(columns.day[row]) if days and columns.day[row] else None
        made.append(
            Province(slug, known[slug].name, _counts(found.tier[own]), head, delay,
                     _heat(len(own) > 0, head is not None, delay))
        )  # fmt: skip
    missing = tuple(one for one in made if one.slug in then and one.first is None)
    return tuple(made), missing if counted else None


def _existed(place: registry.Place, day: str) -> bool:
    return (not place.valid_from or place.valid_from[: len(day)] <= day) and (
        not place.valid_to or day <= place.valid_to[: len(day)]
    )


def _heat(any_: bool, own: bool, delay: int | None) -> int:
    if not own:
        return int(any_)
    if delay is None or delay < 0:
        return 2
    return 6 - sum(delay > step for step in STEPS)


COLUMNS: Final = (
    "id", "type", "number", "date", "issuer", "title", "level", "province", "province_told", "steps", "through",
    "delay_days", "confidence",
)  # fmt: skip


def table(found: Iterable[Implementer]) -> list[list[Any]]:
    """Documents as rows under :data:`COLUMNS`."""
    names: Mapping[str, registry.Place] = registry.places()
    return [
        [one.brief.id, one.brief.kind.vi, one.brief.number, one.brief.iso, one.brief.body.vi, one.brief.title,
         TIERS[one.tier].vi, names[one.province].name if one.province else "", "yes" if one.told else "no", one.steps,
         one.through.id if one.through else "", one.delay, round(one.confidence, 4)]
        for one in found
    ]  # fmt: skip


def tiers() -> tuple[Pair, ...]:
    """The names of the levels."""
    return TIERS
