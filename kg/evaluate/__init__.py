"""How well an extraction agrees with gold: mentions, their fields, identity, relations, conflicts.

Both sides are plain dictionaries: what ``kg extract`` prints (:mod:`kg.contract`), and gold files
(their form is in ``data/README.md``). So the saved output of another version, or of another program,
is measured in the same way.

Each comparison is one :class:`Verdict`; a :class:`Report` only counts them. ``judge`` compares one text,
``vnlegaltext`` reads the labels of that research set, ``calibration`` sets confidence beside truth, ``versions``
compares two outputs, ``sample`` draws random results to be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from kg.errors import InputError
from kg.evaluate.judge import judge
from kg.evaluate.verdicts import Judged, Report, Score, Verdict
from kg.pairing import Json

__all__ = ["Judged", "Report", "Score", "Verdict", "evaluate", "named_outputs"]


def evaluate(outputs: Iterable[Json], gold: Iterable[Json]) -> Report:
    """Compares extraction output with gold.

    Args:
        outputs: one dictionary a text, as ``kg extract`` prints it; found by the last part of
            ``source`` (after ``#``, without folders). Output without gold is ignored.
        gold: the values of :func:`kg.gold.load_gold`; a text without output counts as all missed.

    Raises:
        InputError: two outputs have the same name, so that it is not clear which one is meant.

    >>> span = {"start": 0, "end": 22, "text": "Nghị định 61/2018/NĐ-CP"}
    >>> law = {**span, "type": "nghi-dinh", "number": "61/2018/NĐ-CP", "date": "2018", "issuer": None}
    >>> empty = {"document": {}, "relations": [], "never": [], "conflicts": []}
    >>> gold = {"file": "a.txt", **empty, "mentions": [law]}
    >>> evaluate([], [gold]).score("numbered").recall
    0.0
    >>> evaluate([{"source": "dir/a.txt", **empty, "mentions": [law]}], [gold]).misses
    []
    """
    by_name = named_outputs(outputs)
    parts = [judge(wanted, by_name.get(wanted["file"])) for wanted in gold]
    return Report(tuple(v for verdicts, _ in parts for v in verdicts), tuple(j for _, judged in parts for j in judged))


def named_outputs(outputs: Iterable[Json]) -> dict[str, Json]:
    """Output by the name of its text: the last part of ``source``.

    Raises:
        InputError: two outputs have the same name.
    """
    by_name: dict[str, Json] = {}
    for output in outputs:
        name = PurePosixPath(str(output["source"]).rsplit("#", 1)[-1].replace("\\", "/")).name
        if name in by_name:
            message = f"two outputs are named {name}: evaluate them apart"
            raise InputError(message, code="gold-twice", name=name)
        by_name[name] = output
    return by_name
