"""Laws, papers of plenums, and the terms of office after which numbers start again: three tables of the registry."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg._registry_tables import Row, checked, fold_title, read_rows, slug
from kg.dates import FULL_DAY

TERM_BODIES = ("party", "assembly", "party-province")
LAW_TYPES = ("luat", "bo-luat", "phap-lenh")  # known by their titles, numbered by Assembly term
ACT_TYPES = (*LAW_TYPES, "hien-phap")
_SESSION = datetime.timedelta(days=20)  # from the first to the last laws that one session of the Assembly passes


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office after which numbers start again.

    Attributes:
        body: ``party`` (Central Committee), ``assembly``, or ``party-province`` (provincial committees).
        number: the ordinal of the term; None where it differs by province.
        start, end: first and last day, cut to what is known; ``end`` empty for the present term.
    """

    body: str
    number: int | None
    label: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law, code or ordinance under its title; what is not known is empty.

    Attributes:
        date: day on which it was passed, cut to what is known.
        valid_from, valid_to: first and last day of its validity; no last day where it was in force when the table
            was drawn up (:data:`LAWS_UNTIL`).
        successor: number of the act that took its place.
        basis: how number and title are known, as in every table.
        dated: whether the date was seen in a source.
    """

    title: str
    type: str
    number: str
    date: str
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    basis: str = "K"
    dated: bool = False


@dataclass(frozen=True, slots=True)
class PlenumPaper:
    """A resolution or conclusion of a plenum of the Central Committee.

    Attributes:
        type: slug of its type.
        term, plenum: of the committee.
        number, date: by which it is cited.
        subjects: folded phrases of its title, each of which tells it from the others of its plenum; the first is
            its key.
    """

    type: str
    term: int
    plenum: int
    number: str
    date: str
    subjects: tuple[str, ...]


# The last day of which the table knows every law passed: the Assembly elected after it has met since.
LAWS_UNTIL = "2026-04-05"


def _term(row: Row) -> Term:
    return Term(
        row.one_of("body", TERM_BODIES),
        row.number("number") if row.text("number") else None,
        row.needed("label"),
        row.date("start"),
        row.date("end"),
    )


@functools.cache
def terms(folder: Path | None = None) -> tuple[Term, ...]:
    """Every term, in the order of the table."""
    columns = ("body", "number", "label", "start", "end", "source", "basis")
    return tuple(checked(row, _term(row)) for row in read_rows("terms.csv", columns, folder))


def _term_of(body: str, date: str) -> int | None:
    """The only term of a body that a partial date can fall into."""
    n = len(date)
    fits = [t for t in terms() if t.body == body and t.start[:n] <= date and (not t.end or date <= t.end[:n])]
    return fits[0].number if len(fits) == 1 else None


def party_term(date: str) -> int | None:
    """The term of the Central Committee on a day, or in a year that lies in one term alone.

    >>> party_term("2013-06-03"), party_term("2013"), party_term("2016")
    (11, 11, None)
    """
    return _term_of("party", date)


def assembly_term(date: str) -> int | None:
    """The term of the National Assembly on a day, or in a year that lies in one term alone.

    >>> assembly_term("2025"), assembly_term("2013-11-28"), assembly_term("2021")
    (15, 13, None)
    """
    return _term_of("assembly", date)


@functools.cache
def is_of_term(number: int, year: int | None) -> bool:
    """Whether an act of a term of the National Assembly can be of a year; any can of a term without days in the table.

    >>> is_of_term(15, 2025), is_of_term(13, 2025), is_of_term(13, None)
    (True, False, True)
    """
    own = [t for t in terms() if t.body == "assembly" and t.number == number and t.start]
    if year is None or not own:
        return True
    return any(int(t.start[:4]) <= year and (not t.end or year <= int(t.end[:4])) for t in own)


_CONGRESS_MONTHS = ("08", "09", "10")


def local_party_term(date: str) -> str | None:
    """First year of the provincial committee term on a day; None in the months of the congresses.

    Provincial congresses meet from August to October of every fifth year, each on its own days.

    >>> local_party_term("2016-12-06"), local_party_term("2010-12-13"), local_party_term("2020-09")
    ('2015', '2010', None)
    """
    year = int(date[:4])
    first = year - year % 5
    if year % 5:
        return str(first)
    month = date[5:7]
    if not month or month in _CONGRESS_MONTHS:
        return None
    return str(first) if month > _CONGRESS_MONTHS[-1] else str(first - 5)


def _law(row: Row) -> Law:
    return Law(
        row.needed("title"),
        row.one_of("type", ACT_TYPES),
        row.text("number"),
        row.date("date"),
        row.date("valid_from"),
        row.date("valid_to"),
        row.text("successor"),
        row.text("basis"),
        bool(row.text("date")) and row.text("basis") != "K" and "date: general knowledge" not in row.text("source"),
    )


@functools.cache
def laws(folder: Path | None = None) -> tuple[Law, ...]:
    """Laws, codes and ordinances by title; the same title once for every act that bore it."""
    columns = ("title", "type", "number", "date", "valid_from", "valid_to", "successor", "source", "basis")
    return tuple(checked(row, _law(row)) for row in read_rows("laws.csv", columns, folder))


@functools.cache
def law_titles(folder: Path | None = None) -> Mapping[str, tuple[Law, ...]]:
    """Acts by their folded title (:func:`kg.registry.fold_title`).

    >>> [law.number for law in law_titles()[fold_title("Luật Tiếp công dân")]]
    ['42/2013/QH13']
    """
    found: dict[str, list[Law]] = {}
    for law in laws(folder):
        found.setdefault(fold_title(law.title), []).append(law)
    return MappingProxyType({title: tuple(acts) for title, acts in found.items()})


@functools.cache
def numbered_laws(folder: Path | None = None) -> Mapping[str, Law]:
    """Acts by number.

    >>> numbered_laws()["77/2015/QH13"].title
    'Luật Tổ chức chính quyền địa phương'
    """
    return MappingProxyType({law.number: law for law in laws(folder) if law.number})


def _plenum_paper(row: Row) -> PlenumPaper:
    return PlenumPaper(
        row.needed("type"),
        row.number("term"),
        row.number("plenum"),
        row.needed("number"),
        row.date("date"),
        tuple(map(fold_title, row.items("subject"))),
    )


@functools.cache
def plenum_papers(folder: Path | None = None) -> Mapping[tuple[str, int, int], tuple[PlenumPaper, ...]]:
    """Papers of plenums by type, term and plenum."""
    columns = ("type", "term", "plenum", "number", "date", "subject", "source", "basis")
    found: dict[tuple[str, int, int], list[PlenumPaper]] = {}
    for row in read_rows("resolutions.csv", columns, folder):
        paper = checked(row, _plenum_paper(row))
        found.setdefault((paper.type, paper.term, paper.plenum), []).append(paper)
    return MappingProxyType({key: tuple(papers) for key, papers in found.items()})


def plenum_paper(kind: str, term: int, plenum: int, words: str) -> PlenumPaper | None:
    """The paper of a plenum that words name by its subject, where they name one alone.

    Args:
        kind: slug of the type.
        term, plenum: of the Central Committee.
        words: what follows the name, in low form.

    >>> plenum_paper("nghi-quyet", 11, 7, "về tăng cường sự lãnh đạo của đảng đối với công tác dân vận").number
    '25-NQ/TW'
    >>> plenum_paper("nghi-quyet", 11, 7, "của đảng") is None
    True
    """
    words = " ".join(words.split())
    papers = plenum_papers().get((kind, term, plenum), ())
    fits = [paper for paper in papers if any(subject in words for subject in paper.subjects)]
    return fits[0] if len(fits) == 1 else None


@functools.cache
def dated_plenum_papers() -> frozenset[tuple[str, str, str]]:
    """Type, number and day of the papers of plenums that the registry knows.

    >>> ("nghi-quyet", "18-NQ/TW", "2017-10-25") in dated_plenum_papers()
    True
    """
    return frozenset((x.type, x.number, x.date) for papers in plenum_papers().values() for x in papers)


_EARLY = "03-31"
_OF_SEVERAL = re.compile(
    r"(?:sửa đổi|bổ sung).*(?: của (?:\d+|các) luật |(?:luật|pháp lệnh) .*(?:,| và) (?:bộ )?(?:luật|pháp lệnh) )"
)
_AMENDING = re.compile(r"(?:luật|pháp lệnh) (?:sửa đổi|bổ sung)")


@functools.cache
def _amending() -> Mapping[str, tuple[Law, ...]]:
    """Numbered acts that amend others, by the slug of their titles: their commas differ from text to text."""
    found: dict[str, tuple[Law, ...]] = {}
    for law in laws():
        if law.number and _AMENDING.match(fold_title(law.title)):
            key = slug(fold_title(law.title))
            found[key] = (*found.get(key, ()), law)
    return found


_LONGEST_TITLE = 1500  # code points: those of the table have at most 253


def only_amending(title: str, day: str, *, passed: bool = False) -> Law | None:
    """The act that the title of an amending law means, by a text of a day.

    No two amend the same several laws. One law may be amended more than once under one title: then the table has to
    know of one act alone, from a source, and the day has to lie before its end (:data:`LAWS_UNTIL`). A paper that
    details an amending law (``passed``) follows it within two years.

    >>> excise = "Luật sửa đổi, bổ sung một số điều của Luật Thuế tiêu thụ đặc biệt"
    >>> only_amending(excise, "2015-10-28", passed=True).number
    '70/2014/QH13'
    >>> only_amending("Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức", "2024").number
    '52/2019/QH14'
    >>> only_amending("Luật sửa đổi, bổ sung một số điều của Luật Giá", "2026-01-20").number
    '140/2025/QH15'
    >>> only_amending("Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ", "2026-01-20") is None
    True
    """
    if len(title) > _LONGEST_TITLE:
        return None
    acts = _amending().get(slug(fold_title(title)), ())
    if passed and len(day) == FULL_DAY:
        recent = [act for act in acts if act.date and f"{int(day[:4]) - 2}{day[4:]}" <= act.date <= day]
        if len(recent) == 1:
            return recent[0]
    if len(acts) != 1 or not acts[0].date or acts[0].date[: len(day)] > day:
        return None
    several = _OF_SEVERAL.search(fold_title(title)) is not None
    return acts[0] if several or (acts[0].basis != "K" and day <= LAWS_UNTIL) else None


def amending_of(title: str, day: str) -> str | None:
    """The title of the act of a day that amends a law, where the law is of another: "sửa đổi bởi Luật X ngày …".

    >>> amending_of("Luật Tiêu chuẩn và quy chuẩn kỹ thuật", "2025-06-14")
    'luật sửa đổi, bổ sung một số điều của luật tiêu chuẩn và quy chuẩn kỹ thuật'
    >>> amending_of("Luật Tiêu chuẩn và quy chuẩn kỹ thuật", "2006-06-29") is None
    True
    """
    acts = law_titles().get(fold_title(title), ())
    if len(day) != FULL_DAY or not acts or any(not law.date or law.date[:4] == day[:4] for law in acts):
        return None
    amending = f"{acts[0].title.split()[0]} sửa đổi, bổ sung một số điều của {title}".lower()
    return amending if any(law.date == day for law in law_titles().get(fold_title(amending), ())) else None


def when_passed(title: str, day: str) -> str:
    """By what the act of a title and day is told: its year, or the day where two were passed under it that year.

    >>> when_passed("Luật Đất đai", "2024-01-18"), when_passed("Luật Tổ chức chính quyền địa phương", "2025-06-16")
    ('2024', '2025-06-16')
    """
    year = day[:4]
    same = [law for law in law_titles().get(fold_title(title), ()) if law.date[:4] == year]
    return day if len(same) > 1 and any(law.date == day for law in same) else year


def law_at(title: str, day: str, *, passed: bool = False, since: str = "") -> Law | None:
    """The law that a bare title means in a text of a day, where only one can be meant.

    A law can be meant from the day on which it was passed to the last of its validity: between the passing and the
    taking effect of a new law of the same title there are two, and neither is chosen. Nothing is said of days
    after :data:`LAWS_UNTIL`, unless the table knows when the law ended; but the Constitution, which has no number,
    is not changed unnoticed.

    Args:
        title: as printed, with the type word.
        day: ISO date cut to what is known; of a year, one law has to fit all of it.
        since: a day before which it cannot be, where only the year is known.
        passed: of a law in force and one that is passed, the latter is meant: papers that detail a law come before it.

    >>> law_at("Luật Đất đai", "2015-03-01").number, law_at("Luật Đất đai", "2024-03-01")
    ('45/2013/QH13', None)
    >>> law_at("Luật Đất đai", "2024-07-29", passed=True).number
    '31/2024/QH15'
    >>> law_at("Luật Đường bộ", "2024", passed=True).number, law_at("Luật Đường bộ", "2024")
    ('35/2024/QH15', None)
    >>> law_at("Luật Tổ chức chính quyền địa phương", "2018").number
    '77/2015/QH13'
    """
    first, last = max(since, day + "-01-01"[len(day) - 4 :]), day + "-12-31"[len(day) - 4 :]
    fits = [
        law
        for law in law_titles().get(fold_title(title), ())
        if not (law.date and law.date > last) and not (law.valid_to and law.valid_to < first)
    ]
    if passed and len(fits) > 1 and all(law.date for law in fits):
        fits = sorted(fits, key=lambda law: law.date)[-1:]
        if len(day) == len("2025") and fits[0].date <= f"{day}-{_EARLY}":
            first = fits[0].date  # most of the year lies behind its passing
    if not fits:
        return _last_of_title(title, first)
    if len(fits) != 1:
        return None
    law = fits[0]
    if not (law.number or law.type == "hien-phap") or not law.valid_from or len(law.date) != FULL_DAY:
        return None
    known = law.date <= first and last <= (law.valid_to or (LAWS_UNTIL if law.number else last))
    # a paper of the year in which it was passed details it
    alone = passed and len(law_titles()[fold_title(title)]) == 1
    return law if known or alone else None


def passed_at_one_session(title: str, day: str) -> bool:
    """Whether a new act of a title is passed in the weeks behind a day: by the session that passes a law that day.

    >>> passed_at_one_session("Luật Đầu tư", "2025-12-10"), passed_at_one_session("Luật Đầu tư", "2025-06-10")
    (True, False)
    """
    until = (datetime.date.fromisoformat(day) + _SESSION).isoformat()
    return any(act.date and day < act.date <= until for act in law_titles().get(fold_title(title), ()))


def _last_of_title(title: str, day: str) -> Law | None:
    """The last act of a title that had ended before a day: a text that still says the title means that one."""
    acts = law_titles().get(fold_title(title), ())
    if not acts or not all(law.date and law.valid_to for law in acts):
        return None
    last = max(acts, key=lambda law: law.date)
    return last if last.number and last.valid_to < day and len(last.date) == FULL_DAY else None
