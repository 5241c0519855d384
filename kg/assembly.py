"""All relations of one text: frames, links between citations, lists, footnotes; evidence, time, duplicates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from kg.dates import certainly_before
from kg.frames import sentence_links
from kg.frames_effect import lead
from kg.framing import BASIS, DO, LINE_LEAD, SELF, Context, Lead, Link, look
from kg.models import Conflict, Evidence, Relation
from kg.relations import (
    GLUE,
    Cue,
    agent_before,
    cue_before,
    governed,
    grounds_between,
    parenthesis_between,
    partial,
    passive_between,
)
from kg.scope import kin
from kg.structure import Sentence, is_heading, sentence_at

CONFIDENCE = {
    "own-title": 0.96,
    "issue": 0.96,
    "preamble": 0.98,
    "preamble-amending": 0.83,
    "enacting": 0.95,
    "do-and-issue": 0.92,
    "opening": 0.92,
    "closing": 0.9,
    "purpose": 0.85,
    "heading": 0.85,
    "title": 0.94,
    "passive": 0.93,
    "swap": 0.9,
    "paren": 0.92,
    "attached": 0.9,
    "inside": 0.95,
    "list": 0.85,
    "footnote": 0.6,
    "cite": 0.95,
    "self": 0.9,
}
_ENACT = re.compile(
    r"(?m)^[ \t]*(?:quyết\s+định|quyết\s+nghị|nghị\s+quyết|chỉ\s+thị|ra\s+lệnh|"
    r"điều\s+1\b|chương\s+i\b|phần\s+(?:i|thứ)|i[.)]\s|"
    r"(?:quốc\s+hội|chính\s+phủ|thủ\s+tướng|bộ\s+trưởng|hội\s+đồng|ủy\s+ban)[^\n;]{0,120}ban\s+hành\s+(?:luật|bộ\s+luật|nghị|pháp|thông|quyết))[^\n]*"
)
_BASIS_HEADING = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s*(?:pháp\s+lý|pháp\s+luật|chính\s+trị|xây\s+dựng|ban\s+hành|để\s+xây\s+dựng|lập|đề\s+xuất)|^\W*(?:[ivx\d]+(?:\.\d+)*[.)/]?\s*)?(?:các\s+)?căn\s+cứ(?:\s+\w+){0,4}\s*[:.]?$|văn\s+bản\s+(?:làm\s+)?căn\s+cứ"
)
_BASIS_WORD = re.compile(r"căn\s+cứ|cơ\s+sở")
_LISTS = re.compile(r"(?:gồm|sau|sau\s+đây|như|cụ\s+thể|là)\s*(?:có\s*)?:\s*$")
_ANSWERS = re.compile(rf"{LINE_LEAD}(?:các\s+)?văn\s+bản[^.;:]{{0,40}}(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa)")
_CARRIED_OUT = re.compile(r"\s*(?:đã\s+|luôn\s+)?được\s+(?:[^.;]{0,30}?\s)?(?:cụ\s+thể\s+hóa|triển\s+khai|thực\s+hiện)")
_PAPERS = re.compile(
    r"(?:văn\s+bản|kế\s+hoạch|chương\s+trình|công\s+văn|quyết\s+định|nghị\s+quyết|chỉ\s+thị|hướng\s+dẫn)[^;.:()]{0,60}$"
)
_NAMELY = re.compile(
    r"\s*,?\s*(?:\(\s*(?:như|gồm|bao\s+gồm|cụ\s+thể|trong\s+đó)?|như|gồm|bao\s+gồm|cụ\s+thể(?:\s+là)?)\s*(?:có\s*)?:?\s*"
)
_AND_SO_ON = re.compile(r"(?:\s*(?:của|do)\s[^;.:()\d]{2,60}?)?\s*(?:[,;]|và|,\s*và|;\s*và)\s+")
_ISSUES_PAPERS = re.compile(r"ban\s+hành|xây\s+dựng|văn\s+bản|kế\s+hoạch|chương\s+trình|cụ\s+thể\s+hóa|chỉ\s+đạo")


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
    preamble_end, opening_end = _preamble_end(c), _opening_end(c)
    headings = _basis_regions(c)
    links: list[Link] = []
    cues: dict[int, Cue | None] = {}
    carried: Lead | None = None
    ground: Cue | None = None
    for s, sentence in enumerate(c.parts):
        members = by_sentence.get(s, [])
        free = [i for i in members if c.scopes[i].owner is None and not c.found[i].inserted]
        if members:
            cues.update(zip(free, _govern(c, free, sentence), strict=True))
            links += _between(c, members)
            view = look(c, sentence, free, cues, preamble_end, opening_end, headings, carried, ground)
            links += sentence_links(view)
            ground = view.basis if c.plain.low[sentence.start : sentence.end].endswith((";", ",")) else None
            if view.basis and sentence.start < preamble_end:
                links += _amending_grounds(c, members, free, view.basis)
        carried = lead(c, sentence, carried, free)
    links += _lists(c, by_sentence, cues)
    links += _footnotes(c, cues)
    return _assemble(c, links, dates)


def _govern(c: Context, free: Sequence[int], sentence: Sentence) -> list[Cue | None]:
    ends = [max(c.scopes[i].title_end, c.found[i].head_end) for i in free]
    return governed(c.plain.low, [max(c.starts[i], sentence.start) for i in free], ends, sentence.start)


def _between(c: Context, members: Sequence[int]) -> list[Link]:
    """Links from a citation to those in its title, or back from a passive agent."""
    out: list[Link] = []
    low = c.plain.low
    last: dict[int, tuple[int, Cue | None, int | None]] = {}
    agents: dict[int, Cue | None] = {}  # of each holder, the passive under which its agents are listed
    for i in members:
        scope = c.scopes[i]
        owner = scope.owner
        if owner is None:
            continue
        holder = c.found[owner]
        begin, inherited, amended = last.get(
            owner, (holder.head_end if scope.how != "inside" else holder.start, None, None)
        )
        start = c.starts[i]
        frame: str = scope.how or "title"
        cue: Cue | None = None
        reverse = False
        if scope.how == "passive" and (ground := grounds_between(low, holder.head_end, start)):
            cue = ground
        elif scope.how in ("passive", "attached"):
            if scope.how == "passive":
                again = passive_between(low, begin, start) if owner in agents else None
                cue = again or agents.get(owner) or passive_between(low, holder.head_end, start)
                agents[owner] = cue
            else:
                cue = Cue("promulgates", begin, start)
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
        out.append(
            Link(subject, i, cue.predicate if cue else "cites", frame, cue, "stated", reverse and cue is not None)
        )
    return out


def _amended(c: Context, owner: int, i: int) -> int:
    """The act that citation ``i`` can amend: the nearest holder of its own kind, else the holder itself."""
    at: int | None = owner
    while at is not None:
        if kin(c.found[at].type) == kin(c.found[i].type):
            return at
        at = c.scopes[at].owner
    return owner


def _amending_grounds(c: Context, members: Sequence[int], free: Sequence[int], cue: Cue) -> list[Link]:
    """ "Căn cứ A được sửa đổi bởi B": the text stands on A as B left it, so on both."""
    held = [i for i in members if c.scopes[i].how == "passive" and c.scopes[i].owner in free]
    return [Link(None, i, "basedOn", "preamble-amending", cue) for i in held]


def _preamble_end(c: Context) -> int:
    """Where the preamble ends: at the enacting words, the first article or section."""
    m = _ENACT.search(c.plain.low, c.header.body_start)
    return m.start() if m else min(len(c.plain.low), c.header.body_start + 8000)


def _opening_end(c: Context) -> int:
    """Where the opening of a plan or report ends: at its first heading."""
    low = c.plain.low
    body_start = c.header.body_start
    for s in c.parts[bisect_right(c.parts, body_start, key=_start) :]:
        line = c.plain.text[s.start : s.end]
        if (
            is_heading(line)
            and "\n" not in line.strip()
            and not DO.match(low, s.start)
            and not BASIS.match(low, s.start)
        ):
            return s.start
        if s.start > body_start + 4000:
            return s.start
    return len(low)


def _basis_regions(c: Context) -> list[tuple[int, int]]:
    """Spans under headings such as "CĂN CỨ PHÁP LÝ", up to the next heading."""
    out: list[tuple[int, int]] = []
    start: int | None = None
    low = c.plain.low
    words = [sentence_at(c.parts, m.start()) for m in _BASIS_WORD.finditer(low)]
    at, next_word = 0, 0
    while at < len(c.parts):
        if start is None:  # on to the next sentence that can be such a heading
            next_word = bisect_left(words, at, next_word)
            if next_word == len(words):
                break
            at = words[next_word]
        s = c.parts[at]
        at += 1
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


def _may_lead(low: str, sentence: Sentence) -> bool:
    """Whether a sentence can open a list of papers: most cannot, and are told by a letter or two."""
    return low.rfind(":", sentence.start, sentence.end) >= 0 or low.find("văn", sentence.start, sentence.end) >= 0


def _lists(c: Context, by_sentence: dict[int, list[int]], cues: dict[int, Cue | None]) -> list[Link]:
    """Items under "Các văn bản đã ban hành để thực hiện B, gồm:" implement B."""
    out: list[Link] = []
    low = c.plain.low
    objects: list[int] = []
    answering = False  # under "Văn bản triển khai thực hiện Chỉ thị này"
    for s, sentence in enumerate(c.parts):
        if not objects and not answering and not _may_lead(low, sentence):
            continue
        words = low[sentence.start : sentence.end]
        free = [i for i in by_sentence.get(s, ()) if c.scopes[i].owner is None]
        if _ANSWERS.match(words) and SELF.search(words) and not free:
            answering = True
            continue
        if answering and free and re.fullmatch(LINE_LEAD, low[sentence.start : c.starts[free[0]]]):
            out.append(Link(None, free[0], "implements", "list", None, "heading", reverse=True))
            continue
        answering = False
        out += _named_papers(c, sentence, free, cues)
        if (
            words.rstrip().endswith(":")
            and _LISTS.search(words)
            and re.search(r"ban\s+hành|xây\s+dựng|văn\s+bản", words)
        ):
            objects = [i for i in free if (cue := cues.get(i)) is not None and cue.predicate == "implements"]
        elif objects and re.match(r"[-+•*–]|[a-zđ]\)|\(\d", words):
            if free:
                out += [Link(free[0], b, "implements", "list", cues[b], "heading") for b in objects]
        else:
            objects = []
    return out


def _named_papers(c: Context, sentence: Sentence, free: Sequence[int], cues: dict[int, Cue | None]) -> list[Link]:
    """ "đã ban hành 03 văn bản triển khai thực hiện B (A1; A2)", "các văn bản thực hiện B gồm: A1; A2"."""
    low = c.plain.low
    for k, b in enumerate(free[:-1]):
        cue = cues.get(b)
        if cue is None or cue.predicate != "implements" or not _PAPERS.search(low, sentence.start, cue.start):
            continue
        papers = []
        for before, a in pairwise(free[k:]):
            gap = low[max(c.found[before].head_end, c.scopes[before].title_end) : c.found[a].start]
            if not (_NAMELY if before == b else _AND_SO_ON).fullmatch(gap) or c.found[a].kind != "number":
                break
            papers.append(a)
        if papers:
            return [Link(a, b, "implements", "list", cue) for a in papers]
    return []


def _footnotes(c: Context, cues: dict[int, Cue | None]) -> list[Link]:
    """Papers named in a note implement what the sentence that calls the note says is implemented."""
    out: list[Link] = []
    low = c.plain.low
    noted = {i for note in c.notes for i in _within(c, note.start, note.end)}
    for note in c.notes:
        subjects = [i for i in _within(c, note.start, note.end) if _is_free(c, i) and c.found[i].kind == "number"]
        if not subjects:
            continue
        for call in note.calls:
            s = c.parts[sentence_at(c.parts, call)]
            if not _ISSUES_PAPERS.search(low, s.start, call):
                continue
            for b in _within(c, s.start, call):
                cue = cues.get(b)
                told = _CARRIED_OUT.match(low, c.found[b].head_end, call)
                if _is_free(c, b) and b not in noted and (told or (cue and cue.predicate == "implements")):
                    out += [Link(a, b, "implements", "footnote", cue, "footnote") for a in subjects]
    return out


def _within(c: Context, start: int, end: int) -> range:
    """Citations that start in a span, by index."""
    return range(bisect_left(c.found, start, key=_start), bisect_left(c.found, end, key=_start))


def _is_free(c: Context, i: int) -> bool:
    return c.scopes[i].owner is None


_start = attrgetter("start")


def _assemble(
    c: Context, links: Sequence[Link], dates: dict[str, str | None]
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
            if strength == "footnote" or frame == "list":
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
        row = Relation(
            a,
            predicate,
            b,
            strength,
            Evidence(start, end, text_cue, *sentence),
            round(confidence, 3),
            frame,
            "partial" if cue is not None and not link.reverse and partial(cue, provisions) else None,
            provisions,
        )
        rows.setdefault((a, predicate, b, start), row)
    ordered = sorted(rows.values(), key=lambda r: (r.evidence.start, r.evidence.end, r.subject, r.predicate, r.object))
    return tuple(ordered), tuple(conflicts)
