"""What ends under the rule of another act: "B hết hiệu lực theo Điều 112 A", "Theo Điều 9 A, B hết hiệu lực"."""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.dates import certainly_before, read_date
from kg.frames_told import SINCE_DAY, joined
from kg.framing import LINE_LEAD, Context, Link, View, itself, said_behind
from kg.relations import Cue
from kg.scope import kin

# "A hết hiệu lực từ ngày 01/8/2024 theo khoản 2 Điều 112 Nghị định B"
_ENDED_UNDER = re.compile(
    r"\s*(?:[(,]\s*)?(?:(?:đã|đều|nay|cùng)\s+)*(?P<cue>(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?)(?:\s+toàn\s+bộ)?"
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
    told_end = c.title_end(i)
    if k == 0 or ON_PAPERS.search(low, c.found[i].start, told_end) or _NOT_YET.search(v.words):
        return []
    j = v.free[k - 1]
    end = c.title_end(j)
    m = _ENDED_UNDER.fullmatch(low, min(end, c.starts[i]), c.starts[i])
    if m is None:
        return []
    cue = Cue("repeals", m.start("cue"), m.end("cue"))
    out: list[Link] = []
    for n, j in reversed(list(enumerate(v.free[:k]))):
        if not may_end(c, i, j):
            break
        out.append(Link(j, i, "repeals", "passive", cue, reverse=True))
        if not n or not joined(c, v.free[n - 1], j):
            return [] if "(" not in m.group() and _OF_THAT.search(v.before(c.starts[j])) else out
    return []


# "Mục II và Phụ lục 2 của A nói trên hết hiệu lực; các phần còn lại …", an item of what an act says of its force
_OF_MATTER = re.compile(
    rf"{LINE_LEAD}(?:riêng\s+|đối\s+với\s+)?(?:các\s+)?(?:(?:quy\s+định|nội\s+dung|phần|đoạn|mức|điều\s+khoản)(?!\w)(?:(?!\s(?:cấp|theo|ký)\s)[^;:.“”\"\n]){{0,120}}?\s"
    r"(?:tại|trong|của|ở)\s+(?:các\s+)?)?"
)
_ENDS_HERE = re.compile(
    r"(?:\s+(?:nói|nêu)\s+trên)?(?:(?:\s+giữa\s|(?<=\sgiữa\s))[^;.,:\n]{3,120}?|\s*\([^()\n]{3,120}\)|\s+của\s[^;.,:\n\d]{3,80}?)?\s+(?:(?:nay|cũng|đều|sẽ)\s+)*"
    r"(?P<cue>(?:hết|chấm\s+dứt|không\s+còn)\s+hiệu\s+lực(?:\s+(?:thi\s+hành|áp\s+dụng))?|(?:bị|được)\s+(?:bãi|hủy)\s+bỏ|(?<=nay\s)(?:bãi|hủy)\s+bỏ|(?<=cũng\s)bãi\s+bỏ"
    r"|không\s+(?:còn\s+)?(?:được\s+)?(?:áp\s+dụng|thi\s+hành|thực\s+hiện)\s+nữa)"
    r"(?=\s*(?:[.;]|$|,\s+(?:ngoại\s+)?trừ\s)|\s+(?:kể\s+)?từ\s+(?:ngày\s+(?:\d|nêu\s+tại|ký|quyết|nghị|thông|luật)|thời\s+điểm))(?P<but>\s*,\s+(?:ngoại\s+)?trừ\s)?"
)


def ends_here(v: View, i: int) -> Link | None:
    """What an act says to end in an item of its own: "2. Mục II Thông tư A hết hiệu lực; phần còn lại vẫn áp dụng"."""
    c = v.c
    if i != v.free[0]:
        return None
    f = c.found[i]
    its_own = c.own.type in _ORDERS and f.body is not None and f.body.slug == c.own.issuer and bool(c.provisions[i])
    if not its_own and (c.own.type not in NORMATIVE or v.sentence.start < v.preamble_end):
        return None
    matter = _OF_MATTER.fullmatch(v.before(c.starts[i]))
    m = said_behind(v, i, _ENDS_HERE) if matter else None
    if matter is None or m is None or _NOT_YET.search(v.words):
        return None
    since = read_date(v.c.plain.low, since_at.end()) if (since_at := _SINCE_A_DAY.match(c.plain.low, m.end())) else None
    if since is not None and certainly_before(since.iso, c.own.date):
        return None  # it ended before
    day = _FROM_THE_DAY.match(c.plain.low, m.end())
    if day is not None and i + 1 < len(c.found) and c.starts[i + 1] == day.end() and c.targets[i + 1] != c.own.id:
        return None  # "từ ngày Nghị quyết B có hiệu lực": it is B that ends it
    part = bool(c.provisions[i]) or len(matter.group().split()) > _LEAD_WORDS or m["but"] is not None
    return Link(None, i, "repeals", "enacting", Cue("repeals", m.start("cue"), m.end("cue"), part))


# "Không thực hiện khoản 4 Điều 1 Quyết định A kể từ ngày ký Quyết định này"
_NO_MORE = re.compile(
    rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>không\s+(?:tiếp\s+tục\s+)?(?:thực\s+hiện|áp\s+dụng))\s+(?:(?:quy\s+định|nội\s+dung)\s+(?:tại|của)\s+)?"
)
_FROM_NOW = re.compile(r"[^.;\n“”]{0,160}?\skể\s+từ\s+(?:ngày|khi|thời\s+điểm)\s+(?:ký\s+(?:ban\s+hành\s+)?)?")


