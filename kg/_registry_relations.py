"""Relations: the registry tables of their kinds, of the words that state them, and of the labels of portals."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kg._registry_tables import Row, checked, read_rows
from kg.models import PREDICATES, Predicate


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that type a link.

    Attributes:
        direction: ``active`` (the subject stands before), ``passive`` (the agent follows).
        pattern: regular expression over low plain text.
    """

    cue: str
    predicate: Predicate
    direction: str
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation as people and the national portal call it.

    Attributes:
        predicate: its name here.
        name, name_en: what the document that acts does.
        inverse, inverse_en: the same seen from the other document.
        vbpl: labels that vbpl.vn gives to the *other* document on the page of the one that acts.
        vbpl_inverse: labels for the document that acts, on the page of the other one.
        note: what must be known to compare the two.
    """

    predicate: Predicate
    name: str
    name_en: str
    inverse: str
    inverse_en: str
    vbpl: tuple[str, ...]
    vbpl_inverse: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RelatedList:
    """A label under which portals list documents related to the one of the page.

    Attributes:
        acts: ``this`` where the document of the page acts on those listed, ``listed`` where they act on it.
        partial: whether only parts of a document are concerned.
        pattern: regular expression over the label in low plain text.
    """

    predicate: Predicate
    acts: str
    partial: bool
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


def _pattern(row: Row) -> str:
    try:
        re.compile(pattern := row.needed("pattern"))
    except re.error as error:
        return row.fail("pattern", f"is no regular expression ({error}); mend it")
    return pattern


def _cue(row: Row) -> Cue:
    pattern = _pattern(row)
    return Cue(
        row.needed("cue"),
        cast(Predicate, row.one_of("predicate", PREDICATES)),
        row.one_of("direction", ("active", "passive")),
        rf"(?<!\w)(?:{pattern})(?!\w)",
        row.items("examples"),
        row.items("counter_examples"),
    )


@functools.cache
def cues(folder: Path | None = None) -> tuple[Cue, ...]:
    """Cues in the order in which they are tried.

    >>> next(c.predicate for c in cues() if c.cue == "thay thế")
    'replaces'
    """
    columns = ("cue", "predicate", "direction", "pattern", "examples", "counter_examples", "source", "basis")
    return tuple(checked(row, _cue(row)) for row in read_rows("cues.csv", columns, folder))


@functools.cache
def related_lists(folder: Path | None = None) -> tuple[RelatedList, ...]:
    """The labels of lists of related documents on portals.

    >>> [one.acts for one in related_lists() if "Văn bản thay thế" in one.examples]
    ['listed']
    """
    columns = (
        "predicate", "acts", "partial", "pattern", "examples", "counter_examples", "source", "basis", "note",
    )  # fmt: skip
    return tuple(checked(row, _related_list(row)) for row in read_rows("related_lists.csv", columns, folder))


def _related_list(row: Row) -> RelatedList:
    return RelatedList(
        cast(Predicate, row.one_of("predicate", PREDICATES)),
        row.one_of("acts", ("this", "listed")),
        row.flag("partial"),
        _pattern(row),
        row.items("examples"),
        row.items("counter_examples"),
    )


@functools.cache
def relation_kinds(folder: Path | None = None) -> tuple[RelationKind, ...]:
    """The kinds of relations with their names and the categories of vbpl.vn, in the order of the table.

    >>> [kind.vbpl for kind in relation_kinds() if kind.predicate == "replaces"]
    [('Văn bản được thay thế',)]
    """
    columns = (
        "predicate", "name", "name_en", "inverse", "inverse_en", "vbpl", "vbpl_inverse", "source", "basis", "note",
    )  # fmt: skip
    return tuple(checked(row, _relation_kind(row)) for row in read_rows("relations.csv", columns, folder))


def _relation_kind(row: Row) -> RelationKind:
    return RelationKind(
        cast(Predicate, row.one_of("predicate", PREDICATES)),
        row.needed("name"),
        row.needed("name_en"),
        row.needed("inverse"),
        row.needed("inverse_en"),
        row.items("vbpl"),
        row.items("vbpl_inverse"),
        row.text("note"),
    )
