"""Pages about the whole graph: numbers and lists, the map."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from kg.serve import site
from kg.serve.columns import size_of
from kg.serve.corpus import corpus_map
from kg.serve.overview import overview

router = APIRouter(include_in_schema=False)


@router.get("/overview")
def numbers(request: Request) -> Response:
    """The whole graph in numbers and lists."""
    graph, tag, ready = site.unchanged(request)
    if ready:
        return ready
    return site.page(request, "overview.html", graph=graph, headers={"etag": tag}, made=overview(graph))


@router.get("/map")
def corpus(request: Request) -> Response:
    """The map of the whole; what it draws comes by itself from ``/map/data``."""
    graph, tag, ready = site.unchanged(request)
    if ready:
        return ready
    total = size_of(graph)
    shown = min(total, site.of(request).limits.corpus)
    return site.page(request, "corpus.html", graph=graph, headers={"etag": tag}, shown=shown, total=total)


@router.get("/map/data")
def corpus_data(request: Request) -> Response:
    """Places of the documents and links between them."""
    graph, tag, ready = site.unchanged(request)
    if ready:
        return ready
    made = corpus_map(graph, site.of(request).limits.corpus)
    return JSONResponse(made.data, headers={"etag": tag, "cache-control": "no-cache"})
