"""The frames in which the text itself acts on what it cites.

Each frame is a small function over one citation in its sentence; the first that answers wins. They read, in
order:

============  ============================================================================================
own-title     "KẾ HOẠCH triển khai thực hiện Chỉ thị số 33/CT-TTg" as the text's own title
attached      "(Ban hành kèm theo Quyết định số …)" under the text's own title
enacting      "Quyết định này thay thế …", "Bãi bỏ …" as a clause, "… hết hiệu lực kể từ ngày Nghị định này …"
do-and-issue  "Thực hiện B, UBND tỉnh ban hành Kế hoạch A": A implements B, the text only cites both
preamble      "Căn cứ A; B;" and "xét đề nghị của … tại Tờ trình số …" before the enacting words
opening       "Thực hiện B, Sở … báo cáo": the report implements B
self          "Kế hoạch này thực hiện B", "Chỉ thị được ban hành nhằm thực hiện B"
purpose       "việc ban hành Đề án … góp phần thực hiện B" in the paper that issues the scheme
closing       "Trên đây là báo cáo kết quả thực hiện B"
heading       a list under "CĂN CỨ PHÁP LÝ"
cite          everything else
============  ============================================================================================

Links between two citations, lists and footnotes are read by :mod:`kg.assembly`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg import registry
from kg.coreference import NORMATIVE
from kg.header import Header
from kg.mentions import Found
from kg.models import Document, Predicate, Provision, Strength
from kg.normalise import Plain, fold_tone, lower
from kg.relations import Cue
from kg.scope import Scope
from kg.structure import Note, Sentence

SELF_TYPES = (
    r"(?:hiến\s+pháp|bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết(?:\s+liên\s+tịch)?|quyết\s+định|thông\s+tư(?:\s+liên\s+tịch)?|"
    r"chỉ\s+thị|quy\s+định|quy\s+chế|kế\s+hoạch|chương\s+trình(?:\s+hành\s+động)?|hướng\s+dẫn|đề\s+án|kết\s+luận|thông\s+báo|văn\s+bản|"
    r"công\s+văn|báo\s+cáo|lệnh|điều\s+lệ)"
)
SELF = re.compile(rf"(?<!\w){SELF_TYPES}\s+này(?!\w)")
LINE_LEAD = r"(?:[-+•*–\s]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|điều\s+\d+[a-zđ]?\s*[.:]|khoản\s+\d+\s*[.:])*"
BASIS = re.compile(
    rf"{LINE_LEAD}(?P<cue>căn\s+cứ(?:\s+vào)?|trên\s+cơ\s+sở|xét\s+đề\s+nghị|theo\s+đề\s+nghị|xét\s+tờ\s+trình|xét|theo\s+tờ\s+trình|"
    r"sau\s+khi\s+xem\s+xét)(?!\w)"
)
DO = re.compile(
    rf"{LINE_LEAD}(?P<cue>(?:để\s+|nhằm\s+)?(?:tiếp\s+tục\s+|tổ\s+chức\s+|quán\s+triệt(?:\s*,|\s+và)?\s+)*(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành|triển\s+khai|quán\s+triệt|"
    r"cụ\s+thể\s+hóa|chấp\s+hành)|tiếp\s+theo|phúc\s+đáp|trả\s+lời)(?!\w)"
)
_CLAUSE = re.compile(r"(?:^|[,;:.]\s+|[-+]\s*)(?:để\s+|nhằm\s+)?$")
_ASKED = re.compile(r"(?<!\w)(?:(?:theo|xét)\s+(?:đề\s+nghị|tờ\s+trình)|(?<=[;,]\s)căn\s+cứ(?:\s+vào)?)(?!\w)")
_ISSUE = re.compile(r"(?<!\w)(?:ban\s+hành|xây\s+dựng|ký|có)\s*(?:và\s+(?:ban\s+hành|triển\s+khai)\s*)?(?:các\s+)?$")
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
_CLOSING = re.compile(r"trên\s+đây\s+là\s+(?:nội\s+dung\s+)?(?:báo\s+cáo|kế\s+hoạch|kết\s+quả)")
_PURPOSE = re.compile(r"(?:góp\s+phần|nhằm|để)\s+(?:triển\s+khai\s+|tổ\s+chức\s+)*$")
_MAKES = re.compile(r"(?:xây\s+dựng|ban\s+hành)\s+(?:và\s+ban\s+hành\s+)?(?P<what>[^;.“\"]{2,40})")
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "suspends", "corrects", "consolidates")
_RULES = ("thong-tu", "thong-tu-lien-tich", "nghi-dinh", "luat", "bo-luat", "phap-lenh")


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
    parts: tuple[Sentence, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two citations, or from the text (``subject`` None) to one."""

    subject: int | None
    object: int
    predicate: Predicate
    frame: str
    cue: Cue | None = None
    strength: Strength = "stated"
    reverse: bool = False
    evidence: int | None = None


