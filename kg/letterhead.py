"""The body that issued a text: from the letterhead, the signature block, the title, the opening or the enacting words.

Plain text interleaves the two columns of a letterhead: the right one (motto, place and date) is cut out before the left
one is read, in which the parent body stands above the issuing one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kg.derived_bodies import unit_under
from kg.institutions import BOARD_LINE, board_in, body_code, has_own_code, read_body, read_institution
from kg.issuers import may_have_issued, stands_below
from kg.left_column import RIGHT_COLUMN, capitals, cut, in_one_line, left_lines
from kg.normalise import UPPER, Plain, fold_tone, lower
from kg.numbers import Number
from kg.phrases import Phrase, read_phrase
from kg.registry import Issuer
from kg.titleblock import HEAD_CHARS, title_above
from kg.typewords import type_slug

_SUBJECT_OPENING = re.compile(
    r"(?P<end>(?<!\s)\s*(?:,\s*[^,.;]{0,60},\s*)?(?:trân trọng\s+|xin\s+)?(?:báo\s+cáo|ban\s+hành\s+kế\s+hoạch|"
    r"xây\s+dựng\s+kế\s+hoạch|thông\s+báo|hướng\s+dẫn))"
)
# alone on its line, or in the column beside the receivers
_SIGNATURE = re.compile(
    r"(?m)(?:^|[|\t]| {3}|nơi\s+nhận\s*:)[ \t]*(?:t/?m\.?|tm\.|kt\.?|k/t|tuq\.?|tl\.?|t/l)\s*"
    r"(?P<who>[^\n|]{3,80}?)[ \t|]*$"
)
_OF_BODY = re.compile(rf"CỦA\s+(?P<who>[{UPPER}][{UPPER} ,-]+?)\s*$")


def body_in_title(p: Plain, start: int) -> Phrase | None:
    """The body between type and title: "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về …"."""
    m = _OF_BODY.search(p.text, max(0, start - 120), start)
    who = " ".join(m["who"].split()) if m else ""
    return read_phrase(capitals(who), fold_tone(lower(who)), 0) if who else None


def body_as_title(title: str) -> Phrase | None:
    """The body that stands where a title would, in a text without one: "QUYẾT ĐỊNH / BỘ TRƯỞNG BỘ Y TẾ"."""
    shown, low = capitals(title), fold_tone(lower(title))
    if not title.isupper():
        return None
    phrase = read_phrase(shown, low, 0) or read_institution(shown, low, 0, whole=True)
    return phrase if phrase is not None and phrase.end == len(title) else None


@dataclass(frozen=True, slots=True)
class Authority:
    """Who enacts, as the line above the grounds says; the type that the enacting words tell; a title above it all."""

    phrase: Phrase
    type: str | None
    title_span: tuple[int, int] | None


_WHO_ENACTS = re.compile(rf"(?m)^[ \t]*(?P<who>[{UPPER}][{UPPER} ,-]{{7,120}}?)[ \t]*\n\s*(?:-\s*)?(?=[Cc]ăn\s+cứ\s)")
_ENACTING_WORDS = re.compile(
    r"\n[ \t]*(?P<type>quyết\s+định|quyết\s+nghị|nghị\s+quyết|nghị\s+định|chỉ\s+thị)[ \t]*:?[ \t]*(?:\n|$)"
)


def enacting_authority(p: Plain) -> Authority | None:
    """The body in capitals above "Căn cứ" in a text that was cut off its letterhead."""
    m = _WHO_ENACTS.search(p.text, 0, HEAD_CHARS)
    if m is None:
        return None
    who = " ".join(m["who"].split())
    phrase = read_phrase(capitals(who), fold_tone(lower(who)), 0)
    words = _ENACTING_WORDS.search(p.low, m.end(), m.end() + HEAD_CHARS)
    if phrase is None or words is None or not p.text[words.start("type") : words.end("type")].isupper():
        return None
    name = " ".join(words["type"].split())
    title = title_above(p, m.start())
    return Authority(phrase, type_slug("nghị quyết" if name == "quyết nghị" else name), title)


_OF_A_UNIT = re.compile(r"(?:quận|huyện|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)\s+\w")


def with_its_place(p: Plain, body: Phrase, place: str | None) -> Phrase:
    """A body of a letterhead that lost its second line, with the place of the line above its grounds or of its day.

    "ỦY BAN NHÂN DÂN / Số: 5/2013/QĐ-UBND / Quận 9, ngày …", then "ỦY BAN NHÂN DÂN QUẬN 9 / Căn cứ …".
    """
    if not body.base.local or body.proper or body.place:
        return body
    told = [" ".join(m["who"].split()) for m in _WHO_ENACTS.finditer(p.text, 0, HEAD_CHARS)]
    if place is not None and _OF_A_UNIT.match(lower(place)):
        told.append(f"{body.base.name} {place}")
    for who in told:
        phrase = read_phrase(capitals(who), fold_tone(lower(who)), 0)
        if phrase is not None and phrase.base is body.base and (phrase.proper or phrase.place):
            return phrase
    return body


_DECIDES_BELOW = re.compile(
    r"(?:\s+(?:ban\s+hành|quy\s+định|quyết\s+định|quyết\s+nghị|yêu\s+cầu|kết\s+luận|hướng\s+dẫn)(?!\w)[^;\n]{0,250})?"
    r":[ \t]*(?:\n|$)"
)


def who_decides(p: Plain, number: Number) -> Phrase | None:
    """The body of the Party that decides below the grounds: "Bộ Chính trị quy định … như sau:"."""
    for line in _LINE_START.finditer(p.text, 0, HEAD_CHARS):
        phrase = read_phrase(p.text, p.low, line.end())
        if phrase is None or phrase.base.series not in {b.series for b in number.bodies}:
            continue
        if _DECIDES_BELOW.match(p.low, phrase.end):
            return phrase
    return None


_LINE_START = re.compile(r"(?m)^[ \t]*(?=[^\W\d_])")


def labelled_body(p: Plain, label: tuple[str, int]) -> Phrase | None:
    """The body that a portal names: "Nơi ban hành: Bộ Tài chính, Ngân hàng Nhà nước"."""
    first = phrase = read_body(p.text, p.low, label[1])
    others: list[Issuer] = []
    while phrase is not None and not phrase.base.local and (comma := re.compile(r"\s*,\s*").match(p.low, phrase.end)):
        phrase = read_phrase(p.text, p.low, comma.end())
        others += [phrase.base] if phrase is not None and not phrase.base.local else []
    return first._replace(joint=(*first.joint, *others)) if first is not None else None


def own_body(
    p: Plain,
    kind: str | None,
    number: Number | None,
    number_span: tuple[int, int] | None,
    title_span: tuple[int, int] | None,
) -> tuple[Phrase | None, Phrase | None]:
    """The body in the letterhead, the signature block or the opening sentence; and the parent body above it."""
    register = {b.series for b in (*number.bodies, *may_have_issued(number))} if number else set()
    if "chinh-phu" in register:
        register.add("hdcp")  # the Government Council wrote the Government's code
    stop = number_span[0] if number_span else (title_span[0] if title_span else 0)
    begin = max(0, stop - 600)
    if number_span and (label := _NUMBER_LABEL.search(p.low, begin, stop)):
        stop = label.start()
    left = left_lines(p, begin, stop, capitals_only=not number_span)
    text, low = in_one_line(left)
    if number is None:
        text, low = cut(_OF_PROVINCE.finditer(low), text, low)
    joined, low = " ".join(text.split()), " ".join(low.split())
    shown = capitals(joined)
    if number is not None and _JOINT_CODES.intersection(c.lower() for c in number.codes):
        together = _signing_together([line for line in left if line[0].isupper()])
        return together or _opening_body(p, title_span[1] if title_span else 0), None
    own: Phrase | None = None
    parent: Phrase | None = None
    above: Phrase | None = None
    numbers = [m.span() for m in _NUMBER_ABOVE.finditer(joined)]  # a page's heading above the letterhead
    for m in re.finditer(rf"(?<!\w)(?<!CÔNG )[{UPPER}]{{2}}", joined):  # "CÔNG ĐOÀN PHƯỜNG …" is not "ĐOÀN PHƯỜNG …"
        if numbers and any(s < m.start() < e for s, e in numbers):
            continue
        if (own is not None and m.start() < own.end) or (not register and parent and m.start() < parent.end):
            continue
        phrase = read_phrase(shown, low, m.start())
        if phrase is None:
            continue
        if phrase.joint and not register:
            return phrase, parent
        if own is not None:  # the body of a level above has the same register: "HỘI LHPN TỈNH … / HỘI LHPN HUYỆN …"
            if phrase.base.series == own.base.series and stands_below(phrase, own):
                parent, own = own, phrase
        elif not _is_of(phrase, register) or _is_line_above(phrase, low):
            above = parent if parent is not None and (parent.proper or parent.place) else above
            parent = phrase
        else:
            own = phrase
    if own is not None:
        organ = None if _speaks_itself(p, own, title_span) else _signing_organ(p, register, own.unit)
        if (organ is None or organ.base is own.base) and own.base.branch == "party":
            organ = _organ_in_title(p, title_span, register)
        if organ is not None and organ.name != own.name and organ.base is not own.base:
            own = own._replace(base=organ.base, name=f"{own.name} {organ.name}")
        return own, parent
    if own is None and number is not None and number_span and (body := _institution(left, number)):
        return body, parent if parent is None or parent.proper or parent.place else above
    if number is None and number_span is None and (body := _institution(_untyped(left), None)):
        return body, parent if parent is None or parent.proper or parent.place else above
    if kind == "ban-an" and parent is not None and parent.base.slug.startswith("toa-an"):
        return parent, above  # what follows the number's year tells the kind of case, no body
    if number is not None and not register and parent is not None and left:
        last = next((line.strip() for _, line in reversed(left) if line.strip()), "")
        office = unit_under(parent.base, last, number.codes[-1])
        if office is not None:
            return parent._replace(base=office, name=office.name.lower()), parent
        if not number.bodies and number_span and sum(map(str.isalpha, low[parent.end :])) >= _SHORTEST_NAME:
            return None, parent if parent.proper or parent.place else above  # a school, a company under its parent
    if register and number is not None and parent is not None and (signing := _by_initials(shown, low, parent, number)):
        return signing, None
    if register:
        return _signing_organ(p, register, None), parent if parent is None or parent.proper or parent.place else above
    if parent is not None:
        board = _board_of(shown, parent) if number is None and parent.base.branch == "party" else None
        return (board, parent) if board is not None else (parent, above)
    if kind is None and not number_span:
        return None, None  # an article tells what others issue
    return _opening_body(p, title_span[1] if title_span else 0), None


# "HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH TỈNH …" is how the province's Hội Nông dân heads its papers, and the centre's
# "… / BAN CHẤP HÀNH TRUNG ƯƠNG"
_OF_PROVINCE = re.compile(
    r"(?:(?:(?<=hội nông dân)|(?<=liên hiệp phụ nữ)|(?<=cựu chiến binh))\s+việt\s+nam|(?<=đoàn tncs hồ chí minh)"
    r"|(?<=đoàn thanh niên cộng sản hồ chí minh))\s+(?:ban\s+chấp\s+hành|bch)"
    r"(?=\s+(?:tỉnh|thành\s+phố|tp\.?|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn)\s)"
    r"|(?:(?<=hội nông dân việt nam)|(?<=phụ nữ việt nam)|(?<=cựu chiến binh việt nam)|(?<=tncs hồ chí minh))"
    r"\s+(?:ban\s+chấp\s+hành|bch)\s+trung\s+ương(?!\w)"
)


def _untyped(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The lines of a letterhead without that of the type: "KẾ HOẠCH"."""
    return [line for line in lines if type_slug(fold_tone(lower(" ".join(line[0].split()).strip(" *#|_-")))) is None]


