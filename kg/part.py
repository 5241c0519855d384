"""A part of a graph, as a graph: documents of some types, relations of some kinds, the surroundings of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.links import predicate_name
from kg.rdf import run_of
from kg.tables import TABLES
from kg.words import of_type, types_named

if TYPE_CHECKING:
    import pyarrow as pa

    from kg.graph import Graph


def select(
    graph: Graph,
    *,
    types: Collection[str] = (),
    predicates: Collection[str] = (),
    min_confidence: float = 0.0,
    root: Collection[str] = (),
    depth: int | None = None,
) -> Graph:
    """A part of a graph, as a graph.

    Args:
        graph: the whole.
        types: document types to keep, and kinds of them, by slug or name; empty for all. A relation
            stays if both its ends do.
        predicates: relations to keep, e.g. ``implements``; empty for all. Documents that lose their
            last relation stay, unless ``root`` is given.
        min_confidence: drops the citations that are less sure.
        root: ids of documents; only what is reached from one of them, over the relations kept and in
            either direction, stays.
        depth: how many steps from a root; None for as many as there are.

    Raises:
        KgError: a predicate or a root is unknown.

    >>> from kg.graph import Graph
    >>> whole = Graph.from_rows(documents=[{"id": "a", "type": "luat"}, {"id": "b", "type": "ke-hoach"}])
    >>> select(whole, types=["Kế hoạch"]).documents["id"].to_pylist()
    ['b']
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from kg.graph import Graph

    def within(table: pa.Table, column: str, allowed: Collection[str]) -> pa.Table:
        return table.filter(pc.is_in(table[column], value_set=pa.array(sorted(allowed), pa.string())))

    documents, relations = graph.documents, graph.relations
    for start in root:
        if graph.row_of(start) is None:
            raise KgError(f"no document {start!r} in the graph", code="not-found", given=start)
    if types:
        wanted = frozenset(key for words in types for key in types_named(words) or {words})
        fitting = {key for key in documents["type"].unique().to_pylist() if of_type(key, wanted)}
        documents = within(documents, "type", fitting)
    kept = set(documents["id"].to_pylist())
    if predicates:
        relations = within(relations, "predicate", {predicate_name(words) for words in predicates})
    relations = relations.filter(pc.greater_equal(relations["confidence"], min_confidence))
    relations = within(within(relations, "subject", kept), "object", kept)
    if root:
        kept &= _reached(relations, root, depth)
        documents = within(documents, "id", kept)
        relations = within(within(relations, "subject", kept), "object", kept)
    conflicts = within(graph.conflicts, "document", kept)
    mentions = within(graph.mentions, "document", kept)
    known = pc.is_in(mentions["target"], value_set=pa.array(sorted(kept), pa.string()))
    mentions = mentions.filter(pc.or_(known, pc.is_null(mentions["target"])))
    candidates = pa.array(
        [[c for c in row if c in kept] for row in documents["candidates"].to_pylist()], pa.list_(pa.string())
    )
    at = documents.schema.get_field_index("candidates")
    documents = documents.set_column(at, documents.schema.field(at), candidates)
    used = {*documents["source"].to_pylist(), *relations["source"].to_pylist()} - {None}
    used |= {source for row in conflicts["sources"].to_pylist() for source in row}
    sources = within(graph.sources, "source", used)
    foreign = pc.invert(pc.is_in(sources["document"], value_set=pa.array(sorted(kept), pa.string())))
    at = sources.schema.get_field_index("document")
    own = pc.if_else(foreign, pa.scalar(None, pa.string()), sources["document"])
    sources = sources.set_column(at, sources.schema.field(at), own)
    run, version = run_of(graph)
    parts = (documents, mentions, relations, conflicts, sources)
    return Graph.from_tables(dict(zip(TABLES, parts, strict=True)), meta={"run": run, "run_version": version})


def _reached(relations: pa.Table, root: Collection[str], depth: int | None) -> set[str]:
    near: dict[str, set[str]] = defaultdict(set)
    for subject, target in zip(relations["subject"].to_pylist(), relations["object"].to_pylist(), strict=True):
        near[subject].add(target)
        near[target].add(subject)
    found, edge, steps = set(root), set(root), 0
    while edge and (depth is None or steps < depth):
        edge = {other for one in edge for other in near[one]} - found
        found |= edge
        steps += 1
    return found
