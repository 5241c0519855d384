"""Resolution over a corpus: which documents of different texts are the same one.

Each text has already grouped its own citations (:mod:`kg.coreference`); here documents meet in blocks of
everything that could be one document (type family, serial, codes; or a law's title). A block is a pure
function of its rows, so that an engine only has to move them: :func:`resolve_block` decides, and
:func:`resolve` maps, groups and reduces on one machine.

A reference whose register or period is open is joined to the only document of its block that fits in
issuer, place and time; where none or several fit, it stays and keeps them as candidates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg import registry
from kg.dates import certainly_before, compatible
from kg.identity import block_key, document_id, family, number_slug
from kg.models import Analysis, Conflict, Document
from kg.normalise import fold_tone, lower
from kg.numbers import read_number

_LAW_FAMILIES = ("luat", "bo-luat", "phap-lenh")
_FULL_DATE = 10


@dataclass(frozen=True, slots=True)
class Claim:
    """What one text says of one document.

    Attributes:
        source: the text; with ``document.id`` the key of the claim.
        document: as the text knows it.
        citing_date: date of the text, after which a cited document cannot be.
        mentions: how many citations of the text point to it.
    """

    source: str
    document: Document
    citing_date: str | None = None
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """The documents of a corpus.

    Attributes:
        documents: every document, sorted by id.
        ids: (source, id in that text) → id in the corpus.
        conflicts: per document and field all values, most supported first, with the texts that hold them.
        mentions: id → number of citations.
    """

    documents: tuple[Document, ...]
    ids: Mapping[tuple[str, str], str]
    conflicts: tuple[tuple[Conflict, tuple[str, ...]], ...]
    mentions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Block:
    """The outcome of one block: documents, the renaming of claims, conflicts with their texts."""

    documents: tuple[Document, ...]
    ids: Mapping[tuple[str, str], str]
    conflicts: tuple[tuple[Conflict, tuple[str, ...]], ...]


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """What one text says of every document it knows, its own first; named laws get their number
    where the registry of laws knows exactly one for title and year."""
    counts = Counter(m.target for m in analysis.mentions if m.target)
    own = analysis.document
    rows = [Claim(analysis.source, own, None, counts[own.id])]
    rows += [Claim(analysis.source, d, own.date, counts[d.id]) for d in analysis.documents]
    return tuple(rows)


def law_by_title(document: Document) -> Document:
    """A law cited by title and year as its numbered self, where the registry knows exactly one.

    >>> law_by_title(Document("vn_x", "luat", title="Luật Không Có Thật", date="2015")).number is None
    True
    """
    if document.number or document.type not in _LAW_FAMILIES or not document.title or not document.date:
        return document
    fits = [
        law
        for law in registry.law_titles().get(registry.fold_title(document.title), ())
        if (law.number and law.date and compatible(law.date[: len(document.date)], document.date))
        or (law.number and not law.date and f"/{document.date[:4]}/" in law.number)
    ]
    numbers = {law.number for law in fits}
    if len(numbers) != 1:
        return document
    law = fits[0]
    number = read_number(law.number, 0, expected=True)
    if number is None or number.term is None or document.series is None:
        return document
    doc_id = document_id(document.series, document.type, f"k{number.term}", number_slug(number))
    return replace(
        document,
        id=doc_id,
        number=number.printed,
        date=law.date or document.date,
        status="cited",
        block=block_key(document.type, number),
    )


def resolve(analyses: Iterable[Analysis]) -> Resolution:
    """Resolves a corpus on one machine: maps texts to claims, groups by block, resolves each.

    The result does not depend on the order of the texts.
    """
    rows: list[Claim] = []
    renamed: dict[tuple[str, str], str] = {}
    conflicts: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    conflict_sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    pending: list[tuple[str, Conflict]] = []
    for analysis in analyses:
        for claim in claims(analysis):
            numbered = law_by_title(claim.document)
            if numbered is not claim.document:
                renamed[claim.source, claim.document.id] = numbered.id
                claim = replace(claim, document=numbered)
            rows.append(claim)
        pending += [(analysis.source, c) for c in analysis.conflicts]
    blocks = _blocks(rows)
    documents: list[Document] = []
    ids: dict[tuple[str, str], str] = {}
    out_conflicts: list[tuple[Conflict, tuple[str, ...]]] = []
    mentions: Counter[str] = Counter()
    titled = _titled_laws(blocks)
    for key in sorted(blocks):
        done = resolve_block(blocks[key], extra=titled.get(key, ()))
        documents += done.documents
        ids.update(done.ids)
        out_conflicts += done.conflicts
        for claim in blocks[key]:
            mentions[done.ids[claim.source, claim.document.id]] += claim.mentions
    for (source, old), new in renamed.items():
        ids[source, old] = ids.get((source, new), new)
    for source, c in pending:
        target = ids.get((source, c.target), c.target)
        key2 = (target, c.field)
        values = [ids.get((source, v), v) for v in c.values] if c.field == "order" else list(c.values)
        conflicts[key2]["\n".join(values) if c.field == "order" else "all"] += values
        conflict_sources[key2].add(source)
    merged = _merge_conflicts(out_conflicts, conflicts, conflict_sources)
    known = {d.id for d in documents}
    final = tuple(
        replace(d, candidates=tuple(c for c in d.candidates if c in known))
        for d in sorted(documents, key=lambda d: d.id)
    )
    return Resolution(final, ids, merged, dict(mentions))


def _blocks(rows: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by block. A document that two texts put into two blocks (a title with and without its type
    word, say) stands with all its claims in the first of them, so that an id is never decided twice."""
    home: dict[str, str] = {}
    for claim in rows:
        key = claim.document.block or claim.document.id
        home[claim.document.id] = min(home.get(claim.document.id, key), key)
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in rows:
        blocks[home[claim.document.id]].append(claim)
    return blocks


