"""The graph that is served now: a new build takes its place without a stop.

A graph is a value. Whoever answers a request takes the graph of that moment and keeps it to the end of the
answer; when the folder holds another one, it is opened and its indexes are made beside the old one, and only
then do new requests get it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kg.errors import GraphError, KgError
from kg.graph import Graph
from kg.store import META

_LOOK: Final = 1.0
"""Seconds between two looks at the folder."""

Stamp = tuple[int, int, int]


class CurrentGraph:
    """The newest complete graph of a folder.

    Args:
        folder: the graph folder.
        warm: makes what the first request would otherwise wait for.

    Raises:
        GraphError: there is no graph in the folder, or it cannot be read.
    """

    def __init__(self, folder: str | os.PathLike[str], warm: Callable[[Graph], object]) -> None:
        self._folder = Path(folder)
        self._warm = warm
        self._busy = threading.Lock()
        self._looked = time.monotonic()
        self.problem: str = ""
        """Code of the error that keeps a newer graph from being served; empty where there is none."""
        self._state = self._opened()

    def get(self) -> tuple[Graph, str]:
        """The graph of now, and a short text that differs for each graph."""
        now = time.monotonic()
        if now - self._looked > _LOOK and self._busy.acquire(blocking=False):
            self._looked = now
            try:
                changed = self._stamp() != self._state[0]
            except OSError:  # the folder is being replaced at this moment, or it is gone: the old graph stays
                changed = False
            if changed:
                threading.Thread(target=self._reopen, name="kg-reopen", daemon=True).start()
            else:
                self._busy.release()
        stamp, graph = self._state
        return graph, "-".join(f"{part:x}" for part in stamp)

    def _stamp(self) -> Stamp:
        found = os.stat(self._folder / META)
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _opened(self) -> tuple[Stamp, Graph]:
        for last in (False, False, True):
            try:
                before = self._stamp()
            except OSError:
                before = (0, 0, 0)  # loading says what is wrong, or finds the graph that is put in place
            try:
                graph = Graph.load(self._folder)
                self._warm(graph)
                if before == self._stamp():
                    return before, graph
            except (GraphError, OSError):
                if last:
                    raise
            if not last:
                time.sleep(0.05)
        return before, graph

    def _reopen(self) -> None:
        try:
            self._state = self._opened()
            self.problem = ""
        except KgError as error:
            self.problem = error.code
        except OSError:
            self.problem = "graph-unreadable"
        finally:
            self._busy.release()
