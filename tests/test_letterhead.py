import pytest

from kg.analyse import analyse


@pytest.mark.parametrize(
    ("head", "below", "issuer"),
    [
        (
            "HỘI LHPN TỈNH NGHỆ AN\nBTV HỘI LHPN HUYỆN NAM ĐÀN\nSố: 9/KH-BTV\nNam Đàn, ngày 2 tháng 3 năm 2023",
            "",
            "hoi-lien-hiep-phu-nu-huyen-nam-dan",
        ),
        (
            "ĐẢNG BỘ HUYỆN HOA LƯ\nĐẢNG ỦY XÃ NINH HẢI\n*\nSố 7-KH/ĐU\nNinh Hải, ngày 2 tháng 3 năm 2023",
            "",
            "dang-uy-xa-ninh-hai",
        ),
        (
            "THÀNH ỦY ĐÀ NẴNG\n*\nSố 7-KH/TU\nĐà Nẵng, ngày 2 tháng 3 năm 2023",
            "\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ",
            "ban-thuong-vu-thanh-uy-da-nang",
        ),
        ("TỈNH ỦY HÀ GIANG\n*\nSố 7-KH/TU\nHà Giang, ngày 2 tháng 3 năm 2023", "", "tinh-uy-ha-giang"),
        (
            "HUYỆN ỦY CẦU KÈ - TỈNH TRÀ VINH\nĐẢNG ỦY QUÂN SỰ HUYỆN\n*\nSố 7-KH/ĐUQS\nCầu Kè, ngày 2 tháng 3 năm 2023",
            "",
            "dang-uy-quan-su-huyen-cau-ke",
        ),
        (
            "BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nSố 7-TT/LB\nHà Nội, ngày 2 tháng 3 năm 1992",
            "",
            "bo-tai-chinh+bo-lao-dong-thuong-binh-va-xa-hoi",
        ),
        (
            "SỞ Y TẾ TỈNH HÀ NAM\nTRUNG TÂM KIỂM SOÁT BỆNH TẬT HÀ NAM\nSố: 7/KH-KSBT\nHà Nam, ngày 2 tháng 3 năm 2023",
            "",
            "trung-tam-kiem-soat-benh-tat-tinh-ha-nam",
        ),
        (
            "UBND TỈNH QUẢNG NINH\nBAN QUẢN LÝ KHU KINH TẾ\nSố: 7/KH-BQL\nQuảng Ninh, ngày 2 tháng 3 năm 2023",
            "",
            "ban-quan-ly-khu-kinh-te-tinh-quang-ninh",
        ),
        (
            "TINH UY THANH HOA\nHUYEN UY QUAN SON\nSo 7-KH/HU\nQuan Son, ngay 2 thang 3 nam 2023",
            "",
            "huyen-uy-quan-son",
        ),
        ("PHÒNG GD&ĐT HUYỆN KIM SƠN\nTRƯỜNG TIỂU HỌC KIM ĐÔNG\nSố: 23/KH-THKĐ\nKim Đông, ngày 2 tháng 3 năm 2023", "",
         "truong-tieu-hoc-kim-dong"),
        ("ỦY BAN NHÂN DÂN HUYỆN QUAN SƠN\nVĂN PHÒNG HĐND VÀ UBND\nSố: 7/KH-VP\nQuan Sơn, ngày 2 tháng 3 năm 2023", "",
         "van-phong-hoi-dong-nhan-dan-va-uy-ban-nhan-dan-huyen-quan-son"),
        ("TỈNH ĐOÀN HÀ GIANG\nBCH ĐOÀN HUYỆN VỊ XUYÊN\nSố: 7-KH/ĐTN\nVị Xuyên, ngày 2 tháng 3 năm 2023", "",
         "doan-thanh-nien-huyen-vi-xuyen"),
        ("TỈNH ỦY NGHỆ AN\nTHÀNH ỦY VINH\n*\nSố 7-KH/ThU\nVinh, ngày 2 tháng 3 năm 2023", "\nT/M BAN THƯỜNG VỤ\nBÍ THƯ",
         "ban-thuong-vu-thanh-uy-vinh"),
        ("MTTQ VIỆT NAM THÀNH PHỐ ĐÀ NẴNG\nỦY BAN MTTQ VIỆT NAM\nPHƯỜNG AN HẢI\nSố: 7/KH-MTTQ-BTT\nAn Hải, ngày 2 tháng 3 năm 2026", "",
         "uy-ban-mat-tran-to-quoc-viet-nam-phuong-an-hai"),
        ("UBND THÀNH PHỐ VINH\nUBND PHƯỜNG BẾN THỦY\nSố: 7/KH-UBND\nBến Thủy, ngày 2 tháng 3 năm 2023", "",
         "uy-ban-nhan-dan-phuong-ben-thuy"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH\nUBND THÀNH PHỐ THỦ ĐỨC\nSố: 7/KH-UBND\nThủ Đức, ngày 2 tháng 3 năm 2023", "",
         "uy-ban-nhan-dan-thanh-pho-thu-duc"),
        ("ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH LÀO CAI\nĐẢNG ỦY SỞ TÀI CHÍNH\n*\nSố 7-KH/ĐU\nLào Cai, ngày 2 tháng 3 năm 2023", "",
         "dang-uy-so-tai-chinh-tinh-lao-cai"),
    ],
)
def test_bodies_of_letterheads(head, below, issuer):
    d = analyse(f"{head}\n\nKẾ HOẠCH\nkiểm tra, giám sát\n\nNội dung kiểm tra.\n{below}").document
    assert d.issuer == issuer


