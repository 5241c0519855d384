"""The tables of ``docs/accuracy.md``, measured now: ``python -m bench.accuracy``.

Sets beside the checkout that are absent are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kg.evaluate import Report, Score
from kg.evaluate.calibration import reliability
from kg.evaluate.inputs import extracted, load
from kg.models import PREDICATES

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "data" / "gold"
SHARED = ROOT.parent / "shared" / "gold"
OWN = {"texts/test": GOLD / "texts" / "test", "texts/dev": GOLD / "texts" / "dev", "samples": GOLD / "samples"}
SEEDS = {"seeds": SHARED / "seeds"}
LABELS = {name: SHARED / "vnlegaltext" / f"{name}.jsonl.gz" for name in ("documents_dev", "sentences_dev")}
MEASURES = (
    ("mention with a number", "numbered", None, True), ("mention by name", "named", None, False),
    ("short back-reference", "back", None, False), ("type of a mention", "field", "type", False),
    ("date of a mention", "field", "date", False), ("issuer of a mention", "field", "issuer", False),
    ("no date guessed", "undated", None, False), ("number of a named law", "resolved", None, False),
    ("provision cited", "pinpoint", None, True), ("one document, joined", "joined", None, False),
    ("two documents, kept apart", "apart", None, False), ("the text itself, all fields", "identity", None, False),
    ("typed relations", "relation", None, True),
    *((f"— {predicate}", "relation", predicate, True) for predicate in PREDICATES),
    ("partial effect, provisions", "scope", None, False), ("conflicts reported", "conflict", None, True),
    ("things that must never be: avoided", "never", None, False),
)  # fmt: skip
LABELLED = (
    ("references found", "reference", None, False), ("start exact", "exact", None, False),
    ("type right", "field", "type", False), ("number right", "field", "number", False),
    ("relation right", "label", None, False),
    *((f"— {predicate}, F1", "relation", predicate, True) for predicate in PREDICATES),
)  # fmt: skip


def cell(score: Score, two_sided: bool) -> str:
    """One figure with its counts; an empty cell where nothing was to be found."""
    if score == Score():
        return ""
    wanted = score.right + score.missed
    if not two_sided:
        return f"{score.recall:.3f} ({score.right} of {wanted})"
    ratios = " / ".join("–" if one is None else f"{one:.3f}" for one in (score.precision, score.recall, score.f1))
    return f"{ratios} ({wanted})"


def table(reports: dict[str, Report], rows: Sequence[tuple[str, str, str | None, bool]]) -> list[str]:
    """A table in Markdown: a row a measure, a column a set."""
    out = ["| measure | " + " | ".join(reports) + " |", "| --- |" + " ---: |" * len(reports)]
    for label, measure, key, two_sided in rows:
        cells = [cell(report.score(measure, key), two_sided) for report in reports.values()]
        if any(cells):
            out.append(f"| {label} | " + " | ".join(cells) + " |")
    return out


def confidence(report: Report) -> list[str]:
    """Stated confidence beside truth."""
    out = ["| | from | to | results | stated | right | gap |", "| --- |" + " ---: |" * 6]
    for kind, word in (("mention", "mentions"), ("relation", "links")):
        for one in reliability(report.judged, kind):
            gap = one.share - one.stated
            shares = f"{one.low:.3f} | {one.high:.3f} | {one.count} | {one.stated:.3f} | {one.share:.3f} | {gap:+.3f}"
            out.append(f"| {word} | {shares} |")
    return out


def measured(sets: dict[str, Path]) -> dict[str, Report]:
    """The reports on the sets that are there, named with the number of texts."""
    out = {}
    for name, path in sets.items():
        if path.exists():
            gold = load([path])
            out[f"{name} ({len(gold.gold) + len(gold.labels):,})"] = gold.score(extracted(gold))
    return out


def main() -> int:
    """Prints every table."""
    own = measured(OWN)
    print(*table(own, MEASURES), "", *confidence(next(iter(own.values()))), sep="\n")
    for sets, rows in ((SEEDS, MEASURES), (LABELS, LABELLED)):
        if reports := measured(sets):
            print("", *table(reports, rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
