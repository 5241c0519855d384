"""What the items below "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định B" do to provisions of B.

"1. Sửa đổi khoản 1 Điều 2 như sau: “…”", "3. Bãi bỏ khoản 3 Điều 9." name no act: they speak of the one of the
article. New wording in quotes is passed over, and an item that names an act speaks for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from kg.framing import Context, Link
from kg.models import Predicate, Provision
from kg.provisions import read_list, whole_list
from kg.relations import Cue

_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects")
# "Điều 3. Thay thế, bãi bỏ một số cụm từ, điểm, khoản của": up to the act that is named
_HEAD = re.compile(
    r"(?:(?P<article>điều\s+\d+[a-zđ]?\s*[.:])|(?P<figure>\d{1,3}\s*[.)]))\s*"
    r"(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s*(?:cụm\s+từ\s*)?(?:,|và|\s)\s*)+một\s+số\s[^;.:“”\"\d]{2,160}$"
)
# "Điều 1. Sửa đổi, bổ sung Nghị định B …" above such items
_WHOLE_HEAD = re.compile(r"(?P<article>điều\s+\d+[a-zđ]?\s*[.:])\s*sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?\s+$")
# "Điều 1. Đính chính lỗi kỹ thuật tại Thông tư B như sau:" above "1. Tại khoản 2 Điều 118, in là …"
_PUT_RIGHT = re.compile(
    r"(?P<article>điều\s+\d+[a-zđ]?\s*[.:])\s*đính\s+chính\s+(?:(?:một\s+số\s+|các\s+)?(?:lỗi|sai\s+sót|nội\s+dung)(?:\s+(?:về\s+)?[^\W\d]+){0,6}\s+(?:tại|của|trong|ở)\s+)?$"
)
_ARTICLE = re.compile(r"(?:điều\s+\d+[a-zđ]?\s*[.:]|(?:chương|phụ\s+lục|mục)\s+[ivxlc\d]+(?!\w)|nơi\s+nhận)")
_FIGURE = re.compile(r"\d{1,3}\s*[.)]\s*")
_LETTER = re.compile(r"[a-zđ]{1,2}\s*\)\s*")
_DOES = re.compile(
    r"(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)\s+|(?P<replaces>thay\s+thế|thay)\s+|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ|bỏ)\s+"
    r"|(?P<corrects>tại|ở)\s+(?=(?:điểm|khoản|điều|chương|mục|phụ\s+lục|tiết)\s)"
)
# "1. Khoản 1 Điều 17 được sửa đổi như sau:"
_IS_DONE = re.compile(
    r"(?P<parts>(?:điểm|khoản|điều|chương|mục|phụ\s+lục|tiết)\s[^;:.“”\"\n]{1,120}?)\s+(?:được|bị)\s+"
    r"(?:(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))(?!\w)"
    r"(?!\s+(?:bởi|theo|tại)\s)"
)
_OF_THIS = re.compile(r"(?:\s+của\s+\w+(?:\s+\w+)?\s+này)?(?:\s+(?:đã|sẽ))?$")
_WORDS = re.compile(r"(?:(?:các|một\s+số|toàn\s+bộ|những)\s+)*(?:cụm\s+từ|từ|đoạn|câu|dấu|chữ|số)(?!\w)")
_WHERE = re.compile(r"(?<!\w)(?:tại|trong|ở)\s")
_PARTS = re.compile(
    r"(?:(?:các|một\s+số|toàn\s+bộ|những|thêm|tên|tiêu\s+đề|nội\s+dung|quy\s+định\s+tại|của)\s+)*(?:khoản\s+của\s+|điểm\s+của\s+)?"
    r"(?=(?:điểm|khoản|điều|chương|mục|phụ\s+lục|tiết)\s)"
)
_AFTER_WHICH = re.compile(r"\s+(?:vào(?:\s+(?:sau|trước))?|sau|trước)\s")
_ANOTHER = re.compile(r"(?<!\w)(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s")
_QUOTES = re.compile(r"[“”]")
_QUOTED = re.compile(r"“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"")
_SAID = re.compile(
    r"như\s+sau|[:“\"]|;(?!\s*(?:(?:và|các)\s+)*(?:điểm|khoản|điều|chương|mục|phụ\s+lục|tiết)\s)|"
    r"\.\s*(?:\n|$)|\n\s*(?=\d{1,3}\s*[.)]|[a-zđ]\s*\)|điều\s)"
)
_PRINTED = re.compile(r"[:“”\"\n]")
_SAID_AT_MOST = 600
_start = attrgetter("start")


class _Item(NamedTuple):
    """What one item does: its verb in the text, and to which provisions."""

    predicate: Predicate
    start: int
    end: int
    provisions: tuple[Provision, ...]


def with_items(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of a text, those of articles that amend or correct an act with the provisions that their items name."""
    out = list(links)
    for k, link in enumerate(links):
        if link.frame != "enacting" or link.subject is not None or link.predicate not in _EFFECTS:
            continue
        level = _level(c, link)
        if level is None:
            continue
        done: dict[Predicate, list[_Item]] = {}
        at = max(c.found[link.object].head_end, c.scopes[link.object].title_end)
        for item in _items(c, at, level, corrects=link.predicate == "corrects"):
            done.setdefault(item.predicate, []).append(item)
        for predicate, items in done.items():
            provisions = tuple(dict.fromkeys(p for item in items for p in item.provisions))
            if predicate == link.predicate:
                out[k] = link._replace(provisions=provisions)
            else:
                cue = Cue(predicate, items[0].start, items[0].end, True)
                out.append(link._replace(predicate=predicate, cue=cue, provisions=provisions))
    return out


