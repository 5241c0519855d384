"""A text as the extractor sees it, with the way back to the offsets of the text as read.

Official texts reach us in NFC or NFD, with Ð (U+00D0) or Ɖ for Đ, en dashes in numbers, no-break
spaces, soft hyphens, Markdown stars. The patterns of this package are written once, over a plain
form in which all of these are gone; every span they find is carried back through :meth:`Plain.span`.
NFKC is never used: it would change what is stored.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_ONE_TO_ONE = {
    **dict.fromkeys(map(ord, "ÐƉ"), "Đ"),
    **dict.fromkeys(map(ord, "ðɖ"), "đ"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－\x02\ufffe"), "-"),
    **dict.fromkeys(
        map(
            ord,
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r*`⁽⁾",
        ),
        " ",
    ),
    **dict.fromkeys(map(ord, "⁄∕／"), "/"),
    **dict(zip(map(ord, "АВЕКМНОРСТХУаеорсху"), "ABEKMHOPCTXYaeopcxy", strict=True)),  # typed on the wrong keyboard
    **dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n"),
}
# Capital letters of Vietnamese, for character classes: the ranges of Unicode mix both cases.
UPPER = "A-Z" + "".join(
    c
    for c in map(chr, range(0xC0, 0x1EFA))
    if c.isupper() and c.lower() in ("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")
)

# Raised figures call notes: "số 33/CT-TTg¹". To Python they are letters of a word; as private signs they end it.
_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = "\ue2b0-\ue2ba"
"""The raised figures of a plain text, for character classes."""
_AS_SIGNS = tuple((figure, chr(0xE2B0 + k)) for k, figure in enumerate(_FIGURES))
_RAISED_SIGNS = {ord("0") + k: chr(0xE2B0 + k) for k in range(10)}
_STAR = "\ue2ba"
_STARRED = re.compile(r"\(\*{1,5}\)")  # "(**)" calls a note as a raised figure does
_STAR_LINE = re.compile(r"\n(\*{1,5})[ \t]+(?=[^\W_])")
_STAR_CALL = re.compile(r"(?<=[^\W_])(\*{1,5})(?=[\s,.;:)])")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*|])")  # of Markdown
_AS_PRINTED = {ord(sign): figure for figure, sign in _AS_SIGNS} | {ord(_STAR): "*"}

# a font of the nineties whose Ị a converter takes for N, in the words that tell what a paper is
_MISREAD = (
    ("QUYẾT ĐNNH", "QUYẾT ĐỊNH"), ("NGHN ĐNNH", "NGHỊ ĐỊNH"), ("NGHN QUYẾT", "NGHỊ QUYẾT"), ("CHỈ THN", "CHỈ THỊ"),
)  # fmt: skip
_MISREAD_SIGN = re.compile(r"N(?:(?<=ĐN)NH|(?<=GHN) |(?<= THN))")
# Signs whose code has the lower half of a common letter are found slowly; of these groups the upper half tells.
_OF_CYRILLIC, _OF_WIDE = b"\x04", (b"\xfe", b"\xff")
_CYRILLIC = tuple((chr(old), new) for old, new in _ONE_TO_ONE.items() if 0x0400 <= old < 0x0500)
_WIDE = tuple((chr(old), new) for old, new in _ONE_TO_ONE.items() if old >= 0xFE00)
_OTHERS = tuple((chr(old), new) for old, new in _ONE_TO_ONE.items() if (chr(old), new) not in _CYRILLIC + _WIDE)
_DROPPED_CHARS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_DROPPED = re.compile(f"[{_DROPPED_CHARS}]")
_CLUSTER = re.compile(
    "[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)

# Old and new ways of placing the tone mark: hoà/hòa, uỷ/ủy, khoẻ/khỏe. One of the two, same length.
_TONES = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
# one pattern for each letter, which re then looks for as such, and what stands before it last
_TONE_O = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)(?<!qo.)")
_TONE_U = re.compile(r"u[ỳýỷỹỵ](?!\w)(?<!qu.)")


def lower(text: str) -> str:
    """Lower case of the same length (``İ`` and the like, which would grow, stay as they are).

    >>> lower("NGHỊ ĐỊNH")
    'nghị định'
    """
    out = text.lower()
    if len(out) != len(text):
        out = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return out


def fold_tone(text: str) -> str:
    """One spelling for the two ways of placing a tone mark; the text must be lower case NFC.

    >>> fold_tone("uỷ ban nhân dân tỉnh thanh hoá")
    'ủy ban nhân dân tỉnh thanh hóa'
    >>> fold_tone("quý i"), fold_tone("hoàn toàn")
    ('quý i', 'hoàn toàn')
    """
    return _TONE_U.sub(_moved, _TONE_O.sub(_moved, text))


def _moved(m: re.Match[str]) -> str:
    return _TONES[m.group()]


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain form of a text.

    Attributes:
        text: NFC, with plain dashes, spaces and Đ; line ends kept.
        low: the same, lower case, tone marks placed one way; same length as ``text``.
    """

    text: str
    low: str
    _starts: array[int] | None = None
    _ends: array[int] | None = None
    _spaces: tuple[int, ...] = ()

    def with_forms(self, text: str, low: str) -> Plain:
        """Other forms of the same length, at the same offsets of the text as read."""
        return Plain(text, low, self._starts, self._ends, self._spaces)

    def joined(self, breaks: Sequence[int]) -> Plain:
        r"""The same text with a space for some line breaks.

        Args:
            breaks: their offsets, in order.

        >>> plain("dân\nvận").joined([3]).text
        'dân vận'
        """
        text, low = ("".join(_with_spaces(form, breaks)) for form in (self.text, self.low))
        return Plain(text, low, self._starts, self._ends, self._spaces)

    def spaced(self, cuts: Sequence[int]) -> Plain:
        """The same text with a space put in at some offsets, which has no place in the text as read.

        Args:
            cuts: offsets in order.

        >>> p = plain("số 5cũ").spaced([4]); p.text, p.span(5, 7), p.span(3, 6)
        ('số 5 cũ', (4, 6), (3, 5))
        >>> q = p.spaced([1]); q.text, q.span(6, 8), q.span(0, 1)
        ('s ố 5 cũ', (4, 6), (0, 1))
        """
        pieces = tuple(pairwise((0, *cuts, len(self.text))))
        text = " ".join([self.text[begin:end] for begin, end in pieces])
        low = " ".join([_ended(self.low[begin:end]) for begin, end in pieces])
        moved = (at + bisect_right(cuts, at) for at in self._spaces)
        spaces = (*moved, *(cut + k for k, cut in enumerate(cuts)))
        return Plain(text, low, self._starts, self._ends, tuple(sorted(spaces)))

    def lettered(self, lost: Sequence[tuple[int, str]]) -> Plain:
        """The same text with letters put in that were lost in print, which have no place in the text as read.

        Args:
            lost: offsets in order, each with the letters before it.

        >>> p = plain("một s điu").lettered([(5, "ố"), (8, "ề")]); p.text, p.span(4, 6), p.span(7, 11)
        ('một số điều', (4, 5), (6, 9))
        """
        cuts = [at for at, _ in lost]
        fill = ("", *(letters for _, letters in lost))
        pieces = tuple(pairwise((0, *cuts, len(self.text))))
        text, low = (
            "".join([fill[k] + form[begin:end] for k, (begin, end) in enumerate(pieces)])
            for form in (self.text, self.low)
        )
        before = list(accumulate(map(len, fill)))  # letters put in before each piece
        new = [at + before[k] + n for k, (at, letters) in enumerate(lost) for n in range(len(letters))]
        moved = [at + before[bisect_right(cuts, at)] for at in self._spaces]
        return Plain(text, low, self._starts, self._ends, tuple(sorted((*moved, *new))))

    def without(self, cuts: Sequence[int]) -> Plain:
        """The same text without the characters at some offsets, before any space is put in.

        Args:
            cuts: offsets in order.

        >>> p = plain("đ ịnh số").without([1]); p.text, p.span(0, 4), p.span(5, 7)
        ('định số', (0, 5), (6, 8))
        """
        kept = [(begin, end) for begin, end in pairwise((-1, *cuts, len(self.text)))]
        starts, ends = array("l"), array("l")
        for before, end in kept:
            whole = range(before + 1, end)
            starts.extend(self._starts[k] for k in whole) if self._starts is not None else starts.extend(whole)
            ends.extend(self._ends[k] for k in whole) if self._ends is not None else ends.extend(k + 1 for k in whole)
        text, low = ("".join([form[before + 1 : end] for before, end in kept]) for form in (self.text, self.low))
        return Plain(text, fold_tone(low), starts, ends)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as read of the plain span ``start:end`` (end exclusive)."""
        if self._spaces:
            begin, last = start, end - 1
            within = 0 if last in self._spaces else 1
            last -= bisect_left(self._spaces, last)
            start -= bisect_left(self._spaces, start)
            end = last + within if end > begin else start
        if self._starts is None or self._ends is None:
            return start, end
        if end <= start:
            at = self._starts[start] if start < len(self._starts) else (self._ends[-1] if self._ends else 0)
            return at, at
        return self._starts[start], self._ends[end - 1]


def _with_spaces(form: str, breaks: Sequence[int]) -> Iterator[str]:
    start = 0
    for at in breaks:
        yield form[start:at]
        yield " "
        start = at + 1
    yield form[start:]


def _ended(low: str) -> str:
    """A low form cut off inside a word, whose tone mark now stands at a word's end."""
    return low[:-8] + fold_tone(low[-8:])


