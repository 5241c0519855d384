"""The grammar of document numbers: serial, year, type code, issuer codes.

State papers (Decree 30/2020/NĐ-CP, appendix I): ``{serial}/{type}-{issuer}[-{unit}]``; normative ones carry
the year (``04/2015/NĐ-CP``), Assembly acts the term (``77/2015/QH13``). Party papers (Guideline 36-HD/VPTW):
``{serial}-{type}/{issuer}[-{issuer}]``. Before 1997: ``90/TTg``, ``242-HĐBT``, ``27-LCT/HĐNN8``. Real text adds
spaces, line breaks, lost or doubled slashes, lower case; what was printed is kept beside the parts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg import registry
from kg.registry import Issuer
from kg.shape import shape

_HEAD = re.compile(
    r"(?:(?<=số)|(?<![\w/&]))(?<!\d[.,:])(?<![/.…_]-)(?<!\w-)"
    r"(?P<serial>(?:\d{1,5}(?!\d)|\d{1,4}(?=(?:19|20)\d\d/[A-ZĐ]{2}))(?:\.\d{1,3})?(?:\s?[a-zđA-ZĐ](?=\s{0,2}[/_-]))?)"
    r"(?P<head>"
    # a slash lost before the year ("1272007/NĐ-CP"), a digit lost of the year ("45/006/TT-BTC")
    r"(?:\s{0,2}[/_-]\s{0,2}|(?<=\d)(?=\d{4}))(?P<year>(?:19|20)\d\d|\d\d(?=/[A-ZĐ])|[012]\d\d(?=/[A-ZĐ]{2}))"
    r"(?:\s{0,2}[/_-]\s{0,2}|(?=[A-ZĐ]{2}))"
    r"|\s{0,2}[/_-]\s{0,2}"
    r"|\s?(?=[A-ZĐ]{2,4}\s?[/-]\s?[A-ZĐ]{2})|\.(?=[A-ZĐ]{2,4}/[A-ZĐ]{2})"
    r")(?=[A-Za-zĐđƯ])"
)
_YEAR_BEHIND = re.compile(r"\s?[/-](?:19|20)\d\d(?![\w/-]|\.\d)")
_SEGMENT = re.compile(
    r"[A-Za-zĐđƯư][A-Za-z0-9ĐđƯư&]*(?:(?<=&)\s{1,2}(?:PTNT|ĐT|MT|XH|TT|DL|CN)(?![\w-]))?"
    r"(?:\.[A-ZĐƯ][A-Za-zĐđƯư]*(?:(?<=\.Q)\d{1,2}(?![\d/.-])|(?<=\.UB)\d\d(?!\w))?|\s\.[A-ZĐ]{2,3}(?=\s+ngày))*"
    r"(?:(?<=T\.[ƯW])\.(?=\s+(?:ngày|của|về|khóa)))?"
)
_RUN_ON = re.compile(r"(?P<code>[A-ZĐ][A-Za-zĐđƯ0-9&]*[A-ZĐgh0-9])(?=(?:ngày|của|về|ban\s+hành)(?!\w))")
_TIGHT = re.compile(r"[/_-](?=[A-Za-zĐđƯư])")
_LOOSE = re.compile(r"(?:\s{0,2}[/_-]\s{0,2}|\s\.)(?=[A-Za-zĐđƯư])")
_WRAPPED = re.compile(  # "5973/UBND-" and "KT" below
    r"-(?:\n|\s)\s?(?P<unit>[A-ZĐ]{2,6})(?![\w-]|[ \t]+[A-ZĐ][a-zà-ỹ](?![\w ]{1,25},\s*ngày\s))"
)
# a department behind a spaced dash, told by the day or the subject after it: "123/UBND - NC ngày 7/4/2020"
_DEPARTMENT = re.compile(r"\s{1,2}-\s{0,2}(?P<unit>[A-ZĐ]{2,6})(?=\s{0,2},?\s{0,2}ngày\s*[\dl]|\s{1,2}[Vv]/[Vv]\s)")
_MOST_CODES, _MOST_JOINT = 6, 12  # six bodies and more sign "10/2018/TTLT-BTP-BCA-BQP-BTC-TANDTC-VKSNDTC"
_TERM = re.compile(r"(QH|UBTVQH|HĐNN|HĐND)(\d{1,2})$", re.IGNORECASE)
_SPLIT_TERM = re.compile(r"(?:\s|\s?-\s?)(\d{1,2})(?![\d/.-]|\s*tháng)")
_TERM_APART = ("qh", "ubtvqh", "hđnn")
# codes behind which nothing goes on that could be theirs
_PLAIN_CODES = re.compile(
    r"[A-Za-zĐđƯư][A-Za-z0-9ĐđƯư]*(?:[/_-][A-Za-zĐđƯư][A-Za-z0-9ĐđƯư]*)*(?![\w&]|\s{0,2}[/_-]|\s?\.[A-ZĐƯ]|\s\.)"
)
_SEPARATOR = re.compile(r"[/_-]")
_TERM_BODIES = ("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi")
_ACCENTED = re.compile(r"[^\W_]")


class Number(NamedTuple):
    """A number read at one place of a plain text.

    Attributes:
        start, end: span in the plain text, from the serial to the last code.
        printed: as printed, spaces removed, capitals of known codes restored, and the hyphen that was lost between the
            code of a type and that of a body ("QĐUBND").
        serial: ``33``, ``30a``, ``66.7``.
        year: the year in the number, or None.
        term: the Assembly term in the number (``QH13`` → 13), or None.
        type_code: the code that names the type, as in the registry, or None.
        bodies: known issuing bodies in the order of the number.
        codes: all codes in registry form, the type code first where there is one.
        party: whether the form is that of the Party (``25-NQ/TW``).
    """

    start: int
    end: int
    printed: str
    serial: str
    year: int | None
    term: int | None
    type_code: str | None
    bodies: tuple[Issuer, ...]
    codes: tuple[str, ...]
    party: bool

    @property
    def known(self) -> bool:
        """Whether at least one of its codes is in the registry."""
        return bool(self.type_code or self.bodies)


@cache
def _main_codes() -> dict[str, str]:
    """Casefolded code or variant → the code as the registry prints it."""
    out: dict[str, str] = {}
    for doc_type in registry.types().values():
        for code in doc_type.codes:
            out.setdefault(code.casefold(), doc_type.codes[0] if len(code) > 2 else code)
    for body in registry.issuers():
        for code in (body.code, *body.aliases_code):
            if code:
                out.setdefault(code.casefold(), body.code or code)
    return out


@cache
def _strokes() -> dict[str, str]:
    """Codes whose Đ was printed as D (``HDND``, ``ND``) → the code, where only one is meant."""
    found: dict[str, set[str]] = {}
    for key in _main_codes():
        if "đ" in key:
            found.setdefault(key.replace("đ", "d"), set()).add(_printed_codes()[key])
    return {k: next(iter(v)) for k, v in found.items() if len(v) == 1 and k not in _main_codes()}


@cache
def _printed_codes() -> dict[str, str]:
    out: dict[str, str] = {}
    for doc_type in registry.types().values():
        for code in doc_type.codes:
            out.setdefault(code.casefold(), code)
    for body in registry.issuers():
        for code in (body.code, *body.aliases_code):
            if code:
                out.setdefault(code.casefold(), code)
    return out


@lru_cache(4096)
def is_type_code(segment: str) -> bool:
    """Whether a code names a type of document."""
    return segment.casefold() in registry.type_codes()


@lru_cache(4096)
def body_of(segment: str) -> Issuer | None:
    """The body a code stands for; digits of a term or department at its end do not count.

    >>> body_of("QH13").slug, body_of("NHNN2").slug, body_of("VX") is None
    ('quoc-hoi', 'ngan-hang-nha-nuoc-viet-nam', True)
    """
    codes = registry.issuer_codes()
    found = codes.get(segment.casefold()) or codes.get(segment.rstrip("0123456789").casefold())
    return found[0] if found else None


def _known(segment: str) -> bool:
    return is_type_code(segment) or body_of(segment) is not None


def _segments(text: str, at: int) -> tuple[list[str], list[str], int]:
    """Codes from ``at`` on, the separators between them, and the end."""
    parts: list[str] = []
    separators: list[str] = []
    end = at
    while m := _SEGMENT.match(text, end if not separators else at):
        segment = m.group()
        if m.end() < len(text) and _ACCENTED.match(text[m.end()]):
            # a code never runs into an accented letter: "QĐ-UBND - Kế hoạch" stops before "Kế"
            if glued := _RUN_ON.match(text, m.start()):  # "15/2020/NĐ-CPngày", "12/QĐ-UBNDcủa"
                parts.append(glued["code"])
                end = glued.end("code")
            break
        parts.append("".join(segment.rstrip(".").split()))  # "SNN& PTNT"
        end = m.end()
        if len(parts) == 1 and (dotted := _dotted(segment)):  # "12/QĐ.UB"
            parts[:1], separators = list(dotted), ["."]
        if segment.casefold() in _TERM_APART and (t := _SPLIT_TERM.match(text, end)):
            parts[-1] += t[1]
            end = t.end()
        if s := _TIGHT.match(text, end):
            separators.append(s.group())
            at = s.end()
            continue
        if parts and (w := _WRAPPED.match(text, end)):
            separators.append("-")
            at = w.start("unit")
            continue
        if body_of(parts[-1]) is not None and (w := _DEPARTMENT.match(text, end)):
            separators.append("-")
            at = w.start("unit")
            continue
        s = _LOOSE.match(text, end)
        if s is None:
            break
        n = _SEGMENT.match(text, s.end())
        if n is None or not _known(n.group()):
            break
        if "/" not in s.group() and any(body_of(p) for p in parts[1:]) and not _goes_on(parts, n.group()):
            break
        separators.append(s.group())
        at = s.end()
    return parts, separators[: max(len(parts) - 1, 0)], end


def _goes_on(parts: list[str], segment: str) -> bool:
    """Whether a code behind a spaced dash signs a joint paper too: "TTLT-BNV - BTC", not "QĐ-UBND - SNV"."""
    return _main_codes().get(parts[0].casefold()) in JOINT and segment.isupper() and body_of(segment) is not None


def read_number(text: str, at: int, *, expected: bool = False) -> Number | None:
    """The number that starts exactly at ``at`` of a plain text, or None.

    Args:
        text: plain text (:func:`kg.normalise.plain`).
        at: offset of the serial's first digit.
        expected: the words before say that a number follows ("số", a type name): lower-case
            codes and codes that the registry does not know are then accepted.

    >>> n = read_number("33/CT-TTG ngày", 0); n.printed, n.type_code, n.bodies[0].slug
    ('33/CT-TTg', 'CT', 'thu-tuong-chinh-phu')
    >>> read_number("25-NQ/TW", 0).party, read_number("77/2015/QH13", 0).term
    (True, 13)
    >>> read_number("100 - KL/TW", 0).printed, read_number("98/2021NĐ-CP", 0).year
    ('100-KL/TW', 2021)
    >>> read_number("150/207 TTHC", 0) is None, read_number("63/63 tỉnh", 0) is None
    (True, True)
    """
    m = _HEAD.match(text, at)
    if m is None:
        return None
    serial, head, year = m.group("serial", "head", "year")
    if head.strip() in ("", ".") and not expected:
        return None
    parts, separators, end = _codes(text, m.end())
    told = _decoded(parts, separators, head, year, expected)
    if told is None:
        return None
    body = told.printed
    if told.year is None and told.term is None and expected and (behind := _YEAR_BEHIND.match(text, end)):
        body, end = body + behind.group(), behind.end()  # "14/CV-ABC-2010", "01/TX /2011"
    printed = "".join((serial + head + body).split())
    serial = "".join(serial.split())
    return Number(at, end, printed, serial, told.year, told.term, told.type_code, told.bodies, told.codes, told.party)


def _codes(text: str, at: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Codes from ``at`` on, the separators between them, and the end: at once where nothing can run on behind them."""
    m = _PLAIN_CODES.match(text, at)
    split = _split(m.group()) if m is not None else None
    if m is not None and split is not None:
        return *split, m.end()
    parts, separators, end = _segments(text, at)
    return tuple(parts), tuple(separators), end


