"""What all routes share: the graph of now, the words, the templates, and how an answer is made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote, urlencode

from anyio import CapacityLimiter, to_thread
from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import ChoiceLoader, Environment, FunctionLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.errors import KgError
from kg.graph import Graph
from kg.labels import Pair
from kg.messages import LANGS, MESSAGES, Lang
from kg.serve.assets import Assets
from kg.serve.columns import size_of
from kg.serve.current import CurrentGraph
from kg.serve.limits import Limits
from kg.view.page import asset, embedded

if TYPE_CHECKING:
    from kg.serve.drafts import Drafts
    from kg.serve.pages_data import Endpoints

_T = TypeVar("_T")

FOREVER: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Site:
    """The application's parts.

    Attributes:
        current: the graph of now.
        limits: what a request may take.
        base_iri: where the names of documents begin in RDF.
        assets: the files that pages load.
        templates: the pages.
        drafts: where texts are read.
        endpoints: where SPARQL is answered.
        turns: how much work of the long kind runs at once; what waits holds no thread that pages need.
    """

    current: CurrentGraph
    limits: Limits
    base_iri: str
    assets: Assets
    templates: Environment
    drafts: Drafts
    endpoints: Endpoints
    turns: CapacityLimiter


def of(request: Request) -> Site:
    """The parts of the application that a request came to."""
    found: Site = request.app.state.site
    return found


STATUS: Final[Mapping[str, int]] = {
    "absent": 404, "not-found": 404, "not-acceptable": 406, "ambiguous": 409, "body-large": 413, "draft-long": 413,
    "sparql-media": 415, "draft-time": 503, "draft-busy": 503, "draft-memory": 413, "sparql-timeout": 503,
    "sparql-busy": 503, "sparql-preparing": 503, "sparql-store": 503, "sparql-store-unreadable": 503,
}  # fmt: skip
"""Status of the answer by the code of the error; 400 for any other."""


def status_of(code: str) -> int:
    """The status of the answer to what raised an error."""
    return STATUS.get(code, 400)


async def heavy(request: Request, work: Callable[[], _T]) -> _T:
    """Work that may take long, done in a thread of its own when its turn comes."""
    return await to_thread.run_sync(work, limiter=of(request).turns)


def environment(assets: Assets) -> Environment:
    """The templates, with everything escaped that is not written in them, and an error for a missing name."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("kg.serve", "templates"), FunctionLoader(_view_template)]),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined,
    )  # fmt: skip
    made.globals.update(asset=assets.address, embedded=lambda data: Markup(embedded(data)), path=path)
    return made


def _view_template(name: str) -> str | None:
    return asset(name) if name == "stage.html" else None


def path(document_id: str, tail: str = "") -> str:
    """The address of a document's page, or of one below it.

    >>> path("vn_ttg_chi-thi_2021_33-ct-ttg", "/map")
    '/doc/vn_ttg_chi-thi_2021_33-ct-ttg/map'
    """
    return f"/doc/{quote(document_id, safe='')}{tail}"


def say(lang: Lang, key: str, *values: object) -> str:
    """A text of the pages.

    >>> say("vi", "serve.found", "1.234"), say("en", "serve.found", 3)
    ('1.234 văn bản', '3 documents')
    """
    text = MESSAGES[f"serve.{key}" if not key.startswith("serve.") else key][LANGS.index(lang)]
    return text.format(*values) if values else text


def count(lang: Lang, number: int) -> str:
    """A number as it is written: 1.234 in Vietnamese, 1,234 in English."""
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")


def share(number: float) -> str:
    """A confidence in per cent."""
    return f"{round(number * 100)}%"


def language(request: Request) -> Lang:
    """Vietnamese, unless the address asks for English: no cookie, so a link always shows the same."""
    return "en" if request.query_params.get("lang") == "en" else "vi"


def address(lang: Lang, target: str, **query: object) -> str:
    """An address within the site that keeps the language; empty values are left out."""
    given = {key: str(value) for key, value in query.items() if value not in (None, "", ())}
    if lang == "en":
        given["lang"] = "en"
    return f"{target}?{urlencode(given)}" if given else target


def other_language(request: Request, lang: Lang) -> str:
    """The address of this page in the other language."""
    given = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    if lang == "vi":
        given.append(("lang", "en"))
    target = quote(request.url.path, safe="/%:@!$&'()*+,;=~-._")
    return f"{target}?{urlencode(given)}" if given else target


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    graph: Graph | None = None,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> Response:
    """A page.

    Args:
        request: what is answered.
        template: name of the template.
        status: of the answer.
        graph: the graph that the page is about; None for that of now.
        headers: more headers.
        values: what the template needs.
    """
    site, lang = of(request), language(request)
    graph = graph or site.current.get()[0]
    query = request.query_params.get("q", "") if request.url.path == "/" else ""
    words = {
        "lang": lang,
        "t": partial(say, lang),
        "url": partial(address, lang),
        "n": partial(count, lang),
        "share": share,
        "other": other_language(request, lang),
        "here": request.url.path,
        "typed": query,
        "totals": graph.memo("serve totals", _totals),
    }
    template_ = site.templates.get_template(template)

    def in_words(pair: Pair) -> str:
        return pair.en if lang == "en" else pair.vi

    html = template_.render(**words, w=in_words, **values)
    return HTMLResponse(
        # A lone surrogate of a text has no UTF-8; a question mark stands in its place.
        html.encode("utf-8", "replace"), status,
        headers={"vary": "Accept", "cache-control": "no-cache", "content-language": lang, **(headers or {})},
    )  # fmt: skip


def _totals(graph: Graph) -> tuple[int, int]:
    from kg.links import links

    return size_of(graph), len(links(graph))


def unchanged(request: Request, form: str = "html") -> tuple[Graph, str, Response | None]:
    """The graph of now, the tag of an answer from it, and the answer 304 if the visitor has that one.

    Args:
        request: what is answered.
        form: what distinguishes answers of one address: the data format.
    """
    site = of(request)
    graph, stamp = site.current.get()
    digest = hashlib.sha256(f"{stamp} {site.assets.version} {form}".encode()).hexdigest()[:20]
    tag = f'W/"{digest}"'
    known = {one.strip() for one in request.headers.get("if-none-match", "").split(",")}
    if tag in known:
        headers = {"etag": tag, "vary": "Accept", "cache-control": "no-cache"}
        return graph, tag, Response(status_code=304, headers=headers)
    return graph, tag, None


class Absent(KgError):
    """The address names no document or page."""

    def __init__(self, given: str = "") -> None:
        super().__init__("there is no such page or document", code="absent", given=given)


def row_of(graph: Graph, document_id: str) -> int:
    """The row of a document.

    Raises:
        Absent: the graph has no such document.
    """
    row = graph.row_of(document_id)
    if row is None:
        raise Absent(document_id)
    return row
