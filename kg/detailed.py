"""The law that a decree or circular details, where its articles call it by its type alone: "khoản 1 Điều 33 của Luật".

Only behind a provision, with its capital, and where the text's own title names one law.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.found import Found
from kg.header import Header
from kg.normalise import Plain
from kg.registry import LAW_TYPES
from kg.typewords import type_slug

_DETAILING = ("nghi-dinh", "thong-tu", "thong-tu-lien-tich", "quyet-dinh", "nghi-quyet")
_BARE = re.compile(
    r"(?:điều|khoản|điểm|chương|mục)\s+[\da-zđ]{1,5}\s+(?:của\s+)?(?P<type>bộ\s+luật|luật|pháp\s+lệnh)"
    r"(?=\s*[.,;:)\n]|\s+(?:và|thì|do|hoặc|có|là|được|đối|không|để|trong|về|bằng|phải)\s)"
)
_CLAUSE = re.compile(r"[.;\n]")


def with_law(p: Plain, found: Sequence[Found], header: Header) -> tuple[Found, ...]:
    """The citations of a text, with one more for each place where it calls the law that it details by its type alone.

    Args:
        p: the text.
        found: its citations in order.
        header: its own type and title.
    """
    span = header.title_span
    if span is None or header.type not in _DETAILING:
        return tuple(found)
    named = [f for f in found if span[0] <= f.start < span[1] and f.type in LAW_TYPES]
    if len(named) != 1:
        return tuple(found)
    law, out = named[0], list(found)
    starts = [f.start for f in out]
    for m in _BARE.finditer(p.low, span[1]):
        start, end = m.span("type")
        i = bisect_left(starts, start)
        if not p.text[start].isupper() or (i > 0 and out[i - 1].end > start) or (i < len(out) and starts[i] < end):
            continue
        if type_slug(" ".join(m["type"].split())) != law.type or (i > 0 and _is_another(p, out[i - 1], law, start)):
            continue
        out.insert(i, Found(start, end, "back", law.type, end, means=law.start, reading="anaphora"))
        starts.insert(i, start)
    return tuple(out)


def _is_another(p: Plain, last: Found, law: Found, at: int) -> bool:
    """Whether another law was just named: "Điều 5 của Luật Đầu tư và Điều 6 của Luật" leaves open which is meant."""
    named = last.type in LAW_TYPES and last.means != law.start and _CLAUSE.search(p.low, last.end, at) is None
    title = law.named.title if law.named is not None else law.law_title
    return named and (last.named is None or last.named.title != title)
