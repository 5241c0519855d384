"""The commands for linked data: what they print, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from test_rdf import CT33, DOC, KH664, VL, sample_rows

from kg.cli import run
from kg.console import Screen, language
from kg.graph import Graph
from kg.queries import named_queries

Kg = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rdf") / "graph"
    Graph.from_rows(**sample_rows()).save(path)
    return path


@pytest.fixture
def ran(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    monkeypatch.setenv("KG_GRAPH", str(folder))
    monkeypatch.delenv("KG_LANG", raising=False)

    def go(*words: object) -> tuple[int, str, str]:
        given = [str(word) for word in words]
        screen = Screen(language(given, {}), io.StringIO(), io.StringIO())
        status = run(given, screen)
        return status, screen.out.getvalue(), screen.err.getvalue()  # type: ignore[attr-defined]

    return go


def test_the_named_queries_are_listed(ran: Kg) -> None:
    status, out, _ = ran("sparql", "--list")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()[1:]] == list(named_queries())
    english = ran("sparql", "--list", "--lang", "en")[1]
    assert "doc=document, [type=ke-hoach]" in english
    listed = json.loads(ran("sparql", "--list", "--json")[1])
    assert listed[0]["parameters"] == []
    assert {one["name"] for one in listed} == set(named_queries())


def test_a_named_query_with_a_value(ran: Kg) -> None:
    status, out, err = ran("sparql", "implementing", "--bind", "doc=33/CT-TTg 2021")
    assert (status, err) == (0, "")
    assert f"doc:{KH664}" in out
    assert out.split()[0] == "plan", "what was given is no column"
    assert ran("sparql", "implementing", "-b", "doc=33/CT-TTg 2021", "-b", "type=Báo cáo")[0] == 0


def test_nothing_found_is_status_1(ran: Kg) -> None:
    assert ran("sparql", "cycles") == (1, "", "Không có kết quả nào.\n")
    assert ran("sparql", "ASK { ?s vl:number 'none' }")[:2] == (1, "không\n")
    assert ran("sparql", "ASK { ?s vl:number '33/CT-TTg' }", "--lang", "en")[:2] == (0, "yes\n")
    assert ran("sparql", "ASK { ?s vl:number 'none' }", "--json")[0] == 1


def test_formats(ran: Kg, tmp_path: Path) -> None:
    query = "SELECT ?d ?n { ?d vl:number ?n } ORDER BY ?n"
    rows = list(csv.DictReader(io.StringIO(ran("sparql", query, "-f", "csv")[1], newline="")))
    assert {"d": str(DOC[CT33]), "n": "33/CT-TTg"} in rows
    assert json.loads(ran("sparql", query, "--json")[1])["head"]["vars"] == ["d", "n"]
    status, out, err = ran("sparql", query, "-o", tmp_path / "n.csv", "--lang", "en")
    assert (status, out, err) == (0, "", f"Wrote {tmp_path / 'n.csv'}\n")
    assert list(csv.DictReader((tmp_path / "n.csv").open(encoding="utf-8", newline=""))) == rows
    made = ran("sparql", "CONSTRUCT { ?a vl:implements ?b } WHERE { ?a vl:implements ?b }", "-f", "ttl")[1]
    assert (DOC[KH664], VL.implements, DOC[CT33]) in rdflib.Graph().parse(data=made, format="turtle")
    status, _, err = ran("sparql", query, "-f", "ttl")
    assert status == 2
    assert "json, xml, csv, tsv" in err


def test_a_query_from_a_file_with_its_head(ran: Kg, tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text("# bind: n text = 33/CT-TTg\nSELECT ?n ?d { ?d vl:number ?n }", encoding="utf-8")
    assert f"doc:{CT33}" in ran("sparql", path)[1]
    assert ran("sparql", path, "--bind", "n=none")[0] == 1


def test_rows_are_cut_and_it_is_said(ran: Kg) -> None:
    status, out, err = ran("sparql", "SELECT ?s ?p { ?s ?p ?o }", "--limit", "3", "--lang", "en")
    assert status == 0
    assert len(out.splitlines()) == 4
    assert err == "Only the first 3 rows; --limit shows more.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sparql"], "thiếu QUERY"),
        (["sparql", "no-such"], "không có câu hỏi tên no-such"),
        (["sparql", "implementing"], "câu hỏi cần --bind doc=… (document)"),
        (["sparql", "SELECT * {", "--bind", "x"], "--bind x phải có dạng"),
        (["sparql", "SELECT * {"], "tại dòng:cột 1:"),
        (["sparql", "DROP ALL"], "DROP làm thay đổi dữ liệu"),
        (["sparql", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"], "SERVICE sẽ hỏi máy chủ khác"),
        (["sparql", "none.rq"], "none.rq: không đọc được tệp câu hỏi"),
        (["sparql", "SELECT ?x { ?x a ?y }", "--bind", "z=1"], "không có biến ?z"),
        (["sparql", "SELECT ?x { ?x a ?y }", "--bind", "y=1"], "phải SELECT nó"),
        (["sparql", "ASK {}", "--graph", "/no/such"], "/no/such"),
        (["sparql", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0.2", "--limit", "999999999"],
         "bị dừng sau 0.2 giây"),
    ],
)  # fmt: skip
def test_errors_are_one_line_with_status_2(ran: Kg, words: list[str], said: str) -> None:
    status, out, err = ran(*words)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_an_ambiguous_document_lists_the_candidates(ran: Kg) -> None:
    status, _, err = ran("sparql", "implementing", "--bind", "doc=1/XX-YY")
    assert status == 1
    assert "không tìm thấy" in err


# -- export --------------------------------------------------------------------------------------------


def test_export_of_a_part(ran: Kg, tmp_path: Path) -> None:
    whole = rdflib.Graph().parse(data=ran("export")[1], format="turtle")
    words = ("export", "--root", "33/CT-TTg 2021", "--depth", "1", "--relation", "implements", "--min-confidence", "0.9")
    part = rdflib.Graph().parse(data=ran(*words)[1], format="turtle")
    documents = {str(s).rpartition("/")[2] for s in part.subjects(rdflib.RDF.type, VL.Document)}
    assert documents == {CT33, KH664, "hostile_quotes"}
    assert set(part) < set(whole)
    kinds = ran("export", "--type", "Nghị định", "-f", "json")[1]
    assert {row["type"] for row in json.loads(kinds)["documents"]} == {"nghi-dinh"}
    assert "vl:Mention " not in ran("export", "--no-mentions")[1]
    assert ran("export", "--root", "99/XX")[0] == 1


def test_export_packed_and_to_folders(ran: Kg, tmp_path: Path) -> None:
    assert ran("export", "-f", "nquads", "-o", tmp_path / "g.nq.gz")[0] == 0
    assert (tmp_path / "g.nq.gz").read_bytes()[:2] == b"\x1f\x8b"
    for name in ("parquet", "neo4j", "csv"):
        status, out, err = ran("export", "-f", name, "-o", tmp_path / name, "--lang", "en")
        assert (status, out, err) == (0, "", f"Wrote {tmp_path / name}\n")
        assert ran("export", "-f", name)[0] == 2
    assert json.loads(ran("export", "-o", tmp_path / "g.ttl", "--json")[1])["format"] == "turtle"
    assert "không nén csv bằng gzip" in ran("export", "-f", "csv", "-o", tmp_path / "x", "--compress", "gzip")[2]


# -- validate ------------------------------------------------------------------------------------------


def test_validate_says_which_document_is_wrong_and_why(ran: Kg, tmp_path: Path) -> None:
    good = tmp_path / "good"
    Graph.from_rows(documents=[{"id": "a", "type": "luat", "number": "1/2020/QH14"}]).save(good)
    assert ran("validate", good) == (0, "", "Không có lỗi.\n")
    bad = Graph.from_rows(documents=[{"id": "a", "type": "luat", "number": "x", "status": "read"}])
    bad.save(tmp_path / "bad")
    status, out, err = ran("validate", tmp_path / "bad", "--lang", "en")
    assert (status, err) == (1, "2 faults, 2 rules.\n")
    assert "Luật số x [a]: A document has at most one number, and there is a digit in it. (x) [number]" in out
    assert [one["rule"] for one in json.loads(ran("validate", "-g", tmp_path / "bad", "--json")[1])] == [
        "number", "read-without-text",
    ]  # fmt: skip
    assert ran("validate", tmp_path / "none.ttl")[0] == 2
