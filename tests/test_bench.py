"""The benchmark runs and says everything it is meant to say; how fast anything is, is no test."""

from __future__ import annotations

import doctest
import json
import math
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from bench import analysis, inputs, rows
from bench.clock import ROOT, Peaks, in_turn, peak_memory, python
from bench.rows import Row, Run
from bench.synthetic import make_graph
from kg import analyse as steps
from kg.analyse import analyse

KINDS = ("dense legal text", "administrative reports")
STAGES = (
    "normalise", "header", "mentions", "notes", "scope", "coreference", "provisions", "relations",
    "all else",
)  # fmt: skip
WRITTEN = ("Turtle, with all mentions", "N-Quads, with all mentions", "N-Quads, without mentions")
SERVED = [
    "kg serve: document page, p95", "kg serve: 50 clients, half a second between pages, p99",
    "kg serve: 50 clients without a pause, p99",
]  # fmt: skip
if shutil.which("chromium") and shutil.which("chromedriver"):
    SERVED += [
        "a page in Chromium: kg view, 150 documents, usable after",
        "a page in Chromium: kg view, 1,000 documents, usable after",
        "a page in Chromium: map of the whole, usable after",
    ]
EXPECTED = [
    *SERVED,
    *(f"analysis: {kind}: {what}" for kind in KINDS for what in ("one re pass", "analyse", "analyse, all as one text")),
    *(f"stages, {kind}: {stage}" for kind in KINDS for stage in STAGES),
    *(
        f"build of a corpus: {name}"
        for name in (
            "×1, 1 job", "×4, 1 job", "×16, 1 job", "×16, 2 jobs", "1 job, cost of an empty build",
            "1 job, without that cost", "1 job, exponent of that",
        )
    ),
    *(
        f"parts of a build, ×16: {name}"
        for name in ("after the analysis, 1 job", "after the analysis, 2 jobs", "analysis after 1 % has changed")
    ),
    *(
        f"peak of memory: {name}"
        for name in (
            "analyse as a stream, ×1", "analyse as a stream, ×4", "build ×1, 1 job", "build ×4, 1 job",
            "build ×16, 1 job", "build ×16, 2 jobs, all processes",
        )
    ),
    *(
        f"a large graph: {name}"
        for name in (
            "made from rows", "saved", "loaded, every table", "first question, load included",
            "question by id, one step", "question by id, all steps", "document found by its number and year",
        )
    ),
    *(
        f"a graph on the disk: {name}"
        for name in (
            "written and indexed", "implements, one step", "implements, all steps", "found by number and year",
            "found by words of its title", "everything of one document", "path between two documents",
            "kg query --transitive, a new process",
        )
    ),
    *(f"export as RDF: {name}" for name in ("rdflib, built and written as Turtle, a tenth", "Turtle", "N-Quads")),
    *(f"linked data: {name}: {what}" for name in WRITTEN for what in ("rate", "time", "peak of memory")),
    "linked data: rdflib, built and written as Turtle, a tenth: rate",
    "linked data: rdflib, built and written as Turtle, a tenth: peak of memory",
    "linked data: store for SPARQL, written and loaded: time",
    "linked data: store for SPARQL, written and loaded: peak of memory",
    "linked data: implements+ of a document in SPARQL",
    *(
        f"start: {name}"
        for name in ("python -c pass", "import kg", "kg --help", "kg query, one question to the large graph")
    ),
]  # fmt: skip
FLOORS = {
    *SERVED,
    *(f"analysis: {kind}: one re pass" for kind in KINDS), "build of a corpus: ×1, 1 job",
    "build of a corpus: 1 job, cost of an empty build", "build of a corpus: 1 job, without that cost",
    "build of a corpus: 1 job, exponent of that", "parts of a build, ×16: after the analysis, 1 job",
    "parts of a build, ×16: after the analysis, 2 jobs", "parts of a build, ×16: analysis after 1 % has changed",
    "a graph on the disk: written and indexed",
    "peak of memory: analyse as a stream, ×1", "peak of memory: build ×1, 1 job", "a large graph: made from rows",
    "a large graph: first question, load included", "export as RDF: rdflib, built and written as Turtle, a tenth",
    "start: python -c pass", "linked data: rdflib, built and written as Turtle, a tenth: rate",
    "linked data: rdflib, built and written as Turtle, a tenth: peak of memory",
    *(f"linked data: {name}: {what}" for name in WRITTEN for what in ("time", "peak of memory")),
    "linked data: store for SPARQL, written and loaded: time",
    "linked data: store for SPARQL, written and loaded: peak of memory",
}  # fmt: skip


def bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What a quick run printed, and the file it kept."""
    kept = tmp_path_factory.mktemp("bench") / "run.json"
    done = bench("--quick", "--json", kept)
    assert done.returncode == 0, done.stderr
    return done.stdout, kept


def test_a_quick_run_yields_every_row(quick: tuple[str, Path]) -> None:
    run = rows.read_json(quick[1])
    assert sorted(row.key for row in run.rows) == sorted(EXPECTED)
    for row in run.rows:
        assert math.isfinite(row.value), row
        assert row.value >= 0, row
        assert (row.ratio is None) == (row.key in FLOORS), row


def test_the_table_shows_every_row_with_its_unit(quick: tuple[str, Path]) -> None:
    printed, kept = quick
    for row in rows.read_json(kept).rows:
        line = next(line for line in printed.splitlines() if line.startswith(f"| {row.name} "))
        assert row.unit in line
    assert "2 jobs" in printed
    assert " cores" in printed.splitlines()[0]


def test_a_run_says_nothing_of_the_place_where_it_ran(quick: tuple[str, Path]) -> None:
    assert str(ROOT) not in quick[0] + quick[1].read_text(encoding="utf-8")


def test_stages_share_out_the_whole(quick: tuple[str, Path]) -> None:
    for kind in KINDS:
        shares = [row.value for row in rows.read_json(quick[1]).rows if row.group == f"stages, {kind}"]
        assert sum(shares) == pytest.approx(100, abs=1)


def test_two_kept_runs_are_compared_without_measuring(quick: tuple[str, Path]) -> None:
    done = bench("--compare", quick[1], quick[1])
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"| {key.split(': ', 1)[1]} " in done.stdout for key in EXPECTED)


@pytest.mark.parametrize("content", ["no json", "[]", '{"format": 1}', '{"format": 0, "rows": []}'])
def test_a_file_that_is_no_run_is_refused_in_one_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(content)
    done = bench("--compare", tmp_path / "x.json")
    assert done.returncode == 2
    assert done.stderr.startswith("bench: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_comparison_is_above_one_where_the_second_run_is_better() -> None:
    was = (
        Row("g", "rate", 2.0, "MB/s", "more", ratio=100.0, floor="floor"),
        Row("g", "time", 8.0, "ms", "less"),
        Row("g", "gone", 1.0, "ms", "less"),
    )
    now = (replace(was[0], value=4.0, ratio=25.0), replace(was[1], value=16.0), Row("g", "new", 1.0, "ms", "less"))
    told = rows.comparison(Run({"quick": False}, was), Run({"quick": False}, now))
    lines = {line.split("|")[1].strip(): [c.strip() for c in line.split("|")] for line in told.splitlines() if "|" in line}
    assert lines["rate"][2:6] == ["2.00 MB/s", "4.00 MB/s", "2.00", "4.00"]
    assert lines["time"][4] == "0.5"
    assert "in one run only: g: gone" in told
    assert "in one run only: g: new" in told


def test_a_run_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    run = Run({"date": "2024-01-31", "quick": True}, (Row("g", "n", 1.5, "s", "less", 0.1, 2.0, "x", "more"),))
    rows.write_json(run, tmp_path / "a.json")
    assert rows.read_json(tmp_path / "a.json") == run
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["rows"][0]["name"] == "n"


def test_without_the_reference_texts_the_samples_are_multiplied(tmp_path: Path) -> None:
    found = inputs.texts(tmp_path / "absent", 0.3)
    assert len(set(found)) == len(found) > len(list(inputs.SAMPLES.iterdir()))
    assert 0.3 <= inputs.megabytes(found) < 0.31


def test_a_large_source_is_thinned_out_evenly() -> None:
    whole, few = inputs.texts(inputs.SAMPLES, 1), inputs.texts(inputs.SAMPLES, 0.01)
    assert whole.index(few[0]) == 0
    assert whole.index(few[1]) > 2


def test_a_copy_has_other_numbers_and_as_many_citations() -> None:
    text = next(one for one in inputs.texts(inputs.SAMPLES, 0.05) if "33/CT-TTg" in one)
    copy = inputs.perturbed(text, 3)
    assert len(copy) == len(text)
    assert "33/CT-TTg" not in copy
    before, after = analyse(text).mentions, analyse(copy).mentions
    numbers = [[m.type for m in found if m.kind == "number"] for found in (before, after)]
    assert numbers[0] == numbers[1]


def test_the_floor_finds_a_type_word_with_its_number() -> None:
    text = "Căn cứ Nghị định số 04/2015/NĐ-CP, CHỈ THỊ 33/CT-TTg, Luật Đất đai, Kế hoạch năm 2021"
    assert [m.group() for m in analysis.FLOOR.finditer(text)] == ["Nghị định số 04/2015/NĐ-CP", "CHỈ THỊ 33/CT-TTg"]


def test_stages_are_clocked_and_left_as_they_were() -> None:
    whole = steps.find
    text = "Căn cứ khoản 2 Điều 19 Luật Đất đai năm 2013; thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021."
    with analysis.stage_clock() as taken:
        assert steps.find is not whole
        told = analyse(text)
    assert steps.find is whole
    assert all(seconds > 0 for seconds in taken.values())
    assert told == analyse(text)


def test_works_are_timed_in_turn() -> None:
    calls: list[str] = []
    timing = in_turn({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, 2, iter(range(99)).__next__)
    assert calls == ["a", "b", "a", "b"]
    assert timing["a"].values == (1, 1)
    assert timing["a"].spread == 0


@pytest.mark.skipif(not peak_memory(), reason="the system does not tell the peak of memory")
def test_the_peak_of_memory_is_that_of_the_process_alone() -> None:
    code = "from bench.clock import peak_memory; block = b'x' * {}; print(peak_memory())"
    ballast = bytearray(b"x") * (150 << 20)  # a large parent must not show in the child
    small, large = (float(python("-c", code.format(size)).stdout) for size in (1, 60 << 20))
    assert large - small > 50
    assert small < len(ballast) / (1 << 20)
    assert Peaks().total() >= 150


def test_the_made_up_graph_is_the_same_every_time() -> None:
    graph = make_graph(100)
    assert graph.relations.equals(make_graph(100).relations)
    assert (graph.documents.num_rows, graph.mentions.num_rows, graph.relations.num_rows) == (20, 100, 100)
    row = graph.relations.to_pylist()[0]
    at = row["start"] - row["sentence_start"]
    assert row["sentence"][at : row["end"] - row["sentence_start"]].endswith(
        "/".join(reversed((graph.document(row["object"]).date or "").split("-")))  # type: ignore[union-attr]
    )


@pytest.mark.parametrize("name", ["rows", "inputs", "synthetic"])
def test_examples_in_the_documentation_hold(name: str) -> None:
    done = doctest.testmod(import_module(f"bench.{name}"))
    assert done.attempted > 0
    assert done.failed == 0
