"""Short names that a text gives to an act in brackets: its type alone, letters."""

import pytest

from kg.analyse import analyse
from tests import drafts

OPENING = "Thực hiện Luật Nhà ở số 27/2023/QH15 (sau đây gọi là Luật), Sở Xây dựng đã trình. "


def cited(text):
    return [(m.text, m.number or m.date) for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Theo khoản 2 Điều 5 của Luật thì Sở cấp phép.", 2),
        ("Việc này trái với Luật.", 2),
        ("Sở cấp phép theo Luật đã công bố.", 2),
        # the name of another, another word, a law in general
        ("Theo Luật sư đoàn thì Sở cấp phép.", 1),
        ("Theo khoản 2 Điều 5 của luật thì Sở cấp phép.", 1),
    ],
)
def test_a_type_alone_is_the_act_from_its_bracket_on(sentence, times):
    assert cited(OPENING + sentence) == [("Luật Nhà ở số 27/2023/QH15", "27/2023/QH15")] + [("Luật", "27/2023/QH15")] * times


@pytest.mark.parametrize(
    "definition",
    [
        "Luật Nhà ở số 27/2023/QH15 (sau đây gọi là luật)",  # no name
        "Luật Nhà ở số 27/2023/QH15 và Luật Đất đai số 31/2024/QH15 (sau đây gọi là Luật)",  # which of them?
        "Nghị định số 95/2024/NĐ-CP (sau đây gọi là Luật)",  # another type
        "Luật Nhà ở số 27/2023/QH15. Bộ Xây dựng (sau đây gọi là Luật)",  # another sentence
        "Luật Nhà ở số 27/2023/QH15 (báo chí gọi là Luật)",
    ],
)
def test_what_gives_a_type_to_no_act(definition):
    for law in ("Luật", "luật"):
        assert law not in dict(cited(f"Thực hiện {definition}, Sở đã trình. Theo Điều 5 của {law} thì Sở cấp phép."))


def test_an_act_is_called_so_with_what_amended_it():
    text = (
        "Thực hiện Luật Nhà ở số 27/2023/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15 (sau đây gọi chung là Luật), Sở đã trình. "
        "Theo Điều 5 của Luật thì Sở cấp phép."
    )
    assert cited(text)[-1] == ("Luật", "27/2023/QH15")


@pytest.mark.parametrize(
    ("definition", "letters", "year"),
    [
        ("Bộ luật Hình sự năm 2015 (sau đây gọi là BLHS)", "BLHS", "2015"),
        ("Bộ luật Hình sự năm 2015 (sửa đổi năm 2017; sau đây gọi tắt là BLHS)", "BLHS", "2015"),
        ("Bộ luật Hình sự năm 2015 (báo chí gọi là BLHS)", "BLHS", None),
        ("Bộ luật Hình sự năm 2015 (sau đây gọi là BLDS)", "BLDS", None),  # those of another code
    ],
)
def test_letters_that_a_text_gives_to_a_code(definition, letters, year):
    assert cited(f"Khác với Bộ luật Hình sự năm 1999, theo {definition}, bị cáo phạm tội. Khoản 1 Điều 5 {letters} quy định.")[-1] == (letters, year)


@pytest.mark.parametrize(
    ("words", "is_law"),
    [
        ("Sở hướng dẫn Luật.", True),
        ("Trước khi Luật có hiệu lực, Sở đã cấp phép.", True),
        ("Sở nêu tại điểm a khoản 1 Điều 5 Luật.", True),
        # a draft, a school, what nothing leads to
        ("Sở nêu trong dự thảo Luật.", False),
        ("Sở nêu tại khoản 1 Điều 5 dự thảo Luật.", False),
        ("Ông A dạy tại Trường Đại học Luật.", False),
        ("Ông A làm ở công ty Luật.", False),
        ("Quốc hội đã bàn Luật.", False),
    ],
)
def test_words_that_lead_to_a_type_alone(words, is_law):
    assert cited(OPENING + words)[2:] == [("Luật", "27/2023/QH15")] * is_law


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị (dưới đây viết là Quy định 124)", "Quy định 124"),
        ("Nghị quyết số 43/2022/QH15 của Quốc hội (sau đây viết tắt là NQ43)", "NQ43"),
    ],
)
def test_names_written_short(named, again):
    mentions = analyse(f"Thực hiện {named}, các cơ quan báo cáo. Kết quả thực hiện {again} được gửi về Sở.").mentions
    assert [m.target for m in mentions if m.text == again] == [mentions[0].target] * 2


