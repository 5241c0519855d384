"""Gold: what a reader has marked in a text, as JSON files; their form is in ``data/README.md``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.models import PREDICATES, STRENGTHS
from kg.pairing import THIS, is_number_of, named

_LISTS: Final = ("mentions", "relations", "never", "conflicts")


def load_gold(path: str | Path) -> list[dict[str, Any]]:
    """Reads gold: one JSON object a file, of a folder with all its subfolders, sorted by path.

    Args:
        path: a folder, or one file.

    Returns:
        The gold texts. ``text`` is in those that carry their own text.

    Raises:
        InputError: nothing there, no JSON, a key is missing or wrong; the message names the file.
    """
    root = Path(path)
    files = sorted(root.rglob("*.json")) if root.is_dir() else [root]
    if not files:
        message = f"no gold in {root}: a folder of .json files is needed"
        raise InputError(message, code="gold-none", path=str(root))
    gold: list[dict[str, Any]] = []
    for file in files:
        try:
            value = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = f"{file}: not readable as JSON ({error})"
            raise InputError(message, code="gold-bad", path=str(file)) from error
        wrong = _wrong(value)
        if not wrong and any(value["file"] == other["file"] for other in gold):
            wrong = f"'{value['file']}' has gold twice"
        if wrong:
            raise InputError(f"{file}: {wrong}", code="gold-bad", path=str(file))
        gold.append(value)
    return gold


def _wrong(gold: Any) -> str:
    """What is wrong with a gold text, in one line; empty when nothing is."""
    if not isinstance(gold, dict):
        return "an object is needed"
    if not isinstance(gold.get("file"), str) or not isinstance(gold.get("document"), dict):
        return "'file' (a name) and 'document' (an object) are needed"
    for key in _LISTS:
        if not isinstance(gold.get(key), list) or not all(isinstance(row, dict) for row in gold[key]):
            return f"'{key}' must be a list of objects"
    for i, mention in enumerate(gold["mentions"]):
        lacking = {"start", "end", "text", "type", "number", "date", "issuer"} - mention.keys()
        if lacking:
            return f"mention {i} lacks {', '.join(sorted(lacking))}"
        span = slice(mention["start"], mention["end"])
        if "text" in gold and gold["text"][span] != mention["text"]:
            return f"mention {i}: the text at {span.start} is not '{mention['text']}'"
    for link in (*gold["relations"], *gold.get("allowed", ()), *gold["never"]):
        if not {"subject", "predicate", "object"} <= link.keys():
            return "a link needs 'subject', 'predicate', 'object'"
        if link["predicate"] not in (*PREDICATES, "same-as"):
            return f"unknown predicate '{link['predicate']}'"
        for end in (link["subject"], link["object"]):
            if end != THIS and not is_number_of(end, gold["document"]) and not named(end, gold["mentions"]):
                return f"'{end}' is neither the document nor one of its mentions"
    if any(link.get("strength") not in STRENGTHS for link in gold["relations"]):
        return f"a relation needs a strength: {', '.join(STRENGTHS)}"
    return ""
