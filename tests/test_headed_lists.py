"""Whose papers the items of a list are, where the line above them names a body."""

import pytest

from kg.analyse import analyse

HEAD = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nRà soát văn bản\n\nI. CÁC VĂN BẢN\n"
HERE, THERE = "uy-ban-nhan-dan-tinh-son-la", "uy-ban-nhan-dan-tinh-lao-cai"


def issuers(body):
    return [m.issuer for m in analyse(HEAD + body).mentions]


@pytest.mark.parametrize(
    "head",
    [
        "- Quyết định của UBND tỉnh Lào Cai:",
        "1. Các quyết định do UBND tỉnh Lào Cai ban hành:",
        "1. Văn bản của UBND tỉnh Lào Cai (trước sáp nhập):",
        "Của UBND tỉnh Lào Cai:",
    ],
)
def test_the_body_above_the_items(head):
    assert issuers(f"{head}\n+ Số 12/2020/QĐ-UBND ngày 10/7/2020;\n+ Số 15/2021/QĐ-UBND ngày 12/7/2021.\n") == [THERE, THERE]


@pytest.mark.parametrize(
    ("body", "want"),
    [
        # the items end at the next mark of the head's kind, at an article, at a line without a mark
        ("1. Quyết định của UBND tỉnh Lào Cai:\na) Số 12/2020/QĐ-UBND;\n2. Số 15/2021/QĐ-UBND.\n", [THERE, HERE]),
        ("1. Quyết định của UBND tỉnh Lào Cai:\na) Số 12/2020/QĐ-UBND;\nĐiều 2. Số 15/2021/QĐ-UBND.\n", [THERE, HERE]),
        ("1. Quyết định của UBND tỉnh Lào Cai:\na) Số 12/2020/QĐ-UBND;\nQuyết định số 15/2021/QĐ-UBND.\n", [THERE, HERE]),
        # what goes on in small letters is still the item
        ("1. Quyết định của UBND tỉnh Lào Cai:\na) Quyết định ban hành bảng giá đất\nsố 15/2021/QĐ-UBND.\n", [THERE]),
        # the code is another body's; the item names its own
        ("1. Nghị quyết của HĐND tỉnh Lào Cai:\na) Quyết định số 12/2020/QĐ-UBND.\n", [HERE]),
        ("1. Quyết định của UBND tỉnh Lào Cai:\na) Số 12/2020/QĐ-UBND của UBND tỉnh Hòa Bình.\n", ["uy-ban-nhan-dan-tinh-hoa-binh"]),
        # told in a sentence, not at the head of a list
        ("1. Đã rà soát quyết định của UBND tỉnh Lào Cai:\na) Số 12/2020/QĐ-UBND.\n", [HERE]),
        ("1. Quyết định của UBND tỉnh Lào Cai đã hết hiệu lực:\na) Số 12/2020/QĐ-UBND.\n", [HERE]),
    ],
)
def test_where_the_items_of_a_body_end(body, want):
    assert issuers(body) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Theo các quyết định của UBND tỉnh Lào Cai: số 12/2020/QĐ-UBND, số 15/2021/QĐ-UBND.", [THERE, THERE]),
        ("Theo các nghị quyết của HĐND tỉnh Lào Cai: Quyết định số 12/2020/QĐ-UBND.", [HERE]),  # no code of the council
        ("Theo các kiến nghị của UBND tỉnh Lào Cai về việc sửa đổi: số 12/2020/QĐ-UBND.", [HERE]),
    ],
)
def test_the_body_at_the_head_of_a_list_on_one_line(text, want):
    assert issuers(text + "\n")[: len(want)] == want
