"""The command: ``python -m bench [--quick] [--json FILE] [--compare BEFORE [NOW]] [--profile]``;
for sizes beyond a usual run ``--long GB …`` and ``--links N``, for linked data alone ``--linked``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.rows import Row, Run, comparison, facts, read_json, table, write_json


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    Attributes:
        texts: millions of bytes of each kind of text for the analysis.
        corpus: millions of bytes of the smaller corpus that is built.
        relations: links of the large graph.
        links: links of the graph that is asked on the disk.
        rounds: repetitions of the analysis and the graph.
        builds: repetitions of the builds.
        starts: repetitions of the commands.
        linked: links of the graph that is written, loaded and asked as linked data.
    """

    texts: float
    corpus: float
    relations: int
    links: int
    rounds: int
    builds: int
    starts: int
    linked: int


FULL = Scale(texts=4, corpus=3, relations=100_000, links=1_000_000, rounds=5, builds=3, starts=7, linked=1_000_000)
QUICK = Scale(texts=0.03, corpus=0.03, relations=300, links=3_000, rounds=1, builds=1, starts=1, linked=300)


def measure(scale: Scale, folder: Path, tell: Callable[[str], None]) -> Iterator[Row]:
    """All rows, part by part."""
    from bench import analysis, building, graphs, large, linked, serving, starting

    tell("analysis of texts")
    yield from analysis.measure(scale.texts, scale.rounds)
    tell("builds with one and two jobs, memory")
    yield from building.measure(folder, scale.corpus, scale.builds)
    tell(f"a graph of {scale.relations:,} relations")
    yield from graphs.measure(folder, scale.relations, scale.rounds)
    tell(f"a graph of {scale.links:,} links on the disk")
    yield from large.measure(folder, scale.links, scale.starts)
    tell("start of commands")
    yield from starting.measure(folder / "graph", scale.starts)
    yield from linked.measure(folder, scale.linked, tell)
    tell("pages in a browser, the server under load")
    yield from serving.measure(folder / "large", scale.links, scale.rounds)


def main(argv: Sequence[str] | None = None) -> int:
    """Measures, prints, keeps, compares.

    Returns:
        0; 2 where a kept run cannot be read.
    """
    given = _options().parse_args(argv)
    scale = QUICK if given.quick else FULL
    if given.profile:
        from bench.analysis import profile

        profile(scale.texts)
        return 0
    try:
        kept = [read_json(path) for path in given.compare[:2]]
    except (OSError, ValueError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    if len(kept) == 2:
        print(comparison(*kept))
        return 0
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        rows = tuple(_measured(given, scale, Path(folder)))
    run = Run(facts(quick=given.quick), rows)
    if given.json:
        write_json(run, given.json)
    print(table(run))
    for before in kept:
        print()
        print(comparison(before, run))
    return 0


def _measured(given: argparse.Namespace, scale: Scale, folder: Path) -> Iterator[Row]:
    from bench import building, large

    if given.long:
        yield from building.measure_long(folder, given.long, given.jobs)
    if given.links:
        yield from large.measure(folder, given.links, FULL.starts)
    if given.linked:
        from bench import linked

        yield from linked.measure(folder, scale.linked, lambda words: print(f"bench: {words}", file=sys.stderr))
    if not given.long and not given.links and not given.linked:
        yield from measure(scale, folder, lambda words: print(f"bench: {words}", file=sys.stderr))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Speed and memory of kg, as ratios inside one run."
    )
    parser.add_argument(
        "--quick", action="store_true", help="tiny inputs, one repetition: shows that it runs, no figures to quote"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures in FILE")
    parser.add_argument(
        "--compare", type=Path, nargs="+", default=[], metavar="FILE",
        help="kept figures to compare this run with; with two files nothing is measured",
    )  # fmt: skip
    parser.add_argument(
        "--long", type=float, nargs="+", default=[], metavar="GB",
        help="only build corpora of these sizes in thousand million bytes: minutes to hours, no part of the usual run",
    )  # fmt: skip
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], metavar="N", help="jobs for --long")
    parser.add_argument(
        "--links", type=int, default=0, metavar="N", help="only ask a graph of so many links on the disk, e.g. 10000000"
    )
    parser.add_argument("--linked", action="store_true", help="only measure exports, their load and SPARQL at size")
    parser.add_argument("--profile", action="store_true", help="only print the functions that cost the analysis most")
    return parser


if __name__ == "__main__":
    sys.exit(main())
