"""How fast one text is analysed, and where the time goes."""

from __future__ import annotations

import cProfile
import pstats
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from bench import inputs
from bench.clock import in_turn
from bench.rows import Row
from kg import analyse as stages
from kg.analyse import analyse

_TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị",
    "Thông tư liên tịch", "Thông tư", "Thông báo", "Thông tri", "Kế hoạch", "Kết luận", "Chương trình", "Báo cáo",
    "Tờ trình", "Công văn", "Công điện", "Hướng dẫn", "Quy định", "Quy chế", "Đề án",
)  # fmt: skip
# Fixed here and not taken from the registry, so that the floor is the same floor in every version.
FLOOR = re.compile(
    rf"(?:{'|'.join((*_TYPES, *map(str.upper, _TYPES)))})\s+(?:[Ss]ố\s*:?\s*)?"
    r"\d{1,5}(?:\.\d{1,3})?[a-zđ]?\s?[/-]\s?(?:(?:19|20)\d\d\s?[/-]?\s?)?[A-ZĐ][\w&]*(?:[/.-][A-ZĐ][\w&]*)*"
)
TEXTS = {"dense legal text": inputs.DENSE, "administrative reports": inputs.REPORTS}
FLOOR_NAME = "time of one re pass"

# The steps of kg.analyse.analyse by the names under which it calls them.
STAGES: dict[str, tuple[str, ...]] = {
    "normalise": ("plain",),
    "header": ("read_header",),
    "mentions": ("find",),
    "notes": ("structure.notes",),
    "scope": ("scopes",),
    "coreference": ("coreference.identify",),
    "provisions": ("provisions.before",),
    "relations": ("assembly.read_relations",),
}


def floor(text: str) -> int:
    """How many numbers after a type word one compiled pattern finds."""
    return sum(1 for _ in FLOOR.finditer(text))


def measure(size: float, rounds: int) -> Iterator[Row]:
    """Rate of the whole analysis on two kinds of text, then the share of each stage.

    The same texts joined to a single one show whether anything grows with the square of a text.
    """
    for name, source in TEXTS.items():
        found = inputs.texts(source, size)
        mb = inputs.megabytes(found)
        analyse(found[0])  # registries and patterns are made at the first call
        works: dict[str, Callable[[], object]] = {
            "floor": lambda found=found: [floor(text) for text in found],  # type: ignore[misc]
            "analyse": lambda found=found: [analyse(text) for text in found],  # type: ignore[misc]
        }
        timing = in_turn(works, rounds, time.process_time)
        base, whole = timing["floor"], timing["analyse"]
        yield Row("analysis", f"{name}: one re pass", mb / base.median, "MB/s", "more", base.spread)
        yield Row(
            "analysis", f"{name}: analyse", mb / whole.median, "MB/s", "more", whole.spread,
            whole.median / base.median, FLOOR_NAME,
        )  # fmt: skip
        long = "\n\n".join(found)
        alone = in_turn({"": lambda long=long: analyse(long)}, 1, time.process_time)[""]  # type: ignore[misc]
        yield Row(
            "analysis", f"{name}: analyse, all as one text", mb / alone.median, "MB/s", "more", None,
            whole.median / alone.median, "rate text by text", "more",
        )  # fmt: skip
        yield from _shares(name, found, base.median)


def _shares(name: str, found: list[str], base: float) -> Iterator[Row]:
    with stage_clock() as taken:
        start = time.process_time()
        for text in found:
            analyse(text)
        whole = time.process_time() - start
    taken["all else"] = max(whole - sum(taken.values()), 0.0)
    for stage, seconds in taken.items():
        yield Row(f"stages, {name}", stage, 100 * seconds / whole, "%", "less", None, seconds / base, FLOOR_NAME)


@contextmanager
def stage_clock() -> Iterator[dict[str, float]]:
    """Seconds spent in each stage while the context is open.

    A clock round each stage costs nothing that shows; a profiler would make small functions look expensive.

    Raises:
        AttributeError: a step of ``kg.analyse`` has another name now; mend :data:`STAGES`.
    """
    taken = dict.fromkeys(STAGES, 0.0)
    with ExitStack() as stack:
        for stage, names in STAGES.items():
            for name in names:
                owner: Any = stages
                *modules, function = name.split(".")
                for module in modules:
                    owner = getattr(owner, module)
                clocked = _clocked(getattr(owner, function), stage, taken)
                stack.enter_context(mock.patch.object(owner, function, clocked))
        yield taken


def _clocked(call: Callable[..., Any], stage: str, taken: dict[str, float]) -> Callable[..., Any]:
    def wrapped(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return call(*args, **options)
        finally:
            taken[stage] += time.process_time() - start

    return wrapped


def profile(size: float, top: int = 25) -> None:
    """Prints the functions in which the analysis of dense text spends its time."""
    found = inputs.texts(inputs.DENSE, size)
    analyse(found[0])
    profiler = cProfile.Profile()
    profiler.enable()
    for text in found:
        analyse(text)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(top)
