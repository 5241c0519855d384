"""What can be told of a SPARQL query from its text alone, before anything runs it.

The engine reads queries and never updates, but it would fetch what ``SERVICE`` names: a query must not make
this machine talk to another, so such a query is refused here. The text is cut into tokens in *every* way in
which a parser might (``<`` opens an IRI or compares), so that no way of writing it slips through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from kg.errors import KgError

Form = Literal["select", "ask", "construct", "describe"]
FORMS: Final[tuple[Form, ...]] = ("select", "ask", "construct", "describe")
_UPDATES: Final = frozenset(
    ["insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"]
)
_IRI: Final = re.compile(r"<[^<>\"{}|^`\x00-\x20]*>")
_TOKEN: Final = re.compile(
    r"""(?P<space>\s+|\#[^\n\r]*)
    |(?P<text>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<prefix>(?:\w[\w.-]*)?:)(?:[\w:.%-]|\\[^\w\s])*
    |(?P<word>\w+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_VARIABLE: Final = re.compile(r"[?$](\w+)")


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    """Kind and text of every token of every way to cut the query; spaces and comments are left out."""
    waiting, seen = [0], {0}
    while waiting:
        at = waiting.pop()
        nexts = []
        if iri := _IRI.match(query, at):
            nexts.append(iri.end())
        if (token := _TOKEN.match(query, at)) and not query.startswith("//", at):
            # Two slashes stand in IRIs only: a way that meets them outside has taken "<" wrongly.
            nexts.append(token.end())
            kind = token.lastgroup or "other"
            if kind != "space":
                yield kind, token["prefix"] if kind == "prefix" else token.group()
        for end in nexts:
            if end not in seen:
                seen.add(end)
                waiting.append(end)


def _decoded(query: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    return _CODEPOINT.sub(character, query)


def _first(query: str) -> str:
    """The word that says what a query is, after the prologue; empty where there is none."""
    at = 0
    while at < len(query):
        iri = _IRI.match(query, at)
        token = iri or _TOKEN.match(query, at)
        if token is None:
            return ""
        at = token.end()
        kind = "iri" if iri else token.lastgroup
        if kind == "word":
            word = token.group().casefold()
            if word not in ("prefix", "base"):
                return word
        elif kind not in ("space", "iri", "prefix"):
            return ""
    return ""


def form_of(query: str) -> Form:
    """What a query asks for, and that it may be run.

    Args:
        query: the text of one SPARQL 1.1 query.

    Returns:
        ``select``, ``ask``, ``construct`` or ``describe``.

    Raises:
        KgError: it is an update (``sparql-update``), asks another server (``sparql-service``) or is no
            query at all (``sparql-syntax``).

    >>> form_of("PREFIX a: <http://a/> # a comment\\nSELECT * { ?s a:p ?o }"), form_of("ask {}")
    ('select', 'ask')
    >>> form_of("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.KgError: SERVICE would ask another server; a graph is only asked where it is
    """
    for text in {query, _decoded(query)}:
        for kind, token in _tokens(text):
            if kind in ("word", "prefix") and "service" in token.casefold():
                raise KgError(
                    "SERVICE would ask another server; a graph is only asked where it is",
                    code="sparql-service",
                )
    word = _first(query)
    for form in FORMS:
        if word == form:
            return form
    if word in _UPDATES:
        raise KgError(
            f"{word.upper()} changes data, and a graph is only read; build it again instead",
            code="sparql-update",
            word=word.upper(),
        )
    raise KgError(
        "this is no SPARQL query: it must be SELECT, ASK, CONSTRUCT or DESCRIBE",
        code="sparql-syntax",
        reason="SELECT, ASK, CONSTRUCT, DESCRIBE?",
    )


def variables_of(query: str) -> frozenset[str]:
    """The names of all variables that a query may mention.

    >>> sorted(variables_of("SELECT ?a { ?a ?b $c . # ?d\\n ?a <http://x/> '?f' }"))
    ['a', 'b', 'c']
    """
    return frozenset(
        match[1]
        for kind, token in _tokens(query)
        if kind == "variable" and (match := _VARIABLE.fullmatch(token))
    )
