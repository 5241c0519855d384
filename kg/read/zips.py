"""Archives: each file in it is an input of its own, ``ARCHIVE#NAME``.

Nothing is unpacked to disk, so names cannot lead anywhere; sizes are counted as bytes come out and not
believed; an archive inside an archive is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from kg.read.records import DEFAULT_MAX_BYTES, Failure, Raw, failure

MAX_FILES = 20_000
#: Deflate reaches at most 1,032; text and office files stay far below this.
MAX_RATIO = 200
_SMALL = 16 * 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


def files(
    stream: IO[bytes], source: str, format_of: Callable[[str], str], *, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[Raw | Failure]:
    """The files of an archive, in the order of their names.

    Args:
        stream: the archive, open for reading at any place.
        source: its name.
        format_of: the format that a file name tells.
        max_bytes: a larger file in it is refused, and all of them together may not have ten times as much.

    Yields:
        The bytes of a file, or the failure that stands in its place; a damaged archive gives one.

    >>> import io
    >>> held = io.BytesIO()
    >>> with zipfile.ZipFile(held, "w") as archive:
    ...     archive.writestr("a/b.txt", "Luật")
    >>> [raw.source for raw in files(held, "c.zip", lambda name: "txt")]
    ['c.zip#a/b.txt']
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        yield failure(source, "damaged", kind="ZIP", reason=error)
        return
    with archive:
        entries = [(name, entry) for entry in archive.infolist() if _shown(name := _name(entry), entry)]
        if len(entries) > MAX_FILES:
            yield failure(source, "too-many", limit=MAX_FILES)
            return
        if not entries:
            yield failure(source, "no-files")
        left = 10 * max_bytes
        for name, entry in sorted(entries, key=lambda one: one[0]):
            read = _read(archive, entry, f"{source}#{name}", format_of(name), min(max_bytes, left))
            yield read
            if isinstance(read, Raw):
                left -= len(read.data)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of a file in it; old programs write UTF-8 without saying so."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.encode("utf-8", "replace").decode("utf-8")


def _shown(name: str, entry: zipfile.ZipInfo) -> bool:
    parts = name.replace("\\", "/").split("/")
    return not entry.is_dir() and not any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _read(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, form: str, limit: int
) -> Raw | Failure:
    if entry.flag_bits & 1:
        return failure(source, "encrypted", kind="ZIP")
    if form in ("zip", "jsonl", "csv", "parquet"):
        return failure(source, "format", kind=f"{form.upper()} in a ZIP")
    allowed = min(limit, max(_SMALL, MAX_RATIO * entry.compress_size))
    try:
        with archive.open(entry) as part:
            data = part.read(allowed + 1)
    except RuntimeError as error:
        return failure(source, "damaged", kind="ZIP", reason=error)
    except _BROKEN as error:
        return failure(source, "damaged", kind="ZIP", reason=error)
    if len(data) > allowed:
        return failure(source, "bomb", limit=allowed // 2**20)
    return Raw(source, data, form, hashlib.sha256(data).hexdigest())
