"""The grounds of a paper of which a text tells: "A được ban hành căn cứ B và C", "Căn cứ để ban hành A là B", "Bản án A
căn cứ Điều 9 B, Điều 5 C, tuyên", and of a row "… | Căn cứ ban hành là B".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from operator import attrgetter

from kg.framing import LINE_LEAD, Context, Link, speaks
from kg.relations import GLUE, Cue
from kg.supposed import is_denied

_IS_GROUNDED = re.compile(
    r"(?:\s(?:(?!\s(?:nêu|kèm|các|những|dự\s+thảo)\s)[^;.\n“”\"]){0,90}?)?[\s,](?:đã\s+)?(?:được|bị)\s+(?P<cue>(?:ban\s+hành|xây\s+dựng)\s+(?:trên\s+cơ\s+sở|căn\s+cứ(?:\s+vào)?|dựa\s+(?:trên|vào)|theo(?=\s+đề\s+nghị)))\s+"
    r"(?:(?:đề\s+nghị|ý\s+kiến)\s+của\s[^;:.,\d“”\"]{2,60}\stại\s+)?(?:các\s+)?"
)
# "A … (theo đề nghị của Sở X tại Tờ trình B)", "| A | Theo đề nghị tại Tờ trình B"
_AS_ASKED = re.compile(
    r"[^.;\n()“”\"]{0,200}[(|]\s*(?P<cue>theo\s+đề\s+nghị)(?:\s+của\s[^;:.()\d“”\"]{2,80}?)?\s+tại\s+"
)
_AND_ON = re.compile(
    r"(?:\s+của\s[^;:.,\d“”\"]{2,60}?)?(?:,|;|\s+và|,\s+đồng\s+thời)\s+căn\s+cứ(?:\s+vào)?\s+(?:các\s+)?"
)
_ON = re.compile(r"\s*,?\s+(?:đã\s+)?(?P<cue>căn\s+cứ)(?:\s+vào)?\s+(?:các\s+)?")
_ISSUED = re.compile(r"(?:ban\s+hành|thông\s+qua|ký|tuyên|ra)\s+(?:các\s+)?$")
_HEAD = re.compile(rf"{LINE_LEAD}(?:tại\s+)?")
_ON_PROPOSAL = ("quyet-dinh", "nghi-quyet", "ke-hoach", "chi-thi", "chuong-trinh", "de-an")
_DECIDES = ("ban-an", "quyet-dinh")
# "Căn cứ để ban hành A là B"
_GROUNDS_OF = re.compile(
    r"(?<!\w)(?P<cue>căn\s+cứ)\s+(?:(?:pháp\s+lý|trực\s+tiếp|chủ\s+yếu|chính)\s+)?(?:(?:để\s+)?ban\s+hành|của)\s+$"
)
_ARE = re.compile(r"\s+(?:là|(?:bao\s+)?gồm)\s*:?\s+(?:các\s+)?")
# "| Căn cứ ban hành là B", ". Căn cứ ban hành gồm B"
_ITS_GROUNDS = re.compile(
    r"(?:[|.;\n]|^)\s*(?P<cue>căn\s+cứ)\s+(?:pháp\s+lý\s+)?(?:để\s+)?ban\s+hành\s+(?:là|(?:bao\s+)?gồm)\s*:?\s+(?:các\s+)?$"
)
# "Sau khi UBND huyện ban hành A, căn cứ B, ông C khiếu nại"
_BEFORE_THAT = re.compile(r"[\W\d]*(?:sau|trước|kể\s+từ)?\s*khi\s")
_LEAD = 60
_start = attrgetter("start")


def told_grounds(c: Context) -> list[Link]:
    """Links of papers of which a text tells with the grounds that it gives for them."""
    out: list[Link] = []
    for i in range(len(c.found)):
        if c.targets[i] in (None, c.own.id):
            continue
        out += _told_of(c, i)
        out += _listed_above(c, i)
        out += _as_asked(c, i)
        out += _of_issued(c, i)
    return out


def _told_of(c: Context, a: int) -> Iterator[Link]:
    """The grounds that stand behind a paper."""
    low, f, s = c.plain.low, c.found[a], c.parts.at(c.found[a].start)
    before = low[s.start : c.starts[a]]
    asked = _GROUNDS_OF.search(before)
    for end in sorted({f.head_end, max(f.head_end, c.scopes[a].title_end)}):
        m = _ARE.match(low, end, s.end) if asked else _IS_GROUNDED.match(low, end, s.end)
        named = _ISSUED.search(before) or (f.type in _DECIDES and _HEAD.fullmatch(before))
        if m is None and not asked and named and not _BEFORE_THAT.match(before):
            m = _ON.match(low, end, s.end)
        if m is None or (not asked and is_denied(low, end, m.start("cue"))):
            continue
        first = bisect_left(c.starts, m.end())
        between = any(f.end <= c.found[k].start for k in range(a + 1, first))
        if first >= len(c.found) or c.starts[first] != m.end() or between:
            continue
        at = s.start + asked.start("cue") if asked else m.start("cue")
        cue = Cue("basedOn", at, at + len("căn cứ") if asked else m.end("cue"))
        listed = [j for j in _list(c, first, s.end) if c.targets[j] != c.targets[a]]
        yield from (Link(a, j, "basedOn", "do-and-issue", cue) for j in listed)
        return


# "Sau khi Luật có hiệu lực, căn cứ A và B, UBND tỉnh đã ban hành C", "Căn cứ Điều 35 A, Thông tư này xác định …"
_WITHIN = re.compile(r"(?:[,;]\s+|^[\W\d]*)(?P<cue>căn\s+cứ)(?:\s+vào)?\s+(?:các\s+)?$")
_THEN_ISSUED = re.compile(
    r"(?:\s+của\s[^,;.:\d]{2,60})?\s*,\s+(?:(?!(?:\s|^)(?:chưa|không|đề\s+nghị|trình|việc|kiến\s+nghị|dự\s+kiến|sẽ)\s)[^,;.:\d]){3,80}?\s(?:ban\s+hành|thông\s+qua|ký)\s+(?:các\s+)?"
)
_THEN_THIS = re.compile(r"(?:\s+của\s[^,;.:\d]{2,60})?\s*,\s+")


def _of_issued(c: Context, i: int) -> Iterator[Link]:
    """The grounds that a sentence names before the paper that was issued on them, or that speaks there."""
    low, s = c.plain.low, c.parts.at(c.found[i].start)
    m = _WITHIN.search(low[s.start : c.starts[i]])
    if m is None or speaks(c, i):
        return
    grounds = list(takewhile(lambda j: not speaks(c, j), _list(c, i, s.end)))
    a = grounds[-1] + 1
    if a >= len(c.found) or c.found[a].start >= s.end:
        return
    end = c.title_end(grounds[-1])
    gap = (end, max(end, c.starts[a]))
    issued = m.start("cue") > 0 and _THEN_ISSUED.fullmatch(low, *gap)
    if not (issued or (speaks(c, a) and _THEN_THIS.fullmatch(low, *gap))) or c.targets[a] in (None, c.own.id):
        return
    cue = Cue("basedOn", s.start + m.start("cue"), s.start + m.end("cue"))
    yield from (Link(a, j, "basedOn", "do-and-issue", cue) for j in grounds if c.targets[j] != c.targets[a])


def _as_asked(c: Context, a: int) -> Iterator[Link]:
    """The proposal on which a paper was issued, in a bracket behind it or in the last cell of its row."""
    low, f, i = c.plain.low, c.found[a], a + 1
    if f.type not in _ON_PROPOSAL or i >= len(c.found) or f.head_end > c.starts[i]:
        return
    m = _AS_ASKED.fullmatch(low, f.head_end, c.starts[i])
    if m is not None and c.targets[i] not in (None, c.targets[a], c.own.id):
        yield Link(a, i, "basedOn", "do-and-issue", Cue("basedOn", m.start("cue"), m.end("cue")))


def _listed_above(c: Context, i: int) -> Iterator[Link]:
    """ "A | Ban hành quy chế | Căn cứ ban hành là B": the paper of the row, or the last one that was issued."""
    low, at = c.plain.low, c.starts[i]
    m = _ITS_GROUNDS.search(low, max(0, at - _LEAD), at)
    if m is None:
        return
    line = low.rfind("\n", 0, at) + 1
    cell = low.find("|", line, m.start("cue")) >= 0
    begin = line if cell else c.parts.at(max(0, m.start("cue") - 2)).start
    before = [
        j
        for j in range(bisect_left(c.found, begin, key=_start), i)
        if c.scopes[j].owner is None and c.targets[j] not in (None, c.own.id)
    ]
    issued = [j for j in before if cell or _ISSUED.search(low, begin, c.starts[j])]
    if not issued:
        return
    a = issued[0] if cell else issued[-1]
    cue = Cue("basedOn", m.start("cue"), m.end("cue"))
    for j in _list(c, i, c.parts.at(c.found[i].start).end):
        if c.targets[j] != c.targets[a]:
            yield Link(a, j, "basedOn", "do-and-issue", cue)


def _list(c: Context, first: int, end: int) -> Iterator[int]:
    """A citation and those with which a list goes on from it, up to the end of the sentence."""
    yield first
    last = first
    for j in range(first + 1, len(c.found)):
        if c.found[j].start >= end:
            return
        if c.scopes[j].owner is not None:
            continue
        begin = c.title_end(last)
        gap = (begin, max(begin, c.starts[j]))
        if not GLUE.fullmatch(c.plain.low, *gap) and not _AND_ON.fullmatch(c.plain.low, *gap):
            return
        yield j
        last = j
