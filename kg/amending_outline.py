"""The outline of an amending text: which act its items speak of, and what they do to that act's provisions.

An act is named once, above what is done to it: in the title of the text, where that amends one act alone ("Điều 1.
Sửa đổi, bổ sung Điều 7"), in the heading of a chapter, of an article ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị
định B") or of a figure. What an item does (:mod:`kg.amended_items`) is added to the link of that heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.amended_items import CHANGES, Item, goes_on, only_effect, read_item
from kg.framing import Context, Link
from kg.models import Predicate, Provision
from kg.relations import Cue, partial

_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "corrects")
_MARKER = re.compile(
    r"[ \t]*(?:(?P<chapter>chương\s+[ivxlc\d]+(?!\w))|(?P<section>mục\s+(?:\d{1,2}|[ivxlc]+)(?!\w))"
    r"|(?P<article>điều\s+\d+[a-zđ]?(?:\s*[.:]|[ \t]*(?=\n|$)))"
    r"|(?P<figure>\d{1,3}\s*[.)]|\d{1,2}\s?[-–](?=\s))|(?P<letter>[a-zđ]{1,2}\s*\)|[a-zđ]\.(?=\s))|(?P<end>phụ\s+lục\s+[ivxlc\d]+(?!\w)|nơi\s+nhận))\s*"
)
_RANKS = ("chapter", "section", "article", "figure", "letter")
_LAST = 2 * len(_RANKS)
_HEADS = ("chapter", "section")  # their titles stand below the marker
# "Điều 3. Thay thế, bãi bỏ một số cụm từ, điểm, khoản của": up to the act that is named
_HEAD = re.compile(
    rf"(?:{CHANGES}\s*(?:cụm\s+từ\s*)?(?:,|và|\s)\s*)+(?:một\s+số|các|những)\s[^;.:“”\"\d]{{2,160}}$"
)
# "một số khoản của Điều 123 B": its items tell which
_SOME_OF = re.compile(r"một\s+số\s+(?:điểm|khoản)(?:\s*(?:,|và)\s*(?:điểm|khoản))*\s+(?:của|tại)\s+$")
_WHOLE_HEAD = re.compile(r"sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?\s+$")  # "Sửa đổi, bổ sung Nghị định B …"
# "Đính chính lỗi kỹ thuật tại Thông tư B như sau:" above "1. Tại khoản 2 Điều 118, in là …"
_PUT_RIGHT = re.compile(
    r"đính\s+chính\s+(?:(?:một\s+số\s+|các\s+)?(?:lỗi|sai\s+sót|nội\s+dung)(?:\s+(?:về\s+)?[^\W\d]+){0,6}\s+(?:tại|của|trong|ở)\s+)?$"
)
# an article that goes on with the outline, not with wording that is quoted
_NEXT = re.compile(
    r"\s*điều\s+(?P<n>\d{1,3})\s*[.:]\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|hiệu\s+lực|điều\s+khoản\s+(?:thi|chuyển)|tổ\s+chức\s+(?:thực|thi)|"
    r"quy\s+định\s+chuyển|trách\s+nhiệm)(?!\w)"
)
_NEXT_FIGURE = re.compile(rf"\s*(?P<n>\d{{1,3}})\s*[.)]\s*{CHANGES}(?!\w)")
_AMENDS = re.compile(rf"\s*[“\"]\s*(?:\d{{1,3}}[a-zđ]?\s*[.)]|[a-zđ]\s*\))?\s*{CHANGES}(?!\w)")
_QUOTES = re.compile(r"[“”]")


@dataclass(slots=True)
class _Level:
    """A heading or item that is open while its parts are read.

    Attributes:
        links: which of the links name the act that is spoken of: that of a chapter, of an article in it.
        heads: whether it names the act.
        told: the provisions that its parts have named.
    """

    rank: int
    links: tuple[int, ...] = ()
    item: Item | None = None
    heads: bool = False
    told: list[Provision] = field(default_factory=list)


def with_items(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of a text, those that change or correct an act with the provisions that the items below name."""
    out = list(links)
    done: dict[int, dict[Predicate, list[Item]]] = {}
    opening = _opening(c)
    for heads, one in _walk(c, links, opening):
        item = _of_an_amendment(c, links[heads[-1]], one)
        for k in heads:
            if links[k].predicate == item.predicate or k == heads[-1]:
                done.setdefault(k, {}).setdefault(item.predicate, []).append(item)
    named = {(one.predicate, c.targets[one.object], p) for one in links if _acts(one) for p in c.provisions[one.object]}
    for k, by_predicate in done.items():
        link = links[k]
        act = c.targets[link.object]
        for predicate, items in by_predicate.items():
            provisions = tuple(dict.fromkeys(p for item in items for p in item.provisions))
            if predicate == link.predicate:
                out[k] = link._replace(provisions=provisions)
                continue
            # an item that names the act has a link of its own
            provisions = tuple(p for p in provisions if (predicate, act, p) not in named)
            if provisions:
                cue = Cue(predicate, items[0].start, items[0].end, True)
                out.append(link._replace(predicate=predicate, frame="enacting", cue=cue, provisions=provisions))
    return _titles_too(c, out, opening)


