"""Who acts behind a comma: where the title of a paper ends and the sentence goes on with a body that does something."""

from __future__ import annotations

import re

from kg.normalise import UPPER, Plain
from kg.phrases import read_phrase

_ACTS = re.compile(
    r"\s*(?:,\s*[^,;.]{0,40},)?\s*(?:đã\s+|đang\s+|sẽ\s+|tiếp\s+tục\s+|cũng\s+|(?:kịp\s+thời|chủ\s+động|nghiêm\s+túc|khẩn\s+trương)(?:\s*,)?\s+|vừa\s+|trân\s+trọng\s+|và\s+[^,;.]{0,40}\s)*"
    r"(?:ban\s+hành|xây\s+dựng|báo\s+cáo|triển\s+khai|tổ\s+chức|yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|ký|tham\s+mưu|quyết\s+định|"
    r"quyết\s+nghị|sửa\s+đổi|bãi\s+bỏ|thay\s+thế|(?:kết\s+luận|chỉ\s+thị)(?!\s+số)|hướng\s+dẫn|thông\s+báo|phê\s+duyệt|giao|có|nhận|kính|quán\s+triệt|thực\s+hiện|phối\s+hợp|đề\s+ra|"
    r"kiểm\s+tra|rà\s+soát|thẩm\s+(?:định|tra)|làm\s+việc)"
)
# "…, xã đã kiện toàn": the body of the text by its level alone, which no registry names
_SPEAKER = re.compile(
    r"(?:(?:các|toàn)\s+)?(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|sở|ban|ngành|đơn\s+vị|cơ\s+quan|địa\s+phương|trường)"
    r"\s+(?:đã|đang|sẽ)\s"
    r"|(?:tác\s+giả|chúng\s+tôi|nhóm\s+nghiên\s+cứu|bài\s+viết)\s+(?:đã\s+|cũng\s+|xin\s+)?(?:kiến\s+nghị|đề\s+xuất|đề\s+nghị|cho\s+rằng|thấy)\s"
)
# "…, đề nghị UBND tỉnh thu hồi": who speaks is the text; "đề nghị của Sở Nội vụ" is a ground
_BIDS = re.compile(r"(?:kính\s+|trân\s+trọng\s+)?(?:đề\s+nghị|yêu\s+cầu)\s+(?!của\s|tại\s|theo\s|trên\s|này\s)")
# "…, Bệnh viện đã ban hành": an institution with its capital, whether or not the registry knows it
_INSTITUTION = re.compile(
    r"(?:Bệnh viện|Nhà trường|Trường|Công ty|Tổng công ty|Trung tâm|Học viện|Viện|Cục|Chi cục|Phòng|Hội|Công đoàn|"
    r"Chi bộ|Đảng bộ|Bộ trưởng|Thứ trưởng|Giám đốc|Chủ tịch|Hiệu trưởng|Bộ|Sở)"
    r"(?:\s[^,;.:\d\n]{1,50})?\s(?:đã|vừa|sẽ)\s+"
    r"(?:ban\s+hành|xây\s+dựng|tổ\s+chức|triển\s+khai|kiện\s+toàn|thành\s+lập|ký)(?!\w)"
)
# "…, Đảng ủy Ngân hàng ban hành Kế hoạch số 101-KH/ĐU": whoever issues a paper with its number
_ISSUES_ONE = re.compile(
    rf"[{UPPER}][^\W\d]*(?:\s[^,;.:\d\n]{{1,60}})?\s(?:(?:đã|vừa|cũng|kịp\s+thời|chủ\s+động)\s+)*"
    r"(?:ban\s+hành|xây\s+dựng)(?:\s+và\s+ban\s+hành)?\s+"
    r"(?:[Kk]ế hoạch|[Cc]ông văn|[Qq]uyết định|[Nn]ghị quyết|[Cc]hỉ thị|[Hh]ướng dẫn|[Cc]hương trình|[Tt]hông báo"
    r"|[Qq]uy (?:định|chế))\s+(?:số\s+)?\d"
)
_ON_THE_DAY = re.compile(
    r"(?:ngày\s+\d[\d/.-]+(?:\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)?|(?:ngay\s+)?(?:từ|trong)\s+(?:đầu\s+|tháng\s+\d{1,2}\s+)?năm\s+\d{4})\s*,?\s+"
)
# ", ngày 04/3/2010 Đảng bộ Trường đã tổ chức": what was done that day, whoever did it
_DONE_THEN = re.compile(r"[^,;.:\d]{3,90}?\s(?:đã|vừa)\s")
# ", sau khi có ý kiến của Bộ B tại công văn …": how the sentence came to its act
ASKED_FIRST = re.compile(
    r"sau\s+khi\s+(?:có|xem\s+xét|xin|lấy|được|nhận|thống\s+nhất|trao\s+đổi|thỏa\s+thuận|nghiên\s+cứu|bàn|thảo\s+luận)(?!\w)"
)


def acts(p: Plain, at: int) -> bool:
    """Whether a body acts in the words at ``at``: "UBND tỉnh Hà Tĩnh báo cáo", "ngày 10/9/2020 Ban Tuyên giáo có".

    >>> from kg.normalise import plain
    >>> acts(plain("UBND tỉnh Hà Tĩnh báo cáo kết quả"), 0), acts(plain("UBND tỉnh Hà Tĩnh và các sở"), 0)
    (True, False)
    """
    if _SPEAKER.match(p.low, at) or _INSTITUTION.match(p.text, at) or _BIDS.match(p.low, at):
        return True
    if _ISSUES_ONE.match(p.text, at):
        return True
    day = _ON_THE_DAY.match(p.low, at)
    phrase = read_phrase(p.text, p.low, day.end() if day else at)
    if phrase is not None and _ACTS.match(p.low, phrase.end):
        return True
    return day is not None and _DONE_THEN.match(p.low, day.end()) is not None
