"""Bytes to text: UTF-8, UTF-16 with a byte order mark, and old Vietnamese encodings that prove themselves.

Old Vietnamese files are in encodings that have no mark of their own. Guessing wrong would turn every
letter into another one without a word of warning. So a text is taken for one of them only if its commonest
words are there and if, once converted, nearly every word is a syllable of Vietnamese; else the guess only
goes into the message.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Mapping

from kg.read.oldfonts import convert, is_vietnamese
from kg.read.records import Failure, failure

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

#: How files begin that are never text, and some that are text but not for reading.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "ZIP (docx, xlsx, odt …)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word/Excel 97-2003 (doc, xls)"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\x00", "SQLite"),
)

#: Bytes of some of the commonest words (và, của, định, được, các, ngày, nghị, luật) in each old encoding.
_WORDS: Mapping[str, tuple[bytes, ...]] = {
    "TCVN3 (ABC)": (
        b"v\xb5", b"c\xf1a", b"\xae\xdenh", b"\xae\xad\xeec", b"c\xb8c", b"ng\xb5y", b"ngh\xde", b"lu\xcbt",
    ),
    "VNI": (
        b"va\xf8", b"cu\xfba", b"\xf1\xf2nh", b"\xf1\xf6\xf4\xefc", b"ca\xf9c", b"nga\xf8y", b"ngh\xf2",
        b"lua\xe4t",
    ),
    "windows-1258": (
        b"v\xe0", b"cu\xd2a", b"\xf0i\xf2nh", b"\xf0\xfd\xf5\xf2c", b"c\xe1c", b"ng\xe0y", b"nghi\xf2",
        b"lu\xe2\xf2t",
    ),
    "VISCII": (
        b"v\xe0", b"c\xfca", b"\xf0\xb8nh", b"\xf0\xdf\xfec", b"c\xe1c", b"ng\xe0y", b"ngh\xb8", b"lu\xa7t",
    ),
}
_HOW: Mapping[str, str] = {
    "TCVN3 (ABC)": "UniKey > Toolkit (Ctrl+Shift+F6), TCVN3 -> Unicode",
    "VNI": "UniKey > Toolkit (Ctrl+Shift+F6), VNI Windows -> Unicode",
    "windows-1258": "iconv -f WINDOWS-1258 -t UTF-8",
    "VISCII": "iconv -f VISCII -t UTF-8",
    "UTF-16LE": "iconv -f UTF-16LE -t UTF-8",
    "UTF-16BE": "iconv -f UTF-16BE -t UTF-8",
    "UTF-32": "iconv -f UTF-32 -t UTF-8",
}
#: Encodings that are converted, by what they are called in messages.
OLD: Mapping[str, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "windows-1258": "windows-1258"}
_SAMPLE = 1 << 16
_ENOUGH = 8


def decode(data: bytes, source: str = "") -> tuple[str, str] | Failure:
    """The text that ``data`` holds and the name of its encoding.

    Args:
        data: the bytes of one input.
        source: name of the input, for the failure.

    Returns:
        Text and encoding, or a failure with code ``format``, ``binary`` or ``encoding``/``encoding-guess``.

    >>> decode("Số: 33/CT-TTg".encode())
    ('Số: 33/CT-TTg', 'utf-8')
    >>> decode("Số".encode("utf-16"))[1]
    'utf-16-le'
    """
    if data.startswith(_UTF32):
        return _undecodable(data, source, 0, "UTF-32")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, source, len(mark), name)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return failure(source, "format", kind=kind)
    if b"\x00" in data[:_SAMPLE]:
        guess = _wide(data[:_SAMPLE])
        return _undecodable(data, source, 0, guess) if guess else failure(source, "binary")
    return _strict(data, source, 0, "utf-8")


def looks_like(data: bytes) -> str | None:
    """Name of the old encoding whose commonest words stand in ``data``, or None.

    >>> looks_like("và ngày của các luật".encode("utf-8")) is None
    True
    >>> looks_like(b"v\\xb5 ng\\xb5y c\\xf1a c\\xb8c lu\\xcbt")
    'TCVN3 (ABC)'
    """
    sample = data[:_SAMPLE].lower()
    counts = {name: sum(sample.count(word) for word in words) for name, words in _WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    # Two encodings that share a word tell nothing; three hits are beyond chance in a line of text.
    rest = max(count for name, count in counts.items() if name != best)
    return best if counts[best] >= 3 and counts[best] > rest else None


def _strict(data: bytes, source: str, skip: int, name: str) -> tuple[str, str] | Failure:
    codec = "utf-8" if name == "utf-8-sig" else name
    try:
        return str(memoryview(data)[skip:], codec), name
    except UnicodeDecodeError as error:
        at = error.start + skip
        return _undecodable(data, source, at, looks_like(data) if codec == "utf-8" else None)


def _converted(data: bytes, guess: str | None) -> tuple[str, str] | None:
    """The text in an old encoding, if the result is Vietnamese beyond doubt."""
    if guess == OLD["tcvn3"]:
        text, name = convert(data.decode("cp1252", "replace"), "tcvn3"), "tcvn3"
    elif guess == OLD["vni"]:
        text, name = convert(data.decode("cp1252", "replace"), "vni"), "vni"
    elif guess == OLD["windows-1258"]:
        text, name = unicodedata.normalize("NFC", data.decode("cp1258", "replace")), "windows-1258"
    else:
        return None
    return (text, name) if is_vietnamese(text[:_SAMPLE]) else None


def _undecodable(data: bytes, source: str, at: int, guess: str | None) -> tuple[str, str] | Failure:
    line = data.count(b"\n", 0, at) + 1
    if (old := _converted(data, guess)) is not None:
        return old
    if guess:
        return failure(source, "encoding-guess", line=line, guess=guess, how=_HOW[guess])
    if _mostly_control(data[:_SAMPLE]):
        return failure(source, "binary")
    return failure(source, "encoding", line=line)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: the zero bytes stand on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < _ENOUGH or min(even, odd) > 0 or max(even, odd) < len(sample) // 8:
        return None
    return "UTF-16BE" if even else "UTF-16LE"


def _mostly_control(sample: bytes) -> bool:
    strange = len(sample) - len(sample.translate(None, bytes(range(9)) + bytes(range(14, 32)) + b"\x7f"))
    return strange * 20 > len(sample)
