"""Enumerations of provisions: "1, 3 và 5", "a, b", "từ 7 đến 9", "thứ hai", with ranges written out."""

from __future__ import annotations

import re
from functools import cache

ORDINALS = {
    "nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10",
}  # fmt: skip
"""How parts are numbered in words: "Phần thứ hai"."""
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # points are lettered without f, j, w, z and without marks
JOIN = r"(?:\s*(?:,\s*(?:và|hoặc)(?!\w)|,|;|(?:và|hoặc|đến)(?!\w)|-|và/hoặc)\s*)"
"""What stands between two values, as a pattern."""
_JOINS = re.compile(JOIN)
_LONGEST_RANGE = 50


def values_of(phrase: str) -> list[str]:
    """The values of one item, ranges written out.

    >>> values_of("1, 3 và 5 đến 7"), values_of("thứ hai")
    (['1', '3', '5', '6', '7'], ['2'])
    """
    out: list[str] = []
    end, ranged = 0, False
    for join in (*_JOINS.finditer(phrase), None):
        value = _value(phrase[end : join.start() if join else len(phrase)].strip(' “”"'))
        out += between(out[-1], value)[1:] if out and ranged else [value]
        ranged = join is not None and join.group().strip() in ("đến", "-")
        end = join.end() if join else end
    return out


def _value(printed: str) -> str:
    words = printed.split()
    return ORDINALS.get(words[-1], words[-1]) if words[0] == "thứ" else printed


@cache
def between(first: str, last: str) -> list[str]:
    """Both values and those between them; only the two where the way from one to the other is not known.

    >>> between("3", "6"), between("c", "e"), between("5a", "7")
    (['3', '4', '5', '6'], ['c', 'd', 'đ', 'e'], ['5a', '7'])
    """
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(n) for n in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1 and first in _LETTERS and last in _LETTERS and first < last:
        return list(_LETTERS[_LETTERS.index(first) : _LETTERS.index(last) + 1])
    return [first, last]
