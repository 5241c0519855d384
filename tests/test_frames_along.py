"""The numbered paper that stands in brackets behind what an act approves or issues."""

import pytest

from tests.drafts import DECISION, REPORT, told


@pytest.mark.parametrize(
    ("article", "links"),
    [
        ("Phê duyệt Kế hoạch phổ cập bơi.\n\n(Kèm theo Kế hoạch số 12/KH-SGDĐT ngày 3/4/2024 của Sở).", {"approves"}),
        ("Phê duyệt Kế hoạch phổ cập bơi (có Kế hoạch số 12/KH-SGDĐT của Sở nộp kèm).", set()),
        ("Phê duyệt Kế hoạch phổ cập bơi (kèm theo Kế hoạch số 12/KH-SGDĐT).", {"approves"}),
        ("Ban hành Quy chế làm việc của Ban.\n(Kèm theo Quy chế số 12/QC-BCĐ).", {"promulgates"}),
        ("Phê duyệt Kế hoạch phổ cập bơi.\n(Kèm theo Tờ trình số 12/TTr-SGDĐT).", set()),  # what was sent with it
        ("Không phê duyệt Kế hoạch phổ cập bơi.\n(Kèm theo Kế hoạch số 12/KH-SGDĐT).", set()),
        ("Giao Sở phê duyệt Kế hoạch phổ cập bơi.\n(Kèm theo Kế hoạch số 12/KH-SGDĐT).", set()),
    ],
)
def test_what_stands_in_brackets_behind_what_is_approved(article, links):
    got = told(f"{DECISION}Điều 1. {article}\n")
    assert {link.split()[1] for link in got if "12/" in link} == links


def test_a_report_approves_nothing():
    assert not told(REPORT + "1. Phê duyệt Kế hoạch phổ cập bơi.\n(Kèm theo Kế hoạch số 12/KH-SGDĐT).\n")


@pytest.mark.parametrize(
    ("bracket", "approved"),
    [
        ("kèm theo Kế hoạch số 12/KH-SGDĐT ngày 3/4/2024 và Kế hoạch số 13/KH-SGDĐT ngày 4/4/2024", {"12", "13"}),
        ("kèm theo Kế hoạch số 12/KH-SGDĐT ngày 3/4/2020 đã được phê duyệt", set()),
        ("có kèm theo Kế hoạch số 12/KH-SGDĐT ngày 3/4/2020 để so sánh", set()),
    ],
)
def test_what_the_bracket_says_of_the_paper(bracket, approved):
    got = told(f"{DECISION}Điều 1. Phê duyệt Kế hoạch phổ cập bơi ({bracket}).\n")
    assert got == {f"self approves {number}/KH-SGDĐT" for number in approved}
