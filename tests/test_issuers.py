from dataclasses import replace

import pytest

from kg.analyse import analyse
from kg.issuers import issuer_of, settle
from kg.locality import NOWHERE, place_at, province_locality
from kg.normalise import plain
from kg.numbers import read_number
from kg.phrases import read_phrase

SON_LA = province_locality("son-la")


def phrase(text):
    p = plain(text)
    return read_phrase(p.text, p.low, 0)


@pytest.mark.parametrize(
    ("text", "where", "slug", "series"),
    [
        ("Chủ tịch UBND tỉnh", SON_LA, "uy-ban-nhan-dan-tinh-son-la", "ubnd.son-la"),
        ("Uỷ ban nhân dân tỉnh An Giang", SON_LA, "uy-ban-nhan-dan-tinh-an-giang", "ubnd.an-giang"),
        ("UBND thành phố Hà Nội", NOWHERE, "uy-ban-nhan-dan-thanh-pho-ha-noi", "ubnd.ha-noi"),
        ("UBND huyện Mường La", SON_LA, "uy-ban-nhan-dan-huyen-muong-la", "ubnd.huyen-muong-la.son-la"),
        ("UBND huyện Đăk Hà, tỉnh Kon Tum", NOWHERE, "uy-ban-nhan-dan-huyen-dak-ha", "ubnd.huyen-dak-ha.kon-tum"),
        ("Ban Thường vụ Tỉnh ủy", SON_LA, "ban-thuong-vu-tinh-uy-son-la", "tu.son-la"),
        ("Tỉnh uỷ Quảng Ngãi", NOWHERE, "tinh-uy-quang-ngai", "tu.quang-ngai"),
        ("Ban Dân vận Tỉnh ủy", SON_LA, "ban-dan-van-tinh-uy-son-la", "bdvtu.son-la"),
        ("Bộ trưởng Bộ Nội vụ", SON_LA, "bo-noi-vu", "bnv"),
        ("Thủ tướng Chính phủ", SON_LA, "thu-tuong-chinh-phu", "ttg"),
        ("Ban Chấp hành Trung ương Đảng", SON_LA, "ban-chap-hanh-trung-uong", "dcsvn-tw"),
        ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương", SON_LA, "ban-chap-hanh-trung-uong", "dcsvn-tw"),
        ("Giám đốc Sở Nội vụ", SON_LA, "so-noi-vu-tinh-son-la", "snv.son-la"),
        ("Bộ Chính trị, Ban Bí thư", SON_LA, "bo-chinh-tri+ban-bi-thu", "dcsvn-tw"),
        (
            "liên Bộ Tài chính - Lao động - Thương binh và Xã hội",
            SON_LA,
            "bo-tai-chinh+bo-lao-dong-thuong-binh-va-xa-hoi",
            "btc",
        ),
        ("Đảng ủy UBND tỉnh", SON_LA, "dang-uy-uy-ban-nhan-dan-tinh-son-la", "duubnd.son-la"),
        ("Đảng ủy Quân sự tỉnh Sơn La", NOWHERE, "dang-uy-quan-su-tinh-son-la", "duqs.son-la"),
        ("Huyện ủy Châu Thành - tỉnh Trà Vinh", NOWHERE, "huyen-uy-chau-thanh", "hu.chau-thanh.tra-vinh"),
        ("BCH Đảng bộ huyện Mường La", SON_LA, "ban-chap-hanh-dang-bo-huyen-muong-la", "hu.muong-la.son-la"),
        (
            "Sở Nông nghiệp & Phát triển nông thôn",
            SON_LA,
            "so-nong-nghiep-va-phat-trien-nong-thon-tinh-son-la",
            "snnptnt.son-la",
        ),
    ],
)
def test_phrases(text, where, slug, series):
    p = phrase(text + " về việc")
    body = settle(p.base, where, phrase=p)
    assert (body.slug, body.series) == (slug, series)
    assert p.end == len(text)


def issuers_of(text):
    from kg.analyse import analyse

    return [m.issuer for m in analyse(text).mentions]


def test_the_second_code_of_a_letter_is_a_department():
    assert read_number("1921/BCH-TM", 0, expected=True).bodies == ()
    assert [b.slug for b in read_number("21-LCT/HĐNN8", 0).bodies] == ["hoi-dong-nha-nuoc"]
    assert [b.slug for b in read_number("05/TTLB-NV-TM", 0).bodies] == ["bo-thuong-mai"]


def test_the_youth_union_of_a_city():
    assert settle(phrase("Thành đoàn về").base, province_locality("ha-noi"), phrase=phrase("Thành đoàn về")).slug == "thanh-doan-ha-noi"
    assert settle(phrase("Tỉnh đoàn về").base, SON_LA, phrase=phrase("Tỉnh đoàn về")).slug == "tinh-doan-son-la"


def test_what_a_committee_agreed_to_pass():
    text = "Ban Chấp hành Đảng bộ thành phố Đà Nẵng (khóa XXII) thống nhất thông qua Nghị quyết số 26-NQ/TU về tên gọi."
    assert issuers_of(text) == ["ban-chap-hanh-dang-bo-thanh-pho-da-nang"]


def test_the_paper_of_a_body_in_brackets_behind_it():
    head = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nSố: 37/QĐ-UB\nTP. Hồ Chí Minh, ngày 17 tháng 02 năm 1986\n\nQUYẾT ĐỊNH\nVỀ QUY HOẠCH\n\n"
    assert issuers_of(head + "Xét đề nghị của đồng chí Chủ tịch UBND huyện Nhà Bè (tờ trình số 300/TT-UB ngày 18/11/1985);") == [
        "uy-ban-nhan-dan-huyen-nha-be"
    ]
    city = "uy-ban-nhan-dan-thanh-pho-ho-chi-minh"
    assert issuers_of(head + "Gửi UBND huyện Nhà Bè (công văn số 300/UB-KT ngày 18/11/1985);") == [city]
    assert issuers_of(head + "Theo đề nghị của Sở Nhà đất (tờ trình số 300/TT-UB ngày 18/11/1985);") == [city]


