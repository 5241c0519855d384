"""Validation: each planted fault is found and named, clean graphs pass."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import DCTERMS, RDF, RDFS, XSD, Literal, URIRef
from shared import SHARED
from test_rdf import CITO, DOC, ELI, OA, VL, mention

import kg
from kg.errors import KgError
from kg.graph import Graph
from kg.queries import named_queries
from kg.validate import Fault, rules, validate

ROOT = Path(__file__).parents[1]
PLAN, LAW, OPEN = "vn_plan", "vn_law", "ref_open"
SENTENCE = "Thực hiện Luật số 1/2020/QH14, tỉnh ban hành"


def link(subject: str, predicate: str, target: str, **more: Any) -> dict[str, Any]:
    return {
        "subject": subject, "predicate": predicate, "object": target, "strength": "stated", "source": "plan.txt",
        "start": 110, "end": 129, "confidence": 0.9, "sentence": SENTENCE, "sentence_start": 100, "cue": "Thực hiện",
        **more,
    }  # fmt: skip


@pytest.fixture(scope="module")
def clean() -> Graph:
    return Graph.from_rows(
        documents=[
            {"id": LAW, "type": "luat", "number": "1/2020/QH14", "date": "2020-06-17", "issuer": "quoc-hoi",
             "branch": "state"},
            {"id": PLAN, "type": "ke-hoach", "number": "7/KH-UBND", "date": "2021-01-05", "branch": "state",
             "issuer": "uy-ban-nhan-dan-tinh-an-giang", "status": "read", "source": "plan.txt", "title": "Về việc"},
            {"id": OPEN, "type": "chi-thi", "number": "2/CT-TTg", "status": "unresolved", "candidates": [LAW]},
        ],
        relations=[link(PLAN, "implements", LAW), link(PLAN, "cites", OPEN, start=140, end=141, sentence="")],
        mentions=[mention(PLAN, LAW, source="plan.txt", start=110, end=129)],
        conflicts=[{"document": LAW, "field": "date", "values": ["2020-06-17", "2020-06-18"], "sources": ["plan.txt"]}],
        sources=[{"source": "plan.txt", "sha256": "0f" * 32, "document": PLAN}],
    )  # fmt: skip


def one(triples: rdflib.Graph, kind: URIRef, **where: URIRef) -> URIRef:
    for subject in triples.subjects(RDF.type, kind):
        if all((subject, CITO[key], value) in triples for key, value in where.items()):
            return URIRef(subject)
    raise LookupError(kind)


def citation(triples: rdflib.Graph) -> URIRef:
    return one(triples, VL.Citation, hasCitedEntity=DOC[LAW])


Plant = Callable[[rdflib.Graph], None]


def adds(subject: URIRef, predicate: URIRef, value: rdflib.term.Node) -> Plant:
    return lambda g: void(g.add((subject, predicate, value)))


def sets(subject: URIRef | Callable[[rdflib.Graph], URIRef], predicate: URIRef, value: rdflib.term.Node | None) -> Plant:
    def plant(g: rdflib.Graph) -> None:
        node = subject(g) if callable(subject) and not isinstance(subject, URIRef) else subject
        assert (node, predicate, None) in g or value is not None
        g.remove((node, predicate, None))
        if value is not None:
            g.add((node, predicate, value))

    return plant


def void(_: object) -> None:
    """A step whose value nobody needs."""


def all_of(*steps: Plant) -> Plant:
    def plant(g: rdflib.Graph) -> None:
        for step in steps:
            step(g)

    return plant


def of(kind: URIRef) -> Callable[[rdflib.Graph], URIRef]:
    return lambda g: one(g, kind)


law, plan, open_ = DOC[LAW], DOC[PLAN], DOC[OPEN]
FAULTS: dict[str, tuple[str, str, Plant]] = {
    # name: (rule, document, how it comes about)
    "two identifiers": ("identifier", PLAN, adds(plan, DCTERMS.identifier, Literal("zz-another"))),
    "no label": ("label", "vn_law", sets(law, RDFS.label, None)),
    "unknown status": ("status", LAW, sets(law, VL.status, Literal("maybe"))),
    "a type of no scheme": ("documentType", LAW, sets(law, VL.documentType, URIRef("http://x/type"))),
    "a number without digits": ("number", LAW, sets(law, VL.number, Literal("QH"))),
    "a date that is a string": ("dateDocument", LAW, sets(law, ELI.date_document, Literal("2020-06-17"))),
    "two dates": ("issued", LAW, adds(law, DCTERMS.issued, Literal("2020-06-18", datatype=XSD.date))),
    "two titles": ("title", PLAN, adds(plan, DCTERMS.title, Literal("khác", lang="vi"))),
    "an issuer that is no body": ("issuedBy", PLAN, adds(plan, VL.issuedBy, law)),
    "a wrong URN": ("urnLex", LAW, sets(law, VL.urnLex, Literal("urn:lex:vn:Quốc hội;1"))),
    "Party paper as legislation": (
        "notParty", PLAN, all_of(adds(plan, RDF.type, ELI.LegalResource), sets(plan, VL.branch, Literal("party"))),
    ),
    "a candidate that is no document": ("candidate", OPEN, sets(open_, VL.candidate, URIRef("http://x/y"))),
    "no cited document": ("cited", PLAN, sets(citation, CITO.hasCitedEntity, None)),
    "two citing documents": ("citing", LAW, lambda g: void(g.add((citation(g), CITO.hasCitingEntity, law)))),
    "an unknown relation": ("kind", PLAN, sets(citation, CITO.hasCitationCharacterization, VL.likes)),
    "confidence above one": ("confidence", PLAN, sets(citation, VL.confidence, Literal("1.5", datatype=XSD.decimal))),
    "an unknown strength": ("strength", PLAN, sets(citation, VL.strength, Literal("sure"))),
    "start behind end": (
        "start", PLAN, sets(citation, OA.start, Literal("400", datatype=XSD.nonNegativeInteger)),
    ),
    "no end": ("end", PLAN, sets(citation, OA.end, None)),
    "no source of a citation": ("readFrom", PLAN, sets(citation, DCTERMS.source, None)),
    "no run": ("generated", PLAN, sets(citation, rdflib.PROV.wasGeneratedBy, None)),
    "a conflict about nothing": ("about", "conflict", sets(of(VL.Conflict), VL.about, None)),
    "a conflict of one value": (
        "value", LAW, all_of(sets(of(VL.Conflict), VL.value, Literal("2020")), sets(of(VL.Conflict), VL.preferredValue, Literal("2020"))),
    ),
    "a mention in no document": ("mentionedIn", "mention", sets(of(VL.Mention), VL.mentionedIn, None)),
    "an unknown kind of mention": ("mentionKind", PLAN, sets(of(VL.Mention), VL.mentionKind, Literal("guess"))),
    "a digest that is none": ("sha256", PLAN, sets(of(VL.Source), VL.sha256, Literal("xyz"))),
    "an unknown status of a source": ("sourceStatus", PLAN, sets(of(VL.Source), VL.status, Literal("lost"))),
    # about the whole
    "a link without evidence": ("link-without-evidence", PLAN, adds(plan, VL.amends, law)),
    "evidence without its link": ("evidence-without-link", PLAN, lambda g: void(g.remove((plan, VL.implements, law)))),
    "a circle": ("circle", LAW, adds(law, VL.implements, plan)),
    "an act on a later one": ("against-time", LAW, adds(law, VL.amends, plan)),
    "a document on itself": ("self-link", LAW, adds(law, VL.cites, law)),
    "a document that is nowhere described": (
        "undescribed", PLAN, sets(citation, CITO.hasCitedEntity, DOC["nowhere"]),
    ),
    "an identifier twice": ("same-identifier", LAW, sets(plan, DCTERMS.identifier, Literal(LAW))),
    "a document twice": (
        "same-document", PLAN,
        all_of(*(adds(DOC["zz"], p, o) for p, o in (
            (RDF.type, VL.Document), (VL.number, Literal("7/KH-UBND")), (DCTERMS.identifier, Literal("zz")),
            (VL.documentType, URIRef("https://w3id.org/vnlaw/type/ke-hoach")), (VL.status, Literal("cited")),
            (VL.issuedBy, URIRef("https://w3id.org/vnlaw/body/uy-ban-nhan-dan-tinh-an-giang")),
            (DCTERMS.issued, Literal("2021-01-05", datatype=XSD.date)), (RDFS.label, Literal("x")),
        ))),
    ),
    "resolved and open at once": ("resolved-and-open", LAW, adds(law, RDF.type, VL.UnresolvedReference)),
    "a link to an open reference": ("link-of-open-reference", PLAN, adds(plan, VL.cites, open_)),
    "a district without its province": (
        "register-without-place", "vn_ubnd.huyen-chau-thanh_ke-hoach_2021_7-kh-ubnd",
        all_of(sets(plan, DCTERMS.identifier, Literal("vn_ubnd.huyen-chau-thanh_ke-hoach_2021_7-kh-ubnd")),
               adds(plan, VL.series, Literal("ubnd.huyen-chau-thanh"))),
    ),
    "words that stand elsewhere": ("words-elsewhere", PLAN, sets(citation, OA.exact, Literal("Luật số 9/2020/QH14"))),
    "read without a text": (
        "read-without-text", PLAN, all_of(sets(plan, DCTERMS.source, None), sets(of(VL.Source), VL.textOf, None)),
    ),
    "wholly replaced by evidence of a part": ("wholly-by-a-part", PLAN, adds(plan, DCTERMS.replaces, law)),
    "a source without a name": ("source-unknown", PLAN, sets(citation, DCTERMS.source, URIRef("http://x/source"))),
    "a URN twice": (
        "same-urn", LAW, lambda g: void(g.add((DOC[PLAN], VL.urnLex, next(iter(g.objects(law, VL.urnLex)))))),
    ),
}  # fmt: skip


def found_in(triples: rdflib.Graph, tmp_path: Path) -> list[Fault]:
    path = tmp_path / "g.ttl"
    triples.serialize(path, format="turtle")
    return validate(path)


def test_a_clean_graph_passes_in_every_form(clean: Graph, tmp_path: Path) -> None:
    assert validate(clean) == []
    clean.save(tmp_path / "graph")
    assert validate(tmp_path / "graph") == []
    assert found_in(clean.to_rdflib(), tmp_path) == []
    assert validate(Graph.from_rows()) == []


def test_the_samples_pass() -> None:
    assert validate(kg.build([str(ROOT / "data" / "samples")])) == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference texts are not beside this checkout")
def test_the_seeds_pass() -> None:
    assert validate(kg.build([str(SHARED / "seeds")])) == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_planted_fault_is_found_and_named(clean: Graph, tmp_path: Path, name: str) -> None:
    rule, document, plant = FAULTS[name]
    triples = clean.to_rdflib()
    plant(triples)
    found = found_in(triples, tmp_path)
    mine = [fault for fault in found if fault.rule == rule]
    assert mine, (rule, found)
    assert any(document in fault.document for fault in mine), mine
    for fault in mine:
        assert fault.vi.endswith(".")
        assert fault.en.endswith(".")
        assert "{" not in fault.vi + fault.en
        assert fault.label


def test_every_rule_has_a_planted_fault_and_both_languages() -> None:
    planted = {rule for rule, _, _ in FAULTS.values()}
    assert set(rules()) <= planted
    assert len(planted) >= 40
    for rule in rules().values():
        assert rule.vi
        assert rule.en
        assert rule.en.replace("“", "").replace("”", "").isascii()
        assert set(named_queries()).isdisjoint(rules())


def test_rules_are_plain_sparql(clean: Graph) -> None:
    triples = clean.to_rdflib()
    for rule in rules().values():
        assert list(triples.query(rule.text)) == []


def test_faults_of_a_graph_folder_are_found_too(tmp_path: Path) -> None:
    made = Graph.from_rows(
        documents=[{"id": "a", "date": "2020-01-01", "number": "1/X"}, {"id": "b", "date": "2021-01-01", "title": "B"},
                   {"id": "c", "status": "read"}],
        relations=[link("a", "amends", "b"), link("c", "implements", "c", sentence="")],
        sources=[{"source": "plan.txt", "sha256": "short"}],
    )  # fmt: skip
    made.save(tmp_path / "graph")
    expected = {("a", "against-time"), ("c", "self-link"), ("c", "read-without-text"), ("plan.txt", "sha256")}
    for source in (made, tmp_path / "graph"):
        found = {(f.label if "source" in f.node else f.document, f.rule) for f in validate(source)}
        assert found == expected
    (fault,) = (f for f in validate(made) if f.rule == "against-time")
    assert fault.en == "The document amends B ngày 01/01/2021, which was issued after it."


def test_nodes_are_checked_in_pieces_with_their_neighbours(clean: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kg.validate._CHUNK", 2)
    assert validate(clean) == []
    triples = clean.to_rdflib()
    assert found_in(triples, tmp_path) == []
    FAULTS["an issuer that is no body"][2](triples)
    assert [fault.rule for fault in found_in(triples, tmp_path)] == ["issuedBy"]


def test_faults_are_limited_by_rule(tmp_path: Path) -> None:
    made = Graph.from_rows(documents=[{"id": f"d{n}", "status": "read", "number": "x"} for n in range(9)])
    found = validate(made, limit=3)
    assert sorted(fault.rule for fault in found) == ["number"] * 3 + ["read-without-text"] * 3


def test_files_that_are_no_rdf(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(KgError) as caught:
        validate(tmp_path / "g.ttl")
    assert caught.value.code == "rdf-syntax"
    with pytest.raises(KgError) as caught:
        validate(tmp_path / "none")
    assert caught.value.code in ("graph-absent", "rdf-format")


def test_without_pyshacl_it_is_said(monkeypatch: pytest.MonkeyPatch, clean: Graph) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match=r"vn-legal-kg\[validate\]") as caught:
        validate(clean)
    assert caught.value.code == "needs-extra"
