"""What a plan says it is for: "việc ban hành Đề án … góp phần thực hiện B", and what stands below "Mục đích"."""

from __future__ import annotations

import re
from functools import lru_cache

from kg import registry
from kg.framing import LINE_LEAD, Context, Link, View, type_name
from kg.normalise import UPPER, fold_tone, lower
from kg.relations import NEGATED, Cue

_PURPOSE = re.compile(r"(?:góp\s+phần|nhằm|để)\s+(?:triển\s+khai\s+|tổ\s+chức\s+)*$")
# "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch … nhằm thực hiện B": the decision and what it brings are one
_ISSUED_WITH = re.compile(
    rf"{LINE_LEAD}ban\s+hành\s+(?:kèm\s+theo\s+\w+\s+\w+\s+này\s*,?\s+)(?:là\s+|bản\s+|các\s+)*"
    r"(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)(?!\w)[^;“\"]{0,260}$"
)
_PLANS = (
    "ke-hoach", "ke-hoach-lien-tich", "chuong-trinh", "chuong-trinh-hanh-dong", "chuong-trinh-phoi-hop", "de-an",
    "phuong-an",
)  # fmt: skip
_ISSUING = ("quyet-dinh", "nghi-quyet")
_ISSUES_PLAN = re.compile(r"(?:ban\s+hành|phê\s+duyệt)\s+(?:kế\s+hoạch|chương\s+trình|đề\s+án|phương\s+án)(?!\w)")
# "Triển khai đầy đủ các nhiệm vụ Thủ tướng Chính phủ giao Bộ tại Quyết định B"
_ORDERED_IN = re.compile(
    r"[^;.:\d/“\"]{0,60}?(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|chỉ\s+đạo|mục\s+tiêu|yêu\s+cầu)[^;.:\d/“\"]{0,90}\s(?:tại|trong)\s+(?:các\s+)?"
)
# "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích" as a line, and what ends the paragraphs below it: a line in capitals, or a
# figure with a few words that no mark ends
_AIMS = re.compile(
    r"\n[ \t|*#]*(?:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})?|[a-zđ])\s*[.)/-]\s*)?"
    r"mục\s+đích(?:[\s,-]*(?:và\s+)?(?:yêu\s+cầu|ý\s+nghĩa))?[ \t]*:?[ \t]*(?=\n)"
)
_AFTER_AIMS = re.compile(
    rf"\n[ \t|*#]*(?:(?:[IVX]{{1,5}}|[A-ZĐ])\s*[.)/-]\s|(?:\d{{1,2}}(?:\.\d{{1,2}})?\s*[.)]\s*)?Yêu\s+cầu(?!\w)|"
    rf"\d{{1,2}}\s*[.)]\s*[^\n]{{3,60}}(?<![.;,:\s])[ \t]*(?=\n)|[{UPPER}][{UPPER} ,-]{{6,}}(?=\n))"
)
_MERELY_TOLD = re.compile(r"(?:tiếp\s+tục\s+|tổ\s+chức\s+)*quán\s+triệt")
_MAKES = re.compile(r"(?:xây\s+dựng|ban\s+hành)\s+(?:và\s+ban\s+hành\s+)?(?P<what>[^;.“\"]{2,40})")


def purpose(v: View, i: int) -> Link | None:
    """ "việc xây dựng và ban hành Đề án … góp phần thực hiện tốt B" in the decision that issues the scheme."""
    cue = v.cues.get(i)
    plans = issues_plans(v.c)
    if cue is None and plans and v.do is not None and _ORDERED_IN.fullmatch(v.c.plain.low, v.do.end(), v.c.starts[i]):
        cue = Cue("implements", v.do.start("cue"), v.do.end("cue"))
    if cue is None or cue.predicate != "implements":
        return None
    before = v.before(cue.start)
    if (v.c.own.type in _ISSUING and _ISSUED_WITH.match(before)) or (plans and _is_aim(v, i, cue)):
        return Link(None, i, "implements", "purpose", cue)
    if not _PURPOSE.search(before) and not re.match(r"(?:góp|nhằm|để)", v.c.plain.low[cue.start : cue.end]):
        return None
    title = _title(v.c)
    for m in _MAKES.finditer(before):
        for slug in registry.types():
            name = type_name(slug)
            if NEGATED.search(before, 0, m.start()):
                continue  # "Đảng ủy không ban hành nghị quyết riêng để thực hiện B"
            if m["what"].startswith(name) and (
                slug == v.c.own.type or re.search(rf"(?:ban\s+hành|phê\s+duyệt)\s+{re.escape(name)}", title)
            ):
                return Link(None, i, "implements", "purpose", cue)
    return None


def _title(c: Context) -> str:
    return fold_tone(lower(c.header.title or ""))


def issues_plans(c: Context) -> bool:
    """Whether a text is a plan or a programme, or the decision that comes with one."""
    return c.own.type in _PLANS or (c.own.type in _ISSUING and _ISSUES_PLAN.search(_title(c)) is not None)


def _is_aim(v: View, i: int, cue: Cue) -> bool:
    """Whether a paragraph below "Mục đích" begins with what a plan carries out: "a) Tổ chức thực hiện nghiêm túc B"."""
    low = v.c.plain.low
    if not re.fullmatch(LINE_LEAD, v.before(cue.start)) or _MERELY_TOLD.fullmatch(low, cue.start, cue.end):
        return False
    return any(a <= v.c.found[i].start < b for a, b in aims(v.c.plain.text, low))


@lru_cache(1)  # asked for each citation of the same text
def aims(text: str, low: str) -> tuple[tuple[int, int], ...]:
    """Where a text tells its aims."""
    ends = ((m.end(), _AFTER_AIMS.search(text, m.end())) for m in _AIMS.finditer(low))
    return tuple((begin, end.start() if end else len(text)) for begin, end in ends)
