"""Whether the body of one paper may end another: one of its own, or of a body whose work it took over."""

from __future__ import annotations

from kg import registry
from kg.found import Found
from kg.issuers import Body
from kg.registry import LAW_TYPES

# the series of those whose acts bind all of the State's central bodies
_OF_ALL = ("quoc-hoi", "ubtvqh", "cp")


def may_end_papers(f: Found, g: Found) -> bool:
    """Whether the body that issued one paper may end another, as far as the text tells their bodies.

    "Thông tư 31/2025/TT-BYT" ends no circular of the ministry of finance, and a decision of one province none of the
    next province.
    """
    a, b = f.body, g.body
    if f.type in LAW_TYPES:
        return True
    if a is not None and a.series in _OF_ALL:
        return b is None or b.base is None or not b.base.local
    if a is None or b is None:
        return f.number is None or g.number is None or f.number.codes == g.number.codes
    if a.series is not None and a.series == b.series:
        return True
    if a.base is None or b.base is None:
        return False
    if g.type == "thong-tu-lien-tich" and g.number is not None:
        return any(one.series == a.base.series or one.valid_to for one in g.number.bodies)
    if a.base.local or b.base.local:
        return a.base.series == b.base.series and _of_one_place(a, b)
    return a.base.series == b.base.series or (bool(b.base.valid_to) and a.level == b.level)


def _of_one_place(a: Body, b: Body) -> bool:
    """Whether two local bodies of one kind may be one: a place is not told, or the one was merged into the other."""
    if a.series is None or b.series is None:
        return a.level == b.level
    now, then = (body.series.partition(".")[2] for body in (a, b) if body.series is not None)
    former = registry.places().get(then)
    return former is not None and now in (former.merged_into, *former.parts)
