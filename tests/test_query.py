from __future__ import annotations

import itertools
import random
from typing import Any

import networkx as nx
import pytest
from factories import document, make_graph, relation
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.graph import Graph
from kg.links import links, predicate_name
from kg.models import PREDICATES, Provision
from kg.query import Answer, direction

NODES = [f"n{i}" for i in range(7)]
LINKS = st.lists(
    st.builds(
        lambda s, p, o, c, source: relation(s, p, o, confidence=c, source=source),
        st.sampled_from(NODES), st.sampled_from(["implements", "cites"]), st.sampled_from(NODES),
        st.sampled_from([0.1, 0.5, 0.9]), st.sampled_from(["t1", "t2"]),
    ),
    max_size=20,
)  # fmt: skip


def ids(answers: list[Answer]) -> list[str]:
    return [answer.document.id for answer in answers]


def links_of(pairs: str) -> list[tuple[str, str, str]]:
    """``"a>b"`` means a implements b."""
    return [(p.split(">")[0], "implements", p.split(">")[1]) for p in pairs.split()]


# One link


def test_subjects_and_with_reverse_objects() -> None:
    graph = make_graph(relations=[*links_of("a>b b>c d>b"), ("x", "cites", "b"), ("b", "implements", "b")])
    assert ids(graph.query("implements", "b")) == ["a", "d"]
    assert ids(graph.query("implements", "b", reverse=True)) == ["c"]
    assert ids(graph.query("cites", "b")) == ["x"]
    assert ids(graph.query("amends", "b")) == []


def test_answer_carries_chain_and_evidence() -> None:
    graph = make_graph(relations=[relation("a", "basedOn", "b", cue="Căn cứ", sentence="Căn cứ b;")])
    (answer,) = graph.query("based-on", "b")
    assert (answer.predicate, answer.depth, answer.path, answer.confidence) == ("basedOn", 1, ("a", "b"), 0.9)
    (row,) = answer.evidence
    assert (row.cue, row.sentence, row.source) == ("Căn cứ", "Căn cứ b;", "a.txt")
    (answer,) = graph.query("basedOn", "a", reverse=True)
    assert (answer.document.id, answer.path) == ("b", ("a", "b"))


@pytest.mark.parametrize("name", PREDICATES)
def test_predicate_in_every_spelling(name: str) -> None:
    kebab = "".join("-" + c.lower() if c.isupper() else c for c in name)
    for words in (name, name.upper(), kebab, kebab.replace("-", "_"), kebab.replace("-", " ")):
        assert predicate_name(words) == name


def test_unknown_predicate_lists_the_known() -> None:
    with pytest.raises(KgError) as caught:
        make_graph(documents=["a"]).query("loves", "a")
    assert all(name in str(caught.value) for name in PREDICATES)
    assert caught.value.code == "unknown-predicate"


def test_confidence_grows_with_texts_not_with_repetition() -> None:
    def sure(*given_rows: tuple[str, float]) -> float:
        rows = [
            relation("a", "cites", "b", source=source, confidence=c, start=at)
            for at, (source, c) in enumerate(given_rows)
        ]
        return make_graph(relations=rows).query("cites", "b")[0].confidence

    assert sure(("t", 0.6)) == 0.6
    assert sure(("t", 0.6), ("t", 0.4), ("t", 0.6)) == 0.6
    assert sure(("t", 0.6), ("u", 0.5)) == pytest.approx(0.8)
    assert sure(("t", 0.6), ("t", 0.9), ("u", 0.5)) == pytest.approx(0.95)
    assert sure(("t", 1.0)) == sure(("t", 0.95), ("u", 0.95)) == 0.99


