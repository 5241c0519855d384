"""Rules about laws whose number, date and title the registry holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.check.draft import Cite, Draft
from kg.check.models import Hit
from kg.check.rules_dates import printed_day
from kg.registry import LAW_TYPES

_FULL = 10
_SO = re.compile(r"[\s,(]*(?:có\s+)?số\s*(?::\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A law of the registry whose number and date were seen in a source."""

    title: str
    number: str
    date: str


@cache
def known_laws() -> tuple[KnownLaw, ...]:
    """The laws that rest on a source; what is only common knowledge accuses nobody."""
    return tuple(
        KnownLaw(law.title, law.number, law.date if law.dated else "")
        for law in registry.laws()
        if law.basis != "K" and law.number
    )


@cache
def _by_title() -> dict[str, tuple[KnownLaw, ...]]:
    out: dict[str, list[KnownLaw]] = defaultdict(list)
    for law in known_laws():
        out[registry.fold_title(law.title)].append(law)
    return {title: tuple(laws) for title, laws in out.items()}


@cache
def _by_number() -> dict[str, tuple[KnownLaw, ...]]:
    out: dict[str, list[KnownLaw]] = defaultdict(list)
    for law in known_laws():
        out[law.number].append(law)
    return {number: tuple(laws) for number, laws in out.items()}


def law_title(draft: Draft, c: Cite) -> str:
    """The title that a citation of a law prints, the type word included.

    >>> from kg.check.draft import read_draft
    >>> d = read_draft("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;")
    >>> law_title(d, d.cites[0])
    'Luật Đất đai'
    """
    if c.number_end > c.number_start:
        return " ".join(_SO.sub("", draft.plain.text[c.start : c.number_start]).split()).rstrip(" ,(")
    end = c.date_start if c.date_end > c.date_start else c.end
    return " ".join(draft.plain.text[c.start : end].split()).rstrip(" ,(")


def law_number(draft: Draft) -> Iterator[Hit]:
    """C025: the number of a law is not that of the law named with it."""
    for c in draft.cites:
        if c.number is None or c.mention.type not in LAW_TYPES or c.number.term is None:
            continue
        title = registry.fold_title(law_title(draft, c))
        laws = _by_title().get(title, ())
        number = c.number.printed
        if not laws or any(_without_term(law.number) == _without_term(number) for law in laws):
            continue  # another term beside the same serial and year is C009
        year = str(c.number.year or "")
        same = [law for law in laws if year and f"/{year}/" in law.number]
        owner = [law for law in _by_number().get(number, ()) if registry.fold_title(law.title) != title]
        if not same and not owner:
            continue
        rights = same or laws
        facts = {
            "number": number,
            "title": law_title(draft, c),
            "right": ", ".join(law.number for law in rights),
            "owner": owner[0].title if owner else "?",
        }
        yield Hit(c.number_start, c.number_end, facts)


def _without_term(number: str) -> str:
    """A number without leading zeros and without the Assembly term.

    >>> _without_term("05/2017/QH14")
    '5/2017/'
    """
    return re.sub(r"[A-Z-]*\d*$", "", number.lstrip("0"))


def law_date(draft: Draft) -> Iterator[Hit]:
    """C026: the date of a law is not the day on which it was passed."""
    for c in draft.cites:
        if c.mention.type not in LAW_TYPES or not c.date or len(c.date) != _FULL or _inside(draft, c):
            continue
        if c.number is not None:
            laws: tuple[KnownLaw, ...] = _by_number().get(c.number.printed, ())
        else:
            known = _by_title().get(registry.fold_title(law_title(draft, c)), ())
            laws = tuple(law for law in known if law.date[:4] == c.date[:4])
        days = {law.date for law in laws if len(law.date) == _FULL}
        if len(days) != 1 or c.date in days:
            continue
        (day,) = days
        if c.number is not None and c.number.year and not c.date.startswith(str(c.number.year)):
            continue  # C012 says so already
        facts = {
            "title": laws[0].title,
            "number": laws[0].number,
            "date": printed_day(c.date),
            "right": printed_day(day),
        }
        yield Hit(c.date_start, c.date_end, facts)


def _inside(draft: Draft, c: Cite) -> bool:
    """Whether the law stands in the title of an act that amends it: the date may be that act's."""
    start = max(draft.low.rfind(";", 0, c.start), draft.low.rfind("\n", 0, c.start), 0)
    return c.mention.owner is not None or re.search(r"sửa\s+đổi|bổ\s+sung", draft.low[start : c.start]) is not None


def law_name(draft: Draft) -> Iterator[Hit]:
    """C027: the title of a law differs in one letter from one that exists."""
    seen: set[int] = set()
    for c in draft.cites:
        if c.mention.type not in LAW_TYPES or c.start in seen:
            continue
        seen.add(c.start)
        window = draft.low[c.start : c.start + 240]
        words = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w-]+", window)]
        plain_words = tuple(w for _, _, w in words)
        if any(plain_words[:n] in _exact_titles() for n in range(2, len(plain_words) + 1)):
            continue
        for known, at in _near_titles(plain_words):
            start, end, _ = words[at]
            facts = {"word": draft.plain.text[c.start + start : c.start + end], "right": _known_title(known)}
            yield Hit(c.start, c.start + words[len(known) - 1][1], facts)
            break


@cache
def _title_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Words of each registered title of at least four, by type word."""
    out: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for title in registry.law_titles():
        words = tuple(re.findall(r"[\w-]+", title))
        if len(words) >= 4:
            out[words[0]].append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in out.items()}


@cache
def _exact_titles() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(re.findall(r"[\w-]+", title)) for title in registry.law_titles())


def _known_title(words: tuple[str, ...]) -> str:
    laws = next(laws for title, laws in registry.law_titles().items() if tuple(re.findall(r"[\w-]+", title)) == words)
    return laws[0].title


def _near_titles(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    for known in _title_words().get(words[0] if words else "", ()):
        if len(words) < len(known):
            continue
        odd = [i for i, (a, b) in enumerate(zip(words, known, strict=False)) if a != b]
        if len(odd) == 1 and _slip(words[odd[0]], known[odd[0]]):
            yield known, odd[0]


def _slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter, mark or swap of the keys; words of other letters are other words.

    >>> _slip("phuơng", "phương"), _slip("qui", "quy"), _slip("biển", "biên"), _slip("quốc", "phòng")
    (True, True, False, False)
    """
    if not a.isalpha() or not b.isalpha() or len(b) < 3:
        return False
    if a in _SYLLABLES or (_bare(a) == _bare(b) and a in _marked_words()):
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b)
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


_SYLLABLES = frozenset(("thu", "thư", "thi", "thị", "hình", "hành", "dân", "đất", "đặt", "công", "cộng"))


@cache
def _marked_words() -> frozenset[str]:
    """Every word of a registered title: a real word in place of another is no slip of the keys."""
    return frozenset(w for title in registry.law_titles() for w in re.findall(r"[\w-]+", title)) | {"biển", "biên"}


def _bare(word: str) -> str:
    return registry.slug(word)
