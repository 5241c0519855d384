import pytest

from kg.analyse import analyse
from kg.numbers import candidates, read_number

FORMS = [
    # printed, normal form, type code, first body, year
    ("33/CT-TTg", "33/CT-TTg", "CT", "thu-tuong-chinh-phu", None),
    ("33/CT-TTG", "33/CT-TTg", "CT", "thu-tuong-chinh-phu", None),
    ("04/2015/NĐ-CP", "04/2015/NĐ-CP", "NĐ", "chinh-phu", 2015),
    ("30a/2008/NQ-CP", "30a/2008/NQ-CP", "NQ", "chinh-phu", 2008),
    ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "NQ", "chinh-phu", 2025),
    ("98/2021NĐ-CP", "98/2021NĐ-CP", "NĐ", "chinh-phu", 2021),
    ("12/2026/NQ_HĐND", "12/2026/NQ_HĐND", "NQ", "hoi-dong-nhan-dan", 2026),
    ("25-NQ/TW", "25-NQ/TW", "NQ", "ban-chap-hanh-trung-uong", None),
    ("100 - KL/TW", "100-KL/TW", "KL", "ban-chap-hanh-trung-uong", None),
    ("1406 / QĐ - TLĐ", "1406/QĐ-TLĐ", "QĐ", "tong-lien-doan-lao-dong-viet-nam", None),
    ("77/2015/QH13", "77/2015/QH13", None, "quoc-hoi", 2015),
    ("34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11", "PL", "uy-ban-thuong-vu-quoc-hoi", 2007),
    ("242-HĐBT", "242-HĐBT", None, "hoi-dong-bo-truong", None),
    ("90/TTg", "90/TTg", None, "thu-tuong-chinh-phu", None),
    ("2454/SNV-XDCQ", "2454/SNV-XDCQ", None, "so-noi-vu", None),
    ("33/CT-\nTTg", "33/CT-TTg", "CT", "thu-tuong-chinh-phu", None),
    ("54/2014/QH-13", "54/2014/QH13", None, "quoc-hoi", 2014),
    ("10/2018/TTLT-BTP-BCA-BQP-BTC-TANDTC-VKSNDTC", "10/2018/TTLT-BTP-BCA-BQP-BTC-TANDTC-VKSNDTC", "TTLT", "bo-tu-phap", 2018),
    ("11/2005/TTLT-BNV - BTC", "11/2005/TTLT-BNV-BTC", "TTLT", "bo-noi-vu", 2005),
    ("45/QĐ.UB", "45/QĐ.UB", "QĐ", "uy-ban-nhan-dan", None),
    ("12/CĐ.UBND", "12/CĐ.UBND", "CĐ", "uy-ban-nhan-dan", None),
    ("06/QC-TT.HĐND-UBND", "06/QC-TT.HĐND-UBND", "QC", "thuong-truc-hoi-dong-nhan-dan", None),
    ("01 - KL/T.Ư.", "01-KL/T.Ư", "KL", "ban-chap-hanh-trung-uong", None),
    ("123 /UBND - NC", "123/UBND-NC", None, "uy-ban-nhan-dan", None),
]


@pytest.mark.parametrize(("text", "printed", "code", "body", "year"), FORMS)
def test_forms_in_use(text, printed, code, body, year):
    n = read_number(text + " ngày 1/1/2020", 0)
    assert n is not None
    assert (n.printed, n.type_code, n.bodies[0].slug, n.year) == (printed, code, body, year)
    assert n.end == len(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("30c/NQCP ngày", ("NQ", "CP")), ("2468/QĐUBND ngày", ("QĐ", "UBND")), ("57/2002/NĐ-CPngày", ("NĐ", "CP")),
        ("12/QĐ-UBNDcủa", ("QĐ", "UBND")), ("33/CT-TTgvề việc", ("CT", "TTg")), ("12/QĐ-UBND - Kế hoạch", ("QĐ", "UBND")),
        ("3021 /UBND- KGVX\nCà Mau, ngày", ("UBND", "KGVX")), ("3021/UBND- KGVX Cà Mau đã", ("UBND",)),
    ],
)  # fmt: skip
def test_codes_run_together_or_torn_apart(text, codes):
    n = read_number(text, 0, expected=True)
    assert n is not None
    assert n.codes == codes


