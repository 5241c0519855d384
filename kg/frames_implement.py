"""Frames of carrying out: the text, or a paper it reports, implements or guides what it cites."""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.done_here import is_done_here, others_did
from kg.framing import BASIS, DO, LINE_LEAD, SELF_TYPES, Link, View, itself, type_name
from kg.normalise import RAISED
from kg.relations import GLUE, Cue

_CLAUSE = re.compile(r"(?:^|[,;:.]\s+|[-+]\s*)(?:để\s+|nhằm\s+)?$")
_AFTER_GROUNDS = re.compile(r";\s+(?:để\s+)?$")
_AND = re.compile(r"\s*,?\s+và\s+")
_CLOSING = re.compile(r"trên\s+đây\s+là\s+(?:nội\s+dung\s+)?(?:báo\s+cáo|kế\s+hoạch|kết\s+quả)")
_REPORTS_HOW = re.compile(
    r"(?<!\w)báo\s+cáo\s+(?:[^,;:.()\d]{0,40}\s)?(?:kết\s+quả|tình\s+hình|công\s+tác|việc|\d+\s+năm)\s+(?:[^,;:.()]{0,20}năm(?:\s+rưỡi)?\s+)?$"
)
_DETAILS = re.compile(rf"{LINE_LEAD}{SELF_TYPES}\s+này\s+(?P<cue>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?!\w)")
_AT = re.compile(r"[^;.:“\"\d]{0,200}\s(?:tại|của|trong)\s+(?:các\s+)?")
_NOT_AT = re.compile(r"(?<!\w)(?:theo|để|nhằm|căn\s+cứ)(?!\w)")
_GUIDES = re.compile(r"[,;]\s[^;,.]{3,80}\shướng\s+dẫn\s")
_NOT_BY_ITSELF = re.compile(r"[;.]|(?<!\w)(?:theo|tại|của|với)(?!\w)")
_OF = re.compile(r"(?<!\w)(?:theo|tại|của|với|trong|bởi)\s+$")
_AS_FOLLOWS = re.compile(r"như\s+sau|(?:nội\s+dung|nhiệm\s+vụ|việc)\s+sau")
_TASK = re.compile(r"(?:\d\s*[.)]|[a-zđ]\)|[-+•*–])\s*$")
_ISSUES_NEXT = re.compile(
    r"\s*[^\n;.]{3,160}?\s(?:ban\s+hành\s+(?:thông\s+tư|nghị\s+định|quyết\s+định|quy\s+chế)"
    r"|(?:quy\s+định|hướng\s+dẫn|quyết\s+định)(?:\s[^\n;.]{0,200})?\snhư\s+sau\s*:)"
)
RULES = ("thong-tu", "thong-tu-lien-tich", "nghi-dinh", "luat", "bo-luat", "phap-lenh")


