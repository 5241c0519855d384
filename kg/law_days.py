"""Days of laws that stand behind another one: of the amender behind what it amends, of two laws passed on one day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found
from kg.lists import AND
from kg.normalise import Plain

_AMENDING_TITLE = re.compile(
    r"\s*(?:của\s+quốc\s+hội\s+)?(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung)[^;:.\n\d]{0,160}\scủa\s+"
)


def amending_days(p: Plain, found: Sequence[Found]) -> list[Found]:
    """Gives a numbered law the day behind its title, which ends with the name of the law that it amends.

    "Luật số 09/2022/QH15 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09 tháng 11 năm 2022": the day
    is of the year in the number.
    """
    out = list(found)
    for i, f in enumerate(out[1:], 1):
        if f.named is None or f.named.amending or f.date is None or len(f.date) != len("2022-11-09"):
            continue
        before = out[i - 1]
        if before.number is None or before.number.term is None or before.number.year != int(f.date[:4]):
            continue
        if before.date is None and _AMENDING_TITLE.fullmatch(p.low, before.head_end, f.start):
            named = f.named._replace(end=f.named.name_end, date=None)
            out[i - 1] = before._replace(date=f.date)
            out[i] = f._replace(end=named.end, head_end=named.end, date=None, named=named)
    return out


def same_day_laws(p: Plain, found: Sequence[Found]) -> list[Found]:
    """The day that two laws share: "Luật Bảo vệ môi trường và Luật Thanh niên cùng ngày 29 tháng 11 năm 2005"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        f, n = out[i], out[i + 1]
        if f.named is None or n.named is None or f.date is not None or n.date is None or f.named.amending:
            continue
        if AND.fullmatch(p.low, f.end, n.start) and p.low.find("cùng ngày", n.named.name_end, n.end) >= 0:
            out[i] = f._replace(date=n.date, reported=True)  # the text prints it, if not behind the name
    return out
