"""What the page knows: documents, links and evidence as plain data, in both languages.

Pure: rows in, one JSON-ready dict out. Nothing here is markup; the page puts every string on the screen
as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg import registry
from kg.labels import Pair, body_of, date_of, headline, place_of, spellings_in, type_of
from kg.models import PREDICATES, STRENGTHS
from kg.view.layout import BOX_HEIGHT, BOX_WIDTH, Item, Layout, lay_out
from kg.view.routes import meetings, route_all
from kg.view.tiers import LANES, SHARED, TIERS, lane_of, lanes_of, tier_of

__all__ = ["Link", "family_of", "payload", "provisions_words"]

Row = Mapping[str, Any]

_COUNTED: Final = 250
"""Links whose crossings are counted to choose among layouts; of more, the lengths have to do."""

_EVIDENCE: Final = 20
"""Pieces of evidence that a link shows at most; the page says how many more there are."""

_WEIGHTS: Final = {"implements": 3.0, "guides": 2.0, "basedOn": 2.0, "cites": 0.5}
_FAMILIES: Final = {
    "law": "hien-phap cuong-linh dieu-le bo-luat luat sac-luat sac-lenh phap-lenh lenh",
    "resolution": "nghi-quyet nghi-quyet-lien-tich",
    "decree": "nghi-dinh",
    "decision": "quyet-dinh quy-dinh quy-che",
    "directive": "chi-thi ket-luan thong-tri cong-dien",
    "circular": "thong-tu thong-tu-lien-tich van-ban-hop-nhat",
    "plan": "ke-hoach chuong-trinh de-an du-an phuong-an chien-luoc quy-hoach",
    "guide": "huong-dan cong-van thong-bao thong-cao",
    "report": "bao-cao to-trinh bien-ban",
}
_FAMILY_OF: Final = {slug: family for family, slugs in _FAMILIES.items() for slug in slugs.split()}
_FAMILY_ORDER: Final = (*_FAMILIES, "other")
_PARTS: Final = (
    ("diem", "điểm", "Point"), ("khoan", "khoản", "Clause"), ("dieu", "Điều", "Article"),
    ("muc", "Mục", "Section"), ("chuong", "Chương", "Chapter"), ("phan", "Phần", "Part"),
    ("phu_luc", "Phụ lục", "Annex"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its evidence.

    Attributes:
        subject, predicate, object: the link.
        confidence: of all its evidence together.
        evidence: rows of the table ``relations``, the strongest first.
    """

    subject: str
    predicate: str
    object: str
    confidence: float
    evidence: Sequence[Row]


def family_of(type_slug: str | None) -> str:
    """The group of types that share a colour.

    >>> family_of("chuong-trinh-hanh-dong"), family_of("giay-moi"), family_of(None)
    ('plan', 'other', 'other')
    """
    kind = registry.types().get(type_slug or "")
    for slug in (type_slug or "", kind.family if kind else ""):
        if slug in _FAMILY_OF:
            return _FAMILY_OF[slug]
    return "other"


