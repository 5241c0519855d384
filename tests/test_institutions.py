"""Bodies that no table knows: hospitals, schools, boards, companies, offices of a branch in a place."""

import pytest

from kg.analyse import analyse
from kg.institutions import read_body, read_institution
from kg.issuers import settle
from kg.locality import NOWHERE, province_locality
from kg.normalise import plain

SON_LA = province_locality("son-la")


@pytest.mark.parametrize(
    ("named", "slug", "series"),
    [
        ("Bệnh viện Đa khoa tỉnh Sơn La", "benh-vien-da-khoa-tinh-son-la", "benh-vien-da-khoa.son-la"),
        ("Giám đốc Bệnh viện Đa khoa tỉnh", "benh-vien-da-khoa-tinh-son-la", "benh-vien-da-khoa.son-la"),
        ("BVĐK tỉnh", "benh-vien-da-khoa-tinh-son-la", "benh-vien-da-khoa.son-la"),
        ("Bệnh viện Đa khoa Phú Thọ", "benh-vien-da-khoa-tinh-phu-tho", "benh-vien-da-khoa.phu-tho"),
        ("Trung tâm Y tế huyện Mai Sơn", "trung-tam-y-te-huyen-mai-son", "trung-tam-y-te.huyen-mai-son.son-la"),
        ("TTYT huyện Mai Sơn", "trung-tam-y-te-huyen-mai-son", "trung-tam-y-te.huyen-mai-son.son-la"),
        ("Trạm Y tế xã Chiềng Mai", "tram-y-te-xa-chieng-mai", "tram-y-te.xa-chieng-mai.son-la"),
        (
            "Trung tâm Kiểm soát bệnh tật tỉnh Lào Cai",
            "trung-tam-kiem-soat-benh-tat-tinh-lao-cai",
            "trung-tam-kiem-soat-benh-tat.lao-cai",
        ),
        ("Trường THPT Tô Hiệu", "truong-trung-hoc-pho-thong-to-hieu", "truong-trung-hoc-pho-thong-to-hieu.son-la"),
        ("Hiệu trưởng Trường Đại học Tây Bắc", "truong-dai-hoc-tay-bac", "truong-dai-hoc-tay-bac"),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Nghệ An",
            "ban-quan-ly-du-an-dau-tu-xay-dung-cac-cong-trinh-giao-thong-tinh-nghe-an",
            "ban-quan-ly-du-an-dau-tu-xay-dung-cac-cong-trinh-giao-thong.nghe-an",
        ),
        ("Tập đoàn Điện lực Việt Nam", "tap-doan-dien-luc-viet-nam", "tap-doan-dien-luc-viet-nam"),
        (
            "Chi cục Thuế khu vực Mộc Châu - Vân Hồ",
            "chi-cuc-thue-khu-vuc-moc-chau-van-ho",
            "chi-cuc-thue-khu-vuc-moc-chau-van-ho.son-la",
        ),
        ("Ngân hàng Chính sách xã hội", "ngan-hang-chinh-sach-xa-hoi", "ngan-hang-chinh-sach-xa-hoi"),
        ("Kho bạc Nhà nước Sơn La", "kho-bac-nha-nuoc-tinh-son-la", "kbnn.son-la"),
        ("Kho bạc Nhà nước huyện Mộc Châu", "kho-bac-nha-nuoc-huyen-moc-chau", "kbnn.huyen-moc-chau.son-la"),
        ("Kho bạc Nhà nước khu vực X", "kho-bac-nha-nuoc-khu-vuc-x", "kbnn-khu-vuc-x"),
        ("Kho bạc Nhà nước", "kho-bac-nha-nuoc", "kbnn"),
        ("Cục Thuế Sơn La", "cuc-thue-tinh-son-la", "ctt.son-la"),
        ("BHXH huyện Mai Sơn", "bao-hiem-xa-hoi-huyen-mai-son", "bhxh.huyen-mai-son.son-la"),
    ],
)
def test_names(named, slug, series):
    p = plain(f"{named} về việc")
    phrase = read_body(p.text, p.low, 0)
    body = settle(phrase.base, SON_LA, phrase=phrase)
    assert (body.slug, body.series, phrase.end) == (slug, series, len(named))


