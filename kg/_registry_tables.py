"""Reading the registry tables: where they lie, rows with their line, what proves a row, spelling of Vietnamese words.

Nothing here knows what a table means; :mod:`kg.registry` gives the rows their type.
"""

from __future__ import annotations

import csv
import functools
import io
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from kg.errors import RegistryError
from kg.normalise import fold_tone

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

BASES = ("S", "P", "K")
FACTS = ("examples", "counter_examples", "source", "basis", "note")


class _Keyed(Protocol):
    @property
    def slug(self) -> str: ...


_T = TypeVar("_T")
_K = TypeVar("_K", bound=_Keyed)
_MARKS = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below


def _pairs() -> dict[str, str]:
    """Each syllable end with the mark on the first vowel → with the mark on the second."""
    pairs = {}
    for (first, second), mark in itertools.product((("o", "a"), ("o", "e"), ("u", "y")), _MARKS):
        for a, b in itertools.product((first, first.upper()), (second, second.upper())):
            old = unicodedata.normalize("NFC", a + mark + b)
            pairs[old] = unicodedata.normalize("NFC", a + b + mark)
    return pairs


_NEW_STYLE = _pairs()
_OLD_STYLE = {new: old for old, new in _NEW_STYLE.items()}
_OLD_SITE = re.compile("|".join(_NEW_STYLE))
# The old style moves the mark only in an open syllable, and "qu" is a consonant: hoàn, quý stay.
_NEW_SITE = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_STYLE)})(?!\w)")


def fold_title(text: str) -> str:
    """Key of a title: NFC, lower case, single spaces, one tone-mark style.

    >>> fold_title("Luật  Hòa giải ở cơ sở") == fold_title("luật hoà giải ở cơ sở")
    True
    """
    return fold_tone(" ".join(unicodedata.normalize("NFC", text).casefold().split()))


def spellings(name: str) -> tuple[str, ...]:
    """Every combination of the two tone-mark styles of a name, sorted; the name itself is among them.

    >>> spellings("Ủy ban")
    ('Uỷ ban', 'Ủy ban')
    """
    folded = _OLD_SITE.sub(lambda m: _NEW_STYLE[m.group()], unicodedata.normalize("NFC", name))
    sites = list(_NEW_SITE.finditer(folded))
    found = {name}
    for choice in itertools.product((False, True), repeat=len(sites)):
        letters = list(folded)
        for site, old in zip(sites, choice, strict=True):
            if old:
                letters[site.start() : site.end()] = _OLD_STYLE[site.group()]
        found.add("".join(letters))
    return tuple(sorted(found))


