"""What members of a list share, and what they do not."""

import pytest

from kg.analyse import analyse


def read(text):
    return [(m.text, m.number, m.date) for m in analyse(text).mentions]


def test_codes_at_the_end_of_a_list_are_those_of_all():
    assert read("Quyết định 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị") == [
        ("Quyết định 217", "217-QĐ/TW", "2013-12-12"),
        ("218-QĐ/TW ngày 12/12/2013", "218-QĐ/TW", "2013-12-12"),
    ]
    assert [n for _, n, _ in read("Công văn số 77, 81 và 95-CV/HU.")] == ["77-CV/HU", "81-CV/HU", "95-CV/HU"]
    assert [n for _, n, _ in read("Nghị quyết 18 của Trung ương; Kế hoạch số 95-KH/TU")] == ["18", "95-KH/TU"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013", ["2013-12-12", "2013-12-12"]),
        ("Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW ngày 12/12/2013", ["2013-12-12", "2013-12-12"]),
        ("Quyết định số 90/TTg, số 91/TTg ngày 7/3/1994", ["1994-03-07", "1994-03-07"]),
        # each has its own type word, and the one without a date may be of any day
        ("Kết luận số 62-KL/TW; Kết luận số 43-KL/TW ngày 07/01/2019", [None, "2019-01-07"]),
        ("Kết luận số 62-KL/TW, Kết luận số 43-KL/TW ngày 07/01/2019", [None, "2019-01-07"]),
    ],
)
def test_a_date_is_shared_in_a_list_and_not_across_items(text, dates):
    assert [d for _, _, d in read(text)] == dates


@pytest.mark.parametrize(
    ("text", "mention", "number"),
    [
        ("theo QĐ số 2159/QĐ-UBND ngày 25/7/2023", "QĐ số 2159/QĐ-UBND ngày 25/7/2023", "2159/QĐ-UBND"),
        ("theo CV 5512/BGDĐT-GDTrH của Bộ", "CV 5512/BGDĐT-GDTrH", "5512/BGDĐT-GDTrH"),
        ("Chương trình phối hợp thống nhất hành động số 02/CTPH-MTTQ-ĐTN",
         "Chương trình phối hợp thống nhất hành động số 02/CTPH-MTTQ-ĐTN", "02/CTPH-MTTQ-ĐTN"),
        ("Kế hoạch kiểm tra số 12-KH/UBKTTU", "Kế hoạch kiểm tra số 12-KH/UBKTTU", "12-KH/UBKTTU"),
        ("Kế hoạch được giao tại Quyết định và số 12-KH/UBKTTU", "12-KH/UBKTTU", "12-KH/UBKTTU"),
        ("Thông tư liên tịch giữa Bộ Nội vụ và Bộ Tài chính số 03/2020/TTLT-BNV-BTC",
         "Thông tư liên tịch giữa Bộ Nội vụ và Bộ Tài chính số 03/2020/TTLT-BNV-BTC", "03/2020/TTLT-BNV-BTC"),
        ("Nghị định số 1 53/2025/NĐ-CP về", "Nghị định số 1 53/2025/NĐ-CP", "153/2025/NĐ-CP"),
    ],
)
def test_where_a_citation_starts(text, mention, number):
    assert read("Căn cứ văn bản. " + text)[-1][:2] == (mention, number)


def test_a_code_that_may_be_of_the_type_of_the_list_is():
    found = analyse("các Quy định: 08-QĐi/TW, 37-QĐ/TW, 41-QĐ/TW của Trung ương; Quyết định số 217-QĐ/TW").mentions
    assert [m.type for m in found] == ["quy-dinh", "quy-dinh", "quy-dinh", "quyet-dinh"]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Chỉ thị số 47-CT/TW ngày 25/6/2015, Kết luận số 02-KL/TW ngày 18/5/2021 của Ban Bí thư", ["ban-bi-thu"] * 2),
        ("Kết luận số 5-KL/TW ngày 1/2/2021, Quy định số 22-QĐ/TW ngày 28/7/2021 của Bộ Chính trị", ["bo-chinh-tri"] * 2),
        # a resolution may be of the Central Committee, and another clause has its own body
        ("Nghị quyết số 18-NQ/TW ngày 26/10/2017, Kết luận số 50-KL/TW ngày 28/2/2023 của Bộ Chính trị", [None, "bo-chinh-tri"]),
        ("Chỉ thị số 47-CT/TW ngày 25/6/2015; Kết luận số 02-KL/TW ngày 18/5/2021 của Ban Bí thư", [None, "ban-bi-thu"]),
    ],
)
def test_the_organ_behind_a_list_of_papers_of_the_centre(text, issuers):
    assert [m.issuer for m in analyse(text).mentions] == issuers


