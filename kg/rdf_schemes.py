"""Document types and issuing bodies as linked data, read from the registry.

``python -m kg.rdf_schemes > ontology/schemes.ttl`` writes the file that other tools load beside a graph;
the same nodes, as far as a graph uses them, stand in its exports, so that an export is readable alone.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable, Iterator

from kg import registry
from kg.rdf_terms import Node, Term, count, date, name, node, text, turtle, writing
from kg.registry import DocType, Issuer

_TYPES = "vl-type:"
_KINDS = "body-kind:"
_TYPES_LABEL = ("Loại văn bản", "Document types")
_KINDS_LABEL = ("Loại cơ quan ở địa phương", "Kinds of local bodies")
_UNITS = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã",
    "xa": "xã", "phuong": "phường", "thi-tran": "thị trấn", "dac-khu": "đặc khu",
}  # fmt: skip
_COMMITTEES = {
    "tinh-uy": "Tỉnh ủy", "thanh-uy": "Thành ủy", "huyen-uy": "Huyện ủy", "quan-uy": "Quận ủy",
    "thi-uy": "Thị ủy", "dang-uy": "Đảng ủy",
}  # fmt: skip


def schemes() -> Iterator[Node]:
    """The concept schemes of types and of kinds of bodies, and the bodies that exist once.

    Yields:
        Nodes sorted by name, schemes first; every type and body of the registry is among them.

    >>> next(iter(schemes()))[0]
    'vl-type:'
    """
    yield _scheme(_TYPES, *_TYPES_LABEL)
    for key in sorted(registry.types()):
        yield type_node(key)
    yield _scheme(_KINDS, *_KINDS_LABEL)
    bodies = sorted(registry.issuers(), key=lambda body: body.slug)
    yield from (_kind_node(body) for body in bodies if body.local)
    for body in bodies:
        if not body.local:
            yield body_node(body.slug)
            yield from _change_node(body)


def used_nodes(types: Iterable[str], bodies: Iterable[str]) -> Iterator[Node]:
    """The part of the schemes that a graph uses.

    Args:
        types: slugs of document types, in any order.
        bodies: slugs of issuing bodies, in any order.

    Yields:
        The types, the kinds of the bodies and the bodies, each by name, each kind after its scheme.

    >>> [iri for iri, _ in used_nodes(["ke-hoach"], ["uy-ban-nhan-dan-tinh-an-giang"])][-2:]
    ['body-kind:uy-ban-nhan-dan', 'body:uy-ban-nhan-dan-tinh-an-giang']
    """
    if type_nodes := [type_node(key) for key in sorted(set(types))]:
        yield _scheme(_TYPES, *_TYPES_LABEL)
        yield from type_nodes
    body_nodes = [body_node(key) for key in sorted(set(bodies))]
    named = {term for _, found in body_nodes for term in dict(found).get("org:classification", [])}
    if named:
        yield _scheme(_KINDS, *_KINDS_LABEL)
        kinds = sorted((body for body in registry.issuers() if body.local), key=lambda body: body.slug)
        yield from (_kind_node(body) for body in kinds if name("body-kind", body.slug) in named)
    yield from body_nodes


def _scheme(iri: str, vi: str, en: str) -> Node:
    return node(iri, {"rdf:type": "skos:ConceptScheme", "skos:prefLabel": [text(vi, "@vi"), text(en, "@en")]})


def type_node(key: str) -> Node:
    """A document type as a concept.

    Args:
        key: slug of the type; one that the registry does not know gets its slug as label.

    >>> type_node("chi-thi")[1][1][1][0].text
    'Chỉ thị'
    """
    iri = name("vl-type", key)
    kind: DocType | None = registry.types().get(key)
    if kind is None:
        return node(
            iri,
            {
                "rdf:type": ["skos:Concept", "eli:WorkType"],
                "skos:prefLabel": text(key),
                "skos:inScheme": _TYPES,
            },
        )
    return node(
        iri,
        {
            "rdf:type": ["skos:Concept", "eli:WorkType"],
            "skos:prefLabel": [text(kind.name, "@vi"), text(kind.name_en, "@en")],
            "skos:altLabel": [text(alias, "@vi") for alias in kind.aliases if alias != kind.name],
            "skos:notation": [text(code) for code in kind.codes],
            "skos:inScheme": _TYPES,
            "skos:topConceptOf": _TYPES,
            "vl:branch": [text(branch) for branch in kind.branches],
            "vl:rank": count(kind.rank),
        },
    )


def type_label(key: str | None) -> str:
    """The Vietnamese name of a type; the slug where the registry does not know it, empty for None.

    >>> type_label("ke-hoach"), type_label("giay-la"), type_label(None)
    ('Kế hoạch', 'giay-la', '')
    """
    kind = registry.types().get(key or "")
    return kind.name if kind else key or ""


def body_node(key: str) -> Node:
    """An issuing body, of the centre or of a place.

    Args:
        key: issuer slug, e.g. ``uy-ban-nhan-dan-tinh-an-giang``.

    Returns:
        The body with the names that the registry gives it; a body whose name cannot be read from its
        slug (a commune: the slug has lost its marks) is labelled by its slug, in no language.

    >>> dict(body_node("ban-thuong-vu-thanh-uy-ha-noi")[1])["skos:prefLabel"][0].text
    'Ban Thường vụ Thành ủy Hà Nội'
    """
    iri = name("body", key)
    known = _central().get(key)
    if known is not None:
        return node(iri, {"rdf:type": "org:FormalOrganization", **_described(known)})
    kind, labels = _local_names(key)
    return node(
        iri,
        {
            "rdf:type": "org:FormalOrganization",
            "skos:prefLabel": labels or text(key.replace("-", " ")),
            "org:classification": name("body-kind", kind.slug) if kind else None,
            "vl:branch": text(kind.branch) if kind else None,
        },
    )


def _described(body: Issuer) -> dict[str, Iterable[Term] | Term | None]:
    return {
        "skos:prefLabel": [text(body.name, "@vi"), text(body.name_en, "@en")],
        "skos:notation": [text(code) for code in body.codes],
        "vl:branch": text(body.branch),
        "vl:level": [text(level) for level in body.levels],
        "vl:validFrom": date(body.valid_from) if body.valid_from else None,
        "vl:validTo": date(body.valid_to) if body.valid_to else None,
    }


def _kind_node(body: Issuer) -> Node:
    return node(
        name("body-kind", body.slug),
        {
            "rdf:type": "skos:Concept",
            **_described(body),
            "skos:inScheme": _KINDS,
            "skos:topConceptOf": _KINDS,
            "dcterms:isReplacedBy": [name("body-kind", heir.slug) for heir in _heirs(body)],
        },
    )


def _heirs(body: Issuer) -> list[Issuer]:
    """The bodies of the registry that took over; a code that many bodies share means the likeliest."""
    found = []
    for code in body.successor:
        others = [other for other in registry.issuer_codes().get(code.casefold(), ()) if other != body]
        alike = [other for other in others if other.local == body.local]
        found.extend(alike[:1])
    return sorted(found, key=lambda heir: heir.slug)


def _change_node(body: Issuer) -> Iterator[Node]:
    if heirs := _heirs(body):
        yield node(
            name("change", body.slug),
            {
                "rdf:type": "org:ChangeEvent",
                "org:originalOrganization": name("body", body.slug),
                "org:resultingOrganization": [name("body", heir.slug) for heir in heirs],
                "dcterms:date": date(body.valid_to) if body.valid_to else None,
            },
        )


@functools.cache
def _central() -> dict[str, Issuer]:
    return {body.slug: body for body in registry.issuers() if not body.local}


@functools.cache
def _templates() -> tuple[tuple[re.Pattern[str], Issuer], ...]:
    """Issuer slugs of local bodies as patterns, the most telling first."""
    groups = {
        "unit": f"(?P<unit>{'|'.join(_UNITS)})",
        "committee": f"(?P<committee>{'|'.join(_COMMITTEES)})",
        "place": "(?P<place>.+)",
    }
    found = []
    for at, body in enumerate(registry.issuers()):
        if body.local:
            parts = re.split(r"\{(unit|committee|place)\}", body.template)
            pattern = "".join(groups[p] if i % 2 else re.escape(p) for i, p in enumerate(parts))
            found.append((-sum(map(len, parts[::2])), at, re.compile(pattern), body))
    return tuple((pattern, body) for _, _, pattern, body in sorted(found, key=lambda item: item[:2]))


def _local_names(key: str) -> tuple[Issuer | None, list[Term]]:
    """The kind of a local body and its names; no names where the place is none of the registry."""
    for pattern, body in _templates():
        if not (match := pattern.fullmatch(key)):
            continue
        given = match.groupdict()
        place = registry.places().get(given["place"])
        unit = given.get("unit") or ""
        committee = given.get("committee") or ""
        own = next((c for c, words in _COMMITTEES.items() if body.name.endswith(words)), "")
        if committee not in ("", own) and (committee, own) != ("thanh-uy", "tinh-uy"):
            continue
        if place is None or unit not in ("", "tinh", "thanh-pho", "dac-khu"):
            return body, []
        words = body.name
        if committee:
            words = re.sub("|".join(_COMMITTEES.values()), _COMMITTEES[committee], words)
        if unit and "{unit}-{place}" in body.template:
            words = re.sub(rf"\s+(?:{'|'.join(_UNITS.values())})$", "", words) + " " + _UNITS[unit]
        return body, [text(f"{words} {place.name}", "@vi"), text(f"{body.name_en}, {place.name}", "@en")]
    return None, []


if __name__ == "__main__":
    with writing(sys.stdout.buffer) as stream:
        stream.writelines(turtle(schemes()))
