"""What the package knows before it reads a text: types, issuers, places, terms, cues, laws.

The facts are tables in ``data/registry``; a loader turns each into frozen records, once. Codes are looked
up case-folded with Đ kept (``ĐA`` is a scheme, ``DA`` a project). :func:`check` proves every example of
every row; each loader takes the ``folder`` of other tables, None means those of this installation.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from kg._registry_knowledge import (
    Cue,
    Law,
    PlenumPaper,
    RelationKind,
    Term,
    assembly_term,
    cues,
    law_at,
    law_titles,
    laws,
    local_party_term,
    party_term,
    plenum_paper,
    plenum_papers,
    relation_kinds,
    terms,
)
from kg._registry_tables import Row, fold_title, read_rows, slug, spellings

__all__ = [
    "Cue",
    "DocType",
    "Issuer",
    "Law",
    "Place",
    "PlenumPaper",
    "RelationKind",
    "Term",
    "assembly_term",
    "cues",
    "fold_title",
    "issuer_codes",
    "issuer_names",
    "issuers",
    "law_at",
    "law_titles",
    "laws",
    "local_party_term",
    "party_term",
    "place_names",
    "places",
    "plenum_paper",
    "plenum_papers",
    "relation_kinds",
    "slug",
    "terms",
    "type_codes",
    "type_names",
    "types",
]  # fmt: skip

BRANCHES = ("state", "party", "front")
LEVELS = ("central", "ministry", "province", "district", "commune", "unit")
UNITS = ("tinh", "thanh-pho", "dac-khu")
BASES = ("S", "P", "K")
_FACTS = ("examples", "counter_examples", "source", "basis", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Where a row comes from and what proves it.

    Attributes:
        examples: printed forms that the row must recognise.
        counter_examples: printed forms that look alike and that it must not recognise.
        source: where the fact was found.
        basis: ``S`` seen in a source, ``P`` from a published package, ``K`` common knowledge, unverified.
        note: what a reader of the table should know.
    """

    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    source: str = ""
    basis: str = "K"
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocType:
    """A type of document under the name by which it is cited.

    Attributes:
        slug: ASCII slug of the name, e.g. ``chuong-trinh-phoi-hop``.
        family: slug that stands in ids; types of one family run in one register.
        branches: where the type is used: ``state``, ``party``, ``front``.
        codes: codes in numbers that mean this type by themselves, the official one first.
        shared_codes: codes that it may carry too, though alone they mean another type.
        aliases: other printed names.
        rank: 1 is the highest authority; orders types inside one level.
        citable: False for papers that no relation points to (an invitation, a copy).
    """

    slug: str
    name: str
    name_en: str
    family: str
    branches: tuple[str, ...]
    codes: tuple[str, ...]
    shared_codes: tuple[str, ...]
    aliases: tuple[str, ...]
    rank: int
    citable: bool
    facts: Facts = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents, or a kind of body that exists in many places.

    Attributes:
        code: its code in numbers; empty for a body known by name only.
        aliases_code: other forms of the code (``BGD&ĐT``, ``CT-UBND``).
        slug: slug of the body; for a kind of body a key that is no issuer slug yet.
        branch: ``state``, ``party`` or ``front``.
        levels: where it exists, the highest first.
        local: whether a place belongs to its identity.
        series: key of the register that its numbers run in; a local body adds the place.
        template: issuer slug; of a local body with ``{unit}``, ``{committee}`` and ``{place}``.
        names: how running text names the body, in every tone-mark style, without its place.
        heads: persons whose title before the name means the body (``Bộ trưởng``).
        valid_from, valid_to: ISO dates cut to what is known, empty where unknown or open.
        successor: codes of the bodies that took over.
    """

    code: str
    aliases_code: tuple[str, ...]
    slug: str
    name: str
    name_en: str
    branch: str
    levels: tuple[str, ...]
    local: bool
    series: str
    template: str
    names: tuple[str, ...]
    heads: tuple[str, ...]
    valid_from: str
    valid_to: str
    successor: tuple[str, ...]
    facts: Facts = field(repr=False, compare=False)

    @property
    def level(self) -> str:
        """The highest level on which the body exists."""
        return self.levels[0]

    @property
    def codes(self) -> tuple[str, ...]:
        """The code and its other forms."""
        return (self.code, *self.aliases_code) if self.code else self.aliases_code


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


def _facts(row: Row) -> Facts:
    return Facts(
        examples=row.items("examples"),
        counter_examples=row.items("counter_examples"),
        source=row.needed("source"),
        basis=row.one_of("basis", BASES),
        note=row.text("note"),
    )


class _Keyed(Protocol):
    @property
    def slug(self) -> str: ...


_T = TypeVar("_T")
_K = TypeVar("_K", bound=_Keyed)


def _by_slug(rows: Iterable[Row], record: Callable[[Row], _K]) -> Mapping[str, _K]:
    """Records by slug; a slug that comes twice is refused."""
    found: dict[str, _K] = {}
    for row in rows:
        item = record(row)
        if item.slug in found:
            row.fail("slug", f"{item.slug!r} comes a second time; merge the rows or rename one")
        found[item.slug] = item
    return MappingProxyType(found)


def _longest_first(pairs: Iterable[tuple[str, _T]]) -> tuple[tuple[str, _T], ...]:
    """Names with what they mean, longest first, then by alphabet; file order among equals."""
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


_TYPE_COLUMNS = (
    "slug", "name", "name_en", "family", "branches", "codes", "shared_codes", "aliases", "rank", "citable",
    *_FACTS,
)  # fmt: skip


def _doc_type(row: Row) -> DocType:
    name = row.needed("name")
    if row.text("slug") != slug(name):
        row.fail("slug", f"is {row.text('slug')!r}; the slug of {name!r} is {slug(name)!r}")
    return DocType(
        slug=row.text("slug"),
        name=name,
        name_en=row.needed("name_en"),
        family=row.needed("family"),
        branches=row.some_of("branches", BRANCHES),
        codes=row.items("codes"),
        shared_codes=row.items("shared_codes"),
        aliases=row.items("aliases"),
        rank=row.number("rank"),
        citable=row.flag("citable"),
        facts=_facts(row),
    )


@functools.cache
def types(folder: Path | None = None) -> Mapping[str, DocType]:
    """Document types by slug, in the order of the table.

    >>> types()["quy-dinh"].shared_codes
    ('QĐ',)
    """
    return _by_slug(read_rows("types.csv", _TYPE_COLUMNS, folder), _doc_type)


@functools.cache
def type_codes(folder: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Slugs of the types that a code may mean, the default first; the code is case-folded, Đ kept.

    >>> type_codes()["qđ"], type_codes()["đa"], type_codes()["da"]
    (('quyet-dinh', 'quy-dinh'), ('de-an',), ('du-an',))
    """
    found: dict[str, list[str]] = {}
    for own in (True, False):
        for kind in types(folder).values():
            for code in kind.codes if own else kind.shared_codes:
                found.setdefault(code.casefold(), []).append(kind.slug)
    return MappingProxyType({code: tuple(dict.fromkeys(slugs)) for code, slugs in found.items()})


