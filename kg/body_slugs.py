"""The body behind an issuer slug: which kind of body, in which unit or of which committee, where.

A slug is what a template of ``issuers.csv`` becomes in a place (``uy-ban-nhan-dan-{unit}-{place}``); here it is
read back, for everything that shows or exports names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import registry
from kg.derived_bodies import COMMITTEES_IN, committee_in
from kg.registry import Issuer

UNITS = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã",
    "xa": "xã", "phuong": "phường", "thi-tran": "thị trấn", "dac-khu": "đặc khu",
}  # fmt: skip
COMMITTEES = {
    "tinh-uy": "Tỉnh ủy", "thanh-uy": "Thành ủy", "huyen-uy": "Huyện ủy", "quan-uy": "Quận ủy",
    "thi-uy": "Thị ủy", "dang-uy": "Đảng ủy",
}  # fmt: skip

_GROUP = re.compile(r"\{(unit|committee|place)\}")


@dataclass(frozen=True, slots=True)
class LocalBody:
    """A local body as its slug tells.

    Attributes:
        kind: the registry row.
        unit: slug of the unit ("huyen"), empty where the slug names none.
        committee: slug of the Party committee it belongs to, empty for other bodies.
        place: slug of the place.
    """

    kind: Issuer
    unit: str
    committee: str
    place: str

    def named(self, where: str) -> tuple[str, str]:
        """The name of the body without its place, and its seat: "Ủy ban nhân dân", "huyện Văn Chấn".

        Args:
            where: how the place is spelt.

        >>> local_body("ban-thuong-vu-huyen-uy-moc-chau").named("Mộc Châu")
        ('Ban Thường vụ Huyện ủy', 'Mộc Châu')
        """
        if self.committee:
            return re.sub("|".join(COMMITTEES.values()), COMMITTEES[self.committee], self.kind.name), where
        if not self.unit or "{unit}-{place}" not in self.kind.template:  # "Tỉnh đoàn": the unit is in the name
            return self.kind.name, where
        return re.sub(rf"\s+(?:{'|'.join(UNITS.values())})$", "", self.kind.name), f"{UNITS[self.unit]} {where}"


@cache
def central_body(issuer: str) -> Issuer | None:
    """The body of a slug that exists once, the Party committee inside one included.

    >>> central_body("ban-can-su-dang-bo-noi-vu").name
    'Ban cán sự đảng Bộ Nội vụ'
    >>> central_body("uy-ban-nhan-dan") is None
    True
    """
    known = _central_bodies()
    if found := known.get(issuer):
        return found
    for kind in COMMITTEES_IN:
        inner = known.get(issuer.removeprefix(f"{registry.slug(kind)}-"))
        if inner is not None:
            return committee_in(kind, inner)
    return None


@cache
def _central_bodies() -> dict[str, Issuer]:
    return {body.slug: body for body in registry.issuers() if not body.local}


@cache
def local_body(issuer: str) -> LocalBody | None:
    """The local body of a slug, None where no template of the registry gives it.

    >>> body = local_body("uy-ban-nhan-dan-huyen-van-chan")
    >>> body.kind.slug, body.unit, body.place
    ('uy-ban-nhan-dan', 'huyen', 'van-chan')
    >>> local_body("hoi-nguoi-yeu-hoa-yen-bai") is None
    True
    """
    for template, kind in _templates():
        # A pattern is compiled when a slug begins as it does: all of them take longer than most commands.
        if not issuer.startswith(template.partition("{")[0]) or not (match := _pattern(template).fullmatch(issuer)):
            continue
        given = match.groupdict()
        committee = given.get("committee") or ""
        own = next((c for c, words in COMMITTEES.items() if kind.name.endswith(words)), "")
        if committee in ("", own) or (committee, own) == ("thanh-uy", "tinh-uy"):
            return LocalBody(kind, given.get("unit") or "", committee, given["place"])
    return None


@cache
def _templates() -> tuple[tuple[str, Issuer], ...]:
    """How slugs of local bodies are made, the one with the most fixed letters first."""
    found = []
    for at, body in enumerate(registry.issuers()):
        if body.local:
            found.append((-sum(map(len, _GROUP.split(body.template)[::2])), at, body))
    return tuple((body.template, body) for _, _, body in sorted(found, key=lambda item: item[:2]))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    groups = {
        "unit": f"(?P<unit>{'|'.join(UNITS)})",
        "committee": f"(?P<committee>{'|'.join(COMMITTEES)})",
        "place": "(?P<place>.+)",
    }
    return re.compile("".join(groups[p] if i % 2 else re.escape(p) for i, p in enumerate(_GROUP.split(template))))
