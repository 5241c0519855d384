"""Questions to a graph: who implements this, what is it based on, how do two documents hang together.

An answer names the document, says how sure the graph is, and carries the evidence that says so.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from kg.errors import NotFoundError
from kg.filters import DocumentFilter, date_filter, issuer_filter, row_filter, type_filter
from kg.links import Links, RowFilter, links, predicate_name, read_evidence
from kg.lookup import find_one
from kg.models import PREDICATES, Document, Predicate, Provision
from kg.reach import Way, layers_between, steps_between
from kg.records import RelationRow

if TYPE_CHECKING:
    from kg.graph import Graph


@dataclass(frozen=True, slots=True)
class Answer:
    """A document that answers a query.

    Attributes:
        document: the document.
        predicate: the relation asked for.
        depth: number of links between it and the document asked about.
        confidence: how sure the chain of links is: the product over its links.
        path: ids along the chain, in the direction of the relation: each acts on the next. The answer
            comes first; with ``reverse`` it comes last.
        evidence: what states the links of the chain, link by link; the strongest first.
    """

    document: Document
    predicate: Predicate
    depth: int
    confidence: float
    path: tuple[str, ...]
    evidence: tuple[RelationRow, ...]

    def _repr_html_(self) -> str:
        from kg.cards import answer_card

        return answer_card(self)


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path.

    Attributes:
        subject, predicate, object: the link as the graph has it.
        forward: whether the path goes from subject to object; False where it goes against the link.
        confidence: how sure the link is.
        evidence: what states it, the strongest first.
    """

    subject: str
    predicate: Predicate
    object: str
    forward: bool
    confidence: float
    evidence: tuple[RelationRow, ...]


# Walks


@dataclass(frozen=True, slots=True)
class _Visit:
    """How a walk came to a document: surest chain, of these the shortest."""

    confidence: float
    depth: int
    before: int
    link: int


def _walk(
    index: Links,
    start: int,
    code: Predicate,
    *,
    reverse: bool,
    transitive: bool,
    floor: float,
    keep: RowFilter | None,
    keep_first: RowFilter | None,
) -> dict[int, _Visit]:
    """The documents that a relation leads to, each by its surest chain.

    A link more never makes a chain surer, so the surest of all that wait is final (Dijkstra); cycles end
    where a document has been visited.
    """
    found: dict[int, _Visit] = {}
    waiting: list[tuple[float, int, int, int, int]] = [(-1.0, 0, start, -1, -1)]
    while waiting:
        minus, depth, node, before, link = heapq.heappop(waiting)
        if node in found:
            continue
        found[node] = _Visit(-minus, depth, before, link)
        if depth and not transitive:
            continue
        for edge in index.out(node, code) if reverse else index.into(node, code):
            other = index.object[edge] if reverse else index.subject[edge]
            if other in found:
                continue
            share = index.confidence(edge, keep_first if depth == 0 else keep)
            if share is not None and -minus * share >= floor:
                heapq.heappush(waiting, (minus * share, depth + 1, other, node, edge))
    return found


def _chain(found: Mapping[int, _Visit], node: int) -> list[int]:
    """The links from a document back to the one where the walk began."""
    chain = []
    while (visit := found[node]).link >= 0:
        chain.append(visit.link)
        node = visit.before
    return chain


def _asked(graph: Graph, document: str | Document) -> tuple[Document, int]:
    meant = find_one(graph, document) if isinstance(document, str) else document
    if (row := graph.row_of(meant.id)) is None:
        raise NotFoundError(f"document {meant.id} is not in this graph", words=meant.id)
    return meant, row


def query(
    graph: Graph,
    predicate: str,
    document: str | Document,
    *,
    type: str | None = None,
    issuer: str | None = None,
    since: str | None = None,
    until: str | None = None,
    transitive: bool = False,
    reverse: bool = False,
    min_confidence: float = 0.0,
    strength: str | None = None,
    provision: str | Provision | None = None,
) -> list[Answer]:
    """The documents that stand in a relation to a document.

    Args:
        graph: the graph.
        predicate: ``implements``, ``basedOn`` or ``based-on`` …; the answers are those that do this.
        document: a record, or words as :func:`kg.lookup.find_one` takes them.
        type: only answers of this type or a kind of it: slug, name or code, diacritics optional.
        issuer: only answers of this body: slug, name, or part of it, diacritics optional.
        since, until: only answers of this time, both ends included; documents without a date are left
            out, and where only the year is known the year counts.
        transitive: follow the relation over any number of links. Filters of answers (type, issuer, time)
            do not stop the walk.
        reverse: the other way round: what the document does this to.
        min_confidence: leave out answers that are less sure.
        strength: only evidence at least as strong: ``stated``, then ``heading``, then ``footnote``.
        provision: only links about this provision (``khoản 2 Điều 19``); of a chain, the link that touches
            the document asked about.

    Returns:
        Each document once, by its surest chain, sorted by date and id; documents without a date last.
        The document asked about is never among them.

    Raises:
        NotFoundError, AmbiguousError: the words do not name one document.
        KgError: predicate, type, date, strength or provision cannot be understood.

    >>> from kg.graph import Graph
    >>> link = {"subject": "plan", "predicate": "implements", "object": "law", "strength": "stated",
    ...         "source": "plan.txt", "start": 0, "end": 3, "confidence": 0.9}
    >>> g = Graph.from_rows(documents=[{"id": "plan"}, {"id": "law"}], relations=[link])
    >>> [(a.document.id, a.confidence) for a in query(g, "implements", "law")]
    [('plan', 0.9)]
    """
    code = predicate_name(predicate)
    filters: list[DocumentFilter] = []
    if type is not None:
        filters.append(type_filter(graph, type))
    if issuer is not None:
        filters.append(issuer_filter(graph, issuer))
    if since is not None or until is not None:
        filters.append(date_filter(since, until))
    keep_first, keep = row_filter(graph, strength, provision), row_filter(graph, strength, None)
    _, start = _asked(graph, document)
    index = links(graph)
    found = _walk(
        index, start, code, reverse=reverse, transitive=transitive, floor=min_confidence, keep=keep,
        keep_first=keep_first,
    )  # fmt: skip
    nodes = [node for node in sorted(found) if node != start]
    chosen = [
        (node, document)
        for node, document in zip(nodes, graph.documents_at(nodes), strict=True)
        if all(test(document) for test in filters)
    ]
    chosen.sort(key=lambda pair: (pair[1].date or "9999", pair[1].id))
    chains, rows = [], []
    for node, _ in chosen:
        chain = _chain(found, node)
        touching = chain[-1]
        chain = chain[::-1] if reverse else chain
        chains.append(chain)
        rows.append([r for e in chain for r in index.evidence(e, keep_first if e == touching else keep)])
    return [
        Answer(
            document=record,
            predicate=code,
            depth=found[node].depth,
            confidence=found[node].confidence,
            path=tuple(
                graph.id_at(n) for n in [index.subject[chain[0]], *(index.object[edge] for edge in chain)]
            ),
            evidence=evidence,
        )
        for (node, record), chain, evidence in zip(chosen, chains, read_evidence(graph, rows), strict=True)
    ]


