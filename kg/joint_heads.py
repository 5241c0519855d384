"""The bodies of a joint letterhead, in the order of the number: courts, procuracy, police and offices of one place.

"VIỆN KIỂM SÁT NHÂN DÂN - CÔNG AN / TÒA ÁN NHÂN DÂN - CỤC THI HÀNH ÁN DÂN SỰ / TỈNH LÂM ĐỒNG", "Số: 1/LN-VKS-CA-TA-THA":
the codes are short and made up for the paper, the letterhead has the names. They count only where both have as many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.institutions import read_body
from kg.issuers import Body, settle
from kg.left_column import capitals, in_one_line, left_lines
from kg.locality import Locality, province_locality
from kg.normalise import UPPER, Plain
from kg.numbers import Number
from kg.phrases import Phrase
from kg.registry import issuer_codes

# "liên ngành", "liên tịch", "phối hợp" in the code of the type: "LN", "QCLN", "HDLN", "QCPH", "KHPH"
_IN_COMMON = re.compile(r"(?:QC|KH|HD|CT|CTr|QĐ|TT|NQ|QT)?(?:LN|LT|PH)|LNTT|QC")
_HEAD = 600
_MOST = 6
_NUMBER_LABEL = re.compile(r"(?:^|\n)[ \t|]*số\s*:?\s*$|(?<!\w)số\s*:\s*$")


def joint_head(p: Plain, number: Number | None, number_span: tuple[int, int] | None, where: Locality) -> Body | None:
    """The body of a joint paper as its letterhead names those that sign; None where it is not joint.

    Args:
        p: the text.
        number, number_span: its own number and where it stands.
        where: the place it speaks from.
    """
    codes = _codes(number)
    if number is None or number_span is None or len(codes) < 2:
        return None
    begin, stop = max(0, number_span[0] - _HEAD), number_span[0]
    if label := _NUMBER_LABEL.search(p.low, begin, stop):
        stop = label.start()
    text, low = (" ".join(part.split()) for part in in_one_line(left_lines(p, begin, stop)))
    named = _named(text, low)
    if len(named) == len(codes) + 1 and named[0].base.series == "ubnd" and not any(c.startswith("UB") for c in codes):
        named = named[1:]  # the committee above its offices
    if len(named) != len(codes) or not all(x.base.local for x in named):
        return None
    parts = [_placed(x, named[-1], where) for x in _in_order(named, codes)]
    slugs = [body.slug for body in parts if body.slug]
    lead = parts[0]
    if len(slugs) < len(parts):
        return None
    return Body("+".join(slugs), lead.series, lead.level, lead.branch, lead.base, True)


def _codes(number: Number | None) -> list[str]:
    """The codes of the bodies in the number of a joint paper: "1/LN-VKS-CA" has two."""
    if number is None:
        return []
    kind, *bodies = re.split(r"\s*-\s*", number.printed.rpartition("/")[2])
    return bodies if _IN_COMMON.fullmatch(kind) and len(bodies) <= _MOST else []


# without a place: which police it is, the last body of the letterhead tells
_POLICE = re.compile(r"công\s+an(?!\w)(?!\s+(?:tỉnh|thành|huyện|quận|thị|xã|phường)\s)")


def _named(text: str, low: str) -> list[Phrase]:
    """The bodies that a letterhead names in capitals, in order."""
    named: list[Phrase] = []
    shown = capitals(text)
    for m in re.finditer(rf"(?<!\w)[{UPPER}]{{2}}", text):
        if named and m.start() < named[-1].end:
            continue
        phrase = read_body(shown, low, m.start())
        if phrase is None and (police := _POLICE.match(low, m.start())):
            phrase = Phrase(m.start(), police.end(), issuer_codes()["cat"][0], "công an")
        if phrase is not None and not phrase.joint:
            named.append(phrase)
    return named


def _placed(x: Phrase, last: Phrase, where: Locality) -> Body:
    """A body in the place that the letterhead names for it, or behind the last one for all."""
    if not (x.place or x.proper) and x.unit in (None, last.unit):
        x = x._replace(unit=last.unit, place=last.place, proper=last.proper)
    return settle(x.base, province_locality(x.place) if x.place else where, phrase=x)


def _in_order(named: Sequence[Phrase], codes: Sequence[str]) -> list[Phrase]:
    """The bodies in the order of the codes; those that no code tells keep the places that are left."""
    rest = list(named)
    out: list[Phrase | None] = []
    for code in codes:
        fits = next((x for x in rest if _writes(x, code)), None)
        out.append(fits)
        if fits is not None:
            rest.remove(fits)
    return [x if x is not None else rest.pop(0) for x in out]


def _writes(x: Phrase, code: str) -> bool:
    """Whether a body has a code, or a code made of the initials of its name: "THA", "VKS", "QLTT"."""
    known = {c.casefold() for c in (x.base.code, *x.base.aliases_code) if c}
    initials = "".join(word[0] for word in x.name.split())
    return code.casefold() in known or code.casefold() in initials
