"""The issuing body of every citation: from the phrase, the codes, the place, and what the text names elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from kg import registry
from kg.dates import FULL_DAY
from kg.derived_bodies import WITH_OFFICES
from kg.events import ordinal
from kg.found import Found
from kg.identity import family, serial_key
from kg.institutions import body_code, has_own_code, is_institution
from kg.issuers import Body, has_code_of, in_its_code, issuer_of, may_have_issued
from kg.joint import council_boards, joint_body, parties
from kg.lists import TERM
from kg.locality import NOWHERE, Locality, province_locality
from kg.normalise import Plain
from kg.numbers import Number
from kg.phrases import MANY, Phrase, read_phrase
from kg.registry import LAW_TYPES

_BLOC = "dang-uy-khoi"
_BLOC_NAMED = re.compile(r"đảng\s+[ủb]\w+\s+khối\s+(?=\w)")


def with_bloc(p: Plain, found: list[Found]) -> list[Found]:
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


def with_types_told(found: list[Found]) -> list[Found]:
    """Bare numbers without a code for their type, with the type that the text gives that number elsewhere.

    "Lịch sử hiệu lực: Nghị định 28/CP … 29/04/1995 Văn bản được ban hành 28/CP": else they are read as letters.
    """
    told: dict[str, set[str]] = {}
    for f in found:
        if f.number is not None and f.number.type_code is None and f.start < f.number.start:
            told.setdefault(f.number.printed, set()).add(f.type)
    out = []
    for f in found:
        kinds = told.get(f.number.printed, set()) if f.number is not None and f.reading == "letter" else set[str]()
        bare = f.number is not None and f.start == f.number.start
        out.append(f._replace(type=next(iter(kinds)), reading="listed") if bare and len(kinds) == 1 else f)
    return out


_MANY_COMMITTEES = ("ĐUK", "ĐU")  # each bloc, commune or agency writes them
_NEXT_IN_LIST = re.compile(r"\s*[;,]\s*")


def with_committees_of_lists(p: Plain, found: list[Found]) -> list[Found]:
    """Papers of Party committees without a body, with that of the next paper of their list with the same code.

    "Kế hoạch số 81-KH/ĐUK ngày 15/8/2019; Hướng dẫn số 23-HD/ĐUK ngày 28/11/2019 của Đảng ủy Khối Doanh nghiệp Trung
    ương": the list comes from one committee, which is named once.
    """
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.number is None or n.number is None or f.phrase is not None or n.phrase is None or n.phrase.start < n.end:
            continue
        same = f.number.codes[-1:] == n.number.codes[-1:] and f.number.codes[-1] in _MANY_COMMITTEES
        if same and f.head_end <= n.start and _NEXT_IN_LIST.fullmatch(p.low, f.head_end, n.start):
            out[i] = f._replace(phrase=n.phrase)
    return out


def with_institution(found: list[Found]) -> list[Found]:
    """Papers whose code the registry does not know, with the one institution that the text names for that code."""
    named: dict[str, dict[tuple[object, ...], Phrase]] = {}
    for f in found:
        code = body_code(f.number) if f.number is not None else None
        if code and f.phrase is not None and is_institution(f.phrase.base):
            x = f.phrase
            named.setdefault(code, {})[x.base.series, x.unit, x.place, x.proper] = x
    if not named:
        return found
    out = []
    for f in found:
        bare = f.number is not None and f.phrase is None and f.kind == "number" and not has_own_code(f.number)
        those = named.get(body_code(f.number) or "", {}) if bare and f.number is not None else {}
        out.append(f._replace(phrase=next(iter(those.values()))) if len(those) == 1 else f)
    return out


def _may_be(number: Number, own: Body | None) -> bool:
    """Whether a number's only code may be that of the text's own body."""
    if own is None or own.base is None or not own.slug or "+" in own.slug:
        return False
    options = may_have_issued(number)
    if options[0].local and options[0].branch == "party":
        return own.base is options[0]  # "302-CV/HU" says Huyện ủy, not which of its organs
    return any(b is own.base or (b.slug in MANY and b.series == own.base.series) for b in options)


def _is_own_institution(number: Number, own: Body | None) -> bool:
    """Whether a number has the code that the text's own body, which no table knows, writes in its own number."""
    base = own.base if own is not None else None
    return base is not None and is_institution(base) and body_code(number) in base.aliases_code


def _is_court(own: Body | None) -> bool:
    """Whether the text's own body is a court: its judgments speak of the papers of every level."""
    return own is not None and (own.slug or "").startswith("toa-an-")


