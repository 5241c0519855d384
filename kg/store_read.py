"""Reading a graph folder: opened without reading rows, every fault named.

While another process replaces a graph (:mod:`kg.store`), a reader that finds its name free reads the old one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from kg.errors import GraphError
from kg.index import FOLDER, INDEX, Index, open_index
from kg.store import FILES, META, entries, fault, old_of, reason_of
from kg.tables import FORMAT, SCHEMAS, TABLES

if TYPE_CHECKING:
    import pyarrow.parquet as pq


@contextmanager
def _damage(file: Path) -> Iterator[None]:
    """Turn what a broken file raises into one clear line."""
    try:
        yield
    except PermissionError as error:
        raise fault("graph-unreadable", f"cannot read {file}: {reason_of(error)}", file) from error
    except (OSError, ValueError, pa.ArrowException) as error:
        raise fault("graph-damaged", f"{file} is damaged; build the graph again", file) from error


def _read_meta(folder: Path) -> dict[str, Any]:
    file = folder / META
    with _damage(file):
        meta = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(meta, dict) or not isinstance(meta.get("format"), int):
        raise fault("graph-damaged", f"{file} is damaged; build the graph again", file)
    if meta["format"] != FORMAT:
        raise fault(
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
        raise fault("graph-damaged", f"{file} is not the table that {META} speaks of; build it again", file)
    return table


def _complete(folder: Path) -> bool:
    return folder.is_dir() and entries(folder) >= FILES


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
        at = folder if folder.exists() or not _complete(old_of(real)) else old_of(real)
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
        raise fault("graph-absent", f"there is no graph at {folder}; make one with kg build", folder)
    if not folder.is_dir():
        raise fault("graph-foreign", f"{folder} is a file, a graph is a folder", folder)
    with _damage(folder):
        there = entries(folder)
    if not there & FILES:
        raise fault(
            "graph-foreign", f"{folder} is no graph: it has no {META}; make one with kg build", folder
        )
    if missing := sorted(FILES - there):
        raise fault(
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
