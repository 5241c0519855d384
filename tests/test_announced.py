"""Provisions that are told behind their act, or each with its subject before it."""

import pytest

from kg.analyse import analyse
from kg.announced import announced, each_with_subject

SCOPE = "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định chi tiết một số điều của Luật Quảng cáo số 16/2012/QH13"


def provisions(text):
    mention = next(m for m in analyse(text).mentions if m.number)
    return [p.as_dict() for p in mention.provisions]


@pytest.mark.parametrize(
    ("behind", "want"),
    [
        (", gồm: khoản 2 Điều 4; Điều 19.", [{"dieu": "4", "khoan": "2"}, {"dieu": "19"}]),
        (", bao gồm:\n1. Khoản 2 Điều 4 về trách nhiệm quản lý.\n2. Điều 19 về sản phẩm đặc biệt.\nĐiều 2. Giải thích\n3. Điều 90.",
         [{"dieu": "4", "khoan": "2"}, {"dieu": "19"}]),
        (" (sau đây gọi là Luật Quảng cáo) về biển hiệu, như sau:\na) Khoản 2 Điều 4 (đã được sửa tại khoản 1 Điều 3 của Luật mới);\n"
         "b) Trách nhiệm theo quy định tại khoản 5 Điều 7.", [{"dieu": "4", "khoan": "2"}, {"dieu": "7", "khoan": "5"}]),
        # smaller items within one belong to it
        (", bao gồm:\n1. Khoản 2 Điều 4 về:\na) trình tự;\nb) thủ tục.\n2. Điều 19.", [{"dieu": "4", "khoan": "2"}, {"dieu": "19"}]),
        # the text's own articles, and no list
        (", bao gồm:\n1. Biển hiệu theo quy định tại khoản 2 Điều này.\n2. Bảng giá.", []),
        (".\n1. Khoản 2 Điều 4 về trách nhiệm.", []),
        (" như sau:\n1. Sửa đổi khoản 2 Điều 4.\n2. Bãi bỏ Điều 9.", []),
    ],
)  # fmt: skip
def test_a_list_behind_an_act(behind, want):
    assert provisions(SCOPE + behind) == want


def test_only_where_words_before_the_act_announce_a_list():
    t = "thực hiện theo luật quảng cáo, gồm: khoản 2 điều 4"
    assert announced(t, t.index("luật"), t.index(",")) == ()
    t = "sửa cụm từ của luật báo chí đã được sửa đổi, bổ sung một số điều theo luật quảng cáo như sau:\na) khoản 2 điều 4"
    assert announced(t, t.rindex("luật"), t.index(" như")) == ()


def test_an_act_in_the_title_of_another_takes_none():
    a = analyse(
        "Đính chính Nghị định số 181/2013/NĐ-CP ngày 14/11/2013 của Chính phủ quy định chi tiết một số điều của Luật Quảng cáo như sau:\n"
        "1. Tại khoản 1 Điều 28 đã in sai.\n2. Tại khoản 3 Điều 29 đã in sai."
    )
    assert [m.provisions for m in a.mentions if m.type == "luat"] == [()]


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("quy định chi tiết Điều 21 về trồng rừng, khoản 2 Điều 44 về giống cây của",
         [{"dieu": "21"}, {"dieu": "44", "khoan": "2"}]),
        ("hướng dẫn khoản 3 Điều 12 về giá bán của", [{"dieu": "12", "khoan": "3"}]),
        ("áp dụng Điều 21 về trồng rừng của", []),
        ("quy định chi tiết về rừng trồng tại khoản 1, 4 Điều 21, việc giao rừng tại Điều 23 và giá bán tại Điều 24 của",
         [{"dieu": "21", "khoan": "1"}, {"dieu": "21", "khoan": "4"}, {"dieu": "23"}, {"dieu": "24"}]),
        ("hướng dẫn việc giao rừng tại các điều 21, 23, trừ quy định tại khoản 1 Điều 23 của", [{"dieu": "21"}, {"dieu": "23"}]),
        # another act stands between, a sentence ends, or only one is told
        ("quy định chi tiết việc giao rừng tại Điều 21, giá bán theo Luật Giá tại Điều 24 của", [{"dieu": "24"}]),
        ("quy định chi tiết việc giao rừng tại Điều 21. Giá bán, việc cho thuê tại Điều 24 của", [{"dieu": "24"}]),
        ("quy định chi tiết việc giao rừng tại Điều 21 của", [{"dieu": "21"}]),
        ("quy định chi tiết Điều 21 về nội dung trong Nghị định này và trách nhiệm của", []),
    ],
)  # fmt: skip
def test_provisions_that_each_tell_their_subject(words, want):
    assert provisions(f"Thông tư này {words} Luật Lâm nghiệp số 16/2017/QH14.") == want


