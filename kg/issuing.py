"""Who issued a paper, and when, as the sentence around it says: "Ngày 14-11-2016, Ban Chấp hành … đã ban hành".

The body stands before the paper as the subject that issued it, that lists or decides by it, or signs it; behind
its title as the one that it was brought by; or before the bracket in which it is cited.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from kg import registry
from kg.contexts import RENAMED, TERM_TAIL
from kg.dates import FULL_DAY, read_date
from kg.institutions import first_words_of_bodies, read_body
from kg.normalise import Plain
from kg.phrases import Phrase, read_phrase

_BARE_SIGN = re.compile(r"(?<!đã )(?<!vừa )ký\s*$")  # "Chủ tịch UBND tỉnh ký", which may be anybody, but for its day
_OF_COMMITTEE = re.compile(r"quyết\s+định\s+(?:số\s+)?\d{1,5}/(?:\d{4}/)?qđ-ubnd(?!\w)")
_AT_PAPER = re.compile(r"\s+tại(?:\s+(?:các|nội\s+dung))?\s*$")
_SUBJECT = re.compile(
    r"(?:\s+(?:đã|cũng|vừa|mới|lại|tiếp\s+tục|kịp\s+thời|chủ\s+động|thống\s+nhất|tham\s+mưu|khẩn\s+trương|nhanh\s+chóng|sớm))*\s*(?:xây\s+dựng\s+và\s+|ký\s+)?"
    r"(?:ban\s+hành(?:\s+và\s+triển\s+khai)?|thông\s+qua|ra|có|ký|lập)(?:\s+(?:các|một\s+số))?\s*$"
)
_VERBS_WITHIN = 80
_LAST_WORDS = ("hành", "có", "khai", "qua", "ra", "ký", "lập", "các", "số", "tại", "dung")


def may_be_issued(p: Plain, start: int) -> bool:
    """Whether the words before a paper can report its issuing, or it can be an item: mostly the last word tells."""
    before = p.low[max(0, start - 24) : start]
    return start < 24 or "\n" in before or before.rstrip().endswith(_LAST_WORDS)


# how what _SUBJECT, or _AT_PAPER, finds ends
_ENDS = re.compile(
    r"(?:hành|có|khai|qua)(?:\s+(?:các|một\s+số))?\s*$| (?:ra|ký)\s*$|(?:ra|ký)\s+(?:các|một\s+số)\s*$| lập\s*$"
    r"|(?P<at>\stại)(?:\s+(?:các|nội\s+dung))?\s*$"
)


@dataclass(frozen=True, slots=True)
class Issuing:
    """Who issued a paper and when, as the words right before it say.

    Attributes:
        phrase: the body.
        date: the day before it ("Ngày 14-11-2016, Ban Chấp hành … đã ban hành"), None where none is printed.
        reports: whether the words report the issuing, not only where the paper stands ("tại Tờ trình").
    """

    phrase: Phrase
    date: str | None
    reports: bool


_DID_BEFORE = re.compile(r"\s+(?:đã|cũng)\s+[^,;.:\n|()\d]{2,60}\s+và\s*")


def _acts_and(p: Plain, phrase: Phrase, end: int, upto: int) -> bool:
    """Whether a body did something else before it issued: "UBND phường đã tiến hành rà soát và ban hành"."""
    if not _DID_BEFORE.fullmatch(p.low, end, upto):
        return False
    between = (read_phrase(p.text, p.low, m.start()) for m in _WORD_START.finditer(p.low, end, upto))
    return not any(x is not None and x.base.series == phrase.base.series for x in between)


_WORD_START = re.compile(r"(?<!\w)[a-zđà-ỹ]")
_WORD = re.compile(r"(?<!\w)[a-zđà-ỹ]\w*")

_BROUGHT_BY = re.compile(r"\s(?:do|(?P<was>được))\s+")
# what may stand between a number and "được UBND tỉnh ban hành", which is said of that paper alone
_BESIDE = re.compile(r",?(?:\s+ngày\s[\d/.-]{6,10})?,?(?:\s+đã)?")
_BROUGHT = re.compile(r"\s+ban\s+hành(?!\w)")
_ITSELF = re.compile(r"\s+ban\s+hành\s*(?:[.,;)\n]|$|(?:ngày|năm|vào|từ|để|nhằm|kèm|theo|có)\s)")


def issuer_behind_title(p: Plain, start: int, stop: int) -> Phrase | None:
    """The body behind a title, as portals list papers: "Quyết định 46/2017/QĐ-UBND về … do Ủy ban nhân dân … ban hành".

    Args:
        p: the text.
        start, stop: from the number to the next citation.
    """
    line = p.text.find("\n", start, stop)
    upto = min(stop, line if line >= 0 else stop, start + 500)
    for m in _BROUGHT_BY.finditer(p.low, start, upto):
        if m["was"] and not _BESIDE.fullmatch(p.low, start, m.start()):
            continue
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None and (_ITSELF if m["was"] else _BROUGHT).match(p.low, phrase.end):
            return None if ";" in p.low[start : m.start()] else phrase
    return None


_ITEM = re.compile(r"\n[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))[ \t]*$")
_NO_ITEM = re.compile(r"\n[ \t]*(?![ \t]|\n|[-+•*–]|\d{1,2}[.)]|[a-zđ]\)|$)")
_PAPERS_BELOW = re.compile(r"\s+(?:các|một\s+số|\d{1,2}|nhiều)\s+văn\s+bản[^:.;\n]{0,60}$")


def listing_subject(p: Plain, start: int) -> Issuing | None:
    """The body that "đã ban hành:" the papers of a list in which the paper at ``start`` is an item of its own."""
    if not _ITEM.search(p.low, max(0, start - 12), start):
        return None
    begin = max(0, start - 2500)
    colon = p.low.rfind(":\n", begin, start)
    if colon < 0 or _NO_ITEM.search(p.low, colon + 1, start):
        return None
    below = _PAPERS_BELOW.search(p.low, max(begin, colon - 90), colon)
    return issuing_subject(p, below.start() if below else colon)


def issuing_subject(p: Plain, start: int) -> Issuing | None:
    """The body that "đã ban hành" the paper at ``start``, or at whose paper it is cited ("của Sở Nội vụ tại")."""
    if not p.low[max(0, start - 40) : start].rstrip().endswith(_LAST_WORDS):
        return None
    ends = _ENDS.search(p.low, max(0, start - 40), start)
    if ends is None:
        return None
    begin = max(0, start - 120)
    left = p.low[begin:start]
    reports = _SUBJECT.search(left, max(0, len(left) - _VERBS_WITHIN)) if ends["at"] is None else None
    m = reports or _AT_PAPER.search(left)
    if m is None:
        return None
    if reports and (signed := _signed_for(p, start)) is not None:
        return signed
    if reports and (again := _AGAIN.search(p.low, max(0, start - 400), start)) is not None:
        return issuing_subject(p, again.end("issued"))
    upto = begin + m.start()
    for word in _WORD.finditer(left):
        if word.start() >= m.start():
            break
        if word.group() not in first_words_of_bodies():
            continue
        at = begin + word.start()
        phrase = read_body(p.text, p.low, at)
        if phrase is None or _NOW_CALLED.search(left, 0, word.start()):
            continue
        end = phrase.end
        if t := TERM_TAIL.match(p.low, end):
            end = t.end()
        if renamed := RENAMED.match(p.low, end):
            end = renamed.end()
        beside = end <= upto + 1 and len(p.low[end:upto].replace(" \n", "\n")) <= 2  # Windows line ends leave a space
        if beside or (reports and _acts_and(p, phrase, end, upto)):
            day = _day_before(p.low, at) if reports else None
            if reports and day is None and _BARE_SIGN.search(left) and not _OF_COMMITTEE.match(p.low, start):
                return None
            if reports and left.rstrip().endswith("lập") and p.low[begin:at].endswith("và "):
                return None  # "UBND huyện A và UBND huyện B lập Biên bản": both
            return Issuing(phrase, day, reports is not None)
    return None


# "…, UBND huyện ban hành Quyết định A thu hồi đất; ngày 15/4/2021 ban hành Quyết định"
_AGAIN = re.compile(
    r"(?P<issued>ban\s+hành\s)(?=[^\n.;]{0,20}\d)(?:(?!,\s+(?:ubnd|ủy\s+ban|chủ\s+tịch|phó|tòa|tand|hđnd|hội\s+đồng|sở|thanh\s+tra|bộ|ông|bà)\s)[^\n;]){10,260};\s+(?:đến\s+)?ngày\s+\d[\d/.-]{5,9},?\s+(?:tiếp\s+tục\s+|lại\s+)?ban\s+hành\s+$"
)
_NOW_CALLED = re.compile(r"\(\s*(?:nay|trước\s+đây|trước\s+kia|cũ)(?:\s+là)?\s+$")  # what became of the body
_FOR = re.compile(r"t(?<!\wt)(?:hay\s+mặt|/m)\s+")
_SIGNED = re.compile(r"\s*,\s*[^.;:\n\d]{6,150}\s(?:đã\s+|vừa\s+)?ký\s+(?:ban\s+hành\s+)?$")


def _signed_for(p: Plain, start: int) -> Issuing | None:
    """ "Thay mặt Bộ Chính trị, Tổng Bí thư … vừa ký ban hành": the body for which a person signed."""
    begin = max(0, start - 250)
    for m in reversed(list(_FOR.finditer(p.low, begin, start))):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None and _SIGNED.fullmatch(p.low, phrase.end, start):
            return Issuing(phrase, _day_before(p.low, m.start()), True)
    return None


_CLAUSE = re.compile(r"(?:^|[.;:\n]\s*|(?P<comma>,\s*)|\d[.)]\s+|[-+•]\s+)(?=[^\W\d])")
_DECIDES = re.compile(
    r"\s+(?:(?:đã|cũng)\s+)?(?:phê\s+duyệt|quyết\s+định|giao|chỉ\s+đạo|báo\s+cáo|đề\s+nghị|trình|công\s+bố|thông\s+báo|"
    r"thu\s+hồi|thành\s+lập|kiện\s+toàn|giải\s+trình|phân\s+bổ|điều\s+chỉnh|ban\s+hành|cho\s+phép|chấp\s+thuận|trả\s+lời|"
    r"giải\s+quyết|xử\s+phạt|thông\s+qua)(?!\w)[^.;:\n|()]{0,110}"
    r"(?:tại|theo|bằng|ban\s+hành\s+kèm\s+theo)\s+(?:các\s+)?$"
)


# behind a comma only what is plainly its own: "…, UBND huyện trả lời tại Công văn số …"
_ANSWERS = re.compile(
    r"\s+(?:(?:đã|cũng)\s+)?"
    r"(?:trả\s+lời|phúc\s+đáp|có\s+ý\s+kiến|giải\s+trình(?:\s+[^.,;:\n|()\d]{2,40})?)\s+tại\s+$"
)
_PASSIVE = re.compile(r"(?<!\w)(?:được|do)\s+(?=\w)")
_DECIDED = re.compile(
    r"\s+(?:(?:phê\s+)?duyệt|quyết\s+định|giao|công\s+bố|thu\s+hồi|thành\s+lập|kiện\s+toàn|phân\s+bổ|điều\s+chỉnh|ban\s+hành|cho\s+phép|"
    r"trả\s+lời|giải\s+đáp|hướng\s+dẫn|thông\s+báo|chấp\s+thuận|công\s+nhận|thông\s+qua|bổ\s+sung|"
    r"giải\s+quyết|chỉ\s+ra|xác\s+định|kết\s+luận|đánh\s+giá)(?!\w)[^.,;:\n|()\d]{0,70}(?:tại|theo|bằng|ban\s+hành\s+kèm\s+theo)\s+(?:các\s+)?"
)


def deciding_subject(p: Plain, start: int, codes: Collection[str]) -> Issuing | None:
    """The body that decides by the paper: "UBND huyện phê duyệt kế hoạch tại Quyết định …", also in the passive.

    "Dự án được Chủ tịch UBND huyện Ba Bể phê duyệt tại Quyết định số 1874/QĐ-UBND". The day on which it did so may
    head the sentence: "Ngày 14/5/2015, UBND thành phố trình UBND tỉnh dự án tại Tờ trình …".

    Args:
        p, start: the text, and where the paper is cited.
        codes: registers that its number may belong to: the body has to be of one of them.
    """
    begin = max(0, start - 200)
    if p.low[max(begin, start - 12) : start].rstrip().rpartition(" ")[2] not in ("tại", "theo", "bằng", "các"):
        return None
    for m in reversed(list(_CLAUSE.finditer(p.low, begin, start))):
        phrase = read_phrase(p.text, p.low, m.end()) or _unit_alone(p, m.end(), codes)
        if phrase is None:
            continue
        day = _day_at_head(p, m.end()) if m["comma"] else None
        timed = day is not None or _TIME_AT_HEAD.search(p.low, max(0, m.end() - 60), m.end()) is not None
        decides = _ANSWERS if m["comma"] and not timed else _DECIDES
        if phrase.base.series in codes and phrase.unit and decides.fullmatch(p.low, _behind(p, phrase), start):
            return Issuing(phrase, None if p.low[begin:start].rstrip().endswith("theo") else day, True)
        break
    for m in reversed(list(_PASSIVE.finditer(p.low, begin, start))):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None:
            decided = phrase.base.series in codes and _DECIDED.fullmatch(p.low, _behind(p, phrase), start)
            return Issuing(phrase, None, True) if decided else None
    for m in reversed(list(_AND_BODY.finditer(p.low, begin, start))):
        phrase = read_phrase(p.text, p.low, m.end())
        if phrase is not None and phrase.base.series in codes and (phrase.place or phrase.proper):
            return Issuing(phrase, None, True) if _DECIDES_AT.fullmatch(p.low, phrase.end, start) else None
    return None


# "… tại Quyết định số 2044/QĐ-UBND và Chủ tịch UBND tỉnh Đắk Lắk giải quyết lần hai tại"
_AND_BODY = re.compile(r"\svà\s+(?=(?:chủ\s+tịch\s+)?(?:ubnd|ủy\s+ban)\s)")
_DECIDES_AT = re.compile(
    r"\s+(?:đã\s+)?(?:giải\s+quyết|(?:phê\s+)?duyệt|điều\s+chỉnh|chấp\s+thuận|đồng\s+ý|thống\s+nhất|thu\s+hồi|công\s+nhận)"
    r"(?:\s+(?:lần\s+\w+|điều\s+chỉnh|bổ\s+sung))*\s+tại\s+"
)
_TIME_AT_HEAD = re.compile(
    r"(?:^|[.;:\n]\s*|[-+•]\s+)(?:(?:đến|trong|đầu|cuối)\s+)*(?:năm|tháng\s+\d{1,2}[/\s])\s*\d{4}\s*,\s*$"
)


def _behind(p: Plain, phrase: Phrase) -> int:
    """The end of a body, with what a bracket says became of it: "UBND huyện Ea Kar (trước đây)"."""
    m = RENAMED.match(p.low, phrase.end)
    return m.end() if m else phrase.end


_DAY_AT_HEAD = re.compile(
    r"(?:^|[.;:\n]\s*|[-+•]\s+)(?:đến\s+|vào\s+)?ngày\s+(?P<day>\d[\d/.-]{5,9}|\d[^,;.\n]{8,28}?)\s*,\s*$"
)


def _day_at_head(p: Plain, at: int) -> str | None:
    """The full day that heads a sentence right before ``at``."""
    m = _DAY_AT_HEAD.search(p.low, max(0, at - 60), at)
    day = read_date(p.low, m.start("day")) if m else None
    return day.iso if day is not None and day.has_year and len(day.iso) == FULL_DAY else None


_AT = re.compile(r"(?:^|[.;:\n]\s*|\d[.)]\s+|[-+•]\s+|,\s+)tại\s+$")
_THEN = re.compile(r"\s*,\s*(?=\w)")
_SAYS = re.compile(
    r"\s+(?:(?:đã|cũng)\s+)?(?:xác\s+nhận|thừa\s+nhận|khẳng\s+định|trả\s+lời|đề\s+nghị|báo\s+cáo|có\s+ý\s+kiến|cho\s+rằng|cho\s+biết|thông\s+báo|kết\s+luận|"
    r"yêu\s+cầu|chỉ\s+đạo|kiến\s+nghị|phúc\s+đáp|giải\s+trình|giữ\s+nguyên|bác|không\s+chấp\s+nhận|tuyên|xét\s+xử|"
    r"(?:hủy|bãi)\s+bỏ|thu\s+hồi|phê\s+duyệt|quyết\s+định|giao|điều\s+chỉnh|cho\s+phép|chấp\s+thuận|đính\s+chính|công\s+nhận)(?!\w)"
)


def speaking_body(p: Plain, start: int, end: int, codes: Collection[str]) -> Phrase | None:
    """The body that says something in its paper: "Tại Công văn số 214/UBND-TNMT ngày 18/3/2021, UBND huyện … xác nhận".

    Args:
        p: the text.
        start, end: the paper, with its day.
        codes: registers that its number may belong to: the body has to be of one of them.
    """
    then = _THEN.match(p.low, end) if _AT.search(p.low, max(0, start - 16), start) else None
    phrase = read_phrase(p.text, p.low, then.end()) if then else None
    if phrase is None or phrase.base.series not in codes or _SAYS.match(p.low, phrase.end) is None:
        return None
    return phrase


_IN_COURT = re.compile(r"(?:^|[.;:\n]\s*|\d[.)]\s+|[-+•]\s+|,\s+)(?:tại|trong|ở)\s+(?:bản\s+)?$")


def speaking_court(p: Plain, start: int, end: int) -> Phrase | None:
    """The court that rules in its judgment: "Tại Bản án số 15/2023/DS-ST ngày 14/4/2023, TAND huyện … công nhận"."""
    then = _THEN.match(p.low, end) if _IN_COURT.search(p.low, max(0, start - 16), start) else None
    phrase = read_phrase(p.text, p.low, then.end()) if then else None
    return phrase if phrase is not None and phrase.base.slug.startswith("toa-an-") else None


def day_said(p: Plain, start: int, end: int, codes: Collection[str]) -> str | None:
    """The full day on which a body did something by its paper: "Ngày 29/01/2015, tại Quyết định A, Thủ tướng …".

    Args:
        p: the text.
        start, end: the paper.
        codes: registers that its number may belong to: the body has to be of one of them.
    """
    day = _day_at_head(p, start - 4) if p.low.startswith("tại ", start - 4) else None
    then = _THEN.match(p.low, end) if day is not None else None
    phrase = read_phrase(p.text, p.low, then.end()) if then else None
    return day if phrase is not None and phrase.base.series in codes else None


_UNIT_ALONE = re.compile(r"(huyện|quận|xã|phường)(?=\s+đã\s)")


def _unit_alone(p: Plain, at: int, codes: Collection[str]) -> Phrase | None:
    """ "Huyện đã giải trình tại Công văn số 5/UBND-TH": its administration."""
    m = _UNIT_ALONE.match(p.low, at)
    if m is None or not p.text[at].isupper() or "ubnd" not in codes:
        return None
    return Phrase(at, m.end(), registry.issuer_codes()["ubnd"][0], "ubnd", registry.slug(m.group()))


_NEXT_ACT = re.compile(r"\.\s+(?=\w)|\d\s?[/-]\s?[a-zđ\d]")
_ISSUED_ON = re.compile(
    r"(?:^|[.;:\n)–-]\s*|,\s*)(?:vào\s+)?ngày\s+(?P<rest>\d[^;:\n]{8,190}?)"
    r"\s(?:(?:(?:đã\s+|vừa\s+)?ký\s+(?:và\s+)?|đã\s+|vừa\s+)?ban\s+hành|(?:(?:đã|vừa)\s+)?ký|(?:đã\s+)?ra)\s*$"
)
# another act of the sentence than the issuing
_OTHER_ACT = re.compile(
    r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|tổ\s+chức|họp|thực\s+hiện|triển\s+khai|theo|tại|khi|sau|trước|tham\s+mưu|trình|căn\s+cứ|dự|làm)(?!\w)"
)


_HISTORY = re.compile(r"(?<!\d)(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[ \t|]+văn\s+bản\s+được\s+ban\s+hành[ \t|:]*$")
# a line of a chronicle: "03/4/2025 – Công văn số 643/STC-QLTCĐT của Sở Tài chính"
_CHRONICLE = re.compile(
    r"(?:^|\n)[ \t]*(?:[-+•*][ \t]*)?(?:ngày\s+)?(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*[–:-]\s*$"
)


# a day of effect or a deadline: "01/7/2025: Nghị định số 118/2025/NĐ-CP có hiệu lực"
_DUE = re.compile(r"[^\n]*?\s(?:hiệu\s+lực|phải|hạn|hoàn\s+thành|trước\s+ngày|áp\s+dụng)(?!\w)")


def day_in_history(p: Plain, start: int) -> str | None:
    """The day in a portal's history of effect, "12/04/2006 | Văn bản được ban hành | 31/2006/NĐ-CP", or a chronicle."""
    before = p.low[max(0, start - 12) : start].rstrip(" \t|:–-")
    if not before.endswith("hành") and not before[-1:].isdigit():
        return None
    told = _CHRONICLE if before[-1:].isdigit() or not before.endswith("hành") else _HISTORY
    m = told.search(p.low, max(0, start - 60), start)
    if m is not None and told is _CHRONICLE and _DUE.match(p.low, start):
        return None
    day = read_date(p.low, m.start("day")) if m else None
    return day.iso if day is not None else None