@functools.cache
def type_names(folder: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Printed type names with their slugs, longest first.

    >>> [s for name, s in type_names() if name == "Thông tư liên bộ"]
    ['thong-tu-lien-tich']
    """
    return _longest_first(
        (spelling, kind.slug)
        for kind in types(folder).values()
        for name in dict.fromkeys((kind.name, *kind.aliases))
        for spelling in spellings(name)
    )


_ISSUER_COLUMNS = (
    "slug", "code", "aliases_code", "name", "name_en", "branch", "levels", "local", "series", "template",
    "names", "heads", "valid_from", "valid_to", "successor", *_FACTS,
)  # fmt: skip


def _hyphened(name: str) -> tuple[str, ...]:
    """A name with its dash as printed, and without the spaces round it ("Bộ Lao động-Thương binh …")."""
    return (name, name.replace(" - ", "-")) if " - " in name else (name,)


def _issuer(row: Row) -> Issuer:
    name = row.needed("name")
    return Issuer(
        slug=row.needed("slug"),
        code=row.text("code"),
        aliases_code=row.items("aliases_code"),
        name=name,
        name_en=row.needed("name_en"),
        branch=row.one_of("branch", BRANCHES),
        levels=row.some_of("levels", LEVELS) or (row.needed("levels"),),
        local=row.flag("local"),
        series=row.needed("series"),
        template=row.text("template") or row.needed("slug"),
        names=tuple(dict.fromkeys(s for n in (name, *row.items("names")) for h in _hyphened(n) for s in spellings(h))),
        heads=row.items("heads"),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        successor=row.items("successor"),
        facts=_facts(row),
    )


@functools.cache
def issuers(folder: Path | None = None) -> tuple[Issuer, ...]:
    """Issuing bodies in the order of the table: where bodies share a code, the likeliest first."""
    return tuple(_by_slug(read_rows("issuers.csv", _ISSUER_COLUMNS, folder), _issuer).values())


@functools.cache
def issuer_codes(folder: Path | None = None) -> Mapping[str, tuple[Issuer, ...]]:
    """Bodies that a code may mean, likeliest first; the code is case-folded, Đ kept.

    >>> [body.slug for body in issuer_codes()["tw"]]
    ['ban-chap-hanh-trung-uong', 'bo-chinh-tri', 'ban-bi-thu']
    """
    found: dict[str, list[Issuer]] = {}
    for main in (True, False):  # a body whose own code it is stands before one that only borrows it
        for body in issuers(folder):
            for code in ((body.code,) if body.code else ()) if main else body.aliases_code:
                bodies = found.setdefault(code.casefold(), [])
                if body not in bodies:
                    bodies.append(body)
    return MappingProxyType({code: tuple(bodies) for code, bodies in found.items()})


@functools.cache
def issuer_names(folder: Path | None = None) -> tuple[tuple[str, Issuer], ...]:
    """Names of bodies in running text, in every tone-mark style and with "&" for "và", longest first.

    >>> next(body.slug for name, body in issuer_names() if name == "Uỷ ban nhân dân")
    'uy-ban-nhan-dan'
    """
    return _longest_first(
        (form, body)
        for body in issuers(folder)
        for name in body.names
        for form in dict.fromkeys((name, name.replace(" và ", " & ")))
    )


_PLACE_COLUMNS = (
    "slug", "name", "aliases", "code", "unit", "unit_2025", "city_from", "merged_into", "parts",
    "valid_from", "valid_to", *_FACTS,
)  # fmt: skip


def _place(row: Row) -> Place:
    name = row.needed("name")
    if row.text("slug") != slug(name):
        row.fail("slug", f"is {row.text('slug')!r}; the slug of {name!r} is {slug(name)!r}")
    return Place(
        slug=row.text("slug"),
        name=name,
        aliases=row.items("aliases"),
        code=row.text("code"),
        unit=row.one_of("unit", UNITS),
        unit_2025=row.one_of("unit_2025", ("", *UNITS)) or None,
        city_from=row.date("city_from"),
        merged_into=row.text("merged_into") or None,
        parts=row.items("parts"),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        facts=_facts(row),
    )


@functools.cache
def places(folder: Path | None = None) -> Mapping[str, Place]:
    """Provinces and central cities by slug, those of the past after those of today.

    >>> places()["kon-tum"].merged_into
    'quang-ngai'
    """
    return _by_slug(read_rows("places.csv", _PLACE_COLUMNS, folder), _place)


@functools.cache
def place_names(folder: Path | None = None) -> tuple[tuple[str, Place], ...]:
    """Names and aliases of places, in every tone-mark style, longest first.

    >>> sorted(name for name, place in place_names() if place.slug == "thanh-hoa")
    ['Thanh Hoá', 'Thanh Hóa']
    """
    return _longest_first(
        (spelling, place)
        for place in places(folder).values()
        for spelling in dict.fromkeys(s for n in (place.name, *place.aliases) for s in spellings(n))
    )
