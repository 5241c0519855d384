"""Building a graph: what goes into the tables, and what must not matter for it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest

import kg
from kg import parts
from kg.build import Progress, build
from kg.errors import KgError
from kg.graph import Graph
from kg.tables import TABLES

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 664/KH-UBND
An Giang, ngày 29 tháng 12 năm 2021

KẾ HOẠCH
Triển khai công tác dân vận chính quyền

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch này.
"""
REPORT = """Số: 529/BC-UBND
An Giang, ngày 24 tháng 5 năm 2024

BÁO CÁO
Kết quả công tác dân vận

Thực hiện Kế hoạch số 664/KH-UBND ngày 29/12/2021 của Ủy ban nhân dân tỉnh An Giang, căn cứ Chỉ thị số 33/CT-TTg \
ngày 26 tháng 11 năm 2021, Ủy ban nhân dân tỉnh báo cáo như sau.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "sub").mkdir(parents=True)
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "sub" / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "copy.txt").write_text(PLAN, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"b\xe0i")
    return folder


def rows(graph: Graph) -> dict[str, list[dict[str, object]]]:
    return {name: getattr(graph, name).to_pylist() for name in TABLES}


def test_tables(corpus: Path) -> None:
    graph = build([corpus])
    plan = graph.find_one("664/KH-UBND")
    assert (plan.status, plan.date, plan.issuer) == ("read", "2021-12-29", "uy-ban-nhan-dan-tinh-an-giang")
    [row] = [row for row in graph.documents.to_pylist() if row["id"] == plan.id]
    assert row["source"] == f"{corpus}/copy.txt"
    assert row["mentions"] == 1
    assert [a.document.number for a in graph.query("implements", "33/CT-TTg")] == ["664/KH-UBND"]
    chain = graph.query("implements", "33/CT-TTg", transitive=True)
    assert [a.document.number for a in chain] == ["664/KH-UBND", "529/BC-UBND"]


def test_evidence_is_found_again_in_the_text(corpus: Path) -> None:
    graph = build([corpus])
    texts = {one.source: one.text for one in kg.iter_inputs([corpus]) if hasattr(one, "text")}
    assert graph.mentions.num_rows
    for row in graph.mentions.to_pylist():
        assert texts[row["source"]][row["start"] : row["end"]] == row["text"]
    assert graph.relations.num_rows
    for row in graph.relations.to_pylist():
        start = row["sentence_start"]
        assert texts[row["source"]].startswith(row["sentence"], start)
        assert start <= row["start"] < row["end"] <= start + len(row["sentence"])
        assert len(row["sentence"]) <= 600


def test_sources(corpus: Path) -> None:
    by_name = {Path(row["source"]).name: row for row in build([corpus]).sources.to_pylist()}
    assert {name: row["status"] for name, row in by_name.items()} == {
        "plan.txt": "duplicate", "copy.txt": "ok", "report.md": "ok", "bad.txt": "failed",
    }  # fmt: skip
    plan = by_name["plan.txt"]
    assert plan["sha256"] == hashlib.sha256(PLAN.encode()).hexdigest()
    assert (plan["format"], plan["encoding"], plan["size"]) == ("txt", "utf-8", len(PLAN.encode()))
    assert plan["document"] == by_name["copy.txt"]["document"]
    assert by_name["bad.txt"]["error"].startswith("encoding: line 1 is not UTF-8")
    assert by_name["bad.txt"]["document"] is None


def test_same_tables_for_any_order_and_number_of_jobs(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pool.BATCH_ITEMS", 1)
    files = sorted(path for path in corpus.rglob("*") if path.is_file())
    wanted = rows(build(files))
    assert rows(build(files[::-1])) == wanted
    assert rows(build(files[2:] + files[:2], jobs=2)) == wanted
    assert rows(build([*files, *files, corpus])) == wanted


def test_same_bytes_on_disk(corpus: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build([corpus], jobs=1).save(tmp_path / name)
    files = [file for file in (tmp_path / "one").rglob("*") if file.is_file()]
    assert len(files) > 15
    for file in files:
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


def test_progress_tells_every_input_once(corpus: Path) -> None:
    events: list[Progress] = []
    build([corpus, corpus / "none.txt"], progress=events.append)
    told = {
        Path(event.source).name: event.failure.code if event.failure else "duplicate" if event.duplicate else "ok"
        for event in events
    }
    # Which of two equal texts came first is a matter of the order, which one stands in the graph is not.
    assert told == {
        "copy.txt": "ok", "plan.txt": "duplicate", "report.md": "ok", "bad.txt": "encoding", "none.txt": "missing",
    }  # fmt: skip
    assert [event.done for event in events] == [1, 2, 3, 4, 5]
    assert events[-1].size == len(PLAN.encode()) + len(REPORT.encode())


def test_equal_contents_are_analysed_once(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = parts.analyse

    def counted(text: str, **options: object) -> object:
        seen.append(text)
        return real(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "analyse", counted)
    for at in range(5):
        shutil.copy(corpus / "plan.txt", corpus / f"plan{at}.txt")
    build([corpus])
    assert seen.count(PLAN) == 1


def test_duplicates_of_a_failed_content_fail_too(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"a\x00b")
    events: list[Progress] = []
    graph = build([tmp_path], progress=events.append)
    assert graph.sources["status"].to_pylist() == ["failed", "failed"]
    assert [event.failure.code for event in events if event.failure] == ["binary", "binary"]


def test_a_text_on_which_the_analysis_breaks_costs_only_itself(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = parts.analyse

    def breaks(text: str, **options: object) -> object:
        if "529/BC" in text:
            raise ValueError("two\nlines")
        return real(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "analyse", breaks)
    graph = build([corpus])
    [row] = [row for row in graph.sources.to_pylist() if row["source"].endswith("report.md")]
    assert row["status"] == "failed"
    assert row["error"].startswith("analysis: the text could not be analysed (ValueError: two lines)")
    assert graph.find_one("664/KH-UBND").status == "read"


def test_corpus_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl.gz"
    lines = [{"id": "plan", "text": PLAN}, {"id": "report", "text": REPORT}, {"id": "plan", "text": "again"}]
    path.write_bytes(gzip.compress("\n".join(json.dumps(line) for line in lines).encode()))
    graph = build(path)
    assert {row["source"].removeprefix(str(path)): row["status"] for row in graph.sources.to_pylist()} == {
        "#plan": "ok", "#report": "ok", ":3": "failed",
    }  # fmt: skip


def test_what_comes_beside_the_text_is_used(tmp_path: Path) -> None:
    row = {"id": 1, "text": "Căn cứ Luật Đất đai năm 2013.", "number": "12/2020/NĐ-CP", "type": "Nghị định"}
    graph = build("-", kind="jsonl", stdin=io.BytesIO(json.dumps(row).encode()))
    [document] = [one for one in graph.iter_documents() if one.status == "read"]
    assert (document.number, document.type) == ("12/2020/NĐ-CP", "nghi-dinh")


def test_nothing_at_all(tmp_path: Path) -> None:
    graph = build([])
    assert [getattr(graph, name).num_rows for name in TABLES] == [0, 0, 0, 0, 0]
    graph.save(tmp_path / "empty")
    assert Graph.load(tmp_path / "empty").stats().documents == 0


def test_jobs_must_be_one_or_more() -> None:
    with pytest.raises(KgError, match="jobs is 0"):
        build([], jobs=0)


def test_the_package_is_the_library() -> None:
    analysis = kg.extract("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.")
    assert analysis.mentions[0].number == "33/CT-TTg"
    assert kg.analyse(analysis.text) == analysis
    graph = kg.build("-", stdin=io.BytesIO(analysis.text.encode()))
    assert isinstance(graph, kg.Graph)
    assert kg.build.Progress is Progress
    assert {*kg.__all__} <= {*dir(kg)}
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kg.nothing  # noqa: B018
