"""Counts anew what is right and wrong by way of reading: ``python -m bench.calibrate`` writes ``confidence.csv``.

Counted are the gold that rules are written against, the labels of VNLegalText, the results of random samples that
were read and judged (``data/gold/read``), as far as the extraction still gives them, and what was right and wrong of
the texts of ``first_sight.csv`` when they were first read, before a rule was written with them in view: of the newest
rounds, since what older ones showed has been mended, save of rare readings. Other verdicts on ``texts/test`` are not
among them. Rows of a source whose texts are not at hand stay as they are.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.analyse import analyse
from kg.confidence import COLUMNS, KINDS, OPEN
from kg.evaluate.calibration import counts
from kg.evaluate.inputs import extracted, load
from kg.evaluate.sample import Item, items_of
from kg.evaluate.verdicts import Judged
from kg.read import Text, iter_inputs

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TABLE = ROOT / "data" / "registry" / "confidence.csv"
READ = ROOT / "data" / "gold" / "read"
GOLD = "own gold: texts/dev and samples"
SEEDS = "gold of four reports and plans"
LABELS = "VNLegalText development set"
FIRST = "own gold at first sight"
FIRST_SIGHT = READ / "first_sight.csv"
NEWEST = 3
"""So many rounds at first sight are counted …"""
FEW = 50
"""… and all rounds of a way of reading mentions that has fewer results in the newest."""
SEEN = (GOLD, SEEDS, LABELS)


def of_gold(paths: Sequence[Path]) -> tuple[Judged, ...]:
    """Verdicts on the extraction of gold."""
    gold = load(paths)
    return gold.score(extracted(gold)).judged


def at_first_sight(table: Path) -> tuple[Judged, ...]:
    """Verdicts of the newest rounds, as they were when the texts were opened."""
    with open(table, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    newest = sorted({int(row["round"]) for row in rows})[-NEWEST:]
    many = Counter((row["kind"], row["group"]) for row in rows if int(row["round"]) in newest)
    return tuple(
        Judged(row["kind"], 0.0, row["right"] == "yes", row["group"], row["part"], row["file"], int(row["start"]))
        for row in rows
        if int(row["round"]) in newest or (row["kind"] == "mention" and many[row["kind"], row["group"]] < FEW)
    )


def wrong_labels(path: Path) -> set[tuple[str, str, int]]:
    """Labels of the set that a reader of the text cannot follow: kind, text and place."""
    with open(path, encoding="utf-8", newline="") as rows:
        return {(row["kind"], row["source"], int(row["start"])) for row in csv.DictReader(rows)}


def of_reading(table: Path, texts: Iterable[Text]) -> Iterator[Judged]:
    """Verdicts of a person on results, as far as the same is still said at the same place."""
    with open(table, encoding="utf-8", newline="") as rows:
        verdicts = {
            (row["kind"], row["source"], int(row["start"]), int(row["end"]), row["said"]): row["right"] == "yes"
            for row in csv.DictReader(rows)
        }
    wanted = {source for _, source, *_ in verdicts}
    for text in texts:
        name = text.source.rsplit("#", 1)[-1]
        if name not in wanted:
            continue
        one = analyse(text.text, source=name)
        for kind, what in (("mention", "mentions"), ("relation", "relations")):
            for item in items_of(one, what):  # type: ignore[arg-type]
                right = verdicts.get((kind, name, item.start, item.end, item.said))
                if right is not None:
                    yield _judged(kind, item, right)


def _judged(kind: str, item: Item, right: bool) -> Judged:
    said = item.facts
    if kind == "relation":
        group, part = said["frame"], said["predicate"]
    else:
        group, part = said["reading"], OPEN if str(said["target"] or "ref_").startswith("ref_") else ""
    return Judged(kind, said["confidence"], right, group, part, item.source, item.start)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def table(found: dict[str, list[Judged]], old: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of the registry: those counted anew, and those of other sources as they were."""
    rows = [
        dict(zip(COLUMNS, (*key, str(count.right), str(count.wrong), _yes(source in SEEN), source, "S"), strict=True))
        for source, judged in found.items()
        for key, count in counts(judged).items()
    ]
    rows += [row for row in old if row["source"] not in found]
    return sorted(rows, key=lambda row: (KINDS.index(row["kind"]), row["group"], row["part"], row["source"]))  # type: ignore[arg-type]


def main() -> int:
    """Writes the table."""
    gold = [ROOT / "data" / "gold" / name for name in ("texts/dev", "samples")]
    first = at_first_sight(FIRST_SIGHT)
    known = {one.file for one in first}
    found = {GOLD: [one for one in of_gold(gold) if one.file not in known], FIRST: list(first)}
    if (SHARED / "gold" / "seeds").is_dir():
        found[SEEDS] = list(of_gold([SHARED / "gold" / "seeds"]))
    labels = sorted((SHARED / "gold" / "vnlegaltext").glob("*.jsonl.gz"))
    if labels:
        wrong = wrong_labels(READ / "vnlegaltext_wrong.csv")
        found[LABELS] = [one for one in of_gold(labels) if (one.kind, one.file, one.start) not in wrong]
    for verdicts in sorted(READ.glob("*.csv")):
        corpus = SHARED / "corpora" / f"{verdicts.stem}.jsonl.gz"
        if corpus.is_file():
            texts = (text for text in iter_inputs([corpus]) if isinstance(text, Text))
            found[f"random results read: {verdicts.name}"] = list(of_reading(verdicts, texts))
    with open(TABLE, encoding="utf-8", newline="") as old:
        rows = table(found, list(csv.DictReader(old)))
    with open(TABLE, "w", encoding="utf-8", newline="") as new:
        writer = csv.DictWriter(new, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for source, judged in found.items():
        right = sum(one.right for one in judged)
        print(f"{source}: {len(judged)} results, {right} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
