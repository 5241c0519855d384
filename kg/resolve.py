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
from functools import cache

from kg import registry
from kg.dates import certainly_before, compatible
from kg.events import plenum_title
from kg.identity import block_key, document_id, family, is_whole, number_slug, period
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
        texts: how many texts say exactly this; the first of them by name is the ``source``.
    """

    source: str
    document: Document
    citing_date: str | None = None
    mentions: int = 0
    texts: int = 1


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


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """What one text says of every document it knows, its own first; named laws get their number
    where the registry of laws knows exactly one for title and year."""
    counts = Counter(m.target for m in analysis.mentions if m.target)
    own = analysis.document
    rows = [Claim(analysis.source, own, None, counts[own.id])]
    rows += [Claim(analysis.source, d, own.date, counts[d.id]) for d in analysis.documents]
    return tuple(rows)


@cache
def _laws() -> dict[str, tuple[registry.Law, ...]]:
    """Block key of a title → the laws of that title: the block knows the title that "Luật NSNN" stands for."""
    return {block_key(laws[0].type, None, laws[0].title): laws for laws in registry.law_titles().values()}


def law_by_title(document: Document) -> Document:
    """A law cited by title and year, or a paper of a plenum, as its numbered self, where the registry knows just one.

    >>> law_by_title(Document("vn_x", "luat", title="Luật Không Có Thật", date="2015")).number is None
    True
    """
    if document.series == "dcsvn-tw" and document.number is None:
        return _plenum_paper(document)
    if document.number or document.type not in _LAW_FAMILIES or not document.title or not document.date:
        return document
    fits = [
        law
        for law in registry.law_titles().get(registry.fold_title(document.title), _laws().get(document.block, ()))
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


@cache
def _plenum_numbers() -> dict[str, tuple[str, str]]:
    """Block key of a paper cited by its plenum and subject → its number and date."""
    return {
        block_key(paper.type, None, plenum_title(paper)): (paper.number, paper.date)
        for papers in registry.plenum_papers().values()
        for paper in papers
    }


def _plenum_paper(document: Document) -> Document:
    number, date = _plenum_numbers().get(document.block, ("", ""))
    read = read_number(number, 0, expected=True) if number else None
    when = period(document.series, read, date)
    if read is None or when is None or document.series is None or document.type is None:
        return document
    return replace(
        document,
        id=document_id(document.series, document.type, when, number_slug(read)),
        number=read.printed,
        date=date,
        status="cited",
        block=block_key(document.type, read),
    )


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
    held: dict[tuple[str, str], tuple[_Held, _Held]] = defaultdict(lambda: ([], []))
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


def is_open(document: Document) -> bool:
    """Whether a claim may still turn out to be another document of its block."""
    return document.status != "read" and document.id.startswith("ref_")


def law_title(document: Document) -> str | None:
    """The title under which a law is found by those that cite it by title alone, folded; None for others.

    >>> law_title(Document("d", "luat", "77/2015/QH13", title="Luật Tổ chức chính quyền địa phương"))
    'luật tổ chức chính quyền địa phương'
    """
    if document.type not in _LAW_FAMILIES or not document.title or document.status == "unresolved":
        return None
    if not document.number or not fold_tone(lower(document.title)).startswith(("luật", "bộ luật", "pháp lệnh")):
        return None
    return registry.fold_title(document.title)


def cited_title(document: Document) -> str | None:
    """The folded title of a law that is cited without its number, None for others."""
    if document.number or document.type not in _LAW_FAMILIES or not document.title:
        return None
    return registry.fold_title(document.title)


def titled_laws(claims: Iterable[Claim]) -> dict[str, tuple[Document, ...]]:
    """The numbered laws of a corpus by folded title, each as its fullest and then first claim has it."""
    laws: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if (title := law_title(claim.document)) is not None:
            known = laws[title].setdefault(claim.document.id, claim)
            laws[title][claim.document.id] = min(known, claim, key=_fullest)
    return {title: tuple(found[i].document for i in sorted(found)) for title, found in laws.items()}


def _fullest(claim: Claim) -> tuple[int, str, tuple[str, ...]]:
    return -len(claim.document.date or ""), claim.source, _record_key(claim.document)


def _titled_laws(
    rows: Sequence[Claim], blocks: Mapping[str, Sequence[Claim]]
) -> dict[str, tuple[Document, ...]]:
    """For blocks of laws cited by title alone: the numbered laws of the corpus with that title."""
    laws = titled_laws(rows)
    out: dict[str, tuple[Document, ...]] = {}
    for key, claims in blocks.items():
        titles = {title for claim in claims if (title := cited_title(claim.document)) is not None}
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
    rows = sorted(rows, key=lambda c: (c.document.id, c.source, _record_key(c.document)))
    known: dict[str, list[Claim]] = defaultdict(list)
    open_: list[Claim] = []
    for claim in rows:
        (open_ if is_open(claim.document) else known[claim.document.id]).append(claim)
    ids = {(c.source, c.document.id): c.document.id for group in known.values() for c in group}
    merged = {doc_id: _merge(group) for doc_id, group in known.items()}
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
            merged[doc_id] = _merge(group)
        documents.append(merged[doc_id])
        if len(group) > 1:
            conflicts += _disagreements(merged[doc_id], group)
    for doc_id, group in rest.items():
        document = replace(_merge(group), status="unresolved", candidates=tuple(sorted(candidates[doc_id])))
        documents.append(document)
    return Block(tuple(documents), ids, tuple(conflicts))


def holders(conflict: Conflict, rows: Iterable[Claim], ids: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """The texts that hold one of the values on which the claims of a document disagree."""
    return tuple(
        sorted(
            {
                c.source
                for c in rows
                if ids[c.source, c.document.id] == conflict.target
                and getattr(c.document, conflict.field) in conflict.values
            }
        )
    )


def _record_key(document: Document) -> tuple[str, ...]:
    """Orders claims that only an aggregate can leave equal in text and id."""
    return tuple(
        value or ""
        for value in (
            document.status, document.number, document.date, document.issuer, document.title, document.locality,
            document.level, document.branch, document.type, document.series, document.block,
        )
    )  # fmt: skip


def _is_meant(open_: Document, only: Document) -> bool:
    """Whether the only document that fits is the one meant.

    Of a district without its province it is so only on the same day: another province may have such a district, and
    its papers the same numbers.
    """
    if open_.series is None or is_whole(open_.series):
        return True
    return len(open_.date or "") == _FULL_DATE and open_.date == only.date


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


def _merge(group: Sequence[Claim]) -> Document:
    """One document from what several texts say of it: own header, then most texts, then most citations."""
    read = [c for c in group if c.document.status == "read"]
    base = (read or group)[0].document
    if len(group) == 1:
        return replace(base, candidates=())

    def best(name: str) -> str | None:
        for claim in read:
            if (value := getattr(claim.document, name)) is not None:
                return str(value)
        votes: Counter[str] = Counter()
        weight: Counter[str] = Counter()
        for claim in group:
            value = getattr(claim.document, name)
            if value is not None:
                votes[value] += claim.texts
                weight[value] += claim.mentions
        if len(votes) <= 1:
            return next(iter(votes), None)
        if name == "date":
            return max(votes, key=lambda v: (len(v), votes[v], weight[v], _descending(v)))
        return max(votes, key=lambda v: (votes[v], weight[v], _descending(v)))

    return Document(
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


def _disagreements(document: Document, group: Sequence[Claim]) -> list[Conflict]:
    """The fields on which texts disagree: full dates, and the bodies of the Party's centre."""
    out = []
    for name in ("date", "issuer"):
        if name == "issuer" and (document.series or "") != "dcsvn-tw":
            continue
        values: Counter[str] = Counter()
        for claim in group:
            value = getattr(claim.document, name)
            if value and (name != "date" or len(value) == _FULL_DATE):
                values[value] += claim.texts
        if len(values) > 1:
            first = getattr(document, name)
            order = sorted(values, key=lambda v: (v != first, -values[v], v))
            out.append(Conflict(document.id, name, tuple(order)))
    return out


