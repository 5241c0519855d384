"""Builds that are killed, go on, take what is new, drop what is gone, exclude each other, or find no room."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.inputs import perturbed
from kg import parts
from kg.build import Progress, build_folder
from kg.errors import KgError
from kg.graph import Graph
from kg.read import Text, iter_inputs
from kg.work import held, work_folder

ROOT = Path(__file__).resolve().parents[1]

# Small parts, so that a kill at any moment falls between some of them.
RUN = """
import sys
from kg import pool
pool.BATCH_ITEMS = 5
from kg.build import build_folder
if __name__ == "__main__":
    build_folder(sys.argv[2:], sys.argv[1], jobs=2)
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    found = [one.text for one in iter_inputs([ROOT / "data" / "samples"]) if isinstance(one, Text)]
    with (folder / "c.jsonl").open("w", encoding="utf-8") as stream:
        for copy in range(3):
            for at, text in enumerate(found):
                stream.write(json.dumps({"id": f"{copy}-{at}", "text": perturbed(text, copy)}) + "\n")
    return folder / "c.jsonl"


def bytes_of(graph: Path) -> dict[str, bytes]:
    return {str(file.relative_to(graph)): file.read_bytes() for file in sorted(graph.rglob("*")) if file.is_file()}


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    graph = tmp_path_factory.mktemp("undisturbed") / "graph"
    build_folder(corpus, graph)
    return bytes_of(graph)


def killed_builds(corpus: Path, folder: Path, times: int, seed: int) -> tuple[Path, int]:
    """A graph that was built with so many kills on the way; the graph, and how many hit a running build."""
    script, graph = folder / "run.py", folder / "graph"
    script.write_text(RUN)
    old = folder / "old.txt"
    old.write_text("Thực hiện Chỉ thị số 1/CT-TTg ngày 2/1/2003.", encoding="utf-8")
    build_folder(old, graph)
    before, chance = bytes_of(graph), random.Random(seed)
    start = time.monotonic()
    command = [sys.executable, str(script), str(folder / "measured"), str(corpus)]
    subprocess.run(command, check=True, cwd=ROOT)
    whole = time.monotonic() - start
    hits = tries = 0
    while hits < times and tries < 10 * times:
        tries += 1
        running = subprocess.Popen([*command[:2], str(graph), str(corpus)], cwd=ROOT, start_new_session=True)
        try:
            running.wait(chance.uniform(0.05, 0.95) * whole)
            whole *= 0.8  # it came to its end: others leave more of the machine now, or less is left to do
        except subprocess.TimeoutExpired:
            hits += 1
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            assert bytes_of(graph) == before or Graph.load(graph).sources.num_rows > 1
        Graph.load(graph).stats()
    subprocess.run([*command[:2], str(graph), str(corpus)], check=True, cwd=ROOT)
    return graph, hits


def test_killed_at_any_moment_and_run_again(corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    graph, hits = killed_builds(corpus, tmp_path, 4, seed=11)
    assert hits == 4
    assert bytes_of(graph) == undisturbed
    assert sorted(entry.name for entry in work_folder(graph).iterdir()) == ["lock", "parts"]


@pytest.mark.slow
def test_killed_twenty_times(corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    graph, hits = killed_builds(corpus, tmp_path, 20, seed=12)
    assert hits == 20
    assert bytes_of(graph) == undisturbed


def test_finished_parts_are_not_analysed_again(
    corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.pool.BATCH_ITEMS", 10)

    def stop(event: Progress) -> None:
        if event.done == 25:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_folder(corpus, tmp_path / "graph", progress=stop)
    assert not (tmp_path / "graph").exists()
    done = build_folder(corpus, tmp_path / "graph")
    assert 20 <= done.reused <= 30
    assert bytes_of(tmp_path / "graph") == undisturbed


def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are analysed from now on."""
    seen: list[str] = []
    real = parts.analyse
    monkeypatch.setattr(parts, "analyse", lambda text, **o: (seen.append(text), real(text, **o))[1])
    return seen


def test_only_what_is_new_is_analysed_and_what_is_gone_leaves(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for line in corpus.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (folder / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    graph = tmp_path / "graph"
    build_folder(folder, graph)
    seen = analysed(monkeypatch)
    assert build_folder(folder, graph).reused == len(list(folder.iterdir()))
    assert seen == []
    (folder / "0-1.txt").unlink()
    (folder / "0-2.txt").write_text("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.", encoding="utf-8")
    (folder / "0-3.txt").rename(folder / "moved.txt")
    build_folder(folder, graph)
    assert len(seen) == 1
    names = [Path(name).name for name in Graph.load(graph).sources["source"].to_pylist()]
    assert "0-1.txt" not in names
    assert {"0-2.txt", "moved.txt"} <= set(names)
    build_folder(folder, tmp_path / "anew")
    assert bytes_of(graph) == bytes_of(tmp_path / "anew")


def test_another_version_of_the_extractor_analyses_again(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_folder(corpus, tmp_path / "graph")
    monkeypatch.setattr(parts, "extractor_version", lambda: "another")
    assert build_folder(corpus, tmp_path / "graph").reused == 0
    monkeypatch.undo()
    assert build_folder(corpus, tmp_path / "graph").reused == 0, "results of another version do not stay"
    assert build_folder(corpus, tmp_path / "graph", fresh=True).reused == 0


def test_a_part_that_was_damaged_is_analysed_again(
    corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    graph = tmp_path / "graph"
    build_folder(corpus, graph)
    [part] = (work_folder(graph) / "parts").iterdir()
    part.write_bytes(part.read_bytes()[:-50])
    assert build_folder(corpus, graph).reused == 0
    assert bytes_of(graph) == undisturbed


def test_two_builds_of_one_folder_exclude_each_other(corpus: Path, tmp_path: Path) -> None:
    with held(tmp_path / "graph"), pytest.raises(KgError) as caught:
        build_folder(corpus, tmp_path / "graph")
    assert caught.value.code == "build-running"
    assert "another build of" in str(caught.value)
    build_folder(corpus, tmp_path / "graph")


@pytest.mark.parametrize("limit", [3_000, 60_000, 400_000])
def test_no_room_is_an_error_in_words_and_nothing_is_lost(
    corpus: Path, undisturbed: dict[str, bytes], tmp_path: Path, limit: int
) -> None:
    graph = tmp_path / "graph"
    build_folder(ROOT / "data" / "samples", graph)
    before = bytes_of(graph)
    code = "import resource, sys; from kg.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", str(corpus), "-o", str(graph), "--lang", "en"],
        capture_output=True, text=True, cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert "cannot write" in line
    assert "File too large" in line
    assert bytes_of(graph) == before
    build_folder(corpus, graph)
    assert bytes_of(graph) == undisturbed
