"""Printed lines to running text: what a page breaks apart is put together again, what it adds is taken off.

A page of print cuts sentences into lines and pages, puts a number or a running title above and below, and
notes at its foot. Here the lines of all pages become paragraphs, with

- page furniture set aside: numbers of pages, lines that come again at the same place of other pages;
- footnotes moved to the end, each behind its mark, so that they interrupt no sentence;
- lines joined where the break is only for want of room: the next word would not have fitted.

Where the lines come from (a PDF, a scan) makes no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from kg.read.content import Content, raised
from kg.read.places import Piece, compose

_PAGE_NUMBER = re.compile(
    r"[-–—\s.|]*(?:trang|page)?[\s:]*\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—\s.|]*", re.IGNORECASE
)
_NOTE = re.compile(r"(?P<raised>[⁰¹²³⁴-⁹]{1,3})\s*(?=\S)|\[(?P<bracket>\d{1,3})\]\s*(?=\S)|(?P<plain>\d{1,2})\s+(?=\S)")
_CALL = re.compile(r"(?<![⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹])|\[\d{1,3}\]")
_DOWN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ITEM = re.compile(
    r"(?:[-+•*–]\s|[a-zđ]\s?[).]\s|\(?\d{1,3}(?:\.\d{1,3})*\s?[.)]\s|[IVX]{1,5}\s?[.)-]\s|(?:Điều|Chương|Mục|Phần)\s+[\dIVX])"
)
_ENDS = re.compile(r"[.;:!?…][\"”’)\]]*$")
_PLACE_AND_DAY = re.compile(r"[^\W\d][^\d,;:]{1,40},\s*ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\d{4}", re.IGNORECASE)
_IN_NUMBER = re.compile(r"(?:\d|[A-ZĐ]{2})\s?[/-]$")
_SMALL = 0.92
_EDGE = 0.12

Join = Literal["join", "line", "paragraph"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    Attributes:
        text: its words, raised figures as ``¹``.
        page: counted from 1.
        left, right, bottom, top: its box; the origin is the lower left corner of the page.
        size: height of its letters.
        glued: the next line goes on inside the same word.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in reading order."""

    number: int
    height: float
    lines: tuple[Line, ...]
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The block of print on a page."""

    left: float
    right: float
    pitch: float


@dataclass(slots=True)
class _Note:
    mark: str
    lines: list[Line]


def running_text(pages: Sequence[Page]) -> Content:
    """The text of printed pages.

    Args:
        pages: in order.

    Returns:
        Paragraphs, then the notes; the furniture of the pages in ``aside``.

    >>> def line(text, left, right, top):
    ...     return Line(text, 1, left, right, top - 12, top, 12)
    >>> page = Page(1, 800, (
    ...     line("2", 300, 306, 780), line("Căn cứ Nghị định số 04/2015/NĐ-CP của", 80, 500, 700),
    ...     line("Chính phủ;", 60, 120, 680), line("Điều 1. Ban hành kèm theo Quyết định này Quy chế", 80, 499, 660)))
    >>> running_text([page]).text
    'Căn cứ Nghị định số 04/2015/NĐ-CP của Chính phủ;\\n\\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế'
    """
    pages, aside = _without_furniture(pages)
    size = _body_size(pages)
    bodies: list[Page] = []
    notes: list[tuple[int, _Note]] = []
    for page in pages:
        body, found = _without_notes(page, size, notes)
        bodies.append(body)
        notes.extend((page.number, note) for note in found)
    bodies, said = _numbered(bodies, notes)
    text, places = compose([*_paragraphs(bodies), *said])
    return Content(text, places, "\n".join(aside))


# -- furniture -----------------------------------------------------------------------------------


def _without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    often: Counter[tuple[str, int]] = Counter()
    for page in pages:
        often.update({_key(line) for line in _edges(page)})
    enough = max(2, round(0.3 * len(pages)))
    kept: list[Page] = []
    aside: dict[str, None] = {}
    for page in pages:
        lines = list(page.lines)
        frame = _frame(page)
        for upper in (True, False):
            while lines:
                line = max(lines, key=lambda one: one.top) if upper else min(lines, key=lambda one: one.bottom)
                if not _at_edge(line, page, upper):
                    break
                number = _PAGE_NUMBER.fullmatch(line.text.strip()) is not None
                again = len(pages) > 1 and _often(often, line) >= enough and _stands_off(line, lines, frame)
                if not number and not again:
                    break
                lines.remove(line)
                if not number:
                    aside[line.text.strip()] = None
        kept.append(replace(page, lines=tuple(lines)))
    return kept, list(aside)


def _stands_off(line: Line, lines: Sequence[Line], frame: _Frame) -> bool:
    """Whether a line is apart from the body: shorter than its lines, or with room to the next one."""
    if line.right - line.left < 0.7 * (frame.right - frame.left):
        return True
    steps = [abs(line.bottom - other.bottom) for other in lines if other is not line]
    return min(steps, default=line.size * 9) > 1.3 * max(frame.pitch, line.size)


def _edges(page: Page) -> list[Line]:
    return [line for line in page.lines if _at_edge(line, page, True) or _at_edge(line, page, False)]


def _at_edge(line: Line, page: Page, upper: bool) -> bool:
    return line.top > (1 - _EDGE) * page.height if upper else line.bottom < _EDGE * page.height


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.strip()), round(line.bottom / 4)


def _often(often: Counter[tuple[str, int]], line: Line) -> int:
    """On how many pages the line stands, a hair higher or lower included."""
    words, at = _key(line)
    return max(often[words, at + shift] for shift in (-1, 0, 1))


# -- notes ---------------------------------------------------------------------------------------


def _body_size(pages: Iterable[Page]) -> float:
    """The height of letters in which most of the text is set."""
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            weights[round(line.size * 2) / 2] += len(line.text)
    return max(weights, key=lambda size: (weights[size], size)) if weights else 0.0


def _without_notes(page: Page, size: float, before: Sequence[tuple[int, _Note]]) -> tuple[Page, list[_Note]]:
    """The page without the notes at its foot, and these."""
    lines = page.lines
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * size:
        first -= 1
    if first == len(lines):
        first = _set_off(page)
    above = "\n".join(line.text for line in lines[:first])
    called = {_digits(found[0]) for found in _CALL.finditer(above)}
    notes: list[_Note] = []
    head: list[Line] = []
    for line in lines[first:]:
        found = _NOTE.match(line.text)
        mark = _digits(found[0].strip()) if found else ""
        if found and (found["raised"] or mark in called) and (not notes or int(mark) > int(notes[-1].mark)):
            notes.append(_Note(mark, [replace(line, text=line.text[found.end() :])]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            head.append(line)
    if head and before and before[-1][0] == page.number - 1 and first:
        before[-1][1].lines.extend(head)  # a note that did not fit on its page
        head = []
    return replace(page, lines=(*lines[:first], *head)), notes


def _set_off(page: Page) -> int:
    """Where notes begin that are set in letters as large as the text: below a gap, with a mark."""
    lines, pitch = page.lines, _frame(page).pitch
    for at in range(len(lines) - 1, 0, -1):
        if lines[at - 1].bottom - lines[at].bottom > 1.8 * max(pitch, lines[at].size):
            return at if _NOTE.match(lines[at].text) else len(lines)
    return len(lines)


def _digits(mark: str) -> str:
    return mark.translate(_DOWN).strip("[]")


def _numbered(
    bodies: Sequence[Page], notes: Sequence[tuple[int, _Note]]
) -> tuple[list[Page], list[list[Piece]]]:
    """Pages and notes with numbers that come once each: on paper they may begin anew on every page."""
    again = len({note.mark for _, note in notes}) < len(notes)
    new = {(page, note.mark): raised(at if again else note.mark) for at, (page, note) in enumerate(notes, start=1)}
    said: list[list[Piece]] = []
    for page, note in notes:
        pieces: list[Piece] = [(f"{new[page, note.mark]} ", page)]
        for at, line in enumerate(note.lines):
            pieces.append((line.text.strip(), line.page))
            if at + 1 < len(note.lines):
                pieces.append((_glue(line, note.lines[at + 1]), line.page))
        said.append(pieces)

    def renamed(line: Line) -> Line:
        text = _CALL.sub(lambda found: new.get((line.page, _digits(found[0])), found[0]), line.text)
        return line if text == line.text else replace(line, text=text)

    if not notes:
        return list(bodies), said
    return [replace(page, lines=tuple(map(renamed, page.lines))) for page in bodies], said


# -- paragraphs ----------------------------------------------------------------------------------


def _paragraphs(pages: Sequence[Page]) -> list[list[Piece]]:
    frames = {page.number: _frame(page) for page in pages}
    lines = [line for page in pages for line in page.lines if line.text.strip()]
    if not lines:
        return []
    out: list[list[Piece]] = [[(lines[0].text.strip(), lines[0].page)]]
    for line, following in pairwise(lines):
        how = _how(line, following, frames)
        words = (following.text.strip(), following.page)
        if how == "paragraph":
            out.append([words])
        else:
            out[-1].append((_glue(line, following) if how == "join" else "\n", line.page))
            out[-1].append(words)
    return out


def _frame(page: Page) -> _Frame:
    """Where the print of a page begins and ends, and how far its lines are apart."""
    lines = page.lines
    if not lines:
        return _Frame(0, 0, 0)
    wide = max(line.right - line.left for line in lines)
    full = [line for line in lines if line.right - line.left > 0.8 * wide]
    apart = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 4 * a.size]
    left, right = min(line.left for line in full), max(line.right for line in full)
    if sum(line.right > right - 0.3 * line.size for line in full) < 2:
        right = max(right, page.width - left)  # one line alone tells no margin; most pages have equal ones
    return _Frame(
        left,
        right,
        # Most steps are from line to line; the smaller half leaves out those between paragraphs.
        median(sorted(apart)[: (len(apart) + 1) // 2]) if apart else 0,
    )


def _how(line: Line, following: Line, frames: dict[int, _Frame]) -> Join:
    """How two lines that follow each other belong together."""
    if line.glued:
        return "join"
    here, there = frames[line.page], frames[following.page]
    same = line.page == following.page
    step = line.bottom - following.bottom
    if same and step < -line.size:  # up again: another column or cell
        return "paragraph"
    if same and abs(step) < 0.3 * line.size:
        return "line"
    if _PLACE_AND_DAY.fullmatch(line.text.strip()):  # of the letterhead, whatever room it leaves
        return "paragraph"
    if abs(line.size - following.size) > 0.12 * max(line.size, following.size):
        return "paragraph"
    ended = _ENDS.search(line.text.rstrip()) is not None
    apart = same and here.pitch > 0 and step > 1.25 * here.pitch
    if not _full(line, following, here):
        return "paragraph" if apart or ended or not following.text[:1].islower() else "line"
    if _IN_NUMBER.search(line.text.rstrip()):
        return "join"
    indented = following.left - there.left > max(8.0, 0.6 * following.size)
    outdented = line.left - here.left < 0.5 * line.size
    if indented and outdented and not _centred(line, here):
        return "paragraph"
    if ended and (indented or apart or _ITEM.match(following.text)):
        return "paragraph"
    if apart and (indented or step > 1.6 * here.pitch):
        return "paragraph"
    return "join"


def _full(line: Line, following: Line, frame: _Frame) -> bool:
    """Whether the first word of the next line had no room on this one."""
    words = following.text.split(maxsplit=1)
    if not words:
        return False
    letter = (following.right - following.left) / max(1, len(following.text.strip()))
    room = frame.right - line.right
    if _centred(line, frame):
        room *= 2
    return room < letter * (len(words[0]) + 1) + 0.6 * line.size


def _centred(line: Line, frame: _Frame) -> bool:
    left, right = line.left - frame.left, frame.right - line.right
    return left > line.size and abs(left - right) < 0.6 * line.size


def _glue(line: Line, following: Line) -> str:
    """What stands between two lines that are one: nothing inside a number, else a blank."""
    before, after = line.text.rstrip(), following.text.lstrip()
    if line.glued or (_IN_NUMBER.search(before) and after[:1].isalnum()) or after.startswith("/"):
        return ""
    return " "
