"""Everything that can be wrong with what a user gives: one clear line each, and the rest still works.

The list is that of the first issue about the whole way from texts to answers: each case is run through the
commands, in both languages where words matter.
"""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import run
from kg.console import Screen
from kg.graph import Graph
from kg.messages import Lang
from kg.read import Failure, iter_inputs, read_path

GOOD = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.\n"
MB = 2**20

Ran = tuple[int, str, str]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("KG_GRAPH", "KG_LANG", "KG_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    Path("good.txt").write_text(GOOD, encoding="utf-8")


def kg(*words: str, lang: Lang = "vi") -> Ran:
    screen = Screen(lang, io.StringIO(), io.StringIO())
    status = run(list(words), screen)
    return status, screen.out.getvalue(), screen.err.getvalue()  # type: ignore[attr-defined]


def missing() -> str:
    return "missing.txt"


def empty() -> str:
    Path("empty.txt").touch()
    return "empty.txt"


def blank() -> str:
    Path("blank.txt").write_bytes(b"\xef\xbb\xbf \r\n\t\n")
    return "blank.txt"


def binary() -> str:
    Path("binary.txt").write_bytes(b"\x7fELF\x02\x01\x00\x00\x00" * 10)
    return "binary.txt"


def pdf() -> str:
    Path("scan.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    return "scan.pdf"


def word() -> str:
    Path("a.docx").write_bytes(b"PK\x03\x04\x14\x00")
    return "a.docx"


def old_encoding() -> str:
    Path("viscii.txt").write_bytes(b"B\xe1o c\xe1o\nc\xfca c\xe1c c\xbd quan v\xe0 ngh\xb8 lu\xa7t \xf0\xb8nh\n")
    return "viscii.txt"


def unknown_encoding() -> str:
    Path("latin.txt").write_bytes("première ligne\nété".encode("latin-1"))
    return "latin.txt"


def empty_folder() -> str:
    Path("folder/.hidden").mkdir(parents=True)
    return "folder"


def broken_gzip() -> str:
    Path("cut.jsonl.gz").write_bytes(gzip.compress(b'{"id": 1, "text": "a"}\n')[:-9])
    return "cut.jsonl.gz"


def no_name() -> str:
    return ""


def shown(name: str) -> str:
    return name or "''"


CASES: list[tuple[Callable[[], str], str, str]] = [
    (missing, "không có tệp hay thư mục này", "there is no such file or folder"),
    (empty, "không có nội dung", "it holds no text"),
    (blank, "không có nội dung", "it holds no text"),
    (binary, "là tệp nhị phân", "it is a binary file"),
    (pdf, "tệp PDF hỏng hoặc bị cắt (", "the PDF file is damaged or cut off ("),
    (word, "định dạng ZIP (docx", "ZIP (docx"),
    (old_encoding, "dòng 1 không phải UTF-8, giống mã VISCII; hãy chuyển", "the bytes look like VISCII"),
    (unknown_encoding, "dòng 1 không phải UTF-8; hãy lưu lại", "line 1 is not UTF-8; save the file"),
    (empty_folder, "thư mục không có tệp nào", "the folder holds no file"),
    (broken_gzip, "dữ liệu nén bị hỏng", "the packed data is damaged"),
    (no_name, "không có tệp hay thư mục này", "there is no such file or folder"),
]


@pytest.mark.parametrize(("make", "vi", "en"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_extract_says_it_in_one_line_and_goes_on(make: Callable[[], str], vi: str, en: str) -> None:
    bad = make()
    for lang, said in (("vi", vi), ("en", en)):
        status, out, err = kg("extract", bad, "good.txt", lang=lang)  # type: ignore[arg-type]
        assert status == 2
        assert json.loads(out.splitlines()[-1])["source"] == "good.txt"
        line, summary = err.splitlines()
        assert line.startswith(f"{shown(bad)}: ")
        assert said in line
        assert "1" in summary


@pytest.mark.parametrize(("make", "vi", "en"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_build_lists_it_and_builds_the_rest(make: Callable[[], str], vi: str, en: str) -> None:
    bad = make()
    status, out, err = kg("build", bad, "good.txt", "-o", "g")
    assert status == 2
    assert "Đã ghi đồ thị vào g" in out
    assert "1 không đọc được" in out
    head, line = err.splitlines()
    assert head == "1 đầu vào không đọc được (đồ thị vẫn được ghi, mã thoát 2):"
    assert line.startswith(f"  {shown(bad)}: ")
    assert vi in line
    rows = {row["source"]: row for row in Graph.load("g").sources.to_pylist()}
    assert rows["good.txt"]["status"] == "ok"
    assert rows[shown(bad)]["status"] == "failed"
    assert en in rows[shown(bad)]["error"]
    assert "\n" not in rows[shown(bad)]["error"]


def test_build_without_failures_is_status_0() -> None:
    status, out, err = kg("build", "good.txt", "-o", "g")
    assert (status, err) == (0, "")
    assert "1 văn bản đã đọc, 0 trùng nội dung, 0 không đọc được" in out


def test_build_of_nothing_readable_leaves_the_graph_that_is_there() -> None:
    kg("build", "good.txt", "-o", "g")
    status, out, err = kg("build", "missing.txt", "-o", "g")
    assert (status, out) == (2, "")
    assert err.splitlines()[-1] == "Lỗi: không đầu vào nào đọc được; đồ thị không được ghi"
    assert Graph.load("g").stats().sources == 1


def test_build_json_names_failures() -> None:
    status, out, _ = kg("build", "good.txt", "missing.txt", "-o", "g", "--json")
    value = json.loads(out)
    assert (status, value["graph"], value["inputs"]) == (2, "g", {"ok": 1, "duplicate": 0, "failed": 1})
    assert [(one["source"], one["code"]) for one in value["failures"]] == [("missing.txt", "missing")]


def test_unreadable_file_in_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("folder").mkdir()
    Path("folder/a.txt").write_text(GOOD, encoding="utf-8")
    Path("folder/b.txt").write_text("secret", encoding="utf-8")
    real = Path.open

    def refused(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return real(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    status, out, err = kg("extract", "folder")
    assert (status, len(out.splitlines())) == (2, 1)
    assert err.splitlines()[0] == "folder/b.txt: không mở được (Permission denied); hãy kiểm tra quyền đọc"


def test_unreadable_folder_in_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("folder/closed").mkdir(parents=True)
    Path("folder/z.txt").write_text(GOOD, encoding="utf-8")
    real = Path.iterdir

    def refused(self: Path) -> object:
        if self.name == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return real(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    closed, read = iter_inputs(["folder"])
    assert isinstance(closed, Failure)
    assert (closed.source, closed.code) == ("folder/closed", "unreadable")
    assert read.source == "folder/z.txt"


def test_duplicate_documents_are_analysed_once_and_listed() -> None:
    Path("again.txt").write_text(GOOD, encoding="utf-8")
    status, out, err = kg("build", "good.txt", "again.txt", "good.txt", "-o", "g")
    assert (status, err) == (0, "")
    assert "1 văn bản đã đọc, 1 trùng nội dung" in out
    assert Graph.load("g").sources["status"].to_pylist() == ["ok", "duplicate"]


def test_duplicate_ids_and_broken_lines_of_a_corpus() -> None:
    lines = ['{"id": 1, "text": "a"}', "{", '{"id": 1, "text": "b"}', '{"text": "c"}', '{"id": 2, "text": "d"}']
    Path("c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, err = kg("extract", "c.jsonl")
    assert status == 2
    assert [json.loads(line)["source"] for line in out.splitlines()] == ["c.jsonl#1", "c.jsonl#2"]
    assert [line.split(": ")[0] for line in err.splitlines()[:-1]] == ["c.jsonl:2", "c.jsonl:3", "c.jsonl:4"]
    assert "id 1 đã có ở dòng 1" in err


def test_text_of_200_mb() -> None:
    with open("big.txt", "wb") as stream:
        for _ in range(200):
            stream.write(b"x" * (MB - 1) + b"\n")
    assert read_path("big.txt").size == 200 * MB
    status, _, err = kg("extract", "big.txt", "--max-bytes", "100MB")
    assert (status, err.splitlines()[0]) == (
        2, "big.txt: lớn hơn giới hạn 100 MB; hãy chia nhỏ hoặc tăng --max-bytes",
    )  # fmt: skip


def test_output_that_cannot_be_written() -> None:
    for words in (["extract", "good.txt", "-o", "no/such/file"], ["build", "good.txt", "-o", "good.txt/g"]):
        status, out, err = kg(*words)
        assert (status, out) == (2, "")
        assert err.startswith("Lỗi: ")
        assert err.count("\n") == 1


# -- graph folders ------------------------------------------------------------------------------------


def absent() -> None:
    pass


def a_file() -> None:
    Path("g").touch()


def no_graph() -> None:
    Path("g").mkdir()
    Path("g/letter.txt").touch()


def half_written() -> None:
    kg("build", "good.txt", "-o", "g")
    Path("g/mentions.parquet").unlink()


def other_version() -> None:
    kg("build", "good.txt", "-o", "g")
    meta = json.loads(Path("g/meta.json").read_text(encoding="utf-8"))
    Path("g/meta.json").write_text(json.dumps({**meta, "format": 99}), encoding="utf-8")


def damaged() -> None:
    kg("build", "good.txt", "-o", "g")
    Path("g/documents.parquet").write_bytes(b"PAR1 and then nothing")


@pytest.mark.parametrize("command", [["stats"], ["show", "x"], ["query", "cites", "x"], ["export"], ["view"]])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (absent, "g: chưa có đồ thị; hãy dựng bằng kg build"),
        (a_file, "không phải thư mục đồ thị"),
        (no_graph, "không phải thư mục đồ thị"),
        (half_written, "đồ thị thiếu mentions.parquet; hãy dựng lại"),
        (other_version, "đồ thị dạng 99, bản kg này đọc dạng 2; hãy dựng lại"),
        (damaged, "đồ thị bị hỏng; hãy dựng lại"),
    ],
)
def test_graph_folder_that_is_no_good(make: Callable[[], None], said: str, command: list[str]) -> None:
    make()
    status, out, err = kg(*command, "--graph", "g")
    assert (status, out) == (2, "")
    assert err.startswith("Lỗi: ")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("make", [no_graph, a_file])
def test_build_never_replaces_what_is_no_graph_and_says_so_before_the_work(
    make: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make()
    monkeypatch.setattr("kg.build.build", lambda *_, **__: pytest.fail("all the work was done"))
    status, _, err = kg("build", "good.txt", "-o", "g")
    assert status == 2
    assert "không phải thư mục đồ thị; hãy chọn thư mục khác" in err
    assert Path("g").is_file() or Path("g/letter.txt").exists()
