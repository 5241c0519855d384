"""A graph of any size on the disk, made up by SQL, so that ten million links never stand in Python's memory.

Documents are numbered in the order of their years; each cites ten that are older, and some old ones are cited by
very many. About one link in twelve says that a document implements another, so that chains are as long as the
directive, plan, report of real papers, and the oldest have whole trees of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

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
                'về công tác số ' || i || ' trên địa bàn' AS title, lpad(CAST(i AS VARCHAR), 8, '0') || '.txt' AS source,
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
            'thực hiện' AS cue, 'thực hiện ' || b.said || ' ngày ' || b.date || ' ' || b.title || ', các cơ quan, đơn vị '
            || 'tổ chức triển khai các nhiệm vụ được giao theo thẩm quyền, báo cáo kết quả trước ngày ' || a.date AS sentence,
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

    documents = max(2, relations // _PER_DOCUMENT)
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(folder.parent / "spilled")}) as db:
        for name, text in _steps(documents, relations).items():
            db.execute(f"CREATE TABLE {name} AS {text}")
        with writing(folder, {"kg": "made up"}) as writer:
            for name, text in _TABLES.items():
                writer.write(name, in_order(name, _batches(db, text)))


def _batches(db: object, text: str) -> Iterator[pa.RecordBatch]:
    yield from db.sql(text).to_arrow_reader(50_000)  # type: ignore[attr-defined]
