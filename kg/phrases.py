"""Issuing bodies as text names them: "của Chủ tịch Ủy ban nhân dân tỉnh Sơn La".

A phrase is read into a registry body, its unit and its place. Persons stand for their body; committees inside a body,
offices below one and bodies that sign together are told from their names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg import districts, registry
from kg.anchors import beginnings, spelt, tight
from kg.boards import read_board
from kg.derived_bodies import COMMITTEES_IN, WITH_OFFICES, committee_in, in_place, in_region
from kg.locality import COMMUNE_UNITS, DISTRICT_UNITS, UNIT, UNITS, is_no_city, place_at
from kg.normalise import UPPER, fold_tone, lower
from kg.registry import Issuer, slug

COMMITTEES = {
    "tỉnh ủy": "tinh-uy",
    "thành ủy": "thanh-uy",
    "huyện ủy": "huyen-uy",
    "quận ủy": "quan-uy",
    "thị ủy": "thi-uy",
    "đảng ủy": "dang-uy",
}
UNIT_OF_COMMITTEE = {"huyen-uy": "huyen", "quan-uy": "quan", "thi-uy": "thi-xa", "thanh-uy": "thanh-pho"}
COMMITTEE = re.compile(r"(?<!\w)(tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)(?!\w)")
_BELOW_PROVINCE = ("huyện ủy", "quận ủy", "thị ủy")
_SPACE = re.compile(r"\s+")
_IN_PROVINCE = re.compile(r"\s*[,(-]?\s*(?:tỉnh|thành phố|tp\.?)\s+")
_SHORT_INSIDE = re.compile(r"\s*\([A-ZĐ&]{2,9}\)(?=\s)")
_UNIT_AGAIN = re.compile(rf"[\s-]+{UNIT}(?!\w)")
_UNIT_IN_NAME = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$|(?:huyện|quận|thị)(?= đoàn$)")
_PLACE_UNIT = re.compile(rf"\s*,?\s*(?:của\s+|thuộc\s+)?(?P<unit>{UNIT})(?!\w|\s+(?:ủy|đoàn|đội)(?!\w))")
_PROPER = re.compile(
    r"(?:[^\S\n]+(?=\d)|[^\S\n]*\n?[^\S\n]*(?<=\s)(?!\d))"  # a figure on the next line numbers a row
    rf"(\d{{1,2}}(?![\w/-]|\.\d)|[{UPPER}][\w'’]*(?:[ -]{{1,3}}(?:[{UPPER}][\w'’]*)){{0,3}}"
    r"(?: \d{1,2}(?=\s*(?:[,.;:()\n]|$)(?!\d)|\s+(?:về|và|của|quy|ban|tại)\s))?"  # "phường Hải Châu 1"
    rf"(?:[ ]?\n[ ]?[{UPPER}][\w'’]*(?=\)))?)"  # the end of a note in brackets: "… của UBND xã Xuân / Phú)"
)
_LEAD = re.compile(
    r"(?:đồng chí\s+|các\s+|liên bộ:?\s+)?(?:(?:phó\s+)?trưởng\s+(?=ban\s+chỉ\s+đạo\s))?"
    r"(?:hội nghị(?:\s+(?:lần thứ\s+)?\w+)?(?:\s*\(?(?:lần\s+)?\d+\)?)?,?\s+(?:của\s+)?)?"
)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, Issuer]]:
    table: dict[str, Issuer] = {}
    for name, body in registry.issuer_names():
        low = fold_tone(lower(name))
        for form in (low, low.replace(" và ", " & "), low.replace("trung ương", "tw"), low.replace("trung ương", "tư")):
            table.setdefault(tight(form), body)
    return re.compile(spelt(table, begin=False) + r"(?!\w)"), table


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?:phó\s+)?{spelt(_head_names(), begin=False)}(?:,?\s+|\s*-\s*)")


@cache
def _head_names() -> frozenset[str]:
    heads = {fold_tone(lower(h)) for body in registry.issuers() for h in body.heads}
    heads |= {
        "chủ tịch",
        "giám đốc",
        "thủ trưởng",
        "trưởng ban",
        "bí thư",
        "chánh văn phòng",
        "cục trưởng",
        "tổng cục trưởng",
        "đồng chí",
        "hiệu trưởng",
        "trưởng phòng",
        "vụ trưởng",
        "viện trưởng",
    }
    return frozenset(heads)


_WORD = re.compile(r"\w+")


@cache
def first_words() -> frozenset[str]:
    """With which words a body may begin: asked first, since most words begin none."""
    names = (*_names()[1], *_head_names(), *COMMITTEES_IN, "phó")
    leads = beginnings(_LEAD.pattern) | beginnings(_JOINT_LEAD.pattern)
    return leads.union(_WORD.match(name)[0] for name in names)  # type: ignore[index]


class Phrase(NamedTuple):
    """A body as named in running text, before its place is settled.

    Attributes:
        start, end: span in the plain text, persons and place included.
        base: the registry row.
        name: the name matched, low form.
        unit, place: what the phrase itself says of the place; ``place`` is a slug.
        proper: printed name of a district or commune.
        joint: the bodies after the first of several that are named together.
    """

    start: int
    end: int
    base: Issuer
    name: str
    unit: str | None = None
    place: str | None = None
    proper: str | None = None
    joint: tuple[Issuer, ...] = ()


_COMMITTEE_IN = re.compile(
    rf"(?P<committee>{spelt(COMMITTEES_IN, begin=False)})\s+(?:của\s+)?"
    r"(?=(?:bộ|ngân|thanh|tòa|viện|kiểm|sở|ủy\s+ban)\s)"
)


_ORGAN_LINK = re.compile(r"\s*(?:,|và)\s+")
_TOGETHER = ("bo-chinh-tri", "ban-bi-thu")  # two organs that issue papers in common, in this order


def _with_partner(phrase: Phrase, low: str) -> Phrase:
    """The phrase with the organ that issues together with the one named: "Bộ Chính trị, Ban Bí thư"."""
    if phrase.base.slug != _TOGETHER[0] or (link := _ORGAN_LINK.match(low, phrase.end)) is None:
        return phrase
    pattern, table = _names()
    m = pattern.match(low, link.end())
    partner = table[tight(m.group())] if m else None
    if m is None or partner is None or partner.slug != _TOGETHER[1]:
        return phrase
    return phrase._replace(end=m.end(), joint=(partner,))


_WITH_FIELDS = ("ban-chi-dao", "to-cong-tac")  # the name goes on with what it is for
_IN_OFFICE = re.compile(r"(?<!\w)(?:chi|tổng)\s+$")  # "Chi cục Chăn nuôi" is not the Cục


def read_phrase(text: str, low: str, at: int) -> Phrase | None:
    """The body named exactly at ``at`` (after "của"), with the unit and place that follow it.

    >>> t = "Chủ tịch UBND tỉnh Sơn La về"
    >>> p = read_phrase(t, lower(t), 0); p.base.slug, p.unit, p.place, t[p.start:p.end]
    ('uy-ban-nhan-dan', 'tinh', 'son-la', 'Chủ tịch UBND tỉnh Sơn La')
    """
    start, word = at, _WORD.match(low, at)
    if word is None or word.group() not in first_words():
        return None
    if low.startswith("cục", at) and _IN_OFFICE.search(low, max(0, at - 8), at):
        return None
    pattern, table = _names()
    if joint := _joint_phrase(low, start):
        return joint
    m = pattern.match(low, at)
    if m is None and (lead := _LEAD.match(low, at)) and lead.end() > at:
        at = lead.end()
        m = pattern.match(low, at)  # "Chủ tịch nước" is a body, "Chủ tịch UBND" its head
    after = at
    while m is None and (head := _heads().match(low, after)):
        # one by one: "Tổng" is the head of an inspectorate, and the beginning of "Tổng cục"
        after = head.end()
        m = pattern.match(low, after)
    within = _COMMITTEE_IN.match(low, at)
    inner = pattern.match(low, within.end()) if within and (m is None or m.end() <= within.end()) else None
    if within is not None and inner is not None and table[tight(inner.group())].branch == "state":
        base, m = committee_in(tight(within["committee"]), table[tight(inner.group())]), inner
        name = tight(within.group() + inner.group())
    elif m is not None:
        name = tight(m.group())
        base = table[name]
    else:
        return None
    end = m.end()
    if short := _SHORT_INSIDE.match(text, end):
        # "Bảo hiểm xã hội (BHXH) Việt Nam", "Ủy ban nhân dân (UBND) tỉnh Sơn La"
        whole = pattern.match(f"{m.group()}{low[short.end() : short.end() + _NAME_CHARS]}")
        if whole is not None and whole.end() > len(m.group()):
            name = tight(whole.group())
            base, end = table[name], short.end() + whole.end() - len(m.group())
        elif base.local and _PLACE_UNIT.match(low, short.end()):
            end = short.end()
    if base.slug == "ban-chap-hanh-trung-uong" and (of := _OF_A_MASS_BODY.match(low, at)):
        inner_phrase = read_phrase(text, low, of.end())
        if inner_phrase is not None and inner_phrase.base.branch == "front":
            return inner_phrase._replace(start=start)
    board = read_board(low, end, base) if base.slug in _WITH_FIELDS else None
    if board is not None:
        base, end = board
    elif base.slug in MANY and base.slug != "ban-chi-dao" and (central := _OF_THE_CENTRE.match(low, end)):
        return Phrase(start, central.end(), replace(base, local=False, template=""), name)
    if not base.local:
        if base.slug in WITH_OFFICES and (office := _office(text, low, start, end, base, name)):
            return office
        return _with_partner(Phrase(start, end, base, name), low)
    unit = UNITS[u.group()] if (u := _UNIT_IN_NAME.search(name)) else None  # "Công an thành phố"
    if base.slug == "hoi-dong" and unit is None and _PLACE_UNIT.match(low, end) is None:
        gap = _SPACE.match(low, end)
        here = gap.end() if gap else end
        if text[here : here + 1].isupper() or _OTHER_COUNCIL.match(low, here):
            return None  # "Hội đồng Trường", "Hội đồng thành viên": another council, which the registry does not know
    sub = any(c in name for c in _BELOW_PROVINCE) or ("đảng ủy" in name and base.level != "province")
    city, person = "thành ủy" in name, after > at
    unit, place, proper, end = place_behind(text, low, end, unit=unit, below=sub, city=city, person=person)
    return Phrase(start, end, base, name, unit, place, proper)


def place_behind(
    text: str,
    low: str,
    end: int,
    *,
    unit: str | None = None,
    below: bool = False,
    city: bool = False,
    person: bool = False,
) -> tuple[str | None, str | None, str | None, int]:
    """Unit, province and proper name of a district or commune behind a body's name, and where they end.

    Args:
        text, low, end: the text, its low form, and where the name ends.
        unit: the unit that the name itself holds.
        below: whether the body without a unit is one below the province.
        city: whether it is that of a city.
        person: whether the words before speak of its head, whose own name may stand behind the unit.

    >>> t = "UBND huyện Văn Chấn, tỉnh Yên Bái"
    >>> place_behind(t, lower(t), 4)
    ('huyen', 'yen-bai', 'Văn Chấn', 33)
    """
    place = proper = None
    named = unit is not None
    if unit is None and (u := _PLACE_UNIT.match(low, end)):
        unit = UNITS[" ".join(u["unit"].split())]
        end = u.end()
    gap = _SPACE.match(low, end)
    here = gap.end() if gap else end
    sub = unit in DISTRICT_UNITS or unit in COMMUNE_UNITS or (below and (unit is None or named))
    city = city or unit == "thanh-pho"
    # a province's name after "huyện" is a district of that name ("huyện Điện Biên")
    if not sub and here > end and text[here : here + 1].isupper() and (found := place_at(low, here)):
        name_at, (place, end) = here, found
        if city and is_no_city(place):  # "UBND thành phố Lạng Sơn": the city, not the province
            proper = " ".join(text[name_at:end].split())
    elif (sub or city) and (p := _PROPER.match(text, end)) and not begins_other_words(low, p.start(1)):
        if text[end - 1 : end].islower() and _SHORT_OF_WORDS.match(text, p.start(1)):
            return unit, place, proper, end
        if (unit == "thanh-pho" or (person and unit not in COMMUNE_UNITS)) and is_person(p[1]):
            return unit, place, proper, end  # "Phó Chủ tịch UBND thành phố Trần Quốc Hưng"
        end = districts.over_the_line(text, p.start(1), _proper_end(low, p.start(1), p.end()))
        proper = " ".join(text[p.start(1) : end].split())
        tail = _IN_PROVINCE.match(low, end)
        if tail and (found := place_at(low, tail.end())):
            place, end = found
    return unit, place, proper, end


_SHORT_OF_WORDS = re.compile(r"[BCDĐGHKLMNPQRSTVXZ]{3,}(?!\w)")  # "giao UBND thành phố GPMB": what it is to do


_SURNAMES = frozenset(
    (
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
        "Lý", "Đinh", "Trương", "Đoàn", "Mai", "Tô", "Hà", "Lâm", "Trịnh", "Đào", "Cao", "Lương", "Lưu", "Tạ", "Thái",
    )
)  # fmt: skip
_FULL_NAME = 3  # words; places named after persons are in the table of districts


def is_person(name: str) -> bool:
    """Whether a name is that of a person, and of no district: surname, middle name, name.

    >>> is_person("Trần Quốc Hưng"), is_person("Lê Chân"), is_person("Trần Văn Thời")  # a district of Cà Mau
    (True, False, False)
    """
    words = name.split()
    return len(words) >= _FULL_NAME and words[0] in _SURNAMES and slug(name) not in districts.provinces()


_REGION = re.compile(r"\s+khu\s+vực\s+(?:[ivx]+|\d{1,2})(?!\w)")


def _office(text: str, low: str, start: int, end: int, base: Issuer, name: str) -> Phrase | None:
    """The office of a central body in a place: "Kho bạc Nhà nước tỉnh Sơn La", "Cục Thuế khu vực V"."""
    if region := _REGION.match(low, end):
        return Phrase(start, region.end(), in_region(base, slug(region.group())), name)
    unit, place, proper, stop = place_behind(text, low, end)
    return Phrase(start, stop, in_place(base), name, unit, place, proper) if unit or place else None


_OTHER_COUNCIL = re.compile(
    r"(?:thành\s+viên|quản\s+(?:trị|lý)|trường|khoa\s+học|nghiệm\s+thu|thẩm\s+định|tư\s+vấn|sáng\s+kiến|tuyển\s+dụng|xét|"
    r"đấu\s+giá|định\s+giá|kỷ\s+luật|y\s+khoa|giám\s+định|bồi\s+thường|liên\s+ngành)(?!\w)"
)
_OF_A_MASS_BODY = re.compile(r"(?:ban\s+chấp\s+hành|bch)\s+(?=(?:trung\s+ương|t\.?[wư])\s+(?:hội|đoàn|liên)(?!\w))")
_OF_THE_CENTRE = re.compile(
    r"[^;:.,()\d\n]{0,70}?\s(?:của\s+(?:thủ\s+tướng\s+)?chính\s+phủ|trung\s+ương)(?!\w)"
    r"|(?:\s+\d{2,4})?\s+quốc\s+gia(?!\w)"
)
_JOINT_LEAD = re.compile(r"liên\s+(?:bộ|ngành|tịch)\s*:?\s+(?=\w)")
_JOINT_LINK = re.compile(r"\s*(?:-|,|;|&)\s*|\s+và\s+")
_NAME_CHARS = 80


def _joint_phrase(low: str, at: int) -> Phrase | None:
    """Several bodies that sign together, the word Bộ left out: "Liên Bộ Tài chính - Giao thông vận tải"."""
    lead = _JOINT_LEAD.match(low, at)
    if lead is None:
        return None
    pattern, table = _names()
    bodies: list[Issuer] = []
    here = end = lead.end()
    while True:
        m = pattern.match(low, here)
        if m is not None:
            end = m.end()
        else:
            said = f"bộ {low[here : here + _NAME_CHARS]}"
            if (m := pattern.match(said)) is None:
                break
            end = here + m.end() - len("bộ ")
        bodies.append(table[tight(m.group())])
        link = _JOINT_LINK.match(low, end)
        if link is None:
            break
        here = link.end()
    if len(bodies) < 2 or any(b.local for b in bodies):
        return None
    return Phrase(at, end, bodies[0], tight(low[lead.end() : end]), joint=tuple(bodies[1:]))


_HIGHER_UNIT = re.compile(r"(?:tỉnh|thành\s+phố)(?!\w)")
_BODY_WORDS = re.compile(
    r"ban\s+(?:dân|tổ|tuyên|nội|chỉ|quản|kinh|thường|chấp)|phòng\s+(?:giáo|nội|tài|tư|y|văn|lao|nông|kinh|quản|dân|thanh)|"
    r"văn\s+phòng|ủy\s+ban|hội\s+đồng|đảng\s+ủy|trung\s+tâm|mặt\s+trận|thường\s+trực|bệnh\s+viện|trạm\s+y|công\s+ty|"
    r"trường\s+(?:tiểu|trung|mầm|mẫu|phổ|cao|đại|chính|thcs|thpt|th\W)|cộng\s+hòa\s+xã\s+hội\s+chủ|độc\s+lập\s*-"
)


def _proper_end(low: str, start: int, end: int) -> int:
    """End of a place name that may run into the next body: "HUYỆN ỦY MỘC CHÂU / BAN DÂN VẬN"."""
    pattern, _ = _names()
    if again := _UNIT_AGAIN.search(low, start, end):  # "HUYỆN ỦY CHÂU THÀNH - TỈNH TRÀ VINH"
        end = again.start()
    for m in _SPACE.finditer(low, start, end):
        if m.group().count("\n") > 1 or _HIGHER_UNIT.match(low, m.end()):
            return m.start()
        if pattern.match(low, m.end()) or _BODY_WORDS.match(low, m.end()) or begins_other_words(low, m.end()):
            return m.start()
    return end


_TITLE_WORDS = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|tổ\s+chức|về|v/v|ban\s+hành|tiếp\s+tục|tăng\s+cường|đẩy\s+mạnh|sửa\s+đổi|bổ\s+sung|thay\s+thế|"
    r"bãi\s+bỏ|phê\s+duyệt|thông\s+qua|quy\s+định|hướng\s+dẫn|quán\s+triệt|lần\s+thứ|khóa|nhiệm\s+kỳ|giai\s+đoạn|đến|năm\s+\d|ngày\s+\d|số\s+\d|"
    r"trong|và|do|tại|theo|để|nhằm|(?:trực\s+)?thuộc)(?!\w)"
)


def begins_other_words(low: str, at: int) -> bool:
    """Whether capitals at ``at`` are no place name: a citation, or the words of a title that is all in capitals."""
    return _TITLE_WORDS.match(low, at) is not None or _is_type_name(low, at)


@cache
def _type_words() -> re.Pattern[str]:
    names = (*(fold_tone(lower(n)) for n, _ in registry.type_names()), "căn cứ", "ủy ban", "hội đồng nhân dân")
    return re.compile(spelt(names, begin=False) + r"(?!\w)")


def _is_type_name(low: str, at: int) -> bool:
    """Whether the capitalised words at ``at`` start a citation ("UBND huyện Kế hoạch số …") or grounds, not a place."""
    return _type_words().match(low, at) is not None


def unit_named(phrase: Phrase) -> str | None:
    """The unit that a body names, or that its committee implies: "Huyện ủy Mộc Châu" is of a huyện."""
    if phrase.unit:
        return phrase.unit
    committee = COMMITTEE.search(phrase.name)
    return UNIT_OF_COMMITTEE.get(COMMITTEES[committee[1]]) if committee else None


MANY = ("ban-chi-dao", "hoi-dong", "to-cong-tac")  # every level has many of them, all with one code
