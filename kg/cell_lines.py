"""Tables whose cells stand on lines of their own, as a converter leaves them: who ended the act of the row.

    3
    Quyết định số 35/2006/QĐ-BXD ngày 22/11/2006
    Về định mức vật tư
    Bị bãi bỏ bởi khoản 2 Điều 5 Thông tư số 04/2023/TT-BXD

The figure of the row stands alone, the act that suffers the effect opens the next line, and a line that begins with
the passive names what acts. Where a second act stands between them nothing is read.
"""

from __future__ import annotations

import re

from kg.framing import Context, Link
from kg.models import Predicate
from kg.relations import Cue

_FIGURE = re.compile(r"[ \t]*\d{1,4}[ \t]*\.?[ \t]*")
_ROW_LINES = 8
_ROW = 1200
_PASSIVE = re.compile(
    r"[-+•*–\s]{0,4}(?:đã\s+)?(?:được|bị)\s+(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))(?:\s+(?P<part>toàn\s+bộ|một\s+phần|một\s+số\s+điều))?\s+(?:bởi|bằng|theo|tại)\s*:?\s+"
)


def in_rows(c: Context) -> list[Link]:
    """The effects that lines of such rows tell of the act of their row."""
    out: list[Link] = []
    low = c.plain.low
    for j, start in enumerate(c.starts):
        begin = low.rfind("\n", 0, start) + 1
        m = _PASSIVE.fullmatch(low, begin, start) if low.startswith(("được", "bị", "đã", "-", " "), begin) else None
        i = acted_on(c, j, begin) if m and c.scopes[j].owner is None else None
        if m is None or i is None or c.targets[i] == c.targets[j]:
            continue
        predicate: Predicate = "amends" if m["amends"] else "replaces" if m["replaces"] else "repeals"
        some = m["part"] is not None and not m["part"].startswith("toàn")
        cue = Cue(predicate, m.start("cue"), m.end("cue"), some)
        out.append(Link(i, j, predicate, "passive", cue, reverse=True, provisions=c.provisions[i]))
    return out


def acted_on(c: Context, j: int, line: int) -> int | None:
    """The act of the row in which the line at an offset names citation ``j``: the only one above it in the row."""
    low = c.plain.low
    row = _row_begin(low, line)
    if row is None:
        return None
    acts = [i for i in range(max(0, j - _ROW_LINES), j) if c.starts[i] >= row and c.scopes[i].owner is None]
    if len(acts) != 1 or low[row : c.starts[acts[0]]].strip() or c.found[acts[0]].end > line:
        return None
    return acts[0]


def _row_begin(low: str, line: int) -> int | None:
    """Where the line behind the figure of a row begins, looking up from one of its lines."""
    begin = line
    for _ in range(_ROW_LINES):
        above = low.rfind("\n", 0, max(0, begin - 1)) + 1
        if begin == 0 or line - above > _ROW:
            return None
        if _FIGURE.fullmatch(low, above, begin - 1):
            return begin
        begin = above
    return None
