"""A large graph: made, saved, loaded, asked, exported."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from bench.clock import Sample, in_turn, timed
from bench.rows import Row
from bench.synthetic import make_graph, make_rows
from kg.graph import Graph
from kg.rdf import write_nquads, write_turtle
from kg.tables import TABLES

_ASKED = 200


def measure(folder: Path, relations: int, rounds: int) -> Iterator[Row]:
    """Everything that is done with a graph.

    Args:
        folder: where it is saved; it stays there for the commands of :mod:`bench.starting`.
        relations: how many links it has.
        rounds: repetitions.
    """
    group = "a large graph"
    made = _made(relations, rounds)
    yield Row(
        group, "made from rows", relations / made.median, "relations/s", "more", made.spread, None,
        f"{relations:,} relations",
    )  # fmt: skip
    graph = make_graph(relations)
    yield from _on_disk(group, graph, folder, relations, rounds)
    yield from _asked(group, folder / "graph", rounds)
    yield from _exported(graph, relations, rounds)


def _made(relations: int, rounds: int) -> Sample:
    rows = make_rows(relations)
    return timed(lambda: Graph.from_rows(**rows), rounds)


def _on_disk(group: str, graph: Graph, folder: Path, relations: int, rounds: int) -> Iterator[Row]:
    plain = folder / "plain"
    plain.mkdir()

    def write_plain() -> None:
        for name in TABLES:
            pq.write_table(getattr(graph, name), plain / f"{name}.parquet", compression="zstd")

    def load() -> None:
        loaded = Graph.load(folder / "graph")
        for name in TABLES:
            getattr(loaded, name)

    def load_plain() -> None:
        for name in TABLES:
            pq.read_table(plain / f"{name}.parquet")

    def save() -> None:
        graph.save(folder / "graph")

    for name, work, base in (("saved", save, write_plain), ("loaded, every table", load, load_plain)):
        timing = in_turn({"plain": base, "kg": work}, rounds)
        taken, ratio = timing["kg"], timing["kg"].median / timing["plain"].median
        rate = relations / taken.median
        yield Row(group, name, rate, "relations/s", "more", taken.spread, ratio, "time of plain pyarrow")


def _asked(group: str, folder: Path, rounds: int) -> Iterator[Row]:
    """The first question to a graph just loaded pays for its indexes, the later ones do not."""
    graph = Graph.load(folder)
    ids = graph.documents["id"].to_pylist()
    asked = ids[:: max(1, len(ids) // _ASKED)][:_ASKED]
    words = [f"{row['number']} {row['date'][:4]}" for row in graph.documents.to_pylist() if row["id"] in set(asked)]
    first = timed(lambda: Graph.load(folder).query("implements", ids[0]), rounds)
    yield Row(group, "first question, load included", 1e3 * first.median, "ms", "less", first.spread)
    graph.query("implements", ids[0])
    questions: tuple[tuple[str, Callable[[int], object], int], ...] = (
        ("question by id, one step", lambda n: graph.query("implements", asked[n]), len(asked)),
        ("question by id, all steps", lambda n: graph.query("implements", asked[n], transitive=True), len(asked)),
        ("document found by its number and year", lambda n: graph.find_one(words[n]), len(words)),
    )
    for name, ask, count in questions:
        taken = Sample(tuple(_seconds(ask, n) for n in range(count)))
        slowest = sorted(taken.values)[int(0.95 * (len(taken.values) - 1))]
        yield Row(
            group, name, 1e3 * taken.median, "ms", "less", None, slowest / taken.median, "p95 to median"
        )


def _seconds(ask: Callable[[int], object], n: int) -> float:
    start = time.perf_counter()
    ask(n)
    return time.perf_counter() - start


def _exported(graph: Graph, relations: int, rounds: int) -> Iterator[Row]:
    """Triples a second: our writers on the whole graph, rdflib on a tenth of it."""
    group = "export as RDF"
    tenth = make_graph(max(relations // 10, 10))

    def by_rdflib() -> None:
        tenth.to_rdflib().serialize(format="turtle")

    few = len(tenth.to_rdflib())
    slow = timed(by_rdflib, 1)
    quads = io.StringIO()
    write_nquads(graph, quads)
    triples = quads.getvalue().count("\n")
    del quads
    rate = few / slow.median
    words = "rdflib, built and written as Turtle, a tenth"
    yield Row(group, words, rate, "triples/s", "more", None, None, f"{few:,} triples")
    for name, write in (("Turtle", write_turtle), ("N-Quads", write_nquads)):
        taken = timed(lambda write=write: write(graph, io.StringIO()), min(rounds, 2))  # type: ignore[misc]
        yield Row(
            group, name, triples / taken.median, "triples/s", "more", taken.spread, triples / taken.median / rate,
            f"rate of rdflib; {triples:,} triples", "more",
        )  # fmt: skip
