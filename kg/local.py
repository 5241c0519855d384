"""The engine of one machine: DuckDB moves rows, processes resolve blocks, nothing has to fit into memory."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kg import reduce
from kg.blocks import OUTCOMES, Laws, resolved, whole_blocks
from kg.errors import KgError
from kg.parts import SCHEMA
from kg.pool import BATCH_SIZE, map_batches
from kg.store import GraphWriter
from kg.tables import in_order
from kg.work import WorkFolder, write_error

if TYPE_CHECKING:
    import duckdb

_BATCH: Final = 20_000
_MEMORY: Final = 1000


class _DuckDB:
    """How DuckDB spells what engines spell differently."""

    def name(self, column: str) -> str:
        return f'"{column}"'

    def each(self, column: str) -> str:
        return f"unnest({column})"

    def rows(self, table: str) -> str:
        return f"{table}_rows"

    def sorted_set(self, column: str) -> str:
        return f"list_sort(list(DISTINCT {column}))"

    def no_words(self) -> str:
        return "CAST([] AS VARCHAR[])"


def write_tables(work: WorkFolder, writer: GraphWriter, *, jobs: int, memory: int = _MEMORY) -> None:
    """Makes the tables of a graph from the results in a work folder.

    ``inputs.parquet`` and ``failed.parquet`` (see :mod:`kg.reduce`) lie in its scratch folder.

    Args:
        work: the folder.
        writer: takes the tables.
        jobs: how many threads and processes work.
        memory: megabytes that DuckDB may hold; beyond it goes to the disk.

    Raises:
        KgError: the disk is full (``work-write``).
    """
    import duckdb

    connection = duckdb.connect(
        str(work.scratch / "reduce.duckdb"),
        config={
            "threads": jobs,
            "memory_limit": f"{memory}MB",
            "temp_directory": str(work.scratch / "spilled"),
            "preserve_insertion_order": False,
        },
    )
    try:
        _reduce(connection, work, writer, jobs)
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException) or "write" in str(error):
            raise write_error(work.path, error) from error
        raise
    finally:
        connection.close()


def _reduce(db: duckdb.DuckDBPyConnection, work: WorkFolder, writer: GraphWriter, jobs: int) -> None:
    sql = _DuckDB()
    for name in ("inputs", "failed"):
        _view(db, name, [work.scratch / f"{name}.parquet"])
    pq.write_table(SCHEMA.empty_table(), work.scratch / "none.parquet")  # there may be no parts at all
    _view(db, "analysed", [work.scratch / "none.parquet", *work.files()])
    for name, text in reduce.before(sql).items():
        db.execute(f"CREATE TABLE {name} AS {text}")
    _resolve(db, work.scratch, jobs)
    for name in OUTCOMES:
        _view(db, f"{name}_found", sorted(work.scratch.glob(f"{name}-*.parquet")))
    for name, text in reduce.after(sql).items():
        db.execute(f"CREATE TABLE {name} AS {text}")
    for name in ("variants", "moved"):
        db.execute(f"DROP TABLE {name}")

    # Written down before they are joined: DuckDB then knows how many they are, and holds the other side in memory.
    for name in ("mentions", "relations"):
        db.execute(f"CREATE TABLE {name}_rows AS SELECT key, unnest({name}) AS m FROM analysed")

    def write(name: str, text: str) -> None:
        writer.write(name, in_order(name, _batches(db.cursor(), text, work.scratch)))

    texts = reduce.tables(sql)
    # Largest first: one is sorted while another is written.
    names = sorted(texts, key=["relations", "mentions", "documents", "sources"].index)
    with ThreadPoolExecutor(min(jobs, 2)) as threads:
        for future in [threads.submit(write, name, texts[name]) for name in names]:
            future.result()
    writer.write("conflicts", reduce.conflicts(_batches(db, reduce.disagreements(sql), work.scratch)))


def _view(db: duckdb.DuckDBPyConnection, name: str, files: list[Path]) -> None:
    listed = ", ".join(f"'{_quoted(file)}'" for file in files)
    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")


def _batches(db: duckdb.DuckDBPyConnection, text: str, scratch: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a query, by way of a file: what goes straight to Python is held in memory whole first."""
    path = scratch / f"rows-{uuid.uuid4().hex[:8]}.parquet"
    db.execute(f"COPY ({text}) TO '{_quoted(path)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_BATCH})")
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(_BATCH)
    path.unlink()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Whole blocks on their way to a process."""

    number: int
    claims: pa.Table


def _resolve(db: duckdb.DuckDBPyConnection, scratch: Path, jobs: int) -> None:
    laws = reduce.laws(_batches(db, reduce.LAWS, scratch))
    for name, schema in OUTCOMES.items():
        pq.write_table(schema.empty_table(), scratch / f"{name}-none.parquet")
    tables = whole_blocks(_batches(db, f"{reduce.VARIANTS} ORDER BY block", scratch))
    whole = (_Blocks(number, table) for number, table in enumerate(tables))
    work = partial(_resolve_into, str(scratch), laws)
    done = map_batches(work, whole, jobs=jobs, lost=_lost, size=lambda blocks: BATCH_SIZE)
    for problem in done:
        if problem:
            raise KgError(f"the resolution failed: {problem}", code="resolution", reason=problem)


def _resolve_into(scratch: str, laws: Laws, given: list[_Blocks]) -> list[str]:
    for blocks in given:
        found = resolved(blocks.claims, laws)
        for name in OUTCOMES:
            pq.write_table(getattr(found, name), os.path.join(scratch, f"{name}-{blocks.number:06d}.parquet"))
    return [""] * len(given)


def _lost(blocks: _Blocks, why: str) -> str:
    return why
