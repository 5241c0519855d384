"""The page about data, and the SPARQL 1.1 endpoint (protocol: query over GET and POST; never update)."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from filelock import FileLock

from kg.errors import KgError
from kg.messages import error_text
from kg.serve import site
from kg.serve.columns import size_of
from kg.serve.limits import Limits
from kg.serve.schemas import PROBLEMS
from kg.sparql import Endpoint, formats, negotiated
from kg.sparql import Limits as SparqlLimits
from kg.sparql_text import form_of

router = APIRouter()

EXAMPLES: Final = (
    ("implements", "SELECT ?văn_bản ?số ?ngày WHERE {\n  ?văn_bản vl:implements ?gốc ; vl:number ?số .\n"
                   "  OPTIONAL { ?văn_bản dcterms:issued ?ngày }\n  ?gốc vl:number \"33/CT-TTg\"\n}\n"
                   "ORDER BY ?ngày LIMIT 100"),
    ("replaced", "SELECT ?cũ ?mới WHERE { ?mới vl:replaces ?cũ } LIMIT 100"),
    ("cited", "SELECT ?văn_bản (COUNT(DISTINCT ?nguồn) AS ?lần) WHERE {\n  ?trích cito:hasCitedEntity ?văn_bản ;\n"
              "         cito:hasCitingEntity ?nguồn .\n} GROUP BY ?văn_bản ORDER BY DESC(?lần) LIMIT 20"),
)  # fmt: skip
_DESCRIPTION: Final = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
    sd:endpoint <{address}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
        formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:RDF_XML, formats:JSON-LD .
"""
_ASKED: Final = "SELECT ?d ?n WHERE { ?d a vl:Document ; vl:number ?n } LIMIT 20"


class Endpoints:
    """The SPARQL endpoint of the graph of now; its store is made when the first question comes.

    Args:
        folder: the graph folder.
        base_iri: where the names of documents begin.
        limits: sizes and times.
    """

    def __init__(self, folder: str, base_iri: str, limits: Limits) -> None:
        self._folder, self._base_iri, self._limits = folder, base_iri, limits
        self._lock = threading.Lock()
        self._made: dict[str, Endpoint | KgError | None] = {}

    def get(self, stamp: str) -> Endpoint:
        """The endpoint of a graph.

        Raises:
            KgError: its store is still being made (``sparql-preparing``), or cannot be made.
        """
        with self._lock:
            if stamp not in self._made:
                self._made[stamp] = None
                threading.Thread(target=self._make, args=(stamp,), name="kg-sparql-store", daemon=True).start()
        deadline = time.monotonic() + self._limits.sparql
        while (found := self._made.get(stamp)) is None:
            if time.monotonic() > deadline:
                raise KgError("the triples are being prepared; ask again in a minute", code="sparql-preparing")
            time.sleep(0.02)
        if isinstance(found, KgError):
            raise found
        return found

    def _make(self, stamp: str) -> None:
        limits = SparqlLimits(self._limits.sparql, self._limits.sparql_rows, 2 << 30)
        made: Endpoint | KgError
        try:
            with _alone(self._folder):  # another process may be making the same store
                made = Endpoint(self._folder, base_iri=self._base_iri, limits=limits, workers=self._limits.queries)
        except KgError as error:
            made = error
        except Exception as error:  # a thread has nobody to raise to: whoever asks is told
            made = KgError(f"the triples cannot be prepared ({error})", code="sparql-store-unreadable", reason=error)
        with self._lock:
            old = [key for key in self._made if key != stamp and self._made[key] is not None]
            for key in old:
                before = self._made.pop(key)
                if isinstance(before, Endpoint):
                    before.close()
            self._made[stamp] = made

    def close(self) -> None:
        """End the processes of all endpoints."""
        with self._lock:
            for one in self._made.values():
                if isinstance(one, Endpoint):
                    one.close()


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    """One process after the other, as far as the system can do that."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(f"{user} {os.path.realpath(folder)}".encode()).hexdigest()[:20]
    lock = FileLock(os.path.join(tempfile.gettempdir(), f"kg-sparql-{name}.lock"))
    with suppress(OSError):
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class Table:
    """An answer for people: names of the columns, rows of (text, link), whether rows were cut off."""

    names: list[str]
    rows: list[list[tuple[str, str]]]
    cut: bool


@router.get("/data", include_in_schema=False)
def about(request: Request, query: Annotated[str, Query(max_length=4000)] = "") -> Response:
    """What there is for programs, and a form for SPARQL."""
    return data_page(request, query or _ASKED)


def data_page(
    request: Request, query: str, *, answer: Table | None = None, problem: str = "", status: int = 200
) -> Response:
    """The page about data."""
    graph = site.of(request).current.get()[0]
    first = graph.id_at(0) if size_of(graph) else "ID"
    return site.page(
        request, "data.html", graph=graph, status=status, query=query, answer=answer, problem=problem,
        examples=EXAMPLES, limits=site.of(request).limits, operations=_operations(request),
        base=str(request.base_url), example=first,
    )  # fmt: skip


def _operations(request: Request) -> list[dict[str, Any]]:
    found = []
    for path, methods in request.app.openapi()["paths"].items():
        for method, told in methods.items():
            names = [one["name"] for one in told.get("parameters", ())]
            if method == "post":
                names = ["query"] if path == "/sparql" else ["text"]
            found.append({"method": method.upper(), "path": path, "name": told["operationId"], "parameters": names})
    return found


_PROTOCOL: Final[dict[str, Any]] = {
    "responses": PROBLEMS
    | {
        200: {
            "description": "The answer: SELECT and ASK as JSON, XML, CSV or TSV; CONSTRUCT and DESCRIBE as Turtle, "
            "N-Triples, RDF/XML or JSON-LD. Where rows were cut off the header kg-cut is true.",
            "content": {
                media: {}
                for media in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv",
                              "text/tab-separated-values", "text/turtle", "application/n-triples",
                              "application/rdf+xml", "application/ld+json")
            },
        },
    },
}  # fmt: skip


@router.get("/sparql", tags=["sparql"], response_class=Response, summary="SPARQL query", **_PROTOCOL)
async def sparql_get(
    request: Request,
    query: Annotated[str, Query(max_length=4000, description="A SPARQL 1.1 query.")] = "",
    format: Annotated[str, Query(max_length=20, description="json, xml, csv, tsv, turtle, …; else Accept.")] = "",
) -> Response:
    """Ask the graph with SPARQL 1.1; without a query the service describes itself."""
    if not query:
        if "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(site.address(site.language(request), "/data") + "#sparql")
        address = str(request.base_url) + "sparql"
        return Response(_DESCRIPTION.format(address=address), media_type="text/turtle; charset=utf-8")
    return await _answered(request, query, format)


@router.post(
    "/sparql", tags=["sparql"], response_class=Response, summary="SPARQL query",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {"schema": {"type": "string"}},
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
                },
            },
        }
    },
    **_PROTOCOL,
)  # fmt: skip
async def sparql_post(request: Request) -> Response:
    """The same for long queries; updates are refused."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    body = (await request.body()).decode("utf-8", "replace")
    if kind == "application/sparql-query":
        return await _answered(request, body, "")
    if kind == "application/x-www-form-urlencoded":
        given = parse_qs(body, max_num_fields=20)
        if len(given.get("query", ())) == 1:
            return await _answered(request, given["query"][0], "".join(given.get("format", ())[:1]))
        raise KgError("the form needs exactly one field named query", code="sparql-form")
    raise KgError("send application/sparql-query or a form with query=…", code="sparql-media", given=kind)


