"""The sentences of a text, cut only where one is asked for.

A line break ends a sentence unless the next line goes on in lower case, as lines of PDF text do; a mention that
spans a break also joins them. Most sentences of a long text hold no citation, and nobody asks for them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.normalise import RAISED, UPPER
from kg.structure import is_heading

_BREAK = re.compile(
    # of a row of dots only the first is tried: the others would fail where it fails
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?<![.!?…][.!?…])(?P<more>[.!?…]*[\"”’)\]]*)(?:[" + RAISED + r"]|\[\d{1,3}\])*"
    r"(?=\s+(?:[\"“‘(\[+-]+\s*)?[" + UPPER + r"0-9]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?<![/-])(?:TP|Tp|tp|TX|Tx|P|Q|H|TS|ThS|GS|PGS|BS|Ths|CN|KS|TT|TW|T|St|Mr|No|v\.v|VP|TM|KT|TL|TUQ|Th|số|Số)|\b\d{1,3})$"
)
_SHORT_ENDS = frozenset("PpXxQHSNTWtrsovMLhố0123456789")  # how the words of _ABBREVIATION end
_LONE = re.compile(r"(?:[-+–]\s*)?(?:căn\s+cứ(?:\s+vào)?|theo|thực\s+hiện|xét)")
_ITEM = re.compile(r"[-+•*–]|\d{1,2}[.)]|[a-zđ]\)")
_NUMERAL = re.compile(r"(?:^|\n)[ \t]*(?:[IVX]{1,5}|\d{1,2})\s*[.)]\s*$")
_LONE_MOST = 40  # a line of no more than such words, spaces round it included
# a ground is one sentence, however its lines are broken: "Theo đề nghị của Giám đốc Sở / Tư pháp tại Tờ trình …"
_GROUND = re.compile(r"[-+•* ]*(?:Căn\s+cứ(?!\s+pháp\s+lý)|Xét|Theo\s+đề\s+nghị)\s")
_NEW_GROUND = re.compile(
    r"\s*(?:[-+•*|]|Căn\s+cứ|Xét\s|Theo\s+đề|Thực\s+hiện|Trên\s+cơ|Điều\s+\d|\d+[.)]|[IVX]+[.)]|Quyết|QUYẾT|NGHỊ|CHỈ|"
    # what a court orders below its grounds
    r"(?:Hủy|Huỷ|Sửa|Bác|Chấp\s+nhận|Không\s+chấp|Đình\s+chỉ|Giữ\s+nguyên|Tuyên|Xử|Áp\s+dụng|Buộc|Công\s+nhận)\s|"
    r"[^,;]{3,60}\sban\s+hành\s)"
)
_CLOSED = ".;:!?…"
# words that end no sentence, at the end of a line that a narrow column broke
_UNFINISHED = re.compile(r"\s(?:của|về|theo|tại|bởi|và|với|trong|do|các|thực hiện|triển khai|thi hành)$")
_UNFINISHED_CAPITALS = re.compile(
    r"\s(?:CỦA|VỀ|THEO|TẠI|VÀ|VỚI|TRONG|DO|CÁC|THỰC HIỆN|TRIỂN KHAI|THI HÀNH|SỐ|NGÀY|BỞI)$"
)
# "Chương III / SỬA ĐỔI, BỔ SUNG … CỦA NGHỊ ĐỊNH SỐ 102/2020/NĐ-CP / ĐƯỢC SỬA ĐỔI BỞI NGHỊ ĐỊNH SỐ 120/2024/NĐ-CP"
_CHAPTER = re.compile(r"(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+(?:[IVXLC]+|\d{1,2}|(?:thứ|THỨ)\s+\w+)\s*[.:]?\s*\n\s*$")
_CHAPTER_WITHIN = 24
_NEXT_PART = re.compile(r"\s*(?:CHƯƠNG|MỤC|PHẦN|ĐIỀU|PHỤ LỤC)\s+(?:[IVXLC\d]+|THỨ)\b|\s*(?:[IVX]+|\d{1,2})[.)]\s")
# heads of bodies and offices, which a name follows
_UNNAMED = re.compile(
    r"\s(?:Sở|Bộ|Ban|Cục|Chi\s+cục|Tổng\s+cục|Phòng|Vụ|Giám\s+đốc|Bộ\s+trưởng|Thứ\s+trưởng|Chủ\s+tịch|Cục\s+trưởng|Vụ\s+trưởng|Luật)$"
)
_BEGINS = ("Căn cứ", "Xét ", "Theo ", "Thực hiện", "Điều ")  # what stands at the head of a line of a preamble
_WRAPPED = 45
_LETTERED = re.compile(r"[a-zđ]\s*[).]")
# What reads a sentence asks of each citation what stands round all of them: a table or a page whose lines were lost
# is one sentence of any length, and would cost the square of it.
_LONGEST = 5000
_SEAMS = ("; ", " | ", ", ", " ")


class Sentence(NamedTuple):
    """One sentence, heading or list item of the plain text; a tuple, since a text has thousands."""

    start: int
    end: int


class Sentences:
    """The sentences of a plain text.

    Behind a line that ends with a mark of its own sentence, all is cut the same whatever stands before. From one
    such line end to the next is a block, and a block is cut when one of its sentences is asked for.

    Args:
        text: plain text.
        joined: spans (of mentions) that no boundary may cut.

    >>> t = "Căn cứ Luật A;\\nTheo đề nghị của TP. Huế. Điều 1. Ban hành\\nkèm theo"
    >>> parts = Sentences(t)
    >>> [t[s.start:s.end] for s in parts]
    ['Căn cứ Luật A;', 'Theo đề nghị của TP. Huế.', 'Điều 1. Ban hành\\nkèm theo']
    >>> parts.at(20), parts.after(parts.at(0)), parts.before(parts.at(0))
    (Sentence(start=15, end=40), Sentence(start=15, end=40), None)
    """

    __slots__ = ("_begin", "_blocks", "_end", "_ends", "_known", "_now", "_starts", "_text")

    def __init__(self, text: str, joined: Iterable[tuple[int, int]] = ()) -> None:
        self._text = text
        spans = sorted(joined)
        self._starts = [s for s, _ in spans]
        self._ends = [e for _, e in spans]
        self._known: dict[int, Sentence] = {}  # by offset
        self._blocks: dict[int, tuple[int, list[Sentence]]] = {}
        self._begin, self._end = 0, 0  # the block that was asked for last, and its sentences
        self._now: list[Sentence] = []

    def at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, else the last one before it, else the first."""
        known = self._known.get(offset)
        if known is None:
            self._go(offset)
            i = bisect_right(self._now, (offset, len(self._text) + 1))
            known = self._now[i - 1] if i else self._last_before() or next(iter(self), Sentence(0, len(self._text)))
            self._known[offset] = known
        return known

    def after(self, sentence: Sentence) -> Sentence | None:
        """The next sentence."""
        self._go(sentence.start)
        i = bisect_right(self._now, sentence)
        return self._now[i] if i < len(self._now) else self._first_behind()

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before."""
        self._go(sentence.start)
        i = bisect_left(self._now, sentence)
        return self._now[i - 1] if i > 0 else self._last_before()

    def __iter__(self) -> Iterator[Sentence]:
        """All of them, in order."""
        self._go(0)
        sentence = self._now[0] if self._now else self._first_behind()
        while sentence is not None:
            yield sentence
            sentence = self.after(sentence)

    def _last_before(self) -> Sentence | None:
        """The last sentence above the block."""
        while self._begin > 0:
            self._go(self._begin - 1)
            if self._now:
                return self._now[-1]
        return None

    def _first_behind(self) -> Sentence | None:
        """The first sentence below the block."""
        while self._end < len(self._text):
            self._go(self._end)
            if self._now:
                return self._now[0]
        return None

    def _go(self, offset: int) -> None:
        """Turns to the block that holds an offset; the line breaks behind a block belong to it."""
        if self._begin <= offset < self._end:
            return
        text = self._text
        begin = self._first_break(offset) if text.startswith("\n", offset) else offset
        while (begin := text.rfind("\n", 0, begin) + 1) > 0:
            first = begin - 1 if text[begin - 2] != "\n" else self._first_break(begin - 1)
            if text[first - 1] in _CLOSED and first > 0 and not self._is_joined(first):
                break
            begin = first
        known = self._blocks.get(begin)
        if known is None:
            end = text.find("\n", begin)
            while end >= 0 and (text[end - 1] not in _CLOSED or end == 0 or self._is_joined(end)):
                end = text.find("\n", end + 1)
            end = len(text) if end < 0 else end
            while text.startswith("\n", end):
                end += 1
            known = self._blocks[begin] = end, self._cut(begin, end)
        self._begin = begin
        self._end, self._now = known

    def _first_break(self, at: int) -> int:
        """The first of the line breaks, one right behind the other, of which the last stands at an offset."""
        while at > 0 and self._text[at - 1] == "\n":
            at -= 1
        return at

    def _is_joined(self, at: int) -> bool:
        """Whether a mention goes on over a break."""
        i = bisect_left(self._starts, at)
        return i > 0 and self._ends[i - 1] > at

    def _ends_mention(self, at: int) -> bool:
        """Whether a mention ends right before an offset: "theo Nghị quyết 281. Cùng với đó"."""
        i = bisect_left(self._starts, at)
        return i > 0 and self._ends[i - 1] == at

    def _cut(self, start: int, stop: int) -> list[Sentence]:
        """The sentences of a block, none longer than one that can be read."""
        out = self._whole(start, stop)
        if all(s.end - s.start <= _LONGEST for s in out):
            return out
        return [part for s in out for part in self._parts(s)]

    def _parts(self, sentence: Sentence) -> Iterator[Sentence]:
        """A sentence that is too long in parts, cut where items of a list meet, else between words."""
        start, end = sentence
        while end - start > _LONGEST:
            at = next(filter(None, (self._seam(seam, start) for seam in _SEAMS)), self._behind(start + _LONGEST))
            if at >= end:
                break
            yield Sentence(start, at)
            start = end - len(self._text[at:end].lstrip())
        yield Sentence(start, end)

    def _seam(self, seam: str, start: int) -> int:
        """Where the last mark of a kind in reach of a start ends, its space left out; 0 where mentions hold all."""
        at = start + _LONGEST
        while (at := self._text.rfind(seam, start + _LONGEST // 2, at)) >= 0:
            if not self._is_joined(at + len(seam) - 1):
                return at + len(seam) - 1
        return 0

    def _behind(self, at: int) -> int:
        """An offset, or the end of the mention that goes on over it."""
        return self._ends[bisect_left(self._starts, at) - 1] if self._is_joined(at) else at

    def _whole(self, start: int, stop: int) -> list[Sentence]:
        """The sentences of a block, as long as they are."""
        text, starts, ends = self._text, self._starts, self._ends
        out: list[Sentence] = []
        for m in _BREAK.finditer(text, start):
            at, after = m.span()
            if at >= stop:
                break
            if text[at] == "\n":
                end = at
                if (end == start or text[end - 1] not in _CLOSED) and _goes_on(text, start, end, after):
                    continue
            else:
                end = after
                may_be_short = text[at] == "." and text[at - 1] in _SHORT_ENDS and not m["more"]
                may_be_short = may_be_short and not self._ends_mention(at)
                if may_be_short and _ABBREVIATION.search(text, max(0, at - 5), at):
                    continue
            if (i := bisect_left(starts, end)) and ends[i - 1] > end:  # a mention goes on over it
                continue
            if start < end and not text[start].isspace() and not text[end - 1].isspace():
                out.append(Sentence(start, end))
            elif words := text[start:end].lstrip():  # a line may end with spaces: "Căn cứ A; "
                out.append(Sentence(end - len(words), end - len(words) + len(words.rstrip())))
            start = after
        rest = text[start:stop].lstrip()
        if words := rest.rstrip():
            out.append(Sentence(stop - len(rest), stop - len(rest) + len(words)))
        return out


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Whether the line that ends at ``end`` runs on in the next one."""
    if after >= len(text):
        return False
    before = text[max(start, end - 3) : end].rstrip()
    if not before or before[-1] in _CLOSED:
        return False
    following = text[after : after + 12].lstrip()
    if end - start < _LONE_MOST and _LONE.fullmatch(text[start:end].strip().lower()):
        return not (_ITEM.match(following) and _is_titled(text, start, end))
    if following.startswith(_BEGINS):
        return False
    if _UNFINISHED.search(text, max(start, end - 14), end) and _is_wrapped(text, start, end):
        return True
    if following[:2].isupper() and _UNFINISHED_CAPITALS.search(text, max(start, end - 14), end):
        last = max(start, text.rfind("\n", start, end) + 1)
        return "\n\n" not in text[end:after] and text[last:end].isupper()
    if text.startswith("SỬA ĐỔI", start) and _is_chapter_heading(text, start, end, after):
        return True
    if following[:1].isupper() and following[1:2].islower() and _UNNAMED.search(text, max(start, end - 14), end):
        return True
    if text[start] in "CXTc-" and "\n\n" not in text[end:after] and _GROUND.match(text, start, end):
        line = text[after : (text.find("\n", after) + 1 or len(text) + 1) - 1]
        return not line.isupper() and _NEW_GROUND.match(line) is None
    return bool(following) and following[0].islower() and not _LETTERED.match(following)


