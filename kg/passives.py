"""Cues between two papers, of which mostly the second acts: "A được sửa đổi bởi B", "A (nay là B)"."""

from __future__ import annotations

import re

from kg.models import Predicate
from kg.relations import PARTIAL, Cue

_PASSIVES: tuple[tuple[re.Pattern[str], Predicate], ...] = (
    (re.compile(r"sửa\s+đổi|bổ\s+sung"), "amends"),
    (re.compile(r"thay\s+thế|(?<=được )thay(?=\s+(?:bằng|bởi)\s+(?:các\s+)?$)"), "replaces"),
    (re.compile(r"bãi\s+bỏ|hủy\s+bỏ"), "repeals"),
    (re.compile(r"đính\s+chính"), "corrects"),
    (re.compile(r"hợp\s+nhất"), "consolidates"),
    (re.compile(r"hướng\s+dẫn|qu[yi]\s+định\s+chi\s+tiết"), "guides"),
    (re.compile(r"phê\s+duyệt"), "approves"),
    (re.compile(r"ban\s+hành|công\s+bố(?!\s+hết)"), "promulgates"),
    (re.compile(r"tạm\s+ngưng|ngưng|đình\s+chỉ"), "suspends"),
    (re.compile(r"cụ\s+thể\s+hóa|thể\s+chế\s+hóa|triển\s+khai"), "implements"),
)
_AGENT = re.compile(r"(?<!\w)(?:bởi|theo|tại|bằng|trong|qua)(?!\w)")
_NOW = re.compile(r"nay\s+(?:là|được\s+thay\s+(?:thế\s+)?(?:bằng|bởi))")
_ISSUED_TO_DO = re.compile(  # "A (được ban hành để thực hiện B)", "A được xây dựng nhằm triển khai thực hiện B"
    r"(?:\s+(?:gồm|có)\s+\d[^;.()]{3,50}?)?\s*(?:\(\s*|,\s+)?(?:đã\s+)?được\s+(?:xây\s+dựng(?:\s+và\s+ban\s+hành)?|ban\s+hành)\s+(?:để|nhằm)\s+"
    r"(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai|thi\s+hành|cụ\s+thể\s+hóa)"
    r"|(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?:\s+(?:việc\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành|triển\s+khai))?"
    r"(?:\s+một\s+số\s+(?:điều|nội\s+dung)(?:\s+của)?)?)\s+"
)
# of a project or a plan; outside brackets "được điều chỉnh bởi Luật B" says what governs a matter
_ADJUSTED = re.compile(
    r"\(\s*(?:đã\s+được|đã|được)\s+(?P<cue>điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?)\s(?:(?!hệ\s+số|mặt\s+bằng|chỉ\s+số|quy\s+định|giá\s)[^;.()]){0,40}?(?:bởi|theo|tại|bằng)\s+(?:các\s+)?$"
)
_TO_DO = re.compile(  # "A (triển khai B)"
    r"\s*\(\s*(?:để\s+|nhằm\s+)?(?P<cue>triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa|(?P<guides>hướng\s+dẫn))\s+"
)
_FORMERLY = re.compile(
    r"thay\s+thế(?:\s+cho)?|(?<=\()thay(?:\s+cho)?(?=\s+(?!quy\s+định\s+tại))|trước\s+đây\s+là|tiền\s+thân\s+là"
)
_AMENDED_BY = re.compile(
    r"(?:(?:được|bị)\s+|\(\s*(?:đã\s+)?|,\s+(?:sau\s+đó\s+)?(?=sửa\s+đổi(?:\s*,\s*bổ\s+sung)?\s+(?:tại|bởi|bằng)\s))(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|hợp\s+nhất)[^;.()]{0,60}?(?:bởi|theo|tại|bằng)\s+(?:các\s+)?$"
)


# "Quyết định A về việc thanh tra tại UBND huyện, được điều chỉnh bởi Quyết định B"
_ADJUSTED_BY = re.compile(
    r",\s+(?:đã\s+|từng\s+)?được\s+(?P<cue>điều\s+chỉnh)(?:\s+(?:lần\s+\w+|một\s+số\s+nội\s+dung|thời\s+gian|thành\s+phần))?"
    r"\s+(?:bởi|tại|bằng)\s+$"
)


