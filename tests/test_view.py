from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections import defaultdict
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import Any

import pytest
from factories import make_graph
from hypothesis import given, settings
from hypothesis import strategies as st
from view_graph import HOSTILE, likely_graph

from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.graph import Graph
from kg.labels import body_of, date_of, headline, place_of, spellings_in, type_of
from kg.view import render_html, write_html
from kg.view.layout import BOX_HEIGHT, BOX_WIDTH, Item, lay_out
from kg.view.page import embedded
from kg.view.payload import family_of, payload
from kg.view.routes import crossings, meetings, route_all
from kg.view.selection import choose
from kg.view.tiers import UNKNOWN, lane_of, lanes_of, tier_of


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="kg-data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def heads(page: str) -> list[str]:
    return [doc["id"] for doc in data_of(page)["docs"]]


# Words for people


@pytest.mark.parametrize(
    ("issuer", "full", "short"),
    [
        ("thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "Thủ tướng"),
        ("uy-ban-nhan-dan-tinh-an-giang", "Ủy ban nhân dân tỉnh An Giang", "UBND An Giang"),
        ("uy-ban-nhan-dan-thanh-pho-ha-noi", "Ủy ban nhân dân thành phố Hà Nội", "UBND TP Hà Nội"),
        ("ban-thuong-vu-tinh-uy-son-la", "Ban Thường vụ Tỉnh ủy Sơn La", "BTV Tỉnh ủy Sơn La"),
        ("ban-thuong-vu-thanh-uy-da-nang", "Ban Thường vụ Thành ủy Đà Nẵng", "BTV Thành ủy Đà Nẵng"),
        ("so-noi-vu-tinh-son-la", "Sở Nội vụ tỉnh Sơn La", "Sở Nội vụ Sơn La"),
        ("bo-lao-dong-thuong-binh-va-xa-hoi", "Bộ Lao động - Thương binh và Xã hội", "Bộ LĐTBXH"),
        ("uy-ban-nhan-dan-huyen-van-chan", "Ủy ban nhân dân huyện Văn Chấn", "UBND huyện Văn Chấn"),
        ("uy-ban-nhan-dan-xa-suoi-giang", "Ủy ban nhân dân xã Suoi Giang", "UBND xã Suoi Giang"),
        ("hoi-nguoi-yeu-hoa-yen-bai", "Hoi nguoi yeu hoa Yên Bái", "Hoi nguoi yeu hoa Yên Bái"),
    ],
)
def test_bodies_have_their_names(issuer: str, full: str, short: str) -> None:
    body = body_of(issuer, {"van-chan": "Văn Chấn"})
    assert body is not None
    assert (body.name.vi, body.short.vi) == (full, short)


def test_joint_bodies_are_all_named_and_no_body_is_none() -> None:
    body = body_of("bo-noi-vu+bo-tai-chinh")
    assert body is not None
    assert body.name.vi == "Bộ Nội vụ - Bộ Tài chính"
    assert body_of(None) is None
    assert body_of("") is None


def test_the_commonest_spelling_of_a_place_wins_in_any_order() -> None:
    texts = ["UBND huyện Văn Chấn", "Huyện Văn Chấn, tỉnh Yên Bái", "huyện Vân Chấn"]
    assert spellings_in(texts, ["van-chan"]) == spellings_in(texts[::-1], ["van-chan"]) == {"van-chan": "Văn Chấn"}
    assert place_of("uy-ban-nhan-dan-huyen-van-chan") == "van-chan"


@pytest.mark.parametrize(
    ("type_", "number", "title", "date", "words"),
    [
        ("chi-thi", "33/CT-TTg", "về dân vận", "2021-11-26", "33/CT-TTg"),
        ("nghi-quyet", "25-NQ/TW", None, None, "25-NQ/TW"),
        ("luat", "80/2015/QH13", None, None, "Luật 80/2015/QH13"),
        ("cong-van", "404/UBND-NC", None, None, "Công văn 404/UBND-NC"),
        ("luat", None, "Tiếp công dân", "2013", "Luật Tiếp công dân"),
        ("luat", None, "Luật Tiếp công dân", "2013", "Luật Tiếp công dân"),
        ("bao-cao", None, None, "2021-11-02", "Báo cáo ngày 02/11/2021"),
        (None, None, None, None, "Văn bản"),
    ],
)
def test_headlines(type_: str | None, number: str | None, title: str | None, date: str | None, words: str) -> None:
    assert headline(type_, number, title, date).vi == words


def test_types_and_dates_in_both_languages() -> None:
    assert (type_of("nghi-dinh").vi, type_of("nghi-dinh").en) == ("Nghị định", "Decree")
    assert (date_of("2021-03-04").vi, date_of("2021-03-04").en) == ("04/03/2021", "4 Mar 2021")
    assert date_of("about 1990").vi == "about 1990"


@pytest.mark.parametrize(
    ("row", "tier"),
    [
        ({"level": "central", "branch": "party", "series": "dcsvn-tw"}, 0),
        ({"level": "central", "branch": "party", "series": "bdvtw"}, 2),
        ({"level": "central", "branch": "party", "series": None}, 0),
        ({"level": "central", "branch": "state", "series": "quoc-hoi"}, 0),
        ({"level": "central", "branch": "state", "series": "ttg"}, 1),
        ({"level": "ministry", "series": "bnv"}, 2),
        ({"level": "province", "series": "ubnd.son-la"}, 3),
        ({"level": "province", "series": "snv.son-la"}, 4),
        ({"level": "district", "series": "ubnd.huyen-van-chan"}, 4),
        ({"level": "commune", "series": "ubnd.xa-suoi-giang"}, 5),
        ({"level": None, "type": "nghi-dinh"}, 1),
        ({"level": None, "type": "ke-hoach"}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_tiers(row: dict[str, Any], tier: int) -> None:
    assert tier_of(row) == tier


def test_few_documents_of_the_front_stand_with_the_state() -> None:
    front, state = {"branch": "front"}, {"branch": "state"}
    assert lanes_of([front, *[state] * 7]) == [1] * 8
    assert lanes_of([front, *[state] * 6]) == [2, *[1] * 6]
    assert lane_of({"branch": "party"}) == 0


def test_every_type_has_a_family() -> None:
    assert family_of("ke-hoach-lien-tich") == "plan"
    assert family_of("thong-tu-lien-tich") == "circular"
    assert family_of("no-such-type") == "other"


# Layout


items = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 2), st.sampled_from(["", "2019", "2020-05-01"])), max_size=60
)


@settings(max_examples=60, deadline=None)
@given(items, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=90), st.floats(0.4, 3))
def test_boxes_never_overlap_and_stay_in_tier_and_lane(
    given_items: list[tuple[int, int, str]], pairs: list[tuple[int, int]], aspect: float
) -> None:
    made = [Item(f"d{at}", *item) for at, item in enumerate(given_items)]
    links = [(f"d{a}", f"d{b}", 1.0) for a, b in pairs]
    layout = lay_out(made, links, aspect=aspect)
    assert set(layout.boxes) == {item.id for item in made}
    boxes = sorted(layout.boxes.values(), key=lambda box: (box.x, box.y))
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            assert abs(a.x - b.x) >= BOX_WIDTH or abs(a.y - b.y) >= BOX_HEIGHT
    tiers = {band.key: band for band in layout.tiers}
    lanes = {band.key: band for band in layout.lanes}
    for item in made:
        box = layout.boxes[item.id]
        assert tiers[item.tier].start <= box.x - BOX_WIDTH / 2
        assert box.x + BOX_WIDTH / 2 <= tiers[item.tier].end
        assert lanes[item.lane].start <= box.y - BOX_HEIGHT / 2
        assert box.y + BOX_HEIGHT / 2 <= lanes[item.lane].end


