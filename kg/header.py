"""The text's own identity: number, type, date, issuer, place, title.

Read from the layout that Decree 30/2020/NĐ-CP (State) and Guideline 36-HD/VPTW (Party) prescribe: body top left,
"Số: …" under it, place and date line, type in capitals, title below; from the labelled pairs of legal portals
("Số hiệu: … Nơi ban hành: …"); from the signature block; and, where a text has none of these, from what
it says of itself ("Ban Dân tộc báo cáo") and cites.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.dates import date_after, read_date
from kg.districts import province_of
from kg.issuers import (
    NOWHERE,
    Body,
    Locality,
    Phrase,
    issuer_of,
    may_have_issued,
    mentioned_places,
    place_at,
    province_locality,
    read_phrase,
    unit_named,
    unit_under,
)
from kg.normalise import UPPER, Plain, fold_tone, lower
from kg.numbers import Number, candidates, read_number
from kg.registry import Issuer, slug
from kg.titleblock import (
    HEAD_CHARS,
    clean,
    first_type_line,
    letter_subject,
    title_above,
    title_lines,
    type_and_title,
    untyped_title,
)
from kg.typewords import code_type, type_left, type_slug, type_table

_NUMBER_LINE = re.compile(  # over the text with a break before it, so that one pass of memchr finds the lines
    r"\n[ \t|>#]*(?:(?P<type>luật|bộ\s+luật|nghị\s+quyết|pháp\s+lệnh|lệnh)\s+)?số"
    r"(?:\s+hiệu)?(?:\s*,\s*ký hiệu)?[ \t]*(?:[:.][\s|]{0,6}|[ \t]*)(?=\d)"
)
_NUMBER_LABEL = re.compile(r"số\s*(?:/\s*)?(?:ký\s+hiệu|hiệu)\s*[:|]")
_LABEL = re.compile(
    r"(?P<key>số\s*(?:/\s*)?(?:ký\s+hiệu|hiệu)|loại\s+văn\s+bản|nơi\s+ban\s+hành|cơ\s+quan\s+ban\s+hành|ngày\s+ban\s+hành|trích\s+yếu)"
    r"\s*[:|][\s|]*(?P<value>[^\n|]{1,200}?)\s*(?=\n|\||\t|số\s+(?:hiệu|công báo)|"
    r"loại\s+văn\s+bản\s*:|nơi\s+ban\s+hành\s*:|người\s+ký\s*:|"
    r"ngày\s+(?:hiệu|ban|công)[^:\n]*:|lĩnh\s+vực[^:\n]*:|$)"
)
_PLACE_DATE = re.compile(
    rf"(?m)(?:^|[\t|]|\s{{2,}}|\b(?=[{UPPER}]))(?P<place>[{UPPER}][\w.'’ \-]{{1,40}}?)\s*"
    r"(?P<comma>,\s*|(?<=\s))[Nn]g[àa]y\s*(?=\d|[.…_ ])"
)
_DAY = re.compile(r"[Nn]g[àa]y\s*(?=[\d.…_ ])")
_PLACE_CHARS = 60  # more than a place and the comma after it take
_BESIDE = re.compile(rf"[\s|.]{{0,6}}(?P<place>[{UPPER}][\w.'’ \-]{{1,40}}?)\s*,\s*[Nn]g[àa]y\s*(?=\d)")
_DAY_CELL = re.compile(r"[ \t]*[|\n][\s|]{0,6}[Nn]g[àa]y\s+(?=\d)")  # "Số 48-QĐ/TW | Ngày 14 tháng 12 năm 1992 |"
_CELL_END = re.compile(r"[ \t]*(?:[|\n]|$)")
_DOTS_YEAR = re.compile(r"[\s.…_\d]*tháng[\s.…_\d]*năm\s*((?:19|20)\d\d)")
_SUBJECT_OPENING = re.compile(
    r"(?P<end>(?<!\s)\s*(?:,\s*[^,.;]{0,60},\s*)?(?:trân trọng\s+|xin\s+)?(?:báo\s+cáo|ban\s+hành\s+kế\s+hoạch|"
    r"xây\s+dựng\s+kế\s+hoạch|thông\s+báo|hướng\s+dẫn))"
)
_SIGNATURE = re.compile(r"(?m)^[ \t]*(?:t/?m\.?|tm\.|kt\.?|k/t|tuq\.?|tl\.?|t/l)\s*(?P<who>[^\n]{3,80})$")
# The right column of the letterhead, which plain text interleaves with the issuing body on the left.
_RIGHT_COLUMN = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|việt\s+nam\s+dân\s+chủ\s+cộng\s+h(?:òa|oà)|độc\s+lập\s*-\s*tự\s+do\s*-\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam|[-_=*]{2,}",
    re.IGNORECASE,
)
_PLACE_COLUMN = re.compile(
    rf"(?:^|(?<=\s\s)|(?<=[\t|]))[ \t|]*[{UPPER}][\w.'’ \-]{{1,40}}?\s*,\s*[Nn]g[àa]y\s*(?=[\d.…_ ]).*"
)
_YEAR_IN_TITLE = re.compile(r"(?<!\w)năm\s+((?:19|20)\d\d)(?!\s*[-–/]\s*\d)")
# How web pages date an article: "Ngày đăng: 20/12/2022"; "Thứ Ba, 20/12/2022, 07:15", "PV - 03/04/2025 17:35".
_LABELLED = re.compile(
    r"(?:ngày\s+(?:đăng|cập\s+nhật|đăng\s+tải|xuất\s+bản|tạo)|cập\s+nhật|đăng\s+(?:lúc|ngày|vào))(?!\w)[^\d\n]{0,24}"
    r"(?:\d{1,2}[:h]\d{2}(?::\d\d)?\s*,?\s*(?:ngày\s*)?)?(?=\d)"
)
_WEEKDAY = r"(?:thứ[ \t]+(?:\w+)|chủ[ \t]+nhật)"
_WEEKDAY_ONLY = re.compile(rf"{_WEEKDAY}\s*$")
_CLOCK = r"\d{1,2}[ \t]?[:h][ \t]?\d{2}(?::\d{2})?"
_AT_HOUR = re.compile(rf"(?<![\d:]){_CLOCK}")
_PUBLISHED = re.compile(
    rf"(?m)^[^\n]{{0,60}}?(?:{_WEEKDAY}[ \t]*[,–-]?[ \t]*(?:ngày[ \t]*)?"
    rf"|(?<![\d:]){_CLOCK}[ \t]*(?:\||,|-|ngày|gmt\+7)*[ \t]*(?:{_WEEKDAY}[ \t]*,?[ \t]*)?)"
    r"(?=\d{1,2}[ \t]?[/.-][ \t]?\d{1,2}[ \t]?[/.-][ \t]?\d{4}"
    r"|\d{1,2}[ \t]+tháng[ \t]+\d{1,2},?[ \t]+(?:năm[ \t]+)?\d{4})"
    rf"|(?m:^)[^\n\d]{{0,60}}(?=\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}[ \t]*[-–,|]?[ \t]*(?:lúc[ \t]*)?{_CLOCK})"
)
_DATE_ALONE = re.compile(r"(?:^|\n)[ \t]*(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ \t]*\n)")
_FIRST_ARTICLE = re.compile(r"\n[ \t]*điều\s+1\s*[.:]")
_ADOPTING = re.compile(r"thông\s+qua\s+ngày")
_ADOPTED = re.compile(
    r"(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+quyết|hiến\s+pháp)\s+này[^.\n]{0,200}?thông\s+qua\s+ngày\s+"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a text says of itself, offsets into the plain text.

    Attributes:
        number, type, date, title: None where the text does not say.
        body: the issuing body.
        where: the place the text speaks from.
        number_span: span of the own number, which is no citation.
        title_span: span of the own title; its mentions are linked from the text itself.
        body_start: offset at which the running text starts.
        article: whether it has no identity of a paper and no articles: news and answers tell of others' papers.
    """

    number: Number | None
    type: str | None
    date: str | None
    title: str | None
    body: Body | None
    where: Locality
    number_span: tuple[int, int] | None
    title_span: tuple[int, int] | None
    body_start: int
    article: bool = False


