"""What papers that do not enact may do to papers of their kind: a letter, a notice, a plan, a guideline, a judgment."""

from __future__ import annotations

import re

from kg.backrefs import NORMATIVE
from kg.frames_lead import EFFECT_HEAD, begins_item, goes_on_from_first
from kg.framing import LINE_LEAD, Link, View
from kg.models import Predicate
from kg.phrases import read_phrase
from kg.relations import Cue

# "Nội dung tại điểm 2 nêu trên thay thế cho …": what a letter says speaks for the letter
_OWN_WORDS = re.compile(
    rf"{LINE_LEAD}(?:các\s+|những\s+)?(?:nội\s+dung|hướng\s+dẫn|ý\s+kiến)(?:\s+(?:hướng\s+dẫn|trả\s+lời|tại\s+(?:điểm|mục|khoản)\s+[\w.]+))*"
    r"\s+(?:(?:đã\s+)?nêu\s+trên|trên\s+đây|nói\s+trên|này|trên)\s+(?:sẽ\s+|được\s+)?"
)
# a conclusion of the Party changes what it tells anew: "Điều chỉnh chỉ tiêu tại mục II Nghị quyết B từ 10 lên 15"
_CHANGE = re.compile(
    r"\s*[^;\n]{0,120}?(?<!\w)(?:như\s+sau|từ\s[^;\n]{2,60}?\s(?:lên|xuống|thành|sang|còn)\s"
    r"|theo\s+(?:bảng|biểu|danh\s+mục|phụ\s+lục)\s)"
)
_LETTERS = ("cong-dien", "cong-van")
_PUTS_RIGHT = ("thong-bao", "cong-van", "ket-luan")
_WORK = ("ke-hoach", "huong-dan", "chuong-trinh", "chuong-trinh-hanh-dong", "phuong-an")
# "Chỉ tiêu tại Mục II Kế hoạch số 41 được thay thế bằng chỉ tiêu nêu trên"
_IS_ENDED = re.compile(
    r"\s(?:cũng\s+)?(?:(?:được|bị|đều)\s+(?:(?P<repeals>(?:bãi|hủy)\s+bỏ)"
    r"|(?P<replaces>thay\s+thế)\s+bằng\s[^;.:\d]{2,60}?(?:nêu\s+trên|này|trên\s+đây))"
    r"|(?:đều\s+)?(?P<ends>hết\s+hiệu\s+lực(?:\s+thi\s+hành)?))"
    r"\s*(?:[.;]|$)"
)
_PART = re.compile(
    rf"{LINE_LEAD}(?:các\s+)?(?:nội\s+dung|chỉ\s+tiêu|quy\s+định|nhiệm\s+vụ|phần|mốc\s+thời\s+gian|thời\s+(?:hạn|gian))(?!\w)[^;.:\d]{{0,60}}\s(?:trong|tại|của)\s+"
)


# the head of a sentence, or "Bãi bỏ Kế hoạch A; " before "ngưng hiệu lực mục 3 Kế hoạch B"
_OWN_END = re.compile(
    EFFECT_HEAD.pattern + r"(?:(?:bãi\s+bỏ|hủy\s+bỏ|(?:tạm\s+)?(?:ngưng|ngừng|dừng|đình\s+chỉ))\s[^.:]{4,400};\s+)?$"
)


def of_its_kind(v: View, i: int, cue: Cue | None) -> Link | None:
    """What a notice or letter may do to a paper of its kind: "4. Đính chính Thông báo số …", "Tạm dừng thực hiện …"."""
    if v.c.own.type in _WORK:
        return _ends_its_own(v, i, cue)
    if v.c.own.type == "ban-an":
        return _ruled(v, i)
    if cue is not None and v.c.own.type == "cong-dien":
        return Link(None, i, cue.predicate, "enacting", cue) if _calls_off(v, i, cue) else None
    if cue is None or v.c.own.type not in _PUTS_RIGHT:
        return None
    f, before = v.c.found[i], v.before(cue.start)
    begins = EFFECT_HEAD.fullmatch(before) is not None
    speaks = f.type in _PUTS_RIGHT and _OWN_WORDS.fullmatch(before) is not None
    if cue.predicate == "amends":
        anew = v.c.own.type == "ket-luan" and _CHANGE.match(v.c.plain.low, f.head_end) is not None
        told = speaks or (begins and anew)
    elif cue.predicate in ("replaces", "repeals"):
        alike = f.type == v.c.own.type or (v.c.own.type == "ket-luan" and f.type in _PUTS_RIGHT)
        told = speaks or (begins and alike and _is_its_own(v, i))
        told = told or (cue.predicate == "repeals" and begins and _of_its_committee(v, i))
    elif cue.predicate in ("corrects", "suspends"):
        told = begins or (cue.predicate == "corrects" and _is_its_own(v, i) and _we(v, cue.start))
    else:
        told = False
    return Link(None, i, cue.predicate, "enacting", cue) if told else None


def _of_its_committee(v: View, i: int) -> bool:
    """Whether a conclusion of a Party committee ends a plan of it, or of one that it took over."""
    own, f = v.c.own, v.c.found[i]
    if own.type != "ket-luan" or own.branch != "party" or f.type not in _WORK or f.body is None or not own.series:
        return False
    return f.body.series is not None and f.body.series.partition(".")[0] == own.series.partition(".")[0]


# "6. Nhân đây, Văn phòng Thành ủy đính chính Công văn số …"
_WE = re.compile(rf"{LINE_LEAD}(?:nhân\s+(?:đây|dịp\s+này)\s*,?\s+)?")


