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
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from kg.arrays import ARRAYS, CODES, OutOfOrderError, link_arrays
from kg.errors import GraphError, KgError
from kg.models import PREDICATES, STRENGTHS, Predicate
from kg.records import RelationRow

if TYPE_CHECKING:
    from kg.graph import Graph

_SUREST: Final = 0.99

Numbers = np.ndarray[Any, Any]

RowFilter = Callable[[int], bool]
"""Says of a row of the table ``relations`` whether it counts."""


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
        outs: where the links of each document begin, by row, and one more number: the end of the last.
        by_end: the links by object, those of one object by predicate.
        ins: where the links to each document begin in ``by_end``, and the end of the last.
        share, text, rank: confidence, text and strength, by row of evidence.
    """

    subject: memoryview[int]
    object: memoryview[int]
    predicate: memoryview[int]
    first: memoryview[int]
    outs: memoryview[int]
    ins: memoryview[int]
    by_end: memoryview[int]
    share: memoryview[float]
    text: memoryview[int]
    rank: memoryview[int]

    def __len__(self) -> int:
        """How many links there are."""
        return len(self.subject)

    def out(self, node: int, predicate: Predicate | None = None) -> range:
        """The links in which a document acts, all or those of one kind."""
        low, high = self.outs[node], self.outs[node + 1]
        if predicate is not None:
            code = CODES.index(predicate)
            low, high = bisect_left(self.predicate, code, low, high), bisect_right(self.predicate, code, low, high)
        return range(low, high)

    def into(self, node: int, predicate: Predicate | None = None) -> list[int]:
        """The links in which a document is acted upon, all or those of one kind."""
        low, high = self.ins[node], self.ins[node + 1]
        if predicate is not None:
            code, kind = CODES.index(predicate), lambda link: self.predicate[link]
            first = bisect_left(self.by_end, code, low, high, key=kind)
            low, high = first, bisect_right(self.by_end, code, first, high, key=kind)
        return sorted(self.by_end[low:high])

    def rows(self, link: int) -> range:
        """The rows of evidence of a link."""
        return range(self.first[link], self.first[link + 1])

    def predicate_of(self, link: int) -> Predicate:
        """The predicate of a link."""
        return CODES[self.predicate[link]]

    def predicates(self) -> pa.Array:
        """The predicates of all links."""
        return pa.array(CODES).take(pa.array(np.asarray(self.predicate)))

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

    def confidences(self, links: Numbers) -> Numbers:
        """How sure each of many links is; see :meth:`confidence`."""
        first, share = np.asarray(self.first), np.asarray(self.share)
        found: Numbers = np.minimum(_SUREST, share[first[links]])
        for at in np.flatnonzero(first[links + 1] - first[links] > 1):
            found[at] = self.confidence(int(links[at]))
        return found

    def evidence(self, link: int, keep: RowFilter | None = None) -> list[int]:
        """The rows of evidence of a link that count: the strongest first, then the surest."""
        rows = [row for row in self.rows(link) if keep is None or keep(row)]
        return sorted(rows, key=lambda row: (self.rank[row], -self.share[row], row))

    def most_cited(self, top: int) -> list[tuple[int, int]]:
        """The documents with the most other documents linking to them: (row, how many)."""
        import pyarrow.compute as pc

        if not len(self):
            return []
        pairs = pa.table({"s": np.asarray(self.subject), "o": np.asarray(self.object)})
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


def _index(graph: Graph) -> Links:
    if graph.index is not None:
        arrays = graph.index.links
    else:
        graph.row_of("")  # the ids have to be in order
        try:
            arrays = link_arrays(graph.documents["id"].combine_chunks(), [graph.relations])
        except OutOfOrderError as error:
            raise GraphError(
                "the rows of relations.parquet are out of order or lead to no document; build the graph again",
                code="graph-damaged",
                path=graph.folder,
            ) from error
    return Links(**{name: memoryview(arrays[name]) for name in ARRAYS})  # type: ignore[arg-type]
