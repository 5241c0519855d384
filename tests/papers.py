"""One text as the files that people have: Word, print, a page, a scan. Used by the tests of the readers.

A text is a list of paragraphs; ``{{1}}`` in it calls note 1. Printed pages have what real ones have: justified
lines with an indented first one, notes in small letters at the foot, a number at the top, hyphens at line ends
where a number is divided.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CALL = re.compile(r"\{\{(\d+)\}\}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = re.compile(r"(?m)^(?:([⁰¹²³⁴-⁹]+)|\[(\d+)\])[ \t]*(?=\S)")


def paper(text: str) -> tuple[list[str], dict[int, str]]:
    """A plain text as paragraphs and notes."""
    notes: dict[int, str] = {}
    paragraphs: list[str] = []
    for line in (line for line in text.split("\n") if line.strip()):
        if found := _NOTE.match(line):
            mark = found[1] or found[2]
            number = int(mark.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))
            notes[number] = line[found.end() :]
            for at, one in enumerate(paragraphs):
                paragraphs[at] = one.replace(found[0].strip(), f"{{{{{number}}}}}")
        elif paragraphs and (paragraphs[-1].endswith("/") or line[0].islower()):
            paragraphs[-1] += ("" if paragraphs[-1].endswith("/") else " ") + line
        else:
            paragraphs.append(line)
    return paragraphs, notes


def plain_of(paragraphs: Sequence[str], notes: Mapping[int, str]) -> bytes:
    """The same as plain text."""
    body = [_CALL.sub(lambda call: call[1].translate(_RAISED), words) for words in paragraphs]
    foot = [f"{str(number).translate(_RAISED)} {words}" for number, words in notes.items()]
    return "\n\n".join([*body, *foot]).encode()


# -- Word ----------------------------------------------------------------------------------------


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    parts = _CALL.split(words)
    inner = "".join(
        f'<w:r><w:footnoteReference w:id="{part}"/></w:r>' if at % 2 else run(part) for at, part in enumerate(parts) if part
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Cells are the XML of their paragraphs."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows) + "</w:tbl>"


def word(body: str, notes: Mapping[int, str] | None = None, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file.

    Args:
        body: XML of its paragraphs and tables.
        notes: its footnotes.
        parts: further parts; those in ``word/`` are linked by the name of their kind.
    """
    files: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>",
        **(parts or {}),
    }
    if notes:
        said = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + words)}</w:p></w:footnote>'
            for number, words in notes.items()
        )
        rule = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        files["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{rule}{said}</w:footnotes>'
    links = "".join(
        f'<Relationship Id="r{at}" Type="{_R}/{re.sub(r"[0-9]*[.]xml$", "", name[5:])}" Target="{name[5:]}"/>'
        for at, name in enumerate(files)
        if name.startswith("word/") and name.endswith(".xml") and name != "word/document.xml"
    )
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files["word/_rels/document.xml.rels"] = f"{rels}{links}</Relationships>"
    files["_rels/.rels"] = f'{rels}<Relationship Id="a" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{form}+xml"/>'
        for name, form in (("document", "document.main"), ("footnotes", "footnotes"), ("numbering", "numbering"), ("styles", "styles"))
        if f"word/{name}.xml" in files
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    return zipped(files)


def word_of(paragraphs: Sequence[str], notes: Mapping[int, str]) -> bytes:
    return word("".join(map(paragraph, paragraphs)), notes)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


# -- web page ------------------------------------------------------------------------------------


def _sup(call: re.Match[str]) -> str:
    return f"<sup>{call[1]}</sup>"


def page_of(paragraphs: Sequence[str], notes: Mapping[int, str]) -> bytes:
    body = "".join(f"<p>{_CALL.sub(_sup, html.escape(words))}</p>" for words in paragraphs)
    foot = "".join(f"<p><sup>{number}</sup> {html.escape(words)}</p>" for number, words in notes.items())
    return f"<!DOCTYPE html><html><head><title>Trang</title></head><body><main>{body}{foot}</main></body></html>".encode()


# -- print ---------------------------------------------------------------------------------------

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 595.0, 842.0, 85.0, 540.0, 770.0, 70.0
_SIZE, _STEP, _SMALL = 12.0, 17.0, 8.5
_Words = list[tuple[str, str]]  # words and the mark that stands behind them


def printed(
    paragraphs: Sequence[str], notes: Mapping[int, str], *, running: str = "", restart: bool = False
) -> bytes:
    """A PDF file.

    Args:
        paragraphs, notes: the text.
        running: a title that comes again on each page.
        restart: number the notes of each page anew.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Serif", str(FONT)))
    measure = pdfmetrics.stringWidth
    held = io.BytesIO()
    canvas = Canvas(held, (_WIDTH, _HEIGHT))
    state = {"y": _TOP, "page": 1, "foot": _BOTTOM}
    foot: list[tuple[str, list[str]]] = []

    def close() -> None:
        canvas.setFont("Serif", _SIZE)
        if state["page"] > 1:
            canvas.drawCentredString(_WIDTH / 2, 800, str(state["page"]))
        if running:
            canvas.setFont("Serif", 9)
            canvas.drawString(_LEFT, 812, running)
        y = state["foot"]
        for mark, lines in foot:
            for at, line in enumerate(lines):
                x = _LEFT
                if not at:
                    canvas.setFont("Serif", 5)
                    canvas.drawString(x, y + 3, mark)
                    x += measure(mark, "Serif", 5) + 2
                canvas.setFont("Serif", _SMALL)
                canvas.drawString(x, y, line)
                y -= 11
        canvas.showPage()
        state.update(y=_TOP, page=state["page"] + 1, foot=_BOTTOM)
        foot.clear()

    def note(number: int) -> tuple[str, list[str]]:
        mark = str(len(foot) + 1 if restart else number)
        return mark, _wrapped(notes[number], _RIGHT - _LEFT - 10, lambda words: measure(words, "Serif", _SMALL))

    for words in paragraphs:
        centred = len(words) < 60 and words.isupper()
        for at, (line, calls, last) in enumerate(_lines_of(words, centred, lambda one: measure(one, "Serif", _SIZE))):
            more = [note(number) for number in calls if number in notes]
            rise = 11 * sum(len(lines) for _, lines in more)
            if state["y"] - _STEP < state["foot"] + rise + 14:
                close()
                more = [note(number) for number in calls if number in notes]
            shown = {number: mark for number, (mark, _) in zip(calls, more, strict=True)}
            foot.extend(more)
            state["foot"] += rise
            _draw(canvas, line, shown, state["y"], at == 0 and not centred, last, centred, measure)
            state["y"] -= _STEP
        state["y"] -= 5
    close()
    canvas.save()
    return held.getvalue()


def _wrapped(words: str, width: float, measure) -> list[str]:  # type: ignore[no-untyped-def]
    lines = [""]
    for one in words.split():
        tried = f"{lines[-1]} {one}".strip()
        if measure(tried) > width and lines[-1]:
            lines.append(one)
        else:
            lines[-1] = tried
    return lines


def _lines_of(words: str, centred: bool, measure):  # type: ignore[no-untyped-def]
    """Lines, the notes that each calls, and whether it is the last one."""
    width, indent = _RIGHT - _LEFT, 0.0 if centred else 28.0
    line: list[str] = []
    lines: list[list[str]] = []
    for one in words.split():
        tried = _CALL.sub("", " ".join([*line, one]))
        room = width - (indent if not lines else 0)
        if line and measure(tried) > room:
            # Programs divide a long number behind its hyphen.
            head, dash, tail = one.partition("-")
            if dash and tail and re.match(r"\d", one) and measure(" ".join([*line, head + "-"])) <= room:
                line.append(head + dash)
                one = tail
            lines.append(line)
            line = []
        line.append(one)
    lines.append(line)
    for at, parts in enumerate(lines):
        text = " ".join(parts)
        yield text, [int(n) for n in _CALL.findall(text)], at + 1 == len(lines)


def _draw(canvas, line: str, marks, y: float, first: bool, last: bool, centred: bool, measure) -> None:  # type: ignore[no-untyped-def]
    words = line.split()
    width = _RIGHT - _LEFT - (28.0 if first else 0)
    natural = sum(measure(_CALL.sub("", one), "Serif", _SIZE) + 4.2 * len(_CALL.findall(one)) for one in words)
    gap = measure(" ", "Serif", _SIZE)
    if not last and not centred and len(words) > 1:
        gap = (width - natural) / (len(words) - 1)
    x = _LEFT + (28.0 if first else 0)
    if centred:
        x = (_LEFT + _RIGHT - natural - gap * (len(words) - 1)) / 2
    for one in words:
        for at, part in enumerate(_CALL.split(one)):
            size, up = (_SIZE, 0.0) if at % 2 == 0 else (6.5, 5.0)
            part = part if at % 2 == 0 else marks.get(int(part), part)
            canvas.setFont("Serif", size)
            canvas.drawString(x, y + up, part)
            x += measure(part, "Serif", size)
        x += gap


# -- scan ----------------------------------------------------------------------------------------


def pictures(pdf: bytes, dpi: int = 200) -> list[bytes]:
    """The pages of a PDF file as PNG."""
    import pypdfium2

    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            held = io.BytesIO()
            page.render(scale=dpi / 72, grayscale=True).to_pil().save(held, "PNG")
            found.append(held.getvalue())
    return found


def scanned(pdf: bytes, dpi: int = 200) -> bytes:
    """The same pages as pictures in a PDF file."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, (_WIDTH, _HEIGHT))
    for picture in pictures(pdf, dpi):
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, _WIDTH, _HEIGHT)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def lines_of(pdf: bytes) -> list[str]:
    """The lines as they are printed."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return [line for line in text.replace("\ufffe", "-\n").replace("\x02", "-\n").splitlines() if line.strip()]
