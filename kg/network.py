"""The graph, or a part of it, for networkx."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from kg.arrays import CODES
from kg.errors import KgError, NotFoundError
from kg.filters import row_filter
from kg.links import Links, links, predicate_name, read_evidence
from kg.lookup import find_one
from kg.models import Document, Predicate
from kg.words import of_type, types_named

if TYPE_CHECKING:
    import networkx as nx

    from kg.graph import Graph

_BATCH: Final = 10_000


def to_networkx(
    graph: Graph,
    *,
    predicates: Iterable[str] | None = None,
    types: Iterable[str] | None = None,
    statuses: Iterable[str] | None = None,
    min_confidence: float = 0.0,
    strength: str | None = None,
    isolated: bool = True,
    around: str | Document | None = None,
    depth: int = 1,
    limit: int = 1_000_000,
) -> nx.MultiDiGraph:
    """A directed multigraph: documents as nodes, distinct links (subject, predicate, object) as edges.

    Nodes are ids; their attributes are the fields of :class:`kg.models.Document` except ``id`` and
    ``block``. Edges run from subject to object. Their keys are running numbers: with the predicate as key,
    networkx would keep one of two parallel edges without a word. Edge attributes:

    - ``predicate``, ``strength`` (of the strongest evidence), ``confidence`` (see
      :meth:`kg.links.Links.confidence`),
    - ``evidence``: list of :class:`kg.records.RelationRow`, the strongest first,
    - ``weight``: how many rows of evidence there are.

    Args:
        graph: the graph; networkx needs about 500 bytes a link and more for its evidence, so take a part of a
            large one.
        predicates: only links of these kinds.
        types: only documents of these types or kinds of them (slugs or names).
        statuses: only documents of these statuses (``read``, ``cited``, ``unresolved``).
        min_confidence: only links that are at least so sure.
        strength: only evidence at least as strong (``stated``, ``heading``, ``footnote``).
        isolated: whether documents without a link stay.
        around: only this document and those that are at most ``depth`` links of these kinds away, in any
            direction: a record, or words as :func:`kg.lookup.find_one` takes them.
        depth: how far ``around`` reaches.
        limit: the most links that are taken.

    Raises:
        KgError: there is no such predicate or strength, or there are more links than ``limit``
            (``too-many-links``).
        NotFoundError, AmbiguousError: ``around`` does not name one document.

    >>> from kg.graph import Graph
    >>> link = {"subject": "plan", "predicate": "implements", "object": "law", "strength": "stated",
    ...         "source": "plan.txt", "start": 0, "end": 3, "confidence": 0.9}
    >>> g = Graph.from_rows(documents=[{"id": "plan"}, {"id": "law"}], relations=[link])
    >>> [(s, o, key, data["predicate"]) for s, o, key, data in to_networkx(g).edges(keys=True, data=True)]
    [('plan', 'law', 0, 'implements')]
    """
    import networkx as nx

    wanted = None if predicates is None else frozenset(predicate_name(p) for p in predicates)
    kinds = None if types is None else frozenset(s for t in types for s in types_named(t) or {t})
    allowed = None if statuses is None else frozenset(statuses)
    index = links(graph)
    keep = row_filter(graph, strength)
    near = None if around is None else _near(graph, index, around, depth, wanted)
    taken = _links(index, near, wanted)
    if len(taken) > limit:
        raise KgError(
            f"{len(taken):,} links are too many for networkx (about {len(taken) / 2e6:.1f} GB); take a part of the "
            f"graph by around=, predicates= or types=, or raise limit={limit}",
            code="too-many-links",
            links=len(taken),
            limit=limit,
        )
    network = nx.MultiDiGraph()
    ids: dict[int, str] = {}
    rows = sorted(near) if near is not None else None
    documents = enumerate(graph.iter_documents()) if rows is None else zip(rows, graph.documents_at(rows), strict=True)
    for row, document in documents:
        fits = (kinds is None or of_type(document.type, kinds)) and (
            allowed is None or document.status in allowed
        )
        if fits:
            ids[row] = document.id
            fields = dataclasses.asdict(document)
            network.add_node(document.id, **{k: v for k, v in fields.items() if k not in ("id", "block")})
    for begin in range(0, len(taken), _BATCH):
        chosen: list[tuple[int, str, str, float]] = []
        for link in map(int, taken[begin : begin + _BATCH]):
            subject, object_ = ids.get(index.subject[link]), ids.get(index.object[link])
            if subject is None or object_ is None:
                continue
            share = index.confidence(link, keep)
            if share is not None and share >= min_confidence:
                chosen.append((link, subject, object_, share))
        found = read_evidence(graph, [index.evidence(link, keep) for link, *_ in chosen])
        for (link, subject, object_, share), evidence in zip(chosen, found, strict=True):
            network.add_edge(
                subject,
                object_,
                key=link,
                predicate=evidence[0].predicate,
                strength=evidence[0].strength,
                confidence=share,
                evidence=list(evidence),
                weight=len(evidence),
            )
    if not isolated:
        network.remove_nodes_from(list(nx.isolates(network)))
    return network


def _near(
    graph: Graph, index: Links, around: str | Document, depth: int, wanted: frozenset[Predicate] | None
) -> set[int]:
    """The rows of a document and of those that are at most so many links away."""
    meant = find_one(graph, around) if isinstance(around, str) else around
    if (row := graph.row_of(meant.id)) is None:
        raise NotFoundError(f"document {meant.id} is not in this graph", words=meant.id)
    found = layer = {row}
    for _ in range(depth):
        ends = {
            end
            for node in layer
            for link, end in (
                *((e, index.object[e]) for e in index.out(node)),
                *((e, index.subject[e]) for e in index.into(node)),
            )
            if wanted is None or index.predicate_of(link) in wanted
        }
        layer = ends - found
        found = found | layer
    return found


def _links(
    index: Links, near: set[int] | None, wanted: frozenset[Predicate] | None
) -> np.ndarray[Any, Any]:
    """The links of these kinds, all or those between some documents, in order."""
    if near is None:
        chosen = np.arange(len(index))
    else:
        among = [e for node in near for e in index.out(node) if index.object[e] in near]
        chosen = np.array(sorted(among), np.int64)
    if wanted is not None:
        codes = [CODES.index(name) for name in wanted]
        chosen = chosen[np.isin(np.asarray(index.predicate)[chosen], codes)]
    return chosen