ONE = "Nghị định số 105/2025/NĐ-CP ngày 15/5/2025 của Chính phủ"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{ONE} quy định chi tiết Luật Phòng cháy và Nghị định số 106/2025/NĐ-CP cùng ngày quy định xử phạt", "2025-05-15"),
        (f"Tờ trình số 5/TTr-BTC ngày 3/4/2025, {ONE} và Báo cáo số 6/BC-BTC cùng ngày", "2025-04-03"),
        (f"Tờ trình số 5/TTr-BTC ngày 3/4/2025, {ONE} và Báo cáo số 6/BC-BTP cùng ngày", None),
        (f"{ONE}. Báo cáo số 6/BC-BTP cùng ngày", None),
        (f"{ONE}, thay Nghị định số 106/2024/NĐ-CP cùng ngày", "2024"),
        (f"{ONE} và Báo cáo số 6/BC-BTP cùng ngày 20/5/2025", "2025-05-20"),
    ],
)
def test_a_paper_of_the_same_day(text, date):
    assert read(text)[-1][2] == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Luật số 09/2022/QH15 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 09 tháng 11 năm 2022", ["2022-11-09", None]),
        ("Luật số 09/2022/QH15 ngày 09/11/2022 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 23/11/2009",
         ["2022-11-09", "2009-11-23"]),
        ("Luật số 09/2022/QH15 sửa đổi, bổ sung một số điều của Luật Tần số vô tuyến điện ngày 23/11/2009", ["2022", "2009-11-23"]),
        ("Luật số 09/2022/QH15 và Luật Dầu khí ngày 14/11/2022", ["2022", "2022-11-14"]),
    ],
)  # fmt: skip
def test_the_day_behind_the_title_of_an_amending_law_is_its_own(text, dates):
    assert [d for _, _, d in read(f"Căn cứ {text};")] == dates


def test_a_day_is_that_of_the_list_before_it():
    assert [d for _, _, d in read("Nghị định số 05/CP và các Nghị định số 25/CP, 26/CP ngày 23-5-1993")] == [None, "1993-05-23", "1993-05-23"]
    text = "Bãi bỏ Điều 4 Quyết định số 628/QĐ-UBND và toàn bộ Quyết định số 230/QĐ-UBND ngày 11/3/2022 của UBND tỉnh Hà Nam"
    assert [d for _, _, d in read(text)] == [None, "2022-03-11"]


TABLE = """UBND TỈNH HƯNG YÊN
Số: 5/BC-UBND
BÁO CÁO
Kết quả rà soát văn bản
STT
Số, ký hiệu
{column}
Cơ quan ban hành
1
Nghị quyết số 11/2023/NQ-HĐND
07/7/2023
HĐND tỉnh Thái Bình
2
Quyết định số 08/2022/QĐ-UBND
21/4/2022
UBND tỉnh Hưng Yên
"""


def test_cells_of_a_table_tell_day_and_body():
    found = [(m.date, m.issuer) for m in analyse(TABLE.format(column="Ngày ban hành")).mentions]
    assert found == [
        ("2023-07-07", "hoi-dong-nhan-dan-tinh-thai-binh"),
        ("2022-04-21", "uy-ban-nhan-dan-tinh-hung-yen"),
    ]
    assert [m.date for m in analyse(TABLE.format(column="Ngày hết hiệu lực")).mentions] == ["2023", "2022"]


