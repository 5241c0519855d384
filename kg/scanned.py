"""Words whose marks a scanner misread get them back in the low form: "Kế hoach", "cùa Bộ", "Chi thị sô 5", "l6/5/2023".

Recognised text loses and changes diacritics and takes 1 for l and 0 for O. In a text that shows the signs of it, names
of types and bodies and words of drafting (:data:`kg.unmarked.DRAFTING`) are written as they are spelt where at most
half of their syllables differ, and only by their marks; so are days, where only digits can stand. Letters among the
digits of a number are read as digits in either form. Every replacement has the length of what was printed, so that no
offset moves; a citation's text stays as printed, and clean text is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from kg import registry
from kg.anchors import spelt, tight
from kg.normalise import Plain, fold_tone, lower
from kg.unmarked import DRAFTING, spread
from kg.words import fold

# No Vietnamese text that is spelt as it should be holds these.
_SIGNS = (
    "cùa ", "kế hoach", "chi thị số", "chi thị sô", "chỉ thi số", "nghi quyết", "nghi định số", "nghị đinh",
    "nghị quyêt", "quyêt định", "quyết đinh", "kết luân", "kêt luận", "công vân", "thông tu số", "báo cá0",
    "thưc hiện", "thực hiên", " sô ", " bỗ sung", " bd sung", " bố sung", "định chỉ tiết",
)  # fmt: skip
_SIGNS_OF_DAY = (
    re.compile(r"/(?<=\d/)(?:l\d|\dl|0l|l)/(?:19|2[0o])[\do][\dlo](?!\w)"),
    re.compile(r"ngày\s(?:l\d|\dl)\s?(?:/|tháng\s)"),
)
_LOOKED_AT = 6000  # a scan is misread throughout
_ALONE = tuple(
    (re.compile(rf"(?<!\w){pattern}"), word)
    for pattern, word in (
        (r"c[úù]a(?=\s)", "của"),
        (r"s[ôổồỗộo](?=\s{0,2}[:.]?\s{0,2}\d{1,5}\s?[a-zđ]?\s?[-/]\s?[\da-zđ])", "số"),
        (r"ng[aáảạãâă]y(?=\s\d{1,2}\s?[/.-])", "ngày"),
        (r"(?:(?<=định )|(?<=quyết )|(?<=tư )|(?<=thị )|(?<=văn )|(?<=hoạch ))s[ôổồỗộo](?=\s\d)", "số"),
        (r"bd(?=\ssung(?!\w))", "bổ"),
        (r"đi[eêềểễệẻè]u(?=\s\d)", "điều"),
        (r"kho[aàảãạ]n(?=\s\d)", "khoản"),
        (r"th[aàảãạâă]ng(?=\s[\dlo]{1,2}\s+n[aăâáãàảạ]m\s[12l])", "tháng"),
        (r"n[âáãàảạ]m(?=\s[12l][\dlo]{3}(?!\w))", "năm"),
        (r"(?:(?<=tháng \d )|(?<=tháng \d\d ))nam(?=\s[12l][\dlo]{3}(?!\w))", "năm"),  # not "Việt Nam 2015"
    )
)
_DAY = re.compile(
    r"(?<![\w/.-])[\dlo]{1,2}\s?[/.-]\s?[\dlo]{1,2}\s?[/.-]\s?(?:1|l|2)[\dlo]{3}(?!\w)"
    r"|(?<=ngày\s)[\dlo]{1,2}(?=\s?/|\stháng\s)|(?<=tháng\s)[\dlo]{1,2}(?=\snăm\s)|(?<=năm\s)[12l][\dlo]{3}(?!\w)"
)
_DIGITS = str.maketrans("loOI", "1001")
_SLASH = re.compile(r"[lI|](?<=\d[lI|])(?=(?:19|20)\d\d\s?/\s?[A-ZĐ]{2})")  # "số 20l2021/TT-BYT"
_NUMBER = re.compile(  # "số 09/2O15/QĐ-TTg", "số 1O5-KH/TU"
    r"(?<=\d/)[12lI][\dOolI]{3}(?=\s?/\s?[A-ZĐ])|(?<=\d\s/)[12lI][\dOolI]{3}(?=\s?/\s?[A-ZĐ])"
    r"|(?<=[Ss][ốô]\s)(?=[OolI]*\d)[\dOolI]{1,5}(?=\s?[-/]\s?[\dA-ZĐ])"
)


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the folded phrases of two syllables and more, and for each its spelling."""
    table: dict[str, str] = {}
    names = [name for name, _ in registry.type_names()]
    names += [name for body in registry.issuers() for name in (*body.names, *body.heads)]
    for name in (*names, *DRAFTING):
        spelling = tight(fold_tone(lower(name)))
        if " " in spelling and not spelling.isascii():
            table.setdefault(tight(fold(name)), spelling)
    return re.compile(rf"(?<!\w){spelt(table, begin=False)}(?!\w)"), table


def looks_scanned(p: Plain) -> bool:
    """Whether the beginning of a text holds words that only recognition misspells so."""
    return _shows_signs(p.low[:_LOOKED_AT])


@lru_cache(8)  # several modules ask it of one text
def _shows_signs(top: str) -> bool:
    return any(sign in top for sign in _SIGNS) or any(sign.search(top) for sign in _SIGNS_OF_DAY)


def mended(p: Plain) -> tuple[Plain, tuple[tuple[int, int], ...]]:
    """The text with the spelling of its drafting in the low form, and the stretches that were mended.

    Args:
        p: the plain text.

    Returns:
        The same object and no stretch for a text without signs of recognition.

    >>> from kg.normalise import plain
    >>> mended(plain("Kế hoach sô 5/KH-UBND ngày l6/5/2023 cùa Uỷ ban nhàn dân"))[0].low
    'kế hoạch số 5/kh-ubnd ngày 16/5/2023 của ủy ban nhân dân'
    >>> clean = plain("Kế hoạch số 5/KH-UBND, để an toàn")
    >>> mended(clean)[0] is clean
    True
    """
    if not looks_scanned(p):
        return p, ()
    low, spans = p.low, []
    folded = fold(low)
    pattern, table = _phrases()
    pieces, at = [], 0
    for m in pattern.finditer(folded):
        printed, spelling = low[m.start() : m.end()], table[tight(m.group())]
        said = tight(printed).split(" ")
        differ = sum(a != b for a, b in zip(said, spelling.split(" "), strict=False))
        if len(tight(printed)) == len(spelling) and 0 < differ <= len(said) // 2:
            pieces += [low[at : m.start()], spread(spelling, printed)]
            at = m.end()
            spans.append(m.span())
    low = "".join((*pieces, low[at:]))
    for single, word in _ALONE:
        low = single.sub(word, low)
    low = _DAY.sub(lambda m: m.group().translate(_DIGITS), low)
    text = p.text
    for pattern in (_SLASH, _NUMBER):
        digits = {m.span(): "/" if pattern is _SLASH else m.group().translate(_DIGITS) for m in pattern.finditer(text)}
        digits = {(a, b): read for (a, b), read in digits.items() if read != text[a:b]}
        text, low = _replaced(text, digits), _replaced(low, digits)
        spans += digits
    return p.with_forms(text, low), tuple(sorted(spans))


def _replaced(form: str, by: Mapping[tuple[int, int], str]) -> str:
    """A form of a text with other letters in some of its spans, which are given in order."""
    pieces, at = [], 0
    for (start, end), letters in by.items():
        pieces += [form[at:start], letters]
        at = end
    return "".join((*pieces, form[at:]))