def rows_of(graph: Graph) -> tuple[list[dict[str, Any]], list[tuple[str, str, str]]]:
    links = {(row["subject"], row["predicate"], row["object"]) for row in graph.relations.to_pylist()}
    return graph.documents.to_pylist(), sorted(links)


def placed(graph: Graph) -> tuple[list[Item], list[tuple[str, str, str]]]:
    documents, links = rows_of(graph)
    return [Item(row["id"], tier_of(row), lane_of(row), row["date"] or "") for row in documents], links


def test_layout_is_the_same_for_any_order() -> None:
    made, links = placed(likely_graph(80))
    weighted = [(a, b, 1.0) for a, _, b in links]
    first = lay_out(made, weighted)
    random.Random(3).shuffle(made)
    random.Random(4).shuffle(weighted)
    assert lay_out(made, weighted) == first


def test_older_documents_of_a_tier_stand_to_the_left() -> None:
    made = [Item(f"d{year}", 3, 1, str(year)) for year in range(2000, 2040)]
    boxes = lay_out(made, []).boxes
    columns = [boxes[item.id].column for item in made]
    assert columns == sorted(columns)
    assert len(set(columns)) > 1


def test_linked_documents_are_brought_near_each_other() -> None:
    """Four hubs with followers that come in an order that would cross: sorted out to no crossing at all."""
    made = [Item(f"hub{n}", 0, 1) for n in range(4)]
    made += [Item(f"z{at}", 1, 1) for at in range(12)]
    links = [(f"z{at}", "implements", f"hub{at * 7 % 4}") for at in range(12)]
    layout = lay_out(made, [(a, b, 1.0) for a, _, b in links])
    assert crossings(dict(zip(links, route_all(layout, links), strict=True))) == 0


