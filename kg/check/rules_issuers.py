"""Rules about who issued a cited document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg import registry
from kg.check.draft import Cite, Draft
from kg.check.models import Hit
from kg.check.rules_dates import printed_day
from kg.check.spelling import year_of
from kg.dates import certainly_before
from kg.registry import Issuer

_ASSEMBLY = ("quoc-hoi",)
_ORDINANCE = ("uy-ban-thuong-vu-quoc-hoi", "hoi-dong-nha-nuoc")
_GOVERNMENT = ("chinh-phu", "hoi-dong-bo-truong", "hoi-dong-chinh-phu")
_COUNCILS = ("uy-ban-nhan-dan", "hoi-dong-nhan-dan", "thuong-truc-hoi-dong-nhan-dan")
#: Since the law on legal acts of 1996 types and bodies are tied; older papers are left alone.
_SINCE = 1998
_GRACE = 3  # months in which a paper of a body that was closed may still appear


def _is(*slugs: str) -> Callable[[Issuer], bool]:
    return lambda body: body.slug in slugs


#: type → who certainly cannot issue it. What is not listed is not judged.
_CANNOT: dict[str, Callable[[Issuer], bool]] = {
    "luat": lambda body: body.slug not in _ASSEMBLY,
    "bo-luat": lambda body: body.slug not in _ASSEMBLY,
    "phap-lenh": lambda body: body.slug not in _ORDINANCE,
    "nghi-dinh": lambda body: body.slug not in _GOVERNMENT,
    "thong-tu": lambda body: (
        body.slug in ("quoc-hoi", "chinh-phu", "thu-tuong-chinh-phu", *_ORDINANCE, *_COUNCILS)
        or (body.branch == "state" and body.levels[0] in ("province", "district", "commune"))
        or body.branch == "party"
    ),
    "nghi-quyet": lambda body: (
        body.slug in ("thu-tuong-chinh-phu", "uy-ban-nhan-dan")
        or (body.branch == "state" and body.slug.startswith(("bo-", "so-")))
    ),
    "chi-thi": _is("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "hoi-dong-nhan-dan"),
    "sac-lenh": lambda body: body.slug not in ("chu-tich-nuoc",),
}


def _bodies(c: Cite) -> list[tuple[Issuer, int, int]]:
    """The bodies named with a citation: in words, and by the code of its number."""
    out = []
    if c.phrase is not None:
        out.append((c.phrase.base, c.phrase.start, c.phrase.end))
    if c.number is not None and len(c.number.bodies) == 1 and c.number.term is None:
        out.append((c.number.bodies[0], c.number_start, c.number_end))
    return out


_CARRIED_OUT = re.compile(r"(?:thực\s+hiện|triển\s+khai|thi\s+hành|chấp\s+hành)\s+(?:các\s+)?$")


def _carried_out(draft: Draft, c: Cite) -> bool:
    """Whether the body may be who carries the document out: "kết quả thực hiện Chỉ thị … của UBND huyện"."""
    line = draft.low[max(0, c.start - 90) : c.start]
    return (
        _CARRIED_OUT.search(line) is not None
        and re.search(r"(?:kết\s+quả|tình\s+hình|việc|công\s+tác)\s", line) is not None
    )


def cannot_issue(draft: Draft) -> Iterator[Hit]:
    """C031: a body that cannot issue a paper of this type."""
    for c in draft.cites:
        judged = _CANNOT.get(c.mention.type)
        year = year_of(c)
        if judged is None or c.number is None or _carried_out(draft, c):
            continue
        if c.type_end == c.start or (year is not None and year < _SINCE) or _other_type(c):
            continue
        for body, start, end in _bodies(c):
            if judged(body):
                yield Hit(start, end, {"type": registry.types()[c.mention.type].name, "issuer": body.name})
                break


def _other_type(c: Cite) -> bool:
    """Whether the code names another type than the word: C001 says so already."""
    if c.number is None or c.number.type_code is None:
        return False
    return c.mention.type not in registry.type_codes().get(c.number.type_code.casefold(), ())


def issuer_and_code(draft: Draft) -> Iterator[Hit]:
    """C032: the body in words is not the body in the number."""
    for c in draft.cites:
        if c.phrase is None or c.number is None or not c.number.bodies or _carried_out(draft, c):
            continue
        judged = _CANNOT.get(c.mention.type)
        if judged is not None and judged(c.phrase.base):
            continue
        named = c.phrase.base
        meant = _meant(c)
        if not meant or any(named.series == body.series or named.slug == body.slug for body in meant):
            continue
        printed = draft.plain.text[c.phrase.start : c.phrase.end]
        if any(body.name.casefold() in f"{named.name} {printed}".casefold() for body in meant):
            continue
        code = c.number.bodies[0].code
        facts = {"issuer": " ".join(printed.split()), "code": code, "meant": meant[0].name, "number": c.number.printed}
        yield Hit(c.phrase.start, c.phrase.end, facts, also=((c.number_start, c.number_end),))


def _meant(c: Cite) -> list[Issuer]:
    """Every body that the codes of the number may mean; none where a code is only an alias."""
    assert c.number is not None
    out: list[Issuer] = []
    for body in c.number.bodies:
        if body.code.casefold() not in c.number.printed.casefold():
            return []
        out += registry.issuer_codes().get(body.code.casefold(), (body,))
    for code in c.number.codes:
        out += registry.issuer_codes().get(code.casefold().rstrip("0123456789"), ())
    return out


def ended(draft: Draft) -> Iterator[Hit]:
    """C033: the body, or its province or district, no longer existed on the date."""
    for c in draft.cites:
        date = c.date if c.date and not c.date.startswith("--") else (str(year_of(c) or "") or None)
        if date is None or c.number is None or c.mention.target == draft.analysis.document.id:
            continue
        for body, start, end in _bodies(c):
            if body.valid_to and _codes_once(body) and certainly_before(_later(body.valid_to), date):
                successors = [
                    b.name for code in body.successor for b in registry.issuer_codes().get(code.casefold(), ())[:1]
                ]
                facts = {
                    "name": body.name,
                    "end": printed_day(body.valid_to),
                    "date": printed_day(date),
                    "successor": ", ".join(successors) or "?",
                }
                yield Hit(start, end, facts)
                break
        else:
            if c.phrase is not None and c.phrase.place and c.phrase.unit in (None, "tinh", "thanh-pho"):
                place = registry.places()[c.phrase.place]
                if place.valid_to and certainly_before(_later(place.valid_to), date):
                    merged = registry.places().get(place.merged_into or "")
                    facts = {
                        "name": place.name,
                        "end": printed_day(place.valid_to),
                        "date": printed_day(date),
                        "successor": merged.name if merged else "?",
                    }
                    yield Hit(c.phrase.start, c.phrase.end, facts)


#: Ministries have been founded anew under old names; only the bodies of the last reform are judged.
_REFORM = "2025"


def not_yet(draft: Draft) -> Iterator[Hit]:
    """C034: the body in the number did not exist yet on the date."""
    for c in draft.cites:
        date = c.date if c.date and not c.date.startswith("--") else (str(year_of(c) or "") or None)
        if date is None or c.number is None or len(c.number.bodies) != 1:
            continue
        body = c.number.bodies[0]
        if body.code.casefold() not in (code.casefold() for code in c.number.codes):
            continue
        owners = registry.issuer_codes().get(body.code.casefold(), (body,))
        if all(o.valid_from >= _REFORM and certainly_before(date, o.valid_from) for o in owners):
            facts = {"name": body.name, "begin": printed_day(body.valid_from), "date": printed_day(date)}
            yield Hit(c.number_start, c.number_end, facts)


_DISTRICTS_ENDED = "2025-06-30"


def district(draft: Draft) -> Iterator[Hit]:
    """C035: a district's body on a date after the districts were dissolved."""
    for c in draft.cites:
        date = c.date if c.date and not c.date.startswith("--") else None
        if date is None or c.phrase is None or c.phrase.unit not in ("huyen", "quan", "thi-xa"):
            continue
        if certainly_before(_later(_DISTRICTS_ENDED), date):
            printed = " ".join(draft.plain.text[c.phrase.start : c.phrase.end].split())
            yield Hit(c.phrase.start, c.phrase.end, {"name": printed, "date": printed_day(date)})


def _codes_once(body: Issuer) -> bool:
    """Whether the code belongs to this body alone: a code that lives on says nothing."""
    return not body.code or all(other.valid_to for other in registry.issuer_codes().get(body.code.casefold(), (body,)))


def _later(date: str) -> str:
    """A date some months on: what was signed before may be numbered after.

    >>> _later("2025-02-28"), _later("2025-11"), _later("2007")
    ('2025-05-28', '2026-02', '2008')
    """
    if len(date) == 4:
        return str(int(date) + 1)
    months = int(date[:4]) * 12 + int(date[5:7]) - 1 + _GRACE
    return f"{months // 12:04d}-{months % 12 + 1:02d}{date[7:]}"
