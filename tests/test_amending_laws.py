"""Laws that amend others by name, those inside with their numbers; what a list of agents and a title may amend."""

import pytest

from kg.analyse import analyse

TITLE = (
    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15, Luật Kinh doanh bất động sản số "
    "29/2023/QH15 và Luật Các tổ chức tín dụng số 32/2024/QH15"
)
DECREE = "CHÍNH PHỦ\nSố: 5/2025/NĐ-CP\nHà Nội, ngày 10 tháng 1 năm 2025\n\nNGHỊ ĐỊNH\nVề đất đai\n\n"


def test_an_amending_law_holds_the_numbered_ones():
    a = analyse(f"{DECREE}Căn cứ {TITLE} ngày 29 tháng 6 năm 2024;\n")
    law, *inner = a.mentions
    assert (law.kind, law.date, law.title) == (
        "name", "2024-06-29",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở, Luật Kinh doanh bất động sản và Luật Các tổ chức tín dụng",
    )  # fmt: skip
    assert [(m.number, m.date) for m in inner] == [
        ("31/2024/QH15", "2024"), ("27/2023/QH15", "2023"), ("29/2023/QH15", "2023"), ("32/2024/QH15", "2024"),
    ]  # fmt: skip
    assert {r.object for r in a.relations if r.predicate == "basedOn"} == {law.target}
    assert {r.object for r in a.relations if r.predicate == "amends" and r.subject == law.target} == {m.target for m in inner}


@pytest.mark.parametrize("number", ["87/2025/QH15", "43/2024/QH15"])
def test_the_number_behind_the_last_title_is_of_the_amending_law(number):
    a = analyse(f"{DECREE}Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số {number};\n")
    assert [(m.number, m.text.startswith("Luật sửa đổi")) for m in a.mentions] == [(number, True), (None, False)]


def test_a_younger_paper_goes_on_with_what_is_amended():
    a = analyse(
        f"{DECREE}Căn cứ Nghị định số 62/2024/NĐ-CP ngày 07/6/2024 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 94/2016/NĐ-CP "
        "ngày 01/7/2016 của Chính phủ quy định chi tiết một số điều của Luật Thống kê và Nghị định số 94/2022/NĐ-CP ngày 07/11/2022 của Chính phủ;\n"
    )
    names = {d.id: d.number for d in a.documents}
    assert {(names.get(r.subject), names[r.object]) for r in a.relations if r.predicate == "amends"} == {
        ("62/2024/NĐ-CP", "94/2016/NĐ-CP"), ("62/2024/NĐ-CP", "94/2022/NĐ-CP"),
    }  # fmt: skip


@pytest.mark.parametrize("title", ["THI HÀNH ÁN DÂN SỰ", "THI HÀNH TẠM GIỮ, TẠM GIAM VÀ CẤM ĐI KHỎI NƠI CƯ TRÚ"])
def test_a_law_names_itself_in_wording_that_it_gives_others(title):
    text = (
        f"QUỐC HỘI\nLuật số: 106/2025/QH15\n\nLUẬT\n{title}\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật.\nĐiều 1. Phạm vi\n"
        f"Điều 2. Sửa đổi\n“5. Theo quy định của Luật {title.capitalize()}.”.\nLuật này được Quốc hội thông qua ngày 05 tháng 12 năm 2025.\n"
    )
    a = analyse(text)
    assert (a.document.title, a.document.date) == (title, "2025-12-05")
    assert a.document.id in {m.target for m in a.mentions}


def test_the_bodies_of_amenders_in_a_list():
    text = (
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH NGHỆ AN\nSố: 2203/BHXH-TST\nNghệ An, ngày 20 tháng 7 năm 2023\n\nKính gửi: các đơn vị\n\n"
        "Theo Quyết định số 595/QĐ-BHXH ngày 14/4/2017 của BHXH Việt Nam (được sửa đổi, bổ sung bởi các Quyết định số 505/QĐ-BHXH ngày 27/3/2020, "
        "số 490/QĐ-BHXH ngày 28/3/2023 và số 948/QĐ-BHXH ngày 05/6/2023)."
    )
    assert {m.issuer for m in analyse(text).mentions} == {"bao-hiem-xa-hoi-viet-nam"}