def test_links_leave_sideways_and_run_under_no_box() -> None:
    made, links = placed(likely_graph(150))
    layout = lay_out(made, [(a, b, 1.0) for a, _, b in links])
    for (subject, _, object_), way in zip(links, route_all(layout, links), strict=True):
        start, end = layout.boxes[subject], layout.boxes[object_]
        assert abs(way[0][0] - start.x) == abs(way[-1][0] - end.x) == BOX_WIDTH / 2
        if start.column != end.column:
            assert (way[0][0] - start.x) * (end.x - start.x) > 0, "it leaves towards the other document"
            assert (way[-1][0] - end.x) * (start.x - end.x) > 0, "and comes to the side that faces it"
        for (x1, y1), (x2, y2) in pairwise(way):
            assert x1 == x2 or y1 == y2, "level or upright"
            for box in layout.boxes.values():
                across = min(x1, x2) < box.x + BOX_WIDTH / 2 and max(x1, x2) > box.x - BOX_WIDTH / 2
                along = min(y1, y2) < box.y + BOX_HEIGHT / 2 and max(y1, y2) > box.y - BOX_HEIGHT / 2
                assert not (across and along), (subject, object_, box)


def test_links_of_different_documents_do_not_lie_on_each_other() -> None:
    """On upright streets: where two run side by side they are links of one document."""
    made, links = placed(likely_graph(40))
    layout = lay_out(made, [(a, b, 1.0) for a, _, b in links])
    used: dict[float, list[tuple[float, float, str]]] = defaultdict(list)
    for (subject, _, _), way in zip(links, route_all(layout, links), strict=True):
        for (x1, y1), (x2, y2) in pairwise(way[:4]):
            if x1 == x2 and abs(y1 - y2) > 60:
                used[x1].append((min(y1, y2), max(y1, y2), subject))
    assert sum(map(len, used.values())) > 10
    for pieces in used.values():
        for at, (top, bottom, subject) in enumerate(pieces):
            for other_top, other_bottom, other in pieces[at + 1 :]:
                assert subject == other or bottom < other_top or other_bottom < top


def test_links_are_bundled() -> None:
    """The eye meets far fewer crossings than there are pairs of links that cross."""
    made, links = placed(likely_graph(150))
    layout = lay_out(made, [(a, b, 1.0) for a, _, b in links])
    routes = dict(zip(links, route_all(layout, links), strict=True))
    assert meetings(routes) * 3 < crossings(routes)


def test_crossings_are_fewer_than_in_the_order_of_input() -> None:
    """The sweeps pay: with boxes in the order of their ids the links cross a quarter more often at least."""
    made, links = placed(likely_graph(60))
    layout = lay_out(made, [(a, b, 1.0) for a, _, b in links])
    unsorted = lay_out(made, [])
    ours = crossings(dict(zip(links, route_all(layout, links), strict=True)))
    theirs = crossings(dict(zip(links, route_all(unsorted, links), strict=True)))
    assert ours * 1.25 <= theirs


# Selection


