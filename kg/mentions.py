"""Finds every place of a plain text where another document is cited.

Candidates come from cheap anchors (a digit before a separator and a code, the word Luật, a congress), and each
is read in a bounded window: type word and "số" to the left, date and issuer to the right. Nothing here
knows which document is meant; :mod:`kg.resolve` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kg import registry
from kg.dates import FoundDate, date_after, read_date
from kg.issuers import Body, Locality, Phrase, issuer_of, place_at, province_locality, read_phrase
from kg.names import Named, laws, read_law, resolutions
from kg.normalise import Plain, fold_tone, lower
from kg.numbers import Number, candidates, read_number

_WINDOW = 130
_SO = r"(?:số(?:\s+hiệu)?|ký\s+hiệu|so)"
_LAW_TYPES = ("luat", "bo-luat", "phap-lenh")
_REJECT = re.compile(
    r"(?:mẫu|biểu(?:\s+mẫu)?|bảng|phụ\s+lục|phụ\s+biểu|hình|mã|mã\s+số|biển(?:\s+\w+)?|thửa|tờ\s+bản\s+đồ|điện\s+thoại|"
    r"đt|tel|fax|hotline|tài\s+khoản|hợp\s+đồng|bản\s+án|vụ\s+án|hồ\s+sơ|lô|gói\s+thầu|tcvn|qcvn|tiêu\s+chuẩn|iso(?:/iec)?|"
    r"giấy\s+phép|giấy\s+chứng\s+nhận|gcn|chứng\s+chỉ|mẫu\s+in|km|quốc\s+lộ|tỉnh\s+lộ|đường|phiếu|sổ)"
    r"\s*(?:số|hiệu)?\s*[:.]?\s*$"
)
_BLANK = re.compile(r"(?:[./…_–-]|\.\s)\s*$")
_SO_LEFT = re.compile(rf"(?<!\w){_SO}\s*[:.]?\s*$")
_DIGITS_BEFORE = re.compile(r"(?<!\d)(?P<serial>\d{1,5})\s*$")
_ISSUER_LEAD = re.compile(r"\s{0,3},?\s{0,3}(?:(?:do|của|bởi)\s+|(?=hội\s+nghị\s))")
_BETWEEN = re.compile(r"\s*,?\s*giữa\s+")
_TERM_TAIL = re.compile(r"\s*,?\s*\(?\s*(?:khóa|nhiệm kỳ)\s+[\wivxlc]+(?:\s*-\s*\d{4})?\s*\)?")
_ALIAS_TAIL = re.compile(r"\s*\((?:sau đây|dưới đây)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là[^()]{1,160}\)")
_GLUE = re.compile(r"(?:\s|,|;|và|hoặc|cùng|với|các|" + _SO + r"|:)*")
_JUMP = re.compile(r"\s*,?\s*ngày\s+\d{1,3}\s*")
_SUBJECT = re.compile(
    r"(?:\s+(?:đã|cũng|vừa|mới|tiếp\s+tục|kịp\s+thời|chủ\s+động|tham\s+mưu))*\s*(?:xây\s+dựng\s+và\s+|ký\s+)?"
    r"(?:ban\s+hành|có)(?:\s+(?:các|một\s+số))?\s*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A citation as read at one place, offsets into the plain text.

    Attributes:
        kind: ``number``, ``name`` or ``back``.
        serial: of a short form ("Pháp lệnh số 34") that has no code.
        date: with or without a year (``--11-20``).
        head_end: end of everything that names the document: number, date, issuer, term, alias.
        phrase: the issuer as printed after (or, ``subject``, before) the number.
        inherited: the type word stands with an earlier number of the list.
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
    inherited: bool = False
    inserted: bool = False
    confidence: float = 0.95


@cache
def _type_table() -> tuple[str, dict[str, str]]:
    table: dict[str, str] = {}
    for name, type_slug in registry.type_names():
        table.setdefault(" ".join(fold_tone(lower(name)).split()), type_slug)
    ordered = sorted(table, key=lambda n: (-len(n), n))
    return "|".join(r"\s+".join(map(re.escape, n.split())) for n in ordered), table


@cache
def _type_left() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{_type_table()[0]}|văn\s+bản)"
        rf"(?P<gap>\s*(?:,\s*)?(?:(?:có|mang)\s+)?(?:{_SO})?\s*[:.]?\s*)$"
    )


@cache
def _type_issuer_left() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{_type_table()[0]})\s+(?P<lead>(?:của|do)\s+)?(?P<who>[^;:.\d()]{{3,90}}?)\s*,?\s*(?:ban\s+hành\s*)?{_SO}\s*[:.]?\s*$"
    )


@cache
def _short() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{_type_table()[0]})\s+(?P<so>{_SO}\s*[:.]?\s*)?(?P<serial>\d{{1,4}}[a-zđ]?)(?![\w/]|[-.]\d|\s*/|\s*%|\s*-\s*\w)"
    )


@cache
def _type_by_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{_type_table()[0]})\s+(?:(?P<of>(?:của|do)\s+)|(?=ngày\s+\d))")


@cache
def _anaphora() -> re.Pattern[str]:
    after = r"(?=\s*[,.;:)\n]|\s+(?:có|được|thì|và|đã|của|đến|là|hết|chưa|không|về|quy|vẫn)(?!\w))"
    return re.compile(
        rf"(?<!\w)(?P<type>{_type_table()[0]})\s+(?P<how>(?:nói|nêu|kể|đã\s+nêu|đã\s+dẫn|dẫn)\s+(?:ở\s+)?trên|trên\s+đây|trên{after}|này(?!\w))"
    )


def type_slug(name: str) -> str | None:
    """Slug of a printed type name in low form.

    >>> type_slug("chương trình hành động"), type_slug("văn bản") is None
    ('chuong-trinh-hanh-dong', True)
    """
    return _type_table()[1].get(" ".join(name.split()))


def find(p: Plain, where: Locality, *, own: Body | None = None, skip: Iterable[tuple[int, int]] = ()) -> tuple[Found, ...]:
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
    spans = [(f.start, f.end) for f in found]
    for m in _short().finditer(p.low):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = _short_form(p, m)
            if item is not None:
                found.append(item)
    spans = [(f.start, f.end) for f in found]
    found += [_said_before(p, m) for m in _anaphora().finditer(p.low) if not _overlaps(spans, m.start(), m.end())]
    names = [*laws(p.text, p.low), *resolutions(p.text, p.low, where), *_by_day(p, where)]
    for named in names:
        holder = next((f for f in found if f.start <= named.start and named.end <= max(f.end, f.start) and f.kind == "number"), None)
        if holder is not None and named.start == holder.start:
            continue
        if holder is None and _overlaps(spans, named.start, named.end):
            continue
        found.append(_by_name(p, named))
    found.sort(key=lambda f: (f.start, -f.end))
    found = [f if f.phrase or f.named else replace(f, phrase=_subject(p, f)) for f in _once(found)]
    found = _with_district(found)
    return tuple(_settled(p, f, where, own) for f in found)


def _with_district(found: list[Found]) -> list[Found]:
    """Names the district or commune of "UBND huyện" where the text names exactly one of that unit."""
    names: dict[str, set[tuple[str, str | None]]] = {}
    for f in found:
        if f.phrase is not None and f.phrase.unit and f.phrase.proper:
            names.setdefault(f.phrase.unit, set()).add((f.phrase.proper, f.phrase.place))
    out = []
    for f in found:
        known = names.get(f.phrase.unit or "", set()) if f.phrase and not f.phrase.proper and not f.phrase.place else set()
        if f.phrase is not None and len(known) == 1:
            proper, place = next(iter(known))
            f = replace(f, phrase=replace(f.phrase, proper=proper, place=place))
        out.append(f)
    return out


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)


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
    typed = _type_left().search(left)
    so = _SO_LEFT.search(left)
    number = read_number(p.text, at, expected=bool(typed or so))
    if number is None or _BLANK.search(left) or (_REJECT.search(left) and not typed):
        return None
    start, kind, who, inherited, confidence = at, None, None, False, 0.98
    if typed:
        kind = type_slug(typed["type"])
        start = base + typed.start("type")
        if kind is None:  # "văn bản số"
            kind = _code_type(number) or "cong-van"
        elif kind in registry.types() and not registry.types()[kind].citable:
            return None
        if not number.known:
            if not typed["gap"].strip() or not any(c.isupper() for c in number.printed):
                return None
            confidence = 0.85
    elif named := _law_left(p, number, base, left, so is not None):
        start, kind = named
    elif between := _type_issuer_left().search(left):
        phrase = read_phrase(p.text, p.low, base + between.start("who"))
        gap = p.low[phrase.end : base + between.end("who")].strip(" ,") if phrase else "x"
        if phrase and not gap:
            kind, start, who = type_slug(between["type"]), base + between.start("type"), phrase
    if kind is None:
        kind = _code_type(number)
        if previous is not None and at - previous.end < 260 and "\n\n" not in p.text[previous.end : at]:
            kind, inherited = _inherit(p, number, kind, previous, at, bool(so))
        if kind is None:
            if not number.bodies or not (so or number.type_code is None):
                return None
            if number.term:
                kind = _law_type(number)
            elif so or any(b.branch for b in number.bodies):
                kind, confidence = "cong-van", 0.7
        if kind is None or (not number.bodies and not so) or (kind in registry.types() and not registry.types()[kind].citable):
            return None
        confidence = min(confidence, 0.95 if number.bodies else 0.75)
    end, date, phrase, head_end = _tail(p, number.end, number)
    return Found(start, end, "number", kind, head_end, number, None, date, phrase or who, None, None, inherited, False, confidence)


def _code_type(number: Number) -> str | None:
    """The type that the code names; the State form of TT is Thông tư, the Party form Thông tri."""
    if number.type_code is None:
        return None
    options = registry.type_codes().get(number.type_code.casefold(), ())
    branches = {b.branch for b in number.bodies}
    for option in options:
        if not branches or branches & set(registry.types()[option].branches):
            return option
    return options[0] if options else None


def _law_type(number: Number) -> str | None:
    for law in registry.laws():
        if law.number == number.printed:
            return law.type
    return None


def _law_left(p: Plain, number: Number, base: int, left: str, so: bool) -> tuple[int, str] | None:
    """Start and type of a law whose title stands between its type word and its number."""
    if not number.bodies or number.bodies[0].slug not in ("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "hoi-dong-nha-nuoc", "chu-tich-nuoc"):
        return None
    begin = max(0, base + len(left) - 320)
    window = p.low[begin : base + len(left)]
    cut = max((m.end() for m in re.finditer(r"[;:\n]|\d/|\d{4}", window)), default=0)
    starts = [
        m for m in re.finditer(r"(?<!\w)(bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết)(?!\w)", window)
        if m.start() >= cut and p.text[begin + m.start()].isupper()
    ]
    if not starts or not so:
        return None
    amending = [m for m in starts if re.match(r"\s+(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)", window[m.end() :])]
    first = amending[0] if amending else starts[-1]
    if not amending and not _is_titled(p, begin + first.start(), first[1], begin + first.end(), base + len(left)):
        return None
    return begin + first.start(), type_slug(first[1]) or "luat"


def _is_titled(p: Plain, at: int, word: str, word_end: int, stop: int) -> bool:
    """Whether only a title stands between the type word at ``at`` and the number at ``stop``."""
    if word.split()[0] != "nghị":
        named = read_law(p.text, p.low, at, word, word_end, nested=True)
        if named is not None and re.fullmatch(rf"\s*[,(]?\s*{_SO}\s*[:.]?\s*", p.low[named.name_end : stop]):
            return True
    words = p.low[word_end:stop].split(None, 2)
    return len(words) < 3 or re.search(r"(?<!\w)(?:của|quy\s+định|hướng\s+dẫn|thực\s+hiện|theo)\s", words[2]) is None


def _inherit(p: Plain, number: Number, kind: str | None, previous: Found, at: int, so: bool) -> tuple[str | None, bool]:
    """Type of a number in a list whose type word stands with an earlier one."""
    gap = p.low[previous.head_end : at]
    glued = _GLUE.fullmatch(gap) is not None
    same = previous.number is not None and previous.number.codes == number.codes
    if kind is None and previous.number is not None and (glued or so) and (
        same or (number.bodies and previous.number.bodies and number.bodies[0].series == previous.number.bodies[0].series)
    ):
        return previous.type, True
    if kind is not None and glued and same:
        return previous.type, True
    return kind, False


def _tail(p: Plain, end: int, number: Number | None) -> tuple[int, str | None, Phrase | None, int]:
    """What follows a number: end of the span, date, issuer phrase, end of the head."""
    low, text = p.low, p.text
    date: FoundDate | None = date_after(low, end)
    head = date.end if date else end
    if date and low[head : head + 1] == ")" and "(" in low[end : head]:
        head += 1
    span_end = date.end if date else end
    phrase = None
    if t := _TERM_TAIL.match(low, head):
        head = t.end()
    if m := _ISSUER_LEAD.match(low, head):
        phrase = read_phrase(text, low, m.end())
    elif number is not None and (g := re.compile(r"\s+").match(low, head)) and text[g.end() : g.end() + 1].isupper():
        # without "của": only where the phrase names the body of the number's own register
        loose = read_phrase(text, low, g.end())
        if loose and any(loose.base.series == b.series for b in number.bodies):
            phrase = loose
    elif between := _BETWEEN.match(low, head):
        head = _joint_end(p, between.end())
    if phrase is not None:
        head = phrase.end if number is None or len(number.bodies) < 2 else _joint_end(p, phrase.start)
        if t := _TERM_TAIL.match(low, head):
            head = t.end()
        if date is None and (later := date_after(low, head)) and "-" in later.iso:
            date, head = later, later.end
    if a := _ALIAS_TAIL.match(low, head):
        head = a.end()
    return span_end, (date.iso if date else None), phrase, head


def _joint_end(p: Plain, at: int) -> int:
    """End of "giữa A và B", the bodies of a joint paper; its codes name them already."""
    while phrase := read_phrase(p.text, p.low, at):
        at = phrase.end
        link = re.compile(r"\s*(?:,|-|và|với)\s+").match(p.low, at)
        if link is None:
            break
        after = read_phrase(p.text, p.low, link.end())
        if after is None:
            break
        at = link.end()
    return at


def _short_form(p: Plain, m: re.Match[str]) -> Found | None:
    """A type with a bare serial: "Pháp lệnh số 34", "Nghị quyết 30a"."""
    kind = type_slug(m["type"])
    if kind is None or not registry.types()[kind].citable:
        return None
    capital = p.text[m.start()].isupper()
    if not capital or (m["so"] is None and re.search(r"(?:kế|dự|chương|báo|thông báo|hướng|quy|đề|phương|công|biên)", m["type"][:6])):
        return None
    if m["so"] is None and re.match(r"\s*(?:điều|khoản|chương|nội dung|nhiệm vụ|nhóm|người|đồng|năm|tháng|ngày|văn bản|luật)\b", p.low[m.end() :]):
        return None
    end, date, phrase, head = _tail(p, m.end(), None)
    return Found(m.start(), end, "back", kind, head, None, m["serial"], date, phrase, None, None, False, False, 0.8)


def _said_before(p: Plain, m: re.Match[str]) -> Found:
    """"Quyết định nói trên", "Chương trình này": what it means is decided with the other citations."""
    kind = type_slug(m["type"]) or ""
    confidence = 0.8 if m["how"].startswith("này") else 0.85
    return Found(m.start(), m.end(), "back", kind, m.end(), None, None, None, None, None, None, False, False, confidence)


def _by_name(p: Plain, named: Named) -> Found:
    head = named.end
    phrase = None
    if m := _ISSUER_LEAD.match(p.low, head):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase:
            head = phrase.end
    if t := _TERM_TAIL.match(p.low, head):
        head = t.end()
    confidence = 0.95 if named.known else 0.8
    return Found(named.start, named.end, "name", named.type, head, None, None, named.date, phrase, named, None, False, False, confidence)


def _by_day(p: Plain, where: Locality) -> list[Named]:
    """Papers without a number, known by type, body and day: "Nghị quyết của Bộ Chính trị ngày 31 tháng 7 năm 1987"."""
    out = []
    for m in _type_by_day().finditer(p.low):
        if not p.text[m.start()].isupper():
            continue
        kind = type_slug(m["type"])
        if kind is None or kind in _LAW_TYPES or not registry.types()[kind].citable:
            continue
        phrase = read_phrase(p.text, p.low, m.end()) if m["of"] else None
        if m["of"] and phrase is None:
            continue
        name_end = phrase.end if phrase else m.end() - 1
        day = date_after(p.low, name_end)
        if day is None or len(day.iso) != 10 or day.iso.startswith("--"):
            continue
        if phrase is None:
            lead = re.compile(r"\s*,?\s*của\s+").match(p.low, day.end)
            phrase = read_phrase(p.text, p.low, lead.end()) if lead else None
            if phrase is None:
                continue
        body = issuer_of(None, phrase, where, date=day.iso)
        if body.slug is None or body.series is None:
            continue
        out.append(Named(m.start(), day.end, kind, f"ngày {day.iso}", day.iso, body.slug, body.series, None, day.end, True))
    return out


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
        _, _, phrase, head = _tail(p, day.end, f.number)
        out[i] = replace(f, date=day.iso, phrase=phrase or f.phrase, head_end=head)
        if inserted:
            out[i + 1] = replace(out[i + 1], inserted=True)
    return out


def _dated_lists(found: list[Found]) -> list[Found]:
    """One date at the end of a list covers its members: "số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.date is not None or n.date is None or f.head_end > n.start or f.inserted or n.inserted:
            continue
        if f.phrase is not None or f.number is None or n.number is None or f.number.codes != n.number.codes or n.start - f.head_end > 40:
            continue
        if f.number.year and not n.date.startswith(str(f.number.year)):
            continue
        out[i] = replace(f, date=n.date, phrase=f.phrase or n.phrase, confidence=min(f.confidence, 0.9))
    return out


