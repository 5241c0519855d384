"""The pages: time until they can be used in a real browser, and the server under load."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from bench.clock import ROOT, Sample
from bench.rows import Row
from bench.synthetic import make_graph
from kg.graph import Graph

_CLIENTS = 50


def measure(folder: Path, relations: int, rounds: int, seconds: float | None = None) -> Iterator[Row]:
    """Pages in Chromium where there is one, then the server alone.

    Args:
        folder: the graph that is served, of so many relations.
        relations: its relations, for the names of rows.
        rounds: repetitions in the browser.
        seconds: how long the many clients ask; a minute if None, or an instant where nothing is repeated.
    """
    yield from _browser(rounds)
    with served(folder) as address:
        ids = Graph.load(folder).column("documents", "id").to_pylist()
        yield from _document_page(address, ids, relations)
        yield from _many(address, ids, seconds or (60.0 if rounds > 1 else 0.3))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server in a process of its own."""
    words = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", "--lang", "en"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        address = next(word for word in line.split() if word.startswith("http://")).rstrip("/")
        with urlopen(f"{address}/api/health") as answer:
            answer.read()
        yield address
    finally:
        process.terminate()
        process.wait()
        process.stderr.close()


def _browser(rounds: int) -> Iterator[Row]:
    """Milliseconds from the request to a page that can be used."""
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        from browser import chromium, need_browser
        from view_graph import likely_graph
    except ImportError:
        return
    finally:
        sys.path.pop(0)
    try:
        need_browser()
    except BaseException:  # pytest's own way to say that there is none
        return
    from kg.view import write_html

    group = "a page in Chromium"
    large = 20_000 if rounds > 1 else 500
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        place = Path(name)
        for size in (150, 1_000):
            page = write_html(likely_graph(size), place / f"{size}.html", limit=size).as_uri()
            taken = _opened(chromium, page, "kg.readyAt", rounds)
            yield Row(group, f"kg view, {size:,} documents, usable after", taken.median, "ms", "less", taken.spread)
        make_graph(large * 5).save(place / "graph")
        with served(place / "graph") as address:
            taken = _opened(chromium, f"{address}/map", "(window.kgMap || {}).readyAt", rounds)
        told = f"{large:,} documents"
        yield Row(group, "map of the whole, usable after", taken.median, "ms", "less", taken.spread, None, told)


def _opened(chromium: Any, address: str, ready: str, rounds: int) -> Sample:
    """One warm-up, then each round in a new tab of one browser, nothing cached."""
    taken = []
    with chromium() as driver:
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
        for at in range(rounds + 1):
            driver.get("about:blank")
            driver.get(address)
            deadline = time.monotonic() + 60
            while (found := driver.execute_script(f"return {ready}")) is None and time.monotonic() < deadline:
                time.sleep(0.02)
            if at:
                taken.append(float(found))
    return Sample(tuple(taken))


def _document_page(address: str, ids: list[str], relations: int) -> Iterator[Row]:
    """One visitor after the other, each another document."""
    chance = random.Random(7)
    count = min(300, len(ids))
    taken = asyncio.run(_visits(address, [f"/doc/{one}" for one in chance.sample(ids, count)]))
    taken.sort()
    yield Row(
        "kg serve", "document page, p95", 1e3 * taken[int(0.95 * (len(taken) - 1))], "ms", "less", None, None,
        f"median {1e3 * taken[len(taken) // 2]:.1f} ms; {len(ids):,} documents, {relations:,} relations",
    )  # fmt: skip


async def _visits(address: str, paths: list[str]) -> list[float]:
    client = _Client(address)
    taken = []
    for path in paths:
        started = time.perf_counter()
        status = await client.get(path)
        assert status == 200, (path, status)
        taken.append(time.perf_counter() - started)
    client.close()
    return taken


def _many(address: str, ids: list[str], seconds: float) -> Iterator[Row]:
    """Fifty visitors at once who read for half a second between pages, and fifty who never pause."""
    for pause, words in ((0.5, "50 clients, half a second between pages"), (0.0, "50 clients without a pause")):
        taken, errors = asyncio.run(_crowd(address, ids, seconds, pause))
        taken.sort()
        rate = f"{len(taken) / seconds:,.0f} pages/s, {errors} errors"
        p99 = 1e3 * taken[int(0.99 * (len(taken) - 1))]
        yield Row("kg serve", f"{words}, p99", p99, "ms", "less", None, None, rate)


async def _crowd(address: str, ids: list[str], seconds: float, pause: float) -> tuple[list[float], int]:
    taken: list[float] = []
    errors = 0
    until = time.monotonic() + seconds

    async def visitor(number: int) -> None:
        nonlocal errors
        chance = random.Random(number)
        client = _Client(address)
        await asyncio.sleep(chance.random() * pause)
        while time.monotonic() < until:
            one = chance.choice(ids)
            typed = one.rsplit("_", 1)[-1][:5]
            path = chance.choices(
                (f"/doc/{one}", f"/api/documents/{one}", f"/api/suggest?q={typed}", f"/doc/{one}/implementation"),
                (6, 2, 1, 1),
            )[0]
            started = time.perf_counter()
            errors += await client.get(path) != 200
            taken.append(time.perf_counter() - started)
            if pause:
                await asyncio.sleep(pause * (0.5 + chance.random()))
        client.close()

    await asyncio.gather(*(visitor(number) for number in range(_CLIENTS)))
    return taken, errors


class _Client:
    """The least that speaks HTTP over one kept connection: what is measured is the server."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("http://").partition(":")
        self._host, self._port = host, int(port)
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> int:
        """The status of the answer, whose body is read to its end."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\nAccept: text/html\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next(int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:"))
        await reader.readexactly(length)
        return int(head.split()[1])

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()


if __name__ == "__main__":
    from bench.rows import Run, facts, table

    folder, relations = Path(sys.argv[1]), int(sys.argv[2])
    print(table(Run(facts(quick=False), tuple(measure(folder, relations, 5, float(sys.argv[3]))))))
