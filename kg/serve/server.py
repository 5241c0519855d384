"""The application on a socket."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

from kg.errors import KgError
from kg.serve.app import make_app
from kg.serve.guard import OWN_HOSTS
from kg.serve.limits import Limits


def run(
    folder: str | os.PathLike[str],
    *,
    host: str,
    port: int,
    base_iri: str | None = None,
    limits: Limits | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Answer requests until the process is told to stop; see :func:`kg.serve.serve`.

    Args:
        folder, host, port, base_iri, limits: see there.
        ready: is told the address when the first request can come.

    Raises:
        KgError: the address cannot be used (``serve-address``).
    """
    app = make_app(folder, hosts=hosts_for(host), base_iri=base_iri, limits=limits)
    listening = listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=15,
        timeout_graceful_shutdown=3, limit_concurrency=512, h11_max_incomplete_event_size=32 * 1024,
    )  # fmt: skip
    if ready:
        ready(address)
    uvicorn.Server(config).run(sockets=[listening])


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
        made.listen(256)
    except (OSError, OverflowError) as error:
        made.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise KgError(
            f"cannot listen on {host}:{port} ({reason}); choose another --port or --host",
            code="serve-address", host=host, port=port, reason=reason,
        ) from error  # fmt: skip
    return made
