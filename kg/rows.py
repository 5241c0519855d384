"""Rows of a table by their number, from a file in which single scattered rows cost little.

Columns are the form for whole tables. A question needs a few rows from many places, so here the rows lie one
after the other, in small blocks that are compressed and checked each by itself. A row is a fixed part (numbers, and the
sizes of its texts) and its texts in one piece.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kg.errors import GraphError
from kg.tables import SCHEMAS, pieces

_BLOCK: Final = 32
_PIECE: Final = _BLOCK << 9
_KEPT: Final = 1024
_CODEC: Final = "lz4_raw"
_HEAD: Final = struct.Struct("<II")
"""Before each block: its size when unpacked, and a checksum over its packed bytes."""
_NO_NUMBER: Final = -(2**63)
_NO_TEXT: Final = -1
_BETWEEN: Final = "\n"
"""Stands between the texts of a list: the lists of rows hold ids, which have no line ends."""
Numbers = np.ndarray[Any, Any]


def _codes(name: str) -> str:
    """How the fixed part of a row lies in memory, in the letters of :mod:`struct`: where its texts begin in the
    block, their bytes, then for each column a number, or how many letters its text has."""
    kinds = [field.type for field in SCHEMAS[name]]
    return "II" + "".join("d" if pa.types.is_floating(t) else "q" if pa.types.is_integer(t) else "i" for t in kinds)


class RowsWriter:
    """Writes the rows of a table for :class:`RowsReader`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name

    def tee(self, batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """The same rows, written on their way."""
        ends: list[Numbers] = []
        size = 0
        with (self._folder / f"{self._name}.rows").open("wb") as file:
            for piece in pieces(batches, _PIECE):
                blocks = _packed(self._name, piece)
                file.writelines(blocks)
                ends.append(np.cumsum([len(block) for block in blocks], dtype=np.int64) + size)
                size = int(ends[-1][-1])
                yield piece
        np.save(self._folder / f"{self._name}_ends.npy", np.concatenate([np.zeros(1, np.int64), *ends]))


def _packed(name: str, piece: pa.Table) -> list[bytes]:
    """The blocks of some rows."""
    import pyarrow.compute as pc

    codes, count = _codes(name), piece.num_rows
    fixed = np.zeros(count, np.dtype([(str(at), f"<{code}") for at, code in enumerate(codes)]))
    texts = []
    for at, (field, code) in enumerate(zip(SCHEMAS[name], codes[2:], strict=True), 2):
        values = piece[field.name].combine_chunks()
        # What lies in memory under an empty value differs from engine to engine; it is never written.
        if code == "q":
            fixed[str(at)] = pc.fill_null(values.cast(pa.int64()), _NO_NUMBER)
        elif code == "d":
            fixed[str(at)] = pc.fill_null(values, np.nan)
        else:
            texts.append(pc.binary_join(values, _BETWEEN) if pa.types.is_list(field.type) else values)
            fixed[str(at)] = pc.fill_null(pc.utf8_length(texts[-1]), _NO_TEXT)
    joined = pc.binary_join_element_wise(*texts, "", null_handling="replace", null_replacement="")
    _, places, letters = joined.buffers()
    begins = np.frombuffer(places, np.int32)[joined.offset : joined.offset + count + 1].astype(np.int64)
    first = np.arange(count) // _BLOCK * _BLOCK
    fixed["0"] = begins[:-1] - begins[first] + np.minimum(_BLOCK, count - first) * fixed.itemsize
    fixed["1"] = np.diff(begins)
    content = memoryview(letters) if letters is not None else memoryview(b"")
    codec = pa.Codec(_CODEC)
    blocks = []
    for start in range(0, count, _BLOCK):
        end = min(start + _BLOCK, count)
        plain = fixed[start:end].tobytes() + content[begins[start] : begins[end]]
        packed = codec.compress(plain, asbytes=True)
        blocks.append(_HEAD.pack(len(plain), zlib.crc32(packed)) + packed)
    return blocks


class RowsReader:
    """Rows by their number.

    Args:
        folder: where they were written.
        name: name of the table.

    Raises:
        ValueError, OSError: the files are no such files, or one of them is cut off.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.rows"
        self._ends = memoryview(np.load(folder / f"{name}_ends.npy", mmap_mode="r", allow_pickle=False))
        with self._path.open("rb") as file:
            size = file.seek(0, 2)
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        if self._ends[-1] != size:
            raise ValueError(f"{self._path} is cut off")
        codes = _codes(name)
        self._fixed = struct.Struct("<" + codes)
        self._columns = [
            (field.name, code if code in "qd" else "list" if pa.types.is_list(field.type) else "text")
            for field, code in zip(SCHEMAS[name], codes[2:], strict=True)
        ]
        self._codec = pa.Codec(_CODEC)
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._lock = Lock()

    def take(self, rows: Sequence[int]) -> list[dict[str, Any]]:
        """The rows in the order given.

        Raises:
            GraphError: their bytes are damaged (``graph-damaged``).
        """
        try:
            return [self._read(self._block(row // _BLOCK), row % _BLOCK) for row in rows]
        except (ValueError, OSError, struct.error, pa.ArrowException) as error:
            raise GraphError(
                f"{self._path} is damaged; build the graph again", code="graph-damaged", path=str(self._path)
            ) from error

    def _block(self, number: int) -> bytes:
        with self._lock:
            if (known := self._kept.get(number)) is not None:
                self._kept.move_to_end(number)
                return known
        start, end = self._ends[number], self._ends[number + 1]
        size, told = _HEAD.unpack_from(self._bytes, start)
        packed = self._bytes[start + _HEAD.size : end]
        if zlib.crc32(packed) != told:
            raise ValueError("the checksum does not fit")
        block: bytes = self._codec.decompress(packed, size, asbytes=True)
        with self._lock:
            self._kept[number] = block
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return block

    def _read(self, block: bytes, at: int) -> dict[str, Any]:
        begin, size, *fixed = self._fixed.unpack_from(block, at * self._fixed.size)
        text = block[begin : begin + size].decode()
        row: dict[str, Any] = {}
        first = 0
        for (column, kind), value in zip(self._columns, fixed, strict=True):
            if kind == "q":
                row[column] = None if value == _NO_NUMBER else value
            elif kind == "d":
                row[column] = None if value != value else value
            elif value == _NO_TEXT:
                row[column] = None
            else:
                words = text[first : first + value]
                first += value
                row[column] = words if kind == "text" else words.split(_BETWEEN) if words else []
        return row