def read_header(p: Plain, meta: Mapping[str, str] | None = None) -> Header:
    """The identity of a text from its layout.

    Args:
        p: the plain text.
        meta: what the input says beside the text (``number``, ``type``, ``date``, ``issuer``, ``title``);
            used only for what the text itself leaves open.
    """
    top = p.low[:HEAD_CHARS]
    labels = _labels(p, top)
    number, number_span, typed = _own_number(p, top, labels, meta)
    place, date, date_at = _place_and_date(p, labels, number_span, meta)
    kind, title, title_span = type_and_title(p, number_span, date_at, labels, typed)
    anchored = number_span is not None or date_at is not None
    told = _told_above(p, kind, title, title_span) if number is None and not labels else None
    if told is not None:
        number, date = told[0], told[1] or date
    if kind is None and number is not None and anchored:
        # the code is the last resort; a number without one is a letter's
        kind = typed or code_type(number) or ("cong-van" if number.bodies and not number.term else None)
    if number is not None and number.type_code == "VBHN":
        kind = "van-ban-hop-nhat"  # the type printed is that of the act that it repeats
    if kind is None and meta and meta.get("type"):
        kind = type_slug(fold_tone(lower(meta["type"])))
    subject = letter_subject(p) if kind in (None, "cong-van") and title is None and number is not None else None
    if subject and (kind or (number_span and _TO_WHOM.search(p.low, subject[1][1], subject[1][1] + 400))):
        kind, (title, title_span) = "cong-van", subject
    if title is None and typed and number_span is not None:
        line = p.text.find("\n", number_span[1])
        span = title_lines(p, p.text.rfind("\n", 0, number_span[1]))
        if not number_span[1] < span[0] < line:  # not on the line itself: "… SỐ 21/2004/TT-BTC NGÀY … HƯỚNG DẪN …"
            span = title_lines(p, line if line >= 0 else len(p.text))
        if p.low[span[0] : span[1]].lstrip().startswith(_TITLE_BEGINS):
            title, title_span = clean(p.text[span[0] : span[1]]), span
    elif title is None and kind and number_span and (below := untyped_title(p, max(number_span[1], date_at or 0))):
        title, title_span = clean(p.text[below[0] : below[1]]), below
    authority = None if anchored and kind else _authority(p)
    if kind is None and authority is not None:
        kind = authority.type
        if title is None and (title_span := authority.title_span):
            title = clean(p.text[title_span[0] : title_span[1]])
    where = _locality(p, place, labels, number, anchored)
    phrase, parent = _own_body(p, kind, number, number_span, title_span)
    if phrase is None and "issuer" in labels:
        phrase = _labelled_body(p, labels["issuer"])
    if phrase is None and told is not None:
        phrase = told[2]
    if phrase is None and number is not None and number.party:
        phrase = _who_decides(p, number)
    if phrase is None and authority is not None:
        phrase = authority.phrase
    if phrase is None and number is None and kind and title_span:
        phrase = _of_in_title(p, title_span[0])
    if phrase is not None or parent is not None:
        where = _in_district(p, _with_sub(where, phrase, parent))
    body = issuer_of(number, phrase, where, date=date) if number or phrase else None
    if body is not None and number is not None and body.series is None and body.base is None and where.province:
        # a code that the registry does not know: the letterhead's province tells its register
        body = body._replace(series=f"{slug(number.codes[-1])}.{where.province}")
    if date is None and kind == "bien-ban":
        date = _held(p, title_span[1] if title_span else 0)
    if date is None:
        date = _adopted(p) or (str(number.year) if number and number.year else None)
    start = title_span[1] if title_span else (number_span[1] if number_span else 0)
    if title is None and meta and meta.get("title"):
        title = meta["title"]
    article = kind is None and number is None and _FIRST_ARTICLE.search(p.low) is None
    return Header(number, kind, date, title, body, where, number_span, title_span, start, article)


