"""Which paper guides or carries out which, told otherwise than in a title: "Chính phủ đã quy định chi tiết Luật A tại
Nghị định B", "Luật A … và được hướng dẫn bởi B", "Nghị quyết B là chương trình hành động thực hiện A", "Thể chế hóa
Nghị quyết A, Luật B …".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from kg.frames_told import joined
from kg.framing import LINE_LEAD, SELF_TYPES, Context, Link, type_name
from kg.models import Predicate
from kg.pairs import ABOVE_CIRCULARS
from kg.relations import NEGATED, Cue
from kg.supposed import begins_clause, is_supposed, of_one_side

_GUIDES = r"(?P<cue>hướng\s+dẫn|qu[yi]\s+định\s+chi\s+tiết)"
# "Bộ Tài chính hướng dẫn (thực hiện) A bằng B", "… hướng dẫn việc miễn thuế theo A tại B"
_BODY_GUIDES = re.compile(
    rf"(?<!\w){_GUIDES}(?:\s+(?:(?:việc\s+)?(?:thực\s+hiện|thi\s+hành|áp\s+dụng)|một\s+số\s+(?:điều|nội\s+dung)(?:\s+của)?|cụ\s+thể|các)"
    r"|\s+việc\s+[^;.:,“”\"\d]{3,60}?\s+theo)*\s+$"
)
_NO_FACT = re.compile(
    r"(?<!\w)(?:được|theo|đề\s+nghị|kiến\s+nghị|đề\s+xuất|chưa|không|nếu|cần|phải|dự\s+thảo|chờ|sẽ)(?!\w)[^,;.]*$"
)
_SPREADS = re.compile(r"(?<!\w)(?:tuyên\s+truyền|phổ\s+biến|tập\s+huấn|công\s+tác)(?!\w)[^,;.]*$")
_GUIDING = (
    "nghi-dinh", "thong-tu", "thong-tu-lien-tich", "huong-dan", "cong-van", "quyet-dinh", "nghi-quyet", "van-ban",
)  # fmt: skip
_AT = re.compile(r"\s*,?\s*(?:bằng|tại|trong)\s+(?:các\s+)?")
_IS_GUIDED = re.compile(
    r"(?:,\s*|\s+)(?:và\s+|đồng\s+thời\s+)?(?:đã\s+|hiện\s+|nay\s+)?được\s+(?:[^;.,:“”\"\d]{3,40}\s)?"
    rf"{_GUIDES}(?:\s+(?:thi\s+hành|thực\s+hiện|cụ\s+thể|một\s+số\s+(?:điều|nội\s+dung)))*\s+(?:bởi|tại|bằng|trong)\s+(?:các\s+)?$"
)
# "Nghị quyết B là chương trình hành động của Chính phủ thực hiện A", "…, là thông tư hướng dẫn A"
_IS_ONE = re.compile(
    rf"(?:\s*\([^()\n]{{3,200}}\))?\s*,?\s+(?:chính\s+|vốn\s+)?là\s+(?:văn\s+bản|chương\s+trình(?:\s+hành\s+động)?|{SELF_TYPES})(?:\s+(?:của|do)\s[^;.:,“”\"\d]{{3,60}}?)?"
    r"(?:\s+(?:được\s+)?ban\s+hành)?\s+(?:(?:để|nhằm)\s+)?"
    r"(?:(?P<guides>hướng\s+dẫn|qu[yi]\s+định\s+chi\s+tiết)|(?P<implements>(?:triển\s+khai\s+)?thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))"
    r"(?:\s+(?:thi\s+hành|thực\s+hiện|một\s+số\s+(?:điều|nội\s+dung)(?:\s+(?:của|tại))?))*\s+"
)
# "các nghị định quy định chi tiết B, trước hết là A1 và A2"
_SOME_GUIDE = re.compile(
    rf"(?<!\w)(?:các|những|hai|ba|bốn|năm|0?\d{{1,2}})\s+(?P<type>{SELF_TYPES}|văn\s+bản)\s+(?:của\s[^;.:,“”\"\d]{{2,40}}?\s)?{_GUIDES}"
    r"(?:\s+(?:(?:thi\s+hành|thực\s+hiện)|một\s+số\s+(?:điều|nội\s+dung)(?:\s+của)?))*\s+$"
)
_NAMELY = re.compile(
    r"\s*[,:(]?\s*(?:trước\s+hết\s+là|(?:bao\s+)?gồm(?:\s+có)?|như|là|cụ\s+thể(?:\s+là)?|trong\s+đó\s+có|nhất\s+là)\s*:?\s*(?:các\s+)?"
)
# "Thông tư A hướng dẫn ngân hàng thực hiện hỗ trợ lãi suất theo Nghị định B"
_BY_TITLE = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:về\s+(?:việc\s+)?)?{_GUIDES}\s[^;:.“”\"\d\n]{{8,160}}?\s(?:quy\s+định\s+(?:tại|của)|theo(?:\s+quy\s+định\s+(?:tại|của))?)\s+(?:các\s+)?"
)
# "hướng dẫn khai báo theo mẫu kèm theo B", "hướng dẫn xử lý vi phạm theo quy định của B" guide nothing of B
_ON_DOING = re.compile(
    r"(?=(?:(?!\s(?:mẫu|kèm)\s).)*$)(?:.*(?<!\w)(?:thực\s+hiện|thi\s+hành|áp\s+dụng)(?!\w)|(?!.*quy\s+định).*theo\s+(?:các\s+)?$)",
    re.DOTALL,
)
_GUIDELINES = ("thong-tu", "thong-tu-lien-tich", "huong-dan")
_ENACTS_POLICY = re.compile(
    rf"{LINE_LEAD}(?:(?:để|nhằm)\s+)?(?P<cue>(?:thể\s+chế|cụ\s+thể)\s+hóa)\s+(?:[^;.:,“”\"\d]{{3,60}}?\s(?:của|tại)\s+)?$"
)
_THEN = re.compile(r"(?:\s+của\s[^;.:,“”\"\d]{3,60})?\s*,\s+$")
_LAWS = ("luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich")
_BODY_WITHIN = 120
_start = attrgetter("start")


def told_guides(c: Context) -> list[Link]:
    """Links of papers with those that guide them or that they carry out, told apart from titles."""
    out: list[Link] = []
    for i in range(len(c.found)):
        if c.targets[i] in (None, c.own.id) or c.scopes[i].again:
            continue
        for told in (_by_body, _at_distance, _is_one, _policy, _some_guide, _by_title):
            out += [link for link in told(c, i) if c.targets[link.subject or 0] != c.targets[link.object]]
    return out


def _next(c: Context, i: int) -> int | None:
    """The next citation that does not stand in the title of this one, in the same sentence."""
    s = c.parts.at(c.found[i].start)
    for j in range(i + 1, len(c.found)):
        if c.found[j].start >= s.end:
            return None
        if c.scopes[j].owner is None or c.starts[j] >= c.scopes[i].title_end:
            return j
    return None


def _may_guide(c: Context, a: int, b: int) -> bool:
    """Whether paper ``b`` may guide ``a``: one below it."""
    above, below = c.found[a].type, c.found[b].type
    return of_one_side(c, a, b) and above in _LAWS and below != above and below not in ("luat", "bo-luat")


def _by_body(c: Context, a: int) -> Iterator[Link]:
    """ "Bộ Tài chính hướng dẫn Nghị định A bằng Thông tư B": B guides A."""
    low, s, f = c.plain.low, c.parts.at(c.found[a].start), c.found[a]
    m = _BODY_GUIDES.search(low, max(s.start, c.starts[a] - _BODY_WITHIN), c.starts[a])
    if m is None or not low[s.start : m.start()].strip() or _NO_FACT.search(low, s.start, m.start()):
        return
    if _SPREADS.search(low, s.start, m.start()):
        return
    for b in (a + 1, _next(c, a)):
        if b is None or b >= len(c.found) or c.found[b].start >= s.end or not _may_guide(c, a, b):
            continue
        if c.found[b].type not in _GUIDING:
            continue
        ends = (f.head_end, max(f.head_end, min(c.scopes[a].title_end, c.starts[b])))
        if any(_AT.fullmatch(low, end, c.starts[b]) for end in ends if end <= c.starts[b]):
            yield Link(b, a, "guides", "swap", Cue("guides", m.start("cue"), m.end("cue")))
            return


def _at_distance(c: Context, b: int) -> Iterator[Link]:
    """ "Luật A thay thế Pháp lệnh X và được quy định chi tiết tại B": of the paper at the head of the sentence."""
    low, s = c.plain.low, c.parts.at(c.found[b].start)
    m = _IS_GUIDED.search(low, max(s.start, c.starts[b] - _BODY_WITHIN), c.starts[b])
    first = bisect_left(c.found, s.start, key=_start)
    if m is None or first >= b or NEGATED.search(low, max(s.start, m.start() - 16), m.start() + 1):
        return
    a = first
    if re.fullmatch(LINE_LEAD, low[s.start : c.starts[a]]) is None or not _may_guide(c, a, b):
        return
    if any(c.found[j].head_end > m.start() for j in range(a, b)) or is_supposed(low, s.start, m.start("cue")):
        return
    apart = m.group().lstrip().startswith((",", "và", "đồng"))
    if not apart and low.find(",", c.title_end(a), m.start()) >= 0:
        return  # "Luật A có hiệu lực, người dân được hướng dẫn tại B"
    yield Link(a, b, "guides", "passive", Cue("guides", m.start("cue"), m.end("cue")), reverse=True)


def _by_title(c: Context, b: int) -> Iterator[Link]:
    """ "Thông tư B hướng dẫn … thực hiện … theo Nghị định A": B guides A."""
    a, f = b + 1, c.found[b]
    if f.type not in _GUIDELINES or a >= len(c.found) or not _may_guide(c, a, b):
        return
    m = _BY_TITLE.fullmatch(c.plain.low, f.head_end, max(f.head_end, c.starts[a]))
    if m is not None and c.targets[a] is not None and _ON_DOING.match(m.group()) is not None:
        yield Link(b, a, "guides", "title", Cue("guides", m.start("cue"), m.end("cue")))


def _some_guide(c: Context, a: int) -> Iterator[Link]:
    """ "các nghị định quy định chi tiết Luật A, trước hết là B1 và B2": each of them, of the kind that is told."""
    low, s = c.plain.low, c.parts.at(c.found[a].start)
    m = _SOME_GUIDE.search(low, max(s.start, c.starts[a] - _BODY_WITHIN), c.starts[a])
    b = a + 1
    if m is None or b >= len(c.found) or _NO_FACT.search(low, s.start, m.start()):
        return
    ends = {c.found[a].head_end, max(c.found[a].head_end, min(c.scopes[a].title_end, c.starts[b]))}
    if not any(_NAMELY.fullmatch(low, end, max(end, c.starts[b])) for end in ends):
        return
    kind = " ".join(m["type"].split())
    while c.found[b].start < s.end and _may_guide(c, a, b) and kind in ("văn bản", type_name(c.found[b].type)):
        yield Link(b, a, "guides", "list", Cue("guides", m.start("cue"), m.end("cue")))
        if b + 1 >= len(c.found) or not joined(c, b, b + 1) or begins_clause(c, b + 1):
            return
        b += 1


def _is_one(c: Context, b: int) -> Iterator[Link]:
    """ "Nghị quyết B là chương trình hành động của Chính phủ thực hiện A", whoever says so."""
    low, f, s = c.plain.low, c.found[b], c.parts.at(c.found[b].start)
    for end in sorted({f.head_end, max(f.head_end, c.scopes[b].title_end)}):
        m = _IS_ONE.match(low, end, s.end)
        a = bisect_left(c.starts, m.end()) if m else len(c.found)
        if m is None or a >= len(c.found) or c.starts[a] != m.end():
            continue
        if m["guides"] and f.type in ABOVE_CIRCULARS and c.found[a].type not in _LAWS:
            continue
        word: Predicate = "guides" if m["guides"] else "implements"
        yield Link(b, a, word, "title", Cue(word, m.start(word), m.end(word)))
        return


def _policy(c: Context, a: int) -> Iterator[Link]:
    """ "Thể chế hóa Nghị quyết A, Luật B đã mở rộng …": B carries A out."""
    low, s, f = c.plain.low, c.parts.at(c.found[a].start), c.found[a]
    m = _ENACTS_POLICY.fullmatch(low, s.start, c.starts[a])
    b = a + 1
    if m is None or b >= len(c.found) or c.found[b].start >= s.end or c.found[b].type not in _LAWS:
        return
    ends = (f.head_end, max(f.head_end, min(c.scopes[a].title_end, c.starts[b])))
    if low.startswith((",", ";", " và "), c.title_end(b)):
        return  # one more of those that are carried out: "Cụ thể hóa A, B, huyện đã ban hành C"
    if any(_THEN.fullmatch(low, end, c.starts[b]) for end in ends if end <= c.starts[b]):
        yield Link(b, a, "implements", "do-and-issue", Cue("implements", m.start("cue"), m.end("cue")))
