"""Raised figures call notes: they end a number, a name, a day, and what goes on behind them is still read."""

import pytest

from kg.analyse import analyse
from kg.normalise import figures, one_line, plain


@pytest.mark.parametrize(
    ("text", "number", "date", "issuer"),
    [
        ("Chỉ thị số 33/CT-TTg¹ nói.", "33/CT-TTg", None, "thu-tuong-chinh-phu"),
        ("Nghị định số 53/2022/NĐ-CP¹² quy định.", "53/2022/NĐ-CP", "2022", "chinh-phu"),
        ("Nghị quyết 29-NQ/TW⁶;", "29-NQ/TW", None, None),
        ("Luật số 24/2018/QH14⁵.", "24/2018/QH14", "2018", "quoc-hoi"),
        ("Chỉ thị số 33/CT-TTg¹ ngày 20/8/2020 của Thủ tướng Chính phủ.", "33/CT-TTg", "2020-08-20", "thu-tuong-chinh-phu"),
        ("Chỉ thị số 33/CT-TTg[1] ngày 20/8/2020 của Thủ tướng Chính phủ.", "33/CT-TTg", "2020-08-20", "thu-tuong-chinh-phu"),
        ("Kế hoạch số 5/KH-UBND ngày 20/8/2020² của UBND tỉnh Sơn La.", "5/KH-UBND", "2020-08-20", "uy-ban-nhan-dan-tinh-son-la"),
        ("Công văn số 7/UBND-TH³ của UBND tỉnh Sơn La.", "7/UBND-TH", None, "uy-ban-nhan-dan-tinh-son-la"),
    ],
)
def test_a_number_ends_before_the_call_of_a_note(text, number, date, issuer):
    (m,) = analyse(text).mentions
    assert (m.number, m.date, m.issuer) == (number, date, issuer)


@pytest.mark.parametrize("call", ["²", "¹⁰", ""])
def test_a_name_ends_before_the_call_of_a_note(call):
    a = analyse(f"Điều 17 Luật An ninh mạng{call} nói khác Điều 38 Bộ luật Dân sự năm 2015{call}.")
    assert [m.text for m in a.mentions] == ["Luật An ninh mạng", "Bộ luật Dân sự năm 2015"]


def test_titles_show_raised_figures_as_printed():
    a = analyse("Theo Nghị định số 53/2022/NĐ-CP ngày 15/8/2022 của Chính phủ về đất dưới 500 m² ở đô thị;")
    assert a.mentions[0].title == "đất dưới 500 m² ở đô thị"


def test_the_figures_of_a_plain_text():
    assert one_line(plain("a¹\n b²").text) == "a¹ b²"
    assert figures(plain("⁰¹²³⁴⁵⁶⁷⁸⁹").text) == "0123456789"
    assert len(plain("a¹²").text) == len("a¹²")


@pytest.mark.parametrize(("word", "is_note"), [("Mục2", False), ("vùng2", False), ("trên cạn2", True)])
def test_figures_that_go_with_a_word(word, is_note):
    from kg.glued import apart
    from kg.normalise import plain, raised

    p = apart(plain(f"Thực hiện theo {word} của quy định.\n2 Được sửa đổi, bổ sung tại Quyết định số 5/2019/QĐ-UBND.\n"))
    assert (raised("2") in p.text) is is_note
