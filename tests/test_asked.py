"""Who is asked to change a paper."""

import pytest

from kg.analyse import analyse
from tests import drafts

HEAD = "UBND HUYỆN BẮC HÀ\nSố: 15/BC-UBND\nBắc Hà, ngày 5 tháng 8 năm 2024\n\nBÁO CÁO\nKết quả 6 tháng\n\nTại tỉnh Lào Cai.\n\n"
PROVINCE, OWN = "uy-ban-nhan-dan-tinh-lao-cai", "uy-ban-nhan-dan-huyen-bac-ha"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Đề nghị UBND tỉnh Lào Cai xem xét sửa đổi khoản 2 Điều 5 {}.", PROVINCE),
        ("Kiến nghị UBND tỉnh Lào Cai sớm thay thế {}.", PROVINCE),
        # it is asked for something else, or the paper is known from above
        ("Đề nghị UBND tỉnh Lào Cai cấp kinh phí theo {}.", OWN),
        ("Đề nghị UBND tỉnh Lào Cai xem xét sửa đổi {} nêu trên.", OWN),
        ("UBND tỉnh Lào Cai nhắc việc sửa đổi {}.", OWN),
    ],
)
def test_the_paper_is_that_of_the_body_asked(text, issuer):
    paper = "Quyết định số 21/2022/QĐ-UBND ngày 08/6/2022"
    assert [m.issuer for m in analyse(HEAD + text.format(paper) + "\n").mentions] == [issuer]


@pytest.mark.parametrize(
    ("asked", "issuer"),
    [
        ("sửa đổi quy định tại", "uy-ban-nhan-dan-tinh-dak-lak"),
        ("bổ sung kinh phí thực hiện", "uy-ban-nhan-dan-huyen-ea-kar"),
        ("điều chỉnh dự toán để huyện thực hiện", "uy-ban-nhan-dan-huyen-ea-kar"),
    ],
)
def test_what_is_to_be_changed(asked, issuer):
    assert drafts.papers(f"{drafts.DISTRICT}Đề nghị UBND tỉnh {asked} Kế hoạch số 45/KH-UBND ngày 12/02/2024.")["45/KH-UBND"][1] == issuer
