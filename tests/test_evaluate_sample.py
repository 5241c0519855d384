"""Random results to read: what is drawn, that the seed alone decides, and what counts as number-like."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.evaluate.sample import KINDS, sample
from kg.models import Analysis

TEXTS = {
    f"{n}.txt": f"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: {n}/KH-UBND\n\nKẾ HOẠCH\n\n"
    f"Thực hiện Chỉ thị số {n + 40}/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Sở Nội vụ đạt 56/63 điểm; "
    f"xem Hợp đồng số 0{n}/2022/HĐ-SNV và Quyết định số {n + 7}/QĐ-UBND ngày 03/02/2021 của Ủy ban nhân dân tỉnh."
    for n in range(1, 9)
}
ANALYSES = [analyse(text, source=name) for name, text in TEXTS.items()]


def outside(text: str) -> list[str]:
    return [item.text for item in sample([analyse(text)], "outside")]


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_a_slice_of_its_text(kind: Any) -> None:
    items = sample(ANALYSES, kind)
    assert items
    for item in items:
        text = TEXTS[item.source]
        assert text[item.start : item.end] == item.text
        assert item.before + item.text + item.after in text
        assert json.loads(json.dumps(item.as_dict()))["key"] == item.key


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None)
@given(order=st.permutations(ANALYSES), seed=st.integers(0, 99), n=st.integers(0, 12))
def test_the_seed_alone_decides(kind: Any, order: list[Analysis], seed: int, n: int) -> None:
    drawn = sample(order, kind, n=n, seed=seed)
    assert drawn == sample(ANALYSES, kind, n=n, seed=seed)
    assert len(drawn) == min(n, len(sample(ANALYSES, kind, n=1000)))
    assert {item.key for item in drawn} <= {item.key for item in sample(ANALYSES, kind, n=n + 1, seed=seed)}


def test_another_seed_draws_others() -> None:
    draws = {tuple(item.key for item in sample(ANALYSES, "mentions", n=4, seed=seed)) for seed in range(20)}
    assert len(draws) > 15


def test_plain_citations_are_drawn_on_request_only() -> None:
    assert {item.facts["predicate"] for item in sample(ANALYSES, "relations")} == {"implements"}
    cited = sample(ANALYSES, "relations", predicate="cites")
    assert {item.facts["predicate"] for item in cited} == {"cites"}
    assert all(item.facts["subject"].startswith("(this) ke-hoach") for item in cited)


def test_what_was_found_and_the_own_number_are_not_outside() -> None:
    assert {item.text for item in sample(ANALYSES, "outside")} == {f"0{n}/2022/HĐ-SNV" for n in range(1, 9)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Biển số xe 98/2021ABC và mã 12-QĐX;", ["98/2021ABC", "12-QĐX"]),
        ("Tờ khai mẫu 31/BKCT/GSQL kèm theo", ["31/BKCT/GSQL"]),
        ("Hạng 56/63, ngày 26/11/2021, tháng 11/2021, điện thoại 024-3825, 15.000/người", []),
        ("Mẫu số 05, ghế số 12, bàn số 3", []),
        ("Tỷ lệ 150/2007 trên tổng số", ["150/2007"]),
        ("Vốn pháp định gồm\n1\n- Nguyễn Văn A", []),
        ("", []),
    ],
)
def test_number_like(text: str, wanted: list[str]) -> None:
    assert outside(text) == wanted


@settings(deadline=None)
@given(st.text(alphabet="số /-–1234567890QĐNCP\n.,ABC", max_size=80))
def test_never_raises(text: str) -> None:
    one = analyse(text)
    for kind in KINDS:
        for item in sample([one], kind):
            assert text[item.start : item.end] == item.text
