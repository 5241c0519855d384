"""Where a sentence ends: before the call of a note, behind the letters of a number."""

import pytest

from kg.sentences import Sentences


def parts(text):
    return [text[s.start : s.end] for s in Sentences(text, [])]


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ("Đã cấp phép theo quy định.[2]", "Sở đã báo cáo.", True),
        ("Đã cấp phép theo quy định.[2][13]", "Sở đã báo cáo.", True),
        ("Đã cấp phép theo Quy định 13-QĐ/TW.", "Sở đã báo cáo.", True),
        # no sentence begins, no call, a place or body that is only shortened
        ("Đã cấp phép theo quy định.[2]", "sở đã báo cáo.", False),
        ("Đã cấp phép theo quy định.[2022]", "Sở đã báo cáo.", False),
        ("Đã họp tại TW.", "Hà Nội đã báo cáo.", False),
        ("Đã họp tại TP.", "Hà Nội đã báo cáo.", False),
    ],
)
def test_where_a_sentence_ends(first, second, ends):
    assert parts(f"{first} {second}") == ([first, second] if ends else [f"{first} {second}"])


@pytest.mark.parametrize(("above", "sentences"), [("Chương III", 3), ("Ghi chú", 5)])
def test_the_heading_of_a_chapter_that_amends_an_act_is_one_sentence(above, sentences):
    text = f"{above}\nSỬA ĐỔI, BỔ SUNG NGHỊ ĐỊNH SỐ 102/2020/NĐ-CP\nQUY ĐỊNH HỆ THỐNG GỖ\nĐƯỢC SỬA ĐỔI BỞI NGHỊ ĐỊNH SỐ 120/2024/NĐ-CP\nĐiều 53. Sửa đổi"
    assert len(list(Sentences(text))) == sentences
