"""How a paper came about, as words behind its title tell: on which grounds, with which other paper."""

from __future__ import annotations

import re

from kg.found import Found
from kg.frames_told import joined
from kg.framing import LINE_LEAD, Context, Link, View
from kg.normalise import RAISED
from kg.relations import Cue
from kg.scope import kin

_ON_GROUNDS = re.compile(
    r",\s+(?P<cue>căn\s+cứ(?:\s+vào)?|trên\s+cơ\s+sở)\s+(?:đề\s+nghị\s+của\s+[^;:.,\d“”\"]{2,60}\s+tại\s+)?(?:các\s+)?$"
)
_ISSUED = re.compile(r"(?:ban\s+hành|xây\s+dựng|thông\s+qua)\s+(?:các\s+)?$")


def on_grounds(low: str, holder: Found, at: int) -> Cue | None:
    """The words that give the grounds of a paper behind its title: "… ban hành Quyết định A về quy chế, căn cứ B"."""
    m = _ON_GROUNDS.search(low, max(holder.head_end, at - 110), at)
    if m is None or _ISSUED.search(low, max(0, holder.start - 24), holder.start) is None:
        return None
    return Cue("basedOn", m.start("cue"), m.end("cue"))


_HEADS = re.compile(rf"(?:{LINE_LEAD}|\s*(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|[{RAISED}]+)\s*)")


def on_own_grounds(v: View, i: int) -> Link | None:
    """ "HĐND tỉnh ban hành A, căn cứ B", "[8] A, trên cơ sở đề nghị của X tại B": A rests on B, not the text."""
    c, k = v.c, v.free.index(i)
    j = v.free[k - 1] if k else i
    if j == i or c.targets[j] in (None, c.own.id, c.targets[i]):
        return None
    m = _ON_GROUNDS.fullmatch(c.plain.low, c.found[j].head_end, c.starts[i])
    if m is None and k > 1 and joined(c, j, i) and (above := on_own_grounds(v, j)) is not None:
        return above._replace(object=i)  # "…, trên cơ sở Tờ trình B và Báo cáo thẩm tra C"
    before = v.before(c.starts[j])
    if m is None or not (_ISSUED.search(before) or _HEADS.fullmatch(before)):
        return None
    return Link(j, i, "basedOn", "do-and-issue", Cue("basedOn", m.start("cue"), m.end("cue")))


_PROGRAMME = re.compile(
    r"(?<!\w)(?:kế\s+hoạch|chương\s+trình(?:\s+hành\s+động)?|đề\s+án)(?:\s+của\s+[^;:.,\d“”\"]{3,40})?\s+"
    r"(?P<cue>(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành)|triển\s+khai)\s+$"
)
_CHANGES = re.compile(
    r"\s*,?\s*(?:về\s+(?:việc\s+)?)?"
    r"(?P<cue>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?(?:\s*,?\s*cập\s+nhật)?|bổ\s+sung|điều\s+chỉnh)\s+"
    r"(?:(?:một\s+số|các)\s+)?(?:(?:nội\s+dung|chỉ\s+tiêu|mục\s+tiêu|nhiệm\s+vụ|điều|khoản)\s+)?(?:(?:của|trong|tại)\s+)?"
)


def programme(c: Context, owner: int, i: int) -> list[Link]:
    """ "A sửa đổi Chương trình thực hiện B ban hành kèm theo C": C implements B, and A amends C."""
    low, start = c.plain.low, c.starts[owner]
    told = _PROGRAMME.search(low, max(0, start - 120), start)
    if told is None or c.targets[i] == c.targets[owner]:
        return []
    out = [Link(i, owner, "implements", "title", Cue("implements", told.start("cue"), told.end("cue")))]
    outer = c.scopes[owner].owner
    if outer is None or c.targets[outer] == c.targets[i]:
        return out
    m = _CHANGES.fullmatch(low, c.found[outer].head_end, told.start())
    if m is not None and kin(c.found[outer].type) == kin(c.found[i].type):
        out.append(Link(outer, i, "amends", "title", Cue("amends", m.start("cue"), m.end("cue"), True)))
    return out


