"""Time and memory: medians over rounds in turn, peaks of a process and of those it started."""

from __future__ import annotations

import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Sample:
    """What several repetitions gave: seconds, or megabytes."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the repetitions; never zero, so that it can be divided by."""
        return max(statistics.median(self.values), 1e-9)

    @property
    def spread(self) -> float | None:
        """(largest - smallest) / median, None for a single repetition."""
        if len(self.values) < 2:
            return None
        return (max(self.values) - min(self.values)) / self.median


def in_turn(
    work: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, Sample]:
    """Times several works in turn, round by round, so that a noisy minute falls on all of them.

    Args:
        work: functions by name.
        rounds: how often each is called.
        clock: ``time.process_time`` for work in one thread, where other processes must not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, call in work.items():
            start = clock()
            call()
            taken[name].append(clock() - start)
    return {name: Sample(tuple(seconds)) for name, seconds in taken.items()}


def timed(work: Callable[[], object], rounds: int) -> Sample:
    """Times one work by the clock on the wall."""
    return in_turn({"": work}, rounds)[""]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs this Python with arguments, from the project root.

    Raises:
        subprocess.CalledProcessError: it ended with an error; its words have gone to standard error.
    """
    # An installed program has its modules compiled: what forbids that here would be measured with every start.
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**known, "PYTHONPATH": os.pathsep.join(paths)},
    )  # fmt: skip


def worker(*arguments: str) -> dict[str, Any]:
    """The answer of :mod:`bench.worker` in a process of its own."""
    answer: dict[str, Any] = json.loads(python("-m", "bench.worker", *arguments).stdout)
    return answer


def peak_memory(pid: int | None = None) -> float:
    """The most memory that a process has held so far, in MB; 0 where the system does not tell.

    ``ru_maxrss`` is the second choice: a process that was started by a large one inherits its peak.
    """
    try:
        status = Path(f"/proc/{pid or 'self'}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        if pid is not None:
            return 0.0
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


class Peaks:
    """The peaks of all processes that this one starts with :mod:`multiprocessing`.

    Looked at ten times a second while the context is open, and whenever :meth:`look` is called.
    """

    def __init__(self) -> None:
        self._seen: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peaks:
        """Begins to look."""
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        """Ends it."""
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            self.look()

    def look(self) -> None:
        """Notes the peaks of the processes that run now."""
        for process in multiprocessing.active_children():
            if process.pid is not None and (peak := peak_memory(process.pid)):
                self._seen[process.pid] = peak

    def total(self) -> float:
        """The sum of all peaks, this process included: an upper bound for the peak of the sum."""
        return peak_memory() + sum(self._seen.values())
