"""SPARQL over a graph: right answers, in every format, read only, within limits that hold."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.query import Result
from test_rdf import CT33, DOC, HOSTILE, KH664, VL, sample_rows

from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.graph import Graph
from kg.rdf_terms import Lit
from kg.sparql import Endpoint, Iri, Limits, formats, negotiated, query
from kg.sparql_store import build_store, reading, store_of
from kg.sparql_text import form_of, variables_of
from kg.sparql_values import value_of

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
TITLES = "SELECT ?d ?title { ?d a vl:Document ; dcterms:title ?title } ORDER BY ?d"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sparql") / "graph"
    Graph.from_rows(**sample_rows()).save(path)
    return path


@pytest.fixture(scope="module")
def endpoint(folder: Path) -> Iterator[Endpoint]:
    with Endpoint(folder) as made:
        yield made


def rows(endpoint: Endpoint, text: str, **options: Any) -> list[dict[str, str]]:
    found = json.loads(endpoint.query(text, format="json", **options).read())["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


# -- answers -------------------------------------------------------------------------------------------


def test_select_and_ask(endpoint: Endpoint) -> None:
    found = rows(endpoint, "SELECT ?plan { ?plan vl:implements ?d . ?d vl:number '33/CT-TTg' } ORDER BY ?plan")
    assert {"plan": str(DOC[KH664])} in found
    answer = endpoint.query("ASK { ?d vl:number '33/CT-TTg' }")
    assert json.loads(answer.read())["boolean"] is True
    assert (answer.form, answer.rows, answer.cut) == ("ask", 0, False)
    assert json.loads(endpoint.query("ASK { ?d vl:number 'x' }").read())["boolean"] is False


def test_the_store_holds_the_graph_and_the_ontology(endpoint: Endpoint) -> None:
    assert rows(endpoint, "SELECT ?l { vl:implements rdfs:label ?l FILTER(LANG(?l) = 'en') }") == [{"l": "implements"}]
    assert rows(endpoint, "SELECT ?l { vl-type:ban-cam-ket skos:prefLabel ?l FILTER(LANG(?l) = 'en') }")


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_solutions_are_read_by_other_readers(endpoint: Endpoint, format: str) -> None:
    answer = endpoint.query(TITLES, format=format)
    data = answer.read()
    assert answer.variables == ("d", "title")
    titles = {key: str(DOC[f"hostile_{key}"]) for key in HOSTILE}
    if format == "csv":
        lines = {row["d"]: row["title"] for row in csv.DictReader(io.StringIO(data.decode(), newline=""))}
    else:
        kind = getattr(pyoxigraph.QueryResultsFormat, format.upper())
        lines = {row["d"].value: row["title"].value for row in pyoxigraph.parse_query_results(data, kind)}
        if format != "tsv":  # rdflib's reader of TSV takes U+2028 inside a text for the end of a line
            assert len(Result.parse(io.BytesIO(data), format=format)) == answer.rows
    for key, iri in titles.items():
        told = lines[iri]
        if format == "xml":
            assert len(told) == len(HOSTILE[key])
            assert all(a == b or ord(b) < 32 or ord(b) >= 0xFFFE for a, b in zip(told, HOSTILE[key], strict=True))
        else:
            assert told == HOSTILE[key]


def test_tsv_is_read_by_rdflib(endpoint: Endpoint) -> None:
    data = endpoint.query("SELECT ?d ?n ?t { ?d vl:number ?n ; dcterms:issued ?t }", format="tsv").read()
    found = {row.n: row.t for row in Result.parse(io.BytesIO(data), format="tsv")}  # type: ignore[attr-defined]
    assert found[rdflib.Literal("33/CT-TTg")] == rdflib.Literal("2021-11-26", datatype=rdflib.XSD.date)


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_truth_in_every_format(endpoint: Endpoint, format: str) -> None:
    data = endpoint.query("ASK {}", format=format).read()
    assert b"true" in data
    if format in ("json", "xml"):
        assert bool(pyoxigraph.parse_query_results(data, getattr(pyoxigraph.QueryResultsFormat, format.upper())))


@pytest.mark.parametrize(
    ("format", "syntax"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
def test_triples_in_every_format(endpoint: Endpoint, format: str, syntax: str) -> None:
    answer = endpoint.query("CONSTRUCT { ?a vl:implements ?b } WHERE { ?a vl:implements ?b }", format=format)
    data = answer.read()
    found = rdflib.Graph().parse(data=data, format=syntax)
    assert (DOC[KH664], VL.implements, DOC[CT33]) in found
    assert len(found) == answer.rows > 1
    again = endpoint.query("CONSTRUCT { ?a vl:implements ?b } WHERE { ?a vl:implements ?b }", format=format)
    assert again.read() == data


def test_describe(endpoint: Endpoint) -> None:
    found = rdflib.Graph().parse(data=endpoint.query(f"DESCRIBE doc:{CT33}").read(), format="turtle")
    assert str(found.value(DOC[CT33], VL.number)) == "33/CT-TTg"


def test_a_graph_in_memory_is_asked_too() -> None:
    graph = Graph.from_rows(**sample_rows())
    assert graph.sparql("ASK { ?d a vl:Document }", format="csv") == b"true\r\n"


def test_another_base(folder: Path) -> None:
    with Endpoint(folder, base_iri="https://example.org/g/") as moved:
        (row,) = rows(moved, f"SELECT ?n {{ <https://example.org/g/doc/{CT33}> vl:number ?n }}")
    assert row == {"n": "33/CT-TTg"}


# -- forms, formats, negotiation -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "select"),
        ("# ASK\n base <http://select/> prefix ask: <http://x/construct#> \n dEsCrIbE ask:a", "describe"),
        ("PREFIX : <http://x/> CONSTRUCT WHERE { :a ?p ?o }", "construct"),
        ("ASK { FILTER(1<2) }", "ask"),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "sparql-update"),
        ("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "sparql-update"),
        ("LOAD <http://example.org/>", "sparql-update"),
        ("DROP ALL", "sparql-update"),
        ("", "sparql-syntax"),
        ("hello", "sparql-syntax"),
        ("{}", "sparql-syntax"),
        ("SELECT * {", "sparql-syntax"),
        ("SELECT ?x { ?x nope:y ?z }", "sparql-syntax"),
        ("SELECT * {} ; DROP ALL", "sparql-syntax"),
    ],
)
def test_what_is_no_query_is_refused(endpoint: Endpoint, text: str, code: str) -> None:
    with pytest.raises(KgError) as caught:
        endpoint.query(text).read()
    assert caught.value.code == code
    assert len(str(caught.value)) < 120


def test_formats_fit_forms(endpoint: Endpoint) -> None:
    with pytest.raises(KgError, match="json, xml, csv, tsv") as caught:
        endpoint.query("SELECT * {}", format="turtle")
    assert caught.value.code == "sparql-format"
    assert next(iter(formats("describe"))) == "turtle"


@pytest.mark.parametrize(
    ("accept", "form", "format"),
    [
        ("*/*", "select", "json"),
        ("application/sparql-results+json", "construct", None),
        ("application/json", "select", "json"),
        ("application/json", "construct", "jsonld"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.8", "select", "tsv"),
        ("text/turtle;q=0, */*;q=0.1", "construct", "turtle"),
        ("application/rdf+xml", "describe", "rdfxml"),
        ("text/html", "select", None),
    ],
)
def test_negotiation(accept: str, form: Any, format: str | None) -> None:
    assert negotiated(accept, form) == format


# -- nothing leaves the machine ------------------------------------------------------------------------


class Listener:
    """A port that counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.calls = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.socket.close()


