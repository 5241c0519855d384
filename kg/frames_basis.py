"""Frames of grounds and titles: what the text is based on, what its own title says of others."""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.frames_implement import RULES, carried_out, reports_on_law, then_done
from kg.frames_told import joined, told_aside
from kg.framing import LINE_LEAD, Link, View, itself, speaks, type_name
from kg.relations import NEGATED, Cue, details_before
from kg.sentences import in_closed_bracket
from kg.speakers import acts

_WORDS = re.compile(r"\w+")
_SHORT_TITLE = 30
_ASIDE = 60  # letters of a bracket before what it tells aside
_ISSUES = re.compile(r"(?:ban\s+hành|xây\s+dựng)\s+(?:kèm\s+theo\s+\w+\s+\w+\s+này\s+)?")
_ON_WHAT = re.compile(
    r"(?:\s+(?:này|về(?:\s+việc)?|quy\s+định(?:\s+về)?|để|nhằm|tiếp\s+tục))*(?:\s+[^;.:“\"\d]{0,160}(?:,|\svà|\svề(?:\s+việc)?|\sđể|\snhằm))?\s*"
)
_OUTCOME = re.compile(
    r"(?<!\w)(?:kết\s+quả|tình\s+hình|báo\s+cáo\s+của|thực\s+hiện|triển\s+khai)\s(?![^;]*\stại\s+(?:các\s+)?$)"
)
_CHECKS = re.compile(
    r"(?<!\w)(?:kiểm\s+tra|giám\s+sát|thanh\s+tra|khảo\s+sát|kiểm\s+toán)(?:\s*,?\s*(?:và\s+)?(?:giám\s+sát|kiểm\s+tra|đánh\s+giá))*"
    r"\s+(?:(?:việc|công\s+tác|tình\s+hình|kết\s+quả)\s+)+(?:lãnh\s+đạo\s*,?\s*(?:(?:chỉ\s+đạo|tổ\s+chức)\s*,?\s*)?)?$"
)
# "Thông báo … kết luận của … tại hội nghị sơ kết thực hiện B": what was met about, not what the notice does
_AT_A_MEETING = re.compile(
    r"(?<!\w)(?:kết\s+luận|ý\s+kiến(?:\s+chỉ\s+đạo)?|phát\s+biểu|chỉ\s+đạo)\s[^;:“\"]{0,120}?(?<!\w)(?:tại|về)\s+(?:các\s+)?"
    r"(?:hội\s+nghị|cuộc\s+họp|phiên\s+họp|buổi\s+(?:làm\s+việc|họp)|kỳ\s+họp|cuộc\s+làm\s+việc)(?!\w)(?:(?!\svà\s+(?:tiếp\s+tục\s+)?$)[^;:“\"]){0,160}$"
)
# "Kế hoạch thực hiện Chương trình hành động của Tỉnh ủy thực hiện B": the programme carries B out
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:thực\s+hiện|triển\s+khai)\s+(?:chương\s+trình(?:\s+hành\s+động)?|kế\s+hoạch|chỉ\s+thị|kết\s+luận|nghị\s+quyết)\s+của\s+"
    r"[^;:.,“”\"]{3,140}?(?<!\svà\s)$"
)
_DECIDING = ("nghi-quyet", "quyet-dinh", "ket-luan", "thong-bao", "cong-van")
_AGREES = re.compile(
    r",\s[^,;.]{2,70}\s(?:đồng\s+ý|thống\s+nhất|chấp\s+thuận|quyết\s+nghị|quyết\s+định|giao|có\s+ý\s+kiến)(?!\w)"
)
_APPLIED = re.compile(
    r"(?<!\w)(?:thì|có\s+thể|phải)(?!\w)|,\s(?:anh|chị|ông|bà|bạn|em|người\s[^,;.]{2,40}|trường\s+hợp\s[^,;.]{2,60})\s(?:được|không|sẽ|cần|có)\s"
)
# "Căn cứ khoản 1 Điều 6 B, đất nông nghiệp tại các xã có diện tích tối thiểu …"
_IS_SO = re.compile(
    r"(?:\s+của\s[^,;.]{2,60})?,\s+(?!(?:ubnd|ủy\s+ban|hội\s+đồng|bộ|sở|chính\s+phủ|thủ\s+tướng|cục|chi\s+cục|tổng\s+cục|tòa|ban|chủ\s+tịch|cơ\s+quan|đơn\s+vị)\s)"
    r"[^,;.\d]{3,90}?\s(?:có|là|được|không|bằng|thuộc|chưa|gồm)\s"
)
_PROVIDES = re.compile(r"\s*,?\s*(?:đã\s+|có\s+)?quy\s+định(?!\w)")
_ISSUES_ON = re.compile(r"(?:ban\s+hành|đề\s+nghị|yêu\s+cầu|báo\s+cáo|thông\s+báo|hướng\s+dẫn|quyết\s+định)(?!\w)")
# "căn cứ vào tình hình thực tế, Ban Tuyên giáo hướng dẫn …": what stands behind is no ground
_DEALS_WITH = re.compile(
    r",\s[^,;:.\d]{3,90}\s(?:đã|vừa)\s+(?:tiến\s+hành\s+|tổ\s+chức\s+|tự\s+)*"
    r"(?:kiểm\s+tra|rà\s+soát|thẩm\s+định|xem\s+xét|nghiên\s+cứu|thẩm\s+tra|nhận\s+được|ban\s+hành)(?!\w)"
)
# "Căn cứ theo chức năng, nhiệm vụ có trách nhiệm chỉ đạo … tại Chương trình B": the ground is what a body is for
_BY_ITS_TASKS = re.compile(
    r"(?<!\w)(?:chức\s+năng\s*,?\s*(?:và\s+)?nhiệm\s+vụ[^;]*?\s(?:có\s+trách\s+nhiệm|chủ\s+động)"
    r"|(?:chức\s+năng\s*,?\s*)?(?:nhiệm\s+vụ|chỉ\s+tiêu|nội\s+dung)(?:\s+\w+)?\s+(?:được|đã)\s+(?:phân\s+công|giao))(?!\w)"
)
_THEN_ACTS = re.compile(
    r",\s[^,;]{3,80}\s(?:hướng\s+dẫn|ban\s+hành|xây\s+dựng|báo\s+cáo|yêu\s+cầu|đề\s+nghị|triển\s+khai|chỉ\s+đạo)\s"
)
# "Căn cứ chức năng, nhiệm vụ được giao tại Quyết định B, Sở Y tế có ý kiến"
_GIVEN_BY = re.compile(
    r"\s+(?:chức\s+năng\s*,?\s*(?:và\s+)?)?(?:nhiệm\s+vụ)(?:\s*,?\s*(?:và\s+)?quyền\s+hạn)?(?:\s+\w+)?\s+(?:được\s+|đã\s+)*(?:giao|phân\s+công|quy\s+định)\s+(?:tại|theo)\s+"
)
_COMMA = re.compile(r"\s*,\s+")
# "Xét đơn ngày 12/8/2024 của đồng chí A khiếu nại Quyết định B"
_CONTESTED = re.compile(r"\s+đơn\s[^;]{0,160}?(?<!\w)(?:khiếu\s+nại|tố\s+cáo|kháng\s+cáo)\s[^;,]{0,60}$")
_ASKED = re.compile(
    r"(?:(?:t(?<!\wt)heo|x(?<!\wx)ét)\s+(?:đề\s+nghị|tờ\s+trình)|c(?<=[;,]\sc)ăn\s+cứ(?:\s+vào)?)(?!\w)"
    r"|t(?<=[;,]\st)rên\s+cơ\s+sở\s+(?:đề\s+nghị|tờ\s+trình|ý\s+kiến\s+thẩm\s+định)(?!\w)"
    r"|t(?<=[;,]\st)rên\s+cơ\s+sở(?:\s+xem\s+xét)?(?=\s+(?:các\s+)?$)"
    r"|x(?<=[;,]\sx)ét(?=\s+(?:các\s+)?$)"  # "…; xét Tờ trình số 19-TTr/VPTU, Ban Thường vụ kết luận:"
)


