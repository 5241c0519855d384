"""The application put together: routes, guard, what is said when something is wrong."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Receive, Scope, Send

from kg.errors import AmbiguousError, GraphError, KgError, NotFoundError
from kg.graph import Graph
from kg.links import links
from kg.messages import MESSAGES, error_text
from kg.rdf_terms import BASE_IRI, prefixes
from kg.serve import api, pages, pages_data, pages_document, pages_draft, pages_whole, site
from kg.serve.assets import load
from kg.serve.current import CurrentGraph
from kg.serve.drafts import Drafts
from kg.serve.guard import OWN_HOSTS, Guard
from kg.serve.limits import Limits
from kg.serve.pages_data import Endpoints
from kg.serve.search import prepare

_UPLOADS: Final = frozenset(["/check", "/api/check"])
_TURNS: Final = 8
_THREADS: Final = 2


def make_app(
    folder: str | os.PathLike[str],
    *,
    hosts: tuple[str, ...] | None = None,
    base_iri: str | None = None,
    limits: Limits | None = None,
) -> FastAPI:
    """The application; see :func:`kg.serve.create_app`."""
    from kg import __version__

    limits = limits or Limits()
    base_iri = base_iri or BASE_IRI
    prefixes(base_iri)  # refuse a bad base before the first request meets it
    assets = load()
    app = FastAPI(
        title="kg", version=__version__, openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        description="The knowledge graph of Vietnamese official documents: read only, nothing that is sent is kept.",
        license_info={"name": "MIT"}, redirect_slashes=False, lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
    )  # fmt: skip
    drafts = Drafts(folder, limits)
    endpoints = Endpoints(os.fspath(folder), base_iri, limits)
    app.state.site = site.Site(
        CurrentGraph(folder, _warm), limits, base_iri, assets, site.environment(assets), drafts, endpoints,
        CapacityLimiter(_TURNS),
    )  # fmt: skip
    # The routes of files and parts of a document stand before those of the document itself.
    for one in (pages_document, pages_whole, pages_draft, pages_data, pages, api):
        app.include_router(one.router)

    @app.get("/static/{version}/{name}", include_in_schema=False)
    async def static(request: Request, version: str, name: str) -> Response:
        found = assets.files.get(name)
        if found is None:
            raise site.Absent(name)
        return Response(found.data, media_type=found.kind, headers={"cache-control": site.FOREVER})

    # What is uploaded stays in memory: nothing of it reaches a disk, not even for a moment.
    MultiPartParser.spool_max_size = max(MultiPartParser.spool_max_size, limits.upload + 1)
    app.add_exception_handler(KgError, _kg_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(
        Guard, limits=limits, hosts=OWN_HOSTS if hosts is None else hosts,
        refusal=lambda scope, status, code: _Refusal(app, scope, status, code), uploads=_UPLOADS,
    )  # fmt: skip
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Few threads answer pages; at the end the processes of texts and queries end too."""
    # More threads than cores would only wait for each other, and the slowest answers would become slower.
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
    app.state.site.drafts.close()
    app.state.site.endpoints.close()


def _warm(graph: Graph) -> None:
    """What the first visitors would wait for."""
    links(graph)
    prepare(graph)
    graph.row_of("")


class _Refusal:
    """An answer of the guard, which stands outside of the application and its handlers."""

    def __init__(self, app: FastAPI, scope: Scope, status: int, code: str) -> None:
        scope.setdefault("app", app)
        if code == "host":  # who came under another name is told nothing of the graph, not even its size
            said = site.say(site.language(Request(scope)), "error.host")
            self._answer: Response = PlainTextResponse(said, status)
        else:
            self._answer = _problem(Request(scope), status, code, "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(scope, receive, send)


def _problem(request: Request, status: int, code: str, text: str, **facts: Any) -> Response:
    """What went wrong, as JSON for programs and as a page for people."""
    lang = site.language(request)
    said = text
    if f"serve.error.{code}" in MESSAGES:
        said = site.say(lang, f"error.{code}", *([text] if "{0}" in MESSAGES[f"serve.error.{code}"][0] else []))
    elif code:
        said = error_text(code, text, lang, facts)
    path = request.url.path
    wants_page = "text/html" in request.headers.get("accept", "")
    if path.startswith("/api/") or path == "/health" or (path == "/sparql" and not wants_page):
        return JSONResponse({"error": code or str(status), "message": said}, status)
    return site.page(request, "error.html", status=status, said=said, code=status)


async def _kg_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)
    if isinstance(error, GraphError):
        return _problem(request, 503, error.code, str(error), **error.facts)
    facts = dict(error.facts)
    if isinstance(error, AmbiguousError):
        facts["count"] = len(error.candidates)
    elif isinstance(error, NotFoundError):
        facts["count"] = len(error.suggestions)
    return _problem(request, site.status_of(error.code), error.code, str(error), **facts)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0] if error.errors() else {"loc": (), "msg": ""}
    where = ".".join(str(part) for part in first["loc"][1:])
    return _problem(request, 422, "422", f"{where}: {first['msg']}" if where else str(first["msg"]))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = _problem(request, error.status_code, str(error.status_code), str(error.detail))
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


