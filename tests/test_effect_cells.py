"""Rows of tables that tell which provisions of an act lost force."""

import pytest

from kg.analyse import analyse

LIST = "UBND TỈNH SƠN LA\nSố: 71/QĐ-UBND\nSơn La, ngày 26 tháng 01 năm 2024\nQUYẾT ĐỊNH\nCông bố danh mục văn bản hết hiệu lực\n\n"
IN_PART = LIST + "B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN\nSTT | Văn bản | Nội dung hết hiệu lực | Lý do\n"
WHOLE = LIST + "A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\nSTT | Văn bản | Trích yếu | Lý do\n"
ROW = "1 | Quyết định số 31/2017/QĐ-UBND ngày 20/11/2017 của UBND tỉnh | {} | Bị bãi bỏ bởi Quyết định số 6/2023/QĐ-UBND ngày 15/3/2023\n"


@pytest.mark.parametrize(
    ("text", "scope", "provisions"),
    [
        (IN_PART + ROW.format("Khoản 2 Điều 5; Điều 9"), "partial", [{"dieu": "5", "khoan": "2"}, {"dieu": "9"}]),
        (IN_PART + ROW.format("Quy định về cây xanh"), "partial", []),
        (LIST + ROW.format("Khoản 2 Điều 5").removeprefix("1 | "), "partial", [{"dieu": "5", "khoan": "2"}]),
        (WHOLE + ROW.format("Quy định tại Điều 5 của Luật A"), None, []),
        (WHOLE + ROW.format("Quy định về cây xanh"), None, []),
        (LIST + "DANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ, HẾT HIỆU LỰC MỘT PHẦN\n" + ROW.format("Về cây xanh"), None, []),
        (IN_PART + "1 | Quyết định số 3/2015/QĐ-UBND | Điều 4 | Hết hạn\n\nA. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n" + ROW.format("Về cây xanh"), None, []),
        (LIST + "Quyết định số 31/2017/QĐ-UBND ngày 20/11/2017 bị bãi bỏ bởi Quyết định số 6/2023/QĐ-UBND ngày 15/3/2023\n", None, []),
    ],
)
def test_cells_and_headings_tell_the_part(text, scope, provisions):
    (link,) = [r for r in analyse(text).relations if r.predicate == "repeals" and "6-2023" in r.subject]
    assert "31-2017" in link.object
    assert (link.scope, [p.as_dict() for p in link.provisions]) == (scope, provisions)
