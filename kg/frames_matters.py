"""What a text changes of a paper by naming a matter in it, or says to be changed by itself.

"Điều chỉnh thời hạn hoàn thành nêu tại điểm b mục 2 Thông báo A từ … thành …"; "Các chỉ tiêu tại Mục II Kế hoạch B được
điều chỉnh theo Kế hoạch này". A paper that does not enact changes those of its own body and kind alone.
"""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.frames_lead import DECIDES, EFFECTS, is_free
from kg.framing import LINE_LEAD, Link, View, itself, said_behind
from kg.identity import series_of
from kg.models import Predicate
from kg.relations import NEGATED, Cue

_VERB = (
    r"(?P<cue>điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?|sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|sửa(?!\s+(?:đổi|chữa|sang))"
    r"|thay\s+đổi|gia\s+hạn|kéo\s+dài|nâng(?!\s+cao)|giảm|tăng(?!\s+cường)|(?P<adds>bổ\s+sung)|(?P<corrects>đính\s+chính))"
)
# what a meeting agrees on is done by its paper: "Thống nhất điều chỉnh …", "Thống nhất với đề nghị tại A: sửa đổi …";
# "Kế hoạch này thay thế A; đồng thời điều chỉnh …"
_AGREED = r"(?:thống\s+nhất|nhất\s+trí|đồng\s+ý)"
# "Giao Sở X rà soát; đồng thời điều chỉnh chỉ tiêu tại B": what somebody is told to do
_OTHERS = r"(?:giao|yêu\s+cầu|đề\s+nghị|các|ubnd|ủy\s+ban|sở|phòng|ban|hội|cơ\s+quan|đơn\s+vị|công\s+an)\s"
_HEAD = (
    rf"(?:(?:(?!(?:không|chưa)\s)[^:\n]){{0,40}}{_AGREED}\s[^:\n]{{0,200}}:\s+|(?!{LINE_LEAD}{_OTHERS})[^\n]{{0,300}};\s+đồng\s+thời\s*,?\s+)?{LINE_LEAD}(?:nay\s+)?{DECIDES}(?:{_AGREED}\s+|(?:thông\s+qua|phê\s+duyệt|chấp\s+thuận)\s+(?:việc\s+)?)?"
)
_OF_PAPER = re.compile(
    rf"{_HEAD}{_VERB}\s+(?!(?:cụm|từ|điểm|khoản|điều|mục|phụ)\s)"
    r"(?:(?!\s(?:được|bị|theo|căn\s+cứ|thuộc(?=\s+(?:kế|quy|chương|đề|danh)\s)|phù\s+hợp)\s)[^;:“”\"\n]|“[^“”\n]{1,160}”|\"[^\"\n]{1,160}\"){3,220}?"
    r"\s(?:(?P<approved>(?:đã\s+(?:được\s+)?|được\s+)(?:phê\s+duyệt|quyết\s+định|thông\s+qua|giao|phân\s+bổ)\s+)|(?:đã\s+)?(?:được\s+)?(?:ghi|nêu|in|quy\s+định|giao|xác\s+định|phê\s+duyệt|thông\s+qua|ban\s+hành)\s+)?"
    r"(?:tại|trong|của)\s+"
)
# "Bãi bỏ nhiệm vụ giao Bộ A tại điểm c mục 3 Nghị quyết B"
_ENDS = re.compile(
    rf"{_HEAD}(?P<cue>(?:bãi|hủy)\s+bỏ|bỏ)\s+(?:các\s+)?"
    r"(?:nhiệm\s+vụ|nội\s+dung|quy\s+định|chỉ\s+tiêu|đối\s+tượng|mức|phần|yêu\s+cầu)(?!\w)"
    r"(?:(?!\s(?:được|bị|theo(?!\s+(?:quý|tháng|năm|ngày|lần|kỳ|giờ|từng)\s)|căn\s+cứ)\s)[^;:.“”\"\n\d]){0,160}\s(?:tại|trong|của)\s+"
)
_INTO = re.compile(
    r"[^;\n]{0,200}?(?:\s(?:thành|lên|xuống|sang|còn|là)\s*(?:[“\"\d]|(?:ngày|tháng|quý|năm)\s)|\sđến\s+(?:hết\s+)?(?:ngày|tháng|năm)\s|\snhư\s+sau"
    r"|\stheo\s+(?:bảng|biểu|danh\s+mục|phụ\s+lục)\s|\snội\s+dung(?:\s+(?:cụ\s+thể|chính|chủ\s+yếu))?\s+sau(?:\s+đây)?\s*:|,\s+cụ\s+thể\s*:)"
)
# "…; các chỉ tiêu khác của Kế hoạch A không thay đổi": so those that were named do
_REST_STAYS = re.compile(
    r"[^\n]{0,260}?[;.]\s+(?:các|những)\s+(?:nội\s+dung|chỉ\s+tiêu|nhiệm\s+vụ|quy\s+định|phần|mục)\s+(?:khác|còn\s+lại)\s"
    r"[^;\n]{0,80}?(?:giữ\s+nguyên|không\s+(?:thay\s+)?đổi|không\s+điều\s+chỉnh)"
)
_MATTERS = re.compile(
    rf"{LINE_LEAD}(?:các\s+|những\s+)?(?:(?:việc|nội\s+dung|chỉ\s+tiêu|mục\s+tiêu|nhiệm\s+vụ|quy\s+định|thời\s+hạn|thời\s+gian|mức|phần|danh\s+mục|phân\s+công)"
    r"(?!\w)[^;:.“”\"\n/]{0,90}\s(?:tại|trong|của|ở)\s+)?"
)
_BY_THIS = re.compile(
    r"\s+(?:(?:đã|sẽ|nay|cũng|đều)\s+)*(?:được|bị)\s+"
    r"(?P<cue>(?P<amends>điều\s+chỉnh|sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung)|(?P<replaces>thay\s+thế)|(?P<repeals>bãi\s+bỏ|hủy\s+bỏ))"
    r"\s+(?:[^;.:“”\"\n]{0,40}\s)?(?:theo|bởi|bằng|tại)\s+"
)
_PART = re.compile(r"(?:(?:điểm|khoản|mục|điều|phần)\s+[\w.]{1,6}\s+(?:của\s+)?)*")
_OF_ITS_KIND = ("thong-bao", "ket-luan", "cong-van")


