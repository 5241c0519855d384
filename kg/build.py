"""From inputs to a graph: read, analyse each text by itself, resolve all of them together, make tables.

The first two steps know one text only and run in any number of processes; the tables do not depend on
how many, nor on the order of the inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, Any

from kg.analyse import analyse
from kg.errors import KgError
from kg.models import Analysis
from kg.pool import ordered_map
from kg.read import DEFAULT_MAX_BYTES, Failure, Input, Kind, Raw, Text, failure, iter_raw, parse
from kg.registry_check import check

if TYPE_CHECKING:
    from kg.graph import Graph

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Progress:
    """One input is done.

    Attributes:
        done: how many are done, this one included.
        source: its name.
        size: bytes of all inputs that are done.
        failure: why it has no result, None if it has one.
        duplicate: whether its content has come under another name. Which of equal contents stands in the
            graph is settled at the end: the one with the smallest name.
    """

    done: int
    source: str
    size: int
    failure: Failure | None = None
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """What one text gives: its analysis without the text itself, and the rows that need the text."""

    analysis: Analysis
    mentions: tuple[Row, ...]
    relations: tuple[Row, ...]
    source: Row


@dataclass(frozen=True, slots=True)
class _Source:
    """A row of the table ``sources`` and the text that stands for its content, if any."""

    row: Row
    chosen: str = ""


def build(
    inputs: Input | Iterable[Input],
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    kind: Kind = "auto",
    max_bytes: int = DEFAULT_MAX_BYTES,
    stdin: IO[bytes] | None = None,
) -> Graph:
    """Builds the graph of everything that ``inputs`` name.

    Args:
        inputs: files, folders, ``-`` for standard input.
        jobs: how many processes analyse texts. In a script more than one needs the usual
            ``if __name__ == "__main__":``.
        progress: is told of each input as it is done.
        kind: ``jsonl`` reads every file as JSON Lines with ``id`` and ``text``.
        max_bytes: a larger text is refused.
        stdin: what ``-`` reads; standard input if None.

    Returns:
        The graph. An input that failed is a row of ``graph.sources`` with status ``failed``; contents
        that come again under another name are analysed once and listed as ``duplicate``.

    Raises:
        KgError: ``jobs`` is less than 1, or worker processes cannot be started.
        RegistryError: a row of the registry is wrong.

    >>> import io
    >>> graph = build("-", stdin=io.BytesIO("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021".encode()))
    >>> graph.sources["status"].to_pylist()
    ['ok']
    """
    if jobs < 1:
        raise KgError(f"jobs is {jobs}, it must be 1 or more", code="bad-jobs", jobs=jobs)
    check()  # a registry that contradicts itself would make wrong edges silently
    raws = iter_raw(inputs, kind=kind, max_bytes=max_bytes, stdin=stdin)
    read, rows = _read_all(raws, jobs, progress or (lambda event: None))
    return _graph(read, rows)


def analyse_text(text: Text) -> Analysis:
    """The analysis of a text as it was read, with what its file says beside it.

    >>> analyse_text(Text("a.txt", "Căn cứ Luật Đất đai năm 2013;")).source
    'a.txt'
    """
    meta = {"title": text.title, **text.meta} if text.title else text.meta
    return analyse(text.text, source=text.source, meta=meta or None)


def analysis_failure(source: str, error: Exception) -> Failure:
    """The failure of a text on which the analysis broke."""
    return failure(source, "analysis", reason=f"{type(error).__name__}: {error}")


def _read_one(raw: Raw) -> _Read | Failure:
    """All that can be done with one input alone; runs in any process and never raises."""
    try:
        text = parse(raw)
        if isinstance(text, Failure):
            return text
        return _rows_of_text(text, analyse_text(text))
    except Exception as error:
        return analysis_failure(raw.source, error)


def _rows_of_text(text: Text, analysis: Analysis) -> _Read:
    from kg.tables import mention_row, relation_row

    own = analysis.document.id
    source = {
        "source": text.source, "sha256": text.sha256, "format": text.format, "encoding": text.encoding,
        "size": text.size, "status": "ok", "error": None, "document": own,
    }  # fmt: skip
    return _Read(
        replace(analysis, text=""),
        tuple(mention_row(mention, source=text.source, document=own) for mention in analysis.mentions),
        tuple(relation_row(link, source=text.source, text=text.text) for link in analysis.relations),
        source,
    )


def _lost(raw: Raw, why: str) -> _Read | Failure:
    return failure(raw.source, "analysis", reason=why)


class _Intake:
    """Decides what is worked on: each name and each content once.

    Of equal contents the one with the smallest name stands for all, whatever the order of the inputs.
    """

    def __init__(self, raws: Iterable[Raw | Failure]) -> None:
        self._raws = raws
        self._names: set[str] = set()
        self._chosen: dict[tuple[str, bool], str] = {}
        self.failures: list[Failure] = []
        self.contents: dict[str, tuple[str, bool]] = {}

    def __iter__(self) -> Iterator[Raw]:
        for raw in self._raws:
            if raw.source in self._names:
                continue
            self._names.add(raw.source)
            if isinstance(raw, Failure):
                self.failures.append(raw)
                continue
            # Equal bytes are equal texts, save that a page is read in another way.
            content = (raw.sha256, raw.format == "html")
            self.contents[raw.source] = content
            if content not in self._chosen or raw.source < self._chosen[content]:
                self._chosen[content] = raw.source
                yield raw

    def stands_for(self, source: str) -> str:
        """The name under which the content of ``source`` is in the graph."""
        return self._chosen[self.contents[source]]


def _read_all(
    raws: Iterable[Raw | Failure], jobs: int, progress: Callable[[Progress], None]
) -> tuple[list[_Read], list[_Source]]:
    """Every text that stands in the graph, by name, and what became of every input."""
    intake = _Intake(raws)
    results: dict[str, _Read | Failure] = {}
    told = done = size = 0

    def tell(source: str, problem: Failure | None = None, duplicate: bool = False) -> None:
        nonlocal done
        done += 1
        progress(Progress(done, source, size, problem, duplicate))

    outcomes = ordered_map(_read_one, intake, jobs=jobs, lost=_lost, size=lambda raw: len(raw.data))
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            results[outcome.source] = outcome
            tell(outcome.source, outcome)
        else:
            name = outcome.source["source"]
            results[name] = outcome
            size += outcome.source["size"]
            tell(name)
        for problem in intake.failures[told:]:
            tell(problem.source, problem)
        told = len(intake.failures)
    for problem in intake.failures[told:]:
        tell(problem.source, problem)

    read: list[_Read] = []
    rows = [_Source(_failed(problem)) for problem in intake.failures]
    for source in sorted(intake.contents):
        chosen = intake.stands_for(source)
        result = results[chosen]
        if isinstance(result, Failure):
            problem = replace(result, source=source)
            if source not in results:
                tell(source, problem)
            rows.append(_Source(_failed(problem)))
        elif source == chosen:
            read.append(result)
            rows.append(_Source(result.source, source))
        else:
            if source not in results:
                tell(source, duplicate=True)
            rows.append(_Source({**result.source, "source": source, "status": "duplicate"}, chosen))
    return read, rows


def _failed(problem: Failure) -> Row:
    return {
        "source": problem.source,
        "status": "failed",
        "error": f"{problem.code}: {problem.message}",
    }


def _graph(read: list[_Read], sources: list[_Source]) -> Graph:
    from kg.graph import Graph
    from kg.resolve import resolve
    from kg.tables import document_row

    resolution = resolve(one.analysis for one in read)
    ids = resolution.ids
    texts: dict[str, str] = {}
    for one in read:
        # Two versions of a text may be one document: the first by name is given as its source.
        texts.setdefault(ids[one.source["source"], one.source["document"]], one.source["source"])
    return Graph.from_rows(
        documents=(document_row(one, source=texts.get(one.id)) for one in resolution.documents),
        mentions=_resolved(read, ids, "mentions"),
        relations=_resolved(read, ids, "relations"),
        conflicts=(
            {"document": one.target, "field": one.field, "values": list(one.values), "sources": list(names)}
            for one, names in resolution.conflicts
        ),
        sources=(
            {**one.row, "document": ids[one.chosen, one.row["document"]]} if one.chosen else one.row
            for one in sources
        ),
    )


def _resolved(read: Iterable[_Read], ids: Mapping[tuple[str, str], str], table: str) -> Iterator[Row]:
    """Rows of all texts with the ids of the whole corpus in place of those of each text."""
    for one in read:
        name = one.source["source"]
        for row in one.mentions if table == "mentions" else one.relations:
            named = {
                column: ids[name, row[column]]
                for column in ("document", "target", "subject", "object")
                if row.get(column) is not None
            }
            # What looked like two documents in one text may be one, and it does not act on itself.
            if table == "mentions" or named["subject"] != named["object"]:
                yield {**row, **named}
