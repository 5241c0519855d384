"""Type names in running text: the table of printed names, and the patterns that look for them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg import registry
from kg.anchors import spelt
from kg.normalise import fold_tone, lower
from kg.numbers import Number

SO = r"(?:số(?:\s+hiệu)?|ký\s+hiệu|so)"


@cache
def type_table() -> tuple[str, dict[str, str]]:
    """Alternation of all printed type names over low text, longest first, and name → slug."""
    table: dict[str, str] = {}
    for name, type_slug in registry.type_names():
        table.setdefault(" ".join(fold_tone(lower(name)).split()), type_slug)
    return spelt(table), table


@lru_cache(1024)
def type_slug(name: str) -> str | None:
    """Slug of a printed type name in low form.

    >>> type_slug("chương trình hành động"), type_slug("văn bản") is None
    ('chuong-trinh-hanh-dong', True)
    """
    return type_table()[1].get(" ".join(name.split()))


@cache
def type_names() -> re.Pattern[str]:
    """Any type name as a whole word.

    >>> type_names().findall("theo quyết định này và công văn đó")
    ['quyết định', 'công văn']
    """
    return re.compile(type_table()[0] + r"(?!\w)")


_NEAR = 26  # characters: most names and "số" are shorter


def type_before(left: str) -> re.Match[str] | None:
    """The type name right before a number: "Quyết định số".

    Args:
        left: low text that ends where the number starts.
    """
    near = _type_left().search(left, max(0, len(left) - _NEAR))
    if near is not None and " ".join(near["type"].split()) not in _ends_of_names():
        return near
    return _type_left().search(left)


@cache
def _ends_of_names() -> frozenset[str]:
    """Names with which longer ones end: "luật"."""
    names = type_table()[1]
    return frozenset(name for name in names if any(other.endswith(f" {name}") for other in names))


@cache
def _type_left() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<type>{type_table()[0]}|v(?<!\wv)ăn\s+bản)"
        # "Công điện khẩn 08/CĐ-BNN", "Công văn hỏa tốc số 8/BNN-TCLN"
        r"(?P<gap>(?:\s+\(?(?:(?:thượng\s+)?khẩn|hỏa\s+tốc|mật)\)?(?!\w))?"
        rf"\s*(?:,\s*)?(?:(?:có|mang)\s+)?(?:{SO})?\s*[:.]?\s*)$"
    )


@cache
def type_issuer_left() -> re.Pattern[str]:
    """A type name and its issuer before a number: "Quyết định của Bộ Chính trị số"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]})\s+(?P<lead>(?:của|do|giữa)\s+)?(?P<who>[^;:.\d()]{{3,90}}?)\s*,?\s*(?:ban\s+hành\s*)?{SO}\s*[:.]?\s*$"
    )


_NUMBERED = re.compile(rf"(?P<words>(?:[^;:.,\d()\n“”\"/]|(?<=sửa chữa),|(?<=sửa đổi),){{2,60}}?)\s+{SO}\s*[:.]?\s*$")
_MOST_WORDS = 8  # "đưa vụ án ra xét xử phúc thẩm"
# words that end the name of a kind of paper and begin something else
_NO_KIND = re.compile(
    r"(?<!\w)(?:của|do|theo|tại|được|bị|đã|đang|sẽ|này|trên|nêu|nói|đó|và|hoặc|có|là|kèm|ban\s+hành|căn\s+cứ|cho|với|từ|đến|"
    r"khi|thì|mà|để|nhằm|bằng)(?!\w)"
)


def type_worded_left(left: str, number: Number) -> tuple[str, int] | None:
    """A type that more words make precise before "số": "Chương trình phối hợp thống nhất hành động số".

    Args:
        left: low text that ends where the number starts.
        number: its code has to be one of that type.

    Returns:
        Slug of the type and where its name starts in ``left``.

    >>> from kg.numbers import read_number
    >>> type_worded_left("theo kế hoạch kiểm tra số ", read_number("12-KH/UBKTTU", 0))
    ('ke-hoach', 5)
    >>> type_worded_left("kế hoạch được giao tại số ", read_number("12-KH/UBKTTU", 0)) is None
    True
    """
    if number.type_code is None or "số" not in left[-6:]:
        return None
    codes = registry.type_codes().get(number.type_code.casefold(), ())
    families = {registry.types()[slug].family for slug in codes}
    for m in reversed(list(type_names().finditer(left, max(0, len(left) - 90)))):
        slug = type_slug(m.group())
        if slug is None or registry.types()[slug].family not in families:
            continue
        if not registry.types()[slug].citable:  # "Hợp đồng in tài liệu số 07/2022/HĐ-SNV"
            return None
        between = _NUMBERED.match(left, m.end())
        words = between["words"].removesuffix(" của các đương sự") if between else ""
        if not words or len(words.split()) > _MOST_WORDS or _NO_KIND.search(words):
            return None
        return slug, m.start()
    return None


