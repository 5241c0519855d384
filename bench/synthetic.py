"""A graph of any size, made up: as many documents, links and citations as asked for, always the same ones."""

from __future__ import annotations

from random import Random
from typing import Any

from kg.graph import Graph

_Row = dict[str, Any]
_KINDS = (
    ("nghi-dinh", "NĐ-CP", "chinh-phu", "chinh-phu", "Nghị định", "của Chính phủ"),
    ("quyet-dinh", "QĐ-TTg", "ttg", "thu-tuong-chinh-phu", "Quyết định", "của Thủ tướng Chính phủ"),
    ("chi-thi", "CT-TTg", "ttg", "thu-tuong-chinh-phu", "Chỉ thị", "của Thủ tướng Chính phủ"),
    ("thong-tu", "TT-BNV", "bo-noi-vu", "bo-noi-vu", "Thông tư", "của Bộ Nội vụ"),
    ("ke-hoach", "KH-UBND", "ubnd.son-la", "uy-ban-nhan-dan-tinh-son-la", "Kế hoạch", "của UBND tỉnh Sơn La"),
    ("bao-cao", "BC-UBND", "ubnd.an-giang", "uy-ban-nhan-dan-tinh-an-giang", "Báo cáo", "của UBND tỉnh An Giang"),
)  # fmt: skip
_PREDICATES = ("cites", "basedOn", "implements", "amends", "replaces", "guides")
_WEIGHTS = (50, 22, 16, 5, 4, 3)
_CUES = {
    "cites": "theo", "basedOn": "Căn cứ", "implements": "triển khai thực hiện", "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế", "guides": "hướng dẫn thi hành",
}  # fmt: skip
_PER_DOCUMENT = 5


def make_rows(relations: int, per_document: int = _PER_DOCUMENT) -> dict[str, Any]:
    """The rows of a graph with so many links; every document cites a few others, older and popular ones most."""
    chance = Random(20240131)
    count = max(2, relations // per_document)
    documents = [_document(i) for i in range(count)]
    links, mentions = [], []
    for n in range(relations):
        i = n % count
        subject, cited = documents[i], documents[int(count * chance.random() ** 3)]
        if subject is cited:
            cited = documents[(i + 1) % count]
        predicate = chance.choices(_PREDICATES, _WEIGHTS)[0]
        link, mention = _citation(subject, cited, predicate, start=1000 + 400 * (n // count))
        links.append(link)
        mentions.append(mention)
    sources = [
        {"source": row["source"], "sha256": f"{at:064x}", "format": "txt", "encoding": "utf-8", "size": 30_000,
         "status": "ok", "document": row["id"]}
        for at, row in enumerate(documents)
    ]  # fmt: skip
    return {"documents": documents, "relations": links, "mentions": mentions, "sources": sources}


def make_graph(relations: int, per_document: int = _PER_DOCUMENT) -> Graph:
    """The graph of :func:`make_rows`.

    >>> make_graph(10)
    Graph(documents=2, mentions=10, relations=10, conflicts=0, sources=2)
    """
    return Graph.from_rows(**make_rows(relations, per_document))


def _document(i: int) -> _Row:
    kind, code, series, issuer, _, _ = _KINDS[i % len(_KINDS)]
    serial, year = i // len(_KINDS) + 1, 2000 + i % 25
    number = f"{serial}/{year}/{code}" if kind in ("nghi-dinh", "thong-tu") else f"{serial}/{code}"
    slug = number.lower().replace("/", "-").replace("đ", "d")
    return {
        "id": f"vn_{series}_{kind}_{year}_{slug}", "type": kind, "number": number,
        "date": f"{year}-{i % 12 + 1:02d}-{i % 28 + 1:02d}", "issuer": issuer, "series": series,
        "title": f"về công tác số {i} trên địa bàn", "level": "central", "branch": "state", "status": "read",
        "source": f"{i:07d}.txt",
    }  # fmt: skip


def _citation(subject: _Row, cited: _Row, predicate: str, start: int) -> tuple[_Row, _Row]:
    _, _, _, _, name, by = next(kind for kind in _KINDS if kind[0] == cited["type"])
    day = "/".join(reversed(cited["date"].split("-")))
    text = f"{name} số {cited['number']} ngày {day}"
    cue = _CUES[predicate]
    sentence = f"{cue} {text} {by} {cited['title']}, các cơ quan, đơn vị tổ chức triển khai các nhiệm vụ được giao."
    at = len(cue) + 1
    place = {"source": subject["source"], "start": start + at, "end": start + at + len(text)}
    link = {
        **place, "subject": subject["id"], "predicate": predicate, "object": cited["id"], "strength": "stated",
        "cue": cue, "sentence": sentence, "sentence_start": start, "frame": "preamble", "confidence": 0.9,
    }  # fmt: skip
    mention = {
        **place, "document": subject["id"], "text": text, "kind": "number", "type": cited["type"],
        "number": cited["number"], "date": cited["date"], "issuer": cited["issuer"], "series": cited["series"],
        "title": cited["title"], "target": cited["id"], "confidence": 0.98,
    }  # fmt: skip
    return link, mention