_TO_WHOM = re.compile(r"\n[ \t|*]*kính\s+gửi\s*:?")
_OF_BODY = re.compile(rf"CỦA\s+(?P<who>[{UPPER}][{UPPER} ,-]+?)\s*$")


def _of_in_title(p: Plain, start: int) -> Phrase | None:
    """The body between type and title: "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về …"."""
    m = _OF_BODY.search(p.text, max(0, start - 120), start)
    who = " ".join(m["who"].split()) if m else ""
    return read_phrase(_capitals(who), fold_tone(lower(who)), 0) if who else None


@dataclass(frozen=True, slots=True)
class _Authority:
    """Who enacts, as the line above the grounds says; the type that the enacting words tell; a title above it all."""

    phrase: Phrase
    type: str | None
    title_span: tuple[int, int] | None


_WHO_ENACTS = re.compile(rf"(?m)^[ \t]*(?P<who>[{UPPER}][{UPPER} ,-]{{7,120}}?)[ \t]*\n\s*(?:-\s*)?(?=[Cc]ăn\s+cứ\s)")
_ENACTING_WORDS = re.compile(
    r"\n[ \t]*(?P<type>quyết\s+định|quyết\s+nghị|nghị\s+quyết|nghị\s+định|chỉ\s+thị)[ \t]*:?[ \t]*(?:\n|$)"
)


def _authority(p: Plain) -> _Authority | None:
    """The body in capitals above "Căn cứ" in a text that was cut off its letterhead."""
    m = _WHO_ENACTS.search(p.text, 0, HEAD_CHARS)
    if m is None:
        return None
    who = " ".join(m["who"].split())
    phrase = read_phrase(_capitals(who), fold_tone(lower(who)), 0)
    words = _ENACTING_WORDS.search(p.low, m.end(), m.end() + HEAD_CHARS)
    if phrase is None or words is None or not p.text[words.start("type") : words.end("type")].isupper():
        return None
    name = " ".join(words["type"].split())
    title = title_above(p, m.start())
    return _Authority(phrase, type_slug("nghị quyết" if name == "quyết nghị" else name), title)


_DECIDES_BELOW = re.compile(
    r"(?:\s+(?:ban\s+hành|quy\s+định|quyết\s+định|quyết\s+nghị|yêu\s+cầu|kết\s+luận|hướng\s+dẫn)(?!\w)[^;\n]{0,250})?"
    r":[ \t]*(?:\n|$)"
)