def agent_before(low: str, begin: int, at: int) -> Cue | None:
    """The passive cue whose agent starts at ``at``, anywhere in a title: "… (được sửa đổi bởi".

    >>> t = "về công tác văn thư (được sửa đổi, bổ sung một số điều theo nghị định b)"
    >>> agent_before(t, 0, t.index("nghị định b")).predicate
    'amends'
    """
    if m := _ADJUSTED_BY.search(low, begin, at):
        return Cue("amends", m.start("cue"), m.end("cue"))
    if m := _ADJUSTED.search(low, begin, at):
        return Cue("amends", m.start("cue"), m.end("cue"))
    m = _AMENDED_BY.search(low, begin, at)
    return passive_between(low, m.start(), at) if m else None


_BY_WHOM = re.compile(r"(?:được|bị)\s+$")
_DONE_TO_IT = re.compile(
    r"\s*,?\s*(?P<amends>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung)(?!\w)|\s*,?\s*(?P<replaces>thay\s+thế)(?!\w)"
    r"|\s*,?\s*(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)(?!\w)"
)


def agent_within(low: str, begin: int, at: int, end: int) -> Cue | None:
    """The passive round an agent: "(đã được Quy định B thay thế)".

    Args:
        low: low plain text.
        begin: end of the citation that suffers it.
        at, end: start and end of the agent.

    >>> t = "quy định a (đã được quy định b thay thế)"
    >>> agent_within(t, 10, t.index("quy định b"), t.index(" thay")).predicate
    'replaces'
    """
    if not _BY_WHOM.search(low, max(begin, at - 8), at):
        return None
    m = _DONE_TO_IT.match(low, end)
    if m is None:
        return None
    predicate: Predicate = m.lastgroup  # type: ignore[assignment]
    return Cue(predicate, m.start(predicate), m.end(predicate))


_GROUNDED = re.compile(
    r"(?<!\w)(?:được|bị)\s+(?:ban\s+hành|xây\s+dựng)\s+(?:trên\s+cơ\s+sở|căn\s+cứ(?:\s+vào)?|dựa\s+(?:trên|vào))"
)


def grounds_between(low: str, begin: int, at: int) -> Cue | None:
    """The cue of "A được ban hành căn cứ B": A is based on B.

    >>> t = "quyết định a được ban hành căn cứ luật b"
    >>> grounds_between(t, 12, t.index("luật b")).predicate
    'basedOn'
    """
    m = _GROUNDED.search(low, begin, at)
    return Cue("basedOn", m.start(), m.end()) if m else None


_SUFFERS = re.compile(
    r"(?<!\w)(?:được|bị)\s|\(\s*(?:đã\s+)?(?:sửa\s+đổi|bổ\s+sung|hợp\s+nhất)|,\s+(?:sau\s+đó\s+)?sửa\s+đổi(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+(?:điều|nội\s+dung))?(?:\s+lần\s+(?:thứ\s+)?\w+)?\s+(?:tại|bởi|bằng)\s|,\s+(?:bãi|hủy)\s+bỏ\s+(?:tại|bởi|bằng|theo)\s"
    r"|,?\s+và\s+sửa\s+đổi(?:\s*,\s*bổ\s+sung)?\s+theo\s+$"  # … khoản 16 Điều 7 of the paper behind
    r"|,?\s+và\s+(?:hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)\s(?:[^;.(),\d]{2,40}\s)?(?:bởi|bằng)\s+(?:các\s+)?$"
)
_ADJUSTED_AT = re.compile(
    r"(?:(?:,|\svà)\s+(?:sau\s+đó\s+)?|(?<!\w)(?:đã|từng)\s+được\s+)(?P<cue>điều\s+chỉnh)(?:\s*,\s*bổ\s+sung)?(?:\s+lần\s+(?:thứ\s+)?\w+)?\s+(?:tại|bởi|bằng)\s+(?:các\s+)?$"
)


