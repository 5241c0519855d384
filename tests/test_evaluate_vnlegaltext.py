"""Labelled references: the same figures as the scorer that comes with the set, and each fault where it belongs."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.analyse import analyse
from kg.contract import to_contract
from kg.errors import InputError
from kg.evaluate import Report, Score
from kg.evaluate.vnlegaltext import evaluate_labels, is_vnlegaltext, load_labels
from tests.shared import SHARED, needs_shared

TEXT = "Căn cứ Nghị định số 61/2018/NĐ-CP; bãi bỏ Luật Đất đai và Thông tư số 01/2016/TT-BNV, theo Hiến pháp."


def reference(text: str, type: str, rel: str | None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text, "type": type, "rel": rel, **more}


def found(row: dict[str, Any], type: str, number: str | None, **more: Any) -> dict[str, Any]:
    return {**{k: row[k] for k in ("start", "end", "text")}, "type": type, "number": number, **more}


def link(row: dict[str, Any], predicate: str, subject: str = "own") -> dict[str, Any]:
    evidence = {"start": row["start"], "end": row["end"]}
    return {"subject": subject, "predicate": predicate, "evidence": evidence, "confidence": 0.9, "frame": "f"}


DECREE = reference("Nghị định số 61/2018/NĐ-CP", "NĐ", "CC")
LAW = reference("Luật Đất đai", "L", "HHL")
CIRCULAR = reference("Thông tư số 01/2016/TT-BNV", "TT", "none")
INNER = reference("01/2016", "TT", "DSD", depth=1)
LABELS = [{"id": "7", "text": TEXT, "references": [DECREE, LAW, CIRCULAR, INNER]}]
MENTIONS = [
    found(DECREE, "nghi-dinh", "61/2018/NĐ-CP", confidence=0.98),
    found(LAW, "luat", None, confidence=0.8),
    found(CIRCULAR, "thong-tu", "01/2016/TT-BNV"),
]
LINKS = [link(DECREE, "basedOn"), link(DECREE, "cites"), link(LAW, "repeals"), link(CIRCULAR, "amends", "other")]


def report(mentions: list[dict[str, Any]] = MENTIONS, links: list[dict[str, Any]] = LINKS) -> Report:
    output = {"source": "x.jsonl#7", "document": {"id": "own"}, "mentions": mentions, "relations": links}
    return evaluate_labels([output], LABELS)


def test_all_right() -> None:
    made = report()
    assert made.misses == []
    assert made.score("reference") == Score(right=3)
    assert made.score("field", "number") == Score(right=2)
    assert made.score("label") == Score(right=3)  # "none": no link of the text itself
    assert made.score("relation", "repeals") == Score(right=1)


def test_each_fault() -> None:
    assert report(MENTIONS[1:]).score("reference") == Score(right=2, missed=1)
    assert report([{**MENTIONS[0], "type": "luat"}]).score("field", "type") == Score(missed=1)
    assert report([{**MENTIONS[0], "number": "61/2018/QĐ-CP"}]).score("field", "number") == Score(missed=1)
    assert report([{**MENTIONS[0], "start": DECREE["start"] + 10}]).score("exact") == Score(missed=1)
    wrong = report(links=[link(DECREE, "guides"), *LINKS[2:]])
    assert wrong.score("relation", "basedOn") == Score(missed=1)
    assert wrong.score("relation", "guides") == Score(extra=1)
    assert any("basedOn ≠ guides" in line for line in wrong.miss_lines("en"))
    unasked = report(links=[*LINKS, link(CIRCULAR, "replaces")])
    assert unasked.score("relation", "no edge") == Score(missed=1)
    assert unasked.score("relation", "replaces") == Score(extra=1)
    assert report(links=LINKS[:2]).score("relation", "repeals") == Score(missed=1)


def test_what_has_no_label_is_counted_but_not_wrong() -> None:
    constitution = {"start": TEXT.index("Hiến"), "end": len(TEXT) - 1, "text": "Hiến pháp", "type": "hien-phap"}
    made = report([*MENTIONS, constitution])
    assert made.score("unlabelled") == Score(right=1)
    assert made.misses == []


def test_confidences_are_judged() -> None:
    rows = report([{**MENTIONS[0], "number": "1/NĐ"}, MENTIONS[1]], [link(DECREE, "basedOn"), link(LAW, "cites")]).judged
    assert sorted((one.kind, one.confidence, one.right) for one in rows) == [
        ("mention", 0.8, True), ("mention", 0.98, False), ("relation", 0.9, False), ("relation", 0.9, True),
    ]  # fmt: skip


def test_files_are_read_packed_or_not(tmp_path: Path) -> None:
    line = json.dumps(LABELS[0], ensure_ascii=False)
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(line + "\n\n", encoding="utf-8")
    packed.write_bytes(gzip.compress(line.encode()))
    assert load_labels(plain) == load_labels(packed)
    assert is_vnlegaltext(plain)
    assert is_vnlegaltext(packed)
    assert not is_vnlegaltext(tmp_path)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', json.dumps({**LABELS[0], "references": [{**DECREE, "type": "XX"}]})]
)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(LABELS[0]) + "\n" + line, encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.jsonl, line 2: ") as error:
        load_labels(path)
    assert error.value.code == "labels-bad"
    with pytest.raises(InputError):
        load_labels(tmp_path / "absent.jsonl")


@pytest.mark.parametrize("part", ["documents_dev", "sentences_dev"])
class TestReference:
    pytestmark = needs_shared

    def test_figures_are_those_of_the_scorer_beside_the_set(self, part: str) -> None:
        path = SHARED / "gold" / "vnlegaltext" / f"{part}.jsonl.gz"
        labels = load_labels(path)
        outputs = [to_contract(analyse(row["text"], source=f"x#{row['id']}")) for row in labels]
        lines = "\n".join(json.dumps(output, ensure_ascii=False) for output in outputs)
        script = SHARED / "gold" / "score_vnlt.py"
        done = subprocess.run([sys.executable, script, path], input=lines, capture_output=True, text=True, check=True)
        wanted = {name.strip(): (int(a), int(b)) for name, a, b in re.findall(r"(?m)^(.+?) [\d.]+ \((\d+) of (\d+)\)", done.stdout)}
        made = evaluate_labels(outputs, labels)
        names = {"references found": ("reference",), "start exact": ("exact",), "type right": ("field", "type"),
                 "number right": ("field", "number"), "relation accuracy": ("label",)}  # fmt: skip
        assert len(wanted) == (5 if part == "documents_dev" else 4)
        for name, (right, total) in wanted.items():
            assert made.score(*names[name]) == Score(right=right, missed=total - right), name
