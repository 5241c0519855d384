"""Commands that make something: extract, build, export, view."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from kg.cli_options import column_options, command, graph_option, input_options, json_option, lang_option, pass_screen
from kg.console import Screen
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.read import Failure


@command()
@input_options
@column_options
@click.option("-o", "--output", metavar="FILE")
@lang_option
@pass_screen
def extract(
    screen: Screen, inputs: tuple[str, ...], kind: Any, ocr: bool, max_bytes: int, id_column: str, text_column: str,
    output: str | None,
) -> int:  # fmt: skip
    """One line of JSON for each text, in the order of the inputs."""
    from kg.build import analyse_text, analysis_failure
    from kg.contract import to_contract
    from kg.read import Columns, Failure, Text, iter_inputs

    failed = 0
    columns = Columns(id_column, text_column)
    with _opened(output, screen) as out, screen.progress() as progress:
        quiet = output is None and screen.out.isatty()
        for done, text in enumerate(
            iter_inputs(inputs, kind=kind, max_bytes=max_bytes, ocr=ocr, columns=columns), start=1
        ):
            result: Any = text
            if not isinstance(text, Failure):
                try:
                    result = to_contract(analyse_text(text), text.places)
                except Exception as error:
                    result = analysis_failure(text.source, error)
            if isinstance(result, Failure):
                failed += 1
                progress.clear()
                screen.problem(result.code, result.message, result.facts, where=result.source)
            else:
                for remark in text.remarks if isinstance(text, Text) else ():
                    progress.clear()
                    screen.problem(remark.code, remark.message, remark.facts, where=remark.source)
                out.write(json.dumps(result, ensure_ascii=False) + "\n")
            if not quiet:
                progress(done, text.source)
    if failed:
        screen.note(screen.say("extract-failed", count=failed))
    return 2 if failed else 0


def _properties(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Properties of Spark as ``NAME=VALUE``."""
    for value in values:
        if "=" not in value:
            raise click.BadParameter((ctx.find_object(Screen) or Screen()).say("error.property"), ctx, param)
    return dict(value.split("=", 1) for value in values)


@command()
@input_options
@column_options
@click.option(
    "-o", "--output", metavar="GRAPH", envvar="KG_GRAPH", default="graph", show_default=True,
    type=click.Path(path_type=Path),
)  # fmt: skip
@click.option("-j", "--jobs", type=int, default=1, metavar="N")
@click.option("--fresh", is_flag=True)
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--master", default="local[*]", show_default=True, metavar="URL")
@click.option("--conf", multiple=True, metavar="NAME=VALUE", callback=_properties)
@json_option
@lang_option
@pass_screen
def build(
    screen: Screen, inputs: tuple[str, ...], kind: Any, ocr: bool, max_bytes: int, id_column: str, text_column: str,
    output: Path, jobs: int, fresh: bool, engine: str, master: str, conf: dict[str, str], as_json: bool,
) -> int:  # fmt: skip
    """Reads, analyses, resolves, writes; then says what became of every input."""
    from kg.build import Progress, build_folder
    from kg.read import Columns

    failures: list[Failure] = []
    remarks: list[Failure] = []
    options: dict[str, Any] = {
        "kind": kind, "max_bytes": max_bytes, "ocr": ocr, "columns": Columns(id_column, text_column),
    }  # fmt: skip
    pace = _Pace(screen, inputs)
    with screen.progress() as line:

        def progress(event: Progress) -> None:
            if event.failure:
                failures.append(event.failure)
            remarks.extend(event.remarks)
            line(event.done, event.source, pace(event.size))

        if engine == "spark":
            from kg.spark import build_spark

            done = build_spark(inputs, output, master=master, conf=conf, **options)
            failures += _failures(output) if done.counts else ()
        else:
            done = build_folder(inputs, output, jobs=jobs, progress=progress, fresh=fresh, **options)
    written = bool(done.counts)
    became = {"ok": done.ok, "duplicate": done.duplicate, "failed": done.failed}
    failures.sort(key=lambda failure: failure.source)
    names = ("documents", "mentions", "relations", "conflicts")
    tables = {name: done.counts.get(name, 0) for name in names}
    if as_json:
        rows = [
            {"source": one.source, "code": one.code, "message": one.message, "facts": dict(one.facts)}
            for one in failures
        ]
        path = str(output) if written else None
        screen.json(
            {"graph": path, "inputs": became, "reused": done.reused, "tables": tables, "failures": rows}
        )
    elif written:
        screen.print(screen.say("built", path=output))
        screen.print("  " + screen.say("built-inputs", **became))
        if done.reused:
            screen.print("  " + screen.say("built-reused", count=done.reused))
        screen.print("  " + screen.say("built-counts", **tables))
    if failures and written:
        screen.note(screen.say("built-failed", count=len(failures)))
    for one in failures:
        screen.problem(one.code, one.message, one.facts, where=f"  {one.source}")
    if remarks:
        screen.note(screen.say("built-remarks", count=len({one.source for one in remarks})))
    for one in remarks:
        screen.problem(one.code, one.message, one.facts, where=f"  {one.source}")
    if not written:
        screen.note(f"{screen.say('error')}: {screen.say('error.no-input')}")
    return 2 if failures else 0


