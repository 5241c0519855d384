"""Documents in a few words, as every page names them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from kg import registry
from kg.labels import Pair, body_of, date_of, headline, place_of, spellings_in, type_of
from kg.links import links, read_evidence
from kg.models import Document
from kg.view.payload import family_of

if TYPE_CHECKING:
    from kg.graph import Graph

_LOOKED_AT: Final = 12
"""Documents of a body in whose citations the spelling of its place is looked for."""

_CITED: Final = 12
"""Links of such a document, and sentences of such a link, that are looked at."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a list shows of a document.

    Attributes:
        id, type, number, iso, status: as in :class:`~kg.models.Document`; ``iso`` is its date.
        head: the words by which people call it.
        kind: name of its type.
        family: the group of types that share a colour.
        date, body, short: its date, its issuer, and the issuer's short name; empty where not known.
        title: what it is about, beginning with a capital; empty where that is the head itself.
        province: slug of the province it belongs to, empty for the centre and where it is not known.
    """

    id: str
    type: str
    number: str
    iso: str
    status: str
    head: Pair
    kind: Pair
    family: str
    date: Pair
    body: Pair
    short: Pair
    title: str
    province: str


def province_of(series: str | None, issuer: str | None) -> str:
    """The province whose body issued a document, empty where there is none or it is not known.

    >>> province_of("ubnd.huyen-dai-loc.quang-nam", None), province_of(None, "so-noi-vu-tinh-ben-tre")
    ('quang-nam', 'ben-tre')
    >>> province_of("ttg", "thu-tuong-chinh-phu"), province_of("ubnd.huyen-van-chan", None)
    ('', '')
    """
    known = registry.places()
    last = (series or "").rsplit(".", 1)
    if len(last) == 2 and last[1] in known:
        return last[1]
    from kg.body_slugs import local_body

    for part in (issuer or "").split("+"):
        if part and (local := local_body(part)) and local.place in known and local.unit in ("", "tinh", "thanh-pho"):
            return local.place
    return ""


def brief_of(document: Document, spelt: dict[str, str] | None = None) -> Brief:
    """A document in a few words.

    Args:
        document: the document.
        spelt: how the places are spelt that are in no registry, by slug.

    >>> one = brief_of(Document("d", "chi-thi", "33/CT-TTg", "2021-11-26", "thu-tuong-chinh-phu"))
    >>> one.head.vi, one.short.vi, one.date.en
    ('33/CT-TTg', 'Thủ tướng', '26 Nov 2021')
    """
    body = body_of(document.issuer, spelt)
    head = headline(document.type, document.number, document.title, document.date)
    if not document.type and not document.number and document.title:
        head = Pair(document.title, document.title)
    title = document.title or ""
    place = Pair(document.locality or "", document.locality or "")
    return Brief(
        id=document.id,
        type=document.type or "",
        number=document.number or "",
        iso=document.date or "",
        status=document.status,
        head=head,
        kind=type_of(document.type),
        family=family_of(document.type),
        date=date_of(document.date),
        body=body.name if body else place,
        short=body.short if body else place,
        title="" if title == head.vi else title[:1].upper() + title[1:],
        province=province_of(document.series, document.issuer),
    )


def briefs(graph: Graph, documents: Sequence[Document]) -> list[Brief]:
    """Documents in a few words, their districts and communes spelt as the texts of the graph spell them."""
    spelt = spellings(graph, [document.issuer for document in documents])
    return [brief_of(document, spelt) for document in documents]


def spellings(graph: Graph, issuers: Iterable[str | None]) -> dict[str, str]:
    """How the places of bodies are spelt that are in no registry, by slug.

    They are looked for in what cites documents of the body and in their titles; found ones are remembered.
    """
    known: dict[str, str] = graph.memo("serve spellings", lambda _: {})
    wanted = {place: issuer for issuer in issuers if issuer and (place := place_of(issuer))}
    for place, issuer in sorted(wanted.items()):
        if place not in known:
            known[place] = spellings_in(_said_of(graph, issuer), [place]).get(place, "")
    return {place: name for place in wanted if (name := known[place])}


def _said_of(graph: Graph, issuer: str) -> list[str]:
    """Sentences and titles in which the name of a body's place may stand."""
    issuers = graph.memo("serve issuers", lambda whole: whole.column("documents", "issuer"))
    rows = pc.indices_nonzero(pc.fill_null(pc.equal(issuers, pa.scalar(issuer)), False)).to_pylist()
    rows = rows[:_LOOKED_AT]
    index = links(graph)
    groups = []
    for row in rows:
        near = [*index.into(row)[:_CITED], *index.out(row)[:_CITED]]
        groups.append([proof for link in near for proof in index.rows(link)[:_CITED]])
    said = [row.sentence for group in read_evidence(graph, groups) for row in group]
    for document in graph.documents_at(rows):
        said += [text for text in (document.title, document.locality) if text]
    return said
