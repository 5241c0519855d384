"""Whether a graph, or a file of RDF, holds to what every graph should: shapes, and rules about the whole.

The shapes (``ontology/shapes.ttl``, SHACL core) look at one node at a time and are run by pySHACL over a few
thousand nodes at once, so that memory stays flat. The rules (``ontology/rules/*.rq``) are SPARQL queries whose head
says in both languages what each row that they find means.
"""

from __future__ import annotations

import functools
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError
from kg.queries import Query, read_query
from kg.rdf import nodes
from kg.rdf_terms import Node, ontology_file, prefixes, rdflib_graph

if TYPE_CHECKING:
    import rdflib

    from kg.graph import Graph

_CHUNK: Final = 4000
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# The properties that lead from a node to the document that it speaks of.
_OWNERS: Final = ("cito:hasCitingEntity", "vl:about", "vl:mentionedIn", "vl:textOf")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        document: id of the document concerned; the IRI of the node where it is of none.
        label: what people call it.
        rule: name of the shape or rule.
        vi, en: what is wrong, in words.
        node: IRI of the node itself.
        value: the value that is wrong, where there is one.
    """

    document: str
    label: str
    rule: str
    vi: str
    en: str
    node: str
    value: str = ""


@functools.cache
def rules() -> Mapping[str, Query]:
    """The rules about whole graphs, by name.

    >>> rules()["self-link"].en
    'The document {relation} itself.'
    """
    files = sorted(ontology_file("rules").iterdir(), key=lambda file: file.name)
    found = (read_query(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in files)
    return {query.name: query for query in found}


def validate(source: Graph | str | os.PathLike[str], *, limit: int = 1000) -> list[Fault]:
    """Everything that is wrong, by document.

    Args:
        source: a graph, a graph folder, or a file of RDF (:data:`kg.rdf_read.READABLE`).
        limit: at most so many faults of each rule.

    Raises:
        KgError: the file cannot be read, there is no graph, or pySHACL is not installed (``needs-extra``).

    >>> from kg.graph import Graph
    >>> validate(Graph.from_rows(documents=[{"id": "a", "type": "luat", "number": "1/2020/QH14"}]))
    []
    """
    _pyshacl()  # refuse before the work
    checked = _Source(source)
    found = itertools.chain(checked.by_shapes(limit), checked.by_rules(limit))
    return sorted(set(found))


class _Source:
    """What is validated: as a store for rules and names, as pieces for shapes."""

    def __init__(self, source: Graph | str | os.PathLike[str]) -> None:
        from kg.graph import Graph

        if not isinstance(source, Graph) and os.path.isdir(source):
            source = Graph.load(source)
        self._subjects: dict[str, Any] = {}
        self._graph: Graph | None = None
        if isinstance(source, Graph):
            self._graph = source
            self._store = _store_of_graph(source)
        else:
            from kg.rdf_read import by_subject, triples_of

            self._subjects = by_subject(triples_of(source))
            self._store = _store_of_statements(self._subjects)

    # Shapes

    def by_shapes(self, limit: int) -> Iterator[Fault]:
        """What the shapes find."""
        import rdflib

        shapes = rdflib.Graph().parse(data=ontology_file("shapes.ttl").read_bytes(), format="turtle")
        counts: dict[str, int] = {}
        for piece, own in self._pieces():
            for focus, shape, value in _shacl(piece, shapes):
                if focus not in own:
                    continue  # a neighbour that is here only for its types
                name = shape.rpartition("/")[2]
                counts[name] = counts.get(name, 0) + 1
                if counts[name] <= limit:
                    said = _messages(shapes, shape)
                    yield self._fault(name, focus, said["vi"], said["en"], value)

    def _pieces(self) -> Iterator[tuple[rdflib.Graph, set[str]]]:
        """Some thousand nodes with the types of what they point to, and which nodes these are."""
        if self._graph is not None:
            types: dict[str, list[str]] = {}
            for subject, statements in nodes(self._graph, mentions=False):
                if subject.startswith("cit:"):
                    break  # nothing points to citations
                types[subject] = [str(term) for term in dict(statements).get("rdf:type", ())]
            table = prefixes()
            for batch in _batches(nodes(self._graph)):
                own = {subject for subject, _ in batch}
                near = {t for _, ss in batch for _, ts in ss for t in ts if isinstance(t, str)} - own
                context: list[Node] = [(t, [("rdf:type", list(types[t]))]) for t in sorted(near & types.keys())]
                full = {table[s.partition(":")[0]] + s.partition(":")[2] for s in own}
                yield rdflib_graph([*batch, *context]), full
        else:
            for batch in _batches(self._subjects.items()):
                yield _as_rdflib(batch, self._subjects), {subject for subject, _ in batch}

    # Rules

    def by_rules(self, limit: int) -> Iterator[Fault]:
        """What the rules find."""
        for name, rule in rules().items():
            for row in itertools.islice(self._store.query(rule.text), limit):
                said = {
                    str(variable.value): self._said(term)
                    for variable, term in zip(self._variables(rule), row, strict=True)
                }
                focus = row["subject"].value
                about = said.get("other") or said.get("value") or ""
                yield self._fault(name, focus, rule.vi.format(**said), rule.en.format(**said), about)

    @functools.cache  # noqa: B019 - the source lives as long as one validation
    def _variables(self, rule: Query) -> tuple[Any, ...]:
        return tuple(self._store.query(rule.text).variables)

    def _said(self, term: Any) -> str:
        """A term in words: a document by its name, a relation by the last part of its IRI."""
        value = str(getattr(term, "value", term))
        if value.startswith(prefixes()["vl"]):
            return value.removeprefix(prefixes()["vl"])
        return self._label(value) if "://" in value else value

    def _fault(self, rule: str, focus: str, vi: str, en: str, value: str) -> Fault:
        owner = focus
        for compact in _OWNERS:
            if (found := self._one(focus, compact)) is not None:
                owner = found
                break
        document = self._one(owner, "dcterms:identifier") or owner
        return Fault(document, self._label(owner), rule, vi, en, focus, value)

    def _label(self, iri: str) -> str:
        return self._one(iri, "rdfs:label") or self._one(iri, "dcterms:identifier") or iri

    def _one(self, subject: str, compact: str) -> str | None:
        import pyoxigraph

        prefix, _, local = compact.partition(":")
        predicate = pyoxigraph.NamedNode(prefixes()[prefix] + local)
        try:
            found = self._store.quads_for_pattern(pyoxigraph.NamedNode(subject), predicate, None)
        except ValueError:  # a blank node
            return None
        return min((str(quad.object.value) for quad in found), default=None)


def _pyshacl() -> Any:
    try:
        import pyshacl
    except ImportError as error:
        raise KgError(
            'kg validate needs pySHACL: pip install "vn-legal-kg[validate]"', code="needs-extra", extra="validate"
        ) from error
    return pyshacl


def _shacl(piece: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[tuple[str, str, str]]:
    """Focus node, shape and value of each result."""
    from rdflib import SH

    conforms, report, _ = _pyshacl().validate(piece, shacl_graph=shapes, advanced=False, inplace=True)
    if conforms:
        return
    for result in report.subjects(predicate=SH.resultSeverity):
        value = report.value(result, SH.value)
        shape = str(report.value(result, SH.sourceShape))
        yield str(report.value(result, SH.focusNode)), shape, "" if value is None else str(value)


def _messages(shapes: rdflib.Graph, shape: str) -> dict[str, str]:
    import rdflib

    found = shapes.objects(rdflib.URIRef(shape), rdflib.SH.message)
    said = {str(getattr(o, "language", "")): str(o) for o in found}
    return {"vi": said.get("vi", shape), "en": said.get("en", shape)}


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(itertools.islice(iterator, _CHUNK)):
        yield batch


def _as_rdflib(batch: Iterable[tuple[str, Any]], subjects: Mapping[str, Any]) -> rdflib.Graph:
    import pyoxigraph
    import rdflib

    def triples() -> Iterator[Any]:
        near = set()
        for subject, said in batch:
            for predicate, terms in said.items():
                for term in terms:
                    yield pyoxigraph.Triple(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), term)
                    if isinstance(term, pyoxigraph.NamedNode):
                        near.add(term.value)
        type_ = pyoxigraph.NamedNode(_TYPE)
        for subject in sorted(near & subjects.keys()):
            for kind in subjects[subject].get(_TYPE, ()):
                yield pyoxigraph.Triple(pyoxigraph.NamedNode(subject), type_, kind)

    lines = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


def _store_of_graph(graph: Graph) -> Any:
    import io

    import pyoxigraph

    from kg.rdf import write_nquads
    from kg.sparql_store import store_of

    if graph.folder:
        return pyoxigraph.Store.read_only(str(store_of(graph.folder)))
    out = io.BytesIO()
    write_nquads(graph, out, mentions=False)
    store: Any = pyoxigraph.Store()
    store.load(out.getvalue(), pyoxigraph.RdfFormat.N_QUADS)
    return store


def _store_of_statements(subjects: Mapping[str, Any]) -> Any:
    import pyoxigraph

    store: Any = pyoxigraph.Store()
    store.extend(
        pyoxigraph.Quad(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), term)
        for subject, said in subjects.items()
        for predicate, terms in said.items()
        for term in terms
    )
    return store
