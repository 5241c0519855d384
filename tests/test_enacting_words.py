"""Who issues a paper without letterhead, by its enacting words or by its last line."""

import pytest

from kg.analyse import analyse

CUT_OFF = "{}\nQuy định về lưu trữ điện tử\n\nCăn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;\nTheo đề nghị của Cục trưởng;\n{}\n{}\n"
ARTICLE = "Điều 1. Phạm vi điều chỉnh"


@pytest.mark.parametrize(
    ("kind", "words", "below", "issuer"),
    [
        ("THÔNG TƯ", "Bộ trưởng Bộ Nội vụ ban hành Thông tư quy định về lưu trữ điện tử.", ARTICLE, "bo-noi-vu"),
        ("THÔNG TƯ", "Bộ trưởng Bộ Nội vụ quy định như sau:", "Chương I\n" + ARTICLE, "bo-noi-vu"),
        ("NGHỊ ĐỊNH", "Chính phủ ban hành Nghị định quy định về lưu trữ điện tử.", ARTICLE, "chinh-phu"),
        ("THÔNG TƯ", "Bộ trưởng Bộ Nội vụ đề nghị như sau:", ARTICLE, None),  # no word that enacts
        ("THÔNG TƯ", "Bộ trưởng Bộ Nội vụ quy định về lưu trữ.", "Báo chí đưa tin.", None),  # no article follows
    ],
)
def test_the_enacting_words_of_a_paper_cut_off_its_letterhead(kind, words, below, issuer):
    assert analyse(CUT_OFF.format(kind, words, below)).document.issuer == issuer


@pytest.mark.parametrize(
    ("says", "foot", "issuer"),
    [
        ("Sở Xây dựng lấy ý kiến", "SỞ XÂY DỰNG", "so-xay-dung-tinh-bac-kan"),
        ("Sở lấy ý kiến", "SỞ XÂY DỰNG", None),  # the text does not say that it acts
        ("Sở Xây dựng lấy ý kiến", "GIÁM ĐỐC", None),
        ("Sở Xây dựng lấy ý kiến", "Sở Xây dựng", None),  # a sentence, a name in a list
    ],
)
def test_a_notice_signed_by_one_body_in_capitals(says, foot, issuer):
    text = f"THÔNG BÁO\nVề việc lấy ý kiến trên địa bàn tỉnh Bắc Kạn\n\nCăn cứ Luật Nhà ở năm 2014; {says} nhân dân.\n\n{foot}\n"
    assert analyse(text).document.issuer == issuer
