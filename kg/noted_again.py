"""Papers of a note that carry out what its sentence calls by its type once more: "Bám sát Nghị quyết A, tỉnh đã có các
văn bản triển khai thực hiện Nghị quyết[1]", "… ban hành các văn bản để thực hiện hai văn bản nêu trên[2]".
"""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.frames_told import joined
from kg.framing import Context, type_name
from kg.relations import NEGATED, Cue

_KINDS = (
    r"(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|quy\s+chế|chương\s+trình(?:\s+hành\s+động)?|kế\s+hoạch|quyết\s+định|đề\s+án"
    r"|hướng\s+dẫn|nghị\s+định|luật|văn\s+bản)"
)
_AGAIN = re.compile(
    r"(?<!\w)(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s+"
    rf"(?:(?:cả\s+)?(?P<many>hai|ba|bốn|các|những)\s+)?(?P<kind>{_KINDS})(?:\s+(?:này|đó|trên|(?:đã\s+)?(?:nêu|nói)\s+trên))?"
    r"(?P<how>\s+(?:bằng|trên\s+địa\s+bàn|tại\s+địa\s+phương|vào|phù\s+hợp)(?:\s[^;:.“”\"()\d]{0,60})?)?\s*[(\[]?\s*$"
)
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4}
_MOST = 20  # papers of a list
# "… đã đề nghị các huyện sớm có văn bản triển khai Nghị quyết[1]": not done yet
_ASKED = re.compile(r"(?<!\w)(?:đề\s+nghị|kiến\s+nghị|yêu\s+cầu|cần|phải|sẽ)\s")
_ONE_MORE = re.compile(r"(?<!\w)(?:ban\s+hành|thông\s+qua)\s+(?P<kind>[^\W\d]+(?:\s[^\W\d]+)?)(?!\w)")


def said_again(c: Context, begin: int, call: int) -> list[tuple[int, Cue]]:
    """The papers, with the cue, that the words before a call name once more by their type.

    Args:
        c: the text with its citations.
        begin: where the sentence begins.
        call: where its note is called.

    They stand in the sentence, or in the one before it; a single one has to be the only one of its type there.
    """
    m = _AGAIN.search(c.plain.low, begin, call)
    if m is None or NEGATED.search(c.plain.low, begin, m.start("cue")):
        return []
    cue = Cue("implements", m.start("cue"), m.end("cue"))
    above = c.parts.at(max(0, begin - 2)).start if begin else begin
    for start in (begin, above):
        named = [i for i in c.within(start, m.start()) if c.scopes[i].owner is None and c.found[i].kind == "number"]
        those = [i for i in named if _is_of(c, i, " ".join(m["kind"].split()))]
        if not those:
            continue
        behind = c.found[those[-1]].head_end
        if _ASKED.search(c.plain.low, behind, m.start()):
            return []
        if m["many"]:
            listed = _last_list(c, those)
            fits = len(listed) == _COUNTS.get(m["many"], len(listed)) and 1 < len(listed) <= _MOST
            return [(i, cue) for i in listed] if fits else []
        one = len({c.targets[i] for i in those}) == 1 and not _names_another(c, behind, m)
        return [(those[-1], cue)] if one else []
    return []


def _names_another(c: Context, begin: int, said: re.Match[str]) -> bool:
    """Whether another paper of the type is told without a number: "HĐND tỉnh đã ban hành nghị quyết riêng"."""
    kind = said["kind"].split()
    return any(m["kind"].split() == kind for m in _ONE_MORE.finditer(c.plain.low, begin, said.start()))


def _is_of(c: Context, i: int, kind: str) -> bool:
    f = c.found[i]
    return kind == "văn bản" or kind == type_name(f.type) or (kind == "luật" and f.type in NORMATIVE[:3])


def _last_list(c: Context, papers: list[int]) -> list[int]:
    """The last of some papers with those that stand in one list with it."""
    out = papers[-1:]
    for i in reversed(papers[:-1]):
        if not joined(c, i, out[0]):
            break
        out.insert(0, i)
    return out
