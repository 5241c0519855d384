"""The numbered paper that an act approves or issues, in brackets behind it: "Điều 1. Phê duyệt Kế hoạch xóa mù chữ",
"(Kèm theo Kế hoạch số A)".
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.frames_told import joined
from kg.framing import LINE_LEAD, Link, View, type_name
from kg.models import Predicate
from kg.relations import Cue

_DECIDES = ("quyet-dinh", "nghi-quyet")
_WHAT = (
    rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>phê\s+duyệt|thông\s+qua|ban\s+hành)\s+"
    r"(?:kèm\s+theo\s+[^\W\d]+\s[^\W\d]+\s+này\s+)?(?P<what>[^\W\d])"
)
_ALONG = r"\s*\(\s*(?:có\s+)?(?:kèm\s+theo|đính\s+kèm)\s+"
_HERE = re.compile(rf"{_WHAT}[^;:\n()]{{3,300}}?[.,]?{_ALONG}")
_ABOVE = re.compile(_WHAT)
_BELOW = re.compile(_ALONG)
# "… đã được UBND tỉnh phê duyệt trước đây)", "… để đối chiếu)": no paper that is approved now
_SAID_OF_IT = re.compile(r"(?<!\w)(?:đã|để|trước\s+(?:đây|đó)|cũ|tham\s+khảo|đối\s+chiếu|không|chưa|thay|hết)(?!\w)")
_BRACKET = 400


def came_along(v: View, i: int) -> Link | None:
    """A plan, scheme or regulation with a number that stands in brackets behind what the act approves."""
    c, f = v.c, v.c.found[i]
    kind = type_name(f.type)
    if c.own.type not in _DECIDES or not kind or f.number is None or c.provisions[i]:
        return None
    beside = v.free[: v.free.index(i) + 1]
    if any(c.found[j].type != f.type or not joined(c, j, k) for j, k in pairwise(beside)):
        return None
    low, at, first = c.plain.low, v.sentence.start, v.before(c.found[beside[0]].start)
    m = _HERE.fullmatch(first)
    if m is None and _BELOW.fullmatch(first) and (above := c.parts.before(v.sentence)) is not None:
        at, m = above.start, _ABOVE.match(low[above.start : above.end])
    if m is None or not low.startswith(kind, at + m.start("what")):
        return None
    close = low.find(")", f.head_end, f.head_end + _BRACKET)
    if close < 0 or _SAID_OF_IT.search(low, f.head_end, close):
        return None
    word: Predicate = "promulgates" if m["cue"].startswith("ban") else "approves"
    return Link(None, i, word, "enacting", Cue(word, at + m.start("cue"), at + m.end("cue")))
