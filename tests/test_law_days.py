"""Days and bodies that stand behind or before a list: of laws, of papers that somebody signed, of a list of numbers."""

import pytest

from kg.analyse import analyse

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN NHƯ XUÂN\nSố: 5/KH-UBND\nNhư Xuân, ngày 5 tháng 3 năm 2025\nKẾ HOẠCH\nVề bệnh Dại\n\n"


def test_two_laws_of_one_day():
    mentions = analyse(f"{HEAD}Căn cứ Luật Bảo vệ môi trường và Luật Thanh niên cùng ngày 29 tháng 11 năm 2005;\n").mentions
    assert [m.target.split("_")[3] for m in mentions] == ["2005", "2005"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Ngày 17/5/2024, Thủ tướng Chính phủ ký Chỉ thị số 13/CT-TTg.", "2024-05-17"),
        ("Thủ tướng Chính phủ ký Chỉ thị số 13/CT-TTg.", None),
        ("Chỉ thị số 13/CT-TTg được Thủ tướng Chính phủ ban hành ngày 17/5/2024.", "2024-05-17"),
        ("Nghị quyết số 72-NQ/TW được Bộ Chính trị ban hành ngày 09/9/2024.", "2024-09-09"),
    ],
)
def test_the_day_on_which_somebody_signed(words, day):
    assert analyse(HEAD + words + "\n").mentions[0].date == day


@pytest.mark.parametrize(
    ("words", "issuers"),
    [
        ("Căn cứ các Quyết định của UBND tỉnh Thanh Hóa: số 1032/QĐ-UBND ngày 28/3/2022 và số 4955/QĐ-UBND ngày 29/12/2023;",
         ["uy-ban-nhan-dan-tinh-thanh-hoa"] * 2),
        ("UBND huyện Ngọc Lặc đã ban hành Quyết định số 1188/QĐ-UBND ngày 17/5/2022 và các Quyết định số 1190/QĐ-UBND, số 1191/QĐ-UBND.",
         ["uy-ban-nhan-dan-huyen-ngoc-lac"] * 3),
        ("Các Quy định số 102-QĐ/TW, ngày 15/11/2017 và số 07-QĐi/TW, ngày 28/8/2018 của Bộ Chính trị.", ["bo-chinh-tri"] * 2),
        ("Việc này đã được Cục Thuế trả lời tại Công văn số 2392/CT-CS ngày 11/7/2025.", ["cuc-thue"]),
    ],
)  # fmt: skip
def test_bodies_of_lists(words, issuers):
    assert [m.issuer for m in analyse(HEAD + words + "\n").mentions] == issuers


def test_both_laws_of_one_day_print_it():
    text = "Căn cứ Luật Tổ chức chính quyền địa phương và Luật Ban hành văn bản quy phạm pháp luật cùng ngày 19 tháng 02 năm 2025;"
    assert [m.date for m in analyse(text).mentions] == ["2025-02-19"] * 2


@pytest.mark.parametrize(
    ("aside", "date"),
    [
        ("(Uỷ ban Thường vụ Quốc hội thông qua ngày 26-2-1998)", "1998-02-26"),
        ("(được Quốc hội thông qua ngày 26/2/1998)", "1998-02-26"),
        ("(Sở Tư pháp phổ biến ngày 26/2/1998)", None),
    ],
)
def test_the_day_of_passing_in_a_bracket(aside, date):
    (m,) = analyse(f"Xử lý cán bộ vi phạm Pháp lệnh Cán bộ, công chức {aside}.").mentions
    assert m.date == date


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Luật Đường bộ số 35/2024/QH15 và Luật Phòng không nhân dân số 49/2024/QH15 cùng được Quốc hội thông qua ngày 27/6/2024",
         ["2024-06-27", "2024-06-27"]),
        ("Thông tư 16/2024/TT-BCA quy định mẫu thẻ và Thông tư 17/2024/TT-BCA quy định chi tiết, cùng được Bộ Công an ban hành ngày 15/5/2024",
         ["2024-05-15", "2024-05-15"]),
        ("Thông tư 16/2023/TT-BCA và Thông tư 17/2024/TT-BCA, cùng được Bộ Công an ban hành ngày 15/5/2024", ["2023", "2024-05-15"]),
        ("Thông tư 16/2024/TT-BCA đã có. Thông tư 17/2024/TT-BCA và 18/2024/TT-BCA đều được Bộ Công an ban hành ngày 15/5/2024",
         ["2024", "2024-05-15", "2024-05-15"]),
    ],
)
def test_the_day_on_which_papers_were_issued_together(text, days):
    assert [m.date for m in analyse(f"{text}.").mentions] == days


@pytest.mark.parametrize(
    ("law", "days"),
    [
        ("Luật số 52/2019/QH14 sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019",
         ["2019-11-25", "2008", "2010"]),
        # of another year than the number; a law beside it
        ("Luật số 52/2019/QH14 sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 15/11/2010",
         ["2019", "2008", "2010"]),
        ("Luật số 52/2019/QH14, Luật Cán bộ, công chức và Luật Viên chức ngày 15/11/2010", ["2019", "2008", "2010"]),
    ],
)  # fmt: skip
def test_the_day_behind_the_last_of_several_amended_laws(law, days):
    a = analyse(f"{HEAD}Căn cứ {law};\n")
    assert a.mentions[0].date == days[0]
    assert [m.target.split("_")[3] for m in a.mentions[1:]] == days[1:]
