"""Spark with a master and two workers in processes of their own gives the tables of one machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.inputs import perturbed
from kg.build import build_folder
from kg.errors import KgError
from kg.graph import Graph
from kg.read import Text, iter_inputs
from kg.spark import build_spark
from kg.tables import TABLES

pytest.importorskip("pyspark")
ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17")
CONF = {
    "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "4", "spark.executor.memory": "512m", "spark.driver.memory": "512m",
}  # fmt: skip


def free_port() -> int:
    with socket.socket() as given:
        given.bind(("127.0.0.1", 0))
        return int(given.getsockname()[1])


def wait_for(log: Path, words: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if words in log.read_text(errors="replace"):
            return
        assert process.poll() is None, log.read_text(errors="replace")[-2000:]
        time.sleep(0.2)
    raise AssertionError(f"no {words!r} in {log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A standalone master and two workers with one core each, on the loopback."""
    import pyspark

    folder = tmp_path_factory.mktemp("spark")
    spark_class = Path(pyspark.__file__).parent / "bin" / "spark-class"
    environment = {
        **os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
        "PYTHONPATH": str(ROOT), "SPARK_LOCAL_DIRS": str(folder / "local"), "SPARK_WORKER_DIR": str(folder / "work"),
    }  # fmt: skip
    os.environ["PYSPARK_PYTHON"] = sys.executable
    port, running = free_port(), []
    master = f"spark://127.0.0.1:{port}"

    def start(name: str, *words: str) -> None:
        log = folder / f"{name}.log"
        with log.open("wb") as out:
            command = ["bash", str(spark_class), *words]
            process = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
        running.append(process)
        wait_for(log, "New state: ALIVE" if name == "master" else "Successfully registered", process)

    try:
        package = "org.apache.spark.deploy"
        web = ("--webui-port", "0")
        start("master", f"{package}.master.Master", "--host", "127.0.0.1", "--port", str(port), *web)
        for name in ("one", "two"):
            start(name, f"{package}.worker.Worker", "--cores", "1", "--memory", "600m", *web, master)
        yield master
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Several files with duplicates, texts that fail, facts beside the texts."""
    folder = tmp_path_factory.mktemp("corpus")
    found = [one.text for one in iter_inputs([ROOT / "data" / "samples"]) if isinstance(one, Text)]
    for copy in range(3):
        with (folder / f"c{copy}.jsonl").open("w", encoding="utf-8") as stream:
            for at, text in enumerate(found):
                row = {"id": at, "text": perturbed(text, copy % 2), "url": f"https://x.vn/{at}"}
                stream.write(json.dumps(row) + "\n")
            stream.write("{broken\n")
    (folder / "plan.txt").write_text(found[2], encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"a\x00b")
    (folder / "copy.txt").write_bytes(b"a\x00b")
    return folder


def test_tables_of_a_cluster_are_those_of_one_machine(cluster: str, corpus: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        build_folder(corpus, tmp_path / f"local{jobs}", jobs=jobs)
    missing = str(corpus / "none.txt")
    local = build_folder([corpus, missing], tmp_path / "local")
    done = build_spark([corpus, missing], tmp_path / "spark", master=cluster, conf=CONF)
    assert (done.ok, done.duplicate, done.failed) == (local.ok, local.duplicate, local.failed)
    assert done.failed == 6
    assert done.duplicate
    for name in TABLES:
        made, wanted = (getattr(Graph.load(tmp_path / one), name) for one in ("spark", "local"))
        assert made.num_rows
        assert made.equals(wanted), name
    files = [file for file in (tmp_path / "local").rglob("*") if file.is_file()]
    for file in files:
        name = file.relative_to(tmp_path / "local")
        assert file.read_bytes() == (tmp_path / "spark" / name).read_bytes(), name
    for file in (tmp_path / "local1").rglob("*.parquet"):
        assert file.read_bytes() == (tmp_path / "local2" / file.name).read_bytes()


def test_standard_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="name files"):
        build_spark(["-"], tmp_path / "g")
