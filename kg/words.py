"""What a person types to name a document, a type, a body or a day, read into parts.

Typing is not printing: diacritics, capitals, the slash and the word "số" may all be missing. Nothing is
decided here; :mod:`kg.lookup` compares the parts with the documents of a graph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import registry
from kg.errors import KgError
from kg.normalise import lower, plain

Tokens = tuple[str, ...]

_TOKEN: Final = re.compile(r"[^\W_]+")
_SEGMENT: Final = r"[a-z0-9đư&]+(?:\.[a-zđư]+)*(?!\w)"
_NUMBER: Final = re.compile(
    r"(?<![\w/.-])\d{1,5}(?:\.\d{1,3})?[a-zđ]?"
    r"(?:(?:\s*[/_-]\s*(?=[a-z0-9đư&.]+\s?[/_-])|[/_-]"
    r"|\s+(?=[a-zđ]{1,5}\s?[/-]\s?[a-zđ])|(?=[a-zđ]{2,5}[/-][a-zđ]))"
    # with spaces on both sides only capitals go on: "NĐ - CP", but not "CT-TTg - Ke hoach"
    rf"{_SEGMENT}(?:(?:[/_-]\s?|\s[/_-]|\s[/_-]\s(?-i:(?=[A-ZĐ]{{2}})(?![A-ZĐ]+[a-zđ]))){_SEGMENT})*)",
    re.IGNORECASE,
)
_SERIAL: Final = re.compile(r"(?:\bso\b\s*[:.]?\s*)?(?<![\w/.-])(\d{1,5}[a-z]?)(?![\w/-])")
_YEAR: Final = r"((?:19|20)\d\d)(?!\d)"
_D, _M = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])"
_DAY: Final = re.compile(
    rf"(?:\bngay\s*)?(?<![\d/.-]){_D}\s*(?:[/.-]|thang)\s*{_M}\s*(?:[/.-]|,?\s*nam)\s*{_YEAR}(?![/-]\w)"
)
_ISO: Final = re.compile(rf"(?<![\w/.-]){_YEAR}-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w/-])")
_MONTH: Final = re.compile(rf"\bthang\s*{_M}\s*(?:[/-]|,?\s*nam)\s*{_YEAR}")
_ONLY_YEAR: Final = re.compile(r"(?P<word>\bnam\s+)?(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?![\w/-])")
_TERM: Final = re.compile(r"\(?\bkhoa\s+([ivxl]{1,6}|\d{1,2})\b\)?")
_SO: Final = re.compile(r"\bso\s*[:.]?\s*$")
# Without diacritics "nam" is a year's word, but not at the end of Quảng Nam, Hà Nam, Việt Nam.
_NAMED_NAM: Final = re.compile(r"\b(?:quang|ha|viet|mien)\s+$")
_TITLE_STARTS: Final = re.compile(
    r"(?:\bv/v\b|\bve(?: viec)?\b|\bban hanh\b|\bphe duyet\b|\btrien khai\b|\bthuc hien\b|\bsua doi\b)"
)
_ABOUT: Final = re.compile(r"^\W*(?:v/v|ve viec|ve)\b")
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|[ckgtpn]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_NOISE: Final = frozenset(["cua", "va", "do", "ngay"])
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}
_ARABIC: Final = {
    roman: str(number)
    for number, roman in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix".split(), start=1  # noqa: SIM905
    )
}
_AS_ROMAN: Final = {arabic: roman for roman, arabic in _ARABIC.items()}


def fold(text: str) -> str:
    """Lower case without diacritics, letter for letter, đ as d; the text must be NFC.

    >>> fold("Đề án số 12-ĐA/TU")
    'de an so 12-da/tu'
    """
    low = lower(text).replace("đ", "d")
    if low.isascii():
        return low
    return "".join(unicodedata.normalize("NFD", c)[0] for c in low)


def tokens(text: str) -> Tokens:
    """The folded words of a text.

    >>> tokens("uy-ban-nhan-dan-tinh-An Giang")
    ('uy', 'ban', 'nhan', 'dan', 'tinh', 'an', 'giang')
    """
    return tuple(_TOKEN.findall(fold(unicodedata.normalize("NFC", text))))


def spelled(word: str) -> tuple[str, ...]:
    """A word, and the same number in the other numerals up to 19: "Trung ương IV" is "Trung ương 4".

    >>> spelled("4"), spelled("iv"), spelled("dan")
    (('4', 'iv'), ('iv', '4'), ('dan',))
    """
    other = _ARABIC.get(word) or _AS_ROMAN.get(word)
    return (word, other) if other else (word,)


def in_order(needle: Sequence[str], hay: Sequence[str]) -> bool:
    """Whether all words of ``needle`` occur in ``hay`` in the same order, with gaps or without.

    >>> in_order(("uy", "giang"), ("uy", "ban", "an", "giang")), in_order(("b", "a"), ("a", "b"))
    (True, False)
    """
    rest = iter(hay)
    return all(word in rest for word in needle)


def contains(needle: Sequence[str], hay: Sequence[str]) -> bool:
    """Whether ``needle`` occurs in ``hay`` without gaps.

    >>> contains(("b", "c"), ("a", "b", "c")), contains(("a", "c"), ("a", "b", "c"))
    (True, False)
    """
    size, words = len(needle), tuple(needle)
    return any(tuple(hay[i : i + size]) == words for i in range(len(hay) - size + 1))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words say.

    Attributes:
        words: the words themselves, in one spelling of dashes and spaces.
        types: slugs of the type named; empty where none is.
        kind: the folded words that name it at the start of a title.
        serial: running number without leading zeros, or None.
        parts: the other parts of the number, lower case, đ kept where it was typed.
        printed: the number as typed, lower case, without spaces.
        date: ISO date cut to what was given, or None.
        term: period of an id, ``k11`` for "khóa XI", or None.
        issuer: folded words that name the body or its place.
        title: folded words of the title.
    """

    words: str
    types: frozenset[str] = frozenset()
    serial: str | None = None
    parts: Tokens = ()
    printed: str = ""
    date: str | None = None
    term: str | None = None
    issuer: Tokens = ()
    title: Tokens = ()
    kind: Tokens = ()