def test_what_a_council_changes_is_its_own():
    a = analyse(
        "Nghị quyết số 07/2023/NQ-HĐND ngày 12/7/2023 của HĐND tỉnh Quảng Ngãi; Nghị quyết số 05/2024/NQ-HĐND ngày 10/4/2024 của HĐND tỉnh "
        "Quảng Ngãi sửa đổi khoản 1 Điều 3 Nghị quyết số 07/2023/NQ-HĐND; Nghị quyết số 07/2023/NQ-HĐND ngày 14/7/2023 của HĐND tỉnh Bình Định."
    )
    assert [m.issuer.removeprefix("hoi-dong-nhan-dan-tinh-") for m in a.mentions] == ["quang-ngai"] * 3 + ["binh-dinh"]
    assert a.mentions[0].target == a.mentions[2].target


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("các công văn số 1120/UBND-NN, 1344/UBND-NN và 2096/UBND-NN lần lượt các ngày 08/3, 22/3 và 26/4/2024", ["2024-03-08", "2024-03-22", "2024-04-26"]),
        ("công văn số 1120/UBND-NN và công văn số 1344/UBND-NN lần lượt ngày 08/3/2023 và ngày 22/3/2024", ["2023-03-08", "2024-03-22"]),
        # too few papers, no order, no year, a list that ended
        ("các công văn số 1120/UBND-NN, 1344/UBND-NN lần lượt các ngày 08/3, 22/3 và 26/4/2024", [None, None]),
        ("các công văn số 1120/UBND-NN, 1344/UBND-NN vào các ngày 08/3 và 22/3/2024", [None, None]),
        ("các công văn số 1120/UBND-NN, 1344/UBND-NN lần lượt các ngày 08/3 và 22/3", [None, None]),
        ("công văn số 1120/UBND-NN. Họp theo công văn số 1344/UBND-NN lần lượt các ngày 08/3 và 22/3/2024", [None, None]),
        # a day of another year than the number
        ("các quyết định số 11/2023/QĐ-UBND và 13/2024/QĐ-UBND lần lượt ngày 08/3 và 22/3/2024", ["2023", "2024-03-22"]),
    ],
)
def test_days_in_turn(text, dates):
    assert [d for _, _, d in read(f"Theo {text}.")] == dates


@pytest.mark.parametrize(("day", "first"), [("cùng ngày 03/10/2025", "2025-10-03"), ("ngày 03/10/2025", None)])
def test_one_day_of_papers_of_two_types(day, first):
    assert read(f"Theo Tờ trình số 12-TTr/ĐU, Báo cáo số 13-BC/ĐU {day} của Đảng ủy.")[0][2] == first


THERE = "uy-ban-nhan-dan-tinh-lao-cai"
OTHERS = "; Kế hoạch số 15/KH-UBND của UBND tỉnh Sơn La."


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("các Quyết định số 12/QĐ-UBND ngày 3/4/2023, số 13/QĐ-UBND ngày 4/4/2023 và số 14/QĐ-UBND ngày 5/4/2023 của UBND tỉnh Lào Cai", [THERE] * 3),
        ("các Quyết định số 12/QĐ-UBND ngày 3/4/2023; số 13/QĐ-UBND ngày 4/4/2023 của UBND tỉnh Lào Cai", [None, THERE]),
        ("Quyết định số 12/QĐ-UBND ngày 3/4/2023, Quyết định số 13/QĐ-UBND ngày 4/4/2023 của UBND tỉnh Lào Cai", [None, THERE]),
    ],
)
def test_the_body_behind_a_list_of_one_type_word(text, issuers):
    assert [m.issuer for m in analyse(text + OTHERS).mentions][:-1] == issuers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("- Số 12/QĐ-UBND ngày 3/4/2023;\n- 13/QĐ-UBND ngày 4/4/2023;\n", ["12/QĐ-UBND", "13/QĐ-UBND"]),
        ("Theo Cáo trạng số 45/CT-VKS ngày 3/4/2023.", ["45/CT-VKS"]),
        ("Có Hóa đơn số 46/TB-UBND ngày 3/4/2023.", []),
        ("Theo QCVN 25 :2009/BTNMT.", []),
    ],
)
def test_numbers_and_what_looks_like_them(text, numbers):
    assert [n for _, n, _ in read(text)] == numbers


