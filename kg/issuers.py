"""Who issues a document: from the phrase in the text, from the codes of the number, from the place.

A phrase such as "của Chủ tịch Ủy ban nhân dân tỉnh Sơn La" is read into a registry body, its unit and its
place. Persons stand for their body. A local body without a place in the phrase takes the place of the
text (:class:`Locality`), as officials write "UBND tỉnh" for their own province.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from kg import registry
from kg.anchors import spelt, tight
from kg.districts import province_of
from kg.normalise import UPPER, Plain, fold_tone, lower
from kg.numbers import Number
from kg.registry import Issuer, slug

_UNITS = {
    "tỉnh": "tinh",
    "thành phố": "thanh-pho",
    "tp.": "thanh-pho",
    "tp": "thanh-pho",
    "thủ đô": "thanh-pho",
    "huyện": "huyen",
    "quận": "quan",
    "thị xã": "thi-xa",
    "thị": "thi-xa",
    "tx": "thi-xa",
    "xã": "xa",
    "phường": "phuong",
    "thị trấn": "thi-tran",
    "đặc khu": "dac-khu",
}
_DISTRICT_UNITS = ("huyen", "quan", "thi-xa")
_COMMUNE_UNITS = ("xa", "phuong", "thi-tran", "dac-khu")
_UNIT = r"(?:tỉnh|thành phố|thủ đô|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tp\.?|tx)"
_COMMITTEES = {
    "tỉnh ủy": "tinh-uy",
    "thành ủy": "thanh-uy",
    "huyện ủy": "huyen-uy",
    "quận ủy": "quan-uy",
    "thị ủy": "thi-uy",
    "đảng ủy": "dang-uy",
}
_UNIT_OF_COMMITTEE = {"huyen-uy": "huyen", "quan-uy": "quan", "thi-uy": "thi-xa", "thanh-uy": "thanh-pho"}
_COMMITTEE = re.compile(r"(?<!\w)(tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)(?!\w)")
_BELOW_PROVINCE = ("huyện ủy", "quận ủy", "thị ủy")
_SPACE = re.compile(r"\s+")
_IN_PROVINCE = re.compile(r"\s*[,(-]?\s*(?:tỉnh|thành phố|tp\.?)\s+")
_UNIT_AGAIN = re.compile(rf"[\s-]+{_UNIT}(?!\w)")
_UNIT_IN_NAME = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$|(?:huyện|quận|thị)(?= đoàn$)")
_PLACE_UNIT = re.compile(rf"\s*,?\s*(?:của\s+|thuộc\s+)?(?P<unit>{_UNIT})(?!\w)")
_PROPER = re.compile(
    r"[^\S\n]*\n?[^\S\n]*(?<=\s)"
    rf"(\d{{1,2}}(?![\w/.-])|[{UPPER}][\w'’]*(?:[ -]+(?:[{UPPER}][\w'’]*)){{0,3}})"
)
_LEAD = re.compile(
    r"(?:đồng chí\s+|các\s+|liên bộ:?\s+)?"
    r"(?:hội nghị(?:\s+(?:lần thứ\s+)?\w+)?(?:\s*\(?(?:lần\s+)?\d+\)?)?,?\s+(?:của\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Locality:
    """The place a text speaks from.

    Attributes:
        province: slug of a place of the registry, None where unknown.
        name: the province as printed in the registry.
        unit: ``tinh`` or ``thanh-pho``.
        sub_unit, sub_name: district or commune of the text's own issuer, where it has one.
        above_unit, above_name: the district that its commune lies in, where the letterhead names it.
    """

    province: str | None = None
    name: str | None = None
    unit: str | None = None
    sub_unit: str | None = None
    sub_name: str | None = None
    above_unit: str | None = None
    above_name: str | None = None

    def named(self, unit: str) -> str | None:
        """The district or commune of a unit that the text speaks from.

        >>> here = Locality("ninh-binh", "Ninh Bình", "tinh", "xa", "Ninh Vân", "huyen", "Hoa Lư")
        >>> here.named("huyen"), here.named("xa"), here.named("quan")
        ('Hoa Lư', 'Ninh Vân', None)
        """
        if unit == self.sub_unit:
            return self.sub_name
        return self.above_name if unit == self.above_unit else None


NOWHERE = Locality()


class Body(NamedTuple):
    """An issuing body in one place.

    Attributes:
        slug: slug of the full name with place, as the output shows it; None where the code is that
            of several organs and the text does not say which (``TW``).
        series: register key with its place, as ids use it; None where a local body has no known place.
        base: the registry row.
        placed: whether the place came from the phrase itself.
    """

    slug: str | None
    series: str | None
    level: str | None
    branch: str | None
    base: Issuer | None
    placed: bool = False
    end: int = 0


def province_locality(place: str) -> Locality:
    """The locality of a province.

    >>> province_locality("son-la").unit
    'tinh'
    """
    p = registry.places()[place]
    return Locality(p.slug, p.name, p.unit)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, Issuer]]:
    table: dict[str, Issuer] = {}
    for name, body in registry.issuer_names():
        low = fold_tone(lower(name))
        for form in (low, low.replace(" và ", " & ")):
            table.setdefault(tight(form), body)
    return re.compile(spelt(table, begin=False) + r"(?!\w)"), table


@cache
def _heads() -> re.Pattern[str]:
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
    return re.compile(rf"(?:phó\s+)?{spelt(heads, begin=False)}(?:,?\s+|\s*-\s*)")


@cache
def place_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Pattern over low text for every name of a province, and folded name → slug."""
    table: dict[str, str] = {}
    for name, place in registry.place_names():
        key = fold_tone(lower(" ".join(name.split())))
        table.setdefault(tight(key.replace("–", "-")), place.slug)
    return re.compile(spelt(table, begin=False) + r"(?!\w)"), table


