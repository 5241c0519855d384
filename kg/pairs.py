"""Links between two citations of a sentence: of one to those in its title, back from a passive's agent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.dates import FULL_DAY
from kg.found import Found
from kg.frames_basis import told_at_meeting
from kg.frames_effect import first_effect
from kg.frames_implement import RULES
from kg.frames_lead import EFFECTS
from kg.framing import Context, FrameName, Link
from kg.origins import came_with, details_too, issued_so, on_grounds, programme
from kg.passive_subjects import listed_beside, spoken_of
from kg.passives import agent_before, agent_within, grounds_between, issued_to_do, parenthesis_between, passive_between
from kg.provisions import whole_list
from kg.relations import AND_SOME, GLUE, Cue, cue_before, details_before, of_a_draft
from kg.scope import kin
from kg.shared_titles import with_one_title

# "Chính phủ chưa xem xét kiến nghị tại Công văn A về việc ngưng hiệu lực B"
_ASKED_IN = re.compile(
    r"(?<!\w)(?:kiến\s+nghị|đề\s+nghị|đề\s+xuất)\s+(?:[^;.:,“”\"\d]{2,60}\s)?(?:tại|theo|trong)\s+(?:các\s+)?$"
)
_ASKED_WITHIN = 90
_ASKING = ("cong-van", "cong-dien", "thong-bao")
ABOVE_CIRCULARS = ("luat", "bo-luat", "phap-lenh", "nghi-dinh")
# "Công văn … về việc báo cáo kết quả triển khai B": it asks how B is carried out
_ASKS_HOW = re.compile(
    r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|đánh\s+giá|cung\s+cấp\s+(?:thông\s+tin|số\s+liệu)|thống\s+kê|tổng\s+hợp|rà\s+soát|khảo\s+sát)"
    r"(?:(?!\svà\s+(?:tiếp\s+tục\s+)?$)[^;.:,“\"]){1,120}$"
)
_ASKS_FOR = re.compile(r"(?<!\w)(?:đề\s+nghị|xin|kiến\s+nghị|hỏi|vướng\s+mắc)\s[^;.:“\"]{0,60}$")
# "Hướng dẫn … thực hiện kết luận về tình hình thực hiện B": what was looked at is not what is guided
_ON_HOW = re.compile(r"(?:tình\s+hình|kết\s+quả)\s+$")


_IN_A_ROW = 8  # citations
_CELL_WITHIN = 200  # code points to the end of a cell
_ROW_HEAD = re.compile(r"[ |]*(?:\d{1,4}[.)]?[ |]*)?(?:[^\W\d][^|\d\n]{1,30}\| *)?(?:số[ :]*)?")
# "… đã rõ hơn so với thời kỳ thực hiện B": what it is measured by
_MEASURED_BY = re.compile(r"(?<!\w)so\s+với\s[^;.,:]{0,40}$")
_NEVER_ATTACHED = ("nghi-quyet", "nghi-dinh", "thong-tu", "chi-thi", "ket-luan", "quyet-dinh")

# "B (được thay thế bằng Quyết định A nếu được thông qua)": not yet
_IF = re.compile(r"[^()\n]{0,120}?(?<!\w)(?:nếu|trong\s+trường\s+hợp)(?!\w)[^()\n]{0,160}\)")


def between(c: Context, members: Sequence[int]) -> list[Link]:
    """Links from a citation to those in its title, or back from a passive agent."""
    out: list[Link] = []
    low = c.plain.low
    last: dict[int, tuple[int, Cue | None, int | None]] = {}
    asides: dict[int, tuple[Cue, bool]] = {}  # of each holder, what the bracket behind it says
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
        how = "title" if _in_title_cell(c, owner, i) else scope.how
        frame: FrameName = how or "title"
        cue: Cue | None = None
        reverse = False
        if how == "passive" and (ground := grounds_between(low, holder.head_end, start)):
            cue = ground
        elif how == "passive" and issued_to_do(low, holder.head_end, start):
            continue  # told of both below
        elif how in ("passive", "attached"):
            if how == "passive":
                again = passive_between(low, begin, start) if owner in agents else None
                cue = again or agents.get(owner) or passive_between(low, holder.head_end, start)
                agents[owner] = cue
            elif holder.type in _NEVER_ATTACHED or _is_beside(c, owner, i):
                out += programme(c, owner, i)
                continue  # "Chương trình thực hiện Nghị quyết A ban hành kèm theo B": the programme came with B
            else:
                cue = Cue("promulgates", begin, start)
            reverse = True
        elif how == "paren":
            pair = parenthesis_between(low, holder.head_end, start)
            if pair is None and owner in asides and GLUE.fullmatch(low, begin, start):
                pair = asides[owner]  # "(đã được điều chỉnh tại A, B)"
            cue, reverse = pair if pair else (None, False)
            if pair is not None:
                asides[owner] = pair
        elif (came := came_with(c, holder, start, i)) is not None:
            cue, frame, reverse = came, "attached", True
        else:
            cue = agent_before(low, holder.head_end, start)
            if cue is not None:
                amended = _amended(c, owner, i)
            else:
                cue = cue_before(low, min(begin, start), start)
                if cue is not None and (
                    _opens_aside(low, cue.end, start)
                    or _is_suffered(low, cue, start)
                    or _MEASURED_BY.search(low, holder.head_end, cue.start)
                    or (holder.type in _ASKING and _ASKS_FOR.search(low, holder.head_end, cue.start))
                    or _ASKED_IN.search(low, max(0, c.starts[owner] - _ASKED_WITHIN), c.starts[owner])
                    or of_a_draft(low, holder.head_end, cue, holder.type)
                    or _asks_how(low, holder, cue)
                    or (holder.type == "huong-dan" and _ON_HOW.search(low, holder.head_end, cue.start))
                ):
                    cue = None
                elif cue is None and inherited is not None and _goes_on(low[begin:start], inherited):
                    apart = _of_another_kind(c, i, inherited) or _turns_to_state(c, owner, i) or _acts_too(c, i)
                    apart = apart or _of_the_last(c, i)
                    cue = None if apart else inherited
                elif cue is None and begin == holder.head_end and holder.type in RULES:
                    cue = details_before(low, begin, start)
                elif cue is not None:
                    amended = None
                else:
                    cue = on_grounds(low, holder, start)
            reverse, frame = (True, "passive") if amended is not None else (reverse, frame)
        if how == "paren" and reverse and _IF.match(low, c.found[i].head_end):
            cue = None
        last[owner] = (c.title_end(i), cue, amended)
        subject = amended if amended is not None else _amender(c, owner, i, cue)
        if cue is not None and subject == owner and details_too(c, owner, cue):
            out.append(Link(None, i, cue.predicate, "own-title", cue))
            continue
        subject = issued_so(c, owner, cue) if cue is not None and subject == owner else subject
        if how == "title" and subject == owner and low.find("|", holder.head_end, start) >= 0:
            subject = _of_row(c, owner, i)
        if how in ("passive", "paren") and reverse:
            subject = _of_its_side(c, _of_row(c, owner, i) if how == "passive" else subject, i)
            around = c.scopes[subject].owner
            joins = cue is not None and cue.predicate == "consolidates" and c.scopes[subject].how == "passive"
            if around is not None and cue is not None and joins:  # "A, được sửa đổi bởi B (hợp nhất tại C)"
                out.append(Link(around, i, cue.predicate, frame, cue, reverse=True))
            if around is not None and _REASON.match(low, c.found[subject].head_end):
                subject = around  # "bỏ Quyết định A sửa đổi Quyết định B, do đã được thay thế bởi C": it is A
        out.append(
            Link(subject, i, cue.predicate if cue else "cites", frame, cue, "stated", reverse and cue is not None)
        )
        if frame == "title" and cue is not None and subject == owner:
            link = out[-1]
            out += [link._replace(subject=beside) for beside in with_one_title(c, owner, i, cue)]
            out += _first_of_two(c, link, holder.head_end, cue)
        if how in ("passive", "paren") and cue is not None and reverse:
            others = listed_beside(c, members, subject) if how == "passive" else ()
            out += [out[-1]._replace(subject=b) for b in others]
        elif cue is not None and cue.predicate == "amends" and amended is None and _both_amend(c, owner, i, cue):
            out.append(out[-1]._replace(subject=owner - 1))
    return out


def _goes_on(gap: str, cue: Cue) -> bool:
    """Whether what a title does to one paper it does to the next: "hướng dẫn Điều 52 A và một số điều của B"."""
    if GLUE.fullmatch(gap):
        return True
    return cue.predicate in ("guides", "amends") and AND_SOME.fullmatch(gap) is not None


def _of_the_last(c: Context, i: int) -> bool:
    """Whether a paper goes on with the title of the last of another kind, which names papers of its kind.

    "Luật A sửa đổi Bộ luật X và Nghị quyết B về thi hành Bộ luật X và về hiệu lực của Bộ luật Y, Luật Z".
    """
    last = c.scopes[i - 1].owner
    if last is None or last == c.scopes[i].owner or c.scopes[last].owner != c.scopes[i].owner:
        return False
    return not _is_kin(c, last, i) and _is_kin(c, i - 1, i)


_ACTS_TOO = re.compile(
    r"\s+(?:về|quy\s+định)\s[^;.\n\d]{3,160},\s*(?:đồng\s+thời\s+)?thay\s+(?:thế(?:\s+cho)?|cho)\s+(?:các\s+)?$"
)


def _acts_too(c: Context, i: int) -> bool:
    """Whether a member of a list has an effect of its own: "A thay cho B, và C về tuần tra, thay cho D"."""
    after = c.starts[i + 1] if i + 1 < len(c.found) else 0
    return after > 0 and _ACTS_TOO.fullmatch(c.plain.low, c.found[i].head_end, after) is not None


def _in_title_cell(c: Context, owner: int, i: int) -> bool:
    """Whether a paper stands in the title of an act that a further cell says has ended: "A hướng dẫn B | Bị bãi bỏ"."""
    if c.scopes[i].how != "passive":
        return False
    head, start, low = c.found[owner].head_end, c.starts[i], c.plain.low
    cell = low.find("|", start, start + _CELL_WITHIN)
    return cell >= 0 and low.find("\n", start, cell) < 0 and passive_between(low, head, start) is None


def _of_row(c: Context, owner: int, i: int) -> int:
    """The act of a row, not one in its title: "21/2017/QĐ-UBND | Sửa đổi Quyết định B | Bị bãi bỏ bởi A"."""
    low, start = c.plain.low, c.starts[owner]
    holder = c.scopes[owner].owner
    apart = low.find("|", c.found[owner].head_end, c.starts[i]) >= 0
    if apart and holder is not None and _in_title_cell(c, holder, owner):
        return holder
    begin = low.rfind("\n", 0, start) + 1
    cell = low.rfind("|", begin, start)
    if cell < 0 or not low[cell + 1 : start].strip() or low.find("|", c.found[owner].head_end, c.starts[i]) < 0:
        return owner
    first = next((k for k in range(max(0, owner - _IN_A_ROW), owner) if c.starts[k] >= begin), owner)
    if c.starts[first] > cell or c.scopes[first].owner is not None:
        return owner
    return first if _ROW_HEAD.fullmatch(low, begin, c.starts[first]) else owner


def _of_its_side(c: Context, owner: int, i: int) -> int:
    """The act that a paper of the State, or of the Party, can change: not one of the other's in the title of its own.

    "Nghị quyết số 03/NQ-CP … thực hiện Nghị quyết số 57-NQ/TW, được sửa đổi tại Nghị quyết số 71/NQ-CP".
    """
    return _nearest(c, owner, lambda at: not _of_two_sides(c, at, i))


def _nearest(c: Context, owner: int, fits: Callable[[int], bool]) -> int:
    """The nearest of a holder and those in whose titles it stands that fits, else the holder itself."""
    at: int | None = owner
    while at is not None and not fits(at):
        at = c.scopes[at].owner
    return owner if at is None else at


def _of_two_sides(c: Context, a: int, b: int) -> bool:
    """Whether one of two papers is of the State and the other of the Party, as their numbers tell."""
    first, second = c.found[a].number, c.found[b].number
    return first is not None and second is not None and first.party != second.party


_SUFFERED = re.compile(r"(?:được|bị)\s+$")
_SUFFERED_BY = re.compile(r"(?<!\w)(?:tại|bởi|bằng|theo)\s+(?:các\s+)?$")


def _is_suffered(low: str, cue: Cue, at: int) -> bool:
    """Whether the verb of a cue is in the passive, and the paper behind it acts: "được điều chỉnh tại B"."""
    acted = _SUFFERED.search(low, max(0, cue.start - 5), cue.start) is not None
    return acted and _SUFFERED_BY.search(low, cue.end, at) is not None


def _opens_aside(low: str, begin: int, at: int) -> bool:
    """Whether a bracket opens between a cue and a citation: "thu hồi đất bổ sung (do … kèm theo Quyết định B)"."""
    return low.rfind("(", begin, at) > low.rfind(")", begin, at)


def _is_beside(c: Context, owner: int, i: int) -> bool:
    """Whether a paper stands beside what brought an attachment: "Quy chế kèm theo Quyết định A và Hướng dẫn B"."""
    return any(c.scopes[k].owner == owner and c.found[k].type != c.found[i].type for k in range(owner + 1, i))


def _of_another_kind(c: Context, i: int, cue: Cue) -> bool:
    """Whether a paper behind an amended one is a ground beside: "sửa đổi Điều 4 Nghị định A và Quyết định B"."""
    parts = c.provisions[i - 1] and not c.provisions[i]
    return bool(parts) and cue.predicate == "amends" and not _is_kin(c, i - 1, i)


def _turns_to_state(c: Context, owner: int, i: int) -> bool:
    """Whether a comma leads from the Party's papers in a Party title to one of the State, which the sentence names.

    "Thực hiện Kết luận A về tiếp tục thực hiện Chỉ thị B, Nghị quyết số 99/2019/QH14, Thủ tướng đã ban hành C".
    """
    own, gap = c.found[owner].number, c.plain.low[c.found[i - 1].head_end : c.starts[i]]
    before = c.found[i - 1]
    of_party = before.number is None or before.number.party
    return own is not None and own.party and of_party and _of_two_sides(c, owner, i) and gap.strip() == ","


def _first_of_two(c: Context, link: Link, begin: int, cue: Cue) -> list[Link]:
    """The other effect that a title tells: "Nghị quyết A sửa đổi khoản 3 Điều 4 và bãi bỏ Điều 9 Nghị quyết B"."""
    first = first_effect(c.plain.low, begin, cue) if cue.predicate in EFFECTS else None
    provisions = whole_list(first[1]) if first is not None else ()
    if first is None or not provisions:
        return []
    return [link._replace(predicate=first[0].predicate, cue=first[0], provisions=provisions)]


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
    days = [f.date or str(f.number.year or "") for f in (first, second) if f.number is not None]
    known = c.targets[i] in c.targets[:a]  # C, of which the text has spoken before
    numbers = [third.number, *(f.number for f, t in zip(c.found[:a], c.targets, strict=False) if t == c.targets[i])]
    year = next((n.year for n in numbers if n is not None), None)
    if len(days) < 2 or not year or not all(len(day) == FULL_DAY or (known and day) for day in days):
        return False
    low = c.plain.low
    joined = _AND.fullmatch(low, first.head_end, second.start) and not low[second.head_end : cue.start].strip()
    if not joined or not str(year) < days[0][:4] or not days[0] < days[1]:
        return False
    # else B amends A and C
    return not any(c.scopes[k].owner == b and c.targets[k] == c.targets[a] for k in range(b + 1, len(c.found)))


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


def by_agents(c: Context, members: Sequence[int]) -> list[Link]:
    """ "A (đã được B thay thế)": B acts on the citation before it."""
    out = []
    for before, b in pairwise(members):
        a = spoken_of(c, before, b)
        titled = c.title_end(a)
        behind = {c.found[a].head_end, titled, titled + c.plain.low.startswith(("”", '"'), titled)}
        told = (issued_to_do(c.plain.low, end, c.starts[b]) for end in sorted(behind) if end < c.starts[b])
        if c.scopes[b].how != "paren" and (cue := next(filter(None, told), None)) is not None:
            out.append(Link(a, b, cue.predicate, "passive", cue))
            continue
        cue = agent_within(c.plain.low, c.found[a].head_end, c.starts[b], c.found[b].head_end)
        if cue is not None and not c.found[b].inserted:
            out.append(Link(_amended(c, a, b), b, cue.predicate, "passive", cue, reverse=True))
            out += [out[-1]._replace(subject=other) for other in listed_beside(c, members, a)]
    return out


_REASON = re.compile(r"\s*,\s*(?:do|vì)\s")


def _amended(c: Context, owner: int, i: int) -> int:
    """The act that citation ``i`` can amend: the nearest holder of its own kind and side, else the holder itself."""
    return _nearest(c, owner, lambda at: _is_kin(c, at, i) and not _of_two_sides(c, at, i))


def _is_kin(c: Context, a: int, b: int) -> bool:
    return kin(c.found[a].type) == kin(c.found[b].type)


def _amender(c: Context, owner: int, i: int, cue: Cue | None) -> int:
    """What amends citation ``i`` in the title of another: a circular is amended by one, not by the decree named last.

    "Thông tư A hướng dẫn Luật X, Nghị định B hướng dẫn Luật Y và sửa đổi Thông tư C": A amends C. "Hướng dẫn A hướng
    dẫn Quy định B, thay thế Hướng dẫn C": A replaces C.
    """
    changes = cue is not None and (
        cue.predicate in ("replaces", "repeals")
        or (cue.predicate == "amends" and c.found[owner].type in ABOVE_CIRCULARS)
    )
    if not changes or cue is None:
        return owner
    return _nearest(c, owner, lambda at: _is_kin(c, at, i))
