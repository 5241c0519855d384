"""Which document is meant by what a person typed: an id, a number with or without its circumstances, a title.

A number never identifies a document, so it only proposes; type, date, term, body and place decide. What a
record does not know does not speak against it, but a record that says yes goes before one that is silent.
Where several documents remain, nothing is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from kg import registry
from kg.errors import AmbiguousError, NotFoundError
from kg.models import Document
from kg.words import (
    Asked,
    Tokens,
    body_words,
    contains,
    fold,
    in_order,
    number_parts,
    of_type,
    read_words,
    spelled,
    title_words,
    tokens,
)

if TYPE_CHECKING:
    from kg.graph import Graph

_NAMED: Final = 10
_NEAR: Final = 5
_ID_TERM: Final = re.compile(r"_(k\d+)_")

Fit = int
"""How a record answers to one thing asked: 0 yes, 1 it does not know, 2 no."""
YES: Final[Fit] = 0
SILENT: Final[Fit] = 1
NO: Final[Fit] = 2


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    """How well a record answers; smaller is better, equal ranks are not told apart.

    Attributes:
        loose: the number is only a part of the record's, or the title only contains the words.
        silent: the record does not know something that was asked.
        form: the number is the same but for separators or the year in it.
        other: words of the title are not in the record's.
    """

    loose: int
    silent: int
    form: int = 0
    other: int = 0


def label(document: Document) -> str:
    """A document in one line for a message.

    >>> label(Document("d", "chi-thi", "33/CT-TTg", "2021-11-26", "thu-tuong-chinh-phu"))
    'Chỉ thị 33/CT-TTg (2021-11-26, thu-tuong-chinh-phu) [d]'
    """
    known = registry.types().get(document.type or "")
    kind = known.name if known else document.type or ""
    name = document.number or document.title or ""
    name = name if fold(name).startswith(fold(kind)) else f"{kind} {name}".strip()
    circumstances = ", ".join(part for part in (document.date, document.issuer) if part)
    shown = (name, circumstances and f"({circumstances})", f"[{document.id}]")
    return " ".join(part for part in shown if part)


# What a record says to each thing asked


def _prefixes(a: str, b: str) -> bool:
    size = min(len(a), len(b))
    return a[:size] == b[:size]


def _year_in(parts: Tokens) -> str | None:
    return parts[0] if parts and re.fullmatch(r"(?:19|20)\d\d", parts[0]) else None


def _date_fit(document: Document, asked: str | None, others: Iterable[str]) -> Fit:
    if asked is None:
        return YES
    year = _year_in(number_parts(document.number)[1]) if document.number else None
    dates = [d for d in (document.date, *others) if d]
    if any(_prefixes(d, asked) and len(d) >= len(asked) for d in dates):
        return YES
    if any(_prefixes(d, asked) for d in dates):
        return SILENT
    if dates or (year and year != asked[:4]):
        return NO
    return YES if year == asked else SILENT


def _term_fit(document: Document, asked: str | None) -> Fit:
    if asked is None:
        return YES
    own = _ID_TERM.search(document.id)
    return SILENT if own is None else YES if own[1] == asked else NO


def _type_fit(document: Document, asked: Asked) -> Fit:
    if not asked.types:
        return YES
    return SILENT if document.type is None else YES if of_type(document.type, asked.types) else NO


def _body_tokens(document: Document) -> Tokens:
    place = tokens(document.locality or "")
    return place + tokens(document.issuer or "") + place + tokens(document.series or "")


def _issuer_fit(document: Document, asked: Tokens) -> Fit:
    if not asked or in_order(asked, _body_tokens(document)):
        return YES
    if document.title and contains(asked, tokens(document.title)):
        return YES
    return SILENT if document.issuer is None else NO


def _same_part(asked: str, own: str, exact: bool) -> bool:
    return asked == own if exact else asked == fold(own)


def _number_form(document: Document, asked: Asked) -> tuple[int, int] | None:
    """(loose, form) of a record's number against the number asked, None where it is another number.

    D stands for Đ only in a number that was typed without any Đ.
    """
    serial, parts = number_parts(document.number or "")
    if serial != asked.serial:
        return None
    exact = any("đ" in part for part in asked.parts)

    def starts(own: Tokens, given: Tokens) -> bool:
        return len(own) >= len(given) and all(
            _same_part(a, o, exact) for a, o in zip(given, own, strict=False)
        )

    own_year, given_year = _year_in(parts), _year_in(asked.parts)
    if starts(parts, asked.parts):
        if len(parts) > len(asked.parts):
            return 1, 0
        separators = [re.findall(r"[/_-]", text) for text in (document.number or "", asked.printed)]
        return 0, int(separators[0] != separators[1])
    if own_year and not given_year and parts[1:] and starts(parts[1:], asked.parts):
        same_year = asked.date is not None and asked.date[:4] == own_year
        return int(not same_year or len(parts) - 1 > len(asked.parts)), 1
    if given_year and not own_year and asked.parts[1:] and len(parts) == len(asked.parts) - 1:
        same_year = (document.date or "")[:4] == given_year
        return (0, 1) if same_year and starts(parts, asked.parts[1:]) else None
    return None


def _number_rank(document: Document, asked: Asked, dates: Iterable[str]) -> _Rank | None:
    if (form := _number_form(document, asked)) is None:
        return None
    fits = (
        _type_fit(document, asked),
        _date_fit(document, asked.date, dates),
        _term_fit(document, asked.term),
        _issuer_fit(document, asked.issuer),
    )
    if NO in fits:
        return None
    title = set(title_words(document.title or ""))
    return _Rank(form[0], int(SILENT in fits), form[1], int(not set(asked.title) <= title))


def _own_title(document: Document) -> Tokens:
    """The words of the title without the type that may begin it."""
    words, kind = title_words(document.title or ""), tokens(document.type or "")
    return words[len(kind) :] if kind and words[: len(kind)] == kind and len(words) > len(kind) else words


def _title_rank(document: Document, asked: Asked, dates: Iterable[str]) -> _Rank | None:
    """The words are known to occur somewhere in the record."""
    title = _own_title(document)
    date = _date_fit(document, asked.date, dates)
    if date != YES and asked.date and asked.date[:4] in tokens(document.title or ""):
        date = YES
    term = _term_fit(document, asked.term)
    if NO in (date, term):
        return None
    fits = (date, term, _type_fit(document, asked))
    return _Rank(int(title != asked.title), int(SILENT in fits))


# Candidates: the few rows that are worth a closer look


def _folded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The letters of a column in lower case without diacritics, everything else as single spaces."""
    plain = pc.replace_substring_regex(pc.utf8_normalize(column, "NFD"), r"\p{Mn}+", "")
    plain = pc.replace_substring_regex(pc.utf8_lower(plain), "[đðɖ]", "d")
    plain = pc.replace_substring_regex(plain, r"\bv/v\b", " ")  # "về việc", not the number five
    return pc.replace_substring_regex(plain, "[^a-z0-9]+", " ")