def test_a_provincial_tax_office_writes_the_letters_of_the_chairman():
    n = read_number("1884/TTr-CT", 0)
    assert issuer_of(n, phrase("Cục Thuế tỉnh Sơn La tại"), SON_LA).slug == "cuc-thue-tinh-son-la"
    assert issuer_of(n, None, SON_LA).slug == "uy-ban-nhan-dan-tinh-son-la"


def test_day_and_body_in_the_next_cells():
    from kg.analyse import analyse

    head = "SỞ TƯ PHÁP TỈNH HÀ NAM\nSố: 77/BC-STP\nHà Nam, ngày 12 tháng 5 năm 2022\n\nBÁO CÁO\nRà soát\n\n"
    rows = "| 1 | 33/2018/QĐ-UBND | 26/9/2018 | UBND tỉnh | giá đất |\n| 2 | 04/2020/QĐ-UBND | ngày 03/02/2020 | UBND huyện Lý Nhân | chợ |\n"
    rows += "| 3 | 15/2020/QĐ-UBND | UBND huyện Lý Nhân | 01/4/2020 | đò |\n"
    assert [(m.date, m.issuer) for m in analyse(head + rows).mentions] == [
        ("2018-09-26", "uy-ban-nhan-dan-tinh-ha-nam"),
        ("2020-02-03", "uy-ban-nhan-dan-huyen-ly-nhan"),
        ("2020", "uy-ban-nhan-dan-huyen-ly-nhan"),  # the day behind the body may be another column's: taking effect
    ]


BOARD = "UBND TỈNH LẠNG SƠN\nBAN CHỈ ĐẠO {}\nSố: 15/KH-BCĐ389\nLạng Sơn, ngày 08 tháng 01 năm 2024\n\nKẾ HOẠCH\nCao điểm\n\n"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Ban Chỉ đạo 389 quốc gia về cao điểm", "ban-chi-dao-389-quoc-gia"),
        ("Ban Chỉ đạo quốc gia 515.", "ban-chi-dao-quoc-gia-515"),
        ("Ban Chỉ đạo 389 tỉnh, các sở", "ban-chi-dao-389-tinh-lang-son"),
        ("Ban Chỉ đạo Cải cách hành chính của Chính phủ", "ban-chi-dao-cai-cach-hanh-chinh-cua-chinh-phu"),
        ("Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh về x", "ban-chi-dao-cac-chuong-trinh-muc-tieu-quoc-gia-tinh-lang-son"),
        ("Trưởng Ban Chỉ đạo Xây dựng nông thôn mới huyện Lộc Bình", "ban-chi-dao-xay-dung-nong-thon-moi-huyen-loc-binh"),
        ("Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực về x", "ban-chi-dao-trung-uong-ve-phong-chong-tham-nhung-tieu-cuc"),
        # what the paper is about, or what the sentence goes on with, is no field
        ("Ban Chỉ đạo Trung ương về kết quả rà soát", "ban-chi-dao-trung-uong"),
        ("Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW", "ban-chi-dao-trung-uong"),
        ("Ban Chỉ đạo về kiểm tra trên địa bàn tỉnh", "ban-chi-dao-tinh-lang-son"),
        ("Ban Chỉ đạo báo cáo Ban Chỉ đạo Trung ương", "ban-chi-dao-tinh-lang-son"),
        ("Ban Chỉ đạo, UBND tỉnh", "ban-chi-dao-tinh-lang-son"),
        ("Ban Chỉ đạo phòng dịch các huyện", "ban-chi-dao-tinh-lang-son"),
    ],
)
def test_steering_boards_by_their_full_name(words, issuer):
    assert issuers_of(BOARD.format("389") + f"Thực hiện Kế hoạch số 92/KH-BCĐ ngày 28/12/2023 của {words}")[0] == issuer


@pytest.mark.parametrize(
    ("line", "slug"),
    [("389", "ban-chi-dao-389-tinh-lang-son"), ("CẢI CÁCH HÀNH CHÍNH", "ban-chi-dao-cai-cach-hanh-chinh-tinh-lang-son")],
)
def test_the_letterhead_of_a_board(line, slug):
    from kg.analyse import analyse

    a = analyse(BOARD.format(line) + "Theo Kế hoạch số 92/KH-BCĐ389 và Quyết định số 8/QĐ-TTg.")
    assert a.document.issuer == slug
    assert [m.issuer for m in a.mentions] == [slug, "thu-tuong-chinh-phu"], "a number with the text's own code is the text's own body's"


def test_a_national_steering_committee_is_not_the_province_s():
    a = issuers_of(BOARD.format("389") + "Thực hiện Kế hoạch số 92/KH-BCĐ389 ngày 28/12/2023 của Ban Chỉ đạo 389 quốc gia;")
    assert a == ["ban-chi-dao-389-quoc-gia"]


def test_the_plenary_committee_of_a_city_in_a_province():
    head = "TỈNH ỦY NGHỆ AN\nTHÀNH ỦY VINH\n*\nSố 7-KH/ThU\nVinh, ngày 2 tháng 3 năm 2023\n\nKẾ HOẠCH\nhọc tập\n\n"
    assert issuers_of(head + "Thực hiện Nghị quyết số 6-NQ/ThU ngày 20/01/2022 của Ban Chấp hành Đảng bộ thành phố.") == [
        "ban-chap-hanh-dang-bo-thanh-pho-vinh"
    ]


def test_a_committee_takes_the_district_that_the_text_names_once():
    text = "Ban Thường vụ Hội Nông dân huyện họp với Huyện ủy Vĩnh Bảo. Triển khai Thông tri số 10-TT/HU ngày 17/10/2022 của {}."
    assert issuers_of(text.format("Ban Thường vụ Huyện uỷ")) == ["ban-thuong-vu-huyen-uy-vinh-bao"]
    assert issuers_of(text.format("Ban Thường vụ Huyện uỷ") + " Huyện ủy Tiên Lãng cũng họp.") == [None]


def test_the_plenary_committee_of_the_district_in_the_paper_of_a_commune():
    head = "ĐẢNG BỘ HUYỆN NGA SƠN\nĐẢNG ỦY XÃ NGA HẢI\n*\nSố 30-KH/ĐU\nNga Hải, ngày 05 tháng 01 năm 2022\n\nKẾ HOẠCH\nhọc tập\n\n"
    assert issuers_of(head + "Thực hiện Kế hoạch số 24-KH/HU, ngày 01/11/2021 của Ban Chấp hành Đảng bộ.") == [
        "ban-chap-hanh-dang-bo-huyen-nga-son"
    ]


