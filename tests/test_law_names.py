import pytest

from kg import _registry_laws
from kg.analyse import analyse


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Căn cứ Luật Tổ chức HĐND - UBND ngày 26/11/2003;", ("Luật Tổ chức HĐND - UBND ngày 26/11/2003", "2003-11-26")),
        ("Căn cứ Luật tổ chức Hội đồng nhân dân – Uỷ ban nhân dân năm 2003;",
         ("Luật tổ chức Hội đồng nhân dân – Uỷ ban nhân dân năm 2003", "2003")),
        ("Căn cứ Luật Tổ chức HĐND & UBND ngày 26/11/2003;", ("Luật Tổ chức HĐND & UBND ngày 26/11/2003", "2003-11-26")),
        ("Theo Luật Thủ đô - UBND thành phố ngày 26/11/2003 đã báo cáo.", ("Luật Thủ đô", None)),
    ],
)  # fmt: skip
def test_two_bodies_in_the_title_of_a_law_may_be_joined_by_a_dash(text, want):
    assert [(m.text, m.date) for m in analyse(text).mentions] == [want]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Căn cứ Pháp lệnh Giá của UBTVQH ban hành ngày 26/4/2002;", "2002-04-26"),
        ("Căn cứ Pháp lệnh Giá do Ủy ban Thường vụ Quốc hội ban hành ngày 26/4/2002;", "2002-04-26"),
        ("Căn cứ Pháp lệnh Giá của Uỷ ban Thường vụ Quốc hội ngày 26 tháng 4 năm 2002;", "2002-04-26"),
        ("Căn cứ Luật Thống kê do Quốc hội khóa XI, kỳ họp thứ 3 thông qua ngày 17/6/2003;", "2003-06-17"),
        ("Theo Luật Thống kê của Quốc hội, ngày 17/6/2003 Cục Thống kê có văn bản.", None),
        ("Theo Luật Thống kê của Quốc hội\nNgày 17/6/2003 Cục Thống kê có văn bản.", None),
        ("Theo Luật Thống kê của Quốc hội ban hành và có hiệu lực ngày 01/01/2004.", None),
    ],
)
def test_the_day_of_a_law_behind_the_body_that_passed_it(text, date):
    assert [m.date for m in analyse(text).mentions] == [date]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Căn cứ Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Phòng, chống lụt, bão ngày 24/8/2000 của Ủy ban Thường vụ Quốc hội;",
         ["amends", "basedOn"]),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Khoáng sản ngày 14/6/2005 của Quốc hội khóa XI;", ["amends", "basedOn"]),
        ("Căn cứ Pháp lệnh Phòng, chống lụt, bão ngày 20/3/1993 của Ủy ban Thường vụ Quốc hội;", ["basedOn"]),
    ],
)  # fmt: skip
def test_an_amending_law_amends_whatever_follows_its_name(text, predicates):
    a = analyse(text)
    assert sorted(r.predicate for r in a.relations) == predicates
    assert all(r.subject != a.document.id for r in a.relations if r.predicate == "amends")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Xét Báo cáo thẩm định số 42/BCTĐ-STP ngày 8/9/2021 của Sở Tư pháp;", "bao-cao-tham-dinh"),
        ("Theo báo cáo thẩm định số 42/BC-STP ngày 8/9/2021 của Sở Tư pháp.", "bao-cao-tham-dinh"),
        ("Theo Báo cáo số 42/BC-STP ngày 8/9/2021 của Sở Tư pháp về kết quả thẩm định.", "bao-cao"),
        ("Xét Báo cáo thẩm tra số 42/BC-HĐND ngày 8/9/2021 của Ban Pháp chế;", "bao-cao-tham-tra"),
    ],
)
def test_an_appraisal_is_a_report_of_its_own_kind(text, kind):
    assert [m.type for m in analyse(text).mentions] == [kind]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("theo Luật Khoáng sản ban hành năm 1996 và Luật sửa đổi, bổ sung một số điều của Luật Doanh nghiệp", "1996"),
        ("theo Luật Khoáng sản được Quốc hội bàn năm 1996", None),
        ("theo Nghị định số 5/CP hướng dẫn thi hành Luật Khoáng sản ban hành năm 1997", None),  # the decree's year
        ("theo Luật sửa đổi, bổ sung một số điều của Luật Khoáng sản ban hành năm 2005", None),
    ],
)
def test_the_year_in_which_a_law_was_issued(words, date):
    assert [m.date for m in analyse(f"Doanh nghiệp hoạt động {words}.").mentions if m.text.startswith("Luật Khoáng")] == [date]


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013"),
        ("Hiến pháp nước Việt Nam dân chủ cộng hòa năm 1946;", "Hiến pháp nước Việt Nam dân chủ cộng hòa năm 1946"),
        ("Hiến pháp của nước ta;", "Hiến pháp"),
        ("Hiến pháp năm 2013 và luật;", "Hiến pháp năm 2013"),
    ],
)
def test_the_whole_name_of_the_constitution(printed, span):
    assert [m.text for m in analyse(f"Căn cứ {printed}").mentions] == [span]


