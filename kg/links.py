"""The links of a graph, indexed once: who acts on whom, on what evidence, how surely.

A link is a triple (subject, predicate, object); rows of the table ``relations`` are its evidence. Documents
are meant by their row in the table ``documents``, links by a running number in the order of the table, so
the index is a few flat arrays: about 30 bytes a link, and no Python object for any of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import TYPE_CHECKING, Any, Final, cast

import pyarrow as pa
import pyarrow.compute as pc

from kg.errors import GraphError, KgError
from kg.models import PREDICATES, STRENGTHS, Predicate
from kg.tables import RelationRow

if TYPE_CHECKING:
    from kg.graph import Graph

_CODES: Final = tuple(sorted(PREDICATES))
_SUREST: Final = 0.99
_FORMATS: Final = {pa.int8(): "b", pa.int32(): "i", pa.int64(): "q", pa.uint64(): "Q", pa.float64(): "d"}

RowFilter = Callable[[int], bool]
"""Says of a row of the table ``relations`` whether it counts."""


def _flat(values: pa.Array) -> memoryview[Any]:
    """The numbers of an Arrow array without copying them."""
    width, buffer = values.type.bit_width // 8, values.buffers()[1]
    view = memoryview(buffer if buffer is not None else b"").cast("B")
    begin, form = values.offset * width, cast(Any, _FORMATS[values.type])
    return view[begin : begin + len(values) * width].cast(form)


@cache
def _spellings() -> dict[str, Predicate]:
    return {name.casefold(): name for name in PREDICATES}


def predicate_name(words: str) -> Predicate:
    """The predicate meant by a word: ``basedOn``, ``based-on``, ``BASED_ON``.

    Raises:
        KgError: there is no such predicate (``unknown-predicate``); the message lists all.

    >>> predicate_name("based-on")
    'basedOn'
    """
    key = words.strip().casefold().replace("-", "").replace("_", "").replace(" ", "")
    if (name := _spellings().get(key)) is None:
        raise KgError(
            f"there is no relation {words!r}; use one of {', '.join(PREDICATES)}",
            code="unknown-predicate",
            given=words,
            known=PREDICATES,
        )
    return name


def strength_rank(words: str) -> int:
    """0 for ``stated``, 1 for ``heading``, 2 for ``footnote``: the smaller, the stronger.

    Raises:
        KgError: there is no such strength (``unknown-strength``).

    >>> strength_rank("heading")
    1
    """
    for rank, name in enumerate(STRENGTHS):
        if name == words.strip().casefold():
            return rank
    raise KgError(
        f"there is no strength {words!r}; use one of {', '.join(STRENGTHS)}",
        code="unknown-strength",
        given=words,
        known=STRENGTHS,
    )


@dataclass(frozen=True, slots=True, repr=False)
class Links:
    """Flat arrays over the links of one graph; see :func:`links`.

    Attributes:
        subject, object: row of the document, by link.
        predicate: code of the predicate, by link.
        first: first row of evidence, by link, and one more number: the end of the last.
        ends: the objects once more, in ascending order.
        by_end: the links in the order of ``ends``.
        share, text, rank: confidence, text and strength, by row of evidence.
    """

    subject: memoryview[int]
    object: memoryview[int]
    predicate: memoryview[int]
    first: memoryview[int]
    ends: memoryview[int]
    by_end: memoryview[int]
    share: memoryview[float]
    text: memoryview[int]
    rank: memoryview[int]

    def __len__(self) -> int:
        """How many links there are."""
        return len(self.subject)

    def out(self, node: int) -> range:
        """The links in which a document acts."""
        return range(bisect_left(self.subject, node), bisect_right(self.subject, node))

    def into(self, node: int) -> list[int]:
        """The links in which a document is acted upon."""
        low, high = bisect_left(self.ends, node), bisect_right(self.ends, node)
        return list(self.by_end[low:high])

    def rows(self, link: int) -> range:
        """The rows of evidence of a link."""
        return range(self.first[link], self.first[link + 1])

    def predicate_of(self, link: int) -> Predicate:
        """The predicate of a link."""
        return _CODES[self.predicate[link]]

    def predicates(self) -> pa.Array:
        """The predicates of all links."""
        return pa.array(_CODES).take(pa.array(self.predicate, pa.int8()))

    def confidence(self, link: int, keep: RowFilter | None = None) -> float | None:
        """How sure a link is: 1 - ∏(1 - c) over the texts that state it, at most 0.99.

        Repetition inside one text is no further witness: of each text the surest row counts.

        Args:
            link: number of the link.
            keep: rows that count; None for all.

        Returns:
            The confidence, None where no row counts.
        """
        surest: dict[int, float] = {}
        for row in self.rows(link):
            if keep is None or keep(row):
                at = self.text[row]
                surest[at] = max(surest.get(at, 0.0), self.share[row])
        if not surest:
            return None
        shares = sorted(surest.values())
        if len(shares) == 1:  # the number itself: 1 - (1 - c) would add a rounding error
            return min(_SUREST, shares[0])
        return min(_SUREST, 1.0 - prod(1.0 - share for share in shares))

    def evidence(self, link: int, keep: RowFilter | None = None) -> list[int]:
        """The rows of evidence of a link that count: the strongest first, then the surest."""
        rows = [row for row in self.rows(link) if keep is None or keep(row)]
        return sorted(rows, key=lambda row: (self.rank[row], -self.share[row], row))

    def most_cited(self, top: int) -> list[tuple[int, int]]:
        """The documents with the most other documents linking to them: (row, how many)."""
        if not len(self):
            return []
        pairs = pa.table({"s": pa.array(self.subject, pa.int32()), "o": pa.array(self.object, pa.int32())})
        pairs = pairs.filter(pc.not_equal(pairs["s"], pairs["o"]))
        counts = pairs.group_by("o").aggregate([("s", "count_distinct")])
        order = pc.sort_indices(counts, sort_keys=[("s_count_distinct", "descending"), ("o", "ascending")])
        best = counts.take(order[: max(0, top)])
        return list(zip(best["o"].to_pylist(), best["s_count_distinct"].to_pylist(), strict=True))


def links(graph: Graph) -> Links:
    """The index of a graph's links, made when it is first asked for.

    Raises:
        GraphError: rows of a loaded graph are out of order or lead nowhere (``graph-damaged``).
    """
    return graph.memo("links", _index)


def read_evidence(graph: Graph, groups: Sequence[Sequence[int]]) -> list[tuple[RelationRow, ...]]:
    """The records of groups of rows of the table ``relations``, all read in one go."""
    flat = iter(graph.relation_rows([row for group in groups for row in group]))
    return [tuple(next(flat) for _ in group) for group in groups]


def _neighbours(*columns: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Of each row but the first: whether it differs from the one before, and whether it should precede it."""
    differs = early = pa.array([False] * max(0, len(columns[0]) - 1), pa.bool_())
    for column in columns:
        before, after = column[:-1], column[1:]
        early = pc.or_(early, pc.and_(pc.invert(differs), pc.greater(before, after)))
        differs = pc.or_(differs, pc.not_equal(before, after))
    return differs, early


