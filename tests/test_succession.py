"""Names last: adding texts renames no identified document, and what was less precise leads to what it is now."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import DCTERMS, OWL
from shared import SHARED
from test_rdf import DOC, mention

import kg
from kg.graph import Graph
from kg.rdf import nodes
from kg.rdf_terms import rdflib_graph
from kg.succession import former_ids, successors

ROOT = Path(__file__).parents[1]
LAW = {
    "id": "vn_quoc-hoi_luat_k13_77-2015-qh13", "type": "luat", "number": "77/2015/QH13", "date": "2015-06-19",
    "series": "quoc-hoi", "title": "Luật Tổ chức chính quyền địa phương", "status": "cited",
}  # fmt: skip
TITLED = "vn_quoc-hoi_luat_2015_t-to-chuc-chinh-quyen-dia-phuong"
PLAN = {
    "id": "vn_ubnd.huyen-van-chan.yen-bai_ke-hoach_2022_76-kh-ubnd", "type": "ke-hoach", "number": "76/KH-UBND",
    "date": "2022-03-21", "series": "ubnd.huyen-van-chan.yen-bai", "title": None, "status": "cited",
}  # fmt: skip


def texts() -> list[str]:
    found = sorted((ROOT / "data" / "samples").iterdir())
    if SHARED.is_dir():
        found += sorted((SHARED / "seeds").iterdir())
    return [str(path) for path in found]


@pytest.mark.parametrize("seed", range(3))
def test_adding_texts_renames_no_identified_document(seed: int) -> None:
    order = texts()
    random.Random(seed).shuffle(order)
    before = kg.build(order[: len(order) // 2])
    after = kg.build(order)
    heirs = successors(before, after)
    now = {document.id for document in after.iter_documents()}
    for document in before.iter_documents():
        if document.status != "unresolved" and document.id not in now:
            heir = next(row for row in after.documents.to_pylist() if row["id"] == heirs[document.id])
            assert document.id in former_ids(heir), "only a title for a number, or a district that got its province"
    places = {(m["source"], m["start"], m["end"]): m["target"] for m in after.mentions.to_pylist()}
    for row in before.mentions.to_pylist():
        old = before.document(row["target"]) if row["target"] else None
        if old is not None and old.status != "unresolved":
            assert places[row["source"], row["start"], row["end"]] == heirs.get(old.id, old.id)
    names = {subject for subject, _ in nodes(before, mentions=False) if subject.startswith("cit:")}
    kept = {subject for subject, _ in nodes(after, mentions=False) if subject.startswith("cit:")}
    assert len(names & kept) > 0.9 * len(names), "citations between them keep their names too"


def test_a_rebuild_gives_the_same_names() -> None:
    order = texts()
    first = {document.id for document in kg.build(order).iter_documents()}
    assert first == {document.id for document in kg.build(order[::-1]).iter_documents()}


def test_former_ids() -> None:
    assert former_ids(LAW) == [TITLED]
    assert former_ids(PLAN) == ["vn_ubnd.huyen-van-chan_ke-hoach_2022_76-kh-ubnd"]
    assert former_ids({**LAW, "title": None}) == []
    assert former_ids({**LAW, "status": "unresolved"}) == []
    assert former_ids({**PLAN, "series": "ubnd.yen-bai", "id": "vn_ubnd.yen-bai_ke-hoach_2022_76-kh-ubnd"}) == []


def triples(graph: Graph, **options: Any) -> rdflib.Graph:
    return rdflib_graph(nodes(graph, **options))


def test_a_former_name_leads_to_the_document() -> None:
    found = triples(Graph.from_rows(documents=[LAW, PLAN]))
    assert (DOC[TITLED], OWL.sameAs, DOC[LAW["id"]]) in found
    assert (DOC[TITLED], DCTERMS.isReplacedBy, DOC[LAW["id"]]) in found
    assert len(list(found.subject_objects(OWL.sameAs))) == 2


def test_a_name_that_is_borne_or_disputed_leads_nowhere() -> None:
    borne = triples(Graph.from_rows(documents=[LAW, {"id": TITLED, "type": "luat"}]))
    assert not list(borne.subject_objects(OWL.sameAs))
    other = {**PLAN, "id": PLAN["id"].replace("yen-bai", "x"), "series": PLAN["series"].replace("yen-bai", "x")}
    disputed = triples(Graph.from_rows(documents=[PLAN, other]))
    assert not list(disputed.subject_objects(DCTERMS.isReplacedBy))


def test_an_open_reference_leads_to_what_it_turned_out_to_be() -> None:
    place = mention("a", None, start=1, end=5)
    old = Graph.from_rows(
        documents=[{"id": "a"}, {"id": "ref_x", "status": "unresolved"}, {"id": "t1"}, {"id": "gone"}],
        mentions=[{**place, "target": "ref_x"}, {**place, "start": 2, "target": "t1"}, {**place, "start": 3, "target": "gone"},
                  {**place, "start": 4, "target": "gone"}],
        sources=[{"source": "a.txt", "sha256": "0f" * 32, "document": "a"}],
    )  # fmt: skip
    new = Graph.from_rows(
        documents=[{"id": "b"}, {"id": "n1"}, {"id": "n2"}],
        mentions=[{**place, "document": "b", "target": "n1"}, {**place, "document": "b", "start": 2, "target": "n2"},
                  {**place, "document": "b", "start": 3, "target": "n1"}, {**place, "document": "b", "start": 4, "target": "n2"}],
        sources=[{"source": "a.txt", "sha256": "0f" * 32, "document": "b"}],
    )  # fmt: skip
    assert successors(old, new) == {"ref_x": "n1", "t1": "n2", "a": "b"}, "of what is two documents now, nothing is said"
    found = triples(new, since=old)
    assert (DOC["ref_x"], DCTERMS.isReplacedBy, DOC["n1"]) in found
    assert (DOC["ref_x"], OWL.sameAs, None) not in found, "a reference is no document"
    assert (DOC["t1"], OWL.sameAs, DOC["n2"]) in found
    assert successors(new, new) == {}
