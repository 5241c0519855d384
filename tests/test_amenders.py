"""Acts that are named as those that change another."""

import pytest

from kg.analyse import analyse

D29 = "Nghị định số 29/2023/NĐ-CP ngày 03/6/2023 thay thế Nghị định số 108/2014/NĐ-CP ngày 20/11/2014"
FIRST, SECOND = "113/2018/NĐ-CP", "143/2020/NĐ-CP"


def said(text):
    a = analyse(text)
    number = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(number[r.subject], r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("words", "of_both"),
    [
        (f" và các Nghị định sửa đổi, bổ sung Nghị định số 108/2014/NĐ-CP gồm: số {FIRST} ngày 31/12/2018, số {SECOND} ngày 10/12/2020.", True),
        (f" cùng hai nghị định sửa đổi, bổ sung Nghị định đó là số {FIRST} ngày 31/12/2018 và số {SECOND} ngày 10/12/2020.", True),
        (f" và xử lý các Nghị định sửa đổi, bổ sung Nghị định số 108/2014/NĐ-CP; xem số {FIRST} ngày 31/12/2018, số {SECOND} ngày 10/12/2020.", False),
    ],
)  # fmt: skip
def test_what_is_done_to_an_act_and_to_those_that_amend_it(words, of_both):
    got = said(D29 + words)
    amenders = {(n, "amends", "108/2014/NĐ-CP") for n in (FIRST, SECOND)}
    ended = {("29/2023/NĐ-CP", "replaces", n) for n in (FIRST, SECOND)}
    assert ("29/2023/NĐ-CP", "replaces", "108/2014/NĐ-CP") in got
    assert ("29/2023/NĐ-CP", "amends", "108/2014/NĐ-CP") not in got
    assert got & (amenders | ended) == (amenders | ended if of_both else set())


@pytest.mark.parametrize(("matter", "amends"), [("điều chỉnh dự án", True), ("phê duyệt điều chỉnh dự án", True), ("giao đất cho dự án", False)])
def test_decisions_that_adjust_a_project(matter, amends):
    got = said(
        f"Căn cứ Quyết định số 1120/QĐ-UBND ngày 14/6/2021 của UBND tỉnh Hà Nam phê duyệt dự án; các Quyết định {matter}: "
        "số 2034/QĐ-UBND ngày 11/8/2022, số 156/QĐ-UBND ngày 2/2/2023;"
    )
    assert {k for k in got if k[1] == "amends"} == ({(n, "amends", "1120/QĐ-UBND") for n in ("2034/QĐ-UBND", "156/QĐ-UBND")} if amends else set())
    assert {k[2] for k in got if k[1] == "basedOn"} == {"1120/QĐ-UBND", "2034/QĐ-UBND", "156/QĐ-UBND"}
