"""The forms of the JSON API: they make the answers and their description in OpenAPI, so that both agree."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from kg.labels import Pair
from kg.models import Predicate, Strength
from kg.serve.briefs import Brief


class Model(BaseModel):
    """Base of all: a field that is not described is never sent."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Words(Model):
    """The same in Vietnamese and in English."""

    vi: str
    en: str

    @classmethod
    def of(cls, pair: Pair) -> Words:
        """From a pair."""
        return cls(vi=pair.vi, en=pair.en)


class DocumentBrief(Model):
    """A document in a few words."""

    id: str = Field(description="Stable identifier; the document's page is /doc/{id}.")
    type: str | None = Field(description="Slug of the type, e.g. ke-hoach.")
    number: str | None
    date: str | None = Field(description="ISO 8601, cut to what is known: 2021-11-26, 2021-11, 2021.")
    status: Literal["read", "cited", "unresolved"]
    title: str | None
    family: str = Field(description="The group of types that share a colour.")
    name: Words = Field(description="The words by which people call it.")
    type_name: Words
    issuer_name: Words | None

    @classmethod
    def of(cls, brief: Brief) -> DocumentBrief:
        """From the words of the pages."""
        return cls(
            id=brief.id, type=brief.type or None, number=brief.number or None, date=brief.iso or None,
            status=brief.status, title=brief.title or None, family=brief.family, name=Words.of(brief.head),  # type: ignore[arg-type]
            type_name=Words.of(brief.kind), issuer_name=Words.of(brief.body) if brief.body.vi else None,
        )  # fmt: skip


class Suggestions(Model):
    """The likeliest documents for what has been typed so far."""

    documents: list[DocumentBrief]


class Count(Model):
    """How many of one kind."""

    key: str
    count: int


class SearchResult(Model):
    """Documents that fit, the best first, and how all that fit divide."""

    total: int
    page: int
    pages: int
    documents: list[DocumentBrief]
    types: list[Count]
    places: list[Count]
    years: list[Count]


class EvidenceModel(Model):
    """A sentence that states a link; ``mention`` is where the other document is named."""

    before: str
    mention: str
    after: str
    cue: str
    source: str
    start: int = Field(description="Code points into the text as it was read.")
    strength: Strength
    confidence: float
    provisions: Words | None
    partial: bool
    rule: str


class LinkModel(Model):
    """A link, seen from the document that was asked for."""

    direction: Literal["out", "in"] = Field(description="out: the document asked for acts on the other one.")
    predicate: Predicate
    other: DocumentBrief
    confidence: float
    strength: Strength
    evidence_count: int
    evidence: list[EvidenceModel]


class LinkCount(Model):
    """How many links of one kind a document has."""

    direction: Literal["out", "in"]
    predicate: Predicate
    count: int


class ConflictModel(Model):
    """Values on which the texts disagree, the most supported first."""

    field: str
    values: list[Words]
    sources: list[str]


class DocumentSheet(Model):
    """All that is known of a document; of its links the newest of each kind."""

    document: DocumentBrief
    issuer: str | None
    place: str | None
    level: str | None
    branch: str | None
    source: str | None
    mentions: int
    candidates: list[DocumentBrief]
    conflicts: list[ConflictModel]
    link_counts: list[LinkCount]
    links: list[LinkModel]


class LinkPage(Model):
    """Links of one kind, page by page, the newest first."""

    total: int
    page: int
    pages: int
    links: list[LinkModel]


class Draft(Model):
    """A text to be checked."""

    text: str = Field(min_length=1, description="The text; offsets in the answer count its code points.")
    lang: Literal["vi", "en"] = Field("vi", description="Language of the messages.")


class MentionModel(Model):
    """A citation in a text."""

    start: int
    end: int
    text: str
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    document: str | None = Field(description="Identifier of the document meant.")
    in_graph: bool = Field(description="Whether the graph has that document.")
    confidence: float


class FindingModel(Model):
    """What is wrong with a citation."""

    code: str
    severity: Literal["error", "warning", "note"]
    start: int
    end: int
    line: int
    column: int
    text: str
    message: str
    advice: str
    fix: str | None = Field(description="A safe replacement, where there is one.")


class CheckResult(Model):
    """The citations of a text, and what is wrong with them."""

    document: str = Field(description="Identifier of the text itself.")
    mentions: list[MentionModel]
    findings: list[FindingModel]


class ImplementerModel(Model):
    """A document that implements another one."""

    document: DocumentBrief
    level: Words
    province: str | None
    province_told: bool = Field(description="False where the province is that of the document it implements.")
    steps: int
    through: str | None
    delay_days: int | None = Field(description="From the day of the document that it implements itself.")
    confidence: float


class ProvinceModel(Model):
    """A province and its first own document."""

    slug: str
    name: str
    first: str | None
    delay_days: int | None
    documents: int


class ImplementationModel(Model):
    """Who implements a document."""

    total: int
    direct: int
    cut: bool
    provinces: list[ProvinceModel]
    missing: list[str] | None = Field(description="Provinces of the time without a document of their own.")
    documents: list[ImplementerModel]


class PathStep(Model):
    """One link of a path; ``forward`` is false where the path goes against it."""

    subject: str
    predicate: Predicate
    object: str
    forward: bool
    confidence: float
    sentence: str


class PathModel(Model):
    """The shortest chain of links between two documents; null where there is none."""

    steps: list[PathStep] | None


class Health(Model):
    """Whether the service answers, and from which graph."""

    status: Literal["ok", "stale"] = Field(description="stale: a newer graph is there but cannot be read.")
    kg: str
    documents: int
    links: int
    graph: str = Field(description="Differs for each graph.")
    problem: str | None


class Problem(Model):
    """What was wrong."""

    error: str = Field(description="Stable code.")
    message: str = Field(description="One line in the language of the request.")


PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Problem, "description": text}
    for status, text in (
        (400, "A value means nothing, e.g. an unknown type."),
        (404, "There is no such document."),
        (406, "It is not available in the form asked for."),
        (408, "The body came in too slowly."),
        (413, "The body is too large."),
        (414, "The address is too long."),
        (415, "The body is of a kind that is not read."),
        (421, "The server does not answer under this name."),
        (422, "A value has the wrong form."),
        (503, "The graph cannot be read now, or the work took too long."),
    )
}
"""What every operation may answer beside its result."""
