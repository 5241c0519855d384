"""Which of several processes takes the next connection: the one that holds the fewest.

All wait at one socket, and the system wakes all. Whoever is quickest would get most visitors, though it is the
others that have time: of fifty who came at once one process got forty-nine.
"""

from __future__ import annotations

import socket
import time
from collections.abc import MutableSequence
from typing import Any, Final

_PATIENCE: Final = 0.02
"""Seconds that a visitor waits for the process whose turn it is, then the next one takes it: it may be stuck."""
_NAP: Final = 0.001
_AGAIN: Final = 0.25
"""Seconds after which it is another visitor who waits; a busy process looks less often than it would."""

ABSENT: Final = -1
"""Stands for the number of visitors of a process that takes none."""


class Turns:
    """How many visitors each process holds, in memory that all of them see.

    Args:
        held: one number a process, :data:`ABSENT` where it takes none.
        own: the place of this process.

    >>> counts = [3, 2, ABSENT]
    >>> Turns(counts, 0).ours(), Turns(counts, 1).ours()
    (False, True)
    """

    def __init__(self, held: MutableSequence[int], own: int) -> None:
        self._held, self._own = held, own

    def hold(self, visitors: int) -> None:
        """Tell the others how many visitors this process has."""
        self._held[self._own] = visitors

    def took(self) -> None:
        """One more has come."""
        self._held[self._own] += 1

    def ours(self) -> bool:
        """Whether no other process has fewer visitors than this one."""
        own = self._held[self._own]
        return all(number == ABSENT or own <= number for number in self._held)


class FairSocket(socket.socket):
    """A listening socket that leaves a connection to another process whose turn it is.

    Args:
        listening: the socket, which belongs to this one from now on.
        turns: whose turn it is.
    """

    def __init__(self, listening: socket.socket, turns: Turns) -> None:
        super().__init__(fileno=listening.detach())
        self._turns = turns
        self._since = self._last = 0.0

    def accept(self) -> tuple[socket.socket, Any]:
        """As :meth:`socket.socket.accept`; it would block where another process is to take what waits."""
        if not self._turns.ours():
            now = time.monotonic()
            if now - self._last > _AGAIN:
                self._since = now
            self._last = now
            if now - self._since < _PATIENCE:
                time.sleep(_NAP)  # the loop would ask again at once
                raise BlockingIOError
            self._since = now
        taken = super().accept()
        self._turns.took()
        return taken
