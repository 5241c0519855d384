"""The API against its own description: whatever fits it is answered as described, whatever does not is refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from serving import served
from view_graph import likely_graph

import kg
from kg.serve import create_app

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
# A value of the right form may still mean nothing (an unknown type): that is refused, and rightly.
LEFT_OUT = {"positive_data_acceptance"}


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("api") / "graph"
    kg.build([SAMPLES]).save(folder)
    app = create_app(folder, hosts=("*",))
    try:
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app)
    finally:
        app.state.site.drafts.close()
        app.state.site.endpoints.close()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(
    "operation",
    ["suggestions", "documents", "document", "document_links", "document_implementation", "chain", "health",
     "check_text", "sparql_get", "sparql_post"],
)  # fmt: skip
def test_every_answer_is_as_described(described: Any, operation: str, mode: GenerationMode) -> None:
    found = described.find_operation_by_id(operation)
    checks = [check for check in CHECKS.get_all() if check.__name__ not in LEFT_OUT]

    @given(case=found.as_strategy(generation_mode=mode))
    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def fuzzed(case: Any) -> None:
        answer = case.call()
        assert answer.status_code < 500, answer.text
        if answer.status_code == 414:  # a refusal too, but one that the checks do not know
            return
        case.validate_response(answer, checks=checks)

    try:
        fuzzed()
    except Unsatisfiable:  # an operation without parameters cannot be asked wrongly
        assert mode is GenerationMode.NEGATIVE


def test_no_operation_is_left_out(described: Any) -> None:
    told = {one.ok().definition.raw["operationId"] for one in described.get_all_operations()}
    marks = [mark for mark in test_every_answer_is_as_described.pytestmark if mark.args[0] == "operation"]  # type: ignore[attr-defined]
    assert told == set(marks[0].args[1])


def test_fifty_clients_while_the_graph_is_replaced(tmp_path: Path) -> None:
    """Nobody gets an error, and everybody gets a page that is whole, of one graph or of the other."""
    folder = tmp_path / "g"
    graph = likely_graph(400)
    graph.save(folder)
    ids = graph.documents["id"].to_pylist()
    until = time.monotonic() + 6
    wrong: list[str] = []
    stamps: set[str] = set()
    done = threading.Event()

    def visit(number: int) -> int:
        asked = 0
        with httpx.Client(base_url=address, timeout=60) as client:
            while time.monotonic() < until or not done.is_set():
                one = ids[(number * 37 + asked * 11) % len(ids)]
                path = (f"/doc/{one}", "/?q=33", f"/api/documents/{one}", "/api/health")[asked % 4]
                answer = client.get(path)
                if answer.status_code != 200:
                    wrong.append(f"{path}: {answer.status_code}")
                elif path == "/api/health":
                    stamps.add(answer.json()["graph"])
                elif path.startswith("/doc/") and not answer.text.rstrip().endswith("</html>"):
                    wrong.append(f"{path}: cut off")
                asked += 1
        return asked

    def rebuild() -> None:
        for seed in (7, 7, 7):  # the same documents, so that every address stays good
            time.sleep(1.3)
            likely_graph(400, seed=seed).save(folder)
        time.sleep(2.5)
        done.set()

    with served(folder) as address, ThreadPoolExecutor(51) as pool:
        builder = pool.submit(rebuild)
        asked = sum(pool.map(visit, range(50)))
        builder.result()
    assert wrong == []
    assert asked > 200
    assert len(stamps) >= 2, "a newer graph was served while they read"
