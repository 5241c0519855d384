"""The labels of VNLegalText, a research set of State documents: references, and how the text relates to each.

A row is ``{"id", "text", "references": [{"start", "end", "text", "type", "rel", "depth"}]}``. What the set leaves
without a label (headlines, treaties, directives, Party documents, short forms) is no fault of an extraction that
finds it; a link is judged by the reference that its evidence fits best. The meaning is that of the scorer that
comes with the set, so the figures can be compared.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.evaluate.judge import judged_mention
from kg.evaluate.verdicts import Judged, Report, Verdict
from kg.pairing import Json

TYPES: Final = {
    "HP": "hien-phap", "BL": "bo-luat", "L": "luat", "PL": "phap-lenh", "NQ": "nghi-quyet", "NĐ": "nghi-dinh",
    "QĐ": "quyet-dinh", "TT": "thong-tu", "TTLT": "thong-tu-lien-tich",
}  # fmt: skip
RELATIONS: Final = {
    "CC": "basedOn", "DaC": "cites", "BTT": "replaces", "BTT1": "replaces", "HHL": "repeals", "HHL1": "repeals",
    "DSD": "amends", "DHD": "guides", "none": "",
}  # fmt: skip
_NUMBER: Final = re.compile(
    r"\d+[a-zđ]?(?:\.\d+)?\s*[/-]\s*(?:\d{4}\s*[/-]?\s*)?[A-ZĐÐ][\w&.-]*(?:\s*[/-]\s*[A-ZĐÐ][\w&-]*)*"
)
_NO_EDGE: Final = "no edge"


def is_vnlegaltext(path: str | Path) -> bool:
    """Whether a file is of this form, by its name: ``.jsonl`` or ``.jsonl.gz``."""
    return str(path).endswith((".jsonl", ".jsonl.gz"))


def load_labels(path: str | Path) -> list[dict[str, Any]]:
    """Reads a file of labelled texts.

    Raises:
        InputError: it is not of this form; the message names the line.
    """
    opener = gzip.open if str(path).endswith(".gz") else open
    rows: list[dict[str, Any]] = []
    at = 0
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                at += 1
                if not line.strip():
                    continue
                row = json.loads(line)
                rows.append({"id": str(row["id"]), "text": str(row["text"]), "references": list(row["references"])})
                for one in row["references"]:
                    _ = one["start"], one["end"], one["text"], TYPES[one["type"]], RELATIONS[one.get("rel") or "none"]
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        where = f"{path}, line {at}"
        reason = f"{type(error).__name__}: {error}"
        raise InputError(
            f"{where}: no row of labelled references ({reason})", code="labels-bad", path=str(path), line=at
        ) from error
    return rows


def evaluate_labels(outputs: Iterable[Json], labels: Iterable[Json]) -> Report:
    """Compares extraction output with labelled texts.

    Args:
        outputs: what ``kg extract --input jsonl`` prints; found by the part of ``source`` after ``#``.
        labels: rows of :func:`load_labels`.

    >>> text = "Căn cứ Nghị định số 61/2018/NĐ-CP;"
    >>> one = {"start": 7, "end": 33, "text": text[7:33], "type": "NĐ", "rel": "CC"}
    >>> report = evaluate_labels([], [{"id": "1", "text": text, "references": [one]}])
    >>> report.score("reference").missed, report.score("relation", "basedOn").missed
    (1, 1)
    """
    by_id = {str(output["source"]).rsplit("#", 1)[-1]: output for output in outputs}
    verdicts: list[Verdict] = []
    judged: list[Judged] = []
    for row in labels:
        output = by_id.get(row["id"], {})
        file, found = row["id"], output.get("mentions", [])
        references = [r for r in row["references"] if not r.get("depth") or r.get("rel") == "none"]
        for reference in references:
            have = _nearest(reference, found)
            verdicts += _reference(file, reference, have)
            if have is not None and "confidence" in have:
                judged.append(judged_mention(output, file, have, _is_right(reference, have)))
        linked = _linked(output, references)
        for i, reference in enumerate(references):
            if reference.get("rel") is not None:
                verdicts += _relation(file, reference, {r["predicate"] for r in linked[i]})
                judged += _judged_relations(file, reference, linked[i])
        for have in found:
            if not any(_meet(have, r) for r in row["references"]):
                verdicts.append(Verdict("unlabelled", "right", file, have["text"], start=have["start"]))
    return Report(tuple(verdicts), tuple(judged))


def _meet(a: Json, b: Json) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _apart(a: Json, b: Json) -> int:
    return int(abs(a["start"] - b["start"]) + abs(a["end"] - b["end"]))


def _nearest(reference: Json, found: Iterable[Json]) -> Json | None:
    hits = [m for m in found if _meet(m, reference)]
    return min(hits, key=lambda m: _apart(m, reference), default=None)


def _reference(file: str, reference: Json, have: Json | None) -> Iterator[Verdict]:
    start, text = reference["start"], reference["text"]
    kind = TYPES[reference["type"]]
    yield Verdict("reference", "right" if have else "missed", file, text, start=start, group=kind)
    if have is None:
        return
    exact = abs(have["start"] - start) <= 1
    detail = "" if exact else f"{start} ≠ {have['start']}"
    yield Verdict("exact", "right" if exact else "missed", file, text, start=start, detail=detail)
    right = have.get("type") == kind
    detail = "" if right else f"{kind} ≠ {have.get('type')}"
    yield Verdict("field", "right" if right else "missed", file, text, "type", start, detail=detail)
    number = _NUMBER.search(text)
    if number:
        right = _is_number(have, number.group())
        detail = "" if right else f"{number.group()} ≠ {have.get('number')}"
        yield Verdict("field", "right" if right else "missed", file, text, "number", start, detail=detail)


def _is_number(have: Json, printed: str) -> bool:
    wanted = _squeezed(printed)
    return _squeezed(have.get("number")) in (wanted, wanted.rstrip("-/"))


def _squeezed(number: str | None) -> str:
    return re.sub(r"[\s.]+", "", number or "").replace("Ð", "Đ").replace("–", "-").casefold()


def _is_right(reference: Json, have: Json) -> bool:
    number = _NUMBER.search(reference["text"])
    return have.get("type") == TYPES[reference["type"]] and (number is None or _is_number(have, number.group()))


def _linked(output: Json, references: list[Json]) -> list[list[Json]]:
    """The links of the text itself, each with the reference that its evidence fits best."""
    own = (output.get("document") or {}).get("id")
    linked: list[list[Json]] = [[] for _ in references]
    for r in output.get("relations", ()):
        over = [i for i, reference in enumerate(references) if _meet(r["evidence"], reference)]
        if own and r["subject"] == own and over:
            linked[min(over, key=lambda i: _apart(r["evidence"], references[i]))].append(r)
    return linked


def _relation(file: str, reference: Json, predicates: set[str]) -> Iterator[Verdict]:
    """One verdict for the label; a link of another kind is extra for that kind."""
    wanted = RELATIONS[reference["rel"]] or _NO_EDGE
    strong = predicates - {"cites"}
    given = "/".join(sorted(strong)) or ("cites" if predicates else _NO_EDGE)
    start, text = reference["start"], reference["text"]
    detail = "" if given == wanted else f"{wanted} ≠ {given}"
    outcome = "right" if given == wanted else "missed"
    yield Verdict("relation", outcome, file, text, wanted, start, detail=detail)  # type: ignore[arg-type]
    yield Verdict("label", outcome, file, text, wanted, start, detail=detail)  # type: ignore[arg-type]
    if given != wanted and given != _NO_EDGE:
        yield Verdict("relation", "extra", file, text, given, start, detail=detail)


def _judged_relations(file: str, reference: Json, links: list[Json]) -> Iterator[Judged]:
    wanted = RELATIONS[reference["rel"]]
    typed = any(r["predicate"] != "cites" for r in links)
    for r in links:
        if "confidence" in r and not (typed and r["predicate"] == "cites"):
            right = r["predicate"] == wanted
            frame = r.get("frame") or ""
            start = r["evidence"]["start"]
            yield Judged("relation", float(r["confidence"]), right, frame, r["predicate"], file, start)
