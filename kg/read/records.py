"""The values that reading gives: raw bytes, a text, or the reason why there is none.

A failure is a value and not an exception, because one input that cannot be read must not stop the
others. Its ``code`` and ``facts`` let a caller say it in another language; ``message`` says it in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.read.places import NOWHERE, Places

#: What is read, by the end of the file name; a final ``.gz`` or ``.zst`` is for corpora only.
FORMATS: Mapping[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".ndjson.zst": "jsonl",
    ".csv": "csv",
    ".csv.gz": "csv",
    ".csv.zst": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".doc": "doc",
    ".dot": "doc",
    ".odt": "odt",
    ".rtf": "rtf",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
    ".zip": "zip",
}

#: The formats as a person is told them.
READABLE = (
    ".txt, .md, .html, .docx, .pdf, .doc, .odt, .rtf, .zip, images (--ocr), .jsonl, .csv (also .gz, .zst), .parquet"
)

DEFAULT_MAX_BYTES = 512 * 1024 * 1024
"""A text above this is refused, so that a wrong file cannot take all memory."""

MESSAGES: Mapping[str, str] = {
    "missing": "there is no such file or folder; check the path",
    "unreadable": "it cannot be opened ({reason}); check the permissions",
    "empty": "it holds no text; leave it out or give a file with content",
    "format": "{kind} is not read (read are {readable}); save it as .docx, .pdf or .txt",
    "binary": "it is a binary file, not text (read are {readable})",
    "encoding": "line {line} is not UTF-8; save the file as UTF-8",
    "encoding-guess": "line {line} is not UTF-8, the bytes look like {guess}; convert it to UTF-8: {how}",
    "too-large": "it is larger than the limit of {limit} MB; split it or raise --max-bytes",
    "no-files": "the folder holds no file (hidden files are passed over)",
    "many": "it is a folder or a corpus of many texts; read it with kg.read.iter_inputs",
    "broken-gzip": "the packed data is damaged or cut off ({reason}); get the file again",
    "broken-html": "the page cannot be parsed ({reason})",
    "broken-json": "it is not one JSON object ({reason}); mend or remove the line",
    "bad-record": 'the record needs "{id}" (text or number) and "{text}" (text); mend or remove the line',
    "broken-csv": "the table cannot be read from here on ({reason}); mend the line",
    "bad-row": "the row does not fit the table ({reason}); mend or remove the line",
    "no-column": "it has no column {column} (it has {columns}); name it with --id-column or --text-column",
    "broken-parquet": "it is no whole Parquet file ({reason}); get the file again",
    "duplicate-id": "the id {id} stands already on line {first}; ids must differ within a file",
    "damaged": "the {kind} file is damaged or cut off ({reason}); get it again or save it anew",
    "encrypted": "the {kind} file is protected by a password; save a copy without one",
    "scanned": "the {pages} page(s) are pictures without text; add --ocr to have them read",
    "scanned-pages": "page(s) {pages} are pictures without text and were not read; add --ocr",
    "picture": "a picture is read only with --ocr",
    "needs-program": "to read {kind} the program {program} is needed; install it: {how}",
    "program-failed": "{program} could not read it ({reason}); save it as .docx or .pdf",
    "bomb": "it unpacks to more than the limit of {limit} MB; it is not opened",
    "unsafe-xml": "it declares XML entities, which no office program writes; it is not opened",
    "too-many": "it holds more than {limit} files; unpack it and give the folder",
    "too-slow": "reading took longer than {limit} s and was stopped; split the file",
    "too-hungry": "reading needed more than {limit} MB of memory and was stopped; split the file",
    "reader-died": "the reader broke down on it ({reason}); the file is damaged or made to do harm",
    "macros": "the file carries macros; they were not run, only its text was read",
    "old-letters": "letters of the old encoding {name} were converted to Unicode; check a few lines",
    "analysis": "the text could not be analysed ({reason}); please report it with the text",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input before they are understood; cheap to send to another process.

    Attributes:
        source: name of the input: path as given, ``-``, or ``FILE#ID``.
        data: the bytes; for a record of a corpus its text in UTF-8.
        format: a value of :data:`FORMATS`, or empty where the name does not tell.
        sha256: of ``data``.
        meta: what the corpus says beside the text (other fields of the record).
        ocr: whether pictures of text are to be read.
    """

    source: str
    data: bytes = field(repr=False)
    format: str = ""
    sha256: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it was read; the offsets of every result are code points into ``text``.

    Attributes:
        source: name of the input.
        text: exactly as decoded: line ends, spaces and Unicode form stay as they are. For a web
            page it is the text of the page (see :mod:`kg.read.html`), for Word and PDF the paragraphs
            in reading order, footnotes at the end, each behind the mark that calls it.
        sha256, size: of the bytes that were read.
        format: a value of :data:`FORMATS`; what the file is, not what it is called.
        encoding: ``utf-8``, ``utf-8-sig``, ``utf-16-le``, ``utf-16-be``, ``tcvn3``, ``vni``,
            ``windows-1258``; a byte order mark is not part of the text. Empty where the format has its own.
        meta: fields that came beside the text, or in a labelled table of the page.
        title: title of the page or record, first heading of Markdown.
        places: page and paragraph of each offset, as far as the file has them.
        aside: what stood in the page headers and footers, which are no part of ``text``.
        remarks: what a person should know of the reading, though it gave a text.
    """

    source: str
    text: str = field(repr=False)
    sha256: str = ""
    size: int = 0
    format: str = "txt"
    encoding: str = "utf-8"
    meta: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    places: Places = field(default=NOWHERE, repr=False)
    aside: str = field(default="", repr=False)
    remarks: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one input gave no result, or (as a remark) what a person should know of its reading.

    Attributes:
        source: name of the input; ``FILE:LINE`` for a line of a corpus.
        code: key of :data:`MESSAGES`.
        message: one line of English: what is wrong and what to do.
        facts: the values in the message.
    """

    source: str
    code: str
    message: str
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """Code and message: how a failure stands in the table ``sources``."""
        return f"{self.code}: {self.message}"


def failure(source: str, code: str, **facts: object) -> Failure:
    """A failure with its message.

    Args:
        source: name of the input.
        code: key of :data:`MESSAGES`.
        facts: values for the message; ``readable``, the formats that are read, is filled in.

    >>> failure("a.txt", "missing").message
    'there is no such file or folder; check the path'
    """
    said = {key: one_line(str(value)) for key, value in facts.items()}
    if "{readable}" in MESSAGES[code]:
        said["readable"] = READABLE
    return Failure(source, code, MESSAGES[code].format(**said), said)


def recalled(source: str, error: str) -> Failure:
    """A failure from its row in the table ``sources``, which keeps ``CODE: MESSAGE``.

    >>> recalled("a.txt", "encoding: " + failure("a.txt", "encoding", line=3).message).facts
    {'line': '3'}
    """
    code, _, said = error.partition(": ")
    # The facts stand where the template has its names.
    parts = re.split(r"\{(\w+)\}", MESSAGES.get(code, ""))
    pattern = "".join(f"(?P<{part}>.*)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    found = re.fullmatch(pattern, said)
    return Failure(source, code, said, found.groupdict() if found else {})


def one_line(text: str, limit: int = 200) -> str:
    """``text`` on one line, cut to ``limit`` characters.

    >>> one_line("a\\n  b")
    'a b'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
