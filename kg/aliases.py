"""Names that a text gives a paper for its own use: "(sau đây gọi tắt là Nghị quyết 18)", "(gọi tắt là Đề án 06)".

From the definition to the end of the text such a name means that paper, and in its title too where the name is of
another type than the paper and has a serial. A name counts that begins with a type of
document and has a serial or is of the type of its paper ("Quy chế" is no name of the circular that it came with);
where the words leave open which paper is named, nothing is bound.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from operator import attrgetter

from kg import registry
from kg.found import Found
from kg.identity import family, serial_key, title_key
from kg.normalise import Plain, one_line
from kg.registry import LAW_TYPES
from kg.typewords import type_slug, type_table

_NAME = r"\s*:?\s*[“\"]?(?P<name>[^()“”\";:.,\n]{3,90}?)\s*(?=[”\";).,\n]|\s+hoặc\s|$)"
_CALLED = (  # each begins with letters that are looked for fast
    re.compile(r"gọi\s+(?:(?:tắt|chung|ngắn\s+gọn)\s+)?là" + _NAME),
    re.compile(r"viết\s+(?:(?:tắt|gọn|ngắn\s+gọn)\s+)?là" + _NAME),
)
_IN_BRACKETS = re.compile(r"\((?P<name>[^()\n]{5,30}? \d{1,4}[a-zđ]?)\)")
_SERIAL_BRACKET = re.compile(r"\)(?:(?<=\d\))|(?<=\d[a-zđ]\)))")
_LEAD = re.compile(
    r"(?:\(\s*|[,;]\s*)(?:(?:sau|dưới)\s+đây\s+|từ\s+đây\s+|tiếp\s+theo\s+|thường\s+|hay\s+|(?:hay\s+)?còn\s+)?"
    r"(?:xin\s+)?(?:được\s+)?$"
)
_BREAK = re.compile(r";|\n\s*\n|\.\s+(?=\S)")
_SERIAL = re.compile(r"(?:số\s+)?(\d{1,5}[a-zđ]?)(?![\w/])")
# "Đề án 06", of a decision: the title above says it before the text tells which it is
_SERIAL_LAST = re.compile(r"\s\d{1,5}[a-zđ]?$")
_REACH = 700
_start = attrgetter("start")


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(rf"(?P<type>{type_table()[0]})\s+(?=\w)")


def bind(p: Plain, found: Sequence[Found]) -> list[Found]:
    """The citations of a text with the places where a name stands that the text itself has given.

    Args:
        p: the plain text.
        found: its citations, in order of place.

    Returns:
        The same in the same order, some with ``means`` set, and one more for each place where such a name stands
        alone.
    """
    out = list(found)
    _same_paper(p, out)
    starts = [f.start for f in out]
    given = set[str]()
    for at, name, kind, holder, stop in _in_force(list(_definitions(p, found))):
        first = name not in given and kind != holder.type and _names_no_other(out, name, kind, at)
        begin = 0 if first or (name not in given and _is_its_title(out, name, holder)) else at
        given.add(name)
        for start, end in _places(p, name, begin, stop):
            i = bisect_left(starts, start)
            inside = i > 0 and out[i - 1].end > start
            if start < at and p.low.startswith(" của ", end):
                continue
            if i < len(out) and out[i].start == start:
                if out[i].kind == "number" and out[i].end <= end and _is_short(out[i], holder):
                    head = max(out[i].head_end, end)
                    out[i] = Found(start, end, "back", kind, head, means=holder.start, reading="alias")
                elif out[i].end <= end and out[i].kind != "number":
                    out[i] = out[i]._replace(end=end, head_end=max(out[i].head_end, end), means=holder.start)
                elif _is_initials(name, out[i]) and not _of_another_year(p, end, out[i], holder):
                    # "Luật PCTHTL được Quốc hội thông qua ngày …": what follows is no part of the name
                    head = out[i].head_end if out[i].date else end
                    day = out[i].date
                    out[i] = Found(start, end, "back", kind, head, date=day, means=holder.start, reading="alias")
            elif not inside and not (i < len(out) and out[i].start < end):
                out.insert(i, Found(start, end, "back", kind, end, means=holder.start, reading="alias"))
                starts.insert(i, start)
    return out


def _in_force(
    given: Sequence[tuple[int, str, str, Found]],
) -> Iterator[tuple[int, str, str, Found, int | None]]:
    """Definitions, and where the same name is given once more: a later one holds from there on."""
    stops: list[int | None] = []
    next_: dict[str, int] = {}
    for at, name, _, _ in reversed(given):
        key = " ".join(name.split())
        stops.append(next_.get(key))
        next_[key] = min(at, next_.get(key, at))
    for definition, stop in zip(given, reversed(stops), strict=True):
        yield *definition, stop


def _names_no_other(out: Sequence[Found], name: str, kind: str, at: int) -> bool:
    """Whether a name that ends with a serial, as "Đề án 06", may have been used before it is given.

    Not where the text has cited a paper of that type with that serial: "Đề án số 06-ĐA/TU".
    """
    m = _SERIAL_LAST.search(name)
    if m is None:
        return False
    serial = serial_key(m.group().split()[-1])
    return not any(
        f.number is not None and f.start < at and f.type.startswith(kind) and serial_key(f.number.serial) == serial
        for f in out
    )


def _is_its_title(out: Sequence[Found], name: str, holder: Found) -> bool:
    """Whether a name is the title of its law, and no other act of that title is told of before.

    Then the title above means it too: "Hướng dẫn Luật Doanh nghiệp … Căn cứ Luật Doanh nghiệp số 60/2005/QH11 (sau đây
    gọi là Luật Doanh nghiệp)".
    """
    key = title_key(name)
    if holder.law_title is None or title_key(holder.law_title) != key:
        return False
    before = takewhile(lambda f: f.start < holder.start, out)
    titled = (f for f in before if key == title_key(f.law_title or (f.named.title if f.named is not None else None)))
    return all(f.number is None and f.date is None for f in titled)


def _is_initials(name: str, f: Found) -> bool:
    """Whether a law is named by its type and the first letters of its title: "Luật BHXH"."""
    return f.kind == "name" and len(name.split()) == 2 and name.split()[-1].isupper()


_YEAR_NEXT = re.compile(r"\s+(?:\(?\s*sửa\s+đổi|(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d))")


def _of_another_year(p: Plain, end: int, f: Found, holder: Found) -> bool:
    """Whether a short title names a later or an earlier law than the one it was given to: "Luật BHXH năm 2024"."""
    m = _YEAR_NEXT.match(p.low, end)
    own = holder.date[:4] if holder.date else str(holder.number.year) if holder.number and holder.number.year else None
    if m is not None:
        return m["year"] != own
    return own is not None and f.date is not None and f.date[:4] != own


def _is_short(f: Found, holder: Found) -> bool:
    """Whether a number is its holder's without the code of the type: "Chỉ thị số 20-TTg" of 20/CT-TTg."""
    a, b = f.number, holder.number
    if a is None or b is None or a.year is not None or a.type_code is not None:
        return False
    return serial_key(a.serial) == serial_key(b.serial) and bool(a.codes) and set(a.codes) < set(b.codes)