def issuing_day(p: Plain, start: int) -> str | None:
    """The full day on which a person signed the paper at ``start``: "Ngày 22/12/2024, Tổng Bí thư … đã ký ban hành".

    Args:
        p, start: the text, and where the paper is cited.
    """
    if not p.low[max(0, start - 6) : start].rstrip().endswith(("hành", " ký", " ra")):
        return None
    m = _ISSUED_ON.search(p.low, max(0, start - 220), start)
    day = read_date(p.low, m.start("rest")) if m else None
    if day is None or len(day.iso) != 10 or day.iso.startswith("--") or _NEXT_ACT.search(p.low, day.end, start):
        return None
    if "ký" not in m.group()[-16:] and _OTHER_ACT.search(p.low, day.end, start):  # type: ignore[union-attr]
        return None
    return day.iso


def _day_before(low: str, at: int) -> str | None:
    """The day printed right before a body, with or without a year: "Ngày 14-11-2016, ", "Ngày 9/4, "."""
    begin = max(0, at - 100)
    for m in re.finditer(r"ngày\s+(?=\d)", low[begin:at]):
        day = read_date(low, begin + m.end())
        if day is not None and (len(day.iso) == 10 or not day.has_year) and _NO_MORE.fullmatch(low, day.end, at):
            return day.iso
        if (short := _SHORT_DAY.match(low, begin + m.end())) and _NO_MORE.fullmatch(low, short.end(), at):
            return f"--{int(short[2]):02d}-{int(short[1]):02d}"
    head = _YEAR_AT_HEAD.search(low, begin, at)
    told = read_date(low, head.start("when")) if head else None
    return told.iso if told is not None and _NO_MORE.fullmatch(low, told.end, at) else None


# "Năm 2014, Bộ Chính trị ban hành …", "Tháng 12-2002, Bộ … ra …"
_YEAR_AT_HEAD = re.compile(
    r"(?:^|[.;:\n]\s*|\s[-+•–]\s*)(?:(?:vào|trong|đến|từ)\s+)?(?P<when>(?:năm|tháng\s+\d{1,2}\s*(?:năm|/|-))\s*(?:19|20)\d\d\s*,?\s)"
)


_SHORT_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])[-.](0?[1-9]|1[0-2])(?![\d/.-])")  # "29-9", as newspapers write
# "Ngày 29/11/2024, tại kỳ họp thứ 8, Quốc hội khóa XV đã thông qua …"
_NO_MORE = re.compile(r"\s*,?\s*(?:(?:tại|trong)\s+(?:kỳ|phiên)\s+họp\s[^,;.\n]{2,40},\s*)?")
