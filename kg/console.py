"""Where the command line meets the terminal: words, tables, progress, JSON.

On a terminal a table is drawn by rich and fits the window; in a pipe it is aligned text of full width,
nothing cut, so that ``grep`` and ``less -S`` see everything. Rich is imported only for the former.
"""

from __future__ import annotations

import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TextIO

from kg.messages import LANGS, Lang, error_text, message

_WIDE = 120
_CLIP = 220
_REFRESH = 0.1
# Marks that turn the direction of writing could make a line show something else than it holds.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with the words in it that matter.

    >>> str(Quote("theo ", "Luật A", " và …"))
    'theo «Luật A» và …'
    """

    before: str
    marked: str
    after: str
    weak: bool = False
    note: str = ""

    def __str__(self) -> str:
        """As plain text, the words that matter in angle quotes."""
        return f"{self.before}«{self.marked}»{self.after}{self.note}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its heading.
        whole: never broken, however narrow the window.
        right: aligned to the right.
        below: on a narrow terminal shown below its row instead of beside it.
    """

    title: str
    whole: bool = False
    right: bool = False
    below: bool = False


Cell = str | Quote


@dataclass(slots=True)
class Screen:
    """Standard output and error of one run, in one language."""

    lang: Lang = "vi"
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def say(self, key: str, **facts: object) -> str:
        """A text in the language of the run."""
        return message(key, self.lang, **facts)

    def print(self, text: str = "") -> None:
        """A line of the result."""
        self.out.write(text + "\n")

    def note(self, text: str) -> None:
        """A line that is not part of the result."""
        self.out.flush()
        self.err.write(text + "\n")
        self.err.flush()

    def json(self, value: object) -> None:
        """A result as JSON: indented for eyes, on one line for pipes."""
        indent = 2 if self.out.isatty() else None
        self.print(json.dumps(value, ensure_ascii=False, indent=indent))

    def problem(self, code: str, text: str, facts: Mapping[str, object], where: str = "") -> None:
        """One line that says what is wrong, where, and what to do."""
        said = error_text(code, text, self.lang, facts)
        self.note(f"{where or self.say('error')}: {said}")

    def heading(self, text: str) -> None:
        """A line that opens a part of the result."""
        if self.out.isatty():
            from rich.text import Text

            _console(self.out).print(Text(text, style="bold"), soft_wrap=True)
        else:
            self.print(text)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, head: bool = True) -> None:
        """A table; ``head`` prints the headings."""
        if self.out.isatty():
            _draw(_console(self.out), columns, rows, head)
        else:
            self.out.writelines(line + "\n" for line in aligned(columns, rows, head=head))

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A line on a terminal's standard error that is overwritten as work goes on; else silence."""
        line = Progress(self.err if self.err.isatty() else None, self.say("progress"))
        try:
            yield line
        finally:
            line.clear()


