"""A graph folder on disk: what it holds, and how it is written, whole or not at all.

A new graph is written into a hidden sibling ``.NAME.new-…``, flushed to the disk and renamed. Where a
graph stands already it is first renamed to ``.NAME.old``: at every moment one complete graph exists, and
a reader that finds the name free for that moment reads the old one (:mod:`kg.store_read`).
"""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from kg.errors import GraphError
from kg.index import FOLDER, write_index
from kg.rows import RowsWriter
from kg.tables import FORMAT, SCHEMAS, TABLES, pieces

META: Final = "meta.json"
FILES: Final = frozenset([META, *(f"{name}.parquet" for name in TABLES)])
_OURS: Final = FILES | {FOLDER}
_LITTER: Final = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])
_ROW_GROUP: Final = 1 << 15
_STALE: Final = 24 * 3600.0


def kg_version() -> str:
    """The version of this package."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("vn-legal-kg")
    except PackageNotFoundError:  # run from a copy that was never installed
        return "unknown"


def fault(code: str, message: str, path: Path, **facts: object) -> GraphError:
    """What is wrong with a graph folder, or with a file of it."""
    return GraphError(message, code=code, path=str(path), **facts)


def reason_of(error: OSError) -> str:
    """What the system says of an error, in words."""
    return error.strerror or str(error) or type(error).__name__


def old_of(path: Path) -> Path:
    """Where the graph that is being replaced stands for a moment."""
    return path.with_name(f".{path.name}.old")


def entries(path: Path) -> frozenset[str]:
    """The names in a folder, but for what desktops leave there."""
    return frozenset(entry.name for entry in path.iterdir()) - _LITTER


def _flush(path: Path) -> None:
    """Ask the system to put a file or a folder on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # a folder cannot be opened on Windows; the rename is all there is
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_table(path: Path, name: str, batches: Iterable[pa.Table]) -> int:
    """One Parquet file whose bytes depend on the rows alone, not on the pieces in which they come."""
    import pyarrow.parquet as pq

    count = 0
    schema = SCHEMAS[name]
    with pq.ParquetWriter(
        path, schema, compression="zstd", compression_level=3, version="2.6", write_page_checksum=True
    ) as writer:
        for piece in pieces(batches, _ROW_GROUP):
            writer.write_table(piece, row_group_size=_ROW_GROUP)
            count += piece.num_rows
        if not count:
            writer.write_table(schema.empty_table())
    _flush(path)
    return count


def refuse_foreign(path: Path) -> None:
    """Nothing is replaced but a graph or an empty folder: what is not ours is never deleted.

    Raises:
        GraphError: something else stands there (``graph-foreign``).
    """
    if not path.exists():
        return
    if not path.is_dir():
        raise fault("graph-foreign", f"{path} is a file; name a folder for the graph", path)
    if foreign := sorted(entries(path) - _OURS):
        raise fault(
            "graph-foreign",
            f"{path} holds {foreign[0]}, which is no part of a graph; name another folder or move it away",
            path,
            file=foreign[0],
        )


def _remove_stale(path: Path) -> None:
    """Remove what a killed process left behind; a folder of the last day may still be written to."""
    for folder in path.parent.glob(f".{path.name}.new-*"):
        try:
            newest = max(entry.stat().st_mtime for entry in (folder, *folder.iterdir()))
        except OSError:
            continue
        if time.time() - newest > _STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(new: Path, path: Path) -> None:
    """Give ``new`` the name ``path``; on failure the graph that stood there stands there again.

    Where a process was killed between the two renames, only ``.NAME.old`` stands: it goes last.
    """
    old = old_of(path)
    if not path.exists():
        os.rename(new, path)
    else:
        if old.exists():  # left by a process that was killed after its graph was in place
            shutil.rmtree(old)
        os.rename(path, old)
        try:
            os.rename(new, path)
        except BaseException:
            os.rename(old, path)
            raise
    _flush(path.parent)
    shutil.rmtree(old, ignore_errors=True)


class GraphWriter:
    """A graph on its way to the disk: tables one by one, in its place at the end; see :func:`writing`.

    Attributes:
        folder: where it is until then.
        counts: rows by table.
    """

    __slots__ = ("counts", "folder")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counts: dict[str, int] = {}

    def write(self, name: str, batches: Iterable[pa.Table]) -> None:
        """Writes one table; several may be written at a time by several threads.

        Args:
            name: name of the table.
            batches: its rows in their full order, in any pieces.
        """
        if name in ("documents", "relations"):
            batches = RowsWriter(self.folder / FOLDER, name).tee(batches)
        self.counts[name] = _write_table(self.folder / f"{name}.parquet", name, batches)

    def finish(self, meta: Mapping[str, Any]) -> None:
        """Writes the index, and ``meta.json`` with ``meta``, the format and the counts."""
        write_index(self.folder)
        for file in (self.folder / FOLDER).iterdir():
            _flush(file)
        _flush(self.folder / FOLDER)
        counts = {name: self.counts[name] for name in TABLES}
        known = {**meta, "format": FORMAT, "counts": counts}
        text = json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (self.folder / META).write_text(text, encoding="utf-8", newline="\n")
        _flush(self.folder / META)
        _flush(self.folder)


@contextmanager
def writing(path: str | os.PathLike[str], meta: Mapping[str, Any]) -> Iterator[GraphWriter]:
    """A graph that takes its place when the context ends well; until then the one that stands there is untouched.

    Args:
        path: the folder; a graph or an empty folder there is replaced.
        meta: what ``meta.json`` is to hold.

    Raises:
        GraphError: something else than a graph stands there (``graph-foreign``), or the system refuses
            to write (``graph-write``).
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        refuse_foreign(target)
        _remove_stale(target)
        new = target.with_name(f".{target.name}.new-{uuid.uuid4().hex[:12]}")
        (new / FOLDER).mkdir(parents=True)
        try:
            writer = GraphWriter(new)
            yield writer
            writer.finish(meta)
            _put_in_place(new, target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
    except OSError as error:
        raise fault(
            "graph-write", f"cannot write the graph {path}: {reason_of(error)}", target, reason=reason_of(error)
        ) from error


def save(path: str | os.PathLike[str], tables: Mapping[str, pa.Table], meta: Mapping[str, Any]) -> None:
    """Write a graph folder at once.

    Args:
        path: the folder; a graph or an empty folder there is replaced.
        tables: the five tables in their fixed order.
        meta: what ``meta.json`` is to hold.

    Raises:
        GraphError: see :func:`writing`.
    """
    with writing(path, meta) as writer:
        for name in TABLES:
            writer.write(name, [tables[name]])
