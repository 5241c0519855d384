"""Papers of notes that carry out what the calling sentence names: "Thực hiện A, tỉnh đã ban hành kế hoạch[1]"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from kg.frames_implement import RULES
from kg.framing import Context, Link
from kg.models import Predicate
from kg.normalise import RAISED
from kg.noted_again import said_again
from kg.noted_grounds import PAPER_BESIDE
from kg.relations import Cue, cue_before
from kg.structure import Note

_CARRIED_OUT = re.compile(
    r"\s*(?:đã\s+|luôn\s+)?được\s+(?:[^.;]{0,30}?\s)?(?:cụ\s+thể\s+hóa|triển\s+khai|thực\s+hiện|quán\s+triệt)"
)
_ISSUES_PAPERS = re.compile(
    r"ban\s+hành|thông\s+qua\s+(?:[^\W\d]+\s+|\d+\s+){0,2}nghị\s+quyết|"
    r"xây\s+dựng\s+(?:[^\W\d]+\s+|\d+\s+){0,4}?"
    r"(?:quyết\s+định|nghị\s+quyết|đề\s+án|chỉ\s+thị|quy\s+chế|quy\s+định|hướng\s+dẫn|phương\s+án)|văn\s+bản|kế\s+hoạch|chương\s+trình|"
    r"cụ\s+thể\s+hóa|(?<!ban\s)chỉ\s+đạo"
)
_BEFORE = 40  # letters before a paper that tell how it is named
_AFTER_YEARS = re.compile(r"[^\w]*(?:sau|qua)\s+(?:hơn\s+|gần\s+)?[\w]{1,5}\s+năm\s")
_FOLLOWED = re.compile(
    r"(?<!\w)(?:theo|tại|ở|trong|khỏi|với|thuộc|căn\s+cứ|(?:sau\s+)?khi\s+có|trên\s+cơ\s+sở|xem(?:\s+thêm)?|nguồn|số\s+liệu|trích|dẫn|tham\s+khảo)\s*:?\s+"
    r"(?:các\s+)?$"
)
# "(1) Được sửa đổi bởi B", "(2) A; thay thế B": what is told of another paper
_BEFELL = re.compile(
    r"(?<!\w)(?:được|bị|thay\s+(?:thế|cho)|sửa\s+đổi|bãi\s+bỏ|hết\s+hiệu\s+lực|nay\s+là|trước\s+(?:đó|đây)\s+là)(?!\w)[^;.\n]*$"
)
# "… 05/5/2017. Trước đó, tỉnh có Kế hoạch B", "… Căn cứ ban hành là B": what a note says besides
_BESIDES = re.compile(r"[.]\s+(?:trước\s+(?:đó|đây)|căn\s+cứ|ngoài\s+ra)(?!\w)[^\n]*$")
_NEVER = ("luat", "bo-luat", "phap-lenh", "bao-cao", "to-trinh", "ban-an")
_AWARDS = re.compile(
    r"[^;:.\n]{0,40}?\s(?:về\s+(?:việc\s+)?)?(?:khen\s+thưởng|tặng|xử\s+phạt|công\s+nhận\s+(?:xã|huyện|danh\s+hiệu))\s"
)
_PENALTIES = ("XPHC", "XPVPHC")
_NOT_ISSUED = re.compile(
    r"(?<!\w)(?:(?:chưa|không|đề\s+nghị|kiến\s+nghị|dự\s+kiến|sẽ)\s+(?:[^\W\d]+\s+){0,4}?"
    r"(?:ban\s+hành|xây\s+dựng|(?<=chưa\s)có\s+(?:các\s+)?(?:văn\s+bản|kế\s+hoạch|chương\s+trình|nghị\s+quyết))|thay\s+vì)(?!\w)"
)
# "đã ban hành kế hoạch và khen thưởng 20 tập thể[1]": the note tells of the last of the deeds
_OTHER_DEED = re.compile(
    r"(?:,|\svà)\s+(?:khen\s+thưởng|xử\s+(?:lý|phạt)|kiểm\s+tra|phân\s+bổ|công\s+nhận|hỗ\s+trợ|tập\s+huấn)\s[^,;/]*$"
)
_start = attrgetter("start")


def footnotes(c: Context, cues: dict[int, Cue | None]) -> list[Link]:
    """Papers named in a note implement what the sentence that calls the note says is implemented."""
    out: list[Link] = []
    low = c.plain.low
    noted = {i for note in c.notes for i in c.within(note.start, note.end)}
    calls = sorted(call for note in c.notes for call in note.calls)
    for note in c.notes if c.own.type not in RULES else ():  # nor a consolidated text, read as the act that it repeats
        subjects = _plans(c, note)
        for call in note.calls if subjects else ():
            s = c.parts.at(call)
            if not _tells_of_plans(c, s.start, call):
                continue
            if (behind := _done_behind(c, call, s.end)) is not None:
                out += [Link(a, behind.object, "implements", "footnote", behind.cue, "footnote") for a in subjects]
                continue
            if again := said_again(c, s.start, call):
                told = [(a, b, cue) for b, cue in again for a in subjects if c.targets[a] != c.targets[b]]
                out += [Link(a, b, "implements", "footnote", cue, "footnote") for a, b, cue in told]
                continue
            said = {
                b: cues.get(b) or cue_before(low, s.start, c.starts[b]) or _on_receipt(low, s.start, c.starts[b], call)
                for b in c.within(s.start, call)
                if _is_free(c, b) and b not in noted
            }
            answered = [
                b
                for b, cue in said.items()
                if not _is_past(c, s.start, b, call, cue)
                and not _of_another(c, b, call, cue)
                and (_CARRIED_OUT.match(low, c.found[b].head_end, call) or _is_done(cue))
            ]
            # Of a sentence with several notes each belongs to what stands between the note before it and its own.
            k = bisect_left(calls, call)
            own = [b for b in answered if c.found[b].start >= (calls[k - 1] if k else 0)]
            if answered and _names_one_more(low, c.found[answered[-1]].head_end, call):
                continue
            if not own and _is_called_by_another(c, call, answered):
                continue
            if {c.targets[b] for b in answered} & {c.targets[a] for a in subjects}:
                continue  # the note names what is carried out
            for b in own or answered:
                cue = said[b]
                done: Predicate = "guides" if cue is not None and cue.predicate == "guides" else "implements"
                acting = (a for a in subjects if not _tells(c, a, b, answered))
                out += [Link(a, b, done, "footnote", cue, "footnote") for a in acting]
    return out


def _plans(c: Context, note: Note) -> list[int]:
    """The papers of a note that may carry something out: none that it only refers to, or tells of besides."""
    low = c.plain.low
    return [
        i
        for i in c.within(note.start, note.end)
        if _is_free(c, i)
        and c.found[i].kind == "number"
        and not _FOLLOWED.search(low, max(note.start, c.found[i].start - _BEFORE), c.found[i].start)
        and not _BEFELL.search(low, note.start, c.starts[i])
        and not _BESIDES.search(low, note.start, c.starts[i])
        and not _WAS_ISSUED.match(low, c.found[i].head_end, note.end)
        and not _is_no_plan(c, i)
    ]


# "Kế hoạch A. Quyết định B được Bộ Chính trị ban hành ngày 12/12/2013": what is carried out, said once more
_WAS_ISSUED = re.compile(r"\s+(?:đã\s+)?được\s+[^;.\d]{2,50}\sban\s+hành\s+(?:ngày|năm)\s")


def _tells_of_plans(c: Context, begin: int, call: int) -> bool:
    """Whether a sentence up to a call tells of papers that were issued, and of no other deed since."""
    low = c.plain.low
    if not _issues_papers(c, begin, call) or _is_aside(c, begin, call):
        return False
    return _NOT_ISSUED.search(low, begin, call) is None and _OTHER_DEED.search(low, begin, call) is None


def _names_one_more(low: str, begin: int, call: int) -> bool:
    """Whether a note tells which programme or order is carried out beside the paper that ends at ``begin``."""
    found = PAPER_BESIDE.fullmatch(low, begin, call) or _ORDERS_BESIDE.search(low, begin, call)
    return (found or _ONE_MORE.fullmatch(low, begin, call)) is not None


def _is_no_plan(c: Context, i: int) -> bool:
    """Whether a paper carries nothing out: a law, a report, a penalty, an award."""
    f = c.found[i]
    if f.type in _NEVER or (f.number is not None and f.number.printed.endswith(_PENALTIES)):
        return True
    return _AWARDS.match(c.plain.low, f.head_end) is not None


def _issues_papers(c: Context, begin: int, call: int) -> bool:
    """Whether a sentence up to a call tells of papers issued, apart from what the titles of laws say."""
    named = [c.found[k] for k in c.within(begin, call)]
    words = _ISSUES_PAPERS.finditer(c.plain.low, begin, call)
    return any(not any(f.start <= m.start() < f.end for f in named) for m in words)


def _is_called_by_another(c: Context, call: int, answered: Sequence[int]) -> bool:
    """Whether a paper that is not carried out stands right before a call: "A[1], B[2]"."""
    k = bisect_left(c.found, call, key=_start) - 1
    return k >= 0 and k not in answered and not c.plain.low[c.found[k].head_end : call].strip(" ,.")


def _tells(c: Context, a: int, b: int, answered: Sequence[int]) -> bool:
    """Whether the title of a paper in a note tells which of several papers it carries out, and not this one."""
    own = {c.targets[k] for k in range(a + 1, min(a + 4, len(c.found))) if c.scopes[k].owner == a}
    return c.targets[b] not in own and any(c.targets[k] in own for k in answered)


# "Sau khi Ban Bí thư có kết luận về tiếp tục thực hiện A[2], Tỉnh ủy ban hành kế hoạch[3]": that is said of note 2
_ABOUT = re.compile(
    r"(?<!\w)(?:kết\s+luận|nghị\s+quyết|chỉ\s+thị|quyết\s+định)\s+(?:của\s[^;:,.“”\"()\d]{2,50}?\s)?về(?:\s+việc)?\s+$"
)
_ABOUT_WITHIN = 90


def _of_another(c: Context, b: int, call: int, cue: Cue | None) -> bool:
    """Whether what is carried out stands in the title of a paper that another note names."""
    low = c.plain.low
    if cue is None or not low[c.found[b].head_end : call].strip(" ,."):
        return False
    return _ABOUT.search(low, max(0, cue.start - _ABOUT_WITHIN), cue.start) is not None


# "Ngay sau khi có A, tỉnh đã ban hành kế hoạch thực hiện[1]", "Sau khi Bộ Chính trị ban hành A, …"
_AFTER = re.compile(
    r"[\W\d]*(?:ngay\s+)?(?:sau\s+)?khi\s+(?:có|nhận\s+được|tiếp\s+nhận|[^;:.,()“”\"\d]{3,60}?\sban\s+hành)\s+(?:các\s+)?"
)
_PLAN_FOR_IT = re.compile(
    r"(?<!\w)(?:kế\s+hoạch|chương\s+trình|chương\s+trình\s+hành\s+động|văn\s+bản|chỉ\s+thị|quyết\s+định|nghị\s+quyết)"
    r"\s+(?:để\s+|nhằm\s+)?(?:chỉ\s+đạo\s+)?(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s*$"
)


def _on_receipt(low: str, begin: int, at: int, call: int) -> Cue | None:
    """The words by which a plan in a note carries out what had been received."""
    m = _PLAN_FOR_IT.search(low, at, call) if _AFTER.fullmatch(low, begin, at) else None
    return Cue("implements", m.start("cue"), m.end("cue")) if m else None


# "Thực hiện A về chuyển đổi số và văn bản đôn đốc của Bộ Thông tin và Truyền thông[1], …"
_ORDERS_BESIDE = re.compile(
    r"(?:,|\svà)\s+(?:các\s+)?(?:văn\s+bản|công\s+văn|ý\s+kiến|chỉ\s+đạo|yêu\s+cầu|hướng\s+dẫn)(?!\w)[^;.:“”\"()\d,]*"
    r"\scủa\s[^;.:“”\"()\d,]*(?:,\s+(?:ban\s+thường\s+vụ|thường\s+trực)\s(?:(?!ban\s+hành|đã\s|có\s)[^;.:“”\"()\d,])*)?$"
)


# "Thực hiện A và nghị quyết thành lập Đoàn giám sát[2], Thường trực báo cáo"
_ONE_MORE = re.compile(
    r"(?:(?!\s(?:đã|ban\s+hành|thông\s+qua|có)\s)[^;.:“”\"(),]){0,160}?\svà\s+(?:nghị\s+quyết|quyết\s+định|thông\s+báo|kết\s+luận)(?!\w)"
    r"(?:(?!\s(?:đã|ban\s+hành|có)\s)[^;.:“”\"()\d,]){0,80}"
)


# "đã ban hành 03 văn bản(2) triển khai Quyết định B"
_DOES_BEHIND = re.compile(
    r"[\[(\])\d" + RAISED + r"]*\s+(?:để\s+|nhằm\s+)?"
    r"(?P<cue>(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa))\s+"
)


def _done_behind(c: Context, call: int, end: int) -> Link | None:
    """What papers of a note carry out by the words right behind their call."""
    m = _DOES_BEHIND.match(c.plain.low, call, end)
    k = bisect_left(c.found, call, key=_start)
    if m is None or k == len(c.found) or c.starts[k] != m.end():
        return None
    return Link(None, k, "implements", "footnote", Cue("implements", m.start("cue"), m.end("cue")))


_TOLD_THERE = re.compile(r"(?:(?<!\w)(?:đã|kế\s+hoạch|chương\s+trình)|[\])" + RAISED + r"])\s+$")


def _is_past(c: Context, start: int, b: int, call: int, cue: Cue | None) -> bool:
    """Whether a call stands in a further clause than the words that tell how ``b`` was carried out.

    "Tỉnh đã cụ thể hóa A bằng kế hoạch[1]; ban hành quy chế phối hợp[2]", "Xã ban hành kế hoạch[1] triển khai A; …[2]":
    the second note has nothing to do with A.
    """
    low = c.plain.low
    if cue is None or low.find(";", c.found[b].head_end, call) < 0:
        return False
    return _TOLD_THERE.search(low, start, cue.start) is not None


def _is_done(cue: Cue | None) -> bool:
    return cue is not None and cue.predicate in ("implements", "guides")


def _is_aside(c: Context, start: int, call: int) -> bool:
    """Whether a note is called by a clause of its own that speaks of no papers: "…; tổ chức 24 hội nghị¹"."""
    low = c.plain.low
    clause = low.rfind(";", start, call)
    if clause >= 0 and _AFTER_YEARS.match(low, start, clause):
        return True  # "Sau 14 năm thực hiện A, kinh tế tăng trưởng; Huyện ủy đã ban hành một số đề án(4)"
    if clause < 0 or _ISSUES_PAPERS.search(low, clause, call):
        return False
    return len(c.within(clause, call)) == 0


def _is_free(c: Context, i: int) -> bool:
    return c.scopes[i].owner is None
