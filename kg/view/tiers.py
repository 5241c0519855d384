"""Where a document stands in the order of authority: its tier (column) and its lane (row of the page).

Party and State run side by side through the same tiers, from the centre on the left to the commune on the
right. The level of the tables is coarser (``central`` is the National Assembly and a ministry's equal), so
the register in which a number runs decides where it is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kg.labels import Pair, branch_of

__all__ = ["LANES", "SHARED", "TIERS", "UNKNOWN", "lane_of", "lanes_of", "tier_of"]

TIERS: Final = (
    Pair("Trung ương Đảng · Quốc hội", "Party centre · National Assembly"),
    Pair("Chính phủ · Thủ tướng", "Government · Prime Minister"),
    Pair("Bộ, ngành", "Ministries"),
    Pair("Tỉnh, thành phố", "Provinces · cities"),
    Pair("Sở, ngành · Huyện", "Departments · districts"),
    Pair("Xã · Đơn vị", "Communes · units"),
    Pair("Chưa rõ cấp", "Level not known"),
)
UNKNOWN: Final = len(TIERS) - 1
LANES: Final = (
    Pair("Đảng", "Party"),
    Pair("Nhà nước", "State"),
    Pair("Mặt trận", "Front"),
)
SHARED: Final = Pair("Nhà nước · Mặt trận", "State · Front")
"""Name of the State's lane when the Front's few documents stand in it."""

_FEW: Final = 8
_BRANCHES = {"party": 0, "state": 1, "front": 2}
_TOP = frozenset(["dcsvn-tw", "dcsvn-dh", "quoc-hoi", "ubtvqh", "ctn", "hdnn"])
_GOVERNMENT = frozenset(["ttg", "chinh-phu", "hdbt", "hdcp"])
_PROVINCE = frozenset(["ubnd", "hdnd", "tu", "dh", "mttq"])
_HEADS = (
    "uy-ban-nhan-dan-", "hoi-dong-nhan-dan-", "thuong-truc-hoi-dong-nhan-dan-", "tinh-uy-", "thanh-uy-",
    "ban-thuong-vu-tinh-uy-", "ban-thuong-vu-thanh-uy-", "thuong-truc-tinh-uy-", "thuong-truc-thanh-uy-",
    "ban-chap-hanh-dang-bo-", "dai-hoi-dang-bo-", "uy-ban-mat-tran-to-quoc-",
)  # fmt: skip
_BY_LEVEL = {"ministry": 2, "district": 4, "commune": 5, "unit": 5}
# Types that only one tier issues, for documents of which nothing else is known.
_BY_TYPE = {
    "hien-phap": 0, "cuong-linh": 0, "bo-luat": 0, "luat": 0, "phap-lenh": 0, "sac-lenh": 0, "sac-luat": 0,
    "lenh": 0, "nghi-dinh": 1, "thong-tu": 2, "thong-tu-lien-tich": 2,
}  # fmt: skip


def tier_of(document: Mapping[str, Any]) -> int:
    """The column of a document, 0 for the centre.

    Args:
        document: a row of the table ``documents``.

    Returns:
        An index of :data:`TIERS`.

    >>> tier_of({"level": "central", "series": "ttg"}), tier_of({"level": "province", "series": "snv.son-la"})
    (1, 4)
    >>> tier_of({"type": "luat"}), tier_of({"type": "ke-hoach"}) == UNKNOWN
    (0, True)
    """
    level = document.get("level")
    register = (document.get("series") or "").split(".")[0]
    issuer = document.get("issuer") or ""
    if register in _TOP or (level == "central" and not register and lane_of(document) == 0):
        return 0
    if register in _GOVERNMENT:
        return 1
    if level == "central":
        return _BY_TYPE.get(document.get("type") or "", 2)
    if level == "province":
        head = register in _PROVINCE or issuer.startswith(_HEADS) or lane_of(document) == 2
        return 3 if head else 4
    if level in _BY_LEVEL:
        return _BY_LEVEL[level]
    return _BY_TYPE.get(document.get("type") or "", UNKNOWN)


def lane_of(document: Mapping[str, Any]) -> int:
    """The lane of a document, 0 for the Party; what is of no known branch stands with the State.

    >>> lane_of({"branch": "party"}), lane_of({"issuer": "bo-chinh-tri"}), lane_of({"branch": None})
    (0, 0, 1)
    """
    return _BRANCHES[document.get("branch") or branch_of(document.get("issuer")) or "state"]


def lanes_of(documents: Sequence[Mapping[str, Any]]) -> list[int]:
    """The lanes of documents that are shown together.

    A lane of its own for a few documents of the Front would take height from all others: up to an eighth
    of the documents they stand with the State.

    >>> lanes_of([{"branch": "front"}, {"branch": "party"}])
    [2, 0]
    """
    lanes = [lane_of(row) for row in documents]
    if 0 < lanes.count(2) * _FEW <= len(lanes) and 1 in lanes:
        return [min(lane, 1) for lane in lanes]
    return lanes