class Progress:
    """The line that tells how far the work is."""

    def __init__(self, err: TextIO | None, word: str) -> None:
        self._err = err
        self._word = word
        self._shown = 0.0

    def __call__(self, done: int, source: str, pace: str = "") -> None:
        """Shows that ``done`` inputs are done, the last one being ``source``, and how fast it goes."""
        now = time.monotonic()
        if self._err is None or now - self._shown < _REFRESH:
            return
        self._shown = now
        word = f"{self._word} · {pace}" if pace else self._word
        room = max(20, _columns(self._err) - len(word) - 16)
        name = source if len(source) <= room else "…" + source[1 - room :]
        self._err.write(f"\r\x1b[K{done} {word} · {name}")
        self._err.flush()

    def clear(self) -> None:
        """Takes the line away, before other text or at the end."""
        if self._err is not None and self._shown:
            self._err.write("\r\x1b[K")
            self._err.flush()
            self._shown = 0.0


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language of a run: the last ``--lang`` of the command line, else ``KG_LANG``, else Vietnamese.

    >>> language(["show", "--lang", "en", "x"], {}), language([], {"KG_LANG": "en"}), language([], {})
    ('en', 'en', 'vi')
    """
    chosen = environment.get("KG_LANG", "")
    for at, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and at + 1 < len(arguments):
            chosen = arguments[at + 1]
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
    return next((lang for lang in LANGS if chosen.casefold().startswith(lang)), "vi")


def quote(
    sentence: str, start: int, end: int, *, weak: bool = False, note: str = "", room: int = _CLIP
) -> Quote:
    """A sentence on one line, cut round the span that matters to about ``room`` characters.

    >>> str(quote("Thực hiện\\nLuật A.", 10, 16))
    'Thực hiện «Luật A».'
    """
    spare = max(0, room - (end - start)) // 2
    first, last = max(0, start - spare), min(len(sentence), end + spare)
    before, after = _flat(sentence[first:start]), _flat(sentence[end:last])
    return Quote(
        "…" + before.lstrip() if first else before,
        _flat(sentence[start:end]),
        after.rstrip() + "…" if last < len(sentence) else after,
        weak,
        note,
    )


def _flat(text: str) -> str:
    """On one line, spaces at the ends kept."""
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() and words else ""
    return lead + words + (" " if text[-1:].isspace() and words else "")


def width(text: str) -> int:
    """How many cells of a terminal a text takes: a mark that stands on a letter takes none.

    >>> width("Số"), width(unicodedata.normalize("NFD", "Số"))
    (2, 2)
    """
    cells = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        cells += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return cells


def printable(text: str) -> str:
    """Without control characters: what comes from a text must not steer the terminal.

    >>> printable("a\\x1b[31m\\tb")
    'a[31m b'
    """
    flat = " ".join(text.split()) if any(c.isspace() and c != " " for c in text) else text
    return "".join(c for c in flat if unicodedata.category(c) != "Cc" and c not in _TURNING)


def aligned(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, head: bool = True) -> list[str]:
    """A table as lines of aligned text.

    >>> aligned([Column("Số"), Column("Tin cậy", right=True)], [["33/CT-TTg", "0.95"]])
    ['Số         Tin cậy', '33/CT-TTg     0.95']
    """
    lines = [[column.title for column in columns]] if head else []
    lines += [[printable(str(cell)) for cell in row] for row in rows]
    widths = [max((width(line[at]) for line in lines), default=0) for at in range(len(columns))]
    out = []
    for line in lines:
        cells = []
        for at, (cell, column) in enumerate(zip(line, columns, strict=True)):
            gap = " " * (widths[at] - width(cell))
            cells.append(gap + cell if column.right else cell + gap)
        out.append("  ".join(cells).rstrip())
    return out


class _Console(Protocol):
    width: int

    def print(self, *objects: Any, **options: Any) -> None: ...


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 80


def _console(out: TextIO) -> _Console:
    from rich.console import Console

    return Console(file=out, highlight=False, markup=False, emoji=False)


def _draw(console: _Console, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], head: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    def cell(value: Cell) -> Text:
        if isinstance(value, str):
            return Text(printable(value))
        style = "dim" if value.weak else ""
        marked = "italic" if value.weak else "bold"
        return Text.assemble(
            (printable(value.before), style), (printable(value.marked), f"{style} {marked}".strip()),
            (printable(value.after), style), (printable(value.note), "dim"),
        )  # fmt: skip

    beside = [at for at, column in enumerate(columns) if console.width >= _WIDE or not column.below]
    below = [at for at in range(len(columns)) if at not in beside]
    table = Table(box=SIMPLE_HEAD, show_header=head, pad_edge=False, padding=(0, 1), header_style="bold")
    if below:
        table.add_column("", justify="right", no_wrap=True)
    for at in beside:
        column = columns[at]
        table.add_column(
            column.title,
            no_wrap=column.whole,
            justify="right" if column.right else "left",
            overflow="fold",
            min_width=max((width(str(row[at])) for row in rows), default=0) if column.whole else None,
        )
    for count, row in enumerate(rows, start=1):
        table.add_row(*([f"{count}"] if below else []), *(cell(row[at]) for at in beside))
    console.print(table)
    for count, row in enumerate(rows, start=1):
        for at in below:
            if str(row[at]):
                console.print(Text(f"[{count}] ").append_text(cell(row[at])))
