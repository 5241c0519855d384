"""Paragraphs that a narrow column broke into lines are whole again.

Pages and PDF files reach us with their lines as they were set. A Vietnamese name begins with a capital wherever it
stands, so a line that begins with one tells nothing by itself: "… của Ủy ban nhân dân tỉnh Quảng / Nam triển khai …".
What tells is the column: where most lines run on in small letters, one that is as wide as they are, and ends no
sentence, runs on too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.normalise import RAISED, UPPER, Plain, fold_tone, lower
from kg.typewords import type_slug

_CLOSED = ".;:!?…"
_LONGEST_LINES = 160  # on average: longer lines are paragraphs
_SURE_LINES = 4
_SURE_SHARE = 10  # at least one line in so many runs on in small letters
_NARROWEST = 30
_FULL = 0.6  # a line as long as this part of the column can be full
_INDENT = 8  # spaces round a line
_NEARLY = 0.9  # letters differ in width
# where a line may run on: no sentence ends before it, no item begins ("a)", "b.")
_SMALL_LETTER = re.compile(rf"\n(?<![{_CLOSED}]\n)[ \t]*(?=[a-zà-ỹ])(?![a-zđ][ \t]*[.)])")
_NOTE = re.compile(r"[" + RAISED + r"]|\[\^?\d{1,3}\]|\(\d{1,3}\)\s")
_ITEM = re.compile(
    r"[-+•*|\[]|\(\s*[\da-zđ]{1,2}\s*\)|\d{1,3}(?:\.\d{1,3})*\s*[.)]|\d{1,4}\s*$|[a-zđ]\s*[.)]|[IVXLC]{1,5}\s*[.)/-]|Điều\s+\d+[a-zđ]?\s*[.:]"
    r"|(?:Căn\s+cứ|Xét|Theo\s+đề|Thực\s+hiện|Nơi\s+nhận|Kính\s+gửi|Phần|Chương|Mục|Phụ\s+lục|Số|TM|T/M|KT|TL|V/v)(?!\w)"
    r"|[" + RAISED + r"]"
)
# the words of a heading that a cell breaks: "QUYẾT / ĐỊNH", "VỀ / VIỆC BAN HÀNH QUY CHẾ", "BAN / HÀNH KÈM THEO"
_ONE_SYLLABLE = re.compile(
    rf"(?<![^\n])[ \t|]*(?P<first>[{UPPER}]{{2,6}})(?P<at>[ \t]*\n)[ \t]*(?P<next>[{UPPER}]{{2,6}})(?!\w)"
)
_OF_TITLES = frozenset(("về việc", "ban hành", "phê duyệt", "quy định", "hướng dẫn", "sửa đổi", "bãi bỏ", "thành lập"))
_HEADINGS_WITHIN = 3000
# numbers under one name of a type run on: "các Nghị định của Chính phủ: / số 5/2018/NĐ-CP …; / số 6/2018/NĐ-CP"
_NEXT_NUMBER = re.compile(r"\n[ \t]*(?=số\s{1,3}\d{1,5}[ \t]*/)")


def unwrapped(p: Plain) -> Plain:
    """The plain text with a space for each line break inside a paragraph, of the same length.

    Args:
        p: the plain text.

    Returns:
        The same object where lines are paragraphs.

    >>> from kg.normalise import plain
    >>> column = '''Thực hiện Kế hoạch số 5/KH-UBND của Ủy ban nhân
    ... dân tỉnh về công tác dân vận của chính quyền và các
    ... cơ quan trong năm, Ủy ban nhân dân huyện Văn
    ... Chấn ban hành Kế hoạch triển khai tại các xã, thị
    ... trấn với những nội dung cụ thể như sau đây và các
    ... phụ lục.
    ... Kết quả gửi về Phòng Nội vụ.'''
    >>> unwrapped(plain(column)).text.count(chr(10))
    1
    """
    cut = sorted({*_in_headings(p), *_in_lists(p.text)})
    p = p.joined(cut) if cut else p
    text = p.text
    breaks = text.count("\n")
    if breaks < _SURE_LINES or len(text) > _LONGEST_LINES * (breaks + 1):
        return p
    least = max(_SURE_LINES, breaks / _SURE_SHARE)
    if sum(1 for _ in _SMALL_LETTER.finditer(text)) < least:
        return p
    lines = _lines(text)
    full = sorted(len(before) for _, before, after in lines if _runs_on_surely(before, after))
    if len(full) < least:
        return p
    column = full[9 * len(full) // 10]
    joined = _joined(lines, column) if column >= _NARROWEST else []
    return p.joined(joined) if joined else p


def _in_lists(text: str) -> Iterator[int]:
    """The breaks before a number that goes on with a list under one name of a type."""
    for m in _NEXT_NUMBER.finditer(text):
        before = m.start() - 1
        while before >= 0 and text[before] in " \t":
            before -= 1
        if before >= 0 and text[before] in ":;,":
            yield m.start()


def _in_headings(p: Plain) -> Iterator[int]:
    """The breaks inside the name of a type, or the first two syllables of a title, in capitals."""
    at = 0
    while (m := _ONE_SYLLABLE.search(p.text, at, _HEADINGS_WITHIN)) is not None:
        words = fold_tone(lower(f"{m['first']} {m['next']}"))
        alone = p.text[m.end() : m.end() + 1] in ("", "\n", "|") or p.text[m.end() :].lstrip(" \t")[:1].isupper()
        if alone and (words in _OF_TITLES or type_slug(words) is not None):
            yield m.end("at") - 1
        at = m.end("at")


def _lines(text: str) -> list[tuple[int, str, str]]:
    """The line breaks between two lines: offset, and the lines."""
    out = []
    start, end = 0, text.find("\n")
    while end >= 0:
        after = text.find("\n", end + 1)
        first = text[start:end].strip()
        second = text[end + 1 : after if after >= 0 else len(text)].strip()
        if first and second:
            out.append((end, first, second))
        start, end = end + 1, after
    return out


def _joined(lines: list[tuple[int, str, str]], column: int) -> list[int]:
    """The breaks inside paragraphs. Of a footnote, which is one paragraph, also those behind a semicolon."""
    out: list[int] = []
    in_note = False
    for at, before, after in lines:
        begins = not out or at - len(before) > out[-1] + 1 + _INDENT
        in_note = _NOTE.match(before) is not None or (in_note and not begins)
        if _runs_on(before, after, column) or (in_note and before[-1] == ";" and _is_full(before, after, column)):
            out.append(at)
    return out


def _runs_on_surely(before: str, after: str) -> bool:
    return before[-1] not in _CLOSED and after[0].islower() and not _ITEM.match(after)


def _runs_on(before: str, after: str, column: int) -> bool:
    """Whether a line that ends no sentence runs on in the next one."""
    if before[-1] in _CLOSED or before.isupper() or _ITEM.match(after) or "|" in before or "\t" in before:
        return False
    return after[0].islower() or (not after.isupper() and _is_full(before, after, column))


def _is_full(before: str, after: str, column: int) -> bool:
    """Whether the first word of the next line had no place in a line."""
    word = after.split(maxsplit=1)[0]
    return len(before) >= _FULL * column and len(before) + 1 + len(word) > _NEARLY * column