def _titled_laws(blocks: Mapping[str, Sequence[Claim]]) -> dict[str, tuple[Document, ...]]:
    """For blocks of laws cited by title alone: the numbered laws of the corpus with that title."""
    by_title: dict[str, dict[str, Document]] = defaultdict(dict)
    for rows in blocks.values():
        for claim in rows:
            d = claim.document
            if d.number and d.type in _LAW_FAMILIES and d.title and d.status != "unresolved":
                name = d.title if fold_tone(lower(d.title)).startswith(("luật", "bộ luật", "pháp lệnh")) else None
                if name:
                    by_title[registry.fold_title(name)][d.id] = d
    out: dict[str, tuple[Document, ...]] = {}
    for key, rows in blocks.items():
        if "|t|" not in key:
            continue
        found: dict[str, Document] = {}
        for claim in rows:
            if claim.document.title:
                found.update(by_title.get(registry.fold_title(claim.document.title), {}))
        if found:
            out[key] = tuple(found[i] for i in sorted(found))
    return out


def resolve_block(rows: Sequence[Claim], *, extra: Sequence[Document] = ()) -> Block:
    """Decides one block: joins claims with the same id, then open references that fit exactly one.

    Args:
        rows: every claim of the block, in any order.
        extra: documents of other blocks that references of this one may mean (numbered laws).

    Returns:
        Documents of the block, the id of every claim, and date or issuer conflicts between texts.
    """
    rows = sorted(rows, key=lambda c: (c.document.id, c.source))
    known: dict[str, list[Claim]] = defaultdict(list)
    open_: list[Claim] = []
    for claim in rows:
        (open_ if _is_open(claim.document) else known[claim.document.id]).append(claim)
    ids = {(c.source, c.document.id): c.document.id for group in known.values() for c in group}
    merged = {doc_id: _merge(group) for doc_id, group in known.items()}
    outside = {d.id: d for d in extra if d.id not in merged}
    for doc_id in [i for i, (d, _) in merged.items() if _is_placeless(d)]:
        homes = [i for i, (d, _) in merged.items() if _is_home(d, merged[doc_id][0])]
        if len(homes) == 1:
            known[homes[0]] += known.pop(doc_id)
            merged[homes[0]] = _merge(known[homes[0]])
            del merged[doc_id]
            ids.update({(c.source, c.document.id): homes[0] for c in known[homes[0]]})
    rest: dict[str, list[Claim]] = defaultdict(list)
    joined: dict[str, list[Claim]] = defaultdict(list)
    candidates: dict[str, set[str]] = defaultdict(set)
    for claim in open_:
        fits = [i for i, (d, _) in merged.items() if _may_be(claim, d)]
        fits += [i for i, d in outside.items() if _may_be(claim, d)]
        if len(fits) == 1:
            ids[claim.source, claim.document.id] = fits[0]
            joined[fits[0]].append(claim)
        else:
            ids[claim.source, claim.document.id] = claim.document.id
            rest[claim.document.id].append(claim)
            candidates[claim.document.id].update(fits)
    documents: list[Document] = []
    conflicts: list[tuple[Conflict, tuple[str, ...]]] = []
    for doc_id, group in known.items():
        document, found = _merge([*group, *joined.get(doc_id, ())])
        documents.append(replace(document, candidates=()))
        conflicts += found
    for doc_id, group in rest.items():
        document, _ = _merge(group)
        documents.append(replace(document, status="unresolved", candidates=tuple(sorted(candidates[doc_id]))))
    return Block(tuple(documents), ids, tuple(conflicts))


