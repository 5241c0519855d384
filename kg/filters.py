"""Which documents and which evidence a question is about: by type, body, time, strength, provision."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.errors import KgError
from kg.links import RowFilter, links, strength_rank
from kg.models import Document, Provision
from kg.normalise import lower, plain
from kg.words import Tokens, body_words, contains, fold, in_order, of_type, parse_date, tokens, types_named

if TYPE_CHECKING:
    from kg.graph import Graph

DocumentFilter = Callable[[Document], bool]
"""Says of a document whether it counts."""

_WORD: Final = re.compile(r"[^\W_]+(?:\.\d+)*")
_ANNEX: Final = re.compile(r"ph[ụu]\s+l[ụu]c")
_LEVELS: Final = {
    "phuluc": "phu_luc", "phan": "phan", "chuong": "chuong", "muc": "muc", "dieu": "dieu",
    "khoan": "khoan", "diem": "diem",
}  # fmt: skip


# Which rows of evidence count


def _with_digits(low: str) -> str:
    """"khoản thứ hai" as "khoản 2", diacritics optional."""
    from kg.enumerations import ORDINALS

    numbers = {fold(word): value for word, value in ORDINALS.items()}
    ordinal = re.compile(rf"th[ứu]\s+({'|'.join((*ORDINALS, *numbers))})(?!\w)")
    return ordinal.sub(lambda m: numbers[fold(m[1])], low)


def _provision(wanted: str | Provision) -> Callable[[Provision], bool]:
    """Whether a cited provision is the one asked for or a part of it.

    Point d is not point đ, unless the question was typed without any diacritics.
    """
    if isinstance(wanted, Provision):
        levels, typed = wanted.as_dict(), True
    else:
        low = lower(plain(wanted).text)
        typed = not low.isascii()
        low = _with_digits(_ANNEX.sub("phuluc", low))
        words = _WORD.findall(low)
        pairs = [(fold(level), value) for level, value in zip(words[::2], words[1::2], strict=False)]
        if len(words) % 2 or not pairs or any(level not in _LEVELS for level, _ in pairs):
            raise KgError(
                f"{wanted!r} is no provision; write for example 'khoản 2 Điều 19'",
                code="bad-provision",
                given=wanted,
            )
        levels = {_LEVELS[level]: value for level, value in pairs}

    def same(own: str | None, value: str) -> bool:
        return own is not None and (lower(own) == lower(value) if typed else fold(own) == value)

    return lambda cited: all(same(getattr(cited, level), value) for level, value in levels.items())


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
    about = _provision(provision) if provision is not None else None

    def keep(row: int) -> bool:
        if rank[row] > weakest:
            return False
        return about is None or any(map(about, graph.relation_rows([row])[0].provisions))

    return keep


# Which documents count


def _known_types(graph: Graph) -> frozenset[str]:
    return frozenset(t for t in graph.column("documents", "type").unique().to_pylist() if t is not None)


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
    return tuple(sorted(i for i in graph.column("documents", "issuer").unique().to_pylist() if i is not None))


def issuer_filter(graph: Graph, words: str) -> DocumentFilter:
    """Documents of bodies whose name begins with the words; where none does, whose name holds them.

    "Chính phủ" is the Government and not its Prime Minister (Thủ tướng Chính phủ), "An Giang" is every
    body of that province.

    Raises:
        KgError: there is no word in the words (``bad-issuer``).
    """
    wanted = body_words(words)
    if not wanted:
        raise KgError(f"{words!r} names no body", code="bad-issuer", given=words)
    everybody = graph.memo("issuers", _issuers)

    def begins(body: Tokens) -> bool:
        return body[:1] == wanted[:1] and in_order(wanted, body)

    def fits(test: Callable[[Tokens], bool]) -> frozenset[str]:
        return frozenset(issuer for issuer in everybody if any(map(test, _bodies_of(issuer))))

    chosen = fits(begins) or fits(lambda body: contains(wanted, body))
    return lambda document: document.issuer in chosen


def date_filter(since: str | None, until: str | None) -> DocumentFilter:
    """Documents of a time, both ends included; where only the year is known, some day of it has to fit.

    Raises:
        KgError: an end is no date (``bad-date``).
    """
    first = None if since is None else parse_date(since)
    last = None if until is None else parse_date(until)

    def keep(document: Document) -> bool:
        if (date := document.date) is None:
            return False
        begun = not first or date[: len(first)] >= first[: len(date)]
        return begun and (not last or date[: len(last)] <= last[: len(date)])

    return keep
