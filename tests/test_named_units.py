import pytest

from kg.analyse import analyse

PAPERS = "- Quyết định số 4/QĐ-UBND ngày 8/2/2022 của UBND tỉnh Hà Tĩnh; - Kế hoạch số 9/KH-UBND"


@pytest.mark.parametrize(
    ("page", "issuers"),
    [
        ("Trang thông tin điện tử xã Thạch Kim\n", ["uy-ban-nhan-dan-tinh-ha-tinh", None]),
        ("Cổng thông tin điện tử tỉnh Hà Tĩnh\n", ["uy-ban-nhan-dan-tinh-ha-tinh"] * 2),
    ],
)
def test_a_bare_code_on_the_page_of_a_commune_is_of_no_level(page, issuers):
    assert [m.issuer for m in analyse(page + PAPERS).mentions] == issuers


def test_the_province_of_a_text_that_speaks_from_none():
    head = "BỘ TÀI CHÍNH\nSố: 5/KL-BTC\nKẾT LUẬN THANH TRA\nvề giá đất\n\n"
    one = f"{head}Làm việc tại tỉnh Bình Phước. UBND tỉnh đã ban hành Quyết định số 33/2008/QĐ-UBND của UBND tỉnh.\n"
    assert analyse(one).mentions[-1].issuer == "uy-ban-nhan-dan-tinh-binh-phuoc"
    two = one.replace("Bình Phước.", "Bình Phước và tỉnh Tây Ninh.")
    assert analyse(two).mentions[-1].issuer is None


def test_a_commune_in_capitals_is_the_one_in_small_letters():
    text = "UBND XÃ TÂN HƯNG\nHội nghị triển khai\n\nChiều 13/10, UBND xã Tân Hưng họp về Kế hoạch số 112/KH-UBND ngày 09/10/2025 của UBND xã.\n"
    assert analyse(text).mentions[-1].issuer == "uy-ban-nhan-dan-xa-tan-hung"
