"""What one item of an amending text does: "1. Sửa đổi khoản 1 Điều 2 như sau:", "Bãi bỏ khoản 3 Điều 9.".

Such an item names no act: it speaks of the one of the heading above it (:mod:`kg.amending_outline`). An item that names
an act speaks for itself, and new wording in quotes says nothing of provisions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from kg.framing import Context
from kg.models import Predicate, Provision
from kg.provisions import read_list, whole_list

_LEVELS = r"(?:tiết|điểm|khoản|điều|mục|chương|phần|phụ\s+lục)"
CHANGES = r"(?:sửa\s+đổi|điều\s+chỉnh|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)"
"""The verbs of what is done to an act, as a pattern."""
_DOES = re.compile(
    # "Sửa đổi, bổ sung, bãi bỏ một số điểm của Điều 7": its items tell which
    rf"(?P<several>{CHANGES}(?:\s*,\s*(?:và\s+)?{CHANGES})*\s*(?:,|\svà)\s*(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ))\s+(?=(?:một\s+số|(?:các\s+)?(?:cụm\s+)?từ)\s)|"
    r"(?P<amends>(?:sửa\s+đổi|điều\s+chỉnh)(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)\s+|(?P<replaces>thay\s+thế|thay)\s+|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ|bỏ)\s+"
    # "Tại dòng thứ 5 từ trên xuống của Phụ lục I", "Tại trang 4, Mục 2 Phụ lục III"
    r"|(?P<corrects>tại|ở)\s+(?:(?:dòng|trang|cột|hàng|số\s+thứ\s+tự|stt)\s[^;:.“”\"\n]{1,60}?(?:\s(?:của|tại|thuộc|trong)|,)\s+)?"
    rf"(?={_LEVELS}\s)"
)
# "1. Khoản 1 Điều 17 được sửa đổi như sau:"
_IS_DONE = re.compile(
    rf"(?:các\s+)?(?P<parts>{_LEVELS}\s[^;:.“”\"\n]{{1,120}}?)"
    r"(?:\s*[,(]\s*(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[^;:“”()\n]{4,200}[),])?\s+(?:được|bị)\s+"
    r"(?:(?P<amends>(?:sửa\s+đổi|điều\s+chỉnh)(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))(?!\w)"
    r"(?!\s+(?:bởi|theo|tại)\s)"
)
# "1. Mục 3 Phần II quy định “8.000 đồng/tháng”, nay sửa đổi thành “15.000 đồng/tháng”"
_READ = re.compile(
    rf"(?:tại\s+)?(?P<parts>{_LEVELS}\s[^;:.,“”\"\n]{{1,80}}?)\s*,?\s+(?:quy\s+định|ghi|nêu)(?:\s+là)?\s*:?\s*"
    r"(?:“[^“”\n]{1,400}”|\"[^\"\n]{1,400}\")\s*[,;]?\s*nay\s+(?:được\s+)?(?P<amends>sửa(?:\s+đổi|\s+lại)?|điều\s+chỉnh|thay)"
    # "…, nay sửa thành “15 ngày” tại Thông tư B": another did it before
    r"\s+(?:thành|là|bằng)(?!\w)(?!\s*:?\s*(?:“[^“”\n]{1,400}”|\"[^\"\n]{1,400}\")\s*[,(]?\s*(?:tại|theo|bởi)\s)"
)
_OF_THIS = re.compile(r"(?:\s+của\s+\w+(?:\s+\w+)?\s+này)?(?:\s+(?:đã|sẽ))?$")
_WORDS = re.compile(r"(?:(?:các|một\s+số|toàn\s+bộ|những)\s+)*(?:cụm\s+từ|từ|đoạn|câu|dấu|chữ|số)(?!\w)")
_WHERE = re.compile(r"(?<!\w)(?:tại|trong|ở)(?:\s|:)")
# "một số điểm, khoản của Điều 14"
_PARTS = re.compile(
    r"(?:(?:các|một\s+số|toàn\s+bộ|những|thêm|tên|tiêu\s+đề|nội\s+dung|quy\s+định\s+tại|của|vào\s+cuối)\s+)*"
    rf"(?:{_LEVELS}(?:\s*(?:,|và)\s*{_LEVELS})*\s+(?:của|tại|trong)\s+)?(?={_LEVELS}\s)"
)
_AFTER_WHICH = re.compile(r"\s+(?:vào(?:\s+(?:sau|trước))?|sau|trước)\s")
_ALSO_AMENDS = re.compile(rf"(?:,|;|\svà)\s+(?:sửa\s+đổi|bổ\s+sung)\s+(?=(?:các\s+)?{_LEVELS}\s)")
_BY_WHICH = re.compile(r"\s(?:bằng|thành)\s")
_ANOTHER = re.compile(rf"(?<!\w){CHANGES}\s")
_NEXT_EFFECT = re.compile(rf"(?:\s*,|\s+và)\s+(?=(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s+(?:các\s+)?{_LEVELS}\s)")
# "Phụ lục số 17 thuộc Phụ lục III ban hành kèm theo Thông tư này": an annex of the text itself
_IN_ITS_ANNEX = re.compile(
    r"\s+(?:thuộc|tại|của)\s+phụ\s+lục(?:\s+(?:số\s+)?\S+)?\s+(?:được\s+)?ban\s+hành\s+kèm\s+theo\s+\w+(?:\s+\w+)?\s+này"
)
_EFFECT = re.compile(r"(?:sửa\s+đổi|điều\s+chỉnh|bổ\s+sung|thay\s+thế|thay|bãi\s+bỏ|hủy\s+bỏ|bỏ)(?!\w)")
_QUOTED = re.compile(r"“[^“”\n]{1,800}”|\"[^\"\n]{1,300}\"")
# "khoản 8 Điều 25 được sửa đổi, bổ sung bởi khoản 1 Điều 2 B": what became of it before
_CHANGED_BY = re.compile(
    r"[sbt](?:(?<=s)ửa\s+đổi|(?<=b)ổ\s+sung|(?<=t)hay\s+thế)(?:\s*,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế))?\s+(?:bởi|tại|theo)\s"
)
_ITS_LEAD = re.compile(r"\s*[,(]?\s*(?:đã\s+)?(?:được\s+)?$")
_LEAD_REACH = 24
_SAID = re.compile(
    rf"như\s+sau|[“\"]|:(?!\s*(?:các\s+|tại\s+)?{_LEVELS}\s)|"
    rf";(?!\s*(?:(?:và|các|tại|tên|tiêu\s+đề|của|sửa\s+đổi|bổ\s+sung)\s+)*(?:{_LEVELS}|(?:(?:thay\s+thế|bãi\s+bỏ|bổ\s+sung|thay|bỏ)\s+)?(?:cụm\s+)?từ)\s)|"
    r"\.\s*(?:\n|$)|\n\s*(?=\d{1,3}\s*[.)]|[a-zđ]\s*\)|(?:điều|sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s)"
)
# "một số điều của các luật có liên quan", "của Thông tư": acts that are told apart below, or not at all
_OTHER_ACTS = re.compile(
    r"(?<!\w)(?:(?<!tên )của|tại|trong)\s+(?:(?:các|một\s+số|\d+)\s+)?"
    r"(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|thông\s+tư|quyết\s+định|văn\s+bản)(?!\w)(?!\s+này)"
)
# "khoản 1 Điều 2 của Quy chuẩn QCVN 01:2019/BXD", which nothing above names
_STANDARD = re.compile(
    r"(?<!\w)(?:của|tại|trong)\s+(?:quy|tiêu)\s+chuẩn\s[^;:.“”\"\n]{0,60}?(?<!\w)(?P<code>(?:qcvn|tcvn)\s*\d[\d:\w/-]{0,30})"
)
_WORDING = re.compile(r"\n\s*[“\"]")  # new wording, on lines of its own
_PRINTED = re.compile(r"[:“”\"\n]")
_ENDS = re.compile(r"\s*(?:như\s+sau)?\s*(?::\s*[“\"].*|[:;.,]*\s*)$")
_SAID_AT_MOST = 4000
_start = attrgetter("start")


class Item(NamedTuple):
    """What one item does: its verb in the text, and to which provisions.

    Attributes:
        several: whether it does several things, "Sửa đổi, bãi bỏ một số khoản của Điều 7": its parts tell which.
        also: the next thing that it does: "Sửa đổi khoản 3 Điều 7, bãi bỏ khoản 4 Điều 7".
    """

    predicate: Predicate
    start: int
    end: int
    provisions: tuple[Provision, ...]
    several: bool = False
    also: Item | None = None


def goes_on(c: Context, at: int, end: int, act: str | None) -> bool:
    """Whether words change the act that is spoken of above them, without telling its provisions yet.

    "Điều 4. Thay thế các phụ lục, cụm từ" does; "Điều 5. Hiệu lực", "Điều 6. Sửa đổi một số điều của các luật" do not.

    Args:
        c: the text with its citations.
        at, end: the line of the words, without its marker.
        act: id of the act.
    """
    does = _EFFECT.match(c.plain.low, at, end)
    return does is not None and not _of_another(c, at, does.end(), end, act)


def only_effect(low: str, at: int, end: int) -> Item | None:
    """The one thing that a heading says is done, as an item that tells no provisions yet.

    >>> only_effect("bãi bỏ một số khoản như sau:", 0, 28).predicate
    'repeals'
    >>> only_effect("sửa đổi, bổ sung, bãi bỏ một số điều", 0, 36)
    """
    does = _DOES.match(low, at, end)
    if does is None or does["several"] or _ANOTHER.search(low, does.end(), end):
        return None
    predicate: Predicate = does.lastgroup  # type: ignore[assignment]
    return Item(predicate, does.start(), does.end(predicate), ())


def read_item(c: Context, at: int, end: int, act: str | None, above: Item | None, *, most: int = 8) -> Item | None:
    """What an item does, unless it names another act than the one spoken of above it.

    Args:
        c: the text with its citations.
        at, end: its first line, without the marker.
        act: id of the act.
        above: the item that it is a part of: "khoản 2" below "một số khoản của Điều 5".
        most: how many effects it may tell one after another.
    """
    low = c.plain.low
    does = _DOES.match(low, at)
    if does is None:
        return _read_passive(c, at, act, above) or _read_bare(c, at, end, act, above)
    said = low[does.end() : at + _SAID_AT_MOST]
    if does["corrects"]:  # "Tại khoản 2 Điều 87, cụm từ “…” đính chính thành": the place, up to what was printed
        stop = _PRINTED.search(said)
    else:
        said = _QUOTED.sub(lambda m: " " * len(m.group()), _WORDING.split(said, maxsplit=1)[0])
        stop = _SAID.search(said)
    said = said[: stop.start()] if stop else said
    said = said[: _changed_before(said, 0, len(said))]
    if does["amends"]:  # "Sửa đổi điểm b và bổ sung điểm đ khoản 4": both amend
        said = _ALSO_AMENDS.sub(lambda m: ",".ljust(len(m.group())), said)
    if _of_another(c, at, does.end(), does.end() + len(said), act):
        return None
    said = said[: _to_the_act(c, does.end(), does.end() + len(said)) - does.end()]
    predicate: Predicate = "amends" if does["several"] else does.lastgroup  # type: ignore[assignment]
    also: Item | None = None
    if _WORDS.match(said):
        where = _WHERE.search(said)
        provisions = read_list(said[where.end() :]) if where else ()
        predicate = "amends"
    elif (parts := _PARTS.match(said)) is None:
        return None
    else:
        if next_ := _NEXT_EFFECT.search(said):
            also = read_item(c, does.end() + next_.end(), end, act, above, most=most - 1) if most > 1 else None
            said = said[: next_.start()]
        if _ANOTHER.search(said):
            return None
        said = _IN_ITS_ANNEX.sub("", said)
        what, *behind = _AFTER_WHICH.split(_BY_WHICH.split(said[parts.end() :], maxsplit=1)[0], maxsplit=1)
        provisions = read_list(what)
        if behind and (beside := read_list(behind[0])):
            provisions = tuple(_within(p, beside[-1:]) for p in provisions)
    item = _item(predicate, does.start(), does.end(does.lastgroup or 0), provisions, above)
    return item._replace(several=bool(does["several"]), also=also) if item is not None else also


def _read_passive(c: Context, at: int, act: str | None, above: Item | None) -> Item | None:
    """What is done to provisions that an item names first: "1. Khoản 1 Điều 17 được sửa đổi như sau:"."""
    m = _IS_DONE.match(c.plain.low, at) or _READ.match(c.plain.low, at)
    if m is None or _names_an_act(c, at, m.end("parts"), act):
        return None
    provisions = whole_list(_OF_THIS.sub("", m["parts"]))  # not "Khoản 3 Điều 5 không", as it goes on "bị bãi bỏ"
    predicate: Predicate = m.lastgroup  # type: ignore[assignment]
    return _item(predicate, m.start(predicate), m.end(predicate), provisions, above)


def _read_bare(c: Context, at: int, end: int, act: str | None, above: Item | None) -> Item | None:
    """An item that holds provisions alone, to which that is done what its heading says: "a) Khoản 8 Điều 7;"."""
    if above is None or above.several or above.predicate == "corrects" or _names_an_act(c, at, end, act):
        return None
    provisions = whole_list(_ENDS.sub("", c.plain.low[at:end]))
    return _item(above.predicate, above.start, above.end, provisions, above)


def _item(
    predicate: Predicate, start: int, end: int, provisions: tuple[Provision, ...], above: Item | None
) -> Item | None:
    if above is not None:
        provisions = tuple(_within(p, above.provisions) for p in provisions)
    # not "khoản 3" of nothing, "mục 1" of a form
    provisions = tuple(p for p in provisions if p.dieu or p.chuong or p.phan or p.phu_luc)
    return Item(predicate, start, end, provisions) if provisions else None


def _changed_before(low: str, begin: int, end: int) -> int:
    """Where words begin that tell who has changed a provision before, else the end: ", được sửa đổi bởi"."""
    m = _CHANGED_BY.search(low, begin, end)
    lead = _ITS_LEAD.search(low, max(begin, m.start() - _LEAD_REACH), m.start()) if m else None
    return lead.start() if lead else end


def _of_another(c: Context, at: int, words: int, end: int, act: str | None) -> bool:
    """Whether an item whose verb ends at ``words`` is on another act than the one above it."""
    low = c.plain.low
    end = _changed_before(low, words, end)
    if _names_an_act(c, at, end, act) or _OTHER_ACTS.search(low, words, end) is not None:
        return True
    standard = _STANDARD.search(low, words, end)
    return standard is not None and low.find(standard["code"], 0, at) < 0


def _names_an_act(c: Context, at: int, end: int, act: str | None) -> bool:
    """Whether an act is named between two offsets, other than the text itself and the one spoken of."""
    for i in range(bisect_left(c.found, at, key=_start), len(c.found)):
        if c.found[i].start >= end:
            break
        if not c.found[i].this and (act is None or c.targets[i] != act):
            return True
    return False


def _to_the_act(c: Context, at: int, end: int) -> int:
    """Where the act that an item speaks of is named in it, else its end: what follows is told of the act."""
    i = bisect_left(c.found, at, key=_start)
    while i < len(c.found) and c.found[i].start < end:
        if not c.found[i].this:
            return c.found[i].start
        i += 1
    return end


def _within(p: Provision, above: tuple[Provision, ...]) -> Provision:
    """A provision with the larger levels that others share: "khoản 5" beside "khoản 4 Điều 22" is of Điều 22."""
    if p.dieu is not None or p.chuong is not None or p.phan is not None or p.phu_luc is not None or not above:
        return p
    levels = ("phu_luc", "phan", "chuong", "muc", "dieu", "khoan")
    shared = {level: getattr(above[0], level) for level in levels if len({getattr(a, level) for a in above}) == 1}
    if shared.get("dieu"):
        shared = {level: value for level, value in shared.items() if level in ("dieu", "khoan")}
    if p.muc is not None or p.khoan is not None:
        shared.pop("khoan", None)
    if p.muc is not None:
        shared.pop("muc", None)
    return replace(p, **{level: value for level, value in shared.items() if value is not None})
