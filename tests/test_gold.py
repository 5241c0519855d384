"""Figures on the hand-made gold do not fall: our own samples and texts always, the reference texts where they lie beside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.contract import to_contract
from kg.evaluate import Report
from kg.evaluate.inputs import extracted, load
from kg.read import read_path
from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[1]
SEEDS = SHARED / "seeds"


@pytest.fixture(scope="module")
def seeds():
    out = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = read_path(path)
        out.append(to_contract(kg.extract(text.text, source=path.name)))
    return out


class TestSeeds:
    pytestmark = needs_shared

    def test_the_reference_scorer(self, seeds):
        """The published scorer, run as its own help says, on what the contract form prints."""
        done = subprocess.run(
            [sys.executable, str(SHARED / "gold" / "score.py"), str(SHARED / "gold" / "seeds")], capture_output=True, text=True,
            encoding="utf-8", check=True, input="\n".join(json.dumps(o, ensure_ascii=False) for o in seeds),
        )
        lines = {line[:34].strip(): line for line in done.stdout.splitlines()}

        def figure(name, key):
            words = lines[name].split()
            return float(words[words.index(key) + 1])

        assert figure("mentions with a number", "F1") >= 0.99
        assert figure("mentions by name", "R") >= 0.93
        for field, floor in (("field type", 0.99), ("field date", 0.98), ("field issuer", 0.96)):
            assert float(lines[field].split()[2]) >= floor, lines[field]
        assert "(9 of 9)" in lines["the document itself"]
        assert figure("relations stated", "F1") >= 0.95
        assert figure("relations by heading or footnote", "R") >= 0.95
        assert "2 of 2" in lines["conflicts reported"]
        assert lines["things that must never be"].split()[-1] == "0"

    def test_questions_on_the_graph(self, tmp_path):
        g = kg.build([SEEDS])
        plans = {a.document.number: a for a in g.query("implements", "Chỉ thị 33/CT-TTg", type="Kế hoạch")}
        assert {"664/KH-UBND", "876/KH-UBND", "33/KH-UBND"} <= set(plans)
        assert all(e.strength == "footnote" for e in plans["664/KH-UBND"].evidence)
        stated = g.query("implements", "49-CT/TW", transitive=True)
        assert {"34-KH/TU", "21/KH-UBND"} <= {a.document.number for a in stated}
        assert [a.document.number for a in g.query("replaces", "71/1998/NĐ-CP")] == ["04/2013/NĐ-CP"]


def score(*folders: Path) -> Report:
    gold = load(folders)
    return gold.score(extracted(gold))


@pytest.mark.parametrize("name", ["samples", "texts/dev"])
def test_own_gold(name):
    """What rules are written against; ``texts/test`` is only measured, and stands in ``docs/accuracy.md``."""
    report = score(ROOT / "data" / "gold" / name)
    numbered, relations, pinpoints = (report.score(m) for m in ("numbered", "relation", "pinpoint"))
    assert numbered.precision >= 0.98
    assert numbered.recall >= 0.98
    assert report.score("named").recall >= 0.95
    for field, floor in (("type", 0.99), ("date", 0.97), ("issuer", 0.95)):
        assert report.score("field", field).recall >= floor, field
    assert relations.precision >= 0.95
    assert relations.recall >= 0.9
    assert pinpoints.f1 is None or pinpoints.f1 >= 0.97
    assert report.score("joined").recall >= 0.97
    assert report.score("apart").recall >= 0.99
    assert report.score("never").recall >= 0.998


class TestVNLegalText:
    pytestmark = needs_shared

    def test_sentences(self):
        report = score(SHARED / "gold" / "vnlegaltext" / "sentences_dev.jsonl.gz")
        assert report.score("reference").recall >= 0.975
        assert report.score("field", "type").recall >= 0.99
        assert report.score("field", "number").recall >= 0.985

    def test_documents(self):
        report = score(SHARED / "gold" / "vnlegaltext" / "documents_dev.jsonl.gz")
        assert report.score("reference").recall >= 0.98
        assert report.score("label").recall >= 0.95
        for predicate in ("amends", "replaces", "repeals"):
            assert report.score("relation", predicate).f1 >= 0.85, predicate