def _same_paper(p: Plain, found: list[Found]) -> None:
    """Joins a name to the number in the bracket behind it: "Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15)"."""
    for i, (f, n) in enumerate(pairwise(found)):
        if f.kind != "name" or n.kind != "number" or f.type != n.type or f.named is None or n.start - f.end > 3:
            continue
        if p.low[f.end : n.start].strip() != "(" or f.named.amending:
            continue
        found[i] = f._replace(means=n.start)
        if f.type in LAW_TYPES and n.law_title is None:
            found[i + 1] = n._replace(law_title=one_line(p.text[f.start : f.named.name_end]))


def _in_brackets(low: str) -> Iterator[re.Match[str]]:
    """What :data:`_IN_BRACKETS` finds, looked for from the bracket behind a serial: it is rarer than the one before."""
    for end in _SERIAL_BRACKET.finditer(low):
        begin = low.rfind("(", max(0, end.start() - 40), end.start())
        if begin >= 0 and (m := _IN_BRACKETS.match(low, begin, end.end())):
            yield m


def _definitions(p: Plain, found: Sequence[Found]) -> Iterator[tuple[int, str, str, Found]]:
    """Where a name is given, the name as printed, its type, and the citation that gets it."""
    for m in _in_brackets(p.low) if found else ():
        typed = _typed().match(p.low, m.start("name"))
        serial = _SERIAL.match(p.low, typed.end()) if typed else None
        kind = type_slug(typed["type"]) if typed else None
        if kind is None or serial is None or serial.end() != m.end("name") or not p.text[m.start("name")].isupper():
            continue
        if holder := _holder(p, found, kind, "", serial, m.start()):
            yield m.start("name"), p.text[m.start("name") : m.end("name")], kind, holder
    for m in sorted((m for called in _CALLED for m in called.finditer(p.low)), key=re.Match.start):
        lead = _LEAD.search(p.low, max(0, m.start() - 40), m.start())
        typed = _typed().match(p.low, m.start("name"))
        if lead is not None and typed is None and (coded := _coded(p, found, m.start("name"), m.end("name"))):
            yield m.start("name"), p.text[m.start("name") : m.end("name")], coded.type or "", coded
        if lead is not None and (bare := _bare(p, found, m.start("name"), m["name"], lead.start())):
            yield m.start("name"), p.text[m.start("name") : m.end("name")], bare.type, bare
            continue
        if lead is not None and (law := _lettered(p, found, m.start("name"), lead.start())):
            yield m.start("name"), p.text[m.start("name") : m.end("name")], law.type, law
            continue
        if lead is None or typed is None or not p.text[m.start("name")].isupper():
            continue
        kind = type_slug(typed["type"])
        if kind is None:
            continue
        serial = _SERIAL.match(p.low, typed.end())
        if holder := _holder(p, found, kind, title_key(m["name"]), serial, lead.start()):
            yield m.start("name"), p.text[m.start("name") : m.end("name")], kind, holder
            if serial is not None and serial.end() == m.end("name"):
                yield from _also_given(p, found, serial.end(), lead.start())


