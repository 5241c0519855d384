"""The vocabulary: complete, bilingual, mapped, and never saying more than is meant."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, VANN
from rdflib.term import Node
from test_rdf import CITO, DOC, ELI, KH664, OA, VL, sample_rows

from kg import registry
from kg.graph import Graph
from kg.models import PREDICATES
from kg.rdf import nodes, to_rdflib
from kg.rdf_schemes import body_node, schemes, type_node
from kg.rdf_terms import ontology_file, prefixes, rdflib_graph
from kg.rdf_text import turtle

CLOSE_TO = VL.closeTo
# Terms that were looked up in ELI 1.5, CiTO 2.8.1 and the Web Annotation vocabulary.
KNOWN = {
    str(ELI): {
        "Work", "LegalResource", "LegalResourceSubdivision", "WorkType", "amends", "based_on", "changes",
        "cites", "commences", "consolidates", "corrects", "date_document", "ensures_implementation_of",
        "implements", "number", "passed_by", "refers_to", "relevant_for", "repeals", "type_document",
        "work_type",
    },
    str(CITO): {
        "Citation", "cites", "citesAsAuthority", "corrects", "retracts", "updates", "hasCitingEntity",
        "hasCitedEntity", "hasCitationCharacterization",
    },
    str(OA): {"TextPositionSelector", "TextQuoteSelector", "start", "end", "exact"},
}  # fmt: skip
CLOSED = (DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, VANN, rdflib.XSD)
# What the foreign vocabularies themselves infer from the properties that we use.
FOREIGN_AXIOMS = [
    (ELI.passed_by, RDFS.domain, ELI.LegalResource),
    (ELI.work_type, RDFS.domain, ELI.Work),
    (ELI.work_type, RDFS.range, ELI.WorkType),
    (ELI.date_document, RDFS.domain, ELI.Work),
    (ELI.based_on, RDFS.domain, ELI.Work),
    (ELI.ensures_implementation_of, RDFS.range, ELI.LegalResource),
    (ELI.type_document, RDFS.domain, ELI.LegalResource),
    (ELI.LegalResource, RDFS.subClassOf, ELI.Work),
    (ELI.WorkType, RDFS.subClassOf, SKOS.Concept),
    (OA.start, RDFS.domain, OA.TextPositionSelector),
    (OA.end, RDFS.domain, OA.TextPositionSelector),
    (OA.exact, RDFS.domain, OA.TextQuoteSelector),
    (ORG.FormalOrganization, RDFS.subClassOf, ORG.Organization),
    (ORG.classification, RDFS.range, SKOS.Concept),
    (PROV.wasGeneratedBy, RDFS.domain, PROV.Entity),
    (PROV.wasGeneratedBy, RDFS.range, PROV.Activity),
    (PROV.used, RDFS.domain, PROV.Activity),
    (PROV.used, RDFS.range, PROV.Entity),
    (SKOS.topConceptOf, RDFS.domain, SKOS.Concept),
    (SKOS.inScheme, RDFS.range, SKOS.ConceptScheme),
]


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_file("vl.ttl").read_text(encoding="utf-8"), format="turtle")


@pytest.fixture(scope="module")
def exported() -> rdflib.Graph:
    return to_rdflib(Graph.from_rows(**sample_rows()))


def is_known(term: Node, vocabulary: rdflib.Graph) -> bool:
    if str(term).startswith(str(VL)):
        return (term, RDF.type, None) in vocabulary
    for namespace, names in KNOWN.items():
        if str(term).startswith(namespace):
            return str(term)[len(namespace) :] in names
    return any(str(term).startswith(str(space)) and term in space for space in CLOSED)


def above(vocabulary: rdflib.Graph, term: Node) -> set[Node]:
    return set(vocabulary.transitive_objects(term, RDFS.subPropertyOf)) - {term}


@pytest.mark.parametrize("predicate", PREDICATES)
def test_every_predicate_is_named_defined_and_mapped(vocabulary: rdflib.Graph, predicate: str) -> None:
    term = VL[predicate]
    assert (term, RDF.type, OWL.ObjectProperty) in vocabulary
    assert VL.refersTo in above(vocabulary, term)
    assert any(str(other).startswith(str(ELI)) for other in above(vocabulary, term))
    assert vocabulary.value(term, RDFS.comment), "the reason of the mapping"


def test_every_term_is_bilingual(vocabulary: rdflib.Graph) -> None:
    terms = [s for s in vocabulary.subjects(RDF.type) if str(s).startswith(str(VL))]
    assert len(terms) == len(set(terms)) > 40, "one kind of term each: no punning"
    for term in terms:
        for predicate in (RDFS.label, SKOS.definition):
            languages = sorted(o.language for o in vocabulary.objects(term, predicate))  # type: ignore[attr-defined]
            assert languages == ["en", "vi"], (term, predicate)


def test_foreign_terms_exist(vocabulary: rdflib.Graph) -> None:
    mine = (
        RDF.type,
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        RDFS.domain,
        RDFS.range,
        CLOSE_TO,
        OWL.disjointWith,
    )
    used = {o for p in mine for o in vocabulary.objects(predicate=p)} | set(vocabulary.predicates())
    assert not [term for term in used if not is_known(term, vocabulary)]


def test_no_blank_nodes(vocabulary: rdflib.Graph) -> None:
    assert not [node for triple in vocabulary for node in triple if isinstance(node, rdflib.BNode)]


def test_every_exported_term_is_defined(vocabulary: rdflib.Graph, exported: rdflib.Graph) -> None:
    data = ("vl-type", "body", "body-kind", "doc", "cit", "conflict", "source", "run", "change", "place", "mention", "relation-kind")
    spaces = tuple(prefixes()[prefix] for prefix in data)
    used = {t for s, p, o in exported for t in (p, o) if isinstance(t, rdflib.URIRef)}
    used |= {o.datatype for o in exported.objects() if isinstance(o, rdflib.Literal) and o.datatype}
    terms = {term for term in used if not str(term).startswith(spaces)}
    assert len(terms) > 50
    assert not [term for term in terms if not is_known(term, vocabulary)]


def test_every_term_of_ours_is_used(vocabulary: rdflib.Graph, exported: rdflib.Graph) -> None:
    all_schemes = rdflib_graph(schemes())
    used = {t for graph in (exported, all_schemes) for triple in graph for t in triple}
    ours = {s for s in vocabulary.subjects(RDF.type) if str(s).startswith(str(VL))}
    assert {str(t) for t in ours - used} == {str(VL.refersTo), str(VL.closeTo), str(VL.Span)}


def inferred(graph: rdflib.Graph, axioms: list[tuple[Node, Node, Node]]) -> dict[Node, set[Node]]:
    """Types of each node by RDFS: superproperties, domains, ranges, superclasses."""
    rules: dict[Node, dict[Node, set[Node]]] = defaultdict(lambda: defaultdict(set))
    for s, p, o in axioms:
        rules[p][s].add(o)

    def closure(start: set[Node], predicate: Node) -> set[Node]:
        found = set(start)
        while more := {o for s in found for o in rules[predicate][s]} - found:
            found |= more
        return found

    types: dict[Node, set[Node]] = defaultdict(set)
    for s, p, o in graph:
        if p == RDF.type:
            types[s].add(o)
        for wider in closure({p}, RDFS.subPropertyOf):
            types[s] |= rules[RDFS.domain][wider]
            if isinstance(o, rdflib.URIRef):
                types[o] |= rules[RDFS.range][wider]
    return {node: closure(found, RDFS.subClassOf) for node, found in types.items()}


def test_nothing_is_inferred_that_is_not_meant(vocabulary: rdflib.Graph, exported: rdflib.Graph) -> None:
    types = inferred(exported, [*vocabulary, *FOREIGN_AXIOMS])
    stated_legal = set(exported.subjects(RDF.type, ELI.LegalResource))
    assert {node for node, found in types.items() if ELI.LegalResource in found} == stated_legal
    documents = set(exported.subjects(RDF.type, VL.Document))
    assert {node for node, found in types.items() if ELI.Work in found} == documents
    assert types[DOC["ref_16-kh-ubnd"]] == {VL.UnresolvedReference}
    assert ELI.LegalResource not in types[DOC[KH664]]
    for kind in (SKOS.Concept, ORG.Organization, PROV.Activity, SKOS.ConceptScheme):
        stated = {node for node, found in types.items() if kind in found}
        assert stated <= set(exported.subjects(RDF.type)), kind


def test_predicates_and_classes_in_a_graph_mean_eli(vocabulary: rdflib.Graph) -> None:
    strong = {VL.amends: ELI.amends, VL.corrects: ELI.corrects, VL.replaces: ELI.changes}
    for term, foreign in strong.items():
        assert foreign in above(vocabulary, term)
    for term, foreign in ((VL.implements, ELI.ensures_implementation_of), (VL.basedOn, ELI.based_on)):
        assert foreign not in above(vocabulary, term)
        assert (term, CLOSE_TO, foreign) in vocabulary


def test_the_schemes_on_disk_are_those_of_the_registry() -> None:
    on_disk = ontology_file("schemes.ttl").read_text(encoding="utf-8")
    assert on_disk == "".join(turtle(schemes())), "run: python -m kg.rdf_schemes > ontology/schemes.ttl"


def test_the_schemes_cover_the_registry() -> None:
    found = rdflib_graph(schemes())
    for kind in registry.types().values():
        term = rdflib.URIRef(prefixes()["vl-type"] + kind.slug)
        assert set(found.objects(term, SKOS.prefLabel)) == {
            rdflib.Literal(kind.name, lang="vi"),
            rdflib.Literal(kind.name_en, lang="en"),
        }
    subjects = {str(s) for s in found.subjects()}
    for body in registry.issuers():
        assert prefixes()["body-kind" if body.local else "body"] + body.slug in subjects
    assert not [node for triple in found for node in triple if isinstance(node, rdflib.BNode)]
    named = {o for p in (ORG.originalOrganization, ORG.resultingOrganization) for o in found.objects(predicate=p)}
    assert named <= set(found.subjects(RDF.type, ORG.FormalOrganization))
    assert named


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("uy-ban-nhan-dan-tinh-an-giang", "Ủy ban nhân dân tỉnh An Giang"),
        ("uy-ban-nhan-dan-thanh-pho-ha-noi", "Ủy ban nhân dân thành phố Hà Nội"),
        ("ban-thuong-vu-tinh-uy-quang-ngai", "Ban Thường vụ Tỉnh ủy Quảng Ngãi"),
        ("thanh-uy-ha-noi", "Thành ủy Hà Nội"),
        ("thanh-tra-tinh-son-la", "Thanh tra tỉnh Sơn La"),
        ("tinh-doan-son-la", "Tỉnh đoàn Sơn La"),
        ("thu-tuong-chinh-phu", "Thủ tướng Chính phủ"),
    ],
)
def test_names_of_bodies(key: str, label: str) -> None:
    first = dict(body_node(key)[1])["skos:prefLabel"][0]
    assert first == (label, "@vi")


@pytest.mark.parametrize("key", ["uy-ban-nhan-dan-huyen-sop-cop", "huyen-uy-dien-bien", "khong-co-trong-danh-muc"])
def test_bodies_whose_name_is_not_known_have_none(key: str) -> None:
    found = dict(body_node(key)[1])
    assert "skos:prefLabel" not in found
    assert found["dcterms:identifier"] == [(key, "")]


def test_district_committees_are_no_provincial_ones() -> None:
    assert dict(body_node("huyen-uy-sop-cop")[1])["org:classification"] == ["body-kind:huyen-uy"]


def test_an_unknown_type_is_labelled_by_its_slug() -> None:
    assert dict(type_node("giay-la")[1])["skos:prefLabel"] == [("giay-la", "")]


def test_the_context_knows_every_name() -> None:
    context = json.loads(ontology_file("context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert {key: value for key, value in context.items() if key in prefixes()} == prefixes()
    named = [value["@id"] for value in context.values() if isinstance(value, dict) and "@id" in value]
    terms = set(named)
    assert len(terms) == len(named), "one name a term"
    used = {
        p for graph_nodes in (nodes(Graph.from_rows(**sample_rows())), schemes()) for _, s in graph_nodes for p, _ in s
    }
    assert used - terms <= {
        "rdf:type",
        "org:originalOrganization",
        "org:resultingOrganization",
        "dcterms:date",
    }


def test_the_ontology_has_a_name_and_a_version(vocabulary: rdflib.Graph) -> None:
    head = rdflib.URIRef(str(VL).rstrip("#"))
    found = str(vocabulary.value(head, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", found)
    assert (head, RDF.type, OWL.Ontology) in vocabulary


def test_the_shapes_speak_of_known_terms_only(vocabulary: rdflib.Graph, exported: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(data=ontology_file("shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    assert not [node for triple in shapes for node in triple if isinstance(node, rdflib.BNode)]
    targets = set(shapes.objects(predicate=rdflib.SH.targetClass))
    assert targets <= set(exported.objects(predicate=RDF.type))
    assert set(shapes.objects(predicate=rdflib.SH.path)) <= set(exported.predicates())
    named = {
        o for p in (rdflib.SH.path, rdflib.SH["class"], rdflib.SH.targetClass) for o in shapes.objects(predicate=p)
    }
    assert not [term for term in named if not is_known(term, vocabulary)]
    (pattern,) = (
        str(shapes.value(shape, rdflib.SH.pattern))
        for shape in shapes.subjects(rdflib.SH.path, CITO.hasCitationCharacterization)
    )
    assert all(re.search(pattern, str(VL[predicate])) for predicate in PREDICATES)
    assert not re.search(pattern, str(VL.refersTo))
    for shape in shapes.subjects(RDF.type, rdflib.SH.PropertyShape):
        languages = sorted(o.language for o in shapes.objects(shape, rdflib.SH.message))  # type: ignore[attr-defined]
        assert languages == ["en", "vi"], shape


def test_the_documentation_shows_real_output(exported: rdflib.Graph, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(__file__).parent.parent / "docs" / "ontology.md"
    blocks: dict[str, list[str]] = defaultdict(list)
    for language, block in re.findall(r"```(\w+)\n(.*?)```", path.read_text(encoding="utf-8"), flags=re.S):
        blocks[language].append(block)
    (code,), (printed,), (shown,) = blocks["python"], blocks["text"], blocks["turtle"]
    names: dict[str, object] = {}
    exec(code, names)
    assert capsys.readouterr().out == printed
    made = names["graph"]
    assert isinstance(made, Graph)
    whole = "".join(turtle(nodes(made)))
    lines = [line for line in whole.splitlines() if "prov:wasGeneratedBy" not in line]
    for block in shown.strip().split("\n\n"):
        assert block.rstrip(" .;") in "\n".join(lines)
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items())
    assert len(rdflib.Graph().parse(data=head + shown, format="turtle")) == shown.count(" ;\n") + 2
    questions = [list(exported.query(query)) for query in blocks["sparql"]]
    assert len(questions) == 2
    assert len(questions[0]) == 2
    assert {str(row[0]).rsplit("/", 1)[1] for row in questions[1]} == {KH664}


# -- what reasoners make of it -------------------------------------------------------------------------


def closure(*graphs: rdflib.Graph) -> tuple[rdflib.Graph, list[str]]:
    """Everything that OWL 2 RL infers, and the contradictions that it finds."""
    import owlrl

    whole = rdflib.Graph()
    for graph in graphs:
        for triple in graph:
            whole.add(triple)
    for axiom in FOREIGN_AXIOMS:
        whole.add(axiom)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(whole)
    kind = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    said = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return whole, [str(text) for node in whole.subjects(RDF.type, kind) for text in whole.objects(node, said)]


@pytest.fixture(scope="module")
def small() -> rdflib.Graph:
    rows = sample_rows()
    rows["documents"] = [row for row in rows["documents"] if not row["id"].startswith("hostile_")]
    names = {row["id"] for row in rows["documents"]}
    rows["relations"] = [row for row in rows["relations"] if {row["subject"], row["object"]} <= names]
    rows["mentions"] = [row for row in rows["mentions"] if row["document"] in names]
    return to_rdflib(Graph.from_rows(**rows))


def test_owl_2_rl_finds_no_contradiction(vocabulary: rdflib.Graph, small: rdflib.Graph) -> None:
    whole, faults = closure(vocabulary, small)
    assert faults == []
    legal = set(small.subjects(RDF.type, ELI.LegalResource))
    assert set(whole.subjects(RDF.type, ELI.LegalResource)) == legal, "nothing becomes legislation by inference"
    for strong, foreign in ((VL.replaces, ELI.changes), (VL.implements, ELI.refers_to), (VL.implements, CITO.cites)):
        pairs = set(small.subject_objects(strong))
        assert pairs
        assert pairs <= set(whole.subject_objects(foreign))
    names = {str(o) for o in small.objects(predicate=VL.urnLex)}
    assert names <= {str(o) for o in whole.objects(predicate=DCTERMS.identifier)}
    for citation in small.subjects(RDF.type, VL.Citation):
        assert {OA.TextPositionSelector, PROV.Entity, CITO.Citation} <= set(whole.objects(citation, RDF.type))


def test_owl_2_rl_finds_the_contradictions_that_are_planted(vocabulary: rdflib.Graph, small: rdflib.Graph) -> None:
    for first, second in ((VL.Document, VL.UnresolvedReference), (VL.Citation, VL.Mention)):
        planted = rdflib.Graph()
        planted.add((DOC["both"], RDF.type, first))
        planted.add((DOC["both"], RDF.type, second))
        assert closure(vocabulary, planted)[1] != []


def test_the_schemes_hold_no_contradiction(vocabulary: rdflib.Graph) -> None:
    part = rdflib_graph(node for node in schemes() if node[0].startswith(("vl-type:b", "place:h", "relation-kind:", "change:")))
    assert closure(vocabulary, part)[1] == []


def test_every_mapping_has_its_reason(vocabulary: rdflib.Graph) -> None:
    foreign = (str(ELI), str(CITO), str(ORG), str(PROV), str(DCTERMS), str(OA))
    for term in {s for s in vocabulary.subjects(RDF.type) if str(s).startswith(str(VL))}:
        mapped = [
            o
            for p in (RDFS.subClassOf, RDFS.subPropertyOf, CLOSE_TO)
            for o in vocabulary.objects(term, p)
            if str(o).startswith(foreign)
        ]
        if mapped:
            assert vocabulary.value(term, RDFS.comment), (term, mapped)


def test_kinds_of_relations_are_concepts_of_their_own(vocabulary: rdflib.Graph) -> None:
    """A concept for each property, so that none is made both a property and an individual."""
    found = rdflib_graph(schemes())
    scheme = rdflib.URIRef(prefixes()["relation-kind"])
    kinds = set(found.subjects(SKOS.inScheme, scheme))
    assert {str(found.value(kind, SKOS.notation)) for kind in kinds} == set(PREDICATES)
    properties = set(vocabulary.subjects(RDF.type, OWL.ObjectProperty))
    assert not kinds & properties
    categories = {str(found.value(k, SKOS.notation)): {str(o) for o in found.objects(k, VL.portalCategory)} for k in kinds}
    assert categories["replaces"] == {"Văn bản được thay thế"}
    assert categories["amends"] == {"Văn bản được sửa đổi bổ sung", "Văn bản được bổ sung"}
    assert categories["implements"] == set(), "the portal has none"


def test_provinces_lead_to_those_that_took_them_over() -> None:
    found = rdflib_graph(schemes())
    place = rdflib.Namespace(prefixes()["place"])
    assert len(set(found.subjects(RDF.type, VL.Province))) == len(registry.places())
    assert (place["yen-bai"], DCTERMS.isReplacedBy, place["lao-cai"]) in found
    for _, heir in found.subject_objects(DCTERMS.isReplacedBy):
        assert (heir, RDF.type, None) in found


def test_documents_have_a_hierarchy_of_authority() -> None:
    found = rdflib_graph(schemes())
    kind = rdflib.Namespace(prefixes()["vl-type"])
    ranks = [int(str(found.value(kind[t], VL.rank))) for t in ("hien-phap", "luat", "nghi-dinh", "thong-tu", "bao-cao")]
    assert ranks == sorted(ranks)
    assert (kind["chuong-trinh-hanh-dong"], SKOS.broader, kind["chuong-trinh"]) in found
    for narrow, wide in found.subject_objects(SKOS.broader):
        assert narrow != wide
        assert (wide, RDF.type, SKOS.Concept) in found
