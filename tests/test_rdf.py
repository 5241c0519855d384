"""The graph as RDF: the same triples from every writer, whatever the titles hold."""

from __future__ import annotations

import io
import itertools
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import rdf, rdf_documents, rdf_terms, rdf_text
from kg.errors import KgError
from kg.graph import Graph
from kg.models import PREDICATES, Provision
from kg.rdf_jsonld import nodes_jsonld

CT33 = "vn_ttg_chi-thi_2021_33-ct-ttg"
KH664 = "vn_ubnd.an-giang_ke-hoach_2022_664-kh-ubnd"
ND71 = "vn_chinh-phu_nghi-dinh_1998_71-1998-nd-cp"
ND04 = "vn_chinh-phu_nghi-dinh_2015_04-2015-nd-cp"
HOSTILE = {
    "quotes": "Về \"an toàn\" và 'trật tự' \\ \\n \\u0041",
    "markup": "<img src=x onerror=alert(1)> ]]> &amp; <b>",
    "lines": "dòng một\ndòng hai\r\n\tthụt\x0b\x0c",
    "controls": "a\x00b\x01c\x1fd\x7fe\x85f\x9fg",
    "directions": "số \u202e33/TTC-CT\u202c\u200f \u2066x\u2069\ufeff\u200b",
    "emoji": "họp 👨‍👩‍👧 🇻🇳 \U0001f9fe\ufe0f",
    "decomposed": "Kế hoạch",
    "end": "hết\u2028\u2029\ufffe\uffff",
    "turtle": '" . <http://evil> <http://evil> <http://evil> . #',
    "long": '"""\\"""\\\\',
}
VL = rdflib.Namespace("https://w3id.org/vnlaw/ns#")
DOC = rdflib.Namespace("https://w3id.org/vnlaw/doc/")
CITO = rdflib.Namespace("http://purl.org/spar/cito/")
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def relation(subject: str, predicate: str, target: str, **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "subject": subject, "predicate": predicate, "object": target, "strength": "stated", "source": "a.txt",
        "start": 10, "end": 20, "confidence": 0.95,
    }  # fmt: skip
    return {**row, **more}


def mention(document: str, target: str | None, **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "source": "a.txt", "document": document, "target": target, "text": "x", "kind": "number", "type": "chi-thi",
        "confidence": 0.9,
    }  # fmt: skip
    return {**row, **more}