def _who_decides(p: Plain, number: Number) -> Phrase | None:
    """The body of the Party that decides below the grounds: "Bộ Chính trị quy định … như sau:"."""
    for line in _LINE_START.finditer(p.text, 0, HEAD_CHARS):
        phrase = read_phrase(p.text, p.low, line.end())
        if phrase is None or phrase.base.series not in {b.series for b in number.bodies}:
            continue
        if _DECIDES_BELOW.match(p.low, phrase.end):
            return phrase
    return None


_LINE_START = re.compile(r"(?m)^[ \t]*(?=[^\W\d_])")


def _labels(p: Plain, top: str) -> dict[str, tuple[str, int]]:
    """Labelled pairs of a portal page: key → printed value and its offset."""
    out: dict[str, tuple[str, int]] = {}
    if _NUMBER_LABEL.search(top) is None:
        return out
    names = {"số": "number", "loại": "type", "nơi": "issuer", "cơ": "issuer", "ngày": "date", "trích": "title"}
    for m in _LABEL.finditer(top):
        key = names[m["key"].split()[0]]
        if key == "number" and "hiệu" not in m["key"]:
            continue
        out.setdefault(key, (p.text[m.start("value") : m.end("value")], m.start("value")))
    return out if {"number", "type"} <= out.keys() or {"number", "date"} <= out.keys() else {}


def _own_number(
    p: Plain, top: str, labels: Mapping[str, tuple[str, int]], meta: Mapping[str, str] | None
) -> tuple[Number | None, tuple[int, int] | None, str | None]:
    """The own number, its span, and the type word printed with it ("Luật số: 31/2024/QH15")."""
    for m in _NUMBER_LINE.finditer("\n" + top):
        if m["type"] and p.text[m.start("type") - 1].islower():
            continue
        number = read_number(p.text, m.end() - 1, expected=True)
        if number is None:
            continue
        line_end = top.find("\n", number.end)
        rest = top[number.end : line_end if line_end >= 0 else len(top)].strip(" .|")
        # "Số 12/QĐ-UBND ngày … của …" inside a list is a citation, a header line holds place and date at most
        if rest and not re.match(r"[\t|]|(?:[a-zđà-ỹ.\s-]{2,40},\s*ngày)|[-_]+$|loại văn bản|v/v|\(", rest):
            continue
        if m.start() > 1500 and _cited_before(top, m.start()):
            continue
        return number, (m.start(), number.end), (type_slug(m["type"]) if m["type"] else None)
    for found in (_flat_number(p, top), _titled_number(p, top)):
        if found is not None:
            return found
    if "number" in labels:
        _, at = labels["number"]
        number = read_number(p.text, at, expected=True)
        if number is not None:
            return number, (at, number.end), None
    if meta and meta.get("number"):
        number = read_number(meta["number"].strip(), 0, expected=True)
        if number is not None:
            return number, None, None
    return None, None, None


def _labelled_body(p: Plain, label: tuple[str, int]) -> Phrase | None:
    """The body that a portal names: "Nơi ban hành: Bộ Tài chính, Ngân hàng Nhà nước"."""
    first = phrase = read_phrase(p.text, p.low, label[1])
    others: list[Issuer] = []
    while phrase is not None and not phrase.base.local and (comma := re.compile(r"\s*,\s*").match(p.low, phrase.end)):
        phrase = read_phrase(p.text, p.low, comma.end())
        others += [phrase.base] if phrase is not None and not phrase.base.local else []
    return first._replace(joint=(*first.joint, *others)) if first is not None else None


_MOTTO = re.compile(r"hạnh\s+phúc[\s\-_|.*]*")
_TITLE_BEGINS = ("về", "ban hành", "quy định", "sửa đổi", "phê duyệt", "hướng dẫn", "bổ sung", "điều chỉnh")
_FULL_TEXT = re.compile(r"toàn\s+văn\s")
_OF = re.compile(r"\s*,?\s*của\s+")


def _told_above(
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
    for at in candidates(p.text[: title_span[0]]):
        number = read_number(p.text, at, expected=True)
        typed = type_left().search(above[:at])
        if number is None or not number.bodies or typed is None or type_slug(typed["type"]) != kind:
            continue
        day = date_after(p.low, number.end)
        iso = day.iso if day and not day.iso.startswith("--") else None
        of = _OF.match(p.low, day.end if day else number.end)
        told = found.setdefault(number.printed, (number, iso, read_phrase(p.text, p.low, of.end()) if of else None))
        if iso and told[1] is None:
            found[number.printed] = (number, iso, told[2])
    if len(found) != 1:
        return None
    repeated = slug(title) in slug(above) and len(title) > 12
    return next(iter(found.values())) if repeated or _FULL_TEXT.search(above) else None


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
        rf"(?m)^[ \t*#|]*(?P<type>{type_table()[0]})\s+(?:(?:của|liên\s+bộ)\s[^\d;:.]{{2,90}}?\s)?số\s*[:.]?\s*(?=\d)"
    )


