"""Papers known by the event that adopted them: congresses, plenums, charters."""

import pytest

from kg.analyse import analyse


def read(text):
    return [(m.text, m.issuer, m.target) for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("text", "words", "issuer"),
    [
        ("Căn cứ Điều lệ Đảng và chức năng của Ban", "Điều lệ Đảng", "dai-hoi-dai-bieu-toan-quoc"),
        ("góp ý điều lệ Đảng Cộng sản Việt Nam", "điều lệ Đảng Cộng sản Việt Nam", "dai-hoi-dai-bieu-toan-quoc"),
        ("Căn cứ Điều lệ Công đoàn Việt Nam (khóa XIII);", "Điều lệ Công đoàn Việt Nam", "dai-hoi-cong-doan"),
        ("theo Điều lệ Đoàn TNCS Hồ Chí Minh, chi đoàn", "Điều lệ Đoàn TNCS Hồ Chí Minh", "dai-hoi-doan-thanh-nien-cong-san-ho-chi-minh"),
        ("Nghị quyết Đại hội XII Công đoàn Việt Nam", "Nghị quyết Đại hội XII Công đoàn Việt Nam", "dai-hoi-cong-doan"),
        ("Nghị quyết Đại hội Hội Nông dân tỉnh Sơn La lần thứ IX", "Nghị quyết Đại hội Hội Nông dân tỉnh Sơn La lần thứ IX",
         "dai-hoi-hoi-nong-dan-tinh-son-la"),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII Đoàn TNCS Hồ Chí Minh",
         "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII Đoàn TNCS Hồ Chí Minh", "dai-hoi-doan-thanh-nien-cong-san-ho-chi-minh"),
        ("tuyên truyền nghị quyết đại hội Đảng bộ tỉnh Sơn La lần thứ XV tới chi bộ", "nghị quyết đại hội Đảng bộ tỉnh Sơn La lần thứ XV",
         "dai-hoi-dang-bo-tinh-son-la"),
        ("học tập NQ đại hội Đảng bộ tỉnh Sơn La lần thứ XV", "NQ đại hội Đảng bộ tỉnh Sơn La lần thứ XV", "dai-hoi-dang-bo-tinh-son-la"),
        ("Nghị quyết Đại hội lần thứ XVII Đảng bộ thành phố Hà Nội nêu", "Nghị quyết Đại hội lần thứ XVII Đảng bộ thành phố Hà Nội",
         "dai-hoi-dang-bo-thanh-pho-ha-noi"),
        ("kiểm điểm theo NQ T.Ư 4 (khóa XII) và", "NQ T.Ư 4 (khóa XII)", "ban-chap-hanh-trung-uong"),
        ("Nghị quyết Trung ương 4 khóa 11 nêu", "Nghị quyết Trung ương 4 khóa 11", "ban-chap-hanh-trung-uong"),
    ],
)  # fmt: skip
def test_named_by_body_or_event(text, words, issuer):
    assert [(w, i) for w, i, _ in read(text)] == [(words, issuer)]


@pytest.mark.parametrize(
    "text",
    [
        "điều lệ đảng viên và Điều lệ trường tiểu học",
        "đóng góp cho điều lệ đảng bộ, Điều lệ Công đoàn cơ sở",
        "nghị quyết đại hội đảng bộ các cấp; nghị quyết trung ương 5",
        "Nghị quyết Đại hội Công đoàn các cấp",
    ],
)
def test_what_names_no_paper(text):
    assert not read(text)


def test_a_congress_of_a_mass_body_is_not_the_party_s():
    party, youth = read("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng và Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII.")
    assert party[2] == "vn_dcsvn-dh_nghi-quyet_k12_t-dai-hoi-dai-bieu-toan-quoc-lan-thu-12"
    assert youth[2].startswith("vn_dh-doan-thanh-nien")


def test_the_term_tells_charters_apart():
    first, second = read("Điều lệ Đảng khóa X và Điều lệ Đảng (do Đại hội XI thông qua).")
    assert (first[2], second[2]) == ("vn_dcsvn-dh_dieu-le_k10_t-dang", "vn_dcsvn-dh_dieu-le_k11_t-dang")


def test_a_congress_by_its_number_alone_is_the_one_that_the_text_names():
    full, bare = read("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XV; Chương trình thực hiện Nghị quyết Đại hội XV.")
    assert full[2] == bare[2] == "vn_dh.son-la_nghi-quyet_k15_t-dai-hoi-dang-bo-lan-thu-15"
    (alone,) = read("Học tập Nghị quyết Đại hội XV trong toàn ngành.")
    assert alone[0] == "Nghị quyết Đại hội XV"
    assert alone[1] is None


def test_a_plenum_of_a_mass_body_is_not_the_party_s():
    a = analyse("Quán triệt Nghị quyết Hội nghị lần thứ 9 Ban Chấp hành Trung ương Hội Nông dân Việt Nam (khóa VIII) và Nghị quyết số 7-NQ/HNDTW "
                "của Ban Chấp hành Trung ương Hội Nông dân Việt Nam (khóa VIII) về tổ hội; Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương khóa XIII.")
    assert [m.issuer for m in a.mentions] == ["trung-uong-hoi-nong-dan-viet-nam"] * 2 + ["ban-chap-hanh-trung-uong"]
    assert a.mentions[0].target == "vn_hndtw_nghi-quyet_k8_t-hoi-nghi-9-khoa-8"
    assert a.mentions[1].title == "tổ hội"


def test_a_plenum_without_its_term_is_the_one_that_the_text_names():
    a = analyse("Thực hiện nghị quyết trung ương 4 (khóa XI) về xây dựng Đảng. Kiểm điểm theo nghị quyết trung ương 4 và nghị quyết trung ương 5.")
    assert len(a.mentions) == 2
    assert len({m.target for m in a.mentions}) == 1
    b = analyse("Nghị quyết Trung ương 4 khóa XI và Nghị quyết Trung ương 4 khóa XII. Theo Nghị quyết Trung ương 4.")
    assert len({m.target for m in b.mentions}) == 3


def test_a_district_with_a_number_for_a_name():
    (m,) = analyse("Thực hiện Nghị quyết Đại hội Đảng bộ Quận 8 lần thứ XII.").mentions
    assert (m.issuer, m.text[-3:]) == ("dai-hoi-dang-bo-quan-8", "XII")


def test_a_congress_by_the_years_of_its_term():
    a = analyse("Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV, nhiệm kỳ 2020 - 2025; sơ kết Nghị quyết Đại hội Đảng bộ tỉnh Sơn La "
                "nhiệm kỳ 2020-2025 và Nghị quyết Đại hội Đảng bộ huyện Cư M'gar nhiệm kỳ 2020-2025.")
    assert [m.issuer for m in a.mentions] == ["dai-hoi-dang-bo-tinh-son-la"] * 2 + ["dai-hoi-dang-bo-huyen-cu-m-gar"]
    assert a.mentions[0].target == a.mentions[1].target != a.mentions[2].target
