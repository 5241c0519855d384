"""The cells of a table beside a number: its day, its body."""

from __future__ import annotations

import re
from functools import cache

from kg import registry
from kg.anchors import spelt
from kg.dates import read_date
from kg.institutions import read_body
from kg.normalise import Plain
from kg.numbers import Number, read_number
from kg.phrases import Phrase
from kg.typewords import type_slug, type_table

_CELL = re.compile(r" ?[|\t][ \t]*")
_DAY_LEAD = re.compile(r"ngày\s+")
_CELL_ENDS = re.compile(r"[ \t]*(?=[|\n\t]|$)")
# the type may have a cell of its own between body and number
_CELL_BEFORE = re.compile(
    rf"(?:^|[|\t\n])[ \t]*(?=[^|\t\n]{{4,90}}[|\t][ \t]*(?P<type>{spelt(type_table()[1])}[ \t]*[|\t][ \t]*)?$)"
)

_OTHER_DAY = re.compile(r"hiệu\s+lực|(?<!\w)(?:hết|hạn|nhận|đến|đăng|trình|họp|cập\s+nhật|áp\s+dụng)(?!\w)")


def _column(low: str, at: int) -> str:
    """What the first row of the table says above the cell at ``at``; nothing where it has no such cell."""
    begin = low.rfind("\n", 0, at) + 1
    mark = "|" if low.find("|", begin, at) >= 0 else "\t"
    column = low.count(mark, begin, at)
    for _ in range(400):
        above = low.rfind("\n", 0, max(begin - 1, 0)) + 1
        if begin == 0 or low.find(mark, above, begin) < 0:
            break
        begin = above
    cells = low[begin : low.find("\n", begin)].split(mark)
    return cells[column] if column < len(cells) else ""


def in_cells(p: Plain, at: int, year: int | None = None) -> tuple[str | None, Phrase | None]:
    """Day and body that fill the next cells of a table row: "| 33/QĐ-UBND | 26/9/2018 | UBND tỉnh Sơn La |".

    Args:
        p: the text.
        at: where the cell of the number ends.
        year: the year in the number: a day of another year is not the paper's.
    """
    day, phrase = None, None
    for _ in range(2):
        m = _CELL.match(p.low, at)
        if m is None or phrase is not None:
            break
        lead = _DAY_LEAD.match(p.low, m.end())
        date = read_date(p.low, lead.end() if lead else m.end()) if day is None else None
        if date is not None and len(date.iso) == 10 and _CELL_ENDS.match(p.low, date.end):
            its_own = (year is None or date.iso[:4] == str(year)) and not _OTHER_DAY.search(_column(p.low, m.end()))
            day, at = date.iso if its_own else None, date.end
            continue
        named = read_body(p.text, p.low, m.end())
        if named is None or not _CELL_ENDS.match(p.low, named.end):
            break
        phrase, at = named, named.end
    return day, phrase


@cache
def _type_cell() -> re.Pattern[str]:
    return re.compile(rf"{_CELL.pattern}(?P<type>{type_table()[0]})[ \t]*(?=[|\n\t]|$)")


def type_behind(p: Plain, at: int) -> tuple[Number, str] | None:
    """The number that fills a cell from ``at`` on, and the type in the next one: "| 144-QĐ/TW | Quy định | Về … |"."""
    if p.low[max(0, at - 2) : at].rstrip(" ")[-1:] not in ("", "|", "\t", "\n"):
        return None
    line = p.low.find("\n", at)
    rest = p.low[at : min(line if line >= 0 else len(p.low), at + _LONGEST_CELL)]
    if "|" not in rest and "\t" not in rest:
        return None
    number = read_number(p.text, at, expected=True)
    m = _type_cell().match(p.low, number.end) if number is not None else None
    kind = type_slug(" ".join(m["type"].split())) if m else None
    if number is None or kind is None:
        return None
    of_code = registry.type_codes().get((number.type_code or "").casefold(), ())
    return (number, kind) if kind in of_code or number.type_code is None else None


_LONGEST_CELL = 40


def in_cell_before(p: Plain, start: int) -> Phrase | None:
    """The body that fills the cell before the paper at ``start``: "| UBND tỉnh Sơn La | Quyết định số 33/QĐ-UBND |"."""
    if p.low[max(0, start - 2) : start].strip(" ") not in ("|", "\t"):
        return None
    for m in _CELL_BEFORE.finditer(p.low, max(0, start - 120), start):
        phrase = read_body(p.text, p.low, m.end())
        end = m.start("type") if m["type"] else start
        if phrase is not None and re.fullmatch(r"[ \t]*[|\t][ \t]*", p.low[phrase.end : end]):
            return phrase
    return None


_AGENT = re.compile(r"(?<!\w)(?:bởi|tại|theo|bằng)\s")


def acts_in_row(low: str, at: int) -> bool:
    """Whether a number is that of the act which ended the one of its row: "| Bị bãi bỏ tại B | 10/10/2025"."""
    cell = max(low.rfind("|", 0, at), low.rfind("\n", 0, at), low.rfind("\t", 0, at)) + 1
    return _AGENT.search(low, cell, at) is not None
