"""The table of facts of a portal whose labels ran into their values gets its lines back.

"Số, ký hiệu22/2009/TT-BNNNgày ban hành28/04/2009", "Văn bản căn cứNghị định …": before a label a line begins, and
behind it a colon stands, in the plain text that patterns read; offsets lead into the text as read. Only pages that show
a number and a day run into their labels are touched.
"""

from __future__ import annotations

import re

from kg.normalise import UPPER, Plain

_WITHIN = 6000
_RUN_NUMBER = re.compile(r"ký hiệu(?=\d)")
_RUN_DAY = re.compile(r"ban hành(?=\d)")
_LABEL = re.compile(
    r"(?:Số, ký hiệu|Số ký hiệu|Loại văn bản|Ngày ban hành|Ngày có hiệu lực|Ngày hết hiệu lực|"
    r"Ngày đăng công báo|Ngày áp dụng|Nguồn trích|Phạm vi|Lĩnh vực|Trích yếu|Cơ quan ban hành|Tình trạng hiệu lực|"
    r"Văn bản (?:được |bị )?(?:làm )?"
    r"(?:căn cứ|hướng dẫn|sửa đổi(?:,? bổ sung)?|thay thế|bãi bỏ|đính chính|dẫn chiếu|liên quan))"
    rf"(?=[\d{UPPER}\n]|  )"
)


def labelled(p: Plain) -> Plain:
    """The text with a line for each label of such a table.

    Args:
        p: the plain text.

    Returns:
        The same object where no label runs into its value.

    >>> from kg.normalise import plain
    >>> labelled(plain("Số, ký hiệu22/2009/TT-BNNNgày ban hành28/04/2009")).text.split("\\n")
    ['Số, ký hiệu:22/2009/TT-BNN', 'Ngày ban hành:28/04/2009']
    """
    if _RUN_NUMBER.search(p.low, 0, _WITHIN) is None or _RUN_DAY.search(p.low, 0, _WITHIN) is None:
        return p
    marks: dict[int, str] = {}
    for m in _LABEL.finditer(p.text):
        if m.start() and not p.text[m.start() - 1].isspace():
            marks[m.start()] = "\n"
        if not p.text[m.end()].isspace():
            marks[m.end()] = ":"
    cuts = sorted(marks)
    q = p.spaced(cuts)
    text, low = list(q.text), list(q.low)
    for more, at in enumerate(cuts):
        text[at + more] = low[at + more] = marks[at]
    return q.with_forms("".join(text), "".join(low))
