"""Commands about the citations of a draft: check, explain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli_options import command, input_options, json_option, lang_option, pass_screen
from kg.console import Screen, printable, quote
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.check import Finding, Rule
    from kg.check.report import Checked
    from kg.read import Text

_SEVERITIES = ("error", "warning", "note")
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def _codes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Codes given once or several times, with commas between them."""
    return tuple(code for value in values for part in value.split(",") if (code := part.strip()))


@command()
@input_options
@click.option("-g", "--graph", "folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--select", metavar="CODES", multiple=True, callback=_codes)
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes)
@click.option("--severity", type=click.Choice(_SEVERITIES), default="note", show_default=True)
@click.option("--strict", is_flag=True)
@click.option("--fix", is_flag=True)
@click.option("--comments", is_flag=True)
@click.option("-o", "--output", "copies", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sarif", "sarif_to", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@lang_option
@pass_screen
def check(
    screen: Screen, inputs: tuple[str, ...], kind: Any, ocr: bool, max_bytes: int, folder: Path | None,
    select: tuple[str, ...], ignore: tuple[str, ...], severity: Any, strict: bool, fix: bool, comments: bool,
    copies: Path | None, html: Path | None, sarif_to: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """The findings of every draft, grouped by file."""
    from kg.check import check as check_text
    from kg.check.report import Checked
    from kg.check.rules import chosen
    from kg.graph import Graph
    from kg.read import Failure, iter_inputs

    chosen(select, ignore)  # a wrong code is said before any work
    graph = Graph.load(folder) if folder is not None else None
    keeps = html is not None or sarif_to is not None
    found: list[Finding] = []
    drafts: list[Checked] = []
    texts = failed = 0
    with screen.progress() as progress:
        for done, text in enumerate(iter_inputs(inputs, kind=kind, max_bytes=max_bytes, ocr=ocr), start=1):
            progress.clear()
            if isinstance(text, Failure):
                failed += 1
                screen.problem(text.code, text.message, text.facts, where=text.source)
                continue
            texts += 1
            for remark in text.remarks:
                screen.problem(remark.code, remark.message, remark.facts, where=remark.source)
            findings = check_text(
                text.text, graph=graph, source=text.source, meta=text.meta, select=select, ignore=ignore,
                severity=severity, strict=strict, places=text.places,
            )  # fmt: skip
            found += findings
            if keeps:
                drafts.append(Checked(text.source, text.text, tuple(findings)))
            if not as_json and findings:
                _report(screen, text.source, text.text, findings)
            for wanted, write in ((fix, _fixed), (comments, _commented)):
                if wanted and findings and not write(screen, text, findings, copies):
                    failed += 1
            progress(done, text.source)
    if html is not None:
        _page(screen, html, drafts)
    if sarif_to is not None:
        _sarif(screen, sarif_to, drafts)
    if as_json:
        screen.json({"texts": texts, "failed": failed, "findings": [one.as_dict(screen.lang) for one in found]})
    elif texts:
        _sum(screen, found, texts)
    return 2 if failed else 1 if found else 0


def _page(screen: Screen, path: Path, drafts: Sequence[Checked]) -> None:
    from kg.check.report import report

    _write(screen, path, report(drafts, screen.lang).encode("utf-8", "replace"))


def _sarif(screen: Screen, path: Path, drafts: Sequence[Checked]) -> None:
    from kg.check.sarif import sarif

    log = sarif([f for d in drafts for f in d.findings], screen.lang, texts={d.source: d.text for d in drafts})
    _write(screen, path, json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _write(screen: Screen, path: Path, data: bytes) -> None:
    """Writes a file whole or not at all, and says so."""
    held = path.with_name(f".{path.name}.part")
    try:
        held.write_bytes(data)
        held.replace(path)
    except OSError as error:
        held.unlink(missing_ok=True)
        raise KgError(
            f"{path}: cannot be written ({error.strerror}); choose another place", code="cannot-write", path=str(path)
        ) from error
    screen.note(screen.say("wrote", path=path))


def _copy_of(source: str, ending: str, copies: Path | None) -> Path:
    """Where a copy of an input goes: beside it, or into the folder that was asked for."""
    path = Path(source)
    if copies is not None:
        copies.mkdir(parents=True, exist_ok=True)
    return (copies or path.parent) / f"{path.stem}.{ending}{path.suffix}"


def _problem(screen: Screen, code: str, source: str) -> bool:
    screen.problem(code, code, {}, where=source)
    return False


def _fixed(screen: Screen, text: Text, findings: Sequence[Finding], copies: Path | None) -> bool:
    """Writes the copy with the safe corrections, if there is something to correct."""
    from kg.check.fix import apply_fixes, encoded
    from kg.check.word import correct

    if not any(one.fix is not None for one in findings):
        return True
    path = Path(text.source)
    if text.format not in ("txt", "md", "docx") or not path.is_file():
        return _problem(screen, "check-fixed", text.source)
    if text.format == "docx":
        marked = correct(path.read_bytes(), text.text, findings)
        data, done = marked.data, marked.placed
    else:
        fixed, done = apply_fixes(text.text, findings)
        data = encoded(fixed, text.encoding)
    _write(screen, _copy_of(text.source, "fixed", copies), data)
    screen.note(screen.say("check-corrected", count=done, left=len(findings) - done))
    return True


def _commented(screen: Screen, text: Text, findings: Sequence[Finding], copies: Path | None) -> bool:
    """Writes the copy with comments."""
    from kg.check.word import annotate

    path = Path(text.source)
    if text.format != "docx" or not path.is_file():
        return _problem(screen, "check-comments", text.source)
    marked = annotate(path.read_bytes(), text.text, findings, screen.lang)
    _write(screen, _copy_of(text.source, "checked", copies), marked.data)
    return True


def _styled(screen: Screen, text: str, **style: Any) -> str:
    return click.style(text, **style) if screen.out.isatty() else text


def _report(screen: Screen, source: str, text: str, findings: Sequence[Finding]) -> None:
    """One file: place, severity, code and message; the words; what to do."""
    screen.print(_styled(screen, printable(source), bold=True))
    for one in findings:
        place = screen.say("check-place", line=one.place.line, column=one.place.column)
        if one.paragraph is not None:
            place = screen.say("check-paragraph", paragraph=one.paragraph)
        if one.page is not None:
            place = f"{screen.say('check-page', page=one.page)}, {place}"
        word = _styled(screen, screen.say(f"severity.{one.severity}"), fg=_COLOURS[one.severity], bold=True)
        screen.print(f"  {place}: {word} {one.code}: {printable(one.message(screen.lang))}")
        screen.print(f"      {_words(screen, text, one)}")
        advice = one.advice(screen.lang)
        if advice:
            screen.print(f"      → {printable(advice)}")
        if one.also:
            lines = ", ".join(dict.fromkeys(str(place.line) for place in one.also))
            if lines != str(one.place.line):
                screen.print(f"      {_styled(screen, screen.say('check-also', lines=lines), dim=True)}")
    screen.print()


_ROUND = 60


def _words(screen: Screen, text: str, one: Finding) -> str:
    """The words of a finding in their line, cut to what stands round them."""
    first = text.rfind("\n", 0, one.start) + 1
    stop = text.find("\n", one.end)
    last = len(text) if stop < 0 else stop
    before, after = text[first : one.start], text[one.end : last]
    if len(before) > _ROUND:
        before = "…" + before[-_ROUND:].partition(" ")[2]
    if len(after) > _ROUND:
        after = after[:_ROUND].rpartition(" ")[0] + "…"
    line = before + one.text + after
    shown = quote(line, len(before), len(before) + len(one.text))
    if not screen.out.isatty():
        return printable(str(shown))
    return (
        _styled(screen, printable(shown.before), dim=True)
        + _styled(screen, printable(shown.marked), bold=True)
        + _styled(screen, printable(shown.after), dim=True)
    )


def _sum(screen: Screen, found: Iterable[Finding], texts: int) -> None:
    counts: dict[str, Any] = dict.fromkeys(_SEVERITIES, 0)
    first = None
    for one in found:
        counts[one.severity] += 1
        first = first or one.code
    if first is None:
        screen.print(screen.say("check-clean", count=texts))
        return
    screen.print(screen.say("check-sum", files=texts, **counts))
    screen.print(screen.say("check-explain", code=first))


@command()
@click.argument("code", required=False, metavar="[CODE]")
@json_option
@lang_option
@pass_screen
def explain(screen: Screen, code: str | None, as_json: bool) -> int:
    """One rule with its examples, or the list of all."""
    from kg.check import rule, rules

    if code is None:
        if as_json:
            screen.json([one.as_dict(screen.lang) for one in rules().values()])
        else:
            _list(screen, list(rules().values()))
        return 0
    one = rule(code)
    if as_json:
        screen.json(one.as_dict(screen.lang))
        return 0
    strict = f" ({screen.say('explain-strict')})" if one.strict else ""
    screen.heading(f"{one.code} · {one.title[screen.lang]} · {screen.say(f'severity.{one.severity}')}{strict}")
    screen.print()
    screen.print(one.explanation[screen.lang])
    for word, examples in (("explain-wrong", one.wrong), ("explain-right", one.right)):
        screen.print()
        screen.print(f"{screen.say(word)}:")
        for example in examples:
            screen.print("  " + example.replace("\n", "\n  "))
    screen.print()
    screen.print(f"{screen.say('explain-source')}: {one.source} ({screen.say(f'explain-basis.{one.basis}')})")
    return 0


def _list(screen: Screen, known: Sequence[Rule]) -> None:
    from kg.console import Column

    rows = [
        [
            one.code,
            screen.say(f"severity.{one.severity}"),
            one.title[screen.lang] + (f" ({screen.say('explain-strict')})" if one.strict else ""),
        ]
        for one in known
    ]
    screen.table([Column("", whole=True), Column("", whole=True), Column("")], rows, head=False)
