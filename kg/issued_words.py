"""When, and by whom, a paper was issued, as words behind it tell: "Ngày 17/6/2010, Luật … đã được Quốc hội thông qua".

The passive names the body; its day stands before the paper, at the head of the clause. "Do Bộ trưởng … vừa ký ban hành
ngày 30/12/2025" has both behind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.dates import FULL_DAY, FoundDate, read_date
from kg.normalise import UPPER, Plain
from kg.numbers import Number
from kg.phrases import Phrase, read_phrase

_WITHIN = 320  # a title may stand between a paper and the words of its issuing
_PASSIVE = re.compile(r"\s(?:đã|vừa|mới|chính\s+thức)(?:\s+(?:chính\s+thức|mới))?\s+được\s+(?=\w)")
# words between paper and passive that begin another clause, so that the passive may be of something else
_OTHER_CLAUSE = re.compile(
    r"[;:\n“”\"()]|\.\s|(?<!\w)(?:được|bị|đã|vừa|sẽ|thì|mà|nhưng|sau\s+khi|trong\s+đó|có\s+hiệu\s+lực|hết\s+hiệu\s+lực|thay\s+thế|bãi\s+bỏ)(?!\w)"
)
_OF_NATION = re.compile(r"\s+nước\s+(?:cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|chxhcn)\s+việt\s+nam")
_DONE = re.compile(
    r"(?:\s*,?\s*\(?khóa\s+\w+\)?)?(?:\s+(?:biểu\s+quyết|nhất\s+trí|chính\s+thức|ký|họp\s+và))*\s+(?P<verb>ban\s+hành|thông\s+qua)(?!\w)"
)
_DAY_AT_HEAD = re.compile(
    r"(?:^|[.;:\n(–-]\s*|,\s*(?:và\s+)?|\svà\s+)(?:vào\s+)?ngày\s+(?=\d)(?P<rest>[\d/.\- thángnăm]{8,24}?)\s*,\s*"
    r"(?:(?:tại|trong)\s+(?:kỳ|phiên)\s+họp\s[^.;:\n\d]{0,30}\d{0,2}[^.;:\n\d,]{0,50},\s*)?(?:dự\s+án\s+)?$"
)


class Told(NamedTuple):
    """Who issued a paper, and on which day where the clause tells it."""

    phrase: Phrase
    day: str | None


def issued_passively(p: Plain, start: int, end: int, stop: int) -> Told | None:
    """The body by which a paper "đã được … ban hành", and the day at the head of the clause.

    Args:
        p: the text.
        start, end: the paper, from its type to what names it.
        stop: where the next paper begins.

    >>> from kg.normalise import plain
    >>> t = "Ngày 17/6/2010, dự án Luật Bưu chính đã được Quốc hội biểu quyết thông qua."
    >>> told = issued_passively(plain(t), t.index("Luật"), t.index(" đã"), len(t)); told.day, told.phrase.base.slug
    ('2010-06-17', 'quoc-hoi')
    """
    m = _PASSIVE.search(p.low, end, min(stop, end + _WITHIN))
    if m is None or _OTHER_CLAUSE.search(p.low, end, m.start()):
        return None
    phrase = read_phrase(p.text, p.low, m.end())
    if phrase is None:
        return None
    after = _OF_NATION.match(p.low, phrase.end)
    if _DONE.match(p.low, after.end() if after else phrase.end) is None:
        return None
    begin = max(0, start - 160)
    head = _DAY_AT_HEAD.search(p.low, begin, start)
    day = read_date(p.low, head.start("rest")) if head else None
    return Told(phrase, day.iso if day and len(day.iso) == FULL_DAY and day.has_year else None)


_SIGNED = re.compile(
    rf"(?:\s+(?:ông\s+|bà\s+|đồng\s+chí\s+)?[{UPPER}][\w'’]*(?:\s[{UPPER}][\w'’]*){{1,4}})?\s+(?:đã\s+|vừa\s+|mới\s+)?"
    r"(?:ký\s+(?:ban\s+hành|thông\s+qua)?|ban\s+hành)\s*(?:vào\s+)?(?:ngày|hôm)\s+(?=\d)"
)


def day_signed(p: Plain, at: int) -> FoundDate | None:
    """The full day behind the body that signed: "do Bộ trưởng Bộ Y tế [name] vừa ký ban hành ngày 30/12/2025".

    Args:
        p: the text.
        at: where the body ends.

    >>> from kg.normalise import plain
    >>> t = "Thông tư số 5/2025/TT-BYT do Bộ trưởng Bộ Y tế Nguyễn Thị An vừa ký ban hành ngày 30/12/2025 nêu"
    >>> day_signed(plain(t), t.index(" Nguyễn")).iso
    '2025-12-30'
    """
    m = _SIGNED.match(p.text, at)
    day = read_date(p.low, m.end()) if m else None
    return day if day is not None and len(day.iso) == FULL_DAY and day.has_year else None


# "Giấy phép số 21/GP-TTĐT cấp ngày 12/3/2025", "… do Cục Báo chí cấp ngày 12/3/2025"
_GRANTED = re.compile(r"\s+(?:(?:do|của)\s+[^.;:()\d\n]{3,80}\s)?(?:được\s+)?cấp\s+(?:lần\s+đầu\s+)?ngày\s+(?=\d)")
_BY = re.compile(r"\s*,?\s+(?:(?:đã|vừa|mới)\s+)?được\s+(?=\w)")


def day_told(p: Plain, at: int, number: Number) -> FoundDate | None:
    """The day on which the body of a number's own register is said to have signed: "… được Chính phủ ký ngày 3/3/2025".

    Args:
        p: the text.
        at: where the paper's name ends.
        number: its number, of whose year the day must be.
    """
    if number.type_code == "GP" and (granted := _GRANTED.match(p.low, at)):
        day = read_date(p.low, granted.end())
        return day if day is not None and len(day.iso) == FULL_DAY and day.has_year else None
    by = _BY.match(p.low, at)
    phrase = read_phrase(p.text, p.low, by.end()) if by else None
    if phrase is None or not any(phrase.base.series == body.series for body in number.bodies):
        return None
    day = day_signed(p, phrase.end)
    return day if day is not None and number.year in (None, int(day.iso[:4])) else None


_AT_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[-+•*–][ \t]*)?(?:\d{1,3}[.)]?[ \t]*)?$")
_CLOSES = re.compile(r"\sdo\s+(?=[^\n;]{4,90}\sban\s+hành[ \t.;,]*(?:\n|$))")
_THEN_ISSUED = re.compile(r"\s+ban\s+hành[ \t.;,]*(?:\n|$)")
_LINE = 600


def closing_issuer(p: Plain, start: int, end: int) -> Phrase | None:
    """The body at the end of a line that begins with a paper, whatever others its title names.

    "- Kết luận 50-KL/TW năm 2023 về tiếp tục thực hiện Nghị quyết 18-NQ/TW do Ban Chấp hành Trung ương ban hành".

    Args:
        p: the text.
        start, end: the paper, with its day.
    """
    if _AT_HEAD.search(p.low, max(0, start - 12), start) is None:
        return None
    line = p.low.find("\n", end, end + _LINE)
    stop = line + 1 if line >= 0 else min(len(p.low), end + _LINE)
    for m in _CLOSES.finditer(p.low, end, stop):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None and _THEN_ISSUED.match(p.low, phrase.end, stop):
            return phrase
    return None
