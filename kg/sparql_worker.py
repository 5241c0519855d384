"""The process that runs SPARQL queries: ``python -m kg.sparql_worker STORE MEMORY``.

A query cannot be interrupted from inside the engine, so it runs in a process that :mod:`kg.sparql` can end.
Requests come in on standard input, one line of JSON each; answers go out on standard output in frames: a letter,
four bytes of length, the content. ``H`` opens an answer (form, variables), ``D`` is a piece of it, ``E`` ends it
(rows, whether it was cut), ``X`` says why there is none (code, reason).
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final
from xml.sax.saxutils import escape, quoteattr

_PIECE: Final = 1 << 16
_XML_RESULTS: Final = "http://www.w3.org/2005/sparql-results#"
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
Row = list[Any]


class Output(io.RawIOBase):
    """Collects what is written and sends it in frames, so that an answer leaves as it is made."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._parts: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Takes bytes."""
        part = bytes(data)
        self._parts.append(part)
        self._size += len(part)
        if self._size >= _PIECE:
            self.send()
        return len(part)

    def text(self, words: str) -> None:
        """Takes text; half a surrogate pair cannot come out of a store."""
        self.write(words.encode("utf-8"))

    def send(self) -> None:
        """Sends what is there."""
        if self._size:
            self.frame(b"D", b"".join(self._parts))
            self._parts, self._size = [], 0

    def frame(self, kind: bytes, content: bytes) -> None:
        """Sends one frame."""
        self._stream.write(kind + len(content).to_bytes(4, "big") + content)
        self._stream.flush()

    def end(self) -> None:
        """Nothing is kept back."""

    def forget(self) -> None:
        """Drops what was not sent yet."""
        self._parts, self._size = [], 0

    def told(self, kind: bytes, **facts: object) -> None:
        """Sends one frame of JSON."""
        self.frame(kind, json.dumps(facts).encode())


class Sorted(io.RawIOBase):
    """Puts the prefixes at the head of Turtle in order: the engine keeps them in a hash table."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self._head: list[bytes] | None = []
        self._rest = b""

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Takes bytes."""
        part = bytes(data)
        if self._head is None:
            return self._out.write(part)
        *lines, self._rest = (self._rest + part).split(b"\n")
        for at, line in enumerate(lines):
            if not line.startswith(b"@prefix "):
                self._rest = b"\n".join([*lines[at:], self._rest])
                self.end()
                break
            self._head.append(line)
        return len(part)

    def end(self) -> None:
        """Passes on what was kept."""
        if self._head is not None:
            lines = sorted(self._head)
            self._head = None
            self._out.write(b"".join(line + b"\n" for line in lines) + self._rest)


# What XML 1.0 cannot hold, not even escaped.
_NOT_XML: Final = {
    **{code: "\ufffd" for code in range(32) if code not in (9, 10, 13)}, 0xFFFE: "\ufffd", 0xFFFF: "\ufffd",
}  # fmt: skip


def _json_term(term: Any) -> dict[str, str]:
    import pyoxigraph

    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != _XSD_STRING:
            found["datatype"] = term.datatype.value
        return found
    return {"type": "bnode", "value": str(term).removeprefix("_:")}


def _xml_text(value: str) -> str:
    return escape(value.translate(_NOT_XML), {"\r": "&#13;"})


def _xml_term(term: Any) -> str:
    made = _json_term(term)
    value = _xml_text(made["value"])
    if made["type"] != "literal":
        return f"<{made['type']}>{value}</{made['type']}>"
    kind = f" datatype={quoteattr(made['datatype'])}" if "datatype" in made else ""
    kind = f" xml:lang={quoteattr(made['xml:lang'])}" if "xml:lang" in made else kind
    return f"<literal{kind}>{value}</literal>"


def _as_json(out: Output, names: list[str], rows: Iterable[Row]) -> None:
    out.text('{"head":{"vars":' + json.dumps(names) + '},"results":{"bindings":[')
    between = "\n"
    for row in rows:
        found = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        out.text(between + json.dumps(found, ensure_ascii=False))
        between = ",\n"
    out.text("\n]}}\n")


def _as_xml(out: Output, names: list[str], rows: Iterable[Row]) -> None:
    out.text(f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_XML_RESULTS}">\n<head>')
    out.text("".join(f"<variable name={quoteattr(name)}/>" for name in names) + "</head>\n<results>\n")
    for row in rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        out.text(f"<result>{''.join(cells)}</result>\n")
    out.text("</results>\n</sparql>\n")


def _as_csv(out: Output, names: list[str], rows: Iterable[Row]) -> None:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(["" if term is None else _json_term(term)["value"] for term in row])
        if lines.tell() > 4096:
            out.text(lines.getvalue())
            lines.seek(0)
            lines.truncate()
    out.text(lines.getvalue())


