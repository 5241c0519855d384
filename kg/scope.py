"""Which citation stands inside the title of another.

"Kế hoạch 34-KH/TU … thực hiện Chỉ thị số 49-CT/TW": the directive belongs to the plan, not to the document being
read. A title starts right after the head of a citation (number, date, issuer) with a word that opens a
title; it ends at a semicolon, a closing quote, the end of the sentence, or where a new subject acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kg.found import Found
from kg.identity import family, serial_key
from kg.normalise import UPPER, Plain
from kg.phrases import read_phrase
from kg.provisions import before as provisions_before
from kg.structure import Sentence, sentence_at

_VERBS = (
    r"về(?:\s+việc)?|quy\s+định|quy\s+chế|ban\s+hành|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|phê\s+duyệt|thực\s+hiện(?!\s+theo\s+quy\s+định)|triển\s+khai|"
    r"thay\s+thế|thay\s+cho|bãi\s+bỏ|hủy\s+bỏ|thông\s+qua|điều\s+chỉnh|công\s+bố|giao|đính\s+chính|thành\s+lập|kiện\s+toàn|v/v|"
    r"(?:để|nhằm)\s+(?:triển\s+khai|thực\s+hiện|cụ\s+thể)|tổ\s+chức\s+(?:thực\s+hiện|triển\s+khai)|tăng\s+cường|đẩy\s+mạnh|"
    r"tiếp\s+tục(?!\s+(?:được|có\s+hiệu\s+lực|(?:thực\s+hiện|áp\s+dụng)\s+theo))|cụ\s+thể\s+hóa|thi\s+hành|quy\s+chuẩn|thể\s+chế|đổi\s+mới|nâng\s+cao|chấn\s+chỉnh|sơ\s+kết|tổng\s+kết|"
    r"(?:kế\s+hoạch|chương\s+trình\s+hành\s+động)(?!\s+(?:số|này|trên))|hợp\s+nhất|(?:tạm\s+)?(?:đình\s+chỉ|ngưng|dừng)|kéo\s+dài|áp\s+dụng(?!\s+theo)|bảo\s+đảm|cấm|hoàn\s+thiện|xử\s+lý|xử\s+phạt"
)
# a body that no registry names: "… của Ban Thường trực UBTW MTTQ Việt Nam hướng dẫn thực hiện"
_OF_SOMEBODY = (
    r"(?:\s*,?\s*của\s+(?!(?:[^,;.:()“”\"\d\n]{0,80}\s)?(?:đã|được|bị|để|nhằm|và\s+các)\s)[^,;.:()“”\"\d\n]{3,80}?"
    r"(?=\s(?:về|hướng\s+dẫn|quy\s+định|ban\s+hành|sửa\s+đổi|phê\s+duyệt|triển\s+khai\s+thực\s+hiện|thực\s+hiện)\s))?"
)
_OPEN = re.compile(
    rf"{_OF_SOMEBODY}\s*[,:-]?\s*(?:(?:ngày\s+\d[\w\s./-]{{0,24}}?\s)?(?:(?:đã\s+)?được\s+ban\s+hành\s+(?:để\s+|nhằm\s+)?)?(?P<verb>{_VERBS})(?!\w)\s*:?\s*)?(?P<quote>[“\"])?"
)
_PASSIVE = re.compile(
    r"\s*(?:[,;-]|và(?=\s))?\s*[(]?\s*(?:(?:đã|mới|vừa|vốn|nay|hiện|sau\s+đó|tiếp\s+tục)\s+)*"
    r"(?:(?:đã\s+)?hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:,|và)?\s*(?:do\s+)?(?:đã\s+)?)?(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính|"
    r"hợp\s+nhất|phê\s+duyệt|"
    r"ban\s+hành(?!\s+(?:(?:để|nhằm)\s+)?(?:thay|sửa|bổ|bãi|thực|triển|cụ|hướng|thể))|xây\s+dựng|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|công\s+bố|tạm\s+ngưng|đình\s+chỉ)"
)
_CARRIED_OUT = re.compile(
    r"\s*,?\s*(?:đã\s+|cũng\s+)?được\s+(?:[^;.,()\d]{2,50}\s)?(?:cụ\s+thể\s+hóa|thể\s+chế\s+hóa|triển\s+khai(?:\s+thực\s+hiện)?)"
    r"\s+(?:[^;.,()\d]{2,30}\s)?(?:bằng|tại|(?:thông\s+)?qua)\s+(?:các\s+)?"
)
_PURPOSE = re.compile(r"\s*,\s*(?:để|nhằm)\s")
_EFFECT_VERB = re.compile(r"\s*,\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|ban\s+hành|điều\s+chỉnh)")
_UNDER_EFFECT = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)[^;.,:()\d]{0,40}$")
_EFFECT_WORD = re.compile(r"(?<!\w)(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)(?!\w)")
_BY_OTHERS = re.compile(r"(?<!\w)(?:được|bị)\s(?:[^;.]{0,120}\s)?(?:bởi|theo|tại)\s[^;.]*$")
_SECOND_EFFECT = re.compile(
    r"(?:,|;|\svà|\sđồng\s+thời)\s+(?:đồng\s+thời\s+)?(?:sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)"
    r"\s+(?:một\s+số\s+(?:điều|mẫu|biểu|phụ\s+lục|quy\s+định|nội\s+dung)\s|(?:điểm|khoản|điều|chương|phụ\s+lục)\s+[\da-zđ]|(?:nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết|chỉ\s+thị)\s+số)"
)
# what a letter says stands behind its body without a comma: "Công văn số … của Bộ Giáo dục thống nhất việc bãi bỏ …"
_LETTERS = ("cong-van", "cong-dien", "thong-bao", "to-trinh")
_SAID_IN_LETTER = re.compile(
    r"\s+(?:thống\s+nhất|đồng\s+ý|đề\s+nghị|trả\s+lời|xin\s+ý\s+kiến|góp\s+ý|chấp\s+thuận|thông\s+báo|yêu\s+cầu|chỉ\s+đạo|đôn\s+đốc|"
    r"(?:cho|có)\s+ý\s+kiến|báo\s+cáo)(?!\w)"
)
_ACTS_ITSELF = re.compile(r"\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?!\w)")
_AS_LIST = re.compile(r"\(\s*(?:(?:như|gồm|bao\s+gồm|cụ\s+thể|trong\s+đó)\s*:?\s*)?$")
_CELL = re.compile(
    r"[^|\t\n]{0,200}(?:[|\t][^|\t\n]{0,160}?){1,4}[|\t]?\s*(?:đã\s+)?(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)"
)
# the column of titles: "| Kế hoạch số 76/KH-UBND | UBND tỉnh | Thực hiện Chỉ thị …"
_TITLE_CELL = re.compile(rf"[^|\t\n\w]{{0,8}}[|\t](?:[^|\t\n]{{0,100}}[|\t]){{0,2}}?\s*(?:{_VERBS})(?!\w)")
_ATTACHED = re.compile(
    r"\s*,?\s*\(?\s*(?:được\s+)?(?:(?:ban\s+hành\s+)?kèm\s+theo\s|"
    r"(?:ban\s+hành|công\s+bố)\s+theo\s+(?=(?:lệnh|nghị\s+định|quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị)\s+số\s))"
)
_PAREN = re.compile(r"\s*\(\s*(?=nay\s+(?:là|được)|(?:được|bị)\s|thay\s+thế|sửa\s+đổi|trước\s+đây)")
_NOW_IS = re.compile(r"\s*,\s*nay\s+(?:là|được\s+thay)(?!\w)")
_GLUE = re.compile(r"(?:[\s,;&]|và|cùng(?:\s+với)?|hoặc|các|số|:)*")
_CONNECT = re.compile(r"(?:[,;]|(?<!\w)(?:và|cùng(?:\s+với)?))\s*(?:(?:các|số)\s*:?\s*)*$")
_CONNECTIVE = re.compile(r"[,;](?<!sửa\sđổi,)(?<!bổ\ssung,)|(?<!\w)(?:và|đồng\s+thời)(?=\s)")
# "… và bãi bỏ Điều 2 Thông tư B", "… và các Thông tư sửa đổi, bổ sung: B": from the connective to the citation
_CONNECT_FAR = re.compile(
    r"(?:,|và|đồng\s+thời)\s+(?:và\s+|đồng\s+thời\s+)*(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính|(?:tạm\s+)?ngưng|"
    r"đình\s+chỉ)|(?:các\s+)?(?:điểm|khoản|điều|mục|chương|phụ\s+lục)(?=\s(?:[\divx]|[a-zđ]\s))|các\s+(?:thông\s+tư|nghị\s+định|quyết\s+định|"
    r"nghị\s+quyết|văn\s+bản))(?!\w)[^;.:()“”\"]{0,90}:?\s*$"
)
_ACTS = re.compile(
    r"\s*(?:,\s*[^,;.]{0,40},)?\s*(?:đã\s+|đang\s+|sẽ\s+|tiếp\s+tục\s+|cũng\s+|(?:kịp\s+thời|chủ\s+động|nghiêm\s+túc|khẩn\s+trương)(?:\s*,)?\s+|vừa\s+|trân\s+trọng\s+|và\s+[^,;.]{0,40}\s)*"
    r"(?:ban\s+hành|xây\s+dựng|báo\s+cáo|triển\s+khai|tổ\s+chức|yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|ký|tham\s+mưu|quyết\s+định|"
    r"quyết\s+nghị|(?:kết\s+luận|chỉ\s+thị)(?!\s+số)|hướng\s+dẫn|thông\s+báo|phê\s+duyệt|giao|có|nhận|kính|quán\s+triệt|thực\s+hiện|phối\s+hợp|đề\s+ra)"
)
_CHANGES = re.compile(r"\s(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[\s,]")
_CHANGED = re.compile(r"(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính)|\(sửa\s+đổi|nay\s+là")
_AUTHORITY = {
    "hien-phap": 1, "luat": 2, "bo-luat": 2, "phap-lenh": 2, "nghi-quyet": 2, "nghi-dinh": 3, "quyet-dinh": 4,
    "thong-tu-lien-tich": 4, "thong-tu": 4, "chi-thi": 4, "cong-van": 5, "ke-hoach": 5, "bao-cao": 6,
}  # fmt: skip
_ENDED = re.compile(r"(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)")
_LAWS = ("luat", "bo-luat", "phap-lenh")
# "…, xã đã kiện toàn": the body of the text by its level alone, which no registry names
_SPEAKER = re.compile(
    r"(?:(?:các|toàn)\s+)?(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|sở|ban|ngành|đơn\s+vị|cơ\s+quan|địa\s+phương|trường)"
    r"\s+(?:đã|đang|sẽ)\s"
)
_THEN = re.compile(r"thì(?<=\sthì)\s(?!thay\s+thế|bãi\s+bỏ|sửa\s+đổi)")  # the sentence goes on
_BEGINS = re.compile(rf":\s+(?=[{UPPER}])")  # and begins
_AS_FOLLOWS = ("sau:", "sau", "sau đây:", "sau đây")
# "…, Đảng ủy Bệnh viện báo cáo như sau:": whoever speaks, the title is at its end
_SPEAKS = re.compile(
    r",\s+[^,;:.\d]{3,90}?\s(?:xin\s+|kính\s+)?(?:báo\s+cáo|ban\s+hành|xây\s+dựng|đề\s+nghị|yêu\s+cầu|hướng\s+dẫn|thông\s+báo|"
    r"triển\s+khai|có\s+ý\s+kiến|trình)(?!\w)[^;.]{0,160}$"
)
_ON_THE_DAY = re.compile(r"ngày\s+\d[\d/.-]+(?:\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)?\s*,?\s+")
# ", ngày 04/3/2010 Đảng bộ Trường đã tổ chức": what was done that day, whoever did it
_DONE_THEN = re.compile(r"[^,;.:\d]{3,90}?\s(?:đã|vừa)\s")
# ", sau khi có ý kiến của Bộ B tại công văn …": how the sentence came to its act
_ASKED_FIRST = re.compile(
    r"sau\s+khi\s+(?:có|xem\s+xét|xin|lấy|được|nhận|thống\s+nhất|trao\s+đổi|thỏa\s+thuận|nghiên\s+cứu|bàn|thảo\s+luận)(?!\w)"
)
_COMMA = re.compile(r",\s+")
# "(sau đây gọi là Nghị quyết số 71/NQ-CP)": the paper before the title once more
_NAMED_SO = re.compile(r"\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?là\s*:?\s*[“\"]?\s*$")
# what the sentence itself says of the paper, of the time, or of another order
_NO_TITLE = re.compile(
    r",\s+(?:(?:có|trong\s+đó)\s+(?:ghi|nêu|giao|xác\s+định|quy\s+định|yêu\s+cầu)|"
    r"(?:trong\s+)?(?:những|các|mấy|thời)\s+(?:ngày|tuần|tháng|năm|gian)\s+(?:vừa\s+)?qua)(?!\w)|"
    r"\s+với\s+sự\s+(?:tập\s+trung|quan\s+tâm|lãnh\s+đạo|nỗ\s+lực|vào\s+cuộc)(?!\w)|"
    r"\s*\([^()\n]{3,60}\)\s+(?:đã|vừa|sẽ)\s|"
    r"\s+và\s+(?:ý\s+kiến\s+|sự\s+)?(?:chỉ\s+đạo|kết\s+luận)\s+(?:của\s+)?(?=[^,;.]{5,60}\stại\s+(?:công\s+)?văn\s+(?:bản\s+)?số)"
)


_How = Literal["", "title", "passive", "paren", "attached", "inside"]


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
    how: _How
    title_start: int
    title_end: int
    again: bool = False


def scopes(p: Plain, found: Sequence[Found], parts: tuple[Sentence, ...]) -> tuple[Scope, ...]:
    """The scope of every citation, in the order of ``found``."""
    out: list[Scope] = []
    open_: list[tuple[int, _How]] = []  # citations whose titles are open, outermost first
    for i, f in enumerate(found):
        while open_ and out[open_[-1][0]].title_end <= f.start:
            open_.pop()
        if (j := _renamed(p, found, i)) is not None:
            out.append(out[j]._replace(title_start=f.head_end, title_end=f.head_end, again=True))
            continue
        if f.inserted:  # a footnote that the page break put here: the sentence goes on after it
            out.append(Scope(None, "", f.head_end, f.head_end))
            continue
        while open_ and open_[-1][1] == "title" and _is_younger(p, f, found[open_[-1][0]]):
            holder = open_.pop()[0]
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
        del open_[_level(p, found, open_, i) :]
        _reattach(found, open_, f)
        owner: int | None = None
        how: _How = ""
        if open_:
            owner, how = open_[-1]
        limit = parts[sentence_at(parts, f.start)].end if parts else len(p.text)
        start, end, kind = _region(p, found, i, limit)
        if f.kind == "back" and f.serial is None and kind == "title" and not _ACTS_ITSELF.match(p.low, f.head_end):
            start, end, kind = f.head_end, f.head_end, ""  # "Chương trình này được …" opens no title
        if kind == "passive" and how == "passive" and owner is not None and _is_parallel(p, found, owner, i):
            start, end, kind = f.head_end, f.head_end, ""
        if owner is not None:
            end = max(min(end, out[owner].title_end), start)
        out.append(Scope(owner, how, start, end))
        if _amends(f):
            out[-1] = Scope(owner, how, f.start, max(end, f.end))
            open_.append((i, "inside" if end <= f.end else kind or "title"))
        elif end > start:
            open_.append((i, kind))
    return tuple(out)


def _renamed(p: Plain, found: Sequence[Found], i: int) -> int | None:
    """The citation before ``i`` that it only gives a name: "A về việc thực hiện B (sau đây gọi là A)"."""
    f = found[i]
    if not _NAMED_SO.search(p.low, max(0, f.start - 40), f.start):
        return None
    return next((j for j in range(i - 1, max(-1, i - 6), -1) if _is_same_paper(f, found[j])), None)


def _is_same_paper(f: Found, before: Found) -> bool:
    a = f.serial or (f.number.serial if f.number is not None else None)
    b = before.serial or (before.number.serial if before.number is not None else None)
    if a is None or b is None or serial_key(a) != serial_key(b) or family(f.type) != family(before.type):
        return False
    return f.number is None or before.number is None or f.number.codes == before.number.codes


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
    return older < younger if len(older) == len(younger) == len("2020-01-31") else older[:4] < younger[:4]


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


def _reattach(found: Sequence[Found], open_: list[tuple[int, _How]], f: Found) -> None:
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


def kin(type_slug: str) -> str:
    """Acts of one kin amend one another: laws, codes and ordinances; every other type its own."""
    return "luat" if type_slug in _LAWS else type_slug


def _level(p: Plain, found: Sequence[Found], open_: list[tuple[int, _How]], i: int) -> int:
    """How many of the open titles hold citation ``i``: all, or those above its list partner."""
    if not open_:
        return 0
    f = found[i]
    k = i - 1
    while found[k].inserted:
        k -= 1
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
        if how == "paren" or previous is found[holder]:
            return len(open_)
        listed = (glued or _goes_on(gap)) and _can_act(p, found, holder, k, i)
        return len(open_) if listed else len(open_) - 1
    if not _CONNECT.search(gap) and not glued:
        return len(open_)
    if previous is found[holder] and not glued and previous is not f:
        # title text, then "và B": B stands beside the holder
        same = [k for k, (o, _) in enumerate(open_) if found[o].type == f.type]
        return same[-1] if same else len(open_) - 1
    agents = _CHANGED.search(p.low, found[holder].head_end, previous.start) is not None
    if agents and glued and not _can_act(p, found, holder, k, i):
        return len(open_) - 1  # "A về … được sửa đổi bởi B và C quy định …": C stands beside A
    rank = _AUTHORITY.get(f.type, 0)
    if glued and rank > _AUTHORITY.get(holder_type, rank) >= _AUTHORITY.get(previous.type, rank):
        return len(open_) - 1  # "Nghị định A hướng dẫn thi hành Luật X và Thông tư B": no decree guides a circular
    # "… A và B" where A is the last one inside the open title: beside A, unless its kind is the holder's
    if found[holder].type == f.type and previous.type != f.type:
        return len(open_) - 1
    return len(open_)


def _is_parallel(p: Plain, found: Sequence[Found], owner: int, i: int) -> bool:
    """Whether the passive after an agent speaks of what the agent acted on: "A được sửa đổi bởi B, bị thay thế bởi C".

    After "A bị thay thế bởi B" a later amendment is one of B, since A is no longer in force.
    """
    f = found[i]
    if not _goes_on(p.low[f.head_end : f.head_end + 120]):
        return False
    ended = _ENDED.search(p.low, found[owner].head_end, f.start)
    after = found[i + 1] if i + 1 < len(found) else None
    if ended and after is not None:
        return not (_day(after) or "") > (_day(f) or "9")
    return True


def _speaks_of_itself(p: Plain, f: Found) -> bool:
    """Whether a citation has a title or a passive of its own, as a bare member of a list of agents has not."""
    m = _OPEN.match(p.low, f.head_end)
    return _PASSIVE.match(p.low, f.head_end) is not None or (m is not None and m["verb"] is not None)


def _day(f: Found) -> str | None:
    if f.date and f.date[:4].isdigit():
        return f.date
    return str(f.number.year) if f.number is not None and f.number.year else None


def _goes_on(gap: str) -> bool:
    """Whether between two agents a further passive of the same act begins: ", bị thay thế bởi"."""
    m = _PASSIVE.match(gap)
    return m is not None and gap.lstrip().startswith((",", ";", "và "))


def _can_act(p: Plain, found: Sequence[Found], holder: int, previous: int, i: int) -> bool:
    """Whether a later member of a list can have changed the holder as the member before it did.

    Amending acts are listed in the order of their years, and no act changes one of higher authority: "Luật A
    được sửa đổi bởi Luật B, Nghị định C" ends with B. Guidance is left to lower acts.
    """
    f, before, held_by = found[i], found[previous], found[holder]
    if (a := _day(f)) and (h := _day(held_by)) and (a[:4] < h[:4] or (len(a) == len(h) == 10 and a < h)):
        return False  # nothing changes what is younger
    if (a := _day(f)) and (b := _day(before)) and a[:4] < b[:4] and _speaks_of_itself(p, f):
        return False
    if kin(f.type) == kin(before.type) or not _CHANGED.search(p.low, held_by.head_end, f.start):
        return True
    if _speaks_of_itself(p, f):
        return False
    held = _AUTHORITY.get(held_by.type)
    return held is None or _AUTHORITY.get(f.type, held) <= held


def _region(p: Plain, found: Sequence[Found], i: int, limit: int) -> tuple[int, int, _How]:
    """Start, end and kind of the title that follows citation ``i``."""
    f = found[i]
    head = f.head_end
    low = p.low
    if m := _PAREN.match(low, head):
        close = low.find(")", m.end())
        return head, close if 0 <= close < head + 400 else head, "paren"
    if m := _NOW_IS.match(low, head):
        return head, _end(p, head, limit, found, i, quote=None), "paren"
    if m := _PASSIVE.match(low, head):
        return head, _end(p, m.end(), limit, found, i, quote=None), "passive"
    if (
        (m := _CARRIED_OUT.match(low, head, min(limit, head + 160)))
        and i + 1 < len(found)
        and found[i + 1].start == m.end()
    ):
        return head, _end(p, head, limit, found, i, quote=None), "passive"
    if (m := _ATTACHED.match(low, head)) and not ("(" in m.group() and "\n" in m.group()):
        return head, _end(p, head, limit, found, i, quote=None), "attached"
    if low.find("|", head, limit) >= 0 or low.find("\t", head, limit) >= 0:
        if m := _CELL.match(low, head, limit):
            return head, _end(p, m.end(), limit, found, i, quote=None), "passive"
        if m := _TITLE_CELL.match(low, head, limit):
            return head, _end(p, m.end(), limit, found, i, quote=None), "title"
    m = _OPEN.match(low, head)
    if m is None or not (m["verb"] or m["quote"]) or m.start() >= limit:
        said = _SAID_IN_LETTER.match(low, head, limit) if f.type in _LETTERS else None
        return (head, _end(p, said.end(), limit, found, i, quote=None), "title") if said else (head, head, "")
    if f.law_title is not None and not m["quote"] and not _EFFECT_WORD.match(low, m.start("verb")):
        return head, head, ""  # "… của Luật Đấu thầu về lựa chọn": not of the law, of the decree
    if m["verb"] and i + 1 < len(found) and found[i + 1].start == m.start("verb"):
        return head, head, ""  # "Quyết định 68, Quy định 181": the next citation
    if m["verb"] and m["verb"].startswith(("chương", "kế")) and "," in low[head : m.start("verb")]:
        return head, head, ""  # "Nghị quyết A, Chương trình hành động của Chính phủ": another paper
    if m["verb"] and _PURPOSE.match(low, head):
        return head, head, ""  # "Tiếp theo A, để triển khai B, Bộ đề nghị": why the sentence acts, not what A is about
    if _EFFECT_VERB.match(low, head) and _UNDER_EFFECT.search(low, max(0, f.start - 60), f.start):
        return head, head, ""  # "sửa đổi A, bãi bỏ B": two acts of one who is named before them
    quote = m.start("quote") if m["quote"] else None
    if quote is None and (q := re.compile(r"[^;.\n“\"]{0,60}[“\"]").match(low, m.end())):
        quote = q.end() - 1
    end = _end(p, m.end(), limit, found, i, quote=quote)
    return head, _before_effect(p, f, m.start("verb") if m["verb"] else head, end), "title"


def _before_effect(p: Plain, f: Found, begin: int, end: int) -> int:
    """Where the title of an act under an effect ends, if a second effect follows it.

    "Sửa đổi khoản 2 Điều 5 Nghị định A về quản lý đất đai và bãi bỏ Điều 7 Nghị định B": the title does not speak of
    effects before, and what follows names parts or an act.
    """
    m = _SECOND_EFFECT.search(p.low, begin, end)
    if m is None or _EFFECT_WORD.search(p.low, begin, m.start()) or p.low[begin : m.start()].endswith("điều chỉnh"):
        return end
    line = p.low.rfind("\n", 0, f.start) + 1
    begin = max(line, f.start - 240)
    acts = _EFFECT_WORD.search(p.low, begin, f.start) and not _BY_OTHERS.search(p.low, begin, f.start)
    return m.start() if acts else end


def _is_same_again(f: Found, holder: Found) -> bool:
    """Whether a citation in brackets is the paper before them once more: the number of a named law, a short form."""
    if f.number is not None and f.type in _LAWS and holder.type in _LAWS:
        return True
    serial = f.serial or (f.number.serial if f.number is not None else None)
    same = serial is not None and holder.number is not None and serial_key(serial) == serial_key(holder.number.serial)
    return same and family(f.type) == family(holder.type)


def _end(p: Plain, at: int, limit: int, found: Sequence[Found], i: int, *, quote: int | None) -> int:
    """Where a title that is open at ``at`` ends."""
    low = p.low
    if quote is not None and not _NO_TITLE.search(low, at, quote):
        closing = "”" if low[quote] == "“" else '"'
        close = low.find(closing, quote + 1, quote + 700)
        reopened = low.find("“", quote + 1, close) if close > 0 and closing == "”" else -1
        if close > 0 and reopened < 0 and "\n\n" not in p.text[quote:close]:
            return close
    stop = min(limit, at + 1200)
    semicolon = low.find(";", at, stop)
    while semicolon >= 0 and low.count("(", at, semicolon) > low.count(")", at, semicolon):
        semicolon = low.find(";", semicolon + 1, stop)  # a list in brackets is one part of the title
    if semicolon >= 0:
        stop = semicolon
    begin = low.rfind("\n", 0, found[i].start) + 1
    if low.count("(", begin, found[i].start) > low.count(")", begin, found[i].start):
        depth = 0
        for k in range(at, stop):
            depth += (low[k] == "(") - (low[k] == ")")
            if depth < 0:
                stop = k
                break
    if i + 1 < len(found) and found[i + 1].start < stop:
        opened = _AS_LIST.search(low, max(at, found[i + 1].start - 24), found[i + 1].start)
        if opened and not _is_same_again(found[i + 1], found[i]):
            stop = opened.start()  # "Chỉ thị A về … (Kế hoạch B; Công văn C)": no part of the title
    for pattern in (_THEN, _BEGINS):
        if m := pattern.search(p.text, at, stop):
            stop = m.start()
    if low.endswith(_AS_FOLLOWS, 0, limit) and (m := _SPEAKS.search(low, at, limit)):
        stop = min(stop, m.start())
    if m := _NO_TITLE.search(low, at, stop + 60):
        stop = min(stop, m.start())
    for m in _COMMA.finditer(low, at, stop):
        if _SPEAKER.match(low, m.end()) or _ASKED_FIRST.match(low, m.end()):
            return m.start()
        day = _ON_THE_DAY.match(low, m.end())  # ", ngày 10/9/2020 Ban Tuyên giáo Trung ương có Hướng dẫn số …"
        phrase = read_phrase(p.text, low, day.end() if day else m.end())
        if phrase is not None and _ACTS.match(low, phrase.end):
            return m.start()
        if day is not None and _DONE_THEN.match(low, day.end()):
            return m.start()
    return stop
