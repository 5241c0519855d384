"""The nodes of evidence: one for each row of the tables ``relations`` and ``mentions``.

There are millions of them, so they are made column by column and without the helpers of
:mod:`kg.rdf_terms`; what a table holds is valid text already.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from kg.rdf_terms import Lit, Node, Term, date, decimal, name
from kg.tables import provisions_read

if TYPE_CHECKING:
    import pyarrow as pa

    from kg.models import Provision

_ROWS: Final = 8192
_WHOLE: Final = "xsd:nonNegativeInteger"
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


def key_of(*parts: str) -> str:
    """The name of a thing that has none, from what it is made of.

    >>> key_of("a", "b") == key_of("a", "b") != key_of("ab")
    True
    """
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Names(dict[str, str]):
    """Compact names of one kind, each made once.

    >>> Names("doc")["a b"]
    'doc:a%20b'
    """

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix

    def __missing__(self, local: str) -> str:
        """A name that was not asked for before."""
        made = self[local] = name(self._prefix, local)
        return made


class SourceNames(dict[str, str]):
    """Compact names of sources: a path may hold anything, so its digest stands for it."""

    def __missing__(self, path: str) -> str:
        """A name that was not asked for before."""
        made = self[path] = f"source:{key_of(path)[:16]}"
        return made


def issuers(value: str | None) -> list[str]:
    """The bodies of an issuer: joint documents have several, joined by ``+``.

    >>> issuers("bo-noi-vu+bo-tai-chinh"), issuers(None)
    (['bo-noi-vu', 'bo-tai-chinh'], [])
    """
    return [part for part in (value or "").split("+") if part]


def joint(value: str | None) -> list[Term]:
    """The issuer as it stands in the table, where the bodies alone would not tell it: their order counts."""
    return [Lit(value)] if value is not None and [value] != issuers(value) else []


def citation_nodes(relations: pa.Table, run: str) -> Iterator[Node]:
    """A ``vl:Citation`` for each piece of evidence, in the order of the table.

    Args:
        relations: the table, in its order.
        run: name of the run that read them.
    """
    documents, sources = Names("doc"), SourceNames()
    before, same = "", 0
    for row in _columns(
        relations, "subject predicate object strength source start end confidence cue frame scope provisions "
        "sentence sentence_start page paragraph"
    ):  # fmt: skip
        (subject, predicate, target, strength, source, start, end, confidence, cue, frame, scope, provisions,
         sentence, offset, page, paragraph) = row  # fmt: skip
        first, last = str(start), str(end)
        key = key_of(source, first, last, subject, predicate, target)[:32]
        # Two rules that read the same place are two citations; only then a number follows.
        same = same + 1 if key == before else 0
        before = key
        found: list[tuple[str, list[Term]]] = [
            ("rdf:type", ["vl:Citation"]),
            ("cito:hasCitingEntity", [documents[subject]]),
            ("cito:hasCitedEntity", [documents[target]]),
            ("cito:hasCitationCharacterization", [f"vl:{predicate}"]),
            ("vl:strength", [Lit(strength)]),
            ("vl:confidence", [decimal(confidence)]),
        ]
        if cue:
            found.append(("vl:cue", [Lit(cue, "@vi")]))
        if frame:
            found.append(("vl:frame", [Lit(frame)]))
        if scope is not None:
            found.append(("vl:scope", [Lit(scope)]))
        if provisions != "[]":
            found += _provisions(provisions)
        if offset <= start and (exact := sentence[start - offset : end - offset]):
            found.append(("oa:exact", [Lit(exact)]))
        found.append(("oa:start", [Lit(first, _WHOLE)]))
        found.append(("oa:end", [Lit(last, _WHOLE)]))
        if page is not None:
            found.append(("vl:page", [Lit(str(page), "xsd:integer")]))
        if paragraph is not None:
            found.append(("vl:paragraph", [Lit(str(paragraph), "xsd:integer")]))
        if sentence:
            found.append(("vl:sourceText", [Lit(sentence, "@vi")]))
        if sentence or offset:
            found.append(("vl:sourceTextStart", [Lit(str(offset), "xsd:integer" if offset < 0 else _WHOLE)]))
        found.append(("dcterms:source", [sources[source]]))
        found.append(("prov:wasGeneratedBy", [run]))
        yield f"cit:{key}-{same + 1}" if same else f"cit:{key}", found


def mention_nodes(mentions: pa.Table) -> Iterator[Node]:
    """A ``vl:Mention`` for each place that names a document, in the order of the table.

    What a mention says of the document has properties of its own (``vl:statedNumber`` …): it may be wrong, and
    a question for the number of a document must not find its mentions.
    """
    documents, sources, types, bodies = Names("doc"), SourceNames(), Names("vl-type"), Names("body")
    before, same = "", 0
    for row in _columns(
        mentions, "source document start end text kind type number date issuer series title provisions target "
        "confidence page paragraph"
    ):  # fmt: skip
        (source, document, start, end, text, kind, type_, number, day, issuer, series, title, provisions,
         target, confidence, page, paragraph) = row  # fmt: skip
        first, last = str(start), str(end)
        key = key_of(source, first, last, document)[:32]
        same = same + 1 if key == before else 0
        before = key
        found: list[tuple[str, list[Term]]] = [
            ("rdf:type", ["vl:Mention"]),
            ("vl:mentionedIn", [documents[document]]),
        ]
        if target is not None:
            found.append(("vl:mentionOf", [documents[target]]))
        found.append(("vl:mentionKind", [Lit(kind)]))
        found.append(("vl:statedType", [types[type_]]))
        if number is not None:
            found.append(("vl:statedNumber", [Lit(number)]))
        if day is not None:
            found.append(("vl:statedDate", [date(day)]))
        if issuer is not None:
            if named := issuers(issuer):
                found.append(("vl:statedIssuer", list(dict.fromkeys(bodies[body] for body in named))))
            if whole := joint(issuer):
                found.append(("vl:jointIssuer", whole))
        if series is not None:
            found.append(("vl:statedSeries", [Lit(series)]))
        if title is not None:
            found.append(("vl:statedTitle", [Lit(title, "@vi")]))
        if provisions != "[]":
            found += _provisions(provisions)
        found.append(("oa:exact", [Lit(text)]))
        found.append(("oa:start", [Lit(first, _WHOLE)]))
        found.append(("oa:end", [Lit(last, _WHOLE)]))
        if page is not None:
            found.append(("vl:page", [Lit(str(page), "xsd:integer")]))
        if paragraph is not None:
            found.append(("vl:paragraph", [Lit(str(paragraph), "xsd:integer")]))
        found.append(("vl:confidence", [decimal(confidence)]))
        found.append(("dcterms:source", [sources[source]]))
        yield f"mention:{key}-{same + 1}" if same else f"mention:{key}", found


def _provisions(text: str) -> list[tuple[str, list[Term]]]:
    """Provisions in words for people, and as the table has them for programs."""
    words: list[Term] = [
        Lit(written, "@vi") for p in provisions_read(text) if (written := provision_text(p))
    ]
    found: list[tuple[str, list[Term]]] = [("vl:provision", list(dict.fromkeys(words)))] if words else []
    return [*found, ("vl:provisionData", [Lit(text)])]


def _columns(table: pa.Table, names: str) -> Iterator[tuple[Any, ...]]:
    """The rows of some columns as tuples, a few thousand in memory at a time."""
    for batch in table.select(names.split()).to_batches(max_chunksize=_ROWS):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
