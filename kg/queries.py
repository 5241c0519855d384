"""Queries that have a name: the files ``ontology/queries/*.rq``, and what their heads say of them.

A query is plain SPARQL 1.1 that any server takes. Comments at its head say in both languages what it asks and
which of its variables take a value::

    # vi: Văn bản nào thực hiện một văn bản …
    # en: Which documents implement one …
    # bind: doc document
    # bind: type type = ke-hoach

A variable with a default may be left out. Its value reaches the engine as a term, never as text of the query.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
from kg.rdf_terms import BASE_IRI, Lit, ontology_file
from kg.sparql import Iri
from kg.sparql_values import KINDS, value_of

if TYPE_CHECKING:
    from kg.graph import Graph

_HEAD: Final = re.compile(r"#\s*(vi|en|bind):\s*(.*?)\s*")
_BIND: Final = re.compile(r"(\w+)\s+(\w+)(?:\s*=\s*(.*))?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that takes a value.

    Attributes:
        name: the variable, without ``?``.
        kind: what it takes, one of :data:`kg.sparql_values.KINDS`.
        default: what it is where nothing is given; None where something must be.
    """

    name: str
    kind: str
    default: str | None = None

    def __str__(self) -> str:
        """As in a list of parameters: ``doc=document``, ``[type=ke-hoach]``."""
        return f"{self.name}={self.kind}" if self.default is None else f"[{self.name}={self.default}]"


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what its head says.

    Attributes:
        name: of its file, without ending.
        text: the whole query.
        vi, en: what it asks.
        parameters: its variables that take values.
    """

    name: str
    text: str
    vi: str = ""
    en: str = ""
    parameters: tuple[Parameter, ...] = ()


def read_query(name: str, text: str) -> Query:
    """A query from its text.

    Raises:
        KgError: a ``bind`` line in its head says nothing that is known (``sparql-head``).

    >>> found = read_query("x", "# en: All\\n# bind: doc document\\nSELECT ?doc { ?doc a vl:Document }")
    >>> found.en, [str(p) for p in found.parameters]
    ('All', ['doc=document'])
    """
    said: dict[str, list[str]] = {"vi": [], "en": []}
    parameters = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        if not (head := _HEAD.fullmatch(line)):
            continue
        if head[1] != "bind":
            said[head[1]].append(head[2])
            continue
        bind = _BIND.fullmatch(head[2])
        if bind is None or bind[2] not in KINDS:
            raise KgError(
                f"{name or 'query'}: {line!r} must be '# bind: NAME KIND [= DEFAULT]', the kind being one of "
                f"{', '.join(KINDS)}",
                code="sparql-head",
                line=line,
                known=KINDS,
            )
        parameters.append(Parameter(bind[1], bind[2], bind[3]))
    return Query(name, text, " ".join(said["vi"]), " ".join(said["en"]), tuple(parameters))


@functools.cache
def named_queries() -> Mapping[str, Query]:
    """The queries of this installation, by name."""
    folder = ontology_file("queries")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    found = {}
    for file in files:
        if file.name.endswith(".rq"):
            name = file.name.removesuffix(".rq")
            found[name] = read_query(name, file.read_text(encoding="utf-8"))
    return MappingProxyType(found)


def bindings(
    graph: Graph, query: Query, given: Mapping[str, str], *, base_iri: str = BASE_IRI
) -> dict[str, Iri | Lit]:
    """The terms for the variables of a query.

    Args:
        graph: where documents are looked up.
        query: the query.
        given: what a person gave, by variable.
        base_iri: where the names of documents begin.

    Raises:
        NotFoundError, AmbiguousError: no document answers to the words, or several.
        KgError: a value is missing (``sparql-missing``), or is no such value.

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[{"id": "a", "number": "1/KH-UBND"}])
    >>> bindings(g, read_query("", "# bind: doc document\\nDESCRIBE ?doc"), {"doc": "1/KH-UBND"})["doc"].value
    'https://w3id.org/vnlaw/doc/a'
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    words = {p.name: p.default for p in query.parameters if p.default is not None} | dict(given)
    if missing := [p for p in query.parameters if p.name not in words]:
        raise KgError(
            f"the query needs --bind {missing[0].name}=…",
            code="sparql-missing",
            name=missing[0].name,
            kind=missing[0].kind,
        )
    return {
        name: value_of(graph, value, known[name].kind if name in known else "any", base_iri=base_iri)
        for name, value in words.items()
    }