def _haystack(graph: Graph) -> pa.ChunkedArray:
    """Everything a record says of itself in words, one text a row."""
    table = graph.documents
    said = [_folded(table[name]) for name in ("type", "title", "issuer", "locality", "series", "date")]
    edge = pa.scalar("")
    return pc.binary_join_element_wise(edge, *said, edge, " ", null_handling="replace", null_replacement="")


def _rows_where(mask: pa.ChunkedArray | pa.Array) -> list[int]:
    return list(pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist())


def _rows_with_serial(graph: Graph, serial: str) -> list[int]:
    pattern = rf"(?i)^\s*0*{re.escape(serial)}(?:[^0-9A-Za-zđĐ.]|[A-Za-zđĐ]{{2}}|$)"
    return _rows_where(pc.match_substring_regex(graph.documents["number"], pattern))


def _has_word(hay: pa.ChunkedArray, word: str) -> pa.ChunkedArray:
    first, *others = (pc.match_substring(hay, f" {form} ") for form in spelled(word))
    return pc.or_(first, others[0]) if others else first


def _rows_with_words(graph: Graph, words: Iterable[str], types: frozenset[str]) -> list[int]:
    """Rows that hold every word, of one of the types or of an unknown one."""
    hay = graph.memo("haystack", _haystack)
    mask = pc.is_valid(hay)
    for word in dict.fromkeys(words):
        mask = pc.and_(mask, _has_word(hay, word))
    if types:
        column = graph.documents["type"]
        fitting = [t for t in pc.unique(column).to_pylist() if t is None or of_type(t, types)]
        mask = pc.and_(mask, pc.is_in(column, value_set=pa.array(fitting, pa.string())))
    return _rows_where(mask)


