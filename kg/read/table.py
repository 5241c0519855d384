"""CSV and TSV: a header, then a text a row; read as a stream."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO, Final

from kg.read.corpus import BROKEN, Columns, Rows, unpacked
from kg.read.records import Failure, Raw, failure

_SEPARATORS: Final = ",;\t|"


def csv_records(
    stream: IO[bytes], source: str, *, columns: Columns, max_bytes: int
) -> Iterator[Raw | Failure]:
    """The rows of a table, in order.

    Args:
        stream: the bytes of the file, plain or packed; the separator is the one of ``, ; | tab`` that the
            header holds most of.
        source: name of the file; a row is ``FILE#ID``, a bad one ``FILE:LINE``.
        columns: where id and text are.
        max_bytes: a larger text is refused.

    >>> import io
    >>> table = io.BytesIO("id;noi_dung;url\\n7;Luật;x\\n".encode())
    >>> [r] = csv_records(table, "c.csv", columns=Columns(text="noi_dung"), max_bytes=99)
    >>> r.source, r.data.decode(), dict(r.meta)
    ('c.csv#7', 'Luật', {'url': 'x'})
    """
    lines = io.TextIOWrapper(unpacked(stream), "utf-8-sig", errors="surrogateescape", newline="")
    rows = Rows(source, columns, max_bytes)
    limit = csv.field_size_limit()
    try:
        header = lines.readline()
        if not header.strip():
            yield failure(source, "empty")
            return
        separator = max(_SEPARATORS, key=header.count)
        names = next(csv.reader([header], delimiter=separator))
        if missing := rows.missing(names):
            yield failure(source, "no-column", column=missing[0], columns=", ".join(names))
            return
        csv.field_size_limit(max_bytes)
        reader = csv.reader(lines, delimiter=separator)
        while True:
            line = reader.line_num + 2
            try:
                row = next(reader, None)
            except csv.Error as error:
                # Where one row ends is not known any more: the rest of the file cannot be trusted.
                yield failure(f"{source}:{line}", "broken-csv", reason=error)
                return
            if row is None:
                return
            if not row:
                continue
            if any(0xDC80 <= ord(c) <= 0xDCFF for field in row for c in field if c > "\ud7ff"):
                yield failure(f"{source}:{line}", "encoding", line=line)
            elif len(row) != len(names):
                reason = f"{len(row)} fields, the header has {len(names)}"
                yield failure(f"{source}:{line}", "bad-row", reason=reason)
            else:
                yield rows.read(dict(zip(names, row, strict=True)), line)
    except BROKEN as error:
        yield failure(source, "broken-gzip", reason=error)
    finally:
        csv.field_size_limit(limit)
