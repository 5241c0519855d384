"""Who issued a paper, where its number alone does not tell and the text does."""

import pytest

from kg.analyse import analyse
from tests import drafts


def issuers(text):
    return [m.issuer for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Luật Khoáng sản số 47-L/CTN ngày 3/4/1996", "quoc-hoi"),
        ("Pháp lệnh Thú y số 23-L/CTN ngày 15/2/1993", "uy-ban-thuong-vu-quoc-hoi"),
        ("Lệnh số 47-L/CTN ngày 3/4/1996", "chu-tich-nuoc"),
    ],
)
def test_a_law_with_the_number_of_the_order_that_made_it_public(text, issuer):
    assert issuers(f"Theo {text}.") == [issuer]


@pytest.mark.parametrize(
    ("paper", "issuer"),
    [
        ("Quyết định đưa vụ án ra xét xử số 58/2022/QĐXXST-HC ngày 10/4/2022", "toa-an-nhan-dan-tinh-gia-lai"),
        ("Quyết định đình chỉ số 58/2022/QĐST-HC ngày 10/4/2022", None),  # may be that of another court
    ],
)
def test_the_court_of_a_judgment_opened_its_trial(paper, issuer):
    text = f"TÒA ÁN NHÂN DÂN TỈNH GIA LAI\nBản án số: 15/2022/HC-ST\nNgày: 05-5-2022\n\nBẢN ÁN\n\nVụ án được đưa ra xét xử theo {paper}.\n"
    assert issuers(text) == [issuer]


BOARD = (
    "BAN CHỈ ĐẠO 389 TỈNH SƠN LA\nSố: 15/KH-BCĐ389\nSơn La, ngày 5 tháng 5 năm 2022\n\nKẾ HOẠCH\nChống buôn lậu\n\n"
    "Thực hiện Kế hoạch số {} ngày 3/2/2022 của Ban Chỉ đạo{}.\n"
)


@pytest.mark.parametrize(
    ("number", "behind", "is_own"),
    [
        ("10/KH-BCĐ389", "", True),
        ("10/KH-BCĐ138", "", False),  # the board of another number
        ("10/KH-BCĐ389", " phòng thủ dân sự", False),
    ],
)
def test_the_board_that_speaks_is_called_the_board_alone(number, behind, is_own):
    assert (issuers(BOARD.format(number, behind)) == ["ban-chi-dao-389-tinh-son-la"]) == is_own


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 02/KH-ĐGS ngày 3/4/2023 của Đoàn giám sát HĐND tỉnh Sơn La", "doan-giam-sat-hoi-dong-nhan-dan-tinh-son-la"),
        ("Hướng dẫn số 12/HD-MTTW của Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "doan-chu-tich-uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
        ("Hướng dẫn số 12/HD-MTTW-BTT", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    ],
)
def test_organs_of_councils_and_of_the_front(text, issuer):
    assert issuers(f"Theo {text}.") == [issuer]


REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả\n\nThực hiện Nghị quyết số 12-NQ/TU ngày 3/4/2020{}; {}.\n"


@pytest.mark.parametrize(
    ("of", "later", "issuer"),
    [
        ("", "theo Nghị quyết 12 của Ban Thường vụ Tỉnh ủy", "ban-thuong-vu-tinh-uy-son-la"),
        ("", "theo Nghị quyết 13 của Ban Thường vụ Tỉnh ủy", "tinh-uy-son-la"),
        (" của Ban Chấp hành Đảng bộ tỉnh", "theo Nghị quyết 12 của Ban Thường vụ Tỉnh ủy", "ban-chap-hanh-dang-bo-tinh-son-la"),
    ],
)
def test_a_short_form_tells_the_organ_that_the_code_leaves_open(of, later, issuer):
    assert issuers(REPORT.format(of, later))[0] == issuer