def sample_rows() -> dict[str, list[dict[str, Any]]]:
    sentence = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021"
    documents: list[dict[str, Any]] = [
        {
            "id": CT33, "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26", "series": "ttg",
            "issuer": "thu-tuong-chinh-phu", "level": "central", "branch": "state", "mentions": 3,
        },
        {
            "id": KH664, "type": "ke-hoach", "number": "664/KH-UBND", "date": "2022-11", "status": "read",
            "issuer": "uy-ban-nhan-dan-tinh-an-giang", "locality": "An Giang", "branch": "state",
            "level": "province", "source": "a.txt", "title": "Kế hoạch thực hiện Chỉ thị 33",
        },
        {"id": ND71, "type": "nghi-dinh", "number": "71/1998/NĐ-CP", "date": "1998", "branch": "state",
         "issuer": "chinh-phu"},
        {"id": ND04, "type": "nghi-dinh", "number": "04/2015/NĐ-CP", "date": "2015-01-09", "branch": "state",
         "issuer": "chinh-phu"},
        {"id": "ref_16-kh-ubnd", "type": "ke-hoach", "number": "16/KH-UBND", "status": "unresolved",
         "candidates": [KH664, CT33], "date": "2020-01-02"},
        {"id": "vn_joint", "type": "thong-tu-lien-tich", "number": "05/2012/TTLT-BNV-BTC",
         "issuer": "bo-noi-vu+bo-tai-chinh", "date": "2012-02-30", "branch": "state"},
        {"id": "src_0123"},
        *({"id": f"hostile_{key}", "type": "bao-cao", "title": title} for key, title in HOSTILE.items()),
    ]  # fmt: skip
    relations = [
        relation(
            KH664, "implements", CT33, cue="thực hiện", sentence=sentence, sentence_start=0, start=10, end=30,
            frame="title", page=1, paragraph=7, provisions=[Provision(dieu="3", khoan="2", diem="a"), Provision(dieu="5")],
        ),
        relation(KH664, "implements", CT33, strength="footnote", confidence=0.6, start=90, end=99),
        relation(KH664, "cites", "ref_16-kh-ubnd", start=50, end=60, confidence=1),
        relation(ND04, "replaces", ND71),
        relation(ND04, "repeals", ND71, scope="partial"),
        relation("vn_joint", "repeals", ND71, start=1, end=2),
        *(relation("hostile_quotes", p, CT33, start=n, end=n + 1, cue=HOSTILE["turtle"],
                   sentence=HOSTILE["lines"]) for n, p in enumerate(PREDICATES)),
    ]  # fmt: skip
    return {
        "documents": documents,
        "relations": relations,
        "mentions": [
            mention(KH664, CT33, start=10, end=30, text="Chỉ thị số 33/CT-TTg", number="33/CT-TTg",
                    date="2021-11-26", issuer="thu-tuong-chinh-phu", series="ttg", title="dân vận", page=1, paragraph=7,
                    provisions=[Provision(dieu="3", khoan="2"), Provision(diem="đ")]),
            mention(KH664, "vn_joint", start=50, end=61, kind="name", type="thong-tu-lien-tich",
                    issuer="bo-tai-chinh+bo-noi-vu", date="2012", confidence=0.5),
            mention(KH664, None, start=50, end=61, kind="back", text=HOSTILE["controls"] + HOSTILE["end"]),
            *(mention("hostile_long", None, start=n, end=n + 1, title=title, text=title)
              for n, title in enumerate(HOSTILE.values())),
        ],
        "conflicts": [
            {"document": CT33, "field": "date", "values": ["2021-11-26", "2021-12-26"], "sources": ["a.txt"]},
            {"document": ND71, "field": "issuer", "values": ["z", "y", "x"], "sources": ["b.txt", "a.txt"]},
        ],
        "sources": [
            {"source": "a.txt", "sha256": "ab" * 32, "format": "txt", "encoding": "utf-8", "size": 77,
             "document": KH664, "meta": '{"number": "664/KH-UBND"}'},
            {"source": 'thư mục/"x" <y>.txt', "status": "failed", "error": "không đọc được"},
        ],
    }  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_rows(**sample_rows())


@pytest.fixture(scope="module")
def triples(graph: Graph) -> rdflib.Graph:
    return rdf.to_rdflib(graph)


def turtle(graph: Graph, **options: Any) -> str:
    out = io.StringIO()
    rdf.write_turtle(graph, out, **options)
    return out.getvalue()


def nquads(graph: Graph, **options: Any) -> str:
    out = io.StringIO()
    rdf.write_nquads(graph, out, **options)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own reader
@pytest.mark.parametrize(("write", "syntax"), [(turtle, "turtle"), (nquads, "nt"), (nquads, "nquads")])
def test_every_writer_says_what_rdflib_says(
    graph: Graph, triples: rdflib.Graph, write: Callable[[Graph], str], syntax: str
) -> None:
    parsed: rdflib.Graph | rdflib.Dataset = rdflib.Dataset() if syntax == "nquads" else rdflib.Graph()
    parsed.parse(data=write(graph), format=syntax)
    found = parsed.default_graph if isinstance(parsed, rdflib.Dataset) else parsed
    assert len(found) == len(triples)
    assert isomorphic(found, triples)
    again = rdflib.Graph().parse(data=found.serialize(format="turtle"), format="turtle")
    assert len(again) == len(found)


def test_no_blank_nodes(triples: rdflib.Graph) -> None:
    assert not [node for triple in triples for node in triple if isinstance(node, rdflib.BNode)]


def test_each_statement_is_written_once(graph: Graph, triples: rdflib.Graph) -> None:
    assert len(nquads(graph).splitlines()) == len(triples)


@pytest.mark.parametrize("key", HOSTILE)
def test_hostile_titles_survive(graph: Graph, key: str) -> None:
    parsed = rdflib.Graph().parse(data=turtle(graph), format="turtle")
    title = parsed.value(DOC[f"hostile_{key}"], rdflib.DCTERMS.title)
    assert title == rdflib.Literal(HOSTILE[key], lang="vi")