def test_evidence_the_strongest_first() -> None:
    rows = [
        relation("a", "cites", "b", source="1", strength="footnote", confidence=0.9),
        relation("a", "cites", "b", source="2", strength="stated", confidence=0.5),
        relation("a", "cites", "b", source="3", strength="stated", confidence=0.7),
        relation("a", "cites", "b", source="4", strength="heading", confidence=0.9),
    ]
    (answer,) = make_graph(relations=rows).query("cites", "b")
    assert [row.source for row in answer.evidence] == ["3", "2", "4", "1"]


def test_strength_is_the_weakest_that_counts() -> None:
    rows = [
        relation("a", "cites", "z", strength="stated", confidence=0.5),
        relation("a", "cites", "z", strength="footnote", source="other", confidence=0.5),
        relation("b", "cites", "z", strength="heading"),
        relation("c", "cites", "z", strength="footnote"),
    ]
    graph = make_graph(relations=rows)
    assert ids(graph.query("cites", "z", strength="footnote")) == ["a", "b", "c"]
    assert ids(graph.query("cites", "z", strength="heading")) == ["a", "b"]
    (answer,) = graph.query("cites", "z", strength="Stated")
    assert (answer.document.id, answer.confidence, len(answer.evidence)) == ("a", 0.5, 1)
    with pytest.raises(KgError, match="no strength 'weak'"):
        graph.query("cites", "z", strength="weak")


def test_provision() -> None:
    def about(subject: str, **levels: str) -> dict[str, Any]:
        return relation(subject, "cites", "law", provisions=[Provision(**levels)])

    graph = make_graph(
        relations=[
            about("a", dieu="19", khoan="2", diem="đ"), about("b", dieu="19"),
            about("c", dieu="1", khoan="19"), ("d", "cites", "law"),
            about("e", dieu="19", khoan="2", diem="d"), about("f", phu_luc="II"),
            about("g", phan="2"),
        ]
    )  # fmt: skip

    def by(words: str | Provision) -> list[str]:
        return ids(graph.query("cites", "law", provision=words))

    assert by("Điều 19") == by("dieu 19") == by(Provision(dieu="19")) == ["a", "b", "e"]
    assert by("khoản 2 Điều 19") == by("Điều 19, khoản 2") == ["a", "e"]
    assert by("điểm đ khoản 2 Điều 19") == ["a"]
    assert by("điểm d khoản 2 Điều 19") == ["e"]
    assert by("diem d khoan 2 dieu 19") == ["a", "e"]
    assert by("Phụ lục II") == by("phu luc ii") == ["f"]
    assert by("Phần thứ hai") == by("phan thu hai") == by("Phần 2") == ["g"]
    for nonsense in ("", "19", "Điều", "chữ 19"):
        with pytest.raises(KgError) as caught:
            by(nonsense)
        assert caught.value.code == "bad-provision"


# Chains


def test_transitive_takes_the_surest_chain_and_of_these_the_shortest() -> None:
    graph = make_graph(
        relations=[
            relation("far", "implements", "law", confidence=0.2),
            relation("far", "implements", "mid", confidence=0.8),
            relation("mid", "implements", "law", confidence=0.8),
            ("other", "cites", "mid"),
        ]
    )
    answers = {a.document.id: a for a in graph.query("implements", "law", transitive=True)}
    assert set(answers) == {"far", "mid"}
    assert answers["far"].path == ("far", "mid", "law")
    assert (answers["far"].depth, answers["far"].confidence) == (2, pytest.approx(0.64))
    assert [(r.subject, r.object) for r in answers["far"].evidence] == [("far", "mid"), ("mid", "law")]
    down = {a.document.id: a for a in graph.query("implements", "far", transitive=True, reverse=True)}
    assert down["law"].path == ("far", "mid", "law")
    assert [(r.subject, r.object) for r in down["law"].evidence] == [("far", "mid"), ("mid", "law")]


def test_cycles_end_and_never_answer_with_the_question() -> None:
    graph = make_graph(relations=links_of("a>b b>c c>a d>a"))
    assert ids(graph.query("implements", "a", transitive=True)) == ["b", "c", "d"]


