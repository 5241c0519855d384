"""The grammar of document numbers: serial, year, type code, issuer codes.

State papers (Decree 30/2020/NĐ-CP, appendix I): ``{serial}/{type}-{issuer}[-{unit}]``; normative ones carry
the year (``04/2015/NĐ-CP``), Assembly acts the term (``77/2015/QH13``). Party papers (Guideline 36-HD/VPTW):
``{serial}-{type}/{issuer}[-{issuer}]``. Before 1997: ``90/TTg``, ``242-HĐBT``, ``27-LCT/HĐNN8``. Real text adds
spaces, line breaks, lost or doubled slashes, lower case; what was printed is kept beside the parts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kg.codes import body_of, decoded, dotted_codes, is_known, is_type_code, signs_too
from kg.registry import Issuer
from kg.shape import shape

_HEAD = re.compile(
    r"(?:(?<=số)|(?<![\w/&]))(?<!\d[.,:])(?<![/.…_]-)(?<!\w-)"
    r"(?P<serial>(?:\d{1,5}(?!\d)|\d{1,4}(?=(?:19|20)\d\d/[A-ZĐ]{2})|\d{6}(?=/[A-ZĐ]{2,6}-[A-ZĐ]{2}))(?:\.\d{1,3}|\.[a-zđ](?=/))?(?:\s?[a-zđA-ZĐ](?=\s{0,2}[/_-]))?)"
    r"(?P<head>"
    # a slash lost before the year ("1272007/NĐ-CP"), a digit lost of the year ("45/006/TT-BTC")
    r"(?:\s{0,2}[/_-]\s{0,2}|(?<=\d)(?=\d{4}))(?P<year>(?:19|20)\d\d|\d\d(?=/[A-ZĐ])|[012]\d\d(?=/[A-ZĐ]{2}))"
    r"(?:\s{0,2}[/_-](?:\n[ \t]{3,60}(?=[A-ZĐ]{2,4}-)|\s{0,2})|(?=[A-ZĐ]{2})"
    r"|\s(?=(?:QH|UBTVQH)\d|(?:TTLT|TT|QĐ|NQ|NĐ|CT)[/-][A-ZĐ]{2}))"
    r"|\s{0,2}[/_-](?:\s{0,2}|\s{3,60}(?=[A-ZĐ][A-Za-zĐđ]{1,4}/))"  # a line set in
    r"|\s?(?=[A-ZĐ]{2,6}\s?[/-]\s?[A-ZĐ]{2})|\.(?=[A-ZĐ]{2,4}/[A-ZĐ]{2})|\s(?=TTg(?!\w))"
    r")(?=[A-Za-zĐđƯ])"
)
_YEAR_BEHIND = re.compile(r"\s?[/-](?:19|20)\d\d(?![\w/-]|\.\d)")
# the office inside the body: "823/PV11(CS) ngày"
_UNIT_ASIDE = re.compile(r"\([A-ZĐ]{1,5}\d{0,2}\)(?=,?\s+ngày\s+\d)")
_SEGMENT = re.compile(
    r"[A-Za-zĐđƯư][A-Za-z0-9ĐđƯư&]*(?:(?<=&)\s{1,2}(?:PTNT|ĐT|MT|XH|TT|DL|CN)(?![\w-]))?"
    r"(?:\.[A-ZĐƯ][A-Za-zĐđƯư]*(?:(?<=\.Q)\d{1,2}(?![\d/.-])|(?<=\.UB)\d\d(?!\w))?|\s\.[A-ZĐ]{2,3}(?=\s+ngày))*"
    r"(?:(?<=\.[A-ZĐ]{3})\.[7-9]\d(?!\w))?"  # "363/QĐ.UBT.81"
    r"(?:(?<=T\.[ƯW])\.(?=\s+(?:ngày|của|về|khóa)))?"
)
_RUN_ON = re.compile(
    r"(?P<code>[A-ZĐ][A-Za-zĐđƯ0-9&]*[A-ZĐgh0-9])"
    r"(?=(?:[Nn]gày|của|về|ban\s+hành|ĐOÀN|ĐẢNG|TỈNH|Loại\s+văn)(?!\w))"
)
_RUN_INTO = re.compile(r"(?P<code>[A-ZĐ]{2,})(?=[A-ZĐ][à-ỹ])")  # "10/2021/NĐ-CPHà Nội"
_TIGHT = re.compile(r"[/_-](?=[A-Za-zĐđƯư])")
_LOOSE = re.compile(r"(?:\s{0,2}[/_-]\s{0,2}|\s\.)(?=[A-Za-zĐđƯư])")
# a hyphen lost between two bodies: "UBTVQH14-CP ĐCTUBTWMTTQVN"
_LOST = re.compile(r" (?P<unit>[A-ZĐ]{4,})(?![\w-])")
# a blank for the hyphen behind the code of a type: "13/2020/TT BTC"
_BLANK = re.compile(r" (?P<unit>[A-ZĐ]{2,8})(?![\w/-]|[ \t]+[A-ZĐ]{2})")
_WRAPPED = re.compile(  # "5973/UBND-" and "KT" below, "635/SGDĐT- GDTrH"
    r"-(?:\n[ \t]{0,120}|\s\s?)(?P<unit>[A-ZĐ]{2,6}|[A-ZĐ]{2,4}[a-z]{1,2}[A-ZĐ]{1,3})"
    r"(?![\w-]|[ \t]+[A-ZĐ][a-zà-ỹ](?![\w ]{1,25},\s*ngày\s))"
)
# a department behind a spaced dash, told by the day or the subject after it: "123/UBND - NC ngày 7/4/2020"
_DEPARTMENT = re.compile(
    r"\s{1,2}-\s{0,2}(?P<unit>[A-ZĐ]{2,6}|[A-ZĐ]{1,4}\d|[A-ZĐ]{2,4}[a-z]{1,2}[A-ZĐ]{1,3})(?=\s{0,2},?\s{0,2}ngày\s*[\dl]|\s{1,2}[Vv]/[Vv]\s)"
)
_SPLIT_TERM = re.compile(r"(?:\s|\s?-\s?)(\d{1,2})(?![\d/.-]|\s*tháng)")
_TERM_APART = ("qh", "ubtvqh", "hđnn")
# codes behind which nothing goes on that could be theirs
_PLAIN_CODES = re.compile(
    r"[A-Za-zĐđƯư][A-Za-z0-9ĐđƯư]*(?:[/_-][A-Za-zĐđƯư][A-Za-z0-9ĐđƯư]*)*"
    r"(?![\w&]|\s{0,2}[/_-]|\s?\.[A-ZĐƯ]|\s\.| [A-ZĐ]{2})"
)
_SEPARATOR = re.compile(r"[/_-]")
_ACCENTED = re.compile(r"[^\W_]")


class Number(NamedTuple):
    """A number read at one place of a plain text.

    Attributes:
        start, end: span in the plain text, from the serial to the last code.
        printed: as printed, spaces removed, capitals of known codes restored.
        serial: ``33``, ``30a``, ``66.7``.
        year: the year in the number, or None.
        term: the Assembly term in the number (``QH13`` → 13), or None.
        type_code: the code that names the type, as in the registry, or None.
        bodies: known issuing bodies in the order of the number.
        codes: all codes in registry form, the type code first where there is one.
        party: whether the form is that of the Party (``25-NQ/TW``).
    """

    start: int
    end: int
    printed: str
    serial: str
    year: int | None
    term: int | None
    type_code: str | None
    bodies: tuple[Issuer, ...]
    codes: tuple[str, ...]
    party: bool

    @property
    def known(self) -> bool:
        """Whether at least one of its codes is in the registry."""
        return bool(self.type_code or self.bodies)


def _segments(text: str, at: int) -> tuple[list[str], list[str], int]:
    """Codes from ``at`` on, the separators between them, and the end."""
    parts: list[str] = []
    separators: list[str] = []
    end = at
    while m := _SEGMENT.match(text, end if not separators else at):
        segment = m.group()
        if m.end() < len(text) and _ACCENTED.match(text[m.end()]):
            # a code never runs into an accented letter: "QĐ-UBND - Kế hoạch" stops before "Kế"
            glued = _RUN_ON.match(text, m.start())  # "15/2020/NĐ-CPngày", "12/QĐ-UBNDcủa"
            if glued is None and (into := _RUN_INTO.match(text, m.start())) and body_of(into["code"]) is not None:
                glued = into
            if glued:
                parts.append(glued["code"])
                end = glued.end("code")
            break
        parts.append("".join(segment.rstrip(".").split()))  # "SNN& PTNT"
        end = m.end()
        if len(parts) == 1 and (dotted := dotted_codes(segment)):  # "12/QĐ.UB"
            parts[:1], separators = list(dotted), ["."]
        if segment.casefold() in _TERM_APART and (t := _SPLIT_TERM.match(text, end)):
            parts[-1] += t[1]
            end = t.end()
        if s := _TIGHT.match(text, end):
            separators.append(s.group())
            at = s.end()
            continue
        if parts and (w := _WRAPPED.match(text, end)):
            separators.append("-")
            at = w.start("unit")
            continue
        if body_of(parts[-1]) is not None and (w := _DEPARTMENT.match(text, end)):
            separators.append("-")
            at = w.start("unit")
            continue
        if body_of(parts[-1]) is not None and (w := _LOST.match(text, end)) and signs_too(parts, w["unit"]):
            separators.append("-")
            at = w.start("unit")
            continue
        if len(parts) == 1 and (w := _BLANK.match(text, end)) and is_type_code(parts[0]) and body_of(w["unit"]):
            separators.append("-")
            at = w.start("unit")
            continue
        s = _LOOSE.match(text, end)
        if s is None:
            break
        n = _SEGMENT.match(text, s.end())
        if n is None or not is_known(n.group()):
            break
        if "/" not in s.group() and any(body_of(p) for p in parts[1:]) and not signs_too(parts, n.group()):
            break
        separators.append(s.group())
        at = s.end()
    return parts, separators[: max(len(parts) - 1, 0)], end


def read_number(text: str, at: int, *, expected: bool = False) -> Number | None:
    """The number that starts exactly at ``at`` of a plain text, or None.

    Args:
        text: plain text (:func:`kg.normalise.plain`).
        at: offset of the serial's first digit.
        expected: the words before say that a number follows ("số", a type name): lower-case
            codes and codes that the registry does not know are then accepted.

    >>> n = read_number("33/CT-TTG ngày", 0); n.printed, n.type_code, n.bodies[0].slug
    ('33/CT-TTg', 'CT', 'thu-tuong-chinh-phu')
    >>> read_number("25-NQ/TW", 0).party, read_number("77/2015/QH13", 0).term
    (True, 13)
    >>> read_number("100 - KL/TW", 0).printed, read_number("98/2021NĐ-CP", 0).year
    ('100-KL/TW', 2021)
    >>> read_number("150/207 TTHC", 0) is None, read_number("63/63 tỉnh", 0) is None
    (True, True)
    """
    m = _HEAD.match(text, at)
    if m is None:
        return None
    serial, head, year = m.group("serial", "head", "year")
    if head.strip() in ("", ".") and not expected:
        return None
    if year is not None and head[-1:] == " " and head[-2:-1].isdigit() and not expected and text[m.end()] not in "QU":
        return None  # "tháng 5/2020 TT-BTC"
    parts, separators, end = _codes(text, m.end())
    told = decoded(parts, separators, head, year, expected)
    if told is None:
        return None
    body = told.printed
    if told.year is None and told.term is None and expected and (behind := _YEAR_BEHIND.match(text, end)):
        body, end = body + behind.group(), behind.end()  # "14/CV-ABC-2010", "01/TX /2011"
    if expected and (aside := _UNIT_ASIDE.match(text, end)):
        body, end = body + aside.group(), aside.end()
    printed = "".join((serial + head + body).split())
    serial = "".join(serial.split())
    return Number(at, end, printed, serial, told.year, told.term, told.type_code, told.bodies, told.codes, told.party)


def _codes(text: str, at: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Codes from ``at`` on, the separators between them, and the end: at once where nothing can run on behind them."""
    m = _PLAIN_CODES.match(text, at)
    split = _split(m.group()) if m is not None else None
    if m is not None and split is not None:
        return *split, m.end()
    parts, separators, end = _segments(text, at)
    return tuple(parts), tuple(separators), end


