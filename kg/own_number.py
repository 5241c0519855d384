"""The own number of a text: under the letterhead, inside the title, from the pairs or the heading of a portal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.dates import date_after, read_date
from kg.issuing import issuing_day, issuing_subject
from kg.normalise import Plain
from kg.numbers import Number, candidates, read_number
from kg.phrases import Phrase, read_phrase
from kg.registry import slug
from kg.typewords import type_before, type_slug, type_table

_NUMBER_LINE = re.compile(  # over the text with a break before it, so that one pass of memchr finds the lines
    r"\n[ \t|>#]*(?:(?P<type>luật|bộ\s+luật|nghị\s+quyết|pháp\s+lệnh|lệnh|bản\s+án(?:\s+[^\W\d][^\n:\d]{2,30})?)\s+)?số"
    r"(?:\s+hiệu)?(?:\s*,\s*ký hiệu)?[ \t]*(?:[:.][\s|]{0,6}|[ \t]*)(?=\d)"
)
# what the other column of a letterhead or page may hold on the line of the number
_BESIDE = re.compile(
    r"[\t|]|(?:[a-zđà-ỹ.\s-]{2,40},\s*ngày)|[-_]+$|v/v|\(|loại văn bản"
    r"|(?:đảng\s+cộng\s+sản\s+)?việt nam$|(?:cộng\s+h[oò][aà]|độc\s+lập)\s"
)
_NUMBER_LABEL = re.compile(r"số\s*(?:[/,]\s*)?(?:ký\s+hiệu|hiệu)(?:\s*[:|]|\t|(?=\d))")
_LABEL = re.compile(
    r"(?P<key>số\s*(?:[/,]\s*)?(?:ký\s+hiệu|hiệu)|loại\s+văn\s+bản|nơi\s+ban\s+hành|cơ\s+quan\s+ban\s+hành|ngày\s+ban\s+hành|trích\s+yếu)"
    # cells apart, or put together by a converter
    r"(?:\s*[:|][\s|]*|\t[\t ]*|(?<=hiệu)(?=\d)|(?<=ngày ban hành)(?=\d))"
    r"(?P<value>[^\n|]{1,200}?)\s*(?=\n|\||\t|số\s+(?:hiệu|công báo)|"
    r"loại\s+văn\s+bản\s*:|nơi\s+ban\s+hành\s*:|người\s+ký\s*:|"
    r"ngày\s+(?:hiệu|ban|công)[^:\n]*:|ngày\s+ban\s+hành\d|lĩnh\s+vực[^:\n]*:|$)"
)


# where the facts of other papers begin
_RELATED = re.compile(r"(?:^|\n)[ \t*#|]*văn\s+bản\s+(?:liên\s+quan|căn\s+cứ|được\s+hướng\s+dẫn|dẫn\s+chiếu)")


def labelled_pairs(p: Plain, top: str) -> dict[str, tuple[str, int]]:
    """Labelled pairs of a portal page: key → printed value and its offset."""
    out: dict[str, tuple[str, int]] = {}
    if _NUMBER_LABEL.search(top) is None:
        return out
    names = {"số": "number", "loại": "type", "nơi": "issuer", "cơ": "issuer", "ngày": "date", "trích": "title"}
    related = _RELATED.search(top)
    for m in _LABEL.finditer(top, 0, related.start() if related else len(top)):
        # its first word may hang on the next: "Số/Ký hiệu"
        key = next(name for word, name in names.items() if m["key"].startswith(word))
        out.setdefault(key, (p.text[m.start("value") : m.end("value")], m.start("value")))
    return out if {"number", "type"} <= out.keys() or {"number", "date"} <= out.keys() else {}


def own_number(
    p: Plain, top: str, labels: Mapping[str, tuple[str, int]], meta: Mapping[str, str] | None
) -> tuple[Number | None, tuple[int, int] | None, str | None]:
    """The own number, its span, and the type word printed with it ("Luật số: 31/2024/QH15")."""
    for m in _NUMBER_LINE.finditer("\n" + top):
        if m["type"] and p.text[m.start("type") - 1].islower():
            continue
        number = read_number(p.text, m.end() - 1, expected=True)
        if number is None:
            continue
        number = _whole(p, number)
        line_end = top.find("\n", number.end)
        rest = top[number.end : line_end if line_end >= 0 else len(top)].strip(" .|")
        # "Số 12/QĐ-UBND ngày … của …" inside a list is a citation, a header line holds place and date at most
        if rest and not _BESIDE.match(rest) and not (number.type_code == "CV" and rest.startswith("về việc ")):
            continue
        if m.start() > 1500 and cited_before(top, m.start()):
            continue
        if "hiệu" in m.group() and (below := _below_its_row(p, number)) is not None:
            return below
        return _as_above(p, number), (m.start(), number.end), (type_slug(m["type"]) if m["type"] else None)
    for found in (_flat_number(p, top), _titled_number(p, top), _bare_number(p)):
        if found is not None:
            return found
    if "number" in labels:
        _, at = labels["number"]
        number = read_number(p.text, at, expected=True) or _glued_number(p, at)
        if number is not None:
            return number, (at, number.end), None
    if (headed := _headline_number(p, top)) is not None:
        return headed
    if meta and meta.get("number"):
        number = read_number(meta["number"].strip(), 0, expected=True)
        if number is not None:
            return number, None, None
    return None, None, None


def _below_its_row(p: Plain, number: Number) -> tuple[Number, tuple[int, int], str | None] | None:
    """The number of a letterhead, where the row of the page above it has its serial, year and type but no known body.

    "Số hiệu: 218/SXC-QLN | Loại văn bản: Công văn", then "Số: 218/SXD-QLN": who keyed in the page slipped.
    """
    if number.bodies:
        return None
    for m in _LETTERHEAD_NUMBER.finditer(p.low, number.end, _HEADLINES):
        own = read_number(p.text, m.end(), expected=True)
        if own is None or cited_before(p.low[: m.start()], m.start()):
            return None
        same = own.bodies and (own.serial, own.year, own.type_code) == (number.serial, number.year, number.type_code)
        return (own, (m.start() + 1, own.end), None) if same else None
    return None


_ROW = re.compile(r"số\s*(?:/\s*)?(?:ký\s+)?hiệu\s*[:|]\s*(?=\d)")


def row_above(p: Plain, number: Number | None, number_span: tuple[int, int] | None) -> str | None:
    """The own number as the row of a page above the letterhead misprints it, None where it does not."""
    row = _ROW.search(p.low, 0, number_span[0]) if number_span is not None else None
    printed = read_number(p.text, row.end(), expected=True) if row else None
    if number is None or printed is None or (printed.serial, printed.year) != (number.serial, number.year):
        return None
    return printed.printed if not printed.bodies and printed.printed != number.printed else None


_LETTERHEAD_NUMBER = re.compile(r"\n[ \t|>#*]*số[ \t]*:[ \t]*(?=\d)")
# at the foot of a consolidated text in the Gazette, above its number and day
_ATTESTED = re.compile(r"xác\s+thực\s+văn\s+bản\s+hợp\s+nhất")
_BELOW = 400  # code points from there to the number and the day


def attested(p: Plain) -> tuple[Number, str | None] | None:
    """The number and the day at the foot of a consolidated text: "XÁC THỰC VĂN BẢN HỢP NHẤT / Số: 2/VBHN-BTP".

    The letterhead above such a text, as the Gazette prints it, is that of the act that it repeats.
    """
    for m in _ATTESTED.finditer(p.low):
        line = _NUMBER_LINE.search(p.low, m.end(), m.end() + _BELOW)
        number = read_number(p.text, line.end(), expected=True) if line else None
        if number is not None and number.type_code == "VBHN":
            day = _PLACED.search(p.low, number.end, number.end + _BELOW)
            found = read_date(p.low, day.end()) if day else None
            return number, found.iso if found else None
    return None


_PLACED = re.compile(r",\s{1,3}ngày\s+(?=\d)")


def _glued_number(p: Plain, at: int) -> Number | None:
    """The number that a converter put right behind its label: "Số, ký hiệu22/2009/TT-BNN"."""
    number = read_number(p.text[at : at + _LONGEST_NUMBER], 0, expected=True)
    return number._replace(start=at, end=at + number.end) if number is not None else None


_LONGEST_NUMBER = 80


_BODY_APART = re.compile(r"\s{1,2}[-–]\s{1,2}(?P<body>[A-ZĐ]{2,8})(?=[ \t]{2,}|[ \t]*(?:\n|\||$))")


def _whole(p: Plain, number: Number) -> Number:
    """A number with the body behind a spaced dash, which no table of codes has to know: "Số: 20 /QĐ – HĐD"."""
    m = _BODY_APART.match(p.text, number.end) if not number.bodies else None
    whole = read_number(f"{p.text[number.start : number.end]}-{m['body']}", 0, expected=True) if m else None
    return whole._replace(start=number.start, end=m.end()) if whole is not None and m is not None else number


def _as_above(p: Plain, number: Number) -> Number:
    """A number whose code is misprinted, "19/2018/NQ-ND", as the headline above it has it: "19/2018/NQ-HĐND"."""
    if number.bodies or number.year is None or number.type_code is None or number.start > _HEADLINES:
        return number
    told: dict[str, Number] = {}
    for at in candidates(p.text[: number.start]):
        other = read_number(p.text, at, expected=True)
        if other is None or not other.bodies:
            continue
        if (other.serial, other.year, other.type_code) == (number.serial, number.year, number.type_code):
            told.setdefault(other.printed, other)
    if len(told) != 1:
        return number
    return next(iter(told.values()))._replace(start=number.start, end=number.end)


_HEADLINES = 3000
_ENACTS = re.compile(r"\n[ \t*]*(?P<type>quyết\s+nghị|nghị\s+quyết|quyết\s+định)[ \t]*:?[ \t*]*\n")


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(
        rf"(?m)^[ \t*#|]*(?P<type>{type_table()[0]})\s+số\s*[:.]?\s*(?=\d)[^\n;]{{8,500}}(?=\n\s*căn\s+cứ\s)"
    )


def _headline_number(p: Plain, top: str) -> tuple[Number, tuple[int, int], str | None] | None:
    """The number that a page without letterhead prints in the title of a paper, above its grounds and what it decides.

    "Nghị quyết số 6/2012/NQ-HĐND về …", then "Căn cứ …" and "QUYẾT NGHỊ:".
    """
    for m in _headline().finditer(top, 0, _HEADLINES):
        if not p.text[m.start("type")].isupper():
            continue
        if cited_before(top, m.start()):
            return None
        at = re.compile(r"\s+số\s*[:.]?\s*").match(top, m.end("type"))
        number = read_number(p.text, at.end(), expected=True) if at else None
        kind = type_slug(" ".join(m["type"].split()))
        enacts = _ENACTS.search(p.low, m.end(), m.end() + 8000)
        if number is None or not number.bodies or enacts is None or not p.text[enacts.start("type")].isupper():
            continue
        if kind == ("quyet-dinh" if enacts["type"].endswith("định") else "nghi-quyet"):
            return number, (m.start("type"), number.end), kind
    return None


_WHOLE = re.compile(
    r"(?:(?P<here>^\s*(?:toàn\s+bộ|toàn\s+văn)\s+(?:nội\s+dung\s+)?)|(?<!\w)toàn\s+văn\s+(?:bản\s+)?(?:nội\s+dung\s+)?)"
)
_ANNOUNCED = re.compile(r"(?:\s+(?:quan\s+trọng|này|trên|như\s+sau|dưới\s+đây))*\s*[.:\n]")
_GROUNDS = re.compile(r"\n[ \t]*(?:căn\s+cứ|thực\s+hiện|để\s|nhằm\s)")


def announced(p: Plain) -> tuple[str, Number, str | None, Phrase | None] | None:
    """Type, number, day and body of the paper whose whole text a page announces and then shows without letterhead.

    "… ban hành Hướng dẫn số 5-HD/BTG … giới thiệu toàn văn Hướng dẫn.", "Toàn bộ Nghị định 5/2018/NĐ-CP …", and below
    it the grounds: one paper of that type is named above them.
    """
    m = _WHOLE.search(p.low, 0, 2000)
    kind = re.compile(type_table()[0]).match(p.low, m.end()) if m else None
    body = _GROUNDS.search(p.low, kind.end(), kind.end() + 600) if kind else None
    if m is None or kind is None or body is None:
        return None
    if not m["here"] and _ANNOUNCED.match(p.low, kind.end()) is None:
        return None
    slug_of = type_slug(" ".join(kind.group().split())) or ""
    told: dict[str, tuple[str, Number, str | None, Phrase | None]] = {}
    for number, start, day, phrase in _papers_above(p, slug_of, body.start()):
        if phrase is None and (issued := issuing_subject(p, start)) is not None:
            phrase = issued.phrase
        told.setdefault(number.printed, (slug_of, number, day, phrase))
    return next(iter(told.values())) if len(told) == 1 else None


@cache
def _page_heading() -> re.Pattern[str]:
    return re.compile(
        r"(?:^\s*#+\s*|(?:^|\n)[ \t#*\d.]*tên\s+văn\s+bản[ \t*]*:\s*)"
        rf"(?P<type>{type_table()[0]})\s+(?:số\s*:?\s*)?(?=\d)"
    )


_SAID_OF_IT = re.compile(r"\s*[:–]\s*\S|\s+-\s")
_FACTS = re.compile(r"\n[ \t#*\d.|-]*(?:ngày\s+ban\s+hành|số\s+(?:ký\s+)?hiệu|số\s*/\s*ký\s+hiệu|ngày\s+hiệu\s+lực)")
_DAY_LABEL = re.compile(r"\n[ \t#*\d.|-]*ngày\s+ban\s+hành[ \t*|]*:?[ \t*|]*(?=\d)")


def paper_of_page(p: Plain) -> tuple[str, Number, str | None, Phrase | None] | None:
    """Type, number, day and body of the paper of which a page gives the facts: "# Quy định số 399-QĐ/TW ngày …".

    Its first line is a heading that begins with the paper, or it has a field "Tên văn bản".
    """
    m = _page_heading().search(p.low, 0, _HEADLINES)
    number = read_number(p.text, m.end(), expected=True) if m else None
    kind = type_slug(" ".join(m["type"].split())) if m else None
    if m is None or number is None or kind is None:
        return None
    day = date_after(p.low, number.end)
    if day is None and _SAID_OF_IT.match(p.low, number.end):
        return None  # "# Nghị định 168/2024/NĐ-CP: những điểm mới" tells of it
    field = not m.group().lstrip().startswith("#")
    if field and _FACTS.search(p.low, max(0, m.start() - _HEADLINES), number.end + _HEADLINES) is None:
        return None  # a form that asks about a paper
    of = _OF.match(p.low, day.end if day else number.end)
    label = _DAY_LABEL.search(p.low, number.end, number.end + _HEADLINES) if day is None else None
    told = day or (read_date(p.low, label.end()) if label else None)
    iso = told.iso if told is not None and not told.iso.startswith("--") else None
    return kind, number, iso, read_phrase(p.text, p.low, of.end()) if of else None


_OF = re.compile(r"\s*,?\s*của\s+")


def _papers_above(p: Plain, kind: str, end: int) -> Iterator[tuple[Number, int, str | None, Phrase | None]]:
    """Papers of a type that are named before ``end``: number, start of the type word, day, and body behind "của"."""
    above = p.low[:end]
    for at in candidates(p.text[:end]):
        number = read_number(p.text, at, expected=True)
        typed = type_before(above[:at])
        if number is None or not number.bodies or typed is None or type_slug(typed["type"]) != kind:
            continue
        start = typed.start("type")
        day = date_after(p.low, number.end)
        iso = day.iso if day and not day.iso.startswith("--") else issuing_day(p, start)
        of = _OF.match(p.low, day.end if day else number.end)
        yield number, start, iso, read_phrase(p.text, p.low, of.end()) if of else None


_FULL_TEXT = re.compile(r"toàn\s+văn\s")


def told_above(
    p: Plain, kind: str | None, title: str | None, title_span: tuple[int, int] | None
) -> tuple[Number, str | None, Phrase | None] | None:
    """Number, day and body that a portal's heading gives to the paper below it, which itself prints none.

    "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng" above "QUY ĐỊNH / THI
    HÀNH ĐIỀU LỆ ĐẢNG": the heading has to repeat the title, or to announce the full text.
    """
    if kind is None or not title or title_span is None or not 30 < title_span[0] < 2500:
        return None
    above = p.low[: title_span[0]]
    found: dict[str, tuple[Number, str | None, Phrase | None]] = {}
    for number, _, day, phrase in _papers_above(p, kind, title_span[0]):
        told = found.setdefault(number.printed, (number, day, phrase))
        if day and told[1] is None:
            found[number.printed] = (number, day, told[2])
    if len(found) != 1:
        return None
    repeated = slug(title) in slug(above) and len(title) > 12
    return next(iter(found.values())) if repeated or _FULL_TEXT.search(above) else None


_SUBJECT_BELOW = re.compile(r"\n[ \t]*(?P<type>công\s+văn)\s+(?:v/v|về\s+việc)\s[^\n]+\n\s*kính\s+gửi\s*:")


def _bare_number(p: Plain) -> tuple[Number, tuple[int, int], str | None] | None:
    """The number that fills the first line of a portal's page, above "Công văn V/v …" and "Kính gửi:"."""
    at = len(p.text) - len(p.text.lstrip())
    number = read_number(p.text, at, expected=True)
    line = p.text.find("\n", at)
    if number is None or not number.bodies or line < 0 or p.text[number.end : line].strip():
        return None
    below = _SUBJECT_BELOW.search(p.low, line, line + 700)
    return (number, (number.start, number.end), type_slug(" ".join(below["type"].split()))) if below else None