@pytest.mark.parametrize("of", ["KẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n", "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\n"])
def test_the_organ_between_type_and_title(of):
    head = f"TỈNH ỦY HÀ GIANG\n*\nSố 7-KL/TU\nHà Giang, ngày 2 tháng 3 năm 2023\n\n{of}"
    d = analyse(head + "về tín dụng chính sách\n\nSau khi thảo luận, kết luận:").document
    assert (d.issuer, d.title) == ("ban-thuong-vu-tinh-uy-ha-giang", "về tín dụng chính sách")


def test_the_body_that_a_portal_names():
    text = "Số hiệu: 10-TT/LB Loại văn bản: Thông tư liên tịch\nNơi ban hành: Bộ Tài chính, Ngân hàng Nhà nước Người ký: A\nNgày ban hành: 24/11/1965 Ngày hiệu lực: Đã biết\n\nTHÔNG TƯ LIÊN BỘ\n\nVỀ VIỆC CHUYỂN LƯƠNG\n"
    assert analyse(text).document.issuer == "bo-tai-chinh+ngan-hang-nha-nuoc-viet-nam"


def test_the_body_of_the_party_that_decides_below_the_grounds():
    text = "Số 41-QĐ/TW\n\nQUY ĐỊNH\nvề việc miễn nhiệm cán bộ\n\n- Căn cứ Điều lệ Đảng;\n\nBộ Chính trị quy định việc miễn nhiệm cán bộ như sau:\n\nĐiều 1. Phạm vi\n"
    assert analyse(text).document.issuer == "bo-chinh-tri"
    assert analyse(text.replace("như sau:", "từ nay.")).document.issuer is None


def test_whose_letterhead_it_is_without_a_number():
    text = "THỦ TƯỚNG CHÍNH PHỦ\nHà Nội, ngày 15 tháng 11 năm 1997\n\nQUYẾT ĐỊNH\n\nVỀ VIỆC MỞ RỘNG\n"
    assert analyse(text).document.issuer == "thu-tuong-chinh-phu"
    draft = "VĂN PHÒNG CHÍNH PHỦ\nSố:\n/TTr-VPCP\nTỜ TRÌNH\nVề dự thảo Nghị định\nKính gửi: Chính phủ\n"
    assert analyse(draft).document.issuer == "van-phong-chinh-phu"
    letter = "TỔNG CỤC THUẾ\nSố: 2728/TCT-DNL\nV/v\n: Thực hiện quy định về hóa đơn.\nHà Nội, ngày 18 tháng 07 năm 2014\nKính gửi: Cục thuế\n"
    assert analyse(letter).document.title == "Thực hiện quy định về hóa đơn."


