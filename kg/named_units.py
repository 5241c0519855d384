"""Which district, commune or city is meant by "UBND huyện", "Thành ủy", where a text names just one of that unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.anchors import followed, places, word_end
from kg.districts import provinces
from kg.found import Found
from kg.locality import COMMUNE_UNITS, Locality, is_no_city, place_at
from kg.normalise import Plain, lower
from kg.phrases import Phrase, is_person, read_phrase, unit_named
from kg.registry import places as places_table
from kg.registry import slug

_BODY_OF_UNIT = re.compile(
    r"(?:ubnd|hđnd|ủy\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân)\s+"
    r"(?:huyện|quận|thị\s+xã|thành\s+phố|tp\.?|xã|phường|thị\s+trấn)\s+(?=\w)|(?:huyện|quận|thị)\s+ủy\s+(?=\w)"
)


def _may_be_bodies_of_units(low: str) -> Iterator[int]:
    """Where :data:`_BODY_OF_UNIT` can stand."""
    for code in ("ubnd", "hđnd"):
        yield from places(low, code)
    yield from followed(low, "hội", "đồng")
    for at in places(low, "ủy"):
        end = word_end(low, at)
        unit = next((unit for unit in ("huyện", "quận", "thị") if end and low.startswith(unit, end - len(unit))), None)
        yield at if unit is None else end - len(unit)


def with_district(p: Plain, where: Locality, found: list[Found]) -> list[Found]:
    """Names the district or commune of "UBND huyện", "Huyện ủy" where the text names exactly one of that unit.

    "UBND thành phố" in a text of a central city is that of the city, though the text be sent to a city inside it.
    """
    if not any(f.phrase is not None and _is_open(f.phrase) for f in found):
        return found
    said = [f.phrase for f in found if f.phrase is not None]
    bodies = (at for at in _may_be_bodies_of_units(p.low) if _BODY_OF_UNIT.match(p.low, at))
    said += [x for at in bodies if (x := read_phrase(p.text, p.low, at)) and not _is_of_its_head(p, x)]
    names: dict[str, set[tuple[str, str | None]]] = {}
    for phrase in said:
        if phrase.proper and (unit := unit_named(phrase)):
            names.setdefault(unit, set()).add((phrase.proper, phrase.place))
    for unit, named in names.items():  # headings print them in capitals
        names[unit] = {x for x in named if not x[0].isupper() or not _in_small(x[0], named)}
    home = places_table().get(where.province or "")
    if home is not None and home.unit == "thanh-pho" and where.sub_unit != "thanh-pho":
        names.pop("thanh-pho", None)
    out = []
    for f in found:
        known = names.get(unit_named(f.phrase) or "", set()) if f.phrase is not None and _is_open(f.phrase) else set()
        if f.phrase is not None and len(known) == 1:
            proper, place = next(iter(known))
            f = f._replace(phrase=f.phrase._replace(proper=proper, place=place))
        out.append(f)
    return out


_HEAD = re.compile(r"(?:chủ\s+tịch|bí\s+thư)\s+$")


def _is_of_its_head(p: Plain, phrase: Phrase) -> bool:
    """Whether the name behind a body is that of the person who heads it: "Chủ tịch UBND thành phố Trần Quốc Hưng"."""
    if phrase.unit in COMMUNE_UNITS or not phrase.proper or not is_person(phrase.proper):
        return False
    return _HEAD.search(p.low, max(0, phrase.start - 16), phrase.start) is not None


def _in_small(name: str, named: Iterable[tuple[str, str | None]]) -> bool:
    """Whether a name in capitals is there in small letters too."""
    return any(other != name and lower(other) == lower(name) for other, _ in named)


_PROVINCE_NAMED = re.compile(r"(?<!\w)tỉnh\s+(?=\w)")


def with_province(p: Plain, where: Locality, found: list[Found]) -> list[Found]:
    """Names the province of "UBND tỉnh" in a text that speaks from none, where it names exactly one.

    A ministry's conclusion about one province, an article about it.
    """
    if where.province is not None:
        return found
    is_open = [f.phrase is not None and f.phrase.unit == "tinh" and not _is_named(f.phrase) for f in found]
    if not any(is_open):
        return found
    named = {at[0] for m in _PROVINCE_NAMED.finditer(p.low) if (at := place_at(p.low, m.end()))}
    named |= {f.phrase.place for f in found if f.phrase is not None and f.phrase.place}
    if len(named) != 1:
        return found
    province = named.pop()
    return [
        f._replace(phrase=f.phrase._replace(place=province)) if here and f.phrase else f
        for f, here in zip(found, is_open, strict=True)
    ]


_OF_A_PROVINCE = re.compile(r"(?<!\w)(?:trên\s+địa\s+bàn|của|tại|thuộc)\s+(?:tỉnh|thành\s+phố)\s+(?=\w)")
_TITLE_ENDS = re.compile(r"[;\n|]|\d\s?/")
_TITLE = 400
_MERGED = "2025-07"


def with_former_province(p: Plain, where: Locality, found: list[Found]) -> list[Found]:
    """Names the former province of an older paper whose title speaks of it, in a text of the one that took it over.

    "Nghị quyết số 49/2019/NQ-HĐND … của Hội đồng nhân dân tỉnh thông qua Bảng giá đất trên địa bàn tỉnh Yên Bái" in a
    text of Lào Cai.
    """
    former = {name for name, place in places_table().items() if where.province and place.merged_into == where.province}
    if not former:
        return found
    told = [_of_former(p, f, former) if f.number is not None and f.number.bodies else f for f in found]
    return _as_above(p, told, former)


def _as_above(p: Plain, found: list[Found], former: set[str]) -> list[Found]:
    """Names the former province in the lines of a list below one that names it: "… của Sở Xây dựng" of that time."""
    out: list[Found] = []
    last: tuple[int, str] | None = None
    for f in found:
        phrase = f.phrase
        older = f.date is not None and f.date[: len(_MERGED)] < _MERGED and len(f.date) >= len(_MERGED)
        near = last is not None and p.text.count("\n", last[0], f.start) == 1
        if phrase is not None and older and phrase.base.local and phrase.unit in (None, "tinh"):
            if phrase.place in former:
                last = (f.head_end, phrase.place)
            elif near and last is not None and not _is_named(phrase):
                f = f._replace(phrase=phrase._replace(place=last[1], unit="tinh"))
                last = (f.head_end, last[1])
        out.append(f)
    return out


def _of_former(p: Plain, f: Found, former: set[str]) -> Found:
    base = f.phrase.base if f.phrase is not None else f.number.bodies[0] if f.number is not None else None
    if base is None or base.series not in ("ubnd", "hdnd"):
        return f
    if f.phrase is not None and (f.phrase.unit != "tinh" or _is_named(f.phrase)):
        return f
    if f.date is not None and f.date >= _MERGED[: len(f.date)]:
        return f
    stop = _TITLE_ENDS.search(p.low, f.head_end, f.head_end + _TITLE)
    end = stop.start() if stop else min(len(p.low), f.head_end + _TITLE)
    told = (place_at(p.low, m.end()) for m in _OF_A_PROVINCE.finditer(p.low, f.head_end, end))
    named = {at[0] for at in told if at is not None}
    if len(named) != 1 or not named <= former:
        return f
    phrase = f.phrase or Phrase(f.end, f.end, base, base.name.lower(), "tinh")
    return f._replace(phrase=phrase._replace(place=named.pop()))


# "công bố văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân tỉnh Quảng Bình ban hành"
_COUNCIL = r"(?:hđnd|hội\s+đồng\s+nhân\s+dân)"
_COMMITTEE = r"(?:ubnd|ủy\s+ban\s+nhân\s+dân)"
_PAPERS_OF = re.compile(
    r"(?<!\w)(?:văn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|nghị\s+quyết|quyết\s+định)(?:\s+sau(?:\s+đây)?)?\s+(?:của|do)\s+"
    rf"(?:(?:{_COUNCIL}|{_COMMITTEE})(?:\s*(?:,|,?\s+và)\s*(?:{_COUNCIL}|{_COMMITTEE}))?\s+)?(?P<unit>tỉnh|thành\s+phố)\s+"
)
_AND_ANOTHER = re.compile(r"\s*(?:,|và|;|,\s*và)\s+(?:tỉnh|thành\s+phố|(?:của|do)\s)")
_ARTICLE_AT = re.compile(r"\n[ \t*#]*điều\s+\d{1,3}(?!\d)")
_HEADING = re.compile(r"\n[ \t*#|]*(?:[a-zđ]|[ivx]{1,5}|\d{1,2}|điều\s+\d{1,3})\s*[.)|][^\n;]{0,60}$")
_OF_PLACES = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan")


def with_province_of_list(p: Plain, where: Locality, found: list[Found]) -> list[Found]:
    """Names the former province of papers without a body, where title or heading says that they are its papers.

    "Điều 1. Các văn bản sau đây của tỉnh Quảng Nam (cũ) tiếp tục được áp dụng: - Quyết định số 24/2019/QĐ-UBND ngày …",
    in a text of Đà Nẵng. A paper of later days is none of them.
    """
    former = {name for name, place in places_table().items() if where.province and place.merged_into == where.province}
    if not former:
        return found
    first = _ARTICLE_AT.search(p.low)
    parts = _parts_of_provinces(p, first.start() if first else 0)
    if not any(place in former for _, _, place in parts):
        return found
    out = []
    for f in found:
        place = next((place for begin, end, place in reversed(parts) if begin <= f.start < end), None)
        if f.phrase is None and f.number is not None and place in former and _is_older(f, place):
            base = f.number.bodies[0] if len(f.number.bodies) == 1 else None
            if base is not None and base.slug in _OF_PLACES:
                f = f._replace(phrase=Phrase(f.end, f.end, base, base.name.lower(), "tinh", place))
        out.append(f)
    return out


def _parts_of_provinces(p: Plain, body: int) -> list[tuple[int, int, str]]:
    """The parts of a text that are said to list papers of one province: all below its title, or below a heading."""
    titles, heads = set[str](), list[tuple[int, str]]()
    grounds = p.low.find("\ncăn cứ", 0, body)
    for m in _PAPERS_OF.finditer(p.low):
        at = place_at(p.low, m.end())
        if at is None or _AND_ANOTHER.match(p.low, at[1]):
            continue
        if m.start() < body:
            if grounds < 0 or m.start() < grounds:
                titles.add(at[0])
        elif _leads(p, m.start(), at[1]):
            heads.append((m.start(), at[0]))
    ends = [m.start() for m in _ARTICLE_AT.finditer(p.low)]
    parts = [(body, len(p.low), place) for place in titles] if len(titles) == 1 else []
    ends = sorted([*ends, *(at for at, _ in heads), len(p.low)])
    return parts + [(begin, ends[bisect_right(ends, begin)], place) for begin, place in heads]


def _leads(p: Plain, start: int, end: int) -> bool:
    """Whether words are a heading, or the lead of the items below: "… của tỉnh Quảng Nam (cũ) vẫn được áp dụng:"."""
    line = p.low.find("\n", end)
    rest = p.low[end : line if line >= 0 else len(p.low)].rstrip()
    if rest.endswith(":"):
        return True
    return p.text[start:end].isupper() and _HEADING.search(p.low, max(0, start - 80), start) is not None


def _is_older(f: Found, place: str) -> bool:
    """Whether a paper is known to be of the days of a province that is no more."""
    until = places_table()[place].valid_to
    day = f.date if f.date and not f.date.startswith("--") else None
    if day is None and f.number is not None and f.number.year:
        day = str(f.number.year)
    return bool(until and day) and (day or "") < until[: len(day or "")]


_CITY_NAMED = re.compile(r"(?<!\w)(?:thành\s+phố|tp\.?)\s+(?=\w)")


def with_city(p: Plain, where: Locality, found: list[Found]) -> list[Found]:
    """Names the city of "Thành ủy", "UBND thành phố" in the text of a province, where it names exactly one city of it.

    Which may also be the city's own title: "… trên địa bàn thành phố Phan Rang - Tháp Chàm".
    """
    if where.sub_name is not None or not is_no_city(where.province):
        return found
    is_open = [f.phrase is not None and unit_named(f.phrase) == "thanh-pho" and not _is_named(f.phrase) for f in found]
    if not any(is_open):
        return found
    body = "UBND "
    cities = set[str]()
    for m in _CITY_NAMED.finditer(p.low):
        said = p.text[m.start() : m.end() + 40]
        said = re.sub(r"\w+", lambda w: w.group().capitalize(), said) if said.isupper() else said
        phrase = read_phrase(body + said, body.lower() + p.low[m.start() : m.start() + len(said)], 0)
        if phrase is not None and phrase.proper and where.province in provinces().get(slug(phrase.proper), ()):
            cities.add(" ".join(phrase.proper.split()))
    if len({slug(city) for city in cities}) != 1:
        return found
    city = min(cities)
    return [
        f._replace(phrase=f.phrase._replace(proper=city)) if named and f.phrase else f
        for f, named in zip(found, is_open, strict=True)
    ]


def _is_named(phrase: Phrase) -> bool:
    return bool(phrase.proper or phrase.place)


def _is_open(phrase: Phrase) -> bool:
    """Whether a body says its unit and not which one; "Thành ủy" alone may be that of the province."""
    return not _is_named(phrase) and (phrase.unit is not None or unit_named(phrase) not in (None, "thanh-pho"))


def without_level(found: Iterable[Found]) -> Iterator[Found]:
    """Citations without the issuer where only a code tells it that bodies of every level write: "194/KH-UBND"."""
    for f in found:
        base = f.body.base if f.body is not None else None
        bare = f.number is not None and f.number.year is None and f.phrase is None
        if bare and base is not None and base.local and len(base.levels) > 1 and f.body is not None:
            f = f.with_body(f.body._replace(slug=None, series=None))
        yield f
