"""RDF/XML, streamed: for tools that read nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.rdf_terms import BASE_IRI, Node, prefixes
from kg.xml_text import xml_text


def rdfxml(nodes: Iterable[Node], base_iri: str = BASE_IRI) -> Iterator[str]:
    """RDF/XML, one piece a node, with the same statements as Turtle.

    The one loss: control characters that XML cannot hold become U+FFFD.

    >>> "".join(rdfxml([("doc:a", [("rdf:type", ["vl:Document"])])])).splitlines()[-3]
    '<rdf:type rdf:resource="https://w3id.org/vnlaw/ns#Document"/>'
    """
    table = prefixes(base_iri)
    full: dict[str, str] = {}

    def iri(compact: str) -> str:
        if (made := full.get(compact)) is None:
            prefix, _, local = compact.partition(":")
            made = full[compact] = xml_text(table[prefix] + local)
        return made

    spaces = "".join(f'\n  xmlns:{prefix}="{xml_text(space)}"' for prefix, space in table.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for subject, statements in nodes:
        lines = [f'<rdf:Description rdf:about="{iri(subject)}">\n']
        for predicate, terms in statements:
            for term in terms:
                if isinstance(term, str):
                    lines.append(f'<{predicate} rdf:resource="{iri(term)}"/>\n')
                    continue
                words, kind = term
                if kind.startswith("@"):
                    about = f' xml:lang="{kind[1:]}"'
                else:
                    about = f' rdf:datatype="{iri(kind)}"' if kind else ""
                lines.append(f"<{predicate}{about}>{xml_text(words)}</{predicate}>\n")
        lines.append("</rdf:Description>\n")
        yield "".join(lines)
    yield "</rdf:RDF>\n"
