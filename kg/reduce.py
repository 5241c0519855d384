"""From the results of single texts to the tables of a graph, as steps of SQL that any engine can run.

The steps use what DuckDB and Spark SQL have in common; a :class:`Dialect` writes what they spell differently.
Between the two groups of steps stands the one that is no SQL: :func:`kg.blocks.resolved`, block by block.

There at the beginning: ``inputs`` (:data:`INPUTS`), a row for each name; ``analysed``
(:data:`kg.parts.SCHEMA`), a row for each content that has a result; ``failed`` (key, error), a row for each that
has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final, Protocol

import pyarrow as pa

from kg.blocks import CLAIMS, Laws, claim_from_row
from kg.claims import merge_conflicts
from kg.parts import FIELDS
from kg.resolve import titled_laws
from kg.tables import ORDER, SCHEMAS

INPUTS: Final = pa.schema([(name, pa.string()) for name in ("source", "content", "key", "error")])
"""What a name stands for: a content and its analysis, or the reason why there is none."""
FAILED: Final = pa.schema([("key", pa.string()), ("error", pa.string())])

_BATCH: Final = 50_000


class Dialect(Protocol):
    """What engines spell differently."""

    def name(self, column: str) -> str:
        """A column whose name may be a word of the language."""

    def each(self, column: str) -> str:
        """The items of a list, one row each."""

    def rows(self, table: str) -> str:
        """``key`` and ``m``, the items of a list column of ``analysed``, one row each."""

    def sorted_set(self, column: str) -> str:
        """The distinct values of a group as a list in order."""

    def no_words(self) -> str:
        """An empty list of texts."""


def before(sql: Dialect) -> dict[str, str]:
    """The steps up to the blocks: SQL by the name of the table that it makes.

    Of equal contents the one with the smallest name stands for all, whatever the order of the inputs. A document
    that two texts put into two blocks (a title with and without its type word, say) stands with all its claims
    in the first of them, so that an id is never decided twice.
    """
    said = ("id", *FIELDS, "open", "citing", "law", "cited")
    same = ", ".join(f"c.{name}" for name in said)
    claims = ", ".join(f"a.c.{name} AS {name}" for name in ("local", "block", *said, "mentions"))
    return {
        "live": """
            SELECT i.source, i.content, i.key FROM inputs i JOIN (
                SELECT content, min(source) AS source FROM inputs WHERE content IS NOT NULL GROUP BY content
            ) f ON f.content = i.content AND f.source = i.source""",
        "claims": f"""
            SELECT l.source, {claims}
            FROM live l JOIN (SELECT key, {sql.each("claims")} AS c FROM analysed) a ON a.key = l.key""",
        "moved": """
            SELECT id, min(block) AS home FROM claims GROUP BY id HAVING min(block) <> max(block)""",
        "variants": f"""
            SELECT coalesce(m.home, c.block) AS block, {same}, count(*) AS texts, sum(c.mentions) AS mentions,
                min(c.source) AS source
            FROM claims c LEFT JOIN moved m ON m.id = c.id
            GROUP BY coalesce(m.home, c.block), {same}, CASE WHEN c.open THEN c.source END""",
    }


_COLUMNS: Final = ", ".join(CLAIMS.names)
VARIANTS: Final = f"SELECT {_COLUMNS} FROM variants"
"""Every block as rows of :data:`kg.blocks.CLAIMS`; the rows of a block have to be brought together."""
LAWS: Final = f"SELECT {_COLUMNS} FROM variants WHERE law IN (SELECT cited FROM variants WHERE cited IS NOT NULL)"
"""The claims of numbered laws that those cited by title alone may mean."""


def laws(batches: Iterable[pa.RecordBatch]) -> Laws:
    """The laws in the rows of :data:`LAWS`."""
    return titled_laws(claim_from_row(row) for batch in batches for row in batch.to_pylist())


def after(sql: Dialect) -> dict[str, str]:
    """The steps from the resolved blocks to what the tables are made of.

    They begin with ``documents_found``, ``renames_found`` and ``conflicts_found``, the tables of
    :class:`kg.blocks.Resolved`.
    """
    return {
        "renames": """
            SELECT DISTINCT c.source, c.local, coalesce(o.final, k.final, c.id) AS final
            FROM claims c
            LEFT JOIN (SELECT id, final FROM renames_found WHERE source IS NULL) k ON k.id = c.id
            LEFT JOIN (SELECT source, id, final FROM renames_found WHERE source IS NOT NULL) o
                ON o.source = c.source AND o.id = c.id
            WHERE coalesce(o.final, k.final, c.id) <> c.local""",
        "held": """
            SELECT coalesce(r.final, c.local) AS id, c.source, c.date, c.issuer, c.mentions
            FROM claims c LEFT JOIN renames r ON r.source = c.source AND r.local = c.local""",
        "counts": "SELECT id, sum(mentions) AS mentions FROM held GROUP BY id",
        "texts": """
            SELECT coalesce(r.final, a.own) AS id, min(l.source) AS source
            FROM live l JOIN (SELECT key, own FROM analysed) a ON a.key = l.key
            LEFT JOIN renames r ON r.source = l.source AND r.local = a.own
            GROUP BY coalesce(r.final, a.own)""",
        "fits": f"""
            SELECT x.id, {sql.sorted_set("x.candidate")} AS candidates
            FROM (SELECT id, {sql.each("candidates")} AS candidate FROM documents_found) x
            JOIN documents_found d ON d.id = x.candidate
            GROUP BY x.id""",
    }


def tables(sql: Dialect) -> dict[str, str]:
    """The rows of each table but ``conflicts``, in the order of its key (:data:`kg.tables.ORDER`)."""
    documents = ", ".join(f"d.{name}" for name in ("id", *FIELDS))
    read = ", ".join(f"a.{name}" for name in ("sha256", "format", "encoding", "size"))
    done = {
        "documents": f"""
            SELECT {documents}, t.source, coalesce(f.candidates, {sql.no_words()}) AS candidates,
                coalesce(n.mentions, 0) AS mentions
            FROM documents_found d LEFT JOIN texts t ON t.id = d.id LEFT JOIN fits f ON f.id = d.id
            LEFT JOIN counts n ON n.id = d.id""",
        "mentions": _named(sql, "mentions", "document", "target"),
        # A document that acts on itself is what looked like two documents in one text.
        "relations": f"SELECT * FROM ({_named(sql, 'relations', 'subject', 'object')}) x WHERE subject <> object",
        "sources": f"""
            SELECT i.source, {read}, CASE WHEN coalesce(i.error, f.error) IS NOT NULL THEN 'failed'
                WHEN l.source = i.source THEN 'ok' ELSE 'duplicate' END AS status,
                coalesce(i.error, f.error, a.remark) AS error, coalesce(r.final, a.own) AS document, a.meta
            FROM inputs i LEFT JOIN live l ON l.content = i.content LEFT JOIN failed f ON f.key = l.key
            LEFT JOIN (SELECT key, sha256, format, encoding, size, own, meta, remark FROM analysed) a ON a.key = l.key
            LEFT JOIN renames r ON r.source = l.source AND r.local = a.own""",
    }
    return {name: f"{text} ORDER BY {', '.join(map(sql.name, ORDER[name]))}" for name, text in done.items()}


def _named(sql: Dialect, table: str, one: str, other: str) -> str:
    """Rows of all texts with the ids of the whole corpus in place of those of each text."""

    def column(name: str) -> str:
        if name == "source":
            return "l.source"
        value = f"a.m.{sql.name(name)}"
        if name in (one, other):
            value = f"coalesce({'p' if name == one else 'q'}.final, {value})"
        return f"{value} AS {sql.name(name)}"

    columns = ", ".join(column(field.name) for field in SCHEMAS[table])
    return f"""
        SELECT {columns}
        FROM live l JOIN {sql.rows(table)} a ON a.key = l.key
        LEFT JOIN renames p ON p.source = l.source AND p.local = a.m.{one}
        LEFT JOIN renames q ON q.source = l.source AND q.local = a.m.{other}"""


def disagreements(sql: Dialect) -> str:
    """What texts disagree on, by document and field: first among each other, then each in itself."""
    values = sql.name("values")
    return f"""
        SELECT f.document, f.field, 0 AS within, h.source, 0 AS seq, f.{values} AS held, NULL AS other
        FROM conflicts_found f JOIN held h ON h.id = f.document
        WHERE (f.field = 'date' AND length(h.date) = 10) OR (f.field = 'issuer' AND h.issuer <> '')
        UNION ALL
        SELECT coalesce(r.final, a.c.target) AS document, a.c.field AS field, 1 AS within, l.source, a.c.seq AS seq,
            a.c.{values} AS held, coalesce(o.final, a.c.other) AS other
        FROM live l JOIN (SELECT key, {sql.each("conflicts")} AS c FROM analysed) a ON a.key = l.key
        LEFT JOIN renames r ON r.source = l.source AND r.local = a.c.target
        LEFT JOIN renames o ON o.source = l.source AND o.local = a.c.other
        ORDER BY document, field, within, source, seq"""


def conflicts(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The table ``conflicts`` from the rows of :func:`disagreements`, some at a time."""
    rows = (row for batch in batches for row in batch.to_pylist())
    done: list[dict[str, Any]] = []
    for (document, field), group in groupby(rows, key=lambda row: (row["document"], row["field"])):
        held: tuple[list[tuple[str, tuple[str, ...]]], ...] = ([], [])
        for row in group:
            values = row["held"] if row["other"] is None else [*row["held"][:2], row["other"]]
            held[row["within"]].append((row["source"], tuple(values)))
        done += [
            {"document": one.target, "field": one.field, "values": list(one.values), "sources": list(texts)}
            for one, texts in merge_conflicts(document, field, *held)
        ]
        if len(done) >= _BATCH:
            yield pa.Table.from_pylist(done, schema=SCHEMAS["conflicts"])
            done = []
    yield pa.Table.from_pylist(done, schema=SCHEMAS["conflicts"])
