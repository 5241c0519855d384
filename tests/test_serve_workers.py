"""Several processes on one socket: they share the work, are replaced, follow a new graph, and end together."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from view_graph import likely_graph

from kg.serve.limits import Limits
from kg.serve.server import listen, shared
from kg.serve.turns import ABSENT, FairSocket, Turns
from kg.serve.workers import usual_workers

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc to see the processes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    likely_graph(60).save(tmp_path / "graph")
    return tmp_path / "graph"


@contextmanager
def serving(folder: Path, workers: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, and where it answers."""
    words = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", "--lang", "en", "--workers", str(workers)]
    # what runs in the background of a shell is born deaf to the keyboard
    hearing = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        words, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=hearing
    ) as process:
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            yield process, next(word for word in line.split() if word.startswith("http://"))
        finally:
            process.kill()


def children(pid: int) -> set[int]:
    """The processes that answer: those of a process that are not the tracker of shared resources."""
    found = {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    return {one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()}


def health(address: str) -> dict[str, object]:
    with urllib.request.urlopen(f"{address}api/health", timeout=60) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def until(what: Callable[[], object]) -> None:
    """Wait; the test's own limit of time is that of the whole run."""
    while not what():
        time.sleep(0.05)


def gone(pids: set[int]) -> bool:
    return not any(Path(f"/proc/{pid}/exe").exists() for pid in pids)


def connections(pid: int, port: int) -> int:
    """How many visitors a process holds."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    held = {f"socket:[{one[9]}]" for one in lines if one[3] == "01" and int(one[1].split(":")[1], 16) == port}
    found = 0
    for one in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since
            found += os.readlink(one) in held
    return found


def test_all_processes_answer_and_end_with_the_first(folder: Path) -> None:
    with serving(folder, 2) as (process, address):
        port = int(address.rsplit(":", 1)[1].strip("/"))
        workers = children(process.pid)
        assert len(workers) == 2
        visitors = []

        def shared_out() -> bool:
            visitors.append(http.client.HTTPConnection("127.0.0.1", port))
            visitors[-1].request("GET", "/api/health")
            assert json.load(visitors[-1].getresponse())["documents"] == 60
            return all(connections(pid, port) > 1 for pid in workers)

        until(shared_out)
        for visitor in visitors:
            visitor.close()
        os.killpg(process.pid, signal.SIGINT)  # as from the keyboard: it reaches all of them
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait() == 130
        assert gone(workers)
        assert "Traceback" not in said
        assert "Serving" not in said, "it was said once"


def test_a_process_that_dies_is_replaced_and_a_new_graph_reaches_all(folder: Path) -> None:
    with serving(folder, 2) as (process, address):
        first = children(process.pid)
        killed = min(first)
        os.kill(killed, signal.SIGKILL)
        until(lambda: len(children(process.pid) - {killed}) == 2)
        old = health(address)
        likely_graph(80).save(folder)
        # Each process looks for itself: of twenty answers in a row none is from the old graph any more.
        until(lambda: all(health(address)["documents"] == 80 for _ in range(20)))
        assert health(address)["graph"] != old["graph"]
        workers = children(process.pid)
        process.kill()  # it can end nobody now
        until(lambda: gone(workers))


def test_the_next_visitor_is_left_to_the_process_that_has_fewer() -> None:
    counts = [1, 0, ABSENT]
    with listen("127.0.0.1", 0) as bound:
        bound.setblocking(False)
        first, second = (FairSocket(bound.dup(), Turns(counts, at)) for at in (0, 1))
        visitors = [socket.create_connection(bound.getsockname()) for _ in range(3)]
        with first, second:
            with pytest.raises(BlockingIOError):
                first.accept()
            taken = [second.accept()[0], first.accept()[0]]  # as many as the other: either may
            assert counts == [2, 1, ABSENT]
            until(lambda: taken_by(first))
            assert counts == [3, 1, ABSENT], "who waits too long is taken by any"
        for one in (*visitors, *taken):
            one.close()


def taken_by(listening: socket.socket) -> bool:
    try:
        listening.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_without_a_graph_nothing_is_started(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "kg", "serve", str(tmp_path / "none"), "--workers", "3"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_what_runs_at_once_is_shared() -> None:
    assert shared(Limits(), 1) == Limits()
    assert (shared(Limits(checks=8), 4).checks, shared(Limits(checks=2), 4).checks) == (2, 1)
    assert 1 <= usual_workers() <= 4
