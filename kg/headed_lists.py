"""Whose papers a list names, where its head says so: "Nghị quyết của HĐND tỉnh Hải Dương:" above the items.

A text of a province that took in another lists the papers of each apart, and a report those of each body. The items
print number and day alone. Or each body has an item: "- HĐND tỉnh: Nghị quyết số 12/NQ-HĐND ngày …; Nghị quyết …". Or
the body of all stands behind the last: "… (đều của Bộ Chính trị)".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from kg.found import Found
from kg.issuers import has_code_of
from kg.normalise import Plain
from kg.phrases import Phrase, read_phrase
from kg.typewords import SO, type_slug, type_table

_OF_WHOM = re.compile(
    r"(?<!\w)(?:các|những)\s+[^;:.\n\d]{4,40}?\scủa\s+"
    r"(?=[^;:.\n\d]{3,90}:\s*(?:các\s+[^;:.\n\d]{4,20}\s)?(?:" + SO + r"\s*)?$)"
)
_COLON = re.compile(r"\s*(?:\([^()\n]{3,60}\)\s*)?:\s*(?:các\s+[^;:.\n\d]{4,20}\s)?(?:" + SO + r"\s*)?")
_COLON_LAST = re.compile(r":[ \t]*(?=\n)")
_LINE_ENDS = re.compile(r"\s*(?:\([^()\n]{3,60}\)\s*)?(?:(?:đã\s+)?ban\s+hành\s*)?:[ \t]*(?=\n)")
_MARKER = re.compile(
    r"[ \t|]*(?:(?P<article>điều\s+\d+|(?:chương|mục|phần|phụ\s+lục)\s+[ivxlc\d]+(?!\w)|[ivx]{1,5}[.)]\s)"
    r"|(?P<part>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*[.)]?\s)"
    r"|(?P<figure>\(?\d{1,3}\s*[.)])|(?P<letter>[a-zđ]{1,2}\s*\))|(?P<dash>[-–•])|(?P<plus>\+)|(?P<star>\*))"
)
_REACH = 6000
_NEAREST = 30  # heads that may stand between a paper and its own
_OF_ALL = re.compile(r"[(,]\s*(?:đều|cùng)\s+(?:của|do)\s+")
# "- UBND xã Nhân Hậu: Quyết định số 15/QĐ-UBND tặng Giấy khen": who receives, not who issued
_GIVEN = re.compile(
    r"(?<!\w)(?:tặng|khen\s+thưởng|giao\s+(?:cho\s+)?(?:\d|chỉ\s+tiêu|kinh\s+phí)|phân\s+bổ\s+(?:cho\s+)?\d|đã\s+gửi)"
)
_TO_GIVE = re.compile(
    r"(?<!\w)(?:khen|tặng|giao\s+(?:chỉ\s+tiêu|kinh\s+phí|nhiệm\s+vụ)|phân\s+bổ|hỗ\s+trợ|nơi\s+nhận|kính\s+gửi)(?!\w)"
)
_BREAK = re.compile(r"\.\s|\n")
_SENTENCE = 900


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"\n[ \t]*(?:[-–+*•]\s*|\(?\d{1,3}(?:\.\d{1,2})*\s*[.)]\s*|[a-zđ]\)\s*)"
        rf"(?=[^\n;:.\d|]{{3,90}}:[ \t]*(?:(?:đã\s+)?ban\s+hành\s+)?(?:các\s+)?{type_table()[0]}(?!\w))"
    )


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        r"\n[ \t]*(?:[-–+*•]\s*|\(?\d{1,3}(?:\.\d{1,2})*\s*[.)]\s*|[a-zđ]\)\s*)?"
        rf"(?:(?:các\s+|những\s+)?(?:văn\s+bản(?:\s+(?:chỉ\s+đạo|triển\s+khai|lãnh\s+đạo|do))?|{type_table()[0]})\s+)?(?:của|do)\s+(?=[^\n;:\d]{{3,140}}:)"
        rf"|(?<!\w)(?:các|những|\d{{1,2}})\s+(?:văn\s+bản|{type_table()[0]})\s+sau(?:\s+đây)?\s+(?:của|do)\s+(?=[^\n;:\d]{{3,100}}:[^\S\n]*\n)"
    )


def headed_issuers(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations without a body of their own, with the one that the head of their list names.

    The head stands before the numbers, "các Quyết định của UBND tỉnh: số 12/QĐ-UBND và số 15", or on a line above the
    items. The number must have a code of that body.
    """
    out = list(found)
    heads = sorted([*_sections(p), *_heads(p), *_items(p), *_tails(p, found), *_namely(p)], key=_begin)
    for i, f in enumerate(out):
        if f.phrase is not None or f.number is None:
            continue
        k = bisect_right(heads, f.start, key=_begin)
        near = reversed(heads[max(0, k - _NEAREST) : k])
        beside = _beside(p, f)
        named = [beside] if beside is not None else [h.phrase for h in near if h.reaches(f) and not _acts(p, f)]
        phrase = next((phrase for phrase in named[:_OF_BOTH] if has_code_of(f.number, phrase)), None)
        if phrase is not None:
            out[i] = f._replace(phrase=phrase)
    return out


