"""The rows of a run: as a table for people, as JSON for the next run, as ratios between two runs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

FORMAT = 1
Better = Literal["more", "less"]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Attributes:
        group: the table it stands in.
        name: what was measured; with ``group`` the key by which two runs are compared.
        value: the median, in ``unit``.
        better: whether a larger value is the better one.
        spread: (largest - smallest) / median over the repetitions; None for a single measurement.
        ratio: the figure in terms of a floor measured in the same run, None where there is none.
        floor: what the ratio is of, in words.
        better_ratio: whether a larger ratio is the better one; a time may be told as a rate (more) and
            compared as a time (less).
    """

    group: str
    name: str
    value: float
    unit: str
    better: Better
    spread: float | None = None
    ratio: float | None = None
    floor: str = ""
    better_ratio: Better = "less"

    @property
    def key(self) -> str:
        """The name that is the same in every run."""
        return f"{self.group}: {self.name}"


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one call measured, and on what."""

    facts: Mapping[str, Any]
    rows: tuple[Row, ...]


def facts(*, quick: bool) -> dict[str, Any]:
    """What a reader must know to judge the figures: when, with what, on how many cores."""
    from kg import __version__

    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "kg": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "quick": quick,
    }


def write_json(run: Run, path: Path) -> None:
    """Keeps a run for a later comparison."""
    content = {"format": FORMAT, **run.facts, "rows": [asdict(row) for row in run.rows]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_json(path: Path) -> Run:
    """A run that :func:`write_json` kept.

    Raises:
        ValueError: the file is no such run.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content.pop("format") != FORMAT:
            raise ValueError(f"{path}: kept by another version of the benchmark; measure again")
        return Run({k: v for k, v in content.items() if k != "rows"}, tuple(Row(**row) for row in content["rows"]))
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path}: not a run kept with --json ({error})") from error


def number(value: float) -> str:
    """A figure with three digits that count.

    >>> [number(v) for v in (0.01234, 1.2, 12.34, 1234.5, 1234567.0)]
    ['0.0123', '1.20', '12.3', '1,234', '1,234,567']
    """
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.3g}"


def _grid(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table, aligned: the first column to the left, the others to the right."""
    cells = [list(head), *map(list, lines)]
    last = len(head) - 1
    widths = [max(len(line[i]) for line in cells) for i in range(len(head))]

    def drawn(line: Sequence[str]) -> str:
        places = enumerate(zip(line, widths, strict=True))
        return "| " + " | ".join(c.ljust(w) if i in (0, last) else c.rjust(w) for i, (c, w) in places) + " |"

    rule = [("-" * w) if i in (0, last) else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
    return "\n".join([drawn(cells[0]), "| " + " | ".join(rule) + " |", *map(drawn, cells[1:])])


def _grouped(rows: Sequence[Row], head: Sequence[str], line: Callable[[Row], Sequence[str]]) -> str:
    groups = list(dict.fromkeys(row.group for row in rows))
    tables = (_grid((group, *head), [line(r) for r in rows if r.group == group]) for group in groups)
    return "\n\n".join(tables)


def table(run: Run) -> str:
    """A run as Markdown tables, one for each group."""

    def line(row: Row) -> Sequence[str]:
        spread = "" if row.spread is None else f"±{row.spread * 50:.0f} %"
        ratio = "" if row.ratio is None else number(row.ratio)
        return row.name, f"{number(row.value)} {row.unit}", spread, ratio, row.floor

    f = run.facts
    told = f"{f['date']}, kg {f['kg']}, Python {f['python']}, {f['system']}, {f['cores']} cores"
    return f"{told}\n\n{_grouped(run.rows, ('median', 'spread', 'ratio', 'to what'), line)}"


def comparison(before: Run, now: Run) -> str:
    """Two runs side by side: above 1 the second is better.

    ``change`` compares the figures themselves, which only says something on one machine; ``by ratio`` compares
    each with its own floor.
    """
    old = {row.key: row for row in before.rows}

    def line(row: Row) -> Sequence[str]:
        was = old[row.key]
        none = row.ratio is None or was.ratio is None
        by_ratio = "" if none else number(_gain(row.better_ratio, was.ratio or 0, row.ratio or 0))
        values = (f"{number(r.value)} {r.unit}" for r in (was, row))
        return row.name, *values, number(_gain(row.better, was.value, row.value)), by_ratio

    both = [row for row in now.rows if row.key in old]
    told = [f"before: {before.facts.get('date')}, kg {before.facts.get('kg')}, {before.facts.get('cores')} cores"]
    if before.facts.get("quick") != now.facts.get("quick"):
        told.append("one of the runs is a quick one: the figures are of different sizes of input")
    missing = sorted({*old} ^ {row.key for row in now.rows})
    told += [f"in one run only: {key}" for key in missing]
    return "\n".join([*told, "", _grouped(both, ("before", "now", "change", "by ratio"), line)])


def _gain(better: Better, before: float, now: float) -> float:
    """How many times better ``now`` is."""
    if not before or not now:
        return 1.0 if before == now else float("inf")
    return now / before if better == "more" else before / now
