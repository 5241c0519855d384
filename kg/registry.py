"""What the package knows before it reads a text: types, issuers, places, terms, cues, laws.

The facts are tables in ``data/registry``; a loader turns each into frozen records, once. Codes are looked
up case-folded with Đ kept (``ĐA`` is a scheme, ``DA`` a project). :mod:`kg.registry_check` proves every example of
every row; each loader takes the ``folder`` of other tables, None means those of this installation.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from kg._registry_laws import (
    ACT_TYPES,
    LAW_TYPES,
    LAWS_UNTIL,
    Law,
    PlenumPaper,
    Term,
    amending_of,
    assembly_term,
    dated_plenum_papers,
    is_of_term,
    law_at,
    law_titles,
    laws,
    local_party_term,
    numbered_laws,
    only_amending,
    party_term,
    passed_at_one_session,
    plenum_paper,
    plenum_papers,
    terms,
    when_passed,
)
from kg._registry_places import Place, place_names, places
from kg._registry_relations import Cue, RelatedList, RelationKind, cues, related_lists, relation_kinds
from kg._registry_tables import (
    FACTS,
    Facts,
    Row,
    by_slug,
    facts_of,
    fold_title,
    longest_first,
    read_rows,
    slug,
    spellings,
)

__all__ = [
    "ACT_TYPES",
    "LAWS_UNTIL",
    "LAW_TYPES",
    "Cue",
    "DocType",
    "Facts",
    "Issuer",
    "Law",
    "Place",
    "PlenumPaper",
    "RelatedList",
    "RelationKind",
    "Term",
    "amending_of",
    "assembly_term",
    "cues",
    "dated_plenum_papers",
    "fold_title",
    "is_of_term",
    "issuer_codes",
    "issuer_names",
    "issuers",
    "law_at",
    "law_titles",
    "laws",
    "local_party_term",
    "numbered_laws",
    "only_amending",
    "party_term",
    "passed_at_one_session",
    "place_names",
    "places",
    "plenum_paper",
    "plenum_papers",
    "related_lists",
    "relation_kinds",
    "slug",
    "terms",
    "type_codes",
    "type_names",
    "types",
    "when_passed",
]  # fmt: skip

BRANCHES = ("state", "party", "front")
LEVELS = ("central", "ministry", "province", "district", "commune", "unit")


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


_TYPE_COLUMNS = (
    "slug", "name", "name_en", "family", "branches", "codes", "shared_codes", "aliases", "rank", "citable",
    *FACTS,
)  # fmt: skip


def _doc_type(row: Row) -> DocType:
    return DocType(
        slug=row.slug_of_name(),
        name=row.needed("name"),
        name_en=row.needed("name_en"),
        family=row.needed("family"),
        branches=row.some_of("branches", BRANCHES),
        codes=row.items("codes"),
        shared_codes=row.items("shared_codes"),
        aliases=row.items("aliases"),
        rank=row.number("rank"),
        citable=row.flag("citable"),
        facts=facts_of(row),
    )


@functools.cache
def types(folder: Path | None = None) -> Mapping[str, DocType]:
    """Document types by slug, in the order of the table.

    >>> types()["quy-dinh"].shared_codes
    ('QĐ',)
    """
    return by_slug(read_rows("types.csv", _TYPE_COLUMNS, folder), _doc_type)


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
    return longest_first(
        (spelling, kind.slug)
        for kind in types(folder).values()
        for name in dict.fromkeys((kind.name, *kind.aliases))
        for spelling in spellings(name)
    )


_ISSUER_COLUMNS = (
    "slug", "code", "aliases_code", "name", "name_en", "branch", "levels", "local", "series", "template",
    "names", "heads", "valid_from", "valid_to", "successor", *FACTS,
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
        facts=facts_of(row),
    )


@functools.cache
def issuers(folder: Path | None = None) -> tuple[Issuer, ...]:
    """Issuing bodies in the order of the table: where bodies share a code, the likeliest first."""
    return tuple(by_slug(read_rows("issuers.csv", _ISSUER_COLUMNS, folder), _issuer).values())


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
    return longest_first(
        (form, body)
        for body in issuers(folder)
        for name in body.names
        for form in dict.fromkeys((name, name.replace(" và ", " & ")))
    )