@pytest.fixture(scope="module")
def chain() -> Graph:
    """resolution <- directive <- plan <- report, and another plan beside the first; an old decree far away."""
    return make_graph(
        documents=[
            {"id": "resolution", "type": "nghi-quyet", "number": "25-NQ/TW", "date": "2013-06-03"},
            {"id": "directive", "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26"},
            {"id": "plan", "type": "ke-hoach", "number": "38/KH-UBND", "date": "2022",
             "issuer": "uy-ban-nhan-dan-tinh-an-giang"},
            {"id": "sibling", "type": "ke-hoach", "number": "41/KH-UBND", "date": "2022-02-01",
             "issuer": "uy-ban-nhan-dan-tinh-son-la"},
            {"id": "report", "type": "bao-cao", "number": "7/BC-SNV", "date": "2023-01-01"},
            {"id": "decree", "type": "nghi-dinh", "number": "71/1998/NĐ-CP", "date": "1998-09-08"},
        ],
        relations=[
            ("directive", "implements", "resolution"),
            ("plan", "implements", "directive"),
            ("sibling", "implements", "directive"),
            ("report", "basedOn", "plan"),
            {"subject": "report", "predicate": "cites", "object": "resolution", "confidence": 0.4},
        ],
    )  # fmt: skip


def chosen(graph: Graph, **options: Any) -> set[str]:
    found = choose(graph, **options)
    ids = graph.documents["id"].to_pylist()
    return {ids[row] for row in found.documents}


def test_up_is_what_it_stands_on_and_down_what_stands_on_it(chain: Graph) -> None:
    assert chosen(chain, root="directive", direction="up") == {"directive", "resolution"}
    assert chosen(chain, root="directive", direction="down") == {"directive", "plan", "sibling", "report"}
    assert chosen(chain, root="plan") == {"plan", "directive", "resolution", "report"}, "no siblings"
    assert chosen(chain, root="plan", depth=1) == {"plan", "directive", "report"}
    assert chosen(chain, root="plan", depth=0) == {"plan"}
    assert chosen(chain) == set(chain.documents["id"].to_pylist())


def test_a_root_can_be_given_in_words(chain: Graph) -> None:
    assert chosen(chain, root="chi thi 33/ct-ttg", depth=0) == {"directive"}
    document = chain.document("report")
    assert document is not None
    assert chosen(chain, root=document, depth=0) == {"report"}


def test_filters(chain: Graph) -> None:
    assert chosen(chain, type="Kế hoạch") == {"plan", "sibling"}
    assert chosen(chain, type=["ke-hoach", "Báo cáo"]) == {"plan", "sibling", "report"}
    assert chosen(chain, issuer="An Giang") == {"plan"}
    assert chosen(chain, since="2021", until="2022") == {"directive", "plan", "sibling"}
    assert chosen(chain, root="directive", type="Báo cáo") == {"directive", "report"}, "the root stays"
    assert chosen(chain, root="report", direction="up", predicate="cites") == {"report", "resolution"}
    assert chosen(chain, root="report", direction="up", depth=1, min_confidence=0.5) == {"report", "plan"}


def test_beyond_the_limit_the_most_linked_or_the_nearest_stay(chain: Graph) -> None:
    found = choose(chain, limit=2)
    assert (len(found.documents), found.total) == (2, 6)
    assert chosen(chain, limit=1) == {"directive"}
    assert chosen(chain, root="report", limit=2) >= {"report"}
    whole = data_of(render_html(chain, limit=1))
    assert whole["total"] == 6
    assert whole["docs"][0]["outside"] == 3


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"root": "99/QĐ-XYZ"}, NotFoundError),
        ({"root": "KH-UBND", "lang": "fr"}, KgError),
        ({"direction": "sideways"}, KgError),
        ({"depth": -1}, KgError),
        ({"limit": 0}, KgError),
        ({"type": "quả táo"}, KgError),
        ({"predicate": "loves"}, KgError),
        ({"since": "hôm qua"}, KgError),
    ],
)
def test_wrong_arguments_are_named(chain: Graph, options: dict[str, Any], error: type[KgError]) -> None:
    with pytest.raises(error):
        render_html(chain, **options)


def test_an_ambiguous_root_is_not_guessed() -> None:
    graph = make_graph(documents=[{"id": f"d{n}", "type": "ke-hoach", "number": "1/KH-UBND"} for n in (1, 2)])
    with pytest.raises(AmbiguousError):
        render_html(graph, root="1/KH-UBND")


