"""Document types and issuing bodies as linked data, read from the registry.

``python -m kg.rdf_schemes > ontology/schemes.ttl`` writes the file that other tools load beside a graph;
the same nodes, as far as a graph uses them, stand in its exports, so that an export is readable alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from kg import registry
from kg.body_slugs import LocalBody, central_body, local_body
from kg.rdf_terms import Node, Term, count, date, name, node, text, writing
from kg.rdf_text import turtle
from kg.registry import DocType, Issuer, RelationKind

_TYPES = "vl-type:"
_KINDS = "body-kind:"
_NOTHING: Mapping[str, str] = MappingProxyType({})
_RELATIONS = "relation-kind:"
_RELATIONS_LABEL = ("Loại quan hệ giữa các văn bản", "Kinds of relations between documents")
_TYPES_LABEL = ("Loại văn bản", "Document types")
_KINDS_LABEL = ("Loại cơ quan ở địa phương", "Kinds of local bodies")


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
    yield _scheme(_RELATIONS, *_RELATIONS_LABEL)
    yield from map(_relation_node, sorted(registry.relation_kinds(), key=lambda kind: kind.predicate))
    yield from map(place_node, sorted(registry.places()))
    yield _scheme(_KINDS, *_KINDS_LABEL)
    bodies = sorted(registry.issuers(), key=lambda body: body.slug)
    yield from (_kind_node(body) for body in bodies if body.local)
    for body in bodies:
        if not body.local:
            yield body_node(body.slug)
            yield from _change_node(body)


def used_nodes(types: Iterable[str], bodies: Iterable[str], spelt: Mapping[str, str] = _NOTHING) -> Iterator[Node]:
    """The part of the schemes that a graph uses.

    Args:
        types: slugs of document types, in any order.
        bodies: slugs of issuing bodies, in any order.
        spelt: how places that are in no registry are spelt, by slug.

    Yields:
        The types with those that are wider, the places, the kinds of the bodies and the bodies, each by name,
        each kind after its scheme.

    >>> [iri for iri, _ in used_nodes(["ke-hoach"], ["uy-ban-nhan-dan-tinh-an-giang"])][-2:]
    ['body-kind:uy-ban-nhan-dan', 'body:uy-ban-nhan-dan-tinh-an-giang']
    """
    told = set(types)
    told |= {known.family for kind in told if (known := registry.types().get(kind))}
    if type_nodes := [type_node(key) for key in sorted(told)]:
        yield _scheme(_TYPES, *_TYPES_LABEL)
        yield from type_nodes
    body_nodes = [body_node(key, spelt) for key in sorted(set(bodies))]
    yield from map(place_node, _with_heirs(province_of(key) for key in set(bodies)))
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
            "skos:topConceptOf": _TYPES if kind.family in ("", kind.slug) else None,
            "skos:broader": name("vl-type", kind.family) if kind.family not in ("", kind.slug) else None,
            "vl:branch": [text(branch) for branch in kind.branches],
            "vl:rank": count(kind.rank),
        },
    )


def place_node(key: str) -> Node:
    """A province or a city under the central government, of today or of the past.

    Args:
        key: slug of a place of the registry.

    >>> place_node("kon-tum")[1][-1]
    ('dcterms:isReplacedBy', ['place:quang-ngai'])
    """
    place = registry.places()[key]
    heirs = [place.merged_into] if place.merged_into else [part for part in place.parts if part != place.slug]
    return node(
        name("place", place.slug),
        {
            "rdf:type": "vl:Province",
            "skos:prefLabel": text(place.name, "@vi"),
            "skos:altLabel": [text(alias, "@vi") for alias in place.aliases],
            "skos:notation": text(place.code) if place.code else None,
            "vl:validFrom": date(place.valid_from) if place.valid_from else None,
            "vl:validTo": date(place.valid_to) if place.valid_to else None,
            "dcterms:isReplacedBy": [name("place", heir) for heir in sorted(heirs)],
        },
    )


def province_of(body: str) -> str | None:
    """The province that an issuer slug names, None for bodies of the centre, of districts and communes.

    >>> province_of("uy-ban-nhan-dan-tinh-an-giang"), province_of("uy-ban-nhan-dan-huyen-van-chan")
    ('an-giang', None)
    """
    local = None if central_body(body) else local_body(body)
    return local.place if local and _registered(local) else None


def _with_heirs(found: Iterable[str | None]) -> list[str]:
    """Places with those that took them over, and those after them, sorted."""
    known: set[str] = set()
    waiting = [key for key in found if key]
    while waiting:
        key = waiting.pop()
        if key not in known:
            known.add(key)
            place = registry.places()[key]
            waiting += [*place.parts, *filter(None, [place.merged_into])]
    return sorted(known)


def _relation_node(kind: RelationKind) -> Node:
    """A kind of relation as a concept beside the property: one thing is not made two by punning."""
    return node(
        name("relation-kind", kind.predicate),
        {
            "rdf:type": "skos:Concept",
            "skos:prefLabel": [text(kind.name, "@vi"), text(kind.name_en, "@en")],
            "skos:altLabel": [text(kind.inverse, "@vi"), text(kind.inverse_en, "@en")],
            "skos:notation": text(kind.predicate),
            "skos:inScheme": _RELATIONS,
            "skos:topConceptOf": _RELATIONS,
            "vl:portalCategory": [text(label, "@vi") for label in kind.vbpl],
            "vl:portalInverseCategory": [text(label, "@vi") for label in kind.vbpl_inverse],
            "skos:note": text(kind.note, "@en") if kind.note else None,
        },
    )


def type_label(key: str | None) -> str:
    """The Vietnamese name of a type; the slug where the registry does not know it, empty for None.

    >>> type_label("ke-hoach"), type_label("giay-la"), type_label(None)
    ('Kế hoạch', 'giay-la', '')
    """
    kind = registry.types().get(key or "")
    return kind.name if kind else key or ""


def body_node(key: str, spelt: Mapping[str, str] = _NOTHING) -> Node:
    """An issuing body, of the centre or of a place.

    Args:
        key: issuer slug, e.g. ``uy-ban-nhan-dan-tinh-an-giang``.
        spelt: how places that are in no registry are spelt, by slug.

    Returns:
        The body with its slug and, as far as registry and ``spelt`` know them, its names: a slug has lost
        its marks, and nobody may guess them.

    >>> dict(body_node("ban-thuong-vu-thanh-uy-ha-noi")[1])["skos:prefLabel"][0].text
    'Ban Thường vụ Thành ủy Hà Nội'
    >>> dict(body_node("uy-ban-nhan-dan-huyen-van-chan", {"van-chan": "Văn Chấn"})[1])["skos:prefLabel"][1].text
    "People's Committee, huyện Văn Chấn"
    """
    iri = name("body", key)
    same: dict[str, Iterable[Term] | Term | None] = {
        "rdf:type": "org:FormalOrganization",
        "dcterms:identifier": text(key),
    }
    if known := central_body(key):
        return node(iri, {**same, **_described(known)})
    local = local_body(key)
    if local is None:
        return node(iri, same)
    return node(
        iri,
        {
            **same,
            "skos:prefLabel": _local_names(local, spelt),
            "org:classification": name("body-kind", local.kind.slug),
            "vl:province": name("place", place) if (place := province_of(key)) else None,
            "vl:branch": text(local.kind.branch),
        },
    )


def unspelt_places(bodies: Iterable[str]) -> set[str]:
    """Slugs of the districts and communes of bodies: no registry says how they are spelt.

    >>> unspelt_places(["uy-ban-nhan-dan-huyen-van-chan", "uy-ban-nhan-dan-tinh-an-giang", "chinh-phu"])
    {'van-chan'}
    """
    found = (local_body(key) for key in bodies if central_body(key) is None)
    return {local.place for local in found if local and _registered(local) is None}


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


def _registered(local: LocalBody) -> str | None:
    """The name of the place; a district may be called as a province is, so its own name is not known."""
    place = registry.places().get(local.place)
    provincial = local.unit in ("", "tinh", "thanh-pho") and local.committee in ("", "tinh-uy", "thanh-uy")
    return place.name if place and provincial else None


def _local_names(local: LocalBody, spelt: Mapping[str, str]) -> list[Term]:
    where = _registered(local) or spelt.get(local.place)
    if where is None:
        return []
    words, seat = local.named(where)
    abroad = where if local.unit in ("", "tinh") else seat
    return [text(f"{words} {seat}", "@vi"), text(f"{local.kind.name_en}, {abroad}", "@en")]


if __name__ == "__main__":
    with writing(sys.stdout.buffer) as stream:
        stream.writelines(turtle(schemes()))
