"""The place a text speaks from: provinces as they are named, with the district or commune of the text's own body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.anchors import spelt, tight
from kg.normalise import Plain, fold_tone, lower

DISTRICT_UNITS = ("huyen", "quan", "thi-xa")
COMMUNE_UNITS = ("xa", "phuong", "thi-tran", "dac-khu")
UNITS = {  # words for units, as low text has them
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
UNIT = r"(?:tỉnh|thành phố|thủ đô|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tp\.?|tx)"


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


def province_locality(place: str) -> Locality:
    """The locality of a province.

    >>> province_locality("son-la").unit
    'tinh'
    """
    p = registry.places()[place]
    return Locality(p.slug, p.name, p.unit)


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


def is_no_city(province: str | None) -> bool:
    """Whether a place is a province, so that "thành phố" with its name is the city in it.

    >>> is_no_city("lang-son"), is_no_city("ha-noi"), is_no_city(None)
    (True, False, False)
    """
    known = registry.places().get(province or "")
    return known is not None and known.unit == "tinh"


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
