"""A made-up but likely graph of any size, for looking at the page and for testing it.

Party resolutions at the top, directives and decrees below them, plans of provinces, then departments,
districts and communes, each standing on a few documents above it; some replace others, some are not
resolved, some links come from a heading or a footnote.
"""

from __future__ import annotations

import random
from typing import Any

from kg.graph import Graph

HOSTILE = "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=2</script>"

_PLACES = (
    ("an-giang", "An Giang"), ("son-la", "Sơn La"), ("quang-ngai", "Quảng Ngãi"), ("yen-bai", "Yên Bái"),
    ("ben-tre", "Bến Tre"), ("quang-nam", "Quảng Nam"), ("ha-giang", "Hà Giang"), ("nghe-an", "Nghệ An"),
    ("dak-lak", "Đắk Lắk"), ("ca-mau", "Cà Mau"), ("lao-cai", "Lào Cai"), ("phu-yen", "Phú Yên"),
)  # fmt: skip
_DISTRICTS = (("van-chan", "Văn Chấn"), ("dai-loc", "Đại Lộc"), ("binh-dai", "Bình Đại"), ("muong-la", "Mường La"))
_COMMUNES = (("suoi-giang", "Suối Giàng"), ("dai-hong", "Đại Hồng"), ("thoi-thuan", "Thới Thuận"))
_ABOUT = (
    "tăng cường và đổi mới công tác dân vận trong tình hình mới",
    "thực hiện Quy chế dân chủ ở cơ sở",
    "cải cách hành chính nhà nước giai đoạn 2021 - 2025",
    "nâng cao hiệu quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo",
    "chuyển đổi số và bảo đảm an toàn thông tin mạng",
    "phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
)
# tier, share, branch, level, type, code of the number, register, issuer; {p} a province, {d} a district.
_KINDS = (
    (0, 5, "party", "central", "nghi-quyet", "{n}-NQ/TW", "dcsvn-tw", "ban-chap-hanh-trung-uong"),
    (0, 3, "party", "central", "chi-thi", "{n}-CT/TW", "dcsvn-tw", "ban-bi-thu"),
    (0, 3, "party", "central", "ket-luan", "{n}-KL/TW", "dcsvn-tw", "bo-chinh-tri"),
    (0, 5, "state", "central", "luat", "{n}/{y}/QH14", "quoc-hoi", "quoc-hoi"),
    (0, 1, "state", "central", "phap-lenh", "{n}/{y}/PL-UBTVQH11", "ubtvqh", "uy-ban-thuong-vu-quoc-hoi"),
    (1, 6, "state", "central", "nghi-dinh", "{n}/{y}/NĐ-CP", "chinh-phu", "chinh-phu"),
    (1, 3, "state", "central", "chi-thi", "{n}/CT-TTg", "ttg", "thu-tuong-chinh-phu"),
    (1, 4, "state", "central", "quyet-dinh", "{n}/QĐ-TTg", "ttg", "thu-tuong-chinh-phu"),
    (2, 3, "state", "ministry", "thong-tu", "{n}/{y}/TT-BNV", "bnv", "bo-noi-vu"),
    (2, 1, "state", "ministry", "thong-tu", "{n}/{y}/TT-BLĐTBXH", "bldtbxh", "bo-lao-dong-thuong-binh-va-xa-hoi"),
    (2, 2, "party", "central", "huong-dan", "{n}-HD/BDVTW", "bdvtw", "ban-dan-van-trung-uong"),
    (3, 5, "party", "province", "ke-hoach", "{n}-KH/TU", "tu.{p}", "ban-thuong-vu-tinh-uy-{p}"),
    (3, 3, "party", "province", "chuong-trinh-hanh-dong", "{n}-CTr/TU", "tu.{p}", "tinh-uy-{p}"),
    (3, 14, "state", "province", "ke-hoach", "{n}/KH-UBND", "ubnd.{p}", "uy-ban-nhan-dan-tinh-{p}"),
    (3, 7, "state", "province", "quyet-dinh", "{n}/QĐ-UBND", "ubnd.{p}", "uy-ban-nhan-dan-tinh-{p}"),
    (3, 3, "state", "province", "nghi-quyet", "{n}/{y}/NQ-HĐND", "hdnd.{p}", "hoi-dong-nhan-dan-tinh-{p}"),
    (3, 2, "state", "province", "cong-van", "{n}/UBND-NC", "ubnd.{p}", "uy-ban-nhan-dan-tinh-{p}"),
    (4, 8, "state", "province", "bao-cao", "{n}/BC-SNV", "snv.{p}", "so-noi-vu-tinh-{p}"),
    (4, 4, "state", "province", "ke-hoach", "{n}/KH-SLĐTBXH", "sldtbxh.{p}",
     "so-lao-dong-thuong-binh-va-xa-hoi-tinh-{p}"),
    (4, 3, "party", "province", "huong-dan", "{n}-HD/BDVTU", "bdvtu.{p}", "ban-dan-van-tinh-uy-{p}"),
    (4, 6, "state", "district", "ke-hoach", "{n}/KH-UBND", "ubnd.huyen-{d}", "uy-ban-nhan-dan-huyen-{d}"),
    (4, 2, "party", "district", "ke-hoach", "{n}-KH/HU", "hu.{d}", "huyen-uy-{d}"),
    (5, 4, "state", "commune", "bao-cao", "{n}/BC-UBND", "ubnd.xa-{c}", "uy-ban-nhan-dan-xa-{c}"),
    (5, 2, "front", "commune", "bao-cao", "{n}/BC-MTTQ", "mttq.{c}", "uy-ban-mat-tran-to-quoc-viet-nam-xa-{c}"),
)  # fmt: skip
_CUES = {"implements": "thực hiện", "basedOn": "Căn cứ", "cites": "", "guides": "hướng dẫn",
         "replaces": "thay thế", "amends": "sửa đổi, bổ sung", "repeals": "bãi bỏ"}  # fmt: skip


