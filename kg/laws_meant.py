"""Which law a title means: the one in force on the day of the text, or of the paper in whose title it stands.

Laws are cited by bare titles that one act after another has borne. Nothing is guessed: where two can be meant, such a
citation stays a reference of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg import provisions, registry
from kg.dates import FULL_DAY, certainly_before, compatible
from kg.found import Found
from kg.header import Header
from kg.identity import title_key
from kg.models import Document


def bound(found: Sequence[Found], owners: Sequence[int | None], i: int) -> str | None:
    """The day after which the document of a citation cannot be: that of the paper in whose title it stands."""
    owner = owners[i]
    while owner is not None:
        f = found[owner]
        day = f.date or (str(f.number.year) if f.number is not None and f.number.year else None)
        if (passed := _passed_on(f)) is not None or (day is not None and not day.startswith("--")):
            return passed or day
        owner = owners[owner]
    return None


def _passed_on(f: Found) -> str | None:
    """The day on which a law was passed: one of which the text gives the number alone, or one that amends several."""
    if f.named is not None and f.named.amending:
        act = registry.only_amending(f.named.title, registry.LAWS_UNTIL)
        return act.date if act is not None and len(act.date) == FULL_DAY else None
    if f.number is None or f.type not in registry.LAW_TYPES or (f.date and len(f.date) == FULL_DAY):
        return None
    law = registry.numbered_laws().get(f.number.printed)
    return law.date if law is not None and len(law.date) == FULL_DAY else None


_GUIDES = re.compile(
    r"(?:quy|qui)\s+định\s+chi\s+tiết|hướng\s+dẫn\s+(?:chi\s+tiết\s+)?(?:thi\s+hành|thực\s+hiện|(?:bộ\s+)?luật\s|pháp\s+lệnh\s)"
)


def _is_guided(
    found: Sequence[Found], titles: Sequence[str | None], owners: Sequence[int | None], header: Header, i: int
) -> bool:
    """Whether a citation stands in the title, or in the text's own title, of a paper that details or amends it."""
    owner, own = owners[i], header.title_span
    if owner is not None:
        holder = found[owner]
        if holder.type in registry.LAW_TYPES and (holder.named is None or holder.named.amending):
            # a law that amends one of which the new text is passed amends that; its own day has to be known
            return bound(found, owners, i) is not None
        return _GUIDES.match((titles[owner] or "").lower()) is not None
    inside = own is not None and own[0] <= found[i].start < own[1]
    return inside and _GUIDES.match((header.title or "").lower()) is not None