def _is_own_court(p: Plain, f: Found, number: Number, own: Body | None) -> bool:
    """Whether a decision is that by which the court whose judgment this is opened the trial: "58/2022/QĐXXST-HC".

    So is "Quyết định hoãn phiên tòa số 31/2023/QĐST-DS".
    """
    opens = any(code.startswith("QĐXX") for code in number.codes)
    return _is_court(own) and (opens or _ADJOURNS.search(p.low, f.start, number.start) is not None)


_ADJOURNS = re.compile(r"(?:hoãn|mở\s+lại|tạm\s+ngừng)\s+phiên\s+t(?:òa|oà)")


_BOARD = "ban-chi-dao"
_DIGITS = re.compile(r"-(\d+)(?:-|$)")
_NO_FIELD_BEHIND = re.compile(
    r"\s*(?:[.,;:)]|\n|$)|\s+về\s+(?:việc|chương\s+trình\s+công\s+tác|kế\s+hoạch|phân\s+công|kiện\s+toàn|ban\s+hành|triển\s+khai|thực\s+hiện)\s"
)


def _is_own_board(p: Plain, number: Number, phrase: Phrase, own: Body) -> bool:
    """Whether "Ban Chỉ đạo" alone is the board that speaks: one of a number, "389", has that in its code."""
    if phrase.base.slug != _BOARD or phrase.place is not None or not (own.slug or "").startswith(f"{_BOARD}-"):
        return False
    digits = _DIGITS.search(own.slug or "")
    named = digits is None or any(digits[1] in code for code in number.codes)
    return named and _NO_FIELD_BEHIND.match(p.low, phrase.end) is not None


def _is_own_office(number: Number, phrase: Phrase, own: Body) -> bool:
    """Whether a central body alone is its office in a place, from which the text is: "1108/CTLAN-TTHT của Cục Thuế"."""
    central = phrase.base.slug in WITH_OFFICES and phrase.place is None and phrase.unit is None
    code = body_code(number)
    return (
        central
        and (own.slug or "").startswith(f"{phrase.base.slug}-")
        and code is not None
        and code not in phrase.base.codes
    )


def _is_own(p: Plain, number: Number, phrase: Phrase, own: Body) -> bool:
    """Whether a body without its place is the one that speaks."""
    return _is_own_board(p, number, phrase, own) or _is_own_office(number, phrase, own)


def _known(f: Found) -> Body | None:
    """The body of a paper that names none, as far as its type or the registry tells it.

    Precedents are chosen by the Council of Justices (Luật Tổ chức Tòa án nhân dân); plenums are of the Central
    Committee.
    """
    if f.phrase is not None or f.number is None:
        return None
    code = "hđtp" if f.type == "an-le" else None
    if f.date and (f.type, f.number.printed, f.date) in registry.dated_plenum_papers():
        code = "tw"
    bodies = registry.issuer_codes().get(code, ()) if code else ()
    return issuer_of(None, Phrase(0, 0, bodies[0], ""), NOWHERE) if bodies else None


_AT_EVERY_LEVEL = ("ubnd", "hdnd")
_NOBODY = Body(None, None, None, None, None)


# "Theo đề nghị của Phòng Kế hoạch - Đấu thầu tại Tờ trình số 88/TTr-KHĐT": not of the ministry with that code
_OF_AN_OFFICE = re.compile(
    r"của\s+(?:(?:Trưởng|Phó Trưởng|Phó trưởng)\s+)?"
    r"(?P<office>(?:Phòng|Tổ|Khoa|Bộ phận|(?<=[Tt]rưởng\s)(?:phòng|khoa))\s+[^,;.:\n\d]{2,60}?)\s+tại\s+(?:các\s+)?$"
)
_OFFICE_WITHIN = 110


def _is_of_an_office(p: Plain, f: Found) -> bool:
    """Whether an office inside a body has written a paper whose code is that of a central one."""
    if f.number is None or not any(b.level in ("central", "ministry") for b in f.number.bodies[:1]):
        return False
    m = _OF_AN_OFFICE.search(p.text, max(0, f.start - _OFFICE_WITHIN), f.start)
    return m is not None and read_phrase(p.text, p.low, m.start("office")) is None


def _had_ended(where: Locality, date: str | None) -> bool:
    """Whether the province that a text speaks from was no more on a day: the paper is another's, untold whose."""
    place = registry.places().get(where.province or "")
    return place is not None and bool(place.valid_to and date) and (date or "")[: len(place.valid_to)] > place.valid_to