@pytest.mark.parametrize(
    "words",
    [
        "Trung tâm Y tế và các trạm",  # which?
        "Bệnh viện phải bố trí kinh phí",
        "Trường hợp khác do Bộ quy định",
        "Công ty nơi người lao động làm việc",
        "Trường THPT Tô Hiệu xây dựng trường chuẩn quốc gia",  # where the name ends is not sure
        "bệnh viện đa khoa tỉnh về việc",  # no name
        "Quỹ và các nguồn khác",
    ],
)
def test_words_that_name_none(words):
    p = plain(words)
    assert read_institution(p.text, p.low, 0) is None


def test_a_school_without_a_known_province_has_no_register():
    p = plain("Trường THPT Tô Hiệu,")
    phrase = read_institution(p.text, p.low, 0)
    assert settle(phrase.base, NOWHERE, phrase=phrase)[:2] == ("truong-trung-hoc-pho-thong-to-hieu", None)


def _issuers(text):
    return {m.number: m.issuer for m in analyse(text).mentions}


HEAD = (
    "UBND HUYỆN MAI SƠN\nTRUNG TÂM Y TẾ\nSố: 12/KH-TTYT\nMai Sơn, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n"
    "Phòng, chống dịch năm 2024\n\n"
)


def test_issuers_of_cited_papers():
    text = (
        HEAD
        + "Thực hiện Kế hoạch số 33/KH-SYT ngày 2/2/2024 của Sở Y tế; Quyết định số 5/QĐ-TTYT ngày 1/2/2024; theo đề "
        "nghị của Bệnh viện Đa khoa tỉnh Sơn La (Tờ trình số 8/TTr-BVĐK ngày 3/3/2024).\n"
        "Công văn số 77/BVĐK-KHTH ngày 4/3/2024.\nKế hoạch số 6/KH-XYZ ngày 4/3/2024.\n"
    )
    assert analyse(text).document.issuer == "trung-tam-y-te-huyen-mai-son"
    assert _issuers(text) == {
        "33/KH-SYT": "so-y-te-tinh-son-la",
        "5/QĐ-TTYT": "trung-tam-y-te-huyen-mai-son",
        "8/TTr-BVĐK": "benh-vien-da-khoa-tinh-son-la",
        "77/BVĐK-KHTH": "benh-vien-da-khoa-tinh-son-la",
        "6/KH-XYZ": None,
    }


def test_two_hospitals_with_one_code_are_two():
    text = (
        HEAD
        + "Theo Kế hoạch số 5/KH-BVĐK ngày 1/2/2024 của Bệnh viện Đa khoa tỉnh và Kế hoạch số 5/KH-BVĐK ngày 7/2/2024 của "
        "Bệnh viện Đa khoa huyện Mộc Châu; Kế hoạch số 9/KH-BVĐK ngày 8/2/2024.\n"
    )
    mentions = analyse(text).mentions
    assert [m.issuer for m in mentions] == [
        "benh-vien-da-khoa-tinh-son-la",
        "benh-vien-da-khoa-huyen-moc-chau",
        None,
    ]
    assert len({m.target for m in mentions}) == 3


