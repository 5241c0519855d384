"""Random results in their context, for a person to read: what was found, what was passed over, what was linked.

Gold shows what an author thought of; a random sample of an unseen corpus shows the rest. Every item draws its
lot from the seed and its own place in the corpus alone, and the lowest lots are the sample. So the same seed
gives the same items whatever the order of the texts, and after a change of the rules most items of an earlier
reading come again and can be compared.
"""

from __future__ import annotations

import hashlib
import heapq
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from kg.models import Analysis
from kg.normalise import fold_tone, lower, plain
from kg.pairing import number_key
from kg.typewords import type_before

Kind = Literal["mentions", "outside", "relations"]
KINDS: Final[tuple[Kind, ...]] = ("mentions", "outside", "relations")

_AROUND: Final = 160
_GAP: Final = r"[^\S\n]?"  # a bullet at the head of a line is no hyphen of a number
_LETTERS: Final = r"(?:[\w&]|\.(?=\w))"
_NUMBER_LIKE: Final = re.compile(
    # a running number with its code, however the separators are damaged: 33/CT-TTg, 98/2021NĐ-CP, 217-HĐBT
    rf"(?P<coded>(?<![\w/.,-])\d{{1,5}}[a-zđ]?{_GAP}(?:(?:\.\d+)?[/–-]{_GAP}(?:19|20)\d\d{_GAP}[/–-]?|/|[–-]){_GAP}"
    rf"(?:[A-ZĐÐ]{_LETTERS}+(?:{_GAP}[–/_-]{_GAP}[^\W_]{_LETTERS}*)*|[a-zđ]{{2,6}}[–/-][a-zđ]{{2,9}}(?!\w)))"
    # a bare number after "số": "Nghị định số 34", "Công văn số 15", "Luật số 8/2008"
    r"|(?P<bare>(?<!\w)[Ss][ốỐ][^\S\n]*:?[^\S\n]*\d{1,5}[a-zđ]?(?:[/–-](?:19|20)\d\d)?(?![\w/%-]|[.,]\d))"
    # a figure with a year that no month explains: 150/2007
    r"|(?P<year>(?<![\w/.,-])\d{1,4}/(?:19|20)\d\d(?![\w/-]))"
)
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Item:
    """One result to read.

    Attributes:
        kind: what was sampled.
        source, start, end: where it stands; offsets are code points into the text as read.
        before, text, after: the words there and around.
        facts: what the extraction says of it; empty for what it passed over.
    """

    kind: Kind
    source: str
    start: int
    end: int
    before: str
    text: str
    after: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What the extraction says, in one line: what a reader judges."""
        if self.kind == "relations":
            return f"{self.facts['subject']} {self.facts['predicate']} {self.facts['object']}"
        return f"{self.facts['type']} {self.facts['target']}" if self.facts else ""

    @property
    def key(self) -> str:
        """A short name that stays the same while the place and what is said of it stay: for notes of a reading."""
        parts = (self.kind, self.source, self.start, self.end, self.said)
        return hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=5).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "key": self.key, "kind": self.kind, "source": self.source, "start": self.start, "end": self.end,
            "before": self.before, "text": self.text, "after": self.after, **self.facts,
        }  # fmt: skip


def sample(
    analyses: Iterable[Analysis], kind: Kind, *, n: int = 100, seed: int = 0, predicate: str | None = None
) -> list[Item]:
    """Draws random items of the analyses of a corpus.

    Args:
        analyses: one analysis a text, with its ``text``; taken one after the other, none is kept.
        kind: ``mentions``, ``outside`` (number-like words in no mention) or ``relations`` (all but
            plain citations, unless ``predicate`` asks for them).
        n: how many.
        seed: another seed, another sample.
        predicate: only links of this predicate.

    Returns:
        At most ``n`` items, in the order of source and place.

    >>> from kg.analyse import analyse
    >>> one = analyse("Thực hiện Chỉ thị số 33/CT-TTg, đạt 56/63; xem hợp đồng 07/HĐ-X.", source="a.txt")
    >>> [(i.text, i.facts["type"]) for i in sample([one], "mentions")]
    [('Chỉ thị số 33/CT-TTg', 'chi-thi')]
    >>> [i.text for i in sample([one], "outside")]
    ['07/HĐ-X']
    """
    lowest: list[tuple[int, int, Item]] = []
    items = (item for one in analyses for item in items_of(one, kind) if _is_wanted(item, predicate))
    for serial, item in enumerate(items):
        lot = hashlib.blake2b(
            f"{seed}\0{item.source}\0{item.start}\0{item.facts.get('predicate', '')}".encode(), digest_size=8
        )
        entry = (-int.from_bytes(lot.digest()), -serial, item)
        if len(lowest) < n:
            heapq.heappush(lowest, entry)
        elif n:
            heapq.heappushpop(lowest, entry)
    return sorted((item for _, _, item in lowest), key=lambda i: (i.source, i.start, i.end))


def items_of(one: Analysis, kind: Kind) -> Iterator[Item]:
    """Every item of one text."""
    yield from _READERS[kind](one)


def _is_wanted(item: Item, predicate: str | None) -> bool:
    given = item.facts.get("predicate")
    return given is None or given == predicate or (predicate is None and given != "cites")


def _mentions(one: Analysis) -> Iterator[Item]:
    for m in one.mentions:
        facts = {
            "role": m.kind, "type": m.type, "number": m.number, "date": m.date, "issuer": m.issuer,
            "pinpoints": [p.as_dict() for p in m.provisions], "target": m.target, "reading": m.reading,
            "confidence": m.confidence,
        }  # fmt: skip
        yield _item("mentions", one, m.start, m.end, facts)


def _outside(one: Analysis) -> Iterator[Item]:
    spans = iter(sorted((m.start, m.end) for m in one.mentions))
    span = next(spans, None)
    own = number_key(one.document.number)  # in the line "Số: …" it is read, though no mention
    for found in _NUMBER_LIKE.finditer(one.text):
        while span is not None and span[1] <= found.start():
            span = next(spans, None)
        free = span is None or span[0] >= found.end()
        if free and number_key(plain(found.group()).text) != own and _may_be_number(one.text, found):
            yield _item("outside", one, found.start(), found.end(), {})


def _may_be_number(text: str, found: re.Match[str]) -> bool:
    """Leaves out months of a year, and forms, boxes and seats that carry a "số" of their own: no type before it."""
    if found["year"]:
        return int(found["year"].split("/")[0]) > _MONTHS
    if found["bare"]:
        before = text[max(0, found.start() - 60) : found.start()]
        return type_before(fold_tone(lower(unicodedata.normalize("NFC", before)))) is not None
    return True


def _relations(one: Analysis) -> Iterator[Item]:
    documents = {d.id: d for d in (*one.documents, one.document)}

    def label(id: str) -> str:
        row = documents.get(id)
        name = row and (row.number or row.title)
        return f"{'(this) ' if id == one.document.id else ''}{row.type if row else ''} {name or id}".strip()

    for r in one.relations:
        facts = {
            "subject": label(r.subject), "predicate": r.predicate, "object": label(r.object), "strength": r.strength,
            "frame": r.frame, "cue": r.evidence.cue, "scope": r.scope,
            "provisions": [p.as_dict() for p in r.provisions], "confidence": r.confidence,
        }  # fmt: skip
        sentence = (r.evidence.sentence_start, r.evidence.sentence_end)
        yield _item("relations", one, r.evidence.start, r.evidence.end, facts, sentence)


_READERS: Final[Mapping[Kind, Callable[[Analysis], Iterator[Item]]]] = {
    "mentions": _mentions, "outside": _outside, "relations": _relations,
}  # fmt: skip


def _item(
    kind: Kind, one: Analysis, start: int, end: int, facts: dict[str, Any], whole: tuple[int, int] = (-1, -1)
) -> Item:
    """An item with the words around it, of a relation with its whole sentence as far as that is bearable."""
    text = one.text
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if 0 <= whole[0] <= start and end <= whole[1]:
        first = max(min(first, whole[0]), start - 4 * _AROUND, 0)
        last = min(max(last, whole[1]), end + 4 * _AROUND, len(text))
    return Item(kind, one.source, start, end, text[first:start], text[start:end], text[end:last], facts)