SERVICES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { sErViCe<URL>{ ?s ?p ?o } }",
    "SELECT * { FILTER(1<2)SERVICE#>\n<URL>{ ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { OPTIONAL{}SERVICEx:{ ?s ?p ?o } }",
    "SELECT * { ?s ?p '''a\"'''.SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { {SELECT * { SERVICE <URL> { ?s ?p ?o } }} }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_no_other_server_is_asked(endpoint: Endpoint, listener: Listener, text: str) -> None:
    with pytest.raises(KgError) as caught:
        endpoint.query(text.replace("URL", f"http://127.0.0.1:{listener.port}/")).read()
    assert caught.value.code in ("sparql-service", "sparql-syntax")
    assert listener.calls == 0


PIECES = [
    "SERVICE", "service ", "SILENT ", "<URL>", "?x", "{", "}", "{ ?s ?p ?o }", "#", "#>\n", "\n", " ", "<", ">", "1",
    "FILTER(1<2)", '"', "'", "'''", '"""', "\\u0053", "x:", "x:y", ".", "@en", "_:b", "VALUES ?x { <URL> }", "OPTIONAL",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_way_of_writing_it_asks_another_server(listener: Listener, pieces: list[str]) -> None:
    url = f"http://127.0.0.1:{listener.port}/"
    text = "PREFIX x: <URL> SELECT * { " + "".join(pieces) + " }"
    text = text.replace("URL", url)
    try:
        form_of(text)
    except KgError:
        return
    store = pyoxigraph.Store()
    with contextlib.suppress(SyntaxError, OSError, RuntimeError, ValueError):
        list(store.query(text))
    assert listener.calls == 0


def test_the_word_service_may_be_searched_for(endpoint: Endpoint) -> None:
    assert rows(endpoint, "SELECT ?x { VALUES ?x { 'public service' <http://x/service> } } # SERVICE") != []


def test_variables_of_a_query() -> None:
    assert variables_of("SELECT ?a { ?a ?b '?c' } # ?d") == {"a", "b"}


# -- limits --------------------------------------------------------------------------------------------


def test_a_query_without_end_is_killed(endpoint: Endpoint, folder: Path) -> None:
    pids = set(_workers())
    with pytest.raises(KgError, match=r"stopped after 0\.3 s") as caught:
        endpoint.query(ENDLESS, limits=Limits(seconds=0.3)).read()
    assert caught.value.code == "sparql-timeout"
    assert set(_workers()) <= pids
    assert rows(endpoint, "SELECT ?n { ?d vl:number ?n } LIMIT 1")


def _workers() -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
            parent = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if b"kg.sparql_worker" in words and parent == os.getpid():
            found.append(int(process.name))
    return found


def test_an_answer_that_nobody_reads_is_ended(endpoint: Endpoint) -> None:
    for _ in range(5):  # more than there are workers
        with endpoint.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(rows=10**9)) as answer:
            assert next(iter(answer))
    assert rows(endpoint, "SELECT ?n { ?d vl:number ?n } LIMIT 1")


