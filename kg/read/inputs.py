"""Files, folders, standard input and corpora as one stream of inputs.

Reading has two steps, so that the second can run in another process: :func:`iter_raw` gets the bytes
(and is the only part that touches the disk), :func:`parse` makes them a text.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal

from kg.errors import InputError
from kg.read.content import UnreadableError
from kg.read.corpus import COLUMNS, Columns, Rows, parquet_rows
from kg.read.encoding import OLD, decode
from kg.read.html import page_facts, page_text
from kg.read.jsonl import records
from kg.read.plain import markdown_title
from kg.read.records import DEFAULT_MAX_BYTES, FORMATS, Failure, Raw, Text, failure
from kg.read.signatures import BINARY, format_of_bytes
from kg.read.table import csv_records
from kg.read.zips import files

Kind = Literal["auto", "jsonl", "csv", "parquet"]
CORPORA = ("jsonl", "csv", "parquet")
"""Formats of files that hold many texts."""
Input = str | os.PathLike[str]
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_BLOCK = 1 << 20
_PACKED = frozenset([".gz", ".zst", ".parquet", ".zip", ".docx", ".pdf"])


def format_of(name: str) -> str:
    """The format that a file name tells, empty for any other.

    >>> format_of("a/B.HTM"), format_of("c.jsonl.gz"), format_of("d.xlsx")
    ('html', 'jsonl', '')
    """
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    return FORMATS.get("".join(suffixes[-2:]), FORMATS.get("".join(suffixes[-1:]), ""))


def read_path(path: Input, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Text:
    """Reads one file.

    Args:
        path: the file.
        max_bytes: a larger file is refused.

    Returns:
        Its text.

    Raises:
        InputError: the file cannot be read; ``code`` and ``facts`` are those of :class:`Failure`.

    >>> read_path("no-such-file.txt")
    Traceback (most recent call last):
    kg.errors.InputError: no-such-file.txt: there is no such file or folder; check the path
    """
    source = _name(path)
    if os.path.isdir(path) or format_of(source) in CORPORA:
        result: Text | Failure = failure(source, "many")
    else:
        result = next(iter_inputs([path], max_bytes=max_bytes))
    if isinstance(result, Failure):
        facts = {key: value for key, value in result.facts.items() if key != "source"}
        raise InputError(
            f"{result.source}: {result.message}", code=result.code, source=result.source, **facts
        )
    return result


def iter_inputs(
    inputs: Input | Iterable[Input],
    *,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: IO[bytes] | None = None,
    ocr: bool = False,
    columns: Columns = COLUMNS,
) -> Iterator[Text | Failure]:
    """Reads everything that ``inputs`` name, in order; nothing that fails stops the rest.

    Args:
        inputs: files, folders (with all below them, sorted, hidden ones passed over), ``-``.
        kind: ``jsonl``, ``csv`` or ``parquet`` reads every file as such a corpus, ``auto`` goes by the name.
        max_bytes: a larger text is refused.
        stdin: what ``-`` reads; standard input if None.
        ocr: whether pictures of text are read, by Tesseract.
        columns: where a corpus holds id and text.

    Yields:
        A text, or the failure that stands in its place.
    """
    for raw in iter_raw(inputs, kind=kind, max_bytes=max_bytes, stdin=stdin, ocr=ocr, columns=columns):
        yield raw if isinstance(raw, Failure) else parse(raw)


def iter_raw(
    inputs: Input | Iterable[Input],
    *,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: IO[bytes] | None = None,
    ocr: bool = False,
    columns: Columns = COLUMNS,
) -> Iterator[Raw | Failure]:
    """The bytes of everything that ``inputs`` name; arguments as in :func:`iter_inputs`."""
    for raw in _raws(inputs, kind, max_bytes, stdin, columns):
        yield replace(raw, ocr=True) if ocr and isinstance(raw, Raw) else raw


def _raws(
    inputs: Input | Iterable[Input], kind: Kind, max_bytes: int, stdin: IO[bytes] | None, columns: Columns
) -> Iterator[Raw | Failure]:
    for given in [inputs] if isinstance(inputs, str | os.PathLike) else inputs:
        if given == "-":
            yield from _stream(stdin or sys.stdin.buffer, "-", kind, max_bytes, columns)
            continue
        for path in _files(given, kind):
            if isinstance(path, Failure):
                yield path
            else:
                yield from _file(path, kind, max_bytes, columns)


def files_of(inputs: Iterable[Input], *, kind: Kind = "auto") -> Iterator[Path | Failure]:
    """The files that ``inputs`` stand for, folders with all below them, in order."""
    for given in inputs:
        yield from _files(given, kind)


def size_of(inputs: Iterable[Input]) -> int | None:
    """Bytes of all files that ``inputs`` name; None where they do not tell the size of the texts.

    >>> size_of(["-"]) is None
    True
    """
    total = 0
    for given in inputs:
        if given == "-":
            return None
        for path in _files(given, "auto"):
            if isinstance(path, Failure):
                continue
            if path.suffix.lower() in _PACKED:
                return None
            try:
                total += path.stat().st_size
            except OSError:
                continue
    return total


def parse(raw: Raw) -> Text | Failure:
    """The text that the bytes of one input hold; a pure function.

    >>> parse(Raw("a.md", "# Kế hoạch".encode(), "md")).title
    'Kế hoạch'
    >>> parse(Raw("a.txt", b"  ")).code
    'empty'
    """
    if not raw.data:
        return failure(raw.source, "empty")
    form = format_of_bytes(raw.data) if raw.format != "jsonl" else ""
    if form in BINARY:
        return _parse_binary(raw, form)
    decoded = decode(raw.data, raw.source)
    if isinstance(decoded, Failure):
        return decoded
    text, encoding = decoded
    form = raw.format if raw.format not in BINARY else ""
    form = form or ("html" if _PAGE.match(text, 0, 2000) else "txt")
    meta = raw.meta
    title = meta.get("title") if form == "jsonl" else None
    if form == "html":
        try:
            text, title = page_text(text)
            meta = {**page_facts(text), **meta}
        except Exception as error:  # whatever the parser meets, it is this page that failed
            return failure(raw.source, "broken-html", reason=f"{type(error).__name__}: {error}")
    elif form == "md":
        title = markdown_title(text)
    if not text or text.isspace():
        return failure(raw.source, "empty")
    remarks = (failure(raw.source, "old-letters", name=OLD[encoding]),) if encoding in OLD else ()
    return Text(
        raw.source, text, raw.sha256, len(raw.data), form, encoding, meta, title, remarks=remarks
    )


def _parse_binary(raw: Raw, form: str) -> Text | Failure:
    from kg.read.guard import read_guarded

    try:
        found = read_guarded(raw, form)
    except UnreadableError as error:
        return failure(raw.source, error.code, **error.facts)
    if not found.text or found.text.isspace():
        return failure(raw.source, "empty")
    remarks = tuple(failure(raw.source, code, **facts) for code, facts in found.remarks)
    return Text(
        raw.source, found.text, raw.sha256, len(raw.data), form, found.encoding, raw.meta, None,
        found.places, found.aside, remarks,
    )  # fmt: skip


def _name(path: Input) -> str:
    """A path as the name of a source: as given, with ``/``, and always valid Unicode."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "replace")


