"""Which documents hold which words: for each word of the records the rows in which it stands.

Words are folded (no diacritics, lower case). Beside the words of type, title, body, place, register and date
stand the parts of numbers: the serial as ``#33``, each other part but a year as ``/ttg``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kg.words import fold, number_parts, year_part

COLUMNS: Final = ("number", "type", "title", "issuer", "locality", "series", "date")
"""The columns of the table ``documents`` that are needed."""
_SAID: Final = COLUMNS[1:]
Numbers = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, repr=False)
class Postings:
    """Words and where they stand.

    Attributes:
        words: every word, in order.
        ends: where the rows of each word end; they begin where those of the word before end.
        rows: rows of the table ``documents``, in order for each word.
    """

    words: pa.Array
    ends: Numbers
    rows: Numbers

    def of(self, word: str) -> Numbers:
        """The rows in which a word stands.

        >>> postings([pa.table({c: ["a b" if c == "title" else ""] for c in COLUMNS})]).of("b").tolist()
        [0]
        """
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].as_py() < word:
                low = middle + 1
            else:
                high = middle
        if low == len(self.words) or self.words[low].as_py() != word:
            return self.rows[:0]
        return self.rows[int(self.ends[low - 1]) if low else 0 : int(self.ends[low])]


def serial_word(serial: str) -> str:
    """The word under which a serial stands."""
    return f"#{serial}"


def part_words(parts: Iterable[str]) -> list[str]:
    """The words under which the other parts of a number stand; a year is left out, it may be missing.

    >>> part_words(("2020", "nđ", "cp"))
    ['/nd', '/cp']
    """
    return [f"/{fold(part)}" for part in parts if not year_part(part)]


def _folded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The letters of a column in lower case without diacritics, everything else as single spaces."""
    import pyarrow.compute as pc

    plain = pc.replace_substring_regex(pc.utf8_normalize(column, "NFD"), r"\p{Mn}+", "")
    plain = pc.replace_substring_regex(pc.utf8_lower(plain), "[đðɖ]", "d")
    plain = pc.replace_substring_regex(plain, r"\bv/v\b", " ")  # "về việc", not the number five
    return pc.replace_substring_regex(plain, "[^a-z0-9]+", " ")


def _pairs(table: pa.Table) -> tuple[pa.Array, Numbers]:
    """Words of some documents, and the row of each from the first of them."""
    import pyarrow.compute as pc

    said = [_folded(table[name]) for name in _SAID]
    joined = pc.binary_join_element_wise(*said, " ", null_handling="replace", null_replacement="")
    split = pc.split_pattern(joined, " ")
    split = split.combine_chunks() if isinstance(split, pa.ChunkedArray) else split
    words, rows = split.flatten(), pc.list_parent_indices(split)
    numbers, at = [], []
    for row, number in enumerate(table["number"].to_pylist()):
        if number:
            serial, parts = number_parts(number)
            found = [serial_word(serial), *part_words(parts)]
            numbers += found
            at += [row] * len(found)
    return (
        pa.concat_arrays([words, pa.array(numbers, pa.string())]),
        np.concatenate([np.asarray(rows, np.int64), np.asarray(at, np.int64)]),
    )


def postings(batches: Iterable[pa.Table]) -> Postings:
    """The words of all documents.

    Args:
        batches: the rows of the table ``documents`` in order, with :data:`COLUMNS`.
    """
    codes: dict[str, int] = {}
    found: list[Numbers] = []
    first = 0
    for table in batches:
        words, rows = _pairs(table)
        encoded = words.dictionary_encode()
        own = np.array([codes.setdefault(w, len(codes)) for w in encoded.dictionary.to_pylist()], np.int64)
        if len(own):
            keys = (own[np.asarray(encoded.indices)] << 32) | (rows + first)
            found.append(np.unique(keys))
        first += table.num_rows
    codes.pop("", None)
    ordered = sorted(codes)
    rank = np.full(max(codes.values(), default=-1) + 2, -1, np.int64)
    rank[[codes[word] for word in ordered]] = np.arange(len(ordered))
    keys = np.concatenate([np.empty(0, np.int64), *found])
    del found
    ranks = rank[keys >> 32]
    keys = ((ranks << 32) | (keys & 0xFFFFFFFF))[ranks >= 0]
    keys.sort()
    counts = np.bincount(keys >> 32, minlength=len(ordered))
    return Postings(
        pa.array(ordered, pa.large_string()), np.cumsum(counts).astype(np.int64), (keys & 0xFFFFFFFF).astype(np.int32)
    )
