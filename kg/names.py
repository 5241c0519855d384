"""Documents cited by name: laws and codes by title, and the Constitution (:mod:`kg.events` has resolutions).

A law's title has no closing mark, so its end is found by the registry of titles first, and for a title
that the registry does not hold, by the words that cannot belong to a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg import registry
from kg.dates import read_date
from kg.provisions import before
from kg.title_forms import AMENDED_IN, AMENDING, LAW_WORD, NEVER_LAST, amended_together, known_title, shortened

_LAW_TYPES = {"bộ luật": "bo-luat", "luật": "luat", "pháp lệnh": "phap-lenh"}
_CONSTITUTION = re.compile(
    r"h(?<!\wh)iến\s+pháp(?!\w)(?:\s+(?:của\s+)?nước\s+(?:(?:cộng\s+hòa(?:\s+xã)?\s+hội\s+chủ\s+nghĩa|chxhcn)\s+việt\s+nam"
    r"|việt\s+nam\s+dân\s+chủ\s+cộng\s+hòa))?(?:\s*,?\s*(?:năm\s+)?\(?(?P<year>1946|1959|1980|1992|2013)\)?)?"
)
# Words at which an unknown title ends.
_STOP = re.compile(
    r"\s+(?:trong|theo|thì|được|bị|có(?!\s+công)|để|đã|khi|nếu|không|phải|mà|do|gồm|bao\s+gồm|tại|từ|quy\s+định|(?<!ủy\s)(?<!thủ\stục\s)ban\s+hành|công\s+bố|hiện\s+hành|nêu|nói|này|"
    r"trên|ngày|năm|số|đang|sẽ|là|nhằm|của|cho|đối\s+với|giữa|bằng|với(?!\s+cách\s+mạng)|hoặc|đến|ở(?!\s+(?:cơ\s+sở|nước|xã))|nhưng|cũng|hay|(?<!gây\s)ra|"
    r"và\s+(?:các|những|pháp\s+luật|văn\s+bản|quy|luật|bộ\s+luật|pháp\s+lệnh|nghị|thông|quyết|điều|khoản|chương|theo|hướng|"
    r"không|thực\s+hiện|chỉ|kết|kế|công|đề|tổ\s+chức|triển)|"
    r"về|sửa\s+đổi|bổ\s+sung|hướng\s+dẫn|liên\s+quan|thành\s+(?:dự\s+án|luật)|vào\s+chương\s+trình)(?!\w)"
)
_NOT_A_LAW = re.compile(
    r"\s+(?:này|nêu|nói|trên|sư|gia(?!\s+nhập)|pháp(?!\s+điển)|định|lệ|học|được|của|có|đã|quy|hiện|về\s+việc|thì|là|do|các(?!\s+tổ\s+chức|\s+công\s+cụ)|đó|ấy|khác|đang|về\s+cơ\s+bản|"
    r"nhà\s+nước\s+và|quốc\s+tế|và|cũng|chưa|không|liên\s+quan|chuyên|mới|cũ|đơn)(?!\w)"
)
_SEVERAL_BEFORE = re.compile(
    r"(?<!\w)các\s+(?:(?:bộ\s+)?luật|pháp\s+lệnh)(?:\s+[^\W\d]+){1,4}(?:,|\s+và|,\s+và)\s+(?:các\s+)?$"
)
_IN_FORCE_NOW = re.compile(r"(?:\s+[^\W\d]+){1,4}?\s+(?:hiện\s+hành|khác|có\s+liên\s+quan)(?!\w)")
_PLURAL = re.compile(r"\s+(?:về|liên\s+quan|khác|có|chuyên\s+ngành)\s")
# what follows "sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp", but is no part of the title
_NOT_IN_A_FIELD = re.compile(
    r"\s+(?:không|được|bị|phải|thì|đã|theo|tại|quy\s+định|nếu|khi|mà|hết|có\s+hiệu\s+lực|hoặc|hay|do|để|nhằm|là|nhưng|trừ|sẽ|đang|"
    r"cũng|đối\s+với|và\s+(?:các(?!\s+(?:luật|pháp\s+lệnh))|những|nghị|thông\s+tư|quyết|chỉ\s+thị|thủ\s+trưởng|bộ\s+trưởng|chủ\s+tịch))(?!\w)"
)
_SOME_LAW = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh)\s+(?:có|khác)(?!\w)")  # whichever it is
# "37 luật có liên quan đến quy hoạch": counted, they are those that one act amended
_OF_A_FIELD = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh)\s+có\s+liên\s+quan\s+đến\s+\w")
_GENERIC = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh)(?:\s+(?:hiện\s+hành|này|đó|mới|khác))?[\s:]*")
# the words behind "một số điều của": no law, but what they are about, to the date or the end of the item
_FIELD = re.compile(
    r"[^;.\n“”()\d]{3,120}?(?=\s*[;.\n,(]|\s+(?:ngày|năm|số)\s|\s+(?:19|20)\d\d[ \t]*(?:[;.,)\n]|$)|\s*$)"
)
_ABOUT = re.compile(r"\s+về(?!\s+cơ\s+bản)(?!\w)")
_WORD = re.compile(r"\S+")
_FORBIDDEN = re.compile(r"[;:.\n()“”\"/\[\]…]|,(?!\s*chống\s)|\s-\s|\d")


class Named(NamedTuple):
    """A document cited by name.

    Attributes:
        start, end: span in the plain text, date included.
        type: type slug.
        title: what its identity is keyed by.
        date: ISO date cut to what is known.
        issuer, series: of the issuing body.
        number: its number where the registry of laws knows exactly one for title and date.
        term: Party or Assembly term, where the name tells it.
        name_end: end of the title, before the date.
        known: whether the registry confirms title or event.
        amending: whether it is an act that amends others, whose titles stand inside.
        bill: whether it is a law that is still to be passed: "dự án Luật …", "Luật … (sửa đổi)".
    """

    start: int
    end: int
    type: str
    title: str
    date: str | None = None
    issuer: str | None = "quoc-hoi"
    series: str | None = "quoc-hoi"
    term: int | None = None
    name_end: int = 0
    known: bool = False
    amending: bool = False
    bill: bool = False


_BILL_LEFT = re.compile(r"(?:dự\s+án|dự\s+thảo|xây\s+dựng|đề\s+nghị\s+xây\s+dựng|trình)\s+$")
_BILL_RIGHT = re.compile(r"\s*\((?:sửa\s+đổi|thay\s+thế|sửa\s+đổi\s+toàn\s+diện)\)")
def _title_end(low: str, at: int) -> int:
    """End of an unregistered title that starts (after its type word) at ``at``."""
    stop = min(len(low), at + 160)
    about = _ABOUT.match(low, at)
    begin = about.end() if about else at
    if m := _STOP.search(low, begin, stop):
        stop = m.start()
    if m := _FORBIDDEN.search(low, at, stop):
        stop = m.start()
    words = list(_WORD.finditer(low, at, stop))[:14]
    while words and words[-1].group() in NEVER_LAST:
        del words[-1]
    return words[-1].end() if words else at


def read_law(text: str, low: str, at: int, word: str, word_end: int, *, nested: bool = False) -> Named | None:
    """The law, code or ordinance whose type word stands at ``at``.

    >>> from kg.normalise import lower
    >>> t = "theo Luật Tiếp công dân, giải quyết kịp thời"
    >>> n = read_law(t, lower(t), 5, "luật", 9); n.title, t[n.start:n.end]
    ('luật tiếp công dân', 'Luật Tiếp công dân')
    """
    capital = text[at].isupper()
    kind = _LAW_TYPES[" ".join(word.split())]
    issuer = "uy-ban-thuong-vu-quoc-hoi" if kind == "phap-lenh" else "quoc-hoi"
    series = "ubtvqh" if kind == "phap-lenh" else "quoc-hoi"
    if not nested and (m := AMENDING.match(low, word_end)):
        inner = LAW_WORD.match(low, m.end())
        if inner is None:
            return None
        end = m.end()
        parts: list[Named] = []
        while inner:
            part = read_law(text, low, inner.start(), inner["type"], inner.end(), nested=True)
            if part is None:
                break
            parts.append(part)
            end = _behind_number(low, part)
            link = re.compile(
                r"\s*(?:,|và|;)\s+(?:(?:một\s+số\s+điều|điều\s+\d+|khoản\s+\d+)[^;.:\n]{0,40}?\s(?:của\s+)?)?"
                r"(?=(?:bộ\s+luật|luật|pháp\s+lệnh)\s)"
            ).match(low, end)
            inner = LAW_WORD.match(low, link.end()) if link else None
        if end == m.end():
            # "của các Luật liên quan đến …": no single law inside; the title runs to its date or the end of the item
            rest = _FIELD.match(low, m.end())
            if rest is None or _GENERIC.fullmatch(rest.group()):
                return None
            if _SOME_LAW.match(rest.group()) and not (m["count"] and _OF_A_FIELD.match(rest.group())):
                return None
            word_of = LAW_WORD.match(low, m.end())
            field = word_of is not None and _ABOUT.match(low, word_of.end()) is not None
            end = _title_end(low, word_of.end()) if word_of is not None and field else rest.end()
            if stop := _NOT_IN_A_FIELD.search(low, m.end(), end):
                end = stop.start()
        if (known := known_title(low, at)) is not None and known[1] > end:
            end = known[1]  # "… của 11 luật về quân sự, quốc phòng": a comma within the title
        title = " ".join(INNER_NUMBER.sub("", low[at:end]).split())
        dated = _dated(text, low, Named(at, end, kind, title, None, issuer, series, None, end, False, True))
        # "… sửa đổi, bổ sung một số điều của Bộ luật Hình sự năm 2015": the year of the code
        return dated._replace(date=None) if len(parts) == 1 and _is_of(parts[0], dated.date) else dated
    if known := known_title(low, at):
        title, end = known
        small = not capital and not text[word_end : word_end + 2].strip()[:1].isupper() and not text[at:end].isupper()
        if small and not nested and not _ARTICLES_OF.search(low, max(0, at - 40), at):
            return None
        named = Named(at, end, kind, title, None, issuer, series, None, end, True)
        return named if nested else _amended_in(low, named) or _both_amended(low, named) or _dated(text, low, named)
    if kind != "phap-lenh" and (about := _ABOUT.match(low, word_end)):
        return _titled_about(text, low, at, word_end, about.end(), kind)
    if _NOT_A_LAW.match(low, word_end):
        return None
    end = _quoted_end(low, at, word_end) or _title_end(low, word_end)
    title = " ".join(low[at:end].split())
    first = text[word_end:end].strip()[:1]
    if not first or (not capital and not first.isupper()) or len(title.split()) < len(word.split()) + 1:
        return None
    if kind == "luat" and not first.isupper() and len(title.split()) < 3:
        return None
    if kind == "luat" and _is_firm(text, low, at, word_end, end):
        return None
    full = shortened().get(title)
    named = Named(at, end, kind, full or title, None, issuer, series, None, end, full is not None)
    return named if nested else _dated(text, low, named)


# "hướng dẫn một số điều luật thuế giá trị gia tăng", "khoản 2 Điều 5 của luật doanh nghiệp"
_ARTICLES_OF = re.compile(r"(?:một\s+số\s+điều|(?<!\w)điều\s+\d{1,3}(?:\s*(?:,|và)\s*\d{1,3})*)\s+(?:của\s+)?$")
_YEAR = len("2015")


def _is_of(named: Named, year: str | None) -> bool:
    """Whether a year is that of a law of a title, as the registry knows."""
    if year is None or len(year) != _YEAR:
        return False
    return any(law.date.startswith(year) for law in registry.law_titles().get(registry.fold_title(named.title), ()))


INNER_NUMBER = re.compile(r"\s+số\s+(?P<number>\d{1,3}/\d{4}/qh\d{1,2})(?!\w)", re.IGNORECASE)
"""The number of an act within the title of one that amends it."""


def _behind_number(low: str, inner: Named) -> int:
    """Where an act within an amending title ends, with its number if that is known to be its own.

    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15": elsewhere the
    number behind the last title is that of the amending act.
    """
    m = INNER_NUMBER.match(low, inner.name_end)
    known = registry.law_titles().get(registry.fold_title(inner.title), ()) if m else ()
    return m.end() if m and any((law.number or "").lower() == m["number"] for law in known) else inner.name_end


def _titled_about(text: str, low: str, at: int, word_end: int, begin: int, kind: str) -> Named | None:
    """A law whose title a text puts behind "về": "Luật về thi đua, khen thưởng"; what else stands so is no title."""
    known = known_title(f"{low[at:word_end]} {low[begin : begin + 160]}", 0)
    if known is None or not text[at].isupper():
        return None
    end = begin + known[1] - (word_end - at) - 1
    return _dated(text, low, Named(at, end, kind, known[0], name_end=end, known=True))


_FIRM_LEFT = re.compile(r"(?:công\s+ty|hãng|văn\s+phòng|tổ\s+hợp)\s+(?:tnhh\s+|hợp\s+danh\s+|tư\s+vấn\s+)*$")
_FIRM_RIGHT = re.compile(
    r"\s+(?:(?:xin|sẽ|chúng\s+tôi|rất|luôn|trân\s+trọng)\s+)*(?:cung\s+cấp|tư\s+vấn|giải\s+đáp|hỗ\s+trợ|trả\s+lời|gửi|cảm\s+ơn|chia\s+sẻ|hân\s+hạnh|hotline)"
)


def _is_firm(text: str, low: str, at: int, word_end: int, end: int) -> bool:
    """Whether an unknown title is the name of a law firm: "Công ty Luật Hoàng Gia", "Luật Hoàng Gia xin trả lời"."""
    if _FIRM_LEFT.search(low, max(0, at - 40), at):
        return True
    words = text[word_end:end].split()
    named = [w for w in words[:4] if w[0].isupper()]
    if len(named) < 2 or named != words[: len(named)]:
        return False
    stop = word_end
    for w in named:
        stop = text.index(w, stop) + len(w)
    return _FIRM_RIGHT.match(low, stop) is not None


def _both_amended(low: str, named: Named) -> Named | None:
    """ "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương sửa đổi 2019": the act that amends both."""
    told = amended_together(low, named.title, named.end)
    if told is None:
        return None
    title, year, name_end, end = told
    return named._replace(end=end, name_end=name_end, date=year, title=title, amending=True)


def _amended_in(low: str, named: Named) -> Named | None:
    """ "Luật Ban hành văn bản … sửa đổi 2020": the act of that year that amends it, or that took its place.

    Portals shorten titles so; which of the two is meant the registry knows, or it stays open.
    """
    m = AMENDED_IN.match(low, named.end)
    if m is None:
        return None
    at, year = registry.fold_title(named.title), m["year"]
    if any(law.date.startswith(year) for law in registry.law_titles().get(at, ())):
        return named._replace(end=m.end(), date=year)
    title = f"{named.title.split()[0]} sửa đổi, bổ sung một số điều của {named.title}"
    return named._replace(end=m.end(), date=year, title=title, known=False)


_QUOTED = re.compile(r"[^“”\"\n;:.()\d]{4,160}(?=[”\"])")


def _quoted_end(low: str, at: int, word_end: int) -> int | None:
    """End of a title that stands in quotes together with its type word: “Luật gia nhập, ký kết …”."""
    if at == 0 or low[at - 1] not in '“"':
        return None
    m = _QUOTED.match(low, word_end)
    return m.end() if m else None


_DATE_LEAD = re.compile(
    r"(?:\s*\((?:sửa\s+đổi|sửa\s+đổi,\s+bổ\s+sung)\)(?=\s*,?\s*(?:(?:đã\s+)?được\s|ngày\s|năm\s)))?"
    r"\s*(?:số\s+(?=ngày\s))?"  # a number left out
    r"(?:\((?=\d)|,?\s*\(?(?:(?:vừa\s+|mới\s+|đã\s+)?(?:được\s+)?(?:quốc hội\s+)?(?:khóa\s+\w+\s+)?"
    r"(?:thông qua|ban hành)\s+)?(?:cùng\s+)?ngày\s*|"
    r",?\s*(?=năm\s+\d{4})|\s+(?=(?:19|20)\d\d(?![\d/-]|\.\d)|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d))"
)
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)(?![\d/-]|\.\d)")


# a month that a scanner lost: "ngày 2 tháng | l năm 2014"
_MONTH_LOST = re.compile(
    r"\s+ngày\s+\d{1,2}\s+tháng\s+(?!\d)[^,;.\n\w]{0,3}\w?[^,;.\n\w]{0,4}\s?năm\s+((?:19|20)\d\d)(?!\d)"
)


# a line below with a day of its own: "… Luật Lưu trữ / Ngày 31 tháng 3 năm 2020, Chi cục", the next cell "07/5/2019"
_IN_FORCE = re.compile(r"\s*[-–|]\s*(?:hết|còn|chưa\s+có)\s+hiệu\s+lực")  # a row without its cells
_BEGINS_ANOTHER = re.compile(r"[ \t]*\n\s*(?:Ngày\s*|\(|)")


def _dated(text: str, low: str, named: Named) -> Named:
    if lost := _MONTH_LOST.match(low, named.end):
        return named._replace(end=lost.end(), date=lost[1])
    m = _DATE_LEAD.match(low, named.end)
    if m is None or _BEGINS_ANOTHER.fullmatch(text, named.end, m.end()):
        return named
    found = read_date(low, m.end())
    iso, end = (found.iso, found.end) if found else (None, 0)
    if iso is None and (y := _BARE_YEAR.match(low, m.end())):
        iso, end = y[1], y.end(1)
    if iso is None or iso.startswith("--") or (len(iso) > len("2021") and _IN_FORCE.match(low, end)):
        return named
    if "(" in m.group() and low[end : end + 1] == ")":
        end += 1
    return named._replace(end=end, date=iso)


_CODE_TITLES = {
    "BLDS": "bộ luật dân sự", "BLHS": "bộ luật hình sự", "BLTTDS": "bộ luật tố tụng dân sự",
    "BLTTHS": "bộ luật tố tụng hình sự", "BLLĐ": "bộ luật lao động", "LTM": "luật thương mại", "LĐĐ": "luật đất đai",
    "LDN": "luật doanh nghiệp", "LHNGĐ": "luật hôn nhân và gia đình", "LTTHC": "luật tố tụng hành chính",
    "LSHTT": "luật sở hữu trí tuệ", "LTHADS": "luật thi hành án dân sự", "LNO": "luật nhà ở", "LNƠ": "luật nhà ở",
}  # fmt: skip
_CODE = re.compile(rf"[BL](?<![\w/.-][BL])(?:{'|'.join(code[1:] for code in _CODE_TITLES)})(?![\w/]|-\w)")


_GIVEN = re.compile(r"(?:\(|(?:gọi|viết)\s+(?:tắt\s+)?là\s+[“\"]?)$")


def codes_of_law(text: str, low: str) -> Iterator[Named]:
    """Codes by the letters that every lawyer writes for them: "Điều 590 BLDS năm 2015", "khoản 1 Điều 173 BLHS".

    Letters alone may be anything, so the text has to cite a provision before them, or to give a year or the title once.

    >>> from kg.normalise import lower
    >>> t = "theo Điều 590 BLDS năm 2015, BLDS, BLHS và BLĐS"
    >>> [(n.title, n.date) for n in codes_of_law(t, lower(t))]
    [('bộ luật dân sự', '2015'), ('bộ luật dân sự', None)]
    """
    found = [
        _dated(text, low, Named(*m.span(), _code_type(code), _CODE_TITLES[code], name_end=m.end(), known=True))
        for m in _CODE.finditer(text)
        if (code := m.group()) in _CODE_TITLES
    ]
    sure = {n.title for n in found if n.date is not None or before(low, n.start)[0] or _is_given(low, n)}
    yield from (n for n in found if n.title in sure)


def _code_type(code: str) -> str:
    return "bo-luat" if code.startswith("B") else "luat"


def _is_given(low: str, named: Named) -> bool:
    """Whether the text gives the letters to the code right behind its title: "Bộ luật Dân sự năm 2015 (BLDS)"."""
    before_it = low[max(0, named.start - 90) : named.start]
    return _GIVEN.search(before_it) is not None and named.title in " ".join(before_it.split())


_OF_SO_MANY = re.compile(r"(?:của|các)\s+\d{1,2}\s+$")
# "Trường Đại học Kinh tế - Luật", "Khoa Kinh tế - Luật"
_SCHOOL_OF = re.compile(r"(?<!\w)(?:đại\s+học|học\s+viện|khoa|viện|cao\s+đẳng|ngành)\s+[^;:.,()\n\d]{2,40}\s*[-–]\s*$")
# "Giảng viên Khoa Luật Hình sự", "chuyên ngành Luật Kinh tế"
_SUBJECT_OF_STUDY = re.compile(
    r"(?<!\w)(?:khoa|bộ\s+môn|chuyên\s+ngành|giáo\s+trình|học\s+phần|cử\s+nhân|thạc\s+sĩ|tiến\s+sĩ)\s+$"
)
_YEAR_BEHIND = re.compile(r"[^\n;:.,]{2,80}?\s(?:năm\s+)?(?:19|20)\d\d")
_ROW_CODE = re.compile(r"(?<![\d/.-])\d{6,8}\s+$")


def laws(text: str, low: str, places: Iterable[int]) -> Iterator[Named]:
    """Every law, code, ordinance and constitution cited by name, amending acts with the acts inside them.

    Args:
        text, low: the plain text.
        places: where type names stand in it.
    """
    outer = 0  # end of the last amending act: its date is not that of the acts inside it
    undated = False  # whether it has none, as where the year behind it is that of the act inside
    for at in places:
        if low[at] not in "lbph":
            continue
        if (m := LAW_WORD.match(low, at)) is None:
            if text[at] == "H" and (m := _CONSTITUTION.match(low, at)):
                yield Named(at, m.end(), "hien-phap", "hiến pháp", m["year"], name_end=m.end(), known=True)
            continue
        if m["type"] == "luật" and low[max(0, m.start() - 8) : m.start()].split()[-1:] in (
            ["bộ"], ["pháp"], ["kỷ"], ["học"],  # "Trường Đại học Luật Hà Nội"
        ):  # fmt: skip
            continue
        if _PLURAL.match(low, m.end()) and low[max(0, m.start() - 4) : m.start()] == "các ":
            continue  # "các Luật về thuế": a field, not one law
        if _SEVERAL_BEFORE.search(low, max(0, at - 48), at) and _IN_FORCE_NOW.match(low, m.end()):
            continue  # "các Luật thuế, Pháp lệnh thuế hiện hành": all of the field
        if _OF_SO_MANY.search(low, max(0, at - 12), at):
            continue  # "của 11 luật về quân sự": all of them
        if _SUBJECT_OF_STUDY.search(low, max(0, at - 24), at) and not _YEAR_BEHIND.match(low, m.end()):
            continue
        if _SCHOOL_OF.search(low, max(0, at - 60), at):
            continue
        if _ROW_CODE.search(low, max(0, at - 12), at):
            continue  # "5050104 Luật Kinh tế": a field of study in a table of codes
        named = read_law(text, low, m.start(), m["type"], m.end(), nested=m.start() < outer)
        if named is not None and at < outer == named.end and undated:
            dated = _dated(text, low, named)
            named = dated if _is_of(named, dated.date) else named
        if named is not None:
            if named.amending:
                outer, undated = max(outer, named.name_end), named.date is None
            bill = _BILL_RIGHT.match(low, named.end) or _BILL_LEFT.search(low, max(0, at - 24), at)
            yield named._replace(bill=True) if bill else named
