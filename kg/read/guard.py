"""Files that are not text are read by another process, within limits of time and memory.

The libraries that read Word and PDF are large, and some are written in C: a file that is damaged, or made to
do harm, may break them, hold them for ever or fill all memory. In a process of its own that costs this one
file. The process serves many files and is started again after one that broke it. Its answers are plain JSON.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from kg.read.content import Content, UnreadableError
from kg.read.places import Places
from kg.read.records import Raw

#: Seconds for one file; reading the letters of pictures takes about one second a page.
TIME_LIMIT = 120.0
OCR_TIME_LIMIT = 1800.0
#: Bytes of memory for the process that reads.
MEMORY_LIMIT = 2 * 2**30

#: How a process ends whose library in C got no memory: aborted, trapped, or killed by the system.
_NO_MEMORY = (-signal.SIGABRT, -signal.SIGTRAP, -9) if os.name == "posix" else ()
_START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from kg.read.worker import main
main(int(sys.argv[2]))
"""


def read_guarded(
    raw: Raw, form: str, *, time_limit: float | None = None, memory_limit: int = MEMORY_LIMIT
) -> Content:
    """The text of a file that is not text.

    Args:
        raw: the file.
        form: one of :data:`kg.read.signatures.BINARY`.
        time_limit: seconds; by default 120, or 1,800 with OCR.
        memory_limit: bytes.

    Returns:
        What the file holds.

    Raises:
        UnreadableError: it gives no text, within these limits.
    """
    seconds = time_limit or (OCR_TIME_LIMIT if raw.ocr else TIME_LIMIT)
    with _lock:
        answer = _reader(memory_limit).ask(raw, form, seconds)
    if "code" in answer:
        raise UnreadableError(answer["code"], **answer["facts"])
    starts, pages, paragraphs = map(tuple, answer["places"])
    remarks = tuple((code, facts) for code, facts in answer["remarks"])
    return Content(
        answer["text"], Places(starts, pages, paragraphs), answer["aside"], answer["encoding"], remarks
    )


class _Reader:
    """The process and the pipes to it."""

    def __init__(self, memory_limit: int) -> None:
        self.memory_limit = memory_limit
        self.owner = os.getpid()
        self._late = False
        # Isolated: no module is taken from the folder of the documents, which "" would stand for.
        paths = [*filter(None, sys.path), str(Path(__file__).resolve().parents[2])]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, json.dumps(paths), str(memory_limit)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, raw: Raw, form: str, seconds: float) -> dict[str, Any]:
        request = json.dumps({"format": form, "size": len(raw.data), "ocr": raw.ocr}).encode() + b"\n"
        source, out = self._process.stdin, self._process.stdout
        assert source is not None
        assert out is not None
        timer = threading.Timer(seconds, self._stop)
        timer.start()
        try:
            source.write(request)
            source.write(raw.data)
            source.flush()
            size = out.readline()
            data = out.read(int(size)) if size else b""
            if not size or len(data) < int(size):
                raise EOFError
            answer: dict[str, Any] = json.loads(data)
            return answer
        except (OSError, EOFError):
            self.close()
            if self._late:
                return {"code": "too-slow", "facts": {"limit": f"{seconds:g}"}}
            if self._process.returncode in _NO_MEMORY:
                return {"code": "too-hungry", "facts": {"limit": str(self.memory_limit // 2**20)}}
            return {"code": "reader-died", "facts": {"reason": f"status {self._process.returncode}"}}
        finally:
            timer.cancel()

    def alive(self) -> bool:
        return self.owner == os.getpid() and self._process.poll() is None

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


_lock = threading.Lock()
_current: list[_Reader] = []


def _reader(memory_limit: int) -> _Reader:
    """The process of this one; a process that was forked off needs its own."""
    if _current and not (_current[0].alive() and _current[0].memory_limit == memory_limit):
        close()
    if not _current:
        _current.append(_Reader(memory_limit))
    return _current[0]


def close() -> None:
    """Ends the process, if there is one; the next file starts it again."""
    while _current:
        _current.pop().close()


atexit.register(close)
