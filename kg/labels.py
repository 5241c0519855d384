"""Words for people: names of types and bodies, dates, in Vietnamese and in English.

The tables hold slugs and ISO dates. A box on the page has room for some twenty letters, so a body has a
short name beside its full one. Names of communes and districts stand in no registry: their spelling is
found in the texts of the graph itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import registry
from kg.body_slugs import UNITS, central_body, local_body
from kg.registry import Issuer

__all__ = ["Body", "Pair", "body_of", "branch_of", "date_of", "headline", "place_of", "spellings_in", "type_of"]

_SHORT = {
    "Thủ tướng Chính phủ": "Thủ tướng",
    "Ủy ban Thường vụ Quốc hội": "UBTVQH",
    "Ban Chấp hành Trung ương": "BCH Trung ương",
    "Tòa án nhân dân tối cao": "TAND tối cao",
    "Viện kiểm sát nhân dân tối cao": "VKSND tối cao",
}
_SHORTER = (
    ("Ủy ban Mặt trận Tổ quốc", "MTTQ"), ("Mặt trận Tổ quốc", "MTTQ"), ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"), ("Ban Thường vụ", "BTV"), ("Ban Chấp hành", "BCH"),
    ("Thường trực", "TT"), ("Ủy ban Kiểm tra", "UBKT"), ("Văn phòng", "VP"), (" thành phố ", " TP "),
    (" Trung ương", " TW"),
    (" tỉnh ", " "),
)  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = 18
_CAPITALISED = re.compile(r"[A-ZĐÀ-ỸƠƯ][\w'’-]*(?:[ -][A-ZĐÀ-ỸƠƯ0-9][\w'’]*)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """The same words in Vietnamese and in English."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Body:
    """How a body is called.

    Attributes:
        name: the full name with its place.
        short: a name for a box.
    """

    name: Pair
    short: Pair


def type_of(slug: str | None) -> Pair:
    """The name of a document type; a slug that the registry does not know is shown as words.

    >>> type_of("ke-hoach"), type_of("giay-la"), type_of(None)
    (Pair(vi='Kế hoạch', en='Plan'), Pair(vi='Giay la', en='Giay la'), Pair(vi='Văn bản', en='Document'))
    """
    if slug is None:
        return Pair("Văn bản", "Document")
    kind = registry.types().get(slug)
    if kind is None:
        words = slug.replace("-", " ").capitalize()
        return Pair(words, words)
    return Pair(kind.name, kind.name_en)


def date_of(iso: str | None) -> Pair:
    """A date as people write it, cut to what is known; what is no date is shown as it is.

    >>> date_of("2021-11-26"), date_of("2021-11"), date_of("2021"), date_of(None)
    (Pair(vi='26/11/2021', en='26 Nov 2021'), Pair(vi='11/2021', en='Nov 2021'), Pair(vi='2021', en='2021'), \
Pair(vi='', en=''))
    """
    if not iso:
        return Pair("", "")
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", iso)
    if match is None:
        return Pair(iso, iso)
    year, month, day = match.groups()
    vi = "/".join(part for part in (day, month, year) if part)
    named = _MONTHS[int(month) - 1] if month else ""
    return Pair(vi, " ".join(part for part in (str(int(day)) if day else "", named, year) if part))


def spellings_in(texts: Iterable[str], slugs: Iterable[str]) -> dict[str, str]:
    """How names are spelt that are known only by their slug.

    Args:
        texts: where they may be printed, as runs of capitalised words.
        slugs: the slugs wanted.

    Returns:
        The commonest spelling of each slug that was found; of equals the first by alphabet.

    >>> spellings_in(["UBND huyện Văn Chấn, tỉnh Yên Bái"], ["van-chan", "suoi-giang"])
    {'van-chan': 'Văn Chấn'}
    """
    wanted = set(slugs)
    sizes = sorted({slug.count("-") + 1 for slug in wanted})
    found: dict[str, Counter[str]] = {}
    for text in texts if wanted else ():
        for run in _CAPITALISED.findall(text):
            words = re.split(r"[ -]", run)
            for at in range(len(words)):
                for size in sizes:
                    if at + size <= len(words):
                        name = " ".join(words[at : at + size])
                        if (key := registry.slug(name)) in wanted:
                            found.setdefault(key, Counter())[name] += 1
    return {slug: min(found[slug], key=lambda name: (-found[slug][name], name)) for slug in sorted(found)}


def place_of(issuer: str | None) -> str | None:
    """The slug of a local body's place, where the registry does not know how it is spelt.

    >>> place_of("uy-ban-nhan-dan-huyen-van-chan"), place_of("uy-ban-nhan-dan-tinh-an-giang")
    ('van-chan', None)
    """
    for part in (issuer or "").split("+"):
        local = local_body(part)
        if local is not None and local.place not in registry.places():
            return local.place
    return None


