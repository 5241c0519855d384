"""The way back: tables → RDF → the same tables, whoever wrote the file in between."""

from __future__ import annotations

import gzip
import io
import random
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from test_rdf import CT33, KH664, mention, relation, sample_rows

import kg
from kg import rdf
from kg.errors import GraphError, KgError
from kg.graph import Graph
from kg.models import PREDICATES
from kg.rdf_read import READABLE, read_rdf
from kg.tables import SCHEMAS, TABLES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_rows(**sample_rows())


@pytest.fixture(scope="module")
def built() -> Graph:
    return kg.build([str(ROOT / "data" / "samples")])


def same(first: Graph, second: Graph) -> bool:
    return all(getattr(first, name).equals(getattr(second, name)) for name in TABLES)


def bytes_of(graph: Graph) -> bytes:
    out = io.BytesIO()
    rdf.write_turtle(graph, out)
    return out.getvalue()


def test_every_table_comes_back_and_gives_the_same_bytes(tmp_path: Path, graph: Graph, built: Graph) -> None:
    for at, whole in enumerate((graph, built)):
        path = tmp_path / f"{at}.ttl"
        rdf.write_turtle(whole, path)
        again = Graph.from_turtle(path)
        assert same(again, whole)
        assert bytes_of(again) == path.read_bytes()


def test_no_column_is_forgotten(graph: Graph) -> None:
    """A column that is new in the tables must be told in RDF: here it would come back empty."""
    full: dict[str, dict[str, Any]] = {
        name: {
            column: row[column]
            for row in getattr(graph, name).to_pylist()
            for column in row
            if row[column] not in (None, "", [], "[]")
        }
        for name in TABLES
    }
    full["documents"].update(level="province", branch="state", locality="An Giang")
    full["relations"].update(scope="partial")
    assert {name: set(columns) for name, columns in full.items()} == {
        name: set(SCHEMAS[name].names) for name in TABLES
    }


@pytest.mark.parametrize(
    ("ending", "kind"),
    [(".ttl", "TURTLE"), (".nt", "N_TRIPLES"), (".nq", "N_QUADS"), (".trig", "TRIG"), (".jsonld", "JSON_LD")],
)
def test_what_another_tool_has_written_anew_is_read(tmp_path: Path, graph: Graph, ending: str, kind: str) -> None:
    triples = list(pyoxigraph.parse(bytes_of(graph), pyoxigraph.RdfFormat.TURTLE))
    random.Random(3).shuffle(triples)
    path = tmp_path / f"again{ending}"
    path.write_bytes(pyoxigraph.serialize((quad.triple for quad in triples), format=getattr(pyoxigraph.RdfFormat, kind)))
    assert same(read_rdf(path), graph)
    packed = tmp_path / f"again{ending}.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert same(read_rdf(packed), graph)


def test_rdflib_may_stand_between(tmp_path: Path, built: Graph) -> None:
    between = rdflib.Graph().parse(data=bytes_of(built), format="turtle")
    between.add((rdflib.URIRef("http://x/a"), rdflib.RDFS.label, rdflib.Literal("more of another")))
    between.serialize(tmp_path / "g.ttl", format="turtle")
    between.serialize(tmp_path / "g.rdf", format="xml")
    assert same(Graph.from_turtle(tmp_path / "g.ttl"), built)
    assert same(read_rdf(tmp_path / "g.rdf"), built)


def test_another_base_makes_no_difference(tmp_path: Path, graph: Graph) -> None:
    rdf.write_turtle(graph, tmp_path / "g.ttl", base_iri="https://example.org/vn#")
    assert same(Graph.from_turtle(tmp_path / "g.ttl"), graph)


def test_without_mentions_the_rest_comes_back(tmp_path: Path, graph: Graph) -> None:
    rdf.write_turtle(graph, tmp_path / "g.ttl", mentions=False)
    again = Graph.from_turtle(tmp_path / "g.ttl")
    assert again.mentions.num_rows == 0
    assert again.relations.equals(graph.relations)
    assert again.documents.equals(graph.documents)


