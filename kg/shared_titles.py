"""Papers that share one title: "các Nghị định số A và số B quy định chi tiết …", "Kế hoạch A và Kế hoạch B, đều về …",
"Nghị định A của Chính phủ và Thông tư B … về hướng dẫn thực hiện Luật C".
"""

from __future__ import annotations

import re

from kg.framing import Context
from kg.registry import LAW_TYPES
from kg.relations import GLUE, Cue

_OF_BOTH = re.compile(r"\s*,?\s+(?:đều|cùng)\s+(?=về|quy|hướng|thực|triển|sửa|thay|bãi|ban)")
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|\d{1,2})\s+$")


def with_one_title(c: Context, last: int, i: int, cue: Cue) -> list[int]:
    """The papers that share their title with the last: "các Nghị định số A, số B và số C … quy định chi tiết".

    They share its type word too, or the title says that it is of both: "Kế hoạch A và Kế hoạch B, đều về thực hiện".

    Args:
        c: the text.
        last: the paper behind which the title stands.
        i: what the title speaks of.
        cue: what it does to that.
    """
    if cue.predicate == "guides" and _decree_too(c, last, i, cue):
        return [last - 1]
    out, k = [], last
    both = _OF_BOTH.match(c.plain.low, c.found[last].head_end) is not None
    while k and (c.found[k].inherited or both) and c.scopes[k - 1].owner == c.scopes[last].owner:
        before = c.found[k - 1]
        gap = c.plain.low[before.head_end : c.found[k].start]
        if c.scopes[k - 1].title_end > before.head_end or not gap.strip() or not GLUE.fullmatch(gap) or ";" in gap:
            break
        k -= 1
        out.append(k)
    first = c.found[k].start
    return out if both or (out and _SEVERAL.search(c.plain.low, max(0, first - 12), first)) else []


# "Nghị định A ngày … của Chính phủ và Thông tư B ngày … của Bộ Tài chính về hướng dẫn thực hiện Luật C"
_AND = re.compile(r"\s*(?:,\s*)?(?:và|cùng)\s+")
_ON_GUIDING = re.compile(r"\s*,?\s+về\s+(?:việc\s+)?$")


def _decree_too(c: Context, last: int, i: int, cue: Cue) -> bool:
    """Whether a decree and the circular made for it share a title on the guiding of a law.

    Both are of one year, and the decree has no title of its own; behind "hướng dẫn" without "về" the circular alone
    may be meant.
    """
    if not last or c.found[last].type not in ("thong-tu", "thong-tu-lien-tich"):
        return False
    a, f, g = last - 1, c.found[last - 1], c.found[last]
    if f.type != "nghi-dinh" or c.found[i].type not in LAW_TYPES or c.scopes[a].owner != c.scopes[last].owner:
        return False
    if c.scopes[a].title_end > f.head_end or c.provisions[a] or c.provisions[last]:
        return False
    low, days = c.plain.low, (c.day(a), c.day(last))
    together = _AND.fullmatch(low, f.head_end, g.start) and _ON_GUIDING.fullmatch(low, g.head_end, cue.start)
    return bool(together) and None not in days and (days[0] or "")[:4] == (days[1] or "")[:4]
