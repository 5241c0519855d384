"""Proves the registry: every example of every row is read as its own row, every counter-example is not.

A table that contradicts itself makes wrong edges silently, so a build runs this first; it costs some
hundredths of a second. The message names table, line, column and what to do.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from kg import boards, districts, registry
from kg._registry_tables import read_rows
from kg.confidence import KINDS, shares
from kg.errors import RegistryError
from kg.normalise import fold_tone, lower

_CODE = re.compile(
    r"\d{1,5}(?:\.\d{1,3})?(?:[a-zđ](?=\s*[/-]))?\s*[/-]?\s*(?:\d{4}\s*/\s*)?(?P<codes>[A-Za-zĐđƯư&][\w&Đđ.-]*(?:\s*[/-]\s*[\w&Đđ-]+)*)"
)


@functools.cache
def check(folder: Path | None = None) -> None:
    """Loads every table and checks its rows against each other and against their examples.

    Args:
        folder: where the tables lie; None for those of this installation.

    Raises:
        RegistryError: a row is wrong; the message names file, line, column and remedy.
    """
    registry.terms(folder)
    registry.laws(folder)
    districts.provinces(folder)
    boards.fields(folder)
    for kind in KINDS:
        shares(kind, folder)
    _references(folder)
    _examples("types.csv", folder, _type_of)
    _examples("issuers.csv", folder, _issuers_of)
    _examples("places.csv", folder, _places_of)
    _cue_examples(folder)
    _label_examples(folder)
    _law_numbers(folder)
    _law_periods(folder)
    _plenum_subjects(folder)


def _lines(table: str, folder: Path | None) -> Iterable[tuple[int, dict[str, str]]]:
    """Rows with their line, whatever their columns: the loaders have proved those."""
    import csv
    import io

    from kg._registry_tables import default_folder

    path = (default_folder() if folder is None else folder) / table
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
    for row in reader:
        yield reader.line_num, row


def _fail(table: str, line: int, column: str, problem: str) -> None:
    raise RegistryError(f"{table}, line {line}, column {column}: {problem}")


def _examples(table: str, folder: Path | None, read: Callable[[str, Path | None], tuple[str, ...]]) -> None:
    for line, row in _lines(table, folder):
        for example in filter(None, (e.strip() for e in row["examples"].split(";"))):
            found = read(example, folder)
            if row["slug"] not in found:
                _fail(table, line, "examples", f"{example!r} is read as {_said(found)}; mend the row or the example")
        for example in filter(None, (e.strip() for e in row["counter_examples"].split(";"))):
            if row["slug"] == next(iter(read(example, folder)), None):
                _fail(table, line, "counter_examples", f"{example!r} is read as this row; narrow its codes or names")


def _said(found: tuple[str, ...]) -> str:
    return ", ".join(found) or "nothing"


def _codes(example: str) -> list[str]:
    """The codes of a number in an example, the joined rest of it too."""
    m = _CODE.search(example)
    if m is None:
        return []
    parts = re.split(r"\s*[/-]\s*", m["codes"])
    return [*parts, *("-".join(parts[i:]) for i in range(1, len(parts)))]


def _type_of(example: str, folder: Path | None) -> tuple[str, ...]:
    """The type that the words of an example name, else the types its code may mean."""
    low = fold_tone(lower(example))
    for name, slug in registry.type_names(folder):
        folded = fold_tone(lower(name))
        if low.startswith(folded) and re.match(rf"{re.escape(folded)}(?!\w)", low):
            return (slug,)
    codes = _codes(example)
    known = registry.type_codes(folder)
    first = codes[0].casefold() if codes else ""
    return known.get(first, known.get(_stroked(first, known), ()))


def _stroked(code: str, known: Iterable[str]) -> str:
    """The code whose Đ was printed as D, where there is only one."""
    fits = [k for k in known if "đ" in k and k.replace("đ", "d") == code]
    return fits[0] if len(fits) == 1 else code


@functools.cache
def _low_names(folder: Path | None) -> tuple[tuple[str, registry.Issuer], ...]:
    return tuple((fold_tone(lower(name)), body) for name, body in registry.issuer_names(folder))


def _issuers_of(example: str, folder: Path | None) -> tuple[str, ...]:
    known = registry.issuer_codes(folder)
    found = [
        body.slug
        for code in _codes(example)
        for body in known.get(code.casefold(), ()) or known.get(code.rstrip("0123456789").casefold(), ())
    ]
    if not _codes(example):
        low = fold_tone(lower(example))
        for name, body in _low_names(folder):
            if name in low and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low):
                return (body.slug,)
    return tuple(found)


def _places_of(example: str, folder: Path | None) -> tuple[str, ...]:
    low = fold_tone(lower(example))
    for name, place in registry.place_names(folder):
        if re.search(rf"(?<!\w){re.escape(fold_tone(lower(name)))}(?!\w)", low):
            return (place.slug,)
    return ()


def _cue_examples(folder: Path | None) -> None:
    columns = ("cue", "predicate", "direction", "pattern", "examples", "counter_examples", "source", "basis")
    for row, cue in zip(read_rows("cues.csv", columns, folder), registry.cues(folder), strict=True):
        if not cue.examples:
            row.fail("examples", "is empty; give at least one phrase that the pattern matches")
        for example in cue.examples:
            if not re.search(cue.pattern, fold_tone(lower(example))):
                row.fail("examples", f"{example!r} is not matched by the pattern; mend one of them")
        for example in cue.counter_examples:
            if re.search(cue.pattern, fold_tone(lower(example))):
                row.fail("counter_examples", f"{example!r} is matched by the pattern; narrow it")


def _label_examples(folder: Path | None) -> None:
    """Each label is read by its own row of ``related_lists.csv`` and by no other."""
    lists = registry.related_lists(folder)
    for row, (line, cells) in zip(lists, _lines("related_lists.csv", folder), strict=True):
        for column in ("examples", "counter_examples"):
            for example in filter(None, (e.strip() for e in cells[column].split(";"))):
                low = fold_tone(lower(example))
                read = [other for other in lists if re.fullmatch(other.pattern, low)]
                if (read == [row]) != (column == "examples"):
                    _fail("related_lists.csv", line, column, f"{example!r} is read by {len(read)} rows; mend a pattern")


def _references(folder: Path | None) -> None:
    """Slugs that rows name in other rows exist."""
    types, places = registry.types(folder), registry.places(folder)
    for line, row in _lines("types.csv", folder):
        if row["family"] not in types:
            _fail("types.csv", line, "family", f"{row['family']!r} is no type; use the slug of a row")
    for line, row in _lines("places.csv", folder):
        for column in ("merged_into", "parts"):
            for slug in filter(None, (s.strip() for s in row[column].split(";"))):
                if slug not in places:
                    _fail("places.csv", line, column, f"{slug!r} is no place; use the slug of a row")


def _law_numbers(folder: Path | None) -> None:
    """A number belongs to one act, its year to its date; an act ends after it begins, and by an act of the table."""
    seen: dict[str, str] = {}
    numbers = {row["number"].strip() for _, row in _lines("laws.csv", folder)}
    for line, row in _lines("laws.csv", folder):
        date, begin, end = (row[c].strip() for c in ("date", "valid_from", "valid_to"))
        if begin and date and begin < date:
            _fail("laws.csv", line, "valid_from", f"{begin!r} is before {date!r}, the day of passing; mend one of them")
        if end and end < max(begin, date):
            _fail("laws.csv", line, "valid_to", f"{end!r} is before the act began; mend one of them")
        if (successor := row["successor"].strip()) and successor not in numbers:
            _fail("laws.csv", line, "successor", f"{successor!r} is no number of the table; add its row")
    for line, row in _lines("laws.csv", folder):
        number, date = row["number"].strip(), row["date"].strip()
        if not number:
            continue
        if not re.fullmatch(r"\d{2,3}/\d{4}/(?:PL-)?(?:QH|UBTVQH)\d{1,2}", number):
            _fail("laws.csv", line, "number", f"{number!r} is no number of an Assembly act; write 77/2015/QH13")
        if date and date[:4] != number.split("/")[1]:
            _fail("laws.csv", line, "date", f"{date!r} is not of the year in {number!r}; mend one of them")
        if seen.setdefault(number, row["title"]) != row["title"]:
            _fail("laws.csv", line, "number", f"{number!r} is also {seen[number]!r}; keep one title")


def _law_periods(folder: Path | None) -> None:
    """Two acts of one title are not in force on one day."""
    for acts in registry.law_titles(folder).values():
        dated = sorted((a for a in acts if a.valid_from), key=lambda a: a.valid_from)
        for old, new in itertools.pairwise(dated):
            if not old.valid_to or old.valid_to >= new.valid_from:
                raise RegistryError(
                    f"laws.csv, column valid_to: {old.title} {old.number} does not end before {new.number} begins; "
                    "write the last day of the older act"
                )


def _plenum_subjects(folder: Path | None) -> None:
    """Each subject names its own paper and no other of the plenum; numbers and days are those of the term."""
    for (kind, term, _), papers in registry.plenum_papers(folder).items():
        for paper in papers:
            where = f"resolutions.csv, {paper.number} of term {term}"
            if kind not in registry.types(folder):
                raise RegistryError(f"{where}, column type: {kind!r} is no type; use the slug of a row")
            if not re.fullmatch(r"\d{2,3}-(?:NQ|KL)/TW", paper.number):
                raise RegistryError(f"{where}, column number: write 25-NQ/TW")
            if (known := registry.party_term(paper.date)) is not None and known != term:
                raise RegistryError(f"{where}, column date: {paper.date!r} is of term {known}; mend one of them")
            for subject in paper.subjects:
                named = [other.number for other in papers if any(s in subject for s in other.subjects)]
                if named != [paper.number]:
                    read = ", ".join(named)
                    raise RegistryError(f"{where}, column subject: {subject!r} names {read}; make it longer")
