"""Bodies that no table holds, made from those that it does: what stands inside a body, below it, or for it in a place.

The Party committee in a ministry, the office below a department, the treasury of a province: there is one for each body
or place, so that they are made when they are met.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg import registry
from kg.locality import UNIT, place_at
from kg.registry import Issuer, slug

# Party committees inside State bodies: until 2025 civil affairs committees and delegations, committees of the staff
COMMITTEES_IN = ("ban cán sự đảng", "đảng đoàn", "đảng ủy")


@lru_cache(256)
def committee_in(kind: str, base: Issuer) -> Issuer:
    """The Party committee inside a State body: each body may have one, so they stand in no table.

    >>> committee_in("ban cán sự đảng", registry.issuer_codes()["bnv"][0]).slug
    'ban-can-su-dang-bo-noi-vu'
    """
    short = "".join(word[0] for word in slug(kind).split("-"))
    return replace(
        base,
        code="",
        aliases_code=(),
        slug=f"{slug(kind)}-{base.slug}",
        name=f"{kind.capitalize()} {base.name}",
        name_en=f"Party committee, {base.name_en}",
        branch="party",
        series=f"{short}-{base.series}",
        template=f"{slug(kind)}-{base.template}" if base.template else "",
        names=(),
        heads=(),
        successor=(),
    )


_UNIT_HEADS = re.compile(r"(?:chi\s+cục|trung\s+tâm|ban\s+quản\s+lý)\s+")
_SPACE = re.compile(r"\s+")
_NAME_END = re.compile(rf"\s+(?:{UNIT}\s|thuộc\s)")


def unit_under(parent: Issuer, line: str, code: str) -> Issuer | None:
    """An office below a department, from its line in the letterhead; its code tells its register.

    >>> so = registry.issuer_codes()["snv"][0]
    >>> unit_under(so, "chi cục văn thư - lưu trữ", "CCVTLT").template
    'chi-cuc-van-thu-luu-tru-{unit}-{place}'
    """
    name = " ".join(line.split())
    if not parent.local or not _UNIT_HEADS.match(name):
        return None
    if end := _NAME_END.search(name):
        name = name[: end.start()]
    for m in reversed(list(_SPACE.finditer(name))):
        found = place_at(name, m.end())
        if found is not None and found[1] == len(name):
            name = name[: m.start()]
            break
    key = slug(name)
    return replace(
        parent,
        code="",
        aliases_code=(),
        slug=key,
        name=name.capitalize(),
        name_en="",
        levels=("province",),
        series=slug(code),
        template=f"{key}-{{unit}}-{{place}}",
        names=(),
        heads=(),
        successor=(),
    )


# central bodies whose offices in the provinces bear their name, with the place behind it
WITH_OFFICES = {
    "kho-bac-nha-nuoc": "", "cuc-thong-ke": "", "cuc-quan-ly-thi-truong": "", "cuc-thue": "cuc-thue-tinh",
    "cuc-hai-quan": "cuc-hai-quan-tinh", "uy-ban-dan-so-gia-dinh-va-tre-em": "",
}  # fmt: skip


@lru_cache(64)
def in_region(base: Issuer, region: str) -> Issuer:
    """The office of a central body in a region: "Cục Thuế khu vực V"."""
    return replace(base, slug=f"{base.slug}-{region}", template="", series=f"{base.series}-{region}")


@lru_cache(16)
def in_place(base: Issuer) -> Issuer:
    """The office of a central body in a place, as a local body: "Kho bạc Nhà nước tỉnh Sơn La"."""
    if row := WITH_OFFICES[base.slug]:
        return next(body for body in registry.issuers() if body.slug == row)
    levels = ("province", "district")
    return replace(base, local=True, levels=levels, template=f"{base.slug}-{{unit}}-{{place}}")