_OF_ALL = re.compile(
    rf"(?<!\w)(?:các|những)\s+(?P<type>chỉ\s+thị|tờ\s+trình|công\s+văn|quyết\s+định|quy\s+định|nghị\s+quyết|thông\s+tư|báo\s+cáo|thông\s+báo|kế\s+hoạch"
    rf"|kết\s+luận|hướng\s+dẫn|chương\s+trình|quy\s+chế)(?:\s+(?:của|do)\s[^;:.()/\d]{{2,80}}?)?(?:\s+sau(?:\s+đây)?)?\s*:\s*{SO}\s*:?\s*$"
)


def type_of_all(left: str) -> str | None:
    """The type that the head of a list tells for all: "các quy định của Bộ Chính trị: số 41-QĐ/TW".

    >>> type_of_all("căn cứ các quy định của bộ chính trị: số ")
    'quy-dinh'
    """
    m = _OF_ALL.search(left, max(0, len(left) - 140))
    return type_slug(" ".join(m["type"].split())) if m else None


_TITLED = re.compile(
    rf"(?<!\w)(?P<type>chỉ\s+thị|tờ\s+trình|công\s+văn|quyết\s+định|nghị\s+quyết|thông\s+tư|báo\s+cáo|thông\s+báo)\s+"
    rf"(?P<of>của\s+(?P<who>[^;:.()/\d]{{3,60}}?)\s+)?về\s[^;:.()/]{{3,160}}?,\s+{SO}\s*[:.]?\s*$"
)


def titled_left(left: str, number: Number) -> tuple[str, int | None] | None:
    """A type whose title stands before a number that says none: "Chỉ thị về điều tra lao động, số 151-CT".

    Returns:
        Slug of the type and where its issuer is named in ``left``, None where it is not.

    >>> from kg.numbers import read_number
    >>> titled_left("tờ trình của sở nhà đất về kế hoạch năm 1995, số ", read_number("284/KH", 0, expected=True))
    ('to-trinh', 13)
    """
    if number.bodies and number.type_code is not None:
        return None
    m = _TITLED.search(left, max(0, len(left) - 240))
    slug = type_slug(" ".join(m["type"].split())) if m else None
    return (slug, m.start("who") if m["of"] else None) if m and slug else None


_CODE = re.compile(r"(?<![\w/.-])(?P<code>[A-Za-zĐđ]{2,5})\.?\s*(?:[Ss]ố\s*[:.]?\s*)?$")


def type_code_left(left: str, number: Number) -> tuple[str, int] | None:
    """A type written as its code before the number: "QĐ số 2159/QĐ-UBND", "NĐ 24/2021/NĐ-CP".

    Args:
        left: text in its own case that ends where the number starts.
        number: where it has a code of its own, that has to be one of the same type.

    Returns:
        Slug of the type and where its code starts in ``left``.

    >>> from kg.numbers import read_number
    >>> type_code_left("theo NĐ ", read_number("24/2021/NĐ-CP", 0)), type_code_left("SNV ", read_number("5/QĐ-UBND", 0))
    (('nghi-dinh', 5), None)
    """
    m = _CODE.search(left)
    if m is None or not m["code"][0].isupper():
        return None
    own = registry.type_codes().get(number.type_code.casefold(), ()) if number.type_code else ()
    for slug in registry.type_codes().get(m["code"].casefold(), ()):
        if (slug in own or (not own and number.bodies)) and registry.types()[slug].citable:
            return slug, m.start()
    return None


