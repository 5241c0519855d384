"""The reader for each format that is not text; used by :mod:`kg.read.worker`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from kg.read.content import Content, UnreadableError
from kg.read.docx import read_docx
from kg.read.ocr import ocr_page, read_image
from kg.read.office import read_office
from kg.read.pdf import read_pdf


def read_binary(form: str, data: bytes, *, ocr: bool = False) -> Content:
    """The text of a file that is not text.

    Args:
        form: one of :data:`kg.read.signatures.BINARY`.
        data: its bytes.
        ocr: whether pictures are read.

    Raises:
        UnreadableError: it gives no text.
    """
    if form == "image" and not ocr:
        raise UnreadableError("picture")
    readers: Mapping[str, Callable[[bytes], Content]] = {
        "docx": read_docx,
        "pdf": partial(read_pdf, ocr=ocr_page if ocr else None),
        "image": read_image,
    }
    return readers[form](data) if form in readers else read_office(data, form)
