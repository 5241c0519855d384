"""Provisions that are listed behind the act: "một số điều của Luật Quảng cáo, bao gồm: 1. Khoản 2 Điều 4 về …".

Articles on the scope of decrees and circulars are drafted so, and lists of what is repealed. Read are the items
right below, or the rest of the line; an item that names an act of its own speaks of that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.models import Provision
from kg.provisions import listed_at

_SOME_OF = re.compile(
    r"(?:một\s+số|các|những)\s+(?:điều|điểm|khoản|phụ\s+lục|nội\s+dung)(?![^.;:\n]*\d)[^.;:\n]{0,60}?"
    r"(?:của|tại|trong|thi\s+hành)\s+$"
)
# "2. Biện pháp thi hành Luật Năng lượng nguyên tử về: a) Phụ cấp ưu đãi … quy định tại khoản 4 Điều 11;"
_MEASURES = re.compile(r"(?:biện\s+pháp|quy\s+định\s+chi\s+tiết)\s+(?:(?:để\s+)?(?:hướng\s+dẫn\s+)?thi\s+hành\s+)?$")
_DOES = re.compile(r"\s*(?:sửa\s+đổi|bổ\s+sung|thay|bãi\s+bỏ|hủy\s+bỏ|bỏ)\s")
_BRACKETS = r"(?:\s*\([^()\n]{1,200}\))?"
_ACT = r"(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|thông\s+tư|quyết\s+định|quy\s+chế)"
_COLON = re.compile(
    rf"{_BRACKETS}(?:\s*,?\s*(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung)[^;:\n]{{0,200}}?(?=,\s*(?:bao\s+)?gồm|:))?"
    rf"(?:\s+(?:về|trong|quy\s+định)\s(?:(?!{_ACT}\s)[^.;:\n()]){{1,220}}?)?{_BRACKETS}"
    r"(?:\s*,?\s*(?:bao\s+gồm|gồm|như\s+sau|sau\s+đây|cụ\s+thể(?:\s+như\s+sau)?|về))?\s*:"
)
_MARK = re.compile(r"(?P<letter>[a-zđ]{1,2}\))|(?P<sub>[a-zđ]\d{1,2}\))|(?P<figure>\d{1,2}[.)])|(?P<dash>[-–+])")
_RANKS = ("figure", "letter", "sub", "dash")  # an item may have smaller ones within it
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LEAD = re.compile(r"\s*(?:(?:quy\s+định\s+)?(?:chi\s+tiết\s+)?(?:tại\s+)?)")
_AT_THE_END = re.compile(r"(?:quy\s+định|tại)\s+(?:tại\s+)?(?=(?:các\s+)?(?:điểm|khoản|điều)\s)")
_OF_AN_ACT = re.compile(rf"\s*(?:của|tại|trong)?\s*(?:{_ACT}|chương|phụ\s+lục)(?!\w)|\s+này(?!\w)")
_ENDED = re.compile(r"\s*(?:[.;,]|$|về(?!\w)|quy\s+định\s)")
_MOST_ITEMS = 120


def announced(low: str, start: int, end: int) -> tuple[Provision, ...]:
    """The provisions of an act that are listed behind it, none where nothing announces a list.

    Args:
        low: low plain text.
        start, end: the citation, with everything that names the document.

    >>> t = "quy định chi tiết một số điều của luật quảng cáo, gồm: khoản 2 điều 4; điều 19.\\n"
    >>> [p.as_dict() for p in announced(t, 34, 48)]
    [{'dieu': '4', 'khoan': '2'}, {'dieu': '19'}]
    >>> announced("theo luật quảng cáo: khoản 2 điều 4", 5, 19)
    ()
    """
    colon = _COLON.match(low, end)
    if colon is None:
        return ()
    near = max(0, start - 120)
    if _SOME_OF.search(low, near, start) is None and _MEASURES.search(low, near, start) is None:
        return ()
    items = tuple(_items(low, colon.end()))
    if any(map(_DOES.match, items)):
        return ()  # what each does to the act is read with the effect: :mod:`kg.amending_outline`
    return tuple(dict.fromkeys(p for item in items for p in _of_item(item)))


_DETAILS = re.compile(
    r"(?:quy\s+định\s+chi\s+tiết(?:\s+thi\s+hành)?|hướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?|sửa\s+đổi(?:,\s*bổ\s+sung)?|bãi\s+bỏ)\s+"
    r"(?=(?:các\s+)?(?:điểm|khoản|điều|mục)\s)"
)
_ABOUT = re.compile(r"\s+(?:quy\s+định\s+)?về\s")
_NEXT = re.compile(r"\s*[,;]\s*(?:và\s+)?(?=(?:các\s+)?(?:điểm|khoản|điều|mục)\s+[\da-zđivx])")
_LAST_SUBJECT = re.compile(rf"(?:(?!(?:{_ACT}|này)\s)[^;:.\n“”]){{3,160}}?\s(?:của|tại)\s+$")
_FURTHEST = 700
_FURTHEST_SCOPE = 2000


def _sentence_begin(low: str, at: int, furthest: int) -> int:
    """Where the sentence begins that holds an offset, at most so many code points before it."""
    return max(low.rfind("\n", 0, at), low.rfind(". ", 0, at), at - furthest, 0)


def each_with_subject(low: str, at: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions before an act each of which tells its subject, and where they start.

    "quy định chi tiết Điều 21 về trồng rừng thay thế, khoản 2 Điều 44 về giống cây trồng của Luật Lâm nghiệp".

    Args:
        low: low plain text.
        at: start of the citation.

    >>> t = "quy định chi tiết điều 21 về trồng rừng, khoản 2 điều 44 về giống cây của "
    >>> [p.as_dict() for p in each_with_subject(t, len(t))[0]]
    [{'dieu': '21'}, {'dieu': '44', 'khoan': '2'}]
    >>> each_with_subject("theo điều 21 về trồng rừng của ", 31)
    ((), 31)
    """
    if not low.endswith((" của ", " tại "), 0, at):
        return (), at
    begin = _sentence_begin(low, at, _FURTHEST)
    for lead in _DETAILS.finditer(low, begin, at):
        found, end = list[Provision](), lead.end()
        while True:
            here, stop = listed_at(low, end, at)
            if not here or _ABOUT.match(low, stop, at) is None:
                break
            found += here
            more = _NEXT.search(low, stop, at)
            if more is None:
                last = _LAST_SUBJECT.match(low, stop, at)
                return (tuple(dict.fromkeys(found)), lead.end()) if last else ((), at)
            end = more.end()
    return (), at