LAW = """QUỐC HỘI
Luật số: 135/2025/QH15
Hà Nội, ngày 10 tháng 12 năm 2025
LUẬT
XÂY DỰNG
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Xây dựng.
Điều 4. Áp dụng pháp luật
Hoạt động xây dựng trên lãnh thổ Việt Nam thực hiện theo quy định của Luật Xây dựng.
Điều 95. Hiệu lực thi hành
Luật Xây dựng số 50/2014/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
"""


def test_a_law_that_says_its_own_title_means_itself():
    a = analyse(LAW)
    bare = [m.target for m in a.mentions if m.text == "Luật Xây dựng"]
    assert bare == [a.document.id]
    assert [m.target for m in a.mentions if m.number == "50/2014/QH13"] == ["vn_quoc-hoi_luat_k13_50-2014-qh13"]


DECREE = "CHÍNH PHỦ\nSố: 10/2026/NĐ-CP\nHà Nội, ngày {day}\nNGHỊ ĐỊNH\nVề quản lý\nĐiều 1. Thực hiện theo {law}.\n"


@pytest.mark.parametrize(
    ("law", "day", "target"),
    [
        ("Luật Nhà giáo", "15 tháng 01 năm 2026", "vn_quoc-hoi_luat_2025_t-nha-giao"),
        ("Luật Đất đai", "15 tháng 01 năm 2026", "vn_quoc-hoi_luat_2024_t-dat-dai"),
        ("Luật Quốc tịch", "15 tháng 01 năm 2026", "vn_quoc-hoi_luat_2008_t-quoc-tich-viet-nam"),
        ("Luật Khám chữa bệnh", "15 tháng 01 năm 2026", "vn_quoc-hoi_luat_2023_t-kham-benh-chua-benh"),
        # two of the title until July 2026; and days of which the table knows nothing
        ("Luật Viên chức", "15 tháng 01 năm 2026", "ref_quoc-hoi_luat_t-vien-chuc"),
        ("Luật Nhà giáo", "15 tháng 9 năm 2026", "ref_quoc-hoi_luat_t-nha-giao"),
    ],
)
def test_the_law_in_force_on_the_day_of_the_text(law, day, target):
    assert [m.target for m in analyse(DECREE.format(law=law, day=day)).mentions] == [target]


