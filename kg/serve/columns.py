"""The columns that searching and sorting need, in memory once for each graph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.labels import body_of, type_of
from kg.links import links
from kg.serve.briefs import province_of
from kg.view.tiers import tier_of
from kg.words import fold

if TYPE_CHECKING:
    from kg.graph import Graph

_KIND: Final = ("type", "issuer", "series", "level", "branch")
"""What the province and the level of a document follow from."""
Numbers = np.ndarray[Any, Any]

@dataclass(frozen=True, slots=True)
class Columns:
    """What searching needs of each document.

    Attributes:
        hay: number, type, title, body, place and date in folded words, with a space before each.
        key: the number without spaces, folded.
        title: the folded title.
        degree: how many other documents link to it.
        place: slug of its province, empty where it has none.
        place_code, places: the same as a number, and what the numbers mean; 0 is none.
        tier: its level, an index of :data:`kg.view.tiers.TIERS`.
        day: its day as a number (:meth:`datetime.date.toordinal`), 0 where it is not fully known.
        when: its place among all dates, -1 where it has none.
        year: its year, null where it is not known.
        type, issuer, date, status: as in the table.
        issuers: the folded names of each issuer.
    """

    hay: pa.Array
    key: pa.Array
    title: pa.Array
    degree: pa.Array
    place: pa.Array
    place_code: Numbers
    places: tuple[str, ...]
    tier: Numbers
    day: Numbers
    when: Numbers
    year: pa.Array
    type: pa.Array
    issuer: pa.Array
    date: pa.Array
    status: pa.Array
    issuers: dict[str, str]


def _flat(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _folded(column: pa.Array) -> pa.Array:
    plain = pc.replace_substring_regex(pc.utf8_normalize(pc.fill_null(column, ""), "NFD"), r"\p{Mn}+", "")
    plain = pc.replace_substring_regex(pc.utf8_lower(plain), "[đðɖ]", "d")
    return pc.utf8_trim(pc.replace_substring_regex(plain, "[^a-z0-9]+", " "), " ")


def _named(column: pa.Array, name: Any) -> pa.Array:
    """For each row what ``name`` makes of its value: worked out once for each value."""
    coded = column.dictionary_encode()
    words = [name(value) for value in coded.dictionary.to_pylist()]
    return pc.fill_null(pa.array(words, pa.string()).take(coded.indices), "")


def _issuer_words(slug: str) -> str:
    body = body_of(slug)
    names = f"{body.name.vi} {body.short.vi} {body.name.en}" if body else ""
    return " " + re.sub(r"[^a-z0-9]+", " ", fold(f"{names} {slug}")).strip()


def _type_words(slug: str) -> str:
    kind = type_of(slug)
    return re.sub(r"[^a-z0-9]+", " ", fold(f"{kind.vi} {kind.en}")).strip()


def _kinds(columns: dict[str, pa.Array]) -> tuple[Numbers, list[dict[str, str]]]:
    """A number for each row, and what it means: many documents are of one type, body and level."""
    joined = pc.binary_join_element_wise(*columns.values(), "\n", null_handling="replace", null_replacement="")
    coded = _flat(joined).dictionary_encode()
    kinds = [dict(zip(columns, words.split("\n"), strict=True)) for words in coded.dictionary.to_pylist()]
    return np.asarray(coded.indices), kinds


def _times(dates: pa.Array) -> tuple[Numbers, Numbers]:
    """Of each date its day and its place among all, see :class:`Columns`."""
    coded = dates.dictionary_encode(null_encoding="encode")
    known = coded.dictionary.to_pylist()
    place = {value: at for at, value in enumerate(sorted({value for value in known if value}))}
    codes = np.asarray(coded.indices)
    days = np.array([_day(value) for value in known], np.int32)
    return days[codes], np.array([place.get(value, -1) for value in known], np.int32)[codes]


def _day(iso: str | None) -> int:
    try:
        return date.fromisoformat(iso or "").toordinal()
    except ValueError:
        return 0


def columns_of(graph: Graph) -> Columns:
    """The columns of a graph."""
    return graph.memo("serve columns", _made)


def size_of(graph: Graph) -> int:
    """How many documents a graph has, without loading any.

    >>> from kg.graph import Graph
    >>> size_of(Graph.from_rows(documents=[{"id": "a"}]))
    1
    """
    return int(graph.meta["counts"]["documents"])


def _made(graph: Graph) -> Columns:
    wanted = (*_KIND, "id", "number", "date", "title", "locality", "status")
    column = {name: _flat(graph.column("documents", name)) for name in wanted}
    count = len(column["id"])
    issuers = {slug: _issuer_words(slug) for slug in column["issuer"].unique().to_pylist() if slug}
    key, title = _folded(column["number"]), _folded(column["title"])
    printed = pc.fill_null(column["date"], "")
    turned = pc.replace_substring_regex(printed, r"^(\d{4})-(\d\d)-(\d\d)$", r"\3 \2 \1")
    said = [
        key, _named(column["type"], _type_words), title, _named(column["issuer"], issuers.get),
        _folded(column["locality"]), _folded(turned), _folded(printed), pc.utf8_lower(column["id"]),
    ]  # fmt: skip
    edge = pa.scalar("")
    codes, kinds = _kinds({name: column[name] for name in _KIND})
    provinces = [province_of(kind["series"], kind["issuer"]) for kind in kinds]
    places = ("", *sorted({place for place in provinces if place}))
    place_code = np.array([places.index(place) for place in provinces], np.int32)[codes]
    tier = np.array([tier_of(kind) for kind in kinds], np.int8)[codes]
    day, when = _times(column["date"])
    degree = [0] * count
    for row, times in links(graph).most_cited(count):
        degree[row] = times
    year = pc.utf8_slice_codeunits(column["date"], 0, 4)
    return Columns(
        hay=pc.binary_join_element_wise(edge, *said, " "),
        key=key,
        title=title,
        degree=pa.array(degree, pa.int32()),
        place=pa.array(places, pa.string()).take(pa.array(place_code)),
        place_code=place_code,
        places=places,
        tier=tier,
        day=day,
        when=when,
        year=pc.if_else(pc.match_substring_regex(year, r"^\d{4}$"), year, pa.scalar(None, pa.string())),
        type=column["type"],
        issuer=column["issuer"],
        date=column["date"],
        status=column["status"],
        issuers=issuers,
    )
