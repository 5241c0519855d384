"""From inputs to a graph: read, analyse each text by itself, resolve all of them together, write tables.

The first two steps know one text only. Their results are kept in the work folder beside the graph, so that a
build that was stopped goes on, and the next one analyses only what is new. The tables do not depend on how
many processes there are, on the order of the inputs, nor on what was known before.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.parts import Outcome, analysed, analysis_failure, content_of, key_of
from kg.parts import analyse_text as analyse_text
from kg.pool import map_batches
from kg.read import COLUMNS, DEFAULT_MAX_BYTES, Columns, Failure, Input, Kind, Raw, failure, iter_raw
from kg.reduce import FAILED, INPUTS
from kg.registry_check import check
from kg.work import WorkFolder, digest, held, write_error, write_part

if TYPE_CHECKING:
    from kg.graph import Graph

__all__ = ["Outcome", "Progress", "Summary", "analyse_text", "analysis_failure", "build", "build_folder"]

_ROWS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Progress:
    """One input is done.

    Attributes:
        done: how many are done, this one included.
        source: its name.
        size: bytes of all texts that have been analysed.
        failure: why it has no result, None if it has one.
        duplicate: whether its content has come under another name. Which of equal contents stands in the
            graph is settled at the end: the one with the smallest name.
        reused: whether an earlier build had analysed it.
        remarks: what a person should know of its reading.
    """

    done: int
    source: str
    size: int
    failure: Failure | None = None
    duplicate: bool = False
    reused: bool = False
    remarks: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build came to.

    Attributes:
        ok, duplicate, failed: inputs by what became of them.
        reused: texts that an earlier build had analysed.
        counts: rows by table; empty where no input had a result and nothing was written.
    """

    ok: int
    duplicate: int
    failed: int
    reused: int
    counts: Mapping[str, int] = field(default_factory=dict)


def build(
    inputs: Input | Iterable[Input],
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: IO[bytes] | None = None,
    ocr: bool = False,
    columns: Columns = COLUMNS,
) -> Graph:
    """Builds the graph of everything that ``inputs`` name, in memory; see :func:`build_folder` for many texts.

    Args:
        inputs: files, folders, ``-`` for standard input.
        jobs: how many processes analyse texts. In a script more than one needs the usual
            ``if __name__ == "__main__":``.
        progress: is told of each input as it is done.
        kind: ``jsonl``, ``csv`` or ``parquet`` reads every file as such a corpus, ``auto`` goes by the name.
        max_bytes: a larger text is refused.
        stdin: what ``-`` reads; standard input if None.
        ocr: whether pictures of text are read, by Tesseract.
        columns: where a corpus holds id and text.

    Returns:
        The graph. An input that failed is a row of ``graph.sources`` with status ``failed``; contents
        that come again under another name are analysed once and listed as ``duplicate``.

    Raises:
        KgError: ``jobs`` is less than 1, or worker processes cannot be started.
        RegistryError: a row of the registry is wrong.

    >>> import io
    >>> graph = build("-", stdin=io.BytesIO("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021".encode()))
    >>> graph.sources["status"].to_pylist()
    ['ok']
    """
    from kg.graph import Graph
    from kg.tables import TABLES

    with tempfile.TemporaryDirectory(prefix="kg-build-") as folder:
        path = Path(folder) / "graph"
        build_folder(
            inputs, path, jobs=jobs, progress=progress, kind=kind, max_bytes=max_bytes, stdin=stdin, ocr=ocr,
            columns=columns, empty=True,
        )  # fmt: skip
        made = Graph.load(path)
        return Graph(made.meta, {name: getattr(made, name) for name in TABLES})


def build_folder(
    inputs: Input | Iterable[Input],
    output: Input,
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: IO[bytes] | None = None,
    ocr: bool = False,
    columns: Columns = COLUMNS,
    fresh: bool = False,
    empty: bool = False,
) -> Summary:
    """Builds a graph folder; memory does not grow with the number of texts.

    What is analysed is kept in the work folder beside ``output`` (:mod:`kg.work`), also where the build does not
    come to its end. Inputs that are no longer named leave the graph.

    Args:
        inputs, jobs, progress, kind, max_bytes, stdin, ocr, columns: see :func:`build`.
        output: the folder; a graph that stands there is replaced at the very end.
        fresh: analyse everything anew.
        empty: write a graph even where no input has a result.

    Raises:
        KgError: ``jobs`` is less than 1, worker processes cannot be started (``no-processes``), another build
            of this folder is running (``build-running``), or the disk is full (``work-write``).
        GraphError: the folder is no graph, or cannot be written (see :func:`kg.store.writing`).
        RegistryError: a row of the registry is wrong.
    """
    from kg.local import write_tables
    from kg.store import kg_version, refuse_foreign, writing

    if jobs < 1:
        raise KgError(f"jobs is {jobs}, it must be 1 or more", code="bad-jobs", jobs=jobs)
    check()  # a registry that contradicts itself would make wrong edges silently
    refuse_foreign(Path(os.path.realpath(output)))  # at the end all the work would have been in vain
    with held(output) as work:
        if fresh:
            work.clear()
        raws = iter_raw(inputs, kind=kind, max_bytes=max_bytes, stdin=stdin, ocr=ocr, columns=columns)
        intake = _Intake(raws, work, progress or (lambda event: None))
        for outcome in map_batches(
            partial(_analyse_into, str(work.parts)), intake, jobs=jobs, lost=_lost, size=lambda raw: len(raw.data)
        ):
            if outcome.failure is not None and outcome.failure.code == _NOT_WRITTEN:
                raise write_error(work.parts, OSError(outcome.failure.message))
            intake.done(outcome)
        summary = intake.close()
        if not summary.ok and not empty:
            return summary
        with writing(output, {"kg": kg_version()}) as writer:
            write_tables(work, writer, jobs=jobs)
        work.sweep(intake.live())
        return replace(summary, counts=dict(writer.counts))


