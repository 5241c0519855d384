"""Who implements a document: by level and province, how soon, and where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from kg import registry
from kg.labels import Pair
from kg.links import links
from kg.serve.briefs import Brief, brief_of, province_of, spellings
from kg.tables import document_from_row
from kg.view.tiers import TIERS, tier_of

if TYPE_CHECKING:
    from kg.graph import Graph

PROVINCIAL: Final = 3
"""Index of the tier of provinces in :data:`kg.view.tiers.TIERS`."""

STEPS: Final = (30, 90, 180)
"""Days that divide a quick answer from a slow one, for the colours of the heat table."""

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


@dataclass(frozen=True, slots=True)
class Implementation:
    """The answer.

    Attributes:
        found: the documents, by date; undated ones last.
        direct: how many implement it in one step.
        levels: how many there are of each level, as in :data:`kg.view.tiers.TIERS`.
        provinces: every province of the time, by name, and others that occur.
        missing: those of the time without a document of their own; None where the time is not known.
        cut: whether more were reached than are looked at.
    """

    found: tuple[Implementer, ...]
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
    >>> made.found[0].delay, [p.name for p in made.provinces if p.first], len(made.missing)
    (88, ['Yên Bái'], 62)
    """
    reached, cut = _reached(graph, row, most)
    nodes = [row, *reached]
    records = graph.document_rows(nodes)
    by_row = dict(zip(nodes, records, strict=True))
    spelt = spellings(graph, [record["issuer"] for record in records]) if len(records) <= 500 else {}
    named = {node: brief_of(document_from_row(record), spelt) for node, record in by_row.items()}
    found, province = [], {row: ""}
    for node, (steps, confidence, parent) in reached.items():  # parents come before their children
        own = province_of(by_row[node]["series"], by_row[node]["issuer"])
        tier = tier_of(by_row[node])
        province[node] = own or (province[parent] if tier > PROVINCIAL else "")
        found.append(
            Implementer(
                brief=named[node], tier=tier, steps=steps, confidence=confidence,
                through=None if parent == row else named[parent],
                delay=days_between(by_row[parent]["date"], by_row[node]["date"]),
                province=province[node], told=bool(own),
            )
        )  # fmt: skip
    found.sort(key=lambda one: (one.brief.iso or "9999", one.brief.id))
    start = by_row[row]["date"]
    provinces, missing = _provinces(found, start)
    return Implementation(
        found=tuple(found),
        direct=sum(one.steps == 1 for one in found),
        levels=_counts(found),
        provinces=provinces,
        missing=missing,
        cut=cut,
    )


def days_between(first: str | None, second: str | None) -> int | None:
    """Days from one day to another, None where one of the days is not fully known or there is none such.

    >>> days_between("2021-11-26", "2022-02-22"), days_between("2021", "2022-02-22")
    (88, None)
    """
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None


def _reached(graph: Graph, row: int, most: int) -> tuple[dict[int, tuple[int, float, int]], bool]:
    """Steps, confidence and parent by row, layer by layer; of several parents the surest."""
    index = links(graph)
    found: dict[int, tuple[int, float, int]] = {}
    layer = {row: 1.0}
    steps = 0
    while layer:
        steps += 1
        best: dict[int, tuple[int, float, int]] = {}
        for node, share in layer.items():
            for link in index.into(node):
                other = index.subject[link]
                if other == row or other in found or index.predicate_of(link) != "implements":
                    continue
                sure = share * (index.confidence(link) or 0.0)
                if other not in best or sure > best[other][1]:
                    best[other] = (steps, sure, node)
        room = most - len(found)
        chosen = dict(sorted(best.items())[:room])
        found.update(chosen)
        if len(best) > room:
            return found, True
        layer = {node: sure for node, (_, sure, _) in chosen.items()}
    return found, False


def _counts(found: Sequence[Implementer]) -> tuple[int, ...]:
    counts = [0] * len(TIERS)
    for one in found:
        counts[one.tier] += 1
    return tuple(counts)


def _provinces(
    found: Sequence[Implementer], start: str | None
) -> tuple[tuple[Province, ...], tuple[Province, ...] | None]:
    known = registry.places()
    by_place: dict[str, list[Implementer]] = {}
    for one in found:
        if one.province:
            by_place.setdefault(one.province, []).append(one)
    counted = bool(start and start[:4] >= _COUNTED_SINCE)
    then = {slug for slug, place in known.items() if counted and _existed(place, start or "")}
    made = []
    for slug in sorted(then | by_place.keys(), key=lambda slug: slug):
        own = by_place.get(slug, [])
        first = next((one for one in own if one.tier == PROVINCIAL), None)
        delay = days_between(start, first.brief.iso) if first else None
        made.append(
            Province(slug, known[slug].name, _counts(own), first.brief if first else None, delay,
                     _heat(bool(own), first is not None, delay))
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


def table(made: Implementation) -> list[list[Any]]:
    """The documents as rows under :data:`COLUMNS`."""
    names: Mapping[str, registry.Place] = registry.places()
    return [
        [one.brief.id, one.brief.kind.vi, one.brief.number, one.brief.iso, one.brief.body.vi, one.brief.title,
         TIERS[one.tier].vi, names[one.province].name if one.province else "", "yes" if one.told else "no", one.steps,
         one.through.id if one.through else "", one.delay, round(one.confidence, 4)]
        for one in made.found
    ]  # fmt: skip


def tiers() -> tuple[Pair, ...]:
    """The names of the levels."""
    return TIERS