def own_title(v: View, i: int) -> Link | None:
    """A citation in the text's own title, or where the opening repeats the title."""
    title = v.c.header.title_span
    if title is None:
        return None
    cue = v.cues.get(i)
    if title[0] <= v.c.found[i].start < title[1]:
        if cue is not None and cue.predicate == "implements" and (
            _is_talked_of(v.c.plain.low, title[0], cue.start) or reports_on_law(v, i, cue)
        ):
            cue = None
        if cue is None and v.c.own.type in RULES and (i == 0 or v.c.found[i - 1].start < title[0]):
            cue = details_before(v.c.plain.low, title[0], v.c.starts[i])
        cue = cue or _guided_by(v, i, title[0])
        return Link(None, i, cue.predicate, "own-title", cue) if cue else Link(None, i, "cites", "cite")
    if cue is not None and v.sentence.start < v.preamble_end and _repeats(v, title):
        return Link(None, i, cue.predicate, "own-title", cue)
    return None


# "Hướng dẫn bổ sung việc thu viện phí theo Nghị định A và Nghị định B", the title of a circular or a guideline
_GUIDED = re.compile(
    r"(?P<cue>hướng\s+dẫn)\s[^;:.“”\"\d]{8,300}?"
    r"\s(?:quy\s+định\s+(?:tại|của)|theo(?:\s+quy\s+định\s+(?:tại|của))?)\s+(?:các\s+)?"
)
_GUIDELINE = re.compile(r"[^;:.“”\"\d]{8,300}?\s(?P<cue>theo)(?:\s+quy\s+định\s+(?:tại|của))?\s+(?:các\s+)?")
_GUIDES = ("thong-tu", "thong-tu-lien-tich", "huong-dan")