# The data of the page


def test_evidence_of_one_link_is_kept_together_and_cut_at_code_points() -> None:
    sentence = "👥 Thực hiện Chỉ thị 33/CT-TTg, xã đã họp."
    start = sentence.index("Chỉ thị")
    graph = make_graph(
        documents=["a", "b"],
        relations=[
            {"subject": "b", "predicate": "implements", "object": "a", "source": f"{n}.txt", "strength": strength,
             "sentence": sentence, "sentence_start": 100, "start": 100 + start, "end": 100 + start + 17,
             "cue": "Thực hiện", "provisions": [{"dieu": "19", "khoan": "2"}]}
            for n, strength in enumerate(["footnote", "stated"])
        ],
    )  # fmt: skip
    data = data_of(render_html(graph))
    (link,) = data["links"]
    first, second = link["evidence"]
    assert (first["strength"], second["strength"], link["strength"]) == ("stated", "footnote", "stated")
    source, text = data["sentences"][first["in"]]
    assert (source, text[slice(*first["span"])]) == ("1.txt", "Chỉ thị 33/CT-TTg")
    assert first["parts"] == ["khoản 2 Điều 19", "Clause 2, Article 19"]


def test_of_many_pieces_of_evidence_the_page_says_how_many_are_left_out() -> None:
    rows = [
        {"subject": "b", "predicate": "cites", "object": "a", "source": f"{n:02}.txt", "start": 5, "end": 6}
        for n in range(33)
    ]
    (link,) = data_of(render_html(make_graph(documents=["a", "b"], relations=rows)))["links"]
    assert (len(link["evidence"]), link["more"]) == (20, 13)


def test_conflicts_and_candidates_are_in_words() -> None:
    graph = make_graph(
        documents=[
            {"id": "ref_1", "type": "ke-hoach", "status": "unresolved", "candidates": ["a", "z"]},
            {"id": "a", "type": "ke-hoach", "number": "1/KH-UBND"},
            {"id": "z", "type": "ke-hoach", "number": "1/KH-UBND"},
        ],
        conflicts=[
            {"document": "a", "field": "date", "values": ["2013-06-03", "2013-07-25"], "sources": ["x.txt"]},
            {"document": "a", "field": "issuer", "values": ["bo-noi-vu", "chinh-phu"], "sources": []},
        ],
    )
    docs = {doc["id"]: doc for doc in data_of(render_html(graph))["docs"]}
    assert docs["a"]["conflicts"] == [
        {"field": "date", "values": [["03/06/2013", "3 Jun 2013"], ["25/07/2013", "25 Jul 2013"]],
         "sources": ["x.txt"]},
        {"field": "issuer", "values": [["Bộ Nội vụ", "Ministry of Home Affairs"], ["Chính phủ", "Government"]],
         "sources": []},
    ]  # fmt: skip
    assert docs["ref_1"]["candidates"] == [["a", "1/KH-UBND"], ["z", "1/KH-UBND"]]


def test_a_link_to_itself_is_not_drawn() -> None:
    graph = make_graph(documents=["a"], relations=[("a", "amends", "a")])
    assert data_of(render_html(graph))["links"] == []


def test_the_order_of_rows_does_not_matter() -> None:
    documents, _ = rows_of(likely_graph(40))
    made = payload(documents, [], [], total=40)
    random.Random(1).shuffle(documents)
    assert payload(documents, [], [], total=40) == made


# The page


def test_the_same_graph_gives_the_same_bytes_for_any_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from view_graph import likely_graph; from kg.view import write_html\n"
        "write_html(likely_graph(60), sys.argv[2])"
    )
    pages = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        subprocess.run(
            [sys.executable, "-c", program, str(Path(__file__).parent), str(target)],
            env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True,
        )  # fmt: skip
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]


def test_nothing_on_the_page_comes_from_elsewhere() -> None:
    page = render_html(likely_graph(20))
    assert not re.search(r"<(?:script|link|img|iframe|object|embed|base|form)\b[^>]*\b(?:src|href)\s*=", page)
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"@import|url\(", markup)
    assert not re.search(r"\son\w+\s*=", markup)
    assert "bootstrap" not in page.lower()
    assert "sourceMappingURL" not in page


