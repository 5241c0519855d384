"""Where in a file a piece of its text stands: page and paragraph, looked up by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Words and the page they stand on, None where the file has no pages of its own.
Piece = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a person can find again.

    Attributes:
        page: counted from 1, None where the file does not tell.
        paragraph: counted from 1 over the paragraphs that hold text; cells and notes count as well.
    """

    page: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a text: each holds from its start to the start of the next one.

    Empty for plain text and web pages, which have neither pages nor fixed paragraphs.

    >>> text, places = compose([[("Căn cứ Luật A", 1)], [("Điều 1", 1), (" và 2", 2)]])
    >>> text
    'Căn cứ Luật A\\n\\nĐiều 1 và 2'
    >>> places.at(text.index("và"))
    Place(page=2, paragraph=2)
    """

    starts: tuple[int, ...] = ()
    pages: tuple[int | None, ...] = ()
    paragraphs: tuple[int | None, ...] = ()

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset``.

        >>> Places().at(7)
        Place(page=None, paragraph=None)
        """
        index = bisect_right(self.starts, offset) - 1
        return Place(self.pages[index], self.paragraphs[index]) if index >= 0 else Place()


#: The places of a text without pages and paragraphs of its own.
NOWHERE = Places()


def compose(paragraphs: Iterable[Sequence[Piece]], between: str = "\n\n") -> tuple[str, Places]:
    """One text of paragraphs, and where each of them stands.

    Args:
        paragraphs: each a list of pieces; one that holds no text is left out.
        between: what separates two paragraphs.

    Returns:
        The text and its places.

    >>> compose([[("a", None)], [(" ", None)], [("b", None)]])
    ('a\\n\\nb', Places(starts=(0, 3), pages=(None, None), paragraphs=(1, 2)))
    """
    parts: list[str] = []
    starts: list[int] = []
    pages: list[int | None] = []
    numbers: list[int | None] = []
    length = count = 0
    for pieces in paragraphs:
        pieces = trimmed(pieces)
        if not pieces:
            continue
        if count:
            parts.append(between)
            length += len(between)
        count += 1
        fresh = True
        for words, page in pieces:
            if fresh or page != pages[-1]:
                starts.append(length)
                pages.append(page)
                numbers.append(count)
            fresh = False
            parts.append(words)
            length += len(words)
    return "".join(parts), Places(tuple(starts), tuple(pages), tuple(numbers))


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without blanks at both ends of the whole.

    >>> trimmed([(" ", 1), (" a ", 1), ("", 2)])
    [('a', 1)]
    """
    kept = [piece for piece in pieces if piece[0]]
    while kept and not kept[0][0].strip():
        del kept[0]
    while kept and not kept[-1][0].strip():
        del kept[-1]
    if kept:
        kept[0] = (kept[0][0].lstrip(), kept[0][1])
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    return kept
