"""Word files to text: what a person reads on the page, with every note behind the mark that calls it.

Paragraphs are separated by an empty line, rows of a table by a line end, cells by a tab, as in
:mod:`kg.read.html`. Tracked changes are taken as accepted, hidden text is left out, text boxes follow
the paragraph that holds them, automatic numbers are written out. Footnotes and endnotes stand at the end,
numbered in the order of their calls. Page headers and footers are kept apart.

A page number is given only where the file tells all of them: where Word has left the marks of its last
page layout, or where its count of pages agrees with the breaks that are in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kg.read.content import Content, UnreadableError, raised
from kg.read.docx_numbers import Numbering, W, value
from kg.read.oldfonts import convert, encoding_of_font
from kg.read.package import Package
from kg.read.places import Piece, compose, trimmed

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KIND = "Word"
#: Elements whose content is not on the page.
_GONE = frozenset(f"{W}{name}" for name in (
    "del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
    "footnoteRef", "endnoteRef", "commentReference", "proofErr", "bookmarkStart", "bookmarkEnd", "rt",
))  # fmt: skip
_SPACES = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_COUNTED = "docProps/app.xml"
_COUNTS = re.compile(rb"<(?:\w+:)?(Pages|Words)>(\d{1,9})</")


def read_docx(data: bytes) -> Content:
    """The text of a Word file.

    Args:
        data: its bytes.

    Returns:
        Text, places, page headers and footers; a remark where the file carries macros.

    Raises:
        UnreadableError: damaged, encrypted, made to do harm, or no Word file at all.
    """
    package = Package(data, _KIND)
    body = _main_part(package)
    root = package.xml(body)
    if root is None:
        raise UnreadableError("damaged", kind=_KIND, reason=f"there is no part {body}")
    reader = _Reader(package, body)
    reader.blocks(root.find(f"{W}body"))
    reader.close()
    paragraphs, pages = reader.out, reader.page
    text, places = compose(paragraphs)
    if not reader.laid_out and _pages(package, text) != pages:
        places = replace(places, pages=(None,) * len(places.starts))
    remarks: list[tuple[str, dict[str, str]]] = []
    if any(name.endswith("vbaProject.bin") for name in package.names):
        remarks.append(("macros", {}))
    if reader.old:
        remarks.append(("old-letters", {"name": ", ".join(sorted(reader.old))}))
    return Content(text, places, _aside(package, body), "", tuple(remarks))


def _main_part(package: Package) -> str:
    if "[Content_Types].xml" not in package.names:
        raise UnreadableError("damaged", kind=_KIND, reason="it has no [Content_Types].xml")
    return (package.related("").get("officeDocument") or ["word/document.xml"])[0]


def _pages(package: Package, text: str) -> int | None:
    """How many pages the program counted when it saved the file, if it counted this very text."""
    counts = {name.decode(): int(count) for name, count in _COUNTS.findall(package.bytes_of(_COUNTED) or b"")}
    words = len(text.split())
    # Programs that make no layout copy the figures of an empty file.
    return counts.get("Pages") if abs(counts.get("Words", 0) - words) <= 0.2 * words else None


def _aside(package: Package, body: str) -> str:
    related = package.related(body)
    lines: list[str] = []
    for name in sorted(related.get("header", [])) + sorted(related.get("footer", [])):
        root = package.xml(name)
        if root is None:
            continue
        reader = _Reader(package, name)
        reader.blocks(root)
        reader.close()
        said = compose(reader.out)[0]
        if said and said not in lines:
            lines.append(said)
    return "\n\n".join(lines)


@dataclass(slots=True)
class _Styles:
    """What paragraphs and runs take from their styles: font and list."""

    fonts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    default: str = ""

    def learn(self, root: Any) -> None:
        """Reads ``styles.xml``; a style without a value has that of the one it is based on."""
        above: dict[str, str] = {}
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            if (parent := value(style.find(f"{W}basedOn"))) is not None:
                above[name] = parent
            if font := _font(style.find(f"{W}rPr")):
                self.fonts[name] = font
            properties = style.find(f"{W}pPr")
            if properties is not None and (number := _list_of(properties)):
                self.lists[name] = number
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.default = self.fonts.get(name, self.default)
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default = self.default or _font(defaults)
        for name in above:
            chain, at = [name], name
            while at in above and above[at] not in chain:
                at = above[at]
                chain.append(at)
            if font := next((self.fonts[one] for one in chain if one in self.fonts), ""):
                self.fonts[name] = font
            if number := next((self.lists[one] for one in chain if one in self.lists), None):
                self.lists[name] = number


class _Reader:
    """Walks one part and collects its paragraphs."""

    def __init__(self, package: Package, name: str) -> None:
        related = package.related(name)
        self._package = package
        self._notes: dict[tuple[str, str], Any] = {}
        for kind in ("footnote", "endnote"):
            for part in related.get(f"{kind}s", ()):
                root = package.xml(part)
                for note in root if root is not None else ():
                    self._notes[kind, note.get(f"{W}id") or ""] = note
        self._numbers = Numbering(package.xml(next(iter(related.get("numbering", ())), "")))
        self._styles = _Styles()
        styles = package.xml(next(iter(related.get("styles", ())), ""))
        if styles is not None:
            self._styles.learn(styles)
        self.out: list[list[Piece]] = []
        self.page = 1
        self.laid_out = False
        self.old: set[str] = set()
        self._turned = True  # nothing stands on this page yet
        self._called: list[tuple[int, Any, int]] = []
        self._boxes: list[Any] = []
        self._kept: list[Piece] = []  # a paragraph whose end was deleted goes on in the next one

    def close(self) -> None:
        """Adds the notes, which are known once everything has been read."""
        if self._kept:
            self.out.append(self._kept)
            self._kept = []
        at = 0
        while at < len(self._called):  # a note may call another one
            number, note, page = self._called[at]
            at += 1
            outer, self.out = self.out, []
            now, self.page = self.page, page
            self.blocks(note)
            said = [words for pieces in self.out for words, _ in pieces]
            self.out, self.page = outer, now
            # A note is one line: whatever ends the line ends the note.
            line = " ".join("".join(f"{words} " for words in said).split())
            if line:
                self.out.append([(f"{raised(number)} {line}", page)])

    def blocks(self, parent: Any) -> None:
        """Paragraphs and tables, in order."""
        for child in parent if parent is not None else ():
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag == f"{_MC}AlternateContent":
                self.blocks(_chosen(child))
            elif child.tag == f"{W}sectPr":
                continue
            elif child.tag not in _GONE:  # content controls, custom XML, insertions
                self.blocks(child)

    def _paragraph(self, element: Any) -> None:
        properties = element.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else None
        pieces, self._kept = self._kept, []
        if properties is not None:
            if _on(properties.find(f"{W}pageBreakBefore")):
                self._turn()
            number = _list_of(properties) or self._styles.lists.get(style or "")
            if number and (label := self._numbers.next(*number)):
                pieces.append((f"{label} ", self.page))
        labelled = len(pieces)
        boxes, self._boxes = self._boxes, []
        self._inline(element, pieces, self._styles.fonts.get(style or "", self._styles.default))
        inner, self._boxes = self._boxes, boxes
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._kept = pieces
        elif trimmed(pieces[labelled:]):  # an empty item shows its number, which tells nothing
            self.out.append(pieces)
        for box in inner:
            self.blocks(box)
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section is not None and value(section.find(f"{W}type")) not in ("continuous", "nextColumn"):
            self._turn()

    def _turn(self) -> None:
        """A new page, unless the one at hand is still empty: a break and its mark are one turn."""
        if not self._turned:
            self.page += 1
            self._turned = True

    def _say(self, pieces: list[Piece], words: str) -> None:
        if words:
            pieces.append((words, self.page))
            self._turned = self._turned and not words.strip()

    def _inline(self, parent: Any, pieces: list[Piece], font: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, pieces, font)
            elif tag == f"{_MC}AlternateContent":
                self._inline(_chosen(child), pieces, font)
            elif tag not in _GONE:
                self._inline(child, pieces, font)

    def _run(self, run: Any, pieces: list[Piece], font: str) -> None:
        properties = run.find(f"{W}rPr")
        capitals = False
        if properties is not None:
            if _on(properties.find(f"{W}vanish")):
                return
            capitals = _on(properties.find(f"{W}caps"))
            style = value(properties.find(f"{W}rStyle"))
            font = _font(properties) or self._styles.fonts.get(style or "", font)
        self._content(run, pieces, font, capitals)

    def _content(self, run: Any, pieces: list[Piece], font: str, capitals: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                words = child.text or ""
                if old := encoding_of_font(font):
                    changed = convert(words, old, capitals=font.upper().endswith("H") and old == "tcvn3")
                    if changed != words:
                        self.old.add(old.upper())
                    words = changed
                self._say(pieces, words.upper() if capitals else words)
            elif tag in _SPACES:
                self._say(pieces, _SPACES[tag])
            elif tag == f"{W}br":
                if child.get(f"{W}type") == "page":
                    self._turn()
                self._say(pieces, "\n")
            elif tag == f"{W}lastRenderedPageBreak":
                self.laid_out = True
                self._turn()
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._call(child, pieces)
            elif tag == f"{W}txbxContent":
                self._boxes.append(child)
            elif tag == f"{_MC}AlternateContent":
                self._content(_chosen(child), pieces, font, capitals)
            elif tag not in _GONE:  # drawings, pictures, ruby text: down to the text box in them
                self._content(child, pieces, font, capitals)

    def _call(self, reference: Any, pieces: list[Piece]) -> None:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        note = self._notes.get((kind, reference.get(f"{W}id") or ""))
        if note is None or note.get(f"{W}type") in ("separator", "continuationSeparator"):
            return
        number = len(self._called) + 1
        self._called.append((number, note, self.page))
        self._say(pieces, raised(number))

    def _table(self, table: Any) -> None:
        rows: list[list[list[list[Piece]]]] = []
        for row in _rows(table):
            if row.find(f"{W}trPr/{W}del") is None:
                rows.append([self._cell(cell) for cell in _cells(row)])
        if all(len(row) <= 1 for row in rows):
            # One column is a frame round paragraphs, not a table.
            self.out.extend(pieces for row in rows for cell in row for pieces in cell)
            return
        block: list[Piece] = []
        for row in rows:
            line: list[Piece] = []
            for at, cell in enumerate(row):
                if at:
                    line.append(("\t", self._page_of(line)))
                for index, pieces in enumerate(cell):
                    if index:
                        line.append(("\n", self._page_of(line)))
                    line.extend(pieces)
            if any(words.strip() for words, _ in line):
                if block:
                    block.append(("\n", self._page_of(block)))
                block.extend(line)
        if block:
            self.out.append(block)

    def _page_of(self, line: list[Piece]) -> int | None:
        return line[-1][1] if line else self.page

    def _cell(self, cell: Any) -> list[list[Piece]]:
        outer, self.out = self.out, []
        self.blocks(cell)
        inner, self.out = self.out, outer
        return [kept for pieces in inner if (kept := trimmed(pieces))]


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag not in _GONE:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            if child.find(f"{W}tcPr/{W}cellDel") is None:
                yield child
        elif child.tag not in _GONE:
            yield from _cells(child)


def _chosen(alternatives: Any) -> Any:
    """One of several forms of the same content; a reader that took both would read it twice."""
    for name in ("Choice", "Fallback"):
        if (found := alternatives.find(f"{_MC}{name}")) is not None:
            return found
    return ()


def _on(switch: Any) -> bool:
    return switch is not None and value(switch) not in ("0", "false", "off")


def _font(properties: Any) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _list_of(properties: Any) -> tuple[str, int] | None:
    numbered = properties.find(f"{W}numPr")
    if numbered is None:
        return None
    number, level = value(numbered.find(f"{W}numId")), value(numbered.find(f"{W}ilvl"))
    return (number, int(level) if level and level.isdecimal() and len(level) < 3 else 0) if number else None