@pytest.mark.parametrize(
    ("second", "papers"), [("Bản án số 07/2023/HC-ST", 1), ("Bản án số 07/2023/HC-ST ngày 5/5/2023 của Tòa án nhân dân tỉnh Sơn La", 2)]
)
def test_a_judgment_without_its_court_is_that_of_the_court_named(second, papers):
    a = analyse(f"Bản án số 07/2023/HC-ST ngày 3/4/2023 của Tòa án nhân dân tỉnh Gia Lai bị kháng cáo. {second} có sai sót.")
    assert len({m.target for m in a.mentions}) == papers


COURT = "TÒA ÁN NHÂN DÂN TỈNH GIA LAI\nBản án số: 15/2022/HC-ST\nNgày: 05-5-2022\n\nBẢN ÁN\n\nÔng A khởi kiện {} ngày 3/4/2020{}.\n"
OFFICE = "UBND TỈNH GIA LAI\nSố: 90/BC-UBND\nGia Lai, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nRà soát\n\nÔng A khởi kiện {} ngày 3/4/2020{}.\n"


@pytest.mark.parametrize(
    ("text", "paper", "of", "issuer"),
    [
        (COURT, "Quyết định số 12/QĐ-UBND", "", None),
        (COURT, "Nghị quyết số 12/NQ-HĐND", "", None),
        (COURT, "Quyết định số 12/QĐ-UBND", " của UBND huyện Chư Sê", "uy-ban-nhan-dan-huyen-chu-se"),
        # a department is of the province; a committee's own report means its own papers
        (COURT, "Quyết định số 12/QĐ-STNMT", "", "so-tai-nguyen-va-moi-truong-tinh-gia-lai"),
        (OFFICE, "Quyết định số 12/QĐ-UBND", "", "uy-ban-nhan-dan-tinh-gia-lai"),
        (OFFICE, "Nghị quyết số 12/NQ-HĐND", "", "hoi-dong-nhan-dan-tinh-gia-lai"),
    ],
)
def test_a_judgment_speaks_of_committees_of_every_level(text, paper, of, issuer):
    assert issuers(text.format(paper, of)) == [issuer]


@pytest.mark.parametrize(("number", "is_own"), [("10/KH-BCĐ389", True), ("10/KH-BCĐ138", False)])
def test_a_numbered_board_of_the_nation(number, is_own):
    text = BOARD.replace("TỈNH SƠN LA", "QUỐC GIA").format(number, "")
    assert (issuers(text) == ["ban-chi-dao-389-quoc-gia"]) == is_own


@pytest.mark.parametrize("organs", [("ban-thuong-vu-tinh-uy", "ban-chap-hanh-dang-bo-tinh"), ("ban-chap-hanh-dang-bo-tinh", "ban-thuong-vu-tinh-uy")])
def test_of_several_short_forms_the_first_tells_the_organ(organs):
    names = {"ban-thuong-vu-tinh-uy": "Ban Thường vụ Tỉnh ủy", "ban-chap-hanh-dang-bo-tinh": "Ban Chấp hành Đảng bộ tỉnh"}
    later = "; ".join(f"theo Nghị quyết 12 của {names[organ]}" for organ in organs)
    assert issuers(REPORT.format("", later))[0] == f"{organs[0]}-son-la"


@pytest.mark.parametrize(
    ("number", "who", "issuer"),
    [
        ("1108/CTLAN-TTHT", "Cục Thuế", "cuc-thue-tinh-long-an"),
        ("1108/TCT-CS", "Tổng cục Thuế", "tong-cuc-thue"),
        ("1108/CTBTR-TTHT", "Cục Thuế tỉnh Bến Tre", "cuc-thue-tinh-ben-tre"),
    ],
)
def test_an_office_that_calls_itself_by_the_name_of_its_centre(number, who, issuer):
    text = (
        "TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH LONG AN\nSố: 2745/CTLAN-TTHT\nLong An, ngày 9 tháng 5 năm 2024\nV/v thuế\n"
        f"Kính gửi: Công ty A\n\nXem công văn số {number} ngày 14/3/2024 của {who} gửi Công ty.\n"
    )
    (m,) = analyse(text).mentions
    assert m.issuer == issuer


