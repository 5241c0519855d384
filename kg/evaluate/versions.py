"""What a change of the rules did: for each text which verdicts got better and which got worse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.evaluate.tables import verdict_line, words_of
from kg.evaluate.verdicts import Report, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one text between an older output and this one.

    Attributes:
        gains: faults that are gone: of the older output.
        losses: faults that are new: of this output.
    """

    file: str
    gains: tuple[Verdict, ...] = ()
    losses: tuple[Verdict, ...] = ()


def compare(before: Report, after: Report) -> list[Change]:
    """Gains and losses by text, of two reports against the same gold.

    Args:
        before: the report on the older output.
        after: the report on this one.

    Returns:
        One change for each text in which anything differs, in the order of the gold.

    >>> old = Report((Verdict("numbered", "missed", "a.txt", "Luật số 1"),))
    >>> [(c.file, len(c.gains), len(c.losses)) for c in compare(old, Report())]
    [('a.txt', 1, 0)]
    """
    old, new = _faults(before), _faults(after)
    files = dict.fromkeys(v.file for v in (*before.verdicts, *after.verdicts))
    changes = (Change(file, _more(old, new, file), _more(new, old, file)) for file in files)
    return [change for change in changes if change.gains or change.losses]


def _faults(report: Report) -> dict[str, list[Verdict]]:
    out: dict[str, list[Verdict]] = {}
    for v in report.verdicts:
        if v.outcome != "right":
            out.setdefault(v.file, []).append(v)
    return out


def _more(faults: dict[str, list[Verdict]], than: dict[str, list[Verdict]], file: str) -> tuple[Verdict, ...]:
    """Faults of one side that the other has not; one thing may be at fault more than once."""
    left = Counter((v.item, v.outcome) for v in than.get(file, ()))
    out = []
    for v in faults.get(file, ()):
        if left[v.item, v.outcome]:
            left[v.item, v.outcome] -= 1
        else:
            out.append(v)
    return tuple(out)


def change_lines(changes: list[Change], lang: str = "vi") -> list[str]:
    """Gains with a plus, losses with a minus, and the sums.

    >>> change_lines([Change("a.txt", (Verdict("numbered", "missed", "a.txt", "Luật số 1", start=7),))], "en")[0]
    '+ a.txt:7: missed, mention with a number: Luật số 1'
    """
    words = words_of(lang)
    out = [
        f"{sign} {verdict_line(v, lang)}"
        for change in changes
        for sign, rows in (("+", change.gains), ("-", change.losses))
        for v in rows
    ]
    better, worse = (sum(len(getattr(c, side)) for c in changes) for side in ("gains", "losses"))
    return [*out, f"{words['better']} {better}, {words['worse']} {worse} ({len(changes)} {words['texts']})"]
