"""What an editor's note says befell a part of the text it stands in: "[Khoản này bị bãi bỏ bởi khoản 2 Điều 9 B]".

Portals and journals put such notes below the parts of the texts that they print.
"""

from __future__ import annotations

import re

from kg.framing import LINE_LEAD, Link, View, said_behind
from kg.models import Predicate
from kg.relations import Cue

_PART = (
    r"(?:nội\s+dung|quy\s+định|cụm\s+từ|số\s+liệu|khoản|điểm|tiết|điều|mục|chương|phụ\s+lục|danh\s+mục|biểu|mẫu|bảng|đoạn|câu)"
    r"(?:\s+(?:số\s+)?[\divx][\w.]{0,5}|\s+[a-zđ](?!\w))?"
)
_BEFELL = re.compile(
    rf"(?:[^(\[]*[(\[]\s*|{LINE_LEAD}){_PART}(?:\s+(?:này|trên|nêu\s+trên))\s+(?:nay\s+|đã\s+)*(?:được|bị)\s+"
    r"(?P<cue>(?P<amends>sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung|điều\s+chỉnh|thay\s+thế)|(?P<corrects>đính\s+chính)"
    r"|(?P<repeals>(?:bãi|hủy)\s+bỏ))(?:\s[^;.:()\[\]“”\"\d]{0,60})?\s(?:bởi|theo|tại|bằng)\s+(?:quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?",
    re.DOTALL,
)
_CORRECTED = re.compile(
    r"[^(\[]*[(\[]\s*(?:đã\s+)?(?P<cue>(?:sửa|chỉnh)\s+lại|đính\s+chính)\s+theo\s+(?:bản\s+)?(?:đính\s+chính\s+)?(?:tại\s+)?(?:số\s+)?"
)


# "Nội dung chỉ đạo tại mục 3 A được thay thế bằng nội dung tại mục này"
_MATTER = re.compile(
    rf"{LINE_LEAD}(?:(?:riêng\s+)?(?:các\s+)?(?:nội\s+dung|quy\s+định|nhiệm\s+vụ|yêu\s+cầu|kết\s+luận|phụ\s+lục)(?!\w)[^;.:“”\"\n\d]{{0,60}}\s(?:số\s+\d{{1,2}}\s+)?(?:(?:tại|của|trong)\s+)?)?"
)
_BY_WHAT_STANDS_HERE = re.compile(
    r"(?:\s+không\s+thực\s+hiện\s+nữa\s+mà)?\s+(?:nay\s+)?(?:được|bị)\s+(?P<cue>thay(?:\s+thế)?)\s+(?:bằng|bởi)\s+(?:các\s+)?(?:nội\s+dung|quy\s+định|nhiệm\s+vụ|kết\s+luận|chỉ\s+tiêu|biểu|phụ\s+lục)"
    r"(?:\s+(?:tại|của|trong|nêu\s+tại))?(?:(?=\s)[^;.\n]{0,60}?)\s(?:này|sau\s+đây|dưới\s+đây|nói\s+trên)(?!\w)"
)


def replaced_here(v: View, i: int) -> Link | None:
    """The paper of which parts are replaced by what stands in the text."""
    c = v.c
    if i != v.free[0] or c.own.number is None or not _MATTER.fullmatch(v.before(c.starts[i])):
        return None
    m = said_behind(v, i, _BY_WHAT_STANDS_HERE)
    if m is None:
        return None
    return Link(None, i, "replaces", "enacting", Cue("replaces", m.start("cue"), m.end("cue"), bool(c.provisions[i])))


def part_told(v: View, i: int) -> Link | None:
    """The paper that changed, corrected or repealed a part of the text, as a note in it says."""
    c = v.c
    if c.own.number is None or c.own.type == "van-ban-hop-nhat" or c.found[i].kind == "back":
        return None  # a consolidated text repeats what befell its act
    begin = v.sentence.start
    if k := v.free.index(i):
        begin = c.plain.low.find("\n", c.found[v.free[k - 1]].head_end, c.starts[i])
        if begin < 0:
            return None  # "Điều 17 A (Điều này đã được sửa đổi theo B)": a part of A
    m = _BEFELL.fullmatch(c.plain.low, begin, c.starts[i])
    if m is not None:
        predicate: Predicate = "corrects" if m["corrects"] else "repeals" if m["repeals"] else "amends"
    elif m := _CORRECTED.fullmatch(c.plain.low, begin, c.starts[i]):
        predicate = "corrects"
    else:
        return None
    cue = Cue(predicate, m.start("cue"), m.end("cue"), True)
    return Link(None, i, predicate, "passive", cue, reverse=True, provisions=())