IDS = ("a", "b", "vn_x.y_z_2021_1-kh", "Điều_1")
words = st.text(st.characters(codec="utf-8"), max_size=12)
optional = st.none() | words
provisions = st.sampled_from(["[]", '[{"dieu":"19","khoan":"2"}]', '[{"diem": "a"}, {}]'])
share = st.floats(0, 1)
document_rows = st.fixed_dictionaries(
    {
        "type": optional, "number": optional, "date": st.none() | words | st.sampled_from(["2021-11-26", "2021", "2021-02-30"]),
        "issuer": st.none() | st.sampled_from(["a", "b+a", "a+b", "+a", "", "a+"]) | words, "series": optional, "title": optional,
        "locality": optional, "level": optional, "branch": optional, "status": st.sampled_from(["read", "cited", "unresolved"]),
        "source": optional, "candidates": st.lists(st.sampled_from(IDS), max_size=3),
    }
)  # fmt: skip
relation_rows = st.fixed_dictionaries(
    {
        "subject": st.sampled_from(IDS), "predicate": st.sampled_from(PREDICATES), "object": st.sampled_from(IDS),
        "strength": st.sampled_from(["stated", "heading", "footnote"]), "source": words, "start": st.integers(0, 3),
        "end": st.integers(3, 9), "cue": words, "sentence": words, "sentence_start": st.integers(-1, 4), "frame": words,
        "scope": st.none() | st.just("partial"), "provisions": provisions, "confidence": share,
        "page": st.none() | st.integers(0, 9), "paragraph": st.none() | st.integers(0, 9),
    }
)  # fmt: skip
mention_rows = st.fixed_dictionaries(
    {
        "source": words, "document": st.sampled_from(IDS), "start": st.integers(0, 3), "end": st.integers(3, 9), "text": words,
        "kind": st.sampled_from(["number", "name", "back"]), "type": words, "number": optional, "date": optional,
        "issuer": optional, "series": optional, "title": optional, "provisions": provisions,
        "target": st.none() | st.sampled_from(IDS), "confidence": share,
    }
)  # fmt: skip
conflict_rows = st.fixed_dictionaries(
    {"document": st.sampled_from(IDS), "field": words, "values": st.lists(words, max_size=4), "sources": st.lists(words, max_size=3)}
)
source_rows = st.fixed_dictionaries(
    {"sha256": optional, "format": optional, "encoding": optional, "size": st.none() | st.integers(0, 99),
     "status": st.sampled_from(["ok", "duplicate", "failed"]), "error": optional, "document": st.none() | st.sampled_from(IDS)}
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_tables_come_back(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    names = data.draw(st.lists(words, unique=True, max_size=3))
    made = Graph.from_rows(
        documents=[{"id": id, **data.draw(document_rows)} for id in IDS],
        relations=data.draw(st.lists(relation_rows, max_size=4)),
        mentions=data.draw(st.lists(mention_rows, max_size=4)),
        conflicts=data.draw(st.lists(conflict_rows, max_size=3)),
        sources=[{"source": name, **data.draw(source_rows)} for name in names],
    )
    path = tmp_path_factory.mktemp("any") / "g.ttl"
    rdf.write_turtle(made, path)
    again = Graph.from_turtle(path)
    for name in TABLES:
        assert getattr(again, name).to_pylist() == getattr(made, name).to_pylist()
    assert bytes_of(again) == path.read_bytes()


def test_rows_that_are_the_same_twice_come_back_twice(tmp_path: Path) -> None:
    rows = [relation("a", "cites", "b", frame=frame) for frame in ("one", "one", "two")]
    made = Graph.from_rows(
        documents=[{"id": "a"}, {"id": "b"}], relations=rows, mentions=[mention("a", "b", start=1, end=2)] * 2,
        conflicts=[{"document": "a", "field": "date", "values": ["1", "2"]}] * 2,
    )  # fmt: skip
    rdf.write_turtle(made, tmp_path / "g.ttl")
    assert same(Graph.from_turtle(tmp_path / "g.ttl"), made)


def test_the_run_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1637884800")
    made = Graph.from_rows(**sample_rows())
    rdf.write_turtle(made, tmp_path / "g.ttl")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    written = (tmp_path / "g.ttl").read_text(encoding="utf-8")
    assert 'prov:endedAtTime "2021-11-26T00:00:00Z"^^xsd:dateTime' in written
    again = Graph.from_turtle(tmp_path / "g.ttl")
    assert rdf.run_of(again) == rdf.run_of(made)
    assert bytes_of(again) == written.encode()


# -- what cannot be read -------------------------------------------------------------------------------


def failing(tmp_path: Path, text: str, name: str = "g.ttl") -> KgError:
    path = tmp_path / name
    path.write_text("@prefix vl: <https://w3id.org/vnlaw/ns#> .\n" + text, encoding="utf-8")
    with pytest.raises(KgError) as caught:
        read_rdf(path)
    assert "\n" not in str(caught.value)
    return caught.value


def test_faults_are_named(tmp_path: Path) -> None:
    assert failing(tmp_path, "<a> <b> .").code == "rdf-syntax"
    assert failing(tmp_path, "", "g.docx").code == "rdf-format"
    with pytest.raises(KgError) as caught:
        read_rdf(tmp_path / "none.ttl")
    assert caught.value.code == "rdf-file"
    found = failing(tmp_path, "<http://x/c> a vl:Citation .")
    assert (found.code, found.facts["table"]) == ("rdf-content", "relations")
    assert "<http://x/c>: cito:hasCitingEntity is missing" in str(found)
    twice = failing(tmp_path, '<http://x/d> a vl:Document ; vl:number "1" , "2" .')
    assert "vl:number has 2 values" in str(twice)
    assert all(ending in str(failing(tmp_path, "", "g.docx")) for ending in READABLE)


def test_what_is_no_graph_is_refused_as_a_graph_is(tmp_path: Path, graph: Graph) -> None:
    lines = bytes_of(graph).decode().replace(f"cito:hasCitedEntity doc:{CT33}", "cito:hasCitedEntity doc:absent")
    (tmp_path / "g.ttl").write_text(lines, encoding="utf-8")
    with pytest.raises(GraphError, match="'absent' is not in the table documents"):
        read_rdf(tmp_path / "g.ttl")
    assert KH664 in lines


def test_a_file_without_a_graph_is_an_empty_graph(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("<http://a> <http://b> <http://c> .", encoding="utf-8")
    assert read_rdf(tmp_path / "g.ttl").documents.num_rows == 0