@lru_cache(4096)
def _split(codes: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Codes and what stands between them; None where figures of a term may follow."""
    parts = tuple(_SEPARATOR.split(codes))
    return None if parts[-1].casefold() in _TERM_APART else (parts, tuple(_SEPARATOR.findall(codes)))


_FIND = re.compile(
    r"\d(?:(?<=số\d)|(?<![\w/&]\d))\d{0,7}(?:\.\d{1,3}|\.[a-zđ](?=/))?"
    r"(?:[a-zđA-ZĐ]?\s{0,2}[/_-]|[\s.]?[A-ZĐ]{2,6}\s?[/-]|\s[a-z]/|\sTTg(?!\w))"
)
_FIND_SHAPE = re.compile(
    rb"0(?<![0aA/&_]0)0{0,7}(?:\.0{1,3}|\.[a?](?=/))?(?:[aA?]?[ \n]{0,2}[/_-]|[ \n.]?A{2,6}[ \n]?[/-]|[ \n]a/|[ \n]AAa)"
)


def candidates(text: str, shaped: bytes | None = None) -> list[int]:
    """Offsets at which a number may start: a cheap superset of all numbers of a plain text.

    Args:
        text: plain text.
        shaped: its :func:`~kg.shape.shape`, where that is known.

    >>> candidates("theo 33/CT-TTg và 150/207 TTHC")
    [5, 18]
    """
    match = _FIND.match
    shaped = shape(text) if shaped is None else shaped
    return [at for at in map(re.Match.start, _FIND_SHAPE.finditer(shaped)) if match(text, at)]


JOINT_CIRCULAR: Final = "thong-tu-lien-tich"


def all_signing(number: Number) -> Number:
    """A number of a joint paper with each body that it names, also where no code says that several issue it.

    >>> [b.code for b in all_signing(read_number("09/2016/BGDDT-BTC-BLDTBXH", 0, expected=True)).bodies]
    ['BGDĐT', 'BTC', 'BLĐTBXH']
    """
    if number.type_code is not None or len(number.bodies) != 1:
        return number
    bodies = [body_of(code) for code in number.codes]
    return number._replace(bodies=tuple(b for b in bodies if b)) if all(bodies) else number
