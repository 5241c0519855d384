"""What stands beside a number: the law's title to its left, date, body and alias to its right, its cells in a table."""

from __future__ import annotations

import re

from kg import registry
from kg.bracketed import place_beside, unit_alone
from kg.dates import FULL_DAY, FoundDate, date_after, read_date
from kg.day_cells import ends_the_row, issued_beside
from kg.institutions import read_body
from kg.issued_words import day_signed, day_told
from kg.issuers import issuer_of, may_have_issued
from kg.locality import Locality
from kg.names import Named, read_law
from kg.normalise import RAISED, Plain
from kg.number_cells import acts_in_row, in_cells
from kg.numbers import Number
from kg.phrases import Phrase, read_phrase
from kg.title_forms import known_title
from kg.typewords import SO, type_by_day, type_slug

REJECT = re.compile(
    r"(?:mẫu|biểu(?:\s+mẫu)?|bảng|phụ\s+lục|phụ\s+biểu|hình|mã|mã\s+số|biển(?:\s+\w+)?|thửa|tờ\s+bản\s+đồ|điện\s+thoại|"
    r"đt|tel|fax|hotline|tài\s+khoản|hợp\s+đồng|bản\s+án|vụ\s+án|hồ\s+sơ|lô|gói\s+thầu|tcvn|qcvn|tiêu\s+chuẩn|iso(?:/iec)?|"
    r"giấy\s+phép|giấy\s+chứng\s+nhận|gcn|cáo\s+trạng|hóa\s+đơn|biên\s+lai|vận\s+đơn|chứng\s+chỉ|mẫu\s+in|km|quốc\s+lộ|tỉnh\s+lộ|đường|phiếu|sổ)"
    r"\s*(?:số|hiệu)?\s*[:.]?\s*$"
    r"|(?<!\w)(?:qcvn|tcvn|qcđp|tcxdvn)\s*\d{1,5}(?:-\d{1,3})?\s*:\s*$"  # "QCVN 25 :2009/BTNMT"
)
# members of a list of forms: "Các biểu số liệu 01/TTr, 02/TTr", "mẫu số 01/QĐ, 02/QĐ"
FORMS = re.compile(
    r"(?<!\w)(?:biểu|mẫu|phụ\s+lục|phụ\s+biểu)(?:\s+(?:mẫu|biểu|số\s+liệu|báo\s+cáo|số))*\s*:?\s*(?:\d[\w/.-]*\s*(?:,|;|và|đến)\s*(?:(?:biểu\s+|mẫu\s+)?số\s+)?)*$"
)
BLANK = ("…", "_", ".", "/", "-", "–")
"""What a number does not follow: the blank of a form, a number that goes on."""
SO_LEFT = re.compile(rf"(?<!\w){SO}\s*[:.]?\s*$")
ISSUER_LEAD = re.compile(r"(?:\s{0,3},?\s{0,3}|[ \t]*\n[ \t]*)(?:(?:do|của|bởi)\s+|(?=hội\s+nghị\s))")
# portals shorten titles: "Quyết định 891/QĐ-UBND 2019 công bố danh mục"
_PORTAL_YEAR = re.compile(r" (?P<year>(?:19|20)\d\d)(?=\s+[a-zà-ỹ])(?!\s+(?:hộ|người|đồng|trường\s+hợp|tỷ|triệu)\s)")
_COMMITTEE_BESIDE = re.compile(r"\s(?P<who>(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy)(?!\w)")
_SPACE = re.compile(r"\s+")
ADOPTED = re.compile(
    r"\s*[.,]?\s*(?:(?:đã|vừa|mới)\s+)?được\s+(?:ủy\s+ban\s+thường\s+vụ\s+)?quốc\s+hội\s+"
    r"(?:nước\s+cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam\s+)?(?:\(?khóa\s+\w+\)?\s*,?\s*)?(?:(?:tại\s+)?kỳ\s+họp\s+thứ\s+\w+\s*,?\s*)?"
    r"thông\s+qua\s+(?:vào\s+)?ngày\s+"
)
# "Pháp lệnh … của UBTVQH ban hành ngày …", "Luật … do Quốc hội khóa XI, kỳ họp thứ 2 thông qua ngày …"
_PASSED = re.compile(
    r"(?:(?:\s*,?\s*(?:tại\s+)?kỳ\s+họp\s+(?:lần\s+)?thứ\s+\w+)?\s*,?\s*(?:đã\s+)?(?:ban\s+hành|thông\s+qua)\s+(?:vào\s+)?|\s{1,3})(?=ngày\s+\d)"
)
_BETWEEN = re.compile(r"\s*,?\s*giữa\s+")
TERM_TAIL = re.compile(
    r"(?:\s+lần\s+thứ\s+\w+)?\s*(?:,\s*)?(?:\(\s*)?(?:khóa|nhiệm kỳ)\s+[\wivxlc]+(?:\s*-\s*\d{4})?(?:\s*\))?"
)
_ALIAS_TAIL = re.compile(
    r"\s*\((?:sau đây|dưới đây)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là[^()]{1,160}\)"
)
_NO_SO = re.compile(r"\s*[,(]?\s*(?:sổ\s|[:.])?\s*")
_TITLE_BREAK = re.compile(r"[;:\n]|\d/|\d{4}")
_LAW_WORDS = re.compile(r"(?:b(?<!\wb)ộ\s+luật|l(?<!\wl)uật|p(?<!\wp)háp\s+lệnh|n(?<!\wn)ghị\s+quyết)(?!\w)")
_AMENDING = re.compile(r"\s+(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)")
_TO_NUMBER = re.compile(rf"\s*[,(]?\s*(?:{SO})?\s*[:.]?\s*")
_NO_TITLE = re.compile(
    r"(?:c(?<!\wc)ủa|q(?<!\wq)uy\s+định|h(?<!\wh)ướng\s+dẫn|t(?<!\wt)hực\s+hiện|t(?<!\wt)heo)\s"
)


