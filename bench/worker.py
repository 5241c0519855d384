"""One measurement in a process of its own: ``python -m bench.worker stream|build|again CORPUS JOBS FOLDER``.

A peak of memory says something only of a process that does nothing else. The answer is JSON on standard output.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from bench.clock import Peaks


def stream(corpus: str) -> int:
    """Reads and analyses text by text and keeps nothing; the number of citations."""
    from kg import analyse
    from kg.read import Failure, iter_inputs

    return sum(len(analyse(one.text).mentions) for one in iter_inputs([corpus]) if not isinstance(one, Failure))


def build(corpus: str, jobs: int, folder: str, peaks: Peaks, *, fresh: bool) -> tuple[int, float]:
    """Builds a graph folder; the number of links with their evidence, and when the analysis was done."""
    from kg.build import Progress, build_folder

    last = [time.perf_counter()]

    def progress(event: Progress) -> None:
        last[0] = time.perf_counter()
        peaks.look()

    done = build_folder([corpus], folder, jobs=jobs, progress=progress, fresh=fresh)
    peaks.look()
    return done.counts["relations"], last[0]


def main(task: str, corpus: str, jobs: str, folder: str) -> None:
    """Does one task and says how long it took, what it found and how much memory it held."""
    answer: dict[str, Any] = {}
    start = time.perf_counter()
    with Peaks() as peaks:
        if task == "stream":
            answer["found"] = stream(corpus)
        else:
            answer["found"], last = build(corpus, int(jobs), folder, peaks, fresh=task == "build")
            answer["analysis"] = last - start
    answer["seconds"] = time.perf_counter() - start
    answer["processor"] = sum(os.times()[:4])  # with the processes that it started, which have ended
    json.dump({**answer, "peak": peaks.total()}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
