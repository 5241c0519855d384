"""A page that was flattened to one line gets the lines of its layout back.

"… TRUNG ƯƠNG***Số: 12-QĐ/TWĐTN ĐOÀN TNCS HỒ CHÍ MINH Hà Nội, ngày 5 tháng 3 năm 2013 QUYẾT ĐỊNHVề việc …": number,
place and day, type and title, grounds and articles each begin a line as drafting prescribes, so that what reads a
layout reads it here too. Only a text with such a letterhead in one long line, at its beginning or below the menu of a
page, is touched; offsets lead into the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.normalise import UPPER, Plain
from kg.numbers import read_number
from kg.typewords import type_table

_LONG = 500  # letters of a line that is a page
_ABOVE = 1500  # a page may have its menu and a table of facts above it
_HEAD = re.compile(rf"(?m)^[ \t*#|]*[{UPPER}][{UPPER} ]{{9,}}[^\n]{{0,200}}?(?P<number>Số[ \t]*:?[ \t]*(?=\d))")
_DAY = re.compile(
    rf"(?<!\w)(?P<place>[{UPPER}][a-zà-ỹ]+(?:[ -][{UPPER}][a-zà-ỹ]+){{0,3}}),?[ \t]*"
    r"ngày[ \t]+\d{1,2}[ \t]+tháng[ \t]+\d{1,2}[ \t]+năm[ \t]+(?:19|20)\d\d"
)
_BETWEEN = re.compile(r"[ \t*_|-]*")
_STATE = re.compile(r"(?:CỘNG[ \t]+H(?:ÒA|OÀ)[ \t]|ĐẢNG[ \t]+CỘNG[ \t]+SẢN|Độc[ \t]+lập|[*_-]{3,})")
_GROUND = r"(?:[-+][ \t]*)?(?:Căn[ \t]+cứ|Xét|Theo[ \t]+đề[ \t]+nghị|Để|Thực[ \t]+hiện)[ \t]"
_LINES = re.compile(
    rf"(?<=[;.:,])[ \t]+(?={_GROUND})|(?<=[{UPPER}])[ \t]*(?=(?:[-+][ \t]*)?Căn[ \t]+cứ[ \t])"
    r"|[ \t]+(?=(?:QUYẾT[ \t]+ĐỊNH|QUYẾT[ \t]+NGHỊ)[ \t]*:?[ \t]*Điều[ \t]+1[ \t]*[.:])"
    rf"|(?<=[.;:{UPPER}”\"])[ \t]+(?=Điều[ \t]+\d{{1,3}}[ \t]*[.:][ \t])|[ \t]+(?=Nơi[ \t]+nhận[ \t]*:)"
    rf"|[ \t]*(?=[*_-]{{3,}}[ \t]*[{UPPER}])|(?<=[*_-]{{3}})[ \t]*(?=[{UPPER}])"
)


def lined(p: Plain) -> Plain:
    """The text with a line for each part of the layout that a page on one line has lost.

    Args:
        p: the plain text.

    Returns:
        The same object where the text has its lines.

    >>> from kg.normalise import plain
    >>> head = "HỘI NÔNG DÂN TỈNH SƠN LA***Số: 7-QĐ/HND Sơn La, ngày 5 tháng 3 năm 2013 QUYẾT ĐỊNHVề việc khen thưởng"
    >>> lined(plain(head + " các hội viên" * 60)).text.split("\\n")[1:4]
    ['Số: 7-QĐ/HND', 'Sơn La, ngày 5 tháng 3 năm 2013', 'QUYẾT ĐỊNH']
    """
    p = _addressed(p)
    m = _HEAD.search(p.text, 0, _ABOVE)
    if m is None:
        return p
    stop = p.text.find("\n", m.start())
    stop = len(p.text) if stop < 0 else stop
    if stop - m.start() < _LONG:
        return p
    places = list(_places(p, m))
    if not places:
        return p
    places += [x.end() for x in _LINES.finditer(p.text, places[-1], stop)]
    return _broken(p, sorted(set(places)))


# "Kính gửi: Chủ tịch Ủy ban nhân dân các tỉnh Thực hiện Luật …": the letter begins on the line of its addressees
_TO_WHOM = re.compile(
    r"(?<![^\s|*])Kính[ \t]+gửi[ \t]*:[^\n]{8,300}?(?<=[^\W\d_][^\W\d_]|\w[.;)])(?P<at>[ \t]+)"
    r"(?=(?:Thực[ \t]+hiện|Căn[ \t]+cứ|Triển[ \t]+khai|Trả[ \t]+lời|Phúc[ \t]+đáp|Tiếp[ \t]+theo|Theo|Để"
    r"|Ngày[ \t]+\d[^\n]{0,30},)[ \t][^\n]{80})"
)


def _addressed(p: Plain) -> Plain:
    """The text with a line for the addressees of a letter, and for how it begins."""
    m = _TO_WHOM.search(p.text, 0, _ABOVE)
    if m is None:
        return p
    begins = [m.start()] if m.start() and p.text[m.start() - 1] in " \t" else []
    return _broken(p, [*begins, m.end("at")])


def _places(p: Plain, head: re.Match[str]) -> Iterator[int]:
    """Where the lines of the letterhead begin, from the number to the title; none where it is no letterhead."""
    number = read_number(p.text, head.end(), expected=True)
    day = _DAY.search(p.text, number.end, number.end + 160) if number is not None else None
    if number is None or day is None:
        return
    at = _BETWEEN.match(p.text, day.end()).end()  # type: ignore[union-attr]
    kind = re.compile(type_table()[0]).match(p.low, at)
    if kind is None or not p.text[at : kind.end()].isupper():
        return
    for m in _STATE.finditer(p.text, head.start() + 8, head.start("number")):
        yield m.start()
    yield head.start("number")
    behind = _BETWEEN.match(p.text, number.end).end()  # type: ignore[union-attr]
    if behind < day.start():
        yield behind
    yield day.start()
    yield at
    title = _BETWEEN.match(p.text, kind.end()).end()  # type: ignore[union-attr]
    if p.text[title : title + 1].isupper() and p.text[title : title + 4] not in ("CỦA ", "SỐ "):
        yield title


def _broken(p: Plain, places: list[int]) -> Plain:
    """The text with a line break before each of some offsets, in the place of a space where one stands."""
    glued = [at for at in places if at > 0 and p.text[at - 1] not in " \t"]
    breaks = []
    more = 0
    for at in places:
        if more < len(glued) and glued[more] == at:
            breaks.append(at + more)
            more += 1
        elif at > 0:
            breaks.append(at + more - 1)
    q = p.spaced(glued) if glued else p
    text, low = list(q.text), list(q.low)
    for at in breaks:
        text[at] = low[at] = "\n"
    return q.with_forms("".join(text), "".join(low))
