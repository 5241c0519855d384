"""What the members of a list of citations share: their type, their codes, their date.

"số 90/TTg, số 91/TTg ngày …", "Quyết định 217, 218-QĐ/TW", "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày
12/12/2013"; and a date that a footnote of the page before has torn from its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from kg import registry
from kg.contexts import tail
from kg.dates import FULL_DAY, read_date
from kg.events import ordinal
from kg.found import Found
from kg.identity import family, serial_key
from kg.normalise import RAISED, Plain
from kg.numbers import Number
from kg.typewords import SO

_GLUE = re.compile(r"(?:\s|,|;|và|hoặc|cùng|với|các|" + SO + r"|:)*")
_JUMP = re.compile(r"\s*,?\s*ngày\s+\d{1,3}\s*")
_SERIAL = re.compile(r"\d{1,5}[a-zđ]?")
_SERIALS = re.compile(r"(?P<more>(?:\s*,\s*(?:số\s*)?\d{1,5}[a-zđ]?)*)\s*(?:,|và|,\s*và)\s*(?:số\s*)?")


# "Chỉ thị số …; các văn bản: số …": letters, however close they stand to the directive
_OTHER_PAPERS = re.compile(
    r"v(?<!\wv)ăn\s+bản(?:\s+(?:của\s+[^;:.\d]{3,60}|sau|chỉ\s+đạo|gồm))?\s*:?\s*(?:" + SO + r"\s*)?$"
)


def inherit(p: Plain, number: Number, kind: str | None, previous: Found, at: int, so: bool) -> tuple[str | None, bool]:
    """Type of a number in a list whose type word stands with an earlier one."""
    gap = p.low[previous.head_end : at]
    if _OTHER_PAPERS.search(gap):
        return kind, False
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
    if kind is not None and glued and (same or _also(number, previous)):
        return previous.type, True
    if kind is not None and so and same and previous.reading == "listed" and _also(number, previous):
        # "các quy định của Bộ Chính trị: số 41-QĐ/TW về …; số 65-QĐ/TW về …"
        return previous.type, True
    return kind, False


def _also(number: Number, previous: Found) -> bool:
    """Whether a code may be of the list's type too: "các Quy định 08-QĐi/TW, 37-QĐ/TW"."""
    if number.type_code is None or previous.number is None or number.bodies != previous.number.bodies:
        return False
    return previous.type in registry.type_codes().get(number.type_code.casefold(), ())


def jump_notes(p: Plain, found: list[Found]) -> list[Found]:
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


def completed(p: Plain, short: list[Found], numbered: list[Found]) -> list[Found]:
    """Short forms with the codes that follow at the end of their list: "Quyết định 217, 218-QĐ/TW"."""
    starts = [f.start for f in numbered]
    whole = {(family(n.type), serial_key(n.number.serial)) for n in numbered if n.number is not None}
    out: list[Found] = []
    for f in short:
        if (family(f.type), serial_key(f.serial or "")) in whole:
            out.append(f)  # "Nghị quyết 68 và số 139/NQ-CP", where the text cites 68-NQ/TW in full
            continue
        i = bisect_left(starts, f.end)
        last = numbered[i] if i < len(numbered) else None
        m = _SERIALS.fullmatch(p.low, f.end, last.start) if last is not None and last.start - f.end < 60 else None
        if m is None or last is None or last.number is None or last.number.start != last.start:
            out.append(f)
            continue
        serials = [(f.start, f.end, f.serial or "")]
        serials += [(n.start(), n.end(), n.group()) for n in _SERIAL.finditer(p.low, m.start("more"), m.end("more"))]
        rest = last.number.printed[len(last.number.serial) :]
        for start, end, serial in serials:
            number = last.number._replace(start=end - len(serial), end=end, printed=serial + rest, serial=serial)
            inherited = start != f.start
            out.append(
                last._replace(start=start, end=end, head_end=end, type=f.type, number=number, inherited=inherited)
            )
    return out


_MORE = re.compile(r"\s*(?:,\s*và|,|và|&)\s*(?:số\s*)?(?P<serial>\d{1,4}[a-zđ]?)(?![\w/]|[.,]\d|-\d|\s*[/%]|\s*-\s*\w)")


def told_behind(p: Plain, end: int) -> bool:
    """Whether the serials behind one say whose they are or of which day: "quyết định 217 và 218 của Bộ Chính trị"."""
    last = end
    while m := _MORE.match(p.low, last):
        last = m.end()
    if last == end:
        return False
    _, date, phrase, _ = tail(p, last, None)
    return phrase is not None or (date is not None and len(date) == 10)


