"""Everything that one text says, as a pure function of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg import assembly, coreference, framing, provisions, registry, structure
from kg.announced import announced, before_words, each_behind_its_subject, each_with_subject
from kg.asked import beyond_pointers
from kg.confidence import of_mention
from kg.coreference import Identified
from kg.dates import certainly_before
from kg.detailed import with_law
from kg.flattened import lined
from kg.found import Found
from kg.glued import apart
from kg.header import Header, read_header
from kg.identity import source_id
from kg.lost_letters import revowelled
from kg.mentions import find
from kg.models import Analysis, Document, Mention, Provision
from kg.names import INNER_NUMBER
from kg.normalise import Plain, one_line, plain
from kg.own_mentions import but_own
from kg.pages import unpaged
from kg.place_date import YEAR_IN_TITLE, year_told
from kg.registry import LAW_TYPES
from kg.rejoined import rejoined
from kg.reported import with_subject
from kg.run_labels import labelled
from kg.scanned import mended
from kg.scope import Scope, scopes
from kg.sentences import Sentences
from kg.unmarked import restore
from kg.wrapped import unwrapped

_TITLE_LEAD = re.compile(r"^[\s,:-]*(?:v/v|về\s+việc|về)?[\s,:“\"]*", re.IGNORECASE)
_TITLE_TAIL = re.compile(
    r"\s+do\s[^,;.\d]{3,70}?\sban\s+hành(?!\w)|"
    r"[\s,(:;]+(?:(?:cụ thể\s+)?như sau|nêu rõ|trong đó|nhất là|đặc biệt là|cụ thể(?=\s*:))"
    r"|[\s,]+\(?(?:đã\s+)?(?:được|bị)\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)"
    r"|[\s,]+hết hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+ngày(?!\w)"
    r"|,\s+(?:[^\s,]+\s+){1,4}?(?:đã|ban hành|xây dựng|báo cáo)\s|[:.]\s+(?=(?-i:[A-ZĐ\d]))",
    re.IGNORECASE,
)
# one of these stands in whatever _TITLE_TAIL finds
_TAIL_SIGNS = (
    " do ", ": ", ". ", "như sau", "nêu rõ", "trong đó", "nhất là", "đặc biệt là", "cụ thể", "được ", "bị ", "đã ",
    "hết hiệu lực", "ban hành ", "xây dựng ", "báo cáo ",
)  # fmt: skip
_NO_TITLE = re.compile(
    r"[\s,(]*(?:(?:đã|mới|vừa|vốn)\s+)*(?:(?:được|bị)\s|nay\s+(?:là|được)|trước\s+đây|(?:ban\s+hành\s+)?kèm\s+theo"
    r"|thay\s+thế\s+\S+\s+\S+\s+số\s|(?:điều\s+chỉnh|gia\s+hạn|đính\s+chính)(?:,?\s+bổ\s+sung)?\s+(?:tại|bởi|bằng)\s)",
    re.IGNORECASE,
)
_VERB_ALONE = ("ban hành", "thực hiện", "ký", "triển khai", "thông qua")  # "… của Bộ Chính trị ban hành."
_ALIAS = re.compile(r"\s*\((?:sau\s+đây|dưới\s+đây)?\s*(?:được\s+)?(?:gọi|viết)\s", re.IGNORECASE)
_RECAP = ("bao-cao", "ke-hoach", "chuong-trinh", "thong-bao", "cong-van", "to-trinh", "quyet-dinh")


def analyse(text: str, *, source: str = "", meta: Mapping[str, str] | None = None) -> Analysis:
    """Reads one text: its own identity, every citation, the typed relations, what disagrees.

    Args:
        text: the text as read; offsets of the result are code points into it.
        source: name of the text, kept as given.
        meta: what the input says beside the text (``number``, ``type``, ``date``, ``issuer``, ``title``).

    Returns:
        An :class:`~kg.models.Analysis`; the function raises on no string.

    >>> a = analyse("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.")
    >>> [(m.text, m.issuer, m.target) for m in a.mentions]
    [('Chỉ thị số 33/CT-TTg ngày 26/11/2021', 'thu-tuong-chinh-phu', 'vn_ttg_chi-thi_2021_33-ct-ttg')]
    """
    p, damaged = mended(apart(revowelled(lined(labelled(rejoined(unpaged(plain(text))))))))
    p, unmarked = restore(unwrapped(p))
    header = read_header(p, meta)
    noted = structure.notes(p.text)
    own_number = [header.number_span] if header.number_span else ()
    found = find(p, header.where, own=header.body, skip=own_number, notes=noted)
    found = with_law(p, with_subject(p, but_own(p, found, header), header), header)
    title = header.title_span
    if title is not None:  # "LUẬT" above the title reads like a citation of itself
        found = tuple(f for f in found if f.named is None or not f.start < title[0] < f.end)
    found = tuple(f for f in found if not _is_passed_here(p, f, header))
    if unmarked or damaged:
        found = tuple(_unmarked(f, unmarked, damaged) for f in found)
    whole = [(_so_before(p, f), f.head_end) for f in found]
    if title is not None:
        whole.append(title)  # narrow columns break titles in capitals anywhere: "TRIỂN\nKHAI NGHỊ QUYẾT"
    parts = Sentences(p.text, whole)
    found = beyond_pointers(p, found)
    scoped = scopes(p, found, parts)
    titles = [_title(p, f, s) for f, s in zip(found, scoped, strict=True)]
    found = _complete_years(p, found, scoped, header)
    if header.date is None:
        days = ((f.start, f.date) for f in found if f.date and not f.date.startswith("--"))
        header = replace(header, date=year_told(p, header.type, header.title, header.article, days))
    # an act that amends the one before it, or is "now" the one, is younger: only titles name nothing younger
    owners = [None if s.how in ("passive", "paren") else s.owner for s in scoped]
    own_id = lambda: source_id(text)  # noqa: E731
    identified = coreference.identify(found, titles, owners, header, own_id, _day(header), p.low, noted)
    found, scoped, titles, identified = _pointing(found, scoped, titles, identified)
    identified = _with_full_dates(found, identified)
    cited = [_cited(p, f, in_title=s.owner is not None) for f, s in zip(found, scoped, strict=True)]
    context = framing.Context(
        p,
        found,
        scoped,
        [c[0] for c in cited],
        [c[1] for c in cited],
        identified.targets,
        header,
        identified.own,
        parts,
        noted,
    )
    dates = {d.id: _dependable(d.number, d.date) for d in identified.documents}
    dates[identified.own.id] = _dependable(identified.own.number, header.date)
    relations, order = assembly.read_relations(context, dates)
    mentions = _mentions(text, p, found, scoped, titles, context, identified)
    return Analysis(
        source, identified.own, mentions, identified.documents, relations, (*identified.conflicts, *order), text
    )


_SO_BEFORE = re.compile(r"(?<!\w)số\s+$")


def _so_before(p: Plain, f: Found) -> int:
    """Where a citation starts, with the "số" that stands before a bare one of a list: a line may end between them."""
    if f.number is None or f.start != f.number.start:
        return f.start
    so = _SO_BEFORE.search(p.low, max(0, f.start - 6), f.start)
    return so.start() if so else f.start


_PASSED_HERE = re.compile(r"(?:quốc\s+hội|thường\s+vụ\s+quốc\s+hội)\s+ban\s+hành\s+$")


def _is_passed_here(p: Plain, f: Found, header: Header) -> bool:
    """Whether a law names itself where it is issued: "Quốc hội ban hành Luật Viên chức." below its grounds."""
    if f.named is None or f.type != header.type or f.type not in LAW_TYPES:
        return False
    return _PASSED_HERE.search(p.low, max(0, f.start - 60), f.start) is not None


def _cited(p: Plain, f: Found, *, in_title: bool) -> tuple[tuple[Provision, ...], int]:
    """The provisions cited with a citation, and where their phrase before it starts."""
    found, start = provisions.before(p.low, f.start)
    if found and (listed := each_behind_its_subject(p.low, f.start)):
        found = listed
    else:
        found = (*(_beside(one, found) for one in before_words(p.low, start)), *found)
    found = provisions.added(p.low, start, found)
    if not found:
        found, start = each_with_subject(p.low, f.start)
    found = found or provisions.after(p.low, f.head_end)
    return found if found or in_title else announced(p.low, f.start, f.head_end), start


def _beside(earlier: Provision, found: Sequence[Provision]) -> Provision:
    """ "Mục 1.1.2 và các thiết bị nêu tại Mục 1.1.11 Phụ lục I": both sections are of the annex."""
    alone = earlier.muc is not None and not (earlier.dieu or earlier.chuong or earlier.phu_luc)
    return replace(earlier, phu_luc=found[0].phu_luc) if alone and found else earlier


def _day(header: Header) -> str | None:
    """The day of a text, in the year of its number where the letterhead misprints it."""
    year = header.number.year if header.number is not None else None
    if year is None or header.date is None or header.date.startswith((str(year), "--")):
        return header.date
    return f"{year}{header.date[4:]}"


def _dependable(number: str | None, date: str | None) -> str | None:
    """A date as far as the year in the number bears it out: one of the two is a misprint where they differ."""
    year = re.search(r"/((?:19|20)\d\d)/", number or "")
    return date if year is None or date is None or date.startswith(year[1]) else year[1]


def _with_full_dates(found: Sequence[Found], identified: Identified) -> Identified:
    """Documents of which only the number told the year get the one full date that a citation by name prints."""
    printed: dict[str, set[str]] = {}
    for f, target in zip(found, identified.targets, strict=True):
        if target is not None and f.kind == "name" and f.date and len(f.date) == 10 and not f.date.startswith("--"):
            printed.setdefault(target, set()).add(f.date)
    if not printed:
        return identified

    def dated(document: Document) -> Document:
        told = [day for day in printed.get(document.id, ()) if document.date and day.startswith(f"{document.date}-")]
        return replace(document, date=told[0]) if len(told) == 1 else document

    return replace(identified, documents=tuple(map(dated, identified.documents)))


def _pointing(
    found: Sequence[Found], scoped: Sequence[Scope], titles: Sequence[str | None], identified: Identified
) -> tuple[tuple[Found, ...], tuple[Scope, ...], list[str | None], Identified]:
    """Drops the short forms that point to nothing: "Nghị định này" in the decree itself, "Kế hoạch trên" of two."""
    if None not in identified.targets:
        return tuple(found), tuple(scoped), list(titles), identified
    keep = [i for i, t in enumerate(identified.targets) if t is not None]
    place = {old: new for new, old in enumerate(keep)}
    kept = []
    for i in keep:
        owner = scoped[i].owner
        while owner is not None and owner not in place:
            owner = scoped[owner].owner
        kept.append(
            scoped[i]._replace(
                owner=place[owner] if owner is not None else None,
                how=scoped[i].how if owner is not None else "",
            )
        )
    return (
        tuple(found[i] for i in keep),
        tuple(kept),
        [titles[i] for i in keep],
        replace(identified, targets=tuple(identified.targets[i] for i in keep)),
    )


def _title(p: Plain, f: Found, s: Scope) -> str | None:
    """What the text says a cited document is about, or the name itself for one cited by name."""
    if f.named is not None:
        name = one_line(p.text[f.start : f.named.name_end])
        name = INNER_NUMBER.sub("", name) if f.named.amending else name
        spelt_out = registry.law_titles().get(registry.fold_title(f.named.title), ()) if name.startswith("BL") else ()
        return spelt_out[0].title if spelt_out else name
    if f.law_title is not None:
        return f.law_title
    if s.title_end <= s.title_start:
        return None
    words = one_line(p.text[s.title_start : s.title_end])
    if _NO_TITLE.match(words):  # what became of it, not what it is about
        return None
    words = words[_TITLE_LEAD.match(words).end() :]  # type: ignore[union-attr]  # which matches anywhere
    low = words.lower()
    if any(sign in low for sign in _TAIL_SIGNS) and (tail := _TITLE_TAIL.search(words)):
        words = words[: tail.start()]
    words = words.strip(' .,;:“”"')
    if "(" in words:
        words = _ALIAS.split(words, maxsplit=1)[0].rstrip()
    if words.count("(") != words.count(")"):
        words = words.split("(")[0].rstrip()
    return None if words.lower() in _VERB_ALONE else words[:300] or None


_YEAR_LOST = re.compile(r"/(?!\s?\d)")  # "ngày 25/11/", where a page was cut


def _complete_years(p: Plain, found: Sequence[Found], scoped: Sequence[Scope], header: Header) -> tuple[Found, ...]:
    """Adds the year to "ngày 20/11": from the same number's full date, else the cited title, else the own date.

    A bare year that the number's full date belies is that of the work, not of the paper, where numbers run by term.
    """
    full: dict[tuple[str, str], set[str]] = {}
    for f in found:
        if f.number is not None and f.date and len(f.date) == 10:
            full.setdefault((f.type, f.number.printed), set()).add(f.date)
    if header.number is not None and header.type and header.date:  # another year's paper of the own number
        full.setdefault((header.type, header.number.printed), set()).add(header.date)
    out = []
    for f, s in zip(found, scoped, strict=True):
        bare = f.number is not None and f.number.party and f.date is not None and f.date.isdigit()
        told = full.get((f.type, f.number.printed)) if f.number is not None and bare else None
        if told and f.number is not None and not any(d.startswith(f.date or "") for d in told):
            f = f._replace(date=None, end=f.number.end)  # "Kế hoạch thực hiện Kết luận 01-KL/TW năm 2022"
        if f.date is None or not f.date.startswith("--"):
            out.append(f)
            continue
        day = f.date[1:]
        known = {d for d in full.get((f.type, f.number.printed), ()) if d.endswith(day)} if f.number else set()
        year = None
        if len(known) == 1:
            year = next(iter(known))[:4]
        elif f.number is not None and f.number.year:
            year = str(f.number.year)
        elif _YEAR_LOST.match(p.low, f.end):
            year = None
        elif (m := YEAR_IN_TITLE.search(p.low, s.title_start, max(s.title_end, s.title_start))) and (
            f.type in _RECAP and int(f.date[2:4]) > 3
        ):
            # a paper about a year, dated late in a year, is of that year; early ones look back or ahead
            year = m[1]
        elif header.date and len(header.date) >= 7:
            year = header.date[:4]
            if certainly_before(header.date, year + day):
                year = str(int(year) - 1)
        out.append(f._replace(date=year + day if year else None))
    return tuple(out)


def _unmarked(f: Found, spans: Sequence[tuple[int, int]], damaged: Sequence[tuple[int, int]]) -> Found:
    """A citation, and that it was read in text without diacritics, or with words that a scanner misread, if it was."""
    misread = any(s < f.end and f.start < e for s, e in damaged)
    return f._replace(reading="unmarked") if misread or any(s <= f.start < e for s, e in spans) else f


def _printed_date(date: str | None, printed: set[str]) -> str | None:
    """A date as far as the text prints it: the table of laws may know the day of a law cited by its bare title."""
    if date is None or date in printed:
        return date
    return max((d for d in printed if d and date.startswith(d)), key=len, default=None)


def _mentions(
    text: str,
    p: Plain,
    found: Sequence[Found],
    scoped: Sequence[Scope],
    titles: Sequence[str | None],
    context: framing.Context,
    identified: Identified,
) -> tuple[Mention, ...]:
    rows: dict[str, Document] = {d.id: d for d in identified.documents}
    rows[identified.own.id] = identified.own
    printed: dict[str | None, set[str]] = {identified.own.id: {identified.own.date or ""}}
    for f, target in zip(found, identified.targets, strict=True):
        years = (str(f.number.year),) if f.number is not None and f.number.year else ()
        # of a plenum's paper a table knows the day by its subject
        said = f.date if f.kind != "name" or f.reported or (f.date or "")[:4] in p.text[f.start : f.head_end] else None
        printed.setdefault(target, set()).update(d for d in (said, *years) if d)
    out = []
    for i, f in enumerate(found):
        target = identified.targets[i]
        document = rows.get(target) if target else None
        start, end = p.span(f.start, f.end)
        number = f.number.printed if f.number else (document.number if document and f.kind == "back" else None)
        kind = document.type if document and document.type and f.kind == "back" and f.serial is None else f.type
        out.append(
            Mention(
                start,
                end,
                text[start:end],
                f.kind,
                kind,
                number,
                _printed_date(document.date, printed[target]) if document else f.date,
                (document.issuer if document else None) or (f.body.slug if f.body else None),
                f.body.series if f.body else None,
                titles[i],
                context.provisions[i],
                target,
                scoped[i].owner,
                of_mention(f.reading, is_open=document is None or document.status == "unresolved"),
                f.reading,
            )
        )
    return tuple(out)
