"""Notes whose marks are letters or signs: "(a)", "[b]", "{1}", "(ii)", "1/", "†", or figures below "Ghi chú".

Lists have such marks too. So each mark has to be called once, before its line and behind a word; the calls stand in the
order of the lines; and of letters there are two lines at least, one right below the other.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kg.normalise import RAISED, figures

_SHAPES = (
    re.compile(r"\n[ \t]*(?P<mark>\([a-zđ]{1,4}\))[ \t]+(?=\S)"),
    re.compile(r"\n[ \t]*(?P<mark>\[[a-zđ]{2,4}\]|\[[a-zđ]\])[ \t]+(?=\S)"),
    re.compile(r"\n[ \t]*(?P<mark>\{\d{1,2}\})[ \t]+(?=\S)"),
    re.compile(r"\n[ \t]*(?P<mark>\d{1,2}/)[ \t]+(?=\S)"),
    re.compile(r"\n[ \t]*(?P<mark>[†‡§¶]{1,2})[ \t]*(?=\w)"),
)
_FEW = _SHAPES[-1]  # a sign is a note by itself
_QUIET = re.compile(r"\n[ \t]*(?:[\[({]\w{1,4}[\])}]|\d{1,2}/|[†‡§¶]{1,2})[ \t]*\S")
_NAMES_A_PART = re.compile(r"(?:điểm|khoản|mục|tiết|nhóm|ý|phần|cột|dòng|biểu|mẫu|loại)\s*$")
_BELOW_HEAD = re.compile(r"\n[ \t]*(?:ghi\s+chú|chú\s+thích|chú\s+giải)\s*:?[ \t]*(?=\n)", re.IGNORECASE)
_FIGURE_LINE = re.compile(r"\n[ \t]*(?P<n>\d{1,2})\s*[.)][ \t]+(?=\S)")
_RAISED_CALL = re.compile(rf"(?<=[\w”\")])[{RAISED}]+")


class Marked(NamedTuple):
    """A note: its mark, where it is called, where it begins behind the mark."""

    mark: str
    call: int
    start: int


def marked_notes(text: str) -> list[Marked]:
    """The notes of a plain text with uncommon marks, in order of place.

    >>> [n.mark for n in marked_notes("theo A (a), B (b).\\n(a) Ngày 5.\\n(b) Ngày 6.\\n")]
    ['(a)', '(b)']
    >>> marked_notes("gồm:\\n(a) Ngày 5;\\n(b) Ngày 6.\\n")
    []
    """
    out = _below_a_head(text)
    if _QUIET.search(text) is not None:
        for shape in _SHAPES:
            out += _of_a_shape(text, shape)
    return sorted(out, key=lambda n: n.start)


def _of_a_shape(text: str, shape: re.Pattern[str]) -> list[Marked]:
    lines = list(shape.finditer(text))
    marks = [m["mark"] for m in lines]
    if not lines or len(set(marks)) != len(marks) or (len(lines) < 2 and shape is not _FEW):
        return []
    calls = [_call(text, m["mark"], m.start()) for m in lines]
    if any(call is None for call in calls) or not all((a or 0) < (b or 0) for a, b in pairwise(calls)):
        return []
    near = shape is _FEW or all(text.count("\n", a.start() + 1, b.start() + 1) == 1 for a, b in pairwise(lines))
    return [Marked(m["mark"], call or 0, m.end()) for m, call in zip(lines, calls, strict=True)] if near else []


def _call(text: str, mark: str, before: int) -> int | None:
    """Where a mark is called, once, before its line and behind a word."""
    itself = re.escape(mark)
    no_date = r"(?<![\d/])" if mark[0].isdigit() else ""
    found = [m.start() for m in re.finditer(rf"(?:(?<=\S)|(?<=\S )){no_date}{itself}(?!\d)", text[:before])]
    at = found[0] if len(found) == 1 else None
    if at is None or _NAMES_A_PART.search(text, max(0, at - 12), at):
        return None
    end = at + len(mark)
    return None if text[end : end + 1].isalnum() else at


def _below_a_head(text: str) -> list[Marked]:
    """Lines "1. …" below "Ghi chú:" where the text calls its notes by raised figures and no line begins with one."""
    head = next(reversed(list(_BELOW_HEAD.finditer(text))), None)
    if head is None or re.search(rf"\n[ \t]*[{RAISED}]", text):
        return []
    calls = {figures(m.group()): m.start() for m in _RAISED_CALL.finditer(text, 0, head.start())}
    out: list[Marked] = []
    at = head.end()
    while (m := _FIGURE_LINE.match(text, at)) is not None and m["n"] in calls:
        out.append(Marked(m["n"], calls[m["n"]], m.end()))
        at = text.find("\n", m.end())
        if at < 0:
            break
    return out
