"""Files that are damaged or made to do harm: one clear line each, within limits, and the rest is read."""

from __future__ import annotations

import io
import os
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import build
from kg.cli import run
from kg.console import Screen
from kg.read import Failure, Raw, Text, iter_inputs, parse
from kg.read import guard as guarding
from kg.read.content import MAX_PART, UnreadableError
from kg.read.guard import MEMORY_LIMIT, TIME_LIMIT, read_guarded
from tests import papers

GOOD = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ."
MB = 2**20


def nothing() -> bytes:
    return b""


def cut_word() -> bytes:
    whole = papers.word_of([GOOD] * 50, {})
    return whole[: len(whole) // 2]


def word_without_text() -> bytes:
    return papers.word("<w:p/>")


def broken_xml() -> bytes:
    return papers.word("<w:p><w:r>")


def locked_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def old_locked_word() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + b"\xec\xa5\xc1\x00" + bytes(6) + b"\x01\x01" + bytes(500) + "WordDocument".encode("utf-16-le")


def workbook() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")


def reads_a_file() -> bytes:
    name = Path("/etc/hostname").as_uri()
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{name}">]><w:document xmlns:w="{papers.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    return papers.word("", parts={"word/document.xml": xml})


def laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    padding = "<!--" + "x" * 9000 + "-->"  # beyond the part of the file that a quick look takes in
    xml = f'{padding}<!DOCTYPE d [{entities}]><w:document xmlns:w="{papers.W}"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>'
    return papers.word("", parts={"word/document.xml": xml})


def swollen(size: int) -> bytes:
    held = io.BytesIO(papers.word_of([GOOD], {}))
    made = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        with new.open("word/document.xml", "w") as part:
            for _ in range(size // MB):
                part.write(b" " * MB)
    return made.getvalue()


def word_bomb() -> bytes:
    return swollen(MAX_PART + 2 * MB)


def zip_bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("big.txt", "w") as part:
        for _ in range(700):
            part.write(b"a" * MB)
    return held.getvalue()


def zip_in_zip() -> bytes:
    return papers.zipped({"inner.zip": papers.zipped({"a.txt": GOOD})})


def cut_print() -> bytes:
    return papers.printed([GOOD], {})[:200]


def locked_print() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, encrypt="secret")
    canvas.drawString(100, 700, "Quyet dinh so 1/QD-TTg")
    canvas.save()
    return held.getvalue()


def pdf_of(content: bytes, more: bytes = b"") -> bytes:
    """One page with this content stream, already packed."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + more + b">>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = b"%PDF-1.5\n"
    places = []
    for at, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % at + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def print_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q Q " * (MB // 4)) for _ in range(3000)) + packer.flush()
    return pdf_of(packed)


def picture_bomb() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = 60_000
    packer = zlib.compressobj(9)
    row = bytes(size + 1)
    packed = b"".join(packer.compress(row * 1000) for _ in range(size // 1000)) + packer.flush()
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


Made = Callable[[], bytes]
CASES: list[tuple[str, Made, str, str]] = [
    ("empty.docx", nothing, "empty", "không có nội dung"),
    ("cut.docx", cut_word, "damaged", "tệp Word hỏng hoặc bị cắt"),
    ("blank.docx", word_without_text, "empty", "không có nội dung"),
    ("xml.docx", broken_xml, "damaged", "tệp Word hỏng"),
    ("locked.docx", locked_word, "encrypted", "đặt mật khẩu"),
    ("locked.doc", old_locked_word, "encrypted", "đặt mật khẩu"),
    ("book.doc", workbook, "format", "Excel"),
    ("xxe.docx", reads_a_file, "unsafe-xml", "khai báo thực thể XML"),
    ("laughs.docx", laughs, "unsafe-xml", "khai báo thực thể XML"),
    ("bomb.docx", word_bomb, "bomb", "giải nén ra lớn hơn giới hạn 256 MB"),
    ("bomb.zip", zip_bomb, "bomb", "giải nén ra lớn hơn giới hạn"),
    ("nested.zip", zip_in_zip, "format", "ZIP in a ZIP"),
    ("cut.pdf", cut_print, "damaged", "tệp PDF hỏng"),
    ("locked.pdf", locked_print, "encrypted", "đặt mật khẩu"),
    ("scan.pdf", lambda: papers.scanned(papers.printed([GOOD], {}), 40), "scanned", "hãy thêm --ocr"),
    ("photo.png", lambda: papers.pictures(papers.printed([GOOD], {}), 20)[0], "picture", "--ocr"),
]


@pytest.mark.parametrize(("name", "make", "code", "said"), CASES, ids=[case[0] for case in CASES])
def test_one_line_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Made, code: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(make())
    Path("tot.docx").write_bytes(papers.word_of([GOOD], {}))
    [bad, good] = list(iter_inputs([name, "tot.docx"]))
    assert isinstance(bad, Failure), bad
    assert bad.code == code, bad
    assert isinstance(good, Text)
    assert good.text == GOOD
    screen = Screen("vi", io.StringIO(), io.StringIO())
    assert run(["extract", name, "tot.docx"], screen) == 2
    lines = screen.err.getvalue().splitlines()  # type: ignore[attr-defined]
    assert said in lines[0]
    assert lines[0].startswith(name)
    assert len(lines) == 2  # the line and the count
    assert '"source": "tot.docx"' in screen.out.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [print_bomb, picture_bomb])
def test_what_unpacks_without_end_is_stopped(make: Made) -> None:
    begin = time.monotonic()
    result = parse(Raw("bomb", make(), "", ocr=make is picture_bomb))
    assert isinstance(result, Failure), result
    assert result.code in ("too-hungry", "too-slow", "program-failed", "reader-died", "empty", "needs-program")
    assert time.monotonic() - begin < TIME_LIMIT + 30
    assert isinstance(parse(Raw("good", papers.word_of([GOOD], {}))), Text)


def test_macros_are_not_run_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docm").write_bytes(papers.word(papers.paragraph(GOOD), parts={"word/vbaProject.bin": b"\x00"}))
    screen = Screen("vi", io.StringIO(), io.StringIO())
    assert run(["extract", "a.docm"], screen) == 0
    assert screen.err.getvalue() == "a.docm: tệp có macro; không chạy macro, chỉ đọc phần chữ\n"  # type: ignore[attr-defined]
    [row] = build(["a.docm"]).sources.to_pylist()
    assert (row["status"], row["error"]) == ("ok", "macros: the file carries macros; they were not run, only its text was read")


def test_two_thousand_pages() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Serif", str(papers.FONT)))
    held = io.BytesIO()
    canvas = Canvas(held)
    for page in range(2000):
        canvas.setFont("Serif", 12)
        for line in range(12):
            canvas.drawString(80, 760 - 50 * line, f"Dòng {line} của trang này theo Kế hoạch số {page + 1}/KH-UBND ngày 01/02/2021.")
        canvas.showPage()
    canvas.save()
    text = parse(Raw("long.pdf", held.getvalue()))
    assert isinstance(text, Text), text
    last = text.text.rindex("1999/KH-UBND"), text.text.rindex("2000/KH-UBND")
    assert [text.places.at(at).page for at in last] == [1999, 2000]


def test_time_and_memory_are_bounded() -> None:
    raw = Raw("a.docx", papers.word_of([GOOD] * 20_000, {}))
    with pytest.raises(UnreadableError) as caught:
        read_guarded(raw, "docx", time_limit=0.01)
    assert (caught.value.code, caught.value.facts) == ("too-slow", {"limit": "0.01"})
    with pytest.raises(UnreadableError) as caught:
        read_guarded(Raw("a.docx", swollen(200 * MB)), "docx", memory_limit=400 * MB)
    assert caught.value.code in ("too-hungry", "reader-died", "damaged")
    assert read_guarded(raw, "docx").text.startswith(GOOD)
    assert MEMORY_LIMIT == 2048 * MB


def test_a_reader_that_dies_costs_one_file() -> None:
    good = Raw("a.docx", papers.word_of([GOOD], {}))
    assert read_guarded(good, "docx").text == GOOD
    process = guarding._current[0]._process
    os.kill(process.pid, 11)
    process.wait()
    assert read_guarded(good, "docx").text == GOOD


def test_no_module_is_taken_from_the_folder_of_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["", *sys.path])
    guarding.close()
    try:
        assert read_guarded(Raw("a.docx", papers.word_of([GOOD], {})), "docx").text == GOOD
    finally:
        guarding.close()


def test_archives_hold_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {
        "thư mục/b.docx": papers.word_of([GOOD], {}), "a.txt": GOOD, ".ẩn.txt": "x", "__MACOSX/a.txt": "x", "c.pdf": b"%PDF-",
        "../../ngoài.txt": GOOD,
    }  # fmt: skip
    Path("h.zip").write_bytes(papers.zipped(files))
    found = list(iter_inputs(["h.zip"]))
    assert [one.source for one in found] == ["h.zip#a.txt", "h.zip#c.pdf", "h.zip#thư mục/b.docx"]
    assert [isinstance(one, Text) for one in found] == [True, False, True]
    named = list(iter_inputs("-", stdin=io.BytesIO(Path("h.zip").read_bytes())))
    assert [one.source for one in named] == ["-#a.txt", "-#c.pdf", "-#thư mục/b.docx"]
