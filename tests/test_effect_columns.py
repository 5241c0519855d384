"""Tables whose columns tell what became of the act of each row."""

import pytest

from kg.analyse import analyse

HEAD = "UBND TỈNH SƠN LA\nSố: 15/TTr-UBND\nSơn La, ngày 5 tháng 6 năm 2024\nTỜ TRÌNH\nVề kết quả rà soát\n\nKết quả như sau:\n"
A, B = "08/2017/NQ-HĐND", "21/2019/NQ-HĐND"


def links(text, *predicates):
    a = analyse(HEAD + text)
    names = {d.id: d.number for d in a.documents}
    return {
        (names.get(r.subject), r.predicate, names[r.object], tuple(map(str, (p.as_dict() for p in r.provisions))))
        for r in a.relations
        if r.predicate in predicates
    }


@pytest.mark.parametrize(
    ("head", "row", "want"),
    [
        ("Đã được sửa đổi bởi", f"{A} | {B}", {(B, "amends", A, ())}),
        ("Được thay thế bằng", f"{A} | {B}", {(B, "replaces", A, ())}),
        ("Văn bản bãi bỏ", f"{A} | {B}", {(B, "repeals", A, ())}),
        ("Nghị quyết thay thế", f"{A} | {B}", {(B, "replaces", A, ())}),
        # the head of the act that suffers, and of what is to be done
        ("Văn bản được thay thế", f"{A} | {B}", set()),
        ("Đề xuất sửa đổi", f"{A} | {B}", set()),
        ("Đã được sửa đổi bởi", f"{A} | Không", set()),
    ],
)
def test_the_head_of_a_column_says_what_its_papers_do(head, row, want):
    table = f"STT | Nghị quyết | {head}\n1 | {row}\n"
    assert links(table, "amends", "replaces", "repeals") == want


def test_the_provisions_of_the_row():
    table = f"STT | Nghị quyết | Đã được sửa đổi bởi | Nội dung được sửa đổi\n|---|---|---|---|\n1 | {A} | {B} | Khoản 2 Điều 1\n"
    assert links(table, "amends") == {(B, "amends", A, (str({"dieu": "1", "khoan": "2"}),))}


@pytest.mark.parametrize(
    ("reason", "want"),
    [
        ("Hết hiệu lực theo khoản 2 Điều 21 Thông tư số 78/2022/TT-BTC", True),
        ("Hết hiệu lực từ ngày 01/01/2023 theo Thông tư số 78/2022/TT-BTC", True),
        ("Còn phù hợp với Thông tư số 78/2022/TT-BTC", False),
        ("Chưa hết hiệu lực theo Thông tư số 78/2022/TT-BTC", False),
    ],
)
def test_a_cell_says_by_which_act_that_of_the_row_ended(reason, want):
    table = f"STT | Văn bản | Lý do\n1 | Thông tư số 27/2015/TT-BTC ngày 30/12/2015 | {reason}\n"
    assert links(table, "repeals") == ({("78/2022/TT-BTC", "repeals", "27/2015/TT-BTC", ())} if want else set())


@pytest.mark.parametrize(("head", "want"), [("Kế hoạch triển khai của UBND tỉnh", True), ("Kế hoạch cũ", False)])
def test_what_carries_out_the_paper_of_the_row(head, want):
    table = f"TT | Quyết định | {head}\n1 | Quyết định số 1373/QĐ-TTg ngày 30/7/2021 | Kế hoạch số 187/KH-UBND ngày 14/10/2021\n"
    assert links(table, "implements") == ({("187/KH-UBND", "implements", "1373/QĐ-TTg", ())} if want else set())


@pytest.mark.parametrize(
    ("title", "want"),
    [
        (f"Sửa đổi, bổ sung một số điều của Nghị quyết số {A}", {("19/2020/NQ-HĐND", "amends", A, ())}),
        (f"Quy định mức hỗ trợ theo Nghị quyết số {A}", set()),
    ],
)
def test_a_title_in_a_cell_of_its_own_before_the_reason(title, want):
    row = f"2 | Nghị quyết | 19/2020/NQ-HĐND ngày 13/7/2020 | {title} | Được thay thế bằng Nghị quyết số 31/2023/NQ-HĐND\n"
    assert links(f"STT | Loại | Số | Tên gọi | Lý do\n{row}", "amends") == want
    assert ("31/2023/NQ-HĐND", "replaces", "19/2020/NQ-HĐND", ()) in links(f"STT | Loại | Số | Tên | Lý do\n{row}", "replaces")


DECISION = "UBND TỈNH SƠN LA\nSố: 18/2024/QĐ-UBND\nSơn La, ngày 5 tháng 6 năm 2024\nQUYẾT ĐỊNH\nBãi bỏ\nQUYẾT ĐỊNH:\nĐiều 2. "


def test_what_ends_stands_in_a_cell_before_the_act():
    rows = "1 | Điều 6, khoản 2 Điều 8 | Quyết định số 19/2022/QĐ-UBND ngày 14/7/2022 | Không còn phù hợp\n"
    rows += "2 | Điều 3 | Quyết định số 8/2023/QĐ-UBND | Nghị định 59 đã được thay thế; Nghị định số 15/2021/NĐ-CP còn hiệu lực\n"
    a = analyse(f"{DECISION}Bãi bỏ một phần các Quyết định sau đây:\n\nSTT | Nội dung bãi bỏ | Văn bản | Lý do\n{rows}")
    names = {d.id: d.number for d in a.documents}
    ends = {(names[r.object], tuple(p.dieu for p in r.provisions)) for r in a.relations if r.predicate == "repeals"}
    assert ends == {("19/2022/QĐ-UBND", ("6", "8")), ("8/2023/QĐ-UBND", ("3",))}


def test_a_table_that_begins_the_text():
    a = analyse("Nghị quyết | Được sửa đổi bởi\n08/2017/NQ-HĐND | 21/2019/NQ-HĐND\n")
    assert [r.predicate for r in a.relations if r.predicate != "cites"] == ["amends"]


@pytest.mark.parametrize(("by", "told"), [("Luật Ban hành văn bản quy phạm pháp luật", 0), ("Thông tư số 9/2022/TT-BKHCN", 1)])
def test_the_law_on_papers_ends_none(by, told):
    text = f"STT | Tên | Lý do\n1 | Thông tư số 6/2012/TT-BKHCN ngày 12/3/2012 | Hết hiệu lực theo khoản 4 Điều 15 {by}\n"
    assert len(links(text, "repeals")) == told
