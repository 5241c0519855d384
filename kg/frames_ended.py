"""What ends under the rule of another act: "B hết hiệu lực theo Điều 112 A", "Theo Điều 9 A, B hết hiệu lực"."""

from __future__ import annotations

import re

from kg.frames_told import SINCE_DAY, joined
from kg.framing import LINE_LEAD, Context, Link, View
from kg.relations import Cue
from kg.scope import kin

# "A hết hiệu lực từ ngày 01/8/2024 theo khoản 2 Điều 112 Nghị định B"
_ENDED_UNDER = re.compile(
    r"\s*(?:[(,]\s*)?(?:(?:đã|đều|nay|cùng)\s+)*(?P<cue>(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?)"
    rf"{SINCE_DAY}(?:\s*,)?\s+theo\s+(?:quy\s+định\s+(?:chuyển\s+tiếp\s+)?(?:tại|của)\s+)?"
    r"(?:(?:điều\s+khoản\s+thi\s+hành|(?:điểm|khoản|điều|mục)\s[^;.:“”\"\n]{1,60}?)\s(?:của\s+)?)?(?:các\s+)?"
)
# the law on how papers are made says when any of them ends, and ends none
ON_PAPERS = re.compile(
    r"ban\s+hành\s+(?:các\s+)?văn\s+bản|vbqppl|(?<!\d)(?:24/2009|40/2010|34/2016|154/2020|78/2025|79/2025)/nđ-cp"
)
"""The law on how papers are made, with the decrees on it, by name or number."""
# a licence ends, not the act by which it was given: "Giấy phép cấp theo Thông tư A hết hiệu lực theo B"
_OF_THAT = re.compile(r"(?<!\w)(?:theo|tại|của|bởi|trong|bằng)\s+(?:các\s+)?$")
_NOT_YET = re.compile(r"(?<!\w)(?:dự\s+kiến|dự\s+thảo|nếu|đề\s+xuất|đề\s+nghị)(?!\w)")


def ended_under(v: View, i: int) -> list[Link]:
    """ "A và B hết hiệu lực theo khoản 2 Điều 112 Nghị định C": C repeals them, papers of its kind."""
    c, low, k = v.c, v.c.plain.low, v.free.index(i)
    told_end = max(c.found[i].head_end, c.scopes[i].title_end)
    if k == 0 or ON_PAPERS.search(low, c.found[i].start, told_end) or _NOT_YET.search(v.words):
        return []
    j = v.free[k - 1]
    end = max(c.found[j].head_end, c.scopes[j].title_end)
    m = _ENDED_UNDER.fullmatch(low, min(end, c.starts[i]), c.starts[i])
    if m is None:
        return []
    cue = Cue("repeals", m.start("cue"), m.end("cue"))
    out: list[Link] = []
    for n, j in reversed(list(enumerate(v.free[:k]))):
        if not _may_end(c, i, j):
            break
        out.append(Link(j, i, "repeals", "passive", cue, reverse=True))
        if not n or not joined(c, v.free[n - 1], j):
            return [] if "(" not in m.group() and _OF_THAT.search(v.before(c.starts[j])) else out
    return []


_RULE = re.compile(r"(?<!\w)(?:theo|tại)\s+(?:quy\s+định\s+(?:tại|của)\s+)?$")
_STATES = r"(?:(?:có|đã|cũng)\s+)*(?:quy\s+định|nêu|ghi)(?:\s+rõ)?(?:\s+rằng)?\s*[:,]?"
_SINCE = r"\s*(?:(?:kể\s+)?từ\s+(?:ngày\s+)?\d[\d/.-]*\s*,?\s+)?(?:thì\s+)?(?:các\s+|[“\"])?"
_SAYS = re.compile(rf"\s*(?:,|:|thì|{_STATES}){_SINCE}")
# "Nghị định A (Điều 68) nêu rõ: từ ngày …, Nghị định B"
_ITSELF_SAYS = re.compile(rf"\s*(?:\([^()\n]{{3,40}}\)\s*)?{_STATES}{_SINCE}")
_ENDS = re.compile(
    r"\s*(?:(?:cũng|đã|đều|nay|sẽ|chính\s+thức)\s+)*(?P<cue>(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?|bị\s+bãi\s+bỏ)"
    r"(?:\s+toàn\s+bộ)?(?=\s*(?:[.;)”\"\n]|,(?!\s*(?:bị|được|do|theo|bởi|vì)\s)|$)|\s*,?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?(?:\d[\d/.-]*\s*(?:[.;,)”\"\n]|$|và\s)|[^\W\d]+\s[^\W\d]+\s+này\s))"
)


def ends_by_rule(v: View, i: int) -> list[Link]:
    """ "Theo khoản 2 Điều 9 Nghị định A, Nghị định B và C hết hiệu lực": A repeals them, papers of its kind."""
    c, low, k = v.c, v.c.plain.low, v.free.index(i)
    first = last = k
    while first > 0 and joined(c, v.free[first - 1], v.free[first]) and _how_it_says(v, v.free[first - 1]) is None:
        first -= 1
    while last + 1 < len(v.free) and joined(c, v.free[last], v.free[last + 1]):
        last += 1
    j = v.free[first - 1] if first else None
    says = _how_it_says(v, j) if j is not None else None
    if j is None or says is None or not _may_end(c, j, i) or _NOT_YET.search(v.words):
        return []
    end = c.found[j].head_end
    if says.fullmatch(low, end, max(end, c.starts[v.free[first]])) is None:
        return []
    if ON_PAPERS.search(low, c.found[j].start, max(end, c.scopes[j].title_end)):
        return []
    of = v.free[last]
    m = next((m for e in (c.found[of].head_end, c.scopes[of].title_end) if (m := _ENDS.match(low, e))), None)
    return [Link(j, i, "repeals", "passive", Cue("repeals", m.start("cue"), m.end("cue")))] if m else []


def _how_it_says(v: View, j: int) -> re.Pattern[str] | None:
    """What leads on from a paper that is named for a rule of it, "Theo Điều 9 Nghị định A", or begins the sentence."""
    c = v.c
    if c.provisions[j] and _RULE.search(c.plain.low, v.sentence.start, c.starts[j]):
        return _SAYS
    return _ITSELF_SAYS if re.fullmatch(LINE_LEAD, v.before(c.starts[j])) else None


def _may_end(c: Context, i: int, j: int) -> bool:
    """Whether a paper may end another: one of its kind, and of its body where both are told."""
    if kin(c.found[j].type) != kin(c.found[i].type) or c.targets[j] == c.targets[i]:
        return False
    a, b = c.found[i].body, c.found[j].body
    if a is None or b is None or a.series is None or b.series is None:
        return True
    if a.placed and b.placed:
        return a.series == b.series
    return a.series.partition(".")[0] == b.series.partition(".")[0]