def changes_matter(v: View, i: int) -> Link | None:
    """A paper of which the text changes a matter, or that is changed by the text."""
    if not _may_change(v, i):
        return None
    free = is_free(v.cues.get(i)) or _is_near(v, i)
    return _of_this_point(v, i) or _ends_matter(v, i) or (_told(v, i) if free else None) or _by_this(v, i)


# "Nội dung này thay thế thời hạn nêu tại mục 3 Thông báo A", "Chỉ tiêu này điều chỉnh chỉ tiêu tại Nghị quyết A"
_THIS_POINT = re.compile(
    rf"(?:[^\n]{{0,260}};\s+)?{LINE_LEAD}(?:các\s+)?(?:nội\s+dung|quy\s+định|mức|thời\s+hạn|chỉ\s+tiêu|nhiệm\s+vụ)(?:\s+trên)?\s+này\s+"
)


def _of_this_point(v: View, i: int) -> Link | None:
    """A paper of the own body in which a point of the text takes the place of one."""
    own, f, cue = v.c.own, v.c.found[i], v.cues.get(i)
    its_own = f.body is None or f.body.slug in (None, own.issuer)
    alike = f.type == own.type or {f.type, own.type} <= set(_OF_ITS_KIND)
    if cue is None or cue.predicate not in EFFECTS or not (its_own and alike):
        return None
    before = v.before(cue.start)
    if not _THIS_POINT.fullmatch(before) or itself(own.type).search(before[before.rfind(";") + 1 :]):
        return None  # "Quy định này", in a regulation
    return Link(None, i, cue.predicate, "enacting", cue._replace(partial=True))


def _ends_matter(v: View, i: int) -> Link | None:
    """ "Bãi bỏ nhiệm vụ giao Bộ A tại điểm c mục 3 Nghị quyết B"."""
    ends = _ENDS.fullmatch(v.before(v.c.starts[i])) if _leads_its_clause(v, i) else None
    if ends is None:
        return None
    at = v.sentence.start
    return Link(None, i, "repeals", "enacting", Cue("repeals", at + ends.start("cue"), at + ends.end("cue"), True))


