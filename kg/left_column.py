"""The left column of a letterhead, without the right one, which plain text interleaves with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.normalise import UPPER, Plain

RIGHT_COLUMN = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|việt\s+nam\s+dân\s+chủ\s+cộng\s+h(?:òa|oà)|độc\s+lập\s*-\s*tự\s+do\s*-\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam|[-_=*]{2,}",
    re.IGNORECASE,
)
_PLACE_COLUMN = re.compile(
    rf"(?:^|(?<=\s\s)|(?<=[\t|]))[ \t|]*[{UPPER}][\w.'’ \-]{{1,40}}?\s*,\s*[Nn]g[àa]y\s*(?=[\d.…_ ]).*"
)


def left_lines(p: Plain, begin: int, stop: int, *, capitals_only: bool = False) -> list[tuple[str, str]]:
    """The lines of a letterhead and their low forms, without place and day.

    Args:
        p, begin, stop: the text and the offsets of its letterhead.
        capitals_only: whether only lines in capitals count: running text of a page is no letterhead.
    """
    lines = list(zip(p.text[begin:stop].split("\n"), p.low[begin:stop].split("\n"), strict=True))
    if capitals_only:
        lines = [line for line in lines if line[0].isupper()]
    return [cut(_PLACE_COLUMN.finditer(text), text, low) if "gày" in low else (text, low) for text, low in lines]


def in_one_line(left: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The lines of a left column as one line, and its low form."""
    lines = list(left)
    text, low = (re.sub(r"[\t|]+", " ", " ".join(part)) for part in zip(*lines, strict=True)) if lines else ("", "")
    return cut(RIGHT_COLUMN.finditer(low), text, low)


def cut(spans: Iterable[re.Match[str]], text: str, low: str) -> tuple[str, str]:
    """A text and its low form without some spans."""
    for m in reversed(list(spans)):
        text, low = f"{text[: m.start()]} {text[m.end() :]}", f"{low[: m.start()]} {low[m.end() :]}"
    return text, low


def capitals(text: str) -> str:
    """A line in capitals as running text prints it, so that proper names can be told: same length.

    >>> capitals("SỞ Y TẾ TỈNH SƠN LA")
    'Sở Y Tế Tỉnh Sơn La'
    """
    out = "".join(w.capitalize() if w.isupper() and len(w) > 1 else w for w in re.split(r"(\s+)", text))
    return out if len(out) == len(text) else text
