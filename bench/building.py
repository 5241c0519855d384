"""Builds of a corpus: rate with one and two jobs, and whether memory and time grow as they should."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import inputs
from bench.clock import Sample, worker
from bench.rows import Row

_SCALES = {"×1": 1, "×4": 4, "×16": 16}
_SMALL, _MIDDLE, _LARGE, _TWO = _BUILDS = (("×1", 1), ("×4", 1), ("×16", 1), ("×16", 2))
_EVERY = 100


def measure(folder: Path, size: float, rounds: int) -> Iterator[Row]:
    """Builds of dense text, once, four and sixteen times as much, each in a process of its own.

    The larger corpora are the smaller one with other numbers: equal mixtures, so that what grows is size alone.

    Args:
        folder: where the corpora are written.
        size: of the smallest one, in millions of bytes.
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
    changed = [inputs.perturbed(text, 97) if at % _EVERY == 0 else text for at, text in enumerate(found)]
    inputs.write_corpus(folder / "changed.jsonl", changed)
    answers: dict[tuple[str, int], list[dict[str, float]]] = {build: [] for build in _BUILDS}
    again = []
    for _ in range(rounds):
        for scale, jobs in _BUILDS:
            answers[scale, jobs].append(worker("build", corpora[scale], str(jobs), str(folder / f"built-{jobs}")))
        # The same name with other content: the next build of the folder finds one text in a hundred changed.
        (folder / "changed.jsonl").replace(corpora["×16"])
        again.append(worker("again", corpora["×16"], "1", str(folder / "built-1")))
        inputs.write_corpus(Path(corpora["×16"]), found)
        inputs.write_corpus(folder / "changed.jsonl", changed)

    def taken(what: str) -> dict[tuple[str, int], Sample]:
        return {build: Sample(tuple(answer[what] for answer in given)) for build, given in answers.items()}

    yield from _rates(taken("seconds"), mb, told)
    yield from _parts(taken("seconds"), taken("analysis"), Sample(tuple(one["analysis"] for one in again)))
    stream = {scale: worker("stream", corpora[scale], "1", "")["peak"] for scale in ("×1", "×4")}
    yield from _peaks(taken("peak"), stream)


def _rates(
    timing: Mapping[tuple[str, int], Sample], mb: Mapping[str, float], told: Mapping[str, str]
) -> Iterator[Row]:
    group = "build of a corpus"
    small, middle, large, two = (mb[build[0]] / timing[build].median for build in _BUILDS)
    yield Row(group, "×1, 1 job", small, "MB/s", "more", timing[_SMALL].spread, None, told["×1"])
    for name, build, rate in (("×4", _MIDDLE, middle), ("×16", _LARGE, large)):
        yield Row(
            group, f"{name}, 1 job", rate, "MB/s", "more", timing[build].spread, rate / small,
            f"rate at ×1; {told[name]}", "more",
        )  # fmt: skip
    yield Row(group, "×16, 2 jobs", two, "MB/s", "more", timing[_TWO].spread, two / large, "rate with 1 job", "more")
    # The line through the ends: what every build costs, however small, and what a million bytes more cost.
    each = max((timing[_LARGE].median - timing[_SMALL].median) / (mb["×16"] - mb["×1"]), 1e-9)
    fixed = max(timing[_SMALL].median - each * mb["×1"], 0.0)
    line = "line through ×1 and ×16"
    yield Row(group, "1 job, cost of an empty build", fixed, "s", "less", None, None, line)
    yield Row(group, "1 job, without that cost", 1 / each, "MB/s", "more", None, None, line)
    grown = max(timing[_LARGE].median - fixed, 1e-9) / max(timing[_MIDDLE].median - fixed, 1e-9)
    power = max(math.log(grown) / math.log(mb["×16"] / mb["×4"]), 0.0)
    yield Row(group, "1 job, exponent of that", power, "", "less", None, None, "×4 to ×16; 1 is linear")


