from __future__ import annotations

import hashlib
import random
from typing import Any

import pyarrow as pa
import pytest
from factories import document, make_graph, relation
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError, KgError
from kg.graph import Graph
from kg.models import Document, Evidence, Mention, Provision, Relation
from kg.records import mention_row, relation_row
from kg.tables import FORMAT, SCHEMAS, TABLES

IDS = st.sampled_from([f"d{i}" for i in range(8)])
TEXT = st.text(max_size=12)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    documents = [
        document(
            f"d{i}",
            title=draw(st.none() | TEXT),
            date=draw(st.sampled_from([None, "2021", "2021-03", "2021-03-04"])),
            status=draw(st.sampled_from(["read", "cited", "unresolved"])),
            candidates=draw(st.lists(IDS, max_size=2)),
        )
        for i in range(8)
    ]
    relations = [
        relation(
            draw(IDS), draw(st.sampled_from(["implements", "cites", "amends"])), draw(IDS),
            sentence=draw(TEXT), confidence=draw(st.floats(0, 1)), provisions=[Provision(dieu="1")],
        )
        for _ in range(draw(st.integers(0, 12)))
    ]  # fmt: skip
    mentions = [
        {
            "source": "t", "document": draw(IDS), "start": draw(st.integers(0, 3)), "end": 5, "kind": "name",
            "text": draw(TEXT), "type": "luat", "target": draw(st.none() | IDS), "confidence": 0.5,
        }
        for _ in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    conflicts = [{"document": draw(IDS), "field": "date", "values": draw(st.lists(TEXT, max_size=3))}]
    sources = [{"source": "t", "document": "d1", "size": 3}]
    return {
        "documents": documents, "relations": relations, "mentions": mentions, "conflicts": conflicts,
        "sources": sources,
    }  # fmt: skip


def same(a: Graph, b: Graph) -> bool:
    return a.meta == b.meta and all(getattr(a, name).equals(getattr(b, name)) for name in TABLES)


@settings(max_examples=40, deadline=None)
@given(rows())
def test_saved_and_loaded_is_the_same(tmp_path_factory: pytest.TempPathFactory, given_rows: Any) -> None:
    folder = tmp_path_factory.mktemp("g") / "graph"
    graph = Graph.from_rows(**given_rows, meta={"inputs": ["đầu vào"]})
    graph.save(folder)
    loaded = Graph.load(folder)
    assert same(graph, loaded)
    assert [getattr(loaded, name).schema for name in TABLES] == list(SCHEMAS.values())


@settings(max_examples=40, deadline=None)
@given(rows(), st.randoms())
def test_order_of_rows_given_does_not_count(given_rows: Any, rng: random.Random) -> None:
    mixed = {name: rng.sample(value, len(value)) for name, value in given_rows.items()}
    assert same(Graph.from_rows(**given_rows), Graph.from_rows(**mixed))


def digests(folder: Any) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_same_rows_give_same_bytes(tmp_path: Any) -> None:
    links = [(f"a{i}", "cites", f"b{i % 3}") for i in range(50)]
    one, two = make_graph(relations=links), make_graph(relations=links[::-1])
    # how the rows lie in memory must not show either
    pieces = {
        name: pa.concat_tables([getattr(two, name)[i : i + 7] for i in range(0, 60, 7)]) for name in TABLES
    }
    one.save(tmp_path / "one")
    two.save(tmp_path / "two")
    Graph.from_tables(pieces).save(tmp_path / "three")
    Graph.load(tmp_path / "one").save(tmp_path / "four")
    first, *others = (digests(tmp_path / name) for name in ("one", "two", "three", "four"))
    assert all(other == first for other in others)


def test_rows_are_sorted_by_their_keys() -> None:
    graph = make_graph(
        relations=[("b", "cites", "a"), ("a", "implements", "b"), ("a", "cites", "b"), ("a", "cites", "a")]
    )
    keys = [(r["subject"], r["predicate"], r["object"]) for r in graph.relations.to_pylist()]
    assert keys == [("a", "cites", "a"), ("a", "cites", "b"), ("a", "implements", "b"), ("b", "cites", "a")]


def test_mentions_of_a_document_are_counted_unless_given() -> None:
    graph = make_graph(
        documents=["a", document("b", mentions=7), "c"],
        mentions=[{"document": "c", "target": t, "start": i} for i, t in enumerate(["a", "a", "b", None])],
    )
    assert graph.documents["id"].to_pylist() == ["a", "b", "c"]
    assert graph.documents["mentions"].to_pylist() == [2, 7, 0]


BAD = {
    "id twice": ({"documents": [{"id": "a"}, {"id": "a"}]}, "'a' comes twice"),
    "id with a space": ({"documents": [{"id": "a b"}]}, "'a b' may hold only"),
    "no id": ({"documents": [{"type": "luat"}]}, "table documents, column id: a value is missing"),
    "unknown column": ({"documents": [{"id": "a", "colour": 1}]}, "no column 'colour'"),
    "wrong type": ({"sources": [{"source": "a", "size": "big"}]}, "sources: a value has the wrong type"),
    "no status": ({"documents": [{"id": "a", "status": ""}]}, "'' is not one of read, cited"),
    "unknown status": ({"documents": [{"id": "a", "status": "lost"}]}, "'lost' is not one of read, cited"),
    "unknown candidate": ({"documents": [{"id": "a", "candidates": ["b"]}]}, "'b' is not in the table"),
    "source twice": ({"sources": [{"source": "x"}, {"source": "x"}]}, "'x' comes twice"),
    "source of nothing": ({"sources": [{"source": "x", "document": "y"}]}, "sources, column document: 'y'"),
    "conflict of nothing": ({"conflicts": [{"document": "y", "field": "date", "values": []}]}, "'y' is not"),
    "no subject": ({"relations": [relation("s", "cites", "o")], "documents": [{"id": "o"}]}, "subject: 's'"),
    "no object": ({"relations": [relation("s", "cites", "o")], "documents": [{"id": "s"}]}, "object: 'o'"),
    "no predicate": (
        {"relations": [relation("s", "loves", "s")], "documents": [{"id": "s"}]}, "'loves' is not one of",
    ),
    "too sure": (
        {"relations": [relation("s", "cites", "s", confidence=1.5)], "documents": [{"id": "s"}]},
        "confidence: 1.5 is not between 0 and 1",
    ),
    "not a number": (
        {"relations": [relation("s", "cites", "s", confidence=float("nan"))], "documents": [{"id": "s"}]},
        "confidence: nan is not between",
    ),
    "backward span": (
        {"relations": [relation("s", "cites", "s", start=9, end=3)], "documents": [{"id": "s"}]},
        "begins at 9 is no span",
    ),
    "mention of nothing": (
        {
            "documents": [{"id": "d"}],
            "mentions": [
                {"source": "t", "document": "d", "start": 0, "end": 1, "text": "x", "kind": "name",
                 "type": "luat", "confidence": 0.1, "target": "z"},
            ],
        },
        "mentions, column target: 'z'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_rows_that_make_no_graph_are_refused(name: str) -> None:
    given_rows, message = BAD[name]
    with pytest.raises(GraphError) as caught:
        Graph.from_rows(**given_rows)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.code == "graph-row"


def test_table_without_a_column_is_refused() -> None:
    with pytest.raises(GraphError, match="table documents lacks the column 'type'"):
        Graph.from_tables({"documents": pa.table({"id": ["a"]})})


def test_lone_surrogates_are_stored_one_for_one() -> None:
    graph = make_graph(documents=[document("a", title="x\ud800y")])
    assert graph.documents["title"].to_pylist() == ["x\ufffdy"]


def test_document_and_lookup_of_rows() -> None:
    whole = Document(
        "b", "luat", "1/2020/QH14", "2020-01-01", "quoc-hoi", "quoc-hoi", "Tên", "Hà Nội", "central", "state",
        "unresolved", candidates=("a",),
    )  # fmt: skip
    graph = make_graph(documents=[whole, "a", "c"])
    assert graph.document("b") == whole
    assert [graph.document(i) for i in ("", "aa", "d", "ä")] == [None] * 4
    assert [d.id for d in graph.iter_documents()] == ["a", "b", "c"]
    assert [d.id for d in graph.documents_at([2, 0, 2])] == ["c", "a", "c"]


def test_relations_of() -> None:
    graph = make_graph(
        relations=[("a", "implements", "b"), ("a", "cites", "b"), ("a", "cites", "c"), ("c", "cites", "b")]
    )

    def triples(*args: str, **options: Any) -> list[tuple[str, str, str]]:
        return [(r.subject, r.predicate, r.object) for r in graph.relations_of(*args, **options)]

    assert triples("a") == [("a", "cites", "b"), ("a", "cites", "c"), ("a", "implements", "b")]
    into = [("a", "cites", "b"), ("a", "implements", "b"), ("c", "cites", "b")]
    assert triples("b", direction="in") == into
    assert triples("b", direction="in", predicate="IMPLEMENTS") == [("a", "implements", "b")]
    assert triples("b") == triples("nothing") == []
    with pytest.raises(KgError, match="no relation 'loves'"):
        graph.relations_of("a", predicate="loves")


def test_records_become_rows_and_come_back() -> None:
    text = "Căn cứ khoản 1 Điều 2 Luật A; theo đó."
    mention = Mention(22, 28, "Luật A", "name", "luat", provisions=(Provision(dieu="2"),), target="law")
    link = Relation(
        "me", "basedOn", "law", "stated", Evidence(22, 28, "Căn cứ", 0, 29), 0.8, "basis", "partial",
        (Provision(dieu="2", khoan="1"),),
    )  # fmt: skip
    graph = Graph.from_rows(
        documents=[{"id": "me"}, {"id": "law"}],
        mentions=[mention_row(mention, source="t", document="me")],
        relations=[relation_row(link, source="t", text=text)],
    )
    (row,) = graph.relations_of("me")
    assert row.sentence[row.start - row.sentence_start : row.end - row.sentence_start] == "Luật A"
    assert (row.cue, row.frame, row.scope, row.provisions) == ("Căn cứ", "basis", "partial", link.provisions)
    assert graph.mentions["provisions"].to_pylist() == ['[{"dieu":"2"}]']


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 3000), st.integers(1, 200), st.integers(0, 3000), st.integers(0, 3000))
def test_sentence_is_cut_round_the_mention(start: int, size: int, first: int, last: int) -> None:
    text = "".join(chr(0x61 + i % 26) for i in range(4000))
    link = Relation("a", "cites", "b", "stated", Evidence(start, start + size, "", first, last), 0.5)
    row = relation_row(link, source="t", text=text)
    sentence, begin = row["sentence"], row["sentence_start"]
    assert len(sentence) <= 600
    assert sentence == text[begin : begin + len(sentence)]
    assert sentence[start - begin : start + size - begin] == text[start : start + size]


def test_stats() -> None:
    graph = make_graph(
        documents=[
            document("law", type="luat"), document("plan", type="ke-hoach", source="plan.txt"),
            document("x", type="luat"), document("ref_1", status="unresolved", candidates=["law", "x"]),
        ],
        relations=[
            ("plan", "implements", "law"), relation("plan", "implements", "law", source="other.txt"),
            ("x", "cites", "law"), ("x", "cites", "ref_1"), ("x", "cites", "x"),
            relation("plan", "cites", "x", strength="footnote"),
        ],
        conflicts=[{"document": "law", "field": "date", "values": ["1"]}],
        sources=[
            {"source": "plan.txt", "document": "plan"}, {"source": "copy.txt", "status": "duplicate"},
            {"source": "bad.bin", "status": "failed", "error": "binary"},
        ],
    )  # fmt: skip
    stats = graph.stats(top=2)
    assert (stats.documents, stats.mentions, stats.sources) == (4, 0, 3)
    assert (stats.relations, stats.evidence) == (5, 6)
    assert list(stats.by_type.items()) == [("luat", 2), ("", 1), ("ke-hoach", 1)]
    assert stats.by_status == {"cited": 2, "read": 1, "unresolved": 1}
    assert list(stats.by_predicate.items()) == [("cites", 4), ("implements", 1)]
    assert list(stats.by_strength.items()) == [("stated", 5), ("footnote", 1)]
    assert (stats.unresolved, stats.conflicts, stats.duplicates) == (1, {"date": 1}, 1)
    assert stats.failed == (("bad.bin", "binary"),)
    assert [(d.id, n) for d, n in stats.most_cited] == [("law", 2), ("ref_1", 1)]


def test_stats_of_nothing() -> None:
    stats = make_graph().stats()
    assert (stats.documents, stats.relations, stats.by_type, stats.most_cited) == (0, 0, {}, ())


def test_meta_says_what_it_is() -> None:
    graph = make_graph(documents=["a"], meta={"note": "x", "format": 99})
    assert graph.meta["format"] == FORMAT
    assert graph.meta["counts"]["documents"] == 1
    assert graph.meta["note"] == "x"
    with pytest.raises(TypeError):
        graph.meta["note"] = "y"  # type: ignore[index]
    assert repr(graph) == "Graph(documents=1, mentions=0, relations=0, conflicts=0, sources=0)"
