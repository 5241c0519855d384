"""What a note tells of the paper that calls it: "(1) Đã được sửa đổi, bổ sung tại B", "[2] Nghị định này thay thế B".

The paper stands right before the call, or is the last one before it of the type that the note names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter

from kg.framing import SELF_TYPES, Context, Link, type_name
from kg.models import Predicate
from kg.provisions import whole_list
from kg.relations import GLUE, Cue
from kg.scope import kin
from kg.structure import Note

_EFFECT = (
    r"(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?(?:\s*,\s*thay\s+thế)?|bổ\s+sung|điều\s+chỉnh)"
    r"|(?P<replaces>thay\s+thế(?:\s+cho)?)|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))"
)
# who does it: nobody named, "Nghị định này", "Nghị quyết có hiệu lực từ ngày 01/7/2018;"
_WHO = (
    r"\s*(?:(?:(?:được\s+)?ban\s+hành\s+)?ngày\s+\d[\d/.-]*\s*[;.,]\s*)?"
    rf"(?:(?P<who>{SELF_TYPES}|văn\s+bản)(?:\s+(?:này|trên|nêu\s+trên))?(?:\s+có\s+hiệu\s+lực[^;\n“”]{{0,60}}?[,;]?)?"
    r"\s+(?:(?:đã|và|cũng|đồng\s+thời)\s+)*)?"
)
_ACTS = re.compile(rf"{_WHO}{_EFFECT}\s+(?:(?:một\s+số|các|điều|khoản|nội\s+dung|của|tại)\s+)*")
_SUFFERS = re.compile(
    rf"{_WHO}(?:(?P<first>(?:điểm|khoản|điều|chương|mục|phụ\s+lục)\s[^;.:“”\"\n]{{1,60}}?)\s+)?(?:nay\s+)?(?:đã\s+)?"
    rf"(?:(?:được|bị)\s+(?:{_EFFECT}|(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)|(?P<corrects>đính\s+chính))(?P<parts>\s[^;.:“”\"\n]{{0,80}}?)?\s+(?:bởi|theo|tại|bằng)"
    r"|(?P<ends>hết\s+hiệu\s+lực)(?:\s+thi\s+hành)?(?:\s+(?:kể\s+)?từ\s+[^;,\n]{4,30}?)?\s+(?:theo|bởi))\s+(?:quy\s+định\s+tại\s+)?"
    r"(?:(?:điểm|khoản|điều|chương|mục)\s[^;.:“”\"\n]{1,60}\s(?:của\s+)?)?(?:các\s+)?"
)
_BETWEEN = 400  # code points from the paper to the call
_start = attrgetter("start")
_EFFECTS = ("amends", "replaces", "repeals")
_BY_ANY = ("guides", "corrects")  # done by papers of other kinds too


def changed_in_notes(c: Context) -> list[Link]:
    """Links of the paper that calls a note with those that the note says to have changed it, or to be ended by it."""
    out: list[Link] = []
    for note in c.notes:
        inside = _within(c, note.start, note.end)
        papers = [i for i in inside if c.scopes[i].owner is None and c.found[i].kind != "back"]
        if papers:
            out += _told(c, note, papers)
    return out


def _told(c: Context, note: Note, papers: list[int]) -> list[Link]:
    low, first = c.plain.low, papers[0]
    m = _SUFFERS.fullmatch(low, note.start, c.found[first].start)
    suffers = m is not None
    m = m or _ACTS.fullmatch(low, note.start, c.starts[first])
    if m is None:
        return []
    word = next(name for name in (*_EFFECTS, *(("guides", "corrects", "ends") if suffers else ())) if m[name])

    def fits(i: int, j: int) -> bool:
        of_a_kind = kin(c.found[i].type) == kin(c.found[j].type)
        return c.targets[i] != c.targets[j] and (c.scopes[j].owner is None if word in _BY_ANY else of_a_kind)

    caller = _caller(c, note, m["who"], lambda j: fits(first, j))
    if caller is None:
        return []
    predicate: Predicate = "repeals" if word == "ends" else word
    parts = whole_list((m["parts"] or m["first"] or "").strip().removeprefix("tại ")) if suffers else ()
    some = bool(parts) or (suffers and bool(c.provisions[caller])) or "một số" in m.group()
    cue = Cue(predicate, m.start(word), m.end(word), some)
    out = []
    last = first
    for i in papers:
        if i != first:
            end = max(c.found[last].head_end, c.scopes[last].title_end)
            if not GLUE.fullmatch(low, end, max(end, c.starts[i])):
                break
        last = i
        if fits(i, caller):
            provisions = (parts or c.provisions[caller] or None) if suffers else None
            link = Link(caller, i, predicate, "footnote", cue, "footnote", suffers, provisions=provisions)
            out.append(link)
    return out


def _may_be_own(c: Context, who: str) -> bool:
    """Whether "Thông tư này" in a note is the text itself, or the act that it repeats with its changes."""
    own, kind = c.own.type, " ".join(who.split())
    return own == "van-ban-hop-nhat" or (own is not None and kind in (type_name(own), type_name(kin(own))))


def _caller(c: Context, note: Note, who: str | None, fits: Callable[[int], bool]) -> int | None:
    """The paper of which a note speaks: right before its call, or the last before it that fits, or is of the type."""
    kind = " ".join(who.split()) if who else ""
    own = bool(kind) and _may_be_own(c, kind)
    for call in note.calls:
        begin = c.parts.at(max(0, call - 1)).start
        before = [i for i in _within(c, max(begin, call - _BETWEEN), call) if c.targets[i] not in (None, c.own.id)]
        for i in reversed(before):
            f, s = c.found[i], c.scopes[i]
            beside = f.head_end >= call or not c.plain.low[f.head_end : call].strip(" ,.")
            if kind and kind != "văn bản":
                if kind in (type_name(f.type), type_name(kin(f.type))) and (beside or not own):
                    return i
                continue
            if (beside or (not kind and s.owner is None)) and fits(i):
                return i
    return None


def _within(c: Context, start: int, end: int) -> range:
    """Citations that start in a span, by index."""
    return range(bisect_left(c.found, start, key=_start), bisect_left(c.found, end, key=_start))