@pytest.mark.parametrize(
    ("title", "want"),
    [
        ("Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường",
         "vn_quoc-hoi_luat_2025_t-sua-doi-bo-sung-mot-so-dieu-cua-15-luat-trong-linh-vuc-nong-nghiep-va-moi-truong"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Giá", "vn_quoc-hoi_luat_2025_t-sua-doi-bo-sung-mot-so-dieu-cua-luat-gia"),
        # the Assembly amended one law more than once under the same title; and what the table has from no source
        ("Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ",
         "ref_quoc-hoi_luat_t-sua-doi-bo-sung-mot-so-dieu-cua-luat-so-huu-tri-tue"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Cư trú", "ref_quoc-hoi_luat_t-sua-doi-bo-sung-mot-so-dieu-cua-luat-cu-tru"),
    ],
)  # fmt: skip
def test_an_act_that_amends_several_is_known_by_their_titles(title, want):
    found = analyse(DECREE.format(law=title, day="15 tháng 01 năm 2026")).mentions
    assert found[0].target == want
    assert found[0].text == title


def test_an_amending_act_by_its_title_is_the_numbered_one_of_the_text():
    text = DECREE.format(law="Luật số 140/2025/QH15", day="15 tháng 01 năm 2026")
    a = analyse(text + "\nThực hiện Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật số 139/2025/QH15.\n")
    assert [m.target for m in a.mentions if m.text.startswith("Luật sửa đổi")] == ["vn_quoc-hoi_luat_k15_140-2025-qh15"]
    assert {d.number or d.title for d in a.documents} == {"140/2025/QH15", "139/2025/QH15", "Luật Giá"}


def test_of_two_laws_of_a_year_and_title_the_day_tells():
    text = "CHÍNH PHỦ\nSố: 10/2025/NĐ-CP\nHà Nội, ngày {}\nNGHỊ ĐỊNH\nVề quản lý\nĐiều 1. Theo Luật Tổ chức chính quyền địa phương.\n"
    targets = [analyse(text.format(day)).mentions[0].target for day in ("10 tháng 3 năm 2025", "10 tháng 9 năm 2025")]
    assert targets == [f"vn_quoc-hoi_luat_2025-{day}_t-to-chuc-chinh-quyen-dia-phuong" for day in ("02-19", "06-16")]


def test_the_year_of_the_number_goes_before_a_misprinted_day():
    text = DECREE.format(law="Luật Ngân sách nhà nước", day="12 tháng 3 năm {}").replace("10/2026/", "60/2025/")
    assert [analyse(text.format(year)).mentions[0].target for year in ("2025", "2026")] == [
        "vn_quoc-hoi_luat_2015_t-ngan-sach-nha-nuoc"
    ] * 2


def test_a_bracket_behind_a_year_is_no_part_of_the_name():
    found = analyse("(sau đây gọi là Luật Hóa chất 2025), và Luật Đất đai (2024) có quy định.").mentions
    assert [m.text for m in found] == ["Luật Hóa chất 2025", "Luật Đất đai (2024)"]


def test_a_number_left_out_before_the_day_of_a_law():
    (found,) = analyse("Căn cứ Luật Công an nhân dân số ngày 20 tháng 11 năm 2018;").mentions
    assert found.date == "2018-11-20"


def test_a_law_in_the_title_of_an_undated_amending_act_is_of_its_time():
    law = "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư, Luật Đầu tư theo phương thức đối tác công tư và Luật Đấu thầu"
    found = analyse(DECREE.format(law=law, day="15 tháng 01 năm 2026")).mentions
    assert [m.target for m in found if m.text in ("Luật Quy hoạch", "Luật Đầu tư")] == [
        "vn_quoc-hoi_luat_2017_t-quy-hoach", "vn_quoc-hoi_luat_2020_t-dau-tu"
    ]  # fmt: skip


def test_a_university_of_law_is_no_law():
    assert not analyse("Hiệu trưởng Trường Đại học Luật Hà Nội quyết định cử đi đào tạo.").mentions


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("theo Luật về thi đua, khen thưởng và nghị định", ["Luật về thi đua, khen thưởng"]),
        ("các biện pháp thi hành Luật về nghiên cứu, phát triển giải pháp", []),
        ("dự án Luật Phát triển đô thị thành dự án Luật Quản lý phát triển đô thị", ["Luật Phát triển đô thị", "Luật Quản lý phát triển đô thị"]),
        ("dự án Luật Thủ tục ban hành quyết định hành chính.", ["Luật Thủ tục ban hành quyết định hành chính"]),
        ("đưa Luật Hàng hóa phái sinh vào Chương trình lập pháp", ["Luật Hàng hóa phái sinh"]),
        ("Luật sửa đổi, bổ sung một số điều của 11 Luật về quân sự, quốc phòng", ["Luật sửa đổi, bổ sung một số điều của 11 Luật về quân sự, quốc phòng"]),
    ],
)  # fmt: skip
def test_where_a_title_begins_and_ends(words, found):
    assert [m.text for m in analyse(f"Thực hiện {words}.").mentions] == found


