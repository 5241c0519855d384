"""Finds every place of a plain text where another document is cited.

Candidates come from cheap anchors (a digit before a separator and a code, the word Luật, a congress), each of which
:mod:`kg.citations` reads; what other words of the text say of a citation's body and day is added. Nothing here
knows which document is meant; :mod:`kg.coreference` decides that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg import aliases, registry
from kg.asked import asked_to_change
from kg.bracketed import bracketed_paper, placed_paper
from kg.citations import beside, by_name, issued_short, its_law, loose_form, numbered_at, said_before, short_form
from kg.clause_days import days_apart, days_of_lists, issued_too
from kg.committees import committee_papers
from kg.contexts import by_day, day_passed
from kg.dates import FULL_DAY
from kg.day_cells import begins_the_row, days_in_columns, issued_beside
from kg.events import resolutions
from kg.found import Found
from kg.headed_lists import headed_issuers
from kg.identity import family, serial_key
from kg.institutions import body_code, may_write
from kg.issued_words import closing_issuer, issued_passively
from kg.issuers import Body, has_code_of, may_have_issued
from kg.issuing import (
    Issuing,
    day_in_history,
    day_said,
    deciding_subject,
    issuer_behind_title,
    issuing_day,
    issuing_subject,
    listing_subject,
    may_be_issued,
    speaking_body,
    speaking_court,
)
from kg.law_days import amending_days, issued_together, same_day_laws
from kg.lists import (
    completed,
    dated_lists,
    days_in_turn,
    jump_notes,
    same_bodies,
    same_days,
    serial_series,
    shared_issuers,
)
from kg.locality import Locality
from kg.named_units import (
    with_city,
    with_district,
    with_former_province,
    with_province,
    with_province_of_list,
    without_level,
)
from kg.names import Named, codes_of_law, laws
from kg.normalise import Plain, one_line
from kg.noted import with_callers_body, with_named_laws, with_notes
from kg.number_cells import in_cell_before
from kg.numbers import Number, candidates
from kg.page_units import is_page_of_unit, without_posting_days
from kg.phrases import Phrase
from kg.registry import LAW_TYPES
from kg.settled import (
    settled,
    with_bloc,
    with_body_of_amended,
    with_committees_of_lists,
    with_days_of_namesakes,
    with_days_of_others,
    with_days_of_short_forms,
    with_institution,
    with_types_told,
)
from kg.shape import shape
from kg.structure import Note
from kg.typeplaces import type_places
from kg.typewords import CODED_SHORT, anaphora, is_general, issued_forms, short_forms


def find(
    p: Plain,
    where: Locality,
    *,
    own: Body | None = None,
    skip: Iterable[tuple[int, int]] = (),
    notes: Sequence[Note] = (),
) -> tuple[Found, ...]:
    """Every citation of a plain text, in order of place.

    Args:
        p: the text.
        where: the place the text speaks from, for issuers such as "UBND tỉnh".
        own: the text's own issuer, for numbers whose code alone names it.
        skip: spans that are no citations (the text's own number in its header).
        notes: its notes.
    """
    closed = sorted(skip)
    found: list[Found] = []
    shaped = shape(p.text)
    for at in candidates(p.text, shaped):
        if any(s <= at < e for s, e in closed) or (found and at < found[-1].end):
            continue
        item = numbered_at(p, at, found[-1] if found else None)
        if item is not None:
            found.append(item)
    found = without_posting_days(p, with_notes(p, jump_notes(p, found), notes))
    found = days_of_lists(p, days_in_turn(p, same_days(p, dated_lists(p, days_in_columns(p, found)))))
    spans = sorted((f.start, f.end) for f in found)
    typed = type_places(p, shaped)
    short: list[Found] = []
    numbered = {(family(f.type), serial_key(f.number.serial)) for f in found if f.number is not None}
    serial_at = short_forms().match
    for m in filter(None, (serial_at(p.low, at) for at in typed.serial)):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = short_form(p, m, numbered)
            if item is not None:
                short.append(item)
    for m in filter(None, (issued_forms().match(p.low, at) for at in typed.dated)):
        if not _overlaps(spans, m.start(), m.end()) and (item := issued_short(p, m)) is not None:
            short.append(item)
    said = numbered | {(family(f.type), serial_key(f.serial or "")) for f in short}
    loose = (m for m in (serial_at(p.low, at) for at in typed.small_serial) if m is not None)
    loose = (m for m in loose if _SERIAL_AFTER.match(p.low, m.end("type")))
    coded = filter(None, (CODED_SHORT.match(p.text, at) for at in typed.coded))
    for m in (*loose, *coded):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = loose_form(p, m, said)
            if item is not None:
                short.append(item)
    short.sort(key=lambda f: f.start)
    found += serial_series(p, completed(p, short, found), said)
    spans = sorted((f.start, f.end) for f in found)
    points_at = anaphora().match
    pointing = [*typed.back, *(m.start() for m in _PAPER.finditer(p.low))]
    back = [
        m
        for m in filter(None, (points_at(p.low, at) for at in pointing))
        if not _overlaps(spans, m.start(), m.end())
        and not is_general(p.low, m.start())
        and (m["how"] not in ("đó", "ấy") or p.text[m.start()].isupper())  # "luật, nghị quyết đó": whichever it is
    ]
    found += [f for n in found if (f := its_law(p, n)) is not None and not _overlaps(spans, f.start, f.end)]
    found += [said_before(m) for m in back]
    found += [f for m in back if (f := beside(p, m)) is not None and not _overlaps(spans, f.start, f.end)]
    names = [*laws(p.text, p.low, typed.laws), *codes_of_law(p.text, p.low)]
    names += [*resolutions(p.text, p.low, where, typed.events), *by_day(p, where, typed.dated)]
    names += committee_papers(p.text, p.low, where, typed.events)
    outer = 0  # end of the last amending act: the day behind it is not that of the acts inside
    for named in names:
        holder = _holding(spans, named.start, named.end)
        if holder is not None and named.start == holder:
            continue  # the number's own title
        meets = holder is None and _overlaps(spans, named.start, named.end)
        if meets and not (named.amending and _with_inner(found, named)):
            continue
        found.append(by_name(p, named, nested=named.start < outer))
        outer = max(outer, named.name_end if named.amending else 0)
    found = same_day_laws(p, amending_days(p, sorted(found, key=lambda f: (f.start, -f.end))))
    found = issued_together(p, found)
    found = [_issued(p, f) for f in aliases.bind(p, _in_facts(p, _once(found)))]
    found = issued_too(p, _told_behind(p, _brought(p, days_apart(p, found))))
    found = with_body_of_amended(p, same_bodies(p, shared_issuers(p, headed_issuers(p, found))))
    found = with_named_laws(p, with_callers_body(p, found, notes), notes)
    found = with_city(p, where, with_district(p, where, found))
    found = with_former_province(p, where, with_province(p, where, with_province_of_list(p, where, found)))
    found = with_types_told(found)
    found = with_institution(with_bloc(p, with_committees_of_lists(p, found)))
    found = [settled(p, f, where, own) for f in with_days_of_short_forms(p, found)]
    of_bodies = with_days_of_namesakes(with_days_of_others(found))
    return tuple(without_level(of_bodies) if own is None and is_page_of_unit(p) else of_bodies)


_ITS_NUMBER = re.compile(r"\s*(?:\[[^\]\n]{2,20}\]\s*)?[-•·*+]?\s*số\s*[/,]?\s*(?:ký\s+)?hiệu\s*:?\s*")


_ITS_TITLE = re.compile(r"\s*[–—:|-]\s*")


def _in_facts(p: Plain, found: list[Found]) -> list[Found]:
    """Laws by name with the number that a page gives beside them.

    "Pháp lệnh … [Thuộc tính] / Số ký hiệu: …" has it below the title, "• 76/2015/QH13 – Luật Tổ chức Chính phủ" before.
    """
    out = list(found)
    for i, (f, n) in enumerate(pairwise(found)):
        if f.number is not None and f.start == f.number.start and f.number.term and n.named is not None:
            if n.type == f.type and not n.named.amending and _ITS_TITLE.fullmatch(p.low, f.end, n.start):
                out[i] = f._replace(law_title=one_line(p.text[n.start : n.named.name_end]))
            continue
        if f.kind != "name" or f.type not in LAW_TYPES or n.number is None or n.type != f.type or n.law_title:
            continue
        if _ITS_NUMBER.fullmatch(p.low, f.end, n.start):
            day = n.date or (str(n.number.year) if n.number.year else None)
            out[i] = f._replace(date=f.date or day)
            out[i + 1] = n._replace(law_title=one_line(p.text[f.start : f.end]))
    return out


def _brought(p: Plain, found: list[Found]) -> list[Found]:
    """Citations with the body that stands behind their title: "… do Ủy ban nhân dân tỉnh ban hành"."""
    out = list(found)
    closed = 0  # where the words stand that close the line of a paper: they are of none in its title
    for i, f in enumerate(found):
        if f.kind != "number" or f.phrase is not None or f.start < closed:
            continue
        closing = closing_issuer(p, f.start, f.head_end) if f.number is not None else None
        if closing is not None and f.number is not None and has_code_of(f.number, closing):
            inner = [k for k in range(i + 1, min(i + 6, len(found))) if _has_words(found[k], closing)]
            if not inner or (f.date or "").isdigit():  # "Kết luận 50-KL/TW năm 2023 …": a line as portals write it
                out[i], closed = f._replace(phrase=closing), closing.start
                for k in inner:
                    out[k] = found[k]._replace(phrase=None, head_end=found[k].end)
                continue
        stop = next((n.start for n in found[i + 1 : i + 4] if n.kind == "number"), len(p.low))
        phrase = issuer_behind_title(p, f.head_end, stop)
        if phrase is None:
            continue
        day = day_passed(p, phrase.end) if f.date is None or f.date.isdigit() else None
        told = day.iso if day is not None and day.iso.startswith(f.date or "") else None
        out[i] = f._replace(phrase=phrase, date=told or f.date, reported=f.reported or told is not None)
    return out


def _has_words(f: Found, phrase: Phrase) -> bool:
    """Whether a citation took the same words for its body."""
    return f.phrase is not None and f.phrase.start == phrase.start


def _told_behind(p: Plain, found: list[Found]) -> list[Found]:
    """Citations with body and day of a clause in the passive: "Ngày 17/6/2010, Luật … đã được Quốc hội thông qua"."""
    out = list(found)
    for i, f in enumerate(found):
        if f.date is not None or (f.phrase is not None and f.named is None):
            continue
        if not (f.kind == "number" or (f.kind == "name" and f.type in LAW_TYPES)):
            continue
        # the title of a decree may name laws; the passive is its own where the body has its code
        is_law = f.named is not None
        stop = next((n.start for n in found[i + 1 : i + 4] if is_law or n.kind == "number"), len(p.low))
        told = issued_passively(p, f.start, f.head_end, stop)
        if told is None:
            continue
        if f.named is not None:
            if told.day is not None and told.phrase.base.series in ("quoc-hoi", "ubtvqh", "hdnn"):
                out[i] = f._replace(date=told.day, reported=True, named=f.named._replace(bill=False))
        elif f.number is not None and told.phrase.base in may_have_issued(f.number):
            its_own = told.day is not None and f.number.year in (None, int(told.day[:4]))
            out[i] = f._replace(phrase=told.phrase, date=told.day if its_own else None, reported=its_own)
    return out


def _issued(p: Plain, f: Found) -> Found:
    """The citation with the body, and the day, that the words before it name."""
    if f.named is not None:
        is_open = f.date is None or f.date.isdigit()
        return _passed(p, f) if is_open and f.type in LAW_TYPES else f
    if not may_be_issued(p, f.start):
        return f if f.phrase is not None or f.number is None else _bracketed(p, f, f.number)
    year = (
        f.date if f.date is None or f.date.isdigit() else None
    )  # "… 05-HD/UBKTTW năm 2022" may have its day before it
    is_open = f.date is None or year is not None
    if is_open and (day := issuing_day(p, f.start) or day_in_history(p, f.start)) and day.startswith(year or ""):
        f = f._replace(date=day, reported=True)
        is_open = False
    if is_open and f.number is not None:
        codes = {body.series for body in may_have_issued(f.number)}
        if (day := day_said(p, f.start, f.head_end, codes)) and day.startswith(year or ""):
            return f._replace(date=day, reported=True)
    issuing = issuing_subject(p, f.start) if f.phrase is None or is_open else None
    year = year or (str(f.number.year) if f.number is not None and f.number.year else None)
    day = _day_of(issuing.date, year) if issuing is not None and is_open else None
    if f.phrase is not None:
        return f._replace(date=day, reported=True) if issuing is not None and issuing.reports and day else f
    if issuing is not None:
        return f._replace(phrase=issuing.phrase, date=day or f.date, reported=issuing.reports)
    if listed := listing_subject(p, f.start):
        return f._replace(phrase=listed.phrase, reported=listed.reports)
    return f if f.number is None else _bracketed(p, f, f.number)


def _day_of(day: str | None, year: str | None) -> str | None:
    """The day on which a paper was issued, where it is of the year that stands behind the number."""
    if day is None or year is None:
        return day
    if day.startswith("--"):
        return year + day[1:]
    return day if day.startswith(year) else None


def _bracketed(p: Plain, f: Found, number: Number) -> Found:
    """The citation with the body whose paper the words round a bracket or a clause say it is."""
    if number.bodies:
        codes = {b.series for b in may_have_issued(number)}
        told = in_cell_before(p, f.start) or bracketed_paper(p, f.start, codes) or placed_paper(p, f.start, codes)
        told = told or asked_to_change(p, f.start, f.head_end, codes)
        if told is None and (decided := deciding_subject(p, f.start, codes)):
            return _decided(f, decided)
        told = told or speaking_body(p, f.start, f.head_end, codes)
        return f._replace(phrase=told) if told else f
    if f.type == "ban-an" and (court := speaking_court(p, f.start, f.head_end)):
        return f._replace(phrase=court)
    if f.type == "cong-van" and number.codes:  # "CT" of a letter is no directive, but "Cục Thuế"
        written = {b.series for b in registry.issuer_codes().get(number.codes[0].casefold(), ())}
        if decided := deciding_subject(p, f.start, written):
            return _decided(f, decided)
    if code := body_code(number):
        told = bracketed_paper(p, f.start, ())
        return f._replace(phrase=told) if told and may_write(code, told) else f
    return f


def _decided(f: Found, by: Issuing) -> Found:
    """The citation with the body that decided by it, and the day on which it did."""
    year = str(f.number.year) if f.number is not None and f.number.year else None
    return f._replace(phrase=by.phrase, date=f.date or _day_of(by.date, year))


def _passed(p: Plain, f: Found) -> Found:
    """A law with the day on which the sentence says it was passed: "Ngày 24/6/2024, Quốc hội đã thông qua Luật …".

    Or which a list gives below its name: "Luật Đất đai 2024" / "Ban hành: 18/01/2024".
    """
    day = issued_beside(p, f.start, f.end, int(f.date) if f.date else None) if begins_the_row(p.low, f.start) else None
    if day is not None and _was_passed(p, f, day):
        return f._replace(date=day, reported=True)
    if f.date is not None:
        return f
    told = issuing_subject(p, f.start)
    if told is None or not told.reports or told.date is None or len(told.date) != FULL_DAY:
        return f
    return f._replace(date=told.date, reported=True) if told.phrase.base.series in ("quoc-hoi", "ubtvqh") else f


def _was_passed(p: Plain, f: Found, day: str) -> bool:
    """Whether a day in the row of a law is told to be that of its passing, or is known so: rows give others too."""
    if p.low.find("ban hành", f.end, f.end + _ROW) >= 0:
        return True
    title = f.named.title if f.named is not None else ""
    return any(law.date == day for law in registry.law_titles().get(registry.fold_title(title), ()))


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span meets one of some sorted spans that do not overlap each other."""
    i = bisect_left(spans, (end, -1))
    return i > 0 and spans[i - 1][1] > start


def _holding(spans: list[tuple[int, int]], start: int, end: int) -> int | None:
    """Start of the one of some sorted spans that holds a span, if any."""
    i = bisect_right(spans, (start, len(spans) and spans[-1][1]))
    return spans[i - 1][0] if i > 0 and end <= spans[i - 1][1] else None


def _once(found: list[Found]) -> list[Found]:
    """Drops names that repeat a span; keeps names that stand inside an amending act."""
    out: list[Found] = []
    for f in found:
        if out and f.start == out[-1].start and f.end <= out[-1].end:
            continue
        out.append(f)
    return out


def _with_inner(found: list[Found], named: Named) -> bool:
    """Whether an amending act holds the numbered ones that its span meets; the day behind it is not that of the last.

    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15 ngày 29/6/2024".
    """
    met = [k for k, f in enumerate(found) if f.start < named.end and f.end > named.start]
    if any(f.number is None or f.start <= named.start or f.end > named.end for f in (found[k] for k in met)):
        return False
    for k in met:
        f = found[k]
        if f.number is not None and f.end > named.name_end:
            found[k] = f._replace(end=f.number.end, head_end=f.number.end, date=None)
    return True


_SERIAL_AFTER = re.compile(r"[ \t]+(?:số[ \t]+)?\d")

_ROW = 300  # code points of a row behind a law
_PAPER = re.compile(r"văn bản (?=nói|nêu|kể|dẫn|vừa|đã|trên)")
