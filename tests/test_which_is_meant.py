"""What looks like one paper and is another one, or none: new laws, repealed papers, numbers of forms, facts of a page."""

import pytest

from kg.analyse import analyse


def _targets(text):
    return [(m.text, m.date) for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Theo Luật Tổ chức Chính phủ năm 2001. Nay Luật Tổ chức Chính phủ mới đã được ban hành.", ["2001", None]),
        ("Theo Luật Tổ chức Chính phủ năm 2001. Nay Luật Tổ chức Chính phủ đã được ban hành.", ["2001", "2001"]),
        ("Theo Luật Đất đai năm 2024. Luật Đất đai mới có nhiều điểm khác.", ["2024", "2024"]),
    ],
)
def test_a_new_law_is_not_the_old_one_beside_it(text, dates):
    assert [m.date for m in analyse(text).mentions] == dates


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Điều 1 bãi bỏ Thông tư số 21/2008/TT-BTC về phí. Thông tư này cũng quy định mức thu.", ["21/2008/TT-BTC"]),
        ("Bộ ban hành Thông tư số 5/2020/TT-BTC thay thế Thông tư số 21/2008/TT-BTC. Thông tư này quy định mức thu.",
         ["5/2020/TT-BTC", "21/2008/TT-BTC", "5/2020/TT-BTC"]),
        ("Bộ ban hành Thông tư số 5/2020/TT-BTC về phí. Thông tư này quy định mức thu.", ["5/2020/TT-BTC"] * 2),
    ],
)  # fmt: skip
def test_a_paper_that_another_ends_is_not_the_one_that_news_tells_of(text, numbers):
    assert [m.number for m in analyse(text).mentions] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Báo cáo theo các biểu số liệu 01/TTr, 02/TTr, 03/TTr ban hành kèm theo Thông tư này.", []),
        ("Số liệu tại các biểu số: 01/TTr, 02/TTr và 03/TTr.", []),
        ("Theo mẫu số 01/BC-UBND, 02/BC-UBND và Quyết định số 5/QĐ-UBND.", ["5/QĐ-UBND"]),
        ("Theo các Tờ trình số 01/TTr-BTC, 02/TTr-BTC của Bộ Tài chính.", ["01/TTr-BTC", "02/TTr-BTC"]),
        ("Theo mẫu của Bộ, 33/CT-TTg, 34/CT-TTg.", ["33/CT-TTg", "34/CT-TTg"]),
    ],
)
def test_lists_of_forms_are_no_papers(text, numbers):
    assert [m.number for m in analyse(text).mentions] == numbers


def test_name_and_number_in_the_facts_of_a_page_are_one_act():
    facts = "\n • Số ký hiệu: 16/2004/PL-UBTVQH11\n • Ngày ban hành: 24/03/2004\n"
    one = analyse("Văn bản căn cứ\nPháp lệnh Giống vật nuôi [Thuộc tính]" + facts).mentions
    assert len({m.target for m in one}) == 1
    assert {m.date for m in one} == {"2004-03-24"}
    two = analyse("Văn bản căn cứ\nLuật Chăn nuôi [Thuộc tính]" + facts).mentions
    assert len({m.target for m in two}) == 2


HEAD = "CHÍNH PHỦ\nSố: 320/2025/NĐ-CP\nHà Nội, ngày 15 tháng 12 năm 2025\n\nNGHỊ ĐỊNH\nVề thuế\n\n"


def test_a_name_that_the_text_gave_to_a_new_law_is_another_one_in_an_older_title():
    a = analyse(
        f"{HEAD}Căn cứ Luật Thuế thu nhập doanh nghiệp số 67/2025/QH15 (sau đây gọi là Luật Thuế thu nhập doanh nghiệp);\nĐiều 1. "
        "Nghị định này thay thế Nghị định số 218/2013/NĐ-CP ngày 26 tháng 12 năm 2013 của Chính phủ quy định chi tiết một số điều Luật Thuế thu nhập "
        "doanh nghiệp; việc khác theo Luật Thuế thu nhập doanh nghiệp.\n"
    )
    by_name = [m.target for m in a.mentions if m.kind == "name"]
    new, old = "vn_quoc-hoi_luat_k15_67-2025-qh15", "vn_quoc-hoi_luat_2008_t-thue-thu-nhap-doanh-nghiep"
    assert by_name == [new, old, new]


def test_of_two_numbers_under_one_title_the_one_of_the_older_title():
    a = analyse(
        f"{HEAD}Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15; Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15;\n"
        "Căn cứ Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ hướng dẫn thi hành Luật Ban hành văn bản quy phạm pháp luật;\n"
    )
    assert a.mentions[-1].target == "vn_quoc-hoi_luat_k15_64-2025-qh15"


def test_a_letterhead_within_a_text_tells_the_day_of_its_paper():
    block = "BỘ XÂY DỰNG\nSố: 07/VBHN-BXD\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 03 tháng 3 năm 2026\nKT. BỘ TRƯỞNG\n"
    assert analyse(f"{HEAD}Điều 1. Nội dung\n{block}").mentions[-1].date == "2026-03-03"
    assert analyse(f"{HEAD}Điều 1. Nội dung\n{block.replace('07/VBHN', '07/2025/VBHN')}").mentions[-1].date == "2025"