@dataclass(frozen=True, slots=True)
class View:
    """One sentence as the frames see it.

    Attributes:
        words: the sentence in low form.
        free: citations of the sentence that stand in no other's title.
        cues: the cue that reaches each citation, if any.
        issued: citations that the sentence reports as issued.
        basis, do: the opening "Căn cứ", "Thực hiện" of the sentence; ``basis`` also that of the list it goes on with.
        preamble_end, opening_end: where preamble and opening of the text end.
        headings: spans under headings such as "CĂN CỨ PHÁP LÝ".
        carried: the effect that a lead above the sentence carries to it.
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
    carried: Cue | None

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
    carried: Cue | None,
    ground: Cue | None = None,
) -> View:
    """The view of one sentence; ``ground`` is the "Căn cứ" that ended with a semicolon above it."""
    low = c.plain.low
    m = BASIS.match(low, sentence.start, sentence.end)
    begins = free and re.fullmatch(rf"{LINE_LEAD}(?:các\s+)?", low[sentence.start : c.starts[free[0]]])
    basis = Cue("basedOn", m.start("cue"), m.end("cue")) if m else ground if begins else None
    return View(
        c,
        sentence,
        low[sentence.start : sentence.end],
        free,
        cues,
        frozenset(i for i in free if _is_issued(c, i, sentence)),
        basis,
        DO.match(low, sentence.start, sentence.end),
        preamble_end,
        opening_end,
        headings,
        carried,
    )


def sentence_links(v: View) -> list[Link]:
    """What the text itself, or a paper issued in the sentence, does to each free citation."""
    out: list[Link] = []
    for i in v.free:
        if v.c.targets[i] == v.c.own.id:
            continue
        out += third_parties(v, i)
        out.append(
            next((link for frame in FRAMES if (link := frame(v, i)) is not None), Link(None, i, "cites", "cite"))
        )
    return out


def _is_issued(c: Context, i: int, sentence: Sentence) -> bool:
    """Whether a sentence says that paper ``i`` is issued: "… UBND tỉnh ban hành Kế hoạch số …"."""
    f = c.found[i]
    left = c.plain.low[max(sentence.start, f.start - 60) : f.start]
    return _ISSUE.search(left) is not None and f.kind == "number"


def third_parties(v: View, i: int) -> list[Link]:
    """Links whose subject is another citation of the sentence: a paper issued to carry this one out, or
    one from whose day of effect this one ends."""
    out = _expired_by(v, i)
    later = [a for a in v.issued if a > i and v.c.targets[a] != v.c.targets[i]]
    mark = _carried_out(v, i)
    if later and mark is not None and i not in v.issued:
        out += [Link(a, i, mark.predicate, "do-and-issue", mark) for a in sorted(later)]
    return out


def _carried_out(v: View, i: int) -> Cue | None:
    """The "Thực hiện" or "Căn cứ" under which a citation stands, at the head of the sentence or of a clause."""
    if v.do:
        return Cue("implements", v.do.start("cue"), v.do.end("cue"))
    cue = v.cues.get(i)
    if cue is not None and cue.predicate == "implements" and _CLAUSE.search(v.before(cue.start)):
        return cue
    if v.basis:
        return v.basis
    return None


def _expired_by(v: View, i: int) -> list[Link]:
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


def own_title(v: View, i: int) -> Link | None:
    """A citation in the text's own title."""
    title = v.c.header.title_span
    if title is None or not title[0] <= v.c.found[i].start < title[1]:
        return None
    cue = v.cues.get(i)
    return Link(None, i, cue.predicate, "own-title", cue) if cue else Link(None, i, "cites", "cite")


