"""Tables and answers as pandas DataFrames; pandas is an extra of the package.

The tables of a graph are Arrow tables, which pandas, DuckDB and Polars take as they are. What is here adds what a
person wants to see beside them: the names of both ends of a link, the evidence of an answer.
"""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import KgError
from kg.labels import headline
from kg.tables import TABLES

if TYPE_CHECKING:
    from kg.graph import Graph

Table = Literal["documents", "mentions", "relations", "conflicts", "sources"]
_ENDS = {"relations": ("subject", "object"), "mentions": ("document", "target"), "conflicts": ("document",)}


def table_frame(graph: Graph, table: Table = "relations", *, named: bool = False) -> Any:
    """A table of a graph as a DataFrame.

    Args:
        graph: the graph.
        table: its name.
        named: adds a column ``…_name`` beside each column of ids, with what people call the document.

    Returns:
        A ``pandas.DataFrame`` with the columns of ``docs/data-model.md``.

    Raises:
        KgError: there is no such table (``unknown-table``), or pandas is not installed (``needs-package``).

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[{"id": "a", "type": "luat", "number": "45/2013/QH13"}])
    >>> table_frame(g, "documents")["number"].tolist()
    ['45/2013/QH13']
    """
    if table not in TABLES:
        raise KgError(
            f"there is no table {table}, the tables are {', '.join(TABLES)}", code="unknown-table", given=table,
            known=list(TABLES),
        )  # fmt: skip
    _pandas()
    frame = getattr(graph, table).to_pandas()
    if named and table in _ENDS:
        documents = graph.documents.select(["id", "type", "number", "title", "date"]).to_pydict()
        rows = zip(*documents.values(), strict=True)
        names = {one: headline(kind, number, title, date).vi for one, kind, number, title, date in rows}
        for column in reversed(_ENDS[table]):
            frame.insert(frame.columns.get_loc(column) + 1, f"{column}_name", frame[column].map(names))
    return frame


def frame(records: Iterable[object]) -> Any:
    """Records of any kind, one row each: answers, steps, documents, mentions, findings.

    Args:
        records: dataclass instances of this package; the document of an answer and its strongest piece of
            evidence become columns of their own.

    Returns:
        A ``pandas.DataFrame``; empty for no records.

    Raises:
        KgError: pandas is not installed (``needs-package``).

    >>> from kg.analyse import analyse
    >>> frame(analyse("Căn cứ Luật Đất đai số 45/2013/QH13;").mentions)[["number", "start"]].values.tolist()
    [['45/2013/QH13', 7]]
    """
    return _pandas().DataFrame([_flat(record) for record in records])


def _flat(record: object) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for one in dataclasses.fields(record):  # type: ignore[arg-type]
        value = getattr(record, one.name)
        if one.name == "document" and dataclasses.is_dataclass(value):
            row |= {f"document_{k}" if k == "id" else k: v for k, v in _flat(value).items() if k != "confidence"}
        elif one.name == "place" and dataclasses.is_dataclass(value):
            row |= _flat(value)
        elif one.name == "evidence":
            row |= _evidence(value)
        elif one.name in ("provisions", "candidates", "path", "also"):
            row[one.name] = [part.as_dict() if hasattr(part, "as_dict") else part for part in value]
        elif isinstance(value, Mapping):
            row[one.name] = dict(value)
        elif not dataclasses.is_dataclass(value) and one.repr:
            row[one.name] = value
    return row


def _evidence(value: Any) -> dict[str, Any]:
    if not isinstance(value, tuple):
        return _flat(value)
    if not value:
        return {}
    best = value[0]
    names = ("source", "page", "paragraph", "start", "end", "cue", "strength", "sentence")
    return {name: getattr(best, name) for name in names}


def _pandas() -> Any:
    try:
        return importlib.import_module("pandas")
    except ModuleNotFoundError as error:
        raise KgError(
            "pandas is not installed; install it: pip install 'vn-legal-kg[pandas]'",
            code="needs-package", package="pandas", extra="pandas",
        ) from error  # fmt: skip