def _we(v: View, at: int) -> bool:
    """Whether nothing but the text's own body stands before a verb, at the head of the sentence."""
    begin = v.sentence.start
    m = _WE.match(v.c.plain.low, begin, at)
    phrase = read_phrase(v.c.plain.text, v.c.plain.low, m.end()) if m else None
    own = (v.c.own.series or "").partition(".")[0]
    return phrase is not None and phrase.base.series == own and not v.c.plain.low[phrase.end : at].strip()


def _is_its_own(v: View, i: int) -> bool:
    """Whether a paper is of the body that speaks."""
    body = v.c.found[i].body
    return body is not None and body.slug is not None and body.slug == v.c.own.issuer


# "1. Hủy khoản 2 Điều 1 của Quyết định số 1875/QĐ-UBND", "Sửa một phần Bản án dân sự sơ thẩm số …": a court on appeal
_RULES = re.compile(
    rf"(?:{LINE_LEAD}|[^\n]*[,;]\s+)(?:tuyên(?:\s+xử)?\s*:?\s+|tuyên\s+)?(?P<cue>(?P<repeals>hủy(?:\s+bỏ)?)|(?P<amends>sửa))\s+"
    r"(?:(?P<whole>toàn\s+bộ)|(?P<part>một\s+phần))?\s*(?:nội\s+dung\s+|quyết\s+định\s+của\s+)?"
)
# "Bác yêu cầu của bà B về việc tuyên vô hiệu hợp đồng, hủy Quyết định A": what was asked for
_ASKED_FOR = re.compile(r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|kháng\s+cáo|kháng\s+nghị|về\s+việc)(?!\w)")
_REFUSED = re.compile(r"(?<!\w)(?:bác|không\s+chấp\s+nhận|đình\s+chỉ|giữ\s+nguyên)(?!\w)")
_GRANTED = re.compile(rf"{LINE_LEAD}chấp\s+nhận(?!\w)")
_OF_COURTS = ("ban-an", "quyet-dinh")


def _ruled(v: View, i: int) -> Link | None:
    """What a judgment annuls, or changes of the judgment below, in what it rules."""
    f = v.c.found[i]
    if v.sentence.start < v.preamble_end or f.type not in _OF_COURTS or i != v.free[0]:
        return None
    m = _RULES.fullmatch(v.before(v.c.starts[i]))
    if m is None or (m["amends"] and f.type != "ban-an"):
        return None
    clause = m.string[m.string.rfind(";", 0, m.start("cue")) + 1 : m.start("cue")].lstrip()
    if _REFUSED.search(clause) or (_ASKED_FOR.search(clause) and not _GRANTED.match(clause)):
        return None
    predicate: Predicate = "repeals" if m["repeals"] else "amends"
    at, part = v.sentence.start, bool(m["part"] or v.c.provisions[i] or m["amends"])
    return Link(None, i, predicate, "enacting", Cue(predicate, at + m.start("cue"), at + m.end("cue"), part))


# "2. Căn cứ khoản 1 Điều 173 A, xử phạt …", "3. Về án phí: Căn cứ điểm h khoản 2 Điều 23 B, bị cáo …"
_ON_WHAT = re.compile(
    rf"{LINE_LEAD}(?:về\s+[^:;.\n\d]{{2,60}}:\s*)?(?P<cue>căn\s+cứ(?:\s+vào)?|áp\s+dụng)\s+"
    r"(?:(?:các\s+)?(?:điểm|khoản|điều)\s[^.\n“”]{1,200}?\s(?:của\s+)?)?(?:các\s+)?"
)


def ruled_on(v: View, i: int) -> Link | None:
    """What a court bases a point of its ruling on."""
    if v.c.own.type != "ban-an" or v.sentence.start < v.preamble_end or not goes_on_from_first(v, i):
        return None
    m = _ON_WHAT.fullmatch(v.before(v.c.starts[v.free[0]]))
    if m is None:
        return None
    at = v.sentence.start
    return Link(None, i, "basedOn", "preamble", Cue("basedOn", at + m.start("cue"), at + m.end("cue")))


def _calls_off(v: View, i: int, cue: Cue) -> bool:
    """Whether a telegram ends a letter of its own body: "3. Hủy bỏ Công văn số …"; others end what is theirs."""
    f = v.c.found[i]
    ends = _is_its_own(v, i) and cue.predicate in ("repeals", "suspends") and f.type in _LETTERS
    return ends and EFFECT_HEAD.fullmatch(v.before(cue.start)) is not None


def _ends_its_own(v: View, i: int, cue: Cue | None) -> Link | None:
    """A plan or guideline that ends one of its own body: "3. Bãi bỏ mục III Kế hoạch số 08 của UBND xã"."""
    f = v.c.found[i]
    if not _is_its_own(v, i) or f.type in NORMATIVE:
        return None
    if cue is not None:
        before = v.before(cue.start)
        anew = cue.predicate == "amends" and v.c.provisions[i] and _CHANGE.match(v.c.plain.low, f.head_end)
        ends = (anew or cue.predicate in ("repeals", "suspends")) and _OWN_END.fullmatch(before)
        return Link(None, i, cue.predicate, "enacting", cue) if ends else None
    m = _IS_ENDED.search(v.c.plain.low, f.head_end, v.reach(f.head_end))
    if m is None or i != v.free[0]:
        return None
    before = v.before(v.c.starts[i])
    part = _PART.fullmatch(before) is not None
    if not part and not begins_item(before):
        return None
    said = next(name for name in ("repeals", "replaces", "ends") if m[name])
    predicate: Predicate = "replaces" if said == "replaces" else "repeals"
    return Link(None, i, predicate, "enacting", Cue(predicate, m.start(said), m.end(said), part))
