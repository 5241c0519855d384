"""The graph in a browser and for programs: pages, a JSON API and SPARQL over one graph folder.

Nothing here changes a graph or keeps what a visitor sends. See :func:`create_app` and :func:`serve`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from kg.errors import KgError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from kg.serve.limits import Limits

__all__ = ["create_app", "serve"]

_NEEDED: Final = ("fastapi", "jinja2", "python_multipart", "uvicorn")


def create_app(
    folder: str | os.PathLike[str],
    *,
    hosts: tuple[str, ...] | None = None,
    base_iri: str | None = None,
    limits: Limits | None = None,
) -> FastAPI:
    """The web application of a graph folder.

    Args:
        folder: the graph; when another build replaces it, the next requests are answered from the new one.
        hosts: names under which the application answers; None for those of the own machine, ``("*",)`` for
            any. A page of another site could otherwise reach it through a name that it controls.
        base_iri: where the names of documents begin in RDF; None for that of :mod:`kg.rdf_terms`.
        limits: sizes and times that a request may take; None for the usual ones.

    Returns:
        An ASGI application.

    Raises:
        GraphError: there is no graph in the folder, or it cannot be read.
        KgError: what the application needs is not installed (``no-serve``).
    """
    with missing_package():
        from kg.serve.app import make_app
    return make_app(folder, hosts=hosts, base_iri=base_iri, limits=limits)


def serve(
    folder: str | os.PathLike[str],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_iri: str | None = None,
    limits: Limits | None = None,
    workers: int = 1,
) -> None:
    """Answer requests until the process is told to stop.

    Args:
        folder: the graph.
        host: address to listen on; the default is reached from this machine alone.
        port: port to listen on; 0 for a free one.
        base_iri, limits: see :func:`create_app`.
        workers: how many processes answer. More than one can only be started by the main thread, and in a script
            only under ``if __name__ == "__main__":``, since each imports the script anew.

    Raises:
        GraphError: there is no graph in the folder, or it cannot be read.
        KgError: the address cannot be used (``serve-address``), or a package is missing (``no-serve``).
    """
    with missing_package():
        from kg.serve.server import run
    run(folder, host=host, port=port, base_iri=base_iri, limits=limits, workers=workers)


@contextmanager
def missing_package() -> Iterator[None]:
    """Turn the absence of a package that only this part needs into one clear line.

    Raises:
        KgError: a package is missing (``no-serve``).
    """
    try:
        for name in _NEEDED:  # other processes import them later, and could not say it as well
            if find_spec(name) is None:
                raise ImportError(name=name)
        yield
    except ImportError as error:
        raise KgError(
            f"kg serve needs the package {error.name}; install it with: pip install 'vn-legal-kg[serve]'",
            code="no-serve",
            package=error.name or "",
        ) from error