def payload(
    documents: Sequence[Row],
    links: Sequence[Link],
    conflicts: Sequence[Row],
    *,
    total: int,
    root: str | None = None,
    outside: Mapping[str, int] | None = None,
    names: Mapping[str, str] | None = None,
    lang: str = "vi",
    careful: bool = False,
) -> dict[str, Any]:
    """The data of a page.

    Args:
        documents: rows of the table ``documents`` to be shown.
        links: the links between them.
        conflicts: rows of the table ``conflicts``; those of other documents are left out.
        total: how many documents there would be without a limit.
        root: id of the document in the middle.
        outside: by id, how many documents linked to it are not shown.
        names: headlines of documents that are not shown but named (candidates), by id.
        lang: ``vi``, ``en``, or ``auto`` for the language of the browser.
        careful: choose among layouts by the crossings that the eye meets, up to a second for a full page.

    Returns:
        JSON-ready data, the same for any order of the arguments.
    """
    documents = sorted(documents, key=lambda row: row["id"])
    rank: dict[str, int] = {name: at for at, name in enumerate(PREDICATES)}
    links = sorted(links, key=lambda link: (link.subject, rank.get(link.predicate, 99), link.object))
    lanes = lanes_of(documents)
    shared = any(lane != lane_of(row) for row, lane in zip(documents, lanes, strict=True))
    layout = lay_out(
        [
            Item(row["id"], tier_of(row), lane, row.get("date") or "")
            for row, lane in zip(documents, lanes, strict=True)
        ],
        [(link.subject, link.object, _WEIGHTS.get(link.predicate, 1.0)) for link in links],
        cost=_meetings_of(links) if careful and len(links) <= _COUNTED else None,
    )
    places = {place for row in documents if (place := place_of(row.get("issuer")))}
    spelt = {**spellings_in(_texts(documents, links), places), **_localities(documents, places)}
    at = {row["id"]: n for n, row in enumerate(documents)}
    heads = {row["id"]: _headline(row) for row in documents}
    sentences = _Sentences()
    return {
        "lang": lang,
        "root": at.get(root or ""),
        "total": total,
        "box": [BOX_WIDTH, BOX_HEIGHT],
        "tiers": [[band.start, band.end, *_pair(TIERS[band.key])] for band in layout.tiers],
        "lanes": [
            [
                band.start,
                band.end,
                *_pair(SHARED if shared and band.key == 1 else LANES[band.key]),
                ("party", "state", "front")[band.key],
            ]
            for band in layout.lanes
        ],
        "types": _types(documents),
        "docs": [
            _document(row, layout, spelt, heads, names or {}, (outside or {}).get(row["id"], 0))
            | {"conflicts": _conflicts(row["id"], conflicts, spelt, heads)}
            for row in documents
        ],
        "links": [
            _link(link, at, way, sentences)
            for link, way in zip(
                links, route_all(layout, [(k.subject, k.predicate, k.object) for k in links]), strict=True
            )
        ],
        "sentences": sentences.all,
    }


def _meetings_of(links: Sequence[Link]) -> Callable[[Layout], float]:
    """How often the lines of some links cross in a layout."""
    keys = [(link.subject, link.predicate, link.object) for link in links]
    return lambda layout: meetings(dict(zip(keys, route_all(layout, keys), strict=True)))


def _pair(pair: Pair) -> list[str]:
    return [pair.vi, pair.en]


def _headline(row: Row) -> Pair:
    if not row.get("type") and not row.get("number") and (row.get("title") or row.get("source")):
        words = row.get("title") or str(row["source"]).rsplit("/", 1)[-1]
        return Pair(words, words)
    return headline(row.get("type"), row.get("number"), row.get("title"), row.get("date"))


def _texts(documents: Sequence[Row], links: Sequence[Link]) -> list[str]:
    titles = [row["title"] for row in documents if row.get("title")]
    return sorted({*titles, *(row["sentence"] for link in links for row in link.evidence)})


def _localities(documents: Sequence[Row], places: set[str]) -> dict[str, str]:
    names = sorted({row["locality"] for row in documents if row.get("locality")})
    return {slug: name for name in names if (slug := registry.slug(name)) in places}


def _types(documents: Sequence[Row]) -> list[dict[str, Any]]:
    """The types that are shown, with how many documents they have: by family, then by rank."""
    counts: dict[str, int] = {}
    for row in documents:
        counts[row.get("type") or ""] = counts.get(row.get("type") or "", 0) + 1
    known = registry.types()

    def order(slug: str) -> tuple[int, int, str]:
        kind = known.get(slug)
        return _FAMILY_ORDER.index(family_of(slug)), kind.rank if kind else 99, slug

    return [
        {"key": slug, "family": family_of(slug), "count": counts[slug],
         "name": _pair(type_of(slug)) if slug else ["Không rõ loại", "Type not known"]}
        for slug in sorted(counts, key=order)
    ]  # fmt: skip


