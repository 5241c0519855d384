"""Frames of papers that the sentence says were issued because of another: to carry it out, to change it, for a task."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.framing import Link, View, said_behind
from kg.identity import family
from kg.models import Predicate
from kg.registry import LAW_TYPES
from kg.relations import Cue
from kg.typewords import type_slug

_TO_DO_SO = re.compile(
    r"\s*,?\s*(?P<cue>(?:để|nhằm)\s+(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|triển\s+khai))\s*[,;.]"
)
_NOT_ISSUED = re.compile(r"(?<!\w)(?:không|chưa)\s+(?:kịp\s+|có\s+)?(?:ban\s+hành|xây\s+dựng)\s+(?:các\s+)?$")
_ITS_TASK = re.compile(
    r";\s+(?:và\s+)?(?:để\s+|nhằm\s+)?(?:tiếp\s+tục\s+|tổ\s+chức\s+)*(?:triển\s+khai|thực\s+hiện|thi\s+hành|cụ\s+thể\s+hóa|hướng\s+dẫn)\s"
)


_OWN_AIM = re.compile(r"\s+(?:về\s+(?:việc\s+)?)?(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)\s[^;.]{2,40}?\ssố\s+\d")


def for_another(v: View, i: int, later: int) -> bool:
    """Whether a paper has a task of its own: "Thực hiện B, HĐND ban hành A; để triển khai A, UBND ban hành C"."""
    low = v.c.plain.low
    head = v.c.found[later].head_end
    if low.find(";", v.c.found[i].head_end, v.c.starts[later]) >= 0 and _OWN_AIM.match(low, head):
        return True  # "Quán triệt B, Tỉnh ủy có nghị quyết; UBND tỉnh có Kế hoạch A triển khai C"
    before = [v.c.found[a].end for a in v.issued if i < a < later]
    return bool(before) and _ITS_TASK.search(v.c.plain.low, min(before), v.c.found[later].start) is not None


_AFTER = re.compile(r"[\W\d]*(?:ngay\s+)?(?:sau\s+khi|khi)\s[^;,:()“”\"\n]*$")


def after_it(v: View, i: int, later: int) -> bool:
    """Whether a paper was issued before what the sentence tells: "Sau khi Bộ Chính trị ban hành B, tỉnh ban hành A"."""
    low, start = v.c.plain.low, v.sentence.start
    return _AFTER.fullmatch(low, start, v.c.starts[i]) is not None and low.find(",", v.c.found[i].end, later) >= 0


def issued_for(v: View, i: int, later: Sequence[int]) -> list[Link]:
    """ "Ngay khi có B, xã đã ban hành A để triển khai thực hiện": what is carried out was named before."""
    out = []
    for a in later:
        if _NOT_ISSUED.search(v.before(v.c.starts[a])):
            continue
        if m := said_behind(v, a, _TO_DO_SO):
            out.append(Link(a, i, "implements", "do-and-issue", Cue("implements", m.start("cue"), m.end("cue"))))
    return out


# "đã ban hành Kế hoạch A triển khai Nghị quyết; …", "để thực hiện Chỉ thị đến 100% chi bộ": which one is not said again
_TO_DO_THAT = re.compile(
    r"\s*,?\s*(?:(?:để|nhằm|về(?:\s+việc)?)\s+)?(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+|lãnh\s+đạo\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s+"
    r"(?P<type>nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|chương\s+trình|kế\s+hoạch|đề\s+án)"
    r"(?=\s*(?:[;.,)]|$)|\s+(?:đến|trên|tới|trong|tại\s+(?!khoản|điều|điểm|mục)|ở)\s)"
)


def issued_for_that(v: View, a: int) -> Link | None:
    """ "Sau khi có Nghị quyết 08, UBND tỉnh ban hành A thực hiện Nghị quyết": the one that is spoken of."""
    m = said_behind(v, a, _TO_DO_THAT)
    if m is None:
        return None
    c, kind = v.c, family(type_slug(" ".join(m["type"].split())) or "")

    def named(begin: int, end: int) -> list[int]:
        inside = [j for j, f in enumerate(c.found) if begin <= f.start < end and family(f.type) == kind]
        return [j for j in inside if c.targets[j] not in (None, c.targets[a], c.own.id)]

    line = c.plain.low.rfind("\n", 0, v.sentence.start) + 1
    about = named(*c.header.title_span) if c.header.title_span is not None and c.own.type == "bao-cao" else []
    those = named(v.sentence.start, c.starts[a]) or named(line, c.starts[a]) or about
    if len({c.targets[j] for j in (*those, *about)}) != 1 or c.plain.text[m.start("type")].islower():
        return None  # "thực hiện Chỉ thị": another than the one that the report is about may be meant
    return Link(a, those[-1], "implements", "do-and-issue", Cue("implements", m.start("cue"), m.end("cue")))


_TO_CHANGE = re.compile(
    r"\s*,?\s*(?:để|nhằm)\s+(?P<cue>sửa(?:\s+đổi)?(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính)\s+(?:cho\s+)?"
)


_PASSED = re.compile(r"(?<!\w)(?:thông\s+qua|ban\s+hành)\s+$")


def _is_passed(v: View, a: int) -> bool:
    """Whether the sentence says that a law was passed: "Quốc hội đã thông qua Luật A"."""
    return v.c.found[a].type in LAW_TYPES and _PASSED.search(v.before(v.c.starts[a])) is not None


def issued_to_change(v: View, i: int) -> list[Link]:
    """ "Tổng cục đã ban hành Công văn A để sửa Công văn B": A changes B."""
    k = v.free.index(i)
    a = v.free[k - 1] if k else None
    if a is None or v.c.targets[a] == v.c.targets[i] or not (a in v.issued or _is_passed(v, a)):
        return []
    m = _TO_CHANGE.fullmatch(v.c.plain.low, v.c.found[a].head_end, v.c.starts[i])
    if m is None:
        return []
    said = m["cue"]
    ends: Predicate = "repeals" if said.endswith("bỏ") else "corrects" if said.startswith("đính") else "amends"
    predicate: Predicate = "replaces" if said.startswith("thay") else ends
    return [Link(a, i, predicate, "do-and-issue", Cue(predicate, m.start("cue"), m.end("cue")))]


def issued_for_title(v: View, a: int) -> Link | None:
    """ "UBND tỉnh đã ban hành A để triển khai thực hiện." in a report on B, where the sentence names no B."""
    c, span = v.c, v.c.header.title_span
    if c.own.type != "bao-cao" or span is None or any(i < a and i not in v.issued for i in v.free):
        return None
    m = said_behind(v, a, _TO_DO_SO)
    named = [i for i, f in enumerate(c.found) if span[0] <= f.start < span[1] and c.scopes[i].owner is None]
    if m is None or len(named) != 1 or c.targets[named[0]] == c.targets[a]:
        return None
    cue = v.cues.get(named[0])
    if cue is None or cue.predicate != "implements":
        return None
    return Link(a, named[0], "implements", "do-and-issue", Cue("implements", m.start("cue"), m.end("cue")))
