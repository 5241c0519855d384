"""What the sentence above the first part of a guiding paper says its body guides."""

import pytest

from tests import drafts

LETTER = "BỘ NỘI VỤ\nSố: 15/BNV-CCVC\nHà Nội, ngày 4 tháng 11 năm 2022\n\nKính gửi: Các sở, ban, ngành\n\n"
DECREE = "Nghị định số 38/2022/NĐ-CP ngày 12/6/2022 của Chính phủ"


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("hướng dẫn thực hiện", True),
        ("hướng dẫn một số nội dung thực hiện", True),
        ("hướng dẫn các cơ quan, đơn vị áp dụng", True),
        ("hướng dẫn các bộ, ngành triển khai thực hiện quy định của", True),
        ("hướng dẫn các đơn vị báo cáo kết quả thực hiện", False),
        ("hướng dẫn các đơn vị xây dựng kế hoạch triển khai thực hiện", False),
        ("đã hướng dẫn thống nhất tại", False),  # what guides
        ("đề nghị các đơn vị thực hiện", False),
    ],
)
@pytest.mark.parametrize("before", ["", "Thực hiện chỉ đạo của Chính phủ, "])
def test_what_a_letter_guides(before, words, is_told):
    got = drafts.said(f"{LETTER}{before}Bộ Nội vụ {words} {DECREE} như sau:\n1. Đối tượng\n")
    assert (("self", "guides", "38/2022/NĐ-CP") in got) is is_told


@pytest.mark.parametrize(("end", "is_told"), [("như sau:\n1. Đối tượng\n", True), ("đúng hạn.\n", False)])
def test_it_leads_to_what_follows(end, is_told):
    got = drafts.said(f"{LETTER}Bộ Nội vụ hướng dẫn các đơn vị thực hiện {DECREE} {end}")
    assert (("self", "guides", "38/2022/NĐ-CP") in got) is is_told


@pytest.mark.parametrize(
    "words",
    [
        "Bộ Nội vụ đề nghị Ủy ban nhân dân các tỉnh hướng dẫn thực hiện",
        "Bộ Nội vụ nhận được văn bản của các Sở đề nghị hướng dẫn thực hiện",
        "Bộ Nội vụ giao Vụ Công chức hướng dẫn các đơn vị triển khai thực hiện",
        "Bộ Nội vụ không hướng dẫn các cơ quan thực hiện",
        "Bộ Nội vụ hướng dẫn các xã dừng thực hiện",
        "Bộ Nội vụ hướng dẫn các đơn vị thanh toán kinh phí thực hiện",
        "Vừa qua, Bộ Nội vụ có Công văn số 1/BNV-CCVC, Bộ Tài chính hướng dẫn thực hiện",
    ],
)
def test_who_guides_is_asked_or_is_another(words):
    assert ("self", "guides", "38/2022/NĐ-CP") not in drafts.said(f"{LETTER}{words} {DECREE} như sau:\n1. Đối tượng\n")


def test_a_body_whose_name_has_a_verb_guides():
    got = drafts.said(f"{LETTER}Ban Tổ chức Trung ương hướng dẫn các đơn vị thực hiện {DECREE} như sau:\n1. Đối tượng\n")
    assert ("self", "guides", "38/2022/NĐ-CP") in got
