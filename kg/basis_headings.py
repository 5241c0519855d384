"""Where a text lists its grounds: the spans under headings such as "CĂN CỨ PHÁP LÝ".

A heading may be broken over lines, run on into its first item, or stand without a figure above one paper a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from kg.framing import LINE_LEAD, Context
from kg.normalise import UPPER
from kg.sentences import Sentence
from kg.structure import is_heading

_BASIS_HEADING = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s*(?:pháp\s+lý|pháp\s+luật|chính\s+trị|xây\s+dựng|ban\s+hành|để\s+xây\s+dựng|lập|đề\s+xuất)|^\W*(?:[ivx\d]+(?:\.\d+)*[.)/-]?\s*)?(?:các\s+)?căn\s+cứ(?!\s+(?:phát\s+sinh|xác\s+(?:định|lập)|(?:để\s+)?tính|chứng\s+minh|miễn|giảm|hưởng|chấm\s+dứt|từ\s+chối|loại\s+trừ|khởi\s+tố))(?:\s+\w+){0,4}\s*[:.]?$|văn\s+bản\s+(?:làm\s+)?căn\s+cứ"
)
_MARK = r"\W*(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)/]\s*)?"
_WHOSE_PAPERS = re.compile(
    rf"{_MARK}(?:(?:các|hệ\s+thống|những)\s+)*(?:văn\s+bản|chủ\s+trương|nghị\s+quyết|luật|quy\s+định)"
    r"(?:\s*,?\s*(?:và\s+)?(?:văn\s+bản|chủ\s+trương|chính\s+sách|đường\s+lối|nghị\s+quyết|nghị\s+định|pháp\s+luật))*"
    r"(?:\s+chỉ\s+đạo|\s+quy\s+phạm\s+pháp\s+luật)?\s+(?:của|do)\s[^\n;:]{2,60}:?\s*$"
    rf"|{_MARK}(?:của|cấp|ở)\s+(?:đảng|trung\s+ương|nhà\s+nước|chính\s+phủ|tỉnh|thành\s+phố|huyện|bộ|địa\s+phương)"
    r"[^\n;:]{0,50}:?\s*$"
)
_ROMAN = re.compile(r"(?:^|\n)[ \t]*(?P<figure>[IVX]{1,5}[.)]\s+)$")
_ROMAN_REACH = 12
_BASIS_WORD = re.compile(r"căn\s+cứ|cơ\s+sở")
# how either goes on where _BASIS_HEADING finds it
_HEAD_WORDS = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s*(?:pháp\s+l|chính\s+trị|xây\s+dựng|ban\s+hành|để\s+xây|lập|đề\s+x)"
    r"|căn\s+cứ(?:\s+\w+){0,4}\s*(?:\.|:?\s*(?:\n|\Z))"
)
# a line in capitals that begins a heading of its own, or ends what stands above it
_NEW_HEADING = re.compile(
    r"(?:[IVXLC]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/]|(?:PHẦN|CHƯƠNG|MỤC|ĐIỀU|PHỤ\s+LỤC)\s|[^\n]*:\s*$"
)
_LINES_AT_MOST = 3
# "I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định số …; - Quyết định số …": the figure, and the words up to the first item
_FIGURE = re.compile(r"(?:^|\s)(?P<figure>[IVX]{1,4}|\d{1,2})\s?[.)/]?\s+(?:(?:CÁC|Các)\s+)?$")
_FIGURE_REACH = 14
_RUN_IN = re.compile(r"(?P<head>[^\n;:.\d“\"]{8,90}?)[^\S\n]*:?[^\S\n]+[-–+•]\s*(?:Căn\s+(?:cứ\s+)?)?")
_ITEMS_END = re.compile(
    rf"(?<!\bTP)(?<!\bTp)(?<!\bTX)\.\s+(?=[{UPPER}])|\n(?!\s*(?:[-–+•]|[^\W\d_{UPPER}]))"
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# "Căn cứ pháp lý của thủ tục" as a line of its own, without a figure
_LEGAL_GROUNDS = r"(?:(?:các|những)\s+)?(?:căn\s+cứ|cơ\s+sở)\s+pháp\s+lý"
_BARE = re.compile(rf"[-+•*#|> \t]*{_LEGAL_GROUNDS}(?!\w)[^\n;.,]{{0,110}}")
# "3. Căn cứ pháp lý: - Luật A", its first item beside it
_WITH_FIRST = re.compile(
    rf"[-+•*#|> \t]*(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]?\s+)?{_LEGAL_GROUNDS}"
    r"(?:[ \t]*:[ \t]*[-+•–]?|[ \t]+[-+•–])[ \t]*"
)
# "Số ký hiệu | Trích yếu | Ngày ban hành | Cơ quan ban hành"
_TABLE_HEAD = re.compile(
    r"[ \t|*]*(?:(?:s?tt|số(?:\s*,?\s*ký)?\s+hiệu|(?:tên|loại)\s+văn\s+bản|trích\s+yếu)[ \t*]*[|\t])+[^\n\d]*$"
)
_CITED = re.compile(r"\d\s*/\s*\w|(?<!\w)(?:điều|khoản)\s+\d")
# their grounds stand above the articles; "1. Căn cứ lập báo cáo … bao gồm:" within these speaks of others' papers
_FIRST_ARTICLE = re.compile(r"(?:^|\n)\s*điều\s+1\s*[.:]")
# in a report that examines a draft "SỰ CẦN THIẾT VÀ CƠ SỞ PHÁP LÝ" are those of the draft
_EXAMINES = ("bao-cao-tham-tra", "bao-cao-tham-dinh")
_OWN_GROUNDS = re.compile(
    r"(?:căn\s+cứ|cơ\s+sở)\s+(?:pháp\s+lý\s+)?(?:để\s+|của\s+việc\s+)?(?:thẩm\s+(?:tra|định)|lập\s+báo\s+cáo)"
)
_PLAIN_HEADING = re.compile(r"[\W\d]*(?:căn\s+cứ|cơ\s+sở)\s+pháp\s+lý[ \t:]*(?=\n|$)")
_IN_ARTICLES = ("luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich")
_start = attrgetter("start")


def basis_regions(c: Context) -> list[tuple[int, int]]:
    """Spans under headings such as "CĂN CỨ PHÁP LÝ", up to the next heading."""
    out: list[tuple[int, int]] = []
    low, upto = c.plain.low, 0
    articles = _FIRST_ARTICLE.search(low) if c.own.type in _IN_ARTICLES else None
    for m in _BASIS_WORD.finditer(low):
        if articles is not None and m.start() > articles.start():
            break
        if m.start() < upto or not _may_head(low, m):
            continue
        items = _run_in(c, m.start()) or _one_a_line(c, m.start())
        if items is not None:
            out.append(items)
            upto = items[1]
            continue
        heading: Sentence | None = c.parts.at(m.start())
        while heading is not None and _is_basis_heading(c, heading):
            last = _last_line(c, heading)
            begin, heading = last.end, _next_heading(c, last)
            upto = heading.start if heading is not None else len(low)
            out.append((begin, upto))
    return out


def _last_line(c: Context, s: Sentence) -> Sentence:
    """The last line of a heading in capitals that a narrow column broke: "I. CĂN CỨ XÂY DỰNG" / "KẾ HOẠCH"."""
    text = c.plain.text
    for _ in range(_LINES_AT_MOST - 1):
        after = c.parts.after(s)
        if after is None or text[s.end : after.start].strip(" \t") != "\n" or not text[s.start : s.end].isupper():
            break
        line = text[after.start : after.end]
        if not line.isupper() or not line[0].isalpha() or _NEW_HEADING.match(line):
            break
        s = after
    return s


def _run_in(c: Context, at: int) -> tuple[int, int] | None:
    """The span of a list that follows its heading on one line, each item behind a dash."""
    text = c.plain.text
    if not text[at].isupper():
        return None
    figure = _FIGURE.search(text, max(0, at - _FIGURE_REACH), at)
    m = _RUN_IN.match(text, at) if figure else None
    if figure is None or m is None or not _BASIS_HEADING.search(c.plain.low[at : m.end("head")]):
        return None
    if _beginning(c, m.end()) is None:
        return None
    here = figure["figure"]
    if here.isdigit():
        after = str(int(here) + 1)
    else:
        after = _ROMANS[_ROMANS.index(here) + 1] if here in _ROMANS[:-1] else "X"
    ends = (_ITEMS_END.search(text, m.end()), re.compile(rf"\s{after}\s?[.)/]?\s+(?=[{UPPER}])").search(text, m.end()))
    return m.end("head"), min((end.start() for end in ends if end), default=len(text))


def _one_a_line(c: Context, at: int) -> tuple[int, int] | None:
    """The span of the lines below a heading without a figure, as long as each begins with a paper."""
    low, text = c.plain.low, c.plain.text
    begin = low.rfind("\n", 0, at) + 1
    m = _BARE.match(low, begin)
    first = _WITH_FIRST.match(low, begin)
    if first is not None and _beginning(c, first.end()) is not None:
        m, end = first, low.find("\n", first.end())  # "Căn cứ pháp lý - Luật A", and the further ones below
        if end < 0:
            return None
        upto = end
    else:
        if m is None or low[m.end() : m.end() + 1] not in ("", "\n"):
            return None
        if _CITED.search(m.group()) or is_heading(m.group()):
            return None
        end = upto = m.end()
    above = upto
    while end < len(low):
        line = end + 1
        end = low.find("\n", line)
        end = len(low) if end < 0 else end
        if not low[line:end].strip() or (upto == above and _TABLE_HEAD.match(low, line, end)):
            continue
        goes_on = upto > above and text[line:end].lstrip()[0].islower()
        if not goes_on and _beginning(c, line) is None:
            break
        upto = end
    return (m.end(), upto) if upto > above else None


def _beginning(c: Context, at: int) -> int | None:
    """The citation, in no title, with which an item begins."""
    i = bisect_left(c.found, at, key=_start)
    if i == len(c.found) or c.scopes[i].owner is not None:
        return None
    return i if re.fullmatch(LINE_LEAD, c.plain.low[at : max(at, c.starts[i])]) else None


def _may_head(low: str, word: re.Match[str]) -> bool:
    """Whether the words round "căn cứ" are those of a heading: mostly they are not."""
    at = word.start()
    return _HEAD_WORDS.match(low, at) is not None or low[max(0, at - 20) : at].rstrip().endswith(("bản", "làm"))


# "1. Tại phần căn cứ ban hành, dòng thứ hai:" says where words are put right
_AT_GROUNDS = re.compile(r"(?<!\w)(?:tại|trong|ở)\s+(?:phần|mục|dòng|đoạn)\s+(?:các\s+)?căn\s+cứ")


def _is_basis_heading(c: Context, s: Sentence) -> bool:
    end = _last_line(c, s).end
    if c.own.type in _EXAMINES and not (
        _OWN_GROUNDS.search(c.plain.low, s.start, end) or _PLAIN_HEADING.match(c.plain.low, s.start, end)
    ):
        return False
    if _AT_GROUNDS.search(c.plain.low, s.start, end):
        return False
    return is_heading(_line(c.plain.text, s)) and _BASIS_HEADING.search(c.plain.low[s.start : end]) is not None


def _line(text: str, s: Sentence) -> str:
    """A heading with its figure: "I." before "Căn cứ" is a sentence of its own."""
    m = _ROMAN.search(text, max(0, s.start - _ROMAN_REACH), s.start)
    return text[m.start("figure") if m else s.start : s.end]


def _next_heading(c: Context, s: Sentence) -> Sentence | None:
    """The heading that ends a list of grounds: not "1. Văn bản của Đảng" below "I. CĂN CỨ PHÁP LÝ"."""
    after = c.parts.after(s)
    while after is not None and (
        not is_heading(_line(c.plain.text, after)) or _WHOSE_PAPERS.match(c.plain.low, after.start, after.end)
    ):
        after = c.parts.after(after)
    return after