def _is_chapter_heading(text: str, start: int, end: int, after: int) -> bool:
    """Whether the next line goes on with the heading of a chapter that amends an act, all of it in capitals."""
    if _CHAPTER.search(text, max(0, start - _CHAPTER_WITHIN), start) is None or "\n\n" in text[end:after]:
        return False
    line = text[after : (text.find("\n", after) + 1 or len(text) + 1) - 1]
    return line.isupper() and text[start:end].isupper() and _NEXT_PART.match(line) is None


def _is_titled(text: str, start: int, end: int) -> bool:
    """Whether a lone "CĂN CỨ" is the heading of the list below it: in capitals, or behind a figure."""
    return text[start:end].isupper() or _NUMERAL.search(text, max(0, start - 8), start) is not None


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line that ends at ``end`` is long enough for running text, and no heading."""
    line = text[max(start, text.rfind("\n", start, end) + 1) : end]
    return len(line) > _WRAPPED and not is_heading(line)


def in_closed_bracket(low: str, at: int, end: int, *, reach: int) -> bool:
    """Whether a place stands in a bracket that is closed before an end: what is told aside.

    Args:
        low: low plain text.
        at: the place, a code point of it.
        end: up to where the bracket must be closed.
        reach: code points before the place within which it must be opened.

    >>> low = "a (được bổ sung theo b) hết hiệu lực"
    >>> in_closed_bracket(low, low.index("b)"), len(low), reach=60)
    True
    >>> in_closed_bracket(low, len(low), len(low), reach=60)
    False
    """
    opened = low.rfind("(", max(0, at - reach), at)
    return opened >= 0 and low.find(")", opened, at) < 0 and low.find(")", at, end) >= 0
