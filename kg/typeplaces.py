"""Where the type names stand that a citation may begin with, found without a pass for all of them.

Four of five type names of a text cite nothing: "quy định", "hợp đồng", "báo cáo" in running text. A name that cites
begins with a capital, or has a neighbour that says so: a bare serial, "này", "nói trên", a law's title, a congress.
Capitals are rare enough to be looked at one by one; small names are looked for from that neighbour, backwards. What
is found is what a pass for all names (:func:`kg.typewords.type_names`) would find there, whose names never overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kg.anchors import followed, places, spelt, word_end
from kg.normalise import Plain
from kg.typewords import SHORT_CODES, type_names, type_table

_LONGEST = 70  # characters of a name, with white space


class TypePlaces(NamedTuple):
    """Offsets of type names in a plain text, each list in order.

    Attributes:
        serial: names with a capital before a serial, or before "số": "Nghị quyết 18".
        small_serial: small names before a bare serial: "nghị quyết 18", "chỉ thị số 03".
        coded: codes of types before one: "NQ 57".
        back: names before words that point back: "Nghị định này", "quyết định nói trên".
        dated: names with a capital before "của", "do" or "ngày".
        laws: names of laws, capital or small, "hiến pháp" only with a capital.
        events: names of papers that congresses and plenums adopt, capital or small.
    """

    serial: list[int]
    small_serial: list[int]
    coded: list[int]
    back: list[int]
    dated: list[int]
    laws: list[int]
    events: list[int]


# the first two letters of what follows a name where it cites
_SO = frozenset(("số", "so", "ký"))
_POINTING = frozenset(("nà", "đó", "nó", "nê", "kể", "dẫ", "vừ", "đã", "tr"))
_DATING = frozenset(("củ", "do", "ng"))


def type_places(p: Plain, shaped: bytes) -> TypePlaces:
    """The type names of a text that may cite.

    Args:
        p: the text.
        shaped: its shape.

    >>> from kg.normalise import plain; from kg.shape import shape
    >>> p = plain("Luật Đất đai, quy định, chỉ thị 03, nghị định này, Kế hoạch số 5, luật Cư trú")
    >>> t = type_places(p, shape(p.text)); t.serial, t.small_serial, t.back, t.laws
    ([51], [24], [36], [0, 66])
    """
    low = p.low
    serial, back, dated, laws, events = [], [], [], list(_small_laws(p)), list(_small_events(p))
    for at, end in _capitals(p, shaped):
        if low[at] in "lbph":
            laws.append(at)
        if low[at] in "nkbtđ":
            events.append(at)
        here = end
        while low[here : here + 1].isspace():
            here += 1
        follows = low[here : here + 2]
        if follows in _POINTING:
            back.append(at)
        elif follows in _DATING:
            dated.append(at)
        elif follows in _SO or follows[:1].isdigit():
            serial.append(at)
    back += {small for end in _before_pointers(low) if (small := _small_before(p, end)) is not None}
    small_serial, coded = _before_serials(p, shaped)
    return TypePlaces(serial, small_serial, coded, sorted(back), dated, sorted(laws), sorted(events))


_CAPITAL = re.compile(rb"A(?<![0aA_]A)")
_BARE = re.compile(rb"0(?<=[aA? ] 0)0{0,3}[a?]?(?:/0000)?(?![0aA/_])")  # a serial behind a word or spaces


@cache
def _heads() -> frozenset[str]:
    return frozenset(name[:3] for name in type_table()[1])


def _capitals(p: Plain, shaped: bytes) -> Iterator[tuple[int, int]]:
    low, heads, match, last = p.low, _heads(), type_names().match, 0
    starts = map(re.Match.start, _CAPITAL.finditer(shaped))
    for at in [at for at in starts if low[at : at + 3] in heads]:
        if at >= last and (m := match(low, at)) and not _is_covered(low, at):
            last = m.end()
            yield at, last


@cache
def _inside() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Words of names with which another name begins, and such words with the one before: "quyết", "nghị quyết"."""
    names = [name.split() for name in type_table()[1]]
    first = {words[0] for words in names}
    pairs = frozenset(pair for words in names for pair in pairwise(words) if pair[1] in first)
    return frozenset(word[:3] for _, word in pairs), pairs


def _is_covered(low: str, at: int) -> bool:
    """Whether a name that begins before ``at`` takes the words of the one there: "bộ luật", "nghị quyết định"."""
    return _standing(low, at) != at


