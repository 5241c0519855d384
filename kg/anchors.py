"""Cheap places to try an expensive pattern at.

A pattern that begins with a look-behind or with repeated groups is tried by :mod:`re` at every character. Where
all its matches begin with one of a few words, a pass that looks only for those words finds the same places many
times faster. An anchor may stand at more places than the pattern matches, never at fewer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_JOINTS = {" ": r"\s+", "-": r"\s*-\s*"}
_AROUND_HYPHEN = re.compile(r"\s*-\s*")


def places(text: str, words: str, start: int = 0, stop: int | None = None) -> Iterator[int]:
    """Where some letters stand, in order: a memory search, many times faster than a pattern.

    >>> list(places("này, điều này", "này"))
    [0, 10]
    """
    find = text.find
    at = find(words, start, stop)
    while at >= 0:
        yield at
        at = find(words, at + len(words), stop)


def word_end(text: str, at: int) -> int:
    """End of the word before the white space before ``at``; 0 where there is none.

    >>> word_end("nghị  định", 6), word_end("nghị định", 6)
    (4, 0)
    """
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end if end < at else 0


def followed(text: str, before: str, word: str, start: int = 0, stop: int | None = None) -> Iterator[int]:
    """Where ``before`` stands that ``word``, the rarer of the two, follows.

    >>> list(followed("nghị định, nghị  quyết", "nghị", "quyết"))
    [11]
    """
    for at in places(text, word, start, stop):
        end = word_end(text, at)
        if end and text.startswith(before, end - len(before)):
            yield end - len(before)


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


def spelt(names: Iterable[str], *, begin: bool = True) -> str:
    """Alternation of names, the longest that fits, with any white space between words and around hyphens.

    It begins with two letters and looks behind them only then; names share their beginnings, so that one that
    does not fit is given up early.

    Args:
        names: names of two letters or more, in low form.
        begin: only at the beginning of a word.

    >>> spelt(["quy chế", "quy định", "lệnh"], begin=False)
    '(?:lệnh|quy\\\\s+(?:chế|định))'
    >>> re.search(spelt(["luật", "quy chế"]), "xquy chế, kỷ  luật").span()
    (14, 18)
    """
    tree: _Tree = {}
    for name in names:
        at = tree
        for letter in tight(name):
            at = at.setdefault(letter, {})
        at[""] = {}
    if not begin:
        return _branches(tree)
    heads = (
        (c, "|".join(rf"{d}(?<!\w{c}{d}){_branches(rest)}" for d, rest in sorted(following.items())))
        for c, following in sorted(tree.items())
    )
    return "(?:" + "|".join(f"{c}(?:{rest})" if "|" in rest else c + rest for c, rest in heads) + ")"


def _branches(tree: _Tree) -> str:
    """What may follow in a tree of letters."""
    following = [_JOINTS.get(c, re.escape(c)) + _branches(rest) for c, rest in sorted(tree.items()) if c != ""]
    if not following:
        return ""
    inner = following[0] if len(following) == 1 else f"(?:{'|'.join(following)})"
    return f"(?:{inner})?" if "" in tree else inner


def tight(name: str) -> str:
    """A name as tables of :func:`spelt` names are keyed: one space between words, none around a hyphen.

    >>> tight("thừa thiên  - huế")
    'thừa thiên-huế'
    """
    name = " ".join(name.split())
    return _AROUND_HYPHEN.sub("-", name) if "-" in name else name


_ATOM = re.compile(
    r"(?P<open>\((?:\?:|\?P<\w+>)|\((?!\?))|(?P<ahead>\(\?=)|(?P<condition>\(\?<?[=!])|(?P<run>[^\W\d_]+)"
    r"|(?P<letter>\\[wDS]|\[\^[^\]]*\]|\.)|\\.|\[[^\]]*\]|.",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"(?:(?P<absent>[*?]|\{0?,\d*\})|\+|\{[\d,]+\})\??")


def beginnings(pattern: str) -> frozenset[str]:
    """The letters with which what a pattern matches begins; white space, marks and figures before them are passed over.

    Raises:
        ValueError: it may begin with any letter.

    >>> sorted(beginnings(r"(?<!\\w)(?:(?:tiếp\\s+tục\\s+)*triển\\s+khai|h(?:óa|oá))"))
    ['h', 'tiếp', 'triển']
    >>> sorted(beginnings(r"\\s*,?\\s*(?:đã\\s+)?được\\s+\\w+"))
    ['đã', 'được']
    """
    found, _, _ = _beginnings(pattern, 0)
    if "" in found:
        raise ValueError(f"begins with any letter: {pattern}")
    return frozenset(found)


def _beginnings(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """With what the rest of a group begins, whether it may be absent, and where the group ends."""
    found, absent, is_first = set[str](), False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            absent, is_first, at = absent or is_first, True, at + 1
            continue
        m = _ATOM.match(pattern, at)
        assert m is not None
        letters, may_miss, end = set[str](), True, m.end()
        if m["open"] or m["ahead"] or m["condition"]:
            letters, may_miss, end = _beginnings(pattern, end)
            end += 1
            if m["condition"]:
                letters, may_miss = set(), True
        elif m["run"]:
            few = len(m["run"]) > 1 and _QUANTIFIER.match(pattern, end) is not None  # of which the last may be absent
            end -= few
            letters, may_miss = {pattern[at:end]}, False
        elif m["letter"]:
            letters, may_miss = {""}, False  # any
        if quantifier := _QUANTIFIER.match(pattern, end):
            end = quantifier.end()
            may_miss = may_miss or quantifier["absent"] is not None
        if is_first:
            found |= letters
            is_first = may_miss
        at = end
    return found, absent or is_first, at


def finditer(anchor: re.Pattern[str], pattern: Callable[[str], re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds in a text, tried only where the anchor stands.

    Args:
        anchor: finds the beginnings of what the pattern matches.
        pattern: gives, for a beginning that the anchor found, as much of the pattern as can begin so.
        text: where to look.

    >>> a, p = re.compile(word_starts(["thay"])), re.compile(r"(?<!\\w)thay\\s+thế")
    >>> [m.span() for m in finditer(a, lambda beginning: p, "thay đổi, thay thế")]
    [(10, 18)]
    """
    at = 0
    for m in anchor.finditer(text):
        if m.start() >= at and (found := pattern(m.group()).match(text, m.start())):
            at = found.end()
            yield found
