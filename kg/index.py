"""What a graph on disk is asked by, beside its tables: written with them, mapped and not loaded.

The folder ``index`` of a graph holds the rows of documents and evidence (:mod:`kg.rows`), ids, links and words
as plain arrays that the system pages in as they are touched. It is derived from the tables; without
it, or where it does not belong to them, a graph answers all the same from tables that it loads.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kg.arrays import ARRAYS, link_arrays
from kg.arrays import COLUMNS as LINK_COLUMNS
from kg.postings import COLUMNS as WORD_COLUMNS
from kg.postings import Postings, postings
from kg.rows import RowsReader
from kg.tables import TABLES

FOLDER: Final = "index"
INDEX: Final = "index.json"
_FORMAT: Final = 3
_TAIL: Final = 1 << 12
_AT_ONCE: Final = 1 << 20
Numbers = np.ndarray[Any, Any]


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
        self.documents = RowsReader(folder, "documents")
        self.relations = RowsReader(folder, "relations")
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
    :class:`kg.rows.RowsWriter`."""
    import pyarrow.parquet as pq

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
        "tables": {name: _stamp(pa.memory_map(str(graph / f"{name}.parquet"))) for name in TABLES},
        "types": names,
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / INDEX).write_text(text, encoding="utf-8", newline="\n")


def open_index(graph: Path, files: Mapping[str, pa.NativeFile]) -> Index | None:
    """The index of a graph folder, None where there is none that belongs to its tables.

    Args:
        graph: the folder.
        files: its open tables.
    """
    folder = graph / FOLDER
    try:
        facts = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        if facts["format"] != _FORMAT or facts["tables"] != {name: _stamp(files[name]) for name in TABLES}:
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
