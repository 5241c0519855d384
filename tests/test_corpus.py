"""Corpora of many texts: CSV, TSV, Parquet and packed JSON Lines, with their columns and their damages."""

from __future__ import annotations

import datetime
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.build import build
from kg.read import Columns, Failure, Raw, iter_raw

DECREE = "Căn cứ Luật Đất đai năm 2013;"
ROWS = [
    {"id": "a", "noi_dung": "một\r\n\"hai\", ba", "so_ky_hieu": "12/2020/NĐ-CP", "url": "https://x.vn/a"},
    {"id": "b", "noi_dung": DECREE, "so_ky_hieu": "13/2020/NĐ-CP", "url": ""},
]  # fmt: skip
COLUMNS = Columns(text="noi_dung")

def table(separator: str = ",") -> bytes:
    import csv

    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(ROWS[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(ROWS)
    return out.getvalue().encode()

def lines() -> bytes:
    return "".join(json.dumps(row) + "\n" for row in ROWS).encode()

def parquet() -> bytes:
    out = io.BytesIO()
    day = datetime.date(2020, 2, 1)
    pq.write_table(pa.Table.from_pylist([{**row, "ngay_ban_hanh": day, "tags": ["x"]} for row in ROWS]), out)
    return out.getvalue()

def packed_zstd(data: bytes) -> bytes:
    return bytes(pa.compress(data, codec="zstd", asbytes=True))

@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("c.csv", table()), ("c.tsv", table("\t")), ("c.csv.gz", gzip.compress(table(";"))),
        ("c.csv.zst", packed_zstd(b"\xef\xbb\xbf" + table())), ("c.jsonl", lines()),
        ("c.jsonl.zst", packed_zstd(lines())), ("c.parquet", parquet()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_every_form_gives_the_same_texts(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = [one for one in iter_raw(path, columns=COLUMNS) if isinstance(one, Raw)]
    assert [(one.source, one.data.decode()) for one in found] == [
        (f"{path}#{row['id']}", row["noi_dung"]) for row in ROWS
    ]
    assert [one.meta["number"] for one in found] == ["12/2020/NĐ-CP", "13/2020/NĐ-CP"]
    assert found[0].meta["url"] == "https://x.vn/a"
    kind = path.name.split(".")[1].replace("tsv", "csv")
    by_pipe = iter_raw("-", kind=kind, stdin=io.BytesIO(data), columns=COLUMNS)  # type: ignore[arg-type]
    assert [one.data for one in by_pipe if isinstance(one, Raw)] == [one.data for one in found]

def test_facts_beside_the_text_are_used_and_kept(tmp_path: Path) -> None:
    (tmp_path / "c.parquet").write_bytes(parquet())
    graph = build(tmp_path / "c.parquet", columns=COLUMNS)
    read = {one.number: one for one in graph.iter_documents() if one.status == "read"}
    assert read["13/2020/NĐ-CP"].date == "2020-02-01"
    kept = json.loads(graph.sources["meta"].to_pylist()[0])
    assert (kept["url"], kept["so_ky_hieu"]) == ("https://x.vn/a", "12/2020/NĐ-CP")

def failures(path: Path, **options: object) -> list[tuple[str, str]]:
    found = iter_raw(path, **options)  # type: ignore[arg-type]
    return [(one.source.removeprefix(str(path)), one.code) for one in found if isinstance(one, Failure)]

def test_a_bad_row_costs_that_row(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_bytes(b'id,text\na,x\nb\nc,\xff\na,again\n,y\n"d","two\nlines"\ne,z\n')
    good = [one.source for one in iter_raw(path) if isinstance(one, Raw)]
    assert [source.partition("#")[2] for source in good] == ["a", "d", "e"]
    assert failures(path) == [(":3", "bad-row"), (":4", "encoding"), (":5", "duplicate-id"), (":6", "bad-record")]

@pytest.mark.parametrize("name", ["c.csv", "c.parquet"])
def test_missing_column_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(table() if name == "c.csv" else parquet())
    [problem] = [one for one in iter_raw(path) if isinstance(one, Failure)]
    assert problem.code == "no-column"
    assert problem.facts["column"] == "text"
    assert "noi_dung" in problem.message

@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("c.csv", b"", "empty"), ("c.parquet", b"PAR1", "broken-parquet"), ("c.parquet", parquet()[:-9], "broken-parquet"),
        ("c.jsonl.zst", packed_zstd(lines() * 999)[:-20], "broken-gzip"),
        ("c.csv", b'id,text\na,"' + b"x" * 300 + b"\n", "broken-csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_damaged_file_is_one_line(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert failures(path, columns=COLUMNS if name != "c.csv" else Columns(), max_bytes=200)[-1][1] == code

def test_parquet_is_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    rows = pa.table({"id": [str(i) for i in range(3000)], "text": ["x" * 100] * 3000})
    pq.write_table(rows, path, row_group_size=500)
    stream = iter_raw(path)
    assert [next(stream).source.partition("#")[2] for _ in range(3)] == ["0", "1", "2"]  # type: ignore[union-attr]
    stream.close()  # type: ignore[attr-defined]
