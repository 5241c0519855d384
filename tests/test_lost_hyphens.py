import pytest

from kg.analyse import analyse
from kg.numbers import read_number


@pytest.mark.parametrize(
    ("printed", "want"),
    [
        ("58/2018/NĐCP", "58/2018/NĐ-CP"),
        ("30c/NQCP", "30c/NQ-CP"),
        ("03/2019/TTVPCP", "03/2019/TT-VPCP"),
        ("1455/QĐUBND", "1455/QĐ-UBND"),
        ("17/NQHĐND", "17/NQ-HĐND"),
        ("5/QĐUB", "5/QĐ-UB"),
        ("28-NQTW", "28-NQ/TW"),
        ("12/QĐ.UB", "12/QĐ.UB"),
        ("13/TCCB", "13/TCCB"),
        ("14/KHTC", "14/KHTC"),
        ("3069/TCCB-LĐ", "3069/TCCB-LĐ"),
        ("77/2015/QH13", "77/2015/QH13"),
        ("02/TTLB", "02/TTLB"),
    ],
)
def test_the_hyphen_lost_between_type_and_body(printed, want):
    number = read_number(f"{printed} ngày", 0, expected=True)
    assert number is not None
    assert (number.start, number.end, number.printed) == (0, len(printed), want)


def test_the_text_of_a_mention_and_its_identity_stay_as_they_were():
    damaged, whole = (analyse(f"theo Nghị định số 58/2018/NĐ{x}CP ngày 18/4/2018 của Chính phủ") for x in ("", "-"))
    assert damaged.mentions[0].text == "Nghị định số 58/2018/NĐCP ngày 18/4/2018"
    assert damaged.mentions[0].target == whole.mentions[0].target
    assert damaged.documents[0].number == whole.documents[0].number == "58/2018/NĐ-CP"


def test_the_own_number_gets_its_hyphen_back():
    text = "ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG\n-------\nSố: 1455/QĐUBND\nKiên Giang, ngày 3 tháng 7 năm 2019\nQUYẾT ĐỊNH\nVề việc công bố danh mục\n"
    assert analyse(text).document.number == "1455/QĐ-UBND"