def _titled_number(p: Plain, top: str) -> tuple[Number, tuple[int, int], str | None] | None:
    """The own number inside the title, as until about 2008: "QUYẾT ĐỊNH / CỦA … SỐ 69/2008/QĐ-TTg NGÀY …"."""
    for m in _titled().finditer(top, 0, 3000):
        if not p.text[m.start("type") : m.end("type")].isupper():
            continue
        if _cited_before(top, m.start()):
            return None
        number = read_number(p.text, m.end(), expected=True)
        if number is not None and number.bodies:
            return number, (m.start("type"), number.end), type_slug(m["type"])
    return None


def _cited_before(top: str, at: int) -> bool:
    """Whether the running text has begun before ``at``: a number further down is not the own one."""
    return re.search(r"(?m)^\s*(?:căn cứ|điều 1|i\.\s)", top[:at]) is not None


def _place_and_date(
    p: Plain, labels: Mapping[str, tuple[str, int]], number_span: tuple[int, int] | None, meta: Mapping[str, str] | None
) -> tuple[str | None, str | None, int | None]:
    """Place as printed, date, and the offset of the place-and-date line."""
    if number_span is not None:
        beside = date_after(p.low, number_span[1])
        if beside is not None and len(beside.iso) == 10 and not beside.iso.startswith("--"):
            return None, beside.iso, number_span[1]  # "… SỐ 69/2008/QĐ-TTg NGÀY 28 THÁNG 5 NĂM 2008"
        if m := _BESIDE.match(p.text, number_span[1]):
            found = read_date(p.low, m.end())
            if found and len(found.iso) == 10 and found.has_year:
                return m["place"].strip(), found.iso, m.start()
        if m := _DAY_CELL.match(p.text, number_span[1]):
            found = read_date(p.low, m.end())
            if found and len(found.iso) == 10 and found.has_year and _CELL_END.match(p.text, found.end):
                return None, found.iso, m.end()
    begin = max(0, (number_span[0] if number_span else 0) - 300)
    stop = min(len(p.text), begin + HEAD_CHARS)
    for day in _DAY.finditer(p.text, begin, stop):
        line = max(begin, p.text.rfind("\n", 0, day.start()) + 1)
        motto = _MOTTO.search(p.low, line, day.start())  # a letterhead that a converter put on one line
        at = max(begin, day.start() - _PLACE_CHARS, motto.end() if motto else 0)
        m = _PLACE_DATE.search(p.text, at, day.end() + 1)
        if m is None:
            continue
        if p.text[m.start() - 1 : m.start()] == "/" and m["place"].replace("-", "").isalpha() and m["place"].isupper():
            continue  # the end of a number: "(Theo Công văn số 6012/UBND-KT, ngày …)"
        line_start = motto.end() if motto else p.text.rfind("\n", 0, m.start("place")) + 1
        if _WEEKDAY_ONLY.match(m["place"].lower()):
            continue  # "Thứ 3, Ngày 16/07/2024" at the top of a portal is the day of the visit
        before = p.text[line_start : m.start("place")].strip(" \t|>*_-")
        if len(before) > 70 or (not m["comma"] and (before or lower(m["place"]).strip() not in p.low[: m.start()])):
            continue  # without a comma only what the letterhead names is a place
        found = read_date(p.low, m.end())
        iso = found.iso if found and found.has_year else None
        end = found.end if found else m.end()
        if iso is None and (b := _DOTS_YEAR.match(p.low, m.end())):
            iso, end = b[1], b.end()
        if iso is None:
            continue
        line_end = p.text.find("\n", end)
        if p.text[end : line_end if line_end >= 0 else len(p.text)].strip(" \t|.*_)-"):
            continue
        at = m.start("place")
        at_end = number_span is not None and _cited_before(p.low, at)  # under the text, as until about 1990
        return m["place"].strip(), iso, None if at_end else at
    if "date" in labels:
        _, at = labels["date"]
        found = read_date(p.low, at)
        if found:
            return None, found.iso, None
    if number_span is None:
        for pattern, stop in ((_LABELLED, 2000), (_PUBLISHED, 2000), (_DATE_ALONE, 600)):
            published = _byline(p.low, stop) if pattern is _PUBLISHED else pattern.search(p.low, 0, stop)
            found = read_date(p.low, published.end()) if published else None
            if found and len(found.iso) == 10:
                return None, found.iso, None
    if meta and meta.get("date"):
        if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", meta["date"].strip()[:10]):
            return None, meta["date"].strip()[:10], None
        found = read_date(lower(meta["date"]), 0)
        return None, (found.iso if found else None), None
    return None, None, None


