"""A graph of any size on the disk, made up by SQL, so that ten million links never stand in Python's memory.

Documents are numbered in the order of their years; each cites ten that are older, and some old ones are cited by
very many. About one link in twelve says that a document implements another, so that chains are as long as the
directive, plan, report of real papers, and the oldest have whole trees of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa

from bench.clock import Sample, in_turn, python
from bench.rows import Row
from kg.arrays import CODES
from kg.graph import Graph
from kg.links import links, read_evidence
from kg.store import writing
from kg.tables import in_order

_PER_DOCUMENT = 10
_KINDS = """(VALUES
    (0, 'nghi-dinh', 'NĐ-CP', 'nd-cp', 'chinh-phu', 'chinh-phu', 'Nghị định'),
    (1, 'quyet-dinh', 'QĐ-TTg', 'qd-ttg', 'ttg', 'thu-tuong-chinh-phu', 'Quyết định'),
    (2, 'chi-thi', 'CT-TTg', 'ct-ttg', 'ttg', 'thu-tuong-chinh-phu', 'Chỉ thị'),
    (3, 'thong-tu', 'TT-BNV', 'tt-bnv', 'bo-noi-vu', 'bo-noi-vu', 'Thông tư'),
    (4, 'ke-hoach', 'KH-UBND', 'kh-ubnd', 'ubnd.son-la', 'uy-ban-nhan-dan-tinh-son-la', 'Kế hoạch'),
    (5, 'bao-cao', 'BC-UBND', 'bc-ubnd', 'ubnd.an-giang', 'uy-ban-nhan-dan-tinh-an-giang', 'Báo cáo')
) k(kind, type, code, slug, series, issuer, name)"""


def _steps(documents: int, relations: int) -> dict[str, str]:
    """``d``, the documents, and ``r``, the links, as SQL. Chance is a hash, so that every run is the same."""
    share = "(hash(n * 7919 + 13) % 1000003) / 1000003.0"
    return {
        "d": f"""
            SELECT i, 'vn_' || series || '_' || type || '_' || year || '_' || serial || '-' || slug AS id, type,
                serial || '/' || code AS number, year || '-' || lpad(CAST(i % 12 + 1 AS VARCHAR), 2, '0') || '-' ||
                lpad(CAST(i % 28 + 1 AS VARCHAR), 2, '0') AS date, issuer, series,
                'về công tác số ' || i || ' trên địa bàn' AS title,
                lpad(CAST(i AS VARCHAR), 8, '0') || '.txt' AS source,
                name || ' số ' || serial || '/' || code AS said
            FROM (SELECT i, i % 6 AS kind, i // 6 + 1 AS serial, 1990 + i * 35 // {documents} AS year
                FROM range({documents}) t(i)) n JOIN {_KINDS} USING (kind)""",
        "r": f"""
            SELECT n, n % {documents} AS s, CAST(floor((n % {documents}) * pow({share}, 3)) AS BIGINT) AS o,
                CASE WHEN hash(n * 31 + 5) % 12 = 0 THEN 'implements' WHEN hash(n * 31 + 5) % 12 < 4 THEN 'basedOn'
                    WHEN hash(n * 31 + 5) % 12 = 4 THEN 'amends' ELSE 'cites' END AS predicate
            FROM range({relations}) t(n)""",
    }


_TABLES = {
    "documents": """
        SELECT id, type, number, date, issuer, series, title, NULL AS locality, 'central' AS level, 'state' AS branch,
            'read' AS status, source, CAST([] AS VARCHAR[]) AS candidates, 1 AS mentions
        FROM d ORDER BY id""",
    "relations": """
        SELECT a.id AS subject, r.predicate, b.id AS object, 'stated' AS strength, a.source,
            1000 + 400 * (n // 1000) + 10 AS start, 1000 + 400 * (n // 1000) + 10 + length(b.said) AS "end",
            'thực hiện' AS cue, 'thực hiện ' || b.said || ' ngày ' || b.date || ' ' || b.title || ', các cơ quan, '
            || 'đơn vị tổ chức triển khai các nhiệm vụ được giao theo thẩm quyền, báo cáo kết quả trước ngày ' || a.date
            AS sentence,
            1000 + 400 * (n // 1000) AS sentence_start, 'preamble' AS frame, NULL AS scope, '[]' AS provisions,
            0.9 AS confidence
        FROM r JOIN d a ON a.i = r.s JOIN d b ON b.i = r.o WHERE r.s <> r.o
        ORDER BY subject, predicate, object, a.source, start, "end" """,
    "mentions": "SELECT NULL AS source WHERE false",
    "conflicts": "SELECT NULL AS document WHERE false",
    "sources": """
        SELECT source, lpad(CAST(i AS VARCHAR), 64, '0') AS sha256, 'txt' AS format, 'utf-8' AS encoding, 30000 AS size,
            'ok' AS status, NULL AS error, id AS document FROM d ORDER BY source""",
}


def write_graph(folder: Path, relations: int) -> None:
    """Writes a graph of so many links (a few less: a document does not cite itself) and a tenth as many documents."""
    import duckdb

    documents = max(20, relations // _PER_DOCUMENT)
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(folder.parent / "spilled")}) as db:
        for name, text in _steps(documents, relations).items():
            db.execute(f"CREATE TABLE {name} AS {text}")
        with writing(folder, {"kg": "made up"}) as writer:
            for name, text in _TABLES.items():
                writer.write(name, in_order(name, _batches(db, text)))


def _batches(db: object, text: str) -> Iterator[pa.RecordBatch]:
    yield from db.sql(text).to_arrow_reader(50_000)  # type: ignore[attr-defined]


_ASKED = 200


def measure(folder: Path, relations: int, rounds: int) -> Iterator[Row]:
    """Questions to a graph on the disk, in a process that loads no table, and a command in a new process.

    Args:
        folder: where the graph is written.
        relations: how many links it has.
        rounds: repetitions of the command.
    """
    group = "a graph on the disk"
    target = folder / "large"
    start = time.perf_counter()
    write_graph(target, relations)
    rate = relations / (time.perf_counter() - start)
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6
    yield Row(group, "written and indexed", rate, "links/s", "more", None, None, f"{relations:,} links, {size:,.0f} MB")
    graph = Graph.load(target)
    index, chance = links(graph), Random(5)
    ends = np.unique(np.asarray(index.object)[np.asarray(index.predicate) == CODES.index("implements")])
    carried = [int(row) for row in ends]
    some = [chance.choice(carried) for _ in range(_ASKED)]
    known = graph.documents_at(some)
    total = graph.meta["counts"]["documents"]
    others = graph.documents_at([chance.randrange(total) for _ in range(_ASKED)])
    chains = [len(graph.query("implements", one, transitive=True)) for one in known]
    told = f"p95 to median; {np.median(chains):.0f} answers, at most {max(chains):,}"

    def page(n: int) -> object:
        rows = [e for edge in (*index.out(some[n]), *index.into(some[n])[:50]) for e in index.rows(edge)]
        return graph.documents_at([some[n]]), read_evidence(graph, [rows]), graph.rows_where(
            "conflicts", "document", [known[n].id]
        )  # fmt: skip

    questions: tuple[tuple[str, Callable[[int], object], int, str], ...] = (
        ("implements, one step", lambda n: graph.query("implements", known[n]), _ASKED, ""),
        ("implements, all steps", lambda n: graph.query("implements", known[n], transitive=True), _ASKED, told),
        ("found by number and year", lambda n: graph.find(f"{known[n].number} {str(known[n].date)[:4]}"), _ASKED, ""),
        ("found by words of its title", lambda n: graph.find(str(known[n].title)), 30, ""),
        ("everything of one document", page, _ASKED, ""),
        ("path between two documents", lambda n: graph.path(known[n], others[n]), 50, ""),
    )
    for name, ask, count, words in questions:
        ask(0)
        taken = Sample(tuple(_seconds(ask, n) for n in range(count)))
        slow = float(np.percentile(taken.values, 95))
        yield Row(group, name, 1e3 * taken.median, "ms", "less", None, slow / taken.median, words or "p95 to median")
    asked = known[int(np.argsort(chains)[len(chains) // 2])].id
    command = ("-m", "kg", "query", "implements", asked, "--transitive", "--graph", str(target))
    timing = in_turn({"": lambda: python("-c", "pass"), "kg": lambda: python(*command)}, rounds)
    taken, ratio = timing["kg"], timing["kg"].median / timing[""].median
    name = "kg query --transitive, a new process"
    yield Row(group, name, 1e3 * taken.median, "ms", "less", taken.spread, ratio, "time of python -c pass")


def _seconds(ask: Callable[[int], object], n: int) -> float:
    start = time.perf_counter()
    ask(n)
    return time.perf_counter() - start