def _as_tsv(out: Output, names: list[str], rows: Iterable[Row]) -> None:
    out.text("\t".join(f"?{name}" for name in names) + "\n")
    for row in rows:
        # str() of a term is N-Triples, in which tabs and line ends are escaped already.
        out.text("\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n")


SELECT: Final[dict[str, Callable[[Output, list[str], Iterable[Row]], None]]] = {
    "json": _as_json, "xml": _as_xml, "csv": _as_csv, "tsv": _as_tsv,
}  # fmt: skip
_TRUTH: Final = {
    "json": '{{"head":{{}},"boolean":{0}}}\n',
    "xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_XML_RESULTS}"><head/>'
    "<boolean>{0}</boolean></sparql>\n",
    "csv": "{0}\r\n",
    "tsv": "{0}\n",
}


class Counted:
    """An iterator that ends after so many items, and knows whether there would have been more."""

    def __init__(self, items: Iterable[Any], limit: int) -> None:
        self._items = iter(items)
        self._limit = limit
        self.count = 0
        self.cut = False

    def __iter__(self) -> Iterator[Any]:
        """The items, as many as there may be."""
        for item in itertools.islice(self._items, self._limit):
            self.count += 1
            yield item
        if self.count == self._limit:
            for _ in self._items:
                self.cut = True
                return


def answer(store: Any, request: dict[str, Any], out: Output) -> None:
    """Runs one query and sends its answer.

    Args:
        store: the Oxigraph store.
        request: ``query``, ``prefixes``, ``bindings`` (name → [value, kind], the kind being ``iri``, a language
            with ``@`` or a datatype), ``form``, ``format`` and ``rows``, the most that are sent.
        out: where it goes.
    """
    import pyoxigraph

    def term(value: str, kind: str) -> Any:
        if kind == "iri":
            return pyoxigraph.NamedNode(value)
        if kind.startswith("@"):
            return pyoxigraph.Literal(value, language=kind[1:])
        return pyoxigraph.Literal(value, datatype=pyoxigraph.NamedNode(kind) if kind else None)

    bound = {pyoxigraph.Variable(name): term(*value) for name, value in request["bindings"].items()}
    found = store.query(request["query"], prefixes=request["prefixes"], substitutions=bound)
    written, limit = request["format"], request["rows"]
    if isinstance(found, pyoxigraph.QueryBoolean):
        out.told(b"H", form=request["form"], variables=[])
        out.text(_TRUTH[written].format("true" if found else "false"))
        counted = Counted((), 1)
    elif isinstance(found, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in found.variables]
        counted = Counted(found, limit)
        # The first row before the head: what fails at once is an error and no broken answer.
        rows = _started(iter(counted))
        out.told(b"H", form=request["form"], variables=names)
        SELECT[written](out, names, ([row[name] for name in names] for row in rows))
    else:
        counted = Counted(found, limit)
        triples = _started(iter(counted))
        out.told(b"H", form=request["form"], variables=[])
        shown: Any = Sorted(out) if written == "TURTLE" else out
        pyoxigraph.serialize(
            triples, shown, getattr(pyoxigraph.RdfFormat, written), prefixes=request["prefixes"]
        )
        shown.end()
    out.send()
    out.told(b"E", rows=counted.count, cut=counted.cut)


def _started(items: Iterator[Any]) -> Iterator[Any]:
    first = list(itertools.islice(items, 1))
    return itertools.chain(first, items)


def main(store_path: str, memory: str) -> None:
    """Answers requests until standard input ends."""
    import pyoxigraph

    from kg.sparql_store import reading

    _limit_memory(int(memory))
    _end_with_parent()
    out = Output(sys.stdout.buffer)
    with reading(Path(store_path)):
        try:
            store: Any = pyoxigraph.Store.read_only(store_path)
        except OSError as error:
            out.told(b"X", code="sparql-store", reason=str(error))
            return
        out.told(b"E")
        for line in sys.stdin.buffer:
            try:
                answer(store, json.loads(line), out)
            except SyntaxError as error:
                out.told(b"X", code="sparql-syntax", reason=str(error))
            except BrokenPipeError:
                return
            except (ValueError, RuntimeError, OSError, MemoryError) as error:
                out.forget()
                out.told(b"X", code="sparql-failed", reason=str(error) or type(error).__name__)


def _end_with_parent() -> None:
    """A query must not run on for nobody when the process that asked was killed."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _limit_memory(size: int) -> None:
    """The memory that the process may take; where the system knows no such limit, there is none."""
    if size:
        with suppress(ImportError, ValueError, OSError):
            import resource

            resource.setrlimit(resource.RLIMIT_DATA, (size, size))


if __name__ == "__main__":
    main(*sys.argv[1:])
