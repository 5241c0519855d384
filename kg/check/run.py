"""From a text to its findings: every rule asked, what they see put into order and into the offsets of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.check.draft import Draft, line_starts, read_draft
from kg.check.models import SEVERITIES, Finding, Hit, Place, Rule, Severity
from kg.check.rules import FUNCTIONS, chosen
from kg.models import Analysis
from kg.read.places import NOWHERE, Places

if TYPE_CHECKING:
    from kg.graph import Graph


def check(
    text: str | Analysis,
    *,
    graph: Graph | None = None,
    source: str = "",
    meta: Mapping[str, str] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Severity = "note",
    strict: bool = False,
    places: Places = NOWHERE,
) -> list[Finding]:
    """The faults in the citations of one draft.

    Args:
        text: the draft, or the analysis of it (:func:`kg.analyse.analyse`).
        graph: a corpus to check against: what was replaced, amended, dated otherwise.
        source: name of the text, for the findings.
        meta: what the input says beside the text, as for :func:`kg.analyse.analyse`.
        select, ignore: codes or beginnings of codes (see :func:`kg.check.rules.chosen`).
        severity: the least severity that is reported.
        strict: also the rules of house style.
        places: page and paragraph of each offset, where the text was read from a file that has them.

    Returns:
        Findings in order of place; of one place the severest first.

    Raises:
        KgError: a code that selects nothing (``check-code``).

    >>> found = check("Thực hiện Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị.")
    >>> [(f.code, f.text) for f in found]
    [('C001', 'Nghị quyết số 290-QĐ/TW')]
    >>> check("Thực hiện Chỉ thị số 33/CT-TTG ngày 26/11/2021.")[0].fix
    '33/CT-TTg'
    """
    wanted = chosen(select, ignore, strict=strict)
    reported = SEVERITIES[: SEVERITIES.index(severity) + 1]
    draft = read_draft(text, graph=graph, source=source, meta=meta)
    starts = line_starts(draft.text)
    found: dict[tuple[str, int, int], Finding] = {}
    for one in wanted:
        if one.severity in reported:
            for hit in FUNCTIONS[one.code](draft):
                finding = _finding(draft, starts, one, hit, places)
                found.setdefault((one.code, finding.start, finding.end), finding)
    order = {name: at for at, name in enumerate(SEVERITIES)}
    return sorted(found.values(), key=lambda f: (f.start, order[f.severity], f.end, f.code))


def _finding(draft: Draft, starts: list[int], rule: Rule, hit: Hit, places: Places) -> Finding:
    place = _place(draft, starts, hit.start, hit.end)
    also = tuple(_place(draft, starts, *span) for span in hit.also)
    words = draft.text[place.start : place.end]
    at = places.at(place.start)
    return Finding(
        rule.code, rule.severity, draft.analysis.source, place, words, dict(hit.facts), hit.fix, also, at.page,
        at.paragraph, rule,
    )  # fmt: skip


def _place(draft: Draft, starts: list[int], start: int, end: int) -> Place:
    start, end = draft.plain.span(start, end)
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
    return Place(start, end, first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1)
