"""Whose effect it is where a text tells of papers: the subject of "Văn bản này thay thế B" in news and answers.

News does not enact. What it says of an effect is said of the paper that it tells of: the one it names before, or the
last one that it reports as issued.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from kg.anchors import spelt
from kg.backrefs import ANY
from kg.framing import LINE_LEAD, SELF_TYPES, Link, View, itself
from kg.heirs import may_end_papers
from kg.identity import family
from kg.relations import Cue
from kg.scope import kin
from kg.typewords import type_slug, type_table

_REACH = 700
_start = attrgetter("start")
_EFFECTS = ("amends", "replaces", "repeals", "suspends", "corrects")
_ACTING = (
    r"(?:\s+(?:này|mới|trên|nói\s+trên))*\s+(?:cũng|sẽ|đã|còn|chính\s+thức|đồng\s+thời|bắt\s+đầu|có\s+hiệu\s+lực|được\s+ban\s+hành|"
    r"thay\s+thế|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|nhằm)(?!\w)"
)
_SAYS = re.compile(
    r"\s*,?\s*(?:(?:thì|sẽ|đã|cũng|còn|chính\s+thức|đồng\s+thời)\s+)+|\s*(?:cũng\s+|đã\s+)?(?:nêu|ghi|quy\s+định)\s+rõ\s*[,:]?\s+"
)
# "kiến nghị sửa đổi A, dẫn chiếu về B, đồng thời bãi bỏ C": B does nothing
_NO_SUBJECT = re.compile(
    r"(?<!\w)(?:(?:dẫn\s+chiếu|căn\s+cứ|viện\s+dẫn|phù\s+hợp|thống\s+nhất|trái)\s+(?:về|đến|tới|vào|với)|kiến\s+nghị|đề\s+xuất)(?!\w)[^.;]*$"
)
_PROSE_BEFORE = re.compile(r"[^\W\d_]\s[^\W\d_]{2,}[.!?…][\"”’)\]]*\s+$")  # a sentence, and no figure of an item
_PROSE = 40
# "… được Bộ ban hành tại Quyết định A"
_JUST_ISSUED = re.compile(r"(?<!\w)ban\s+hành\s+(?:tại\s+)?$")
_OF_IT = re.compile(
    rf"{SELF_TYPES}\s+(?:(?:này|mới)\s+)?(?:(?:đã|cũng|sẽ|chính\s+thức)\s+)*(?:được\s+đăng|có\s+hiệu\s+lực|được\s+ban\s+hành)(?!\w)"
)
_SAID_OF = re.compile(r"\s+(?:(?:cũng|vẫn|đang|còn)\s+)*(?:là|có|cần|phải|sẽ|không|chưa|giúp)\s")


@cache
def _bare_subject() -> re.Pattern[str]:
    """A type name, or "văn bản", without a number that acts: "Nghị định có hiệu lực", "văn bản này thay thế"."""
    names = spelt((*type_table()[1], "văn bản"))
    return re.compile(rf"(?:(?<=[.;,:] )|(?<=[“\"–-] )|(?<=và )|^)(?P<who>{names}){_ACTING}")


def said(v: View, i: int, link: Link) -> list[Link]:
    """The links of one citation where the text tells of papers; elsewhere the one given.

    Args:
        v: the sentence.
        i: the citation.
        link: how the text itself would be linked to it.
    """
    plain = Link(None, i, "cites", "cite")
    if link.frame == "cite":
        return [link, *_said_of_the_one_before(v, i)]
    if link.subject is not None:  # the words name it
        return [link, plain]
    if not v.c.header.article or link.frame not in ("enacting", "self") or link.cue is None:
        return [link]
    if _is_topic(v, i, link):
        return [plain]
    subject = _subject(v, link.cue.start)
    if subject is not None and _stands_above(v, subject, i, link.cue.start):
        return [plain]
    if subject is not None:
        return [plain] if v.c.targets[subject] == v.c.targets[i] else [link._replace(subject=subject), plain]
    return [plain] if _acts_bare(v, link.cue) or _names_another(v, i) or _is_bare(v, link) else [link]


def _acts_bare(v: View, cue: Cue) -> bool:
    """Whether a type without a number acts: "Quyết định có hiệu lực …, thay thế B", which is not the page itself."""
    low = v.c.plain.low
    who = _bare_subject().match(low, v.sentence.start, cue.start + 9) if v.c.own.number is None else None
    return who is not None and not low.startswith(" này", who.end("who"))


def _subject(v: View, at: int) -> int | None:
    """The citation that acts in the words before an offset: "… này", a bare type name, or the paper last reported."""
    c, low = v.c, v.c.plain.low
    for j in reversed(v.free):
        if c.found[j].this and c.found[j].end <= at and c.targets[j] is not None:
            return j
    who = next(reversed(list(_bare_subject().finditer(low[v.sentence.start : at + 9]))), None)
    kind = family(type_slug(" ".join(who["who"].split())) or ANY) if who is not None else None
    begin = v.sentence.start + who.start() if who is not None else min(v.sentence.start, at)  # of a list: above it
    before = [
        j
        for j, f in enumerate(c.found)
        if f.end <= begin and begin - f.end <= _REACH and c.targets[j] is not None and c.scopes[j].owner is None
        and kind in (None, ANY, family(f.type))
    ]  # fmt: skip
    if who is not None and (named := _alone_before(v, before)) is not None:
        return named
    issued = [
        j for j in before if c.found[j].reported or _JUST_ISSUED.search(low, max(0, c.starts[j] - 16), c.starts[j])
    ]
    if issued and (who is not None or _is_near(v, c.found[issued[-1]].end, begin)):
        return issued[-1]
    if who is None:
        return _alone_above(v, at)
    same = [j for j in before if c.found[j].start >= v.sentence.start] or before
    return same[-1] if len({c.targets[j] for j in same}) == 1 else None


def _alone_before(v: View, before: Sequence[int]) -> int | None:
    """The one paper that the sentence right before "Văn bản này" is about, where it names no other in its place."""
    above = v.c.parts.before(v.sentence)
    if above is None or v.c.plain.low.find("\n", above.end - 1, v.sentence.start) >= 0:
        return None
    named = [j for j in before if above.start <= v.c.found[j].start < above.end]
    return named[0] if len({v.c.targets[j] for j in named}) == 1 else None


# the rows of a record, with blank lines, each line read in one way only: "Ngày hiệu lực: 15/02/2020"
_RECORD = re.compile(r"(?:[^\S\n]*(?:[^\s:.;][^\n:.;]{1,39}:[^\n.;]{0,60})?\n)*[^\S\n]*")


def _alone_above(v: View, at: int) -> int | None:
    """The one paper that a page names before a line "Thay thế Thông tư B", at the head of a record of it."""
    c, low = v.c, v.c.plain.low
    before = [j for j in range(v.free[0]) if c.scopes[j].owner is None]
    if not before or len({c.targets[j] for j in before}) != 1 or not _begins_line(low, v.sentence.start):
        return None
    j = before[-1]
    if c.targets[j] is None or not _begins_line(low, c.starts[j]) or low[v.sentence.start : at].strip(" -+•*"):
        return None
    line = low.find("\n", c.title_end(j))
    return j if 0 <= line < at and _RECORD.fullmatch(low, line, v.sentence.start) else None


def _stands_above(v: View, subject: int, i: int, at: int) -> bool:
    """Whether a line below a record cannot be of its paper: a circular calls off no decision of a province."""
    f, g = v.c.found[subject], v.c.found[i]
    return (kin(f.type) != kin(g.type) or not may_end_papers(f, g)) and _alone_above(v, at) == subject


def _is_near(v: View, end: int, begin: int) -> bool:
    """Whether words without a subject still speak of a paper: in its paragraph, at the head of one, or right behind it.

    "… ban hành tại Quyết định A.", "Quyết định được đăng Công báo ngày …. Bãi bỏ B": the sentence before has it.
    """
    low, above = v.c.plain.low, v.c.parts.before(v.sentence)
    if low.find("\n", end, begin) < 0 or _begins_line(low, v.c.parts.at(begin).start):
        return True
    return above is not None and above.start >= end and _OF_IT.match(low, above.start, above.end) is not None


def _begins_line(low: str, at: int) -> bool:
    return not low[low.rfind("\n", 0, at) + 1 : at].strip()


def _is_topic(v: View, i: int, link: Link) -> bool:
    """Whether an effect is only spoken of: "Sửa đổi Luật B có là điều kiện …?", "Bãi bỏ Nghị định B là cần thiết"."""
    if link.cue is None or link.cue.start != v.sentence.start:
        return False
    end = v.c.title_end(i)
    return v.words.endswith("?") or _SAID_OF.match(v.c.plain.low, end, v.sentence.end) is not None


def _is_bare(v: View, link: Link) -> bool:
    """Whether the effect begins a sentence inside a paragraph, without a word on who has it."""
    low, at = v.c.plain.low, v.sentence.start
    if link.cue is None or link.cue.start != at or _begins_line(low, at):
        return False
    return _PROSE_BEFORE.search(low, max(0, at - _PROSE), at) is not None


def _names_another(v: View, i: int) -> bool:
    """Whether "Quyết định này" cannot be the text itself, since the text has named a decision before."""
    m = itself(None).search(v.words)
    kind = type_slug(" ".join(m.group().split()[:-1])) if m else None
    if kind is None:
        return False
    start = v.sentence.start
    return any(family(f.type) == family(kind) for f in v.c.found[:i] if f.start < start and not f.this)


def _said_of_the_one_before(v: View, i: int) -> list[Link]:
    """ "Còn Nghị định A … thì thay thế Nghị định B": A replaces B."""
    cue, k = v.cues.get(i), v.free.index(i)
    if cue is None or cue.predicate not in _EFFECTS or k == 0:
        return []
    j = v.free[k - 1]
    own = v.cues.get(j)
    if own is not None and own.predicate in _EFFECTS:
        return []
    if _NO_SUBJECT.search(v.c.plain.low, v.sentence.start, v.c.starts[j]):
        return []
    end = v.c.title_end(j)
    if end > cue.start or not _SAYS.fullmatch(v.c.plain.low, end, cue.start):
        return []
    return [Link(j, i, cue.predicate, "passive", cue)]


_THEREBY = re.compile(r"(?:theo\s+đó|cụ\s+thể)\s*,?\s*:?\s*$")
_ITEM = re.compile(r"\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s")
_ITEMS = 12


def told_below(v: View, i: int) -> Link | None:
    """Items of news below the paper that does it: "Từ ngày …, A có hiệu lực. Theo đó:", "a) Bãi bỏ B"."""
    c, cue = v.c, v.cues.get(i)
    if c.own.type is not None or cue is None or cue.predicate not in _EFFECTS:
        return None
    if re.fullmatch(LINE_LEAD, v.before(cue.start)) is None:
        return None
    low, lead = c.plain.low, c.parts.before(v.sentence)
    for _ in range(_ITEMS):
        if lead is None or _ITEM.match(low, lead.start) is None:
            break
        lead = c.parts.before(lead)
    thereby = _THEREBY.search(low, lead.start, lead.end) if lead is not None else None
    if thereby is None or _ITEM.match(low, v.sentence.start) is None:
        return None
    line = low.rfind("\n", 0, thereby.start()) + 1
    first, last = (bisect_left(c.found, offset, key=_start) for offset in (line, thereby.start()))
    acting = [j for j in range(first, last) if c.scopes[j].owner is None and c.found[j].kind == "number"]
    if len({c.targets[j] for j in acting}) != 1 or c.targets[acting[0]] == c.targets[i]:
        return None
    return Link(acting[0], i, cue.predicate, "passive", cue)