def _leads_its_clause(v: View, i: int) -> bool:
    """Whether no other citation stands before one in its clause, behind ":" or ";"."""
    k = v.free.index(i)
    if k == 0:
        return True
    low, end = v.c.plain.low, v.c.title_end(v.free[k - 1])
    return any(low.find(mark, end, v.c.starts[i]) >= 0 for mark in (": ", "; đồng thời"))


# "Tại Quyết định A …, biển kiểm soát “85A” đính chính thành “85B”", "Tại trang 2 Công văn A, cụm từ “X” đọc lại là “Y”"
_PLACE = re.compile(
    rf"{LINE_LEAD}(?:đính\s+chính\s*:\s*)?(?:do\s+(?:sơ\s+suất|lỗi|nhầm)[^;.:,\n]{{0,60}},\s+)?(?:(?<=:\s)[^;.:“”\"\n]{{3,120}}?\s(?:ghi\s+)?)?tại\s+(?:(?:trang|dòng|số\s+thứ\s+tự|phần|bảng|biểu)\s[^;:.“”\"\n]{{1,60}}?\s(?:của\s+|tại\s+)?)?"
)
_READS = re.compile(
    r"(?:[^;\n“”\"]{0,260}[“\"][^“”\"\n]{1,160}[”\"](?:\s+(?:ở|tại)\s+(?:trang|dòng|mục|điểm|khoản|điều|phần)\s[^;:\n“”\"]{1,40}?)?\s*,?\s*(?:nay\s+)?(?:xin\s+)?(?:(?:được\s+)?(?P<cue>đính\s+chính|sửa(?:\s+lại)?)\s+(?:lại\s+)?(?:thành|là)"
    r"|(?P<reads>đọc\s+(?:lại|đúng)\s+là))\s*[“\"])"
)


# "Đính chính thời điểm hết hiệu lực của A ghi tại số thứ tự 7 Danh mục kèm theo B: “X” sửa thành “Y”": B is put right
_AT_ROW = re.compile(
    r"(?:\s+của\s[^;.:,“”\"\d\n]{2,80}?)?\s+(?:ghi\s+|nêu\s+)?tại\s+(?:số\s+thứ\s+tự|dòng|trang|cột|mục|phần)\s[^;.:“”\"\n]{1,80}?\s(?:kèm\s+theo|của|tại)\s+(?:các\s+)?"
)


_PUT_RIGHT_AT = re.compile(rf"{LINE_LEAD}(?P<cue>đính\s+chính)\s[^;:“”\"\n]{{3,120}}?\s(?:của|tại)\s+(?:các\s+)?")


def row_put_right(v: View, i: int) -> Link | None:
    """ "Đính chính ngày hết hiệu lực của A ghi tại số thứ tự 7 Danh mục kèm theo B": of A nothing is said."""
    if len(v.free) != 2 or i not in v.free:
        return None
    told, of = v.free
    m = _PUT_RIGHT_AT.fullmatch(v.before(v.c.starts[told]))
    ends = {v.c.found[told].head_end, max(v.c.found[told].head_end, min(v.c.scopes[told].title_end, v.c.starts[of]))}
    if m is None or not any(_AT_ROW.fullmatch(v.c.plain.low, end, v.c.starts[of]) for end in ends):
        return None
    at = v.sentence.start
    cue = Cue("corrects", at + m.start("cue"), at + m.end("cue"), True)
    return Link(None, i, "corrects", "enacting", cue) if i == of else Link(None, i, "cites", "cite")


def put_right(v: View, i: int) -> Link | None:
    """The paper of the own body in which the text puts words right."""
    own, f = v.c.own, v.c.found[i]
    if i != v.free[0] or own.number is None or f.number is None or f.body is None or f.body.slug != own.issuer:
        return None
    m = _READS.match(v.c.plain.low, f.head_end) if _PLACE.fullmatch(v.before(v.c.starts[i])) else None
    if m is None:
        return None
    word = "cue" if m["cue"] else "reads"
    return Link(None, i, "corrects", "enacting", Cue("corrects", m.start(word), m.end(word), True))


def _is_near(v: View, i: int) -> bool:
    """Whether the cue of a citation is the verb at the head of the sentence, or tells what the paper did."""
    cue = v.cues.get(i)
    if cue is None:
        return False
    return cue.predicate == "approves" or re.fullmatch(LINE_LEAD, v.before(cue.start)) is not None


