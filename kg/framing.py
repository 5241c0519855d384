"""What the frames of relations read: the text with its citations, one sentence of it, the links they answer with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

from kg import registry
from kg.anchors import spelt
from kg.found import Found
from kg.header import Header
from kg.models import Document, Predicate, Provision, Strength
from kg.normalise import Plain, fold_tone, lower
from kg.relations import GLUE, Cue
from kg.scope import Scope
from kg.sentences import Sentence, Sentences
from kg.structure import Note

_start = attrgetter("start")
_SELF_NAMES = (
    "hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị định", "nghị quyết", "nghị quyết liên tịch", "quyết định",
    "thông tư", "thông tư liên tịch", "chỉ thị", "quy định", "quy chế", "kế hoạch", "chương trình",
    "chương trình hành động", "hướng dẫn", "đề án", "kết luận", "thông báo", "văn bản", "công văn", "báo cáo", "lệnh",
    "điều lệ",
)  # fmt: skip
SELF_TYPES = spelt(_SELF_NAMES, begin=False)
# "Các văn bản này", "hai quyết định này" are others, named before.
_ONE = r"(?<!\bcác\s)(?<!\bhai\s)(?<!\bba\s)(?<!\bnhững\s)"
SELF = re.compile(rf"{_ONE}{spelt(_SELF_NAMES)}\s+này(?!\w)")
# What an act may hold as its attachment and speak of as itself: "Quy chế này".
_ATTACHED = ("quy định", "quy chế", "kế hoạch", "chương trình", "đề án", "hướng dẫn", "điều lệ")
_ACTS = ("quyet-dinh", "nghi-quyet", "thong-tu", "thong-tu-lien-tich", "nghi-dinh", "quy-dinh", "quy-che", "luat")
_KIN = {"luat": "luật", "bo-luat": "bộ luật", "phap-lenh": "pháp lệnh"}


@cache
def itself(type_slug: str | None) -> re.Pattern[str]:
    """The words by which a text of a type speaks of itself: "Quyết định này", "văn bản này".

    A plan that says "Chỉ thị này" means the directive that it carries out. A text whose type is not known may be
    any of them.

    >>> bool(itself("ke-hoach").search("thực hiện chỉ thị này")), bool(itself("chi-thi").search("chỉ thị này"))
    (False, True)
    """
    names = _own_names(type_slug)
    return re.compile(rf"{_ONE}{spelt(names)}\s+này(?!\w)") if names else SELF


def names_itself(c: Context, start: int, end: int) -> re.Match[str] | None:
    """The words by which the text names itself in a span; "Kế hoạch này" may be a plan told of just before."""
    of_others = {f.start for f, target in zip(c.found, c.targets, strict=True) if target not in (None, c.own.id)}
    said = itself(c.own.type).finditer(c.plain.low, start, end)
    return next((m for m in said if m.start() not in of_others), None)


_SAYS = re.compile(r"\s+(?:xác\s+định|quy\s+định|cho\s+phép|hướng\s+dẫn|giao|nêu|bổ\s+sung|bỏ)(?!\w)")


def speaks(c: Context, i: int) -> bool:
    """Whether a citation is the subject of what follows: "Căn cứ Điều 35 A, Thông tư này xác định"."""
    return c.found[i].this and not c.provisions[i] and _SAYS.match(c.plain.low, c.found[i].end) is not None


def said_behind(v: View, i: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What a pattern finds in the sentence right behind a citation, or behind its title."""
    ends = (v.c.found[i].head_end, v.c.scopes[i].title_end)
    return next(filter(None, (pattern.match(v.c.plain.low, end, v.sentence.end) for end in ends)), None)


@cache
def bare_self(type_slug: str | None) -> re.Pattern[str]:
    """The words by which a text of a type speaks of itself at the head of a clause: "2. Thông tư thay thế B".

    >>> bool(bare_self("thong-tu").fullmatch("2. thông tư ")), bool(bare_self("thong-tu").fullmatch("2. nghị định "))
    (True, False)
    """
    names = _own_names(type_slug)
    return re.compile(rf"{LINE_LEAD}{spelt(names)}\s+" if names else r"(?!)")


