"""The printed form of an analysis, key by key."""

from __future__ import annotations

import json

from kg.contract import to_contract
from kg.models import Analysis, Conflict, Document, Evidence, Mention, Provision, Relation

TEXT = "Thực hiện khoản 2 Điều 19 Chỉ thị số 33/CT-TTg ngày 26/11/2021"
CITED = Document("vn_ttg_chi-thi_2021_33-ct-ttg", "chi-thi", "33/CT-TTg", "2021-11-26", "thu-tuong-chinh-phu")
OWN = Document("src_1", "bao-cao", "529/BC-UBND", "2024-05-24", "ubnd", locality="An Giang", status="read")
ARTICLE = Provision(dieu="19", khoan="2")


def analysis(*provisions: Provision, **relation: object) -> Analysis:
    start = TEXT.index("Chỉ thị")
    link = {"strength": "stated", "confidence": 0.95, **relation}
    evidence = Evidence(start, 62, "Thực hiện", 0, 62)
    return Analysis(
        "a.txt",
        OWN,
        (
            Mention(
                start, len(TEXT), TEXT[start:], "number", "chi-thi", "33/CT-TTg", "2021-11-26",
                "thu-tuong-chinh-phu", "ttg", "về dân vận", provisions, CITED.id, None, 0.98765,
            ),
        ),
        (CITED,),
        (Relation("src_1", "implements", CITED.id, evidence=evidence, **link),),
        (Conflict(CITED.id, "date", ("2021-11-26", "2021-11-25")),),
        TEXT,
    )  # fmt: skip


def test_every_key_and_value() -> None:
    assert to_contract(analysis(ARTICLE)) == {
        "source": "a.txt",
        "document": {
            "id": "src_1", "type": "bao-cao", "number": "529/BC-UBND", "date": "2024-05-24", "issuer": "ubnd",
            "locality": "An Giang", "title": None,
        },
        "mentions": [
            {
                "start": 26, "end": 62, "text": "Chỉ thị số 33/CT-TTg ngày 26/11/2021", "kind": "number",
                "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26",
                "issuer": "thu-tuong-chinh-phu", "pinpoint": {"dieu": "19", "khoan": "2"},
                "target": CITED.id, "confidence": 0.9877, "reading": "",
            }
        ],
        "documents": [
            {
                "id": CITED.id, "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26",
                "issuer": "thu-tuong-chinh-phu", "title": None,
            }
        ],
        "relations": [
            {
                "subject": "src_1", "predicate": "implements", "object": CITED.id, "strength": "stated",
                "evidence": {"start": 26, "end": 62, "cue": "Thực hiện"}, "confidence": 0.95, "frame": "",
            }
        ],
        "conflicts": [{"target": CITED.id, "field": "date", "values": ["2021-11-26", "2021-11-25"]}],
    }  # fmt: skip


def test_no_provision_is_null_and_several_are_listed() -> None:
    [none] = to_contract(analysis())["mentions"]
    assert none["pinpoint"] is None
    assert "pinpoints" not in none
    [two] = to_contract(analysis(ARTICLE, Provision(dieu="20")))["mentions"]
    assert two["pinpoint"] == {"dieu": "19", "khoan": "2"}
    assert two["pinpoints"] == [{"dieu": "19", "khoan": "2"}, {"dieu": "20"}]


def test_scope_and_provisions_of_a_link_only_where_set() -> None:
    [link] = to_contract(analysis(scope="partial", provisions=(ARTICLE,)))["relations"]
    assert link["scope"] == "partial"
    assert link["provisions"] == [{"dieu": "19", "khoan": "2"}]


def test_candidates_of_an_unresolved_document() -> None:
    open_one = Document("ref_1", "quyet-dinh", "1/QĐ-UBND", status="unresolved", candidates=("a", "b"))
    row = to_contract(Analysis("a", OWN, documents=(open_one,)))["documents"][0]
    assert row["candidates"] == ["a", "b"]


def test_it_is_json() -> None:
    made = to_contract(analysis(ARTICLE))
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
