"""The command that serves a graph to browsers and programs."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli_options import command, lang_option, pass_screen
from kg.console import Screen


@command()
@click.argument("folder", metavar="GRAPH", envvar="KG_GRAPH", default="graph", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS")
@click.option("--workers", type=click.IntRange(1, 64), metavar="N")
@click.option("--base-iri", metavar="IRI")
@lang_option
@pass_screen
def serve(screen: Screen, folder: Path, port: int, host: str, workers: int | None, base_iri: str | None) -> int:
    """Answers until it is stopped; says where, on standard error."""
    from kg.serve import missing_package

    with missing_package():
        from kg.serve.server import hosts_for, run
        from kg.serve.workers import usual_workers

    def ready(address: str) -> None:
        screen.note(screen.say("serving", path=folder, address=address))
        if "*" in hosts_for(host):
            screen.note(screen.say("serving-open"))

    run(folder, host=host, port=port, base_iri=base_iri, workers=workers or usual_workers(), ready=ready)
    return 0