@cache
def takes_effect(type_slug: str | None) -> re.Pattern[str]:
    """The words by which a text of a type says at the head of a clause that it is in force: "Chương trình có hiệu lực".

    >>> bool(takes_effect("chuong-trinh-phoi-hop").match("3. chương trình có hiệu lực kể từ ngày ký và thay thế b"))
    True
    """
    names = _own_names(type_slug)
    return re.compile(rf"{LINE_LEAD}{spelt(names)}\s+(?:này\s+)?có\s+hiệu\s+lực(?!\w)" if names else r"(?!)")


@cache
def _own_names(type_slug: str | None) -> frozenset[str]:
    """What a text of a type may be called in itself; nothing where the type is not known."""
    known = registry.types().get(type_slug or "")
    if known is None:
        return frozenset()
    names = {fold_tone(lower(name)) for name in (known.name, *known.aliases)} | {"văn bản", "văn bản hợp nhất"}
    wider = (one for slug, one in registry.types().items() if f"{type_slug}-".startswith(f"{slug}-"))
    names |= {fold_tone(lower(one.name)) for one in wider}  # a joint circular calls itself "Thông tư này" too
    names |= {fold_tone(lower(registry.types()[known.family].name))} if known.family in registry.types() else set()
    if type_slug in _ACTS:
        names |= set(_ATTACHED)
    if type_slug in _KIN:
        names |= set(_KIN.values())
    return frozenset(names)


_IN_FORCE = re.compile(rf"{SELF.pattern}\s+có\s+hiệu\s+lực")


@lru_cache(1)  # each row of a table asks it of the same text
def tells_its_force(low: str) -> bool:
    """Whether a text tells when it takes effect, as those do that enact.

    >>> tells_its_force("nghị định này có hiệu lực kể từ ngày ký"), tells_its_force("nghị định a có hiệu lực")
    (True, False)
    """
    return _IN_FORCE.search(low) is not None


