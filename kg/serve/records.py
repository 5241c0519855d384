"""A document as data: the part of the graph round it, in the formats of :mod:`kg.export`."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import fields
from typing import Any, Final

from fastapi import Request
from fastapi.responses import Response

from kg.graph import Graph
from kg.links import links
from kg.rdf import run_of
from kg.records import RelationRow
from kg.serve import site
from kg.serve.negotiation import FORMS

_MOST: Final = 5_000
_COLUMNS: Final = (
    "direction", "predicate", "other_id", "other_type", "other_number", "other_date", "other_issuer", "other_title",
    "confidence", "strength", "source", "start", "end", "cue", "scope", "provisions", "sentence",
)  # fmt: skip


def part_of(graph: Graph, row: int) -> Graph:
    """A document, what it is linked to, and the evidence between them, as a graph.

    Args:
        graph: the whole.
        row: row of the document. Of the links of a document that very many cite, the first five thousand
            pieces of evidence of each direction are taken.

    >>> whole = Graph.from_rows(documents=[{"id": "a"}, {"id": "b"}])
    >>> part_of(whole, 1).documents["id"].to_pylist()
    ['b']
    """
    index = links(graph)
    proofs = [proof for link in index.out(row) for proof in index.rows(link)][:_MOST]
    proofs += [proof for link in index.into(row) for proof in index.rows(link)][:_MOST]
    relations = [_record(one) for one in graph.relation_rows(sorted(set(proofs)))]
    document_id = graph.id_at(row)
    ends = {document_id, *(one["subject"] for one in relations), *(one["object"] for one in relations)}
    rows = sorted(at for end in ends if (at := graph.row_of(end)) is not None)
    documents = [
        {**one, "candidates": [other for other in one["candidates"] or () if other in ends]}
        for one in graph.document_rows(rows)
    ]
    conflicts = graph.rows_where("conflicts", "document", [document_id])
    run, version = run_of(graph)
    return Graph.from_rows(
        documents=documents, relations=relations, conflicts=conflicts, meta={"run": run, "run_version": version}
    )


def _record(row: RelationRow) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def as_data(request: Request, graph: Graph, row: int, form: str, tag: str) -> Response:
    """A document in a form of :data:`~kg.serve.negotiation.FORMS` other than a page."""
    from kg.export import export

    document_id = graph.id_at(row)
    headers = {
        "etag": tag, "vary": "Accept", "cache-control": "no-cache",
        "link": f"<{site.path(document_id)}>; rel=canonical",
    }  # fmt: skip
    if form == "csv":
        content = links_csv(graph, row)
        headers["content-disposition"] = f'attachment; filename="{file_name(document_id)}.csv"'
    elif form == "json":
        from kg.serve.api import document_json

        content = document_json(graph, row).model_dump_json(by_alias=True)
    else:
        stream = io.StringIO()
        export(part_of(graph, row), form, stream, base_iri=site.of(request).base_iri)
        content = stream.getvalue()
    return Response(content.encode("utf-8", "replace"), media_type=FORMS[form], headers=headers)


def links_csv(graph: Graph, row: int) -> str:
    r"""The links of a document, one row for each piece of evidence; it opens in Excel as it is.

    >>> links_csv(Graph.from_rows(documents=[{"id": "a"}]), 0).splitlines()[0][:30]
    '\ufeffdirection,predicate,other_id,'
    """
    document_id = graph.id_at(row)
    part = part_of(graph, row)
    others = {one["id"]: one for one in part.documents.to_pylist()}
    lines = []
    for one in part.relations.to_pylist():
        out = one["subject"] == document_id
        other = others[one["object"] if out else one["subject"]]
        lines.append(
            ["out" if out else "in", one["predicate"], other["id"], other["type"], other["number"], other["date"],
             other["issuer"], other["title"], one["confidence"], one["strength"], one["source"], one["start"],
             one["end"], one["cue"], one["scope"], one["provisions"], one["sentence"]]
        )  # fmt: skip
    return table_csv(_COLUMNS, lines)


def table_csv(columns: tuple[str, ...], rows: list[list[Any]]) -> str:
    r"""A table as CSV with a byte order mark, without which Excel garbles Vietnamese.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> table_csv(("a", "b"), [["=1+1", None], [3, "x"]])
    "\ufeffa,b\r\n'=1+1,\r\n3,x\r\n"
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + stream.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def file_name(text: str) -> str:
    """A name for a header, which takes no other letters."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", text)[:120]
