"""What texts claim of documents, and what several of them say of one: the fields that hold, and where they disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.models import Analysis, Conflict, Document

FULL_DATE = 10


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


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """What one text says of every document it knows, its own first."""
    counts = Counter(m.target for m in analysis.mentions if m.target)
    own = analysis.document
    rows = [Claim(analysis.source, own, None, counts[own.id])]
    rows += [Claim(analysis.source, d, own.date, counts[d.id]) for d in analysis.documents]
    return tuple(rows)


def is_open(document: Document) -> bool:
    """Whether a claim may still turn out to be another document of its block."""
    return document.status != "read" and document.id.startswith("ref_")


def record_key(document: Document) -> tuple[str, ...]:
    """Orders claims that only an aggregate can leave equal in text and id."""
    return tuple(
        value or ""
        for value in (
            document.status, document.number, document.date, document.issuer, document.title, document.locality,
            document.level, document.branch, document.type, document.series, document.block,
        )
    )  # fmt: skip


def merge(group: Sequence[Claim]) -> Document:
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


def _descending(value: str) -> tuple[int, ...]:
    """Sort key that prefers the alphabetically first of equals inside ``max``."""
    return tuple(-ord(c) for c in value)


def disagreements(document: Document, group: Sequence[Claim]) -> list[Conflict]:
    """The fields on which texts disagree: full dates, and the bodies of the Party's centre."""
    out = []
    for name in ("date", "issuer"):
        if name == "issuer" and (document.series or "") != "dcsvn-tw":
            continue
        values: Counter[str] = Counter()
        for claim in group:
            value = getattr(claim.document, name)
            if value and (name != "date" or len(value) == FULL_DATE):
                values[value] += claim.texts
        if len(values) > 1:
            first = getattr(document, name)
            order = sorted(values, key=lambda v: (v != first, -values[v], v))
            out.append(Conflict(document.id, name, tuple(order)))
    return out


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


Held = list[tuple[str, tuple[str, ...]]]


def merge_conflicts(target: str, name: str, between: Held, within: Held) -> list[tuple[Conflict, tuple[str, ...]]]:
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