def body_of(issuer: str | None, spelt: Mapping[str, str] | None = None) -> Body | None:
    """The names of the body behind an issuer slug, joint bodies joined by a dash.

    Args:
        issuer: slug of the full name with its place, or None.
        spelt: how the names of places are spelt that are in no registry, by slug.

    Returns:
        The names; None where there is no issuer.

    >>> body = body_of("ban-thuong-vu-tinh-uy-quang-ngai")
    >>> body.name.vi, body.short.vi
    ('Ban Thường vụ Tỉnh ủy Quảng Ngãi', 'BTV Tỉnh ủy Quảng Ngãi')
    >>> body_of("so-lao-dong-thuong-binh-va-xa-hoi-tinh-an-giang").short.vi
    'Sở LĐTBXH An Giang'
    >>> body_of("uy-ban-nhan-dan-huyen-van-chan", {"van-chan": "Văn Chấn"}).name.en
    "People's Committee, huyện Văn Chấn"
    """
    if not issuer:
        return None
    bodies = [_one_body(part, spelt or {}) for part in issuer.split("+") if part]
    return Body(
        Pair(" - ".join(b.name.vi for b in bodies), "; ".join(b.name.en for b in bodies)),
        Pair(" - ".join(b.short.vi for b in bodies), "; ".join(b.short.en for b in bodies)),
    )


def branch_of(issuer: str | None) -> str | None:
    """The branch of the body behind an issuer slug, of the first of joint bodies; None where unknown.

    >>> branch_of("ban-chap-hanh-trung-uong"), branch_of("uy-ban-nhan-dan-xa-suoi-giang"), branch_of("hoi-x")
    ('party', 'state', None)
    """
    first = (issuer or "").split("+")[0]
    if known := central_body(first):
        return known.branch
    local = local_body(first)
    return local.kind.branch if local else None


def _one_body(issuer: str, spelt: Mapping[str, str]) -> Body:
    if known := central_body(issuer):
        short = _SHORT.get(known.name) or _squeezed(known.name, known)
        return Body(Pair(known.name, known.name_en), Pair(short, known.name_en))
    local = local_body(issuer)
    if local is None:
        words = _guessed(issuer, spelt)
        return Body(Pair(words, words), Pair(_squeezed(words), words))
    known_place = registry.places().get(local.place)
    where = known_place.name if known_place else spelt.get(local.place) or local.place.replace("-", " ").title()
    name, seat = local.named(where)
    below = "" if local.unit in ("", "tinh") else f"{UNITS[local.unit]} "
    short = f"{_squeezed(name, local.kind)} {below}{where}".replace(" thành phố ", " TP ")
    return Body(Pair(f"{name} {seat}", f"{local.kind.name_en}, {seat}"), Pair(short, short))


def _squeezed(name: str, body: Issuer | None = None) -> str:
    """A name that fits a box: the usual abbreviation, or the code of a ministry or department."""
    short = name
    for long, abbreviation in _SHORTER:
        short = short.replace(long, abbreviation)
    if body is not None and len(short) > _LONG and body.code:
        for lead in ("Bộ ", "Sở "):
            if name.startswith(lead) and body.code.startswith(lead[0]):
                return lead + body.code[1:]
    return short


def _guessed(issuer: str, spelt: Mapping[str, str]) -> str:
    """A body that no table knows, in the letters of its slug, its place spelt where that is known."""
    for place in sorted((*spelt, *registry.places()), key=lambda slug: (-len(slug), slug)):
        if issuer.endswith("-" + place):
            at = registry.places().get(place)
            lead = issuer.removesuffix("-" + place).replace("-", " ")
            return f"{lead[:1].upper()}{lead[1:]} {at.name if at else spelt[place]}"
    return issuer.replace("-", " ").capitalize()


def headline(type_slug: str | None, number: str | None, title: str | None, iso: str | None) -> Pair:
    """The words by which people call a document: its number, or its type and title.

    A number that carries the code of its type (``33/CT-TTg``) stands alone; one that does not
    (``80/2015/QH13``) needs the name of the type.

    >>> headline("chi-thi", "33/CT-TTg", None, None).vi, headline("luat", "80/2015/QH13", None, None).vi
    ('33/CT-TTg', 'Luật 80/2015/QH13')
    >>> headline("luat", None, "Tiếp công dân", "2013").vi, headline("bao-cao", None, None, "2021").vi
    ('Luật Tiếp công dân', 'Báo cáo năm 2021')
    """
    kind = type_of(type_slug)
    if number:
        known = registry.types().get(type_slug or "")
        codes = {c.casefold() for c in (*known.codes, *known.shared_codes)} if known else set()
        told = codes.intersection(re.split(r"[/\-.\s\d]+", number.casefold()))
        if told or type_slug is None:
            return Pair(number, number)
        return Pair(f"{kind.vi} {number}", f"{kind.en} {number}")
    if title:
        if title.casefold().startswith(kind.vi.casefold()):
            return Pair(title, title)
        return Pair(f"{kind.vi} {title}", f"{kind.en}: {title}")
    if iso:
        when = date_of(iso)
        unit = {10: "ngày", 7: "tháng"}.get(len(iso), "năm")
        return Pair(f"{kind.vi} {unit} {when.vi}", f"{kind.en} of {when.en}")
    return kind
