"""The texts that are measured: real ones where they lie beside the checkout, else the shipped samples.

What there is is cut or multiplied to the size asked for. Every copy after the first has other serial numbers, so
that no copy is a duplicate of another, no cache answers for the analysis, and resolving has new documents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from bench.clock import ROOT

SAMPLES = ROOT / "data" / "samples"
DENSE = ROOT.parent / "shared" / "corpora" / "vbpl2026.jsonl.gz"
REPORTS = ROOT.parent / "shared" / "seeds"

_SERIAL = re.compile(r"(?<![\w/.-])\d{1,4}(?=[a-zđ]?(?:/(?:(?:19|20)\d\d/)?|-)[A-ZĐ]{2})")


def perturbed(text: str, copy: int) -> str:
    """The text with other serial numbers, of the same length; copy 0 is the text itself.

    >>> perturbed("Quyết định số 33/QĐ-TTg, Nghị định số 04/2013/NĐ-CP, Điều 33", 1)
    'Quyết định số 70/QĐ-TTg, Nghị định số 41/2013/NĐ-CP, Điều 33'
    """
    if copy == 0:
        return text

    def other(m: re.Match[str]) -> str:
        size = 10 ** len(m.group())
        return str((int(m.group()) + 37 * copy - 1) % (size - 1) + 1).zfill(len(m.group()))

    return _SERIAL.sub(other, text)


def _read(path: Path) -> list[str]:
    from kg.read import Failure, iter_inputs

    return [one.text for one in iter_inputs([path]) if not isinstance(one, Failure)]


def texts(source: Path, size: float) -> list[str]:
    """About ``size`` million bytes of texts from a file or folder, or from the samples where it is absent.

    A source that is larger than asked for is thinned out evenly, a smaller one is multiplied.
    """
    found = _read(source if source.exists() else SAMPLES)
    wanted = int(size * 1e6)
    have = sum(map(_bytes, found))
    chosen = found[:: max(1, have // wanted)]
    return list(_until(chosen, wanted))


def multiplied(found: list[str], times: int) -> list[str]:
    """The texts and, after them, their copies with other numbers."""
    return [perturbed(text, copy) for copy in range(times) for text in found]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _until(found: list[str], wanted: int) -> Iterator[str]:
    copy = 0
    while wanted > 0:
        for text in found:
            if wanted <= 0:
                return
            yield perturbed(text, copy)
            wanted -= _bytes(text)
        copy += 1


def megabytes(found: list[str]) -> float:
    """The size of texts in UTF-8, in millions of bytes."""
    return sum(map(_bytes, found)) / 1e6


def write_corpus(path: Path, found: list[str]) -> None:
    """Texts as a JSON Lines corpus."""
    with path.open("w", encoding="utf-8") as stream:
        for at, text in enumerate(found):
            stream.write(json.dumps({"id": str(at), "text": text}, ensure_ascii=False) + "\n")


def write_large(path: Path, source: Path, wanted: float) -> tuple[float, int]:
    """A JSON Lines corpus of ``wanted`` bytes, copy after copy with other numbers, without holding it in memory.

    Returns:
        Its size in millions of bytes of text, and the number of texts.
    """
    found = _read(source if source.exists() else SAMPLES)
    size = count = 0
    with path.open("w", encoding="utf-8") as stream:
        for text in _until(found, int(wanted)):
            stream.write(json.dumps({"id": str(count), "text": text}, ensure_ascii=False) + "\n")
            size += _bytes(text)
            count += 1
    return size / 1e6, count


def change_some(path: Path, every: int) -> None:
    """Gives one text in ``every`` of a JSON Lines corpus other numbers, in a file of the same name."""
    new = path.with_suffix(".new")
    with path.open(encoding="utf-8") as old, new.open("w", encoding="utf-8") as stream:
        for at, line in enumerate(old):
            if at % every == 0:
                row = json.loads(line)
                line = json.dumps({**row, "text": perturbed(row["text"], 97)}, ensure_ascii=False) + "\n"
            stream.write(line)
    new.replace(path)
