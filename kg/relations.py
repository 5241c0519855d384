"""Typed links, read from frames over citations, cues and boundaries.

A sentence is reduced to its citations in order; for each, the words between it and what stands before are
searched for a cue (``data/registry/cues.csv``) that reaches it over filler only. Who acts is then decided by
the frame: the owner of the title, the paper that is issued in the same sentence, or the text itself where
its layout says so (preamble, own title, enacting clause, opening, closing). What no frame types is a plain
``cites``. Direction is part of each frame; :mod:`kg.frames` holds the frames that make the text act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kg import anchors, registry
from kg.models import Predicate, Provision
from kg.normalise import RAISED
from kg.typewords import type_slug

_FILL = re.compile(
    r"(?:[\s,:“\"()]|một\s+số|một\s+phần|các|những|(?:cả\s+)?(?:hai|ba|bốn|0[2-9])(?=\s)|cả(?=\s+$)|đồng\s+thời(?=\s+(?:cả\s+|các\s+)?$)|toàn\s+bộ|nội\s+dung|điều|khoản|quy\s+định|của|tại|trong|việc|tốt|có\s+hiệu\s+quả|hiệu\s+quả|"
    r"thống\s+nhất|nghiêm\s+túc|nghiêm|đầy\s+đủ|kịp\s+thời|đồng\s+bộ|có\s+trọng\s+tâm|trọng\s+điểm|toàn\s+diện|khẩn\s+trương|đúng\s+tiến\s+độ|thi\s+hành|thực\s+hiện|triển\s+khai|tổ\s+chức|tinh\s+thần|chủ\s+trương|nhiệm\s+vụ|"
    r"giải\s+pháp|mục\s+tiêu|chỉ\s+tiêu|yêu\s+cầu|nêu|đề\s+ra|và|theo\s+tinh\s+thần|chương\s+trình\s+hành\s+động|kế\s+hoạch|"
    r"chương\s+trình|văn\s+bản|sau(?:\s+đây)?|quan\s+điểm|chỉ\s+đạo|biện\s+pháp|chính\s+sách|cụ\s+thể|sâu\s+rộng|quyết\s+liệt|vào|thêm|trước\s+đây|"
    r"nghị\s+quyết|chỉ\s+thị|kết\s+luận|quyết\s+định|nghị\s+định|luật|thông\s+tư|liên\s+tịch|công\s+điện|công\s+văn|thông\s+báo|"
    r"pháp\s+lệnh|đề\s+án|quy\s+chế|số|hiệu\s+lực|"
    r"áp\s+dụng|hướng\s+dẫn(?=\s+(?:đã\s+)?(?:nêu\s+)?(?:tại|của|trong|ở)\s)|lỗi|kỹ\s+thuật|trình\s+bày|sai\s+sót|phụ\s+lục(?:\s+(?:[ivx]+|\d+)\b)?|mục|chương|phần|về|kèm\s+theo(?:\s+\w+\s+\w+\s+này)?|lần\s+(?:đầu|thứ\s+\w+)|ban\s+hành|[-–+]|\d{1,2}[.)])*"
)
# "bãi bỏ toàn bộ 03 quyết định do UBND tỉnh ban hành, gồm: A; số B", "sửa đổi chùm 04 Thông tư: A, B"
_OF_A_LIST = re.compile(
    r"\s+(?:toàn\s+bộ\s+|chùm\s+|loạt\s+|đồng\s+loạt\s+|cùng\s+lúc\s+)?(?:các|những|\d{1,3})\s+(?:văn\s+bản|quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị|nghị\s+định|kế\s+hoạch)"
    r"(?:\s+quy\s+phạm\s+pháp\s+luật)?(?:\s+(?:do|của)\s[^;.:“”\d]{3,90}?)?\s*,?\s*"
    r"(?:(?:(?:bao\s+)?gồm|(?:như\s+)?sau(?:\s+đây)?|cụ\s+thể(?:\s+là)?)(?:\s+có)?)?\s*:\s*(?:số\s+)?"
)
_ATTACHMENT = re.compile(r"[^;.“”\"]{0,260}?(?:(?:kèm|ban\s+hành)\s+theo|đính\s+kèm)\s*$")
_SOME_OF = re.compile(
    r"\s+(?:thực\s+hiện\s+|thi\s+hành\s+)?một\s+số\s+(?:nội\s+dung|điều|quy\s+định|vấn\s+đề|dự\s+án|tiêu\s+chí|chỉ\s+tiêu|chế\s+độ|chính\s+sách)"
    r"\s+(?:[^;.:,“”\"\d]{2,80}\s)?(?:của|tại|trong|theo|thuộc)\s+(?:các\s+)?"
)
_NEVER_SUFFERED: tuple[Predicate, ...] = ("approves", "promulgates", "guides")  # "kế hoạch được phê duyệt tại B"
_AGENTS = (
    r"(?:ubnd|hđnd|ủy\s+ban|hội\s+đồng|chủ\s+tịch|thủ\s+tướng|chính\s+phủ|quốc\s+hội|bộ|sở|ban|cấp|cơ\s+quan|giám\s+đốc)"
    r"(?:\s+[^\W\d]+){0,9}?"
)
_SUFFERED = re.compile(rf"(?:được|bị)\s+(?:{_AGENTS}\s+)?$")
_DONE_IN = re.compile(r"\s+(?:tại|theo|bằng)\s")  # "dự án đã phê duyệt tại Quyết định B"
# "điều chỉnh Kế hoạch sử dụng đất năm 2025 đã được UBND thành phố phê duyệt tại Quyết định B"
_APPROVED = re.compile(
    r"(?:^|(?<=[,;:.\n] )|(?<=\n)|(?<=về việc )|(?<=về )|(?<=phê duyệt )|(?<=\d )|(?<=định ))"
    r"(?P<cue>điều\s+chỉnh(?:\s*,?\s*bổ\s+sung)?|sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|gia\s+hạn)\s"
    r"(?:(?!\s(?:theo|thuộc|phù\s+hợp|căn\s+cứ|tại|bảo\s+đảm|đảm\s+bảo)\s)[^;.“”\"\n]){3,220}?"
    rf"\s(?:(?:đã\s+)?được\s+(?:{_AGENTS}\s+)?|đã\s+)(?:phê\s+duyệt|duyệt|quyết\s+định|ban\s+hành|thông\s+qua)\s+(?:kèm\s+theo|tại|theo|bằng)\s+$"
    r"|(?:^|(?<=[,;.\n] )|(?<=về việc )|(?<=về )|(?<=\d ))(?P<of_it>điều\s+chỉnh|gia\s+hạn)\s+"
    r"(?:(?:thời\s+(?:gian|hạn)|tiến\s+độ|quy\s+mô|tổng\s+mức\s+đầu\s+tư|địa\s+điểm|chủ\s+đầu\s+tư|nguồn\s+vốn|cơ\s+cấu"
    r"|mức|chỉ\s+tiêu|danh\s+mục|nội\s+dung|thành\s+phần)(?!\w)"
    r"(?:(?!\s(?:theo|thuộc|phù\s+hợp|căn\s+cứ|quy\s+định|bảo\s+đảm|đảm\s+bảo)\s)[^;.“”\"\n\d]){0,80}?)\s(?:(?:nêu|ghi)\s+)?tại\s+$"
)
# what a paper issued as its attachment is carried out or explained as: "hướng dẫn một số điều của Quy chế quản lý rừng
# ban hành kèm theo Quyết định B"
_ATTACHED_RULES = re.compile(
    r"(?:\s+(?:một\s+số|các|những)?\s*(?:điều|nội\s+dung)?\s*(?:của|trong)?)?\s*(?:quy\s+chế|quy\s+định|kế\s+hoạch|chương\s+trình|"
    r"đề\s+án|điều\s+lệ|chiến\s+lược|bộ\s+tiêu\s+chí|quy\s+trình)(?!\w)[^;.:“”\"\d]{0,160}?(?:ban\s+hành\s+(?:kèm\s+)?theo|kèm\s+theo|đính\s+kèm)\s*$"
)
_WORDING = re.compile(
    r"(?P<verb>t(?<!\wt)hay(?:\s+thế)?|b(?<!\wb)(?:ổ\s+sung|ãi\s+bỏ|ỏ)|s(?<!\ws)ửa\s+đổi|đ(?<!\wđ)ính\s+chính|h(?<!\wh)ủy(?:\s+bỏ)?)\s+(?:toàn\s+bộ\s+|một\s+số\s+|một\s+phần\s+|các\s+)*"
    r"(?P<what>cụm\s+từ|từ|đoạn|câu|dấu|chữ|mẫu|phụ\s+lục|biểu|bảng|danh\s+mục|tên|điểm|khoản|điều|mục|chương|phần|tiêu\s+đề|nội\s+dung|"
    r"định\s+mức|quy\s+định|quy\s+trình|thủ\s+tục|số\s+(?:thứ\s+tự|điện\s+thoại|liệu)|thời\s+hạn|thời\s+gian|mức|nhiệm\s+vụ|chỉ\s+tiêu|tiến\s+độ|dòng|cột|ghi\s+chú|chú\s+thích|hình)(?!\w)"
)
# "Bổ sung khoản 1a vào sau khoản 1 Điều 9a được bổ sung bởi khoản 2 Điều 1 B": B is the one that has changed it before
_OF_WHOM = re.compile(r"(?<!\w)(?:cho|đối\s+với|đối\s+tượng|dành|thành\s+lập|của\s+(?:cán\s+bộ|người))(?!\w)")
_MATTERS = ("thời hạn", "thời gian", "mức", "nhiệm vụ", "chỉ tiêu", "tiến độ")
_CHANGED_BY = re.compile(
    r"(?<!\w)được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:\s*,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế))?\s+(?:(?:một\s+số\s+)?điều\s+)?"
    r"(?:bởi|tại|theo)\s+(?:các\s+)?$"
)
_WORDS_ONLY = re.compile(r"cụm|từ|câu|đoạn|dấu|chữ")
_BUT_NOT = re.compile(r"[;.]\s|[“\"]|(?<!\w)(?<!kèm )(?<!hành )(?:theo|để|nhằm|căn\s+cứ)(?!\w)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# a body that the registry does not know, between two papers of a list: "Quyết định số 12/UB của UB tỉnh, Nghị định …"
_OF_SOMEBODY = re.compile(r"\s+của(?:\s+(?!(?:đã|được|bị|có|là|để|về)\s)[^\W\d_]+){1,12}?\s*(?:,|,?\s+và)\s+")
_NOTED = re.compile(r"^(?:\[\d{1,3}\]|\(\d{1,3}\)|[" + RAISED + r"]{1,3})")
# "hướng dẫn Điều 52 Luật A và một số điều của Nghị định B", "… và hai nghị định là B, C"
AND_SOME = re.compile(
    r"\s*(?:,\s*)?(?:và\s+)?(?:(?:một\s+số|các)\s+(?:điều|khoản|nội\s+dung|quy\s+định)(?:\s*,\s*(?:điều|khoản))?\s+(?:của|tại|trong)\s+"
    r"(?:các\s+)?|(?:hai|ba|bốn|các)\s+(?:nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết|luật|văn\s+bản)\s+là\s+)"
)
_PARTS_OF = re.compile(r"\s*(?:,\s*)?(?:và\s+)?(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung)\s+(?:tại|của|trong)\s+")
# "Thực hiện A; các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND, số 160/NQ-HĐND": a list within the list
_THOSE_OF = re.compile(
    r"\s*,?\s*(?:(?:và|cùng)\s+)?(?:các|những)\s+(?:nghị\s+quyết|nghị\s+định|quyết\s+định|chỉ\s+thị|thông\s+tư|kế\s+hoạch|công\s+văn|văn\s+bản|kết\s+luận|"
    r"thông\s+báo|chương\s+trình)(?:\s+của\s+[^;.:,“\"\d]{2,80}?)?(?:\s+(?:sau(?:\s+đây)?|gồm))?\s*:\s*(?:số\s+)?"
)
# "Bãi bỏ Quy chế … ban hành kèm theo A và Quy định … ban hành kèm theo B"
_NEXT_RULES = re.compile(
    r"\s*,?\s*(?:(?:và|cùng)\s+)?(?:các\s+|bản\s+)?(?:quy\s+chế|quy\s+định|kế\s+hoạch|chương\s+trình|đề\s+án|điều\s+lệ|quy\s+trình|nội\s+quy|phương\s+án|"
    r"danh\s+mục|định\s+mức|đơn\s+giá|bảng\s+giá)(?!\w)[^;.:“”\"\d]{0,200}?\skèm\s+theo\s+"
)
# "Bãi bỏ Điều 5 A và toàn bộ B", "thay thế A và một phần của B"
_AND_WHOLE = re.compile(r"\s*(?:,\s*)?(?:và\s+)?(?:toàn\s+bộ|(?P<part>một\s+phần)(?:\s+của)?)\s+(?:các\s+)?")
_NAMELY = re.compile(r"\s*,?\s*(?:bao\s+)?gồm(?:\s+có)?\s*:?\s*")
_CHAIN = re.compile(
    r"(?:(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh|thay\s+thế|bãi\s+bỏ|thu\s+hồi|h(?:ủy|uỷ)\s+bỏ)(?:\s*,\s*|\s+(?:(?:và|hoặc)\s+)?))+$"
)
_EFFECTS: tuple[Predicate, ...] = ("amends", "replaces", "repeals")
_ON_PARTS: tuple[Predicate, ...] = (*_EFFECTS, "corrects", "suspends")
NEGATED = re.compile(r"(?:không|chưa|chẳng|không\s+phải)\s+(?:phải\s+|được\s+|bị\s+|làm\s+)?$")
# "kinh phí thực hiện B"; "điều chỉnh thời gian thực hiện tại Quyết định B"
_NO_DOING = re.compile(
    r"(?<!\w)(?:thời\s+(?:gian|hạn)|tiến\s+độ|địa\s+điểm)\s+$"
    r"|(?:nguồn|toán|lý|dụng)\s+kinh\s+phí\s+(?:(?:để|cho\s+việc|triển\s+khai)\s+)?$|(?:khó\s+khăn|vướng\s+mắc|bất\s+cập|hạn\s+chế)"
    r"(?:[^;.]{0,40}\strong\s+(?:[^;.]{0,30}\s)?|\s+(?:(?:về|khi|việc)\s+)*)$"
)
PARTIAL = re.compile(
    r"một\s+số(?!\s+(?:văn|quyết|thông|nghị|chỉ|luật|kế))(?!\w)|phụ\s+lục|mẫu\s+biểu|biểu\s+m|số\s+tt|quy\s+định\s+tại|một\s+phần"
    r"|(?<!\w)(?:điểm|khoản|điều|mục|chương|mẫu|biểu|danh\s+mục)\s+(?:số\s+)?(?:\d|[ivx]+(?!\w)|[a-zđ](?!\w))"
)
_CARRIED_ON = ("guides", "implements")
_SHORTEST = len("sửa đổi")  # no cue is shorter


class Cue(NamedTuple):
    """A cue that reaches a citation.

    Attributes:
        start, end: span in the plain text.
        partial: whether only provisions of the object are concerned.
    """

    predicate: Predicate
    start: int
    end: int
    partial: bool = False


@cache
def _active_cues() -> tuple[tuple[Predicate, str, frozenset[str]], ...]:
    """What each cue says, its pattern, and with which letters it begins."""
    rows = [(c.predicate, c.pattern) for c in registry.cues() if c.predicate and c.direction == "active"]
    return tuple((predicate, pattern, anchors.beginnings(pattern)) for predicate, pattern in rows)


@cache
def _cue_begins() -> re.Pattern[str]:
    """Where a cue may begin."""
    return re.compile(anchors.word_starts(letters for _, _, begins in _active_cues() for letters in begins))


@cache
def _cues_from(beginning: str) -> re.Pattern[str]:
    """The cues that begin with some letters, each as a group of its number."""
    return re.compile(
        "|".join(
            f"(?P<c{i}>{pattern})"
            for i, (_, pattern, begins) in enumerate(_active_cues())
            if any(letters.startswith(beginning) for letters in begins)
        )
    )


# "các Thông tư sửa đổi, bổ sung": the verb tells which circulars, it is no act of the sentence
_OTHERS = r"các\s+(?:thông\s+tư|nghị\s+định|quyết\s+định|nghị\s+quyết|luật|pháp\s+lệnh|văn\s+bản)\s+"
_EXPLAINED = re.compile(
    r"(?<!\w)(?:thay\s+thế(?:\s+cho)?|thay\s+cho|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|đính\s+chính)\s+(?:các\s+|nội\s+dung\s+|một\s+số\s+)*$"
)
_OF_GUIDES = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)\s+(?:(?:một\s+số\s+)?(?:điều|khoản|nội\s+dung|quy\s+định)\s+(?:của|tại|trong)\s+(?:một\s+số\s+|các\s+|\d{1,2}\s+)?"
    r"|(?:một\s+số|các|\d{1,2})\s+)(?:nghị\s+định|thông\s+tư|quyết\s+định|văn\s+bản)\s+(?:quy\s+phạm\s+pháp\s+luật\s+)?$"
)
_WHERE = re.compile(r"\s+(?:đã\s+)?(?:nêu\s+)?(?:tại|của|trong|ở)\s")
# "hướng dẫn một số nội dung thực hiện B": B is guided; "hướng dẫn, triển khai thực hiện B" is another matter
_CONTENT = re.compile(
    r"(?:\s+(?:một\s+số|các|những))?\s+(?:(?:nội\s+dung|nhiệm\s+vụ|biện\s+pháp|chính\s+sách|giải\s+pháp|trình\s+tự|thủ\s+tục|quy\s+trình|tiêu\s+chí|"
    r"chỉ\s+tiêu|công\s+tác|mục\s+tiêu)(?:\s*,\s*|\s+và\s+|\s+))+(?:(?:để|trong|khi)\s+)?"
    # "hướng dẫn các xã, phường triển khai Đề án B"
    r"|\s+(?:các\s+)?(?:đơn\s+vị|địa\s+phương|cơ\s+sở|trường|xã|phường|huyện|sở|ngành|phòng|chi\s+bộ|đảng\s+bộ|chi\s+nhánh)"
    r"(?:[^;.:“”\"\d]{0,60})\s"
)
_AMENDERS = re.compile(rf"(?<!\w){_OTHERS}(?:sửa\s+đổi\s*,\s*)?$")
_AND_AMENDERS = re.compile(rf"\s*(?:,|và|cùng(?:\s+với)?)\s*{_OTHERS}sửa\s+đổi(?:\s*,\s*bổ\s+sung)?\s*:?\s*")


# "Nghị định A quy định thi hành Bộ luật B"; what provides for the Party's charter carries it out
_PROVIDES = re.compile(r"(?<!\w)quy\s+định\s+(?:việc\s+)?(?:tổ\s+chức\s+)?$")
_LAWS = ("luật ", "bộ luật ", "pháp lệnh ")


def cue_before(low: str, begin: int, at: int) -> Cue | None:
    """The cue nearest before ``at`` that reaches it over filler words, not looking back past ``begin``.

    >>> t = "ubnd tỉnh triển khai thực hiện có hiệu quả chỉ thị"
    >>> c = cue_before(t, 0, t.index("chỉ thị")); c.predicate, t[c.start:c.end]
    ('implements', 'triển khai thực hiện')
    >>> cue_before("quyết định này không thay thế ", 0, 30) is None
    True
    """
    if at - begin < _SHORTEST:
        return None
    window = low[begin:at]
    best: Cue | None = None
    guide: re.Match[str] | None = None
    others = False
    for m in anchors.finditer(_cue_begins(), _cues_from, window):
        rest = window[m.end() :]
        if NEGATED.search(window, max(0, m.start() - 16), m.start()) or window[: m.start()].rstrip().endswith(
            "hiệu lực"
        ):
            continue
        predicate = _active_cues()[int((m.lastgroup or "c0")[1:])][0]
        if predicate == "amends" and _AMENDERS.search(window, 0, m.start()):
            continue
        if predicate == "implements" and _NO_DOING.search(window, 0, m.start()):
            continue
        start = m.start()
        if predicate == "guides":
            guide = m
        elif predicate == "implements" and guide and _CONTENT.fullmatch(window, guide.end(), m.start()):
            predicate, start = "guides", guide.start()
        if predicate == "guides" and _EXPLAINED.search(window, 0, m.start()) and _WHERE.match(rest):
            continue  # "thay thế cho hướng dẫn tại điểm 3 Công văn B": what it explained there is replaced
        if predicate == "guides" and _OF_GUIDES.search(window, 0, start):
            others = True  # "sửa đổi một số nghị định quy định chi tiết B": it is those decrees that guide it
            continue
        if predicate in _NEVER_SUFFERED and (_SUFFERED.search(window, 0, start) or _DONE_IN.match(window, m.end())):
            continue
        if (
            _FILL.fullmatch(rest)
            or (predicate in _ON_PARTS and (_ATTACHMENT.fullmatch(rest) or _OF_A_LIST.fullmatch(rest)))
            or (predicate == "guides" and _SOME_OF.fullmatch(rest))
            or (predicate in _CARRIED_ON and rest.rstrip().endswith(("theo", "kèm")) and _ATTACHED_RULES.match(rest))
        ):
            best = Cue(predicate, begin + start, begin + m.end(), bool(PARTIAL.search(window, m.start())))
    of_law = best is not None and best.predicate == "implements" and low.startswith(_LAWS, at)
    if best is not None and of_law and (provides := _PROVIDES.search(low, begin, best.start)):
        return Cue("guides", provides.start(), best.end)
    if best is not None and best.predicate in _EFFECTS:
        if (wording := _WORDING.match(low, best.start, at)) and _WORDS_ONLY.match(wording["what"]):
            best = best._replace(predicate="amends", partial=True)
        return _whole(low, begin, best)
    if best is None and (approved := _APPROVED.search(low, begin, at)):
        said = "cue" if approved["cue"] else "of_it"
        return Cue("amends", approved.start(said), approved.end(said))
    if best is None and not others:
        for m in _WORDING.finditer(window):
            rest = window[m.end() :]
            if (
                len(rest) < 420
                and not _BUT_NOT.search(_QUOTED.sub("", rest))
                and not NEGATED.search(window, max(0, m.start() - 16), m.start())
                and not _CHANGED_BY.search(rest)
                and not (" ".join(m["what"].split()) in _MATTERS and _OF_WHOM.search(rest))
            ):
                return _whole(low, begin, Cue(_of_wording(m), begin + m.start(), begin + m.end(), True))
    return best


def _whole(low: str, begin: int, cue: Cue) -> Cue | None:
    """A cue with the verbs joined before it: what is changed as well as repealed is left in force."""
    chain = _CHAIN.search(low, max(begin, cue.start - 60), cue.start)
    if chain is None:
        return cue
    if NEGATED.search(low, max(begin, chain.start() - 16), chain.start()):
        return None
    changed = cue.predicate == "amends" or re.search(r"sửa|bổ|điều", chain.group()) is not None
    return Cue("amends" if changed else cue.predicate, chain.start(), cue.end, changed or cue.partial)


def _of_wording(m: re.Match[str]) -> Predicate:
    """What becomes of a document whose part or words an effect names."""
    if m["verb"].startswith("đính"):
        return "corrects"
    if not _WORDS_ONLY.match(m["what"]):
        if m["verb"].endswith("bỏ") or m["verb"].startswith("hủy"):
            return "repeals"
        if m["verb"].startswith("thay"):
            return "replaces"
    return "amends"


_DRAFT = re.compile(
    r"(?:(?P<draft>dự\s+(?:thảo|án))|ban\s+hành|hợp\s+nhất|xây\s+dựng|thông\s+qua|đề\s+nghị|trình)\s+(?:[^;.:“\"\d]{0,60}?\s)?"
    r"(?P<type>(?:bộ\s+)?luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|quyết\s+định|thông\s+tư|chỉ\s+thị|kế\s+hoạch|đề\s+án|quy\s+định)"
    r"(?:\s+(?:của\s+[^;.,:\d]{3,60}|quy\s+định|về(?:\s+việc)?|để|nhằm))*\s+$"
)
_ATTACHED_TYPES = ("kế", "đề", "quy ")  # what a decision issues and speaks for


def of_a_draft(low: str, begin: int, cue: Cue, acting: str | None) -> bool:
    """Whether a cue says what a paper without a number will do: "góp ý dự thảo Nghị định thay thế B".

    Args:
        low: low plain text.
        begin: where the title or sentence begins.
        cue: the cue.
        acting: slug of the type of the paper that would otherwise be read as the one that acts.

    >>> t = "tờ trình về việc ban hành quyết định thay thế quyết định b"
    >>> of_a_draft(t, 0, Cue("replaces", t.index("thay"), 46), "to-trinh")
    True
    """
    m = _DRAFT.search(low, max(begin, cue.start - 160), cue.start)
    if m is None:
        return False
    if m["draft"]:
        return True
    return not m["type"].startswith(_ATTACHED_TYPES) and type_slug(" ".join(m["type"].split())) != acting


_DETAILS = re.compile(
    r"(?<!\w)(?P<cue>hướng\s+dẫn|qu[yi]\s+định\s+chi\s+tiết)\s(?:[^;.:“\"\d]{0,200}?\s)?(?:của|tại|trong)\s+(?:các\s+)?$"
)
_NO_DETAILS = re.compile(r"(?<!\w)(?:theo|để|nhằm|căn\s+cứ|sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|kèm\s+theo)(?!\w)")


def details_before(low: str, begin: int, at: int) -> Cue | None:
    """The cue of a title that guides something in the act at ``at``: "hướng dẫn một số nội dung về tài chính của".

    >>> t = "hướng dẫn một số nội dung về tài chính của nghị định b"
    >>> details_before(t, 0, t.index("nghị định")).predicate
    'guides'
    >>> details_before("hướng dẫn xử lý vi phạm theo quy định của ", 0, 42) is None
    True
    """
    m = _DETAILS.search(low, begin, at)
    if m is None or _NO_DETAILS.search(low, m.end("cue"), at) or _OF_GUIDES.search(low, begin, m.start("cue")):
        return None
    return Cue("guides", m.start("cue"), m.end("cue"), True)


def partial(cue: Cue, provisions: tuple[Provision, ...]) -> bool:
    """Whether a link concerns only some provisions of its object."""
    return cue.predicate in ("amends", "replaces", "repeals", "suspends", "corrects") and (
        cue.partial or bool(provisions)
    )


def names_parts(words: str) -> bool:
    """Whether words before a citation speak of parts of it.

    >>> names_parts("điều 1 và mẫu số 1 phụ lục kèm theo "), names_parts("quy chế ban hành kèm theo ")
    (True, False)
    """
    return PARTIAL.search(words) is not None


def governed(low: str, starts: Sequence[int], ends: Sequence[int], begin: int) -> list[Cue | None]:
    """For citations in order, the cue of each: its own, or that of the list it continues.

    Args:
        low: low plain text.
        starts: where each citation (with the provisions before it) starts.
        ends: where each citation with its title ends.
        begin: where looking back from the first one stops.
    """
    out: list[Cue | None] = []
    previous = begin
    for start, end in zip(starts, ends, strict=True):
        cue = cue_before(low, min(previous, start), start)
        if cue is None and out and (last := out[-1]) is not None:
            # words before a semicolon belong to the item before
            gap = _NOTED.sub("", low[previous:start]).rpartition(";")[2]
            if any(between.fullmatch(gap) for between in (GLUE, _AND_AMENDERS, _OF_SOMEBODY, _THOSE_OF)):
                cue = last
            elif last.predicate in _EFFECTS and (_PARTS_OF.fullmatch(gap) or AND_SOME.fullmatch(gap)):
                cue = last._replace(partial=True)
            elif last.predicate == "guides" and AND_SOME.fullmatch(gap):
                cue = last
            elif last.predicate in _EFFECTS and _NEXT_RULES.fullmatch(gap):
                cue = last._replace(partial=names_parts(gap))
            elif last.predicate in _EFFECTS and (m := _AND_WHOLE.fullmatch(gap)):
                cue = last._replace(partial=m["part"] is not None)
            elif last.predicate in _EFFECTS and _NAMELY.fullmatch(gap):
                cue = last  # "bãi bỏ A và các Thông tư sửa đổi A gồm: B, C"
        out.append(cue)
        previous = max(end, start)
    return out


GLUE = re.compile(
    r"(?:[\s,;&()”\"+]|\(\s*(?:cũ|trước\s+(?:đây|(?:khi\s+)?(?:sắp\s+xếp|hợp\s+nhất|sáp\s+nhập)))\s*\)"
    r"|(?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt|chung|gọn)\s+là|(?:nêu|nói)\s+trên|và|lẫn|cùng(?:\s+với)?|hoặc|các|số|:|-|[a-zđ]\)|\d{1,2}[.)])*"
)