PAGE = (
    "Trang chủ | Tin tức\nCổng thông tin điện tử phường An Cựu, thành phố Huế\n\n{}\n\nThực hiện Nghị quyết số 71-NQ/TW ngày "
    "22/8/2025 của Bộ Chính trị, {}\n\nI. MỤC TIÊU\n- Đến năm 2030, mọi trường đạt chuẩn.\n"
)
HEADLINE = "Kế hoạch của UBND phường An Cựu triển khai thực hiện Nghị quyết số 71-NQ/TW về giáo dục"


@pytest.mark.parametrize(
    ("headline", "opening", "issuer"),
    [
        (HEADLINE, "UBND phường An Cựu xây dựng kế hoạch với những nội dung chính sau:", "uy-ban-nhan-dan-phuong-an-cuu"),
        (HEADLINE, "UBND phường ban hành Kế hoạch như sau:", "uy-ban-nhan-dan-phuong-an-cuu"),
        (HEADLINE, "UBND phường An Cựu ban hành Kế hoạch số 12/KH-UBND với những nội dung sau:", None),  # news
        (HEADLINE, "UBND phường An Cựu đã họp.", None),
        (HEADLINE, "UBND thành phố Huế xây dựng kế hoạch như sau:", None),
        ("UBND phường triển khai Nghị quyết số 71-NQ/TW", "UBND phường An Cựu xây dựng kế hoạch như sau:", None),
    ],
)
def test_a_paper_pasted_into_a_page(headline, opening, issuer):
    document = analyse(PAGE.format(headline, opening)).document
    assert (document.type, document.issuer) == (("ke-hoach", issuer) if issuer else (None, None))
    if issuer:
        assert document.title == "triển khai thực hiện Nghị quyết số 71-NQ/TW về giáo dục"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Huyện ủy Mai Sơn báo cáo kết quả như sau:", "huyen-uy-mai-son"),
        ("Ban Thường vụ Huyện ủy báo cáo kết quả như sau:", "ban-thuong-vu-huyen-uy-mai-son"),
        ("Huyện ủy báo cáo thêm số liệu sau.", "ban-thuong-vu-huyen-uy-mai-son"),
    ],
)
def test_the_committee_speaks_itself_whoever_signs(words, issuer):
    text = (
        "TỈNH ỦY SƠN LA\nHUYỆN ỦY MAI SƠN\n*\nSố 518-BC/HU\nMai Sơn, ngày 17 tháng 5 năm 2024\n\nBÁO CÁO\ntổng kết công tác dân vận\n"
        f"-----\n\nThực hiện Kế hoạch số 186-KH/TU, ngày 12/3/2024 của Ban Thường vụ Tỉnh ủy Sơn La, {words}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n"
    )
    assert analyse(text).document.issuer == issuer


def test_whose_conclusion_a_notice_tells():
    text = "HUYỆN ỦY VĨNH THUẬN\n*\nSố 903-TB/HU\nVĩnh Thuận, ngày 04 tháng 10 năm 2021\n\nTHÔNG BÁO\nkết luận của {} tại cuộc họp\n\nNgày 1/10, họp.\n"
    assert analyse(text.format("Thường trực Huyện ủy")).document.issuer == "thuong-truc-huyen-uy-vinh-thuan"
    assert analyse(text.format("đồng chí Chủ tịch UBND huyện")).document.issuer == "huyen-uy-vinh-thuan"


def test_the_government_council_with_the_code_of_the_government():
    text = (
        "HỘI ĐỒNG CHÍNH PHỦ\nSố: 134-CP\nHà Nội, ngày 12 tháng 6 năm 1978\n\nQUYẾT ĐỊNH\nbổ sung chế độ\n\nCăn cứ Nghị quyết số 41-NQ/QH ngày "
        "28-2-1977 của Ủy ban Thường vụ Quốc hội; Quyết định số 10-CP ngày 11-1-1977; Nghị quyết số 5/2020/QH14 của Ủy ban Thường vụ Quốc hội."
    )
    a = analyse(text)
    assert a.document.issuer == "hoi-dong-chinh-phu"
    assert a.document.id == "vn_chinh-phu_quyet-dinh_1978_134-cp"
    assert [m.issuer for m in a.mentions] == ["uy-ban-thuong-vu-quoc-hoi", "hoi-dong-chinh-phu", "quoc-hoi"]


