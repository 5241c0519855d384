"""Which documents and links a picture shows: the neighbourhood of one, or the part that filters leave.

A picture of everything informs nobody, so there is a limit; beyond it the nearest or the most linked
documents stay, and how many there were is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.errors import KgError, NotFoundError
from kg.filters import DocumentFilter, date_filter, issuer_filter, type_filter
from kg.links import Links, links, predicate_name
from kg.models import Document

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["Chosen", "Direction", "choose"]

Direction = Literal["up", "down", "both"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown.

    Attributes:
        documents: rows of the table ``documents``, ascending.
        links: numbers of the links of :func:`kg.links.links` between them, ascending.
        total: how many documents there were before the limit.
        root: row of the document in the middle, None where there is none.
        outside: by row, how many documents linked to it are not shown.
    """

    documents: tuple[int, ...]
    links: tuple[int, ...]
    total: int
    root: int | None
    outside: dict[int, int]


def choose(
    graph: Graph,
    *,
    root: str | Document | None = None,
    depth: int = 3,
    direction: Direction = "both",
    limit: int = 1000,
    type: str | Iterable[str] | None = None,
    predicate: str | Iterable[str] | None = None,
    issuer: str | None = None,
    since: str | None = None,
    until: str | None = None,
    min_confidence: float = 0.0,
    reach: int | None = None,
) -> Chosen:
    """Choose the part of a graph to show.

    Args:
        graph: the graph.
        root: the document in the middle: a document, its id, or words that name it. None for the graph.
        depth: how many links away from the root a document may be.
        direction: ``up`` to what the root stands on, ``down`` to what stands on it, ``both``.
        limit: how many documents at most.
        type: only documents of these types, by name, slug or code; the root always stays.
        predicate: only links of these kinds.
        issuer: only documents of this body or place.
        since, until: only documents of this time, both ends included; undated ones fall out.
        min_confidence: only links at least so sure.
        reach: with a root: where so many documents have been reached, no more are looked for farther away.

    Raises:
        NotFoundError: no document answers to ``root``.
        AmbiguousError: several documents answer to ``root``.
        KgError: an argument is none of its possible values.
    """
    if direction not in ("up", "down", "both"):
        raise KgError(f"there is no direction {direction!r}; use up, down or both", code="unknown-direction")
    if depth < 0 or limit < 1:
        raise KgError("depth must be at least 0 and limit at least 1", code="bad-limit")
    index = links(graph)
    counts = _link_filter(index, predicate, min_confidence)
    fitting = _fitting(graph, type, issuer, since, until)
    start = None if root is None else _row_of(graph, root)
    if start is None:
        far = {row: 0 for row in range(graph.meta["counts"]["documents"]) if row in fitting}
    else:
        near = _around(index, counts, start, depth, direction, reach)
        far = {row: distance for row, distance in near.items() if row == start or row in fitting}
    degree = _degrees(index, counts, far)
    order = sorted(far, key=lambda row: (far[row], -degree.get(row, 0), row))
    shown = set(order[:limit])
    return Chosen(
        documents=tuple(sorted(shown)),
        links=tuple(sorted(_between(index, counts, shown))),
        total=len(far),
        root=start,
        outside=_outside(index, shown),
    )


def _row_of(graph: Graph, root: str | Document) -> int:
    if isinstance(root, str) and (row := graph.row_of(root)) is not None:
        return row
    document = root if isinstance(root, Document) else graph.find_one(root)
    row = graph.row_of(document.id)
    if row is None:
        raise NotFoundError(f"the graph has no document {document.id!r}")
    return row


def _names(given: str | Iterable[str] | None) -> list[str]:
    return [given] if isinstance(given, str) else list(given or ())


def _link_filter(
    index: Links, predicate: str | Iterable[str] | None, min_confidence: float
) -> Callable[[int], bool]:
    wanted = frozenset(predicate_name(name) for name in _names(predicate))

    def counts(link: int) -> bool:
        if wanted and index.predicate_of(link) not in wanted:
            return False
        return min_confidence <= 0 or (index.confidence(link) or 0.0) >= min_confidence

    return counts


def _fitting(
    graph: Graph,
    type: str | Iterable[str] | None,
    issuer: str | None,
    since: str | None,
    until: str | None,
) -> Container[int]:
    """Rows of the documents that pass all filters."""
    filters: list[DocumentFilter] = []
    if kinds := [type_filter(graph, name) for name in _names(type)]:
        filters.append(lambda document: any(fits(document) for fits in kinds))
    if issuer is not None:
        filters.append(issuer_filter(graph, issuer))
    if since is not None or until is not None:
        filters.append(date_filter(since, until))
    if not filters:
        return range(graph.meta["counts"]["documents"])
    return {
        row for row, document in enumerate(graph.iter_documents()) if all(fits(document) for fits in filters)
    }


def _around(
    index: Links, counts: Callable[[int], bool], start: int, depth: int, direction: Direction, reach: int | None
) -> dict[int, int]:
    """Documents in reach of one, each with its distance: ancestors, descendants, never siblings."""
    far = {start: 0}
    for way in ("up", "down"):
        if direction not in (way, "both"):
            continue
        seen, edge = {start}, [start]
        for distance in range(1, depth + 1):
            if reach is not None and len(seen) >= reach:
                break
            found: set[int] = set()
            for row in edge:
                near = index.out(row) if way == "up" else index.into(row)
                ends = index.object if way == "up" else index.subject
                found.update(ends[link] for link in near if counts(link))
            edge = sorted(found - seen)
            seen.update(edge)
            for row in edge:
                far[row] = min(distance, far.get(row, distance))
    return far


def _between(index: Links, counts: Callable[[int], bool], among: Collection[int]) -> Iterator[int]:
    """The links that count between documents, without those of a document to itself."""
    for row in among:
        for link in index.out(row):
            if index.object[link] != row and index.object[link] in among and counts(link):
                yield link


def _degrees(index: Links, counts: Callable[[int], bool], among: dict[int, int]) -> dict[int, int]:
    """How many links each document has to the others."""
    degree: dict[int, int] = {}
    for link in _between(index, counts, among):
        for row in (index.subject[link], index.object[link]):
            degree[row] = degree.get(row, 0) + 1
    return degree


def _outside(index: Links, shown: set[int]) -> dict[int, int]:
    found = {}
    for row in sorted(shown):
        near = {index.object[link] for link in index.out(row)}
        near.update(index.subject[link] for link in index.into(row))
        if missing := len(near - shown):
            found[row] = missing
    return found
