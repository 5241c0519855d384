"""A graph as linked data at size: written, loaded, asked. ``python -m bench --linked`` measures nothing else.

Each task runs in a process of its own, ``python -m bench.linked TASK FOLDER N``, so that its peak of memory
says something. Writing is timed in processor time, as it keeps one core busy; loading uses all of them and is timed
by the clock. rdflib does the same work as our writers on a tenth of the graph: whole, it would need ten gigabytes.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.clock import peak_memory, python
from bench.rows import Row

_PER_DOCUMENT = 10
_ASKED = 60
_GROUP = "linked data"


def measure(folder: Path, relations: int, tell: Callable[[str], None] = lambda words: None) -> Iterator[Row]:
    """Everything that is done with a graph of so many links, ten for each document.

    Args:
        folder: where graph and exports lie meanwhile.
        relations: how many links the graph has.
        tell: what is done now, in words.
    """
    for name, size in (("whole", relations), ("tenth", max(relations // 10, 10))):
        tell(f"linked data: a graph of {size:,} relations")
        _worker("make", folder / name, size)
    told = f"{relations // _PER_DOCUMENT:,} documents, {relations:,} relations"
    rdflib = None
    for task, words in (
        ("rdflib", "rdflib, built and written as Turtle, a tenth"),
        ("turtle", "Turtle, with all mentions"),
        ("nquads", "N-Quads, with all mentions"),
        ("nquads-links", "N-Quads, without mentions"),
    ):
        tell(f"linked data: {words}")
        found = _worker(task, folder / ("tenth" if task == "rdflib" else "whole"), relations)
        rate = found["triples"] / found["seconds"]
        rdflib = rdflib or rate
        ratio = None if task == "rdflib" else rate / rdflib
        floor = f"{found['triples']:,} triples" if task == "rdflib" else "rate of rdflib"
        yield Row(_GROUP, f"{words}: rate", rate, "triples/s", "more", None, ratio, floor, "more")
        if task != "rdflib":
            yield Row(_GROUP, f"{words}: time", found["seconds"], "s", "less", None, None, told)
        yield Row(_GROUP, f"{words}: peak of memory", found["peak"], "MB", "less")
    tell("linked data: load into Oxigraph")
    found = _worker("load", folder / "whole", relations)
    yield Row(_GROUP, "store for SPARQL, written and loaded: time", found["seconds"], "s", "less", None, None, told)
    yield Row(_GROUP, "store for SPARQL, written and loaded: peak of memory", found["peak"], "MB", "less")
    tell("linked data: questions")
    asked = _worker("ask", folder / "whole", relations)["milliseconds"]
    p50, p95 = (asked[int(share * (len(asked) - 1))] for share in (0.5, 0.95))
    yield Row(_GROUP, "implements+ of a document in SPARQL", p50, "ms", "less", None, p95 / p50, "p95 to median")


def _worker(task: str, folder: Path, size: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(python("-m", "bench.linked", task, str(folder), str(size)).stdout)
    return found


def main(task: str, folder: str, size: str) -> None:
    """Does one task and says how long it took, how many triples it wrote and how much memory it held."""
    path = Path(folder)
    found = _TASKS[task](path, int(size))
    print(json.dumps({**found, "peak": peak_memory()}))


def _make(folder: Path, size: int) -> dict[str, Any]:
    from bench.synthetic import make_graph

    make_graph(size, _PER_DOCUMENT).save(folder)
    return {}


def _write(folder: Path, format: str, *, mentions: bool) -> dict[str, Any]:
    from kg.export import export
    from kg.graph import Graph

    out = folder.parent / f"out.{format}"
    start = time.process_time()
    export(Graph.load(folder), format, out, mentions=mentions)
    seconds = time.process_time() - start
    out.unlink()
    return {"seconds": seconds, "triples": _triples(folder, mentions=mentions)}


def _triples(folder: Path, *, mentions: bool) -> int:
    """How many statements an export has; counted apart, so that counting costs no time."""
    kept = folder.parent / f"{folder.name}-{mentions}.count"
    if not kept.exists():
        from kg.graph import Graph
        from kg.rdf import nodes

        counted = sum(len(terms) for _, said in nodes(Graph.load(folder), mentions=mentions) for _, terms in said)
        kept.write_text(str(counted))
    return int(kept.read_text())


def _rdflib(folder: Path, size: int) -> dict[str, Any]:
    from kg.graph import Graph

    out = folder.parent / "rdflib.ttl"
    start = time.process_time()
    triples = Graph.load(folder).to_rdflib()
    triples.serialize(out, format="turtle")
    seconds = time.process_time() - start
    out.unlink()
    return {"seconds": seconds, "triples": len(triples)}


def _load(folder: Path, size: int) -> dict[str, Any]:
    from kg.sparql_store import store_of

    for old in folder.parent.glob(f".{folder.name}.sparql-*"):
        shutil.rmtree(old)
    start = time.perf_counter()
    store_of(folder)
    return {"seconds": time.perf_counter() - start}


def _ask(folder: Path, size: int) -> dict[str, Any]:
    """One question after the other, as a client of ``kg serve`` asks them: the process is up already."""
    from kg.graph import Graph
    from kg.rdf_terms import prefixes
    from kg.sparql import Endpoint, Iri

    ids = Graph.load(folder).documents["id"].to_pylist()
    text = "SELECT DISTINCT ?doc ?by { ?by vl:implements+ ?doc }"
    taken = []
    with Endpoint(folder) as endpoint:
        endpoint.query("ASK {}").read()
        for document in ids[:: max(1, len(ids) // _ASKED)][:_ASKED]:
            start = time.perf_counter()
            endpoint.query(text, bindings={"doc": Iri(prefixes()["doc"] + document)}).read()
            taken.append(1e3 * (time.perf_counter() - start))
    return {"milliseconds": sorted(taken)}


_TASKS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "make": _make,
    "rdflib": _rdflib,
    "turtle": lambda folder, size: _write(folder, "turtle", mentions=True),
    "nquads": lambda folder, size: _write(folder, "nquads", mentions=True),
    "nquads-links": lambda folder, size: _write(folder, "nquads", mentions=False),
    "load": _load,
    "ask": _ask,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