def _byline(low: str, stop: int) -> re.Match[str] | None:
    """The line that dates an article: a day alone above one with the hour is that of the visit."""
    first = _PUBLISHED.search(low, 0, stop)
    if first is None or _AT_HOUR.search(low, first.start(), first.end() + 30):
        return first
    near = (m for m in _PUBLISHED.finditer(low, first.end(), min(stop, first.end() + 400)))
    return next((m for m in near if _AT_HOUR.search(low, m.start(), m.end() + 30)), first)


_HELD = re.compile(
    r"(?:^|[\n.;:-])\s*(?:\d[.)]\s*)?(?:(?:hôm\s+nay|thời\s+gian(?:\s+\w+){0,3}|vào\s+(?:hồi|lúc)|bắt\s+đầu|khai\s+mạc)\s*[,:]?\s*)?"
    r"(?:(?:vào\s+)?(?:hồi|lúc)?\s*\d{1,2}\s*(?:giờ|h|:)\s*\d{0,2}\s*(?:phút)?\s*,?\s*(?:sáng|chiều)?\s*,?\s*)?ngày\s+(?=\d)"
)


def _held(p: Plain, start: int) -> str | None:
    """The day of the meeting that minutes record: "Hôm nay, ngày 10 tháng 12 năm 2024, tại …"."""
    for m in _HELD.finditer(p.low, start, start + 800):
        found = read_date(p.low, m.end())
        if found is not None and len(found.iso) == 10 and found.has_year:
            return found.iso
    return None


def _adopted(p: Plain) -> str | None:
    """The day of adoption that an Assembly act states at its end."""
    begin = max(0, len(p.low) - 6000)
    last = None
    if _ADOPTING.search(p.low, begin) is None:
        return None
    for m in _ADOPTED.finditer(p.low, begin):
        last = read_date(p.low, m.end()) or last
    return last.iso if last and last.has_year else None


def _locality(
    p: Plain, place: str | None, labels: Mapping[str, tuple[str, int]], number: Number | None, anchored: bool
) -> Locality:
    """The province a text speaks from; central papers speak from nowhere."""
    top = p.low[:HEAD_CHARS]
    if "issuer" in labels:
        value = fold_tone(lower(labels["issuer"][0]))
        value = re.sub(
            r"^(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)?\s*(?:tỉnh|thành phố|tp\.?)\s+", "", value.strip()
        )
        if found := place_at(value, 0):
            return province_locality(found[0])
    head_end = top.find("\n", first_type_line(p))
    head = top[: head_end if head_end > 0 else 1500]
    for m in re.finditer(r"(?:tỉnh|thành phố|tp\.?|tỉnh ủy|thành ủy)\s+", head):
        if p.text[m.start()].isupper() and (found := place_at(p.low, m.end())):
            return province_locality(found[0])
    central = number is not None and bool(number.bodies) and not any(b.local for b in number.bodies)
    if central:
        return NOWHERE
    if place:
        key = fold_tone(lower(place))
        key = re.sub(r"^(?:tp\.?|thành phố|tx\.?)\s*", "", key)
        if found := place_at(key, 0):
            return province_locality(found[0])
    for m in re.finditer(
        r"(?m)^[ \t]*(?:tm\.|t/m)?\s*(?:ủy ban nhân dân|ubnd|tỉnh ủy|thành ủy)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?",
        p.low[-2500:],
    ):
        at = max(0, len(p.low) - 2500) + m.end()
        if found := place_at(p.low, at):
            return province_locality(found[0])
    counts = mentioned_places(p)
    if counts:
        best = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
        if len(best) == 1 or best[0][1] >= max(3, 2 * best[1][1]):
            return province_locality(best[0][0])
    return NOWHERE


