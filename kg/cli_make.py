"""Commands that make something: extract, build, export, view, eval."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from kg.cli_options import command, graph_option, input_options, json_option, lang_option, pass_screen
from kg.console import Screen
from kg.errors import GraphError, InputError, KgError


@command()
@input_options
@click.option("-o", "--output", metavar="FILE")
@lang_option
@pass_screen
def extract(screen: Screen, inputs: tuple[str, ...], kind: Any, max_bytes: int, output: str | None) -> int:
    """One line of JSON for each text, in the order of the inputs."""
    from kg.build import analyse_text, analysis_failure
    from kg.contract import to_contract
    from kg.read import Failure, iter_inputs

    failed = 0
    with _opened(output, screen) as out, screen.progress() as progress:
        quiet = output is None and screen.out.isatty()
        for done, text in enumerate(iter_inputs(inputs, kind=kind, max_bytes=max_bytes), start=1):
            result: Any = text
            if not isinstance(text, Failure):
                try:
                    result = to_contract(analyse_text(text))
                except Exception as error:
                    result = analysis_failure(text.source, error)
            if isinstance(result, Failure):
                failed += 1
                progress.clear()
                screen.problem(result.code, result.message, result.facts, where=result.source)
            else:
                out.write(json.dumps(result, ensure_ascii=False) + "\n")
            if not quiet:
                progress(done, text.source)
    if failed:
        screen.note(screen.say("extract-failed", count=failed))
    return 2 if failed else 0


@command()
@input_options
@click.option(
    "-o", "--output", metavar="GRAPH", envvar="KG_GRAPH", default="graph", show_default=True,
    type=click.Path(path_type=Path),
)  # fmt: skip
@click.option("-j", "--jobs", type=int, default=1, metavar="N")
@json_option
@lang_option
@pass_screen
def build(
    screen: Screen, inputs: tuple[str, ...], kind: Any, max_bytes: int, output: Path, jobs: int, as_json: bool
) -> int:
    """Reads, analyses, resolves, writes; then says what became of every input."""
    from kg.build import Progress
    from kg.build import build as build_graph
    from kg.read import Failure

    _refuse_foreign(output)
    failures: list[Failure] = []
    with screen.progress() as line:

        def progress(event: Progress) -> None:
            if event.failure:
                failures.append(event.failure)
            line(event.done, event.source)

        graph = build_graph(inputs, jobs=jobs, progress=progress, kind=kind, max_bytes=max_bytes)
    statuses = graph.sources["status"].to_pylist()
    became: dict[str, Any] = {status: statuses.count(status) for status in ("ok", "duplicate", "failed")}
    written = became["ok"] > 0
    if written:
        graph.save(output)
    failures.sort(key=lambda failure: failure.source)
    names = ("documents", "mentions", "relations", "conflicts")
    tables = {name: getattr(graph, name).num_rows for name in names}
    if as_json:
        rows = [
            {"source": one.source, "code": one.code, "message": one.message, "facts": dict(one.facts)}
            for one in failures
        ]
        path = str(output) if written else None
        screen.json({"graph": path, "inputs": became, "tables": tables, "failures": rows})
    elif written:
        screen.print(screen.say("built", path=output))
        screen.print("  " + screen.say("built-inputs", **became))
        screen.print("  " + screen.say("built-counts", **tables))
    if failures and written:
        screen.note(screen.say("built-failed", count=len(failures)))
    for one in failures:
        screen.problem(one.code, one.message, one.facts, where=f"  {one.source}")
    if not written:
        screen.note(f"{screen.say('error')}: {screen.say('error.no-input')}")
    return 2 if failures else 0


def _refuse_foreign(folder: Path) -> None:
    """Saving would refuse it too, but only after all the work."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir()) and not (folder / "meta.json").exists()):
        raise GraphError(
            f"{folder} is no graph; name another folder or move it away", code="graph-foreign", path=str(folder)
        )


@command()
@graph_option
@click.option("-f", "--format", "format", default="turtle", show_default=True)
@click.option("-o", "--output", metavar="FILE")
@click.option("--base-iri", metavar="IRI")
@json_option
@lang_option
@pass_screen
def export(
    screen: Screen, folder: Path, format: str, output: str | None, base_iri: str | None, as_json: bool
) -> int:
    """The graph in the format of another tool."""
    from kg.export import export as export_graph
    from kg.graph import Graph

    options: dict[str, Any] = {} if base_iri is None else {"base_iri": base_iri}
    graph = Graph.load(folder)
    if output is None or output == "-":
        export_graph(graph, format, screen.out if format != "csv" else None, **options)  # type: ignore[arg-type]
        return 0
    export_graph(graph, format, Path(output), **options)
    _wrote(screen, output, as_json, format=format, documents=graph.documents.num_rows)
    return 0


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


@command("eval")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--texts", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--outputs", metavar="FILE")
@click.option("--errors", is_flag=True)
@json_option
@lang_option
@pass_screen
def evaluate(
    screen: Screen, gold: Path, texts: Path | None, outputs: str | None, errors: bool, as_json: bool
) -> int:
    """Figures for the extraction of the gold's texts, or for output that was saved before."""
    from kg.evaluate import evaluate as score
    from kg.gold import load_gold

    wanted = load_gold(gold)
    made = _saved(outputs) if outputs is not None else _extracted(wanted, gold, texts)
    report = score(made, wanted)
    if as_json:
        figures = report.as_dict()
        screen.json({**figures, "misses": report.miss_lines(screen.lang)} if errors else figures)
        return 0
    for line in report.lines(screen.lang):
        screen.print(line)
    if errors:
        screen.print()
        for line in report.miss_lines(screen.lang):
            screen.print(line)
    return 0


def _extracted(gold: Iterable[dict[str, Any]], root: Path, texts: Path | None) -> Iterator[dict[str, Any]]:
    """What the extraction makes of each text of the gold, which carries it or names its file."""
    from kg.analyse import analyse
    from kg.build import analyse_text
    from kg.contract import to_contract
    from kg.read import read_path

    folders = [texts] if texts is not None else _beside(root)
    for one in gold:
        if "text" in one:
            yield to_contract(analyse(one["text"], source=one["file"]))
            continue
        path = next((found for folder in folders if (found := folder / one["file"]).is_file()), None)
        if path is None:
            raise InputError(
                f"{one['file']}: the text of this gold is not in {', '.join(map(str, folders))}; "
                "name its folder with --texts",
                code="gold-text",
                file=one["file"],
                folders=[str(folder) for folder in folders],
            )
        yield {**to_contract(analyse_text(read_path(path))), "source": one["file"]}


def _beside(root: Path) -> list[Path]:
    """Where the texts of gold are: with it, or for ``X/gold/NAME`` in ``X/NAME``."""
    if root.is_file():
        root = root.parent
    whole = root.resolve()
    below = sorted(folder.name for folder in whole.iterdir() if folder.is_dir()) if whole.is_dir() else []
    return [root, whole.parent.parent / whole.name, *(whole.parent / name for name in below)]


def _saved(path: str) -> list[dict[str, Any]]:
    """Lines of JSON that ``kg extract`` wrote."""
    try:
        lines = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return [json.loads(line) for line in lines.decode().splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(
            f"{path}: it is not the output of kg extract ({error})",
            code="bad-outputs",
            path=path,
            reason=error,
        ) from error


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