@functools.lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """ASCII slug of a Vietnamese name.

    >>> slug("Ủy ban nhân dân tỉnh Đắk Lắk")
    'uy-ban-nhan-dan-tinh-dak-lak'
    """
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with what an error message needs to point at it."""

    table: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell, stripped."""
        return self.cells[column]

    def needed(self, column: str) -> str:
        """The cell, which must not be empty."""
        return self.cells[column] or self.fail(column, "is empty; write a value")

    def items(self, column: str) -> tuple[str, ...]:
        """The cell as a list separated by ``;``."""
        return tuple(item for part in self.cells[column].split(";") if (item := part.strip()))

    def flag(self, column: str) -> bool:
        """The cell as ``yes`` or ``no``."""
        value = self.cells[column]
        return value == "yes" or (value != "no" and bool(self.fail(column, f"is {value!r}; write yes or no")))

    def number(self, column: str) -> int:
        """The cell as a whole number."""
        value = self.cells[column]
        return int(value) if value.isdigit() else int(self.fail(column, f"is {value!r}; write a whole number"))

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """The cell, which must be one of the words allowed."""
        value = self.cells[column]
        return value if value in allowed else self.fail(column, f"is {value!r}; use one of {_words(allowed)}")

    def some_of(self, column: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """The cell as a list, every item of which must be one of the words allowed."""
        for item in (found := self.items(column)):
            if item not in allowed:
                self.fail(column, f"has {item!r}; use some of {_words(allowed)}")
        return found

    def date(self, column: str) -> str:
        """The cell as an ISO date cut to what is known, or empty."""
        value = self.cells[column]
        if value and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
            self.fail(column, f"is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return value

    def slug_of_name(self) -> str:
        """The slug, which has to be that of the name.

        Raises:
            RegistryError: it is another one.
        """
        told, name = self.text("slug"), self.needed("name")
        return told if told == slug(name) else self.fail("slug", f"is {told!r}; the slug of {name!r} is {slug(name)!r}")

    def fail(self, column: str, problem: str) -> str:
        """Refuse the row.

        Raises:
            RegistryError: always; names file, line, column and remedy.
        """
        raise RegistryError(f"{self.table}, line {self.line}, column {column}: {problem}")


def _words(words: Sequence[str]) -> str:
    return ", ".join(words) if words else "(nothing)"


@functools.cache
def default_folder() -> Traversable:
    """The tables of this installation: inside the package, or beside it in a checkout."""
    from importlib.resources import files  # costs a third of the start-up time, so only when needed

    inside = files("kg") / "_data" / "registry"
    return inside if inside.is_dir() else Path(__file__).resolve().parent.parent / "data" / "registry"


def read_rows(name: str, columns: Sequence[str], folder: Path | None) -> Iterator[Row]:
    """The rows of one table.

    Args:
        name: file name of the table.
        columns: columns that it must have; more are an error as well.
        folder: where the tables lie; None for those of this installation.

    Yields:
        Rows in file order, cells stripped.

    Raises:
        RegistryError: the table is absent, not UTF-8, lacks a column, or a row is torn.
    """
    path = (default_folder() if folder is None else folder) / name
    try:
        text = path.read_text(encoding="utf-8-sig")  # spreadsheets write the mark
    except OSError as error:
        raise RegistryError(f"{name}: cannot be read ({error.strerror}); reinstall the package") from error
    except UnicodeDecodeError as error:
        raise RegistryError(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if sorted(header) != sorted(columns):
            wrong = sorted(set(header) ^ set(columns))
            raise RegistryError(f"{name}, line 1: missing or unknown column {_words(wrong)}; see data/registry")
        for cells in reader:
            if len(cells) != len(header):
                raise RegistryError(
                    f"{name}, line {reader.line_num}: {len(cells)} cells for {len(header)} columns; "
                    "quote the cell that holds a comma"
                )
            yield Row(name, reader.line_num, {c: v.strip() for c, v in zip(header, cells, strict=True)})
    except csv.Error as error:
        raise RegistryError(f"{name}, line {reader.line_num}: {error}; check the quotes") from error


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


def facts_of(row: Row) -> Facts:
    """Source, basis and examples of a row."""
    return Facts(
        examples=row.items("examples"),
        counter_examples=row.items("counter_examples"),
        source=row.needed("source"),
        basis=row.one_of("basis", BASES),
        note=row.text("note"),
    )


def checked(row: Row, record: _T) -> _T:
    """The record of a row whose source and basis are in order."""
    row.needed("source")
    row.one_of("basis", BASES)
    return record


def by_slug(rows: Iterable[Row], record: Callable[[Row], _K]) -> Mapping[str, _K]:
    """Records by slug; a slug that comes twice is refused."""
    found: dict[str, _K] = {}
    for row in rows:
        item = record(row)
        if item.slug in found:
            row.fail("slug", f"{item.slug!r} comes a second time; merge the rows or rename one")
        found[item.slug] = item
    return MappingProxyType(found)


def longest_first(pairs: Iterable[tuple[str, _T]]) -> tuple[tuple[str, _T], ...]:
    """Names with what they mean, longest first, then by alphabet; file order among equals."""
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
