"""A letter that a page shows under a headline instead of its letterhead.

"Công văn số 1238 ngày 8/11/2016 V/v báo cáo số liệu", "Kính gửi: …", "Sở Nội vụ đề nghị …": number and day are in the
headline, the body that writes speaks at the head of a paragraph.
"""

from __future__ import annotations

import re

from kg.dates import FULL_DAY, date_after
from kg.normalise import Plain
from kg.numbers import Number, read_number
from kg.phrases import Phrase, read_phrase

_HEADLINE = re.compile(r"(?:^|\n)[ \t*#|]*(?P<type>công\s+văn)\s+(?:số\s*:?\s*)?(?=\d)")
_BARE = re.compile(r"\d{1,5}(?=[ \t]*,?[ \t]+ngày\s)")
_ABOUT = re.compile(r"\s*,?\s*(?:v/v|về\s+việc|về)\s")
_OF = re.compile(r"\s*,?\s*của\s+")
_TO_WHOM = re.compile(r"\n[ \t*|]*kính\s+gửi\s*:")
_REACH = 600  # a line of facts may stand between: "Đăng ngày: 08/11/2016 17:20:05"
_SPEAKS = re.compile(
    r"\s+(?:(?:trân\s+trọng|kính|xin)\s+)?(?:đề\s+nghị|yêu\s+cầu|trả\s+lời|thông\s+báo|hướng\s+dẫn|báo\s+cáo|có\s+ý\s+kiến"
    r"|nhận\s+được|đã\s+nhận|phúc\s+đáp|chỉ\s+đạo)(?!\w)"
)
_PARAGRAPH = re.compile(r"\n[ \t]*(?=[^\W\d_])")
_OPENING = 2500


def headed_letter(p: Plain) -> tuple[str, Number, str | None, Phrase | None] | None:
    """Type, number, day and body of the letter whose headline is the first line of a page, above its addressees."""
    m = _HEADLINE.search(p.low, 0, _REACH)
    if m is None or not p.text[m.start("type")].isupper():
        return None
    number = read_number(p.text, m.end(), expected=True) or _serial(p, m.end())
    day = date_after(p.low, number.end) if number is not None else None
    if number is None or day is None or len(day.iso) != FULL_DAY or day.iso.startswith("--"):
        return None
    of = _OF.match(p.low, day.end)
    phrase = read_phrase(p.text, p.low, of.end()) if of else None
    if _ABOUT.match(p.low, phrase.end if phrase is not None else day.end) is None:
        return None
    line = p.low.find("\n", day.end)
    to_whom = _TO_WHOM.search(p.low, line, line + _REACH) if line >= 0 else None
    if to_whom is None:
        return None
    return "cong-van", number, day.iso, phrase or _speaker(p, to_whom.end())


def _serial(p: Plain, at: int) -> Number | None:
    """A serial alone, as pages shorten it: "Công văn số 1238 ngày 8/11/2016"."""
    m = _BARE.match(p.text, at)
    return Number(m.start(), m.end(), m.group(), m.group(), None, None, None, (), (), False) if m else None


def _speaker(p: Plain, start: int) -> Phrase | None:
    """The body that asks, answers or tells at the head of a paragraph: "Sở Nội vụ đề nghị các sở …"."""
    for line in _PARAGRAPH.finditer(p.text, start, start + _OPENING):
        phrase = read_phrase(p.text, p.low, line.end())
        if phrase is not None and _SPEAKS.match(p.low, phrase.end):
            return phrase
    return None