def test_digits_and_slashes_lost_in_the_year_where_a_number_is_announced():
    def year(text):
        n = read_number(text, 0, expected=True)
        return n and (n.printed, n.serial, n.year)

    assert year("1272007/NĐ-CP") == ("1272007/NĐ-CP", "127", 2007)
    assert year("45/006/TT-BTC") == ("45/006/TT-BTC", "45", 2006)
    assert year("188/200/NĐ-CP") == ("188/200/NĐ-CP", "188", None)
    assert year("08 a/2010/TT-BTP") == ("08a/2010/TT-BTP", "08a", 2010)
    assert read_number("45/006/TT-BTC", 0) is None


@pytest.mark.parametrize(
    "text",
    ["150/207 TTHC", "63/63 tỉnh", "24/7", "1/2 số đại biểu", "80 km/h", "9001:2015/ISO", "12/BAC", "7,97/10 điểm"],
)
def test_look_alikes_are_no_numbers(text):
    assert all(read_number(text, at) is None for at in candidates(text))


def test_unknown_codes_need_a_word_that_announces_them():
    assert read_number("12/KH-XYZABC", 0) is not None  # KH is a type code
    assert read_number("12/QWE-XYZ", 0) is None
    assert read_number("12/QWE-XYZ", 0, expected=True) is not None


def test_stroke_of_d_is_restored_only_where_one_code_is_meant():
    assert read_number("12/2026/NQ-HDND", 0).bodies[0].slug == "hoi-dong-nhan-dan"
    assert read_number("05-DA/TU", 0).type_code == "DA"  # a project: ĐA would be a scheme
    assert read_number("05-ĐA/TU", 0).type_code == "ĐA"


def test_a_code_stops_before_running_text():
    n = read_number("12/QĐ-UBND - Kế hoạch năm 2020", 0)
    assert n.printed == "12/QĐ-UBND"


def test_joint_issuers_in_the_order_of_the_number():
    n = read_number("03-CTr/BDVTW-BCSĐCP", 0)
    assert [b.slug for b in n.bodies] == ["ban-dan-van-trung-uong", "ban-can-su-dang-chinh-phu"]
    assert len(read_number("12/QĐ-UBND-SNV", 0).bodies) == 1, "a decision has one issuer; the rest is its department"


def test_lost_term_of_the_assembly_is_read_from_the_year():
    assert read_number("176/2025/QH", 0).term == 15


@pytest.mark.parametrize(
    ("printed", "slug", "kind"),
    [
        ("1188 TC/QĐ/TCT", "bo-tai-chinh", "QĐ"),
        ("268-TC/VP", "bo-tai-chinh", None),
        ("01-TC/TW", "ban-chap-hanh-trung-uong", "TC"),
    ],
)
def test_the_old_code_of_the_ministry_of_finance_stands_first(printed, slug, kind):
    number = read_number(printed, 0, expected=True)
    assert (number.bodies[0].slug, number.type_code) == (slug, kind)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("14/CV-ABC-2010 ngày 4/2/2010", "14/CV-ABC-2010"),
        ("01/TX /2011 ngày 24/5/2011", "01/TX/2011"),
        ("06/TT .HĐND ngày 12/01/2001", "06/TT.HĐND"),
        ("33/KH-UBND - 2021 là năm", "33/KH-UBND"),
        ("14/CV-ABC-2010/2011", "14/CV-ABC"),
    ],
)
def test_a_year_behind_the_codes_and_a_code_torn_off_by_a_space(text, printed):
    assert read_number(text, 0, expected=True).printed == printed


def test_a_number_over_lines_that_are_set_in():
    assert read_number("62-\n          KL/TW", 0).printed == "62-KL/TW"
    assert read_number("62-   Kết luận", 0, expected=True) is None


