"""Where the title behind a citation begins and ends.

A title starts right after the head of a citation (number, date, issuer) with a word that opens a title, as a passive,
in brackets or in the next cell; it ends at a semicolon, a closing quote, the end of the sentence, or where a new
subject acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from kg.anchors import beginnings, word_starts
from kg.found import Found
from kg.identity import family, serial_key
from kg.normalise import UPPER, Plain
from kg.registry import LAW_TYPES
from kg.sentences import Sentences
from kg.speakers import ASKED_FIRST, acts

_VERBS = (
    r"về(?:\s+việc)?|qu[yi]\s+định|quy\s+chế|ban\s+hành|hướng\s+dẫn|giải\s+thích|sửa\s+đổi|bổ\s+sung|phê\s+duyệt|thực\s+hiện(?!\s+theo\s+quy\s+định)|triển\s+khai|"
    r"thay\s+thế|thay\s+cho|bãi\s+bỏ|hủy\s+bỏ|thông\s+qua|điều\s+chỉnh|công\s+bố|giao|đính\s+chính|thành\s+lập|kiện\s+toàn|v/v|"
    r"(?:để|nhằm)\s+(?:triển\s+khai|thực\s+hiện|cụ\s+thể)|tổ\s+chức\s+(?:thực\s+hiện|triển\s+khai)|tăng\s+cường|đẩy\s+mạnh|"
    r"tiếp\s+tục(?!\s+(?:được|có\s+hiệu\s+lực|(?:thực\s+hiện|áp\s+dụng)\s+theo))|cụ\s+thể\s+hóa|thi\s+hành|quy\s+chuẩn|thể\s+chế|đổi\s+mới|nâng\s+cao|chấn\s+chỉnh|sơ\s+kết|tổng\s+kết|"
    r"(?:kế\s+hoạch|chương\s+trình\s+hành\s+động)(?!\s+(?:số|này|trên))|hợp\s+nhất|(?:tạm\s+)?(?:đình\s+chỉ|ngưng|dừng)|kéo\s+dài|gia\s+hạn|áp\s+dụng(?!\s+theo)|bảo\s+đảm|cấm|hoàn\s+thiện|xử\s+lý|xử\s+phạt|"
    r"sửa(?=\s+(?:khoản|điểm|điều|một\s+số)\s)|phân\s+(?:công|cấp|bổ)|ủy\s+quyền|phát\s+động"
)
# a body that no registry names: "… của Ban Thường trực UBTW MTTQ Việt Nam hướng dẫn thực hiện"
_OF_SOMEBODY = (
    r"(?:\s*,?\s*của\s+(?!(?:[^,;.:()“”\"\d\n]{0,80}\s)?(?:đã|được|bị|để|nhằm|và\s+các)\s)[^,;.:()“”\"\d\n]{3,80}?"
    r"(?=\s(?:về|hướng\s+dẫn|quy\s+định|ban\s+hành|sửa\s+đổi|điều\s+chỉnh|phê\s+duyệt|triển\s+khai(?:\s+thực\s+hiện)?|thực\s+hiện)\s))?"
)
_OPEN = re.compile(
    rf"{_OF_SOMEBODY}\s*[,:-]?\s*(?:(?:có\s+)?tên\s+(?:gọi\s+)?là\s+)?(?:(?:ngày\s+\d[\d./-]{{0,9}}(?:\s+(?:tháng|năm)\s+\d{{1,4}}){{0,2}}\s)?(?:(?:đã\s+)?được\s+(?:ban\s+hành\s+(?:để\s+|nhằm\s+)?|(?:(?:quốc\s+hội|chính\s+phủ|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội)(?:\s+khóa\s+\w+)?\s+)?(?:ban\s+hành|thông\s+qua)\s+(?:ngày\s+\d[^;.,]{4,28}?\s+)?(?:để|nhằm)\s+))?(?:(?:đều|cùng)\s+)?(?P<verb>{_VERBS})(?!\w)\s*:?\s*)?(?P<quote>[“\"])?"
)
# "(đã được Chủ tịch Ủy ban nhân dân tỉnh đính chính tại B)"
_BY_WHOM = (
    r"(?:(?:chủ\s+tịch|bộ\s+trưởng)\s+)?(?:ủy\s+ban|ubnd|hđnd|hội\s+đồng|bộ|chính\s+phủ|quốc\s+hội|thủ\s+tướng|ban(?!\s+hành)|sở)"
    r"(?:\s(?!(?:đề\s+(?:nghị|xuất)|kiến\s+nghị|yêu\s+cầu|giao|trình|xem\s+xét|dự\s+kiến|cho)(?!\w))[^\s;.:()\d,]+){0,14}?\s"
)
_PASSIVE = re.compile(
    r"\s*(?:(?:[,;-]|và(?=\s))\s*)?(?:[(]\s*)?(?:(?:(?<=[,(]\s)(?:do|vì)|(?<=\s)(?:do|vì)(?=\s(?:văn|nghị|thông|quyết|luật)\s[^\W\d]+\snày\s))\s+(?:(?:văn\s+bản|nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết|luật)\s+(?:này|đó|trên)\s+)?(?:các\s+văn\s+bản\s+(?:này|đó|trên)\s+|cả\s+hai\s+(?:văn\s+bản\s+)?(?:này\s+)?)?)?(?:(?:đã|mới(?:\s+đây)?|vừa(?:\s+qua)?|gần\s+đây|vốn|nay|hiện|từng|cũng|đều|cả\s+hai|sau\s+đó|tiếp\s+tục|lại|một\s+lần\s+nữa)\s+)*"
    r"(?:(?:đã\s+)?hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:,|và)?\s*(?:do\s+)?(?:đã\s+)?)?(?:được|bị)\s+"
    rf"(?:{_BY_WHOM}(?=sửa\s|bổ\s+sung|thay\s+thế|bãi\s|hủy\s|đính\s))?"
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+(?:thế|(?:bằng|bởi)(?=\s+(?:\w+\s+){1,3}(?:số\s+)?\d))|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính|"
    r"hợp\s+nhất|phê\s+duyệt|điều\s+chỉnh(?:\s*,\s*bổ\s+sung|(?:(?<=đã\sđược\sđiều\schỉnh)|(?<=từng\sđược\sđiều\schỉnh))(?:\s+lần\s+(?:thứ\s+)?\w+)?\s+(?:tại|bởi|bằng)(?=\s+(?:các\s+)?(?:quyết|nghị|kế|thông|công|văn)\s))|"
    r"ban\s+hành(?!\s+(?:(?:để|nhằm)\s+)?(?:thay|sửa|bổ|bãi|thực|triển|cụ|hướng|thể))|xây\s+dựng|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|công\s+bố|tạm\s+ngưng|đình\s+chỉ)"
    r"|\s*(?:,|,?\s+và)\s*(?:sau\s+đó\s+)?(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh|hướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?(?=\s+(?:bởi|bằng)\s))(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+(?:điều|nội\s+dung))?\s+(?:tại|bởi|bằng)(?=\s*$|\s+(?:các\s+)?\w+\s+(?:\w+\s+){0,3}(?:số\s+)?\d)"
    r"|\s*,\s*(?:(?:sửa\s+đổi|bổ\s+sung)(?:\s*,\s*bổ\s+sung)?\s+lần\s+(?:thứ\s+)?\w+|(?:bãi|hủy)\s+bỏ)\s+(?:tại|bởi|bằng|theo)(?=\s+(?:(?:điểm|khoản|điều)\s+\w+\s+(?:của\s+)?){0,3}(?:quyết|nghị|thông|kế)\s\w+\s+(?:số\s+)?\d)"
)
_CARRIED_OUT = re.compile(
    r"\s*(?:,\s*)?(?:đã\s+|cũng\s+)?được\s+(?:[^;.,()\d]{2,50}\s)?(?:cụ\s+thể\s+hóa|thể\s+chế\s+hóa|triển\s+khai(?:\s+thực\s+hiện)?)"
    r"\s+(?:[^;.,()\d]{2,30}\s)?(?:bằng|tại|(?:thông\s+)?qua)\s+(?:(?:chương\s+trình|kế\s+hoạch|đề\s+án|các\s+(?:nhiệm\s+vụ|mục\s+tiêu|chỉ\s+tiêu|giải\s+pháp|nội\s+dung|chính\s+sách))[^;.,()\d]{0,60}\s(?:tại|theo)\s+)?(?:các\s+)?"
)
_PURPOSE = re.compile(r"\s*,\s*(?:để|nhằm)\s")
_EFFECT_VERB = re.compile(r"\s*,\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|ban\s+hành|điều\s+chỉnh)")
# "Kế hoạch A về phong trào "…" thay thế Kế hoạch B": the quotation marks end no title
_EFFECT_BEHIND = re.compile(
    r"\s*,?\s+thay\s+(?:thế\s+)?(?:cho\s+)?(?:quy|nghị|quyết|thông|chỉ|kế|hướng|chương|luật|pháp|đề)\s"
)
# "Thông tư A ban hành “Quy chế …” đã được thay thế bằng B"
_BEFELL_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:đã|nay|hiện|và|sau\s+đó|mới\s+đây)\s+)*(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s"
)
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
    r"(?:cho|có)\s+ý\s+kiến|báo\s+cáo|kết\s+luận(?=\s+(?:của|tại|về|cuộc|hội|phiên)\s))(?!\w)"
)
_AS_LIST = re.compile(r"\(\s*(?:(?:như|gồm|bao\s+gồm|cụ\s+thể|trong\s+đó)\s*:?\s*)?$")
_CELL = re.compile(
    r"[^|\t\n]{0,200}(?:[|\t][^|\t\n]{0,160}?){1,4}[|\t]?\s*(?:đã\s+)?(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính)"
)
# the column of titles: "| Kế hoạch số 76/KH-UBND | UBND tỉnh | Thực hiện Chỉ thị …"
# "Nghị định A (ban hành ngày 16/9/2024, có hiệu lực cùng ngày) quy định chi tiết …"
_ISSUED_ASIDE = re.compile(r",?\s+có\s+hiệu\s+lực\s[^()“”\n;]{3,60}\)(?=\s)")  # behind the day in the bracket
_TITLE_CELL = re.compile(
    rf"[^|\t\n\w]{{0,8}}[|\t](?:[^|\t\n]{{0,100}}[|\t]){{0,2}}?\s*"
    rf"(?:(?:công\s+văn|tờ\s+trình|quyết\s+định|báo\s+cáo|thông\s+báo|nghị\s+quyết)\s+)?(?:{_VERBS})(?!\w)"
)
_ATTACHED = re.compile(
    r"\s*(?:,\s*)?(?:\(\s*)?(?:được\s+)?(?:(?:ban\s+hành\s+)?kèm\s+theo\s|"
    r"(?:ban\s+hành|công\s+bố)\s+theo\s+(?=(?:lệnh|nghị\s+định|quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị)\s+số\s))"
    # "Án lệ A được Hội đồng Thẩm phán … thông qua ngày … và được công bố theo Quyết định B"
    r"|\s*(?:,\s*)?(?:đã\s+)?được\s+(?:hội\s+đồng\s+thẩm\s+phán|chánh\s+án|tòa\s+án)\s(?:[^;.()“”\"]{3,140}?\s)?công\s+bố\s+"
    r"(?:kèm\s+)?(?:theo|tại|bằng)\s+(?=quyết\s+định\s)"
)
_PAREN = re.compile(
    r"\s*\(\s*(?:(?:(?:hai\s+|các\s+)?văn\s+bản\s+(?:này\s+)?|(?:quy\s+định|nội\s+dung|điều|khoản|điểm|mục)\s+này\s+|cả\s+hai\s+(?:văn\s+bản\s+)?(?:này\s+)?|sau\s+(?:đó\s+|này\s+)?)(?=(?:đã\s+)?(?:được|bị)\s)"
    r"|(?:mức|nội\s+dung|quy\s+định|thời\s+hạn|tỷ\s+lệ|điều\s+kiện)\s[^();:\d]{3,60}?\s(?=(?:đã\s+)?(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|điều\s+chỉnh)\s)"
    r"|là\s+(?:văn\s+bản|quyết\s+định|hướng\s+dẫn|kế\s+hoạch)\s+(?:đã\s+)?(?=(?:thay\s+thế|sửa\s+đổi)\s)"
    r"|(?=(?:để\s+|nhằm\s+)?(?:triển\s+khai|thực\s+hiện|cụ\s+thể\s+hóa|hướng\s+dẫn)\s+(?:luật|pháp|nghị|quyết|chỉ|kết|thông|kế|quy|chương)\s[^\W\d]+\s+(?:số\s+)?\d)"
    r"|(?=nay\s+(?:là|được)|(?:được|bị)\s|(?:(?:đã|vừa|mới|vốn)\s+)?(?:thay\s+thế|sửa\s+đổi|bãi\s+bỏ|hủy\s+bỏ|điều\s+chỉnh(?=\s+(?:điểm|khoản|điều|mục|một\s+số|nội\s+dung)\s)|bổ\s+sung(?=\s+(?:bởi|theo|tại)\s)|hợp\s+nhất(?=\s+(?:bởi|tại)\s))|trước\s+đây"
    r"|thay\s+(?:cho\s+)?(?=quy(?!\s+định\s+tại)|nghị|quyết|thông|chỉ|kế|hướng|luật|pháp|số)|(?:đã\s+được|đã|được)\s+điều\s+chỉnh\s))"
)
# "… của Cục trưởng Cục Điều tiết điện lực (đã được đính chính tại B)": behind a body that no registry names
_PAREN_BEHIND = re.compile(
    r"\s+của\s+(?!(?:đã|được|bị|để)\s)[^,;.:()“”\"\d\n]{3,80}?\s*\(\s*(?=(?:đã\s+)?(?:được|bị)\s+"
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|điều\s+chỉnh|hủy\s+bỏ)\s)"
)
# "theo Thông tư A ngày … và sửa đổi theo khoản 16 Điều 7 Thông tư B"
_CHANGED_BY_PART = re.compile(
    r"\s*,?\s+(?:và\s+)?(?P<told>(?:(?:đã|được)\s+)+)?sửa\s+đổi(?:\s*,\s*bổ\s+sung)?\s+theo\s+(?=(?:điểm|khoản|điều)\s+\w)"
)
# without "được" nothing is told to be done behind it: "rà soát quy hoạch theo A và sửa đổi theo Điều 2 B các chỉ tiêu"
_ENDS_PHRASE = re.compile(r"\s*(?:của\s[^;.:,()\d\n]{2,60}?)?\s*(?:[.;)\n]|$)")
# "A (sau đây viết tắt là Luật BHYT), được sửa đổi, bổ sung bởi B"
_GIVEN_NAME = re.compile(
    r"\s*\((?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+|gọn\s+)?là\s[^()\n]{2,60}\)(?=\s*,\s+(?:đã\s+)?được\s)"
)
# the headline of a page: "Quyết định 1281/QĐ-UBND thủ tục hành chính của ngành y tế đã được thay thế bởi …", "Quyết
# định 367/QĐ-NH1 Thể lệ tín dụng trung hạn, dài hạn đã được …"
_BARE_TITLE = re.compile(
    rf"(?:\s+năm)?(?:\s+\d{{4}})?\s+(?!(?:của|ngày|về|do|trong|tại|số)\s)"
    r"(?!(?:sửa|bổ|thay|bãi|hủy|điều|đính|phê|ban|quy)\s[^\W\d]+\s)"
    r"(?:(?:(?!(?:đã|được|bị|có|là|thì|mà|nếu|khi|cho|trước|theo|không|chưa|vẫn|chỉ|riêng|hoặc|liệu|sắp|hề|còn|sẽ|mới)\s)[^\W\d]+\s){2,28}?"
    rf"|(?!(?:{_VERBS})(?!\w))(?:(?!(?:đã|được|bị|có|là|thì|mà|nếu|khi|cho|trước|theo|không|chưa|vẫn|chỉ|riêng|hoặc|liệu|sắp|hề|còn|sẽ|mới|tham|quy|mức|bảng)\s)[^\W\d]+,?\s){{1,27}}?[^\W\d]+\s)"
    r"(?:\d{4}\s)?(?=(?:đã\s+)?(?:được|bị)\s+(?:sửa|bổ\s+sung|thay|bãi|hủy)\s[^.;\n]{0,60}?\s(?:bởi|bằng)\s)"
)
_NOW_IS = re.compile(r"\s*,\s*nay\s+(?:là|được\s+thay)(?!\w)")
# "… trong lĩnh vực nông nghiệp và môi trường hoặc Thủ trưởng cơ quan": the title of a law names no one who decides
_OR_SOMEBODY = re.compile(
    r"\s+hoặc\s+(?=(?:do\s+|của\s+)?"
    r"(?:Thủ trưởng|Người|Cơ quan|Bộ|Thủ tướng|Chủ tịch|Chính phủ|Giám đốc|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng)(?!\w))"
)
_THEN = re.compile(r"thì(?<=\sthì)\s(?!thay\s+thế|bãi\s+bỏ|sửa\s+đổi)")  # the sentence goes on
_BEGINS = re.compile(rf":\s+(?=[{UPPER}])")  # and begins
_AS_FOLLOWS = ("sau:", "sau", "sau đây:", "sau đây")
# "…, Đảng ủy Bệnh viện báo cáo như sau:": whoever speaks, the title is at its end
_SPEAKS = re.compile(
    r",\s+[^,;:.()\d]{3,90}?\s(?:xin\s+|kính\s+)?(?:báo\s+cáo|ban(?<!luật\sban)(?<!căn\scứ\sban)\s+hành|xây\s+dựng|đề\s+nghị|yêu\s+cầu|hướng\s+dẫn|thông\s+báo|"
    r"triển\s+khai|có\s+ý\s+kiến|trình)(?!\w)[^;.]{0,160}$"
)
_COMMA = re.compile(r",\s+")
# what the sentence itself says of the paper, of the time, or of another order
_HAS_DONE = r"\([^()\n]{3,60}\)\s+(?:đã|vừa|sẽ)\s"
_ENDED_BY = (
    r"(?<!văn\sbản)(?<!pháp\sluật)\s+(?:(?:đã|nay|sẽ)\s+)*hết\s+hiệu\s+lực(?:\s+(?:thi\s+hành|toàn\s+bộ|một\s+phần))*"
    r"(?:(?:\s+(?:kể\s+)?từ\s+ngày\s+\d[\d/.-]+)?\s+theo\s|\s+(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:nghị|thông|quyết|luật|bộ|pháp)\s)"
    r"|\s*\(\s*(?:(?:đã|nay|sẽ)\s+)*hết\s+hiệu\s+lực(?!\w)"
)
_NO_TITLE = re.compile(
    r"(?:\s*,)?\s+gắn\s+với\s+(?:việc\s+)?(?:(?:tiếp\s+tục|triển\s+khai|tổ\s+chức)\s+)*thực\s+hiện\s|"
    # "…, trong đó thành phố phải tiếp tục thực hiện B"
    r",\s+(?:trong|theo)\s+đó,?\s+[^;.,“”\"\d]{3,80}?(?:,[^;.,“”\"\d]{3,80}?)?\s(?:phải|cần|có\s+trách\s+nhiệm|được\s+(?:giao|yêu\s+cầu|xác\s+định))\s|"
    r",\s+(?:(?:có|trong\s+đó)\s+(?:ghi|nêu|giao|xác\s+định|quy\s+định|yêu\s+cầu)|"
    r"(?:trong\s+)?(?:những|các|mấy|thời)\s+(?:ngày|tuần|tháng|năm|gian)\s+(?:vừa\s+)?qua)(?!\w)|"
    rf",\s+(?:(?:đã|sẽ|đều|nay)\s+)*hết\s+hiệu\s+lực(?!\w)|{_ENDED_BY}|{_HAS_DONE}|\s+(?:{_HAS_DONE}|với\s+sự\s+(?:tập\s+trung|quan\s+tâm|lãnh\s+đạo|nỗ\s+lực|vào\s+cuộc)(?!\w)|"
    r"và\s+(?:trên\s+cơ\s+sở\s+)?(?:(?:ý\s+kiến\s+|sự\s+)?(?:chỉ\s+đạo|kết\s+luận|hướng\s+dẫn)|ý\s+kiến(?:\s+(?:thẩm\s+định|tham\s+gia))?)\s+(?:của\s+)?"
    r"(?=[^,;.]{5,60}\stại\s+(?:công\s+)?văn\s+(?:bản\s+)?số))"
)

# how all that makes a title begins: most citations have none, and are told by a word
_SIGN = re.compile(
    r"[\s,;:(-]*(?:[“\"]|"
    + word_starts(
        word
        for pattern in (_OPEN, _PASSIVE, _CHANGED_BY_PART, _CARRIED_OUT, _ATTACHED, _PAREN, _NOW_IS, _SAID_IN_LETTER)
        for word in beginnings(pattern.pattern)
    )
    + ")"
)
_CELL_WITHIN = 200  # a cell ends on the line of the citation, no farther behind it than this

How = Literal["", "title", "passive", "paren", "attached", "inside"]


def speaks_of_itself(p: Plain, f: Found) -> bool:
    """Whether a citation has a title or a passive of its own, as a bare member of a list of agents has not."""
    m = _OPEN.match(p.low, f.head_end)
    return _PASSIVE.match(p.low, f.head_end) is not None or (m is not None and m["verb"] is not None)


def has_own_matter(p: Plain, f: Found) -> bool:
    """Whether a cited title tells a matter of its own: "… quy định về đào tạo", not "… sửa đổi Nghị định A"."""
    m = _OPEN.match(p.low, f.head_end)
    return m is not None and m["verb"] is not None and _EFFECT_WORD.match(p.low, m.start("verb")) is None


def goes_on(gap: str) -> bool:
    """Whether between two agents a further passive of the same act begins: ", bị thay thế bởi"."""
    m = _PASSIVE.match(gap)
    return m is not None and gap.lstrip().startswith((",", ";", "và "))


def region(p: Plain, found: Sequence[Found], i: int, parts: Sentences) -> tuple[int, int, How]:
    """Start, end and kind of the title that follows citation ``i``."""
    f = found[i]
    head = f.head_end
    low = p.low
    has_cell = low.find("|", head, head + _CELL_WITHIN + 1) >= 0 or low.find("\t", head, head + _CELL_WITHIN + 1) >= 0
    first = not low[low.rfind("\n", 0, f.start) + 1 : f.start].strip(" \t|#*-")
    headline = _BARE_TITLE.match(low, head) if first else None
    if not has_cell and headline is None and not _SIGN.match(low, head):
        return head, head, ""
    if m := _PAREN.match(low, head) or _PAREN_BEHIND.match(low, head):
        close = low.find(")", m.end())
        return head, close if 0 <= close < head + 400 else head, "paren"
    if m := _NOW_IS.match(low, head):
        return head, _end(p, head, parts, found, i, quote=None), "paren"
    named = headline or _GIVEN_NAME.match(low, head)
    if (m := _PASSIVE.match(low, named.end() if named else head)) and not (
        m.group().lstrip().startswith("và ") and _UNDER_EFFECT.search(low, max(0, f.start - 60), f.start)
    ):
        return head, _end(p, m.end(), parts, found, i, quote=None), "passive"
    if (m := _CHANGED_BY_PART.match(low, head)) and _is_of_its_type(found, i) and (
        m["told"] or _ENDS_PHRASE.match(low, found[i + 1].head_end)
    ):
        return head, _end(p, m.end(), parts, found, i, quote=None), "passive"
    if (
        _CARRIED_OUT.match(low, head, head + 160)
        and (m := _CARRIED_OUT.match(low, head, min(parts.at(f.start).end, head + 160)))
        and i + 1 < len(found)
        and found[i + 1].start == m.end()
    ):
        return head, _end(p, head, parts, found, i, quote=None), "passive"
    if (m := _ATTACHED.match(low, head)) and not ("(" in m.group() and "\n" in m.group()):
        close = low.find(")", m.end(), parts.at(f.start).end) if "(" in m.group() else -1
        return head, close if close >= 0 else _end(p, head, parts, found, i, quote=None), "attached"
    if has_cell:
        limit = parts.at(f.start).end
        if m := _CELL.match(low, head, limit):
            return head, _end(p, m.end(), parts, found, i, quote=None), "passive"
        if m := _TITLE_CELL.match(low, head, limit):
            return head, _end(p, m.end(), parts, found, i, quote=None), "title"
    if (below := _below_item(p, f)) is not None:
        return head, below, "title"
    aside = _ISSUED_ASIDE.match(low, head)
    m = _OPEN.match(low, aside.end() if aside else head)
    if m is None or not (m["verb"] or m["quote"]) or head >= parts.at(f.start).end:
        said = _SAID_IN_LETTER.match(low, head, parts.at(f.start).end) if f.type in _LETTERS else None
        return (head, _end(p, said.end(), parts, found, i, quote=None), "title") if said else (head, head, "")
    if f.law_title is not None and not m["quote"] and not _EFFECT_WORD.match(low, m.start("verb")):
        return head, head, ""  # "… của Luật Đấu thầu về lựa chọn": not of the law, of the decree
    if m["verb"] and i + 1 < len(found) and found[i + 1].start == m.start("verb"):
        return head, head, ""  # "Quyết định 68, Quy định 181": the next citation
    if m["verb"] and m["verb"].startswith(("chương", "kế")) and "," in low[head : m.start("verb")]:
        return head, head, ""  # "Nghị quyết A, Chương trình hành động của Chính phủ": another paper
    if f.type == "to-trinh" and m["verb"] and ":" in low[head : m.start("verb")]:
        return head, head, ""  # "thống nhất với đề nghị tại Tờ trình A: sửa đổi …": what the text does
    if m["verb"] and _PURPOSE.match(low, head):
        return head, head, ""  # "Tiếp theo A, để triển khai B, Bộ đề nghị": why the sentence acts, not what A is about
    if _EFFECT_VERB.match(low, head) and _UNDER_EFFECT.search(low, max(0, f.start - 60), f.start):
        return head, head, ""  # "sửa đổi A, bãi bỏ B": two acts of one who is named before them
    quote = m.start("quote") if m["quote"] else None
    if quote is None and (q := re.compile(r"[^;.\n“\"]{0,60}[“\"]").match(low, m.end())):
        quote = q.end() - 1
    end = _end(p, m.end(), parts, found, i, quote=quote)
    if _LEADS_OFF.fullmatch(low, head, end) and low.startswith(":", end):
        return head, head, ""  # "Thông tư A sửa đổi 04 Thông tư: B1, B2": what it does, to those behind
    return head, _before_effect(p, f, m.start("verb") if m["verb"] else head, end), "title"


_LEADS_OFF = re.compile(
    r"\s*(?:(?:đã|vừa|sẽ)\s+)?(?:sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|thay\s+thế|bãi\s+bỏ)\s+(?:(?:toàn\s+bộ|chùm|loạt|đồng\s+loạt|cùng\s+lúc)\s+)*"
    r"(?:các|\d{1,3})\s+(?:văn\s+bản|thông\s+tư|nghị\s+định|quyết\s+định|nghị\s+quyết|luật|chỉ\s+thị)\s*"
)
_ITEM_MARK = re.compile(r"\n[ \t]*\d{1,3}[./)][ \t]+$")
_LINE_BELOW = re.compile(
    r"[ \t]*\n\s*(?P<title>(?:Hướng dẫn|Quy định|Về|Ban hành|Sửa đổi|Bổ sung|Bãi bỏ|Phê duyệt)\s[^\n;]{8,400}?)"
    r"[.;,]?[ \t]*(?:\n|$)"
)


def _below_item(p: Plain, f: Found) -> int | None:
    """The end of the title on the line below an item that is a number alone: "3/ Nghị quyết A" / "Hướng dẫn …"."""
    if p.low[f.head_end : f.head_end + 12].lstrip(" \t")[:1] != "\n" or f.number is None:
        return None
    m = _LINE_BELOW.match(p.text, f.head_end)
    return m.end("title") if m and _ITEM_MARK.search(p.low, max(0, f.start - 12), f.start) else None


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


def _is_of_its_type(found: Sequence[Found], i: int) -> bool:
    """Whether the next citation is a paper of the same type, so that it can have changed this one."""
    return i + 1 < len(found) and found[i].type is not None and found[i + 1].type == found[i].type


def _is_same_again(f: Found, holder: Found) -> bool:
    """Whether a citation in brackets is the paper before them once more: the number of a named law, a short form."""
    if f.number is not None and f.type in LAW_TYPES and holder.type in LAW_TYPES:
        return True
    serial = f.serial or (f.number.serial if f.number is not None else None)
    same = serial is not None and holder.number is not None and serial_key(serial) == serial_key(holder.number.serial)
    return same and family(f.type) == family(holder.type)


# a ground "Căn cứ Nghị định A quy định về phân cấp; quy định chi tiết một số điều của Luật B"
_RULES_TOO = re.compile(r";\s+qu[yi]\s+định\s+(?:chi\s+tiết|về|một\s+số|việc)\s")


# "Quyết định A sửa đổi Điều 5 B; đồng thời bãi bỏ Điều 9 C"
_CHANGES_TOO = re.compile(r";\s+đồng\s+thời\s*,?\s+(?:bãi\s+bỏ|sửa\s+đổi|thay\s+thế)\s")


# "quy định xử phạt vi phạm hành chính trong lĩnh vực bổ trợ tư pháp; hành chính tư pháp; hôn nhân và gia đình"
_FIELDS = re.compile(
    r"xử\s+phạt\s+(?:vi\s+phạm\s+)?(?:hành\s+chính\s+)?(?:trong|về)\s+(?:các\s+)?lĩnh\s+vực\s[^.:\d]*$"
)
_NEXT_FIELD = re.compile(
    r";\s+(?!(?:luật|bộ\s+luật|nghị|quyết|thông|chỉ|kế|công|pháp\s+lệnh|căn|theo|các|điều|khoản|điểm|sửa|bãi|thay|bổ\s+sung)(?!\w))"
    r"[^\W\d][^;.:(\n\d]{3,80}(?:[;(]|\n|\.\s|\.?$)"
)


def _end(p: Plain, at: int, parts: Sentences, found: Sequence[Found], i: int, *, quote: int | None) -> int:
    """Where a title that is open at ``at`` ends."""
    low = p.low
    if quote is not None and not _NO_TITLE.search(low, at, quote):
        closing = "”" if low[quote] == "“" else '"'
        close = low.find(closing, quote + 1, quote + 700)
        reopened = low.find("“", quote + 1, close) if close > 0 and closing == "”" else -1
        if close > 0 and reopened < 0 and "\n\n" not in p.text[quote:close]:
            if not _EFFECT_BEHIND.match(low, close + 1) and not _BEFELL_BEHIND.match(low, close + 1):
                return close
            at = close + 1
    limit = parts.at(found[i].start).end
    stop = min(limit, at + 4000)
    semicolon = low.find(";", at, stop)
    begin = low.rfind("\n", 0, found[i].start) + 1
    while semicolon >= 0 and (
        low.count("(", at, semicolon) > low.count(")", at, semicolon)  # a list in brackets is one part of the title
        or (low.startswith("căn cứ ", begin) and _RULES_TOO.match(low, semicolon))
        or (_EFFECT_WORD.search(low, found[i].head_end, at) and _CHANGES_TOO.match(low, semicolon))
        or (_FIELDS.search(low, at, semicolon) and _NEXT_FIELD.match(low, semicolon))
        or _is_one_title(p, found, i, semicolon)
    ):
        semicolon = low.find(";", semicolon + 1, stop)
    if semicolon >= 0:
        stop = semicolon
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
    if found[i].type in LAW_TYPES and (m := _OR_SOMEBODY.search(p.text, at, stop)):
        stop = m.start()
    if m := _NO_TITLE.search(low, at, stop + 60):
        stop = min(stop, m.start())
    for m in _COMMA.finditer(low, at, stop):
        if ASKED_FIRST.match(low, m.end()) or acts(p, m.end()):
            return m.start()
    return stop


# "Quy trình thu BHXH, BHYT; quản lý sổ BHXH (đã được sửa đổi bởi B)"
_CHANGED_BEHIND = re.compile(
    r";\s+(?!căn\s|xét\s|theo\s|và\s|các\s|thực\s+hiện\s)[^;.:\n\d()]{4,160}?\s*[(,]\s*(?:đã\s+)?được\s+"
    r"(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh|thay\s+thế)(?!\w)"
)


def _is_one_title(p: Plain, found: Sequence[Found], i: int, semicolon: int) -> bool:
    """Whether a title goes on behind a semicolon, up to what is told of its paper, with no paper between."""
    m = _CHANGED_BEHIND.match(p.low, semicolon)
    if m is None or not p.text[semicolon + 1 : m.end()].lstrip()[:1].islower():
        return False
    return not any(semicolon < f.start < m.end() for f in found[i + 1 : i + 3])
