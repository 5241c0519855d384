"""What stays in force of a paper that a sentence would end: "A tiếp tục có hiệu lực", "… trừ Điều 3 hết hiệu lực"."""

from __future__ import annotations

import re

from kg.frames_lead import STAYS, begins_item
from kg.framing import Link, View
from kg.provisions import whole_list
from kg.relations import Cue

_EXCEPT = re.compile(r"(?<!\w)trừ\s")  # "hết hiệu lực, trừ Điều 5 tiếp tục thực hiện đến hết năm"


def but_for_what_stays(v: View, i: int, link: Link) -> Link | None:
    """The effect on a citation, unless the sentence says that it stays in force; then that on the parts that do not."""
    low, f = v.c.plain.low, v.c.found[i]
    stop = low.find(";", max(f.head_end, v.c.scopes[i].title_end), v.sentence.end)
    reach = v.reach(f.head_end)
    stays = STAYS.search(low, f.head_end, min(stop, reach) if stop > 0 else reach)
    if stays is None or _is_title(v, i, stays) or _of_a_later_one(v, i, stays.start()):
        return link
    return link if _EXCEPT.search(low, f.head_end, stays.start()) else _but_for(v, i, stays.end())


_BUT_FOR = re.compile(
    r"[^.;]{0,80}?,?\s*(?:ngoại\s+)?trừ\s+(?P<list>[^.;]{4,200}?)\s+(?P<cue>(?:đều\s+|bị\s+)?(?:hết\s+hiệu\s+lực|bãi\s+bỏ))(?!\w)"
)


def _but_for(v: View, i: int, at: int) -> Link | None:
    """ "B tiếp tục có hiệu lực, trừ Điều 3 và Điều 4 hết hiệu lực": these provisions are repealed."""
    m = _BUT_FOR.match(v.c.plain.low, at, v.sentence.end)
    provisions = whole_list(m["list"]) if m else ()
    if m is None or not provisions or not begins_item(v.before(v.c.starts[i])):
        return None
    cue = Cue("repeals", m.start("cue"), m.end("cue"), True)
    return Link(None, i, "repeals", "enacting", cue, provisions=provisions)


def _of_a_later_one(v: View, i: int, at: int) -> bool:
    """Whether what stays is a paper that a further clause names: "Đính chính A: bỏ số 14, do B vẫn còn hiệu lực"."""
    later = [j for j in v.free[v.free.index(i) + 1 :] if v.c.found[j].end <= at]
    if not later or v.c.plain.low.find(",", v.c.found[i].head_end, v.c.starts[later[0]]) < 0:
        return False
    return _SINCE_STAYS.search(v.c.plain.low, v.c.found[i].head_end, v.c.starts[later[-1]]) is not None


_SINCE_STAYS = re.compile(r"(?<!\w)(?:do|vì|bởi\s+vì)\s+(?:các\s+)?$")
_ABOUT = re.compile(r"về\s+(?:việc\s+)?$")


def _is_title(v: View, i: int, stays: re.Match[str]) -> bool:
    """Whether "tiếp tục thực hiện" is what the paper is about, not what is left of it: "Kết luận A về tiếp tục …"."""
    scope, at = v.c.scopes[i], stays.start()
    if not scope.title_start <= at < scope.title_end or "hiệu" in stays.group():
        return False
    return at == scope.title_start or _ABOUT.search(v.c.plain.low, scope.title_start, at) is not None