def test_the_mass_mobilisation_bloc_of_a_commune():
    text = (
        "ĐẢNG BỘ HUYỆN MƯỜNG LA\nĐẢNG ỦY XÃ MƯỜNG BÚ\n*\nSố 86-QĐ/ĐU\nMường Bú, ngày 6 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nvề việc thành lập\n\n"
        "- Xét đề nghị của Khối Dân vận xã tại Tờ trình số 04-TTr/KDV, ngày 04/3/2024,\n"
    )
    assert [m.issuer for m in analyse(text).mentions] == ["khoi-dan-van-xa-muong-bu"]


ARMY = "{head}\n--------\n\nSố: 57/{code}\n\nHà Nội, ngày 4 tháng 3 năm 2014\n\nHƯỚNG DẪN\nVỀ KHEN THƯỞNG\n"


@pytest.mark.parametrize(
    ("head", "code", "issuer"),
    [
        ("TỔNG CỤC CHÍNH TRỊ -\nBỘ TỔNG THAM MƯU", "HD-CT-TM", "tong-cuc-chinh-tri+bo-tong-tham-muu"),
        ("BỘ QUỐC PHÒNG\nTỔNG CỤC CHÍNH TRỊ", "HD-CT", "tong-cuc-chinh-tri"),
        ("BỘ TÀI CHÍNH - TỔNG CỤC THUẾ", "HD-CT-TM", "uy-ban-nhan-dan"),  # the letters of neither: the code speaks
        ("UBND TỈNH SƠN LA", "HD-CT", "uy-ban-nhan-dan-tinh-son-la"),
    ],
)
def test_departments_whose_last_initials_are_the_code(head, code, issuer):
    found = analyse(ARMY.format(head=head, code=code)).document.issuer
    assert found == issuer or (issuer == "uy-ban-nhan-dan" and not (found or "").startswith("tong-cuc"))


def test_a_number_in_a_page_s_heading_is_no_letterhead():
    head = "BẢO HIỂM XÃ HỘI\nVIỆT NAM\n-----\nSố: 88/QĐ-BHXH\nHà Nội, ngày 4 tháng 3 năm 2014\n\nQUYẾT ĐỊNH\nVỀ SỔ BẢO HIỂM\n"
    for above in ("", "Quyết định 88/QĐ-BHXH 2016 về sổ bảo hiểm\n\n", "Quyết định 88/QĐ-BHXH về sổ bảo hiểm\n\n"):
        a = analyse(above + head)
        assert (a.document.issuer, a.document.date) == ("bao-hiem-xa-hoi-viet-nam", "2014-03-04")
        assert {m.target for m in a.mentions} <= {a.document.id}
    other = analyse("Quyết định 88/QĐ-BHXH ngày 5/6/2016 về sổ bảo hiểm\n\n" + head)
    assert [m.target == other.document.id for m in other.mentions] == [False]


def test_the_securities_commission_below_its_ministry():
    head = "BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 12/QĐ-{} | Hà Nội, ngày 05 tháng 09 năm 2013 |\nQUYẾT ĐỊNH\nVỀ QUY TRÌNH\n"
    assert analyse(head.format("UBCK")).document.issuer == "uy-ban-chung-khoan-nha-nuoc"
    assert analyse(head.format("BTC")).document.issuer == "bo-tai-chinh"


