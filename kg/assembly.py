"""All relations of one text: frames, links between citations, lists, footnotes; evidence, time, duplicates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial as given
from itertools import pairwise

from kg.amending_outline import with_items
from kg.backrefs import NORMATIVE
from kg.basis_headings import basis_regions
from kg.cell_lines import in_rows
from kg.confidence import of_link
from kg.dates import certainly_before
from kg.effect_cells import with_cells
from kg.found import Found
from kg.frames import sentence_links
from kg.frames_basis import told_at_meeting
from kg.frames_implement import RULES
from kg.frames_lead import Leads
from kg.framing import BASIS, DO, LINE_LEAD, Context, FrameName, Link, look
from kg.listed import annexed, consolidated, footnotes, lists, noted_grounds, reasons
from kg.models import Conflict, Evidence, Provision, Relation
from kg.passives import agent_before, agent_within, grounds_between, parenthesis_between, passive_between
from kg.portal_lists import with_related
from kg.provisions import read_list
from kg.quoted import as_consolidated, by_proclaimed, by_whom, in_notes
from kg.relations import GLUE, Cue, cue_before, details_before, governed, of_a_draft, partial
from kg.scope import kin
from kg.sentences import Sentence
from kg.structure import is_heading

_NEXT_EFFECT = re.compile(r"(?:,|;|\svà)\s+(?:đồng\s+thời\s+)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s")
_LETTERS = ("cong-van", "cong-dien", "to-trinh", "bao-cao", "bien-ban")  # none of them changes an act
_ASKING = ("cong-van", "cong-dien", "thong-bao")
_ABOVE_CIRCULARS, _CIRCULARS = ("luat", "bo-luat", "phap-lenh", "nghi-dinh"), ("thong-tu", "thong-tu-lien-tich")
# "Công văn … về việc báo cáo kết quả triển khai B": it asks how B is carried out
_ASKS_HOW = re.compile(
    r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|đánh\s+giá|cung\s+cấp\s+(?:thông\s+tin|số\s+liệu)|thống\s+kê|tổng\s+hợp|rà\s+soát|khảo\s+sát)"
    r"(?:(?!\svà\s+(?:tiếp\s+tục\s+)?$)[^;.:,“\"]){1,120}$"
)
# "Hướng dẫn … thực hiện kết luận về tình hình thực hiện B": what was looked at is not what is guided
_ON_HOW = re.compile(r"(?:tình\s+hình|kết\s+quả)\s+$")
_LASTING = ("amends", "replaces", "repeals")
_AMONG_OTHERS = ("list", "do-and-issue")
_ATTACHED_WITHIN = 300
_NUMBERED = re.compile(r"\s*(?:[IVXLC]+|\d{1,2}|[A-ZĐ]|Phần|PHẦN|Chương|CHƯƠNG|Điều)\b")
_FIGURE = re.compile(r"\s*(?:[IVXLC]+|\d{1,2}|[A-ZĐ])\s*[.)]\s*")
_PROSE = 12  # words of a sentence that is no line of a letterhead
_ENACT = re.compile(
    r"(?m)^[ \t]*(?:(?:quyết\s+định|quyết\s+nghị|nghị\s+quyết|chỉ\s+thị|ra\s+lệnh)(?=\s*(?::|\n|$))|"
    r"điều\s+1\b|chương\s+i\b|phần\s+(?:i|thứ)|i[.)]\s|"
    r"(?:quốc\s+hội|chính\s+phủ|thủ\s+tướng|bộ\s+trưởng|hội\s+đồng|ủy\s+ban)[^\n;]{0,120}ban\s+hành\s+(?:luật|bộ\s+luật|nghị|pháp|thông|quyết))[^\n]*"
)


def read_relations(c: Context, dates: dict[str, str | None]) -> tuple[tuple[Relation, ...], tuple[Conflict, ...]]:
    """Every relation of a text, and the links that time forbids as conflicts.

    Args:
        c: the text with its citations.
        dates: date of each document id.

    Returns:
        Relations in the order of their evidence; ``order`` conflicts.
    """
    by_sentence: dict[Sentence, list[int]] = {}
    for i, f in enumerate(c.found):
        by_sentence.setdefault(c.parts.at(f.start), []).append(i)
    read, c = c, as_consolidated(c)
    preamble_end, opening_end = _preamble_end(c), _opening_end(c)
    headings = basis_regions(c)
    links: list[Link] = []
    cues: dict[int, Cue | None] = {}
    free_in = {sentence: [i for i in members if _speaks(c, i)] for sentence, members in by_sentence.items()}
    leads = Leads(c, free_in)
    ground: Cue | None = None
    task: Cue | None = None
    next_item: Sentence | None = None  # the sentence in which the list of such a one goes on
    for sentence, members in by_sentence.items():
        free = free_in[sentence]
        if sentence != next_item:
            ground = task = None
        cues.update(zip(free, _govern(c, free, sentence), strict=True))
        links += _between(c, members)
        links += _by_agents(c, members)
        carried = given(leads.above, sentence)
        view = look(c, sentence, free, cues, preamble_end, opening_end, headings, carried, ground, task)
        links += sentence_links(view)
        ground, task, next_item = view.basis, view.doing, None
        if view.do:
            task = Cue("implements", view.do.start("cue"), view.do.end("cue"))
        if (ground or task) and c.plain.low.endswith((";", ","), sentence.start, sentence.end):
            next_item = c.parts.after(sentence)
        if view.basis and sentence.start < preamble_end:
            links += _amending_grounds(c, members, free, view.basis)
    links += lists(c, by_sentence, cues)
    links += consolidated(c, by_sentence)
    links += annexed(c, by_sentence)
    links += reasons(c, by_sentence)
    links += footnotes(c, cues)
    links += noted_grounds(c, opening_end)
    links += in_notes(read)
    links += in_rows(c)
    links = by_whom(read, with_cells(c, with_items(c, with_related(c, links))))
    return _assemble(read, by_proclaimed(read, links), dates)


def _speaks(c: Context, i: int) -> bool:
    """Whether a citation is part of its sentence: in no title, no footnote, not named once more."""
    return c.scopes[i].owner is None and not c.found[i].inserted and not c.scopes[i].again


def _govern(c: Context, free: Sequence[int], sentence: Sentence) -> list[Cue | None]:
    ends = [max(c.scopes[i].title_end, c.found[i].head_end) for i in free]
    low = c.plain.low
    cues = governed(low, [max(c.starts[i], sentence.start) for i in free], ends, sentence.start)
    for k in range(1, len(free)):
        if cues[k] is not None and _may_be_amended(c, free[k - 1], free[k], cues[k - 1], cues[k]):
            for n in range(k, len(free)):
                if cues[n] == cues[k - 1]:
                    cues[n] = None
            break
    return [cue if cue and not of_a_draft(low, sentence.start, cue, c.own.type) else None for cue in cues]


def _may_be_amended(c: Context, last: int, i: int, before: Cue | None, cue: Cue | None) -> bool:
    """Whether an item may be what the act before it amended: "Bãi bỏ Điều 2 A sửa đổi một số điều của X; B; C"."""
    if before is None or cue != before or not c.provisions[last] or c.provisions[i] or c.scopes[i - 1].owner != last:
        return False
    title = c.plain.low[c.scopes[last].title_start : c.found[i - 1].start]
    return c.found[i - 1].type == c.found[i].type and re.match(r"\s*sửa\s+đổi", title) is not None


_NEVER_ATTACHED = ("nghi-quyet", "nghi-dinh", "thong-tu", "chi-thi", "ket-luan", "quyet-dinh")


def _between(c: Context, members: Sequence[int]) -> list[Link]:
    """Links from a citation to those in its title, or back from a passive agent."""
    out: list[Link] = []
    low = c.plain.low
    last: dict[int, tuple[int, Cue | None, int | None]] = {}
    agents: dict[int, Cue | None] = {}  # of each holder, the passive under which its agents are listed
    for i in members:
        scope = c.scopes[i]
        owner = scope.owner
        if scope.again and owner is None:
            out.append(Link(None, i, "cites", "cite"))
        if owner is None or scope.again:
            continue
        holder = c.found[owner]
        begin, inherited, amended = last.get(
            owner, (holder.head_end if scope.how != "inside" else holder.start, None, None)
        )
        start = c.starts[i]
        if agent_within(low, holder.head_end, start, c.found[i].head_end):
            continue  # not in the title, but what became of its holder
        frame: FrameName = scope.how or "title"
        cue: Cue | None = None
        reverse = False
        if scope.how == "passive" and (ground := grounds_between(low, holder.head_end, start)):
            cue = ground
        elif scope.how in ("passive", "attached"):
            if scope.how == "passive":
                again = passive_between(low, begin, start) if owner in agents else None
                cue = again or agents.get(owner) or passive_between(low, holder.head_end, start)
                agents[owner] = cue
            elif holder.type in _NEVER_ATTACHED:
                continue  # "Chương trình thực hiện Nghị quyết A ban hành kèm theo B": the programme came with B
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
                if cue is not None and (
                    of_a_draft(low, holder.head_end, cue, holder.type)
                    or _asks_how(low, holder, cue)
                    or (holder.type == "huong-dan" and _ON_HOW.search(low, holder.head_end, cue.start))
                ):
                    cue = None
                elif cue is None and inherited is not None and GLUE.fullmatch(low[begin:start]):
                    cue = inherited
                elif cue is None and begin == holder.head_end and holder.type in RULES:
                    cue = details_before(low, begin, start)
                elif cue is not None:
                    amended = None
            reverse, frame = (True, "passive") if amended is not None else (False, frame)
        last[owner] = (max(c.found[i].head_end, c.scopes[i].title_end), cue, amended)
        subject = amended if amended is not None else owner
        out.append(
            Link(subject, i, cue.predicate if cue else "cites", frame, cue, "stated", reverse and cue is not None)
        )
        if scope.how == "passive" and cue is not None and reverse:
            out += [out[-1]._replace(subject=b) for b in _beside(c, members, subject)]
        elif cue is not None and cue.predicate == "amends" and amended is None and _both_amend(c, owner, i, cue):
            out.append(out[-1]._replace(subject=owner - 1))
    return out


_AND = re.compile(r"\s*và\s+")


def _both_amend(c: Context, b: int, i: int, cue: Cue) -> bool:
    """Whether the paper before ``b`` shares its title: "Thông tư A và Thông tư B sửa đổi một số điều của Thông tư C".

    All are of one type; A has its own number and day and no title, and is younger than C: what amends C may else be B
    alone, and A the rule beside it.
    """
    a = b - 1
    first, second, third = c.found[a], c.found[b], c.found[i]
    if a < 0 or not (first.type == second.type == third.type) or c.scopes[a].owner != c.scopes[b].owner:
        return False
    if c.scopes[a].title_end > first.head_end or c.provisions[a] or c.provisions[b]:
        return False
    days = [f.date or "" for f in (first, second) if f.kind == "number"]
    year = third.number.year if third.number is not None else None
    if len(days) < 2 or not all(len(day) == len("2019-12-24") for day in days) or not year:
        return False
    low = c.plain.low
    joined = _AND.fullmatch(low, first.head_end, second.start) and not low[second.head_end : cue.start].strip()
    return bool(joined) and str(year) < days[0][:4] and days[0] < days[1]


def _asks_how(low: str, holder: Found, cue: Cue) -> bool:
    """Whether a letter asks how what its title names is carried out, or tells what a meeting on it brought."""
    return (
        cue.predicate == "implements"
        and holder.type in _ASKING
        and (
            _ASKS_HOW.search(low, holder.head_end, cue.start) is not None
            or told_at_meeting(low, holder.head_end, cue.start)
        )
    )


def _by_agents(c: Context, members: Sequence[int]) -> list[Link]:
    """ "A (đã được B thay thế)": B acts on the citation before it."""
    out = []
    for a, b in pairwise(members):
        cue = agent_within(c.plain.low, c.found[a].head_end, c.starts[b], c.found[b].head_end)
        if cue is not None and not c.found[b].inserted:
            out.append(Link(a, b, cue.predicate, "passive", cue, reverse=True))
            out += [out[-1]._replace(subject=beside) for beside in _beside(c, members, a)]
    return out


def _beside(c: Context, members: Sequence[int], holder: int) -> list[int]:
    """The citations of which a passive at the head of a sentence speaks too: "A và B được thay thế bởi C"."""
    free = [i for i in members if c.scopes[i].owner is None and i <= holder]
    if len(free) < 2 or free[-1] != holder:
        return []
    low = c.plain.low
    begin = c.parts.at(c.found[holder].start).start
    if not re.fullmatch(rf"{LINE_LEAD}(?:các\s+)?", low[begin : max(begin, c.starts[free[0]])]):
        return []
    gaps = [low[max(c.found[a].head_end, c.scopes[a].title_end) : c.starts[b]] for a, b in pairwise(free)]
    return free[:-1] if all(GLUE.fullmatch(gap) for gap in gaps) and "và" in gaps[-1] else []


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
    """Where the opening of a plan or report ends: at its first heading.

    Capitals without a number above all prose are of the letterhead or the title: "ĐẢNG CỘNG SẢN VIỆT NAM".
    """
    low = c.plain.low
    body_start = c.header.body_start
    told = False  # whether prose, or the figure of a heading, stands above
    s: Sentence | None = c.parts.at(body_start)
    if s is not None and s.start <= body_start:
        s = c.parts.after(s)
    while s is not None:
        line = c.plain.text[s.start : s.end]
        if (
            is_heading(line)
            and (told or _NUMBERED.match(line))
            and "\n" not in line.strip()
            and not DO.match(low, s.start)
            and not BASIS.match(low, s.start)
        ):
            return s.start
        if s.start > body_start + 4000:
            return s.start
        told = told or len(line.split()) > _PROSE or _FIGURE.fullmatch(line) is not None
        s = c.parts.after(s)
    return len(low)


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
        f = c.found[link.object]
        actor, suffers = (f.type, acting) if link.reverse else (acting, f.type)
        asks = predicate in _LASTING and actor in _LETTERS and suffers in NORMATIVE
        if asks or (predicate in ("implements", "guides") and actor in _ABOVE_CIRCULARS and suffers in _CIRCULARS):
            predicate, cue, frame = "cites", None, "cite"  # it asks for this; or somebody else carries it out
        if predicate != "cites" and certainly_before(dates.get(a), dates.get(b)) and predicate not in ("corrects",):
            if strength == "footnote" or frame in _AMONG_OTHERS:
                continue  # one of several that a sentence joins: no word of the text says so of this pair
            conflicts[Conflict(a, "order", (dates[a] or "", dates[b] or "", b))] = None
            predicate, cue, frame = "cites", None, "cite"
        s = c.parts.at(f.start)
        provisions = _provisions(c, link)
        start, end = c.plain.span(f.start, f.end)
        text_cue = " ".join(c.plain.text[cue.start : cue.end].split())[:80] if cue and cue.end > cue.start else ""
        sentence = c.plain.span(s.start, s.end)
        row = Relation(
            a,
            predicate,
            b,
            strength,
            Evidence(start, end, text_cue, *sentence),
            of_link(frame, predicate, f.reading),
            frame,
            "partial" if cue is not None and partial(cue, provisions) else None,
            provisions,
        )
        rows.setdefault((a, predicate, b, start), row)
    typed = {(a, b, start) for a, predicate, b, start in rows if predicate != "cites"}
    said = [row for (a, predicate, b, start), row in rows.items() if predicate != "cites" or (a, b, start) not in typed]
    ordered = sorted(said, key=lambda r: (r.evidence.start, r.evidence.end, r.subject, r.predicate, r.object))
    return tuple(ordered), tuple(conflicts)


def _provisions(c: Context, link: Link) -> tuple[Provision, ...]:
    """The provisions of its object that a link is about; also those of a regulation that the object issued."""
    if link.provisions is not None:
        return link.provisions
    if link.reverse:
        # "khoản 1 Điều 2 A (được sửa đổi tại khoản 2 Điều 1 B)": of A what is named, since B names what does it
        if link.subject is None or link.frame not in ("passive", "paren") or not c.provisions[link.object]:
            return ()
        return c.provisions[link.subject]
    cited = c.provisions[link.object]
    alone = link.object == 0 or (link.cue is not None and c.found[link.object - 1].start < link.cue.end)
    if link.cue is not None and link.subject is None and link.frame == "enacting" and alone:
        said = c.plain.low[link.cue.end : max(link.cue.end, c.starts[link.object])]
        if len(said) < _ATTACHED_WITHIN and (m := _NEXT_EFFECT.search(said)):
            return read_list(said[: m.start()])  # "Bổ sung Điều 9a và bãi bỏ khoản 4 của B": the first of two effects
    if cited or link.cue is None or link.subject is not None:
        return cited
    at = c.starts[link.object]
    before = c.plain.low[max(link.cue.end, c.parts.at(at).start) : at]
    return read_list(before) if len(before) < _ATTACHED_WITHIN and before.rstrip().endswith("kèm theo") else ()
