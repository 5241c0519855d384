"""Who issues a paper that was cut off its letterhead, as its enacting words or its last line say.

"Căn cứ …; / Bộ trưởng Bộ Tư pháp quy định chi tiết … như sau:", "Chính phủ ban hành Nghị định quy định về …." between
the grounds and the first article; "SỞ GIÁO DỤC VÀ ĐÀO TẠO" alone at the foot.
"""

from __future__ import annotations

import re

from kg.left_column import capitals
from kg.normalise import Plain, fold_tone, lower
from kg.phrases import Phrase, read_phrase
from kg.titleblock import HEAD_CHARS

_ENACTED = ("nghi-dinh", "thong-tu", "quyet-dinh", "nghi-quyet", "chi-thi", "quy-che", "quy-dinh")
# the line below a ground, which ends with a semicolon or, the last one, with a comma or a full stop
_GROUND = re.compile(r"\n[ \t]*(?:-[ \t]*)?(?:căn\s+cứ|theo\s+đề\s+nghị|xét)\s[^\n]{8,600}[;,.][ \t]*(?=\n)")
_NEXT_LINE = re.compile(r"\s*(?=[^\W\d_])")
_ENACTS = re.compile(
    r"\s+(?:ban\s+hành|quy\s+định|hướng\s+dẫn|quyết\s+định|quyết\s+nghị)(?!\w)[^;\n]{0,500}?[.:][ \t]*\n\s*"
    r"(?:điều\s+1|chương\s+(?:i|1)|phần\s+(?:i|thứ)|i|1|mục\s+1)(?!\w)"
)
_FOOT = 300


def enacting_body(p: Plain, kind: str) -> Phrase | None:
    """The body that a line between the grounds and the first article says to issue the paper."""
    if kind not in _ENACTED:
        return None
    for ground in _GROUND.finditer(p.low, 0, HEAD_CHARS):
        below = _NEXT_LINE.match(p.text, ground.end())
        phrase = read_phrase(p.text, p.low, below.end()) if below and p.text[below.end()].isupper() else None
        if phrase is not None and not phrase.joint and _ENACTS.match(p.low, phrase.end):
            return phrase
    return None


def signing_body(p: Plain) -> Phrase | None:
    """The body whose name in capitals is the last line of a paper that also says what it does."""
    line = p.text.rstrip().rpartition("\n")[2].strip(" \t|*_-./")
    if not line.isupper() or len(line) > _FOOT:
        return None
    low = fold_tone(lower(line))
    phrase = read_phrase(capitals(line), low, 0)
    if phrase is None or phrase.end != len(line) or phrase.joint:
        return None
    speaks = re.search(rf"(?<!\w){re.escape(phrase.name)}(?!\w)", p.low[: len(p.text.rstrip()) - len(line)])
    return phrase if speaks is not None else None