_OF_BOTH = 2  # "của HĐND, UBND tỉnh A"
_BY = re.compile(r"\|[^|\n]*(?<!\w)(?:bởi|tại|theo|bằng)\s[^|\n]*$")


def _acts(p: Plain, f: Found) -> bool:
    """Whether a citation ended the paper of its row: "| Bị bãi bỏ tại khoản 2 Điều 4 B"."""
    line = p.low.rfind("\n", 0, f.start) + 1
    return _BY.search(p.low, line, f.start) is not None


@cache
def _namely_lead() -> re.Pattern[str]:
    """How a sentence begins that lists the papers of a body: "các văn bản chỉ đạo của Cục Thuế như: Công văn số …"."""
    return re.compile(
        rf"(?<!\w)(?:các|những|một\s+số|toàn\s+bộ)\s+(?:văn\s+bản|(?P<type>{type_table()[0]}))[^;:.\n\d]{{0,40}}?\s(?:của|do)\s+(?=[^;:.\n\d]{{3,90}}:)"
    )


_AS = re.compile(
    r"(?:\s+ban\s+hành)?(?:\s*,?\s+(?:như|gồm|bao\s+gồm|cụ\s+thể|sau(?:\s+đây)?|(?:cụ\s+thể\s+)?như\s+sau))?\s*:"
    r"[ \t]*(?=\S)"
)


def _namely(p: Plain) -> list[_Head]:
    """The bodies that a sentence names before it lists their papers, and where the sentence ends."""
    out = []
    for colon in _COLON_WITHIN.finditer(p.low):
        begin = max(0, colon.start() - _LEAD)
        for m in _namely_lead().finditer(p.low, begin, colon.end()):
            phrase = read_phrase(p.text, p.low, m.end())
            begins = _AS.match(p.low, phrase.end) if phrase is not None else None
            if phrase is not None and begins is not None:
                stop = _BREAK.search(p.low, begins.end(), begins.end() + _SENTENCE)
                kind = type_slug(" ".join(m["type"].split())) if m["type"] else None
                out.append(_Head(phrase, begins.end(), stop.start() if stop else begins.end() + _SENTENCE, kind))
    return out


_COLON_WITHIN = re.compile(r":[ \t]*(?=[^\s\d])")
_LEAD = 160  # code points from "các văn bản" to the colon


class _Head(NamedTuple):
    """A body that a text names for papers, and where these stand: all of them, or those of one type."""

    phrase: Phrase
    begin: int
    end: int
    kind: str | None = None

    def reaches(self, f: Found) -> bool:
        return self.begin <= f.start < self.end and self.kind in (None, f.type)


_begin = attrgetter("begin")


