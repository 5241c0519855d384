"""Text typed without diacritics: the words of drafting get their marks back, letter for letter.

"Can cu Nghi dinh so 04/2015/ND-CP ngay 09/01/2015 cua Chinh phu" is read with the same patterns as marked text:
in its low form the known phrases (types, bodies, places, titles of laws, words of drafting) are replaced by their
marked spelling, which has the same length, so that no offset moves. All other words stay as they are, and the text
that is shown stays as printed. Only lines that have no mark at all are touched; marked text is never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from kg import registry
from kg.anchors import spelt, tight
from kg.normalise import Plain, fold_tone, lower
from kg.words import fold

# What decides where a citation begins and ends, what it is and what is done to it. Words that are common in
# marked spelling too stand first where two have the same letters.
DRAFTING = (
    "căn cứ", "thực hiện", "triển khai", "quán triệt", "theo đề nghị của", "xét đề nghị", "theo quy định",
    "quy định tại", "quy định chi tiết", "hướng dẫn thi hành", "hướng dẫn", "ban hành kèm theo", "kèm theo",
    "ban hành", "sửa đổi, bổ sung", "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hủy bỏ", "hết hiệu lực", "có hiệu lực",
    "sửa đổi, bổ sung bởi", "sửa đổi bởi", "bổ sung bởi", "thay thế bởi", "bãi bỏ bởi",
    "hiệu lực", "đình chỉ", "đính chính", "hợp nhất", "phê duyệt", "nay là", "trước đây", "trái với", "một số điều",
    "một số", "sau đây gọi tắt là", "sau đây gọi là", "gọi tắt là", "gọi chung là", "nói trên", "nêu trên",
    "trên đây", "về việc", "về", "của", "và", "hoặc", "giữa", "được", "bị", "để", "đã", "đang", "sẽ", "là", "từ",
    "với", "cho", "không", "khi", "nếu", "phải", "mà", "tại", "đến", "bằng", "nhằm", "này", "đối với", "các", "những",
    "báo cáo", "kính gửi", "nơi nhận", "trân trọng", "tổng kết", "sơ kết", "tổ chức thực hiện", "có liên quan",
    "khóa", "nhiệm kỳ", "lần thứ", "đại hội đại biểu", "đại hội", "toàn quốc", "đảng bộ", "hội nghị",
    "hội nghị trung ương", "trung ương", "ban chấp hành trung ương", "ban chấp hành", "của đảng",
    "đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "hiến pháp",
    "bộ luật", "luật", "pháp lệnh", "pháp luật", "nghị quyết", "cơ quan", "văn bản", "số hiệu",
    "ủy ban nhân dân tỉnh", "ủy ban nhân dân huyện", "ủy ban nhân dân xã", "ủy ban nhân dân phường",
    "bệnh viện", "bệnh viện đa khoa", "bệnh viện đa khoa tỉnh", "bệnh viện đa khoa huyện", "trung tâm y tế",
    "trung tâm y tế huyện", "trạm y tế", "trường tiểu học", "trường trung học cơ sở", "trường trung học phổ thông",
    "trường mầm non", "ban quản lý dự án",
    "ủy ban nhân dân thành phố", "ubnd tỉnh", "ubnd huyện", "ubnd quận", "ubnd xã", "ubnd phường", "ubnd thị xã",
    "ubnd thị trấn", "ubnd thành phố", "hđnd", "hđnd tỉnh", "hđnd huyện", "tỉnh", "thành phố", "huyện", "thị xã",
    "phường", "thị trấn", "bộ trưởng", "chủ tịch", "giám đốc", "đồng chí", "phó chủ tịch", "ban thường vụ",
    "thường trực", "ngày ban hành", "ký ban hành", "thông qua", "quốc hội khóa",
)  # fmt: skip
# words of one syllable that mean something else elsewhere, with what must follow them
_IN_PLACE = tuple(
    (re.compile(rf"(?<![\w/.-]){pattern}"), word)
    for pattern, word in (
        (r"so(?=\s{0,2}[:.]?\s{0,2}\d)", "số"),
        (r"ngay(?=\s{0,2}:?\s{0,2}[\d.…_])", "ngày"),
        (r"thang(?=\s{0,2}[\d.…_])", "tháng"),
        (r"nam(?=\s{0,2}(?:19|20)\d\d)", "năm"),
        (r"dieu(?=\s+\d)", "điều"),
        (r"khoan(?=\s+\d)", "khoản"),
        (r"diem(?=\s+(?:\d|[a-z](?!\w)))", "điểm"),
        (r"muc(?=\s+(?:\d|[ivx]+(?!\w)))", "mục"),
        (r"chuong(?=\s+(?:\d|[ivx]+(?!\w)))", "chương"),
        (r"phan(?=\s+(?:\d|[ivx]+(?!\w)|thu\s))", "phần"),
        (r"phu luc(?=\s+(?:\d|[ivx]+(?!\w)|so\s))", "phụ lục"),
    )
)
_SIGN = re.compile(r"so:? {0,2}\d")  # "số" lost its mark: nothing else looks like that
_LINE = re.compile(r"[^\n]+")
_LETTERS = 12  # a shorter line without marks may well be marked text


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the unmarked phrases, and for each its marked spelling."""
    table: dict[str, str] = {}
    for name in drafting_names():
        marked = tight(fold_tone(lower(name)))
        unmarked = tight(fold(name))
        if len(marked) == len(unmarked) > 1 and marked != unmarked and unmarked.isascii():
            table.setdefault(unmarked, marked)
    return re.compile(spelt(table) + r"(?!\w)"), table


