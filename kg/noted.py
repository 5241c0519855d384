"""What a note goes on to say of the citation that calls it: "[4] Ngày 17/01/2022 của Chính phủ".

Drafters of reports and of articles keep the sentence short and leave the day and the body of a paper to its note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from kg.contexts import tail
from kg.dates import FULL_DAY
from kg.found import Found
from kg.institutions import first_words_of_bodies, read_body
from kg.issuers import has_code_of
from kg.normalise import Plain, one_line
from kg.phrases import Phrase
from kg.registry import slug
from kg.structure import Note

_ISSUED = r"(?:(?:được\s+)?(?:ban\s+hành|ký(?:\s+ban\s+hành)?|thông\s+qua|công\s+bố)\s+)?"
GOES_ON: Final = re.compile(rf"\s*{_ISSUED}(?=(?:cùng\s+)?ngày\s+\d|(?:của|do)\s)")
"""Begins a note that goes on with the sentence which calls it."""
_APART = re.compile(r"[\s,.]{0,3}")
# "Chương trình số 15-CTr/TU về kiểm tra[5]"
_TITLE = re.compile(r"\s+về\s(?:(?!\sngày\s)[^;.:()\[\]“”\"\n\d]){2,120}")
# "[6] Ban hành kèm theo Quyết định số 978-QĐ/TU của Ban Thường vụ Tỉnh ủy": the body of the regulation that calls it
_CAME_WITH: Final = re.compile(r"\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+$")
_start = attrgetter("start")


def with_notes(p: Plain, found: list[Found], notes: Sequence[Note]) -> list[Found]:
    """Citations with the day and the body that the note which they call goes on with.

    Args:
        p: the text.
        found: citations with a number, in order of place.
        notes: its notes, from :func:`kg.structure.notes`.

    >>> from kg.analyse import analyse
    >>> text = "Theo Nghị quyết số 36-NQ/TW[3], rác phải thu gom.\\n[3] Ngày 22/10/2018 của Ban Chấp hành Trung ương."
    >>> [(m.number, m.date, m.issuer) for m in analyse(text).mentions]
    [('36-NQ/TW', '2018-10-22', 'ban-chap-hanh-trung-uong')]
    """
    out = found
    for note in notes:
        lead = GOES_ON.match(p.low, note.start, note.end)
        if lead is None:
            out = _with_deciding_body(p, out, note)
            continue
        for call in note.calls:
            i = bisect_left(out, call, key=_start) - 1
            if i < 0 or not _calls(p, out[i], call):
                continue
            f = out[i]
            _, day, phrase, head = tail(p, lead.end(), f.number)
            if head > note.end or (f.date and day and not day.startswith(f.date)):
                continue
            if _is_an_event(p, lead.end(), head, note.end):
                continue
            full = day is not None and len(day) == FULL_DAY and not day.startswith("--")
            if full or (phrase is not None and f.phrase is None):
                out = out if out is not found else list(found)
                out[i] = f._replace(date=day if full else f.date, phrase=f.phrase or phrase)
    return out


_DONE_BY = re.compile(r"\s*,?\s*(?:đã\s+)?(?:ban\s+hành|ký|phê\s+duyệt|thông\s+qua|công\s+bố)(?!\w)|\s*(?:[.;,)]|$)")
_ON_OCCASION = re.compile(r"\s*,?\s*(?:tại|trong|đoàn|tỉnh|huyện|xã|sở)\s")
_SAYS_TITLE = ("Về", "V/v", "Quy", "Ban", "Phê", "Sửa", "Hướng", "Triển")


def _is_an_event(p: Plain, begin: int, head: int, end: int) -> bool:
    """Whether a note tells of what happened, not when or by whom a paper was issued: "Ngày 10/7/2023, UBND tỉnh họp",
    "Do UBND huyện chưa bố trí kinh phí".
    """
    if p.low.startswith("do ", begin) and _DONE_BY.match(p.low, head, end) is None:
        return True
    if not p.low.startswith(("ngày", "cùng ngày"), begin):
        return False
    rest = p.text[head:end].lstrip(" ,")
    return (rest[:1].isupper() and not rest.startswith(_SAYS_TITLE)) or _ON_OCCASION.match(p.low, head, end) is not None


def _with_deciding_body(p: Plain, found: list[Found], note: Note) -> list[Found]:
    """The regulation that calls a note on the decision that issued it, with the body of that decision."""
    k = bisect_left(found, note.start, key=_start)
    phrase = found[k].phrase if k < len(found) else None
    if phrase is None or not _CAME_WITH.fullmatch(p.low, note.start, found[k].start):
        return found
    for call in note.calls:
        i = bisect_left(found, call, key=_start) - 1
        f = found[i] if i >= 0 else None
        if f is None or f.number is None or f.phrase is not None or not _calls(p, f, call):
            continue
        if has_code_of(f.number, phrase):
            found = list(found)
            found[i] = f._replace(phrase=phrase)
    return found


# "Luật số 43/2024/QH15 ngày 29/6/2024 sửa đổi, bổ sung …" is not the law that is noted, but one that changed it
_OF_OTHERS = re.compile(
    r"(?:\s+ngày\s[^.;,\n]{4,25}?)?(?:\s+của\s+quốc\s+hội)?,?\s+(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?!\w)"
)
_JOINED = re.compile(r"\s*(?:,|,?\s+và|hoặc|/)\s*")


def with_named_laws(p: Plain, found: list[Found], notes: Sequence[Note]) -> list[Found]:
    """Laws by number at the head of a note, with the name that the text gives the law which calls it.

    >>> from kg.analyse import analyse
    >>> text = "Theo Luật Dân quân tự vệ[1], mỗi xã có một đơn vị.\\n[1] Luật số 48/2019/QH14 ngày 22/11/2019."
    >>> len({m.target for m in analyse(text).mentions})
    1
    """
    out = found
    for note in notes:
        k = bisect_left(found, note.start, key=_start)
        n = found[k] if k < len(found) else None
        if n is None or n.number is None or not n.number.term or n.law_title or p.low[note.start : n.start].strip():
            continue
        if _OF_OTHERS.match(p.low, n.head_end, note.end):
            continue
        for call in note.calls:
            i = bisect_left(found, call, key=_start) - 1
            f = found[i] if i >= 0 else None
            if f is None or f.named is None or f.named.amending or f.type != n.type:
                continue
            other = found[i - 1] if i and found[i - 1].type == f.type else None
            if other is not None and _JOINED.fullmatch(p.low, other.end, max(other.end, f.start)):
                continue  # which of the two?
            alike = not f.date or not n.date or f.date[:4] == n.date[:4]
            if alike and _APART.fullmatch(p.low, f.head_end, call):
                out = out if out is not found else list(found)
                out[k] = n._replace(law_title=one_line(p.text[f.start : f.named.name_end]))
                out[i] = f._replace(date=f.date if f.date and len(f.date) == FULL_DAY else n.date or f.date)
    return out


_CLAUSE = re.compile(r"(?:^|[;\n]|[.:]\s)\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_PAPERS = (
    r"(?:văn\s+bản|công\s+văn|báo\s+cáo|quyết\s+định|kế\s+hoạch|nghị\s+quyết|chỉ\s+thị|chương\s+trình|thông\s+báo|hướng\s+dẫn|"
    r"tờ\s+trình|kết\s+luận|đề\s+án)"
)
_HOW = (
    r"(?:đã|cũng|vừa|đều|kịp\s+thời|chủ\s+động|tiếp\s+tục|lần\s+lượt|khẩn\s+trương|nhanh\s+chóng|tập\s+trung|"
    r"(?:đã\s+)?sớm|đồng\s+thời|trực\s+tiếp|đồng\s+loạt)"
)
_ISSUES = re.compile(
    rf"\s+(?:{_HOW}\s+){{0,4}}(?:xây\s+dựng\s+và\s+)?(?:ban\s+hành|thông\s+qua|ra|có(?=\s+(?:(?:các|một\s+số|nhiều)\s+|\d{{1,2}}\s+)?{_PAPERS}))\s"
)
# "Ban Thường vụ Tỉnh ủy đã tổ chức hội nghị, đồng thời lần lượt ban hành": what the same body did before
_DID_FIRST = re.compile(rf"\s+đã\s[^.;:\n]{{3,160}}?(?:,(?=\s+đồng\s+thời\s)|\s+và(?=\s)){_ISSUES.pattern}")
_TO_OTHERS = re.compile(r"(?<!\w)(?:chỉ\s+đạo|giao|yêu\s+cầu|đề\s+nghị|lãnh\s+đạo|phân\s+công)\s")
_IN_A_TITLE = re.compile(r"(?<!\w)(?:về|thực\s+hiện|triển\s+khai|thay\s+thế|sửa\s+đổi|kèm\s+theo|theo|của)\s")
_NEXT_ITEM = re.compile(r"[,;]|(?<=[\s”\"])và(?=\s+số\s)")
# "chỉ thị trước đây của Ban Thường vụ Thành ủy về cùng lĩnh vực (4)": a paper that only its note names
_PAPER_OF = re.compile(
    rf"(?<!\w)(?P<many>(?:các|những|một\s+số)\s+)?(?P<type>{_PAPERS})(?:\s+(?:hành\s+động|trước\s+đây|trước\s+đó|cũ|hiện\s+hành|nói\s+trên))?\s+của\s+"
)
_ABOUT = re.compile(
    r"(?:\s*\(?khóa\s+[\wivx]+\)?)?(?:\s+(?:về|trong|đối\s+với)\s[^.,;:()\n\d]{2,150})?\s*"
)
_GENERAL = re.compile(rf"(?<!\w)(?:các|những|một\s+số)\s+{_PAPERS}(?!\w)")
_PAPER = re.compile(rf"(?<!\w){_PAPERS}(?!\w)")
_SENTENCE = 700  # letters of a clause before the call
_NAMED_WITHIN = 240


def with_callers_body(p: Plain, found: list[Found], notes: Sequence[Note]) -> list[Found]:
    """Papers of a note that names no body, with the one that the calling clause says has issued them.

    "Ban Thường vụ Tỉnh ủy ban hành 01 chỉ thị và 01 kết luận(2)": of a code that several organs write, that one's.

    >>> from kg.analyse import analyse
    >>> text = "Ban Thường vụ Tỉnh ủy Sơn La đã ban hành 01 chỉ thị[1].\\n[1] Chỉ thị số 76-CT/TU ngày 08/9/2020."
    >>> [m.issuer for m in analyse(text).mentions]
    ['ban-thuong-vu-tinh-uy-son-la']
    """
    out = found
    for note in notes:
        if GOES_ON.match(p.low, note.start, note.end):
            continue
        told = [x for call in note.calls if (x := _issuer_of_clause(p, found, call) or _issuer_named(p, call))]
        first, last = (bisect_left(out, offset, key=_start) for offset in (note.start, note.end))
        said = note.start
        for i in range(first, last) if told else ():
            f = out[i]
            begin = max((m.start() for m in _NEXT_ITEM.finditer(p.low, said, f.start)), default=said)
            if _IN_A_TITLE.search(p.low, begin, f.start):
                break  # what the papers of the note are about
            said = f.head_end
            if f.number is None or f.phrase is not None or not has_code_of(f.number, told[0].phrase):
                continue
            if told[0].may_be(f):
                out = out if out is not found else list(found)
                out[i] = f._replace(phrase=told[0].phrase)
            if told[0].single:
                break
    return out


class _Told(NamedTuple):
    """What the words before a call say of the papers of its note.

    Attributes:
        phrase: their body.
        types: slugs of the papers that it has issued, None where any may be.
        apart: papers that the words name by number.
        single: whether they speak of one paper.
    """

    phrase: Phrase
    types: frozenset[str] | None = None
    apart: frozenset[str] = frozenset()
    single: bool = False

    def may_be(self, f: Found) -> bool:
        """Whether a paper of the note is one of those: "chương trình" is said of a "chương trình hành động" too."""
        if f.number is None or f.number.printed in self.apart:
            return False
        return self.types is None or any(f.type.startswith(kind) for kind in self.types)


def _issuer_of_clause(p: Plain, found: Sequence[Found], call: int) -> _Told | None:
    """The body whose issuing the clause before a call reports, where no paper of it is named before the call."""
    last: _Told | None = None
    until = 0
    begin = max((m.end() for m in _CLAUSE.finditer(p.low, max(0, call - _SENTENCE), call)), default=call)
    for word in _WORD.finditer(p.low, begin, call):
        if word.start() < until or word.group() not in first_words_of_bodies() or not p.text[word.start()].isupper():
            continue
        phrase = read_body(p.text, p.low, word.start())
        until = phrase.end if phrase is not None else 0
        end = _issued_by(p, phrase, call) if phrase is not None else None
        if phrase is not None and end is not None:
            last = _of_what(p, found, phrase, end, call)
    return last


def _issued_by(p: Plain, phrase: Phrase, call: int) -> int | None:
    """Where the words end which say that a body has issued something, perhaps after it did something else."""
    issues = _ISSUES.match(p.low, phrase.end, call)
    if issues is not None:
        return issues.end()
    issues = _DID_FIRST.match(p.low, phrase.end, call)
    if issues is None or _TO_OTHERS.search(p.low, phrase.end, issues.end()):
        return None
    words = (w.start() for w in _WORD.finditer(p.low, phrase.end, issues.end()) if p.text[w.start()].isupper())
    return None if any(read_body(p.text, p.low, at) for at in words) else issues.end()


def _of_what(p: Plain, found: Sequence[Found], phrase: Phrase, begin: int, call: int) -> _Told | None:
    """Which papers a body has issued: those of a note are not what they carry out.

    "ban hành kế hoạch triển khai các quyết định của UBND tỉnh[1]" may mean either; in "ban hành kế hoạch, đề án nhằm
    cụ thể hóa Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương[1]" the resolution has its number already.
    """
    if p.low.find(" của ", begin, call) < 0:
        return _Told(phrase)
    k = bisect_left(found, begin, key=_start)
    named = [f for f in found[k : bisect_left(found, call, key=_start)] if f.kind == "number"]
    if not named or p.low.find(" của ", begin, named[0].start) >= 0:
        return None
    if _GENERAL.search(p.low, named[-1].head_end, call):
        return None
    types = {slug(m.group()) for m in _PAPER.finditer(p.low, begin, named[0].start)}
    apart = frozenset(f.number.printed for f in named if f.number is not None)
    any_kind = "van-ban" in types
    return _Told(phrase, None if any_kind else frozenset(types), apart) if types else None


def _issuer_named(p: Plain, call: int) -> _Told | None:
    """The body of a paper that the words before a call name by type and body alone."""
    for m in _PAPER_OF.finditer(p.low, max(0, call - _NAMED_WITHIN), call):
        phrase = read_body(p.text, p.low, m.end())
        if phrase is not None and _ABOUT.fullmatch(p.low, phrase.end, call):
            kind = slug(m["type"])
            types = None if kind == "van-ban" else frozenset((kind,))
            return _Told(phrase, types, single=m["many"] is None)
    return None


def _calls(p: Plain, f: Found, call: int) -> bool:
    """Whether nothing but a title stands between a citation and the call of a note."""
    return f.number is not None and (
        f.head_end >= call
        or _APART.fullmatch(p.low, f.head_end, call) is not None
        or _TITLE.fullmatch(p.low, f.head_end, call) is not None
    )
