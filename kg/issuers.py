"""Who issues a document: from the phrase in the text, from the codes of the number, from the place.

The codes of a number tell the register, the phrase (:mod:`kg.phrases`) the organ. A local body without a place in the
phrase takes the place of the text (:class:`~kg.locality.Locality`), as officials write "UBND tỉnh" for their own
province.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kg import registry
from kg.districts import province_of
from kg.institutions import is_institution
from kg.locality import COMMUNE_UNITS, DISTRICT_UNITS, Locality, is_no_city
from kg.numbers import Number
from kg.phrases import COMMITTEE, COMMITTEES, MANY, UNIT_OF_COMMITTEE, Phrase
from kg.registry import Issuer, slug


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
    if phrase and (c := COMMITTEE.search(phrase.name)):
        committee = COMMITTEES[c[1]]
    level = base.level
    sub = proper is not None or unit in DISTRICT_UNITS or unit in COMMUNE_UNITS
    sub = sub or committee in ("huyen-uy", "quan-uy", "thi-uy") or level in ("district", "commune")
    own_level = "commune" if where.sub_unit in COMMUNE_UNITS else "district"
    if where.sub_unit and unit is None and place is None and base.level == "province" and own_level in base.levels:
        # only the code is known, or the bare name: the level of the text's own body is the likeliest reading
        sub = True
    province = place or where.province
    if (unit == "thanh-pho" or committee == "thanh-uy") and not place and is_no_city(province):
        sub = True  # "UBND thành phố" in a province: the city in it
    if sub:
        home = where.above_unit if own_level == "commune" and own_level not in base.levels else where.sub_unit
        sub_unit = unit or UNIT_OF_COMMITTEE.get(committee or "") or home
        if unit is None and committee == "thi-uy" and where.sub_unit == "thanh-pho":
            sub_unit = "thanh-pho"
        name = proper or (where.named(sub_unit) if sub_unit else None)
        level = "commune" if sub_unit in COMMUNE_UNITS else "district"
        if name is None or (sub_unit is None and "{unit}" in base.template):
            return Body(None, None, level, base.branch, base, False)
        key = slug(name)
        if place is None and level == "district" and proper is not None and key != slug(where.sub_name or ""):
            province = province_of(name, where.province)
        elif province is None and level == "district":
            province = province_of(name, None)
        # "Quận ủy Quận 4": a figure alone is no name
        shown = f"{sub_unit}-{key}" if key.isdigit() and sub_unit and "{unit}" not in base.template else key
        return Body(
            base.template.format(unit=sub_unit or "", committee=committee or _committee_of(sub_unit), place=shown),
            f"{base.series}.{_sub_key(base, sub_unit, key)}" + (f".{province}" if province else ""),
            level,
            base.branch,
            base,
            placed,
        )
    if province is None:
        itself = base.template if "{" not in base.template else None  # "Trường THPT Tô Hiệu", wherever it is
        return Body(itself, None, level, base.branch, base, False)
    known = registry.places().get(province)
    province_unit = unit if place and unit in ("tinh", "thanh-pho") else (known.unit if known else where.unit or "tinh")
    if committee is None or (committee == "tinh-uy" and known is not None and known.unit == "thanh-pho"):
        committee = "thanh-uy" if province_unit == "thanh-pho" else "tinh-uy"
    return Body(
        base.template.format(unit=province_unit, committee=committee, place=province),
        f"{base.series}.{province}",
        level,
        base.branch,
        base,
        placed,
    )


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


_LEVELS = {
    "tinh": 0, "thanh-pho": 1, "huyen": 1, "quan": 1, "thi-xa": 1, "xa": 2, "phuong": 2, "thi-tran": 2, "dac-khu": 2,
}  # fmt: skip


def stands_below(phrase: Phrase, above: Phrase) -> bool:
    """Whether a body is of a level below another: "UBND THÀNH PHỐ ĐÀ NẴNG / UBND PHƯỜNG AN HẢI".

    A city may be part of a province or, as one of the central cities, have its own wards.

    >>> from kg.phrases import read_phrase
    >>> names = ("UBND thành phố Đà Nẵng", "UBND phường An Hải", "UBND thành phố Vinh", "UBND tỉnh Nghệ An")
    >>> city, ward, town, province = (read_phrase(t, t.lower(), 0) for t in names)
    >>> stands_below(ward, city), stands_below(town, province), stands_below(city, ward)
    (True, True, False)
    """
    levels = [0 if x.unit == "thanh-pho" and x.place else _LEVELS.get(x.unit or "") for x in (phrase, above)]
    if levels[1] is None:
        return phrase.base.local and not above.base.local
    return levels[0] is not None and levels[0] > levels[1]


def has_code_of(number: Number, phrase: Phrase) -> bool:
    """Whether a number can be of a body: it has a code of that, alone or before those of its offices.

    >>> from kg.numbers import read_number
    >>> from kg.phrases import read_phrase
    >>> t = "Ban Thường vụ Tỉnh ủy"
    >>> has_code_of(read_number("76-CT/TU", 0), read_phrase(t, t.lower(), 0))
    True
    """
    if any(phrase.base.series == body.series for body in may_have_issued(number)):
        return True
    return any(code in phrase.base.codes for code in number.codes[:2])


# codes that the boards and heads of all schools and firms of a province write alike
_OF_ANY_BODY = ("hdtv", "hdqt", "hdql", "hdt", "dhdcd", "bks", "bgd", "gd", "tgd", "ht", "cty", "ct")


def series_in(code: str, province: str) -> str | None:
    """The register of a body that only its code names, in its province; None where many bodies write the code.

    >>> series_in("BVĐK", "son-la"), series_in("HĐTV", "son-la")
    ('bvdk.son-la', None)
    """
    return None if slug(code) in _OF_ANY_BODY else f"{slug(code)}.{province}"


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
        code = next(iter(_codes_of_bodies(number)), None) if number else None
        series = series_in(code, where.province) if code and where.province else None
        return Body(None, series, None, None, None)
    if len(number.bodies) > 1:
        parts = [settle(_at_level(b, number, where), where) for b in number.bodies]
        whole = "+".join(p.slug for p in parts if p.slug) if all(p.slug for p in parts) else None
        return Body(whole, parts[0].series, parts[0].level, parts[0].branch, number.bodies[0])
    if phrase is not None and phrase.joint and number.bodies[0] in (phrase.base, *phrase.joint):
        return settle(phrase.base, where, phrase=phrase)  # "10-TT/LB-NH" names one of those that sign
    if phrase is None and number.type_code in _IN_COMMON and len(_codes_of_bodies(number)) > 1:
        lead = settle(number.bodies[0], where)  # not all of those that sign are known
        return lead._replace(slug=None, series=lead.series if _leads(number) else None)
    options = may_have_issued(number)
    if phrase is not None and date and _has_taken_over(phrase.base, options, date):
        # "3318/BTNMT-KHTC ngày 07/4/2026 của Bộ Nông nghiệp và Môi trường"
        return settle(phrase.base, where, phrase=phrase)
    nameless = phrase is None or phrase.base.slug in MANY  # "của Hội đồng"
    if nameless and date and all(o.valid_to and o.valid_to[:4] < date[:4] for o in options):
        return Body(None, None, None, None, None)  # the code of a body that was no more
    base = _in_time(options, date) if len(options) > 1 else number.bodies[0]
    if phrase is None and where.sub_unit and not base.local and _is_alias(base, number):
        # "TTr-TNMT" in a district is of its office, not of the ministry
        base = next((o for o in options if o.local and "district" in o.levels), base)
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
    if phrase is not None and base.series == "du" and phrase.base.slug.startswith(_INSIDE_A_BODY):
        return settle(phrase.base, where, phrase=phrase)  # "Đảng ủy Sở Tài chính": inside a body, without a code
    if phrase is not None and base.series == "duk" and phrase.base.slug.startswith("dang-uy-khoi-"):
        return settle(phrase.base, where, phrase=phrase)  # the blocs of the centre wrote the code of those of provinces
    if phrase is not None and base.series == "du" and phrase.base.series == "tu" and (phrase.place or phrase.unit):
        # "153-KH/ĐU của Ban Thường vụ Tỉnh ủy Bắc Kạn": every committee has the code, the words name one
        return settle(phrase.base, where, phrase=phrase)
    if phrase is not None and base.series == "thu" and "thành ủy" in phrase.name:
        # the code of town committees is that of cities in provinces too
        return settle(_organ_of_a_city(phrase.base) or base, where, phrase=phrase)
    if phrase is not None and any(phrase.base.series == o.series for o in options):
        return settle(phrase.base, where, phrase=phrase)
    if phrase is not None and (phrase.base.slug, base.slug) == _STANDING and number.term is None:
        return settle(phrase.base, where, phrase=phrase)  # "41-NQ/QH ngày 28-2-1977 của Ủy ban Thường vụ Quốc hội"
    if phrase is not None and base.slug == "hoi-dong-nhan-dan" and phrase.base.series in COUNCIL_BOARDS:
        board = settle(_board_of_council(phrase.base), where, phrase=phrase)
        return board._replace(series=settle(base, where, phrase=phrase).series)
    if phrase is not None and _is_alias(base, number) and _may_borrow(phrase.base):
        # "124/CT của Chủ tịch Hội đồng Bộ trưởng"; "456/KHĐT-TH" of the Sở, with the letters of its ministry; "TTr-BQL"
        return settle(phrase.base, where, phrase=phrase)
    if phrase is not None and phrase.base.slug == "uy-ban-nhan-dan" and any(_OF_UB.match(c) for c in number.codes):
        return settle(phrase.base, where, phrase=phrase)  # "566 TC/UBTH của UBND tỉnh": of its finance office
    if phrase is not None and {phrase.base.slug, base.slug} == _COUNCIL_AND_COMMITTEE:
        return settle(base, where, phrase=phrase)  # "17/2011/NQ-UBND của HĐND thành phố": the place is sure
    if phrase is not None and phrase.base.slug == "hoi-dong-nhan-dan" and base.slug == "hoi-dong":
        return settle(phrase.base, where, phrase=phrase)  # "14/2002/NQ-HĐ của HĐND tỉnh"
    of_party = phrase is not None and phrase.base.branch == "party" and not phrase.base.local
    if phrase is not None and of_party and base.series in _OF_MANY_ORGANS:
        # "26-HD/TW của Ban Tổ chức Trung ương": the words name one organ, the code is that of many
        return settle(phrase.base, where, phrase=phrase)._replace(series=settle(base, where).series)
    body = settle(base, where)
    if phrase is None and base.slug in MANY:
        return Body(None, None, None, base.branch, base)
    if base.code == "TW":
        return Body(None, body.series, body.level, body.branch, base)
    return body


def in_its_code(number: Number, body: Body) -> Number:
    """A number with the code TU that a province's committee printed as TƯ, which of the centre is TW.

    >>> from kg.analyse import analyse
    >>> text = "Nghị quyết 7-NQ/TƯ ngày 3/4/2012 của Tỉnh ủy Sơn La; Nghị quyết 7-NQ/TƯ ngày 3/4/2012 của Bộ Chính trị"
    >>> [m.target for m in analyse(text).mentions]
    ['vn_tu.son-la_nghi-quyet_t2010_07-nq-tu', 'vn_dcsvn-tw_nghi-quyet_k11_07-nq-tw']
    """
    if body.base is None or body.base.series != "tu" or number.codes[-1:] != ("TW",):
        return number
    if not number.printed.casefold().endswith("tư"):
        return number
    return number._replace(codes=(*number.codes[:-1], "TU"), bodies=(registry.issuer_codes()["tu"][0],))


def _has_taken_over(body: Issuer, options: tuple[Issuer, ...], date: str) -> bool:
    """Whether a body still writes the code of one that it succeeded, which was no more on that day."""
    return all(o.valid_to and o.valid_to[: len(date)] < date and body.code in o.successor for o in options)


_IN_COMMON = ("NQLT", "TTLT", "TTLN", "CTPH", "CTrPH", "QCPH", "KHPH", "KHLT", "HDLT")


def _codes_of_bodies(number: Number) -> list[str]:
    """The codes of a number but that of its type."""
    return [code for code in number.codes if code != number.type_code]


def _leads(number: Number) -> bool:
    """Whether the first code of a joint number is that of the one body that is known."""
    first = _codes_of_bodies(number)[0].casefold()
    return number.bodies[0] in registry.issuer_codes().get(first, ())


_OF_MANY_ORGANS = ("dcsvn-tw", "tu")
_STANDING = ("uy-ban-thuong-vu-quoc-hoi", "quoc-hoi")
_COUNCIL = "hoi-dong-chinh-phu"


def _is_council(date: str | None) -> bool:
    """Whether the Government was the Government Council: from 1960 to 3 July 1981."""
    return date is not None and "1960" <= date < "1981-07-04" and date != "1981"


_PLENARY = "ban-chap-hanh-dang-bo"
_INSIDE_A_BODY = ("dang-uy-", "ban-thuong-vu-dang-uy-", "thuong-truc-dang-uy-")
_BELOW_TU = ("hu", "qu", "thu", "du")


@lru_cache(16)
def _plenary_of(plenary: Issuer, body: Issuer) -> Issuer:
    """The plenary committee in the register of a body below the province."""
    return replace(plenary, series=body.series, levels=body.levels)


@lru_cache(16)
def _organ_of_a_city(organ: Issuer) -> Issuer | None:
    """The organ of a committee in a province for that of the province: "Ban Thường vụ Thành ủy" of Vinh."""
    name = organ.slug.replace("-tinh-uy", "-thi-uy")
    return next((body for body in registry.issuers() if body.slug == name != organ.slug), None)


def _is_department(body: Issuer) -> bool:
    """Whether a body is a department or office in a province or district, whose papers go without its first letter."""
    return body.local and body.slug.startswith(("so-", "phong-", "cuc-"))


def _at_level(body: Issuer, number: Number, where: Locality) -> Issuer:
    """The office or the police of the place that a text speaks from, for their codes in a joint number.

    "QCPH-LĐLĐ-BHXH" of a province is of the social insurance there.
    """
    if not body.local and where.province and any(b.local for b in number.bodies):
        return next((b for b in registry.issuer_codes().get(body.code.casefold(), ()) if b.local), body)
    if body.code != "CAT" or "CA" not in number.codes or where.sub_unit is None:
        return body
    code = "CAX" if where.sub_unit in COMMUNE_UNITS else "CAH"
    return next(b for b in registry.issuers() if b.code == code)


def _may_borrow(body: Issuer) -> bool:
    """Whether a body may write a code that is not its own."""
    return not body.local or _is_department(body) or is_institution(body)


def _is_alias(base: Issuer, number: Number) -> bool:
    """Whether a number names its body by another code than the body's own."""
    return base.code.casefold() not in (c.rstrip("0123456789").casefold() for c in re.split(r"[/_-]", number.printed))


COUNCIL_BOARDS = ("bpc", "bktns", "bktxh", "bvhxh", "bdt")
"""Registers of the boards of a People's Council, whose papers carry its code: "21/BC-HĐND"."""


def _board_of_council(body: Issuer) -> Issuer:
    """The board that a body is where it writes the council's code: an agency of the province is "Ban Dân tộc" too."""
    of_council = f"{body.slug}-hoi-dong-nhan-dan"
    return next((b for b in registry.issuers() if b.slug == of_council), body) if body.slug == "ban-dan-toc" else body


_OF_UB = re.compile(r"UB(?:ND|TH)?$")  # "UBTH": its general office
_COUNCIL_AND_COMMITTEE = {"hoi-dong-nhan-dan", "uy-ban-nhan-dan"}
