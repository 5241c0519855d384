"""Numbers that are misprinted, and what they mean."""

import pytest

from kg.analyse import analyse


def read(text):
    return [(m.number, m.target) for m in analyse(text).mentions if m.number]


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("Luật Quy hoạch đô thị và nông thôn số 47/2024/QH14", "vn_quoc-hoi_luat_k15_47-2024-qh15"),  # the term
        ("Luật Đầu tư công số 58/2025/QH15", "vn_quoc-hoi_luat_k15_58-2024-qh15"),  # the year
        ("Luật Quản lý, sử dụng tài sản công số 150/2017/QH14", "vn_quoc-hoi_luat_k14_15-2017-qh14"),  # the serial
        ("Luật số 56/202/QH15", "vn_quoc-hoi_luat_k15_56-2024-qh15"),  # a digit lost
        # the number of another law, and of one that no table holds
        ("Luật Thủy sản số 16/2017/QH14", "vn_quoc-hoi_luat_k14_16-2017-qh14"),
        ("Luật Quản lý vườn ươm số 47/2024/QH14", "vn_quoc-hoi_luat_k14_47-2024-qh14"),
    ],
)
def test_a_law_is_the_one_whose_title_stands_before_its_number(printed, target):
    ((number, meant),) = read(f"Căn cứ {printed};")
    assert (number, meant) == (printed.split()[-1], target)


def test_a_number_without_the_code_of_its_type_is_the_full_one_that_the_text_prints():
    first = "Sửa đổi Thông tư số 69/2022/TT-BTC ngày 16/11/2022 của Bộ Tài chính.\n"
    (_, meant), (number, other) = read(first + "Điều 2 của Thông tư số 69/2022/BTC được bãi bỏ.")
    assert (number, other) == ("69/2022/BTC", meant)
    (_, meant), (_, other) = read(first + "Điều 2 của Thông tư số 69/2021/BTC được bãi bỏ.")
    assert other != meant
