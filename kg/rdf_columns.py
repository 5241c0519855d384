"""Columns of the tables as columns of statements (:class:`kg.rdf_text.Rows`), and the names in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from kg.rdf_terms import Lit, Term, name
from kg.rdf_text import Chosen, Texts, Things

if TYPE_CHECKING:
    import pyarrow as pa

WHOLE: Final = "xsd:nonNegativeInteger"


def key_of(*parts: str) -> str:
    """The name of a thing that has none, from what it is made of.

    >>> key_of("a", "b") == key_of("a", "b") != key_of("ab")
    True
    """
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Names(dict[str, str]):
    """Compact names of one kind, each made once.

    >>> Names("doc")["a b"]
    'doc:a%20b'
    """

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix

    def __missing__(self, local: str) -> str:
        """A name that was not asked for before."""
        made = self[local] = name(self._prefix, local)
        return made


class SourceNames(dict[str, str]):
    """Compact names of sources: a path may hold anything, so its digest stands for it."""

    def __missing__(self, path: str) -> str:
        """A name that was not asked for before."""
        made = self[path] = f"source:{key_of(path)[:16]}"
        return made


def issuers(value: str | None) -> list[str]:
    """The bodies of an issuer: joint documents have several, joined by ``+``.

    >>> issuers("bo-noi-vu+bo-tai-chinh"), issuers(None)
    (['bo-noi-vu', 'bo-tai-chinh'], [])
    """
    return [part for part in (value or "").split("+") if part]


def joint(value: str | None) -> list[Term]:
    """The issuer as it stands in the table, where the bodies alone would not tell it: their order counts."""
    return [Lit(value)] if value is not None and [value] != issuers(value) else []


class Columns:
    """The columns of some rows; each different value of one is looked at once."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self._batch = batch
        self._coded: dict[str, tuple[list[Any], list[int]]] = {}

    def coded(self, name: str) -> tuple[list[Any], list[int]]:
        """The different values of a column, and which of them each row has, -1 for none."""
        if (found := self._coded.get(name)) is None:
            encoded = self._batch[name].dictionary_encode()
            at = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).tolist()
            found = self._coded[name] = encoded.dictionary.to_pylist(), at
        return found

    def texts(self, name: str) -> list[Any]:
        """A column that has no gaps."""
        values, at = self.coded(name)
        return [values[i] for i in at]

    def numbers(self, name: str) -> list[int]:
        """A column of numbers that has no gaps."""
        found: list[int] = self._batch[name].to_numpy(zero_copy_only=False).tolist()
        return found

    def same(self, predicate: str, thing: str) -> Things:
        """What all rows say."""
        return Things(predicate, [thing], [0] * self._batch.num_rows)

    def things(self, predicate: str, name: str, names: Mapping[str, str]) -> Things:
        """What rows lead to by a column."""
        values, at = self.coded(name)
        return Things(predicate, [names[value] for value in values], at)

    def literals(self, predicate: str, name: str, kind: str = "", none: str | None = None) -> Texts:
        """A column as literals; the value ``none`` says nothing."""
        values, at = self.coded(name)
        if none is not None and none in values:
            nothing = values.index(none)
            at = [-1 if i == nothing else i for i in at]
        return Texts(predicate, values, kind, at)

    def chosen(self, predicate: str, name: str, terms: Callable[[Any], list[Term]]) -> Chosen:
        """What rows say by a column: for each of its values some terms, or none."""
        values, at = self.coded(name)
        made = [terms(value) for value in values]
        if all(made):
            return Chosen(predicate, made, at)
        return Chosen(predicate, made, [i if i >= 0 and made[i] else -1 for i in at])
