"""Days and bodies beside a number: the place behind its code, the day of the next act, the cells of its row."""

import pytest

from tests.drafts import REPORT, papers, told


def test_a_place_right_behind_the_code():
    said = papers(REPORT + "Quyết định số 1120/QĐ-UBND tỉnh Hải Dương ngày 5/4/2023 về dự án.\n")
    assert said == {"1120/QĐ-UBND": ("2023-04-05", "uy-ban-nhan-dan-tinh-hai-duong")}


def test_words_behind_the_code_that_are_no_place():
    said = papers(REPORT + "Quyết định số 1120/QĐ-UBND xã hội hóa giáo dục.\n")
    assert said == {"1120/QĐ-UBND": (None, "uy-ban-nhan-dan-tinh-dak-lak")}


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (".", "2024-06-20"),
        (" UBND huyện Ea Kar ban hành Kế hoạch số 30/KH-UBND.", None),
        (" UBND huyện Ea Kar đã tổ chức hội nghị.", None),
    ],
)
def test_the_day_of_what_was_done_then_is_not_that_of_the_paper_before(behind, day):
    said = papers(f"{REPORT}Sở đã nhận Kế hoạch số 125/KH-UBND của UBND tỉnh, ngày 20/6/2024{behind}\n")
    assert said["125/KH-UBND"] == (day, "uy-ban-nhan-dan-tinh-dak-lak")


def test_an_office_alone_leaves_the_body_to_the_code():
    text = f"{REPORT}Quyết định số 5/QĐ-BNV ngày 3/4/2023 của Bộ trưởng để thực hiện Nghị định số 4/2015/NĐ-CP.\n"
    assert papers(text)["5/QĐ-BNV"] == ("2023-04-03", "bo-noi-vu")
    assert told(text) == {"5/QĐ-BNV implements 4/2015/NĐ-CP"}


def test_the_day_in_a_row_is_not_that_of_the_paper_which_ended_another():
    rows = f"{REPORT}| STT | Văn bản | Ghi chú | Ngày |\n|---|---|---|---|\n| 1 | Quyết định số 44/2020/QĐ-UBND | {{}} |\n"
    by_another = papers(rows.format("Bị bãi bỏ tại Quyết định số 12/2022/QĐ-UBND | 10/10/2022"))
    assert {number: day for number, (day, _) in by_another.items()} == {"44/2020/QĐ-UBND": "2020", "12/2022/QĐ-UBND": "2022"}
    assert papers(rows.format("10/10/2020 | Còn hiệu lực"))["44/2020/QĐ-UBND"][0] == "2020-10-10"
