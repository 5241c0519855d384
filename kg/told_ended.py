"""What is said to have ended a paper, or stopped it, from afar: "Các Điều 6, 8 của A được công bố hết hiệu lực bằng B",
"A, trong đó Điều 5 đã hết hiệu lực theo B", "Khoản 8 Điều 8 A bị ngưng hiệu lực thi hành bởi B".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from kg.dates import certainly_before
from kg.frames_ended import ON_PAPERS, may_end
from kg.frames_told import joined
from kg.framing import Context, Link
from kg.models import Predicate
from kg.provisions import read_list, whole_list
from kg.relations import Cue
from kg.scope import kin
from kg.supposed import is_denied, is_supposed
from kg.told_apart import stands_aside

_PARTS = r"(?:các\s+)?(?P<parts>(?:điểm|khoản|điều|mục|chương|phụ\s+lục)\s[^;.:()“”\"\n]{1,90}?)"
_STOPS = r"(?P<suspends>(?:tạm\s+)?(?:ngưng|ngừng)\s+hiệu\s+lực)"
_ENDS = r"(?P<repeals>(?:hết|chấm\s+dứt)\s+hiệu\s+lực)"
_HOW = r"(?:\s+(?:thi\s+hành|toàn\s+bộ|một\s+phần))*"
_SINCE = r"(?:\s*,?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?\d[^;:()“”\n]{3,40}?)?"
_BY = r"(?:quy\s+định\s+(?:tại|của)\s+)?(?:(?:điểm|khoản|điều|mục)\s[^;.:“”\"\n]{1,60}?\s(?:của\s+)?)?(?:các\s+)?"
# right behind the paper or its title
_SUFFERS = re.compile(
    rf"[^.;:“”\"\n]{{0,90}}?(?:\((?:các\s+)?(?P<parts>(?:điểm|khoản|điều|mục)\s[^()\n]{{1,80}})\)\s*)?,?\s+(?:(?:đã|nay|cũng)\s+)*"
    rf"(?:được\s+(?:[^.;:,“”\"\d\n]{{3,40}}\s)?công\s+bố\s+{_ENDS}{_HOW}{_SINCE}\s+(?:bằng|tại|theo|bởi)"
    rf"|(?:(?:được|bị)\s+|(?=tạm\s)){_STOPS}{_HOW}{_SINCE}\s+(?:bằng|tại|theo|bởi))\s+{_BY}"
)
# told in a clause of its own: ", trong đó Điều 5 đã hết hiệu lực theo", "dù đã hết hiệu lực từ … theo"
_ASIDE = re.compile(
    rf"[^.;“”\"\n]{{0,160}}?(?:,\s+trong\s+đó\s+{_PARTS}\s+|\s(?:dù|mặc\s+dù|tuy|mà|nhưng|vì|do)\s+(?:văn\s+bản\s+này\s+|nay\s+)?)(?:(?:đã|nay|cũng)\s+)*"
    rf"(?:bị\s+)?(?:{_ENDS}|{_STOPS}){_HOW}{_SINCE}\s*,?\s+(?:theo|bởi)\s+{_BY}"
)
# "Bộ có B công bố hết hiệu lực các Điều 6, 8 của A"
_PROCLAIMS = re.compile(
    rf"(?:\s*,\s+[^.;:,“”\"\d\n]{{2,60}}?)?\s+(?:đã\s+)?công\s+bố\s+{_ENDS}(?:\s+(?:thi\s+hành|toàn\s+bộ|một\s+phần|đối\s+với|các|của))*\s+"
)
# "Luật A …, có hiệu lực từ ngày 01/7/2023; kể từ ngày đó, B hết hiệu lực"
_FROM_THEN = re.compile(
    r"[^.“”\"\n]{0,160}?\scó\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?từ\s+ngày\s+\d[^;.,]{3,30}\s*[;,.]\s+(?:và\s+)?(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)"
    r"\s+(?:đó|này)\s*,?\s+(?:thì\s+)?(?:các\s+)?"
)
# "A1 và A2 đã hết hiệu lực, do B bãi bỏ", "Hết hiệu lực toàn bộ: các Quyết định A1 và A2, do B bãi bỏ"
_BECAUSE = re.compile(rf"(?:[^.;“”\"\n]{{0,120}}?\s{_ENDS}{_HOW}{_SINCE})?\s*,?\s+do\s+(?:bị\s+)?")
_BY_IT = re.compile(
    r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*,?\s+(?:đã\s+)?(?P<cue>(?P<replaces>thay\s+thế)|(?:bãi|hủy)\s+bỏ)(?!\w)"
)
# "do B bãi bỏ văn bản khác", "do B bãi bỏ Điều 3 và Điều 4"
_OTHERS = re.compile(r"\s+[^.;,\n\d]{2,40}?\s+khác(?!\w)")
_SOME = re.compile(r"\s+(?:một\s+phần|một\s+số|các\s+điều|(?:điểm|khoản|điều|mục|chương|phụ\s+lục)\s+[\da-zđ])")
_LEAD = re.compile(rf"{_ENDS.replace('?P<repeals>', '?:')}[^.;“”\"\n]{{0,40}}$")
_LEAD_WITHIN = 90
_THEN_ENDS = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:(?:sẽ|cũng|đã)\s+)*{_ENDS}(?!\w)(?!\s+một\s+phần)"
)
_WORD = re.compile(r"hiệu\s+lực")
# "Giấy phép cấp theo A mà đã hết hiệu lực": the licence
_LICENSED = re.compile(r"(?<!\w)(?:cấp|ký|lập|thuê|bổ\s+nhiệm)\s+(?:tại|theo)\s+$")
_NOT_YET = re.compile(r"(?<!\w)(?:dự\s+kiến|dự\s+thảo|nếu|đề\s+xuất|đề\s+nghị|kiến\s+nghị)(?!\w)")
_ATTACHED_WITHIN = 240  # letters from the parts to the act with which their regulation came
_MOST = 6  # papers of a list
_LAWS = ("luat", "bo-luat")
_start = attrgetter("start")


def told_ended(c: Context) -> list[Link]:
    """Links of papers with those that are said to have ended or stopped them, or some of their parts."""
    out: dict[Link, None] = {}
    for word in _WORD.finditer(c.plain.low, c.header.body_start):
        i = bisect_left(c.found, word.end(), key=_start)
        s = c.parts.at(word.start())
        if 0 < i < len(c.found) and (then := _from_then(c, i, s.end)) is not None:
            out[then] = None
        # what ended them stands behind these words, or behind the papers that they lead to
        for k in range(i, min(i + _MOST, len(c.found))):
            if k and c.starts[k] < s.end:
                out.update(dict.fromkeys(_because(c, k)))
        if 0 < i < len(c.found) and c.starts[i] < s.end and _NOT_YET.search(c.plain.low, s.start, word.start()) is None:
            out.update(dict.fromkeys(_told(c, i, word.start(), s.start)))
    out.update(dict.fromkeys(_stopped(c)))
    out.update(dict.fromkeys(_with_its_issue(c)))
    return list(out)


# "Với việc A được ban hành, B và C hết hiệu lực thi hành"
_WITH = re.compile(r"(?:với\s+việc|(?:kể\s+)?(?:từ|sau)\s+khi|(?:^|[.;:\n]\s*)(?P<when>khi))\s+$")
_WITH_WITHIN = 24
_CONDITION = re.compile(r"(?:\s+thi\s+hành)?\s+thì(?!\w)")
_IS_ISSUED = re.compile(
    r"(?:\s+của\s[^;.,:“”\"\d\n]{2,50}?)?\s+(?:(?:đã|chính\s+thức)\s+)*(?:được\s+(?:[^;.,:\d]{2,30}\s)?(?:ban\s+hành|thông\s+qua)|có\s+hiệu\s+lực)"
    r"[^;.,:\d]{0,40},\s+(?:thì\s+)?(?:các\s+)?"
)


def _with_its_issue(c: Context) -> Iterator[Link]:
    """Papers that ended when another was issued."""
    low = c.plain.low
    for a, f in enumerate(c.found[:-1]):
        s = c.parts.at(f.start)
        lead = _WITH.search(low, max(s.start - 2, c.starts[a] - _WITH_WITHIN, 0), c.starts[a])
        if lead is None:
            continue
        if _IS_ISSUED.fullmatch(low, f.head_end, max(f.head_end, c.starts[a + 1])) is None:
            continue
        papers = [a + 1]
        while papers[-1] + 1 < len(c.found) and joined(c, papers[-1], papers[-1] + 1):
            papers.append(papers[-1] + 1)
        last = papers[-1]
        m = next((m for e in (c.found[last].head_end, c.title_end(last)) if (m := _THEN_ENDS.match(low, e))), None)
        if m is None or is_supposed(low, s.start, f.start) or "sẽ" in m.group() or _BY_ANOTHER.match(low, m.end()):
            continue
        if (lead["when"] and "đã" in m.group()) or _CONDITION.match(low, m.end()):
            continue
        cue = Cue("repeals", m.start("repeals"), m.end("repeals"))
        both = (b for b in papers if may_end(c, a, b) and None not in (c.targets[a], c.targets[b]))
        yield from (Link(a, b, "repeals", "passive", cue) for b in both if c.own.id not in (c.targets[a], c.targets[b]))


# "Kế hoạch A đã tạm dừng thực hiện theo Thông báo B", of whatever kind the order is
_STOPPED = re.compile(
    r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*,?\s+(?:(?:đã|nay|hiện|đang|phải|được|bị)\s+)*"
    r"(?P<cue>tạm\s+(?:dừng|ngừng|ngưng|hoãn|đình\s+chỉ)|(?:dừng|đình\s+chỉ)(?=\s+(?:thực|thi|triển|áp)\s))"
    rf"(?:\s+(?:việc\s+)?(?:thực\s+hiện|thi\s+hành|triển\s+khai|áp\s+dụng))?{_SINCE}\s+(?:theo|tại|bằng|bởi)\s+{_BY}"
)
_ORDERING = ("thong-bao", "cong-van", "quyet-dinh", "cong-dien", "ket-luan", "nghi-quyet", "chi-thi")


def _stopped(c: Context) -> Iterator[Link]:
    """Papers that another is said to have stopped for a while."""
    low = c.plain.low
    for j, f in enumerate(c.found[:-1]):
        i, g = j + 1, c.found[j + 1]
        both = (c.targets[j], c.targets[i])
        if g.type not in _ORDERING or None in both or c.own.id in both or both[0] == both[1]:
            continue
        ends = {f.head_end, c.title_end(j)}
        m = next((m for e in ends if e < c.starts[i] and (m := _STOPPED.fullmatch(low, e, c.starts[i]))), None)
        if m is None or certainly_before(c.day(i), c.day(j)):
            continue
        s = c.parts.at(f.start)
        said = not is_denied(low, f.head_end, m.start("cue")) and not is_supposed(low, s.start, f.start)
        if g.start < s.end and said:
            yield Link(j, i, "suspends", "passive", Cue("suspends", m.start("cue"), m.end("cue")), reverse=True)


# "Luật A có hiệu lực từ 06/02/2025; B hết hiệu lực kể từ ngày này"
_IN_FORCE = re.compile(
    r"[^.“”\"\n;]{0,120}?\scó\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?\d[^;.,]{3,30}\s*[;,]\s+(?:và\s+)?(?:các\s+)?"
)
_FROM_THIS = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:(?:sẽ|cũng|đã)\s+)*{_ENDS}{_HOW}\s+(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s+(?:này|đó)(?!\w)"
)


def _because(c: Context, i: int) -> Iterator[Link]:
    """Papers that ended because another repealed or replaced them: "A1 và A2 hết hiệu lực, do B bãi bỏ"."""
    low, j = c.plain.low, i - 1
    s = c.parts.at(c.found[i].start)
    ends = {c.found[j].head_end, min(c.title_end(j), c.starts[i])}
    m = next((m for end in ends if (m := _BECAUSE.fullmatch(low, end, c.starts[i]))), None)
    done = _BY_IT.match(low, c.found[i].head_end, s.end) if m is not None else None
    if m is None or done is None or c.found[j].start < s.start:
        return
    papers = [j]
    while papers[0] > 0 and c.found[papers[0] - 1].start >= s.start and joined(c, papers[0] - 1, papers[0]):
        papers.insert(0, papers[0] - 1)
    first = c.starts[papers[0]]
    if m["repeals"] is None and _LEAD.search(low, max(s.start, first - _LEAD_WITHIN), first) is None:
        return
    begin = c.found[papers[-1]].head_end if m["repeals"] else s.start
    at = m.start("repeals") if m["repeals"] else first
    if is_denied(low, begin, at) or is_supposed(low, s.start, at) or _OTHERS.match(low, done.end()):
        return
    lead = s.start if m["repeals"] is None else m.start()
    some = _SOME.match(low, done.end()) or "một phần" in low[lead : done.start()]
    word: Predicate = "replaces" if done["replaces"] else "repeals"
    cue = Cue(word, done.start("cue"), done.end("cue"), bool(some))
    for a in papers:
        both = (c.targets[a], c.targets[i])
        if None not in both and c.own.id not in both and may_end(c, i, a):
            yield Link(a, i, word, "passive", cue, reverse=True)


def _from_then(c: Context, i: int, end: int) -> Link | None:
    """What ended on the day on which another paper took effect, by the sentence that says so."""
    low, j = c.plain.low, i - 1
    then = _FROM_THEN.fullmatch(low, c.found[j].head_end, c.starts[i])
    this = _IN_FORCE.fullmatch(low, c.found[j].head_end, c.starts[i]) if then is None else None
    if c.found[i].start >= end or not (then or this):
        return None
    ends = _THEN_ENDS if then else _FROM_THIS
    m = next((m for e in (c.found[i].head_end, c.scopes[i].title_end) if (m := ends.match(low, e))), None)
    if m is None or None in (c.targets[i], c.targets[j]) or c.own.id in (c.targets[i], c.targets[j]):
        return None
    s = c.parts.at(c.found[j].start)
    if is_supposed(low, s.start, c.found[j].head_end) or is_denied(low, c.found[j].head_end, m.start("repeals")):
        return None
    if is_denied(low, s.start, low.find("có hiệu lực", c.found[j].head_end)) or _BY_ANOTHER.match(low, m.end()):
        return None
    fits = kin(c.found[i].type) == kin(c.found[j].type) or c.found[j].type in _LAWS
    cue = Cue("repeals", m.start("repeals"), m.end("repeals"), _BUT_FOR.match(low, m.end()) is not None)
    return Link(j, i, "repeals", "passive", cue) if fits else None


_BUT_FOR = re.compile(r"(?:\s+thi\s+hành)?\s*,\s+(?:ngoại\s+)?trừ\s")
_BY_ANOTHER = re.compile(r"(?:\s+thi\s+hành)?\s+theo\s")


def _told(c: Context, i: int, word: int, begin: int) -> Iterator[Link]:
    """What the words before citation ``i`` say of it and the paper before them."""
    low = c.plain.low
    before = [j for j in range(max(0, i - 4), i) if begin <= c.found[j].start and c.found[j].head_end <= word]
    for j in reversed(before):
        if c.targets[j] in (None, c.own.id) or c.targets[i] in (None, c.own.id):
            continue
        if stands_aside(low, c.found[j].start, word):
            continue
        ends = {c.found[j].head_end, min(c.title_end(j), word)}
        said = next((m for end in ends if (m := _PROCLAIMS.fullmatch(low, end, c.starts[i]))), None)
        if said is not None:
            if may_end(c, j, i):
                cue = Cue("repeals", said.start("repeals"), said.end("repeals"), "một phần" in said.group())
                yield Link(j, i, "repeals", "passive", cue)
            return
        m = next((m for p in (_SUFFERS, _ASIDE) for end in ends if (m := p.fullmatch(low, end, c.starts[i]))), None)
        if m is None or not may_end(c, i, j):
            continue
        predicate: Predicate = "suspends" if m["suspends"] else "repeals"
        if is_denied(low, c.found[j].head_end, m.start(predicate)) or _LICENSED.search(low, begin, c.starts[j]):
            continue
        between = (c.found[k] for k in range(j + 1, i) if c.found[k].head_end <= word)
        if m.re is _ASIDE and any(kin(f.type) == kin(c.found[i].type) != kin(c.found[j].type) for f in between):
            continue  # "A hướng dẫn B nhưng nghị định này đã hết hiệu lực theo C": it is B that ended
        if ON_PAPERS.search(low, c.found[i].start, c.title_end(i)):
            return
        words = low[max(begin, c.starts[j] - _ATTACHED_WITHIN) : c.starts[j]]
        attached = words.rstrip().endswith("kèm theo")
        parts = whole_list(m["parts"]) if m["parts"] else read_list(words) if attached else ()
        cue = Cue(predicate, m.start(predicate), m.end(predicate), bool(parts or m["parts"]) or "một phần" in m.group())
        yield Link(j, i, predicate, "passive", cue, reverse=True, provisions=parts or None)
        return