def test_a_bloc_that_the_text_names_in_full_once():
    head = "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH SƠN LA\nĐẢNG ỦY BỆNH VIỆN\n*\nSố 74-BC/ĐU\nSơn La, ngày 08 tháng 11 năm 2022\n\nBÁO CÁO\nsơ kết\n\n"
    sentence = "Thực hiện Công văn số 586-CV/ĐUK ngày 25/10/2022 của Đảng ủy Khối."
    assert issuers_of(head + sentence) == ["dang-uy-khoi-cac-co-quan-tinh-son-la"]
    assert issuers_of(head.replace(" CÁC CƠ QUAN", "") + sentence) == ["dang-uy-khoi-tinh-son-la"]


def test_a_year_that_the_full_date_belies_is_not_of_the_paper():
    from kg.analyse import analyse

    a = analyse("Thực hiện Kết luận 1-KL/TW ngày 18/5/2021, xã lập Kế hoạch thực hiện Kết luận 1-KL/TW năm 2022.")
    assert [(m.text.endswith("TW"), m.date) for m in a.mentions] == [(False, "2021-05-18"), (True, "2021-05-18")]
    assert a.conflicts == ()
    b = analyse("Chỉ thị 33/CT-TTg ngày 20/8/2020 khác với Chỉ thị 33/CT-TTg năm 2021.")  # numbers that run by year
    assert [m.date for m in b.mentions] == ["2020-08-20", "2021"]


def test_a_local_body_without_a_place_stays_open():
    p = phrase("UBND tỉnh về việc")
    assert settle(p.base, NOWHERE, phrase=p).slug is None


def test_the_words_after_a_body_are_not_its_place():
    assert phrase("UBND tỉnh Kế hoạch số 5").place is None
    assert phrase("UBND huyện Kế hoạch số 5").proper is None


def test_one_code_of_three_party_organs_needs_the_phrase():
    n = read_number("31-QĐ/TW", 0)
    assert issuer_of(n, None, NOWHERE).slug is None
    assert issuer_of(n, None, NOWHERE).series == "dcsvn-tw"
    assert issuer_of(n, phrase("Bộ Chính trị về"), NOWHERE).slug == "bo-chinh-tri"


def test_the_code_is_trusted_over_a_phrase_of_another_register():
    n = read_number("33/CT-TTg", 0)
    assert issuer_of(n, phrase("Bộ Nội vụ về"), SON_LA).slug == "thu-tuong-chinh-phu"


def test_joint_issuers_take_the_place_of_the_text():
    n = read_number("12-CTrPH/BDVTU-BCSĐUBND", 0)
    assert issuer_of(n, None, SON_LA).slug == "ban-dan-van-tinh-uy-son-la+ban-can-su-dang-uy-ban-nhan-dan-tinh-son-la"


def test_places_old_and_new():
    assert place_at("tp.hcm ban hành", 0)[0] == "ho-chi-minh"
    assert place_at("thanh hoá", 0) is None, "the low form has one tone style"
    assert place_at("thanh hóa", 0)[0] == "thanh-hoa"
    assert place_at("hà nội dung", 0)[0] == "ha-noi"


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Ban cán sự đảng Bộ Thông tin và Truyền thông", "ban-can-su-dang-bo-thong-tin-va-truyen-thong"),
        ("Đảng ủy Sở Y tế tỉnh Nghệ An", "dang-uy-so-y-te-tinh-nghe-an"),
        ("Ban Cán sự đảng Ủy ban nhân dân tỉnh Hà Nam", "ban-can-su-dang-uy-ban-nhan-dan-tinh-ha-nam"),
        ("Đảng ủy xã Suối Giàng", "dang-uy-xa-suoi-giang"),
    ],
)
def test_party_committees_inside_state_bodies(words, slug):
    found = phrase(words)
    assert found is not None
    assert found.end == len(words)
    assert settle(found.base, province_locality(found.place) if found.place else NOWHERE, phrase=found).slug == slug


@pytest.mark.parametrize(
    ("number", "words", "slug", "series"),
    [
        ("78-KH/TU", "Ban Thường vụ Thành ủy Bắc Kạn", "ban-thuong-vu-thanh-uy-bac-kan", "tu.bac-kan.bac-kan"),
        ("12-KH/ThU", "Thành ủy Vị Thanh", "thanh-uy-vi-thanh", "thu.vi-thanh.hau-giang"),
        ("12-KH/TU", "Thành ủy Hà Nội", "thanh-uy-ha-noi", "tu.ha-noi"),
        ("12-KH/TU", "Tỉnh ủy Bắc Kạn", "tinh-uy-bac-kan", "tu.bac-kan"),
    ],
)
def test_the_committee_of_a_city_in_a_province_is_not_that_of_the_province(number, words, slug, series):
    found = phrase(words)
    place = province_locality(found.place) if found.place else SON_LA
    body = issuer_of(read_number(number, 0), found, place)
    assert (body.slug, body.series) == (slug, series)