def _may_change(v: View, i: int) -> bool:
    """Whether the text can change a paper: it enacts, or the paper is of its own body or kind."""
    own, f = v.c.own, v.c.found[i]
    slug, series = (f.body.slug, f.body.series) if f.body is not None else (None, None)
    if series is None and (target := v.c.targets[i]) is not None:
        series = series_of(target)  # a short form of a paper that the text has named
    its_own = slug is not None and slug == own.issuer
    if own.type in NORMATIVE:  # a committee changes the papers of one that it took over too
        alike = None in (series, own.series) or str(series).partition(".")[0] == str(own.series).partition(".")[0]
        return its_own or slug is None or own.issuer is None or alike
    if own.type == "ket-luan" and f.type in NORMATIVE:  # a committee of the Party changes its own resolution so
        return own.branch == "party" and series is not None and series == own.series
    return f.type not in NORMATIVE and own.type is not None and (its_own or (f.type == own.type in _OF_ITS_KIND))


def _told(v: View, i: int) -> Link | None:
    """ "Điều chỉnh chỉ tiêu … tại điểm b khoản 2 Mục II A từ “60%” thành “70%”"."""
    if not _leads_its_clause(v, i):
        return None
    before = v.before(v.c.starts[i])
    m = _OF_PAPER.fullmatch(before)
    if m is None and v.c.found[i].type == v.c.own.type in NORMATIVE and (listed := _LISTED.fullmatch(before)):
        at, said = v.sentence.start, "cue" if listed["cue"] else "moves"
        return Link(None, i, "amends", "enacting", Cue("amends", at + listed.start(said), at + listed.end(said), True))
    enacts = m is not None and _enacts_so(v, i, m)
    head, low = v.c.found[i].head_end, v.c.plain.low
    if m is None or not (enacts or _INTO.match(low, head, v.sentence.end + 1) or _REST_STAYS.match(low, head)):
        return None
    predicate: Predicate = "corrects" if m["corrects"] else "amends"
    cue = Cue(predicate, v.sentence.start + m.start("cue"), v.sentence.start + m.end("cue"), True)
    return Link(None, i, predicate, "enacting", cue)


# "Bổ sung dự án 2 vào Phụ lục I của Nghị quyết A", "Đưa 02 dự án ra khỏi danh mục kèm theo Nghị quyết A"
_LISTED = re.compile(
    rf"{_HEAD}(?:(?P<cue>bổ\s+sung)\s[^;:“”\"\n]{{3,160}}?\svào|(?P<moves>đưa)\s(?:[^;:“”\"\n]{{3,160}}?\s)?ra\s+khỏi)\s+"
    r"(?:sau\s+)?(?:(?:các\s+)?(?:danh\s+mục|phụ\s+lục|biểu|kế\s+hoạch)\s(?:[^;:“”\"\n]{2,80}\s)?(?:tại|của|kèm\s+theo)\s+)?"
)
# "Bổ sung 12 dự án vào Phụ lục I kèm theo Nghị quyết A"
_INTO_LIST = re.compile(
    r"\svào\s+(?:sau\s+)?(?:(?:các\s+)?(?:danh\s+mục|phụ\s+lục|biểu|bảng|mục|điểm|khoản|điều)|(?:nội\s+dung\s+)?(?:kế|nghị|quyết)\s)"
)


def _enacts_so(v: View, i: int, m: re.Match[str]) -> bool:
    """Whether an act of the same kind changes what another has approved or lists, without the new words behind it."""
    own = v.c.own.type
    if own not in NORMATIVE:
        return False
    if m["approved"]:
        return True
    listed = _INTO_LIST.search(m.group()) is not None
    shifts = m["cue"].startswith(("điều", "sửa"))
    return v.c.found[i].type == own and (listed if m["adds"] else shifts)


def _by_this(v: View, i: int) -> Link | None:
    """ "Các chỉ tiêu tại Mục II Kế hoạch A được điều chỉnh theo Kế hoạch này"."""
    low, f = v.c.plain.low, v.c.found[i]
    if not _MATTERS.fullmatch(v.before(v.c.starts[i])):
        return None
    for end in (f.head_end, v.c.scopes[i].title_end):
        m = _BY_THIS.match(low, end, v.sentence.end)
        named = _PART.match(low, m.end()) if m else None
        if m is None or named is None or not itself(v.c.own.type).match(low, named.end()):
            continue
        if NEGATED.search(low, end, m.start("cue")):
            continue
        predicate: Predicate = "amends" if m["amends"] else "replaces" if m["replaces"] else "repeals"
        part = bool(v.c.provisions[i]) or v.before(v.c.starts[i]).rstrip().endswith(("tại", "trong", "của"))
        return Link(None, i, predicate, "enacting", Cue(predicate, m.start("cue"), m.end("cue"), part))
    if (m := said_behind(v, i, _NO_MORE_FIT)) is not None:
        return Link(None, i, "repeals", "enacting", Cue("repeals", m.start("cue"), m.end("cue"), True))
    return _shifted(v, i)