def _files(given: Input, kind: Kind) -> Iterator[Path | Failure]:
    """The files that one argument stands for."""
    path = Path(given)
    if not os.fspath(given) or "\0" in os.fspath(given):
        yield failure(repr(os.fspath(given)), "missing")
        return
    if not path.is_dir():
        yield path
        return
    found = False
    for entry in _walk(path):
        if kind != "auto" and isinstance(entry, Path) and format_of(entry.name) != kind:
            continue
        found = True
        yield entry
    if not found:
        yield failure(_name(path), "no-files")


def _walk(folder: Path) -> Iterator[Path | Failure]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _os_failure(folder, error)
        return
    names = {entry.name for entry in entries}
    if {"meta.json", "documents.parquet"} <= names:
        return  # a graph that an earlier build left among its inputs
    for entry in entries:
        # "~$…" is the lock file of a document that is open in an office program.
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir():
            # A link to a folder may lead back up; what it leads to is read where it stands.
            if not entry.is_symlink():
                yield from _walk(entry)
        else:
            yield entry


def _file(path: Path, kind: Kind, max_bytes: int, columns: Columns) -> Iterator[Raw | Failure]:
    source = _name(path)
    try:
        with path.open("rb") as stream:
            known = os.fstat(stream.fileno())
            corpus = kind != "auto" or format_of(path.name) in CORPORA
            if not corpus and stat.S_ISREG(known.st_mode) and known.st_size > max_bytes:
                yield failure(source, "too-large", limit=max_bytes // 2**20)
                return
            yield from _stream(stream, source, kind, max_bytes, columns)
    except OSError as error:
        yield _os_failure(path, error)


def _stream(
    stream: IO[bytes], source: str, kind: Kind, max_bytes: int, columns: Columns
) -> Iterator[Raw | Failure]:
    form = "" if source == "-" else format_of(source)
    corpus = form if kind == "auto" else kind
    if corpus == "jsonl":
        yield from records(stream, source, columns=columns, max_bytes=max_bytes)
        return
    if corpus == "csv":
        yield from csv_records(stream, source, columns=columns, max_bytes=max_bytes)
        return
    if corpus == "parquet":
        whole = stream if source != "-" else io.BytesIO(stream.read())  # its index stands at the end
        yield from parquet_rows(whole, Rows(source, columns, max_bytes), source)
        return
    if form == "zip":
        yield from files(stream, source, format_of, max_bytes=max_bytes)
        return
    parts: list[bytes] = []
    size = 0
    while part := stream.read(_BLOCK):
        size += len(part)
        if size > max_bytes:
            yield failure(source, "too-large", limit=max_bytes // 2**20)
            return
        parts.append(part)
    data = b"".join(parts)
    if not form and format_of_bytes(data) == "zip":
        yield from files(io.BytesIO(data), source, format_of, max_bytes=max_bytes)
        return
    yield Raw(source, data, form, hashlib.sha256(data).hexdigest())


def _os_failure(path: Path, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return failure(_name(path), "missing")
    return failure(_name(path), "unreadable", reason=error.strerror or error)
