"""The application on a socket."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import uvicorn

from kg.errors import KgError
from kg.graph import Graph
from kg.rdf_terms import prefixes
from kg.serve.guard import OWN_HOSTS
from kg.serve.limits import Limits
from kg.serve.turns import FairSocket, Turns
from kg.serve.workers import run_workers

_WAITING: Final = 256
"""Connections that wait until they are taken."""


def run(
    folder: str | os.PathLike[str],
    *,
    host: str,
    port: int,
    base_iri: str | None = None,
    limits: Limits | None = None,
    workers: int = 1,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Answer requests until the process is told to stop; see :func:`kg.serve.serve`.

    Args:
        folder, host, port, base_iri, limits, workers: see there.
        ready: is told the address when the first request can come.

    Raises:
        GraphError: there is no graph in the folder, or it cannot be read.
        KgError: the address cannot be used (``serve-address``).
    """
    Graph.load(folder)  # said before a process is started, and once
    if base_iri is not None:
        prefixes(base_iri)
    listening = listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    start = partial(_answer, os.fspath(folder), hosts_for(host), base_iri, shared(limits or Limits(), workers))

    def tell() -> None:
        if ready:
            ready(address)

    with listening:
        if workers == 1:
            start(listening, tell, None)
        else:
            run_workers(start, listening, workers, tell)


def shared(limits: Limits, workers: int) -> Limits:
    """What each of several processes may do at once, so that together they do what one would; at least one thing.

    >>> shared(Limits(checks=4, queries=2), 3).checks, shared(Limits(checks=4, queries=2), 3).queries
    (1, 1)
    """
    return replace(limits, checks=max(1, limits.checks // workers), queries=max(1, limits.queries // workers))


def _answer(
    folder: str, hosts: tuple[str, ...], base_iri: str | None, limits: Limits, listening: socket.socket,
    ready: Callable[[], None], turns: Turns | None,
) -> None:  # fmt: skip
    """Answer on a socket until the process is told to stop; see :data:`kg.serve.workers.Start`."""
    from kg.serve.app import make_app

    config = uvicorn.Config(
        make_app(folder, hosts=hosts, base_iri=base_iri, limits=limits), log_level="warning", access_log=False,
        server_header=False, timeout_keep_alive=15, timeout_graceful_shutdown=3, limit_concurrency=512,
        h11_max_incomplete_event_size=32 * 1024, backlog=1 if turns else _WAITING,
    )  # fmt: skip
    _Server(config, ready, turns).run(sockets=[FairSocket(listening, turns) if turns else listening])


class _Server(uvicorn.Server):
    """Tells when it is ready and, where there are others, how many visitors it has."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], turns: Turns | None) -> None:
        super().__init__(config)
        self._ready, self._turns = ready, turns

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Called by :class:`uvicorn.Server` before the first request."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(_WAITING)  # asyncio takes as many connections at once as it lets wait: here one
        if self._turns:
            self._turns.hold(0)
        self._ready()

    async def on_tick(self, counter: int) -> bool:
        """Called by :class:`uvicorn.Server` ten times a second."""
        if self._turns:
            self._turns.hold(len(self.server_state.connections))
        return await super().on_tick(counter)


def hosts_for(host: str) -> tuple[str, ...]:
    """Names under which requests are answered.

    On the own machine only its own names, so that no other site can reach the graph through the visitor's
    browser (DNS rebinding); where the server is open to a network, any.

    >>> "localhost" in hosts_for("127.0.0.1"), hosts_for("0.0.0.0")
    (True, ('*',))
    """
    return OWN_HOSTS if host in ("localhost", "::1") or host.startswith("127.") else ("*",)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Args:
        host, port: the address; port 0 for a free one.

    Raises:
        KgError: the address cannot be used (``serve-address``).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends small answers at once (it asks the socket for its protocol).
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(_WAITING)
    except (OSError, OverflowError) as error:
        made.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise KgError(
            f"cannot listen on {host}:{port} ({reason}); choose another --port or --host",
            code="serve-address", host=host, port=port, reason=reason,
        ) from error  # fmt: skip
    return made
