"""Commands that ask a graph: stats, show, query, path."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_answers import (
    answer_json,
    answers_table,
    conflict_line,
    facts_table,
    line,
    link_json,
    links_of,
    links_table,
    pairs,
    record,
    step_json,
    steps_table,
    type_name,
)
from kg.cli_options import command, graph_option, json_option, lang_option, pass_screen
from kg.console import Screen
from kg.read.records import recalled

if TYPE_CHECKING:
    from kg.graph import Graph


@command()
@graph_option
@json_option
@lang_option
@pass_screen
def stats(screen: Screen, folder: Path, as_json: bool) -> int:
    """Counts of everything."""
    found = _load(folder).stats()
    if as_json:
        most = [{**record(document), "linked": count} for document, count in found.most_cited]
        values = {field.name: getattr(found, field.name) for field in dataclasses.fields(found)}
        failed = [{"source": source, "error": error} for source, error in found.failed]
        screen.json({**values, "failed": failed, "most_cited": most})
        return 0
    totals = ("documents", "mentions", "relations", "evidence", "unresolved", "sources", "duplicates")
    rows = [[screen.say(f"stats.{name}"), f"{getattr(found, name)}"] for name in totals]
    rows.append([screen.say("stats.conflicts"), f"{sum(found.conflicts.values())}"])
    rows.append([screen.say("stats.failed"), f"{len(found.failed)}"])
    pairs(screen, rows)
    named = {
        "by_type": {type_name(slug or None, screen): n for slug, n in found.by_type.items()},
        "by_status": {screen.say(f"status.{name}"): n for name, n in found.by_status.items()},
        "by_predicate": {screen.say(f"predicate.{name}"): n for name, n in found.by_predicate.items()},
        "by_strength": {screen.say(f"strength.{name}"): n for name, n in found.by_strength.items()},
        "most_cited": {line(document, screen): n for document, n in found.most_cited},
    }
    for name, counts in named.items():
        if counts:
            screen.print()
            screen.heading(screen.say(f"stats.{name}"))
            pairs(screen, [[f"  {label}", f"{n}"] for label, n in counts.items()])
    for source, error in found.failed:
        failure = recalled(source, error)
        screen.problem(failure.code, failure.message, failure.facts, where=source)
    return 0


@command()
@click.argument("document", metavar="DOC")
@graph_option
@json_option
@lang_option
@pass_screen
def show(screen: Screen, document: str, folder: Path, as_json: bool) -> int:
    """Everything about one document."""
    graph = _load(folder)
    one = graph.find_one(document)
    [row] = graph.document_rows([graph.row_of(one.id) or 0])
    conflicts = graph.rows_where("conflicts", "document", [one.id])
    links = {name: links_of(graph, one, outgoing=name == "outgoing") for name in ("outgoing", "incoming")}
    if as_json:
        shown = {name: [link_json(link) for link in found] for name, found in links.items()}
        screen.json({"document": row, "conflicts": conflicts, **shown})
        return 0
    facts_table(screen, graph, one, row, [e for found in links.values() for link in found for e in link.evidence])
    if conflicts:
        screen.print()
        screen.heading(screen.say("conflicts"))
        for conflict in conflicts:
            screen.print("  " + conflict_line(conflict, screen))
    for name, found in links.items():
        if found:
            screen.print()
            screen.heading(screen.say(name))
            links_table(screen, found)
    return 0


@command()
@click.argument("predicate", metavar="PREDICATE")
@click.argument("document", metavar="DOC")
@click.option("--type", "type", metavar="T")
@click.option("--issuer", metavar="I")
@click.option("--since", metavar="DATE")
@click.option("--until", metavar="DATE")
@click.option("--transitive", is_flag=True)
@click.option("--reverse", is_flag=True)
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="C")
@click.option("--strength", metavar="S")
@click.option("--provision", metavar="P")
@graph_option
@json_option
@lang_option
@pass_screen
def query(
    screen: Screen, /, predicate: str, document: str, folder: Path, as_json: bool, **filters: Any
) -> int:
    """The documents that stand in a relation to one."""
    from kg.links import predicate_name

    graph = _load(folder)
    name = predicate_name(predicate)
    asked = graph.find_one(document)
    answers = graph.query(name, asked, **filters)
    if as_json:
        screen.json(
            {
                "predicate": name,
                "reverse": filters["reverse"],
                "document": record(asked),
                "answers": [answer_json(answer) for answer in answers],
            }
        )
        return 0 if answers else 1
    words = ("…", screen.say(f"predicate.{name}"), line(asked, screen))
    question = " ".join((words[2], words[1], words[0]) if filters["reverse"] else words)
    if not answers:
        screen.note(screen.say("no-answer", question=question))
        return 1
    screen.heading(f"{question}: {screen.say('answers', count=len(answers))}")
    screen.print()
    answers_table(screen, graph, answers, reverse=filters["reverse"])
    return 0


@command()
@click.argument("first", metavar="DOC")
@click.argument("second", metavar="DOC")
@graph_option
@json_option
@lang_option
@pass_screen
def path(screen: Screen, first: str, second: str, folder: Path, as_json: bool) -> int:
    """The shortest chain of links."""
    graph = _load(folder)
    a, b = graph.find_one(first), graph.find_one(second)
    steps = graph.path(a, b)
    if as_json:
        chain = None if steps is None else [step_json(step) for step in steps]
        screen.json({"from": record(a), "to": record(b), "steps": chain})
        return 1 if steps is None else 0
    if steps is None:
        screen.note(screen.say("no-path", a=line(a, screen), b=line(b, screen)))
        return 1
    if not steps:
        screen.print(screen.say("same-document", name=line(a, screen)))
        return 0
    steps_table(screen, graph, steps)
    return 0


def _load(folder: Path) -> Graph:
    from kg.graph import Graph

    return Graph.load(folder)


