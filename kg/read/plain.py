"""Plain text and Markdown: the text is what the file holds, character for character.

Markdown is not rendered: its marks are part of the text, so that offsets lead back into the file.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"^\s{0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_HEAD = 20_000


def markdown_title(text: str) -> str | None:
    """The first heading near the top of a Markdown text, without its marks.

    >>> markdown_title("mở đầu\\n\\n# Kế hoạch *năm 2021*\\n")
    'Kế hoạch năm 2021'
    """
    found = _HEADING.search(text, 0, _HEAD)
    return re.sub(r"[*_`]+", "", found.group(1)).strip() or None if found else None
