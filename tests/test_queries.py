"""The named queries: right answers on the samples, the same from Oxigraph and from rdflib."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

import kg
from kg.errors import KgError
from kg.graph import Graph
from kg.queries import bindings, named_queries, read_query
from kg.rdf_terms import Lit, ontology_file, prefixes
from kg.sparql import Endpoint, Iri

ROOT = Path(__file__).parents[1]
CT33 = "vn_ttg_chi-thi_2021_33-ct-ttg"
YEN_BAI = "vn_ubnd.yen-bai_ke-hoach_2022_41-kh-ubnd"
QUANG_NAM = "vn_ubnd.quang-nam_ke-hoach_2022_1126-kh-ubnd"
BEN_TRE = "vn_ubnd.ben-tre_quyet-dinh_2023_2765-qd-ubnd"
SUBMISSION = "vn_snv.ben-tre_to-trinh_2023_3120-ttr-snv"
GIVEN: dict[str, dict[str, str]] = {
    "implementing": {"doc": "33/CT-TTg 2021"},
    "evidence": {"citing": "41/KH-UBND", "cited": "33/CT-TTg 2021"},
    "legal-basis": {"doc": "2765/QĐ-UBND"},
    "provinces-without-plan": {"doc": "33/CT-TTg 2021"},
    "current": {"doc": "71/1998/NĐ-CP"},
    "first-response": {"doc": "33/CT-TTg 2021"},
}
Row = dict[str, str]


class Both:
    """One graph in both engines."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.endpoint = Endpoint(graph)
        self.triples = graph.to_rdflib(mentions=False)
        for name in ("vl.ttl", "schemes.ttl"):
            self.triples.parse(data=ontology_file(name).read_bytes(), format="turtle")
        self.asked: dict[str, list[Row]] = {}

    def ask(self, name: str, **given: str) -> list[Row]:
        """The rows of a named query, after a look that both engines agree, the order included."""
        query = named_queries()[name]
        values = bindings(self.graph, query, given or GIVEN.get(name, {}))
        found = json.loads(self.endpoint.query(query.text, bindings=values).read())["results"]["bindings"]
        theirs = self.triples.query(query.text, initBindings={key: made(value) for key, value in values.items()})
        other = json.loads(theirs.serialize(format="json") or b"")["results"]["bindings"]
        assert list(map(facts, found)) == list(map(facts, other))
        return [{key: short(term["value"]) for key, term in row.items()} for row in found]


def made(value: Iri | Lit) -> rdflib.term.Identifier:
    if isinstance(value, Iri):
        return rdflib.URIRef(value.value)
    prefix, _, local = value.kind.partition(":")
    return rdflib.Literal(value.text, datatype=rdflib.URIRef(prefixes()[prefix] + local) if prefix else None)


def facts(row: dict[str, dict[str, str]]) -> dict[str, tuple[str | None, ...]]:
    return {key: tuple(term.get(k) for k in ("type", "value", "xml:lang", "datatype")) for key, term in row.items()}


def short(value: str) -> str:
    for prefix in ("doc", "vl", "vl-type", "body", "place"):
        value = value.removeprefix(prefixes()[prefix])
    return value


@pytest.fixture(scope="module")
def samples() -> Iterator[Both]:
    both = Both(kg.build([str(ROOT / "data" / "samples")]))
    yield both
    both.endpoint.close()


def test_there_are_twelve_and_each_says_what_it_asks() -> None:
    assert len(named_queries()) == 12
    for query in named_queries().values():
        assert query.vi
        assert query.en
        assert query.en.isascii()
        assert not query.vi.isascii()


def test_every_query_declares_its_prefixes() -> None:
    """Another server knows none of ours: the text alone must be a query."""
    for query in named_queries().values():
        rdflib.Graph(bind_namespaces="none").query(query.text)


def test_plans_that_implement_a_directive(samples: Both) -> None:
    plans = {row["plan"] for row in samples.ask("implementing")}
    direct = {YEN_BAI, QUANG_NAM}
    through = {
        "vn_ubnd.huyen-van-chan.yen-bai_ke-hoach_2022_76-kh-ubnd", "vn_snv.yen-bai_ke-hoach_2022_312-kh-snv",
        "vn_sldtbxh.quang-nam_ke-hoach_2022_412-kh-sldtbxh",
    }  # fmt: skip
    assert direct | through <= plans
    assert all("_ke-hoach_" in plan for plan in plans), "plans only"
    assert len(plans) == len(samples.ask("implementing")), "each once, however many ways lead to it"
    issued = [row["issued"] for row in samples.ask("implementing")]
    assert issued == sorted(issued)
    reports = {row["plan"] for row in samples.ask("implementing", doc="33/CT-TTg 2021", type="bao-cao")}
    assert {"vn_sldtbxh.quang-nam_bao-cao_2022_187-bc-sldtbxh"} <= reports


