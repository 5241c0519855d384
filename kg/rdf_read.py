"""A graph from RDF: the way back from what :mod:`kg.rdf` writes, whoever wrote it since.

Triples may come in any order and under any prefixes and base: a document is known by its ``dcterms:identifier``,
a source by its label. What other tools added is left alone.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from kg.errors import KgError
from kg.rdf_terms import prefixes
from kg.tables import SCHEMAS

if TYPE_CHECKING:
    from kg.graph import Graph

_TABLE: Final = {
    prefix: prefixes()[prefix]
    for prefix in ("vl", "vl-type", "body", "dcterms", "cito", "oa", "prov", "rdf", "rdfs")
}
_ENDINGS: Final = {
    ".ttl": "TURTLE", ".nt": "N_TRIPLES", ".nq": "N_QUADS", ".trig": "TRIG", ".rdf": "RDF_XML", ".xml": "RDF_XML",
    ".owl": "RDF_XML", ".jsonld": "JSON_LD",
}  # fmt: skip
READABLE: Final = tuple(_ENDINGS)
"""The endings of files that are read; each may be followed by ``.gz``."""

Statements = dict[str, list[Any]]


def _iri(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return _TABLE[prefix] + local


_KINDS: Final = {
    _iri("vl:Document"): "documents",
    _iri("vl:UnresolvedReference"): "documents",
    _iri("vl:Mention"): "mentions",
    _iri("vl:Citation"): "relations",
    _iri("vl:Conflict"): "conflicts",
    _iri("vl:Source"): "sources",
}
_TYPE: Final = _iri("rdf:type")


def read_rdf(path: str | os.PathLike[str]) -> Graph:
    """The graph that a file of RDF holds, with the same tables as the one that was written.

    Args:
        path: Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, by its ending; ``.gz`` may follow.

    Raises:
        KgError: the file is absent (``rdf-file``), of another format (``rdf-format``), cannot be parsed
            (``rdf-syntax``), or says of a thing what no table can hold (``rdf-content``).
        GraphError: the rows do not make a graph.
    """
    from kg.graph import Graph

    subjects = by_subject(triples_of(path))
    made = _Rows(subjects)
    tables = {name: made.rows(name) for name in SCHEMAS}
    return Graph.from_rows(**tables, meta=made.meta())


def triples_of(path: str | os.PathLike[str]) -> Iterator[Any]:
    """The quads of a file as pyoxigraph reads them, one after the other.

    Raises:
        KgError: as :func:`read_rdf`.
    """
    import gzip

    import pyoxigraph

    file = Path(path)
    plain = file.name.removesuffix(".gz")
    ending = os.path.splitext(plain)[1].lower()
    if ending not in _ENDINGS:
        raise KgError(
            f"{path}: RDF is read from files that end in {', '.join(READABLE)}",
            code="rdf-format",
            path=str(path),
            known=READABLE,
        )
    kind = getattr(pyoxigraph.RdfFormat, _ENDINGS[ending])
    base = "https://w3id.org/vnlaw/" if ending in (".rdf", ".xml", ".owl", ".jsonld") else None
    try:
        stream: Any
        with gzip.open(file, "rb") if plain != file.name else file.open("rb") as stream:
            yield from pyoxigraph.parse(input=stream, format=kind, base_iri=base)
    except (SyntaxError, ValueError, EOFError) as error:
        reason = str(error).splitlines()[0][:200]
        raise KgError(
            f"{path}: cannot be parsed: {reason}", code="rdf-syntax", path=str(path), reason=reason
        ) from error
    except OSError as error:
        raise KgError(
            f"{path}: cannot be read ({error.strerror or error}); check the path",
            code="rdf-file",
            path=str(path),
            reason=error.strerror or str(error),
        ) from error


def by_subject(quads: Iterable[Any]) -> dict[str, Statements]:
    """Subject → predicate → objects, in the order of the file."""
    import pyoxigraph

    found: dict[str, Statements] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, pyoxigraph.NamedNode):
            found[quad.subject.value][quad.predicate.value].append(quad.object)
    return found


class _Rows:
    """Rows of the tables from statements."""

    def __init__(self, subjects: Mapping[str, Statements]) -> None:
        self._subjects = subjects
        self._of: dict[str, list[str]] = defaultdict(list)
        for subject, said in subjects.items():
            for kind in {_KINDS.get(str(getattr(o, "value", ""))) for o in said.get(_TYPE, ())} - {None}:
                self._of[str(kind)].append(subject)
        identifier, label = _iri("dcterms:identifier"), _iri("rdfs:label")
        self._ids = {subject: self._local(subject, identifier) for subject in self._of["documents"]}
        self._sources = {
            subject: str(said[label][0].value)
            for subject, said in subjects.items()
            if label in said and _TYPE in said and self._is_source(said)
        }

    @staticmethod
    def _is_source(said: Statements) -> bool:
        kinds = {o.value for o in said[_TYPE]}
        return bool(kinds & {_iri("vl:Source"), _iri("prov:Entity")}) and not kinds & (
            _KINDS.keys() - {_iri("vl:Source")}
        )

    def _local(self, subject: str, identifier: str) -> str:
        """The id of a document: stated, else the last part of its IRI."""
        for term in self._subjects[subject].get(identifier, ()):
            if not str(term.value).startswith("urn:lex:"):
                return str(term.value)
        return unquote(subject.rpartition("/")[2])

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of one table, in any order."""
        make = getattr(self, "_sources_row" if name == "sources" else f"_{name}")
        for subject in self._of[name]:
            try:
                yield make(_Said(subject, self._subjects[subject]))
            except (KeyError, ValueError, TypeError) as error:
                reason = str(error).strip("'\"") or type(error).__name__
                raise KgError(
                    f"<{subject}>: {reason}: no row of {name} can be made of it; see kg validate",
                    code="rdf-content",
                    subject=subject,
                    reason=reason,
                    table=name,
                ) from error

    def meta(self) -> dict[str, Any]:
        """The run, so that what is written again is the same."""
        for subject, said in self._subjects.items():
            if _iri("vl:softwareVersion") in said:
                run = unquote(subject.rpartition("/")[2])
                found: dict[str, Any] = {"run": run, "run_version": said[_iri("vl:softwareVersion")][0].value}
                if ended := said.get(_iri("prov:endedAtTime")):
                    found["source_date_epoch"] = _epoch(ended[0].value)
                return found
        return {}

    def _document(self, iri: str | None) -> str | None:
        if iri is None:
            return None
        return self._ids[iri] if iri in self._ids else unquote(iri.rpartition("/")[2])

    def _source(self, iri: str | None) -> str | None:
        if iri is None:
            return None
        if iri not in self._sources:
            raise ValueError(f"the source <{iri}> has no label")
        return self._sources[iri]

    def _issuer(self, said: _Said, one: str) -> str | None:
        if (whole := said.text("vl:jointIssuer")) is not None:
            return whole
        bodies = [unquote(iri.removeprefix(_TABLE["body"])) for iri in said.iris(one)]
        return "+".join(sorted(bodies)) if bodies else None

    def _documents(self, said: _Said) -> dict[str, Any]:
        unresolved = _iri("vl:UnresolvedReference") in said.iris("rdf:type")
        candidates = sorted(self._document(iri) or "" for iri in said.iris("vl:candidate"))
        order = said.text("vl:candidateOrder")
        return {
            "id": self._ids[said.subject],
            "type": _type(said.iri("vl:documentType")),
            "number": said.text("vl:number"),
            "date": said.text("dcterms:issued"),
            "issuer": self._issuer(said, "vl:issuedBy"),
            "series": said.text("vl:series"),
            "title": said.text("dcterms:title"),
            "locality": said.text("vl:locality"),
            "level": said.text("vl:level"),
            "branch": said.text("vl:branch"),
            "status": said.text("vl:status") or ("unresolved" if unresolved else "cited"),
            "source": self._source(said.iri("dcterms:source")),
            "candidates": candidates if order is None else order.split(" "),
            "mentions": said.number("vl:mentionCount"),
        }

    def _mentions(self, said: _Said) -> dict[str, Any]:
        return {
            "source": self._source(said.needed_iri("dcterms:source")),
            "document": self._document(said.needed_iri("vl:mentionedIn")),
            "start": said.number("oa:start"),
            "end": said.number("oa:end"),
            "page": said.number("vl:page"),
            "paragraph": said.number("vl:paragraph"),
            "text": said.text("oa:exact") or "",
            "kind": said.text("vl:mentionKind"),
            "type": _type(said.iri("vl:statedType")),
            "number": said.text("vl:statedNumber"),
            "date": said.text("vl:statedDate"),
            "issuer": self._issuer(said, "vl:statedIssuer"),
            "series": said.text("vl:statedSeries"),
            "title": said.text("vl:statedTitle"),
            "provisions": said.text("vl:provisionData") or "[]",
            "target": self._document(said.iri("vl:mentionOf")),
            "confidence": float(said.needed("vl:confidence")),
        }

    def _relations(self, said: _Said) -> dict[str, Any]:
        return {
            "subject": self._document(said.needed_iri("cito:hasCitingEntity")),
            "predicate": said.needed_iri("cito:hasCitationCharacterization").removeprefix(_TABLE["vl"]),
            "object": self._document(said.needed_iri("cito:hasCitedEntity")),
            "strength": said.text("vl:strength"),
            "source": self._source(said.needed_iri("dcterms:source")),
            "start": said.number("oa:start"),
            "end": said.number("oa:end"),
            "page": said.number("vl:page"),
            "paragraph": said.number("vl:paragraph"),
            "cue": said.text("vl:cue") or "",
            "sentence": said.text("vl:sourceText") or "",
            "sentence_start": said.number("vl:sourceTextStart") or 0,
            "frame": said.text("vl:frame") or "",
            "scope": said.text("vl:scope"),
            "provisions": said.text("vl:provisionData") or "[]",
            "confidence": float(said.needed("vl:confidence")),
        }

    def _conflicts(self, said: _Said) -> dict[str, Any]:
        first = said.text("vl:preferredValue")
        values = [] if first is None else [first]
        values += sorted(set(said.texts("vl:value")) - set(values))
        order, sources = said.text("vl:valueOrder"), said.text("vl:sourceOrder")
        named = sorted(self._source(iri) or "" for iri in said.iris("dcterms:source"))
        return {
            "document": self._document(said.needed_iri("vl:about")),
            "field": said.needed("vl:field"),
            "values": values if order is None else json.loads(order),
            "sources": named if sources is None else json.loads(sources),
        }

    def _sources_row(self, said: _Said) -> dict[str, Any]:
        return {
            "source": self._sources[said.subject],
            "sha256": said.text("vl:sha256"),
            "format": said.text("vl:format"),
            "encoding": said.text("vl:encoding"),
            "size": said.number("vl:byteSize"),
            "status": said.text("vl:status") or "ok",
            "error": said.text("vl:error"),
            "document": self._document(said.iri("vl:textOf")),
            "meta": said.text("vl:metadata"),
        }


class _Said:
    """What is said of one subject."""

    def __init__(self, subject: str, statements: Statements) -> None:
        self.subject = subject
        self._statements = statements

    def texts(self, compact: str) -> list[str]:
        """Every value of a property."""
        return [str(term.value) for term in self._statements.get(_iri(compact), ())]

    iris = texts

    def text(self, compact: str) -> str | None:
        """The one value of a property, if it has one."""
        found = self.texts(compact)
        if len(set(found)) > 1:
            raise ValueError(f"{compact} has {len(set(found))} values")
        return found[0] if found else None

    iri = text

    def needed(self, compact: str) -> str:
        """The one value that must be there."""
        found = self.text(compact)
        if found is None:
            raise ValueError(f"{compact} is missing")
        return found

    needed_iri = needed

    def number(self, compact: str) -> int | None:
        """The one value, a whole number."""
        found = self.text(compact)
        return None if found is None else int(found)


def _type(iri: str | None) -> str | None:
    return None if iri is None else unquote(iri.removeprefix(_TABLE["vl-type"]))


def _epoch(moment: str) -> int:
    import datetime

    return int(datetime.datetime.fromisoformat(moment).timestamp())
