"""The title block: the type in capitals, alone or before the title, and the lines of the title below it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.normalise import RAISED, UPPER, Plain, fold_tone, lower, one_line
from kg.typewords import type_slug, type_table

HEAD_CHARS = 6000
_TYPE_LINE = re.compile(r"(?m)^[ \t#>|]*(?P<line>[^\n]{3,900}?)[ \t|]*$")
_LONGEST = 400  # a longer line is a paragraph, unless all of it is in capitals: a title that names what it amends
_BODY_START = re.compile(
    r"(?m)^[ \t]*(?:căn cứ|thực hiện|theo|xét|để\s|nhằm\s|trong\s|thi hành|kính gửi|điều \d|i\.|i\s?[-–/]\s|1\.|phần|"
    r"chương|ngày \d|chủ tịch|(?:tổng )?cục trưởng|(?:tổng )?giám đốc|thống đốc|tổng thanh tra|viện trưởng|chánh án|"
    r"ủy ban|chính phủ|bộ trưởng|hội đồng|quốc hội|thủ tướng|ban\s|tỉnh ủy|thường trực|a\.|mục)"
)
_FIRST_LINES = re.compile(
    r"\s*+(?P<line>\S[^\n]{9,599}?)[ \t]*\n"
    r"\s*(?:căn\s+cứ|xét|theo\s+đề\s+nghị|điều\s+1\b|chương\s+i\b)"
)
# the first part of a report or plan: "I. ĐẶT VẤN ĐỀ"
_FIRST_HEADING = re.compile(
    r"\s*+(?P<line>(?:báo\s+cáo(?!\s+viên)|kế\s+hoạch|đề\s+án|chương\s+trình)\s[^\n.:;!?]{6,199}?)[ \t]*\n"
    r"\s*(?:i|phần\s+(?:i|thứ\s+nhất))[.:]\s*(?:đặt\s+vấn\s+đề|đặc\s+điểm\s+tình\s+hình|tình\s+hình|mục\s+đích|sự\s+cần\s+thiết|khái\s+quát|phần\s+mở\s+đầu)"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,30}\)")
# a line of a title that a narrow column broke
_UNFINISHED = re.compile(
    r"(?:,|(?<!\w)(?:của|và|về|theo|trong|tại|do|với|cho|các|giữa|thực hiện|triển khai|thi hành|giai đoạn|tỉnh|"
    r"thành phố))\s*$"
)
# "SỐ 121/2004/TT-BTC NGÀY 16 THÁNG 12 NĂM 2004 HƯỚNG DẪN …"
_BEHIND_DAY = re.compile(r"(?<=\s)(?:(?<=năm\s(?:19|20)\d\d\s)|(?<=[-/.](?:19|20)\d\d\s))(?=[^\W\d_]{2})")
_ABOUT_WHAT = re.compile(  # where the title begins in a line that the issuer opens
    r"(?<=\s)(?:(?:về|v/v:?)\s|(?:quy\s+định|ban\s+hành|hướng\s+dẫn|sửa\s+đổi|phê\s+duyệt|bãi\s+bỏ|điều\s+chỉnh)(?!\w))"
)
_MIXED = re.compile(rf"(?P<type>[{UPPER}][{UPPER} ]+?)\s+CỦA\s+[{UPPER}][{UPPER} ,-]+\s(?=[Vv]ề\s)")
_ISSUED_LINE = re.compile(r"của\s|(?:số\s+\d\S*\s+)?ngày\s+\d")
_UNTYPED = re.compile(
    r"[\s|_*-]*(?:[^\n]{0,40}ngày\s+\d[^\n]{0,40}\n[\s|_*-]*)?(?P<line>(?:về|v/v|ban\s+hành|quy\s+định|phê\s+duyệt|"
    r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|công\s+bố|thành\s+lập|triển\s+khai|thực\s+hiện|điều\s+chỉnh|giao|thông\s+qua|hướng\s+dẫn)\s[^\n]{10,})"
)
_SUBJECT_GOES_ON = r"(?![ \t]*(?:kính|cộng hòa|cộng hoà|độc lập|[^\n]{2,40},\s*ngày|số|-|\n))"
_ABOUT = re.compile(
    r"(?m)^[ \t|]*(?:(?:công[ \t]+văn[ \t]+)?v/v(?:[ \t]*\n?[ \t]*:)?"
    r"|(?<=\n)về\s+việc(?=\s[^\n]+\n(?:[^\n]*\n){0,9}[ \t|]*kính\s+gửi))[ \t]*"
    rf"(?P<what>[^\n|]+(?:\n{_SUBJECT_GOES_ON}[^\n]+(?:\n{_SUBJECT_GOES_ON}[^\n]{{1,60}}(?=\n)){{0,3}})?)"
)


def type_and_title(
    p: Plain,
    number_span: tuple[int, int] | None,
    date_at: int | None,
    labels: Mapping[str, tuple[str, int]],
    typed: str | None,
) -> tuple[str | None, str | None, tuple[int, int] | None]:
    """The type line in capitals and the title under it."""
    begin = max(number_span[1] if number_span else 0, p.text.find("\n", date_at) if date_at is not None else 0)
    if "number" in labels and number_span and number_span[0] == labels["number"][1]:
        begin = number_span[1]
    found = _type_line(p, begin, len(p.text))
    if found is None and number_span and not labels:
        # Markdown and web pages often put the title above the number
        found = _type_line(p, 0, number_span[0])
    if found is not None and typed is not None and found[0] != typed and not labels:
        return typed, None, None  # "QUYẾT ĐỊNH / CỦA … SỐ … BAN HÀNH / QUY ĐỊNH VỀ …": what stands with the number
    if found is not None:
        return found
    if number_span and not labels and (flat := _flat_type(p, number_span[1])):
        return flat, None, None
    if number_span is None and date_at is None and not labels and (opening := _opening_line(p)):
        return opening
    if labels.get("type"):
        return type_slug(fold_tone(lower(labels["type"][0].strip()))), None, None
    return typed, None, None


def _flat_type(p: Plain, at: int) -> str | None:
    """The type in capitals behind the day, in a letterhead that a converter put on one line."""
    m = re.compile(rf"năm\s+\d{{4}}[\s|*_-]+(?P<type>{type_table()[0]})\s").search(p.low, at, at + 160)
    return type_slug(m["type"]) if m and p.text[m.start("type") : m.end("type")].isupper() else None


def _opening_line(p: Plain) -> tuple[str, str | None, tuple[int, int]] | None:
    """A first line such as "Nghị định Quy định mức lương cơ sở", of a text that was cut off its letterhead.

    The grounds or the first article have to follow it at once.
    """
    m = _FIRST_LINES.match(p.low)
    if m is None or not p.text[m.start("line")].isupper():
        m = _FIRST_HEADING.match(p.low)
    if m is None:
        return None
    words = m["line"].split()
    for size in (4, 3, 2, 1):
        kind = type_slug(fold_tone(" ".join(words[:size])))
        if kind and len(words) > size and not words[size].startswith(("số", "này")):
            span = (p.low.index(words[size], m.start("line") + len(" ".join(words[:size]))), m.end("line"))
            return kind, clean(p.text[span[0] : span[1]]), span
    return None


_CALLED = re.compile(rf"(?:[{RAISED}]+|\[\d{{1,3}}\])$")  # "NGHỊ ĐỊNH¹": a note is called
_URGENT = ("khẩn", "thượng khẩn", "hỏa tốc")


def _type_line(p: Plain, begin: int, end: int) -> tuple[str, str | None, tuple[int, int]] | None:
    """The first line between two offsets that is a type name, alone or before the title; with the title."""
    scanned = 0
    for m in _TYPE_LINE.finditer(p.text, begin, min(end, begin + 2500)):
        line = _CALLED.sub("", m["line"].strip(" *_#|"))
        if not line or (len(line) > _LONGEST and not line.isupper()):
            continue
        scanned += 1
        if scanned > 14:
            break
        at = m.start("line") + m["line"].find(line)
        low = " ".join(p.low[at : at + len(line)].split())  # with the marks that a scanner misread
        kind = type_slug(low)
        letters = sum(map(str.isalpha, line))
        upper = sum(map(str.isupper, line)) > 0.8 * letters
        if kind and (upper or line[0].isupper()):
            span = title_lines(p, m.end())
            return kind, clean(p.text[span[0] : span[1]]), span
        mixed = _MIXED.match(line)  # "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về đổi mới …"
        if mixed and (kind := type_slug(fold_tone(lower(" ".join(mixed["type"].split()))))):
            start = m.start("line") + m["line"].find(line) + mixed.end()
            return kind, clean(p.text[start : m.end("line")]), (start, m.end("line"))
        for size in (4, 3, 2, 1):
            words = low.split()
            kind = type_slug(" ".join(words[:size])) if len(words) > size else None
            if kind and upper and not re.search(r"\d\s*/\s*[A-ZĐ\d]{2,4}[-/]|\d-[A-ZĐ]", line):
                rest = len(" ".join(line.split()[:size]))
                if _IN_BRACKETS.fullmatch(line, rest) or " ".join(words[size:]) in _URGENT:  # "QUY ĐỊNH (BỔ SUNG)"
                    span = title_lines(p, m.end())
                    return kind, clean(p.text[span[0] : span[1]]), span
                if words[size] == "của" and (below := _below_issuer(p, m)):  # "QUYẾT ĐỊNH CỦA UBND TỈNH …"
                    return kind, clean(p.text[below[0] : below[1]]), below
                end = _goes_on_below(p, m.end())
                title = line[len(" ".join(line.split()[:size])) :] + p.text[m.end("line") : end]
                return kind, clean(title), (m.start("line"), max(end, m.end("line")))
    return None


# "KẾ HOẠCH TUYÊN TRUYỀN" / "thực hiện Chỉ thị số 05-CT/TW …"
_NEXT_LINE = re.compile(r"[ \t|*_]*\n[ \t|*_#]*(?P<line>[^\n]{8,400}?)[ \t|*_]*(?=\n|$)")
_GOES_ON = re.compile(
    r"(?:về|v/v|thực\s+hiện|triển\s+khai|trong\s+(?:việc|thực\s+hiện)|nhằm|để|của|giữa|năm|giai\s+đoạn)(?!\w)"
)


def _goes_on_below(p: Plain, end: int) -> int:
    """Where a title that stands beside its type goes on to, in the lines right below that say of what it is."""
    m = _NEXT_LINE.match(p.text, end)
    if m is None or _GOES_ON.match(p.low, m.start("line")) is None or m["line"].endswith((".", ":", ";", ",")):
        return end
    if m["line"][0].islower():
        return title_lines(p, end)[1]
    more = _NEXT_LINE.match(p.text, m.end("line")) if _UNFINISHED.search(fold_tone(lower(m["line"]))) else None
    return more.end("line") if more is not None else m.end("line")  # "Trong việc thực hiện / Nghị quyết số …"


def _below_issuer(p: Plain, line: re.Match[str]) -> tuple[int, int] | None:
    """The title below a line of type and issuer, None where the line holds it itself or none follows."""
    if _ABOUT_WHAT.search(p.low, line.start("line"), line.end("line")):
        return None
    start, end = title_lines(p, line.end())
    return (start, end) if end > start else None


def untyped_title(p: Plain, at: int) -> tuple[int, int] | None:
    """The title in capitals of a letterhead that lost its type line: "VỀ VIỆC …" right below number and date.

    Args:
        p: the plain text.
        at: offset in the last line of the letterhead.
    """
    below = p.text.find("\n", at)
    m = _UNTYPED.match(p.low, below) if below >= 0 else None
    if m is None or not p.text[m.start("line") : m.end("line")].isupper():
        return None
    start, end = title_lines(p, p.text.rfind("\n", 0, m.start("line")) + 1)
    return (start, end) if start == m.start("line") else None


def title_above(p: Plain, stop: int) -> tuple[int, int] | None:
    """The title in capitals that ends right above an offset, where a text begins with it."""
    end = len(p.text[:stop].rstrip(" \t\n_-*"))
    start = p.text.rfind("\n\n", 0, end) + 1
    m = _UNTYPED.match(p.low, start, end)
    if m is None or not p.text[m.start("line") : end].isupper():
        return None
    return m.start("line"), end


def title_lines(p: Plain, at: int) -> tuple[int, int]:
    """The lines of the title below the type line: up to the running text or a rule."""
    end = start = None
    seen = 0
    for m in _TYPE_LINE.finditer(p.text, at, min(len(p.text), at + 2000)):
        line = m["line"].strip(" *#|")
        if not line or (len(line) > _LONGEST and not line.isupper()):
            continue
        low = fold_tone(lower(line))
        if start is not None and (
            re.match(r"[-_=]{3,}|[-+•]\s*căn cứ|\(?(?:được )?(?:ban hành )?kèm theo\s", low)
            or (
                _BODY_START.match(low)
                and not (
                    (line[0].islower() or _continues(p, start, end, line))
                    and p.text.count("\n", end, m.start()) <= (2 if line[0].islower() else 1)
                )
            )
            or line.endswith((":", ";"))
        ):
            break
        if re.match(r"[-_=]{3,}$", line):
            continue
        if start is None and line.isupper() and _ISSUED_LINE.match(low):
            about = _ABOUT_WHAT.search(low) or _BEHIND_DAY.search(low)
            if about is None:
                continue  # "CỦA BAN BÍ THƯ": the issuer between type and title
            start, end = m.start("line") + m["line"].find(line) + about.start(), m.end("line")
            continue  # "CỦA BỘ TRƯỞNG BỘ NỘI VỤ VỀ VIỆC …", "NGÀY 5-4-1990 VỀ VIỆC …" on one line
        titled = re.match(r"ban hành|thực hiện|triển khai", low) or (low.startswith("thi hành ") and line.isupper())
        opens = _BODY_START.match(low) is not None and not titled  # "LUẬT / THI HÀNH ÁN DÂN SỰ"
        if start is None and opens:
            break
        if start is None and line[-1] in ".;:," and not line.isupper() and (len(line) > 120 or _is_sentence(low, line)):
            break  # a sentence, not a title
        gap = p.text.count("\n", end, m.start()) if end is not None else 0
        letters = [c for c in line if c.isalpha()]
        capitals = bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
        if start is not None and gap > 1 and not capitals and not line[0].islower():
            break
        if start is not None and line.endswith(".") and len(line) > 200:
            break
        if start is not None and _begins_a_sentence(p.text[start : end or start], line, capitals=capitals):
            break
        if start is None:
            start = m.start("line")
        end = m.end("line")
        seen += 1
        if seen >= 8:
            break
    return (start, end) if start is not None and end is not None else (at, at)


def _is_sentence(low: str, line: str) -> bool:
    """Whether a line with a mark at its end begins the text; "Ban hành Quy chế …;" may be the first of a title.

    So may "thực hiện Quy định … về kiểm điểm, đánh giá,": a text begins with a capital.
    """
    if line[0].islower() and line.endswith(","):
        return False
    return _BODY_START.match(low) is not None and not (low.startswith("ban hành") and line.endswith((";", ",")))


def _begins_a_sentence(above: str, line: str, *, capitals: bool) -> bool:
    """Whether a line in small letters below a title in capitals begins the text: "Tiếp theo báo cáo …"."""
    if capitals or not above.isupper() or not (line[0].isupper() and line[1:2].islower()):
        return False
    return len(above) > 40 and _UNFINISHED.search(fold_tone(lower(above))) is None


def _continues(p: Plain, start: int, end: int | None, line: str) -> bool:
    """Whether a line in capitals goes on with a title in capitals above it."""
    above = p.text[start : end or start]
    if not (line.isupper() and above.isupper()):
        return False
    low = fold_tone(lower(line))
    if low.startswith(("trong ", "theo ", "để ", "nhằm ", "thi hành ", "thực hiện ")):
        return True
    return _UNFINISHED.search(fold_tone(lower(above))) is not None


def clean(text: str) -> str | None:
    """A title on one line without rules and marks, None when nothing is left."""
    out = one_line(text).strip(" -_*#|")
    return out[:600] or None


def first_type_line(p: Plain) -> int:
    """Offset of the first line that is a type name in capitals, 0 where there is none."""
    for m in re.finditer(rf"(?m)^[ \t*#|]*([{UPPER} ]{{6,40}})[ \t*|]*$", p.text[:HEAD_CHARS]):
        if type_slug(fold_tone(lower(" ".join(m[1].split())))):
            return m.start()
    return 0


# a letter of the Party, whether or not its number is written in: "Số 180-CV/ĐU" / "Về đôn đốc việc triển khai"
_PARTY_ABOUT = re.compile(
    r"(?:^|\n)[ \t|]*số\s*:?[ .…_]{0,12}\d{0,5}\s?-\s?cv/[^\s]{2,20}(?:[ \t|]*\n\s*|[ \t]+(?=về\s+việc\s))"
    r"(?P<what>về\s[^\n]{8,}(?:\n(?!\s*(?:đảng\s+cộng\s+sản|\*|kính\s+gửi|[^\n,]{2,30},\s*ngày))[^\n]{3,120}){0,4})"
)


# "Số: 1394/UBND-VX" / "Về tiếp tục triển khai thực hiện Chỉ thị …", and below it the day and "Kính gửi:"
_STATE_ABOUT = re.compile(
    r"(?:^|\n)[ \t|]*số\s*:?\s*\d{1,5}\s?/[^\s|]{3,30}[ \t|]*\n\s*"
    r"(?P<what>về\s(?!việc\s)[^\n]{8,300}(?:\n(?!\s)[^\n,:]{3,120}(?=\n)){0,3})"
    r"(?=\n[^\n]{0,80}(?:\n[^\n]{0,80}){0,6}\n[ \t|]*kính\s+gửi)"
)
# on the line of the number: "Số: 19046/BTC-TCHQ V/v hướng dẫn … Hà Nội, ngày 29 tháng 12 năm 2014"
_ABOUT_BESIDE = re.compile(
    r"(?:^|\n)[ \t|>#*]*số\s*:?\s*\d[^\s|]{3,40}[ \t]+[*_]{0,2}v/v:?[ \t]*(?P<what>[^\n|]{8,600}?)[*_]{0,2}[ \t]*"
    r"(?=\n|\||\s[^\W\d_]{1,8}(?:[ .-][^\W\d_]{1,8}){0,3},\s*ngày\s+\d|\skính\s+gửi)"
)


def letter_subject(p: Plain) -> tuple[str | None, tuple[int, int]] | None:
    """The subject line of a letter, "V/v …", with its span."""
    forms = (_ABOUT, _PARTY_ABOUT, _ABOUT_BESIDE, _STATE_ABOUT)
    m = next((m for form in forms if (m := form.search(p.low, 0, HEAD_CHARS)) is not None), None)
    if m is None:
        return None
    span = (m.start("what"), m.end("what"))
    return clean(p.text[span[0] : span[1]]), span