# "Nghị định này quy định chi tiết về người nộp thuế tại khoản 1 Điều 4, giá tính thuế tại Điều 7 và hoàn thuế tại …"
_DETAILS_IN = re.compile(rf"{_ACT}\s+này\s+(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn)(?=\s)")
_PLACE = re.compile(
    rf"(?:(?!{_ACT}\s|này(?!\w))[^;:.\n“”]){{3,300}}?\s(?:quy\s+định\s+)?tại\s+(?=(?:các\s+)?(?:điểm|khoản|điều)\s)"
)
_AFTER_PLACE = re.compile(r"\s*,|\s+và\s")
_EXCEPT = re.compile(r"\W*trừ\s")
_TO_ACT = re.compile(r"\s+(?:của\s+|tại\s+)?$")


def each_behind_its_subject(low: str, at: int) -> tuple[Provision, ...]:
    """The provisions that the scope of a paper lists before an act, each behind its subject.

    Args:
        low: low plain text.
        at: start of the citation.

    >>> t = "nghị định này quy định chi tiết về giá tính thuế tại điều 7, hoàn thuế tại khoản 1 điều 15 của "
    >>> [p.as_dict() for p in each_behind_its_subject(t, len(t))]
    [{'dieu': '7'}, {'dieu': '15', 'khoan': '1'}]
    >>> t = "nghị định này quy định chi tiết việc hoàn thuế; kê khai theo quy định tại điều 7 của "
    >>> each_behind_its_subject(t, len(t))
    ()
    """
    begin = _sentence_begin(low, at, _FURTHEST_SCOPE)
    lead = _DETAILS_IN.search(low, begin, at)
    if lead is None:
        return ()
    found, end = list[Provision](), lead.end()
    while place := _PLACE.match(low, end, at):
        if found and _EXCEPT.match(place.group()):
            return tuple(dict.fromkeys(found))
        here, end = listed_at(low, place.end(), at)
        if not here:
            break
        if _AFTER_PLACE.match(low, end, at):
            found += here
        elif found and _TO_ACT.match(low, end, at):
            return tuple(dict.fromkeys((*found, *here)))
    return ()