def test_titles_in_capitals_name_no_place_and_lists_lend_their_body():
    from kg.analyse import analyse

    plan = "QUYẾT ĐỊNH\nTRIỂN KHAI CHƯƠNG TRÌNH SỐ 36-CTR/TU CỦA THÀNH ỦY THỰC HIỆN NGHỊ QUYẾT SỐ 16-NQ/TW CỦA BỘ CHÍNH TRỊ\n"
    a = analyse("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSố: 9/QĐ-UBND\nHà Nội, ngày 2 tháng 4 năm 2014\n" + plan)
    assert [m.issuer for m in a.mentions] == ["thanh-uy-ha-noi", "bo-chinh-tri"]
    b = analyse("Ban Thường vụ Thành ủy Thủ Đức đã xây dựng và ban hành:\n1. Kế hoạch số 411-KH/TU ngày 05/9/2024 về đại hội.\n2. Công văn số 5-CV/TU.\n")
    assert [m.issuer for m in b.mentions] == ["ban-thuong-vu-thanh-uy-thu-duc"] * 2
    c = analyse("của Hội đồng Thi đua - Khen thưởng Trung ương tại Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021")
    assert [m.issuer for m in c.mentions] == ["hoi-dong-thi-dua-khen-thuong-trung-uong"]


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Tổng cục trưởng Tổng cục Hải quan", "tong-cuc-hai-quan"),
        ("Phó Tổng cục trưởng Tổng cục Thuế", "tong-cuc-thue"),
        ("Tổng Thanh tra Chính phủ", "thanh-tra-chinh-phu"),
        ("Cục trưởng Cục Hải quan", "cuc-hai-quan"),
        ("Cục Hải quan tỉnh Bình Dương", "cuc-hai-quan-tinh-binh-duong"),
        ("Cục trưởng Cục Thuế TP. Hà Nội", "cuc-thue-thanh-pho-ha-noi"),
        ("Tổ công tác cải cách thủ tục hành chính của Thủ tướng Chính phủ", "to-cong-tac-cai-cach-thu-tuc-hanh-chinh-cua-thu-tuong-chinh-phu"),
        ("Liên Bộ Tài chính - Giao thông vận tải", "bo-tai-chinh+bo-giao-thong-van-tai"),
        ("Liên bộ Lao động - Thương binh và Xã hội, Tài chính", "bo-lao-dong-thuong-binh-va-xa-hoi+bo-tai-chinh"),
        ("liên Bộ Tài chính - Ủy ban Vật giá Nhà nước", "bo-tai-chinh+uy-ban-vat-gia-nha-nuoc"),
    ],
)
def test_heads_of_general_departments_their_offices_and_joint_ministries(words, slug):
    found = phrase(words)
    assert found is not None
    assert found.end == len(words)
    place = province_locality(found.place) if found.place else SON_LA
    assert issuer_of(None, found, place).slug == slug


def test_one_ministry_after_lien_bo_is_none():
    assert phrase("Liên bộ Tài chính và các địa phương") is None


@pytest.mark.parametrize(
    ("words", "proper", "place"),
    [
        ("HĐND Quận\n\nHội Đồng Nhân Dân", None, None),
        ("UBND huyện Mộc Châu tỉnh Sơn La", "Mộc Châu", "son-la"),
        ("Ủy Ban Nhân Dân Quận Hoàn Kiếm Thành Phố Hà Nội", "Hoàn Kiếm", "ha-noi"),
    ],
)
def test_a_place_ends_at_the_next_higher_unit_and_at_an_empty_line(words, proper, place):
    found = phrase(words)
    assert (found.proper, found.place) == (proper, place)


COMMUNE = replace(SON_LA, sub_unit="xa", sub_name="Chiềng Lao", above_unit="huyen", above_name="Mường La")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Huyện ủy", "huyen-uy-muong-la"),
        ("UBND huyện", "uy-ban-nhan-dan-huyen-muong-la"),
        ("UBND", "uy-ban-nhan-dan-xa-chieng-lao"),
        ("UBND tỉnh", "uy-ban-nhan-dan-tinh-son-la"),
        ("Ban Kinh tế - Ngân sách", "ban-kinh-te-ngan-sach-hoi-dong-nhan-dan-xa-chieng-lao"),
        ("Thành ủy", None),  # neither commune nor district is a town
        ("Quận ủy", None),
    ],
)
def test_bare_names_in_the_text_of_a_commune(text, slug):
    p = phrase(text + " về việc")
    assert settle(p.base, COMMUNE, phrase=p).slug == slug


def test_a_code_of_the_district_is_not_of_the_commune_that_cites_it():
    assert issuer_of(read_number("88-KH/HU", 0), None, COMMUNE).slug == "huyen-uy-muong-la"
    assert issuer_of(read_number("88-KH/HU", 0), None, replace(COMMUNE, above_unit=None, above_name=None)).slug is None


def test_the_police_of_a_town_and_of_a_central_city():
    town = replace(SON_LA, sub_unit="thanh-pho", sub_name="Sơn La")
    p = phrase("Công an thành phố về")
    assert settle(p.base, town, phrase=p).slug == "cong-an-thanh-pho-son-la"
    assert settle(p.base, province_locality("da-nang"), phrase=p).slug == "cong-an-thanh-pho-da-nang"


def test_boards_of_a_council_write_its_code():
    body = issuer_of(read_number("21/BC-HĐND", 0), phrase("Ban Pháp chế Hội đồng nhân dân tỉnh về"), SON_LA)
    assert (body.slug, body.series) == ("ban-phap-che-hoi-dong-nhan-dan-tinh-son-la", "hdnd.son-la")


def test_a_department_that_writes_the_letters_of_its_ministry():
    n = read_number("456/KHĐT-TH", 0)
    assert issuer_of(n, phrase("Sở Kế hoạch và Đầu tư về"), SON_LA).slug == "so-ke-hoach-va-dau-tu-tinh-son-la"
    assert issuer_of(n, None, SON_LA).slug == "bo-ke-hoach-va-dau-tu"
    assert issuer_of(read_number("02/TT-BNV", 0), phrase("Sở Nội vụ về"), SON_LA).slug == "bo-noi-vu"


def test_a_committee_of_a_province_with_the_horn_of_the_centre():
    n = read_number("13-NQ/TƯ", 0)
    assert issuer_of(n, phrase("Tỉnh ủy về"), SON_LA).slug == "tinh-uy-son-la"
    assert issuer_of(n, None, SON_LA).slug is None


def test_the_body_in_a_cell_of_the_row():
    head = "PHỤ LỤC\nDanh mục văn bản\n\n| TT | Văn bản | Cơ quan | Ghi chú |\n"
    assert issuers_of(head + "| 1 | Quyết định số 33/2018/QĐ-UBND ngày 26/9/2018 | UBND tỉnh Hà Nam | chưa đúng |\n") == [
        "uy-ban-nhan-dan-tinh-ha-nam"
    ]
    assert issuers_of(head + "| 1 | UBND tỉnh Hà Nam | Quyết định số 33/2018/QĐ-UBND ngày 26/9/2018 | chưa đúng |\n") == [
        "uy-ban-nhan-dan-tinh-ha-nam"
    ]
    assert issuers_of(head + "| 1 | Quyết định số 33/2018/QĐ-UBND | UBND tỉnh Hà Nam chủ trì | tỉnh Sơn La theo dõi |\n") == [None]
    assert issuers_of(head + "| 1 | Thông tư số 3/2018/TT-BTC | UBND tỉnh Hà Nam | thực hiện |\n") == ["bo-tai-chinh"]