def test_hostile_text_stays_inside_the_data() -> None:
    page = render_html(likely_graph(20, hostile=True), lang="en")
    assert "<img" not in page.lower()
    harmless = render_html(likely_graph(20), lang="en")
    for tag in ("<script", "</script"):
        assert page.count(tag) == harmless.count(tag)
    number = next(doc["number"] for doc in data_of(page)["docs"] if doc["number"].startswith("<"))
    assert number == HOSTILE


def test_a_hostile_root_is_escaped_in_the_title() -> None:
    graph = make_graph(documents=[{"id": "a", "title": "</title><script>1</script>", "source": "a.txt"}])
    page = render_html(graph, root="a")
    assert "&lt;/title&gt;&lt;script&gt;" in page


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_embedded_data_reads_back_and_holds_no_markup(value: Any) -> None:
    text = embedded({"value": value})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"value": value}
    text.encode("utf-8")


def test_a_lone_surrogate_does_not_stop_the_page(tmp_path: Path) -> None:
    data = payload([{"id": "a", "title": "x\ud800y"}], [], [], total=1)
    assert json.loads(embedded(data))["docs"][0]["title"] == "x\ud800y"


def test_the_page_says_its_language_and_title(chain: Graph) -> None:
    assert '<html lang="vi">' in render_html(chain)
    english = render_html(chain, lang="en", root="directive")
    assert '<html lang="en">' in english
    assert "<title>33/CT-TTg · Graph of documents</title>" in english


def test_an_empty_graph_makes_a_page() -> None:
    data = data_of(render_html(Graph.from_rows()))
    assert (data["docs"], data["tiers"], data["total"]) == ([], [], 0)


def test_the_file_is_utf8_and_written_whole_or_not_at_all(chain: Graph, tmp_path: Path) -> None:
    target = tmp_path / "đồ thị.html"
    assert write_html(chain, target) == target
    assert "Quan hệ" in target.read_text(encoding="utf-8")
    with pytest.raises(KgError, match="cannot write"):
        write_html(chain, tmp_path / "none" / "x.html")
    with pytest.raises(KgError, match="cannot write"):
        write_html(chain, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["đồ thị.html"]


def test_every_word_of_the_scripts_is_there_in_both_languages() -> None:
    """Keys used by the scripts and the page exist, and no word is there for nothing."""
    folder = Path(__file__).resolve().parent.parent / "kg" / "view" / "assets"
    words = (folder / "words.js").read_text(encoding="utf-8")
    defined = set(re.findall(r"^  (\w+): [\[{]", words.split("kg.relations")[0], re.MULTILINE))
    used: dict[str, int] = defaultdict(int)
    for file in sorted(folder.iterdir()):
        text = file.read_text(encoding="utf-8")
        if file.name != "words.js":
            for key in re.findall(r'data-(?:say|tip)="(\w+)"|["\'](\w+)["\']|kg\.words\.(\w+)|say\((\w+)\)', text):
                used[next(filter(None, key))] += 1
    assert defined <= set(used), sorted(defined - set(used))
    assert set(re.findall(r'kg\.say\("(\w+)"', " ".join(f.read_text("utf-8") for f in folder.glob("*.js")))) <= defined


# Colours of the families of types, seen by eyes of three kinds (Machado et al. 2009, complete deficiency)
_EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}


def _lab(colour: str, eyes: str) -> tuple[float, float, float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    r, g, b = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, light, strict=True)))) for row in _EYES[eyes])
    white = ((0.4124, 0.3576, 0.1805, 0.9505), (0.2126, 0.7152, 0.0722, 1.0), (0.0193, 0.1192, 0.9505, 1.089))
    xyz = [(p * r + q * g + s * b) / w for p, q, s, w in white]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", _EYES)
@pytest.mark.parametrize("shade", ["light", "dark"])
def test_colours_of_families_can_be_told_apart(shade: str, eyes: str) -> None:
    css = (Path(__file__).resolve().parent.parent / "kg/view/assets/tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--fam-(\w+): (#\w{6})", light if shade == "light" else dark))
    assert len(colours) == 10
    for (name, one), (other, two) in combinations(sorted(colours.items()), 2):
        assert dist(_lab(one, eyes), _lab(two, eyes)) >= 15, (name, other)