def laws_in_force(
    found: Sequence[Found],
    titles: Sequence[str | None],
    owners: Sequence[int | None],
    header: Header,
    bounds: Sequence[str | None],
    day: str | None,
    low: str,
) -> tuple[list[Found], frozenset[int]]:
    """Gives a law cited by its bare title the day of the only act of that title that it can mean.

    In the title of an older paper that is the law of that paper's time, and of two the new one if the paper details it:
    that is done before the law takes effect. Where the text itself cites an act of the title from another year, two
    can be meant: such citations are told, and join none, unless the passage goes on about that act; nor does a bill.

    Args:
        found: citations in order.
        titles: for each citation what the text says it is about.
        owners: for each citation the one in whose title it stands.
        header: the text's own identity.
        bounds: for each citation :func:`bound`.
        day: the day that the text prints as its own.
        low: the text in small letters.

    Returns:
        The citations, and the places of those that join no other.
    """
    years, days = _told(found)
    topic = _in_own_title(found, header.title_span)
    out, apart = list(found), set[int]()
    newest = max((f.date for f in found if f.date and len(f.date) == FULL_DAY), default="")
    at = {f.start: f for f in found}
    for i, f in enumerate(found):
        if f.named is None or (f.means is not None and not _is_too_young(at.get(f.means), bounds[i])):
            continue
        key, when = title_key(f.named.title), bounds[i] or day
        if f.date:
            if not f.named.amending and (title := registry.amending_of(f.named.title, f.date)) is not None:
                out[i] = f._replace(named=f.named._replace(title=title))
            continue
        is_new = _NEW.match(low, f.end) is not None and _has_newer(f.named.title, years[key], when)
        if f.named.bill or is_new or _OF_YEARS.match(low, f.end):
            apart.add(i)
            continue
        if f.named.amending:
            details = _is_guided(found, titles, owners, header, i)
            act = registry.only_amending(f.named.title, when, passed=details) if when else None
            if act is not None and (not years[key] or act.date[:4] in years[key]):
                out[i] = f._replace(date=act.date)
            continue
        if f.type not in registry.ACT_TYPES:
            continue
        if bounds[i] is None and key in topic:
            out[i] = f._replace(date=topic[key])
            continue
        if when is None:
            out[i] = f._replace(date=_only_act(f.named.title, newest))
            continue
        passes_laws = when == header.date and len(when) == FULL_DAY and header.type in registry.LAW_TYPES
        if passes_laws and registry.passed_at_one_session(f.named.title, when):
            apart.add(i)
            continue
        since = newest if when == day and newest.startswith(when) else ""  # a text is younger than what it cites
        guided = _is_guided(found, titles, owners, header, i)
        law = registry.law_at(f.named.title, when, passed=guided, since=since)
        if law is None:
            continue
        if bounds[i] or not years[key] or law.date[:4] in years[key]:
            out[i] = f._replace(date=law.date[:4] if (key, law.date[:4]) in days else law.date)
        elif len(years[key]) == 1 and _goes_on(found, i, low):
            out[i] = f._replace(date=next(iter(years[key])))
        else:
            apart.add(i)
    return out, frozenset(apart)


def _in_own_title(found: Sequence[Found], title_span: tuple[int, int] | None) -> dict[str, str]:
    """The years of the laws that the text's own title names with a year: "V/v thực hiện Luật Hải quan năm 2014"."""
    begin, end = title_span or (0, 0)
    inside = [f for f in found if begin <= f.start < end and f.named is not None and not f.named.amending and f.date]
    return {title_key(f.named.title): f.date[:4] for f in inside if f.named is not None and f.date is not None}


def _is_too_young(f: Found | None, bound: str | None) -> bool:
    """Whether a citation, whose paper the text has given a name, is younger than a title in which that name stands."""
    year = str(f.number.year) if f is not None and f.number is not None and f.number.year else None
    return f is not None and certainly_before(bound, f.date or year)


def _told(found: Sequence[Found]) -> tuple[dict[str, set[str]], set[tuple[str, str]]]:
    """By title the years of the acts that a text cites, and title and year of those of which it prints a day.

    That day may be a misprint, but it is the text's.
    """
    years: dict[str, set[str]] = defaultdict(set)
    days = set[tuple[str, str]]()
    for f in found:
        title = f.named.title if f.named is not None else f.law_title
        if not title:
            continue
        if f.date and not f.date.startswith("--"):
            years[title_key(title)].add(f.date[:4])
            if len(f.date) == FULL_DAY:
                days.add((title_key(title), f.date[:4]))
        elif f.number is not None and f.number.year:
            years[title_key(title)].add(str(f.number.year))
    return years, days


# "Luật Tổ chức Chính phủ mới đã được ban hành", beside the one of 2001
_NEW = re.compile(r"\s+mới(?=\s*[,.;:)\n]|\s+(?:đã|có|sẽ|cũng|và|quy\s+định|thay|này)(?!\w))")


def _has_newer(title: str, cited: set[str], when: str | None) -> bool:
    """Whether a title was given to a newer act, until a day if one is told, than all that a text cites."""
    acts = registry.law_titles().get(registry.fold_title(title), ())
    passed = [act.date for act in acts if act.date and (when is None or act.date <= when)]
    return bool(cited) and bool(passed) and max(passed)[:4] > max(cited)


def _only_act(title: str, newest: str) -> str | None:
    """The day of a law by its bare title in a text without a day: that of the only act which ever bore the title.

    The text has to be younger than the act, as the youngest paper that it cites tells.
    """
    acts = registry.law_titles().get(registry.fold_title(title), ())
    return acts[0].date if len(acts) == 1 and acts[0].number and acts[0].date and acts[0].date <= newest else None


