"""Gold from marked text: ``python -m bench.gold case.txt -o data/gold/texts/dev``.

Nobody should count offsets. A case is written as text with marks, and this writes its JSON (``data/README.md``)::

    ### d41_short-name
    case: what is hard about it
    own: quyet-dinh | 12/QĐ-UBND | 2024-03-05 | uy-ban-nhan-dan-tinh-son-la | Sơn La
    @N: nghi-dinh | 30/2020/NĐ-CP | 2020-03-05 | chinh-phu
    @L: luat | - | 2015 | quoc-hoi | 77/2015/QH13
    text:
    Theo khoản 2 Điều 5 [[N:Nghị định số 30/2020/NĐ-CP|d5.k2]] ngày 05/3/2020; [[N:Nghị định nói trên]]
    dẫn chiếu [[L:Luật Tổ chức chính quyền địa phương năm 2015]].
    end
    this basedOn N
    this repeals L partial d5.k2
    allow: this cites L
    never: N amends this : direction
    conflict: 30/2020/NĐ-CP date 2020-03-05, 2020-03-06

``@NAME`` describes a document: type, number, date, issuer, and for one named only by its title the number that it is
known to have; ``-`` is null. ``[[NAME:words|provisions]]`` marks a mention; a date at its end stays outside the span.
Provisions are ``d`` Điều, ``k`` khoản, ``p`` điểm, ``m`` mục, ``c`` chương, ``f`` phần, ``l`` phụ lục, joined by dots,
several by commas. After ``end`` stand the links: subject, predicate, object, and where they apply ``heading`` or
``footnote``, ``partial`` or ``whole``, provisions.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.models import STRENGTHS

LEVELS = {
    "l": "phu_luc", "f": "phan", "c": "chuong", "m": "muc", "d": "dieu", "k": "khoan", "p": "diem",
}  # fmt: skip
_MARK = re.compile(r"(\[\[\w+:|\|[\w.,]*\]\]|\]\])")
_DAY = re.compile(r"\s*,?\s*\(?ng[àa]y\s.*$", re.DOTALL | re.IGNORECASE)


def parse(block: str) -> dict[str, Any]:
    """One case as gold.

    Raises:
        ValueError: a line or a mark is not understood.
    """
    head, _, rest = block.partition("\ntext:\n")
    body, _, tail = rest.rpartition("\nend")
    name, *lines = head.splitlines()
    own: dict[str, Any] = {}
    documents: dict[str, dict[str, Any]] = {}
    case = ""
    for line in filter(str.strip, lines):
        key, _, value = line.partition(":")
        cells = [None if (cell := part.strip()) in ("", "-") else cell for part in value.split("|")]
        if key == "case":
            case = value.strip()
        elif key == "own":
            own = dict(zip(("type", "number", "date", "issuer", "locality"), cells, strict=True))
        elif key.startswith("@"):
            row = dict(zip(("type", "number", "date", "issuer", "resolves"), [*cells, None][:5], strict=True))
            documents[key[1:].strip()] = row
        else:
            raise ValueError(f"{name.strip()}: {line!r} is not understood")
    documents["this"] = {**{k: own[k] for k in ("type", "number", "date", "issuer")}, "resolves": None}
    text, marks = _marked(body + "\n", name)
    names = _names(text, documents, marks, name)
    links = [_link(line, names) for line in tail.splitlines() if line.strip()]
    return {
        "file": f"{name.strip()}.txt", "case": case, "text": text, "complete": True, "document": own,
        "mentions": [_mention(text, mark, documents[mark[2]], names[mark[2]]) for mark in marks],
        "relations": [row for kind, row in links if kind == "link"],
        **({"allowed": allowed} if (allowed := [row for kind, row in links if kind == "allow"]) else {}),
        "never": [row for kind, row in links if kind == "never"],
        "conflicts": [row for kind, row in links if kind == "conflict"],
    }  # fmt: skip


def _marked(body: str, name: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The text without marks; start, end, document and provisions of each mention."""
    text, open_, marks = "", list[tuple[str, int]](), list[tuple[int, int, str, str]]()
    for token in _MARK.split(body):
        if token.startswith("[["):
            open_.append((token[2:-1], len(text)))
        elif token.endswith("]]") and open_:
            label, start = open_.pop()
            day = _DAY.search(text, start)
            end = day.start() if day and day.start() > start else len(text)
            marks.append((start, end, label, token[1:-2] if token.startswith("|") else ""))
        else:
            text += token
    if open_ or "]]" in text:
        raise ValueError(f"{name.strip()}: a mark is not closed")
    return text, sorted(marks, key=lambda mark: (mark[0], -mark[1]))


