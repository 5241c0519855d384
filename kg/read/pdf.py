"""PDF files to text: the letters of each page with their places, by PDFium; the rest is in :mod:`kg.read.layout`.

PDFium gives letters in the order of the file and marks where a line ends. What it does not tell is what a
number above the line is: a letter that is smaller than its line and stands higher is a raised figure. A
hyphen at the end of a line comes as a control character; in Vietnamese no syllable is ever divided, so it
belongs to the number or name that it stands in and is kept.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import Any

from kg.read.content import Content, UnreadableError, raised
from kg.read.layout import Line, Page, running_text
from kg.read.oldfonts import Old, convert, encoding_of_font

_HYPHENS = (0x02, 0xFFFE)
_BREAKS = (10, 13)
_UNSEEN = (0xA0, 0xAD, 0xFFFF)
_DIGITS = re.compile(r"(?<!\d)[0-9]{1,3}(?!\d)")
_UNIT = re.compile(r"(?<!\w)[kcdmh]?m$")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_CELL = 2.5
#: With fewer letters than this a page is taken for a picture, if it holds one.
_WRITTEN = 20

Ocr = Callable[[Any, int], Page]


def read_pdf(data: bytes, ocr: Ocr | None = None) -> Content:
    """The text of a PDF file.

    Args:
        data: its bytes.
        ocr: reads a page that is a picture; such pages stay unread if None.

    Returns:
        Text and places; a remark where some pages were not read.

    Raises:
        UnreadableError: damaged, encrypted, or nothing but pictures while ``ocr`` is None.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == 4 or "password" in str(error).lower():
            raise UnreadableError("encrypted", kind="PDF") from error
        raise UnreadableError("damaged", kind="PDF", reason=str(error).rstrip(".")) from error
    pages: list[Page] = []
    pictures: list[int] = []
    broken: list[int] = []
    old: set[str] = set()
    count = 0
    try:
        count = len(document)
        for index in range(count):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                broken.append(index + 1)
                continue
            try:
                read = _page(page, index + 1, old)
                if sum(len(line.text) for line in read.lines) < _WRITTEN and _has_picture(page):
                    pictures.append(index + 1)
                    if ocr is not None:
                        read = ocr(page, index + 1)
                pages.append(read)
            finally:
                page.close()
    finally:
        document.close()
    if count and len(broken) == count:
        raise UnreadableError("damaged", kind="PDF", reason="none of its pages can be opened")
    content = running_text(pages)
    remarks: list[tuple[str, dict[str, str]]] = []
    if ocr is None and pictures:
        if not content.text.strip():
            raise UnreadableError("scanned", pages=len(pictures))
        listed = ", ".join(map(str, pictures[:12])) + (", …" if len(pictures) > 12 else "")
        remarks.append(("scanned-pages", {"pages": listed}))
    if old:
        remarks.append(("old-letters", {"name": ", ".join(sorted(old))}))
    return replace(content, remarks=tuple(remarks))


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as raw

    return next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _page(page: Any, number: int, old: set[str]) -> Page:
    """The lines of a page; ``old`` takes the old encodings that letters of it were in."""
    text = page.get_textpage()
    try:
        letters = _Letters(text.raw, page.get_rotation(), page.get_width(), page.get_height())
        lines = tuple(_lines(letters, number))
        old |= letters.converted
        return Page(number, page.get_height(), lines, page.get_width())
    finally:
        text.close()


class _Letters:
    """The letters of one page by index, with places as one sees them: the page may be turned.

    Args:
        handle: PDFium's text page.
        turn: by how many degrees the page is shown turned clockwise; tables lie across it.
        width, height: of the page as it is shown.
    """

    def __init__(self, handle: Any, turn: int, width: float, height: float) -> None:
        import pypdfium2.raw as raw

        self._turn, self._width, self._height = turn, width, height
        self._name = ctypes.create_string_buffer(128)
        self.converted: set[str] = set()
        self._handle = handle
        self._raw = raw
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        read = raw.FPDFText_GetUnicode
        self.codes = [read(handle, index) for index in range(max(0, raw.FPDFText_CountChars(handle)))]

    def solid(self, start: int, end: int) -> list[int]:
        """The letters between two places that one can see; in TCVN3 the code of a soft hyphen is ư."""
        codes = self.codes
        return [
            i for i in range(start, end)
            if codes[i] > 32 and (codes[i] not in _UNSEEN or (codes[i] == 0xAD and _old(self.font(i)) == "tcvn3"))
        ]  # fmt: skip

    def font(self, index: int) -> str:
        """Name of the font of a letter, without the mark of a font that is cut down to the letters it needs."""
        size = self._raw.FPDFText_GetFontInfo(self._handle, index, self._name, len(self._name), None)
        name = self._name.value.decode("utf-8", "replace") if 0 < size <= len(self._name) else ""
        return _SUBSET.sub("", name)

    def sides(self, index: int) -> tuple[float, float]:
        """Where a letter begins and ends on its line."""
        if not self._raw.FPDFText_GetLooseCharBox(self._handle, index, ctypes.byref(self._box)):
            return 0.0, 0.0
        box = self._box
        if self._turn == 90:
            return box.bottom, box.top
        if self._turn == 180:
            return self._width - box.right, self._width - box.left
        if self._turn == 270:
            return self._width - box.top, self._width - box.bottom
        return box.left, box.right

    def stand(self, index: int) -> tuple[float, float]:
        """Height of the font that a letter is set in, and the line it stands on."""
        size = self._raw.FPDFText_GetFontSize(self._handle, index)
        if self._raw.FPDFText_GetMatrix(self._handle, index, ctypes.byref(self._matrix)):
            size *= hypot(self._matrix.c, self._matrix.d)
        if not self._raw.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y):
            return size, 0.0
        heights = {
            90: self._height - self._x.value, 180: self._height - self._y.value, 270: self._x.value,
        }  # fmt: skip
        return size, heights.get(self._turn, self._y.value)


