"""RDF without a library: names, literals, and the writers that stream them.

A node is a subject with its statements. Names are compact (``vl:implements``) and always safe to write as
they stand; literals are :class:`Lit`. The same nodes feed Turtle, N-Quads, RDF/XML, JSON-LD and rdflib, so
they cannot differ in what they say.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias
from urllib.parse import quote

from kg.errors import KgError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import rdflib

BASE_IRI = "https://w3id.org/vnlaw/"
"""Placeholder of the project's names; data may move to another base, the vocabulary stays here."""

_VOCABULARY = {
    "vl": BASE_IRI + "ns#",
    "vl-type": BASE_IRI + "type/",
    "body": BASE_IRI + "body/",
    "body-kind": BASE_IRI + "body-kind/",
    "change": BASE_IRI + "change/",
    "relation-kind": BASE_IRI + "relation-kind/",
    "place": BASE_IRI + "place/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DATA = {
    "doc": "doc/", "cit": "citation/", "mention": "mention/", "conflict": "conflict/", "source": "source/",
    "run": "run/",
}  # fmt: skip


class Lit(NamedTuple):
    """A literal: its text, and ``@vi`` (a language), ``xsd:date`` (a datatype) or nothing."""

    text: str
    kind: str = ""


Term: TypeAlias = "str | Lit"
Node: TypeAlias = "tuple[str, list[tuple[str, list[Term]]]]"
Target: TypeAlias = "str | Path | IO[str] | IO[bytes]"


