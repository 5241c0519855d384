"""What is scored: the extraction of the texts that gold is about, or output that was saved before."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputError


def extracted(
    gold: Iterable[Mapping[str, Any]], root: Path, texts: Path | None = None
) -> Iterator[dict[str, Any]]:
    """What the extraction makes of each text of gold, in the form of :mod:`kg.contract`.

    Args:
        gold: the values of :func:`kg.gold.load_gold`; each carries its text or names its file.
        root: where the gold was read from; the files are looked for beside it.
        texts: the folder of the files, where it is another.

    Raises:
        InputError: a text is not there.

    >>> gold = {"file": "a.txt", "text": "Thực hiện Chỉ thị số 33/CT-TTg."}
    >>> [m["number"] for m in next(extracted([gold], Path()))["mentions"]]
    ['33/CT-TTg']
    """
    from kg.analyse import analyse
    from kg.build import analyse_text
    from kg.contract import to_contract
    from kg.read import read_path

    folders = [texts] if texts is not None else _beside(root)
    for one in gold:
        if "text" in one:
            yield to_contract(analyse(one["text"], source=one["file"]))
            continue
        path = next((found for folder in folders if (found := folder / one["file"]).is_file()), None)
        if path is None:
            raise InputError(
                f"{one['file']}: the text of this gold is not in {', '.join(map(str, folders))}; "
                "name its folder with --texts",
                code="gold-text",
                file=one["file"],
                folders=[str(folder) for folder in folders],
            )
        yield {**to_contract(analyse_text(read_path(path))), "source": one["file"]}


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
