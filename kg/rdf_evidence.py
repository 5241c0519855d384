"""The nodes of evidence: one for each row of the tables ``relations`` and ``mentions``.

There are millions of them, so they are made column by column (:class:`kg.rdf_text.Rows`) and without the helpers of
:mod:`kg.rdf_terms`; what a table holds is valid text already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kg.rdf_columns import WHOLE, Columns, Names, SourceNames, issuers, joint
from kg.rdf_terms import Lit, Term, date, decimal
from kg.rdf_text import Chosen, Column, Rows, Texts
from kg.tables import provisions_read

if TYPE_CHECKING:
    import pyarrow as pa

    from kg.models import Provision

_ROWS: Final = 4096
_LEVELS: Final = {
    "diem": "điểm", "khoan": "khoản", "dieu": "Điều", "muc": "Mục", "chuong": "Chương", "phan": "Phần",
    "phu_luc": "Phụ lục",
}  # fmt: skip


def provision_text(provision: Provision) -> str:
    """A provision as it is written in Vietnamese, from the smallest part to the largest.

    >>> from kg.models import Provision
    >>> provision_text(Provision(dieu="19", khoan="2", diem="a"))
    'điểm a khoản 2 Điều 19'
    """
    parts = provision.as_dict()
    return " ".join(f"{word} {parts[level]}" for level, word in _LEVELS.items() if level in parts)


def citation_rows(relations: pa.Table, run: str) -> Iterator[Rows]:
    """A ``vl:Citation`` for each piece of evidence, in the order of the table.

    Args:
        relations: the table, in its order.
        run: name of the run that read them.
    """
    documents, sources, keys = Names("doc"), SourceNames(), _Keys("cit")
    for batch in relations.to_batches(max_chunksize=_ROWS):
        column = Columns(batch)
        starts, ends, offsets = column.numbers("start"), column.numbers("end"), column.numbers("sentence_start")
        first, last = [str(start) for start in starts], [str(end) for end in ends]
        sentences = batch["sentence"].to_pylist()
        told = [
            None if sentence == "" and not offset else str(offset)
            for sentence, offset in zip(sentences, offsets, strict=True)
        ]
        inside = all(offset >= 0 for offset in offsets)
        ready: list[Column] = [
            column.same("rdf:type", "vl:Citation"),
            column.things("cito:hasCitingEntity", "subject", documents),
            column.things("cito:hasCitedEntity", "object", documents),
            column.things("cito:hasCitationCharacterization", "predicate", Names("vl")),
            column.literals("vl:strength", "strength"),
            column.chosen("vl:confidence", "confidence", lambda confidence: [decimal(confidence)]),
            column.literals("vl:cue", "cue", "@vi", none=""),
            column.literals("vl:frame", "frame", none=""),
            column.literals("vl:scope", "scope"),
            *_provisions(column),
            Texts(
                "oa:exact",
                [
                    sentence[start - offset : end - offset] or None if offset <= start else None
                    for sentence, start, end, offset in zip(sentences, starts, ends, offsets, strict=True)
                ],
            ),
            Texts("oa:start", first, WHOLE),
            Texts("oa:end", last, WHOLE),
            *_places(column),
            Texts("vl:sourceText", [sentence or None for sentence in sentences], "@vi"),
            Texts("vl:sourceTextStart", told, WHOLE) if inside else _whole_or_less("vl:sourceTextStart", told),
            column.things("dcterms:source", "source", sources),
            column.same("prov:wasGeneratedBy", run),
        ]
        subjects, predicates, targets, paths = map(column.texts, ("subject", "predicate", "object", "source"))
        yield Rows(keys.of(paths, first, last, subjects, predicates, targets), ready)


def mention_rows(mentions: pa.Table) -> Iterator[Rows]:
    """A ``vl:Mention`` for each place that names a document, in the order of the table.

    What a mention says of the document has properties of its own (``vl:statedNumber`` …): it may be wrong, and
    a question for the number of a document must not find its mentions.
    """
    documents, sources, keys = Names("doc"), SourceNames(), _Keys("mention")
    types, bodies = Names("vl-type"), Names("body")
    for batch in mentions.to_batches(max_chunksize=_ROWS):
        column = Columns(batch)
        first, last = ([str(number) for number in column.numbers(name)] for name in ("start", "end"))
        ready: list[Column] = [
            column.same("rdf:type", "vl:Mention"),
            column.things("vl:mentionedIn", "document", documents),
            column.things("vl:mentionOf", "target", documents),
            column.literals("vl:mentionKind", "kind"),
            column.things("vl:statedType", "type", types),
            column.literals("vl:statedNumber", "number"),
            column.chosen("vl:statedDate", "date", lambda day: [date(day)]),
            column.chosen(
                "vl:statedIssuer", "issuer", lambda issuer: list(dict.fromkeys(bodies[b] for b in issuers(issuer)))
            ),
            column.chosen("vl:jointIssuer", "issuer", joint),
            column.literals("vl:statedSeries", "series"),
            column.literals("vl:statedTitle", "title", "@vi"),
            *_provisions(column),
            Texts("oa:exact", batch["text"].to_pylist()),
            Texts("oa:start", first, WHOLE),
            Texts("oa:end", last, WHOLE),
            *_places(column),
            column.chosen("vl:confidence", "confidence", lambda confidence: [decimal(confidence)]),
            column.things("dcterms:source", "source", sources),
        ]
        paths, named = column.texts("source"), column.texts("document")
        yield Rows(keys.of(paths, first, last, named), ready)


def _whole_or_less(predicate: str, numbers: Sequence[str | None]) -> Chosen:
    """Numbers some of which are below zero, which the type of offsets does not hold."""
    values: list[list[Term]] = [
        [Lit(number, "xsd:integer" if number.startswith("-") else WHOLE)] for number in numbers if number is not None
    ]
    places = iter(range(len(values)))
    return Chosen(predicate, values, [-1 if number is None else next(places) for number in numbers])


class _Keys:
    """Names of rows, made of what tells them apart."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._before, self._same = "", 0

    def of(self, *parts: Sequence[str]) -> list[str]:
        """The names of some rows, the first of which follow the last ones of before."""
        found = []
        for row in zip(*parts, strict=True):
            key = sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).hexdigest()[:32]
            # Two rules that read the same place are two pieces of evidence; only then a number follows.
            self._same = self._same + 1 if key == self._before else 0
            self._before = key
            found.append(f"{self._prefix}:{key}-{self._same + 1}" if self._same else f"{self._prefix}:{key}")
        return found


def _provision_words(text: str) -> list[Term]:
    if text == "[]":
        return []
    words: list[Term] = [Lit(written, "@vi") for p in provisions_read(text) if (written := provision_text(p))]
    return list(dict.fromkeys(words))


def _provisions(column: Columns) -> tuple[Chosen, Chosen]:
    """Provisions in words for people, and as the table has them for programs."""
    return (
        column.chosen("vl:provision", "provisions", _provision_words),
        column.chosen("vl:provisionData", "provisions", lambda text: [] if text == "[]" else [Lit(text)]),
    )


def _places(column: Columns) -> tuple[Chosen, Chosen]:
    """Page and paragraph."""
    return (
        column.chosen("vl:page", "page", lambda page: [Lit(str(page), "xsd:integer")]),
        column.chosen("vl:paragraph", "paragraph", lambda paragraph: [Lit(str(paragraph), "xsd:integer")]),
    )
