"""What the words before the call of a note say of the papers in it: "A, thay thế văn bản trước đây[1]", "A đã được
Chính phủ quy định chi tiết[2]", "kế hoạch của tỉnh thực hiện A[3]".

The note begins with papers; the sentence tells what they do, or what is done to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise, takewhile
from operator import attrgetter

from kg.frames_told import joined
from kg.framing import Context, Link, type_name
from kg.models import Predicate
from kg.normalise import RAISED
from kg.registry import LAW_TYPES
from kg.relations import NEGATED, Cue
from kg.scope import kin
from kg.structure import Note
from kg.supposed import is_supposed

_KIND = (
    r"(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|quy\s+chế|chương\s+trình|kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản"
    r"|hướng\s+dẫn|thông\s+báo|đề\s+án|thông\s+tư|nghị\s+định)(?!\w)"
)
# ", thay thế quyết định phê duyệt Chiến lược của giai đoạn trước"
_ENDS = re.compile(
    rf"(?:,|\svà)\s+(?:(?:đã|đồng\s+thời)\s+)*(?P<cue>(?P<replaces>thay\s+thế(?:\s+cho)?)|bãi\s+bỏ)\s+(?:(?:toàn\s+bộ|các|những)\s+)*"
    rf"{_KIND}(?=[^;:“”\"()\d]*(?:trước|cũ))[^;:.“”\"()\d]*$"
)
# "đã được Chính phủ quy định chi tiết", "được sửa đổi năm 2022"
_SUFFERED = re.compile(
    r"(?:\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|[" + RAISED + r"]{1,3}))?"
    r"(?:[^;:.“”\"()\d]{0,60}?(?:,|\svà)|\s+về\s[^;:.“”\"()\d]{3,90}?(?=\s+đã\s+(?:được|bị)\s+(?:thay|bãi)\s))?(?:\s+(?:đã|nay|mới|chỉ|cũng))*(?:\s+(?:một|hai|ba|bốn|nhiều|\d{1,2})\s+lần)?\s+(?:được|bị)\s+(?:[^;:,.“”\"()\d]{3,60}?\s)??(?P<cue>(?P<guides>quy\s+định\s+chi\s+tiết|hướng\s+dẫn)"
    r"|(?P<amends>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?)|(?P<replaces>thay\s+thế)|(?P<repeals>bãi\s+bỏ))"
    r"(?:\s+(?:thi\s+hành|một\s+số\s+(?:điều|nội\s+dung|quy\s+định|mức(?:\s+\w+)?)|(?:một|hai|ba|bốn|nhiều|vài|\d{1,2})\s+lần))*(?:\s+(?:vào\s+)?(?:tháng\s+\d{1,2}\s*/?\s*)?(?:năm\s+)?\d{4})?"
    rf"(?:\s+(?:bằng|bởi|tại|theo|trong)\s+(?:một\s+|các\s+|\d{{1,2}}\s+)?{_KIND}[^;:,.“”\"()\d]{{0,60}})?\s*$"
)
# "kế hoạch của tỉnh triển khai thực hiện "
_TO_DO = re.compile(
    r"(?<!\w)(?P<kind>nghị\s+quyết|chỉ\s+thị|chương\s+trình(?:\s+hành\s+động)?|kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản)"
    r"(?:\s+(?:của|do)\s[^;:,.“”\"()\d]{2,60}?)?\s+(?P<cue>(?:triển\s+khai\s+|tổ\s+chức\s+)*(?:thực\s+hiện|cụ\s+thể\s+hóa)|triển\s+khai)\s+$"
)
_NOT_ISSUED = re.compile(
    r"(?<!\w)(?:chưa|không|đề\s+nghị|kiến\s+nghị)\s+(?:[^\W\d]+\s+){0,4}?(?:ban\s+hành|xây\s+dựng|có)\s+$"
)
_WORDS: tuple[Predicate, ...] = ("guides", "amends", "replaces", "repeals")
_CLAUSE = 160  # code points between a paper and what is said of it
_start = attrgetter("start")


def said_at_call(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """Links of the papers of a note with the one that the calling sentence names last before its call.

    Args:
        c: the text with its citations.
        note: one of its notes.
        papers: the papers that it names, by index.
    """
    low = c.plain.low
    by_them = _BY_THEM.fullmatch(low, note.start, max(note.start, c.starts[papers[0]])) is not None
    if not by_them and not begins(c, note, papers[0]):
        return []
    listed = listed_first(c, papers)
    for call in note.calls:
        s = c.parts.at(max(0, call - 1))
        first, last = (bisect_left(c.found, offset, key=_start) for offset in (s.start, call))
        if first == last:
            continue
        i = last - 1
        f, start = c.found[i], c.starts[i]
        if f.end > call or f.inserted or c.targets[i] in (None, c.own.id):
            continue
        done = [] if by_them else _carried_out(c, i, call, s.start, listed) or _guided(c, i, call, listed)
        if done := done or _done_to(c, i, call, s.start, listed):
            return done
        for end in (f.head_end, c.scopes[i].title_end):
            gap = low[end:call] if start < end <= call else ""
            if not gap or len(gap) > _CLAUSE:
                continue
            suffered = _SUFFERED.fullmatch(low, end, call)
            m = suffered or _ENDS.search(low, end, call)
            if suffered is None and by_them:
                continue
            if m is None or NEGATED.search(low, end, m.start("cue")) or ";" in low[end : m.start("cue")]:
                continue
            if is_supposed(low, s.start, m.start("cue")):
                continue
            word: Predicate = next((p for p in _WORDS if m.groupdict().get(p)), _WORDS[-1])
            cue = Cue(word, m.start("cue"), m.end("cue"))
            return [
                Link(i, j, word, "footnote", cue, "footnote", suffered is not None)
                for j in listed
                if c.targets[j] != c.targets[i] and (word == "guides" or kin(c.found[j].type) == kin(f.type))
            ]
    return []


def _carried_out(c: Context, i: int, call: int, begin: int, listed: list[int]) -> list[Link]:
    """What papers of a note carry out where the paper stands right before the call."""
    low = c.plain.low
    if low[c.found[i].head_end : call].strip(" ,"):
        return []
    m = _TO_DO.search(low, begin, c.starts[i])
    if m is None or _NOT_ISSUED.search(low, begin, m.start()):
        return []
    kind = " ".join(m["kind"].split())
    cue = Cue("implements", m.start("cue"), m.end("cue"))
    return [
        Link(j, i, "implements", "footnote", cue, "footnote")
        for j in listed
        if c.targets[j] != c.targets[i] and kind in ("văn bản", type_name(c.found[j].type))
    ]


# "[1] Bằng Nghị quyết số 9", "(2) Tại Điều 2 Quyết định số 19": by which paper it was done
_BY_THEM = re.compile(r"\s*(?:bằng|bởi|tại|theo|do)\s+(?:quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?")
# "đã ban hành nghị quyết thay thế A(1)", "cũng đã bãi bỏ toàn bộ A(2)"
_DOES_SO = re.compile(
    rf"(?<!\w)(?:đã|vừa|mới)\s+(?:(?:ban\s+hành|thông\s+qua|ký|có)\s+(?:một\s+)?(?P<kind>{_KIND})\s+(?:mới\s+)?(?:(?:để|nhằm)\s+)?|(?=[^\W\d]))"
    r"(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?)|(?P<replaces>thay\s+thế(?:\s+cho)?)"
    r"|(?P<repeals>(?:bãi|hủy)\s+bỏ)|(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết))"
    r"(?P<some>(?:\s+(?:thi\s+hành|thực\s+hiện|một\s+số|một\s+phần|toàn\s+bộ|điều|nội\s+dung|của))*)\s+$"
)


def _done_to(c: Context, i: int, call: int, begin: int, listed: list[int]) -> list[Link]:
    """What a sentence says was done to the paper that calls a note, by the papers that the note names."""
    low = c.plain.low
    m = _DOES_SO.search(low, begin, c.starts[i])
    ends = {c.found[i].head_end, min(c.title_end(i), call)}
    beside = any(not low[end:call].strip(" ,.") for end in ends if end <= call)
    if m is None or not beside or NEGATED.search(low, begin, m.start()) or is_supposed(low, begin, m.start("cue")):
        return []
    kind = " ".join(m["kind"].split()) if m["kind"] else "văn bản"
    word: Predicate = next(p for p in _WORDS if m[p])
    cue = Cue(word, m.start("cue"), m.end("cue"), "một" in m["some"])
    return [
        Link(j, i, word, "footnote", cue, "footnote")
        for j in listed
        if c.targets[j] != c.targets[i]
        and kind in ("văn bản", type_name(c.found[j].type))
        and (word == "guides" or kin(c.found[j].type) == kin(c.found[i].type))
    ]


# "Luật A và các văn bản quy định chi tiết[2]", "Luật A và các văn bản hướng dẫn thi hành Luật này[1]"
_AND_GUIDES = re.compile(
    rf"\s*(?:,|và|cùng)\s+(?:các\s+)?{_KIND}(?:\s+(?:của|do)\s[^;:,.“”\"()\d]{{2,60}}?)?\s+(?P<cue>quy\s+định\s+chi\s+tiết|hướng\s+dẫn)"
    r"(?:\s*,?\s*(?:và\s+)?(?:hướng\s+dẫn|thi\s+hành|thực\s+hiện))*(?:\s+[^\W\d]+\s+(?:[^\W\d]+\s+)?(?:này|trên))?\s*$"
)


def _guided(c: Context, i: int, call: int, listed: list[int]) -> list[Link]:
    """The papers of a note that is called behind "và các văn bản hướng dẫn": they guide the law before these words."""
    low, f = c.plain.low, c.found[i]
    ends = {f.head_end, min(max(f.head_end, c.scopes[i].title_end), call)}
    m = next((m for end in ends if (m := _AND_GUIDES.fullmatch(low, end, call))), None)
    if m is None:
        return []
    cue = Cue("guides", m.start("cue"), m.end("cue"))
    those = [j for j in listed if c.targets[j] != c.targets[i] and c.found[j].type not in LAW_TYPES]
    return [Link(j, i, "guides", "footnote", cue, "footnote") for j in those]


# "(7) Các Kế hoạch: số 88/KH-UBND …", "(2) Gồm: Quyết định …"
_LISTS = re.compile(
    rf"\s*(?:gồm\s*(?:có\s*)?:?\s*)?(?:(?:các|những|hai|ba|bốn|0?\d{{1,2}})\s+)?(?:{_KIND}(?:\s+(?:của|do)\s[^;:.“”\"()\d]{{2,60}}?)?\s*:\s*)?(?:số\s+)?"
)


def begins(c: Context, note: Note, first: int) -> bool:
    """Whether a note begins with its first paper, or with the head of the list of which it is the first."""
    return _LISTS.fullmatch(c.plain.low, note.start, max(note.start, c.starts[first])) is not None


def listed_first(c: Context, papers: list[int]) -> list[int]:
    """The papers with which a note begins, joined as one list."""
    return [papers[0], *(i for _, i in takewhile(lambda two: joined(c, *two), pairwise(papers)))]


# "[1] UBND tỉnh đã ban hành Kế hoạch A để thực hiện.", "[2] …; tỉnh triển khai tại Kế hoạch A"
_ISSUES_ONE = re.compile(
    r"\s*(?:(?:(?!(?:không|chưa|sẽ|đề\s+nghị|dự\s+kiến)\s)[^;:.“”\"()\d]){2,80}?\s)?(?:đã\s+)?"
    r"(?:ban\s+hành|có|xây\s+dựng|ra)\s+(?:các\s+)?"
)
_TO_DO_IT = re.compile(
    r"(?:\s+(?:của|do)\s[^;:.“”\"()\d]{2,60}?)?\s+(?:để|nhằm)\s+"
    r"(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s*(?:[.;]|$)"
)


def issued_to_do_it(
    c: Context, note: Note, papers: list[int], caller: Callable[[], int | None]
) -> list[Link]:
    """Links of papers that a note says were issued to carry out the paper which calls it, or which it begins with."""
    low, listed = c.plain.low, listed_first(c, papers)
    last = listed[-1]
    if beside := _carried_on(c, note, papers):
        return beside
    if _ISSUES_ONE.fullmatch(low, note.start, max(note.start, c.starts[papers[0]])) is None:
        return []
    ends = (c.found[last].head_end, c.title_end(last))
    m = next((m for end in ends if (m := _TO_DO_IT.match(low, end, note.end))), None)
    held = caller() if m else None
    if m is None or held is None:
        return []
    cue = Cue("implements", m.start("cue"), m.end("cue"))
    none = (*LAW_TYPES, "to-trinh", "bao-cao")
    those = [i for i in listed if c.targets[i] != c.targets[held] and c.found[i].type not in none]
    return [Link(i, held, "implements", "footnote", cue, "footnote") for i in those]


_CARRIED_ON = re.compile(
    r"[^;\n]{0,240};\s+(?:(?!(?:không|chưa|sẽ|dự\s+kiến)\s)[^;.:“”\d]){2,40}\s(?:đã\s+)?(?P<cue>triển\s+khai(?:\s+thực\s+hiện)?|cụ\s+thể\s+hóa)\s+"
    r"(?:tại|bằng|qua)\s+(?:các\s+)?"
)


def _carried_on(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """ "[1] Quyết định A phê duyệt Đề án; tỉnh triển khai tại Kế hoạch B": B carries A out."""
    for a, b in pairwise(c.within(note.start, note.end)):
        m = _CARRIED_ON.fullmatch(c.plain.low, c.found[a].head_end, max(c.found[a].head_end, c.starts[b]))
        if m is not None and a in papers and c.targets[a] not in (None, c.targets[b]):
            return [Link(b, a, "implements", "list", Cue("implements", m.start("cue"), m.end("cue")))]
    return []