def attached_to(v: View, i: int) -> Link | None:
    """ "(Ban hành kèm theo Quyết định số …)" under the title of a regulation that has no number of its own."""
    before = v.before(v.c.found[i].start)
    m = re.fullmatch(r"\W*(?P<cue>(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo)\s+", before)
    if m is None or v.c.own.number is not None or v.sentence.start > v.c.header.body_start + 400:
        return None
    cue = Cue("promulgates", v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"))
    return Link(None, i, "promulgates", "attached", cue, reverse=True)


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


def preamble(v: View, i: int) -> Link | None:
    """Grounds: "Căn cứ …", "theo đề nghị của … tại Tờ trình số …" before the enacting words."""
    low = v.c.plain.low
    if v.issued and _carried_out(v, i) is not None and i not in v.issued and any(a > i for a in v.issued):
        return None  # grounds of the paper that the sentence reports
    start = v.c.starts[i]
    ask = _ASKED.search(low, v.sentence.start, start)
    if (
        ask
        and v.sentence.start < max(v.preamble_end, v.opening_end)
        and not re.search(r"\d/|;", low[ask.end() : start])
    ):
        return Link(None, i, "basedOn", "preamble", Cue("basedOn", ask.start(), ask.end()))
    if v.basis and v.sentence.start < v.preamble_end:
        return Link(None, i, "basedOn", "preamble", v.basis)
    return None


def opening(v: View, i: int) -> Link | None:
    """ "Thực hiện B, …" at the head of a plan, report or letter.

    Directly, through a list, or through whose words are carried out: "Thực hiện ý kiến chỉ đạo của … tại …".
    A report implements B only where it says that it reports on it: "Thực hiện B, huyện đã mở 12 lớp" tells
    of an activity.
    """
    c, do = v.c, v.do
    if do is None or v.sentence.start >= v.opening_end or c.own.type in _RULES or any(a > i for a in v.issued):
        return None
    if re.search(r"\d\s*[.)]\s*$", do.group()[: do.start("cue") - do.start()]):
        return None
    if re.match(r"(?:phúc|trả|tiếp\s+theo)", do["cue"]):
        return None
    if c.own.type == "bao-cao":
        after = max(c.found[i].head_end, c.scopes[i].title_end)
        if not re.search(r"báo\s+cáo", c.plain.low[after : after + 700].split("\n\n")[0]):
            return None
    cue = v.cues.get(i)
    if cue is not None and cue.predicate != "implements":
        return None
    if cue is None:
        between = c.plain.low[do.end() : c.starts[i]]
        if (
            len(between) >= 160
            or re.search(r"\d/", between)
            or not re.search(r"(?:tại|theo|trong|nêu\s+tại)\s*$", between)
        ):
            return None
    return Link(None, i, "implements", "opening", Cue("implements", do.start("cue"), do.end("cue")))


def self_said(v: View, i: int) -> Link | None:
    """ "Kế hoạch này thực hiện B", "Nghị định này quy định chi tiết B", "Chỉ thị được ban hành nhằm thực hiện B"."""
    cue = v.cues.get(i)
    if cue is None or cue.predicate not in ("implements", "guides"):
        return None
    before = v.before(cue.start)
    near = before[-48:]
    m = SELF.search(near)
    if m and len(near[m.end() :]) < 30 and not re.search(r"[;.]", near[m.end() :]):
        return Link(None, i, cue.predicate, "self", cue)
    name = _type_name(v.c.own.type)
    if name and re.search(rf"(?<!\w){re.escape(name)}\s+(?:này\s+)?được\s+ban\s+hành\s+(?:nhằm|để)\s+$", before):
        return Link(None, i, cue.predicate, "self", cue)
    return None


def purpose(v: View, i: int) -> Link | None:
    """ "việc xây dựng và ban hành Đề án … góp phần thực hiện tốt B" in the decision that issues the scheme."""
    cue = v.cues.get(i)
    if cue is None or cue.predicate != "implements":
        return None
    before = v.before(cue.start)
    if not _PURPOSE.search(before) and not re.match(r"(?:góp|nhằm|để)", v.c.plain.low[cue.start : cue.end]):
        return None
    title = fold_tone(lower(v.c.header.title or ""))
    for m in _MAKES.finditer(before):
        for slug in registry.types():
            name = _type_name(slug)
            if m["what"].startswith(name) and (
                slug == v.c.own.type or re.search(rf"(?:ban\s+hành|phê\s+duyệt)\s+{re.escape(name)}", title)
            ):
                return Link(None, i, "implements", "purpose", cue)
    return None


def _type_name(slug: str | None) -> str:
    known = registry.types().get(slug or "")
    return fold_tone(lower(known.name)) if known else ""


def closing(v: View, i: int) -> Link | None:
    """ "Trên đây là báo cáo kết quả thực hiện B"."""
    cue = v.cues.get(i)
    if cue is not None and cue.predicate == "implements" and _CLOSING.search(v.words):
        return Link(None, i, "implements", "closing", cue)
    return None


def heading(v: View, i: int) -> Link | None:
    """A citation under a heading such as "CĂN CỨ PHÁP LÝ"."""
    if any(a <= v.c.found[i].start < b for a, b in v.headings):
        return Link(None, i, "basedOn", "heading", None, "heading")
    return None


FRAMES: tuple[Callable[[View, int], Link | None], ...] = (
    own_title, attached_to, enacting, preamble, opening, self_said, purpose, closing, heading,
)  # fmt: skip


def lead(c: Context, sentence: Sentence, carried: Cue | None) -> Cue | None:
    """The effect that a lead such as "Bãi bỏ các văn bản sau đây:" carries to the items below it."""
    words = c.plain.low[sentence.start : sentence.end]
    if words.rstrip().endswith(":"):
        predicate = next((p for pattern, p in _LEADS if pattern.search(words)), None)
        return Cue(predicate, sentence.start, sentence.end) if predicate else None
    if carried is None or not re.match(r"(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*", words):
        return None
    if re.match(r"\d{1,2}[.)]\s", words) and not re.match(rf"\d{{1,2}}[.)]\s*{SELF_TYPES}", words):
        return None
    return carried


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