def law_left(p: Plain, number: Number, base: int, left: str, so: bool) -> tuple[int, str] | None:
    """Start and type of a law whose title stands between its type word and its number."""
    if not number.bodies or number.bodies[0].slug not in (
        "quoc-hoi",
        "uy-ban-thuong-vu-quoc-hoi",
        "hoi-dong-nha-nuoc",
        "chu-tich-nuoc",
    ):
        return None
    begin = max(0, base + len(left) - 320)
    window = p.low[begin : base + len(left)].rstrip()  # a line may end behind "số"
    breaks = reversed(list(_TITLE_BREAK.finditer(window)))
    cut = next((m.end() for m in breaks if not _goes_on(p, begin + m.start())), 0)
    starts = [m for m in _LAW_WORDS.finditer(window) if m.start() >= cut and p.text[begin + m.start()].isupper()]
    if not starts:
        return None
    if not so:  # "Luật Giáo dục 123/2025/QH15": only right behind a title that the registry knows
        known = known_title(p.low, begin + starts[-1].start())
        if known is None or not _NO_SO.fullmatch(p.low, known[1], base + len(left)):
            return None
    amending = [m for m in starts if _AMENDING.match(window, m.end())]
    first = amending[0] if amending else starts[-1]
    if amending and first is not starts[-1]:
        # "Luật sửa đổi … của Luật Giáo dục số 43/2019/QH14": the registry knows whose number it is
        inner = registry.fold_title(SO_LEFT.sub("", window[starts[-1].start() :]))
        if any(law.number == number.printed for law in registry.law_titles().get(inner.strip(" ,"), ())):
            first, amending = starts[-1], []
    if not amending and not _is_titled(p, begin + first.start(), first[0], begin + first.end(), base + len(left)):
        return None
    return begin + first.start(), type_slug(first[0]) or "luat"