def test_rows_are_cut(endpoint: Endpoint) -> None:
    answer = endpoint.query("SELECT * { ?a ?b ?c }", limits=Limits(rows=7))
    assert len(json.loads(answer.read())["results"]["bindings"]) == answer.rows == 7
    assert answer.cut
    whole = endpoint.query("SELECT * { ?a ?b ?c } LIMIT 7", limits=Limits(rows=7))
    assert whole.read()
    assert not whole.cut
    triples = endpoint.query("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", limits=Limits(rows=7))
    assert len(rdflib.Graph().parse(data=triples.read(), format="turtle")) == 7
    assert triples.cut


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the data of a process")
def test_memory_is_limited(endpoint: Endpoint) -> None:
    with pytest.raises(KgError, match="memory"):
        endpoint.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?i",
                       limits=Limits(memory=200 << 20)).read()  # fmt: skip


def test_many_threads(endpoint: Endpoint) -> None:
    found: list[int] = []

    def ask() -> None:
        found.append(len(rows(endpoint, "SELECT ?n { ?d vl:number ?n }")))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_no_turn_is_said(folder: Path) -> None:
    with Endpoint(folder, workers=1) as narrow:
        first = narrow.query("SELECT * { ?a ?b ?c }")
        with pytest.raises(KgError) as caught:
            narrow.query("ASK {}", limits=Limits(seconds=0.1))
        assert caught.value.code == "sparql-busy"
        first.read()
        assert narrow.query("ASK {}", format="csv").read() == b"true\r\n"


