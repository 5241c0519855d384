"""The numbered paper that an act approves or issues, in brackets behind it: "Điều 1. Phê duyệt Kế hoạch xóa mù chữ",
"(Kèm theo Kế hoạch số A)".
"""

from __future__ import annotations

import re

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


def came_along(v: View, i: int) -> Link | None:
    """A plan, scheme or regulation with a number that stands in brackets behind what the act approves."""
    c, f = v.c, v.c.found[i]
    kind = type_name(f.type)
    if c.own.type not in _DECIDES or not kind or f.number is None or i != v.free[0] or c.provisions[i]:
        return None
    low, at = c.plain.low, v.sentence.start
    m = _HERE.fullmatch(v.before(f.start))
    if m is None and _BELOW.fullmatch(v.before(f.start)) and (above := c.parts.before(v.sentence)) is not None:
        at, m = above.start, _ABOVE.match(low[above.start : above.end])
    if m is None or not low.startswith(kind, at + m.start("what")):
        return None
    word: Predicate = "promulgates" if m["cue"].startswith("ban") else "approves"
    return Link(None, i, word, "enacting", Cue(word, at + m.start("cue"), at + m.end("cue")))
