"""Small graphs by hand, for tests: say what matters, the rest is filled in.

>>> g = make_graph(documents=["a"], relations=[("b", "implements", "a")])
>>> [d.id for d in g.iter_documents()]
['a', 'b']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.graph import Graph
from kg.models import Document
from kg.records import document_row

DocumentLike = str | Document | Mapping[str, Any]
RelationLike = tuple[str, str, str] | Mapping[str, Any]


def document(id: str, **fields: Any) -> dict[str, Any]:
    """A row of ``documents``: read where it has a source, otherwise cited."""
    return {"id": id, "status": "read" if fields.get("source") else "cited", **fields}


def relation(subject: str, predicate: str, object: str, **fields: Any) -> dict[str, Any]:
    """A row of ``relations``: stated in the text ``SUBJECT.txt`` with confidence 0.9."""
    cue = fields.get("cue", "theo")
    sentence = fields.get("sentence", f"{cue} {object}.")
    begin = fields.get("sentence_start", 0)
    start = fields.get("start", begin + max(0, sentence.find(object)))
    row = {
        "subject": subject, "predicate": predicate, "object": object, "strength": "stated",
        "source": f"{subject}.txt", "start": start, "end": start + len(object), "cue": cue,
        "sentence": sentence, "sentence_start": begin, "frame": "test", "confidence": 0.9,
    }  # fmt: skip
    return {**row, **fields}


def _document(given: DocumentLike) -> dict[str, Any]:
    if isinstance(given, str):
        return document(given)
    return document_row(given) if isinstance(given, Document) else document(**given)


def make_graph(
    documents: Iterable[DocumentLike] = (),
    relations: Iterable[RelationLike] = (),
    mentions: Iterable[Mapping[str, Any]] = (),
    conflicts: Iterable[Mapping[str, Any]] = (),
    sources: Iterable[Mapping[str, Any]] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> Graph:
    """A graph from what a test cares about.

    Args:
        documents: ids, records, or rows with at least ``id``; ends of relations need not be listed.
        relations: (subject, predicate, object), or rows with at least these three.
        mentions, conflicts: rows; the columns of text and confidence are filled in for mentions.
        sources: rows; left out, one for every text that a relation or a mention names.
        meta: more for ``meta.json``.
    """
    links = [relation(*r) if isinstance(r, tuple) else relation(**r) for r in relations]
    nodes = {row["id"]: row for row in map(_document, documents)}
    places = [
        {
            "start": 0, "end": m.get("start", 0) + 1, "text": "x", "kind": "number", "type": "ke-hoach",
            "confidence": 0.9, "source": f"{m['document']}.txt", **m,
        }
        for m in mentions
    ]  # fmt: skip
    for row in links:
        for end in (row["subject"], row["object"]):
            nodes.setdefault(end, document(end))
    if sources is None:
        names = sorted({row["source"] for row in (*links, *places)})
        sources = [{"source": name, "status": "ok", "format": "txt", "size": 1} for name in names]
    return Graph.from_rows(
        documents=nodes.values(), mentions=places, relations=links, conflicts=conflicts, sources=sources,
        meta=meta,
    )  # fmt: skip
