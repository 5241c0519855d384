"""Whose paper stands in a bracket or behind a colon, where only a place or a body stands before it."""

import pytest

from kg.analyse import analyse
from tests import drafts

HEAD = "BỘ NỘI VỤ\nSố: 90/BC-BNV\nHà Nội, ngày 5 tháng 8 năm 2024\nBÁO CÁO\nKết quả rà soát\n\n"
LETTER, REPORT = "Công văn số 3312/UBND-NC ngày 5/6/2024", "Báo cáo số 45/BC-UBND ngày 6/6/2024"


def issuers(text):
    return [m.issuer for m in analyse(f"{HEAD}{text}\n").mentions]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"Đã có ý kiến: Lào Cai ({LETTER}), An Giang ({REPORT}).", ["uy-ban-nhan-dan-tinh-lao-cai", "uy-ban-nhan-dan-tinh-an-giang"]),
        (f"Đã có ý kiến:\nLào Cai: {LETTER}.\nĐà Nẵng: {REPORT}.", ["uy-ban-nhan-dan-tinh-lao-cai", "uy-ban-nhan-dan-thanh-pho-da-nang"]),
        ("Đã có ý kiến của các tỉnh: Lào Cai (số 3312/UBND-NC ngày 5/6/2024).", ["uy-ban-nhan-dan-tinh-lao-cai"]),
        ("Đã có: Lào Cai (Nghị quyết số 10/NQ-HĐND ngày 5/6/2024), Hải Phòng (Nghị quyết số 10-NQ/TU ngày 5/6/2024), "
         "Sơn La (Nghị quyết số 11-NQ/TU ngày 5/6/2024).", ["hoi-dong-nhan-dan-tinh-lao-cai", "thanh-uy-hai-phong", "tinh-uy-son-la"]),
    ],
)  # fmt: skip
def test_a_province_alone_has_the_body_that_the_code_names(text, want):
    assert issuers(text)[-len(want) :] == want


@pytest.mark.parametrize(
    "text",
    [
        f"Đã có ý kiến: Lào Cai, An Giang và Hoa Sen ({LETTER}).",  # no province
        f"Cần giữ vững ổn định và hòa bình ({LETTER}).",  # no name
        f"Đã rà soát dự án thủy điện Lào Cai ({LETTER}) và An Giang.",  # the end of another name
    ],
)
def test_other_words_before_a_bracket_name_no_province(text):
    assert issuers(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Công ty tại số 5 phố Huế, Lào Cai ({LETTER}).", None),
        (f"Công ty tại xã Bản Lầu, tỉnh Lào Cai ({LETTER}).", None),
        (f"Đã có ý kiến: An Giang ({REPORT}), Lào Cai ({LETTER}).", "uy-ban-nhan-dan-tinh-lao-cai"),
    ],
)
def test_a_province_at_the_end_of_an_address(text, issuer):
    assert issuers(text)[-1] == issuer


def test_a_body_that_fills_its_cell_before_a_bracket():
    text = "BÁO CÁO\nTiếp thu ý kiến\n\n1 | UBND huyện Chợ Đồn (Công văn số 1876/UBND-TNMT ngày 05/9/2024) | Giữ nguyên\n"
    assert analyse(text).mentions[0].issuer == "uy-ban-nhan-dan-huyen-cho-don"


def test_the_next_body_with_its_paper_in_brackets():
    from kg.analyse import analyse

    a = analyse(
        "Xét đề nghị của Ủy ban nhân dân tỉnh Bến Tre (văn bản số 6371/UBND-TCĐT ngày 26 tháng 9 năm 2022) và Ủy ban nhân dân tỉnh Hà Tĩnh "
        "(văn bản số 5286/UBND-NL1 ngày 27 tháng 9 năm 2022), Phó Thủ tướng có ý kiến."
    )
    assert [m.issuer for m in a.mentions] == ["uy-ban-nhan-dan-tinh-ben-tre", "uy-ban-nhan-dan-tinh-ha-tinh"]


TO_A_COMMUNE = (
    "UBND TỈNH ĐẮK LẮK\nSỞ TƯ PHÁP\nSố: 26/STP-KT\nV/v trả lời\nĐắk Lắk, ngày 6 tháng 11 năm 2025\n\n"
    "Kính gửi: Ủy ban nhân dân xã Ea Wer\n\n"
)
WARD = "PHƯỜNG HẢI CHÂU - THÀNH PHỐ ĐÀ NẴNG\nTrang chủ\n\nTin hoạt động\n\n"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"{TO_A_COMMUNE}Về Kế hoạch số 38/KH-UBND của xã, Sở có ý kiến.", "uy-ban-nhan-dan-xa-ea-wer"),
        (f"{TO_A_COMMUNE}Về Kế hoạch số 38/KH-UBND của tỉnh, Sở có ý kiến.", "uy-ban-nhan-dan-tinh-dak-lak"),
        (f"{drafts.DISTRICT}Theo Kế hoạch số 38/KH-UBND của tỉnh về rác.", "uy-ban-nhan-dan-tinh-dak-lak"),
        (f"{WARD}Theo Kế hoạch số 38/KH-UBND của thành phố, các tổ ra quân.", "uy-ban-nhan-dan-thanh-pho-da-nang"),
        (f"{WARD}Theo Kế hoạch số 38/KH-UBND của phường\nCác tổ ra quân.", "uy-ban-nhan-dan-phuong-hai-chau"),
        # which of them?
        (f"{TO_A_COMMUNE}Kế hoạch số 38/KH-UBND của xã và của UBND xã Ea Hồ là hai.", None),
        (f"{TO_A_COMMUNE}Kế hoạch số 38/KH-UBND của huyện chưa rõ.", None),
        # no unit, or no "của"
        (f"{drafts.DISTRICT}Theo Kế hoạch số 38/KH-UBND của tỉnh ủy viên phụ trách.", "uy-ban-nhan-dan-huyen-ea-kar"),
        (f"{drafts.DISTRICT}Chậm Kế hoạch số 38/KH-UBND do xã thiếu người.", "uy-ban-nhan-dan-huyen-ea-kar"),
    ],
)
def test_the_unit_alone(text, issuer):
    assert drafts.papers(text)["38/KH-UBND"][1] == issuer
