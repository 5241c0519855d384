"""Effects that a text only asks for, denies or puts right: "Có phải B đã thay thế A không?"."""

from __future__ import annotations

import re

from kg.framing import Context, Link

_EFFECTS = ("amends", "replaces", "repeals", "suspends", "corrects")
_BELIEF = re.compile(
    r"(?<!\w)(?:cho\s+rằng|(?:lầm\s+)?tưởng(?:\s+(?:rằng|là))?|nghĩ\s+(?:rằng|là)|hiểu\s+(?:nhầm|lầm|sai|rằng|là))\s"
)
_DENIED = re.compile(
    r"(?<!\w)(?:không\s+(?:đúng|phải|chính\s+xác)|chưa\s+(?:đúng|chính\s+xác)|là\s+(?:sai|nhầm|lầm|không\s+có\s+(?:căn\s+cứ|cơ\s+sở))|nhầm\s+lẫn|sai\s+lầm)(?!\w)"
)


def but_denied(c: Context, links: list[Link]) -> list[Link]:
    """The links of a text, of which those that it calls a wrong belief, or that no such body may do, only cite."""
    return [
        link.cited()
        if link.predicate in _EFFECTS
        and (_is_above(c, link) or _is_denied(c, link) or _is_asked(c, link) or _is_misprint(c, link))
        else link
        for link in links
    ]


_CENTRAL = ("central", "ministry")
_LOCAL = ("province", "district", "commune")


def _is_above(c: Context, link: Link) -> bool:
    """Whether a local body would change the paper of a central one."""
    acting, other = (link.object, link.subject) if link.reverse else (link.subject, link.object)
    levels = []
    for i in (acting, other):
        body = c.found[i].body if i is not None else None
        levels.append(c.own.level if i is None else body.level if body is not None else None)
    f = c.found[other] if other is not None else None
    if f is None or f.body is None or (f.body.base is not None and f.body.base.local):
        return False
    if f.phrase is None and f.number is not None and f.number.type_code is None:
        return False  # "566 TC/UBTH": an office of the province
    return levels[0] in _LOCAL and levels[1] in _CENTRAL


# "Có phải Luật A đã bãi bỏ Nghị định B không?"
_ASKS = re.compile(r"(?<!\w)(?:có\s+phải(?:\s+(?:là|rằng|vì))?|phải\s+chăng|liệu(?:\s+rằng)?)\s")
_QUESTION = re.compile(r"[^.;\n]*(?:\?|\shay\s+(?:không|chưa)(?!\w))")
# "kiểm tra Thông tư A có bị ngưng hiệu lực bởi Thông tư B hay không"
_WHETHER = re.compile(r"(?<!\w)(?:có|đã)\s+(?:(?:bị|được)\s+)?$")
_OR_NOT = re.compile(r"[^.;\n]*\shay\s+(?:không|chưa)(?!\w)")


def _is_asked(c: Context, link: Link) -> bool:
    """Whether the words that would tell an effect ask for it."""
    if link.cue is None:
        return False
    low, s = c.plain.low, c.parts.at(link.cue.start)
    if _WHETHER.search(low, s.start, link.cue.start) and _OR_NOT.match(low, link.cue.end, s.end):
        return True
    return _ASKS.search(low, s.start, link.cue.start) is not None and (
        _QUESTION.match(low, link.cue.end, s.end) is not None
    )


# "- Đã in: “Quyết định này thay thế Quyết định số 1086/QĐ-UBND …”"
_PRINTED = re.compile(r"(?<!\w)(?:đã|được)\s+(?:in|ghi|viết|đăng)(?:\s+là)?\s*:?\s*$")
_QUOTE_WITHIN = 300


