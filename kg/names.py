"""Documents cited by name: laws and codes by title, the Constitution, plenum and congress resolutions.

A law's title has no closing mark, so its end is found by the registry of titles first, and for a title
that the registry does not hold, by the words that cannot belong to a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg import registry
from kg.anchors import spelt, tight
from kg.dates import read_date
from kg.issuers import Locality, place_at
from kg.normalise import fold_tone, lower
from kg.registry import slug

_LAW_WORD = re.compile(r"(?P<type>b(?<!\wb)ộ\s+luật|l(?<!\wl)uật|p(?<!\wp)háp\s+lệnh)(?!\w)")
_LAW_TYPES = {"bộ luật": "bo-luat", "luật": "luat", "pháp lệnh": "phap-lenh"}
_CONSTITUTION = re.compile(
    r"h(?<!\wh)iến pháp(?!\w)(?:(?:\s+(?:của\s+)?nước\s+cộng hòa xã hội chủ nghĩa việt nam)?"
    r"(?:\s*,?\s*(?:năm\s+)?\(?(?P<year>1946|1959|1980|1992|2013)\)?)?)?"
)
_AMENDING = re.compile(
    r"\s+(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:\s*,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*"
    r"(?=\s)(?P<what>[^;:\n.“\"]{0,160}?)(?:\s+của)?\s+(?:các\s+|\d+\s+)?(?=(?:bộ\s+luật|luật|pháp\s+lệnh)\s)"
)
_ROMAN = r"[ivxlc]{1,7}"
_ORDINAL = rf"(?:{_ROMAN}|\d{{1,2}}|nhất|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_KIND = r"(?P<type>n(?<!\wn)ghị\s+quyết|k(?<!\wk)ết\s+luận|b(?<!\wb)áo\s+cáo\s+chính\s+trị)"
_CONGRESS = re.compile(
    rf"{_KIND}\s+(?:của\s+)?đại\s+hội(?:\s+đại\s+biểu)?"
    rf"(?P<middle>(?:\s+(?:toàn\s+quốc|đảng(?:\s+cộng\s+sản\s+việt\s+nam)?|của|lần\s+thứ(?=\s+{_ORDINAL}\s+(?:của\s+)?đảng\s+bộ)))*)"
    r"(?P<local>\s+(?:của\s+)?(?:đảng\s+bộ\s+)?(?P<unit>tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường|khối)"
    r"(?P<place>(?:\s+(?!lần|khóa|nhiệm)[\wà-ỹ-]+){0,5}?))?"
    rf"\s*,?\s*(?:(?:lần\s+thứ|khóa|lần)\s+)?(?P<n>{_ORDINAL})(?!\w)"
    r"(?P<tail>(?:\s+(?:của\s+)?đảng(?!\s+bộ)(?:\s+cộng\s+sản\s+việt\s+nam)?)?)"
    r"(?P<local2>\s+(?:của\s+)?đảng\s+bộ\s+(?P<unit2>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường))?"
)
_CENTRAL = (
    r"(?:(?:ban\s+chấp\s+hành|bch)\s*(?:trung\s+ương|tw)|bchtw|trung\s+ương|tw)"
    r"(?:\s+đảng)?(?:\s+cộng\s+sản\s+việt\s+nam)?"
)
_PLENUM = re.compile(
    rf"{_KIND}\s+(?:của\s+)?(?:"
    rf"hội\s+nghị\s+(?:lần\s+thứ\s+(?P<n1>{_ORDINAL})\s*,?\s+(?:của\s+)?{_CENTRAL}|{_CENTRAL}\s+(?:lần\s+thứ\s+)?(?P<n2>{_ORDINAL})(?!\w))"
    rf"|(?:ban\s+chấp\s+hành\s+)?(?:trung\s+ương|tw)(?:\s+đảng)?\s+(?:lần\s+thứ\s+)?(?P<n3>{_ORDINAL})(?!\w)"
    r")"
    rf"(?P<term>\s*,?\s*\(?\s*khóa\s+(?P<k>{_ROMAN})(?!\w)(?:\s*\))?)?"
)
# Words at which an unknown title ends.
_STOP = re.compile(
    r"\s+(?:trong|theo|thì|được|bị|có|để|đã|khi|nếu|không|phải|mà|do|tại|từ|quy\s+định|ban\s+hành|hiện\s+hành|nêu|nói|này|"
    r"trên|ngày|năm|số|đang|sẽ|là|nhằm|của|cho|đối\s+với|giữa|bằng|với|hoặc|đến|ở(?!\s+(?:cơ\s+sở|nước|xã))|nhưng|cũng|hay|ra|"
    r"và\s+(?:các|những|pháp\s+luật|văn\s+bản|quy|luật|bộ\s+luật|pháp\s+lệnh|nghị|thông|quyết|điều|khoản|chương|theo|hướng|"
    r"không|thực\s+hiện|chỉ|kết|kế|công|đề|tổ\s+chức|triển)|"
    r"về|sửa\s+đổi|bổ\s+sung|hướng\s+dẫn|liên\s+quan)(?!\w)"
)
_NOT_A_LAW = re.compile(
    r"\s+(?:này|nêu|nói|trên|sư|gia(?!\s+nhập)|pháp(?!\s+điển)|định|lệ|học|được|của|có|đã|quy|hiện|về\s+việc|thì|là|do|các(?!\s+tổ\s+chức|\s+công\s+cụ)|đó|ấy|khác|đang|"
    r"nhà\s+nước\s+và|quốc\s+tế|và|cũng|chưa|không|liên\s+quan|chuyên|mới|cũ|đơn)(?!\w)"
)
_PLURAL = re.compile(r"\s+(?:về|liên\s+quan|khác|có|chuyên\s+ngành)\s")
_NEVER_LAST = ("và", "hoặc", "các", "một", "về", "của", ",")
_ABOUT = re.compile(r"\s+về(?!\w)")
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


_ABBREVIATED = (
    ("hội đồng nhân dân", "hđnd"), ("ủy ban nhân dân", "ubnd"), ("ngân sách nhà nước", "nsnn"),
    ("bảo hiểm xã hội", "bhxh"), ("bảo hiểm y tế", "bhyt"), ("mặt trận tổ quốc", "mttq"),
    ("văn bản quy phạm pháp luật", "vbqppl"), ("quy phạm pháp luật", "qppl"),
)  # fmt: skip


def _printed_titles(title: str) -> set[str]:
    """A title as printed in full and with the usual abbreviations."""
    forms = {title}
    for words, short in _ABBREVIATED:
        forms |= {f.replace(words, short) for f in forms}
    if "hội đồng nhân dân" in title and "ủy ban nhân dân" in title:
        forms |= {f.replace("hđnd và ubnd", "hđnd, ubnd") for f in forms}
        forms |= {f.replace("nhân dân và ủy ban", "nhân dân, ủy ban") for f in forms}
        forms |= {
            f.replace("hđnd, ubnd", "hđnd và ubnd").replace("nhân dân, ủy ban", "nhân dân và ủy ban") for f in forms
        }
    return forms


@cache
def _titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the printed titles (low form, type word included), and the full title of each."""
    table: dict[str, str] = {}
    for laws in registry.law_titles().values():
        for law in laws:
            full = " ".join(fold_tone(lower(law.title)).split())
            for form in sorted(_printed_titles(full)):
                table.setdefault(tight(form), full)
    return re.compile(spelt(table, begin=False) + r"(?!\w)"), table


