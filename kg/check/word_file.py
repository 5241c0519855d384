"""A Word file that can be changed and written back: words found in it, comments set beside them, changes tracked.

The words of a finding are looked for in the letters of the file without blanks. Runs are cut where the words begin and
end, so that marks stand round these letters and their looks stay.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.check.models import Finding
from kg.errors import KgError
from kg.normalise import lower
from kg.read.content import UnreadableError
from kg.read.docx_numbers import W
from kg.read.package import Package

AUTHOR = "kg check"
XML = "{http://www.w3.org/XML/1998/namespace}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr"))
_CONTEXT = 160


@dataclass(slots=True)
class _Letters:
    """The letters of a file without blanks, each with the element that holds it and its place in there."""

    text: str
    owners: list[tuple[Any, int]]


class WordFile:
    """A Word file whose parts can be changed and written back."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self.package = Package(data, "Word")
            self.body = (self.package.related("").get("officeDocument") or ["word/document.xml"])[0]
            raw = self.package.bytes_of(self.body)
            if raw is None:
                raise UnreadableError("damaged", kind="Word", reason=f"there is no part {self.body}")
            if b"http://purl.oclc.org/ooxml/" in raw:
                raise UnreadableError("damaged", kind="Word", reason="Strict Open XML is not written; save it as .docx")
            self.parts: dict[str, Any] = {self.body: self.package.xml(self.body)}
            related = self.package.related(self.body)
            for kind in ("footnotes", "endnotes"):
                for name in related.get(kind, ()):
                    self.parts[name] = self.package.xml(name)
        except UnreadableError as error:
            raise KgError(
                f"the Word file cannot be written ({error})",
                code="check-docx",
                reason=str(error.facts.get("reason", error)),
            ) from error
        self.letters = self._walk()

    def _walk(self) -> _Letters:
        owners: list[tuple[Any, int]] = []
        pieces: list[str] = []
        for root in self.parts.values():
            for t in _texts(root):
                for at, letter in enumerate(t.text or ""):
                    if not letter.isspace():
                        pieces.append(letter)
                        owners.append((t, at))
        return _Letters(lower("".join(pieces)), owners)

    def spans(self, text: str, findings: Sequence[Finding]) -> list[tuple[int, int] | None]:
        """For each finding the letters it stands on, None where its words are not in the file."""
        kept = [at for at, letter in enumerate(text) if not letter.isspace()]
        compact = lower("".join(text[at] for at in kept))
        place = {at: n for n, at in enumerate(kept)}
        out: list[tuple[int, int] | None] = []
        for f in findings:
            inside = [place[at] for at in range(f.start, f.end) if at in place]
            if not inside:
                out.append(None)
                continue
            start, end = inside[0], inside[-1] + 1
            found = _find(self.letters.text, compact, start, end)
            out.append(None if found is None else (found, found + end - start))
        return out

    def split(self, spans: Sequence[tuple[int, int]]) -> None:
        """Makes runs begin and end where some spans of letters do."""
        cuts = {(start, 0) for start, _ in spans} | {(end - 1, 1) for _, end in spans}
        for letter, behind in sorted(cuts, reverse=True):
            t, at = self.letters.owners[letter]
            _begin_run(t, at + behind)
        self.letters = self._walk()

    def _run(self, at: int) -> Any:
        return self.letters.owners[at][0].getparent()

    def comment(self, start: int, end: int, number: str) -> None:
        """Sets a comment beside some letters, or where their note is called."""
        first, last = self._run(start), self._run(end - 1)
        if first.getroottree().getroot() is not self.parts[self.body]:
            call = self._call(first)
            if call is None:
                self.comment_first(number)
                return
            first = last = call
        _range(first, last, number)

    def comment_first(self, number: str) -> None:
        """Sets a comment beside the first run of the body."""
        run = next(self.parts[self.body].iter(f"{W}r"), None)
        if run is not None:
            _range(run, run, number)

    def _call(self, run: Any) -> Any:
        """The run that calls the note in which another run stands."""
        note = next((a for a in run.iterancestors() if a.tag in (f"{W}footnote", f"{W}endnote")), None)
        if note is None:
            return None
        name = f"{note.tag}Reference"
        for call in self.parts[self.body].iter(name):
            if call.get(f"{W}id") == note.get(f"{W}id"):
                return call.getparent()
        return None

    def replace(self, start: int, end: int, words: str, number: int) -> bool:
        """Strikes some letters out and puts words in their place, as tracked changes.

        Returns:
            Whether it could be done: letters of several paragraphs are left alone.
        """
        runs = list(dict.fromkeys(self._run(at) for at in range(start, end)))
        paragraphs = {next(a for a in run.iterancestors(f"{W}p")) for run in runs}
        if len(paragraphs) != 1:
            return False
        # blanks between the letters stand in runs of their own or inside these; both go
        first = runs[0]
        fresh = _like(first)
        for run in _between(first, runs[-1]):
            _strike(run, number)
        if words:
            t = element("t")
            t.text = words
            t.set(f"{XML}space", "preserve")
            fresh.append(t)
            anchor = runs[-1].getparent()
            if any(a.tag == f"{W}ins" for a in anchor.iterancestors()):
                anchor.addnext(fresh)
            else:
                added = _change("ins", number)
                added.append(fresh)
                anchor.addnext(added)
        return True

    def bytes(self) -> bytes:
        """The file with the changed parts."""
        from lxml import etree

        changed = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self.parts.items()
        }
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                new.writestr(entry, changed.pop(entry.filename, None) or old.read(entry), zipfile.ZIP_DEFLATED)
            for name, content in changed.items():
                new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _texts(root: Any) -> Iterator[Any]:
    """The text elements that a reader sees, in order; of two forms of one content the first."""
    for child in root:
        if child.tag == f"{W}t":
            yield child
        elif child.tag == f"{_MC}AlternateContent":
            chosen = child.find(f"{_MC}Choice")
            yield from _texts(chosen if chosen is not None else ())
        elif child.tag not in _GONE:
            yield from _texts(child)


