"""Which document is meant by what a person typed: an id, a number with or without its circumstances, a title.

A number never identifies a document, so it only proposes; type, date, term, body and place decide. What a
record does not know does not speak against it, but a record that says yes goes before one that is silent.
Where several documents remain, nothing is chosen.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from kg import registry
from kg.dates import FULL_DAY, compatible
from kg.errors import AmbiguousError, NotFoundError
from kg.matching import Rank, number_rank, title_rank, type_fit
from kg.models import Document
from kg.postings import COLUMNS, Postings, part_words, postings, serial_word
from kg.words import Asked, Tokens, body_words, fold, number_parts, of_type, read_words, spelled

if TYPE_CHECKING:
    from kg.graph import Graph

_NAMED: Final = 10
_NEAR: Final = 5
_MANY: Final = 500


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


# Candidates: the few rows that are worth a closer look


def _words(graph: Graph) -> Postings:
    if graph.index is not None:
        return graph.index.words
    return graph.memo("words", lambda made: postings([made.documents.select(COLUMNS)]))


def _all_of(found: Iterable[np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """The rows that stand in every one, the rarest first."""
    ordered = sorted(found, key=len)
    rows = ordered[0]
    for other in ordered[1:]:
        if not len(rows):
            break
        rows = rows[other[np.minimum(np.searchsorted(other, rows), len(other) - 1)] == rows]
    return rows


def _rows_with_number(graph: Graph, serial: str, parts: Tokens) -> list[int]:
    """Rows of numbers with this serial and, in any place, all these parts."""
    words = _words(graph)
    found = [words.of(word) for word in (serial_word(serial), *part_words(parts))]
    return [int(row) for row in _all_of(found)]


def _nearest_numbers(graph: Graph, serial: str, parts: Tokens) -> list[int]:
    """Rows of numbers with this serial, those that share most parts where there are very many."""
    words = _words(graph)
    rows = words.of(serial_word(serial))
    if len(rows) > _MANY:
        shared = np.zeros(len(rows), int)
        for word in part_words(parts):
            shared += np.isin(rows, words.of(word), assume_unique=True)
        rows = np.sort(rows[np.argsort(-shared, kind="stable")[:_MANY]])
    return [int(row) for row in rows]


def _rows_with_word(graph: Graph, word: str) -> np.ndarray[Any, Any]:
    words = _words(graph)
    first, *others = (words.of(form) for form in spelled(word))
    return np.union1d(first, others[0]) if others else first


def _types(graph: Graph) -> tuple[np.ndarray[Any, Any], list[str | None]]:
    """The code of the type of every document, and the types."""
    if graph.index is not None:
        return graph.index.types, graph.index.type_names
    kinds = graph.documents["type"].combine_chunks().dictionary_encode(null_encoding="encode")
    return np.asarray(kinds.indices), kinds.dictionary.to_pylist()


def _rows_with_words(graph: Graph, words: Iterable[str], types: frozenset[str]) -> list[int]:
    """Rows that hold every word, of one of the types or of an unknown one."""
    codes, names = graph.memo("type codes", _types)
    found = [_rows_with_word(graph, word) for word in dict.fromkeys(words)]
    rows = _all_of(found) if found else np.arange(len(codes))
    if types:
        fitting = [at for at, name in enumerate(names) if name is None or of_type(name, types)]
        rows = rows[np.isin(codes[rows], fitting)]
    return [int(row) for row in rows]


def _other_dates(graph: Graph, documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Dates on which the texts disagree, by document: each of them finds it."""
    rows = graph.rows_where("conflicts", "document", [d.id for d in documents])
    return {row["document"]: tuple(row["values"]) for row in rows if row["field"] == "date"}


_Found = list[tuple[Rank, Document]]


def _order(pair: tuple[Rank, Document]) -> tuple[Any, ...]:
    rank, document = pair
    return (document.status == "unresolved", rank, document.date or "9999", document.id)


def _ranked(
    graph: Graph,
    rows: list[int],
    asked: Asked,
    rank: Callable[[Document, Asked, Iterable[str]], Rank | None],
) -> _Found:
    documents = graph.documents_at(rows)
    dates = _other_dates(graph, documents) if asked.date and documents else {}
    found = []
    for document in documents:
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
        if found := _ranked(graph, rows, asked, title_rank):
            return found
    if not (asked.kind and asked.title):
        return []
    # "Quy định chi tiết …" can be a type and its title, or the beginning of a decree's title.
    return _by_title(graph, replace(asked, types=frozenset(), kind=(), title=asked.kind + asked.title))


def _rows_of_text(graph: Graph, name: str) -> list[int]:
    """The documents that were read from a text of this name."""
    import pyarrow.compute as pc

    if graph.index is None:
        mask = pc.equal(graph.documents["source"], name)
        return list(pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist())
    named = graph.rows_where("sources", "source", [name])
    rows = [row for one in named if one["document"] and (row := graph.row_of(one["document"])) is not None]
    return [row for row, found in zip(rows, graph.document_rows(rows), strict=True) if found["source"] == name]


def _search(graph: Graph, words: str) -> _Found:
    words = words.strip()
    if not words:
        return []
    if (document := graph.document(words)) is not None:
        return [(Rank(0, 0), document)]
    if rows := _rows_of_text(graph, words):
        return [(Rank(0, 0), document) for document in graph.documents_at(rows)]
    asked = read_words(words)
    if asked.serial is None:
        return _by_title(graph, asked)
    if found := _ranked(graph, _rows_with_number(graph, asked.serial, asked.parts), asked, number_rank):
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
            return (-same, type_fit(document, asked), document.date or "9999", document.id)

        rows = _nearest_numbers(graph, asked.serial, asked.parts)
        return sorted(graph.documents_at(rows), key=distance)[:_NEAR]
    wanted = tuple(dict.fromkeys(body_words(asked.title)))
    if not wanted:
        return []
    hits = Counter(int(row) for word in wanted[:100] for row in _rows_with_word(graph, word))
    enough = (min(len(wanted), 100) + 1) // 2
    best = heapq.nsmallest(_NEAR, ((-count, row) for row, count in hits.items() if count >= enough))
    return graph.documents_at([row for _, row in best])


def _is_apart(reference: Document, known: Iterable[Document]) -> bool:
    """Whether an open reference is none of these documents: it has a day of its own."""
    day = reference.date or ""
    return len(day) == FULL_DAY and not any(compatible(day, document.date) for document in known)


def _listed(documents: Iterable[Document]) -> str:
    shown = [label(document) for document in documents]
    more = f"; and {len(shown) - _NAMED} more" if len(shown) > _NAMED else ""
    return "; ".join(shown[:_NAMED]) + more


def find_one(graph: Graph, words: str) -> Document:
    """The one document that answers to ``words``.

    Citations that may be several documents (``status`` unresolved) count only where they are none of the resolved
    documents that answer. Of the others, those that answer most exactly count.

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
    known = [document for _, document in found if document.status != "unresolved"]
    if known:
        found = [pair for pair in found if pair[1].status != "unresolved" or _is_apart(pair[1], known)]
    best = [document for rank, document in found if rank == found[0][0]]
    if len(best) > 1:
        raise AmbiguousError(
            f"{words.strip()!r} may be one of {len(best)} documents: {_listed(best)}", best, words=words
        )
    return best[0]