def test_three_ministries_joined_by_hyphens_and_their_own_title_line():
    text = (
        "BỘ GIÁO DỤC-BỘ NÔNG NGHIỆP-BỘ TÀI CHÍNH\n****\n\nSố: 5-TT/LB\n\nHà Nội, ngày 2 tháng 6 năm 1978\n\nTHÔNG TƯ LIÊN TỊCH\n\n"
        "CỦA BỘ GIÁO DỤC - TÀI CHÍNH - NÔNG NGHIỆP SỐ {} HƯỚNG DẪN THỰC HIỆN QUYẾT ĐỊNH SỐ 31/TTG VỀ TRƯỜNG LỚP\n\nTrường lớp do xã dựng.\n"
    )
    a = analyse(text.format("5-TT/LB NGÀY 2-6-1978"))
    assert a.document.issuer == "bo-giao-duc+bo-nong-nghiep+bo-tai-chinh"
    assert a.mentions[0].target == a.document.id
    assert [(r.subject == a.document.id, r.predicate) for r in a.relations] == [(True, "guides")]
    b = analyse(text.format("5-TT/LB NGÀY 2-6-1975"))  # another day: another paper
    assert b.mentions[0].target != b.document.id


@pytest.mark.parametrize(
    "beside", ["Độc lập - Tự do - Hạnh phúc", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 14 tháng 10 năm 2025"]
)
def test_what_stands_beside_the_number(beside):
    head = f"BỘ TÀI CHÍNH            CỘNG HÒA\nSố: 94/2025/TT-BTC          {beside}\n             Hà Nội, ngày 14 tháng 10 năm 2025\n"
    d = analyse(f"{head}\nTHÔNG TƯ\nSửa đổi\n\nCăn cứ Luật Quản lý thuế;\nĐiều 1. Sửa đổi\n").document
    assert (d.number, d.date, d.issuer) == ("94/2025/TT-BTC", "2025-10-14", "bo-tai-chinh")


def test_a_sentence_behind_a_number_is_no_column():
    assert analyse("BỘ TÀI CHÍNH\nSố 94/2025/TT-BTC được ban hành để sửa đổi\n").document.number is None


@pytest.mark.parametrize(
    ("foot", "is_told"),
    [
        ("Nơi nhận:                     T/M BAN THƯỜNG VỤ\n- Các huyện ủy.                PHÓ BÍ THƯ\n", True),
        ("Nơi nhận: T/M BAN THƯỜNG VỤ\n- Các huyện ủy.\n", True),
        ("Nơi nhận\tT/M BAN THƯỜNG VỤ\n", True),
        # in the middle of a line of text
        ("Nơi nhận theo danh sách ký T/M BAN THƯỜNG VỤ\n", False),
        ("- Các huyện ủy; lưu T/M BAN THƯỜNG VỤ\n", False),
    ],
)
def test_the_signature_beside_the_receivers(foot, is_told):
    head = "TỈNH ỦY HÀ GIANG\n*\nSố 7-KH/TU\nHà Giang, ngày 2 tháng 3 năm 2023\n\nKẾ HOẠCH\nkiểm tra, giám sát\n\nNội dung.\n"
    assert analyse(head + foot).document.issuer == ("ban-thuong-vu-tinh-uy-ha-giang" if is_told else "tinh-uy-ha-giang")


PLACE = "ĐẢNG CỘNG SẢN VIỆT NAM\nAn Cựu, ngày 5 tháng 6 năm 2025\nKính gửi: Các chi bộ\n"
ABOUT = "Về đôn đốc thu đảng phí"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Số 180-CV/ĐU\n{ABOUT}\n{PLACE}", ABOUT),
        (f"Số       -CV/ĐU\n{ABOUT}\n{PLACE}", ABOUT),  # not filled in
        (f"Số 180-CV/ĐU\n{PLACE}{ABOUT}, đảng ủy yêu cầu:\n", None),  # the letter itself
    ],
)
def test_what_a_letter_of_the_party_is_about(text, title):
    assert analyse(f"THÀNH ỦY HUẾ\nĐẢNG ỦY PHƯỜNG AN CỰU\n*\n{text}").document.title == title


