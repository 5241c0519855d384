"""Which papers share the title behind the last of them."""

import pytest

from tests.drafts import REPORT, told

DECREE = "Nghị định số 12/1999/NĐ-CP ngày 3/4/1999 của Chính phủ"
CIRCULAR = "Thông tư số 45/1999/TT-BTC ngày 6/7/1999 của Bộ Tài chính"
LAW = "Luật Thuế giá trị gia tăng số 2/1997/QH9"


@pytest.mark.parametrize(
    ("papers", "title", "both"),
    [
        (f"{DECREE} và {CIRCULAR}", f"về hướng dẫn thực hiện {LAW}", True),
        (f"{DECREE} và {CIRCULAR}", f"về việc hướng dẫn thi hành {LAW}", True),
        (f"{DECREE} và {CIRCULAR}", f"hướng dẫn thực hiện {LAW}", False),  # perhaps the circular alone
        (f"{DECREE} về hoàn thuế và {CIRCULAR}", f"về hướng dẫn thực hiện {LAW}", False),
        (f"{DECREE.replace('1999', '1993')} và {CIRCULAR}", f"về hướng dẫn thực hiện {LAW}", False),
        (f"Quyết định số 12/1999/QĐ-TTg ngày 3/4/1999 và {CIRCULAR}", f"về hướng dẫn thực hiện {LAW}", False),
    ],
)
def test_a_decree_and_its_circular_guide_a_law(papers, title, both):
    links = told(REPORT + f"Cục thuế áp dụng {papers} {title}.\n")
    assert "45/1999/TT-BTC guides 2/1997/QH9" in links
    assert any(link.startswith("12/199") and "guides" in link for link in links) is both