_CAME_WITH = re.compile(r"(?:được\s+)?(?P<cue>ban\s+hành\s+(?:kèm\s+)?theo)\s+$")
_ATTACHED = re.compile(
    r"(?<!\w)(?:quy\s+(?:chế|định|trình|tắc|hoạch)|kế\s+hoạch|chương\s+trình|chiến\s+lược|đề\s+án|điều\s+lệ|phương\s+án|danh\s+mục|bảng|"
    r"bộ\s+(?:chỉ\s+số|tiêu\s+chí|đơn\s+giá|mã)|mẫu|biểu|phụ\s+lục|hướng\s+dẫn|định\s+mức|đơn\s+giá|khung|hệ\s+thống|tiêu\s+chuẩn|nội\s+quy)(?!\w)"
)

_RULES_OF_A_BODY = ("quy-che", "quy-dinh", "noi-quy", "dieu-le", "de-an", "ke-hoach", "chuong-trinh", "phuong-an")


def _of_one_body(a: Found, b: Found) -> bool:
    """Whether two papers are of one body, as far as both tell."""
    first, second = (f.body.slug if f.body is not None else None for f in (a, b))
    return first is None or second is None or first == second


def came_with(c: Context, holder: Found, at: int, i: int) -> Cue | None:
    """The words by which a paper is said behind its title to have come with another: "Quy chế số 1 về … kèm theo B"."""
    if holder.type not in _RULES_OF_A_BODY or holder.number is None or not _of_one_body(holder, c.found[i]):
        return None
    m = _CAME_WITH.search(c.plain.low, max(holder.head_end, at - 40), at)
    if m is None or _ATTACHED.search(c.plain.low, holder.head_end, m.start()):
        return None
    return Cue("promulgates", m.start("cue"), m.end("cue"))


# "Nghị định sửa đổi A quy định chi tiết B và quy định chi tiết C" as the text's own title: it is not A that details C
_REVISES = re.compile(r"(?:nghị\s+định|thông\s+tư)\s+sửa\s+đổi[^;:\n\d]{0,60}\scủa\s+$")
_DETAILS_TOO = re.compile(r"(?<!\w)quy\s+định\s+chi\s+tiết\s[^;:\n]{3,300}\svà\s+$")


def details_too(c: Context, owner: int, cue: Cue) -> bool:
    """Whether the second of two acts in the title of an amending text is what that text does itself."""
    low, at, title = c.plain.low, c.starts[owner], c.header.title_span
    if cue.predicate != "guides" or c.found[owner].type != c.own.type or not _REVISES.search(low, max(0, at - 90), at):
        return False
    if not _DETAILS_TOO.search(low, c.found[owner].head_end, cue.start):
        return False
    line = low.rfind("\n", 0, at) + 1
    return (title is not None and title[0] <= at < title[1]) or "ban hành" in low[line:at]


_ENDS = re.compile(r"(?<!\w)(?:thay\s+thế|thay)(?:\s+cho)?\s+(?:các\s+)?$")
_SO_AS = re.compile(r"(?<!\w)(?:để|nhằm)\s+(?:tiếp\s+tục\s+|tổ\s+chức\s+)*$")


def issued_so(c: Context, owner: int, cue: Cue) -> int:
    """Whose purpose words behind a title tell: in "ban hành A thay thế B để triển khai C" it is A, the paper issued."""
    outer, low = c.scopes[owner].owner, c.plain.low
    if outer is None or cue.predicate != "implements" or _SO_AS.search(low, 0, cue.start) is None:
        return owner
    return outer if _ENDS.search(low, c.found[outer].head_end, c.starts[owner]) else owner