def passive_between(low: str, begin: int, at: int) -> Cue | None:
    """The passive cue between a citation and its agent: "được sửa đổi, bổ sung một số điều theo".

    >>> t = "luật a được sửa đổi, bổ sung một số điều bởi luật b"
    >>> passive_between(t, 6, t.index("luật b")).predicate
    'amends'
    """
    window = low[begin:at]
    if m := _ADJUSTED_AT.search(window):
        return Cue("amends", begin + m.start("cue"), begin + m.end("cue"))
    if not _SUFFERS.search(window) or not _AGENT.search(window):
        return None
    last = max(m.start() for m in _SUFFERS.finditer(window))
    near = window.find("|", 0, last) >= 0  # a row, in which titles stand before what befell the act
    for pattern, predicate in _PASSIVES:
        if m := pattern.search(window, last if near else 0):
            return Cue(predicate, begin + m.start(), begin + m.end(), bool(PARTIAL.search(window, m.start())))
    return None


def issued_to_do(low: str, begin: int, at: int) -> Cue | None:
    """The cue between a paper and what it was issued to carry out.

    >>> t = "nghị định a được xây dựng nhằm triển khai thực hiện kết luận b"
    >>> issued_to_do(t, 11, t.index("kết luận")).predicate
    'implements'
    """
    m = _ISSUED_TO_DO.fullmatch(low, begin, at)
    return Cue("guides" if m["guides"] else "implements", m.start("cue"), m.end("cue")) if m else None


# "A (một số điều được sửa đổi tại B)", "A (mức chuẩn được sửa đổi tại B)": only parts of A are
_OF_SOME = re.compile(
    r"\s*\(\s*(?:một\s+số|mức|nội\s+dung|quy\s+định|thời\s+hạn|mẫu|phụ\s+lục|điều|khoản|điểm|mục)\s"
    r"(?=[^(),]{0,60}?(?<!\w)(?:đã\s+|được\s+|bị\s+))"
)


def parenthesis_between(low: str, begin: int, at: int) -> tuple[Cue, bool] | None:
    """The cue that opens a parenthesis after a citation, and whether the inner document acts.

    >>> t = "nghị định a (nay là nghị định b)"
    >>> cue, inner = parenthesis_between(t, 11, t.index("nghị định b")); cue.predicate, inner
    ('replaces', True)
    """
    window = low[begin:at]
    if m := _NOW.search(window):
        return Cue("replaces", begin + m.start(), begin + m.end()), True
    if carries := issued_to_do(low, begin, at):
        return carries, False
    if passive := passive_between(low, begin, at):
        return passive._replace(partial=passive.partial or _OF_SOME.match(window) is not None), True
    if m := _ADJUSTED.search(window):
        return Cue("amends", begin + m.start("cue"), begin + m.end("cue")), True
    if m := _TO_DO.fullmatch(window):
        predicate: Predicate = "guides" if m["guides"] else "implements"
        return Cue(predicate, begin + m.start("cue"), begin + m.end("cue")), False
    if m := _FORMERLY.search(window):
        return Cue("replaces", begin + m.start(), begin + m.end()), False
    if m := re.search(r"sửa\s+đổi(?:\s*,\s*bổ\s+sung)?", window):
        return Cue("amends", begin + m.start(), begin + m.end()), _AGENT.search(window, m.end()) is not None
    if m := re.match(r"\s*\(\s*(?P<cue>điều\s+chỉnh)\s", window):
        return Cue("amends", begin + m.start("cue"), begin + m.end("cue")), _AGENT.search(window, m.end()) is not None
    if (m := re.search(r"bổ\s+sung", window)) and _AGENT.search(window, m.end()):
        return Cue("amends", begin + m.start(), begin + m.end()), True
    if m := re.search(r"(?:bãi|hủy)\s+bỏ", window):
        return Cue("repeals", begin + m.start(), begin + m.end()), _AGENT.search(window, m.end()) is not None
    return None
