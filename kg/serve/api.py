"""The JSON API, described at ``/api/openapi.json``."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request

from kg.graph import Graph
from kg.links import links
from kg.models import Predicate
from kg.serve import site
from kg.serve.briefs import briefs
from kg.serve.columns import size_of
from kg.serve.document import Link, Way, divided, newest_first, read_links, sheet
from kg.serve.implementation import implementation, implementers, tiers
from kg.serve.schemas import (
    PROBLEMS,
    ConflictModel,
    Count,
    DocumentBrief,
    DocumentSheet,
    EvidenceModel,
    Health,
    ImplementationModel,
    ImplementerModel,
    LinkCount,
    LinkModel,
    LinkPage,
    PathModel,
    PathStep,
    ProvinceModel,
    SearchResult,
    Suggestions,
    Words,
)
from kg.serve.search import Sort, Wanted, search, suggest

router = APIRouter(prefix="/api", tags=["documents"], responses=PROBLEMS)

DocumentId = Annotated[str, Path(max_length=300, description="Identifier of a document.")]
Text = Annotated[str, Query(max_length=300)]
Year = Annotated[str, Query(pattern=r"^(?:(?:1[89]|20)[0-9][0-9])?$", description="A year, e.g. 2021.")]
Page = Annotated[int, Query(ge=1, le=100_000)]


@router.get("/suggest")
def suggestions(request: Request, q: Text, size: Annotated[int, Query(ge=1, le=20)] = 8) -> Suggestions:
    """The likeliest documents for what has been typed so far, diacritics optional."""
    graph, _ = site.of(request).current.get()
    rows = suggest(graph, q, size)
    return Suggestions(documents=[DocumentBrief.of(one) for one in briefs(graph, graph.documents_at(rows))])


@router.get("/documents")
def documents(
    request: Request,
    q: Text = "",
    type: Text = "",
    issuer: Text = "",
    place: Text = "",
    since: Year = "",
    until: Year = "",
    relation: Predicate | None = None,
    status: Literal["read", "cited", "unresolved"] | None = None,
    sort: Sort = "best",
    page: Page = 1,
    size: Annotated[int, Query(ge=1, le=100)] = 20,
) -> SearchResult:
    """Search by words, type, issuer, province, years and relation."""
    graph, _ = site.of(request).current.get()
    wanted = Wanted(q.strip(), type, issuer.strip(), place, since, until, relation or "", status or "", sort)
    found = search(graph, wanted, start=(page - 1) * size, size=size)

    def counts(pairs: tuple[tuple[str, int], ...]) -> list[Count]:
        return [Count(key=key, count=n) for key, n in pairs if key]

    return SearchResult(
        total=found.total, page=page, pages=max(1, -(-found.total // size)),
        documents=[DocumentBrief.of(one) for one in briefs(graph, graph.documents_at(found.rows))],
        types=counts(found.types), places=counts(found.places), years=counts(found.years),
    )  # fmt: skip


@router.get("/documents/{document_id}")
def document(request: Request, document_id: DocumentId) -> DocumentSheet:
    """All that is known of a document; the rest of its links is under /links."""
    graph, _ = site.of(request).current.get()
    return document_json(graph, site.row_of(graph, document_id))


@router.get("/documents/{document_id}/links")
def document_links(
    request: Request,
    document_id: DocumentId,
    predicate: Predicate,
    direction: Literal["out", "in"] = "in",
    page: Page = 1,
    size: Annotated[int, Query(ge=1, le=100)] = 20,
) -> LinkPage:
    """The links of one kind, the newest first."""
    graph, _ = site.of(request).current.get()
    row = site.row_of(graph, document_id)
    members = newest_first(graph, divided(graph, row).get((direction, predicate), []), direction)
    shown = read_links(graph, [(link, direction) for link in members[(page - 1) * size : page * size]])
    return LinkPage(
        total=len(members), page=page, pages=max(1, -(-len(members) // size)),
        links=[_link(one, direction) for one in shown],
    )  # fmt: skip


@router.get("/documents/{document_id}/implementation")
def document_implementation(
    request: Request, document_id: DocumentId, size: Annotated[int, Query(ge=1, le=1000)] = 200
) -> ImplementationModel:
    """Who implements a document, directly or through others, by date; which provinces have answered."""
    graph, _ = site.of(request).current.get()
    made = implementation(graph, site.row_of(graph, document_id), most=site.of(request).limits.reached)
    levels = tiers()
    return ImplementationModel(
        total=len(made.found), direct=made.direct, cut=made.cut,
        provinces=[
            ProvinceModel(slug=one.slug, name=one.name, first=one.first.id if one.first else None, delay_days=one.delay,
                          documents=sum(one.counts))
            for one in made.provinces
        ],
        missing=None if made.missing is None else [one.slug for one in made.missing],
        documents=[
            ImplementerModel(
                document=DocumentBrief.of(one.brief), level=Words.of(levels[one.tier]), province=one.province or None,
                province_told=one.told, steps=one.steps, through=one.through.id if one.through else None,
                delay_days=one.delay, confidence=one.confidence,
            )
            for one in implementers(graph, made, range(min(size, len(made.found))))
        ],
    )  # fmt: skip


@router.get("/path")
def chain(
    request: Request,
    start: Annotated[str, Query(max_length=300, description="Identifier of a document.")],
    goal: Annotated[str, Query(max_length=300, description="Identifier of another one.")],
    depth: Annotated[int, Query(ge=1, le=6)] = 4,
) -> PathModel:
    """How two documents hang together: the shortest chain of links, each with the sentence that states it."""
    graph, _ = site.of(request).current.get()
    ends = graph.documents_at([site.row_of(graph, start), site.row_of(graph, goal)])
    steps = graph.path(*ends, max_depth=depth)
    if steps is None:
        return PathModel(steps=None)
    return PathModel(
        steps=[
            PathStep(subject=one.subject, predicate=one.predicate, object=one.object, forward=one.forward,
                     confidence=one.confidence, sentence=one.evidence[0].sentence)
            for one in steps
        ]
    )  # fmt: skip


@router.get("/health", tags=["service"])
async def health(request: Request) -> Health:
    """Whether the service answers, and from which graph."""
    from kg import __version__

    current = site.of(request).current
    graph, stamp = current.get()
    return Health(
        status="stale" if current.problem else "ok", kg=__version__, documents=size_of(graph),
        links=len(links(graph)), graph=stamp, problem=current.problem or None,
    )  # fmt: skip


def document_json(graph: Graph, row: int) -> DocumentSheet:
    """A document as the API tells it."""
    found = sheet(graph, row)
    record = found.document
    return DocumentSheet(
        document=DocumentBrief.of(found.brief), issuer=record.issuer, place=record.locality, level=record.level,
        branch=record.branch, source=found.source, mentions=found.mentions,
        candidates=[DocumentBrief.of(one) for one in found.candidates],
        conflicts=[
            ConflictModel(field=one.field, values=[Words.of(value) for value in one.values], sources=list(one.sources))
            for one in found.conflicts
        ],
        link_counts=[
            LinkCount(direction=group.way, predicate=group.predicate, count=group.total) for group in found.groups
        ],
        links=[_link(link, group.way) for group in found.groups for link in group.links],
    )  # fmt: skip


def _link(link: Link, way: Way) -> LinkModel:
    return LinkModel(
        direction=way, predicate=link.predicate, other=DocumentBrief.of(link.other), confidence=link.confidence,
        strength=link.strength, evidence_count=link.evidence,  # type: ignore[arg-type]
        evidence=[
            EvidenceModel(
                before=one.before, mention=one.mention, after=one.after, cue=one.cue, source=one.source,
                start=one.start, strength=one.strength, confidence=one.confidence,  # type: ignore[arg-type]
                provisions=Words.of(one.parts) if one.parts.vi else None, partial=one.partial, rule=one.frame,
            )
            for one in link.proofs
        ],
    )  # fmt: skip
