"""Effects that a lead carries to the items of the list below it: "Bãi bỏ các văn bản sau đây:"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.frames_told import acting
from kg.framing import LINE_LEAD, SELF_TYPES, Context, Lead, Link, View, names_itself
from kg.models import Predicate
from kg.relations import GLUE, Cue, names_parts
from kg.sentences import Sentence

EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "suspends", "corrects", "consolidates")
_VERBS = r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|thu\s+hồi|đính\s+chính|điều\s+chỉnh)\b"
DECIDES = (
    r"(?:(?:quốc\s+hội|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội|hội\s+đồng\s+nhân\s+dân(?:\s[^;:.,“”\"\d\n]{2,40})?)"
    r"\s+(?:quyết\s+định|quyết\s+nghị|thống\s+nhất)\s+)?"
)
"""The body whose resolution a text is: "Quốc hội quyết định điều chỉnh …"."""
EFFECT_HEAD = re.compile(
    rf"{LINE_LEAD}(?:(?:đồng\s+thời,?\s+)?xin\s+)?(?:nay\s+)?(?:[“\"]\s*)?{DECIDES}(?:(?:phê\s+duyệt|chấp\s+thuận|thông\s+qua)\s+(?:việc\s+)?)?"
    r"(?:(?:thay\s+(?:thế\s+)?|bãi\s+bỏ\s+|bỏ\s+|bổ\s+sung\s+)(?:các\s+)?(?:cụm\s+)?từ\s*[“\"][^“”\"\n]{1,200}[”\"](?:\s*(?:(?:,|và|bằng|thành|(?:cụm\s+)?từ)\s*)*[“\"][^“”\"\n]{1,200}[”\"])*"
    r"\s+(?:tại|trong)\s+[^;:.“”\"/\n]{2,120}?(?:,|\svà)\s+(?:đồng\s+thời\s+)?)?"
    # no verb within the words of another: so there is one way to read a row of them
    rf"(?:(?:{_VERBS}(?:(?!(?:,|\svà)\s+{_VERBS})[^;:.“”\"/]){{0,80}}?(?:,|\svà)\s+)+)?"
)
"""What may stand before the verb at the head of a clause that enacts."""
STAYS = re.compile(
    r"tiếp(?<!không tiếp)\s+tục\s+(?:có\s+hiệu\s+lực|được\s+(?:áp\s+dụng|thực\s+hiện)|áp\s+dụng|thực\s+hiện)"
    r"|chưa\s+hết\s+hiệu\s+lực|không\s+hết\s+hiệu\s+lực"
    r"|còn(?<!không còn)\s+(?:có\s+)?hiệu\s+lực|vẫn\s+(?:(?:có\s+)?hiệu\s+lực|(?:được\s+)?áp\s+dụng)"
    r"|đến\s+khi[^;.]{0,60}hết\s+hiệu\s+lực"
)
_LEADS: tuple[tuple[re.Pattern[str], Predicate], ...] = (
    (
        re.compile(
            r"(?P<cue>bãi\s+bỏ|hủy\s+bỏ)(?:[^;.]{0,200}(?:sau|dưới|gồm)|(?:\s+(?:toàn\s+bộ|một\s+phần))?"
            r"(?:\s+các[^;.:\d]{0,60}|\s+(?:quy\s+định|nội\s+dung)\s+(?:tại|của|trong))?\s*:\s*$"
            r"|(?:\s+(?:toàn\s+bộ|các|những|\d{1,3}))+\s+(?:văn\s+bản|quyết\s+định|thông\s+tư|nghị\s+định|nghị\s+quyết|chỉ\s+thị)(?!\s+số)"
            r"[^;.:]{0,160}:\s*$)"
        ),
        "repeals",
    ),
    (
        re.compile(
            r"(?:sau(?:\s+đây)?|dưới\s+đây)[^;.]{0,80}(?P<cue>hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ|bị\s+thu\s+hồi)"
            r"|(?P<cue2>(?:chấm\s+dứt|kết\s+thúc|hết)\s+hiệu\s+lực(?=[^.;]{0,120}:)"
            r"|(?:kết\s+thúc|không\s+tiếp\s+tục)(?:\s+việc)?\s+thực\s+hiện(?=\s[^.;:\d]{0,60}\ssau(?!\w)[^.;:\d]{0,60}\snày\s*:\s*$))"
        ),
        "repeals",
    ),
    (
        re.compile(
            r"(?<!được )(?<!bị )(?P<cue>thay\s+thế)(?!\s+(?:bởi|bằng))"
            r"(?:[^;.]{0,80}(?:sau|dưới|gồm)|(?:(?:\s+(?:cùng\s+lúc|đồng\s+thời))?\s+(?:các|hai|ba|bốn|năm|\d{1,2}\s)[^;.:\d]{0,60})?\s*:\s*$)"
        ),
        "replaces",
    ),
    (
        re.compile(
            r"(?<!được )(?<!bị )(?P<cue>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?)\s+(?:các|một\s+số)\s+"
            r"(?:quy\s+định|điểm|điều|nội\s+dung)[^;.:\d]{0,40}(?:sau(?:\s+đây)?|dưới\s+đây)\s*:\s*$"
        ),
        "amends",
    ),
    (re.compile(r"(?P<cue>(?:tạm\s+)?ngưng\s+hiệu\s+lực|đình\s+chỉ)[^;.]{0,80}(?:sau|dưới|gồm)"), "suspends"),
    (re.compile(r"(?:nay\s+)?(?P<cue>công\s+bố)\s*:\s*$"), "promulgates"),
)
# "Điều 1. Bỏ cụm từ “bản sao”", "2. Thay cụm từ “huyện” bằng “xã” tại các thông tư sau:": words that acts lose
_WORDS_LEAD = re.compile(
    r"(?<!được )(?<!bị )(?P<cue>(?:thay\s+thế|thay|bãi\s+bỏ|bỏ|bổ\s+sung)\s+(?:các\s+)?(?:cụm\s+)?từ)(?!\w)"
    r"(?:\s*[“\"]|(?:(?<=cụm từ)|(?<=các từ))[^;.]*:\s*$)"  # not "Bổ sung từ 01/7/2024 các chế độ sau:"
)
# "2. Bãi bỏ các văn bản sau đây kể từ ngày Thông tư này có hiệu lực thi hành", and a list below
_NO_COLON = re.compile(r"(?<!\w)các\s[^;.:\n]{0,60}\s(?:sau|dưới)\s+đây(?:\s[^;.:“\"\d\n]{0,90})?\s*$")
_NOT_A_LEAD = re.compile(r"(?:không|chưa)\s+(?:bị\s+|được\s+)?(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|hết)")
# what is to be decided by others: "Bộ Tư pháp đề xuất bãi bỏ các văn bản sau:"
_PROPOSED = re.compile(
    r"(?<!\w)(?:đề\s+xuất|đề\s+nghị|kiến\s+nghị|dự\s+kiến|xem\s+xét)(?:\s+(?:Chính\s+phủ|việc|xem\s+xét|ban\s+hành|quyết\s+định|sẽ|cần|phải))*\s+$",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"một\s+phần|một\s+số\s+(?:điều|quy\s+định|nội\s+dung)")
_HEADLINE = re.compile(
    r"điều\s+\d+[a-zđ]?\s*[.:]\s*(?P<cue>bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)(?:\s*$|\s+(?:toàn\s+bộ|một\s+phần"
    r"|(?:(?:toàn\s+bộ|một\s+phần|một\s+số|các|những|\d{1,3})\s+)*(?:văn\s+bản|quyết\s+định|thông\s+tư|nghị\s+định|nghị\s+quyết|chỉ\s+thị)(?!\s+số)[^;:]{0,300}))"
)
_MARKER = re.compile(
    r"(?P<article>điều\s+\d+[a-zđ]?\s*[.:]|(?:chương|mục|phần|phụ\s+lục)\s+[ivxlc\d]+(?!\w))|(?P<part>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*[.)]?\s)"
    r"|(?P<row>\|?\s*(?:s?tt|số\s+tt|\d{1,3}|:?-{2,}:?)\s*[|\t]|(?:s?tt|số\s+tt)\s+(?=(?:số|tên|văn\s+bản|loại|quyết|nghị))"
    rf"|\d{{1,3}}\s+(?={SELF_TYPES}\s))"
    r"|(?P<figure>\(?\d{1,3}(?:\s*[.)]|\s?[-–](?=\s)))|(?P<letter>[a-zđ]{1,2}\s*\))|(?P<sub>[a-zđ]\d{1,2}\s*\))|(?P<dash>[-+•*–])"
)
_PAGE = re.compile(r"\s*[-–]?\s*\d{1,3}\s*[-–]?\s*")  # what a page break puts between two items
_SUBLEAD = re.compile(
    rf"{LINE_LEAD}(?:đối\s+với\s+)?(?:các\s+)?(?:{SELF_TYPES}|văn\s+bản)"
    r"(?:[^;.\d]{0,80}|[^;.\d]{0,30}\sngày\s+\d[^;.:]{6,32},?\s*)(?:sau(?:\s+đây)?|dưới\s+đây|gồm)[^;.\d]{0,40}:\s*$"
)
# "2.1. Của Ban Chấp hành Đảng bộ tỉnh Bình Định (trước hợp nhất):", whose papers stand below
_WHOSE = rf"(?:(?:(?:các|những)\s+)?(?:{SELF_TYPES}|văn\s+bản)\s+)?(?:của|do)\s+[^;:\d]{{4,140}}:\s*"
_OF_WHOM = re.compile(rf"{LINE_LEAD}{_WHOSE}$")
_ITEM = re.compile(
    rf"(?:(?:\|?\s*\d{{1,3}}\s*[|\t]|\d{{1,3}}(?=\s+$))\s*(?:(?:điểm|khoản|điều|mục|chương|phụ\s+lục)\s[^|\t\n]{{1,90}}[|\t]\s*|{SELF_TYPES}\s*[|\t]\s*)?)?{LINE_LEAD}(?:(?:các|những|toàn\s+bộ|một\s+phần|nội\s+dung)\s+)*"
    r"(?:(?:(?:điều|khoản|điểm|phụ\s+lục|mục|chương)(?:\s*,\s*|\s+và\s+|\s+))+(?:của|tại|kèm\s+theo)\s+)?"
    rf"(?:{_WHOSE}(?:các\s+)?|{SELF_TYPES}(?:\s+liên\s+(?:bộ|tịch|ngành))?\s*:\s*)?(?:số\s*:?\s+)?"
)
_ATTACHED_ITEM = re.compile(rf"{_ITEM.pattern}[^;:.“\"/]{{0,200}}?(?:ban\s+hành\s+)?kèm\s+theo\s+")
# what loses words is changed: "Cụm từ “theo mẫu” tại khoản 3 Điều 4 B" below "hết hiệu lực:"
_WORDS_UNDER_LEAD = re.compile(
    rf"{LINE_LEAD}(?:(?:các|những)\s+)?(?:cụm\s+)?từ(?:\s*(?:,|và)?\s*[“\"][^“”\"\n]{{1,200}}[”\"])+\s+(?:quy\s+định\s+)?(?:tại|trong|ở|của)\s+"
)
_PLACE = re.compile(rf"{LINE_LEAD}(?:tại|trong|ở)\s+(?:các\s+)?")  # "1. Tại khoản 2 Điều 12 B": where words are lost


class Leads:
    """Effects that leads such as "Bãi bỏ các văn bản sau đây:" carry to the items below them.

    An effect ends at a new article, at a marker of the lead's own level, and at a line that is no item. So what is
    carried to a sentence is read upwards from it, where somebody asks: few sentences stand in such a list.

    Args:
        c: the text.
        free: by sentence, the citations that stand in no title.
    """

    __slots__ = ("_below", "_c", "_free")

    def __init__(self, c: Context, free: Mapping[Sentence, Sequence[int]]) -> None:
        self._c = c
        self._free = free
        self._below: dict[Sentence, Lead | None] = {}  # what is carried on from a sentence

    def above(self, sentence: Sentence) -> Lead | None:
        """What is carried to a sentence."""
        low = self._c.plain.low
        items: list[tuple[Sentence, str | None, bool]] = []
        above = self._c.parts.before(sentence)
        while above is not None and above not in self._below:
            words = low[above.start : above.end]
            if _PAGE.fullmatch(words):
                above = self._c.parts.before(above)
                continue
            level, leads_on = _level(words), words.rstrip().endswith(":") or _NO_COLON.search(words) is not None
            free = self._free.get(above, ())
            new = _headline(words, above.start) if level == "article" and not free else None
            new = new or (_new_lead(words, above.start, level) if leads_on else None)
            if new is not None:
                self._below[above] = self._acted(new, above.start, free)
                break
            goes_on = self._leads_on(above, words, level, free) if leads_on else self._may_be_item(above, level, free)
            if not goes_on:
                self._below[above] = None
                break
            items.append((above, level, leads_on))
            above = self._c.parts.before(above)
        carried = self._below[above] if above is not None else None
        for item, level, leads_on in reversed(items):
            if carried is not None and level == carried.level and (leads_on or level is not None):
                carried = None
            self._below[item] = carried
        return carried

    def _leads_on(self, sentence: Sentence, words: str, level: str | None, free: Sequence[int]) -> bool:
        """Whether a line with a colon keeps to the list: "đ) Các điều, khoản của Nghị định A, bao gồm:"."""
        if not free and _OF_WHOM.fullmatch(words):
            return True
        return _SUBLEAD.fullmatch(words) is not None or (level is not None and self._begins(sentence, free))

    def _begins(self, sentence: Sentence, free: Sequence[int]) -> bool:
        """Whether a line begins with a citation, but for its marker."""
        low = self._c.plain.low
        return bool(free) and begins_item(low[sentence.start : max(sentence.start, self._c.starts[free[0]])])

    def _acted(self, lead: Lead, begin: int, free: Sequence[int]) -> Lead | None:
        """A lead with the paper that its line names as acting; none where news names one that may be it."""
        subject = acting(self._c, free, begin, lead.cue.start)
        told = free and self._c.found[free[0]].start < lead.cue.start
        return replace(lead, subject=subject) if subject is not None or not (told and self._c.header.article) else None

    def _may_be_item(self, sentence: Sentence, level: str | None, free: Sequence[int]) -> bool:
        """Whether a line may be an item of a list: it has a marker, or begins with a citation."""
        if level is not None or not free:
            return level not in ("article", None)
        return self._begins(sentence, free)


def begins_item(before: str) -> bool:
    """Whether nothing but the marker of an item, or what a paper has issued, stands before the paper.

    >>> begins_item("a) "), begins_item("2. quy chế phối hợp ban hành kèm theo "), begins_item("thực hiện ")
    (True, True, False)
    """
    return _ITEM.fullmatch(before) is not None or (
        before.rstrip().endswith("theo") and _ATTACHED_ITEM.fullmatch(before) is not None
    )


def _headline(words: str, at: int) -> Lead | None:
    """ "Điều 3. Bãi bỏ các văn bản": the effect of an article on what is named below its heading."""
    m = _HEADLINE.fullmatch(words)
    if m is None:
        m = _WORDS_LEAD.search(words)
        marker = _MARKER.match(words)
        if m is None or marker is None or words[marker.end() : m.start()].strip():
            return None
        return Lead(Cue("amends", at + m.start("cue"), at + m.end("cue"), True), "article")
    predicate: Predicate = "replaces" if m["cue"].startswith("thay") else "repeals"
    bare = not words[m.end("cue") :].strip()
    cue = Cue(predicate, at + m.start("cue"), at + m.end("cue"), bool(_PARTLY.search(words)))
    return Lead(cue, "article", bare=bare)


def _ends(carried: Lead, level: str | None) -> bool:
    """Whether a line with a marker of a kind is no item of the list below a lead."""
    return level == "article" or (level is not None and level == carried.level)


def _level(words: str) -> str | None:
    """The kind of marker with which a line begins: article, figure, letter, dash."""
    m = _MARKER.match(words)
    return m.lastgroup if m else None


def _new_lead(words: str, at: int, level: str | None) -> Lead | None:
    if _NOT_A_LEAD.search(words) or STAYS.search(words):
        return None
    if (m := _WORDS_LEAD.search(words)) and EFFECT_HEAD.fullmatch(words, 0, m.start()):
        return Lead(Cue("amends", at + m.start("cue"), at + m.end("cue"), True), level)
    for pattern, predicate in _LEADS:
        if m := pattern.search(words):
            group = "cue" if m["cue"] else "cue2"
            if _PROPOSED.search(words, 0, m.start(group)):
                return None
            return Lead(Cue(predicate, at + m.start(group), at + m.end(group), bool(_PARTLY.search(words))), level)
    return None


# "Hướng dẫn này có hiệu lực từ ngày ký. Các văn bản sau đây của Liên đoàn hết hiệu lực:", and a table
_THESE_END = re.compile(
    rf"{LINE_LEAD}(?:kể\s+từ\s+ngày\s[^;:.“”\"]{{2,60}},\s+)?(?:và\s+|thì\s+)?(?:các|những)\s+(?:{SELF_TYPES}|văn\s+bản|giấy\s+tờ)"
    r"(?:\s*,\s+[^\W\d]+\s+[^\W\d]+){0,3}\s+sau(?:\s+đây)?(?:\s+(?:của|do)\s[^;:.“”\"\d]{3,80}?)?\s+$"
)
_ITEM_ENDS = re.compile(r"\s*(?:[.;,|]|\n|$|và\s)")


def under_lead(v: View, i: int) -> Link | None:
    """An item below "Bãi bỏ các văn bản sau đây:", or a further one in the same item."""
    first = v.free[0]
    if not is_free(v.cues.get(i)) or not goes_on_from_first(v, i):
        return None
    if _within_row(v):
        return None
    before = v.before(v.c.starts[first])
    loses_words = "từ" in before and _WORDS_UNDER_LEAD.fullmatch(before) is not None
    at_place = _PLACE.fullmatch(before) is not None
    if not loses_words and not at_place and not begins_item(before):
        return None
    carried = v.carried()
    if carried is not None and _level(v.words) == "row" and not _is_enacted(v, carried.cue):
        return None
    if carried is None or _ends(carried, _level(v.words)) or (at_place and carried.cue.predicate != "amends"):
        return None
    if loses_words and i == first:
        amending = carried.cue._replace(predicate="amends", partial=True)
        return Link(carried.subject, i, "amends", "enacting", amending)
    if carried.bare and not _ITEM_ENDS.match(v.c.plain.low, v.c.title_end(i)):
        return None
    cue = carried.cue
    if i == first and names_parts(before):
        cue = cue._replace(partial=True)
    if carried.subject is not None and v.c.targets[carried.subject] == v.c.targets[i]:
        return None
    return Link(carried.subject, i, cue.predicate, "enacting", cue)


def _within_row(v: View) -> bool:
    """Whether a sentence goes on in a further cell of a row: "1 | Quyết định A | do B bị thay thế; B nay là C"."""
    low, at = v.c.plain.low, v.sentence.start
    line = low.rfind("\n", 0, at) + 1
    return bool(low[line:at].strip()) and low.find("|", line, at) >= 0


def _is_enacted(v: View, cue: Cue) -> bool:
    """Whether a lead itself ends what it lists: "Bãi bỏ các văn bản sau:", not "Công bố văn bản hết hiệu lực sau:"."""
    begin = v.c.parts.at(cue.start).start
    return EFFECT_HEAD.fullmatch(v.c.plain.low, begin, cue.start) is not None or ends_these(v, cue)


def ends_these(v: View, cue: Cue) -> bool:
    """Whether a lead says that the papers below end, where it, or the sentence before it, speaks of the text."""
    low, s = v.c.plain.low, v.c.parts.at(cue.start)
    if _THESE_END.fullmatch(low, s.start, cue.start) is None:
        return False
    above = v.c.parts.before(s)
    begin = above.start if above is not None and "\n" not in low[above.start : s.start].strip() else s.start
    return names_itself(v.c, begin, s.end) is not None


def in_line(v: View, i: int) -> Link | None:
    """ "Các nghị định sau hết hiệu lực: Nghị định A; Nghị định B" in one sentence."""
    for k in range(min(2, v.free.index(i) + 1)):  # "Thông tư A bãi bỏ các văn bản sau: B; C"
        before = v.before(v.c.starts[v.free[k]]).rstrip().removesuffix(" số")
        if not before.endswith(":") or not is_free(v.cues.get(i)):
            continue
        led = _new_lead(before, v.sentence.start, None)
        actor = acting(v.c, v.free, v.sentence.start, led.cue.start) if led is not None and k else None
        if led is not None and (not k or actor is not None) and goes_on_from_first(v, i, k):
            return Link(actor, i, led.cue.predicate, "enacting", led.cue)
    return None


def goes_on_from_first(v: View, i: int, first: int = 0) -> bool:
    """Whether a citation belongs to the list with which the citations of its sentence begin, no other cue between."""
    low = v.c.plain.low
    for k in range(v.free.index(i), first, -1):
        last, at = v.free[k - 1], v.c.starts[v.free[k]]
        end = v.c.title_end(last)
        if not is_free(v.cues.get(last)) or not GLUE.fullmatch(low[end : max(end, at)]):
            return False
    return True


def is_free(cue: Cue | None) -> bool:
    """Whether a citation is under no cue that makes another frame read it."""
    return cue is None or cue.predicate in ("cites", "basedOn") or cue.predicate in EFFECTS