def _document(
    row: Row,
    layout: Layout,
    spelt: Mapping[str, str],
    heads: Mapping[str, Pair],
    names: Mapping[str, str],
    outside: int,
) -> dict[str, Any]:
    box = layout.boxes[row["id"]]
    body = body_of(row.get("issuer"), spelt)
    date = date_of(row.get("date"))
    head = heads[row["id"]]
    short = body.short if body else Pair(row.get("locality") or "", row.get("locality") or "")
    kind = type_of(row.get("type"))
    year = (row.get("date") or "")[:4]
    below, brief = (
        [" · ".join(w for w in words if w) for words in ((when.vi, short.vi), (when.en, short.en))]
        for when in (date, Pair(year, year))
    )
    candidates = [[other, heads[other].vi if other in heads else names.get(other, other)]
                  for other in row.get("candidates") or ()]  # fmt: skip
    return {
        "id": row["id"],
        "x": box.x,
        "y": box.y,
        "type": row.get("type") or "",
        "family": family_of(row.get("type")),
        "kind": _pair(kind) if row.get("type") else ["", ""],
        "number": row.get("number") or "",
        "date": _pair(date),
        "iso": row.get("date") or "",
        "body": _pair(body.name) if body else ["", ""],
        "title": row.get("title") or "",
        "place": row.get("locality") or "",
        "status": row.get("status") or "cited",
        "source": row.get("source") or "",
        "mentions": row.get("mentions") or 0,
        "head": _pair(head),
        "below": below if any(below) else _pair(kind),
        "brief": brief if any(below) else _pair(kind),
        "candidates": candidates,
        "outside": outside,
    }


def _conflicts(
    document: str, conflicts: Sequence[Row], spelt: Mapping[str, str], heads: Mapping[str, Pair]
) -> list[dict[str, Any]]:
    found = sorted((row for row in conflicts if row["document"] == document), key=lambda row: row["field"])
    return [
        {
            "field": row["field"],
            "values": [_pair(_value(row["field"], value, spelt, heads)) for value in row["values"]],
            "sources": list(row.get("sources") or ()),
        }
        for row in found
    ]


def _value(field: str, value: str, spelt: Mapping[str, str], heads: Mapping[str, Pair]) -> Pair:
    if field == "issuer" and (body := body_of(value, spelt)):
        return body.name
    if field == "type":
        return type_of(value)
    return heads.get(value) or date_of(value)


class _Sentences:
    """Every sentence once: lists and footnotes give the same one for many links."""

    def __init__(self) -> None:
        self.all: list[list[str]] = []
        self._at: dict[tuple[str, int, str], int] = {}

    def at(self, row: Row) -> int:
        key = (row["source"], row["sentence_start"], row["sentence"])
        if key not in self._at:
            self._at[key] = len(self.all)
            self.all.append([row["source"], row["sentence"]])
        return self._at[key]


def _link(
    link: Link, at: Mapping[str, int], way: Sequence[tuple[float, float]], sentences: _Sentences
) -> dict[str, Any]:
    evidence = []
    for row in link.evidence[:_EVIDENCE]:
        size = len(row["sentence"])
        start = min(size, max(0, row["start"] - row["sentence_start"]))
        end = min(size, max(start, row["end"] - row["sentence_start"]))
        evidence.append(
            {
                "in": sentences.at(row),
                "span": [start, end],
                "cue": row.get("cue") or "",
                "strength": row["strength"],
                "sure": round(row["confidence"], 4),
                "rule": row.get("frame") or "",
                "partial": row.get("scope") == "partial",
                "parts": _provisions(row.get("provisions")),
            }
        )
    strengths = [row["strength"] for row in link.evidence]
    return {
        "from": at[link.subject],
        "is": link.predicate,
        "to": at[link.object],
        "strength": min(strengths, key=STRENGTHS.index, default="stated"),
        "sure": round(link.confidence, 4),
        "way": [round(n, 1) for point in way for n in point],
        "evidence": evidence,
        "more": max(0, len(link.evidence) - _EVIDENCE),
    }


def _provisions(text: str | None) -> list[str] | None:
    found = json.loads(text) if text else []
    return _pair(provisions_words(found)) if found else None


def provisions_words(provisions: Sequence[Mapping[str, str]]) -> Pair:
    """Provisions in words, from the smallest part to the largest, as Vietnamese law cites them.

    >>> provisions_words([{"dieu": "19", "khoan": "2"}])
    Pair(vi='khoản 2 Điều 19', en='Clause 2, Article 19')
    """
    vi = "; ".join(" ".join(f"{w} {p[key]}" for key, w, _ in _PARTS if key in p) for p in provisions)
    en = "; ".join(", ".join(f"{w} {p[key]}" for key, _, w in _PARTS if key in p) for p in provisions)
    return Pair(vi, en)
