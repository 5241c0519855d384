"""What people write as the value of a variable, as the term that it means.

``--bind doc="33/CT-TTg 2021"`` means a document of the graph, not a string. Which kind of value a variable
takes is declared by a named query (:mod:`kg.queries`); without a declaration the way in which it is written
tells: ``<…>`` an IRI, ``"…"`` a text, a number, a date, and everything else a document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
from kg.rdf_terms import BASE_IRI, Lit, date, name, prefixes, text
from kg.sparql import Iri

if TYPE_CHECKING:
    from kg.graph import Graph

KINDS: Final = ("document", "type", "place", "relation", "date", "number", "text", "any")
"""The kinds of values that a variable may be declared to take."""

_IRI: Final = re.compile(r"<([^<>\s]*)>")
_TEXT: Final = re.compile(r'"(.*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?', re.DOTALL)
_INTEGER: Final = re.compile(r"[+-]?\d+")
_DECIMAL: Final = re.compile(r"[+-]?\d*\.\d+")
_DATE: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def value_of(graph: Graph, words: str, kind: str = "any", *, base_iri: str = BASE_IRI) -> Iri | Lit:
    """The term that some words mean.

    Args:
        graph: where documents are looked up.
        words: as a person writes them.
        kind: one of :data:`KINDS`. An IRI in ``<>`` is taken for every kind.
        base_iri: where the names of documents begin.

    Raises:
        NotFoundError, AmbiguousError: no document answers to the words, or several.
        KgError: the words are no such value (``sparql-value``).

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[{"id": "a", "type": "chi-thi", "number": "33/CT-TTg"}])
    >>> value_of(g, "Chỉ thị 33/CT-TTg"), value_of(g, '"33"'), value_of(g, "2021", "date")
    (Iri(value='https://w3id.org/vnlaw/doc/a'), Lit(text='33', kind=''), Lit(text='2021', kind='xsd:gYear'))
    >>> value_of(g, "Kế hoạch", "type"), value_of(g, "based-on", "relation")
    (Iri(value='https://w3id.org/vnlaw/type/ke-hoach'), Iri(value='https://w3id.org/vnlaw/ns#basedOn'))
    """
    if found := _IRI.fullmatch(words.strip()):
        return Iri(found[1])
    table = prefixes(base_iri)
    if kind == "any":
        kind, words = _guessed(words)
    if kind == "document":
        return Iri(_full(table, name("doc", graph.find_one(words).id)))
    if kind == "type":
        return Iri(_full(table, name("vl-type", _type(words))))
    if kind == "place":
        return Iri(_full(table, name("place", _place(words))))
    if kind == "relation":
        from kg.links import predicate_name

        return Iri(_full(table, f"vl:{predicate_name(words)}"))
    if kind == "date":
        from kg.words import parse_date

        return date(parse_date(words))
    if kind == "number":
        if _INTEGER.fullmatch(words.strip()):
            return Lit(words.strip(), "xsd:integer")
        if _DECIMAL.fullmatch(words.strip()):
            return Lit(words.strip(), "xsd:decimal")
        raise _refused(words, "number")
    if found := _TEXT.fullmatch(words):
        return text(found[1], f"@{found[2]}" if found[2] else "")
    return text(words)


def _guessed(words: str) -> tuple[str, str]:
    plain = words.strip()
    if _TEXT.fullmatch(plain):
        return "text", plain
    if _INTEGER.fullmatch(plain) or _DECIMAL.fullmatch(plain):
        return "number", plain
    if _DATE.fullmatch(plain):
        return "date", plain
    return "document", words


def _full(table: Mapping[str, str], compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return table[prefix] + local


def _type(words: str) -> str:
    from kg.words import types_named

    found = types_named(words)
    if len(found) != 1:
        raise _refused(words, "type")
    return next(iter(found))


def _place(words: str) -> str:
    from kg import registry

    key = registry.slug(words)
    for place in registry.places().values():
        if key in (place.slug, *(registry.slug(alias) for alias in place.aliases)):
            return place.slug
    raise _refused(words, "place")


def _refused(words: str, kind: str) -> KgError:
    said = {"number": "number", "type": "document type", "place": "province"}[kind]
    return KgError(f"{words!r} is no {said}", code=f"sparql-value-{kind}", given=words)