# "Thời hạn nêu tại mục II Thông báo A không còn phù hợp; nay bãi bỏ nội dung này"
_NO_MORE_FIT = re.compile(
    r"\s+(?:nay\s+)?không\s+còn\s+phù\s+hợp[^.;\n]{0,80}[;,]\s+nay\s+(?P<cue>(?:bãi|hủy)\s+bỏ)\s+(?:các\s+)?"
    r"(?:nội\s+dung|quy\s+định|thời\s+hạn|chỉ\s+tiêu|nhiệm\s+vụ)\s+(?:này|trên)"
)
# "Thời hạn thanh toán ghi ở Điều 6 Quyết định A được kéo dài từ 10 ngày lên 20 ngày"
_SHIFTED_TO = re.compile(
    r"\s+(?:nay\s+)?được\s+(?P<cue>kéo\s+dài|điều\s+chỉnh(?:\s+(?:tăng|giảm))?|nâng|giảm|sửa(?:\s+đổi)?|gia\s+hạn)\s+(?:[^;.\n]{0,40}?\s)?"
    r"(?:từ\s[^;.\n]{2,60}?\s)?(?:lên|xuống|sang|thành|đến\s+hết|còn)\s"
)


def _shifted(v: View, i: int) -> Link | None:
    """What an act shifts in an older one, in the passive without itself as the agent."""
    if v.c.own.type not in NORMATIVE or not v.c.provisions[i] or i != v.free[0]:
        return None
    m = said_behind(v, i, _SHIFTED_TO)
    return None if m is None else Link(None, i, "amends", "enacting", Cue("amends", m.start("cue"), m.end("cue"), True))


# what tells others what to do, and stops what was ordered before
_ORDERS = (
    "cong-dien", "cong-van", "chi-thi", "ke-hoach", "ket-luan", "thong-bao", "chuong-trinh", "huong-dan", "nghi-quyet",
    "quyet-dinh",
)  # fmt: skip
_ONLY_SAID = re.compile(
    r"(?<!\w)(?:(?:kiến|đề)\s+nghị|đề\s+xuất|phương\s+án|rủi\s+ro|nguy\s+cơ|ý\s+kiến|tham\s+mưu|kết\s+quả|tồn\s+tại|hạn\s+chế)(?!\w)"
)
_TO_SOMEBODY = re.compile(rf"{LINE_LEAD}(?:[^:;.“”\"\n\d]{{3,90}}:\s+)?(?:nay\s+)?")
_STOPS = re.compile(
    rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>(?:tạm\s+)?(?:dừng|ngừng|ngưng|hoãn))\s+(?!đối\s)[^;:.“”\"\n]{{3,120}}?"
    r"\s(?:(?:nêu|quy\s+định|ghi|giao)\s+)?(?:tại|trong)\s+"
)
# "Riêng Quyết định A về mức thu lệ phí thì tạm đình chỉ thi hành đến hết năm"
_ALONE = re.compile(rf"{LINE_LEAD}(?:riêng|đối\s+với)\s+")
_IS_STOPPED = re.compile(
    r"\s*,?\s*(?:thì\s+)?(?:nay\s+)?(?P<cue>tạm\s+(?:đình\s+chỉ|ngưng|ngừng|dừng))\s+(?:việc\s+)?"
    r"(?:thi\s+hành|thực\s+hiện|áp\s+dụng|hiệu\s+lực)(?!\w)"
)
_UNTIL = re.compile(r"[^;.\n]{0,200}?\scho\s+(?:đến|tới)\s+khi\s")


