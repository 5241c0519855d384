"""What a note tells of the paper that calls it: "(1) Đã được sửa đổi, bổ sung tại B", "[2] Nghị định này thay thế B",
"[3] Ngày 17/01/2022 của Chính phủ, thay thế B".

The paper stands right before the call, or is the last one before it of the type that the note names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from kg.backrefs import NORMATIVE
from kg.framing import SELF_TYPES, Context, Link, names_itself, type_name
from kg.models import Predicate
from kg.note_calls import begins, issued_to_do_it, listed_first, said_at_call
from kg.noted import GOES_ON
from kg.provisions import whole_list
from kg.relations import GLUE, NEGATED, Cue
from kg.scope import kin
from kg.structure import Note

_EFFECT = (
    r"(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?(?:\s*,\s*(?:thay\s+thế|bãi\s+bỏ|cập\s+nhật))?|bổ\s+sung|điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?)"
    r"|(?P<replaces>thay(?:\s+(?:thế(?:\s+cho)?|cho)|(?=\s+(?:quyết|nghị|thông|chỉ|kế|quy|công|hướng|chương)\s)))|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))"
)
# who does it: nobody named, "Nghị định này", "Nghị quyết có hiệu lực từ ngày 01/7/2018;"
_WHO = (
    r"\s*(?:(?:(?:(?:được\s+)?ban\s+hành\s+)?ngày|có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ(?:\s+ngày)?)\s+\d[\d/.-]*\s*[;.,]\s*)?"
    rf"(?:(?P<who>{SELF_TYPES}|văn\s+bản)(?:\s+(?:này|trên|nêu\s+trên))?(?:\s+có\s+hiệu\s+lực[^;\n“”]{{0,60}}?[,;]?)?"
    r"\s+(?:(?:đã|và|cũng|đồng\s+thời)\s+)*)?"
)
_DETAILS = r"(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)"
_ACTS = re.compile(
    rf"{_WHO}(?:{_EFFECT}|{_DETAILS}(?:\s+(?:thi\s+hành|thực\s+hiện))?)"
    r"\s+(?:(?:một\s+số|các|điều(?:\s*,\s+khoản)?|khoản|nội\s+dung|của|tại)\s+)*"
    r"(?:(?:(?:quy\s+(?:chế|định|trình)|kế\s+hoạch|chương\s+trình|đề\s+án|điều\s+lệ)\s+)?(?:tạm\s+thời\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+)?"
)
_SUFFERS = re.compile(
    rf"(?:\s*(?:ở|tại)\s+[^\W\d]+(?:\s[^\W\d]+){{0,2}}(?=\s+(?:đã\s+)?được\s))?{_WHO}(?:hiện(?:\s+nay)?\s+)?(?:(?:đã\s+|nay\s+)?hết\s+hiệu\s+lực(?:\s+(?:kể\s+)?từ\s+(?:ngày\s+)?\d[\d/.-]*)?(?:\s*[,;]\s+|\s+(?:do|vì)\s+))?(?:(?P<first>(?:điểm|khoản|điều|chương|mục|phụ\s+lục|phần|(?:các\s+)?quy\s+định|nội\s+dung)\s[^;.:“”\"\n]{{1,90}}?)\s+)?(?:nay\s+)?(?:đã\s+)?"
    rf"(?:(?:(?:được|bị)\s+|(?=sửa\s+đổi|bổ\s+sung|thay\s+thế\s+(?:bởi|bằng)))(?:{_EFFECT}|{_DETAILS}|(?P<corrects>đính\s+chính))(?P<parts>\s[^;.:“”\"\n]{{0,80}}?)?\s+(?:bởi|theo|tại|bằng)"
    r"|được\s+(?:[^;:.“”\"\d\n]{2,60}?\s)?(?P<approves>phê\s+duyệt)(?:\s[^;:.“”\"\d\n]{0,40}?)?\s+(?:bởi|theo|tại|bằng)"
    r"|(?:được\s+)?(?P<implements>cụ\s+thể\s+h(?:óa|oá)|thể\s+chế\s+h(?:óa|oá)|triển\s+khai)(?:\s+thực\s+hiện)?(?:\s[^;.:“”\"\d\n]{0,50}?)?\s+(?:bởi|tại|bằng|qua)"
    r"|(?:bị\s+)?(?P<suspends>(?:tạm\s+)?(?:(?:ngưng|ngừng)\s+hiệu\s+lực|đình\s+chỉ))(?:\s+(?:thi\s+hành|thực\s+hiện))?(?P<stopped>\s+(?:đối\s+với\s+)?(?:điểm|khoản|điều|mục|chương)\s[^;.:“”\"\n]{1,60}?)?\s+(?:theo|bởi|tại)"
    r"|(?P<now>nay\s+(?:là|được\s+thay\s+(?:thế\s+)?bằng))"
    r"|(?P<ends>hết\s+hiệu\s+lực)(?:\s+thi\s+hành)?(?:\s+(?:kể\s+)?từ\s+[^;,\n]{4,30}?)?\s+(?:theo|bởi))\s+(?:quy\s+định\s+tại\s+)?"
    r"(?:(?:điểm|khoản|điều|chương|mục)\s[^;.:“”\"\n]{1,60}\s(?:của\s+)?)?(?:các\s+)?"
)
# behind the day and body with which a note goes on: "…, hướng dẫn thi hành một số điều của A; thay thế B"
_DOES = re.compile(
    rf"(?<!được\s)(?<!bị\s)(?:{_EFFECT}|{_DETAILS}"
    r"|(?P<implements>(?:triển\s+khai\s+)?thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))"
    r"(?:\s+(?:và|biện\s+pháp|hướng\s+dẫn|áp\s+dụng|thi\s+hành|thực\s+hiện|quy\s+định|chi\s+tiết|một\s+số|các|điều|khoản|"
    r"nội\s+dung|toàn\s+bộ|của|tại))*\s+$"
)
_ANOTHER_SAYS = re.compile(r"(?<=[^\W\d_]{2})\.\s|;\s*(?!(?:và|đồng\s+thời|đã|nay|hiện|sau\s+đó|được|bị)\s)[^\W\d]")
# "Ngày 18/01/2023; một số bảng dữ liệu đã được sửa đổi theo B": of the caller, in part
_SOME_OF_IT = re.compile(
    r";\s*(?:riêng|trong\s+đó|một\s+số|các|khoản|điều|điểm|phụ\s+lục|mục|nội\s+dung)\s[^;.:“”\"]{2,90}?\s(?:(?:đã|nay)\s+)*$"
)
_IS_DONE = re.compile(
    rf"(?:(?:được|bị)\s+|(?<=[;,]\s)(?=sửa\s+đổi|điều\s+chỉnh|bổ\s+sung))(?:{_EFFECT}|{_DETAILS}|(?P<corrects>đính\s+chính))"
    r"(?P<parts>\s[^;.:“”\"\n]{0,80}?)?\s+(?:bởi|theo|tại|bằng)\s+(?:quy\s+định\s+tại\s+)?"
    r"(?:(?:điểm|khoản|điều|chương|mục)\s[^;.:“”\"\n]{1,60}\s(?:của\s+)?)?(?:các\s+)?$"
)
_ENDS = re.compile(
    r"(?<!không\s)(?P<cue>(?P<replaces>thay(?:\s+thế(?:\s+cho)?|\s+cho))|bãi\s+bỏ)\s+(?:(?:toàn\s+bộ|các|những|\d{1,3})\s+)*"
    r"(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|quy\s+chế|chương\s+trình|kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản"
    r"|hướng\s+dẫn|thông\s+báo|đề\s+án|thông\s+tư|nghị\s+định)(?!\w)[^;:“”\"()]*$"
)
# "…; các hướng dẫn trước đây của Ban Thường trực hết hiệu lực[4]"
_END = re.compile(
    r"(?:^|[;,]|\svà)\s+(?:(?:các|những|mọi)\s+)?(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|quy\s+chế|chương\s+trình|kế\s+hoạch|quyết\s+định"
    r"|công\s+văn|văn\s+bản|hướng\s+dẫn|thông\s+báo)\s[^;:.“”\"()]{0,90}?(?:trước|cũ)(?!\w)[^;:.“”\"()]{0,90}?\s(?<!đã\s)(?P<cue>hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ)"
    r"(?:(?!vẫn\s|tiếp\s+tục)[^;:“”\"()]){0,40}$"
)
# "Ban hành kèm theo Quyết định B", behind it "để thực hiện C"
_PROMULGATED = re.compile(r"\s*(?:được\s+)?(?P<cue>(?:ban\s+hành\s+)?kèm\s+theo)\s+(?:các\s+)?")
_ISSUED_FOR = re.compile(
    r"\s*(?:(?:được\s+)?(?:ban\s+hành|xây\s+dựng)\s+(?:để|nhằm)\s+|(?:nhằm|để|về(?:\s+việc)?|v/v)\s+)?"
    r"(?P<cue>(?:triển\s+khai\s+|tổ\s+chức\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s+"
)
_BETWEEN = 400  # code points from the paper to the call
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals")
_ISSUING = ("quyet-dinh", "nghi-quyet", "thong-tu", "thong-tu-lien-tich", "nghi-dinh")
# what a decision issues as its attachment
_ISSUED = (
    "quy-dinh", "quy-che", "ke-hoach", "de-an", "chuong-trinh", "chuong-trinh-hanh-dong", "dieu-le", "noi-quy",
    "phuong-an", "huong-dan",
)  # fmt: skip
_TELLS = ("bao-cao", "to-trinh", "thong-bao", "ban-an")  # these carry nothing out
_BY_ANY = ("guides", "corrects", "suspends", "implements", "approves")  # done by papers of other kinds too


def changed_in_notes(c: Context) -> list[Link]:
    """Links of the paper that calls a note with those that the note says to have changed it, or to be ended by it."""
    out: list[Link] = []
    for note in c.notes:
        inside = c.within(note.start, note.end)
        lead = next((i for i in inside if c.found[i].this and c.found[i].start == note.start), None)
        named = [i for i in inside if c.found[i].kind != "back" or c.found[i].serial is not None]
        papers = [i for i in named if c.scopes[i].owner in (None, lead)]
        if papers and GOES_ON.match(c.plain.low, note.start):
            passed = [i for i in inside if i in papers or c.scopes[i].how == "passive"]
            out += _continued(c, note, passed)
        elif papers:
            out += _done_by(c, note, papers) or _told(c, note, papers) or _issued_for(c, note, papers)
            out += _promulgated(c, note, papers)
            out += issued_to_do_it(c, note, papers, partial(_caller, c, note, None, partial(_has_number, c)))
            out += _ended_by_text(c, note, papers) or said_at_call(c, note, papers)
    return out


# "[3] Điều này được Luật B sửa đổi"
_BY_THIS = re.compile(
    r"\s*(?:(?P<part>điều|khoản|điểm|nội\s+dung|quy\s+định)\s+này\s+)?(?:nay\s+|đã\s+)*(?:được|bị)\s+"
)
_DOES_IT = re.compile(
    rf"(?:\s+của\s[^;.:,“”\"\d\n]{{2,60}}?)?\s+{_EFFECT}(?P<parts>\s[^;.:“”\"\n]{{0,60}})?\s*(?:[.;]|$)"
)


def _done_by(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """What a note says its first paper did to the one that calls it: "Điều này được Luật B sửa đổi"."""
    low, i = c.plain.low, papers[0]
    by = _BY_THIS.fullmatch(low, note.start, max(note.start, c.starts[i]))
    m = _DOES_IT.match(low, c.found[i].head_end, note.end) if by else None
    caller = _caller(c, note, None, lambda j: kin(c.found[j].type) == kin(c.found[i].type)) if m else None
    if by is None or m is None or caller is None or c.targets[caller] == c.targets[i]:
        return []
    word = next(p for p in _EFFECTS if m[p])
    cue = Cue(word, m.start(word), m.end(word), by["part"] is not None or m["parts"] is not None)
    return [Link(i, caller, word, "footnote", cue, "footnote", provisions=c.provisions[caller] or None)]


def _has_number(c: Context, i: int) -> bool:
    return c.found[i].kind == "number"


def said_of_callers(c: Context) -> frozenset[int]:
    """The citations "Nghị định này" in notes that mean the paper which calls the note."""
    out = set()
    for note in c.notes:
        named: set[str | None] = {None, c.own.id}
        for i in c.within(note.start, note.end):
            if c.found[i].this and c.targets[i] not in named:
                out.add(i)
            else:
                named.add(c.targets[i])
    return frozenset(out)


def _issued_for(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """ "[1] Ban hành để triển khai A": the paper that calls the note carries A out."""
    m = _ISSUED_FOR.fullmatch(c.plain.low, note.start, c.starts[papers[0]])
    caller = _caller(c, note, None, lambda j: c.found[j].kind != "back") if m else None
    if m is None or caller is None or c.targets[caller] == c.targets[papers[0]] or c.found[caller].type in _TELLS:
        return []
    cue = Cue("implements", m.start("cue"), m.end("cue"))
    listed = [i for i in listed_first(c, papers) if c.targets[i] != c.targets[caller]]
    further = _told_further(c, note, caller, listed[-1]) if listed else ()
    return [Link(caller, i, "implements", "footnote", cue, "footnote") for i in listed] + list(further)


def _promulgated(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """ "[6] Ban hành kèm theo Quyết định B": the decision issued the paper that calls the note."""
    first = papers[0]
    m = _PROMULGATED.fullmatch(c.plain.low, note.start, c.starts[first])
    if m is None or c.found[first].type not in _ISSUING:
        return []
    caller = _caller(c, note, None, lambda j: c.found[j].kind == "number" and c.found[j].type in _ISSUED)
    if caller is None or c.targets[caller] == c.targets[first]:
        return []
    cue = Cue("promulgates", m.start("cue"), m.end("cue"))
    return [Link(first, caller, "promulgates", "footnote", cue, "footnote")]


def _ended_by_text(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """Papers of a note that the text ends in general words: "Kế hoạch này thay thế các kế hoạch trước đây[2]"."""
    low = c.plain.low
    if not begins(c, note, papers[0]):
        return []
    for call in note.calls:
        s = c.parts.at(max(0, call - 1))
        ends = _ENDS.search(low, s.start, call) or _END.search(low, s.start, call)
        if ends is None or names_itself(c, s.start, ends.start("cue")) is None or c.within(ends.start("cue"), call):
            continue
        predicate: Predicate = "replaces" if ends.groupdict().get("replaces") else "repeals"
        cue = Cue(predicate, ends.start("cue"), ends.end("cue"))
        return [Link(None, i, predicate, "footnote", cue, "footnote") for i in listed_first(c, papers)]
    return []


def _continued(c: Context, note: Note, papers: list[int]) -> list[Link]:
    """What a note that goes on with the day and body of its caller says the caller does, or what is done to it."""
    caller = _caller(c, note, None, lambda j: c.found[j].kind == "number")
    if caller is None:
        return []
    low, begin, title_end = c.plain.low, note.start, note.start
    out: list[Link] = []
    for i in papers:
        at = c.starts[i]
        suffers = _IS_DONE.search(low, begin, at)
        m = suffers or _DOES.search(low, begin, at)
        of_some = _SOME_OF_IT.search(low, begin, m.start()) if m is not None else None
        until = of_some.start() if of_some else m.start() if m else begin
        if m is not None and (_ANOTHER_SAYS.search(low, begin, until) or NEGATED.search(low, begin, m.start())):
            m = None
        last: Link | None = out[-1] if out else None
        link: Link | None
        if m is not None:
            others: tuple[Predicate, ...] = ("guides", "corrects") if suffers else ("guides", "implements")
            word = next(name for name in (*_EFFECTS, *others) if m[name])
            parts = whole_list((m["parts"] or "").strip().removeprefix("tại ")) if suffers else ()
            cue = Cue(word, m.start(word), m.end(word), bool(parts or of_some) or "một số" in m.group())
            done = suffers is not None
            link = Link(caller, i, word, "footnote", cue, "footnote", done, provisions=parts or None)
        elif last is not None and GLUE.fullmatch(low, title_end, max(title_end, at)):
            link = last._replace(object=i)
        else:
            link = None
        begin, title_end = c.found[i].head_end, c.title_end(i)
        if link is not None and c.targets[i] != c.targets[caller]:
            out.append(link)
    return out


def _told(c: Context, note: Note, papers: list[int]) -> list[Link]:
    low, first = c.plain.low, papers[0]
    m = _SUFFERS.fullmatch(low, note.start, c.found[first].start)
    suffers = m is not None
    m = m or _ACTS.fullmatch(low, note.start, c.starts[first])
    if m is None:
        return []
    words: tuple[Predicate, ...] = (*_EFFECTS, "guides", *(_BY_ANY[1:] if suffers else ()))
    predicate: Predicate = next((p for p in words if m[p]), words[2])  # "hết hiệu lực theo": repealed
    word: str = predicate if m[predicate] else "ends"
    if suffers and m["now"]:  # "(1) Nay là Nghị định B", not "Nay là Điều 5 Nghị định B"
        predicate, word = "replaces", "now"
        if c.provisions[first]:
            return []

    def fits(i: int, j: int) -> bool:
        of_a_kind = kin(c.found[i].type) == kin(c.found[j].type)
        if suffers and c.found[i].type == "cong-van":  # its office may say so in a letter
            of_a_kind = c.found[j].type not in NORMATIVE
        free = c.scopes[j].owner is None or c.scopes[j].how in ("passive", "paren")
        fit = free if word in _BY_ANY else of_a_kind
        if word == "implements" and c.found[i].type in _TELLS:
            return False
        return fit and c.targets[i] != c.targets[j] and (word == "implements" or _of_one_side(c, i, j))

    caller = _caller(c, note, m["who"], lambda j: fits(first, j))
    if caller is None:
        return _of_itself(c, note, m, papers, predicate) if suffers else _by_itself(c, note, m, papers)
    told = (m["parts"] or m["first"] or m["stopped"] or "") if suffers else ""
    parts = whole_list(told.strip().removeprefix("tại ")) if suffers else ()
    named = suffers and (m["first"] or m["stopped"]) is not None
    some = bool(parts) or named or (suffers and bool(c.provisions[caller])) or "một số" in m.group()
    cue = Cue(predicate, m.start(word), m.end(word), some)
    provisions = (parts or c.provisions[caller] or None) if suffers else None
    listed = listed_first(c, papers)
    return [
        Link(caller, i, predicate, "footnote", cue, "footnote", suffers, provisions=provisions)
        for i in listed
        if fits(i, caller)
    ] + list(_told_further(c, note, caller, listed[-1]))


def _by_itself(c: Context, note: Note, m: re.Match[str], papers: list[int]) -> list[Link]:
    """ "Hướng dẫn này áp dụng từ năm 2024[3]. … [3] Thay thế Hướng dẫn B": the text itself takes the place of B."""
    low, word = c.plain.low, next((p for p in _EFFECTS[1:] if m[p]), None)
    if word is None or m["who"]:
        return []
    for call in note.calls:
        s = c.parts.at(max(0, call - 1))
        own = names_itself(c, s.start, call)
        if own is None or low[s.start : own.start()].strip(_MARKS) or c.within(s.start, call):
            continue
        those = [i for i in listed_first(c, papers) if kin(c.found[i].type) == kin(c.own.type or "")]
        return [Link(None, i, word, "footnote", Cue(word, m.start(word), m.end(word)), "footnote") for i in those]
    return []


_MARKS = " \t\n-–+*•.)0123456789"  # before the words of an item


def _of_itself(c: Context, note: Note, m: re.Match[str], papers: list[int], predicate: Predicate) -> list[Link]:
    """What an editor's note says was done to the act itself: "THÔNG TƯ[1] … [1] Thông tư này được thay thế bởi B"."""
    own, who = c.own, " ".join((m["who"] or "").split())
    if own.type not in NORMATIVE or own.number is None or (who and who not in ("văn bản", type_name(own.type))):
        return []
    if not who and not any(_at_its_head(c, call) for call in note.calls):
        return []
    word = predicate if m[predicate] else "now" if m["now"] else "ends"
    told = (m["parts"] or m["first"] or m["stopped"] or "").strip().removeprefix("tại ")
    cue = Cue(predicate, m.start(word), m.end(word), bool(told))
    parts = whole_list(told) or None
    of_kind = [i for i in listed_first(c, papers) if predicate in _BY_ANY or kin(c.found[i].type) == kin(own.type)]
    return [Link(None, i, predicate, "footnote", cue, "footnote", True, provisions=parts) for i in of_kind]