_REPLACES = re.compile(r"(?<!\w)thay(?!\w)")


def _of_an_amendment(c: Context, head: Link, item: Item) -> Item:
    """An item that puts another annex in the place of one, which amends the act that its heading says is amended.

    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định B", "3. Thay thế Phụ lục II bằng Phụ lục kèm theo văn bản này".
    """
    if item.predicate != "replaces" or head.predicate != "amends" or head.cue is None:
        return item
    line = c.plain.low.find("\n", item.end)
    if any(not c.found[i].this for i in c.within(item.end, line if line >= 0 else len(c.plain.low))):
        return item  # "Thay thế Phụ lục II ban hành kèm theo Nghị định B bằng …"
    annexes = all(p.phu_luc is not None and p.dieu is None for p in item.provisions)
    said = _REPLACES.search(c.plain.low, head.cue.start, c.found[head.object].start)
    return item._replace(predicate="amends") if annexes and said is None else item


def _opening(c: Context) -> int:
    """Where the first chapter or article begins: above it stand the title and the words that issue the text."""
    begin = c.header.body_start
    return next((at for name, at, _ in _lines(c.plain.low, begin, ()) if name in ("chapter", "article")), begin)


def _titles_too(c: Context, links: list[Link], opening: int) -> list[Link]:
    """The title and the issuing words say in short what the articles do to an act: they have its provisions too."""
    told: dict[tuple[Predicate, str | None], dict[Provision, None]] = {}
    for link in links:
        if _acts(link):
            provisions = link.provisions if link.provisions is not None else c.provisions[link.object]
            told.setdefault((link.predicate, c.targets[link.object]), {}).update(dict.fromkeys(provisions))
    out = []
    some = _some_matters(c, links)
    for link in links:
        above = _acts(link) and c.found[link.object].start < opening
        if above and some and link.predicate == "amends" and link.cue is not None:
            link = link._replace(cue=link.cue._replace(partial=True))
        if above and link.provisions is None and not c.provisions[link.object]:
            provisions = tuple(told[link.predicate, c.targets[link.object]])
            if provisions and _in_part(link):
                link = link._replace(provisions=provisions)
        out.append(link)
    return out


# "KẾ HOẠCH Điều chỉnh, bổ sung Kế hoạch B" over "UBND tỉnh điều chỉnh, bổ sung một số nội dung như sau:"
_SOME_MATTERS = re.compile(
    r"(?<!\w)(?:điều\s+chỉnh|sửa\s+đổi)(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?\s+(?:một\s+số|các)\s+nội\s+dung\s+(?:cụ\s+thể\s+)?(?:như\s+)?sau"
)


def _some_matters(c: Context, links: Sequence[Link]) -> bool:
    """Whether a text that amends one paper alone says that it changes some matters in it."""
    acts = {c.targets[link.object] for link in links if _acts(link) and link.predicate == "amends"}
    return len(acts) == 1 and _SOME_MATTERS.search(c.plain.low, c.header.body_start) is not None


def _acts(link: Link) -> bool:
    """Whether the text itself changes or ends an act by a link."""
    return link.subject is None and link.predicate in _EFFECTS


def _in_part(link: Link) -> bool:
    return link.cue is not None and partial(link.cue, ())


def _walk(c: Context, links: Sequence[Link], opening: int) -> Iterator[tuple[tuple[int, ...], Item]]:
    """What the items of a text do, each with the places of the links that name their act, the nearest one last."""
    heads = sorted((c.found[link.object].start, k) for k, link in enumerate(links) if _may_head(c, link))
    starts = [start for start, _ in heads]
    title = _of_the_title(c, links, opening)
    if not heads and not title:
        return
    open_: list[_Level] = []
    for name, at, end in _lines(c.plain.low, c.header.body_start, starts):
        rank = 2 * _RANKS.index(name) if name in _RANKS else _LAST
        while open_ and (name == "end" or open_[-1].rank >= rank):
            yield from _close(open_)
        if name == "end":
            title = ()
            continue
        inside = [k for _, k in heads[bisect_left(starts, at) : bisect_left(starts, end)]]
        above = open_[-1] if open_ else _Level(-1, title if name == "article" else ())
        level = _head(c, links, above, name, at, inside)
        if level is None:
            level = _level(c, links, above, at, end)
            if level.item is not None:
                for one in open_:
                    one.told += level.item.provisions
        # "Điều 1⏎Sửa đổi, bổ sung một số điều của Luật B:" stands between the article and its figures
        level.rank = open_[-1].rank + 1 if name == "line" and level.heads and open_ else rank
        open_.append(level)
    while open_:
        yield from _close(open_)


def _may_head(c: Context, link: Link) -> bool:
    """Whether a link may name the act of the items below it."""
    i = link.object
    several = not c.provisions[i] or _SOME_OF.search(c.plain.low, max(0, c.starts[i] - 60), c.starts[i]) is not None
    return _acts(link) and link.frame == "enacting" and several and c.scopes[i].owner is None