def test_invisible_characters_are_visible_in_the_file(graph: Graph) -> None:
    for text in (turtle(graph), nquads(graph)):
        assert not set(text) & set("\x00\x01\x1f\x7f\x85\u200b\u200f\u2028\u2029\u202e\u2066\ufeff")
        assert "\\u202E33/TTC-CT" in text


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    node = rdf_terms.node("doc:a", {"dcterms:title": rdf_terms.text("a\ud800b", "@vi")})
    written = "".join(rdf_text.turtle([node]))
    assert "a\ufffdb" in written
    assert written.encode()


def test_dates_have_the_type_of_their_precision(triples: rdflib.Graph) -> None:
    issued = dict(triples.subject_objects(rdflib.DCTERMS.issued))
    assert issued[DOC[CT33]] == rdflib.Literal("2021-11-26", datatype=rdflib.XSD.date)
    assert issued[DOC[KH664]] == rdflib.Literal("2022-11", datatype=rdflib.XSD.gYearMonth)
    assert issued[DOC[ND71]] == rdflib.Literal("1998", datatype=rdflib.XSD.gYear)
    assert issued[DOC["vn_joint"]] == rdflib.Literal("2012-02-30")  # no such day: not a date
    whole = set(triples.subjects(ELI.date_document))
    assert whole == {DOC[CT33], DOC[ND04]}  # ELI wants xsd:date, and a reference is no work


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1.0"), (0.95, "0.95"), (0.1 + 0.2, "0.30000000000000004"), (1e-9, "0.000000001")],
)
def test_confidence_is_a_canonical_decimal(value: float, written: str) -> None:
    made = Graph.from_rows(
        documents=[{"id": "a"}, {"id": "b"}], relations=[relation("a", "cites", "b", confidence=value)]
    )
    (found,) = rdf.to_rdflib(made).objects(predicate=VL.confidence)
    assert found.n3() == f'"{written}"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert f"vl:confidence {written} ;" in turtle(made)


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(KgError, match="nan"):
        rdf_terms.decimal(float("nan"))


def test_resolved_links_are_direct_and_carry_evidence(triples: rdflib.Graph) -> None:
    assert (DOC[KH664], VL.implements, DOC[CT33]) in triples
    citations = set(triples.subjects(CITO.hasCitationCharacterization, VL.implements))
    citations &= set(triples.subjects(CITO.hasCitingEntity, DOC[KH664]))
    assert len(citations) == 2
    stated = next(c for c in citations if triples.value(c, VL.strength) == rdflib.Literal("stated"))
    assert triples.value(stated, CITO.hasCitedEntity) == DOC[CT33]
    assert str(triples.value(stated, OA.exact)) == "Chỉ thị số 33/CT-TTg"
    assert triples.value(stated, OA.start).toPython() == 10  # type: ignore[union-attr]
    assert triples.value(stated, OA.end).toPython() == 30  # type: ignore[union-attr]
    assert triples.value(stated, VL.cue) == rdflib.Literal("thực hiện", lang="vi")
    assert {str(p) for p in triples.objects(stated, VL.provision)} == {"điểm a khoản 2 Điều 3", "Điều 5"}
    assert (
        triples.value(stated, rdflib.PROV.wasGeneratedBy),
        rdflib.RDF.type,
        rdflib.PROV.Activity,
    ) in triples
    assert (triples.value(stated, rdflib.DCTERMS.source), rdflib.RDF.type, VL.Source) in triples


def test_unresolved_references_are_no_documents(triples: rdflib.Graph) -> None:
    reference = DOC["ref_16-kh-ubnd"]
    assert set(triples.objects(reference, rdflib.RDF.type)) == {VL.UnresolvedReference}
    assert set(triples.objects(reference, VL.candidate)) == {DOC[KH664], DOC[CT33]}
    pointing = {p for _, p in triples.subject_predicates(reference)}
    assert pointing == {CITO.hasCitedEntity}
    assert not [p for p in triples.predicates(reference) if str(p).startswith(str(ELI))]


def test_only_state_normative_documents_are_legal_resources(triples: rdflib.Graph) -> None:
    legal = set(triples.subjects(rdflib.RDF.type, ELI.LegalResource))
    assert legal == {DOC[ND71], DOC[ND04], DOC["vn_joint"]}
    assert set(triples.subjects(ELI.passed_by)) == legal