def test_an_act_that_amends_the_one_before_the_bracket_may_be_younger():
    a = analyse(
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\nĐiều 1. Theo Điều 19 Luật Biển Việt Nam năm 2012 "
        "(sửa đổi, bổ sung tại Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025)."
    )
    assert {m.target for m in a.mentions if "chính quyền" in m.text} == {"vn_quoc-hoi_luat_k15_72-2025-qh15"}
    assert {m.date for m in a.mentions if "chính quyền" in m.text} == {"2025-06-16"}


@pytest.mark.parametrize(
    ("law", "day", "target"),
    [
        # the last of a title that has ended; of two, a law that amends means the new one
        ("theo Luật Khoa học và công nghệ", "15 tháng 12 năm 2025", "vn_quoc-hoi_luat_2013_t-khoa-hoc-va-cong-nghe"),
        ("theo Luật sửa đổi, bổ sung một số điều của Luật Hải quan, Luật Thuế giá trị gia tăng ngày 25/6/2025", "15 tháng 8 năm 2025",
         "vn_quoc-hoi_luat_2024_t-thue-gia-tri-gia-tang"),
    ],
)  # fmt: skip
def test_which_act_of_a_title_is_meant(law, day, target):
    found = analyse(f"CHÍNH PHỦ\nSố: 310/2025/NĐ-CP\nHà Nội, ngày {day}\nNGHỊ ĐỊNH\nVề quản lý\nĐiều 1. Thực hiện {law}.\n")
    assert found.mentions[-1].target == target


def test_a_day_with_the_title_of_the_amended_law_means_the_act_that_amends_it():
    a = analyse("Căn cứ Luật Tiêu chuẩn và quy chuẩn kỹ thuật ngày 29/6/2006 được sửa đổi bởi Luật Tiêu chuẩn và quy chuẩn kỹ thuật ngày 14/6/2025;")
    base, amending = (m.target for m in a.mentions)
    assert base == "vn_quoc-hoi_luat_2006_t-tieu-chuan-va-quy-chuan-ky-thuat"
    assert amending.startswith("vn_quoc-hoi_luat_2025_t-sua-doi-bo-sung")
    assert [(r.subject, r.predicate, r.object) for r in a.relations if r.predicate == "amends"] == [(amending, "amends", base)]


