"""What is said of a paper, or of a part of it, that stands apart from the words: "không áp dụng A vì đã được thay thế
bởi B", "A mà cán bộ viện dẫn đã được thay thế bằng B", "Tại khoản 1 Điều 9 (đã được sửa đổi theo B)".

Of a part without its act the act is the one named last before of the kind of what changed it: in the heading of an
amending article, in the line above the items, in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.dates import certainly_before
from kg.framing import SELF_TYPES, Context, Link
from kg.models import Predicate
from kg.new_wording import in_wording
from kg.provisions import whole_list
from kg.relations import GLUE, NEGATED, Cue
from kg.scope import kin
from kg.sentences import in_closed_bracket
from kg.supposed import begins_clause, is_supposed

_EFFECT = (
    r"(?P<cue>(?P<amends>điều\s+chỉnh|sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế|thay(?=\s+(?:bằng|bởi)\s))"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)|(?P<corrects>đính\s+chính))"
)
_ADVERBS = r"(?:(?:đã|từng|mới|nay|hiện|vừa|lại|cũng|đều|cùng|chỉ|sau\s+đó)\s+)*"
_SUFFERS = re.compile(
    rf"(?:{_ADVERBS}(?:được|bị)\s+|(?<=[,\s]đã\s)(?=(?:sửa\s+đổi|bổ\s+sung)\s)){_EFFECT}(?P<some>\s+một\s+số)?(?:(?!\s(?:từ|vào|bằng)\s)[^;.:()“”\"\d]){{0,60}}?\s(?:bằng|bởi|tại|theo)\s+"
    r"(?:quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?$"
)
_BY = re.compile(rf"{_ADVERBS}(?:được|bị)\s+$")
_DONE = re.compile(rf"\s*,?\s*{_EFFECT}(?!\w)")
_LONGEST_CUE = 140
_NAMED_SO = rf"(?:(?:{SELF_TYPES}|văn\s+bản)\s+(?:này|đó|trên|ấy)\s+)?"
# between the paper and what is said of it
_WHY = re.compile(rf"(?:\s[^.;\n]{{0,200}})?[\s,(](?:vì|do)\s+{_NAMED_SO}")
_WHICH = re.compile(r"\s+mà\s+[^.;,\n\d]{3,80}[\s(]")
_BUT = re.compile(
    r"(?=[\s,])[^.;\n]{0,120}?[\s,](?:nhưng|song|tuy\s+nhiên|mặc\s+dù|dù|trong\s+khi)\s"
    rf"(?:(?:[^.;\n,]{{0,40}}\sviệc\s+)?{_NAMED_SO}|(?:đến|sang|từ|sau|vào)\s[^.;\n,]{{0,40}}?\s)"
)
_SO = re.compile(r"[^.\n]{0,160};\s+(?:do|vì)\s[^.;\n]{3,80}?\snên\s+")
# "A vẫn còn hiệu lực, chỉ được sửa đổi tại B", "A, kể cả phần đã sửa đổi theo B", "A của UBND tỉnh, đã sửa đổi một lần
# bằng B", "A hết hiệu lực, được thay bằng B"
_AND_YET = re.compile(
    r"\s(?:[^.;\n]{0,60}\s)?(?:vẫn|còn)\s[^.;\n]{0,60},\s+"
    r"|\s*,\s+kể\s+cả\s+(?:(?:phần|nội\s+dung|quy\s+định|các\s+điều)\s+|(?:sau\s+)?khi\s+)?(?:đã\s+)?"
    r"|(?:\s+của\s[^.;,\n\d]{2,60})?\s*,\s+(?:đã\s+)?"
    r"|\s(?:[^.;\n,]{0,60}\s)?hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,\s+"
)
# "A; riêng chỉ tiêu tăng trưởng được điều chỉnh tại B": a part of A
_EXCEPT = re.compile(
    r"(?:\s+của\s[^.;,\n\d]{2,60})?\s*[;,]\s+(?:riêng|trong\s+đó)\s+(?:các\s+|một\s+số\s+)?"
    r"(?:chỉ\s+tiêu|mục\s+tiêu|mức|nội\s+dung|quy\s+định|thời\s+(?:hạn|gian)|tiến\s+độ|điểm|khoản|điều|mục|phụ\s+lục|danh\s+mục|"
    r"định\s+mức|đơn\s+giá|tiêu\s+chí|dự\s+án|diện\s+tích)\s[^.;\n]{0,90}?"
)
# parts that no act follows, right before what is said of them
_PARTS = re.compile(
    r"(?P<parts>(?:(?:điểm|khoản|điều|mục|phụ\s+lục)\s+[\w.]{1,5}(?:\s*,\s*|\s+và\s+|\s+)(?:các\s+|của\s+)?){1,10})"
    r"(?:này\s*)?[(,]?\s*(?:(?:điểm|khoản|điều|mục)\s+này\s+)?$"
)
_OF_A_CONTRACT = re.compile(r"(?<!\w)(?:hợp\s+đồng|thỏa\s+thuận|biên\s+bản|giấy\s+phép)\s+(?:tại\s+|nêu\s+tại\s+)?$")
_LONGEST_PARTS = 120
_OWNER_WITHIN = 1500


class _Said(NamedTuple):
    """That something was done by a citation.

    Attributes:
        start: where the words begin, behind what they are said of.
    """

    start: int
    predicate: Predicate
    cue: Cue


def told_apart(c: Context) -> list[Link]:
    """Links of papers that were changed or ended with those that did it, told at a distance."""
    out: list[Link] = []
    for i in range(len(c.found)):
        said = _said(c, i)
        if said is not None and c.targets[i] not in (None, c.own.id):
            out += list(_of_paper(c, i, said)) or list(_of_parts(c, i, said))
    return out


def _said(c: Context, i: int) -> _Said | None:
    """What a passive whose agent is citation ``i`` says."""
    low, at, s = c.plain.low, c.starts[i], c.parts.at(c.found[i].start)
    begin = max(s.start, at - _LONGEST_CUE)
    m = _SUFFERS.search(low, begin, at)
    if m is None and (by := _BY.search(low, begin, at)) is not None:
        m = next((d for e in (c.found[i].head_end, c.scopes[i].title_end) if (d := _DONE.match(low, e))), None)
        start, by_end = by.start(), by.end()
    else:
        start, by_end = (m.start() if m else 0), at
    if m is None or NEGATED.search(low, max(s.start, start - 16), start):
        return None
    clause = max(s.start, low.rfind(";", s.start, start))
    if is_supposed(low, clause, m.start("cue") if m.re is _SUFFERS else by_end):
        return None
    words: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects")
    predicate = next(word for word in words if m[word])
    some = m.re is _SUFFERS and m["some"] is not None
    return _Said(start, predicate, Cue(predicate, m.start("cue"), m.end("cue"), some))


def _of_paper(c: Context, i: int, said: _Said) -> Iterator[Link]:
    """ "không áp dụng A và C vì đã được thay thế bởi B": the paper that the sentence names before the words."""
    low, begin = c.plain.low, c.parts.at(c.found[i].start).start
    before = [j for j in c.within(begin, said.start) if c.found[j].head_end <= said.start]
    if not before or not _may_suffer(c, before[-1], i):
        return
    a = before[-1]
    ends = {c.found[a].head_end, min(c.title_end(a), said.start)}
    gaps = [low[end : said.start] for end in ends]
    why = any(_WHY.fullmatch(gap) for gap in gaps)
    told = (_WHICH, _BUT, _SO, _AND_YET, _EXCEPT) if c.scopes[a].owner is None else (_WHICH, _BUT, _SO)
    if not why and not any(p.fullmatch(gap) for p in told for gap in gaps):
        return
    cue = said.cue._replace(partial=said.cue.partial or any(_EXCEPT.fullmatch(gap) for gap in gaps))
    yield Link(a, i, said.predicate, "passive", cue, reverse=True)
    for j in reversed(before[:-1]) if why else ():
        end = c.title_end(j)
        if not GLUE.fullmatch(low, end, max(end, c.starts[a])) or not _may_suffer(c, j, i):
            break
        yield Link(j, i, said.predicate, "passive", said.cue, reverse=True)
        a = j


def _of_parts(c: Context, i: int, said: _Said) -> Iterator[Link]:
    """ "Tại khoản 1 Điều 9 (đã được sửa đổi theo B)": the act of which these are parts stands before."""
    low = c.plain.low
    m = _PARTS.search(low, max(0, said.start - _LONGEST_PARTS), said.start)
    parts = whole_list(m["parts"].strip(" ,")) if m is not None else ()
    if m is None or not parts or said.predicate not in ("amends", "replaces", "repeals"):
        return
    if any(c.starts[j] <= m.start() < c.found[j].end for j in c.within(m.start(), said.start)):
        return  # the parts of a paper that is named behind them
    if _OF_A_CONTRACT.search(low, 0, m.start()):
        return
    a = _owner(c, i, m.start())
    if a is not None:
        cue = said.cue._replace(partial=True)
        for k in _list(c, i):  # "Điều 24 (đã được sửa đổi tại B, khoản 1 Điều 123 C và D)"
            if k == i or _may_suffer(c, a, k):
                yield Link(a, k, said.predicate, "passive", cue, reverse=True, provisions=parts)


def _list(c: Context, i: int) -> Iterator[int]:
    """A citation and those with which its list goes on."""
    yield i
    for k in range(i + 1, len(c.found)):
        end = c.title_end(k - 1)
        if kin(c.found[k].type) != kin(c.found[i].type) or not GLUE.fullmatch(c.plain.low, end, max(end, c.starts[k])):
            return
        titled = c.scopes[k].title_end > c.found[k].head_end
        if begins_clause(c, k) or (titled and ";" in c.plain.low[end : c.starts[k]]):
            return  # "…; Nghị định C quy định về dự án"
        yield k


def _owner(c: Context, i: int, at: int) -> int | None:
    """The paper of the kind of ``i`` that was named last before an offset: in no bracket, in no quoted wording."""
    low = c.plain.low
    note = next((n for n in c.notes if n.start <= at < n.end), None)
    line = low.rfind("\n", 0, at) + 1
    # in a note, and in a row of facts ("Ghi chú | Khoản 3 Điều 2 bị bãi bỏ bởi B"), of a paper named in it
    begin = note.start if note is not None else line if "|" in low[line:at] else max(0, at - _OWNER_WITHIN)
    for j in reversed(c.within(begin, at)):
        if kin(c.found[j].type) != kin(c.found[i].type) or c.targets[j] in (None, c.own.id, c.targets[i]):
            continue
        if stands_aside(low, c.found[j].start, at) or _is_quoted(low, c.found[j].start):
            continue
        if c.scopes[j].how == "passive":
            continue  # "Thông tư A được sửa đổi bởi Thông tư B": the parts are those of A
        return j if _may_suffer(c, j, i) else None
    return None


def stands_aside(low: str, at: int, end: int) -> bool:
    """Whether a place stands in a bracket that is closed before an end: "A (được bổ sung theo B) hết hiệu lực"."""
    return in_closed_bracket(low, at, end, reach=_OWNER_WITHIN)


def _is_quoted(low: str, at: int) -> bool:
    """Whether a place stands in wording that is quoted."""
    return in_wording(low, at) or low.count('"', low.rfind("\n", 0, at) + 1, at) % 2 == 1


def _may_suffer(c: Context, j: int, i: int) -> bool:
    """Whether paper ``i`` may have done something to ``j``: a paper of its kind, none that came later."""
    f, g = c.found[i], c.found[j]
    if c.targets[j] in (None, c.own.id, c.targets[i]) or kin(f.type) != kin(g.type):
        return False
    if f.number is not None and g.number is not None and f.number.party != g.number.party:
        return False
    return not certainly_before(c.day(i), c.day(j))
