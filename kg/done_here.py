"""Whether a sentence "Thực hiện B, …" says what the text itself does, not what was done before it."""

from __future__ import annotations

import re

from kg.framing import View

# how a text without letterhead acts itself, and how an article tells what others did
_ACTS_HERE = re.compile(
    r"như\s+sau|(?:ban\s+hành|xây\s+dựng(?!\s+(?:đảng|nông|đời|hệ\s+thống|nền|đội\s+ngũ|môi))|báo\s+cáo|yêu\s+cầu|đề\s+nghị|hướng\s+dẫn|thông\s+báo|kính|trân\s+trọng)(?!\w)"
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_TOLD = re.compile(
    r"(?<!\w)(?:đã|vừa|mới)\s+(?:[^,;.\s]+\s+){0,5}?"
    r"(?:ban\s+hành|xây\s+dựng|tổ\s+chức|triển\s+khai|chỉ\s+đạo|yêu\s+cầu|quan\s+tâm)(?!\w)"
    r"|(?<!\w)tổ\s+chức\s+(?:hội\s+nghị|hội\s+thảo|tọa\s+đàm|lễ|buổi|lớp)(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)\s")  # whatever an article says was done, others did
_REPORTS = re.compile(r"(?:^|[,.\n])\s*[^,;:.]{0,90}(?<!\w)báo\s+cáo(?!\s+(?:số|tại)|\s*\))")
_DID_AS_FOLLOWS = re.compile(
    r"(?<!\w)đã\s[^;.:\n]{3,90}\s(?:như\s+sau|sau(?:\s+đây)?)\s*:[ \t]*(?:\n|$)"
    r"|(?<!\w)đã\s[^;.:\n]{3,240}\.\s+kết\s+quả\s(?:[^;.:\n]{0,60}\s)?như\s+sau\s*:[ \t]*(?:\n|$)"
)
_ADDRESSED = re.compile(r"(?:^|\n)[ \t|*]*kính\s+gửi\s*:[^\n]*\n")


# "Thực hiện A, các cơ quan, đơn vị đã quán triệt …", "Thực hiện A, thời gian qua công tác quản lý đã có chuyển biến"
_OTHERS_DID = re.compile(
    r"[^;\n]{0,200}?,\s+(?:(?:trong\s+)?(?:những|thời\s+gian|nhiều|\d{1,2}|mấy)\s(?:[^,;:.]{0,20}?\s)?qua\s*,?\s+)?"
    r"(?:(?:các|nhiều|một\s+số|hầu\s+hết|phần\s+lớn|đa\s+số|toàn\s+bộ|những)\s+(?:cấp|cơ\s+quan|đơn\s+vị|địa\s+phương|sở|ban|bộ|ngành|huyện"
    r"|quận|xã|phường|tổ\s+chức|doanh\s+nghiệp|trường|chi\s+bộ|đảng\s+bộ|cán\s+bộ)"
    r"|công\s+tác|việc|phong\s+trào|hoạt\s+động|tình\s+hình|nhận\s+thức|chất\s+lượng|kết\s+quả|hệ\s+thống)"
    r"(?=[\s,])(?:[^;:.\n]{0,160}?\s)?(?:đã|chưa|cơ\s+bản|ngày\s+càng|từng\s+bước|được\s+(?:triển|quan|nâng|củng|tăng))\s[^;:]{0,400}$"
)


# "…, các đơn vị chưa nộp báo cáo khẩn trương gửi về Sở trước ngày 20/4": what they are told to do
_IS_ORDERED = re.compile(
    r"(?<!\w)(?:khẩn\s+trương|yêu\s+cầu|đề\s+nghị|phải|cần|thì|dùng|gửi|trước\s+ngày|kể\s+từ\s+ngày|từ\s+ngày|chậm\s+nhất|báo\s+cáo\s+về)(?!\w)"
)


def others_did(v: View) -> bool:
    """Whether a sentence tells what others than the text's own body did or how things went, and leads to nothing."""
    last = v.free[-1]
    if _IS_ORDERED.search(v.c.plain.low, v.c.found[last].head_end, v.sentence.end):
        return False
    return _OTHERS_DID.match(v.c.plain.low, v.c.found[last].head_end, v.sentence.end) is not None


def is_done_here(v: View, i: int) -> bool:
    """Whether a report says that it reports on what it names, and a text of unknown type that it acts itself."""
    c, head = v.c, v.c.found[i].head_end
    if c.own.type == "bao-cao":
        paragraph = c.plain.low[head : head + 1500].split("\n\n")[0]
        return _REPORTS.search(paragraph) is not None or _DID_AS_FOLLOWS.search(paragraph) is not None
    if c.own.type is None:
        if v.words.endswith(";") and _ADDRESSED.search(c.plain.low, 0, v.sentence.start):
            return True  # one of the grounds of a letter without letterhead
        rest = c.plain.low[max(head, c.scopes[i].title_end) : v.sentence.end]
        rest = _QUOTED.sub("", rest)
        told = _DONE if c.header.article else _TOLD
        return _ACTS_HERE.search(rest) is not None and told.search(rest) is None
    return True
