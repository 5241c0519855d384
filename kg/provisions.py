"""Provisions cited with a document: ``điểm a khoản 2 Điều 19 của …``, lists and ranges of them.

The order of drafting (Decree 78/2025/NĐ-CP and its forerunners): point, clause, article, section, chapter,
part, then the document. A provision belongs to the next larger one that follows it; a list of larger ones
shares what stands before only where "các" says so. The reading goes backwards from the mention, within its
clause only, or forwards over a bracket or comma right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.enumerations import JOIN, ORDINALS, between, values_of
from kg.models import Provision

_LEVELS = {
    "điểm": "diem",
    "khoản": "khoan",
    "điều": "dieu",
    "mục": "muc",
    "chương": "chuong",
    "phần": "phan",
    "phụ lục": "phu_luc",
    "tiểu mục": "muc",
    "tiết": "diem",
    "tiểu điểm": "diem",
}
_ORDER = ("phu_luc", "phan", "chuong", "muc", "dieu", "khoan", "diem")
_ARTICLE = _ORDER.index("dieu")
_VALUE = (
    r"(?:\d{1,4}(?:\.\d{1,3})*[a-zđ]{0,2}|[ivxlc]{1,6}(?:\.\d{1,2}|[a-eđ](?!\w))?|thứ\s+(?:" + "|".join(ORDINALS) + ")"
    r"|[a-zđ](?:\.?\d{1,2}(?:\.\d{1,2}){0,3})?)"
)
# not "một phần 1": a row's figure; not "dự án thành phần 2"
_SMALL = (
    r"(?:tiết|tiểu\s+điểm|(?<!tiểu )điểm|khoản|điều|tiểu\s+mục|(?<!hạng )mục|chương|(?<!một )(?<!thành )phần|phụ\s+lục)"
)
_LEVEL = rf"(?:các\s+)?(?:{_SMALL}|đoạn|gạch\s+đầu\s+dòng)(?:\s+số)?"
_QUOTED = r"[“”\"]?"
_VALUES = rf"{_QUOTED}{_VALUE}{_QUOTED}(?!\w)(?:{JOIN}{_QUOTED}{_VALUE}{_QUOTED}(?![\w/]|\.\d))*"
_ITEM = rf"{_LEVEL}:?\s+(?:thứ\s+)?{_VALUES}"  # "các điều: 122, 123"
# "khoản 1 Mục VII nội dung C Phần V Phụ lục I": a level that has no name of its own here
_LINK = (
    r"(?:(?:\s+nội\s+dung\s+[a-zđ](?=\s))?\s*(?:,\s*(?:và|hoặc)|,|;|và|hoặc|của|thuộc|tại|đến|từ|vào(?!\s+(?:ngay|sau|trước)))\s*(?:của\s+|tại\s+|từ\s+|tên\s+)?"
    r"|(?:\s+nội\s+dung\s+[a-zđ])?\s+"
    # "khoản 4 (cơ cấu sử dụng đất) Điều 1", "khoản 1 Điều 9 (thời điểm lập), điểm b khoản 2 Điều 19"
    r"|\s*\([^()\n\d]{4,60}\)\s*,?\s*(?=(?:điểm|khoản|điều)\s)"
    # "Mục II - Báo cáo về lĩnh vực viên chức, Phụ lục số 2"
    r"|\s+[-–]\s+[^\W\d][^;.:“”\"\d\n]{3,120},\s+(?=phụ\s+lục\s)"
    # "mục 2 Bản mô tả vị trí việc làm công chứng viên tại Phụ lục VIII"
    r"|\s+(?:bản|thuyết\s+minh|bảng|biểu|danh\s+mục)\s[^;,.:“”\"\d\n]{3,160}?\s(?:tại|thuộc)\s+(?=phụ\s+lục\s))"
)
# "Điều 17 và các mẫu số 21.MTCN, 22.MTCN Phụ lục I"; "bỏ cụm từ “…” tại khoản 2 Điều 4; cụm từ “…” tại Điều 5"
_FORMS = (
    r"(?:(?:các\s+)?(?:biểu\s+)?(?:mẫu|biểu)\s+(?:số\s+)?\d[\w.,/ -]{0,120}?\s(?:(?:tại|của)\s+)?"
    r"(?=(?:phụ\s+lục|mục)\s))?"
)
_WORDING = r"(?:“[^“”\n]{1,160}”|\"[^\"“”\n]{1,160}\")"
_WORDINGS = (
    rf"(?:\s*(?:,\s*và|;\s*và|,|;|và)\s*(?:(?:thay\s+thế|bãi\s+bỏ|bỏ|bổ\s+sung|thay)\s+)?(?:(?:các\s+)?(?:cụm\s+)?từ:?\s+)?{_WORDING}"
    rf"(?:(?:,|\s+và)\s+(?:(?:các\s+)?(?:cụm\s+)?từ\s+)?{_WORDING})*(?:\s+(?:bằng|thành)\s+(?:cụm\s+)?từ\s+{_WORDING})?\s+tại\s+(?:(?:tên|tiêu\s+đề)\s+(?:của\s+)?)?)"
)
# "Sửa đổi khoản 2 Điều 4, bổ sung Điều 6a của B": both are of B, and both amend it
_ADDED = r"\s*(?:,\s*(?:và\s+)?|\s+và\s+)bổ\s+sung\s+(?:thêm\s+)?"
_LIST = rf"(?:từ\s+)?{_ITEM}(?:(?:{_LINK}{_FORMS}|{_WORDINGS}|{_ADDED}){_ITEM})*"
_TO_DOCUMENT = (
    # "khoản 2 Điều 1 (nội dung bồi thường về đất) của", "Điều 19 (xử lý hóa đơn có sai sót) Nghị định"
    r"(?:\s*\((?:[^()\n]{4,60}\)(?=\s(?:của|tại)\s)|[^()\n\d]{4,60}\)(?=\s$)))?"
    # a form of an annex: "Phụ lục 2, mẫu số 8 Nghị định"
    r"(?:\s*(?:,|và)?\s*(?:mẫu|biểu)\s+(?:số\s+)?[\w./-]{1,8}(?=\s))?"
    # its title: "Phụ lục II “Định mức …” ban hành kèm theo"
    rf"(?:\s+{_WORDING}(?=\s+(?:được\s+)?ban\s+hành\s+kèm\s))?"
    # the only annex of an act has no number: "mục 13 Phụ lục (danh mục …) ban hành kèm theo Nghị định"
    r"(?:\s*(?:,|và|của|tại)?\s+(?:các\s+)?phụ\s+lục"
    r"(?:\s+(?:danh\s+mục|biểu|bảng)\s[^;,.:“”\n\d]{2,90}?(?=\s+(?:được\s+)?ban\s+hành\s))?(?=\s))?"
    r"(?:\s*(?:,|và)\s+các\s+(?:nội\s+dung|quy\s+định|điều\s+khoản)(?:\s+khác)?(?:\s+có)?\s+liên\s+quan)?"
    # "Điều 87 và một số điều, khoản khác của Luật"
    r"(?:\s*(?:,|và)\s+một\s+số\s+(?:nội\s+dung|quy\s+định|điều(?:\s*(?:,|và)\s*khoản)?|khoản|điểm)(?:\s+khác)?(?=\s+của\s))?"
    r"(?:\s*,|(?P<dash>\s+[-–])(?=\s))?\s*(?:(?:(?:(?:của|tại)\s+)?(?:bản\s+)?(?:quy\s+định|quy\s+chế|điều\s+lệ|hướng\s+dẫn)\s(?:[^;,.:\d]{0,60}\s|[^;.:“”\n\d]{0,200}\s(?=(?:được\s+)?ban\s+hành\s+(?:kèm|theo)\s))?"
    r"|(?:của|tại|trong)\s+(?:chương\s+trình|đề\s+án|kế\s+hoạch|danh\s+mục|chiến\s+lược)\s(?:[^;,.:“”\d]{0,90}\s(?=(?:được\s+)?(?:ban\s+hành\s+)?kèm\s|tại\s+$)|[^;.:“”\n\d]{0,240}\s(?=(?:được\s+)?ban\s+hành\s+kèm\s))"
    r"|(?:chương\s+trình|đề\s+án|kế\s+hoạch|phương\s+án|bộ\s+tiêu\s+chí|quy\s+trình)\s[^;.:“”\n/]{0,240}\s(?=(?:được\s+)?ban\s+hành\s+kèm\s))?"
    r"(?:\([^()\n]{2,40}\)\s*)?(?:được\s+)?(?:(?:ban\s+hành\s+)?(?:kèm(?:\s+theo)?|tại)|ban\s+hành\s+theo)\s+|(?:của|tại|thuộc|trong|theo|vào)\s+)?(?:các\s+)?$"
    # "Phụ lục III danh mục địa bàn ưu đãi đầu tư ban hành kèm theo Nghị định …"
    r"|(?P<annex>\s*(?:[-–]\s+)?[^\W\d][^;,.:()“”\n\d]{2,100}?\s(?:được\s+)?ban\s+hành\s+kèm\s+theo\s+"
    r"|\s+(?:về\s+)?danh\s+mục\s[^;.:()“”\n\d]{2,80}?\scủa\s+)$"
)
_BEFORE = re.compile(rf"(?P<list>{_LIST})(?:{_TO_DOCUMENT})")
# where a list may start: letters first, because a look-behind in front is tried at every character
_START = re.compile(
    r"(?:đ(?<!\wđ)(?:i[ềể]|oạ)|k(?<!\wk)hoản|m(?<!\wm)ục|c(?<!\wc)(?:hương|ác\s+[đkmcp])|"
    r"p(?<!\wp)(?<!một p)h[ầụ]|t(?<!\wt)(?:iết|iểu\s+[mđ]|ừ\s+[đkmcp])|g(?<!\wg)ạch)"
)
_ADDS = re.compile(rf"{_ADDED}(?={_SMALL})")
_AMENDS = re.compile(
    r"(?<!\w)sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?\s+(?:(?:các|một\s+số|nội\s+dung|tên|quy\s+định\s+tại)\s+)*$"
)
_TAIL = re.compile(rf"{_ITEM}(?:{_TO_DOCUMENT})")  # the last item alone: most mentions have none before them
# "Điều 10 - Nghị định số …": a dash may stand between an article and its act, not behind the number of a chapter
_DASHED = re.compile(r"(?:điều|khoản|điểm|tiết)\s+[\da-zđ]{1,4}$")
_BEFORE_ACTS = ("theo ", "tại ", "của ", "phụ lục ")
# "A (đã được sửa đổi, bổ sung Điều 3 theo B)": Điều 3 of A
_SUFFERED = re.compile(r"(?<!\w)(?:được|bị)\s+(?:sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ)\s+$")
_ENDS_IN_ANNEX = re.compile(r"phụ\s+lục(?:\s+số)?\s+\S+$")
_IN_A_TITLE = re.compile(r"(?<!\w)(?:này|phụ\s+lục|vào|thông\s+tư|nghị\s+định|quyết\s+định|luật)(?!\w)")
_WORDS = ("điều", "khoản", "điểm", "mục", "chương", "phần", "phụ", "tiết", "đoạn", "gạch")
_NEAR = 260
# where no list of provisions goes over; "các điều: 122, 123" is one
_CUT = re.compile(
    r"\n\n|[ \t]{30}|[.] |” (?!tại |bằng |thành |và “|khoản |điều |(?:được )?ban hành kèm )"
    r"|(?<!điều)(?<!khoản)(?<!điểm)(?<!mục)(?<!phụ lục)(?<!cụm từ): "
)
_AFTER = re.compile(
    rf"\s*(?:\(\s*(?:tại\s+|quy\s+định\s+tại\s+)?(?P<paren>{_LIST})\s*\)"
    rf"|,\s*(?P<comma>{_LIST})(?=\s*[.;)\n]|\s*$))"
)
_ONE = re.compile(
    rf"(?<!\w)(?P<many>các\s+)?(?P<level>{_SMALL}|đoạn|gạch\s+đầu\s+dòng)(?:\s+số)?:?\s+(?P<values>(?:thứ\s+)?{_VALUES})"
)
_ABOVE = {"tiết": re.compile(r"\s+điểm\s"), "tiểu điểm": re.compile(r"\s+điểm\s"), "tiểu mục": re.compile(r"\s+mục\s")}
# "điểm a khoản 2 điều 19", the commonest: one provision with all that holds it
_SINGLE = re.compile(
    r"(?:điểm\s+(?P<diem>[a-zđ])\s+)?(?:khoản\s+(?P<khoan>\d{1,2}[a-zđ]?)\s+)?điều\s+(?P<dieu>\d{1,3}[a-zđ]?)"
)
_HELD_BY = ("", ",", "của", "thuộc", "tại", "vào")  # what stands between an article and its chapter
WINDOW, _LONGEST_LIST = 400, 4000  # code points before an act, those of most lists and of the longest


def before(low: str, at: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions that stand right before a mention, and where their phrase starts.

    Args:
        low: low plain text.
        at: start of the mention.

    Returns:
        Provisions in the order of print, largest level set on each; and the start of the phrase
        (``at`` itself when there is none).

    >>> before("theo điểm a, b khoản 2 và khoản 4 điều 19 của ", 46)[0][0].as_dict()
    {'dieu': '19', 'khoan': '2', 'diem': 'a'}
    >>> [p.as_dict() for p in before("tại điều 5, điều 7 ", 19)[0]]
    [{'dieu': '5'}, {'dieu': '7'}]
    >>> before("thực hiện ", 10)
    ((), 10)
    """
    near = low[max(0, at - _NEAR) : at]
    last = max(map(near.rfind, _WORDS))
    if last < 0:
        return (), at
    if _TAIL.match(near, last) is None:
        # "chương trình", "danh mục": words that only look like a level may stand behind the last one
        levels = [m.start() for m in _ONE.finditer(near)] if near.endswith(_BEFORE_ACTS) else []
        if not levels or _TAIL.match(near, levels[-1]) is None:
            return (), at
    for size in (WINDOW, _LONGEST_LIST):
        found, start = _read_back(low, max(0, at - size), at)
        if start - (at - size) > _NEAR:
            break  # a list that begins near the edge of what was looked at may begin before it
    if found and low.endswith(("theo ", "bởi ", "tại "), 0, at) and _SUFFERED.search(low, max(0, start - 40), start):
        return (), at
    return found, start


