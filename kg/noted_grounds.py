"""Papers that stand in a note behind general words: "Thực hiện các nghị quyết của Trung ương[1], … ban hành …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from kg.frames_aims import aims, issues_plans
from kg.framing import BASIS, DO, Context, Link, names_itself
from kg.models import Predicate
from kg.normalise import RAISED
from kg.note_calls import begins
from kg.relations import Cue
from kg.sentences import Sentence

# "Thực hiện các nghị quyết của Trung ương[1], chương trình, kế hoạch của Tỉnh ủy[2], Đảng ủy xã ban hành …"
_PAPER_WORDS = (
    r"(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|quy\s+định|chương\s+trình|kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản|hướng\s+dẫn|đề\s+án(?=\s+của\s)|"
    r"chủ\s+trương|nhiệm\s+vụ(?=\s+(?:được\s+)?(?:giao|phân\s+công))|(?:ý\s+kiến\s+)?chỉ\s+đạo|ý\s+kiến|yêu\s+cầu|đề\s+nghị)(?!\w)[^;.:“”\"()]*$"
)
_SOME_PAPERS = re.compile(rf"(?<!\w){_PAPER_WORDS}")
# "Thực hiện Nghị quyết A và kết luận của Trung ương về khoa học, công nghệ[1]"
_AND_PAPERS = re.compile(rf"(?:,|;|\svà|\scùng)\s+(?:các\s+)?{_PAPER_WORDS}")
PAPER_BESIDE = re.compile(rf"\s*(?:,|và|cùng)\s+(?:các\s+)?{_PAPER_WORDS}")
# "Thực hiện chỉ đạo của Bộ Y tế[1] và Ủy ban nhân dân tỉnh[2]"
_ALSO_OF = re.compile(r"[\[(\])\d\s]*(?:,|và|cùng)\s+(?:của\s+)?[^;.:“”\"()\d]{3,80}")
_DO = r"(?P<cue>(?:triển\s+khai\s+|tổ\s+chức\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s"
_THEN_BASIS = re.compile(r";\s+(?P<cue>căn\s+cứ)(?:\s+vào)?\s")
# "xét đề nghị của Ban cán sự đảng Ủy ban nhân dân tỉnh[1]"
_PROPOSED = re.compile(r"(?<!\w)(?:xét|theo)\s+(?P<cue>đề\s+nghị)\s+của\s[^;.:“”\"()\d]{3,120}$")
_THEN_DO = re.compile(rf";\s+(?:để\s+)?{_DO}")
_GOES_ON = re.compile(
    r"(?:ban\s+hành|báo\s+cáo|xây\s+dựng|triển\s+khai|hướng\s+dẫn|thông\s+báo|yêu\s+cầu|đề\s+nghị)(?!\w)"
)
_ITSELF_DOES = re.compile(rf"\s+(?:được\s+ban\s+hành\s+)?(?:(?:cũng|đồng\s+thời|để|nhằm)\s+)*{_DO}")
_ISSUES = re.compile(r"(?:ban\s+hành|xây\s+dựng|ký)(?!\w)")
_GRANTED = re.compile(r"(?<!\w)được\s[^;,]{2,60}?(?:phê\s+duyệt|công\s+nhận|thông\s+qua|chấp\s+thuận)\s*$")
_TO_DO = re.compile(rf"\s*,?\s*(?:để|nhằm|về\s+việc|về)?\s*{_DO}")
# "(1) Quyết định A phê duyệt Đề án; tỉnh triển khai tại Kế hoạch B": what a note says besides
_TOLD_BESIDE = re.compile(
    r";\s+(?:[^;.\d“”]{2,60}\s)?(?:đã\s+)?(?:triển\s+khai|cụ\s+thể\s+hóa|thay\s+thế|được|bị|ban\s+hành)(?!\w)[^;.\d]{0,60}$"
)
_CENTRAL = re.compile(r"(?<!\w)(?:chính\s+phủ|thủ\s+tướng|bộ\s|trung\s+ương|quốc\s+hội|ban\s+bí\s+thư)")
_ACTING = ("ket-luan", "nghi-quyet", "chuong-trinh", "chuong-trinh-hanh-dong", "ke-hoach", "chi-thi", "huong-dan")
_THEN = re.compile(r"[\[(\])\d" + RAISED + r"]*\s*,\s")  # the main clause follows
_BELOW = 160  # letters of the paragraph below that goes on with a sentence
_start = attrgetter("start")


def noted_grounds(c: Context, opening_end: int, headings: Sequence[tuple[int, int]] = ()) -> list[Link]:
    """The papers of notes that are called behind general words: the text carries them out, or rests on them.

    In its opening, where it tells its aims, and where it says so of itself ("Chương trình này đồng thời triển khai
    kế hoạch của Chính phủ[2]"). Of a paper that is told, it is that paper which carries them out: "Bộ ban hành
    Kế hoạch A để thực hiện các chỉ đạo của Thủ tướng Chính phủ[1]".
    """
    out: list[Link] = []
    low = c.plain.low
    calls = sorted(call for note in c.notes for call in note.calls)
    for note in c.notes:
        inside = [i for i in _papers(c, note.start, note.end) if not _is_told_beside(low, note.start, c.starts[i])]
        for call in note.calls if inside else ():
            s = c.parts.at(call)
            k = bisect_left(calls, call)
            above = calls[k - 1] if k else 0
            region = next((r for r in headings if r[0] <= call < r[1]), None)
            if region is not None and c.own.type is not None:
                line = c.plain.low.rfind("\n", 0, call) + 1
                if _in_general(c, line, above, call) and begins(c, note, inside[0]):
                    out += [Link(None, i, "basedOn", "heading", None, "footnote") for i in inside]
                continue
            for lead, subjects in _leads(c, s, call, opening_end):
                if lead.re is _PROPOSED or _in_general(c, lead.end(), above, call):
                    done: Predicate = "basedOn" if lead.re in (BASIS, _THEN_BASIS, _PROPOSED) else "implements"
                    cue = Cue(done, lead.start("cue"), lead.end("cue"))
                    out += [Link(a, i, done, "footnote", cue, "footnote") for a in subjects for i in inside if a != i]
                    break
    return out


def _leads(
    c: Context, s: Sentence, call: int, opening_end: int
) -> list[tuple[re.Match[str], Sequence[int | None]]]:
    """The verbs under which general words before a call may stand, each with who does it."""
    low = c.plain.low
    out: list[tuple[re.Match[str], Sequence[int | None]]] = []
    do = DO.match(low, s.start, call)
    end = s.end + _BELOW if low.endswith(",", s.start, s.end) else s.end
    acts = _GOES_ON.search(low, call, end) or (c.own.type in _ACTING and _THEN.match(low, call))
    if s.start < opening_end and (proposed := _PROPOSED.search(low, s.start, call)):
        return [(proposed, (None,))]
    if s.start < opening_end and acts:
        lead = do or _THEN_DO.search(low, s.start, call) or BASIS.match(low, s.start, call)
        if do is not None:  # "Thực hiện A[1]; căn cứ các quy định của pháp luật[2]"
            lead = next(reversed(list(_THEN_BASIS.finditer(low, do.end(), call))), do)
        return [(lead, (None,))] if lead else []
    itself = names_itself(c, s.start, call)
    if itself and not low[s.start : itself.start()].strip(" \t\n-+*•–.)0123456789"):
        lead = _ITSELF_DOES.match(low, itself.end(), call)
        return [(lead, (None,))] if lead else []
    if do is not None and issues_plans(c) and any(a <= call < b for a, b in aims(c.plain.text, low)):
        return [(do, (None,))]
    if do is not None and _ISSUES.search(low, do.end(), call) is None and (issues := _ISSUES.search(low, call, s.end)):
        told = _papers(c, issues.end(), s.end)
        for note in c.notes:
            behind = (other for other in note.calls if issues.end() < other < s.end)
            if any(_GRANTED.search(low, issues.end(), other) is None for other in behind):
                named = _papers(c, note.start, note.end)
                told += named if named and not low[note.start : c.starts[named[0]]].strip() else []
        out.append((do, told))
    for i in _papers(c, s.start, call):
        lead = _TO_DO.match(low, max(c.found[i].head_end, c.scopes[i].title_start), call)
        if lead and _ISSUES.search(low, s.start, c.starts[i]):
            out.append((lead, (i,)))
    return out


def _is_told_beside(low: str, begin: int, at: int) -> bool:
    """Whether a note tells in a clause of its own what a lower body did, with a paper that ends there."""
    clause = low.rfind(";", begin, at)
    m = _TOLD_BESIDE.match(low, clause, at) if clause >= 0 else None
    return m is not None and _CENTRAL.search(low, clause, at) is None


def _in_general(c: Context, begin: int, above: int, call: int) -> bool:
    """Whether general words for papers stand between a verb, or the call above, and a call."""
    low = c.plain.low
    first = max(begin, above)
    named = c.within(first, call)
    if named:
        return _AND_PAPERS.search(low, c.found[named[-1]].head_end, call) is not None
    if first > begin and _ALSO_OF.fullmatch(low, first, call):  # what stands before the call above is said of both
        return _SOME_PAPERS.search(low, begin, first) is not None
    return _SOME_PAPERS.search(low, first, call) is not None


def _papers(c: Context, start: int, end: int) -> list[int]:
    """Numbered papers of a span that stand in no title."""
    return [i for i in c.within(start, end) if c.scopes[i].owner is None and c.found[i].kind == "number"]
