"""What the codes in a number say: the type, the bodies that sign, the year and term, whether the Party numbers so.

Codes are those of the registry, with Đ printed as D, lost hyphens and departments behind the body.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg import registry
from kg.registry import Issuer

_MOST_CODES, _MOST_JOINT = 6, 12  # six bodies and more sign "10/2018/TTLT-BTP-BCA-BQP-BTC-TANDTC-VKSNDTC"
_TERM = re.compile(r"(QH|UBTVQH|HĐNN|HĐND)(\d{1,2})$", re.IGNORECASE)
_TERM_BODIES = ("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi")
JOINT = ("NQLT", "TTLT", "CTr", "CTPH", "CTrPH", "QCPH", "KHPH", "KHLT", "HDLT", "TTLN", "QC", "CT")


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
    leading = {body.code.casefold() for body in registry.issuers()}
    leading |= {code.casefold() for doc_type in registry.types().values() for code in doc_type.codes}
    for key in _main_codes():
        if "đ" in key and (len(key) > 2 or key in leading):  # "TD" of an office is not "TĐ", a variant of another code
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


def is_known(segment: str) -> bool:
    """Whether the registry has a code, of a type or of a body."""
    return is_type_code(segment) or body_of(segment) is not None


def signs_too(parts: list[str], segment: str) -> bool:
    """Whether a code behind a spaced dash signs a joint paper too: "TTLT-BNV - BTC", not "QĐ-UBND - SNV"."""
    return _main_codes().get(parts[0].casefold()) in JOINT and segment.isupper() and body_of(segment) is not None


class Decoded(NamedTuple):
    """What codes say, whatever serial stands before them; see :class:`kg.numbers.Number`."""

    printed: str
    year: int | None
    term: int | None
    type_code: str | None
    bodies: tuple[Issuer, ...]
    codes: tuple[str, ...]
    party: bool


# decisions of courts and prosecutors: "45/2023/QĐXXST-DS", "07/QĐKNPT-VKS-DS"
_OF_COURT = re.compile(r"QĐ(?:XX|KN)?(?:ST|PT|GĐT|TT)")


@lru_cache(4096)  # a text repeats its codes
def decoded(
    read: tuple[str, ...], between: tuple[str, ...], head: str, printed_year: str | None, expected: bool
) -> Decoded | None:
    """What the codes of a number say; None where they are none.

    Args:
        read: the codes as they stand.
        between: the separators between them.
        head: what joins serial and codes, with the year, which is also given alone.
        expected: see :func:`kg.numbers.read_number`.
    """
    parts, separators = list(read), list(between)
    if not parts or len(parts) > (_MOST_JOINT if _main_codes().get(parts[0].casefold()) in JOINT else _MOST_CODES):
        return None
    parts[0] = _strokes().get(parts[0].casefold(), parts[0])
    if (printed_year or expected) and not is_known(parts[0]) and (halves := _halves(parts[0])):  # "NĐCP": lost hyphen
        parts[:1], separators = list(halves), ["", *separators]
    if len(parts) > 1 and is_type_code(parts[0]):  # further codes are departments, of which nothing is known
        parts[1] = _strokes().get(parts[1].casefold(), parts[1])
    first = parts[0]
    if first[0].islower() and not (is_type_code(first) and len(parts) > 1):
        return None
    typed = is_type_code(first) and (len(parts) > 1 or not body_of(first))
    type_code = _main_codes()[first.casefold()] if typed else None
    rest = parts[1:] if type_code else parts
    if _OF_COURT.fullmatch(first):
        type_code = "QĐ"
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
        main.get(p.casefold(), p) if k < signed + len(bodies) and p.upper() not in (*_POLICE, *_OF_HEADS) else p
        for k, p in enumerate(rest)
    )
    shown = _printed_codes()
    printed = "".join(shown.get(p.casefold(), p) + s for p, s in zip(parts, [*separators, ""], strict=False))
    # "22/CT-TW", "298 KH/TWĐTN": the Party's register, whatever marks the press puts
    of_party = "-" in head or separators[:1] == ["/"] or (bool(bodies) and bodies[0].branch == "party")
    party = printed_year is None and type_code is not None and of_party
    if party and "-" in head and separators[:1] == ["/"] and bodies and bodies[0].branch == "state":
        bodies = _of_the_party(rest[0]) or bodies
    return Decoded(printed, year, term, type_code, bodies, codes, party)


def _of_the_party(code: str) -> tuple[Issuer, ...]:
    """The body of the Party that shares a code with one of the State: UBKT of an inspection commission."""
    return tuple(body for body in registry.issuer_codes().get(code.casefold(), ()) if body.branch == "party")[:1]


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



def dotted_codes(segment: str) -> tuple[str, str] | None:
    """Type and body that a dot joins, where that is no code of its own.

    >>> dotted_codes("QĐ.UB"), dotted_codes("TT.HĐND"), dotted_codes("T.Ư")
    (('QĐ', 'UB'), None, None)
    """
    code, dot, body = segment.partition(".")
    if not dot or is_known(segment) or not is_type_code(code) or body_of(body) is None:
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
_OF_HEADS = ("CTUBND", "CTUB")  # a chairman's decisions are numbered apart: 02/2026/QĐ-CTUBND is not 02/2026/QĐ-UBND


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
            if code.upper() == "VP":  # the office within the body before it
                break
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