def test_kinds_of_acts_are_no_titles():
    assert not analyse("1 Pháp lệnh mới; pháp lệnh thay thế pháp lệnh hiện hành: 1.200 triệu đồng").mentions


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20/11/2018;",
         ("Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20/11/2018", "2018-11-20")),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của 12 luật có liên quan đến hộ tịch ngày 5 tháng 6 năm 2024;",
         ("Luật sửa đổi, bổ sung một số điều của 12 luật có liên quan đến hộ tịch ngày 5 tháng 6 năm 2024", "2024-06-05")),
        ("Việc sửa đổi, bổ sung một số điều của các luật có liên quan đến quy hoạch được thực hiện năm 2019.", None),
        ("Luật sửa đổi, bổ sung một số điều của các luật có liên quan đến quy hoạch thì áp dụng.", None),
        ("Luật sửa đổi, bổ sung một số điều của 4 luật có liên quan sẽ được trình Quốc hội.", None),
    ],
)  # fmt: skip
def test_an_act_that_amends_a_counted_number_of_laws_of_a_field_is_one_act(text, want):
    assert [(m.text, m.date) for m in analyse(text).mentions] == ([want] if want else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông A là Giảng viên Khoa Luật Hình sự.", []),
        ("Trường mở chuyên ngành Luật Kinh tế.", []),
        ("Ông A có bằng thạc sĩ Luật Dân sự.", []),
        ("Ông A viện dẫn Luật Hình sự.", ["Luật Hình sự"]),
        ("Bộ môn Luật Nhà ở năm 2014 mở lớp.", ["Luật Nhà ở năm 2014"]),  # a year makes it a law
    ],
)
def test_fields_of_study_are_no_laws(text, names):
    assert [m.text for m in analyse(text).mentions] == names


@pytest.mark.parametrize(
    ("year", "days"),
    [
        ("2015", [None, "2015"]),  # the year of the code
        ("2017", ["2017", None]),
    ],
)
def test_the_year_behind_an_amending_law(year, days):
    mentions = analyse(f"Theo Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự năm {year}, mức phạt tăng.").mentions
    assert [m.date for m in mentions] == days


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("• 76/2015/QH13 – Luật Tổ chức Chính phủ", "Luật Tổ chức Chính phủ"),
        ("• 76/2015/QH13, thay Luật Tổ chức Chính phủ", None),
        ("• 76/2015/QH13 – Pháp lệnh Tổ chức Chính phủ", None),  # another type
    ],
)
def test_a_title_beside_the_number_of_a_law(row, title):
    assert [d.title for d in analyse(row + "\n").documents if d.number == "76/2015/QH13"] == [title]


@pytest.mark.parametrize(
    ("cited", "title", "number"),
    [
        ("Luật số 44/2019/QH14", "Luật Phòng, chống tác hại của rượu, bia", "44/2019/QH14"),
        ("Luật số 45/2019/QH14", "Luật Phòng, chống tác hại của rượu, bia", None),  # another law
        ("Luật số 31/2024/QH15", "Luật Đất đai", None),  # a title that several laws have borne
    ],
)
def test_a_number_alone_is_that_of_the_title_which_one_law_has_borne(cited, title, number):
    a = analyse(f"Việc này đã nêu tại {cited}. {title} quy định cụ thể.")
    assert {d.id: d.number for d in a.documents}[a.mentions[-1].target] == number


def test_a_title_longer_than_any_of_the_table_is_none(monkeypatch):
    def folded(_title):
        raise AssertionError("the cost of folding a title grows with its length")

    monkeypatch.setattr(_registry_laws, "fold_title", folded)
    assert _registry_laws.only_amending("Luật sửa đổi, bổ sung một số điều của " + "Luật Nhà ở, " * 200, "2026-01-20") is None


@pytest.mark.parametrize(("kind", "meant"), [("Luật", "44/2019/QH14"), ("Nghị quyết", None)])
def test_a_title_is_pointed_to_the_number_of_a_law_not_of_a_resolution(kind, meant):
    text = f"Theo {kind} số 44/2019/QH14, rượu bị cấm. Luật Phòng, chống tác hại của rượu, bia quy định.\n"
    a = analyse(text)
    numbers = {d.id: d.number for d in a.documents}
    assert numbers[a.mentions[1].target] == meant


@pytest.mark.parametrize("school", ["Trường Đại học Kinh tế - Luật VNU-HCM", "Khoa Kinh tế - Luật Trường Đại học Thương mại"])
def test_a_school_is_no_law(school):
    assert analyse(f"Theo {school}, sinh viên phải đóng học phí.").mentions == ()
