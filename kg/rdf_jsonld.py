"""JSON-LD with our context, framed by document: each carries its citations and conflicts inside.

Numbers stay strings that the context gives a type: a JSON number would come back as a double.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from kg.rdf import conflict_nodes, document_nodes, head_nodes, run_name
from kg.rdf_evidence import citation_rows, mention_rows
from kg.rdf_terms import BASE_IRI, Node, Term, ontology_file, prefixes, visible_json
from kg.rdf_text import single
from kg.succession import former_nodes

if TYPE_CHECKING:
    from kg.graph import Graph

_INSIDE: Final = {"citations": "cito:hasCitingEntity", "conflicts": "vl:about"}
_NOBODY: Final[tuple[str, dict[str, object]]] = ("", {})


def jsonld(
    graph: Graph, base_iri: str = BASE_IRI, *, mentions: bool = True, since: Graph | None = None
) -> Iterator[str]:
    """JSON-LD of a graph, one line for each node or document.

    Args:
        graph: a graph, or a part of one.
        base_iri: where the names of documents begin.
        mentions: whether mentions are told too; they stand after the documents.
        since: an earlier graph, whose names are led to those of today.

    >>> from kg.graph import Graph
    >>> text = "".join(jsonld(Graph.from_rows(documents=[{"id": "a", "title": "Kế hoạch"}])))
    >>> [entry["title"] for entry in json.loads(text)["@graph"] if entry["@id"] == "doc:a"]
    ['Kế hoạch']
    """
    run = run_name(graph)
    framed = _framed(graph, run, base_iri)
    plain = _written(head_nodes(graph, mentions=mentions), base_iri)
    former = _written(former_nodes(graph, since), base_iri)
    rest = _written(single(mention_rows(graph.mentions)), base_iri) if mentions else iter(())
    yield '{"@context": ' + json.dumps(_context(base_iri), ensure_ascii=False, sort_keys=True) + ',\n"@graph": ['
    between = "\n"
    for entries in (plain, framed, former, rest):
        for entry in entries:
            yield between + visible_json(entry)
            between = ",\n"
    yield "\n]}\n"


def nodes_jsonld(nodes: Iterable[Node], base_iri: str = BASE_IRI) -> Iterator[str]:
    """JSON-LD of nodes one after the other, without a frame."""
    yield '{"@context": ' + json.dumps(_context(base_iri), ensure_ascii=False, sort_keys=True) + ',\n"@graph": ['
    between = "\n"
    for entry in _written(nodes, base_iri):
        yield between + visible_json(entry)
        between = ",\n"
    yield "\n]}\n"


def _context(base_iri: str) -> dict[str, Any]:
    text = ontology_file("context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    table = prefixes(base_iri)
    return {key: table.get(key, value) for key, value in context.items()}


def _framed(graph: Graph, run: str, base_iri: str) -> Iterator[dict[str, object]]:
    """Documents with what is said of them: tables and documents are in the same order, so both just go on."""
    inside = {
        "citations": _by_document(single(citation_rows(graph.relations, run)), "citations", base_iri),
        "conflicts": _by_document(conflict_nodes(graph), "conflicts", base_iri),
    }
    waiting = {name: next(found, _NOBODY) for name, found in inside.items()}
    for entry in _written(document_nodes(graph), base_iri):
        for name, found in inside.items():
            own = []
            while waiting[name][0] == entry["@id"]:
                own.append(waiting[name][1])
                waiting[name] = next(found, _NOBODY)
            if own:
                entry[name] = own
        yield entry


def _by_document(nodes: Iterable[Node], name: str, base_iri: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The document of each node, and the node without the statement that names it: its place says so."""
    owner = _INSIDE[name]
    for subject, statements in nodes:
        kept, document = [], ""
        for predicate, terms in statements:
            if predicate == owner:
                document = str(terms[0])
            else:
                kept.append((predicate, terms))
        yield document, next(_written([(subject, kept)], base_iri))


def _written(nodes: Iterable[Node], base_iri: str) -> Iterator[dict[str, object]]:
    terms = {
        value["@id"]: (key, value.get("@type") or ("@" + value["@language"] if "@language" in value else ""))
        for key, value in _context(base_iri).items()
        if isinstance(value, dict) and "@id" in value
    }

    def written(term: Term, coerced: str) -> object:
        if isinstance(term, str):
            return term if coerced == "@id" else {"@id": term}
        if term.kind == coerced:
            return term.text
        if term.kind.startswith("@"):
            return {"@value": term.text, "@language": term.kind[1:]}
        return {"@value": term.text, "@type": term.kind} if term.kind else {"@value": term.text}

    for subject, statements in nodes:
        entry: dict[str, object] = {"@id": subject}
        for predicate, objects in statements:
            key, coerced = terms.get(predicate, (predicate, ""))
            if predicate == "rdf:type":
                key, values = "@type", [str(term) for term in objects]
            else:
                values = [written(term, coerced) for term in objects]  # type: ignore[misc]
            entry[key] = values[0] if len(values) == 1 else values
        yield entry
