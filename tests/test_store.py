from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from factories import document, make_graph

from kg import store
from kg.errors import GraphError
from kg.graph import Graph
from kg.tables import FORMAT, TABLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "graph"
    make_graph(documents=["old"]).save(target)
    return target


def ids(path: Path) -> list[str]:
    return [d.id for d in Graph.load(path).iter_documents()]


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.iterdir())


def error_of(action: Callable[[], Any]) -> GraphError:
    with pytest.raises(GraphError) as caught:
        action()
    assert "\n" not in str(caught.value)
    return caught.value


def test_folder_holds_meta_and_five_tables(folder: Path) -> None:
    assert names(folder) == sorted(["index", "meta.json", *(f"{t}.parquet" for t in TABLES)])
    assert json.loads((folder / "meta.json").read_text(encoding="utf-8"))["format"] == FORMAT
    assert names(folder.parent) == ["graph"]


def test_replaces_a_graph_and_an_empty_folder(folder: Path, tmp_path: Path) -> None:
    (folder / ".DS_Store").touch()
    (tmp_path / "empty").mkdir()
    for target in (folder, tmp_path / "empty", tmp_path / "deep" / "er"):
        make_graph(documents=["new"]).save(target)
        assert ids(target) == ["new"]
    assert names(tmp_path) == ["deep", "empty", "graph"]


