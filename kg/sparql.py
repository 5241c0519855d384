"""SPARQL over a graph: read only, with limits of time, memory and rows that hold.

:func:`query` answers one question, :class:`Endpoint` many. Each query runs in a process of its own
(:mod:`kg.sparql_process`) on an Oxigraph store (:mod:`kg.sparql_store`) and is ended for good when its time is
over. Nothing is ever written, loaded or fetched.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.errors import KgError
from kg.rdf_terms import BASE_IRI, Lit, prefixes
from kg.sparql_process import Process, failed
from kg.sparql_store import store_of, temporary_store
from kg.sparql_text import Form, form_of, variables_of

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["Answer", "Endpoint", "Iri", "Limits", "formats", "negotiated", "query"]

_SOLUTIONS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
_TRIPLES: Final = {
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
_ENGINE_NAMES: Final = {
    "turtle": "TURTLE", "ntriples": "N_TRIPLES", "rdfxml": "RDF_XML", "jsonld": "JSON_LD",
}  # fmt: skip
# Other media types under which clients ask for a format.
_ALIASES: Final = {
    "application/json": ("json", "jsonld"), "application/xml": ("xml", "rdfxml"), "text/xml": ("xml", "rdfxml"),
    "text/plain": ("tsv", "ntriples"), "application/x-turtle": ("", "turtle"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one query may take.

    Attributes:
        seconds: from the question to the last byte of the answer; then the process is killed.
        rows: solutions or triples; what would come after them is cut off.
        memory: bytes that the process may hold, where the system can limit that; 0 for no limit.
    """

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 4 << 30


class Iri(NamedTuple):
    """An absolute IRI as the value of a variable; a literal is a :class:`kg.rdf_terms.Lit`."""

    value: str


def formats(form: Form) -> dict[str, str]:
    """The formats in which a form of query is answered: name → media type, the usual one first.

    >>> list(formats("select")), list(formats("construct"))
    (['json', 'xml', 'csv', 'tsv'], ['turtle', 'ntriples', 'rdfxml', 'jsonld'])
    """
    return dict(_SOLUTIONS if form in ("select", "ask") else _TRIPLES)


def negotiated(accept: str, form: Form) -> str | None:
    """The format that an HTTP ``Accept`` header asks for, None where none of ours is acceptable.

    >>> negotiated("text/html, application/sparql-results+xml;q=0.9, */*;q=0.1", "select")
    'xml'
    >>> negotiated("text/csv", "construct"), negotiated("", "ask"), negotiated("text/*", "construct")
    (None, 'json', 'turtle')
    """
    known = formats(form)
    if not accept.strip():
        return next(iter(known))
    at = 0 if form in ("select", "ask") else 1
    best: tuple[float, int, int] | None = None
    chosen = None
    for place, part in enumerate(accept.split(",")):
        words = [word.strip() for word in part.split(";")]
        wanted = words[0].casefold()
        quality = 1.0
        for word in words[1:]:
            if found := re.fullmatch(r"q=([01](?:\.\d*)?)", word):
                quality = float(found[1])
        pattern = re.compile(re.escape(wanted).replace(r"\*", "[^;]*"))
        fitting = [name for name, media in known.items() if pattern.fullmatch(media.split(";")[0])]
        if not fitting and wanted in _ALIASES:
            fitting = [name for name in (_ALIASES[wanted][at],) if name]
        rank = (quality, -wanted.count("*"), -place)
        if fitting and quality > 0 and (best is None or rank > best):
            best, chosen = rank, fitting[0]
    return chosen


