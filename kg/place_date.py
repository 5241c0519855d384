"""When and where a text was issued: its day, the province and the district that it speaks from.

The day is read from the place-and-date line, beside the number, from a portal's pairs, from the byline of an article,
from minutes and from the note of adoption; the place from that line, from the letterhead and the signature block, and
where these say nothing from the provinces that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.dates import AT_HOUR, FULL_DAY, date_after, read_date
from kg.districts import province_of
from kg.locality import DISTRICT_UNITS, NOWHERE, Locality, mentioned_places, place_at, province_locality
from kg.normalise import UPPER, Plain, fold_tone, lower
from kg.numbers import Number
from kg.own_number import cited_before
from kg.phrases import Phrase, read_phrase, unit_named
from kg.registry import places, slug
from kg.titleblock import HEAD_CHARS, first_type_line

_PLACE_DATE = re.compile(
    rf"(?m)(?:^|[\t|]|\s{{2,}}|\b(?=[{UPPER}]))(?P<place>[{UPPER}][\w.'’ \-]{{1,40}}?)\s*"
    rf"(?P<comma>,\s*|(?<=\s)){AT_HOUR}[Nn]g[àa]y(?:\s*(?=\d|[.…_ ])|(?=\s{{1,4}}tháng\s))"
)
_DAY = re.compile(r"[Nn]g[àa]y(?:\s*(?=[\d.…_ ])|(?=\s{1,4}tháng\s))")  # day and month of a draft stay blank
_BLANK_MONTH = len("    tháng ")
_PLACE_CHARS = 60  # more than a place and the comma after it take
_BESIDE = re.compile(rf"[\s|.,]{{0,6}}(?P<place>[{UPPER}][\w.'’ \-]{{1,40}}?)\s*,\s*[Nn]g[àa]y\s*(?=\d)")
_DAY_CELL = re.compile(r"[ \t]*[|\n][\s|]{0,6}[Nn]g[àa]y\s+(?=\d)")  # "Số 48-QĐ/TW | Ngày 14 tháng 12 năm 1992 |"
# a letter that a converter put on one line: "Số: 3397/BKHĐT V/v hướng dẫn … Hà Nội, ngày 23 tháng 5 năm 2019 Kính gửi:"
_FLAT = re.compile(rf"(?P<place>[{UPPER}]\w*(?:[ .-][{UPPER}]\w*){{0,3}})\s*,\s*ngày\s+(?=\d)")
_FLAT_REACH = 500
_TO_WHOM = re.compile(r"\s+kính\s+gửi\s*:")
_CELL_END = re.compile(r"[ \t]*(?:[|\n]|$)")
_DOTS_YEAR = re.compile(
    r"[\s.…_\d]*tháng[\s.…_]*(?P<month>(?:1[0-2]|0?[1-9])(?!\d))?[\s.…_\d]*năm\s*(?P<year>(?:19|20)\d\d)"
)
YEAR_IN_TITLE = re.compile(r"(?<!\w)năm\s+((?:19|20)\d\d)(?!\s*[-–/]\s*\d)")
# How web pages date an article: "Ngày đăng: 20/12/2022"; "Thứ Ba, 20/12/2022, 07:15", "PV - 03/04/2025 17:35".
_LABELLED = re.compile(
    r"(?:ngày\s+(?:đăng|cập\s+nhật|đăng\s+tải|xuất\s+bản|tạo)|cập\s+nhật|đăng\s+(?:lúc|ngày|vào))(?!\w)[^\d\n]{0,24}"
    r"(?:\d{1,2}[:h]\d{2}(?::\d\d)?\s*,?\s*(?:ngày\s*)?)?(?=\d)"
)
_WEEKDAY = r"(?:thứ[ \t]+(?:\w+)|chủ[ \t]+nhật)"
_NO_PLACE = re.compile(rf"{_WEEKDAY}\s*$|(?:cập\s+nhật|đăng(?:\s+(?:vào|lúc|tải))?|hôm\s+nay|ngày\s+đăng)(?!\w)")
_CLOCK = r"\d{1,2}[ \t]?[:h][ \t]?\d{2}(?::\d{2})?"
_AT_HOUR = re.compile(rf"(?<![\d:]){_CLOCK}")
_PUBLISHED = re.compile(
    rf"(?m)^[^\n]{{0,60}}?(?:{_WEEKDAY}[ \t]*[,–-]?[ \t]*(?:ngày[ \t]*)?"
    rf"|(?<![\d:])(?<!từ )(?<!đến )(?<!trước )(?<!sau ){_CLOCK}[ \t]*"
    rf"(?:\||,|-|ngày|gmt\+7)*[ \t]*(?:{_WEEKDAY}[ \t]*,?[ \t]*)?)"
    r"(?=\d{1,2}[ \t]?[/.-][ \t]?\d{1,2}[ \t]?[/.-][ \t]?\d{4}"
    r"|\d{1,2}[ \t]+tháng[ \t]+\d{1,2},?[ \t]+(?:năm[ \t]+)?\d{4})"
    rf"|(?m:^)[^\n\d]{{0,60}}(?=\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}[ \t]*[-–,|]?[ \t]*(?:lúc[ \t]*)?{_CLOCK})"
)
_DATE_ALONE = re.compile(r"(?:^|\n)[ \t]*(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ \t]*\n)")
_TIMELINE = 4000  # code points behind the first day alone in which another tells that there are more
_ADOPTING = re.compile(r"thông\s+qua\s+ngày")
_ADOPTED = re.compile(
    r"(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+quyết|hiến\s+pháp)\s+này[^.\n]{0,200}?thông\s+qua\s+ngày\s+"
)

_MOTTO = re.compile(r"hạnh\s+phúc[\s\-_|.*]*")


def place_and_date(
    p: Plain, labels: Mapping[str, tuple[str, int]], number_span: tuple[int, int] | None
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
        for m in _FLAT.finditer(p.text, number_span[1], number_span[1] + _FLAT_REACH):
            found = read_date(p.low, m.end())
            if found and len(found.iso) == FULL_DAY and found.has_year and _TO_WHOM.match(p.low, found.end):
                return m["place"], found.iso, m.start()
    begin = max(0, (number_span[0] if number_span else 0) - 300)
    stop = min(len(p.text), begin + HEAD_CHARS)
    for day in _DAY.finditer(p.text, begin, stop):
        line = max(begin, p.text.rfind("\n", 0, day.start()) + 1)
        motto = _MOTTO.search(p.low, line, day.start())  # a letterhead that a converter put on one line
        at = max(begin, day.start() - _PLACE_CHARS, motto.end() if motto else 0)
        # the last: the day of a paper in the line above has its own "ngày"
        if (m := next(reversed(list(_PLACE_DATE.finditer(p.text, at, day.end() + _BLANK_MONTH))), None)) is None:
            continue
        if p.text[m.start() - 1 : m.start()] == "/" and m["place"].replace("-", "").isalpha() and m["place"].isupper():
            continue  # the end of a number: "(Theo Công văn số 6012/UBND-KT, ngày …)"
        line_start = motto.end() if motto else p.text.rfind("\n", 0, m.start("place")) + 1
        if _NO_PLACE.match(fold_tone(lower(m["place"]))):
            continue  # "Thứ 3, Ngày 16/07/2024" at the top of a portal is the day of the visit or of an update
        cell = max(line_start, p.text.rfind("|", line_start, m.start("place")) + 1)
        before = p.text[cell : m.start("place")].strip(" \t|>*_-")
        if len(before) > 70 or (not m["comma"] and (before or lower(m["place"]).strip() not in p.low[: m.start()])):
            continue  # without a comma only what the letterhead names is a place
        found = read_date(p.low, m.end())
        iso = found.iso if found and found.has_year else None
        end = found.end if found else m.end()
        if iso is None and (b := _DOTS_YEAR.match(p.low, m.end())):
            iso, end = b["year"] + (f"-{int(b['month']):02}" if b["month"] else ""), b.end()
        if iso is None:
            continue
        line_end = p.text.find("\n", end)
        if p.text[end : line_end if line_end >= 0 else len(p.text)].strip(" \t|.*_)-"):
            continue
        at = m.start("place")
        at_end = number_span is not None and cited_before(p.low, at)  # under the text, as until about 1990
        return m["place"].strip(), iso, None if at_end else at
    if "date" not in labels and (bare := _without_day_word(p, stop)) is not None:
        return bare
    if "date" in labels:
        _, at = labels["date"]
        found = read_date(p.low, at)
        if found:
            return None, found.iso, None
    return None, None, None


# "Phú Thọ, tháng 6 năm 2023" on schemes and outlines, "Tân Quang 06 tháng 12 năm 2012" on papers of communes
_NO_DAY_WORD = re.compile(
    rf"(?m)^[ \t|*]*(?P<place>[{UPPER}][\w.'’ \-]{{1,40}}?)(?P<comma>\s*,)?[ \t]+(?P<day>\d{{1,2}}[ \t]+)?"
    r"tháng[ \t]+(?P<month>\d{1,2})[ \t]+năm[ \t]+(?:19|20)\d\d[ \t|.*_-]*$"
)
_HEAD_LINES = 1200


def _without_day_word(p: Plain, stop: int) -> tuple[str, str, int] | None:
    """The line of place and month, or of place and day without "ngày", below a letterhead that names the place."""
    for m in _NO_DAY_WORD.finditer(p.text, 0, min(stop, _HEAD_LINES)):
        place = fold_tone(lower(m["place"])).strip()
        above = p.low[: m.start("place")]
        if not (m["comma"] or m["day"]) or not re.search(rf"(?<!\w){re.escape(place)}(?!\w)", above):
            continue
        found = read_date(p.low, m.start("day") if m["day"] else p.low.index("tháng", m.end("place")))
        if found is not None and found.has_year and not cited_before(p.low, m.start("place")):
            return m["place"].strip(), found.iso, m.start("place")
    return None


_SHOWN_PAPER = re.compile(
    r"\n[ \t]*(?:kính\s+gửi\s*:|(?:(?:[ivx]{1,4}|\d)[.)]\s*)?căn\s+cứ(?:\s+pháp\s+lý|\s+lập\s+kế\s+hoạch)?\s*[\n:-]"
    r"|căn\s+cứ\s[^\n]{20,400};[ \t]*\n)"
)


def day_of_page(p: Plain) -> str | None:
    """The day of an article or of an update of its page, which is none of a paper that the page shows.

    A page that shows a letter or the grounds of a plan without letterhead tells the day of its posting only.
    """
    if _SHOWN_PAPER.search(p.low, 0, 1500):
        return None
    for pattern, stop in ((_LABELLED, 2000), (_PUBLISHED, 2000), (_DATE_ALONE, 600)):
        published = _byline(p.low, stop) if pattern is _PUBLISHED else pattern.search(p.low, 0, stop)
        if pattern is _DATE_ALONE and published:
            at = published.end() + 1
            if pattern.search(p.low, at, at + _TIMELINE):
                return None  # the heads of a list of events
        found = read_date(p.low, published.end()) if published else None
        if found and len(found.iso) == 10:
            return found.iso
    return None


def day_beside(meta: Mapping[str, str] | None) -> str | None:
    """The date that the input says beside the text."""
    said = meta.get("date", "").strip() if meta else ""
    if not said or re.fullmatch(r"\d{4}(?:-\d\d){0,2}", said[:10]):
        return said[:10] or None
    found = read_date(lower(said), 0)
    return found.iso if found else None


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


def day_held(p: Plain, start: int) -> str | None:
    """The day of the meeting that minutes record: "Hôm nay, ngày 10 tháng 12 năm 2024, tại …"."""
    for m in _HELD.finditer(p.low, start, start + 800):
        found = read_date(p.low, m.end())
        if found is not None and len(found.iso) == 10 and found.has_year:
            return found.iso
    return None


def day_adopted(p: Plain) -> str | None:
    """The day of adoption that an Assembly act states at its end."""
    begin = max(0, len(p.low) - 6000)
    last = None
    if _ADOPTING.search(p.low, begin) is None:
        return None
    for m in _ADOPTED.finditer(p.low, begin):
        last = read_date(p.low, m.end()) or last
    return last.iso if last and last.has_year else None


def locality(p: Plain, place: str | None, labels: Mapping[str, tuple[str, int]], number: Number | None) -> Locality:
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
            return NOWHERE if found[0] == _CAPITAL and _of_the_centre(p, len(head)) else province_locality(found[0])
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


_CAPITAL = "ha-noi"


def _of_the_centre(p: Plain, end: int) -> bool:
    """Whether a line of the letterhead names a central body: what it dates from Hà Nội is no paper of the city."""
    for line in re.finditer(r"(?m)^[ \t|*]*(?=[^\W\d])", p.low[:end]):
        phrase = read_phrase(p.text, p.low, line.end())
        if phrase is not None and not phrase.base.local and phrase.base.branch in ("state", "party"):
            return True
    return False


def with_sub(where: Locality, *bodies: Phrase | None) -> Locality:
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


def of_province(p: Plain, where: Locality) -> Locality:
    """The locality of a commune that has the name of a former province: "phường Long An, tỉnh Tây Ninh".

    What its letterhead dates from is the commune, so the province is the one that the text names behind it, or unknown.
    """
    if where.sub_unit not in (*_COMMUNES, "dac-khu") or not where.sub_name or slug(where.sub_name) != where.province:
        return where
    if (place := places().get(where.province)) is None or not place.valid_to:
        return where  # "phường Lào Cai" is one of Lào Cai
    name = r"\s+".join(map(re.escape, fold_tone(lower(where.sub_name)).split()))
    unit = r"(?<!\w)(?:xã|phường|đặc\s+khu|thị\s+trấn)"
    named = re.search(rf"{unit}\s+{name}\s*,?\s*(?:tỉnh|thành\s+phố|tp\.?)\s+", p.low)
    found = place_at(p.low, named.end()) if named else None
    if found is None and re.search(rf"(?<!\w)tỉnh\s+{name}(?!\w)(?!\s*\(?\s*(?:cũ|trước)(?!\w))", p.low):
        return where
    of = province_locality(found[0]) if found else NOWHERE
    return replace(where, province=of.province, name=of.name, unit=of.unit)


_DISTRICT = re.compile(r"(?<!\w)(?:huyện|quận|thị\s+xã)\s+(?:ủy\s+)?(?=\w)")
_COMMUNES = ("xa", "phuong", "thi-tran")


def in_district(p: Plain, where: Locality) -> Locality:
    """The locality with the one district that a commune's text names, and with the province of the district."""
    if where.sub_unit in _COMMUNES and where.above_name is None:
        named = {_district_at(p, m) for m in _DISTRICT.finditer(p.low, 0, HEAD_CHARS)} - {None}
        if len(named) == 1 and (only := named.pop()):
            where = replace(where, above_unit=only[0], above_name=only[1])
    unit, name = where.sub_unit, where.sub_name
    if unit in _COMMUNES:
        unit, name = where.above_unit, where.above_name
    if where.province is None and name and unit in DISTRICT_UNITS and (province := province_of(name, None)):
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


