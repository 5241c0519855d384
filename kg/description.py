"""What a text says of one document: its number, date, issuer and title, and on what its citations disagree.

Of a document that it cites, all citations together say that (:mod:`kg.coreference` groups them); of the document
that it is, its header does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from kg.dates import FULL_DAY
from kg.found import Found
from kg.header import Header
from kg.identity import block_key, document_id, family, is_whole, number_slug, period, title_key
from kg.models import Conflict, Document
from kg.numbers import Number

_ISSUING_WEIGHT = 3


def best_date(found: Sequence[Found], members: Sequence[int]) -> tuple[str | None, tuple[str, ...]]:
    """The best supported date of a group and all full dates, best first.

    A sentence that reports the issuing ("UBND tỉnh đã ban hành …") counts more than one that only
    cites; among equals the first citation wins, which by Decree 30/2020 is the complete one.
    """
    weights: dict[str, int] = {}  # in the order of the first citation
    for i in members:
        f = found[i]
        if f.date and not f.date.startswith("--"):
            weights[f.date] = weights.get(f.date, 0) + (_ISSUING_WEIGHT if f.reported else 1)
    if not weights:
        return None, ()
    years = {str(n.year) for i in members if (n := found[i].number) is not None and n.year}
    # a day that the year in the number contradicts is a misprint of one that it does not
    ranked = sorted(weights, key=lambda d: (-len(d), bool(years) and d[:4] not in years, -weights[d]))
    full = tuple(d for d in ranked if len(d) == 10)
    return ranked[0], full


def _of_the_state_council(date: str) -> bool:
    """Whether an ordinance is of the years in which the State Council passed them, July 1981 to September 1992."""
    return "1982" <= date < "1992" or (len(date) == 10 and "1981-07-04" <= date < "1992-09-19")


def describe(
    found: Sequence[Found],
    titles: Sequence[str | None],
    members: Sequence[int],
    series: str | None,
    doc_id: str,
    block: str,
    own: Document,
) -> tuple[Document, list[Conflict]]:
    """The document that a group of citations means, and the fields on which they disagree.

    Args:
        found: all citations of the text.
        titles: for each citation what the text says it is about.
        members: those that mean the document.
        series: its register, where the group has one.
        doc_id: its id.
        block: the key of the block that it belongs to.
        own: the document that the text is, which it may be.
    """
    f = found[members[0]]
    date, full = best_date(found, members)
    number = best_number(found, members)
    if number is not None:
        if date is None and number.year:
            date = str(number.year)
    elif date is None and f.named is not None and f.named.date:
        date = f.named.date
    bodies = [b for i in members if (b := found[i].body) is not None]
    named = [(f, b.slug) for f in (found[i] for i in members) if (b := f.body) and b.slug and f.phrase is not None]
    organs = _ranked(who for f, who in named if not _is_of_a_portal(f))
    organs += [who for who in _ranked(who for _, who in named) if who not in organs]
    issuer = next(iter(organs or _ranked(b.slug for b in bodies if b.slug)), None)
    kind = _ranked(found[i].type for i in members)[0]
    if kind == "phap-lenh" and issuer == "uy-ban-thuong-vu-quoc-hoi" and _of_the_state_council(date or ""):
        issuer = "hoi-dong-nha-nuoc"
    title = _title(found, titles, members)
    conflicts = []
    dates = list(full)
    if doc_id == own.id and own.date:
        dates = [own.date, *(d for d in full if d != own.date)]
    if len(dates) > 1 and len(dates[0]) == 10:
        conflicts.append(Conflict(doc_id, "date", tuple(dates)))
    if len(organs) > 1 and (series or "") == "dcsvn-tw":
        conflicts.append(Conflict(doc_id, "issuer", tuple(organs)))
    first = bodies[0] if bodies else None
    row = Document(
        doc_id,
        kind,
        number.printed if number is not None else None,
        date,
        issuer,
        series or next((b.series for b in bodies if b.series), None),
        title,
        None,
        next((b.level for b in bodies if b.level), None),
        next((b.branch for b in bodies if b.branch), first.branch if first else None),
        "cited",
        block,
    )
    return row, conflicts


def _is_of_a_portal(f: Found) -> bool:
    """Whether only the closing words of a line tell the body, as portals list papers: "… do Ban Bí thư ban hành".

    They name the Central Committee for whatever organ of the Party's centre; what texts say themselves is dependable.
    """
    dated = f.date is not None and len(f.date) == FULL_DAY
    return f.phrase is not None and f.phrase.start > f.head_end and not dated


def _ranked(values: Iterable[str]) -> list[str]:
    """Different values, most frequent first, then in the order in which they came."""
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=counts.__getitem__, reverse=True) if len(counts) > 1 else list(counts)


def best_number(found: Sequence[Found], members: Sequence[int]) -> Number | None:
    """The best supported number of a group: the one that fits the others in time, else the more frequent.

    Within one term the serial alone names a law and serials rise with the years, so between 09/2022/QH15 and
    26/2023/QH15 "20/2025/QH15" is a misprint of 20/2023/QH15.
    """
    numbers: dict[str, Number] = {}
    support: dict[str, tuple[int, int]] = {}
    for i in members:
        f = found[i]
        if f.number is None:
            continue
        fuller = f.reading == "law" or (f.date is not None and len(f.date) == 10)
        count, most = support.get(f.number.printed, (0, 0))
        support[f.number.printed] = count + 1, max(most, int(fuller))
        numbers.setdefault(f.number.printed, f.number)
    if len(numbers) > 1:
        kind = family(found[members[0]].type)
        alike = (f.number for f in found if f.number is not None and family(f.type) == kind)
        others = {n.printed: n for n in alike if n.printed not in numbers}
        wrong = {key: sum(_is_against(n, other) for other in others.values()) for key, n in numbers.items()}
        return numbers[max(support, key=lambda n: (-wrong[n], *support[n], _well_formed(n)))]
    return next(iter(numbers.values()), None)


def _is_against(a: Number, b: Number) -> bool:
    """Whether the years of two laws of one term run against their serials."""
    if a.term is None or a.term != b.term or not a.year or not b.year:
        return False
    first, second = (int(n.serial) if n.serial.isdigit() else None for n in (a, b))
    if first is None or second is None or first == second:
        return False
    return a.year > b.year if first < second else a.year < b.year


def _well_formed(number: str) -> int:
    return number.count("/") + number.count("-")


_LETTERS = re.compile(r"(?<!^)\b[A-ZĐ]{2,}\b(?=.*[a-zà-ỹ])|[a-zà-ỹ] [A-ZĐ]{2,}$")  # "Luật BVMT"


def _title(found: Sequence[Found], titles: Sequence[str | None], members: Sequence[int]) -> str | None:
    names = [found[i] for i in members if found[i].named is not None]
    if names:
        said_so = {titles[i] or "" for i in members if found[i].named}
        return min(said_so, key=lambda t: (_LETTERS.search(t) is not None, len(t), t)) or None
    said: dict[str, int] = {}
    for i in members:
        if title := titles[i]:
            said[title] = said.get(title, 0) + 1
    return min(said, key=lambda t: (-said[t], len(t)), default=None)


def own_document(header: Header, own_id: Callable[[], str]) -> Document:
    """The document that the text is."""
    body = header.body
    series = body.series if body else None
    issuer = body.slug if body else None
    when = period(series, header.number, header.date) if series else None
    block = block_key(header.type, header.number, header.title) if header.type else ""
    doc_id = ""
    if header.type and series and when and is_whole(series):
        if header.number is not None:
            doc_id = document_id(series, header.type, when, number_slug(header.number))
        elif header.title and header.title_span is not None:  # a title beside the text may differ from copy to copy
            doc_id = document_id(series, header.type, when, "t-" + title_key(header.title))
    place = (
        header.where.name
        if (header.where.province and (body is None or body.level not in ("central", "ministry")))
        else None
    )
    doc_id = doc_id or own_id()
    return Document(
        doc_id,
        header.type,
        header.number.printed if header.number else None,
        header.date,
        issuer,
        series,
        header.title,
        place,
        body.level if body else None,
        body.branch if body else None,
        "read",
        block,
    )