def _level(c: Context, link: Link) -> str | None:
    """The kind of marker before the head of a list of items, where a link is read from one: ``article``, ``figure``."""
    i = link.object
    if link.cue is None or c.provisions[i] or c.scopes[i].owner is not None:
        return None
    low = c.plain.low
    begin = low.rfind("\n", 0, c.starts[i]) + 1
    before = low[begin : c.starts[i]].lstrip()
    if link.predicate == "corrects":
        m = _PUT_RIGHT.match(before)
    else:
        m = _HEAD.match(before) or (_WHOLE_HEAD.match(before) if link.predicate == "amends" else None)
    return m.lastgroup if m else None


def _items(c: Context, at: int, level: str, *, corrects: bool) -> Iterator[_Item]:
    """The items below a head that ends at an offset, up to the next article, or figure; only a correction corrects."""
    low = c.plain.low
    line = low.find("\n", at)
    depth = 0
    parent: _Item | None = None  # the item with a figure above those with letters
    told = False  # whether one of these has told what the parent only announces
    skipped = level == "article"  # letters above the first figure, and below one with an act of its own, are no items
    while line >= 0:
        begin, line = line + 1, low.find("\n", line + 1)
        end = line if line >= 0 else len(low)
        inside = depth > 0
        depth = _depth(low[begin:end], depth)
        begin += len(low[begin:end]) - len(low[begin:end].lstrip())
        if inside or begin >= end:
            continue
        figure = _FIGURE.match(low, begin, end)
        if _ARTICLE.match(low, begin, end) or (figure and level == "figure"):
            break
        m = figure or _LETTER.match(low, begin, end)
        if m is None:
            continue
        if figure:
            if parent is not None and not told and (parent.predicate == "corrects") == corrects:
                yield parent
            parent, told, skipped = _read(c, m.end(), None), False, _names_an_act(c, m.end())
        elif not skipped and (item := _read(c, m.end(), parent)) and (item.predicate == "corrects") == corrects:
            told = True
            yield item
    if parent is not None and not told and (parent.predicate == "corrects") == corrects:
        yield parent


def _depth(line: str, depth: int) -> int:
    """How many quotes are open at the end of a line."""
    if '"' in line and line.count('"') % 2:
        depth = 0 if depth else 1
    for mark in _QUOTES.findall(line):
        depth = depth + 1 if mark == "“" else max(depth - 1, 0)
    return depth


def _read(c: Context, at: int, parent: _Item | None) -> _Item | None:
    """What an item at an offset does, unless it names an act of its own."""
    low = c.plain.low
    does = _DOES.match(low, at)
    if does is None:
        return _read_passive(c, at, parent)
    said = low[does.end() : at + _SAID_AT_MOST]
    if does["corrects"]:  # "Tại khoản 2 Điều 87, cụm từ “…” đính chính thành": the place, up to what was printed
        stop = _PRINTED.search(said)
    else:
        said = _QUOTED.sub(lambda m: " " * len(m.group()), said)
        stop = _SAID.search(said)
    said = said[: stop.start()] if stop else said
    if _names_an_act(c, at, does.end() + len(said)):
        return None
    predicate: Predicate = does.lastgroup  # type: ignore[assignment]
    if _WORDS.match(said):
        where = _WHERE.search(said)
        provisions = read_list(said[where.end() :]) if where else ()
        predicate = "amends"
    elif (parts := _PARTS.match(said)) is None or _ANOTHER.search(said):
        return None
    else:
        what, *behind = _AFTER_WHICH.split(said[parts.end() :], maxsplit=1)
        provisions = read_list(what)
        if behind and (beside := read_list(behind[0])):
            provisions = tuple(_within(p, beside[-1]) for p in provisions)
    if parent is not None and len(parent.provisions) == 1:
        provisions = tuple(_within(p, parent.provisions[0]) for p in provisions)
    if not provisions or any(not (p.dieu or p.chuong or p.phu_luc) for p in provisions):
        return None  # "khoản 3" of nothing, "mục 1" of a form
    return _Item(predicate, does.start(), does.end(does.lastgroup or 0), provisions)


def _read_passive(c: Context, at: int, parent: _Item | None) -> _Item | None:
    """What an item says is done to provisions that it names first: "1. Khoản 1 Điều 17 được sửa đổi như sau:"."""
    m = _IS_DONE.match(c.plain.low, at)
    if m is None or _names_an_act(c, at, m.end()):
        return None
    provisions = whole_list(_OF_THIS.sub("", m["parts"]))  # not "Khoản 3 Điều 5 không", as it goes on "bị bãi bỏ"
    if parent is not None and len(parent.provisions) == 1:
        provisions = tuple(_within(p, parent.provisions[0]) for p in provisions)
    if not provisions or any(not (p.dieu or p.chuong or p.phu_luc) for p in provisions):
        return None
    predicate: Predicate = m.lastgroup  # type: ignore[assignment]
    return _Item(predicate, m.start(predicate), m.end(predicate), provisions)


def _names_an_act(c: Context, at: int, end: int | None = None) -> bool:
    """Whether an act is named between an offset and the end of an item, or of its line."""
    if end is None:
        end = c.plain.low.find("\n", at)
        end = len(c.plain.low) if end < 0 else end
    i = bisect_left(c.found, at, key=_start)
    return i < len(c.found) and c.found[i].start < end and not c.found[i].this


def _within(p: Provision, other: Provision) -> Provision:
    """A provision with the larger levels of another one: "khoản 5" beside "khoản 4 Điều 22" is of Điều 22."""
    if p.dieu is not None or not (p.khoan or p.diem):
        return p
    khoan = p.khoan if p.khoan is not None else other.khoan
    return replace(p, dieu=other.dieu, khoan=khoan)
