"""Whose paper stands in a bracket or behind a colon: "đề nghị của UBND huyện Nhà Bè (tờ trình số …)", "An Giang: …".

The body stands before the bracket, or only the place whose administration it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from kg import registry
from kg.institutions import first_words_of_bodies, read_body
from kg.locality import place_at
from kg.normalise import Plain, fold_tone, lower
from kg.numbers import Number
from kg.phrases import Phrase, read_phrase

_WORD = re.compile(r"(?<!\w)[a-zđà-ỹ]\w*")
_OF_WHOM = re.compile(r"(?:của|do)\s+(?:(?:đồng\s+chí|ông|bà)\s+)?")

# "đề nghị của UBND tỉnh Bến Tre (văn bản số …) và UBND tỉnh Hà Tĩnh (văn bản số …)"
_NEXT_BODY = re.compile(r"\)\s*(?:,|và|;|,\s*và)\s+")


def bracketed_paper(p: Plain, start: int, codes: Collection[str]) -> Phrase | None:
    """The body whose paper follows it in brackets: "đề nghị của UBND huyện Nhà Bè (tờ trình số 300/TT-UB …)".

    Or that an item tells of: "- Đảng ủy xã Ea Kly (Tờ trình số 19-TTr/ĐU …; Biên bản số 08-BB/ĐU …): …".

    Args:
        p, start: the text, and where the paper is cited.
        codes: registers that its number may belong to: the body has to be of one of them where there are any.
    """
    bracket = start - 1
    if p.low[bracket : bracket + 1] != "(":
        bracket = p.low.rfind("(", max(0, start - 200), start)
        if bracket < 0 or not _MORE_IN_BRACKET.fullmatch(p.low, bracket + 1, start):
            return None
    begin = max(0, bracket - 110)
    leads = (pattern.finditer(p.low, begin, bracket) for pattern in (_OF_WHOM, _ITEM_BEGINS, _NEXT_BODY))
    for m in chain.from_iterable(leads):
        phrase = read_body(p.text, p.low, m.end())
        if phrase is None or (codes and phrase.base.series not in codes):
            continue
        if not p.low[phrase.end : bracket].strip():
            return phrase
    return _passing_one(p, start, bracket, codes)


_PASSES_ONE = re.compile(
    r"(?:\s*,?\s*\(?khóa\s+\w+\)?)?,?\s+(?:đã\s+)?(?:ra|ban\s+hành|thông\s+qua)\s+(?:một\s+)?(?P<type>nghị\s+quyết|chỉ\s+thị|kết\s+luận|"
    r"quyết\s+định|quy\s+định|kế\s+hoạch|chương\s+trình)(?!\w)[^;.:()\d\n]{0,110}$"
)


def _passing_one(p: Plain, start: int, bracket: int, codes: Collection[str]) -> Phrase | None:
    """The body that passes a paper of the type in the bracket: "Ban Bí thư ra chỉ thị về … (Chỉ thị số 8-CT/TW)"."""
    if not codes or bracket != start - 1:
        return None
    for word in _WORD.finditer(p.low, max(0, bracket - 200), bracket):
        if word.group() not in first_words_of_bodies():
            continue
        phrase = read_phrase(p.text, p.low, word.start())
        m = _PASSES_ONE.match(p.low, phrase.end, bracket) if phrase and phrase.base.series in codes else None
        if m is not None and p.low.startswith(m["type"], start):
            return phrase
    return None


_MORE_IN_BRACKET = re.compile(r"[^()\n:]{10,180};\s+")
_ITEM_BEGINS = re.compile(r"\n[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))[ \t]*|[|\t][ \t]*")
_PLACE_ALONE = re.compile(
    r"(?:[(;]|\n[ \t]*(?:[-+•*–])?)\s*(?P<where>(?:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)"
    r"\s[^;:.()/\n\d]{2,40})\s*:\s*$"
)


_PROVINCE_ALONE = re.compile(
    # behind a comma only as the next of a row: elsewhere it ends an address
    r"(?:^|[:;(.\n]|\)\s*,|\s(?:và|như|gồm))\s*(?:(?:các\s+)?(?:tỉnh|thành\s+phố|tp\.?)\s+)?(?P<where>[^\W\d][^,:;().\n\d]{2,24}?)"
    r"\s*(?:\(|:)\s*(?:(?:tại\s+)?(?:văn\s+bản\s+)?số\s*:?\s*)?$"
)
_BODIES_OF_PROVINCES = {"ubnd": "UBND {unit} ", "hdnd": "HĐND {unit} ", "tu": "{committee} ủy "}


def _of_province(p: Plain, start: int, codes: Collection[str]) -> Phrase | None:
    """The body of a province that is named alone: "Lào Cai (Công văn số 3312/UBND-XD …), An Giang (Báo cáo số …)"."""
    m = _PROVINCE_ALONE.search(p.low, max(0, start - 60), start)
    body = next((name for code, name in _BODIES_OF_PROVINCES.items() if code in codes), None)
    named = place_at(p.low, m.start("where")) if m is not None and body is not None else None
    if m is None or body is None or named is None or named[1] != m.end("where") or p.text[m.start("where")].islower():
        return None
    place = registry.places()[named[0]]
    city = place.unit == "thanh-pho"
    words = body.format(unit="thành phố" if city else "tỉnh", committee="Thành" if city else "Tỉnh") + place.name
    phrase = read_phrase(words, fold_tone(lower(words)), 0)
    return phrase._replace(start=m.start("where"), end=m.end("where")) if phrase and phrase.end == len(words) else None


def placed_paper(p: Plain, start: int, codes: Collection[str]) -> Phrase | None:
    """The administration of a place before the colon: "(huyện Gia Lộc: Kế hoạch số 58/KH-UBND …; thành phố …: …)".

    Of a province that stands so, or before a bracket, the council and the Party committee too.

    Args:
        p, start: the text, and where the paper is cited.
        codes: registers that its number may belong to.
    """
    if (phrase := _of_province(p, start, codes)) is not None:
        return phrase
    if "ubnd" not in codes or not p.low[max(0, start - 3) : start].rstrip().endswith(":"):
        return None
    m = _PLACE_ALONE.search(p.low, max(0, start - 60), start)
    if m is None:
        return None
    body = "UBND "
    phrase = read_phrase(body + p.text[m.start("where") : m.end("where")], body.lower() + m["where"], 0)
    if phrase is None or phrase.end != len(body) + len(m["where"]):
        return None
    return phrase._replace(start=m.start("where"), end=m.end("where"))


# "Quyết định số 1120/QĐ-UBND tỉnh Hải Dương"
_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?=[A-ZĐ])")
_PLACED_CODES = ("UBND", "HĐND")
_PLACE_LETTERS = 60


def place_beside(p: Plain, number: Number, at: int) -> Phrase | None:
    """The body in the code of a number with the place that stands right behind it."""
    if _PLACE.match(p.text, at) is None:
        return None
    code = next((code for code in _PLACED_CODES if number.printed.endswith(code)), None)
    if code is None:
        return None
    end = at + _PLACE_LETTERS
    phrase = read_phrase(code + p.text[at:end], code.lower() + p.low[at:end], 0)
    if phrase is None or phrase.end <= len(code):
        return None
    return phrase._replace(start=at + 1, end=at + phrase.end - len(code))


# "Kế hoạch số 38/KH-UBND của xã", "Nghị quyết số 12/NQ-HĐND của huyện Mai Sơn": the code names the body
_UNIT_ALONE = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)"
    r"(?!\s+(?:ủy|uỷ|hội|đoàn|đội|đảng|ta|nhà|mới|khác)(?!\w))"
)
_OF_UNITS = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan")


def unit_alone(p: Plain, number: Number | None, at: int) -> Phrase | None:
    """The body in the code of a number, of the unit that stands alone behind "của"."""
    if number is None or len(number.bodies) != 1 or number.bodies[0].slug not in _OF_UNITS:
        return None
    if _UNIT_ALONE.match(p.low, at) is None or p.low[max(0, at - 6) : at].split()[-1:] != ["của"]:
        return None
    line = p.text.find("\n", at, at + _PLACE_LETTERS)
    end = line if line >= 0 else at + _PLACE_LETTERS
    code = "UBND " if number.bodies[0].slug == _OF_UNITS[0] else "HĐND "
    phrase = read_phrase(code + p.text[at:end], code.lower() + p.low[at:end], 0)
    if phrase is None or phrase.unit is None:
        return None
    return phrase._replace(start=at, end=at + phrase.end - len(code))
