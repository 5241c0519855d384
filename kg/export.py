"""A graph, or a part of it, in the formats of other tools.

:data:`FORMATS` lists them for people; :func:`export` writes one. Only what the format can hold whole is
offered: RDF carries everything, GraphML the network, CSV and JSON the tables.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.links import links, predicate_name
from kg.models import STRENGTHS
from kg.rdf import document_label, iter_rows, nodes, run_of, write_nquads, write_turtle
from kg.rdf_terms import BASE_IRI, Target, jsonld, prefixes, visible_json, writing
from kg.tables import FORMAT, TABLES
from kg.words import of_type, types_named

if TYPE_CHECKING:
    import pyarrow as pa

    from kg.graph import Graph

__all__ = ["FORMATS", "Format", "export", "select"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format as people know it.

    Attributes:
        name: how the command line calls it.
        extension: of its files; empty for a folder.
        folder: whether it is a folder of files, which no pipe can carry.
        vi, en: what it is good for, in one line.
    """

    name: str
    extension: str
    folder: bool
    vi: str
    en: str


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(
            "turtle", ".ttl", False,
            "RDF dễ đọc, cho Protégé, GraphDB, Fuseki: mọi thông tin kèm chứng cứ",
            "readable RDF for Protégé, GraphDB, Fuseki: everything, with its evidence",
        ),
        Format(
            "nquads", ".nq", False,
            "RDF mỗi dòng một mệnh đề, để nạp khối lượng lớn; cũng là N-Triples",
            "RDF with one statement a line, to load large graphs; also N-Triples",
        ),
        Format(
            "jsonld", ".jsonld", False,
            "RDF viết bằng JSON, cho lập trình viên web",
            "RDF written as JSON, for web developers",
        ),
        Format(
            "graphml", ".graphml", False,
            "mạng lưới văn bản cho Gephi, yEd, Cytoscape, igraph; không có câu chứng cứ",
            "the network of documents for Gephi, yEd, Cytoscape, igraph; without the evidence sentences",
        ),
        Format(
            "csv", "", True,
            "thư mục có documents.csv và relations.csv cho Excel, pandas, R",
            "a folder with documents.csv and relations.csv for Excel, pandas, R",
        ),
        Format(
            "json", ".json", False,
            "các bảng của đồ thị trong một tệp JSON, mỗi dòng một bản ghi",
            "the tables of the graph in one JSON file, one record a line",
        ),
    )
}  # fmt: skip
"""The formats by name, in the order in which they are shown."""


def export(
    graph: Graph,
    format: str,
    file: Target,
    *,
    base_iri: str = BASE_IRI,
    types: Collection[str] = (),
    predicates: Collection[str] = (),
    min_confidence: float = 0.0,
    root: Collection[str] = (),
    depth: int | None = None,
) -> None:
    """Write a graph in a format; the same graph always gives the same bytes.

    Args:
        graph: what to write.
        format: a name of :data:`FORMATS`.
        file: a path or a stream; a folder for ``csv``, made where it is absent.
        base_iri: where the names of documents begin (RDF formats).
        types, predicates, min_confidence, root, depth: what to leave out; see :func:`select`.

    Raises:
        KgError: the format, a predicate or a root is unknown, the base is no absolute IRI, or the
            place cannot be written.

    >>> import io
    >>> from kg.graph import Graph
    >>> out = io.StringIO()
    >>> export(Graph.from_rows(documents=[{"id": "a"}]), "nquads", out)
    >>> '<https://w3id.org/vnlaw/doc/a> <https://w3id.org/vnlaw/ns#status> "cited" .' in out.getvalue()
    True
    """
    if (writer := _WRITERS.get(format)) is None:
        raise KgError(
            f"there is no format {format!r}; use one of {', '.join(FORMATS)}",
            code="unknown-format",
            given=format,
            known=tuple(FORMATS),
        )
    prefixes(base_iri)  # refuse a bad base whatever the format
    if types or predicates or min_confidence > 0 or root:
        graph = select(graph, types=types, predicates=predicates, min_confidence=min_confidence, root=root, depth=depth)
    writer(graph, file, base_iri)