_FLAT = re.compile(
    r"(?:hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam)[\s\-_|.*]{0,60}"
    r"(?:[^\n|]{2,30},\s*ngày\s+\d[^\n|]{4,30}?\s)?(?:luật\s+)?số\s*:?\s*(?=\d)"
)
_BESIDE_MOTTO = re.compile(  # body and number in the left cell: "BỘ GIÁO DỤC Số: 138-QĐ | VIỆT NAM DÂN CHỦ CỘNG HÒA"
    r"số\s*:\s*(?P<number>\d[^\n|]{1,40}?)\s*\|\s*(?:cộng\s+hòa\s+xã\s+hội|việt\s+nam\s+dân\s+chủ|độc\s+lập|đảng\s+cộng\s+sản)"
)


def _flat_number(p: Plain, top: str) -> tuple[Number, tuple[int, int], str | None] | None:
    """The own number of a letterhead that a converter put on one line."""
    m = _FLAT.search(top, 0, 2500)
    at = m.end() if m else m.start("number") if (m := _BESIDE_MOTTO.search(top, 0, 2500)) else None
    number = read_number(p.text, at, expected=True) if at is not None else None
    return (number, (number.start, number.end), None) if number else None


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(
        rf"(?m)^[ \t*#|]*(?P<type>{type_table()[0]})\s+(?:(?:của|liên\s+bộ)\s(?:[^\d;:.]{{2,90}}?\s)?)?"
        r"số\s*[:.]?\s*(?=\d)"
    )