@cache
def _type_words() -> dict[Tokens, frozenset[str]]:
    found: dict[Tokens, set[str]] = {}
    for name, slug in registry.type_names():
        found.setdefault(tokens(name), set()).add(slug)
    return {words: frozenset(slugs) for words, slugs in found.items()}


@cache
def _type_codes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, slugs in registry.type_codes().items():
        for spelling in (code, fold(code)):
            found.setdefault(spelling, set()).update(slugs)
    return {code: frozenset(slugs) for code, slugs in found.items()}


def types_named(words: str) -> frozenset[str]:
    """Slugs of the types that a name, a slug or a code means; empty where it means none.

    >>> sorted(types_named("Kế hoạch")), sorted(types_named("ke-hoach")), sorted(types_named("QĐ"))
    (['ke-hoach'], ['ke-hoach'], ['quy-dinh', 'quyet-dinh'])
    """
    text = lower(plain(words).text).strip()
    slug = "-".join(tokens(text))
    known = frozenset([slug]) if slug in registry.types() else frozenset()
    return known or _type_words().get(tokens(text)) or _type_codes().get(text) or frozenset()


def of_type(slug: str | None, wanted: frozenset[str]) -> bool:
    """Whether a type is one of those wanted or a kind of one: an action programme is a programme.

    >>> of_type("chuong-trinh-hanh-dong", frozenset(["chuong-trinh"]))
    True
    """
    return slug is not None and any(slug == w or slug.startswith(w + "-") for w in wanted)