@pytest.mark.parametrize(("behind", "date"), [("Kính gửi: Các bộ", "2019-05-23"), ("các bộ đã họp", None)])
def test_a_letter_on_one_line(behind, date):
    text = f"Số: 3397/BKHĐT-KTNN V/v hướng dẫn lập kế hoạch Hà Nội, ngày 23 tháng 5 năm 2019 {behind}\nNội dung.\n"
    assert analyse(text).document.date == date


@pytest.mark.parametrize(
    ("place", "above_grounds", "issuer"),
    [
        ("Quận 9", "ỦY BAN NHÂN DÂN QUẬN 9", "uy-ban-nhan-dan-quan-9"),
        ("Quận 9", "", "uy-ban-nhan-dan-quan-9"),
        ("Giồng Riềng", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG", "uy-ban-nhan-dan-huyen-giong-rieng"),
        ("Giồng Riềng", "", None),  # a town, a commune or a district
    ],
)
def test_a_letterhead_that_lost_its_second_line(place, above_grounds, issuer):
    text = f"ỦY BAN NHÂN DÂN\nSố: 05/2013/QĐ-UBND\n{place}, ngày 01 tháng 10 năm 2013\nQUYẾT ĐỊNH\nVề quy chế\n{above_grounds}\nCăn cứ Luật Thanh tra;\n"
    assert analyse(text).document.issuer == issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ĐẢNG BỘ TỈNH TÂY NINH\nĐẢNG ỦY XÃ HƯNG THUẬN\n*\nSố 4-NQ/ĐU", "ban-chap-hanh-dang-bo-xa-hung-thuan"),
        ("ĐẢNG ỦY PHƯỜNG TRẢNG BÀNG\n*\nSố 4-NQ/ĐU", "ban-chap-hanh-dang-bo-phuong-trang-bang"),
        ("HUYỆN ỦY TÂN BIÊN\n*\nSố 4-NQ/HU", "huyen-uy-tan-bien"),  # a district's letterhead stands for its committee
    ],
)
def test_a_commune_committee_that_signs_as_its_plenum(head, issuer):
    text = f"{head}\nTây Ninh, ngày 3 tháng 6 năm 2025\n\nNGHỊ QUYẾT\nvề chi bộ mẫu\n\nCác chi bộ làm tốt.\n\nT/M {{}}\nBÍ THƯ\n"
    assert analyse(text.format("BAN CHẤP HÀNH")).document.issuer == issuer


def test_a_commune_committee_whose_bureau_signs_is_no_plenum():
    text = (
        "ĐẢNG ỦY XÃ HƯNG THUẬN\n*\nSố 4-NQ/ĐU\nTây Ninh, ngày 3 tháng 6 năm 2025\n\nNGHỊ QUYẾT\nvề chi bộ mẫu\n\n"
        "Các chi bộ làm tốt.\n\nT/M {}\nBÍ THƯ\n"
    )
    assert analyse(text.format("BAN THƯỜNG VỤ")).document.issuer == "ban-thuong-vu-dang-uy-xa-hung-thuan"
    assert analyse(text.format("ĐẢNG ỦY")).document.issuer == "dang-uy-xa-hung-thuan"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH CÀ MAU", "hoi-nong-dan-tinh-ca-mau"),
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBCH TỈNH CÀ MAU", "hoi-lien-hiep-phu-nu-tinh-ca-mau"),
        ("HỘI CỰU CHIẾN BINH VIỆT NAM\nBAN CHẤP HÀNH HUYỆN NĂM CĂN", "hoi-cuu-chien-binh-huyen-nam-can"),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH CÀ MAU", "tinh-doan-ca-mau"),
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG", "trung-uong-hoi-nong-dan-viet-nam"),
        ("HỘI NÔNG DÂN VIỆT NAM", "trung-uong-hoi-nong-dan-viet-nam"),
    ],
)
def test_the_committees_of_mass_organisations_below_the_name_of_the_whole(head, issuer):
    text = f"{head}\n\nCà Mau, ngày 3 tháng 6 năm 2023\n\nĐỀ ÁN\nXây dựng tổ hội\n\nI. CĂN CỨ\n1. Luật Hợp tác xã năm 2012.\n"
    assert analyse(text).document.issuer == issuer