def known_title(low: str, at: int) -> tuple[str, int] | None:
    """The longest registered title of a law that stands at ``at``, and its end."""
    pattern, table = _titles()
    m = pattern.match(low, at)
    return (table[tight(m.group())], m.end()) if m else None


def _title_end(text: str, low: str, at: int) -> int:
    """End of an unregistered title that starts (after its type word) at ``at``."""
    stop = min(len(low), at + 160)
    about = _ABOUT.match(low, at)
    begin = about.end() if about else at
    if m := _STOP.search(low, begin, stop):
        stop = m.start()
    if m := _FORBIDDEN.search(low, at, stop):
        stop = m.start()
    words = list(_WORD.finditer(low, at, stop))[:14]
    while words and words[-1].group() in _NEVER_LAST:
        del words[-1]
    return words[-1].end() if words else at


def read_law(text: str, low: str, at: int, word: str, word_end: int, *, nested: bool = False) -> Named | None:
    """The law, code or ordinance whose type word stands at ``at``.

    >>> t = "theo Luật Tiếp công dân, giải quyết kịp thời"
    >>> n = read_law(t, lower(t), 5, "luật", 9); n.title, t[n.start:n.end]
    ('luật tiếp công dân', 'Luật Tiếp công dân')
    """
    capital = text[at].isupper()
    kind = _LAW_TYPES[" ".join(word.split())]
    issuer = "uy-ban-thuong-vu-quoc-hoi" if kind == "phap-lenh" else "quoc-hoi"
    series = "ubtvqh" if kind == "phap-lenh" else "quoc-hoi"
    if not nested and (m := _AMENDING.match(low, word_end)):
        inner = _LAW_WORD.match(low, m.end())
        if inner is None:
            return None
        end = m.end()
        while inner:
            part = read_law(text, low, inner.start(), inner["type"], inner.end(), nested=True)
            if part is None:
                break
            end = part.name_end
            link = re.compile(
                r"\s*(?:,|và|;)\s+(?:(?:một\s+số\s+điều|điều\s+\d+|khoản\s+\d+)[^;.:\n]{0,40}?\s(?:của\s+)?)?"
                r"(?=(?:bộ\s+luật|luật|pháp\s+lệnh)\s)"
            ).match(low, end)
            inner = _LAW_WORD.match(low, link.end()) if link else None
        if end == m.end():
            # "của các Luật liên quan đến …": no single law inside; the title runs to its date or the end of the item
            rest = re.compile(r"[^;.\n“”()\d]{3,120}?(?=\s*[;.\n,(]|\s+(?:ngày|năm|số)\s|\s*$)").match(low, m.end())
            if rest is None:
                return None
            end = _title_end(text, low, m.end()) if rest.group().startswith("về ") else rest.end()
        title = " ".join(low[at:end].split())
        return _dated(low, Named(at, end, kind, title, None, issuer, series, None, end, False, True))
    if known := known_title(low, at):
        title, end = known
        if not capital and not text[word_end : word_end + 2].strip()[:1].isupper() and not text[at:end].isupper():
            return None
        named = Named(at, end, kind, title, None, issuer, series, None, end, True)
        return named if nested else _dated(low, named)
    if _NOT_A_LAW.match(low, word_end):
        return None
    end = _quoted_end(low, at, word_end) or _title_end(text, low, word_end)
    title = " ".join(low[at:end].split())
    first = text[word_end:end].strip()[:1]
    if not first or (not capital and not first.isupper()) or len(title.split()) < len(word.split()) + 1:
        return None
    if kind == "luat" and not first.isupper() and len(title.split()) < 3:
        return None
    named = Named(at, end, kind, title, None, issuer, series, None, end, False)
    return named if nested else _dated(low, named)


