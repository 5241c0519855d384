"""Which of the papers named before "Nghị định nói trên", "Quyết định này" may mean: by place, by who acts on whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found
from kg.sentences import in_closed_bracket
from kg.structure import Note

REACH = 800
"""Code points over which "nói trên" points back; half of it for "này"."""
LATEST = 40
"""Citations looked back over."""
_BRACKET = 240  # letters of a bracket before what it names
PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.;:?!”\"])[ \t]*\n|\n(?=[ \t]*(?:(?:\d{1,2}|[a-zđ])[.)]|[-•*+–])[ \t])")
SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d)”\"]))[.?!][”\"]?\s")
PARAGRAPH_CHARS = 3000


def part_start(mark: re.Pattern[str], low: str, start: int, at: int) -> int:
    """Where the part that holds a place begins, of those into which a mark cuts what stands before it."""
    return max((m.end() for m in mark.finditer(low, start, at)), default=start)


def in_paragraph(
    found: Sequence[Found], targets: Sequence[str | None], before: Sequence[int], f: Found, low: str
) -> set[str | None]:
    """The papers named in the same paragraph before "Nghị định nói trên".

    Where they are several, those of its sentence for "Nghị định này" and "Nghị định đó", which mean what is nearest;
    "nói trên" may be any of them, or what its article names. What a bracket tells aside is not spoken of any more:
    "A (được sửa đổi bởi B). Nghị định này …".
    """
    near = low.endswith(("này", "đó", "ấy"), f.start, f.end)
    start = max(0, f.start - PARAGRAPH_CHARS)
    for mark in (PARAGRAPH, SENTENCE) if near else (PARAGRAPH, _ARTICLE):
        start = part_start(mark, low, start if mark is not _ARTICLE else max(0, f.start - PARAGRAPH_CHARS), f.start)
        named = {targets[j] for j in before if found[j].start >= start}
        if len(named) > 1:
            named = {targets[j] for j in before if found[j].start >= start and not _aside(found[j], f, low)}
        if len(named) == 1 or (near and not named):
            return named
    return set()


_ARTICLE = re.compile(r"\n[ \t]*điều\s+\d{1,3}\s*[.:]")


def _aside(told: Found, f: Found, low: str) -> bool:
    """Whether a paper stands in a bracket that is closed before another place."""
    return in_closed_bracket(low, told.start, f.start, reach=_BRACKET)


ITS_CHANGES = re.compile(
    r"(?:(?:,|;|và|hoặc|cùng|với|bởi|theo|tại)\s+(?:các\s+|những\s+|hai\s+|ba\s+|\d{1,2}\s+)?|(?:các|những|hai|ba)\s+)(?:bộ\s+)?"
    r"(?:luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|quyết\s+định|thông\s+tư|văn\s+bản)\s+(?:đã\s+)?"
    r"(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s*/\s*|\s+))+(?:cho\s+)?$"
)
_ACT = r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ|đình\s+chỉ|đính\s+chính)"
_ACTS_ON = re.compile(
    rf"{_ACT}(?:\s+(?:toàn\s+bộ|một\s+số|các|nội\s+dung|điều|khoản|điểm|mục|phần|chương|phụ\s+lục|và|của|"
    r"[\da-zđ]{1,3},?))*\s+$"
    rf"|{_ACT}\s+(?:các\s+)?(?:quy\s+định|nội\s+dung)\s[^.;:,\d]{{1,90}}\s(?:của|tại|trong)\s+$"
)
_TITLE_SAYS = re.compile(
    rf"[\s,]*(?:v/v|về|ban\s+hành|phê\s+duyệt|{_ACT}|hướng\s+dẫn|quy\s+định|triển\s+khai|thực\s+hiện|thi\s+hành|tiếp\s+thu)(?!\w)"
    rf"(?:,\s*{_ACT}|[^.;:,\n])*"
)


def in_bracket(last: Found, f: Found, low: str) -> bool:
    """Whether "(Nghị định này …)" is said of the paper right before, where no other one acts on that."""
    opened = low[last.head_end : f.start].strip() == "("
    return opened and not _ACTS_ON.search(low, max(0, last.start - 60), last.start)


def others(
    found: Sequence[Found], targets: Sequence[str | None], before: list[int], f: Found, low: str
) -> list[int]:
    """The papers named before but for the one whose own title, or act, says "Quyết định nói trên": another is meant.

    "Quyết định số 9 về việc triển khai Quyết định nói trên", "Quyết định số 9 sửa đổi, bổ sung Quyết định này".
    """
    if not before:
        return before
    last = found[before[-1]]
    if f.start - last.head_end > REACH // 2:
        return before
    within = any(last.head_end <= g.start < f.start for g in found[before[-1] + 1 : before[-1] + 1 + LATEST])
    if not within and _TITLE_SAYS.fullmatch(low, last.head_end, f.start):
        says = not f.this or _ACTS_ON.search(low, last.head_end, f.start) is not None
    else:  # "Tại Quyết định số 9, Bộ bãi bỏ Quyết định nói trên"
        says = not f.this and _ACTS_ON.search(low, last.head_end, f.start) is not None
        between = low[last.head_end : f.start]
        says = says and len({targets[j] for j in before}) > 1 and not re.search(r"[.;:]\s", between)
    if not says or ITS_CHANGES.search(low, max(0, f.start - 90), f.start):
        return before
    return [j for j in before if targets[j] != targets[before[-1]]]


_CALL_WITHIN = 200  # code points from a paper, its day and body told, to the call of a note


def called_by(
    found: Sequence[Found],
    targets: Sequence[str | None],
    those: list[int],
    f: Found,
    notes: Sequence[Note],
    low: str,
) -> str | None:
    """The paper that calls a note which says "Nghị định này" and has named no other of its type."""
    note = next((n for n in notes if n.start <= f.start < n.end), None)
    if note is None or any(note.start <= found[j].start < f.start for j in those[-LATEST:]):
        return None
    for call in note.calls:
        for j in reversed(those):
            if found[j].head_end <= call:
                near = call - found[j].head_end <= _CALL_WITHIN and "\n" not in low[found[j].head_end : call]
                return targets[j] if near else None
    return None


# "A, được sửa đổi, bổ sung bởi khoản 2 Điều 1 B": of the two "Nghị định nói trên" means A
_AMENDS = re.compile(
    r"(?<!\w)được\s+(?:sửa\s+đổi|bổ\s+sung)[^;.()\n]{0,60}?\s(?:bởi|theo|tại|bằng)\s+"
    r"(?:(?:điểm|khoản|điều)\s[^;.()\n]{1,40}?(?:của\s+)?)?(?:các\s+)?$"
)
_AMENDS_WITHIN = 160


def but_amenders(found: Sequence[Found], targets: Sequence[str | None], before: list[int], low: str) -> list[int]:
    """The papers named before but for those that are only named as having amended another."""
    spoken = {
        targets[j]
        for j in before[-LATEST:]
        if not _AMENDS.search(low, max(0, found[j].start - _AMENDS_WITHIN), found[j].start)
    }
    return [j for j in before if targets[j] in spoken] if spoken else before


def told_of(found: Sequence[Found], targets: Sequence[str | None], before: Sequence[int], at: int) -> list[int]:
    """Of the papers of a type just named in news the one that it tells of: the last one reported as issued, if any."""
    near = [j for j in before[-LATEST:] if at - found[j].end <= REACH // 2]
    issued = [j for j in near if found[j].reported]
    return issued[-1:] if len({targets[j] for j in near}) > 1 and issued else near


_ENDED = re.compile(
    r"(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s+(?:[^.;\n]{0,240}\s(?:tại|của)\s+)?(?:toàn\s+bộ\s+|cho\s+)?(?:các\s+)?$"
)
_ENDED_WITHIN = 270
# "Bộ luật A hết hiệu lực kể từ ngày Bộ luật này có hiệu lực": not the one that ends
_ENDS_WITH_IT = re.compile(r"[^.;\n]{0,300}?\s(?:hết|chấm\s+dứt)\s+hiệu\s+lực[^.;\n]{0,40}\stừ\s+(?:ngày|khi)\s+")
_IS_ENDED = re.compile(
    r"[^.;\n]{0,200}?\s(?:đã\s+|nay\s+)*(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ)\s+(?:bởi|bằng|theo|tại)\s"
)


def but_ended(found: Sequence[Found], before: Sequence[int], f: Found, low: str) -> list[int]:
    """The papers named before but for those that are said to be ended: "A thay thế B. Quyết định này …" means A."""
    out = []
    for j in before:
        at, end = found[j].start, found[j].head_end
        if _ENDED.search(low, max(0, at - _ENDED_WITHIN), at) or _ENDS_WITH_IT.fullmatch(low, end, f.start):
            continue
        m = _IS_ENDED.match(low, end, f.start)
        if m is not None and not any(end <= g.start < m.end() for g in found[j + 1 : j + 3]):
            continue
        out.append(j)
    return out