def _is_open(document: Document) -> bool:
    return document.status != "read" and document.id.startswith("ref_")


def _is_placeless(document: Document) -> bool:
    """Whether a district's or commune's register lacks its province: names of districts recur in the country."""
    if document.status == "read" or document.series is None or len(document.date or "") != _FULL_DATE:
        return False
    _, _, place = document.series.partition(".")
    return bool(place) and "." not in place and place not in registry.places()


def _is_home(document: Document, placeless: Document) -> bool:
    """Whether a document of a district in a province is the one cited without the province: same day."""
    return (document.series or "").startswith(f"{placeless.series}.") and document.date == placeless.date


def _may_be(claim: Claim, document: Document) -> bool:
    """Whether an open reference can mean a document: same register, compatible time, not in its future."""
    d = claim.document
    if d.series and document.series and d.series != document.series:
        return False
    if d.series is None and document.series and "." in document.series and d.issuer is None and not d.date:
        # neither place nor time is known: a number alone never identifies a document
        return False
    if family(d.type or "") != family(document.type or ""):
        return False
    if d.date and not compatible(d.date, document.date):
        return False
    return not certainly_before(claim.citing_date, document.date)


def _merge(group: Sequence[Claim]) -> tuple[Document, list[tuple[Conflict, tuple[str, ...]]]]:
    """One document from what several texts say of it: own header, then most texts, then most citations."""
    read = [c for c in group if c.document.status == "read"]
    base = (read or list(group))[0].document

    def best(name: str) -> str | None:
        if read:
            for claim in read:
                if (value := getattr(claim.document, name)) is not None:
                    return str(value)
        votes: Counter[str] = Counter()
        weight: Counter[str] = Counter()
        for claim in group:
            value = getattr(claim.document, name)
            if value is not None:
                votes[value] += 1
                weight[value] += claim.mentions
        if not votes:
            return None
        if name == "date":
            return max(votes, key=lambda v: (len(v), votes[v], weight[v], _descending(v)))
        return max(votes, key=lambda v: (votes[v], weight[v], _descending(v)))

    document = Document(
        base.id,
        best("type"),
        best("number"),
        best("date"),
        best("issuer"),
        base.series or best("series"),
        best("title"),
        best("locality"),
        best("level"),
        best("branch"),
        "read" if read else base.status,
        base.block,
    )
    conflicts = []
    for name in ("date", "issuer"):
        if name == "issuer" and (document.series or "") != "dcsvn-tw":
            continue
        values: dict[str, set[str]] = defaultdict(set)
        for claim in group:
            value = getattr(claim.document, name)
            if value and (name != "date" or len(value) == _FULL_DATE):
                values[value].add(claim.source)
        if len(values) > 1:
            first = getattr(document, name)
            order = sorted(values, key=lambda v: (v != first, -len(values[v]), v))
            conflicts.append((Conflict(base.id, name, tuple(order)), tuple(sorted(set().union(*values.values())))))
    return document, conflicts


def _descending(value: str) -> tuple[int, ...]:
    """Sort key that prefers the alphabetically first of equals inside ``max``."""
    return tuple(-ord(c) for c in value)


def _merge_conflicts(
    between: Sequence[tuple[Conflict, tuple[str, ...]]],
    within: Mapping[tuple[str, str], Mapping[str, Sequence[str]]],
    sources: Mapping[tuple[str, str], set[str]],
) -> tuple[tuple[Conflict, tuple[str, ...]], ...]:
    """One conflict per document and field, from disagreements inside texts and between them."""
    out: dict[tuple[str, str, str], tuple[list[str], set[str]]] = {}
    for c, where in between:
        values, places = out.setdefault((c.target, c.field, ""), ([], set()))
        values += [v for v in c.values if v not in values]
        places.update(where)
    for (target, name), kinds in within.items():
        for kind, found in kinds.items():
            values, places = out.setdefault((target, name, kind if name == "order" else ""), ([], set()))
            if name == "order":
                values[:] = list(dict.fromkeys(re.split("\n", kind)))
            else:
                counted = Counter(found)
                values += [v for v in sorted(counted, key=lambda v: (-counted[v], found.index(v))) if v not in values]
            places.update(sources[target, name])
    return tuple(
        (Conflict(t, n, tuple(values)), tuple(sorted(places))) for (t, n, _), (values, places) in sorted(out.items())
    )
