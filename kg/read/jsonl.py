"""JSON Lines: one record a line with ``id`` and ``text``, plain or packed by gzip or Zstandard, read as a stream.

A bad line costs that line; only damaged packed data ends the file, after the lines that came before it.
"""

from __future__ import annotations

import codecs
import gzip
import io
import itertools
import json
from collections.abc import Iterator
from typing import IO

from kg.read.corpus import BROKEN, COLUMNS, Columns, Rows, unpacked
from kg.read.records import DEFAULT_MAX_BYTES, Failure, Raw, failure

_SKIP = 1 << 20


def records(
    stream: IO[bytes], source: str, *, columns: Columns = COLUMNS, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[Raw | Failure]:
    """The records of a corpus, in order.

    Args:
        stream: the bytes of the file; gzip and Zstandard are recognised by their first bytes.
        source: name of the file; a record is ``FILE#ID``, a bad line ``FILE:LINE``.
        columns: the fields with id and text.
        max_bytes: a longer line is refused.

    Yields:
        A record as its text in UTF-8, with its other plain fields as ``meta``; or a failure.

    >>> import io
    >>> [r] = records(io.BytesIO(b'{"id": 7, "text": "Lu\\\\u1eadt", "title": "T"}'), "c.jsonl")
    >>> r.source, r.data.decode(), dict(r.meta)
    ('c.jsonl#7', 'Luật', {'title': 'T'})
    """
    rows = Rows(source, columns, max_bytes)
    count = 0
    try:
        lines = unpacked(stream)
        if lines.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            yield failure(source, "encoding-guess", line=1, guess="UTF-16", how="iconv -f UTF-16 -t UTF-8")
            return
        for count, line in _lines(lines, max_bytes):
            where = f"{source}:{count}"
            if line is None:
                yield failure(where, "too-large", limit=max_bytes // 2**20)
            elif line.strip():
                yield _record(line, where, count, rows)
    except BROKEN as error:
        yield failure(source, "broken-gzip", reason=error)
        return
    if not count:
        yield failure(source, "empty")


def _lines(stream: io.BufferedReader | gzip.GzipFile, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is longer than ``max_bytes``, which is never held whole."""
    for count in itertools.count(1):
        line = stream.readline(max_bytes + 1)
        if not line:
            return
        fits = len(line) <= max_bytes or line.endswith(b"\n")
        yield count, line if fits else None
        while not fits and line and not line.endswith(b"\n"):
            line = stream.readline(_SKIP)


def _record(line: bytes, where: str, count: int, rows: Rows) -> Raw | Failure:
    try:
        row = json.loads(line.decode("utf-8-sig" if count == 1 else "utf-8"))
    except UnicodeDecodeError:
        return failure(where, "encoding", line=count)
    except (ValueError, RecursionError) as error:
        return failure(where, "broken-json", reason=error)
    if not isinstance(row, dict):
        return failure(where, "broken-json", reason="not an object")
    return rows.read(row, count)
