"""What is said of several papers at once that were named before: "Cả hai nghị định trên được thay thế bởi C", "C thay
thế cả ba nghị định trên", "hai văn bản ấy hết hiệu lực theo C".

Which they are, the number of them tells: those named last of that type, in the sentence, in the one before or in the
paragraph, where just so many are. More of them leave it open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from kg.dates import certainly_before
from kg.framing import SELF_TYPES, Context, Link, itself, type_name
from kg.models import Predicate
from kg.relations import GLUE, Cue
from kg.scope import kin
from kg.supposed import is_supposed, of_one_side

_MANY = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "2": 2, "3": 3, "4": 4, "02": 2, "03": 3, "04": 4}
_THOSE = r"(?:này|trên|đó|ấy|nêu\s+trên|nói\s+trên|kể\s+trên|vừa\s+nêu|trước\s+đó)"
_SEVERAL = re.compile(
    rf"(?<!\w)(?P<all>cả\s+)?(?:(?P<n>hai|ba|bốn|năm|0?[234])|(?P<those>các|những))(?:\s+(?P<type>{SELF_TYPES}))?"
    rf"(?P<said>\s+{_THOSE})?(?!\w)"
)
_THEN = r"\s+(?:(?:đã|nay|hiện|hiện\s+nay|đều|cùng|cũng|vừa|sau\s+đó|(?P<each>lần\s+lượt))\s+)*"
_EFFECT = (
    r"(?P<cue>(?P<amends>điều\s+chỉnh|sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)|(?P<consolidates>hợp\s+nhất))"
)
_SUFFER = re.compile(
    rf"{_THEN}(?:(?:được|bị)\s+{_EFFECT}(?P<some>\s+một\s+(?:số|phần))?(?:(?!\s(?:từ|vào|bằng)\s)[^;.:()“”\"\d]){{0,60}}?\s(?:bằng|tại|theo|bởi)\s+"
    r"|(?P<ends>(?:hết|chấm\s+dứt)\s+hiệu\s+lực)(?:\s+thi\s+hành)?(?:\s*,?\s*(?:kể\s+)?từ\s+[^;:()“”\n]{4,40}?)?\s*,?\s+theo\s+)"
    r"(?:quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?"
)
# "cả hai nghị quyết này đã hết hiệu lực, do B bãi bỏ toàn bộ"
_BECAUSE = re.compile(rf"{_THEN}(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s+do\s+")
_DONE_BY = re.compile(rf"{_THEN}(?:được|bị)\s+")
_IS_DONE = re.compile(rf"\s*,?\s*(?:đã\s+)?{_EFFECT}(?!\w)")
# who acts, up to the papers: "C có hiệu lực từ ngày 01/8/2024, thay thế"
_ACTS = re.compile(
    r"(?:\s*,?\s*(?:có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s*,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?\d[^;,]{0,30}?)?|(?:được\s+)?ban\s+hành\s+ngày\s+\d[\d/.-]*"
    r"|của\s[^;:.,()“”\"\d]{2,60}?)(?=[\s,]))*"
    rf"\s*,?\s+(?:(?:và|đã|cũng|chính\s+thức|đồng\s+thời)\s+)*{_EFFECT}(?P<some>\s+một\s+số\s+(?:điều|nội\s+dung)\s+(?:của|tại))?"
    r"\s+(?:(?:đồng\s+thời|toàn\s+bộ|cho|của)\s+)*"
)
_OWN_ACT = re.compile(rf"{_ACTS.pattern}$")
_A_PART = re.compile(r"(?<!\w)(?:của|tại|trong|thuộc)\s+$")
_BY_THEM = re.compile(r"(?<!\w)(?:theo|bởi|với)\s+$")
_NOT_YET = re.compile(
    r"(?<!\w)(?:dự\s+kiến|dự\s+thảo|nếu|đề\s+xuất|đề\s+nghị|kiến\s+nghị|tham\s+mưu|trình|không|chưa|nghiên\s+cứu)(?!\w)"
)
_WHEN = re.compile(r"[\W\d]*(?:khi|nếu|trường\s+hợp)\s")
_ALREADY = re.compile(r"\s+(?:(?:đều|cùng|nay|hiện)\s+)*(?:đã|vừa)\s")
_UNITS = 900  # code points of a paragraph looked back over
_PARAGRAPH = re.compile(r"\n\s*\n")
_start = attrgetter("start")


class _Said(NamedTuple):
    """What is said of several papers: who acts, how, and whether each of them alone."""

    agents: tuple[int | None, ...]
    predicate: Predicate
    cue: Cue
    each: bool = False


def named_together(c: Context) -> list[Link]:
    """Links that one act has to several papers which the text calls by their number: "cả hai nghị định trên"."""
    out = _latter(c)
    for m in _SEVERAL.finditer(c.plain.low, c.header.body_start):
        if not (m["all"] or m["said"]) or (m["those"] and not (m["type"] and m["said"])):
            continue
        said = _said(c, m)
        papers = _papers(c, m, said) if said is not None else []
        if said is None or not papers:
            continue
        if said.each and len(said.agents) == len(papers):
            pairs = list(zip(papers, said.agents, strict=True))
        elif said.each or len(said.agents) != 1:
            continue
        else:
            pairs = [(j, said.agents[0]) for j in papers]
        for j, i in pairs:
            if i is None:
                out.append(Link(None, j, said.predicate, "enacting", said.cue))
            elif c.targets[i] != c.targets[j] and of_one_side(c, i, j):
                out.append(Link(j, i, said.predicate, "passive", said.cue, reverse=True))
    return out


# "thay thế A, B và C (hai Thông tư sau sửa đổi, bổ sung A)"
_LATTER = re.compile(
    rf"\(\s*(?P<n>hai|ba|bốn|0?[234])\s+(?:{SELF_TYPES}|văn\s+bản)\s+sau\s+(?:đều\s+|cùng\s+)?{_EFFECT}"
    r"\s+(?:(?:một\s+số|điều|các|của|nội\s+dung)\s+)*"
)


def _latter(c: Context) -> list[Link]:
    """What a bracket says of the last papers of the list before it."""
    low, out = c.plain.low, list[Link]()
    for m in _LATTER.finditer(low, c.header.body_start):
        i = bisect_left(c.starts, m.end())
        last = bisect_left(c.found, m.start(), key=_start) - 1
        n = _MANY[m["n"]]
        if i >= len(c.found) or c.starts[i] != m.end() or last - n + 1 < 0:
            continue
        papers = range(last - n + 1, last + 1)
        alike = {kin(c.found[j].type) for j in (*papers, i)}
        if len(alike) == 1 and low[c.found[last].head_end : m.start()].strip() == "":
            cue = Cue(_predicate(m), m.start("cue"), m.end("cue"))
            out += [Link(j, i, _predicate(m), "paren", cue) for j in papers if c.targets[j] != c.targets[i]]
    return out


def _predicate(m: re.Match[str]) -> Predicate:
    words: tuple[Predicate, ...] = ("amends", "replaces", "consolidates", "repeals")
    return next(word for word in words if m[word])


def _said(c: Context, m: re.Match[str]) -> _Said | None:
    """What a sentence says of the papers at a place."""
    low, s = c.plain.low, c.parts.at(m.start())
    clause = max(s.start, low.rfind(";", s.start, m.start()))
    if _NOT_YET.search(low, clause, m.start()) and not _ALREADY.match(low, m.end()):
        return None
    suffer = _SUFFER.match(low, m.end(), s.end)
    if suffer is not None and (agents := list(_agents(c, suffer.end(), s.end))):
        name = "ends" if suffer["ends"] else "cue"
        predicate: Predicate = "repeals" if suffer["ends"] else _predicate(suffer)
        if _BY_THEM.search(low, s.start, m.start()):
            return None
        part = _A_PART.search(low, s.start, m.start()) is not None  # "Điều 3 của hai quyết định này được bãi bỏ bởi B"
        some = part or (not suffer["ends"] and suffer["some"] is not None)
        cue = Cue(predicate, suffer.start(name), suffer.end(name), some)
        each = suffer["each"] is not None
        return _Said(tuple(agents) if each else (agents[0],), predicate, cue, each)
    by = _DONE_BY.match(low, m.end(), s.end) or _BECAUSE.match(low, m.end(), s.end)
    if by is not None and (agents := list(_agents(c, by.end(), s.end))):
        f = c.found[agents[0]]
        done = next((d for e in (f.head_end, c.scopes[agents[0]].title_end) if (d := _IS_DONE.match(low, e))), None)
        if done is not None:
            cue = Cue(_predicate(done), done.start("cue"), done.end("cue"))
            return _Said((agents[0],), _predicate(done), cue)
    return _acts(c, m, clause)


def _acts(c: Context, m: re.Match[str], clause: int) -> _Said | None:
    """The paper, or the text itself, that a clause says to act on several: "Nghị định C thay thế"."""
    low = c.plain.low
    if _WHEN.match(low, clause) or is_supposed(low, clause, m.start()):
        return None
    before = [i for i in c.within(clause, m.start()) if c.scopes[i].owner is None]
    for i in reversed(before[-1:]):
        for end in {c.found[i].head_end, min(c.scopes[i].title_end, m.start())}:
            acts = _ACTS.fullmatch(low, end, m.start()) if end < m.start() else None
            if acts is not None:
                cue = Cue(_predicate(acts), acts.start("cue"), acts.end("cue"), acts["some"] is not None)
                return _Said((None if c.targets[i] == c.own.id else i,), _predicate(acts), cue)
    if before:
        return None
    itself_said = list(itself(c.own.type).finditer(low, clause, m.start()))
    acts = _OWN_ACT.fullmatch(low, itself_said[-1].end(), m.start()) if itself_said else None
    if acts is None:
        return None
    cue = Cue(_predicate(acts), acts.start("cue"), acts.end("cue"), acts["some"] is not None)
    return _Said((None,), _predicate(acts), cue)


def _agents(c: Context, at: int, end: int) -> Iterator[int]:
    """The citation that stands at a place, and those that a list goes on with."""
    last = None
    for i in c.within(at, end):
        begin = c.starts[i] if last is None else c.title_end(last)
        if last is None and c.starts[i] != at:
            return
        if last is not None and not GLUE.fullmatch(c.plain.low, begin, max(begin, c.starts[i])):
            return
        yield i
        last = i


def _papers(c: Context, m: re.Match[str], said: _Said) -> list[int]:
    """The papers that are meant: of each the last citation before the words."""
    low, s = c.plain.low, c.parts.at(m.start())
    agents = {c.targets[i] if i is not None else c.own.id for i in said.agents}
    kind = kin(c.own.type or "") if said.agents[0] is None else kin(c.found[said.agents[0]].type)
    word = " ".join(m["type"].split()) if m["type"] else "văn bản"
    before = c.parts.before(s)
    paragraph = max((p.end() for p in _PARAGRAPH.finditer(low, max(0, s.start - _UNITS), s.start)), default=s.start)
    number = _MANY[m["n"]] if m["n"] else None
    for begin in sorted({s.start, before.start if before else s.start, min(paragraph, s.start)}, reverse=True):
        papers: dict[str, int] = {}
        others: dict[str, int] = {}  # of another kind than what acts: "hai văn bản ấy" may be such
        for j in c.within(begin, m.start()):
            target, f = c.targets[j], c.found[j]
            if target is None or target in agents or target == c.own.id:
                continue
            if word == "văn bản" or word in (type_name(f.type), type_name(kin(f.type))):
                for of_kind in (papers,) if kin(f.type) == kind else (others,):
                    of_kind.pop(target, None)
                    of_kind[target] = j
        if m["type"] and number is not None and len(papers) < number:
            papers |= others
        if number is None and len(papers) > 1 and begin < s.start:
            number = len(papers)
        if number is not None and len(papers) >= number:
            if len(papers) > number or _is_younger(c, papers, said):
                return []
            return list(papers.values())
    return []


def _is_younger(c: Context, papers: dict[str, int], said: _Said) -> bool:
    """Whether one of the papers is younger than what is said to act on it."""
    days = [c.found[i].date for i in said.agents if i is not None]
    return any(certainly_before(day, c.found[j].date) for day in days for j in papers.values())