def _institution(lines: Sequence[tuple[str, str]], number: Number | None) -> Phrase | None:
    """The institution whose name ends a letterhead, on one line or broken over some, with the number's code."""
    bare = (cut(RIGHT_COLUMN.finditer(low), text, low) for text, low in lines)
    rest = [(text.strip(_FRAME), low.strip(_FRAME)) for text, low in bare if any(map(str.isalpha, text))]
    board = BOARD_LINE.fullmatch(rest[-1][1]) if len(rest) > 1 else None
    if board is not None:
        rest.pop()
    for n in range(1, min(len(rest), 4) + 1):
        text, low = (" ".join(" ".join(part).split()) for part in zip(*rest[-n:], strict=True))
        shown = capitals(text)
        if (known := read_phrase(shown, low, 0)) is not None:  # a body of the registry, whatever its number says
            with_board = board is not None and not known.base.local and not known.joint
            return known._replace(base=board_in(_name(board), known.base)) if with_board else None
        phrase = read_institution(shown, low, 0, whole=True) if text.isupper() else None
        if phrase is not None:
            code = None if number is None or has_own_code(number) else body_code(number)
            base = board_in(_name(board), phrase.base) if board else phrase.base
            return phrase._replace(base=replace(base, aliases_code=(code,) if code else ()))
    return None


