"""Frames of effect: the text amends, replaces, repeals, suspends or corrects what it names."""

from __future__ import annotations

import re

from kg.coreference import NORMATIVE
from kg.framing import LINE_LEAD, SELF, SELF_TYPES, Context, Link, View
from kg.models import Predicate
from kg.relations import Cue
from kg.structure import Sentence

_EXPIRES = re.compile(
    r"(?P<cue>(?:đều\s+)?(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực|(?:đều\s+|bị\s+|được\s+)bãi\s+bỏ|bị\s+thay\s+thế|được\s+thay\s+thế)(?!\w)"
)
_SINCE_SELF = re.compile(
    rf"(?:kể\s+)?từ\s+(?:ngày|khi)\s+{SELF_TYPES}\s+này\s+có\s+hiệu\s+lực[^,;.]{{0,40}},?\s*(?:thì\s+)?(?:các\s+)?$"
)
_STAYS = re.compile(
    r"tiếp\s+tục\s+(?:có\s+hiệu\s+lực|được\s+(?:áp\s+dụng|thực\s+hiện)|áp\s+dụng|thực\s+hiện)|chưa\s+hết\s+hiệu\s+lực|đến\s+khi[^;.]{0,60}hết\s+hiệu\s+lực"
)
_FOLLOWS = re.compile(
    r"(?:đã\s+)?(?:được|bị)\s+(?P<cue>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)"
    r"(?:(?!bởi|theo|tại)[^;.()]){0,40}?như\s+sau"
)
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "suspends", "corrects", "consolidates")
_LEADS: tuple[tuple[re.Pattern[str], Predicate], ...] = (
    (re.compile(r"(?:bãi\s+bỏ|hủy\s+bỏ)[^;.]{0,200}(?:sau|dưới)"), "repeals"),
    (
        re.compile(
            r"(?:sau(?:\s+đây)?|dưới\s+đây)[^;.]{0,80}(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ)|hết\s+hiệu\s+lực[^.;]{0,120}:"
        ),
        "repeals",
    ),
    (re.compile(r"thay\s+thế[^;.]{0,80}(?:sau|dưới)"), "replaces"),
)


def enacting(v: View, i: int) -> Link | None:
    """The enacting clause: the text amends, replaces, repeals, suspends what it names."""
    c, low = v.c, v.c.plain.low
    f = c.found[i]
    cue = v.cues.get(i)
    if c.own.type is not None and c.own.type not in NORMATIVE and not SELF.search(v.words):
        return None
    if _STAYS.search(low, f.head_end, v.sentence.end):
        return None
    if cue is not None and cue.predicate in _EFFECTS and _is_clause(v.before(cue.start)):
        return Link(None, i, cue.predicate, "enacting", cue)
    return _follows(v, i) or _expires(v, i, cue) or _under_lead(v, i, cue)


def _is_clause(before: str) -> bool:
    """Whether an effect is enacted by the text: after "Quyết định này", or at the head of a clause."""
    return (
        SELF.search(before) is not None
        or re.fullmatch(rf"{LINE_LEAD}(?:[“\"]\s*)?", before) is not None
        or re.search(r"(?:;|:)\s*(?:[a-zđ\d]{1,2}[.)])?\s*$", before) is not None
        or re.search(r"có\s+hiệu\s+lực[^;]{0,160}(?:và|,)\s*$", before) is not None
    )


def _follows(v: View, i: int) -> Link | None:
    """ "Khoản 2 Điều 5 Nghị định A được sửa đổi như sau:"."""
    f = v.c.found[i]
    m = _FOLLOWS.search(v.c.plain.low, f.head_end, v.sentence.end)
    after = v.c.found[i + 1] if i + 1 < len(v.c.found) else None
    if m is None or (after is not None and after.end <= m.start()):
        return None
    predicate: Predicate = (
        "replaces" if m["cue"].startswith("thay") else "repeals" if m["cue"].startswith("bãi") else "amends"
    )
    return Link(None, i, predicate, "enacting", Cue(predicate, m.start("cue"), m.end("cue"), True))


def _expires(v: View, i: int, cue: Cue | None) -> Link | None:
    """ "Nghị định A … hết hiệu lực kể từ ngày Nghị định này có hiệu lực"."""
    f = v.c.found[i]
    m = _EXPIRES.search(v.c.plain.low, f.head_end, v.sentence.end)
    if m is None or not _is_free(cue) or not SELF.search(v.words):
        return None
    if SELF.search(v.before(f.start)) and not _SINCE_SELF.search(v.before(v.c.starts[i])):
        return None
    predicate: Predicate = "replaces" if "thay" in m["cue"] else "repeals"
    return Link(None, i, predicate, "enacting", Cue(predicate, m.start("cue"), m.end("cue"), "một phần" in v.words))


def _under_lead(v: View, i: int, cue: Cue | None) -> Link | None:
    """An item below "Bãi bỏ các văn bản sau đây:"."""
    if v.carried is None or not _is_free(cue) or not re.fullmatch(rf"{LINE_LEAD}(?:các\s+)?", v.before(v.c.starts[i])):
        return None
    return Link(None, i, v.carried.predicate, "enacting", v.carried)


def _is_free(cue: Cue | None) -> bool:
    """Whether a citation is under no cue that makes another frame read it."""
    return cue is None or cue.predicate in ("cites", "basedOn") or cue.predicate in _EFFECTS


def expired_by(v: View, i: int) -> list[Link]:
    """ "B hết hiệu lực kể từ ngày A có hiệu lực", "Từ ngày A có hiệu lực, B hết hiệu lực": A repeals B."""
    c, low = v.c, v.c.plain.low
    f = c.found[i]
    after = max(f.head_end, c.scopes[i].title_end)
    if not re.search(r"từ\s+(?:ngày|khi)\s+$", v.before(f.start)):
        return []
    if not re.match(r"\s*[^.;]{0,40}?có\s+hiệu\s+lực", low[after : after + 80]):
        return []
    out = []
    for j in v.free:
        g = c.found[j]
        if j == i:
            continue
        m = _EXPIRES.search(low, g.head_end, f.start if g.start < f.start else v.sentence.end)
        if m:
            out.append(Link(i, j, "repeals", "enacting", Cue("repeals", m.start("cue"), m.end("cue"))))
    return out


def lead(c: Context, sentence: Sentence, carried: Cue | None) -> Cue | None:
    """The effect that a lead such as "Bãi bỏ các văn bản sau đây:" carries to the items below it."""
    if carried is None and c.plain.low.rfind(":", sentence.start, sentence.end) < 0:
        return None
    words = c.plain.low[sentence.start : sentence.end]
    if words.rstrip().endswith(":"):
        predicate = next((p for pattern, p in _LEADS if pattern.search(words)), None)
        return Cue(predicate, sentence.start, sentence.end) if predicate else None
    if carried is None or not re.match(r"(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*", words):
        return None
    if re.match(r"\d{1,2}[.)]\s", words) and not re.match(rf"\d{{1,2}}[.)]\s*{SELF_TYPES}", words):
        return None
    return carried
