"""Old and open office formats (.doc, .odt, .rtf), read by a program that knows them.

LibreOffice writes them anew as .docx, which keeps footnotes, tables and automatic numbers; without it
antiword gives the plain text of a .doc. Macros are never run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.read.content import Content, UnreadableError
from kg.read.docx import read_docx
from kg.read.places import compose

_NAMES = {"doc": "Word 97-2003", "odt": "OpenDocument", "rtf": "RTF"}
_SECONDS = 110
_MEMORY = 8 * 2**30  # of addresses, most of which it never uses
_ENCRYPTED_OOXML = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")


def read_office(data: bytes, form: str) -> Content:
    """The text of a .doc, .odt or .rtf file.

    Args:
        data: its bytes.
        form: ``doc``, ``odt`` or ``rtf``.

    Raises:
        UnreadableError: no program is installed that reads it (``needs-program``), it is encrypted, or
            the program fails on it.
    """
    if form == "doc":
        if _ENCRYPTED_OOXML in data:
            raise UnreadableError("encrypted", kind="Word")
        if _WORD_STREAM not in data:
            raise UnreadableError("format", kind="Excel, PowerPoint or another OLE file")
        if _is_locked(data):
            raise UnreadableError("encrypted", kind=_NAMES[form])
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is not None:
        content = read_docx(_converted(office, data, form))
    elif form == "doc" and (antiword := shutil.which("antiword")) is not None:
        content = _plain(antiword, data)
    else:
        raise UnreadableError(
            "needs-program", kind=_NAMES[form], program="LibreOffice",
            how="apt install libreoffice-writer-nogui",
        )  # fmt: skip
    if form == "doc" and b"_\x00V\x00B\x00A\x00_" in data:
        return Content(content.text, content.places, content.aside, "", (*content.remarks, ("macros", {})))
    return content


def _is_locked(data: bytes) -> bool:
    """Whether the header of the stream WordDocument says that it is encrypted."""
    at = data.find(b"\xec\xa5")  # how that stream begins
    return 0 <= at <= len(data) - 12 and bool(data[at + 11] & 1)


def _converted(program: str, data: bytes, form: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        (Path(folder) / f"in.{form}").write_bytes(data)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(Path(folder) / f"in.{form}"),
        ]  # fmt: skip
        _run(command, "LibreOffice")
        out = Path(folder) / "in.docx"
        if not out.exists():
            raise UnreadableError("program-failed", program="LibreOffice", reason="it wrote nothing")
        return out.read_bytes()


def _plain(program: str, data: bytes) -> Content:
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        path = Path(folder) / "in.doc"
        path.write_bytes(data)
        out = _run([program, "-m", "UTF-8.txt", "-w", "0", str(path)], "antiword")
    text = out.decode("utf-8", "replace")
    return Content(*compose([[(part, None)] for part in text.replace("\r\n", "\n").split("\n\n")]))


def _run(command: list[str], name: str) -> bytes:
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL,
            preexec_fn=_limits(), start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("too-slow", limit=_SECONDS) from error
    except OSError as error:
        raise UnreadableError("program-failed", program=name, reason=error) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableError(
            "program-failed", program=name, reason=said[-1] if said else f"status {done.returncode}"
        )
    return done.stdout


def _limits() -> Callable[[], None] | None:
    """What the new process does before the program starts: takes a limit of memory of its own."""
    if os.name != "posix":
        return None
    import resource

    def bound() -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if hard < 0 else min(_MEMORY, hard), hard))

    return bound
