"""Finding documents by what a person types, and by type, body, place, year and relation.

Unlike :mod:`kg.lookup`, which answers only where it is sure, a search shows everything that fits, the best
first, also while a word is still being typed. All work is on whole columns, so that it stays quick in large
graphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import pyarrow as pa
import pyarrow.compute as pc

from kg import registry
from kg.errors import KgError
from kg.links import links, predicate_name
from kg.models import PREDICATES, Predicate
from kg.serve.columns import Columns, columns_of, size_of
from kg.words import fold, of_type, types_named

if TYPE_CHECKING:
    from kg.graph import Graph

Sort = Literal["best", "newest", "oldest", "cited"]
SORTS: Final[tuple[Sort, ...]] = ("best", "newest", "oldest", "cited")
_WORDS: Final = 12
"""Words of a question that are looked at; more would only make it slower."""


_COMPARED: Final = 20_000
"""Where more documents hold all the words, it is not asked whether they stand together."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty field asks for nothing.

    Attributes:
        words: number, title, body or parts of them, diacritics optional.
        type: slug, name or code of a type.
        issuer: words of a body's name.
        place: slug of a province.
        since, until: first and last year.
        relation: only documents that do this to another one.
        status: ``read``, ``cited`` or ``unresolved``.
        sort: what stands first.
    """

    words: str = ""
    type: str = ""
    issuer: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    relation: str = ""
    status: str = ""
    sort: Sort = "best"


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of the table ``documents`` that fit, and how they divide.

    Attributes:
        total: how many fit.
        rows: those of the page asked for, in order.
        types, places, years: how many of all that fit are of each, the most frequent first (years ascending).
    """

    total: int
    rows: tuple[int, ...]
    types: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def prepare(graph: Graph) -> None:
    """Make the columns of a graph now, so that the first search does not wait for them."""
    columns_of(graph)


def search(graph: Graph, wanted: Wanted, *, start: int = 0, size: int = 20) -> Found:
    """The documents that fit.

    Args:
        graph: the graph.
        wanted: what they have to be.
        start, size: which of them to name, counted from 0.

    Raises:
        KgError: a type or a relation is unknown.

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[
    ...     {"id": "a", "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26"},
    ...     {"id": "b", "type": "ke-hoach", "number": "133/KH-UBND", "title": "công tác dân vận"}])
    >>> search(g, Wanted("33/ct")).rows, search(g, Wanted("dan va")).rows, search(g, Wanted(type="Chỉ thị")).total
    ((0,), (1,), 1)
    """
    columns = columns_of(graph)
    rows = _filtered(graph, columns, wanted)
    words = _words(wanted.words)
    rows = _with_words(columns, rows, words)
    ordered = _ordered(columns, rows, words, wanted)
    return Found(
        total=len(rows),
        rows=tuple(ordered[start : start + size].to_pylist()),
        types=_tally(columns.type.take(rows)),
        places=tuple(pair for pair in _tally(columns.place.take(rows)) if pair[0]),
        years=tuple(sorted(pair for pair in _tally(columns.year.take(rows)) if pair[0])),
    )


def suggest(graph: Graph, words: str, size: int = 8) -> tuple[int, ...]:
    """Rows of the documents that are the likeliest to be meant by what has been typed so far.

    >>> from kg.graph import Graph
    >>> suggest(Graph.from_rows(documents=[{"id": "a", "type": "luat", "title": "Đất đai"}]), "dat d")
    (0,)
    """
    columns = columns_of(graph)
    parts = _words(words)
    if not parts:
        return ()
    rows = _of_number(columns, parts)
    if not len(rows):
        rows = _with_words(columns, pa.array(range(len(columns.hay)), pa.int64()), parts)
    return tuple(_ordered(columns, rows, parts, Wanted(words))[:size].to_pylist())


def _of_number(columns: Columns, parts: Sequence[str]) -> pa.Array:
    """Rows whose number begins with the number typed and that hold the other words; quick in a large graph."""
    number = next((part for part in parts if part[:1].isdigit()), None)
    if number is None:
        return pa.array([], pa.int64())
    rows = pc.cast(pc.indices_nonzero(pc.starts_with(columns.key, number)), pa.int64())
    return _with_words(columns, rows, [part for part in parts if part != number])


# What is typed


def _words(text: str) -> tuple[str, ...]:
    """Folded words; a number stays one, with its separators as single spaces.

    >>> _words("Chỉ thị số 33/CT-TTg"), _words("  ")
    (('chi', 'thi', '33 ct ttg'), ())
    """
    folded = re.sub(r"\b(?:so|ngay)\s+(?=\d)", "", fold(text))
    found = (re.sub(r"[^a-z0-9]+", " ", part).strip() for part in folded.split())
    return tuple(dict.fromkeys(part for part in found if part))[:_WORDS]


# What fits


