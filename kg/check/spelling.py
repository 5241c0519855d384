"""How a number is printed, against how it should be: spaces, separators, capitals, strokes, missing parts.

Decree 30/2020/NĐ-CP, appendix I: ``{serial}/{type}-{body}-{unit}``, with the year after the serial in normative
acts. Guideline 36-HD/VPTW: ``{serial}-{type}/{body}-{body}``. Mass organisations differ among themselves, so
their separators are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.check.draft import Cite, Draft
from kg.numbers import Number, read_number

_SEPARATORS = "/-_"
_LINE = 300  # a longer line is no title
_PIECE = re.compile(r"[^/\-_]+|[/\-_]+")
_LOST = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<code>[A-Za-zĐđ].*)|(?P<serial>\d+(?:\.\d+)?)(?P<rest>[A-ZĐ]{2}.*)")
#: Before these years the forms in force were others.
_STATE_FORM, _PARTY_FORM = 2012, 2005


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is wrong with a printed number, and the number put right."""

    right: str
    faults: frozenset[str]


@cache
def official_types() -> dict[str, str]:
    """Case-folded official code of each type → as it is printed."""
    return {t.codes[0].casefold(): t.codes[0] for t in registry.types().values() if t.codes}


@cache
def official_bodies() -> dict[str, str]:
    """Case-folded own code of each body → as it is printed."""
    out: dict[str, str] = {}
    for body in registry.issuers():
        if body.code:
            out.setdefault(body.code.casefold(), body.code)
    return out


@cache
def _strokeless(bodies: bool) -> dict[str, str]:
    """Codes whose Đ was printed as D → the code, where only one is meant."""
    table = official_bodies() if bodies else official_types()
    found: dict[str, set[str]] = {}
    for key, code in table.items():
        if "đ" in key:
            found.setdefault(key.replace("đ", "d"), set()).add(code)
    known = official_types() | official_bodies()
    return {k: next(iter(v)) for k, v in found.items() if len(v) == 1 and k not in known}


def year_of(cite: Cite) -> int | None:
    """The year of a cited document as far as number, date or the analysis know it."""
    if cite.number and cite.number.year:
        return cite.number.year
    date = cite.date if cite.date and not cite.date.startswith("--") else cite.mention.date
    return int(date[:4]) if date else None


def spelling(cite: Cite, draft: Draft) -> Spelling | None:
    """The faults of a printed number, None where it has none or is not understood.

    >>> from kg.check.draft import read_draft
    >>> d = read_draft("Thực hiện Chỉ thị số 33 / CT-TTG ngày 26/11/2021, Quyết định số 31/QĐ-TW ngày 01/10/2021.")
    >>> [(s.right, sorted(s.faults)) for s in (spelling(c, d) for c in d.cites)]
    [('33/CT-TTg', ['capitals', 'space']), ('31-QĐ/TW', ['separator'])]
    """
    number = cite.number
    if number is None or not cite.raw or not number.known:
        return None
    letter = cite.mention.type == "cong-van" and cite.type_end > cite.start
    if number.type_code is None and number.term is None and not letter:
        return None  # "biểu mẫu số 06/KHCN/N" numbers a form
    faults: set[str] = set()
    if re.search(r"[^\S\n]", cite.raw) and not re.search(r"\d\s+[A-ZĐ]{2}", cite.raw):
        faults.add("space")
    compact = re.sub(r"\s+", "", cite.raw)
    pieces = _split(re.sub(r"\s+", "", _marked(cite.raw)), number)
    segments, separators = pieces[::2], pieces[1::2]
    if "" in separators:
        faults.add("lost")
    codes_at = 2 if number.year else 1
    if not _all_capitals(draft, cite):
        for k in range(codes_at, min(codes_at + 2, len(segments))):
            segments[k] = _capitals(segments[k], k - codes_at, number, faults)
    if "Đ" in draft.plain.text:
        for k in range(codes_at, min(codes_at + 2, len(segments))):
            table = _strokeless(k > codes_at or number.type_code is None)
            if (right := table.get(segments[k].casefold())) is not None:
                segments[k] = right
                faults.add("stroke")
    wanted = _separators(number, len(segments), year_of(cite), separators)
    if wanted is not None and wanted != separators:
        if any(a != b for a, b in zip(wanted, separators, strict=True) if b != ""):
            faults.add("separator")
        separators = wanted
    elif "lost" in faults:
        return None
    right = segments[0] + "".join(s + seg for s, seg in zip(separators, segments[1:], strict=True))
    if not faults or (right == compact and "space" not in faults):
        return None
    again = read_number(right, 0, expected=True)
    if again is None or again.end != len(right):
        return None
    return Spelling(right, frozenset(faults))


def _marked(raw: str) -> str:
    """Keeps the place of a space that stands for a separator: ``298 KH/TWĐTN``."""
    return re.sub(r"(?<=\d)\s+(?=[A-ZĐ]{2})", "\0", raw)