def _own_body(
    p: Plain,
    kind: str | None,
    number: Number | None,
    number_span: tuple[int, int] | None,
    title_span: tuple[int, int] | None,
) -> tuple[Phrase | None, Phrase | None]:
    """The body in the letterhead, the signature block or the opening sentence; and the parent body above it."""
    register = {b.series for b in (*number.bodies, *may_have_issued(number))} if number else set()
    stop = number_span[0] if number_span else (title_span[0] if title_span else 0)
    begin = max(0, stop - 600)
    lines = list(zip(p.text[begin:stop].split("\n"), p.low[begin:stop].split("\n"), strict=True))
    if not number_span:
        lines = [line for line in lines if line[0].isupper()]  # running text of a page is no letterhead
    left = [_cut(_PLACE_COLUMN.finditer(text), text, low) if "gày" in low else (text, low) for text, low in lines]
    text, low = (re.sub(r"[\t|]+", " ", " ".join(part)) for part in zip(*left, strict=True)) if left else ("", "")
    text, low = _cut(_RIGHT_COLUMN.finditer(low), text, low)
    joined, low = " ".join(text.split()), " ".join(low.split())
    shown = _capitals(joined)
    if number is not None and _JOINT_CODES.intersection(c.lower() for c in number.codes):
        together = _signing_together([line for line in left if line[0].isupper()])
        return together or _opening_body(p, title_span[1] if title_span else 0), None
    own: Phrase | None = None
    parent: Phrase | None = None
    above: Phrase | None = None
    for m in re.finditer(rf"(?<!\w)[{UPPER}]{{2}}", joined):
        if (own is not None and m.start() < own.end) or (not register and parent and m.start() < parent.end):
            continue
        phrase = read_phrase(shown, low, m.start())
        if phrase is None:
            continue
        if phrase.joint and not register:
            return phrase, parent
        if own is not None:  # the body of a level above has the same register: "HỘI LHPN TỈNH … / HỘI LHPN HUYỆN …"
            if phrase.base.series == own.base.series and own.unit == "tinh" and phrase.unit in _BELOW:
                parent, own = own, phrase
        elif not _is_of(phrase, register) or _is_line_above(phrase, low):
            above = parent if parent is not None and (parent.proper or parent.place) else above
            parent = phrase
        else:
            own = phrase
    if own is not None:
        organ = _signing_organ(p, register)
        if organ is None and own.base.branch == "party":
            organ = _organ_in_title(p, title_span, register)
        if organ is not None and organ.name != own.name and organ.base is not own.base:
            own = own._replace(base=organ.base, name=f"{own.name} {organ.name}")
        return own, parent
    if number is not None and not register and parent is not None and left:
        last = next((line.strip() for _, line in reversed(left) if line.strip()), "")
        office = unit_under(parent.base, last, number.codes[-1])
        if office is not None:
            return parent._replace(base=office, name=office.name.lower()), parent
        if not number.bodies and number_span and sum(map(str.isalpha, low[parent.end :])) >= _SHORTEST_NAME:
            return None, parent if parent.proper or parent.place else above  # a school, a company under its parent
    if register:
        return _signing_organ(p, register), parent if parent is None or parent.proper or parent.place else above
    if parent is not None:
        return parent, above
    if kind is None and not number_span:
        return None, None  # an article tells what others issue
    return _opening_body(p, title_span[1] if title_span else 0), None


_JOINT_CODES = frozenset(("lb", "ttlb"))  # "liên Bộ": the ministries stand in the letterhead alone


def _signing_together(lines: Sequence[tuple[str, str]]) -> Phrase | None:
    """The ministries of a letterhead such as "BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"."""
    named: list[Phrase] = []
    text, low = (" ".join(part) for part in zip(*lines, strict=True)) if lines else ("", "")
    for m in re.finditer(rf"(?<!\w)[{UPPER}]", text):
        if named and m.start() < named[-1].end:
            continue
        phrase = read_phrase(text, low, m.start())
        if phrase is not None and phrase.joint:
            return phrase
        if phrase is not None and not phrase.base.local:
            named.append(phrase)
    bodies = tuple(dict.fromkeys(phrase.base for phrase in named))
    return named[0]._replace(end=named[-1].end, joint=bodies[1:]) if len(bodies) > 1 else None


_BELOW = ("huyen", "quan", "thi-xa", "thanh-pho", "xa", "phuong", "thi-tran", "dac-khu")


_SHORTEST_NAME = 8  # letters in the name of a body


def _is_of(phrase: Phrase, register: Collection[str]) -> bool:
    """Whether a body of a letterhead may have the number's code.

    Thành ủy of a city in a province writes that of Thị ủy, a committee inside an office that of Đảng ủy.
    """
    if phrase.base.series in register or ("thu" in register and "thành ủy" in phrase.name):
        return True
    return "du" in register and phrase.base.slug.startswith(("dang-uy-so-", "dang-uy-ban-", "dang-uy-van-phong-"))


def _is_line_above(phrase: Phrase, low: str) -> bool:
    """Whether a letterhead names the province's party only above its own body: "ĐẢNG BỘ TỈNH … / THÀNH ỦY …"."""
    return phrase.name.startswith("đảng bộ") and _COMMITTEE_BELOW.match(low, phrase.end) is not None


_COMMITTEE_BELOW = re.compile(r"\s*(?:huyện|thị|thành|quận|đảng)\s+ủy")


def _opening_body(p: Plain, start: int) -> Phrase | None:
    """The body that speaks in the opening: "Ban Dân tộc báo cáo"."""
    opening = p.low[start : start + 2500]
    for m in _SUBJECT_OPENING.finditer(opening):
        begin = max(0, m.start() - 100)
        for word in re.finditer(rf"(?<!\w)[{UPPER}]", p.text[start + begin : start + m.start()]):
            at = start + begin + word.start()
            phrase = read_phrase(p.text, p.low, at)
            if phrase is None or abs(phrase.end - (start + m.start())) > 1:
                continue
            if re.search(r"(?:của|do|tại|thuộc|với)\s+(?:\w+\s+){0,2}$", p.low[max(0, at - 24) : at]):
                continue
            return phrase
    return None


