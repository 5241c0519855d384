"""Vowels that recognition lost are read again: "Thông tư s 14/2015/TT-BTC", "một sđiều", "Luật Tiêu chun".

Pages of old scans lose letters that bear two marks. Only texts that show it between a type and its number, or in "một
số điều", are touched: there "số", "của", "Thủ tướng" before what they lead to, and titles of laws that the registry
has, of which one letter is missing. What is put in has no place in the text as read: every offset leads into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import registry
from kg.anchors import places
from kg.normalise import Plain, fold_tone, lower

# No text that is spelt as it should be holds these.
_SIGNS = ("một sđ", "một s đ", "tư s ", "định s ", "lệnh s ", "quyết s ", "luật s ")
_GLUED = re.compile(r"s(?<= s)(?=\d{1,4}/\d)")
_SIGN = re.compile(
    r"một\s+s\s?đi[uề]|(?<!\w)(?:thông\s+tư|nghị\s+định|quyết\s+định|pháp\s+lệnh|nghị\s+quyết|luật)\s+s\s?\d{1,4}[a-zđ]?\s?[/-]\s?[a-zđ\d]"
)
_LOOKED_AT = 10000
_NUMBERED = re.compile(
    r"(?<!\w)(?:thông\s+tư(?:\s+liên\s+tịch)?|nghị\s+định|quyết\s+định|pháp\s+lệnh|nghị\s+quyết|chỉ\s+thị|công\s+văn|luật)"
    r"\s+s(?=\s?\d{1,5}[a-zđ]?\s?[/-]\s?[a-zđ\d])"
)
_SOME = re.compile(r"một\s+s(?P<o>ố?)(?P<gap>\s?)đi(?P<e>ề?)u(?!\w)")
_OF = re.compile(
    r"(?<!\w)c(?=a\s(?:chính\s+phủ|bộ|thủ\s?tướng|thtướng|ủy\s+ban|quốc\s+hội|chủ\s+tịch|ngân\s+hàng|hội\s+đồng)(?!\w))"
)
_PREMIER = re.compile(r"(?<!\w)th(?=tướng\s+chính\s+phủ(?!\w))")


def revowelled(p: Plain) -> Plain:
    """The text with the vowels that recognition lost in words of drafting and in titles of laws.

    >>> from kg.normalise import plain
    >>> revowelled(plain("Thông tư s 14/2015/TT-BTC ca Bộ Tài chính")).text
    'Thông tư số 14/2015/TT-BTC của Bộ Tài chính'
    >>> clean = plain("Thông tư số 14/2015/TT-BTC"); revowelled(clean) is clean
    True
    """
    top = p.low[:_LOOKED_AT]
    if not (any(sign in top for sign in _SIGNS) or _GLUED.search(top)) or _SIGN.search(top) is None:
        return p
    lost: dict[int, str] = dict(_drafting(p.low))
    lost.update((m.end(), "ủ") for m in _OF.finditer(p.low) if p.text[m.end() + 2].isupper())  # no "ca bộ đội"
    lost.update(_laws(p.low))
    return p.lettered(sorted(lost.items())) if lost else p


def _drafting(low: str) -> Iterator[tuple[int, str]]:
    """Where vowels of words of drafting are missing, and which."""
    for m in _NUMBERED.finditer(low):
        yield m.end(), "ố" if low[m.end() : m.end() + 1].isspace() else "ố "
    for m in _SOME.finditer(low):
        put = ("" if m["o"] else "ố") + ("" if m["gap"] else " ")
        if put:
            yield m.start("gap"), put
        if not m["e"]:
            yield m.start("e"), "ề"
    for m in _PREMIER.finditer(low):
        yield m.end(), "ủ "


def _laws(low: str) -> Iterator[tuple[int, str]]:
    """Where a letter of a law's title is missing, and which."""
    table, sizes = _titles()
    for word in ("luật", "pháp"):
        for at in places(low, word):
            for size in sizes:
                found = table.get(" ".join(low[at : at + size].split()))
                if found is not None and not low[at + size : at + size + 1].isalnum():
                    yield at + found[0], found[1]
                    break


_SHORTEST = 14  # letters of a title of which one may be missing


@cache
def _titles() -> tuple[dict[str, tuple[int, str]], tuple[int, ...]]:
    """Titles without one of their marked vowels → where it stood and what it was; the lengths of those forms."""
    whole = {fold_tone(lower(law.title)) for law in registry.laws() if law.title}
    table: dict[str, tuple[int, str]] = {}
    for title in sorted(t for t in whole if len(t) >= _SHORTEST):
        for k, letter in enumerate(title):
            form = title[:k] + title[k + 1 :]
            if k > 4 and not letter.isascii() and letter != "đ" and form not in whole:
                table.setdefault(form, (k, letter))
    return table, tuple(sorted({len(form) for form in table}, reverse=True))