_NUMBER_LABEL = re.compile(r"\n[ \t|]*số\s*:?\s*$|(?<!\w)số\s*:\s*$")
_FRAME = "|*#_- \t"  # of a table, round the words of a cell


def _name(board: re.Match[str] | None) -> str:
    return " ".join(board["board"].split()) if board else ""


_NUMBER_ABOVE = re.compile(r"(?<![\w/])\d{1,5}[a-zđ]?(?:/\d{4})?[/-][A-ZĐ][^\s,;()]*")
_BEFORE_DASH = re.compile(r"\s-\s+$")


def _by_initials(shown: str, low: str, last: Phrase, number: Number) -> Phrase | None:
    """The central body, or two joined by a dash, whose last initials are the codes: "HD-CT-TM" of army departments.

    "TỔNG CỤC CHÍNH TRỊ - BỘ TỔNG THAM MƯU": the registry gives CT to others, of whom the letterhead names none.
    """
    codes = [c.casefold() for c in number.codes[1 if number.type_code else 0 :]]
    bodies = [last]
    if len(codes) == 2 and (dash := _BEFORE_DASH.search(low[: last.start])):
        starts = (m.start() for m in re.finditer(r"(?<!\w)\w", low[: dash.start()]))
        before = (x for at in starts if (x := read_phrase(shown, low, at)) and x.end == dash.start())
        bodies = [*list(before)[:1], last]
    if len(codes) != len(bodies) or any(b.base.local or b.joint for b in bodies):
        return None
    initials = ["".join(word[0] for word in b.name.split()) for b in bodies]
    if not all(len(code) > 1 and of.endswith(code) for of, code in zip(initials, codes, strict=True)):
        return None
    return bodies[0]._replace(end=last.end, joint=tuple(b.base for b in bodies[1:]))


