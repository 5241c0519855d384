"""What a rule, a guideline or a letter says its body guides: "Bộ Nội vụ hướng dẫn thực hiện Nghị định A như sau:"."""

from __future__ import annotations

import re

from kg.frames_implement import RULES
from kg.framing import LINE_LEAD, Link, View
from kg.relations import Cue

_BODY = (
    r"(?:bộ|ngân\s+hàng|ban|tổng\s+cục|cục|chi\s+cục|liên\s+(?:bộ|ngành|đoàn)|thanh\s+tra|ủy\s+ban|ubnd|văn\s+phòng|tòa|viện|sở|phòng"
    r"|kho\s+bạc|bảo\s+hiểm\s+xã\s+hội|bhxh|công\s+an|hội|đảng\s+ủy|tỉnh\s+ủy|huyện\s+ủy|trường)"
)
# what others are told to do in its course
_OTHER_WORK = (
    r"(?:báo\s+cáo|kế\s+hoạch|kết\s+quả|tình\s+hình|xây\s+dựng|sơ\s+kết|tổng\s+kết|lập|đăng\s+ký|rà\s+soát|thống\s+kê"
    r"|thanh\s+toán|quyết\s+toán|tuyên\s+truyền|dừng|quá\s+trình|kinh\s+phí|số\s+liệu|việc\s+không)"
)
# nothing but the name of the body may stand before the verb
_NAME = (
    r"(?:(?!(?:đề\s+nghị|đề\s+xuất|yêu\s+cầu|giao|nhận|nhận\s+được|hỏi|sẽ|đang|không|chưa|dừng|ban\s+hành|phối\s+hợp|có|tại|theo|để|nếu|khi"
    r"|được|bị|xin|trình)(?!\w))[^,;.:\d])"
)
_WE_GUIDE = re.compile(rf"(?:^{LINE_LEAD}|[,;]\s+){_BODY}\s{_NAME}{{3,110}}$")
# "Sở Nội vụ hướng dẫn các cơ quan, đơn vị triển khai thực hiện Nghị định A như sau:"
_WE_GUIDE_THEM = re.compile(
    rf"(?:^{LINE_LEAD}|[,;]\s+){_BODY}\s{_NAME}{{2,110}}?\s(?P<cue>hướng\s+dẫn)\s"
    rf"(?:(?!(?:{_OTHER_WORK}|theo|của)(?!\w))[^.;:“”\"\d]){{3,140}}?"
    r"\s(?:(?:triển\s+khai\s+|tổ\s+chức\s+)?(?:thực\s+hiện|thi\s+hành)|áp\s+dụng|triển\s+khai)\s+(?:(?:các\s+)?quy\s+định\s+(?:tại|của)\s+)?(?:các\s+)?$"
)
# "Sở đã hướng dẫn thống nhất tại Công văn số …, theo đó áp dụng các văn bản sau:"
_GUIDED_IN = re.compile(rf"hướng\s+dẫn[^,;.:\d]{{0,60}}?(?:(?<!quy\sđịnh)\s(?:tại|theo|trong)|\s{_OTHER_WORK})\s")
# "Vừa qua, Bộ Nội vụ có Công văn A, Bộ Tài chính hướng dẫn …": another body does
_OF_ANOTHER = re.compile(r"(?:^|,\s)(?:vừa\s+qua|trước\s+(?:đó|đây))\s*,")
_GUIDING = (*RULES, "huong-dan", "cong-van")


def leads_off(v: View, i: int) -> Link | None:
    """What the sentence above the first part of a rule, a guideline or a letter says its body guides."""
    if v.c.own.type not in _GUIDING or v.sentence.start >= max(v.preamble_end, v.opening_end):
        return None
    if not v.words.rstrip().endswith(("sau:", "như sau")) or _OF_ANOTHER.search(v.words):
        return None
    cue = v.cues.get(i)
    if cue is not None and cue.predicate == "guides" and _WE_GUIDE.search(v.before(cue.start)):
        if _GUIDED_IN.match(v.c.plain.low, cue.start, v.c.starts[i]):
            return None
        return Link(None, i, "guides", "self", cue)
    m = _WE_GUIDE_THEM.search(v.before(v.c.starts[i]))
    if m is None:
        return None
    at = v.sentence.start
    return Link(None, i, "guides", "self", Cue("guides", at + m.start("cue"), at + m.end("cue")))
