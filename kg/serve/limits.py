"""How much one request may ask for: sizes, times, numbers of results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take; beyond it the answer is a refusal in words.

    How many texts and queries are worked on at once is said of the whole server: several processes share it.

    Attributes:
        address: bytes of path and query.
        upload: bytes of a text that is pasted or uploaded.
        text: letters of a text that is analysed.
        body: bytes of any other body.
        waiting: seconds for the bytes of a body to come in.
        check: seconds for reading, analysing and checking a text.
        checks: texts that are read at the same time; more wait in line.
        sparql: seconds for a SPARQL query.
        queries: SPARQL queries that run at the same time; more wait in line.
        sparql_rows: results of a SPARQL query.
        page: documents on a page of results.
        listed: documents in a table that is not divided into pages, and in a CSV file of it.
        hierarchy: documents in a hierarchy.
        reached: documents that a walk over several links looks at.
        corpus: documents on the map of the whole.
        source: bytes of a text whose mentions are shown.
    """

    address: int = 4096
    upload: int = 8 * 2**20
    text: int = 2_000_000
    body: int = 64 * 2**10
    waiting: float = 30.0
    check: float = 30.0
    checks: int = 2
    sparql: float = 10.0
    queries: int = 2
    sparql_rows: int = 10_000
    page: int = 20
    listed: int = 1_000
    hierarchy: int = 150
    reached: int = 5_000
    corpus: int = 20_000
    source: int = 8 * 2**20
