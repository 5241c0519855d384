"""Rules about numbers: the type they name, their form, their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import registry
from kg.check.draft import Cite, Draft, type_before
from kg.check.models import Hit
from kg.check.spelling import Spelling, near_code, official_types, spelling, year_of
from kg.codes import body_of
from kg.numbers import read_number

_YEARLESS_TYPES = {"nghi-dinh": "NĐ", "thong-tu": "TT", "thong-tu-lien-tich": "TTLT"}
_FIRST_YEARLESS = (
    1998  # since the law on legal acts of 1996 came into force, every decree and circular carries its year
)
_ASSEMBLY = re.compile(r"(?P<body>UBTVQH|QH)(?P<term>\d{1,2})?(?![\wĐđ])")


def _numbered(draft: Draft) -> Iterator[Cite]:
    """Every citation with a number, the draft's own number first."""
    own = [draft.own] if draft.own is not None else []
    return (c for c in (*own, *draft.cites) if c.number is not None and c.raw)


def _type_name(slug: str) -> str:
    kind = registry.types().get(slug)
    return kind.name if kind else slug


def type_and_code(draft: Draft) -> Iterator[Hit]:
    """C001: the word before the number names one type, the code in it another."""
    for c in _numbered(draft):
        number = c.number
        if number is None or number.type_code is None or (c.type_end == c.start and c is not draft.own):
            continue
        if c is draft.own and c.mention.type == "cong-van":
            continue  # a letter names no type; whatever was read as one is a guess
        printed = registry.types().get(c.mention.type)
        meant = registry.type_codes().get(number.type_code.casefold(), ())
        if printed is None or not meant or printed.slug in meant:
            continue
        families = {registry.types()[slug].family for slug in meant}
        if printed.family in families or number.type_code in (*printed.codes, *printed.shared_codes):
            continue
        if number.type_code.casefold() not in official_types():
            continue
        yield Hit(
            c.start,
            c.number_end,
            {
                "type": _type_name(printed.slug),
                "code": number.type_code,
                "meant": _type_name(meant[0]),
                "right": printed.codes[0] if printed.codes else "",
            },
        )


def _spellings(draft: Draft) -> list[tuple[Cite, Spelling]]:
    """Every number that is printed otherwise than it should be; worked out once for all the rules."""
    if "spellings" not in draft.memo:
        found = ((c, spelling(c, draft)) for c in _numbered(draft))
        draft.memo["spellings"] = [(c, wrong) for c, wrong in found if wrong is not None]
    known: list[tuple[Cite, Spelling]] = draft.memo["spellings"]
    return known


def _spelled(draft: Draft, fault: str) -> Iterator[Hit]:
    for c, found in _spellings(draft):
        if fault == "space" and c is draft.own:
            continue  # the clerk leaves room for the serial
        if fault in found.faults:
            printed = re.sub(r"\s+", " ", c.raw)
            yield Hit(c.number_start, c.number_end, {"number": printed, "right": found.right}, found.right)


def malformed(draft: Draft) -> Iterator[Hit]:
    """C002: a separator is lost, or characters stand in the number that do not belong there."""
    yield from _spelled(draft, "lost")
    yield from _unread(draft)


def capitals(draft: Draft) -> Iterator[Hit]:
    """C003: a known code in the wrong capitals."""
    return _spelled(draft, "capitals")


def stroke(draft: Draft) -> Iterator[Hit]:
    """C004: D where the code has Đ."""
    return _spelled(draft, "stroke")


def separators(draft: Draft) -> Iterator[Hit]:
    """C005: stroke and hyphen in each other's place."""
    return _spelled(draft, "separator")


def spaces(draft: Draft) -> Iterator[Hit]:
    """C006: spaces inside a number."""
    return _spelled(draft, "space")


_TOKEN = re.compile(r"(?<=\s)số\s*(?::\s*)?(?P<number>[\dOoIl][\w.&]*(?:\s?[/\\|.,_–-]{1,2}\s?[\w&]+){1,5})")


def _unread(draft: Draft) -> Iterator[Hit]:
    """Numbers that the analysis could not read, but reads once a slip of the keys is put right."""
    text, low = draft.plain.text, draft.low
    for c in _numbered(draft):
        right = _repaired(c.raw) if re.match(r"\d+[OoIl](?=[/-])", c.raw) else None
        if right is not None and read_number(right, 0, expected=True) is not None:
            yield Hit(c.number_start, c.number_end, {"number": c.raw, "right": right}, right)
    for m in _TOKEN.finditer(text):
        if draft.cited_at(m.start("number"), m.end("number"), numbered=True):
            continue
        if type_before(low, m.start()) is None:
            continue
        printed = m["number"]
        right = _repaired(printed)
        if right is None:
            continue
        number = read_number(right, 0, expected=True)
        if number is None or number.end != len(right) or not number.type_code or not number.bodies:
            continue
        yield Hit(m.start("number"), m.end("number"), {"number": printed, "right": number.printed}, number.printed)