def test_a_code_of_the_registry_stays_with_its_body():
    text = HEAD + "Quyết định số 5/QĐ-BYT ngày 1/2/2024 của Bệnh viện Bạch Mai về việc y.\n"
    assert _issuers(text) == {"5/QĐ-BYT": "bo-y-te"}


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("SỞ Y TẾ LÀO CAI\nBỆNH VIỆN ĐA KHOA TỈNH\nSố: 6/BC-BVĐK\nLào Cai", "benh-vien-da-khoa-tinh-lao-cai"),
        ("SỞ Y TẾ LÀO CAI\nTRUNG TÂM KIỂM SOÁT\nBỆNH TẬT\nSố: 6/BC-TTKSBT\nLào Cai",
         "trung-tam-kiem-soat-benh-tat-tinh-lao-cai"),
        ("UBND TỈNH NGHỆ AN\nBAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG\nCÁC CÔNG TRÌNH GIAO THÔNG\nSố: 6/TTr-BQL\nNghệ An",
         "ban-quan-ly-du-an-dau-tu-xay-dung-cac-cong-trinh-giao-thong-tinh-nghe-an"),
        ("UBND TỈNH NGHỆ AN\nBAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP\nSố: 6/TTr-BQL\nNghệ An",
         "ban-quan-ly-cac-khu-cong-nghiep-tinh-nghe-an"),
        ("BỘ CÔNG THƯƠNG\nTẬP ĐOÀN ĐIỆN LỰC VIỆT NAM\nSố: 6/BC-EVN\nHà Nội", "tap-doan-dien-luc-viet-nam"),
        ("KHO BẠC NHÀ NƯỚC\nKHO BẠC NHÀ NƯỚC SƠN LA\nSố: 6/BC-KBNN\nSơn La", "kho-bac-nha-nuoc-tinh-son-la"),
        ("KHO BẠC NHÀ NƯỚC\nKHO BẠC NHÀ NƯỚC SƠN LA\nSố: 6/BC-KBSL\nSơn La", "kho-bac-nha-nuoc-tinh-son-la"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH SƠN LA\nSố: 6/BC-BHXH\nSơn La", "bao-hiem-xa-hoi-tinh-son-la"),
        ("TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH SƠN LA\nSố: 6/BC-CTSLA\nSơn La", "cuc-thue-tinh-son-la"),
        ("SỞ Y TẾ LÀO CAI\nBỆNH VIỆN ĐA KHOA TỈNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 6/BC-BV\nLào Cai",
         "benh-vien-da-khoa-tinh-lao-cai"),
        ("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI\nCHI NHÁNH TỈNH SƠN LA\nSố: 6/BC-NHCS\nSơn La",
         "ngan-hang-chinh-sach-xa-hoi-chi-nhanh-tinh-son-la"),
        ("UBND TỈNH SƠN LA\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nSố: 6/BC-HCC\nSơn La", "trung-tam-phuc-vu-hanh-chinh-cong-tinh-son-la"),
        ("CÔNG ĐOÀN NGÀNH Y TẾ\nCÔNG ĐOÀN BỆNH VIỆN ĐA KHOA TỈNH\nSố: 6/BC-CĐBV\nSơn La", None),
        ("SỞ Y TẾ LÀO CAI\nSố: 6/BC-SYT\nLào Cai", "so-y-te-tinh-lao-cai"),
    ],
)  # fmt: skip
def test_letterheads(head, issuer):
    assert (
        analyse(f"{head}, ngày 2 tháng 3 năm 2023\n\nBÁO CÁO\nvề công tác năm\n\nNội dung.\n").document.issuer == issuer
    )


def test_a_code_behind_a_long_unknown_one_is_a_department():
    text = "Công văn số 22/KBSL-KTNN ngày 3/1/2024 của Kho bạc Nhà nước Sơn La; Công văn số 5/KTNN-TH ngày 3/1/2024."
    assert _issuers(text) == {"22/KBSL-KTNN": "kho-bac-nha-nuoc-tinh-son-la", "5/KTNN-TH": "kiem-toan-nha-nuoc"}


def test_a_short_name_inside_a_name():
    text = "Công văn số 5/BHXH-TST ngày 3/1/2024 của Bảo hiểm xã hội (BHXH) Việt Nam; Kế hoạch số 6/KH-UBND ngày 3/1/2024 của Ủy ban "
    text += "nhân dân (UBND) tỉnh Sơn La; Công văn số 7/BHXH-TST ngày 3/1/2024 của Bảo hiểm xã hội (BHXH) tỉnh Sơn La."
    assert _issuers(text) == {
        "5/BHXH-TST": "bao-hiem-xa-hoi-viet-nam",
        "6/KH-UBND": "uy-ban-nhan-dan-tinh-son-la",
        "7/BHXH-TST": "bao-hiem-xa-hoi-tinh-son-la",
    }


