"""Short forms and back-references of one text, and the document each means.

"Pháp lệnh số 34" is the ordinance with that serial, "Quyết định nói trên" the decision that was cited shortly
before, a name that the text has given (:mod:`kg.aliases`) its paper. What could be two documents means none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import accumulate

from kg.dates import certainly_before, compatible
from kg.found import Found
from kg.header import Header
from kg.identity import document_id, family, implied_codes, is_whole, reference_id, serial_key
from kg.models import Document
from kg.near_papers import (
    ITS_CHANGES,
    LATEST,
    PARAGRAPH,
    PARAGRAPH_CHARS,
    REACH,
    SENTENCE,
    but_amenders,
    but_ended,
    called_by,
    in_bracket,
    in_paragraph,
    others,
    part_start,
    told_of,
)
from kg.new_wording import act_amended, act_quoted
from kg.registry import local_party_term, party_term, slug
from kg.structure import Note

NORMATIVE = (
    "luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich",
    "nghi-quyet-lien-tich", "chi-thi", "quy-dinh", "lenh", "quy-che",
)  # fmt: skip
_NEXT = 3
_JUST_NAMED = 120
ANY = "van-ban"  # "văn bản nói trên": a paper of whatever type


def point(
    found: Sequence[Found],
    targets: list[str | None],
    bounds: Sequence[str | None],
    rows: dict[str, Document],
    own: Document,
    header: Header,
    low: str,
    notes: Sequence[Note] = (),
) -> None:
    """Gives every short form and back-reference its target, or leaves it without one.

    Args:
        found: the citations of a text, in order.
        targets: for each its document; filled in here for the short ones.
        bounds: for each the day after which its document cannot be, where that is known.
        rows: the documents by id; a short form that points to no other becomes one of its own.
        own: the document that the text is.
        header: where its own title stands, and whether it tells of others' papers.
        low: the low text.
        notes: its footnotes.
    """
    _aliases(found, targets, bounds, rows)
    _short_forms(found, targets, rows, own, header.title_span)
    _said_before(found, targets, bounds, rows, own, header, low, notes)


def _aliases(
    found: Sequence[Found], targets: list[str | None], bounds: Sequence[str | None], rows: dict[str, Document]
) -> None:
    """Points names that the text has given to their paper, but for those in the title of an older one."""
    at = {f.start: i for i, f in enumerate(found) if f.means is None}
    for i, f in enumerate(found):
        holder = at.get(f.means) if f.means is not None else None
        target = targets[holder] if holder is not None else None
        if target is None or (target in rows and certainly_before(bounds[i], rows[target].date)):
            continue
        old, targets[i] = targets[i], target
        if old is not None and old not in targets:
            rows.pop(old, None)


def _meant(f: Found, fits: list[str], rows: dict[str, Document], topic: Container[str | None]) -> list[str]:
    """Of the papers that a short form fits the one of the body and place that it names, or that the title is about.

    "Kế hoạch 112 của UBND tỉnh Phú Thọ" is not that of Vĩnh Phúc.
    """
    if f.phrase is not None:
        alike = [t for t in fits if f.body and f.body.placed and rows[t].series == f.body.series]
    else:
        alike = [t for t in fits if t in topic]
    return alike if len(alike) == 1 else fits


def _short_forms(
    found: Sequence[Found],
    targets: list[str | None],
    rows: dict[str, Document],
    own: Document,
    title_span: tuple[int, int] | None,
) -> None:
    """Points short forms ("Pháp lệnh số 34") to the one document of the text that they can mean.

    Of those that point to no numbered paper, one that says less is that of which another says more, if only one does.
    """
    by_serial: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for f, target in zip(found, targets, strict=True):
        if f.number is not None and target:
            by_serial[family(f.type), serial_key(f.number.serial)][target] = None
    named = {target for f, target in zip(found, targets, strict=True) if f.number is not None and f.phrase is not None}
    begin, end = title_span or (0, 0)
    topic = {target for f, target in zip(found, targets, strict=True) if begin <= f.start < end}
    open_: dict[tuple[str, str], list[int]] = defaultdict(list)
    candidates: dict[int, list[str]] = {}
    for i, f in enumerate(found):
        if f.kind != "back" or f.serial is None or targets[i] is not None:
            continue
        key = family(f.type), serial_key(f.serial)
        fits = [t for t in by_serial.get(key, ()) if _same_day(rows.get(t), f) and _same_register(rows.get(t), f)]
        fits = _meant(f, fits, rows, topic) if len(fits) > 1 else fits
        if len(fits) == 1:
            targets[i] = fits[0]
            row = rows.get(fits[0])
            # the code alone says only the committee: "Nghị quyết 12 của Ban Thường vụ Tỉnh ủy" tells whose it is
            is_open = row is not None and (row.issuer is None or fits[0] not in named)
            if is_open and row is not None and f.phrase is not None and f.body and f.body.slug:
                rows[fits[0]] = replace(row, issuer=f.body.slug)
                named.add(fits[0])  # the first that tells it: a later one may mean another
        else:
            open_[key].append(i)
            candidates[i] = fits
    for members in open_.values():
        told = list(dict.fromkeys(_hint(found[i]) for i in members))
        most = [h for h in told if not any(_says_more(other, h) for other in told)]
        for i in members:
            fuller = [h for h in most if _says_more(h, _hint(found[i]))]
            hint = fuller[0] if len(fuller) == 1 else _hint(found[i])
            told_by = next(k for k in members if _hint(found[k]) == hint)
            row = _reference(found[told_by], hint, candidates[i], own)
            targets[i] = row.id
            rows.setdefault(row.id, row)


_Hint = tuple[str | None, str | None, int | None]


def _hint(f: Found) -> _Hint:
    """What a short form says of day, register and term."""
    return f.date, f.body.series if f.body else None, f.term


def _term(term: int | None, day: str | None, series: str) -> str | None:
    """The period of a register of the Party that a term or a day tells."""
    if "." not in series:
        term = term or (party_term(day) if day else None)
        return f"k{term}" if term else None
    local = local_party_term(day) if day else None
    return f"t{local}" if local else None


def _says_more(hint: _Hint, other: _Hint) -> bool:
    """Whether a hint says all that another one says, and more."""
    return hint != other and all(b is None or a == b for a, b in zip(hint, other, strict=True))


def _reference(f: Found, hint: _Hint, fits: Sequence[str], own: Document) -> Document:
    """The document of a short form that no numbered citation of the text completes.

    A body has one code, so "Nghị quyết số 57 của Bộ Chính trị" stands in the block of 57-NQ/TW; with its day or its
    term it is that paper, and so is one of any committee of the Party.
    """
    serial, body = serial_key(f.serial or ""), f.body
    codes = implied_codes(f.type, body.base) if body and body.series else ()
    block = f"{family(f.type)}|{serial}|{slug('-'.join(codes))}"
    day = None if (f.date or "--").startswith("--") else f.date
    when = _term(f.term, day, body.series) if body and body.branch == "party" and body.series else None
    if body and body.series and codes and when and is_whole(body.series):
        name = "-".join((serial.zfill(2), *map(slug, codes)))
        return Document(
            document_id(body.series, f.type, when, name), f.type, f.short_number, day, body.slug, body.series, None,
            None, body.level, body.branch, "cited", block,
        )  # fmt: skip
    return Document(
        reference_id(own.id, block, f"{hint[0]}|{hint[1]}|{hint[2]}" if hint[2] else f"{hint[0]}|{hint[1]}"),
        f.type,
        f.short_number,
        None if (f.date or "--").startswith("--") else f.date,
        body.slug if body else None,
        body.series if body else None,
        None,
        None,
        body.level if body else None,
        body.branch if body else None,
        "unresolved",
        block,
        tuple(sorted(fits)),
    )


def _said_before(
    found: Sequence[Found],
    targets: list[str | None],
    bounds: Sequence[str | None],
    rows: dict[str, Document],
    own: Document,
    header: Header,
    low: str,
    notes: Sequence[Note],
) -> None:
    """Points "Quyết định nói trên" to the one document of that type that was cited shortly before.

    "Chỉ thị này" in a plan for carrying out a directive means that one, unless another was named right before.
    Two such documents leave it pointing nowhere, unless one is what the text's own title is about, and no other was
    just named, or one alone stands in the same paragraph; and "… này" means the text itself where the text is of that
    type. News that says "Quyết định này" means the decision that it tells of, which is none that another one ends:
    "Điều 1 bãi bỏ Thông tư …. Thông tư này …".
    """
    seen: dict[str, list[int]] = defaultdict(list)
    # "Báo cáo nói trên" may be a "Báo cáo thẩm định", but "Báo cáo thẩm định nói trên" is no other report
    worded: dict[str, list[int]] = defaultdict(list)
    for i, f in enumerate(found):
        if f.kind != "back" or f.serial is not None or targets[i] is not None:
            if targets[i] is not None:
                seen[family(f.type)].append(i)
                seen[ANY].append(i)
                for name in accumulate(f.type.split("-"), "{}-{}".format):
                    worded[name].append(i)
            continue
        kind = ANY if f.type == ANY else family(f.type)
        those = seen[kind] if kind == ANY else worded[f.type] or seen[kind]
        before = others(found, targets, those, f, low)
        older = [j for j in before if not certainly_before(bounds[i], _day_of(rows, targets[j]))] or before
        # in the sentence itself both may be meant: "Chỉ thị 7 và Chỉ thị 5, tiếp tục thực hiện Chỉ thị nêu trên"
        before = before if _are_joined(found, before, low) else older
        if not f.this:
            before = but_amenders(found, targets, before, low)
        if f.this and (calling := called_by(found, targets, those, f, notes, low)) is not None:
            targets[i] = calling
            continue
        if f.this and (quoted := act_quoted(found, targets, those, f, low)) is not None:
            targets[i] = quoted
            continue
        if f.this and (amended := act_amended(found, targets, those, f, low)) is not None:
            targets[i] = amended
            continue
        if f.this and _DRAFTED.search(low, max(0, f.start - _DRAFTED_WITHIN), f.start):
            continue
        if f.this and own.type is not None and (family(own.type) == kind or own.type.startswith(f"{kind}-")):
            # the text itself, unless a report or plan has just named another of its type
            right_before = bool(before) and 0 < f.start - found[before[-1]].head_end <= _NEXT
            right_before = right_before and "\n" not in low[found[before[-1]].head_end : f.start]
            right_before = right_before and own.type not in NORMATIVE
            if right_before and _ENACTS.match(low, f.end):
                last = found[before[-1]].start
                right_before = not _PART_ENDED.search(low, max(0, last - 90), last)
                # "… so với Báo cáo số 372. Báo cáo này thay thế Báo cáo số 372"
                right_before = right_before and targets[before[-1]] not in targets[i + 1 : i + 2]
            named = right_before or _changed(found, before, i, low)
            before = before[-1:] if named else []
        elif f.this and own.type == "van-ban-hop-nhat":  # the act that it repeats speaks of itself
            before = []
        elif f.this and own.type is None:
            if those and low[found[those[-1]].head_end : f.start].strip() == "(":
                targets[i] = targets[those[-1]] if in_bracket(found[those[-1]], f, low) else None
                continue
            latest = before[-LATEST:] if header.article else []
            late = [j for j in latest if f.start - found[j].end <= REACH // 2]
            before = told_of(found, targets, but_ended(found, late, f, low), f.start)
        elif f.this and (subject := _in_title(found, targets, header.title_span, kind)) is not None:
            if {targets[j] for j in before if f.start - found[j].head_end <= _JUST_NAMED} <= {subject}:
                targets[i] = subject
            elif len(here := in_paragraph(found, targets, before, f, low)) == 1:
                targets[i] = next(iter(here))
            continue
        reach = REACH // 2 if f.this or kind == ANY else REACH
        near = {targets[j] for j in before[-LATEST:] if f.start - found[j].end <= reach}
        if not near and not f.this and kind != ANY:
            near = {targets[j] for j in before}
        if len(near) > 1 and not f.this and kind != ANY:
            subject = _in_title(found, targets, header.title_span, kind)
            if targets[before[-1]] == subject or f.start - found[before[-1]].end > _JUST_NAMED:
                near = {subject} & {targets[j] for j in before} or near
        its_changes = ITS_CHANGES.search(low, max(0, f.start - 90), f.start)
        if len(near) > 1 and (its_changes or (f.this and in_bracket(found[before[-1]], f, low))):
            near = {targets[before[-1]]}
        if len(near) > 1 and f.this and own.type is not None:
            acting = but_ended(found, before[-LATEST:], f, low)
            before = acting if acting else before
            near = {targets[j] for j in before if f.start - found[j].end <= reach}
        if len(near) > 1 and kind != ANY:
            near = in_paragraph(found, targets, before, f, low)
        if len(near) == 1:
            targets[i] = next(iter(near))


_AND = re.compile(r"\s+và\s+")


def _are_joined(found: Sequence[Found], before: Sequence[int], low: str) -> bool:
    """Whether the last two papers named are joined by "và"."""
    if len(before) < 2:
        return False
    a, b = found[before[-2]], found[before[-1]]
    return a.head_end <= b.start and _AND.fullmatch(low, a.head_end, b.start) is not None


def _day_of(rows: dict[str, Document], target: str | None) -> str | None:
    row = rows.get(target) if target is not None else None
    return row.date if row is not None else None


# "Ban đề nghị viết lại: “Nghị quyết này thay thế …”": the draft speaks
_DRAFTED = re.compile(
    r"(?<!\w)(?:viết(?:\s+lại)?|sửa(?:\s+lại)?|chỉnh\s+lý|chỉnh\s+sửa|diễn\s+đạt)(?:\s+(?:lại|thành|như\s+sau|là))*\s*:?\s*[“\"]\s*$"
)
_DRAFTED_WITHIN = 60
# "Bãi bỏ khoản 3 Hướng dẫn 16. Hướng dẫn này thay thế Công văn B": only the text itself does so
_ENACTS = re.compile(r"\s+(?:thay\s+thế|bãi\s+bỏ|có\s+hiệu\s+lực|được\s+phổ\s+biến)(?!\w)")
_PART_ENDED = re.compile(r"(?:bãi|hủy)\s+bỏ\s[^.;\n]*$")


def _changed(found: Sequence[Found], before: Sequence[int], i: int, low: str) -> bool:
    """Whether "Thông tư này" is the circular just cited: "Thông tư số 9 và các Thông tư sửa đổi, bổ sung Thông tư này".

    A text speaks so of itself only where it has named itself in that sentence.
    """
    f = found[i]
    if not before or not ITS_CHANGES.search(low, max(0, f.start - 90), f.start):
        return False
    paragraph = part_start(PARAGRAPH, low, max(0, f.start - PARAGRAPH_CHARS), f.start)
    sentence = part_start(SENTENCE, low, paragraph, f.start)
    itself = any(g.this and g.type == f.type for g in found[before[-1] + 1 : i])
    return found[before[-1]].start >= sentence and not itself


def _in_title(
    found: Sequence[Found], targets: Sequence[str | None], title_span: tuple[int, int] | None, kind: str
) -> str | None:
    """The one document of a type family that the text's own title names."""
    if title_span is None:
        return None
    start, end = title_span
    named = {t for f, t in zip(found, targets, strict=True) if start <= f.start < end and family(f.type) == kind}
    return next(iter(named)) if len(named) == 1 else None


def _same_register(document: Document | None, f: Found) -> bool:
    """Whether a short form can be of a document's body: "Nghị quyết 18 của Bộ Chính trị" is not 18/NQ-CP."""
    if document is None or document.series is None or f.body is None or f.body.series is None:
        return True
    return document.series.partition(".")[0] == f.body.series.partition(".")[0]


def _same_day(document: Document | None, f: Found) -> bool:
    return document is None or f.date is None or f.date.startswith("--") or compatible(document.date, f.date)
