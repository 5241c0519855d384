"""A paper that was pasted into a page without its letterhead: the page's headline names its type and its body.

"Kế hoạch của UBND phường An Cựu triển khai thực hiện Nghị quyết số 71-NQ/TW …" as a line of its own, and below it "…,
UBND phường An Cựu xây dựng kế hoạch với những nội dung chính sau:". News has such headlines too; but news says of the
paper which number it has, and does not go on with what it orders, so that the body has to issue a paper of that type
without a number, and its contents have to follow.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.normalise import Plain
from kg.phrases import Phrase, read_phrase
from kg.titleblock import clean
from kg.typewords import type_slug, type_table

_HEAD = 1500
_OPENING = 3000
_MOST = 300  # letters of a headline
_TITLE = re.compile(
    r"\s+(?=(?:về|v/v|triển\s+khai|thực\s+hiện|tiếp\s+tục|tổ\s+chức|tăng\s+cường|phê\s+duyệt)\s)(?:về\s+(?:việc\s+)?)?"
)
_ISSUES = r"\s+(?:đã\s+)?(?:xây\s+dựng(?:\s+và\s+ban\s+hành)?|ban\s+hành)\s+"
_CONTENTS = r"(?!\s*(?:số\s*)?\d)[^.;:\n\d]{0,120}?(?:sau(?:\s+đây)?|cụ\s+thể|như\s+sau)\s*:"


class Pasted(NamedTuple):
    """What the headline of a page says of the paper below it."""

    type: str
    phrase: Phrase
    title: str | None
    title_span: tuple[int, int]


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(rf"(?m)^[ \t#*]*(?P<type>{type_table()[0]})[ \t]+của[ \t]+(?=\w)")


def pasted_paper(p: Plain) -> Pasted | None:
    """The paper that a page shows under a headline, None where it tells of one.

    Args:
        p: a text without number and type line of its own.

    >>> from kg.normalise import plain
    >>> t = "Kế hoạch của UBND phường An Cựu thực hiện Nghị quyết A\\nUBND phường An Cựu xây dựng kế hoạch như sau:"
    >>> paper = pasted_paper(plain(t)); paper.type, paper.phrase.proper, paper.title
    ('ke-hoach', 'An Cựu', 'thực hiện Nghị quyết A')
    """
    for m in _headline().finditer(p.low, 0, _HEAD):
        end = p.low.find("\n", m.end())
        if end < 0 or end - m.start() > _MOST or not p.text[m.start("type")].isupper() or p.low[end - 1] in ".;:,":
            continue
        phrase = read_phrase(p.text, p.low, m.end())
        title = _TITLE.match(p.low, phrase.end, end) if phrase is not None else None
        kind = type_slug(m["type"])
        if phrase is None or title is None or kind is None:
            continue
        issues = re.compile(f"{_ISSUES}{re.escape(m['type'])}(?!\\w){_CONTENTS}")
        for act in issues.finditer(p.low, end, end + _OPENING):
            if _ends_with(p, phrase, act.start()):
                return Pasted(kind, phrase, clean(p.text[title.end() : end]), (title.end(), end))
    return None


_WORD = re.compile(r"(?<!\w)\w")


def _ends_with(p: Plain, body: Phrase, end: int) -> bool:
    """Whether the words before ``end`` name a body: the same one as the headline, which may say its place."""
    for m in _WORD.finditer(p.low, max(0, end - 90), end):
        phrase = read_phrase(p.text, p.low, m.start()) if p.text[m.start()].isupper() else None
        if phrase is not None and phrase.end == end and phrase.base is body.base:
            return phrase.proper in (None, body.proper) and phrase.place in (None, body.place)
    return False
