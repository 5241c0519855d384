"""The graph, or a part of it, for networkx."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kg.filters import row_filter
from kg.links import links, predicate_name, read_evidence
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
) -> nx.MultiDiGraph:
    """A directed multigraph: documents as nodes, distinct links (subject, predicate, object) as edges.

    Nodes are ids; their attributes are the fields of :class:`kg.models.Document` except ``id`` and
    ``block``. Edges run from subject to object. Their keys are running numbers: with the predicate as key,
    networkx would keep one of two parallel edges without a word. Edge attributes:

    - ``predicate``, ``strength`` (of the strongest evidence), ``confidence`` (see
      :meth:`kg.links.Links.confidence`),
    - ``evidence``: list of :class:`kg.tables.RelationRow`, the strongest first,
    - ``weight``: how many rows of evidence there are.

    Args:
        graph: the graph; networkx needs about 500 bytes an edge, so take a part of a large one.
        predicates: only links of these kinds.
        types: only documents of these types or kinds of them (slugs or names).
        statuses: only documents of these statuses (``read``, ``cited``, ``unresolved``).
        min_confidence: only links that are at least so sure.
        strength: only evidence at least as strong (``stated``, ``heading``, ``footnote``).
        isolated: whether documents without a link stay.

    Raises:
        KgError: there is no such predicate or strength.

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
    network = nx.MultiDiGraph()
    ids: list[str | None] = []
    for document in graph.iter_documents():
        fits = (kinds is None or of_type(document.type, kinds)) and (
            allowed is None or document.status in allowed
        )
        ids.append(document.id if fits else None)
        if fits:
            fields = dataclasses.asdict(document)
            network.add_node(document.id, **{k: v for k, v in fields.items() if k not in ("id", "block")})
    for begin in range(0, len(index), _BATCH):
        chosen: list[tuple[int, str, str, float]] = []
        for link in range(begin, min(begin + _BATCH, len(index))):
            subject, object_ = ids[index.subject[link]], ids[index.object[link]]
            if subject is None or object_ is None:
                continue
            share = index.confidence(link, keep)
            if share is None or share < min_confidence:
                continue
            if wanted is None or index.predicate_of(link) in wanted:
                chosen.append((link, subject, object_, share))
        rows = read_evidence(graph, [index.evidence(link, keep) for link, *_ in chosen])
        for (link, subject, object_, share), evidence in zip(chosen, rows, strict=True):
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
