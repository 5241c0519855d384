"""Resolution over a corpus: which documents of different texts are the same one.

Each text has already grouped its own citations (:mod:`kg.coreference`); here documents meet in blocks of
everything that could be one document (type family, serial, codes; or a law's title). A block is a pure
function of its rows, so that an engine only has to move them: :func:`resolve_block` decides, and
:func:`resolve` maps, groups and reduces on one machine.

A reference whose register or period is open is joined to the only document of its block that fits in
issuer, place and time; where none or several fit, it stays and keeps them as candidates. Documents are never
joined to one another, so that texts which are added rename none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims import (
    FULL_DATE,
    Claim,
    Held,
    claims,
    disagreements,
    holders,
    is_open,
    merge,
    merge_conflicts,
    record_key,
)
from kg.dates import certainly_before, compatible
from kg.identity import family, is_whole
from kg.law_titles import cited_title, law_by_title, law_title
from kg.models import Analysis, Conflict, Document


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
    """The outcome of one block: documents, the id of every claim, on what texts disagree."""

    documents: tuple[Document, ...]
    ids: Mapping[tuple[str, str], str]
    conflicts: tuple[Conflict, ...]


def resolve(analyses: Iterable[Analysis]) -> Resolution:
    """Resolves a corpus on one machine: maps texts to claims, groups by block, resolves each.

    The result does not depend on the order of the texts.
    """
    rows: list[Claim] = []
    renamed: dict[tuple[str, str], str] = {}
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
    between: list[tuple[Conflict, tuple[str, ...]]] = []
    mentions: Counter[str] = Counter()
    titled = _titled_laws(rows, blocks)
    for key in sorted(blocks):
        done = resolve_block(blocks[key], extra=titled.get(key, ()))
        documents += done.documents
        ids.update(done.ids)
        between += [(found, holders(found, blocks[key], done.ids)) for found in done.conflicts]
        for claim in blocks[key]:
            mentions[done.ids[claim.source, claim.document.id]] += claim.mentions
    for (source, old), new in renamed.items():
        ids[source, old] = ids.get((source, new), new)
    held: dict[tuple[str, str], tuple[Held, Held]] = defaultdict(lambda: ([], []))
    for found, texts in between:
        held[found.target, found.field][0].extend((text, found.values) for text in texts)
    for source, c in pending:
        values = tuple(ids.get((source, v), v) for v in c.values) if c.field == "order" else c.values
        held[ids.get((source, c.target), c.target), c.field][1].append((source, values))
    merged = tuple(
        one for (target, name), found in sorted(held.items()) for one in merge_conflicts(target, name, *found)
    )
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


def titled_laws(rows: Iterable[Claim]) -> dict[str, tuple[Document, ...]]:
    """The numbered laws of a corpus by folded title, each as its fullest and then first claim has it."""
    laws: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in rows:
        if (title := law_title(claim.document)) is not None:
            known = laws[title].setdefault(claim.document.id, claim)
            laws[title][claim.document.id] = min(known, claim, key=_fullest)
    return {title: tuple(found[i].document for i in sorted(found)) for title, found in laws.items()}


def _fullest(claim: Claim) -> tuple[int, str, tuple[str, ...]]:
    return -len(claim.document.date or ""), claim.source, record_key(claim.document)


def _titled_laws(
    rows: Sequence[Claim], blocks: Mapping[str, Sequence[Claim]]
) -> dict[str, tuple[Document, ...]]:
    """For blocks of laws cited by title alone: the numbered laws of the corpus with that title."""
    laws = titled_laws(rows)
    out: dict[str, tuple[Document, ...]] = {}
    for key, group in blocks.items():
        titles = {title for claim in group if (title := cited_title(claim.document)) is not None}
        found = {law.id: law for title in titles for law in laws.get(title, ())}
        if found:
            out[key] = tuple(found[i] for i in sorted(found))
    return out


def resolve_block(rows: Sequence[Claim], *, extra: Sequence[Document] = ()) -> Block:
    """Decides one block: joins claims with the same id, then open references that fit exactly one.

    Claims of several texts that say the same may stand as one with their number (``Claim.texts``): a law
    that a million texts cite costs no more than the different ways in which they do.

    Args:
        rows: every claim of the block, in any order.
        extra: documents of other blocks that references of this one may mean (numbered laws).

    Returns:
        Documents of the block, the id of every claim, and date or issuer conflicts between texts.
    """
    rows = sorted(rows, key=lambda c: (c.document.id, c.source, record_key(c.document)))
    known: dict[str, list[Claim]] = defaultdict(list)
    open_: list[Claim] = []
    for claim in rows:
        (open_ if is_open(claim.document) else known[claim.document.id]).append(claim)
    ids = {(c.source, c.document.id): c.document.id for group in known.values() for c in group}
    merged = {doc_id: merge(group) for doc_id, group in known.items()}
    shelf = _Shelf([*merged.values(), *(d for d in extra if d.id not in merged)])
    rest: dict[str, list[Claim]] = defaultdict(list)
    joined: dict[str, list[Claim]] = defaultdict(list)
    candidates: dict[str, set[str]] = defaultdict(set)
    for claim in open_:
        fits = shelf.fits(claim)
        if len(fits) == 1 and _is_meant(claim.document, fits[0]):
            ids[claim.source, claim.document.id] = fits[0].id
            joined[fits[0].id].append(claim)
        else:
            ids[claim.source, claim.document.id] = claim.document.id
            rest[claim.document.id].append(claim)
            candidates[claim.document.id].update(found.id for found in fits)
    documents: list[Document] = []
    conflicts: list[Conflict] = []
    for doc_id, group in known.items():
        if doc_id in joined:
            group = [*group, *joined[doc_id]]
            merged[doc_id] = merge(group)
        documents.append(merged[doc_id])
        if len(group) > 1:
            conflicts += disagreements(merged[doc_id], group)
    for doc_id, group in rest.items():
        document = replace(merge(group), status="unresolved", candidates=tuple(sorted(candidates[doc_id])))
        documents.append(document)
    return Block(tuple(documents), ids, tuple(conflicts))


def _is_meant(open_: Document, only: Document) -> bool:
    """Whether the only document that fits is the one meant.

    Of a district without its province it is so only on the same day: another province may have such a district, and
    its papers the same numbers.
    """
    if open_.series is None or is_whole(open_.series):
        return True
    return len(open_.date or "") == FULL_DATE and open_.date == only.date


class _Shelf:
    """The documents of a block, ordered so that an open reference looks only at those that could fit.

    A block grows with the corpus (number 1 of every province and year is one block), so comparing each
    reference with each document would cost its square.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_series: dict[tuple[str, str | None], list[Document]] = defaultdict(list)
        self._by_district: dict[tuple[str, str], list[Document]] = defaultdict(list)
        self._by_family: dict[str, list[Document]] = defaultdict(list)
        self._asked: dict[tuple[object, ...], list[Document]] = {}
        for d in documents:
            register = family(d.type or "")
            self._by_series[register, d.series].append(d)
            if d.series is not None and d.series.count(".") > 1:
                self._by_district[register, d.series.rpartition(".")[0]].append(d)
            self._by_family[register].append(d)

    def fits(self, claim: Claim) -> list[Document]:
        """The documents that an open reference can mean: same register, compatible time, not in its future."""
        d = claim.document
        bare = d.issuer is None and not d.date
        asked = (family(d.type or ""), d.series, d.date, bare)
        if (near := self._asked.get(asked)) is None:
            near = self._asked[asked] = self._near(*asked)
        return [found for found in near if not certainly_before(claim.citing_date, found.date)]

    def _near(self, register: str, series: str | None, date: str | None, bare: bool) -> list[Document]:
        if series:
            found = [*self._by_series[register, series], *self._by_series[register, None]]
            if not is_whole(series):
                found += self._by_district[register, series]
        else:
            # Where neither place nor time is known: a number alone never identifies a document.
            found = [
                d for d in self._by_family[register] if not (series is None and d.series and "." in d.series and bare)
            ]
        return [d for d in found if not date or compatible(date, d.date)]