def _standing(low: str, at: int) -> int:
    """Start of the name that takes the words at ``at``, where a name stands."""
    heads, pairs = _inside()
    if low[at : at + 3].rstrip() not in heads:
        return at
    left = low[max(0, at - 12) : at].split()
    if not left or (left[-1], low[at : at + 12].split()[0]) not in pairs:
        return at
    for m in type_names().finditer(low, max(0, at - _LONGEST)):
        if m.end() > at:
            return min(m.start(), at)
    return at


@cache
def _backwards() -> tuple[re.Pattern[str], frozenset[str]]:
    """The names read from their end, and their last two letters."""
    names = type_table()[1]
    return re.compile(spelt([name[::-1] for name in names], begin=False) + r"(?!\w)"), frozenset(n[-2:] for n in names)


def _small_before(p: Plain, end: int) -> int | None:
    """Start of the small name that ends at ``end``."""
    pattern, ends = _backwards()
    low = p.low
    if low[end - 2 : end] not in ends:
        return None
    m = pattern.match(low[max(0, end - _LONGEST) : end][::-1])
    if m is None:
        return None
    at = end - m.end()
    return None if p.text[at].isupper() or _is_covered(low, at) else at


@cache
def _name_ends() -> frozenset[str]:
    """The last three letters of names."""
    return frozenset(name[-3:].replace(" ", blank) for name in type_table()[1] for blank in " \t\n")


@cache
def _before_digits() -> frozenset[str]:
    """The last letters of what stands before a bare serial: two of codes and "số", three of names."""
    return _name_ends() | SHORT_CODES.keys() | {"số"}


def _before_serials(p: Plain, shaped: bytes) -> tuple[list[int], list[int]]:
    """Small names, and codes, right before a serial or before "số" and a serial."""
    low, text, known = p.low, p.text, _before_digits()
    serial, coded = [], []
    starts = map(re.Match.start, _BARE.finditer(shaped))
    for at in starts:
        if low[at - 4 : at - 1] not in known and low[at - 3 : at - 1] not in known and not low[at - 2].isspace():
            continue
        end = word_end(low, at)
        if low[end - 2 : end] == "số":
            end = word_end(low, end - 2)
        if text[end - 2 : end] in SHORT_CODES.values():
            coded.append(end - 2)
        elif (name := _small_before(p, end)) is not None:
            serial.append(name)
    return serial, coded


_POINTERS_LEFT = re.compile(r"(?:\s+(?:vừa|đã|nói|nêu|kể|dẫn|ở))*\s+$")
_POINTERS = frozenset(("vừa", "đã", "nói", "nêu", "kể", "dẫn", "ở"))


def _before_pointers(low: str) -> Iterator[int]:
    """Where words end, maybe of a name, that "này", "nói trên", "đã nêu" follow."""
    ends = _name_ends()
    for at in places(low, "này"):
        if low[at - 4 : at - 1] in ends or low[at - 2 : at].isspace():
            yield word_end(low, at)
    for word in ("trên", "nêu"):
        for at in places(low, word):
            end = word_end(low, at)
            if low[max(0, end - 3) : end].lstrip() in _POINTERS and (m := _POINTERS_LEFT.search(low, at - 24, at)):
                end = m.start()
            if low[end - 3 : end] in ends:
                yield end


def _small_laws(p: Plain) -> Iterator[int]:
    """Small "luật", "bộ luật", "pháp lệnh"; in "pháp luật" none is meant."""
    for at in places(p.low, "luật"):
        if p.low[at - 5 : at] != "pháp " and not p.text[at].isupper():
            yield from _small_at(p, at)
    for at in followed(p.low, "pháp", "lệnh"):
        yield from _small_at(p, at)


def _small_events(p: Plain) -> Iterator[int]:
    """Small names of papers that a congress or plenum adopts: "nghị quyết", "báo cáo chính trị", "điều lệ"."""
    for before, word in (("nghị", "quyết"), ("kết", "luận"), ("điều", "lệ")):
        for at in followed(p.low, before, word):
            yield from _small_at(p, at)
    for at in followed(p.low, "chính", "trị"):
        for report in followed(p.low, "báo", "cáo", max(0, at - 20), at):
            yield from _small_at(p, report)


def _small_at(p: Plain, at: int) -> Iterator[int]:
    """The place of the name that takes the words at ``at``, if it begins with a small letter and is a whole word."""
    at = _standing(p.low, at)
    if not p.text[at].isupper() and type_names().match(p.low, at) and not p.low[at - 1 : at].isalnum():
        yield at
