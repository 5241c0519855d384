"""What a reader of one file format gives: its text with places, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.read.places import NOWHERE, Places


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds.

    Attributes:
        text: its paragraphs in reading order, notes at the end.
        places: page and paragraph of each offset.
        aside: page headers and footers.
        encoding: the old encoding that letters were converted from, if any.
        remarks: codes of :data:`kg.read.records.MESSAGES` with their facts.
    """

    text: str
    places: Places = NOWHERE
    aside: str = ""
    encoding: str = ""
    remarks: tuple[tuple[str, Mapping[str, str]], ...] = ()


class UnreadableError(Exception):
    """The file gives no text; becomes a :class:`~kg.read.records.Failure` with ``code`` and ``facts``."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = {name: str(value) for name, value in facts.items()}


#: One part of a packed file may unpack to this much: about ten thousand pages of Word.
MAX_PART = 256 * 2**20

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int | str) -> str:
    """A number as a footnote mark.

    >>> raised(12)
    '¹²'
    """
    return str(number).translate(_RAISED)
