"""Provisions cited with a document: ``điểm a khoản 2 Điều 19 của …``, lists and ranges of them.

The order of drafting (Decree 78/2025/NĐ-CP and its forerunners): point, clause, article, section, chapter,
part, then the document. The reading goes backwards from the mention, within its clause only.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.models import Provision

_LEVELS = {
    "điểm": "diem",
    "khoản": "khoan",
    "điều": "dieu",
    "mục": "muc",
    "chương": "chuong",
    "phần": "phan",
    "phụ lục": "phu_luc",
    "tiểu mục": "muc",
    "đoạn": "doan",
    "tiết": "diem",
    "gạch đầu dòng": "doan",
}
_ORDER = ("phu_luc", "phan", "chuong", "muc", "dieu", "khoan", "diem")
_VALUE = r"(?:\d{1,4}(?:\.\d{1,3})*[a-zđ]{0,2}|[ivxlc]{1,6}|thứ\s+\w+|[a-zđ](?:\d{1,2})?)"
_LEVEL = r"(?:điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục|tiết|đoạn|gạch đầu dòng)"
_JOIN = r"(?:\s*(?:,|;|và|hoặc|đến|-)\s*)"
_ITEM = rf"{_LEVEL}\s+(?:thứ\s+)?{_VALUE}(?!\w)(?:{_JOIN}{_VALUE}(?![\w/.]))*"
_BEFORE = re.compile(
    rf"(?<!\w)(?P<list>{_ITEM}(?:(?:\s*(?:,|;|và|hoặc|của|thuộc|tại|đến)\s*|\s+){_ITEM})*)"
    r"(?:\s*,)?\s*(?:(?:của|tại|thuộc|trong|ban hành kèm theo|kèm theo)\s+)?(?:các\s+)?$"
)
_ONE = re.compile(rf"(?<!\w)(?P<level>{_LEVEL})\s+(?P<values>(?:thứ\s+)?{_VALUE}(?!\w)(?:{_JOIN}{_VALUE}(?![\w/.]))*)")
_SPLIT = re.compile(r"\s*(?:,|;|và|hoặc)\s*")
_RANGE = re.compile(r"^(\d{1,4})\s*(?:đến|-)\s*(\d{1,4})$")
WINDOW = 400


def before(low: str, at: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions that stand right before a mention, and where their phrase starts.

    Args:
        low: low plain text.
        at: start of the mention.

    Returns:
        Provisions in the order of print, largest level set on each; and the start of the phrase
        (``at`` itself when there is none).

    >>> before("theo điểm a, b khoản 2 và khoản 4 điều 19 của ", 46)[0][0].as_dict()
    {'dieu': '19', 'khoan': '2', 'diem': 'a'}
    >>> [p.as_dict() for p in before("tại điều 5, điều 7 ", 19)[0]]
    [{'dieu': '5'}, {'dieu': '7'}]
    >>> before("thực hiện ", 10)
    ((), 10)
    """
    begin = max(0, at - WINDOW)
    window = low[begin:at]
    cut = max(window.rfind("\n\n"), window.rfind(". "), window.rfind(": "))
    if cut >= 0:
        begin, window = begin + cut + 1, window[cut + 1 :]
    m = _BEFORE.search(window)
    if m is None:
        return (), at
    return read_list(m["list"]), begin + m.start()


def read_list(phrase: str) -> tuple[Provision, ...]:
    """The provisions of a phrase such as ``điểm a, b khoản 2 điều 19 và điều 20``.

    A smaller provision belongs to the next larger one that follows it. Ranges are written out up to
    fifty members.

    >>> [p.as_dict() for p in read_list("khoản 1, 3 điều 5; điều 7 đến 9")]
    [{'dieu': '5', 'khoan': '1'}, {'dieu': '5', 'khoan': '3'}, {'dieu': '7'}, {'dieu': '8'}, {'dieu': '9'}]
    """
    done: list[Provision] = []
    waiting: list[Provision] = []
    for m in _ONE.finditer(phrase):
        level = _LEVELS[" ".join(m["level"].split())]
        if level == "doan":
            continue
        values = [v for part in _SPLIT.split(m["values"]) for v in _expand(part.strip()) if v]
        rank = _ORDER.index(level)
        below = [p for p in waiting if _smallest(p) > rank and getattr(p, level) is None]
        apart = [p for p in waiting if p not in below]
        if below and len(values) >= 1:
            # "khoản 2, khoản 4 Điều 19": all waiting smaller ones belong to the first value
            done += apart
            waiting = [replace(p, **{level: values[0]}) for p in below]
            waiting += [Provision(**{level: v}) for v in values[1:]]
        else:
            waiting += [Provision(**{level: v}) for v in values]
    return tuple(dict.fromkeys(done + waiting))


def _smallest(p: Provision) -> int:
    """Rank of the largest level that is set: a provision is complete below it."""
    return min(_ORDER.index(k) for k in p.as_dict())


def _expand(value: str) -> list[str]:
    m = _RANGE.match(value)
    if m and 0 < int(m[2]) - int(m[1]) <= 50:
        return [str(i) for i in range(int(m[1]), int(m[2]) + 1)]
    return [re.sub(r"^thứ\s+", "", value)]
