"""Resolutions that a plenum of a local Party committee adopted, cited by event and term: "Nghị quyết Hội nghị lần thứ 6
Ban Chấp hành Đảng bộ tỉnh khóa VII", "Nghị quyết của Thành ủy kỳ họp lần thứ 6 khóa VII".

Ordinal and term have to be told: without them any paper of the committee may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.events import ordinal
from kg.issuers import issuer_of
from kg.locality import Locality
from kg.names import Named
from kg.phrases import read_phrase
from kg.registry import slug

_KIND = re.compile(
    r"(?P<type>nghị\s+quyết|kết\s+luận)\s+(?:của\s+)?(?:(?:hội\s+nghị|kỳ\s+họp)\s+(?:(?:lần\s+thứ|lần|thứ)\s+(?P<n>\w+(?:\s+\w+)??)\s*,?\s+)?(?:của\s+)?)?"
    r"(?=ban\s+chấp\s+hành|bch|tỉnh\s+[ủu]|thành\s+[ủu]|huyện\s+[ủu]|quận\s+[ủu]|thị\s+[ủu]|đảng\s+[ủu])"
)
_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:tại\s+)?(?:hội\s+nghị|kỳ\s+họp)\s+)?(?:lần\s+thứ|lần|thứ)\s+(?P<n>\w+(?:\s+(?:một|hai|ba|bốn|lăm))?)"
)
_TERM = re.compile(r"\s*,?\s*(?P<open>\()?\s*khóa\s+(?P<k>\w+)(?(open)\s*\))")
_MOST = 30  # plenums of a term, and terms


def committee_papers(text: str, low: str, where: Locality, places: Iterable[int]) -> Iterator[Named]:
    """Papers of local plenums.

    Args:
        text, low, where: the plain text and its place.
        places: where names of papers that an event adopts stand in it.

    >>> from kg.analyse import analyse
    >>> analyse("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ tỉnh Sơn La khóa XV").mentions[0].target
    'vn_tu.son-la_nghi-quyet_k15_t-hoi-nghi-6-khoa-15'
    """
    for at in places:
        if text[at] not in "NK" or not (m := _KIND.match(low, at)):
            continue
        phrase = read_phrase(text, low, m.end())
        if phrase is None or phrase.base.branch != "party" or not phrase.base.local:
            continue
        behind = None if m["n"] else _BEHIND.match(low, phrase.end)
        n = ordinal(m["n"] or (behind["n"] if behind else ""))
        told = _TERM.match(low, behind.end() if behind else phrase.end)
        term = ordinal(told["k"]) if told else None
        if told is None or not n or not term or max(n, term) > _MOST:
            continue
        body = issuer_of(None, phrase, where)
        if body.slug is None or body.series is None:
            continue
        end = told.end()
        title = f"hội nghị {n} khóa {term}"
        yield Named(at, end, slug(m["type"]), title, None, body.slug, body.series, term, end, True)
