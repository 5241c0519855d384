"""Everything a document's page tells: links both ways with their evidence, its fate, its timeline.

A document that the whole country cites has tens of thousands of links. They are counted, but only a few of
each kind are read here; the rest stand on pages of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np
import pyarrow as pa

from kg.labels import Pair, body_of, date_of, type_of
from kg.links import links, read_evidence
from kg.models import PREDICATES, Document, Predicate
from kg.records import RelationRow
from kg.serve.briefs import Brief, brief_of, spellings
from kg.serve.columns import columns_of
from kg.view.payload import provisions_words

if TYPE_CHECKING:
    from kg.graph import Graph

Way = Literal["out", "in"]

ORDER: Final[tuple[Predicate, ...]] = (
    "implements", "guides", "basedOn", "amends", "replaces", "repeals", "suspends", "corrects", "consolidates",
    "promulgates", "approves", "cites",
)  # fmt: skip
"""The relations as pages show them: what people ask for first."""

FATES: Final[tuple[Predicate, ...]] = ("replaces", "repeals", "suspends", "amends", "corrects", "consolidates")
"""What later documents do to one that changes how it may be used."""

_EVENTS: Final = frozenset((*FATES, "guides", "promulgates", "approves"))
_PROOFS: Final = 4


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that states a link.

    Attributes:
        before, mention, after: the sentence, cut where the other document is named in it.
        cue: the words that typed the link, empty for a plain citation.
        source, start: the text, and where in it the mention begins.
        strength: ``stated``, ``heading`` or ``footnote``.
        confidence: how sure this piece of evidence is.
        parts: the provisions it is about, in words; empty where it is about the whole.
        partial: whether only provisions are affected.
        frame: the rule that read it.
    """

    before: str
    mention: str
    after: str
    cue: str
    source: str
    start: int
    strength: str
    confidence: float
    parts: Pair
    partial: bool
    frame: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another document.

    Attributes:
        other: the document at the other end.
        predicate: the relation.
        confidence: of all evidence together.
        strength: of the strongest piece of evidence.
        proofs: the first pieces of evidence, the strongest first.
        evidence: how many there are.
    """

    other: Brief
    predicate: Predicate
    confidence: float
    strength: str
    proofs: tuple[Proof, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class Group:
    """The links of one kind and direction: how many there are, and the first of them."""

    predicate: Predicate
    way: Way
    total: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened around a document: the day, what, and by which document."""

    iso: str
    date: Pair
    predicate: Predicate | None
    way: Way
    other: Brief | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values on which the texts disagree, the most supported first."""

    field: str
    values: tuple[Pair, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with all that is known of it.

    Attributes:
        document, brief: the record and its names.
        source: the text it was read from, None where it was not.
        mentions: how often it is mentioned.
        groups: its links, those in which it acts first.
        fates: links by which later documents changed it.
        conflicts, candidates: as in the tables.
        events: dated changes around it, the oldest first.
        years: how many documents that implement it were issued in each year.
    """

    document: Document
    brief: Brief
    source: str | None
    mentions: int
    groups: tuple[Group, ...]
    fates: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]
    candidates: tuple[Brief, ...]
    events: tuple[Event, ...]
    years: tuple[tuple[str, int], ...]


def sheet(graph: Graph, row: int, *, each: int = 6) -> Sheet:
    """A document with all that is known of it.

    Args:
        graph: the graph.
        row: its row in the table ``documents``.
        each: how many links of a kind are read.

    >>> from kg.graph import Graph
    >>> link = {"subject": "b", "predicate": "replaces", "object": "a", "strength": "stated",
    ...         "source": "b.txt", "start": 9, "end": 10, "sentence": "thay thế A", "confidence": 0.9}
    >>> found = sheet(Graph.from_rows(documents=[{"id": "a"}, {"id": "b"}], relations=[link]), 0)
    >>> [(group.way, group.predicate, group.total) for group in found.groups], found.fates[0].proofs[0].mention
    ([('in', 'replaces', 1)], 'A')
    """
    record = graph.document_rows([row])[0]
    document = graph.documents_at([row])[0]
    split = divided(graph, row)
    chosen: dict[tuple[Way, Predicate], list[int]] = {}
    for key, members in split.items():
        chosen[key] = newest_first(graph, members, key[0])[:each]
    fates = [key for key in split if key[0] == "in" and key[1] in FATES]
    for key in fates:
        chosen[key] = newest_first(graph, split[key], "in")[: max(each, 12)]
    made = read_links(graph, [(link, way) for (way, _), members in chosen.items() for link in members])
    at = iter(made)
    groups: dict[tuple[Way, Predicate], list[Link]] = {
        key: [next(at) for _ in members] for key, members in chosen.items()
    }
    return Sheet(
        document=document,
        brief=brief_of(document, spellings(graph, [document.issuer])),
        source=record["source"],
        mentions=record["mentions"] or 0,
        groups=tuple(
            Group(predicate, way, len(split[way, predicate]), tuple(groups[way, predicate][:each]))
            for way in ("out", "in")
            for predicate in ORDER
            if (way, predicate) in groups
        ),
        fates=tuple(link for name in FATES for link in groups.get(("in", name), ())),
        conflicts=conflicts_of(graph, document.id),
        candidates=_candidates(graph, document),
        events=_events(document, groups),
        years=_years(graph, split.get(("in", "implements"), ())),
    )


