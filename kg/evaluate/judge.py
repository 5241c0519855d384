"""Verdicts on one text: mentions and their fields, provisions, identity, links, conflicts.

Mentions of gold and of the output are paired first (:mod:`kg.pairing`); everything else is read through the
pairs, so that a relation of gold is found when the output links the documents to which it gave the paired
mentions, under whatever ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

from kg.confidence import OPEN
from kg.evaluate.verdicts import Judged, Outcome, Verdict
from kg.models import STRENGTHS
from kg.pairing import THIS, Json, Pairing, Triple, is_own, named, number_key, prints_a_number

_FIELDS: Final = ("type", "date", "issuer")
_IDENTITY: Final = ("type", "number", "date", "issuer")
_DASH: Final = "–"


def judge(gold: Json, output: Json | None) -> tuple[list[Verdict], list[Judged]]:
    """Compares the output of one text with gold.

    Args:
        gold: one value of :func:`kg.gold.load_gold`.
        output: what :mod:`kg.contract` gives, None where there is none.

    Returns:
        The verdicts, and for each result that gold can judge whether it is right.
    """
    file = gold["file"]
    pairing = Pairing.of(gold, output or {})
    verdicts = [Verdict("document", "missed" if output is None else "right", file, file)]
    for part in (_mentions, _pinpoints, _targets, _identity, _relations, _conflicts):
        verdicts += part(pairing)
    return verdicts, sorted((*_judged_mentions(pairing), *_judged_relations(pairing)), key=lambda j: (j.start, j))


def _measure(want: Json) -> str:
    return "back" if want.get("kind") == "back" else "numbered" if want["number"] else "named"


def _mentions(pairing: Pairing) -> Iterator[Verdict]:
    file = pairing.gold["file"]
    for want, have in pairing.pairs:
        start, text, kind = want["start"], want["text"], want["type"] or ""
        yield Verdict(_measure(want), "right" if have else "missed", file, text, start=start, group=kind)
        if have is None:
            continue
        if "resolves" in want:
            target = have.get("target") or ""
            number = pairing.documents.get(target, {}).get("number") or pairing.output.get("resolved", {}).get(target)
            yield _same(file, "resolved", "number", want["resolves"], number, start, text)
        for key in _FIELDS:
            if want[key]:
                yield _same(file, "field", key, want[key], have.get(key), start, text)
        if want["date"] is None:
            given = have.get("date")
            detail = f"{_DASH} ≠ {given}" if given else ""
            yield Verdict("undated", "missed" if given else "right", file, text, start=start, detail=detail)
    for have in pairing.unpaired:
        if _is_extra(pairing, have):
            kind = have.get("type") or ""
            yield Verdict("numbered", "extra", file, have["text"], start=have["start"], group=kind)


def _is_extra(pairing: Pairing, have: Json) -> bool:
    """Whether a mention that gold lacks is wrong: one with a number, which is not the text's own.

    Names and short forms beyond gold are not counted: gold does not claim to hold them all.
    """
    number = number_key(have.get("number"))
    own = number_key(pairing.gold["document"].get("number"))
    return bool(number) and number != own and prints_a_number(have)


def _same(file: str, measure: str, key: str, want: str, have: Any, start: int | None, text: str) -> Verdict:
    """A field is right when equal; a number by its letters and digits; a date when at least as exact."""
    given = str(have or "")
    if key == "number":
        right = number_key(given) == number_key(want)
    else:
        right = given.startswith(want) if key == "date" else given == want
    detail = "" if right else f"{want} ≠ {given or _DASH}"
    return Verdict(measure, "right" if right else "missed", file, text, key, start, detail=detail)


Place = frozenset[tuple[str, str]]


def provisions(rows: Sequence[Mapping[str, str]]) -> set[Place]:
    """Provisions as values that can be compared."""
    return {frozenset((level, value.casefold()) for level, value in row.items()) for row in rows}


def said(place: Place) -> str:
    """A provision for a person."""
    return " ".join(f"{level} {name}" for level, name in sorted(place))


def pinpoints(mention: Json) -> list[Mapping[str, str]]:
    """The provisions that an extracted mention carries."""
    one = mention.get("pinpoint")
    return list(mention.get("pinpoints") or ([one] if one else []))


def _pinpoints(pairing: Pairing) -> Iterator[Verdict]:
    """Each provision of gold; for a mention of which gold says nothing (no ``pinpoints``) none is judged."""
    file = pairing.gold["file"]
    for want, have in pairing.pairs:
        if "pinpoints" not in want:
            continue
        wanted, given = provisions(want["pinpoints"]), provisions(pinpoints(have) if have else [])
        for outcome, rows in (("right", wanted & given), ("missed", wanted - given), ("extra", given - wanted)):
            for row in sorted(rows, key=said):
                words = f"{said(row)}: {want['text']}"
                yield Verdict("pinpoint", outcome, file, words, start=want["start"])  # type: ignore[arg-type]


def document_of(want: Json, document: Json) -> str | None:
    """A label for the document that a gold mention means; None where gold does not tell.

    ``target`` of the mention where gold gives one; else a full number, with type, date and issuer.
    """
    if want.get("target"):
        return str(want["target"])
    if is_own(document, want):
        return THIS
    if want["number"] and want.get("kind") != "back":
        return "|".join(part or "" for part in (want["type"], number_key(want["number"]), want["date"], want["issuer"]))
    return None


def _targets(pairing: Pairing) -> Iterator[Verdict]:
    """Pairs of mentions: those of one document under one id, those of two that are alike under two."""
    gold = pairing.gold
    known = [
        (label, want, have["target"])
        for want, have in pairing.pairs
        if have and have.get("target") and (label := document_of(want, gold["document"])) is not None
    ]
    for (a, one, x), (b, other, y) in combinations(known, 2):
        what = f"{one['text']} = {other['text']}" if a == b else f"{one['text']} ≠ {other['text']}"
        if a == b:
            outcome: Outcome = "right" if x == y else "missed"
            yield Verdict("joined", outcome, gold["file"], what, start=other["start"])
        elif one["type"] == other["type"] or _serial(one) == _serial(other) is not None:
            outcome = "right" if x != y else "missed"
            yield Verdict("apart", outcome, gold["file"], what, start=other["start"])


def _serial(mention: Json) -> str | None:
    """The running number alone."""
    number = mention["number"] or ""
    digits = number[: next((i for i, c in enumerate(number) if not c.isdigit()), len(number))]
    return digits.lstrip("0") or None


def _identity(pairing: Pairing) -> Iterator[Verdict]:
    file, own = pairing.gold["file"], pairing.output.get("document") or {}
    for key in _IDENTITY:
        want = pairing.gold["document"].get(key)
        if want:
            yield _same(file, "identity", key, want, own.get(key), None, "")


def _relations(pairing: Pairing) -> Iterator[Verdict]:
    gold, given = pairing.gold, pairing.triples()
    file, used = gold["file"], set[Triple]()
    for link in gold["relations"]:
        found = pairing.meant(link) & given.keys()
        used |= found
        strength, what = link["strength"], f"{link['subject']} → {link['object']}"
        outcome: Outcome = "right" if found else "missed"
        spans = [(m["start"], m["end"]) for m in named(link["object"], gold["mentions"]) if m["start"] is not None]
        start, end = min(spans, default=(None, None))
        yield Verdict("relation", outcome, file, what, link["predicate"], start, strength, end=end)
        if found:
            same = any(strength in given[triple] for triple in found)
            detail = "" if same else f"{strength} ≠ {', '.join(sorted(given[next(iter(found))]))}"
            yield Verdict("strength", "right" if same else "missed", file, what, start=start, detail=detail)
            yield from _effects(pairing, link, found)
    for link in gold.get("allowed", ()):
        used |= pairing.meant(link)
    for triple in sorted(given.keys() - used):
        subject, predicate, object_ = triple
        if pairing.counts(subject) and pairing.counts(object_):
            what = f"{pairing.label(subject)} → {pairing.label(object_)}"
            strength = next((s for s in STRENGTHS if s in given[triple]), "")
            start, end = pairing.evidence(triple) or (None, None)
            yield Verdict("relation", "extra", file, what, predicate, start, strength, end=end)
    for link in gold["never"]:
        if link["predicate"] == "same-as":
            broken = bool(pairing.ids(link["subject"]) & pairing.ids(link["object"]))
        else:
            broken = bool(pairing.meant(link) & given.keys())
        what = f"{link['subject']} {link['predicate']} {link['object']} - {link['why']}"
        yield Verdict("never", "missed" if broken else "right", file, what)


def _effects(pairing: Pairing, link: Json, found: set[Triple]) -> Iterator[Verdict]:
    """Whether a link is known to touch a part only, and which, where gold says so."""
    if "scope" not in link and "provisions" not in link:
        return
    rows = [r for r in pairing.output["relations"] if (r["subject"], r["predicate"], r["object"]) in found]
    file, what = pairing.gold["file"], f"{link['subject']} → {link['object']}"
    if "scope" in link:
        scopes = {r.get("scope") for r in rows}
        right = link["scope"] in scopes
        detail = "" if right else f"{link['scope']} ≠ {', '.join(str(s) for s in scopes)}"
        yield Verdict("scope", "right" if right else "missed", file, what, "scope", detail=detail)
    if "provisions" in link:
        wanted = provisions(link["provisions"])
        given = {place for r in rows for place in provisions(r.get("provisions", ()))}
        right = wanted == given
        detail = "" if right else f"{_listed(wanted)} ≠ {_listed(given)}"
        yield Verdict("scope", "right" if right else "missed", file, what, "provisions", detail=detail)


def _listed(rows: set[Place]) -> str:
    return "; ".join(sorted(map(said, rows))) or _DASH


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


def _judged_mentions(pairing: Pairing) -> Iterator[Judged]:
    """A mention is right when type and number are, and its target is the one document that gold means."""
    gold = pairing.gold
    votes: dict[str, Counter[str]] = {}
    for want, have in pairing.pairs:
        if have and have.get("target") and (label := document_of(want, gold["document"])):
            votes.setdefault(label, Counter())[have["target"]] += 1
    chosen = {label: max(count.items(), key=lambda pair: (pair[1], pair[0]))[0] for label, count in votes.items()}
    taken = Counter(chosen.values())
    for want, have in pairing.pairs:
        if have is None or "confidence" not in have:
            continue
        label, target = document_of(want, gold["document"]), have.get("target")
        right = want["type"] in (None, have.get("type"))
        if label is not None:
            right = right and target == chosen.get(label) and taken[chosen[label]] == 1
        yield judged_mention(pairing.output, gold["file"], have, right)
    for have in pairing.unpaired:
        if "confidence" in have and _is_extra(pairing, have):
            yield judged_mention(pairing.output, gold["file"], have, False)


def judged_mention(output: Json, file: str, have: Json, right: bool) -> Judged:
    """A mention of some output with the verdict on it."""
    target = have.get("target")
    part = OPEN if target is None or target.startswith("ref_") else ""
    return Judged("mention", float(have["confidence"]), right, have.get("reading") or "", part, file, have["start"])


def _judged_relations(pairing: Pairing) -> Iterator[Judged]:
    """A typed link is right when gold has it; a plain citation when gold has no typed link in its place.

    The latter only where gold holds every typed link (``complete``). A link that gold allows is not judged.
    """
    gold, given = pairing.gold, pairing.triples()
    wanted = {t for link in gold["relations"] for t in pairing.meant(link)}
    open_ = {t for link in gold.get("allowed", ()) for t in pairing.meant(link)}
    typed = {(s, o) for s, _, o in wanted}
    unsure = {(s, o) for s, _, o in open_}
    for r in pairing.output.get("relations", ()):
        subject, predicate, object_ = triple = (r["subject"], r["predicate"], r["object"])
        if "confidence" not in r or triple in open_ or not (pairing.counts(subject) and pairing.counts(object_)):
            continue
        if predicate == "cites":
            stands_for = any((subject, p, object_) in given for p in {p for _, p, _ in wanted})
            if not gold.get("complete") or (subject, object_) in unsure or stands_for:
                continue
            right = (subject, object_) not in typed
        else:
            right = triple in wanted
        start = r["evidence"]["start"] if "evidence" in r else -1
        frame = r.get("frame") or ""
        yield Judged("relation", float(r["confidence"]), right, frame, predicate, gold["file"], start)
