"""The paper that a bracket behind a title only gives a name: "A về việc thực hiện B (sau đây gọi là A)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found
from kg.identity import family, serial_key
from kg.normalise import Plain

# "(sau đây gọi là Nghị quyết số 71/NQ-CP)": the paper before the title once more
_NAMED_SO = re.compile(r"\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?là\s*:?\s*[“\"]?\s*$")


def renamed(p: Plain, found: Sequence[Found], i: int) -> int | None:
    """The citation before ``i`` that it only gives a name: "A về việc thực hiện B (sau đây gọi là A)"."""
    f = found[i]
    begin = p.low.find("(", max(0, f.start - 40), f.start)
    if begin < 0 or not _NAMED_SO.search(p.low, begin, f.start):
        return None
    return next((j for j in range(i - 1, max(-1, i - 6), -1) if _is_same_paper(f, found[j])), None)


def _is_same_paper(f: Found, before: Found) -> bool:
    a, b = (x.serial or (x.number.serial if x.number is not None else None) for x in (f, before))
    if a is None or b is None or serial_key(a) != serial_key(b) or family(f.type) != family(before.type):
        return False
    return f.number is None or before.number is None or f.number.codes == before.number.codes