def drafting_names() -> Iterator[str]:
    """Every phrase that drafting is made of: types, bodies, words of drafting, titles of laws, places."""
    yield from (name for name, _ in registry.type_names())
    for body in registry.issuers():
        yield from body.names
        yield from body.heads
    yield from DRAFTING
    yield from (law.title for law in registry.laws())
    yield from (name for name, _ in registry.place_names())


def restore(p: Plain) -> tuple[Plain, tuple[tuple[int, int], ...]]:
    """The text with marks in its low form where it was typed without, and the stretches that were.

    Args:
        p: the plain text.

    Returns:
        The same object and no stretch for marked text.

    >>> from kg.normalise import plain
    >>> restore(plain("Can cu Nghi dinh so 04/2015/ND-CP ngay 09/01/2015"))[0].low
    'căn cứ nghị định số 04/2015/nd-cp ngày 09/01/2015'
    >>> marked = plain("Căn cứ Nghị định số 04/2015/NĐ-CP, so 3 tỉnh")
    >>> restore(marked)[0] is marked
    True
    """
    low = p.low
    spans: tuple[tuple[int, int], ...]
    if low.isascii():
        spans = ((0, len(low)),) if sum(map(str.isalpha, low[:4000])) >= _LETTERS else ()
    elif _SIGN.search(low):
        lines = (m for m in _LINE.finditer(low) if m.group().isascii())
        spans = tuple(m.span() for m in lines if sum(map(str.isalpha, m.group())) >= _LETTERS)
    else:
        spans = ()
    if not spans:
        return p, ()
    pieces, at = [], 0
    for start, end in spans:
        pieces += [low[at:start], _marked(low[start:end])]
        at = end
    return p.with_forms(p.text, "".join((*pieces, low[at:]))), spans


def _marked(low: str) -> str:
    pattern, table = _phrases()
    out = pattern.sub(lambda m: spread(table[tight(m.group())], m.group()), low)
    for single, word in _IN_PLACE:
        out = single.sub(partial(_marked_word, word), out)
    return out


def _marked_word(word: str, m: re.Match[str]) -> str:
    return spread(word, m.group())


def spread(marked: str, printed: str) -> str:
    """A marked phrase with the spaces and line ends of the printed one."""
    letters = iter(c for c in marked if not c.isspace() and c != "-")
    return "".join(c if c.isspace() or c == "-" else next(letters) for c in printed)
