"""Whose papers the items of a list are, where the line above them names a body."""

import pytest

from kg.analyse import analyse
from tests import drafts
from tests.drafts import DECISION, REPORT, papers

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


SENTENCE = "Đã có Kết luận số 12-KL/TW{} Kết luận số 13-KL/TW và Kết luận số 14-KL/TW"
POLITBURO, SECRETARIAT = "bo-chinh-tri", "ban-bi-thu"


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("- UBND tỉnh Lào Cai: Quyết định số 12/QĐ-UBND; Quyết định số 15/QĐ-UBND.\n- Quyết định số 16/QĐ-UBND.\n", [THERE, THERE, HERE]),
        ("1. UBND tỉnh Lào Cai: Đã ban hành các quyết định số 12/QĐ-UBND, số 15/QĐ-UBND.\n", [THERE, THERE]),
        # it does another thing, it is asked, the code is another body's, the line is no item
        ("- UBND tỉnh Lào Cai: họp theo Quyết định số 12/QĐ-UBND.\n", [HERE]),
        ("- Đề nghị UBND tỉnh Lào Cai: Quyết định số 12/QĐ-UBND.\n", [HERE]),
        ("- HĐND tỉnh Lào Cai: Quyết định số 12/QĐ-UBND.\n", [HERE]),
        ("UBND tỉnh Lào Cai: Quyết định số 12/QĐ-UBND.\n", [HERE]),
    ],
)
def test_the_body_that_leads_an_item(body, want):
    assert issuers(body) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (SENTENCE.format(",") + " (đều của Bộ Chính trị).", [POLITBURO] * 3),
        (SENTENCE.format(",") + ", cùng do Ban Bí thư ban hành.", [SECRETARIAT] * 3),
        (SENTENCE.format(" của Ban Bí thư,") + " (đều của Bộ Chính trị).", [SECRETARIAT, POLITBURO, POLITBURO]),
        # of the sentence alone; said of none or of the last
        (SENTENCE.format(". Nay có") + " (đều của Bộ Chính trị).", [None, POLITBURO, POLITBURO]),
        (SENTENCE.format(",") + " (của Bộ Chính trị).", [None] * 3),
        (SENTENCE.format(",") + " (đều gửi Bộ Chính trị).", [None] * 3),
    ],
)
def test_the_body_of_all_papers_of_a_sentence(text, want):
    assert issuers(text + "\n") == want


ITEMS = "\na) Số 12/QĐ-UBND ngày 10/7/2020;\nb) Số 15/QĐ-UBND.\n"


@pytest.mark.parametrize(
    ("head", "is_there"),
    [
        ("Nay thay thế các quyết định sau của UBND tỉnh Lào Cai:", True),
        ("Nay thay thế 02 văn bản sau đây của UBND tỉnh Lào Cai:", True),
        ("Nay thay thế các quyết định của UBND tỉnh Lào Cai:", False),  # are they below?
        ("Nay thay thế các quyết định sau của UBND tỉnh Lào Cai: hồ sơ cũ", False),
        ("Nay gửi các kiến nghị sau của UBND tỉnh Lào Cai:", False),
    ],
)
def test_a_head_in_the_middle_of_its_line(head, is_there):
    assert issuers(head + ITEMS) == [THERE if is_there else HERE] * 2


def test_a_head_in_the_middle_of_its_line_leads_the_items_below_its_mark():
    body = "1. Nay thay thế các quyết định sau của UBND tỉnh Lào Cai:\na) Số 12/QĐ-UBND;\n2. Số 15/QĐ-UBND.\n"
    assert issuers(body) == [THERE, HERE]


@pytest.mark.parametrize(
    ("lead", "issuer"),
    [
        ("các văn bản chỉ đạo của Cục Thuế như:", "cuc-thue"),
        ("các công văn của Cục Thuế gồm:", "cuc-thue"),
        ("các văn bản gửi Cục Thuế như:", None),
    ],
)
def test_a_sentence_names_the_body_of_the_papers_that_it_lists(lead, issuer):
    text = f"Triển khai {lead} Công văn số 176/CT-VP ngày 18/3/2025 về kỷ cương, Công văn số 261/CT-TTKT ngày 21/3/2025."
    assert [m.issuer for m in analyse(text).mentions] == [issuer] * 2