@lru_cache(4096)
def _split(codes: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Codes and what stands between them; None where figures of a term may follow."""
    parts = tuple(_SEPARATOR.split(codes))
    return None if parts[-1].casefold() in _TERM_APART else (parts, tuple(_SEPARATOR.findall(codes)))


class _Decoded(NamedTuple):
    """What codes say, whatever serial stands before them; see :class:`Number`."""

    printed: str
    year: int | None
    term: int | None
    type_code: str | None
    bodies: tuple[Issuer, ...]
    codes: tuple[str, ...]
    party: bool


@lru_cache(4096)  # a text repeats its codes
def _decoded(
    read: tuple[str, ...], between: tuple[str, ...], head: str, printed_year: str | None, expected: bool
) -> _Decoded | None:
    """What the codes of a number say; None where they are none.

    Args:
        read: the codes as they stand.
        between: the separators between them.
        head: what joins serial and codes, with the year, which is also given alone.
        expected: see :func:`read_number`.
    """
    parts, separators = list(read), list(between)
    if not parts or len(parts) > (_MOST_JOINT if _main_codes().get(parts[0].casefold()) in JOINT else _MOST_CODES):
        return None
    parts[0] = _strokes().get(parts[0].casefold(), parts[0])
    if (printed_year or expected) and not _known(parts[0]) and (halves := _halves(parts[0])):  # "NĐCP": lost hyphen
        parts[:1], separators = list(halves), [_lost_hyphen(head, halves[1]), *separators]
    if len(parts) > 1 and is_type_code(parts[0]):  # further codes are departments, of which nothing is known
        parts[1] = _strokes().get(parts[1].casefold(), parts[1])
    first = parts[0]
    if first[0].islower() and not (is_type_code(first) and len(parts) > 1):
        return None
    typed = is_type_code(first) and (len(parts) > 1 or not body_of(first))
    type_code = _main_codes()[first.casefold()] if typed else None
    rest = parts[1:] if type_code else parts
    if first in _BODY_FIRST and type_code and ((signer := body_of(rest[0])) is None or signer.branch != "party"):
        type_code = _main_codes()[rest[0].casefold()] if is_type_code(rest[0]) else None
        rest = [first, *rest[1:]] if type_code else parts
    bodies = _bodies(rest, type_code)
    year = int(printed_year) if printed_year else None
    damaged = printed_year is not None and len(printed_year) == 3
    if damaged and not (expected and (type_code or _TERM.match(first))):
        return None
    if damaged and printed_year is not None:
        year = 2000 + int(printed_year) if printed_year[0] == "0" else None
    elif year is not None and year < 100:
        year += 1900 if year >= 45 else 2000
    if year is None and len(first) == 1 and not expected:
        return None
    if not (type_code and (bodies or len(parts) > 1)) and not bodies and not expected:
        return None
    if not expected and not bodies and sum(c.isupper() for c in "".join(rest)) < 2:
        return None
    term = next((int(t[2]) for p in rest if (t := _TERM.match(p)) and t[1].upper() != "HĐND"), None)
    if (
        term is None
        and year is not None
        and bodies
        and bodies[0].slug in _TERM_BODIES
        and rest[-1].upper() in ("QH", "UBTVQH")
    ):
        term = registry.assembly_term(str(year))  # "176/2025/QH": the figure of the term was lost
        rest = [*rest[:-1], f"{rest[-1]}{term}"] if term else rest
    main = _main_codes()
    signed = 0 if rest and body_of(rest[0]) else 1  # "21-LCT/HĐNN8": the body comes second
    codes = tuple([type_code] if type_code else []) + tuple(
        main.get(p.casefold(), p) if k < signed + len(bodies) and p.upper() not in _POLICE else p
        for k, p in enumerate(rest)
    )
    shown = _printed_codes()
    printed = "".join(shown.get(p.casefold(), p) + s for p, s in zip(parts, [*separators, ""], strict=False))
    # "22/CT-TW", "298 KH/TWĐTN": the Party's register, whatever marks the press puts
    of_party = "-" in head or separators[:1] == ["/"] or (bool(bodies) and bodies[0].branch == "party")
    party = printed_year is None and type_code is not None and of_party
    return _Decoded(printed, year, term, type_code, bodies, codes, party)


# until about 2000 the Ministry of Finance put its code first ("1188 TC/QĐ/TCT", "268-TC/VP"); a Party type has it too
_BODY_FIRST = ("TC",)


def _halves(segment: str) -> tuple[str, str] | None:
    """Type and body run together in one code, where only one cut gives both.

    >>> _halves("NĐCP"), _halves("QĐUBND"), _halves("XYZ")
    (('NĐ', 'CP'), ('QĐ', 'UBND'), None)
    """
    cuts = [(segment[:k], segment[k:]) for k in range(2, len(segment) - 1)]
    known = [(a, b) for a, b in cuts if is_type_code(a) and body_of(b) is not None]
    return known[0] if len(known) == 1 else None


_SHORT_BODIES = {"/": ("CP", "UB"), "-": ("TW", "TU")}  # of two letters; "TCCB", "KHTC" name departments


def _lost_hyphen(head: str, body: str) -> str:
    """What was lost between a type and a body run together; nothing where the whole may be another code.

    >>> _lost_hyphen("/", "UBND"), _lost_hyphen("/", "TC"), _lost_hyphen("-", "TW")
    ('-', '', '/')
    """
    of_party = "-" in head
    known = body_of(body)
    own = known is not None and known.code.casefold() == body.casefold() and len(body) > 2
    if not own and body not in _SHORT_BODIES["-" if of_party else "/"]:
        return ""
    return "/" if of_party else "-"


def _dotted(segment: str) -> tuple[str, str] | None:
    """Type and body that a dot joins, where that is no code of its own.

    >>> _dotted("QĐ.UB"), _dotted("TT.HĐND"), _dotted("T.Ư")
    (('QĐ', 'UB'), None, None)
    """
    code, dot, body = segment.partition(".")
    if not dot or _known(segment) or not is_type_code(code) or body_of(body) is None:
        return None
    return code, body


_LONG_CODE = 4


def _second_body(codes: list[str], type_code: str | None) -> Issuer | None:
    """The body behind an unknown code ("21-LCT/HĐNN8"): of one that signs alone under its own letters.

    In "1921/BCH-TM" the second code is a department, whatever ministry used to write TM; so it is behind a code too
    long for a type: "456/KBSL-KTNN".
    """
    if type_code is None and len(codes[0]) >= _LONG_CODE:
        return None
    body = body_of(codes[1]) if len(codes) > 1 else None
    own = body is not None and body.code.casefold() == codes[1].rstrip("0123456789").casefold()
    return body if own or type_code in JOINT else None


_POLICE = ("CA",)


@cache
def _police() -> Issuer:
    """The police of a province, for "CA" in the number of a joint paper; in which unit is for the text to say."""
    return next(body for body in registry.issuers() if body.code == "CAT")


def _bodies(codes: list[str], type_code: str | None) -> tuple[Issuer, ...]:
    """Bodies that sign, in order: one, or the leading run of known ones where the paper can be joint."""
    if not codes:
        return ()
    whole = registry.issuer_codes().get("-".join(codes).casefold())
    if whole:
        return (whole[0],)
    first = body_of(codes[0]) or _second_body(codes, type_code)
    if codes[0].upper() in _POLICE and type_code in JOINT and len(codes) > 1:
        second = body_of(codes[1])
        first = _police() if second is not None and second.local else first
    if first is None:
        return ()
    found = [first]
    if type_code not in (None, "QĐ", "TT", "CV", "CT", "NĐ"):
        for code in codes[1:]:
            body = body_of(code)
            if first.local and code.upper() in _POLICE and type_code in JOINT:
                body = _police()  # "CA" beside a local body is its police, not the chief justice
            if body is None or body in found or body.series == first.series:
                break
            if first.local and not body.local and code.casefold() != body.code.casefold():
                break
            if body.local and not first.local:  # "26-CTr/TWĐTN-VP": an office of the central body
                break
            if body.branch != first.branch and type_code not in JOINT:  # "411-KH/TWĐTN-BTC": a department
                break
            found.append(body)
    return tuple(found)


JOINT = ("NQLT", "TTLT", "CTr", "CTPH", "CTrPH", "QCPH", "KHPH", "KHLT", "HDLT", "TTLN", "QC", "CT")
_FIND = re.compile(
    r"\d(?:(?<=số\d)|(?<![\w/&]\d))\d{0,7}(?:\.\d{1,3})?"
    r"(?:[a-zđA-ZĐ]?\s{0,2}[/_-]|[\s.]?[A-ZĐ]{2,4}\s?[/-]|\s[a-z]/)"
)
_FIND_SHAPE = re.compile(
    rb"0(?<![0aA/&_]0)0{0,7}(?:\.0{1,3})?(?:[aA?]?[ \n]{0,2}[/_-]|[ \n.]?A{2,4}[ \n]?[/-]|[ \n]a/)"
)


def candidates(text: str, shaped: bytes | None = None) -> list[int]:
    """Offsets at which a number may start: a cheap superset of all numbers of a plain text.

    Args:
        text: plain text.
        shaped: its :func:`~kg.shape.shape`, where that is known.

    >>> candidates("theo 33/CT-TTg và 150/207 TTHC")
    [5, 18]
    """
    match = _FIND.match
    shaped = shape(text) if shaped is None else shaped
    return [at for at in map(re.Match.start, _FIND_SHAPE.finditer(shaped)) if match(text, at)]
