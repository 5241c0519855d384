"""The engine of many machines: Spark moves the rows, the functions and the steps are those of one machine.

Every file of the inputs is a task that reads and analyses it (``mapInArrow``); the steps of :mod:`kg.reduce` run as
Spark SQL; rows of claims are shuffled by block and resolved where they are (``mapInArrow`` over sorted partitions,
so that no partition has to fit into memory); the driver writes the sorted tables as a graph folder. Needs the extra
``spark``, and a folder that driver and workers see under the same path.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kg import reduce
from kg.blocks import OUTCOMES, Laws, resolved, whole_blocks
from kg.build import Summary
from kg.errors import KgError
from kg.parts import SCHEMA, analysed, content_of, key_of
from kg.read import COLUMNS, DEFAULT_MAX_BYTES, Columns, Failure, Input, Kind, Raw, iter_raw
from kg.read.inputs import files_of
from kg.registry_check import check
from kg.store import kg_version, refuse_foreign, writing
from kg.tables import in_order
from kg.work import held, write_error

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TEXTS: Final = 64
_BYTES: Final = 4 << 20
_READ: Final = pa.schema(
    [*reduce.INPUTS, pa.field("failure", pa.string()), *(field for field in SCHEMA if field.name != "key")]
)
"""A row for each input: what it stands for, and the result of its analysis or why there is none."""
_ANY: Final = pa.schema(
    {"kind": pa.string(), **{field.name: field.type for schema in OUTCOMES.values() for field in schema}}.items()
)
"""The rows of all tables of :class:`kg.blocks.Resolved` in one."""


class _SparkSQL:
    """How Spark spells what engines spell differently."""

    def name(self, column: str) -> str:
        return f"`{column}`"

    def each(self, column: str) -> str:
        return f"explode({column})"

    def rows(self, table: str) -> str:
        return f"(SELECT key, explode({table}) AS m FROM analysed)"

    def sorted_set(self, column: str) -> str:
        return f"array_sort(collect_set({column}))"

    def no_words(self) -> str:
        return "CAST(array() AS ARRAY<STRING>)"


def build_spark(
    inputs: Input | Iterable[Input],
    output: Input,
    *,
    master: str = "local[*]",
    conf: Mapping[str, str] | None = None,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    ocr: bool = False,
    columns: Columns = COLUMNS,
) -> Summary:
    """Builds a graph folder on Spark; the tables are those of :func:`kg.build.build_folder`, row for row.

    Args:
        inputs: files and folders, which every worker has to see under the same path. A file is a task: a corpus
            should be cut into as many as there are cores, or more.
        output: the folder; its work folder beside it has to be seen by every worker too.
        master: the cluster, ``spark://host:7077``, ``yarn``, ``local[4]`` …
        conf: further properties of Spark.
        kind, max_bytes, ocr, columns: see :func:`kg.build.build`.

    Raises:
        KgError: pyspark is not installed (``no-spark``), Spark cannot be reached or gives up (``spark-failed``),
            standard input is named (``spark-stdin``); else as :func:`kg.build.build_folder`.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
    except ImportError as error:
        raise KgError(
            "the engine spark needs pyspark: pip install 'vn-legal-kg[spark]'", code="no-spark"
        ) from error
    check()
    refuse_foreign(Path(os.path.realpath(output)))
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    if "-" in given:
        raise KgError("standard input cannot be read by many machines; name files", code="spark-stdin")
    files, failures = _files(given, kind)
    with held(output) as work:
        try:
            spark = _session(master, conf or {})
            try:
                job = _Job(spark, work.scratch)
                job.read(files, failures, _Reader(kind, max_bytes, ocr, columns))
                return job.write(output)
            finally:
                spark.stop()
        except (PySparkException, Py4JError, RuntimeError) as error:
            reason = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
            if "No space left" in str(error):
                raise write_error(work.path, OSError(reason)) from error
            raise KgError(f"Spark gave up: {reason[:300]}", code="spark-failed", reason=reason[:300]) from error


def _files(given: list[Input], kind: Kind) -> tuple[list[str], list[Failure]]:
    names: dict[str, None] = {}
    failures: dict[str, Failure] = {}
    for one in files_of(given, kind=kind):
        if isinstance(one, Failure):
            failures.setdefault(one.source, one)
        else:
            names[str(one)] = None
    return list(names), list(failures.values())


def _session(master: str, conf: Mapping[str, str]) -> SparkSession:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("kg build")
    usual = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "false",
    }
    for name, value in {**usual, **conf}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


class _Reader:
    """Reads and analyses the files of a task; goes to the workers."""

    def __init__(self, kind: Kind, max_bytes: int, ocr: bool, columns: Columns) -> None:
        self._options = {"kind": kind, "max_bytes": max_bytes, "ocr": ocr, "columns": columns}

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            raws = iter_raw(batch["file"].to_pylist(), **self._options)  # type: ignore[arg-type]
            waiting: list[Raw] = []
            size = 0
            for raw in raws:
                if isinstance(raw, Failure):
                    yield from _unread([raw]).to_batches()
                    continue
                waiting.append(raw)
                size += len(raw.data)
                if len(waiting) >= _TEXTS or size >= _BYTES:
                    yield from _read(waiting).to_batches()
                    waiting, size = [], 0
            yield from _read(waiting).to_batches()


