"""Numbers of documents as a machine read them, put right where there is one way to do so.

Letters are read by their shapes, and in "49-CT/TW" no language helps: out comes "49-CT/IW". The codes of
types and bodies are a closed list, so a code that is none is put right if exactly one code looks like it.
Digits are left as they are: any of them is possible, and a wrong one would not be seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from kg.registry import issuer_codes, type_codes

#: A number, with the codes behind it.
_NUMBER: Final = re.compile(r"(?<![\w/.-])(\d{1,5}[a-zA-Z]?(?:/(?:19|20)\d\d)?)([/-])([^\W\d_][\w|!/&-]*[\w|!])")
_CODE: Final = re.compile(r"[^/&-]+")
#: Marks of an Assembly's term, wherever a line end has left them.
_TERM: Final = re.compile(r"(?<!\w)((?:UBTV)?QH)[Il|!](\d{1,2})(?!\w)")
#: One Đ that was read as two of its forms.
_TWICE: Final = re.compile("(?:Đ[ÐD]|Ð[ĐD]|D[ĐÐ])")
_SHAPES: Final = str.maketrans({
    **dict.fromkeys("tTiI1|!", "t"), **dict.fromkeys("đĐðÐdD", "d"), **dict.fromkeys("oOôÔ0", "o"),
    **dict.fromkeys("uUưƯ", "u"),
})  # fmt: skip


def mended(text: str) -> str:
    """A line of read letters with the codes of its numbers put right.

    >>> mended("Chỉ thị số 49-CT/IW, Quyết định số 290-QĐÐ/TW, Tờ trình số 2906/TIr-STNMT")
    'Chỉ thị số 49-CT/TW, Quyết định số 290-QĐ/TW, Tờ trình số 2906/TTR-STNMT'
    >>> mended("Pháp lệnh số 34/2007/PL-UBTVQHI11, tỷ lệ 45/207, mã 12/XYZ-ABC")
    'Pháp lệnh số 34/2007/PL-UBTVQH11, tỷ lệ 45/207, mã 12/XYZ-ABC'
    """
    text = _NUMBER.sub(lambda found: found[1] + found[2] + _CODE.sub(_code, found[3]), text)
    return _TERM.sub(r"\1\2", text)


def _code(found: re.Match[str]) -> str:
    read = _TWICE.sub("Đ", found[0])
    known, alike = _codes()
    if read.lower() in known:
        return read
    right = alike.get(_shape(read.replace("l", "I")), ())
    return right[0].upper() if len(right) == 1 else found[0]


@cache
def _codes() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """All codes in lower case, and those that look alike."""
    known = {*type_codes(), *issuer_codes()}
    alike: dict[str, list[str]] = {}
    for code in sorted(known):
        alike.setdefault(_shape(code), []).append(code)
    return frozenset(known), {shape: tuple(codes) for shape, codes in alike.items()}


def _shape(code: str) -> str:
    """What a code looks like: letters of one shape are one."""
    return code.translate(_SHAPES).lower()