_OF_YEARS = re.compile(r"\s*\((?:các\s+)?năm\s+(?:19|20)\d\d\s*(?:,|;|và\s)")  # "(năm 1996, năm 2008)": several
_CHANGES = re.compile(
    r"thay\s+thế|hết\s+hiệu\s+lực|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|hiện\s+(?:hành|nay)|kế\s+thừa|so\s+với\s+(?:bộ\s+)?luật|"
    r"(?<!\w)(?:nay|mới|cũ)(?!\w)"
)


def _goes_on(found: Sequence[Found], i: int, low: str) -> bool:
    """Whether a bare title goes on about the act of that title that the paragraph has named with its year.

    "… vi phạm khoản 6 Điều 89 Luật Đấu thầu năm 2013 …. Thời gian chậm so với khoản 2 Điều 8 Luật Đấu thầu": a
    provision of each is cited, and no word tells of a change from one act to another.
    """
    f = found[i]
    if f.named is None or not provisions.before(low, f.start)[0]:
        return False
    for j in range(i - 1, -1, -1):
        n = found[j]
        begin = low.rfind("\n", 0, n.start) + 1
        if "\n" in low[n.start : f.start]:
            return False
        title = n.named.title if n.named is not None else n.law_title
        if title and title_key(title) == title_key(f.named.title) and (n.date or n.number is not None):
            told = low[begin : f.start] + low[f.end : (low + "\n").find("\n", f.end)]
            return bool(provisions.before(low, n.start)[0]) and _CHANGES.search(told) is None
    return False


def _day_of(law: Document) -> str | None:
    """The day of a numbered law: that of the registry where the text tells its year alone."""
    known = registry.numbered_laws().get(law.number or "")
    return known.date if known is not None and known.date.startswith(law.date or "") else law.date


def to_numbered(
    found: Sequence[Found],
    targets: list[str | None],
    bounds: Sequence[str | None],
    rows: dict[str, Document],
    own_id: str,
) -> None:
    """Points a law cited by its title to the numbered law of that title, where the text has exactly one.

    "Luật Di sản văn hóa số 45/2024/QH15 (sau đây gọi là Luật Di sản văn hóa)"; in a law, that title is its own. Of
    a number without a title, "Luật số 44/2019/QH14", the table of laws knows it: one that no other law has borne.
    """
    numbered: dict[str, dict[str, None]] = defaultdict(dict)
    for f, target in zip(found, targets, strict=True):
        if target is None or target not in rows:
            continue
        if f.law_title is not None:
            numbered[title_key(f.law_title)][target] = None
            continue
        law = registry.numbered_laws().get(f.number.printed) if f.number and f.type != "nghi-quyet" else None
        if law is not None and len(registry.law_titles()[registry.fold_title(law.title)]) == 1:
            numbered[title_key(law.title)][target] = None
    for i, f in enumerate(found):
        if f.named is None or targets[i] in (None, own_id):
            continue
        if f.named.amending:
            act = registry.only_amending(f.named.title, registry.LAWS_UNTIL)
            told = [t for t, row in rows.items() if act is not None and f.date == act.date and row.number == act.number]
            if told and targets[i] != told[0]:
                old, targets[i] = targets[i], told[0]
                if old not in targets:
                    rows.pop(str(old), None)
            continue
        fits = [
            t
            for t in numbered.get(title_key(f.named.title), ())
            if compatible(rows[t].date, f.date) and not certainly_before(bounds[i], _day_of(rows[t]))
        ]
        if len(fits) == 1 and targets[i] != fits[0]:
            old, targets[i] = targets[i], fits[0]
            if old is not None and old not in targets:
                rows.pop(old, None)
            if f.reported and f.date is not None and len(f.date) > len(rows[fits[0]].date or ""):
                rows[fits[0]] = replace(rows[fits[0]], date=f.date)  # "Ngày 24/6/2024, Quốc hội đã thông qua Luật …"
