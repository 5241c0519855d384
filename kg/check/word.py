"""Findings in a copy of a Word file: as comments beside the words, or as tracked changes that mend them.

The text that was checked and the paragraphs of the file are the same words in the same order, but for numbers
and marks that only the page shows. So each finding is looked for by its words and what stands round them; words
in a footnote are marked where the note is called, because Word has no comments inside notes.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.check.models import Finding, Lang
from kg.errors import KgError
from kg.normalise import lower
from kg.read.content import UnreadableError
from kg.read.docx_numbers import W
from kg.read.package import Package

AUTHOR, _INITIALS = "kg check", "kg"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr"))
_CONTEXT = 160


@dataclass(frozen=True, slots=True)
class Marked:
    """A Word file with findings in it.

    Attributes:
        data: the bytes of the copy.
        placed: how many findings stand at their words.
        loose: those whose words were not found in the file.
    """

    data: bytes = field(repr=False)
    placed: int
    loose: tuple[Finding, ...]


def annotate(data: bytes, text: str, findings: Sequence[Finding], lang: Lang = "vi") -> Marked:
    """A copy of a Word file with a comment for each finding.

    Args:
        data: the bytes of the file.
        text: its text as it was read and checked.
        findings: of that text.
        lang: language of the comments.

    Returns:
        The copy; findings whose words are not found stand in a comment at the first paragraph.

    Raises:
        KgError: the file is no Word file, or of a kind that cannot be written (``check-docx``).
    """
    file = _File(data)
    spans = file.spans(text, findings)
    placed = [(f, span) for f, span in zip(findings, spans, strict=True) if span is not None]
    loose = tuple(f for f, span in zip(findings, spans, strict=True) if span is None)
    file.split([span for _, span in placed])
    comments = _Comments(file)
    for finding, (start, end) in placed:
        file.comment(start, end, comments.add(_paragraphs(finding, lang)))
    if loose:
        file.comment_first(comments.add([line for f in loose for line in _paragraphs(f, lang, words=True)]))
    comments.close()
    return Marked(file.bytes(), len(placed), loose)


def correct(data: bytes, text: str, findings: Sequence[Finding]) -> Marked:
    """A copy of a Word file in which safe corrections stand as tracked changes.

    Args:
        data: the bytes of the file.
        text: its text as it was read and checked.
        findings: of that text; those without a fix are passed over.

    Returns:
        The copy, with how many were made; what was not found in the file is in ``loose``.

    Raises:
        KgError: the file is no Word file, or of a kind that cannot be written (``check-docx``).
    """
    file = _File(data)
    wanted = _apart([f for f in findings if f.fix is not None])
    spans = file.spans(text, wanted)
    placed = [(f, span) for f, span in zip(wanted, spans, strict=True) if span is not None]
    file.split([span for _, span in placed])
    loose = [f for f, span in zip(wanted, spans, strict=True) if span is None]
    for number, (finding, (start, end)) in enumerate(placed):
        if not file.replace(start, end, finding.fix or "", number):
            loose.append(finding)
    return Marked(file.bytes(), len(wanted) - len(loose), tuple(loose))


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Of findings that overlap, the first."""
    out: list[Finding] = []
    for f in sorted(findings, key=lambda f: (f.start, -f.end)):
        if not out or f.start >= out[-1].end:
            out.append(f)
    return out


def _paragraphs(finding: Finding, lang: Lang, *, words: bool = False) -> list[str]:
    said = f"{finding.code}: {finding.message(lang)}."
    lines = [f"“{' '.join(finding.text.split())}” · {said}" if words else said]
    return [*lines, f"→ {advice}"] if (advice := finding.advice(lang)) else lines


@dataclass(slots=True)
class _Letters:
    """The letters of a file without blanks, each with the element that holds it and its place in there."""

    text: str
    owners: list[tuple[Any, int]]


