"""Frames of effect: the text amends, replaces, repeals, suspends or corrects what it names."""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.dates import certainly_before, read_date
from kg.frames_lead import EFFECT_HEAD, EFFECTS, begins_item, ends_these, in_line, is_free, under_lead
from kg.frames_letters import of_its_kind
from kg.frames_stay import but_for_what_stays
from kg.frames_told import swaps, told_aside, told_at, took_effect
from kg.framing import LINE_LEAD, SELF_TYPES, Context, Link, View, bare_self, itself, takes_effect, tells_its_force
from kg.models import Predicate
from kg.new_wording import in_wording
from kg.relations import GLUE, NEGATED, Cue
from kg.scope import kin

# every branch begins with a letter: so the letters that begin none are skipped to fast
_EXPIRES = re.compile(
    r"(?P<cue>hết\s+hiệu\s+lực|không\s+còn\s+(?:hiệu\s+lực|giá\s+trị(?!\s+sử\s+dụng))|(?:chấm\s+dứt|kết\s+thúc)\s+hiệu\s+lực"
    r"|đều\s+(?:(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực|bãi\s+bỏ)"
    r"|bị\s+(?:bãi\s+bỏ|thay\s+thế)|được\s+(?:bãi\s+bỏ|thay\s+thế)"
    r"|(?:nay|cũng)\s+bãi\s+bỏ(?=\s*(?:[.;]|$))|thôi\s+áp\s+dụng)(?!\w)"
)
_END_WORDS = ("hiệu", "bỏ", "thế", "dụng", "giá")  # one of these stands in whatever _EXPIRES finds
_SINCE_SELF = re.compile(
    rf"(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)\s+(?:{SELF_TYPES}\s+này\s+có\s+hiệu\s+lực|(?:ký|ban\s+hành)(?:\s+ban\s+hành)?\s+{SELF_TYPES}\s+này)"
    r"[^,;.]{0,40},?\s*(?:thì\s+)?(?:các\s+)?"
    # "…, các quy định liên quan đến vị trí việc làm tại Nghị định B hết hiệu lực"
    r"(?P<part>(?:quy\s+định|nội\s+dung)\s(?:[^,;.:“\"\d]{2,90}\s)?(?:tại|của|trong)\s+(?:các\s+)?)?$"
)
# "Kể từ ngày ký, các văn bản sau hết hiệu lực", "Kể từ ngày Nghị quyết được thông qua, A hết hiệu lực"
_SINCE_SIGNED = re.compile(
    rf"{LINE_LEAD}(?:kể\s+)?từ\s+ngày\s+(?:(?P<type>{SELF_TYPES})\s+(?:này\s+)?(?:được\s+)?)?(?:ký|thông\s+qua|ban\s+hành)(?:\s+{SELF_TYPES}\s+này)?\s*,"
)
_NOW = re.compile(rf"{LINE_LEAD}nay\s+(?:bãi|hủy|đình|thay|sửa)\s")
_ON_DAY = re.compile(
    r"(?:(?:đều\s+)?hết\s+hiệu\s+lực(?:\s+thi\s+hành)?|đều\s+không\s+còn\s+(?:hiệu\s+lực|giá\s+trị)(?:\s+thi\s+hành)?|(?:được|bị|đều|nay|cũng)\s+(?:bãi|hủy)\s+bỏ|thôi\s+áp\s+dụng)"
    r"(?:\s+(?:toàn\s+bộ|một\s+phần))?(?:\s*,?\s*(?:kể\s+)?từ\s+(?P<day>ngày\s+\d[^;.]{0,40}?))?"
    r"(?:,\s+(?:các|những)\s+(?:nội\s+dung|quy\s+định)\s+khác\s[^;.]{3,90})?\s*[.;]?\s*$"
)
_MEASURE = re.compile(
    r"(?<!\w)(?:không\s+trái(?:\s+với)?|phù\s+hợp\s+với|theo\s+đúng)\s+(?:các\s+|quy\s+định\s+(?:tại\s+|của\s+)?)*$"
)
_AGAINST = re.compile(r"(?<!\w)trái\s+với\s")  # "các quy định tại B trái với Nghị định này đều bãi bỏ"
_SOME_STAYS = re.compile(
    r",\s+(?:ngoại\s+)?trừ\s+(?:các\s+|nội\s+dung\s+|quy\s+định\s+(?:tại\s+)?)*(?:điểm|khoản|điều|chương|mục|phụ\s+lục)"
    r"\s+[\divxa-zđ]+(?!\w)(?![^;.]{0,60}\s(?:điều|luật|nghị\s+định|nghị\s+quyết|thông\s+tư|quyết\s+định)\s+này)"
)
_FOLLOWS = re.compile(
    r"(?:đã\s+)?(?:được|bị)\s+(?P<cue>sửa\s+(?:đổi|lại)|bổ\s+sung|thay\s+thế|bãi\s+bỏ)"
    r"(?:(?!bởi|theo|tại)[^;.()]){0,40}?như\s+sau"
)
_ALSO_DONE: tuple[Predicate, ...] = ("approves", "promulgates")
_OTHERS_ACT = re.compile(
    r"(?<!\w)(?:tham\s+mưu|(?<!theo\s)đề\s+nghị|kiến\s+nghị|(?<!tờ\s)trình|đề\s+xuất|báo\s+cáo|xem\s+xét|nghiên\s+cứu|chủ\s+trì|rà\s+soát)(?!\w)"
)
_ISSUED_FOR = re.compile(rf"{LINE_LEAD}(?:nay\s+)?ban\s+hành\s[^;.:“\"/]{{3,200}}?\s(?:để\s+|nhằm\s+)?")
_CARRIES_OUT = re.compile(
    r"(?:thực\s+hiện|thi\s+hành|triển\s+khai|hướng\s+dẫn|cụ\s+thể\s+hóa|quán\s+triệt|phổ\s+biến|tuyên\s+truyền)\s+$"
)
_EFFECT_ON_DAY = re.compile(r"có\s+hiệu\s+lực[^;]{0,160}(?:và|,)\s*$")
_ITEM_HEAD = re.compile(r"(?:;|:)\s*(?:[a-zđ\d]{1,2}[.)])?\s*$")


