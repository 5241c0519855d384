"""The graph: five tables and the ways into them.

A :class:`Graph` is a value. It is made from rows or loaded from a folder, and every view of it
(networkx, RDF, HTML) is derived from its tables.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import pyarrow as pa

from kg import store, store_read, tables
from kg.errors import GraphError
from kg.integrity import validate
from kg.models import Document
from kg.records import RelationRow, document_from_row, relation_from_row
from kg.stats import Stats, stats_of
from kg.tables import FORMAT, TABLES

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.dataframes import Table
    from kg.index import Index
    from kg.query import Answer, Step

__all__ = ["Graph", "RelationRow", "Stats"]

_T = TypeVar("_T")


class Graph:
    """A knowledge graph of documents: tables, and questions to them.

    Make one with :meth:`from_rows`, :meth:`from_tables` or :meth:`load`; it is never changed afterwards.

    Attributes:
        meta: what ``meta.json`` holds: ``format``, ``kg`` (the version that made it), ``counts``, and
            whatever the maker added.
        folder: where it was loaded from; empty for a graph made in memory.
        index: what answers questions without loading tables; None for a graph made in memory.

    >>> g = Graph.from_rows(documents=[{"id": "a", "type": "luat"}, {"id": "b"}])
    >>> g, g.document("a").type, g.document("c")
    (Graph(documents=2, mentions=0, relations=0, conflicts=0, sources=0), 'luat', None)
    """

    __slots__ = ("_files", "_memo", "_tables", "folder", "index", "meta")

    def __init__(
        self,
        meta: Mapping[str, Any],
        loaded: Mapping[str, pa.Table],
        files: Mapping[str, Any] | None = None,
        folder: str = "",
        index: Index | None = None,
    ) -> None:
        self.meta: Mapping[str, Any] = MappingProxyType(dict(meta))
        self._tables = dict(loaded)
        self._files: Mapping[str, Any] = files or {}
        self.folder = folder
        self.index = index
        self._memo: dict[str, Any] = {}

    def __repr__(self) -> str:
        """How many rows each table has."""
        counts = ", ".join(f"{name}={self.count(name)}" for name in TABLES)
        return f"Graph({counts})"

    def _repr_html_(self) -> str:
        from kg.cards import graph_card

        return graph_card(self)

    def count(self, name: str) -> int:
        """How many rows a table has, without reading it."""
        at = self._tables[name] if name in self._tables else self._files[name].metadata
        return int(at.num_rows)

    def to_pandas(self, table: Table = "relations", *, named: bool = False) -> Any:
        """A table as a pandas DataFrame, ``named`` with what people call the documents (:mod:`kg.dataframes`)."""
        from kg.dataframes import table_frame

        return table_frame(self, table, named=named)

    # Making, loading, saving

    @classmethod
    def from_rows(
        cls,
        *,
        documents: Iterable[Mapping[str, Any]] = (),
        mentions: Iterable[Mapping[str, Any]] = (),
        relations: Iterable[Mapping[str, Any]] = (),
        conflicts: Iterable[Mapping[str, Any]] = (),
        sources: Iterable[Mapping[str, Any]] = (),
        meta: Mapping[str, Any] | None = None,
    ) -> Graph:
        """A graph from rows in any order.

        Args:
            documents, mentions, relations, conflicts, sources: dicts by column (see
                ``docs/data-model.md``); what may be empty can be left out. ``provisions`` may be a
                sequence of :class:`kg.models.Provision`.
            meta: more to keep in ``meta.json``.

        Raises:
            GraphError: the rows do not make a graph (see :func:`kg.integrity.validate`).
        """
        rows = zip(TABLES, (documents, mentions, relations, conflicts, sources), strict=True)
        return cls._made({name: tables.from_rows(name, given) for name, given in rows}, meta)

    @classmethod
    def from_tables(
        cls, given: Mapping[str, pa.Table], *, meta: Mapping[str, Any] | None = None
    ) -> Graph:
        """A graph from Arrow tables whose rows are in any order; a table that is left out is empty.

        Raises:
            GraphError: a column is missing, or the rows do not make a graph.
        """
        ready = {
            name: tables.arranged(name, given[name]) if name in given else tables.from_rows(name, ())
            for name in TABLES
        }
        return cls._made(ready, meta)

    @classmethod
    def _made(cls, ready: dict[str, pa.Table], meta: Mapping[str, Any] | None) -> Graph:
        ready["documents"] = tables.with_counts(ready["documents"], ready["mentions"])
        validate(ready)
        counts = {name: table.num_rows for name, table in ready.items()}
        return cls({**(meta or {}), "format": FORMAT, "kg": store.kg_version(), "counts": counts}, ready)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Graph:
        """Open a graph folder; a table is read when it is first asked for, and questions read none.

        Raises:
            GraphError: see :func:`kg.store_read.open_folder`.
        """
        opened = store_read.open_folder(path)
        return cls(opened.meta, {}, opened.files, os.fspath(path), opened.index)

    @classmethod
    def from_turtle(cls, path: str | os.PathLike[str]) -> Graph:
        """The graph that a file of Turtle (or of another RDF syntax) holds; see :func:`kg.rdf_read.read_rdf`."""
        from kg.rdf_read import read_rdf

        return read_rdf(path)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the graph as a folder, whole or not at all; a graph that stands there is replaced.

        Raises:
            GraphError: see :func:`kg.store.save`.
        """
        store.save(path, {name: self._table(name) for name in TABLES}, self.meta)

    # Tables

    def _table(self, name: str) -> pa.Table:
        if name not in self._tables:
            self._tables[name] = store_read.read_table(self._files[name], name, self.folder)
        return self._tables[name]

    @property
    def documents(self) -> pa.Table:
        """The table ``documents``, by id."""
        return self._table("documents")

    @property
    def mentions(self) -> pa.Table:
        """The table ``mentions``, by text and place."""
        return self._table("mentions")

    @property
    def relations(self) -> pa.Table:
        """The table ``relations``: one row is one piece of evidence."""
        return self._table("relations")

    @property
    def conflicts(self) -> pa.Table:
        """The table ``conflicts``."""
        return self._table("conflicts")

    @property
    def sources(self) -> pa.Table:
        """The table ``sources``."""
        return self._table("sources")

    def column(self, table: str, column: str) -> pa.ChunkedArray:
        """One column of a table, without loading the others."""
        if table in self._tables:
            return self._tables[table][column]
        return store_read.read_column(self._files[table], table, column, self.folder)

    def rows_where(self, table: str, column: str, values: Sequence[str]) -> list[dict[str, Any]]:
        """The rows that hold one of some texts in a column, in order.

        Little is read where ``column`` is the first one that the table is ordered by: ``id`` of documents,
        ``source`` of mentions and sources, ``subject`` of relations, ``document`` of conflicts.
        """
        import pyarrow.compute as pc

        if table in self._tables:
            whole = self._tables[table]
            found = whole.filter(pc.is_in(whole[column], value_set=pa.array(list(values), pa.string())))
        else:
            found = store_read.read_rows(self._files[table], table, column, values, self.folder)
        rows: list[dict[str, Any]] = found.to_pylist()
        return rows

    def memo(self, key: str, make: Callable[[Graph], _T]) -> _T:
        """What ``make`` derives from this graph, derived once: indexes live and die with the graph."""
        if key not in self._memo:
            self._memo[key] = make(self)
        return cast(_T, self._memo[key])

    # Documents and relations

    def row_of(self, document_id: str) -> int | None:
        """The row of a document in the table ``documents``, None where there is none.

        Raises:
            GraphError: the rows of a loaded graph are out of order (``graph-damaged``).
        """
        if self.index is not None:
            return self.index.row_of(document_id)
        ids = self.memo("ids", _sorted_ids)
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            if ids[middle].as_py() < document_id:
                low = middle + 1
            else:
                high = middle
        return low if low < len(ids) and ids[low].as_py() == document_id else None

    def id_at(self, row: int) -> str:
        """The id of the document in a row of the table ``documents``."""
        ids = self.index.ids if self.index is not None else self.documents["id"]
        return str(ids[row].as_py())

    def document_rows(self, rows: Sequence[int]) -> list[dict[str, Any]]:
        """Several rows of the table ``documents``, in the order given."""
        if self.index is not None and "documents" not in self._tables:
            return self.index.documents.take(rows)
        found: list[dict[str, Any]] = self.documents.take(pa.array(rows, pa.int64())).to_pylist()
        return found

    def documents_at(self, rows: Sequence[int]) -> list[Document]:
        """The documents of several rows, in the order given."""
        return [document_from_row(row) for row in self.document_rows(rows)]

    def document(self, document_id: str) -> Document | None:
        """The document with an id, None where there is none."""
        row = self.row_of(document_id)
        return None if row is None else self.documents_at([row])[0]

    def iter_documents(self) -> Iterator[Document]:
        """All documents by id, without holding all of them in memory."""
        for row in self.iter_rows("documents"):
            yield document_from_row(row)

    def iter_rows(self, table: str) -> Iterator[dict[str, Any]]:
        """All rows of a table in order, without holding all of them in memory."""
        if table in self._tables:
            batches = self._tables[table].to_batches(max_chunksize=4096)
        else:
            batches = store_read.iter_batches(self._files[table], table, self.folder)
        for batch in batches:
            yield from batch.to_pylist()

    def relation_rows(self, rows: Sequence[int]) -> list[RelationRow]:
        """The evidence of several rows of the table ``relations``, in the order given."""
        if self.index is not None and "relations" not in self._tables:
            found = self.index.relations.take(rows)
        else:
            found = self.relations.take(pa.array(rows, pa.int64())).to_pylist()
        return [relation_from_row(row) for row in found]

    def relations_of(
        self,
        document_id: str,
        *,
        predicate: str | None = None,
        direction: Literal["out", "in"] = "out",
    ) -> list[RelationRow]:
        """The evidence of the links that leave a document (``out``) or lead to it (``in``).

        Args:
            document_id: id of the document; one that is not in the graph has no links.
            predicate: only links of this kind, e.g. ``implements`` or ``based-on``.
            direction: ``out`` where the document acts, ``in`` where it is acted upon.

        Returns:
            Rows in the order of the table.

        Raises:
            KgError: there is no such predicate.
        """
        from kg.links import links, predicate_name

        wanted = None if predicate is None else predicate_name(predicate)
        row = self.row_of(document_id)
        if row is None:
            return []
        index = links(self)
        edges = index.out(row, wanted) if direction == "out" else index.into(row, wanted)
        rows = [n for e in edges for n in index.rows(e)]
        return self.relation_rows(sorted(rows))

    def stats(self, *, top: int = 10) -> Stats:
        """The graph in numbers.

        Args:
            top: how many of the most cited documents to name.
        """
        return stats_of(self, top=top)

    # Questions and views: the work is done elsewhere, and imported when it is asked for

    def find(self, words: str) -> list[Document]:
        """Documents that answer to ``words``, best first; see :func:`kg.lookup.find`."""
        from kg.lookup import find

        return find(self, words)

    def find_one(self, words: str) -> Document:
        """The one document that answers to ``words``; see :func:`kg.lookup.find_one`."""
        from kg.lookup import find_one

        return find_one(self, words)

    def query(self, predicate: str, document: str | Document, **filters: Any) -> list[Answer]:
        """The documents that stand in a relation to one; see :func:`kg.query.query`."""
        from kg.query import query

        return query(self, predicate, document, **filters)

    def path(self, a: str | Document, b: str | Document, **options: Any) -> list[Step] | None:
        """The shortest chain of links between two documents; see :func:`kg.query.path`."""
        from kg.query import path

        return path(self, a, b, **options)

    def to_networkx(self, **filters: Any) -> nx.MultiDiGraph:
        """The graph for networkx; see :func:`kg.network.to_networkx`."""
        from kg.network import to_networkx

        return to_networkx(self, **filters)

    def to_rdflib(self, **options: Any) -> rdflib.Graph:
        """The graph as RDF triples; see :func:`kg.rdf.to_rdflib`."""
        from kg.rdf import to_rdflib

        return to_rdflib(self, **options)

    def sparql(self, query: str, **options: Any) -> bytes:
        """The answer to a SPARQL query; see :func:`kg.sparql.query`."""
        from kg.sparql import query as ask

        return ask(self, query, **options)

    def view(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the graph as one HTML page; see :func:`kg.view.write_html`."""
        from kg.view import write_html

        write_html(self, path, **options)


def _sorted_ids(graph: Graph) -> pa.Array:
    """The ids in one array, after a look that they are in order: the lookup depends on it."""
    import pyarrow.compute as pc

    ids = graph.documents["id"].combine_chunks()
    if len(ids) > 1 and not pc.all(pc.less(ids[:-1], ids[1:])).as_py():
        raise GraphError(
            "the rows of documents.parquet are out of order; build the graph again",
            code="graph-damaged",
            path=graph.folder,
        )
    return ids
