"""Who issued a paper in common, as the text names them: "Kế hoạch liên tịch số … giữa Hội LHPN tỉnh và Công an tỉnh".

The codes of a joint number are short, and some have several meanings ("CA", "HPN"); the names behind "giữa" or "của"
say who is meant and in which place. They count only where each of them is read: a list that goes on with another body
is left to the codes.
"""

from __future__ import annotations

import re

from kg.codes import JOINT
from kg.found import Found
from kg.institutions import read_body
from kg.issuers import COUNCIL_BOARDS, Body, issuer_of, settle
from kg.locality import Locality, province_locality
from kg.normalise import Plain
from kg.numbers import Number
from kg.phrases import Phrase, begins_other_words

_BEHIND = re.compile(r"\s{0,3},?\s{0,3}(?:(?P<between>giữa)|của|do|bởi)\s+")
_LINK = re.compile(r"\s+(?P<last>và|với|cùng)\s+|\s*(?:,|-)\s*")
# what is joint by its name; of a programme or a statute only "giữa" says so
_JOINT_TYPES = (
    "nghi-quyet-lien-tich",
    "thong-tu-lien-tich",
    "quy-che-phoi-hop",
    "chuong-trinh-phoi-hop",
    "ke-hoach-lien-tich",
)
_OF_TWO = ("quy-che", "chuong-trinh", "ke-hoach", "thoa-thuan", "bien-ban")  # what two bodies may agree on
_MOST = 6


def parties(p: Plain, f: Found) -> tuple[Phrase, ...]:
    """The bodies that the text names as those of a joint paper, none where it does not name all of them.

    >>> from kg.analyse import analyse
    >>> analyse("Kế hoạch liên tịch số 5/KHLT-HPN-CA giữa Hội LHPN và Công an tỉnh Sơn La.").mentions[0].issuer
    'hoi-lien-hiep-phu-nu-tinh-son-la+cong-an-tinh-son-la'
    """
    if f.number is None:
        return ()
    inside = p.low.find("giữa ", f.start, f.number.start)
    lead = _BEHIND.match(p.low, f.end)
    between = inside >= 0 or (lead is not None and lead["between"] is not None)
    joint = f.number.type_code in JOINT or f.type in _JOINT_TYPES
    if (inside < 0 and lead is None) or not (joint or (between and f.type in _OF_TWO)):
        return ()
    found, told = _list(p, inside + len("giữa ") if lead is None or inside >= 0 else lead.end())
    codes = len(f.number.codes) - (f.number.type_code is not None)
    with_type = 0 if joint else 1  # "QCPH", which is the code of no type by itself
    if len(found) < 2 or not told or codes not in (0, 1, len(found), len(found) + with_type):
        return ()
    found = _placed(found)
    if between:
        return tuple(found)
    same = sorted(b.series for b in f.number.bodies) == sorted(x.base.series for x in found)
    return tuple(found) if same and f.type in _JOINT_TYPES else ()


def council_boards(p: Plain, f: Found, body: Body, where: Locality) -> Body:
    """The body of a paper of a People's Council with the other boards behind the one that is read first.

    "46/BC-HĐND ngày 08/12/2021 của Ban Kinh tế - Ngân sách và Ban Văn hóa - Xã hội".
    """
    if f.number is None or f.phrase is None or f.phrase.base.series not in COUNCIL_BOARDS:
        return body
    named, told = _list(p, f.phrase.start) if f.phrase.start >= f.end else ([], False)
    if len(named) < 2 or not told or any(x.base.series not in COUNCIL_BOARDS for x in named):
        return body
    slugs = [issuer_of(f.number, x, where).slug for x in _placed(named)]
    return body._replace(slug="+".join(s for s in slugs if s)) if all(slugs) else body


def _list(p: Plain, at: int) -> tuple[list[Phrase], bool]:
    """The bodies of a list that begins at ``at``, and whether the one behind its "và" is read."""
    found: list[Phrase] = []
    told = False
    while len(found) < _MOST and (phrase := read_body(p.text, p.low, at)) is not None:
        found.append(phrase)
        link = _LINK.match(p.low, phrase.end)
        if told or link is None or not p.text[link.end() : link.end() + 1].isupper():
            return found, told
        if begins_other_words(p.low, link.end()):
            return found, told
        told = link["last"] is not None
        at = link.end()
    return found, False


def _placed(found: list[Phrase]) -> list[Phrase]:
    """Bodies with the place that the last of them names for all: "Hội LHPN và Công an huyện Ea Súp"."""
    last = found[-1]
    if not (last.place or last.proper):
        return found
    out = []
    for x in found:
        open_ = x.base.local and not (x.place or x.proper) and x.unit in (None, last.unit)
        out.append(x._replace(unit=last.unit, place=last.place, proper=last.proper) if open_ else x)
    return out


def joint_body(named: tuple[Phrase, ...], number: Number, where: Locality) -> Body | None:
    """The body of a joint paper, in the order of its number; None where one of them has no known place."""
    parts = []
    for x in _in_order(named, number):
        body = settle(x.base, province_locality(x.place) if x.place else where, phrase=x)
        if body.slug is None:
            return None
        parts.append(body)
    lead = parts[0]
    return Body("+".join(b.slug or "" for b in parts), lead.series, lead.level, lead.branch, lead.base, True)


def _in_order(named: tuple[Phrase, ...], number: Number) -> tuple[Phrase, ...]:
    """Bodies in the order of the codes where all are known, else as they are named."""
    order = [b.series for b in number.bodies]
    if sorted(order) != sorted(x.base.series for x in named):
        return named
    return tuple(sorted(named, key=lambda x: order.index(x.base.series)))
