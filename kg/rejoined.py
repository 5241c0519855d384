"""Words and codes that a scanner cut in two are one again: "Quyết đ ịnh s ố 166/Q Đ-BHXH", "28-KL/T W".

A Vietnamese syllable has a vowel: consonants that stand alone before one that begins with a vowel are its beginning,
unless they are the letter of a point ("điểm đ ấn định") or a name ("bà H Ên", "xã H ở"). In codes a space goes where
both halves make one that is known and the first alone makes none. Only texts that show such damage, or that of
:mod:`kg.scanned`, are touched, but the figures of a number that a line or a page cuts ("số 93 0/QĐ-TTg") are joined in
any text; offsets lead into the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.codes import body_of, is_type_code
from kg.normalise import Plain
from kg.scanned import looks_scanned

_VOWELS = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_CUT = re.compile(  # a space behind consonants that stand alone
    r" (?:(?<=(?<![\w./&-])[bcdđghklmnpqrstvx] )|(?<=(?<![\w./&-])(?:ng|nh|gh|ch|kh|ph|th|tr) )"
    rf"|(?<=(?<![\w./&-])ngh ))(?=[{_VOWELS}])"
)
_ONSET = re.compile(r"(?<![\w./&-])(?:ngh|ng|nh|gh|ch|kh|ph|th|tr|gi|qu|[bcdđghklmnpqrstvx])$")
_LETTER_OF = re.compile(r"(?:điểm|khoản|mục|tiết|nhóm|lớp|loại|hạng|khối|hộp|số|,|và|hoặc|đến|;|-|\(|“|\")\s*$")
_ALONE = re.compile(  # words that follow a name of one letter
    r"(?:ở|ai|ăn|ấy|ấn|anh|em|ít|ông|ổn|ủy|ưu|ứng|án|áp|yêu|yếu|yên|ý|y|in|ước|ích|âm|uống|a|e|i|o|u)(?!\w)"
)
# "số 93 0/QĐ-TTg", "số 08/20 07/TTLT-BYT-BNV": a line may end there, and a page within "số"
_DIGITS = re.compile(r"\d[ \n](?=\d{1,3}/(?:(?:19|20)\d\d/)?[a-zđ]{2})")
_CUT_DIGITS = re.compile(r"số\s\d{1,3}$|\d/(?:19|20)$")
_PAGE = re.compile(r"\n(?<=số\n)[ \t]*\n[ \t]*\d{1,3}[ \t]*\n[ \t]*\n(?=\d{1,5}/(?:\d|[a-zđ]{2}))")
_OTHER_SO = re.compile(r"(?:mẫu|biểu|phụ\s+lục|bảng|thửa|tờ|lô|ô|nhà|đợt|kỳ|điểm|tổ|đội|bài|trang)\s+số\s+\d{1,3}$")
_SIGNS = 2
_LOOKED_AT = 6000
_CODE = re.compile(r" (?<=[A-ZĐ] )(?=[A-ZĐƯ]{1,5}(?![\w]))")
_CODE_LEFT = re.compile(r"\d\s?[/-]\s?(?:[A-ZĐa-z&]{1,8}\s?[/-]\s?)*(?P<left>[A-ZĐ]{1,5})$")
_CODE_RIGHT = re.compile(r"[A-ZĐƯ]{1,5}")


def rejoined(p: Plain) -> Plain:
    """The text without the spaces that cut a syllable or a code in two.

    >>> from kg.normalise import plain
    >>> q = rejoined(plain("Quyết đ ịnh s ố 166/Q Đ-BHXH ngày 31 th áng 1")); q.text, q.span(0, 10)
    ('Quyết định số 166/QĐ-BHXH ngày 31 tháng 1', (0, 11))
    >>> clean = plain("điểm đ ấn định, 12/QĐ-UBND A"); rejoined(clean) is clean
    True
    """
    if " " not in p.text:
        return p
    if gaps := sorted(_in_numbers(p.low)):
        p = p.without(gaps)
    if not (_is_cut(p) or looks_scanned(p)):
        return p
    cuts = [m.start() for m in _CUT.finditer(p.low) if _is_onset(p, m.start())]
    cuts += [m.start() for m in _CODE.finditer(p.text) if _is_code(p.text, m.start())]
    return p.without(sorted(set(cuts))) if cuts else p


def _in_numbers(low: str) -> Iterator[int]:
    """The characters that cut the figures of a number in two."""
    for m in _DIGITS.finditer(low):
        at = m.end() - 1
        if _CUT_DIGITS.search(low, max(0, at - 8), at) and not _OTHER_SO.search(low, max(0, at - 24), at):
            yield at
    for m in _PAGE.finditer(low):
        yield from range(m.start() + 1, m.end())


def _is_cut(p: Plain) -> bool:
    """Whether several syllables of a text are cut in two."""
    signs = 0
    for m in _CUT.finditer(p.low, 0, _LOOKED_AT):
        signs += _is_onset(p, m.start())
        if signs == _SIGNS:
            return True
    return False


def _is_onset(p: Plain, at: int) -> bool:
    """Whether what stands before the space at ``at`` is the beginning of the syllable behind it."""
    onset = _ONSET.search(p.low, max(0, at - 12), at)
    if onset is None or _LETTER_OF.search(p.low, max(0, onset.start() - 8), onset.start()):
        return False
    if p.text[onset.start()].isupper():
        return not p.text[at + 1].isupper() and _ALONE.match(p.low, at + 1) is None
    return True


def _is_code(text: str, at: int) -> bool:
    """Whether the space at ``at`` cuts a code that is known, of which the first half alone is none."""
    left = _CODE_LEFT.search(text, max(0, at - 24), at)
    right = _CODE_RIGHT.match(text, at + 1)
    if left is None or right is None or _known(left["left"]):
        return False
    return _known(left["left"] + right.group())


def _known(code: str) -> bool:
    return is_type_code(code) or body_of(code) is not None
