"""Turtle and N-Quads, streamed.

Most of a graph is evidence: millions of nodes with the same few predicates. Those come as :class:`Rows`, column by
column, so that what many nodes say is written out once; all others come as single nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, TypeVar

from kg.rdf_terms import BASE_IRI, Lit, Node, Term, escaped, prefixes, turtle_literal

_Value = TypeVar("_Value")
_AGAIN = "\x00"  # stands for the subject until a row is put together; what is written never holds it


class Chosen(NamedTuple):
    """A predicate with terms of any kind, or with several.

    Attributes:
        predicate: compact name.
        values: the different values, each a list of terms, without repetitions.
        at: for each row which of them it has, -1 for none.
    """

    predicate: str
    values: Sequence[list[Term]]
    at: Sequence[int]


class Things(NamedTuple):
    """A predicate that leads each row to one thing.

    Attributes:
        predicate: compact name.
        values: the different things, as compact names.
        at: for each row which of them it has, -1 for none.
    """

    predicate: str
    values: Sequence[str]
    at: Sequence[int]


class Texts(NamedTuple):
    """A predicate with one literal for each row, all of one kind.

    Attributes:
        predicate: compact name.
        values: the different texts; or the text of each row, None for none.
        kind: as in :class:`kg.rdf_terms.Lit`.
        at: for each row which of the texts it has, -1 for none; None where each has its own.
    """

    predicate: str
    values: Sequence[str | None]
    kind: str = ""
    at: Sequence[int] | None = None


Column: TypeAlias = "Chosen | Things | Texts"


@dataclass(frozen=True, slots=True)
class Rows:
    """Nodes of one kind, each of which says something.

    Attributes:
        subjects: their names.
        columns: what is said of them, in the order in which it is written; each predicate once.
    """

    subjects: Sequence[str]
    columns: Sequence[Column]

    def __iter__(self) -> Iterator[Node]:
        """The same as single nodes.

        >>> list(Rows(["doc:a"], [Texts("vl:number", ["1"]), Texts("dcterms:title", [None])]))
        [('doc:a', [('vl:number', [Lit(text='1', kind='')])])]
        """
        said = [_said(column) for column in self.columns]
        for subject, *found in zip(self.subjects, *said, strict=True):
            yield subject, [one for one in found if one is not None]


Written: TypeAlias = "Node | Rows"


def _said(column: Column) -> Sequence[tuple[str, list[Term]] | None]:
    predicate = column.predicate
    ready: list[tuple[str, list[Term]] | None]
    if isinstance(column, Texts):
        ready = [None if text is None else (predicate, [Lit(text, column.kind)]) for text in column.values]
    elif isinstance(column, Things):
        ready = [(predicate, [thing]) for thing in column.values]
    else:
        ready = [(predicate, terms) for terms in column.values]
    return ready if column.at is None else _chosen(ready, column.at, None)


def single(written: Iterable[Written]) -> Iterator[Node]:
    """Every node by itself.

    >>> list(single([("doc:a", []), Rows(["doc:b"], [Texts("vl:number", ["1"])])]))
    [('doc:a', []), ('doc:b', [('vl:number', [Lit(text='1', kind='')])])]
    """
    for one in written:
        if isinstance(one, Rows):
            yield from one
        else:
            yield one


# -- Turtle --------------------------------------------------------------------------------------------


def turtle(nodes: Iterable[Written], base_iri: str = BASE_IRI) -> Iterator[str]:
    """Turtle, one piece a node: prefixes first, statements in the order given.

    >>> print("".join(turtle([("doc:a", [("rdf:type", ["vl:Document"])])])).splitlines()[-1])
    doc:a a vl:Document .
    """
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(base_iri).items())
    for node in nodes:
        if isinstance(node, Rows):
            columns = zip(*(_turtle_column(column) for column in node.columns), strict=True)
            for subject, said in zip(node.subjects, columns, strict=True):
                yield f"\n{subject} " + " ;\n    ".join(filter(None, said)) + " .\n"
        else:
            subject, statements = node
            yield f"\n{subject} " + " ;\n    ".join([_turtle_statement(*one) for one in statements]) + " .\n"


def _turtle_statement(predicate: str, terms: Sequence[Term]) -> str:
    values = " ,\n        ".join([t if isinstance(t, str) else turtle_literal(t) for t in terms])
    return f"{'a' if predicate == 'rdf:type' else predicate} {values}"


def _turtle_column(column: Column) -> Sequence[str]:
    """What each row of a column becomes, empty where it says nothing."""
    predicate = "a" if column.predicate == "rdf:type" else column.predicate
    if isinstance(column, Texts):
        end = column.kind if column.kind.startswith("@") or not column.kind else f"^^{column.kind}"
        written = _around(f'{predicate} "', column.values, f'"{end}')
    elif isinstance(column, Things):
        written = [f"{predicate} {thing}" for thing in column.values]
    else:
        written = [_turtle_statement(predicate, terms) for terms in column.values]
    return written if column.at is None else _chosen(written, column.at, "")


# -- N-Quads -------------------------------------------------------------------------------------------


class _Names(dict[str, str]):
    """Compact name → name in ``<>``, each made once."""

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, compact: str) -> str:
        made = self[compact] = self.once(compact)
        return made

    def once(self, compact: str) -> str:
        """A name that will hardly come again, which is not kept."""
        prefix, _, local = compact.partition(":")
        return f"<{self._table[prefix]}{local}>"


def nquads(nodes: Iterable[Written], base_iri: str = BASE_IRI) -> Iterator[str]:
    """N-Quads of the default graph, one statement a line; the same lines are N-Triples.

    >>> print("".join(nquads([("doc:a", [("vl:number", [Lit("1")])])])), end="")
    <https://w3id.org/vnlaw/doc/a> <https://w3id.org/vnlaw/ns#number> "1" .
    """
    full = _Names(prefixes(base_iri))
    for node in nodes:
        if isinstance(node, Rows):
            columns = zip(*(_nquads_column(column, full) for column in node.columns), strict=True)
            several = any(len(values) > 1 for one in node.columns if isinstance(one, Chosen) for values in one.values)
            for subject, said in zip(node.subjects, columns, strict=True):
                head = f"{full.once(subject)} "
                row = head + head.join(filter(None, said))  # its lines, between them what each begins with
                yield row.replace(_AGAIN, head) if several else row
        else:
            subject, statements = node
            head = full.once(subject)
            lines = []
            for predicate, terms in statements:
                start = f"{head} {full[predicate]} "
                lines += [f"{start}{full[t] if isinstance(t, str) else _nquads_literal(t, full)} .\n" for t in terms]
            yield "".join(lines)


def _nquads_statement(predicate: str, terms: Sequence[Term], full: _Names) -> str:
    """The lines of a statement without the subject before them."""
    start = f"{full[predicate]} "
    return _AGAIN.join([f"{start}{full[t] if isinstance(t, str) else _nquads_literal(t, full)} .\n" for t in terms])


def _nquads_literal(term: Lit, full: _Names) -> str:
    words, kind = term
    return f'"{escaped(words)}"{_nquads_kind(kind, full)}' if kind else f'"{escaped(words)}"'


def _nquads_kind(kind: str, full: _Names) -> str:
    return kind if kind.startswith("@") or not kind else f"^^{full[kind]}"


def _nquads_column(column: Column, full: _Names) -> Sequence[str]:
    start = full[column.predicate]
    if isinstance(column, Texts):
        written = _around(f'{start} "', column.values, f'"{_nquads_kind(column.kind, full)} .\n')
    elif isinstance(column, Things):
        written = [f"{start} {full[thing]} .\n" for thing in column.values]
    else:
        written = [_nquads_statement(column.predicate, terms, full) for terms in column.values]
    return written if column.at is None else _chosen(written, column.at, "")


# -- both ----------------------------------------------------------------------------------------------


def _chosen(values: list[_Value], at: Sequence[int], none: _Value) -> list[_Value]:
    values.append(none)  # what -1 finds
    return [values[i] for i in at]


def _around(start: str, texts: Sequence[str | None], end: str) -> list[str]:
    return ["" if text is None else f"{start}{escaped(text)}{end}" for text in texts]