@pytest.mark.parametrize(
    ("lead", "issuer"),
    [
        ("các Nghị quyết của HĐND tỉnh Lào Cai:", "hoi-dong-nhan-dan-tinh-lao-cai"),
        ("các nghị quyết sau của HĐND tỉnh Lào Cai:", "hoi-dong-nhan-dan-tinh-lao-cai"),
    ],
)
def test_a_list_of_one_type_leads_papers_of_that_type(lead, issuer):
    text = f"Triển khai {lead} Nghị quyết số 12/NQ-HĐND ngày 18/3/2025 về chợ; Nghị quyết số 26/NQ-HĐND ngày 21/3/2025 về thuế."
    assert [m.issuer for m in analyse(text).mentions] == [issuer] * 2


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("A. VĂN BẢN CỦA UBND TỈNH LÀO CAI\nTT | Số | Ngày\nI | QUYẾT ĐỊNH | |", THERE),
        ("TT | Số | Ngày\nA | UBND TỈNH LÀO CAI | |", THERE),
        # a row about a body, a heading without a table
        ("TT | Số | Ngày\nA | UBND TỈNH LÀO CAI | 5 |", HERE),
        ("TT | Số | Ngày\nA | VĂN BẢN KHÁC | |", HERE),
    ],
)
def test_the_body_above_the_rows_of_a_table(head, issuer):
    assert issuers(f"{head}\n1 | 12/2021/QĐ-UBND | 8/12/2021\n2 | 15/2023/QĐ-UBND | 7/7/2023\n") == [issuer, issuer]


@pytest.mark.parametrize(
    ("below", "issuer"),
    [
        ("| 1 | Quyết định số 15/2021/QĐ-UBND ngày 01/3/2021 | |", "uy-ban-nhan-dan-tinh-quang-binh"),
        ("| 1 | Hỗ trợ | |\n\nIII. KIẾN NGHỊ\nSửa đổi Quyết định số 15/2021/QĐ-UBND ngày 01/3/2021.", "uy-ban-nhan-dan-tinh-ha-tinh"),
        ("| 1 | Hỗ trợ | |\nB. VĂN BẢN KHÁC\n1. Quyết định số 15/2021/QĐ-UBND ngày 01/3/2021.", "uy-ban-nhan-dan-tinh-ha-tinh"),
    ],
)
def test_a_row_names_the_body_of_the_rows_below_it_alone(below, issuer):
    text = drafts.head("BÁO CÁO", "15/BC-UBND", "TỈNH HÀ TĨNH") + f"| TT | Tên | Kết quả |\n| I | Ủy ban nhân dân tỉnh Quảng Bình | |\n{below}\n"
    assert drafts.papers(text)["15/2021/QĐ-UBND"] == ("2021-03-01", issuer)


def test_a_part_of_the_papers_of_a_council_and_its_committee():
    table = "| STT | Tên văn bản |\n|---|---|\n"
    text = (
        f"{REPORT}A. VĂN BẢN CỦA HĐND, UBND TỈNH BÌNH ĐỊNH TRƯỚC SẮP XẾP\n{table}"
        "| 1 | Nghị quyết số 12/2020/NQ-HĐND ngày 3/4/2020 |\n| 2 | Quyết định số 13/2020/QĐ-UBND ngày 3/5/2020 |\n"
        f"B. VĂN BẢN CỦA UBND TỈNH GIA LAI\n{table}| 1 | Quyết định số 15/2020/QĐ-UBND ngày 3/5/2020 |\n"
    )
    assert {number: body for number, (_, body) in papers(text).items()} == {
        "12/2020/NQ-HĐND": "hoi-dong-nhan-dan-tinh-binh-dinh",
        "13/2020/QĐ-UBND": "uy-ban-nhan-dan-tinh-binh-dinh",
        "15/2020/QĐ-UBND": "uy-ban-nhan-dan-tinh-gia-lai",
    }


def test_the_heading_of_an_article_names_the_body_of_its_items():
    text = (
        f"{DECISION}Điều 3. Chấm dứt hiệu lực các nghị quyết của HĐND huyện Lý Sơn (cũ)\n1. Nghị quyết số 12/NQ-HĐND ngày "
        "3/4/2020.\nĐiều 4. Nghị quyết số 14/NQ-HĐND ngày 1/1/2021.\n"
    )
    assert {number: body for number, (_, body) in papers(text).items()} == {
        "12/NQ-HĐND": "hoi-dong-nhan-dan-huyen-ly-son",
        "14/NQ-HĐND": "hoi-dong-nhan-dan-tinh-dak-lak",
    }