def carried_out(v: View, i: int) -> Cue | None:
    """The "Thực hiện" or "Căn cứ" under which a citation stands, at the head of the sentence or of a clause."""
    if m := _ANSWER.match(v.words):
        return Cue("basedOn", v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"))
    if v.basis is None and (m := _THEN_BASIS.match(v.words)):
        return Cue("basedOn", v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"))
    if v.do and not v.c.plain.low.startswith(":", v.do.end()):
        return Cue("implements", v.do.start("cue"), v.do.end("cue"))
    cue = v.cues.get(i)
    if cue is not None and cue.predicate == "implements" and _CLAUSE.search(v.before(cue.start)):
        return cue
    told = cue is not None and cue.predicate in ("implements", "guides")
    if told and cue is not None and cue.predicate == "guides" and _SO_AS.fullmatch(v.before(cue.start)):
        return cue
    if told and cue is not None and (m := _TO_GUIDE.fullmatch(v.before(cue.start))):
        return Cue("guides", v.sentence.start + m.start("cue"), cue.end)
    return v.basis


_ANSWER = re.compile(rf"{LINE_LEAD}trả\s+lời\s*:\s*(?P<cue>căn\s+cứ)\s")  # "Trả lời: Căn cứ A, UBND tỉnh ban hành B"
# "Ngay từ cuối năm 2023, căn cứ B, UBND tỉnh đã ban hành A"
_THEN_BASIS = re.compile(
    rf"{LINE_LEAD}(?:ngay\s+)?(?:từ|trong|đầu|cuối|năm|ngày|tháng|quý|sau\s+đó)\s[^,;:.]{{2,40}},\s+(?P<cue>căn\s+cứ)(?:\s+vào)?\s"
)
# "Để hướng dẫn các đơn vị thực hiện B, Sở đã ban hành A"
_SO_AS = re.compile(rf"{LINE_LEAD}(?:để|nhằm)\s+")
_TO_GUIDE = re.compile(rf"{LINE_LEAD}(?:để|nhằm)\s+(?P<cue>hướng\s+dẫn)\s[^;.:\d]{{3,100}}\s")


# "Căn cứ A; thực hiện phân công của Thường trực HĐND tỉnh tại Công văn B, Ban đã thẩm tra …"
_ORDERED_AT = re.compile(
    r";\s+(?P<cue>(?:triển\s+khai\s+)?thực\s+hiện)\s+(?:sự\s+)?(?:phân\s+công|ý\s+kiến|chỉ\s+đạo|nhiệm\s+vụ|yêu\s+cầu|đề\s+nghị)"
    r"\s[^;:.\d]{2,120}\s(?:tại|theo)\s+$"
)


def then_done(v: View, i: int) -> Cue | None:
    """The "thực hiện" that follows the grounds in one sentence: "Căn cứ A; thực hiện B, Ban Tổ chức hướng dẫn …"."""
    cue, low = v.cues.get(i), v.c.plain.low
    if cue is None and v.basis is not None and (beside := _then_done_too(v, i)) is not None:
        return beside
    named = None
    if v.basis is not None and cue is None:
        named = _THEN_NAMELY.search(low, v.basis.end, v.c.starts[i])
    if named is not None and ";" not in low[named.end() : v.c.starts[i]]:
        return Cue("implements", named.start("cue"), named.end("cue"))
    if v.basis is not None and cue is None and (m := _ORDERED_AT.search(v.c.plain.low, v.basis.end, v.c.starts[i])):
        return Cue("implements", m.start("cue"), m.end("cue"))
    if v.basis is None or cue is None or cue.predicate != "implements" or cue.start < v.basis.end:
        return None
    if _AFTER_GROUNDS.search(v.before(cue.start)):
        return cue
    before = next((j for j in reversed(v.free) if v.c.found[j].end <= cue.start), None)
    ends = () if before is None else (v.c.found[before].head_end, v.c.scopes[before].title_end)
    return cue if any(_AND.fullmatch(v.c.plain.low, end, cue.start) for end in ends) else None


_AND_QUOTED = re.compile(
    r"(?:(?:\s+của\s[^;:.“”\"\d]{3,90})?\s*[“\"][^“”\"\n]{3,300})?[\s”\"]*(?:,|,?\s*và)\s+(?:các\s+)?"
)


def _then_done_too(v: View, i: int) -> Cue | None:
    """The "thực hiện" of the paper with which one is joined: "Căn cứ Điều lệ; thực hiện A “Về …” và B, Hội …"."""
    k = v.free.index(i)
    before = v.free[k - 1] if k else None
    if before is None or v.cues.get(before) is None:
        return None
    end = v.c.title_end(before)
    return then_done(v, before) if _AND_QUOTED.fullmatch(v.c.plain.low, end, max(end, v.c.starts[i])) else None


def opening(v: View, i: int) -> Link | None:
    """ "Thực hiện B, …" at the head of a plan, report or letter.

    Directly, through a list, or through whose words are carried out: "Thực hiện ý kiến chỉ đạo của … tại …".
    A report implements B only where it says that it reports on it: "Thực hiện B, huyện đã mở 12 lớp" tells
    of an activity.
    """
    c, do = v.c, v.do
    end = max(v.opening_end, v.preamble_end) if c.own.type in NORMATIVE else v.opening_end
    if (v.sentence.start >= end and not _sets_aims(v, i)) or v.later(i):
        return None
    if do is None:
        then = then_done(v, i) if c.own.type is not None and is_done_here(v, i) else None
        return Link(None, i, "implements", "opening", then) if then else _goes_on(v, i)
    listed = _TASK.search(do.group()[: do.start("cue") - do.start()])
    if listed and not _among_grounds(v) and not (_leads_on(v, i) and _AS_FOLLOWS.search(v.words)):
        return None  # one of the tasks in a list
    if c.own.type is None and not (_leads_on(v, i) and (_begins_line(v) or _AS_FOLLOWS.search(v.words))):
        return None
    if re.match(r"(?:phúc|trả|tiếp\s+theo)", do["cue"]):
        return None
    if not is_done_here(v, i) or (c.own.type != "bao-cao" and others_did(v)):
        return None
    if _SLOW.match(c.plain.low, c.found[i].head_end):
        return None
    if _is_no_order(v, i) and "/" in c.plain.low[do.end() : c.starts[i]]:
        return None  # behind another paper
    cue = v.cues.get(i)
    if cue is not None and (cue.predicate != "implements" or _in_clause_behind(v, i, cue)):
        return None
    if cue is None:
        between = c.plain.low[do.end() : c.starts[i]]
        too = _said_too(v, i) or _is_named(v, i, do.end()) or _beside_first(v, i) or _brought_too(v, i)
        if too or _AFTER_NOTES.fullmatch(c.plain.low, do.end(), c.starts[i]):
            between = " tại "
        if (
            len(between) >= 160
            or re.search(r"\d\s?/", between)
            or not re.search(r"(?:tại|theo|trong|nêu\s+tại)\s*$", between)
        ):
            return None
    head = c.found[i].head_end
    if c.own.type in RULES and not _is_ground(v) and not _GUIDES.search(c.plain.low, head, v.reach(head)):
        return None
    return Link(None, i, "implements", "opening", Cue("implements", do.start("cue"), do.end("cue")))


# "II. MỤC TIÊU", "Thực hiện B, Ban Chấp hành Đảng bộ tỉnh đề ra các chỉ tiêu:"
_SETS_AIMS = re.compile(
    r"[^;:.\n]{0,90}?,\s+(?:ban\s+chấp\s+hành|ban\s+thường\s+vụ|(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy|đảng\s+bộ|ubnd|ủy\s+ban|hđnd|hội\s+đồng)"
    r"(?:\s(?!(?:các|những)\s)(?:(?!(?:đã|chậm|chưa|mới)\s)[^;:.,\n]){0,60}?)?\s(?<!đã\s)(?:đề\s+ra|xác\s+định|đặt\s+ra)\s+"
    r"(?:các\s+|những\s+)*(?:chỉ\s+tiêu|mục\s+tiêu|nhiệm\s+vụ|phương\s+hướng)[^;:.\n]{0,60}:"
)


def _sets_aims(v: View, i: int) -> bool:
    """Whether a part of the text begins with the paper for which its body sets the aims."""
    return _begins_line(v) and _SETS_AIMS.match(v.c.plain.low, v.c.found[i].head_end) is not None


# "Thực hiện chỉ đạo của Trung ương Đoàn[1], Kết luận của Ban Thường vụ Tỉnh ủy[2] và Kế hoạch B"
_NOTE = r"\s?(?:\[\d{1,2}\]|\(\d{1,2}\)|[" + RAISED + "])"
_NOTED = rf"[^;.:“”\"\d\[({RAISED}]{{3,140}}?{_NOTE}"
_AFTER_NOTES = re.compile(rf"\s{_NOTED}(?:\s*,\s+{_NOTED})*(?:\s*,|\s+và)\s+")


# "Thực hiện các quyết định của Thủ tướng Chính phủ: Quyết định A, B"
_NAMELY = re.compile(
    r"(?:\s+(?:ý\s+kiến\s+)?chỉ\s+đạo\s+của\s[^;.:“”\"\d]{3,80}\stại)?\s+(?:các|những)\s+(?:nghị\s+quyết|quyết\s+định|chỉ\s+thị|kết\s+luận|chương\s+trình|kế\s+hoạch|công\s+điện|văn\s+bản|công\s+văn)"
    r"(?:\s+chỉ\s+đạo)?(?:\s+(?:của|do)\s[^;:.“”\"\d]{3,110}?)?(?:\s+sau(?:\s+đây)?)?\s*:\s*(?:số\s+)?"
)
# "Căn cứ A; thực hiện các Nghị quyết của Bộ Chính trị: số B, số C, Chính phủ kính trình"
_THEN_NAMELY = re.compile(rf";\s+(?P<cue>(?:triển\s+khai\s+)?thực\s+hiện){_NAMELY.pattern}")
_ALSO_NAMED = re.compile(r"\s*(?:\)\s*)?(?:,|;|và|,\s*và|;\s*và)\s+(?:số\s+)?")


def _is_named(v: View, i: int, begin: int) -> bool:
    """Whether a paper is one of those that a colon names, each right behind the other or behind its title."""
    low = v.c.plain.low
    m = _NAMELY.match(low, begin)
    if m is None:
        return False
    end = title_end = m.end()
    last: str | None = None
    for j in v.free[: v.free.index(i) + 1]:
        start, again = v.c.starts[j], v.c.targets[j] == last
        ends = (end, title_end)
        if not (again or start in ends or any(_ALSO_NAMED.fullmatch(low, e, start) for e in ends)):
            return False
        end, title_end, last = v.c.found[j].head_end, v.c.scopes[j].title_end, v.c.targets[j]
    return True


# "Thực hiện Công điện A và ý kiến kết luận của Phó Thủ tướng Chính phủ tại Thông báo B"
_SAID_TOO = re.compile(
    r"\s*(?:,\s*và|,|;|và)\s+(?:các\s+)?(?:ý\s+kiến(?:\s+(?:kết\s+luận|chỉ\s+đạo|giao))?|kết\s+luận|(?:sự\s+)?chỉ\s+đạo|hướng\s+dẫn|yêu\s+cầu)"
    r"\s(?:(?!\s(?:về|quy\s+định|phê\s+duyệt|trái|trong|việc)\s)[^;.:“”\"\d]){2,110}\s(?:tại|theo)\s+(?:các\s+)?"
)
_SAYING = ("thong-bao", "cong-van", "cong-dien", "ket-luan")


def _said_too(v: View, i: int) -> bool:
    """Whether a paper stands behind one that is carried out, as where something was said that is carried out too."""
    k = v.free.index(i)
    before = v.free[k - 1] if k else None
    if before is None or v.c.found[i].type not in _SAYING:
        return False
    ends = (v.c.found[before].head_end, v.c.scopes[before].title_end)
    if not any(_SAID_TOO.fullmatch(v.c.plain.low, end, v.c.starts[i]) for end in ends):
        return False
    cue = v.cues.get(before)
    return cue.predicate == "implements" if cue is not None else opening(v, before) is not None


_ASKS = ("to-trinh", "bao-cao", "bao-cao-tham-tra", "bao-cao-tham-dinh", "bien-ban")  # these carry no order
_IS_LEFT = re.compile(r"\s+(?:của\s[^;.,:\d]{3,60}?\s)?(?:vẫn|chưa|còn|đã|không|đề\s+nghị|xin)(?!\w)")

# "Từ kết quả kiểm tra, thực hiện B tại các huyện còn chậm": said of how it is carried out
_SLOW = re.compile(r"\s+(?:(?:của|tại|ở)\s(?:(?!về\s)[^;.,:\d]){3,80}?\s)?(?:(?:vẫn\s+)?còn\s(?!lại|hiệu)|chưa\s)")


def _is_no_order(v: View, i: int) -> bool:
    """Whether what was asked or reported stands there, or a paper of which something else is said."""
    return v.c.found[i].type in _ASKS or _IS_LEFT.match(v.c.plain.low, v.c.found[i].head_end) is not None


_MOST = 60  # papers of a list
_BY_RULE = re.compile(r"(?<!\w)(?:theo|quy\s+định)\s")  # "thực hiện nhiệm vụ theo quy định tại Luật A và Nghị định B"


def _beside_first(v: View, i: int) -> bool:
    """Whether a paper stands in the list whose first one holds what is carried out: "nhiệm vụ nêu tại A; B và C"."""
    low, k = v.c.plain.low, v.free.index(i)
    if v.do is None or _BY_RULE.search(low, v.do.end(), v.c.starts[i]):
        return False
    first = i
    for before in reversed(v.free[max(0, k - _MOST) : k]):
        end = v.c.title_end(before)
        if v.cues.get(before) is not None or not GLUE.fullmatch(low, end, max(end, v.c.starts[first])):
            break
        first = before
    return first != i and opening(v, first) is not None


# "Thực hiện Quy chế … (ban hành kèm theo Quyết định A) và Chương trình … (ban hành kèm theo Quyết định B)"
_BROUGHT_TOO = re.compile(
    r"(?:\s+của\s[^;.:()\d]{3,60})?\s*\)?\s*(?:,|;|,?\s*và)\s+(?![^;.:()]*\skhông\s)(?:quy\s+(?:chế|định)|chương\s+trình|kế\s+hoạch|đề\s+án|chiến\s+lược|đề\s+cương"
    r"|bộ\s+tiêu\s+chí|phương\s+án)\s[^;.:“”\"()]{2,140}?\(?\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+"
)


def _brought_too(v: View, i: int) -> bool:
    """Whether a paper brought the second of two programmes that are carried out."""
    k = v.free.index(i)
    before = v.free[k - 1] if k else None
    if before is None or not _BROUGHT_TOO.fullmatch(v.c.plain.low, v.c.found[before].head_end, v.c.starts[i]):
        return False
    return opening(v, before) is not None


def _in_clause_behind(v: View, i: int, cue: Cue) -> bool:
    """Whether another's paper is reported before the cue: "Thực hiện A, UBND tỉnh có Tờ trình B … thực hiện C"."""
    c = v.c
    return any(a < i and c.found[a].end <= cue.start and c.targets[a] != c.own.id for a in v.issued)


def _is_ground(v: View) -> bool:
    """Whether a sentence is a ground of a rule: it ends with a semicolon, or the issuing clause follows it."""
    return v.words.endswith(";") or (
        v.sentence.start < v.preamble_end and _ISSUES_NEXT.match(v.c.plain.low, v.sentence.end) is not None
    )


def _goes_on(v: View, i: int) -> Link | None:
    """ "Thực hiện A;" and on the next line "B;": both are carried out."""
    c = v.c
    if v.doing is None or i != v.free[0] or i in v.issued or c.own.type is None or c.own.type in RULES:
        return None
    cue = v.cues.get(i)
    if (cue is not None and cue.predicate != "implements") or not is_done_here(v, i):
        return None
    return Link(None, i, "implements", "opening", v.doing)


def _among_grounds(v: View) -> bool:
    """Whether a line with a bullet stands among the grounds above the articles: "- Căn cứ A;", "- Thực hiện B,"."""
    low = v.c.plain.low
    lines = [line for line in low[v.c.header.body_start : v.sentence.start].split("\n") if line.strip()]
    grounds = [BASIS.match(line) is not None or DO.match(line) is not None for line in lines]
    return bool(grounds) and grounds[-1] and any(BASIS.match(line) for line in lines)


def _leads_on(v: View, i: int) -> bool:
    """Whether words on who acts follow: "Thực hiện B, Sở …", not a task by itself: "Thực hiện B."."""
    after = v.c.title_end(i)
    return v.c.plain.low.find(",", after, v.sentence.end) >= 0 or v.words.endswith((";", ","))


def _begins_line(v: View) -> bool:
    """Whether a sentence begins its line; behind others of a paragraph "Thực hiện B, …" goes on to tell."""
    low = v.c.plain.low
    return not low[low.rfind("\n", 0, v.sentence.start) + 1 : v.sentence.start].strip(" \t-+*•\"“")


def self_said(v: View, i: int) -> Link | None:
    """ "Kế hoạch này thực hiện B", "Nghị định này quy định chi tiết B", "Chỉ thị được ban hành nhằm thực hiện B"."""
    cue = v.cues.get(i)
    if cue is None:
        return _details(v, i)
    if cue.predicate not in ("implements", "guides"):
        return None
    before = v.before(cue.start)
    near = before[-48:]
    m = itself(v.c.own.type).search(near)
    if (
        m
        and len(near) - m.end() < 30
        and not _NOT_BY_ITSELF.search(near, m.end())
        and not _OF.search(near, 0, m.start())
    ):
        return Link(None, i, cue.predicate, "self", cue)
    name = type_name(v.c.own.type)
    if name and re.search(rf"(?<!\w){re.escape(name)}\s+(?:này\s+)?được\s+ban\s+hành\s+(?:nhằm|để)\s+$", before):
        return Link(None, i, cue.predicate, "self", cue)
    if name and cue.predicate == "implements" and re.fullmatch(rf"{LINE_LEAD}{re.escape(name)}\s+nhằm\s+", before):
        return Link(None, i, "implements", "self", cue)  # "Kế hoạch nhằm triển khai thực hiện B" in a plan
    return None


def _details(v: View, i: int) -> Link | None:
    """ "Thông tư này hướng dẫn các quy định về tài nguyên Internet tại Nghị định B"."""
    m = _DETAILS.match(v.words)
    if m is None or not m.end() <= v.c.starts[i] - v.sentence.start:
        return None
    between = v.words[m.end() : v.c.starts[i] - v.sentence.start]
    if not _AT.fullmatch(between) or _NOT_AT.search(between):
        return None
    cue = Cue("guides", v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"), True)
    return Link(None, i, "guides", "self", cue)


def reports_on_law(v: View, i: int, cue: Cue) -> bool:
    """Whether a report tells in its title how a law is in force: "Tổng kết 10 năm thi hành Luật A"."""
    on_law = v.c.own.type == "bao-cao" and v.c.found[i].type in RULES
    return on_law and re.fullmatch(r"thi\s+hành", v.c.plain.low[cue.start : cue.end]) is not None


def closing(v: View, i: int) -> Link | None:
    """ "Trên đây là báo cáo kết quả thực hiện B", and at its head "…, Bộ X báo cáo kết quả thực hiện B như sau:"."""
    cue = v.cues.get(i)
    if cue is None or cue.predicate != "implements" or reports_on_law(v, i, cue):
        return None
    if _CLOSING.search(v.words) or (
        v.c.own.type == "bao-cao"
        and v.sentence.start < v.opening_end
        and v.words.endswith((":", "như sau"))
        and _REPORTS_HOW.search(v.before(cue.start))
    ):
        return Link(None, i, "implements", "closing", cue)
    return None
