"""A paper issued for what the sentence before names: "Thực hiện Chỉ thị A. Ngày 10/12, Đảng ủy ban hành Kế hoạch B".

News and Party prose close the words "Thực hiện A", "Căn cứ A; B" with a full stop, though they are no sentence. Where
nothing but papers and their titles stands in them, they are read with the sentence behind, which says who issued what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.framing import BASIS, DO, Context, Link, issued
from kg.models import Predicate
from kg.relations import Cue
from kg.sentences import Sentence

# the sentence behind begins with who issues, or when
_WHO = re.compile(
    r"\s*(?:(?:(?:ngay\s+)?(?:từ\s+)?ngày\s+\d[\d/.\s]*(?:tháng\s+\d+\s*(?:năm\s+\d+)?)?|theo\s+đó|trên\s+cơ\s+sở\s+đó|năm\s+\d{4}|sau\s+đó)\s*,?\s+)?"
    r"(?!(?:các|những|nhiều|một\s+số|kết\s+quả)\s)[^;:.“”\"\d\n]{3,120}?\s"
    r"(?:(?:đã|vừa|cũng|kịp\s+thời|chủ\s+động)\s+)*(?:ban\s+hành|xây\s+dựng(?:\s+và\s+ban\s+hành)?|ký\s+ban\s+hành|có)\s+(?:các\s+)?"
)
_DIRECTLY = re.compile(
    r"[\s:]*(?:(?:các|những|theo|đúng|nghiêm|nghiêm\s+túc|tốt|có\s+hiệu\s+quả|nội\s+dung|tinh\s+thần|yêu\s+cầu|quy\s+định|của|tại|vào)\s+)*"
)
# a clause in which somebody does something, behind the papers: "…, nhà trường tổ chức lễ phát động"
_DEED = re.compile(
    r",\s+[^,;.:\d]{3,90}?\s(?:đã|tổ\s+chức|triển\s+khai|chỉ\s+đạo|xây\s+dựng|ban\s+hành|báo\s+cáo|phối\s+hợp|tập\s+trung|tham\s+mưu|đề\s+nghị|yêu\s+cầu|quyết\s+định|hướng\s+dẫn)\s"
)


def over_stops(c: Context, free_in: Mapping[Sentence, Sequence[int]]) -> list[Link]:
    """Links of papers with what the fragment before their sentence says they were issued for.

    Args:
        c: the text with its citations.
        free_in: by sentence, its citations that stand in no title.
    """
    out: list[Link] = []
    for sentence, free in free_in.items():
        cue = _opens(c, sentence) if free else None
        behind = c.parts.after(sentence) if cue is not None and _is_fragment(c, sentence, free, cue) else None
        if cue is None or behind is None or not free_in.get(behind):
            continue
        if "\n" in c.plain.low[sentence.end : behind.start].strip(" \t") or _opens(c, behind) is not None:
            continue
        agents = issued(c, free_in[behind], behind)
        first = free_in[behind][0]
        who = _WHO.fullmatch(c.plain.low, behind.start, c.found[first].start) if first in agents else None
        if who is None or c.targets[first] in (None, c.own.id):
            continue
        named = {c.targets[b] for b in free}
        out += [
            Link(a, b, cue.predicate, "do-and-issue", cue)
            for a in sorted(agents)
            if c.targets[a] not in named
            for b in free
            if c.targets[b] != c.own.id
        ]
    return out


def _opens(c: Context, sentence: Sentence) -> Cue | None:
    """The "Thực hiện", "Căn cứ" with which a sentence begins."""
    for pattern, predicate in _OPENINGS:
        if m := pattern.match(c.plain.low, sentence.start, sentence.end):
            return Cue(predicate, m.start("cue"), m.end("cue"))
    return None


_OPENINGS: tuple[tuple[re.Pattern[str], Predicate], ...] = ((DO, "implements"), (BASIS, "basedOn"))


def _is_fragment(c: Context, sentence: Sentence, free: Sequence[int], cue: Cue) -> bool:
    """Whether a sentence holds nothing but papers and their titles, and ends with a full stop."""
    low, last = c.plain.low, free[-1]
    if not _DIRECTLY.fullmatch(low, cue.end, max(cue.end, c.starts[free[0]])):
        return False  # "Thực hiện cơ chế một cửa theo Nghị định A": that is done, not the decree
    if not low.rstrip().startswith(".", max(sentence.start, sentence.end - 1)):
        return False
    if low[c.title_end(last) : sentence.end].strip(" ."):
        return False
    return _DEED.search(low, c.found[free[0]].head_end, sentence.end) is None