def test_one_body_at_the_end_of_two_papers_of_its_code():
    both = "Thực hiện Kết luận số 126-KL/TW, ngày 14/02/2025 và Chỉ thị số 45-CT/TW, ngày 14/4/2025 của Bộ Chính trị."
    assert issuers_of(both) == ["bo-chinh-tri", "bo-chinh-tri"]
    apart = both.replace(" và ", "; ")
    assert issuers_of(apart) == [None, "bo-chinh-tri"]
    other = both.replace("45-CT/TW", "45/CT-TTg").replace("Bộ Chính trị", "Thủ tướng Chính phủ")
    assert issuers_of(other) == [None, "thu-tuong-chinh-phu"]


def test_the_centre_means_the_central_committee_after_a_resolution():
    assert issuers_of("quán triệt Nghị quyết số 21-NQ/TW ngày 16/6/2022 của Trung ương về tổ chức đảng") == [
        "ban-chap-hanh-trung-uong"
    ]
    assert issuers_of("quán triệt Chỉ thị số 21-CT/TW ngày 16/6/2022 của Trung ương về tổ chức đảng") == [None]


HEAD = "UBND TỈNH GIA LAI\nTHANH TRA TỈNH\nSố: 7/KL-TTT\nGia Lai, ngày 6 tháng 10 năm 2023\n\nKẾT LUẬN THANH TRA\nTại UBND huyện Chư Sê\n\n"


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("1. UBND huyện phê duyệt kế hoạch lựa chọn nhà thầu tại Quyết định số 5/QĐ-UBND ngày 3/5/2021.",
         "uy-ban-nhan-dan-huyen-chu-se"),
        ("1. UBND huyện thực hiện theo Quyết định số 5/QĐ-UBND ngày 3/5/2021.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. UBND huyện phê duyệt dự án; kế hoạch giao tại Quyết định số 5/QĐ-UBND ngày 3/5/2021.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. UBND huyện phê duyệt dự án tại Quyết định số 5/QĐ-UBND ngày 3/5/2021 của UBND tỉnh.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. Huyện đã giải trình tại Quyết định số 5/QĐ-UBND ngày 3/5/2021.", "uy-ban-nhan-dan-huyen-chu-se"),
        ("1. Huyện nghèo đã được hỗ trợ theo Quyết định số 5/QĐ-UBND ngày 3/5/2021.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. Phòng Nội vụ báo cáo tại Quyết định số 5/QĐ-UBND ngày 3/5/2021.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. Dự án được Chủ tịch UBND huyện Chư Sê phê duyệt tại Quyết định số 5/QĐ-UBND.", "uy-ban-nhan-dan-huyen-chu-se"),
        ("1. Dự án được UBND huyện Chư Sê trình, phê duyệt tại Quyết định số 5/QĐ-UBND.", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("1. Đất do UBND huyện Chư Sê quản lý theo Quyết định số 5/QĐ-UBND.", "uy-ban-nhan-dan-tinh-gia-lai"),
    ],
)
def test_the_body_that_decides_by_the_paper(sentence, issuer):
    assert issuers_of(HEAD + sentence) == [issuer]


def test_the_body_that_decided_also_adjusts():
    paper = HEAD + "1. Dự án được UBND huyện Chư Sê phê duyệt tại Quyết định số 5/QĐ-UBND ngày 3/5/2021{} Quyết định số 8/QĐ-UBND."
    district, province = "uy-ban-nhan-dan-huyen-chu-se", "uy-ban-nhan-dan-tinh-gia-lai"
    assert issuers_of(paper.format(", điều chỉnh tại")) == [district, district]
    assert issuers_of(paper.format("; kế hoạch tại")) == [district, province]


def test_a_code_says_the_committee_not_its_organ():
    head = "HUYỆN ỦY MƯỜNG LA\n*\nSố 7-BC/HU\nMường La, ngày 6 tháng 10 năm 2023\n\nBÁO CÁO\nnăm 2023\n\n"
    foot = "\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n"
    assert issuers_of(head + "Theo Quyết định số 5-QĐ/HU, ngày 3/5/2021." + foot) == ["huyen-uy-muong-la"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sở Nông nghiệp & Phát triển nông thôn tỉnh Sơn La", "so-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ Nội thương", "bo-noi-thuong"),
        ("Hội đồng Khoa học và Công nghệ tỉnh", None),
        ("Hội đồng Trường Đại học Vinh", None),
    ],
)
def test_names_with_a_sign_of_old_ministries_of_unknown_councils(text, want):
    found = phrase(text)
    assert (found.base.slug if found else None) == want


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ngày 9/4, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về rừng.", ("2025-04-09", "uy-ban-nhan-dan-tinh-ha-nam")),
        ("Ngày 9-4, UBND tỉnh có văn bản số 5/UBND-KT về rừng.", ("2025-04-09", "uy-ban-nhan-dan-tinh-ha-nam")),
        ("Ngày 22-12, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND.", ("2024-12-22", "uy-ban-nhan-dan-tinh-ha-nam")),
        ("Từ ngày 5-9, UBND tỉnh kiểm tra, ban hành Kế hoạch số 5/KH-UBND.", (None, "uy-ban-nhan-dan-tinh-ha-nam")),
        ("Ngày 9/4, thay mặt UBND tỉnh, Phó Chủ tịch Trần An đã ký ban hành Kế hoạch số 5/KH-UBND.", ("2025-04-09", "uy-ban-nhan-dan-tinh-ha-nam")),
        ("Ngày 9/4, UBND tỉnh vừa ký Kế hoạch số 5/KH-UBND.", ("2025-04-09", "uy-ban-nhan-dan-tinh-ha-nam")),
        ("UBND huyện Lý Nhân đã kiểm tra thực địa và ban hành Kế hoạch số 5/KH-UBND.", (None, "uy-ban-nhan-dan-huyen-ly-nhan")),
        ("UBND tỉnh đã giao UBND huyện Lý Nhân rà soát và ban hành Kế hoạch số 5/KH-UBND.", (None, "uy-ban-nhan-dan-tinh-ha-nam")),
    ],
)
def test_who_issued_and_when_as_an_article_tells(sentence, found):
    from kg.analyse import analyse

    a = analyse("Tỉnh Hà Nam giữ rừng\n11/04/2025 15:42 | Lượt xem: 318\n\n" + sentence)
    assert [(m.date, m.issuer) for m in a.mentions] == [found]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Ngày 3/6/2021, Ban Bí thư ban hành Chỉ thị 8-CT/TW năm 2021 về tiếp dân.", "2021-06-03"),
        ("Ngày 3/6, Ban Bí thư ban hành Chỉ thị 8-CT/TW năm 2021 về tiếp dân.", "2021-06-03"),
        ("Ngày 3/6/2022, Ban Bí thư ban hành Chỉ thị 8-CT/TW năm 2021 về tiếp dân.", "2021"),
        ("Ngày 3/6/2021, Ban Bí thư họp về Chỉ thị 8-CT/TW năm 2021 về tiếp dân.", "2021"),
        ("Chỉ thị 8-CT/TW năm 2021 về tiếp dân do Ban Bí thư ban hành ngày 03/6/2021.", "2021-06-03"),
        ("Chỉ thị 8-CT/TW về tiếp dân do Ban Bí thư ban hành ngày 03/6/2021.", "2021-06-03"),
        ("Chỉ thị 8-CT/TW năm 2021 về tiếp dân do Ban Bí thư ban hành, ngày 03/6/2022 tỉnh họp.", "2021"),
        ("Chỉ thị 8-CT/TW năm 2021 về tiếp dân do Ban Bí thư ban hành ngày 03/6/2022.", "2021"),
    ],
)
def test_the_day_of_a_paper_with_its_year_behind_the_number(sentence, date):
    from kg.analyse import analyse

    assert [m.date for m in analyse(sentence).mentions] == [date]


