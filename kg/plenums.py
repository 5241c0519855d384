"""Resolutions of a plenum that are cited by their event in a text that cites them by number too.

"Nghị quyết số 26-NQ/TW … của Hội nghị lần thứ 7 Ban Chấp hành Trung ương khóa X về nông nghiệp" and "Nghị quyết Hội
nghị lần thứ 7 Ban Chấp hành Trung ương khóa X về nông nghiệp" are one paper. A plenum adopts several, so that the
subject decides, in the words that stand behind both. What only a table knows is for a corpus: :mod:`kg.law_titles`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.dates import compatible
from kg.events import ordinal
from kg.found import Found
from kg.models import Document

_SERIES = "dcsvn-tw"
_TITLE = re.compile(r"hội nghị trung ương (?P<n>\d+) khóa (?P<k>\d+)(?: .+)?")
_EVENT = re.compile(
    r"\s*,?\s*(?:của\s+|tại\s+)?(?:hội\s+nghị\s+)?(?:(?:ban\s+chấp\s+hành|bch)\s*(?:trung\s+ương|tw|t\.?ư)\s+(?:đảng\s+)?)?(?:lần\s+thứ\s+)(?P<n>\w+)"
    r"\s*,?\s+(?:(?:của\s+)?(?:ban\s+chấp\s+hành|bch)\s*(?:trung\s+ương|tw|t\.?ư)(?:\s+đảng)?(?:\s+cộng\s+sản\s+việt\s+nam)?\s*,?\s*)?"
    r"\(?\s*khóa\s+(?P<k>\w+)\s*\)?"
)
_SUBJECT = re.compile(r"\s*,?\s*(?:của\s+đảng\s*,?\s*)?về\s+(?P<words>[^;:.()“”\"\n]{6,120})")
_FEWEST = 2  # words that tell a subject, and how it goes on behind a comma


def numbered(
    low: str, found: Sequence[Found], targets: Sequence[str | None], rows: Mapping[str, Document]
) -> dict[int, str]:
    """The citations by event, and the document of the numbered citation that is the same paper.

    Args:
        low: the text in small letters.
        found, targets: its citations and the id of the document of each.
        rows: the documents.

    >>> from kg.analyse import analyse
    >>> event = "Hội nghị lần thứ 7 Ban Chấp hành Trung ương khóa X về nông nghiệp"
    >>> a = analyse(f"Nghị quyết số 26-NQ/TW của {event}; Nghị quyết {event}")
    >>> [m.target for m in a.mentions]
    ['vn_dcsvn-tw_nghi-quyet_k10_26-nq-tw', 'vn_dcsvn-tw_nghi-quyet_k10_26-nq-tw']
    """
    known: dict[int, tuple[int, int, str]] = {}
    for i, f in enumerate(found):
        if f.number is None or f.body is None or f.body.series != _SERIES or targets[i] not in rows:
            continue
        if (event := _EVENT.match(low, f.end)) and (n := ordinal(event["n"])) and (k := ordinal(event["k"])):
            known[i] = (n, k, _subject(low, event.end()))
    out = {}
    for i, f in enumerate(found):
        m = _TITLE.fullmatch(f.named.title) if f.named is not None and f.named.series == _SERIES else None
        if m is None or f.named is None or targets[i] is None:
            continue
        about = int(m["n"]), int(m["k"]), _subject(low, f.named.name_end)
        fits = {targets[j] for j in known if found[j].type == f.type and _is_same(known[j], about)}
        target = next(iter(fits)) if len(fits) == 1 else None
        if target is not None and compatible(rows[target].date, f.date):
            out[i] = target
    return out


def _subject(low: str, at: int) -> str:
    m = _SUBJECT.match(low, at)
    return " ".join(m["words"].split()) if m else ""


def _is_same(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Whether two papers of a plenum have the same subject, or the same words at the head of it.

    >>> _is_same((7, 10, "nông thôn"), (7, 10, "nông thôn mới")), _is_same((7, 10, "nông thôn"), (7, 10, "thanh niên"))
    (True, False)
    >>> _is_same((6, 12, "tiếp tục đổi mới, sắp xếp bộ máy"), (6, 12, "tiếp tục đổi mới, quản lý đơn vị"))
    False
    """
    if a[:2] != b[:2]:
        return False
    for k, (x, y) in enumerate(zip(a[2].split(","), b[2].split(","), strict=False)):
        pair = x.split(), y.split()
        shorter = min(_FEWEST if k else max(map(len, pair)), *map(len, pair))
        if (k == 0 and shorter < _FEWEST) or pair[0][:shorter] != pair[1][:shorter]:
            return False
        if k:
            break
    return True
