"""The records that flow through the package: plain, frozen, slotted.

Offsets are code points into the text *as it was read*, end exclusive; ``text[start:end]`` is the
printed form. Dates are strings, ISO 8601 cut to what is known: ``2021-11-26``, ``2021-11``, ``2021``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Predicate = Literal[
    "implements", "guides", "basedOn", "cites", "amends", "replaces", "repeals",
    "suspends", "corrects", "consolidates", "promulgates", "approves",
]
PREDICATES: tuple[Predicate, ...] = (
    "implements", "guides", "basedOn", "amends", "replaces", "repeals", "suspends",
    "corrects", "consolidates", "promulgates", "approves", "cites",
)
Strength = Literal["stated", "heading", "footnote"]
STRENGTHS: tuple[Strength, ...] = ("stated", "heading", "footnote")


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision of a document, as cited: ``điểm a khoản 2 Điều 19``.

    >>> Provision(dieu="19", khoan="2").as_dict()
    {'dieu': '19', 'khoan': '2'}
    """

    phan: str | None = None
    chuong: str | None = None
    muc: str | None = None
    dieu: str | None = None
    khoan: str | None = None
    diem: str | None = None
    phu_luc: str | None = None

    def as_dict(self) -> dict[str, str]:
        """The levels that are set, from the largest to the smallest."""
        names = ("phan", "chuong", "muc", "dieu", "khoan", "diem", "phu_luc")
        return {n: v for n in names if (v := getattr(self, n)) is not None}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text where a document is named.

    Attributes:
        start, end: offsets of the span, from the type word to the end of number and date.
        text: the slice itself.
        kind: ``number`` (a full number), ``name`` (by title or event), ``back`` (short form
            that points to a fuller mention of the same text).
        type: slug of the document type, e.g. ``nghi-quyet``.
        number: as printed, without spaces, standard capitals restored; None for a name.
        date: as far as text or number tell.
        issuer: slug of the issuing body's full name with its place; joint issuers joined by ``+``.
        series: short key of the body whose register the number runs in (``ubnd.son-la``).
        title: what the text says the document is about, where it says so.
        provisions: provisions cited with this mention.
        target: id of the document meant.
        owner: position (in the same list) of the mention whose title this one stands in.
        confidence: probability that type, number and target are right.
        reading: how it was read (:class:`kg.found.Found`); the confidence is that of its reading.
    """

    start: int
    end: int
    text: str
    kind: Literal["number", "name", "back"]
    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    series: str | None = None
    title: str | None = None
    provisions: tuple[Provision, ...] = ()
    target: str | None = None
    owner: int | None = None
    confidence: float = 0.5
    reading: str = ""

    def _repr_html_(self) -> str:
        from kg.cards import mention_card

        return mention_card(self)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a node: one that was read, or one that is only cited.

    Attributes:
        id: stable identifier, one NCName-safe segment (see :mod:`kg.identity`).
        type: slug of the type, or None where it is not known (a web article).
        level: ``central``, ``ministry``, ``province``, ``district``, ``commune``, ``unit`` or None.
        branch: ``state``, ``party``, ``front`` or None.
        status: ``read`` (its text was given), ``cited`` (known from citations),
            ``unresolved`` (a citation that may be several documents, or lacks what would tell it from others).
        block: key of the block in which :mod:`kg.resolve` looks for the same document.
        candidates: for an unresolved document the ids it may be.
    """

    id: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    series: str | None = None
    title: str | None = None
    locality: str | None = None
    level: str | None = None
    branch: str | None = None
    status: Literal["read", "cited", "unresolved"] = "cited"
    block: str = ""
    candidates: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        from kg.cards import document_card

        return document_card(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why there is a relation.

    Attributes:
        start, end: span of the object's mention.
        cue: the words that typed the link, as printed; empty for a plain citation.
        sentence_start, sentence_end: the sentence or list item in which they stand.
    """

    start: int
    end: int
    cue: str = ""
    sentence_start: int = 0
    sentence_end: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """One typed link with its evidence; the subject is the document that acts.

    Attributes:
        frame: name of the rule that read it (:mod:`kg.relations`).
        scope: ``partial`` where only provisions of the object are affected, else None.
        provisions: the provisions of the object that the link is about.
    """

    subject: str
    predicate: Predicate
    object: str
    strength: Strength
    evidence: Evidence
    confidence: float
    frame: str = ""
    scope: Literal["partial"] | None = None
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Mentions of one document that disagree on a field; most supported value first.

    ``field`` is ``date``, ``issuer``, ``type`` or ``order`` (the text links a document to one
    that is younger than itself; ``values`` are the two dates and the object's id).
    """

    target: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that one text says: the value of :func:`kg.analyse.analyse`."""

    source: str
    document: Document
    mentions: tuple[Mention, ...] = ()
    documents: tuple[Document, ...] = ()
    relations: tuple[Relation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    text: str = field(default="", repr=False)

    def _repr_html_(self) -> str:
        from kg.cards import analysis_card

        return analysis_card(self)