class _File:
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
            t = _element("t")
            t.text = words
            t.set(f"{_XML}space", "preserve")
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


def _element(name: str, **attributes: str) -> Any:
    from lxml import etree

    return etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()}, nsmap={"w": W[1:-1]})


def _like(run: Any) -> Any:
    """An empty run that looks like another."""
    fresh = _element("r")
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
        rest = _element("t")
        rest.text = t.text[at:]
        t.text = t.text[:at]
        for one in (t, rest):
            one.set(f"{_XML}space", "preserve")
        fresh.append(rest)
    else:
        fresh.append(t)
    fresh.extend(following)
    run.addnext(fresh)


def _range(first: Any, last: Any, number: str) -> None:
    """Comment marks round two runs and those between."""
    reference = _element("r")
    reference.append(_element("commentReference", id=number))
    last.addnext(reference)
    last.addnext(_element("commentRangeEnd", id=number))
    first.addprevious(_element("commentRangeStart", id=number))


def _between(first: Any, last: Any) -> list[Any]:
    """The runs of a paragraph from one to another."""
    paragraph = next(a for a in first.iterancestors(f"{W}p"))
    runs = [run for run in paragraph.iter(f"{W}r") if not any(a.tag == f"{W}del" for a in run.iterancestors())]
    return runs[runs.index(first) : runs.index(last) + 1]


def _change(kind: str, number: int) -> Any:
    return _element(kind, id=str(90000 + number), author=AUTHOR)


def _strike(run: Any, number: int) -> None:
    """Marks a run as deleted."""
    for t in run.iter(f"{W}t"):
        t.tag = f"{W}delText"
    struck = _change("del", number)
    run.addprevious(struck)
    struck.append(run)


class _Comments:
    """The part with the comments: that of the file, or a new one that the file then refers to."""

    def __init__(self, file: _File) -> None:
        self._file = file
        names = file.package.related(file.body).get("comments", [])
        self._name = names[0] if names else posixpath.join(posixpath.dirname(file.body), "comments.xml")
        self._new = not names
        root = None if self._new else file.package.xml(self._name)
        self._root = root if root is not None else _element("comments")
        taken = [int(c.get(f"{W}id")) for c in self._root.iter(f"{W}comment") if (c.get(f"{W}id") or "").isdigit()]
        self._next = max(taken, default=-1) + 1

    def add(self, paragraphs: Sequence[str]) -> str:
        """Adds a comment; gives its number."""
        number = str(self._next)
        self._next += 1
        comment = _element("comment", id=number, author=AUTHOR, initials=_INITIALS)
        for line in paragraphs:
            paragraph, run, t = _element("p"), _element("r"), _element("t")
            t.text = "".join(c for c in line if c.isprintable())
            t.set(f"{_XML}space", "preserve")
            run.append(t)
            paragraph.append(run)
            comment.append(paragraph)
        self._root.append(comment)
        return number

    def close(self) -> None:
        """Puts the part into the file."""
        file = self._file
        file.parts[self._name] = self._root
        if not self._new:
            return
        types = file.package.xml("[Content_Types].xml")
        _add(types, f"{_TYPES}Override", PartName=f"/{self._name}", ContentType=_COMMENTS)
        file.parts["[Content_Types].xml"] = types
        folder, base = posixpath.split(file.body)
        links_name = posixpath.join(folder, "_rels", f"{base}.rels")
        links = file.package.xml(links_name)
        if links is None:
            from lxml import etree

            links = etree.Element(f"{_LINKS}Relationships", nsmap={None: _LINKS[1:-1]})
        taken = {link.get("Id") for link in links}
        name = next(f"rKg{n}" for n in range(1, 1000) if f"rKg{n}" not in taken)
        _add(links, f"{_LINKS}Relationship", Id=name, Type=f"{_R}/comments", Target=posixpath.basename(self._name))
        file.parts[links_name] = links


def _add(parent: Any, tag: str, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(parent, tag, attributes)
