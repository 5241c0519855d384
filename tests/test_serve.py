"""The pages and the API as a program sees them; what a person sees is in ``test_serve_browser``."""

from __future__ import annotations

import csv
import io
import json
import shutil
import socket
import time
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
    def first(words: str) -> str:
        found = client.get("/api/suggest", params={"q": words}).json()["documents"]
        return found[0]["id"] if found else ""

    for words in ("33/ct", "Chỉ thị số 33/CT-TTg 2021", "chi thi 33 2021", "33/CT-TTg 26/11/2021"):
        assert first(words) == DIRECTIVE, words
    assert first("tiep cong d") == "vn_ubnd.ben-tre_quyet-dinh_2017_940-qd-ubnd", "its title begins so"
    assert first("luat tiep cong d") == "ref_quoc-hoi_luat_t-tiep-cong-dan"
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
            assert {client.get("/doc/old").status_code, client.get("/doc/new").status_code} == {200, 404}
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
