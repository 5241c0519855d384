"""The graph that a rule's examples are read against."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph


@functools.cache
def corpus_graph(corpus: tuple[str, ...]) -> Graph:
    """The graph of a rule's ``corpus`` texts, as ``kg build`` makes it.

    >>> corpus_graph(("Quyết định này thay thế Quyết định số 5/QĐ-TTg ngày 06/01/2010.",)).documents.num_rows
    2
    """
    import tempfile
    from pathlib import Path

    from kg.build import build

    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(corpus):
            (Path(folder) / f"{n}.txt").write_text(text, encoding="utf-8")
        return build([folder])