_LINE_TAG = re.compile(r"<br\s?/?>")
_LETTERHEAD = 1500  # beyond it a line break in a cell parts what is one row


def _one_form(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n\r\n", "  \n\n")  # an empty line is two breaks in a row, however lines end
    if _MISREAD_SIGN.search(text):
        for old, new in _MISREAD:
            text = text.replace(old, new)
    if "(*" in text:
        text = _STARRED.sub(lambda m: (_STAR * (len(m.group()) - 2)).ljust(len(m.group())), text)
    if "\n*" in text and _EMPHASIS.search(text) is None:
        text = _with_starred_notes(text)
    if "\\" in text:
        text = text.replace("\\r\\n", "   \n")  # line ends that a page shows as they were escaped
    if "<br" in text:
        text = _LINE_TAG.sub(lambda m: ("\n" if m.start() < _LETTERHEAD else " ").rjust(len(m.group())), text)
    # a replacement of a character that is not there costs a memchr; str.translate looks up every character
    pairs = _OTHERS
    halves = text.encode("utf-16-le", "surrogatepass")
    if _OF_CYRILLIC in halves:
        pairs += _CYRILLIC
    if any(half in halves for half in _OF_WIDE):
        pairs += _WIDE
    for old, new in pairs + _AS_SIGNS:
        text = text.replace(old, new)
    return text


def _with_starred_notes(text: str) -> str:
    """A text in which bare stars call notes, "235 Ban*; …" and one line "* Tính đến …", with raised stars for them."""
    notes: dict[str, list[int]] = {}
    for m in _STAR_LINE.finditer(text):
        notes.setdefault(m[1], []).append(m.start(1))
    called = {m[1]: m.start(1) for m in reversed(list(_STAR_CALL.finditer(text)))}
    told = [(stars, at[0]) for stars, at in notes.items() if len(at) == 1 and called.get(stars, at[0]) < at[0]]
    spots = sorted(spot for stars, at in told for spot in ((called[stars], len(stars)), (at, len(stars))))
    for at, length in spots:
        text = text[:at] + _STAR * length + text[at + length :]
    return text


def one_line(words: str) -> str:
    """Words of a plain text as they are shown: on one line, raised figures as they were printed.

    >>> one_line(plain("về\\nan ninh¹").text)
    'về an ninh¹'
    """
    return " ".join(words.split()).translate(_AS_PRINTED)


def raised(text: str) -> str:
    """Figures as raised ones stand in a plain text.

    >>> figures(raised("12"))
    '12'
    """
    return text.translate(_RAISED_SIGNS)


def figures(mark: str) -> str:
    """The raised figures of a plain text as common ones.

    >>> figures(plain("¹²").text)
    '12'
    """
    return "".join(str(ord(c) - 0xE2B0) if 0xE2B0 <= ord(c) <= 0xE2B9 else c for c in mark)


def _needs_map(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text) or any(c in text for c in _DROPPED_CHARS)


def plain(text: str) -> Plain:
    """The plain form of ``text``.

    >>> plain("số\\u00a033/CT–TTg").text
    'số 33/CT-TTg'
    >>> d = plain("e\\u0323\\u0302 số 5/QÐ-TTg"); d.text, d.span(0, 1), d.span(2, 4)
    ('ệ số 5/QĐ-TTg', (0, 3), (4, 6))
    """
    if not _needs_map(text):
        out = _one_form(text)
        return Plain(out, fold_tone(lower(out)))
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    offsets = array("l", range(len(text) + 1))

    def keep(piece: str, start: int, end: int, *, one_to_one: bool) -> None:
        pieces.append(piece)
        if one_to_one:
            starts.extend(offsets[start:end])
            ends.extend(offsets[start + 1 : end + 1])
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))

    def run(start: int, end: int) -> None:
        """A stretch without combining marks: composed letter by letter, drops removed."""
        at = start
        for m in _DROPPED.finditer(text, start, end):
            if m.start() > at:
                keep(text[at : m.start()], at, m.start(), one_to_one=True)
            at = m.end()
        if at < end:
            keep(text[at:end], at, end, one_to_one=True)

    at = 0
    for m in _CLUSTER.finditer(text):
        run(at, m.start())
        keep(unicodedata.normalize("NFC", m.group()), m.start(), m.end(), one_to_one=False)
        at = m.end()
    run(at, len(text))
    out = _one_form("".join(pieces))
    return Plain(out, fold_tone(lower(out)), starts, ends)
