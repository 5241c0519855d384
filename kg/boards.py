"""Steering boards by their full name: "Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo Cải cách hành chính tỉnh Sơn La".

Every level has many boards, all with one code, and what tells them apart is their field or the number of the paper that
they carry out. The field counts only where its end is sure: before the level or the unit that the board is of, or where
a letterhead ends. Behind the level a field may as well be what the paper is about ("của Ban Chỉ đạo Trung ương về kết
quả …"), so there only fields count that a board is known to have.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from kg._registry_tables import BASES, read_rows
from kg.anchors import spelt, tight
from kg.normalise import fold_tone, lower
from kg.registry import Issuer, slug

_COLUMNS = ("field", "source", "basis")


@cache
def fields(folder: Path | None = None) -> tuple[str, ...]:
    """What boards of the Party and the Government that exist or existed are known to be for, in low form.

    Raises:
        RegistryError: a row is wrong.

    >>> "cải cách hành chính" in fields()
    True
    """
    out = []
    for row in read_rows("boards.csv", _COLUMNS, folder):
        row.one_of("basis", BASES)
        row.needed("source")
        field = row.needed("field")
        if field != fold_tone(lower(field)):
            row.fail("field", f"{field!r} is no low form; write {fold_tone(lower(field))!r}")
        out.append(field)
    return tuple(out)


@cache
def _level() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:trung\s+ương|quốc\s+gia)(?!\w)(?:\s+{_NUMBER}|\s+(?:về\s+)?{spelt(fields(), begin=False)}(?!\w))?"
        r"(?!\s+(?:giai\s+đoạn|tỉnh|thành\s+phố|huyện|xã|phường)(?!\w))"
    )


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"về\s+{spelt(fields(), begin=False)}$")


_UNIT = (
    r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu|tp\.?|tx)(?!\w|\s+(?:ủy|đoàn|đội|hội)(?!\w))"
)
_NUMBER = r"\d{2,4}(?![\d/-]|[.,]\d)"
_WORDS = r"[^\W\d_][^;:.()\d“”\"|\n]{2,110}?(?:\n[^;:.()\d“”\"|\n]{2,60}?)?"
_CENTRAL = re.compile(
    rf"\s+(?P<field>{_NUMBER}|{_WORDS})\s+(?:(?<!mục\stiêu\s)quốc\s+gia|trung\s+ương|(?:của\s+)?(?:thủ\s+tướng\s+)?chính\s+phủ)"
    rf"(?!\w|\s+{_UNIT})"
)
_OF_GOVERNMENT = re.compile(r"\s+của\s+(?:thủ\s+tướng\s+)?chính\s+phủ(?!\w)")
_LOCAL = re.compile(rf"\s+(?P<field>{_NUMBER}|{_WORDS})(?:\s+trên\s+địa\s+bàn)?(?=\s+(?:của\s+)?{_UNIT})")
_NUMBERED = re.compile(rf"\s+(?P<field>{_NUMBER})(?!\s+(?:ngày|tháng|năm|người|thành\s+viên|đồng\s+chí)(?!\w))")
_TO_THE_END = re.compile(r"\s+(?P<field>[^\W\d_][^;:.()\d“”\"|]{2,110}?)[\s_*|-]*$")
# "Xét đề nghị của Ban Chỉ đạo … cấp huyện, cấp xã tại Văn bản số 167/BCĐLKH": a field that no unit follows
_AT_PAPER = re.compile(
    rf"\s+(?P<field>{_WORDS})(?=\s+tại\s+(?:các\s+)?(?:văn\s+bản|tờ\s+trình|công\s+văn|báo\s+cáo|thông\s+báo)\s+số\s)"
)
_OF_A_BOARD = re.compile(r"của\s+(?:(?:phó\s+)?trưởng\s+)?ban\s+chỉ\s+đạo$")
_BOARD_WITHIN = 40
_LETTERHEAD = 600  # a letterhead is read by itself, as one line
_NO_FIELD = re.compile(
    r"(?<!\w)(?:ban\s+hành|báo\s+cáo|đã|họp|do|tại|ngày|gồm|có(?!\s+công)|nhằm|này|đó|trên|trong|cho|tới|đến|tham\s+mưu|đề\s+nghị|yêu\s+cầu|"
    r"giao(?!\s+(?:thông|dịch|lưu))|(?<!chương\s)trình|được|phải|sẽ|ubnd|hđnd|ủy\s+ban|hội\s+đồng|(?<!cơ\s)sở|tỉnh\s+ủy|thành\s+ủy|huyện\s+ủy|đảng\s+ủy|"
    r"ban\s+chỉ\s+đạo|tổ\s+công\s+tác|nghị\s+quyết|quyết\s+định|chỉ\s+thị|(?<!lập\s)(?<!dựng\s)kế\s+hoạch|công\s+văn|của|họ|là|khi|nếu|để|theo|từ|gửi|"
    r"công\s+an|quân\s+sự|chủ\s+tịch|trưởng\s+ban|thành\s+viên|cơ\s+quan|đơn\s+vị|địa\s+phương)(?!\w)"
    r"|^(?:các(?!\s+chương\s+trình)|cấp|và|ở|về|từ|với|chung|chỉ|cần|phối\s+hợp|kiểm\s+tra|tiếp\s+tục|tổ\s+chức)(?!\w)"
    r"|(?<!\w)(?:các|và|ở|cấp|những|mỗi|từng|hai|,)$"
)


def read_board(low: str, end: int, base: Issuer) -> tuple[Issuer, int] | None:
    """The board whose name goes on at ``end``, and where the name ends; a local one is placed by what follows.

    Args:
        low: the low form of a text, or of a letterhead alone.
        end: where the words "Ban Chỉ đạo" end.
        base: their row of the registry.

    >>> from kg import registry
    >>> row = registry.issuer_codes()["bcđ"][0]
    >>> body, end = read_board("ban chỉ đạo 389 quốc gia về", 11, row); body.slug, body.local, end
    ('ban-chi-dao-389-quoc-gia', False, 24)
    >>> read_board("ban chỉ đạo cải cách hành chính tỉnh sơn la", 11, row)[0].template
    'ban-chi-dao-cai-cach-hanh-chinh-{unit}-{place}'
    >>> read_board("ban chỉ đạo đã họp với ubnd tỉnh", 11, row) is None
    True
    """
    if level := _level().match(low, end) or _OF_GOVERNMENT.match(low, end):
        return _board(base, tight(level.group()), False), level.end()
    if (central := _CENTRAL.match(low, end)) and _is_field(central["field"]):
        return _board(base, tight(low[end : central.end()]), False), central.end()
    shapes = [_LOCAL, _NUMBERED]
    if len(low) < _LETTERHEAD and "\n" not in low:
        shapes.append(_TO_THE_END)
    if _OF_A_BOARD.search(low, max(0, end - _BOARD_WITHIN), end):
        shapes.append(_AT_PAPER)
    for shape in shapes:
        local = shape.match(low, end)
        if local is not None and _is_field(local["field"]):
            return _board(base, tight(local["field"]), True), local.end()
    return None


def _is_field(words: str) -> bool:
    words = tight(words)
    return words.isdigit() or _leads().match(words) is not None or _NO_FIELD.search(words) is None


@lru_cache(512)
def _board(base: Issuer, field: str, local: bool) -> Issuer:
    field = field.strip()
    key = f"{base.slug}-{slug(field)}"
    return replace(
        base,
        slug=key,
        name=f"{base.name} {field}",
        local=local,
        template=f"{key}-{{unit}}-{{place}}" if local else "",
    )