_QUOTED = re.compile(r"[^“”\"\n;:.()\d]{4,160}(?=[”\"])")


def _quoted_end(low: str, at: int, word_end: int) -> int | None:
    """End of a title that stands in quotes together with its type word: “Luật gia nhập, ký kết …”."""
    if at == 0 or low[at - 1] not in "“\"":
        return None
    m = _QUOTED.match(low, word_end)
    return m.end() if m else None


_DATE_LEAD = re.compile(
    r"\s*(?:\((?=\d)|,?\s*(?:(?:vừa\s+|mới\s+|đã\s+)?được\s+(?:quốc hội\s+)?(?:khóa\s+\w+\s+)?thông qua\s+)?ngày\s*|"
    r",?\s*(?=năm\s+\d{4})|\s+(?=(?:19|20)\d\d(?![\d/.-])))"
)
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)(?![\d/.-])\)?")


def _dated(low: str, named: Named) -> Named:
    m = _DATE_LEAD.match(low, named.end)
    if m is None:
        return named
    found = read_date(low, m.end())
    iso, end = (found.iso, found.end) if found else (None, 0)
    if iso is None and (y := _BARE_YEAR.match(low, m.end())):
        iso, end = y[1], y.end()
    if iso is None or iso.startswith("--"):
        return named
    if "(" in m.group() and low[end : end + 1] == ")":
        end += 1
    return Named(
        named.start,
        end,
        named.type,
        named.title,
        iso,
        named.issuer,
        named.series,
        named.term,
        named.name_end,
        named.known,
        named.amending,
    )