DISTRICT = "HĐND HUYỆN SA PA\nSố: 60/NQ-HĐND\nSa Pa, ngày 5 tháng 9 năm 2021\nNGHỊ QUYẾT\nVề chợ\n"


@pytest.mark.parametrize(
    ("day", "of_province"),
    [("22/8/2021", True), ("20/7/2021", False), ("21/8/2021", False)],  # the last is of nobody that the text names
)
def test_a_number_that_two_bodies_gave_is_of_the_one_whose_day_it_has(day, of_province):
    text = (
        f"{DISTRICT}Căn cứ Nghị quyết số 59/NQ-HĐND ngày 20/7/2021 của HĐND huyện Sa Pa;\n"
        "Căn cứ Nghị quyết số 59/NQ-HĐND ngày 22/8/2021 của HĐND tỉnh Lào Cai;\n"
        f"Điều 1. Giao các phòng thực hiện Nghị quyết số 59/NQ-HĐND ngày {day}.\n"
    )
    assert analyse(text).mentions[-1].issuer == (
        "hoi-dong-nhan-dan-tinh-lao-cai" if of_province else "hoi-dong-nhan-dan-huyen-sa-pa"
    )


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "ban-chap-hanh-trung-uong"),
        ("Nghị quyết số 18-NQ/TW, ngày 26/10/2017", None),  # no plenum that the registry knows
        ("Án lệ số 09/2016/AL", "hoi-dong-tham-phan-toa-an-nhan-dan-toi-cao"),
        ("Kế hoạch số 04/KH-VKS-VP ngày 06/01/2025 của Viện kiểm sát nhân dân tỉnh Gia Lai", "vien-kiem-sat-nhan-dan-tinh-gia-lai"),
        ("Bản án số 15/2023/DS-ST ngày 14/4/2023, TAND huyện Đồng Phú công nhận hợp đồng", "toa-an-nhan-dan-huyen-dong-phu"),
        ("Báo cáo số 35/BC-KTXH ngày 14/12/2018 của Ban Kinh tế - Xã hội HĐND huyện Quỳ Hợp",
         "ban-kinh-te-xa-hoi-hoi-dong-nhan-dan-huyen-quy-hop"),
    ],
)
def test_the_body_that_a_type_or_the_registry_tells(text, issuer):
    assert [m.issuer for m in analyse(f"Tại {text}.").mentions] == [issuer]


def test_a_firm_of_one_letter_is_not_the_writer_of_other_papers_without_a_code():
    text = (
        "Cục nhận được Công văn số 12/CV ngày 3/6/2024 của Công ty TNHH Cơ khí An Phát (sau đây gọi là Công ty). "
        "Xem Thông báo số 15/TB ngày 4/6/2024."
    )
    assert [m.issuer for m in analyse(text).mentions] == ["cong-ty-tnhh-co-khi-an-phat", None]


@pytest.mark.parametrize(
    ("short", "day"),
    [
        ("Chỉ thị 39, ngày 30/10/2024", "2024-10-30"),
        ("Chỉ thị 39", None),
        ("Chỉ thị 38, ngày 30/10/2024", None),
    ],
)
def test_the_day_of_a_short_form_is_that_of_its_paper(short, day):
    a = analyse(f"Thực hiện Chỉ thị số 39-CT/TW của Ban Bí thư.\n1. Các cấp ủy quán triệt {short}.\n")
    assert a.mentions[0].date == day


