"""A draft as the rules see it: every citation with the places of its parts, the basis block, the draft's own facts.

Built from the public :class:`~kg.models.Analysis`; what a citation prints (its number with all slips, its
date, its issuer) is read again from the text, because the analysis has already put it right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.analyse import analyse
from kg.dates import FoundDate, date_after, read_date
from kg.header import Header, read_header
from kg.models import Analysis, Document, Mention
from kg.normalise import Plain, lower, plain
from kg.numbers import Number, read_number
from kg.phrases import Phrase, read_phrase
from kg.typewords import type_names, type_slug, type_table

if TYPE_CHECKING:
    from kg.graph import Graph

_BASIS = re.compile(r"(?m)^[ \t*_#>|+-]*(?:các\s+)?căn\s+cứ(?:\s+vào)?\s+(?!\w*\s*:)")
_ENACTING = re.compile(r"(?m)^[ \t*#]*(?:điều\s+1\b|chương\s+i\b|quyết\s+định\s*:|quyết\s+nghị\s*:|[1i]\.\s)")
_NEXT_BASIS = re.compile(r"(?:theo|xét|trên\s+cơ\s+sở|thực\s+hiện)\s")
_OF = re.compile(r"(?:\s*,)?\s+(?P<by>do|của)\s+(?=\w)")
_ISSUED = re.compile(r"\s+(?:ký\s+)?(?:,?\s*)?ban\s+hành")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation, offsets into the plain text.

    Attributes:
        mention: as the analysis has it, at place ``index`` of its list.
        document: the document meant, None where the analysis knows none.
        type_end: end of the printed type word, ``start`` where none is printed.
        number_start, number_end: the number as printed; equal where none is printed.
        raw: the number as printed, line breaks and all.
        number: the number as the grammar reads it.
        date_start, date_end: the printed date with the word "ngày"; equal where none is printed.
        date: the printed date, ``2020-03``, ``--11-20``; None where none is printed.
        phrase: the issuer printed right after number and date.
        basis: whether it is cited as a legal basis ("Căn cứ …").
        first: whether it is the first citation of its document.
    """

    mention: Mention
    index: int
    document: Document | None
    start: int
    end: int
    type_end: int
    number_start: int
    number_end: int
    raw: str
    number: Number | None
    date_start: int
    date_end: int
    date: str | None
    phrase: Phrase | None
    basis: bool
    first: bool

    @property
    def tail(self) -> int:
        """End of everything that names the document: number, date, issuer."""
        return self.phrase.end if self.phrase else self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the rules look at.

    Attributes:
        basis: spans of the legal basis, one for each "Căn cứ …" line.
        date: the draft's own date where it prints a full one.
        memo: what several rules work out, kept by name.
        own: the draft's own number in its letterhead, as if it were cited there; it is not in ``cites``.
        graph: the corpus to check against, None where none is given.
    """

    text: str
    plain: Plain
    analysis: Analysis
    header: Header
    cites: tuple[Cite, ...]
    basis: tuple[tuple[int, int], ...]
    date: str | None
    graph: Graph | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    own: Cite | None = None
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    _spans: tuple[tuple[int, int], ...] = ()
    _numbered: tuple[tuple[int, int], ...] = ()

    @property
    def low(self) -> str:
        """The plain text in lower case with one way of placing tone marks."""
        return self.plain.low

    def leads(self, cite: Cite) -> bool:
        """Whether a citation is itself a legal basis, and not named in the title of one."""
        start = next((s for s, e in self.basis if s <= cite.start < e), None)
        return (
            start is not None
            and not self.low[max(start, self.low.rfind(";", start, cite.start) + 1) : cite.start].strip()
        )

    def cited_at(self, start: int, end: int, *, numbered: bool = False) -> bool:
        """Whether a citation (with a number) meets a span."""
        spans = self._numbered if numbered else self._spans
        i = bisect_right(spans, (end, -1))
        return any(a < end and start < b for a, b in spans[max(0, i - 3) : i])

    def cites_of(self, document_id: str) -> list[Cite]:
        """The citations of one document, in order."""
        return [c for c in self.cites if c.mention.target == document_id]


def read_draft(
    text: str | Analysis, *, graph: Graph | None = None, source: str = "", meta: Mapping[str, str] | None = None
) -> Draft:
    """Prepares a text, or what was analysed of one, for the rules.

    >>> d = read_draft("Căn cứ Chỉ thị số 33 / CT-TTG ngày 26/11/2021 của Thủ tướng Chính phủ;")
    >>> c = d.cites[0]; c.raw, c.date, c.phrase.base.slug, c.basis
    ('33 / CT-TTG', '2021-11-26', 'thu-tuong-chinh-phu', True)
    """
    analysis = analyse(text, source=source, meta=meta) if isinstance(text, str) else text
    p = plain(analysis.text)
    header = read_header(p, meta)
    basis = _basis(p)
    documents = {d.id: d for d in analysis.documents} | {analysis.document.id: analysis.document}
    to_plain = _inverse(p, len(analysis.text))
    cites = []
    seen: set[str] = set()
    for index, mention in enumerate(analysis.mentions):
        start, end = to_plain(mention.start), to_plain(mention.end)
        target = mention.target or ""
        cites.append(_cite(p, mention, index, start, end, documents.get(target), basis, target not in seen))
        seen.add(target)
    own = analysis.document.date
    date = own if own is not None and len(own) == 10 else None
    spans = tuple(sorted((c.start, c.end) for c in cites))
    numbered = tuple(sorted((c.start, c.end) for c in cites if c.raw))
    mine = _own(p, header, analysis)
    return Draft(
        analysis.text, p, analysis, header, tuple(cites), basis, date, graph, documents, mine, {}, spans, numbered
    )  # fmt: skip


def _own(p: Plain, header: Header, analysis: Analysis) -> Cite | None:
    """The draft's own number, read like a citation."""
    if header.number is None or header.number_span is None or header.type is None:
        return None
    span = printed_number(p.text, *header.number_span, header.number.printed)
    if span is None:
        return None
    start, end = span
    number, own = header.number, analysis.document
    words = p.text[start:end]
    mention = Mention(*p.span(start, end), words, "number", header.type, number.printed, own.date, target=own.id)
    read = read_number(number.printed, 0, expected=True)
    return Cite(mention, -1, own, start, end, start, start, end, words, read, end, end, None, None, False, True)


