"""Of which papers a passive speaks: the one before it, or all of those listed before it.

"A và B được thay thế bởi C": C replaces both. "Trước đây áp dụng A và B được sửa đổi bởi C": only B is amended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.framing import LINE_LEAD, Context
from kg.relations import GLUE
from kg.scope import kin
from kg.sentences import in_closed_bracket


def spoken_of(c: Context, a: int, b: int) -> int:
    """Of which paper more is said before ``b``: not of one in a bracket that is closed, but of the one before that."""
    holder = c.scopes[a].owner
    if holder is None or c.scopes[a].how not in ("paren", "passive"):
        return a
    return holder if in_closed_bracket(c.plain.low, c.found[a].start, c.found[b].start, reach=_BRACKET) else a


_BRACKET = 400  # letters


def listed_beside(c: Context, members: Sequence[int], holder: int) -> list[int]:
    """The citations of which a passive speaks too: "A và B được thay thế bởi C" at the head, or "A, B đều" anywhere.

    Only "đều" or the like says so of those within a sentence: "Trước đây áp dụng A và B được sửa đổi bởi C".
    """
    free = [i for i in members if c.scopes[i].owner is None and i <= holder]
    if len(free) < 2 or free[-1] != holder:
        return []
    low, end = c.plain.low, c.title_end(holder)
    gaps = [low[c.title_end(a) : c.starts[b]] for a, b in pairwise(free)]
    if _OF_ALL.match(low, c.found[holder].head_end) or _OF_ALL.match(low, end):
        first = next((k for k in range(len(gaps), 0, -1) if not GLUE.fullmatch(gaps[k - 1])), 0)
        return [i for i in free[first:-1] if kin(c.found[i].type) == kin(c.found[holder].type)]
    begin = c.parts.at(c.found[holder].start).start
    if not _HEAD.fullmatch(low, begin, max(begin, c.starts[free[0]])):
        return []
    return free[:-1] if all(GLUE.fullmatch(gap) for gap in gaps) and "và" in gaps[-1] else []


# "Kể từ ngày này, A và B hết hiệu lực, được thay thế bởi C"
_HEAD = re.compile(
    rf"{LINE_LEAD}(?:\[\d{{1,3}}\]\s*)?(?:(?:kể\s+)?từ\s+(?:ngày\s+(?:này|đó|\d[\d/.-]*)|thời\s+điểm\s+(?:này|đó))\s*,?\s+)?(?:các\s+)?"
)
# "A, B và C đều bị D thay thế"
_OF_ALL = re.compile(r"\s*,?\s+(?:(?:nay|hiện|đã)\s+)*(?:đều|cùng|cả\s+hai|lần\s+lượt)\s")
