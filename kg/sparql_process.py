"""A process that answers SPARQL queries, as seen from outside: asked, listened to, ended; and what its faults mean.

What runs in it is :mod:`kg.sparql_worker`.
"""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from kg import child
from kg.errors import KgError


class Process:
    """One process that answers one query after the other."""

    def __init__(self, store: Path, memory: int) -> None:
        self.memory = memory
        self._process = child.start("kg.sparql_worker", str(store), str(memory), errors=subprocess.PIPE)
        kind, content = self.frame()
        if kind != b"E":
            words = json.loads(content)["reason"] if kind else self.last_words()
            self.end()
            raise failed("sparql-store-unreadable", words)

    def send(self, request: Mapping[str, object]) -> None:
        """Ask."""
        stream = self._stream(self._process.stdin)
        with contextlib.suppress(BrokenPipeError):  # the next frame tells why
            stream.write(json.dumps(request).encode() + b"\n")
            stream.flush()

    def frame(self) -> tuple[bytes, bytes]:
        """The next frame; its kind is empty where the process has ended."""
        stream = self._stream(self._process.stdout)
        head = stream.read(5)
        if len(head) < 5:
            return b"", b""
        content = stream.read(int.from_bytes(head[1:], "big"))
        return head[:1], content

    def stop(self) -> None:
        """End the process; whoever reads from it comes to the end."""
        self._process.kill()

    def end(self) -> None:
        """End the process and forget it."""
        child.end(self._process)

    def last_words(self) -> str:
        """What a process that has ended said last."""
        self._process.wait()
        said = self._stream(self._process.stderr).read().decode("utf-8", "replace").strip().splitlines()
        if self._process.returncode < 0 or any("memory" in line for line in said):
            return "it needed more memory than it may have"
        return said[-1] if said else f"exit status {self._process.returncode}"

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


def failed(code: str, reason: str) -> KgError:
    """What the engine says of a query that failed, in the words of this package."""
    said = " ".join(reason.split())
    if code == "sparql-syntax":
        said = _place_of(said)
        return KgError(f"the query cannot be read (line:column {said})", code=code, reason=said)
    if code == "sparql-store-unreadable":
        return KgError(f"the triples of the graph cannot be read: {said}", code=code, reason=said)
    if "SELECT projection" in said and (name := re.search(r"variable \?(\w+)", said)):
        return KgError(
            f"?{name[1]} is given a value, so the query must SELECT it",
            code="sparql-binding-unselected",
            name=name[1],
        )
    return KgError(f"the query failed: {said}", code="sparql-failed", reason=said)


def _place_of(said: str) -> str:
    """Where the engine stopped reading, without the hundred characters that it would have taken there.

    >>> _place_of("error at 2:13: expected one of '{', ['a' ..= 'z']")
    '2:13'
    """
    found = re.match(r"error at (\d+:\d+)", said)
    if "Prefix not found" in said:
        return f"{found[1] if found else ''} PREFIX?".strip()
    return found[1] if found else said[:200]