def _names(
    text: str, documents: dict[str, dict[str, Any]], marks: list[tuple[int, int, str, str]], name: str
) -> dict[str, str]:
    """What each document is called in gold: its number, with the date where several share it, or its title."""
    shared = Counter(row["number"] for row in documents.values())
    out = {"this": "this"}
    for label, row in documents.items():
        if label == "this":
            continue
        words = next((text[start:end] for start, end, marked, _ in marks if marked == label), None)
        if words is None:
            raise ValueError(f"{name.strip()}: {label} is described but not marked")
        several = [other for other in documents.values() if other["number"] == row["number"]]
        by_date = len({other["date"] for other in several}) == len(several)
        if row["number"] is None:
            out[label] = " ".join(words.split())
        elif shared[row["number"]] == 1:
            out[label] = row["number"]
        else:
            out[label] = f"{row['number']}@{row['date'] if by_date else row['issuer']}"
    return out


def _mention(text: str, mark: tuple[int, int, str, str], document: dict[str, Any], name: str) -> dict[str, Any]:
    start, end, _, cited = mark
    words = text[start:end]
    row = {"start": start, "end": end, "text": words, **{k: document[k] for k in ("type", "number", "date", "issuer")}}
    if document["number"] and not any(c.isdigit() for c in words):
        row["kind"] = "back"
    row |= {"pinpoints": provisions(cited), "target": name}
    return row | ({"resolves": document["resolves"]} if document["resolves"] else {})


def provisions(short: str) -> list[dict[str, str]]:
    """Provisions from their short form.

    >>> provisions("d5.k2.pa,d7")
    [{'dieu': '5', 'khoan': '2', 'diem': 'a'}, {'dieu': '7'}]
    >>> provisions("mii.p2.1")
    [{'muc': 'ii', 'diem': '2.1'}]
    """
    out = []
    for one in filter(None, short.split(",")):
        levels = {LEVELS[part[0]]: part[1:] for part in re.split(r"\.(?=[a-z])", one.strip())}
        out.append({level: levels[level] for level in LEVELS.values() if level in levels})
    return out


def _link(line: str, names: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """A line after ``end``: its kind and its row."""
    kind, _, rest = line.partition(": ")
    if kind == "conflict":
        number, field, values = rest.split(None, 2)
        return kind, {"number": number, "field": field, "values": [v.strip() for v in values.split(",")]}
    if kind not in ("allow", "never"):
        kind, rest = "link", line
    rest, _, why = rest.partition(" : ")
    subject, predicate, object_, *more = rest.split()
    row: dict[str, Any] = {"subject": names[subject], "predicate": predicate, "object": names[object_]}
    if kind == "never":
        return kind, row | {"why": why.strip()}
    if kind == "link":
        row["strength"] = "stated"
        for word in more:
            if word in STRENGTHS:
                row["strength"] = word
            elif word in ("partial", "whole"):
                row["scope"] = "partial" if word == "partial" else None
            else:
                row["provisions"] = provisions(word)
    return kind, row


def cases(source: str) -> Iterator[dict[str, Any]]:
    """Every case of a file."""
    for block in re.split(r"(?m)^### ", source)[1:]:
        yield parse(block)


def main(argv: list[str] | None = None) -> int:
    """Writes one JSON file a case."""
    parser = argparse.ArgumentParser(prog="python -m bench.gold", description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder of the gold")
    options = parser.parse_args(argv)
    options.output.mkdir(parents=True, exist_ok=True)
    for file in options.files:
        for gold in cases(file.read_text(encoding="utf-8")):
            path = options.output / f"{Path(gold['file']).stem}.json"
            path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            print(f"{path}: {len(gold['mentions'])} mentions, {len(gold['relations'])} links")
    return 0


if __name__ == "__main__":
    sys.exit(main())