_ALSO = re.compile(r"\s*(?:,|và|,\s*và)\s+(?=\w)")


def _also_given(p: Plain, found: Sequence[Found], end: int, at: int) -> Iterator[tuple[int, str, str, Found]]:
    """The further names of a list: "(sau đây gọi là Đề án 938, Đề án 939)"."""
    while link := _ALSO.match(p.low, end):
        typed = _typed().match(p.low, link.end())
        serial = _SERIAL.match(p.low, typed.end()) if typed else None
        kind = type_slug(typed["type"]) if typed else None
        holder = _holder(p, found, kind, "", serial, at) if kind and serial else None
        if holder is None or serial is None or kind is None:
            return
        end = serial.end()
        yield link.end(), p.text[link.end() : end], kind, holder


_CODED = re.compile(r"(?P<code>[a-zđ]{2,5})\s?(?P<serial>\d{1,5}[a-zđ]?)")


def _coded(p: Plain, found: Sequence[Found], start: int, end: int) -> Found | None:
    """The citation before a name made of its own code and serial: "QĐ69" of "Quy định số 69-QĐ/TW"."""
    m = _CODED.fullmatch(p.low, start, end)
    if m is None or not p.text[start : m.end("code")].isupper():
        return None
    first, last = (bisect_left(found, offset, key=_start) for offset in (start - _REACH + 1, start))
    same = [
        f
        for f in found[first:last]
        if f.number is not None
        and f.type is not None
        and m["code"] in _codes_of(f)
        and serial_key(f.number.serial) == serial_key(m["serial"])
        and not _BREAK.search(p.low, f.end, start)
    ]
    return _last(same)


def _codes_of(f: Found) -> tuple[str, ...]:
    """The codes by which a paper may be called: that of its number, or of its type where the number has none."""
    if f.number is not None and f.number.type_code is not None:
        return (f.number.type_code.casefold(),)
    known = registry.types().get(f.type)
    return tuple(code.casefold() for code in known.codes) if known is not None else ()


_CHANGED = re.compile(r"(?:được|đã|bị)\s+(?:được\s+)?(?:sửa\s+đổi|bổ\s+sung)")


def _bare(p: Plain, found: Sequence[Found], start: int, name: str, at: int) -> Found | None:
    """The act before ``at`` that a text calls by its type alone from there on: "(sau đây gọi là Luật)"."""
    kind = type_slug(" ".join(name.split()))
    if kind is None or not p.text[start].isupper():
        return None
    first, end = (bisect_left(found, offset, key=_start) for offset in (at - _REACH + 1, at))
    near = [f for f in found[first:end] if f.end <= at and f.type == kind and not _BREAK.search(p.low, f.end, at)]
    if len(near) > 1 and _CHANGED.search(p.low, near[0].end, near[1].start):
        return near[0]  # with what amended it: "Luật A được sửa đổi bởi Luật B (sau đây gọi chung là Luật)"
    return near[0] if len(near) == 1 else None