def place_at(low: str, at: int) -> tuple[str, int] | None:
    """The province named exactly at ``at`` of a low text: its slug and the end.

    >>> place_at("thừa thiên - huế ban hành", 0)
    ('thua-thien-hue', 16)
    """
    pattern, table = place_pattern()
    m = pattern.match(low, at)
    if m is None:
        return None
    return table[tight(m.group())], m.end()


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


# Party committees inside State bodies: until 2025 civil affairs committees and delegations, committees of the staff
COMMITTEES_IN = ("ban cán sự đảng", "đảng đoàn", "đảng ủy")
_COMMITTEE_IN = re.compile(
    rf"(?P<committee>{spelt(COMMITTEES_IN, begin=False)})\s+(?:của\s+)?"
    r"(?=(?:bộ|ngân|thanh|tòa|viện|kiểm|sở|ủy\s+ban)\s)"
)


@lru_cache(256)
def committee_in(kind: str, base: Issuer) -> Issuer:
    """The Party committee inside a State body: each body may have one, so they stand in no table.

    >>> committee_in("ban cán sự đảng", registry.issuer_codes()["bnv"][0]).slug
    'ban-can-su-dang-bo-noi-vu'
    """
    short = "".join(word[0] for word in slug(kind).split("-"))
    return replace(
        base,
        code="",
        aliases_code=(),
        slug=f"{slug(kind)}-{base.slug}",
        name=f"{kind.capitalize()} {base.name}",
        name_en=f"Party committee, {base.name_en}",
        branch="party",
        series=f"{short}-{base.series}",
        template=f"{slug(kind)}-{base.template}" if base.template else "",
        names=(),
        heads=(),
        successor=(),
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


_UNIT_HEADS = re.compile(r"(?:chi\s+cục|trung\s+tâm|ban\s+quản\s+lý)\s+")
_NAME_END = re.compile(rf"\s+(?:{_UNIT}\s|thuộc\s)")


def unit_under(parent: Issuer, line: str, code: str) -> Issuer | None:
    """An office below a department, from its line in the letterhead; its code tells its register.

    >>> so = registry.issuer_codes()["snv"][0]
    >>> unit_under(so, "chi cục văn thư - lưu trữ", "CCVTLT").template
    'chi-cuc-van-thu-luu-tru-{unit}-{place}'
    """
    name = " ".join(line.split())
    if not parent.local or not _UNIT_HEADS.match(name):
        return None
    if end := _NAME_END.search(name):
        name = name[: end.start()]
    for m in reversed(list(_SPACE.finditer(name))):
        found = place_at(name, m.end())
        if found is not None and found[1] == len(name):
            name = name[: m.start()]
            break
    key = slug(name)
    return replace(
        parent,
        code="",
        aliases_code=(),
        slug=key,
        name=name.capitalize(),
        name_en="",
        levels=("province",),
        series=slug(code),
        template=f"{key}-{{unit}}-{{place}}",
        names=(),
        heads=(),
        successor=(),
    )


_IN_OFFICE = re.compile(r"(?<!\w)(?:chi|tổng)\s+$")  # "Chi cục Chăn nuôi" is not the Cục


def read_phrase(text: str, low: str, at: int) -> Phrase | None:
    """The body named exactly at ``at`` (after "của"), with the unit and place that follow it.

    >>> t = "Chủ tịch UBND tỉnh Sơn La về"
    >>> p = read_phrase(t, lower(t), 0); p.base.slug, p.unit, p.place, t[p.start:p.end]
    ('uy-ban-nhan-dan', 'tinh', 'son-la', 'Chủ tịch UBND tỉnh Sơn La')
    """
    start = at
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
    if base.slug == "ban-chap-hanh-trung-uong" and (of := _OF_A_MASS_BODY.match(low, at)):
        inner_phrase = read_phrase(text, low, of.end())
        if inner_phrase is not None and inner_phrase.base.branch == "front":
            return inner_phrase._replace(start=start)
    if base.slug in _MANY and (central := _OF_THE_CENTRE.match(low, end)):
        return Phrase(start, central.end(), replace(base, local=False, template=""), name)
    if not base.local:
        return _with_partner(Phrase(start, end, base, name), low)
    place = proper = None
    unit = _UNITS[u.group()] if (u := _UNIT_IN_NAME.search(name)) else None  # "Công an thành phố"
    if unit is None and (u := _PLACE_UNIT.match(low, end)):
        unit = _UNITS[" ".join(u["unit"].split())]
        end = u.end()
    gap = _SPACE.match(low, end)
    here = gap.end() if gap else end
    if base.slug == "hoi-dong" and unit is None and text[here : here + 1].isupper():
        return None  # "Hội đồng Trường", "Hội đồng Khoa học …": another council, which the registry does not know
    sub = unit in _DISTRICT_UNITS or unit in _COMMUNE_UNITS or any(c in name for c in _BELOW_PROVINCE)
    sub = sub or (unit is None and "đảng ủy" in name and base.level != "province")
    city = unit == "thanh-pho" or "thành ủy" in name
    # a province's name after "huyện" is a district of that name ("huyện Điện Biên")
    if not sub and here > end and text[here : here + 1].isupper() and (found := place_at(low, here)):
        name_at, (place, end) = here, found
        if city and _is_no_city(place):  # "UBND thành phố Lạng Sơn": the city, not the province
            proper = " ".join(text[name_at:end].split())
    elif (sub or city) and (p := _PROPER.match(text, end)) and not _begins_other_words(low, p.start(1)):
        end = _proper_end(low, p.start(1), p.end())
        proper = " ".join(text[p.start(1) : end].split())
        tail = _IN_PROVINCE.match(low, end)
        if tail and (found := place_at(low, tail.end())):
            place, end = found
    return Phrase(start, end, base, name, unit, place, proper)


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
    r"trường\s+(?:tiểu|trung|mầm|mẫu|phổ|cao|đại|chính|thcs|thpt|th\W)"
)


