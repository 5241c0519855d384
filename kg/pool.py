"""Work on many items in several processes, results in the order of the items.

Only a bounded number of items is on the way at a time, so memory stays flat however many there are. A
process that dies (killed by the system for its memory, say) costs the item that killed it: the items
around it are done again.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Generic, TypeVar

from kg.errors import KgError

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH_ITEMS = 1024
BATCH_SIZE = 4 << 20
"""Items and bytes that go to a process at a time."""


def map_batches(
    work: Callable[[list[Item]], list[Result]],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item, str], Result],
    size: Callable[[Item], int] = lambda item: 1,
) -> Iterator[Result]:
    """``work`` over batches of ``items`` in ``jobs`` processes, the results in the order of the items.

    Args:
        work: a function of a module, or a ``functools.partial`` of one (it goes to the processes by name): a
            list of items to as many results; it should return its errors.
        items: what to work on; read only as far as there is room for the work.
        jobs: how many processes; with 1, or with a single batch, the work is done in this process.
        lost: the result for an item whose process died or whose result could not come back.
        size: weight of an item in bytes; a batch is about four million.

    Yields:
        One result for each item, in order.

    Raises:
        KgError: processes cannot be started at all (code ``no-processes``).
    """
    chunks = _chunks(items, size)
    first = next(chunks, [])
    second = next(chunks, []) if jobs > 1 else []
    if not second:
        if first:
            yield from work(first)
        for chunk in chunks:
            yield from work(chunk)
        return
    crew = _Crew(work, jobs, lost)
    try:
        crew.give(first)
        crew.give(second)
        for chunk in chunks:
            crew.give(chunk)
            if crew.full():
                yield from crew.take()
        while crew.waiting:
            yield from crew.take()
    finally:
        crew.dismiss()


def ordered_map(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item, str], Result],
    size: Callable[[Item], int] = lambda item: 1,
) -> Iterator[Result]:
    """``map(work, items)`` over ``jobs`` processes; arguments as in :func:`map_batches`, ``work`` for one item.

    >>> list(ordered_map(abs, [-1, 2, -3], jobs=1, lost=lambda item, why: 0))
    [1, 2, 3]
    """
    return map_batches(partial(_all, work), items, jobs=jobs, lost=lost, size=size)


def _chunks(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += size(item)
        if len(chunk) >= BATCH_ITEMS or weight >= BATCH_SIZE:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _all(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _ready() -> bool:
    return True


def _leave_interrupt_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Crew(Generic[Item, Result]):
    """The processes and what they have been given, oldest first."""

    def __init__(
        self, work: Callable[[list[Item]], list[Result]], jobs: int, lost: Callable[[Item, str], Result]
    ) -> None:
        self._work = work
        self._jobs = jobs
        self._lost = lost
        self.waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # "spawn" is the same on every system, and safe where the parent has threads (Arrow has).
        pool = ProcessPoolExecutor(
            self._jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_leave_interrupt_to_parent,
        )
        try:
            pool.submit(_ready).result()
        except BrokenProcessPool as error:
            raise KgError(
                "worker processes cannot be started: in a script, call it under "
                "'if __name__ == \"__main__\":', or use jobs=1",
                code="no-processes",
            ) from error
        return pool

    def _submit(self, chunk: list[Item]) -> Future[list[Result]]:
        try:
            return self._pool.submit(self._work, chunk)
        except BrokenProcessPool as error:  # it died on an earlier chunk, whose turn comes first
            future: Future[list[Result]] = Future()
            future.set_exception(error)
            return future

    def give(self, chunk: list[Item]) -> None:
        self.waiting.append((chunk, self._submit(chunk)))

    def full(self) -> bool:
        return len(self.waiting) > 2 * self._jobs

    def take(self) -> list[Result]:
        """The results of the oldest chunk."""
        chunk, future = self.waiting.popleft()
        try:
            return future.result()
        except Exception as error:
            if isinstance(error, BrokenProcessPool):
                self._restart()
            results = [self._alone(item) for item in chunk]
            # Chunks that were lost with the pool are given again; done ones keep their results.
            self.waiting = deque((c, self._submit(c) if _failed(f) else f) for c, f in self.waiting)
            return results

    def _alone(self, item: Item) -> Result:
        try:
            return self._submit([item]).result()[0]
        except BrokenProcessPool:
            self._restart()
            return self._lost(item, "its process died, perhaps for want of memory")
        except Exception as error:
            return self._lost(item, f"{type(error).__name__}: {error}")

    def _restart(self) -> None:
        self.dismiss()
        self._pool = self._start()

    def dismiss(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _failed(future: Future[list[Result]]) -> bool:
    return future.cancelled() or (future.done() and future.exception() is not None)