@pytest.mark.parametrize(
    ("kind", "branch", "number", "expected"),
    [
        ("luat", "state", None, True),
        ("nghi-dinh", None, "04/2015/NĐ-CP", True),
        ("nghi-quyet", "party", "25-NQ/TW", False),
        ("nghi-quyet", "state", "88/2019/QH14", True),
        ("nghi-quyet", "state", "66.7/2025/NQ-CP", True),
        ("nghi-quyet", "state", "30a/2008/NQ-CP", True),
        ("nghi-quyet", "state", "11/NQ-CP", False),
        ("quyet-dinh", "state", "1227/QĐ-TTg", False),
        ("quyet-dinh", None, "19/2025/QĐ-TTg", False),
        ("chi-thi", "state", "10/2005/CT-TTg", True),
        ("chi-thi", "state", "01/2026/CT-UBND", False),
        ("cong-van", "state", "1017/SKHĐT", False),
        ("ke-hoach", "state", "05/2021/KH-UBND", False),
        (None, "state", None, False),
    ],
)
def test_what_is_state_normative(kind: str | None, branch: str | None, number: str | None, expected: bool) -> None:
    assert rdf_documents.is_state_normative({"type": kind, "branch": branch, "number": number}) is expected


def test_whole_and_partial_ends_of_force(triples: rdflib.Graph) -> None:
    assert (DOC[ND04], rdflib.DCTERMS.replaces, DOC[ND71]) in triples
    assert (DOC[ND04], VL.repeals, DOC[ND71]) in triples
    assert (DOC[ND04], ELI.repeals, DOC[ND71]) not in triples  # some provisions only
    assert (DOC["vn_joint"], ELI.repeals, DOC[ND71]) in triples


def test_joint_issuers_and_labels(triples: rdflib.Graph) -> None:
    bodies = list(triples.objects(DOC["vn_joint"], VL.issuedBy))
    names = {str(o) for b in bodies for o in triples.objects(b, rdflib.SKOS.prefLabel) if o.language == "vi"}  # type: ignore[attr-defined]
    assert names == {"Bộ Nội vụ", "Bộ Tài chính"}
    (an_giang,) = triples.objects(DOC[KH664], VL.issuedBy)
    assert rdflib.Literal("Ủy ban nhân dân tỉnh An Giang", lang="vi") in set(
        triples.objects(an_giang, rdflib.SKOS.prefLabel)
    )
    assert triples.value(DOC[CT33], rdflib.RDFS.label) == rdflib.Literal(
        "Chỉ thị số 33/CT-TTg ngày 26/11/2021", lang="vi"
    )


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"type": "chi-thi", "number": "33/CT-TTg"}, "Chỉ thị số 33/CT-TTg"),
        ({"number": "33/CT-TTg"}, "33/CT-TTg"),
        ({"type": "ke-hoach", "number": "1/KH-UBND", "date": "2022-03"}, "Kế hoạch số 1/KH-UBND tháng 03/2022"),
        ({"type": "ke-hoach", "number": "1/KH-UBND", "date": "2022"}, "Kế hoạch số 1/KH-UBND năm 2022"),
        ({"type": "nghi-dinh", "number": "04/2015/NĐ-CP", "date": "2015"}, "Nghị định số 04/2015/NĐ-CP"),
        ({"type": "hien-phap", "title": "Hiến pháp năm 2013", "date": "2013"}, "Hiến pháp năm 2013"),
        ({"date": "2022"}, "x"),
        ({"type": "luat", "title": "Luật Đất đai"}, "Luật Đất đai"),
        ({"type": "luat", "title": "Đất đai"}, "Luật Đất đai"),
        ({"title": "Bài viết"}, "Bài viết"),
        ({"type": "luat"}, "x"),
        ({}, "x"),
    ],
)
def test_labels(row: dict[str, str], label: str) -> None:
    assert rdf.document_label({**dict.fromkeys(("type", "number", "title", "date")), "id": "x", **row}) == label


def test_places_without_registry_are_spelt_as_the_texts_do() -> None:
    issued = {"id": "plan", "issuer": "uy-ban-nhan-dan-huyen-van-chan"}
    rows = [relation("report", "cites", "plan", sentence="Kế hoạch của UBND huyện Văn Chấn")]
    found = rdf.to_rdflib(Graph.from_rows(documents=[issued, {"id": "report"}], relations=rows))
    (body,) = found.objects(DOC["plan"], VL.issuedBy)
    labels = {str(o) for o in found.objects(body, rdflib.SKOS.prefLabel)}
    assert labels == {"Ủy ban nhân dân huyện Văn Chấn", "People's Committee, huyện Văn Chấn"}
    unknown = rdf.to_rdflib(Graph.from_rows(documents=[issued]))
    assert not list(unknown.objects(body, rdflib.SKOS.prefLabel))  # marks are not guessed
    assert str(unknown.value(body, rdflib.DCTERMS.identifier)) == "uy-ban-nhan-dan-huyen-van-chan"


