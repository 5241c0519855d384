"""What a row of a table says of an effect: "Quyết định A | Khoản 2 Điều 5; Điều 9 | Bị bãi bỏ bởi Quyết định B".

Lists of what lost force give the provisions in a cell of their own, and whole tables of acts that lost some provisions
say so in the heading above: "B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.framing import Context, Link
from kg.models import Provision
from kg.provisions import whole_list

_EFFECTS = ("amends", "replaces", "repeals", "suspends")
_FRAMES = ("passive", "paren", "annex", "enacting")
_MARKS = re.compile(r"[|\t]")
_ENDED = re.compile(r"\s+(?:đã\s+)?(?:được|bị)\s")
_COLUMNS = 3  # of a table that has a column for provisions
_ROW = 3000  # letters of a row before and behind its act: a table on one line has no rows
_IN_PART = re.compile(
    r"\n[^\n|\t]{0,140}(?:hết\s+hiệu\s+lực|bãi\s+bỏ|thay\s+thế|ngưng\s+hiệu\s+lực)(?:\s+thi\s+hành)?\s+"
    r"(?P<how>toàn\s+bộ|(?:một|1)\s+phần)[^\n|\t]{0,80}(?=\n)"
)
_BOTH = re.compile(r"toàn\s+bộ[^\n]*(?:một|1)\s+phần")


def with_cells(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of a text, effects in rows of tables with the provisions in their cells."""
    rows = {k: row for k, link in enumerate(links) if (row := _row(c, link)) is not None}
    heads = _heads(c.plain.low) if rows else []
    return [_with_cell(link, rows[k], heads) if k in rows else link for k, link in enumerate(links)]


def _heads(low: str) -> list[tuple[int, bool]]:
    """The headings that tell how far acts lost force: where each stands, and whether it is of parts alone."""
    return [
        (m.start(), not m["how"].startswith("toàn") and not _BOTH.search(m.group())) for m in _IN_PART.finditer(low)
    ]


def _row(c: Context, link: Link) -> tuple[int, str] | None:
    """Where the row of a table begins in which an effect is told, and its cells, those behind the act first."""
    if link.predicate not in _EFFECTS or link.frame not in _FRAMES:
        return None
    suffers = link.subject if link.reverse else link.object if link.subject is None else None
    if suffers is None or link.cue is None or link.provisions is not None or c.provisions[suffers]:
        return None
    low, head = c.plain.low, c.found[suffers].head_end
    floor = max(0, c.starts[suffers] - _ROW)
    begin, end = max(floor, low.rfind("\n", floor, c.starts[suffers]) + 1), low.find("\n", head, head + _ROW)
    row = low[head : end if end >= 0 else head + _ROW]
    if len(_MARKS.findall(low, begin, head + len(row))) < _COLUMNS - 1:
        return None
    return begin, f"{row}|{low[begin : c.starts[suffers]]}"


def _with_cell(link: Link, row: tuple[int, str], heads: Sequence[tuple[int, bool]]) -> Link:
    begin, cells = row
    provisions = _in_cells(cells)
    above = bisect_left(heads, (begin, False))
    if provisions is None and not (above and heads[above - 1][1]):
        return link
    cue = link.cue._replace(partial=True) if link.cue is not None else None
    return link._replace(provisions=provisions, cue=cue)


def _in_cells(row: str) -> tuple[Provision, ...] | None:
    """The provisions that fill a cell of a row, or that it tells to have ended: "Khoản 2 Điều 7 bị bãi bỏ bởi B"."""
    for cell in _MARKS.split(row)[1:]:
        if provisions := whole_list(cell) or whole_list(_ENDED.split(cell, 1)[0]):
            return provisions
    return None