def test_evidence_of_a_link(samples: Both) -> None:
    rows = samples.ask("evidence")
    own = [row for row in rows if row["file"].endswith("03_ke-hoach_41-kh-ubnd_yen-bai.txt")]
    assert own[0]["relation"] == "implements"
    assert own[0]["words"].startswith("Chỉ thị số 33/CT-TTg ngày 26")
    assert {"Triển khai thực hiện", "Thực hiện"} <= {row["sentence"].split(" Chỉ thị")[0] for row in own}
    text = Path(own[0]["file"]).read_text(encoding="utf-8")
    at = int(own[0]["start"])
    assert text[at : at + len(own[0]["words"])] == own[0]["words"]
    assert [float(row["confidence"]) for row in rows] == sorted((float(r["confidence"]) for r in rows), reverse=True)
    assert {(row["citing"], row["cited"]) for row in rows} == {(YEN_BAI, CT33)}


def test_the_chain_of_legal_bases(samples: Both) -> None:
    pairs = {(row["document"], row["basis"]) for row in samples.ask("legal-basis")}
    assert {
        (BEN_TRE, "vn_quoc-hoi_luat_k13_77-2015-qh13"),
        (BEN_TRE, "vn_quoc-hoi_luat_k15_10-2022-qh15"),
        (BEN_TRE, SUBMISSION),
        (SUBMISSION, "vn_chinh-phu_nghi-dinh_2023_59-2023-nd-cp"),  # the basis of a basis
    } <= pairs
    assert {document for document, _ in pairs} <= {BEN_TRE, *(basis for _, basis in pairs)}


def test_provinces_without_a_plan(samples: Both) -> None:
    names = {row["name"] for row in samples.ask("provinces-without-plan")}
    assert "An Giang" in names
    assert not {"Yên Bái", "Quảng Nam"} & names, "these have one"
    assert {"Kon Tum", "Bình Dương"} <= names, "in 2021 they were provinces"
    assert len(names) == 63 - 2, "of the 63 provinces of 2021"


def test_what_cites_something_replaced(samples: Both) -> None:
    rows = {(row["citing"], row["old"], row["new"]) for row in samples.ask("citing-replaced")}
    decree = "vn_chinh-phu_nghi-dinh_2015_04-2015-nd-cp"
    assert (QUANG_NAM, "vn_chinh-phu_nghi-dinh_1998_71-1998-nd-cp", decree) in rows
    assert not [row for row in rows if row[0] == row[2]], "what replaces it may name it"
    for row in samples.ask("citing-replaced"):
        assert row["ended"] < row["issued"]


def test_what_stands_for_a_document_today(samples: Both) -> None:
    (row,) = samples.ask("current")
    assert row["current"] == "vn_chinh-phu_nghi-dinh_2015_04-2015-nd-cp"
    assert samples.ask("current", doc="33/CT-TTg 2021") == []


def test_first_responses_and_their_delay(samples: Both) -> None:
    found = {row["body"]: (row["first"], int(row["days"])) for row in samples.ask("first-response")}
    # 26/11/2021 to 22/02/2022: 4 days of November, 31, 31, 22.
    assert found["uy-ban-nhan-dan-tinh-yen-bai"] == (YEN_BAI, 88)
    assert found["uy-ban-nhan-dan-tinh-quang-nam"] == (QUANG_NAM, 94)
    assert found["uy-ban-nhan-dan-huyen-van-chan"][1] == 115


def test_unresolved_references(samples: Both) -> None:
    first = samples.ask("unresolved")[0]
    assert (first["number"], first["type"], first["candidates"]) == ("33/CT-TTg", "chi-thi", "2")
    assert int(first["documents"]) <= int(first["citations"])


def test_ambiguous_numbers(samples: Both) -> None:
    rows = samples.ask("ambiguous-numbers")
    assert {row["document"] for row in rows if row["number"] == "33/CT-TTg"} == {CT33, CT33.replace("2021", "2020")}
    assert {row["document"] for row in rows if row["number"] == "67/2026/QĐ-UBND"} == {
        "vn_ubnd.lang-son_quyet-dinh_2026_67-2026-qd-ubnd", "vn_ubnd.quang-ngai_quyet-dinh_2026_67-2026-qd-ubnd",
    }  # fmt: skip
    assert min(int(row["documents"]) for row in rows) == 2


def test_most_cited_by_type_and_year(samples: Both) -> None:
    rows = samples.ask("most-cited")
    best = {(row["type"], row["year"]): row["document"] for row in rows}
    assert best["chi-thi", "2021"] == CT33
    counts = {}
    for row in samples.graph.relations.to_pylist():
        counts.setdefault(row["object"], set()).add(row["subject"])
    for row in rows:
        assert int(row["citing"]) == len(counts[row["document"]])
    places = [(row["type"], row["year"]) for row in rows]
    for kind, year in set(places):
        same = [d for d in samples.graph.iter_documents() if d.type == kind and (d.date or "")[:4] == year]
        most = max(len(counts.get(d.id, ())) for d in same if d.status != "unresolved")
        assert {int(row["citing"]) for row in rows if (row["type"], row["year"]) == (kind, year)} == {most}