async def _answered(request: Request, query: str, wanted: str) -> Response:
    accept = request.headers.get("accept", "*/*")
    page = wanted == "html" or (not wanted and "text/html" in accept)
    try:
        form = form_of(query)
        table = page and form in ("select", "ask")
        name = "csv" if table else wanted if wanted in formats(form) else negotiated("" if page else accept, form)
        if wanted not in ("", "html") and wanted not in formats(form):
            raise KgError(f"no format {wanted}", code="sparql-format", form=form.upper(), given=wanted,
                          known=tuple(formats(form)))  # fmt: skip
        if name is None:
            raise KgError("it is not available in the form asked for", code="not-acceptable")
        content, media, cut = await site.heavy(request, lambda: _ask(request, query, name))
    except KgError as error:
        if page:
            lang = site.language(request)
            said = error_text(error.code, str(error), lang, error.facts)
            return data_page(request, query, problem=said, status=site.status_of(error.code))
        raise
    if table:
        return data_page(request, query, answer=_table(request, content, cut))
    headers = {"vary": "Accept", "cache-control": "no-cache"} | ({"kg-cut": "true"} if cut else {})
    return Response(content, media_type=media, headers=headers)


def _ask(request: Request, query: str, name: str) -> tuple[bytes, str, bool]:
    place = site.of(request)
    _, stamp = place.current.get()
    with place.endpoints.get(stamp).query(query, format=name) as answer:
        content = answer.read()
        return content, answer.media_type, answer.cut


def _table(request: Request, content: bytes, cut: bool) -> Table:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline="")))
    if len(rows) == 1 and rows[0] in (["true"], ["false"]):  # ASK
        return Table(["ASK"], [[(rows[0][0], "")]], False)
    lang, doc = site.language(request), site.of(request).base_iri.rstrip("/") + "/doc/"

    def cell(value: str) -> tuple[str, str]:
        if value.startswith(doc):
            return value.removeprefix(doc), site.address(lang, "/doc/" + value.removeprefix(doc))
        return value, ""

    return Table(rows[0] if rows else [], [[cell(value) for value in row] for row in rows[1:]], cut)
