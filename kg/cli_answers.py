"""How documents, links and answers are shown: as cells of a table, and as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.console import Cell, Column, Quote, Screen, aligned, quote

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.models import Document, Predicate
    from kg.query import Answer, Step
    from kg.records import RelationRow

_FACTS = ("id", "type", "number", "date", "issuer", "locality", "title")


def listed(documents: Sequence[Document], screen: Screen) -> list[str]:
    """Documents as aligned lines: type, number, date, issuer, id."""
    columns = [Column(screen.say(name)) for name in ("type", "number", "date", "issuer", "id")]
    spelt = spellings(documents, ())
    rows = [
        [type_name(one.type, screen), headline(one, screen), one.date or "", issuer(one, screen, spelt), one.id]
        for one in documents
    ]
    return ["  " + line for line in aligned(columns, rows)]


def record(document: Document) -> dict[str, Any]:
    """A document as JSON values."""
    row: dict[str, Any] = {name: getattr(document, name) for name in (*_FACTS, "status")}
    if document.candidates:
        row["candidates"] = list(document.candidates)
    return row


# Names of things for people


def type_name(slug: str | None, screen: Screen) -> str:
    """The name of a type."""
    from kg.labels import type_of

    return str(getattr(type_of(slug), screen.lang))


def issuer(document: Document, screen: Screen, spelt: Mapping[str, str] | None = None) -> str:
    """The name of the body that issued a document; ``spelt`` holds names of places that no table has."""
    from kg.labels import body_of

    body = body_of(document.issuer, spelt)
    return str(getattr(body.name, screen.lang)) if body else ""


def spellings(documents: Iterable[Document], evidence: Iterable[RelationRow]) -> dict[str, str]:
    """How the places of some bodies are spelt that are in no table: as the sentences shown spell them."""
    from kg.labels import place_of, spellings_in

    known = list(documents)
    wanted = {place for one in known if (place := place_of(one.issuer))}
    titles = [words for one in known for words in (one.title, one.locality) if words]
    return spellings_in([*titles, *(row.sentence for row in evidence)], wanted) if wanted else {}


def headline(document: Document, screen: Screen) -> str:
    """What people call a document."""
    from kg.labels import headline as words

    return str(getattr(words(document.type, document.number, document.title, document.date), screen.lang))


def line(document: Document, screen: Screen, spelt: Mapping[str, str] | None = None) -> str:
    """A document in a few words: name, date, body."""
    kind, name = type_name(document.type, screen), headline(document, screen)
    if document.number and document.type and not name.casefold().startswith(kind.casefold()):
        name = f"{kind} {name}"
    about = ", ".join(part for part in (document.date, issuer(document, screen, spelt)) if part)
    return f"{name} ({about})" if about else name


def name_of(graph: Graph, document_id: str, screen: Screen) -> str:
    """What people call the document with an id."""
    document = graph.document(document_id)
    return document_id if document is None else headline(document, screen)


# Parts of answers


def pairs(screen: Screen, rows: Sequence[Sequence[str]]) -> None:
    """Labels and values."""
    screen.table([Column("", whole=True), Column("", right=False)], rows, head=False)


def _table(screen: Screen, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """Without the columns in which there is nothing."""
    used = [at for at in range(len(columns)) if any(str(row[at]) for row in rows)]
    screen.table([columns[at] for at in used], [[row[at] for at in used] for row in rows])


def facts_table(
    screen: Screen, graph: Graph, one: Document, row: dict[str, Any], evidence: Iterable[RelationRow] = ()
) -> None:
    """What is known of a document itself; the evidence of its links shows how its place is spelt."""
    spelt = spellings([one], evidence)
    screen.heading(line(one, screen, spelt))
    values = {
        "title": one.title, "type": type_name(one.type, screen), "number": one.number, "date": one.date,
        "issuer": issuer(one, screen, spelt), "locality": one.locality, "status": screen.say(f"status.{one.status}"),
        "candidates": "; ".join(name_of(graph, other, screen) + f" [{other}]" for other in one.candidates),
        "mentions": str(row["mentions"]), "source": row["source"], "id": one.id,
    }  # fmt: skip
    pairs(screen, [[f"  {screen.say(name)}", str(value)] for name, value in values.items() if value])


def conflict_line(conflict: dict[str, Any], screen: Screen) -> str:
    """A disagreement: all values, most supported first, and where."""
    names = conflict["sources"]
    where = screen.say("in-sources", count=len(names), names=", ".join(names))
    return f"{screen.say('field.' + conflict['field'])}: {' / '.join(conflict['values'])} ({where})"


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """One link of a document as it is shown.

    Attributes:
        predicate: the relation.
        other: the document at the other end.
        confidence: how sure the link is.
        evidence: what states it, the strongest first.
    """

    predicate: Predicate
    other: Document
    confidence: float
    evidence: tuple[RelationRow, ...]


def links_of(graph: Graph, document: Document, *, outgoing: bool) -> list[Link]:
    """The links that leave a document, or lead to it: by relation in the usual order, then by id."""
    from kg.links import links, read_evidence
    from kg.models import PREDICATES

    index, node = links(graph), graph.row_of(document.id)
    if node is None:
        return []
    edges = list(index.out(node) if outgoing else index.into(node))
    others = graph.documents_at([(index.object if outgoing else index.subject)[edge] for edge in edges])
    evidence = read_evidence(graph, [index.evidence(edge) for edge in edges])
    found = [
        Link(index.predicate_of(edge), other, index.confidence(edge) or 0.0, rows)
        for edge, other, rows in zip(edges, others, evidence, strict=True)
    ]
    return sorted(found, key=lambda link: (PREDICATES.index(link.predicate), link.other.id))


def links_table(screen: Screen, found: Sequence[Link]) -> None:
    """Links with the sentence that states each."""
    spelt = spellings((link.other for link in found), (row for link in found for row in link.evidence))
    rows: list[list[Cell]] = [
        [
            screen.say(f"predicate.{link.predicate}"),
            headline(link.other, screen),
            link.other.date or "",
            issuer(link.other, screen, spelt),
            *_evidence_cells(link.evidence, link.confidence, screen),
        ]
        for link in found
    ]
    titles = ("relation", "document", "date", "issuer")
    columns = [Column(screen.say(title), whole=title in ("relation", "date")) for title in titles]
    _table(screen, [*columns, *_evidence_columns(screen)], rows)


def answers_table(screen: Screen, graph: Graph, answers: Sequence[Answer], *, reverse: bool) -> None:
    """Answers of a query, each with the sentence that links it to the next document of its chain."""
    spelt = spellings(
        (answer.document for answer in answers), (row for answer in answers for row in answer.evidence)
    )
    rows: list[list[Cell]] = []
    for answer in answers:
        one = answer.document
        between = [name_of(graph, other, screen) for other in answer.path[1:-1]]
        first = answer.path[:2] if not reverse else answer.path[-2:]
        own = [row for row in answer.evidence if (row.subject, row.object) == tuple(first)]
        name = one.number or headline(one, screen)
        rows.append(
            [
                name, type_name(one.type, screen), one.date or "", issuer(one, screen, spelt), " → ".join(between),
                *_evidence_cells(own or answer.evidence, answer.confidence, screen),
            ]
        )  # fmt: skip
    columns = [
        Column(screen.say("number"), whole=all(len(str(row[0])) < 40 for row in rows)),
        Column(screen.say("type")),
        Column(screen.say("date"), whole=True),
        Column(screen.say("issuer")),
        Column(screen.say("via")),
    ]
    _table(screen, [*columns, *_evidence_columns(screen)], rows)


def steps_table(screen: Screen, graph: Graph, steps: Sequence[Step]) -> None:
    """A chain of links, one a line, each arrow pointing from the document that acts."""
    rows: list[list[Cell]] = []
    for step in steps:
        near, far = (step.subject, step.object) if step.forward else (step.object, step.subject)
        relation = screen.say(f"predicate.{step.predicate}")
        rows.append(
            [
                name_of(graph, near, screen),
                f"{relation} →" if step.forward else f"← {relation}",
                name_of(graph, far, screen),
                *_evidence_cells(step.evidence, step.confidence, screen),
            ]
        )
    titles = ("document", "relation", "document")
    columns = [Column(screen.say(title), whole=title == "relation") for title in titles]
    _table(screen, [*columns, *_evidence_columns(screen)], rows)


def _evidence_columns(screen: Screen) -> list[Column]:
    return [
        Column(screen.say("strength")),
        Column(screen.say("confidence"), whole=True, right=True),
        Column(screen.say("evidence"), below=True),
    ]


def _evidence_cells(evidence: Sequence[RelationRow], confidence: float, screen: Screen) -> list[Cell]:
    """Strength in words, confidence, and the sentence of the strongest evidence."""
    best = evidence[0]
    strength = screen.say(f"strength.{best.strength}")
    if best.scope:
        strength += f", {screen.say(f'scope.{best.scope}')}"
    return [strength, f"{confidence:.2f}", _quote(best, len(evidence) - 1, screen)]


def where(row: RelationRow, screen: Screen) -> str:
    """Where the evidence stands: file and page, or what else leads there: paragraph, or offset."""
    if row.page is not None:
        return f"{row.source}, {screen.say('place.page', page=row.page)}"
    if row.paragraph is not None:
        return f"{row.source}, {screen.say('place.paragraph', paragraph=row.paragraph)}"
    return f"{row.source}:{row.start}"


def _quote(row: RelationRow, more: int, screen: Screen) -> Quote:
    note = f" [{where(row, screen)}]"
    if more:
        note += f" ({screen.say('more-evidence', count=more)})"
    start = row.start - row.sentence_start
    return quote(
        row.sentence, start, start + row.end - row.start, weak=row.strength == "footnote", note=note
    )


# The same as JSON


def _evidence_json(row: RelationRow) -> dict[str, Any]:
    values = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    return {**values, "provisions": [provision.as_dict() for provision in row.provisions]}


def link_json(link: Link) -> dict[str, Any]:
    """A link as JSON values."""
    return {
        "predicate": link.predicate,
        "document": record(link.other),
        "confidence": round(link.confidence, 4),
        "evidence": [_evidence_json(row) for row in link.evidence],
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """An answer as JSON values."""
    return {
        "document": record(answer.document),
        "depth": answer.depth,
        "confidence": round(answer.confidence, 4),
        "path": list(answer.path),
        "evidence": [_evidence_json(row) for row in answer.evidence],
    }


def step_json(step: Step) -> dict[str, Any]:
    """A link of a path as JSON values."""
    return {
        "subject": step.subject,
        "predicate": step.predicate,
        "object": step.object,
        "forward": step.forward,
        "confidence": round(step.confidence, 4),
        "evidence": [_evidence_json(row) for row in step.evidence],
    }