def test_writes_through_a_symbolic_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    make_graph(documents=["new"]).save(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert ids(folder) == ids(tmp_path / "link") == ["new"]


def test_graph_read_while_it_is_replaced(folder: Path) -> None:
    graph = Graph.load(folder)
    make_graph(documents=["new"]).save(folder)
    assert [d.id for d in graph.iter_documents()] == ["old"]


def test_refuses_what_is_not_a_graph(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_text("x")
    (tmp_path / "file").write_text("x")
    (folder / "thesis.docx").write_text("x")
    named_in = {tmp_path / "photos": "cat.jpg", tmp_path / "file": "file", folder: "thesis.docx"}
    for target, named in named_in.items():
        error = error_of(lambda target=target: make_graph().save(target))  # type: ignore[misc]
        assert error.code == "graph-foreign"
        assert named in str(error)
    assert (tmp_path / "photos" / "cat.jpg").exists()
    assert (folder / "thesis.docx").exists()
    assert ids(folder) == ["old"]


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["third table", "folder flush", "rename old away", "rename new in"])
def test_failure_at_any_step_keeps_the_old_graph(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    name, at = {
        "third table": ("_write_table", 3),
        "folder flush": ("_flush", 7),
        "rename old away": ("rename", 1),
        "rename new in": ("rename", 2),
    }[step]
    owner = os if name == "rename" else store
    real, calls = getattr(owner, name), []

    def broken(*args: Any) -> Any:
        calls.append(args)
        if len(calls) == at:
            raise failure
        return real(*args)

    monkeypatch.setattr(owner, name, broken)
    with pytest.raises((GraphError, KeyboardInterrupt)) as caught:
        make_graph(documents=["new"]).save(folder)
    monkeypatch.undo()
    assert len(calls) >= at
    if isinstance(caught.value, GraphError):
        assert caught.value.code == "graph-write"
        assert "No space left on device" in str(caught.value)
    assert ids(folder) == ["old"]
    assert names(folder.parent) == ["graph"]


KILLED = """
import os, sys
sys.path.insert(0, {tests!r})
from factories import make_graph
real, left = os.rename, [{renames}]
def rename(a, b):
    if not left[0]:
        os._exit(9)
    left[0] -= 1
    real(a, b)
os.rename = rename
make_graph(documents=["new"]).save({target!r})
"""


@pytest.mark.parametrize("renames", [0, 1])
def test_killed_between_two_renames(folder: Path, renames: int) -> None:
    code = KILLED.format(tests=str(Path(__file__).parent), renames=renames, target=str(folder))
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert folder.exists() == (renames == 0)
    assert ids(folder) == ["old"], "a reader finds the old graph"
    make_graph(documents=["newer"]).save(folder)
    assert ids(folder) == ["newer"]
    left = [name for name in names(folder.parent) if name != "graph"]
    assert all(name.startswith(".graph.new-") for name in left)
    for name in left:  # a day later nobody can be writing there any more
        for entry in (*(folder.parent / name).iterdir(), folder.parent / name):
            os.utime(entry, (time.time() - 90_000,) * 2)
    make_graph(documents=["newest"]).save(folder)
    assert names(folder.parent) == ["graph"]


def test_killed_before_the_old_graph_was_deleted(folder: Path) -> None:
    make_graph(documents=["older"]).save(folder.parent / ".graph.old")
    make_graph(documents=["new"]).save(folder)
    assert ids(folder) == ["new"]
    assert names(folder.parent) == ["graph"]


def test_absent(tmp_path: Path) -> None:
    error = error_of(lambda: Graph.load(tmp_path / "none"))
    assert error.code == "graph-absent"
    assert error.facts["path"] == str(tmp_path / "none")
    assert "kg build" in str(error)


def test_not_a_graph(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert error_of(lambda: Graph.load(tmp_path)).code == "graph-foreign"
    assert error_of(lambda: Graph.load(tmp_path / "file")).code == "graph-foreign"


@pytest.mark.parametrize("missing", ["meta.json", "relations.parquet"])
def test_half_written(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    error = error_of(lambda: Graph.load(folder))
    assert error.code == "graph-incomplete"
    assert error.facts["file"] == missing
    make_graph(documents=["new"]).save(folder)
    assert ids(folder) == ["new"]


def test_other_version(folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "format": 7}), encoding="utf-8")
    error = error_of(lambda: Graph.load(folder))
    assert error.code == "graph-version"
    assert (error.facts["found"], error.facts["expected"]) == (7, FORMAT)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "1"}', "\xff"])
def test_damaged_meta(folder: Path, text: str) -> None:
    (folder / "meta.json").write_text(text, encoding="latin-1")
    error = error_of(lambda: Graph.load(folder))
    assert error.code == "graph-damaged"
    assert "meta.json" in str(error)


def test_damaged_table(folder: Path) -> None:
    file = folder / "documents.parquet"
    whole = file.read_bytes()
    for bad in (b"", b"PAR1", whole[:-20], b"x" * len(whole)):
        file.write_bytes(bad)
        error = error_of(lambda: Graph.load(folder))
        assert error.code == "graph-damaged"
        assert "documents.parquet" in str(error)


def test_damage_inside_a_table_is_found_when_it_is_read(folder: Path) -> None:
    titles = [hashlib.sha256(str(i).encode()).hexdigest() for i in range(500)]
    make_graph(documents=[document(f"d{i}", title=title) for i, title in enumerate(titles)]).save(folder)
    file = folder / "documents.parquet"
    whole = file.read_bytes()
    chunk = pq.ParquetFile(file).metadata.row_group(0).column(6)
    assert chunk.path_in_schema == "title"
    middle = chunk.dictionary_page_offset + chunk.total_compressed_size // 2
    for at in range(middle, middle + 40):  # many of these would decompress to other words
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        graph = Graph.load(folder)
        assert error_of(lambda graph=graph: graph.documents).code == "graph-damaged"  # type: ignore[misc]


def test_table_that_meta_does_not_speak_of(folder: Path) -> None:
    for table in (make_graph(documents=["a", "b"]).documents, make_graph().documents.select(["id"])):
        pq.write_table(table, folder / "documents.parquet")
        assert error_of(lambda: Graph.load(folder)).code == "graph-damaged"


def test_rows_out_of_order_are_not_searched(folder: Path) -> None:
    graph = make_graph(relations=[("a", "cites", "b"), ("b", "cites", "a")])
    for name, ask in (
        ("documents", lambda g: g.document("a")),
        ("relations", lambda g: g.relations_of("a")),
    ):
        graph.save(folder)
        pq.write_table(getattr(graph, name).take([1, 0]), folder / f"{name}.parquet")
        loaded = Graph.load(folder)
        error = error_of(lambda loaded=loaded, ask=ask: ask(loaded))  # type: ignore[misc]
        assert (error.code, error.facts["path"]) == ("graph-damaged", str(folder))


def test_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error = error_of(lambda: make_graph().save(tmp_path / "file" / "graph"))
    assert error.code == "graph-write"