def settled(p: Plain, f: Found, where: Locality, own: Body | None) -> Found:
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
        return f.with_body(body)
    if f.phrase is None and f.number is None:
        return f.with_body(_NOBODY)
    phrase = f.phrase
    if phrase is None and f.number is not None and _is_of_an_office(p, f):
        return f.with_body(_NOBODY)
    place = replace(where, province=None, name=None, unit=None) if _had_ended(where, f.date) else where
    if phrase is not None and phrase.place:
        place = province_locality(phrase.place)
    body = issuer_of(f.number, phrase, place, date=f.date if f.date and not f.date.startswith("--") else None)
    if f.number is not None and phrase is not None and (number := in_its_code(f.number, body)) is not f.number:
        f = f._replace(number=number)
    if body.slug == "chu-tich-nuoc" and f.type in LAW_TYPES:  # numbered as the order that made it public: "18-L/CTN"
        passed = "ubtvqh" if f.type == "phap-lenh" else "qh"
        return f.with_body(issuer_of(None, Phrase(0, 0, registry.issuer_codes()[passed][0], ""), place))
    body = council_boards(p, f, body, place)
    if f.number is not None and (named := parties(p, f)) and (joint := joint_body(named, f.number, where)):
        return f.with_body(joint)
    if phrase is None and _is_court(own) and body.base is not None and body.base.series in _AT_EVERY_LEVEL:
        return f.with_body(Body(None, None, None, body.branch, body.base))
    if phrase is None and f.number is not None and _is_own_institution(f.number, own):
        return f.with_body(own)
    if phrase is None and f.number is not None and _is_own_court(p, f, f.number, own):
        return f.with_body(own)
    if phrase is not None and own is not None and f.number is not None and _is_own(p, f.number, phrase, own):
        return f.with_body(own)
    if phrase is None and f.number is not None and len(f.number.bodies) == 1 and _may_be(f.number, own):
        body = own or body  # the text's own body is the likeliest reading of its own code
    if body.slug is None and (told := _known(f)):
        return f.with_body(told)
    if f.term is None and body.series == "dcsvn-tw" and (t := TERM.search(p.low, f.end, f.head_end)):
        return f._replace(body=body, term=ordinal(t[1]))
    return f.with_body(body)


def with_days_of_namesakes(found: list[Found]) -> list[Found]:
    """Papers without a body as the one of that number, of a body that the text names, that has their day.

    "59/NQ-HĐND ngày 22/8/2021" is the resolution of the province, where that of the own district is of another day.
    """
    named: dict[tuple[str, str], dict[str, list[Found]]] = {}
    for f in found:
        told = f.number is not None and f.phrase is not None and f.body is not None and f.body.series is not None
        if told and f.number is not None and f.date is not None and len(f.date) == FULL_DAY:
            named.setdefault((f.type, f.number.printed), {}).setdefault(f.date, []).append(f)
    days: dict[tuple[str, str, str | None], set[str]] = {}
    for f in found:
        if f.number is not None and f.body and f.date and len(f.date) == FULL_DAY:
            days.setdefault((f.type, f.number.printed, f.body.series), set()).add(f.date)
    out = []
    for f in found:
        key = (f.type, f.number.printed) if f.number is not None else ("", "")
        same = named.get(key, {}).get(f.date or "", []) if f.phrase is None else []
        bodies = {x.body.series: x.body for x in same if x.body is not None}
        own = f.body.series if f.body else None
        another_day = len(days.get((*key, own), ())) > 1 and own not in bodies
        out.append(f.with_body(next(iter(bodies.values()))) if len(bodies) == 1 and another_day else f)
    return out


def with_days_of_others(found: list[Found]) -> list[Found]:
    """Papers without a day as the one of that number that has one: its day may tell that the code's body was no more.

    "Biên bản số 15/BB-HĐBT ngày 22/8/2008" is none of the Council of Ministers, nor is "Biên bản số 15/BB-HĐBT".
    """
    nobody = {
        (f.type, f.number.printed)
        for f in found
        if f.number is not None and f.number.bodies and f.date and f.phrase is None and f.body and f.body.base is None
    }
    if not nobody:
        return found
    return [
        f.with_body(_NOBODY)
        if f.number is not None and f.date is None and f.phrase is None and (f.type, f.number.printed) in nobody
        else f
        for f in found
    ]


