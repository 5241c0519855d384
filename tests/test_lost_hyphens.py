"""A hyphen lost between the code of a type and that of a body: the number stays as printed, the identity is the same."""

import pytest

from kg.analyse import analyse
from kg.numbers import read_number


@pytest.mark.parametrize(
    ("printed", "bodies"),
    [
        ("58/2018/NĐCP", ["chinh-phu"]),
        ("03/2019/TTVPCP", ["van-phong-chinh-phu"]),
        ("1455/QĐUBND", ["uy-ban-nhan-dan"]),
        ("77/2015/QH13", ["quoc-hoi"]),
    ],
)
def test_the_codes_run_together(printed, bodies):
    number = read_number(f"{printed} ngày", 0, expected=True)
    assert number is not None
    assert (number.printed, [body.slug for body in number.bodies]) == (printed, bodies)


def test_the_identity_is_that_of_the_number_with_its_hyphen():
    damaged, whole = (analyse(f"theo Nghị định số 58/2018/NĐ{x}CP ngày 18/4/2018 của Chính phủ") for x in ("", "-"))
    assert damaged.mentions[0].number == "58/2018/NĐCP"
    assert damaged.mentions[0].target == whole.mentions[0].target
