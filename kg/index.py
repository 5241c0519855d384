"""What a graph on disk is asked by, beside its tables: written with them, mapped and not loaded.

The folder ``index`` of a graph holds the rows of documents and evidence in small compressed batches, ids, links
and words as plain arrays that the system pages in as they are touched. It is derived from the tables; without
it, or where it does not belong to them, a graph answers all the same from tables that it loads.
"""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kg.arrays import ARRAYS, link_arrays
from kg.arrays import COLUMNS as LINK_COLUMNS
from kg.postings import COLUMNS as WORD_COLUMNS
from kg.postings import Postings, postings
from kg.tables import SCHEMAS, pieces

FOLDER: Final = "index"
INDEX: Final = "index.json"
_FORMAT: Final = 1
_INDEXED: Final = ("documents", "relations")
_BATCH: Final = 256
_KEPT: Final = 128
_TAIL: Final = 1 << 12
_AT_ONCE: Final = 1 << 20
Numbers = np.ndarray[Any, Any]


class RowsWriter:
    """Writes the rows of a table for :class:`RowsReader`."""

    def __init__(self, folder: Path, name: str) -> None:
        # LZ4 takes half the time of Zstandard where single rows are read, and half as much room again.
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        self._writer = pa.ipc.new_file(folder / f"{name}.arrow", SCHEMAS[name], options=options)

    def tee(self, batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """The same batches, written on their way."""
        with self._writer:
            for piece in pieces(batches, _BATCH * 64):
                # What lies in memory under an empty value differs from engine to engine; taking rows clears it.
                clean = piece.take(pa.array(np.arange(piece.num_rows))).combine_chunks()
                self._writer.write_table(clean, max_chunksize=_BATCH)
                yield clean


class RowsReader:
    """Rows by their number, from a file of small batches."""

    def __init__(self, path: Path) -> None:
        self._reader = pa.ipc.open_file(pa.memory_map(str(path)))
        self._kept: OrderedDict[int, pa.RecordBatch] = OrderedDict()
        self._lock = Lock()

    def _batch(self, number: int) -> pa.RecordBatch:
        with self._lock:
            if number in self._kept:
                self._kept.move_to_end(number)
                return self._kept[number]
            batch = self._kept[number] = self._reader.get_batch(number)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return batch

    def take(self, rows: Sequence[int]) -> list[dict[str, Any]]:
        """The rows in the order given."""
        wanted: dict[int, list[int]] = {}
        for at, row in enumerate(rows):
            wanted.setdefault(row // _BATCH, []).append(at)
        found: list[dict[str, Any]] = [{}] * len(rows)
        for number in sorted(wanted):
            places = wanted[number]
            picked = self._batch(number).take(pa.array([rows[at] % _BATCH for at in places], pa.int64()))
            for at, row in zip(places, picked.to_pylist(), strict=True):
                found[at] = row
        return found


class Index:
    """The index of one graph folder.

    Attributes:
        ids: the ids of all documents, in order.
        documents, relations: rows by their number.
        links: the arrays of :class:`kg.links.Links`.
        words: which documents hold which words.
        types: codes of the types of all documents; what they mean is in ``type_names``.
    """

    __slots__ = ("documents", "ids", "links", "relations", "type_names", "types", "words")

    def __init__(self, folder: Path, facts: Mapping[str, Any]) -> None:
        self.ids = _mapped_texts(folder / "ids.arrow")
        self.documents = RowsReader(folder / "documents.arrow")
        self.relations = RowsReader(folder / "relations.arrow")
        self.links = {name: _mapped(folder / f"{name}.npy") for name in ARRAYS}
        self.words = Postings(
            _mapped_texts(folder / "words.arrow"), _mapped(folder / "word_ends.npy"), _mapped(folder / "word_rows.npy")
        )
        self.types = _mapped(folder / "types.npy")
        self.type_names: list[str | None] = facts["types"]

    def row_of(self, document_id: str) -> int | None:
        """The row of a document, None where there is none."""
        low, high = 0, len(self.ids)
        while low < high:
            middle = (low + high) // 2
            if self.ids[middle].as_py() < document_id:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.ids) and self.ids[low].as_py() == document_id else None


def write_index(graph: Path) -> None:
    """Completes the index of a graph folder whose tables are written, and whose rows went through
    :class:`RowsWriter`."""
    folder = graph / FOLDER
    with pq.ParquetFile(graph / "documents.parquet") as file:
        columns = file.read(["id", "type"])
        ids = columns["id"].cast(pa.large_string()).combine_chunks()
        kinds = columns["type"].combine_chunks().dictionary_encode(null_encoding="encode")
        names = kinds.dictionary.to_pylist()
        np.save(folder / "types.npy", np.asarray(kinds.indices).astype(np.int16))
        tables = (pa.table(batch) for batch in file.iter_batches(_AT_ONCE >> 4, columns=list(WORD_COLUMNS)))
        words = postings(tables)
    _write_texts(folder / "ids.arrow", ids)
    _write_texts(folder / "words.arrow", words.words)
    np.save(folder / "word_ends.npy", words.ends)
    np.save(folder / "word_rows.npy", words.rows)
    del words
    with pq.ParquetFile(graph / "relations.parquet") as file:
        tables = (pa.table(batch) for batch in file.iter_batches(_AT_ONCE, columns=list(LINK_COLUMNS)))
        for name, values in link_arrays(ids.cast(pa.string()), tables).items():
            np.save(folder / f"{name}.npy", values)
    facts = {
        "format": _FORMAT,
        "tables": {name: _stamp(pa.memory_map(str(graph / f"{name}.parquet"))) for name in _INDEXED},
        "types": names,
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / INDEX).write_text(text, encoding="utf-8", newline="\n")


def open_index(graph: Path, files: Mapping[str, pa.NativeFile]) -> Index | None:
    """The index of a graph folder, None where there is none that belongs to its tables.

    Args:
        graph: the folder.
        files: its open tables ``documents`` and ``relations``.
    """
    folder = graph / FOLDER
    try:
        facts = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        if facts["format"] != _FORMAT or facts["tables"] != {name: _stamp(files[name]) for name in _INDEXED}:
            return None
        return Index(folder, facts)
    except (OSError, EOFError, ValueError, KeyError, TypeError, pa.ArrowException):
        return None


def _stamp(file: pa.NativeFile) -> list[int]:
    """Tells one table from another: its size, and a sum over the end, where Parquet describes all of it."""
    size = file.size()
    begin = max(0, size - _TAIL)
    return [size, zlib.crc32(file.read_at(size - begin, begin))]


def _write_texts(path: Path, texts: pa.Array) -> None:
    table = pa.table({"text": texts})
    with pa.ipc.new_file(path, table.schema) as writer:
        writer.write_table(table)


def _mapped_texts(path: Path) -> pa.Array:
    texts = pa.ipc.open_file(pa.memory_map(str(path))).read_all()["text"]
    return texts.chunk(0) if texts.num_chunks else pa.array([], texts.type)  # combine_chunks() would copy all


def _mapped(path: Path) -> Numbers:
    try:
        found: Numbers = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:  # nothing at all cannot be mapped
        found = np.load(path, allow_pickle=False)
    return found