def _settled(p: Plain, f: Found, where: Locality, own: Body | None) -> Found:
    """The citation with its issuing body."""
    if f.named is not None:
        n = f.named
        body = Body(n.issuer, n.series, f.phrase.base.level if f.phrase else "central", f.phrase.base.branch if f.phrase else None, None)
        if f.named.issuer and f.named.issuer.startswith("dai-hoi-dang-bo"):
            body = Body(n.issuer, n.series, "province", "party", None)
        return replace(f, body=body)
    phrase = f.phrase
    place = where
    if phrase is not None and phrase.place:
        place = province_locality(phrase.place)
    body = issuer_of(f.number, phrase, place, date=f.date if f.date and not f.date.startswith("--") else None)
    if own is not None and own.base is not None and phrase is None and body.base is own.base and own.slug:
        # the text's own body is the likeliest reading of its own code
        body = own
    return replace(f, body=body)


def _subject(p: Plain, f: Found) -> Phrase | None:
    """The body that "đã ban hành" the paper, where it stands right before it."""
    begin = max(0, f.start - 110)
    left = p.low[begin : f.start]
    m = _SUBJECT.search(left)
    if m is None:
        return None
    upto = begin + m.start()
    for word in re.finditer(r"(?<!\w)[a-zđà-ỹ]", p.low[begin:upto]):
        phrase = read_phrase(p.text, p.low, begin + word.start())
        if phrase is not None and upto - 2 <= phrase.end <= upto + 1:
            return phrase
    return None


def mentioned_places(p: Plain) -> dict[str, int]:
    """How often each province is named in a text."""
    from kg.issuers import place_pattern

    counts: dict[str, int] = {}
    pattern, _ = place_pattern()
    for m in pattern.finditer(p.low):
        if m.start() and (p.low[m.start() - 1].isalnum() or p.low[m.start() - 1] in "-_/."):
            continue
        if not p.text[m.start()].isupper():
            continue
        found = place_at(p.low, m.start())
        if found:
            counts[found[0]] = counts.get(found[0], 0) + 1
    return counts