def test_min_confidence_is_of_the_chain() -> None:
    graph = make_graph(relations=links_of("a>b b>c c>d"))
    assert ids(graph.query("implements", "d", transitive=True, min_confidence=0.8)) == ["b", "c"]
    assert ids(graph.query("implements", "d", min_confidence=0.95)) == []


def test_filters_do_not_stop_the_walk() -> None:
    graph = make_graph(
        documents=[document("a", type="bao-cao"), document("b", type="ke-hoach")],
        relations=links_of("a>b b>law"),
    )
    assert ids(graph.query("implements", "law", transitive=True, type="bao-cao")) == ["a"]


def test_provision_of_a_chain_is_that_of_the_document_asked_about() -> None:
    first = relation("b", "implements", "law", provisions=[Provision(dieu="5")])
    graph = make_graph(relations=[first, *links_of("a>b c>law")])
    assert ids(graph.query("implements", "law", transitive=True, provision="Điều 5")) == ["a", "b"]


@settings(max_examples=60, deadline=None)
@given(LINKS, st.booleans())
def test_transitive_is_the_closure_that_networkx_finds(rows: list[dict[str, Any]], reverse: bool) -> None:
    graph = make_graph(documents=NODES, relations=rows)
    network = nx.DiGraph([(r["subject"], r["object"]) for r in rows if r["predicate"] == "implements"])
    network.add_nodes_from(NODES)
    for node in NODES:
        expected = nx.descendants(network, node) if reverse else nx.ancestors(network, node)
        answers = graph.query("implements", node, transitive=True, reverse=reverse)
        assert set(ids(answers)) == expected
        for answer in answers:
            steps = list(itertools.pairwise(answer.path))
            assert len(steps) == answer.depth
            assert all(network.has_edge(*step) for step in steps)
            ends = (node, answer.document.id) if reverse else (answer.document.id, node)
            assert (answer.path[0], answer.path[-1]) == ends


@settings(max_examples=40, deadline=None)
@given(LINKS)
def test_no_chain_is_surer_than_the_one_given(rows: list[dict[str, Any]]) -> None:
    graph = make_graph(documents=NODES, relations=rows)
    index = links(graph)
    for node in NODES:
        got = {a.document.id: a.confidence for a in graph.query("implements", node, transitive=True)}
        network = nx.DiGraph()
        network.add_nodes_from(NODES)
        for link in range(len(index)):
            if index.predicate_of(link) == "implements":
                network.add_edge(
                    NODES[index.subject[link]], NODES[index.object[link]], share=index.confidence(link)
                )
        for other, best in got.items():
            chains = nx.all_simple_paths(network, other, node)
            shares = []
            for chain in chains:
                product = 1.0
                for step in itertools.pairwise(chain):
                    product *= network.edges[step]["share"]
                shares.append(product)
            assert best == pytest.approx(max(shares))


@settings(max_examples=40, deadline=None)
@given(LINKS, st.randoms())
def test_answers_do_not_depend_on_the_order_of_input(rows: list[dict[str, Any]], rng: random.Random) -> None:
    one = make_graph(documents=NODES, relations=rows)
    two = make_graph(documents=NODES[::-1], relations=rng.sample(rows, len(rows)))
    for node in NODES:
        ask = {"transitive": True, "min_confidence": 0.2}
        assert one.query("implements", node, **ask) == two.query("implements", node, **ask)
        assert one.path(node, NODES[0]) == two.path(node, NODES[0])


# Filters of documents