def _beside(p: Plain, f: Found) -> Phrase | None:
    """The body at the head of a list of numbers on one line."""
    head = _OF_WHOM.search(p.low, max(0, f.start - 160), f.start)
    phrase = read_phrase(p.text, p.low, head.end()) if head else None
    return phrase if phrase is not None and _COLON.fullmatch(p.low, phrase.end, f.start) else None


def _heads(p: Plain) -> list[_Head]:
    """The bodies that lines name for the items below them, and where these items begin and end."""
    out = []
    for colon in _COLON_LAST.finditer(p.low):  # few lines end so
        before = p.low.rfind("\n", 0, colon.start())
        for m in _head().finditer(p.low, max(0, before), colon.end() + 1):
            phrase = read_phrase(p.text, p.low, m.end())
            end = _LINE_ENDS.match(p.low, phrase.end) if phrase is not None else None
            if phrase is not None and end is not None:
                out.append(_Head(phrase, end.end(), _items_end(p, _kind(p.low, before + 1), end.end())))
    for m in _article().finditer(p.low):
        phrase = read_phrase(p.text, p.low, m.end())
        end = _ARTICLE_ENDS.match(p.low, phrase.end) if phrase is not None else None
        if phrase is not None and end is not None:
            after = _NEXT_ARTICLE.search(p.low, end.end())
            kind = type_slug(" ".join(m["type"].split())) if m["type"] else None
            out.append(_Head(phrase, end.end(), after.start() if after else len(p.low), kind))
    return out


@cache
def _article() -> re.Pattern[str]:
    """ "Điều 3. Chấm dứt hiệu lực các nghị quyết của HĐND huyện Lý Sơn (cũ)", a heading of its own."""
    return re.compile(
        rf"\nđiều\s+\d+\s*\.\s[^\n;:]{{0,120}}?(?<!\w)(?:các|những|toàn\s+bộ|một\s+số)\s+(?:văn\s+bản|(?P<type>{type_table()[0]}))\s+(?:của|do)\s+"
    )


_ARTICLE_ENDS = re.compile(r"\s*(?:\([^()\n]{2,60}\)\s*)?(?:ban\s+hành\s*)?(?=\n)")
_NEXT_ARTICLE = re.compile(r"\nđiều\s+\d")
# "A. VĂN BẢN CỦA ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH" above the rows of a table
_SECTION = re.compile(
    r"\n[ \t]*(?:[a-zđ]|[ivx]{1,4}|\d{1,2})\s*[.)]\s*(?:danh\s+mục\s+)?(?:các\s+)?"
    r"(?:văn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|nghị\s+quyết|quyết\s+định)\s+(?:của|do)\s+"
    # "A | HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM | |", a row of its own
    r"|\n[ \t]*(?:\|[ \t]*)?(?:[a-zđ]|[ivx]{1,4})[ ]*[|\t][ \t]*"
    r"(?:(?:văn\s+bản|nghị\s+quyết|quyết\s+định)\s+(?:của|do)\s+)?(?=[^\W\d])"
)
_SECTION_ENDS = re.compile(
    r"[ \t]*"
    r"(?:\(?(?:trước|sau)\s+(?:khi\s+)?(?:sắp\s+xếp|hợp\s+nhất|sáp\s+nhập)\)?|\([^()\n]{2,60}\)\s*)?"
    r"(?:ban\s+hành[ \t]*)?"
    r"(?:(?=\n\s*\|?\s*(?:s?tt|số\s+tt|\d{1,3})\s*[|\t])|[|\t][ \t|]*(?=\n))"
)
# what is no row of the table below, and the next part
_NEXT_PART = re.compile(r"\n(?=[ \t]*[^|\t\n]*[^|\t\s][^|\t\n]*(?:\n|$))|\n[ \t]*(?:phụ\s+lục|điều\s+\d|danh\s+mục)")