_ON_ITS_OWN = re.compile(rf"{LINE_LEAD}(?:đồng\s+thời|ngoài\s+ra|cùng\s+với\s+đó|bên\s+cạnh\s+đó)\s*,?\s[^“”\"]*;\s+")


def enacting(v: View, i: int) -> Link | None:
    """The enacting clause: the text amends, replaces, repeals, suspends, approves what it names."""
    c, cue = v.c, v.cues.get(i)
    if c.own.type is None and c.header.article and cue is not None and _ON_ITS_OWN.fullmatch(v.before(cue.start)):
        return None  # "Đồng thời, bãi bỏ Điều 2 A; bãi bỏ Điều 3 B", in news of a decree
    speaks = c.own.type is None or c.own.type in NORMATIVE or _speaks_of_itself(v)
    if not speaks and not any(said.match(v.words) for said in (_SINCE_SIGNED, _NOW, takes_effect(c.own.type))):
        return of_its_kind(v, i, cue) or _led(v, i)
    link = _enacted(v, i, cue)
    return None if link is None else but_for_what_stays(v, i, link)


# "Đính chính Phụ lục I kèm theo A như sau: bỏ số thứ tự 9 (Thông tư B)": the list loses a row, B is what it was
_PUTS_RIGHT = re.compile(rf"{LINE_LEAD}đính\s+chính\s[^;“”\"]*?:")
_TO_FIT = re.compile(r"(?:phù\s+hợp|thống\s+nhất|đồng\s+bộ)\s+với\s+$")


def _speaks_of_itself(v: View) -> bool:
    """Whether a sentence speaks of the text; "Sửa đổi A cho phù hợp với Kết luận này" tells others what to do."""
    said = itself(v.c.own.type).finditer(v.words)
    return any(not _TO_FIT.search(v.words, max(0, m.start() - 20), m.start()) for m in said)


def _led(v: View, i: int) -> Link | None:
    """An item below a line by which a conclusion ends papers: "2. Các văn bản sau hết hiệu lực từ Kết luận này:"."""
    link = under_lead(v, i)
    if link is None or link.cue is None or link.subject is not None:
        return None
    lead = v.c.parts.at(link.cue.start)
    says = itself(v.c.own.type).search(v.c.plain.low, lead.start, lead.end)
    return link if says is not None or ends_these(v, link.cue) else None


