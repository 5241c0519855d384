"""What a report reports on, where its body calls it by its type alone: "các văn bản triển khai thực hiện Chỉ thị".

A report on how one directive is carried out says "Chỉ thị" for it throughout. Only words of carrying out before the
type, with its capital, and nothing that could name another one behind it are taken so, and only where the text's own
title names one paper of that type and no other has been cited since.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg import registry
from kg.anchors import spelt
from kg.found import Found
from kg.header import Header
from kg.identity import family, serial_key
from kg.normalise import RAISED, Plain, fold_tone, lower
from kg.relations import cue_before

_TYPES = ("chi-thi", "nghi-quyet", "ket-luan", "ke-hoach", "chuong-trinh", "de-an", "quyet-dinh", "nghi-dinh", "luat")
_CARRYING_OUT = (
    r"(?:triển\s+khai(?:\s+thực\s+hiện)?|thực\s+hiện|thi\s+hành|cụ\s+thể\s+hóa)\s+(?:(?:các\s+)?nội\s+dung\s+)?"
)
_ENDS = (
    r"(?=[" + RAISED + r"]|\s?\[\^?\d{1,3}\]|\s*(?:[.,;:)]|\n|$)"
    r"|\s+(?:trên\s+địa\s+bàn|trong\s+toàn|tại\s+(?:các\s+)?(?:đơn\s+vị|địa\s+phương|tỉnh|huyện|cơ\s+quan)|đến\s+(?:các|từng|toàn))(?!\w))"
)


@cache
def _bare() -> re.Pattern[str]:
    names = {fold_tone(lower(registry.types()[slug].name)): slug for slug in _TYPES}
    return re.compile(rf"{_CARRYING_OUT}(?P<type>{spelt(names, begin=False)}){_ENDS}")


def with_subject(p: Plain, found: Sequence[Found], header: Header) -> tuple[Found, ...]:
    """The citations of a report, with one more for each place where it calls what it reports on by its type alone.

    Args:
        p: the text.
        found: its citations in order.
        header: its own type and title.

    >>> from kg.analyse import analyse
    >>> t = "BÁO CÁO\\nkết quả thực hiện Chỉ thị số 5/CT-TTg\\n\\nSở ban hành các văn bản triển khai thực hiện Chỉ thị."
    >>> [(m.text, m.number) for m in analyse(t).mentions]
    [('Chỉ thị số 5/CT-TTg', '5/CT-TTg'), ('Chỉ thị', '5/CT-TTg')]
    """
    if header.type != "bao-cao" or header.title_span is None:
        return tuple(found)
    subjects = _subjects(p, found, header.title_span)
    if not subjects:
        return tuple(found)
    out = list(found)
    starts = [f.start for f in out]
    for m in _bare().finditer(p.low, header.title_span[1]):
        start, end = m.span("type")
        subject = subjects.get(_family_named(m["type"]))
        i = bisect_left(starts, start)
        if subject is None or not p.text[start].isupper() or (i > 0 and out[i - 1].end > start):
            continue
        if not _is_last_of_its_type(out[:i], subject):
            continue
        out.insert(i, Found(start, end, "back", subject.type, end, means=subject.start, reading="anaphora"))
        starts.insert(i, start)
    return tuple(out)


def _family_named(words: str) -> str:
    return family(next(s for s in _TYPES if fold_tone(lower(registry.types()[s].name)) == " ".join(words.split())))


def _subjects(p: Plain, found: Sequence[Found], title: tuple[int, int]) -> dict[str, Found]:
    """What a title says is carried out, by the family of its type, where it is the only one of that family."""
    named: dict[str, list[Found]] = {}
    for f in found:
        if title[0] <= f.start < title[1]:
            named.setdefault(family(f.type), []).append(f)
    out = {}
    for kind, those in named.items():
        cue = cue_before(p.low, title[0], those[0].start)
        if len(those) == 1 and cue is not None and cue.predicate == "implements":
            out[kind] = those[0]
    return out


def _is_last_of_its_type(before: Sequence[Found], subject: Found) -> bool:
    """Whether no other paper of a type has been cited since the one that the title names."""
    last = next(f for f in reversed(before) if family(f.type) == family(subject.type))
    return last is subject or last.means == subject.start or _serial(last) == _serial(subject) is not None


def _serial(f: Found) -> str | None:
    serial = f.number.serial if f.number is not None else f.serial
    return serial_key(serial) if serial else None
