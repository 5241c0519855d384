"""Texts that visitors paste or upload, and texts of sources: read in processes that can be ended.

Nothing is stored: a text lives in the memory of one process while it is answered.
"""

from __future__ import annotations

import json
import os
import threading
from typing import Any, Final

from kg import child
from kg.errors import KgError
from kg.messages import MESSAGES
from kg.serve.limits import Limits

_MEMORY: Final = 6 << 30


class Drafts:
    """The processes that read texts.

    Args:
        folder: the graph folder.
        limits: how many at once, how long each may take.
    """

    def __init__(self, folder: str | os.PathLike[str], limits: Limits) -> None:
        self._folder, self._limits = os.path.abspath(folder), limits
        self._turns = threading.BoundedSemaphore(limits.checks)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._closed = False

    def check(self, data: bytes, name: str, stamp: str) -> dict[str, Any]:
        """Read, analyse and check a text.

        Args:
            data: its bytes.
            name: name of its file, empty for a text that was pasted.
            stamp: differs for each graph that it is checked against.

        Returns:
            As :func:`kg.serve.draft_worker.checked`, without errors.

        Raises:
            KgError: it cannot be read, is too long (``draft-long``), took too long (``draft-time``) or too much
                memory (``draft-memory``), or too many are read at the moment (``draft-busy``).
        """
        if len(data) > self._limits.upload:
            raise KgError("what was sent is too large", code="body-large")
        return self._asked({"do": "check", "name": name, "stamp": stamp, "most": self._limits.text}, data)

    def source(self, source: str, sha256: str) -> str:
        """The text of a source; see :func:`kg.serve.draft_worker.source_text`.

        Raises:
            KgError: as :meth:`check`, or it is not there any more (``absent``) or has changed (``changed``).
        """
        task = {"do": "source", "source": source, "sha256": sha256, "most": self._limits.source}
        found: str = self._asked(task, b"")["text"]
        return found

    def _asked(self, task: dict[str, Any], data: bytes) -> dict[str, Any]:
        if not self._turns.acquire(timeout=self._limits.check):
            raise KgError("too many texts are read at the moment; try again soon", code="draft-busy")
        try:
            answer = self._answer({**task, "size": len(data)}, data)
        finally:
            self._turns.release()
        if code := answer.get("error"):
            known = code if f"error.{code}" in MESSAGES or code == "changed" else "draft-unread"
            raise KgError(str(answer.get("message") or code), code=known, **answer.get("facts", {}))
        return answer

    def _answer(self, task: dict[str, Any], data: bytes) -> dict[str, Any]:
        late = threading.Event()
        worker = self._worker()

        def stop() -> None:
            late.set()
            worker.end()

        timer = threading.Timer(self._limits.check, stop)
        timer.daemon = True
        timer.start()
        answer = None
        try:
            answer = worker.asked(json.dumps(task).encode() + b"\n" + data)
        finally:
            timer.cancel()
            with self._lock:
                usable = answer is not None and not late.is_set() and not self._closed
                if usable:
                    self._idle.append(worker)
            if not usable:
                worker.end()
        if answer is not None:
            return answer
        if late.is_set():
            seconds = f"{self._limits.check:g}"
            raise KgError(f"the text was given up after {seconds} s", code="draft-time", seconds=seconds)
        raise KgError("the text could not be read: it took too much memory", code="draft-memory")

    def _worker(self) -> _Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Worker(self._folder)

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            for worker in self._idle:
                worker.end()
            self._idle.clear()


class _Worker:
    """One process."""

    def __init__(self, folder: str) -> None:
        self._process = child.start("kg.serve.draft_worker", folder, str(_MEMORY))
        self._greeted = False

    def asked(self, task: bytes) -> dict[str, Any] | None:
        """The answer to a task, None where the process has ended."""
        if not self._greeted and self._frame() is None:
            return None
        self._greeted = True
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(task)
            self._process.stdin.flush()
        except (BrokenPipeError, OSError, ValueError):
            return None
        return self._frame()

    def _frame(self) -> dict[str, Any] | None:
        stream = self._process.stdout
        assert stream is not None
        try:
            head = stream.read(8)
            content = stream.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
            found: dict[str, Any] | None = json.loads(content) if content else None
        except (OSError, ValueError):
            return None
        return found

    def end(self) -> None:
        """End the process and forget it."""
        child.end(self._process)
