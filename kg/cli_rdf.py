"""Commands for linked data and for other tools: sparql, export, validate."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_options import command, graph_option, json_option, lang_option, pass_screen
from kg.console import Column, Screen, printable
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.sparql import Answer

_FORMATS = {
    "table": "", "json": "json", "csv": "csv", "tsv": "tsv", "xml": "xml", "ttl": "turtle", "nt": "ntriples",
    "rdfxml": "rdfxml", "jsonld": "jsonld",
}  # fmt: skip


@command()
@click.argument("query", metavar="QUERY", required=False)
@graph_option
@click.option("--list", "listing", is_flag=True)
@click.option("-b", "--bind", "bind", multiple=True, metavar="NAME=VALUE")
@click.option("-f", "--format", "format", type=click.Choice(list(_FORMATS)))
@click.option("-o", "--output", metavar="FILE")
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, metavar="N")
@click.option("--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, metavar="SECONDS")
@json_option
@lang_option
@pass_screen
def sparql(
    screen: Screen, query: str | None, folder: Path, listing: bool, bind: tuple[str, ...], format: str | None,
    output: str | None, limit: int, timeout: float, as_json: bool,
) -> int:  # fmt: skip
    """One query, and its answer as a table or in a format of SPARQL."""
    from kg.graph import Graph
    from kg.queries import bindings
    from kg.sparql import Endpoint, Limits

    if listing:
        return _list(screen, as_json)
    if query is None:
        raise KgError("name a query, a file or a SPARQL text", code="usage-missing", name="QUERY")
    asked = _asked(query)
    graph = Graph.load(folder)
    values = bindings(graph, asked, dict(map(_pair, bind)))
    chosen = format or ("json" if as_json else "csv" if output and output.endswith(".csv") else "table")
    limits = Limits(seconds=timeout, rows=limit)
    tell = None if graph.relations.num_rows < 20_000 else lambda: screen.note(screen.say("sparql-building"))
    with Endpoint(graph, limits=limits, workers=1, tell=tell) as endpoint, ExitStack() as stack:
        wanted = _format(chosen, asked.text, as_json=as_json and format is None)
        answer = stack.enter_context(endpoint.query(asked.text, format=wanted, bindings=values))
        found = _shown(screen, answer, endpoint.prefixes, chosen, output, hidden=frozenset(values))
    if answer.cut:
        screen.note(screen.say("sparql-cut", count=answer.rows))
    if output is not None and output != "-":
        screen.note(screen.say("wrote", path=output))
    return 0 if found else 1


@command()
@graph_option
@click.option("-f", "--format", "format", default="turtle", show_default=True)
@click.option("-o", "--output", metavar="FILE")
@click.option("--base-iri", metavar="IRI")
@click.option("--root", metavar="DOC", multiple=True)
@click.option("--depth", type=click.IntRange(0), metavar="N")
@click.option("--type", "types", metavar="T", multiple=True)
@click.option("--relation", "predicates", metavar="R", multiple=True)
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="C")
@click.option("--mentions/--no-mentions", default=True, show_default=True)
@click.option("--compress", metavar="gzip|zstd")
@click.option("--since", metavar="GRAPH", type=click.Path(path_type=Path))
@json_option
@lang_option
@pass_screen
def export(
    screen: Screen, /, folder: Path, format: str, output: str | None, base_iri: str | None, root: tuple[str, ...],
    since: Path | None, as_json: bool, **options: Any,
) -> int:  # fmt: skip
    """The graph in the format of another tool."""
    from kg.export import FORMATS
    from kg.export import export as export_graph
    from kg.graph import Graph

    if base_iri is not None:
        options["base_iri"] = base_iri
    graph = Graph.load(folder)
    options["since"] = None if since is None else Graph.load(since)
    options["root"] = [graph.find_one(words).id for words in root]
    if output is None or output == "-":
        stream: Any = screen.out
        if format in FORMATS and FORMATS[format].folder:
            stream = None
        elif options["compress"]:
            stream = getattr(screen.out, "buffer", screen.out)
        export_graph(graph, format, stream, **options)
        return 0
    export_graph(graph, format, Path(output), **options)
    if as_json:
        screen.json({"file": output, "format": format, "documents": graph.documents.num_rows})
    else:
        screen.note(screen.say("wrote", path=output))
    return 0


@command()
@click.argument("source", metavar="GRAPH|FILE", required=False)
@graph_option
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, metavar="N")
@json_option
@lang_option
@pass_screen
def validate(screen: Screen, source: str | None, folder: Path, limit: int, as_json: bool) -> int:
    """Shapes and rules; what is wrong, in words."""
    from kg.validate import validate as check

    found = check(source or folder, limit=limit)
    if as_json:
        screen.json(
            [
                {
                    "document": one.document, "label": one.label, "rule": one.rule, "vi": one.vi, "en": one.en,
                    "node": one.node, "value": one.value,
                }
                for one in found
            ]
        )  # fmt: skip
        return 1 if found else 0
    for one in found:
        name = one.label if one.label == one.document else f"{one.label} [{one.document}]"
        value = f" ({one.value})" if one.value and one.value not in getattr(one, screen.lang) else ""
        screen.print(printable(f"{name}: {getattr(one, screen.lang)}{value} [{one.rule}]"))
    rules = len({one.rule for one in found})
    screen.note(screen.say("validate-found", count=len(found), rules=rules) if found else screen.say("validate-clean"))
    return 1 if found else 0


def _list(screen: Screen, as_json: bool) -> int:
    """The named queries with what they ask and take."""
    from kg.queries import named_queries

    found = named_queries().values()
    if as_json:
        screen.json(
            [
                {
                    "name": one.name, "vi": one.vi, "en": one.en,
                    "parameters": [
                        {"name": p.name, "kind": p.kind, "default": p.default} for p in one.parameters
                    ],
                }
                for one in found
            ]
        )  # fmt: skip
        return 0
    columns = [Column(screen.say(f"sparql-{name}"), whole=name == "name") for name in ("name", "asks", "takes")]
    rows = [[one.name, getattr(one, screen.lang), ", ".join(map(str, one.parameters))] for one in found]
    screen.table(columns, rows)
    return 0


def _asked(words: str) -> Any:
    """The query: by its name, from a file, from standard input, or as it stands."""
    from kg.queries import named_queries, read_query

    if words in named_queries():
        return named_queries()[words]
    if words == "-":
        return read_query("-", sys.stdin.buffer.read().decode("utf-8", "replace"))
    if words.endswith((".rq", ".sparql")) or ("\n" not in words and len(words) < 255 and Path(words).is_file()):
        try:
            return read_query(words, Path(words).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                f"{words}: the query cannot be read; check the path", code="sparql-file", path=words
            ) from error
    if words.replace("-", "").isalnum():
        raise KgError(
            f"there is no query {words!r}; kg sparql --list names them", code="sparql-unknown", given=words,
            known=tuple(named_queries()),
        )  # fmt: skip
    return read_query("", words)


def _pair(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    name = name.strip().lstrip("?$")
    if not equals or not name.isidentifier():
        raise KgError(f"--bind {words!r} must be NAME=VALUE", code="sparql-bind", given=words)
    return name, value


def _format(chosen: str, query: str, *, as_json: bool) -> str | None:
    """The format for the engine: a table is drawn from JSON, and triples are shown as Turtle."""
    from kg.sparql_text import form_of

    solutions = form_of(query) in ("select", "ask")
    if chosen == "table":
        return "json" if solutions else "turtle"
    if as_json:
        return "json" if solutions else "jsonld"
    return _FORMATS[chosen]


def _shown(
    screen: Screen, answer: Answer, prefixes: Any, chosen: str, output: str | None, *, hidden: frozenset[str]
) -> bool:
    """Prints or writes the answer; whether there is one.

    What was given is the same in every row, so a table leaves these columns out.
    """
    from kg.rdf_terms import writing

    drawn = chosen == "table" and answer.form in ("select", "ask")
    if not drawn:
        said = []
        if output is None or output == "-":
            for text in _decoded(answer):
                screen.out.write(text)
                said.append(text[:200]) if answer.form == "ask" else None
        else:
            with writing(output) as stream:
                for text in _decoded(answer):
                    stream.write(text)
                    said.append(text[:200]) if answer.form == "ask" else None
        return "true" in "".join(said) if answer.form == "ask" else answer.rows > 0
    found = json.loads(answer.read())
    shown = [name for name in answer.variables if name not in hidden] or list(answer.variables)
    if answer.form == "ask":
        lines = [screen.say("sparql-yes" if found["boolean"] else "sparql-no")]
    else:
        lines = []
    if output is not None and output != "-":
        from kg.console import aligned

        with writing(output) as stream:
            columns, rows = _table(found, shown, prefixes)
            stream.writelines(line + "\n" for line in (lines or aligned(columns, rows)))
    elif lines:
        screen.print(lines[0])
    elif found["results"]["bindings"]:
        screen.table(*_table(found, shown, prefixes))
    else:
        screen.note(screen.say("sparql-nothing"))
    return bool(found["boolean"]) if answer.form == "ask" else answer.rows > 0


def _table(
    found: Any, variables: Iterable[str], prefixes: Any
) -> tuple[list[Column], list[list[str]]]:
    spaces = sorted(((iri, prefix) for prefix, iri in prefixes.items()), key=lambda pair: -len(pair[0]))

    def cell(term: dict[str, str] | None) -> str:
        if term is None:
            return ""
        value = term["value"]
        if term["type"] == "uri":
            return next((f"{p}:{value[len(i):]}" for i, p in spaces if value.startswith(i)), value)
        return value

    rows = found["results"]["bindings"]
    numeric = ("integer", "decimal", "double", "nonNegativeInteger")

    def right(name: str) -> bool:
        kinds = {row[name].get("datatype", "").rpartition("#")[2] for row in rows if name in row}
        return bool(kinds) and kinds <= set(numeric)

    columns = [Column(name, right=right(name)) for name in variables]
    return columns, [[cell(row.get(name)) for name in variables] for row in rows]


def _decoded(pieces: Iterable[bytes]) -> Iterator[str]:
    """The text of bytes that are cut anywhere."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for piece in pieces:
        yield decoder.decode(piece)