@pytest.mark.parametrize(
    ("told", "issuer"),
    [
        ("(được sửa đổi, bổ sung bởi các Quyết định số 88/QĐ-BHXH ngày 16/7/2018, 55/QĐ-BHXH ngày 27/3/2020)", "bao-hiem-xa-hoi-viet-nam"),
        ("và Quyết định số 88/QĐ-BHXH ngày 16/7/2018, Quyết định số 55/QĐ-BHXH", "bao-hiem-xa-hoi-tinh-nam-dinh"),
    ],
)
def test_what_changed_a_paper_is_of_its_body(told, issuer):
    head = "BẢO HIỂM XÃ HỘI TỈNH NAM ĐỊNH\nSố: 11/BHXH-QLT\nNam Định, ngày 15 tháng 7 năm 2024\n\nKính gửi: Các đơn vị\n\n"
    got = issuers(f"{head}Căn cứ Quyết định số 95/QĐ-BHXH ngày 14/4/2017 của Bảo hiểm xã hội Việt Nam về thu {told};\n")
    assert got[1:] == [issuer, issuer]


@pytest.mark.parametrize(("who", "issuer"), [("Phòng Kế hoạch - Đấu thầu", None), ("Bộ Kế hoạch và Đầu tư", "bo-ke-hoach-va-dau-tu")])
def test_an_office_inside_a_body_is_no_ministry(who, issuer):
    assert issuers(f"Theo đề nghị của {who} tại Tờ trình số 88/TTr-KHĐT ngày 15/10/2025.\n") == [issuer]


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (", UBND tỉnh ban hành Kế hoạch số 10/KH-UBND.", None),
        (", trọng tâm là mục 2 Chỉ thị này.", "2024-10-30"),
        (".", "2024-10-30"),
    ],
)
def test_the_day_of_a_clause_is_not_that_of_a_short_form(behind, day):
    text = f"Ban Bí thư ban hành Chỉ thị số 39-CT/TW về tín dụng chính sách. Thực hiện Chỉ thị 39, ngày 30/10/2024{behind}"
    assert drafts.papers(drafts.REPORT + text)["39-CT/TW"] == (day, "ban-bi-thu")


@pytest.mark.parametrize(
    ("between", "issuer"),
    [
        (" (được sửa đổi, bổ sung theo ", "uy-ban-nhan-dan-huyen-ea-kar"),
        (". Giá đất được sửa đổi, bổ sung theo ", "uy-ban-nhan-dan-tinh-dak-lak"),
    ],
)
def test_whose_paper_has_changed_the_one_before(between, issuer):
    text = f"Quyết định số 120/QĐ-UBND ngày 01/3/2020 của UBND huyện Ea Kar{between}Quyết định số 19/QĐ-UBND ngày 05/6/2021)."
    assert drafts.papers(drafts.REPORT + text)["19/QĐ-UBND"] == ("2021-06-05", issuer)


@pytest.mark.parametrize(("day", "issuer"), [("2024-11-13", "uy-ban-nhan-dan-tinh-ha-giang"), ("2025-11-13", None)])
def test_a_province_that_is_no_more_issues_nothing(day, issuer):
    year, month, of = day.split("-")
    text = (
        f"UBND tỉnh ban hành Kế hoạch số 9/KH-UBND ngày {of}/{month}/{year}; trước đó có Chỉ thị số 4/CT-UBND "
        "ngày 1/2/2023 của UBND tỉnh Hà Giang."
    )
    assert drafts.papers(text)["9/KH-UBND"] == (day, issuer)


@pytest.mark.parametrize(
    ("speaks", "issuer"),
    [
        ("Họp tại trụ sở UBND phường, tỉnh Quảng Ninh có mưa", None),
        ("Họp tại trụ sở UBND tỉnh Quảng Ninh", "uy-ban-nhan-dan-tinh-quang-ninh"),
        ("UBND phường dự họp với UBND tỉnh Quảng Ninh", "uy-ban-nhan-dan-tinh-quang-ninh"),
    ],
)
def test_news_of_a_ward_speaks_of_its_committee(speaks, issuer):
    assert drafts.papers(f"{speaks}. Mời họp theo 44/GM-UBND.")["44/GM-UBND"] == (None, issuer)


