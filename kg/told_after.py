"""What news tells of a paper a sentence or two after it named it: "Bộ vừa ban hành Thông tư A. Các văn bản bị bãi bỏ
gồm B1; B2. Cùng với đó là B3", "Bộ ban hành A. Theo đó, bãi bỏ B", "Theo A, các văn bản sau hết hiệu lực: B1; B2".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from kg.backrefs import NORMATIVE
from kg.dates import certainly_before
from kg.frames_told import joined
from kg.framing import LINE_LEAD, Context, Link
from kg.heirs import may_end_papers
from kg.identity import family
from kg.models import Predicate
from kg.phrases import Phrase, read_phrase
from kg.registry import slug
from kg.relations import NEGATED, Cue, cue_before
from kg.scope import kin
from kg.sentences import Sentence
from kg.supposed import begins_clause, is_supposed
from kg.typewords import type_slug

_DATE = r"(?:ngày\s+)?\d{1,2}[\d/.-]*(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4}|/\d{4})?"
_SINCE = rf"(?:\s*,?\s*(?:kể\s+)?từ\s+{_DATE})?"
# "toàn bộ 12 văn bản quy phạm pháp luật về lưu trữ sẽ chính thức hết hiệu lực thi hành"
_THOSE = (
    r"(?:(?:các|những|toàn\s+bộ|danh\s+sách|danh\s+mục|một\s+số|có)\s+)*(?:\d{1,3}\s+)?(?:văn\s+bản|nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết)"
    r"(?:\s+quy\s+phạm\s+pháp\s+luật)?(?:\s(?!(?:đã|không|chưa|còn|thay|bãi|hủy)\s)[^;.:“”\"\d\n]{1,90}?)?\s+(?:(?:sẽ|chính\s+thức|cũng|đều|nay|sau(?:\s+đây)?)\s+)*"
    r"(?P<cue>(?:bị|được)\s+(?:(?P<replaces>thay\s+thế)|(?:bãi|hủy)\s+bỏ)|(?:hết|chấm\s+dứt)\s+hiệu\s+lực)(?:\s+(?:toàn\s+bộ|thi\s+hành))*"
)
# "Các văn bản bị bãi bỏ gồm B1; B2"
_LEAD = re.compile(
    rf"(?<!\w){_THOSE}(?:\s+(?:này|trên))?{_SINCE}\s*(?:[,:]\s*|(?:(?:bao\s+)?gồm(?:\s+có)?|là|(?:như\s+)?sau(?:\s+đây)?)(?!\w)\s*)*$"
)
_LEADS_OFF = ("gồm", ":", "là", "sau", "đây", "có")
# "Theo A, các văn bản sau hết hiệu lực"
_BY_IT = re.compile(
    rf"{LINE_LEAD}(?:(?:theo\s+đó|cụ\s+thể)\s*,\s*)?(?:theo|căn\s+cứ)\s+(?:quy\s+định\s+(?:tại|của)\s+)?"
)
_OF_ISSUER = re.compile(r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*,\s+(?:thì\s+)?")
# "Các văn bản hết hiệu lực theo A gồm: B1; B2"
_ENDS_BY = re.compile(rf"{LINE_LEAD}{_THOSE}{_SINCE}\s+(?:theo|bởi|tại)\s+(?:quy\s+định\s+(?:tại|của)\s+)?")
_NAMELY = re.compile(r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*,?\s*(?:(?:bao\s+)?gồm(?:\s+có)?|là|như\s+sau)?\s*:?\s*")
# "Cùng với đó là B3"
_AND_THAT = re.compile(
    r"(?:cùng\s+với\s+đó|ngoài\s+ra|bên\s+cạnh\s+đó|tiếp\s+(?:đó|theo))\s*,?\s+(?:(?:còn|có|là|gồm)\s+)+(?:các\s+)?"
)
_ITEM = re.compile(r"\s*(?:[-+•*–]|\(?\d{1,2}[.)/]|\(?[a-zđ]\))\s*")
_ITEM_BEFORE = re.compile(r";\s*(?:và\s+)?(?:(?:\(?\d{1,2}|\(?[a-zđ])\)\s*)?$")
# "Theo đó, bãi bỏ B", "Theo đó, Bộ chính thức bãi bỏ B"
_THEREBY = re.compile(rf"{LINE_LEAD}(?:theo\s+đó|qua\s+đó)\s*,\s*")
_DOES = re.compile(r"\s*(?:(?:đã|vừa|sẽ|chính\s+thức|quyết\s+định|đồng\s+thời)\s+)*")
# "Đáng chú ý, kế hoạch mới thay thế B"
_THE_NEW = re.compile(
    r"(?:^|[,:]\s+)(?P<type>[^\W\d]+\s[^\W\d]+)\s+mới(?:\s+này)?\s+(?:(?:đã|sẽ|cũng|chính\s+thức)\s+)*$"
)
_ENDING = ("bỏ", "hiệu", "thế")  # one of these stands in whatever leads to a list
_NONE = -1
# what a paper ends besides those of its kind
_BELOW = {
    "thong-tu": ("thong-tu-lien-tich", "quyet-dinh", "chi-thi", "quy-che"),
    "nghi-dinh": ("quyet-dinh", "thong-tu", "thong-tu-lien-tich", "chi-thi"),
    "quyet-dinh": ("chi-thi", "thong-tu", "thong-tu-lien-tich", "quy-che", "quy-dinh"),
    "nghi-quyet": ("quyet-dinh",),
}
# "…, kế hoạch mới thay thế B sẽ được ban hành"
_TO_COME = re.compile(
    r"(?<!\w)(?:mong|hy\s+vọng|kỳ\s+vọng|muốn|sớm|sau\s+khi|hiệu\s+lực\s+(?:ngay\s+)?khi|sẽ\s+(?:được\s+)?(?:ban\s+hành|trình|xây\s+dựng)|(?:đang|khi|chờ|sớm)\s+(?:được\s+)?(?:có|ban\s+hành|trình|xây\s+dựng|soạn|lấy))(?!\w)"
)
# "Theo đó, sửa đổi B là cần thiết", "…, bãi bỏ B trong năm 2025", "…, thay thế B nếu không còn phù hợp": it is not done
_NOT_DONE = re.compile(
    r"(?<!\w)(?:nếu|trong\s+trường\s+hợp|là\s+(?:rất\s+|hết\s+sức\s+)?(?:cần|nhiệm|việc|yêu|một|nội|trách|phù|đúng|trái)|"
    r"trong\s+(?:quý|tháng|thời\s+gian\s+tới|năm\s+\d{4})|trước\s+(?:ngày\s+|tháng\s+)?\d{1,2}|xin\s+ý\s+kiến|"
    r"chưa|không\s+thể|khi\s+(?:có|được)|sau\s+khi)(?!\w)|,\s+(?:để\s+)?trình\s"
)
_GOES_ON = re.compile(r"\s+(?:(?:cũng|vẫn|đang|còn)\s+)*(?:là|cần|phải|không|chưa|sẽ|thuộc|đang)\s")
_SINCE_YEAR = re.compile(
    r"(?<!\w)từ\s+(?:ngày|tháng|năm|cuối|đầu|giữa)\s[^,;.]{0,24}?(?P<year>(?:19|20)\d\d)(?!\d)"
)
# what only tells of papers that have ended, or are to be looked through: "công bố danh mục văn bản hết hiệu lực"
_ONLY_LISTS = re.compile(
    r"(?<!\w)(?:rà\s+soát|hệ\s+thống\s+hóa|(?:danh\s+mục|danh\s+sách|kết\s+quả)\s+(?:(?:các|những|\d+)\s+)*(?:rà|văn\s+bản|quyết\s+định|nghị\s+quyết|thông\s+tư))"
    r"(?!\w)"
)
# "UBND tỉnh chưa ban hành A", "sẽ sớm ban hành A"
_NOT_ISSUED = re.compile(
    r"(?<!\w)(?:chưa|không|sẽ|sắp|đang|chuẩn\s+bị|có\s+thể|cần|phải)\s+(?:[^\W\d]+\s+){0,3}?ban\s+hành\s+(?:(?:tại|bằng)\s+)?$"
)
_NOT_ISSUED_WITHIN = 60
# "Trước đó, các văn bản bị bãi bỏ là", "Theo thống kê, trong 10 năm, các thông tư bị bãi bỏ gồm"
_BEFORE = re.compile(
    r"(?<!\w)(?:trước\s+(?:đó|đây|kia)|từng|thống\s+kê|(?:trong|qua|sau)\s+(?:vòng\s+)?(?:\d+|nhiều|mấy|những|các)\s+năm|"
    r"giai\s+đoạn|lâu\s+nay|(?:năm|nhiệm\s+kỳ)\s+(?:ngoái|trước))(?!\w)"
)
# "…, B và B2 do Nghị định C thay thế": another ended the last
_BY_ANOTHER = re.compile(
    r"\s*[,(]?\s*(?:(?:đã|nay|vốn)\s+)*(?:do|được|bị)\s[^;.()\n]{0,80}?(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)(?!\w)|"
    r"\s*[,(]?\s*(?:đã|vốn)\s+hết\s+hiệu\s+lực(?!\w)"
)
_SAID = ("bãi bỏ", "hết hiệu lực", "thay thế")
_JUST_ISSUED = re.compile(r"(?<!\w)ban\s+hành\s+(?:(?:tại|bằng)\s+)?$")
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals")
_REACH = 1200
_MOST = 60
_start = attrgetter("start")


def told_after(c: Context) -> list[Link]:
    """Links of the paper that a text tells of with those that a later sentence says it changed or ended."""
    out: list[Link] = []
    news = c.own.number is None and c.own.type is None and c.header.article
    for i, f in enumerate(c.found):
        if c.targets[i] in (None, c.own.id) or c.scopes[i].owner is not None or f.this:
            continue
        s = c.parts.at(f.start)
        if news:
            out += _led(c, i, s)
        if c.own.type not in NORMATIVE:
            out += _thereby(c, i, s, news=news)
    return out


def _led(c: Context, i: int, s: Sentence) -> Iterator[Link]:
    """The list of ended papers whose first is citation ``i``."""
    low = c.plain.low
    at = c.starts[i]
    above = c.parts.before(s) if _ITEM.fullmatch(low, s.start, at) else None
    head, end = (above, above.end) if above is not None else (s, at)
    words = low[head.start : end]
    if not any(word in words for word in _ENDING):
        return
    a = next((j for j in range(i - 1, -1, -1) if c.scopes[j].owner is None), -1)
    lead = _ENDS_BY.fullmatch(low, head.start, c.starts[a]) if a >= 0 and c.found[a].start >= head.start else None
    if lead is not None:
        gap = low[c.found[a].head_end : max(c.found[a].head_end, end)]
        if not _NAMELY.fullmatch(gap) or not gap.strip():
            return
    else:
        lead = _LEAD.search(low, head.start, end) if words.rstrip().endswith(_LEADS_OFF) else None
        if lead is None:
            return
        a = _by_what(c, i, head, lead.start())
        if a < 0 and not any(head.start <= c.found[j].start for j in range(i)):
            a = paper_told_of(c, lead.start())
            a = a if a >= 0 and _is_of_it(c, a, head, lead) and not _only_lists(c, a) else _NONE
    if a < 0 or is_supposed(low, head.start, lead.end()) or c.targets[a] in (None, c.own.id):
        return
    word: Predicate = "replaces" if lead["replaces"] else "repeals"
    cue = Cue(word, lead.start("cue"), lead.end("cue"), "một phần" in lead.group())
    for b in _listed(c, i, s):
        if _may_end(c, a, b) and not certainly_before(c.day(a), c.day(b)) and not _by_another(c, b):
            yield Link(a, b, word, "passive", cue)


# "Trong tháng 7, các văn bản hết hiệu lực gồm": whatever ended them
_OF_A_TIME = re.compile(rf"{LINE_LEAD}(?:trong\s+)?(?:tháng|quý|năm|tuần|thời\s+gian)\s")
_SO = re.compile(
    rf"{LINE_LEAD}(?:theo\s+đó|cụ\s+thể|qua\s+đó|cùng\s+với\s+đó|(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s+(?:này|đó))(?!\w)"
)


def _is_of_it(c: Context, a: int, head: Sentence, lead: re.Match[str]) -> bool:
    """Whether a list without a word on what ended its papers is said of the paper told of before.

    They were repealed or replaced by somebody; "hết hiệu lực" alone says so behind "Theo đó", or where the title of the
    paper tells of ending others.
    """
    low = c.plain.low
    if _OF_A_TIME.match(low, head.start, lead.start()) or _BEFORE.search(low, head.start, lead.end()):
        return False
    done = lead["cue"].startswith(("bị", "được")) or _SO.match(low, head.start, head.end) is not None
    return done or any(word in low[c.found[a].head_end : c.title_end(a)] for word in _SAID)


def _may_end(c: Context, a: int, b: int) -> bool:
    """Whether a paper may end one of a list, were the other of a body that has gone up in the one that issued it."""
    of, other = kin(c.found[a].type), c.found[b].type
    if c.targets[a] == c.targets[b] or (of != kin(other) and other not in _BELOW.get(of or "", ())):
        return False
    return may_end_papers(c.found[a], c.found[b])


def _by_another(c: Context, b: int) -> bool:
    """Whether words behind a paper of a list tell that another ended it."""
    return any(_BY_ANOTHER.match(c.plain.low, end) for end in (c.found[b].head_end, c.title_end(b)))


def _only_lists(c: Context, a: int) -> bool:
    """Whether the sentence of a paper tells that it announces a list of ended papers, which ends none."""
    f = c.found[a]
    return _ONLY_LISTS.search(c.plain.low, f.head_end, max(c.title_end(a), c.parts.at(f.start).end)) is not None


def _by_what(c: Context, i: int, s: Sentence, begin: int) -> int:
    """The paper by which they end, named before the lead: "Theo A, các văn bản sau hết hiệu lực:"."""
    low = c.plain.low
    before = [j for j in range(max(0, i - 4), i) if s.start <= c.found[j].start and c.found[j].end <= begin]
    if not before or _BY_IT.fullmatch(low, s.start, c.starts[before[0]]) is None:
        return _NONE
    a, last = before[0], before[-1]
    if a != last and not (len(before) == len((a, last)) and _with_its_circular(c, a, last)):
        return _NONE
    ends = {c.found[last].head_end, min(begin, c.title_end(last))}
    return a if any(_OF_ISSUER.fullmatch(low, end, begin) for end in ends) else _NONE


# "Căn cứ khoản 2 Điều 59 Nghị định A, đồng thời căn cứ Điều 11 Thông tư B, 14 văn bản sẽ hết hiệu lực"
_AND_BY = re.compile(r"(?:\s+của\s[^.;:,“”\"\d\n]{2,70}?)?\s*,?\s+(?:đồng\s+(?:thời\s+)?|và\s+)(?:căn\s+cứ|theo)\s+")


def _with_its_circular(c: Context, a: int, b: int) -> bool:
    """Whether a circular is named beside a decree, which ends whatever the two end."""
    kinds = (c.found[a].type, c.found[b].type)
    return kinds == ("nghi-dinh", "thong-tu") and bool(_AND_BY.fullmatch(c.plain.low, c.found[a].head_end, c.starts[b]))


def _listed(c: Context, i: int, s: Sentence) -> Iterator[int]:
    """The papers of a list from its first one on, with those that sentences and items behind it add."""
    low = c.plain.low
    yield i
    last, behind = i, c.parts.after(s)
    for k in range(i + 1, min(i + _MOST, len(c.found))):
        f = c.found[k]
        if c.scopes[k].owner is not None or f.start < c.found[last].head_end:
            continue
        if f.start >= s.end:
            while behind is not None and behind.end <= f.start and not low[behind.start : behind.end].strip():
                behind = c.parts.after(behind)
            if behind is None or not behind.start <= f.start < behind.end:
                return
            add = _AND_THAT.fullmatch(low, behind.start, c.starts[k])
            item = _ITEM.fullmatch(low, behind.start, c.starts[k])
            if add is None and item is None:
                return
            s, behind = behind, c.parts.after(behind)
        elif not joined(c, last, k) and not _ITEM_BEFORE.search(low, c.found[last].head_end, c.starts[k]):
            if f.kind == "number":
                return
            continue
        if c.targets[k] is None or begins_clause(c, k):
            return
        yield k
        last = k


def paper_told_of(c: Context, at: int, kind: str | None = None) -> int:
    """The paper that the words before an offset report as issued, where none of its kind is named behind it.

    Args:
        c: the text.
        at: where the words begin that speak of it.
        kind: the family of its type, where they tell.

    Returns:
        Its index; -1 where there is none.
    """
    low = c.plain.low
    free = [
        j
        for j in range(bisect_left(c.found, at, key=_start))
        if c.scopes[j].owner is None and c.targets[j] is not None and at - c.found[j].end <= _REACH
        and (kind is None or family(c.found[j].type) == kind)
    ]  # fmt: skip
    named = [
        j
        for j in free
        if c.found[j].kind == "number"
        and (c.found[j].reported or _JUST_ISSUED.search(low, max(0, c.starts[j] - 20), c.starts[j]) or _ends_some(c, j))
    ]
    if not named:
        return _NONE
    a = named[-1]
    others = {c.targets[j] for j in free if j > a and kin(c.found[j].type) == kin(c.found[a].type)}
    return a if others <= {c.targets[a]} and not _is_old(c, a) else _NONE


def _ends_some(c: Context, j: int) -> bool:
    """Whether a paper at the head of its line has a title that says that it ends others."""
    low, f = c.plain.low, c.found[j]
    line = low.rfind("\n", 0, c.starts[j]) + 1
    title = low[f.head_end : c.title_end(j)]
    return re.fullmatch(LINE_LEAD, low[line : c.starts[j]]) is not None and any(word in title for word in _SAID)


def _is_old(c: Context, a: int) -> bool:
    """Whether a paper is only asked for or drafted in its sentence, or not issued yet."""
    low, at = c.plain.low, c.starts[a]
    if _NOT_ISSUED.search(low, max(0, at - _NOT_ISSUED_WITHIN), at):
        return True
    return is_supposed(low, c.parts.at(c.found[a].start).start, c.found[a].start)


def _thereby(c: Context, i: int, s: Sentence, *, news: bool) -> Iterator[Link]:
    """What the paper of the sentence before does: "Theo đó, bãi bỏ B"; what "kế hoạch mới" does, in news."""
    low, at = c.plain.low, c.starts[i]
    cue = cue_before(low, s.start, at)
    if cue is None or cue.predicate not in _EFFECTS or NEGATED.search(low, s.start, cue.start):
        return
    lead = _THEREBY.match(low, s.start, at)
    new = _THE_NEW.search(low, s.start, cue.start) if news and not _TO_COME.search(low, s.start, s.end) else None
    kind = type_slug(" ".join(new["type"].split())) if new is not None else None
    if lead is not None and cue.start >= lead.end():
        above = c.parts.before(s)
        a = paper_told_of(c, s.start)
        if a < 0 or above is None or c.found[a].start < above.start or not _acts(c, a, lead.end(), cue.start):
            return
    elif kind is not None:
        a = paper_told_of(c, s.start, family(kind))
        if a < 0:
            return
    else:
        return
    if c.targets[a] in (None, c.own.id, c.targets[i]) or kin(c.found[a].type) != kin(c.found[i].type):
        return
    if is_supposed(low, s.start, cue.start) or certainly_before(c.day(a), c.day(i)) or _only_lists(c, a):
        return
    if _BEFORE.search(low, s.start, cue.start):
        return
    if lead is not None and _WILL.search(low, s.start, cue.start) and _plans(c, a):
        return
    papers = [i]
    while papers[-1] + 1 < len(c.found) and c.found[papers[-1] + 1].start < s.end:
        if not joined(c, papers[-1], papers[-1] + 1):
            break
        papers.append(papers[-1] + 1)
    if _is_not_done(c, a, papers, s):
        return
    for b in papers:
        if c.targets[b] not in (None, c.targets[a]) and may_end_papers(c.found[a], c.found[b]):
            yield Link(a, b, cue.predicate, "passive", cue)


_WILL = re.compile(r"(?<!\w)(?:sẽ|dự)(?!\w)")


def _plans(c: Context, a: int) -> bool:
    """Whether what a paper "sẽ" do is left to others, as in a plan; a circular does it when it takes effect."""
    return c.found[a].type not in NORMATIVE


def _is_not_done(c: Context, a: int, papers: list[int], s: Sentence) -> bool:
    """Whether words behind the papers tell of a task, a term, a condition, or of a day before the paper that acts."""
    low, last = c.plain.low, papers[-1]
    if any(_GOES_ON.match(low, end) for end in (c.found[last].head_end, c.title_end(last))):
        return True
    if _NOT_DONE.search(low, c.found[papers[0]].head_end, s.end):
        return True
    since = _SINCE_YEAR.search(low, c.found[last].head_end, s.end)
    return since is not None and certainly_before(since["year"], (c.day(a) or "")[:4] or None)


def _acts(c: Context, a: int, begin: int, at: int) -> bool:
    """Whether nobody but a paper or the body that issued it is named before a verb."""
    low, number = c.plain.low, c.found[a].number
    if _DOES.fullmatch(low, begin, at):
        return True
    phrase = read_phrase(c.plain.text, low, begin)
    if phrase is None or number is None or not _DOES.fullmatch(low, phrase.end, at):
        return False
    return any(phrase.base.series == body.series for body in number.bodies) and _is_its_body(c, a, phrase)


def _is_its_body(c: Context, a: int, named: Phrase) -> bool:
    """Whether a local body is named with the unit and place of the one that issued a paper: not "UBND huyện" below."""
    f = c.found[a]
    if not named.base.local or (named.unit, named.place, named.proper) == (None, None, None):
        return True
    if f.phrase is not None and f.phrase.unit is not None:
        own = f.phrase
        pairs = ((named.unit, own.unit), (named.place, own.place), (named.proper, own.proper))
        return named.unit == own.unit and all(None in pair or pair[0] == pair[1] for pair in pairs)
    told = "-".join(filter(None, (named.base.slug, named.unit, slug(named.proper or ""))))
    return f.body is not None and f.body.slug is not None and f.body.slug.startswith(told)
