"""A graph as RDF: what stands in the tables, said in known vocabularies.

Each table is turned into nodes (:data:`kg.rdf_terms.Node`) row by row, so that a writer streams. No blank
nodes, and names that depend on content alone: two builds of the same texts give the same bytes. The
choices are explained in ``docs/ontology.md``, the terms in ``ontology/vl.ttl``.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.labels import spellings_in
from kg.rdf_columns import SourceNames, issuers, key_of
from kg.rdf_documents import document_label, document_rows
from kg.rdf_evidence import citation_rows, mention_rows
from kg.rdf_schemes import unspelt_places, used_nodes
from kg.rdf_terms import (
    BASE_IRI,
    Lit,
    Node,
    Target,
    Term,
    count,
    name,
    node,
    prefixes,
    rdflib_graph,
    text,
    writing,
)
from kg.rdf_text import Written, nquads, single, turtle
from kg.succession import former_nodes

if TYPE_CHECKING:
    import pyarrow as pa
    import rdflib

    from kg.graph import Graph

__all__ = [
    "BASE_IRI",
    "document_label",
    "iter_rows",
    "nodes",
    "run_of",
    "to_rdflib",
    "write_nquads",
    "write_turtle",
    "written_nodes",
]


def run_of(graph: Graph) -> tuple[str, str]:
    """The build that a graph comes from: its key and the version of the program.

    The key is the same for the same version and the same texts; a part of a graph keeps the key of the
    whole in ``meta["run"]``, or its citations would seem to come from another build.

    >>> from kg.graph import Graph
    >>> len(run_of(Graph.from_rows(documents=[{"id": "a"}]))[0])
    16
    """
    version = str(graph.meta.get("run_version") or graph.meta.get("kg", "unknown"))
    if "run" in graph.meta:
        return str(graph.meta["run"]), version
    read = graph.sources.select(["source", "sha256", "status"]).to_pylist()
    return key_of(version, *(str(value) for row in read for value in row.values()))[:16], version


def to_rdflib(graph: Graph, *, base_iri: str = BASE_IRI, mentions: bool = True) -> rdflib.Graph:
    """The graph as an :class:`rdflib.Graph`, for as much as fits in memory (about 1 KB a triple).

    Args:
        graph: a graph, or a part of one (:func:`kg.export.select`).
        base_iri: where the names of documents, citations and runs begin.
        mentions: whether mentions are told too; see :func:`nodes`.

    Raises:
        KgError: the base is no absolute IRI.

    >>> from kg.graph import Graph
    >>> found = to_rdflib(Graph.from_rows(documents=[{"id": "a", "number": "33/CT-TTg"}]))
    >>> ask = 'ASK { ?d a vl:Document; eli:number "33/CT-TTg" }'
    >>> found.query(ask).askAnswer
    True
    """
    return rdflib_graph(nodes(graph, mentions=mentions), base_iri)


def write_turtle(
    graph: Graph, file: Target, *, base_iri: str = BASE_IRI, mentions: bool = True
) -> None:
    """Write the graph as Turtle, streaming: the same bytes for the same graph, always.

    Args:
        graph: a graph, or a part of one (:func:`kg.export.select`).
        file: a path, which is replaced when all is written, or a text or binary stream.
        base_iri: where the names of documents, citations and runs begin.
        mentions: whether mentions are told too; see :func:`nodes`.

    Raises:
        KgError: the base is no absolute IRI, or the path cannot be written.

    >>> import io
    >>> from kg.graph import Graph
    >>> out = io.StringIO()
    >>> write_turtle(Graph.from_rows(documents=[{"id": "a", "number": "33/CT-TTg"}]), out)
    >>> "doc:a a vl:Document ;" in out.getvalue()
    True
    """
    prefixes(base_iri)  # refuse a bad base before a file is opened
    with writing(file) as stream:
        stream.writelines(turtle(written_nodes(graph, mentions=mentions), base_iri))


def write_nquads(
    graph: Graph, file: Target, *, base_iri: str = BASE_IRI, mentions: bool = True
) -> None:
    """Write the graph as N-Quads of the default graph; the lines are N-Triples as well.

    Args, raises: as :func:`write_turtle`.
    """
    prefixes(base_iri)
    with writing(file) as stream:
        stream.writelines(nquads(written_nodes(graph, mentions=mentions), base_iri))


def nodes(graph: Graph, *, mentions: bool = True, since: Graph | None = None) -> Iterator[Node]:
    """Every node of a graph: the run, schemes used, sources, documents, former names, conflicts, citations, mentions.

    Args:
        graph: a graph, or a part of one.
        mentions: whether the table ``mentions`` is told too. Without it a file is a third smaller and all
            questions about documents and links have the same answers, but the tables cannot be made of it again.
        since: an earlier graph, whose names are led to those of today.
    """
    return single(written_nodes(graph, mentions=mentions, since=since))


def written_nodes(graph: Graph, *, mentions: bool = True, since: Graph | None = None) -> Iterator[Written]:
    """The same as :func:`nodes`, the evidence as whole rows, which writers do much faster."""
    yield from head_nodes(graph, mentions=mentions)
    yield from document_rows(graph)
    yield from former_nodes(graph, since)
    yield from conflict_nodes(graph)
    yield from citation_rows(graph.relations, run_name(graph))
    if mentions:
        yield from mention_rows(graph.mentions)


def run_name(graph: Graph) -> str:
    """The compact name of the run that a graph comes from."""
    return name("run", run_of(graph)[0])


def head_nodes(graph: Graph, *, mentions: bool = True) -> Iterator[Node]:
    """What stands before the documents: the run, the types, bodies and places used, the sources."""
    documents = graph.documents
    version = run_of(graph)[1]
    names = SourceNames()
    yield node(
        run_name(graph),
        {
            "rdf:type": "prov:Activity",
            "rdfs:label": text(f"kg {version}"),
            "vl:softwareVersion": text(version),
            "prov:endedAtTime": _build_time(graph),
            "prov:used": [names[row["source"]] for row in iter_rows(graph.sources.select(["source"]))],
        },
    )
    bodies = {body for value in documents["issuer"].unique().to_pylist() for body in issuers(value)}
    kinds = set(documents["type"].unique().to_pylist())
    if mentions:
        told = graph.mentions
        bodies |= {body for value in told["issuer"].unique().to_pylist() for body in issuers(value)}
        kinds |= set(told["type"].unique().to_pylist())
    yield from used_nodes(filter(None, kinds), bodies, _spellings(graph, bodies))
    known = set()
    for row in iter_rows(graph.sources):
        known.add(row["source"])
        yield _source_node(row, names)
    for path in sorted(_named_sources(graph, mentions=mentions) - known):
        # A text that the table of sources does not have: it has a name, and nothing else is known of it.
        yield names[path], [("rdf:type", ["prov:Entity"]), ("rdfs:label", [Lit(path)])]


def document_nodes(graph: Graph) -> Iterator[Node]:
    """The documents by id, with their direct links to other identified documents."""
    return single(document_rows(graph))


def conflict_nodes(graph: Graph) -> Iterator[Node]:
    """The conflicts, by document."""
    names = SourceNames()
    before, same = "", 0
    for row in iter_rows(graph.conflicts):
        key = key_of(row["document"], row["field"], *row["values"])[:16]
        same = same + 1 if key == before else 0
        before = key
        yield _conflict_node(row, f"{key}-{same + 1}" if same else key, names)


def _build_time(graph: Graph) -> Term | None:
    """When the run ended, where the build was told (``SOURCE_DATE_EPOCH``): the clock would change the bytes."""
    moment = graph.meta.get("source_date_epoch", os.environ.get("SOURCE_DATE_EPOCH"))
    try:
        when = datetime.datetime.fromtimestamp(int(str(moment)), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return Lit(when.strftime("%Y-%m-%dT%H:%M:%SZ"), "xsd:dateTime")


def _named_sources(graph: Graph, *, mentions: bool) -> set[str]:
    """Every source that some row names."""
    columns = [graph.documents["source"], graph.relations["source"]]
    if mentions:
        columns.append(graph.mentions["source"])
    found = {path for column in columns for path in column.unique().to_pylist() if path is not None}
    return found | {path for row in graph.conflicts["sources"].to_pylist() for path in row}


def iter_rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as dicts, a few thousand in memory at a time."""
    for batch in table.to_batches(max_chunksize=4096):
        yield from batch.to_pylist()