def _find(letters: str, text: str, start: int, end: int) -> int | None:
    """Where ``text[start:end]`` stands in the letters of the file: where most of what is round it agrees."""
    words = text[start:end]
    before, after = text[max(0, start - _CONTEXT) : start][::-1], text[end : end + _CONTEXT]
    best: tuple[int, int] | None = None
    at = letters.find(words)
    nth = text.count(words, 0, start)
    seen = 0
    while at >= 0:
        stop = at + len(words)
        agreed = _agree(letters[max(0, at - _CONTEXT) : at][::-1], before) + _agree(
            letters[stop : stop + _CONTEXT], after
        )
        rank = 2 * agreed + (seen == nth)  # words in the same company: the same of them by count
        if best is None or rank > best[0]:
            best = (rank, at)
        seen += 1
        at = letters.find(words, at + 1)
    return best[1] if best is not None else None


def _agree(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def element(name: str, **attributes: str) -> Any:
    """A new element of the words of a Word file."""
    from lxml import etree

    return etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()}, nsmap={"w": W[1:-1]})


def _like(run: Any) -> Any:
    """An empty run that looks like another."""
    fresh = element("r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        fresh.append(copy.deepcopy(properties))
    return fresh


def _begin_run(t: Any, at: int) -> None:
    """Makes a run begin before a letter of a text element, or behind its last one."""
    run = t.getparent()
    content = [child for child in run if child.tag != f"{W}rPr"]
    if at == 0 and content and content[0] is t:
        return
    fresh = _like(run)
    following = content[content.index(t) + 1 :]
    if at == len(t.text):
        if not following:
            return
    elif at > 0:
        rest = element("t")
        rest.text = t.text[at:]
        t.text = t.text[:at]
        for one in (t, rest):
            one.set(f"{XML}space", "preserve")
        fresh.append(rest)
    else:
        fresh.append(t)
    fresh.extend(following)
    run.addnext(fresh)


def _range(first: Any, last: Any, number: str) -> None:
    """Comment marks round two runs and those between."""
    reference = element("r")
    reference.append(element("commentReference", id=number))
    last.addnext(reference)
    last.addnext(element("commentRangeEnd", id=number))
    first.addprevious(element("commentRangeStart", id=number))


def _between(first: Any, last: Any) -> list[Any]:
    """The runs of a paragraph from one to another."""
    paragraph = next(a for a in first.iterancestors(f"{W}p"))
    runs = [run for run in paragraph.iter(f"{W}r") if not any(a.tag == f"{W}del" for a in run.iterancestors())]
    return runs[runs.index(first) : runs.index(last) + 1]


def _change(kind: str, number: int) -> Any:
    return element(kind, id=str(90000 + number), author=AUTHOR)


def _strike(run: Any, number: int) -> None:
    """Marks a run as deleted."""
    for t in run.iter(f"{W}t"):
        t.tag = f"{W}delText"
    struck = _change("del", number)
    run.addprevious(struck)
    struck.append(run)