def _is_misprint(c: Context, link: Link) -> bool:
    """Whether the words stand in what an erratum puts right."""
    if link.cue is None:
        return False
    low, at = c.plain.low, link.cue.start
    opened = max(low.rfind(mark, max(0, at - _QUOTE_WITHIN), at) for mark in "“\"")
    is_open = opened >= 0 and low.find("”", opened, at) < 0
    return is_open and _PRINTED.search(low, max(0, opened - 24), opened) is not None


# "Không có quy định nào cho biết B thay thế A", "Nhiều người lầm tưởng B bãi bỏ A"
_NO_PAPER_SAYS = re.compile(
    r"(?<!\w)(?:(?:không|chưa)\s+(?:có\s+)?(?:một\s+)?(?:quy\s+định|văn\s+bản|điều\s+khoản|điều\s+luật|căn\s+cứ|cơ\s+sở)\s+nào(?!\w)"
    r"|(?:lầm|nhầm)\s+tưởng|tưởng\s+(?:lầm|nhầm)|hiểu\s+(?:lầm|nhầm|sai))[^;:]*$"
)


# "Có ý kiến cho rằng B đã bãi bỏ A; theo chúng tôi, cách hiểu này không đúng"
_WRONG_READING = re.compile(
    r"(?<!\w)(?:cách\s+hiểu|ý\s+kiến|quan\s+điểm|nhận\s+định|lập\s+luận|điều|hiểu|thông\s+tin)\s+(?:này|đó|như\s+vậy|trên)\s+(?:là\s+)?"
    r"(?:không\s+(?:đúng|chính\s+xác|phù\s+hợp)|chưa\s+(?:đúng|chính\s+xác)|sai|nhầm)(?!\w)"
    r"|(?<!\w)đây\s+là\s+(?:một\s+)?(?:cách\s+hiểu|quan\s+điểm|nhận\s+định|thông\s+tin)\s+(?:không\s+(?:đúng|chính\s+xác)|chưa\s+(?:đúng|chính\s+xác)|sai)(?!\w)"
    # "…; Sở khẳng định không có việc này", "…, Sở bác bỏ thông tin này"
    r"|(?<!\w)không\s+(?:hề\s+)?có\s+(?:việc|chuyện|điều|sự\s+việc|quy\s+định)\s+(?:này|đó|ấy|như\s+(?:vậy|thế|trên))(?!\w)"
    r"|(?<!\w)(?:bác\s+bỏ|phủ\s+nhận)\s+(?:cách\s+hiểu|ý\s+kiến|quan\s+điểm|nhận\s+định|thông\s+tin|điều|việc)\s+(?:này|đó|trên)(?!\w)"
)
_SOON = 90  # of the sentence behind
# "Cơ quan nói A đã bị B thay thế. Như vậy có đúng không?"
_ASKED_BEHIND = re.compile(
    r"[.;,]?\s*(?:(?:xin\s+)?(?:cho\s+)?hỏi\s+)?(?:như\s+vậy|như\s+thế|vậy|điều\s+(?:này|đó)|nói\s+(?:như\s+)?vậy|hiểu\s+(?:như\s+)?vậy|thông\s+tin\s+(?:này|trên|đó))\s[^.?\n]{0,24}?đúng\s+(?:hay\s+)?không\s*\?"
)


def _is_denied(c: Context, link: Link) -> bool:
    if link.cue is None:
        return False
    low, s = c.plain.low, c.parts.at(link.cue.start)
    if _NO_PAPER_SAYS.search(low, s.start, link.cue.start) or _ASKED_BEHIND.match(low, s.end):
        return True
    if _BELIEF.search(low, s.start, link.cue.start) is None:
        return False
    behind = c.parts.after(s)
    if _WRONG_READING.search(low, link.cue.end, s.end) or (
        behind is not None and _WRONG_READING.search(low, behind.start, min(behind.end, behind.start + _SOON))
    ):
        return True
    denied = _DENIED.search(low, link.cue.end, s.end)
    if denied is None:
        return False
    return not any(low.find(mark, link.cue.end, denied.start()) >= 0 for mark in ";:")
