"""The records of a check: what a rule is, what it finds, where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule sees, offsets into the plain text; :func:`kg.check.check` makes a :class:`Finding` of it.

    Attributes:
        facts: values for the rule's message and advice.
        fix: what to print in place of ``start:end``; None where a person has to decide.
        also: other places that belong to it (the mention it contradicts).
    """

    start: int
    end: int
    facts: Mapping[str, str] = field(default_factory=dict)
    fix: str | None = None
    also: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the text as read, with the line and column (from 1) of its beginning and end."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    def as_dict(self) -> dict[str, int]:
        """The place as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as documented in ``data/registry/checks.toml``; texts by language.

    Attributes:
        code: stable name, ``C001``.
        strict: whether it runs only when asked for: a matter of house style.
        message, advice: templates over the facts of a finding.
        source: the act or practice it rests on, and ``basis`` how that is known (as in the registry).
        wrong, right: texts in which it finds something, and nothing.
        corpus: texts of the graph against which the examples are read.
    """

    code: str
    name: str
    group: str
    severity: Severity
    strict: bool
    title: Mapping[str, str]
    explanation: Mapping[str, str]
    message: Mapping[str, str]
    advice: Mapping[str, str]
    source: str
    basis: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    corpus: tuple[str, ...] = ()

    def as_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """The rule as JSON in one language."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "strict": self.strict,
            "title": self.title[lang],
            "explanation": self.explanation[lang],
            "source": self.source,
            "basis": self.basis,
            "wrong": list(self.wrong),
            "right": list(self.right),
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a draft.

    Attributes:
        code, severity: of the rule.
        source: name of the text.
        place: where it stands; ``text`` are the words themselves.
        facts: the values in message and advice, by name.
        fix: a safe replacement for the words, None where a person has to decide.
        also: other places that belong to it.
        page, paragraph: where the format knows them (from 1).
        rule: the rule, for its texts.
    """

    code: str
    severity: Severity
    source: str
    place: Place
    text: str
    facts: Mapping[str, str]
    fix: str | None = None
    also: tuple[Place, ...] = ()
    page: int | None = None
    paragraph: int | None = None
    rule: Rule | None = field(default=None, repr=False, compare=False)

    def _repr_html_(self) -> str:
        from kg.cards import finding_card

        return finding_card(self)

    @property
    def start(self) -> int:
        """Offset of the first character in the text as read."""
        return self.place.start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.place.end

    def message(self, lang: Lang = "vi") -> str:
        """What is wrong, in one sentence."""
        return _said(self.rule.message if self.rule else {}, lang, self.facts) or self.code

    def advice(self, lang: Lang = "vi") -> str:
        """What to do about it; empty where the message says it."""
        return _said(self.rule.advice if self.rule else {}, lang, self.facts)

    def as_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """The finding as JSON in one language."""
        return {
            "code": self.code,
            "severity": self.severity,
            "source": self.source,
            "page": self.page,
            "paragraph": self.paragraph,
            **self.place.as_dict(),
            "text": self.text,
            "title": self.rule.title[lang] if self.rule else self.code,
            "message": self.message(lang),
            "advice": self.advice(lang),
            "fix": self.fix,
            "also": [place.as_dict() for place in self.also],
            "facts": dict(self.facts),
        }


def _said(texts: Mapping[str, str], lang: Lang, facts: Mapping[str, str]) -> str:
    return texts.get(lang, "").format_map(facts)
