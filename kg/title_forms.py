"""The forms in which titles of laws are printed: in full, abbreviated, by their initials, cut short."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from kg import registry
from kg.anchors import spelt, tight
from kg.normalise import fold_tone, lower

LAW_WORD = re.compile(r"(?P<type>b(?<!\wb)ộ\s+luật|l(?<!\wl)uật|p(?<!\wp)háp\s+lệnh)(?!\w)")
AMENDING = re.compile(
    r"\s+(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:\s*,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*"
    r"(?=\s)(?P<what>[^;:\n.“\"]{0,160}?)(?:\s+của)?\s+(?:các\s+|(?P<count>\d+)\s+)?(?=(?:bộ\s+luật|luật|pháp\s+lệnh)\s)"
)
NEVER_LAST = ("và", "hoặc", "các", "một", "về", "của", ",")

_BOTH_BODIES = re.compile(r"(hội đồng nhân dân|hđnd)(?:,| và) (ủy ban nhân dân|ubnd)")
_BOTH_JOINED = (" và ", ", ", " - ", " & ")  # "Luật Tổ chức HĐND - UBND"
_ABBREVIATED = (
    ("hội đồng nhân dân", "hđnd"), ("ủy ban nhân dân", "ubnd"), ("ngân sách nhà nước", "nsnn"),
    ("bảo hiểm xã hội", "bhxh"), ("bảo hiểm y tế", "bhyt"), ("mặt trận tổ quốc", "mttq"),
    ("văn bản quy phạm pháp luật", "vbqppl"), ("quy phạm pháp luật", "qppl"),
    ("phòng, chống tham nhũng", "pctn"), ("phòng cháy và chữa cháy", "pccc"), ("chính quyền địa phương", "cqđp"),
    ("đầu tư theo phương thức đối tác công tư", "ppp"), ("hôn nhân và gia đình", "hn&gđ"),
    ("bảo vệ môi trường", "bvmt"), ("thi đua, khen thưởng", "tđkt"), ("giá trị gia tăng", "gtgt"),
    ("thực hành tiết kiệm, chống lãng phí", "thtk, clp"), ("thu nhập doanh nghiệp", "tndn"),
    ("thu nhập cá nhân", "tncn"), ("liệt sĩ", "liệt sỹ"), ("khám bệnh, chữa bệnh", "khám chữa bệnh"),
    ("rượu, bia", "rượu bia"), ("tác hại của", "tác hại"), ("ưu đãi người có công", "người có công"),
)  # fmt: skip


_FOR_A_COMMA = (",", " - ", " ")


def _printed_titles(title: str) -> set[str]:
    """A title as printed in full and with the usual abbreviations."""
    forms = {title}
    for words, short in _ABBREVIATED:
        forms |= {f.replace(words, short) for f in forms}
    if "hội đồng nhân dân" in title and "ủy ban nhân dân" in title:
        plain = {_BOTH_BODIES.sub(r"\1 và \2", f) for f in forms}
        forms |= {_BOTH_BODIES.sub(rf"\1{joint}\2", f) for f in plain for joint in _BOTH_JOINED}
    forms |= {f.removesuffix(" việt nam") for f in forms if len(f.split()) > _SHORTEST}  # "Luật Quốc tịch"
    if not AMENDING.search(title):  # "Luật Thi đua - Khen thưởng", "Luật Phòng chống thiên tai"
        forms |= {f.replace(", ", joint) for f in forms for joint in _FOR_A_COMMA}
    return forms


def _initials(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """ "luật thahs" for "luật thi hành án hình sự", where only one title begins its words so; with the title."""
    found: dict[str, set[str]] = {}
    for title in titles:
        m = LAW_WORD.match(title)
        words = re.findall(r"\w+", title[m.end() :]) if m else []
        if m is None or AMENDING.match(title, m.end()) is not None:
            continue
        for kept in (words, [w for w in words if w != "và"]):
            if _SHORTEST <= len(kept) <= _LONGEST:
                letters = unicodedata.normalize("NFD", "".join(w[0] for w in kept))
                found.setdefault(f"{m.group()} {''.join(c for c in letters if c.isalpha())}", set()).add(title)
    for form in sorted(found):
        if len(found[form]) == 1:
            yield form, next(iter(found[form]))


_SHORTEST, _LONGEST = 4, 9  # words of a title that its initials may stand for


@cache
def _titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the printed titles (low form, type word included), and the full title of each."""
    table: dict[str, str] = {}
    for laws in registry.law_titles().values():
        for law in laws:
            full = " ".join(fold_tone(lower(law.title)).split())
            for form in sorted(_printed_titles(full)):
                table.setdefault(tight(form), full)
    for form, full in _initials(set(table.values())):
        table.setdefault(tight(form), full)
    return re.compile(spelt(table, begin=False) + r"(?!\w)"), table


def known_title(low: str, at: int) -> tuple[str, int] | None:
    """The longest registered title of a law that stands at ``at``, and its end."""
    pattern, table = _titles()
    m = pattern.match(low, at)
    return (table[tight(m.group())], m.end()) if m else None


@cache
def shortened() -> dict[str, str | None]:
    """The first words of a title of which only one law's title begins so: "luật cơ quan đại diện"; None for several."""
    found: dict[str, str | None] = {}
    for full in sorted(set(_titles()[1].values())):
        words = full.split()
        if AMENDING.search(full) is not None:
            continue
        for n in range(_SHORTEST, len(words)):
            if words[n - 1] not in NEVER_LAST and words[n] not in NEVER_LAST:
                short = " ".join(words[:n])
                found[short] = None if short in found else full
    return found


AMENDED_IN = re.compile(r"\s+sửa\s+đổi(?:,?\s+bổ\s+sung)?\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d/.-])")
"""Behind a title as portals shorten it: "Luật Ban hành văn bản quy phạm pháp luật sửa đổi 2020"."""
_AND_LAW = re.compile(r"\s+và\s+(?=(?:bộ\s+luật|luật|pháp\s+lệnh)\s)")


def amended_together(low: str, title: str, end: int) -> tuple[str, str, int, int] | None:
    """Title and year of the act that amends a law and the next one, and where the latter's title and the year end.

    Only where the registry knows that one act of the year did: else the first law may be itself.

    >>> t = "luật cán bộ, công chức và luật viên chức sửa đổi 2019"
    >>> amended_together(t, t[:22], 22)[1:]
    ('2019', 40, 53)
    >>> amended_together(t.replace("2019", "2018"), t[:22], 22) is None
    True
    """
    link = _AND_LAW.match(low, end)
    other = known_title(low, link.end()) if link else None
    m = AMENDED_IN.match(low, other[1]) if other else None
    if other is None or m is None:
        return None
    both = f"luật sửa đổi, bổ sung một số điều của {title} và {other[0]}"
    act = registry.only_amending(both, m["year"])
    if act is None or not act.date.startswith(m["year"]):
        return None
    return both, m["year"], other[1], m.end()