def _goes_on(p: Plain, at: int) -> bool:
    """Whether the break at ``at`` is a line end inside a sentence: the next line begins with a small letter."""
    return p.low[at] == "\n" and p.text[at + 1 : at + 3].lstrip(" ")[:1].islower()


def _is_titled(p: Plain, at: int, word: str, word_end: int, stop: int) -> bool:
    """Whether only a title stands between the type word at ``at`` and the number at ``stop``."""
    if word.split()[0] != "nghị":
        named = read_law(p.text, p.low, at, word, word_end, nested=True)
        if named is not None and _TO_NUMBER.fullmatch(p.low[named.name_end : stop]):
            return True
    words = p.low[word_end:stop].split(None, 2)
    return len(words) < 3 or _NO_TITLE.search(words[2]) is None


# "của Bộ Thủy sản (nay là Bộ Nông nghiệp và Phát triển nông thôn)": what became of the body is no part of the title
RENAMED = re.compile(
    r"\s*\(\s*(?:nay|trước\s+đây|trước\s+kia|cũ)(?:\s+là)?\s+"
    r"(?:bộ(?!\s+luật)|sở|ban|ủy\s+ban|cục|tổng\s+cục|chi\s+cục|văn\s+phòng|hội|phòng|tỉnh|thành\s+phố|huyện|thị\s+xã|xã|phường)"
    r"\s[^()\d;:“”\"\n|]{2,90}\)"
    # "của UBND tỉnh Kiên Giang (trước hợp nhất)"
    r"|\s*\(\s*(?:cũ|trước\s+đây|(?:trước|sau)\s+(?:khi\s+)?(?:sắp\s+xếp|hợp\s+nhất|sáp\s+nhập))\s*\)"
)


def tail(p: Plain, end: int, number: Number | None) -> tuple[int, str | None, Phrase | None, int]:
    """What follows a number: end of the span, date, issuer phrase, end of the head."""
    low, text = p.low, p.text
    printed, end = end, _behind_call(p, _behind_stutter(p, end, number))
    date: FoundDate | None = _day_after(p, end)
    if number is not None and date is not None and number.year and _is_another_cell(low, end, date, number.year):
        date = None
    if number is not None and date is None and number.type_code and not number.year:
        year = _PORTAL_YEAR.match(low, end)
        date = FoundDate(year["year"], year.end("year")) if year else None
    head = _behind_call(p, date.end) if date else end
    if date and low[head : head + 1] == ")" and "(" in low[end:head]:
        head += 1
    span_end = date.end if date else printed
    if date is None and number is not None and number.term and (adopted := ADOPTED.match(low, head)):
        date = read_date(low, adopted.end())  # told outside the span: the words between are no part of the name
    elif date is None and number is not None:
        date = day_told(p, head, number)
    phrase = None
    if t := TERM_TAIL.match(low, head):
        head = t.end()
    if date is None and (odd := _ODD_DAY.match(low, head)):
        head = odd.end()  # "ngày 18/8/20222 của Bộ Chính trị"
    if m := ISSUER_LEAD.match(low, head):
        phrase = _by_letters(number, low, m.end()) or read_body(text, low, m.end()) or unit_alone(p, number, m.end())
    elif number is not None and (g := _SPACE.match(low, head)) and text[g.end() : g.end() + 1].isupper():
        # without "của": only where the phrase names the body of the number's own register
        loose = read_phrase(text, low, g.end())
        if loose and any(loose.base.series == b.series for b in number.bodies):
            phrase = loose
    elif number is None and (c := _COMMITTEE_BESIDE.match(low, head)) and text[c.start("who")].isupper():
        phrase = read_phrase(text, low, c.start("who"))  # "Nghị quyết 10 Thành ủy"
    elif between := _BETWEEN.match(low, head):
        head = joint_end(p, between.end())
    if phrase is None and m is None and number is not None:
        phrase = place_beside(p, number, head)
    if phrase is None and m and number is not None and _OF_THE_CENTRE.match(low, m.end()):
        phrase = _central_committee(number, m.end())
    if phrase is None and m and number is not None and (office := _OFFICE.match(low, m.end())):
        return span_end, (date.iso if date else issued_beside(p, number.start, end, number.year)), None, office.end()
    if phrase is None and number is not None and low[head : head + 4].lstrip(" ")[:1] in ("|", "\t"):
        day, phrase = in_cells(p, head, number.year)
        acts = acts_in_row(low, number.start)
        if day is not None and (acts or ends_the_row(low, number.start)):
            day = None
        own = {b.series for b in may_have_issued(number)}
        if phrase is not None and own and phrase.base.series not in own:
            phrase = None  # the column of who is to do it
        beside = None if acts else issued_beside(p, number.start, end, number.year)
        return span_end, (date.iso if date else day or beside), phrase, head
    if phrase is not None and not phrase.base.local and number is not None and _names_no_body(number):
        phrase = with_others(p, phrase)
    if phrase is not None:
        head = phrase.end if number is None or len(number.bodies) < 2 else joint_end(p, phrase.start)
        if t := TERM_TAIL.match(low, head):
            head = t.end()
        if renamed := RENAMED.match(low, head):
            head = renamed.end()
        later = _day_after(p, head) or _signed_on(p, head, number)
        if date is None and later and "-" in later.iso and not _DONE_THEN.match(p.text, later.end):
            date, head = later, later.end
    if date is None and m and number is not None and (later := _day_behind_unread(p, m.end(), number, phrase)):
        date, head = later, later.end
    if a := _ALIAS_TAIL.match(low, head):
        head = a.end()
    day = date.iso if date else issued_beside(p, number.start, end, number.year) if number is not None else None
    return span_end, day, phrase, head