def _failures(graph: Path) -> Iterator[Failure]:
    """Why inputs failed, as a graph keeps it."""
    from kg.graph import Graph
    from kg.read.records import recalled

    for row in Graph.load(graph).rows_where("sources", "status", ["failed"]):
        yield recalled(row["source"], row["error"])


class _Pace:
    """How fast a build goes, and how long it may take yet."""

    def __init__(self, screen: Screen, inputs: Iterable[str]) -> None:
        from kg.read.inputs import size_of

        self._screen = screen
        self._total = size_of(inputs) if screen.err.isatty() else None
        self._start = time.monotonic()

    def __call__(self, size: int) -> str:
        """In words, after ``size`` bytes."""
        seconds = time.monotonic() - self._start
        if not size or seconds < 1:
            return ""
        said = self._screen.say("build-rate", rate=size / 1e6 / seconds)
        if self._total is None or self._total <= size:
            return said
        minutes, rest = divmod(int((self._total - size) * seconds / size), 60)
        return f"{said} · {self._screen.say('build-left', minutes=minutes, seconds=rest)}"


@command()
@graph_option
@click.option("-o", "--output", metavar="FILE", default="graph.html", show_default=True)
@click.option("--root", metavar="DOC")
@click.option("--depth", type=click.IntRange(0), metavar="N")
@click.option("--direction", type=click.Choice(["up", "down", "both"]), default="both", show_default=True)
@click.option("--limit", type=click.IntRange(1), metavar="N")
@json_option
@lang_option
@pass_screen
def view(
    screen: Screen, folder: Path, output: str, root: str | None, depth: int | None, direction: str,
    limit: int | None, as_json: bool,
) -> int:  # fmt: skip
    """The graph as one page."""
    from kg.graph import Graph
    from kg.view import write_html

    options: dict[str, Any] = {"root": root, "depth": depth, "direction": direction, "limit": limit}
    graph = Graph.load(folder)
    given = {name: value for name, value in options.items() if value is not None}
    write_html(graph, output, lang=screen.lang, **given)
    _wrote(screen, output, as_json, documents=graph.documents.num_rows)
    return 0


@contextmanager
def _opened(path: str | None, screen: Screen) -> Iterator[TextIO]:
    """The file to write, or standard output."""
    if path is None or path == "-":
        yield screen.out
        return
    try:
        stream = open(path, "w", encoding="utf-8", errors="replace", newline="\n")  # noqa: SIM115
    except OSError as error:
        raise KgError(
            f"{path}: cannot be written ({error.strerror}); choose another place",
            code="write-failed",
            path=path,
        ) from error
    with stream:
        yield stream


def _wrote(screen: Screen, path: str, as_json: bool, **facts: object) -> None:
    if as_json:
        screen.json({"file": path, **facts})
    else:
        screen.note(screen.say("wrote", path=path))