def ordinal(word: str) -> int | None:
    """The value of an ordinal in figures, Roman numerals or words.

    >>> ordinal("XIII"), ordinal("sáu"), ordinal("7"), ordinal("IIX")
    (13, 6, 7, None)
    """
    word = " ".join(lower(word).split())
    if word.isdigit():
        return int(word)
    if word in _WORDS:
        return _WORDS[word]
    total, values = 0, {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    if not word or any(c not in values for c in word):
        return None
    for c, following in zip(word, [*word[1:], " "], strict=True):
        total += -values[c] if values.get(following, 0) > values[c] else values[c]
    return total if _roman(total) == word else None


def _roman(n: int) -> str:
    out = ""
    for value, mark in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while n >= value:
            out, n = out + mark, n - value
    return out


def laws(text: str, low: str, places: Iterable[int]) -> Iterator[Named]:
    """Every law, code, ordinance and constitution cited by name, amending acts with the acts inside them.

    Args:
        text, low: the plain text.
        places: where type names stand in it.
    """
    outer = 0  # end of the last amending act: its date is not that of the acts inside it
    for at in places:
        if low[at] not in "lbph":
            continue
        if (m := _LAW_WORD.match(low, at)) is None:
            if text[at] == "H" and (m := _CONSTITUTION.match(low, at)):
                end = m.end() if m["year"] else at + len("hiến pháp")
                yield Named(at, end, "hien-phap", "hiến pháp", m["year"], name_end=end, known=True)
            continue
        if m["type"] == "luật" and low[max(0, m.start() - 8) : m.start()].split()[-1:] in (["bộ"], ["pháp"], ["kỷ"]):
            continue
        if _PLURAL.match(low, m.end()) and low[max(0, m.start() - 4) : m.start()] == "các ":
            continue  # "các Luật về thuế": a field, not one law
        named = read_law(text, low, m.start(), m["type"], m.end(), nested=m.start() < outer)
        if named is not None:
            if named.amending:
                outer = max(outer, named.name_end)
            yield named


def resolutions(text: str, low: str, where: Locality, places: Iterable[int]) -> Iterator[Named]:
    """Resolutions of congresses and plenums, named by their event.

    Args:
        text, low, where: the plain text and its place.
        places: where type names stand in it.
    """
    for at in places:
        if low[at] not in "nkbt":
            continue
        if low.startswith("thông báo", at):  # "Thông báo Kết luận Hội nghị …"
            at = low.find("kết luận", at, at + 20)
        if at < 0 or not text[at].isupper():
            continue
        if m := _CONGRESS.match(low, at):
            named = _congress(m, where)
        else:
            named = _plenum(m) if (m := _PLENUM.match(low, at)) else None
        if named is not None:
            yield named


def _congress(m: re.Match[str], where: Locality) -> Named | None:
    n = ordinal(m["n"])
    if n is None:
        return None
    kind = slug(m["type"])
    unit = m["unit"] or m["unit2"]
    if unit is None:
        if n > 20 or ("toàn quốc" not in m["middle"] and "đảng" not in m["middle"] + m["tail"]):
            return None
        title = f"đại hội đại biểu toàn quốc lần thứ {n}"
        return Named(m.start(), m.end(), kind, title, None, "dai-hoi-dai-bieu-toan-quoc", "dcsvn-dh", n, m.end(), True)
    if m["local"] and "đảng bộ" not in m["local"] and "đảng" not in m["middle"]:
        return None
    return _local_congress(m, n, kind, " ".join(unit.split()), where)


def _plenum(m: re.Match[str]) -> Named | None:
    n = ordinal(m["n1"] or m["n2"] or m["n3"])
    if n is None or n > 20:
        return None
    term = ordinal(m["k"]) if m["k"] else None
    end = m.end()
    if m["term"] and m["term"].rstrip().endswith(")") and "(" not in m["term"]:
        end -= 1
    title = f"hội nghị trung ương {n}" + (f" khóa {term}" if term else "")
    kind = slug(m["type"])
    return Named(
        m.start(), end, kind, title, None, "ban-chap-hanh-trung-uong", "dcsvn-tw", term, end, term is not None
    )


def _local_congress(m: re.Match[str], n: int, kind: str, unit: str, where: Locality) -> Named:
    place = " ".join((m["place"] or "").split())
    province = unit in ("tỉnh", "thành phố", "tp", "tp.")
    found = place_at(place, 0) if place else None
    name: str | None = found[0] if found and province else (slug(place) if place and not province else None)
    if name is None and province:
        name = where.province
    unit_slug = "thanh-pho" if unit.startswith("t") and "tỉnh" not in unit and unit != "thị xã" else slug(unit)
    issuer = f"dai-hoi-dang-bo-{unit_slug}-{name}" if name else None
    series = f"dh.{name}" if name else None
    if series and not province:
        series = f"dh.{unit_slug}-{name}" + (f".{where.province}" if where.province else "")
    return Named(m.start(), m.end(), kind, f"đại hội đảng bộ lần thứ {n}", None, issuer, series, n, m.end(), bool(name))
