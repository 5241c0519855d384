"""Dates as official texts print them, read at a given place.

Forms: ``26/11/2021``, ``03 tháng 6 năm 2013``, ``4-8-1982``, ``16/7/96``, ``20/11`` (no year),
``tháng 5 năm 2020``, ``năm 2015``; spaces and line breaks anywhere between the parts; the printed slip
``05 tháng 3 tháng 2020``. Patterns expect the ``low`` form of :mod:`kg.normalise`.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

_D = r"(?P<d{0}>0?[1-9]|[12]\d|3[01])"
_M = r"(?P<m{0}>0?[1-9]|1[0-2])"
_Y = r"(?P<y{0}>(?:19|20)\s?\d\d)"


def _f(pattern: str, n: int) -> str:
    return pattern.replace("D", _D.format(n)).replace("M", _M.format(n)).replace("Y", _Y.format(n))


_DATE = re.compile(
    "(?:"
    + "|".join(
        (
            _f(r"D\s*(?:tháng|ngày(?=\s*\d{1,2}\s*năm))\s*M\s*,?\s*(?:n[ăáãâ]m|tháng|/|-|\.)?\s*Y(?!\d)", 1),
            _f(r"D\s*[/.\-]\s*M\s*(?:[/.\-]|\s+năm)\s*Y(?!\d)", 2),
            _f(r"D\s*[/.\-]\s*M\s*[/.\-]\s*(?P<yy3>\d\d)(?![\d/])", 3),
            _f(r"D\s*tháng\s*M(?!\d)(?!\s*năm\s*\d)", 4),
            _f(r"D(?:\s*/\s*|-)M(?!\s*[/.\-]?\s*\d|\s*tháng)", 5),
        )
    )
    + ")"
)
_MONTH = re.compile("(?:" + "|".join((_f(r"tháng\s*M\s*(?:năm|/|-)\s*Y(?!\d)", 6), _f(r"M\s*/\s*Y(?!\d)", 7))) + ")")
_YEAR = re.compile(r"(?:trong\s+)?năm\s+(?P<y>(?:19|20)\d\d)(?!\s*[-–]\s*(?:19|20)?\d\d)(?!\d)")

AT_HOUR = r"(?:(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2})?(?:\s*phút)?\s*,?\s*)?"
"""The hour before a day, in telegrams on storms: "hồi 20 giờ ngày 28/9/2008"."""
_DAY_WORD = AT_HOUR + (
    r"(?:cùng\s+)?(?:(?:cũng\s+)?(?:được\s+)?(?:ký|ban hành|thông qua|lập)\s+)?(?:vào\s+)?ng[àa]y\s*[:.]?\s*"
)
AFTER_NUMBER = re.compile(
    rf"\s{{0,3}}(?:[,;]|(?<=\s)[-–](?=\s))?\s{{0,3}}\(?\s{{0,3}}{_DAY_WORD}"  # , ngày 3/6/2013
    r"|[ \t]{0,2}[,(-]?[ \t]{0,2}(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d)"  # (3/6/2013)
)
_YEAR_AFTER = re.compile(r"\s{0,2}(?:,\s*)?\(?(?=năm\s+(?:19|20)\d\d)")
_MONTH_AFTER = re.compile(r"\s{0,2}(?:,\s*)?(?=tháng\s*\d{1,2}\s*(?:năm|/)\s*(?:19|20)\d\d)")
# of a form, or with a month that was lost: "ngày 25 tháng năm 2006"
_BLANK_DAY = re.compile(
    r"(?:[\s.…_]*tháng[\s.…_]*(?:\d{1,2}\s*)?|\d{1,2}\s*tháng[\s.…_]*)năm\s*(?P<year>(?:19|20)\d\d)"
)


# the usual two forms, in which nothing else is possible
_USUAL = re.compile(r"(\d\d?)(?:/(\d\d?)/| tháng (\d\d?) năm )((?:19|20)\d\d)(?!\d)")
_ISO = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?!\d)")  # in the cells of exported tables
# how what may follow a number begins where a day, month or year of it does
_LEAD = re.compile(r"[\s,;(–-]*")
_LEAD_CHARS = 16
_BEGINS = frozenset(("cũ", "hồ", "lú", "cù", "đư", "ký", "ba", "th", "lậ", "và", "ng", "nă"))


FULL_DAY = len("2021-11-26")
"""Length of a date in ISO form whose year, month and day are known; ``--11-26`` and ``2021-11`` are shorter."""


class FoundDate(NamedTuple):
    """A date read from a text: ISO form cut to what is known (``--11-20`` without a year), and its end."""

    iso: str
    end: int

    @property
    def has_year(self) -> bool:
        """Whether the year is printed."""
        return not self.iso.startswith("--")


def _iso(year: int | None, month: int, day: int) -> str | None:
    longest = 29 if year is None and month == 2 else calendar.monthrange(year or 2001, month)[1]
    if day > longest:
        return None
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _year(printed: str) -> int:
    """A year that any blank may cut: "20 19", "20\\n19"."""
    return int("".join(printed.split()))


def read_date(low: str, at: int) -> FoundDate | None:
    """The day, month or year that stands exactly at ``at``.

    An impossible day (31/02) is read as its month. Years of two digits are read as 19yy from 45
    on, as official texts used them only before 2000. The slips "5 tháng 3 tháng 2020" and "5 ngày 3 năm 2020" are read.

    >>> read_date("03 tháng 6 năm 2013", 0)
    FoundDate(iso='2013-06-03', end=19)
    >>> read_date("16/7/96", 0).iso, read_date("20/11 của", 0).iso, read_date("năm 2015", 0).iso
    ('1996-07-16', '--11-20', '2015')
    >>> read_date("05 tháng 3 tháng 2020", 0).iso, read_date("31/02/2020", 0).iso, read_date("5 ngày 3 năm 2020", 0).iso
    ('2020-03-05', '2020-02', '2020-03-05')
    >>> read_date("150/207", 0) is None
    True
    """
    if (m := _USUAL.match(low, at)) and (usual := _usual(*m.groups())):
        return FoundDate(usual, m.end())
    if (m := _ISO.match(low, at)) and (told := _iso(int(m[1]), int(m[2]), int(m[3]))):
        return FoundDate(told, m.end())
    if m := _DATE.match(low, at):
        g = m.groupdict()
        n = next(i for i in range(1, 6) if g[f"m{i}"])
        day, month = int(g[f"d{n}"]), int(g[f"m{n}"])
        year: int | None = None
        if n < 3:
            year = _year(g[f"y{n}"])
        elif n == 3:
            yy = int(g["yy3"])
            year = 1900 + yy if yy >= 45 else 2000 + yy
        iso = _iso(year, month, day) or (f"{year:04d}-{month:02d}" if year else None)
        return FoundDate(iso, m.end()) if iso else None
    if m := _MONTH.match(low, at):
        g = m.groupdict()
        n = 6 if g["m6"] else 7
        return FoundDate(f"{_year(g[f'y{n}']):04d}-{int(g[f'm{n}']):02d}", m.end())
    if m := _YEAR.match(low, at):
        return FoundDate(m["y"], m.end())
    return None


@lru_cache(4096)
def _usual(day: str, numeral: str | None, word: str | None, year: str) -> str | None:
    """ISO form of a day that there is; "26/11/2021" gives its month as a numeral, "ngày 26 tháng 11" after a word."""
    d, m = int(day), int(numeral or word or 0)
    return _iso(int(year), m, d) if 0 < d < 32 and 0 < m < 13 else None


def date_after(low: str, at: int) -> FoundDate | None:
    """The date that belongs to a number ending at ``at``: ``, ngày 3/6/2013``, ``(3/6/2013)``, ``năm 2018``.

    >>> date_after("33/CT-TTg ngày 26/11/2021 của", 9)
    FoundDate(iso='2021-11-26', end=25)
    >>> date_after("33/CT-TTg, có hiệu lực ngày 1/1/2022", 9) is None
    True
    """
    gap = _LEAD.match(low, at, at + _LEAD_CHARS)
    begin = gap.end() if gap else at
    if low[begin : begin + 2] not in _BEGINS and not low[begin : begin + 1].isdigit():
        return None
    if m := AFTER_NUMBER.match(low, at):
        found = read_date(low, m.end())
        if found and "-" in found.iso:
            return found
        if b := _BLANK_DAY.match(low, m.end()):
            return FoundDate(b["year"], b.end())
    for lead in (_MONTH_AFTER, _YEAR_AFTER):
        if m := lead.match(low, at):
            return read_date(low, m.end())
    return None


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two partial dates can be the same day: one is a prefix of the other, or one is unknown.

    >>> compatible("2013", "2013-06-03"), compatible("2013-06-03", "2013-07-25"), compatible(None, "2013")
    (True, False, True)
    """
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def certainly_before(a: str | None, b: str | None) -> bool:
    """Whether day ``a`` is earlier than day ``b`` beyond what is unknown of either.

    >>> certainly_before("2021-01-19", "2021-11-26"), certainly_before("2021", "2021-11-26")
    (True, False)
    """
    if not a or not b:
        return False
    n = min(len(a), len(b))
    return a[:n] < b[:n]
