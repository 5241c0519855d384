"""Lists of related documents on the page of one: "Văn bản bị thay thế (1)", and below it the paper.

A portal tells the relations of a document by the label above a list. Labels and their direction are the table
``related_lists.csv``. They are read on pages alone: a label with a count, or page words such as "Lược đồ".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from kg import registry
from kg.framing import Context, Link
from kg.models import Predicate
from kg.provisions import whole_list
from kg.registry import RelatedList
from kg.relations import GLUE, Cue
from kg.structure import is_heading

_BULLET = r"[ \t#*+•–|>-]*"
# line ends first: the search for one letter is the fastest
_LABEL = re.compile(
    rf"\n{_BULLET}(?:(?:[a-zđ]|[ivx]{{1,4}}|\d{{1,2}})[.)][ \t]+)?"
    r"(?P<label>(?:văn\s+bản|vb|căn\s+cứ\s+ban)[^\n|\t:(\[]{0,70}?)[ \t*]*"
    r"(?:[-–][ \t]*(?=[(\[]\s*\d))?(?P<count>[(\[]\s*\d+\s*(?:văn\s+bản\s*)?[)\]])?[ \t*]*(?P<end>[:|\t]|(?=\n|\Z))"
)
_PAGE = re.compile(
    r"lược\s+đồ|thuộc\s+tính|văn\s+bản\s+liên\s+quan|tình\s+trạng\s+hiệu\s+lực|văn\s+bản\s+đang\s+xem|trạng\s+thái\s+hiệu\s+lực"
)
_ITEM = re.compile(rf"{_BULLET}(?:số\s*,?\s*ký\s+hiệu\s*:\s*|(?:[(\[]?\d{{1,3}}\s*[.)\]|]\s*)?(?:[*|\[]\s*)*)")
# what stands with an item: "Ban hành: 19/06/2015 | Hiệu lực: …", "(19/06/2015)", "Hết hiệu lực", "về cơ chế một cửa"
_OF_ITEM = re.compile(
    r"[^\n:]{2,40}:\s|\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?\s*$|(?:còn|hết|chưa\s+có|ngưng|tạm\s+ngưng)\s+hiệu\s+lực|"
    r"(?:về|quy\s+định|ban\s+hành|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|phê\s+duyệt|thông\s+qua|công\s+bố)(?!\w)"
)
_THIS = re.compile(r"\s+(?:văn\s+bản|vb)\s+(?:này|đang\s+xem)$")  # "Văn bản hướng dẫn thi hành văn bản này (1)"
_NONE = re.compile(
    r"(?:không\s+có|chưa\s+có|đang\s+cập\s+nhật|xem\s+thêm|xem\s+chi\s+tiết|[-–—.]+)\W*"
    r"|(?:s?tt|số(?:\s*,?\s*ký)?\s+hiệu)\s*[|\t].*"  # the head of a table
)
_start = attrgetter("start")


class _Head(NamedTuple):
    """A label of the table, where it stands, and where the list below it begins."""

    row: RelatedList
    start: int
    end: int
    begin: int


@cache
def _rows() -> tuple[tuple[re.Pattern[str], RelatedList], ...]:
    return tuple((re.compile(row.pattern), row) for row in registry.related_lists())


def with_related(c: Context, links: list[Link]) -> list[Link]:
    """The links of a text with those that the lists of a page tell of its own document.

    In a list nothing else is said of that document: the title of an item ("Sửa đổi Nghị định số …") is no effect of it.
    """
    listed, spans = _related(c)
    links = [*links, *_history(c)]
    if not spans:
        return links
    out = list(listed)
    for link in links:
        at = c.found[link.object].start
        if link.subject is None and any(a <= at < b for a, b in spans):
            link = link.cited()
        out.append(link)
    return out


_HISTORY = re.compile(r"[ \t|*#]*lịch\s+sử\s+hiệu\s+lực[ \t|*]*:?[ \t|]*")
_HISTORY_LINE = re.compile(r"\n" + _HISTORY.pattern)
_BEFELL = re.compile(
    r"\n[ \t|]*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ \t|]+(?P<cue>(?:bị|được)\s+(?:(?P<replaces>thay\s+thế)"
    r"|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ|(?<=bị\s)hết\s+hiệu\s+lực)|(?P<amends>sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?|bổ\s+sung)|(?P<corrects>đính\s+chính)|(?P<suspends>đình\s+chỉ)))"
    r"(?P<part>\s+(?:một|1)\s+phần)?(?:\s+bởi)?[ \t|:]*"
)


_CELL = re.compile(r"[ |\t]+(?P<parts>[^\n|\t]{4,160})")  # "… | 08/2025/QĐ-UBND | Khoản 3 Điều 7; Điều 12"
_EFFECTS: tuple[Predicate, ...] = ("replaces", "repeals", "amends", "corrects", "suspends")


def _history(c: Context) -> list[Link]:
    """What became of the document of a history of effect: "10/03/2014 Bị thay thế 18/2014/NĐ-CP" below its heading."""
    low, out = c.plain.low, []
    heads = [m for m in (_HISTORY.match(low), *_HISTORY_LINE.finditer(low)) if m]
    at = {f.start: i for i, f in reversed(list(enumerate(c.found)))} if heads else {}
    for head in heads:
        told = at.get(head.end())
        if told is None and c.own.number is None:
            continue
        for m in _BEFELL.finditer(low, head.end(), head.end() + 3000):
            by = at.get(m.end())
            predicate = next(name for name in _EFFECTS if m[name])
            cue = Cue(predicate, m.start("cue"), m.end("cue"), m["part"] is not None)
            if by is not None:
                cell = _CELL.match(low, c.found[by].head_end)
                parts = (whole_list(cell["parts"]) or None) if cell else None
                out.append(Link(told, by, predicate, "heading", cue, "heading", reverse=True, provisions=parts))
    return out


def _related(c: Context) -> tuple[list[Link], list[tuple[int, int]]]:
    """The links of the lists of a page, and the spans of the lists."""
    low = c.plain.low
    heads = []
    counted = False
    for m in _LABEL.finditer(low):
        label = _THIS.sub("", m["label"])
        row = next((row for pattern, row in _rows() if pattern.fullmatch(label)), None)
        if row is None or (c.own.type == "van-ban-hop-nhat" and row.predicate == "consolidates" and row.acts != "this"):
            continue  # "VĂN BẢN HỢP NHẤT" is the title of a consolidated text
        counted = counted or m["count"] is not None
        heads.append(_Head(row, m.start("label"), m.end("label"), m.end()))
    if not heads or not (counted or _PAGE.search(low)):
        return [], []
    shown = None if c.own.number is not None else _shown(c, heads[0].start)
    if c.own.number is None and (shown is None or not counted):
        return [], []
    links, spans = [], []
    for head in heads:
        cue = Cue(head.row.predicate, head.start, head.end, head.row.partial)
        papers, end = _listed(c, head.begin)
        spans.append((head.begin, end))
        for i in papers:
            if shown is not None and c.targets[i] == c.targets[shown]:
                continue
            links.append(Link(shown, i, cue.predicate, "heading", cue, "heading", reverse=head.row.acts == "listed"))
    return links, spans


def _shown(c: Context, stop: int) -> int | None:
    """The paper of which a page tells that is none itself: the only one above its lists, at the head of its line."""
    above = [i for i, f in enumerate(c.found) if f.start < stop and c.scopes[i].owner is None]
    papers = {c.targets[i] for i in above if c.found[i].kind == "number"}
    if not above or len(papers) != 1 or c.found[above[0]].number is None:
        return None
    first = c.found[above[0]].start
    line = c.plain.low.rfind("\n", 0, first) + 1
    return above[0] if re.fullmatch(_BULLET, c.plain.low[line:first]) else None


def _listed(c: Context, begin: int) -> tuple[list[int], int]:
    """The papers of a list, and its end: those behind the label on its line, and the first of each line below."""
    low, text = c.plain.low, c.plain.text
    end = low.find("\n", begin)
    end = len(low) if end < 0 else end
    papers = list(_in_line(c, begin, end))
    blank = inside = False
    while end < len(low):
        begin = end + 1
        end = low.find("\n", begin)
        end = len(low) if end < 0 else end
        line = low[begin:end].strip()
        if not line:
            blank = True
            continue
        first = _first(c, begin, end)
        if first is not None:
            papers.append(first)
            inside = True
        elif _LABEL.match(low, begin - 1):
            break
        elif not _NONE.fullmatch(line):
            titled = line.endswith("[thuộc tính]")  # the number of the item follows on the next line
            of_item = titled or _OF_ITEM.match(line) is not None
            if (
                not (inside or titled)
                or is_heading(text[begin:end])
                or (blank and not of_item and not text[begin:end].lstrip()[:1].islower())
            ):
                break
        blank = False
    else:
        return papers, len(low)
    return papers, begin


def _first(c: Context, begin: int, end: int) -> int | None:
    """The paper with which a line begins."""
    i = bisect_left(c.found, begin, key=_start)
    if i == len(c.found) or c.found[i].start >= end or c.scopes[i].owner is not None:
        return None
    return i if _ITEM.fullmatch(c.plain.low, begin, c.starts[i]) else None


def _in_line(c: Context, begin: int, end: int) -> Iterator[int]:
    """The papers in the line of a label: "Văn bản căn cứ: Luật A; Luật B"."""
    at = begin
    for i in range(bisect_left(c.found, begin, key=_start), len(c.found)):
        if c.found[i].start >= end:
            return
        if c.scopes[i].owner is not None:
            continue
        gap = c.plain.low[at : c.starts[i]]
        if gap.strip() and not GLUE.fullmatch(gap.rpartition(";")[2]):
            return
        yield i
        at = c.title_end(i)
