"""How a record answers to what a person asked for: type, date, term, body, number and title, one by one and as a rank.

What a record does not know does not speak against it, but a record that says yes goes before one that is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.models import Document
from kg.words import Asked, Tokens, contains, fold, in_order, number_parts, of_type, title_words, tokens

_ID_TERM: Final = re.compile(r"_(k\d+)_")

Fit = int
"""How a record answers to one thing asked: 0 yes, 1 it does not know, 2 no."""
YES: Final[Fit] = 0
SILENT: Final[Fit] = 1
NO: Final[Fit] = 2


@dataclass(frozen=True, slots=True, order=True)
class Rank:
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


def type_fit(document: Document, asked: Asked) -> Fit:
    """Whether a record is of one of the types asked for."""
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


def number_rank(document: Document, asked: Asked, dates: Iterable[str]) -> Rank | None:
    """How well a record answers to a number and what was said with it, None where it is another document.

    Args:
        document: the record.
        asked: what was asked for.
        dates: other dates on which texts cite it.
    """
    if (form := _number_form(document, asked)) is None:
        return None
    fits = (
        type_fit(document, asked),
        _date_fit(document, asked.date, dates),
        _term_fit(document, asked.term),
        _issuer_fit(document, asked.issuer),
    )
    if NO in fits:
        return None
    title = set(title_words(document.title or ""))
    return Rank(form[0], int(SILENT in fits), form[1], int(not set(asked.title) <= title))


def _own_title(document: Document) -> Tokens:
    """The words of the title without the type that may begin it."""
    words, kind = title_words(document.title or ""), tokens(document.type or "")
    return words[len(kind) :] if kind and words[: len(kind)] == kind and len(words) > len(kind) else words


def title_rank(document: Document, asked: Asked, dates: Iterable[str]) -> Rank | None:
    """How well a record in which the words of the title occur answers to what was said with them."""
    title = _own_title(document)
    date = _date_fit(document, asked.date, dates)
    if date != YES and asked.date and asked.date[:4] in tokens(document.title or ""):
        date = YES
    term = _term_fit(document, asked.term)
    if NO in (date, term):
        return None
    fits = (date, term, type_fit(document, asked))
    return Rank(int(title != asked.title), int(SILENT in fits))