def _parts(
    whole: Mapping[tuple[str, int], Sample], analysis: Mapping[tuple[str, int], Sample], again: Sample
) -> Iterator[Row]:
    group = "parts of a build, ×16"
    for jobs, build in ((1, _LARGE), (2, _TWO)):
        rest = max(whole[build].median - analysis[build].median, 0.0)
        share = 100 * rest / whole[build].median
        words = "resolve, sort, write, index, of the whole"
        yield Row(group, f"after the analysis, {jobs} job{'s' * (jobs > 1)}", share, "%", "less", None, None, words)
    share = 100 * again.median / analysis[_LARGE].median
    words = "of a full build's analysis"
    yield Row(group, "analysis after 1 % has changed", share, "%", "less", again.spread, None, words)


def _peaks(peak: Mapping[tuple[str, int], Sample], stream: Mapping[str, float]) -> Iterator[Row]:
    group = "peak of memory"
    grown = stream["×4"] / (stream["×1"] or 1)
    yield Row(group, "analyse as a stream, ×1", stream["×1"], "MB", "less")
    yield Row(group, "analyse as a stream, ×4", stream["×4"], "MB", "less", None, grown, "×1")
    small, middle, large, two = (peak[build].median for build in _BUILDS)
    yield Row(group, "build ×1, 1 job", small, "MB", "less", peak[_SMALL].spread)
    yield Row(group, "build ×4, 1 job", middle, "MB", "less", peak[_MIDDLE].spread, middle / small, "×1")
    yield Row(group, "build ×16, 1 job", large, "MB", "less", peak[_LARGE].spread, large / small, "×1")
    yield Row(group, "build ×16, 2 jobs, all processes", two, "MB", "less", peak[_TWO].spread, two / large, "1 job")


def measure_long(folder: Path, sizes: list[float], jobs: list[int]) -> Iterator[Row]:
    """Builds of so many thousand million bytes, once each: whether the cost grows with the size, and no faster.

    Args:
        folder: where corpora and graphs are written, about twice the largest size.
        sizes: in thousand millions of bytes.
        jobs: with how many jobs each is built.
    """
    group = "builds of large corpora"
    before: dict[int, tuple[float, float]] = {}
    for size in sizes:
        corpus = folder / "corpus.jsonl"
        mb, texts = inputs.write_large(corpus, inputs.DENSE, 1e9 * size)
        rate_of: dict[int, float] = {}
        for count in jobs:
            one = worker("build", str(corpus), str(count), str(folder / "built"))
            name = f"{size:g} GB, {count} job{'s' * (count > 1)}"
            rate_of[count] = mb / one["seconds"]
            known = rate_of.get(1)
            ratio = (rate_of[count] / known, "rate with 1 job") if known and count > 1 else (None, f"{texts:,} texts")
            yield Row(group, name, rate_of[count], "MB/s", "more", None, *ratio, "more")
            yield Row(group, f"{name}: processor time", one["processor"], "s", "less")
            yield Row(group, f"{name}: peak", one["peak"], "MB", "less")
            late = one["seconds"] - one["analysis"]
            share = late / one["seconds"]
            yield Row(group, f"{name}: after the analysis", late, "s", "less", None, share, "whole time")
            if count in before:
                was_mb, was = before[count]
                # Of processor time, which other processes of the machine hardly change.
                power = math.log(one["processor"] / was) / math.log(mb / was_mb)
                yield Row(group, f"{name}: exponent", power, "", "less", None, None, f"from {was_mb / 1000:.2g} GB")
            before[count] = mb, one["processor"]
        inputs.change_some(corpus, _EVERY)
        again = worker("again", str(corpus), str(count), str(folder / "built"))
        share, told = 100 * again["analysis"] / one["analysis"], "of a full build's analysis"
        yield Row(group, f"{name}: analysis after 1 % has changed", share, "%", "less", None, None, told)
        share = 100 * again["processor"] / one["processor"]
        yield Row(group, f"{name}: all of a build after that", share, "%", "less", None, None, "of a full build")
