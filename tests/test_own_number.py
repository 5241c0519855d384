"""Pages that give the facts of a paper: its type, number, day and body at the head."""

import pytest

from kg.analyse import analyse

OF = "ngày 5/3/2024 của Ban Bí thư"


def own(text):
    d = analyse(text + "\n").document
    return d.type, d.number, d.date, d.issuer


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        (f"# Quy định số 399-QĐ/TW {OF} về tổ chức\n\nNgười ký: A", "2024-03-05", "ban-bi-thu"),
        ("# Quy định số 399-QĐ/TW về tổ chức\n\n| Ngày ban hành | 5/3/2024 |", "2024-03-05", None),
        ("Thông tin\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nNgày ban hành: 05/03/2024", "2024-03-05", None),
        ("# Quy định 399-QĐ/TW về tổ chức\n\nNgày hiệu lực: 05/03/2024", None, None),
    ],
)
def test_the_paper_of_a_page(text, date, issuer):
    assert own(text) == ("quy-dinh", "399-QĐ/TW", date, issuer)


@pytest.mark.parametrize(
    "text",
    [
        f"# Tin về Quy định số 399-QĐ/TW {OF}",
        f"# Quy định mới, số 399-QĐ/TW {OF}",
        f"Quy định số 399-QĐ/TW {OF} đã được quán triệt.",
        f"Văn bản liên quan: Quy định số 399-QĐ/TW {OF}",
    ],
)
def test_a_page_that_only_names_a_paper_is_not_that_paper(text):
    assert own(text)[:2] == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("# Quy định số 399-QĐ/TW: những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        ("# Quy định số 399-QĐ/TW – những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        ("# Quy định số 399-QĐ/TW - những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        (f"# Quy định số 399-QĐ/TW {OF}: toàn văn\n\nNội dung", "399-QĐ/TW"),  # its own day behind the number
        # a form gives none of the facts that the page of a paper gives
        ("PHIẾU HỎI\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nHọ tên người hỏi: A", None),
        ("PHIẾU HỎI\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nCâu hỏi: Ngày hiệu lực là ngày nào?", None),
        ("Thông tin\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nSố/ký hiệu: 399-QĐ/TW", "399-QĐ/TW"),
        ("Thông tin\nNgày ban hành: 05/03/2024\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức", "399-QĐ/TW"),
    ],
)
def test_pages_that_tell_of_a_paper_and_forms_that_ask_about_one(text, number):
    assert own(text)[1] == number
