"""The command eval: figures against gold, and random results to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_options import command, json_option, lang_option, pass_screen
from kg.console import Progress, Screen, quote

if TYPE_CHECKING:
    from kg.evaluate.sample import Item
    from kg.models import Analysis

_SAMPLES = ("mentions", "outside", "relations")


@command("eval")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option("--texts", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--outputs", metavar="FILE")
@click.option("--errors", is_flag=True)
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
    texts: Path | None,
    outputs: str | None,
    errors: bool,
    sample: Any,
    count: int,
    seed: int,
    predicate: str | None,
    as_json: bool,
) -> int:
    """Figures for the extraction of the gold's texts, or for output that was saved before."""
    if sample is not None:
        return _draw(screen, gold, sample, count, seed, predicate, as_json)
    from kg.evaluate import evaluate as score
    from kg.evaluate.inputs import extracted, saved
    from kg.gold import load_gold

    root = Path(gold[0])
    wanted = load_gold(root)
    made = saved(outputs) if outputs is not None else extracted(wanted, root, texts)
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
