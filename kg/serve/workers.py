"""Several processes that answer on one socket: started, replaced when one dies, ended together.

Python computes in one thread at a time, so only more processes use more cores. Each maps the same graph, whose files
lie in memory once. Uvicorn has a supervisor of its own; it ends processes that do not answer it in time, which a
loaded machine makes of healthy ones while they start, and does not say when the first one is ready.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Any, Final

from kg.errors import KgError
from kg.serve.turns import ABSENT, Turns

Start = Callable[[socket.socket, Callable[[], None], Turns | None], None]
"""Answers on a socket until the process is told to end; calls its second argument when the first request can come.
The third says whether a connection is to be left to another process."""

_MOST: Final = 4
_LOOK: Final = 0.5
_GRACE: Final = 8.0
"""Seconds in which processes end by themselves when they are told to."""
_SHORT: Final = 5.0
"""Seconds: a process that lived less long is not replaced before they are over, so that what cannot start
keeps no core busy."""

log = logging.getLogger("kg.serve")


def usual_workers() -> int:
    """How many processes answer where nobody says: one a core, at most four, as each holds some memory of its own."""
    if sys.platform == "win32":
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(_MOST, cores))


def run_workers(start: Start, listening: socket.socket, count: int, ready: Callable[[], None] | None = None) -> None:
    """Answer with several processes until this one is interrupted or told to end.

    Args:
        start: what each process does, a function of a module or a :func:`functools.partial` of one.
        listening: the socket.
        count: how many processes.
        ready: is called once, when the first request can come.

    Raises:
        KeyboardInterrupt: it was interrupted.
    """
    _Crew(start, listening, count, ready).run()


class _Crew:
    def __init__(self, start: Start, listening: socket.socket, count: int, ready: Callable[[], None] | None) -> None:
        self._start, self._listening, self._ready = start, listening, ready
        self._context = multiprocessing.get_context("spawn")
        self._heard, self._said = self._context.Pipe(duplex=False)
        self._told = 0
        self._workers: list[tuple[SpawnProcess, float] | None] = [None] * count
        self._held = self._context.RawArray("i", [ABSENT] * count)

    def run(self) -> None:
        """Until a signal comes."""
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            while not self._told:
                self._fill()
                alive = [one[0].sentinel for one in self._workers if one and one[0].is_alive()]
                wait([self._heard, *alive], _LOOK)
                if self._heard.poll():
                    self._heard.recv()
                    if self._ready is not None:
                        self._ready()
                        self._ready = None
        finally:
            self._end()
            for number, handler in before.items():
                signal.signal(number, handler)
        signal.raise_signal(self._told)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._told = self._told or number

    def _fill(self) -> None:
        """As many processes as there are to be; dead ones are replaced."""
        now = time.monotonic()
        for at, one in enumerate(self._workers):
            if one is not None:
                process, born = one
                if process.is_alive():
                    continue
                self._held[at] = ABSENT
                if now - born < _SHORT:
                    continue
                log.warning("process %s ended with %s; another one takes its place", process.pid, process.exitcode)
            if not self._told:
                self._workers[at] = self._begun(at), now

    def _begun(self, at: int) -> SpawnProcess:
        given = (self._start, self._listening, self._said, self._held, at)
        process = self._context.Process(target=_work, args=given, daemon=True)
        # What comes from the keyboard reaches every process. Until it has handlers of its own, this one alone
        # decides what it means.
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.start()
        finally:
            signal.signal(signal.SIGINT, ours)
        return process

    def _end(self) -> None:
        processes = [one[0] for one in self._workers if one]
        for process in processes:
            process.terminate()
        deadline = time.monotonic() + _GRACE
        for process in processes:
            process.join(max(0.0, deadline - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()


def _work(start: Start, listening: socket.socket, said: Connection[Any, Any], held: Any, own: int) -> None:
    """What a process does."""
    threading.Thread(target=_follow, name="kg-parent", daemon=True).start()
    try:
        start(listening, lambda: said.send(True), Turns(held, own))
    except KgError as error:  # the graph has become unreadable: those that have it open go on, this one tries again
        log.error("%s", error)
        sys.exit(1)
    except KeyboardInterrupt:
        pass


def _follow() -> None:
    """End with the process that started this one, even where that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
