"""The shape of a text: sentences, headings, footnotes.

Everything here works on the plain form and returns offsets into it. A line break ends a sentence unless
the next line goes on in lower case, as lines of PDF text do; a mention that spans a break also joins them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from kg.normalise import UPPER

_BREAK = re.compile(
    # of a row of dots only the first is tried: the others would fail where it fails
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?<![.!?…][.!?…])(?P<more>[.!?…]*[\"”’)\]]*)[¹²³⁴-⁹⁰]*"
    r"(?=\s+[\"“‘(\[+-]*\s*[" + UPPER + r"0-9]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|tp|TX|Tx|P|Q|H|TS|ThS|GS|PGS|BS|Ths|CN|KS|TT|TW|T|St|Mr|No|v\.v|VP|TM|KT|TL|TUQ|Th|số|Số)|\b\d{1,3})$"
)
_SHORT_ENDS = frozenset("PpXxQHSNTWtrsovMLhố0123456789")  # how the words of _ABBREVIATION end
_HEADING = re.compile(
    r"(?:(?:phần|chương|mục)\s+(?:thứ\s+)?[\wà-ỹ]+|[ivx]{1,5}\s*(?:[.)-]|/\s)|[a-zđ]\s*[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]?)\s*(?=\S)"
)
_NO_HEADING = re.compile(r"\d\s*[/-]\s*[A-ZĐ]|[;.] ")
_LONE = re.compile(r"(?:[-+–]\s*)?(?:căn\s+cứ(?:\s+vào)?|theo|thực\s+hiện|xét)")
_LONE_MOST = 40  # a line of no more than such words, spaces round it included
# a ground is one sentence, however its lines are broken: "Theo đề nghị của Giám đốc Sở / Tư pháp tại Tờ trình …"
_GROUND = re.compile(r"[-+•* ]*(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị)\s")
_NEW_GROUND = re.compile(
    r"\s*(?:[-+•*|]|Căn\s+cứ|Xét\s|Theo\s+đề|Thực\s+hiện|Trên\s+cơ|Điều\s+\d|\d+[.)]|[IVX]+[.)]|Quyết|QUYẾT|NGHỊ|CHỈ|"
    r"[^,;]{3,60}\sban\s+hành\s)"
)
_CLOSED = ".;:!?…"
# words that end no sentence, at the end of a line that a narrow column broke
_UNFINISHED = re.compile(r"\s(?:của|về|theo|tại|và|với|trong|do|các|thực hiện|triển khai|thi hành)$")
# heads of bodies and offices, which a name follows
_UNNAMED = re.compile(
    r"\s(?:Sở|Bộ|Ban|Cục|Chi\s+cục|Tổng\s+cục|Phòng|Vụ|Giám\s+đốc|Bộ\s+trưởng|Thứ\s+trưởng|Chủ\s+tịch|Cục\s+trưởng|Vụ\s+trưởng|Luật)$"
)
_BEGINS = ("Căn cứ", "Xét ", "Theo ", "Thực hiện", "Điều ")  # what stands at the head of a line of a preamble
_WRAPPED = 45
_LETTERED = re.compile(r"[a-zđ]\s*[).]")
_NOTE_MARK = re.compile(r"[ \t]*(?P<mark>[¹²³⁰⁴-⁹]+|\[\^?\d{1,3}\]:?|\(\d{1,3}\)(?=\s)|\[\w\])[ \t]*(?=\S)")
_NOTE_LINE = re.compile(r"\n" + _NOTE_MARK.pattern)  # a break first: that is looked for in one pass of memchr
_MARK = re.compile(r"[¹²³⁰⁴-⁹]+|\[\^?\d{1,3}\](?!:)|\(\d{1,3}\)")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Sentence(NamedTuple):
    """One sentence, heading or list item of the plain text; a tuple, since a text has thousands."""

    start: int
    end: int


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


def sentences(text: str, joined: Iterable[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
    """Cuts a plain text into sentences.

    Args:
        text: plain text.
        joined: spans (of mentions) that no boundary may cut.

    >>> t = "Căn cứ Luật A;\\nTheo đề nghị của TP. Huế. Điều 1. Ban hành\\nkèm theo"
    >>> [t[s.start:s.end] for s in sentences(t)]
    ['Căn cứ Luật A;', 'Theo đề nghị của TP. Huế.', 'Điều 1. Ban hành\\nkèm theo']
    """
    spans = sorted(joined)
    starts = [s for s, _ in spans]
    out: list[Sentence] = []
    start = 0
    for m in _BREAK.finditer(text):
        at, after = m.span()
        if at < start:
            continue
        if text[at] == "\n":
            end = at
            if (end == start or text[end - 1] not in _CLOSED) and _goes_on(text, start, end, after):
                continue
        else:
            end = after
            may_be_short = text[at] == "." and text[at - 1] in _SHORT_ENDS and not m["more"]
            if may_be_short and _ABBREVIATION.search(text, max(0, at - 5), at):
                continue
        i = bisect_right(starts, end - 1) - 1
        if i >= 0 and spans[i][1] > end:
            continue
        if start < end and not text[start].isspace():
            out.append(Sentence(start, end))
        elif words := text[start:end].lstrip():
            out.append(Sentence(end - len(words), end))
        start = after
    if text[start:].strip():
        lead = len(text[start:]) - len(text[start:].lstrip())
        out.append(Sentence(start + lead, len(text.rstrip())))
    return tuple(out)


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Whether the line that ends at ``end`` runs on in the next one."""
    if after >= len(text):
        return False
    before = text[max(start, end - 3) : end].rstrip()
    if not before or before[-1] in _CLOSED:
        return False
    if end - start < _LONE_MOST and _LONE.fullmatch(text[start:end].strip().lower()):
        return True
    following = text[after : after + 12].lstrip()
    if following.startswith(_BEGINS):
        return False
    if _UNFINISHED.search(text, max(start, end - 14), end) and _is_wrapped(text, start, end):
        return True
    if following[:1].isupper() and following[1:2].islower() and _UNNAMED.search(text, max(start, end - 14), end):
        return True
    if text[start] in "CXTc-" and "\n\n" not in text[end:after] and _GROUND.match(text, start, end):
        line = text[after : (text.find("\n", after) + 1 or len(text) + 1) - 1]
        return not line.isupper() and _NEW_GROUND.match(line) is None
    return bool(following) and following[0].islower() and not _LETTERED.match(following)


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line that ends at ``end`` is long enough for running text, and no heading."""
    line = text[max(start, text.rfind("\n", start, end) + 1) : end]
    return len(line) > _WRAPPED and not is_heading(line)


_start = attrgetter("start")


def sentence_at(parts: tuple[Sentence, ...], at: int) -> int:
    """Index of the sentence that holds offset ``at`` (or the last one before it)."""
    return max(0, bisect_right(parts, at, key=_start) - 1)


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

    >>> t = "thực hiện Chỉ thị¹.\\n\\n¹ Kế hoạch số 5/KH-UBND.\\nhết"
    >>> n = notes(t)[0]; n.mark, t[n.start:n.end], n.calls
    ('1', 'Kế hoạch số 5/KH-UBND.', (17,))
    """
    lines = list(_NOTE_LINE.finditer(text))
    if (first := _NOTE_MARK.match(text)) is not None:
        lines.insert(0, first)
    if not lines:
        return ()
    at_line = {m.start("mark") for m in lines}
    calls: dict[str, list[int]] = {}
    for m in _MARK.finditer(text):
        if m.start() not in at_line and m.start() > 0 and text[m.start() - 1] != "\n":
            calls.setdefault(_key(m.group()), []).append(m.start())
    out = []
    for m in lines:
        key = _key(m["mark"])
        # the nearest call before the note: numbering may restart on every page
        before = [c for c in calls.get(key, ()) if c < m.start()]
        after = [c for c in calls.get(key, ()) if c > m.end()]
        use = before[-1:] or after[:1]
        if not use:
            continue
        stop = text.find("\n", m.end())
        out.append(Note(_digits(m["mark"]), tuple(use), m.end(), len(text) if stop < 0 else stop))
    return tuple(out)


def _digits(mark: str) -> str:
    return re.sub(r"[\[\]()^:]", "", mark.translate(_SUPER))


def _key(mark: str) -> str:
    kind = "s" if mark[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else mark[0]
    return kind + _digits(mark)