@pytest.mark.parametrize(("day", "target"), [("10 tháng 12", "ref_quoc-hoi_luat_t-dau-tu"), ("27 tháng 6", "vn_quoc-hoi_luat_2020_t-dau-tu")])
def test_a_law_that_the_same_session_passes(day, target):
    text = f"QUỐC HỘI\nLuật số: 140/2025/QH15\n\nLUẬT\nGIÁ\nCăn cứ Hiến pháp;\nĐiều 1. Theo Luật Đầu tư.\nLuật này được Quốc hội thông qua ngày {day} năm 2025.\n"
    assert analyse(text).mentions[-1].target == target


def test_the_amending_law_that_a_decree_details():
    excise = "Luật Thuế tiêu thụ đặc biệt"
    text = (
        "Bãi bỏ Nghị định số 108/2015/NĐ-CP ngày 28 tháng 10 năm 2015 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của "
        f"{excise} và Luật sửa đổi, bổ sung một số điều của {excise}."
    )
    assert "vn_quoc-hoi_luat_2014_t-sua-doi-bo-sung-mot-so-dieu-cua-luat-thue-tieu-thu-dac-biet" in {m.target for m in analyse(text).mentions}


TWO_PLANS = (
    "ỦY BAN NHÂN DÂN\nXÃ TAM DƯƠNG\nSố: 36/KH-UBND\nTam Dương, ngày 18 tháng 8 năm 2025\n\nKẾ HOẠCH\n"
    "Triển khai Kế hoạch số 112/KH-UBND ngày 25/7/2025 của UBND tỉnh Phú Thọ\n\nI. TÌNH HÌNH\n"
    "Trước đây thực hiện Kế hoạch số 112/KH-UBND ngày 22/4/2024 của UBND tỉnh Vĩnh Phúc.\nII. NHIỆM VỤ\n{}\n"
)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Thực hiện mục II Kế hoạch 112 của UBND tỉnh Vĩnh Phúc.", "2024-04-22"),
        ("Thực hiện mục II Kế hoạch 112.", "2025-07-25"),  # that of the title
    ],
)
def test_a_short_form_that_fits_two(words, date):
    last = analyse(TWO_PLANS.format(words)).mentions[-1]
    assert (last.number, last.date) == ("112/KH-UBND", date)


@pytest.mark.parametrize(("title", "year"), [("Luật Hải quan năm 2014", "2014"), ("Luật Hải quan", None)])
def test_a_law_that_the_own_title_dates(title, year):
    text = (
        f"BỘ TÀI CHÍNH\nSố: 19046/BTC-TCHQ\nV/v thực hiện {title}\nHà Nội, ngày 29 tháng 12 năm 2014\nKính gửi: Cục Hải quan.\n"
        "Luật Hải quan năm 2014 thay thế Luật Hải quan năm 2001. Thực hiện theo khoản 2 Điều 20 Luật Hải quan.\n"
    )
    a = analyse(text)
    meant = next(d for d in a.documents if d.id == a.mentions[-1].target)
    assert ((meant.date or "")[:4] == "2014") == (year == "2014")


def test_a_paper_of_another_day_of_a_body_that_nobody_named():
    text = (
        "UBND TỈNH CAO BẰNG\nSố: 06/CT-UBND\nCao Bằng, ngày 8 tháng 9 năm 2024\nCHỈ THỊ\nVề phòng cháy rừng\n"
        "Huyện Bảo Lạc điều chỉnh Kế hoạch số 87/KH-UBND ngày 20/3/2024 của UBND huyện theo Kế hoạch số 87/KH-UBND ngày 15/01/2024 của UBND tỉnh.\n"
    )
    first, second = [m for m in analyse(text).mentions if m.number == "87/KH-UBND"]
    assert first.target != second.target
    assert first.issuer != second.issuer


@pytest.mark.parametrize("guides", ["hướng dẫn Luật Phòng, chống ma túy", "quy định chi tiết Luật Phòng, chống ma túy"])
def test_the_law_that_a_later_decree_guides_is_not_the_one_of_the_page(guides):
    text = (
        f"Nghị định số 58/2003/NĐ-CP bị thay thế bởi Nghị định số 105/2021/NĐ-CP ngày 04/12/2021 của Chính phủ {guides}.\n\n"
        "CHÍNH PHỦ\nSố: 58/2003/NĐ-CP\nHà Nội, ngày 29 tháng 5 năm 2003\n\nNGHỊ ĐỊNH\nVề kiểm soát\n\n"
        "Căn cứ Luật Phòng, chống ma túy ngày 09 tháng 12 năm 2000;\n"
    )
    laws = [m.target.split("_")[3] for m in analyse(text).mentions if m.type == "luat"]
    assert laws == ["2021", "2000"]