def _enacted(v: View, i: int, cue: Cue | None) -> Link | None:
    """The effect that a sentence has on a citation, were nothing said of what stays."""
    c = v.c
    if cue is not None and cue.predicate in ("replaces", "amends") and swaps(v, i):
        return None
    if took_effect(v, i) or told_at(v, i) or told_aside(v, i):  # another act is the subject
        return None
    if cue is not None and _MEASURE.search(c.plain.low, cue.end, c.starts[i]):  # "bảo đảm không trái Luật B"
        return None
    if cue is not None and v.c.plain.low.find(";", cue.end, c.starts[i]) >= 0 and (ends := _expires(v, i, None)):
        return ends  # "thay thế A; B hết hiệu lực kể từ ngày Quyết định này có hiệu lực"
    if cue is not None and cue.predicate in EFFECTS and _PUTS_RIGHT.match(v.before(cue.start)):
        return None
    if (
        cue is not None
        and cue.predicate in EFFECTS
        and (_is_clause(v.before(cue.start), c.own.type) or _goes_on(v, i, cue))
    ):
        return Link(None, i, cue.predicate, "enacting", cue)
    if cue is not None and cue.predicate in _ALSO_DONE and EFFECT_HEAD.fullmatch(v.before(cue.start)) and c.own.type:
        return Link(None, i, cue.predicate, "enacting", cue)
    return _issues(v, i) or _follows(v, i) or _expires(v, i, cue) or under_lead(v, i) or in_line(v, i)


_ATTACHES = re.compile(rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>ban\s+hành\s+kèm\s+theo)\s+{SELF_TYPES}\s+này\s+(?:bản\s+)?")
_PROCLAIMS = re.compile(r"(?P<cue>công\s+bố)\s*:?\s*$")


def _issues(v: View, i: int) -> Link | None:
    """ "Ban hành kèm theo Quyết định này Quy chế số B"; "NAY CÔNG BỐ" above the law that an order proclaims."""
    start = v.c.starts[i]
    m = _ATTACHES.fullmatch(v.before(start))
    at = v.sentence.start
    if m is None and v.c.own.type == "lenh":
        m, at = _PROCLAIMS.search(v.c.plain.low, max(0, start - 30), start), 0
    if m is None or v.c.found[i].start != start:
        return None
    return Link(None, i, "promulgates", "enacting", Cue("promulgates", at + m.start("cue"), at + m.end("cue")))


_AND_ALSO = re.compile(r"\s*(?:[,;]\s*(?:và\s+|đồng\s+thời\s+)*|(?:và\s+|đồng\s+thời\s+)+)")
_MOST_EFFECTS = 8


def _goes_on(v: View, i: int, cue: Cue) -> bool:
    """Whether an effect is joined to one that the text enacts: "Sửa đổi khoản 1 Điều 6 A và bãi bỏ Điều 7 B"."""
    k = v.free.index(i)
    for j in reversed(v.free[max(0, k - _MOST_EFFECTS) : k]):
        end = v.c.title_end(j)
        before = v.cues.get(j)
        if end > cue.start or before is None or before.predicate not in EFFECTS:
            return False
        if not _AND_ALSO.fullmatch(v.c.plain.low, end, cue.start):
            return False
        if _is_clause(v.before(before.start), v.c.own.type):
            return True
        cue = before
    return False


_FIRST_EFFECT = re.compile(
    r"(?P<cue>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s+"
    r"(?P<parts>(?:(?:nội\s+dung|một\s+số|các|từ|cụm\s+từ|thêm)\s+)*(?:điểm|khoản|điều|mục|chương|phụ\s+lục|mẫu)\s[^;:“”\"/]{1,160}?)"
    r"\s*(?:,|;|\svà)\s+(?:đồng\s+thời\s+)?$"
)
# "Thay thế cụm từ “X” bằng cụm từ “Y” tại điểm b khoản 2 Điều 11 và bãi bỏ Điều 13 Nghị định B"
_WORDS_AND = re.compile(
    r"(?P<cue>thay(?:\s+thế)?|bãi\s+bỏ|bỏ|bổ\s+sung)\s+(?:các\s+)?(?:cụm\s+)?từ\s*[“\"][^;\n]{1,400}?[”\"]\s+(?:tại|trong)\s+"
    r"(?P<parts>[^;:.“”\"/\n]{2,120}?)(?:,|\svà)\s+(?:đồng\s+thời\s+)?$"
)
_HEAD = re.compile(rf"{LINE_LEAD}(?:{SELF_TYPES}\s+này\s+(?:có\s+hiệu\s+lực[^;]{{0,120}}?(?:,|\svà)\s+)?)?")


