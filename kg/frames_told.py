"""Which paper a sentence tells of at its head: "Tại Thông tư A, Bộ Y tế đã bãi bỏ B", "Thông tư A bãi bỏ các … sau:".

Whatever text it stands in, the effect is that of the paper named, not of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.cell_lines import acted_on
from kg.framing import LINE_LEAD, SELF, SELF_TYPES, Context, Link, View, type_name
from kg.models import Predicate
from kg.phrases import read_phrase
from kg.provisions import whole_list
from kg.relations import GLUE, Cue
from kg.scope import kin
from kg.supposed import begins_clause

_EFFECTS = ("amends", "replaces", "repeals", "suspends", "corrects")
_HEAD = rf"{LINE_LEAD}(?:(?:cụ\s+thể|(?:theo|trong|trước|sau|tiếp)\s+đó|mới\s+đây|đồng\s+thời)\s*[,:]\s*)?(?:chính\s+)?"
_NAMED = re.compile(_HEAD)
_AT = re.compile(rf"{_HEAD}(?P<at>tại|theo)\s+")
# what stands between the paper and its effect: who issued it and when, since when it is in force
_THEN = re.compile(
    r"(?:\s*(?:,\s*)?(?:(?:(?=\S)(?!ban\s+hành)(?:(?!\sban\s+hành)[^;:.,“”\"\d]){1,90}\s)?(?<!\w)ban\s+hành(?:\s*,?\s*ngày\s+\d[\d/.-]*)?|(?:được\s+)?ban\s+hành\s+ngày\s+\d[\d/.-]*"
    r"|có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+(?:kể\s+)?từ\s+(?:ngày\s+)?\d[\d/.-]*)?))*\s*(?:[,;]\s*)?"
    r"(?:(?:và|thì|đã|sẽ|chỉ|cũng|chính\s+thức|đồng\s+thời|quy\s+định|ra\s+đời)\s+)*"
)
_COMMA = re.compile(r"\s*,\s*")
_DONE = re.compile(r"\s+(?:đã|vừa|chính\s+thức)(?:\s+(?:đã|vừa|chính\s+thức))*\s+")
_DOES = re.compile(r"\s+(?:(?:đã|vừa|chính\s+thức|quyết\s+định|sẽ|chỉ|ra\s+đời)\s+)*")


def acting(c: Context, free: Sequence[int], begin: int, at: int) -> int | None:
    """The paper that a sentence names at its head as the one that has the effect at an offset.

    Args:
        c: the text.
        free: the citations of the sentence that stand in no title.
        begin: where the sentence begins.
        at: where the verb of the effect begins.
    """
    low = c.plain.low
    if not free or c.found[free[0]].end > at or c.provisions[free[0]]:
        return None
    a, f = free[0], c.found[free[0]]
    ends = {f.head_end, max(f.head_end, min(c.scopes[a].title_end, at))}
    if len(free) > 1 and c.found[free[1]].start < at:
        return None
    if f.reported and any(_THEN.fullmatch(low, end, at) for end in ends):
        return a  # "Thủ tướng ban hành Quyết định A bãi bỏ các văn bản:"
    if _NAMED.fullmatch(low, begin, c.starts[a]):
        return a if any(_THEN.fullmatch(low, end, at) for end in ends) else None
    where = _AT.fullmatch(low, begin, c.starts[a])
    if where is None:
        return None
    if where["at"] == "tại" and any((m := _THEN.fullmatch(low, end, at)) and m.group().strip(" ,") for end in ends):
        return a
    done = _DONE if where["at"] == "tại" and not c.header.article else _DOES
    if where["at"] == "theo" and not c.header.article:
        return None  # "Theo Nghị quyết A, Ủy ban nhân dân tỉnh bãi bỏ B": the text does
    return a if any(_issuer_does(c, a, end, at, done) for end in ends) else None


def _issuer_does(c: Context, a: int, begin: int, at: int, done: re.Pattern[str]) -> bool:
    """Whether the body that issued a paper is said to act: "…, Bộ Y tế đã"."""
    comma, number = _COMMA.match(c.plain.low, begin, at), c.found[a].number
    if comma is None or number is None:
        return False
    phrase = read_phrase(c.plain.text, c.plain.low, comma.end())
    if phrase is None or not done.fullmatch(c.plain.low, phrase.end, at):
        return False
    return any(phrase.base.series == body.series for body in number.bodies)


def told_at(v: View, i: int) -> list[Link]:
    """ "Tại Quyết định A, Bộ Công Thương đã sửa đổi một số nội dung của B": A amends B."""
    cue = v.cues.get(i)
    if cue is None or cue.predicate not in _EFFECTS:
        return []
    a = acting(v.c, v.free, v.sentence.start, cue.start)
    if a is None or a == i or v.c.targets[a] == v.c.targets[i] or beside_the_list(v, a, i, cue):
        return []
    return [Link(a, i, cue.predicate, "passive", cue)]


# "A sửa đổi 02 Thông tư: B1, B2; Thông tư C vẫn còn hiệu lực"
_COUNT = re.compile(r"\s+(?:toàn\s+bộ\s+|chùm\s+|loạt\s+)?(?P<count>\d{1,3})\s+[^\W\d]")


def beside_the_list(v: View, a: int | None, i: int, cue: Cue) -> bool:
    """Whether a paper stands behind a counted list, as one more than the count or with a clause of its own."""
    m = _COUNT.match(v.c.plain.low, cue.end, max(cue.end, v.c.starts[i]))
    if m is None:
        return False
    before = [j for j in v.free[: v.free.index(i)] if j != a and v.c.found[j].start > cue.end]
    if before and any(begins_clause(v.c, j) for j in (i, *before[1:])):
        return True
    return len({v.c.targets[j] for j in before} - {v.c.targets[i]}) >= int(m["count"])


# "A về công tác văn thư (văn bản này đã thay thế B)"
_ASIDE = re.compile(
    rf"\s*\(\s*(?:văn\s+bản\s+(?:này|đó|trên)|{SELF_TYPES}(?:\s+(?:này|đó|trên))?(?=\s+đã\s))\s+(?:(?:đã|sẽ|hiện|mới|vừa|chính\s+thức|có\s+hiệu\s+lực\s+và)\s+)*"
)


# "A về phối hợp …; phòng, chống cháy rừng (thay thế B)", "A (văn bản đã thay thế B)"
_BRACKET = re.compile(
    r"[^()“”\n]{0,500}\(\s*(?:(?:đây\s+là\s+)?văn\s+bản\s+(?:này\s+|đó\s+|trên\s+)?)?(?:(?:đã|mới|vừa)\s+)*"
)


def in_bracket(v: View, j: int, i: int, cue: Cue) -> bool:
    """Whether a bracket behind the title of paper ``j`` says that it took the place of ``i``."""
    c = v.c
    if cue.predicate != "replaces" or kin(c.found[j].type) != kin(c.found[i].type):
        return False
    direct = c.plain.low[cue.end : c.starts[i]].strip() in ("", "cho", "các")
    return direct and _BRACKET.fullmatch(c.plain.low, c.found[j].head_end, cue.start) is not None


# "A ngày 5/8/2020 của Chính phủ, là nghị định thay thế B"
_WHICH_IS = re.compile(
    r"\s*,?\s*(?:(?:(?:đây|vốn)\s+)?là\s+|(?<=,\s)(?=văn\s+bản\s))(?P<type>văn\s+bản|nghị\s+định|nghị\s+quyết|quyết\s+định|thông\s+tư|luật|pháp\s+lệnh|kế\s+hoạch|quy\s+định)\s+"
    r"(?:(?:mới|đã|được\s+ban\s+hành\s+(?:để|nhằm))\s+)*"
)


def _which_is(v: View, j: int, end: int, at: int) -> bool:
    """Whether words say of paper ``j`` that it is one of its type that has an effect: ", là nghị định thay thế"."""
    m = _WHICH_IS.fullmatch(v.c.plain.low, end, at)
    kind = " ".join(m["type"].split()) if m else ""
    of = v.c.found[j].type
    return kind != "" and kind in ("văn bản", type_name(of), type_name(kin(of)))


# "Theo Nghị định A được Chính phủ ban hành hôm 20/3/2025, sửa đổi một số điều của Nghị định B"
_ISSUED_AND = re.compile(
    r"\s*,?\s*(?:(?:được|do)\s[^;:.,“”\"\d]{2,60}\s)?(?:ban\s+hành|ký)\s+(?:hôm|ngày|vào)\s[\d/.-]{3,10}\s*,\s+"
)


def told_aside(v: View, i: int) -> list[Link]:
    """ "A (văn bản này đã thay thế B)", "A, là nghị định thay thế B": A replaces B."""
    cue, k = v.cues.get(i), v.free.index(i)
    if cue is None or cue.predicate not in _EFFECTS or k == 0:
        return []
    j = v.free[k - 1]
    low, ends = v.c.plain.low, (v.c.found[j].head_end, v.c.scopes[j].title_end)
    at = cue.start
    aside = any(_ASIDE.fullmatch(low, end, at) or _which_is(v, j, end, at) for end in ends if end <= at)
    aside = aside or in_bracket(v, j, i, cue)
    if not aside and not (v.c.header.article and any(_ISSUED_AND.fullmatch(low, end, at) for end in ends if end <= at)):
        return []
    return [Link(j, i, cue.predicate, "passive", cue)]


_BEFELL = (
    r"(?P<cue>(?P<amends>điều\s+chỉnh|sửa\s+đổi|bổ\s+sung)|(?P<replaces>thay\s+thế|thay(?=\s+(?:bằng|bởi)\s))|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))"
    r"[^;.:()“”\"\d]{0,60}?(?<!\w)(?:bằng|tại|theo|bởi)\s+(?:các\s+)?"
)


def _befell(m: re.Match[str]) -> Predicate:
    """What the words of :data:`_BEFELL` say was done."""
    return "amends" if m["amends"] else "replaces" if m["replaces"] else "repeals"


SINCE_DAY = r"(?:\s*,?\s*(?:kể\s+)?từ\s+(?:(?!\s(?:nhưng|song|không|chưa)\s)[^,;.()\n]){4,30}?)?"
_FORCE = rf"(?:đã\s+)?(?:có|hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?{SINCE_DAY}"
# "A phê duyệt quy hoạch, sau đó được điều chỉnh bằng B"; "A, tuy nhiên văn bản này đã bị thay thế bởi B";
# "A có hiệu lực từ ngày … nhưng đã được sửa đổi bởi B"; "A (đã hết hiệu lực, thay thế bởi B)"
_LATER = re.compile(
    rf"(?:(?:(?<!\s)\s*[,;]\s*|(?<!\s)\s+)(?:(?:và|nhưng|song|tuy\s+nhiên)\s*,?\s+)?(?:sau\s+(?:đó|này)\s*,?\s+|(?:{SELF_TYPES}|văn\s+bản)\s+(?:này|đó|trên)\s+"
    rf"|là\s+(?:{SELF_TYPES}|văn\s+bản)\s+|{_FORCE}\s*,?\s+(?:(?:và|nhưng|song)\s+)?)(?:(?:đã|từng|nay|hiện|lại|cũng|tiếp\s+tục)\s+)*(?:được|bị)\s+"
    rf"|(?<!\s)\s*\(\s*{_FORCE}\s*,\s+(?:(?:được|bị)\s+)?"
    r"|(?<!\s)\s*\([^()\n]{4,160}\)\s*,?\s+(?:(?P<all>đều|cùng|cả\s+hai)\s+)?(?:(?:nay|cũng|sau\s+đó|rồi|và)\s+)*(?:đã\s+)?(?:được|bị)\s+"
    r"|(?<!\s)\s*,\s*(?:sau\s+đó\s+)?(?=(?:điều\s+chỉnh|sửa\s+đổi|bổ\s+sung)(?:\s*,\s*bổ\s+sung)?\s+(?:tại|bằng)\s)"
    r"|(?<!\s)\s*[,;]\s*(?:(?:thời\s+gian|tiến\s+độ|quy\s+mô|tổng\s+mức\s+đầu\s+tư|cơ\s+cấu\s+nguồn\s+vốn|nguồn\s+vốn)(?:\s+thực\s+hiện)?\s+)?"
    rf"(?:đã\s+)?được\s+){_BEFELL}$"
)


_TWO = 2


def changed_later(v: View, i: int) -> list[Link]:
    """ "Quyết định A …, sau đó được điều chỉnh bằng Quyết định B": B amends A, a paper of its kind."""
    k = v.free.index(i)
    j = v.free[k - 1] if k else i
    if k == 0 or kin(v.c.found[j].type) != kin(v.c.found[i].type):
        return []
    head = v.c.found[j].head_end
    m = _LATER.search(v.c.plain.low, head, v.c.starts[i])
    if m is None or m.start() > max(head, v.c.scopes[j].title_end):
        return []
    predicate = _befell(m)
    cue = Cue(predicate, m.start("cue"), m.end("cue"))
    papers = [j]
    if m["all"] and k > 1 and joined(v.c, v.free[k - 2], j):
        papers.insert(0, v.free[k - 2])  # "A và B (sửa đổi A) đều đã được thay thế bởi C"
    return [Link(a, i, predicate, "passive", cue, reverse=True) for a in papers]


def joined(c: Context, a: int, b: int) -> bool:
    """Whether a list goes on from one paper to the next."""
    end = c.title_end(a)
    return GLUE.fullmatch(c.plain.low, end, max(end, c.starts[b])) is not None and not begins_clause(c, b)


_CAME_INTO_FORCE = re.compile(
    r"\s*,?\s*(?:(?:đã\s+|cùng\s+)?được\s+[^;.]{0,120}?(?:thông\s+qua|ban\s+hành|ký(?!\w))|(?:(?:cũng|sẽ|chính\s+thức|bắt\s+đầu|đều)\s+)*có\s+hiệu\s+lực)[^;.]{0,120}?(?:,|\svà)\s*(?:và\s+|đồng\s+thời\s+|đã\s+)*"
)
_PASSED = re.compile(r"(?<!\w)(?:thông\s+qua|ban\s+hành)\s+$")
# "3. Về dạy thêm, học thêm: Thông tư A có hiệu lực …, thay thế B"
_TOPIC = re.compile(rf"{LINE_LEAD}(?:(?:về\s+)?[^\W\d][^;:.\d]{{2,60}}:\s+)?")
# "Từ ngày 15/12/2025, A có hiệu lực và thay thế B", "Kể từ khi A có hiệu lực, thay thế B": who does more is not A
_SINCE = re.compile(
    rf"{LINE_LEAD}(?:[^\W\d][^;.:\d]{{0,60}}:\s+)?(?:kể\s+)?từ\s+(?:khi|thời\s+điểm|ngày)\s+(?:(?:ngày\s+)?\d[\d/.\s]*(?:tháng\s+\d+\s+năm\s+\d+)?\s*,\s+)?"
)
_IN_FORCE_AND = re.compile(
    r"\s*,?\s*(?:chính\s+thức\s+|bắt\s+đầu\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s*,?\s*(?:kể\s+)?từ\s+ngày\s+[^;.,]{4,40}?)?"
    r"\s*(?:,|\svà)\s*(?:và\s+|đồng\s+thời\s+|đã\s+|sẽ\s+)*"
)


def took_effect(v: View, i: int) -> list[Link]:
    """ "Luật A được thông qua ngày …, có hiệu lực từ …, thay thế Luật B": A replaces B, whoever tells it."""
    cue, k = v.cues.get(i), v.free.index(i)
    if cue is None or cue.predicate not in ("amends", "replaces", "repeals") or k == 0:
        return []
    j = v.free[k - 1]
    g = v.c.found[j]
    two = k == _TWO and joined(v.c, v.free[0], j)
    told = v.before(v.c.found[v.free[0]].start if two else g.start)
    if k == 1 and _SINCE.fullmatch(told) and _IN_FORCE_AND.fullmatch(v.c.plain.low, g.head_end, cue.start):
        return [Link(j, i, cue.predicate, "passive", cue)]
    if (k > 1 and not two) or (_TOPIC.fullmatch(told) is None and (_PASSED.search(told) is None or SELF.search(told))):
        return []
    if not _CAME_INTO_FORCE.fullmatch(v.c.plain.low, g.head_end, cue.start):
        return []
    return [Link(a, i, cue.predicate, "passive", cue) for a in v.free[:k]]


# a page tells of the paper on it: "Lý do hết hiệu lực: | Bị thay thế bởi B", "Hết hiệu lực bởi B",
# "Tình trạng hiệu lực: Hết hiệu lực một phần (khoản 2 Điều 7 bị bãi bỏ bởi B"
_SUFFERED = re.compile(
    r"(?:tình\s+trạng(?:\s+hiệu\s+lực)?\s{0,3}[:|][\s|]{0,9}hết\s+hiệu\s+lực(?:\s+(?:một\s+phần|toàn\s+bộ))?\s*\(\s*"
    r"(?P<parts>(?:(?:điểm|khoản|điều|chương|mục)\s+\w{1,4}[\s,]{0,3}(?:và\s+)?){1,12})?)?"
    r"(?P<label>.*lý\s{1,3}do\s{1,3}hết\s{1,3}hiệu\s{1,3}lực\s{0,3}[:|][\s:|]{0,9})?[-+•*–|\s]{0,12}(?:văn\s+bản\s+)?(?:đã\s+)?(?:bị\s+|được\s+)?"
    r"(?P<cue>thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực(?:\s+(?:toàn\s+bộ|một\s+phần))?)\s+(?:bởi|(?P<by>bằng|theo))\s*:?\s+",
    re.DOTALL,
)


def suffered(v: View, i: int) -> Link | None:
    """What ended the text itself, as a line of its page says that names nothing else: "Hết hiệu lực bởi Thông tư B"."""
    c = v.c
    if i != v.free[0] or c.own.number is None or c.found[i].number is None or c.provisions[i]:
        return None
    m = _SUFFERED.fullmatch(v.before(c.starts[i]))
    if m is None or (m["by"] and not m["label"]):  # "- Hết hiệu lực theo Luật A": a permit, a term
        return None
    line = c.plain.low.rfind("\n", 0, v.sentence.start + m.start("cue"))
    if any(f.start >= c.plain.low.rfind("\n", 0, max(0, line)) for f in c.found[max(0, i - 3) : i]):
        return None  # a list, in which the words or the line above name what ended
    if acted_on(c, i, line + 1) is not None:
        return None  # a row of a table, whose act ended
    predicate: Predicate = "replaces" if m["cue"].startswith("thay") else "repeals"
    parts = whole_list(m["parts"]) if m["parts"] else ()
    some = bool(parts) or m["cue"].endswith("phần")
    cue = Cue(predicate, v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"), some)
    return Link(None, i, predicate, "passive", cue, reverse=True, provisions=parts or None)


_SWAPPED: tuple[Predicate, ...] = ("replaces", "implements", "amends")
_BY = re.compile(r"(?<!\w)bằng\s+(?:việc\s+ban\s+hành\s+)?(?:các\s+)?$")


def swapped(v: View, i: int) -> list[Link]:
    """ "thay thế B bằng A": A replaces B; "triển khai B bằng A": A implements B; the text itself does neither."""
    k = v.free.index(i)
    if k == 0:
        return []
    j = v.free[k - 1]
    cue = v.cues.get(j)
    if cue is None or cue.predicate not in _SWAPPED or not swaps(v, j):
        return []
    return [Link(i, j, cue.predicate, "swap", cue)]


def swaps(v: View, j: int) -> bool:
    """Whether after citation ``j`` the act follows that takes its place: "bằng Quyết định số …"."""
    k = v.free.index(j) + 1
    if k >= len(v.free):
        return False
    f, g = v.c.found[j], v.c.found[v.free[k]]
    end = max(f.head_end, v.c.scopes[j].title_end)
    return _BY.search(v.c.plain.low, f.head_end, g.start) is not None and end <= g.start