def _read_back(low: str, begin: int, at: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions right before ``at`` and where they start, looked for from ``begin`` on."""
    window = low[begin:at]
    cuts = list(_CUT.finditer(window))
    if cuts:
        begin, window = begin + cuts[-1].start() + 1, window[cuts[-1].start() + 1 :]
    for start in _START.finditer(window):
        if _is_quoted(window, start.start()):
            continue  # 'bằng cụm từ “các số 26, 51 Mục I” tại khoản 4 Điều 27': it begins in words that are quoted
        if m := _BEFORE.match(window, start.start()):
            if m["annex"] and not (_ENDS_IN_ANNEX.search(m["list"]) and _IN_A_TITLE.search(m["annex"]) is None):
                continue
            if _ADDS.search(m["list"]) and not _AMENDS.search(window, 0, m.start()):
                continue
            if m["dash"] and not _DASHED.search(window, 0, m.start("dash")):
                return (), at
            if m["dash"] and not low[low.rfind("\n", 0, begin + m.start()) + 1 : begin + m.start()].strip(" -+*•|"):
                return (), at  # "Điều 2 - Nghị định số … hết hiệu lực": an article of the text, and what it says
            return read_list(m["list"]), begin + m.start()
    return (), at


_ADDED_BESIDE = re.compile(
    rf"bổ\s+sung\s+(?:thêm\s+)?(?P<list>{_LIST})\s+(?:ban\s+hành\s+kèm\s+theo\s+\w+\s+\w+\s+này\s+)?"
    r"vào\s+(?:ngay\s+)?(?:phía\s+)?(?:sau|trước)\s+$"
)


def _is_quoted(window: str, at: int) -> bool:
    """Whether a place stands within quotation marks that are closed behind it."""
    if window.rfind("“", 0, at) > window.rfind("”", 0, at):
        return "”" in window[at:]
    return window.count('"', 0, at) % 2 == 1 and '"' in window[at:]


def added(low: str, start: int, beside: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """What is added to a document beside the provisions that stand before it: "Bổ sung Điều 7a vào sau Điều 7 của B".

    Args:
        low: low plain text.
        start: start of the phrase of the provisions before the mention.
        beside: those provisions; given back where nothing is added.

    >>> t = "bổ sung khoản 3 vào sau "
    >>> [p.as_dict() for p in added(t, len(t), (Provision(dieu="18", khoan="2"),))]
    [{'dieu': '18', 'khoan': '3'}]
    """
    m = _ADDED_BESIDE.search(low, max(0, start - _NEAR), start) if beside and low.endswith(" ", 0, start) else None
    if m is None or len(beside) != 1:
        return beside
    given = read_list(m["list"])
    above = {p: _ORDER[: _largest(p)] for p in given}
    return tuple(replace(p, **{level: getattr(beside[0], level) for level in above[p]}) for p in given)


def after(low: str, at: int) -> tuple[Provision, ...]:
    """The provisions in a bracket or after a comma right behind a mention: "Luật Đất đai (khoản 2 Điều 5)".

    Args:
        low: low plain text.
        at: end of everything that names the document.

    >>> [p.as_dict() for p in after("nghị định số 30/2020/nđ-cp (khoản 2 điều 5) và", 26)]
    [{'dieu': '5', 'khoan': '2'}]
    >>> after("nghị định số 30/2020/nđ-cp, điều 5 nghị định số 1/2021/nđ-cp", 26)
    ()
    """
    m = _AFTER.match(low, at, at + WINDOW)
    return read_list(m["paren"] or m["comma"]) if m else ()


def read_list(phrase: str) -> tuple[Provision, ...]:
    """The provisions of a phrase such as ``điểm a, b khoản 2 điều 19 và điều 20``.

    A smaller provision belongs to the next larger one that follows it, or, with nothing larger behind it, to
    the larger one right before it. Ranges are written out up to fifty members.

    >>> [p.as_dict() for p in read_list("khoản 1, 3 điều 5; điều 7 đến 9")]
    [{'dieu': '5', 'khoan': '1'}, {'dieu': '5', 'khoan': '3'}, {'dieu': '7'}, {'dieu': '8'}, {'dieu': '9'}]
    >>> [p.as_dict() for p in read_list("điểm b khoản 2 và điểm d khoản 13 điều 3")]
    [{'dieu': '3', 'khoan': '2', 'diem': 'b'}, {'dieu': '3', 'khoan': '13', 'diem': 'd'}]
    >>> [p.as_dict() for p in read_list("từ điều 3 đến điều 5")]
    [{'dieu': '3'}, {'dieu': '4'}, {'dieu': '5'}]
    >>> [p.as_dict() for p in read_list("mục 1 điểm a khoản 2 điều 4")]
    [{'muc': '1', 'dieu': '4', 'khoan': '2', 'diem': 'a'}]
    """
    if one := _SINGLE.fullmatch(phrase):
        return (Provision(**one.groupdict()),)
    phrase = _QUOTED_WORDS.sub(" ", phrase)
    found: list[Provision] = []
    level, last, end = "", "", 0  # level, last value and end of the item before
    items = 0  # how many values it had
    closed = 0  # what a semicolon ended is no part of a chapter named later
    for m in _ONE.finditer(phrase):
        word = " ".join(m["level"].split())
        if word not in _LEVELS or (word in _ABOVE and _ABOVE[word].match(phrase, m.end())):
            continue  # a paragraph has no number of its own, and below the point, or the section, that is enough
        old, level = level, _LEVELS[word]
        values = values_of(m["values"])
        gap = _UNNAMED.sub("", _OF_FORMS.sub("của", phrase[end : m.start()].strip()))
        if old == level and gap == "đến":
            values = between(last, values[0])[1:] + values[1:]
        rank = _ORDER.index(level)
        if old == "muc" and not gap and rank > _ARTICLE and _article_follows(phrase, m.end()):
            inner = [p.muc for p in found[-items:] if p == Provision(muc=p.muc)]
            if len(inner) == items:  # "mục 1 điểm a khoản 2 Điều 4": an item of the point, no section of the act
                del found[-items:]
                values = [f"{v}{_WITHIN}{item}" for v in values for item in inner]
        waiting = [
            p
            for k, p in enumerate(found)
            if _largest(p) > rank
            and (_largest(p) > _ARTICLE or (gap in _HELD_BY and k >= closed and not _is_apart(p, level, gap, found)))
        ] or [p for p in found[-1:] if level == "dieu" and len(values) == 1 and _is_section_within(p, gap)]
        if waiting:
            each = values if m["many"] else values[:1]
            bound = [replace(p, **{level: v}) for v in each for p in waiting]
            found = [p for p in found if p not in waiting] + bound
            found += [Provision(**{level: v}) for v in values[len(each) :]]
        elif found and gap in ("", ",") and _smallest(found[-1]) < rank and not _larger_follows(phrase, m.end(), rank):
            found[-1:] = [replace(found[-1], **{level: v}) for v in values]
        elif level == "khoan" and gap == "và" and found and found[-1].dieu and m.end() == len(phrase.rstrip()):
            # "điểm a khoản 2 Điều 7 và khoản 3": of the article before it, as none follows
            found += [replace(found[-1], diem=None, khoan=v) for v in values]
        else:
            # an item larger than those before it that did not take them in takes its own chapter alone
            closed = len(found) if ";" in gap or (found and rank < _largest(found[-1])) else closed
            found += [Provision(**{level: v}) for v in values]
        last, end, items = values[-1], m.end(), len(values)
    return tuple(dict.fromkeys(map(_with_item, found)))


_LIST_AT = re.compile(_LIST)


def listed_at(low: str, at: int, end: int | None = None) -> tuple[tuple[Provision, ...], int]:
    """The provisions of a list that begins at an offset, and its end; nothing behind ``end`` is read.

    >>> found, end = listed_at("khoản 2 điều 4 về phân công", 0); [p.as_dict() for p in found], end
    ([{'dieu': '4', 'khoan': '2'}], 14)
    """
    m = _LIST_AT.match(low, at, len(low) if end is None else end)
    return (read_list(m.group()), m.end()) if m else ((), at)


_WHOLE = re.compile(
    rf"\W*(?:(?:các\s+)?(?:nội\s+dung|quy\s+định)\s+(?:quy\s+định\s+)?(?:tại|của)\s+)?(?P<list>{_LIST})(?:\s+của\s+(?:quy\s+định|quy\s+chế))?\W*"
)


def whole_list(phrase: str) -> tuple[Provision, ...]:
    """The provisions of a phrase that holds nothing else, as a cell of a table does.

    >>> [p.as_dict() for p in whole_list(" khoản 2 điều 5; điều 9 ")], whole_list("theo điều 5 của luật")
    ([{'dieu': '5', 'khoan': '2'}, {'dieu': '9'}], ())
    """
    m = _WHOLE.fullmatch(phrase) if any(word in phrase for word in _WORDS) else None
    return read_list(m["list"]) if m else ()


# 'cụm từ "khoản 2 Điều 12"': the words alone
_QUOTED_WORDS = re.compile(rf"(?=[“\"][^“”\"\n]*(?<!\w){_SMALL}\s){_WORDING}")
# "mục 5 của các mẫu số 1, 2 Phụ lục I"; "mục 2 Bản mô tả vị trí việc làm tại Phụ lục VIII"
_OF_FORMS = re.compile(
    r"của\s.*(?:mẫu|biểu)\s.*|[-–]\s.*|(?:bản|thuyết\s+minh|bảng|biểu|danh\s+mục)\s.*(?:tại|thuộc)", re.DOTALL
)
_UNNAMED = re.compile(r"^nội\s+dung\s+[a-zđ]\s*")
_WITHIN = "\0"  # joins a value and the item inside it until the list is read


def _with_item(p: Provision) -> Provision:
    """A provision with the item that stands inside its point or clause."""
    for level in ("diem", "khoan"):
        value, within, item = (getattr(p, level) or "").partition(_WITHIN)
        if within:
            return replace(p, muc=item, **{level: value})
    return p


def _is_apart(p: Provision, level: str, gap: str, found: Sequence[Provision]) -> bool:
    """Whether a comma puts beside a provision what does not hold it: "Điều 13, Phụ lục II", "Điều 4, Điều 6, mục 8"."""
    if gap != ",":
        return False
    if level == "phu_luc":
        return p.dieu is not None or p.chuong is not None
    return p.dieu is not None and len({q.dieu for q in found}) > 1


def _article_follows(phrase: str, at: int) -> bool:
    return any(m["level"].startswith("điều") for m in _ONE.finditer(phrase, at))


def _is_section_within(p: Provision, gap: str) -> bool:
    """Whether a section named before an article is one of it: "khoản 3, mục IV, điều 1", "mục 2 của Điều 1".

    Resolutions of councils have sections within their articles.
    """
    return gap in ("", ",", "của") and p.dieu is None and _largest(p) == _ORDER.index("muc")


def _larger_follows(phrase: str, at: int, rank: int) -> bool:
    """Whether something larger than a rank stands behind: then smaller ones belong to it."""
    levels = (_LEVELS.get(" ".join(m["level"].split())) for m in _ONE.finditer(phrase, at))
    return any(level is not None and _ORDER.index(level) < rank for level in levels)


def _largest(p: Provision) -> int:
    """Rank of the largest level that is set."""
    return next(rank for rank, level in enumerate(_ORDER) if getattr(p, level) is not None)


def _smallest(p: Provision) -> int:
    return next(rank for rank in reversed(range(len(_ORDER))) if getattr(p, _ORDER[rank]) is not None)