def likely_graph(size: int, *, seed: int = 7, hostile: bool = False) -> Graph:
    """A graph of ``size`` documents; with ``hostile`` every text of the first ones is an attack."""
    chance = random.Random(seed)
    documents = _documents(size, chance)
    if hostile:
        for row in documents[:3]:
            row.update(title=HOSTILE, number=HOSTILE, locality=HOSTILE)
    links = _links(documents, chance)
    relations = [_evidence(*link, chance, hostile) for link in links]
    again = [_evidence(*link, chance, hostile) for link in links if chance.random() < 0.2]
    first = documents[0]
    conflicts = [
        {"document": first["id"], "field": "date", "values": ["2013-06-03", "2013-07-25"],
         "sources": [HOSTILE if hostile else "bao-cao/0001.txt"]}
    ]  # fmt: skip
    for row in documents:
        row.pop("tier")
    return Graph.from_rows(
        documents=documents, relations=_unique([*relations, *again]), conflicts=conflicts
    )


def _unique(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    keys = ("subject", "predicate", "object", "source", "start", "end")
    return list({tuple(row[key] for key in keys): row for row in rows}.values())


def _documents(size: int, chance: random.Random) -> list[dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {}
    shares = [kind[1] for kind in _KINDS]
    while len(made) < size:
        at = len(made)
        kind = _KINDS[at] if at < min(len(_KINDS), size // 2) else chance.choices(_KINDS, shares)[0]
        tier, _, branch, level, type_, number, register, issuer = kind
        province, district, commune = (chance.choice(x) for x in (_PLACES, _DISTRICTS, _COMMUNES))
        slugs = {"p": province[0], "d": district[0], "c": commune[0]}
        n, year = chance.randint(1, 999 if tier > 2 else 99), min(2024, 2013 + tier + chance.randint(0, 8))
        status = "read" if tier >= 3 and chance.random() < 0.55 else "cited"
        if chance.random() < 0.04:
            status = "unresolved"
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        row = {
            "id": f"vn_{register.format(**slugs)}_{type_}_{year}_{n}-{at}",
            "type": type_,
            "number": number.format(n=f"{n:02}", y=year),
            "date": chance.choices([date, str(year), None], [8, 1, 1])[0],
            "issuer": issuer.format(**slugs),
            "series": register.format(**slugs),
            "title": chance.choice(_ABOUT) if chance.random() < 0.8 else None,
            "locality": {"province": province, "district": district, "commune": commune}.get(level, ("", None))[1],
            "level": level,
            "branch": branch,
            "status": status,
            "source": f"van-ban/{at:04}.txt" if status == "read" else None,
            "tier": tier,
        }
        made.setdefault(str(row["id"]), row)
    rows = list(made.values())
    for row in rows:
        if row["status"] == "unresolved":
            row["candidates"] = [r["id"] for r in rows if r["type"] == row["type"] and r is not row][:2]
    return rows


def _links(documents: list[dict[str, Any]], chance: random.Random) -> list[tuple[dict[str, Any], str, dict[str, Any]]]:
    found = []
    for row in documents:
        above = [o for o in documents if o["tier"] < row["tier"] and o["tier"] >= row["tier"] - 3]
        same = [o for o in documents if o["tier"] == row["tier"] and o["type"] == row["type"] and o is not row]
        # A few documents are what everybody stands on.
        weights = [8.0 if at < 4 else 1.0 for at in range(len(above))]
        for other in chance.choices(above, weights, k=chance.randint(1, 3)) if above else ():
            kind = chance.choices(["implements", "basedOn", "cites", "guides"], [5, 4, 4, 0.5])[0]
            found.append((row, kind, other))
        if same and chance.random() < 0.08:
            found.append((row, chance.choice(["replaces", "amends", "repeals"]), chance.choice(same)))
    return found


def _evidence(
    subject: dict[str, Any], predicate: str, object_: dict[str, Any], chance: random.Random, hostile: bool
) -> dict[str, Any]:
    strength = chance.choices(["stated", "heading", "footnote"], [8, 1, 1])[0]
    cue = _CUES[predicate]
    name = "Văn bản số " + object_["number"]
    place = (object_["locality"] or "").join(["của huyện ", ""]) if object_["level"] == "district" else "của cơ quan"
    before = f"👥 Trong thời gian qua, đơn vị đã triển khai {cue} ".replace("  ", " ")
    after = f" {place} ban hành về việc {object_['title'] or 'công tác dân vận'}, trên cơ sở đó các cơ quan, đơn vị "
    after += "và địa phương đã xây dựng chương trình, kế hoạch cụ thể, phân công nhiệm vụ, kiểm tra, đôn đốc; " * 2
    if hostile:
        before, after = HOSTILE + before, after + HOSTILE
    begin = chance.randint(100, 4000)
    return {
        "subject": subject["id"], "predicate": predicate, "object": object_["id"], "strength": strength,
        "source": subject["source"] or f"bao-cao/{chance.randint(1, 40):04}.txt",
        "start": begin + len(before), "end": begin + len(before) + len(name), "cue": cue,
        "sentence": before + name + after, "sentence_start": begin, "frame": "test",
        "provisions": [{"dieu": "19", "khoan": "2"}] if chance.random() < 0.1 else [],
        "confidence": round({"stated": 0.95, "heading": 0.75, "footnote": 0.7}[strength] - chance.random() / 10, 2),
    }  # fmt: skip
