"""Safe corrections in a copy of a text."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from kg.check.models import Finding

_MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def apply_fixes(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The text with every safe correction; of two that overlap the first one in the text is made.

    Args:
        text: the text that was checked.
        findings: of that text; those without a fix are passed over.

    Returns:
        The corrected text and how many corrections were made.

    >>> from kg.check import check
    >>> t = "Thực hiện Chỉ thị số 33 / CT-TTG ngày 26/11/2021."
    >>> apply_fixes(t, check(t))
    ('Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.', 1)
    """
    parts: list[str] = []
    at = done = 0
    for f in sorted((f for f in findings if f.fix is not None), key=lambda f: (f.start, -f.end)):
        if f.start < at:
            continue
        parts += [text[at : f.start], f.fix or ""]
        at = f.end
        done += 1
    return "".join([*parts, text[at:]]), done


def encoded(text: str, encoding: str) -> bytes:
    """A text in the encoding it was read from; what is no Unicode encoding becomes UTF-8.

    >>> encoded("ữ", "utf-8-sig"), encoded("ữ", "tcvn3")
    (b'\\xef\\xbb\\xbf\\xe1\\xbb\\xaf', b'\\xe1\\xbb\\xaf')
    """
    mark = _MARKS.get(encoding, b"")
    plain = encoding if encoding in ("utf-16-le", "utf-16-be") else "utf-8"
    return mark + text.encode(plain, "surrogatepass" if plain == "utf-8" else "strict")