def test_names_given_to_two_papers_in_one_bracket():
    text = (
        "Thực hiện Quyết định số 938/QĐ-TTg và Quyết định số 939/QĐ-TTg ngày 30/6/2017 (sau đây viết là Đề án 938, Đề án 939). "
        "Đề án 939 đạt 70%."
    )
    from kg.analyse import analyse

    got = [(m.text, m.number) for m in analyse(text).mentions if m.text.startswith("Đề án")]
    assert got == [("Đề án 938", "938/QĐ-TTg"), ("Đề án 939", "939/QĐ-TTg"), ("Đề án 939", "939/QĐ-TTg")]


@pytest.mark.parametrize(
    ("lead", "name", "times"),
    [
        ("gọi tắt là", "Đề án 06", 3),
        ("thường gọi là", "Đề án 06", 3),
        ("không gọi là", "Đề án 06", 0),
    ],
)
def test_a_name_of_another_type_is_used_in_the_title_already(lead, name, times):
    text = (
        f"KẾ HOẠCH\nTriển khai {name} trên địa bàn huyện\n\nThực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ "
        f"({lead} {name}), UBND huyện ban hành Kế hoạch.\n1. Các xã thực hiện {name}.\n"
    )
    assert [t for t, number in cited(text) if number == "06/QĐ-TTg" and t == name] == [name] * times


def test_the_words_behind_letters_are_no_part_of_a_name():
    text = "Luật Thú y năm 2015 (sau đây gọi tắt là Luật TY) là cần thiết.\n1. Theo Điều 2 Luật TY chưa bao quát thú cảnh.\n"
    assert [t for t, _ in cited(text)] == ["Luật Thú y năm 2015", "Luật TY", "Luật TY"]


def test_the_law_of_another_year_is_not_the_one_that_has_the_name():
    text = "Luật Bảo hiểm xã hội năm 2014 (sau đây gọi là Luật BHXH) hết hiệu lực. Luật BHXH năm 2024 thay thế Luật BHXH năm 2014."
    assert [m.date for m in analyse(text).mentions] == ["2014", "2014", "2024", "2014"]


def test_a_name_given_later_takes_no_other_paper():
    text = (
        "Đề án số 06-ĐA/TU ngày 05/01/2021 của Tỉnh ủy về công tác cán bộ. Thực hiện Đề án 06, các huyện đã luân chuyển.\nThực hiện "
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án dữ liệu dân cư (sau đây gọi là Đề án 06). Đề án 06 đã xong."
    )
    a = analyse(drafts.PLAN + text)
    number = {d.id: d.number for d in a.documents}
    assert [number[m.target] for m in a.mentions if m.text == "Đề án 06"] == ["06-ĐA/TU", "06/QĐ-TTg", "06/QĐ-TTg"]


SCHOOLS = "CHÍNH PHỦ\n\nNGHỊ ĐỊNH\nHướng dẫn một số điều của Luật Giáo dục\n\nCHÍNH PHỦ\n{}\nĐiều 1. Theo Luật Giáo dục.\n"
OLD, NEW = "Luật Giáo dục số 11/1998/QH10", "Luật Giáo dục số 38/2005/QH11"


@pytest.mark.parametrize(
    ("grounds", "told"),
    [
        (f"Căn cứ {NEW} (sau đây gọi là Luật Giáo dục);\nTrường lập theo {OLD}.", [True, True]),
        # another act of the title before; no name given
        (f"Căn cứ {OLD} và {NEW} (sau đây gọi là Luật Giáo dục);", [False, True]),
        (f"Căn cứ {NEW};\nTrường lập theo {OLD}.", [False, False]),
    ],
)
def test_a_law_by_its_own_title(grounds, told):
    mentions = analyse(SCHOOLS.format(grounds)).mentions
    law = next(m.target for m in mentions if m.number == "38/2005/QH11")
    bare = [m for m in mentions if m.text == "Luật Giáo dục"]
    assert [m.target == law for m in (bare[0], bare[-1])] == told