def test_the_body_behind_a_title_and_behind_a_damaged_day():
    from kg.analyse import analyse

    a = analyse("1. Hướng dẫn 26-HD/TW năm 2014 về nhân sự cấp ủy do Ban Bí thư ban hành\n2. Quyết định 5/QĐ-UBND về đất do tỉnh cấp.")
    assert [m.issuer for m in a.mentions] == ["ban-bi-thu", None]
    assert a.documents[0].title == "nhân sự cấp ủy"
    b = analyse("Căn cứ Quy định số 80-QĐ/TW ngày 18/8/20222 của Bộ Chính trị phân cấp quản lý cán bộ;")
    assert [m.issuer for m in b.mentions] == ["bo-chinh-tri"]
    c = analyse("Thực hiện Chương trình số 26-CTr/TWĐTN-VP ngày 19/5/2021, huyện đoàn họp.")
    assert [m.issuer for m in c.mentions] == ["trung-uong-doan-thanh-nien-cong-san-ho-chi-minh"]


def test_an_office_is_not_the_department_whose_name_it_holds():
    assert phrase("Cục Chăn nuôi về").base.slug == "cuc-chan-nuoi"
    p = plain("Chi cục Chăn nuôi đã ban hành")
    assert read_phrase(p.text, p.low, 4) is None
    assert issuers_of("Công văn số 112/DP-DT ngày 05/02/2024 của Cục Y tế dự phòng về dịch bệnh") == ["cuc-y-te-du-phong"]


def test_the_party_committee_of_the_police_of_a_province_shares_the_code_of_the_central_one():
    paper = "Thực hiện Nghị quyết số 5-NQ/ĐUCA ngày 3/5/2021 của Đảng ủy Công an {} về an ninh."
    assert issuers_of(paper.format("tỉnh Hải Dương")) == ["dang-uy-cong-an-tinh-hai-duong"]
    assert issuers_of(paper.format("Trung ương")) == ["dang-uy-cong-an-trung-uong"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thông tư liên bộ số 94/TTLB ngày 14/11/1994 của Ban Vật giá Chính phủ, Bộ Tài chính, Bộ Xây dựng và Tổng cục Địa chính hướng dẫn",
         "ban-vat-gia-chinh-phu+bo-tai-chinh+bo-xay-dung+tong-cuc-dia-chinh"),
        ("Thông tư số 10/TT-LB ngày 3/3/1993 của Bộ Y tế - Bộ Tài chính", "bo-y-te+bo-tai-chinh"),
        ("Thông tư liên bộ số 94/TTLB ngày 14/11/1994 của Bộ Tài chính, được UBND tỉnh áp dụng", "bo-tai-chinh"),
        ("Thông tư liên bộ số 94/TTLB ngày 14/11/1994 của Bộ Tài chính và UBND tỉnh Sơn La", "bo-tai-chinh"),
        ("Thông tư số 94/TT-BTC ngày 14/11/1994 của Bộ Tài chính, Bộ Xây dựng", "bo-tai-chinh"),  # the code names one
    ],
)  # fmt: skip
def test_a_joint_circular_whose_number_names_no_ministry(text, issuer):
    assert issuers_of(text) == [issuer]