# "khoản 1 Điều 37; điểm a khoản 1 Điều 13; giải thể thao cho người khuyết tật quy định tại khoản 3 Điều 13 Luật …": an
# article with no act behind it is of the next one; in a text's own it says "Điều 13 Nghị định này"
_NO_SUBJECT = r"(?:này|theo|để|được|(?<!thiết )bị|thì|phải|bằng|thành|trừ|kể|do|khi|nếu|mà|vào|trong|của)"
_WORDS_BETWEEN = re.compile(
    rf"\s*[;,]?\s*(?:và\s+)?(?=[^\W\d])(?:(?!(?<!\w)(?:{_ACT}|{_NO_SUBJECT})(?!\w))(?:[^;:.“”\"\n(]|\.(?=\d))){{6,140}}?"
    r"\s(?:quy\s+định\s+|nêu\s+)?tại\s+(?:các\s+)?$"
)
_A_LEVEL = re.compile(r"(?<!\w)(?:các\s+)?(?:điểm|khoản|điều|mục|phụ\s+lục)\s")
_FURTHEST_WORDS = 400


def before_words(low: str, at: int) -> tuple[Provision, ...]:
    """The provisions that stand before words which part them from those right before an act, or from the act itself.

    Args:
        low: low plain text.
        at: where the provisions right before the act start, or the act.

    >>> t = "quy định tại khoản 1 điều 37; giải thể thao cho người khuyết tật quy định tại "
    >>> [p.as_dict() for p in before_words(t, len(t))]
    [{'dieu': '37', 'khoan': '1'}]
    >>> t = "quy định tại khoản 1 điều 37 nghị định này và giải thể thao quy định tại "
    >>> before_words(t, len(t))
    ()
    """
    if not low.endswith(("tại ", "tại các "), 0, at):
        return ()
    begin = _sentence_begin(low, at, _FURTHEST_WORDS)
    for level in _A_LEVEL.finditer(low, begin, at):
        found, end = listed_at(low, level.start(), at)
        if found and _WORDS_BETWEEN.match(low, end, at):
            return found if all(p.dieu or p.muc or p.phu_luc for p in found) else ()
    return ()


def _items(low: str, at: int) -> Iterator[str]:
    """The rest of the line, or the items with one kind of mark on the lines below it."""
    stop = (low + "\n").find("\n", at)
    if low[at:stop].strip():
        yield low[at:stop]
        return
    kind: str | None = None
    listing = False
    for _ in range(_MOST_ITEMS):
        begin, stop = stop + 1, (low + "\n").find("\n", stop + 1)
        if begin >= len(low):
            return
        line = low[begin:stop].strip()
        mark = _MARK.match(line)
        if mark is None and listing:
            continue  # "e1) Phụ lục I, trừ các nội dung sau:" above lines without a mark
        if mark is None or (kind is not None and _RANKS.index(mark.lastgroup or "") < _RANKS.index(kind)):
            return
        listing = line.endswith(":")
        kind = kind or mark.lastgroup or ""
        if mark.lastgroup == kind:
            yield line[mark.end() :]


def _of_item(item: str) -> Iterator[Provision]:
    """The provisions at the head of an item and of its parts, or at its end: "Chiến lược … tại khoản 1 Điều 10"."""
    plain = _IN_BRACKETS.sub("", item)
    for part in plain.split(";"):
        lead = _LEAD.match(part)
        found, end = listed_at(part, lead.end() if lead else 0)
        if not found and (places := list(_AT_THE_END.finditer(part))):
            found, end = listed_at(part, places[-1].end())
            found = found if part[end:].strip(" .,") == "" else ()
        if found and _OF_AN_ACT.match(part, end) is None and _ENDED.match(part, end) is not None:
            yield from found