def test_a_figure_on_the_next_line_is_no_name_of_a_commune():
    a = analyse("1 | Công an xã | TTr số 15/TTr-CAX ngày 05/11/2025 của Công an xã\n2 | Ban Công tác | TTr số 09/TTr-MTTQ\n")
    assert "cong-an-xa-2" not in {m.issuer for m in a.mentions}


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("Kế hoạch này thực hiện từ ngày ký và thay thế Luật Lưu trữ năm 2011.", set()),
        ("Xây dựng Nghị định quy định chi tiết Luật Lưu trữ năm 2024 (thay thế Nghị định số 01/2013/NĐ-CP ngày 03/01/2013).", set()),
        ("Luật Lưu trữ năm 2024 (thay thế Luật Lưu trữ năm 2011).", {"replaces"}),
    ],
)
def test_what_cannot_be_ended_by_whom(words, links):
    text = f"BỘ NỘI VỤ\nSố: 618/KH-BNV\nHà Nội, ngày 15 tháng 8 năm 2024\nKẾ HOẠCH\nVề lưu trữ\n\nI. MỤC ĐÍCH\n{words}\n"
    assert {r.predicate for r in analyse(text).relations if r.predicate in ("replaces", "repeals", "amends")} == links


@pytest.mark.parametrize("name", ["QĐ69", "QĐ 69"])
def test_a_name_of_code_and_serial(name):
    a = analyse(f"Quy định số 69-QĐ/TW, ngày 06/7/2022 của Bộ Chính trị về kỷ luật (gọi tắt là {name}). Theo Điều 4 {name}, thời hiệu là 5 năm.")
    assert len({m.target for m in a.mentions}) == 1
    assert [m.text for m in a.mentions][1:] == [name, name]


def test_a_short_form_of_what_is_cited_in_full_gets_no_other_codes():
    a = analyse(
        "Thực hiện Nghị quyết số 68-NQ/TW, ngày 04/5/2025 của Bộ Chính trị; các nghị quyết của Chính phủ: số 138/NQ-CP, ngày 16/5/2025 triển khai "
        "thực hiện Nghị quyết 68 và số 139/NQ-CP, ngày 17/5/2025."
    )
    assert "68/NQ-CP" not in {m.number for m in a.mentions}


OFFICIALS = "vn_quoc-hoi_luat_2019_t-sua-doi-bo-sung-mot-so-dieu-cua-luat-can-bo-cong-chuc-va-luat-vien-chuc"


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("- 4Luật Cán bộ, công chức và Luật Viên chức sửa đổi 2019", OFFICIALS),
        ("- 4Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức 2019", OFFICIALS),
        # no act of the year amended both
        ("- 4Luật Cán bộ, công chức và Luật Viên chức sửa đổi 2018", "vn_quoc-hoi_luat_2008_t-can-bo-cong-chuc"),
        ("- 4Luật Đất đai và Luật Viên chức sửa đổi 2019", "vn_quoc-hoi_luat_2013_t-dat-dai"),
    ],
)
def test_a_law_that_amends_two_as_portals_name_it(line, first):
    head = "SỞ NỘI VỤ TỈNH SƠN LA\nSố: 5/KH-SNV\nSơn La, ngày 5 tháng 3 năm 2021\n\nKẾ HOẠCH\nVề viên chức\n\n"
    assert analyse(f"{line}\n{head}").mentions[0].target == first


@pytest.mark.parametrize("year", ["2018", "năm 2018", "ngày 20/11/2018"])
def test_a_law_that_amends_those_of_a_field_with_its_year(year):
    line = f"- 7Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch {year}\n- 8Nghị định 5/2019/NĐ-CP"
    law, decree = analyse(line).mentions
    assert (law.date[:4], decree.number) == ("2018", "5/2019/NĐ-CP")
