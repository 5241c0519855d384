"""The commands: what they print, to whom, in which language, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from kg.cli import COMMANDS, kg, localise, main, run
from kg.console import Column, Progress, Quote, Screen, aligned, language, printable, quote
from kg.errors import KgError
from kg.graph import Graph
from kg.links import predicate_name
from kg.messages import LANGS, MESSAGES, error_text, message
from kg.read import failure

ROOT = Path(__file__).parents[1]
SENTENCE = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, Ủy ban nhân dân tỉnh ban hành Kế hoạch."

FAILED = f"format: {failure('x.pdf', 'format', kind='PDF').message}"


def document(
    id: str, type: str, number: str, date: str | None, issuer: str | None, **more: Any
) -> dict[str, Any]:
    named = {"id": id, "type": type, "number": number, "date": date, "issuer": issuer}
    return {**named, **more}


def link(
    subject: str, predicate: str, object: str, strength: str = "stated", confidence: float = 0.9, **more: Any
) -> dict[str, Any]:
    return {
        "subject": subject, "predicate": predicate, "object": object, "strength": strength,
        "source": "a.txt", "start": 110, "end": 146, "sentence": SENTENCE, "sentence_start": 100,
        "confidence": confidence, **more,
    }  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "graph"
    Graph.from_rows(
        documents=[
            document("d33", "chi-thi", "33/CT-TTg", "2021-11-26", "thu-tuong-chinh-phu", title="dân vận"),
            document("d33old", "chi-thi", "33/CT-TTg", "2020-08-20", "thu-tuong-chinh-phu"),
            document("k664", "ke-hoach", "664/KH-UBND", "2021-12-29", "uy-ban-nhan-dan-tinh-an-giang",
                     status="read", source="a.txt"),
            document("k876", "ke-hoach", "876/KH-UBND", "2022-12-20", "uy-ban-nhan-dan-tinh-an-giang"),
            document("b529", "bao-cao", "529/BC-UBND", None, "uy-ban-nhan-dan-tinh-an-giang"),
        ],
        relations=[
            link("k664", "implements", "d33"),
            link("k664", "implements", "d33", start=120, end=130, confidence=0.5),
            link("k876", "implements", "d33", "footnote", 0.55, scope="partial"),
            link("b529", "implements", "k664", "heading", 0.8),
        ],
        conflicts=[{"document": "d33", "field": "date", "values": ["2021-11-26", "2021-11-25"],
                    "sources": ["a.txt", "b.txt"]}],
        sources=[
            {"source": "a.txt", "status": "ok", "document": "k664"},
            {"source": "x.pdf", "status": "failed", "error": FAILED},
        ],
    ).save(path)  # fmt: skip
    return path


class Ran:
    """What one run wrote."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


Kg = Callable[..., Ran]


