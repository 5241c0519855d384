"""The numbers that Word writes before paragraphs: they are on the page, but not in the text of the file.

"Điều 1." or "a)" is often such a number; without it a list loses its shape and a provision its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    form: str
    text: str


class Numbering:
    """The lists of a document and how far each has come.

    Args:
        root: the part ``numbering.xml``, or None.
    """

    def __init__(self, root: Any = None) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._learn(root)

    def _learn(self, root: Any) -> None:
        shapes = {one.get(f"{W}abstractNumId"): _levels(one) for one in root.iter(f"{W}abstractNum")}
        for one in root.iter(f"{W}num"):
            shape = value(one.find(f"{W}abstractNumId"))
            levels = dict(shapes.get(shape, {}))
            key = shape or ""
            for change in one.iter(f"{W}lvlOverride"):
                at = _int(change.get(f"{W}ilvl"))
                own = change.find(f"{W}lvl")
                if own is not None:
                    levels[at] = _level(own)
                if (begin := value(change.find(f"{W}startOverride"))) is not None and at in levels:
                    levels[at] = Level(_int(begin, 1), levels[at].form, levels[at].text)
                    key = f"{shape}/{one.get(f'{W}numId')}"  # a list that starts anew counts for itself
            self._lists[one.get(f"{W}numId") or ""] = (key, levels)

    def next(self, number: str, at: int) -> str:
        """What stands before the next paragraph of list ``number`` on level ``at``; empty for nothing."""
        key, levels = self._lists.get(number, ("", {}))
        level = levels.get(at)
        if level is None or level.form == "none":
            return ""
        counts = self._counts.setdefault(key, {})
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        if level.form == "bullet":
            return "-"

        def spelled(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            shape = levels.get(other, level)
            return numeral(counts.get(other, shape.start), shape.form)

        return _PLACE.sub(spelled, level.text).strip()


def value(element: Any) -> str | None:
    """``w:val`` of an element that may be absent."""
    return None if element is None else element.get(f"{W}val")


def numeral(count: int, form: str) -> str:
    """A number in one of the forms of Word.

    >>> [numeral(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero")]
    ['4', 'd', 'IV', '04']
    >>> numeral(28, "upperLetter")
    'BB'
    """
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        out = ""
        for size, sign in _ROMAN:
            out += sign * (count // size)
            count %= size
        return out if form == "lowerRoman" else out.upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _levels(shape: Any) -> dict[int, Level]:
    return {_int(one.get(f"{W}ilvl")): _level(one) for one in shape.iterchildren(f"{W}lvl")}


def _level(one: Any) -> Level:
    return Level(
        _int(value(one.find(f"{W}start")), 1),
        value(one.find(f"{W}numFmt")) or "decimal",
        value(one.find(f"{W}lvlText")) or "",
    )


def _int(text: str | None, default: int = 0) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else default
