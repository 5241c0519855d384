"""An analysis as plain JSON values: what ``kg extract`` prints, one line a document.

The form is fixed: other programs read it. Fields that are set on few links only (``pinpoints``,
``scope``, ``provisions``) stand there only where they are set.
"""

from __future__ import annotations

from typing import Any

from kg.models import Analysis, Conflict, Document, Mention, Relation

_DOCUMENT = ("id", "type", "number", "date", "issuer", "title")
_ITSELF = ("id", "type", "number", "date", "issuer", "locality", "title")
_MENTION = ("start", "end", "text", "kind", "type", "number", "date", "issuer")


def to_contract(analysis: Analysis) -> dict[str, Any]:
    """The analysis of one text as JSON values.

    Args:
        analysis: the value of :func:`kg.analyse.analyse`.

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
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "documents": [_document(document, _DOCUMENT) for document in analysis.documents],
        "relations": [_relation(relation) for relation in analysis.relations],
        "conflicts": [_conflict(conflict) for conflict in analysis.conflicts],
    }


def _document(document: Document, names: tuple[str, ...]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(document, name) for name in names}
    if document.candidates:
        row["candidates"] = list(document.candidates)
    return row


def _mention(mention: Mention) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(mention, name) for name in _MENTION}
    provisions = [provision.as_dict() for provision in mention.provisions]
    row["pinpoint"] = provisions[0] if provisions else None
    if len(provisions) > 1:
        row["pinpoints"] = provisions
    row["target"] = mention.target
    row["confidence"] = round(mention.confidence, 4)
    return row


def _relation(relation: Relation) -> dict[str, Any]:
    found = relation.evidence
    row: dict[str, Any] = {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "strength": relation.strength,
        "evidence": {"start": found.start, "end": found.end, "cue": found.cue},
        "confidence": round(relation.confidence, 4),
        "frame": relation.frame,
    }
    if relation.scope:
        row["scope"] = relation.scope
    if relation.provisions:
        row["provisions"] = [provision.as_dict() for provision in relation.provisions]
    return row


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"target": conflict.target, "field": conflict.field, "values": list(conflict.values)}