def test_conflicts_keep_every_value(triples: rdflib.Graph) -> None:
    (conflict,) = triples.subjects(VL.about, DOC[CT33])
    assert (conflict, rdflib.RDF.type, VL.Conflict) in triples
    assert {str(v) for v in triples.objects(conflict, VL.value)} == {"2021-11-26", "2021-12-26"}
    assert str(triples.value(conflict, VL.preferredValue)) == "2021-11-26"


def test_two_rules_on_one_place_are_two_citations() -> None:
    rows = [
        relation("a", "cites", "b", frame="one", cue="theo", confidence=0.5),
        relation("a", "cites", "b", frame="two", cue="theo", confidence=0.9),
    ]
    found = rdf.to_rdflib(Graph.from_rows(documents=[{"id": "a"}, {"id": "b"}], relations=rows))
    first, second = sorted(found.subjects(rdflib.RDF.type, VL.Citation))
    assert str(second) == f"{first}-2"
    said = {str(found.value(c, VL.frame)): str(found.value(c, VL.confidence)) for c in (first, second)}
    assert said == {"one": "0.5", "two": "0.9"}


def test_input_order_does_not_matter(graph: Graph) -> None:
    rows = sample_rows()
    for part in rows.values():
        random.Random(7).shuffle(part)
    assert turtle(Graph.from_rows(**rows)) == turtle(graph)


def test_names_of_old_facts_stay_when_documents_are_added(graph: Graph) -> None:
    rows = sample_rows()
    rows["documents"].append({"id": "vn_new", "type": "luat"})
    rows["relations"].append(relation("vn_new", "cites", CT33, source="b.txt"))
    rows["sources"].append({"source": "b.txt", "sha256": "cd" * 32})
    old = {s for s in rdf.to_rdflib(graph).subjects() if "/run/" not in str(s)}
    assert old <= set(rdf.to_rdflib(Graph.from_rows(**rows)).subjects())


