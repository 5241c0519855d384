"""Findings in a copy of a Word file: as comments beside the words, or as tracked changes that mend them.

The text that was checked and the paragraphs of the file are the same words in the same order, but for numbers
and marks that only the page shows. So each finding is looked for by its words and what stands round them; words
in a footnote are marked where the note is called, because Word has no comments inside notes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.check.models import Finding, Lang
from kg.check.word_file import AUTHOR, XML, WordFile, element
from kg.read.docx_numbers import W

_INITIALS = "kg"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


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
    file = WordFile(data)
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
    file = WordFile(data)
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


class _Comments:
    """The part with the comments: that of the file, or a new one that the file then refers to."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        names = file.package.related(file.body).get("comments", [])
        self._name = names[0] if names else posixpath.join(posixpath.dirname(file.body), "comments.xml")
        self._new = not names
        root = None if self._new else file.package.xml(self._name)
        self._root = root if root is not None else element("comments")
        taken = [int(c.get(f"{W}id")) for c in self._root.iter(f"{W}comment") if (c.get(f"{W}id") or "").isdigit()]
        self._next = max(taken, default=-1) + 1

    def add(self, paragraphs: Sequence[str]) -> str:
        """Adds a comment; gives its number."""
        number = str(self._next)
        self._next += 1
        comment = element("comment", id=number, author=AUTHOR, initials=_INITIALS)
        for line in paragraphs:
            paragraph, run, t = element("p"), element("r"), element("t")
            t.text = "".join(c for c in line if c.isprintable())
            t.set(f"{XML}space", "preserve")
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