_NOT_WRITTEN: Final = "not-written"


def _analyse_into(folder: str, raws: list[Raw]) -> list[Outcome]:
    """Analyses a batch and keeps the results as one part; runs in any process and never raises."""
    table, outcomes = analysed(raws)
    try:
        write_part(Path(folder), table)
    except OSError as error:
        reason = error.strerror or str(error)
        return [Outcome(raw.source, failure=Failure(raw.source, _NOT_WRITTEN, reason)) for raw in raws]
    return outcomes


def _lost(raw: Raw, why: str) -> Outcome:
    return Outcome(raw.source, failure=failure(raw.source, "analysis", reason=why))


class _Intake:
    """Decides what is analysed, each name and each content once, and keeps what became of every input.

    Of equal contents the one with the smallest name stands for all, whatever the order of the inputs.
    """

    def __init__(
        self, raws: Iterable[Raw | Failure], work: WorkFolder, progress: Callable[[Progress], None]
    ) -> None:
        self._raws = raws
        self._work = work
        self._progress = progress
        self._told = self._size = self._reused = self._failed = 0
        self._names: set[bytes] = set()
        self._chosen: dict[bytes, tuple[str, bytes]] = {}
        self._keys = work.known()
        self._pending: dict[str, str] = {}
        self._again: list[tuple[str, bytes]] = []
        self._failures: dict[bytes, Failure] = {}
        self._rows: list[tuple[str, str | None, str | None, str | None]] = []
        self._failed_rows: list[tuple[str, str]] = []
        self._inputs = pq.ParquetWriter(work.scratch / "inputs.parquet", INPUTS)

    def __iter__(self) -> Iterator[Raw]:
        for raw in self._raws:
            name = digest(raw.source)
            if name in self._names:
                continue
            self._names.add(name)
            if isinstance(raw, Failure):
                self._row(raw.source, None, None, raw.line)
                self._failed += 1
                self._tell(raw.source, raw)
                continue
            content, key = content_of(raw), key_of(raw)
            self._row(raw.source, content, key, None)
            which, analysis = digest(content), digest(key)
            chosen = self._chosen.get(which)
            if chosen is not None and chosen[0] < raw.source:
                self._again.append((raw.source, which))
                continue
            self._chosen[which] = raw.source, analysis
            if chosen is not None and chosen[1] == analysis:
                self._again.append((raw.source, which))
            elif analysis in self._keys:
                self._reused += 1
                self._tell(raw.source, reused=True)
            else:
                self._keys.add(analysis)
                self._pending[raw.source] = key
                yield raw

    def done(self, outcome: Outcome) -> None:
        """Takes what became of an input that was analysed."""
        key = self._pending.pop(outcome.source)
        self._size += outcome.size
        if outcome.failure is not None:
            self._failures[digest(key)] = outcome.failure
            self._failed_rows.append((key, outcome.failure.line))
        self._tell(outcome.source, outcome.failure, remarks=outcome.remarks)

    def close(self) -> Summary:
        """Settles inputs that came again, and writes down what every name stands for."""
        for source, which in self._again:
            problem = self._failures.get(self._chosen[which][1])
            self._tell(source, problem and replace(problem, source=source), duplicate=problem is None)
        ok = sum(key not in self._failures for _, key in self._chosen.values())
        failed = self._failed + sum(
            self._chosen[which][1] in self._failures for _, which in self._again
        ) + len(self._chosen) - ok  # fmt: skip
        self._flush()
        self._inputs.close()
        failures = list(zip(*self._failed_rows, strict=True)) or [(), ()]
        table = pa.table([pa.array(list(column), pa.string()) for column in failures], schema=FAILED)
        pq.write_table(table, self._work.scratch / "failed.parquet")
        return Summary(ok, self._told - ok - failed, failed, self._reused)

    def live(self) -> set[bytes]:
        """Digests of the keys of all analyses that stand in the graph."""
        return {key for _, key in self._chosen.values()}

    def _row(self, *row: str | None) -> None:
        self._rows.append(row)  # type: ignore[arg-type]
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        columns = list(zip(*self._rows, strict=True)) or [() for _ in INPUTS]
        self._inputs.write_table(pa.table([pa.array(list(c), pa.string()) for c in columns], schema=INPUTS))
        self._rows = []

    def _tell(
        self, source: str, problem: Failure | None = None, *, duplicate: bool = False, reused: bool = False,
        remarks: tuple[Failure, ...] = (),
    ) -> None:  # fmt: skip
        self._told += 1
        self._progress(Progress(self._told, source, self._size, problem, duplicate, reused, remarks))
