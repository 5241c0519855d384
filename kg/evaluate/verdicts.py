"""What a comparison with gold gives: verdicts, confidences that were right or wrong, and their counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final, Literal

Outcome = Literal["right", "missed", "extra"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("right", "missed", "extra")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure; a ratio without anything to count is None.

    >>> Score(right=3, missed=1).recall, Score(right=3, extra=1).precision, Score().f1
    (0.75, 0.75, None)
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was given that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """Share of what was wanted that was given."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else None

    def as_dict(self) -> dict[str, int | float | None]:
        """Counts and ratios, for JSON."""
        return {
            "right": self.right, "extra": self.extra, "missed": self.missed,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """One comparison.

    Attributes:
        measure: what was compared, a key of :data:`kg.evaluate.tables.WORDS`: ``numbered``, ``field``,
            ``pinpoint``, ``relation`` …
        key: the field or the predicate, where the measure has parts.
        start: offset in the text, None where gold has none.
        what: the words or the link in question.
        end: end of the words in the text, where they are not ``what``.
        detail: what is wrong with it: ``wanted ≠ given``.
        strength: of a relation.
        group: type of a mention, frame of a link.
    """

    measure: str
    outcome: Outcome
    file: str
    what: str
    key: str = ""
    start: int | None = None
    strength: str = ""
    detail: str = ""
    group: str = ""
    end: int | None = None

    @property
    def item(self) -> tuple[str, str, str, int, str]:
        """What was compared, the same in every version of the output."""
        return (self.file, self.measure, self.key, -1 if self.start is None else self.start, self.what)


@dataclass(frozen=True, slots=True, order=True)
class Judged:
    """One result with a confidence, and whether it is right.

    Attributes:
        kind: ``mention`` or ``relation``.
        group: how it was read: the reading of a mention, the frame of a link.
        part: ``open`` for a mention whose document is not decided; the predicate of a link.
    """

    kind: str
    confidence: float
    right: bool
    group: str
    part: str
    file: str
    start: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found; every figure is a count of verdicts."""

    verdicts: tuple[Verdict, ...] = ()
    judged: tuple[Judged, ...] = ()

    def score(
        self, measure: str, key: str | None = None, *, strength: str | None = None, group: str | None = None
    ) -> Score:
        """Counts of a measure, of all its parts or of one.

        >>> Report((Verdict("numbered", "right", "a.txt", "Luật số 1"),)).score("numbered").right
        1
        """
        count = Counter(
            v.outcome
            for v in self.verdicts
            if v.measure == measure
            and key in (None, v.key)
            and strength in (None, v.strength)
            and group in (None, v.group)
        )
        return Score(count["right"], count["extra"], count["missed"])

    def groups(self, *measures: str) -> list[str]:
        """The groups that verdicts of some measures have, those with most verdicts first."""
        count = Counter(v.group for v in self.verdicts if v.measure in measures and v.group)
        return sorted(count, key=lambda group: (-count[group], group))

    @property
    def misses(self) -> list[str]:
        """Every fault as one line in Vietnamese: file, offset, what is wrong."""
        return self.miss_lines("vi")

    def miss_lines(self, lang: str = "vi") -> list[str]:
        """Every fault as one line, in the order of the gold files.

        Args:
            lang: ``vi`` or ``en``.

        >>> Report((Verdict("numbered", "missed", "a.txt", "Luật số 1", start=7),)).miss_lines("en")
        ['a.txt:7: missed, mention with a number: Luật số 1']
        """
        from kg.evaluate.tables import verdict_line

        return [verdict_line(v, lang) for v in self.verdicts if v.outcome != "right"]

    def as_dict(self) -> dict[str, Any]:
        """All figures, for JSON; a part without a case is left out.

        >>> Report().as_dict()["numbered"]["f1"] is None
        True
        """
        from kg.evaluate.tables import figures

        return figures(self)

    def lines(self, lang: str = "vi") -> list[str]:
        """The figures as a table of text.

        Args:
            lang: ``vi`` or ``en``.

        Raises:
            ValueError: another language.

        >>> print(Report((Verdict("numbered", "right", "a.txt", "Luật số 1"),)).lines("en")[1])
        mention with a number                  1.000   1.000   1.000       1       0       0
        """
        from kg.evaluate.tables import table

        return table(self, lang)
