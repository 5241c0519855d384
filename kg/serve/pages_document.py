"""Pages about one document beside its own: who implements it, its text."""

from __future__ import annotations

from statistics import median
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kg import registry
from kg.errors import KgError
from kg.graph import Graph
from kg.messages import MESSAGES
from kg.serve import site
from kg.serve.briefs import briefs
from kg.serve.implementation import COLUMNS, STEPS, Implementation, chosen, implementation, implementers, table, tiers
from kg.serve.marking import Span, pieces
from kg.serve.negotiation import FORMS
from kg.serve.records import file_name, table_csv

router = APIRouter(include_in_schema=False)


@router.get("/doc/{document_id}/implementation.csv")
def implementation_file(request: Request, document_id: str) -> Response:
    """Who implements a document, as a table for a spreadsheet."""
    graph, tag, ready = site.unchanged(request, "csv")
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    made = implementation(graph, row, most=site.of(request).limits.reached)
    content = table_csv(COLUMNS, table(implementers(graph, made, range(len(made.found)))))
    headers = {
        "etag": tag, "cache-control": "no-cache",
        "content-disposition": f'attachment; filename="{file_name(document_id)}-implementation.csv"',
    }  # fmt: skip
    return Response(content.encode("utf-8", "replace"), media_type=FORMS["csv"], headers=headers)


@router.get("/doc/{document_id}/implementation")
def implementing(
    request: Request,
    document_id: str,
    place: Annotated[str, Query(max_length=60)] = "",
    level: Annotated[int | None, Query(ge=0, le=6)] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Who implements a document: by level and province, how soon, where nothing is known."""
    graph, tag, ready = site.unchanged(request)
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    limits = site.of(request).limits
    made = implementation(graph, row, most=limits.reached)
    listed = chosen(graph, made, province=place, tier=level)
    size = 50
    return site.page(
        request, "implementation.html", graph=graph, headers={"etag": tag}, tab="implementation", made=made,
        brief=briefs(graph, graph.documents_at([row]))[0], place=place, level=level, tiers=tiers(),
        columns=[at for at, many in enumerate(made.levels) if many], answered=_answered(made), steps=STEPS,
        median=_median(made), names={slug: one.name for slug, one in registry.places().items()}, total=len(listed),
        listed=implementers(graph, made, listed[(page - 1) * size : page * size]), page=page,
        pages=max(1, -(-len(listed) // size)),
    )  # fmt: skip


def _answered(made: Implementation) -> int:
    """Provinces of the time with a document of their own."""
    absent = {one.slug for one in made.missing or ()}
    return sum(one.first is not None and one.slug not in absent for one in made.provinces)


def _median(made: Implementation) -> int | None:
    """Days until the middle one of the provinces answered."""
    delays = [one.delay for one in made.provinces if one.delay is not None and one.delay >= 0]
    return round(median(delays)) if len(delays) >= 3 else None


@router.get("/doc/{document_id}/text")
async def text(request: Request, document_id: str) -> Response:
    """The text of a document with its citations as links, where its file is still there."""
    graph, tag, ready = site.unchanged(request)
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    brief = briefs(graph, graph.documents_at([row]))[0]
    source = graph.document_rows([row])[0]["source"]
    given: dict[str, Any] = {"pieces": None, "said": site.say(site.language(request), "text-none")}
    if source is not None:
        try:
            words = await site.heavy(request, lambda: _source(request, graph, source))
            given = _marked(graph, source, words)
        except KgError as error:
            key = f"error.{error.code}" if error.code.startswith("draft-") else "serve.text-absent"
            lang = site.language(request)
            given["said"] = MESSAGES[key][0 if lang == "vi" else 1].format(**error.facts)
    return site.page(
        request, "text.html", graph=graph, headers={"etag": tag}, tab="text", brief=brief, **given
    )  # fmt: skip


def _source(request: Request, graph: Graph, source: str) -> str:
    rows = graph.rows_where("sources", "source", [source])
    if not rows or not rows[0]["sha256"]:
        raise KgError("its file is not known", code="absent")
    return site.of(request).drafts.source(source, rows[0]["sha256"])


def _marked(graph: Graph, source: str, words: str) -> dict[str, Any]:
    mentions = graph.rows_where("mentions", "source", [source])
    targets = sorted({one["target"] for one in mentions if one["target"]})
    rows = [row for one in targets if (row := graph.row_of(one)) is not None]
    known = dict(zip([graph.id_at(row) for row in rows], briefs(graph, graph.documents_at(rows)),
                     strict=True))  # fmt: skip
    cites = [known.get(one["target"]) or _Unknown() for one in mentions]
    spans = [Span(one["start"], one["end"], at) for at, one in enumerate(mentions)]
    listed: dict[str, tuple[Any, int, int]] = {}
    for one, cite in zip(mentions, cites, strict=True):
        if cite.id:
            _, times, first = listed.get(cite.id, (cite, 0, one["start"]))
            listed[cite.id] = (cite, times + 1, first)
    return {
        "pieces": pieces(words, spans), "cites": cites, "many": len(mentions), "cited": list(listed.values()),
        "said": "",
    }  # fmt: skip


class _Unknown:
    """A citation whose document is not known."""

    id = ""
