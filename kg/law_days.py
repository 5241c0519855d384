"""Days that stand behind another paper: of the amender behind the law it amends, of two that were issued on one day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from kg.dates import FULL_DAY, read_date
from kg.found import Found
from kg.lists import AND
from kg.normalise import Plain
from kg.phrases import read_phrase

_AMENDING_TITLE = re.compile(
    r"\s*(?:của\s+quốc\s+hội\s+)?(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung)[^;:.\n\d]{0,160}\scủa\s+"
)


def amending_days(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Gives a numbered law the day behind its title, which ends with the name of the law that it amends.

    "Luật số 09/2022/QH15 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09 tháng 11 năm 2022": the day
    is of the year in the number. Several laws may stand there.
    """
    out = list(found)
    for i, f in enumerate(out[1:], 1):
        if f.named is None or f.named.amending or f.date is None or len(f.date) != FULL_DAY:
            continue
        first = i
        while first > 1 and _is_amended_too(p, out[first - 1], out[first]):
            first -= 1
        before = out[first - 1]
        if before.number is None or before.number.term is None or before.number.year != int(f.date[:4]):
            continue
        if before.date is None and _AMENDING_TITLE.fullmatch(p.low, before.head_end, out[first].start):
            named = f.named._replace(end=f.named.name_end, date=None)
            out[first - 1] = before._replace(date=f.date)
            out[i] = f._replace(end=named.end, head_end=named.end, date=None, named=named)
    return out


_NEXT_AMENDED = re.compile(r"\s*(?:,|,?\s*và)\s+")


def _is_amended_too(p: Plain, f: Found, n: Found) -> bool:
    """Whether two laws stand in one title: "… một số điều của Luật Tổ chức Chính phủ và Luật Viên chức"."""
    named = f.named is not None and not f.named.amending and f.date is None
    return named and _NEXT_AMENDED.fullmatch(p.low, f.end, n.start) is not None


def same_day_laws(p: Plain, found: Sequence[Found]) -> list[Found]:
    """The day that two laws share: "Luật Bảo vệ môi trường và Luật Thanh niên cùng ngày 29 tháng 11 năm 2005"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.named is None or n.named is None or f.date is not None or n.date is None or f.named.amending:
            continue
        if AND.fullmatch(p.low, f.end, n.start) and p.low.find("cùng ngày", n.named.name_end, n.end) >= 0:
            out[i] = f._replace(date=n.date, reported=True)  # the text prints it, if not behind the name
    return out


# letters first: a look-behind in front is tried at every character
_TOGETHER = re.compile(r"(?:đ(?<!\wđ)ều|c(?<!\wc)ùng)\s+(?:cùng\s+)?được\s+(?=\w)")
_ISSUED_ON = re.compile(r"\s+(?:ký\s+)?(?:thông\s+qua|ban\s+hành)\s+(?:vào\s+)?(?:cùng\s+)?(?:ngày|hôm)\s+(?=\d)")
_APART = re.compile(r"[.;:]\s|\n")
_WITHIN = 240  # code points from the last of them to the words


def issued_together(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Papers with the day that is told for all: "Thông tư A và Thông tư B, cùng được Bộ Công an ban hành ngày D"."""
    out = list(found)
    for m in _TOGETHER.finditer(p.low):
        phrase = read_phrase(p.text, p.low, m.end())
        on = _ISSUED_ON.match(p.low, phrase.end) if phrase is not None else None
        day = read_date(p.low, on.end()) if on else None
        if day is None or not day.has_year or len(day.iso) != FULL_DAY:
            continue
        stop = m.start()
        for i in range(bisect_left(out, m.start(), key=attrgetter("start")) - 1, -1, -1):
            f = out[i]
            if f.end > m.start():
                continue
            if f.end < stop - _WITHIN or _APART.search(p.low, f.end, stop):
                break
            if f.number is None:
                continue  # a law in the title of one of them
            if f.date is not None and not day.iso.startswith(f.date):
                break
            if f.number.year not in (None, int(day.iso[:4])):
                break
            out[i] = f._replace(date=day.iso, reported=True)
            stop = f.start
    return out
