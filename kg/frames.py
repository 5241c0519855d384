"""The frames in which the text itself acts, and the assembly of all relations of one text.

Each frame is a small function over one sentence; the first that answers for a citation wins:

=============  ===========================================================================================
own-title      "KẾ HOẠCH triển khai thực hiện Chỉ thị số 33/CT-TTg" as the text's own title
preamble       "Căn cứ A; B;" and "Xét đề nghị của … tại Tờ trình số …" before the enacting words
enacting       "Quyết định này thay thế …", "Bãi bỏ …" as a clause, "… hết hiệu lực kể từ ngày …"
do-and-issue   "Thực hiện B, UBND tỉnh ban hành Kế hoạch A": A implements B
opening        "Thực hiện B, Sở … báo cáo": the report implements B
closing        "Trên đây là báo cáo kết quả thực hiện B"
purpose        "việc ban hành Đề án … góp phần thực hiện B" in the paper that issues the scheme
heading        a list under "CĂN CỨ PHÁP LÝ"
title, passive, paren, attached   between two citations (:mod:`kg.scope`)
list           items under "Các văn bản đã ban hành để thực hiện B, gồm:" implement B
footnote       papers named in a note implement what the sentence with the mark says is implemented
cite           everything else
=============  ===========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg import registry
from kg.dates import certainly_before
from kg.header import Header
from kg.mentions import Found
from kg.models import Conflict, Document, Evidence, Predicate, Provision, Relation, Strength
from kg.normalise import Plain, fold_tone, lower
from kg.relations import GLUE, Cue, agent_before, cue_before, governed, grounds_between, parenthesis_between, partial, passive_between
from kg.scope import Scope, kin
from kg.structure import Note, Sentence, is_heading, sentence_at

CONFIDENCE = {
    "own-title": 0.96, "preamble": 0.98, "enacting": 0.95, "do-and-issue": 0.92, "opening": 0.92, "closing": 0.9,
    "purpose": 0.85, "heading": 0.85, "title": 0.94, "passive": 0.93, "paren": 0.92, "attached": 0.9,
    "inside": 0.95, "list": 0.85, "footnote": 0.6, "cite": 0.95, "self": 0.9,
}
_SELF_TYPES = (
    r"(?:hiến\s+pháp|bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết(?:\s+liên\s+tịch)?|quyết\s+định|thông\s+tư(?:\s+liên\s+tịch)?|"
    r"chỉ\s+thị|quy\s+định|quy\s+chế|kế\s+hoạch|chương\s+trình(?:\s+hành\s+động)?|hướng\s+dẫn|đề\s+án|kết\s+luận|thông\s+báo|văn\s+bản|"
    r"công\s+văn|báo\s+cáo|lệnh|điều\s+lệ)"
)
_SELF = re.compile(rf"(?<!\w){_SELF_TYPES}\s+này(?!\w)")
_LINE_LEAD = r"(?:[-+•*–\s]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|điều\s+\d+[a-zđ]?\s*[.:]|khoản\s+\d+\s*[.:])*"
_BASIS = re.compile(
    rf"{_LINE_LEAD}(?P<cue>căn\s+cứ(?:\s+vào)?|trên\s+cơ\s+sở|xét\s+đề\s+nghị|theo\s+đề\s+nghị|xét\s+tờ\s+trình|xét|theo\s+tờ\s+trình|"
    r"sau\s+khi\s+xem\s+xét)(?!\w)"
)
_DO = re.compile(
    rf"{_LINE_LEAD}(?P<cue>(?:để\s+|nhằm\s+)?(?:tiếp\s+tục\s+|tổ\s+chức\s+|quán\s+triệt(?:\s*,|\s+và)?\s+)*(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành|triển\s+khai|quán\s+triệt|"
    r"cụ\s+thể\s+hóa|chấp\s+hành)|tiếp\s+theo|phúc\s+đáp|trả\s+lời)(?!\w)"
)
_CLAUSE = re.compile(r"(?:^|[,;:.]\s+|[-+]\s*)(?:để\s+|nhằm\s+)?$")
_ASKED = re.compile(r"(?<!\w)(?:theo|xét)\s+(?:đề\s+nghị|tờ\s+trình)(?!\w)")
_LISTS = re.compile(r"(?:gồm|sau|sau\s+đây|như|cụ\s+thể|là)\s*(?:có\s*)?:\s*$")
_ANSWERS = re.compile(rf"{_LINE_LEAD}(?:các\s+)?văn\s+bản[^.;:]{{0,40}}(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)")
_CARRIED_OUT = re.compile(r"\s*(?:đã\s+|luôn\s+)?được\s+(?:[^.;]{0,30}?\s)?(?:cụ\s+thể\s+hóa|triển\s+khai|thực\s+hiện)")
_ISSUE = re.compile(r"(?<!\w)(?:ban\s+hành|xây\s+dựng|ký|có)\s*(?:và\s+(?:ban\s+hành|triển\s+khai)\s*)?(?:các\s+)?$")
_ENACT = re.compile(
    r"(?m)^[ \t]*(?:quyết\s+định|quyết\s+nghị|nghị\s+quyết|chỉ\s+thị|ra\s+lệnh|điều\s+1\b|chương\s+i\b|phần\s+(?:i|thứ)|i[.)]\s|"
    r"(?:quốc\s+hội|chính\s+phủ|thủ\s+tướng|bộ\s+trưởng|hội\s+đồng|ủy\s+ban)[^\n;]{0,120}ban\s+hành\s+(?:luật|bộ\s+luật|nghị|pháp|thông|quyết))[^\n]*"
)
_EXPIRES = re.compile(
    r"(?P<cue>(?:đều\s+)?(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực|(?:đều\s+|bị\s+|được\s+)bãi\s+bỏ|bị\s+thay\s+thế|được\s+thay\s+thế)(?!\w)"
)
_STAYS = re.compile(r"tiếp\s+tục\s+(?:có\s+hiệu\s+lực|được\s+(?:áp\s+dụng|thực\s+hiện)|áp\s+dụng|thực\s+hiện)|chưa\s+hết\s+hiệu\s+lực|đến\s+khi[^;.]{0,60}hết\s+hiệu\s+lực")
_FOLLOWS = re.compile(r"(?:đã\s+)?(?:được|bị)\s+(?P<cue>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)[^;.]{0,60}?như\s+sau")
_BASIS_HEADING = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s*(?:pháp\s+lý|pháp\s+luật|chính\s+trị|xây\s+dựng|ban\s+hành|để\s+xây\s+dựng|lập|đề\s+xuất)|^\W*(?:[ivx\d]+(?:\.\d+)*[.)/]?\s*)?(?:các\s+)?căn\s+cứ(?:\s+\w+){0,4}\s*[:.]?$|văn\s+bản\s+(?:làm\s+)?căn\s+cứ"
)
_CLOSING = re.compile(r"trên\s+đây\s+là\s+(?:nội\s+dung\s+)?(?:báo\s+cáo|kế\s+hoạch|kết\s+quả)")
_PURPOSE = re.compile(r"(?:góp\s+phần|nhằm|để)\s+(?:triển\s+khai\s+|tổ\s+chức\s+)*$")
_MAKES = re.compile(r"(?:xây\s+dựng|ban\s+hành)\s+(?:và\s+ban\s+hành\s+)?(?P<what>[^;.“\"]{2,40})")
_ISSUES_PAPERS = re.compile(r"ban\s+hành|xây\s+dựng|văn\s+bản|kế\s+hoạch|chương\s+trình|cụ\s+thể\s+hóa|chỉ\s+đạo")
_NORMATIVE = ("luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich",
              "nghi-quyet-lien-tich", "chi-thi", "quy-dinh", "lenh", "quy-che", None)
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals", "suspends", "corrects", "consolidates")


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
class _Link:
    """A link between two citations, or from the text (``subject`` None) to one."""

    subject: int | None
    object: int
    predicate: Predicate
    frame: str
    cue: Cue | None = None
    strength: Strength = "stated"
    reverse: bool = False
    evidence: int | None = None


def read_relations(c: Context, dates: dict[str, str | None]) -> tuple[tuple[Relation, ...], tuple[Conflict, ...]]:
    """Every relation of a text, and the links that time forbids as conflicts.

    Args:
        c: the text with its citations.
        dates: date of each document id.

    Returns:
        Relations in the order of their evidence; ``order`` conflicts.
    """
    by_sentence: dict[int, list[int]] = {}
    for i, f in enumerate(c.found):
        by_sentence.setdefault(sentence_at(c.parts, f.start), []).append(i)
    enact = _enacting_start(c)
    opening = _opening_end(c)
    headings = _basis_regions(c)
    links: list[_Link] = []
    cues: dict[int, Cue | None] = {}
    carried: Cue | None = None
    for s, sentence in enumerate(c.parts):
        members = [i for i in by_sentence.get(s, ()) if c.targets[i] is not None]
        free = [i for i in members if c.scopes[i].owner is None and not c.found[i].inserted]
        if not members:
            carried = _lead(c, sentence, enact, carried)
            continue
        for i, cue in zip(free, _govern(c, free, sentence), strict=True):
            cues[i] = cue
        links += _between(c, members)
        links += _sentence(c, sentence, free, cues, enact, opening, headings, carried)
        carried = _lead(c, sentence, enact, carried)
    links += _lists(c, by_sentence, cues)
    links += _footnotes(c, cues)
    return _assemble(c, links, dates)


def _govern(c: Context, free: Sequence[int], sentence: Sentence) -> list[Cue | None]:
    ends = [max(c.scopes[i].title_end, c.found[i].head_end) for i in free]
    return governed(c.plain.low, [max(c.starts[i], sentence.start) for i in free], ends, sentence.start)


def _between(c: Context, members: Sequence[int]) -> list[_Link]:
    """Links from a citation to those in its title, or back from a passive agent."""
    out: list[_Link] = []
    low = c.plain.low
    last: dict[int, tuple[int, Cue | None, int | None]] = {}
    for i in members:
        scope = c.scopes[i]
        owner = scope.owner
        if owner is None:
            continue
        holder = c.found[owner]
        begin, inherited, amended = last.get(owner, (holder.head_end if scope.how != "inside" else holder.start, None, None))
        start = c.starts[i]
        frame: str = scope.how or "title"
        cue: Cue | None = None
        reverse = False
        if scope.how == "passive" and (ground := grounds_between(low, holder.head_end, start)):
            cue = ground
        elif scope.how in ("passive", "attached"):
            cue = passive_between(low, holder.head_end, start) if scope.how == "passive" else Cue("promulgates", begin, start)
            reverse = True
        elif scope.how == "paren":
            pair = parenthesis_between(low, holder.head_end, start)
            cue, reverse = pair if pair else (None, False)
        else:
            cue = agent_before(low, holder.head_end, start)
            if cue is not None:
                amended = _amended(c, owner, i)
            else:
                cue = cue_before(low, min(begin, start), start)
                if cue is None and inherited is not None and GLUE.fullmatch(low[begin:start]):
                    cue = inherited
                elif cue is not None:
                    amended = None
            reverse, frame = (True, "passive") if amended is not None else (False, frame)
        last[owner] = (max(c.found[i].head_end, c.scopes[i].title_end), cue, amended)
        subject = amended if amended is not None else owner
        out.append(_Link(subject, i, cue.predicate if cue else "cites", frame, cue, "stated", reverse and cue is not None))
    return out


def _amended(c: Context, owner: int, i: int) -> int:
    """The act that citation ``i`` can amend: the nearest holder of its own kind, else the holder itself."""
    at: int | None = owner
    while at is not None:
        if kin(c.found[at].type) == kin(c.found[i].type):
            return at
        at = c.scopes[at].owner
    return owner


def _sentence(
    c: Context, sentence: Sentence, free: Sequence[int], cues: dict[int, Cue | None], enact: int, opening: int,
    headings: Sequence[tuple[int, int]], carried: Cue | None,
) -> list[_Link]:
    """Links of the text itself, and of papers issued in the sentence, to its free citations."""
    low = c.plain.low
    words = low[sentence.start : sentence.end]
    out: list[_Link] = []
    issued = [i for i in free if _is_issued(c, i, sentence)]
    done: set[int] = set()
    basis = _BASIS.match(low, sentence.start, sentence.end)
    do = _DO.match(low, sentence.start, sentence.end)
    title = c.header.title_span or (0, 0)
    for i in free:
        if c.targets[i] == c.own.id:
            done.add(i)
            continue
        cue = cues.get(i)
        if title[0] <= c.found[i].start < title[1]:
            out.append(_Link(None, i, cue.predicate if cue else "cites", "own-title" if cue else "cite", cue))
            done.add(i)
            continue
        enacting = _enacting(c, i, cue, sentence, words, carried)
        if enacting is not None:
            out.append(enacting)
            done.add(i)
            continue
        expired = _expired_by(c, i, free, sentence)
        if expired:
            out += expired
        later = [a for a in issued if a > i and c.targets[a] != c.targets[i]]
        lead = do or basis
        clause = cue if cue is not None and cue.predicate == "implements" and _CLAUSE.search(low, sentence.start, cue.start) else None
        if later and (lead or clause) and i not in issued:
            predicate: Predicate = "implements" if do or clause else "basedOn"
            mark = clause or Cue(predicate, lead.start("cue"), lead.end("cue")) if lead else clause
            out += [_Link(a, i, predicate, "do-and-issue", mark) for a in later]
        elif sentence.start < max(enact, opening) and (ask := _ASKED.search(low, sentence.start, c.starts[i])) and not re.search(
            r"\d/|;", low[ask.end() : c.starts[i]]
        ):
            out.append(_Link(None, i, "basedOn", "preamble", Cue("basedOn", ask.start(), ask.end())))
            done.add(i)
        elif basis and sentence.start < enact:
            out.append(_Link(None, i, "basedOn", "preamble", Cue("basedOn", basis.start("cue"), basis.end("cue"))))
            done.add(i)
        elif do and sentence.start < opening and _is_opening(c, i, cue, do):
            if not re.match(r"(?:phúc|trả|tiếp\s+theo)", do["cue"]):
                out.append(_Link(None, i, "implements", "opening", Cue("implements", do.start("cue"), do.end("cue"))))
                done.add(i)
        elif cue is not None and cue.predicate in ("implements", "guides") and _own_act(c, cue, sentence, words):
            out.append(_Link(None, i, cue.predicate, "purpose" if not _SELF.search(words) else "self", cue))
            done.add(i)
        elif cue is not None and cue.predicate == "implements" and _CLOSING.search(words):
            out.append(_Link(None, i, "implements", "closing", cue))
            done.add(i)
    for i in free:
        if i in done:
            continue
        if any(a <= c.found[i].start < b for a, b in headings):
            out.append(_Link(None, i, "basedOn", "heading", Cue("basedOn", 0, 0), "heading"))
        else:
            out.append(_Link(None, i, "cites", "cite"))
    for i in (i for i in range(len(c.found)) if c.scopes[i].how == "passive" and c.scopes[i].owner in free):
        if basis and sentence.start < enact:
            out.append(_Link(None, i, "basedOn", "preamble", Cue("basedOn", basis.start("cue"), basis.end("cue"))))
    return out


def _is_issued(c: Context, i: int, sentence: Sentence) -> bool:
    """Whether a sentence says that paper ``i`` is issued: "… UBND tỉnh ban hành Kế hoạch số …"."""
    f = c.found[i]
    left = c.plain.low[max(sentence.start, f.start - 60) : f.start]
    return _ISSUE.search(left) is not None and f.kind == "number"


def _is_opening(c: Context, i: int, cue: Cue | None, do: re.Match[str]) -> bool:
    """Whether "Thực hiện …" at the head of a plan, report or letter reaches a citation.

    Directly, through a list, or through whose words are carried out: "Thực hiện ý kiến chỉ đạo của … tại …".
    """
    if c.own.type in ("thong-tu", "thong-tu-lien-tich", "nghi-dinh", "luat", "bo-luat", "phap-lenh"):
        return False
    if re.search(r"\d\s*[.)]\s*$", do.group()[: do.start("cue") - do.start()]):
        return False
    if c.own.type == "bao-cao":
        after = max(c.found[i].head_end, c.scopes[i].title_end)
        if not re.search(r"báo\s+cáo", c.plain.low[after : after + 700].split("\n\n")[0]):
            return False  # "Thực hiện B, huyện đã mở 12 lớp": an activity, not what the report is for
    if cue is not None:
        return cue.predicate == "implements"
    between = c.plain.low[do.end() : c.starts[i]]
    return len(between) < 160 and re.search(r"(?:tại|theo|trong|nêu\s+tại)\s*$", between) is not None and not re.search(r"\d/", between)


def _expired_by(c: Context, i: int, free: Sequence[int], sentence: Sentence) -> list[_Link]:
    """"B hết hiệu lực kể từ ngày A có hiệu lực", "Từ ngày A có hiệu lực, B hết hiệu lực": A repeals B."""
    low = c.plain.low
    f = c.found[i]
    after = max(f.head_end, c.scopes[i].title_end)
    if not re.search(r"từ\s+(?:ngày|khi)\s+$", low[sentence.start : f.start]) or not re.match(r"\s*[^.;]{0,40}?có\s+hiệu\s+lực", low[after : after + 80]):
        return []
    out = []
    for j in free:
        g = c.found[j]
        if j == i:
            continue
        stop = f.start if g.start < f.start else sentence.end
        m = _EXPIRES.search(low, g.head_end, stop)
        if m:
            out.append(_Link(i, j, "repeals", "enacting", Cue("repeals", m.start("cue"), m.end("cue"))))
    return out


def _enacting(c: Context, i: int, cue: Cue | None, sentence: Sentence, words: str, carried: Cue | None) -> _Link | None:
    """The enacting clause: the text amends, replaces, repeals, suspends what it names."""
    low = c.plain.low
    f = c.found[i]
    if c.own.type not in _NORMATIVE and c.own.type is not None and not _SELF.search(words):
        return None
    if _STAYS.search(low, f.head_end, sentence.end):
        return None
    if cue is not None and cue.predicate in _EFFECTS:
        before = low[sentence.start : cue.start]
        if _SELF.search(before) or re.fullmatch(rf"{_LINE_LEAD}(?:[“\"]\s*)?", before) or re.search(r"(?:;|:)\s*(?:[a-zđ\d]{1,2}[.)])?\s*$", before):
            return _Link(None, i, cue.predicate, "enacting", cue)
        if re.search(r"có\s+hiệu\s+lực[^;]{0,160}(?:và|,)\s*$", before):
            return _Link(None, i, cue.predicate, "enacting", cue)
    after_start = max(f.head_end, c.scopes[i].title_end)
    tail = low[f.head_end : sentence.end]
    if m := _FOLLOWS.search(tail):
        predicate: Predicate = "amends" if m["cue"][0] in "sb" and "bãi" not in m["cue"] else "replaces"
        if not any(c.found[j].start > f.start and c.found[j].end <= f.head_end + m.start() for j in range(len(c.found))):
            return _Link(None, i, predicate, "enacting", Cue(predicate, f.head_end + m.start("cue"), f.head_end + m.end("cue"), True))
    m2 = _EXPIRES.search(low, f.head_end, sentence.end)
    if m2 and cue_is_free(cue) and _SELF.search(words) and not _SELF.search(low[sentence.start : f.start]):
        by = re.search(r"thay\s+thế", m2["cue"])
        predicate = "replaces" if by else "repeals"
        return _Link(None, i, predicate, "enacting", Cue(predicate, m2.start("cue"), m2.end("cue"), bool(re.search(r"một\s+phần", words))))
    if carried is not None and cue_is_free(cue) and re.fullmatch(rf"{_LINE_LEAD}(?:các\s+)?", low[sentence.start : c.starts[i]]):
        return _Link(None, i, carried.predicate, "enacting", carried)
    del after_start
    return None


def cue_is_free(cue: Cue | None) -> bool:
    """Whether a citation is under no cue that makes another frame read it."""
    return cue is None or cue.predicate in ("cites", "basedOn") or cue.predicate in _EFFECTS


def _lead(c: Context, sentence: Sentence, enact: int, carried: Cue | None) -> Cue | None:
    """The effect that a lead such as "Bãi bỏ các văn bản sau đây:" carries to the items below it."""
    low = c.plain.low
    words = low[sentence.start : sentence.end]
    if words.rstrip().endswith(":"):
        if re.search(r"(?:bãi\s+bỏ|hủy\s+bỏ)[^;.]{0,160}(?:văn\s+bản|quyết\s+định|thông\s+tư|nghị\s+quyết|quy\s+định|nghị\s+định|chỉ\s+thị)?[^;.]{0,60}(?:sau|dưới)", words):
            return Cue("repeals", sentence.start, sentence.end)
        if re.search(r"(?:sau(?:\s+đây)?|dưới\s+đây)[^;.]{0,80}(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ)|hết\s+hiệu\s+lực[^.;]{0,120}:", words):
            return Cue("repeals", sentence.start, sentence.end)
        if re.search(r"thay\s+thế[^;.]{0,80}(?:sau|dưới)", words):
            return Cue("replaces", sentence.start, sentence.end)
        return None
    if carried is not None and re.match(r"(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*", words):
        return None if re.match(r"\d{1,2}[.)]\s", words) and not re.match(rf"\d{{1,2}}[.)]\s*{_SELF_TYPES}", words) else carried
    return None


def _own_act(c: Context, cue: Cue, sentence: Sentence, words: str) -> bool:
    """Whether the sentence says that the text (or the paper it issues) serves what it names."""
    low = c.plain.low
    before = low[sentence.start : cue.start]
    near = before[-48:]
    if (m := _SELF.search(near)) and not re.search(r"[;.]", near[m.end() :]) and len(near[m.end() :]) < 30:
        return True
    if c.own.type is not None and _PURPOSE.search(before + low[cue.start : cue.start]):
        name = fold_tone(lower(registry.types()[c.own.type].name)) if c.own.type in registry.types() else ""
        if name and re.search(rf"(?<!\w){re.escape(name)}\s+(?:này\s+)?được\s+ban\s+hành\s+(?:nhằm|để)\s+$", before):
            return True
    if _PURPOSE.search(before + low[cue.start : cue.start]) or re.match(r"(?:góp|nhằm|để)", low[cue.start : cue.end]):
        own_words = fold_tone(lower(c.header.title or ""))
        for m in _MAKES.finditer(before):
            what = m["what"]
            for type_slug, kind in registry.types().items():
                name = fold_tone(lower(kind.name))
                if what.startswith(name) and (type_slug == c.own.type or re.search(rf"(?:ban\s+hành|phê\s+duyệt)\s+{re.escape(name)}", own_words)):
                    return True
    return False


def _enacting_start(c: Context) -> int:
    """Where the preamble ends: at the enacting words, the first article or section."""
    m = _ENACT.search(c.plain.low, c.header.body_start)
    return m.start() if m else min(len(c.plain.low), c.header.body_start + 8000)


def _opening_end(c: Context) -> int:
    """Where the opening of a plan or report ends: at its first heading."""
    low = c.plain.low
    for s in c.parts:
        if s.start <= c.header.body_start:
            continue
        line = c.plain.text[s.start : s.end]
        if is_heading(line) and "\n" not in line.strip() and not _DO.match(low, s.start) and not _BASIS.match(low, s.start):
            return s.start
        if s.start > c.header.body_start + 4000:
            return s.start
    return len(low)


def _basis_regions(c: Context) -> list[tuple[int, int]]:
    """Spans under headings such as "CĂN CỨ PHÁP LÝ", up to the next heading."""
    out: list[tuple[int, int]] = []
    start: int | None = None
    low = c.plain.low
    for s in c.parts:
        line = c.plain.text[s.start : s.end]
        if not is_heading(line):
            continue
        if start is not None:
            out.append((start, s.start))
            start = None
        if _BASIS_HEADING.search(low[s.start : s.end]):
            start = s.end
    if start is not None:
        out.append((start, len(low)))
    return out


def _lists(c: Context, by_sentence: dict[int, list[int]], cues: dict[int, Cue | None]) -> list[_Link]:
    """Items under "Các văn bản đã ban hành để thực hiện B, gồm:" implement B."""
    out: list[_Link] = []
    low = c.plain.low
    objects: list[int] = []
    answering = False  # under "Văn bản triển khai thực hiện Chỉ thị này"
    for s, sentence in enumerate(c.parts):
        words = low[sentence.start : sentence.end]
        free = [i for i in by_sentence.get(s, ()) if c.scopes[i].owner is None]
        if _ANSWERS.match(words) and _SELF.search(words) and not free:
            answering = True
            continue
        if answering and free and re.fullmatch(_LINE_LEAD, low[sentence.start : c.starts[free[0]]]):
            out.append(_Link(None, free[0], "implements", "list", None, "heading", reverse=True))
            continue
        answering = False
        if _LISTS.search(words) and re.search(r"ban\s+hành|xây\s+dựng|văn\s+bản", words):
            objects = [i for i in free if (cue := cues.get(i)) is not None and cue.predicate == "implements"]
        elif objects and re.match(r"[-+•*–]|[a-zđ]\)|\(\d", words):
            if free:
                out += [_Link(free[0], b, "implements", "list", cues[b], "heading") for b in objects]
        else:
            objects = []
    return out


def _footnotes(c: Context, cues: dict[int, Cue | None]) -> list[_Link]:
    """Papers named in a note implement what the sentence that calls the note says is implemented."""
    out: list[_Link] = []
    for note in c.notes:
        subjects = [i for i, f in enumerate(c.found) if note.start <= f.start < note.end and c.scopes[i].owner is None and f.kind == "number"]
        if not subjects:
            continue
        for call in note.calls:
            s = c.parts[sentence_at(c.parts, call)]
            words = c.plain.low[s.start : call]
            if not _ISSUES_PAPERS.search(words):
                continue
            objects = [
                i for i, f in enumerate(c.found)
                if s.start <= f.start < call and c.scopes[i].owner is None and (cue := cues.get(i)) is not None
                and cue.predicate == "implements" and not any(n.start <= f.start < n.end for n in c.notes)
            ]
            objects += [
                i for i, f in enumerate(c.found)
                if s.start <= f.start < call and i not in objects and c.scopes[i].owner is None
                and (m := _CARRIED_OUT.match(c.plain.low, f.head_end)) and m.end() <= call
            ]
            out += [_Link(a, b, "implements", "footnote", cues.get(b), "footnote") for a in subjects for b in objects]
    return out


def _assemble(
    c: Context, links: Sequence[_Link], dates: dict[str, str | None]
) -> tuple[tuple[Relation, ...], tuple[Conflict, ...]]:
    """Links as relations with evidence; duplicates, self links and links against time sorted out."""
    rows: dict[tuple[str, str, str, int], Relation] = {}
    conflicts: dict[Conflict, None] = {}
    for link in links:
        subject = c.own.id if link.subject is None else c.targets[link.subject]
        target = c.targets[link.object]
        if subject is None or target is None:
            continue
        a, b = (target, subject) if link.reverse else (subject, target)
        if a == b:
            continue
        predicate, frame, strength = link.predicate, link.frame, link.strength
        acting = c.own.type if link.subject is None else c.found[link.subject].type
        if predicate == "implements" and frame in ("own-title", "title") and acting == "huong-dan":
            predicate = "guides"  # a guideline on carrying out B guides B
        cue = link.cue
        if predicate != "cites" and certainly_before(dates.get(a), dates.get(b)) and predicate not in ("corrects",):
            if strength == "footnote":
                continue
            conflicts[Conflict(a, "order", (dates[a] or "", dates[b] or "", b))] = None
            predicate, cue, frame = "cites", None, "cite"
        f = c.found[link.object]
        s = c.parts[sentence_at(c.parts, f.start)]
        provisions = c.provisions[link.object] if not link.reverse else ()
        start, end = c.plain.span(f.start, f.end)
        text_cue = " ".join(c.plain.text[cue.start : cue.end].split())[:80] if cue and cue.end > cue.start else ""
        sentence = c.plain.span(s.start, s.end)
        confidence = CONFIDENCE[frame] * (f.confidence if f.confidence < 0.9 else 1.0)
        if link.frame == "passive" and link.subject is None:
            confidence *= 0.85
        row = Relation(
            a, predicate, b, strength, Evidence(start, end, text_cue, *sentence), round(confidence, 3), frame,
            "partial" if cue is not None and not link.reverse and partial(cue, provisions) else None, provisions,
        )
        rows.setdefault((a, predicate, b, start), row)
    ordered = sorted(rows.values(), key=lambda r: (r.evidence.start, r.evidence.end, r.subject, r.predicate, r.object))
    return tuple(ordered), tuple(conflicts)