_CALL = re.compile(
    r"[" + RAISED + r"]{1,3}|\[\^?\d{1,3}\](?=\s|,\s*cùng\s+ngày\s|,\s*ngày\s+\d[\d/.-]*\s*,?\s+của\s)"
    r"|\s?\(\d{1,2}\)(?=\s*,?\s(?:ban\s+hành\s+)?(?:(?:cùng\s+)?ngày\s+\d|của\s))"
)


def _behind_call(p: Plain, end: int) -> int:
    """Where the call of a note ends that stands between a number or day and what goes on with it."""
    m = _CALL.match(p.low, end)
    return m.end() if m else end


def _behind_stutter(p: Plain, end: int, number: Number | None) -> int:
    """Where a number ends whose codes are printed twice: "Nghị quyết số 37-NQ/TW NQ/TW ngày"."""
    codes = number.printed[len(number.serial) :].lstrip("/-_") if number is not None else ""
    if not any(mark in codes for mark in "/-") or not p.text.startswith(f" {codes}", end):
        return end
    again = end + 1 + len(codes)
    return end if p.text[again : again + 1].isalnum() or p.text[again : again + 1] in ("/", "-") else again


def _signed_on(p: Plain, at: int, number: Number | None) -> FoundDate | None:
    """The day on which the person at the head of the body signed, where it is of the year in the number."""
    day = day_signed(p, at) if number is not None else None
    return day if day and number and (number.year is None or day.iso.startswith(str(number.year))) else None


# a body that no table reads, or a misprint of one, before the day: "của Hội đồng nhân tỉnh Sơn La ngày 13/7/2012"
_UNREAD = re.compile(
    r"(?:(?!\s(?:về|đã|được|bị|ban\s+hành|quy\s+định|sửa|hướng|phê|có|từ|đến|tại|thi\s+hành|thực\s+hiện|áp\s+dụng|kể)\s)"
    r"[^,;:.()“”\"\d\n]){6,70}(?=\sngày\s+\d)"
)


