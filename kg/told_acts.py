"""What one paper is said to do to another, in so many words of a sentence that does it not itself: "Huyện khắc phục
bằng A, theo đó bãi bỏ khoản 3 Điều 1 B", "A chỉ điều chỉnh diện tích ghi tại Điều 1 B", "Huyện đã bãi bỏ B tại A",
"A1 và A2 lần lượt triển khai B1 và B2".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.dates import certainly_before
from kg.frames_told import joined
from kg.framing import SELF_TYPES, Context, Link
from kg.models import Predicate
from kg.relations import GLUE, Cue
from kg.scope import kin
from kg.supposed import begins_clause, is_denied, is_supposed, of_one_side
from kg.told_apart import stands_aside

_EFFECT = (
    r"(?P<cue>(?P<amends>điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?|sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)|(?P<corrects>đính\s+chính)|(?P<suspends>(?:tạm\s+)?đình\s+chỉ)|(?P<revised>sửa(?=\s+(?:toàn\s+bộ\s+|một\s+phần\s+)?(?:quyết\s+định\s+của\s+)?bản\s+án)))"
)
# what of the paper: "diện tích ghi tại Điều 1 của", "nhiều nội dung của", "việc thi hành"
_MATTER = (
    r"(?:\s+(?:việc\s+(?:thi\s+hành|thực\s+hiện)|toàn\s+bộ|một\s+phần))?"
    r"(?P<matter>\s+(?:(?!\s(?:để|nhằm|theo|cho|bằng|bởi|được|bị|so\s+với|hơn|ngoài|bên\s+cạnh|chưa|không|mà|phù\s+hợp|trái|trùng|tương\s+tự|góp\s+phần|thực\s+hiện(?<!việc\sthực\shiện)|khắc\s+phục)\s)[^.;:,“”\"()\d\n]){3,70}?\s(?:(?:đã\s+)?(?:ghi|nêu|quy\s+định)\s+)?(?:của|tại|trong|thuộc))?"
    r"\s+(?:(?:(?:hai|ba|bốn|các|\d{1,2})\s+)?văn\s+bản(?:\s+trước\s+(?:đó|đây))?\s+(?:là|gồm)\s*:?\s+)?(?:các\s+)?"
)
_ADVERB = r"(?:(?:đã|chỉ|mới|cũng|vừa|chính\s+thức|tự|(?:gộp|kế\s+thừa)\s+và)\s+)"
_THEREBY = re.compile(
    rf"[^.;:“”\"\n]{{0,140}}?,\s+(?:theo|qua|trong)\s+đó,?\s+"
    rf"(?:(?!(?:có\s+)?nhiệm\s+vụ\s|ubnd\s|hđnd\s|sở\s|các\s|đề\s+nghị\s|giao\s)[^.;:,“”\"\d\n]{{3,50}}?\s)?"
    rf"{_ADVERB}*{_EFFECT}{_MATTER}"
)
_DOES = re.compile(rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+{_ADVERB}+{_EFFECT}{_MATTER}")
# "khi A được ban hành, thay thế B"
_ISSUED = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:(?:đã|vừa|mới)\s+)*được\s+(?:[^.;:,“”\"\d\n]{{2,50}}?\s)?(?:ban\s+hành|thông\s+qua)"
    rf"(?:\s*,\s+(?:và\s+)?|\s+(?:ngày\s+\d[^;,.\n]{{3,28}}?\s+)?(?:để|nhằm)\s+){_EFFECT}{_MATTER}"
)
# behind the day on which a law was passed: "Luật A được Quốc hội thông qua ngày … để sửa đổi một số điều của Luật B"
_PASSED_TO = re.compile(rf"\s+(?:để|nhằm)\s+{_EFFECT}{_MATTER}")
_PASSED = re.compile(r"(?:ban\s+hành|thông\s+qua)\s+ngày\s+[^;,\n]{3,30}$")
# "A cũng có hiệu lực từ 14/02/2025 và thay thế các Thông tư B1, B2"
_IN_FORCE = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:(?:cũng|sẽ|chính\s+thức|bắt\s+đầu)\s+)*có\s+hiệu\s+lực(?:\s+thi\s+hành)?"
    rf"(?:\s*,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?\d[^;.,]{{3,30}}?)?\s*(?:,|\svà)\s+(?:(?:và|đồng\s+thời)\s+)*{_EFFECT}{_MATTER}"
)
# "A đính chính diện tích tại Điều 1 B": a title, where the part is told
_TITLED = re.compile(rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s+(?:về\s+)?(?:việc\s+)?{_EFFECT}{_MATTER}")
# "Khoản 2 Mục III A được điều chỉnh tại B": of a part it is the paper that is adjusted
_ADJUSTED = re.compile(
    r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s+(?:(?:đã|nay|sau\s+đó)\s+)*được\s+(?P<cue>điều\s+chỉnh)(?:\s*,\s*bổ\s+sung)?\s+(?:tại|bởi|bằng)\s+"
)
_ADJUSTING = ("quyet-dinh", "nghi-quyet", "ke-hoach")
# "A quy định chi tiết Luật X, thay thế B; đồng thời, bãi bỏ Điều 4 C"
_ALSO = re.compile(
    rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s*[;,]\s+(?:và\s+)?(?:đồng\s+thời\s*,?|cũng|(?=bãi\s+bỏ))\s*(?:cũng\s+)?{_EFFECT}{_MATTER}"
)
# "A được xây dựng để thực hiện B và thay thế C"
_AND_ENDS = re.compile(rf"(?:\s+của\s[^.;:,“”\"\d\n]{{2,70}}?)?\s*,?\s+và\s+(?=thay|bãi){_EFFECT}{_MATTER}")
# "UBND huyện đã tự bãi bỏ B", "tại A"
_DONE = re.compile(rf"(?<!được\s)(?<!bị\s)(?<!\w){_ADVERB}+{_EFFECT}{_MATTER}$")
_AT = re.compile(r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s+(?:bằng|tại)\s+")
_SOME = re.compile(
    r"\s+(?:một\s+số|một\s+vài|nhiều)\s+(?:tiêu\s+chí|chỉ\s+tiêu|nhiệm\s+vụ|mục\s+tiêu|chính\s+sách|dự\s+án|mức)(?!\w)"
)
_LONGEST = 160
_NOT_YET = re.compile(
    r"(?<!\w)(?:trường\s+hợp|chờ|nhiệm\s+vụ\s+(?=(?:sửa|bổ|thay|bãi))|dự\s+kiến|dự\s+thảo|nếu|đề\s+xuất|đề\s+nghị|kiến\s+nghị|cần|phải|yêu\s+cầu|giao|trình|tham\s+mưu|sẽ|xem\s+xét)(?!\w)"
)
# "Trường hợp A được thông qua, thay thế B thì … sẽ", "trong đó sửa đổi B là nhiệm vụ trọng tâm"
_IS_WISHED = re.compile(r"\sthì\s[^.;]{0,90}\ssẽ\s|\slà\s+nhiệm\s+vụ\s")
# "bổ sung kinh phí thực hiện B": no words of B are changed
_THINGS = re.compile(r"\s+(?:kinh\s+phí|(?:kế\s+hoạch\s+)?vốn|dự\s+toán|nguồn\s+lực|biên\s+chế|nhân\s+lực)(?!\w)")
_BY_TURNS = re.compile(
    r"lần\s+lượt\s+(?P<cue>(?P<implements>(?:triển\s+khai\s+|tổ\s+chức\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))"
    rf"|(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)|{_EFFECT.replace('(?P<cue>', '(?:')})"
    r"(?:\s+(?:thi\s+hành|thực\s+hiện|một\s+số|các|điều|khoản|nội\s+dung|của|tại))*\s+"
)
_CONSOLIDATED = "van-ban-hop-nhat"
_ENDS: tuple[Predicate, ...] = ("replaces", "repeals")
_WORDS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects", "suspends")
_start = attrgetter("start")


def told_acts(c: Context) -> list[Link]:
    """Links between papers of which a sentence tells that the one changed or ended the other."""
    out: list[Link] = []
    for i in range(1, len(c.found)):
        if (link := _told(c, i)) is not None:
            out += [link, *_also_told(c, link)]
    return out + list(_by_turns(c)) + list(_done_by_turns(c)) + list(_consolidates(c)) + list(_issues(c))


def _also_told(c: Context, link: Link) -> Iterator[Link]:
    """The further papers of a list: "A gộp và thay thế hai văn bản là B1 và B2"."""
    agent, j = link.subject, link.object
    end = c.parts.at(c.found[j].start).end
    if agent is None or agent > j or c.provisions[j]:
        return
    while j + 1 < len(c.found) and c.found[j + 1].start < end and _goes_on(c, j, j + 1) and _may_act(c, j + 1, agent):
        if begins_clause(c, j + 1):
            return
        j += 1
        yield link._replace(object=j)


def also_acts(c: Context, links: Sequence[Link]) -> list[Link]:
    """What a paper that ended another is said to do besides: "A thay thế B; đồng thời, bãi bỏ Điều 4 C"."""
    low, out = c.plain.low, []
    for link in links:
        j, i = link.object, link.object + 1
        agent = link.subject
        issued_for = link.predicate == "implements" and link.frame == "passive"
        if agent is None or link.reverse or agent > j or i >= len(c.found):
            continue
        if link.predicate not in _ENDS and not issued_for:
            continue
        s = c.parts.at(c.found[j].start)
        ends = {c.found[j].head_end, c.title_end(j)}
        said = _AND_ENDS if issued_for else _ALSO
        m = next((m for e in ends if (m := said.fullmatch(low, e, max(e, c.starts[i])))), None)
        if m is None or c.found[i].start >= s.end or not _may_act(c, agent, i):
            continue
        word: Predicate = next(name for name in _WORDS if m[name])
        cue = Cue(word, m.start("cue"), m.end("cue"), m["matter"] is not None)
        out.append(Link(agent, i, word, "title", cue))
    return out


def _told(c: Context, i: int) -> Link | None:
    """What is told of a citation and the one before it."""
    low, j = c.plain.low, i - 1
    end, at = c.found[j].head_end, c.starts[i]
    if at - end > _LONGEST or at <= end:
        return None
    if (m := _ADJUSTED.fullmatch(low, end, at)) and _may_adjust(c, i, j):
        return Link(j, i, "amends", "passive", Cue("amends", m.start("cue"), m.end("cue"), True), reverse=True)
    if not _may_act(c, i, j):
        return None
    s = c.parts.at(c.found[i].start)
    if c.found[j].start < s.start or stands_aside(low, c.found[j].start, at):
        return None
    titled = _TITLED.fullmatch(low, end, at)
    if titled is None or not titled["matter"] or not (c.provisions[i] or _SOME.match(titled["matter"])):
        titled = None
    agent, suffers = j, i
    if _AT.fullmatch(low, end, at) and (m := _DONE.search(low, max(s.start, c.starts[j] - _LONGEST), c.starts[j])):
        agent, suffers = i, j
    else:
        m = next((m for p in (_THEREBY, _DOES, _ISSUED, _IN_FORCE) if (m := p.fullmatch(low, end, at))), titled)
        if m is None and _PASSED.search(low, c.found[j].end, end):
            m = _PASSED_TO.fullmatch(low, end, at)
    if m is None:
        return None
    begin = max(s.start, low.rfind(";", s.start, m.start("cue")))
    said = m.start("cue")
    if is_denied(low, begin, said) or _NOT_YET.search(low, begin, said) or _IS_WISHED.search(low, begin, s.end):
        return None
    if m["amends"] and _THINGS.match(low, m.end("cue")):
        return None
    if c.plain.text[at : at + 1].isupper() and c.found[i].this:
        return None
    if certainly_before(c.day(agent), c.day(suffers)):
        return None
    word = next((name for name in _WORDS if m[name]), _WORDS[0])
    cue = Cue(word, m.start("cue"), m.end("cue"), m["matter"] is not None)
    return Link(agent, suffers, word, "passive", cue)


def _may_adjust(c: Context, i: int, j: int) -> bool:
    """Whether a decision may adjust a part of a paper, of whatever kind that is."""
    both = (c.targets[i], c.targets[j])
    told = bool(c.provisions[j]) and c.found[i].type in _ADJUSTING
    return told and None not in both and c.own.id not in both and both[0] != both[1]


# "Văn bản hợp nhất C mới hợp nhất A với B1 và B2"
_JOINS = re.compile(
    r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s+(?:(?:đã|mới|chỉ)\s+)*(?P<cue>hợp\s+nhất)\s+(?:nội\s+dung\s+(?:của\s+)?)?(?:các\s+)?"
)
_WITH = re.compile(r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*(?:,|,?\s*và|với|cùng(?:\s+với)?)\s+(?:các\s+)?")


def _consolidates(c: Context) -> Iterator[Link]:
    """The papers that a consolidated text is said to join."""
    low = c.plain.low
    for v, f in enumerate(c.found[:-1]):
        m = _JOINS.fullmatch(low, f.head_end, max(f.head_end, c.starts[v + 1])) if f.type == _CONSOLIDATED else None
        if m is None or c.targets[v] is None:
            continue
        cue = Cue("consolidates", m.start("cue"), m.end("cue"))
        i = v + 1
        while True:
            if c.targets[i] not in (None, c.targets[v]):
                yield Link(v, i, "consolidates", "title", cue)
            end = c.found[i].head_end
            if i + 1 >= len(c.found) or not _WITH.fullmatch(low, end, max(end, c.starts[i + 1])):
                break
            if begins_clause(c, i + 1):
                break
            i += 1


# "Quyết định A ban hành Quy định B"
_ISSUES = re.compile(
    r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s+(?:về\s+(?:việc\s+)?)?(?P<cue>ban\s+hành)\s+(?:kèm\s+theo\s+)?"
)
_ISSUED_KINDS = ("quy-dinh", "quy-che", "chuong-trinh", "de-an", "dieu-le", "chuong-trinh-hanh-dong")


def _issues(c: Context) -> Iterator[Link]:
    """The numbered regulation that a decision is said to have issued."""
    for a, f in enumerate(c.found[:-1]):
        if f.type != "quyet-dinh" or c.found[a + 1].type not in _ISSUED_KINDS or c.found[a + 1].number is None:
            continue
        m = _ISSUES.fullmatch(c.plain.low, f.head_end, max(f.head_end, c.starts[a + 1]))
        both = (c.targets[a], c.targets[a + 1])
        if m is not None and None not in both and both[0] not in (c.own.id, both[1]) and of_one_side(c, a, a + 1):
            yield Link(a, a + 1, "promulgates", "title", Cue("promulgates", m.start("cue"), m.end("cue")))


def _may_act(c: Context, i: int, j: int) -> bool:
    """Whether two citations are papers of one kind, other than the text."""
    both, f, g = (c.targets[i], c.targets[j]), c.found[i], c.found[j]
    if None in both or c.own.id in both or both[0] == both[1]:
        return False
    return of_one_side(c, i, j) and kin(f.type) == kin(g.type)


def _by_turns(c: Context) -> Iterator[Link]:
    """ "A1 và A2 lần lượt triển khai B1 và B2": the first of one list and the first of the other, and so on."""
    low = c.plain.low
    for m in _BY_TURNS.finditer(low, c.header.body_start):
        first = bisect_left(c.found, m.end(), key=_start)
        last = bisect_left(c.found, m.start(), key=_start) - 1
        s = c.parts.at(m.start())
        if not 0 <= last < first < len(c.found) or c.starts[first] != m.end() or c.found[last].start < s.start:
            continue
        if not _OF_BODY.fullmatch(low, c.found[last].head_end, m.start()) or is_supposed(low, s.start, m.start()):
            continue
        agents, objects = [last], [first]
        while agents[0] > 0 and _goes_on(c, agents[0] - 1, agents[0]) and c.found[agents[0] - 1].start >= s.start:
            agents.insert(0, agents[0] - 1)
        while objects[-1] + 1 < len(c.found) and _goes_on(c, objects[-1], objects[-1] + 1):
            objects.append(objects[-1] + 1)
        if len(agents) != len(objects) or len(agents) == 1:
            continue
        word: Predicate = next(name for name in ("implements", "guides", *_WORDS) if m[name])
        cue = Cue(word, m.start("cue"), m.end("cue"))
        yield from (Link(a, b, word, "passive", cue) for a, b in zip(agents, objects, strict=True))


# "A1 của X và A2 của Y, cùng ngày …; được sửa đổi, bổ sung lần lượt bởi B1 và B2"
_DONE_BY_TURNS = re.compile(
    rf"\s*[;,]?\s+(?:(?:đã|sau\s+đó)\s+)*(?:lần\s+lượt\s+)?được\s+{_EFFECT}(?:\s+một\s+số\s+điều)?\s+(?:lần\s+lượt\s+)?(?:bởi|tại|bằng|theo)\s+"
)


def _done_by_turns(c: Context) -> Iterator[Link]:
    """Papers that others are said to have changed, the first by the first and so on."""
    low = c.plain.low
    for b, f in enumerate(c.found[:-1]):
        at = f.head_end, max(f.head_end, c.starts[b + 1])
        m = _DONE_BY_TURNS.fullmatch(low, *at) if low.find("lần", *at) >= 0 else None
        if m is None or "lượt" not in m.group() or is_supposed(low, c.parts.at(f.start).start, m.start("cue")):
            continue
        objects, agents = [b], [b + 1]
        while objects[0] > 0 and joined(c, objects[0] - 1, objects[0]):
            objects.insert(0, objects[0] - 1)
        while agents[-1] + 1 < len(c.found) and joined(c, agents[-1], agents[-1] + 1):
            agents.append(agents[-1] + 1)
        if len(agents) != len(objects) or len(agents) == 1:
            continue
        word: Predicate = next(name for name in _WORDS if m[name])
        cue = Cue(word, m.start("cue"), m.end("cue"))
        yield from (Link(a, o, word, "passive", cue) for a, o in zip(agents, objects, strict=True))


_OF_BODY = re.compile(rf"(?:\s+của\s(?:(?!{SELF_TYPES}\s)[^.;:“”\"\d\n]){{2,90}}?)?\s+")


def _goes_on(c: Context, j: int, i: int) -> bool:
    """Whether a list goes on from a citation to the next, whatever title stands between."""
    low = c.plain.low
    ends = {c.found[j].head_end, c.title_end(j)}
    ends = {end for end in ends if end < c.starts[i]}
    return c.found[i].type == c.found[j].type and any(GLUE.fullmatch(low, end, c.starts[i]) for end in ends)
