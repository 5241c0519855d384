"""All relations of one text: frames, links between citations, lists, footnotes; evidence, time, duplicates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial as given

from kg.amenders import by_amenders
from kg.amending_outline import with_items
from kg.backrefs import NORMATIVE
from kg.basis_headings import basis_regions
from kg.cell_lines import in_rows
from kg.confidence import of_link
from kg.dates import certainly_before
from kg.denied import but_denied
from kg.effect_cells import with_cells
from kg.effect_columns import by_columns
from kg.frames import sentence_links
from kg.frames_lead import Leads
from kg.frames_notes import changed_in_notes, said_of_callers
from kg.framing import BASIS, DO, Context, Link, look
from kg.listed import annexed, consolidated, lists, reasons
from kg.models import Conflict, Evidence, Provision, Relation
from kg.named_together import named_together
from kg.normalise import one_line
from kg.noted_grounds import noted_grounds
from kg.noted_plans import footnotes
from kg.over_stops import over_stops
from kg.pairs import ABOVE_CIRCULARS, between, by_agents
from kg.portal_lists import with_related
from kg.provisions import read_list, whole_list
from kg.quoted import as_consolidated, by_proclaimed, by_whom, in_notes
from kg.registry import LAW_TYPES
from kg.relations import Cue, governed, of_a_draft, partial
from kg.scope import kin
from kg.sentences import Sentence
from kg.structure import is_heading
from kg.told_acts import also_acts, told_acts
from kg.told_after import told_after
from kg.told_apart import told_apart
from kg.told_ended import told_ended
from kg.told_grounds import told_grounds
from kg.told_guides import told_guides

_NEXT_EFFECT = re.compile(r"(?:,|;|\svà)\s+(?:đồng\s+thời\s+)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s")
_LETTERS = ("cong-van", "cong-dien", "to-trinh", "bao-cao", "bien-ban")  # none of them changes an act
_CIRCULARS = ("thong-tu", "thong-tu-lien-tich")
_CHANGE_LAWS = (None, *LAW_TYPES, "hien-phap", "nghi-quyet", "lenh", "sac-lenh", "sac-luat", "van-ban-hop-nhat")
_LIKE_LAWS = (*LAW_TYPES, "nghi-quyet", "sac-lenh", "sac-luat")
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

_GROUNDS_OF_COURT = re.compile(r"(?:\s*[-+•]?\s*(?:căn\s+cứ|áp\s+dụng)\s[^\n]*)+")


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
        paired = between(c, members)
        links += by_agents(c, members)
        carried = given(leads.above, sentence)
        view = look(c, sentence, free, cues, preamble_end, opening_end, headings, carried, ground, task)
        own = sentence_links(view)
        links += by_amenders(c, members, [*paired, *own])
        ground, task, next_item = view.basis, view.doing, None
        if view.do:
            task = Cue("implements", view.do.start("cue"), view.do.end("cue"))
        if (ground or task) and c.plain.low.endswith((";", ","), sentence.start, sentence.end):
            next_item = c.parts.after(sentence)
        if view.basis and sentence.start < preamble_end:
            links += _amending_grounds(c, members, free, view.basis, paired)
        elif any(link.frame == "heading" for link in own):
            links += _amending_grounds(c, members, free, None, paired)
    links += lists(c, by_sentence, cues)
    links += consolidated(read, by_sentence)
    links += annexed(c, by_sentence)
    links += reasons(c, by_sentence)
    behind = over_stops(c, free_in)
    for_others = {(k.predicate, k.object) for k in behind}
    links = [k for k in links if k.subject is not None or (k.predicate, k.object) not in for_others] + behind
    links += footnotes(c, cues)
    links += noted_grounds(c, opening_end, headings)
    links += in_notes(read)
    noted = changed_in_notes(c)
    told = {k.object for k in noted}
    links = _but_of_callers(c, links, noted)
    links = noted + [k for k in links if k.subject is not None or k.frame != "enacting" or k.object not in told]
    links += in_rows(c) + by_columns(c) + named_together(c)
    links += told_acts(c) + told_apart(c) + told_ended(c) + told_guides(c) + told_after(c)
    links += also_acts(c, links)
    if c.own.type is None and c.header.article:  # of news it is the paper named that acts
        acted = {(k.predicate, k.object) for k in links if k.subject is not None and not k.reverse}
        links = [k for k in links if k.subject is not None or (k.predicate, k.object) not in acted]
    grounds = told_grounds(c)  # not the text's own
    told = {k.object for k in grounds}
    links = [k for k in links if k.subject is not None or k.predicate != "basedOn" or k.object not in told] + grounds
    links = but_denied(c, links)
    links = by_whom(read, with_cells(c, with_items(c, with_related(c, links))))
    return _assemble(read, by_proclaimed(read, links), dates)


def _but_of_callers(c: Context, links: Sequence[Link], noted: Sequence[Link]) -> list[Link]:
    """The links of a text but those that say of a paper of a note what the note says of the one that calls it.

    "A[2] … [2] Thay thế B; được sửa đổi bởi C": it is A that C amends.
    """
    suffers = {
        (k.object, k.predicate): k.subject
        for k in noted
        if k.reverse
        and k.subject is not None
        and (k.predicate == "guides" or kin(c.found[k.subject].type) == kin(c.found[k.object].type))
    }
    return [k for k in links if k.frame != "passive" or suffers.get((k.object, k.predicate), k.subject) == k.subject]


def _speaks(c: Context, i: int) -> bool:
    """Whether a citation is part of its sentence: in no title, no footnote, not named once more."""
    return c.scopes[i].owner is None and not c.found[i].inserted and not c.scopes[i].again


_APART = {"nghi-dinh", "thong-tu"}
_WORDS_BEFORE = re.compile(r"(?:cụm\s+từ|từ|bằng|thành|và|,)\s*[“\"][^“”\"]*$")


def _in_words(c: Context, i: int, begin: int) -> bool:
    """Whether a citation stands in words that are quoted: "Thay cụm từ “Nghị định số 16” bằng … tại Điều 3 B"."""
    return _WORDS_BEFORE.search(c.plain.low, begin, c.found[i].start) is not None


def _govern(c: Context, free: Sequence[int], sentence: Sentence) -> list[Cue | None]:
    """The cue of each citation, those in quoted words left out."""
    said = [i for i in free if not _in_words(c, i, sentence.start)]
    if len(said) < len(free):
        cues = dict(zip(said, _cues(c, said, sentence), strict=True))
        return [cues.get(i) for i in free]
    return _cues(c, free, sentence)


def _cues(c: Context, free: Sequence[int], sentence: Sentence) -> list[Cue | None]:
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


def _amending_grounds(
    c: Context, members: Sequence[int], free: Sequence[int], cue: Cue | None, paired: Sequence[Link]
) -> list[Link]:
    """ "Căn cứ A được sửa đổi bởi B": the text stands on A as B left it, so on both, also behind A's title.

    Without a cue A is an item below a heading such as "CĂN CỨ PHÁP LÝ".
    """
    held = [i for i in members if c.scopes[i].how == "passive" and c.scopes[i].owner in free]
    held += [k.object for k in paired if k.reverse and k.predicate == "amends" and k.subject in free]
    if cue is None:
        return [Link(None, i, "basedOn", "heading", None, "heading") for i in dict.fromkeys(held)]
    return [Link(None, i, "basedOn", "preamble-amending", cue) for i in dict.fromkeys(held)]


def _preamble_end(c: Context) -> int:
    """Where the preamble ends: at the enacting words, the first article or section."""
    m = _ENACT.search(c.plain.low, c.header.body_start)
    if m is not None and c.own.type == "ban-an":  # a court names its grounds behind "QUYẾT ĐỊNH:"
        grounds = _GROUNDS_OF_COURT.match(c.plain.low, m.end())
        return grounds.end() if grounds else m.start()
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
            and not line.rstrip().endswith("điện:")  # "THỦ TƯỚNG CHÍNH PHỦ điện:", above those to whom it goes
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
    of_callers = said_of_callers(c)
    for link in links:
        subject = c.own.id if link.subject is None else c.targets[link.subject]
        target = c.targets[link.object]
        if subject is None or target is None:
            continue
        a, b = (target, subject) if link.reverse else (subject, target)
        if a == b:
            continue
        predicate, frame, strength = link.predicate, link.frame, link.strength
        if strength == "stated" and (link.subject in of_callers or link.object in of_callers):
            strength = "footnote"
        acting = c.own.type if link.subject is None else c.found[link.subject].type
        if predicate == "implements" and frame in ("own-title", "title") and acting == "huong-dan":
            predicate = "guides"  # a guideline on carrying out B guides B
        cue = link.cue
        f = c.found[link.object]
        actor, suffers = (f.type, acting) if link.reverse else (acting, f.type)
        asks = predicate in _LASTING and actor in _LETTERS and suffers in NORMATIVE
        if predicate in _LASTING and suffers in LAW_TYPES:
            asks = actor not in _CHANGE_LAWS
        elif predicate == "replaces" and frame == "paren" and actor in LAW_TYPES:
            asks = suffers not in _LIKE_LAWS  # "Nghị định … của Luật A (thay thế Nghị định B)": not A
        asks = asks or (predicate == "amends" and {actor, suffers} == _APART)  # a circular is amended by one
        if asks or (predicate in ("implements", "guides") and actor in ABOVE_CIRCULARS and suffers in _CIRCULARS):
            predicate, cue, frame = "cites", None, "cite"  # it asks for this; or somebody else carries it out
        doer, done = (link.object, link.subject) if link.reverse else (link.subject, link.object)
        if predicate in _LASTING and doer is not None and done is not None and _is_numbered_behind(c, done, doer):
            predicate, cue, frame = "cites", None, "cite"
        if predicate != "cites" and certainly_before(dates.get(a), dates.get(b)) and predicate not in ("corrects",):
            if strength == "footnote" or frame in _AMONG_OTHERS:
                continue  # one of several that a sentence joins: no word of the text says so of this pair
            conflicts[Conflict(a, "order", (dates[a] or "", dates[b] or "", b))] = None
            predicate, cue, frame = "cites", None, "cite"
        s = c.parts.at(f.start)
        provisions = _provisions(c, link)
        start, end = c.plain.span(f.start, f.end)
        text_cue = one_line(c.plain.text[cue.start : cue.end])[:80] if cue and cue.end > cue.start else ""
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
        told = rows.setdefault((a, predicate, b, start), row)
        if told.scope is None and row.scope and row.provisions:
            rows[a, predicate, b, start] = row  # what tells the parts says more
    typed = {(a, b, start) for a, predicate, b, start in rows if predicate != "cites"}
    said = [row for (a, predicate, b, start), row in rows.items() if predicate != "cites" or (a, b, start) not in typed]
    ordered = sorted(said, key=lambda r: (r.evidence.start, r.evidence.end, r.subject, r.predicate, r.object))
    return tuple(ordered), tuple(conflicts)


def _is_numbered_behind(c: Context, done: int, doer: int) -> bool:
    """Whether a paper came later than what would change it, by numbers of one register and year: 11/2022, 10/2022."""
    a, b = c.found[done].number, c.found[doer].number
    if a is None or b is None or a.year is None or a.year != b.year or a.codes != b.codes:
        return False
    bodies = [c.found[i].body for i in (done, doer)]
    alike = all(body is not None for body in bodies) and len({body.slug for body in bodies if body is not None}) == 1
    return alike and a.serial.isdecimal() and b.serial.isdecimal() and int(a.serial) > int(b.serial)


_HEAD_OF_CLAUSE = re.compile(
    r"(?:^|(?<!\w)(?:số\s+tiền|số\s+liệu|lỗi|ngày)\s+(?:(?:nêu|ghi)\s+)?(?:tại|ở)\s+|[.;:\n]\s*|[-+]\s+|\d[.)]\s+|(?<!\w)(?:tiếp|sau|trong)\s+đó\s*,?\s+|"
    r"(?<!\w)(?:riêng|trừ|lưu\s+ý|do|vì|nhưng|song|hiện(?:\s+nay)?|đến\s+nay|tuy\s+nhiên)\s*,?\s+)(?:các\s+|nội\s+dung\s+)?$"
)


def _speaks_of_parts(c: Context, link: Link) -> bool:
    """Whether a clause has parts of an act as its subject: "Điều 5 và khoản 3 Điều 11 A được sửa đổi bởi B"."""
    i = link.subject
    if i is None or c.plain.low.find("một số", c.found[i].head_end, c.found[link.object].start) >= 0:
        return False  # "khoản 4 Điều 40 A được sửa đổi một số điều theo B"
    at = c.starts[i]
    return at < c.found[i].start and _HEAD_OF_CLAUSE.search(c.plain.low, max(0, at - 24), at) is not None


_THIS_PART = re.compile(r"\s*\(\s*(?:quy\s+định|nội\s+dung|điều|khoản|điểm|mục)\s+này\s")


def _of_it(c: Context, link: Link) -> bool:
    """Whether a bracket speaks of the part that is cited: "Điều 17 A (Điều này đã được sửa đổi theo B)"."""
    i = link.subject
    return i is not None and _THIS_PART.match(c.plain.low, c.found[i].head_end) is not None


# "A (đã được sửa đổi Điều 6, Điều 7 theo B)", "A bị bãi bỏ khoản 2 Điều 3 bởi B"
_DONE_TO = re.compile(
    r"(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?\s+(?:(?:các|nội\s+dung|quy\s+định\s+tại)\s+)*"
    r"(?P<parts>(?:điểm|khoản|điều|mục|chương|phần|phụ\s+lục)\s[^;:()“”\n]{1,90}?)\s+(?:theo|bởi|tại|bằng)\s+(?:các\s+)?"
)


def _done_to(c: Context, link: Link, at: int) -> tuple[Provision, ...]:
    """The provisions that a passive names between its verb and its agent."""
    m = _DONE_TO.fullmatch(c.plain.low, at, max(at, c.starts[link.object]))
    return whole_list(m["parts"]) if m else ()


def _provisions(c: Context, link: Link) -> tuple[Provision, ...]:
    """The provisions of its object that a link is about; also those of a regulation that the object issued."""
    if link.provisions is not None:
        return link.provisions
    if link.reverse:
        # "khoản 1 Điều 2 A (được sửa đổi tại khoản 2 Điều 1 B)": of A what is named, since B names what does it
        if link.subject is None or link.frame not in ("passive", "paren"):
            return ()
        if link.cue is not None and not c.provisions[link.subject] and (parts := _done_to(c, link, link.cue.end)):
            return parts
        named = c.provisions[link.object] or (_speaks_of_parts(c, link) if link.frame == "passive" else _of_it(c, link))
        return c.provisions[link.subject] if named else ()
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