def _sections(p: Plain) -> list[_Head]:
    """The bodies that headings name above tables of papers, and where the next heading or part begins."""
    heads = []
    for m in _SECTION.finditer(p.low):
        both = _COUNCIL_AND.match(p.low, m.end())
        phrase = read_phrase(p.text, p.low, both.end() if both else m.end())
        end = _SECTION_ENDS.match(p.low, phrase.end) if phrase is not None else None
        if phrase is not None and end is not None:
            council = _council_of(p, phrase, both.end()) if both else None
            heads.append((m.start(), [phrase, council] if council is not None else [phrase], end.end()))
    out = []
    for (_, phrases, begin), after in zip_longest(heads, heads[1:]):
        stop = after[0] if after else len(p.low)
        part = _NEXT_PART.search(p.low, begin, stop)
        out += [_Head(phrase, begin, part.start() if part else stop) for phrase in phrases]
    return out


# "A. VĂN BẢN CỦA HĐND, UBND TỈNH BÌNH ĐỊNH TRƯỚC SẮP XẾP"
_COUNCIL_AND = re.compile(r"(?:hđnd|hội\s+đồng\s+nhân\s+dân)(?:\s*,|\s+và)\s+(?=(?:ubnd|ủy\s+ban\s+nhân\s+dân)\s)")
_COMMITTEE = re.compile(r"ubnd|ủy\s+ban\s+nhân\s+dân")


def _council_of(p: Plain, phrase: Phrase, at: int) -> Phrase | None:
    """The People's Council of the place whose People's Committee a phrase names."""
    m = _COMMITTEE.match(p.low, at)
    where = (m.end() if m else at, phrase.end)
    text, low = (f"{name}{words[slice(*where)]}" for name, words in (("HĐND", p.text), ("hđnd", p.low)))
    return read_phrase(text, low, 0)


def _items(p: Plain) -> list[_Head]:
    """The bodies at the head of items that name papers, and where each item begins and ends."""
    out = []
    for m in _item().finditer(p.low):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None and p.low.startswith(":", phrase.end):
            line = p.low.find("\n", phrase.end)
            line = line if line >= 0 else len(p.low)
            if not _GIVEN.search(p.low, phrase.end, line) and not _TO_GIVE.search(_above(p, m.start())):
                out.append(_Head(phrase, phrase.end, line))
    return out


def _above(p: Plain, at: int) -> str:
    """The line that leads to the items among which a line stands."""
    colon = p.low.rfind(":\n", max(0, at - _REACH // 4), at + 1)
    return p.low[p.low.rfind("\n", 0, colon) + 1 : colon] if colon >= 0 else ""


def _tails(p: Plain, found: Sequence[Found]) -> list[_Head]:
    """The bodies that a sentence says at its end to be those of all papers of the last one's type."""
    out = []
    for m in _OF_ALL.finditer(p.low):
        phrase, k = read_phrase(p.text, p.low, m.end()), bisect_left(found, m.start(), key=_start)
        if phrase is not None and k:
            begin = max(0, m.start() - _SENTENCE)
            breaks = [x.end() for x in _BREAK.finditer(p.low, begin, m.start())]
            out.append(_Head(phrase, breaks[-1] if breaks else begin, m.start(), found[k - 1].type))
    return out


_start = attrgetter("start")


def _items_end(p: Plain, kind: str | None, at: int) -> int:
    """Where the items below a head end: at a line with a mark of its own kind, or with none."""
    begin, limit = at, min(len(p.low), at + _REACH)
    first = True
    while begin < limit:
        end = p.low.find("\n", begin + 1)
        end = len(p.low) if end < 0 else end
        line = p.low[begin + 1 : end]
        if line.strip():
            here = _kind(p.low, begin + 1)
            goes_on = not first and here is None and p.text[begin + 1 : end].lstrip()[:1].islower()
            if not goes_on and here in (kind, "article", None):
                return begin
            first = False
        begin = end
    return limit


def _kind(low: str, at: int) -> str | None:
    """The kind of mark with which a line begins."""
    m = _MARKER.match(low, at)
    return m.lastgroup if m else None