def _other_dates(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Dates on which the texts disagree, by document: each of them finds it."""
    rows = graph.conflicts.filter(pc.equal(graph.conflicts["field"], "date")).to_pylist()
    return {row["document"]: tuple(row["values"]) for row in rows}


_Found = list[tuple[_Rank, Document]]


def _order(pair: tuple[_Rank, Document]) -> tuple[Any, ...]:
    rank, document = pair
    return (document.status == "unresolved", rank, document.date or "9999", document.id)


def _ranked(
    graph: Graph,
    rows: list[int],
    asked: Asked,
    rank: Callable[[Document, Asked, Iterable[str]], _Rank | None],
) -> _Found:
    dates = graph.memo("other dates", _other_dates)
    found = []
    for document in graph.documents_at(rows):
        if (fit := rank(document, asked, dates.get(document.id, ()))) is not None:
            found.append((fit, document))
    ids = {document.id for _, document in found}
    # A reference that may be one of several documents is none of what was asked when none of these is.
    found = [(fit, d) for fit, d in found if not d.candidates or ids.intersection(d.candidates)]
    return sorted(found, key=_order)


def _by_title(graph: Graph, asked: Asked) -> _Found:
    if not (asked.title or asked.types or asked.term):
        return []
    for words in dict.fromkeys((asked.title, body_words(asked.title))):
        rows = _rows_with_words(graph, words, asked.types)
        if found := _ranked(graph, rows, asked, _title_rank):
            return found
    if not (asked.kind and asked.title):
        return []
    # "Quy định chi tiết …" can be a type and its title, or the beginning of a decree's title.
    return _by_title(graph, replace(asked, types=frozenset(), kind=(), title=asked.kind + asked.title))


def _search(graph: Graph, words: str) -> _Found:
    words = words.strip()
    if not words:
        return []
    if (document := graph.document(words)) is not None:
        return [(_Rank(0, 0), document)]
    if rows := _rows_where(pc.equal(graph.documents["source"], words)):
        return [(_Rank(0, 0), document) for document in graph.documents_at(rows)]
    asked = read_words(words)
    if asked.serial is None:
        return _by_title(graph, asked)
    if found := _ranked(graph, _rows_with_serial(graph, asked.serial), asked, _number_rank):
        return found
    return [] if asked.parts else _by_title(graph, read_words(words, bare=False))


def find(graph: Graph, words: str) -> list[Document]:
    """The documents that answer to ``words``, best first.

    Args:
        graph: where to look.
        words: an id; the name of a text that was read; a number with or without type, date, term, body
            or place (``Chỉ thị số 33/CT-TTg ngày 26/11/2021``, ``38/KH-UBND Quảng Ngãi``); a type with a
            running number (``Nghị quyết 25``); a title or words of it. Diacritics and capitals may be
            missing; a number typed without Đ finds D and Đ, one typed with Đ only what is printed so.

    Returns:
        Resolved documents first, then those that answer more exactly, then by date and id.

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[
    ...     {"id": "a", "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26"},
    ...     {"id": "b", "type": "ke-hoach", "number": "33/KH-UBND"}])
    >>> [d.id for d in find(g, "chi thi 33/ct-ttg")]
    ['a']
    """
    return [document for _, document in _search(graph, words)]


def _nearest(graph: Graph, words: str) -> list[Document]:
    """What may have been meant: the same running number, or most of the words."""
    asked = read_words(words)
    if asked.serial is None and words.strip().isdigit():
        asked = Asked(words, serial=number_parts(words.strip())[0])
    if asked.serial is not None:
        given = {fold(part) for part in asked.parts}

        def distance(document: Document) -> tuple[Any, ...]:
            own = number_parts(document.number or "")[1]
            same = len(set(own) & set(asked.parts)) + len({fold(part) for part in own} & given)
            return (-same, _type_fit(document, asked), document.date or "9999", document.id)

        rows = _rows_with_serial(graph, asked.serial)
        return sorted(graph.documents_at(rows), key=distance)[:_NEAR]
    wanted = tuple(dict.fromkeys(body_words(asked.title)))
    if not wanted:
        return []
    hay = graph.memo("haystack", _haystack)
    hits = pa.array([0] * len(hay), pa.int8())
    for word in wanted[:100]:
        hits = pc.add(hits, pc.cast(_has_word(hay, word), pa.int8()))
    table = pa.table({"row": pa.array(range(len(hay)), pa.int64()), "hits": hits})
    table = table.filter(pc.greater_equal(table["hits"], (min(len(wanted), 100) + 1) // 2))
    order = pc.sort_indices(table, sort_keys=[("hits", "descending"), ("row", "ascending")])
    return graph.documents_at(table["row"].take(order[:_NEAR]).to_pylist())


def _listed(documents: Iterable[Document]) -> str:
    shown = [label(document) for document in documents]
    more = f"; and {len(shown) - _NAMED} more" if len(shown) > _NAMED else ""
    return "; ".join(shown[:_NAMED]) + more


def find_one(graph: Graph, words: str) -> Document:
    """The one document that answers to ``words``.

    Citations that may be several documents (``status`` unresolved) count only where no resolved document
    answers. Of the others, those that answer most exactly count.

    Args:
        graph: where to look.
        words: see :func:`find`.

    Raises:
        NotFoundError: none answers; ``suggestions`` holds the nearest.
        AmbiguousError: several answer equally well; ``candidates`` holds them.

    >>> from kg.graph import Graph
    >>> g = Graph.from_rows(documents=[{"id": "a", "type": "luat", "title": "Tiếp công dân"}])
    >>> find_one(g, "luat tiep cong dan").id
    'a'
    """
    found = _search(graph, words)
    if not found:
        near = _nearest(graph, words)
        hint = f"; the nearest: {_listed(near)}" if near else ""
        raise NotFoundError(f"no document answers to {words.strip()!r}{hint}", near, words=words)
    resolved = [pair for pair in found if pair[1].status != "unresolved"] or found
    best = [document for rank, document in resolved if rank == resolved[0][0]]
    if len(best) > 1:
        raise AmbiguousError(
            f"{words.strip()!r} may be one of {len(best)} documents: {_listed(best)}", best, words=words
        )
    return best[0]
