"""A page that was flattened to one line gets the lines of its layout back.

"… TRUNG ƯƠNG***Số: 12-QĐ/TWĐTN ĐOÀN TNCS HỒ CHÍ MINH Hà Nội, ngày 5 tháng 3 năm 2013 QUYẾT ĐỊNHVề việc …": number,
place and day, type and title, grounds and articles each begin a line as drafting prescribes, so that what reads a
layout reads it here too. Only a text with such a letterhead in one line, at its beginning or below the menu of a page,
is touched, and a type in capitals whose title and grounds run on in its line; offsets lead into the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.normalise import UPPER, Plain
from kg.numbers import read_number
from kg.typewords import type_table

_LOWER = UPPER.lower()
_ABOVE = 1500  # a page may have its menu and a table of facts above it
_HEAD = re.compile(  # viewers put the number of the page before it, PDF files the time of a digital signature
    rf"(?m)(?:^[ \t*#|]*(?:\d{{1,2}}\.[ \t]+)?|[+]07:00[ \t]+|(?<=[ \t])(?=[{UPPER} ]{{6,80}}[ *_–—-]{{0,16}}"
    rf"CỘNG[ \t]+H(?:ÒA|OÀ)[ \t]+XÃ[ \t]))[{UPPER}][{UPPER} &-]{{5,}}(?![{_LOWER}])[^\n]{{0,240}}?"
    r"(?P<number>(?:Số|(?P<type>Luật|Pháp[ \t]+lệnh|Nghị[ \t]+quyết)[ \t]+số)[ \t]*:?[ \t]*(?=\d))"
)
_DAY = re.compile(
    rf"(?<!\w)(?:TP\.?[ \t]*)?[{UPPER}][{_LOWER}]+(?:(?:[ \t]-?[ \t]?|-)[{UPPER}][{_LOWER}'’]+){{0,4}},?[ \t]*"
    r"(?:hồi[ \t]+\d{1,2}[ \t]+giờ[ \t]+(?:\d{1,2}(?:[ \t]+phút)?)?,?[ \t]*)?"
    r"ngày[ \t]+\d{1,2}[ \t]+tháng[ \t]+\d{1,2}[ \t]+năm[ \t]+(?:19|20)\d\d"
)
_BETWEEN = re.compile(r"[ \t*_|—–-]*(?:(?:H(?:ỎA|OẢ)[ \t]+TỐC|(?:THƯỢNG[ \t]+)?KHẨN)[ \t]+)?")
# the words of the state and the party in the right column, and the rules below them
_STATE = re.compile(
    r"CỘNG[ \t]+H(?:ÒA|OÀ)[ \t][^\n]{0,30}?VIỆT[ \t]+NAM(?!\w)|ĐẢNG[ \t]+CỘNG[ \t]+SẢN[ \t]+VIỆT[ \t]+NAM(?!\w)"
    r"|Độc[ \t]+lập[^\n]{0,24}?[Hh]ạnh[ \t]+[Pp]húc|[*_—–-]{3,}"
)
# a body below another one in the same column: "SỞ Y TẾ SƠN LA BỆNH VIỆN ĐA KHOA MỘC CHÂU"
_BELOW = re.compile(
    rf"(?:SỞ|BỘ|[ỦU][YỶ][ \t]+BAN|UBND|(?:TỔNG[ \t]+)?CỤC)[ \t][^{_LOWER}\n]{{3,80}}?[ \t](?<!TỔNG )"
    r"(?=(?:TRƯỜNG[ \t]+(?:ĐẠI|CAO|TRUNG|TIỂU|MẦM|THPT|THCS)|CHI[ \t]+CỤC|CÔNG[ \t]+TY|BỆNH[ \t]+VIỆN"
    r"|TRUNG[ \t]+TÂM)[ \t])"
)
_LETTER = re.compile(r"\n?(?:V/v(?!\w)|Kính[ \t]+gửi)")
_GROUND = r"(?:[-+–][ \t]*)?(?:Căn[ \t]+cứ|Xét|Theo[ \t]+đề[ \t]+nghị|Để|Thực[ \t]+hiện)[ \t]"
_ITEM = rf"(?:\d{{1,2}}\.|[-+–•])[ \t]+[{UPPER}][{_LOWER}]"
# the first item below the heading of an article: "Điều 2. Hiệu lực thi hành 1. Quyết định này …"
_FIRST_ITEM = (
    r"(?<!khoản)(?<!điều)(?<!Điều)(?<!mục)(?<!điểm)(?<!số)(?<!tháng)(?<!ngày)(?<!quý)(?<!cấp)(?<!loại)(?<!mức)(?<!nhóm)"
    rf"(?<!phần)(?<!lục)(?<!bảng)(?<!thứ)[ \t]+(?=1\.[ \t]+[{UPPER}][{_LOWER}])"
)
_LINES = re.compile(
    rf"(?<=[;.:,])[ \t]+(?={_GROUND})"
    rf"|(?:(?<=[{UPPER}])[ \t]*|(?<=[^\s+–|“\"(-])[ \t]+)(?=(?:[-+–][ \t]*)?Căn[ \t]+cứ[ \t])"
    r"|[ \t]+(?=(?:QUYẾT[ \t]+ĐỊNH|QUYẾT[ \t]+NGHỊ)[ \t]*:?[ \t]*(?:Điều[ \t]+1[ \t]*[.:]|I[./-][ \t]))"
    rf"|(?<=[.;:{UPPER}”\")\]])[ \t]+(?=Điều[ \t]+\d{{1,3}}[ \t]*[.:]-?[ \t])"
    r"|[ \t]+(?=(?:Nơi[ \t]+nhận|Kính[ \t]+gửi)[ \t]*:)"
    r"|(?<=;)[ \t]+(?=(?:Sau[ \t]+khi|Trên[ \t]+cơ[ \t]+sở|Theo|Nhằm)[ \t])"
    rf"|{_FIRST_ITEM}|(?<=[.;:])[ \t]+(?=[IVX]{{1,4}}[.)/-][ \t]+[{UPPER}])|(?<=[.;:])[ \t]+(?={_ITEM})"
    rf"|(?<=[{UPPER}]{{2}})[ \t]+(?={_ITEM})|(?<=[.;:])[ \t]+(?=[a-zđ]\)[ \t]+[{UPPER}][{_LOWER}])"
    rf"|[ \t]*(?=[*_-]{{3,}}[ \t]*[{UPPER}])|(?<=[*_-]{{3}})[ \t]*(?=[{UPPER}])"
    rf"|(?:(?<=[*_-]{{3}})[ \t]*|(?<=\.)[ \t]+)(?=\(\d{{1,2}}\)[ \t]+[{UPPER}])"
)
_HEADING = re.compile(
    rf"(?<=[.;:)])[ \t]+(?P<at>[IVX]{{1,4}}[.)/-][ \t]+[{UPPER}]{{2}}[^{_LOWER}\n]{{1,120}}?[{UPPER})])"
    rf"[ \t]+(?=[{UPPER}][{_LOWER}])"
)
# who decides, in capitals between the title and the grounds: "… đến năm 2030 BỘ TRƯỞNG BỘ Y TẾ Căn cứ Luật …"
_DECIDES = (
    r"(?:CHỦ[ \t]+TỊCH|[BT]Ộ[ \t]+TRƯỞNG|THỦ[ \t]+TƯỚNG|CHÍNH[ \t]+PHỦ|GIÁM[ \t]+ĐỐC|TỔNG[ \t]+(?:GIÁM|CỤC|KIỂM|THANH)"
    r"|CHÁNH[ \t]+ÁN|VIỆN[ \t]+TRƯỞNG|CỤC[ \t]+TRƯỞNG|HIỆU[ \t]+TRƯỞNG|THỐNG[ \t]+ĐỐC|HỘI[ \t]+ĐỒNG|[ỦU][YỶ][ \t]+BAN"
    r"|UBND|HĐND|BAN[ \t]+(?:THƯỜNG|CHẤP)[ \t])"
)
_OF_WHOM = re.compile(rf"CỦA[ \t]+[^{_LOWER}\n]{{4,90}}[ \t](?=[{_LOWER}])")
# what a consolidated text puts together stands below its title: "… Nghị định số 5/2012/NĐ-CP …, có hiệu lực kể từ"
_PUT_TOGETHER = (
    r"(?<!của)(?<!hiện)(?<!hành)(?<!theo)(?<!tại)(?<!và)(?<!sung)(?<!bỏ)(?<!thế)(?<!điều)(?<!,)[ \t]+"
    r"(?=(?:Nghị[ \t]+(?:định|quyết)|Thông[ \t]+tư|Quyết[ \t]+định|Luật|Pháp[ \t]+lệnh)[ \t][^\n;]{0,40}?số[ \t]"
    r"[^\n;]{20,400}?có[ \t]+hiệu[ \t]+lực[ \t](?:thi[ \t]+hành[ \t])?(?:kể[ \t])?từ[ \t])"
)
# where the title ends and the paper begins: grounds, addressees, a first heading or the words that open a paper
_TITLE_ENDS = re.compile(
    rf"[ \t]+(?={_DECIDES}[^{_LOWER}\n]{{0,70}}?[ \t](?:[-+–][ \t]*)?(?:Căn[ \t]+cứ|Xét|Theo)[ \t])"
    rf"|(?<=[^{UPPER} \t])[ \t]+(?={_DECIDES}[^{_LOWER}\n]{{2,70}}(?:[:;,]|[ \t](?=[{UPPER}][{_LOWER}])))"
    r"|[ \t]+(?=(?:[-+–•][ \t]*)?Căn[ \t]+cứ[ \t])|[ \t]+(?=Kính[ \t]+gửi)|[ \t]+(?=[*_—–-]{3,})"
    rf"|[ \t]+(?=(?:I|A|1)[ \t]*[.)/-][ \t]+[{UPPER}]|(?:Phần|Chương)[ \t]+(?:I|thứ[ \t]+nhất|1)[ \t])"
    rf"|[ \t]+(?=Điều[ \t]+1[ \t]*[.:])|{_PUT_TOGETHER}"
    r"|(?<=[^,;:( \t])[ \t]+(?=(?:[-+–][ \t]*)?(?:Thực[ \t]+hiện|Triển[ \t]+khai|Xét|Để|Nhằm|Theo|Ngày[ \t]+\d"
    r"|(?:Sáng|Chiều|Tối)[ \t]+ngày|Tại[ \t]+(?:phiên|cuộc|buổi|hội)|Trên[ \t]+cơ[ \t]+sở|Thời[ \t]+gian[ \t]+qua"
    r"|Hôm[ \t]+nay|Vào[ \t]+(?:lúc|hồi)|Hồi[ \t]+\d)"
    r"[ \t\d])"
)
_FIRST_CAPITALS = re.compile(rf"(?m)^[ \t*#|]*(?=[{UPPER}]{{2}}[^\n]{{100}})")
_CAPITALS = re.compile(rf"[{UPPER}]+(?:[ \t]+[{UPPER}]+(?![{_LOWER}])){{0,5}}")
_CALL = re.compile(r"(?:\[\d{1,3}\])?")  # "THÔNG TƯ[1]" calls a note
_GROUNDS = re.compile(r"[^;:\n]{16}[ \t](?:[-+–][ \t]*)?Căn[ \t]+cứ[ \t][^\n]{12}")
_SHORTEST_TITLE = 12
_LONGEST_TITLE = 700


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
    m = _HEAD.search(p.text, 0, _ABOVE)
    places = list(_places(p, m)) if m is not None else []
    places = places or list(_titled(p))
    if not places:
        return _addressed(p)
    stop = p.text.find("\n", places[-1])
    stop = len(p.text) if stop < 0 else stop
    begin = places[-1]
    places += [x.end() for x in _LINES.finditer(p.text, begin, stop)]
    for heading in _HEADING.finditer(p.text, begin, stop):
        places += [heading.start("at"), heading.end()]
    return _addressed(_broken(p, sorted(set(places))))


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
    """Where the lines of the letterhead begin, from its first words to the title; none where it is no letterhead."""
    number = read_number(p.text, head.end(), expected=True)
    if number is None:
        return
    if head["type"] is not None and (law := _below_motto(p, number.end)) is not None:
        yield from _state(p, head, law)
        yield head.start("number")
        yield _behind(p, number.end)
        yield law
        yield from _title(p, _kind(p, law) or law)
        return
    day = _DAY.search(p.text, number.end, number.end + 200)
    if day is None or "\n" in p.text[number.end : day.start()]:  # party papers have the day above the number
        day = _DAY.search(p.text, head.start(), head.start("number"))
        if day is None or p.text[day.end() : head.start("number")].strip(" \t*_|-"):
            return
    at = _behind(p, max(day.end(), number.end))
    kind = _kind(p, at)
    if kind is None and not _LETTER.match(p.text, at):
        return
    yield from _state(p, head, max(head.start("number"), day.start()))
    below = _BELOW.search(p.text, head.start(), head.start("number"))
    if below is not None:
        yield below.end()
    yield head.start("number")
    behind = _behind(p, number.end)
    if number.end < day.start() and behind < day.start():
        yield behind
    yield day.start()
    yield at
    if kind is not None:
        yield from _title(p, kind)


def _state(p: Plain, head: re.Match[str], stop: int) -> Iterator[int]:
    """Where the words of the state and the party begin and end."""
    for m in _STATE.finditer(p.text, head.start() + 4, stop):
        yield m.start()
        yield _behind(p, m.end())


def _below_motto(p: Plain, at: int) -> int | None:
    """Where the type begins that follows the number of an act of the Assembly, which has no place and day there."""
    for m in _STATE.finditer(p.text, at, at + 160):
        at = m.end() if not p.text[at : m.start()].strip(" \t*_|-") else at
    at = _behind(p, at)
    return at if _kind(p, at) is not None else None


def _titled(p: Plain) -> Iterator[int]:
    """The lines of a type in capitals, of its title and of what is below it, where they stand in one line."""
    for m in _FIRST_CAPITALS.finditer(p.text, 0, _ABOVE):
        kind = _kind(p, m.end())
        if kind is not None:
            stop = p.text.find("\n", kind)
            grounds = _GROUNDS.search(p.text, kind, stop if stop >= 0 else len(p.text))
            lines = [*_title(p, kind)] if grounds else []
            if len(lines) > 1:
                yield from lines
                return


def _kind(p: Plain, at: int) -> int | None:
    """Where the name of a type ends that stands at ``at`` in capitals."""
    capitals = _CAPITALS.match(p.text, at)  # "THÔNG BÁO Kết luận …" is a notice
    kind = re.compile(type_table()[0]).match(p.low, at, capitals.end()) if capitals else None
    note = _CALL.match(p.text, kind.end()) if kind is not None else None
    return note.end() if note is not None else None


def _title(p: Plain, kind: int) -> Iterator[int]:
    """Where the title begins behind its type, and the paper behind its title."""
    title = _behind(p, kind)
    issuer = _OF_WHOM.match(p.text, title)  # "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ về công tác …"
    if issuer is not None:
        yield title
        title = issuer.end()
    if p.text[title : title + 1] not in "“\"(" and not p.text[title : title + 1].isalpha():
        return
    if p.text[title : title + 4] in ("CỦA ", "SỐ "):
        return
    yield title
    end = _TITLE_ENDS.search(p.text, title + _SHORTEST_TITLE, title + _LONGEST_TITLE)
    if end is not None and "\n" not in p.text[title : end.end()]:
        yield end.end()


def _behind(p: Plain, at: int) -> int:
    """The next word behind ``at``, beyond rules and stars."""
    m = _BETWEEN.match(p.text, at)
    assert m is not None  # it matches nothing at least
    return m.end()


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
