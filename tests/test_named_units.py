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
