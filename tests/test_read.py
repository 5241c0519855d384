"""Reading: formats, encodings, folders, corpora; the text is exactly what was decoded."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import pickle
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import Failure, Raw, Text, iter_inputs, iter_raw, parse, read_path
from kg.read.encoding import decode, looks_like
from kg.read.html import page_text
from kg.read.inputs import format_of
from kg.read.plain import markdown_title
from kg.read.records import MESSAGES, READABLE, failure, recalled

SENTENCE = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ và các nghị định của luật."


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def texts(*args: object, **options: object) -> list[Text]:
    found = list(iter_inputs(*args, **options))  # type: ignore[arg-type]
    assert all(isinstance(one, Text) for one in found), found
    return found  # type: ignore[return-value]


# -- one file ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    ["a\r\nb\rc\nd", unicodedata.normalize("NFD", SENTENCE), "😀 số 1/CT-TTg\u00a0\u200b", "\x0c\tx\n\n\n"],
)
def test_text_is_kept_character_for_character(tmp_path: Path, content: str) -> None:
    read = read_path(write(tmp_path / "a.txt", content))
    assert read.text == content
    assert read.sha256 == hashlib.sha256(content.encode()).hexdigest()
    assert (read.size, read.format, read.encoding) == (len(content.encode()), "txt", "utf-8")


@given(st.text(min_size=1).filter(lambda text: "\0" not in text and text[0] not in "\ufeff{%GIMPR7S"))
def test_any_text_comes_back_as_it_was(content: str) -> None:
    read = parse(Raw("a.txt", content.encode(), "txt"))
    if content.isspace():
        assert isinstance(read, Failure)
        assert read.code == "empty"
    else:
        assert isinstance(read, Text)
        assert read.text == content


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16-le")],
)
def test_encodings_with_and_without_mark(codec: str, name: str) -> None:
    assert decode(SENTENCE.encode(codec)) == (SENTENCE, name)


def test_utf16_big_endian_with_mark() -> None:
    assert decode(b"\xfe\xff" + SENTENCE.encode("utf-16-be")) == (SENTENCE, "utf-16-be")


def old(table: dict[str, bytes], text: str) -> bytes:
    return b"".join(table.get(letter, letter.encode("latin-1", "replace")) for letter in text)


TCVN3 = {"à": b"\xb5", "ủ": b"\xf1", "đ": b"\xae", "ị": b"\xde", "ư": b"\xad", "ợ": b"\xee", "á": b"\xb8", "í": b"\xdd"}
VNI = {"à": b"a\xf8", "ủ": b"u\xfb", "đ": b"\xf1", "ị": b"\xf2", "ư": b"\xf6"}
VNI |= {"ợ": b"\xf4\xef", "á": b"a\xf9", "í": b"\xed"}
VISCII = {"à": b"\xe0", "ủ": b"\xfc", "đ": b"\xf0", "ị": b"\xb8", "ư": b"\xdf", "ợ": b"\xfe", "á": b"\xe1"}
CP1258 = {"à": b"\xe0", "ủ": b"u\xd2", "đ": b"\xf0", "ị": b"i\xf2", "ư": b"\xfd"}
CP1258 |= {"í": b"\xed", "ợ": b"\xf5\xf2", "á": b"\xe1"}


OLD_WORDS = "các nghị định của Chính phủ được ban hành ngày 1 và ngày 2"


@pytest.mark.parametrize(
    ("table", "name", "encoding"),
    [
        (TCVN3, "TCVN3 (ABC)", "tcvn3"), (VNI, "VNI", "vni"), (CP1258, "windows-1258", "windows-1258"),
        (VISCII, "VISCII", None),
    ],
)  # fmt: skip
def test_old_encodings_are_converted_where_the_words_prove_it(
    table: dict[str, bytes], name: str, encoding: str | None
) -> None:
    data = b"Dong 1\n" + old(table, OLD_WORDS)
    assert looks_like(data) == name
    result = parse(Raw("cu.txt", data, "txt"))
    if encoding is None:
        assert isinstance(result, Failure)
        assert (result.code, result.facts["guess"], result.facts["line"]) == ("encoding-guess", name, "2")
        assert result.facts["how"] in result.message
    else:
        assert isinstance(result, Text)
        assert (result.text, result.encoding) == (f"Dong 1\n{OLD_WORDS}", encoding)
        assert [(one.code, one.facts) for one in result.remarks] == [("old-letters", {"name": name})]


def test_words_that_are_no_vietnamese_after_conversion_are_refused() -> None:
    data = old(TCVN3, OLD_WORDS) + " Straße Größe naïve Übung œuvre".encode("cp1252") * 9
    result = decode(data)
    assert isinstance(result, Failure)
    assert (result.code, result.facts["guess"]) == ("encoding-guess", "TCVN3 (ABC)")


def test_python_and_the_table_agree_on_windows_1258() -> None:
    spelled = unicodedata.normalize("NFC", old(CP1258, "của định được").decode("cp1258"))
    assert spelled == "của định được"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_named(codec: str) -> None:
    result = decode("Bao cao so 12/BC-UBND ngay 1 thang 2 nam 2021".encode(codec))
    assert isinstance(result, Failure)
    assert result.facts["guess"] == codec.upper().replace("-LE", "LE").replace("-BE", "BE")


def test_latin_letters_that_are_no_vietnamese_are_not_guessed() -> None:
    result = decode("Le préfet a décidé que l'élève était là".encode("latin-1"))
    assert isinstance(result, Failure)
    assert result.code == "encoding"


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"%PDF-1.7\n...", "damaged", "PDF"),
        (b"PK\x03\x04abc", "format", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "format", "Excel"),
        (b"\x89PNG\r\n\x1a\n", "picture", "--ocr"),
        (b"a\x00\x01b\x00\x00", "binary", "binary"),
        (bytes(range(1, 9)) * 9 + b"\xff", "binary", "binary"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "encoding-guess", "UTF-32"),
        (b"", "empty", "no text"),
        (b"\xef\xbb\xbf \n", "empty", "no text"),
    ],
)
def test_what_is_no_text_is_said_in_words(data: bytes, code: str, word: str) -> None:
    result = parse(Raw("x.txt", data, "txt"))
    assert isinstance(result, Failure)
    assert result.code == code
    assert word in result.message
    assert "\n" not in result.message


def test_every_message_can_be_filled() -> None:
    facts = {"reason", "kind", "line", "guess", "how", "limit", "id", "text", "first", "column", "columns", "pages", "program", "name"}
    for code in MESSAGES:
        said = failure("a", code, **dict.fromkeys(facts, "v")).message
        assert "{" not in said
        assert said[-1] not in ".!"
    assert READABLE in failure("a", "binary").message


def test_failures_are_read_back_from_the_table() -> None:
    facts = {"reason": "a (b): c", "kind": "PDF", "line": "3", "guess": "VNI", "how": "iconv", "limit": "5"}
    for code, template in MESSAGES.items():
        wanted = {name: facts.get(name, "7") for name in re.findall(r"{(\w+)}", template) if name != "readable"}
        made = failure("a", code, **wanted)
        assert recalled("a", f"{code}: {made.message}") == made
    assert recalled("a", "other: words") == Failure("a", "other", "words")


def test_read_path_raises_what_iter_inputs_returns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as caught:
        read_path(tmp_path / "none.txt")
    assert caught.value.code == "missing"
    with pytest.raises(InputError, match="iter_inputs"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="iter_inputs"):
        read_path(write(tmp_path / "c.jsonl", "{}"))
    with pytest.raises(InputError, match="like VISCII") as caught:
        read_path(write(tmp_path / "d.txt", old(VISCII, "của các và định của các và định")))
    assert caught.value.facts["guess"] == "VISCII"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.TXT", "txt"), ("a.md", "md"), ("x.y.htm", "html"), ("a.jsonl.GZ", "jsonl"), ("a.gz", ""), ("a", ""),
     ("v1.2/a", ""), (".txt", "")],
)  # fmt: skip
def test_format_by_name(name: str, form: str) -> None:
    assert format_of(name) == form


def test_other_extensions_are_read_if_they_hold_text(tmp_path: Path) -> None:
    assert read_path(write(tmp_path / "a.log", SENTENCE)).format == "txt"
    page = read_path(write(tmp_path / "trang", "<!DOCTYPE html><p>a</p>"))
    assert (page.format, page.text) == ("html", "a")
    with pytest.raises(InputError, match=r"7-Zip is not read .*\.txt, \.md"):
        read_path(write(tmp_path / "a.7z", b"7z\xbc\xaf\x27\x1c"))


def test_limit(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x" * 100)
    assert read_path(path, max_bytes=100).size == 100
    with pytest.raises(InputError, match="limit of 0 MB"):
        read_path(path, max_bytes=99)


def test_records_travel_between_processes(tmp_path: Path) -> None:
    [text] = texts([write(tmp_path / "a.md", "# T\n")])
    assert pickle.loads(pickle.dumps(text)) == text


# -- folders and standard input ------------------------------------------------------------------


def test_folder_sorted_recursive_without_hidden(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.md", ".an/x.txt", "b/.x.txt", "~$a.txt", "z.html"):
        write(tmp_path / name, f"<p>{name}</p>" if name == "z.html" else name)
    found = texts([tmp_path])
    assert [Path(one.source).relative_to(tmp_path).as_posix() for one in found] == [
        "a.txt", "b/1.md", "b/2.txt", "z.html",
    ]  # fmt: skip


def test_source_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "d" / "a.txt", "a")
    monkeypatch.chdir(tmp_path)
    assert [one.source for one in texts(["./d", "d/a.txt", "../" + tmp_path.name])] == [
        "d/a.txt", "d/a.txt", f"../{tmp_path.name}/d/a.txt",
    ]  # fmt: skip


def test_one_path_may_stand_without_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "a")
    assert [one.text for one in texts(str(path))] == ["a"]
    assert [one.text for one in texts(path)] == ["a"]


def test_a_graph_among_the_inputs_is_not_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "a")
    write(tmp_path / "graph" / "meta.json", "{}")
    write(tmp_path / "graph" / "documents.parquet", b"PAR1")
    assert [Path(one.source).name for one in texts([tmp_path])] == ["a.txt"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path / "d" / "a.txt", "a")
    (tmp_path / "d" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [Path(one.source).name for one in texts([tmp_path])] == ["a.txt"]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/v\xe0.txt"
    try:
        with open(path, "wb") as stream:
            stream.write(b"a")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    [one] = texts([tmp_path])
    assert one.source.endswith("v\ufffd.txt")
    one.source.encode()


def test_standard_input() -> None:
    [one] = texts(["-"], stdin=io.BytesIO(b"\xef\xbb\xbfa"))
    assert (one.source, one.text, one.encoding) == ("-", "a", "utf-8-sig")
    [page] = texts(["-"], stdin=io.BytesIO(b"\n<!doctype html><p>a"))
    assert (page.format, page.text) == ("html", "a")
    [row] = texts(["-"], kind="jsonl", stdin=io.BytesIO(b'{"id":"x","text":"a"}'))
    assert (row.source, row.format) == ("-#x", "jsonl")


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "a")
    stream = iter_raw([tmp_path / "a.txt", tmp_path / "later.txt"])
    next(stream)
    write(tmp_path / "later.txt", "b")
    assert isinstance(next(stream), Raw)


# -- JSON Lines ----------------------------------------------------------------------------------

ROWS = [
    {"id": "a", "text": "một\r\nhai", "title": "T", "year": 2021, "ok": True, "links": [], "none": None},
    {"id": 2, "text": "ba"},
]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()


@pytest.mark.parametrize("data", [LINES, LINES + b"\n\n", gzip.compress(LINES), b"\xef\xbb\xbf" + LINES])
def test_jsonl_plain_and_gzipped(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "c.jsonl", data)
    first, second = texts([path])
    assert (first.source, first.text, first.title) == (f"{path.as_posix()}#a", "một\r\nhai", "T")
    assert dict(first.meta) == {"title": "T", "year": "2021"}
    assert first.sha256 == hashlib.sha256("một\r\nhai".encode()).hexdigest()
    assert second.source.endswith("#2")


def test_jsonl_by_option_reads_any_name_and_skips_other_files_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "d" / "corpus.jsonl", LINES)
    write(tmp_path / "d" / "README.md", "x")
    other = write(tmp_path / "corpus.data", LINES)
    assert len(texts([tmp_path / "d", other], kind="jsonl")) == 4


def test_jsonl_bad_lines_cost_one_line_each(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "x"}', b"{oops", b"[1]", b'{"text": "x"}', b'{"id": "b", "text": 1}',
        b'{"id": true, "text": "x"}', b'{"id": "a", "text": "again"}', b'{"id": "c", "text": "\xff"}',
        b"[" * 100_000, b'{"id": "e", "text": " "}', b'{"id": "z", "text": "last"}',
    ]  # fmt: skip
    path = write(tmp_path / "c.jsonl", b"\n".join(lines))
    found = list(iter_inputs([path]))
    assert [(one.source.removeprefix(path.as_posix()), getattr(one, "code", "ok")) for one in found] == [
        ("#a", "ok"), (":2", "broken-json"), (":3", "broken-json"), (":4", "bad-record"),
        (":5", "bad-record"), (":6", "bad-record"), (":7", "duplicate-id"), (":8", "encoding"),
        (":9", "broken-json"), ("#e", "empty"), ("#z", "ok"),
    ]  # fmt: skip
    assert isinstance(found[6], Failure)
    assert found[6].facts == {"id": "a", "first": "1"}


def test_jsonl_too_long_line_is_passed_over(tmp_path: Path) -> None:
    long = json.dumps({"id": "long", "text": "x" * 5000}).encode()
    path = write(tmp_path / "c.jsonl", b'{"id":"a","text":"x"}\n' + long + b'\n{"id":"b","text":"y"}')
    found = list(iter_inputs([path], max_bytes=1000))
    assert [getattr(one, "code", one.source[-1]) for one in found] == ["a", "too-large", "b"]


def test_jsonl_line_of_exactly_the_limit(tmp_path: Path) -> None:
    line = b'{"id":"a","text":"x"}'
    path = write(tmp_path / "c.jsonl", line + b"\n" + line.replace(b'"a"', b'"b"'))
    assert [one.source[-1] for one in texts([path], max_bytes=len(line))] == ["a", "b"]


@pytest.mark.parametrize("cut", [12, -9, -4])
def test_jsonl_damaged_gzip_keeps_what_came_before(tmp_path: Path, cut: int) -> None:
    path = write(tmp_path / "c.jsonl.gz", gzip.compress(LINES * 500)[:cut])
    *_, last = iter_inputs([path])
    assert isinstance(last, Failure)
    assert last.code == "broken-gzip"
    assert last.source == path.as_posix()


def test_jsonl_half_surrogates_become_one_mark_each(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", b'{"id": "a", "text": "x\\ud800y"}')
    [one] = texts([path])
    assert one.text == "x\ufffdy"


def test_jsonl_utf16_and_empty(tmp_path: Path) -> None:
    [wide] = iter_inputs([write(tmp_path / "w.jsonl", LINES.decode().encode("utf-16"))])
    [none] = iter_inputs([write(tmp_path / "e.jsonl", b"")])
    assert [wide.code, none.code] == ["encoding-guess", "empty"]  # type: ignore[union-attr]


# -- Markdown and pages --------------------------------------------------------------------------


def test_markdown_is_not_rendered(tmp_path: Path) -> None:
    source = "---\nx: 1\n---\n# **Kế hoạch** #\n\nTheo [^1]\n"
    read = read_path(write(tmp_path / "a.md", source))
    assert (read.text, read.title) == (source, "Kế hoạch")
    assert markdown_title("không có\n#nhãn") is None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a\n  b</p><p>c<br>d</p>", "a b\n\nc\nd"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<script>x</script><style>y</style><noscript>n</noscript><!-- c -->b", "ab"),
        ("<b>Chỉ</b> <i>thị</i> số<span> 33</span>/CT", "Chỉ thị số 33/CT"),
        ("số&nbsp;33", "số\u00a033"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("diện tích 3 km<sup>2</sup>", "diện tích 3 km²"),
        ("theo <sup><a href='#fn1'>[1]</a></sup>, và <sup>(2)</sup>", "theo[1], và[2]"),
        ("ngày<sup> 12 </sup>1/2", "ngày¹²1/2"),
        ("1<sup>st</sup>", "1st"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ol type=a><li>x<ol><li>y</ol></ol>", "a) x\n\n1. y"),
        ("<ol><li id='fn:1'>Báo cáo 1/BC <a href='#r'>↩</a></li></ol>", "¹ Báo cáo 1/BC"),
        ("<q>a</q>", "“a”"),
        (
            "<table><tr><td><p>ỦY BAN</p><p>TỈNH</p></td><td><p>CỘNG HÒA</p></td></tr></table><p>x",
            "ỦY BAN\nTỈNH\tCỘNG HÒA\n\nx",
        ),
        ("<table><tr><td>1<td></td><td>3<tr><td><td>2</table>", "1\t\t3\n\t2"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a\tb\tc"),
        ("<dl><dt>Số hiệu:</dt><dd>1/KH-UBND</dd></dl>", "Số hiệu:\n1/KH-UBND"),
        ("<p hidden>x</p><p>y", "y"),
        ("<nav>x</nav><main><footer>Nơi nhận</footer></main><footer>Giấy phép 1/GP</footer>", "Nơi nhận"),
        ("<div class='menu-top'>x</div><aside>y</aside><p>nội dung dài hơn</p>", "nội dung dài hơn"),
        ("<aside class='footnotes'>¹ x</aside>", "¹ x"),
        ("<div class='menu'>tất cả nội dung</div>", "tất cả nội dung"),
    ],
)
def test_page_text(html: str, text: str) -> None:
    assert page_text(html)[0] == text


def test_menus_go_and_lists_of_documents_stay() -> None:
    names = ("Trang chủ", "Tin", "Liên hệ", "Hỏi đáp")
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in names)
    basis = "".join(f"<li><a href=/{n}>Nghị định {n}/2020/NĐ-CP</a></li>" for n in range(1, 6))
    text, title = page_text(f"<title> Trang \n A</title><ul>{menu}</ul><ul>{basis}</ul>")
    assert title == "Trang A"
    assert "Trang chủ" not in text
    assert text.count("NĐ-CP") == 5
    assert "Liên hệ" in page_text(f"<ul>{menu}</ul>")[0]


def test_portal_facts_stay_in_the_text() -> None:
    page = """<html><body><div id=thuoctinh><table>
      <tr><td>Số hiệu:</td><td>3235/QĐ-UBND</td><td>Loại văn bản:</td><td>Quyết định</td></tr>
      <tr><td>Nơi ban hành:</td><td>Tỉnh Sơn La</td><td>Người ký:</td><td></td></tr></table></div>
      <form><p>QUYẾT ĐỊNH</p></form></body></html>"""
    assert page_text(page)[0] == (
        "Số hiệu:\t3235/QĐ-UBND\tLoại văn bản:\tQuyết định\n"
        "Nơi ban hành:\tTỉnh Sơn La\tNgười ký:\n\nQUYẾT ĐỊNH"
    )


def test_facts_of_a_portal_table_come_beside_the_text(tmp_path: Path) -> None:
    page = """<table><tr><td>Số / Ký hiệu<td>12/2020/NĐ-CP<td>Ngày ban hành:<td>Đang cập nhật</tr>
      <tr><td>Loại văn bản<td>Nghị định<td>Cơ quan ban hành<td> Chính phủ </table>
      <table><tr><th>Số ký hiệu<th>Ngày ban hành<th>Trích yếu<tr><td>1/KH<td>1/1/2020<td>x</table>"""
    read = read_path(write(tmp_path / "a.html", page))
    assert read.meta == {"number": "12/2020/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ"}


def test_pages_nest_as_deep_as_they_like() -> None:
    assert page_text("<div>" * 5000 + "đáy" + "</div>" * 5000)[0] == "đáy"


@given(st.text(alphabet="<>/=\"' abtdrpulioscehm123&;!-\n\t\x00é", max_size=300))
def test_pages_never_raise(html: str) -> None:
    text, _ = page_text(html)
    assert text == text.strip("\n")


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text"):
        read_path(write(tmp_path / "a.html", "<html><script>x</script></html>"))