def _guided_by(v: View, i: int, begin: int) -> Cue | None:
    """The words of a title that say by which acts it guides: all those that a list joins."""
    low, k = v.c.plain.low, i
    if v.c.own.type not in _GUIDES or v.c.scopes[i].owner is not None:
        return None
    while k and v.c.found[k - 1].start >= begin and joined(v.c, k - 1, k):
        k -= 1
    pattern = _GUIDELINE if v.c.own.type == "huong-dan" else _GUIDED
    m = pattern.fullmatch(low, begin, v.c.starts[k])
    return Cue("guides", m.start("cue"), m.end("cue")) if m else None


def told_at_meeting(low: str, begin: int, at: int) -> bool:
    """Whether a title tells what was said at a meeting on what the cue at ``at`` carries out.

    >>> t = "kết luận của chủ tịch tại hội nghị sơ kết thực hiện nghị quyết b"
    >>> told_at_meeting(t, 0, t.index("thực hiện"))
    True
    """
    return _AT_A_MEETING.search(low, begin, at) is not None


def _is_talked_of(low: str, begin: int, at: int) -> bool:
    """Whether a title tells how others carry out what follows ``at``, or what was said of it."""
    return (
        _CHECKS.search(low, begin, at) is not None
        or _OF_ANOTHER.search(low, begin, at) is not None
        or told_at_meeting(low, begin, at)
    )


def _repeats(v: View, title: tuple[int, int]) -> bool:
    """Whether a sentence is the text's title once more, with or without the name of its type before it."""
    known = " ".join(_WORDS.findall(v.c.plain.low[title[0] : title[1]]))
    said = " ".join(_WORDS.findall(v.words))
    return len(known) > _SHORT_TITLE and said.removeprefix(type_name(v.c.own.type)).strip() == known


def issue_clause(v: View, i: int) -> Link | None:
    """ "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định B" above the articles of a decree."""
    cue, name = v.cues.get(i), type_name(v.c.own.type)
    if cue is None or not name or v.sentence.start > max(v.preamble_end, v.opening_end):
        return None
    if cue.predicate in ("cites", "basedOn"):
        return None
    before = v.before(cue.start)
    m = next((m for m in _ISSUES.finditer(before) if before.startswith(name, m.end())), None)
    if m is None:
        return None
    if NEGATED.search(before, 0, m.start()) or not _ON_WHAT.fullmatch(before, m.end() + len(name)):
        return None
    return Link(None, i, cue.predicate, "issue", cue)