def also_done(v: View, link: Link) -> list[Link]:
    """The other of two effects on one act: "Bổ sung Điều 9a vào sau Điều 9 và bãi bỏ khoản 4 Điều 12 của B"."""
    cue = link.cue
    if link.frame != "enacting" or cue is None or link.predicate not in EFFECTS or link.object != v.free[0]:
        return []
    first = first_effect(v.c.plain.low, v.sentence.start, cue)
    if first is None or not _HEAD.fullmatch(v.before(first[0].start)):
        return []
    return [link._replace(predicate=first[0].predicate, cue=first[0])]


def first_effect(low: str, begin: int, cue: Cue) -> tuple[Cue, str] | None:
    """The effect on parts of an act that stands before another on it, and the words that name the parts.

    >>> t = "sửa đổi khoản 3 điều 4 và bãi bỏ điều 9 nghị quyết b"
    >>> first, parts = first_effect(t, 0, Cue("repeals", t.index("bãi"), t.index(" điều 9")))
    >>> first.predicate, parts
    ('amends', 'khoản 3 điều 4')
    """
    if m := _WORDS_AND.search(low, begin, cue.start):
        return Cue("amends", m.start("cue"), m.end("cue"), True), m["parts"]
    m = _FIRST_EFFECT.search(low, begin, cue.start)
    if m is None:
        return None
    said = m["cue"]
    predicate: Predicate = "replaces" if said.startswith("thay") else "repeals" if said.endswith("bỏ") else "amends"
    return None if predicate == cue.predicate else (Cue(predicate, m.start("cue"), m.end("cue"), True), m["parts"])


def _is_clause(before: str, own_type: str | None) -> bool:
    """Whether an effect is enacted by the text: after "Quyết định này", or at the head of a clause."""
    return (
        _is_subject(before, own_type)
        or EFFECT_HEAD.fullmatch(before) is not None
        or _ISSUED_FOR.fullmatch(before) is not None
        or _ITEM_HEAD.search(before) is not None
        or _EFFECT_ON_DAY.search(before) is not None
        or (own_type in NORMATIVE and bare_self(own_type).fullmatch(before) is not None)
    )


def _is_subject(before: str, own_type: str | None) -> bool:
    """Whether the words before an effect have the text as their subject, and nobody else after it.

    Not "thực hiện Quyết định này; tham mưu UBND tỉnh sửa đổi B", where others are told what to do.
    """
    said = list(itself(own_type).finditer(before))
    if not said or _OTHERS_ACT.search(before, said[-1].end()):
        return False
    # "Chính phủ tổ chức thực hiện Nghị quyết này; trong quý II sửa đổi Nghị định B"
    return not (_CARRIES_OUT.search(before, 0, said[-1].start()) and ";" in before[said[-1].end() :])


def _follows(v: View, i: int) -> Link | None:
    """ "Khoản 2 Điều 5 Nghị định A được sửa đổi như sau:"."""
    head, low = v.c.found[i].head_end, v.c.plain.low
    if low.find("như", head, v.reach(head)) < 0 or (m := _FOLLOWS.search(low, head, v.reach(head))) is None:
        return None
    opened = low.rfind("(", v.sentence.start, v.c.found[i].start)
    if opened > low.rfind(")", v.sentence.start, v.c.found[i].start) and low.find(")", head, m.start()) >= 0:
        return None  # "khoản 3 Điều 28 (đã được sửa đổi tại B) được sửa đổi như sau": not of B
    k = i + 1
    while k < len(v.c.found) and v.c.scopes[k].owner is not None and v.c.scopes[k].how in ("passive", "paren"):
        k += 1  # "A, đã được sửa đổi tại B, được sửa đổi như sau"
    if k < len(v.c.found) and v.c.found[k].end <= m.start():
        return None
    predicate: Predicate = (
        "replaces" if m["cue"].startswith("thay") else "repeals" if m["cue"].startswith("bãi") else "amends"
    )
    return Link(None, i, predicate, "enacting", Cue(predicate, m.start("cue"), m.end("cue"), True))


