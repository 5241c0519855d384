"""Office files are ZIP archives of XML parts; here they are opened so that no part can do harm.

A part is unpacked up to a limit and no further, whatever size its entry claims. XML that declares a
document type is refused: no office program writes one, and entities are how XML reads other files or
grows without end.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from kg.read.content import MAX_PART, UnreadableError

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


class Package:
    """An office file, open for reading.

    Args:
        data: its bytes.
        kind: what it is called in messages.

    Raises:
        UnreadableError: it is no ZIP archive (``damaged``).

    >>> Package(b"PK\\x03\\x04", "Word")
    Traceback (most recent call last):
    kg.read.content.UnreadableError: damaged
    """

    def __init__(self, data: bytes, kind: str) -> None:
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError("damaged", kind=kind, reason=error) from error
        self.names = frozenset(self._zip.namelist())

    def bytes_of(self, name: str) -> bytes | None:
        """One part, unpacked; None where there is none.

        Raises:
            UnreadableError: it is damaged, encrypted, or larger than the limit.
        """
        if name not in self.names:
            return None
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 1:
            raise UnreadableError("encrypted", kind=self._kind)
        if entry.file_size > MAX_PART:
            raise UnreadableError("bomb", limit=MAX_PART // 2**20)
        try:
            with self._zip.open(entry) as part:
                data = part.read(MAX_PART + 1)
        except _BROKEN as error:
            raise UnreadableError("damaged", kind=self._kind, reason=error) from error
        if len(data) > MAX_PART:
            raise UnreadableError("bomb", limit=MAX_PART // 2**20)
        return data

    def xml(self, name: str) -> Any | None:
        """The root element of an XML part; None where there is none.

        Raises:
            UnreadableError: as :meth:`bytes_of`; the XML is broken or declares a document type.
        """
        from lxml import etree

        data = self.bytes_of(name)
        if data is None:
            return None
        for old, new in _STRICT:
            data = data.replace(old, new)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if b"<!DOCTYPE" in data:
                raise UnreadableError("unsafe-xml") from error
            raise UnreadableError("damaged", kind=self._kind, reason=error) from error
        if root.getroottree().docinfo.doctype:
            raise UnreadableError("unsafe-xml")
        return root

    def related(self, name: str) -> dict[str, list[str]]:
        """The parts that ``name`` (empty: the file as a whole) refers to, by the last word of their kind."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for link in root if root is not None else ():
            if link.get("TargetMode") == "External" or not link.get("Target"):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target")))
            found.setdefault((link.get("Type") or "").rpartition("/")[2], []).append(target.lstrip("/"))
        return found