@cache
def _bodies() -> dict[Tokens, Tokens]:
    """How bodies and places are named → the words of their slug."""
    found: dict[Tokens, Tokens] = {("tp",): ("thanh", "pho"), ("tw",): ("trung", "uong")}
    for code, bodies in registry.issuer_codes().items():
        word = tokens(code)
        if len(word) == 1 and not _SYLLABLE.fullmatch(word[0]) and len(bodies) == 1:
            found.setdefault(word, tokens(bodies[0].name))
    for name, body in registry.issuer_names():
        found.setdefault(tokens(name), tokens(body.name))
    for name, place in registry.place_names():
        found.setdefault(tokens(name), tokens(place.name))
    for body in registry.issuers():
        for head in body.heads:  # the person stands for the body, which is named next to the title
            found.setdefault(tokens(head), ())
    return found


def body_words(text: str | Sequence[str]) -> Tokens:
    """The words of a body as they stand in issuer slugs, abbreviations written out, honorifics dropped.

    >>> body_words("UBND tỉnh An Giang")
    ('uy', 'ban', 'nhan', 'dan', 'tinh', 'an', 'giang')
    >>> body_words("của Bộ trưởng Bộ Nội vụ")
    ('bo', 'noi', 'vu')
    """
    given = tokens(text) if isinstance(text, str) else tuple(text)
    known, out, at = _bodies(), list[str](), 0
    while at < len(given):
        for size in range(min(12, len(given) - at), 0, -1):
            written = known.get(given[at : at + size])
            if written is not None and (written or at + size < len(given) or out):
                out += written
                at += size
                break
        else:
            if given[at] not in _NOISE:
                out.append(given[at])
            at += 1
    return tuple(out)


def number_parts(number: str) -> tuple[str, Tokens]:
    """Serial without leading zeros, and the other parts of a number; which separators do not count.

    >>> number_parts("04/2015/NĐ-CP"), number_parts("98/2021NĐ-CP"), number_parts("08TT/LB")
    (('4', ('2015', 'nđ', 'cp')), ('98', ('2021', 'nđ', 'cp')), ('8', ('tt', 'lb')))
    """
    text = lower(plain(number).text).strip()
    text = re.sub(r"^(\d+)(?=[a-zđ]{2})", r"\1/", text)
    text = re.sub(r"(?<![a-zđ\d])((?:19|20)\d\d)(?=[a-zđ])", r"\1/", text)
    first, *rest = [part for part in re.split(r"[/_\s-]+", text) if part] or [""]
    return first.lstrip("0") or first[-1:], tuple(rest)


def year_part(part: str) -> bool:
    """Whether a part of a number is a year.

    >>> year_part("2015"), year_part("cp")
    (True, False)
    """
    return len(part) == 4 and part.isdigit() and part[:2] in ("19", "20")


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))


def parse_date(words: str) -> str:
    """A day, month or year as typed, in ISO form.

    Raises:
        KgError: it is none (``bad-date``).

    >>> parse_date("26/11/2021"), parse_date("tháng 11 năm 2021"), parse_date("11/2021"), parse_date("2021")
    ('2021-11-26', '2021-11', '2021-11', '2021')
    """
    text = fold(plain(words).text).strip()
    if m := re.fullmatch(rf"{_M}\s*[/-]\s*{_YEAR}", text):
        return f"{m[2]}-{int(m[1]):02}"
    found, rest = _take_date(text, text)
    if found is None or _TOKEN.search(rest):
        raise KgError(
            f"{words!r} is no date; write 2021-11-26, 26/11/2021, 2021-11 or 2021",
            code="bad-date",
            given=words,
        )
    return found


def _blank(text: str, m: re.Match[str]) -> str:
    return text[: m.start()] + " " * (m.end() - m.start()) + text[m.end() :]


def _take_date(low: str, flat: str) -> tuple[str | None, str]:
    """The date in a folded text, and the text with the date blanked out."""
    if m := _DAY.search(flat):
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}", _blank(flat, m)
    if m := _ISO.search(flat):
        return "-".join(part for part in m.groups() if part), _blank(flat, m)
    if m := _MONTH.search(flat):
        return f"{m[2]}-{int(m[1]):02}", _blank(flat, m)
    for m in _ONLY_YEAR.finditer(flat):
        if _NUMBER.match(low, m.start("year")):  # "2021 CT-TTg": a number, its slash was not typed
            continue
        word = m.start("word")
        place = word >= 0 and low[word : word + 3] == "nam" and _NAMED_NAM.search(flat[:word])
        start = m.start("year") if place else m.start()
        return m["year"], flat[:start] + " " * (m.end() - start) + flat[m.end() :]
    return None, flat