TERM = re.compile(r"(?<!\w)khóa\s+([ivxl]+|\d{1,2})(?!\w)")


def serial_series(p: Plain, short: list[Found], said: Container[tuple[str, str]]) -> list[Found]:
    """The further serials of a list of short forms: "Quyết định số 217, 218 của Bộ Chính trị (khóa XI)".

    What stands behind the last tells that they are papers: whose, of which day or term; or the text cites them all.

    Args:
        p: the text.
        short: its short forms, in order.
        said: type family and serial of what the text cites elsewhere.
    """
    out: list[Found] = []
    for f in short:
        out.append(f)
        if f.kind != "back" or f.serial is None or f.date is not None or f.phrase is not None:
            continue
        more, end = [], f.end
        while m := _MORE.match(p.low, end):
            more.append(m)
            end = m.end()
        if not more:
            continue
        _, date, phrase, head = tail(p, end, None)
        told = head > end or all((family(f.type), serial_key(m["serial"])) in said for m in more)
        if not told:
            continue
        t = TERM.search(p.low, end, head)
        shared = f._replace(date=date, phrase=phrase, term=ordinal(t[1]) if t else None)
        out[-1] = shared
        for m in more:
            start, stop = m.span("serial")
            last = m is more[-1]
            out.append(
                shared._replace(
                    start=start, end=stop, head_end=head if last else stop, serial=m["serial"], inherited=True
                )
            )
    return out


# "Nghị định số 05/CP và các Nghị định số 25/CP, 26/CP ngày …": the day is that of the list behind
# "Tờ trình A, Báo cáo B cùng ngày 03/10/2025 của Đảng ủy"
_BOTH_ON = re.compile(
    r"(?:\[\d{1,3}\]|\(\d{1,3}\)|[" + RAISED + r"]{1,3})?\s*,?\s*cùng\s+ngày\s+\d"
)
_DIGIT = re.compile(r"\d")  # of a row between two numbers
_ANOTHER_LIST = re.compile(r"(?<!\w)(?:các|toàn\s+bộ|một\s+phần|khoản|điều|điểm)\s")


def dated_lists(p: Plain, found: list[Found]) -> list[Found]:
    """One date at the end of a list covers its members: "số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013".

    Where each has its own type word and only a comma stands between, a member without a date may well be one
    whose date is not told.
    """
    out = list(found)
    told: dict[tuple[str, str], set[str]] = {}
    for f in found:
        if f.number is not None and f.date is not None and len(f.date) == FULL_DAY:
            told.setdefault((f.type, f.number.printed), set()).add(f.date)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.date is not None or n.date is None or f.head_end > n.start or f.inserted or n.inserted:
            continue
        if f.number is not None and n.date not in told.get((f.type, f.number.printed), (n.date,)):
            continue  # it has another day elsewhere
        if f.phrase is not None or f.number is None or n.number is None or n.start - f.head_end > 80:
            continue
        if f.number.year and not n.date.startswith(str(f.number.year)):
            continue
        gap = p.low[f.head_end : n.start]
        if _BOTH_ON.match(p.low, n.number.end) and f.number.bodies == n.number.bodies and _ALSO_PART.fullmatch(gap):
            out[i] = f._replace(date=n.date, phrase=n.phrase)
            continue
        if f.number.codes != n.number.codes or len(gap) > 40 or _DIGIT.search(gap):
            continue
        if _ANOTHER_LIST.search(gap):
            continue
        apart = n.number.start != n.start and "và" not in gap and "cùng" not in gap
        if ";" in gap or "." in gap or (apart and not _next_to(f.number, n.number)):
            continue
        out[i] = f._replace(date=n.date, phrase=f.phrase or n.phrase)
    return out


# "các công văn số 1120/UBND-NN, 1344/UBND-NN và 2096/UBND-NN lần lượt các ngày 08/3, 22/3 và 26/4/2024"
_IN_TURN = re.compile(
    r"\s*,?\s*lần\s+lượt\s+(?:ban\s+hành\s+)?(?:vào\s+)?(?:các\s+)?ngày\s+"
    r"(?P<days>\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s*(?:,\s*và|,|và)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)+)(?![\d/])"
)
_ONE_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")


