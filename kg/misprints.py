"""Numbers that a text misprints although it tells what is meant: "Luật Quy hoạch đô thị và nông thôn số 47/2024/QH14".

The number stays as printed; only the document that it means is another. Nothing is mended by likeness alone: the
title of a law has to be the registered one's, or the text has to cite the full number too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg import registry
from kg.dates import FULL_DAY
from kg.found import Found
from kg.identity import family, serial_key
from kg.numbers import Number, read_number
from kg.typewords import code_type


def with_numbers_meant(found: Sequence[Found], own: Number | None = None) -> tuple[Found, ...]:
    """The citations with the numbers that are meant; what is printed stays in them.

    Args:
        found: citations of one text, in order.
        own: the text's own number: of its body, type and year it can cite none that is higher.

    >>> from kg.numbers import read_number
    >>> n = read_number("47/2024/QH14", 0)
    >>> f = Found(0, n.end, "number", "luat", n.end, number=n, law_title="Luật Quy hoạch đô thị và nông thôn")
    >>> (m,) = with_numbers_meant([f]); m.number.printed, m.number.codes, m.number.term
    ('47/2024/QH14', ('QH15',), 15)
    """
    whole = defaultdict[tuple[str, str, int | None, tuple[str, ...]], set[Number]](set)
    for f in found:
        if f.number is not None and f.number.type_code is not None and f.number.year:
            whole[f.type, serial_key(f.number.serial), f.number.year, f.number.codes[1:]].add(_bare(f.number))
    meant = dict[tuple[str, str], Number]()
    for f in found:
        if f.number is None:
            continue
        right = _law(f, f.number) or _with_type(f, f.number, whole) or _of_the_past(f.number, own, found)
        if right is not None:
            meant[f.type, f.number.printed] = right
    if not meant:
        return tuple(found)
    return tuple(
        f._replace(number=_meaning(f.number, meant[f.type, f.number.printed]))
        if f.number is not None and (f.type, f.number.printed) in meant
        else f
        for f in found
    )


def _law(f: Found, number: Number) -> Number | None:
    """The number of the registered law whose title stands before it, where a part of it is misprinted."""
    if f.type not in registry.LAW_TYPES or number.term is None or number.printed in registry.numbered_laws():
        return None
    if f.law_title is not None:
        acts = registry.law_titles().get(registry.fold_title(f.law_title), ())
    elif number.year is None:
        acts = tuple(registry.laws())
    else:
        return None
    known = {law.number: n for law in acts if law.number and (n := read_number(law.number, 0)) is not None}
    same_serial = [
        n
        for n in known.values()
        if serial_key(n.serial) == serial_key(number.serial)
        and (n.term == number.term or (n.year == number.year and number.year is not None))
    ]
    same_year = [n for n in known.values() if f.law_title is not None and n.year and n.year == number.year]
    fits = same_serial or same_year  # "Luật Quản lý, sử dụng tài sản công số 150/2017/QH14": one has the title and year
    return fits[0] if len(fits) == 1 else None


def _with_type(
    f: Found, number: Number, whole: dict[tuple[str, str, int | None, tuple[str, ...]], set[Number]]
) -> Number | None:
    """The full number that the text prints elsewhere of a citation that lost the code of its type: "69/2022/BTC"."""
    if number.type_code is not None or not number.year or not number.bodies:
        return None
    fits = whole.get((f.type, serial_key(number.serial), number.year, number.codes), set())
    return next(iter(fits)) if len(fits) == 1 else None


def _of_the_past(number: Number, own: Number | None, found: Sequence[Found]) -> Number | None:
    """The number of another year that the text prints too, of one that cannot be yet: "62/2026/…" in "14/2026/…"."""
    if own is None or not own.year or not number.year or not _is_to_come(number, own):
        return None
    fits = {
        _bare(f.number)
        for f in found
        if f.number is not None
        and f.number.year
        and f.number.codes == number.codes
        and serial_key(f.number.serial) == serial_key(number.serial)
        and f.number.year < number.year
    }
    return next(iter(fits)) if len(fits) == 1 else None


def _is_to_come(number: Number, own: Number) -> bool:
    if number.year != own.year:
        return bool(number.year and own.year and number.year > own.year)
    if number.codes != own.codes or not (number.serial.isdigit() and own.serial.isdigit()):
        return False
    return int(number.serial) > int(own.serial)


def _bare(number: Number) -> Number:
    return number._replace(start=0, end=0, printed="")


def _meaning(printed: Number, right: Number) -> Number:
    return right._replace(start=printed.start, end=printed.end, printed=printed.printed)


def with_types_meant(found: Sequence[Found]) -> tuple[Found, ...]:
    """The citations with the type that the code of their number names, where another of that number and day has it.

    A notice that makes a conclusion known is called by either: "Thông báo số 31/TB-VPCP ngày 25/02/2021", "Kết luận số
    31/TB-VPCP ngày 25/02/2021".
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for f in found:
        if f.number is not None and f.date and len(f.date) == FULL_DAY and _coded(f) == family(f.type):
            told[f.number.printed, family(f.type)].add(f.date)
    out = []
    for f in found:
        coded = _coded(f)
        days = told.get((f.number.printed, coded), set()) if f.number is not None and coded else set[str]()
        other = coded is not None and coded != family(f.type)
        same = f.date in days or (f.date is None and len(days) == 1)
        out.append(f._replace(type=coded) if other and same and coded is not None else f)
    return tuple(out)


def _coded(f: Found) -> str | None:
    """The type family that the code of a number names, the citation's own where the code may stand for that too."""
    if f.number is None or f.number.type_code is None:
        return None
    may_be = {family(kind) for kind in registry.type_codes().get(f.number.type_code.casefold(), ())}
    kind = code_type(f.number)
    return family(f.type) if family(f.type) in may_be else family(kind) if kind is not None else None
