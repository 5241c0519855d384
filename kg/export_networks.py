"""The network of documents for tools that draw and measure networks: GraphML and GEXF, streamed.

One node a document, one edge a link; evidence stays behind. networkx could write both, but it holds the whole
network and the whole XML in memory first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any, Final

from kg.links import links
from kg.models import STRENGTHS
from kg.rdf import document_label, iter_rows
from kg.xml_text import xml_text

if TYPE_CHECKING:
    from kg.graph import Graph

_NODE: Final = {
    **dict.fromkeys(
        ("label", "type", "number", "date", "issuer", "series", "title", "locality", "level", "branch", "status",
         "source"), "string",
    ),
    "mentions": "int",
}  # fmt: skip
_EDGE: Final = {"predicate": "string", "strength": "string", "confidence": "double", "weight": "int"}


def document_rows(graph: Graph) -> Iterator[dict[str, Any]]:
    """The documents with the name by which people call them."""
    for row in iter_rows(graph.documents):
        yield {"label": document_label(row), **row}


def link_rows(graph: Graph) -> Iterator[dict[str, Any]]:
    """The distinct links: both ends, relation, strongest evidence, confidence, number of citations.

    ``row`` is the place of the best evidence in the table ``relations``.
    """
    index = links(graph)
    ids = graph.documents["id"].to_pylist()
    for link in range(len(index)):
        rows = index.rows(link)
        best = min(index.rank[row] for row in rows)
        yield {
            "subject": ids[index.subject[link]],
            "object": ids[index.object[link]],
            "predicate": index.predicate_of(link),
            "strength": STRENGTHS[best],
            "confidence": index.confidence(link),
            "weight": len(rows),
            "row": index.evidence(link)[0],
        }


def write_graphml(graph: Graph, stream: IO[str]) -> None:
    """GraphML for Gephi, yEd, Cytoscape, igraph, networkx."""
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/'
        'xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
    )
    for kind, keys in (("node", _NODE), ("edge", _EDGE)):
        for key, type_ in keys.items():
            stream.write(f'<key id="{kind}_{key}" for="{kind}" attr.name="{key}" attr.type="{type_}"/>\n')
    stream.write('<graph id="kg" edgedefault="directed">\n')
    for row in document_rows(graph):
        stream.write(f'<node id="{xml_text(row["id"])}">{_data("node", _NODE, row)}</node>\n')
    for at, row in enumerate(link_rows(graph)):
        ends = f'source="{xml_text(row["subject"])}" target="{xml_text(row["object"])}"'
        stream.write(f'<edge id="e{at}" {ends}>{_data("edge", _EDGE, row)}</edge>\n')
    stream.write("</graph>\n</graphml>\n")


def write_gexf(graph: Graph, stream: IO[str]) -> None:
    """GEXF 1.2 for Gephi and networkx."""
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
        '<graph defaultedgetype="directed" mode="static" name="kg">\n'
    )
    gexf = {"int": "integer"}
    for kind, keys in (("node", _NODE), ("edge", _EDGE)):
        stream.write(f'<attributes class="{kind}" mode="static">\n')
        for key, type_ in keys.items():
            if key not in ("label", "weight"):  # these GEXF knows itself
                stream.write(f'<attribute id="{key}" title="{key}" type="{gexf.get(type_, type_)}"/>\n')
        stream.write("</attributes>\n")
    stream.write("<nodes>\n")
    for row in document_rows(graph):
        about = f'id="{xml_text(row["id"])}" label="{xml_text(row["label"])}"'
        stream.write(f"<node {about}>{_values(_NODE, row)}</node>\n")
    stream.write("</nodes>\n<edges>\n")
    for at, row in enumerate(link_rows(graph)):
        ends = f'source="{xml_text(row["subject"])}" target="{xml_text(row["object"])}"'
        about = f'id="{at}" {ends} label="{row["predicate"]}" weight="{row["weight"]}"'
        stream.write(f"<edge {about}>{_values(_EDGE, row)}</edge>\n")
    stream.write("</edges>\n</graph>\n</gexf>\n")


def _data(kind: str, keys: Mapping[str, str], row: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{kind}_{key}">{xml_text(str(row[key]))}</data>' for key in keys if row[key] is not None
    )


def _values(keys: Mapping[str, str], row: Mapping[str, Any]) -> str:
    values = (
        f'<attvalue for="{key}" value="{xml_text(str(row[key]))}"/>'
        for key in keys
        if key not in ("label", "weight") and row[key] is not None
    )
    return f"<attvalues>{''.join(values)}</attvalues>"
