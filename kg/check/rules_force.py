"""Rules about time and force: younger than itself, replaced, amended; what the corpus knows better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg import registry
from kg.check.draft import Cite, Draft
from kg.check.models import Hit
from kg.check.rules_dates import printed_day
from kg.check.rules_laws import law_title
from kg.dates import certainly_before, compatible
from kg.law_titles import law_by_title
from kg.models import Document
from kg.registry import LAW_TYPES

_FULL = 10
#: A new law comes into force within a year or so of its passing; until then the old one is rightly cited.
_MONTHS_TO_FORCE = 18


_CARRIES_OUT = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|thi\s+hành|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|cụ\s+thể\s+hóa|quán\s+triệt)"
    r"(?:\s+(?!và)[^\s;:.\d]+){0,8}\s+$"
)
_BREAKS = re.compile(
    r"[;:.\n]|bãi\s+bỏ|thay\s+thế|sửa\s+đổi|bổ\s+sung|hết\s+hiệu\s+lực|(?<!\w)và(?!\w)\s+(?:thực|triển|thi)"
    r"|(?<!\w)(?:theo|tại)(?!\w)|,\s*(?!(?:triển|thực|hướng|quy|cụ|để|nhằm)(?!\w))"
)


def younger(draft: Draft) -> Iterator[Hit]:
    """C041: a cited document is said to carry out one that is younger."""
    for s, o in pairwise(draft.cites):
        gap = draft.low[s.tail : o.start]
        if len(gap) > 240 or o.mention.kind == "back" or s.mention.kind == "back" or _BREAKS.search(gap):
            continue
        if _CARRIES_OUT.search(gap + " ") is None:
            continue
        before, after = _sure_date(s), _sure_date(o)
        if before is None or after is None or not certainly_before(before, after):
            continue
        facts = {
            "words": s.mention.number or s.mention.text,
            "date": printed_day(before),
            "other": o.mention.number or o.mention.text,
            "later": printed_day(after),
        }
        yield Hit(o.start, o.end, facts, also=((s.start, s.end),))


def _sure_date(c: Cite) -> str | None:
    """The printed date as far as the number bears it out."""
    year = str(c.number.year) if c.number and c.number.year else None
    date = c.date if c.date and not c.date.startswith("--") else None
    if year and date and not date.startswith(year):
        return None
    return date or year


@dataclass(frozen=True, slots=True)
class _End:
    """What ended or changed a document: by which one, on which day."""

    by: Document
    predicate: str


_ENDING = ("replaces", "repeals")


def _known(draft: Draft, cite: Cite) -> Document | None:
    """The document of the graph that a citation means."""
    if draft.graph is None or cite.document is None or cite.document.id == draft.analysis.document.id:
        return None
    return draft.graph.document(law_by_title(cite.document).id) or draft.graph.document(cite.document.id)


def _changes(draft: Draft, cite: Cite, predicates: tuple[str, ...]) -> list[_End]:
    """The documents of the graph that ended or changed the one cited, before the draft."""
    document = _known(draft, cite)
    if document is None or draft.graph is None:
        return []
    out: dict[str, _End] = {}
    for row in draft.graph.relations_of(document.id, direction="in"):
        if row.predicate not in predicates or (row.scope == "partial" and "amends" not in predicates):
            continue
        by = draft.graph.document(row.subject)
        if by is None or by.id == draft.analysis.document.id or by.status == "unresolved":
            continue
        if certainly_before(draft.date, by.date):
            continue
        out.setdefault(by.id, _End(by, row.predicate))
    return [out[key] for key in sorted(out, key=lambda k: (out[k].by.date or "", k))]


def _label(document: Document) -> str:
    kind = registry.types().get(document.type or "")
    name = document.number or document.title or document.id
    date = f" ngày {printed_day(document.date)}" if document.date and len(document.date) == _FULL else ""
    known = kind.name if kind and not name.startswith(kind.name) else ""
    return f"{known} {name}{date}".strip()


def ended(draft: Draft) -> Iterator[Hit]:
    """C042: cites what was replaced or repealed, by the corpus or by the draft itself."""
    said = _ended_in_draft(draft)
    seen: set[str] = set()
    for c in _heads(draft):
        target = c.mention.target or ""
        if target in seen:
            continue
        changes = _changes(draft, c, _ENDING)
        if changes and not any(draft.cites_of(e.by.id) for e in changes):
            seen.add(target)
            word = _words_of(changes[-1].predicate)
            yield Hit(c.start, c.end, {"words": c.mention.text, "by": _label(changes[-1].by), **word})
        elif draft.leads(c) and target in said and said[target].id != draft.analysis.document.id:
            seen.add(target)
            yield Hit(c.start, c.end, {"words": c.mention.text, "by": _label(said[target]), **_words_of("replaces")})


def _words_of(predicate: str) -> dict[str, str]:
    return (
        {"how": "bãi bỏ", "how_en": "repealed"} if predicate == "repeals" else {"how": "thay thế", "how_en": "replaced"}
    )


def _ended_in_draft(draft: Draft) -> dict[str, Document]:
    """What the draft says was ended as a whole, and by which document."""
    out: dict[str, Document] = {}
    for relation in draft.analysis.relations:
        if relation.predicate in _ENDING and relation.scope is None and not relation.provisions:
            by = draft.documents.get(relation.subject)
            if by is not None:
                out[relation.object] = by
    return out


def _heads(draft: Draft) -> Iterator[Cite]:
    """Citations of documents that stand for themselves, not inside another's title; first the legal basis."""
    for basis in (True, False):
        yield from (c for c in draft.cites if c.basis is basis and c.mention.owner is None and c.mention.kind != "back")