def _optional(value: str | None, kind: str = "") -> Term | None:
    return None if value is None else text(value, kind)


def _spellings(graph: Graph, bodies: Iterable[str]) -> dict[str, str]:
    """How the districts and communes of bodies are spelt, read where their documents are cited."""
    import pyarrow as pa
    import pyarrow.compute as pc

    places = unspelt_places(bodies)
    documents = graph.documents.select(["id", "issuer"]).to_pylist() if places else []
    theirs = pa.array([row["id"] for row in documents if unspelt_places(issuers(row["issuer"]))], pa.string())
    near = pc.or_(
        pc.is_in(graph.relations["subject"], value_set=theirs),
        pc.is_in(graph.relations["object"], value_set=theirs),
    )
    return spellings_in((row["sentence"] for row in iter_rows(graph.relations.filter(near))), places)


def _source_node(row: Mapping[str, Any], names: SourceNames) -> Node:
    return node(
        names[row["source"]],
        {
            "rdf:type": "vl:Source",
            "rdfs:label": text(row["source"]),
            "vl:status": text(row["status"]),
            "vl:format": _optional(row["format"]),
            "vl:encoding": _optional(row["encoding"]),
            "vl:byteSize": None if row["size"] is None else count(row["size"]),
            "vl:sha256": _optional(row["sha256"]),
            "vl:error": _optional(row["error"]),
            "vl:metadata": _optional(row["meta"]),
            "vl:textOf": name("doc", row["document"]) if row["document"] is not None else None,
        },
    )


def _conflict_node(row: Mapping[str, Any], key: str, names: SourceNames) -> Node:
    values, sources = row["values"], row["sources"]
    plain = [*values[:1], *sorted(set(values[1:]) - set(values[:1]))]
    return node(
        name("conflict", key),
        {
            "rdf:type": "vl:Conflict",
            "vl:about": name("doc", row["document"]),
            "vl:field": text(row["field"]),
            "vl:preferredValue": text(values[0]) if values else None,
            "vl:value": [text(value) for value in values],
            # The order counts: the best supported value first. A set of statements has none.
            "vl:valueOrder": Lit(_listed(values)) if values != plain else None,
            "dcterms:source": [names[source] for source in sorted(sources)],
            "vl:sourceOrder": Lit(_listed(sources)) if sources != sorted(set(sources)) else None,
        },
    )


def _listed(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
