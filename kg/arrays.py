"""Flat arrays over the links of a graph, from the rows of its table ``relations``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kg.models import PREDICATES, STRENGTHS

CODES: Final = tuple(sorted(PREDICATES))
"""Predicates in the order of the table, so that codes are in order where words are."""
COLUMNS: Final = ("subject", "predicate", "object", "strength", "source", "confidence")
"""The columns of the table ``relations`` that are needed."""
ARRAYS: Final = ("subject", "object", "predicate", "first", "outs", "ins", "by_end", "share", "text", "rank")
Numbers = np.ndarray[Any, Any]


class OutOfOrderError(ValueError):
    """The rows are not in the order of their key, or lead to no document."""


def link_arrays(ids: pa.Array, batches: Iterable[pa.Table]) -> dict[str, Numbers]:
    """The arrays of :class:`kg.links.Links` by name.

    Args:
        ids: the ids of the documents, in order.
        batches: the rows of the table ``relations`` in order, with :data:`COLUMNS`; large ones cost less.

    Raises:
        OutOfOrderError: they are not in order, or an id is not among ``ids``.
    """
    import pyarrow.compute as pc

    parts: dict[str, list[Numbers]] = {name: [] for name in ("subject", "object", "predicate", "rank", "share", "text")}
    before, runs = "", 0
    for table in batches:
        if not table.num_rows:
            continue
        parts["subject"].append(_codes(table["subject"], ids, np.int32))
        parts["object"].append(_codes(table["object"], ids, np.int32))
        parts["predicate"].append(_codes(table["predicate"], pa.array(CODES), np.int8))
        parts["rank"].append(_codes(table["strength"], pa.array(STRENGTHS), np.int8))
        parts["share"].append(np.asarray(table["confidence"].combine_chunks(), np.float64))
        # Of one link the rows of one text stand together: a running number tells its texts apart.
        texts = table["source"].combine_chunks()
        changed = np.ones(len(texts), np.int32)
        changed[1:] = np.asarray(pc.not_equal(texts[1:], texts[:-1]))
        changed[0] = texts[0].as_py() != before
        parts["text"].append(np.cumsum(changed, dtype=np.int32) + runs)
        before, runs = texts[-1].as_py(), int(parts["text"][-1][-1])
    kinds = {"predicate": np.int8, "rank": np.int8, "share": np.float64}
    whole = {
        name: np.concatenate([np.empty(0, kinds.get(name, np.int32)), *found]) for name, found in parts.items()
    }
    subject, predicate, object_ = whole["subject"], whole["predicate"], whole["object"]
    size = len(subject)
    differs = np.zeros(max(0, size - 1), bool)
    for column in (subject, predicate, object_):
        if np.any(~differs & (column[1:] < column[:-1])):
            raise OutOfOrderError
        differs |= column[1:] != column[:-1]
    begins = np.concatenate([np.zeros(min(1, size), np.int64), np.flatnonzero(differs).astype(np.int64) + 1])
    whole["subject"], whole["predicate"], whole["object"] = subject[begins], predicate[begins], object_[begins]
    order = np.lexsort((whole["predicate"], whole["object"])).astype(np.int32)
    rows = np.arange(len(ids) + 1)
    return {
        **whole,
        "first": np.concatenate([begins, np.array([size], np.int64)]),
        "outs": np.searchsorted(whole["subject"], rows).astype(np.int32),
        "ins": np.searchsorted(whole["object"][order], rows).astype(np.int32),
        "by_end": order,
    }


def _codes(values: pa.ChunkedArray, known: pa.Array, kind: Any) -> Numbers:
    import pyarrow.compute as pc

    found = pc.index_in(values.combine_chunks(), value_set=known)
    if found.null_count:
        raise OutOfOrderError
    return np.asarray(found).astype(kind)