def _proper_end(low: str, start: int, end: int) -> int:
    """End of a place name that may run into the next body: "HUYỆN ỦY MỘC CHÂU / BAN DÂN VẬN"."""
    pattern, _ = _names()
    if again := _UNIT_AGAIN.search(low, start, end):  # "HUYỆN ỦY CHÂU THÀNH - TỈNH TRÀ VINH"
        end = again.start()
    for m in _SPACE.finditer(low, start, end):
        if m.group().count("\n") > 1 or _HIGHER_UNIT.match(low, m.end()):
            return m.start()
        if pattern.match(low, m.end()) or _BODY_WORDS.match(low, m.end()) or _begins_other_words(low, m.end()):
            return m.start()
    return end


_TITLE_WORDS = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|tổ\s+chức|về|v/v|ban\s+hành|tiếp\s+tục|tăng\s+cường|đẩy\s+mạnh|sửa\s+đổi|bổ\s+sung|thay\s+thế|"
    r"bãi\s+bỏ|phê\s+duyệt|thông\s+qua|quy\s+định|hướng\s+dẫn|quán\s+triệt|lần\s+thứ|khóa|nhiệm\s+kỳ|giai\s+đoạn|đến|năm\s+\d|ngày\s+\d|số\s+\d|"
    r"trong|và|do|tại|theo|để|nhằm|(?:trực\s+)?thuộc)(?!\w)"
)


