"""What the text does to the papers that it names, and what it says of effects that others have or nobody has."""

import pytest

from kg.analyse import analyse

DECISION = "UBND TỈNH LÀO CAI\nSố: 88/2020/QĐ-UBND\nLào Cai, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý chợ\nQUYẾT ĐỊNH:\n"
ANSWER = "HỎI - ĐÁP\nTrả lời bạn đọc về phí chợ như sau:\n"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("said", "repealed"),
    [("bị bãi bỏ", True), ("hết hiệu lực", True), ("không bị bãi bỏ", False), ("chưa bị bãi bỏ", False), ("không bị thay thế", False)],
)
def test_an_end_that_is_denied_is_none(said, repealed):
    text = (
        f"{DECISION}Điều 2.\n1. Quyết định số 5/2018/QĐ-UBND ngày 2/3/2018 cũng hết hiệu lực kể từ ngày Quyết định này có "
        f"hiệu lực.\n2. Quyết định số 7/2017/QĐ-UBND ngày 1/2/2017 của UBND tỉnh {said}.\n"
    )
    assert links(text) == {("THIS", "repeals", "5/2018/QĐ-UBND")} | (
        {("THIS", "repeals", "7/2017/QĐ-UBND")} if repealed else set()
    )


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Nghị định số 9/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực; Thông tư số 19/2013/TT-BTC được thay thế "
         "bởi Thông tư số 6/2025/TT-BTC.", {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP"), ("6/2025/TT-BTC", "replaces", "19/2013/TT-BTC")}),
        ("Nghị định số 9/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực; Nghị định số 7/2012/NĐ-CP đã hết hiệu lực.",
         {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP")}),
        ("Kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực, Nghị định số 9/2013/NĐ-CP hết hiệu lực.", {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP")}),
        ("Nghị định số 9/2013/NĐ-CP, Nghị định số 7/2012/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực.",
         {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP"), ("8/2025/NĐ-CP", "repeals", "7/2012/NĐ-CP")}),
    ],
)  # fmt: skip
def test_on_the_day_of_another_ends_what_its_clause_names(said, want):
    assert links(ANSWER + said + "\n") == want


def test_the_amendment_of_a_standard_is_a_title():
    row = "\nPhụ lục\n{} QCVN 06:2022/BXD ban hành kèm theo Thông tư số 9/2019/TT-BXD ngày 16/10/2019\n"
    assert links(DECISION + "Điều 1. Công bố Danh mục.\n" + row.format("Sửa đổi 1:2019")) == set()
    assert links(DECISION + row.format("Điều 1. Sửa đổi")) == {("THIS", "amends", "9/2019/TT-BXD")}
