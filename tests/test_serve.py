"""The pages and the API as a program sees them; what a person sees is in ``test_serve_browser``."""

from __future__ import annotations

import csv
import io
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from fastapi.testclient import TestClient
from view_graph import HOSTILE, likely_graph

import kg
from kg.errors import GraphError, KgError
from kg.graph import Graph
from kg.serve import create_app
from kg.serve.guard import POLICY
from kg.serve.limits import Limits
from kg.serve.negotiation import NotAcceptable, chosen
from kg.serve.server import hosts_for, listen

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
DIRECTIVE = "vn_ttg_chi-thi_2021_33-ct-ttg"
HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve") / "graph"
    kg.build([SAMPLES]).save(folder)
    return folder


def client_of(folder: Path, **options: Any) -> TestClient:
    return TestClient(create_app(folder, hosts=("testserver",), **options), raise_server_exceptions=False)


@pytest.fixture(scope="module")
def client(samples: Path) -> Iterator[TestClient]:
    with client_of(samples) as made:
        yield made


# Pages


@pytest.mark.parametrize(
    "path",
    ["/", "/?q=33", "/?q=d%C3%A2n+v%E1%BA%ADn&type=ke-hoach", f"/doc/{DIRECTIVE}", f"/doc/{DIRECTIVE}/map",
     f"/doc/{DIRECTIVE}/links/in/implements"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_say_their_language_and_load_nothing_from_elsewhere(client: TestClient, path: str, lang: str) -> None:
    answer = client.get(path, params={"lang": lang} if lang == "en" else None, headers=HTML)
    if "?" in path and lang == "en":
        answer = client.get(f"{path}&lang=en", headers=HTML)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    page = answer.text
    assert f'<html lang="{lang}">' in page
    assert "<title>" in page
    for attribute in ("style=", "onclick=", "onload=", "onerror="):
        assert f" {attribute}" not in page, "nothing inline: the policy forbids it"
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page


def test_nothing_may_run_that_is_not_a_file_of_the_application() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")
    assert "*" not in POLICY


def test_a_document_shows_its_links_with_the_sentence_marked(client: TestClient) -> None:
    page = client.get(f"/doc/{DIRECTIVE}").text
    assert "<h1>33/CT-TTg</h1>" in page
    assert "<mark>Chỉ thị số 33/CT-TTg ngày 26/11/2021</mark>" in page
    assert "Được thực hiện bởi" in page
    assert "Implemented by" in client.get(f"/doc/{DIRECTIVE}?lang=en").text


def test_search_filters_by_type_place_year_and_relation(client: TestClient) -> None:
    def numbers(query: str) -> list[str]:
        found = client.get(f"/api/documents?{query}").json()
        assert found["total"] == len(found["documents"]), "the query is one page"
        return [one["number"] for one in found["documents"]]

    assert numbers("q=33/CT-TTg&since=2021&until=2021")[0] == "33/CT-TTg"
    assert set(numbers("type=K%E1%BA%BF+ho%E1%BA%A1ch&place=ben-tre")) == {"5518/KH-UBND"}
    assert all("KH" in number for number in numbers("type=ke-hoach&place=yen-bai"))
    assert numbers("relation=replaces&place=ben-tre") == ["2765/QĐ-UBND"]
    assert "41/KH-UBND" in numbers("issuer=ubnd+yen+bai&since=2022")


def test_what_is_typed_is_found_with_and_without_diacritics_while_it_is_typed(client: TestClient) -> None:
    def first(words: str, key: str = "id") -> str:
        found = client.get("/api/suggest", params={"q": words}).json()["documents"]
        return str(found[0][key]) if found else ""

    for words in ("33/ct", "Chỉ thị số 33/CT-TTg 2021", "chi thi 33 2021", "33/CT-TTg 26/11/2021"):
        assert first(words) == DIRECTIVE, words
    assert first("tiep cong d") == "vn_ubnd.ben-tre_quyet-dinh_2017_940-qd-ubnd", "its title begins so"
    assert first("luat tiep cong d", "type") == "luat"
    assert first("không có gì như thế") == ""


def test_the_pages_of_a_long_list_hold_every_link_once(tmp_path: Path) -> None:
    graph = likely_graph(400)
    graph.save(tmp_path / "g")
    hub = graph.stats(top=1).most_cited[0][0].id
    with client_of(tmp_path / "g") as client:
        sheet = client.get(f"/api/documents/{hub}").json()
        most = max((c for c in sheet["link_counts"] if c["direction"] == "in"), key=lambda c: c["count"])
        predicate, total = most["predicate"], most["count"]
        seen: list[str] = []
        page = 1
        assert total > 8, "three pages at least"
        while True:
            part = client.get(f"/api/documents/{hub}/links?predicate={predicate}&page={page}&size=4").json()
            seen += [link["other"]["id"] for link in part["links"]]
            page += 1
            if page > part["pages"]:
                break
        assert len(seen) == len(set(seen)) == total
        dates = [date for link in seen if (date := graph.document(link).date)]  # type: ignore[union-attr]
        assert dates == sorted(dates, reverse=True)


# Data


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"), ("*/*", "html"),
     ("text/turtle", "turtle"), ("application/ld+json, text/html;q=0.5", "jsonld"), ("text/*;q=0.1, text/csv", "csv"),
     ("application/json", "json"), ("text/html;q=0, */*", "turtle"), ("nonsense", "html"), ("text/html;q=x", "html")],
)  # fmt: skip
def test_the_header_accept_chooses_the_form(accept: str, form: str) -> None:
    assert chosen(accept) == form


def test_what_cannot_be_given_is_refused(client: TestClient) -> None:
    with pytest.raises(NotAcceptable):
        chosen("image/png")
    assert client.get(f"/doc/{DIRECTIVE}", headers={"accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(("ending", "media"), [("ttl", "text/turtle"), ("jsonld", "application/ld+json"),
                                               ("nq", "application/n-quads")])  # fmt: skip
def test_one_address_gives_page_and_data(client: TestClient, samples: Path, ending: str, media: str) -> None:
    negotiated = client.get(f"/doc/{DIRECTIVE}", headers={"accept": media})
    assert negotiated.headers["content-type"].startswith(media)
    assert "Accept" in negotiated.headers["vary"]
    assert negotiated.text == client.get(f"/doc/{DIRECTIVE}.{ending}").text
    form = {"ttl": "turtle", "jsonld": "json-ld", "nq": "nquads"}[ending]
    read = rdflib.Dataset().parse(data=negotiated.text, format=form) if form == "nquads" else rdflib.Graph().parse(
        data=negotiated.text, format=form
    )  # fmt: skip
    subject = rdflib.URIRef(f"https://w3id.org/vnlaw/doc/{DIRECTIVE}")
    implements = rdflib.URIRef("https://w3id.org/vnlaw/ns#implements")
    triples = read.quads((None, implements, subject, None)) if form == "nquads" else read.triples(
        (None, implements, subject)
    )  # fmt: skip
    expected = Graph.load(samples).query("implements", DIRECTIVE)
    assert len(set(triples)) == len(expected) > 3


def test_the_table_of_links_opens_in_a_spreadsheet(client: TestClient, samples: Path) -> None:
    answer = client.get(f"/doc/{DIRECTIVE}.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to see that it is UTF-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    graph = Graph.load(samples)
    assert len(rows) == len(graph.relations_of(DIRECTIVE)) + len(graph.relations_of(DIRECTIVE, direction="in"))


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    tag = client.get(f"/doc/{DIRECTIVE}").headers["etag"]
    assert client.get(f"/doc/{DIRECTIVE}", headers={"if-none-match": tag}).status_code == 304
    other = client.get(f"/doc/{DIRECTIVE}", headers={"if-none-match": tag, "accept": "text/turtle"})
    assert other.status_code == 200, "another form is another answer"


# Safety


@pytest.mark.parametrize(
    "path",
    ["/doc/../../etc/passwd", "/doc/..%2f..%2fetc%2fpasswd", "/static/x/../../pyproject.toml", "/static/x/%2e%2e%2fapp.py",
     "/static/x/..%5c..%5capp.py", "/static/../app.py", "/doc/%00", "/doc/" + "a" * 3000, "/static/x/site.css%00.txt",
     "/doc/%ff%fe", "//etc/passwd", "/doc/file:///etc/passwd", "/..%252f..%252fetc/passwd"],
)  # fmt: skip
def test_no_address_reaches_the_file_system(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code in (404, 414)
    assert "root:" not in answer.text
    assert "import" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [("/?page=0", 422), ("/?page=x", 422), ("/?since=abc", 422), ("/?sort=worst", 422), ("/?type=khong-co", 400),
     ("/?relation=eats", 400), ("/?q=" + "a" * 301, 422), ("/?q=" + "a" * 9000, 414), ("/doc/none", 404),
     (f"/doc/{DIRECTIVE}/links/in/eats", 422), (f"/doc/{DIRECTIVE}/map?depth=99", 422), ("/nowhere", 404),
     ("/api/documents?size=1000", 422), ("/api/suggest", 422), ("/api/documents/none", 404)],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words(client: TestClient, path: str, status: int) -> None:
    for lang, word in (("", "Không|Yêu cầu|Địa chỉ|không có"), ("en", "There|The request|The address|there is no")):
        answer = client.get(path + (("&" if "?" in path else "?") + "lang=en" if lang else ""), headers=HTML)
        assert answer.status_code == status, answer.text
        said = answer.json()["message"] if path.startswith("/api/") else answer.text
        assert any(part in said for part in word.split("|"))
        assert "Traceback" not in answer.text
        assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_only_reading_is_possible(client: TestClient, method: str) -> None:
    for path in ("/", f"/doc/{DIRECTIVE}", f"/api/documents/{DIRECTIVE}"):
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"]


def test_another_name_is_not_answered(samples: Path) -> None:
    with TestClient(create_app(samples), base_url="http://evil.example") as client:
        answer = client.get("/")
        assert answer.status_code == 421
        assert "33/CT-TTg" not in answer.text
    for name in ("http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"):
        with TestClient(create_app(samples), base_url=name) as client:
            assert client.get("/api/health").status_code == 200
    assert hosts_for("0.0.0.0") == ("*",)


def test_bodies_are_measured_while_they_come_in(samples: Path) -> None:
    with client_of(samples, limits=Limits(body=1000)) as client:
        assert client.post("/", content=b"x" * 2000).status_code == 413

        def endless() -> Iterator[bytes]:
            for _ in range(100):
                yield b"x" * 100

        answer = client.request("POST", "/", content=endless())
        assert answer.status_code in (405, 413)


def test_an_unexpected_error_tells_the_visitor_nothing(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr("kg.serve.pages.sheet", broken)
    with client_of(samples) as client:
        for accept in ("text/html", "*/*"):
            answer = client.get(f"/doc/{DIRECTIVE}", headers={"accept": accept})
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "ZeroDivision" not in answer.text
            assert answer.headers["content-security-policy"] == POLICY


def test_hostile_texts_are_escaped_everywhere(tmp_path: Path) -> None:
    likely_graph(60, hostile=True).save(tmp_path / "g")
    with client_of(tmp_path / "g") as client:
        ids = [one["id"] for one in client.get("/api/documents?size=100").json()["documents"]][:8]
        for path in ("/", "/?q=img", *(f"/doc/{one}{tail}" for one in ids for tail in ("", "/map"))):
            page = client.get(path, headers=HTML).text
            assert "<img src=x" not in page
            assert "<script>window.hacked" not in page
        page = client.get("/", params={"q": HOSTILE}, headers=HTML).text
        assert "<img src=x" not in page


# The graph behind it


def test_a_new_build_is_served_without_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    Graph.from_rows(documents=[{"id": "old", "type": "luat"}]).save(folder)
    with client_of(folder) as client:
        assert client.get("/doc/old").status_code == 200
        before = client.get("/api/health").json()["graph"]
        Graph.from_rows(documents=[{"id": "new", "type": "luat"}]).save(folder)
        deadline = time.monotonic() + 20
        while client.get("/api/health").json()["graph"] == before and time.monotonic() < deadline:
            assert {client.get("/doc/old").status_code, client.get("/doc/new").status_code} <= {200, 404}
            time.sleep(0.05)
        assert client.get("/doc/new").status_code == 200
        assert client.get("/doc/old").status_code == 404


def test_a_graph_that_breaks_leaves_the_old_one_in_service(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    Graph.from_rows(documents=[{"id": "old", "type": "luat"}]).save(folder)
    with client_of(folder) as client:
        assert client.get("/api/health").json()["status"] == "ok"
        (folder / "meta.json").write_text("{broken", encoding="utf-8")
        deadline = time.monotonic() + 20
        while client.get("/api/health").json()["status"] == "ok" and time.monotonic() < deadline:
            time.sleep(0.05)
        assert client.get("/api/health").json()["status"] == "stale"
        assert client.get("/doc/old").status_code == 200
        shutil.rmtree(folder)
        time.sleep(1.2)
        assert client.get("/doc/old").status_code == 200


def test_an_empty_graph_has_pages(tmp_path: Path) -> None:
    Graph.from_rows().save(tmp_path / "g")
    with client_of(tmp_path / "g") as client:
        for path in ("/", "/?q=a", "/?sort=newest"):
            assert client.get(path, headers=HTML).status_code == 200


def test_without_a_graph_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        create_app(tmp_path / "none")


def test_an_address_in_use_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(KgError) as caught:
            listen("127.0.0.1", taken.getsockname()[1])
    assert caught.value.code == "serve-address"


def test_the_description_of_the_api_is_complete(client: TestClient) -> None:
    described = json.loads(client.get("/api/openapi.json").text)
    assert described["openapi"].startswith("3.")
    for path, methods in described["paths"].items():
        assert path.startswith(("/api/", "/sparql"))
        for method in methods.values():
            assert method.get("summary")
            assert "200" in method["responses"]


# The command


def test_the_command_says_where_it_answers_and_stops_when_told(samples: Path) -> None:
    words = [sys.executable, "-m", "kg", "serve", str(samples), "--port", "0", "--lang", "en"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            address = next(word for word in line.split() if word.startswith("http://"))
            with urllib.request.urlopen(f"{address}api/health") as answer:
                assert json.load(answer)["documents"] > 100
            assert address.startswith("http://127.0.0.1:"), "only this machine reaches it"
        finally:
            process.terminate()
        assert process.wait(30) is not None


def test_the_command_names_what_is_wrong(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "kg", "serve", str(tmp_path / "none")]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2
    assert "none" in done.stderr
    assert "Traceback" not in done.stderr


# Who implements it


def test_who_implements_it_agrees_with_the_query(client: TestClient, samples: Path) -> None:
    graph = Graph.load(samples)
    told = client.get(f"/api/documents/{DIRECTIVE}/implementation").json()
    expected = {answer.document.id for answer in graph.query("implements", DIRECTIVE, transitive=True)}
    assert {one["document"]["id"] for one in told["documents"]} == expected
    assert told["direct"] == len(graph.query("implements", DIRECTIVE))
    days = {one["document"]["number"]: one["delay_days"] for one in told["documents"]}
    assert days["41/KH-UBND"] == 88, "from 26/11/2021 to 22/02/2022"
    assert days["312/KH-SNV"] == 16, "from the plan of the province, which it implements"


def test_provinces_are_those_of_the_time_and_each_is_found_or_missing(client: TestClient) -> None:
    told = client.get(f"/api/documents/{DIRECTIVE}/implementation").json()
    own = {one["slug"] for one in told["provinces"] if one["first"]}
    assert own == {"yen-bai", "quang-nam"}
    assert len(told["missing"]) == 61
    assert own.isdisjoint(told["missing"])
    page = client.get(f"/doc/{DIRECTIVE}/implementation").text
    assert "88 ngày" in page
    assert "61 tỉnh, thành phố chưa thấy" in page


def test_a_commune_stands_in_the_province_of_its_district(client: TestClient) -> None:
    told = client.get(f"/api/documents/{DIRECTIVE}/implementation").json()
    commune = next(one for one in told["documents"] if one["document"]["number"] == "35/BC-UBND")
    assert (commune["province"], commune["province_told"], commune["steps"]) == ("yen-bai", True, 2)


def test_a_body_whose_province_is_not_known_stands_with_what_it_implements(tmp_path: Path) -> None:
    graph = likely_graph(400)
    graph.save(tmp_path)
    known = 0
    with client_of(tmp_path) as client:
        for root in graph.column("documents", "id").to_pylist()[:40]:
            rows = client.get(f"/api/documents/{root}/implementation").json()["documents"]
            places = {one["document"]["id"]: one["province"] for one in rows}
            for one in rows:
                if not one["province_told"] and one["province"]:
                    assert one["province"] == places[one["through"]]
                    known += 1
    assert known


def test_the_table_of_implementation_holds_every_document(client: TestClient) -> None:
    answer = client.get(f"/doc/{DIRECTIVE}/implementation.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == client.get(f"/api/documents/{DIRECTIVE}/implementation").json()["total"]
    assert "attachment" in answer.headers["content-disposition"]


# The text


def test_the_text_is_shown_with_each_citation_linked(client: TestClient, samples: Path) -> None:
    page = client.get(f"/doc/{DIRECTIVE}/text").text
    mentions = [one for one in Graph.load(samples).mentions.to_pylist() if one["document"] == DIRECTIVE]
    assert len(mentions) == page.count('class="cite ')
    for one in mentions:
        assert one["text"] in page


def test_a_text_that_has_changed_or_is_gone_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    words = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, UBND tỉnh Sơn La ban hành Kế hoạch số 5/KH-UBND."
    file.write_text(words, encoding="utf-8")
    kg.build([file]).save(tmp_path / "g")
    graph = Graph.load(tmp_path / "g")
    own = graph.sources.to_pylist()[0]["document"]
    with client_of(tmp_path / "g") as client:
        assert "33/CT-TTg" in client.get(f"/doc/{own}/text").text.split("paper")[-1]
        file.write_text("a secret that came later", encoding="utf-8")
        page = client.get(f"/doc/{own}/text")
        assert page.status_code == 200
        assert "secret" not in page.text
        assert "đã thay đổi" in page.text
        file.unlink()
        assert "đã thay đổi" in client.get(f"/doc/{own}/text").text
        cited = next(d.id for d in graph.iter_documents() if d.id != own)
        assert "chưa có toàn văn" in client.get(f"/doc/{cited}/text").text


# The whole


def test_the_overview_counts_what_the_graph_holds(client: TestClient, samples: Path) -> None:
    stats = Graph.load(samples).stats()
    page = client.get("/overview").text
    for number in (stats.documents, stats.relations, stats.mentions):
        assert f"<b>{number}</b>" in page
    assert "23-QĐ/TW" in page.split("không thống nhất")[-1], "the sources disagree about its date"


def test_the_map_holds_every_document_once_and_cuts_where_there_are_too_many(tmp_path: Path) -> None:
    graph = likely_graph(300)
    graph.save(tmp_path / "g")
    with client_of(tmp_path / "g") as client:
        data = client.get("/map/data").json()
        assert sorted(data["id"]) == graph.documents["id"].to_pylist()
        assert len({len(data[name]) for name in ("id", "label", "x", "y", "cited", "family", "type")}) == 1
        ends = [data["edges"][at] for at in range(len(data["edges"])) if at % 3 != 1]
        assert max(ends) < 300
    with client_of(tmp_path / "g", limits=Limits(corpus=50)) as client:
        few = client.get("/map/data").json()
        assert len(few["id"]) == 50
        assert "50 văn bản có nhiều liên kết nhất trong số 300" in client.get("/map").text
        top = graph.stats(top=5).most_cited
        assert {one.id for one, _ in top} <= set(few["id"])


# A text of a visitor


DRAFT = "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;\nThực hiện Chỉ thị số 33/CT-TTG ngày 26/11/2021."


def test_a_draft_comes_back_with_its_citations_marked_and_checked(client: TestClient) -> None:
    page = client.post("/check", data={"text": DRAFT}, headers=HTML).text
    assert 'href="/doc/vn_chinh-phu_nghi-dinh_2015_04-2015-nd-cp"' in page
    assert 'class="fault warning"' in page
    assert "33/CT-TTg</ins>" in page
    told = client.post("/api/check", json={"text": DRAFT}).json()
    assert [one["in_graph"] for one in told["mentions"]] == [True, True]
    assert ("C003", "33/CT-TTg") in [(one["code"], one["fix"]) for one in told["findings"]]
    for one in told["mentions"]:
        assert DRAFT[one["start"] : one["end"]] == one["text"]


@pytest.mark.parametrize("form", ["html", "csv", "json"])
def test_a_checked_draft_can_be_taken_away(client: TestClient, form: str) -> None:
    answer = client.post("/check", data={"text": DRAFT, "as": form})
    assert answer.status_code == 200
    assert f"kg-check.{form}" in answer.headers["content-disposition"]
    assert "04/2015/NĐ-CP" in (json.dumps(answer.json(), ensure_ascii=False) if form == "json" else answer.text)


def test_a_file_is_read_by_the_ending_of_its_name_alone(client: TestClient) -> None:
    html = "<!doctype html><html><body><p>Thực hiện <b>Chỉ thị số 33/CT-TTg</b> ngày 26/11/2021</p></body></html>"
    for name in ("a.html", "../../../etc/a.html", "a\x00.html"):
        answer = client.post("/check", files={"file": (name, html.encode(), "text/plain")}, headers=HTML)
        assert answer.status_code == 200
        assert "&lt;p&gt;" not in answer.text, "it was read as a page"


def test_what_cannot_be_read_is_said_in_words(client: TestClient) -> None:
    for sent, status in (({"data": {"text": "  "}}, 400), ({"files": {"file": ("a.bin", b"\x00\x01\xff" * 50)}}, 400),
                         ({"data": {}}, 400)):  # fmt: skip
        answer = client.post("/check", headers=HTML, **sent)  # type: ignore[arg-type]
        assert answer.status_code == status
        assert "flag" in answer.text


def test_large_and_endless_uploads_are_refused(samples: Path) -> None:
    with client_of(samples, limits=Limits(upload=50_000, text=10_000)) as client:
        assert client.post("/check", data={"text": "a" * 20_000}, headers=HTML).status_code == 413
        assert client.post("/check", files={"file": ("a.txt", b"a" * 300_000)}).status_code == 413
        assert client.post("/api/check", content=b"x" * 300_000).status_code == 413


def test_a_text_that_takes_too_long_is_given_up_and_the_next_is_read(samples: Path) -> None:
    with client_of(samples, limits=Limits(check=0.001)) as client:
        answer = client.post("/api/check", json={"text": DRAFT})
        assert answer.status_code == 503
        assert answer.json()["error"] == "draft-time"
    with client_of(samples) as client:
        assert client.post("/api/check", json={"text": DRAFT}).status_code == 200


def test_nothing_of_a_draft_is_kept(client: TestClient, samples: Path, tmp_path: Path, monkeypatch: Any) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = sorted(samples.rglob("*"))
    marked = "MOT-CHUOI-KHONG-O-DAU-CA " * 80_000
    assert client.post("/check", files={"file": ("a.txt", marked.encode())}, headers=HTML).status_code == 200
    assert sorted(samples.rglob("*")) == before
    assert list(tmp_path.iterdir()) == []


# SPARQL


def test_the_endpoint_speaks_the_protocol(client: TestClient) -> None:
    query = 'SELECT ?d WHERE { ?d vl:number "33/CT-TTg" ; dcterms:issued ?day } ORDER BY ?d'
    answers = [
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", data={"query": query}),
        client.post("/sparql", content=query, headers={"content-type": "application/sparql-query"}),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].startswith("application/sparql-results+json")
        found = [one["d"]["value"] for one in answer.json()["results"]["bindings"]]
        assert f"https://w3id.org/vnlaw/doc/{DIRECTIVE}" in found
        assert len(found) == 2
    table = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"})
    assert table.text.startswith("d\r\n")
    page = client.get("/sparql", params={"query": query}, headers=HTML).text
    assert f'href="/doc/{DIRECTIVE}"' in page
    described = client.get("/sparql", headers={"accept": "text/turtle"})
    assert "sd:SPARQL11Query" in described.text


@pytest.mark.parametrize(
    ("query", "status"),
    [("SELECT", 400), ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", 400), ("DROP ALL", 400), ("", 200),
     ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400), ("LOAD <file:///etc/passwd>", 400),
     ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 200)],
)  # fmt: skip
def test_nothing_but_queries_is_answered(client: TestClient, query: str, status: int) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == status, answer.text
    assert "root:" not in answer.text
    if status == 400:
        assert answer.json()["message"]


def test_a_bomb_is_stopped_and_the_next_query_is_answered(samples: Path) -> None:
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with client_of(samples, limits=Limits(sparql=1.0)) as client:
        client.get("/sparql", params={"query": "ASK {}"})
        started = time.monotonic()
        answer = client.get("/sparql", params={"query": bomb})
        assert answer.status_code == 503
        assert answer.json()["error"] == "sparql-timeout"
        assert "1" in answer.json()["message"]
        assert time.monotonic() - started < 60
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


def test_rows_beyond_the_limit_are_cut_and_it_is_said(samples: Path) -> None:
    with client_of(samples, limits=Limits(sparql_rows=5)) as client:
        answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert len(answer.json()["results"]["bindings"]) == 5
        assert answer.headers["kg-cut"] == "true"