_JOINT_CODES = frozenset(("lb", "ttlb"))  # "liên Bộ": the ministries stand in the letterhead alone


def _signing_together(lines: Sequence[tuple[str, str]]) -> Phrase | None:
    """The ministries of a letterhead such as "BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"."""
    named: list[Phrase] = []
    text, low = (" ".join(part) for part in zip(*lines, strict=True)) if lines else ("", "")
    for m in re.finditer(rf"(?<!\w)[{UPPER}]", text):
        if named and m.start() < named[-1].end:
            continue
        phrase = read_phrase(text, low, m.start())
        if phrase is not None and phrase.joint:
            return phrase
        if phrase is not None and not phrase.base.local:
            named.append(phrase)
    bodies = tuple(dict.fromkeys(phrase.base for phrase in named))
    return named[0]._replace(end=named[-1].end, joint=bodies[1:]) if len(bodies) > 1 else None


_COMMUNE = {"xa": "xã", "phuong": "phường"}


def _board_of(shown: str, committee: Phrase) -> Phrase | None:
    """The board of the Party on the line below its committee: "HUYỆN ỦY MỘC CHÂU / BAN TUYÊN GIÁO"."""
    board = shown[committee.end :].strip(_FRAME)
    whole = f"{board} {shown[committee.start : committee.end]}"
    phrase = read_phrase(whole, fold_tone(lower(whole)), 0) if board else None
    return phrase if phrase is not None and phrase.end == len(whole) else None


_SHORTEST_NAME = 8  # letters in the name of a body


def _is_of(phrase: Phrase, register: Collection[str]) -> bool:
    """Whether a body of a letterhead may have the number's code.

    Thành ủy of a city in a province writes that of Thị ủy, a committee inside an office that of Đảng ủy.
    """
    if phrase.base.series in register or ("thu" in register and "thành ủy" in phrase.name):
        return True
    return "du" in register and phrase.base.slug.startswith(("dang-uy-so-", "dang-uy-ban-", "dang-uy-van-phong-"))