def test_the_organ_of_a_city_in_a_province():
    head = "TỈNH ỦY NGHỆ AN\nTHÀNH ỦY VINH\n*\nSố 7-KH/ThU\nVinh, ngày 2 tháng 3 năm 2023\n\nKẾ HOẠCH\nhọc tập\n\n"
    for body, slug in (("Ban Thường vụ Thành ủy", "ban-thuong-vu-thanh-uy-vinh"), ("Thành ủy", "thanh-uy-vinh")):
        assert issuers_of(f"{head}Thực hiện Chương trình số 16-CTr/ThU, ngày 10/01/2022 của {body} về kiểm tra.") == [slug]
    assert issuers_of(f"{head}Kết luận số 5-KL/TU, ngày 10/01/2022 của Ban Thường vụ Tỉnh ủy.") == ["ban-thuong-vu-tinh-uy-nghe-an"]


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Tại Công văn số 214/UBND-TNMT ngày 18/3/2021, UBND huyện Chư Prông xác nhận thửa đất", "uy-ban-nhan-dan-huyen-chu-prong"),
        ("Tại Công văn số 214/UBND-TNMT ngày 18/3/2021, UBND huyện Chư Prông và các xã", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("Theo Công văn số 214/UBND-TNMT ngày 18/3/2021, UBND huyện Chư Prông báo cáo", "uy-ban-nhan-dan-tinh-gia-lai"),
        ("Tại Công văn số 214/UBND-TNMT ngày 18/3/2021, Sở Xây dựng đề nghị", "uy-ban-nhan-dan-tinh-gia-lai"),
    ],
)
def test_the_body_that_speaks_in_its_paper(sentence, issuer):
    assert issuers_of(f"{HEAD}1. Về đất đai. {sentence}")[0] == issuer


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Công văn số 12/HQHCM-TXNK ngày 4/8/2019 của Cục HQ TP. Hồ Chí Minh về thuế", "cuc-hai-quan-thanh-pho-ho-chi-minh"),
        ("Quyết định số 46/QĐ-UBCK ngày 4/8/2010 của Chủ tịch Ủy ban Chứng khoán Nhà nước về hồ sơ", "uy-ban-chung-khoan-nha-nuoc"),
        ("Chỉ thị số 32-CT/QUTW ngày 4/8/2012 của Thường vụ Quân uỷ Trung ương về trợ cấp", "ban-thuong-vu-quan-uy-trung-uong"),
        ("Chỉ thị số 32-CT/QUTW ngày 4/8/2012 của Quân uỷ Trung ương về trợ cấp", "quan-uy-trung-uong"),
        ("Chỉ thị số 32-CT/QUTW ngày 4/8/2012 về trợ cấp", "quan-uy-trung-uong"),
        ("Thông tư số 5-TT/NN ngày 4/8/1978 của Bộ Nông nghiệp về giống lúa", "bo-nong-nghiep"),
        ("Thông tư số 5/2016/TT-BNNPTNT ngày 4/8/2016 của Bộ Nông nghiệp và Phát triển nông thôn", "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Thông tư số 5/2016/TT-BNNPTNT ngày 4/8/2016 của Bộ Nông nghiệp về giống lúa", "bo-nong-nghiep-va-phat-trien-nong-thon"),
    ],
)
def test_bodies_by_short_and_older_names(words, issuer):
    assert issuers_of(f"Căn cứ {words};") == [issuer]


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Hội nghị lần thứ Tư Ban Chấp hành Trung ương khóa VIII ra nghị quyết riêng về đất đai (Nghị quyết số 25-NQ/TW, ngày 12-3-1998).",
         "ban-chap-hanh-trung-uong"),
        ("Năm đó Ban Bí thư ban hành chỉ thị về tiếp dân (Chỉ thị số 25-CT/TW, ngày 12-3-1998).", "ban-bi-thu"),
        ("Năm đó Ban Bí thư ban hành kết luận về tiếp dân (Chỉ thị số 25-CT/TW, ngày 12-3-1998).", None),
        ("Năm đó Ban Bí thư họp bàn chỉ thị về tiếp dân (Chỉ thị số 25-CT/TW, ngày 12-3-1998).", None),
        ("Năm đó UBND tỉnh ban hành chỉ thị về tiếp dân (Chỉ thị số 25-CT/TW, ngày 12-3-1998).", None),
    ],
)  # fmt: skip
def test_the_body_that_passed_what_the_bracket_names(words, issuer):
    assert issuers_of(words) == [issuer]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 53-KH/ĐU ngày 11/7/2019 của Ban Thường vụ Tỉnh ủy Sơn La.", "ban-thuong-vu-tinh-uy-son-la"),
        ("Kế hoạch số 53-KH/ĐU ngày 11/7/2019 của Đảng ủy xã Tân Lập.", "dang-uy-xa-tan-lap"),
        ("Kế hoạch số 53-KH/HU ngày 11/7/2019 của Tỉnh ủy Sơn La.", None),  # a district's own code
    ],
)
def test_the_code_of_any_committee_leaves_it_to_the_words_which(text, issuer):
    from kg.analyse import analyse

    assert [m.issuer for m in analyse(text).mentions] == [issuer]


@pytest.mark.parametrize(
    ("places", "issuer"),
    [
        ("thành phố Phan Rang - Tháp Chàm, tỉnh Ninh Thuận", "ban-thuong-vu-thanh-uy-phan-rang-thap-cham"),
        ("tỉnh Ninh Thuận", None),
        ("thành phố Bảo Lộc và thành phố Đà Lạt, tỉnh Lâm Đồng", None),
        ("thành phố Hà Nội", "ban-thuong-vu-thanh-uy-ha-noi"),
    ],
)
def test_the_committee_of_the_only_city_that_a_provincial_text_names(places, issuer):
    from kg.analyse import analyse

    text = f"Trên địa bàn {places}: thực hiện Chỉ thị số 6-CT/TU ngày 28/02/2024 của Ban Thường vụ Thành ủy."
    assert [m.issuer for m in analyse(text).mentions] == [issuer]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định số 66 TC/UBTH ngày 5/6/1998 của UBND tỉnh Sơn La", "uy-ban-nhan-dan-tinh-son-la"),
        ("Quyết định số 66 TC/QĐ/TCT ngày 5/6/1998 của Bộ Tài chính", "bo-tai-chinh"),
        ("Quyết định số 66 TC/QĐ-TCT ngày 5/6/1998 gửi UBND tỉnh Sơn La", "bo-tai-chinh"),
    ],
)
def test_a_department_before_the_code_of_the_administration(text, issuer):
    from kg.analyse import analyse

    assert [m.issuer for m in analyse(f"Căn cứ {text};").mentions] == [issuer]


@pytest.mark.parametrize(
    ("tail", "issuer"),
    [
        ("ngày 07/4/2026 của Bộ Nông nghiệp và Môi trường", "bo-nong-nghiep-va-moi-truong"),  # still with the old code
        ("ngày 07/4/2024 của Bộ Nông nghiệp và Môi trường", "bo-tai-nguyen-va-moi-truong"),  # which was not yet
        ("ngày 07/4/2026 của Bộ Y tế", "bo-tai-nguyen-va-moi-truong"),  # which took nothing over
    ],
)
def test_a_ministry_that_writes_the_code_of_the_one_before_it(tail, issuer):
    (m,) = analyse(f"Thực hiện Công văn số 3318/BTNMT-KHTC {tail}.").mentions
    assert m.issuer == issuer


