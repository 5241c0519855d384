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
        ("Luật Quản lý vườn ươm số 47/2019/QH14", "vn_quoc-hoi_luat_k14_47-2019-qh14"),
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


DECREE = "CHÍNH PHỦ\nSố: 14/2026/NĐ-CP\nHà Nội, ngày 13 tháng 01 năm 2026\nNGHỊ ĐỊNH\nSửa đổi một số nghị định\n{}\n"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Sửa đổi Nghị định số 62/2016/NĐ-CP; bãi bỏ Điều 5 Nghị định số 62/2026/NĐ-CP.", "vn_chinh-phu_nghi-dinh_2016_62-2016-nd-cp"),
        # a lower number of the year there is, and without the other year nothing is told
        ("Sửa đổi Nghị định số 12/2016/NĐ-CP; bãi bỏ Điều 5 Nghị định số 12/2026/NĐ-CP.", "vn_chinh-phu_nghi-dinh_2026_12-2026-nd-cp"),
        ("Sửa đổi Nghị định số 61/2016/NĐ-CP; bãi bỏ Điều 5 Nghị định số 62/2026/NĐ-CP.", "vn_chinh-phu_nghi-dinh_2026_62-2026-nd-cp"),
    ],
)  # fmt: skip
def test_no_decree_cites_one_that_is_still_to_come(words, last):
    assert analyse(DECREE.format(words)).mentions[-1].target == last


def test_a_year_that_is_not_of_the_term_tells_no_document():
    ((number, target),) = read("Căn cứ Nghị quyết số 198/2025/QH13 của Quốc hội;")
    assert number == "198/2025/QH13"
    assert target.startswith("ref_")


def test_a_day_of_another_year_than_the_number_comes_last():
    a = analyse("Nghị định số 08/2015/NĐ-CP ngày 21/01/2005; theo Điều 3 Nghị định số 08/2015/NĐ-CP ngày 21/01/2015 của Chính phủ.")
    assert [m.date for m in a.mentions] == ["2015-01-21"] * 2


def test_what_an_international_act_decides_is_no_decision():
    text = "Quyết định số 02/2017/QĐ-TTg ngày 17/01/2017. Các băng tần: xem quyết định 2 {} 213 (WRC-23)."
    assert len(analyse(text.format("trong Nghị quyết")).mentions) == 1
    assert len(analyse("Quyết định số 02/2017/QĐ-TTg ngày 17/01/2017. Theo quyết định số 2 đã nêu, các tỉnh báo cáo.").mentions) == 2


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Kết luận số 31/TB-VPCP ngày 25/02/2021", True),
        ("Kết luận số 31/TB-VPCP", True),
        ("Kết luận số 31/TB-VPCP ngày 25/03/2021", False),
        ("Kết luận số 31/KL-VPCP ngày 25/02/2021", False),
    ],
)
def test_a_notice_called_by_what_it_makes_known(other, same):
    notice, conclusion = analyse(f"Theo Thông báo số 31/TB-VPCP ngày 25/02/2021. Thực hiện {other} về đường bộ.").mentions
    assert (notice.target == conclusion.target, conclusion.type) == (same, "ket-luan")