def _filtered(graph: Graph, columns: Columns, wanted: Wanted) -> pa.Array:
    masks: list[Any] = []
    if wanted.type:
        slugs = _types(columns, wanted.type)
        masks.append(pc.is_in(columns.type, value_set=pa.array(sorted(slugs), pa.string())))
    if wanted.issuer:
        words = _words(wanted.issuer)
        fitting = [slug for slug, names in columns.issuers.items() if all(f" {word}" in names for word in words)]
        masks.append(pc.is_in(columns.issuer, value_set=pa.array(fitting, pa.string())))
    if wanted.place:
        masks.append(pc.equal(columns.place, wanted.place))
    if wanted.since:
        masks.append(pc.greater_equal(columns.year, wanted.since[:4]))
    if wanted.until:
        masks.append(pc.less_equal(columns.year, wanted.until[:4]))
    if wanted.status:
        masks.append(pc.equal(columns.status, wanted.status))
    if wanted.relation:
        masks.append(graph.memo(f"serve does {predicate_name(wanted.relation)}", _doing(wanted.relation)))
    if not masks:
        return pa.array(range(len(columns.hay)), pa.int64())
    mask = masks[0]
    for other in masks[1:]:
        mask = pc.and_(mask, other)
    return pc.cast(pc.indices_nonzero(pc.fill_null(mask, False)), pa.int64())


def _types(columns: Columns, words: str) -> frozenset[str]:
    wanted = types_named(words) or frozenset([words])
    known = [slug for slug in columns.type.unique().to_pylist() if slug is not None]
    found = frozenset(slug for slug in known if of_type(slug, wanted))
    if not found and words not in registry.types() and not types_named(words):
        raise KgError(f"there is no document type {words!r}", code="unknown-type", given=words)
    return found


def _doing(relation: str) -> Any:
    def made(graph: Graph) -> pa.Array:
        index, name = links(graph), predicate_name(relation)
        doing = bytearray(size_of(graph))
        for link in range(len(index)):
            if index.predicate_of(link) == name:
                doing[index.subject[link]] = 1
        return pc.equal(pa.array(memoryview(doing), pa.uint8()), 1)

    return made


def _with_words(columns: Columns, rows: pa.Array, words: Sequence[str]) -> pa.Array:
    """The rows that hold each word or begin one with it; the longest word first, since it leaves the fewest."""
    hay = columns.hay if len(rows) == len(columns.hay) else columns.hay.take(rows)
    order = sorted(words, key=len, reverse=True)
    for at, word in enumerate(order):
        mask = pc.match_substring(hay, f" {word}")
        rows = rows.filter(mask)
        if at + 1 < len(order):
            hay = hay.filter(mask)
    return rows


def _ordered(columns: Columns, rows: pa.Array, words: Sequence[str], wanted: Wanted) -> pa.Array:
    degree = columns.degree.take(rows)
    keys: dict[str, Any] = {"row": rows, "degree": degree}
    order: list[tuple[str, Literal["ascending", "descending"]]] = []
    if wanted.sort in ("newest", "oldest"):
        keys["date"] = columns.date.take(rows)
        order.append(("date", "descending" if wanted.sort == "newest" else "ascending"))
    elif wanted.sort == "best" and words:
        keys["rank"] = _rank(columns, rows, words)
        order.append(("rank", "ascending"))
    open_ = pc.equal(columns.status.take(rows), "unresolved")
    keys["open"] = pc.cast(open_, pa.int8())
    order += [("open", "ascending"), ("degree", "descending"), ("row", "ascending")]
    return rows.take(pc.sort_indices(pa.table(keys), sort_keys=order))


def _rank(columns: Columns, rows: pa.Array, words: Sequence[str]) -> pa.Array:
    """0 the number itself, 1 a number or a title that begins so, 2 all words together, 3 the words apart."""
    whole = " ".join(words)
    numbers = [word for word in words if word[:1].isdigit()]
    key, title = columns.key.take(rows), columns.title.take(rows)
    begins, exact = pc.starts_with(title, whole), pa.array([False] * len(rows), pa.bool_())
    for number in numbers:
        exact = pc.or_(exact, pc.equal(key, number))
        begins = pc.or_(begins, pc.starts_with(key, number))
    together: Any = len(words) < 2
    if len(words) > 1 and len(rows) <= _COMPARED:
        together = pc.match_substring(columns.hay.take(rows), f" {whole}")
    rank = pc.if_else(exact, 0, pc.if_else(begins, 1, pc.if_else(together, 2, 3)))
    return pc.cast(rank, pa.int8())


def _tally(values: pa.Array | pa.ChunkedArray) -> tuple[tuple[str, int], ...]:
    counted = ((row["values"] or "", row["counts"]) for row in values.value_counts().to_pylist())
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def relations_done(graph: Graph) -> tuple[Predicate, ...]:
    """The relations that occur in a graph, in their fixed order."""

    def made(graph: Graph) -> tuple[Predicate, ...]:
        present = set(links(graph).predicates().unique().to_pylist())
        return tuple(name for name in PREDICATES if name in present)

    return graph.memo("serve relations", made)


def facets(pairs: Iterable[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """The first few of a division, without what has no name."""
    return [pair for pair in pairs if pair[0]][:most]
