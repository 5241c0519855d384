"""Links that the shape of a text makes: in lists and annexes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from kg.backrefs import NORMATIVE
from kg.framing import LINE_LEAD, SELF, Context, Link
from kg.models import Provision
from kg.passives import passive_between
from kg.provisions import whole_list
from kg.relations import Cue
from kg.scope import kin
from kg.sentences import Sentence

_LISTS = re.compile(
    r"(?:gồm|sau|sau\s+đây|như|cụ\s+thể|là|ban\s+hành(?:\s+(?:(?:các|một\s+số|nhiều|\d{1,3})\s+)?văn\s+bản)?)\s*(?:có\s*)?:\s*$"
)
_ITEM = re.compile(r"[-+•*–]|[a-zđ]\)|\(\d")
_IN_BRACKETS = re.compile(r"\s*\(\d{1,2}\)\s*")
_NUMBERED_ITEM = re.compile(r"\d{1,2}\s*[.)]\s+")
_ANSWERS = re.compile(rf"{LINE_LEAD}(?:các\s+)?văn\s+bản[^.;:]{{0,40}}(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)")
_CATALOGUE = re.compile(
    rf"{LINE_LEAD}(?:phụ\s+lục[^\n]{{0,20}}\n\s*)?(?:danh\s+mục|thống\s+kê|tổng\s+hợp)\s+(?:\w+\s+)?(?:văn\s+bản|kế\s+hoạch|chương\s+trình)[^.;]*"
)
_ATTACHED_TO = re.compile(r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s[^()\n]{3,160}\)")
_CATALOGUE_ITEM = re.compile(r"[|\t\d]|tt\b|stt\b")
_PAPERS = re.compile(
    r"(?:văn\s+bản|kế\s+hoạch|chương\s+trình|công\s+văn|quyết\s+định|nghị\s+quyết|chỉ\s+thị|hướng\s+dẫn)[^;.:()]{0,60}$"
)
# "(huyện Gia Lộc: Kế hoạch số …; thành phố Chí Linh: …)"
_WHOSE = (
    r"(?:(?:(?:ubnd\s+)?(?:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)|sở|ban|phòng)"
    r"\s[^;:.()/\n\d]{2,40}:\s*)?"
)
_NAMELY = re.compile(
    r"\s*,?\s*(?:\(\s*(?:như|gồm|bao\s+gồm|cụ\s+thể|trong\s+đó)?|như|gồm|bao\s+gồm|cụ\s+thể(?:\s+là)?)\s*(?:có\s*)?:?\s*"
    rf"{_WHOSE}"
)
_AND_SO_ON = re.compile(rf"(?:\s*(?:của|do)\s[^;.:()\d]{{2,60}}?)?\s*(?:[,;]|và|,\s*và|;\s*và)\s+{_WHOSE}")
_ANNEXED = re.compile(
    r"(?P<cue>(?:bãi|hủy)\s+bỏ)\s+(?:(?:toàn\s+bộ|một\s+phần|hoặc|và|các|những|\d{1,3}|\([^()\n]{1,40}\))\s+)*"
    r"(?:văn\s+bản|quyết\s+định|chỉ\s+thị|nghị\s+quyết|thông\s+tư)(?!\s+số)[^\n;]{0,240}?"
    r"(?:(?:danh\s+mục|phụ\s+lục)[^\n;]{0,60}?kèm|(?P<label>(?<=\stại\s)phụ\s+lục\s+[ivx\d]{1,4})(?!\w))"
)
_LABEL = re.compile(r"(?<=\stại\s)phụ\s+lục\s+[ivx\d]{1,4}(?!\w)")
_ANNEX = re.compile(r"(?m)^[\W\d]*(?P<head>phụ\s+lục|danh\s+mục)(?!\w)[^\n]*(?:\n[^\n]*){0,2}")
_ROW = re.compile(rf"{LINE_LEAD}|[ \t]*\d{{1,3}}[ \t]+|(?:[^|\t\n]{{0,60}}[|\t]\s*){{1,4}}")
_LINES_OF_ROW = 5
_NEW_ROW = re.compile(r"[ \t|*+-]*\d{1,3}(?:[.)|]|[ \t]{2,})[ \t|]*[^\W\d]")
_AFTER_LABEL = re.compile(r"^\s*(?:nội\s+dung|phần|quy\s+định)\s[^:\n]{0,40}:\s*")
# "Lý do: được thay thế bởi A", or on a line of its own below the row: "- nay được thay thế bằng A"
_SAID_WHY = re.compile(r"lý\s+do(?:\s+[^\n:.;]{1,30})?\s*:\s*(?:đã\s+)?(?:được|bị)\s")
_REASON = re.compile(
    r"\n[ \t]*(?P<line>[-+–•(]\s*(?:(?:nay|đã|hiện)\s+)*(?:được|bị)\s+"
    r"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi(?:\s*,\s*bổ\s+sung)?)(?:\s+(?:toàn\s+bộ|một\s+phần))?\s+(?:bởi|bằng|theo|tại)\s+)"
)
# "(được thay thế bằng Quyết định A nếu được thông qua)": not yet
_ON_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|trường\s+hợp|dự\s+kiến|dự\s+thảo|sau\s+khi|khi\s+(?:được|có)|đang)(?!\w)"
)
_ENACTED_WITHIN = 20_000
_CHANGED_BY_LIST = re.compile(
    r"được\s+(?P<cue>sửa\s+đổi|bổ\s+sung)[^;.:\n]{0,60}(?:bởi|theo|tại)(?:\s+các\s+văn\s+bản)?(?:\s+sau(?:\s+đây)?)?\s*:\s*\n"
)


def _may_lead(low: str, sentence: Sentence) -> bool:
    """Whether a sentence can open a list of papers: most cannot, and are told by a letter or two."""
    return low.rfind(":", sentence.start, sentence.end) >= 0 or low.find("văn", sentence.start, sentence.end) >= 0


def lists(c: Context, by_sentence: Mapping[Sentence, Sequence[int]], cues: dict[int, Cue | None]) -> list[Link]:
    """Items under "Các văn bản đã ban hành để thực hiện B, gồm:" implement B, under "hướng dẫn B" they guide it."""
    out: list[Link] = []
    low = c.plain.low
    open_: _List | None = None
    last: Sentence | None = None  # the sentence with citations that was read before
    answering: Sentence | None = None  # the sentence below an item of "Văn bản triển khai thực hiện Chỉ thị này"
    for sentence, members in by_sentence.items():
        free = [i for i in members if _is_free(c, i)]
        if not free:
            continue
        if open_ is not None and last is not None:
            open_ = _still_open(c, open_, last, sentence)
        last = sentence
        if open_ is not None and _ATTACHED_TO.match(low, sentence.start, sentence.end):
            continue  # "(Kèm theo Báo cáo số …)" below the heading of a table
        if re.fullmatch(LINE_LEAD, low[sentence.start : c.starts[free[0]]]) and (
            sentence == answering or _answers(c, c.parts.before(sentence), by_sentence)
        ):
            answering = c.parts.after(sentence)
            out.append(Link(None, free[0], "implements", "list", None, "heading", reverse=True))
            continue
        if open_ is None and not _may_lead(low, sentence):
            continue
        out += _named_papers(c, sentence, free, cues)
        words = low[sentence.start : sentence.end]
        catalogue = _CATALOGUE.fullmatch(words) is not None
        if catalogue or _is_list_lead(words) or _is_heading(c, sentence, free):
            done = ("implements", "guides")
            objects = [i for i in free if (cue := cues.get(i)) is not None and cue.predicate in done]
            # a figure at the head of the lead is that of the lead's own list
            open_ = _List(objects, _NUMBERED_ITEM.match(words) is None, catalogue) if objects else None
        elif open_ is not None and (
            (_may_be_item(open_, words) and not _is_note(c, sentence, free[0]))
            or (open_.numbered and _is_item(words, free, c, sentence))
        ):
            doing = [(b, cue) for b in open_.objects if (cue := cues.get(b)) is not None]
            out += [Link(free[0], b, cue.predicate, "list", cue, "heading") for b, cue in doing]
        else:
            open_ = None
    return out


class _List(NamedTuple):
    """A list of papers that implement what its lead names.

    Attributes:
        objects: the citations of the lead.
        numbered: whether its items may have figures.
        catalogue: whether it is a table.
    """

    objects: Sequence[int]
    numbered: bool
    catalogue: bool


def _is_list_lead(words: str) -> bool:
    return (_ANSWERS.match(words) is not None and words.rstrip().endswith(":")) or (
        words.rstrip().endswith(":")
        and _LISTS.search(words) is not None
        and re.search(r"ban\s+hành|xây\s+dựng|văn\s+bản", words) is not None
    )


# "I- CÁC VĂN BẢN TỈNH ĐÃ BAN HÀNH ĐỂ THỰC HIỆN CHỈ THỊ SỐ 26-CT/TW" on a line of its own
_HEADING = re.compile(
    r"[ \t]*(?:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[-.)/]+\s*)?(?:(?:các|những|một\s+số)\s+)?"
    r"(?:văn\s+bản|kế\s+hoạch|chương\s+trình)"
    r"(?:(?!\s(?:cần|phải|sửa\s+đổi|thay\s+thế|bãi\s+bỏ|chưa)\s)[^.;:\n“”]){0,70}?\s(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)\s+(?:[^.;:\n“”]{2,40}\s)?$"
)


def _is_heading(c: Context, s: Sentence, free: Sequence[int]) -> bool:
    """Whether a line is a heading that names, at its end, what the papers listed below it carry out."""
    low = c.plain.low
    if low.rfind("\n", s.start, s.end) > s.start or low[c.title_end(free[-1]) : s.end].strip(" .:"):
        return False
    below = low.find("\n", s.end - 1)
    begins = low[low.rfind("\n", 0, s.start) + 1 : s.start].strip() == "" and below >= 0
    return begins and _ITEM.match(low[below:].lstrip()) is not None and (
        _HEADING.fullmatch(low, s.start, c.starts[free[0]]) is not None
    )


def _may_be_item(of: _List, words: str) -> bool:
    return _ITEM.match(words) is not None or (of.catalogue and _CATALOGUE_ITEM.match(words) is not None)


def _is_note(c: Context, s: Sentence, first: int) -> bool:
    """Whether a sentence is "(2) Sửa đổi bởi Thông tư …": a note below the list, no item that begins with a paper."""
    m = _IN_BRACKETS.match(c.plain.low, s.start)
    return m is not None and c.starts[first] != m.end()


def _still_open(c: Context, of: _List, last: Sentence, upto: Sentence) -> _List | None:
    """A list, if it goes on over the sentences without papers between two."""
    between = c.parts.after(last)
    while between is not None and between.start < upto.start:
        words = c.plain.low[between.start : between.end]
        if (
            not _ATTACHED_TO.match(words)
            and not (_ANSWERS.match(words) and SELF.search(words))
            and (_CATALOGUE.fullmatch(words) or _is_list_lead(words) or not _may_be_item(of, words))
        ):
            return None
        between = c.parts.after(between)
    return of


def _answers(c: Context, s: Sentence | None, by_sentence: Mapping[Sentence, Sequence[int]]) -> bool:
    """Whether a sentence is a lead such as "Văn bản triển khai thực hiện Chỉ thị này"."""
    if s is None or any(_is_free(c, i) for i in by_sentence.get(s, ())):
        return False
    words = c.plain.low[s.start : s.end]
    return _ANSWERS.match(words) is not None and SELF.search(words) is not None


def _is_item(words: str, free: Sequence[int], c: Context, sentence: Sentence) -> bool:
    """Whether a sentence is "2. Kế hoạch số …", a numbered item that begins with a paper."""
    m = _NUMBERED_ITEM.match(words)
    return m is not None and bool(free) and c.found[free[0]].start == sentence.start + m.end()


def consolidated(c: Context, by_sentence: Mapping[Sentence, Sequence[int]]) -> list[Link]:
    """ "Luật A …, được sửa đổi, bổ sung bởi:" and a list: each of it amends A; a consolidated text joins them."""
    low = c.plain.low
    own = c.own.type == "van-ban-hop-nhat"
    out: list[Link] = []
    heads = list(_CHANGED_BY_LIST.finditer(low))
    for m, next_ in zip_longest(heads, heads[1:]):
        s = c.parts.at(m.start())
        base = next((i for i in by_sentence.get(s, ()) if _is_free(c, i)), None)
        if base is None:
            continue
        cue = Cue("amends", m.start("cue"), m.end("cue"))
        whole = Cue("consolidates", 0, 0)
        if own:
            out.append(Link(None, base, "consolidates", "consolidated", whole))
        following = c.parts.after(s)
        while following is not None and (next_ is None or following.end <= next_.start()):
            first = next((i for i in by_sentence.get(following, ()) if _is_free(c, i)), None)
            if first is None or not _ROW.fullmatch(low, following.start, c.starts[first]):
                break
            following = c.parts.after(following)
            out.append(Link(base, first, "amends", "list", cue, reverse=True))
            if own:
                out.append(Link(None, first, "consolidates", "consolidated", whole))
    return out


def reasons(c: Context, by_sentence: Mapping[Sentence, Sequence[int]]) -> list[Link]:
    """ "1. Quyết định B. Lý do: được thay thế bởi Quyết định A": A replaces B, told in the next sentence."""
    out = []
    said = [*_SAID_WHY.finditer(c.plain.low), *_REASON.finditer(c.plain.low)]
    for m in sorted(said, key=lambda m: m.start()):
        below = m.re is _REASON
        at = m.start("line") if below else m.start()
        s = c.parts.at(at)
        agents = [i for i in by_sentence.get(s, ()) if _is_free(c, i) and c.found[i].start >= at]
        if below and (not agents or c.starts[agents[0]] != m.end()):
            continue
        row, parts = _row_above(c, s, by_sentence) if agents else (None, ())
        if row is None:
            continue
        held = next(i for i in by_sentence[row] if _is_free(c, i))
        if below and kin(c.found[held].type) != kin(c.found[agents[0]].type):
            continue
        if below and _ON_CONDITION.search(c.plain.low[c.found[agents[0]].head_end : s.end].partition("\n")[0]):
            continue
        cue = passive_between(c.plain.low, at, c.starts[agents[0]])
        line = max(row.start, c.plain.low.rfind("\n", 0, c.starts[held]) + 1)
        if cue is not None and _ROW.fullmatch(c.plain.low, line, c.starts[held]):
            cue = cue._replace(partial=True) if parts else cue
            out.append(Link(held, agents[0], cue.predicate, "passive", cue, reverse=True, provisions=parts or None))
    return out


def _row_above(
    c: Context, reason: Sentence, by_sentence: Mapping[Sentence, Sequence[int]]
) -> tuple[Sentence | None, tuple[Provision, ...]]:
    """The sentence with the paper of a row whose last line tells a reason, and the parts that a line between names.

    "Nội dung hết hiệu lực: Điều 10" may stand between them, or a title over several lines, but no row of its own.
    """
    parts: tuple[Provision, ...] = ()
    before = c.parts.before(reason)
    for _ in range(_LINES_OF_ROW + 1):
        if before is None or any(_is_free(c, i) for i in by_sentence.get(before, ())):
            return before, parts
        if _NEW_ROW.match(c.plain.low, c.plain.low.rfind("\n", 0, before.start) + 1):
            break
        parts = parts or whole_list(_AFTER_LABEL.sub("", c.plain.low[before.start : before.end]).strip(" .;"))
        before = c.parts.before(before)
    return None, parts


def _named_papers(c: Context, sentence: Sentence, free: Sequence[int], cues: dict[int, Cue | None]) -> list[Link]:
    """ "đã ban hành 03 văn bản triển khai thực hiện B (A1; A2)", "các văn bản thực hiện B gồm: A1; A2"."""
    low = c.plain.low
    for k, b in enumerate(free[:-1]):
        cue = cues.get(b)
        if cue is None or cue.predicate != "implements" or not _PAPERS.search(low, sentence.start, cue.start):
            continue
        papers = []
        for before, a in pairwise(free[k:]):
            gap = low[c.title_end(before) : c.found[a].start]
            if not (_NAMELY if before == b else _AND_SO_ON).fullmatch(gap) or c.found[a].kind != "number":
                break
            papers.append(a)
        if papers:
            return [Link(a, b, "implements", "list", cue) for a in papers]
    return []


def annexed(c: Context, by_sentence: Mapping[Sentence, Sequence[int]]) -> list[Link]:
    """Papers in the rows of an annex that the text repeals: "Bãi bỏ 12 văn bản … (Danh mục kèm theo)"."""
    if c.own.type not in NORMATIVE:
        return []
    low = c.plain.low
    begin, end = c.header.body_start, c.header.body_start + _ENACTED_WITHIN
    clause = _ANNEXED.search(low, begin, end) if low.find("bỏ", begin, end) >= 0 else None
    if clause is None or not _enacts(low, clause.start()):
        return []
    heads = list(_ANNEX.finditer(low, clause.end()))
    line = low.find("\n", clause.end())  # "… tại Phụ lục I và một phần 03 quyết định tại Phụ lục II"
    labels = [clause["label"], *_LABEL.findall(low, clause.end(), line if line >= 0 else len(low))]
    out = []
    for head, after in zip_longest(heads, heads[1:]):
        if clause["label"] and not any(_is_labelled(low[head.start("head") : head.end()], one) for one in labels):
            continue
        cue = Cue("repeals", clause.start("cue"), clause.end("cue"), "một phần" in " ".join(head.group().split()))
        stop = after.start("head") if after else len(low)
        first_row = c.parts.at(head.start("head")).start
        for sentence, members in by_sentence.items():
            if not first_row <= sentence.start < stop:
                continue
            first = next((i for i in members if _is_free(c, i)), None)
            if first is not None and _ROW.fullmatch(low, sentence.start, max(sentence.start, c.starts[first])):
                out.append(Link(None, first, "repeals", "annex", cue, "heading"))
    return out


def _is_labelled(head: str, label: str) -> bool:
    """Whether the heading of an annex begins with its label: "PHỤ LỤC II"."""
    return head.split()[: len(label.split())] == label.split()


def _enacts(low: str, at: int) -> bool:
    """Whether an effect stands at the head of an article or after "Quyết định này"."""
    before = low[low.rfind("\n", 0, at) + 1 : at]
    return re.fullmatch(LINE_LEAD, before) is not None or SELF.search(before) is not None


def _is_free(c: Context, i: int) -> bool:
    return c.scopes[i].owner is None
