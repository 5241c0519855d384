"""The district or commune on whose web page a text stands: "PHƯỜNG HẢI CHÂU - THÀNH PHỐ ĐÀ NẴNG" at its top.

News of a ward says "UBND phường" and leaves to the head of the page which one it is.
"""

from __future__ import annotations

import re

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
_LARGE = re.compile(r"(?<!\w)(?:ubnd|ủy\s+ban\s+nhân\s+dân)\s+(?:tỉnh|thành\s+phố|tp)(?!\w)")


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
