"""Rules about documents that the draft cites more than once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg import registry
from kg.check.draft import Cite, Draft
from kg.check.models import Hit
from kg.check.rules_dates import printed_day
from kg.check.rules_laws import law_title
from kg.dates import compatible
from kg.normalise import fold_tone, lower
from kg.phrases import read_phrase
from kg.registry import LAW_TYPES

_FULL = 10
_SAME_TITLE, _OTHER_TITLE = 0.75, 0.2


def two_dates(draft: Draft) -> Iterator[Hit]:
    """C021: one document cited with two dates."""
    for conflict in draft.analysis.conflicts:
        if conflict.field != "date":
            continue
        dated = [c for c in draft.cites_of(conflict.target) if c.date and len(c.date) == _FULL and _of_its_year(c)]
        own = draft.date if conflict.target == draft.analysis.document.id else None
        said = [value for value in conflict.values if value == own or any(c.date == value for c in dated)]
        for c in dated if said else ():
            if c.date != said[0]:
                yield _other_date(c, said[0], [o for o in dated if o.date == said[0]])
    for a, b in _twins(draft):
        yield _other_date(b, a.date or "", [a])


def _of_its_year(c: Cite) -> bool:
    """Whether the date is of the year in the number; where it is not, C012 says so."""
    return c.number is None or c.number.year is None or (c.date or "").startswith(str(c.number.year))


def _other_date(c: Cite, best: str, agreed: list[Cite]) -> Hit:
    words = c.mention.number or c.mention.text
    facts = {"words": words, "date": printed_day(c.date or ""), "other": printed_day(best)}
    return Hit(c.date_start, c.date_end, facts, also=tuple((o.date_start, o.date_end) for o in agreed[:3]))


def _twins(draft: Draft) -> Iterator[tuple[Cite, Cite]]:
    """Two citations with the same number, body and title that only their years make two documents."""
    by_number: dict[tuple[str, str], list[Cite]] = defaultdict(list)
    for c in draft.cites:
        if c.number is None or c.number.year or not c.date or len(c.date) != _FULL or not c.mention.title:
            continue
        by_number[c.mention.number or "", c.mention.issuer or ""].append(c)
    for cites in by_number.values():
        firsts = list({c.mention.target: c for c in reversed(cites)}.values())[::-1]
        for a, b in combinations(firsts, 2):
            words = [_words(_before_issuer(c.mention.title or "")) for c in (a, b)]
            if _years(words[0]) != _years(words[1]):
                continue  # a plan of every year
            if min(map(len, words)) >= 4 and _overlap(*words) >= _SAME_TITLE:
                yield a, b


def _years(words: frozenset[str]) -> set[str]:
    return {word for word in words if re.fullmatch(r"(?:19|20)\d\d", word)}


def _before_issuer(title: str) -> str:
    """A title without the issuer that may close it.

    >>> _before_issuer("trồng cây của UBND tỉnh Sơn La")
    'trồng cây'
    """
    for m in re.finditer(r"\s+của\s+", title):
        if read_phrase(title, fold_tone(lower(title)), m.end()) is not None:
            return title[: m.start()]
    return title


def two_issuers(draft: Draft) -> Iterator[Hit]:
    """C022: one document cited as issued by two bodies."""
    for target in dict.fromkeys(c.mention.target for c in draft.cites if c.mention.target):
        said = [c for c in draft.cites_of(target) if c.phrase is not None and c.number is not None]
        names = Counter(c.phrase.base.slug for c in said if c.phrase)
        if len(names) < 2 or len({c.phrase.base.series for c in said if c.phrase}) > 1:
            continue  # a body of another register is C032
        best = max(names, key=lambda slug: names[slug])
        agreed = [c for c in said if c.phrase and c.phrase.base.slug == best]
        if agreed[0].phrase is None or agreed[0].phrase.base.series != "dcsvn-tw":
            continue
        for c in said:
            if c.phrase and c.phrase.base.slug != best:
                facts = {
                    "words": c.mention.number or c.mention.text,
                    "issuer": c.phrase.base.name,
                    "other": agreed[0].phrase.base.name,
                }
                also = tuple((o.phrase.start, o.phrase.end) for o in agreed[:3] if o.phrase)
                yield Hit(c.phrase.start, c.phrase.end, facts, also=also)


_AFTER_ARTICLE = re.compile(r"(?:điều|khoản|điểm|mục|phụ\s+lục)\s+\S{1,8}\s+(?:của\s+)?$")


def two_titles(draft: Draft) -> Iterator[Hit]:
    """C023: one document cited with two titles that have nothing in common."""
    for target in dict.fromkeys(c.mention.target for c in draft.cites if c.mention.target):
        titled = [
            c
            for c in draft.cites_of(target)
            if c.number is not None
            and c.mention.title
            and len(_words(c.mention.title)) >= 5
            and not c.mention.provisions  # "Điều 2 Thông tư … về hồ sơ" tells what the article is about
            and not _AFTER_ARTICLE.search(draft.low, max(0, c.start - 30), c.start)
        ]
        if len(titled) < 2:
            continue
        first = titled[0]
        mine = _words(first.mention.title or "")
        for c in titled[1:]:
            words = _words(c.mention.title or "")
            if _overlap(mine, words) <= _OTHER_TITLE and _stands(draft, c) and _stands(draft, first):
                facts = {
                    "words": c.mention.number or c.mention.text,
                    "title": _short(c.mention.title or ""),
                    "other": _short(first.mention.title or ""),
                }
                yield Hit(c.start, c.end, facts, also=((first.start, first.end),))


def _stands(draft: Draft, c: Cite) -> bool:
    """Whether the title is printed right behind number, date and issuer, opened by "về" or a verb of titles."""
    return (
        re.match(r"\s+(?:về|quy\s+định\s+(?!tại|này|trên)|ban\s+hành|phê\s+duyệt|hướng\s+dẫn)\s*", draft.low[c.tail :])
        is not None
    )


def two_types(draft: Draft) -> Iterator[Hit]:
    """C024: one number cited under two types."""
    by_number: dict[str, list[Cite]] = defaultdict(list)
    for c in draft.cites:
        if c.number is not None and c.type_end > c.start and c.number.type_code:
            by_number[re.sub(r"\W", "", c.mention.number or "").casefold()].append(c)
    for cites in by_number.values():
        fits = [c for c in cites if c.mention.type in registry.type_codes().get(_type_code(c), ())]
        types = Counter(c.mention.type for c in fits)
        if len(types) < 2:
            continue
        best = max(types, key=lambda slug: types[slug])
        agreed = [c for c in fits if c.mention.type == best]
        for c in fits:
            same = next((o for o in agreed if _may_be_one(c, o)), None)
            if c.mention.type != best and same is not None:
                facts = {
                    "words": c.mention.number or "",
                    "type": registry.types()[c.mention.type].name,
                    "other": registry.types()[best].name,
                }
                yield Hit(c.start, c.number_end, facts, also=((same.start, same.number_end),))


def _may_be_one(a: Cite, b: Cite) -> bool:
    """Whether date and issuer of two citations with one number allow them to be one document."""
    issuers = {a.mention.issuer, b.mention.issuer} - {None}
    return compatible(a.mention.date, b.mention.date) and len(issuers) < 2


def _type_code(c: Cite) -> str:
    return (c.number.type_code or "").casefold() if c.number else ""


def cited_twice(draft: Draft) -> Iterator[Hit]:
    """C028: the same document twice in the legal basis."""
    heads: dict[str, Cite] = {}
    for c in draft.cites:
        if not c.basis or c.mention.provisions or c.mention.owner is not None or not c.mention.target:
            continue
        if not draft.leads(c):
            continue
        before = heads.setdefault(c.mention.target, c)
        if before is not c and (c.mention.type not in LAW_TYPES or law_title(draft, c) == law_title(draft, before)):
            facts = {"words": c.mention.text}
            yield Hit(c.start, c.end, facts, also=((before.start, before.end),))


_ATTACHED = re.compile(r"(?:ban\s+hành\s+)?(?:kèm\s+theo|theo)\s+$")


def attached(draft: Draft) -> Iterator[Hit]:
    """C029: "(Ban hành kèm theo Quyết định số …)" with another number than the draft's own."""
    own = draft.own
    if own is None or own.number is None:
        return
    for c in draft.cites:
        if c.number is None or c.mention.type != own.mention.type or c.number.codes != own.number.codes:
            continue
        line = draft.low[draft.low.rfind("\n", 0, c.start) + 1 : c.start].lstrip(" \t*_")
        if not line.startswith("(") or _ATTACHED.search(line) is None or len(line) > 40:
            continue
        if c.date not in (None, draft.date):
            continue  # the appendix of another act, which the draft replaces
        if c.number.serial.lstrip("0") == own.number.serial.lstrip("0") and c.number.year in (own.number.year, None):
            continue
        facts = {"number": c.mention.number or "", "own": own.number.printed}
        yield Hit(c.number_start, c.number_end, facts, also=((own.start, own.end),))


def _words(title: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", fold_tone(lower(title))) if w not in _EMPTY)


_EMPTY = frozenset(
    ("và", "của", "về", "việc", "các", "trong", "cho", "với", "quy", "định", "một", "số", "điều", "ban", "hành")
)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the shorter title stands in the longer one."""
    return len(a & b) / min(len(a), len(b)) if a and b else 1.0


def _short(title: str) -> str:
    words = title.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")