def _repaired(printed: str) -> str | None:
    """A number without the slips of the keys that make it unreadable.

    >>> _repaired("3O\\\\2020\\\\NĐ-CP"), _repaired("12//QĐ-UBND"), _repaired("30/2020/NĐ-CP") is None
    ('30/2020/NĐ-CP', '12/QĐ-UBND', True)
    """
    out = re.sub(r"[\\|]", "/", re.sub(r"\s+", "", printed))
    out = re.sub(r"(?:/[-.,]|[-.,]/|//+)", "/", out)
    out = re.sub(r"--+", "-", out)
    out = re.sub(r"^(\d+)[.,](?=(?:19|20)\d\d)", r"\1/", out)
    out = re.sub(r"(/(?:19|20)\d\d)[.,](?=[A-ZĐ])", r"\1/", out)
    head = re.match(r"[\dOoIl]+(?:/[\dOoIl]{4}(?=/))?", out)
    if head:
        out = head.group().translate(str.maketrans("OoIl", "0011")) + out[head.end() :]
    return out if out != re.sub(r"\s+", "", printed) else None


def near_known(draft: Draft) -> Iterator[Hit]:
    """C007: a code that nobody has, one letter away from one that everybody knows."""
    for c in _numbered(draft):
        number = c.number
        if number is None or (year_of(c) or _FIRST_YEARLESS) < _FIRST_YEARLESS:
            continue
        segments = [s for s in re.split(r"[/\-_]", re.sub(r"\s+", "", c.raw)) if s and not s[0].isdigit()]
        if len(segments) < 2:
            continue
        kind = registry.types().get(c.mention.type)
        for position, segment in enumerate(segments[:2]):
            known = segment.casefold() in registry.type_codes() if position == 0 else body_of(segment) is not None
            misprint = segment in ("TTq",)
            if (known and not misprint) or (position == 0 and (c.type_end == c.start or kind is None)):
                continue
            if position == 1 and number.type_code is None:
                continue
            right = near_code(segment, position, kind.codes[:1] if kind else ())
            if right is None or _used_elsewhere(draft, c, segment):
                continue
            fixed = c.raw.replace(segment, right, 1)
            yield Hit(c.number_start, c.number_end, {"code": segment, "right": right, "number": fixed})
            break


def _used_elsewhere(draft: Draft, cite: Cite, segment: str) -> bool:
    """Whether other documents carry the code too: then it is a body that the registry does not know."""
    return any(
        other.mention.number != cite.mention.number and re.search(rf"(?<!\w){re.escape(segment)}(?!\w)", other.raw)
        for other in draft.cites
        if other.raw
    )


def year_missing(draft: Draft) -> Iterator[Hit]:
    """C008: a decree or circular whose number lacks the year."""
    for c in _numbered(draft):
        number = c.number
        code = _YEARLESS_TYPES.get(c.mention.type)
        if number is None or code is None or number.year or number.type_code != code or number.party:
            continue
        if not number.bodies or number.bodies[0].branch != "state":
            continue
        year = year_of(c)
        if year is None or year < _FIRST_YEARLESS:
            continue
        right = re.sub(r"^(\d+[a-zđ]?)", rf"\1/{year}", number.printed)
        yield Hit(
            c.number_start, c.number_end, {"number": number.printed, "right": right, "type": _type_name(c.mention.type)}
        )


def assembly_term(draft: Draft) -> Iterator[Hit]:
    """C009: the term in an Assembly number is missing, or is not that of its year."""
    for c in _numbered(draft):
        year = year_of(c)
        if year is None or year < 1992:
            continue
        for m in _ASSEMBLY.finditer(c.raw):
            date = c.date if c.date and len(c.date) >= 7 and not c.date.startswith("--") else str(year)
            terms = terms_of(date if date.startswith(str(year)) else str(year))
            if not terms or (m["term"] and int(m["term"]) in terms):
                continue
            right = f"{m['body']}{terms[0]}" if len(terms) == 1 else " / ".join(f"{m['body']}{t}" for t in terms)
            facts = {"code": m.group(), "right": right, "year": str(year)}
            yield Hit(c.number_start, c.number_end, facts)


def terms_of(date: str) -> list[int]:
    """The Assembly terms that a day, month or year lies in.

    >>> terms_of("2015"), terms_of("2016")
    ([13], [13, 14])
    """
    n = len(date)
    return [
        t.number
        for t in registry.terms()
        if t.body == "assembly" and t.number and t.start[:n] <= date and (not t.end or date <= t.end[:n])
    ]
