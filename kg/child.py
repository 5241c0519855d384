"""Modules of this package that run as processes of their own, asked and answering over pipes.

What must be stopped for good when its time is over cannot run in a thread; a process can be ended at any point.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


def start(module: str, *arguments: str, errors: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Runs a module of this package, also where the package is only a folder beside the caller.

    Args:
        module: its name.
        arguments: of its command line.
        errors: what becomes of its standard error, as for :class:`subprocess.Popen`.
    """
    paths = [str(Path(__file__).resolve().parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and closes the pipes to it."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with suppress(OSError):  # what could not be sent any more
                stream.close()