def _expires(v: View, i: int, cue: Cue | None) -> Link | None:
    """ "Nghị định A … hết hiệu lực kể từ ngày Nghị định này có hiệu lực", or on a day to come."""
    f, low = v.c.found[i], v.c.plain.low
    reach = v.reach(f.head_end)
    if not is_free(cue) or all(low.find(word, f.head_end, reach) < 0 for word in _END_WORDS):
        return None
    if f.this and in_wording(low, f.start):  # new wording, which speaks of its own act
        return None
    m = _end_said(low, f.head_end, reach)
    if m is None or _since_another(v, m.end()):
        return None
    if _another_ends(v, i, m.start()) or _SUFFERS_ITSELF.search(low, f.head_end, m.start()):
        return None
    itself_said = itself(v.c.own.type)
    if not itself_said.search(v.words) and not _since_signed(v, m) and not _expires_on_day(v):
        return None
    clause = v.before(f.start).rpartition(";")[2]
    since = _SINCE_SELF.search(v.before(v.c.starts[_first_joined(v, i)]))
    if itself_said.search(clause) and since is None:
        return None
    predicate: Predicate = "replaces" if "thay" in m["cue"] else "repeals"
    some = since is not None and since["part"] is not None
    those = _SOME_OF.fullmatch(v.before(v.c.starts[v.free[0]]))
    some = some or "một phần" in v.words or (those is not None and (those["matter"] is not None or "dung" in those[0]))
    some = some or _AGAINST.search(low, f.head_end, m.start("cue")) is not None
    some = some or _SOME_STAYS.search(low, m.end(), v.reach(f.head_end)) is not None
    return Link(None, i, predicate, "enacting", Cue(predicate, m.start("cue"), m.end("cue"), some))


def _since_signed(v: View, said: re.Match[str]) -> bool:
    """Whether papers end from the day on which the text is signed: they stand right behind it, and end only now."""
    m = _SINCE_SIGNED.match(v.words)
    if m and m["type"] and not itself(v.c.own.type).fullmatch(f"{m['type']} này"):
        return False  # "Kể từ ngày Luật được thông qua", in a decision
    first = v.before(v.c.starts[v.free[0]]) if m else ""
    only = m is not None and re.fullmatch(r"\s*(?:các\s+|những\s+)?", first[m.end() :]) is not None
    return only and not v.c.plain.low.endswith(("đã ", "đã bị "), 0, said.start("cue"))


# "A, văn bản này lại bị thay thế bởi B"; "A trái với Nghị định này thì theo Nghị định này; riêng B hết hiệu lực"
_SUFFERS_ITSELF = re.compile(
    r"(?:[,;]|\s(?:vì|do|bởi))\s+[^\W\d][^,;]{2,25}\snày\s+(?:(?:lại|cũng|đã|nay|đều)\s+)*(?:bị\s+|được\s+)?$|;\s+riêng\s"
    # "A, dù văn bản này được viết cho một bộ luật đã hết hiệu lực"
    r"|(?<!\w)(?:một|những|nhiều)\s+(?:bộ\s+luật|luật|văn\s+bản|nghị\s+định|quyết\s+định|thông\s+tư|quy\s+định)\s+(?:đã\s+)?$"
)


def _end_said(low: str, begin: int, end: int) -> re.Match[str] | None:
    """The first words that say that a paper ends and do not deny it: "không bị bãi bỏ"."""
    said = _EXPIRES.finditer(low, begin, end)
    return next((m for m in said if not NEGATED.search(low, max(begin, m.start() - 16), m.start())), None)


_FROM_WHEN = re.compile(r"\s*(?:thi\s+hành\s*)?(?:,\s*)?(?:kể\s+)?(?:từ\s+)?(?:ngày|khi|thời\s+điểm)\s+")


def _since_another(v: View, at: int) -> bool:
    """Whether papers end from the day on which another than the text takes effect: "hết hiệu lực kể từ ngày B có"."""
    m = _FROM_WHEN.match(v.c.plain.low, at)
    own = v.c.own.id
    return m is not None and any(v.c.starts[j] == m.end() and v.c.targets[j] != own for j in v.free)


def _another_ends(v: View, i: int, at: int) -> bool:
    """Whether what ends is said of a paper named again behind ``i``: "theo A, không theo B; công văn này hết …"."""
    own = v.c.own.id
    return any(
        v.c.found[j].this and v.c.targets[j] not in (None, own) and v.c.found[j].end <= at
        for j in v.free[v.free.index(i) + 1 :]
    )


