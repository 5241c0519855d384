"""Work in several processes: order, dying processes, results that cannot travel."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kg.pool import ordered_map

BIG = 4 << 20


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pool.BATCH_ITEMS", 32)


def double(item: int) -> int:
    return 2 * item


def die_on_three(item: int) -> int:
    if item == 3 and multiprocessing.parent_process() is not None:
        os._exit(1)
    return item


def closed_on_two(item: int) -> object:
    return (lambda: item) if item == 2 else item


def lost(item: int, why: str) -> object:
    return f"lost {item}: {why}"


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    found = ordered_map(
        double, range(200), jobs=jobs, lost=lambda item, why: -1, size=lambda item: item * 36000
    )
    assert list(found) == [2 * item for item in range(200)]


def test_nothing_to_do() -> None:
    assert list(ordered_map(double, [], jobs=2, lost=lambda item, why: -1)) == []


def test_a_process_that_dies_costs_only_its_item() -> None:
    found = list(ordered_map(die_on_three, range(100), jobs=2, lost=lost))  # type: ignore[arg-type]
    assert found[:3] + found[4:] == [item for item in range(100) if item != 3]
    assert found[3] == "lost 3: its process died, perhaps for want of memory"


def test_a_result_that_cannot_travel_costs_only_its_item() -> None:
    found = list(ordered_map(closed_on_two, range(4), jobs=2, lost=lost, size=lambda item: BIG))
    assert found[:2] + found[3:] == [0, 1, 3]
    assert str(found[2]).startswith("lost 2: ")


def test_items_are_taken_only_as_there_is_room() -> None:
    taken = []

    def endless() -> Iterator[int]:
        for item in range(1_000_000):
            taken.append(item)
            yield item

    stream = ordered_map(double, endless(), jobs=2, lost=lambda item, why: -1, size=lambda item: BIG)
    assert [next(stream) for _ in range(3)] == [0, 2, 4]
    stream.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_script_without_main_guard_is_told_what_to_do(tmp_path: object) -> None:
    script = f"{tmp_path}/script.py"
    with open(script, "w") as stream:
        stream.write("from kg.pool import ordered_map\n")
        stream.write("print(list(ordered_map(abs, range(5000), jobs=2, lost=lambda i, w: w)))\n")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "kg.errors.KgError: worker processes cannot be started" in done.stderr
    assert "__main__" in done.stderr