LINE_LEAD = (
    r"(?:[-+•*–\s]|\d{1,2}(?:\.\d{1,2})*(?:[.)]|\s?[-–](?=\s))|[a-zđ]\)|điều\s+\d+[a-zđ]?\s*[.:]|khoản\s+\d+\s*[.:])*"
)
BASIS = re.compile(
    rf"{LINE_LEAD}(?:(?:về|đối\s+với|trong\s+lĩnh\s+vực)\s[^,;.:\d\n]{{2,60}},\s+)?(?P<cue>căn\s+cứ(?!\s+(?:để|xác\s+định|tính|(?:(?:trực\s+tiếp|chủ\s+yếu|chính|pháp\s+lý)\s+)?(?:của|ban\s+hành))\s)(?:\s+vào)?|chiếu(?:\s+theo)?|trên\s+cơ\s+sở(?!\s+(?:đó|này|trên)(?!\w))|xét\s+đề\s+nghị|theo\s+đề\s+nghị|xét\s+tờ\s+trình|xét(?!\s+thấy)|theo\s+tờ\s+trình|"
    r"(?:sau\s+khi|qua)\s+xem\s+xét)(?!\w)"
)
DO = re.compile(
    rf"{LINE_LEAD}(?:(?:trong\s+bối\s+cảnh|trước\s+(?:tình\s+hình|thực\s+trạng|yêu\s+cầu)|từ\s+(?:thực\s+tế|tình\s+hình|kết\s+quả))\s[^,;:.\d]{{2,60}},\s+)?"
    r"(?:(?:để|nhằm)\s+(?:tiếp\s+tục\s+)?(?:khắc\s+phục|tăng\s+cường|nâng\s+cao|bảo\s+đảm|đảm\s+bảo|kịp\s+thời|phát\s+huy|chủ\s+động|chấn\s+chỉnh|hoàn\s+thành"
    r"|đẩy\s+mạnh|thúc\s+đẩy|hạn\s+chế|giảm|duy\s+trì|hoàn\s+thiện|giải\s+quyết|tháo\s+gỡ|tổ\s+chức)\s[^,;:.\d]{3,120}(?:,|\s+và|,\s+đồng\s+thời)\s+)?"
    r"(?P<cue>(?:để\s+|nhằm\s+)?(?:tiếp\s+tục\s+|tổ\s+chức\s+|quán\s+triệt(?:\s*,|\s+và)?\s+|lãnh\s+đạo(?:\s*,|\s+và)?\s+|chỉ\s+đạo\s+)*(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành|triển\s+khai|quán\s+triệt|"
    r"cụ\s+thể\s+hóa|chấp\s+hành)|tiếp\s+theo|phúc\s+đáp|trả\s+lời)(?!\w)"
)
_LIST_ITEM = re.compile(rf"{LINE_LEAD}(?:các\s+)?")
_ISSUE = re.compile(
    r"(?:b(?<!\wb)an\s+hành|x(?<!\wx)ây\s+dựng|t(?<!\wt)hông\s+qua|k(?<!\wk)ý|c(?<!\wc)(?<!khi c)ó|r(?<=đã\sr)a)\s*"
    r"(?:và\s+(?:ban\s+hành|triển\s+khai)\s*)?(?:các\s+)?(?:(?:văn\s+bản|kế\s+hoạch|công\s+văn|quyết\s+định|chỉ\s+thị|hướng\s+dẫn|nghị\s+quyết)"
    r"(?:\s+(?:sau(?:\s+đây)?|chỉ\s+đạo|gồm|như|cụ\s+thể))*\s*:\s*)?(?:số\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the frames read.

    Attributes:
        found, scopes, provisions, starts: parallel; ``starts`` counts the provisions before a citation in.
        targets: id of the document of each citation, or None.
    """

    plain: Plain
    found: Sequence[Found]
    scopes: Sequence[Scope]
    provisions: Sequence[tuple[Provision, ...]]
    starts: Sequence[int]
    targets: Sequence[str | None]
    header: Header
    own: Document
    parts: Sentences
    notes: tuple[Note, ...]

    def within(self, start: int, end: int) -> range:
        """Citations that start in a span of the plain text, by index."""
        return range(*(bisect_left(self.found, offset, key=_start) for offset in (start, end)))

    def title_end(self, i: int) -> int:
        """Where a citation ends with its title."""
        return max(self.found[i].head_end, self.scopes[i].title_end)

    def day(self, i: int) -> str | None:
        """The day of a citation, or the year in its number."""
        f = self.found[i]
        return f.date or (str(f.number.year) if f.number is not None and f.number.year else None)


FrameName = Literal[
    "own-title", "attached", "issue", "enacting", "preamble", "preamble-amending", "opening", "self", "purpose",
    "closing", "heading", "do-and-issue", "title", "passive", "swap", "paren", "inside", "list", "consolidated",
    "annex", "footnote", "cite",
]  # fmt: skip
"""The rules by which a link is read; each has examples in ``tests/frame_examples.py``."""


class Link(NamedTuple):
    """A link between two citations, or from the text (``subject`` None) to one.

    Attributes:
        provisions: of the object, where other words than those at the citation name them.
    """

    subject: int | None
    object: int
    predicate: Predicate
    frame: FrameName
    cue: Cue | None = None
    strength: Strength = "stated"
    reverse: bool = False
    evidence: int | None = None
    provisions: tuple[Provision, ...] | None = None

    def cited(self) -> Link:
        """The same two papers, of which one is only cited."""
        return self._replace(predicate="cites", frame="cite", cue=None, strength="stated", reverse=False)


@dataclass(frozen=True, slots=True)
class Lead:
    """The effect of a line such as "Bãi bỏ các văn bản sau đây:".

    Attributes:
        cue: the verb of the effect.
        level: the kind of marker with which the line begins.
        subject: the citation that the line names as acting, None for the text itself.
        bare: whether the line is the verb alone, as the heading of an article: "Điều 7. Bãi bỏ".
    """

    cue: Cue
    level: str | None
    subject: int | None = None
    bare: bool = False


_REACH = 2000
_BEFORE_THAT = re.compile(r"\(\s*trước\s+(?:đó|đây)\s*,")


class View(NamedTuple):
    """One sentence as the frames see it.

    Attributes:
        words: the sentence in low form.
        free: citations of the sentence that stand in no other's title.
        cues: the cue that reaches each citation, if any.
        issued: citations that the sentence reports as issued.
        basis, do: the opening "Căn cứ", "Thực hiện" of the sentence; ``basis`` also that of the list it goes on with.
        doing: the "Thực hiện" of the list that the sentence goes on with.
        preamble_end, opening_end: where preamble and opening of the text end.
        headings: spans under headings such as "CĂN CỨ PHÁP LÝ".
        carried: tells the effect that a lead above the sentence carries to it; few ask.
    """

    c: Context
    sentence: Sentence
    words: str
    free: Sequence[int]
    cues: dict[int, Cue | None]
    issued: frozenset[int]
    basis: Cue | None
    do: re.Match[str] | None
    preamble_end: int
    opening_end: int
    headings: Sequence[tuple[int, int]]
    carried: Callable[[], Lead | None]
    doing: Cue | None = None

    def reach(self, at: int) -> int:
        """Where the words that say something of a citation ending at an offset end: a list may be one long sentence."""
        return min(self.sentence.end, at + _REACH)

    def later(self, i: int) -> list[int]:
        """The papers issued in the sentence behind a citation that can have been issued for it."""
        return [a for a in self.issued if a > i and not self._is_aside(self.c.found[i].end, self.c.found[a].start)]

    def _is_aside(self, begin: int, at: int) -> bool:
        """Whether a paper is only told of, in a bracket that opens behind a ground: "Căn cứ A (trước đó … B …)"."""
        low = self.c.plain.low
        opened = low.rfind("(", begin, at)
        if opened < 0 or low.find(")", opened, at) >= 0:
            return False
        return self.basis is not None or _BEFORE_THAT.match(low, opened) is not None

    def before(self, at: int) -> str:
        """The words of the sentence before an offset."""
        return self.c.plain.low[self.sentence.start : at]


def look(
    c: Context,
    sentence: Sentence,
    free: Sequence[int],
    cues: dict[int, Cue | None],
    preamble_end: int,
    opening_end: int,
    headings: Sequence[tuple[int, int]],
    carried: Callable[[], Lead | None],
    ground: Cue | None = None,
    task: Cue | None = None,
) -> View:
    """The view of one sentence; ``ground``, ``task``: the "Căn cứ", "Thực hiện" whose list goes on in it."""
    low = c.plain.low
    m = BASIS.match(low, sentence.start, sentence.end)
    begins = free and _LIST_ITEM.fullmatch(low[sentence.start : c.starts[free[0]]])
    basis = Cue("basedOn", m.start("cue"), m.end("cue")) if m else ground if begins else None
    return View(
        c,
        sentence,
        low[sentence.start : sentence.end],
        free,
        cues,
        issued(c, free, sentence),
        basis,
        DO.match(low, sentence.start, sentence.end),
        preamble_end,
        opening_end,
        headings,
        carried,
        task if begins else None,
    )


def issued(c: Context, free: Sequence[int], sentence: Sentence) -> frozenset[int]:
    """The papers that a sentence reports as issued, and those that follow one in its list."""
    out: list[int] = []
    for k, i in enumerate(free):
        if _is_issued(c, i, sentence):
            out.append(i)
        elif out and out[-1] == free[k - 1] and c.found[i].kind == "number":
            end = max(c.found[free[k - 1]].head_end, c.scopes[free[k - 1]].title_end)
            gap = c.plain.low[end : c.found[i].start]
            if c.plain.low.find(")", end, c.found[i].start) >= 0 and _in_bracket(c, free[k - 1], sentence):
                continue  # the bracket that told of the one before is closed
            if GLUE.fullmatch(gap) or (_MATTER.match(gap) and not _IS_DONE.match(c.plain.low, c.found[i].head_end)):
                out.append(i)
    return frozenset(out)


def _in_bracket(c: Context, i: int, sentence: Sentence) -> bool:
    """Whether a citation stands in a bracket of its sentence that is open before it."""
    opened = c.plain.low.rfind("(", sentence.start, c.found[i].start)
    return opened >= 0 and c.plain.low.find(")", opened, c.found[i].start) < 0


# words on the matter of a paper in a list, whose title does not begin as titles do: "… kiểm soát thủ tục; Kế hoạch số"
_MATTER = re.compile(r"[^;.:“”\"()\d]{4,120};\s+(?:và\s+)?(?:số\s+)?$")
_IS_DONE = re.compile(r"[^;.,]{0,80}?\s(?:được|đã|có|chưa|còn)\s")


def _is_issued(c: Context, i: int, sentence: Sentence) -> bool:
    """Whether a sentence says that paper ``i`` is issued: "… UBND tỉnh ban hành Kế hoạch số …"."""
    f = c.found[i]
    left = c.plain.low[max(sentence.start, f.start - 60) : f.start]
    return _ISSUE.search(left) is not None and (f.kind == "number" or (f.serial is not None and f.reported))


@cache
def type_name(slug: str | None) -> str:
    """The name of a type in low form; empty where the type is not known."""
    known = registry.types().get(slug or "")
    return fold_tone(lower(known.name)) if known else ""