def _descending(value: str) -> tuple[int, ...]:
    """Sort key that prefers the alphabetically first of equals inside ``max``."""
    return tuple(-ord(c) for c in value)


_Held = list[tuple[str, tuple[str, ...]]]


def merge_conflicts(target: str, name: str, between: _Held, within: _Held) -> list[tuple[Conflict, tuple[str, ...]]]:
    """What texts disagree on about one field of one document, among each other and each in itself.

    Args:
        target: id of the document.
        name: the field.
        between: (text, all values that texts hold, most supported first).
        within: (text, the values in that text), by text.

    Returns:
        Each conflict with the texts that hold it; for ``order`` one for each pair of documents, else one.

    >>> merge_conflicts("d", "date", [], [("a", ("2013", "2014")), ("b", ("2014", "2013"))])[0][0].values
    ('2013', '2014')
    """
    texts = tuple(sorted({text for text, _ in (*between, *within)}))
    if name == "order":
        kinds = sorted({tuple(dict.fromkeys(values)) for _, values in within})
        return [(Conflict(target, name, values), texts) for values in kinds]
    values = list(dict.fromkeys(value for _, held in between for value in held))
    said = [value for _, held in within for value in held]
    counted = Counter(said)
    first = {value: at for at, value in reversed(list(enumerate(said)))}
    values += [v for v in sorted(counted, key=lambda v: (-counted[v], first[v])) if v not in values]
    return [(Conflict(target, name, tuple(values)), texts)]
