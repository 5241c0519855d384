"""The command ``kg eval``: what it prints of gold, of saved output, of random results."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import run
from kg.console import Screen, language

TEXT = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.\r\n"
PLAN = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/KH-UBND\n\nKẾ HOẠCH"
GOLD = {
    "file": "a.txt",
    "document": {"type": None, "number": None, "date": None, "issuer": None},
    "mentions": [
        {
            "start": 10, "end": 46, "text": "Chỉ thị số 33/CT-TTg ngày 26/11/2021", "type": "chi-thi",
            "number": "33/CT-TTg", "date": "2021-11-26", "issuer": "thu-tuong-chinh-phu",
        }
    ],
    "relations": [], "never": [], "conflicts": [],
}  # fmt: skip


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Kg = Callable[..., Ran]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.delenv("KG_DEBUG", raising=False)

    def go(*words: object) -> Ran:
        given = [str(word) for word in words]
        screen = Screen(language(given, os.environ), io.StringIO(), io.StringIO())
        status = run(given, screen)
        return Ran(status, screen.out.getvalue(), screen.err.getvalue())  # type: ignore[attr-defined]

    return go


def put(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_bytes(text.encode())
    return path


def test_eval_of_gold_that_carries_its_text(ran: Kg, tmp_path: Path) -> None:
    gold = put(tmp_path / "gold" / "a.json", {**GOLD, "text": TEXT}).parent
    found = ran("eval", gold)
    assert (found.status, found.err) == (0, "")
    assert re.search(r"viện dẫn có số +1\.000 +1\.000 +1\.000", found.out)
    assert re.search(r"mention with a number +1\.000", ran("--lang", "en", "eval", gold).out)
    assert json.loads(ran("eval", gold, "--json").out)["numbered"]["f1"] == 1.0


def test_eval_finds_texts_beside_the_gold_or_where_it_is_told(ran: Kg, tmp_path: Path) -> None:
    gold = put(tmp_path / "gold" / "set" / "a.json", GOLD).parent
    absent = ran("eval", gold)
    assert absent.status == 2
    assert "không thấy văn bản của mẫu này" in absent.err
    put(tmp_path / "elsewhere" / "a.txt", TEXT)
    assert ran("eval", gold, "--texts", tmp_path / "elsewhere").status == 0
    put(tmp_path / "set" / "a.txt", TEXT)
    assert ran("eval", gold).status == 0
    assert ran("eval", tmp_path / "gold").status == 0


def test_eval_of_saved_output_with_its_misses(ran: Kg, tmp_path: Path) -> None:
    gold = put(tmp_path / "gold" / "a.json", GOLD).parent
    other = {**GOLD, "source": "x/a.txt", "mentions": [], "documents": []}
    saved = put(tmp_path / "out.jsonl", other)
    found = ran("eval", gold, "--outputs", saved, "--errors")
    assert "a.txt:10: sót, viện dẫn có số: Chỉ thị số 33/CT-TTg ngày 26/11/2021" in found.out
    value = json.loads(ran("eval", gold, "--outputs", saved, "--errors", "--json", "--lang", "en").out)
    assert value["numbered"]["recall"] == 0
    assert any(line.startswith("a.txt:10: missed") for line in value["misses"])
    broken = ran("eval", gold, "--outputs", put(tmp_path / "no.jsonl", "{"))
    assert (broken.status, broken.err.count("\n")) == (2, 1)
    assert "không phải kết quả của kg extract" in broken.err


def test_misses_are_shown_in_their_sentence(ran: Kg, tmp_path: Path) -> None:
    wrong = {**GOLD, "text": TEXT, "mentions": [{**GOLD["mentions"][0], "issuer": "chinh-phu"}]}  # type: ignore[index]
    found = ran("--lang", "en", "eval", put(tmp_path / "a.json", wrong), "--errors")
    fault, context = found.out.splitlines()[-2:]
    assert fault.endswith("field of a mention (issuer): Chỉ thị số 33/CT-TTg ngày 26/11/2021: chinh-phu ≠ thu-tuong-chinh-phu")
    assert context.rstrip() == "    Thực hiện «Chỉ thị số 33/CT-TTg ngày 26/11/2021» của Thủ tướng Chính phủ."


def test_details_add_types_frames_and_confidence(ran: Kg, tmp_path: Path) -> None:
    own = {"type": "ke-hoach", "number": "12/KH-UBND", "date": None, "issuer": None}
    gold = put(tmp_path / "a.json", {**GOLD, "document": own, "text": f"{PLAN}\n\n{TEXT}", "mentions": []})
    short, long = ran("eval", gold).out, ran("eval", gold, "--details").out
    assert long.startswith(short)
    for words in ("Viện dẫn theo loại", "chi-thi", "Quan hệ theo khung", "opening", "Độ tin cậy của quan hệ"):
        assert words in long
        assert words not in short


def test_save_and_compare(ran: Kg, tmp_path: Path) -> None:
    gold = put(tmp_path / "gold" / "a.json", {**GOLD, "text": TEXT}).parent
    saved = tmp_path / "now.jsonl"
    assert ran("eval", gold, "--save", saved).status == 0
    assert ran("eval", gold, "--compare", saved, "--lang", "en").out == "gains 0, losses 0 (0 texts)\n"
    older = json.loads(saved.read_text(encoding="utf-8"))
    older["mentions"] = []
    before = put(tmp_path / "before.jsonl", older)
    said = ran("eval", gold, "--compare", before, "--lang", "en").out.splitlines()
    assert said == ["+ a.txt:10: missed, mention with a number: Chỉ thị số 33/CT-TTg ngày 26/11/2021",
                    "gains 1, losses 0 (1 texts)"]  # fmt: skip
    assert ran("eval", gold, "--outputs", before, "--compare", saved).out.startswith("- a.txt:10: sót")
    changes = json.loads(ran("eval", gold, "--compare", before, "--json").out)["changes"]
    assert [(row["file"], len(row["gains"]), row["losses"]) for row in changes] == [("a.txt", 1, [])]
    assert ran("eval", gold, "--save", tmp_path).status == 2


def test_labelled_references_are_gold_too(ran: Kg, tmp_path: Path) -> None:
    one = {"start": 7, "end": 33, "text": "Nghị định số 61/2018/NĐ-CP", "type": "NĐ", "rel": "CC", "depth": 0}
    text = "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;"
    row = {"id": 4, "text": text, "references": [one]}
    labels = put(tmp_path / "set.jsonl", row)
    made = json.loads(ran("eval", labels, "--json").out)
    assert made["reference"]["recall"] == made["label"]["recall"] == 1.0
    gold = put(tmp_path / "gold" / "a.json", {**GOLD, "text": TEXT})
    both = json.loads(ran("eval", gold, labels, "--json").out)
    assert both["reference"]["right"] == both["numbered"]["right"] == 1
    assert ran("eval", labels, labels).status == 2
    bad = ran("eval", put(tmp_path / "bad.jsonl", "{}"))
    assert (bad.status, bad.err.count("\n")) == (2, 1)
    assert "bad.jsonl, dòng 1: không phải dòng nhãn viện dẫn" in bad.err


def test_a_sample_to_read(ran: Kg, tmp_path: Path) -> None:
    for n in range(1, 9):
        put(tmp_path / f"{n}.txt", f"{PLAN}\n\nThực hiện Chỉ thị số {n}/CT-TTg, xem Hợp đồng số 0{n}/2022/HĐ-SNV.")
    found = ran("eval", "--sample", "relations", "-n", "3", "--seed", "5", tmp_path)
    assert found.status == 0
    assert found.out.count("—implements→ chi-thi") == 3
    assert found.out.count("«Chỉ thị số") == 3
    assert found.err == "3 mục, seed 5\n"
    rows = json.loads(ran("eval", "--sample", "mentions", "-n", "5", tmp_path, "--json").out)
    assert [(row["kind"], bool(row["target"])) for row in rows] == [("mentions", True)] * 5
    assert ran("eval", "--sample", "outside", "-n", "50", tmp_path).out.count("/2022/HĐ-SNV»") == 8
    nothing = ran("eval", "--sample", "outside", put(tmp_path / "empty" / "a.txt", "không có số nào"))
    assert (nothing.status, nothing.out) == (1, "")
    assert ran("eval", "--sample", "relations", "--predicate", "foo", tmp_path).status == 2
