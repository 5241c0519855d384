"""One citation, read where its anchor stands: by number, by a bare serial, by words that point back, by a name.

Each is read in a bounded window: type word and "số" to the left, date and issuer to the right.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from kg import registry
from kg.backrefs import ANY
from kg.contexts import (
    ADOPTED,
    BLANK,
    FORMS,
    ISSUER_LEAD,
    REJECT,
    SO_LEFT,
    TERM_TAIL,
    day_passed,
    goes_on_with,
    joint_end,
    law_left,
    tail,
)
from kg.dates import date_after, read_date
from kg.found import Found
from kg.identity import family, serial_key
from kg.institutions import read_body
from kg.lists import inherit, told_behind
from kg.names import Named
from kg.normalise import Plain, one_line
from kg.number_cells import type_behind
from kg.numbers import JOINT_CIRCULAR, Number, all_signing, read_number
from kg.phrases import read_phrase
from kg.registry import LAW_TYPES
from kg.typewords import (
    SO,
    code_type,
    is_general,
    law_type,
    titled_left,
    type_before,
    type_code_left,
    type_issuer_left,
    type_of_all,
    type_slug,
    type_table,
    type_worded_left,
)

_WINDOW = 130
_SO_CHARS = 24
_SO_ENDS = ("số", "hiệu", "so")
_ASSEMBLY_TYPES = (
    "luat", "bo-luat", "phap-lenh", "nghi-quyet", "lenh", "nghi-quyet-lien-tich", "hien-phap", "van-ban-hop-nhat",
)  # fmt: skip
# types that a bare serial may follow: "Nghị quyết 18", but "Kế hoạch 5 năm", "Chương trình 30a", "Công văn 3 trang"
_LETTERS = ("cong-van", "to-trinh", "bao-cao", "thong-bao", "ke-hoach", "cong-dien")
_BARE_SERIAL = (
    "nghi-quyet", "nghi-dinh", "quyet-dinh", "chi-thi", "ket-luan", "thong-tu", "thong-tri", "phap-lenh", "quy-dinh",
    "thong-tu-lien-tich",
)  # fmt: skip
_COUNTED = re.compile(
    r"\s*(?:điều|khoản|chương|nội dung|nhiệm vụ|nhóm|người|đồng|năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s+\d)|văn bản|"
    r"luật|vấn đề|mức|cá nhân|tập thể|trường hợp|"
    r"đối tượng|cơ quan|đơn vị|xã|huyện|tỉnh|dự án|lần|loại|hình thức|phương án|bộ|cán bộ|đảng viên|"
    r"học sinh|thành viên|đại biểu|chỉ tiêu|mục tiêu|giải pháp|biện pháp|chuyên đề|nghị quyết|quyết định|đồng chí|"
    r"tổ chức|chính sách|danh mục|phường|giờ|tuần|triệu|tỷ|tr\.|/)(?!\w)"
    # resolutions of international bodies
    r"|\s*\((?:rev\.?\s*)?wrc|\s*(?:\(\d{4}\)\s*)?của\s+(?:hội đồng bảo an|đại hội đồng|liên hợp quốc|asean|imo|icao)"
)
_BULLET_LEFT = re.compile(r"(?:^|[\n|])[ \t]*[-–]$")
_SPACED_DASH = re.compile(r"\s-\s")
_TORN = re.compile(rf"{SO}\s*[:.]?\s*(?P<first>\d{{1,3}})[ ]$")


def _so_before(left: str) -> re.Match[str] | None:
    """ "số", "số hiệu:" right before a number."""
    word = left.rstrip().rstrip(":.").rstrip()
    if not word.endswith(_SO_ENDS):
        return None
    return SO_LEFT.search(left, max(0, len(word) - 2 if word.endswith("số") else len(left) - _SO_CHARS))


_SERIAL_LEFT = re.compile(r"(?<![\w/.,-])(?P<serial>\d{1,4}[a-zđ]?) $")
_YEAR_HERE = re.compile(r"(?P<year>(?:19|20)\d\d)(?: ?/ ?| )(?=[A-ZĐ]{2,5}(?: ?[-/]|[ ]))")


def _without_slashes(p: Plain, left: str, at: int) -> Number | None:
    """A number behind its type or "số" whose slashes were lost: "Nghị định số 67 2007 NĐ-CP"; ``at`` is the year."""
    serial, year = _SERIAL_LEFT.search(left), _YEAR_HERE.match(p.text, at)
    if serial is None or year is None:
        return None
    before = left[: serial.start()]
    if not (type_before(before) or _so_before(before)):
        return None
    head = f"{serial['serial']}/{year['year']}/"
    number = read_number(head + p.text[year.end() : year.end() + _WINDOW], 0, expected=True)
    if number is None or number.type_code is None or not number.bodies or number.year is None:
        return None
    start = at - len(left) + serial.start()
    return number._replace(start=start, end=year.end() + number.end - len(head))


_SO_ENDING = re.compile(r"(?<!\w)số\s+(?:ký\s+)?hiệu\s+$")
_LAW_NO = re.compile(r"(?<!\w)law\s+(?:no\.?\s*)?$")  # forms in two languages: "Articles 216, 217 of Law 50/2005/QH11"


_NEXT = re.compile(r"\s*(?:,|,?\s*và|;)\s*")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|zip|rar)(?!\w)")


def _is_next_of_list(p: Plain, number: Number, previous: Found | None) -> bool:
    """Whether a number stands right behind one with its codes: "số 212/QĐ-BVĐK và 213/QĐ-BVĐK", of whichever body."""
    if previous is None or previous.number is None or previous.number.codes != number.codes:
        return False
    return _NEXT.fullmatch(p.low, previous.head_end, number.start) is not None


def numbered_at(p: Plain, at: int, previous: Found | None) -> Found | None:
    """The citation whose serial starts at ``at``."""
    floor = previous.end if previous else 0
    left = p.low[max(floor, at - _WINDOW) : at]
    base = at - len(left)
    parted = left[-1:] == " " and left[-2:-1].isdigit()
    number = _without_slashes(p, left, at) if parted else None
    # "số 1 53/2025/NĐ-CP", as scanned pages have it
    torn = _TORN.search(left) if parted and number is None else None
    if number is not None:
        at = number.start
    left = left[: torn.start("first") if torn else at - base]
    typed = type_before(left)
    so = _so_before(left)
    celled = None if typed or so or number else type_behind(p, at)
    expected = bool(typed or so) or (previous is not None and goes_on_with(p, previous.number, previous.end, at))
    number = number or (celled[0] if celled else read_number(p.text, at, expected=expected))
    if torn and number is not None:
        first, at = torn["first"], base + torn.start("first")
        number = number._replace(start=at, serial=first + number.serial, printed=first + number.printed)
    doubtful = not typed and (REJECT.search(left) is not None or FORMS.search(left) is not None)
    if number is None or (doubtful and number.term is None) or _FILE.match(p.low, number.end):
        return None
    if (said := left.rstrip()).endswith(BLANK) and not _BULLET_LEFT.search(said):
        return None
    start, kind, who, law_title, inherited, reading = at, None, None, None, False, "typed"
    if typed and typed["type"] == "luật" and left[: typed.start()].endswith(("pháp ", "pháp\n")):
        typed = None  # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
    if typed and typed["type"].startswith("văn") and _SO_ENDING.search(left, 0, typed.start()):
        typed, so = None, typed  # "Số hiệu văn bản: 10/2008/NQ-HĐND", as portals label it
    if typed and previous and typed["type"].startswith("văn") and "," in left[typed.end("type") :]:
        typed = None  # "số A hướng dẫn về kỹ thuật trình bày văn bản, số B": the next of a list
    if typed and typed["type"].endswith("thuận") and number.type_code in ("QĐ", "TB", "CV"):
        typed = None  # "Quyết định công nhận sự thỏa thuận số 31/2023/QĐST-DS", "thông báo thỏa thuận số 27/TB"
    if typed and typed["type"].endswith(" án") and number.type_code == "QĐ":
        typed = None  # "Quyết định sửa chữa, bổ sung bản án số 04/2022/QĐ-SCBSBA"
    # "Công văn số 1268/UBTVQH15-PL", "Công văn số 179/UBTVQH10"
    unit = number.year is None and (len(number.codes) > 1 or (typed and type_slug(typed["type"]) in _LETTERS))
    if typed and number.term and not unit and type_slug(typed["type"]) not in _ASSEMBLY_TYPES:
        typed = None  # the last words of a law's title: "… liên quan đến quy hoạch số 28/2018/QH14"
    if typed:
        kind = type_slug(typed["type"])
        start = base + typed.start("type")
        if kind is None:  # "văn bản số"
            kind = code_type(number) or "cong-van"
        elif kind == "khang-nghi" and (number.type_code or "").startswith("QĐ"):
            kind = "quyet-dinh"  # "Kháng nghị số 02/QĐKNPT-VKS-HC"
        elif kind in registry.types() and not registry.types()[kind].citable:
            return None
        if not number.known:
            dated = typed["gap"].strip() or date_after(p.low, number.end) is not None
            if not dated or not any(c.isupper() for c in number.printed):
                return None
    elif celled is not None:
        kind = celled[1]
    elif named := law_left(p, number, base, left, so is not None):
        start, kind = named
        reading = "law"
        law_title = one_line(SO_LEFT.sub("", p.text[start:at])).rstrip(" ,(").removesuffix(" sổ")
    elif between := type_issuer_left().search(left):
        phrase = read_body(p.text, p.low, base + between.start("who"))
        stop = phrase.end if phrase else 0
        number = all_signing(number) if type_slug(between["type"]) == JOINT_CIRCULAR else number
        joint = len(number.bodies) > 1 and phrase is not None and phrase.base in number.bodies
        if phrase and (joint or (between["lead"] and between["lead"].startswith("giữa"))):
            stop = joint_end(p, phrase.start)
        if phrase and not p.low[stop : base + between.end("who")].strip(" ,"):
            kind, start, who = type_slug(between["type"]), base + between.start("type"), phrase
            reading = "issuer"
    if kind is None and doubtful:  # "bắt giữ tàu biển số 05/2008/…", "Luật Di sản văn hóa sổ 45/…" end titles of laws
        return None
    if kind is None and number.term and (law := _LAW_NO.search(left)) and p.text[base + law.start()].isupper():
        kind, start = "luat", base + law.start()
    if kind is None and (worded := type_worded_left(left, number)):
        kind, start = worded[0], base + worded[1]
    if kind is None and (short := type_code_left(p.text[base:at], number)):
        kind, start = short[0], base + short[1]
    if kind is None and so and (told := type_of_all(left)):
        kind, reading = told, "listed"
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
                kind, reading = _OLD_ORDER.get(number.codes[-1], "cong-van"), "letter"
        if (
            kind is None
            or (not number.bodies and not so and not _is_next_of_list(p, number, previous))
            or (kind in registry.types() and not registry.types()[kind].citable)
        ):
            return None
    if kind == "thong-tu" and ("LB" in number.codes or number.type_code == "TTLT"):
        kind = JOINT_CIRCULAR  # of several ministries, as the code says
    end, date, phrase, head_end = tail(p, number.end, number)
    number = all_signing(number) if kind == JOINT_CIRCULAR else number
    return Found(
        start, end, "number", kind, head_end, number=number, date=date, phrase=phrase or who, law_title=law_title,
        inherited=inherited, reading=reading if number.bodies else f"{reading}-unknown",
    )  # fmt: skip


def short_form(p: Plain, m: re.Match[str], numbered: Container[tuple[str, str]]) -> Found | None:
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
    return Found(
        m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, reading="serial",
        serial_year=m["year"],
    )  # fmt: skip


# types whose numbers hold the year: "Nghị định 100/2019"
_WITH_YEAR = (
    "luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "thong-tu", "thong-tu-lien-tich", "quyet-dinh",
    "chi-thi",
)  # fmt: skip
_OWN_WORD = ("NQ", "NĐ", "QĐ")  # codes that mean nothing but a paper


_OLD_ORDER = {"QĐ": "quyet-dinh", "NQ": "nghi-quyet"}  # "số 04/UB-QĐ": no department has these letters
# "xem quyết định 2 trong Nghị quyết 213 (WRC-23)": what an international act decides, by its number in there
_PART_OF_AN_ACT = re.compile(
    r"\s+(?:trong|của|tại)\s+(?:nghị\s+quyết|khuyến\s+nghị|công\s+ước|hiệp\s+định|điều\s+ước)(?!\w)"
)


def loose_form(p: Plain, m: re.Match[str], said: Container[tuple[str, str]]) -> Found | None:
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
    if _PART_OF_AN_ACT.match(p.low, m.end()):
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
    return Found(
        m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, reading="serial",
        serial_year=m["year"],
    )  # fmt: skip


def issued_short(p: Plain, m: re.Match[str]) -> Found | None:
    """A bare serial behind type and body, with its year or day: "Nghị định của Chính phủ số 73 năm 2007"."""
    kind = type_slug(m["type"])
    phrase = read_phrase(p.text, p.low, m.start("who"))
    if kind is None or not registry.types()[kind].citable or phrase is None or phrase.end != m.end("who"):
        return None
    end, date, _, head = tail(p, m.end(), None)
    if date is None:
        return None
    return Found(m.start(), end, "back", kind, head, serial=m["serial"], date=date, phrase=phrase, reading="serial")


def said_before(m: re.Match[str]) -> Found:
    """ "Quyết định nói trên", "Chương trình này": what it means is decided with the other citations."""
    kind = type_slug(m["type"]) or "" if m["type"] else ANY
    this = m["how"] is not None and m["how"].startswith("này")
    return Found(m.start(), m.end(), "back", kind, m.end(), this=this, reading="anaphora")


_ITS_LAW = re.compile(
    r"(?:\s+(?:của|do)\s+[^;.:\n\d]{3,60}?)?\s+(?:quy\s+định\s+)?(?:chi\s+tiết|hướng\s+dẫn)(?:\s+(?:và|biện\s+pháp|thi\s+hành|thực\s+hiện|hướng\s+dẫn|"
    r"một\s+số\s+(?:điều|nội\s+dung|quy\s+định)))*\s+(?:của\s+)?(?P<law>luật)(?=\s*[;.,:)\n])"
)
_OF_A_LAW = ("nghi-dinh", "thong-tu", "thong-tu-lien-tich")


def its_law(p: Plain, f: Found) -> Found | None:
    """The law, just named, that a paper details: "Luật A và Nghị định B quy định chi tiết một số điều của Luật;"."""
    m = _ITS_LAW.match(p.low, f.head_end) if f.type in _OF_A_LAW and f.number is not None else None
    if m is None or not p.text[m.start("law")].isupper():
        return None
    return Found(m.start("law"), m.end("law"), "back", "luat", m.end("law"), reading="anaphora")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{type_table()[0]})\s+và\s+$")


def beside(p: Plain, m: re.Match[str]) -> Found | None:
    """The type that shares its pointer with the next one: "quyết định và thông tư trên đây"."""
    if not m["type"] or m["how"].startswith(("này", "đó", "ấy")):
        return None
    first = _beside().search(p.low, max(0, m.start() - 32), m.start())
    kind = type_slug(first["type"]) if first else None
    if first is None or kind is None or is_general(p.low, first.start()):
        return None
    return Found(first.start(), first.end("type"), "back", kind, first.end("type"), reading="anaphora")


_PASSED_IN = re.compile(
    r"\s+(?:được\s+)?(?:ban\s+hành|thông\s+qua)\s+(?:trong\s+|từ\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
# "Nghị định hướng dẫn Luật Khoáng sản ban hành năm 1997": the year of the decree
_DETAILED = re.compile(r"(?:hướng\s+dẫn|thi\s+hành|thực\s+hiện|chi\s+tiết|điều|điểm|số|khoản)(?:\s+của)?\s*$")


# "Pháp lệnh Cán bộ, công chức (Ủy ban Thường vụ Quốc hội thông qua ngày 26-2-1998)"
_PASSED_ASIDE = re.compile(
    r"\s*\(\s*(?:(?:đã\s+)?được\s+)?(?:quốc\s+hội|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội|ubtvqh)(?:\s+khóa\s+\w+)?\s*,?\s+"
    r"(?:thông\s+qua|ban\s+hành)\s+(?:vào\s+)?ngày\s+(?=\d)"
)


def by_name(p: Plain, named: Named, *, nested: bool) -> Found:
    """A law, a congress or a paper known by its day; the day behind a name inside another's is not its own."""
    head = named.end
    phrase = None
    if m := ISSUER_LEAD.match(p.low, head):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase:
            head = phrase.end
    if t := TERM_TAIL.match(p.low, head):
        head = t.end()
    date = named.date
    if date is None and not nested and named.type in LAW_TYPES and (adopted := ADOPTED.match(p.low, head)):
        day = read_date(p.low, adopted.end())  # told outside the span: the words between are no part of the name
        date, head = (day.iso, day.end) if day and day.has_year else (None, head)
    if date is None and not nested and named.type in LAW_TYPES and (aside := _PASSED_ASIDE.match(p.low, head)):
        day = read_date(p.low, aside.end())
        date, head = (day.iso, day.end) if day and day.has_year else (None, head)
    by_whom = phrase.base.series if phrase is not None else None
    if date is None and not nested and named.type in LAW_TYPES and by_whom in ("quoc-hoi", "ubtvqh", "hdnn"):
        date, head = (day.iso, day.end) if (day := day_passed(p, head)) else (None, head)
    year = _PASSED_IN.match(p.low, head) if date is None and not nested and named.type in LAW_TYPES else None
    if year is not None and not _DETAILED.search(p.low, max(0, named.start - 24), named.start):
        date, head = year["year"], year.end()
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
