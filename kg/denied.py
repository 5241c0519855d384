"""Effects that a text names only to deny them: "Nhiều người cho rằng A bị B thay thế, điều đó không đúng"."""

from __future__ import annotations

import re

from kg.framing import Context, Link

_EFFECTS = ("amends", "replaces", "repeals", "suspends", "corrects")
_BELIEF = re.compile(
    r"(?<!\w)(?:cho\s+rằng|(?:lầm\s+)?tưởng(?:\s+(?:rằng|là))?|nghĩ\s+(?:rằng|là)|hiểu\s+(?:nhầm|lầm|sai|rằng|là))\s"
)
_DENIED = re.compile(
    r"(?<!\w)(?:không\s+(?:đúng|phải|chính\s+xác)|chưa\s+(?:đúng|chính\s+xác)|là\s+(?:sai|nhầm|lầm)|nhầm\s+lẫn|sai\s+lầm)(?!\w)"
)


def but_denied(c: Context, links: list[Link]) -> list[Link]:
    """The links of a text, of which those that it calls a wrong belief are citations alone."""
    return [link.cited() if link.predicate in _EFFECTS and _is_denied(c, link) else link for link in links]


def _is_denied(c: Context, link: Link) -> bool:
    if link.cue is None:
        return False
    low, s = c.plain.low, c.parts.at(link.cue.start)
    denied = _DENIED.search(low, link.cue.end, s.end)
    if denied is None or _BELIEF.search(low, s.start, link.cue.start) is None:
        return False
    return not any(low.find(mark, link.cue.end, denied.start()) >= 0 for mark in ";:")