_ISSUES_ITSELF = re.compile(r"(?<!\w)ban\s+hành\s+(?P<type>[^\W\d]+(?:\s[^\W\d]+)?)")


def _at_its_head(c: Context, call: int) -> bool:
    """Whether a note is called in the title of the text, or in the words by which it is issued."""
    if call <= c.header.body_start:
        return True
    s = c.parts.at(max(0, call - 1))
    issues = _ISSUES_ITSELF.finditer(c.plain.low, s.start, call)
    return any(m["type"].startswith(type_name(c.own.type)) for m in issues)


# "[2] Thay thế A; được sửa đổi, bổ sung bởi B": both are said of the paper that calls the note
_FURTHER = re.compile(
    rf"(?:\s+của\s[^;.:“”\"\d\n]{{2,70}})?\s*;\s+(?:(?:và|đồng\s+thời|sau\s+đó|đã|nay|hiện|mới)\s+)*(?:được|bị)\s+(?:{_EFFECT}|{_DETAILS}|(?P<corrects>đính\s+chính))"
    r"(?:\s[^;.:“”\"\n]{0,80}?)?\s+(?:bởi|theo|tại|bằng)\s+(?:các\s+)?"
)


def _told_further(c: Context, note: Note, caller: int, last: int) -> Iterator[Link]:
    """What a note says behind a semicolon was done to the paper that calls it."""
    low, f = c.plain.low, c.found[caller]
    for i in c.within(c.found[last].head_end, note.end):
        ends = {c.found[last].head_end, c.title_end(last)}
        m = next((m for end in ends if end <= c.starts[i] and (m := _FURTHER.fullmatch(low, end, c.starts[i]))), None)
        if m is None or c.targets[i] in (None, c.targets[caller]):
            return
        word: Predicate = next(name for name in (*_EFFECTS, "guides", "corrects") if m[name])
        if word in _BY_ANY or kin(c.found[i].type) == kin(f.type):
            yield Link(caller, i, word, "footnote", Cue(word, m.start(word), m.end(word)), "footnote", True)
        last = i