class Answer:
    """The answer to one query, streamed: iterate over its bytes, or :meth:`read` them all.

    Attributes:
        form: ``select``, ``ask``, ``construct`` or ``describe``.
        format: the name of its format, a key of :func:`formats`.
        media_type: the same for HTTP.
        variables: the names of the columns (``select``).
        rows: how many rows or triples there are; known when everything has been read.
        cut: whether there would have been more than the limit of rows; known then too.
    """

    __slots__ = ("_done", "_frames", "cut", "form", "format", "media_type", "rows", "variables")

    def __init__(self, form: Form, format: str, frames: Iterator[tuple[bytes, bytes]]) -> None:
        self.form = form
        self.format = format
        self.media_type = formats(form)[format]
        self.rows = 0
        self.cut = False
        self._done = False
        self._frames = frames
        kind, content = next(frames)
        assert kind == b"H"
        self.variables: tuple[str, ...] = tuple(json.loads(content)["variables"])

    def __iter__(self) -> Iterator[bytes]:
        """The answer in pieces.

        Raises:
            KgError: its time is over (``sparql-timeout``) or the query failed half way (``sparql-failed``).
        """
        for kind, content in self._frames:
            if kind == b"E":
                end = json.loads(content)
                self.rows, self.cut = end["rows"], end["cut"]
            else:
                yield content

    def read(self) -> bytes:
        """The whole answer; raises as iterating does."""
        return b"".join(self)

    def close(self) -> None:
        """Give up: the query is ended if it still runs."""
        close = getattr(self._frames, "close", None)
        if close is not None:
            close()

    def __enter__(self) -> Answer:
        """The answer itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the query if it still runs."""
        self.close()


