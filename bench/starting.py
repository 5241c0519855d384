"""How long a command takes before it does anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.clock import in_turn, python
from bench.rows import Row
from kg.graph import Graph

_FLOOR = "time of python -c pass"


def measure(graph: Path, rounds: int) -> Iterator[Row]:
    """Commands in new processes against a Python that does nothing.

    Args:
        graph: a saved graph to ask.
        rounds: repetitions.
    """
    links = Graph.load(graph).relations
    asked = links["object"][links["predicate"].to_pylist().index("implements")].as_py()
    commands = {
        "python -c pass": ("-c", "pass"),
        "import kg": ("-c", "import kg"),
        "kg --help": ("-m", "kg", "--help"),
        "kg query, one question to the large graph": ("-m", "kg", "query", "implements", asked, "--graph", str(graph)),
    }
    python("-c", "import kg.cli")  # the first start after a change compiles
    timing = in_turn({name: lambda given=given: python(*given) for name, given in commands.items()}, rounds)  # type: ignore[misc]
    base = timing["python -c pass"].median
    for name, taken in timing.items():
        ratio = taken.median / base if name != "python -c pass" else None
        yield Row("start", name, 1e3 * taken.median, "ms", "less", taken.spread, ratio, _FLOOR if ratio else "")
