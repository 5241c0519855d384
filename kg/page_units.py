"""The district or commune on whose web page a text stands: "PHƯỜNG HẢI CHÂU - THÀNH PHỐ ĐÀ NẴNG" at its top.

News of a ward says "UBND phường" and leaves to the head of the page which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found
from kg.normalise import Plain, fold_tone, lower
from kg.phrases import Phrase, read_phrase

_TOP_OF_PAGE = 600
_UNIT = r"(?:huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)"
_PORTAL = r"(?:trang|cổng)\s+thông\s+tin\s+điện\s+tử"
_COMMITTEE = r"(?:(?:ubnd|ủy\s+ban\s+nhân\s+dân)\s+)?"
_PAGE_OF = re.compile(rf"(?<!\w)(?:{_PORTAL}|website)\s+(?:của\s+)?{_COMMITTEE}{_UNIT}\s+(?=\w)")
# a line that is nothing but the unit, and the province that it lies in
_LINE = re.compile(
    rf"(?m)^[ \t|*#>]*(?P<portal>{_PORTAL}\s+(?:của\s+)?)?{_COMMITTEE}(?P<unit>{_UNIT})[ \t]+"
    r"(?P<name>[^\W\d_][^\n,;:.|–()\d-]{1,30}?)"
    r"(?:[ \t]*[-–,|][ \t]*(?P<of>tỉnh|thành\s+phố|tp\.?)[ \t]+(?P<place>[^\n,;:.|()\d]{2,30}?))?[ \t|*]*$"
)


def unit_of_page(p: Plain) -> Phrase | None:
    """The committee of the district or commune that the head of a page names, in capitals or as whose page it is.

    >>> from kg.normalise import plain
    >>> unit = unit_of_page(plain("PHƯỜNG HẢI CHÂU - THÀNH PHỐ ĐÀ NẴNG\\nTrang chủ"))
    >>> unit.unit, unit.proper, unit.place
    ('phuong', 'Hải Châu', 'da-nang')
    >>> unit_of_page(plain("UBND tỉnh Sơn La\\nPhường là đơn vị hành chính")) is None
    True
    """
    for m in _LINE.finditer(p.low, 0, _TOP_OF_PAGE):
        shown = p.text[m.start() : m.end()].strip(" \t|*#>")
        if m["portal"] is None and not shown.isupper():
            continue
        name = p.text[m.start("name") : m.end("name")].title()
        words = f"Ủy ban nhân dân {m['unit']} {name}"
        if m["place"]:
            words += f", {m['of']} {p.text[m.start('place') : m.end('place')].title()}"
        phrase = read_phrase(words, fold_tone(lower(words)), 0)
        if phrase is not None and phrase.proper:
            return phrase
    return None


_SMALL = re.compile(r"(?<!\w)(?:ubnd|ủy\s+ban\s+nhân\s+dân)\s+(?:xã|phường|thị\s+trấn|đặc\s+khu)(?!\w)(?=\s|[.,;:)])")
_LARGE = re.compile(
    r"(?<!\w)(?:ubnd|ủy\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân|sở\s[^,;.:\d\n]{2,40}?|ban\s[^,;.:\d\n]{2,40}?|của)\s+(?:tỉnh|thành\s+phố|tp)(?!\w)"
    r"|(?<!\w)sở\s+(?:nội|tài|y|tư|giáo|nông|công|xây|khoa|văn|du|lao|kế|giao|ngoại|dân|thông)\s"
)


def is_page_of_unit(p: Plain) -> bool:
    """Whether a text stands on the page of a district or commune: "Trang thông tin điện tử xã Thạch Kim".

    Or speaks of "UBND phường", whichever it is, and of no committee of a province.

    >>> from kg.normalise import plain
    >>> is_page_of_unit(plain("Cổng thông tin điện tử huyện Mai Sơn")), is_page_of_unit(plain("UBND tỉnh Sơn La"))
    (True, False)
    """
    if _PAGE_OF.search(p.low, 0, _TOP_OF_PAGE) is not None or unit_of_page(p) is not None:
        return True
    unnamed = any(not p.text[m.end() + 1 : m.end() + 2].isupper() for m in _SMALL.finditer(p.low))
    return unnamed and _LARGE.search(p.low) is None


# below "TIN LIÊN QUAN": "» Công văn 2890/SGDĐT-GDTrH (14/10/2025)"
_MORE_NEWS = re.compile(
    r"\n[ \t|*#>]*(?:các\s+)?(?:tin|bài(?:\s+viết)?)(?:\s+(?:tức|bài))?\s+"
    r"(?:liên\s+quan|khác|cùng\s+chuyên\s+mục|mới(?:\s+nhất|\s+hơn)?|cũ\s+hơn|đã\s+(?:đưa|đăng))[ \t:|]*\n"
    r"(?:[^\n(]*(?:\([^\n(]*){0,3}\(\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^()\n]{0,12}\)[ \t]*(?:\n|$))+"
)
_POSTED = re.compile(r"\)[ \t]*(?:\n|$)")


def without_posting_days(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations without the day in brackets at the end of a headline: in a list of other news it was posted then."""
    lists = [m.span() for m in _MORE_NEWS.finditer(p.low)]
    out = list(found)
    for i, f in enumerate(out) if lists else ():
        if f.number is None or not any(begin <= f.start < end for begin, end in lists):
            continue
        if "(" in p.low[f.number.end : f.end] and _POSTED.match(p.low, f.end):
            year = str(f.number.year) if f.number.year else None
            out[i] = f._replace(date=year, end=f.number.end, head_end=f.number.end)
    return out