def no_more_done(v: View, i: int) -> Link | None:
    """What an act stops from its own day on: "Không áp dụng Điều 4 A kể từ ngày Quyết định này có hiệu lực"."""
    c = v.c
    m = _NO_MORE.fullmatch(v.before(c.starts[i])) if i == v.free[0] and c.own.type in NORMATIVE else None
    now = _FROM_NOW.match(c.plain.low, c.found[i].head_end) if m else None
    if m is None or now is None or not itself(c.own.type).match(c.plain.low, now.end()):
        return None
    return _done_no_more(v, i, m)


def _done_no_more(v: View, i: int, m: re.Match[str]) -> Link:
    """The end of a paper, or of the parts that are named, in the words that its sentence begins with."""
    at = v.sentence.start
    cue = Cue("repeals", at + m.start("cue"), at + m.end("cue"), bool(v.c.provisions[i]))
    return Link(None, i, "repeals", "enacting", cue)


# "Không thực hiện Quyết định A về giá nước nữa"
_NOR_EVER = re.compile(r"[^.;\n“”]{0,400}?\snữa\s*(?:[.;]|$)")
# "… cho các hồ sơ mới nữa", "… đối với hộ ông A nữa": for others it is done as before
_FOR_SOME = re.compile(
    r"(?<!\w)(?:cho|đối\s+với|để|khi|trừ|trường\s+hợp|riêng|trong\s+(?:việc|phạm\s+vi|năm|quý|tháng))(?!\w)"
)


def no_longer(v: View, i: int) -> Link | None:
    """A paper of its own kind and body that an act says is done no more: "Không thực hiện A nữa"."""
    c, own, f = v.c, v.c.own, v.c.found[i]
    m = _NO_MORE.fullmatch(v.before(c.starts[i])) if i == v.free[0] and own.type in NORMATIVE else None
    more = _NOR_EVER.match(c.plain.low, f.head_end, v.sentence.end) if m is not None and f.type == own.type else None
    if m is None or more is None or _FOR_SOME.search(more.group()):
        return None
    if f.body is not None and None not in (f.body.slug, own.issuer) and f.body.slug != own.issuer:
        return None
    return _done_no_more(v, i, m)


# "…; riêng điểm b khoản 2 Mục III của A ngưng hiệu lực kể từ ngày 01/12/2025"
_ALONE = re.compile(rf"(?:[^\n]{{0,400}};\s+)?{LINE_LEAD}(?:riêng\s+|đối\s+với\s+)?(?:các\s+)?")
_STOPS_HERE = re.compile(
    r"(?:\s+của\s[^;.,:\n\d]{3,80}?)?\s*,?\s+(?:(?:thì|nay|cũng|đều|sẽ|được|bị)\s+)*"
    r"(?P<cue>(?:tạm\s+)?(?:ngưng|ngừng)\s+hiệu\s+lực|tạm\s+(?:dừng|ngưng|ngừng|đình\s+chỉ)\s+(?:hiệu\s+lực|áp\s+dụng|thực\s+hiện|thi\s+hành))"
    r"(?:\s+thi\s+hành)?(?=\s*(?:[.;]|$)|\s*,?\s+(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s|\s+(?:cho\s+)?đến\s)"
)


def part_stopped(v: View, i: int) -> Link | None:
    """Parts of a paper that an act stops: "Khoản 2 Điều 3 A ngưng hiệu lực thi hành từ ngày …"."""
    c, own = v.c, v.c.own
    if own.type not in NORMATIVE or not c.provisions[i] or c.found[i].type != own.type:
        return None
    before = v.before(c.starts[i])
    m = said_behind(v, i, _STOPS_HERE) if _ALONE.fullmatch(before) and not _NOT_YET.search(before) else None
    if m is None or _was_stopped(v, i, m.end(), "đối với" in " ".join(before[before.rfind(";") + 1 :].split())):
        return None
    return Link(None, i, "suspends", "enacting", Cue("suspends", m.start("cue"), m.end("cue"), True))


# "… tạm dừng thực hiện đến ngày 31/12/2024 nay được áp dụng trở lại", "… ngưng hiệu lực theo Quyết định B"
_GOES_ON_AGAIN = re.compile(r"(?<!\w)(?:nay|hiện|trở\s+lại|tiếp\s+tục|theo|tại|bởi|do|trước\s+(?:đây|đó))(?!\w)")
_NEXT_CLAUSE = re.compile(r"\s*;\s+(?:nay|hiện)\s|,\s+(?:nay\s|hiện\s|[^;.]{0,60}?\strở\s+lại(?!\w))")
_OTHER_PART = re.compile(r";|\.\s|\.?$|\n")


