"""Pictures of text to text, by Tesseract with its model of Vietnamese.

Its words come with their boxes, so that a scanned page takes the same way as a printed one
(:mod:`kg.read.layout`): lines become paragraphs, page numbers go.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.read.content import Content, UnreadableError
from kg.read.layout import Line, Page, running_text
from kg.read.ocr_numbers import mended

_DPI = 300
_SECONDS = 120
_MAX_PIXELS = 60_000_000
_HOW = "apt install tesseract-ocr tesseract-ocr-vie"


def ocr_page(page: Any, number: int) -> Page:
    """Reads a page of a PDF file that is a picture.

    Args:
        page: a page of pypdfium2.
        number: of the page, counted from 1.

    Raises:
        UnreadableError: Tesseract or its Vietnamese is not installed, or it fails.
    """
    program = _program()
    scale = _DPI / 72
    width, height = page.get_size()
    if width * height * scale * scale > _MAX_PIXELS:
        scale = (_MAX_PIXELS / (width * height)) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        lines = (bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
        picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    finally:
        bitmap.close()
    for found in _pages(_read(program, picture, round(72 * scale))):
        return replace(found, number=number, lines=tuple(replace(line, page=number) for line in found.lines))
    return Page(number, 0, ())


def read_image(data: bytes) -> Content:
    """The text of a picture; a TIFF file may hold several pages.

    Raises:
        UnreadableError: Tesseract or its Vietnamese is not installed, or it fails.
    """
    return running_text(_pages(_read(_program(), data, None)))


def _program() -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise UnreadableError("needs-program", kind="scans", program="Tesseract", how=_HOW)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=60)
    if b"vie" not in (listed.stdout + listed.stderr).split():
        raise UnreadableError("needs-program", kind="scans", program="Tesseract (vie)", how=_HOW)
    return program


def _read(program: str, picture: bytes, dpi: int | None) -> str:
    """What Tesseract finds, as its table of boxes."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        path = Path(folder) / "page"
        path.write_bytes(picture)
        command = [program, str(path), "stdout", "-l", "vie", "--psm", "3"]
        if dpi:
            command += ["--dpi", str(dpi)]
        try:
            done = subprocess.run(
                [*command, "tsv"], capture_output=True, check=False, timeout=_SECONDS,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise UnreadableError("too-slow", limit=_SECONDS) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableError(
            "program-failed", program="Tesseract", reason=said[-1] if said else f"status {done.returncode}"
        )
    return done.stdout.decode("utf-8", "replace")


def _pages(table: str) -> list[Page]:
    """Lines with their boxes, page by page, from a table of Tesseract."""
    sizes: dict[int, tuple[float, float]] = {}
    found: dict[tuple[int, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        number = int(row["page_num"])
        if row["level"] == "1":
            sizes[number] = float(row["height"]), float(row["width"])
        elif row["level"] == "5" and (row["text"] or "").strip():
            key = (number, int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
            found.setdefault(key, []).append(row)
    lines: dict[int, list[Line]] = {number: [] for number in sizes}
    for (number, *_), words in found.items():
        lines[number].append(_line(words, number, sizes[number][0]))
    return [Page(number, sizes[number][0], tuple(lines[number]), sizes[number][1]) for number in sorted(sizes)]


def _line(words: list[dict[str, str]], number: int, height: float) -> Line:
    left = [float(word["left"]) for word in words]
    right = [at + float(word["width"]) for at, word in zip(left, words, strict=True)]
    top = min(float(word["top"]) for word in words)
    bottom = max(float(word["top"]) + float(word["height"]) for word in words)
    # Boxes are as high as their letters: the tallest word is nearest to the size of the font.
    size = _typical(float(word["height"]) for word in words)
    text = words[0]["text"].strip()
    for before, (at, word) in zip(right, list(zip(left, words, strict=True))[1:], strict=False):
        text += ("\t" if at - before > 3 * size else " ") + word["text"].strip()
    return Line(mended(text), number, left[0], right[-1], height - bottom, height - top, size)


def _typical(heights: Iterable[float]) -> float:
    ordered = sorted(heights)
    return ordered[len(ordered) * 3 // 4]