_CHANGED = r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|điều\s+chỉnh)(?:\s*,\s*bổ\s+sung)?"
_AMENDED_BY = re.compile(
    rf"(?<!\w)(?:được|bị)\s+{_CHANGED}[^;.()“”\"\d]{{0,60}}?\s(?:bởi|theo|tại|bằng)\s+(?:các\s+)?$"
)
# "(đã được Chủ tịch UBND tỉnh Bình Định đính chính tại Quyết định số 655/QĐ-UBND)"
_BY_BODY = re.compile(r"(?<!\w)(?:được|bị)\s+(?=[^\W\d])")
_THEN_CHANGED = re.compile(rf"\s+{_CHANGED}[^;.()“”\"\d]{{0,60}}?\s(?:tại|bằng)\s+")
_PAST_IT = re.compile(r"\n|(?:^|(?<=[^\W\d_]{2}))\.\s|;(?![^()]*\((?:đã\s+)?được\s)")
_BESIDE = re.compile(r"\s*(?:,|và|;|,\s*và)\s+(?:số\s+)?")
_TITLE_WITHIN = 400


def with_body_of_amended(p: Plain, found: list[Found]) -> list[Found]:
    """Papers of which only the code is told, with the body of the paper that they have changed, where it has that code.

    "Quyết định số 595/QĐ-BHXH của BHXH Việt Nam … (được sửa đổi bởi các Quyết định số 888/QĐ-BHXH, 505/QĐ-BHXH)", in a
    text of a province.
    """
    out = list(found)
    listed = False  # whether the one before stands in such a list
    for i, f in enumerate(out[1:], 1):
        before = out[i - 1]
        gap = p.low[before.head_end : f.start] if f.start >= before.head_end else ""
        beside = listed and _BESIDE.fullmatch(gap) is not None
        listed = False
        if f.number is None or f.phrase is not None:
            continue
        if (agent := _changed_by(p, before.head_end, f.start)) is not None and has_code_of(f.number, agent):
            out[i] = f._replace(phrase=agent)
            continue
        if before.number is None or before.phrase is None:
            continue
        if f.number.codes != before.number.codes or not (beside or len(gap) < _TITLE_WITHIN):
            continue
        if beside or (_AMENDED_BY.search(gap) and _PAST_IT.search(gap) is None):
            out[i], listed = f._replace(phrase=before.phrase), True
    return out


def _changed_by(p: Plain, begin: int, at: int) -> Phrase | None:
    """The body that is said to have changed the paper before by the one that begins at an offset."""
    m = next(iter(_BY_BODY.finditer(p.low, max(begin, at - _TITLE_WITHIN), at)), None)
    phrase = read_phrase(p.text, p.low, m.end()) if m is not None else None
    if phrase is None or phrase.end >= at:
        return None
    return phrase if _THEN_CHANGED.fullmatch(p.low, phrase.end, at) else None


# "Thực hiện Chỉ thị 39, ngày 15/11/2024, UBND tỉnh ban hành …" tells another day
_CLAUSE_DAY = re.compile(
    r"\s*,\s*[^.;\n]{0,120}?\s(?:ban\s+hành|họp|tổ\s+chức|đã|có|ký|chỉ\s+đạo|triển\s+khai|xây\s+dựng|tiến\s+hành)(?!\w)"
)


def with_days_of_short_forms(p: Plain, found: list[Found]) -> list[Found]:
    """Papers without a day as their short form, where that alone has one: "Chỉ thị 39, ngày 30/10/2024".

    Only where the text has one number with that serial, and its short forms name one day.
    """
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for f in found:
        if f.kind == "back" and f.serial is not None and f.phrase is None and f.date and len(f.date) == FULL_DAY:
            if "hành" not in p.low[f.start : f.end] and _CLAUSE_DAY.match(p.low, f.head_end):
                continue
            days[family(f.type), serial_key(f.serial)].add(f.date)
    if not days:
        return found
    numbered: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for f in found:
        if f.number is not None:
            numbered[family(f.type), serial_key(f.number.serial)].append(f)
    told: dict[tuple[str, str], str] = {}
    for key, those in days.items():
        same = numbered[key]
        one = len({f.number.printed for f in same if f.number is not None}) == 1 and len(those) == 1
        day = next(iter(those))
        if one and all(f.date is None or (len(f.date) < FULL_DAY and day.startswith(f.date)) for f in same):
            year = same[0].number.year if same[0].number is not None else None
            if year is None or day.startswith(str(year)):
                told[key] = day
    return [
        f._replace(date=told[family(f.type), serial_key(f.number.serial)])
        if f.number is not None and (family(f.type), serial_key(f.number.serial)) in told
        else f
        for f in found
    ]