def _index(graph: Graph) -> Links:
    table = graph.relations
    graph.row_of("")  # the ids have to be in order
    ids = graph.documents["id"].combine_chunks()

    def column(name: str) -> pa.Array:
        return table[name].combine_chunks()

    subject = pc.index_in(column("subject"), value_set=ids)
    object_ = pc.index_in(column("object"), value_set=ids)
    predicate = pc.cast(pc.index_in(column("predicate"), value_set=pa.array(_CODES)), pa.int8())
    rank = pc.cast(pc.index_in(column("strength"), value_set=pa.array(STRENGTHS)), pa.int8())
    differs, early = _neighbours(subject, predicate, object_)
    lost = any(part.null_count for part in (subject, object_, predicate, rank))
    if lost or pc.any(early).as_py():
        raise GraphError(
            "the rows of relations.parquet are out of order or lead to no document; build the graph again",
            code="graph-damaged",
            path=graph.folder,
        )
    begins = pc.add(pc.cast(pc.indices_nonzero(differs), pa.int64()), 1)
    size = len(subject)
    first = pa.concat_arrays([pa.array([0][: min(1, size)], pa.int64()), begins])
    ends = pa.concat_arrays([first, pa.array([size], pa.int64())])
    targets = object_.take(first)
    order = pc.sort_indices(targets)
    source = column("source").dictionary_encode().indices
    return Links(
        subject=_flat(subject.take(first)),
        object=_flat(targets),
        predicate=_flat(predicate.take(first)),
        first=_flat(ends),
        ends=_flat(targets.take(order)),
        by_end=_flat(order),
        share=_flat(column("confidence")),
        text=_flat(source),
        rank=_flat(rank),
    )
