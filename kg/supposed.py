"""What a text only supposes, asks for or denies: tests of the words before a verb, and of where a list breaks off."""

from __future__ import annotations

import re

from kg.framing import Context

_SUPPOSED = re.compile(
    r"(?<!\w)(?:nếu|trường\s+hợp|giả\s+sử|dự\s+kiến|dự\s+thảo|đề\s+xuất|đề\s+nghị(?!\s+của)|kiến\s+nghị|chờ|đang\s+trình|"
    r"dự\s+định|xem\s+xét\s+việc)(?!\w)"
)
_ON_CONDITION = re.compile(r"(?<!\w)(?:nếu|trường\s+hợp|giả\s+sử)(?!\w)")
_DENIED = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng)(?!\s+(?:chỉ|những)(?!\w))(?:\s+(?:phải|còn|hề|được|bị|có|từng|tự|công\s+bố))*\s+$"
)
_FACT = re.compile(r"(?<!\w)(?:đã|vừa|mới)\s+(?:(?:được|bị)\s+)?$")
_OWN_CLAUSE = re.compile(
    r"\s*(?:,\s*)?(?:vẫn|chưa|không|tiếp\s+tục|còn\s+hiệu\s+lực|(?:được\s+)?giữ\s+nguyên|giao\s)(?!\w)"
)


def is_denied(low: str, begin: int, at: int) -> bool:
    """Whether the words right before a verb say that it was not done.

    >>> [is_denied(low, 0, low.index("bãi")) for low in ("trong đó không còn bãi bỏ", "không chỉ bãi bỏ")]
    [True, False]
    """
    return _DENIED.search(low, begin, at) is not None


def is_supposed(low: str, begin: int, at: int) -> bool:
    """Whether a clause up to its verb says what may be, or what is asked for; what "đã" states is a fact.

    >>> [is_supposed(low, 0, low.index("thay")) for low in ("nếu được thay bởi", "đề nghị bỏ vì đã được thay")]
    [True, False]
    """
    if _FACT.search(low, begin, at):
        return _ON_CONDITION.search(low, begin, at) is not None
    return _SUPPOSED.search(low, begin, at) is not None


def begins_clause(c: Context, i: int) -> bool:
    """Whether a citation is what a clause of its own speaks of: "A đã thay thế B, C vẫn còn hiệu lực"."""
    return any(_OWN_CLAUSE.match(c.plain.low, end) for end in (c.found[i].head_end, c.scopes[i].title_end))


def of_one_side(c: Context, i: int, j: int) -> bool:
    """Whether two papers are both of the State, or both of the Party, by their numbers."""
    f, g = c.found[i].number, c.found[j].number
    return f is None or g is None or f.party == g.party
