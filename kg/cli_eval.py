"""The command eval: figures against gold, what a change did, and random results to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_options import command, json_option, lang_option, pass_screen
from kg.console import Progress, Screen, quote
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.evaluate.inputs import Gold
    from kg.evaluate.sample import Item
    from kg.evaluate.verdicts import Report
    from kg.models import Analysis

_SAMPLES = ("mentions", "outside", "relations")


@command("eval")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option("--errors", is_flag=True)
@click.option("--details", is_flag=True)
@click.option("--texts", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--outputs", metavar="FILE")
@click.option("--save", metavar="FILE")
@click.option("--compare", metavar="FILE")
@click.option("--sample", type=click.Choice(_SAMPLES))
@click.option("-n", "--count", type=click.IntRange(1), default=100, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--predicate", metavar="PREDICATE")
@json_option
@lang_option
@pass_screen
def evaluate(
    screen: Screen,
    gold: tuple[str, ...],
    errors: bool,
    details: bool,
    texts: Path | None,
    outputs: str | None,
    save: str | None,
    compare: str | None,
    sample: Any,
    count: int,
    seed: int,
    predicate: str | None,
    as_json: bool,
) -> int:
    """Figures for the extraction of the gold's texts, or for output that was saved before."""
    if sample is not None:
        return _draw(screen, gold, sample, count, seed, predicate, as_json)
    from kg.evaluate.inputs import extracted, load, saved

    wanted = load(gold, texts, needed=outputs is None)
    with screen.progress() as progress:
        made = saved(outputs) if outputs is not None else list(extracted(wanted, progress))
    report = wanted.score(made)
    if save is not None:
        _save(save, made)
    changes = None
    if compare is not None:
        from kg.evaluate.versions import compare as changed

        changes = changed(wanted.score(saved(compare)), report)
    if as_json:
        figures = report.as_dict()
        if errors:
            figures["misses"] = report.miss_lines(screen.lang)
        if changes is not None:
            figures["changes"] = [_change_row(one, screen.lang) for one in changes]
        screen.json(figures)
    elif changes is not None:
        from kg.evaluate.versions import change_lines

        for line in change_lines(changes, screen.lang):
            screen.print(line)
    else:
        _tables(screen, report, details)
        if errors:
            _errors(screen, report, wanted)
    return 0


def _tables(screen: Screen, report: Report, details: bool) -> None:
    from kg.evaluate.tables import breakdown, reliability_table

    for line in report.lines(screen.lang):
        screen.print(line)
    if details:
        for line in ("", *breakdown(report, screen.lang), "", *reliability_table(report, screen.lang)):
            screen.print(line)


def _errors(screen: Screen, report: Report, gold: Gold) -> None:
    """Every miss, with the words around it."""
    from kg.evaluate.tables import verdict_line

    screen.print()
    for verdict in report.verdicts:
        if verdict.outcome == "right":
            continue
        screen.print(verdict_line(verdict, screen.lang))
        text = gold.text(verdict.file) if verdict.start is not None else None
        if text is not None and verdict.start is not None:
            words = len(verdict.what) if text.startswith(verdict.what, verdict.start) else 0
            screen.print(f"    {quote(text, verdict.start, verdict.end or verdict.start + words)}")


def _change_row(change: Any, lang: str) -> Mapping[str, Any]:
    from kg.evaluate.tables import verdict_line

    rows = {side: [verdict_line(v, lang) for v in getattr(change, side)] for side in ("gains", "losses")}
    return {"file": change.file, **rows}


def _save(path: str, outputs: list[dict[str, Any]]) -> None:
    lines = (json.dumps(output, ensure_ascii=False) + "\n" for output in outputs)
    try:
        Path(path).write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise KgError(
            f"{path}: cannot be written ({error.strerror}); choose another place", code="write-failed", path=path
        ) from error


def _draw(
    screen: Screen, inputs: tuple[str, ...], kind: Any, count: int, seed: int, predicate: str | None, as_json: bool
) -> int:
    """Random results of a corpus in their context."""
    from kg.evaluate.sample import sample as drawn
    from kg.links import predicate_name

    wanted = predicate_name(predicate) if predicate else None
    with screen.progress() as progress:
        items = drawn(_analyses(screen, inputs, progress), kind, n=count, seed=seed, predicate=wanted)
    if as_json:
        screen.json([item.as_dict() for item in items])
    else:
        for serial, item in enumerate(items, start=1):
            for line in _item_lines(serial, item):
                screen.print(line)
    screen.note(screen.say("eval.drawn", count=len(items), seed=seed))
    return 0 if items else 1


def _analyses(screen: Screen, inputs: tuple[str, ...], progress: Progress) -> Iterator[Analysis]:
    from kg.build import analyse_text
    from kg.read import Failure, iter_inputs

    for done, text in enumerate(iter_inputs(inputs), start=1):
        if isinstance(text, Failure):
            progress.clear()
            screen.problem(text.code, text.message, text.facts, where=text.source)
        else:
            yield analyse_text(text)
        progress(done, text.source)


def _item_lines(serial: int, item: Item) -> Iterator[str]:
    """One drawn item for a reader: where it is, what is said of it, the words."""
    said = item.facts
    if item.kind == "relations":
        what = f"{said['subject']} —{said['predicate']}→ {said['object']}"
        more = [said["strength"], said["frame"], said["cue"] and f"“{said['cue']}”", said["scope"]]
        cited = said["provisions"]
    else:
        what = " · ".join(str(said.get(key) or "–") for key in ("type", "number", "date", "issuer")) if said else ""
        more = [said.get("role"), said.get("target")]
        cited = said.get("pinpoints", [])
    more += ["; ".join(" ".join(f"{level} {name}" for level, name in one.items()) for one in cited)]
    if said:
        more.append(f"{said['confidence']:.2f}")
    yield f"{serial}. [{item.key}] {item.source}:{item.start}"
    if said:
        yield f"   {what}  ({', '.join(word for word in more if word)})"
    whole = item.before + item.text + item.after
    start = len(item.before)
    yield f"   {quote(whole, start, start + len(item.text), room=2 * len(whole))}"
    yield ""