def _was_stopped(v: View, i: int, at: int, of_those: bool) -> bool:
    """Whether parts were stopped before, by another or up to a day that is gone; ``of_those``: "đối với" precedes."""
    low, own = v.c.plain.low, v.c.own
    stop = _OTHER_PART.search(low, at, v.sentence.end)
    end = stop.start() if stop else v.sentence.end
    if _GOES_ON_AGAIN.search(low, at, end) or _NEXT_CLAUSE.search(low, at, v.sentence.end):
        return True
    if of_those and "," in low[at:end]:
        return True  # "Đối với khoản 2 A được tạm ngưng …, các chủ đầu tư được hoàn phí": whom it is about
    days = (read_date(low, m.end()) for m in _A_DAY.finditer(low, at, end))
    return any(day is not None and certainly_before(day.iso, own.date) for day in days)


# what orders others, and may end a point of what its own body ordered before
_ORDERS = (
    "ke-hoach", "huong-dan", "thong-bao", "ket-luan", "cong-van", "cong-dien", "chuong-trinh", "chuong-trinh-hanh-dong",
)  # fmt: skip
_SINCE_A_DAY = re.compile(r"\s+(?:kể\s+)?từ\s+ngày\s+(?=\d)")
_A_DAY = re.compile(r"(?<!\w)ngày\s+(?=\d)")
_FROM_THE_DAY = re.compile(r"\s+(?:kể\s+)?từ\s+ngày\s+")
_LEAD_WORDS = 3  # "2. Các", "b) Riêng": no matter of the paper
_RULE = re.compile(r"(?<!\w)(?:cũng\s+)?(?:theo|tại)\s+(?:quy\s+định\s+(?:tại|của)\s+)?$")
_RULE_WITHIN = 40
_STATES = r"(?:(?:có|đã|cũng)\s+)*(?:quy\s+định|nêu|ghi)(?:\s+rõ)?(?:\s+rằng)?\s*[:,]?"
_SINCE = r"\s*(?:(?:kể\s+)?từ\s+(?:ngày\s+)?\d[\d/.-]*\s*,?\s+)?(?:thì\s+)?(?:các\s+|[“\"])?"
# "Theo Nghị định A, các quy định về đường bộ tại Nghị định B"
_PART_OF = r"(?:(?:quy\s+định|điều\s+khoản|nội\s+dung)\s[^;.:“”\"\d\n]{2,80}?\s(?:tại|của|trong)\s+(?:các\s+)?)"
_SAYS = re.compile(
    rf"(?:\s+của\s[^;.,:“”\"\d\n]{{2,50}}?)?\s*(?:,|:|thì|{_STATES}){_SINCE}(?P<some>{_PART_OF})?"
)
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
    if j is None or says is None or not may_end(c, j, i) or _NOT_YET.search(v.words):
        return []
    end = c.found[j].head_end
    said = says.fullmatch(low, end, max(end, c.starts[v.free[first]]))
    if said is None:
        return []
    if ON_PAPERS.search(low, c.found[j].start, max(end, c.scopes[j].title_end)):
        return []
    of = v.free[last]
    m = next((m for e in (c.found[of].head_end, c.scopes[of].title_end) if (m := _ENDS.match(low, e))), None)
    some = said.groupdict().get("some") is not None
    return [Link(j, i, "repeals", "passive", Cue("repeals", m.start("cue"), m.end("cue"), some))] if m else []


def _how_it_says(v: View, j: int) -> re.Pattern[str] | None:
    """What leads on from a paper that is named for a rule of it, "Theo Điều 9 Nghị định A", or begins the sentence."""
    c = v.c
    low, at = c.plain.low, c.starts[j]
    rule = _RULE.search(low, max(v.sentence.start, at - _RULE_WITHIN), at)
    if rule is not None and (c.provisions[j] or re.fullmatch(LINE_LEAD, low[v.sentence.start : rule.start()])):
        return _SAYS
    return _ITSELF_SAYS if re.fullmatch(LINE_LEAD, v.before(c.starts[j])) else None


def may_end(c: Context, i: int, j: int) -> bool:
    """Whether a paper may end another: one of its kind or above it, and of its body where both are told."""
    f, g = c.found[i], c.found[j]
    if c.targets[j] == c.targets[i] or (kin(f.type) != kin(g.type) and g.type not in _BELOW.get(f.type, ())):
        return False
    a, b = f.body, g.body
    if a is None or b is None or a.series is None or b.series is None or f.type in _OF_STATE:
        return True
    if a.placed and b.placed:
        return a.series == b.series
    return a.series.partition(".")[0] == b.series.partition(".")[0]


_OF_STATE = ("luat", "bo-luat", "nghi-dinh")
# a ministry's decision declares its circulars ended; a decree ends circulars with the decree that they detail
_BELOW = {
    "quyet-dinh": ("thong-tu", "thong-tu-lien-tich", "quy-che", "quy-dinh"),
    "nghi-dinh": ("thong-tu", "thong-tu-lien-tich"),
}
