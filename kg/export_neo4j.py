"""Neo4j: CSV files with the headers of ``neo4j-admin database import``, or a file of Cypher for any database.

Documents become nodes, links become relationships (``IMPLEMENTS``, ``BASED_ON`` …) with their best evidence;
what an unresolved reference may be is ``CANDIDATE``.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from kg.export_networks import document_rows, link_rows
from kg.rdf import iter_rows
from kg.rdf_terms import writing

if TYPE_CHECKING:
    from kg.graph import Graph

_FACTS: Final = (
    "label", "type", "number", "date", "issuer", "series", "title", "locality", "level", "branch", "status", "source",
)  # fmt: skip
_EVIDENCE: Final = ("cue", "sentence", "source", "frame", "scope", "provisions")
NODES: Final = ("id:ID", *_FACTS, "mentions:int", ":LABEL")
"""The header of ``documents.csv``."""
RELATIONSHIPS: Final = (
    ":START_ID", ":END_ID", ":TYPE", "strength", "confidence:double", "weight:int", *_EVIDENCE, "start:long",
    "end:long",
)  # fmt: skip
"""The header of ``relations.csv``."""
_BATCH: Final = 500
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SCHEMA: Final = (
    "CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;",
    "CREATE CONSTRAINT reference_id IF NOT EXISTS FOR (d:UnresolvedReference) REQUIRE d.id IS UNIQUE;",
    "CREATE INDEX document_number IF NOT EXISTS FOR (d:Document) ON (d.number);",
    "CREATE INDEX document_type IF NOT EXISTS FOR (d:Document) ON (d.type);",
)
_SCRIPT: Final = """#!/bin/sh
# Load this folder into an empty Neo4j 5 database, then make its indexes. Stop the database first.
#   sh import.sh [DATABASE]
set -eu
cd "$(dirname "$0")"
database="${1:-neo4j}"
neo4j-admin database import full "$database" \\
  --nodes=documents.csv --relationships=relations.csv \\
  --multiline-fields=true --id-type=string --overwrite-destination=true
echo "Start the database, then: cypher-shell -d $database -f schema.cypher"
"""


def write_neo4j(graph: Graph, folder: Path) -> None:
    """The folder: ``documents.csv``, ``relations.csv``, ``import.sh``, ``schema.cypher``."""
    with writing(folder / "documents.csv") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(NODES)
        for row in document_rows(graph):
            cells = [row["id"], *(row[name] for name in _FACTS), row["mentions"], _label(row)]
            writer.writerow([_cell(cell) for cell in cells])
    with writing(folder / "relations.csv") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(RELATIONSHIPS)
        for row in relationships(graph):
            cells = [row["subject"], row["object"], row["type"], row.get("strength"), row.get("confidence")]
            cells += [row.get(name) for name in ("weight", *_EVIDENCE, "start", "end")]
            writer.writerow([_cell(cell) for cell in cells])
    with writing(folder / "import.sh") as stream:
        stream.write(_SCRIPT)
    with writing(folder / "schema.cypher") as stream:
        stream.writelines(f"{line}\n" for line in _SCHEMA)


def write_cypher(graph: Graph, stream: IO[str]) -> None:
    """Statements for ``cypher-shell``, in batches; running them twice changes nothing more."""
    stream.writelines(f"{line}\n" for line in _SCHEMA)
    for label, rows in groupby(sorted(document_rows(graph), key=_label), key=_label):
        for batch in _batches(rows):
            facts = [{k: row[k] for k in ("id", *_FACTS, "mentions") if row[k] is not None} for row in batch]
            stream.write(
                f"UNWIND {cypher_value(facts)} AS row\nMERGE (d:{label} {{id: row.id}}) SET d += row;\n"
            )
    ends = {row["id"]: _label(row) for row in iter_rows(graph.documents.select(["id", "status"]))}

    def kind(row: Mapping[str, Any]) -> tuple[str, str, str]:
        return row["type"], ends[row["subject"]], ends[row["object"]]

    for (type_, first, second), rows in groupby(sorted(relationships(graph), key=kind), key=kind):
        for batch in _batches(rows):
            facts = [
                {
                    "a": row["subject"], "b": row["object"],
                    "facts": {k: v for k, v in row.items() if k not in ("subject", "object", "type") and v is not None},
                }
                for row in batch
            ]  # fmt: skip
            stream.write(
                f"UNWIND {cypher_value(facts)} AS row\n"
                f"MATCH (a:{first} {{id: row.a}}) MATCH (b:{second} {{id: row.b}})\n"
                f"MERGE (a)-[r:{type_}]->(b) SET r += row.facts;\n"
            )


def relationships(graph: Graph) -> Iterator[dict[str, Any]]:
    """Links with their best evidence, then the candidates of unresolved references."""
    for found in _many(link_rows(graph), 4096):
        evidence = graph.relations.take([row["row"] for row in found]).to_pylist()
        for row, best in zip(found, evidence, strict=True):
            yield {
                "subject": row["subject"], "object": row["object"], "type": relationship_type(row["predicate"]),
                "strength": row["strength"], "confidence": row["confidence"], "weight": row["weight"],
                **{name: best[name] for name in (*_EVIDENCE, "start", "end")},
            }  # fmt: skip
    for row in iter_rows(graph.documents.select(["id", "candidates"])):
        for candidate in row["candidates"]:
            yield {"subject": row["id"], "object": candidate, "type": "CANDIDATE"}


def relationship_type(predicate: str) -> str:
    """The relation as Neo4j people write it.

    >>> relationship_type("basedOn"), relationship_type("implements")
    ('BASED_ON', 'IMPLEMENTS')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", predicate).upper()


def cypher_value(value: object) -> str:
    """A value as Cypher writes it; no text can leave its quotes.

    Older versions read ``\\u0022`` as a quote before they parse, backslash or not; so a backslash before ``u``
    ends its string and another one begins.

    >>> print(cypher_value({"a": 'x"y', "b": [1, 0.5], "c": "\\\\u0022"}))
    {a: "x\\"y", b: [1, 0.5], c: "\\\\" + "u0022"}
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {cypher_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return json.dumps(_plain(value), ensure_ascii=False).replace('\\\\u', '\\\\" + "u')
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(cypher_value, value)) + "]"
    return json.dumps(value)


def _label(row: Mapping[str, Any]) -> str:
    return "UnresolvedReference" if row["status"] == "unresolved" else "Document"


def _cell(value: object) -> object:
    return _plain(value) if isinstance(value, str) else value


def _plain(value: str) -> str:
    """Without the control characters at which importers stop."""
    return _CONTROL.sub("\ufffd", value)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return _many(rows, _BATCH)


def _many(rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    items = iter(rows)
    while batch := list(islice(items, size)):
        yield batch
