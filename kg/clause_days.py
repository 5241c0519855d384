"""A day between two papers: of the one before it, or of the one that is issued behind it.

"Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016, Đảng ủy xã ban hành Kế hoạch số 12-KH/ĐU" prints the day of the
directive; "Để thực hiện Chỉ thị số 45-CT/TW, ngày 28/4/2025 Tỉnh ủy ban hành Kế hoạch số 287-KH/TU" that of the plan.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from kg.anchors import places
from kg.dates import FULL_DAY, read_date
from kg.found import Found
from kg.issuers import may_have_issued
from kg.normalise import Plain
from kg.phrases import read_phrase

# "Ngày 17/5/2025, Quốc hội thông qua A. Cùng ngày, Chính phủ ban hành B"
_SAME = re.compile(r"(?:^|[.;\n]\s*)cùng\s+ngày\s*,?\s+[^.;:\n\d]{3,90}$")
_DAY = re.compile(r"ngày\s+(?=\d)")
_HEADS = re.compile(r"(?:^|[.\n]\s*)(?:vào\s+)?ngày\s+(?=\d)")
_BEFORE = 400  # code points in which the day is told
_BEHIND_COMMA = re.compile(r"\s*,\s*ngày\s")
_THEN = re.compile(r"\s*,?\s+(?=\w)")
_OTHER_DAY = re.compile(r"(?<!\w)ngày\s+\d|[;.]\s")


def days_apart(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations of which each day belongs to one paper.

    The day is that of the paper behind it where the one before has another year in its number, has another day
    elsewhere in the text, or where no comma parts the day from a body that cannot have issued the one before.

    Args:
        p: the text.
        found: its citations in order; a paper that is reported as issued has the day of the clause.
    """
    out = list(found)
    days: dict[tuple[str, str], set[str]] = {}
    for f in found:
        if f.number is not None and f.date is not None and len(f.date) == FULL_DAY:
            days.setdefault((f.type, f.number.printed), set()).add(f.date)
    for i, f in enumerate(found):
        if f.date is None and f.number is not None and f.reported and (day := _day_before(p, f)):
            out[i] = f._replace(date=day)
    for i, (a, b) in enumerate(pairwise(found)):
        if a.number is None or a.date is None or len(a.date) != FULL_DAY or a.date != b.date or not b.reported:
            continue
        if b.number is not None and b.end > b.number.end:
            continue  # "Quyết định A, ngày 20/5/2016 … ban hành Quy chế B, ngày 20/5/2016"
        if a.end <= a.number.end or _OTHER_DAY.search(p.low, a.end, b.start):
            continue
        if _is_behind(p, a, len(days[a.type, a.number.printed]) > 1):
            year = str(a.number.year) if a.number.year else None
            out[i] = a._replace(end=a.number.end, head_end=a.number.end, date=year)
        else:
            out[i + 1] = b._replace(date=None)
    return out


# from the title of one paper to the next: "Quyết định A thu hồi 1.420 m² đất (gọi tắt là …) và "
_AND_ANOTHER = re.compile(
    r"(?:\s+(?:về|v/v|thu\s+hồi|phê\s+duyệt|quy\s+định|ban\s+hành|giao|công\s+nhận|xử\s+phạt|bổ\s+nhiệm|thành\s+lập|cấp|cho)\s[^;“”\"\n]{3,240}?)?"
    r"(?:\s*,)?\s+và\s+"
)
_OTHER_MATTER = re.compile(
    r"(?<!\w)(?:theo|tại|căn\s+cứ|thực\s+hiện|thay\s+thế|sửa\s+đổi|trình|yêu\s+cầu|đề\s+nghị|ngày\s+\d)(?!\w)"
)


_FIGURE = re.compile(r"\d")