@pytest.fixture(scope="module")
def plans() -> Graph:
    rows = [
        document("p1", type="ke-hoach", date="2021-03-04", issuer="uy-ban-nhan-dan-tinh-an-giang"),
        document("p2", type="chuong-trinh-hanh-dong", date="2022", issuer="tinh-uy-an-giang"),
        document("p3", type="chuong-trinh", date="2022-06", issuer="uy-ban-nhan-dan-tinh-son-la"),
        document("p4", type="quyet-dinh", date=None, issuer="thu-tuong-chinh-phu"),
        document("p5", type="nghi-dinh", date="2020-12-31", issuer="chinh-phu"),
        document("p6", type="thong-tu-lien-tich", date="2022-01-01", issuer="bo-noi-vu+bo-tai-chinh"),
        document("p7", type=None, date="2023-01-01", issuer=None),
    ]
    return make_graph(documents=rows, relations=[(r["id"], "cites", "law") for r in rows])


def test_answers_are_sorted_by_date_then_id_and_the_undated_last(plans: Graph) -> None:
    assert ids(plans.query("cites", "law")) == ["p5", "p1", "p2", "p6", "p3", "p7", "p4"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kế hoạch", ["p1"]), ("ke-hoach", ["p1"]), ("ke hoach", ["p1"]), ("KẾ HOẠCH", ["p1"]),
        ("KH", ["p1"]),
        ("Chương trình", ["p2", "p3"]), ("chuong-trinh-hanh-dong", ["p2"]), ("Thông tư", ["p6"]),
        ("Quyết định", ["p4"]), ("quy che", []), ("Nghị định", ["p5"]),
    ],
)  # fmt: skip
def test_type(plans: Graph, words: str, expected: list[str]) -> None:
    assert ids(plans.query("cites", "law", type=words)) == expected


def test_type_that_is_none(plans: Graph) -> None:
    with pytest.raises(KgError) as caught:
        plans.query("cites", "law", type="Kế hoặch hoá")
    assert caught.value.code == "unknown-type"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("uy-ban-nhan-dan-tinh-an-giang", ["p1"]), ("UBND tỉnh An Giang", ["p1"]), ("ubnd an giang", ["p1"]),
        ("Ủy ban nhân dân", ["p1", "p3"]), ("UBND", ["p1", "p3"]), ("An Giang", ["p1", "p2"]),
        ("Chính phủ", ["p5"]), ("Thủ tướng", ["p4"]), ("bo noi vu", ["p6"]), ("Bộ Tài chính", ["p6"]),
        ("Giang An", []), ("Tiền Giang", []), ("Tỉnh ủy", ["p2"]),
    ],
)  # fmt: skip
def test_issuer(plans: Graph, words: str, expected: list[str]) -> None:
    assert ids(plans.query("cites", "law", issuer=words)) == expected


@pytest.mark.parametrize("words", ["", "  ", "của"])
def test_issuer_that_is_none(plans: Graph, words: str) -> None:
    with pytest.raises(KgError) as caught:
        plans.query("cites", "law", issuer=words)
    assert caught.value.code == "bad-issuer"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022", None, ["p2", "p6", "p3", "p7"]), (None, "2021", ["p5", "p1"]), ("2021", "2021", ["p1"]),
        ("2022-07-01", "2022-12-31", ["p2"]), ("01/06/2022", "2022-06", ["p2", "p3"]),
        ("2022-01-02", "2022-05-31", ["p2"]), ("2024", None, []), ("31/12/2020", "31/12/2020", ["p5"]),
    ],
)  # fmt: skip
def test_time(plans: Graph, since: str | None, until: str | None, expected: list[str]) -> None:
    assert ids(plans.query("cites", "law", since=since, until=until)) == expected


@pytest.mark.parametrize("words", ["yesterday", "2022-13-01", "99", "", "2021 2022"])
def test_time_that_is_none(plans: Graph, words: str) -> None:
    with pytest.raises(KgError) as caught:
        plans.query("cites", "law", since=words)
    assert caught.value.code == "bad-date"