def _type_at_end(words: Tokens) -> tuple[Tokens, frozenset[str]]:
    """Words before a number without the type that ends them, and the type."""
    for size in range(min(6, len(words)), 0, -1):
        if slugs := _type_words().get(words[-size:]):
            return words[:-size], slugs
    if words and (slugs := _type_codes().get(words[-1])):
        return words[:-1], slugs
    return words, frozenset()


def _type_at_start(words: Tokens) -> tuple[frozenset[str], Tokens]:
    for size in range(min(6, len(words)), 0, -1):
        if slugs := _type_words().get(words[:size]):
            return slugs, words[size:]
    return frozenset(), words


def title_words(title: str) -> Tokens:
    """The words of a title that are compared: no "về việc" at the start, no term, numbers in figures.

    >>> title_words("V/v tổng kết Nghị quyết (khóa XII)")
    ('tong', 'ket', 'nghi', 'quyet')
    """
    words = tokens(_ABOUT.sub(" ", _TERM.sub(" ", fold(plain(title).text))))
    return tuple(_ARABIC.get(word, word) for word in words)


def read_words(words: str, *, bare: bool = True) -> Asked:
    """What a person means, as far as the words tell by themselves.

    Args:
        words: as typed.
        bare: whether a number without codes may be a running number ("Nghị quyết 25"); where False it
            is a word of the title ("Kế hoạch 5 năm").

    >>> a = read_words("nghi quyet so 25-nq/tw khoa XI")
    >>> sorted(a.types), a.serial, a.parts, a.term
    (['nghi-quyet'], '25', ('nq', 'tw'), 'k11')
    >>> a = read_words("38/KH-UBND Quảng Ngãi 2021"); a.issuer, a.date
    (('quang', 'ngai'), '2021')
    >>> a = read_words("Luật Tổ chức chính quyền địa phương 2015"); sorted(a.types), a.title[:2], a.date
    (['luat'], ('to', 'chuc'), '2015')
    """
    text = " ".join(plain(words).text.split())
    low = lower(text)
    date, flat = _take_date(low, fold(text))
    term = None
    if m := _TERM.search(flat):
        term = f"k{int(m[1]) if m[1].isdigit() else _roman(m[1])}"
        flat = _blank(flat, m)
    # What was taken out must not be read again; đ and capitals are still needed in the number.
    kept = "".join(c if f != " " else " " for c, f in zip(text, flat, strict=True))
    if m := _NUMBER.search(kept):
        serial, parts = number_parts(m.group())
        printed = lower(re.sub(r"\s+", "", m.group()))
        left, types = _type_at_end(tokens(_SO.sub("", flat[: m.start()])))
        begin: Tokens = ()
        if left and not types:
            types, begin = _type_at_start(left)
            left = () if types else left
        right = flat[m.end() :]
        cut = _TITLE_STARTS.search(right)
        title = tokens(right[cut.end() :]) if cut else ()
        issuer = body_words(left) + body_words(tokens(right[: cut.start()] if cut else right))
        return Asked(text, types, serial, parts, printed, date, term, issuer, begin + title)
    for m in _SERIAL.finditer(flat) if bare else ():
        left, types = _type_at_end(tokens(flat[: m.start()]))
        if types:
            serial, _ = number_parts(m[1])
            issuer = body_words(left) + body_words(tokens(flat[m.end() :]))
            return Asked(text, types, serial, (), m[1], date, term, issuer)
    every = title_words(flat)
    types, title = _type_at_start(every)
    kind = every[: len(every) - len(title)]
    return Asked(text, types, date=date, term=term, title=title, kind=kind)
