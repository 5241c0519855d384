"""The cells of a table beside a number: the day of the paper and its body."""

import pytest

from kg.analyse import analyse

THERE = "uy-ban-nhan-dan-tinh-lao-cai"
HEAD = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nRà soát văn bản\n\n"


def read(columns, row):
    """Day and body of the last paper of a table."""
    m = analyse(f"{HEAD}| TT | {columns} |\n| 1 | {row} |\n").mentions[-1]
    return m.date, m.issuer


@pytest.mark.parametrize(
    ("row", "day", "is_there"),
    [
        ("33/QĐ-UBND | 26/9/2018 | UBND tỉnh Lào Cai", "2018-09-26", True),
        ("33/QĐ-UBND | ngày 26/9/2018 | UBND tỉnh Lào Cai", "2018-09-26", True),
        ("33/QĐ-UBND | UBND tỉnh Lào Cai | 26/9/2018", None, True),
        # the cell says more than a day, or than a body
        ("33/QĐ-UBND | 26/9/2018 đến nay | UBND tỉnh Lào Cai", None, False),
        ("33/QĐ-UBND | 26/9/2018 | UBND tỉnh Lào Cai và các sở", "2018-09-26", False),
        ("33/2017/QĐ-UBND | 26/9/2018 | UBND tỉnh Lào Cai", "2017", True),  # not of the year of the number
    ],
)
def test_cells_behind_a_number(row, day, is_there):
    got = read("Số, ký hiệu | Ngày | Cơ quan", row)
    assert (got[0], got[1] == THERE) == (day, is_there)


@pytest.mark.parametrize(
    ("column", "day"),
    [("Ngày ban hành", "2018-09-26"), ("Ngày có hiệu lực", None), ("Ngày cập nhật", None), ("Thời hạn", None)],
)
def test_the_head_of_the_column_tells_which_day_it_is(column, day):
    assert read(f"Số, ký hiệu | {column} | Ghi chú", "33/QĐ-UBND | 26/9/2018 | Rà soát")[0] == day


@pytest.mark.parametrize(("who", "issuer"), [("UBND tỉnh Lào Cai", "hoi-dong-nhan-dan-tinh-son-la"), ("HĐND tỉnh Lào Cai", "hoi-dong-nhan-dan-tinh-lao-cai")])
def test_who_is_to_do_it_is_no_issuer(who, issuer):
    assert read("Văn bản | Cơ quan chủ trì", f"Nghị quyết số 33/NQ-HĐND | {who}")[1] == issuer


@pytest.mark.parametrize(("cell", "is_there"), [("UBND tỉnh Lào Cai", True), ("UBND tỉnh Lào Cai và các sở", False)])
def test_the_cell_before_a_paper(cell, is_there):
    assert (read("Cơ quan | Văn bản", f"{cell} | Quyết định số 33/QĐ-UBND")[1] == THERE) == is_there


def test_body_and_type_in_cells_of_their_own():
    text = (
        "BÁO CÁO\nRà soát văn bản\n\nTT | Cơ quan ban hành | Loại | Số, ký hiệu | Ngày ban hành\n"
        "1 | UBND tỉnh Hậu Giang | Quyết định | 14/2022/QĐ-UBND | 18/4/2022\n"
        "2 | UBND tỉnh Sóc Trăng | Quyết định | 14/2022/QĐ-UBND | 27/5/2022\n"
        "3 | Hết hiệu lực | Quyết định | 15/2022/QĐ-UBND | 28/5/2022\n"
    )
    a = analyse(text)
    assert [(m.issuer, m.date) for m in a.mentions] == [
        ("uy-ban-nhan-dan-tinh-hau-giang", "2022-04-18"), ("uy-ban-nhan-dan-tinh-soc-trang", "2022-05-27"), (None, "2022-05-28"),
    ]  # fmt: skip
    assert a.mentions[0].target != a.mentions[1].target
    assert not a.conflicts


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_the_type_in_the_cell_behind_a_number(mark):
    rows = ("144-QĐ/TW", "Quy định", "Chuẩn mực"), ("540-CV/VPQU", "Công văn", "V/v học tập"), ("15/BC-UBND", "Kế hoạch", "Về rừng")
    got = [(m.number, m.type) for m in analyse("".join(f"{mark.join(row)}\n" for row in rows)).mentions]
    # what is no type of that code is another column
    assert got == [("144-QĐ/TW", "quy-dinh"), ("540-CV/VPQU", "cong-van"), ("15/BC-UBND", "bao-cao")]


def test_an_event_in_the_next_cell_is_no_name():
    got = [m.number for m in analyse("21-NQ/TW\tNghị quyết\tHội nghị lần thứ 5 Ban Chấp hành Trung ương Đảng khóa XIII\n").mentions]
    assert got == ["21-NQ/TW"]


def test_days_in_iso_form():
    text = "Số ký hiệu\tLoại\tNgày ban hành\n144-QĐ/TW\tQuy định\t2024-05-09\n"
    assert [m.date for m in analyse(text).mentions] == ["2024-05-09"]
