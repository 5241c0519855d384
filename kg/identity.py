"""What makes two citations the same document, and the identifiers that follow from it.

A number never identifies a document. Registers restart: State papers per calendar year, type and issuer;
Assembly acts per type and term (Law 64/2025/QH15 and its forerunners); Party papers per type and committee
term (Guideline 36-HD/VPTW). The key is *(issuer with place, type family, period, number)*, the period being
a year or a term. The exact date stays out of the id, so that learning it later changes nothing. A key with a gap (the
register of a district without its province, a number without a year) names no document but a reference, which
other texts may resolve: so no text that is added changes the id of a document.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache

from kg import registry
from kg.numbers import Number
from kg.registry import Issuer, slug

_SERIAL = re.compile(r"0*(\d+)(.*)")


@lru_cache(4096)
def family(type_slug: str) -> str:
    """The register family of a type: action programmes run in the register of programmes.

    >>> family("chuong-trinh-hanh-dong"), family("quyet-dinh")
    ('chuong-trinh', 'quyet-dinh')
    """
    known = registry.types().get(type_slug)
    return known.family if known else type_slug


@lru_cache(4096)
def serial_key(serial: str) -> str:
    """A serial as compared: leading zeros and case do not count.

    >>> serial_key("04"), serial_key("30A"), serial_key("66.7")
    ('4', '30a', '66.7')
    """
    m = _SERIAL.match(serial)
    return (m[1] + m[2]).lower() if m else serial.lower()


def number_slug(number: Number) -> str:
    """The number inside an id: serial on two digits as the decree on clerical work prints it, year, codes.

    >>> from kg.numbers import read_number
    >>> number_slug(read_number("4/2015/NĐ-CP", 0)), number_slug(read_number("100 - KL/TW", 0))
    ('04-2015-nd-cp', '100-kl-tw')
    """
    key = serial_key(number.serial)
    lead = re.match(r"\d+", key)
    if lead and len(lead.group()) == 1:
        key = "0" + key
    parts = [key.replace(".", ".")]
    if number.year:
        parts.append(str(number.year))
    parts += [slug(code) for code in number.codes]
    return "-".join(p for p in parts if p)


def block_key(type_slug: str, number: Number | None, title: str | None = None) -> str:
    """Key of the block of citations that could be one document; blocks are resolved apart.

    The year printed in a number stays out: ``41/NQ-HĐND`` of 2022 and ``41/2022/NQ-HĐND`` may be one act.

    >>> from kg.numbers import read_number
    >>> block_key("chi-thi", read_number("33/CT-TTg", 0))
    'chi-thi|33|ct-ttg'
    """
    if number is None:
        return f"{family(type_slug)}|t|{title_key(title)}"
    return f"{family(type_slug)}|{serial_key(number.serial)}|{slug('-'.join(number.codes))}"


def implied_codes(type_slug: str, issuer: Issuer | None) -> tuple[str, ...]:
    """The codes that a paper cited by its bare serial has in its body's register, none where they are not certain.

    >>> implied_codes("nghi-quyet", registry.issuer_codes()["tw"][0]), implied_codes("ke-hoach", None)
    (('NQ', 'TW'), ())
    """
    known = registry.types().get(type_slug)
    if known is None or issuer is None or not issuer.code or issuer.branch not in ("party", "state"):
        return ()
    if issuer.series in ("quoc-hoi", "ubtvqh"):
        return ()  # their codes hold the term
    if issuer.branch == "party" and type_slug == "quy-dinh":
        return ("QĐ", issuer.code)  # since 2011 decisions and rules of the Party share a code
    return (known.codes[0], issuer.code) if known.codes else ()


def title_key(title: str | None) -> str:
    """A title as compared: ASCII slug of at most twenty words."""
    return "-".join(slug(title or "").split("-")[:20])


@cache
def _state_series() -> frozenset[str]:
    """The registers of State bodies."""
    return frozenset(body.series for body in registry.issuers() if body.branch == "state")


def period(series: str | None, number: Number | None, date: str | None) -> str | None:
    """The register period in which a number is unique: ``k13`` for a term, ``2021`` for a year.

    Args:
        series: register key of the issuer (``dcsvn-tw``, ``tu.son-la``, ``ttg``).
        number: the number; its year or Assembly term decides before the date.
        date: ISO date cut to what is known.

    Returns:
        The period, or None where neither number nor date tell it, or year and term of a number contradict.

    >>> from kg.numbers import read_number
    >>> period("dcsvn-tw", read_number("25-NQ/TW", 0), "2013-06-03")
    'k11'
    >>> period("ttg", read_number("33/CT-TTg", 0), "2021-11-26"), period("ttg", None, None)
    ('2021', None)
    >>> period("bnv", read_number("05-TT/BNV", 0), "1990-04-03")
    '1990'
    """
    if number is not None and number.term:
        return f"k{number.term}" if registry.is_of_term(number.term, number.year) else None
    root = (series or "").split(".")[0]
    # the State wrote its numbers that way too until the nineties: "12-QĐ/UB", "05-TT/BNV"
    party = number is not None and number.party and root not in _state_series()
    if date and (root in ("quoc-hoi", "ubtvqh")) and number is not None and number.year is None:
        term = registry.assembly_term(date)
        return f"k{term}" if term else date[:4]
    if number is not None and number.year:
        return str(number.year)
    if not date:
        return None
    if party:
        if root == "dcsvn-tw" or (series and "." not in series):
            term = registry.party_term(date)
            return f"k{term}" if term else _year(date)
        local = registry.local_party_term(date)
        return f"t{local}" if local else _year(date)
    return date[:4]


def is_whole(series: str) -> bool:
    """Whether a register key tells which body of the country is meant.

    Names of districts and communes recur in many provinces, so without its province a register is nobody's: two
    papers with that number may be of two districts, and what is learnt later must not rename either.

    >>> is_whole("ubnd.huyen-phong-dien.can-tho"), is_whole("ubnd.can-tho"), is_whole("ttg")
    (True, True, True)
    >>> is_whole("ubnd.huyen-phong-dien"), is_whole("hu.dien-bien")
    (False, False)
    """
    root, _, place = series.partition(".")
    return not place or "." in place or (place in registry.places() and root not in _below_province())


@lru_cache(1)
def _below_province() -> frozenset[str]:
    """Registers of bodies that no province has."""
    higher = {b.series for b in registry.issuers() if b.level in ("central", "ministry", "province")}
    return frozenset({b.series for b in registry.issuers()} - higher)


def _year(date: str) -> str | None:
    """The year of a day that no known term holds; a bare year may be of two terms and tells none."""
    return date[:4] if len(date) == 10 else None


def document_id(series: str, type_slug: str, when: str, name: str) -> str:
    """The id of a resolved document, one NCName-safe segment.

    >>> document_id("ttg", "chi-thi", "2021", "33-ct-ttg")
    'vn_ttg_chi-thi_2021_33-ct-ttg'
    """
    return f"vn_{series}_{family(type_slug)}_{when}_{name}"


def series_of(document_id: str) -> str:
    """The series in the id of a resolved document.

    >>> series_of("vn_ttg_chi-thi_2021_33-ct-ttg")
    'ttg'
    """
    return document_id.split("_")[1]


def reference_id(source_id: str, block: str, hint: str = "") -> str:
    """The id of a citation that may be several documents: its own text's, never shared with another's.

    >>> reference_id("vn_x", "chi-thi|33|CT-TTg")
    'ref_chi-thi-33-ct-ttg_d87757a6'
    """
    digest = hashlib.sha256(f"{source_id}\n{block}\n{hint}".encode()).hexdigest()[:8]
    return f"ref_{slug(block)[:60].strip('-')}_{digest}"


def source_id(text: str) -> str:
    """The id of a text whose own key has a gap: a digest of its words."""
    return "src_" + hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