def _signing_organ(p: Plain, register: set[str]) -> Phrase | None:
    """The organ that a Party paper is signed for: "T/M BAN THƯỜNG VỤ" under the letterhead of its committee."""
    for m in _SIGNATURE.finditer(p.low, max(0, len(p.low) - 3000)):
        who = " ".join(m["who"].split())
        for committee in ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy"):
            name = who if committee in who else f"{who} {committee}"
            phrase = read_phrase(name, name, 0)
            if phrase is not None and phrase.base.series in register:
                return phrase
    return None


def _cut(spans: Iterable[re.Match[str]], text: str, low: str) -> tuple[str, str]:
    """A text and its low form without some spans."""
    for m in reversed(list(spans)):
        text, low = f"{text[: m.start()]} {text[m.end() :]}", f"{low[: m.start()]} {low[m.end() :]}"
    return text, low


def _organ_in_title(p: Plain, title_span: tuple[int, int] | None, register: set[str]) -> Phrase | None:
    """The organ between type and title, "KẾT LUẬN / CỦA BAN THƯỜNG VỤ TỈNH ỦY", or that acts in the opening."""
    if title_span is None:
        return None
    above = p.low[: title_span[0]].rstrip()
    line = above.rfind("\n") + 1
    if of := re.match(r"\s*của\s+", p.low[line : title_span[0]]):
        phrase = read_phrase(p.text, p.low, line + of.end())
        if phrase is not None and phrase.base.series in register:
            return phrase
    opening = _opening_body(p, title_span[1])
    return opening if opening is not None and opening.base.series in register else None


def _capitals(text: str) -> str:
    """A line in capitals as running text prints it, so that proper names can be told: same length."""
    out = "".join(w.capitalize() if w.isupper() and len(w) > 1 else w for w in re.split(r"(\s+)", text))
    return out if len(out) == len(text) else text


def _with_sub(where: Locality, *bodies: Phrase | None) -> Locality:
    """The locality with the district or commune of the text's own body, or of the parent above it."""
    here = where
    for phrase in bodies:
        if phrase is None or not (phrase.proper or phrase.place):
            continue
        if here.sub_name and phrase.proper and unit_named(phrase) != here.sub_unit:
            return replace(here, above_unit=unit_named(phrase), above_name=phrase.proper)
        province = phrase.place or here.province
        base = province_locality(province) if province else where
        if phrase.proper is None:
            return here if here.sub_name else base
        if here.sub_name is None:
            here = replace(base, sub_unit=unit_named(phrase), sub_name=phrase.proper)
    return here


_DISTRICT = re.compile(r"(?<!\w)(?:huyện|quận|thị\s+xã)\s+(?:ủy\s+)?(?=\w)")
_DISTRICTS = ("huyen", "quan", "thi-xa")
_COMMUNES = ("xa", "phuong", "thi-tran")


def _in_district(p: Plain, where: Locality) -> Locality:
    """The locality with the one district that a commune's text names, and with the province of the district."""
    if where.sub_unit in _COMMUNES and where.above_name is None:
        named = {_district_at(p, m) for m in _DISTRICT.finditer(p.low, 0, HEAD_CHARS)} - {None}
        if len(named) == 1 and (only := named.pop()):
            where = replace(where, above_unit=only[0], above_name=only[1])
    unit, name = where.sub_unit, where.sub_name
    if unit in _COMMUNES:
        unit, name = where.above_unit, where.above_name
    if where.province is None and name and unit in _DISTRICTS and (province := province_of(slug(name), None)):
        of = province_locality(province)
        return replace(where, province=of.province, name=of.name, unit=of.unit)
    return where


def _district_at(p: Plain, m: re.Match[str]) -> tuple[str, str] | None:
    """The unit and the name of a district named at a place of the text."""
    words = p.low[m.start() : m.end()].split()
    unit = "thi-xa" if words[:2] in (["thị", "xã"], ["thị", "ủy"]) else slug(words[0])
    name = _PROPER_NAME.match(p.text, m.end())
    return (unit, " ".join(name.group().split())) if name else None


_PROPER_NAME = re.compile(rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,2}}")


def estimated_date(title: str | None, cited: Sequence[str]) -> str | None:
    """The year of a text that prints no date: the year its title reports on, else its youngest citation.

    >>> estimated_date("Kết quả công tác dân vận năm 2021", ["2021-10-29"]), estimated_date(None, ["2023-11-20"])
    ('2021', '2023')
    """
    if title and (m := _YEAR_IN_TITLE.search(fold_tone(lower(title)))):
        return m[1]
    years = [d[:4] for d in cited if d and not d.startswith("--")]
    return max(years) if years else None