def test_a_worker_does_not_outlive_its_parent(folder: Path) -> None:
    code = (
        "import os, sys\nfrom kg.sparql import Endpoint, Limits\n"
        "e = Endpoint(sys.argv[1])\n"
        f"a = e._worker(0)\nprint(a._process.pid, flush=True)\n"
        f"a.send({{'query': {ENDLESS!r}, 'form': 'select', 'format': 'json', 'prefixes': {{}}, 'bindings': {{}}, 'rows': 1}})\n"
        "os.kill(os.getpid(), 9)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    pid = int(run.stdout)
    while Path(f"/proc/{pid}").exists():  # the suite hangs where it does not end
        time.sleep(0.1)


# -- bindings ------------------------------------------------------------------------------------------


def test_values_are_bound(endpoint: Endpoint) -> None:
    text = "SELECT ?plan ?doc { ?plan vl:implements ?doc }"
    found = rows(endpoint, text, bindings={"doc": Iri(str(DOC[CT33]))})
    assert {row["doc"] for row in found} == {str(DOC[CT33])}
    assert str(DOC[KH664]) in {row["plan"] for row in found}
    assert rows(endpoint, "SELECT ?d ?n { ?d vl:number ?n }", bindings={"n": Lit("33/CT-TTg")}) == [
        {"d": str(DOC[CT33]), "n": "33/CT-TTg"}
    ]
    dated = rows(
        endpoint, "SELECT ?d ?t { ?d dcterms:issued ?t }", bindings={"t": Lit("2021-11-26", "xsd:date")}
    )
    assert [row["d"] for row in dated] == [str(DOC[CT33])]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_value_changes_a_query(endpoint: Endpoint, words: str) -> None:
    found = rows(endpoint, "SELECT ?x (STR(?x) AS ?same) {}", bindings={"x": Lit(words)})
    assert [row["same"] for row in found] == [words]
    for hostile in (f'"{words}', f"{words}\" . ?a ?b ?c }} #", f"> {words}"):
        assert len(rows(endpoint, "SELECT ?d ?n { ?d vl:number ?n }", bindings={"n": Lit(hostile)})) == 0


@pytest.mark.parametrize("value", ["", "x", "http://a b", "http://a> . ?s ?p ?o", "http://a\n", "//x", 'http://"'])
def test_a_bad_iri_is_refused(endpoint: Endpoint, value: str) -> None:
    with pytest.raises(KgError) as caught:
        endpoint.query("SELECT ?d { ?d a vl:Document }", bindings={"d": Iri(value)})
    assert caught.value.code == "sparql-iri"


def test_variables_that_cannot_be_bound(endpoint: Endpoint) -> None:
    with pytest.raises(KgError, match=r"no variable \?q"):
        endpoint.query("SELECT ?d { ?d a vl:Document }", bindings={"q": Lit("x")})
    with pytest.raises(KgError, match=r"must SELECT it") as caught:
        endpoint.query("SELECT ?d { ?d vl:number ?n }", bindings={"n": Lit("x")}).read()
    assert caught.value.code == "sparql-binding-unselected"


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("33/CT-TTg 2021", "any", Iri(str(DOC[CT33]))),
        ("33/CT-TTg 2021", "document", Iri(str(DOC[CT33]))),
        ("<http://x/>", "document", Iri("http://x/")),
        ('"33/CT-TTg"', "any", Lit("33/CT-TTg")),
        ('"Kế hoạch"@vi', "any", Lit("Kế hoạch", "@vi")),
        ("12", "any", Lit("12", "xsd:integer")),
        ("0.5", "number", Lit("0.5", "xsd:decimal")),
        ("2021-11-26", "any", Lit("2021-11-26", "xsd:date")),
        ("26/11/2021", "date", Lit("2021-11-26", "xsd:date")),
        ("chi-thi", "type", Iri("https://w3id.org/vnlaw/type/chi-thi")),
        ("TP. Hà Nội", "place", Iri("https://w3id.org/vnlaw/place/ha-noi")),
        ("based-on", "relation", Iri("https://w3id.org/vnlaw/ns#basedOn")),
        ("x y", "text", Lit("x y")),
    ],
)
def test_what_people_write_as_a_value(words: str, kind: str, expected: Any) -> None:
    assert value_of(Graph.from_rows(**sample_rows()), words, kind) == expected