def _unread(failures: Iterable[Failure]) -> pa.Table:
    rows = [{"source": one.source, "error": one.line} for one in failures]
    return pa.Table.from_pylist(rows, schema=_READ)


def _read(raws: list[Raw]) -> pa.Table:
    table, outcomes = analysed(raws)
    keys = [key_of(raw) for raw in raws]
    at = {key: row for row, key in enumerate(table["key"].to_pylist())}
    rows = [at.get(key) if one.failure is None else None for key, one in zip(keys, outcomes, strict=True)]
    results = table.take(pa.array(rows, pa.int64()))
    first = {
        "source": [raw.source for raw in raws], "content": [content_of(raw) for raw in raws], "key": keys,
        "error": [None] * len(raws),
        "failure": [None if one.failure is None else one.failure.line for one in outcomes],
    }  # fmt: skip
    columns = [
        pa.array(first[field.name], field.type) if field.name in first else results[field.name] for field in _READ
    ]
    return pa.Table.from_arrays(columns, schema=_READ)


class _Resolver:
    """Resolves the blocks of a partition; goes to the workers."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for claims in whole_blocks(batches):
            found = resolved(claims, self._laws)
            for name in OUTCOMES:
                table = getattr(found, name)
                columns = [
                    pa.array([name] * table.num_rows) if field.name == "kind"
                    else table[field.name] if field.name in table.column_names
                    else pa.nulls(table.num_rows, field.type)
                    for field in _ANY
                ]  # fmt: skip
                yield from pa.Table.from_arrays(columns, schema=_ANY).to_batches(max_chunksize=10_000)


class _Job:
    """The steps of one build. What a later step reads more than once is written down in between."""

    def __init__(self, spark: SparkSession, scratch: Path) -> None:
        self._spark = spark
        self._scratch = scratch

    def _keep(self, name: str, rows: DataFrame) -> None:
        path = str(self._scratch / name)
        rows.write.parquet(path, compression="zstd")
        self._spark.read.parquet(path).createOrReplaceTempView(name)

    def read(self, files: list[str], failures: list[Failure], reader: _Reader) -> None:
        """Analyses every file."""
        from pyspark.sql.pandas.types import from_arrow_schema

        given = self._spark.createDataFrame([(file,) for file in files], "file STRING")
        tasks = given.repartition(max(1, len(files)))
        self._keep("results", tasks.mapInArrow(reader, from_arrow_schema(_READ)))
        pq.write_table(_unread(failures), self._scratch / "unread.parquet")
        both = self._spark.read.parquet(str(self._scratch / "results")).select(*reduce.INPUTS.names)
        unread = self._spark.read.parquet(str(self._scratch / "unread.parquet")).select(*reduce.INPUTS.names)
        both.unionByName(unread).createOrReplaceTempView("inputs")
        failed = "SELECT DISTINCT key, failure AS error FROM results WHERE failure IS NOT NULL"
        self._spark.sql(failed).createOrReplaceTempView("failed")

    def write(self, output: Input) -> Summary:
        """Resolves all results together and writes the graph."""
        from pyspark.sql.pandas.types import from_arrow_schema

        spark, sql = self._spark, _SparkSQL()
        before = reduce.before(sql)
        self._keep("live", spark.sql(before.pop("live")))
        # A content that came under several names was analysed for each; one of them stands for all.
        spark.sql("""
            SELECT r.* FROM results r JOIN live l ON l.source = r.source WHERE r.own IS NOT NULL
        """).createOrReplaceTempView("analysed")
        for name, text in before.items():
            self._keep(name, spark.sql(text))
        laws = reduce.laws(spark.sql(reduce.LAWS).toArrow().to_batches())
        blocks = spark.sql(reduce.VARIANTS).repartition("block").sortWithinPartitions("block")
        self._keep("found", blocks.mapInArrow(_Resolver(laws), from_arrow_schema(_ANY)))
        for name, schema in OUTCOMES.items():
            columns = ", ".join(f"`{column}`" for column in schema.names)
            spark.sql(f"SELECT {columns} FROM found WHERE kind = '{name}'").createOrReplaceTempView(f"{name}_found")
        for name, text in reduce.after(sql).items():
            self._keep(name, spark.sql(text))
        with writing(output, {"kg": kg_version()}) as writer:
            for name, text in reduce.tables(sql).items():
                writer.write(name, in_order(name, self._sorted(f"table_{name}", text)))
            writer.write("conflicts", reduce.conflicts(self._sorted("table_conflicts", reduce.disagreements(sql))))
            statuses = pq.read_table(writer.folder / "sources.parquet", columns=["status"])["status"].value_counts()
            became = {row["values"]: row["counts"] for row in statuses.to_pylist()}
        counts = dict(writer.counts)
        return Summary(became.get("ok", 0), became.get("duplicate", 0), became.get("failed", 0), 0, counts)

    def _sorted(self, name: str, text: str) -> Iterator[pa.RecordBatch]:
        """The rows in order: Spark sorts into ranges, whose files stand in the order of their names."""
        self._keep(name, self._spark.sql(text))
        for file in sorted((self._scratch / name).glob("part-*.parquet")):
            yield from pq.ParquetFile(file).iter_batches(20_000)
        shutil.rmtree(self._scratch / name, ignore_errors=True)