@pytest.fixture
def ran(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.setenv("KG_GRAPH", str(folder))
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.delenv("KG_DEBUG", raising=False)

    def go(*words: object) -> Ran:
        given = [str(word) for word in words]
        screen = Screen(language(given, os.environ), io.StringIO(), io.StringIO())
        status = run(given, screen)
        return Ran(status, screen.out.getvalue(), screen.err.getvalue())  # type: ignore[attr-defined]

    return go


def terminal(command: list[str], columns: int) -> str:
    """What a command prints on a terminal of some width."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns)}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(command, stdout=follower, stderr=follower, stdin=follower, env=environment)
    os.close(follower)
    parts = []
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        parts.append(part)
    process.wait()
    os.close(leader)
    return b"".join(parts).decode()


# -- help, languages, catalogue -----------------------------------------------------------------------


def commands() -> Iterator[click.Command]:
    yield kg
    yield from COMMANDS


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_and_option_has_help(lang: Any) -> None:
    localise(kg, lang)
    for command in commands():
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (command.name, parameter.name)


def test_every_command_has_an_example_that_its_parser_takes() -> None:
    localise(kg, "en")
    for command in COMMANDS:
        assert command.help
        [example] = re.findall(r"Example: (kg .*)", command.help)
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', example.split("|")[0])]
        assert words[:2] == ["kg", command.name]
        command.make_context(str(command.name), words[2:])


def test_help_is_in_one_language(ran: Kg) -> None:
    vi, en = ran("query", "--help"), ran("--lang", "en", "query", "--help")
    assert vi.status == en.status == 0
    assert vi.out.startswith("Cách dùng: kg query")
    assert "Tuỳ chọn:" in vi.out
    assert "[mặc định:" in vi.out
    assert not re.search(r"Usage|Options|default:|Show this", vi.out)
    assert en.out.startswith("Usage: kg query")
    assert "Show this help." in en.out
    assert en.out.split("Example")[0].isascii()


def test_help_names_every_relation_and_format(ran: Kg) -> None:
    from kg.export import FORMATS
    from kg.models import PREDICATES

    for lang in LANGS:
        asked = ran("query", "--help", "--lang", lang).out
        words = re.findall(r"[a-z]+(?:-[a-z]+)?", asked)
        shown = {predicate_name(word) for word in words if _is_predicate(word)}
        assert shown == set(PREDICATES)
        assert all(name in ran("export", "--help", "--lang", lang).out for name in FORMATS)


def _is_predicate(word: str) -> bool:
    try:
        predicate_name(word)
    except KgError:
        return False
    return True


def test_kg_alone_shows_the_commands_in_the_order_of_work(ran: Kg) -> None:
    shown = ran()
    assert shown.status == 0
    names = re.findall(r"^  ([a-z]+) ", shown.out.split("Các lệnh:")[1], re.MULTILINE)
    assert names == ["extract", "build", "stats", "show", "query", "path", "sparql", "export", "validate", "view", "serve",
                     "check", "explain", "eval"]  # fmt: skip


def test_version(ran: Kg) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", ran("--version").out)


@pytest.mark.parametrize(
    ("words", "environment", "lang"),
    [
        ([], {}, "vi"),
        ([], {"KG_LANG": "en"}, "en"),
        ([], {"KG_LANG": "en_US.UTF-8"}, "en"),
        ([], {"KG_LANG": "xx"}, "vi"),
        (["stats", "--lang=en"], {"KG_LANG": "vi"}, "en"),
        (["--lang", "en", "show", "--lang", "vi"], {}, "vi"),
        (["show", "--", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_language(words: list[str], environment: dict[str, str], lang: str) -> None:
    assert language(words, environment) == lang


def test_catalogue_is_whole() -> None:
    for key, (vi, en) in MESSAGES.items():
        assert vi, key
        if en:
            assert set(re.findall(r"{(\w+)}", vi)) == set(re.findall(r"{(\w+)}", en)), key
        else:
            assert key.startswith("error."), key


def test_every_error_code_of_the_library_is_said_in_vietnamese() -> None:
    from kg.read.records import MESSAGES as READING

    codes = set(READING)
    for path in (ROOT / "kg").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        codes |= set(re.findall(r'\bcode="([a-z-]+)"', source))
        codes |= set(re.findall(r'_error\(\s*"([a-z-]+)"', source))
    assert {"missing", "graph-absent", "unknown-predicate"} <= codes
    assert sorted(code for code in codes if f"error.{code}" not in MESSAGES) == []


def test_facts_that_are_missing_fall_back_to_english() -> None:
    assert error_text("graph-absent", "no graph", "vi", {}) == "no graph"
    assert error_text("no-such-code", "plain", "vi", {}) == "plain"
    assert "a, b" in error_text("unknown-format", "x", "vi", {"given": "q", "known": ("a", "b")})
    with pytest.raises(KeyError):
        message("no-such-key", "vi")


# -- wrong command lines ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["foo"], "không có lệnh foo"),
        (["build"], "thiếu INPUT..."),
        (["query", "implements"], "thiếu DOC"),
        (["stats", "--foo"], "không có tuỳ chọn --foo"),
        (["build", "a", "--jobs", "x"], "--jobs: giá trị không hợp lệ, cần một số nguyên"),
        (["build", "a", "--jobs", "0"], "--jobs là 0"),
        (["build", "a", "--max-bytes", "lots"], "hãy viết như 512MB hay 2GB"),
        (["build", "a", "--input", "xml"], "hãy dùng một trong: auto, jsonl"),
        (["query", "implements", "33/CT-TTg", "--min-confidence", "2"], "cần một số từ 0 đến 1"),
        (["query", "loves", "33/CT-TTg"], "không có quan hệ loves; hãy dùng một trong: implements"),
        (["query", "cites", "664/KH-UBND", "--since", "hôm qua"], "hôm qua không phải là ngày"),
        (["query", "cites", "664/KH-UBND", "--type", "giấy lạ"], "không có loại văn bản giấy lạ"),
        (["export", "--format", "docx"], "không có định dạng docx"),
        (["export", "--format", "csv"], "hãy đặt tên bằng -o"),
        (["stats", "--graph", "/no/such"], "/no/such: chưa có đồ thị"),
        (["eval", "/no/such"], "/no/such"),
    ],
)
def test_errors_are_one_line_with_status_2(ran: Kg, words: list[str], said: str) -> None:
    found = ran(*words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert found.err.startswith("Lỗi: ")
    assert found.err.count("\n") == 1


def test_errors_in_english(ran: Kg) -> None:
    absent = ran("--lang", "en", "stats", "-g", "/no/such")
    assert absent.err.startswith("Error: there is no graph at /no/such")
    assert ran("--lang", "en", "foo").err == "Error: there is no command foo; see: kg --help\n"


def test_a_fault_of_the_program_is_one_line_unless_debugged(
    ran: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("1\n2")

    monkeypatch.setattr(Graph, "load", broken)
    found = ran("stats")
    assert found.status == 2
    assert found.err.count("\n") == 1
    assert "ZeroDivisionError: 1 2" in found.err
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ran("stats")


def test_interrupt(ran: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Graph, "load", stopped)
    assert (ran("stats").status, ran("stats").err) == (130, "đã dừng theo yêu cầu\n")


# -- questions ----------------------------------------------------------------------------------------


def test_query_lists_documents_with_evidence(ran: Kg) -> None:
    found = ran("query", "implements", "Chỉ thị 33/CT-TTg 2021", "--type", "Kế hoạch")
    assert (found.status, found.err) == (0, "")
    lines = found.out.splitlines()
    assert lines[0] == "… thực hiện Chỉ thị 33/CT-TTg (2021-11-26, Thủ tướng Chính phủ): 2 văn bản"
    heads = ["Số, ký hiệu", "Loại", "Ngày", "Cơ quan ban hành", "Liên kết", "Tin cậy", "Chứng cứ"]
    assert re.split(r"\s{2,}", lines[2]) == heads
    assert lines[3].index("2021-12-29") == lines[4].index("2022-12-20")
    assert "664/KH-UBND  Kế hoạch  2021-12-29  Ủy ban nhân dân tỉnh An Giang  nêu trong câu" in lines[3]
    assert "0.90  Thực hiện «Chỉ thị số 33/CT-TTg ngày 26/11/2021», Ủy ban nhân dân" in lines[3]
    assert "[a.txt:110] (và 1 chứng cứ khác)" in lines[3]
    assert "qua chú thích (yếu), một phần" in lines[4]
    assert "0.55" in lines[4]


def test_query_json(ran: Kg) -> None:
    found = ran("query", "implements", "d33", "--json")
    value = json.loads(found.out)
    assert found.out.count("\n") == 1
    assert (value["predicate"], value["reverse"], value["document"]["id"]) == ("implements", False, "d33")
    assert [(a["document"]["number"], a["confidence"]) for a in value["answers"]] == [
        ("664/KH-UBND", 0.9), ("876/KH-UBND", 0.55),
    ]  # fmt: skip
    evidence = value["answers"][0]["evidence"][0]
    start = evidence["start"] - evidence["sentence_start"]
    assert evidence["sentence"][start : start + 36] == "Chỉ thị số 33/CT-TTg ngày 26/11/2021"


def test_query_filters(ran: Kg) -> None:
    def numbers(*words: str) -> list[str]:
        found = ran("query", "implements", "d33", "--json", *words)
        return [answer["document"]["number"] for answer in json.loads(found.out)["answers"]]

    assert numbers("--since", "2022") == ["876/KH-UBND"]
    assert numbers("--until", "31/12/2021") == ["664/KH-UBND"]
    assert numbers("--min-confidence", "0.8") == ["664/KH-UBND"]
    assert numbers("--strength", "stated") == ["664/KH-UBND"]
    assert numbers("--issuer", "An Giang") == ["664/KH-UBND", "876/KH-UBND"]
    assert numbers("--issuer", "Thủ tướng") == []
    assert numbers("--transitive") == ["664/KH-UBND", "876/KH-UBND", "529/BC-UBND"]


def test_transitive_shows_the_way(ran: Kg) -> None:
    found = ran("query", "implements", "d33", "--transitive")
    [line] = [line for line in found.out.splitlines() if line.startswith("529/BC-UBND")]
    assert "664/KH-UBND" in line
    assert "theo đề mục" in line


def test_reverse(ran: Kg) -> None:
    found = ran("query", "implements", "664/KH-UBND", "--reverse")
    plan = "Kế hoạch 664/KH-UBND (2021-12-29, Ủy ban nhân dân tỉnh An Giang)"
    assert found.out.startswith(f"{plan} thực hiện …: 1 văn bản\n")
    assert "33/CT-TTg" in found.out


def test_nothing_found_is_status_1(ran: Kg) -> None:
    found = ran("query", "replaces", "664/KH-UBND")
    assert (found.status, found.out) == (1, "")
    assert found.err.startswith("không có văn bản nào: … thay thế Kế hoạch 664/KH-UBND")
    empty = ran("query", "replaces", "664/KH-UBND", "--json")
    assert (empty.status, json.loads(empty.out)["answers"]) == (1, [])


def test_ambiguous_lists_candidates_and_chooses_none(ran: Kg) -> None:
    found = ran("query", "implements", "33/ct-ttg")
    assert (found.status, found.out) == (1, "")
    lines = found.err.splitlines()
    assert lines[0] == "Lỗi: “33/ct-ttg” có thể là 2 văn bản; hãy ghi rõ thêm loại, năm hoặc cơ quan:"
    assert [line.split()[2:5] for line in lines[2:]] == [
        ["33/CT-TTg", "2020-08-20", "Thủ"], ["33/CT-TTg", "2021-11-26", "Thủ"],
    ]  # fmt: skip
    as_json = ran("show", "33/ct-ttg", "--json")
    assert as_json.status == 1
    assert [one["id"] for one in json.loads(as_json.out)["candidates"]] == ["d33old", "d33"]


def test_not_found_names_the_nearest(ran: Kg) -> None:
    found = ran("show", "664/QĐ-UBND")
    assert (found.status, found.out) == (1, "")
    assert "không tìm thấy văn bản nào ứng với “664/QĐ-UBND”" in found.err
    assert "664/KH-UBND" in found.err.split("Gần nhất:")[1]


def test_show(ran: Kg) -> None:
    found = ran("show", "33/CT-TTg 2021")
    assert found.status == 0
    assert found.out.startswith("Chỉ thị 33/CT-TTg (2021-11-26, Thủ tướng Chính phủ)\n")
    assert "  ngày: 2021-11-26 / 2021-11-25 (trong 2 nguồn: a.txt, b.txt)" in found.out
    incoming = found.out.split("→ Văn bản này")[1]
    assert incoming.count("thực hiện") == 2
    assert "«Chỉ thị số 33/CT-TTg ngày 26/11/2021»" in incoming
    assert "→ Văn bản này" not in ran("show", "529/BC-UBND").out


def test_show_spells_a_district_as_the_evidence_does(ran: Kg, tmp_path: Path) -> None:
    text = "Theo Kế hoạch số 215/KH-UBND ngày 15/3/2022 của UBND huyện Đại Lộc, tỉnh Quảng Nam, các xã báo cáo."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert ran("build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "g")).status == 0
    assert "Ủy ban nhân dân huyện Đại Lộc" in ran("show", "215/KH-UBND", "-g", str(tmp_path / "g")).out


def test_show_json(ran: Kg) -> None:
    value = json.loads(ran("show", "664/KH-UBND", "--json").out)
    assert value["document"]["source"] == "a.txt"
    [outgoing] = value["outgoing"]
    assert (outgoing["predicate"], outgoing["document"]["id"]) == ("implements", "d33")
    assert len(outgoing["evidence"]) == 2
    assert [one["document"]["id"] for one in value["incoming"]] == ["b529"]


def test_stats(ran: Kg) -> None:
    found = ran("stats")
    assert found.status == 0
    assert re.search(r"^Văn bản +5$", found.out, re.MULTILINE)
    assert re.search(r"^  thực hiện +3$", found.out, re.MULTILINE)
    assert found.err.startswith("x.pdf: định dạng PDF chưa đọc được")
    value = json.loads(ran("stats", "--json").out)
    assert (value["documents"], value["relations"], value["evidence"]) == (5, 3, 4)
    assert value["failed"] == [{"source": "x.pdf", "error": FAILED}]


def test_path(ran: Kg) -> None:
    found = ran("path", "529/BC-UBND", "d33")
    assert found.status == 0
    assert [line.split()[0] for line in found.out.splitlines()[1:]] == ["529/BC-UBND", "664/KH-UBND"]
    steps = json.loads(ran("path", "d33", "529/BC-UBND", "--json").out)["steps"]
    assert [(step["subject"], step["forward"]) for step in steps] == [("k664", False), ("b529", False)]
    none = ran("path", "d33", "d33old")
    assert (none.status, none.out) == (1, "")
    assert "không có chuỗi quan hệ nào giữa" in none.err
    assert ran("path", "d33", "d33").status == 0


# -- export and view ----------------------------------------------------------------------------------


def test_export_to_standard_output_and_to_a_file(ran: Kg, tmp_path: Path) -> None:
    printed = ran("export", "--format", "nquads")
    assert printed.status == 0
    done = ran("export", "-f", "nquads", "-o", tmp_path / "g.nq")
    assert (done.out, done.err) == ("", f"Đã ghi {tmp_path}/g.nq\n")
    assert (tmp_path / "g.nq").read_text(encoding="utf-8") == printed.out
    moved = ran("export", "-f", "nquads", "--base-iri", "https://example.org/x/")
    assert "https://example.org/x/doc/d33" in moved.out
    value = json.loads(ran("export", "-f", "csv", "-o", tmp_path / "tables", "--json").out)
    assert value == {"file": f"{tmp_path}/tables", "format": "csv", "documents": 5}


def test_view(ran: Kg, tmp_path: Path) -> None:
    page = tmp_path / "g.html"
    found = ran("view", "-o", page, "--root", "664/KH-UBND", "--depth", "1", "--direction", "up")
    assert (found.status, found.out) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "33/CT-TTg" in text
    assert "529/BC-UBND" not in text
    assert ran("view", "-o", tmp_path / "no" / "such" / "g.html").status in (0, 2)


# -- a process of its own -----------------------------------------------------------------------------


def process(*words: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "kg", *words], capture_output=True, check=False, **options)


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    heavy = ("pyarrow", "networkx", "rdflib", "spacy", "pyvis", "rich", "selectolax", "numpy")
    code = "import sys, kg.cli; kg.cli.localise(kg.cli.kg, 'vi'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in heavy if name in done.stdout.split()] == []


def test_utf8_whatever_the_locale(folder: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    environment = {**os.environ, **plain}
    done = process("stats", "-g", str(folder), env=environment)
    assert "Văn bản" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m kg export -f nquads -g {folder}; echo status $? >&2"
    shell = subprocess.Popen(["sh", "-c", f"({command}) | head -c 10"], stdout=-1, stderr=subprocess.PIPE)
    _, err = shell.communicate()
    assert err.decode() == "status 0\n"


def test_main_takes_the_words_of_the_process(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("kg ")


@pytest.mark.parametrize("columns", [80, 160])
def test_table_on_a_terminal(folder: Path, columns: int) -> None:
    command = [sys.executable, "-m", "kg", "query", "implements", "d33", "-g", str(folder)]
    shown = terminal(command, columns)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b[1mChỉ thị số 33/CT-TTg" in shown
    assert re.search(r"664/KH-UBND\s", plain)
    assert "876/KH-UBND" in plain
    assert "2022-12-20" in plain
    assert max(len(line) for line in plain.splitlines()) <= columns
    assert ("[1]" in plain) == (columns < 120)


# -- parts of the console -----------------------------------------------------------------------------


def test_quote_is_cut_round_its_mark() -> None:
    sentence = "x " * 500 + "Luật\nA" + " y" * 500
    shown = quote(sentence, 1000, 1006)
    assert shown.marked == "Luật A"
    assert shown.before.startswith("…x")
    assert shown.before.endswith("x ")
    assert shown.after.endswith("y…")
    assert len(str(shown)) < 260


def test_columns_are_aligned_by_what_a_terminal_shows() -> None:
    rows = [["Số", "1"], ["So\u0302\u0301", "22"], ["漢", "3"]]
    lines = aligned([Column(""), Column("", right=True)], rows, head=False)
    assert lines == ["Số   1", "So\u0302\u0301  22", "漢   3"]
    assert aligned([Column("A")], [[Quote("a ", "b", "")]]) == ["A", "a «b»"]


def test_text_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2J\u202eb\r\nc\u00a0d") == "a[2Jb c d"


def test_progress_is_silent_without_a_terminal_and_leaves_no_trace() -> None:
    silent = Screen("vi", io.StringIO(), io.StringIO())
    with silent.progress() as progress:
        progress(1, "a.txt")
    assert silent.err.getvalue() == ""  # type: ignore[attr-defined]
    stream = io.StringIO()
    line = Progress(stream, "đã xử lý")
    line(1, "x" * 500)
    line(2, "at once, so not shown")
    line.clear()
    assert stream.getvalue().startswith("\r\x1b[K1 đã xử lý · …xxx")
    assert stream.getvalue().endswith("\r\x1b[K")
    assert len(stream.getvalue()) < 100


# -- extract on texts ---------------------------------------------------------------------------------

TEXT = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.\r\n"
def put(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_bytes(text.encode())
    return path


def test_extract_prints_a_line_a_text_in_the_order_given(ran: Kg, tmp_path: Path) -> None:
    a, b = put(tmp_path / "a.txt", TEXT), put(tmp_path / "b.md", TEXT)
    found = ran("extract", b, a)
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert (found.status, found.err) == (0, "")
    assert [row["source"] for row in rows] == [b.as_posix(), a.as_posix()]
    mention = rows[0]["mentions"][0]
    assert TEXT[mention["start"] : mention["end"]] == mention["text"] == "Chỉ thị số 33/CT-TTg ngày 26/11/2021"
    assert "Chỉ thị" in found.out  # letters, no escapes
    done = ran("extract", b, a, "-o", tmp_path / "out.jsonl")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == found.out


def test_extract_of_standard_input_and_of_a_corpus(tmp_path: Path) -> None:
    done = process("extract", "-", input=TEXT.encode())
    assert json.loads(done.stdout)["source"] == "-"
    row = json.dumps({"id": "x", "text": TEXT}).encode()
    done = process("extract", "--input", "jsonl", "-", input=row)
    assert json.loads(done.stdout)["source"] == "-#x"


def test_build_shows_progress_on_a_terminal_only(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    words = ["build", str(text), "-o", str(tmp_path / "g")]
    assert "\r\x1b[K1 đã xử lý · " in terminal([sys.executable, "-m", "kg", *words], 80)
    done = process(*words)
    assert (done.returncode, done.stderr) == (0, b"")