def _day_behind_unread(p: Plain, at: int, number: Number, read: Phrase | None) -> FoundDate | None:
    """The full day behind a body that is not read as that of the code, where it is of the year in the number."""
    if not number.year or not p.text[at : at + 1].isupper():
        return None
    if read is not None and any(read.base.series == body.series for body in number.bodies):
        return None
    body = _UNREAD.match(p.low, at)
    day = _day_after(p, body.end()) if body else None
    return day if day is not None and len(day.iso) == FULL_DAY and day.iso[:4] == str(number.year) else None


_JOINT_CODES = ("TTLB", "TTLT", "TTLN", "LB", "LN", "LT")
_OTHERS = re.compile(r"\s*(?:,\s*và|,|;|-|và|&)\s+(?=\w)")


def _names_no_body(number: Number) -> bool:
    """Whether a number says that bodies issue together, and not which: "94/TTLB", "10/TT-LB"."""
    codes = number.printed.upper().replace("-", "/").split("/")
    return len(number.bodies) < 2 and any(code in codes for code in _JOINT_CODES)


def with_others(p: Plain, phrase: Phrase) -> Phrase:
    """The first of several central bodies with those named behind it: "của Bộ Tài chính, Bộ Xây dựng và Bộ Y tế"."""
    others = list(phrase.joint)
    end = phrase.end
    while (link := _OTHERS.match(p.low, end)) and (more := read_phrase(p.text, p.low, link.end())):
        if more.base.local or more.joint:
            break
        others.append(more.base)
        end = more.end
    return phrase._replace(end=end, joint=tuple(others))


_LETTERS = re.compile(r"(?P<bct>bct)(?!\w)|(?P<bbt>bbt)(?!\w)")  # "Quy định số 69-QĐ/TW của BCT"


def _by_letters(number: Number | None, low: str, at: int) -> Phrase | None:
    """The Politburo or the Secretariat by its initials, behind a number of the Party's centre."""
    m = _LETTERS.match(low, at) if number is not None and number.party else None
    if m is None or number is None or not number.bodies or number.bodies[0].code != "TW":
        return None
    slug = "bo-chinh-tri" if m["bct"] else "ban-bi-thu"
    body = next(b for b in registry.issuer_codes()["tw"] if b.slug == slug)
    return Phrase(at, m.end(), body, low[at : m.end()])


# named by the office alone: "Quyết định số 5/QĐ-BNV của Bộ trưởng để thực hiện B", "của tỉnh"
_OFFICE = re.compile(
    r"(?:(?:bộ\s+trưởng|thủ\s+trưởng|tổng\s+cục\s+trưởng|cục\s+trưởng|tổng\s+giám\s+đốc|giám\s+đốc|chủ\s+tịch|hiệu\s+trưởng|chánh\s+án|viện\s+trưởng)"
    r"|tỉnh|thành\s+phố|huyện|thị\s+xã|xã|phường|bộ|sở|ngành)(?=\s+(?:để|nhằm|thay\s+thế|bãi\s+bỏ|sửa\s+đổi)\s)"
)
_OF_THE_CENTRE = re.compile(r"trung\s+ương(?!\w)")


def _central_committee(number: Number, at: int) -> Phrase | None:
    """Who is meant by "Nghị quyết số 21-NQ/TW của Trung ương": resolutions are of the Central Committee."""
    if number.type_code != "NQ" or not number.bodies or number.bodies[0].slug != "ban-chap-hanh-trung-uong":
        return None
    return Phrase(at, at + len("trung ương"), number.bodies[0], "trung ương")


# "Thực hiện Kế hoạch 125 của UBND tỉnh, ngày 20/6/2024 UBND huyện ban hành …": the day of what was done then
_DONE_THEN = re.compile(
    r",?\s+(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|Ban|Tỉnh ủy|"
    r"Huyện ủy|Thành ủy|Đảng ủy|Công an|Trung tâm|Phòng|Hạt|Đoàn|đoàn|Chi cục|Cục|Trường|Bệnh viện|"
    r"Hội|Tòa án|Viện|Công ty|xã|Xã|huyện|Huyện)"
    r"(?!\w)[^.;,\n]{0,60}?"
    r"\s(?:đã|(?:đã\s+)?(?:ban hành|ký|tổ chức|thông qua|có|báo cáo|triển khai|phối hợp|làm việc|tiến hành))\s"
)
_ODD_DAY = re.compile(r"\s*,?\s*(?:ngày\s+(?:[\d/.-]{3,12}|[_.…]{1,14})|cùng\s+ngày)(?=\s+(?:của|do)\s)")
# a small letter goes on, whatever a converter put between
_NEW_LINE = re.compile(r"\n\s*(?:\n(?!\s*ngày)|(?=Ngày))")