def _lettered(p: Plain, found: Sequence[Found], start: int, at: int) -> Found | None:
    """The law before ``at`` whose title the letters at ``start`` stand for: "(…; sau đây gọi là BLHS)"."""
    i = bisect_left(found, start, key=_start)
    f = found[i] if i < len(found) and found[i].start == start else None
    if f is None or f.named is None or f.type not in LAW_TYPES or f.date is not None:
        return None
    if " " in p.text[f.start : f.named.name_end]:
        return None  # "Luật Doanh nghiệp", whose number stands right before: not letters
    first = bisect_left(found, at - _REACH + 1, key=_start)
    return _last([x for x in found[first:i] if x.end <= at and x.named is not None and x.named.title == f.named.title])


def _holder(
    p: Plain, found: Sequence[Found], kind: str, name: str, serial: re.Match[str] | None, at: int
) -> Found | None:
    """The citation before ``at`` that gets a name (its key) of a type."""
    begin, end = (bisect_left(found, offset, key=_start) for offset in (at - _REACH + 1, at))
    near = [f for f in found[begin:end] if f.end <= at and f.kind != "back" and not _BREAK.search(p.low, f.end, at)]
    if serial is not None:
        numbered = [f for f in near if f.number and serial_key(f.number.serial) == serial_key(serial[1])]
        same = [f for f in numbered if family(f.type) == family(kind)]
        return _last(same) or _last(numbered)
    if kind in LAW_TYPES:  # "Luật Lâm nghiệp số … được sửa đổi bởi Luật số … (sau đây gọi là Luật Lâm nghiệp)"
        laws = [f for f in near if f.type in LAW_TYPES]
        called = [f for f in laws if title_key(f.law_title or (f.named.title if f.named else None)).startswith(name)]
        return _last(called) or _last(laws[:1])
    same = [f for f in near if family(f.type) == family(kind)]
    return same[-1] if (same and at <= same[-1].head_end + 1) or len(same) == 1 else None


def _last(found: list[Found]) -> Found | None:
    return found[-1] if found else None


# where a type stands without a name: "tại Điều 5 của Luật thì", not "Luật Đất đai", "Luật này"
_ALONE = (
    r"(?=\s*[.,;:)”\n]|\s+(?:và|thì|do|hoặc|có|là|được|đối|không|để|trong|về|bằng|phải|quy|cho|theo|tại|đã|sẽ|với|chưa)\s)"
)
# and what leads to it: a provision, or words that apply the act; not "ban hành Nghị định", "Trường Đại học Luật"
_LED_TO = re.compile(
    r"(?:(?<!\w)(?:điểm|khoản|điều|chương|mục|phụ\s+lục)\s[^;.\n]{1,60}?\s?(?:của\s+)?|"
    r"(?<!\w)(?:tại|theo|của|trong|thi\s+hành|thực\s+hiện|hướng\s+dẫn|chi\s+tiết|với|trước\s+khi|sau\s+khi|ngày|từ\s+khi)\s+)$"
)
_NOT_THE_ACT = re.compile(
    r"(?<!\w)(?:dự\s+thảo|ban\s+hành|xây\s+dựng|trình|ký|đại\s+học|khoa|công\s+ty|văn\s+phòng|ngành)\s+$"
)


def _places(p: Plain, name: str, at: int, stop: int | None) -> list[tuple[int, int]]:
    """Where a name stands, from its definition on to the next one."""
    first, *rest = map(re.escape, name.split())
    words = r"\s+".join((rf"{first}(?<!\w{first})", *rest))
    alone = type_slug(" ".join(name.lower().split())) is not None
    found = re.compile(rf"{words}{_ALONE if alone else ''}(?!\w|[/-]\w)").finditer(p.text, at)
    there = takewhile(lambda m: stop is None or m.start() < stop, found)
    return [m.span() for m in there if not alone or m.start() == at or _is_led_to(p.low, m.start())]


def _is_led_to(low: str, at: int) -> bool:
    """Whether a type that stands alone is the act that was called so."""
    begin = max(0, at - 90)
    return _LED_TO.search(low, begin, at) is not None and _NOT_THE_ACT.search(low, begin, at) is None
