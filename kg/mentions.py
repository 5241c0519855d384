"""Finds every place of a plain text where another document is cited.

Candidates come from cheap anchors (a digit before a separator and a code, the word Luật, a congress), and each
is read in a bounded window: type word and "số" to the left, date and issuer to the right. Nothing here
knows which document is meant; :mod:`kg.coreference` decides that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable

from kg import aliases, registry
from kg.backrefs import ANY
from kg.contexts import (
    ADOPTED,
    BLANK,
    ISSUER_LEAD,
    REJECT,
    SO_LEFT,
    TERM_TAIL,
    by_day,
    in_cell_before,
    joint_end,
    law_left,
    tail,
)
from kg.dates import date_after, read_date
from kg.events import ordinal, resolutions
from kg.found import Found
from kg.identity import family, serial_key
from kg.issuers import Body, issuer_of, may_have_issued
from kg.issuing import (
    bracketed_paper,
    deciding_subject,
    issuer_behind_title,
    issuing_day,
    issuing_subject,
    listing_subject,
)
from kg.lists import completed, dated_lists, inherit, jump_notes, serial_series, shared_issuers, told_behind
from kg.locality import Locality, province_locality
from kg.names import Named, laws
from kg.normalise import Plain
from kg.numbers import Number, candidates, read_number
from kg.phrases import Phrase, read_phrase, unit_named
from kg.typewords import (
    CODED_SHORT,
    SO,
    anaphora,
    code_type,
    is_general,
    law_type,
    short_forms,
    titled_left,
    type_code_left,
    type_issuer_left,
    type_left,
    type_slug,
    type_spans,
    type_worded_left,
)

_WINDOW = 130
_SO_CHARS = 24
_ASSEMBLY_TYPES = (
    "luat", "bo-luat", "phap-lenh", "nghi-quyet", "lenh", "nghi-quyet-lien-tich", "hien-phap", "van-ban-hop-nhat",
)  # fmt: skip
# types that a bare serial may follow: "Nghị quyết 18", but "Kế hoạch 5 năm", "Chương trình 30a", "Công văn 3 trang"
_ADOPTED_TYPES = ("luat", "bo-luat", "phap-lenh")
_BARE_SERIAL = (
    "nghi-quyet", "nghi-dinh", "quyet-dinh", "chi-thi", "ket-luan", "thong-tu", "thong-tri", "phap-lenh", "quy-dinh",
    "thong-tu-lien-tich",
)  # fmt: skip
_COUNTED = re.compile(
    r"\s*(?:điều|khoản|chương|nội dung|nhiệm vụ|nhóm|người|đồng|năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s+\d)|văn bản|"
    r"luật|vấn đề|mức|cá nhân|tập thể|"
    r"trường hợp|đối tượng|cơ quan|đơn vị|xã|huyện|tỉnh|dự án|lần|loại|hình thức|phương án|bộ|cán bộ|đảng viên|"
    r"học sinh|thành viên|đại biểu|chỉ tiêu|mục tiêu|giải pháp|biện pháp|chuyên đề|nghị quyết|quyết định|đồng chí|"
    r"tổ chức|chính sách|danh mục|phường|giờ|tuần|triệu|tỷ|tr\.|/)(?!\w)"
    # resolutions of international bodies
    r"|\s*\((?:rev\.?\s*)?wrc|\s*(?:\(\d{4}\)\s*)?của\s+(?:hội đồng bảo an|đại hội đồng|liên hợp quốc|asean|imo|icao)"
)
_SPACED_DASH = re.compile(r"\s-\s")
_TORN = re.compile(rf"{SO}\s*[:.]?\s*(?P<first>\d{{1,3}})[ ]$")


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
    found = dated_lists(p, jump_notes(p, found))
    spans = sorted((f.start, f.end) for f in found)
    typed = type_spans(p.low)
    places = [at for at, _ in typed]
    capital = [at for at in places if p.text[at].isupper()]
    short: list[Found] = []
    numbered = {(family(f.type), serial_key(f.number.serial)) for f in found if f.number is not None}
    for m in filter(None, (short_forms().match(p.low, at) for at in capital)):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = _short_form(p, m, numbered)
            if item is not None:
                short.append(item)
    said = numbered | {(family(f.type), serial_key(f.serial or "")) for f in short}
    small = [at for at, end in typed if not p.text[at].isupper() and _SERIAL_AFTER.match(p.low, end)]
    loose = [m for m in (short_forms().match(p.low, at) for at in small) if m is not None]
    for m in (*loose, *CODED_SHORT.finditer(p.text)):
        if not _overlaps(spans, m.start(), m.end()) and not any(s <= m.start() < e for s, e in closed):
            item = _loose_form(p, m, said)
            if item is not None:
                short.append(item)
    short.sort(key=lambda f: f.start)
    found += serial_series(p, completed(p, short, found), said)
    spans = sorted((f.start, f.end) for f in found)
    back = anaphora()
    found += [
        _said_before(p, m)
        for m in filter(None, (back.match(p.low, at) for at in [*places, *(m.start() for m in _PAPER.finditer(p.low))]))
        if not _overlaps(spans, m.start(), m.end())
        and not is_general(p.low, m.start())
        and (m["how"] != "đó" or p.text[m.start()].isupper())  # "luật, nghị quyết đó": whichever it is
    ]
    names = [*laws(p.text, p.low, places), *resolutions(p.text, p.low, where, places), *by_day(p, where, capital)]
    outer = 0  # end of the last amending act: the day behind it is not that of the acts inside
    for named in names:
        holder = _holding(spans, named.start, named.end)
        if holder is not None and named.start == holder:
            continue  # the number's own title
        if holder is None and _overlaps(spans, named.start, named.end):
            continue
        found.append(_by_name(p, named, nested=named.start < outer))
        outer = max(outer, named.name_end if named.amending else 0)
    found.sort(key=lambda f: (f.start, -f.end))
    found = [_issued(p, f) for f in aliases.bind(p, _once(found))]
    found = _brought(p, found)
    found = _with_bloc(p, _with_district(p, shared_issuers(p, found)))
    return tuple(_settled(p, f, where, own) for f in found)


def _brought(p: Plain, found: list[Found]) -> list[Found]:
    """Citations with the body that stands behind their title: "… do Ủy ban nhân dân tỉnh ban hành"."""
    out = list(found)
    for i, f in enumerate(found):
        if f.kind != "number" or f.phrase is not None:
            continue
        stop = next((n.start for n in found[i + 1 : i + 4] if n.kind == "number"), len(p.low))
        phrase = issuer_behind_title(p, f.head_end, stop)
        if phrase is not None:
            out[i] = f._replace(phrase=phrase)
    return out


def _issued(p: Plain, f: Found) -> Found:
    """The citation with the body, and the day, that the words before it name."""
    if f.named is not None:
        return _passed(p, f) if f.date is None and f.type in ("luat", "bo-luat", "phap-lenh") else f
    if f.date is None and (day := issuing_day(p, f.start)):
        f = f._replace(date=day, reported=True)
    issuing = issuing_subject(p, f.start) if f.phrase is None or f.date is None else None
    if f.phrase is not None:
        day = issuing.date if issuing is not None and issuing.reports else None
        return f._replace(date=day, reported=True) if day else f
    if issuing is None and (listed := listing_subject(p, f.start)):
        return f._replace(phrase=listed.phrase, reported=listed.reports)
    if issuing is None and f.number is not None and f.number.bodies:
        codes = {b.series for b in may_have_issued(f.number)}
        told = in_cell_before(p, f.start) or bracketed_paper(p, f.start, codes) or deciding_subject(p, f.start, codes)
        return f._replace(phrase=told) if told else f
    if issuing is None:
        return f
    return f._replace(phrase=issuing.phrase, date=f.date or issuing.date, reported=issuing.reports)


def _passed(p: Plain, f: Found) -> Found:
    """A law with the day on which the sentence says it was passed: "Ngày 24/6/2024, Quốc hội đã thông qua Luật …"."""
    told = issuing_subject(p, f.start)
    if told is None or not told.reports or told.date is None or len(told.date) != len("2024-06-24"):
        return f
    return f._replace(date=told.date, reported=True) if told.phrase.base.series in ("quoc-hoi", "ubtvqh") else f


_BODY_OF_UNIT = re.compile(
    r"(?:ubnd|hđnd|ủy\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân)\s+"
    r"(?:huyện|quận|thị\s+xã|thành\s+phố|tp\.?|xã|phường|thị\s+trấn)\s+(?=\w)|(?:huyện|quận|thị)\s+ủy\s+(?=\w)"
)
_BLOC = "dang-uy-khoi"
_BLOC_NAMED = re.compile(r"đảng\s+[ủb]\w+\s+khối\s+(?=\w)")


def _with_district(p: Plain, found: list[Found]) -> list[Found]:
    """Names the district or commune of "UBND huyện", "Huyện ủy" where the text names exactly one of that unit."""
    if not any(f.phrase is not None and _is_open(f.phrase) for f in found):
        return found
    said = [f.phrase for f in found if f.phrase is not None]
    said += [x for m in _BODY_OF_UNIT.finditer(p.low) if (x := read_phrase(p.text, p.low, m.start()))]
    names: dict[str, set[tuple[str, str | None]]] = {}
    for phrase in said:
        if phrase.proper and (unit := unit_named(phrase)):
            names.setdefault(unit, set()).add((phrase.proper, phrase.place))
    out = []
    for f in found:
        known = names.get(unit_named(f.phrase) or "", set()) if f.phrase is not None and _is_open(f.phrase) else set()
        if f.phrase is not None and len(known) == 1:
            proper, place = next(iter(known))
            f = f._replace(phrase=f.phrase._replace(proper=proper, place=place))
        out.append(f)
    return out


def _is_open(phrase: Phrase) -> bool:
    """Whether a body says its unit and not which one; "Thành ủy" alone may be that of the province."""
    named = phrase.proper or phrase.place
    return not named and (phrase.unit is not None or unit_named(phrase) not in (None, "thanh-pho"))


def _with_bloc(p: Plain, found: list[Found]) -> list[Found]:
    """Says which bloc of Party bodies "Đảng ủy Khối" is, where the text names one in full."""
    if not any(f.phrase is not None and f.phrase.base.slug == _BLOC for f in found):
        return found
    said = {x.base for m in _BLOC_NAMED.finditer(p.low) if (x := read_phrase(p.text, p.low, m.start()))}
    full = [base for base in said if base.slug.startswith(f"{_BLOC}-") and base.local]
    if len(full) != 1:
        return found
    short = [f.phrase is not None and f.phrase.base.slug == _BLOC for f in found]
    return [
        f._replace(phrase=f.phrase._replace(base=full[0])) if is_short and f.phrase else f
        for f, is_short in zip(found, short, strict=True)
    ]


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
    # "số 1 53/2025/NĐ-CP", as scanned pages have it
    torn = _TORN.search(left) if left[-1:] == " " and left[-2:-1].isdigit() else None
    left = left[: torn.start("first")] if torn else left
    typed = type_left().search(left)
    so = SO_LEFT.search(left, max(0, len(left) - _SO_CHARS))
    number = read_number(p.text, at, expected=bool(typed or so))
    if torn and number is not None:
        first, at = torn["first"], base + torn.start("first")
        number = number._replace(start=at, serial=first + number.serial, printed=first + number.printed)
    if number is None or BLANK.search(left) or (not typed and REJECT.search(left)):
        return None
    start, kind, who, law_title, inherited, reading = at, None, None, None, False, "typed"
    if typed and typed["type"] == "luật" and left[: typed.start()].endswith(("pháp ", "pháp\n")):
        typed = None  # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
    unit = number.year is None and len(number.codes) > 1  # "Công văn số 1268/UBTVQH15-PL"
    if typed and number.term and not unit and type_slug(typed["type"]) not in _ASSEMBLY_TYPES:
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
    elif named := law_left(p, number, base, left, so is not None):
        start, kind = named
        reading = "law"
        law_title = " ".join(SO_LEFT.sub("", p.text[start:at]).split()).rstrip(" ,(")
    elif between := type_issuer_left().search(left):
        phrase = read_phrase(p.text, p.low, base + between.start("who"))
        stop = phrase.end if phrase else 0
        joint = len(number.bodies) > 1 and phrase is not None and phrase.base in number.bodies
        if phrase and (joint or (between["lead"] and between["lead"].startswith("giữa"))):
            stop = joint_end(p, phrase.start)
        if phrase and not p.low[stop : base + between.end("who")].strip(" ,"):
            kind, start, who = type_slug(between["type"]), base + between.start("type"), phrase
            reading = "issuer"
    if kind is None and (worded := type_worded_left(left, number)):
        kind, start = worded[0], base + worded[1]
    if kind is None and (short := type_code_left(p.text[base:at], number)):
        kind, start = short[0], base + short[1]
    if kind is None and so and (titled := titled_left(left, number)):
        kind, reading = titled[0], "listed"
        who = read_phrase(p.text, p.low, base + titled[1]) if titled[1] is not None else None
    if kind is None:
        kind, reading = code_type(number), "coded"
        if previous is not None and at - previous.end < 260 and "\n\n" not in p.text[previous.end : at]:
            kind, inherited = inherit(p, number, kind, previous, at, bool(so))
            reading = "listed" if inherited else reading
        if kind is None:
            if not number.bodies or not (so or number.type_code is None):
                return None
            if number.term:
                kind = law_type(number)
            elif so or (any(b.branch for b in number.bodies) and len(number.codes[-1]) > 1):  # no form: "07/KHCN/N"
                if not so and _SPACED_DASH.search(p.text, at, number.end):  # "kỳ họp thứ 3 - HĐND tỉnh"
                    return None
                kind, reading = "cong-van", "letter"
        if (
            kind is None
            or (not number.bodies and not so)
            or (kind in registry.types() and not registry.types()[kind].citable)
        ):
            return None
    if kind == "thong-tu" and ("LB" in number.codes or number.type_code == "TTLT"):
        kind = "thong-tu-lien-tich"  # of several ministries, as the code says
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
        reading=reading if number.bodies else f"{reading}-unknown",
    )


def _short_form(p: Plain, m: re.Match[str], numbered: Container[tuple[str, str]]) -> Found | None:
    """A type with a bare serial: "Pháp lệnh số 34", "Nghị quyết 30a".

    Without "số" most types may be other words before a count ("Quyết định 5 nội dung", "Kế hoạch 2024"): then the
    text must cite a paper of that type and serial in full.
    """
    kind = type_slug(m["type"])
    if kind is None or not registry.types()[kind].citable or not p.text[m.start()].isupper():
        return None
    if m["so"] is None and _COUNTED.match(p.low, m.end()):
        return None
    if m["so"] is None and kind not in _BARE_SERIAL and (family(kind), serial_key(m["serial"])) not in numbered:
        return None
    if m["year"] and kind not in _WITH_YEAR:
        return None  # "Báo cáo 12/2021": of a month
    end, date, phrase, head = tail(p, m.end(), None)
    date = date or m["year"]
    return Found(m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, reading="serial")


# types whose numbers hold the year: "Nghị định 100/2019"
_WITH_YEAR = (
    "luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "thong-tu", "thong-tu-lien-tich", "quyet-dinh",
    "chi-thi",
)  # fmt: skip
_SERIAL_AFTER = re.compile(r"[ \t]+(?:số[ \t]+)?\d")
_OWN_WORD = ("NQ", "NĐ", "QĐ")  # codes that mean nothing but a paper


def _loose_form(p: Plain, m: re.Match[str], said: Container[tuple[str, str]]) -> Found | None:
    """A bare serial after a type in small letters, or after a type's code: "chỉ thị số 03 của Bộ Chính trị", "NQ 57".

    The text has to cite that paper elsewhere, or to say right here whose it is or of which day.
    """
    code = m.groupdict().get("code")
    kind = registry.type_codes()[code.casefold()][0] if code else type_slug(m["type"])
    if kind is None or not registry.types()[kind].citable:
        return None
    if (m["so"] is None and _COUNTED.match(p.low, m.end())) or REJECT.search(p.low, max(0, m.start() - 24), m.start()):
        return None
    if m["year"] and kind not in _WITH_YEAR:
        return None
    end, date, phrase, head = tail(p, m.end(), None)
    date = date or m["year"]
    known = (family(kind), serial_key(m["serial"])) in said
    told = phrase is not None or (date is not None and len(date) == 10) or m["year"] is not None
    told = told or told_behind(p, m.end())
    if not known and not told and code not in _OWN_WORD:
        return None
    if not known and m["so"] is None and kind not in _BARE_SERIAL:
        return None
    return Found(m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, reading="serial")


def _said_before(p: Plain, m: re.Match[str]) -> Found:
    """ "Quyết định nói trên", "Chương trình này": what it means is decided with the other citations."""
    kind = type_slug(m["type"]) or "" if m["type"] else ANY
    this = m["how"] is not None and m["how"].startswith("này")
    return Found(m.start(), m.end(), "back", kind, m.end(), this=this, reading="anaphora")


_PAPER = re.compile(r"văn bản (?=nói|nêu|kể|dẫn|vừa|đã|trên)")


def _by_name(p: Plain, named: Named, *, nested: bool) -> Found:
    head = named.end
    phrase = None
    if m := ISSUER_LEAD.match(p.low, head):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase:
            head = phrase.end
    if t := TERM_TAIL.match(p.low, head):
        head = t.end()
    date = named.date
    if date is None and not nested and named.type in _ADOPTED_TYPES and (adopted := ADOPTED.match(p.low, head)):
        day = read_date(p.low, adopted.end())  # told outside the span: the words between are no part of the name
        date, head = (day.iso, day.end) if day and day.has_year else (None, head)
    return Found(
        named.start,
        named.end,
        "name",
        named.type,
        head,
        date=date,
        phrase=phrase,
        named=named,
        reading="name" if named.known else "title",
    )


def _may_be(number: Number, own: Body | None) -> bool:
    """Whether a number's only code may be that of the text's own body."""
    if own is None or own.base is None or not own.slug or "+" in own.slug:
        return False
    options = may_have_issued(number)
    if options[0].local and options[0].branch == "party":
        return own.base is options[0]  # "302-CV/HU" says Huyện ủy, not which of its organs
    return any(b is own.base for b in options)


_TERM = re.compile(r"(?<!\w)khóa\s+([ivxl]+|\d{1,2})(?!\w)")


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
        if n.issuer and n.issuer.startswith("dai-hoi-dang-bo"):
            body = Body(n.issuer, n.series, "province", "party", None)
        elif n.series and n.series.startswith("dh-"):  # congress of a mass body
            body = Body(n.issuer, n.series, "province" if "." in n.series else "central", "front", None)
        return f._replace(body=body)
    phrase = f.phrase
    place = where
    if phrase is not None and phrase.place:
        place = province_locality(phrase.place)
    body = issuer_of(f.number, phrase, place, date=f.date if f.date and not f.date.startswith("--") else None)
    if phrase is None and f.number is not None and len(f.number.bodies) == 1 and _may_be(f.number, own):
        body = own or body  # the text's own body is the likeliest reading of its own code
    if f.term is None and body.series == "dcsvn-tw" and (t := _TERM.search(p.low, f.end, f.head_end)):
        return f._replace(body=body, term=ordinal(t[1]))
    return f._replace(body=body)