def _first_joined(v: View, i: int) -> int:
    """The first of the list of citations, joined by commas and "và", that ends with one."""
    k = v.free.index(i)
    while k > 0:
        end = v.c.title_end(v.free[k - 1])
        gap = v.c.plain.low[end : max(end, v.c.starts[v.free[k]])]
        if not gap.strip() or not GLUE.fullmatch(gap):
            break
        k -= 1
    return v.free[k]


_SOME_OF = re.compile(
    rf"{LINE_LEAD}(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung)\s(?P<matter>[^,;.:“\"\d]{{2,160}}\s)?(?:tại|của|trong)\s+(?:các\s+)?"
)


def _expires_on_day(v: View) -> bool:
    """Whether the sentence only says of papers that they end on a day, and the text is what ends them.

    A day before the text's own tells what happened before it.
    """
    m = _ON_DAY.search(v.words)
    if m is None or not v.free or not _is_normative(v.c):
        return False
    before = v.before(v.c.starts[v.free[0]])
    if not begins_item(before) and _SOME_OF.fullmatch(before) is None:
        return False
    if m["day"] is None:
        return True
    day = read_date(v.words, m.start("day") + len("ngày "))
    return day is not None and not certainly_before(day.iso, v.c.own.date)


def _is_normative(c: Context) -> bool:
    """Whether a text enacts: by its type or, where that is not known, by its words on its own force."""
    return c.own.type in NORMATIVE if c.own.type is not None else tells_its_force(c.plain.low)


_BY_AGENT = re.compile(r"\s+(?:toàn\s+bộ\s+|một\s+phần\s+)?(?:bởi|bằng|theo|tại)\s")
_RULE = re.compile(r"(?<!\w)(?:theo|căn\s+cứ)\s+$")  # "A có hiệu lực theo Điều 1 B; C hết hiệu lực kể từ ngày A …"
_TAKES_EFFECT = re.compile(
    r"\s*(?:(?!(?:chưa|không|mới)\s)[^.;,]){0,40}?(?:có\s+hiệu\s+lực|(?P<issued>được\s+ban\s+hành)(?!\s+(?:để|nhằm|theo|kèm|thì|mới)))"
)
_BUT = re.compile(r"(?<!\w)(?:nhưng|song|tuy|còn)(?!\w)|từ\s+(?:ngày\s+)?\d")  # "… từ ngày 31/12/2020, nhưng từ khi A"
_SINCE_WHEN = re.compile(r"(?:từ\s+(?:ngày|khi|thời\s+điểm)|(?<!\w)(?<!trước )khi)\s+$")


def expired_by(v: View, i: int) -> list[Link]:
    """ "B hết hiệu lực kể từ ngày A có hiệu lực", "Từ ngày A có hiệu lực, B hết hiệu lực": A repeals B."""
    c, low, f = v.c, v.c.plain.low, v.c.found[i]
    if not _SINCE_WHEN.search(low, max(v.sentence.start, f.start - 24), f.start):
        return []
    starts = _TAKES_EFFECT.match(low, f.head_end) or _TAKES_EFFECT.match(low, c.title_end(i))
    if starts is None:
        return []
    out = []
    for j in v.free:
        g = c.found[j]
        if j == i:
            continue
        m = _end_said(low, g.head_end, f.start if g.start < f.start else v.reach(g.head_end))
        ruled = m and _RULE.search(low, v.sentence.start, c.starts[j]) and any(j < b < i for b in v.free)
        if m and starts["issued"] and (kin(f.type) != kin(g.type) or _BUT.search(low, m.end(), max(m.end(), f.start))):
            continue
        if m and not ruled and not _by_another(v, i, m, j):
            out.append(Link(i, j, "repeals", "enacting", Cue("repeals", m.start("cue"), m.end("cue"))))
    return out


def _by_another(v: View, i: int, m: re.Match[str], j: int) -> bool:
    """Whether what ended ``j`` is not the effect of ``i``: an agent is named, or ``i`` is of another clause."""
    low, start = v.c.plain.low, v.c.found[i].start
    if _BY_AGENT.match(low, m.end()):
        return True
    if v.c.found[j].start < start:
        end = v.c.title_end(j)
        apart = low.find(";", end, m.start()) >= 0 and _RULE.search(low, v.sentence.start, v.c.starts[j]) is not None
        return apart or low.find(";", m.end(), start) >= 0
    clause = low.rfind(";", v.sentence.start, start) + 1 or v.sentence.start
    return low.find(";", start, v.c.found[j].start) >= 0 and _EXPIRES.search(low, clause, start) is not None