def test_time_paradoxes(samples: Both) -> None:
    for row in samples.ask("time-paradoxes"):
        assert row["issued"] < row["laterIssued"]
        assert row["relation"] == "cites", "no act implements or amends a later one: the build has seen to it"


def planted() -> Graph:
    def link(subject: str, predicate: str, target: str) -> dict[str, Any]:
        return {
            "subject": subject, "predicate": predicate, "object": target, "strength": "stated", "source": "t.txt",
            "start": 1, "end": 2, "confidence": 0.9,
        }  # fmt: skip

    dates = {"a": "2020-01-02", "b": "2020-03", "c": "2020", "d": "2019-12-31", "e": "2021-01-01", "f": None}
    return Graph.from_rows(
        documents=[
            {"id": id, "number": f"{at % 2}/X", "type": "luat", "date": date, "issuer": "quoc-hoi"}
            for at, (id, date) in enumerate(dates.items())
        ],
        relations=[
            link("a", "implements", "b"), link("b", "implements", "d"), link("d", "implements", "a"),
            link("e", "replaces", "a"), link("a", "basedOn", "c"), link("f", "cites", "e"), link("e", "cites", "f"),
            link("c", "guides", "c"), link("f", "implements", "a"),
        ],
        sources=[{"source": "t.txt"}],
    )  # fmt: skip


def test_circles_and_paradoxes_that_were_planted() -> None:
    both = Both(planted())
    circles = {(row["relation"], row["document"], row["next"]) for row in both.ask("cycles")}
    assert circles == {
        ("implements", "a", "b"), ("implements", "b", "d"), ("implements", "d", "a"), ("guides", "c", "c"),
    }  # fmt: skip
    found = {(row["document"], row["relation"], row["later"]) for row in both.ask("time-paradoxes")}
    assert found == {("a", "implements", "b"), ("d", "implements", "a")}, "2020 against a day of 2020 decides nothing"
    numbers = {row["number"]: row["documents"] for row in both.ask("ambiguous-numbers")}
    assert numbers == {"0/X": "3", "1/X": "3"}
    both.endpoint.close()


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [("2020-02-28", "2020-03-01", 2), ("2019-02-28", "2019-03-01", 1), ("1999-12-31", "2000-01-01", 1),
     ("2000-01-01", "2024-12-31", 9131), ("2021-11-26", "2021-11-26", 0)],
)  # fmt: skip
def test_days_between_dates(first: str, last: str, days: int) -> None:
    graph = Graph.from_rows(
        documents=[{"id": "a", "date": first, "number": "1/X"}, {"id": "b", "date": last, "issuer": "chinh-phu"}],
        relations=[{"subject": "b", "predicate": "implements", "object": "a", "strength": "stated", "source": "t",
                    "start": 0, "end": 1, "confidence": 1.0}],
    )  # fmt: skip
    both = Both(graph)
    (row,) = both.ask("first-response", doc="1/X")
    assert int(row["days"]) == days
    both.endpoint.close()


# -- heads and values ----------------------------------------------------------------------------------


def test_a_head_that_says_nothing_known_is_refused() -> None:
    for line in ("# bind: doc", "# bind: doc planet", "# bind: d-x text"):
        with pytest.raises(KgError) as caught:
            read_query("x", f"{line}\nSELECT * {{}}")
        assert caught.value.code == "sparql-head"
    assert read_query("x", "SELECT * {} # bind: doc planet").parameters == ()


def test_a_value_that_is_missing_is_asked_for() -> None:
    graph = Graph.from_rows()
    with pytest.raises(KgError, match=r"needs --bind doc=") as caught:
        bindings(graph, named_queries()["implementing"], {})
    assert caught.value.code == "sparql-missing"


@pytest.mark.parametrize("name", sorted(GIVEN))
@pytest.mark.parametrize(
    "hostile",
    ['x" } . ?s ?p ?o { "', "x> ?p ?o . <http://y", "x } INSERT DATA { <a:a> <a:b> <a:c> } #", "x\n} SERVICE <http://y> {"],
)
def test_a_hostile_value_changes_no_query(samples: Both, name: str, hostile: str) -> None:
    """It names no document, so nothing is asked; as an IRI it is none, as a text it stays a text."""
    query = named_queries()[name]
    with pytest.raises(KgError):
        bindings(samples.graph, query, dict.fromkeys(GIVEN[name], hostile))
    variable = next(iter(GIVEN[name]))
    as_text = {**bindings(samples.graph, query, GIVEN[name]), variable: Lit(hostile)}
    assert json.loads(samples.endpoint.query(query.text, bindings=as_text).read())["results"]["bindings"] == []
    with pytest.raises(KgError) as caught:
        samples.endpoint.query(query.text, bindings={**as_text, variable: Iri(hostile)})
    assert caught.value.code == "sparql-iri"