def _begins_other_words(low: str, at: int) -> bool:
    """Whether capitals at ``at`` are no place name: a citation, or the words of a title that is all in capitals."""
    return _TITLE_WORDS.match(low, at) is not None or _is_type_name(low, at)


@cache
def _type_words() -> re.Pattern[str]:
    names = (*(fold_tone(lower(n)) for n, _ in registry.type_names()), "căn cứ", "ủy ban", "hội đồng nhân dân")
    return re.compile(spelt(names, begin=False) + r"(?!\w)")


def _is_type_name(low: str, at: int) -> bool:
    """Whether the capitalised words at ``at`` start a citation ("UBND huyện Kế hoạch số …") or grounds, not a place."""
    return _type_words().match(low, at) is not None


def settle(base: Issuer, where: Locality, *, phrase: Phrase | None = None) -> Body:
    """The body in its place: what the phrase says first, the text's own place for what it leaves open."""
    if not base.local:
        own = base.template or base.slug
        whole = "+".join((own, *(b.slug for b in phrase.joint))) if phrase else own
        return Body(whole, base.series, base.level, base.branch, base, True)
    unit = phrase.unit if phrase else None
    place = phrase.place if phrase else None
    proper = phrase.proper if phrase else None
    placed = bool(place or proper)
    committee = None
    if phrase and (c := _COMMITTEE.search(phrase.name)):
        committee = _COMMITTEES[c[1]]
    level = base.level
    sub = proper is not None or unit in _DISTRICT_UNITS or unit in _COMMUNE_UNITS
    sub = sub or committee in ("huyen-uy", "quan-uy", "thi-uy") or level in ("district", "commune")
    own_level = "commune" if where.sub_unit in _COMMUNE_UNITS else "district"
    if where.sub_unit and unit is None and place is None and base.level == "province" and own_level in base.levels:
        # only the code is known, or the bare name: the level of the text's own body is the likeliest reading
        sub = True
    province = place or where.province
    if (unit == "thanh-pho" or committee == "thanh-uy") and not place and _is_no_city(province):
        sub = True  # "UBND thành phố" in a province: the city in it
    if sub:
        home = where.above_unit if own_level == "commune" and own_level not in base.levels else where.sub_unit
        sub_unit = unit or _UNIT_OF_COMMITTEE.get(committee or "") or home
        if unit is None and committee == "thi-uy" and where.sub_unit == "thanh-pho":
            sub_unit = "thanh-pho"
        name = proper or (where.named(sub_unit) if sub_unit else None)
        level = "commune" if sub_unit in _COMMUNE_UNITS else "district"
        if name is None or (sub_unit is None and "{unit}" in base.template):
            return Body(None, None, level, base.branch, base, False)
        key = slug(name)
        if place is None and level == "district" and proper is not None and key != slug(where.sub_name or ""):
            province = province_of(key, where.province)
        elif province is None and level == "district":
            province = province_of(key, None)
        return Body(
            base.template.format(unit=sub_unit or "", committee=committee or _committee_of(sub_unit), place=key),
            f"{base.series}.{_sub_key(base, sub_unit, key)}" + (f".{province}" if province else ""),
            level,
            base.branch,
            base,
            placed,
        )
    if province is None:
        return Body(None, None, level, base.branch, base, False)
    known = registry.places().get(province)
    province_unit = unit if place and unit in ("tinh", "thanh-pho") else (known.unit if known else where.unit or "tinh")
    if committee is None:
        committee = "thanh-uy" if province_unit == "thanh-pho" else "tinh-uy"
    return Body(
        base.template.format(unit=province_unit, committee=committee, place=province),
        f"{base.series}.{province}",
        level,
        base.branch,
        base,
        placed,
    )