def test_values_that_are_none() -> None:
    graph = Graph.from_rows(documents=[{"id": i, "number": "33/CT-TTg", "type": "chi-thi"} for i in "ab"])
    with pytest.raises(AmbiguousError):
        value_of(graph, "33/CT-TTg", "document")
    with pytest.raises(NotFoundError):
        value_of(graph, "99/XX", "any")
    for kind in ("number", "type", "place", "date", "relation"):
        with pytest.raises(KgError):
            value_of(graph, "không phải thế", kind)


# -- the store -----------------------------------------------------------------------------------------


def stores(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir() if ".sparql-" in entry.name)


def test_the_store_is_kept_and_follows_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    Graph.from_rows(documents=[{"id": "a"}]).save(path)
    told: list[int] = []
    first = store_of(path, tell=lambda: told.append(1))
    assert store_of(path, tell=lambda: told.append(2)) == first
    assert (told, stores(path)) == ([1], [first.name])
    assert query(path, "SELECT ?d { ?d a vl:Document }", format="csv").count(b"\n") == 2
    Graph.from_rows(documents=[{"id": "a"}, {"id": "b"}]).save(path)
    assert query(path, "SELECT ?d { ?d a vl:Document }", format="csv").count(b"\n") == 3
    second = store_of(path)
    assert second != first
    assert stores(path) == [second.name], "the store of the earlier graph is gone"
    assert Graph.load(path).document("b"), "the graph folder itself holds nothing foreign"


def test_a_store_that_is_read_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    Graph.from_rows(documents=[{"id": "a"}]).save(path)
    with Endpoint(path) as old:
        answer = old.query("SELECT ?d { ?d a vl:Document }", format="csv")
        Graph.from_rows(documents=[{"id": "b"}]).save(path)
        assert b"/b\r\n" in query(path, "SELECT ?d { ?d a vl:Document }", format="csv")
        assert b"/a\r\n" in answer.read()
        assert len(stores(path)) == 2
    Graph.from_rows(documents=[{"id": "c"}]).save(path)
    store_of(path)
    assert len(stores(path)) == 1


def test_a_store_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import rdf

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(rdf, "write_nquads", broken)
    with pytest.raises(ZeroDivisionError):
        build_store(Graph.from_rows(), tmp_path / "x.sparql-1")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_the_cache_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph"
    Graph.from_rows(documents=[{"id": "a"}]).save(path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    from kg import sparql_store

    build = sparql_store.build_store

    def refused(graph: Graph, place: Path, **options: Any) -> Path:
        if place.parent == tmp_path:
            raise PermissionError(13, "Permission denied")
        return build(graph, place, **options)

    monkeypatch.setattr(sparql_store, "build_store", refused)
    found = store_of(path)
    assert found.parent == tmp_path / "cache" / "vn-legal-kg"
    assert store_of(path) == found
    monkeypatch.setattr(sparql_store, "_cache", lambda: None)
    with pytest.raises(KgError) as caught:
        store_of(path)
    assert caught.value.code == "sparql-store"


def test_no_graph_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(KgError) as caught:
        store_of(tmp_path / "none")
    assert caught.value.code == "graph-absent"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_said(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    Graph.from_rows(documents=[{"id": "a"}]).save(path)
    store = store_of(path)
    with reading(store):
        for file in store.glob("*"):
            if file.name != "kg.lock":
                file.write_bytes(b"")
    with pytest.raises(KgError) as caught:
        query(path, "ASK {}")
    assert caught.value.code == "sparql-store-unreadable"
