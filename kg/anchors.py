"""Cheap places to try an expensive pattern at.

A pattern that begins with a look-behind or with repeated groups is tried by :mod:`re` at every character. Where
all its matches begin with one of a few words, a pass that looks only for those words finds the same places many
times faster. An anchor may stand at more places than the pattern matches, never at fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ESCAPE = re.compile(r"\\.|\[[^\]]*\]|\(\?P<\w+>")
_LETTERS = re.compile(r"[^\W\d_]+")


def word_starts(words: Iterable[str]) -> str:
    """A pattern for the beginnings of words, which begins with letters and not with a look-behind.

    Args:
        words: low words or their first letters.

    >>> [m.start() for m in re.finditer(word_starts(["thay", "bãi"]), "sẽ thay thế, bãi bỏ (xthay)")]
    [3, 13]
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        known = by_letter.setdefault(word[0], [])
        if not any(word[1:].startswith(shorter) for shorter in known):
            known.append(word[1:])
    branches = (rf"{c}(?<!\w{c})" + (f"(?:{'|'.join(rest)})" if rest != [""] else "") for c, rest in by_letter.items())
    return f"(?:{'|'.join(branches)})"


def literals(pattern: str) -> frozenset[str]:
    """Every run of letters that a pattern spells out: what it matches begins with one of them.

    That holds for patterns that begin with letters, as those of ``cues.csv`` do; runs from within only make
    the anchor wider.

    >>> sorted(literals(r"(?:tiếp\\s+tục\\s+)*triển\\s+khai"))
    ['khai', 'tiếp', 'triển', 'tục']
    """
    return frozenset(_LETTERS.findall(_ESCAPE.sub(" ", pattern)))


def finditer(
    anchor: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text, start, end)`` finds, tried only where the anchor stands.

    >>> a, p = re.compile(word_starts(["thay"])), re.compile(r"(?<!\\w)thay\\s+thế")
    >>> [m.span() for m in finditer(a, p, "thay đổi, thay thế", 0, 18)]
    [(10, 18)]
    """
    at = start
    match = pattern.match
    for m in anchor.finditer(text, start, end):
        if m.start() >= at and (found := match(text, m.start(), end)):
            at = found.end()
            yield found
