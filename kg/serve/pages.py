"""The pages: search, document, its links."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from kg import registry
from kg.labels import type_of
from kg.links import links
from kg.models import PREDICATES, Predicate
from kg.serve import site
from kg.serve.briefs import briefs
from kg.serve.columns import size_of
from kg.serve.document import divided, newest_first, read_links, sheet
from kg.serve.negotiation import ENDINGS, chosen
from kg.serve.records import as_data
from kg.serve.search import SORTS, Sort, Wanted, facets, relations_done, search
from kg.view import page_data
from kg.view.page import OPTIONS, SCRIPTS, STYLES

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Query(max_length=300)]
Year = Annotated[str, Query(pattern=r"^\s*(?:(?:1[89]|20)\d\d)?\s*$")]
_EXAMPLES: Final = 4


@router.get("/")
def home(
    request: Request,
    q: Words = "",
    type: Words = "",
    issuer: Words = "",
    place: Words = "",
    since: Year = "",
    until: Year = "",
    relation: Words = "",
    status: Literal["", "read", "cited", "unresolved"] = "",
    sort: Sort = "best",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Search, or the first page where nothing is asked."""
    graph, tag, ready = site.unchanged(request)
    if ready:
        return ready
    wanted = Wanted(
        q.strip(), type, issuer.strip(), place, since.strip(), until.strip(), relation, status, sort
    )  # fmt: skip
    if wanted == Wanted():
        return _first(request, graph, tag)
    size = site.of(request).limits.page
    found = search(graph, wanted, start=(page - 1) * size, size=size)
    listed = briefs(graph, graph.documents_at(found.rows))
    degree = graph.memo("serve degree", _degree)
    return site.page(
        request, "search.html", graph=graph, headers={"etag": tag},
        wanted=wanted, found=found, results=list(zip(listed, (degree.get(row, 0) for row in found.rows), strict=True)),
        page=page, pages=max(1, -(-found.total // size)), sorts=SORTS, **_choices(graph, found),
    )  # fmt: skip


def _first(request: Request, graph: Any, tag: str) -> Response:
    cited = graph.memo("serve most cited", lambda g: links(g).most_cited(10))
    new = search(graph, Wanted(status="read", sort="newest"), size=8).rows
    top = briefs(graph, graph.documents_at([row for row, _ in cited]))
    examples = [one.number for one in top if one.number][:_EXAMPLES]
    return site.page(
        request, "home.html", graph=graph, headers={"etag": tag}, examples=examples,
        cited=list(zip(top, (n for _, n in cited), strict=True)), newest=briefs(graph, graph.documents_at(new)),
    )  # fmt: skip


def _degree(graph: Any) -> dict[int, int]:
    return dict(links(graph).most_cited(size_of(graph)))


def _choices(graph: Any, found: Any) -> dict[str, Any]:
    """What the filters offer: everything the graph has, with how many of the results are of it."""
    whole = graph.memo("serve whole", lambda g: search(g, Wanted(), size=0))
    types, places = dict(found.types), dict(found.places)
    known = registry.places()
    return {
        "types": sorted(((slug, type_of(slug), types.get(slug, 0)) for slug, _ in facets(whole.types, 200)),
                        key=lambda one: (-one[2], one[1].vi)),
        "places": sorted(((slug, known[slug].name, places.get(slug, 0)) for slug, _ in whole.places),
                         key=lambda one: (-one[2], one[1])),
        "years": whole.years,
        "relations": relations_done(graph),
    }  # fmt: skip


@router.get("/doc/{document_id}.{ending}")
def document_file(request: Request, document_id: str, ending: str) -> Response:
    """A document as data, under an address of its own."""
    graph, tag, ready = site.unchanged(request, ending)
    if ending not in ENDINGS or graph.row_of(f"{document_id}.{ending}") is not None:
        return document(request, f"{document_id}.{ending}")  # an id may hold a full stop
    row = site.row_of(graph, document_id)
    return ready or as_data(request, graph, row, ENDINGS[ending], tag)


@router.get("/doc/{document_id}")
def document(request: Request, document_id: str) -> Response:
    """A document, as a page or as data, whichever the visitor asks for."""
    form = chosen(request.headers.get("accept", "*/*"))
    graph, tag, ready = site.unchanged(request, form)
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    if form != "html":
        return as_data(request, graph, row, form, tag)
    return site.page(
        request, "document.html", graph=graph, sheet=sheet(graph, row), tab="document",
        headers={"etag": tag, "link": f"<{site.path(document_id)}>; rel=canonical"},
    )  # fmt: skip


@router.get("/doc/{document_id}/links/{way}/{predicate}")
def linked(
    request: Request,
    document_id: str,
    way: Literal["out", "in"],
    predicate: Predicate,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """All links of one kind, page by page."""
    graph, tag, ready = site.unchanged(request)
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    members = newest_first(graph, divided(graph, row).get((way, predicate), []), way)
    size = site.of(request).limits.page
    shown = read_links(graph, [(link, way) for link in members[(page - 1) * size : page * size]])
    return site.page(
        request, "links.html", graph=graph, headers={"etag": tag}, brief=briefs(graph, graph.documents_at([row]))[0],
        tab="document", way=way, predicate=predicate, links=shown, total=len(members), page=page,
        pages=max(1, -(-len(members) // size)),
    )  # fmt: skip


@router.get("/doc/{document_id}/map")
def hierarchy(
    request: Request,
    document_id: str,
    direction: Literal["up", "down", "both"] = "both",
    depth: Annotated[int, Query(ge=1, le=6)] = 2,
    frame: bool = False,
) -> Response:
    """The hierarchy round a document: the map of ``kg view``, whole or inside the document's page."""
    graph, tag, ready = site.unchanged(request)
    row = site.row_of(graph, document_id)
    if ready:
        return ready
    limits = site.of(request).limits
    # In the small frame plain citations would hide what stands above and below.
    only = [name for name in PREDICATES if name != "cites"] if frame else None
    if only and not any(name != "cites" for _, name in divided(graph, row)):
        only = None
    data = page_data(
        graph, root=document_id, depth=depth, direction=direction, predicate=only, lang=site.language(request),
        limit=limits.hierarchy // 5 if frame else limits.hierarchy, reach=limits.reached,
    )  # fmt: skip
    data |= {"pages": "/doc/", "frame": frame}
    nodes = [{"id": one["id"], "x": one["x"], "y": one["y"]} for one in data["docs"]]
    ids = [one["id"] for one in data["docs"]]
    edges = [
        {"id": f"link-{at}", "from": ids[one["from"]], "to": ids[one["to"]]} for at, one in enumerate(data["links"])
    ]
    return site.page(
        request, "map.html", graph=graph, headers={"etag": tag}, data=data, nodes=nodes, edges=edges,
        options=OPTIONS, scripts=SCRIPTS, styles=STYLES, brief=briefs(graph, graph.documents_at([row]))[0],
        direction=direction, depth=depth, frame=frame,
    )  # fmt: skip


@router.get("/favicon.ico")
def icon(request: Request) -> Response:
    """What browsers ask for by themselves."""
    return RedirectResponse(site.of(request).assets.address("icon.svg"))