@pytest.mark.parametrize(
    ("paper", "issuer"),
    [
        ("Quy định số 69-QĐ/TW ngày 06/7/2022 của BCT", "bo-chinh-tri"),
        ("Chỉ thị số 69-CT/TW ngày 06/7/2022 của BBT", "ban-bi-thu"),
        ("Quy định số 69-QĐ/TW ngày 06/7/2022 của BCTN", None),
    ],
)
def test_the_politburo_and_the_secretariat_by_their_initials(paper, issuer):
    (m,) = analyse(f"Thực hiện {paper}.").mentions
    assert m.issuer == issuer


@pytest.mark.parametrize(
    ("paper", "of", "issuer"),
    [
        ("Bản án số 12/2022/DS-PT", "Tòa án nhân dân cấp cao tại Hà Nội", "toa-an-nhan-dan-cap-cao-tai-ha-noi"),
        ("Bản án số 12/2022/DS-PT", "TAND cấp cao tại TP.HCM", "toa-an-nhan-dan-cap-cao-tai-thanh-pho-ho-chi-minh"),
        ("Quyết định số 12/QĐ-VKS", "Viện kiểm sát nhân dân cấp cao tại Đà Nẵng", "vien-kiem-sat-nhan-dan-cap-cao-tai-da-nang"),
        ("Bản án số 12/2022/DS-PT", "Tòa án nhân dân thành phố Hà Nội", "toa-an-nhan-dan-thanh-pho-ha-noi"),
        ("Tờ trình số 12/TTr-PKTHTĐT", "Phòng Kinh tế, Hạ tầng và Đô thị phường Hải Châu",
         "phong-kinh-te-ha-tang-va-do-thi-phuong-hai-chau"),
        ("Tờ trình số 12/TTr-PKTHT", "Phòng Kinh tế và Hạ tầng huyện Chư Sê", "phong-kinh-te-va-ha-tang-huyen-chu-se"),
        ("Nghị quyết số 12/NQ-BCH", "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam", "tong-lien-doan-lao-dong-viet-nam"),
        ("Nghị quyết số 12/NQ-BCH", "Ban Chấp hành Hội Nông dân Việt Nam", None),
    ],
)  # fmt: skip
def test_courts_of_several_provinces_offices_of_wards_boards_of_the_confederation(paper, of, issuer):
    (m,) = analyse(f"Theo {paper} ngày 3/4/2022 của {of}.").mentions
    assert m.issuer == issuer


@pytest.mark.parametrize(
    ("cited", "issuer"),
    [
        ("Tờ trình số 7/TTr-BCHQS ngày 14/8/2025 của Ban Chỉ huy quân sự phường Đông Hải", "ban-chi-huy-quan-su-phuong-dong-hai"),
        ("Hướng dẫn số 9/HD-BCH ngày 4/8/2025 của Bộ Chỉ huy quân sự tỉnh Khánh Hòa", "bo-chi-huy-quan-su-tinh-khanh-hoa"),
        ("Nghị quyết số 14/2002/NQ-HĐ ngày 18/1/2002 của HĐND tỉnh Hà Tây", "hoi-dong-nhan-dan-tinh-ha-tay"),
        ("Hướng dẫn số 26-HD/TW ngày 18/8/2014 của Ban Tổ chức Trung ương", "ban-to-chuc-trung-uong"),
        ("Chỉ thị số 55-CT/TU ngày 20/12/2024 của Ban Bí thư", "ban-bi-thu"),
        ("Quyết định số 154/QĐ-CMA ngày 29/7/2025 của Thuế tỉnh Cà Mau", "thue-tinh-ca-mau"),
        ("Quyết định kháng nghị số 7/QĐKNPT-VKS-DS ngày 10/5/2023 của Viện kiểm sát nhân dân tỉnh Bình Phước", "vien-kiem-sat-nhan-dan-tinh-binh-phuoc"),
    ],
)  # fmt: skip
def test_the_words_name_one_organ(cited, issuer):
    (m,) = analyse(f"Thực hiện {cited}.").mentions
    assert m.issuer == issuer


def test_decisions_of_a_chairman_have_a_register_of_their_own():
    of_chairman = "Quyết định số 02/2026/QĐ-CTUBND ngày 16/01/2026 của Chủ tịch UBND Thành phố Hồ Chí Minh"
    of_committee = "Quyết định số 02/2026/QĐ-UBND ngày 16/01/2026 của UBND Thành phố Hồ Chí Minh"
    one, other = analyse(f"Căn cứ {of_chairman}; {of_committee}.").mentions
    assert one.issuer == other.issuer == "uy-ban-nhan-dan-thanh-pho-ho-chi-minh"
    assert one.target != other.target


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Nghị quyết số 21-NQ/TƯ ngày 3/4/2012 của Tỉnh ủy Phú Yên", "vn_tu.phu-yen_nghi-quyet_t2010_21-nq-tu"),
        ("Nghị quyết số 21-NQ/TƯ ngày 3/4/2012 của Ban Thường vụ Thành ủy Hà Nội", "vn_tu.ha-noi_nghi-quyet_t2010_21-nq-tu"),
        ("Nghị quyết số 21-NQ/TƯ ngày 3/4/2012 của Ban Chấp hành Trung ương", "vn_dcsvn-tw_nghi-quyet_k11_21-nq-tw"),
        ("Nghị quyết số 21-NQ/TƯ ngày 3/4/2012", "vn_dcsvn-tw_nghi-quyet_k11_21-nq-tw"),
    ],
)
def test_the_code_of_a_province_that_is_printed_as_that_of_the_centre(words, target):
    assert analyse(f"Quán triệt {words} về môi trường.").mentions[0].target == target


def test_an_own_number_with_the_code_of_the_centre_below_a_committee_of_a_province():
    text = "TỈNH ỦY PHÚ YÊN\n*\nSố 7-KL/TƯ\nPhú Yên, ngày 3 tháng 4 năm 2012\n\nKẾT LUẬN\nvề môi trường\n\nĐẢNG BỘ làm tốt.\n"
    assert analyse(text).document.id == "vn_tu.phu-yen_ket-luan_t2010_07-kl-tu"
