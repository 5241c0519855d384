"""What a file is, by its first bytes and not by its name: portals hand out RTF and web pages called .doc."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
#: Parts and streams by which the office formats are told from each other.
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "docx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
)
#: Formats that are not text.
BINARY = frozenset({"docx", "pdf", "doc", "odt", "rtf", "image"})


def format_of_bytes(data: bytes) -> str:
    """The format that the first bytes tell, empty for text and for what is not read.

    >>> format_of_bytes(b"%PDF-1.7"), format_of_bytes(b"{\\\\rtf1"), format_of_bytes("Luật".encode())
    ('pdf', 'rtf', '')
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_OLE):
        return "doc"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(b"PK\x03\x04"):
        found = next((form for mark, form in _IN_ZIP if mark in data[:4096] or mark in data[-65536:]), "zip")
        return found if found in BINARY or found == "zip" else ""
    return ""
