"""Which citation stands inside the title of another.

"Kế hoạch 34-KH/TU … thực hiện Chỉ thị số 49-CT/TW": the directive belongs to the plan, not to the document being
read. Where a title begins and ends is read by :mod:`kg.cited_titles`; here dates, levels and kinds of the papers decide
which of the open titles hold a citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.cited_titles import How, goes_on, has_own_matter, region, speaks_of_itself
from kg.dates import FULL_DAY
from kg.found import Found
from kg.normalise import Plain
from kg.provisions import before as provisions_before
from kg.registry import LAW_TYPES
from kg.renamed import renamed
from kg.sentences import Sentences

_ACTS_ITSELF = re.compile(r"\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?!\w)")
_GUIDES = re.compile(r"\s+hướng\s+dẫn\s+(?:thi\s+hành|thực\s+hiện)(?!\w)")
_GLUE = re.compile(r"(?:[\s,;&]|và|cùng(?:\s+với)?|hoặc|các|số|:)*")
_CONNECT = re.compile(r"(?:[,;]|(?<!\w)(?:và|cùng(?:\s+với)?))\s*(?:(?:các|số)\s*:?\s*)*$")
_CONNECTIVE = re.compile(r"[,;](?<!sửa\sđổi,)(?<!bổ\ssung,)|(?<!\w)(?:và|đồng\s+thời)(?=\s)")
# "… và bãi bỏ Điều 2 Thông tư B", "… và các Thông tư sửa đổi, bổ sung: B": from the connective to the citation
_CONNECT_FAR = re.compile(
    r"(?:,|và|đồng\s+thời)\s+(?:và\s+|đồng\s+thời\s+)*(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính|(?:tạm\s+)?ngưng|"
    r"đình\s+chỉ)|(?:các\s+)?(?:điểm|khoản|điều|mục|chương|phụ\s+lục)(?=\s(?:[\divx]|[a-zđ]\s))|các\s+(?:thông\s+tư|nghị\s+định|quyết\s+định|"
    r"nghị\s+quyết|văn\s+bản))(?!\w)[^;.:()“”\"]{0,90}:?\s*$"
)
_BEHIND_BRACKET = re.compile(r"^[^(]*\)\s*(?:[,;]|(?:và|cùng)(?!\w))")
_CHANGES = re.compile(r"\s(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[\s,]")
_CHANGED = re.compile(
    r"(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính)|\(sửa\s+đổi|nay\s+là"
    r"|\(\s*(?:đã\s+)?được\s+điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?\s(?:[^()]{0,40}\s)?(?:tại|bởi|theo)\s"
)
_AUTHORITY = {
    "hien-phap": 1, "luat": 2, "bo-luat": 2, "phap-lenh": 2, "nghi-quyet": 2, "nghi-dinh": 3, "quyet-dinh": 4,
    "thong-tu-lien-tich": 4, "thong-tu": 4, "chi-thi": 4, "cong-van": 5, "ke-hoach": 5, "bao-cao": 6,
}  # fmt: skip
_ENDED = re.compile(r"(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)")



class Scope(NamedTuple):
    """The title that follows a citation and what holds the citation itself.

    Attributes:
        owner: index of the citation in whose title this one stands, or None.
        how: ``title``, ``passive`` ("được sửa đổi bởi"), ``paren`` ("(nay là …)"), ``attached``
            ("ban hành kèm theo"), or ``inside`` (a law's title inside an amending act).
        title_start, title_end: the title of this citation; equal where it has none.
        again: whether it only names once more a paper before it ("(sau đây gọi là …)").
    """

    owner: int | None
    how: How
    title_start: int
    title_end: int
    again: bool = False


def scopes(p: Plain, found: Sequence[Found], parts: Sentences) -> tuple[Scope, ...]:
    """The scope of every citation, in the order of ``found``."""
    out: list[Scope] = []
    open_: list[tuple[int, How]] = []  # citations whose titles are open, outermost first
    for i, f in enumerate(found):
        while open_ and out[open_[-1][0]].title_end <= f.start:
            open_.pop()
        if (j := renamed(p, found, i)) is not None:
            out.append(out[j]._replace(title_start=f.head_end, title_end=f.head_end, again=True))
            continue
        if f.inserted:  # a footnote that the page break put here: the sentence goes on after it
            out.append(Scope(None, "", f.head_end, f.head_end))
            continue
        beside = False  # whether it goes on with the list of what its holder amends
        while open_ and open_[-1][1] == "title" and _is_younger(p, f, found[open_[-1][0]]):
            holder = open_.pop()[0]
            beside = _is_also_amended(p, found, out, holder, i)
            first = _first_of_list(p, found, out, holder, i)
            for k in range(first, i):
                out[k] = out[k]._replace(owner=out[holder].owner, how=out[holder].how)
            out[holder] = out[holder]._replace(
                title_end=max(out[holder].title_start, _before_connective(p, out[holder], found[first]))
            )
        while open_ and open_[-1][1] == "title" and _is_lower(p, f, found[open_[-1][0]], out[open_[-1][0]]):
            holder = open_.pop()[0]
            out[holder] = out[holder]._replace(
                title_end=max(out[holder].title_start, _before_connective(p, out[holder], f))
            )
        if not (beside and open_):
            del open_[_level(p, found, out, open_, i) :]
        _reattach(found, open_, f)
        owner: int | None = open_[-1][0] if open_ else None
        how: How = open_[-1][1] if open_ else ""
        if owner is not None and found[owner].kind == "name" and f.end <= found[owner].end and _amends(found[owner]):
            how = "inside"  # whatever follows the name: "Luật sửa đổi … Luật X ngày … của Quốc hội"
        start, end, kind = region(p, found, i, parts)
        end = _in_cell(p.low, start, end) if kind == "title" else end
        back = f.kind == "back" and f.serial is None and kind == "title" and not _ACTS_ITSELF.match(p.low, f.head_end)
        if back or (f.type in LAW_TYPES and _GUIDES.match(p.low, f.head_end)):
            start, end, kind = f.head_end, f.head_end, ""  # "Chương trình này được …" opens no title; no law guides
        suffers = kind == "passive" or (owner is not None and _is_replaced_now(p, found[owner], f))
        if suffers and how in ("passive", "paren") and owner is not None and _is_parallel(p, found, owner, i):
            start, end, kind = f.head_end, f.head_end, ""
        if owner is not None and kind != "paren":  # a bracket goes on to where it is closed
            end = max(min(end, out[owner].title_end), start)
        out.append(Scope(owner, how, start, end))
        if _amends(f):
            out[-1] = Scope(owner, how, f.start, max(end, f.end))
            open_.append((i, "inside" if end <= f.end or _names_to_its_end(found, i) else kind or "title"))
        elif end > start:
            open_.append((i, kind))
    return tuple(out)


def _first_of_list(p: Plain, found: Sequence[Found], out: Sequence[Scope], holder: int, i: int) -> int:
    """The first of the list that citation ``i`` ends and that its date is said of, or that is as young as it is."""
    f = found[i]
    while i - 1 > holder and out[i - 1].owner == holder and (before := found[i - 1]).type == f.type:
        gap = p.low[max(before.head_end, out[i - 1].title_end) : found[i].start]
        if not gap.strip() or _GLUE.fullmatch(gap) is None:
            break
        dateless = before.number is not None and f.number is not None and _day(before) is None
        shares = dateless and before.number.codes == f.number.codes  # type: ignore[union-attr]
        if not shares and not (_day(before) or "") > (_day(found[holder]) or "9"):
            break
        i -= 1
    return i


def _is_younger(p: Plain, f: Found, holder: Found) -> bool:
    """Whether a citation cannot stand in a title by its date.

    A date that its number belies decides nothing, and what changed the paper since may be named there:
    "… về công tác văn thư (được sửa đổi bởi Nghị định B)". Without a comma or "và" before it, it is the title
    that disagrees with itself.
    """
    if _CHANGED.search(p.low, holder.head_end, f.start) or _connective(p.low, holder.head_end, f.start) is None:
        return False
    for x in (f, holder):
        if x.date and x.number is not None and x.number.year and not x.date.startswith(("--", str(x.number.year))):
            return False
    older, younger = _day(holder), _day(f)
    if older is None or younger is None:
        return False
    return older < younger if len(older) == len(younger) == FULL_DAY else older[:4] < younger[:4]


def _is_also_amended(p: Plain, found: Sequence[Found], out: Sequence[Scope], before: int, i: int) -> bool:
    """Whether a paper follows an older one that the same act amends: "A sửa đổi một số điều của B về … và C"."""
    owner = out[before].owner
    if owner is None or not (found[owner].type == found[before].type == found[i].type) or found[i].phrase is None:
        return False
    at = found[i].start
    if _is_younger(p, found[i], found[owner]) or not _AND_BESIDE.search(p.low, max(0, at - 8), at):
        return False
    return _EFFECT.search(p.low, out[owner].title_start, found[before].start) is not None


_AND_BESIDE = re.compile(r"\svà\s+$")
_RANKS = {"central": 0, "ministry": 0, "province": 1, "district": 2, "commune": 3}


def _is_lower(p: Plain, f: Found, holder: Found, scope: Scope) -> bool:
    """Whether a citation in a list is of a body below the holder's: no central paper has a province's in its title.

    An effect may reach down: "Quyết định bãi bỏ Quyết định số … của UBND huyện".
    """
    if f.body is None or holder.body is None or f.kind != "number":
        return False
    if not _LISTED.search(p.low, scope.title_start, f.start):
        return False
    low, high = _RANKS.get(f.body.level or ""), _RANKS.get(holder.body.level or "")
    if low is None or high is None or low <= high:
        return False
    return _EFFECT.search(p.low, scope.title_start, f.start) is None


_LISTED = re.compile(r"(?:[,;]\s*(?:và\s+)?|\svà\s+)$")
_EFFECT = re.compile(r"sửa\s+đổi|bãi\s+bỏ|thay\s+thế|hủy\s+bỏ|bổ\s+sung|đính\s+chính")


def _before_connective(p: Plain, s: Scope, f: Found) -> int:
    """Where a title ends that runs up to a citation it cannot hold: before the comma or "và" that joins the two."""
    found = _connective(p.low, s.title_start, f.start)
    return f.start if found is None else found


def _connective(low: str, begin: int, at: int) -> int | None:
    """The comma or "và" behind which a citation stands, alone or as what a verb or its provisions lead to."""
    if m := _CONNECT.search(low, begin, at):
        return m.start()
    for m in reversed(list(_CONNECTIVE.finditer(low, max(begin, at - 140), at))):
        if _CONNECT_FAR.match(low, m.start(), at):
            return m.start()
    return None


def _amends(f: Found) -> bool:
    """Whether a citation names an act that amends others, whose titles stand inside its own."""
    if f.named is not None:
        return f.named.amending
    return f.law_title is not None and _CHANGES.search(f.law_title.lower()) is not None


def _names_to_its_end(found: Sequence[Found], i: int) -> bool:
    """Whether the name of an amending act ends with a law it amends: a passive behind is said of that law."""
    return i + 1 < len(found) and any(g.end == found[i].end for g in found[i + 1 : i + 8] if g.start < found[i].end)


def _reattach(found: Sequence[Found], open_: list[tuple[int, How]], f: Found) -> None:
    """Hangs an amending act on the act it can amend.

    "Nghị định A quy định chi tiết Luật X được sửa đổi bởi Nghị định B": a decree amends the decree that
    holds the law in its title, not the law.
    """
    if not open_ or open_[-1][1] not in ("passive", "paren"):
        return
    how = open_[-1][1]
    if kin(found[open_[-1][0]].type) == kin(f.type):
        return
    for k in range(len(open_) - 2, -1, -1):
        if kin(found[open_[k][0]].type) == kin(f.type):
            del open_[k + 1 :]
            open_[k] = (open_[k][0], how)
            return


_BEFELL = re.compile(
    r"thay\s+thế|(?:bãi|hủy)\s+bỏ|sửa\s+đổi|bổ\s+sung|điều\s+chỉnh|đính\s+chính|hiệu\s+lực|căn\s+cứ|thực\s+hiện|triển\s+khai"
    r"|hướng\s+dẫn"
)


def _in_cell(low: str, start: int, end: int) -> int:
    """The end of a title that begins in the cell of its paper, unless a further cell may tell what became of it."""
    cell = low.find("|", start, end)
    if cell < 0 or not low[start:cell].strip():
        return end
    line = low.find("\n", cell)
    return end if _BEFELL.search(low, cell, line if line >= 0 else len(low)) else cell


def kin(type_slug: str) -> str:
    """Acts of one kin amend one another: laws, codes and ordinances; every other type its own, joint ones too."""
    return "luat" if type_slug in LAW_TYPES else type_slug.removesuffix("-lien-tich")


def _level(p: Plain, found: Sequence[Found], out: Sequence[Scope], open_: list[tuple[int, How]], i: int) -> int:
    """How many of the open titles hold citation ``i``: all, or those above its list partner."""
    if not open_:
        return 0
    f = found[i]
    k = i - 1
    while found[k].inserted or (out[k].again and k > open_[-1][0]):
        k -= 1  # a note of the page, the short name that the holder is given
    previous = found[k]
    holder, how = open_[-1]
    holder_type = found[holder].type
    if f.start < found[holder].end:
        return len(open_)
    gap = p.low[min(previous.head_end, f.start) : f.start]
    glued = _GLUE.fullmatch(gap) is not None and bool(gap.strip())
    if gap.endswith((", ", ",\n")) and not glued:  # "sửa đổi khoản 2, Điều 8, Nghị định B": no item of a list
        gap = gap[: max(0, provisions_before(p.low, f.start)[1] - f.start + len(gap))]
    if how in ("passive", "paren"):
        # "được sửa đổi bởi A, B và C": the whole list amends
        if how == "paren":
            return len(open_) - _is_closed(p.low, found[holder].head_end, f.start)
        if previous is found[holder]:
            return len(open_)
        closed = _BEHIND_BRACKET.search(gap) is not None
        closed = closed or _agents_end(p, found, open_, k, i, gap)
        listed = (glued or goes_on(gap)) and not closed and _can_act(p, found, holder, k, i)
        return len(open_) if listed else len(open_) - 1
    agents = how != "inside" and _CHANGED.search(p.low, found[holder].head_end, previous.start) is not None
    if agents and _BEHIND_BRACKET.search(gap):
        return len(open_) - 1  # "A về … (được sửa đổi bởi B) và Điều 6 C": what changed A stands in brackets
    if not _CONNECT.search(gap) and not glued:
        return len(open_)
    if previous is found[holder] and not glued and previous is not f:
        # title text, then "và B": B stands beside the holder
        same = [k for k, (o, _) in enumerate(open_) if found[o].type == f.type]
        return same[-1] if same else len(open_) - 1
    if agents and glued and not _can_act(p, found, holder, k, i):
        return len(open_) - 1  # "A về … được sửa đổi bởi B và C quy định …": C stands beside A
    rank = _AUTHORITY.get(f.type, 0)
    if glued and rank > _AUTHORITY.get(holder_type, rank) >= _AUTHORITY.get(previous.type, rank):
        return len(open_) - 1  # "Nghị định A hướng dẫn thi hành Luật X và Thông tư B": no decree guides a circular
    # "… A và B" where A is the last one inside the open title: beside A, unless its kind is the holder's
    if found[holder].type == f.type and previous.type != f.type and not _cannot_be_issued(found[holder], f):
        return len(open_) - 1
    return len(open_)


def _is_closed(low: str, begin: int, at: int) -> bool:
    """Whether a bracket behind a citation is closed before ``at``, and none is open there."""
    opened = low.count("(", begin, at)
    return 0 < opened <= low.count(")", begin, at)


def _cannot_be_issued(holder: Found, f: Found) -> bool:
    """Whether a paper is of another body than that which the sentence says to have issued the holder, or a higher one.

    "Chính phủ ban hành Nghị quyết A để triển khai Kết luận B và Nghị quyết C của Ủy ban Thường vụ Quốc hội".
    """
    if holder.body is None or f.body is None or f.number is None or holder.number is None:
        return False
    low, high = _RANKS.get(holder.body.level or ""), _RANKS.get(f.body.level or "")
    if not holder.reported:  # "Kế hoạch số 5-KH/HU thực hiện Chỉ thị A và Kế hoạch số 7-KH/TU"
        return low is not None and high is not None and high < low
    if f.number.bodies and holder.number.bodies and f.number.bodies[0].series != holder.number.bodies[0].series:
        return True
    said = f.phrase is not None and f.phrase.start > f.start and None not in (holder.body.slug, f.body.slug)
    return said and holder.body.series != f.body.series


_AND = re.compile(r"(?<!\w)và\s")
_OF_MANY = re.compile(r"(?<!được )sửa\s+đổi\s*,\s*bổ\s+sung\s+một\s+số\s+điều\s+của\s[^.;\n]*$")


def _agents_end(p: Plain, found: Sequence[Found], open_: Sequence[tuple[int, How]], k: int, i: int, gap: str) -> bool:
    """Whether a list of agents ended before citation ``i``, which goes on with the list round it.

    "… theo Luật số 19/2000/QH10 và Luật số 10/2008/QH12, Bộ luật Lao động số …": "và" stood before the last. In the
    title of an act that amends many a law with a title of its own follows agents that have only numbers.
    """
    f, before = found[i], found[k]
    goes_beyond = k - 1 > open_[-1][0] and gap.strip().startswith(",") and not _AND.search(gap)
    if goes_beyond and _AND.search(p.low, found[k - 1].head_end, before.start):
        return True
    outer, held = (found[open_[-2][0]] if len(open_) > 1 else None), found[open_[-1][0]].start
    of_many = (outer is not None and _amends(outer)) or _OF_MANY.search(p.low, max(0, held - 300), held) is not None
    if not of_many or before.law_title is not None or before.named is not None:
        return False
    return f.law_title is not None or (f.named is not None and not f.named.amending)


_AMENDED = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|đính\s+chính)[^.;]{0,60}$|thay\s+thế\s+$")


def _is_replaced_now(p: Plain, holder: Found, f: Found) -> bool:
    """Whether ", nay được" goes on with an act that was amended: "A được sửa đổi bởi B, nay được thay thế bởi C"."""
    told = _AMENDED.search(p.low, holder.head_end, f.start) is not None and kin(holder.type) == kin(f.type)
    return told and p.low.startswith(", nay được", f.head_end)


def _is_parallel(p: Plain, found: Sequence[Found], owner: int, i: int) -> bool:
    """Whether the passive after an agent speaks of what the agent acted on: "A được sửa đổi bởi B, bị thay thế bởi C".

    After "A bị thay thế bởi B" a later amendment is one of B, since A is no longer in force.
    """
    f = found[i]
    if not goes_on(p.low[f.head_end : f.head_end + 120]):
        return False
    ended = _ENDED.search(p.low, found[owner].head_end, f.start)
    after = found[i + 1] if i + 1 < len(found) else None
    if ended and after is not None:
        return not (_day(after) or "") > (_day(f) or "9")
    return True


def _day(f: Found) -> str | None:
    if f.date and f.date[:4].isdigit():
        return f.date
    return str(f.number.year) if f.number is not None and f.number.year else None


def _can_act(p: Plain, found: Sequence[Found], holder: int, previous: int, i: int) -> bool:
    """Whether a later member of a list can have changed the holder as the member before it did.

    Amending acts are listed in the order of their years, and no act changes one of higher authority: "Luật A
    được sửa đổi bởi Luật B, Nghị định C" ends with B. Guidance is left to lower acts.
    """
    f, before, held_by = found[i], found[previous], found[holder]
    if (a := _day(f)) and (h := _day(held_by)) and (a[:4] < h[:4] or (len(a) == len(h) == 10 and a < h)):
        return False  # nothing changes what is younger
    if (a := _day(f)) and (b := _day(before)) and a[:4] < b[:4] and speaks_of_itself(p, f):
        return False
    if has_own_matter(p, f) and not has_own_matter(p, before) and _CHANGED.search(p.low, held_by.head_end, f.start):
        return False  # "A được sửa đổi bởi B, C quy định về …": C is the next of those named
    if kin(f.type) == kin(before.type) or not _CHANGED.search(p.low, held_by.head_end, f.start):
        return True
    if speaks_of_itself(p, f):
        return False
    held = _AUTHORITY.get(held_by.type)
    return held is None or _AUTHORITY.get(f.type, held) <= held
