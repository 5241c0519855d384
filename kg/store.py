"""A graph folder on disk: written whole or not at all, read with every fault named.

A new graph is written into a hidden sibling ``.NAME.new-…``, flushed to the disk and renamed. Where a
graph stands already it is first renamed to ``.NAME.old``: at every moment one complete graph exists, and
a reader that finds the name free for that moment reads the old one.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from kg.errors import GraphError
from kg.index import FOLDER, INDEX, Index, open_index, write_index
from kg.rows import RowsWriter
from kg.tables import FORMAT, SCHEMAS, TABLES, pieces

if TYPE_CHECKING:
    import pyarrow.parquet as pq

META: Final = "meta.json"
_FILES: Final = frozenset([META, *(f"{name}.parquet" for name in TABLES)])
_OURS: Final = _FILES | {FOLDER}
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


def _error(code: str, message: str, path: Path, **facts: object) -> GraphError:
    return GraphError(message, code=code, path=str(path), **facts)


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _entries(path: Path) -> frozenset[str]:
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
        raise _error("graph-foreign", f"{path} is a file; name a folder for the graph", path)
    if foreign := sorted(_entries(path) - _OURS):
        raise _error(
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
    old = _old(path)
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
        raise _error(
            "graph-write", f"cannot write the graph {path}: {_reason(error)}", target, reason=_reason(error)
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


@contextmanager
def _damage(file: Path) -> Iterator[None]:
    """Turn what a broken file raises into one clear line."""
    try:
        yield
    except PermissionError as error:
        raise _error("graph-unreadable", f"cannot read {file}: {_reason(error)}", file) from error
    except (OSError, ValueError, pa.ArrowException) as error:
        raise _error("graph-damaged", f"{file} is damaged; build the graph again", file) from error


def _read_meta(folder: Path) -> dict[str, Any]:
    file = folder / META
    with _damage(file):
        meta = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(meta, dict) or not isinstance(meta.get("format"), int):
        raise _error("graph-damaged", f"{file} is damaged; build the graph again", file)
    if meta["format"] != FORMAT:
        raise _error(
            "graph-version",
            f"{folder} is a graph of format {meta['format']}, this kg reads format {FORMAT}: "
            "build it again, or install the kg that made it",
            folder,
            found=meta["format"],
            expected=FORMAT,
        )
    return meta


def _open_table(folder: Path, name: str, meta: Mapping[str, Any], source: pa.NativeFile) -> pq.ParquetFile:
    import pyarrow.parquet as pq

    file = folder / f"{name}.parquet"
    with _damage(file):
        table = pq.ParquetFile(source, page_checksum_verification=True)
    rows = meta.get("counts", {}).get(name, table.metadata.num_rows)
    if set(SCHEMAS[name].names) - set(table.schema_arrow.names) or rows != table.metadata.num_rows:
        raise _error("graph-damaged", f"{file} is not the table that {META} speaks of; build it again", file)
    return table


def _complete(folder: Path) -> bool:
    return folder.is_dir() and _entries(folder) >= _FILES


class _Tables(Mapping[str, "pq.ParquetFile"]):
    """The tables of a folder, each opened when it is first asked for: questions need none.

    The files themselves are open from the beginning, so that they stay those of one graph.
    """

    def __init__(self, folder: Path, meta: Mapping[str, Any], sources: Mapping[str, pa.NativeFile]) -> None:
        self._folder, self._meta, self._sources = folder, meta, sources
        self._open: dict[str, pq.ParquetFile] = {}

    def __getitem__(self, name: str) -> pq.ParquetFile:
        """One table."""
        if name not in self._open:
            self._open[name] = _open_table(self._folder, name, self._meta, self._sources[name])
        return self._open[name]

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._sources)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sources)


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph folder that is open.

    Attributes:
        meta: what ``meta.json`` holds.
        files: the tables, of which no rows are read yet.
        index: what answers questions without loading them; None where there is none that fits.
    """

    meta: dict[str, Any]
    files: Mapping[str, pq.ParquetFile]
    index: Index | None