def days_in_turn(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Citations of a list with the days that are told for all of them in order behind the last."""
    out = list(found)
    for i, f in enumerate(out):
        m = _IN_TURN.match(p.low, f.end) if f.number is not None and f.date is None else None
        days = _ONE_DAY.findall(m["days"]) if m else []
        first = i - len(days) + 1
        if not days or first < 0 or not days[-1][2]:
            continue
        gaps = (p.low[out[k].head_end : out[k + 1].start] for k in range(first, i))
        if any(out[k].date for k in range(first, i)) or not all(_GLUE.fullmatch(gap) for gap in gaps):
            continue
        for k, (day, month, year) in zip(range(first, i + 1), days, strict=True):
            iso = f"{year or days[-1][2]}-{int(month):02d}-{int(day):02d}"
            number = out[k].number
            if number is None or (number.year and not iso.startswith(str(number.year))):
                continue
            out[k] = out[k]._replace(date=iso)
    return out


_CHANGED_BY = re.compile(
    r"\s*[,(]?\s*(?:đã\s+|mới\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|đính\s+chính)[^;.()\d]{0,60}\s(?:bởi|theo|tại|bằng)\s+(?:các\s+)?"
)


_CHANGES = re.compile(
    r"\s*[,(]?\s*(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|đính\s+chính|điều\s+chỉnh)\s"
    r"(?:(?!(?<!kèm )(?<!hành )(?:theo|căn\s+cứ|để|nhằm|thực\s+hiện|triển\s+khai)\s)[^;:.“”\n]){0,160}"
)  # a higher body may repeal, but not change


def same_bodies(p: Plain, found: list[Found]) -> list[Found]:
    """Papers that change one with the same codes are of its body: "của BHXH Việt Nam (được sửa đổi bởi B và C)".

    So is the one that a paper of a body changes: "Nghị quyết A của HĐND tỉnh X sửa đổi khoản 1 Điều 3 Nghị quyết B".
    """
    out = list(found)
    holder: Found | None = None
    for i, f in enumerate(out):
        if f.number is None or f.kind != "number":
            holder = None
            continue
        before = out[i - 1] if i else f
        alike = holder is not None and holder.number is not None and holder.number.codes == f.number.codes
        gap = (before.head_end, f.start)
        goes_on = before is holder and (_CHANGED_BY.fullmatch(p.low, *gap) or _CHANGES.fullmatch(p.low, *gap))
        goes_on = goes_on or (before is not holder and _ALSO.fullmatch(p.low, before.head_end, f.start))
        if alike and holder is not None and goes_on and f.phrase is None:
            out[i] = f._replace(phrase=holder.phrase)
        elif not (alike and goes_on):
            holder = f if f.phrase is not None else None
    return out


_SAME_DAY = re.compile(r"\s*(?:,\s*)?(?:ban\s+hành\s+)?cùng\s+ngày(?!\w|[^\S\n]+\d)")
_SENTENCE_ENDS = re.compile(r"\n\s*\n|\.\s+(?=\w)|;\s*\n")
_SENTENCE_REACH = 2000


def same_days(p: Plain, found: list[Found]) -> list[Found]:
    """Papers "cùng ngày" with the one before: "Nghị định số 105 ngày 15/5/2025 … và Nghị định số 106 cùng ngày".

    The last one of the sentence from the same body counts, or the only day that the sentence tells.
    """
    out = list(found)
    for i, f in enumerate(out):
        if f.date is not None or f.number is None:
            continue
        if not (_SAME_DAY.match(p.low, f.head_end) or _SAME_DAY.match(p.low, f.end)):
            continue
        before = [n for n in _of_sentence(p, out, i) if n.number is not None and n.date and len(n.date) == 10]
        same = [n for n in before if n.number is not None and n.number.bodies == f.number.bodies]
        days = {n.date for n in (same[:1] or before)}
        day = next(iter(days)) if len(days) == 1 else None
        if day is not None and (f.number.year is None or day.startswith(str(f.number.year))):
            out[i] = f._replace(date=day)
    return out


def _of_sentence(p: Plain, found: Sequence[Found], i: int) -> Iterator[Found]:
    """The citations that stand before one in its sentence, the last first."""
    stop = found[i].start
    for k in range(i - 1, -1, -1):
        n = found[k]
        if n.end < found[i].start - _SENTENCE_REACH or _SENTENCE_ENDS.search(p.text, n.end, stop + 1):
            return
        yield n
        stop = n.start


AND = re.compile(r"\s*,?\s*(?:và|cùng)\s+(?:các\s+)?")
_AND_NUMBER = re.compile(rf"{AND.pattern}(?:{SO}\s*)?")  # "Các Quy định số 102-QĐ/TW và số 7-QĐi/TW của Bộ Chính trị"
_ALSO = re.compile(rf"\s*(?:,|,?\s*và)\s+(?:các\s+)?(?:{SO}\s*)?")
_ALSO_PART = re.compile(rf"{_ALSO.pattern}(?:(?:điểm|khoản|điều|mục|phụ\s+lục)\s[^;.“”\n]{{1,60}}\s(?:của\s+)?)?")
_COMMA = re.compile(r"\s*,\s*")
_COMMA_NUMBER = re.compile(rf"\s*,\s*(?:{SO}\s*)?")


def shared_issuers(p: Plain, found: list[Found]) -> list[Found]:
    """One body at the end of "A ngày … và B ngày … của Bộ Chính trị" issued both, where both carry its code.

    With one type word for all so in a list with commas: "các Quyết định số A ngày …, số B ngày … và số C ngày … của X".
    So did the body that decided by A, what is "được UBND huyện phê duyệt tại A, điều chỉnh tại B". Of the organs of the
    Party's centre, which share a code, so in a list with commas: "Chỉ thị A, Kết luận B của Ban Bí
    thư"; but resolutions are of the Central Committee as often, so only those before another resolution.
    """
    out = list(found)
    shares = False  # whether the citation behind shares the body of one further on
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        both_short = f.serial is not None and n.serial is not None and f.type == n.type and f.head_end <= n.start
        if both_short and f.phrase is None and n.phrase is not None and (shares or n.phrase.start >= n.end):
            gap = p.low[f.head_end : n.start]
            shares = AND.fullmatch(gap) is not None or (shares and _COMMA.fullmatch(gap) is not None)
            out[i] = f._replace(phrase=n.phrase) if shares else f
            continue
        shares = False
        if f.phrase is not None or n.phrase is None or f.number is None or n.number is None or f.head_end > n.start:
            continue
        if n.phrase.start < n.end or not (_alike(f, n) or _of_one_body(f.number, n.number)):
            continue
        central = bool(f.number.bodies) and f.number.bodies[0].code == "TW"
        listed = central and (f.type != "nghi-quyet" or n.type == "nghi-quyet")
        gap = p.low[f.head_end : n.start]
        one_type = n.start == n.number.start and n.inherited and _COMMA_NUMBER.fullmatch(gap)
        if "," in gap and _BY.search(p.low, max(0, f.start - _BY_WITHIN), f.start):
            continue
        if one_type or _AND_NUMBER.fullmatch(gap) or (listed and _COMMA.fullmatch(gap)):
            out[i] = f._replace(phrase=n.phrase)
    for i, n in enumerate(out[1:], 1):
        f = out[i - 1]
        bare = n.inherited or (n.number is not None and n.start == n.number.start)
        alike = _alike(f, n) or (f.serial is not None and f.type == n.type and bare)
        if n.phrase is None and f.phrase is not None and f.phrase.start < f.start and alike:
            between = p.low[f.head_end : n.start]
            again = _CHANGED_AT.fullmatch(between) or _ALSO.fullmatch(between)
            again = again or (_NEXT_OF_LIST.fullmatch(between) if n.inherited and n.date else None)
            out[i] = n._replace(phrase=f.phrase) if again else n
    return out


# "A của UBND tỉnh X được sửa đổi bằng B, và C của UBND tỉnh Y"
_BY = re.compile(r"(?:đổi|sung|thế|bỏ|chỉnh)\s+(?:bằng|bởi|tại|theo)\s+$")
_BY_WITHIN = 20
_CHANGED_AT = re.compile(
    r"\s*,?\s*(?:và\s+)?(?:được\s+)?(?:điều\s+chỉnh|sửa\s+đổi|bổ\s+sung|gia\s+hạn)(?:,?\s+(?:bổ\s+sung|điều\s+chỉnh))?\s+(?:tại|theo|bằng)\s+(?:các\s+)?"
)


# "các nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024; số 59-NQ/TW, ngày 24/01/2025"
_NEXT_OF_LIST = re.compile(rf"\s*;\s*(?:và\s+)?{SO}\s*")


def _alike(f: Found, n: Found) -> bool:
    """Whether two citations carry the same codes."""
    return f.number is not None and n.number is not None and bool(n.number.codes) and f.number.codes == n.number.codes


def _of_one_body(a: Number, b: Number) -> bool:
    return bool(a.bodies) and a.bodies == b.bodies


def _next_to(a: Number, b: Number) -> bool:
    """Whether two numbers follow each other in their register, as papers do that are issued on one day."""
    return a.serial.isdigit() and b.serial.isdigit() and abs(int(a.serial) - int(b.serial)) <= 2
