"""Names last: adding texts renames no identified document, and what was less precise leads to what it is now."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, OWL
from shared import SHARED
from test_rdf import DOC, mention

import kg
from kg.analyse import analyse
from kg.graph import Graph
from kg.rdf import nodes
from kg.rdf_terms import rdflib_graph
from kg.resolve import resolve
from kg.succession import successors, title_id

ROOT = Path(__file__).parents[1]
LAW = {
    "id": "vn_quoc-hoi_luat_k13_77-2015-qh13", "type": "luat", "number": "77/2015/QH13", "date": "2015-06-19",
    "series": "quoc-hoi", "title": "Luật Tổ chức chính quyền địa phương", "status": "cited",
}  # fmt: skip
TITLED = "vn_quoc-hoi_luat_2015_t-to-chuc-chinh-quyen-dia-phuong"

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
    now = {document.id: document.status for document in after.iter_documents()}
    resolved = {document.id for document in before.iter_documents() if document.status != "unresolved"}
    assert all(now.get(name, "gone") != "unresolved" for name in resolved)
    assert resolved <= now.keys()
    assert not resolved & successors(before, after).keys()
    names = {subject for subject, _ in nodes(before, mentions=False) if subject.startswith("cit:")}
    kept = {subject for subject, _ in nodes(after, mentions=False) if subject.startswith("cit:")}
    assert len(names & kept) > 0.9 * len(names), "citations between them keep their names too"


def test_a_rebuild_gives_the_same_names() -> None:
    order = texts()
    first = {document.id for document in kg.build(order).iter_documents()}
    assert first == {document.id for document in kg.build(order[::-1]).iter_documents()}


# -- texts that know more or less of the same papers -----------------------------------------------------

PLACES = ["huyện Châu Thành", "huyện Châu Thành, tỉnh Bến Tre", "huyện Châu Thành, tỉnh Long An", "huyện Văn Chấn",
          "huyện Văn Chấn, tỉnh Yên Bái", "xã Tân Lập", "xã Tân Lập, tỉnh Yên Bái", "tỉnh Yên Bái", "tỉnh"]  # fmt: skip
DAYS = ["", " năm 2022", " ngày 21/3/2022", " ngày 22/3/2022", " ngày 21/3/2023"]
CITED = st.one_of(
    st.builds(
        lambda number, day, place: f"{number}{day}{place}",
        st.sampled_from(["Kế hoạch số 76/KH-UBND", "Kế hoạch số 7/KH-UBND", "Quyết định số 7/2022/QĐ-UBND"]),
        st.sampled_from(DAYS),
        st.sampled_from(["", *(f" của UBND {place}" for place in PLACES)]),
    ),
    st.builds(
        lambda number, day, body: f"{number}{day}{body}",
        st.sampled_from(["Chỉ thị số 33/CT-TTg", "Nghị định số 7/2022/NĐ-CP", "Nghị quyết số 25-NQ/TW", "Công văn số 12/BNV-TH"]),
        st.sampled_from(DAYS),
        st.sampled_from(["", " của Thủ tướng Chính phủ", " của Bộ Nội vụ"]),
    ),
    st.sampled_from(["Luật Cây gỗ", "Luật Cây gỗ năm 2022", "Luật Cây gỗ số 99/2022/QH15", "Luật Cây gỗ số 88/2019/QH14",
                     "Luật Đất đai", "Luật Đất đai năm 2013", "Hiến pháp", "Hiến pháp năm 2013",
                     "Nghị quyết Đại hội đại biểu Đảng bộ huyện Châu Thành lần thứ XII"]),
)  # fmt: skip
HEADS = st.builds(
    lambda place, serial, day: f"ỦY BAN NHÂN DÂN\n{place.upper()}\nSố: {serial}/KH-UBND\n{place.split()[-1]}, ngày {day}\n"
    "KẾ HOẠCH\nVề công tác dân vận\n",
    st.sampled_from(["huyện Châu Thành", "xã Tân Lập", "tỉnh Yên Bái", "huyện Văn Chấn"]),
    st.sampled_from([7, 76]),
    st.sampled_from(["21 tháng 3 năm 2022", "22 tháng 3 năm 2022", "21 tháng 3 năm 2023"]),
)
TEXT = st.builds(
    lambda head, cited: head + "".join(f"Căn cứ {one};\n" for one in cited),
    st.one_of(st.just(""), HEADS),
    st.lists(CITED, max_size=4),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=5), st.lists(TEXT, min_size=1, max_size=5))
def test_no_text_renames_what_was_resolved_before(first: list[str], more: list[str]) -> None:
    analyses = [analyse(text, source=f"{at}.txt") for at, text in enumerate(first + more)]
    before, after = resolve(analyses[: len(first)]), resolve(analyses)
    states = {document.id: document.status for document in before.documents}
    now = {document.id: document for document in after.documents}
    for name, status in states.items():
        if status != "unresolved":
            assert now[name].status != "unresolved"
    for claim, name in before.ids.items():
        if states[name] == "unresolved":
            heir = now[after.ids[claim]]
            assert heir.id == name or heir.status != "unresolved", "an open reference stays or becomes a document"
        elif claim[1] == name:
            assert after.ids[claim] == name, "what a text names in full stays what it is"


def built(texts: list[str]) -> Graph:
    lines = "".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts))
    return kg.build("-", kind="jsonl", stdin=io.BytesIO(lines.encode()))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXT, min_size=1, max_size=4, unique=True), st.lists(TEXT, min_size=1, max_size=4))
def test_every_name_of_before_is_there_or_leads_on(first: list[str], more: list[str]) -> None:
    before, after = built(first), built(first + more)
    now = {document.id for document in after.iter_documents()}
    found = triples(after, since=before)
    for document in before.iter_documents():
        name = DOC[document.id]
        if document.id in now:
            continue
        assert document.status == "unresolved"
        heirs = {m["target"] for m in after.mentions.to_pylist() for old in before.mentions.to_pylist()
                 if old["target"] == document.id and (old["source"], old["start"]) == (m["source"], m["start"])}
        led = {str(heir) for heir in found.objects(name, DCTERMS.isReplacedBy)}
        assert led == ({str(DOC[heir]) for heir in heirs} if len(heirs) == 1 else set())
        assert (name, OWL.sameAs, None) not in found


def test_a_copy_with_other_facts_beside_it_renames_nothing() -> None:
    text = "Kính gửi các đơn vị.\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021."
    lines = [
        {"id": "b", "text": text},
        {"id": "a", "text": text, "number": "5/CT-TTg", "date": "2022-01-05", "issuer": "Thủ tướng Chính phủ", "type": "Chỉ thị"},
        {"id": "0", "text": text, "url": "https://example.org/"},
    ]

    def of(*rows: dict[str, str]) -> Graph:
        data = "".join(json.dumps(row) + "\n" for row in rows).encode()
        return kg.build("-", kind="jsonl", stdin=io.BytesIO(data))

    alone, both, copied = of(lines[0]), of(*lines[:2]), of(lines[0], lines[2])
    read = {document.id for document in alone.iter_documents() if document.status == "read"}
    assert read <= {document.id for document in both.iter_documents()}
    assert both.sources["status"].to_pylist() == ["ok", "ok"], "another number makes it another paper"
    assert sorted(copied.sources["status"].to_pylist()) == ["duplicate", "ok"], "an address makes none"


# -- names of laws by title ------------------------------------------------------------------------------


def test_title_id() -> None:
    assert title_id(LAW) == TITLED
    assert title_id({**LAW, "title": None}) is None
    assert title_id({**LAW, "status": "unresolved"}) is None
    assert title_id({**LAW, "type": "nghi-dinh"}) is None


def triples(graph: Graph, **options: Any) -> rdflib.Graph:
    return rdflib_graph(nodes(graph, **options))


def test_the_name_by_title_leads_to_the_numbered_law() -> None:
    bearer = {"id": TITLED, "type": "luat", "title": "Luật Tổ chức CQĐP", "date": "2015"}
    for documents in ([LAW], [LAW, bearer]):
        found = triples(Graph.from_rows(documents=documents))
        assert (DOC[TITLED], OWL.sameAs, DOC[LAW["id"]]) in found
        assert (DOC[TITLED], DCTERMS.isReplacedBy, DOC[LAW["id"]]) in found
        assert len(list(found.subject_objects(OWL.sameAs))) == 1


LONG = "Luật sửa đổi, bổ sung một số điều của Luật Đầu thầu, Luật Đầu tư theo phương thức đối tác công tư, Luật Hải quan"


@pytest.mark.parametrize(
    "other",
    [
        {"id": TITLED, "type": "luat", "number": "1/2015/QH13"},
        {"id": TITLED, "type": "luat", "date": "2015-01-01"},
        {**LAW, "id": LAW["id"] + "x", "number": "78/2015/QH13"},
    ],
)
def test_a_name_that_another_law_bears_or_may_have_leads_nowhere(other: dict[str, Any]) -> None:
    assert not list(triples(Graph.from_rows(documents=[LAW, other])).subject_objects(DCTERMS.isReplacedBy))


def test_long_titles_that_begin_alike_are_not_the_same() -> None:
    long = {**LAW, "title": LONG}
    bearer = {"id": title_id(long), "type": "luat", "date": "2015", "title": LONG.replace("Hải quan", "Dược")}
    assert not list(triples(Graph.from_rows(documents=[long, bearer])).subject_objects(OWL.sameAs))
    bearer["title"] = LONG
    assert list(triples(Graph.from_rows(documents=[long, bearer])).subject_objects(OWL.sameAs))


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