def test_who_amends_a_decision_is_who_issued_it():
    head = "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH SƠN LA\nSố: 6/BC-BHXH\nSơn La, ngày 2 tháng 3 năm 2024\n\nBÁO CÁO\nvề thu\n\n"
    text = head + "Theo Quyết định số 595/QĐ-BHXH ngày 14/4/2017 của BHXH Việt Nam (được sửa đổi, bổ sung bởi Quyết định số 505/QĐ-BHXH ngày "
    text += "27/3/2020 và Quyết định số 490/QĐ-BHXH ngày 28/3/2023). Quyết định số 12/QĐ-BHXH ngày 1/2/2024.\n"
    of = _issuers(text)
    assert [of[f"{n}/QĐ-BHXH"] for n in (595, 505, 490)] == ["bao-hiem-xa-hoi-viet-nam"] * 3
    assert of["12/QĐ-BHXH"] == "bao-hiem-xa-hoi-tinh-son-la"


def test_a_letterhead_without_marks():
    head = "SO Y TE TINH LAO CAI\nBENH VIEN DA KHOA HUYEN BAT XAT\nCONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\n"
    text = head + "So: 6/KH-BV\nBat Xat, ngay 2 thang 3 nam 2023\n\nKE HOACH\nKiem soat nhiem khuan\n\nCan cu Luat Kham benh, chua benh;\n"
    assert analyse(text + "Thuc hien Ke hoach so 5/KH-BV ngay 1/2/2022.\n").document.issuer == "benh-vien-da-khoa-huyen-bat-xat"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Xét đề nghị của Trưởng Phòng Giáo dục quận 8 (Công văn số 31/TTr-PGD.Q8 ngày 19/6/2006);", "phong-giao-duc-quan-8"),
        ("Xét đề nghị của Trưởng Phòng Nội vụ quận 8 (Công văn số 31/TTr-PGD.Q8 ngày 19/6/2006);", None),
        ("Theo đề nghị của Ban Quản lý đầu tư phát triển đảo\nPhú Quốc tại Công văn số 68/BQLPTPQ-VP ngày 11/9/2008;",
         "ban-quan-ly-dau-tu-phat-trien-dao-phu-quoc"),
        ("Ban vận động Quỹ “Vì người nghèo” tỉnh Sơn La ban hành Kế hoạch số 9/KH-BVĐ.",
         "ban-van-dong-quy-vi-nguoi-ngheo-tinh-son-la"),
        ("Ban vận động Quỹ “Vì người nghèo” ban hành Kế hoạch số 9/KH-BVĐ.", None),
        ("Theo báo cáo của Phòng Giáo dục Mầm non (Công văn số 31/TTr-PGDMN ngày 19/6/2006);", None),
    ],
)  # fmt: skip
def test_bodies_before_their_paper(text, issuer):
    assert [m.issuer for m in analyse(text).mentions] == [issuer]


@pytest.mark.parametrize("row", ["\n2013\nTập thể xuất sắc\n", " 2013 Tập thể xuất sắc\n", "\n", " "])
def test_a_company_in_the_rows_of_a_list(row):
    from kg.analyse import analyse

    line = "QĐ số {}/QĐ-ĐLDK ngày 04/12/2012 của Tổng Công ty Điện lực Dầu khí Việt Nam"
    got = [m.issuer for m in analyse(f"{line.format(608)}{row}{line.format(665)}").mentions]
    assert got == ["tong-cong-ty-dien-luc-dau-khi-viet-nam"] * 2


@pytest.mark.parametrize(
    ("name", "behind", "issuer"),
    [
        ("Công ty TNHH Dệt may Tân Phú Long", " (sau đây gọi là Công ty)", "cong-ty-tnhh-det-may-tan-phu-long"),
        ("Công ty Cổ phần Thương mại Hải Long", " hỏi về thuế suất", "cong-ty-co-phan-thuong-mai-hai-long"),
        ("Chi nhánh Văn phòng đăng ký đất đai huyện Bến Lức", " trả hồ sơ", "chi-nhanh-van-phong-dang-ky-dat-dai-huyen-ben-luc"),
        ("Hội đồng bồi thường, hỗ trợ và tái định cư huyện Tân Thành", ".", "hoi-dong-boi-thuong-ho-tro-va-tai-dinh-cu-huyen-tan-thanh"),
    ],
)
def test_firms_branches_and_councils(name, behind, issuer):
    from kg.analyse import analyse

    (m,) = analyse(f"Xét Công văn số 27/CV-XNK ngày 22/10/2021 của {name}{behind}").mentions
    assert m.issuer == issuer