def _is_no_city(province: str | None) -> bool:
    known = registry.places().get(province or "")
    return known is not None and known.unit == "tinh"


def _sub_key(base: Issuer, unit: str | None, name: str) -> str:
    """District or commune in a register key; a district committee needs no unit, its code names it."""
    return f"{unit}-{name}" if unit and "{unit}" in base.template and base.series not in ("hu", "qu", "thu") else name


def _committee_of(unit: str | None) -> str:
    return {"huyen": "huyen-uy", "quan": "quan-uy", "thi-xa": "thi-uy", "thanh-pho": "thanh-uy"}.get(
        unit or "", "dang-uy"
    )


def may_have_issued(number: Number) -> tuple[Issuer, ...]:
    """Every body that the code of a number may mean, likeliest first.

    >>> from kg.numbers import read_number
    >>> [b.slug for b in may_have_issued(read_number("33-CT/TW", 0))]
    ['ban-chap-hanh-trung-uong', 'bo-chinh-tri', 'ban-bi-thu']
    """
    known = registry.issuer_codes()
    if number.bodies and (code := number.bodies[0].code) and code in number.printed:
        return known[code.casefold()]
    for code in re.split(r"[/_-]", number.printed):
        found = known.get(code.casefold()) or known.get(code.rstrip("0123456789").casefold(), ())
        if found and number.bodies and found[0] is number.bodies[0]:
            return found
    return number.bodies[:1]


def _in_time(bodies: tuple[Issuer, ...], date: str | None) -> Issuer:
    """The body that held a code at a date; the first one where time does not decide."""
    if date:
        for body in bodies:
            if (not body.valid_from or date >= body.valid_from[: len(date)]) and (
                not body.valid_to or date[: len(body.valid_to)] <= body.valid_to
            ):
                return body
    return bodies[0]


def issuer_of(number: Number | None, phrase: Phrase | None, where: Locality, *, date: str | None = None) -> Body:
    """Who issued a document: codes decide the register, the phrase the organ and the place.

    Where the phrase names a body of another register than the code (a clerk's slip, or a phrase that
    belongs to something else), the code is trusted.
    """
    if number is None or not number.bodies:
        if phrase is not None:
            return settle(phrase.base, where, phrase=phrase)
        code = next((c for c in (number.codes if number else ()) if c != (number.type_code if number else None)), None)
        series = f"{slug(code)}.{where.province}" if code and where.province else None
        return Body(None, series, None, None, None)
    if len(number.bodies) > 1:
        parts = [settle(b, where) for b in number.bodies]
        whole = "+".join(p.slug for p in parts if p.slug) if all(p.slug for p in parts) else None
        return Body(whole, parts[0].series, parts[0].level, parts[0].branch, number.bodies[0])
    if phrase is not None and phrase.joint and number.bodies[0] in (phrase.base, *phrase.joint):
        return settle(phrase.base, where, phrase=phrase)  # "10-TT/LB-NH" names one of those that sign
    options = may_have_issued(number)
    base = _in_time(options, date) if len(options) > 1 else number.bodies[0]
    if phrase is None and base.local and where.province is None:
        base = _in_time(tuple(o for o in options if not o.local) or (base,), date)  # the Government's papers: "315-CT"
    if phrase is not None and phrase.base.series == base.series:
        return settle(phrase.base, where, phrase=phrase)
    if base.slug == "chinh-phu" and (phrase is None or phrase.base is base) and _is_council(date):
        return settle(base, where)._replace(slug=_COUNCIL)
    if phrase is not None and phrase.base.slug == _COUNCIL and base.slug == "chinh-phu":
        return settle(base, where)._replace(slug=_COUNCIL)  # the Government's name until 1981, with its code
    if phrase is not None and phrase.base.slug == _PLENARY and base.series in _BELOW_TU and phrase.unit != "tinh":
        # "24-KH/HU của Ban Chấp hành Đảng bộ": of the district
        return settle(_plenary_of(phrase.base, base), where, phrase=phrase)
    if phrase is not None and base.series == "du" and phrase.base.slug.startswith("dang-uy-"):
        return settle(phrase.base, where, phrase=phrase)  # "Đảng ủy Sở Tài chính": inside a body, without a code
    if phrase is not None and base.series == "thu" and "thành ủy" in phrase.name:
        return settle(base, where, phrase=phrase)  # the code of town committees is that of cities in provinces too
    if phrase is not None and any(phrase.base.series == o.series for o in options):
        return settle(phrase.base, where, phrase=phrase)
    if phrase is not None and base.slug == "hoi-dong-nhan-dan" and phrase.base.series in _COUNCIL_BOARDS:
        return settle(phrase.base, where, phrase=phrase)._replace(series=settle(base, where, phrase=phrase).series)
    if phrase is not None and _is_alias(base, number) and (not phrase.base.local or _is_department(phrase.base)):
        # "124/CT của Chủ tịch Hội đồng Bộ trưởng"; "456/KHĐT-TH" of the Sở, with the letters of its ministry
        return settle(phrase.base, where, phrase=phrase)
    if phrase is not None and {phrase.base.slug, base.slug} == _COUNCIL_AND_COMMITTEE:
        return settle(base, where, phrase=phrase)  # "17/2011/NQ-UBND của HĐND thành phố": the place is sure
    body = settle(base, where)
    if phrase is None and base.slug in _MANY:
        return Body(None, None, None, base.branch, base)
    if base.code == "TW":
        return Body(None, body.series, body.level, body.branch, base)
    return body


