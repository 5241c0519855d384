"""TCVN3 (ABC) and VNI: the letters of Vietnamese before Unicode, and their way back.

Both wrote Vietnamese with the codes of Western European letters and a font that drew other shapes.
A Word file of that time still holds "NghÞ ®Þnh" in the font .VnTime; a text file does not even name the
font. TCVN3 has one code a letter (TCVN 5712:1993, VN3), capitals with marks only through fonts whose
names end in H. VNI writes the marks as a letter of its own behind the vowel.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

Old = Literal["tcvn3", "vni"]

_VOWELS: Final = tuple("aăâeêioôơuưy")
_TONES: Final = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")  # sắc, huyền, hỏi, ngã, nặng

#: For each vowel its code in TCVN3, plain and with the five tones; ASCII where there is none.
_TCVN3: Final = {
    "a": "a¸µ¶·¹", "ă": "¨¾»¼½Æ", "â": "©ÊÇÈÉË", "e": "eÐÌÎÏÑ", "ê": "ªÕÒÓÔÖ", "i": "iÝ×ØÜÞ",
    "o": "oãßáâä", "ô": "«èåæçé", "ơ": "¬íêëìî", "u": "uóïñòô", "ư": "\u00adøõö÷ù", "y": "yýúûüþ",
}  # fmt: skip
_TCVN3_CAPITALS: Final = {"¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ", "®": "đ"}

#: For each vowel of VNI the letter it is written with and the marks for plain and the five tones.
_VNI: Final = {
    "a": ("a", ("", *"ùøûõï")), "ă": ("a", (*"êéèúüë",)), "â": ("a", (*"âáàåãä",)),
    "e": ("e", ("", *"ùøûõï")), "ê": ("e", (*"âáàåãä",)),
    "o": ("o", ("", *"ùøûõï")), "ô": ("o", (*"âáàåãä",)), "ơ": ("ô", ("", *"ùøûõï")),
    "u": ("u", ("", *"ùøûõï")), "ư": ("ö", ("", *"ùøûõï")), "y": ("y", ("", *"ùøûõ")),
}  # fmt: skip
_VNI_SINGLE: Final = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}

_OWN: Final = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def _composed(vowel: str, tone: int) -> str:
    return unicodedata.normalize("NFC", vowel + _TONES[tone - 1]) if tone else vowel


def _tcvn3_table() -> dict[int, str]:
    table = {ord(old): new for old, new in _TCVN3_CAPITALS.items()}
    for vowel in _VOWELS:
        for tone, old in enumerate(_TCVN3[vowel]):
            if not old.isascii():
                table[ord(old)] = _composed(vowel, tone)
    return table


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for vowel, (letter, marks) in _VNI.items():
        for tone, mark in enumerate(marks):
            if mark:
                table[letter + mark] = _composed(vowel, tone)
    return table


_TCVN3_TABLE: Final = _tcvn3_table()
_VNI_TABLE: Final = _vni_table()
_VNI_LETTERS: Final = re.compile(
    "|".join(sorted(map(re.escape, _VNI_TABLE), key=len, reverse=True)), re.IGNORECASE
)


def encoding_of_font(font: str) -> Old | None:
    """The old encoding that a font was made for.

    >>> encoding_of_font(".VnTimeH"), encoding_of_font("VNI-Times"), encoding_of_font("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    name = font.lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni-") else None


def convert(text: str, old: Old, *, capitals: bool = False) -> str:
    """Text in an old encoding as Unicode; text that is Unicode already stays as it is.

    Args:
        text: what a program that knows nothing of it reads: Western European letters.
        old: the encoding.
        capitals: the font draws small letters as capitals.

    >>> convert("NghÞ ®Þnh sè 30/2020/N§-CP cña ChÝnh phñ", "tcvn3")
    'Nghị định số 30/2020/NĐ-CP của Chính phủ'
    >>> convert("chØ thÞ", "tcvn3", capitals=True)
    'CHỈ THỊ'
    >>> convert("NGHÒ ÑÒNH cuûa Chính phuû, Quyeát ñònh", "vni")
    'NGHỊ ĐỊNH của Chính phủ, Quyết định'
    """
    if _OWN.search(text):
        return text
    if old == "tcvn3":
        out = text.translate(_TCVN3_TABLE)
        return out.upper() if capitals else out
    return _VNI_LETTERS.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    letter = found[0]
    new = _VNI_TABLE[letter.lower()]
    return new.upper() if letter[0].isupper() else new


def is_vietnamese(text: str) -> bool:
    """Whether nearly all words with marks are syllables of Vietnamese: proof that a conversion was right.

    >>> is_vietnamese("Nghị định của Chính phủ"), is_vietnamese("NghÞ ®Þnh cña ChÝnh phñ")
    (True, False)
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    good = sum(_SYLLABLE.fullmatch(_toneless(word)) is not None for word in words)
    return bool(words) and good >= 0.95 * len(words)


def _toneless(word: str) -> str:
    """Lower case without tones; the letters of Vietnamese keep their shape."""
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
