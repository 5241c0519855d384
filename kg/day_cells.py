"""The day of a paper that stands not behind its number, but below it, in a cell of its row, in a letterhead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.dates import FULL_DAY, read_date
from kg.found import Found
from kg.normalise import Plain
from kg.phrases import read_phrase

# on a portal, below the title: "Ban hành: 19/06/2015 | Hiệu lực: 01/01/2016", "(19/06/2015)"
_BELOW = re.compile(
    r"\s{0,3}(?:(?:[^\n:|;]{2,30}:[^\n|;]{2,40}[|;,]\s*){0,2}[-+•*|( ]*(?:ngày\s+)?ban\s+hành\s*:\s*(?:ngày\s+)?"
    r"|\((?=[\d/]{8,10}\)))(?=\d)"
)
# a letterhead within the text: "Số: 07/VBHN-BXD⏎XÁC THỰC VĂN BẢN HỢP NHẤT⏎Hà Nội, ngày 03 tháng 3 năm 2026"
_HEAD_LINE = re.compile(r"\n[ \t|]*số\s*:\s*$")
_DAY_LINE = re.compile(r"[ \t|]*\n(?:[^\n]{0,70}\n){0,4}?[ \t|]*[^\W\d][^\n,;.:\d]{1,40},[ \t]*ngày\s+(?=\d)")
# "• Nghị định 88/2024/NĐ-CP quy định về bồi thường | 15/07/2024": the last cell of its row
_ITEM = re.compile(
    r"(?:^|\n)[ \t]*(?:[-+•*–#|]|\d{1,3}[.)]?)?[ \t|]*"
    r"(?:[^\W\d](?:(?!\s(?:theo|tại|của|trong|và)\s)[^\n\d|\t/]){0,40}\s)?(?:số\s+)?$"
)
_MARK = re.compile(r"[ \t]*(?:[-+•*–#|>]|\d{1,3}[.)]?)?[ \t|*]*")
_LAST_CELL = re.compile(
    r"[^\n]{0,400}?(?:[|\t][ |]{0,20}|\s\()(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)[ |\t)]*(?:\n|$)"
)
# "- Luật 45/2013/QH13 Đất đai. Ban hành: 29/11/2013. Hiệu lực: 01/07/2014", all on one line
_LABELLED = re.compile(
    r"[^\n]{0,300}?[.;,|(–-]\s*(?:ngày\s+)?ban\s+hành\s*:?\s*(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}/\d{4})"
)
_WIDE = re.compile(r" {3,}(?P<day>\d{1,2}/\d{1,2}/\d{4})(?=\s{2,}|\n|$)")  # columns that blanks keep apart
_OTHER_NUMBER = re.compile(r"\d\s*/\s*\w")
_ENDED_BY = re.compile(r"(?:thế|bỏ|lực|đổi|sung)\s+(?:bởi|bằng|theo|tại)\s+(?:[^\n|\t;:\d]{2,60})?$")
_AT_MOST = 500
_LONGEST_LEAD = 120  # of what _ITEM may hold


def issued_beside(p: Plain, start: int, end: int, year: int | None) -> str | None:
    """The full day that a list, a row or a letterhead gives for the paper with which the item, row or block begins.

    Args:
        p: the text.
        start, end: the number, or the name of a law.
        year: the year that the day must be of, where it is told.

    >>> from kg.normalise import plain
    >>> t = "Số: 07/VBHN-BXD\\nXÁC THỰC\\nHà Nội, ngày 03 tháng 3 năm 2026"
    >>> issued_beside(plain("\\n" + t), 5, 16, None)
    '2026-03-03'
    """
    low = p.low
    before = low.rfind("\n", 0, start) + 1
    m: re.Match[str] | None = None
    if _HEAD_LINE.search(low, max(0, start - 20), start):
        m = _DAY_LINE.match(low, end)
    at = m.end() if m else None
    if at is None:
        line = low.find("\n", end, end + _AT_MOST)
        below = _BELOW.match(low, line + 1) if line >= 0 else None
        begins = start - before <= _LONGEST_LEAD and _ITEM.search(low, max(0, before - 1), start)
        if not (below or begins) or _OTHER_NUMBER.search(low, before, start):
            return None
        if below:
            at = below.end()
        else:
            cell = _WIDE.match(low, end) or _LABELLED.match(low, end) or _LAST_CELL.match(low, end)
            at = cell.start("day") if cell else None
    day = read_date(low, at) if at is not None else None
    if day is None or len(day.iso) != FULL_DAY or not day.has_year:
        return None
    return day.iso if year in (None, int(day.iso[:4])) else None


def begins_the_row(low: str, start: int) -> bool:
    """Whether a paper is the first of its line, but for the mark of an item.

    >>> begins_the_row("- luật đất đai 2024", 2), begins_the_row("luật sửa đổi luật đất đai 2024", 13)
    (True, False)
    """
    return _MARK.fullmatch(low, low.rfind("\n", 0, start) + 1, start) is not None


def ends_the_row(low: str, start: int) -> bool:
    """Whether a paper is told as what ended the act of its row: the day in the next cell is that of the end.

    Args:
        low: low plain text.
        start: where the paper, or its number, begins.

    >>> row = "| bị bãi bỏ bởi quyết định số 19/2023/qđ-ubnd | 05/11/2023 |"
    >>> ends_the_row(row, row.index("19/"))
    True
    """
    return _ENDED_BY.search(low, max(0, start - 80), start) is not None


_CELL = r"[ \t]*(?:\n|\||\t)[ \t|\n]{0,6}"
_DAY_CELL = re.compile(
    rf"(?:{_CELL}|(?P<same>;[ \t]+))(?P<day>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?:19|20)\d\d)[ \t]*(?=\n|\||\t|$)"
)
_NEXT_CELL = re.compile(_CELL)
# a cell of its own: "… có hiệu lực kể từ ngày ký ban hành." stands in every decision
_DAY_COLUMN = re.compile(
    r"(?:^|[\n|\t])[ \t]*(?:[^\n|\t.]{0,40}[;,/]\s*)?ngày(?:\s*,?\s*tháng(?:\s*,?\s*năm)?)?\s+"
    r"(?:ban\s+hành|ký)(?:\s+ban\s+hành)?(?:\s+văn\s+bản)?[ \t]*(?=[\n|\t]|$)"
)
_COLUMN_REACH = 6000


_DAYS_HEAD = re.compile(r"(?m)^[^\n]*\|[ \t]*ngày\s+(?:ban\s+hành|ký)[ \t]*(?=\||\n)")
_DAY_ALONE = re.compile(r"\s*(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d)\s*")


def _in_column(low: str, start: int, end: int, heads: Sequence[tuple[int, int]]) -> str | None:
    """The day of a row in the column that the head of its table names for days, further on than the next cell.

    "STT | Số ký hiệu | Trích yếu | Ngày ban hành | Hiệu lực", below it "1 | 13/2017/QĐ-UBND | … | 20/03/2017 | …".
    """
    line, stop = low.rfind("\n", 0, start) + 1, low.find("\n", end)
    row = low[line : stop if stop >= 0 else len(low)]
    if row.count("|") < _FEWEST or not (low.find("|", line, start) >= 0 or begins_the_row(low, start)):
        return None
    k = bisect_left(heads, (line, 0))
    if k == 0 or heads[k - 1][0] < line - _COLUMN_REACH:
        return None
    begin, behind = heads[k - 1]
    head = low[begin : low.find("\n", begin)]
    cells, column = row.split("|"), low.count("|", begin, behind)
    if len(cells) != len(head.split("|")) or low.count("|", line, start) >= column:
        return None
    m = _DAY_ALONE.fullmatch(cells[column])
    day = read_date(cells[column], m.start("day")) if m else None
    return day.iso if day is not None and len(day.iso) == FULL_DAY else None


_FEWEST = 3  # bars of a row: fewer hold no column beyond the next


def days_in_columns(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations with the day, and the body, in the cells behind them of a table that has a column for days.

    "Số, ký hiệu | Ngày ban hành | Cơ quan ban hành", below it "11/2023/NQ-HĐND | 07/7/2023 | HĐND tỉnh Thái Bình".
    """
    out = list(found)
    heads = [m.span() for m in _DAYS_HEAD.finditer(p.low)] if "|" in p.low else []
    for i, f in enumerate(out):
        if f.number is None or f.phrase is not None or not (f.date is None or f.date.isdigit()):
            continue
        cell = _DAY_CELL.match(p.low, f.end)
        if cell is None and heads and (told := _in_column(p.low, f.start, f.end, heads)):
            out[i] = f._replace(date=told) if told.startswith(str(f.number.year or "")) else f
        if cell is None or ends_the_row(p.low, f.start):
            continue
        column = None if cell["same"] else _DAY_COLUMN.search(p.low, max(0, f.start - _COLUMN_REACH), f.start)
        row = p.low.rfind("|", p.low.rfind("\n", 0, f.start) + 1, f.start) >= 0  # "| 655/QĐ-UBND; 12/4/2022 |"
        if column is None and not (cell["same"] and row):
            continue
        day = read_date(p.low, cell.start("day"))
        if day is None or not day.iso.startswith(str(f.number.year or day.iso[:4])):
            continue
        further = _NEXT_CELL.match(p.low, cell.end())
        phrase = read_phrase(p.text, p.low, further.end()) if further else None
        own = phrase is not None and any(phrase.base.series == body.series for body in f.number.bodies)
        out[i] = f._replace(date=day.iso, phrase=phrase if own else None)
    return out