def test_document_in_words() -> None:
    graph = make_graph(
        documents=[
            document("x", type="chi-thi", number="33/CT-TTg", date="2021-11-26"),
            document("y", type="chi-thi", number="33/CT-TTg", date="2011-11-26"),
        ],
        relations=[("plan", "implements", "x")],
    )
    assert ids(graph.query("implements", "Chỉ thị 33/CT-TTg năm 2021")) == ["plan"]
    x = graph.document("x")
    assert x is not None
    assert ids(graph.query("implements", x)) == ["plan"]
    with pytest.raises(AmbiguousError):
        graph.query("implements", "33/CT-TTg")
    with pytest.raises(NotFoundError):
        graph.query("implements", "34/CT-TTg")
    with pytest.raises(NotFoundError):
        make_graph(documents=["a"]).query("implements", x)


# Paths


def walk(graph: Graph, a: str, b: str, **options: Any) -> str | None:
    steps = graph.path(a, b, **options)
    if steps is None:
        return None
    return " ".join(f"{s.subject}>{s.object}" if s.forward else f"{s.object}<{s.subject}" for s in steps)


def test_path_prefers_a_direction_to_shortness() -> None:
    graph = make_graph(relations=links_of("a>b b>c c>d x>a x>d"))
    assert walk(graph, "a", "d") == "a>b b>c c>d"
    assert walk(graph, "d", "a") == "d<c c<b b<a"
    assert walk(graph, "a", "d", directed=False) == "a<x x>d"


def test_path_changes_direction_where_nothing_else_leads_there() -> None:
    graph = make_graph(relations=links_of("a>z b>z"))
    steps = graph.path("a", "b")
    assert steps is not None
    assert (walk(graph, "a", "b"), direction(steps)) == ("a>z z<b", "mixed")
    assert direction(graph.path("a", "z") or []) == "forward"
    assert direction(graph.path("z", "a") or []) == "backward"


def test_path_ends() -> None:
    graph = make_graph(documents=["alone"], relations=links_of("a>b b>c"))
    assert graph.path("a", "a") == []
    assert graph.path("a", "alone") is None
    assert graph.path("a", "c", max_depth=1) is None
    assert walk(graph, "a", "c", max_depth=2) == "a>b b>c"
    with pytest.raises(NotFoundError):
        graph.path("a", "nowhere")


def test_path_keeps_to_the_predicates_given() -> None:
    graph = make_graph(relations=[("a", "cites", "c"), *links_of("a>b b>c")])
    assert walk(graph, "a", "c") == "a>c"
    assert walk(graph, "a", "c", predicates=["IMPLEMENTS"]) == "a>b b>c"
    assert walk(graph, "a", "c", predicates=["amends", "repeals"]) is None


def test_path_takes_the_most_telling_link_and_the_surest_chain() -> None:
    sure = {"x>m1": 0.5, "m1>y": 0.9, "x>m2": 0.8, "m2>y": 0.8, "a>b": 0.6}
    chains = [relation(*links_of(pair)[0], confidence=share) for pair, share in sure.items()]
    graph = make_graph(relations=[relation("a", "cites", "b", confidence=0.95), *chains])
    (step,) = graph.path("a", "b") or []
    assert (step.predicate, step.confidence) == ("implements", 0.6)
    assert [row.predicate for row in step.evidence] == ["implements"]
    assert walk(graph, "x", "y") == "x>m2 m2>y"


@settings(max_examples=40, deadline=None)
@given(LINKS)
def test_path_is_as_short_as_networkx_finds(rows: list[dict[str, Any]]) -> None:
    graph = make_graph(documents=NODES, relations=rows)
    network = nx.DiGraph([(r["subject"], r["object"]) for r in rows])
    network.add_nodes_from(NODES)
    both = network.to_undirected()
    a, b = NODES[0], NODES[1]
    steps = graph.path(a, b)
    ways = (("forward", (a, b), network), ("backward", (b, a), network), ("mixed", (a, b), both))
    for kind, way, view in ways:
        if nx.has_path(view, *way):
            assert steps is not None
            assert (direction(steps), len(steps)) == (kind, nx.shortest_path_length(view, *way))
            break
    else:
        assert steps is None
