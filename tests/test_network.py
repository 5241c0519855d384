from __future__ import annotations

import networkx as nx
import pytest
from factories import document, make_graph, relation

from kg.errors import KgError
from kg.graph import Graph
from kg.network import _BATCH, to_networkx


@pytest.fixture(scope="module")
def graph() -> Graph:
    return make_graph(
        documents=[
            document("law", type="luat", number="1/2020/QH14", date="2020-01-01", title="Tên"),
            document("plan", type="ke-hoach", source="plan.txt"),
            document("action", type="chuong-trinh-hanh-dong"),
            document("ref_x", status="unresolved", candidates=["law"]),
            "alone",
        ],
        relations=[
            ("plan", "implements", "law"),
            relation("plan", "implements", "law", source="other.txt", strength="footnote", confidence=0.5),
            ("plan", "cites", "law"),
            relation("action", "cites", "law", strength="heading", confidence=0.4),
            ("plan", "cites", "ref_x"),
        ],
    )


def test_nodes_are_documents_with_their_fields(graph: Graph) -> None:
    network = graph.to_networkx()
    assert sorted(network.nodes) == ["action", "alone", "law", "plan", "ref_x"]
    law = graph.document("law")
    assert law is not None
    assert set(network.nodes["law"]) == set(law.__slots__) - {"id", "block"}
    assert all(getattr(law, name) == value for name, value in network.nodes["law"].items())
    assert network.nodes["ref_x"]["candidates"] == ("law",)


def test_parallel_edges_stay_apart(graph: Graph) -> None:
    edges = graph.to_networkx().get_edge_data("plan", "law")
    assert sorted(data["predicate"] for data in edges.values()) == ["cites", "implements"]
    assert all(isinstance(key, int) for key in edges)


def test_edges_sum_up_their_evidence(graph: Graph) -> None:
    edges = graph.to_networkx().get_edge_data("plan", "law").values()
    (implements,) = (data for data in edges if data["predicate"] == "implements")
    assert (implements["strength"], implements["weight"]) == ("stated", 2)
    assert implements["confidence"] == pytest.approx(0.95)
    assert [row.source for row in implements["evidence"]] == ["plan.txt", "other.txt"]
    assert implements["confidence"] == graph.query("implements", "law")[0].confidence


def triples(network: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    return {(s, p, o) for s, o, p in network.edges(data="predicate")}


def test_filters(graph: Graph) -> None:
    assert triples(graph.to_networkx(predicates=["Implements"])) == {("plan", "implements", "law")}
    some = graph.to_networkx(types=["Luật", "Chương trình"])
    assert (set(some), triples(some)) == ({"law", "action"}, {("action", "cites", "law")})
    assert "ref_x" not in graph.to_networkx(statuses=["read", "cited"])
    assert ("action", "cites", "law") not in triples(graph.to_networkx(min_confidence=0.5))
    strong = graph.to_networkx(strength="heading")
    assert ("action", "cites", "law") in triples(strong)
    (implements,) = (d for *_, d in strong.edges(data=True) if d["predicate"] == "implements")
    assert (implements["weight"], implements["confidence"]) == (1, 0.9)
    assert "alone" not in graph.to_networkx(isolated=False)
    with pytest.raises(KgError, match="no relation 'loves'"):
        graph.to_networkx(predicates=["loves"])


def test_more_links_than_are_read_at_once() -> None:
    size = _BATCH + 5
    big = make_graph(relations=[(f"a{i}", "cites", f"b{i % 7}") for i in range(size)])
    network = big.to_networkx()
    assert network.number_of_edges() == size
    assert all(row.subject == s for s, _, rows in network.edges(data="evidence") for row in rows)


def test_neighbourhood() -> None:
    links = [("a", "implements", "b"), ("b", "cites", "c"), ("d", "cites", "b"), ("c", "cites", "e"), ("d", "cites", "a")]
    graph = make_graph(relations=links)
    assert set(to_networkx(graph, around="b")) == {"a", "b", "c", "d"}
    assert sorted(to_networkx(graph, around="b").edges()) == [("a", "b"), ("b", "c"), ("d", "a"), ("d", "b")]
    assert set(to_networkx(graph, around="b", depth=0)) == {"b"}
    assert set(to_networkx(graph, around="b", depth=2)) == {"a", "b", "c", "d", "e"}
    assert set(to_networkx(graph, around="b", depth=9, predicates=["implements"])) == {"a", "b"}
    assert set(to_networkx(graph, around="b", types=["luat"])) == set()


def test_what_would_not_fit_is_refused_in_words() -> None:
    graph = make_graph(relations=[("a", "implements", "b"), ("b", "cites", "c")])
    with pytest.raises(KgError, match=r"2 links are too many for networkx .* around=") as caught:
        to_networkx(graph, limit=1)
    assert caught.value.code == "too-many-links"
    assert to_networkx(graph, limit=1, predicates=["cites"]).number_of_edges() == 1
    assert to_networkx(graph, limit=1, around="c").number_of_edges() == 1