def open_folder(path: str | os.PathLike[str]) -> Opened:
    """Open a graph folder.

    The files stay open, so a graph that is replaced meanwhile is still read to its end.

    Args:
        path: the folder.

    Raises:
        GraphError: there is none (``graph-absent``), it is no graph (``graph-foreign``), a file of it is
            missing (``graph-incomplete``), of another version (``graph-version``), damaged
            (``graph-damaged``) or not for this user to read (``graph-unreadable``).
    """
    folder = Path(path)
    for last in (False, True):
        real = Path(os.path.realpath(folder))
        # While another process replaces the graph, its name is free for a moment.
        at = folder if folder.exists() or not _complete(_old(real)) else _old(real)
        try:
            opened = _open(at)
            if opened.index is None and not last and (at / FOLDER / INDEX).exists():
                continue  # the tables of the old graph, the index of the new one
            return opened
        except GraphError as error:
            if last or error.code not in ("graph-absent", "graph-incomplete", "graph-damaged"):
                raise
    raise AssertionError  # the second turn returns or raises


def _open(folder: Path) -> Opened:
    if not folder.exists():
        raise _error("graph-absent", f"there is no graph at {folder}; make one with kg build", folder)
    if not folder.is_dir():
        raise _error("graph-foreign", f"{folder} is a file, a graph is a folder", folder)
    with _damage(folder):
        there = _entries(folder)
    if not there & _FILES:
        raise _error(
            "graph-foreign", f"{folder} is no graph: it has no {META}; make one with kg build", folder
        )
    if missing := sorted(_FILES - there):
        raise _error(
            "graph-incomplete",
            f"the graph {folder} is incomplete: {missing[0]} is missing; build it again",
            folder,
            file=missing[0],
        )
    meta = _read_meta(folder)
    sources = {}
    for name in TABLES:
        file = folder / f"{name}.parquet"
        with _damage(file):
            sources[name] = pa.memory_map(str(file))
    files, index = _Tables(folder, meta, sources), open_index(folder, sources)
    if index is None:  # an index that fits was made with tables that were whole, and has a checksum over their ends
        for name in TABLES:
            files[name]
    return Opened(meta, files, index)


def read_table(file: pq.ParquetFile, name: str, folder: str) -> pa.Table:
    """All rows of an opened table.

    Raises:
        GraphError: the file is damaged (``graph-damaged``).
    """
    with _damage(Path(folder) / f"{name}.parquet"):
        return file.read(columns=SCHEMAS[name].names).cast(SCHEMAS[name]).combine_chunks()


def read_column(file: pq.ParquetFile, name: str, column: str, folder: str) -> pa.ChunkedArray:
    """One column of an opened table.

    Raises:
        GraphError: the file is damaged (``graph-damaged``).
    """
    with _damage(Path(folder) / f"{name}.parquet"):
        return file.read(columns=[column])[column]


def read_rows(file: pq.ParquetFile, name: str, column: str, values: Sequence[str], folder: str) -> pa.Table:
    """The rows of an opened table that hold one of some texts in a column, in order.

    Row groups whose statistics say that they hold none are not read: where the rows are in the order of the
    column, one or two are.

    Raises:
        GraphError: the file is damaged (``graph-damaged``).
    """
    import pyarrow.compute as pc

    at = file.schema_arrow.get_field_index(column)
    wanted = _texts(sorted(set(values)))
    found = [pa.Table.from_batches([], SCHEMAS[name])]
    with _damage(Path(folder) / f"{name}.parquet"):
        for group in range(file.metadata.num_row_groups):
            known = file.metadata.row_group(group).column(at).statistics
            told = known is not None and known.has_min_max
            if told and not any(known.min <= value <= known.max for value in values):
                continue
            rows = file.read_row_group(group, columns=SCHEMAS[name].names).cast(SCHEMAS[name])
            found.append(rows.filter(pc.is_in(rows[column], value_set=wanted)))
    return pa.concat_tables(found)


def _texts(values: Sequence[str]) -> pa.Array:
    """Texts as an array. ``pa.array`` would import pandas where there is one, which takes longer than the question."""
    words = [value.encode() for value in values]
    ends = np.cumsum([0, *map(len, words)], dtype=np.int32)
    return pa.StringArray.from_buffers(len(words), pa.py_buffer(ends), pa.py_buffer(b"".join(words)))


def iter_batches(file: pq.ParquetFile, name: str, folder: str) -> Iterator[pa.RecordBatch]:
    """All rows of an opened table, some at a time.

    Raises:
        GraphError: the file is damaged (``graph-damaged``).
    """
    with _damage(Path(folder) / f"{name}.parquet"):
        yield from file.iter_batches(4096, columns=SCHEMAS[name].names)
