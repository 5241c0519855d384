"""Every export of real graphs is read back by programs that are not ours, and says the same."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq
import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic
from shared import SHARED
from test_rdf import HOSTILE, sample_rows

import kg
from kg.errors import KgError
from kg.export import export
from kg.export_neo4j import NODES, RELATIONSHIPS, cypher_value, relationship_type
from kg.graph import Graph
from kg.links import links
from kg.rdf import to_rdflib

ROOT = Path(__file__).parents[1]
RDF = {
    "turtle": ("turtle", pyoxigraph.RdfFormat.TURTLE), "nquads": ("nt", pyoxigraph.RdfFormat.N_QUADS),
    "rdfxml": ("xml", pyoxigraph.RdfFormat.RDF_XML), "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
}  # fmt: skip


@pytest.fixture(scope="module", params=["hostile", "samples", pytest.param("seeds", marks=pytest.mark.shared)])
def graph(request: pytest.FixtureRequest) -> Graph:
    if request.param == "hostile":
        return Graph.from_rows(**sample_rows())
    folder = ROOT / "data" / "samples"
    if request.param == "seeds":
        folder = SHARED / "seeds"
        if not folder.is_dir():
            pytest.skip("the reference texts are not beside the checkout")
    return kg.build([str(folder)])


@pytest.fixture(scope="module")
def triples(graph: Graph) -> rdflib.Graph:
    return to_rdflib(graph)


def text_of(graph: Graph, name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    export(graph, name, out, **options)
    return out.getvalue()


def javascript(code: str, path: Path) -> bytes:
    """What a program prints that has the ``text`` of a file; the packages are those that CI installs."""
    node = shutil.which("node")
    modules = ROOT / ".npm" / "node_modules"
    if node is None or not all((modules / name).is_dir() for name in ("jsonld", "graphology-gexf")):
        install = "npm install --prefix .npm jsonld graphology graphology-gexf"
        if os.environ.get("CI"):
            pytest.fail(f"`{install}` must have run here")
        pytest.skip(f"needs node and `{install}` in the checkout")
    read = "const text = require('fs').readFileSync(process.argv[1], 'utf8');"
    return subprocess.run(
        [node, "-e", read + code, str(path)], env={**os.environ, "NODE_PATH": str(modules)}, capture_output=True,
        check=True,
    ).stdout  # fmt: skip


def lossy(triples: rdflib.Graph) -> rdflib.Graph:
    """What XML can hold of it."""
    found = rdflib.Graph()
    for s, p, o in triples:
        if isinstance(o, rdflib.Literal):
            clean = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", str(o))
            o = rdflib.Literal(clean, lang=o.language, datatype=o.datatype)
        found.add((s, p, o))
    return found


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
@pytest.mark.parametrize("name", RDF)
def test_rdf_is_read_by_two_readers(graph: Graph, triples: rdflib.Graph, name: str) -> None:
    data = text_of(graph, name)
    syntax, kind = RDF[name]
    expected = lossy(triples) if name == "rdfxml" else triples
    by_rdflib = rdflib.Graph().parse(data=data, format=syntax)
    assert isomorphic(by_rdflib, expected)
    quads = list(pyoxigraph.parse(data, kind, base_iri="https://example.org/"))
    lines = pyoxigraph.serialize((quad.triple for quad in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert isomorphic(rdflib.Graph().parse(data=lines, format="nt"), expected)
    assert len(quads) == len(expected), "each statement once"


def test_jsonld_is_framed_by_document(graph: Graph) -> None:
    found = json.loads(text_of(graph, "jsonld"))
    documents = {e["@id"]: e for e in found["@graph"] if e["@id"].startswith("doc:") and "@type" in e}
    assert len(documents) == graph.documents.num_rows
    assert sum(len(entry.get("citations", ())) for entry in documents.values()) == graph.relations.num_rows
    assert sum(len(entry.get("conflicts", ())) for entry in documents.values()) == graph.conflicts.num_rows
    for entry in documents.values():
        for citation in entry.get("citations", ()):
            assert "citingDocument" not in citation
            assert re.fullmatch(r"[01]\.\d+", citation["confidence"]), "coerced by the context, not a JSON number"


@pytest.mark.parametrize("name", ["jsonld"])
def test_jsonld_is_read_by_the_javascript_processor(
    graph: Graph, triples: rdflib.Graph, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "g.jsonld"
    path.write_bytes(text_of(graph, name))
    lines = javascript(
        "const jsonld = require('jsonld');"
        "jsonld.toRDF(JSON.parse(text), {format: 'application/n-quads'}).then(t => process.stdout.write(t))",
        path,
    )
    assert isomorphic(rdflib.Graph().parse(data=lines, format="nt"), triples)


# -- networks ------------------------------------------------------------------------------------------


def expected_edges(graph: Graph) -> Counter[tuple[str, str, str]]:
    rows = graph.relations.select(["subject", "predicate", "object"]).to_pylist()
    return Counter({(row["subject"], row["object"], row["predicate"]) for row in rows})


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_are_read_by_networkx(graph: Graph, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"g.{name}"
    export(graph, name, path)
    found = nx.read_graphml(path, force_multigraph=True) if name == "graphml" else nx.read_gexf(path)
    assert found.is_directed()
    assert set(found) == set(graph.documents["id"].to_pylist())
    edges = [(a, b, data["predicate"]) for a, b, data in found.edges(data=True)]
    assert Counter(edges) == expected_edges(graph)
    titles = {row["id"]: row["title"] for row in graph.documents.to_pylist()}
    for key, data in found.nodes(data=True):
        if titles[key] is not None and titles[key].isprintable():
            assert data["title"] == titles[key]
        assert data["label"]
    index = links(graph)
    confidences = sorted(data["confidence"] for _, _, data in found.edges(data=True))
    assert confidences == pytest.approx(sorted(index.confidence(link) for link in range(len(index))))
    assert sum(data["weight"] for _, _, data in found.edges(data=True)) == graph.relations.num_rows


def test_graphml_is_read_by_igraph(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "g.graphml"
    export(graph, "graphml", path)
    found = igraph.Graph.Read_GraphML(str(path))
    assert found.is_directed()
    names = found.vs["id"]
    assert set(names) == set(graph.documents["id"].to_pylist())
    edges = [(names[e.source], names[e.target], e["predicate"]) for e in found.es]
    assert Counter(edges) == expected_edges(graph)
    assert all(0 <= share <= 1 for share in found.es["confidence"])


def test_gexf_is_read_by_graphology_as_by_networkx(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "g.gexf"
    export(graph, "gexf", path)
    found = json.loads(
        javascript(
            "const {MultiDirectedGraph} = require('graphology'), gexf = require('graphology-gexf');"
            "const graph = gexf.parse(MultiDirectedGraph, text, {respectInputGraphType: true});"
            "process.stdout.write(JSON.stringify(graph.export()))",
            path,
        )
    )
    assert found["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}
    other = nx.MultiDiGraph(nx.read_gexf(path))

    def said(data: dict[str, Any]) -> str:
        told = {key: value for key, value in data.items() if key != "id"}  # networkx keeps the number of an edge
        return json.dumps({key: float(v) if isinstance(v, int) else v for key, v in told.items()}, sort_keys=True)

    assert {one["key"]: said(one["attributes"]) for one in found["nodes"]} == {
        key: said(data) for key, data in other.nodes(data=True)
    }
    assert Counter((one["source"], one["target"], said(one["attributes"])) for one in found["edges"]) == Counter(
        (a, b, said(data)) for a, b, data in other.edges(data=True)
    )


def test_gexf_holds_hostile_titles(tmp_path: Path) -> None:
    export(Graph.from_rows(**sample_rows()), "gexf", tmp_path / "g.gexf")
    found = nx.read_gexf(tmp_path / "g.gexf")
    assert found.nodes["hostile_markup"]["title"] == HOSTILE["markup"]
    assert found.nodes["hostile_lines"]["title"].startswith("dòng một\ndòng hai\r\n\t")
    assert "\u202e" not in (tmp_path / "g.gexf").read_text(encoding="utf-8")
    assert "\u202e" in found.nodes["hostile_directions"]["title"]
    assert found.nodes["hostile_controls"]["title"].startswith("a\ufffdb\ufffdc")


# -- tables --------------------------------------------------------------------------------------------


def test_parquet_is_read_by_pyarrow(graph: Graph, tmp_path: Path) -> None:
    export(graph, "parquet", tmp_path / "out")
    tables = {path.stem: pq.read_table(path) for path in (tmp_path / "out").iterdir()}
    assert set(tables) == {"documents", "links", "relations", "mentions", "conflicts", "sources"}
    assert tables["documents"].drop_columns(["label"]).equals(graph.documents)
    for name in ("relations", "mentions"):
        whole = getattr(graph, name)
        assert tables[name].drop_columns(["provisions"]).equals(whole.drop_columns(["provisions"]))
        read = tables[name]["provisions"].to_pylist()
        for record, text in zip(read, whole["provisions"].to_pylist(), strict=True):
            assert [{k: v for k, v in one.items() if v is not None} for one in record] == json.loads(text)
    links_table = tables["links"]
    rows = links_table.select(["subject", "object", "predicate"]).to_pylist()
    assert Counter(tuple(row.values()) for row in rows) == expected_edges(graph)
    assert pa.types.is_float64(links_table.schema.field("confidence").type)


# -- Neo4j ---------------------------------------------------------------------------------------------


def test_neo4j_files_have_headers_ids_and_escapes(graph: Graph, tmp_path: Path) -> None:
    export(graph, "neo4j", tmp_path)
    nodes, edges = (
        list(csv.reader((tmp_path / name).open(encoding="utf-8", newline=""), strict=True))
        for name in ("documents.csv", "relations.csv")
    )
    assert tuple(nodes[0]) == NODES
    assert tuple(edges[0]) == RELATIONSHIPS
    assert {len(row) for row in nodes} == {len(NODES)}
    assert {len(row) for row in edges} == {len(RELATIONSHIPS)}
    ids = [row[0] for row in nodes[1:]]
    assert sorted(ids) == graph.documents["id"].to_pylist()
    assert {row[-1] for row in nodes[1:]} <= {"Document", "UnresolvedReference"}
    assert {end for row in edges[1:] for end in row[:2]} <= set(ids)
    found = Counter((row[0], row[1], row[2]) for row in edges[1:] if row[2] != "CANDIDATE")
    wanted = Counter({(a, b, relationship_type(p)): n for (a, b, p), n in expected_edges(graph).items()})
    assert found == wanted
    candidates = sum(len(row) for row in graph.documents["candidates"].to_pylist())
    assert sum(row[2] == "CANDIDATE" for row in edges) == candidates
    at = RELATIONSHIPS.index("confidence:double")
    assert all(0 <= float(row[at]) <= 1 for row in edges[1:] if row[2] != "CANDIDATE")
    whole = "".join(cell for row in (*nodes, *edges) for cell in row)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", whole)
    script = (tmp_path / "import.sh").read_text(encoding="utf-8")
    assert "neo4j-admin database import full" in script
    subprocess.run(["sh", "-n", str(tmp_path / "import.sh")], check=True)
    assert all(line.endswith(";\n") for line in (tmp_path / "schema.cypher").open(encoding="utf-8"))


STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def cypher_read(text: str) -> str:
    """A text literal as Cypher reads it, concatenations included."""
    parts = STRING.findall(text)
    assert re.sub(STRING, "", text).replace(" + ", "") == ""
    return "".join(json.loads(part) for part in parts)


@pytest.mark.parametrize("title", [*HOSTILE.values(), "\\u0022}) DETACH DELETE n //", "a\\", "\\\\u0027", '"\\u'])
def test_no_text_leaves_its_quotes_in_cypher(title: str) -> None:
    written = cypher_value(title)
    assert cypher_read(written) == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", title)
    # Older readers replace \uXXXX before they look for quotes, whatever stands before it.
    early = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), written)
    assert early == written


def test_cypher_statements_are_whole(graph: Graph, tmp_path: Path) -> None:
    text = text_of(graph, "cypher").decode()
    bare = STRING.sub('""', text)
    statements = [part.strip() for part in bare.split(";\n") if part.strip()]
    assert all(part.startswith(("CREATE ", "UNWIND ")) for part in statements)
    assert not re.search(r"(?i)\b(delete|load|call|remove|drop)\b", bare)
    for part in statements:
        assert part.count("{") == part.count("}")
        assert part.count("[") == part.count("]")
    assert bare.count("{id: \"\"") == graph.documents.num_rows
    types = Counter(re.findall(r"MERGE \(a\)-\[r:(\w+)\]->\(b\)", bare))
    assert set(types) - {"CANDIDATE"} == {relationship_type(p) for _, _, p in expected_edges(graph)}


# -- packing -------------------------------------------------------------------------------------------


def unpacked(path: Path) -> bytes:
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes())
    with pa.CompressedInputStream(pa.OSFile(str(path)), "zstd") as stream:
        return bytes(stream.read())


@pytest.mark.parametrize("name", ["turtle", "nquads", "graphml", "json"])
@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_packed_files_hold_the_same_and_have_the_same_bytes(graph: Graph, tmp_path: Path, name: str, ending: str) -> None:
    first, second = tmp_path / f"one{ending}", tmp_path / f"another{ending}"
    export(graph, name, first)
    assert unpacked(first) == text_of(graph, name)
    export(graph, name, second, compress="gzip" if ending == ".gz" else "zstd")
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size < len(unpacked(first)) / 2
    assert text_of(graph, name, compress="gzip" if ending == ".gz" else "zstd") == first.read_bytes()


def test_what_cannot_be_packed(tmp_path: Path) -> None:
    graph = Graph.from_rows()
    for name, how in (("csv", "gzip"), ("parquet", "zstd"), ("turtle", "rar")):
        with pytest.raises(KgError) as caught:
            export(graph, name, tmp_path / "x", compress=how)
        assert caught.value.code == "bad-compression"
    with pytest.raises(KgError) as caught:
        export(graph, "turtle", io.StringIO(), compress="gzip")
    assert caught.value.code == "needs-file"


@pytest.mark.parametrize("name", ["parquet", "neo4j"])
def test_folders_need_a_name(name: str) -> None:
    with pytest.raises(KgError, match="folder"):
        export(Graph.from_rows(), name, io.StringIO())


def test_mentions_may_be_left_out(graph: Graph) -> None:
    for name, (syntax, _) in RDF.items():
        if name != "jsonld":
            found = rdflib.Graph().parse(data=text_of(graph, name, mentions=False), format=syntax)
            assert not list(found.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/vnlaw/ns#Mention")))
    assert b'"vl:Mention"' not in text_of(graph, "jsonld", mentions=False)