@cache
def short_forms() -> re.Pattern[str]:
    """A type name with a bare serial: "Pháp lệnh số 34"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]})(?<!(?<!\w)pháp luật)[ \t]+(?P<so>{SO}(?:[ \t]*[:.])?\s*)?"
        r"(?P<serial>\d{1,4}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/]|[-.]\d|\s*/|\s*%|\s*-(?!\s[a-zà-ỹ]{2,}\s)\s*\w|\s*:?\s*[.…_]{3})"
    )


@cache
def issued_forms() -> re.Pattern[str]:
    """A type name, its body, and a bare serial with a year or day: "Nghị định của Chính phủ số 73 năm 2007"."""
    return re.compile(
        rf"(?P<type>{type_table()[0]})[ \t]+của[ \t]+(?P<who>[^;:.,\d()\n]{{3,60}}?)[ \t]+số[ \t]+"
        r"(?P<serial>\d{1,4}[a-zđ]?)(?=[ \t]*,?[ \t]*(?:năm|ngày)[ \t]+\d)"
    )


SHORT_CODES = {"nq": "NQ", "nđ": "NĐ", "qđ": "QĐ", "ct": "CT", "kl": "KL"}
"""Codes that stand with a bare serial, by their low form."""

CODED_SHORT = re.compile(
    r"(?P<code>N(?<![\w/.-]N)[QĐ]|Q(?<![\w/.-]Q)Đ|C(?<![\w/.-]C)T|K(?<![\w/.-]K)L)[ \t]+(?P<so>[Ss]ố[ \t]+)?"
    r"(?P<serial>(?!(?:19|20)\d\d(?!/))\d{1,4}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/]|[-.]\d|\s*[/%]|\s*-\s*\w|\s*:?\s*[.…_]{3})"
)
"""A type's code with a bare serial, as the press shortens it: "NQ 57", "CT số 05"."""


@cache
def anaphora() -> re.Pattern[str]:
    """A type name, or "văn bản", that points back: "Quyết định nói trên", "Chương trình này", "văn bản đó"."""
    after = r"(?=\s*[,.;:)\n]|\s+(?:có|được|thì|và|đã|của|đến|là|hết|chưa|không|về|quy|vẫn|tại|như|phải|"
    after += r"cũng|còn|chỉ|thay\s+thế|sửa\s+đổi|bãi\s+bỏ|hướng\s+dẫn|nhưng|để|nên|do|vì|sẽ|đang|nếu|"
    after += r"gắn|bằng|theo|cho|khi|trong|với|cùng|bị|từ|đối\s+với|nhằm|gồm|góp|yêu\s+cầu|kịp\s+thời|nghiêm\s+túc|"
    after += r"thực\s+hiện|giao|nêu|xác\s+định)(?!\w))"
    above = rf"(?:vừa\s+|đã\s+)?(?:nói|nêu|kể|dẫn)\s+(?:ở\s+)?trên|(?:vừa|đã)\s+(?:nêu|dẫn)|trên\s+đây|trên{after}"
    return re.compile(
        rf"(?:(?P<type>{type_table()[0]})\s+(?P<how>{above}|(?:này|đó|ấy)(?!\w))|văn\s+bản\s+(?P<any>{above}))"
    )


_PLURAL_LEFT = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|0\d|số|quy|pháp|kỷ)\s+(?:loại\s+)?$")


def is_general(low: str, at: int) -> bool:
    """Whether the type name at ``at`` stands for several papers, or is the end of another word: "quy luật".

    >>> is_general("các quyết định nói trên", 4), is_general("theo quyết định nói trên", 5)
    (True, False)
    >>> is_general("kế hoạch triển khai kết luận nói trên", 20)
    False
    """
    return _PLURAL_LEFT.search(low, max(0, at - 16), at) is not None


@cache
def type_by_day() -> re.Pattern[str]:
    """A type name that an issuer or a day follows: "Nghị quyết của", "Nghị quyết ngày 15"."""
    return re.compile(rf"(?P<type>{type_table()[0]})\s+(?:(?P<of>(?:của|do)\s+)|(?=ngày\s+\d))")


_BODY_FIRST = re.compile(r"\d+[a-zA-Zđ]?-?[A-ZĐ]{2,8}/(?P<type>QĐ|TT|NĐ|CT|NQ)")


def code_type(number: Number) -> str | None:
    """The type that the code names; the State form of TT is Thông tư, the Party form Thông tri."""
    code = number.type_code
    if code is None and number.year is None and (old := _BODY_FIRST.fullmatch(number.printed)):
        code = old["type"]  # until about 1990: "18-BYT/TT", "316-YT/NĐ"
    if code is None:
        return None
    options = registry.type_codes().get(code.casefold(), ())
    branches = {b.branch for b in number.bodies}
    for option in options:
        if not branches or branches & set(registry.types()[option].branches):
            return option
    return options[0] if options else None


def law_type(number: Number) -> str | None:
    """The type of an Assembly act by its number, where the registry of laws knows it."""
    return _law_types().get(number.printed)


@cache
def _law_types() -> dict[str, str]:
    types: dict[str, str] = {}
    for law in registry.laws():
        types.setdefault(law.number, law.type)
    return types
