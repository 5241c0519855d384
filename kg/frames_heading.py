"""The frame of papers listed under a heading such as "CĂN CỨ PHÁP LÝ", and what is told there and not listed."""

from __future__ import annotations

import re

from kg.frames_implement import RULES
from kg.framing import Link, View

# "việc này căn cứ vào B", "theo đó các mức kế thừa A": what the item tells of, no item of the list
_OTHERS_STAND = re.compile(
    r"(?<!\w)(?:việc|điều|nội\s+dung|quy\s+định|chính\s+sách|mức|khoản)\s[^;.:,]{0,40}(?<!\w)(?:được\s+)?căn\s+cứ(?:\s+(?:vào|theo))?\s+$"
)
# "Mức thu hiện hành được quy định tại Nghị quyết A": told below "Sự cần thiết và cơ sở pháp lý", no item of a list
_IS_PROSE = re.compile(
    r"(?<!\w)(?:được|đã|là|có|thì|nên|chưa|không|vì|của\s+dự\s+thảo|viện\s+dẫn)\s[^;:]*$|\s(?:ghi|viết)\s+[“\"]$|^[^;:]{80,}$"
    r"|^(?:[-+•*–\s]|\d{1,2}[.)]\s)*(?:đề\s+nghị(?!\s+của)|kiến\s+nghị(?!\s+của)|bổ\s+sung|bỏ|thống\s+nhất|cần|nên)\s[^;:]*$"
    r"|^[-+•*–\s]*(?:do\s+đó|sau\s+đó|ngoài\s+ra|bên\s+cạnh\s+đó|mặt\s+khác|vì\s+vậy|tuy\s+nhiên|hiện\s+nay|trước\s+đó|đến\s+nay|ngày\s+\d[\d/.-]{5,9})\s*,\s"
)


# "1. Nghị quyết số 33 được ban hành trên cơ sở A", "Nghị quyết 33 đã một lần được sửa đổi tại B": told, not listed
_SPEAKS_OF_IT = re.compile(
    r"\s+(?:được\s+(?:ban\s+hành|xây\s+dựng)\s+(?:trên|căn|để|nhằm|từ|dựa)|(?:đã|cũng|chỉ)\s+(?:một|hai|nhiều|được\s+\d)\s|là\s|có\s|không\s|chưa\s)"
)
# "2. Về căn cứ pháp lý / Luật A giao HĐND tỉnh quyết định mức thu"
_CHARGES = re.compile(
    r"\s+(?:\([^()\n]{3,60}\)\s+)?(?:đã\s+|chỉ\s+)?(?:giao|phân\s+cấp|ủy\s+quyền)\s+(?:cho\s+)?[^\W\d]"
)


# an article that explains the law: "Cơ sở pháp lý: Khoản 1 Điều 468 BLDS (sau đây gọi là BLDS) cho phép các bên …"
_EXPLAINS = re.compile(
    r"\s*\)?\s*(?:\([^()\n]{2,60}\)\s*)?(?:cho\s+phép|quy\s+định\s+(?:rằng|rõ|trường|mức|người|việc|thì)|điều\s+chỉnh|trao|không|chưa|đã|yêu\s+cầu|buộc|cấm)(?!\w)"
)


def heading(v: View, i: int) -> Link | None:
    """A citation under a heading such as "CĂN CỨ PHÁP LÝ"; a paragraph there may say itself "Căn cứ A; B;"."""
    start = v.c.found[i].start
    region = next((span for span in v.headings if span[0] <= start < span[1]), None)
    if region is None or _OTHERS_STAND.search(v.before(v.c.starts[i])):
        return None
    first = v.c.found[v.free[0]]
    if v.c.own.type is None and _EXPLAINS.match(v.c.plain.low, v.c.found[i].head_end):
        return None
    if first.type in RULES and _CHARGES.match(v.c.plain.low, first.head_end):
        return None
    if _IS_PROSE.search(v.before(v.c.starts[v.free[0]])) or _SPEAKS_OF_IT.match(v.c.plain.low, first.head_end):
        return None
    if v.basis is not None and v.basis.start >= region[0]:
        return Link(None, i, "basedOn", "preamble", v.basis)
    cue = v.cues.get(i)
    if v.do is not None and cue is not None and cue.predicate == "implements" and cue.start < v.do.end():
        return Link(None, i, "implements", "opening", cue)  # "Triển khai Kế hoạch B, Ban Thường vụ ban hành …"
    return Link(None, i, "basedOn", "heading", None, "heading")