def amended(draft: Draft) -> Iterator[Hit]:
    """C043: the legal basis names a document without what amended it."""
    seen: set[str] = set()
    for c in _heads(draft):
        target = c.mention.target or ""
        if not draft.leads(c) or target in seen:
            continue
        seen.add(target)
        if _changes(draft, c, _ENDING):
            continue
        changes = [e for e in _changes(draft, c, ("amends",)) if not draft.cites_of(e.by.id)]
        if changes and not re.match(r"[^;\n]{0,200}sửa\s+đổi", draft.low[c.end : c.end + 220]):
            yield Hit(c.start, c.end, {"words": c.mention.text, "by": "; ".join(_label(e.by) for e in changes[:3])})


def own_end(draft: Draft) -> Iterator[Hit]:
    """C044: the draft rests on a document that it ends itself."""
    own = draft.analysis.document.id
    ended_by_own = {target for target, by in _ended_in_draft(draft).items() if by.id == own}
    for c in draft.cites:
        if not draft.leads(c) or c.mention.target not in ended_by_own:
            continue
        ends = [o for o in draft.cites_of(c.mention.target) if not o.basis]
        yield Hit(c.start, c.end, {"words": c.mention.text}, also=tuple((o.start, o.end) for o in ends[:1]))


def older_law(draft: Draft) -> Iterator[Hit]:
    """C045: the legal basis is a law that was no longer in force on the draft's day."""
    if draft.date is None:
        return
    for c in draft.cites:
        if c.mention.type not in LAW_TYPES or not draft.leads(c):
            continue
        date = c.date if c.date and not c.date.startswith("--") else None
        if date is None and c.number is not None and c.number.year:
            date = str(c.number.year)
        if date is None:
            continue
        laws = registry.law_titles().get(registry.fold_title(law_title(draft, c)), ())
        newest = _successor(laws, c.number.printed if c.number else None, date, draft.date)
        if newest is not None:
            facts = {
                "words": " ".join(c.mention.text.split()),
                "title": newest.title,
                "number": newest.number,
                "date": printed_day(newest.date),
            }
            yield Hit(c.start, c.end, facts)


def _successor(laws: Sequence[registry.Law], number: str | None, date: str, day: str) -> registry.Law | None:
    """The law that took over from the one of a number or date, where it did so before a day."""
    cited = [law for law in laws if (law.number == number if number else compatible(law.date or None, date))]
    if len(cited) == 1 and cited[0].valid_to:
        if not certainly_before(cited[0].valid_to, day):
            return None
        return next((law for law in registry.laws() if law.number and law.number == cited[0].successor), None)
    later = [law for law in laws if law.date and law.number and certainly_before(date, law.date)]
    later = [law for law in later if certainly_before(law.valid_from or _months_on(law.date, _MONTHS_TO_FORCE), day)]
    return max(later, key=lambda law: law.date, default=None)


def _months_on(date: str, months: int) -> str:
    """A date some months later, as precise as it was.

    >>> _months_on("2024-01-18", 18), _months_on("2024", 18)
    ('2025-07-18', '2026')
    """
    if len(date) == 4:
        return str(int(date) + -(-months // 12))
    total = int(date[:4]) * 12 + int(date[5:7]) - 1 + months
    return f"{total // 12:04d}-{total % 12 + 1:02d}{date[7:]}"


def corpus_differs(draft: Draft) -> Iterator[Hit]:
    """C046: the corpus holds the document itself, with another date."""
    for c in draft.cites:
        document = _known(draft, c)
        if document is None or document.status != "read" or not document.date or len(document.date) != _FULL:
            continue
        if not c.date or len(c.date) != _FULL or c.date == document.date:
            continue
        if c.number is not None and c.number.year and not c.date.startswith(str(c.number.year)):
            continue  # C012 says so already
        facts = {"words": _label(document), "date": printed_day(c.date), "right": printed_day(document.date)}
        yield Hit(c.date_start, c.date_end, facts)


def candidates(draft: Draft) -> dict[str, tuple[Document, ...]]:
    """For each open reference that the corpus has several documents for, these documents."""
    out: dict[str, tuple[Document, ...]] = {}
    if draft.graph is None:
        return out
    for c in draft.cites:
        target = c.mention.target or ""
        if c.number is None or not target.startswith("ref_") or target in out:
            continue
        kind = registry.types().get(c.mention.type)
        found = draft.graph.find(f"{kind.name if kind else ''} {c.mention.number}")
        found = [d for d in found if d.status != "unresolved" and not certainly_before(draft.date, d.date)]
        if len(found) > 1:
            out[target] = tuple(found)
    return out


def several(draft: Draft) -> Iterator[Hit]:
    """C047: the corpus holds several documents that the citation may mean."""
    for target, found in candidates(draft).items():
        c = draft.cites_of(target)[0]
        shown = "; ".join(_label(d) for d in found[:4]) + (" …" if len(found) > 4 else "")
        yield Hit(c.start, c.end, {"words": c.mention.text, "count": str(len(found)), "candidates": shown})
