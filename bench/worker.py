"""One measurement in a process of its own: ``python -m bench.worker stream|build CORPUS JOBS``.

A peak of memory says something only of a process that does nothing else. The answer is JSON on standard output.
"""

from __future__ import annotations

import json
import sys
import time

from bench.clock import Peaks


def stream(corpus: str) -> int:
    """Reads and analyses text by text and keeps nothing; the number of citations."""
    from kg import analyse
    from kg.read import Failure, iter_inputs

    return sum(len(analyse(one.text).mentions) for one in iter_inputs([corpus]) if not isinstance(one, Failure))


def build(corpus: str, jobs: int, peaks: Peaks) -> int:
    """Builds a graph and drops it; the number of links with their evidence."""
    import kg

    graph = kg.build([corpus], jobs=jobs, progress=lambda event: peaks.look())
    return int(graph.relations.num_rows)


def main(task: str, corpus: str, jobs: str) -> None:
    """Does one task and says how long it took, what it found and how much memory it held."""
    peaks = Peaks()
    start = time.perf_counter()
    found = stream(corpus) if task == "stream" else build(corpus, int(jobs), peaks)
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "found": found, "peak": peaks.total()}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
