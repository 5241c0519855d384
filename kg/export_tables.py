"""The tables for programs that work with tables: CSV, JSON, Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from kg.export_networks import link_rows
from kg.rdf import document_label, iter_rows, run_of
from kg.rdf_terms import visible_json, writing
from kg.tables import FORMAT, TABLES, provisions_read

if TYPE_CHECKING:
    import pyarrow as pa

    from kg.graph import Graph

_DOCUMENT_COLUMNS: Final = (
    "id", "label", "type", "number", "date", "issuer", "title", "locality", "level", "branch", "status",
    "series", "source", "mentions", "candidates",
)  # fmt: skip
_RELATION_COLUMNS: Final = (
    "subject", "subject_label", "predicate", "object", "object_label", "strength", "confidence", "scope",
    "provisions", "cue", "sentence", "source", "start", "end", "page", "paragraph", "frame",
)  # fmt: skip
# A spreadsheet takes a cell that begins like this for a formula, and titles come from strangers.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_LEVELS: Final = ("phan", "chuong", "muc", "dieu", "khoan", "diem", "phu_luc")


def write_json(graph: Graph, stream: IO[str]) -> None:
    """All tables in one file, one record a line."""
    stream.write('{"format": ' + f'{FORMAT}, "kg": {visible_json(run_of(graph)[1])}')
    for name in TABLES:
        stream.write(f',\n"{name}": [')
        for at, row in enumerate(iter_rows(getattr(graph, name))):
            stream.write((",\n" if at else "\n") + visible_json(row))
        stream.write("\n]")
    stream.write("\n}\n")


def write_csv(graph: Graph, folder: Path) -> None:
    """``documents.csv`` and ``relations.csv``, UTF-8 with a byte order mark, safe to open in a spreadsheet."""
    labels = {row["id"]: document_label(row) for row in iter_rows(graph.documents)}
    documents = (
        {**row, "label": labels[row["id"]], "candidates": ";".join(row["candidates"])}
        for row in iter_rows(graph.documents)
    )
    _write_rows(folder / "documents.csv", _DOCUMENT_COLUMNS, documents)
    relations = (
        {**row, "subject_label": labels[row["subject"]], "object_label": labels[row["object"]]}
        for row in iter_rows(graph.relations)
    )
    _write_rows(folder / "relations.csv", _RELATION_COLUMNS, relations)


def _write_rows(path: Path, columns: tuple[str, ...], rows: Iterator[dict[str, Any]]) -> None:
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


def write_parquet(graph: Graph, folder: Path) -> None:
    """The five tables and ``links``, typed for pandas, Polars, DuckDB and R: provisions are lists of records."""
    import pyarrow as pa

    labels = pa.array([document_label(row) for row in iter_rows(graph.documents)], pa.string())
    documents = graph.documents.add_column(1, "label", labels)
    found = list(link_rows(graph))
    columns: dict[str, pa.DataType] = {
        **dict.fromkeys(("subject", "predicate", "object", "strength"), pa.string()),
        "confidence": pa.float64(), "weight": pa.int32(),
    }  # fmt: skip
    links = pa.table(
        {name: pa.array([row[name] for row in found], type_) for name, type_ in columns.items()}
    )
    tables = {
        "documents": documents,
        "links": links,
        "relations": _with_provisions(graph.relations),
        "mentions": _with_provisions(graph.mentions),
        "conflicts": graph.conflicts,
        "sources": graph.sources,
    }
    for name, table in tables.items():
        _write_table(folder / f"{name}.parquet", table)


def _with_provisions(table: pa.Table) -> pa.Table:
    import pyarrow as pa

    record = pa.struct([(level, pa.string()) for level in _LEVELS])
    read = [
        [{level: getattr(provision, level) for level in _LEVELS} for provision in provisions_read(text)]
        for text in table["provisions"].to_pylist()
    ]
    at = table.schema.get_field_index("provisions")
    return table.set_column(at, "provisions", pa.array(read, pa.list_(record)))


def _write_table(path: Path, table: pa.Table) -> None:
    """One file, whole or not at all; the same rows give the same bytes."""
    import pyarrow.parquet as pq

    from kg.rdf_terms import replacing

    with replacing(path) as partial:
        pq.write_table(
            table.combine_chunks(), partial, compression="zstd", compression_level=3, version="2.6",
            row_group_size=1 << 17,
        )  # fmt: skip