def test_the_phrase_starts_behind_what_is_done_to_it():
    t = "quy định chi tiết điều 21 về trồng rừng của "
    assert each_with_subject(t, len(t))[1] == t.index("điều")


def test_items_within_an_item_end_with_it():
    a = analyse(
        "CHÍNH PHỦ\nSố: 49/2026/NĐ-CP\nHà Nội, ngày 31 tháng 01 năm 2026\nNGHỊ ĐỊNH\nVề đất đai\nĐiều 9. Hiệu lực\n"
        "3. Các quy định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:\na) Điều 11 của Nghị định số 71/2024/NĐ-CP;\n"
        "b) Các điều, khoản của Nghị định số 151/2025/NĐ-CP, bao gồm:\nb1) Điều 4;\nb2) Điều 5, trừ khoản 2;\n"
        "c) Các Phụ lục của Nghị định số 226/2025/NĐ-CP, bao gồm:\nc1) Phụ lục I, trừ các nội dung sau:\nKhoản 6 Mục I Phần III;\nPhần IV;\nc2) Phụ lục II.\n"
    )
    assert [[p.as_dict() for p in m.provisions] for m in a.mentions] == [
        [{"dieu": "11"}],
        [{"dieu": "4"}, {"dieu": "5"}],
        [{"phu_luc": "i"}, {"phu_luc": "ii"}],
    ]
    assert [r.predicate for r in a.relations if r.subject == a.document.id] == ["repeals"] * 3


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("quy định tại khoản 1 Điều 37; điểm a khoản 1 Điều 13; giải cho người khuyết tật quy định tại khoản 3 Điều 14",
         [{"dieu": "37", "khoan": "1"}, {"dieu": "13", "khoan": "1", "diem": "a"}, {"dieu": "14", "khoan": "3"}]),
        ("các thiết bị nêu tại Mục 1.1 và các thiết bị có mã 8517.14.00 nêu tại Mục 1.2 Phụ lục I",
         [{"muc": "1.1", "phu_luc": "i"}, {"muc": "1.2", "phu_luc": "i"}]),
        ("“được giao” tại khoản 5 mục VI và “được thuê” tại khoản 7 mục VI của chương trình dạy tiếng Khmer, chương trình dạy tiếng Mông ban hành kèm theo",
         [{"muc": "vi", "khoan": "5"}, {"muc": "vi", "khoan": "7"}]),
        ("trừ Điều 7, Điều 10 và phạm vi điều chỉnh về thuốc tại", [{"dieu": "7"}, {"dieu": "10"}]),
        # a clause without its article, an article of the text itself, of another act, or of another clause
        ("quy định tại khoản 2, điều kiện của thành viên quy định tại khoản 5 Điều 29", [{"dieu": "29", "khoan": "5"}]),
        ("quy định tại Điều 7 Thông tư này và mức chi quy định tại Điều 29", [{"dieu": "29"}]),
        ("quy định tại Điều 7 Luật Giá và mức chi quy định tại Điều 29", [{"dieu": "29"}]),
        ("Điều 7 được thực hiện với các khoản chi quy định tại Điều 29", [{"dieu": "29"}]),
    ],
)  # fmt: skip
def test_words_part_the_provisions_of_an_act(words, want):
    assert provisions(f"Việc chi {words} Luật Lâm nghiệp số 16/2017/QH14.") == want


def test_measures_that_carry_a_law_out_are_listed_behind_it():
    want = [{"dieu": "11", "khoan": "4"}, {"dieu": "10", "khoan": "2"}]
    listed = "về:\na) Phụ cấp quy định tại khoản 4 Điều 11;\nb) Quy hoạch quy định tại khoản 2 Điều 10.\n"
    assert provisions(f"Nghị định này quy định:\n2. Biện pháp thi hành Luật Quảng cáo số 16/2012/QH13 {listed}") == want
    assert provisions(f"Sở Tư pháp báo cáo việc thi hành Luật Quảng cáo số 16/2012/QH13 {listed}") == []
