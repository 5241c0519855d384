"""Other names of documents, and what stands for names that are gone.

The id of an identified document does not change when texts are added (:mod:`kg.identity`). But one law may have two
names: by its title and year in texts that give no number, and by its number in others. :func:`title_ids` derives
the former from the latter, which leads on to it. :func:`successors` compares two graphs, place by place in their
texts, and so knows what an open reference has turned out to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.dates import compatible
from kg.identity import document_id, title_key
from kg.rdf_terms import Node, Term, name
from kg.registry import LAW_TYPES, slug, when_passed

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.models import Document

# Acts that are cited by their title alone until somebody gives the number.


def title_id(row: Mapping[str, Any]) -> str | None:
    """The id under which a numbered law stands where it is cited by its title and year alone.

    Args:
        row: a row of the table ``documents``.

    >>> title_id({"id": "vn_quoc-hoi_luat_k13_77-2015-qh13", "status": "cited", "type": "luat",
    ...           "series": "quoc-hoi", "number": "77/2015/QH13", "date": "2015-06-19",
    ...           "title": "Luật Tổ chức chính quyền địa phương"})
    'vn_quoc-hoi_luat_2015_t-to-chuc-chinh-quyen-dia-phuong'
    """
    if row["status"] == "unresolved" or row["type"] not in LAW_TYPES:
        return None
    if not (row["number"] and row["title"] and row["series"] and row["date"]):
        return None
    short = title_key(row["title"]).removeprefix(f"{row['type']}-")
    return document_id(row["series"], row["type"], when_passed(row["title"], row["date"]), f"t-{short}")


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
    """Names that lead on, with what they lead to: ``owl:sameAs`` where both are documents.

    A name that several laws may have is nobody's, nor is one that is borne by a law of another title: long titles
    are cut in names.

    Args:
        graph: the graph that is told.
        since: an earlier graph, whose names are led to those of today.
    """
    claims: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for batch in graph.documents.to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            if (titled := title_id(row)) is not None:
                claims[titled].append(row)
    same = {
        titled: laws[0]["id"]
        for titled, laws in claims.items()
        if len(laws) == 1 and ((bearer := graph.document(titled)) is None or _is_law(bearer, laws[0]))
    }
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


def _is_law(bearer: Document, law: Mapping[str, Any]) -> bool:
    """Whether what bears the title-keyed name is the numbered law: cited by its title, which is the law's."""
    if bearer.number is not None or bearer.type != law["type"] or not compatible(bearer.date, law["date"]):
        return False
    whole = slug(law["title"])
    return title_key(law["title"]) == whole or slug(bearer.title or "") == whole