def _inverse(p: Plain, length: int) -> Callable[[int], int]:
    """From an offset in the text as read to the plain text."""
    n = len(p.text)
    if n == length and (n == 0 or p.span(n - 1, n)[1] == n):
        return lambda at: at
    starts = [p.span(i, i + 1)[0] for i in range(n)]
    return lambda at: bisect_right(starts, at - 1)


def _basis(p: Plain) -> tuple[tuple[int, int], ...]:
    """The "Căn cứ …" lines before the first article; each runs to its end or to the next "Xét", "Theo" line."""
    stop = m.start() if (m := _ENACTING.search(p.low)) else len(p.low)
    out = []
    for m in _BASIS.finditer(p.low, 0, stop):
        if not p.text[m.start() : m.end()].strip(" \t*_#>|+-")[:1].isupper():
            continue
        end = m.end()
        while True:
            line = p.low.find("\n", end)
            end = len(p.low) if line < 0 else line
            following = p.low[end : end + 40].lstrip("\n \t")
            before = p.low[m.end() : end].rstrip(" \t*_")
            if line < 0 or before.endswith((";", ".", ":")) or not following[:1].islower():
                break
            if p.text[end : end + 40].lstrip("\n \t")[:1].isupper() or _NEXT_BASIS.match(following):
                break
            end += 1
        out.append((m.end(), end))
    return tuple(out)


@cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<type>{type_table()[0]})\s*$")


def type_before(low: str, at: int) -> tuple[int, str] | None:
    """Where the type name that ends right before ``at`` begins, and its slug.

    >>> type_before("theo chương trình hành động số 5", 27)
    (5, 'chuong-trinh-hanh-dong')
    """
    begin = max(0, at - 60)
    m = _type_before().search(low[begin:at])
    slug = type_slug(" ".join(m["type"].split())) if m else None
    return (begin + m.start(), slug) if m and slug else None


def _cite(
    p: Plain,
    mention: Mention,
    index: int,
    start: int,
    end: int,
    document: Document | None,
    basis: tuple[tuple[int, int], ...],
    first: bool,
) -> Cite:
    typed = type_names().match(p.low, start, end)
    type_end = typed.end() if typed else start
    number_start = number_end = type_end
    number = None
    if mention.kind == "number" and mention.number:
        number = read_number(mention.number, 0, expected=True)
        if span := printed_number(p.text, type_end, end, mention.number):
            number_start, number_end = span
    date_start, date_end, date = _date(p, number_end if number_end > number_start else type_end, end)
    lead = _OF.match(p.low, end)
    phrase = read_phrase(p.text, p.low, lead.end()) if lead else None
    if phrase and lead and lead["by"] == "do" and not _ISSUED.match(p.low, phrase.end):
        phrase = None  # "Luật … do Ủy ban nhân dân tổ chức thực hiện"
    return Cite(
        mention,
        index,
        document,
        start,
        end,
        type_end,
        number_start,
        number_end,
        p.text[number_start:number_end],
        number,
        date_start,
        date_end,
        date,
        phrase,
        any(s <= start < e for s, e in basis),
        first,
    )


def printed_number(text: str, start: int, end: int, number: str) -> tuple[int, int] | None:
    """Where a number stands as printed: the same characters, but for spaces, capitals and strokes.

    >>> t = "Chỉ thị số 33 / CT - TTG ngày"
    >>> s, e = printed_number(t, 8, len(t), "33/CT-TTg"); t[s:e]
    '33 / CT - TTG'
    """
    wanted = _folded(number)
    for m in _DIGIT.finditer(text, start, end):
        at, k = m.start(), 0
        last = at
        while at < end and k < len(wanted):
            if text[at].isspace():
                at += 1
                continue
            if _folded(text[at]) != wanted[k]:
                break
            at, k = at + 1, k + 1
            last = at
        if k == len(wanted):
            return m.start(), last
    return None


def _folded(text: str) -> str:
    return lower(text).replace("đ", "d")


def _date(p: Plain, at: int, end: int) -> tuple[int, int, str | None]:
    """The date printed in ``at:end``, with the word before it."""
    found: FoundDate | None = date_after(p.low, at)
    if found is not None and found.end <= end:
        lead = re.compile(r"[\s,;(\[]*").match(p.low, at)
        return lead.end() if lead else at, found.end, found.iso
    for m in re.compile(r"(?:ngày\s*|(?=(?:tháng|năm)\s)|(?<=[\s(,])(?=\d{1,2}\s?[/.-]))").finditer(p.low, at, end):
        found = read_date(p.low, m.end())
        if found is not None and found.end <= end + 1:
            return m.start(), min(found.end, end), found.iso
    return end, end, None


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin.

    >>> line_starts("a\\nb")
    [0, 2]
    """
    return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", text))]
