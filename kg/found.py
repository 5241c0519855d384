"""The record of a citation as it is read at one place, before it is known which document it means."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kg.issuers import Body
from kg.names import Named
from kg.numbers import Number
from kg.phrases import Phrase


class Found(NamedTuple):
    """A citation as read at one place, offsets into the plain text.

    Attributes:
        kind: ``number``, ``name`` or ``back``.
        serial: of a short form ("Pháp lệnh số 34") that has no code.
        serial_year: the year that a short form prints with it: "Thông tư 68/2025".
        date: with or without a year (``--11-20``).
        term: the term of the Party's committee that the words after it name: "(khóa XI)".
        head_end: end of everything that names the document: number, date, issuer, term, alias.
        phrase: the issuer as printed after (or, ``subject``, before) the number.
        law_title: for a numbered law the title printed between its type word and its number, with the word.
        inherited: the type word stands with an earlier number of the list.
        inserted: a footnote that a page break put into the sentence of another citation.
        reported: the sentence reports its issuing: "UBND tỉnh đã ban hành …".
        means: start of the citation that the text has given this name, see :mod:`kg.aliases`.
        this: "Nghị định này", "Chương trình này": the text itself, or the paper named right before.
        reading: how it was read, a group of :mod:`kg.confidence`: ``typed`` (number after its type word), ``law``
            (after the title of a law), ``issuer`` (issuer between type and number), ``coded`` (the type is only in
            the code), ``listed`` (the type stands with an earlier number), ``letter`` (a letter, having no code),
            each with ``-unknown`` where no body of the code is known; ``serial``, ``anaphora``, ``alias`` for short
            forms; ``name``, ``title`` for a name that the registry holds or does not hold; ``unmarked`` for anything in
            text without diacritics or with words that a scanner misread.
    """

    start: int
    end: int
    kind: Literal["number", "name", "back"]
    type: str
    head_end: int
    number: Number | None = None
    serial: str | None = None
    date: str | None = None
    term: int | None = None
    phrase: Phrase | None = None
    named: Named | None = None
    body: Body | None = None
    law_title: str | None = None
    inherited: bool = False
    inserted: bool = False
    reported: bool = False
    means: int | None = None
    this: bool = False
    reading: str = "typed"
    serial_year: str | None = None

    @property
    def short_number(self) -> str | None:
        """The number of a short form as printed."""
        return f"{self.serial}/{self.serial_year}" if self.serial and self.serial_year else self.serial

    def with_body(self, body: Body | None) -> Found:
        """The same with its issuing body: what ``_replace`` gives, for every citation, at a third of its cost."""
        return tuple.__new__(Found, (*self[:_BODY], body, *self[_BODY + 1 :]))


_BODY = Found._fields.index("body")
