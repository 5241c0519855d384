"""The graph as a page: one HTML file with everything in it, to be opened without a network.

Documents stand in tiers of authority from left to right, the Party's above the State's; a click shows a
document's facts and links, each with the sentence that says so. See :func:`write_html`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.models import Document
    from kg.records import RelationRow
    from kg.view.selection import Chosen, Direction

__all__ = ["Language", "page_data", "render_html", "write_html"]

Language = Literal["vi", "en", "auto"]


def render_html(
    graph: Graph,
    *,
    root: str | Document | None = None,
    depth: int = 3,
    direction: Direction = "both",
    lang: Language = "vi",
    limit: int = 1000,
    **filters: Any,
) -> str:
    """The page of a graph, or of the neighbourhood of one document.

    Args:
        graph: the graph.
        root: the document in the middle: a document, its id, or words that name it. None for the graph.
        depth: how many links away from the root a document may be.
        direction: ``up`` to what the root stands on, ``down`` to what stands on it, or ``both``.
        lang: language of the page as it opens; ``auto`` for that of the browser.
        limit: how many documents at most: the nearest to the root or the most linked ones; the page says
            so where it leaves some out.
        filters: ``type``, ``predicate``, ``issuer``, ``since``, ``until``, ``min_confidence``; see
            :func:`kg.view.selection.choose`.

    Returns:
        The page; the same for the same graph, byte for byte.

    Raises:
        NotFoundError: no document answers to ``root``.
        AmbiguousError: several documents answer to ``root``.
        KgError: an argument is none of its possible values.

    >>> from kg.graph import Graph
    >>> page = render_html(Graph.from_rows(documents=[{"id": "a", "type": "luat", "title": "Đất đai"}]))
    >>> page.startswith("<!doctype html>"), "Luật Đất đai" in page
    (True, True)
    """
    from kg.view.page import render

    if lang not in ("vi", "en", "auto"):
        raise KgError(f"there is no language {lang!r}; use vi, en or auto", code="unknown-language")
    chosen = {"root": root, "depth": depth, "direction": direction, "lang": lang, "limit": limit, **filters}
    return render(page_data(graph, careful=True, **chosen))


def page_data(
    graph: Graph, *, root: str | Document | None = None, lang: str = "vi", careful: bool = False, **options: Any
) -> dict[str, Any]:
    """What a page of a part of a graph knows: the data of :func:`kg.view.payload.payload`.

    Args:
        graph: the graph.
        root, lang: as for :func:`render_html`.
        careful: as for :func:`kg.view.payload.payload`.
        options: what else :func:`kg.view.selection.choose` takes.

    Raises:
        NotFoundError: no document answers to ``root``.
        AmbiguousError: several documents answer to ``root``.
        KgError: an argument is none of its possible values.
    """
    from kg.view.payload import payload
    from kg.view.selection import choose

    chosen = choose(graph, root=root, **options)
    documents = graph.document_rows(chosen.documents)
    ids = dict(zip(chosen.documents, (row["id"] for row in documents), strict=True))
    return payload(
        documents,
        _links(graph, chosen),
        _conflicts(graph, set(ids.values())),
        total=chosen.total,
        root=None if chosen.root is None else ids[chosen.root],
        outside={ids[row]: n for row, n in chosen.outside.items()},
        names=_names(graph, documents),
        lang=lang,
        careful=careful,
    )


def write_html(graph: Graph, path: str | os.PathLike[str], **options: Any) -> Path:
    """Write the page of a graph to a file, whole or not at all.

    Args:
        graph: the graph.
        path: the file; one that is there is replaced.
        options: as for :func:`render_html`.

    Returns:
        The file.

    Raises:
        KgError: as for :func:`render_html`, or the file cannot be written.
    """
    page = render_html(graph, **options)
    target = Path(path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        draft.write_text(page, encoding="utf-8", newline="\n")
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise KgError(
            f"cannot write {os.fspath(path)}: {error.strerror}; choose another file with -o",
            code="cannot-write",
            path=os.fspath(path),
        ) from error
    return target


def _links(graph: Graph, chosen: Chosen) -> list[Any]:
    """The chosen links with all rows of their evidence, read from the table in one go."""
    from kg.links import links
    from kg.view.payload import Link

    index = links(graph)
    wanted = {link: index.evidence(link) for link in chosen.links}
    order = [row for rows in wanted.values() for row in rows]
    evidence = iter(map(_record, graph.relation_rows(order)))
    found = []
    for link, rows in wanted.items():
        own = [next(evidence) for _ in rows]
        found.append(
            Link(
                subject=own[0]["subject"],
                predicate=own[0]["predicate"],
                object=own[0]["object"],
                confidence=index.confidence(link) or 0.0,
                evidence=own,
            )
        )
    return found


def _conflicts(graph: Graph, shown: set[str]) -> list[dict[str, Any]]:
    return graph.rows_where("conflicts", "document", sorted(shown))


def _record(row: RelationRow) -> dict[str, Any]:
    """A piece of evidence as a row of the table."""
    from kg.tables import provisions_text

    record = {field.name: getattr(row, field.name) for field in fields(row)}
    return {**record, "provisions": provisions_text(row.provisions)}


def _names(graph: Graph, documents: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Headlines of the candidates of unresolved documents: they may lie outside the picture."""
    from kg.labels import headline

    wanted = sorted({other for row in documents for other in row["candidates"] or ()})
    found = {}
    for other in wanted:
        if document := graph.document(other):
            head = headline(document.type, document.number, document.title, document.date)
            found[other] = head.vi
    return found
