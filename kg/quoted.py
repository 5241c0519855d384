"""Words of a text that are not its own: those of the act that it consolidates, and of the forms in its annexes.

A consolidated text (number ``…/VBHN-…``) repeats an act, which goes on to call itself "Thông tư này", to stand on its
grounds and to replace what it replaced. A form in an annex ("Mẫu số 03 … Số: …/QĐ-…") speaks as the paper that somebody
will write with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.backrefs import NORMATIVE
from kg.framing import Context, Link

_CONSOLIDATED = "van-ban-hop-nhat"
_FIRST_CHARS = 3000
# lines are looked for by the break before them: the search for one letter is the fastest
_FORM = re.compile(
    r"\n[ \t|#*]*(?:phụ\s+lục|mẫu(?:\s+số)?|biểu\s+mẫu)(?:\s+(?:số\s+)?[\w./-]{1,12})?"
    r"[ \t.:|*]*(?:\([^)\n]*\)|-[^\n]*)?(?=\n|\Z)"
)
_BLANK_NUMBER = re.compile(r"s(?<!\ws)ố\s*:?\s*(?:[.…_]{2,}|/)")
_ISSUE_LINES = re.compile(
    r"\n[ \t|#*]*(?:quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị|kế\s+hoạch|báo\s+cáo|tờ\s+trình)\b"
)


def as_consolidated(c: Context) -> Context:
    """A consolidated text as its frames read it: with the type of the act that it repeats."""
    base = consolidated_act(c)
    return c if base is None else replace(c, own=replace(c.own, type=c.found[base].type))


def consolidated_act(c: Context) -> int | None:
    """The citation of the act that a consolidated text repeats: the normative one that its first words name."""
    if c.own.type != _CONSOLIDATED:
        return None
    for i, f in enumerate(c.found):
        if f.start > c.header.body_start + _FIRST_CHARS:
            return None
        if f.type in NORMATIVE and f.start >= c.header.body_start and c.scopes[i].owner is None:
            return i if c.targets[i] != c.own.id else None
    return None


def by_whom(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of a text, with those of the act that it repeats given to that act, and those of forms as plain."""
    base, forms = consolidated_act(c), _forms(c)
    out = []
    for link in links:
        if link.subject is None and link.predicate not in ("cites", "consolidates") and not link.reverse:
            at = c.found[link.object].start
            if any(a <= at < b for a, b in forms):
                link = link._replace(predicate="cites", frame="cite", cue=None, strength="stated")
            elif base is not None and link.frame != "own-title":
                if c.targets[base] == c.targets[link.object]:
                    continue
                link = link._replace(subject=base)
        out.append(link)
    return out


def _forms(c: Context) -> list[tuple[int, int]]:
    """Spans of forms: from a line "Mẫu số 03" on, where a number to be filled in and the name of a type follow."""
    low = c.plain.low
    if c.own.type not in NORMATIVE or _BLANK_NUMBER.search(low, c.header.body_start) is None:
        return []
    heads = [m.start() for m in _FORM.finditer(low, c.header.body_start)]
    if not heads:
        return []
    spans = zip(heads, [*heads[1:], len(low)], strict=True)
    return [(a, b) for a, b in spans if (n := _BLANK_NUMBER.search(low, a, b)) and _ISSUE_LINES.search(low, n.end(), b)]