def _day_after(p: Plain, at: int) -> FoundDate | None:
    """The date that belongs to a number or body ending at ``at``; not that of the paragraph below: "Ngày 8/11, …"."""
    found = date_after(p.low, at)
    if found is not None and p.text.find("\n", at, found.end) >= 0 and _NEW_LINE.search(p.text, at, found.end):
        goes_on = len(found.iso) == FULL_DAY and _DAY_OF.match(p.low, at, found.end + 5)
        return found if goes_on else None
    return found


_DAY_OF = re.compile(r" ?\nngày\s[\s\w/.-]+\scủa(?!\w)")  # "59/QĐ-UBND", below it "Ngày 22 tháng 7 năm 2021 của"


def day_passed(p: Plain, at: int) -> FoundDate | None:
    """The full day on which the body that ends at ``at`` passed an act: "của UBTVQH ban hành ngày 28/8/2001"."""
    m = _PASSED.match(p.low, at)
    day = _day_after(p, m.end()) if m and not _NEW_LINE.search(p.text, at, m.end() + len("Ngày")) else None
    return day if day is not None and len(day.iso) == FULL_DAY and day.has_year else None


def _is_another_cell(low: str, end: int, date: FoundDate, year: int) -> bool:
    """Whether a bare date beside a number, of another year than the number's, is that of the next column."""
    return date.has_year and date.iso[:4] != str(year) and "ngày" not in low[end : date.end]


_ALSO = re.compile(r"\s*(?:,|;|,?\s+và)\s+")
_SERIAL = re.compile(r"\d*")


def goes_on_with(p: Plain, number: Number | None, end: int, at: int) -> bool:
    """Whether a number at ``at`` goes on with the list of one of its codes that ends at ``end``.

    >>> from kg.analyse import analyse
    >>> text = "Công văn số 212/VSDTTƯ-TCQG ngày 06/02/2024 và 304/VSDTTƯ-TCQG ngày 29/02/2024"
    >>> [m.number for m in analyse(text).mentions]
    ['212/VSDTTƯ-TCQG', '304/VSDTTƯ-TCQG']
    """
    if number is None or not _ALSO.fullmatch(p.low, end, at):
        return False
    digits = _SERIAL.match(p.text, at)
    return digits is not None and p.text.startswith(number.printed.removeprefix(number.serial), digits.end())


def joint_end(p: Plain, at: int) -> int:
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


def by_day(p: Plain, where: Locality, places: list[int]) -> list[Named]:
    """Papers without a number, known by type, body and day: "Nghị quyết của Bộ Chính trị ngày 31 tháng 7 năm 1987".

    Args:
        p, where: the text and its place.
        places: where type names with a capital stand that "của", "do" or "ngày" follows.
    """
    out = []
    day_of = type_by_day()
    for m in filter(None, (day_of.match(p.low, at) for at in places)):
        kind = type_slug(m["type"])
        if kind is None or kind in registry.LAW_TYPES or not registry.types()[kind].citable:
            continue
        if p.low[max(0, m.start() - 6) : m.start()].split()[-1:] in (["các"], ["những"]):
            continue  # "các Quyết định của Thủ tướng Chính phủ cùng ngày 30/6/2017: số A và số B"
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
        out.append(
            Named(m.start(), day.end, kind, f"ngày {day.iso}", day.iso, body.slug, body.series, None, day.end, True)
        )
    return out
