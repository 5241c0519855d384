"""Every error the library raises on purpose derives from :class:`KgError`.

The message is one line for a person, in English: what happened, where, and what to do about it.
``code`` and ``facts`` say the same to a program, so that a user interface can put it in another
language without reading the message.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.models import Document


class KgError(Exception):
    """Base of all errors of this package.

    Args:
        message: one line for a person.
        code: stable name of what happened, e.g. ``graph-absent``; empty where nothing depends on it.
        facts: the values that the message is made of, by name.

    >>> error = KgError("no graph at g", code="graph-absent", path="g")
    >>> str(error), error.code, error.facts
    ('no graph at g', 'graph-absent', {'path': 'g'})
    """

    def __init__(self, message: str = "", *, code: str = "", **facts: object) -> None:
        super().__init__(message)
        self.code = code
        self.facts = facts


class InputError(KgError):
    """An input cannot be read: missing, empty, binary, of unknown encoding, too large."""


class RegistryError(KgError):
    """A row of a registry table is wrong: the message names file, line and column."""


class GraphError(KgError):
    """A graph folder is absent, half written, damaged, or of another version."""


class NotFoundError(KgError):
    """No document of the graph answers to the words that were given.

    Attributes:
        suggestions: the documents that come nearest, best first.
    """

    def __init__(
        self,
        message: str = "",
        suggestions: Sequence[Document] = (),
        *,
        code: str = "not-found",
        **facts: object,
    ) -> None:
        super().__init__(message, code=code, **facts)
        self.suggestions = tuple(suggestions)


class AmbiguousError(KgError):
    """Several documents answer to the words that were given; nothing is chosen.

    Attributes:
        candidates: the documents among which the words do not decide.
    """

    def __init__(
        self,
        message: str = "",
        candidates: Sequence[Document] = (),
        *,
        code: str = "ambiguous",
        **facts: object,
    ) -> None:
        super().__init__(message, code=code, **facts)
        self.candidates = tuple(candidates)