def _split(compact: str, number: Number) -> list[str]:
    """Segments and separators in turn; a separator that is missing is empty."""
    out: list[str] = []
    for piece in _PIECE.findall(compact.replace("\0", " ")):
        if piece[0] in _SEPARATORS:
            out.append(piece)
            continue
        for part in _unglued(piece, number, first=not out):
            if len(out) % 2:
                out.append("")
            out.append(part)
    return out


def _unglued(piece: str, number: Number, *, first: bool) -> list[str]:
    """A segment, or the two or three that stand in it without a separator: ``2021NĐ``, ``22HD``, ``NĐCP``."""
    if " " in piece:
        return [p for part in piece.split() for p in _unglued(part, number, first=False)]
    m = _LOST.fullmatch(piece)
    if m and m["year"] and not first:
        return [m["year"], *_unglued(m["code"], number, first=False)]
    if m and m["serial"] and first:
        return [m["serial"], *_unglued(m["rest"], number, first=False)]
    for k in range(1, len(piece)):
        if [piece[:k].casefold(), piece[k:].casefold()] == [c.casefold() for c in number.codes[:2]]:
            return [piece[:k], piece[k:]]
    return [piece]


def _capitals(segment: str, position: int, number: Number, faults: set[str]) -> str:
    """A known code in its own capitals."""
    table = official_types() if position == 0 and number.type_code else official_bodies()
    right = table.get(segment.casefold())
    digits = re.fullmatch(r"(\D+)(\d{1,2})", segment)
    if right is None and digits and (body := table.get(digits[1].casefold())):
        right = body + digits[2]
    if right is None or right == segment:
        return segment
    faults.add("capitals")
    return right


def _all_capitals(draft: Draft, cite: Cite) -> bool:
    """Whether the line is set in capitals, as titles are."""
    text = draft.plain.text
    start = max(text.rfind("\n", 0, cite.start) + 1, cite.start - _LINE)
    end = text.find("\n", cite.end, cite.end + _LINE)
    line = text[start : end if end >= 0 else cite.end + _LINE]
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _separators(number: Number, count: int, year: int | None, printed: list[str]) -> list[str] | None:
    """The separators that the form in force wants, None where it is not certain which form that is."""
    branch = number.bodies[0].branch if number.bodies else None
    lead = 1 if number.year else 0
    codes = count - 1 - lead
    if codes < 1 or branch not in ("state", "party"):
        return None
    if branch == "party" and not number.year:
        if number.type_code is None or codes < 2 or (year is not None and year < _PARTY_FORM):
            return None
        tail = [s if s == "/" and k else "-" for k, s in enumerate(printed[2:], start=1)]
        return ["-", "/", *tail]
    if branch == "party" or (year is not None and year < _STATE_FORM):
        return None
    if codes == 1 and number.type_code is not None:
        return None
    return ["/"] * (1 + lead) + ["-"] * (codes - 1)


def near_code(segment: str, position: int, expected: tuple[str, ...]) -> str | None:
    """The one well-known code that a code unknown to the registry is a slip for.

    Args:
        segment: the code as printed.
        position: 0 for the type code, 1 for the body.
        expected: codes of the printed type word, for position 0.

    >>> near_code("UNBD", 1, ()), near_code("PC", 1, ()), near_code("DQ", 0, ("QĐ",)), near_code("SNV", 1, ())
    ('UBND', 'CP', 'QĐ', None)
    """
    if position == 0:
        fits = {code for code in expected if _one_slip(segment.casefold(), code.casefold())}
    else:
        known = _COMMON if len(segment) > 2 else ("CP",)
        fits = {code for code in known if _one_slip(segment.casefold(), code.casefold())}
        fits = {
            code for code in fits if len(code) >= 4 or _swapped(segment.casefold(), code.casefold()) or code == "TTg"
        }
    return next(iter(fits)) if len(fits) == 1 else None


_COMMON = (
    "TTg", "CP", "UBND", "HĐND", "UBTVQH", "TTHĐND", "BGDĐT", "BTNMT", "BVHTTDL", "BLĐTBXH", "BNNPTNT", "BNNMT",
    "BKHĐT", "BTTTT", "BKHCN", "VPCP", "NHNN", "TANDTC", "VKSNDTC", "TTCP",
)  # fmt: skip


def _swapped(a: str, b: str) -> bool:
    return len(a) == len(b) and a != b and sorted(a) == sorted(b)


def _one_slip(a: str, b: str) -> bool:
    """Whether two codes differ by one letter, or by two neighbours in the wrong order; D for Đ counts as none."""
    a, b = a.replace("đ", "d"), b.replace("đ", "d")
    if a == b:
        return False
    if len(a) == len(b):
        odd = [i for i in range(len(a)) if a[i] != b[i]]
        return len(odd) == 1 or (
            len(odd) == 2 and odd[1] == odd[0] + 1 and a[odd[0]] == b[odd[1]] and a[odd[1]] == b[odd[0]]
        )
    if abs(len(a) - len(b)) != 1:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
