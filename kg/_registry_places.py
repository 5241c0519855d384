"""Places: the registry table of provinces and central cities, of today and of the past."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg._registry_tables import FACTS, Facts, Row, by_slug, facts_of, longest_first, read_rows, spellings

UNITS = ("tinh", "thanh-pho", "dac-khu")


@dataclass(frozen=True, slots=True)
class Place:
    """A province or a city under the central government, of today or of the past.

    Attributes:
        slug: ASCII slug of the bare name.
        name: the name without its unit.
        aliases: other printed forms (``TP.HCM``, ``Daklak``).
        code: number in the official list before 2025-07-01; empty where it had none.
        unit: ``tinh``, ``thanh-pho`` or ``dac-khu``; before 2025-07-01 where it changed then.
        unit_2025: the unit from 2025-07-01, None where the name ended by then.
        city_from: date from which a ``tinh`` of 2025 is a city.
        merged_into: slug of the place that took it over as a whole, None where it lives on or was split.
        parts: slugs of the places that it was split into.
        valid_from, valid_to: first and last day of the name, empty where unknown or open.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    code: str
    unit: str
    unit_2025: str | None
    city_from: str
    merged_into: str | None
    parts: tuple[str, ...]
    valid_from: str
    valid_to: str
    facts: Facts = field(repr=False, compare=False)

    def unit_on(self, date: str) -> str:
        """The unit on a day.

        Args:
            date: ISO date or its beginning; empty for today's unit, or the last one of an ended name.

        Returns:
            ``tinh``, ``thanh-pho`` or ``dac-khu``.

        >>> places()["quang-ninh"].unit_on("2024-05-01")
        'tinh'
        """
        if self.city_from and (not date or date >= self.city_from[: len(date)]):
            return "thanh-pho"
        if self.unit_2025 and (not date or date >= "2025-07-01"[: len(date)]):
            return self.unit_2025
        return self.unit


_PLACE_COLUMNS = (
    "slug", "name", "aliases", "code", "unit", "unit_2025", "city_from", "merged_into", "parts",
    "valid_from", "valid_to", *FACTS,
)  # fmt: skip


def _place(row: Row) -> Place:
    return Place(
        slug=row.slug_of_name(),
        name=row.needed("name"),
        aliases=row.items("aliases"),
        code=row.text("code"),
        unit=row.one_of("unit", UNITS),
        unit_2025=row.one_of("unit_2025", ("", *UNITS)) or None,
        city_from=row.date("city_from"),
        merged_into=row.text("merged_into") or None,
        parts=row.items("parts"),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        facts=facts_of(row),
    )


@functools.cache
def places(folder: Path | None = None) -> Mapping[str, Place]:
    """Provinces and central cities by slug, those of the past after those of today.

    >>> places()["kon-tum"].merged_into
    'quang-ngai'
    """
    return by_slug(read_rows("places.csv", _PLACE_COLUMNS, folder), _place)


@functools.cache
def place_names(folder: Path | None = None) -> tuple[tuple[str, Place], ...]:
    """Names and aliases of places, in every tone-mark style, longest first.

    >>> sorted(name for name, place in place_names() if place.slug == "thanh-hoa")
    ['Thanh Hoá', 'Thanh Hóa']
    """
    return longest_first(
        (spelling, place)
        for place in places(folder).values()
        for spelling in dict.fromkeys(s for n in (place.name, *place.aliases) for s in spellings(n))
    )
