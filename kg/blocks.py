"""Blocks as columns: rows of claims in, documents and changed ids out.

An engine gathers the claims that say the same into one row (:data:`CLAIMS`), brings the rows of a block
together and hands whole blocks to :func:`resolved`, in any number of processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from kg.claims import Claim
from kg.models import Document
from kg.parts import FIELDS
from kg.resolve import resolve_block

_TEXT, _WORDS = pa.string(), pa.list_(pa.string())
CLAIMS: Final = pa.schema(
    [
        *((name, _TEXT) for name in ("block", "id", *FIELDS)),
        ("open", pa.bool_()),
        ("citing", _TEXT),
        ("law", _TEXT),
        ("cited", _TEXT),
        ("texts", pa.int64()),
        ("mentions", pa.int64()),
        ("source", _TEXT),
    ]
)
"""Claims of several texts that say the same, as one row: how many there are, and the first text by name."""

DOCUMENTS: Final = pa.schema([*((name, _TEXT) for name in ("id", *FIELDS)), ("candidates", _WORDS)])
RENAMES: Final = pa.schema([("source", _TEXT), ("id", _TEXT), ("final", _TEXT)])
"""Ids that turned out to be another document: of one text, or of every text where ``source`` is null."""
CONFLICTS: Final = pa.schema([("document", _TEXT), ("field", _TEXT), ("values", _WORDS)])
OUTCOMES: Final = {"documents": DOCUMENTS, "renames": RENAMES, "conflicts": CONFLICTS}
"""What blocks come to, by the name of the table."""

_AT_ONCE: Final = 40_000

Laws = Mapping[str, Sequence[Document]]
"""The numbered laws of the corpus by folded title."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What blocks come to, as tables."""

    documents: pa.Table
    renames: pa.Table
    conflicts: pa.Table


def claim_from_row(row: Mapping[str, Any]) -> Claim:
    """A row of :data:`CLAIMS` as a record."""
    document = Document(row["id"], **{name: row[name] for name in FIELDS})
    return Claim(row["source"], document, row["citing"], row["mentions"], row["texts"])


def resolved(claims: pa.Table, laws: Laws) -> Resolved:
    """Resolves whole blocks.

    Args:
        claims: rows of :data:`CLAIMS`; the rows of a block stand together and are all there.
        laws: numbered laws, which those cited by title alone may mean.
    """
    claims = claims.select(CLAIMS.names).cast(CLAIMS).combine_chunks()
    alone = _alone(claims, laws)
    documents = [_as_they_are(claims.filter(alone))]
    records: list[Document] = []
    renames: list[tuple[str | None, str, str]] = []
    conflicts: list[tuple[str, str, list[str]]] = []
    for rows in _blocks(claims.filter(pc.invert(alone))):
        asked = {title: laws[title] for row in rows if (title := row["cited"]) is not None and title in laws}
        extra = {law.id: law for title in asked for law in asked[title]}
        block = resolve_block([claim_from_row(row) for row in rows], extra=[extra[i] for i in sorted(extra)])
        records += block.documents
        for row in rows:
            final = block.ids[row["source"], row["id"]]
            if final != row["id"]:
                renames.append((row["source"] if row["open"] else None, row["id"], final))
        conflicts += [(c.target, c.field, list(c.values)) for c in block.conflicts]
    columns = [[getattr(d, name) for d in records] for name in ("id", *FIELDS)]
    columns.append([list(d.candidates) for d in records])
    documents.append(pa.table(columns, schema=DOCUMENTS))
    return Resolved(
        pa.concat_tables(documents), _table(sorted(set(renames), key=str), RENAMES), _table(conflicts, CONFLICTS)
    )


def whole_blocks(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Tables of whole blocks from rows sorted by block."""
    waiting: list[pa.Table] = []
    rows = 0
    for batch in batches:
        table = pa.table(batch).cast(CLAIMS)
        waiting.append(table)
        rows += table.num_rows
        if rows < _AT_ONCE:
            continue
        whole = pa.concat_tables(waiting)
        others = pc.indices_nonzero(pc.not_equal(whole["block"], whole["block"][-1]))
        end = others[-1].as_py() + 1 if len(others) else 0
        if end:
            yield whole.slice(0, end)
        waiting, rows = [whole.slice(end)], rows - end
    if rows:
        yield pa.concat_tables(waiting)


def _table(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    columns = [[row[at] for row in rows] for at in range(len(schema))]
    return pa.table([pa.array(c, field.type) for c, field in zip(columns, schema, strict=True)], schema=schema)


def _alone(claims: pa.Table, laws: Laws) -> pa.Array:
    """Rows that are a block by themselves and have nothing to be compared with: most of them."""
    size = claims.num_rows
    if not size:
        return pa.array([], pa.bool_())
    keys = claims["block"].combine_chunks()
    differs = pc.not_equal(keys[1:], keys[:-1])
    edge = pa.array([True])
    begins, ends = pa.concat_arrays([edge, differs]), pa.concat_arrays([differs, edge])
    lawless = pc.invert(pc.is_in(claims["cited"].combine_chunks(), value_set=pa.array(list(laws), _TEXT)))
    return pc.and_(pc.and_(begins, ends), lawless)


def _as_they_are(claims: pa.Table) -> pa.Table:
    size = claims.num_rows
    status = pc.if_else(claims["open"], "unresolved", claims["status"])
    none = pa.ListArray.from_arrays(pa.array([0] * (size + 1), pa.int32()), pa.array([], _TEXT))
    columns = [status if name == "status" else claims[name] for name in DOCUMENTS.names[:-1]]
    return pa.table([*columns, none], schema=DOCUMENTS)


def _blocks(claims: pa.Table) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for batch in claims.to_batches(max_chunksize=8192):
        for row in batch.to_pylist():
            if rows and rows[-1]["block"] != row["block"]:
                yield rows
                rows = []
            rows.append(row)
    if rows:
        yield rows
