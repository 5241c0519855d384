"""Corpora: files that hold many texts, each with an id, read row by row.

One row of JSON Lines, CSV or Parquet is one text; its other plain fields are what the corpus says of it.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import unicodedata
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import IO, Any, Final, cast

from kg.read.records import Failure, Raw, failure

_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
#: What portals and published corpora call the facts that the analysis takes.
_FACTS: Final = {
    "số hiệu": "number", "số ký hiệu": "number", "số hiệu văn bản": "number", "số văn bản": "number",
    "document number": "number", "loại văn bản": "type", "doc type": "type", "document type": "type",
    "ngày ban hành": "date", "issue date": "date", "issued date": "date", "cơ quan ban hành": "issuer",
    "nơi ban hành": "issuer", "issuing body": "issuer", "trích yếu": "title", "tên văn bản": "title",
    "trích yếu nội dung": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the rows of a corpus hold what is needed.

    Attributes:
        id: the column with the id, unique within a file.
        text: the column with the text.
    """

    id: str = "id"
    text: str = "text"


COLUMNS: Final = Columns()


@cache
def _labels() -> Mapping[str, str]:
    return {_folded(label): name for label, name in _FACTS.items()}


def _folded(label: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", label.lower()) if not unicodedata.combining(c))
    return " ".join(plain.replace("đ", "d").replace("_", " ").replace("-", " ").replace("/", " ").split())


def named(facts: Mapping[str, str]) -> dict[str, str]:
    """What a corpus says of a text, also by the names that the analysis takes.

    >>> named({"so_ky_hieu": "33/CT-TTg", "url": "x"})
    {'so_ky_hieu': '33/CT-TTg', 'url': 'x', 'number': '33/CT-TTg'}
    """
    found = dict(facts)
    for label, value in facts.items():
        name = _labels().get(_folded(label))
        if name is not None and value.strip():
            found.setdefault(name, value.strip())
    return found


class Rows:
    """Turns the rows of one file into inputs, and knows the ids that have come.

    Args:
        source: name of the file.
        columns: where id and text are.
        max_bytes: a larger text is refused.
    """

    def __init__(self, source: str, columns: Columns, max_bytes: int) -> None:
        self._source = source
        self._columns = columns
        self._limit = max_bytes
        self._seen: dict[str, int] = {}

    def missing(self, names: Collection[str]) -> list[str]:
        """The columns that are needed and not among ``names``."""
        return [name for name in (self._columns.id, self._columns.text) if name not in names]

    def read(self, row: Mapping[str, Any], count: int) -> Raw | Failure:
        """One row.

        Args:
            row: its fields.
            count: its number, from 1, as a person would count.

        Returns:
            A record as its text in UTF-8, named ``FILE#ID``, with its other plain fields as ``meta``; a failure
            is named ``FILE:NUMBER``.
        """
        columns = self._columns
        where = f"{self._source}:{count}"
        name, text = row.get(columns.id), row.get(columns.text)
        if isinstance(name, bool) or not isinstance(name, str | int) or name == "" or not isinstance(text, str):
            return failure(where, "bad-record", id=columns.id, text=columns.text)
        key = clean(str(name))
        if key in self._seen:
            return failure(where, "duplicate-id", id=key, first=self._seen[key])
        self._seen[key] = count
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = clean(text).encode()
        if len(data) > self._limit:
            return failure(where, "too-large", limit=self._limit // 2**20)
        facts = {
            clean(field): clean(str(value))
            for field, value in row.items()
            if field not in (columns.id, columns.text) and type(value) in (str, int, float)
        }
        return Raw(f"{self._source}#{key}", data, "jsonl", hashlib.sha256(data).hexdigest(), named(facts))


def clean(text: str) -> str:
    """Half a surrogate pair is no character and cannot be written again; one mark for one keeps offsets."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def unpacked(stream: IO[bytes]) -> io.BufferedReader | gzip.GzipFile:
    """The bytes of a file that may be packed by gzip or Zstandard, which its first bytes tell."""
    plain = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    head = plain.peek(4)[:4]
    if head.startswith(_GZIP):
        return gzip.GzipFile(fileobj=plain)
    if head == _ZSTD:
        import pyarrow as pa

        return io.BufferedReader(cast(io.RawIOBase, _Zstandard(pa.CompressedInputStream(pa.PythonFile(plain), "zstd"))))
    return plain


class _Zstandard(io.RawIOBase):
    """Arrow's reader as a stream of Python, its errors as those that a file may raise."""

    def __init__(self, source: Any) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._source.read(len(buffer))
        except OSError as error:
            raise zlib.error(str(error).splitlines()[0]) from error
        buffer[: len(data)] = data
        return len(data)


BROKEN: Final = (EOFError, gzip.BadGzipFile, zlib.error)
"""What reading packed data raises where it is damaged or cut off."""


def parquet_rows(source: Any, rows: Rows, name: str) -> Iterator[Raw | Failure]:
    """The rows of a Parquet file, a few hundred in memory at a time.

    Args:
        source: path, or a file that can be searched.
        rows: makes inputs of them.
        name: name of the file.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    count = 0
    try:
        with pq.ParquetFile(source, pre_buffer=False) as file:
            names = file.schema_arrow.names
            if missing := rows.missing(names):
                yield failure(name, "no-column", column=missing[0], columns=", ".join(names))
                return
            for batch in file.iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    count += 1
                    yield rows.read({field: _plain(value) for field, value in row.items()}, count)
    except (pa.ArrowException, OSError) as error:
        yield failure(name, "broken-parquet", reason=error)
        return
    if not count:
        yield failure(name, "empty")


def _plain(value: Any) -> Any:
    """A day or a time as text; what is no plain value stays what it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
