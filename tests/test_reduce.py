"""The tables of an engine are those that resolving in memory gives, row for row."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from bench.inputs import perturbed
from kg import reduce, registry
from kg.analyse import analyse
from kg.build import build
from kg.graph import Graph
from kg.models import Analysis
from kg.read import Text, iter_inputs
from kg.records import document_row, mention_row, relation_row
from kg.resolve import resolve
from kg.tables import TABLES, arranged, in_order, pieces

ROOT = Path(__file__).resolve().parents[1]
PLACES = ("An Giang", "Sơn La", "Hà Giang", "Quảng Ngãi")


def _texts() -> dict[str, str]:
    """Texts that meet: the same numbers in other provinces and years, laws with number and by title alone."""
    found = [one.text for one in iter_inputs([ROOT / "data" / "samples"]) if isinstance(one, Text)]
    gold = [one.text for one in iter_inputs([ROOT / "data" / "gold" / "texts"]) if isinstance(one, Text)]
    found += gold[::16]  # analysed twice and resolved without tables: all of them would take ten minutes
    laws = [law for same in registry.law_titles().values() for law in same if law.number and law.date][:12]
    chance = random.Random(7)
    for n in range(40):
        place, year = chance.choice(PLACES), chance.choice(range(2014, 2024))
        law, other = chance.choice(laws), chance.choice(laws)
        day = chance.choice(["26/11/2021", "26/11/2021", "27/11/2021", "30/12/2016"])
        found.append(
            f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}\nSố: {n % 5 + 1}/KH-UBND\n{place}, ngày 5 tháng 6 năm {year}\n\n"
            f"KẾ HOẠCH\nTriển khai công tác số {n % 7}\n\nCăn cứ {law.title};\nCăn cứ Luật số {other.number} về "
            f"{other.title};\nCăn cứ {other.title} năm {str(other.date)[:4]};\nThực hiện Chỉ thị số 33/CT-TTg ngày {day} "
            f"và Chỉ thị số 33/CT-TTg; Kế hoạch số {n % 4 + 1}/KH-UBND của UBND tỉnh; Nghị quyết số 25-NQ/TW ngày "
            f"{chance.choice(['03/6/2013', '05/6/2013'])} của Ban Chấp hành Trung ương.\n"
        )
    found += [perturbed(text, 1) for text in found[:5]]
    return {f"t{at:03}.txt": text for at, text in enumerate(dict.fromkeys(found))}


def in_memory(texts: dict[str, str]) -> Graph:
    """What the tables have to be, by :func:`kg.resolve.resolve` and plain Python."""
    analyses: list[Analysis] = [analyse(text, source=name) for name, text in sorted(texts.items())]
    done = resolve(analyses)
    ids = done.ids
    first: dict[str, str] = {}
    for one in analyses:
        first.setdefault(ids[one.source, one.document.id], one.source)

    def rows(table: str) -> Iterator[dict[str, Any]]:
        for one in analyses:
            name, own = one.source, one.document.id
            if table == "mentions":
                made = [mention_row(m, source=name, document=own) for m in one.mentions]
            else:
                made = [relation_row(r, source=name, text=texts[name]) for r in one.relations]
            for row in made:
                for column in ("document", "target", "subject", "object"):
                    if row.get(column) is not None:
                        row[column] = ids[name, row[column]]
                if table == "mentions" or row["subject"] != row["object"]:
                    yield row

    return Graph.from_rows(
        documents=(document_row(d, source=first.get(d.id)) for d in done.documents),
        mentions=rows("mentions"),
        relations=rows("relations"),
        conflicts=(
            {"document": c.target, "field": c.field, "values": list(c.values), "sources": list(where)}
            for c, where in done.conflicts
        ),
        sources=({"source": one.source, "document": ids[one.source, one.document.id]} for one in analyses),
    )


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return _texts()


def write(texts: dict[str, str], folder: Path) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return folder


def test_tables_are_those_of_resolving_in_memory(
    texts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(texts, tmp_path / "texts"))
    made, wanted = build(sorted(texts)), in_memory(texts)
    statuses = set(wanted.documents["status"].to_pylist())
    assert statuses == {"read", "cited", "unresolved"}
    assert {"date"} <= set(wanted.conflicts["field"].to_pylist())
    assert any(wanted.documents["candidates"].to_pylist())
    for name in TABLES:
        given, expected = getattr(made, name), getattr(wanted, name)
        if name == "sources":
            given, expected = (table.select(["source", "status", "document"]) for table in (given, expected))
        assert given.to_pylist() == expected.to_pylist(), name


def test_what_is_written_in_pieces_stands_in_the_full_order() -> None:
    chance = random.Random(3)
    rows = [
        {"source": f"t{chance.randrange(4)}", "document": "d", "start": chance.randrange(3), "end": 5, "kind": "name",
         "text": chance.choice("abc"), "type": "luat", "target": None, "provisions": "[]", "confidence": 0.5}
        for _ in range(200)
    ]  # fmt: skip
    whole = arranged("mentions", Graph.from_rows(documents=[{"id": "d"}], mentions=rows).mentions)
    by_key = sorted(whole.to_pylist(), key=lambda row: (row["source"], row["start"], row["end"]))
    for size in (1, 7, 64, 500):
        batches = [pa.Table.from_pylist(by_key[at : at + size], schema=whole.schema) for at in range(0, 200, size)]
        assert pa.concat_tables(in_order("mentions", batches)).to_pylist() == whole.to_pylist()
        assert [piece.num_rows for piece in pieces(in_order("mentions", batches), 64)] == [64, 64, 64, 8]


def test_no_conflicts_are_an_empty_table() -> None:
    [table] = reduce.conflicts([])
    assert (table.num_rows, table.column_names) == (0, ["document", "field", "values", "sources"])