def test_a_serial_of_six_figures_before_two_codes():
    assert read_number("101322/CTHN-TTHT ngày", 0, expected=True).serial == "101322"
    assert read_number("272007/NĐ-CP ngày", 0, expected=True).year == 2007  # the slash before the year was lost
    assert read_number("101322/VND", 0, expected=True) is None
    assert read_number("1013222/CTHN-TTHT", 0, expected=True) is None


def test_a_department_with_a_figure_behind_a_spaced_dash():
    for text, printed in (
        ("1048/CT-TTr3 -Đ1 ngày 05/3/2007", "1048/CT-TTr3-Đ1"),
        ("1048/CT-TTr3 - Đ1 có ý kiến", "1048/CT-TTr3"),
        ("12/QĐ-UBND - K5 của trường", "12/QĐ-UBND"),
    ):
        assert read_number(text, 0, expected=True).printed == printed


def test_a_blank_for_the_hyphen_before_the_code_of_a_body():
    for printed, number in (
        ("13/2020/TT BTC như", "13/2020/TT-BTC"),
        ("12/QĐ UBND tỉnh", "12/QĐ-UBND"),
        ("13/2020/TT BAN HÀNH", "13/2020/TT"),
        ("13/2020/TT ABC", "13/2020/TT"),
    ):
        found = read_number(printed, 0, expected=True)
        assert found is not None
        assert found.printed == number


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Công văn số 635/SGDĐT- GDTrH ngày 27/8/2014", "635/SGDĐT-GDTrH", "2014-08-27"),
        ("Công văn số 635/SGDĐT - GDTrH ngày 27/8/2014", "635/SGDĐT-GDTrH", "2014-08-27"),
        ("Công văn số 635/UBND- Phòng Nội vụ", "635/UBND", None),
        ("Nghị quyết số 37-NQ/TW NQ/TW ngày 24/12/2018", "37-NQ/TW", "2018-12-24"),
        ("Quyết định số 5/QĐ-UBND QĐ-UBND-TH ngày 24/12/2018", "5/QĐ-UBND", None),
        ("Quyết định số 5/QĐ-UBND\nNgày 22 tháng\n7 năm 2021 của UBND tỉnh Sơn La", "5/QĐ-UBND", "2021-07-22"),
        ("Quyết định số 5/QĐ-UBND\nNgày 22/7/2021, UBND tỉnh Sơn La họp", "5/QĐ-UBND", None),
        ("Quyết định số 5/QĐ-UBND ngày 25 tháng năm 2006 của UBND tỉnh Sơn La", "5/QĐ-UBND", "2006"),
        ("Nghị định số 82/2023/NĐ-CP ngày 28 ngày 11 năm 2023", "82/2023/NĐ-CP", "2023-11-28"),
        ("Nghị định số 82/2023/NĐ-CP ngày 28 ngày 11/12", "82/2023/NĐ-CP", "2023"),
    ],
)
def test_slips_behind_a_number(text, number, date):
    from kg.analyse import analyse

    assert [(m.number, m.date) for m in analyse(f"Căn cứ {text};").mentions] == [(number, date)]


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Nghị định số 67 2007 NĐ-CP ngày 13/4/2007", "67/2007/NĐ-CP", "2007-04-13"),
        ("Nghị định 67 2007/NĐ-CP ngày 13/4/2007", "67/2007/NĐ-CP", "2007-04-13"),
        ("Nghị định số 1 53/2025/NĐ-CP ngày 13/4/2025", "153/2025/NĐ-CP", "2025-04-13"),
        ("Nghị định số 67, 2007 người hưởng", "67", None),
    ],
)
def test_slashes_that_were_lost_behind_a_type(text, number, date):
    from kg.analyse import analyse

    assert [(m.number, m.date) for m in analyse(f"Căn cứ {text};").mentions] == [(number, date)]


