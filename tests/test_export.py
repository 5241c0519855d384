"""Every format is read back by another reader, and parts of a graph are graphs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic
from test_rdf import CT33, HOSTILE, KH664, ND04, ND71, relation, sample_rows

from kg.errors import KgError
from kg.export import FORMATS, export, select
from kg.graph import Graph
from kg.rdf import run_of, to_rdflib
from kg.tables import TABLES


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_rows(**sample_rows())


def written(graph: Graph, name: str, **options: Any) -> str:
    out = io.StringIO()
    export(graph, name, out, **options)
    return out.getvalue()


def bytes_of(graph: Graph, name: str, place: Path) -> bytes:
    export(graph, name, place)
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return b"".join(file.read_bytes() for file in files)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(graph: Graph, tmp_path: Path, name: str) -> None:
    again = Graph.from_rows(**{key: rows[::-1] for key, rows in sample_rows().items()})
    first = bytes_of(graph, name, tmp_path / "one")
    assert first == bytes_of(again, name, tmp_path / "two") == bytes_of(graph, name, tmp_path / "one")
    assert len(first) > 1000


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
@pytest.mark.parametrize(("name", "syntax"), [("turtle", "turtle"), ("nquads", "nt"), ("jsonld", "json-ld")])
@pytest.mark.parametrize("base", ["https://w3id.org/vnlaw/", "https://example.org/g/"])
def test_rdf_formats_are_read_back(graph: Graph, name: str, syntax: str, base: str) -> None:
    found = rdflib.Graph().parse(data=written(graph, name, base_iri=base), format=syntax)
    assert isomorphic(found, to_rdflib(graph, base_iri=base))


def test_jsonld_is_short_where_the_context_knows_the_type(graph: Graph) -> None:
    entries = {entry["@id"]: entry for entry in json.loads(written(graph, "jsonld"))["@graph"]}
    plan = entries[f"doc:{KH664}"]
    assert plan["implements"] == f"doc:{CT33}"
    assert plan["title"] == "Kế hoạch thực hiện Chỉ thị 33"
    assert plan["@type"] == "vl:Document"
    assert plan["issued"] == {"@value": "2022-11", "@type": "xsd:gYearMonth"}


def test_graphml_is_read_back(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "g.graphml"
    export(graph, "graphml", path)
    found = nx.read_graphml(path, force_multigraph=True)
    assert set(found) == set(graph.documents["id"].to_pylist())
    assert found.nodes[CT33]["label"] == "Chỉ thị số 33/CT-TTg ngày 26/11/2021"
    assert found.nodes["hostile_markup"]["title"] == HOSTILE["markup"]
    assert found.nodes["hostile_emoji"]["title"] == HOSTILE["emoji"]
    assert found.nodes["hostile_controls"]["title"].startswith("a\ufffdb\ufffdc\ufffdd")
    (edge,) = found.get_edge_data(KH664, CT33).values()
    assert edge["predicate"] == "implements"
    assert (edge["weight"], edge["strength"]) == (2, "stated")
    assert edge["confidence"] == pytest.approx(0.95)
    assert sorted(e["predicate"] for e in found.get_edge_data(ND04, ND71).values()) == ["repeals", "replaces"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_is_read_back(graph: Graph, tmp_path: Path) -> None:
    export(graph, "csv", tmp_path / "deep" / "out")
    documents = {row["id"]: row for row in rows_of(tmp_path / "deep" / "out" / "documents.csv")}
    assert list(documents) == graph.documents["id"].to_pylist()
    assert documents["ref_16-kh-ubnd"]["candidates"].split(";") == [KH664, CT33]
    for key, title in HOSTILE.items():
        assert documents[f"hostile_{key}"]["title"] == title
    relations = rows_of(tmp_path / "deep" / "out" / "relations.csv")
    assert len(relations) == graph.relations.num_rows
    first = next(row for row in relations if row["subject"] == KH664 and row["strength"] == "stated")
    labels = {row["subject_label"] for row in relations if row["subject"] == KH664}
    assert labels == {"Kế hoạch số 664/KH-UBND tháng 11/2022"}
    assert first["object_label"].startswith(("Chỉ thị số 33/CT-TTg", "Kế hoạch số 16/KH-UBND"))
    assert (tmp_path / "deep" / "out" / "documents.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_holds_no_formula(tmp_path: Path, title: str) -> None:
    export(Graph.from_rows(documents=[{"id": "a", "title": title}]), "csv", tmp_path)
    assert rows_of(tmp_path / "documents.csv")[0]["title"] == "'" + title


def test_csv_needs_a_folder(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="folder"):
        export(graph, "csv", io.StringIO())
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(KgError, match="folder"):
        export(graph, "csv", tmp_path / "file")


def test_json_holds_the_tables(graph: Graph) -> None:
    text = written(graph, "json")
    found = json.loads(text)
    for name in TABLES:
        assert found[name] == getattr(graph, name).to_pylist()
    rebuilt = Graph.from_rows(**{name: found[name] for name in TABLES})
    assert written(rebuilt, "json") == text
    assert "\u202e" not in text


def test_an_unknown_format_lists_the_known_ones(graph: Graph) -> None:
    with pytest.raises(KgError, match="turtle, nquads, jsonld, rdfxml, graphml, gexf, csv, parquet, neo4j, cypher, json") as caught:
        export(graph, "docx", io.StringIO())
    assert caught.value.code == "unknown-format"


def test_formats_are_described() -> None:
    for name, made in FORMATS.items():
        assert made.name == name
        assert made.vi
        assert made.en
        assert made.folder is (made.extension == "")


def test_select_by_type_keeps_inner_relations(graph: Graph) -> None:
    part = select(graph, types=["Kế hoạch", "chi-thi"])
    assert set(part.documents["id"].to_pylist()) == {KH664, CT33, "ref_16-kh-ubnd"}
    assert set(part.relations["predicate"].to_pylist()) == {"implements", "cites"}
    assert part.documents["mentions"].to_pylist() == [
        row["mentions"] for row in graph.documents.to_pylist() if row["id"] in (KH664, CT33, "ref_16-kh-ubnd")
    ]
    assert part.sources["source"].to_pylist() == ["a.txt"]
    assert run_of(part) == run_of(graph)


def test_select_by_type_takes_kinds_of_it() -> None:
    kinds = ("chuong-trinh", "chuong-trinh-hanh-dong", "chuong-trinh-phoi-hop", "ke-hoach", None)
    graph = Graph.from_rows(documents=[{"id": f"d{n}", "type": kind} for n, kind in enumerate(kinds)])
    assert select(graph, types=["Chương trình"]).documents["id"].to_pylist() == ["d0", "d1", "d2"]
    assert select(graph, types=["chuong-trinh-phoi-hop"]).documents["id"].to_pylist() == ["d2"]
    assert select(graph, types=["không có loại này"]).documents.num_rows == 0


def test_select_drops_candidates_that_are_gone(graph: Graph) -> None:
    part = select(graph, types=["ke-hoach"])
    row = next(row for row in part.documents.to_pylist() if row["id"] == "ref_16-kh-ubnd")
    assert row["candidates"] == [KH664]


def test_select_by_predicate_and_confidence(graph: Graph) -> None:
    part = select(graph, predicates=["based-on", "implements"], min_confidence=0.9)
    assert set(part.relations["predicate"].to_pylist()) == {"basedOn", "implements"}
    assert min(part.relations["confidence"].to_pylist()) >= 0.9
    assert part.documents.num_rows == graph.documents.num_rows
    with pytest.raises(KgError, match="relation"):
        select(graph, predicates=["likes"])


def test_select_round_a_root() -> None:
    chain = [relation(a, "implements", b) for a, b in ("ab", "bc", "cd", "ex")]
    graph = Graph.from_rows(documents=[{"id": c} for c in "abcdexy"], relations=chain)
    assert select(graph, root=["b"], depth=0).documents["id"].to_pylist() == ["b"]
    assert select(graph, root=["b"], depth=1).documents["id"].to_pylist() == ["a", "b", "c"]
    assert select(graph, root=["b", "y"]).documents["id"].to_pylist() == ["a", "b", "c", "d", "y"]
    assert select(graph, root=["b"], depth=1).relations.num_rows == 2
    with pytest.raises(KgError, match="no document 'z'"):
        select(graph, root=["z"])


def test_a_part_names_its_facts_as_the_whole_does(graph: Graph) -> None:
    whole = set(to_rdflib(graph))
    part = to_rdflib(select(graph, root=[KH664], depth=1))
    run = rdflib.URIRef("https://w3id.org/vnlaw/run/" + run_of(graph)[0])
    assert len(part) > 50
    assert {triple for triple in part if triple not in whole} == set()
    assert (run, rdflib.RDF.type, rdflib.PROV.Activity) in part


def test_filters_reach_the_file(graph: Graph) -> None:
    found = rdflib.Graph().parse(data=written(graph, "turtle", types=["nghi-dinh"]), format="turtle")
    kinds = set(found.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/vnlaw/ns#Document")))
    assert {str(k).rsplit("/", 1)[1] for k in kinds} == {ND04, ND71}