@pytest.mark.parametrize("syntax", ["turtle", "nquads"])
def test_same_bytes_for_any_hash_seed(tmp_path: Path, graph: Graph, syntax: str) -> None:
    folder = tmp_path / "graph"
    graph.save(folder)
    code = (
        "import sys; from kg.graph import Graph; from kg.export import export\n"
        f"export(Graph.load(sys.argv[1]), {syntax!r}, sys.stdout.buffer)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    ]  # fmt: skip
    assert runs[0] == runs[1] == runs[2] == (turtle(graph) if syntax == "turtle" else nquads(graph)).encode()


def test_another_base_moves_the_data_and_keeps_the_vocabulary(graph: Graph) -> None:
    found = rdflib.Graph().parse(data=turtle(graph, base_iri="https://example.org/vn"), format="turtle")
    assert isomorphic(found, rdf.to_rdflib(graph, base_iri="https://example.org/vn/"))
    assert rdflib.URIRef(f"https://example.org/vn/doc/{CT33}") in set(found.subjects())
    assert set(found.predicates()) == set(rdf.to_rdflib(graph).predicates())


@pytest.mark.parametrize(
    "base",
    ["", "doc/", "//example.org", "https://example.org/a b/", "https://x/>", 'https://x/"', "https://x/\n"],
)
def test_a_bad_base_is_refused_before_a_file_is_made(tmp_path: Path, graph: Graph, base: str) -> None:
    with pytest.raises(KgError, match="absolute IRI"):
        rdf.write_turtle(graph, tmp_path / "g.ttl", base_iri=base)
    with pytest.raises(KgError, match="absolute IRI"):
        rdf.to_rdflib(graph, base_iri=base)
    assert not list(tmp_path.iterdir())


def test_a_path_is_replaced_whole_or_not_at_all(tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("old", encoding="utf-8")
    broken = itertools.chain([("doc:a", [("rdf:type", ["vl:Document"])])], (1 / 0 for _ in "x"))
    monkeypatch.setattr(rdf, "written_nodes", lambda graph, **_: broken)
    with pytest.raises(ZeroDivisionError):
        rdf.write_turtle(graph, path)
    assert path.read_text(encoding="utf-8") == "old"
    monkeypatch.undo()
    rdf.write_turtle(graph, path)
    assert path.read_bytes() == turtle(graph).encode()
    assert [p.name for p in tmp_path.iterdir()] == ["g.ttl"]


def test_a_place_that_cannot_be_written(tmp_path: Path, graph: Graph) -> None:
    with pytest.raises(KgError, match="cannot be written"):
        rdf.write_turtle(graph, tmp_path / "absent" / "g.ttl")


def test_binary_streams_get_utf8_and_stay_open(graph: Graph) -> None:
    out = io.BytesIO()
    rdf.write_turtle(graph, out)
    assert out.getvalue() == turtle(graph).encode()


def test_an_empty_graph() -> None:
    empty = Graph.from_rows()
    assert len(rdf.to_rdflib(empty)) == len(rdflib.Graph().parse(data=turtle(empty), format="turtle")) == 3


def test_rdflib_stays_unloaded_for_streaming() -> None:
    code = (
        "import io, sys; from kg.graph import Graph; from kg import export\n"
        "export.export(Graph.from_rows(documents=[{'id': 'a'}]), 'turtle', io.StringIO())\n"
        "assert not {'rdflib', 'networkx'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40), st.text(st.characters(codec=None), max_size=20))
def test_any_text_and_any_name_survive(words: str, local: str) -> None:
    node = rdf_terms.node(rdf_terms.name("doc", local), {"dcterms:title": rdf_terms.text(words, "@vi")})
    expected = rdf_terms.rdflib_graph([node])
    for written, syntax in ((rdf_text.turtle([node]), "turtle"), (rdf_text.nquads([node]), "nt")):
        data = "".join(written).encode()
        assert set(rdflib.Graph().parse(data=data, format=syntax)) == set(expected)
    data = "".join(nodes_jsonld([node]))
    assert set(rdflib.Graph().parse(data=data, format="json-ld")) == set(expected)
    assert json.loads(data)["@graph"]


TERMS = st.one_of(
    st.builds(rdf_terms.name, st.just("doc"), st.text(max_size=5)),
    st.builds(rdf_terms.text, st.text(max_size=9), st.sampled_from(["", "@vi", "xsd:string"])),
    st.builds(rdf_terms.decimal, st.floats(0, 1)),
)


@st.composite
def rows(draw: st.DrawFn) -> rdf_text.Rows:
    size = draw(st.integers(1, 6))

    def at(values: list[Any]) -> list[int]:
        return draw(st.lists(st.integers(-1, len(values) - 1), min_size=size, max_size=size))

    names = draw(st.lists(st.builds(rdf_terms.name, st.just("doc"), st.text(max_size=5)), max_size=3))
    words = draw(st.lists(st.text(max_size=9), max_size=3))
    lists = draw(st.lists(st.lists(TERMS, min_size=1, max_size=3, unique=True), max_size=3))
    own = draw(st.lists(st.none() | st.text(max_size=9), min_size=size, max_size=size))
    columns = [
        rdf_text.Things("rdf:type", ["vl:Citation"], [0] * size),
        rdf_text.Things("vl:implements", names, at(names)),
        rdf_text.Texts("vl:cue", words, "@vi", at(words)),
        rdf_text.Chosen("vl:provision", lists, at(lists)),
        rdf_text.Texts("oa:start", own, "xsd:nonNegativeInteger"),
        rdf_text.Texts("oa:exact", own),
    ]
    return rdf_text.Rows([f"cit:{i}" for i in range(size)], columns)


@given(rows())
def test_rows_are_written_like_single_nodes(made: rdf_text.Rows) -> None:
    for writer in (rdf_text.turtle, rdf_text.nquads):
        assert "".join(writer([made])) == "".join(writer(list(made)))


def test_rows_of_a_graph_are_written_like_its_nodes(graph: Graph) -> None:
    for writer in (rdf_text.turtle, rdf_text.nquads):
        assert "".join(writer(rdf.written_nodes(graph))) == "".join(writer(rdf.nodes(graph)))


def test_what_is_printable_is_safe() -> None:
    for code in range(0x11000):
        char = chr(code)
        assert rdf_terms.escaped(char) == rdf_terms._ESCAPED.sub(rdf_terms._escape, char), hex(code)
