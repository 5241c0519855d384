"""What the pages of a printed text add to it is taken out: the running head of the Official Gazette, the block of a
digital signature, the number of a page within a sentence.

A PDF file gives it in the midst of the sentence or list that the page break cuts: "… trong hoạt động thủy sản. / CÔNG
BÁO/Số 59 + 60/Ngày 15-01-2022 93 / 2. Chỉ thị số …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.normalise import Plain

_BLANK = r"(?:[ \t]*\n)*"
_NUMBER = r"(?:[ \t]*\d{1,4}[ \t]*\n)"
_GAZETTE = re.compile(
    rf"(?<![^\n])[ \t]*(?:\d{{1,4}}[ \t]+)?công\s+báo[ \t]*/[ \t]*số\s[\d \t+]{{1,40}}"
    r"/[ \t]*ngày[ \t]*\d{1,2}[-/]\d{1,2}[-/]\d{4}"
    rf"(?:[ \t]+\d{{1,4}})?[ \t]*(?=\n|$)(?:\n{_BLANK}{_NUMBER}(?=[ \t]*\n))?"
)
_SIGNED = re.compile(
    r"(?<![^\n])[ \t]*người\s+ký:[^\n]*"
    r"(?:\n[ \t]*(?:email|cơ\s+quan|tổ\s+chức|thời\s+gian\s+ký|chức\s+vụ|lý\s+do|vị\s+trí):[^\n]*){2,5}(?=\n|$)"
)
# a page ends within a sentence: "… ngày 28 tháng / 1 / 8 năm 2023", "… của Bộ / 12 / trưởng Bộ Y tế"
_PAGE = re.compile(
    r"(?<=[^\s.;:!?…|\n])[ \t]*\n(?:[ \t]*\n)*[ \t]*(?:[-–][ \t]*)?\d{1,3}[ \t]*(?:[-–][ \t]*)?\n(?:[ \t]*\n)+[ \t]*"
    r"(?=[a-zà-ỹ]{2}|\d{1,2}\s+(?:tháng|năm)\s+\d|năm\s+\d{4})"
)
# … or within a number: "Nghị định số / 1 / 73/2024/NĐ-CP", "số 33/NQ- / 2 / HĐND"
_IN_NUMBER = re.compile(
    r"(?:(?<= số)(?P<whole>)|(?<=\d/[a-zđ]{2}-)|(?<=\d/[a-zđ]{4}-)|(?<=\d/\d{4}/))"
    r"[ \t]*\n(?:[ \t]*\n)*[ \t]+(?:[-–][ \t]*)?\d{1,3}[ \t]*(?:[-–][ \t]*)?"
    r"\n(?:[ \t]*\n)*[ \t]*(?=(?(whole)\d{1,5}[a-zđ]?/[\da-zđ]|[a-zđ]{2,}))"
)


def unpaged(p: Plain) -> Plain:
    r"""The plain text, of the same length, with spaces and one line break for what a page break put into it.

    >>> from kg.normalise import plain
    >>> p = plain("của Bộ\n \n93\nCÔNG BÁO/Số 59 + 60/Ngày 15-01-2022\n \ntrưởng")
    >>> q = unpaged(p)
    >>> " ".join(q.text.split()), len(q.text) == len(p.text)
    ('của Bộ trưởng', True)
    """
    spans = sorted(_furniture(p.low))
    if not spans:
        return p
    text, low = list(p.text), list(p.low)
    for begin, end in spans:
        for at in range(begin, end):
            text[at] = low[at] = " "
        if not _runs_on(p.text, begin, end):
            text[begin] = low[begin] = "\n"
    return p.with_forms("".join(text), "".join(low))


def _furniture(low: str) -> Iterator[tuple[int, int]]:
    """Where what a page adds stands, with the empty lines round it."""
    for word, pattern in (("công báo", _GAZETTE), ("người ký:", _SIGNED)):
        if word in low:
            for m in pattern.finditer(low):
                yield _before(low, m.start(), numbered=word == "công báo"), _behind(low, m.end())
    for m in (*_PAGE.finditer(low), *_IN_NUMBER.finditer(low)):
        yield m.start(), m.end()


_PAGE_NUMBER = 4  # digits of the number of a page


def _before(low: str, at: int, *, numbered: bool) -> int:
    """Where the empty lines before a line begin, and the number of the page that may stand among them."""
    begin = _blank_before(low, at)
    line = low.rfind("\n", 0, begin) + 1
    number = low[line:begin].strip()
    if numbered and number.isdecimal() and len(number) <= _PAGE_NUMBER:
        return _blank_before(low, line)
    return begin


def _blank_before(low: str, at: int) -> int:
    """The end of the last line before a place that holds anything."""
    while at > 0 and low[at - 1] in " \t\n":
        at -= 1
    return at


_EMPTY = re.compile(r"(?:\n[ \t]*(?=\n|$))*\n?")


def _behind(low: str, at: int) -> int:
    """Where the empty lines behind a place end."""
    m = _EMPTY.match(low, at)
    assert m is not None  # it matches nothing at least
    return m.end()


def _runs_on(text: str, begin: int, end: int) -> bool:
    """Whether a line runs on behind what is taken out."""
    before, after = text[:begin].rstrip(), text[end : end + 40].lstrip()
    return bool(before) and before[-1] not in ".;:!?" and after[:1].islower()
