"""Which documents and which evidence a question is about: by type, body, time, strength, provision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
from kg.links import RowFilter, links, strength_rank
from kg.models import Document, Provision
from kg.tables import provisions_read
from kg.words import Tokens, body_words, contains, in_order, of_type, parse_date, tokens, types_named

if TYPE_CHECKING:
    from kg.graph import Graph

DocumentFilter = Callable[[Document], bool]
"""Says of a document whether it counts."""

_LEVELS: Final = {
    "phuluc": "phu_luc", "phan": "phan", "chuong": "chuong", "muc": "muc", "dieu": "dieu",
    "khoan": "khoan", "diem": "diem",
}  # fmt: skip


# Which rows of evidence count


def _provision(wanted: str | Provision) -> Mapping[str, str]:
    """The levels of a provision as asked: ``Điều 19``, ``khoan 2 dieu 19``."""
    if isinstance(wanted, Provision):
        return wanted.as_dict()
    words = tokens(wanted.casefold().replace("phụ lục", "phuluc").replace("phu luc", "phuluc"))
    pairs = list(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not pairs or any(level not in _LEVELS for level, _ in pairs):
        raise KgError(
            f"{wanted!r} is no provision; write for example 'khoản 2 Điều 19'",
            code="bad-provision",
            given=wanted,
        )
    return {_LEVELS[level]: value for level, value in pairs}


def row_filter(
    graph: Graph, strength: str | None = None, provision: str | Provision | None = None
) -> RowFilter | None:
    """Rows of evidence that are strong enough and about a provision; None where every row counts.

    Args:
        graph: the graph.
        strength: the weakest that counts: ``stated``, then ``heading``, then ``footnote``.
        provision: a row counts that is about it or about a part of it: ``Điều 19``, ``khoan 2 dieu 19``.

    Raises:
        KgError: strength or provision cannot be understood.
    """
    if strength is None and provision is None:
        return None
    rank = links(graph).rank
    weakest = strength_rank(strength) if strength is not None else len(rank)
    wanted = _provision(provision).items() if provision is not None else ()
    column = graph.relations["provisions"]

    def keep(row: int) -> bool:
        if rank[row] > weakest:
            return False
        if not wanted:
            return True
        cited = (p.as_dict() for p in provisions_read(column[row].as_py()))
        return any(all("".join(tokens(p.get(n, ""))) == value for n, value in wanted) for p in cited)

    return keep


# Which documents count


def _known_types(graph: Graph) -> frozenset[str]:
    return frozenset(t for t in graph.documents["type"].unique().to_pylist() if t is not None)


def type_filter(graph: Graph, words: str) -> DocumentFilter:
    """Documents of a type or a kind of it.

    Args:
        graph: the graph.
        words: slug, name or code of the type; diacritics optional.

    Raises:
        KgError: neither the registry nor the graph has such a type (``unknown-type``).
    """
    wanted = types_named(words)
    if not wanted:
        slug = "-".join(tokens(words))
        wanted = frozenset([slug])
        if not any(of_type(known, wanted) for known in graph.memo("types", _known_types)):
            raise KgError(f"there is no document type {words!r}", code="unknown-type", given=words)
    return lambda document: of_type(document.type, wanted)


@cache
def _bodies_of(issuer: str) -> tuple[Tokens, ...]:
    return tuple(tokens(body) for body in issuer.split("+"))


def _issuers(graph: Graph) -> tuple[str, ...]:
    return tuple(sorted(i for i in graph.documents["issuer"].unique().to_pylist() if i is not None))


def issuer_filter(graph: Graph, words: str) -> DocumentFilter:
    """Documents of bodies whose name begins with the words; where none does, whose name holds them.

    "Chính phủ" is the Government and not its Prime Minister (Thủ tướng Chính phủ), "An Giang" is every
    body of that province.
    """
    wanted = body_words(words) or tokens(words)
    everybody = graph.memo("issuers", _issuers)

    def begins(body: Tokens) -> bool:
        return bool(wanted) and body[:1] == wanted[:1] and in_order(wanted, body)

    def fits(test: Callable[[Tokens], bool]) -> frozenset[str]:
        return frozenset(issuer for issuer in everybody if any(map(test, _bodies_of(issuer))))

    chosen = fits(begins) or fits(lambda body: contains(wanted, body))
    return lambda document: document.issuer in chosen


def date_filter(since: str | None, until: str | None) -> DocumentFilter:
    """Documents of a time, both ends included; where only the year is known, some day of it has to fit.

    Raises:
        KgError: an end is no date (``bad-date``).
    """
    first, last = since and parse_date(since), until and parse_date(until)

    def keep(document: Document) -> bool:
        if (date := document.date) is None:
            return False
        begun = not first or date[: len(first)] >= first[: len(date)]
        return begun and (not last or date[: len(last)] <= last[: len(date)])

    return keep
