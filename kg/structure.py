"""The shape of a text: headings and footnotes, in its plain form; its sentences are cut by :mod:`kg.sentences`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.normalise import RAISED, figures
from kg.note_marks import marked_notes

_HEADING = re.compile(
    r"(?:(?:phần|chương|mục)\s+(?:thứ\s+)?[\wà-ỹ]+|[ivx]{1,5}\s*(?:[.)-]|/\s)|[a-zđ]\s*[.)]|\d{1,2}(?:\.\d{1,2}){0,3}(?!\d)\s*[.)]?)\s*(?=\S)"
)
_NO_HEADING = re.compile(r"\d\s*[/-]\s*[A-ZĐ]|[;.] ")
_NOTE_MARK = re.compile(
    r"[ \t]*(?P<mark>[" + RAISED + r"]+|\[\^?\d{1,3}\]:?|\(\d{1,3}\)(?=\s)|\[\w\])[ \t]*(?=\S)"
)
_NOTE_WITHIN = re.compile(r"(?<=\. )" + _NOTE_MARK.pattern.removeprefix(r"[ \t]*"))
_NOTE_LINE = re.compile(r"\n" + _NOTE_MARK.pattern)  # a break first: that is looked for in one pass of memchr
_MARK = re.compile(
    r"[" + RAISED + r"]+|\[\^?\d{1,3}\](?!:)|(?<=\S)\[\^?\d{1,3}\](?=:)|"
    r"(?<!điểm )(?<!khoản )(?<!mục )(?<!nội dung )(?<!tiết )(?<!biểu )(?<!cột )\(\d{1,3}\)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: where it is called and where it stands.

    Attributes:
        mark: its number.
        calls: offsets of the marks in the running text.
        start, end: the note itself.
    """

    mark: str
    calls: tuple[int, ...]
    start: int
    end: int


def is_heading(line: str) -> bool:
    """Whether a line of plain text is a heading: short, numbered or in capitals, no sentence.

    >>> is_heading("I. CĂN CỨ PHÁP LÝ"), is_heading("2. Cơ sở pháp lý")
    (True, True)
    >>> is_heading("1. Nghị quyết số 25-NQ/TW ngày 03/6/2013 về công tác dân vận;")
    False
    """
    line = line.strip()
    if not line or len(line) > 160 or line[-1] in ";,.":
        return False
    letters = sum(map(str.isalpha, line))
    if letters > 3 and sum(map(str.isupper, line)) > 0.7 * letters:
        return True
    return _HEADING.match(line.lower()) is not None and _NO_HEADING.search(line, 3) is None


def notes(text: str) -> tuple[Note, ...]:
    """Footnotes with a mark that the running text calls.

    A note is a line that begins with a raised figure, ``[1]``, ``[^1]`` or ``(1)`` for which the same mark
    stands elsewhere inside a line. It ends at the end of its line; a page broken by notes goes on after it.

    >>> from kg.normalise import plain
    >>> t = plain("thực hiện Chỉ thị¹.\\n\\n¹ Kế hoạch số 5/KH-UBND.\\nhết").text
    >>> n = notes(t)[0]; n.mark, t[n.start:n.end], n.calls
    ('1', 'Kế hoạch số 5/KH-UBND.', (17,))
    """
    lines = list(_NOTE_LINE.finditer(text))
    if (first := _NOTE_MARK.match(text)) is not None:
        lines.insert(0, first)
    others = [Note(n.mark, (n.call,), n.start, _line_end(text, n.start)) for n in marked_notes(text)]
    if not lines:
        return tuple(others)
    at_line = {m.start("mark") for m in lines}
    calls: dict[str, list[int]] = {}
    for m in _MARK.finditer(text):
        if m.start() not in at_line and m.start() > 0 and text[m.start() - 1] != "\n":
            calls.setdefault(_key(m.group()), []).append(m.start())
    out = []
    for m in (more for line in lines for more in _with_next(text, line)):
        key = _key(m["mark"])
        # the nearest call before the note: numbering may restart on every page
        told = calls.get(key, [])
        i = bisect_left(told, m.start())
        use = told[i - 1 : i] if i else told[(k := bisect_right(told, m.end())) : k + 1]
        if not use:
            continue
        out.append(Note(_digits(m["mark"]), tuple(use), m.end(), _line_end(text, m.end())))
    for n, (note, behind) in enumerate(pairwise(out)):
        if behind.start <= note.end:
            out[n] = replace(note, end=text.rfind(".", note.start, behind.start) + 1)
    return tuple(sorted((*out, *others), key=lambda note: note.start))


def _with_next(text: str, line: re.Match[str]) -> Iterator[re.Match[str]]:
    """The mark that begins a line, and those of notes that begin within it: "[1] Nghị định A. [2] Ngày 27/01/2022."."""
    yield line
    figure = _digits(line["mark"])
    for m in _NOTE_WITHIN.finditer(text, line.end(), _line_end(text, line.end())):
        if figure.isdecimal() and _key(m["mark"]) == _key(line["mark"])[0] + str(int(figure) + 1):
            yield m
            figure = _digits(m["mark"])


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def _digits(mark: str) -> str:
    return re.sub(r"[\[\]()^:]", "", figures(mark))


def _key(mark: str) -> str:
    kind = mark[0] if mark[0] in "[(" else "s"
    return kind + _digits(mark)