@pytest.mark.parametrize(
    ("behind", "date"), [("(1) ngày 3/4/2020", "2020-04-03"), (" (1), ngày 3/4/2020", "2020-04-03"), (" (2020) ngày 3/4/2020", None)]
)
def test_a_call_of_a_note_before_the_day(behind, date):
    assert read(f"Theo Nghị quyết số 12/NQ-HĐND{behind} của HĐND tỉnh.")[0][2] == date


@pytest.mark.parametrize(
    ("behind", "day"),
    [(".", "2022-04-03"), ("\n2. Họp.", "2022-04-03"), (" 5/4/2022.", "2022-04-05")],
)
def test_cung_ngay_before_a_day_or_at_the_end_of_its_line(behind, day):
    mentions = analyse(f"Theo Tờ trình số 12/TTr-SNV ngày 3/4/2022 và Báo cáo số 13/BC-SNV cùng ngày{behind}").mentions
    assert [m.date for m in mentions] == ["2022-04-03", day]


@pytest.mark.parametrize(
    ("second", "issuer"), [("số 59-NQ/TW, ngày 24/01/2025", "bo-chinh-tri"), ("Kết luận số 59-KL/TW, ngày 24/01/2025", None)]
)
def test_the_body_of_a_list_behind_a_semicolon(second, issuer):
    text = f"Thực hiện các nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024; {second}."
    assert [m.issuer for m in analyse(text).mentions] == ["bo-chinh-tri", issuer]


def test_the_day_behind_a_number_in_one_cell():
    table = "TT | Dự án | Quyết định phê duyệt | Vốn\n1 | Kè suối | 655/QĐ-UBND; 12/4/2022 | 14.900\n"
    (m,) = analyse(table).mentions
    assert m.date == "2022-04-12"
    (m,) = analyse("Theo Quyết định số 655/QĐ-UBND; 12/4/2022\n").mentions
    assert m.date is None


@pytest.mark.parametrize(("elsewhere", "day"), [("", "2020-05-06"), ("Quyết định số 12/QĐ-UBND ngày 1/2/2020 có hiệu lực. ", "2020-02-01")])
def test_a_paper_that_has_another_day_elsewhere_does_not_share_the_day_of_a_list(elsewhere, day):
    text = f"{elsewhere}Các Quyết định số 12/QĐ-UBND, số 15/QĐ-UBND ngày 06/5/2020 của UBND tỉnh Lào Cai về chợ."
    assert analyse(text).mentions[-2].date == day


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Nghị định 77 và Nghị định 133 của Chính phủ", ["chinh-phu"] * 2),
        ("Quyết định 12, Quyết định 15 và Quyết định 17 của Thủ tướng Chính phủ", ["thu-tuong-chinh-phu"] * 3),
        ("Quyết định 12, Quyết định 15 của Thủ tướng Chính phủ", [None, "thu-tuong-chinh-phu"]),
        ("Chỉ thị 12 và Quyết định 17 của Thủ tướng Chính phủ", [None, "thu-tuong-chinh-phu"]),
        ("Công văn số 22/HQXY-GS ngày 3/11/2020 và Công văn số 23/HQXY-GS ngày 7/11/2020 của Cục Hải quan tỉnh Hà Tĩnh",
         ["cuc-hai-quan-tinh-ha-tinh"] * 2),
    ],
)
def test_the_body_behind_the_last_of_two_issued_both(text, issuers):
    assert [m.issuer for m in analyse(f"Thực hiện {text}.").mentions] == issuers


@pytest.mark.parametrize("blank", ["_", "......", "…", "__/__"])
def test_a_body_behind_a_blank_for_the_day(blank):
    (m,) = analyse(f"Theo Kết luận số 75-KL/TW, ngày {blank} của Ban Chấp hành Trung ương Đảng khoá XIV về môi trường.").mentions
    assert m.issuer == ("ban-chap-hanh-trung-uong" if "/" not in blank else None)


def test_the_body_before_a_list_of_serials_issued_all():
    text = (
        "UBND huyện Sơn Tịnh, tỉnh Quảng Ngãi ban hành các Quyết định số 1102, 1103 và 1107/QĐ-UBND ngày 21/5/2020. "
        "Sau đó hủy bỏ Quyết định số 1102/QĐ-UBND và Quyết định số 1103/QĐ-UBND."
    )
    assert {m.issuer for m in analyse(text).mentions} == {"uy-ban-nhan-dan-huyen-son-tinh"}


