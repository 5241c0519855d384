"""Bodies that stand in no table: hospitals, schools, project boards, companies, offices of a branch in a place.

There are too many of them for a registry, and their codes are their own ("45/KH-BVĐK", "12/QĐ-THPTNH"). They are read
from their full name: a word that says what they are, words of their field or a proper name, and the unit and place they
are of. A name counts only where its end is sure: before a mark, or before a word that goes on otherwise. One that a
unit places ("Trung tâm Y tế huyện Mai Sơn") is a local body like others; one with a name of its own ("Trường THPT Tô
Hiệu") is itself, and its register is known with its province; groups and universities exist once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from kg.anchors import spelt, tight
from kg.locality import place_at
from kg.numbers import Number
from kg.phrases import Phrase, begins_other_words, first_words, place_behind, read_phrase
from kg.registry import Facts, Issuer, slug

# what they are; those of the second group have a name of their own, of the third exist once
_PLACED = (
    "bệnh viện", "bv", "bvđk", "trung tâm", "tt", "ttyt", "ttksbt", "cdc", "trạm", "phòng khám", "chi cục",
    "phòng giáo dục",  # its name until 2008
    "chi nhánh văn phòng đăng ký", "hội đồng bồi thường", "hội đồng bồi thường, hỗ trợ và tái định cư",
    "hội đồng thẩm định giá đất", "hội đồng định giá tài sản",
    "ban quản lý", "ban qlda", "bqlda", "bql", "hạt kiểm lâm", "đài phát thanh", "đài truyền hình", "đài pt-th",
    "đài phát thanh - truyền hình", "văn phòng đăng ký", "quỹ", "hải quan", "nhà văn hóa",
    "nhà thiếu nhi", "thư viện", "bảo tàng", "ban vận động quỹ vì người nghèo", "ban vận động quỹ “vì người nghèo”",
    'ban vận động quỹ "vì người nghèo"',
)  # fmt: skip
_NAMED = (
    "trường tiểu học", "trường th", "trường trung học", "trường thcs", "trường thpt", "trường mầm non",
    "trường mẫu giáo", "trường phổ thông", "trường ptdt", "trường ptdtnt", "trường ptdtbt", "trường dân tộc",
    "trường chính trị", "trường trung cấp", "trường cao đẳng", "trường cđ", "công ty", "hợp tác xã",
    "vườn quốc gia", "viện",
)  # fmt: skip
_ONCE = (
    "tập đoàn", "tổng công ty", "trường đại học", "trường đh", "đại học", "học viện", "ngân hàng",
    "sở giao dịch chứng khoán", "cục",
)  # fmt: skip
# written out, so that both ways of writing name one body
_LONG = {
    "bv": "bệnh viện", "bvđk": "bệnh viện đa khoa", "đk": "đa khoa", "ttyt": "trung tâm y tế", "tt": "trung tâm",
    "ttksbt": "trung tâm kiểm soát bệnh tật", "cdc": "trung tâm kiểm soát bệnh tật", "qlda": "quản lý dự án",
    "bqlda": "ban quản lý dự án", "bql": "ban quản lý", "da": "dự án", "đtxd": "đầu tư xây dựng", "đh": "đại học",
    "cđ": "cao đẳng", "pt-th": "phát thanh - truyền hình", "thpt": "trung học phổ thông", "thcs": "trung học cơ sở",
    "th": "tiểu học", "ptdtnt": "phổ thông dân tộc nội trú", "ptdtbt": "phổ thông dân tộc bán trú",
    "thads": "thi hành án dân sự",
}  # fmt: skip
_FIELDS = (
    "đa khoa", "y tế", "y học", "cổ truyền", "phục hồi chức năng", "phụ sản", "sản nhi", "nhi", "mắt", "phổi",
    "lao", "tâm thần", "da liễu", "nội tiết", "ung bướu", "kiểm soát", "bệnh tật", "dự phòng", "giám định",
    "pháp y", "kiểm nghiệm", "thuốc", "mỹ phẩm", "thực phẩm", "dân số", "kế hoạch hóa gia đình", "dịch vụ",
    "việc làm", "đấu giá", "tài sản", "giáo dục", "nghề nghiệp", "thường xuyên", "hướng nghiệp", "dạy nghề",
    "nghề", "ngoại ngữ", "tin học", "khuyến nông", "khuyến công", "giống", "cây trồng", "vật nuôi",
    "nông nghiệp", "lâm nghiệp", "thủy sản", "thủy lợi", "nước sạch", "vệ sinh", "môi trường", "nông thôn",
    "phát triển", "quỹ đất", "đất đai", "xúc tiến", "đầu tư", "thương mại", "du lịch", "công nghệ", "thông tin",
    "truyền thông", "truyền hình", "phát thanh", "văn hóa", "thể thao", "nghệ thuật", "lưu trữ", "lịch sử",
    "văn thư", "hành chính", "công", "trợ giúp", "pháp lý", "nhà nước", "công tác", "xã hội", "bảo trợ",
    "nuôi dưỡng", "điều dưỡng", "người có công", "cai nghiện", "ma túy", "dự án", "xây dựng", "công trình",
    "giao thông", "vận tải", "dân dụng", "công nghiệp", "đô thị", "hạ tầng", "kỹ thuật", "quản lý", "bảo trì",
    "đường bộ", "khai thác", "các", "và", "khu vực", "liên huyện", "liên xã", "khu", "cụm", "rừng", "phòng hộ",
    "đặc dụng", "bảo tồn", "thiên nhiên", "di sản", "di tích", "chăn nuôi", "thú y", "trồng trọt",
    "bảo vệ thực vật", "kiểm lâm", "tiêu chuẩn", "đo lường", "chất lượng", "thuế", "hải quan", "cửa khẩu",
    "quốc tế", "cảng", "an toàn", "tiểu học", "trung học", "phổ thông", "cơ sở", "mầm non", "mẫu giáo",
    "dân tộc", "nội trú", "bán trú", "chính trị", "cao đẳng", "trung cấp", "sư phạm", "bách khoa", "kinh tế",
    "quốc dân", "quốc gia", "luật", "điện lực", "cấp nước", "thoát nước", "xổ số", "kiến thiết", "cổ phần",
    "trách nhiệm hữu hạn", "một thành viên", "hai thành viên", "tnhh", "mtv", "chuyên", "vùng", "tổng hợp",
    "bảo vệ", "đăng ký", "quan trắc", "tài nguyên", "quy hoạch", "kiểm định",
    "thi hành án dân sự", "thống kê", "quản lý thị trường", "bồi dưỡng", "kế toán", "chăm sóc", "sức khỏe",
    "sinh sản", "cấp cứu", "truyền máu", "huyết học", "bảo lãnh", "tín dụng", "bảo hiểm", "trung ương", "số",
    "chính sách", "hợp tác", "tài chính", "khoa học", "kiểm toán", "bưu điện", "viễn thông", "khí tượng",
    "thủy văn", "địa chất", "khoáng sản", "hóa chất", "than", "dầu khí", "hàng không", "hàng hải", "đường sắt",
    "đường thủy", "nội địa", "lương thực", "cao su", "cà phê", "thuốc lá", "lưới điện", "truyền tải",
    "thủy điện", "nhiệt điện", "phân bón", "ngoại thương", "công thương", "nhi đồng", "lão khoa",
    "răng hàm mặt", "tai mũi họng", "đào tạo", "sát hạch", "lái xe", "đăng kiểm", "phương tiện", "cứu hộ",
    "lưu ký", "bù trừ", "chứng khoán",
    "thanh thiếu nhi", "thiếu niên", "phụ nữ", "hội nghị", "phát hành", "sách", "in ấn", "chi nhánh",
    "đảo",
    # of firms
    "cơ khí", "chính xác", "dệt", "may", "dệt may", "dệt nhuộm", "may mặc", "sản xuất", "xuất nhập khẩu", "nhập khẩu",
    "xuất khẩu", "chế tạo", "chế biến", "gỗ", "nội thất", "bao bì", "nhựa", "thép", "xi măng", "bê tông", "vật liệu",
    "thiết bị", "tư vấn", "thiết kế", "bất động sản", "địa ốc", "dược phẩm", "dược", "xăng dầu", "điện tử", "linh kiện",
    "phụ tùng", "ô tô", "xe máy", "giày", "da giày", "thức ăn", "mía đường", "bia", "nước giải khát", "sữa", "chè",
    "lắp máy", "cầu đường", "chiếu sáng", "cây xanh", "hợp danh", "liên doanh", "thủy hải sản", "hải sản", "nông sản",
    "xây lắp", "cơ điện", "điện lạnh", "viễn thông", "giải pháp", "phần mềm", "kho vận", "giao nhận", "logistics",
)  # fmt: skip
_GOES_ON = (
    "về", "v/v", "ban hành", "phê duyệt", "quy định", "đã", "cũng", "vừa", "mới ban hành", "tiếp tục",
    "kịp thời", "chủ động", "tại", "trình", "đề nghị", "báo cáo", "thông báo", "gửi", "triển khai", "thực hiện",
    "tổ chức", "hướng dẫn", "thuộc", "trực thuộc", "giai đoạn", "năm", "ngày", "do", "cho", "để", "nhằm",
    "theo", "được", "có", "sẽ", "khi", "từ", "đến", "trong", "là", "công bố", "công nhận", "giao nhiệm vụ",
    "giao cho", "bổ nhiệm", "thành lập", "điều chỉnh", "sửa đổi", "thay thế", "bãi bỏ", "ký", "căn cứ",
    "tăng cường", "đẩy mạnh", "kiện toàn", "xây dựng kế hoạch", "xây dựng và ban hành", "xây dựng báo cáo",
    "hoặc", "cùng", "với", "đăng ký tham gia", "tham mưu", "phối hợp", "số", "hỏi", "xin", "kiến nghị", "phản ánh",
    "nêu", "trả", "trả lời", "từ chối", "yêu cầu", "xác nhận",
)  # fmt: skip
_PERSON = re.compile(
    r"(?:(?:phó\s+)?(?:tổng\s+giám\s+đốc|giám\s+đốc|hiệu\s+trưởng|viện\s+trưởng|(?:chi\s+)?cục\s+trưởng|trưởng\s+ban"
    r"|trưởng\s+trạm|trưởng\s+(?=phòng\s+giáo\s+dục)|hạt\s+trưởng|thủ\s+trưởng)|đồng\s+chí|(?:nhà\s+)?(?=trường\s))\s*"
)
_HEAD = re.compile(rf"{spelt((*_PLACED, *_NAMED, *_ONCE), begin=False)}(?!\w)")
_FIELD = re.compile(rf"{spelt(_FIELDS, begin=False)}(?!\w)")
_STOP = re.compile(rf"{spelt(_GOES_ON, begin=False)}(?!\w)")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*(?:(?<=\s)-[^\S\n]*)?(?=[^\W_])")
_WORD = re.compile(r"[^\W_][\w&’'-]*")
_UNIT = re.compile(r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã(?!\s+hội)|phường|thị\s+trấn|đặc\s+khu|tp\.?|tx)(?!\w)")
_NAME_ENDS = re.compile(r"\s*(?:[,.;:()\[\]/|\"”“…]|\s-|\n|$)")
_AND_FIELD = re.compile(rf"và\s+{spelt(_FIELDS, begin=False)}(?!\w)")  # "Công nghệ thông tin và Truyền thông"
_PROJECT = re.compile(r"dự\s+án(?!\w)")  # a type of paper, and what a board manages
# "… của Tổng công ty Điện lực Dầu khí Việt Nam 2014", "… Việt Nam QĐ số 665": the next row of a list
_NEXT_PAPER = re.compile(r"(?:19|20)\d\d(?!\w)|(?:QĐ|NQ|CV|TB|KH|BC|TTr|CT|GP)\s+[Ss]ố\s")
_OF_THE_COUNTRY = ("trung ương", "quốc gia", "việt nam")
_MOST_WORDS = 22


@cache
def _field_words() -> frozenset[str]:
    """Syllables that are no proper name when they begin with a capital."""
    return frozenset(w for name in (*_FIELDS, *_LONG, *_PLACED, *_NAMED, *_ONCE) for w in re.split(r"[ -]+", name))


def read_institution(text: str, low: str, at: int, *, whole: bool = False) -> Phrase | None:
    """The institution named exactly at ``at``, with the unit and place that follow it.

    Args:
        text, low: the text, and its low form.
        at: where the name, or the person who heads the body, begins.
        whole: the name has to run to the end of the text, as in a letterhead, where a body need not say its place.

    >>> from kg.normalise import lower
    >>> t = "Giám đốc Bệnh viện Đa khoa tỉnh Sơn La về việc"
    >>> p = read_institution(t, lower(t), 0); p.base.template, p.unit, p.place, t[: p.end]
    ('benh-vien-da-khoa-{unit}-{place}', 'tinh', 'son-la', 'Giám đốc Bệnh viện Đa khoa tỉnh Sơn La')
    >>> t = "Trung tâm Y tế phải bố trí"
    >>> read_institution(t, lower(t), 0) is None
    True
    """
    start = at
    if person := _PERSON.match(low, at):
        at = person.end()
    of_school = person is not None and low.startswith("trường ", at)  # "Hiệu trưởng trường Đại học Cần Thơ"
    head = _HEAD.match(low, at) if text[at : at + 1].isupper() or of_school else None
    if head is None:
        return None
    kind = tight(head.group())
    end, proper_seen, added, last_place = head.end(), False, 0, None
    placed: tuple[str | None, str | None, str | None, int] | None = None
    while added < _MOST_WORDS:
        gap = _GAP.match(low, end)
        if gap is None or gap.end() == end:
            break
        here = gap.end()
        if _UNIT.match(low, here):
            found = place_behind(text, low, end)
            if found[0] is not None:
                placed = found
                break
        part = _PROJECT.match(low, here) or _AND_FIELD.match(low, here) or (whole and low.startswith("và ", here))
        other = begins_other_words(low, here) and not part
        if _STOP.match(low, here) or other:
            break
        word = _WORD.match(text, here)
        if word is None or _NEXT_PAPER.match(text, here) or ("\n" in gap.group() and text[here].isdigit()):
            break
        if text[here].isupper() and (province := place_at(low, here)):
            last_place = (end, province)
            end, proper_seen, added = province[1], True, added + 1
            continue
        field = _FIELD.match(low, here)
        if not text[here].isupper() and not text[here].isdigit():
            if field is None or (proper_seen and not whole):
                break
            end = field.end()
        elif field is not None and field.end() >= word.end():
            end = field.end()
        else:
            end = word.end()
            proper_seen = proper_seen or low[here:end] not in _field_words()
        added += 1
    name_end, unit, place, proper = end, None, None, None
    if placed is not None:
        unit, place, proper, end = placed
    elif last_place is not None and last_place[1][1] == end and kind in _PLACED:
        name_end, place = last_place[0], last_place[1][0]  # "Bệnh viện Đa khoa Lâm Đồng"
    name = _written_out(low[at:name_end])
    if name_end == head.end() and (kind == "ban qlda" or kind in _LONG):
        added = added or 1
    if not added and unit is None:
        return None
    if whole:
        if text[end:].strip(" \t\n_-*|."):
            return None
    elif not (_NAME_ENDS.match(low, end) or _goes_on(low, end)):
        return None
    if unit is None and place is None and kind in _PLACED and not proper_seen and not whole:
        return None  # "Trung tâm Y tế": which?
    bare = unit is None and place is None and kind in _PLACED and not proper_seen
    local = unit is not None or place is not None or bare
    return Phrase(start, end, _institution(name, kind, local), name, unit, place, proper)


def _goes_on(low: str, end: int) -> bool:
    """Whether words follow that are no part of a name."""
    gap = _GAP.match(low, end)
    if gap is None or gap.end() == end:
        return False
    here = gap.end()
    if low.startswith("và ", here):
        here += 3
        return begins_other_words(low, here) or _STOP.match(low, here) is not None or _FIELD.match(low, here) is None
    return _STOP.match(low, here) is not None or begins_other_words(low, here)


def _written_out(name: str) -> str:
    return " ".join(_LONG.get(w, w) for w in tight(" ".join(name.split())).split(" "))


@lru_cache(1024)
def _institution(name: str, kind: str, local: bool) -> Issuer:
    key = slug(name)
    once = not local and (kind in _ONCE or name.endswith(_OF_THE_COUNTRY))
    return Issuer(
        code="",
        aliases_code=(),
        slug=key,
        name=name[:1].upper() + name[1:],
        name_en="",
        branch="state",
        levels=("province", "district", "commune") if local else ("unit",),
        local=not once,
        series=key,
        template=f"{key}-{{unit}}-{{place}}" if local else key,
        names=(),
        heads=(),
        valid_from="",
        valid_to="",
        successor=(),
        facts=Facts(source="the text"),
    )


def is_institution(body: Issuer | None) -> bool:
    """Whether a body is known by the name in a text only.

    >>> t = "Tập đoàn Điện lực Việt Nam"
    >>> is_institution(read_institution(t, t.lower(), 0).base)
    True
    """
    return body is not None and not body.name_en


@cache
def first_words_of_bodies() -> frozenset[str]:
    """With which words whatever :func:`read_body` reads may begin."""
    persons = ("phó", "tổng", "giám", "hiệu", "viện", "chi", "cục", "trưởng", "hạt", "thủ", "đồng", "nhà", "chủ", "hội")
    named = (*_PLACED, *_NAMED, *_ONCE, *_BOARDS)
    return first_words().union(persons, (_WORD.match(name)[0] for name in named))  # type: ignore[index]


def read_body(text: str, low: str, at: int) -> Phrase | None:
    """The body named at ``at``: one of the registry, else an institution with a name of its own.

    >>> t = "Trường Đại học Tây Bắc về việc"
    >>> read_body(t, t.lower(), 0).base.slug
    'truong-dai-hoc-tay-bac'
    >>> t = "Đảng ủy trường Đại học Cần Thơ về việc"
    >>> read_body(t, t.lower(), 0).base.slug
    'dang-uy-truong-dai-hoc-can-tho'
    """
    phrase = read_phrase(text, low, at)
    if phrase is None:
        return _board_of(text, low, at) or read_institution(text, low, at)
    if phrase.base.slug in _COMMITTEES and not (phrase.unit or phrase.place):
        return _committee_of(text, low, phrase) or phrase
    return phrase


# the boards that head schools and firms, and what they are in full
_BOARDS = {
    "hđtv": "hội đồng thành viên", "hđqt": "hội đồng quản trị", "hđql": "hội đồng quản lý", "hđt": "hội đồng trường",
}  # fmt: skip
_BOARD = re.compile(rf"(?:(?:phó\s+)?chủ\s+tịch\s+)?(?P<board>{spelt((*_BOARDS, *_BOARDS.values()), begin=False)})\s+")

BOARD_LINE = re.compile(rf"[\s|*_.-]*(?P<board>{spelt(_BOARDS.values(), begin=False)})[\s|*_.-]*")
"""The line of a letterhead that names the board of the body above it."""


def _board_of(text: str, low: str, at: int) -> Phrase | None:
    """The board of an institution: "Chủ tịch Hội đồng thành viên Tập đoàn Điện lực Việt Nam"."""
    m = _BOARD.match(low, at)
    if m is None:
        return None
    board, inner = tight(m["board"]), m.end()
    if board.endswith("trường") and not low.startswith("trường", inner):
        inner = m.end("board") - len("trường")  # "Hội đồng trường Đại học Dược Hà Nội": the word stands once
        board = "hội đồng"
    whose = read_institution(f"{text[:inner]}{text[inner : inner + 1].upper()}{text[inner + 1 :]}", low, inner)
    if whose is None or whose.unit or whose.place:
        return None
    return whose._replace(start=at, base=board_in(board, whose.base))


def board_in(board: str, whose: Issuer) -> Issuer:
    """The board of an institution, in whose register it signs; ``board`` in low form, spelt out or not."""
    name = f"{slug(_BOARDS.get(board, board))}-{whose.slug}"
    return replace(whose, slug=name, template=name)


_COMMITTEES = ("dang-uy", "chi-bo", "ban-thuong-vu-dang-uy", "thuong-truc-dang-uy")
_COMMITTEE_NAME = re.compile(r"đảng\s+(?:ủy|uỷ)|chi\s+(?:bộ|ủy|uỷ)")
_INSIDE = re.compile(
    r"\s+(?=(?:trường|bệnh\s+viện|học\s+viện|đại\s+học|công\s+ty|tập\s+đoàn|tổng\s+công\s+ty|ngân\s+hàng)\s)"
)


def _committee_of(text: str, low: str, phrase: Phrase) -> Phrase | None:
    """The Party committee of an institution: "Đảng ủy trường Đại học Cần Thơ"."""
    name_at = _COMMITTEE_NAME.search(low, phrase.start, phrase.end)
    gap = _INSIDE.match(low, name_at.end()) if name_at else None
    if gap is None:  # what follows in capitals reads like the proper name of a place
        return None
    named = text[: gap.end()] + text[gap.end() : gap.end() + 1].upper() + text[gap.end() + 1 :]
    whose = read_institution(named, low, gap.end())
    if whose is None or whose.unit or whose.place:
        return None
    name = f"{phrase.base.slug}-{whose.base.slug}"
    # each committee has a register of its own; of those that share a name none is known to be meant
    series = f"{phrase.base.series}{'.' if whose.base.local else '-'}{whose.base.slug}"
    base = replace(phrase.base, local=False, slug=name, template=name, series=series)
    return phrase._replace(end=whose.end, proper=None, base=base)


def body_code(number: Number) -> str | None:
    """The code in a number that stands for the body, known or not.

    >>> from kg.numbers import read_number
    >>> body_code(read_number("45/KH-BVĐK", 0, expected=True)), body_code(read_number("33/CT-TTg", 0))
    ('bvđk', 'ttg')
    """
    rest = number.codes[1:] if number.type_code else number.codes
    return rest[0].casefold() if rest else None


def has_own_code(number: Number) -> bool:
    """Whether the code of a number is that of a body in the registry, and not one that others write too.

    >>> from kg.numbers import read_number
    >>> has_own_code(read_number("5/QĐ-BYT", 0)), has_own_code(read_number("5/TTr-BQL", 0))
    (True, False)
    """
    codes = [c.rstrip("0123456789") for c in re.split(r"[/_-]", number.printed.casefold())]
    return any(body.code.casefold() in codes for body in number.bodies if body.code)


def may_write(code: str, body: Phrase) -> bool:
    """Whether a code may be made of the first letters of an institution's name.

    >>> t = "Trung tâm Y tế huyện Mai Sơn"
    >>> p = read_institution(t, t.lower(), 0)
    >>> may_write("ttyt", p), may_write("ttythms", p), may_write("bvđk", p)
    (True, True, False)
    """
    words = slug(body.name).split("-") + slug(f"{body.unit or ''} {body.proper or body.place or ''}").split("-")
    letters = iter("".join(w if w in _KEPT else w[:1] for w in words))
    return all(c in letters for c in slug(code).replace("-", ""))


_KEPT = ("thpt", "thcs", "ptdtnt", "ptdtbt", "tnhh", "mtv", "qlda")
