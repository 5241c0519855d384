"""The five tables of a graph: columns, order of rows, and tables from rows.

The schema is written down in ``docs/data-model.md``. A row is a plain dict here (:mod:`kg.records` makes it); the
tables are Arrow, and :mod:`kg.integrity` checks what must hold in them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from kg.errors import GraphError
from kg.models import Provision

FORMAT: Final = 2
"""Version of the layout on disk; a graph of another version is not read."""

_TEXT, _WORDS, _OFFSET, _SHARE = pa.string(), pa.list_(pa.string()), pa.int64(), pa.float64()


def _schema(*columns: tuple[str, pa.DataType]) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns])


def _texts(names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, _TEXT) for name in names.split()]


_PLACE: Final = (("page", pa.int32()), ("paragraph", pa.int32()))

SCHEMAS: Final[dict[str, pa.Schema]] = {
    "documents": _schema(
        *_texts("id type number date issuer series title locality level branch status source"),
        ("candidates", _WORDS),
        ("mentions", pa.int32()),
    ),
    "mentions": _schema(
        *_texts("source document"),
        ("start", _OFFSET),
        ("end", _OFFSET),
        *_texts("text kind type number date issuer series title provisions target"),
        ("confidence", _SHARE),
        *_PLACE,
    ),
    "relations": _schema(
        *_texts("subject predicate object strength source"),
        ("start", _OFFSET),
        ("end", _OFFSET),
        *_texts("cue sentence"),
        ("sentence_start", _OFFSET),
        *_texts("frame scope provisions"),
        ("confidence", _SHARE),
        *_PLACE,
    ),
    "conflicts": _schema(*_texts("document field"), ("values", _WORDS), ("sources", _WORDS)),
    "sources": _schema(
        *_texts("source sha256 format encoding"), ("size", _OFFSET), *_texts("status error document meta")
    ),
}
TABLES: Final = tuple(SCHEMAS)

# The columns that rows are sorted by; all the other columns follow from left to right and only break ties.
ORDER: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("id",),
    "mentions": ("source", "start", "end"),
    "relations": ("subject", "predicate", "object", "source", "start", "end"),
    "conflicts": ("document", "field"),
    "sources": ("source",),
}
_DEFAULTS: Final[dict[str, dict[str, Any]]] = {
    "documents": {"status": "cited", "candidates": ()},
    "mentions": {"provisions": "[]"},
    "relations": {"cue": "", "sentence": "", "sentence_start": 0, "frame": "", "provisions": "[]"},
    "conflicts": {"sources": ()},
    "sources": {"status": "ok"},
}


def provisions_text(provisions: Iterable[Provision | Mapping[str, str]]) -> str:
    """Provisions as they stand in a table: a JSON list of objects.

    >>> provisions_text([Provision(dieu="19", khoan="2")])
    '[{"dieu":"19","khoan":"2"}]'
    """
    items = [p.as_dict() if isinstance(p, Provision) else dict(p) for p in provisions]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def provisions_read(text: str | None) -> tuple[Provision, ...]:
    """The other way round.

    >>> provisions_read('[{"dieu":"19"}]')[0].dieu
    '19'
    """
    return tuple(Provision(**item) for item in json.loads(text)) if text and text != "[]" else ()


_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def without_surrogates(value: Any) -> Any:
    """The value without lone surrogates, which UTF-8 cannot hold; offsets stay right: one for one.

    >>> without_surrogates({"title": ["a\\ud800"]})
    {'title': ['a\ufffd']}
    """
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: without_surrogates(v) for key, v in value.items()}
    return [without_surrogates(v) for v in value] if isinstance(value, (list, tuple)) else value


def from_rows(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """One table from its rows: defaults filled in, rows sorted; nothing is checked across tables.

    Args:
        name: name of the table.
        rows: dicts by column; columns that may be empty can be left out.

    Raises:
        GraphError: a column is unknown or a value has the wrong type.

    >>> from_rows("documents", [{"id": "b"}, {"id": "a"}])["id"].to_pylist()
    ['a', 'b']
    """
    schema, defaults = SCHEMAS[name], _DEFAULTS[name]
    known, ready = set(schema.names), []
    for row in rows:
        if unknown := sorted(row.keys() - known):
            raise GraphError(
                f"table {name} has no column {unknown[0]!r}", code="graph-row", table=name, column=unknown[0]
            )
        full = {**defaults, **{k: v for k, v in row.items() if v is not None}}
        if not isinstance(full.get("provisions", ""), str):
            full["provisions"] = provisions_text(full["provisions"])
        ready.append(full)
    try:
        try:
            table = pa.Table.from_pylist(ready, schema=schema)
        except UnicodeEncodeError:
            table = pa.Table.from_pylist(without_surrogates(ready), schema=schema)
    except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
        raise GraphError(
            f"table {name}: a value has the wrong type: {str(error).splitlines()[0]}",
            code="graph-row",
            table=name,
        ) from error
    return arranged(name, table)


def arranged(name: str, table: pa.Table) -> pa.Table:
    """The table with the columns and types of the schema, its rows in their fixed order.

    Raises:
        GraphError: a column is missing or cannot have the type of the schema.
    """
    import pyarrow.compute as pc

    schema = SCHEMAS[name]
    if missing := [column for column in schema.names if column not in table.column_names]:
        raise GraphError(
            f"table {name} lacks the column {missing[0]!r}", code="graph-row", table=name, column=missing[0]
        )
    try:
        table = table.select(schema.names).cast(schema)
    except (pa.ArrowException, ValueError) as error:
        raise GraphError(
            f"table {name}: {str(error).splitlines()[0]}", code="graph-row", table=name
        ) from error
    first = ORDER[name]
    names = [*first, *(column for column in schema.names if column not in first)]
    keys = {}
    for column in names:
        lists = pa.types.is_list(schema.field(column).type)
        keys[column] = pc.binary_join(table[column], "\x1f") if lists else table[column]
    order = pc.sort_indices(pa.table(keys), sort_keys=[(column, "ascending") for column in names])
    return table.take(order).combine_chunks()


def in_order(name: str, batches: Iterable[pa.Table | pa.RecordBatch]) -> Iterator[pa.Table]:
    """Rows that come in the order of their key, in their full order, some at a time.

    Only rows with equal keys can stand in another order than the full one, and those are few.

    Args:
        name: name of the table.
        batches: its rows, sorted by :data:`ORDER`.

    >>> rows = [{"source": "t", "start": 0, "end": 1, "text": text} for text in "ba"]
    >>> next(in_order("mentions", [pa.Table.from_pylist(rows)]))["text"].to_pylist()
    ['a', 'b']
    """
    import pyarrow.compute as pc

    schema = SCHEMAS[name]
    waiting = schema.empty_table()
    for batch in batches:
        table = pa.table(batch) if isinstance(batch, pa.RecordBatch) else batch
        for column in schema:
            if column.name not in table.column_names:
                table = table.append_column(column, pa.nulls(table.num_rows, column.type))
        whole = pa.concat_tables([waiting, table.select(schema.names).cast(schema)]).combine_chunks()
        differs = pc.indices_nonzero(_differs(name, whole))
        if len(differs):
            end = differs[-1].as_py() + 1  # rows of one key have to be seen together
            yield _tied(name, whole.slice(0, end))
            whole = whole.slice(end)
        waiting = whole
    if waiting.num_rows:
        yield _tied(name, waiting)


def pieces(batches: Iterable[pa.Table], size: int) -> Iterator[pa.Table]:
    """The same rows in pieces of ``size``, the last one shorter, each in one chunk of memory.

    >>> [piece.num_rows for piece in pieces([pa.table({"a": [1, 2]}), pa.table({"a": [3, 4, 5]})], 3)]
    [3, 2]
    """
    waiting: list[pa.Table] = []
    count = 0
    for table in batches:
        waiting.append(table)
        count += table.num_rows
        if count >= size:
            whole = pa.concat_tables(waiting)
            full = count - count % size
            for start in range(0, full, size):
                yield whole.slice(start, size).combine_chunks()
            waiting, count = [whole.slice(full)], count - full
    if count:
        yield pa.concat_tables(waiting).combine_chunks()


def _differs(name: str, table: pa.Table) -> pa.Array:
    """Whether each row but the first has another key than the one before."""
    import pyarrow.compute as pc

    out = pa.array([False] * max(0, table.num_rows - 1), pa.bool_())
    for column in ORDER[name]:
        values = table[column].combine_chunks()
        out = pc.or_(out, pc.not_equal(values[1:], values[:-1]))
    return out


def _tied(name: str, table: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    return table if pc.all(_differs(name, table), min_count=0).as_py() else arranged(name, table)


def with_counts(documents: pa.Table, mentions: pa.Table) -> pa.Table:
    """The documents with ``mentions`` counted wherever it is not given."""
    import pyarrow.compute as pc

    at = documents.schema.get_field_index("mentions")
    if documents["mentions"].null_count == 0:
        return documents
    counted = mentions["target"].drop_null().combine_chunks().value_counts()
    row = pc.index_in(documents["id"], value_set=counted.field("values"))
    counts = pc.cast(pc.fill_null(counted.field("counts").take(row.combine_chunks()), 0), pa.int32())
    filled = pc.coalesce(documents["mentions"], counts)
    return documents.set_column(at, documents.schema.field(at), filled)
