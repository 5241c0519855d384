"""New wording that a text gives to another act: "Sửa đổi Điều 9 Thông tư A như sau: “… Điều 5 Thông tư này”".

What stands in it is said by the act amended: "Thông tư này" is that act, and nothing in it is done by the text that
amends. So with provisions of an act that a note quotes. Marks of quotation that nobody closed end where the text goes
on to its next change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found

_AMENDS_IT = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:\s*,\s*(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\s(?:[^“”\n;]{0,200}\s)?$"
)
_NEXT_CHANGE = re.compile(
    r"[\n.;\"]\s*(?:điều\s+\d{1,3}\s*[.:]|\d{1,2}[.)]|[a-zđ]\))\s*(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|tổ\s+chức\s+thực\s+hiện|"
    r"(?:điều\s+khoản|hiệu\s+lực|trách\s+nhiệm)\s+thi\s+hành|điều\s+khoản\s+chuyển\s+tiếp)(?!\w)"
)
_HAS_CHANGED_IT = re.compile(
    r"được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[^.;:\n“”]{0,60}?\s(?:tại|theo|bởi)\s[^.;:\n“”]{0,60}$"
)
_TAKES_EFFECT = re.compile(r"\s+(?:này\s+)?(?:có\s+)?hiệu\s+lực")
_OWN_ARTICLE = re.compile(r"\n[ \t]*điều\s+\d{1,3}\s*[.:]")
_STRAIGHT = re.compile(r"(?<!\w)sau\s*:\s*$")  # marks typed straight are those of new wording behind "như sau:"
_WORDING = 4000  # code points of new wording, from its quotation mark on


def in_wording(low: str, at: int) -> bool:
    """Whether a mark of quotation is open.

    >>> t = "như sau: “điều 5 nghị định này”. nghị định này có hiệu lực"
    >>> in_wording(t, t.index("nghị định này")), in_wording(t, t.rindex("nghị định này"))
    (True, False)
    """
    return _opened(low, at) >= 0


def _opened(low: str, at: int) -> int:
    """The mark of quotation that is open at an offset, with no further change behind it; -1 where none is."""
    begin = max(0, at - _WORDING)
    opened = low.rfind("“", begin, at)
    if opened < 0:
        mark = low.rfind('"', begin, at)
        while mark >= 0 and _STRAIGHT.search(low, max(begin, mark - _LEAD), mark) is None:
            mark = low.rfind('"', begin, mark)
        opened = mark
        # marks are mixed, and nobody closes them where a line begins with an article of the text itself
        if opened < 0 or low.count('"', opened + 1, at) % 2 or low.find("”", opened, at) >= 0:
            return -1
        if _OWN_ARTICLE.search(low, opened, at):
            return -1
    elif low.rfind("”", opened, at) >= 0 or low.count('"', opened, at) % 2:
        return -1
    return -1 if _NEXT_CHANGE.search(low, opened, at) else opened


def _in_bracket(low: str, begin: int, at: int) -> bool:
    """Whether a bracket is open: "Sửa đổi khoản 2 Điều 25 (đã được sửa đổi tại Nghị định B) như sau:"."""
    opened = low.rfind("(", begin, at)
    return opened >= 0 and low.find(")", opened, at) < 0 and low.find("\n", opened, at) < 0


def act_amended(
    found: Sequence[Found], targets: Sequence[str | None], those: list[int], f: Found, low: str
) -> str | None:
    """The document of the act whose new wording says "Thông tư này", where a citation stands in such wording.

    Args:
        found: the citations of a text, in order.
        targets: for each its document, where it is known.
        those: indices of the citations before ``f`` of its type that have one.
        f: "Thông tư này".
        low: the low text.
    """
    opened = -1 if _TAKES_EFFECT.match(low, f.end) else _opened(low, f.start)
    if opened < 0:
        return None
    begin = max(0, f.start - _WORDING)
    outside = [
        j
        for j in those
        if begin <= found[j].start < opened
        and found[j].kind != "back"
        and low.rfind("“", begin, found[j].start) <= low.rfind("”", begin, found[j].start)
        and not _in_bracket(low, begin, found[j].start)
    ]
    line = low.rfind("\n", 0, found[outside[-1]].start) + 1 if outside else 0
    first = next((j for j in outside if found[j].start >= line), None)
    if first is None or not _AMENDS_IT.search(low, line, found[first].start):
        return None
    # "Điều 16 Nghị định A được sửa đổi tại Điều 12 Nghị định này": what changes A is not A
    last = next((j for j in reversed(those) if found[j].kind != "back" and found[j].head_end <= f.start), first)
    its_change = targets[last] == targets[first] and _HAS_CHANGED_IT.search(low, found[last].head_end, f.start)
    return None if its_change else targets[first]


# "[4] Điều 2 của Thông tư A quy định như sau: “Điều 2. Thông tư này có hiệu lực …”"
_SAYS_SO = re.compile(r"\s(?:quy\s+định|ghi|nêu)(?:\s+(?:như\s+sau|rõ|là))*\s*:\s*\n?\s*$")
_LEAD = 40  # code points before a mark of quotation


def act_quoted(
    found: Sequence[Found], targets: Sequence[str | None], those: list[int], f: Found, low: str
) -> str | None:
    """The document of the act whose words a note quotes, where a citation "Thông tư này" stands in them.

    Args:
        found, targets, those, f, low: as for :func:`act_amended`.
    """
    opened = _opened(low, f.start)
    if opened < 0 or _SAYS_SO.search(low, max(0, opened - _LEAD), opened) is None:
        return None
    # the first of its clause: further ones stand in its title
    line = low.rfind("\n", 0, low.rfind(":", 0, opened)) + 1
    begin = max(line, low.rfind(". ", line, opened))
    first = next((j for j in those if begin <= found[j].start < opened and found[j].kind != "back"), None)
    return targets[first] if first is not None else None
