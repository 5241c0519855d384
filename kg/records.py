"""Records as rows of tables, and rows as records.

A row is a plain dict here; what the columns are stands in :mod:`kg.tables`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from kg.models import Document, Mention, Predicate, Provision, Relation, Strength
from kg.read.places import NOWHERE, Places
from kg.tables import SCHEMAS, provisions_read

_SENTENCE: Final = 600
# Columns that a table has and a record does not, or has in another form.
_APART: Final[dict[str, frozenset[str]]] = {
    "documents": frozenset(["source", "mentions", "candidates"]),
    "mentions": frozenset(["source", "document", "page", "paragraph"]),
    "relations": frozenset(
        ["source", "start", "end", "cue", "sentence", "sentence_start", "page", "paragraph"]
    ),
}


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One piece of evidence: a row of the table ``relations``.

    Attributes:
        subject, predicate, object: the link; the subject is the document that acts.
        strength: ``stated``, ``heading`` or ``footnote``.
        source, start, end: the text, and the span in it where the object is named.
        cue: the words that typed the link, as printed.
        sentence, sentence_start: the sentence and its offset, so that the mention is
            ``sentence[start - sentence_start : end - sentence_start]``.
        frame: name of the rule that read it.
        scope: ``partial`` where only provisions of the object are affected, else None.
        provisions: the provisions of the object that the link is about.
        page, paragraph: where the mention stands in the file, as far as the file has them.
    """

    subject: str
    predicate: Predicate
    object: str
    strength: Strength
    source: str
    start: int
    end: int
    confidence: float
    cue: str = ""
    sentence: str = ""
    sentence_start: int = 0
    frame: str = ""
    scope: Literal["partial"] | None = None
    provisions: tuple[Provision, ...] = ()
    page: int | None = None
    paragraph: int | None = None

    def _repr_html_(self) -> str:
        from kg.cards import evidence_card

        return evidence_card(self)


def _fields(name: str, record: object) -> dict[str, Any]:
    """What record and row have in common."""
    return {c: getattr(record, c) for c in SCHEMAS[name].names if c not in _APART[name]}


def document_row(document: Document, *, source: str | None = None) -> dict[str, Any]:
    """The row of a document; how often it is mentioned is counted when the graph is made.

    >>> document_row(Document("d", type="luat"))["type"]
    'luat'
    """
    return {**_fields("documents", document), "candidates": list(document.candidates), "source": source}


def mention_row(
    mention: Mention, *, source: str, document: str, places: Places = NOWHERE
) -> dict[str, Any]:
    """The row of a mention that stands in the text ``source``, which is ``document``.

    >>> mention_row(Mention(0, 2, "ab", "name", "luat"), source="a.txt", document="d")["document"]
    'd'
    """
    at = places.at(mention.start)
    return {
        **_fields("mentions", mention), "source": source, "document": document,
        "page": at.page, "paragraph": at.paragraph,
    }  # fmt: skip


def relation_row(
    relation: Relation, *, source: str, text: str, places: Places = NOWHERE
) -> dict[str, Any]:
    """The row of a relation read from ``text``, with its sentence cut to 600 characters round the mention.

    >>> from kg.models import Evidence
    >>> r = Relation("a", "cites", "b", "stated", Evidence(4, 6, "theo", 0, 9), 0.9)
    >>> relation_row(r, source="a.txt", text="Theo B1 .")["sentence"]
    'Theo B1 .'
    """
    found = relation.evidence
    first, last = min(found.sentence_start, found.start), max(found.sentence_end, found.end)
    if last - first > _SENTENCE:
        spare = max(0, _SENTENCE - (found.end - found.start)) // 2
        first = max(first, min(found.start - spare, last - _SENTENCE))
        last = min(last, max(first + _SENTENCE, found.end))
    at = places.at(found.start)
    place = {
        "source": source, "start": found.start, "end": found.end, "cue": found.cue,
        "page": at.page, "paragraph": at.paragraph,
    }  # fmt: skip
    return {**_fields("relations", relation), **place, "sentence": text[first:last], "sentence_start": first}


def relation_from_row(row: Mapping[str, Any]) -> RelationRow:
    """A row of the table ``relations`` as a record."""
    return RelationRow(**{**row, "provisions": provisions_read(row["provisions"])})


def document_from_row(row: Mapping[str, Any]) -> Document:
    """A row of the table ``documents`` as a record.

    >>> document_from_row(document_row(Document("d", type="luat"))).type
    'luat'
    """
    own = {k: v for k, v in row.items() if k not in _APART["documents"]}
    return Document(**own, candidates=tuple(row["candidates"] or ()))