def _old(font: str) -> Old | None:
    """The old encoding of a font; in PDF its name may have lost the dot."""
    return encoding_of_font(font) or ("tcvn3" if font.startswith("Vn") else None)


def _lines(letters: _Letters, number: int) -> Iterator[Line]:
    runs = list(_runs(letters))
    at = 0
    while at < len(runs):
        first = last = runs[at]
        while not last.glued and at + 1 < len(runs) and _goes_on(letters, last, runs[at + 1]):
            at += 1
            last = runs[at]
        yield _line(letters, first.solid[0], last.solid[-1], number, glued=last.glued)
        at += 1


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters up to what PDFium takes for the end of a line; ``solid`` are those that one can see."""

    solid: Sequence[int]
    glued: bool


def _runs(letters: _Letters) -> Iterator[_Run]:
    start = 0
    for index, code in enumerate([*letters.codes, 10]):
        if code in _BREAKS or code in _HYPHENS:
            solid = letters.solid(start, index)
            if solid:
                yield _Run(solid, code in _HYPHENS)
            start = index + 1


def _goes_on(letters: _Letters, run: _Run, following: _Run) -> bool:
    """Whether two runs stand side by side on one line: a raised figure ends a run of its own."""
    size, base = letters.stand(run.solid[-1])
    other, height = letters.stand(following.solid[0])
    tall = max(size, other)
    if abs(base - height) > 0.6 * tall:
        return False
    gap = letters.sides(following.solid[0])[0] - letters.sides(run.solid[-1])[1]
    return -0.3 * tall < gap < _CELL * tall


def _line(letters: _Letters, first: int, last: int, number: int, *, glued: bool) -> Line:
    solid = letters.solid(first, last + 1)
    stands = Counter(letters.stand(solid[(len(solid) - 1) * at // 8]) for at in range(9))
    # A raised figure is smaller than its line; where two fonts share a line the larger one is its own.
    size, base = max(stands, key=lambda one: (stands[one], one[0]))
    text = _words(letters, solid, size, base)
    font = letters.font(solid[len(solid) // 2])
    if old := _old(font):
        unicode = convert(text, old, capitals=old == "tcvn3" and font.upper().endswith("H"))
        if unicode != text:
            letters.converted.add(old.upper())
        text = unicode
    return Line(
        text + "-" if glued else text,
        number,
        letters.sides(first)[0],
        letters.sides(last)[1],
        base - 0.22 * size,
        base + 0.78 * size,
        size,
        glued,
    )


def _words(letters: _Letters, solid: Sequence[int], size: float, base: float) -> str:
    """The words of a line: a tab for a wide gap, raised figures as such."""
    codes = letters.codes
    gaps: dict[int, float] = {}
    for before, index in pairwise(solid):
        if index > before + 1:
            gap = letters.sides(index)[0] - letters.sides(before)[1]
            between = codes[before + 1 : index]
            blank = any((code <= 32 and code not in _BREAKS) or code == 0xA0 for code in between)
            if blank or gap > 0.15 * size:
                gaps[index] = gap
    # A justified line may have wide gaps everywhere; a tab is wider than its neighbours.
    wide = max(_CELL * size, 1.5 * min(gaps.values(), default=0.0)) if len(gaps) > 1 else _CELL * size
    out: list[str] = []
    places: dict[int, int] = {}
    for index in solid:
        if index in gaps:
            out.append("\t" if gaps[index] > wide else " ")
        letter = _letter(codes, index)
        if letter:
            places[len(out)] = index
            out.append(letter)
    text = "".join(out)
    for found in reversed(list(_DIGITS.finditer(text))):
        small, at = letters.stand(places[found.start()])
        if small > 0.9 * size or at < base + 0.1 * size:
            continue
        ahead = text[: found.start()]
        if not ahead.endswith("[") and not _UNIT.search(ahead):
            text = ahead + raised(found[0]) + text[found.end() :]
    return text


def _letter(codes: Sequence[int], index: int) -> str:
    """A letter; one beyond the first plane comes as two halves, of which the second one adds nothing."""
    code = codes[index]
    if not 0xD800 <= code < 0xE000:
        return chr(code) if code < 0x110000 else ""
    low = codes[index + 1] if index + 1 < len(codes) else 0
    if code < 0xDC00 <= low < 0xE000:
        return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
    return ""
