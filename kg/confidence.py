"""How sure a result is: the share of results read in the same way that were right, from counts in the registry.

``data/registry/confidence.csv`` holds, for each way of reading (the reading of a mention, the frame of a link) and
each part of it (a mention whose document stays open, the predicate of a link), how many results that were compared
with gold or read by a person were right and how many wrong. Rules that were written with a text in view (``seen``)
are right on it more often than on others, so what is right there counts less than what is wrong. A share of few
results is drawn towards that of the larger group: a part towards its group, a group towards all of its kind. So
nothing is stated that was not measured, a reading nobody has counted yet gets the share of all, and nothing is certain.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from kg._registry_tables import read_rows

Kind = Literal["mention", "relation"]
KINDS: Final[tuple[Kind, ...]] = ("mention", "relation")
COLUMNS: Final = ("kind", "group", "part", "right", "wrong", "seen", "source", "basis")

OPEN: Final = "open"
"""The part of mentions whose document is not decided."""

WEIGHT: Final = 20
"""As many results of the larger group are added to those of the smaller one."""

SEEN: Final = 0.5
"""What a right result counts that the rules were written with in view; a wrong one counts whole."""

@dataclass(frozen=True, slots=True)
class Count:
    """Results that were right and wrong."""

    right: float = 0
    wrong: float = 0

    def __add__(self, other: Count) -> Count:
        """The results of both."""
        return Count(self.right + other.right, self.wrong + other.wrong)

    def share(self, towards: float) -> float:
        """The share that is right, drawn towards another share.

        >>> Count(80, 0).share(0.9), Count().share(0.9)
        (0.98, 0.9)
        """
        return (self.right + WEIGHT * towards) / (self.right + self.wrong + WEIGHT)


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of one kind of result.

    Attributes:
        usual: of a group that nobody has counted.
        groups: by group.
        parts: by group and part.
    """

    usual: float
    groups: Mapping[str, float]
    parts: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, counts: Mapping[tuple[str, str], Count]) -> Shares:
        """The shares that counts by group and part give.

        >>> made = Shares.of({("title", "amends"): Count(18, 2), ("title", "guides"): Count(80, 0)})
        >>> asked = [("title", "amends"), ("title", ""), ("new", "")]
        >>> [round(made.share(*one), 2) for one in asked]
        [0.94, 0.98, 0.97]
        """
        groups: dict[str, Count] = {}
        for (group, _), count in counts.items():
            groups[group] = groups.get(group, Count()) + count
        together = sum(groups.values(), Count(1, 1))  # one right and one wrong more: nothing passes for perfect
        usual = together.right / (together.right + together.wrong)
        whole = {group: count.share(usual) for group, count in groups.items()}
        parts = {key: count.share(whole[key[0]]) for key, count in counts.items()}
        return cls(usual, MappingProxyType(whole), MappingProxyType(parts))

    def share(self, group: str, part: str) -> float:
        """The share of a part, of its group where the part has not been counted."""
        found = self.parts.get((group, part))
        return found if found is not None else self.groups.get(group, self.usual)


@functools.cache
def shares(kind: Kind, folder: Path | None = None) -> Shares:
    """The shares of one kind of result.

    Args:
        kind: ``mention`` or ``relation``.
        folder: where the tables lie; None for those of this installation.

    Raises:
        RegistryError: a row of the table is wrong.
    """
    counts: dict[tuple[str, str], Count] = {}
    for row in read_rows("confidence.csv", COLUMNS, folder):
        each = SEEN if row.flag("seen") else 1
        count = Count(row.number("right") * each, row.number("wrong"))
        row.needed("source")
        if row.one_of("kind", KINDS) == kind:
            key = (row.needed("group"), row.text("part"))
            counts[key] = counts.get(key, Count()) + count
    return Shares.of(counts)


@functools.cache
def of_mention(reading: str, *, is_open: bool = False) -> float:
    """The probability that type, number and target of a mention are right.

    Args:
        reading: how it was read; see :class:`kg.found.Found`.
        is_open: whether it stays open which document is meant.

    >>> 0.5 < of_mention("typed") < 1
    True
    """
    return _stated(_of_reading(reading, OPEN if is_open else ""))


def _of_reading(reading: str, part: str) -> float:
    """The share of a reading. What lost its marks, or was misread, has to be restored and then to be read."""
    mentions = shares("mention")
    restored = mentions.share("typed", "") if reading == "unmarked" else 1.0
    return mentions.share(reading, part) * restored


@functools.cache
def of_link(frame: str, predicate: str, reading: str) -> float:
    """The probability that a link is right: that the frame reads it well, and that the mention is what it seems.

    Args:
        frame: the rule that read it.
        predicate: what it says.
        reading: how the mention of its object was read.

    >>> 0.5 < of_link("preamble", "basedOn", "typed") < 1
    True
    """
    mentions = shares("mention")
    doubt = min(1.0, _of_reading(reading, "") / max(mentions.groups.values(), default=1.0))
    return _stated(shares("relation").share(frame, predicate) * doubt)


def _stated(share: float) -> float:
    """A share as it is stated: three digits, and never certain."""
    return min(round(share, 3), 0.999)