def _is_line_above(phrase: Phrase, low: str) -> bool:
    """Whether a letterhead names the province's party only above its own body: "ĐẢNG BỘ TỈNH … / THÀNH ỦY …"."""
    return phrase.name.startswith("đảng bộ") and _COMMITTEE_BELOW.match(low, phrase.end) is not None


_COMMITTEE_BELOW = re.compile(r"\s*(?:huyện|thị|thành|quận|đảng)\s+ủy")


def _opening_body(p: Plain, start: int) -> Phrase | None:
    """The body that speaks in the opening: "Ban Dân tộc báo cáo"."""
    opening = p.low[start : start + 2500]
    for m in _SUBJECT_OPENING.finditer(opening):
        begin = max(0, m.start() - 100)
        for word in re.finditer(rf"(?<!\w)[{UPPER}]", p.text[start + begin : start + m.start()]):
            at = start + begin + word.start()
            phrase = read_phrase(p.text, p.low, at)
            if phrase is None or abs(phrase.end - (start + m.start())) > 1:
                continue
            if re.search(r"(?:của|do|tại|thuộc|với)\s+(?:\w+\s+){0,2}$", p.low[max(0, at - 24) : at]):
                continue
            return phrase
    return None


_AS_FOLLOWS = re.compile(r"\s+(?:báo\s+cáo|ban\s+hành|xây\s+dựng|thông\s+báo|hướng\s+dẫn)[^.;:\n]{0,80}như\s+sau\s*:")


def _speaks_itself(p: Plain, own: Phrase, title_span: tuple[int, int] | None) -> bool:
    """Whether the opening says that the committee of a letterhead speaks itself, whoever signs for it."""
    opening = _opening_body(p, title_span[1]) if title_span is not None and own.base.branch == "party" else None
    return opening is not None and opening.base is own.base and _AS_FOLLOWS.match(p.low, opening.end) is not None


def _signing_organ(p: Plain, register: set[str], unit: str | None) -> Phrase | None:
    """The organ that a Party paper is signed for: "T/M BAN THƯỜNG VỤ" under the letterhead of its committee.

    The Party committee of a commune (``unit``) acts as its plenum: "ĐẢNG ỦY XÃ …", "T/M BAN CHẤP HÀNH".
    """
    for m in _SIGNATURE.finditer(p.low, max(0, len(p.low) - 3000)):
        who = " ".join(m["who"].split())
        if who == "ban chấp hành" and unit in _COMMUNE:
            who = f"ban chấp hành đảng bộ {_COMMUNE[unit]}"
            return read_phrase(who, who, 0)
        for committee in ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy"):
            name = who if committee in who else f"{who} {committee}"
            phrase = read_phrase(name, name, 0)
            if phrase is not None and phrase.base.series in register:
                return phrase
    return None


def _organ_in_title(p: Plain, title_span: tuple[int, int] | None, register: set[str]) -> Phrase | None:
    """The organ between type and title, "KẾT LUẬN / CỦA BAN THƯỜNG VỤ TỈNH ỦY", or that acts in the opening."""
    if title_span is None:
        return None
    above = p.low[: title_span[0]].rstrip()
    line = above.rfind("\n") + 1
    if of := _OF_ORGAN.match(p.low[line : title_span[0]]):
        phrase = read_phrase(p.text, p.low, line + of.end())
        if phrase is not None and phrase.base.series in register:
            return phrase
    if concluded := _CONCLUSION.match(p.low, title_span[0], title_span[1]):  # "THÔNG BÁO / kết luận của Thường trực …"
        phrase = read_phrase(p.text, p.low, concluded.end())
        if phrase is not None and phrase.base.series in register:
            return phrase
    opening = _opening_body(p, title_span[1])
    return opening if opening is not None and opening.base.series in register else None


# Below the type, or on its line: "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY".
_OF_ORGAN = re.compile(
    r"\s*(?:(?:kết luận|nghị quyết|chỉ thị|quy định|quy chế|kế hoạch|chương trình(?: hành động)?|hướng dẫn)\s+)?của\s+"
)
_CONCLUSION = re.compile(r"\s*kết\s+luận\s+của\s+")