@pytest.mark.parametrize(
    ("words", "issuers"),
    [
        (
            "Kế hoạch số 81-KH/ĐUK ngày 15/8/2019; Hướng dẫn số 23-HD/ĐUK ngày 28/11/2019 của Đảng ủy Khối Doanh nghiệp Trung ương",
            ["dang-uy-khoi-doanh-nghiep-trung-uong"] * 2,
        ),
        (
            "Nghị quyết số 7-NQ/ĐU ngày 15/8/2019, Kế hoạch số 9-KH/ĐU ngày 28/11/2019 của Đảng ủy xã Mỹ Lộc",
            ["dang-uy-xa-my-loc"] * 2,
        ),
        # another code, another sentence
        ("Nghị quyết số 7-NQ/ĐU ngày 15/8/2019; Kế hoạch số 9-KH/HU của Huyện ủy Mỹ Lộc", [None, "huyen-uy-my-loc"]),
        ("Nghị quyết số 7-NQ/ĐU ngày 15/8/2019. Kế hoạch số 9-KH/ĐU của Đảng ủy xã Mỹ Lộc", [None, "dang-uy-xa-my-loc"]),
    ],
)
def test_the_committee_that_a_list_names_once(words, issuers):
    assert [m.issuer for m in analyse(f"Thực hiện {words} về đại hội.").mentions] == issuers


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        (
            "Ban Chỉ đạo công tác lập Kế hoạch phát triển kinh tế - xã hội cấp huyện, cấp xã",
            "ban-chi-dao-cong-tac-lap-ke-hoach-phat-trien-kinh-te-xa-hoi-cap-huyen-cap-xa-tinh-dak-lak",
        ),
        ("Ban Chỉ đạo xây dựng Kế hoạch tỉnh", "ban-chi-dao-xay-dung-ke-hoach-tinh-dak-lak"),
        ("Ban Chỉ đạo về kết quả họp và ý kiến", None),
        ("Ban Chỉ đạo đã đề nghị các sở", None),
    ],
)
def test_a_board_whose_field_no_unit_follows(words, issuer):
    text = f"{drafts.DECISION}Xét đề nghị của {words} tại Văn bản số 167/BC-BCĐ ngày 14/02/2015,\n"
    assert drafts.papers(text)["167/BC-BCĐ"][1] == issuer


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Nghị định 36/CP", "nghi-dinh"),
        ("Nghị định số 36/CP ngày 29/5/1995 và Quyết định 36/CP", "cong-van"),
        ("Nghị định 37/CP", "cong-van"),
    ],
)
def test_the_type_that_a_heading_gives_a_bare_number(heading, kind):
    text = f"Lịch sử hiệu lực: {heading}\n29/05/1995 Văn bản được ban hành 36/CP\n"
    assert analyse(text).mentions[-1].type == kind


@pytest.mark.parametrize(
    ("change", "issuer"),
    [
        ("đã được Chủ tịch UBND tỉnh Bình Định đính chính tại", "uy-ban-nhan-dan-tinh-binh-dinh"),
        ("được điều chỉnh tại", "uy-ban-nhan-dan-tinh-binh-dinh"),
        ("được UBND tỉnh Gia Lai thay thế bằng", "uy-ban-nhan-dan-tinh-gia-lai"),
    ],
)
def test_who_changed_a_paper(change, issuer):
    head = "ỦY BAN NHÂN DÂN TỈNH KON TUM\nSố: 15/KH-UBND\nKon Tum, ngày 5 tháng 5 năm 2023\n\nKẾ HOẠCH\nPhòng cháy\n\n"
    told = "Theo Quyết định số 9/QĐ-UBND ngày 3/2/2022 của Chủ tịch UBND tỉnh Bình Định"
    assert issuers(f"{head}{told} ({change} Quyết định số 12/QĐ-UBND ngày 4/3/2022).\n")[-1] == issuer
