"""``kg check`` and ``kg explain``: what they print, in which language, with which exit status."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.check import rules
from kg.cli import run
from kg.console import Screen, language

CLEAN = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ."
FAULTY = "Báo cáo\n\nThực hiện Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị và Chỉ thị số 33/CT-TTG ngày 26/11/2021.\n"

Kg = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")

    def go(*words: object) -> tuple[int, str, str]:
        given = [str(word) for word in words]
        screen = Screen(language(given, {}), io.StringIO(), io.StringIO())
        status = run(given, screen)
        return status, screen.out.getvalue(), screen.err.getvalue()  # type: ignore[attr-defined]

    return go


def test_a_clean_draft_ends_with_0(ran: Kg) -> None:
    assert ran("check", "clean.txt") == (0, "Không có lỗi viện dẫn nào trong 1 văn bản.\n", "")


def test_findings_end_with_1_and_are_grouped_by_file(ran: Kg) -> None:
    status, out, err = ran("check", "clean.txt", "faulty.txt")
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "faulty.txt",
        "  dòng 3, cột 11: lỗi C001: Ghi là Nghị quyết nhưng ký hiệu QĐ là của Quyết định",
        "      Thực hiện «Nghị quyết số 290-QĐ/TW» ngày 25/02/2010 của Bộ Chính trị và Chỉ thị số 33/CT-TTG…",
        "      → Đối chiếu bản gốc: sửa tên loại thành Quyết định hoặc sửa ký hiệu",
        "  dòng 3, cột 82: cảnh báo C003: Ký hiệu trong “33/CT-TTG” viết hoa không đúng",
        "      …290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị và Chỉ thị số «33/CT-TTG» ngày 26/11/2021.",
        "      → Viết: 33/CT-TTg",
        "",
        "1 lỗi, 1 cảnh báo, 0 lưu ý trong 2 văn bản.",
        "Giải thích một mã: kg explain C001",
    ]


def test_the_report_has_another_language(ran: Kg) -> None:
    out = ran("check", "faulty.txt", "--lang", "en")[1]
    assert "  line 3, column 11: error C001: Called Nghị quyết, but the code QĐ is that of Quyết định" in out
    assert "Texts: 1. Errors: 1, warnings: 1, notes: 0." in out


def test_json_holds_everything(ran: Kg) -> None:
    status, out, _ = ran("check", "faulty.txt", "--json")
    said = json.loads(out)
    assert status == 1
    assert (said["texts"], said["failed"]) == (1, 0)
    first = said["findings"][0]
    assert {name: first[name] for name in ("code", "severity", "source", "line", "column", "text", "fix")} == {
        "code": "C001", "severity": "error", "source": "faulty.txt", "line": 3, "column": 11,
        "text": "Nghị quyết số 290-QĐ/TW", "fix": None,
    }  # fmt: skip
    assert FAULTY[first["start"] : first["end"]] == first["text"]


def test_options_choose_rules(ran: Kg) -> None:
    assert ran("check", "faulty.txt", "--ignore", "C001,C003")[0] == 0
    assert ran("check", "faulty.txt", "--severity", "error")[1].count("→") == 1
    assert ran("check", "faulty.txt", "--select", "C003")[1].count("→") == 1


def test_what_cannot_be_read_ends_with_2(ran: Kg) -> None:
    status, out, err = ran("check", "absent.txt", "faulty.txt")
    assert status == 2
    assert err == "absent.txt: không có tệp hay thư mục này; hãy kiểm tra đường dẫn\n"
    assert "C001" in out


def test_an_unknown_code_is_one_line(ran: Kg) -> None:
    assert ran("check", "clean.txt", "--select", "C999") == (
        2, "", "Lỗi: không có mã C999; chạy kg explain để xem các mã\n",
    )  # fmt: skip
    assert ran("explain", "C999")[0] == 2


def test_explain_lists_and_explains_every_rule(ran: Kg) -> None:
    status, out, _ = ran("explain")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == list(rules())
    for code, one in rules().items():
        for lang in ("vi", "en"):
            status, out, _ = ran("explain", code.lower(), "--lang", lang)
            assert status == 0
            assert one.title[lang] in out
            assert one.wrong[0].split("\n")[0] in out
    assert json.loads(ran("explain", "--json")[1])[0]["code"] == "C001"
    assert json.loads(ran("explain", "C012", "--json")[1])["severity"] == "error"


# -- copies and reports --------------------------------------------------------------------------


def test_fix_writes_a_copy_and_leaves_the_original(ran: Kg, tmp_path: Path) -> None:
    status, _, err = ran("check", "faulty.txt", "--fix")
    assert status == 1
    assert err.splitlines() == ["Đã ghi faulty.fixed.txt", "Đã sửa 1 chỗ; còn 1 chỗ cần người quyết định."]
    assert (tmp_path / "faulty.txt").read_text(encoding="utf-8") == FAULTY
    assert (tmp_path / "faulty.fixed.txt").read_text(encoding="utf-8") == FAULTY.replace("TTG", "TTg")
    assert ran("check", "clean.txt", "--fix")[0] == 0
    assert not (tmp_path / "clean.fixed.txt").exists()


def test_fix_keeps_encoding_and_line_ends(ran: Kg, tmp_path: Path) -> None:
    data = FAULTY.replace("\n", "\r\n").encode("utf-16")
    (tmp_path / "w.md").write_bytes(data)
    ran("check", "w.md", "--fix", "-o", "ra")
    assert (tmp_path / "ra" / "w.fixed.md").read_bytes() == FAULTY.replace("\n", "\r\n").replace("TTG", "TTg").encode("utf-16")
    assert (tmp_path / "w.md").read_bytes() == data


def test_word_files_get_comments_and_tracked_changes(ran: Kg, tmp_path: Path) -> None:
    from tests import papers

    (tmp_path / "d.docx").write_bytes(papers.word_of(*papers.paper(FAULTY)))
    status, out, err = ran("check", "d.docx", "--fix", "--comments")
    assert status == 1
    assert "  đoạn 2: lỗi C001" in out
    assert "Đã ghi d.fixed.docx" in err
    assert "Đã ghi d.checked.docx" in err
    assert [f["code"] for f in json.loads(ran("check", "d.fixed.docx", "--json")[1])["findings"]] == ["C001"]
    assert [f["code"] for f in json.loads(ran("check", "d.checked.docx", "--json")[1])["findings"]] == ["C001", "C003"]


@pytest.mark.parametrize(("option", "said"), [("--comments", "--html"), ("--fix", ".docx")])
def test_what_cannot_be_written_is_one_line(ran: Kg, tmp_path: Path, option: str, said: str) -> None:
    (tmp_path / "p.html").write_text(f"<html><body><p>{FAULTY}</p></body></html>", encoding="utf-8")
    status, _, err = ran("check", "p.html", option)
    assert status == 2
    assert err.count("\n") == 1
    assert err.startswith("p.html: ")
    assert said in err


def test_reports_are_written_whole(ran: Kg, tmp_path: Path) -> None:
    status, _, err = ran("check", "clean.txt", "faulty.txt", "--html", "r.html", "--sarif", "r.sarif", "--lang", "en")
    assert status == 1
    assert err.splitlines() == ["Wrote r.html", "Wrote r.sarif"]
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<section>") == 2
    log = json.loads((tmp_path / "r.sarif").read_text(encoding="utf-8"))
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == ["C001", "C003"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean.txt", "faulty.txt", "r.html", "r.sarif"]
    status, _, err = ran("check", "faulty.txt", "--html", "absent/r.html")
    assert status == 2
    assert err.startswith("Lỗi: absent/r.html: ")


def test_a_graph_is_checked_against(ran: Kg, tmp_path: Path) -> None:
    from kg.check.examples import corpus_graph

    one = rules()["C042"]
    corpus_graph(one.corpus).save(tmp_path / "g")
    (tmp_path / "draft.txt").write_text(one.wrong[0], encoding="utf-8")
    assert ran("check", "draft.txt")[0] == 0
    status, out, _ = ran("check", "draft.txt", "--graph", "g")
    assert status == 1
    assert "C042" in out
    assert "2765/QĐ-UBND" in out
    assert ran("check", "draft.txt", "--graph", "nowhere")[0] == 2