def _titled_number(p: Plain, top: str) -> tuple[Number, tuple[int, int], str | None] | None:
    """The own number inside the title, as until about 2008: "QUYẾT ĐỊNH / CỦA … SỐ 69/2008/QĐ-TTg NGÀY …"."""
    for m in _titled().finditer(top, 0, 3000):
        if not p.text[m.start("type") : m.end("type")].isupper():
            continue
        if cited_before(top, m.start()):
            return None
        number = read_number(p.text, m.end(), expected=True)
        if number is None or _typed_within(p.low, m.end("type"), m.end()):
            continue
        if "LB" in number.codes and m["type"].startswith("thông"):
            return number, (m.start("type"), number.end), "thong-tu-lien-tich"
        if number.bodies:
            return number, (m.start("type"), number.end), type_slug(m["type"])
    return None


def _typed_within(low: str, start: int, end: int) -> bool:
    """Whether the number is that of another paper: "NGHỊ QUYẾT CỦA BAN THƯỜNG VỤ thực hiện Nghị quyết số 57-NQ/TW"."""
    return re.search(rf"(?<!\w){type_table()[0]}(?!\w)", low[start:end]) is not None


def cited_before(top: str, at: int) -> bool:
    """Whether the running text has begun before ``at``: a number further down is not the own one."""
    return re.search(r"(?m)^\s*(?:căn cứ|điều 1|i\.\s)", top[:at]) is not None