def issued_too(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Papers that the body of the one before issued with it: "UBND huyện ban hành Quyết định A và Quyết định B".

    Args:
        p: the text.
        found: its citations in order; a paper that is reported as issued has the day of the clause.
    """
    out = list(found)
    last: Found | None = None
    for i, f in enumerate(out):
        if f.number is None:
            continue  # the short name that the one before is given, an act in its title
        if last is not None and last.number is not None and f.phrase is None and f.date is None:
            same = f.type == last.type and f.number.codes == last.number.codes and f.start < f.number.start
            gap = p.low[last.head_end : f.start] if same else ""
            if same and _AND_ANOTHER.fullmatch(gap) and _OTHER_MATTER.search(gap) is None:
                of_clause = _FIGURE.search(p.low, last.number.end, last.head_end) is None
                out[i] = f = f._replace(phrase=last.phrase, date=last.date if of_clause else None, reported=True)
        subject = f.phrase is not None and f.phrase.start < f.start
        last = f if f.reported and subject else None
    return out


# "các Thông tư số A quy định … và số B về …, cùng ngày 30/12/2016"
_OF_ALL = re.compile(r"(?<!\w)cùng\s+ngày\s+(?=\d)")
# "A của Chính phủ và B của Bộ X, cùng ngày 10/01/2022"
_AND_OF = re.compile(r"(?:\s+của\s[^,;.:\d\n]{2,60}?)?\s+và\s+")
_ONE_CLAUSE = re.compile(r"[;\n]|\.\s")
_LIST = 600  # code points that a list may have before the day of all


_BELOW = re.compile(r"(?:\s+của\s[^:\n]{2,90}?)?\s*,?\s*(?:(?:bao\s+)?gồm|như\s+sau|sau\s+đây|sau)?\s*:[ \t]*\n")
_INLINE = re.compile(
    r"(?:\s+của\s[^:\n;.]{2,90}?)?\s*,?\s*(?:(?:bao\s+)?gồm|như\s+sau|sau\s+đây|sau)?\s*:[ \t]*(?=số\s)"
)
_ITEM = re.compile(r"[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))[ \t]*(?:(?:[^\W\d][^\n\d]{2,30}\s)?số\s*:?\s*)?")


def _give_below(p: Plain, out: list[Found], day: str, at: int) -> None:
    """Gives the day of a head to the items below it: "Các Nghị quyết cùng ngày 12 tháng 7 năm 2018, gồm:"."""
    blank = p.low.find("\n\n", at)
    for i in range(bisect_left(out, at, key=attrgetter("start")), len(out)):
        f = out[i]
        if f.number is None:
            continue
        line = p.low.rfind("\n", 0, f.number.start) + 1
        if line + 1 < at:
            continue
        if 0 <= blank < line:
            break
        if not _ITEM.fullmatch(p.low, line, f.number.start):
            continue  # in the title of an item
        if f.date not in (None, str(f.number.year)) or f.number.year not in (None, int(day[:4])):
            break
        out[i] = f._replace(date=day)


def _give_behind(p: Plain, out: list[Found], day: str, at: int) -> None:
    """Gives the day of a head to the papers of its sentence: "các Quyết định cùng ngày 30/6/2017: số A … và số B"."""
    stop = min((x for x in (p.low.find(mark, at) for mark in (";", "\n")) if x >= 0), default=len(p.low))
    first: Found | None = None
    for i in range(bisect_left(out, at, key=attrgetter("start")), len(out)):
        f = out[i]
        if f.start >= stop:
            break
        if f.number is None:
            continue
        first = first or f
        if first.number is None or f.number.codes != first.number.codes or f.type != first.type:
            continue  # in the title of one of them
        if f.date in (None, str(f.number.year)) and f.number.year in (None, int(day[:4])):
            out[i] = f._replace(date=day)


def days_of_lists(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations with the day that is told behind the titles of a list for all of its papers.

    Args:
        p: the text.
        found: its citations in order.
    """
    out = list(found)
    ends = [f.end for f in found]
    for m in filter(None, (_OF_ALL.match(p.low, at) for at in places(p.low, "cùng"))):
        day = read_date(p.low, m.end())
        if day is None or len(day.iso) != FULL_DAY or not day.has_year:
            continue
        if below := _BELOW.match(p.low, day.end):
            _give_below(p, out, day.iso, below.end())
            continue
        if inline := _INLINE.match(p.low, day.end):
            _give_behind(p, out, day.iso, inline.end())
            continue
        stop = m.start()
        listed: list[int] = []
        last = bisect_right(ends, m.start())
        if last < len(out) and out[last].start < m.start() and out[last].date == day.iso:
            listed, stop = [last], out[last].start  # "1620/SYT-NVY, 1634/SYT-KH (cùng ngày 04/11/2024)"
        for k in range(last - 1, -1, -1):
            f = out[k]
            if f.number is None or m.start() - f.end > _LIST or _ONE_CLAUSE.search(p.low, f.end, stop):
                break
            told = f.date is not None and f.date not in (str(f.number.year), day.iso)
            if listed and f.type != out[listed[-1]].type and not _AND_OF.fullmatch(p.low, f.head_end, stop):
                break
            if told or f.number.year not in (None, int(day.iso[:4])):
                break
            listed.append(k)
            stop = f.start
        if len(listed) > 1 or (listed and not p.low[out[listed[0]].end : m.start()].strip(" ,")):
            for k in listed:
                out[k] = out[k]._replace(date=day.iso)
    return out


def _day_before(p: Plain, f: Found) -> str | None:
    """The day that heads the sentence before one in which a paper is issued "Cùng ngày", if it tells no other day."""
    m = _SAME.search(p.low, max(0, f.start - 120), f.start)
    begin = max(0, m.start() - _BEFORE) if m else 0
    heads = list(_HEADS.finditer(p.low, begin, m.start())) if m else []
    if m is None or not heads or len(_DAY.findall(p.low, heads[-1].start(), m.start())) > 1:
        return None
    day = read_date(p.low, heads[-1].end())
    if day is None or len(day.iso) != FULL_DAY or not day.has_year or p.low.find(". ", day.end, m.start()) >= 0:
        return None
    return day.iso if f.number is None or f.number.year in (None, int(day.iso[:4])) else None


def _is_behind(p: Plain, a: Found, has_another: bool) -> bool:
    """Whether the day behind a paper is not its own."""
    if a.number is None or a.date is None or _BEHIND_COMMA.match(p.low, a.number.end) is None:
        return False
    if has_another or (a.number.year is not None and not a.date.startswith(str(a.number.year))):
        return True
    then = _THEN.match(p.low, a.end)
    if then is None or "," in then.group():
        return False
    phrase = read_phrase(p.text, p.low, then.end())
    return phrase is not None and phrase.base not in may_have_issued(a.number)
