"""Names that documents had before, and what stands for them now.

The id of an identified document does not change when texts are added (:mod:`kg.identity`), with two exceptions that
make it more precise: a law that was known by its title gets its number, and a district gets its province.
:func:`former_ids` derives the names that a document may have had; :func:`successors` compares two graphs, place
by place in their texts, and so also knows what an open reference has turned out to be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from kg.identity import document_id, title_key
from kg.rdf_terms import Node, Term, name

if TYPE_CHECKING:
    from kg.graph import Graph

# Acts that are cited by their title alone until somebody gives the number.
_TITLED: Final = frozenset(["luat", "bo-luat", "phap-lenh"])
_LOCAL: Final = re.compile(r"(?P<own>.+\.(?:huyen|quan|thi-xa|thanh-pho|xa|phuong|thi-tran)-[^.]+)\.[^.]+")


def former_ids(row: Mapping[str, Any]) -> list[str]:
    """The ids that a document may have had when less was known of it.

    Args:
        row: a row of the table ``documents``.

    >>> former_ids({"id": "vn_quoc-hoi_luat_k13_77-2015-qh13", "status": "cited", "type": "luat",
    ...             "series": "quoc-hoi", "number": "77/2015/QH13", "date": "2015-06-19",
    ...             "title": "Luật Tổ chức chính quyền địa phương"})
    ['vn_quoc-hoi_luat_2015_t-to-chuc-chinh-quyen-dia-phuong']
    """
    if row["status"] == "unresolved":
        return []
    found = []
    if row["type"] in _TITLED and row["number"] and row["title"] and row["series"] and row["date"]:
        short = title_key(row["title"]).removeprefix(f"{row['type']}-")
        found.append(document_id(row["series"], row["type"], row["date"][:4], f"t-{short}"))
    local = _LOCAL.fullmatch(row["series"] or "")
    if local and row["id"].startswith(f"vn_{row['series']}_"):
        found.append(f"vn_{local['own']}_" + row["id"].removeprefix(f"vn_{row['series']}_"))
    return [former for former in found if former != row["id"]]


def successors(old: Graph, new: Graph) -> dict[str, str]:
    """What stands now for the documents that are no longer in a graph.

    Args:
        old: an earlier graph.
        new: a later one, of the same texts and others.

    Returns:
        Old id → new id, for every document that all its mentions agree on; of those that texts no longer name, or
        name as several documents, nothing is said.

    >>> from kg.graph import Graph
    >>> mention = {"source": "a", "document": "a", "start": 0, "end": 3, "text": "x", "kind": "name", "type": "luat",
    ...            "confidence": 1.0}
    >>> old = Graph.from_rows(documents=[{"id": "a"}, {"id": "t"}], mentions=[{**mention, "target": "t"}])
    >>> new = Graph.from_rows(documents=[{"id": "a"}, {"id": "n"}], mentions=[{**mention, "target": "n"}])
    >>> successors(old, new)
    {'t': 'n'}
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    known = set(new.documents["id"].to_pylist())
    gone = sorted(set(old.documents["id"].to_pylist()) - known)
    lost = pa.array(gone, pa.string())
    places: dict[tuple[Any, ...], str] = {}
    columns = ["source", "start", "end", "target"]
    for row in old.mentions.filter(pc.is_in(old.mentions["target"], value_set=lost)).select(columns).to_pylist():
        places[row["source"], row["start"], row["end"]] = row["target"]
    found: dict[str, set[str | None]] = defaultdict(set)
    sources = pa.array(sorted({source for source, _, _ in places}), pa.string())
    for row in new.mentions.filter(pc.is_in(new.mentions["source"], value_set=sources)).select(columns).to_pylist():
        if (before := places.get((row["source"], row["start"], row["end"]))) is not None:
            found[before].add(row["target"])
    texts = {row["sha256"]: row["document"] for row in new.sources.to_pylist() if row["sha256"]}
    for row in old.sources.to_pylist():
        if row["document"] in set(gone) and row["sha256"] in texts:
            found[row["document"]].add(texts[row["sha256"]])
    return {
        before: str(after)
        for before, targets in sorted(found.items())
        if len(targets) == 1 and (after := next(iter(targets))) is not None and after in known
    }


def former_nodes(graph: Graph, since: Graph | None = None) -> Iterator[Node]:
    """Former names with what stands for them: ``owl:sameAs`` where both are documents.

    A name that another document bears, or that several may have had, is nobody's.

    Args:
        graph: the graph that is told.
        since: an earlier graph, whose names are led to those of today.
    """
    claims: dict[str, list[str]] = defaultdict(list)
    for batch in graph.documents.to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            for former in former_ids(row):
                claims[former].append(row["id"])
    same = {former: heirs[0] for former, heirs in claims.items() if len(heirs) == 1 and graph.row_of(former) is None}
    replaced = dict(same)
    if since is not None:
        states = dict(zip(since.documents["id"].to_pylist(), since.documents["status"].to_pylist(), strict=True))
        for before, after in successors(since, graph).items():
            replaced[before] = after
            heir = graph.document(after)
            if states[before] != "unresolved" and heir is not None and heir.status != "unresolved":
                same[before] = after
    for former in sorted(replaced):
        heir_name = name("doc", replaced[former])
        found: list[tuple[str, list[Term]]] = []
        if same.get(former) == replaced[former]:
            found.append(("owl:sameAs", [heir_name]))
        yield name("doc", former), [*found, ("dcterms:isReplacedBy", [heir_name])]
