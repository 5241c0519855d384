"""Finds every place of a plain text where another document is cited.

Candidates come from cheap anchors (a digit before a separator and a code, the word Luật, a congress), and each
is read in a bounded window: type word and "số" to the left, date and issuer to the right. Nothing here
knows which document is meant; :mod:`kg.coreference` decides that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

from kg import registry
from kg.contexts import BLANK, ISSUER_LEAD, REJECT, SO_LEFT, TERM_TAIL, by_day, issuing_subject, law_left, tail
from kg.dates import date_after, read_date
from kg.issuers import Body, Locality, Phrase, issuer_of, province_locality, read_phrase
from kg.names import Named, laws, resolutions
from kg.normalise import Plain
from kg.numbers import Number, candidates, read_number
from kg.typewords import (
    SO,
    anaphora,
    code_type,
    law_type,
    short_forms,
    type_issuer_left,
    type_left,
    type_places,
    type_slug,
)

_WINDOW = 130
_SO_CHARS = 24
_GLUE = re.compile(r"(?:\s|,|;|và|hoặc|cùng|với|các|" + SO + r"|:)*")
_ASSEMBLY_TYPES = (
    "luat", "bo-luat", "phap-lenh", "nghi-quyet", "lenh", "nghi-quyet-lien-tich", "hien-phap", "van-ban-hop-nhat",
)  # fmt: skip
_JUMP = re.compile(r"\s*,?\s*ngày\s+\d{1,3}\s*")


class Found(NamedTuple):
    """A citation as read at one place, offsets into the plain text.

    Attributes:
        kind: ``number``, ``name`` or ``back``.
        serial: of a short form ("Pháp lệnh số 34") that has no code.
        date: with or without a year (``--11-20``).
        head_end: end of everything that names the document: number, date, issuer, term, alias.
        phrase: the issuer as printed after (or, ``subject``, before) the number.
        law_title: for a numbered law the title printed between its type word and its number, with the word.
        inherited: the type word stands with an earlier number of the list.
        inserted: a footnote that a page break put into the sentence of another citation.
        reported: the sentence reports its issuing: "UBND tỉnh đã ban hành …".
        this: "Nghị định này", "Chương trình này": the text itself, or the paper named right before.
    """

    start: int
    end: int
    kind: Literal["number", "name", "back"]
    type: str
    head_end: int
    number: Number | None = None
    serial: str | None = None
    date: str | None = None
    phrase: Phrase | None = None
    named: Named | None = None
    body: Body | None = None
    law_title: str | None = None
    inherited: bool = False
    inserted: bool = False
    reported: bool = False
    this: bool = False
    confidence: float = 0.95


def find(
    p: Plain, where: Locality, *, own: Body | None = None, skip: Iterable[tuple[int, int]] = ()
) -> tuple[Found, ...]:
    """Every citation of a plain text, in order of place.

    Args:
        p: the text.
        where: the place the text speaks from, for issuers such as "UBND tỉnh".
        own: the text's own issuer, for numbers whose code alone names it.
        skip: spans that are no citations (the text's own number in its header).
    """
    closed = sorted(skip)
    found: list[Found] = []
    for at in candidates(p.text):
        if any(s <= at < e for s, e in closed) or (found and at < found[-1].end):
            continue
        item = _numbered(p, at, found[-1] if found else None, where)
        if item is not None:
            found.append(item)
    found = _dated_lists(_jump_notes(p, found))
    spans = sorted((f.start, f.end) for f in found)
    places = type_places(p.low)
    capital = [at for at in places if p.text[at].isupper()]
    for m in filter(None, (short_forms().match(p.low, at) for at in capital)):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = _short_form(p, m)
            if item is not None:
                found.append(item)
    spans = sorted((f.start, f.end) for f in found)
    back = anaphora()
    found += [
        _said_before(p, m)
        for m in filter(None, (back.match(p.low, at) for at in places))
        if not _overlaps(spans, m.start(), m.end())
    ]
    names = [*laws(p.text, p.low, places), *resolutions(p.text, p.low, where, places), *by_day(p, where, capital)]
    for named in names:
        holder = _holding(spans, named.start, named.end)
        if holder is not None and named.start == holder:
            continue  # the number's own title
        if holder is None and _overlaps(spans, named.start, named.end):
            continue
        found.append(_by_name(p, named))
    found.sort(key=lambda f: (f.start, -f.end))
    found = [_issued(p, f) for f in _once(found)]
    found = _with_district(found)
    return tuple(_settled(p, f, where, own) for f in found)


def _issued(p: Plain, f: Found) -> Found:
    """The citation with the body, and the day, that the words before it name."""
    if f.phrase is not None or f.named is not None:
        return f
    issuing = issuing_subject(p, f.start)
    if issuing is None:
        return f
    return f._replace(phrase=issuing.phrase, date=f.date or issuing.date, reported=issuing.reports)


def _with_district(found: list[Found]) -> list[Found]:
    """Names the district or commune of "UBND huyện" where the text names exactly one of that unit."""
    names: dict[str, set[tuple[str, str | None]]] = {}
    for f in found:
        if f.phrase is not None and f.phrase.unit and f.phrase.proper:
            names.setdefault(f.phrase.unit, set()).add((f.phrase.proper, f.phrase.place))
    out = []
    for f in found:
        known = (
            names.get(f.phrase.unit or "", set()) if f.phrase and not f.phrase.proper and not f.phrase.place else set()
        )
        if f.phrase is not None and len(known) == 1:
            proper, place = next(iter(known))
            f = f._replace(phrase=f.phrase._replace(proper=proper, place=place))
        out.append(f)
    return out


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


def _numbered(p: Plain, at: int, previous: Found | None, where: Locality) -> Found | None:
    """The citation whose serial starts at ``at``."""
    floor = previous.end if previous else 0
    left = p.low[max(floor, at - _WINDOW) : at]
    base = at - len(left)
    typed = type_left().search(left)
    so = SO_LEFT.search(left, max(0, len(left) - _SO_CHARS))
    number = read_number(p.text, at, expected=bool(typed or so))
    if number is None or BLANK.search(left) or (not typed and REJECT.search(left)):
        return None
    start, kind, who, law_title, inherited, confidence = at, None, None, None, False, 0.98
    if typed and typed["type"] == "luật" and left[: typed.start()].endswith(("pháp ", "pháp\n")):
        typed = None  # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
    if typed and number.term and type_slug(typed["type"]) not in _ASSEMBLY_TYPES:
        typed = None  # the last words of a law's title: "… liên quan đến quy hoạch số 28/2018/QH14"
    if typed:
        kind = type_slug(typed["type"])
        start = base + typed.start("type")
        if kind is None:  # "văn bản số"
            kind = code_type(number) or "cong-van"
        elif kind in registry.types() and not registry.types()[kind].citable:
            return None
        if not number.known:
            dated = typed["gap"].strip() or date_after(p.low, number.end) is not None
            if not dated or not any(c.isupper() for c in number.printed):
                return None
            confidence = 0.85
    elif named := law_left(p, number, base, left, so is not None):
        start, kind = named
        law_title = " ".join(SO_LEFT.sub("", p.text[start:at]).split()).rstrip(" ,(")
    elif between := type_issuer_left().search(left):
        phrase = read_phrase(p.text, p.low, base + between.start("who"))
        gap = p.low[phrase.end : base + between.end("who")].strip(" ,") if phrase else "x"
        if phrase and not gap:
            kind, start, who = type_slug(between["type"]), base + between.start("type"), phrase
    if kind is None:
        kind = code_type(number)
        if previous is not None and at - previous.end < 260 and "\n\n" not in p.text[previous.end : at]:
            kind, inherited = _inherit(p, number, kind, previous, at, bool(so))
        if kind is None:
            if not number.bodies or not (so or number.type_code is None):
                return None
            if number.term:
                kind = law_type(number)
            elif so or any(b.branch for b in number.bodies):
                kind, confidence = "cong-van", 0.7
        if (
            kind is None
            or (not number.bodies and not so)
            or (kind in registry.types() and not registry.types()[kind].citable)
        ):
            return None
        confidence = min(confidence, 0.95 if number.bodies else 0.75)
    end, date, phrase, head_end = tail(p, number.end, number)
    return Found(
        start,
        end,
        "number",
        kind,
        head_end,
        number=number,
        date=date,
        phrase=phrase or who,
        law_title=law_title,
        inherited=inherited,
        confidence=confidence,
    )


def _inherit(p: Plain, number: Number, kind: str | None, previous: Found, at: int, so: bool) -> tuple[str | None, bool]:
    """Type of a number in a list whose type word stands with an earlier one."""
    gap = p.low[previous.head_end : at]
    glued = _GLUE.fullmatch(gap) is not None
    same = previous.number is not None and previous.number.codes == number.codes
    if (
        kind is None
        and previous.number is not None
        and (glued or so)
        and (
            same
            or (
                number.bodies and previous.number.bodies and number.bodies[0].series == previous.number.bodies[0].series
            )
        )
    ):
        return previous.type, True
    if kind is not None and glued and same:
        return previous.type, True
    return kind, False


def _short_form(p: Plain, m: re.Match[str]) -> Found | None:
    """A type with a bare serial: "Pháp lệnh số 34", "Nghị quyết 30a"."""
    kind = type_slug(m["type"])
    if kind is None or not registry.types()[kind].citable:
        return None
    capital = p.text[m.start()].isupper()
    if not capital or (
        m["so"] is None and re.search(r"(?:kế\s|dự|chương|báo|thông báo|hướng|quy|đề|phương|công|biên)", m["type"])
    ):
        return None
    if m["so"] is None and re.match(
        r"\s*(?:điều|khoản|chương|nội dung|nhiệm vụ|nhóm|người|đồng|năm|tháng|ngày|văn bản|luật)\b", p.low[m.end() :]
    ):
        return None
    end, date, phrase, head = tail(p, m.end(), None)
    return Found(m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, confidence=0.8)


def _said_before(p: Plain, m: re.Match[str]) -> Found:
    """ "Quyết định nói trên", "Chương trình này": what it means is decided with the other citations."""
    kind = type_slug(m["type"]) or ""
    return Found(m.start(), m.end(), "back", kind, m.end(), this=m["how"].startswith("này"), confidence=0.85)


def _by_name(p: Plain, named: Named) -> Found:
    head = named.end
    phrase = None
    if m := ISSUER_LEAD.match(p.low, head):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase:
            head = phrase.end
    if t := TERM_TAIL.match(p.low, head):
        head = t.end()
    confidence = 0.95 if named.known else 0.8
    return Found(
        named.start,
        named.end,
        "name",
        named.type,
        head,
        date=named.date,
        phrase=phrase,
        named=named,
        confidence=confidence,
    )


def _jump_notes(p: Plain, found: list[Found]) -> list[Found]:
    """Joins a number to its date over a footnote that the page break has put between them.

    "Kết luận số 65-KL/TW ngày 9 Báo cáo số 2202-BC/BCSĐCP ngày 11/9/2023 7 30/10/2019": the figures around
    the inserted paper are its mark and the page number.
    """
    out = list(found)
    for i, f in enumerate(out):
        if f.date is not None or not (m := _JUMP.match(p.low, f.head_end)):
            continue
        after = re.compile(r"\s*(?:\d{1,4}\s+)?").match(p.low, m.end())
        inserted = i + 1 < len(out) and out[i + 1].start - m.end() <= 2 and out[i + 1].start >= m.end() - 1
        if inserted:
            after = re.compile(r"[\s.;]*(?:\d{1,4}\s+)?").match(p.low, out[i + 1].head_end)
        if after is None:
            continue
        day = read_date(p.low, after.end())
        if day is None or len(day.iso) != 10:
            continue
        _, _, phrase, head = tail(p, day.end, f.number)
        out[i] = f._replace(date=day.iso, phrase=phrase or f.phrase, head_end=head)
        if inserted:
            out[i + 1] = out[i + 1]._replace(inserted=True)
    return out


def _dated_lists(found: list[Found]) -> list[Found]:
    """One date at the end of a list covers its members: "số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.date is not None or n.date is None or f.head_end > n.start or f.inserted or n.inserted:
            continue
        if (
            f.phrase is not None
            or f.number is None
            or n.number is None
            or f.number.codes != n.number.codes
            or n.start - f.head_end > 40
        ):
            continue
        if f.number.year and not n.date.startswith(str(f.number.year)):
            continue
        out[i] = f._replace(date=n.date, phrase=f.phrase or n.phrase, confidence=min(f.confidence, 0.9))
    return out


def _settled(p: Plain, f: Found, where: Locality, own: Body | None) -> Found:
    """The citation with its issuing body."""
    if f.named is not None:
        n = f.named
        body = Body(
            n.issuer,
            n.series,
            f.phrase.base.level if f.phrase else "central",
            f.phrase.base.branch if f.phrase else None,
            None,
        )
        if f.named.issuer and f.named.issuer.startswith("dai-hoi-dang-bo"):
            body = Body(n.issuer, n.series, "province", "party", None)
        return f._replace(body=body)
    phrase = f.phrase
    place = where
    if phrase is not None and phrase.place:
        place = province_locality(phrase.place)
    body = issuer_of(f.number, phrase, place, date=f.date if f.date and not f.date.startswith("--") else None)
    if own is not None and own.base is not None and phrase is None and body.base is own.base and own.slug:
        # the text's own body is the likeliest reading of its own code
        body = own
    return f._replace(body=body)
