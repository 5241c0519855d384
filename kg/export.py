"""A graph, or a part of it, in the formats of other tools.

:data:`FORMATS` lists them for people; :func:`export` writes one. Only what the format can hold whole is
offered: RDF carries everything, GraphML and GEXF the network, CSV, Parquet and JSON the tables, Neo4j the
network with its best evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import KgError
from kg.part import select
from kg.rdf import nodes, written_nodes
from kg.rdf_terms import BASE_IRI, Target, prefixes, writing
from kg.rdf_text import nquads, turtle

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["COMPRESSIONS", "FORMATS", "Format", "export", "select"]

COMPRESSIONS = ("gzip", "zstd")
"""How a file may be packed; the endings ``.gz`` and ``.zst`` of its name say so too."""


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
            "rdfxml", ".rdf", False,
            "RDF viết bằng XML, cho công cụ chỉ đọc được dạng này",
            "RDF written as XML, for tools that read nothing else",
        ),
        Format(
            "graphml", ".graphml", False,
            "mạng lưới văn bản cho Gephi, yEd, Cytoscape, igraph; không có câu chứng cứ",
            "the network of documents for Gephi, yEd, Cytoscape, igraph; without the evidence sentences",
        ),
        Format(
            "gexf", ".gexf", False,
            "mạng lưới văn bản cho Gephi; không có câu chứng cứ",
            "the network of documents for Gephi; without the evidence sentences",
        ),
        Format(
            "csv", "", True,
            "thư mục có documents.csv và relations.csv cho Excel, pandas, R",
            "a folder with documents.csv and relations.csv for Excel, pandas, R",
        ),
        Format(
            "parquet", "", True,
            "thư mục có các bảng và các liên hệ, cho pandas, Polars, DuckDB, R, Spark",
            "a folder with the tables and the links, for pandas, Polars, DuckDB, R, Spark",
        ),
        Format(
            "neo4j", "", True,
            "thư mục CSV và lệnh nạp cho neo4j-admin database import",
            "a folder with CSV files and the script for neo4j-admin database import",
        ),
        Format(
            "cypher", ".cypher", False,
            "các lệnh Cypher để nạp vào Neo4j hay Memgraph đang chạy",
            "Cypher statements that load into a running Neo4j or Memgraph",
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
    mentions: bool = True,
    compress: str | None = None,
    since: Graph | None = None,
) -> None:
    """Write a graph in a format; the same graph always gives the same bytes.

    Args:
        graph: what to write.
        format: a name of :data:`FORMATS`.
        file: a path or a stream; a folder for the formats that are folders, made where it is absent.
        base_iri: where the names of documents begin (RDF formats).
        types, predicates, min_confidence, root, depth: what to leave out; see :func:`select`.
        mentions: whether the RDF formats tell the mentions too; see :func:`kg.rdf.nodes`.
        since: an earlier graph; the RDF formats lead its names to those of today (:mod:`kg.succession`).
        compress: one of :data:`COMPRESSIONS`; None for what the ending of the path says.

    Raises:
        KgError: the format, a predicate, a root or the compression is unknown, the base is no absolute IRI, or
            the place cannot be written.

    >>> import io
    >>> from kg.graph import Graph
    >>> out = io.StringIO()
    >>> export(Graph.from_rows(documents=[{"id": "a"}]), "nquads", out)
    >>> '<https://w3id.org/vnlaw/doc/a> <https://w3id.org/vnlaw/ns#status> "cited" .' in out.getvalue()
    True
    """
    if (made := FORMATS.get(format)) is None:
        raise KgError(
            f"there is no format {format!r}; use one of {', '.join(FORMATS)}",
            code="unknown-format",
            given=format,
            known=tuple(FORMATS),
        )
    if compress is not None and (compress not in COMPRESSIONS or made.folder):
        raise KgError(
            f"{format} cannot be packed with {compress!r}; single files can, with {' or '.join(COMPRESSIONS)}",
            code="bad-compression",
            given=compress,
            format=format,
            known=COMPRESSIONS,
        )
    prefixes(base_iri)  # refuse a bad base whatever the format
    if types or predicates or min_confidence > 0 or root:
        graph = select(graph, types=types, predicates=predicates, min_confidence=min_confidence, root=root, depth=depth)
    if made.folder:
        _folder_writer(format)(graph, _made_folder(file, format))
        return
    with writing(file, compress) as stream:
        _write(graph, format, stream, base_iri, mentions, since)


def _write(
    graph: Graph, format: str, stream: IO[str], base_iri: str, mentions: bool, since: Graph | None
) -> None:
    """One file; what writes it is imported for it alone."""
    if format == "turtle":
        stream.writelines(turtle(written_nodes(graph, mentions=mentions, since=since), base_iri))
    elif format == "nquads":
        stream.writelines(nquads(written_nodes(graph, mentions=mentions, since=since), base_iri))
    elif format == "rdfxml":
        from kg.rdf_xml import rdfxml

        stream.writelines(rdfxml(nodes(graph, mentions=mentions, since=since), base_iri))
    elif format == "jsonld":
        from kg.rdf_jsonld import jsonld

        stream.writelines(jsonld(graph, base_iri, mentions=mentions, since=since))
    elif format == "json":
        from kg.export_tables import write_json

        write_json(graph, stream)
    elif format == "cypher":
        from kg.export_neo4j import write_cypher

        write_cypher(graph, stream)
    else:
        from kg.export_networks import write_gexf, write_graphml

        (write_gexf if format == "gexf" else write_graphml)(graph, stream)


def _folder_writer(format: str) -> Callable[[Graph, Path], None]:
    if format == "neo4j":
        from kg.export_neo4j import write_neo4j

        return write_neo4j
    from kg.export_tables import write_csv, write_parquet

    return write_csv if format == "csv" else write_parquet


def _made_folder(file: Target, format: str) -> Path:
    if not isinstance(file, (str, Path)):
        raise KgError(f"{format} is a folder of files; name it with -o", code="needs-folder", format=format)
    folder = Path(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(
            f"{folder}: is no folder and cannot become one ({error.strerror}); choose another place",
            code="write-failed",
            path=str(folder),
        ) from error
    return folder