def _of_the_title(c: Context, links: Sequence[Link], opening: int) -> tuple[int, ...]:
    """The link to the only act that the title of the text changes in part, if it changes one."""
    said = [
        k
        for k, link in enumerate(links)
        if c.found[link.object].start < opening and _acts(link) and link.predicate != "corrects"
    ]
    if len({c.targets[links[k].object] for k in said}) != 1 or not _in_part(links[said[0]]):
        return ()
    return (said[0],) if not c.provisions[links[said[0]].object] else ()


def _head(
    c: Context, links: Sequence[Link], above: _Level, name: str, at: int, inside: Sequence[int]
) -> _Level | None:
    """The level that a heading opens, where the heading is that of a chapter, or names the act of its items."""
    if name in _HEADS:
        one = len({c.targets[links[k].object] for k in inside}) == 1
        return _Level(0, (inside[0],) if one and _in_part(links[inside[0]]) else ())
    for k in inside:
        act, begin = c.targets[links[k].object], c.starts[links[k].object]
        before = c.plain.low[at:begin]
        if links[k].predicate == "corrects":
            heads = _PUT_RIGHT.match(before) is not None
        else:
            whole = links[k].predicate == "amends" and _WHOLE_HEAD.match(before)
            heads = bool(whole) or _HEAD.match(before) is not None
        if heads:
            wider = tuple(one for one in above.links if c.targets[links[one].object] == act)
            effect = only_effect(c.plain.low, at, begin)
            if effect is not None:
                effect = effect._replace(provisions=c.provisions[links[k].object])
            return _Level(0, (*wider, k), effect, heads=True)
    return None


def _level(c: Context, links: Sequence[Link], above: _Level, at: int, end: int) -> _Level:
    """The level that an item opens, of the act of the one above it."""
    if not above.links:
        return _Level(0)
    link = links[above.links[-1]]
    act = c.targets[link.object]
    item = read_item(c, at, end, act, above.item)
    if item is not None and (item.predicate == "corrects") != (link.predicate == "corrects"):
        item = None
    if item is not None:
        return _Level(0, above.links, item)
    return _Level(0, above.links, only_effect(c.plain.low, at, end)) if goes_on(c, at, end, act) else _Level(0)


def _close(open_: list[_Level]) -> Iterator[tuple[tuple[int, ...], Item]]:
    """What the last open level has told itself; not "một số khoản của Điều 3" where its parts told which."""
    level = open_.pop()
    if level.item is None:
        return
    left = tuple(p for p in level.item.provisions if not any(_holds(p, part) for part in level.told))
    if left and level.links:
        yield level.links, level.item._replace(provisions=left)
    also = level.item.also if level.links else None
    while also is not None:
        yield level.links, also
        also = also.also


def _holds(p: Provision, part: Provision) -> bool:
    """Whether a provision is, or holds, another one."""
    return p.as_dict().items() <= part.as_dict().items()


def _lines(low: str, begin: int, acts: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """The lines outside quotes: kind of marker, where the words behind it begin and end.

    The words of the heading of a chapter stand on the lines below it, up to the next marker. A quote that was never
    closed ends where the outline plainly goes on: at a line that names an act (``acts``), at its next article, or its
    next figure unless the quote itself lists what changes an act.
    """
    heading: tuple[str, int] | None = None
    depth = article = figure = 0
    amends = False  # whether the quote that is open does
    while begin < len(low):
        end = low.find("\n", begin)
        end = len(low) if end < 0 else end
        inside, line = depth > 0, low[begin:end]
        number, item = _NEXT.match(line), _NEXT_FIGURE.match(line)
        goes_on = number and int(number["n"]) == article + 1
        goes_on = goes_on or (item and not amends and int(item["n"]) == figure + 1 > 1)
        if inside and (goes_on or bisect_left(acts, begin) < bisect_left(acts, end)):
            inside, depth = False, 0
        depth = _depth(line, depth)
        amends = amends if inside else depth > 0 and _AMENDS.match(line) is not None
        if not inside and (number or item):
            article, figure = (int(number["n"]), 0) if number else (article, int(item["n"]) if item else 0)
        m = None if inside or not line.strip() else _MARKER.match(low, begin, end)
        if heading is not None and (m is not None or inside):
            yield (*heading, begin)
            heading = None
        if m is not None and m.lastgroup in _HEADS:
            heading = (m.lastgroup, m.end())
        elif m is not None and m.lastgroup is not None:
            yield m.lastgroup, m.end(), end
        elif not inside and heading is None and line.strip():
            yield "line", begin + len(line) - len(line.lstrip()), end
        begin = end + 1


def _depth(line: str, depth: int) -> int:
    """How many quotes are open at the end of a line."""
    if '"' in line and line.count('"') % 2:
        depth = 0 if depth else 1
    for mark in _QUOTES.findall(line):
        depth = depth + 1 if mark == "“" else max(depth - 1, 0)
    return depth
