"""A graph in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.models import PREDICATES, STRENGTHS, Document

if TYPE_CHECKING:
    from kg.graph import Graph


@dataclass(frozen=True, slots=True)
class Stats:
    """What a graph holds, in numbers; every dict is ordered, largest first.

    Attributes:
        documents, mentions, sources: rows of the tables.
        relations: distinct links (subject, predicate, object).
        evidence: rows of the table ``relations``: one link may have many.
        by_type: documents by type; ``""`` where it is not known.
        by_status: documents by status.
        by_predicate: distinct links by predicate.
        by_strength: evidence by strength.
        unresolved: citations that may be several documents.
        conflicts: disagreements by field.
        duplicates: sources that were left out because their bytes came before.
        failed: sources that could not be read, with the reason.
        most_cited: the documents with the most other documents linking to them, and how many.
    """

    documents: int
    mentions: int
    sources: int
    relations: int
    evidence: int
    by_type: dict[str, int]
    by_status: dict[str, int]
    by_predicate: dict[str, int]
    by_strength: dict[str, int]
    unresolved: int
    conflicts: dict[str, int]
    duplicates: int
    failed: tuple[tuple[str, str], ...]
    most_cited: tuple[tuple[Document, int], ...]


def _tally(values: pa.Array | pa.ChunkedArray, first: Sequence[str] = ()) -> dict[str, int]:
    """How often each value occurs: most frequent first, then as in ``first``, then by alphabet."""
    rank = {value: at for at, value in enumerate(first)}
    counted = {row["values"] or "": row["counts"] for row in values.value_counts().to_pylist()}
    return dict(sorted(counted.items(), key=lambda kv: (-kv[1], rank.get(kv[0], len(rank)), kv[0])))


def stats_of(graph: Graph, *, top: int = 10) -> Stats:
    """The graph in numbers.

    Args:
        graph: the graph.
        top: how many of the most cited documents to name.
    """
    from kg.links import links

    statuses = graph.column("sources", "status")
    by_status = _tally(graph.column("documents", "status"))
    any_failed = "failed" in statuses.unique().to_pylist()
    failed = graph.rows_where("sources", "status", ["failed"]) if any_failed else []
    index = links(graph)
    cited = index.most_cited(top)
    return Stats(
        documents=graph.count("documents"),
        mentions=graph.count("mentions"),
        sources=graph.count("sources"),
        relations=len(index),
        evidence=graph.count("relations"),
        by_type=_tally(graph.column("documents", "type")),
        by_status=by_status,
        by_predicate=_tally(index.predicates(), PREDICATES),
        by_strength=_tally(graph.column("relations", "strength"), STRENGTHS),
        unresolved=by_status.get("unresolved", 0),
        conflicts=_tally(graph.column("conflicts", "field")),
        duplicates=_tally(statuses).get("duplicate", 0),
        failed=tuple((row["source"], row["error"] or "") for row in failed),
        most_cited=tuple(
            zip(graph.documents_at([row for row, _ in cited]), (n for _, n in cited), strict=True)
        ),
    )
