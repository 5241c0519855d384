"""Tables that tell by their columns what became of the act of each row.

    STT | Nghị quyết      | Được sửa đổi bởi | Nội dung được sửa đổi      Tên văn bản | Lý do hết hiệu lực
    1   | 08/2017/NQ-HĐND | 21/2019/NQ-HĐND  | Khoản 2 Điều 1             A           | Hết hiệu lực theo Điều 21 B

The head of a column says what its papers do to the act of the row, or a cell says by which act that of the row ended.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from kg.frames_ended import ON_PAPERS
from kg.framing import SELF_TYPES, Context, Link
from kg.models import Predicate
from kg.relations import Cue

_DONE = (
    r"(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)|(?P<corrects>đính\s+chính))"
)
# the head of a column of papers that act: "Được sửa đổi bởi", "Văn bản thay thế"; not "Văn bản được thay thế"
_ACTORS = re.compile(
    rf"\s*(?:(?:đã|nay)\s+)?(?:được|bị)\s+{_DONE}\s+(?:bởi|bằng|tại|theo)(?:\s+(?:văn\s+bản|{SELF_TYPES}))?\s*"
    rf"|\s*(?:văn\s+bản|{SELF_TYPES})\s+{_DONE.replace('?P<', '?P<of_')}\s*"
    rf"|\s*(?:văn\s+bản|{SELF_TYPES})\s+(?P<implements>triển\s+khai(?:\s+thực\s+hiện)?|thực\s+hiện|cụ\s+thể\s+hóa)"
    r"(?:\s+(?:của|tại)\s[^|\d]{2,60})?\s*"
)
_ROW = re.compile(r"(?m)^[^\n|]*\|[^\n]*")
_HEADS = re.compile(r"đổi|sung|thế|bỏ|chính|khai|hiện|hóa")
_RULE = re.compile(r"[\s|:-]*")
_PREDICATES: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects", "implements")
# "| Hết hiệu lực theo khoản 2 Điều 21 Thông tư B"
_ENDED = re.compile(
    r"\s*(?:đã\s+)?(?P<cue>hết\s+hiệu\s+lực(?:\s+(?:thi\s+hành|toàn\s+bộ|(?P<part>một\s+phần)))*)(?:\s*,?\s*(?:kể\s+)?từ\s+ngày\s+[\d/.-]+)?\s*,?\s+"
    r"(?:theo|do|bởi|tại)\s+(?:quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?"
)
_MOST_ROWS = 400
_start = attrgetter("start")


def by_columns(c: Context) -> list[Link]:
    """The effects that the columns of tables tell of the acts of their rows."""
    return [*_headed(c), *_ended(c)]


def _headed(c: Context) -> list[Link]:
    low, out = c.plain.low, list[Link]()
    for line in _ROW.finditer(low) if "|" in low else ():
        if not _HEADS.search(low, line.start(), line.end()):
            continue
        columns = list(_columns(low, line.start(), line.end()))
        for k, m in columns:
            at = line.end()
            for _ in range(_MOST_ROWS):
                begin, end = at + 1, low.find("\n", at + 1)
                end = end if end >= 0 else len(low)
                at = end
                if begin >= end or "|" not in low[begin:end]:
                    break
                if not _RULE.fullmatch(low, begin, end):
                    out += _of_row(c, begin, end, k, m)
    return out


def _columns(low: str, begin: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The columns of acting papers that the head of a table has, by their place in it."""
    for k, (a, b) in enumerate(_cells(low, begin, end)):
        if m := _ACTORS.fullmatch(low, a, b):
            yield k, m


def _cells(low: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a line that bars keep apart."""
    while begin <= end:
        bar = low.find("|", begin, end)
        yield begin, bar if bar >= 0 else end
        if bar < 0:
            return
        begin = bar + 1


def _of_row(c: Context, begin: int, end: int, column: int, head: re.Match[str]) -> list[Link]:
    """What the papers in a column do to the first act of their row."""
    cells = list(_cells(c.plain.low, begin, end))
    first = bisect_left(c.found, begin, key=_start)
    if column >= len(cells) or first == len(c.found) or c.found[first].start >= cells[column][0]:
        return []
    told = {group: said for group, said in head.groupdict().items() if said}
    name = next(name for name in _PREDICATES if name in told or f"of_{name}" in told)
    group = next(group for group in ("cue", "of_cue", "implements") if group in told)
    cue = Cue(name, head.start(group), head.end(group))
    inside = range(*(bisect_left(c.found, at, key=_start) for at in cells[column]))
    return [
        Link(first, j, name, "passive", cue, reverse=True)
        for j in inside
        if c.targets[j] != c.targets[first] and c.scopes[j].owner in (None, first)
    ]


def _ended(c: Context) -> list[Link]:
    """ "| A | Hết hiệu lực theo khoản 2 Điều 21 B |": B repeals the first act of the row."""
    low, out = c.plain.low, list[Link]()
    for j, start in enumerate(c.starts):
        cell = low.rfind("|", max(0, start - 120), start) + 1
        m = _ENDED.fullmatch(low, cell, start) if cell else None
        if m is None or ON_PAPERS.search(low, c.found[j].start, c.found[j].end):
            continue
        begin = low.rfind("\n", 0, cell) + 1
        i = bisect_left(c.found, begin, key=_start)
        if i < j and c.found[i].end < cell and c.targets[i] != c.targets[j]:
            cue = Cue("repeals", m.start("cue"), m.end("cue"), m["part"] is not None)
            out.append(Link(i, j, "repeals", "passive", cue, reverse=True))
    return out
