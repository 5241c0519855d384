"""What is scored: the extraction of the texts that gold is about, or output that was saved before."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.analyse import analyse
from kg.build import analyse_text
from kg.contract import to_contract
from kg.errors import InputError
from kg.evaluate import Report, evaluate
from kg.evaluate.vnlegaltext import evaluate_labels, is_vnlegaltext, load_labels
from kg.gold import load_gold
from kg.law_titles import law_by_title
from kg.models import Analysis
from kg.pairing import Json
from kg.read import read_path


@dataclass(frozen=True, slots=True)
class Gold:
    """Everything that is scored in one go.

    Attributes:
        texts: name of each text and how it is got.
        gold: values of :func:`kg.gold.load_gold`.
        labels: rows of :func:`kg.evaluate.vnlegaltext.load_labels`.
    """

    texts: Mapping[str, Path | str] = field(repr=False)
    gold: Sequence[dict[str, Any]] = ()
    labels: Sequence[dict[str, Any]] = ()

    def text(self, name: str) -> str | None:
        """A text as it is read, where it is at hand."""
        found = self.texts.get(name)
        return read_path(found).text if isinstance(found, Path) else found

    def score(self, outputs: Iterable[Json]) -> Report:
        """The report on some output; see :func:`kg.evaluate.evaluate`."""
        made = list(outputs)
        labelled = {row["id"] for row in self.labels}
        of_labels = [o for o in made if str(o["source"]).rsplit("#", 1)[-1] in labelled]
        others = [o for o in made if str(o["source"]).rsplit("#", 1)[-1] not in labelled] if labelled else made
        one, two = evaluate(others, self.gold), evaluate_labels(of_labels, self.labels)
        return Report(one.verdicts + two.verdicts, one.judged + two.judged)


def load(paths: Iterable[str | Path], texts: Path | None = None, *, needed: bool = True) -> Gold:
    """Reads gold of both forms.

    Args:
        paths: folders or files of gold as JSON, files of labelled references as JSON Lines.
        texts: the folder of the texts that gold does not carry; without it they are looked for beside the gold.
        needed: whether a text that is not there is an error; only extraction needs them.

    Raises:
        InputError: gold is missing or wrong, a text is not there, or has gold twice.
    """
    where: dict[str, Path | str] = {}
    names: set[str] = set()
    gold: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    for path in map(Path, paths):
        labelled = is_vnlegaltext(path)
        for row in load_labels(path) if labelled else load_gold(path):
            name = row["id"] if labelled else row["file"]
            if name in names:
                raise InputError(f"{path}: '{name}' has gold twice", code="gold-bad", path=str(path))
            names.add(name)
            found = row["text"] if "text" in row else _place(name, path, texts, needed)
            if found is not None:
                where[name] = found
            (labels if labelled else gold).append(row)
    return Gold(where, tuple(gold), tuple(labels))


def extracted(gold: Gold, progress: Callable[[int, str], None] | None = None) -> Iterator[dict[str, Any]]:
    """What the extraction makes of each text of gold, in the form of :mod:`kg.contract`.

    Args:
        gold: from :func:`load`.
        progress: is told how many texts are done, and the name of the last.

    >>> gold = Gold({"a.txt": "Thực hiện Chỉ thị số 33/CT-TTg."})
    >>> [m["number"] for m in next(extracted(gold))["mentions"]]
    ['33/CT-TTg']
    """
    for done, (name, found) in enumerate(gold.texts.items(), start=1):
        made = analyse(found, source=name) if isinstance(found, str) else analyse_text(read_path(found))
        yield {**to_contract(made), "source": name, "resolved": _resolved(made)}
        if progress is not None:
            progress(done, name)


def _resolved(made: Analysis) -> dict[str, str]:
    """The numbers that a corpus gives to documents cited by name, by id."""
    numbers = {d.id: law_by_title(d).number for d in made.documents if d.number is None}
    return {id: number for id, number in numbers.items() if number is not None}


def _place(name: str, root: Path, texts: Path | None, needed: bool) -> Path | None:
    folders = [texts] if texts is not None else _beside(root)
    path = next((found for folder in folders if (found := folder / name).is_file()), None)
    if path is None and needed:
        raise InputError(
            f"{name}: the text of this gold is not in {', '.join(map(str, folders))}; name its folder with --texts",
            code="gold-text",
            file=name,
            folders=[str(folder) for folder in folders],
        )
    return path


def _beside(root: Path) -> list[Path]:
    """Where the texts of gold are: with it, or for ``X/gold/NAME`` in ``X/NAME``."""
    if root.is_file():
        root = root.parent
    whole = root.resolve()
    below = sorted(folder.name for folder in whole.iterdir() if folder.is_dir()) if whole.is_dir() else []
    return [root, whole.parent.parent / whole.name, *(whole.parent / name for name in below)]


def saved(path: str | Path) -> list[dict[str, Any]]:
    """Lines of JSON that ``kg extract`` wrote.

    Args:
        path: the file, or ``-`` for standard input.

    Raises:
        InputError: it cannot be read, or is something else.
    """
    try:
        lines = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
        rows = [json.loads(line) for line in lines.decode().splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise _bad(path, error) from error
    if not all(isinstance(row, dict) and "source" in row for row in rows):
        raise _bad(path, "a line has no source")
    return rows


def _bad(path: str | Path, reason: object) -> InputError:
    message = f"{path}: it is not the output of kg extract ({reason})"
    return InputError(message, code="bad-outputs", path=str(path), reason=reason)
