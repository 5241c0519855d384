"""The frames in which the text itself acts on what it cites.

Each frame is a small function over one citation in its sentence; the first that answers wins. They read, in
order:

============  ============================================================================================
own-title     "KẾ HOẠCH triển khai thực hiện Chỉ thị số 33/CT-TTg" as the text's own title
attached      "(Ban hành kèm theo Quyết định số …)" under the text's own title
issue         "Chính phủ ban hành Nghị định sửa đổi, bổ sung … B" above the articles of that decree
enacting      "Quyết định này thay thế …", "Bãi bỏ …" as a clause, "… hết hiệu lực kể từ ngày Nghị định này …"
do-and-issue  "Thực hiện B, UBND tỉnh ban hành Kế hoạch A": A implements B, the text only cites both
preamble      "Căn cứ A; B;" and "xét đề nghị của … tại Tờ trình số …" before the enacting words
opening       "Thực hiện B, Sở … báo cáo": the report implements B
self          "Kế hoạch này thực hiện B", "Chỉ thị được ban hành nhằm thực hiện B"
purpose       "việc ban hành Đề án … góp phần thực hiện B" in the paper that issues the scheme
closing       "Trên đây là báo cáo kết quả thực hiện B"
swap          "thay thế B bằng A", "triển khai B bằng A": A acts, whoever tells it
heading       a list under "CĂN CỨ PHÁP LÝ"
passive       "Lý do hết hiệu lực: Bị thay thế bởi B" on the page of the text itself
cite          everything else
============  ============================================================================================

News tells of others' papers: :mod:`kg.frames_news` says whose effect it is; what a sentence says of a paper that it
names at its head is read by :mod:`kg.frames_told`. Links between two citations are read by
:mod:`kg.assembly`, what notes tell by :mod:`kg.frames_notes`; matters in a paper that are changed
(:mod:`kg.frames_matters`) and the points of a court's ruling (:mod:`kg.frames_letters`) count as enacting; lists,
annexes and footnotes by :mod:`kg.listed`, lists of portals by :mod:`kg.portal_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.frames_aims import purpose
from kg.frames_along import came_along
from kg.frames_basis import attached_to, issue_clause, own_title, preamble
from kg.frames_effect import also_done, enacting, expired_by
from kg.frames_ended import ended_under, ends_by_rule, ends_here, no_longer, no_more_done, part_stopped
from kg.frames_guide import leads_off
from kg.frames_heading import heading
from kg.frames_implement import carried_out, closing, opening, self_said
from kg.frames_issued import after_it, for_another, issued_for, issued_for_that, issued_for_title, issued_to_change
from kg.frames_lead import is_free
from kg.frames_letters import ruled_on
from kg.frames_matters import changes_matter, put_right, reworded_here, row_put_right, stopped_here
from kg.frames_news import said, told_below
from kg.frames_parts import part_told, replaced_here
from kg.frames_told import (
    beside_the_list,
    changed_later,
    joined,
    suffered,
    swapped,
    told_aside,
    told_at,
    took_effect,
)
from kg.framing import Link, View
from kg.origins import on_own_grounds
from kg.scope import kin

FRAMES: tuple[Callable[[View, int], Link | None], ...] = (
    own_title, attached_to, issue_clause, row_put_right, put_right, changes_matter, stopped_here, reworded_here,
    told_below, came_along, enacting, ends_here, no_more_done, no_longer, part_stopped, leads_off, on_own_grounds,
    preamble, ruled_on, opening, self_said, purpose, closing, heading, suffered, part_told, replaced_here,
)  # fmt: skip


_SAID_OF_LISTS = ("passive", "do-and-issue")


def sentence_links(v: View) -> list[Link]:
    """What the text itself, or a paper issued in the sentence, does to each free citation."""
    out: list[Link] = []
    acts: dict[int, list[Link]] = {}
    for k, i in enumerate(v.free):
        if v.c.targets[i] == v.c.own.id:
            continue
        plain = Link(None, i, "cites", "cite")
        link = next((link for frame in FRAMES if (link := frame(v, i)) is not None), plain)
        links = [*third_parties(v, i), *said(v, i, link), *also_done(v, link)]
        of_it = (x for x in links if x.object == i and x.subject is not None and not x.reverse)
        told = [x for x in of_it if x.frame in _SAID_OF_LISTS]
        if k and not told and link is plain and _is_next(v, v.free[k - 1], i):
            acted = (x for x in acts.get(v.free[k - 1], ()) if x.subject != i)
            told = [
                x._replace(object=i) for x in acted if x.cue is None or not beside_the_list(v, x.subject, i, x.cue)
            ]
            links += told
        acts[i] = told
        out += links
    return out


_OWN_CLAUSE = re.compile(r"\s*(?:thì\s+|hiện\s+)?(?:vẫn|còn|chưa|không|tiếp\s+tục)\s")


def _is_next(v: View, j: int, i: int) -> bool:
    """Whether a list of one kind goes on from one citation to the next: "A đã thay thế B và C".

    One of which more is said, begins a clause: "A đã thay thế B, C vẫn có hiệu lực".
    """
    f = v.c.found[i]
    if kin(v.c.found[j].type) != kin(f.type) or not is_free(v.cues.get(i)) or not joined(v.c, j, i):
        return False
    return _OWN_CLAUSE.match(v.c.plain.low, max(f.head_end, v.c.scopes[i].title_end)) is None


def third_parties(v: View, i: int) -> list[Link]:
    """Links whose subject is another citation of the sentence: a paper issued to carry this one out, or
    one from whose day of effect this one ends."""
    out = expired_by(v, i) + swapped(v, i) + issued_to_change(v, i) + took_effect(v, i) + told_at(v, i)
    out += told_aside(v, i) + changed_later(v, i) + ended_under(v, i) + ends_by_rule(v, i)
    later = [a for a in v.later(i) if v.c.targets[a] != v.c.targets[i] and not for_another(v, i, a)]
    mark = carried_out(v, i)
    if later and (i not in v.issued or after_it(v, i, min(later))):
        if mark is not None:
            out += [Link(a, i, mark.predicate, "do-and-issue", mark) for a in sorted(later)]
        else:
            out += issued_for(v, i, later)
    if i in v.issued and (link := issued_for_title(v, i) or issued_for_that(v, i)) is not None:
        out.append(link)
    return out