_SOURCE = re.compile(r"\n[ \t]*\(theo\s[^()\n]{10,300}\)[^.;]{0,200}$")
_EVENT = re.compile(r"\n[ \t]*(?:[^\W\d][^\n.:;,]{0,40}[–-]\s*)?(?:(?:sáng|chiều|tối)\s+)?(?:nay,?\s+)?ngày\s+(?=\d)")
# "Ngày 22/11/2022, Ủy ban kiểm tra Trung ương ban hành …" tells the day of the paper, whenever the article was written
_EARLIER = re.compile(r"(?<!\w)(?:đã|(?:ký\s+)?ban\s+hành|thông\s+qua)\s|[.;\n]\s")


_CITED_WITHIN = 80  # code points from the beginning of a citation to its day


def year_told(
    p: Plain, kind: str | None, title: str | None, article: bool, cited: Iterable[tuple[int, str]]
) -> str | None:
    """The year in which a text was written that prints no day of its own, as far as it tells of itself.

    A report of a year that cites papers until that year; an article that names the report from which it was
    written at its end, or that opens with the day of what happens. What a text cites dates nothing else.

    Args:
        p: the text.
        kind, title: its own type and title.
        article: whether it is no paper.
        cited: start and date of each citation.
    """
    days = list(cited)
    if kind == "bao-cao" and title and (m := YEAR_IN_TITLE.search(fold_tone(lower(title)))):
        return m[1] if m[1] == max((day[:4] for _, day in days), default=None) else None
    if not article:
        return None
    if source := _SOURCE.search(p.low):
        return max((day[:4] for at, day in days if at > source.start()), default=None)
    opening = _EVENT.search("\n" + p.low[:600])
    day = read_date(p.low, opening.end() - 1) if opening else None
    if day is None or not day.has_year or len(day.iso) != FULL_DAY:
        return None
    at = opening.end() - 1 if opening else 0
    if any(begin <= at <= begin + _CITED_WITHIN and told == day.iso for begin, told in days):
        return None  # the day of a paper, on a line of its own: "số / 01-HD/ĐU / ngày / 03/12/2025"
    if any(told[:4] > day.iso[:4] for _, told in days):
        return None  # it tells of what came later: "Ngày 28 tháng 8 năm 1945, Bộ Kinh tế được thành lập"
    stop = _EARLIER.search(p.low, day.end)
    return None if stop and stop.group()[0].isalpha() else day.iso[:4]
