"""An analysis as plain JSON values: what ``kg extract`` prints, one line a document.

The form is fixed: other programs read it. Fields that are set on few links only (``pinpoints``,
``scope``, ``provisions``, ``page``, ``paragraph``) stand there only where they are set.
"""

from __future__ import annotations

from typing import Any

from kg.law_titles import law_by_title
from kg.models import Analysis, Conflict, Document, Mention, Relation
from kg.read.places import NOWHERE, Places

_DOCUMENT = ("id", "type", "number", "date", "issuer", "title")
_ITSELF = ("id", "type", "number", "date", "issuer", "locality", "title")
_MENTION = ("start", "end", "text", "kind", "type", "number", "date", "issuer")


def to_contract(analysis: Analysis, places: Places = NOWHERE) -> dict[str, Any]:
    """The analysis of one text as JSON values.

    Args:
        analysis: the value of :func:`kg.analyse.analyse`.
        places: page and paragraph of each offset; they are given where the file has them.

    Returns:
        A dict of dicts, lists, strings, numbers and None, its keys always in the same order.

    >>> to_contract(Analysis("a.txt", Document("src_1", locality="An Giang")))["document"]["locality"]
    'An Giang'
    >>> to_contract(Analysis("a.txt", Document("src_1")))["mentions"]
    []
    """
    return {
        "source": analysis.source,
        "document": _document(analysis.document, _ITSELF),
        "mentions": [_mention(mention, places) for mention in analysis.mentions],
        "documents": [_document(document, _DOCUMENT) for document in analysis.documents],
        "relations": [_relation(relation, places) for relation in analysis.relations],
        "conflicts": [_conflict(conflict) for conflict in analysis.conflicts],
    }


def _document(document: Document, names: tuple[str, ...]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(document, name) for name in names}
    if document.candidates:
        row["candidates"] = list(document.candidates)
    if document.number is None and (known := law_by_title(document)) is not document:
        # the text prints no number, so that the document keeps its title; a graph knows it by this one
        row["known_as"] = {"id": known.id, "number": known.number, "date": known.date}
    return row


def _mention(mention: Mention, places: Places) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(mention, name) for name in _MENTION}
    provisions = [provision.as_dict() for provision in mention.provisions]
    row["pinpoint"] = provisions[0] if provisions else None
    if len(provisions) > 1:
        row["pinpoints"] = provisions
    row["target"] = mention.target
    row["confidence"] = round(mention.confidence, 4)
    row["reading"] = mention.reading
    return {**row, **_place(places, mention.start)}


def _relation(relation: Relation, places: Places) -> dict[str, Any]:
    found = relation.evidence
    row: dict[str, Any] = {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "strength": relation.strength,
        "evidence": {"start": found.start, "end": found.end, "cue": found.cue, **_place(places, found.start)},
        "confidence": round(relation.confidence, 4),
        "frame": relation.frame,
    }
    if relation.scope:
        row["scope"] = relation.scope
    if relation.provisions:
        row["provisions"] = [provision.as_dict() for provision in relation.provisions]
    return row


def _place(places: Places, offset: int) -> dict[str, int]:
    at = places.at(offset)
    return {name: value for name in ("page", "paragraph") if (value := getattr(at, name)) is not None}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"target": conflict.target, "field": conflict.field, "values": list(conflict.values)}