_COUNCIL = "hoi-dong-chinh-phu"


def _is_council(date: str | None) -> bool:
    """Whether the Government was the Government Council: from 1960 to 3 July 1981."""
    return date is not None and "1960" <= date < "1981-07-04" and date != "1981"


_PLENARY = "ban-chap-hanh-dang-bo"
_BELOW_TU = ("hu", "qu", "thu", "du")


@lru_cache(16)
def _plenary_of(plenary: Issuer, body: Issuer) -> Issuer:
    """The plenary committee in the register of a body below the province."""
    return replace(plenary, series=body.series, levels=body.levels)


def unit_named(phrase: Phrase) -> str | None:
    """The unit that a body names, or that its committee implies: "Huyện ủy Mộc Châu" is of a huyện."""
    if phrase.unit:
        return phrase.unit
    committee = _COMMITTEE.search(phrase.name)
    return _UNIT_OF_COMMITTEE.get(_COMMITTEES[committee[1]]) if committee else None


def _is_department(body: Issuer) -> bool:
    """Whether a body is a department or office in a province or district, whose papers go without its first letter."""
    return body.local and body.slug.startswith(("so-", "phong-", "cuc-"))


def _is_alias(base: Issuer, number: Number) -> bool:
    """Whether a number names its body by another code than the body's own."""
    return base.code.casefold() not in (c.rstrip("0123456789").casefold() for c in re.split(r"[/_-]", number.printed))


_COUNCIL_BOARDS = ("bpc", "bktns", "bvhxh", "bdt")  # their papers carry the council's code: "21/BC-HĐND"
_COUNCIL_AND_COMMITTEE = {"hoi-dong-nhan-dan", "uy-ban-nhan-dan"}
_MANY = ("ban-chi-dao", "hoi-dong", "to-cong-tac")  # every level has many of them, all with one code
_CITY = re.compile(r"(?:thành phố|tp\.?|ubnd)\s*(?:hồ\s|hcm)|hcm")


def mentioned_places(p: Plain) -> dict[str, int]:
    """How often each province is named in a text."""
    counts: dict[str, int] = {}
    pattern, _ = place_pattern()
    for m in pattern.finditer(p.low):
        if m.start() and (p.low[m.start() - 1].isalnum() or p.low[m.start() - 1] in "-_/."):
            continue
        if not p.text[m.start()].isupper():
            continue
        found = place_at(p.low, m.start())
        if found and found[0] == "ho-chi-minh" and not _CITY.search(p.low, max(0, m.start() - 12), m.end()):
            continue  # the person
        if found:
            counts[found[0]] = counts.get(found[0], 0) + 1
    return counts