def divided(graph: Graph, row: int) -> dict[tuple[Way, Predicate], list[int]]:
    """The links of a document by direction and relation, without those to itself."""
    index = links(graph)
    found: dict[tuple[Way, Predicate], list[int]] = {}
    for link in index.out(row):
        if index.object[link] != row:
            found.setdefault(("out", index.predicate_of(link)), []).append(link)
    for link in index.into(row):
        if index.subject[link] != row:
            found.setdefault(("in", index.predicate_of(link)), []).append(link)
    return found


def newest_first(graph: Graph, found: Sequence[int], way: Way) -> list[int]:
    """Links by the date of the document at the other end, the newest first, undated ones last."""
    if len(found) < 2:
        return list(found)
    index = links(graph)
    rows = np.asarray(index.object if way == "out" else index.subject)[found]
    order = np.lexsort((rows, -columns_of(graph).when[rows]))
    return [found[at] for at in order]


def read_links(graph: Graph, wanted: Sequence[tuple[int, Way]]) -> list[Link]:
    """Links with their first pieces of evidence, all read in one go.

    Args:
        graph: the graph.
        wanted: numbers of links, each with the direction in which it is seen.
    """
    index = links(graph)
    ends = [index.object[link] if way == "out" else index.subject[link] for link, way in wanted]
    others = graph.documents_at(ends)
    evidence = [index.evidence(link) for link, _ in wanted]
    proofs = read_evidence(graph, [rows[:_PROOFS] for rows in evidence])
    spelt = spellings(graph, [other.issuer for other in others])
    return [
        Link(
            other=brief_of(other, spelt),
            predicate=index.predicate_of(link),
            confidence=index.confidence(link) or 0.0,
            strength=rows[0].strength if rows else "stated",
            proofs=tuple(_proof(row) for row in rows),
            evidence=len(all_),
        )
        for (link, _), other, rows, all_ in zip(wanted, others, proofs, evidence, strict=True)
    ]


def _proof(row: RelationRow) -> Proof:
    size = len(row.sentence)
    start = min(size, max(0, row.start - row.sentence_start))
    end = min(size, max(start, row.end - row.sentence_start))
    return Proof(
        before=row.sentence[:start],
        mention=row.sentence[start:end],
        after=row.sentence[end:],
        cue=row.cue,
        source=row.source,
        start=row.start,
        strength=row.strength,
        confidence=row.confidence,
        parts=provisions_words([provision.as_dict() for provision in row.provisions]),
        partial=row.scope == "partial",
        frame=row.frame,
    )


def conflicts_of(graph: Graph, document_id: str) -> tuple[Conflict, ...]:
    """The disagreements on a document, in words."""
    disputed = graph.memo("serve disputed", lambda whole: frozenset(whole.column("conflicts", "document").to_pylist()))
    rows = graph.rows_where("conflicts", "document", [document_id]) if document_id in disputed else []
    return tuple(
        Conflict(
            row["field"], tuple(_value(graph, row["field"], v) for v in row["values"]), tuple(row["sources"] or ())
        )
        for row in rows
    )


def _value(graph: Graph, field: str, value: str) -> Pair:
    if field == "issuer" and (body := body_of(value, spellings(graph, [value]))):
        return body.name
    if field == "type":
        return type_of(value)
    other = graph.document(value)
    return brief_of(other).head if other else date_of(value)


def _candidates(graph: Graph, document: Document) -> tuple[Brief, ...]:
    found = [other for one in document.candidates if (other := graph.document(one))]
    spelt = spellings(graph, [other.issuer for other in found])
    return tuple(brief_of(other, spelt) for other in found)


def _events(document: Document, groups: dict[tuple[Way, Predicate], list[Link]]) -> tuple[Event, ...]:
    """The day it was issued, and every dated change that it made or met."""
    found = [Event(document.date or "", date_of(document.date), None, "out", None)] if document.date else []
    for (way, predicate), members in groups.items():
        if predicate in _EVENTS:
            found += [
                Event(link.other.iso, link.other.date, predicate, way, link.other) for link in members if link.other.iso
            ]
    rank: dict[str, int] = {name: at for at, name in enumerate(PREDICATES)}
    # What this document did to older ones happened on its own day.
    own = document.date or ""
    found = [
        Event(own, date_of(own), one.predicate, one.way, one.other) if one.way == "out" and one.predicate else one
        for one in found
    ]
    found = [one for one in found if one.iso]
    return tuple(
        sorted(found, key=lambda e: (e.iso, e.predicate is not None, rank.get(e.predicate or "", -1), e.way))
    )


def _years(graph: Graph, into: Sequence[int]) -> tuple[tuple[str, int], ...]:
    if not into:
        return ()
    rows = np.asarray(links(graph).subject)[list(into)]
    years = columns_of(graph).year.take(pa.array(rows))
    counts: list[dict[str, Any]] = years.drop_null().value_counts().to_pylist()
    return tuple(sorted((row["values"], row["counts"]) for row in counts))
