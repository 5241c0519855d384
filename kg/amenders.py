"""Acts that are named as those that change another: "thay thế A và các Nghị định sửa đổi, bổ sung A gồm: số B, số C".

Each of them amends the act that is named so, and what a text does to that act it does to them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.framing import Context, Link
from kg.relations import Cue

_TYPES = (
    r"(?:nghị\s+định|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định|nghị\s+quyết|(?:bộ\s+)?luật|pháp\s+lệnh|"
    r"kế\s+hoạch|văn\s+bản)"
)
_MANY = rf"(?:các|những|hai|ba|bốn|năm|\d{{1,2}})\s+{_TYPES}\s+(?:đã\s+)?"
_CUE = r"(?P<cue>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung|điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?)"
_OF_IT = re.compile(rf"(?<!\w){_MANY}{_CUE}\s+(?:một\s+số\s+(?:điều|nội\s+dung)\s+)?(?:của\s+)?$")
_NAMELY = re.compile(r"\s*,?\s*(?:(?:bao\s+)?gồm|cụ\s+thể(?:\s+là)?|là|đó\s+là)?\s*:?\s*(?:(?:các\s+)?số\s+)?")
_SAID = re.compile(r"(?:gồm|là|cụ\s+thể|:)")
_AND = re.compile(r"\s*(?:,|;|và|,\s*và)\s+(?:số\s+)?")
# "Quyết định A phê duyệt dự án; các Quyết định điều chỉnh dự án: số B, số C"
_OF_MATTER = re.compile(
    rf"\s*(?:,|;|và|;\s*và|cùng)\s+(?:các|những|hai|ba|\d{{1,2}})\s+{_TYPES}\s+(?:phê\s+duyệt\s+)?{_CUE}"
    r"(?:\s+(?:dự\s+án|chủ\s+trương\s+đầu\s+tư|quy\s+hoạch|kế\s+hoạch|đề\s+án|phương\s+án))?\s*:?\s*(?:gồm\s*:?\s*)?(?:số\s+)?"
)
_BESIDE = re.compile(rf"\s*(?:,\s*)?(?:và|cùng(?:\s+với)?)\s+{_MANY}")
_DONE = ("replaces", "repeals", "basedOn")


def by_amenders(c: Context, members: Sequence[int], links: Sequence[Link]) -> list[Link]:
    """The links of a sentence, with those of the acts that it names as what changes another.

    Args:
        c: the text.
        members: the citations of the sentence.
        links: what the sentence has been found to say.
    """
    out = list(links)
    for act, cue, amenders in _named(c, members):
        before = [i for i in members if i < act and _BESIDE.match(c.plain.low, c.found[i].head_end)]
        held = [k for k in links if k.object in (act, *before[-1:]) and k.predicate in _DONE and not k.reverse]
        out = [k for k in out if k.object != act or k.cue is None or k.cue.start != cue.start]
        for i in amenders:
            if c.targets[i] == c.targets[act]:
                continue
            out.append(Link(i, act, "amends", "title", cue))
            told = {(k.subject, k.predicate) for k in links if k.object == i}
            out += [k._replace(object=i) for k in held if (k.subject, k.predicate) not in told and k.subject != i]
    return out


def _named(c: Context, members: Sequence[int]) -> Iterator[tuple[int, Cue, list[int]]]:
    """Each act with the cue of its change and those that change it."""
    low = c.plain.low
    for k, act in enumerate(members[:-1]):
        f, following = c.found[act], members[k + 1 :]
        after = {f.head_end, c.scopes[act].title_end}
        first = c.starts[following[0]]
        if m := _OF_IT.search(low, max(0, f.start - 80), c.starts[act]):
            said = any(_NAMELY.fullmatch(low, end, first) and _SAID.search(low, end, first) for end in after)
        else:
            m = next((m for end in after if (m := _OF_MATTER.fullmatch(low, end, first))), None)
            said = m is not None and f.type == c.found[following[0]].type
        if m is None or not said:
            continue
        amenders = [following[0]]
        for i in following[1:]:
            ends = (c.found[amenders[-1]].head_end, c.scopes[amenders[-1]].title_end)
            if not any(_AND.fullmatch(low, end, c.starts[i]) for end in ends):
                break
            amenders.append(i)
        yield act, Cue("amends", m.start("cue"), m.end("cue")), amenders
