"""A text that a visitor pastes or uploads: its citations marked and checked, to be taken away again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Request
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from kg.errors import KgError
from kg.graph import Graph
from kg.messages import Lang, error_text
from kg.records import document_from_row
from kg.serve import site
from kg.serve.briefs import Brief, brief_of
from kg.serve.marking import Piece, Span, pieces
from kg.serve.records import table_csv
from kg.serve.schemas import PROBLEMS, CheckResult, Draft, FindingModel, MentionModel

router = APIRouter()
_FIELDS: Final = 8
_COLUMNS: Final = ("start", "end", "text", "type", "number", "date", "issuer", "document", "in_graph", "confidence")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the text cites: its names, how often, whether the graph has it."""

    brief: Brief
    times: int
    known: bool

    def __getattr__(self, name: str) -> Any:
        """The names of the document, so that templates treat it as one."""
        return getattr(self.brief, name)


@dataclass(frozen=True, slots=True)
class Read:
    """What the page shows of a text.

    Attributes:
        text: the text as it was read.
        pieces: the text cut at citations and faults.
        cites: the document of each citation.
        cited: each document once, in the order of the text.
        findings: the faults in the language of the page.
        anchors: the first part of each fault, so that the list can lead there.
        mentions: the citations as :mod:`kg.contract` gives them.
    """

    text: str
    pieces: list[Piece]
    cites: list[Cited]
    cited: list[Cited]
    findings: list[dict[str, Any]]
    anchors: dict[tuple[int, int], int]
    mentions: list[dict[str, Any]]


@router.get("/check", include_in_schema=False)
def form(request: Request) -> Response:
    """The empty form."""
    graph, tag, ready = site.unchanged(request)
    return ready or _page(request, graph, None, headers={"etag": tag})


@router.post("/check", include_in_schema=False)
async def check(request: Request) -> Response:
    """What there is to say of a text; nothing of it is kept."""
    limits = site.of(request).limits
    graph, stamp = site.of(request).current.get()
    lang = site.language(request)
    try:
        async with request.form(max_files=1, max_fields=_FIELDS, max_part_size=limits.upload) as sent:
            file, pasted, wanted = sent.get("file"), sent.get("text"), sent.get("as")
            name, data = "", str(pasted or "").encode("utf-8", "replace")
            if isinstance(file, UploadFile) and file.filename:
                name, data = file.filename, await file.read()
        if not data.strip():
            return _page(request, graph, None, site.say(lang, "check-empty"), 400)
        drafts = site.of(request).drafts
        answer = await site.heavy(request, lambda: drafts.check(data, name, stamp))
    except KgError as error:
        known = site.status_of(error.code)
        return _page(request, graph, None, error_text(error.code, str(error), lang, error.facts), known)
    made = _read(graph, answer, lang)
    if wanted in ("html", "csv", "json"):
        return _download(request, str(wanted), made, answer)
    return _page(request, graph, made)


def _page(
    request: Request, graph: Graph, made: Read | None, problem: str = "", status: int = 200, **options: Any
) -> Response:
    return site.page(
        request, "check.html", graph=graph, status=status, made=made, problem=problem,
        mega=site.of(request).limits.upload >> 20, **options,
    )  # fmt: skip


def _read(graph: Graph, answer: dict[str, Any], lang: Lang) -> Read:
    contract = answer["contract"]
    mentions, named = contract["mentions"], _named(graph, contract)
    unknown = Cited(brief_of(document_from_row(_record({"id": "", "type": None}))), 1, False)
    findings = [one[lang] for one in answer["findings"]]
    cut = pieces(
        answer["text"],
        [Span(one["start"], one["end"], at) for at, one in enumerate(mentions)],
        [Span(one["start"], one["end"], at) for at, one in enumerate(findings)],
    )
    anchors: dict[tuple[int, int], int] = {}
    seen: set[int] = set()
    for piece in cut:
        for at, (_, faults) in enumerate(piece.parts):
            if faults and faults[0] not in seen:
                seen.add(faults[0])
                anchors[piece.start, at] = faults[0]
    return Read(
        answer["text"], cut, [named.get(one["target"] or "", unknown) for one in mentions], list(named.values()),
        findings, anchors, mentions,
    )  # fmt: skip


def _record(given: dict[str, Any]) -> dict[str, Any]:
    columns = ("number", "date", "issuer", "series", "title", "locality", "level", "branch")
    return {**dict.fromkeys(columns), "status": "cited", "candidates": (), "block": "", **given}


def _named(graph: Graph, contract: dict[str, Any]) -> dict[str, Cited]:
    """The cited documents by id: as the graph knows them, else as the text names them."""
    times: dict[str, int] = {}
    for one in contract["mentions"]:
        if one["target"]:
            times[one["target"]] = times.get(one["target"], 0) + 1
    told = {one["id"]: one for one in (*contract["documents"], contract["document"])}
    found = {}
    for target, many in times.items():
        document = graph.document(target)
        if document is None and target in told:
            wanted = ("id", "type", "number", "date", "issuer", "title", "locality")
            document = document_from_row(_record({key: told[target].get(key) for key in wanted}))
            found[target] = Cited(brief_of(document), many, False)
        elif document is not None:
            found[target] = Cited(brief_of(document), many, True)
    return found


def _download(request: Request, wanted: str, made: Read, answer: dict[str, Any]) -> Response:
    headers = {"content-disposition": f'attachment; filename="kg-check.{wanted}"', "cache-control": "no-store"}
    if wanted == "json":
        content = {"text": answer["text"], **answer["contract"], "findings": made.findings}
        return Response(json.dumps(content, ensure_ascii=True), media_type="application/json", headers=headers)
    if wanted == "csv":
        rows = [
            [one["start"], one["end"], one["text"], one["type"], one["number"], one["date"], one["issuer"],
             one["target"], "yes" if cited.known else "no", one["confidence"]]
            for one, cited in zip(made.mentions, made.cites, strict=True)
        ]  # fmt: skip
        table = table_csv(_COLUMNS, rows)
        return Response(table.encode("utf-8", "replace"), media_type="text/csv; charset=utf-8", headers=headers)
    graph = site.of(request).current.get()[0]
    return site.page(request, "annotated.html", graph=graph, headers=headers, made=made)


@router.post("/api/check", tags=["service"], responses=PROBLEMS)
async def check_text(request: Request, draft: Annotated[Draft, Body()]) -> CheckResult:
    """The citations of a text and what is wrong with them, against this graph; nothing is kept."""
    graph, stamp = site.of(request).current.get()
    drafts, data = site.of(request).drafts, draft.text.encode("utf-8", "replace")
    answer = await site.heavy(request, lambda: drafts.check(data, "", stamp))
    made = _read(graph, answer, draft.lang)
    return CheckResult(
        document=answer["contract"]["document"]["id"],
        mentions=[
            MentionModel(
                start=one["start"], end=one["end"], text=one["text"], type=one["type"], number=one["number"],
                date=one["date"], issuer=one["issuer"], document=one["target"], in_graph=cited.known,
                confidence=one["confidence"],
            )
            for one, cited in zip(made.mentions, made.cites, strict=True)
        ],
        findings=[
            FindingModel(
                code=one["code"], severity=one["severity"], start=one["start"], end=one["end"], line=one["line"],
                column=one["column"], text=one["text"], message=one["message"], advice=one["advice"], fix=one["fix"],
            )
            for one in made.findings
        ],
    )  # fmt: skip
