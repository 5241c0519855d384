"""Builds of a corpus: rate with one and two jobs, and whether memory and time grow as they should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import inputs
from bench.clock import Sample, worker
from bench.rows import Row

_SCALES = {"×1": 1, "×4": 4}
_SMALL, _LARGE, _TWO = _BUILDS = (("×1", 1), ("×4", 1), ("×4", 2))


def measure(folder: Path, size: float, rounds: int) -> Iterator[Row]:
    """Builds of dense text, once and four times as much, each in a process of its own.

    The larger corpus is the smaller one with other numbers: equal mixtures, so that what grows is size alone.

    Args:
        folder: where the corpora are written.
        size: of the smaller one, in millions of bytes.
        rounds: repetitions.
    """
    corpora, mb, told = {}, {}, {}
    first = inputs.texts(inputs.DENSE, size)
    for scale, times in _SCALES.items():
        found = inputs.multiplied(first, times)
        corpora[scale] = str(folder / f"corpus-{times}.jsonl")
        mb[scale] = inputs.megabytes(found)
        told[scale] = f"{len(found)} texts, {mb[scale]:.3g} MB"
        inputs.write_corpus(Path(corpora[scale]), found)
    answers: dict[tuple[str, int], list[dict[str, float]]] = {build: [] for build in _BUILDS}
    for _ in range(rounds):
        for scale, jobs in _BUILDS:
            answers[scale, jobs].append(worker("build", corpora[scale], str(jobs)))
    yield from _rates({b: Sample(tuple(a["seconds"] for a in given)) for b, given in answers.items()}, mb, told)
    stream = {scale: worker("stream", corpora[scale], "1")["peak"] for scale in corpora}
    yield from _peaks({b: Sample(tuple(a["peak"] for a in given)) for b, given in answers.items()}, stream)


def _rates(
    timing: Mapping[tuple[str, int], Sample], mb: Mapping[str, float], told: Mapping[str, str]
) -> Iterator[Row]:
    group = "build of a corpus"
    small, large, two = (mb[build[0]] / timing[build].median for build in _BUILDS)
    yield Row(group, "×1, 1 job", small, "MB/s", "more", timing[_SMALL].spread, None, told["×1"])
    yield Row(
        group, "×4, 1 job", large, "MB/s", "more", timing[_LARGE].spread, large / small,
        f"rate at ×1; {told['×4']}", "more",
    )  # fmt: skip
    yield Row(group, "×4, 2 jobs", two, "MB/s", "more", timing[_TWO].spread, two / large, "rate with 1 job", "more")
    # The line through both sizes: what every build costs, however small, and what a million bytes more cost.
    each = max((timing[_LARGE].median - timing[_SMALL].median) / (mb["×4"] - mb["×1"]), 1e-9)
    fixed = max(timing[_SMALL].median - each * mb["×1"], 0.0)
    line = "line through ×1 and ×4"
    yield Row(group, "1 job, cost of an empty build", fixed, "s", "less", None, None, line)
    yield Row(group, "1 job, without that cost", 1 / each, "MB/s", "more", None, None, line)


def _peaks(peak: Mapping[tuple[str, int], Sample], stream: Mapping[str, float]) -> Iterator[Row]:
    group = "peak of memory"
    grown = stream["×4"] / (stream["×1"] or 1)
    yield Row(group, "analyse as a stream, ×1", stream["×1"], "MB", "less")
    yield Row(group, "analyse as a stream, ×4", stream["×4"], "MB", "less", None, grown, "×1")
    small, large, two = (peak[build].median for build in _BUILDS)
    yield Row(group, "build ×1, 1 job", small, "MB", "less", peak[_SMALL].spread)
    yield Row(group, "build ×4, 1 job", large, "MB", "less", peak[_LARGE].spread, large / small, "×1")
    yield Row(group, "build ×4, 2 jobs, all processes", two, "MB", "less", peak[_TWO].spread, two / large, "1 job")
