"""The web application on a socket of its own, for tests in a browser and with many clients."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def served(folder: Path, **options: Any) -> Iterator[str]:
    """The address under which a graph folder is served, until the block ends."""
    import uvicorn

    from kg.serve import create_app
    from kg.serve.server import listen

    socket = listen("127.0.0.1", 0)
    config = uvicorn.Config(create_app(folder, **options), log_level="critical", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        socket.close()