def stopped_here(v: View, i: int) -> Link | None:
    """ "Tạm dừng thực hiện Kế hoạch A", an order; "Dừng thí điểm … nêu trong Đề án A cho đến khi có ý kiến"."""
    cue, low = v.cues.get(i), v.c.plain.low
    if v.c.own.type not in _ORDERS or i != v.free[0] or _ONLY_SAID.search(v.before(v.c.starts[i])):
        return None
    if cue is None and _ALONE.fullmatch(v.before(v.c.starts[i])) and (m := said_behind(v, i, _IS_STOPPED)):
        return Link(None, i, "suspends", "enacting", Cue("suspends", m.start("cue"), m.end("cue")))
    if cue is not None and cue.predicate == "suspends" and _TO_SOMEBODY.fullmatch(v.before(cue.start)):
        return Link(None, i, "suspends", "enacting", cue)
    m = _STOPS.fullmatch(v.before(v.c.starts[i])) if cue is None else None
    if m is None or _UNTIL.match(low, v.c.found[i].head_end) is None:
        return None
    at = v.sentence.start
    return Link(None, i, "suspends", "enacting", Cue("suspends", at + m.start("cue"), at + m.end("cue"), True))


_WORDS = r"(?:cụm\s+)?từ\s*[“\"][^“”\"\n]{1,160}[”\"]"
# of the own body: "Thay cụm từ “X” bằng cụm từ “Y” tại điểm 3 A", "Điều chỉnh mục IV A: …", "Đính chính số liệu tại
# trang 3 A: “213” đọc là “231”"
_SWAPS_WORDS = re.compile(
    rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>thay(?:\s+thế)?)\s+{_WORDS}\s+(?:bằng|thành)\s+{_WORDS}\s+(?:tại|trong)\s+"
)
_OF_PARTS = re.compile(rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>điều\s+chỉnh|sửa\s+đổi|bổ\s+sung)\s+")
_PUTS_RIGHT = re.compile(
    rf"{LINE_LEAD}(?:nay\s+)?(?P<cue>đính\s+chính)\s[^;:“”\"\n]{{0,80}}?(?:tại\s+(?:trang\s+\d+\s+(?:của\s+)?)?)?"
)
_NEW_TEXT = re.compile(
    r"[^;:.\n]{0,200}:\s+(?!giao\s|[^.;:\n]{2,60}\s(?:chủ\s+trì|chịu\s+trách\s+nhiệm|tham\s+mưu)(?!\w))\S"
)
_READ_SO = re.compile(r"[^\n]{0,300}?\s(?:đọc|viết|sửa)\s+(?:(?:lại|đúng)\s+)?(?:là|thành)\s")


# "3. Nguồn lực: điều chỉnh chỉ tiêu nêu tại điểm b mục 3 phần II A, từ 800 triệu đồng lên 1,2 tỷ đồng"
_SHIFTS = re.compile(
    rf"{LINE_LEAD}(?:[^:;.\n]{{3,40}}:\s+)?(?P<cue>điều\s+chỉnh)\s+[^;:.“”\n]{{3,120}}?"
    r"\s(?:nêu|quy\s+định|ghi|giao)\s+tại\s+",
    re.DOTALL,
)
_FROM_TO = re.compile(r"[^;.\n]{0,200}?\stừ\s[^;.\n]{2,60}?\s(?:lên|xuống|sang|thành)\s")


def reworded_here(v: View, i: int) -> Link | None:
    """What a text that enacts nothing changes in a paper of its own body, in its words or parts."""
    own, f, low = v.c.own, v.c.found[i], v.c.plain.low
    if i != v.free[0] or own.type not in _ORDERS or f.body is None or f.body.slug is None or f.body.slug != own.issuer:
        return None
    if _ONLY_SAID.search(v.before(v.c.starts[i])):
        return None
    before, at = v.before(v.c.starts[i]), v.sentence.start
    m = _SWAPS_WORDS.fullmatch(before)
    parts = _OF_PARTS.fullmatch(before) if m is None and v.c.provisions[i] else None
    if parts is not None and _NEW_TEXT.match(low, f.head_end):
        m = parts
    if m is None and (shifts := _SHIFTS.fullmatch(before)) and _FROM_TO.match(low, f.head_end):
        m = shifts
    right = _PUTS_RIGHT.fullmatch(before) if m is None else None
    if right is not None and _READ_SO.match(low, f.head_end):
        m = right
    if m is None:
        return None
    predicate: Predicate = "amends" if m is not right else "corrects"
    return Link(None, i, predicate, "enacting", Cue(predicate, at + m.start("cue"), at + m.end("cue"), True))
