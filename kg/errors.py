"""Every error the library raises on purpose derives from :class:`KgError`.

The message is one line for a person: what happened, where, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.models import Document


class KgError(Exception):
    """Base of all errors of this package."""


class InputError(KgError):
    """An input cannot be read: missing, empty, binary, of unknown encoding, too large."""


class RegistryError(KgError):
    """A row of a registry table is wrong: the message names file, line and column."""


class GraphError(KgError):
    """A graph folder is absent, half written, damaged, or of another version."""


class NotFoundError(KgError):
    """No document of the graph answers to the words that were given."""


class AmbiguousError(KgError):
    """Several documents answer to the words that were given; nothing is chosen.

    Attributes:
        candidates: the documents among which the words do not decide.
    """

    def __init__(self, message: str, candidates: Sequence[Document]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)