class Endpoint:
    """A graph that answers SPARQL queries, from any number of threads.

    Args:
        graph: a graph folder, or a graph.
        base_iri: where the names of documents begin.
        limits: what a query may take, unless it is asked with other limits.
        workers: how many queries run at once; more wait for their turn as long as they may take.
        tell: called before the store of a large graph is built.

    Raises:
        KgError: there is no graph, or its store cannot be kept anywhere.

    >>> from kg.graph import Graph
    >>> with Endpoint(Graph.from_rows(documents=[{"id": "a", "number": "33/CT-TTg"}])) as endpoint:
    ...     print(endpoint.query("SELECT ?n { ?d vl:number ?n }", format="csv").read().decode().split())
    ['n', '33/CT-TTg']
    """

    def __init__(
        self,
        graph: Graph | str | os.PathLike[str],
        *,
        base_iri: str = BASE_IRI,
        limits: Limits | None = None,
        workers: int = 2,
        tell: Callable[[], None] | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.prefixes = prefixes(base_iri)
        self._stack = contextlib.ExitStack()
        folder = graph if isinstance(graph, (str, os.PathLike)) else graph.folder
        if isinstance(graph, (str, os.PathLike)) or folder:
            self.store = store_of(folder, base_iri=base_iri, tell=tell)
        else:
            self.store = self._stack.enter_context(temporary_store(graph, base_iri=base_iri))
        self._turns = threading.BoundedSemaphore(workers)
        self._lock = threading.Lock()
        self._idle: list[Process] = []
        self._closed = False

    def query(
        self,
        text: str,
        *,
        format: str | None = None,
        bindings: Mapping[str, Iri | Lit] | None = None,
        limits: Limits | None = None,
    ) -> Answer:
        """Ask; the answer comes as a stream.

        Args:
            text: one query; the prefixes of an export (``vl:``, ``doc:``, ``eli:`` …) need no declaration.
            format: a name of :func:`formats`; the first of them if None.
            bindings: values of variables. They are handed to the engine as terms, so nothing in a value can
                change the query. A variable must be among those that the query selects.
            limits: other limits than those of the endpoint.

        Raises:
            KgError: no query, or one that may not be run (see :func:`kg.sparql_text.form_of`), a format
                that it cannot have (``sparql-format``), a variable that it has not (``sparql-binding``), or it
                failed (``sparql-failed``), took too long (``sparql-timeout``) or found no turn (``sparql-busy``).
        """
        form = form_of(text)
        known = formats(form)
        format = format or next(iter(known))
        if format not in known:
            raise KgError(
                f"the answer to {form.upper()} has no format {format!r}; use one of {', '.join(known)}",
                code="sparql-format",
                form=form.upper(),
                given=format,
                known=tuple(known),
            )
        request = {
            "query": text,
            "form": form,
            "format": _ENGINE_NAMES.get(format, format),
            "prefixes": self.prefixes,
            "bindings": {name: self._bound(text, name, value) for name, value in (bindings or {}).items()},
            "rows": max(1, (limits or self.limits).rows),
        }
        return Answer(form, format, self._run(request, limits or self.limits))

    def _bound(self, text: str, name: str, value: Iri | Lit) -> tuple[str, str]:
        if name not in variables_of(text):
            raise KgError(f"the query has no variable ?{name}", code="sparql-binding", name=name)
        if isinstance(value, Iri):
            _checked_iri(value.value)
            return value.value, "iri"
        if value.kind and not value.kind.startswith("@"):
            prefix, _, local = value.kind.partition(":")
            return value.text, self.prefixes[prefix] + local
        return value.text, value.kind

    def _run(self, request: Mapping[str, object], limits: Limits) -> Iterator[tuple[bytes, bytes]]:
        """The frames of an answer; whoever leaves before the end ends the query."""
        if not self._turns.acquire(timeout=limits.seconds):
            raise KgError(
                "too many queries are running; ask again in a moment", code="sparql-busy", seconds=limits.seconds
            )
        worker: Process | None = None
        late = threading.Event()
        timer: threading.Timer | None = None
        whole = False
        try:
            worker = self._worker(limits.memory)
            timer = threading.Timer(limits.seconds, _stop, (worker, late))
            timer.daemon = True
            timer.start()
            worker.send(request)
            while True:
                kind, content = worker.frame()
                if kind == b"X":
                    whole = True
                    raise failed(**json.loads(content))
                if not kind:
                    if late.is_set():
                        raise KgError(
                            f"the query was stopped after {limits.seconds:g} s; ask for less, or allow more time",
                            code="sparql-timeout",
                            seconds=f"{limits.seconds:g}",
                        )
                    raise failed("sparql-failed", worker.last_words())
                whole = kind == b"E"
                yield kind, content
                if whole:
                    return
        finally:
            if timer is not None:
                timer.cancel()
            if worker is not None:
                self._give_back(worker, usable=whole and not late.is_set())
            self._turns.release()

    def _give_back(self, worker: Process, *, usable: bool) -> None:
        with self._lock:
            if usable and not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def _worker(self, memory: int) -> Process:
        with self._lock:
            for at, worker in enumerate(self._idle):
                if worker.memory == memory:
                    return self._idle.pop(at)
        return Process(self.store, memory)

    def close(self) -> None:
        """End the processes, and remove the store if the graph is on no disk."""
        with self._lock:
            self._closed = True
            for worker in self._idle:
                worker.end()
            self._idle.clear()
        self._stack.close()

    def __enter__(self) -> Endpoint:
        """The endpoint itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the processes."""
        self.close()


def query(
    graph: Graph | str | os.PathLike[str],
    text: str,
    *,
    format: str | None = None,
    bindings: Mapping[str, Iri | Lit] | None = None,
    limits: Limits | None = None,
) -> bytes:
    """The whole answer to one query; for several, :class:`Endpoint` keeps the process.

    Args, raises: as :meth:`Endpoint.query` and :class:`Endpoint`.

    >>> from kg.graph import Graph
    >>> query(Graph.from_rows(documents=[{"id": "a"}]), "ASK { ?d a vl:Document }", format="csv")
    b'true\\r\\n'
    """
    with Endpoint(graph, limits=limits) as endpoint:
        return endpoint.query(text, format=format, bindings=bindings).read()


def _stop(worker: Process, late: threading.Event) -> None:
    late.set()
    worker.stop()


def _checked_iri(value: str) -> None:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\ud800-\udfff]*", value):
        raise KgError(f"{value!r} is no absolute IRI", code="sparql-iri", given=value)
