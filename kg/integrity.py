"""What must hold inside the tables of a graph and between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa

from kg.errors import GraphError
from kg.models import PREDICATES, STRENGTHS
from kg.tables import SCHEMAS, TABLES

_REQUIRED: Final[dict[str, frozenset[str]]] = {
    "documents": frozenset(["id", "status", "candidates"]),
    "mentions": frozenset(
        ["source", "document", "start", "end", "text", "kind", "type", "provisions", "confidence"]
    ),
    "relations": frozenset(SCHEMAS["relations"].names) - {"scope", "page", "paragraph"},
    "conflicts": frozenset(["document", "field", "values", "sources"]),
    "sources": frozenset(["source", "status"]),
}
_VALUES: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("documents", "status"): ("read", "cited", "unresolved"),
    ("mentions", "kind"): ("number", "name", "back"),
    ("relations", "predicate"): PREDICATES,
    ("relations", "strength"): STRENGTHS,
    ("relations", "scope"): ("partial",),
    ("sources", "status"): ("ok", "duplicate", "failed"),
}
_KEYS: Final = {"documents": "id", "sources": "source"}
_LINKS: Final = (
    ("mentions", "document"), ("mentions", "target"), ("relations", "subject"), ("relations", "object"),
    ("conflicts", "document"), ("sources", "document"), ("documents", "candidates"),
)  # fmt: skip
_ID: Final = r"^[\pL_][\pL\pN._-]*$"


def _bad(table: str, column: str, message: str, value: object) -> GraphError:
    return GraphError(
        f"table {table}, column {column}: {message}", code="graph-row", table=table, column=column,
        value=value,
    )  # fmt: skip


def _first(values: pa.ChunkedArray, mask: pa.ChunkedArray) -> Any:
    """The first value for which ``mask`` holds, None where it holds for none."""
    import pyarrow.compute as pc

    found = values.filter(pc.fill_null(mask, False))
    return found[0].as_py() if len(found) else None


def validate(tables: Mapping[str, pa.Table]) -> None:
    """Check what must hold inside and between the tables.

    Args:
        tables: the five tables in their fixed order.

    Raises:
        GraphError: an id comes twice or is no plain segment, a required value is missing, a word is not
            one of those allowed, a number is out of range, a link leads to no document.
    """
    import pyarrow.compute as pc

    for name in TABLES:
        table = tables[name]
        for column in table.column_names:
            if column in _REQUIRED[name] and table[column].null_count:
                raise _bad(name, column, "a value is missing", None)
    for (name, column), allowed in _VALUES.items():
        values = tables[name][column].drop_null()
        wrong = _first(values, pc.invert(pc.is_in(values, value_set=pa.array(allowed))))
        if wrong is not None:
            raise _bad(name, column, f"{wrong!r} is not one of {', '.join(allowed)}", wrong)
    for name, column in _KEYS.items():
        keys = tables[name][column].combine_chunks()
        if len(keys) > 1 and (twice := _first(keys[1:], pc.equal(keys[1:], keys[:-1]))) is not None:
            raise _bad(name, column, f"{twice!r} comes twice", twice)
    ids = tables["documents"]["id"].combine_chunks()
    if (odd := _first(ids, pc.invert(pc.match_substring_regex(ids, _ID)))) is not None:
        raise _bad("documents", "id", f"{odd!r} may hold only letters, digits, '.', '_' and '-'", odd)
    for name, column in _LINKS:
        values = tables[name][column]
        values = pc.list_flatten(values) if pa.types.is_list(values.type) else values.drop_null()
        lost = _first(values, pc.invert(pc.is_in(values, value_set=ids)))
        if lost is not None:
            raise _bad(name, column, f"{lost!r} is not in the table documents", lost)
    for name in ("mentions", "relations"):
        shares, starts, ends = (tables[name][c] for c in ("confidence", "start", "end"))
        fits = pc.and_(pc.greater_equal(shares, 0.0), pc.less_equal(shares, 1.0))
        if (share := _first(shares, pc.invert(fits))) is not None:
            raise _bad(name, "confidence", f"{share} is not between 0 and 1", share)
        backward = pc.or_(pc.less(starts, 0), pc.less(ends, starts))
        if (start := _first(starts, backward)) is not None:
            raise _bad(name, "start", f"the span that begins at {start} is no span", start)