def test_a_letter_behind_a_dot_is_of_the_serial():
    assert read_number("08.a/2010/TT-BTP", 0).serial == "08.a"
    assert candidates("số 08.a/2010/TT-BTP") == [3]


@pytest.mark.parametrize("gap", ["\n", "\n   ", "\n\t", " "])
def test_a_unit_on_the_line_below_its_hyphen(gap):
    from kg.analyse import analyse

    (m,) = analyse(f"Theo Thông tư số 10/2021/TT-{gap}BTNMT ngày 30/6/2021 về quan trắc.").mentions
    assert m.number == "10/2021/TT-BTNMT"


@pytest.mark.parametrize(
    ("printed", "number", "issuer"),
    [
        ("Nghị định số 10/2021/NĐ-CPHà Nội, ngày 5 tháng 2", "10/2021/NĐ-CP", "chinh-phu"),
        ("Quyết định số 363/QĐ.UBT.81, ngày 30/11/1981 của Ủy ban nhân dân tỉnh Hậu Giang", "363/QĐ.UBT.81",
         "uy-ban-nhan-dan-tinh-hau-giang"),
        ("Quyết định số 12/QĐ-UBND.05 ngày 3/4/2005", "12/QĐ-UBND", None),
    ],
)
def test_a_name_or_a_year_glued_to_the_codes(printed, number, issuer):
    from kg.analyse import analyse

    (m,) = analyse(f"Theo {printed}.").mentions
    assert (m.number, m.issuer) == (number, issuer)


@pytest.mark.parametrize("gap", ["", "\n", " ", "\n       "])
def test_a_line_that_ends_behind_the_year(gap):
    (m,) = analyse(f"theo Thông tư số 06/2022/{gap}TT-BXD ngày 30/11/2022").mentions
    assert (m.issuer, m.date) == ("bo-xay-dung", "2022-11-30")


@pytest.mark.parametrize(
    "words",
    ["Nghị định số\n                   1\n\n\n73/2024/NĐ-CP ngày 30 tháng 6 năm 2024", "Nghị định số 73/2024/\n                   1\nNĐ-CP ngày 30 tháng 6 năm 2024"],
)
def test_the_number_of_a_page_within_a_number(words):
    a = analyse(f"Chính phủ đã ban hành {words} quy định mức lương.")
    assert [(d.number, d.date) for d in a.documents] == [("73/2024/NĐ-CP", "2024-06-30")]


@pytest.mark.parametrize(
    ("cited", "number", "date"),
    [
        ("Thông tư số 52/1997 TT-BYT ngày 4/6/1997", "52/1997TT-BYT", "1997-06-04"),
        ("Thông tư số 9 LĐTBXH/TT ngày 11/4/1995", "9LĐTBXH/TT", "1995-04-11"),
        ("Quyết định số 145 TTg ngày 8/3/1995", "145TTg", "1995-03-08"),
        ("Công văn số 61/PC46(Đ2) ngày 8/3/2015", "61/PC46(Đ2)", "2015-03-08"),
        ("Công văn số 512/UBTVQH12 ngày 8/3/2010", "512/UBTVQH12", "2010-03-08"),
        ("Công điện khẩn 16/CĐ-BYT ngày 8/3/2020", "16/CĐ-BYT", "2020-03-08"),
        ("Công văn (hỏa tốc) số 16/BYT-DP ngày 8/3/2020", "16/BYT-DP", "2020-03-08"),
    ],
)
def test_forms_of_old_and_urgent_papers(cited, number, date):
    (m,) = analyse(f"Thực hiện {cited} về y tế.").mentions
    assert (m.text, m.number, m.date) == (cited, number, date)


@pytest.mark.parametrize(
    "words",
    ["Trong tháng 5/2020 TT-BTC tăng", "Có 90 TTg", "công điện khẩn 3 tỉnh", "quy hoạch số 28/2018/QH14 ngày 15/6/2018"],
)
def test_what_is_no_old_number(words):
    assert [m.number for m in analyse(f"Báo cáo: {words}.").mentions if m.number != "28/2018/QH14"] == []
