"""JSON Lines: one record a line with ``id`` and ``text``, plain or gzipped, read as a stream.

A bad line costs that line; only damaged gzip data ends the file, after the lines that came before it.
"""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import itertools
import json
import re
import zlib
from collections.abc import Iterator
from typing import IO, cast

from kg.read.records import DEFAULT_MAX_BYTES, Failure, Raw, failure

_SURROGATES = re.compile("[\ud800-\udfff]")
_GZIP = b"\x1f\x8b"
_SKIP = 1 << 20


def records(stream: IO[bytes], source: str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Raw | Failure]:
    """The records of a corpus, in order.

    Args:
        stream: the bytes of the file; gzip is recognised by its first two bytes.
        source: name of the file; a record is ``FILE#ID``, a bad line ``FILE:LINE``.
        max_bytes: a longer line is refused.

    Yields:
        A record as its text in UTF-8, with its other plain fields as ``meta``; or a failure.

    >>> import io
    >>> [r] = records(io.BytesIO(b'{"id": 7, "text": "Lu\\\\u1eadt", "title": "T"}'), "c.jsonl")
    >>> r.source, r.data.decode(), dict(r.meta)
    ('c.jsonl#7', 'Luật', {'title': 'T'})
    """
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    )
    head = buffered.peek(2)[:2]
    if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield failure(source, "encoding-guess", line=1, guess="UTF-16", how="iconv -f UTF-16 -t UTF-8")
        return
    lines = gzip.GzipFile(fileobj=buffered) if head == _GZIP else buffered
    seen: dict[str, int] = {}
    count = 0
    try:
        for count, line in _lines(lines, max_bytes):
            where = f"{source}:{count}"
            if line is None:
                yield failure(where, "too-large", limit=max_bytes // 2**20)
            elif line.strip():
                yield _record(line, source, where, count, seen)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
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


def _record(line: bytes, source: str, where: str, count: int, seen: dict[str, int]) -> Raw | Failure:
    try:
        row = json.loads(line.decode("utf-8-sig" if count == 1 else "utf-8"))
    except UnicodeDecodeError:
        return failure(where, "encoding", line=count)
    except (ValueError, RecursionError) as error:
        return failure(where, "broken-json", reason=error)
    if not isinstance(row, dict):
        return failure(where, "broken-json", reason="not an object")
    name, text = row.get("id"), row.get("text")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "" or not isinstance(text, str):
        return failure(where, "bad-record")
    key = _clean(str(name))
    if key in seen:
        return failure(where, "duplicate-id", id=key, first=seen[key])
    seen[key] = count
    data = _clean(text).encode()
    meta = {
        _clean(field): _clean(str(value))
        for field, value in row.items()
        if field not in ("id", "text") and type(value) in (str, int, float)
    }
    return Raw(f"{source}#{key}", data, "jsonl", hashlib.sha256(data).hexdigest(), meta)


def _clean(text: str) -> str:
    """Half a surrogate pair is no character and cannot be written again; one mark for one keeps offsets."""
    return _SURROGATES.sub("\ufffd", text)
