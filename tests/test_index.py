"""A graph on disk answers from its index what the same graph in memory answers from its tables."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from factories import document, make_graph, relation

import kg.rows
from bench.synthetic import make_graph as made_up
from kg.errors import AmbiguousError, GraphError, NotFoundError
from kg.graph import Graph
from kg.models import PREDICATES, Document
from kg.query import path, query

ASKED = (
    "Chỉ thị 33/CT-TTg", "33", "33/2021", "ke hoach 40", "Thông tư 7/2003/TT-BNV", "về công tác số 12",
    "bao cao an giang", "cong tac so", "no such words", "0000012.txt", "Quyết định 5", "3/2012/NĐ-CP", "99999/QĐ-TTg",
    "vn_ttg_chi-thi_2002_1-ct-ttg", "Nghị định số 3 năm 2012",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> Graph:
    return made_up(3000)


@pytest.fixture(scope="module")
def folder(whole: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("g") / "graph"
    whole.save(target)
    return target


def answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except NotFoundError as error:
        return "none", error.suggestions
    except AmbiguousError as error:
        return "many", error.candidates


def loaded_tables(graph: Graph) -> list[str]:
    return sorted(graph._tables)


def test_questions_answer_the_same_and_load_no_table(whole: Graph, folder: Path) -> None:
    graph = Graph.load(folder)
    assert graph.index is not None
    ids = whole.documents["id"].to_pylist()
    for words in ASKED:
        assert answer(lambda w=words: graph.find(w)) == answer(lambda w=words: whole.find(w)), words  # type: ignore[misc]
        assert answer(lambda w=words: graph.find_one(w)) == answer(lambda w=words: whole.find_one(w)), words  # type: ignore[misc]
    for at in range(0, len(ids), 37):
        assert graph.document(ids[at]) == whole.document(ids[at])
        assert graph.row_of(ids[at]) == at
        assert graph.id_at(at) == ids[at]
        for way in ("out", "in"):
            assert graph.relations_of(ids[at], direction=way) == whole.relations_of(ids[at], direction=way)  # type: ignore[arg-type]
        for name in PREDICATES:
            for options in ({"transitive": True}, {"reverse": True}, {"type": "Kế hoạch", "issuer": "Sơn La"}):
                assert query(graph, name, ids[at], **options) == query(whole, name, ids[at], **options)  # type: ignore[arg-type]
        assert path(graph, ids[at], ids[0]) == path(whole, ids[at], ids[0])
    assert [graph.row_of(word) for word in ("", "a", "zzz")] == [None] * 3
    assert graph.stats() == whole.stats()
    assert list(graph.iter_documents()) == list(whole.iter_documents())
    assert loaded_tables(graph) == []


def test_rows_where_reads_what_a_filter_would(whole: Graph, folder: Path) -> None:
    graph = Graph.load(folder)
    for table, column in (("mentions", "source"), ("documents", "status"), ("relations", "subject")):
        value = getattr(whole, table)[column][7].as_py()
        wanted = [row for row in getattr(whole, table).to_pylist() if row[column] == value]
        assert graph.rows_where(table, column, [value]) == whole.rows_where(table, column, [value]) == wanted
    assert graph.rows_where("conflicts", "document", ["x"]) == []
    assert loaded_tables(graph) == []


def test_a_question_imports_nothing_that_only_builds_and_tables_need(folder: Path) -> None:
    code = (
        "import sys; from kg.graph import Graph; graph = Graph.load(sys.argv[1]); asked = graph.id_at(0)\n"
        "assert graph.query('cites', asked, transitive=True) and graph.path(graph.id_at(9), asked) is not None\n"
        "unwanted = {'pyarrow.compute', 'pyarrow.parquet', 'kg.read.inputs', 'kg.provisions', 'pandas'}\n"
        "print(sorted(unwanted & set(sys.modules)))\n"
        "assert graph.rows_where('conflicts', 'document', [asked]) == []\n"
        "assert graph.rows_where('sources', 'document', [asked])[0]['document'] == asked\n"
        "print(sorted({'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "[]"]


def test_provisions_and_strength_are_read_from_the_evidence(tmp_path: Path) -> None:
    links = [
        relation("a", "implements", "law", provisions=[{"dieu": "19", "khoan": "2"}]),
        relation("b", "implements", "law", strength="footnote", provisions=[{"dieu": "19"}]),
    ]
    whole = make_graph(relations=links)
    whole.save(tmp_path / "g")
    graph = Graph.load(tmp_path / "g")
    for options in ({"provision": "Điều 19"}, {"provision": "khoản 2 Điều 19"}, {"strength": "stated"}):
        assert query(graph, "implements", "law", **options) == query(whole, "implements", "law", **options)  # type: ignore[arg-type]
    assert loaded_tables(graph) == []


def test_dates_on_which_texts_disagree_find_a_document(tmp_path: Path) -> None:
    whole = make_graph(
        documents=[document("d", type="chi-thi", number="3/CT-TTg", date="2020-01-02")],
        conflicts=[{"document": "d", "field": "date", "values": ["2020-01-02", "2021-03-04"]}],
    )
    whole.save(tmp_path / "g")
    for graph in (whole, Graph.load(tmp_path / "g")):
        assert [d.id for d in graph.find("3/CT-TTg ngày 4/3/2021")] == ["d"]
        assert graph.find("3/CT-TTg ngày 4/3/2022") == []


@pytest.mark.parametrize("broken", ["absent", "cut", "rows cut", "rows too long", "of another format", "of other tables"])
def test_index_that_is_no_good_is_not_used(whole: Graph, folder: Path, tmp_path: Path, broken: str) -> None:
    target = tmp_path / "graph"
    shutil.copytree(folder, target)
    if broken == "absent":
        shutil.rmtree(target / "index")
    elif broken == "cut":
        (target / "index" / "subject.npy").write_bytes(b"")
    elif broken.startswith("rows"):
        rows = target / "index" / "relations.rows"
        rows.write_bytes(rows.read_bytes()[:-1] if broken == "rows cut" else rows.read_bytes() + b"x")
    elif broken == "of another format":
        facts = json.loads((target / "index" / "index.json").read_text())
        (target / "index" / "index.json").write_text(json.dumps({**facts, "format": 1}))
    else:
        table = pq.read_table(target / "documents.parquet")
        pq.write_table(table, target / "documents.parquet")
    graph = Graph.load(target)
    assert graph.index is None
    assert graph.find("Chỉ thị 33/CT-TTg") == whole.find("Chỉ thị 33/CT-TTg")
    graph.save(target)
    assert Graph.load(target).index is not None


def test_rows_in_many_batches_come_in_the_order_asked(folder: Path, whole: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.rows, "_KEPT", 2)
    graph = Graph.load(folder)
    rows = [2999, 0, 1500, 0, 32, 31, 2999]
    assert graph.relation_rows(rows) == whole.relation_rows(rows)
    assert [isinstance(d, Document) for d in graph.documents_at([])] == []


@pytest.mark.parametrize("at", [0, 5, 40, -1], ids=["size", "checksum", "inside", "last byte"])
def test_damaged_rows_are_named(folder: Path, tmp_path: Path, at: int) -> None:
    target = tmp_path / "graph"
    shutil.copytree(folder, target)
    file = target / "index" / "relations.rows"
    content = bytearray(file.read_bytes())
    content[at] ^= 0x55
    file.write_bytes(content)
    graph = Graph.load(target)
    with pytest.raises(GraphError, match="is damaged; build the graph again") as raised:
        graph.relation_rows([2999 if at < 0 else 0])
    assert (raised.value.code, raised.value.facts["path"]) == ("graph-damaged", str(file))
    assert graph.relation_rows([1500])[0].source, "other rows are whole"


def test_every_row_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = ["", "\x00", "a\nb", "Đ\u0323ường 😀", 'say "x"\\', "e\u0301" * 300]
    documents = [
        {"id": f"d{at}", "type": None if at % 2 else "luat", "title": odd[at % 6], "number": odd[-at % 6] or None,
         "candidates": [f"d{n}" for n in range(at % 4)], "mentions": at % 3 * 10**6}
        for at in range(70)
    ]  # fmt: skip
    links = [
        relation(f"d{at}", "cites", f"d{at + 1}", sentence=odd[at % 6], start=at * 2**33, end=at * 2**33 + 1,
                 confidence=at / 69, scope="partial" if at % 3 else None, page=at if at % 5 else None)
        for at in range(69)
    ]  # fmt: skip
    whole = Graph.from_rows(documents=documents, relations=links)
    whole.save(tmp_path / "g")
    graph = Graph.load(tmp_path / "g")
    assert graph.document_rows(range(70)) == whole.documents.to_pylist()
    assert graph.relation_rows(range(69)) == whole.relation_rows(range(69))
    assert loaded_tables(graph) == []


def test_an_empty_graph_has_an_index(tmp_path: Path) -> None:
    Graph.from_rows().save(tmp_path / "g")
    graph = Graph.load(tmp_path / "g")
    assert graph.index is not None
    assert graph.find("luật") == []
    assert graph.stats().documents == 0


def test_what_lies_under_an_empty_value_does_not_show(tmp_path: Path) -> None:
    table = make_graph(relations=[("a", "cites", "b"), ("b", "cites", "a")]).relations
    at = table.schema.get_field_index("page")
    for name, hidden in (("one", b"\x00\x00\x00\x00"), ("two", b"\x07\x07\x07\x07")):
        column = pa.Array.from_buffers(pa.int32(), 2, [pa.py_buffer(b"\x00"), pa.py_buffer(hidden * 2)])
        folder = tmp_path / name
        folder.mkdir()
        writer = kg.rows.RowsWriter(folder, "relations")
        assert [t.num_rows for t in writer.tee([table.set_column(at, "page", column)])] == [2]
    files = [(tmp_path / name / "relations.rows").read_bytes() for name in ("one", "two")]
    assert files[0] == files[1]