def prefixes(base_iri: str = BASE_IRI) -> dict[str, str]:
    """Prefix → namespace, sorted by prefix.

    Types and bodies are shared reference data, so only what a graph itself says moves with the base.

    Args:
        base_iri: where documents, citations and runs live; a missing ``/`` at the end is added.

    Raises:
        KgError: the base is no absolute IRI.

    >>> prefixes("https://example.org/kg")["doc"], prefixes("https://example.org/kg")["vl"]
    ('https://example.org/kg/doc/', 'https://w3id.org/vnlaw/ns#')
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+", base_iri):
        raise KgError(
            f"base IRI {base_iri!r} is no absolute IRI; write one such as {BASE_IRI}",
            code="bad-base-iri",
            given=base_iri,
        )
    base = base_iri if base_iri.endswith(("/", "#", ":")) else base_iri + "/"
    return dict(sorted({**_VOCABULARY, **{name: base + path for name, path in _DATA.items()}}.items()))


def name(prefix: str, local: str) -> str:
    """A compact name that Turtle, JSON-LD and N-Quads take as it stands, whatever the local part is.

    Everything but letters, digits, ``.``, ``_`` and ``-`` is percent-encoded, and a ``.`` or ``-`` where
    Turtle does not allow it.

    >>> name("doc", "vn_ttg_chi-thi_2021_33-ct-ttg"), name("doc", "a> <b."), name("doc", ".")
    ('doc:vn_ttg_chi-thi_2021_33-ct-ttg', 'doc:a%3E%20%3Cb%2E', 'doc:%2E')
    """
    if not _PLAIN_LOCAL.fullmatch(local):
        local = quote(local, safe="", errors="replace").replace("~", "%7E")
        if local[:1] in (".", "-"):
            local = f"%{ord(local[0]):02X}{local[1:]}"
        if local.endswith("."):
            local = local[:-1] + "%2E"
    return f"{prefix}:{local}"


_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def text(value: str, kind: str = "") -> Lit:
    """A literal; half a surrogate pair, which no encoding can write, becomes U+FFFD.

    >>> text("Kế hoạch", "@vi")
    Lit(text='Kế hoạch', kind='@vi')
    """
    return Lit(value if value.isascii() else _SURROGATE.sub("\ufffd", value), kind)


@functools.lru_cache(maxsize=32768)
def date(value: str) -> Lit:
    """A date with the datatype of its precision; what is no date stays a plain string.

    >>> date("2021-11-26").kind, date("2021-11").kind, date("2021").kind, date("2021-02-30").kind
    ('xsd:date', 'xsd:gYearMonth', 'xsd:gYear', '')
    """
    if match := _DATE.fullmatch(value):
        with contextlib.suppress(ValueError):  # a day that no calendar has
            datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return Lit(value, "xsd:date" if match[3] else "xsd:gYearMonth" if match[2] else "xsd:gYear")
    return text(value)


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@functools.lru_cache(maxsize=4096)
def decimal(value: float) -> Lit:
    """A number as canonical ``xsd:decimal``: no exponent, at least one digit on each side of the point.

    Raises:
        KgError: the number is infinite or none.

    >>> decimal(0.9).text, decimal(1).text, decimal(1e-07).text
    ('0.9', '1.0', '0.0000001')
    """
    if not isfinite(value):
        raise KgError(f"confidence {value!r} is no number; rebuild the graph")
    digits = format(Decimal(repr(float(value))), "f")
    whole, _, part = digits.partition(".")
    return Lit(f"{whole}.{part.rstrip('0') or '0'}", "xsd:decimal")


def count(value: int) -> Lit:
    """A number of things, or an offset.

    >>> count(3)
    Lit(text='3', kind='xsd:nonNegativeInteger')
    """
    return Lit(str(value), "xsd:nonNegativeInteger")


# Control characters must be escaped; invisible and direction-changing ones are, so that a file shown on
# a screen is what a parser reads.
_UNSAFE = "\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
_ESCAPED = re.compile(f'["\\\\{_UNSAFE}]')
_INVISIBLE = re.compile(f"[{_UNSAFE}]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def escaped(value: str) -> str:
    """A string as it stands between the quotes of Turtle and N-Quads.

    >>> print(escaped('a "b" \\n'))
    a \\"b\\" \\n
    """
    if value.isprintable():  # so nothing is unsafe; to ask so is many times as fast as a pattern
        return value.replace("\\", "\\\\").replace('"', '\\"') if '"' in value or "\\" in value else value
    return _ESCAPED.sub(_escape, value)


def turtle_literal(term: Lit) -> str:
    """A literal as Turtle writes it.

    >>> print(turtle_literal(Lit("Kế hoạch", "@vi")), turtle_literal(Lit("0.95", "xsd:decimal")))
    "Kế hoạch"@vi 0.95
    """
    words, kind = term
    if kind == "xsd:decimal":
        return words  # `0.95` is Turtle's own notation of a decimal
    written = f'"{escaped(words)}"'
    if not kind:
        return written
    return f"{written}{kind}" if kind.startswith("@") else f"{written}^^{kind}"


def rdflib_graph(nodes: Iterable[Node], base_iri: str = BASE_IRI) -> rdflib.Graph:
    """The nodes as an :class:`rdflib.Graph` with our prefixes bound."""
    import rdflib  # slow to import, and only this function needs it

    table = prefixes(base_iri)
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in table.items():
        graph.bind(prefix, iri)

    @functools.cache
    def full(compact: str) -> rdflib.URIRef:
        prefix, _, local = compact.partition(":")
        return rdflib.URIRef(table[prefix] + local)

    def made(term: Term) -> rdflib.term.Node:
        if isinstance(term, str):
            return full(term)
        if term.kind.startswith("@"):
            return rdflib.Literal(term.text, lang=term.kind[1:])
        return rdflib.Literal(term.text, datatype=full(term.kind) if term.kind else None)

    for subject, statements in nodes:
        head = full(subject)
        for predicate, terms in statements:
            for term in terms:
                graph.add((head, full(predicate), made(term)))
    return graph


def visible_json(value: object) -> str:
    """JSON on one line, readable Vietnamese, invisible characters escaped.

    >>> print(visible_json({"title": "Kế\\u200e"}))
    {"title": "Kế\\u200e"}
    """
    plain = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub("\ufffd", _INVISIBLE.sub(lambda m: f"\\u{ord(m.group()):04x}", plain))


def ontology_file(file_name: str) -> Traversable:
    """A file of the ontology of this installation: inside the package, or beside it in a checkout.

    >>> ontology_file("vl.ttl").is_file()
    True
    """
    from importlib.resources import files

    inside = files("kg") / "_data" / "ontology"
    folder = inside if inside.is_dir() else Path(__file__).resolve().parent.parent / "ontology"
    return folder / file_name


_BUFFER = 1 << 20  # a graph is gigabytes, and each write to the system costs as much as a node


@contextlib.contextmanager
def writing(target: Target, compress: str | None = None) -> Iterator[IO[str]]:
    """Open a target for UTF-8 text with ``\\n`` line ends.

    A path is written to a sibling and renamed, so that a reader never meets half a file; a stream is
    used as it is and left open.

    Args:
        target: a path, or a text or binary stream.
        compress: ``gzip`` or ``zstd``; a path that ends in ``.gz`` or ``.zst`` is packed all the same.

    Raises:
        KgError: the path cannot be written, or a text stream shall be packed.
    """
    if isinstance(target, (str, Path)):
        packing = compress or {".gz": "gzip", ".zst": "zstd"}.get(Path(target).suffix)
        with (
            replacing(Path(target)) as partial,
            partial.open("wb", buffering=_BUFFER) as raw,
            _packed(raw, packing) as stream,
        ):
            yield stream
    elif isinstance(target, io.TextIOBase):
        if compress is not None:
            raise KgError("text cannot be packed; write to a file or to bytes", code="needs-file", compress=compress)
        yield target
    else:
        with _packed(target, compress) as stream:
            yield stream


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A sibling to write; it takes the place of the path when all is well.

    Raises:
        KgError: it cannot be written.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        raise KgError(
            f"{path}: cannot be written ({error.strerror}); choose another place",
            code="write-failed",
            path=str(path),
        ) from error
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def _packed(raw: Any, compress: str | None) -> Iterator[IO[str]]:
    """Text on bytes, packed on the way; the bytes stay open."""
    if compress == "gzip":
        import gzip

        # Neither name nor time in the head: the same text gives the same bytes.
        inner: Any = gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6, mtime=0)
    elif compress == "zstd":
        import pyarrow as pa

        inner = io.BufferedWriter(_Passed(pa.CompressedOutputStream(pa.PythonFile(_Open(raw), "w"), "zstd")))
    else:
        inner = raw
    wrapper = io.TextIOWrapper(inner, encoding="utf-8", newline="\n", write_through=False)
    try:
        yield wrapper
    finally:
        wrapper.flush()
        wrapper.detach()
        if inner is not raw:
            inner.close()


class _Open(io.RawIOBase):
    """A stream that others may close without closing what is below."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Passes bytes on."""
        self._raw.write(data)
        return len(data)


class _Passed(_Open):
    """The same, and what is below is closed."""

    def close(self) -> None:
        """Ends the compressed stream."""
        if not self.closed:
            self._raw.close()
        super().close()


def node(subject: str, pairs: Mapping[str, Iterable[Term] | Term | None]) -> Node:
    """A node from predicate → value, values or None; keeps the order, drops gaps and repetitions.

    >>> node("doc:a", {"vl:number": None, "rdf:type": "vl:Document", "vl:value": []})
    ('doc:a', [('rdf:type', ['vl:Document'])])
    """
    found: list[tuple[str, list[Term]]] = []
    for predicate, value in pairs.items():
        terms: list[Term] = []
        if isinstance(value, (str, Lit)):
            terms = [value]
        elif value is not None:
            terms = list(dict.fromkeys(value))
        if terms:
            found.append((predicate, terms))
    return subject, found
