"""In which province a district lies, so that its register is known wherever it is named.

Papers name "UBND huyện Văn Chấn" without its province. Most names of districts are borne by one district of the
country only: for these the table ``districts.csv`` tells the province. The others stay open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from kg import registry
from kg._registry_tables import BASES, read_rows
from kg.normalise import UPPER, fold_tone, lower
from kg.registry import slug

UNITS = ("huyen", "quan", "thi-xa", "thanh-pho")
_COLUMNS = ("name", "unit", "province", "source", "basis")


@cache
def provinces(folder: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Slug of a district's bare name → slugs of the provinces that have a district of that name.

    A town that became a city keeps its name, so units are not told apart. Names are those of the last years before
    districts ended on 2025-07-01.

    Raises:
        RegistryError: a row is wrong.

    >>> provinces()["van-chan"], provinces()["phong-dien"]
    (('yen-bai',), ('can-tho', 'thua-thien-hue'))
    """
    return _grouped(slug, folder)


@cache
def _of_printed(folder: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """The same by the name as printed: Tân Thành is not Tân Thạnh."""
    return _grouped(_printed, folder)


_BEFORE_K = re.compile(r"[ăắ](?=k(?!\w))")


def _printed(name: str) -> str:
    """A name as those agree that print it: Đắk Song, Đăk Song and Đak Song are one, as are Cư M'gar and Cư M’gar.

    >>> _printed("ĐẮK  Song") == _printed("Đăk Song"), _printed("Tân Thành") == _printed("Tân Thạnh")
    (True, False)
    """
    spelt = _BEFORE_K.sub("a", fold_tone(lower(name)).replace("-", " "))
    return " ".join(re.sub(r"[’'`]", "", spelt).split())


def _grouped(key: Callable[[str], str], folder: Path | None) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, province in _rows(folder):
        found[key(name)].add(province)
    return {name: tuple(sorted(places)) for name, places in found.items()}


def _rows(folder: Path | None) -> Iterator[tuple[str, str]]:
    """Bare name and province of each district in the table."""
    for row in read_rows("districts.csv", _COLUMNS, folder):
        row.one_of("unit", UNITS)
        row.one_of("basis", BASES)
        row.needed("source")
        province = row.needed("province")
        if province not in registry.places(folder):
            row.fail("province", f"{province!r} is no place; use the slug of a row of places.csv")
        yield row.needed("name"), province


def province_of(name: str, near: str | None) -> str | None:
    """The province of a district that a text names without one.

    Args:
        name: its bare name as printed, or the slug of it.
        near: the province that the text speaks from.

    Returns:
        The text's own province where it has such a district, or where no province is known to have one; else the
        only province that has; None where several have, and none is meant more than the others.

    >>> province_of("van-chan", None), province_of("van-chan", "son-la"), province_of("chau-thanh", "ben-tre")
    ('yen-bai', 'yen-bai', 'ben-tre')
    >>> province_of("Sa Pa", None), province_of("Đăk Song", None)
    ('lao-cai', 'dak-nong')
    >>> province_of("Tân Thạnh", None), province_of("Tân Thành", None) is None  # in Ba Ria - Vung Tau until 2018
    ('long-an', True)
    >>> province_of("chau-thanh", "son-la") is None, province_of("khong-co", "son-la")
    (True, 'son-la')
    """
    having = provinces().get(slug(name), ()) if name.isascii() else _of_printed().get(_printed(name), ())
    if not having or (near is not None and any(_same_ground(near, place) for place in having)):
        return near
    return having[0] if len(having) == 1 else None


@cache
def _same_ground(one: str, other: str) -> bool:
    """Whether two names of provinces may stand for the same ground at different times: Hà Tây and Hà Nội."""
    return bool(_grounds(one) & _grounds(other))


def _grounds(place: str) -> set[str]:
    """A province with what it was split into and merged into."""
    known = registry.places().get(place)
    if known is None:
        return {place}
    return {place, *known.parts, *((known.merged_into,) if known.merged_into else ())}


_CUT = re.compile(
    rf"[^\S\n]*\n[^\S\n]*(?P<one>[{UPPER}][^\W\d_]+)(?P<two>[ ][{UPPER}][^\W\d_]+)?(?=[ ][^\W\d_]|\s*[.,;:)])"
)


def over_the_line(text: str, start: int, end: int) -> int:
    """End of a place name that may go on behind a line end: "huyện ủy Lục / Ngạn về việc".

    It does where the table has the whole name and not its beginning, or the text prints it whole elsewhere.

    >>> t = "Huyện ủy Lục\\nNgạn về việc kiểm điểm"
    >>> t[9 : over_the_line(t, 9, 12)]
    'Lục\\nNgạn'
    """
    cut = _CUT.match(text, end)
    if cut is None or "\n" in text[start:end] or slug(text[start:end]) in provinces():
        return end
    for stop in sorted({cut.end("one"), cut.end()}):
        whole = " ".join(text[start:stop].split())
        if slug(whole) in provinces() or (" " not in text[start:end] and f" {whole}" in text):
            return stop
    return end