def select(
    graph: Graph,
    *,
    types: Collection[str] = (),
    predicates: Collection[str] = (),
    min_confidence: float = 0.0,
    root: Collection[str] = (),
    depth: int | None = None,
) -> Graph:
    """A part of a graph, as a graph.

    Args:
        graph: the whole.
        types: document types to keep, and kinds of them, by slug or name; empty for all. A relation
            stays if both its ends do.
        predicates: relations to keep, e.g. ``implements``; empty for all. Documents that lose their
            last relation stay, unless ``root`` is given.
        min_confidence: drops the citations that are less sure.
        root: ids of documents; only what is reached from one of them, over the relations kept and in
            either direction, stays.
        depth: how many steps from a root; None for as many as there are.

    Raises:
        KgError: a predicate or a root is unknown.

    >>> from kg.graph import Graph
    >>> whole = Graph.from_rows(documents=[{"id": "a", "type": "luat"}, {"id": "b", "type": "ke-hoach"}])
    >>> select(whole, types=["Kế hoạch"]).documents["id"].to_pylist()
    ['b']
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from kg.graph import Graph

    def within(table: pa.Table, column: str, allowed: Collection[str]) -> pa.Table:
        return table.filter(pc.is_in(table[column], value_set=pa.array(sorted(allowed), pa.string())))

    documents, relations = graph.documents, graph.relations
    for start in root:
        if graph.row_of(start) is None:
            raise KgError(f"no document {start!r} in the graph", code="not-found", given=start)
    if types:
        wanted = frozenset(key for words in types for key in types_named(words) or {words})
        fitting = {key for key in documents["type"].unique().to_pylist() if of_type(key, wanted)}
        documents = within(documents, "type", fitting)
    kept = set(documents["id"].to_pylist())
    if predicates:
        relations = within(relations, "predicate", {predicate_name(words) for words in predicates})
    relations = relations.filter(pc.greater_equal(relations["confidence"], min_confidence))
    relations = within(within(relations, "subject", kept), "object", kept)
    if root:
        kept &= _reached(relations, root, depth)
        documents = within(documents, "id", kept)
        relations = within(within(relations, "subject", kept), "object", kept)
    conflicts = within(graph.conflicts, "document", kept)
    mentions = within(graph.mentions, "document", kept)
    known = pc.is_in(mentions["target"], value_set=pa.array(sorted(kept), pa.string()))
    mentions = mentions.filter(pc.or_(known, pc.is_null(mentions["target"])))
    candidates = pa.array(
        [[c for c in row if c in kept] for row in documents["candidates"].to_pylist()], pa.list_(pa.string())
    )
    at = documents.schema.get_field_index("candidates")
    documents = documents.set_column(at, documents.schema.field(at), candidates)
    used = {*documents["source"].to_pylist(), *relations["source"].to_pylist()} - {None}
    used |= {source for row in conflicts["sources"].to_pylist() for source in row}
    sources = within(graph.sources, "source", used)
    foreign = pc.invert(pc.is_in(sources["document"], value_set=pa.array(sorted(kept), pa.string())))
    at = sources.schema.get_field_index("document")
    own = pc.if_else(foreign, pa.scalar(None, pa.string()), sources["document"])
    sources = sources.set_column(at, sources.schema.field(at), own)
    run, version = run_of(graph)
    parts = (documents, mentions, relations, conflicts, sources)
    return Graph.from_tables(dict(zip(TABLES, parts, strict=True)), meta={"run": run, "run_version": version})


def _reached(relations: pa.Table, root: Collection[str], depth: int | None) -> set[str]:
    near: dict[str, set[str]] = defaultdict(set)
    for subject, target in zip(relations["subject"].to_pylist(), relations["object"].to_pylist(), strict=True):
        near[subject].add(target)
        near[target].add(subject)
    found, edge, steps = set(root), set(root), 0
    while edge and (depth is None or steps < depth):
        edge = {other for one in edge for other in near[one]} - found
        found |= edge
        steps += 1
    return found


def _turtle(graph: Graph, file: Target, base_iri: str) -> None:
    write_turtle(graph, file, base_iri=base_iri)


def _nquads(graph: Graph, file: Target, base_iri: str) -> None:
    write_nquads(graph, file, base_iri=base_iri)


def _jsonld(graph: Graph, file: Target, base_iri: str) -> None:
    with writing(file) as stream:
        stream.writelines(jsonld(nodes(graph), base_iri))


def _json(graph: Graph, file: Target, base_iri: str) -> None:
    parts = {name: getattr(graph, name) for name in TABLES}
    with writing(file) as stream:
        stream.write('{"format": ' + f'{FORMAT}, "kg": {visible_json(run_of(graph)[1])}')
        for name, table in parts.items():
            stream.write(f',\n"{name}": [')
            for at, row in enumerate(iter_rows(table)):
                stream.write((",\n" if at else "\n") + visible_json(row))
            stream.write("\n]")
        stream.write("\n}\n")


# XML 1.0 has no way to write these at all, not even escaped.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _graphml(graph: Graph, file: Target, base_iri: str) -> None:
    import networkx as nx

    def plain(row: dict[str, Any]) -> dict[str, Any]:
        """networkx refuses None, and XML some characters."""
        return {
            key: _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
            for key, value in row.items()
            if value is not None
        }

    network = nx.MultiDiGraph()
    ids = []
    for row in iter_rows(graph.documents.drop_columns(["candidates"])):
        ids.append(row["id"])
        network.add_node(row.pop("id"), **plain({"label": document_label({**row, "id": ids[-1]}), **row}))
    index = links(graph)
    for link in range(len(index)):
        # A key of its own: with the relation as key, networkx would merge what it should not.
        network.add_edge(
            ids[index.subject[link]],
            ids[index.object[link]],
            key=f"e{link}",
            predicate=index.predicate_of(link),
            strength=STRENGTHS[min(index.rank[row] for row in index.rows(link))],
            confidence=index.confidence(link),
            weight=len(index.rows(link)),
        )
    with writing(file) as stream:
        for line in nx.generate_graphml(network, named_key_ids=True):
            stream.write(line + "\n")


_DOCUMENT_COLUMNS = (
    "id", "label", "type", "number", "date", "issuer", "title", "locality", "level", "branch", "status",
    "series", "source", "mentions", "candidates",
)  # fmt: skip
_RELATION_COLUMNS = (
    "subject", "subject_label", "predicate", "object", "object_label", "strength", "confidence", "scope",
    "provisions", "cue", "sentence", "source", "start", "end", "frame",
)  # fmt: skip
# A spreadsheet takes a cell that begins like this for a formula, and titles come from strangers.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _csv(graph: Graph, file: Target, base_iri: str) -> None:
    if not isinstance(file, (str, Path)):
        raise KgError("csv is a folder of two files; name it with -o", code="needs-folder", format="csv")
    folder = Path(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(
            f"{folder}: is no folder and cannot become one ({error.strerror}); choose another place",
            code="write-failed",
            path=str(folder),
        ) from error
    labels = {row["id"]: document_label(row) for row in iter_rows(graph.documents)}
    documents = (
        {**row, "label": labels[row["id"]], "candidates": ";".join(row["candidates"])}
        for row in iter_rows(graph.documents)
    )
    _write_csv(folder / "documents.csv", _DOCUMENT_COLUMNS, documents)
    relations = (
        {**row, "subject_label": labels[row["subject"]], "object_label": labels[row["object"]]}
        for row in iter_rows(graph.relations)
    )
    _write_csv(folder / "relations.csv", _RELATION_COLUMNS, relations)


def _write_csv(path: Path, columns: tuple[str, ...], rows: Iterator[dict[str, Any]]) -> None:
    with writing(path) as stream:
        stream.write("\ufeff")  # without it Excel takes UTF-8 for the local code page
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row[column]) for column in columns])


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


_WRITERS: dict[str, Callable[[Graph, Target, str], None]] = {
    "turtle": _turtle,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "csv": _csv,
    "json": _json,
}
