"""Findings in a copy of a Word file: comments at their words, corrections as tracked changes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.check import check
from kg.check.word import annotate, correct
from kg.errors import KgError
from kg.read import Raw, Text, parse
from tests import papers

W = f"{{{papers.W}}}"
FAULTY = "Thực hiện Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị và Chỉ thị số 33/CT-TTG ngày 26/11/2021 của Thủ tướng Chính phủ."
NOTE = "Nghị định số 98/2021NĐ-CP ngày 08/11/2021 của Chính phủ."


def read(data: bytes) -> Text:
    text = parse(Raw("a.docx", data, "docx"))
    assert isinstance(text, Text), text
    return text


def torn(words: str, at: tuple[int, ...]) -> str:
    """A paragraph whose words stand in several runs of different looks, as Word leaves them."""
    cuts = [0, *at, len(words)]
    looks = ("", "<w:b/>", "<w:i/>")
    return "<w:p>" + "".join(
        papers.run(words[a:b], looks[n % 3]) for n, (a, b) in enumerate(pairwise(cuts))
    ) + "</w:p>"


def draft() -> bytes:
    """Faults across runs, twice in like words, in a table and in a footnote."""
    body = papers.paragraph("BÁO CÁO") + torn(FAULTY, (3, 14, 30, 31, 32, 84, 86, 87, 110))
    body += papers.paragraph("Đã thực hiện Quyết định số 31/QĐ-TW ngày 01/10/2021{{1}} của Bộ Chính trị.")
    body += papers.table([[papers.paragraph("STT"), torn("Chỉ thị số 33/CT-TTG ngày 26/11/2021", (14, 17))]])
    body += papers.paragraph("Theo Chỉ thị số 33 / CT-TTg ngày 26/11/2021.")
    return papers.word(body, {1: NOTE})


def commented(data: bytes) -> dict[str, tuple[str, str]]:
    """Of each comment the words it is set at and what it says, by an own reading of the parts."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    said = {
        c.get(f"{W}id"): "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in c.iter(f"{W}p"))
        for c in ElementTree.fromstring(archive.read("word/comments.xml"))
    }
    open_: dict[str, list[str]] = {}
    out: dict[str, tuple[str, str]] = {}
    for node in ElementTree.fromstring(archive.read("word/document.xml")).iter():
        number = node.get(f"{W}id") or ""
        if node.tag == f"{W}commentRangeStart":
            open_[number] = []
        elif node.tag == f"{W}commentRangeEnd":
            out[number] = ("".join(open_.pop(number)), said[number])
        elif node.tag == f"{W}t":
            for words in open_.values():
                words.append(node.text or "")
        elif node.tag == f"{W}footnoteReference":
            for words in open_.values():
                words.append(f"[{number}]")
    assert not open_
    assert set(out) == set(said)
    return out


def test_each_finding_is_a_comment_at_its_words() -> None:
    data = draft()
    text = read(data).text
    found = check(text)
    marked = annotate(data, text, found)
    assert (marked.placed, marked.loose) == (len(found), ())
    at = sorted((words, said.split(":")[0]) for words, said in commented(marked.data).values())
    in_note = {"98/2021NĐ-CP": "[1]"}
    assert at == sorted((in_note.get(f.text, f.text), f.code) for f in found)
    assert {"C001", "C002", "C003", "C005", "C006"} <= {code for _, code in at}
    said = sorted(said for _, said in commented(marked.data).values())
    assert said == sorted(f"{f.code}: {f.message('vi')}.\n→ {f.advice('vi')}" for f in found)


def test_comments_change_nothing_that_is_read() -> None:
    data = draft()
    text = read(data)
    marked = annotate(data, text.text, check(text.text), "en")
    assert read(marked.data).text == text.text
    assert any("no such" not in said and "malformed" in said for _, said in commented(marked.data).values())


def test_comments_that_were_there_stay() -> None:
    data = draft()
    text = read(data).text
    once = annotate(data, text, check(text, select=["C001"]))
    twice = annotate(once.data, text, check(text, select=["C003"]))
    assert sorted(said[:4] for _, said in commented(twice.data).values()) == ["C001", "C003", "C003"]
    types = zipfile.ZipFile(io.BytesIO(twice.data)).read("[Content_Types].xml").decode()
    assert types.count("comments+xml") == 1


def test_corrections_are_tracked_changes() -> None:
    data = draft()
    text = read(data).text
    found = check(text)
    fixed = correct(data, text, found)
    assert fixed.loose == ()
    assert fixed.placed == 5
    accepted = read(fixed.data).text
    wanted = text
    for f in sorted((f for f in found if f.fix is not None), key=lambda f: -f.start):
        wanted = wanted[: f.start] + (f.fix or "") + wanted[f.end :]
    assert accepted == wanted
    assert {f.code for f in check(accepted)} == {"C001"}
    archive = zipfile.ZipFile(io.BytesIO(fixed.data))
    struck = re.findall(r"<w:delText[^>]*>([^<]*)", archive.read("word/document.xml").decode())
    assert "".join(struck) == "33/CT-TTG" "31/QĐ-TW" "33/CT-TTG" "33 / CT-TTg"
    assert "98/2021NĐ-CP" in archive.read("word/footnotes.xml").decode()
    assert data == draft()


def test_corrected_words_look_like_those_they_stand_for() -> None:
    data = papers.word(f"<w:p>{papers.run('Theo Chỉ thị số ')}{papers.run('33/CT-TTG', '<w:b/>')}{papers.run(' ngày 26/11/2021.')}</w:p>")
    text = read(data).text
    body = zipfile.ZipFile(io.BytesIO(correct(data, text, check(text)).data)).read("word/document.xml").decode()
    assert re.search(r"<w:ins [^>]*><w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>33/CT-TTg</w:t></w:r></w:ins>", body)


def test_words_that_the_file_does_not_hold_are_told_in_one_comment() -> None:
    data = papers.word(papers.paragraph("Một văn bản khác."))
    found = check(FAULTY)
    marked = annotate(data, FAULTY, found)
    assert (marked.placed, marked.loose) == (0, tuple(found))
    ((words, said),) = commented(marked.data).values()
    assert words == "Một văn bản khác."
    assert all(f.code in said and f.text in said for f in found)
    assert correct(data, FAULTY, found).placed == 0


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", papers.zipped({"a": "b"}), b"%PDF-1.4"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(KgError, match="Word"):
        annotate(data, FAULTY, check(FAULTY))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_with_the_comments_in_place(tmp_path: Path) -> None:
    data = draft()
    text = read(data).text
    found = [f for f in check(text) if f.text != "98/2021NĐ-CP"]
    (tmp_path / "a.docx").write_bytes(annotate(data, text, found).data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    root = ElementTree.parse(tmp_path / "a.fodt").getroot()
    office, words = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}", {}
    open_: dict[str, list[str]] = {}

    def walk(node: ElementTree.Element, inside: bool) -> None:
        if node.tag == f"{office}annotation":
            name = node.get(f"{office}name") or ""
            open_[name] = []
            words[name] = ["", "".join(node.itertext())]
            inside = True
        elif node.tag == f"{office}annotation-end":
            name = node.get(f"{office}name") or ""
            words[name][0] = "".join(open_.pop(name))
        elif not inside:
            for one in open_.values():
                one.append(node.text or "")
        for child in node:
            walk(child, inside)
            if not inside:
                for one in open_.values():
                    one.append(child.tail or "")

    walk(root.find(f".//{office}text"), False)
    at = sorted((where, re.search(r"C\d{3}", said)[0]) for where, said in words.values())
    assert at == sorted((f.text, f.code) for f in found)
