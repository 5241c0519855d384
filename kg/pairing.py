"""Which extracted mention answers which mention of gold, and which ids of the output mean what.

Everything that :mod:`kg.evaluate` compares is read through these pairs, so that ids never have to agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Json = Mapping[str, Any]
Triple = tuple[str, str, str]

THIS: Final = "this"
"""The end of a gold relation that is the document read itself."""

_SEPARATORS: Final = re.compile(r"[\s/_\u2010-\u2015-]+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """One gold text beside its output: which mention is which, which id means what."""

    gold: Json
    output: Json
    pairs: tuple[tuple[Json, Json | None], ...]
    unpaired: tuple[Json, ...]
    documents: Mapping[str, Json]
    own: frozenset[str]
    known: frozenset[str]

    @classmethod
    def of(cls, gold: Json, output: Json) -> Pairing:
        """Pairs the mentions of one gold text with those of its output."""
        own = output.get("document") or {}
        documents = {d["id"]: d for d in (*output.get("documents", ()), own) if d.get("id")}
        found = tuple(output.get("mentions", ()))
        chosen = _pair(gold["mentions"], found, documents)
        counterparts = [None if i is None else found[i] for i in chosen]
        pairs = tuple(zip(gold["mentions"], counterparts, strict=True))
        unpaired = tuple(have for i, have in enumerate(found) if i not in chosen)
        selves = [own] + [{"id": h.get("target")} for w, h in pairs if h and is_own(gold["document"], w)]
        met = [{"id": h.get("target")} for h in counterparts if h]
        numbered = [d for d in documents.values() if d.get("number")]
        return cls(gold, output, pairs, unpaired, documents, _ids(selves), _ids([*selves, *met, *numbered]))

    def triples(self) -> dict[Triple, set[str]]:
        """The links of the output with their strengths; plain citations are not scored."""
        links: dict[Triple, set[str]] = {}
        for r in self.output.get("relations", ()):
            if r["predicate"] != "cites":
                links.setdefault((r["subject"], r["predicate"], r["object"]), set()).add(r["strength"])
        return links

    def evidence(self, triple: Triple) -> tuple[int, int] | None:
        """Where the output first saw a link of its own."""
        spans = [
            (r["evidence"]["start"], r["evidence"]["end"])
            for r in self.output.get("relations", ())
            if "evidence" in r and (r["subject"], r["predicate"], r["object"]) == triple
        ]
        return min(spans, default=None)

    def meant(self, link: Json) -> set[Triple]:
        """Every way in which the output can state a link of gold."""
        subjects, objects = self.ids(link["subject"]), self.ids(link["object"])
        return {(s, link["predicate"], o) for s in subjects for o in objects}

    def ids(self, end: str) -> frozenset[str]:
        """The ids that the output gave to the document at one end of a gold link."""
        if end == THIS:
            return self.own
        pairs = [(w, h) for w, h in self.pairs if w in named(end, self.gold["mentions"])]
        others = [(w, h) for w, h in pairs if not is_own(self.gold["document"], w)]
        if not others:
            return self.own if is_number_of(end, self.gold["document"]) else frozenset()
        given = frozenset(h["target"] for _, h in others if h and h.get("target"))
        return given or _ids(d for d in self.documents.values() if _answers(d, end)) - self.own

    def counts(self, id: str) -> bool:
        """Whether gold claims to know every link of this document.

        It never does for a document by name that it does not hold; for any other without a number
        only where it says so (``complete``).
        """
        if self.gold.get("complete"):
            return id in self.known
        return bool(self.documents.get(id, {}).get("number"))

    def label(self, id: str) -> str:
        """A document of the output, for a person."""
        row = self.documents.get(id, {})
        return str(row.get("number") or row.get("title") or id)


def _ids(rows: Iterable[Json]) -> frozenset[str]:
    return frozenset(str(row["id"]) for row in rows if row.get("id"))


def _pair(wanted: Sequence[Json], found: Sequence[Json], documents: Mapping[str, Json]) -> list[int | None]:
    """For each gold mention the position of its counterpart; best fits first, each used once."""
    fits = sorted(
        (fit, g, i)
        for g, want in enumerate(wanted)
        for i, have in enumerate(found)
        if (fit := _fit(want, have, documents.get(have.get("target") or "", {}), abs(g - i))) is not None
    )
    chosen: list[int | None] = [None] * len(wanted)
    taken = set[int]()
    for _, g, i in fits:
        if chosen[g] is None and i not in taken:
            chosen[g] = i
            taken.add(i)
    return chosen


def _fit(want: Json, have: Json, target: Json, apart: int) -> tuple[int, ...] | None:
    """How badly an extracted mention fits a gold one (0 is best), None where it cannot be the same."""
    if want["number"]:
        keys = {number_key(have.get("number")), number_key(target.get("number"))}
        if number_key(want["number"]) not in keys:
            return None
    other_type = want["type"] != have.get("type")
    if want["start"] is not None:
        if have["start"] >= want["end"] or want["start"] >= have["end"]:
            return None
        return (other_type, abs(have["start"] - want["start"]) + abs(have["end"] - want["end"]))
    if want["number"] and want.get("kind") != "back":
        if not prints_a_number(have):
            return None
    else:
        a, b = fold(want["text"]), fold(have["text"])
        if a not in b and b not in a:
            return None
    other_date = bool(want["date"]) and not str(have.get("date") or "").startswith(want["date"])
    return (other_type, other_date, want["issuer"] != have.get("issuer"), apart)


def prints_a_number(mention: Json) -> bool:
    """Whether the words of a mention hold a figure, unlike "Nghị định này"."""
    return any(c.isdigit() for c in mention["text"])


def is_own(document: Json, mention: Json) -> bool:
    """Whether a gold mention is the document read: same number, and neither date nor issuer against it."""
    if not mention["number"] or number_key(mention["number"]) != number_key(document.get("number")):
        return False
    same_date = not mention["date"] or str(document.get("date") or "").startswith(mention["date"])
    return same_date and mention["issuer"] in (None, document.get("issuer"))


def _answers(document: Json, end: str) -> bool:
    """Whether a document of the output is what an end of a link names by its number."""
    _, _, mark = end.partition("@")
    fits = document.get("issuer") == mark or str(document.get("date") or "").startswith(mark)
    return is_number_of(end, document) and fits


def is_number_of(end: str, document: Json) -> bool:
    """Whether an end of a link names a document by its number."""
    return number_key(end.partition("@")[0]) == number_key(document.get("number")) is not None


def named(end: str, mentions: Sequence[Json]) -> list[Json]:
    """The gold mentions that an end of a link names: a number, ``NUMBER@DATE``, ``NUMBER@ISSUER``, a name.

    Or the ``target`` of mentions, which gold may give in the same forms.
    """
    if meant := [m for m in mentions if m.get("target") == end]:
        return meant
    name, _, mark = end.partition("@")
    key = number_key(name)
    numbered = [m for m in mentions if m["number"] and number_key(m["number"]) == key]
    if numbered:
        return [m for m in numbered if m["issuer"] == mark or str(m["date"] or "").startswith(mark)]
    folded = fold(name)
    names = [(fold(m["text"]), m) for m in mentions if not m["number"]]
    exact = [m for text, m in names if text == folded]
    return exact or [m for text, m in names if text and (folded in text or text in folded)]


def number_key(number: str | None) -> str | None:
    """A number as compared: case, separators and look-alikes of Đ do not count, dots and digits do.

    >>> number_key("33/CT-TTG") == number_key("33 / CT–TTg"), number_key("66.7/2025/NQ-CP")
    (True, '66.72025nqcp')
    """
    text = unicodedata.normalize("NFC", number or "").replace("Ð", "Đ").replace("Ɖ", "Đ")
    return _SEPARATORS.sub("", text).casefold() or None


def fold(text: str) -> str:
    """Words in lower case without diacritics and punctuation.

    >>> fold("Luật  Tiếp công dân;")
    'luat tiep cong dan'
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"\W+", " ", "".join(c for c in plain if not unicodedata.combining(c))).casefold().strip()
