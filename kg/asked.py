"""The body that a proposal asks to change a paper, which is its own: "Đề nghị UBND tỉnh sửa đổi Quyết định …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.found import Found
from kg.normalise import Plain
from kg.phrases import Phrase, read_phrase

_ASKS = re.compile(r"(?<!\w)(?:đề|kiến)\s+nghị\s+")
_TO_CHANGE = re.compile(
    r"\s+(?:(?:sớm|xem\s+xét|nghiên\s+cứu|tiếp\s+tục|kịp\s+thời|quan\s+tâm|rà\s+soát)\s*,?\s+)*"
    r"(?P<verb>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|điều\s+chỉnh)(?!\w)[^;.:\n]{0,90}"
)
# "bổ sung kinh phí thực hiện Kế hoạch A" asks to change nothing in A
_FOR = re.compile(
    r"(?<!\w)(?:thực\s+hiện|triển\s+khai|theo|để|nhằm|cho|kinh\s+phí|ngân\s+sách|dự\s+toán|biên\s+chế|nguồn|vốn|phù\s+hợp|vào)(?!\w)"
)
_ABOVE = re.compile(r"\s+(?:đã\s+)?(?:nêu|nói|kể)\s+trên(?!\w)")
_NUMBER = re.compile(r"\d\s?[/-]\s?[\da-zđ]")


def asked_to_change(p: Plain, start: int, end: int, codes: Collection[str]) -> Phrase | None:
    """The body that is asked to change the paper: "Đề nghị UBND tỉnh xem xét sửa đổi khoản 2 Điều 5 Quyết định …".

    Of a paper "nêu trên" what stands above tells whose it is.

    Args:
        p, start, end: the text, and where the citation of the paper begins and ends.
        codes: registers that its number may belong to.

    >>> from kg.normalise import plain
    >>> p = plain("Đề nghị UBND tỉnh xem xét sửa đổi Điều 5 Quyết định số 21/2022/QĐ-UBND")
    >>> start = p.low.index("quyết định")
    >>> asked_to_change(p, start, len(p.low), {"ubnd"}).unit
    'tinh'
    """
    if _ABOVE.match(p.low, end):
        return None
    for m in reversed(list(_ASKS.finditer(p.low, max(0, start - 200), start))):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is None or phrase.base.series not in codes:
            return None
        asked = _TO_CHANGE.fullmatch(p.low, phrase.end, start)
        if asked is None or _NUMBER.search(p.low, phrase.end, start) or _FOR.search(p.low, asked.end("verb"), start):
            return None
        return phrase
    return None


def beyond_pointers(p: Plain, found: Sequence[Found]) -> tuple[Found, ...]:
    """Citations with the head ending behind "nêu trên": "Chỉ thị A nêu trên được thay thế bởi B" says it of A."""
    return tuple(f._replace(head_end=m.end()) if (m := _ABOVE.match(p.low, f.head_end)) else f for f in found)