def _of_one_side(c: Context, i: int, j: int) -> bool:
    """Whether two papers are both the Party's or both the State's, as far as their numbers tell."""
    a, b = _is_party(c, i), _is_party(c, j)
    return a is None or b is None or a == b


def _is_party(c: Context, i: int) -> bool | None:
    """Whether a paper is the Party's, by its number, or by that of an earlier mention of it."""
    told = (f.number for f, target in zip(c.found, c.targets, strict=True) if target == c.targets[i])
    number = c.found[i].number or next((number for number in told if number is not None), None)
    return number.party if number is not None else None


def _may_be_own(c: Context, who: str) -> bool:
    """Whether "Thông tư này" in a note is the text itself, or the act that it repeats with its changes."""
    own, kind = c.own.type, " ".join(who.split())
    return own == "van-ban-hop-nhat" or (own is not None and kind in (type_name(own), type_name(kin(own))))


def _caller(c: Context, note: Note, who: str | None, fits: Callable[[int], bool]) -> int | None:
    """The paper of which a note speaks: right before its call, or the last before it that fits, or is of the type."""
    kind = " ".join(who.split()) if who else ""
    own = bool(kind) and _may_be_own(c, kind)
    for call in note.calls:
        begin = c.parts.at(max(0, call - 1)).start
        before = [i for i in c.within(max(begin, call - _BETWEEN), call) if c.targets[i] not in (None, c.own.id)]
        for i in reversed(before):
            f, s = c.found[i], c.scopes[i]
            beside = f.head_end >= call or not c.plain.low[f.head_end : call].strip(" ,.")
            if kind and kind != "văn bản":
                if kind in (type_name(f.type), type_name(kin(f.type))) and (beside or not own):
                    return i
                continue
            if (beside or (not kind and s.owner is None and not _names_another(c, i, call))) and fits(i):
                return i
    return None


# "Theo Quyết định A, UBND tỉnh đã ban hành quy chế mới[1]": the note is on that
_ANOTHER = re.compile(
    r"(?<!\w)(?:quy\s+chế|quy\s+định|kế\s+hoạch|biểu\s+mẫu|(?:bộ\s+)?tiêu\s+chí|quyết\s+định|nghị\s+quyết|chương\s+trình|đề\s+án|chỉ\s+thị)"
    r"(?!\s+(?:này|số|trên|đó|nói|nêu|tại|của)(?!\w))(?!\w)"
)


def _names_another(c: Context, i: int, call: int) -> bool:
    """Whether a paper without number is spoken of between a citation, or its title, and a call."""
    begin = max(c.found[i].head_end, min(c.scopes[i].title_end, call))
    return _ANOTHER.search(c.plain.low, begin, call) is not None
