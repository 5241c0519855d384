"""Text inside XML: escaped, and without what XML 1.0 cannot hold at all."""

from __future__ import annotations

import re
from typing import Final

# XML 1.0 has no way to write these at all, not even escaped.
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A reader would change these (line ends, tabs in attributes), or nobody would see them on a screen.
_SPECIAL: Final = re.compile(
    "[&<>\"\t\n\r\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_NAMED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def xml_text(value: str) -> str:
    """A string for the content of an element or for an attribute in double quotes.

    What XML cannot hold (most control characters) becomes U+FFFD; what is invisible or turns the direction of
    writing is written as a number, so that a file looks on a screen like what a parser reads.

    >>> print(xml_text('a<b> & "c"\\x00\\u202e'))
    a&lt;b&gt; &amp; &quot;c&quot;\ufffd&#x202E;
    """
    clean = value if value.isascii() and value.isprintable() else _NOT_IN_XML.sub("\ufffd", value)
    return _SPECIAL.sub(_escape, clean)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED.get(char) or f"&#x{ord(char):X};"
