"""Rules of form: Decree 30/2020/NĐ-CP on how documents are cited first and later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import registry
from kg.check.draft import Draft
from kg.check.models import Hit
from kg.registry import ACT_TYPES

_MANY = re.compile(r"(?:các|những|hai|ba|bốn|nhiều|mọi|\d{1,2})\s+$")
_NAMED_ONLY = ACT_TYPES


def lower_case(draft: Draft) -> Iterator[Hit]:
    """C061: the type of a certain document in lower case."""
    for c in draft.cites:
        if c.number is None or c.type_end == c.start or not draft.plain.text[c.start].islower():
            continue
        if c.number.type_code is None and c.mention.type != "cong-van":
            continue
        if _MANY.search(draft.low[max(0, c.start - 12) : c.start]):
            continue
        word = draft.plain.text[c.start : c.type_end]
        right = word[0].upper() + word[1:]
        yield Hit(c.start, c.type_end, {"words": " ".join(c.mention.text.split()), "right": right}, right)


def first_citation(draft: Draft) -> Iterator[Hit]:
    """C062: the first citation lacks date or issuer."""
    for c in draft.cites:
        if not c.first or c.number is None or c.mention.kind != "number" or c.mention.type in _NAMED_ONLY:
            continue
        if c.number.term or c.mention.target == draft.analysis.document.id or c.mention.owner is not None:
            continue
        lacks = [
            word
            for word, there in (
                ("ngày ban hành", c.date is not None),
                ("cơ quan ban hành", _issued(draft, c.start, c.end) or c.phrase is not None),
            )
            if not there
        ]
        if lacks:
            facts = {"words": " ".join(c.mention.text.split()), "lacks": ", ".join(lacks)}
            yield Hit(c.start, c.end, facts)


def _issued(draft: Draft, start: int, end: int) -> bool:
    """Whether the issuer stands before the number, or follows over a few words."""
    return re.match(r"[\s,]*(?:\([^)\n]{0,60}\)\s*)?(?:của|do|giữa)\s", draft.low[end : end + 80]) is not None or (
        re.search(r"\s(?:của|do)\s[^;.\n]{3,80}(?:ban\s+hành\s*)?$", draft.low[max(0, start - 90) : start]) is not None
    )


def later_citation(draft: Draft) -> Iterator[Hit]:
    """C063: a later citation repeats the date, after the document was cited in full."""
    seen: set[str] = set()
    for c in draft.cites:
        target = c.mention.target or ""
        if c.number is None or not target or target == draft.analysis.document.id:
            continue
        if target in seen and c.date is not None and len(c.date) == 10 and c.mention.owner is None and not c.basis:
            facts = {
                "words": " ".join(c.mention.text.split()),
                "right": " ".join(draft.plain.text[c.start : c.number_end].split()),
            }
            yield Hit(c.date_start, c.date_end, facts)
        if c.date is not None and c.phrase is not None:
            seen.add(target)


def basis_punctuation(draft: Draft) -> Iterator[Hit]:
    """C064: a line of the legal basis that does not end with a semicolon."""
    for n, (start, end) in enumerate(draft.basis):
        line = draft.low[start:end].rstrip(" \t*_")
        last = n == len(draft.basis) - 1
        if not line or line.endswith((";", ":")) or (last and line.endswith((".", ","))):
            continue
        at = start + len(line) - 1
        yield Hit(at, at + 1, {"mark": line[-1] if not line[-1].isalnum() else "", "words": line[-40:]})


def bare_number(draft: Draft) -> Iterator[Hit]:
    """C065: a number without the word that says what kind of document it is."""
    for before, c in zip((None, *draft.cites), draft.cites, strict=False):
        if c.number is None or c.type_end > c.start or not c.number.type_code:
            continue
        listed = before is not None and re.fullmatch(
            r"(?:[\s,;]|và|số|của|[^.;\n]){0,90}", draft.low[before.end : c.start]
        )
        if listed and before is not None and before.mention.type == c.mention.type:
            continue
        kind = registry.types().get(c.mention.type)
        if kind is not None:
            yield Hit(c.start, c.number_end, {"number": c.mention.number or "", "type": kind.name})


def colon(draft: Draft) -> Iterator[Hit]:
    """C066: "số:" inside a sentence; the colon belongs to the letterhead."""
    for c in draft.cites:
        if c.number is None or c.type_end == c.start:
            continue
        m = re.compile(r"\s+số(?P<colon>\s*:)\s*").match(draft.low, c.type_end)
        if m is not None and m.end() == c.number_start:
            facts = {"words": " ".join(draft.plain.text[c.start : c.number_end].split())}
            yield Hit(m.start("colon"), m.end("colon"), facts, "")


_PROVISION = re.compile(r"(?<!\w)(?P<word>điều|chương|phần)\s+(?:\d{1,3}|[IVX]{1,5})(?=[\s,])")


def provision_case(draft: Draft) -> Iterator[Hit]:
    """C067: "điều 5 Nghị định …" with a small letter."""
    for c in draft.cites:
        if not c.mention.provisions or c.mention.kind == "back":
            continue
        for m in _PROVISION.finditer(draft.plain.text, max(0, c.start - 60), c.start):
            if re.search(r"[.;:\n]", draft.plain.text[m.end() : c.start]):
                continue
            word = m["word"]
            yield Hit(
                m.start(), m.start() + len(word), {"words": m.group(), "right": word.capitalize()}, word.capitalize()
            )


def basis_order(draft: Draft) -> Iterator[Hit]:
    """C068: in the legal basis a law stands behind an act of lower rank."""
    lowest: tuple[int, str] | None = None
    for c in draft.cites:
        if not draft.leads(c):
            continue
        kind = registry.types().get(c.mention.type)
        if kind is None or "state" not in kind.branches or (c.number is not None and c.number.party):
            continue
        rank = {"bo-luat": 5}.get(kind.slug, kind.rank)
        if kind.slug in (*_NAMED_ONLY, "nghi-dinh", "thong-tu"):
            if lowest is not None and rank < lowest[0]:
                yield Hit(c.start, c.end, {"words": " ".join(c.mention.text.split()), "before": lowest[1]})
            if lowest is None or rank > lowest[0]:
                lowest = (rank, " ".join(c.mention.text.split()))