@pytest.mark.parametrize(
    ("code", "name", "issuer"),
    [
        ("HĐTV", "Hội đồng thành viên Tập đoàn Điện lực Việt Nam", "hoi-dong-thanh-vien-tap-doan-dien-luc-viet-nam"),
        ("HĐTV", "Chủ tịch HĐTV Sở Giao dịch Chứng khoán Việt Nam", "hoi-dong-thanh-vien-so-giao-dich-chung-khoan-viet-nam"),
        ("HĐT", "Hội đồng trường Trường Đại học Tây Bắc", "hoi-dong-truong-truong-dai-hoc-tay-bac"),
        ("HĐT", "Hội đồng trường Đại học Dược Hà Nội", "hoi-dong-truong-dai-hoc-duoc-ha-noi"),
        ("ĐHTB", "Hiệu trưởng trường Đại học Tây Bắc", "truong-dai-hoc-tay-bac"),
        ("HĐQT", "Hội đồng quản trị", None),  # of whom?
        ("ĐHTB", "trường Đại học Tây Bắc", "truong-dai-hoc-tay-bac"),
    ],
)
def test_boards_and_heads_of_schools(code, name, issuer):
    from kg.analyse import analyse

    (m,) = analyse(f"Xét Quyết định số 27/QĐ-{code} ngày 22/10/2021 của {name} về học phí.").mentions
    assert m.issuer == issuer


def test_the_board_and_its_firm_have_one_register():
    from kg.analyse import analyse

    text = "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM\n{}Số: 17/QĐ-HĐTV\nHà Nội, ngày 29 tháng 4 năm 2022\nQUYẾT ĐỊNH\nVề tiền lương\n"
    firm = analyse(text.format("")).document
    board = analyse(text.format("HỘI ĐỒNG THÀNH VIÊN\n")).document
    assert (firm.issuer, board.issuer) == (
        "tap-doan-dien-luc-viet-nam",
        "hoi-dong-thanh-vien-tap-doan-dien-luc-viet-nam",
    )
    assert firm.id == board.id


def test_boards_of_two_firms_in_one_place_are_not_one_body():
    from kg.analyse import analyse

    text = "CÔNG TY {}\nSố: 17/QĐ-HĐTV\nHà Nội, ngày 29 tháng 4 năm 2022\nQUYẾT ĐỊNH\nVề tiền lương\n"
    assert analyse(text.format("(tên bị mờ)")).document.id != analyse(text.format("(không đọc được)")).document.id


@pytest.mark.parametrize(
    ("text", "slug", "series"),
    [
        ("Đảng ủy Trường Đại học Đồng Tháp.", "dang-uy-truong-dai-hoc-dong-thap", "du-truong-dai-hoc-dong-thap"),
        ("Đảng ủy Bệnh viện Bạch Mai về", "dang-uy-benh-vien-bach-mai", "du.benh-vien-bach-mai"),
        ("Đảng ủy xã Mường Hum về", "dang-uy", "du"),
    ],
)
def test_each_committee_has_a_register(text, slug, series):
    base = read_body(text, text.lower(), 0).base
    assert (base.slug, base.series) == (slug, series)


def test_judgment_enforcement_by_its_letters():
    said = ["Chi cục Thi hành án dân sự huyện Mai Sơn", "Chi cục THADS huyện Mai Sơn"]
    got = {analyse(f"Theo Quyết định số 12/QĐ-CCTHADS của {body} về thi hành án.").mentions[0].issuer for body in said}
    assert got == {"chi-cuc-thi-hanh-an-dan-su-huyen-mai-son"}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Ban Thường vụ Đảng ủy Tập đoàn Hóa chất Việt Nam", "ban-thuong-vu-dang-uy-tap-doan-hoa-chat-viet-nam"),
        ("Đảng ủy Ngân hàng Chính sách xã hội", "dang-uy-ngan-hang-chinh-sach-xa-hoi"),
        ("Đảng ủy Ngân hàng", "dang-uy"),  # which?
        ("Ban Thường vụ Đảng ủy xã Ea Hồ", "ban-thuong-vu-dang-uy"),
    ],
)
def test_the_party_committee_of_an_enterprise(words, slug):
    p = plain(f"{words} về việc")
    assert read_body(p.text, p.low, 0).base.slug == slug
