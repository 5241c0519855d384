"""How well an extraction agrees with gold: mentions, their fields, identity, relations, conflicts.

Both sides are plain dictionaries: what ``kg extract`` prints (:mod:`kg.contract`), and gold files
(their form is in ``data/README.md``). So the saved output of another version, or of another program,
is measured in the same way.

Mentions of gold and of the output are paired first; everything else is read through the pairs: a
relation of gold is found when the output links the documents to which it gave the paired mentions,
under whatever ids. Each comparison is one :class:`Verdict`; a :class:`Report` only counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final, Literal

from kg.errors import InputError
from kg.models import PREDICATES, STRENGTHS
from kg.pairing import Json, Pairing, Triple, number_key, prints_a_number

Outcome = Literal["right", "missed", "extra"]

_FIELDS: Final = ("type", "date", "issuer")
_IDENTITY: Final = ("type", "number", "date", "issuer")
_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure; a ratio without anything to count is None.

    >>> Score(right=3, missed=1).recall, Score(right=3, extra=1).precision, Score().f1
    (0.75, 0.75, None)
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was given that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """Share of what was wanted that was given."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else None

    def as_dict(self) -> dict[str, int | float | None]:
        """Counts and ratios, for JSON."""
        return {
            "right": self.right, "extra": self.extra, "missed": self.missed,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """One comparison.

    Attributes:
        measure: what was compared: ``document``, ``numbered``, ``named``, ``back``, ``field``,
            ``undated``, ``identity``, ``relation``, ``strength``, ``never``, ``conflict``.
        key: the field or the predicate, where the measure has parts.
        start: offset in the text, None where gold has none.
        what: the words or the link in question.
        strength: of a relation.
    """

    measure: str
    outcome: Outcome
    file: str
    what: str
    key: str = ""
    start: int | None = None
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What :func:`evaluate` found; every figure is a count of verdicts."""

    verdicts: tuple[Verdict, ...] = ()

    def score(self, measure: str, key: str | None = None, *, strength: str | None = None) -> Score:
        """Counts of a measure, of all its parts or of one.

        >>> Report((Verdict("numbered", "right", "a.txt", "Luật số 1"),)).score("numbered").right
        1
        """
        count = Counter(
            v.outcome
            for v in self.verdicts
            if v.measure == measure and key in (None, v.key) and strength in (None, v.strength)
        )
        return Score(count["right"], count["extra"], count["missed"])

    @property
    def misses(self) -> list[str]:
        """Every fault as one line in Vietnamese: file, offset, what is wrong."""
        return self.miss_lines("vi")

    def miss_lines(self, lang: str = "vi") -> list[str]:
        """Every fault as one line, in the order of the gold files.

        Args:
            lang: ``vi`` or ``en``.

        >>> Report((Verdict("numbered", "missed", "a.txt", "Luật số 1", start=7),)).miss_lines("en")
        ['a.txt:7: missed, mention with a number: Luật số 1']
        """
        words = _WORDS[_language(lang)]
        return [
            f"{v.file}{'' if v.start is None else f':{v.start}'}: {words[v.outcome]}, {words[v.measure]}"
            f"{f' ({words.get(v.key, v.key)})' if v.key else ''}: {' '.join(v.what.split())}"
            for v in self.verdicts
            if v.outcome != "right"
        ]

    def as_dict(self) -> dict[str, Any]:
        """All figures, for JSON; a part without a case is left out.

        >>> Report().as_dict()["numbered"]["f1"] is None
        True
        """
        relations = self.score("relation").as_dict()
        return {
            "documents": self.score("document").as_dict(),
            **{measure: self.score(measure).as_dict() for measure in ("numbered", "named", "back")},
            "fields": self._parts("field", _FIELDS),
            "undated": self.score("undated").as_dict(),
            "identity": self._parts("identity", _IDENTITY),
            "relations": {
                **relations,
                "by_predicate": self._parts("relation", PREDICATES),
                "by_strength": {
                    name: score.as_dict()
                    for name in STRENGTHS
                    if (score := self.score("relation", strength=name)) != Score()
                },
            },
            "strength": self.score("strength").as_dict(),
            "never": self.score("never").as_dict(),
            "conflicts": self.score("conflict").as_dict(),
        }

    def _parts(self, measure: str, keys: Sequence[str]) -> dict[str, Any]:
        scores = {key: self.score(measure, key) for key in keys}
        return {key: score.as_dict() for key, score in scores.items() if score != Score()}

    def lines(self, lang: str = "vi") -> list[str]:
        """The figures as a table of text.

        Args:
            lang: ``vi`` or ``en``.

        Raises:
            ValueError: another language.

        >>> print(Report((Verdict("numbered", "right", "a.txt", "Luật số 1"),)).lines("en")[1])
        mention with a number                  1.000   1.000   1.000       1       0       0
        """
        words = _WORDS[_language(lang)]
        heads = "".join(f"{words[head]:>8}" for head in ("precision", "recall", "f1", *_OUTCOMES))
        table = [f"{words['measure']:<36}{heads}"]
        for indent, label, score, two_sided in self._rows():
            if score == Score():
                continue
            ratios = (score.precision, score.recall, score.f1) if two_sided else (None, score.recall, None)
            counts = (score.right, score.missed, score.extra if two_sided else None)
            cells = [_DASH if r is None else f"{r:.3f}" for r in ratios]
            cells += [_DASH if c is None else str(c) for c in counts]
            table.append(f"{'  ' * indent + words[label]:<36}" + "".join(f"{cell:>8}" for cell in cells))
        return table

    def _rows(self) -> Iterator[tuple[int, str, Score, bool]]:
        """Indent, label, figures, and whether something extra can be wrong."""
        absent = self.score("document")
        if absent.missed:
            yield 0, "document", absent, False
        yield 0, "numbered", self.score("numbered"), True
        yield 0, "named", self.score("named"), False
        yield 0, "back", self.score("back"), False
        for key in _FIELDS:
            yield 1, key, self.score("field", key), False
        yield 1, "undated", self.score("undated"), False
        yield 0, "identity", self.score("identity"), False
        for key in _IDENTITY:
            yield 1, key, self.score("identity", key), False
        yield 0, "relation", self.score("relation"), True
        for key in PREDICATES:
            yield 1, key, self.score("relation", key), True
        for key in STRENGTHS:
            yield 1, key, self.score("relation", strength=key), True
        yield 1, "strength", self.score("strength"), False
        yield 0, "conflict", self.score("conflict"), True
        yield 0, "never", self.score("never"), False


def evaluate(outputs: Iterable[Json], gold: Iterable[Json]) -> Report:
    """Compares extraction output with gold.

    Args:
        outputs: one dictionary a text, as ``kg extract`` prints it; found by the last part of
            ``source`` (after ``#``, without folders). Output without gold is ignored.
        gold: the values of :func:`kg.gold.load_gold`; a text without output counts as all missed.

    Raises:
        InputError: two outputs have the same name, so that it is not clear which one is meant.

    >>> span = {"start": 0, "end": 22, "text": "Nghị định 61/2018/NĐ-CP"}
    >>> law = {**span, "type": "nghi-dinh", "number": "61/2018/NĐ-CP", "date": "2018", "issuer": None}
    >>> empty = {"document": {}, "relations": [], "never": [], "conflicts": []}
    >>> gold = {"file": "a.txt", **empty, "mentions": [law]}
    >>> evaluate([], [gold]).score("numbered").recall
    0.0
    >>> evaluate([{"source": "dir/a.txt", **empty, "mentions": [law]}], [gold]).misses
    []
    """
    by_name: dict[str, Json] = {}
    for output in outputs:
        name = PurePosixPath(str(output["source"]).rsplit("#", 1)[-1].replace("\\", "/")).name
        if name in by_name:
            message = f"two outputs are named {name}: evaluate them apart"
            raise InputError(message, code="gold-twice", name=name)
        by_name[name] = output
    return Report(tuple(v for wanted in gold for v in _judge(wanted, by_name.get(wanted["file"]))))


def _judge(gold: Json, output: Json | None) -> Iterator[Verdict]:
    file = gold["file"]
    yield Verdict("document", "missed" if output is None else "right", file, file)
    pairing = Pairing.of(gold, output or {})
    yield from _mentions(pairing)
    yield from _identity(pairing)
    yield from _relations(pairing)
    yield from _conflicts(pairing)


def _mentions(pairing: Pairing) -> Iterator[Verdict]:
    file = pairing.gold["file"]
    for want, have in pairing.pairs:
        measure = "back" if want.get("kind") == "back" else "numbered" if want["number"] else "named"
        start, text = want["start"], want["text"]
        yield Verdict(measure, "right" if have else "missed", file, text, start=start)
        if have is None:
            continue
        for key in _FIELDS:
            if want[key]:
                yield _same(file, "field", key, want[key], have.get(key), start, text)
        if want["date"] is None:
            given = have.get("date")
            yield Verdict("undated", "missed" if given else "right", file, f"{text}: {given}", start=start)
    own = number_key(pairing.gold["document"].get("number"))
    for have in pairing.unpaired:
        # Names and short forms beyond gold are not counted: gold does not claim to hold them all.
        number = number_key(have.get("number"))
        if number and number != own and prints_a_number(have):
            yield Verdict("numbered", "extra", file, have["text"], start=have["start"])


def _identity(pairing: Pairing) -> Iterator[Verdict]:
    file, own = pairing.gold["file"], pairing.output.get("document") or {}
    for key in _IDENTITY:
        want = pairing.gold["document"].get(key)
        if want:
            yield _same(file, "identity", key, want, own.get(key), None, "")


def _same(file: str, measure: str, key: str, want: str, have: Any, start: int | None, text: str) -> Verdict:
    """A field is right when equal; a number by its letters and digits; a date when at least as exact."""
    given = str(have or "")
    if key == "number":
        right = number_key(given) == number_key(want)
    else:
        right = given.startswith(want) if key == "date" else given == want
    difference = "" if right else f"{want} ≠ {given or _DASH}"
    what = ": ".join(part for part in (text, difference) if part)
    return Verdict(measure, "right" if right else "missed", file, what, key, start)


def _relations(pairing: Pairing) -> Iterator[Verdict]:
    gold, given = pairing.gold, pairing.triples()
    file, used = gold["file"], set[Triple]()
    for link in gold["relations"]:
        found = pairing.meant(link) & given.keys()
        used |= found
        strength, what = link["strength"], f"{link['subject']} → {link['object']}"
        outcome: Outcome = "right" if found else "missed"
        yield Verdict("relation", outcome, file, what, link["predicate"], strength=strength)
        if found:
            same = any(strength in given[triple] for triple in found)
            yield Verdict("strength", "right" if same else "missed", file, f"{what}: {strength}")
    for link in gold.get("allowed", ()):
        used |= pairing.meant(link)
    for triple in sorted(given.keys() - used):
        subject, predicate, object_ = triple
        if pairing.counts(subject) and pairing.counts(object_):
            what = f"{pairing.label(subject)} → {pairing.label(object_)}"
            strength = next((s for s in STRENGTHS if s in given[triple]), "")
            yield Verdict("relation", "extra", file, what, predicate, strength=strength)
    for link in gold["never"]:
        if link["predicate"] == "same-as":
            broken = bool(pairing.ids(link["subject"]) & pairing.ids(link["object"]))
        else:
            broken = bool(pairing.meant(link) & given.keys())
        what = f"{link['subject']} {link['predicate']} {link['object']} - {link['why']}"
        yield Verdict("never", "missed" if broken else "right", file, what)


def _conflicts(pairing: Pairing) -> Iterator[Verdict]:
    file = pairing.gold["file"]
    given = [
        (number_key(pairing.documents.get(c["target"], {}).get("number")), c["field"], frozenset(c["values"]))
        for c in pairing.output.get("conflicts", ())
        if c["field"] in _FIELDS
    ]
    used = set[int]()
    for want in pairing.gold["conflicts"]:
        key, values = number_key(want["number"]), frozenset(want["values"])
        hits = {i for i, (k, f, v) in enumerate(given) if k == key and f == want["field"] and values <= v}
        used |= hits
        what = f"{want['number']} {want['field']} {', '.join(want['values'])}"
        yield Verdict("conflict", "right" if hits else "missed", file, what)
    for i, (number, name, claimed) in enumerate(given):
        if i not in used:
            yield Verdict("conflict", "extra", file, f"{number or _DASH} {name} {', '.join(sorted(claimed))}")


def _language(lang: str) -> str:
    if lang not in _WORDS:
        raise ValueError(f"lang must be one of {', '.join(_WORDS)}, not {lang!r}")
    return lang


_OUTCOMES: Final = ("right", "missed", "extra")
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "measure": "Chỉ tiêu", "precision": "C.xác", "recall": "Độ phủ", "f1": "F1",
        "right": "đúng", "missed": "sót", "extra": "thừa",
        "document": "văn bản có kết quả", "numbered": "viện dẫn có số", "named": "viện dẫn theo tên",
        "back": "viện dẫn rút gọn", "field": "trường của viện dẫn", "undated": "không đoán ngày",
        "identity": "chính văn bản", "type": "loại", "number": "số, ký hiệu", "date": "ngày",
        "issuer": "cơ quan", "relation": "quan hệ", "strength": "đúng cách nối",
        "conflict": "mâu thuẫn được báo", "never": "điều không được có",
        "implements": "thực hiện", "guides": "hướng dẫn, quy định chi tiết", "basedOn": "căn cứ",
        "amends": "sửa đổi, bổ sung", "replaces": "thay thế", "repeals": "bãi bỏ", "suspends": "đình chỉ",
        "corrects": "đính chính", "consolidates": "hợp nhất", "promulgates": "công bố, ban hành",
        "approves": "phê duyệt", "cites": "dẫn chiếu", "stated": "nêu trong câu",
        "heading": "theo đề mục", "footnote": "qua chú thích",
    },
    "en": {
        "measure": "measure", "precision": "prec.", "recall": "recall", "f1": "F1",
        "right": "right", "missed": "missed", "extra": "extra",
        "document": "texts with output", "numbered": "mention with a number", "named": "mention by name",
        "back": "short back-reference", "field": "field of a mention", "undated": "no date guessed",
        "identity": "the document itself", "type": "type", "number": "number", "date": "date",
        "issuer": "issuer", "relation": "relation", "strength": "right strength",
        "conflict": "conflict reported", "never": "must never be",
        **{predicate: predicate for predicate in PREDICATES},
        "stated": "stated", "heading": "by heading", "footnote": "by footnote",
    },
}  # fmt: skip