def test_the_next_number_of_a_list_is_of_whichever_body():
    text = "theo các Quyết định số 212/QĐ-BVĐK và 213/QĐ-BVĐK cùng ngày 20/02/2024 của Giám đốc Bệnh viện Đa khoa tỉnh Phú Thọ"
    assert [(m.number, m.date, m.issuer) for m in analyse(text).mentions] == [
        (number, "2024-02-20", "benh-vien-da-khoa-tinh-phu-tho") for number in ("212/QĐ-BVĐK", "213/QĐ-BVĐK")
    ]


@pytest.mark.parametrize(("codes", "issuer"), [("QĐ/TW", "bo-chinh-tri"), ("KL/TW", None)])
def test_the_body_of_what_its_paper_replaces(codes, issuer):
    text = f"Quy định số 114-QĐ/TW, ngày 11/7/2023 của Bộ Chính trị (thay thế số 205-{codes}, ngày 23/9/2019)."
    assert analyse(text).mentions[1].issuer == issuer


def test_a_year_told_elsewhere_is_no_other_day():
    from kg.analyse import analyse

    a = analyse("Theo Nghị quyết số 5/NQ-HĐND năm 2021. Các Nghị quyết số 5/NQ-HĐND, 6/NQ-HĐND ngày 12/7/2021 của HĐND tỉnh Lào Cai.")
    assert {d.date for d in a.documents if d.number == "5/NQ-HĐND"} == {"2021-07-12"}


@pytest.mark.parametrize(
    ("lead", "kinds"),
    [
        ("các quy định của Bộ Chính trị: số ", ["quy-dinh", "quy-dinh"]),
        ("các quyết định sau: số ", ["quyet-dinh", "quyet-dinh"]),
        ("các công văn: số ", ["cong-van", "quyet-dinh"]),  # the code of the second is of no letter
    ],
)
def test_the_head_of_a_list_tells_the_type_of_all(lead, kinds):
    text = f"Căn cứ {lead}41-QĐ/TW, ngày 03/11/2021 về từ chức; số 65-QĐ/TW, ngày 28/4/2022 về luân chuyển."
    assert [m.type for m in analyse(text).mentions] == kinds


@pytest.mark.parametrize(("comma", "issuer"), [(",", "uy-ban-nhan-dan-tinh-khanh-hoa"), ("", "uy-ban-nhan-dan-tinh-ninh-thuan")])
def test_what_amends_one_paper_is_not_listed_with_the_next(comma, issuer):
    text = (
        "Quyết định số 18/2022/QĐ-UBND ngày 15/8/2022 của UBND tỉnh Khánh Hòa, được sửa đổi bằng Quyết định số 25/2023/QĐ-UBND ngày "
        f"20/11/2023{comma} và Quyết định số 61/2021/QĐ-UBND ngày 04/10/2021 của UBND tỉnh Ninh Thuận."
    )
    assert analyse(text).mentions[1].issuer == issuer


@pytest.mark.parametrize(
    ("title", "joined"),
    [
        ("hướng dẫn kỹ thuật trình bày văn bản", "; "),
        ("hướng dẫn kỹ thuật trình bày văn bản", ", "),
        ("về công tác văn thư", ", "),
    ],
)
def test_the_next_number_of_a_list_behind_a_title_that_ends_with_van_ban(title, joined):
    text = f"Bãi bỏ các Quyết định số 5/2005/QĐ-BTC ngày 6/5/2005 {title}{joined}số 7/2014/QĐ-BTC ngày 3/5/2014 quy định về kho."
    assert [(text_, day) for text_, _, day in read(text)][1] == ("7/2014/QĐ-BTC ngày 3/5/2014", "2014-05-03")


def test_a_letter_that_is_called_van_ban_keeps_its_word():
    assert read("Theo văn bản số 7/UBND-NC ngày 3/5/2014, Sở đã làm.")[0][0] == "văn bản số 7/UBND-NC ngày 3/5/2014"