# Paths

_TELLING: Final = {name: at for at, name in enumerate(PREDICATES)}


def _shortest(
    index: Links, start: int, goal: int, way: Way, allowed: frozenset[Predicate] | None, max_depth: int
) -> list[tuple[int, bool]] | None:
    """Layer by layer; of several shortest chains the surest, then the one through the first ids.

    Of the links between two neighbours the most telling counts: ``cites`` comes last.
    """
    layers = layers_between(index, start, goal, way, allowed, max_depth)
    if layers is None:
        return None
    reached: dict[int, tuple[int, int, bool]] = {}
    layer = {start: 1.0}
    for before, wanted in pairwise(layers):
        options: dict[tuple[int, int], tuple[int, float, bool, int]] = {}
        found = steps_between(index, before, wanted, way, allowed)
        for node, edge, other, forward in zip(*(values.tolist() for values in found), strict=True):
            name = index.predicate_of(edge)
            option = (_TELLING[name], -(index.confidence(edge) or 0.0), not forward, edge)
            options[node, other] = min(option, options.get((node, other), option))
        best: dict[int, tuple[tuple[float, int, int, bool, int], float]] = {}
        for (node, other), (_, minus, against, edge) in options.items():
            share = layer[node] * -minus
            option_via = ((-share, node, edge, against, edge), share)
            best[other] = min(option_via, best.get(other, option_via))
        for other, ((_, node, edge, against, _), _) in best.items():
            reached[other] = (node, edge, not against)
        layer = {other: share for other, (_, share) in best.items()}
    steps, node = [], goal
    while node != start:
        node, edge, forward = reached[node]
        steps.append((edge, forward))
    return steps[::-1]


def path(
    graph: Graph,
    a: str | Document,
    b: str | Document,
    *,
    predicates: Iterable[str] | None = None,
    max_depth: int = 8,
    directed: bool = True,
) -> list[Step] | None:
    """The shortest chain of links between two documents.

    Args:
        graph: the graph.
        a, b: records, or words as :func:`kg.lookup.find_one` takes them.
        predicates: links that may be used; None for all.
        max_depth: longest chain to look for.
        directed: first look for a chain in which each document acts on the next, from ``a`` to ``b``, then
            from ``b`` to ``a``, and only then for one that changes direction. Where False, take the
            shortest chain whatever its directions.

    Returns:
        The steps from ``a`` to ``b``, none where they are one document; None where there is no chain.
        :func:`direction` tells which kind of chain it is.

    Raises:
        NotFoundError, AmbiguousError: the words do not name one document.
        KgError: there is no such predicate.

    >>> from kg.graph import Graph
    >>> link = {"subject": "plan", "predicate": "implements", "object": "law", "strength": "stated",
    ...         "source": "plan.txt", "start": 0, "end": 3, "confidence": 0.9}
    >>> g = Graph.from_rows(documents=[{"id": "plan"}, {"id": "law"}], relations=[link])
    >>> steps = path(g, "law", "plan"); [s.forward for s in steps], direction(steps)
    ([False], 'backward')
    """
    allowed = None if predicates is None else frozenset(predicate_name(p) for p in predicates)
    (_, start), (_, goal) = _asked(graph, a), _asked(graph, b)
    index = links(graph)
    ways: tuple[Way, ...] = ("out", "in", "both") if directed else ("both",)
    for way in ways:
        chain = _shortest(index, start, goal, way, allowed, max_depth)
        if chain is not None:
            break
    if chain is None:
        return None
    evidence = read_evidence(graph, [index.evidence(edge) for edge, _ in chain])
    return [
        Step(
            subject=graph.id_at(index.subject[edge]),
            predicate=index.predicate_of(edge),
            object=graph.id_at(index.object[edge]),
            forward=forward,
            confidence=index.confidence(edge) or 0.0,
            evidence=rows,
        )
        for (edge, forward), rows in zip(chain, evidence, strict=True)
    ]


def direction(steps: Iterable[Step]) -> Literal["forward", "backward", "mixed"]:
    """Whether a path goes with all its links, against all of them, or changes direction.

    >>> direction([])
    'forward'
    """
    ways = {step.forward for step in steps}
    return "mixed" if len(ways) > 1 else "backward" if ways == {False} else "forward"