def attached_to(v: View, i: int) -> Link | None:
    """ "(Ban hành kèm theo Quyết định số …)" under the title of a regulation that has no number of its own."""
    before = v.before(v.c.found[i].start)
    m = re.fullmatch(r"\W*(?P<cue>(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo)\s+", before)
    if m is None or v.c.own.number is not None or v.sentence.start > v.c.header.body_start + 400:
        return None
    cue = Cue("promulgates", v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"))
    return Link(None, i, "promulgates", "attached", cue, reverse=True)


def preamble(v: View, i: int) -> Link | None:
    """Grounds: "Căn cứ …", "theo đề nghị của … tại Tờ trình số …" before the enacting words."""
    low = v.c.plain.low
    if i in v.issued or speaks(v.c, i) or (v.c.header.article and _is_applied(v, i)) or told_aside(v, i):
        return None
    if v.issued and carried_out(v, i) is not None and i not in v.issued and v.later(i):
        return None  # grounds of the paper that the sentence reports
    start = v.c.starts[i]
    ask = None if _is_acted_on(v, i) or v.c.header.article else _ASKED.search(low, v.sentence.start, start)
    if (
        ask
        and (v.sentence.start < max(v.preamble_end, v.opening_end) or _decides(v, ask.start(), i))
        and not re.search(r"\d/|;", low[ask.end() : start])
        and not (ask.group().startswith("căn") and _THEN_ACTS.search(low, ask.end(), start))
        and not _is_task(v, i, ask.start())
        and not _TURNED_DOWN.search(low, v.sentence.start, start)
        and not _ON_MATTER.search(low, ask.end(), start)
        and (not ask.group().endswith("sở") or v.sentence.start < v.opening_end)
        and not _is_apart(low, ask.end(), start)
    ):
        return Link(None, i, "basedOn", "preamble", Cue("basedOn", ask.start(), ask.end()))
    if ask and _goes_on_from_ground(v, i):
        return Link(None, i, "basedOn", "preamble", Cue("basedOn", ask.start(), ask.end()))
    if (opinion := _opinion_too(v, i) or _agreed(v, i) or _issued_on(v, i)) is not None:
        return Link(None, i, "basedOn", "preamble", opinion)
    if (by := _BY_PAPER.fullmatch(v.before(v.c.starts[v.free[0]]))) and i == v.free[0] and _is_listed_ground(v):
        at = v.sentence.start
        return Link(None, i, "basedOn", "preamble", Cue("basedOn", at + by.start("cue"), at + by.end("cue")))
    if v.basis is None or v.sentence.start >= v.preamble_end or then_done(v, i) or _is_acted_on(v, i):
        return None
    if _is_task(v, i, v.basis.start) or _is_told(v, i) or _is_apart(low, v.basis.end, start):
        return None
    if _CONTESTED.match(low[v.basis.end : start]):
        return None
    if _BY_ITS_TASKS.search(low, v.basis.end, start) and not (
        _GIVEN_BY.fullmatch(low, v.basis.end, start) and v.c.found[i].type in NORMATIVE
    ):
        return None
    if not _is_looked_at(low, v.basis.end, start) and not _outcome_of(low, v.basis, start):
        return Link(None, i, "basedOn", "preamble", v.basis)
    return None


# "Trên cơ sở Nghị quyết A, UBND tỉnh đã giao vốn": told in the body of a report
_WAS_DONE = re.compile(r"[^;:\n]{0,200}?,\s+[^;:.\n]{3,110}?\s(?:đã|vừa)\s")


def _is_told(v: View, i: int) -> bool:
    """Whether a report tells below its opening on what ground something was done."""
    if v.c.own.type != "bao-cao" or v.sentence.start < v.opening_end:
        return False
    return _WAS_DONE.match(v.c.plain.low, v.c.found[i].head_end, v.sentence.end) is not None


def _goes_on_from_ground(v: View, i: int) -> bool:
    """Whether a citation goes on with a list of grounds: "…, căn cứ Luật A; Nghị định B và C, Sở trả lời"."""
    k = v.free.index(i)
    if k == 0 or not joined(v.c, v.free[k - 1], i):
        return False
    before = preamble(v, v.free[k - 1])
    return before is not None and before.predicate == "basedOn"


# "2. Ban Tổ chức hướng dẫn quy trình; căn cứ điểm 2 Hướng dẫn B tham mưu phân bổ": what somebody is told to do
_IN_A_TASK = re.compile(r"[^\W\d_][^;.\n]{20,200};\s+$")
_DOES = re.compile(r"\s+(?:để\s+)?(?:tham\s+mưu|phân\s+bổ|rà\s+soát)(?!\w)")


def _is_task(v: View, i: int, begin: int) -> bool:
    """Whether the words at ``begin`` name the ground on which somebody is told to act."""
    low = v.c.plain.low
    return _DOES.match(low, v.c.found[i].head_end) is not None and (
        _IN_A_TASK.search(low, max(0, begin - _TASK_WITHIN), begin) is not None
    )


_TASK_WITHIN = 220
# "Căn cứ vào các bộ luật mới và so với các quy định của B"; "Căn cứ A, trong đó thành phố phải tiếp tục thực hiện B",
# "tại Công văn A (trong đó đề nghị bãi bỏ B"
_APART = re.compile(
    r"(?<!\w)so\s+với\s[^;]*$"
    r"|[,(;]\s*(?:trong|theo)\s+đó,?\s+(?!(?:có|gồm|là)\s+(?:các\s+)?$)[^;()]{0,160}?"
    r"(?<!\w)(?:phải|cần|được|giao|yêu\s+cầu|đề\s+nghị|đề\s+xuất|kiến\s+nghị|chỉ\s+đạo|cho\s+phép)(?!\w)[^;()]*$"
)


def _is_apart(low: str, begin: int, at: int) -> bool:
    """Whether a paper is what a ground is compared with, or what an aside in it asks for.

    Each paper of a long list asks it of all that stands before it: so what has none of the words is told by them.
    """
    begin = max(begin, low.rfind(";", begin, at))
    if low.find("đó", begin, at) < 0 and low.find("so", begin, at) < 0:
        return False
    return _APART.search(low, begin, at) is not None


# "Theo Nghị quyết số 19/NQ-HĐND …;" among the grounds of a decision
_BY_PAPER = re.compile(rf"{LINE_LEAD}(?P<cue>theo)\s+(?:các\s+)?")


def _is_listed_ground(v: View) -> bool:
    """Whether a sentence is an item of the grounds of a decision or resolution."""
    listed = v.words.rstrip().endswith(";") and v.sentence.start < v.preamble_end
    return listed and v.c.own.type in ("quyet-dinh", "nghi-quyet")


# "xét đề nghị của … tại Tờ trình A và ý kiến của Sở Tài chính tại Công văn B"
_OPINION_TOO = re.compile(
    r"(?:\s*,)?\s+(?:và|cùng(?:\s+với)?)\s+(?P<cue>(?:trên\s+cơ\s+sở\s+)?(?:ý\s+kiến|đề\s+nghị|kết\s+quả\s+thẩm\s+định))"
    r"[^;.:“”\d]{2,120}\s(?:tại|theo)\s+(?:các\s+)?"
)


# "Đồng ý với đề nghị của Bộ Nội vụ tại Tờ trình B về thời điểm …": what a resolution decides in one of its points
_AGREED = re.compile(
    rf"{LINE_LEAD}(?:[^\W\d][^,;.:\d\n]{{2,40}}\s)?(?P<cue>(?:đồng\s+ý|thống\s+nhất|chấp\s+thuận|nhất\s+trí)(?:\s+(?:với|theo))*\s+đề\s+nghị)"
    r"\s+của\s[^;.:“”\d]{2,120}\s(?:tại|theo)\s+$"
    rf"|{LINE_LEAD}(?:[^\W\d][^,;.:\d\n]{{2,40}}\s)?(?:đồng\s+ý|thống\s+nhất|chấp\s+thuận|nhất\s+trí|thông\s+qua)\s[^;.“”\d]{{2,200}}?"
    r"\s(?P<asked>theo\s+(?:đề\s+nghị|tờ\s+trình))\s+của\s[^;.:“”\d]{2,120}\stại\s+$"
)
# "xét đề nghị của Ban cán sự đảng[1] về sơ kết 03 năm thực hiện B": what was asked is a matter, and B no ground
_ON_MATTER = re.compile(
    r"\svề\s(?!việc\s[^;]*\stại\s)(?:(?!\s(?:tại|theo)\s)[^;])*\s(?:thực\s+hiện|triển\s+khai|thi\s+hành)\s+(?:các\s+)?$"
)
_TURNED_DOWN = re.compile(
    r"(?<!\w)(?:không|chưa)\s+(?:xem\s+)?(?:xét|đồng\s+ý|chấp\s+thuận|thống\s+nhất|chấp\s+nhận)(?!\w)"
)


_IS_ISSUED_ON = re.compile(
    r"\s+được\s+ban\s+hành\s+(?P<cue>(?:trên\s+cơ\s+sở|theo|căn\s+cứ)\s+(?:đề\s+nghị|ý\s+kiến|kết\s+luận))\s+của\s"
    r"[^;.:“”\d]{2,120}\stại\s+"
)


def _issued_on(v: View, i: int) -> Cue | None:
    """The words by which a text says on whose proposal it is issued: "Kế hoạch này được ban hành theo đề nghị của"."""
    said = next(itself(v.c.own.type).finditer(v.before(v.c.starts[i])), None)
    at = v.sentence.start
    m = _IS_ISSUED_ON.fullmatch(v.c.plain.low, at + said.end(), v.c.starts[i]) if said else None
    return Cue("basedOn", m.start("cue"), m.end("cue")) if m else None


def _agreed(v: View, i: int) -> Cue | None:
    """The words by which a text agrees to what was asked for in a paper."""
    before = v.before(v.c.starts[i])
    m = _AGREED.fullmatch(before) if v.c.own.type in _DECIDING and not _TURNED_DOWN.search(before) else None
    if m is None:
        return None
    word = "cue" if m["cue"] else "asked"
    return Cue("basedOn", v.sentence.start + m.start(word), v.sentence.start + m.end(word))


def _opinion_too(v: View, i: int) -> Cue | None:
    """The words that name a further opinion as a ground beside what somebody asked for."""
    k = v.free.index(i)
    j = v.free[k - 1] if k else i
    ends = (v.c.found[j].head_end, v.c.scopes[j].title_end) if k else ()
    for end in ends:
        if m := _OPINION_TOO.fullmatch(v.c.plain.low, end, v.c.starts[i]):
            before = preamble(v, j)
            is_ground = before is not None and before.predicate == "basedOn"
            asked = m["cue"].endswith("nghị") and v.do is not None and v.sentence.start < v.opening_end
            is_ground = is_ground or asked  # "Thực hiện A và đề nghị của Bộ X tại B, Chủ tịch yêu cầu"
            return Cue("basedOn", m.start("cue"), m.end("cue")) if is_ground else None
    return None


def _is_acted_on(v: View, i: int) -> bool:
    """Whether the main clause begins between the grounds and a citation: "Theo đề nghị tại A, UBND tỉnh báo cáo B"."""
    c = v.c
    for j in v.free[: v.free.index(i)]:
        comma = _COMMA.match(c.plain.low, c.title_end(j))
        if comma is None or comma.end() >= c.starts[i]:
            continue
        if in_closed_bracket(c.plain.low, comma.start(), c.starts[i], reach=_ASIDE):
            continue
        if acts(c.plain, comma.end()):
            return True
    return False


def _is_looked_at(low: str, begin: int, at: int) -> bool:
    """Whether a citation is what the main clause behind the grounds deals with: "Căn cứ A, Cục … đã kiểm tra B".

    What a bracket tells aside is no main clause: "Căn cứ A (trước đó, Cục … đã kiểm tra …); B".
    """
    return any(not in_closed_bracket(low, m.start(), at, reach=_ASIDE) for m in _DEALS_WITH.finditer(low, begin, at))


def _outcome_of(low: str, basis: Cue, at: int) -> bool:
    """Whether a text stands on what came of an act, not on the act: "Trên cơ sở kết quả kiểm tra thực hiện B"."""
    return low.startswith("trên", basis.start) and _OUTCOME.search(low, basis.end, at) is not None


def _decides(v: View, asked: int, i: int) -> bool:
    """ "Xét đề nghị của Bộ B tại Tờ trình số …, Chính phủ đồng ý …": what a resolution decides in one of its points."""
    if v.c.own.type not in _DECIDING or not re.fullmatch(LINE_LEAD, v.before(asked)):
        return False
    return _AGREES.search(v.c.plain.low, v.c.found[i].head_end, v.sentence.end) is not None


def _is_applied(v: View, i: int) -> bool:
    """Whether an answer or news applies a rule, and no paper stands on it: "Căn cứ khoản 2 Điều 5 B thì người …"."""
    if v.words.endswith((";", ",")):
        return False
    after = v.c.plain.low[v.c.found[i].head_end : v.sentence.end]
    issues = _ISSUES_ON.search(after)
    if issues is None and (_PROVIDES.match(after) or _IS_SO.match(after)):
        return True
    applied = _APPLIED.search(after)
    return applied is not None and (issues is None or applied.start() < issues.start())
