import pytest

from kg.analyse import analyse
from kg.header import read_header
from kg.normalise import plain

COMMUNE = "ỦY BAN NHÂN DÂN\nXÃ SUỐI GIÀNG\nSố: 35/BC-UBND\nSuối Giàng, ngày 02 tháng 12 năm 2022\n\nBÁO CÁO\nNăm 2022\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Họp thường kỳ\n10:48, 21/07/2018\nUBND tỉnh họp\n", "2018-07-21"),
        ("02/03/2021\nTăng cỡ chữ\nUBND tỉnh chỉ đạo\n", "2021-03-02"),
        ("Họp thường kỳ\n(Theo Công văn số 6012/UBND-KT, ngày 14/11/2023)\n", None),
    ],
)
def test_the_day_of_a_page(text, day):
    assert read_header(plain(text)).date == day


REPORT = "BÁO CÁO\nKết quả công tác dân vận năm 2021\n\nThực hiện Công văn số 25/SNV-XDCQ ngày {day} của Sở Nội vụ, Ban báo cáo.\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (REPORT.format(day="29/10/2021"), "2021"),
        (REPORT.format(day="14/01/2022"), None),  # written after the year it tells of
        ("Ngày 17/8/2022, Quận ủy sơ kết việc thực hiện Kết luận số 01-KL/TW ngày 18/5/2021.\n", "2022"),
        ("Ngày 17/8/2022, Quận ủy đã ban hành Kế hoạch số 57-KH/QU. Kế hoạch đề ra các nhiệm vụ.\n", None),
        ("Ngày 3/6/2021, Ban Bí thư ban hành Chỉ thị 8-CT/TW năm 2021. Đảng viên nên đọc.\n", None),  # the paper's day
        ("Kết quả nổi bật\nCác xã làm tốt.\n(Theo Báo cáo số 88/BC-UBND ngày 20/11/2023 của UBND tỉnh)\n", "2023"),
        ("Luật Đầu tư năm 2020 áp dụng, còn Nghị định số 31/2021/NĐ-CP hướng dẫn.\n", None),
    ],
)
def test_year_of_a_text_that_prints_no_day(text, date):
    assert analyse(text).document.date == date


def test_the_day_of_a_page_is_none_of_the_paper_on_it():
    page = "Chương trình thực hiện Chỉ thị 5-CT/TW về phòng bệnh dại ở vật nuôi\nNgày cập nhật 14/06/2018\n{told}\n"
    paper = "CHƯƠNG TRÌNH\nThực hiện Chỉ thị 5-CT/TW về phòng bệnh dại ở vật nuôi\n\nI. MỤC ĐÍCH\n1. Tiêm đủ vắc-xin.\n"
    told = "Ngày 02/5/2018, Tỉnh ủy Phú Yên ban hành Chương trình số 9-CTr/TU. Toàn văn như sau:"
    a = analyse(page.format(told=told) + "\n" + paper)
    assert (a.document.number, a.document.date, a.conflicts) == ("9-CTr/TU", "2018-05-02", ())
    assert analyse(page.format(told="") + "\n" + paper).document.date is None
    assert analyse(page.format(told="")).document.date == "2018-06-14"  # an article has that day


def test_the_day_of_a_paper_above_the_line_of_place_and_day():
    head = "HỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC KẠN\nSố: 7/HĐND-VP\nV/v đính chính Nghị quyết số 5/2016/NQ-HĐND ngày 8/7/2016\n\n"
    assert read_header(plain(head + "Bắc Kạn, ngày 02 tháng 8 năm 2016\n\nKính gửi: UBND tỉnh\n")).date == "2016-08-02"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tin trong tỉnh\nPV - 03/04/2025 17:35\nNgày 22/12/2024, huyện họp.", "2025-04-03"),
        ("07:30:00 - Thứ sáu, 09/11/2018\n\nHội nghị", "2018-11-09"),
        ("Chủ nhật - 12/09/2021 21:08 470 0\nHội nghị", "2021-09-12"),
        ("Thứ năm, 14 Tháng 12 2017 17:22\nHội nghị", "2017-12-14"),
        ("Thứ 3, Ngày 16/07/2024 -\n\nKết quả\nNgày đăng: 08/07/2024  11:38\n", "2024-07-08"),
        ("Sáng 5/4/2024, xã họp lúc 10:30.", None),
    ],
)
def test_the_day_of_an_article(text, day):
    assert read_header(plain(text)).date == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BIÊN BẢN\nHọp xã\n\nHôm nay, ngày 10 tháng 12 năm 2024, tại hội trường.\nĐọc Kế hoạch số 3/KH-UBND ngày 2/3/2023.", "2024-12-10"),
        ("BIÊN BẢN LÀM VIỆC\nVề gói thầu\n\nVào hồi 8 giờ 30 phút, ngày 05/7/2023, tại Ban Quản lý dự án.", "2023-07-05"),
        ("BIÊN BẢN\nHọp xã\n\nĐọc Kế hoạch số 3/KH-UBND ngày 2/3/2023.", None),
        ("BÁO CÁO\nNăm qua\n\nHôm nay, ngày 10 tháng 12 năm 2024, cả huyện đã sẵn sàng.", None),
    ],
)
def test_the_day_of_minutes(text, day):
    assert analyse(text).document.date == day


def test_a_day_under_the_text():
    body = "\n\nNGHỊ QUYẾT\nVỀ MỨC CHI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Mức chi mới thay cho mức chi tại các văn bản trước đây của Ủy ban.\n\n"
    d = analyse("ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNghị quyết số: 12/2021/UBTVQH15" + body + "Hà Nội, ngày 24 tháng 5 năm 2021\n").document
    assert (d.date, d.title) == ("2021-05-24", "VỀ MỨC CHI")


@pytest.mark.parametrize(
    ("body", "issuers", "locality"),
    [
        ("Kính gửi: Phòng Nội vụ huyện Văn Chấn\n\nTheo Công văn số 4/UBND-NV của UBND huyện và số 5/UBND-NC của UBND tỉnh,",
         ["uy-ban-nhan-dan-huyen-van-chan", "uy-ban-nhan-dan-tinh-yen-bai"], "Yên Bái"),
        ("Kính gửi: Phòng Nội vụ huyện Văn Chấn\n\nTheo Công văn số 4-CV/HU của Huyện ủy,", ["huyen-uy-van-chan"], "Yên Bái"),
        ("Kính gửi: UBND huyện Châu Thành\n\nTheo Công văn số 5/UBND-NC của UBND tỉnh,", [None], None),  # many provinces
        ("Với huyện Văn Chấn và huyện Mường La\n\nTheo Công văn số 4-CV/HU của Huyện ủy,", [None], None),
    ],
)
def test_the_district_and_the_province_of_a_commune(body, issuers, locality):
    a = analyse(COMMUNE + body)
    assert ([m.issuer for m in a.mentions], a.document.locality) == (issuers, locality)


def test_the_province_of_a_district_that_the_letterhead_names_without_it():
    a = analyse("HUYỆN ỦY TRIỆU SƠN\nBAN TUYÊN GIÁO\n*\nSố 59-HD/BTGHU\nTriệu Sơn, ngày 20 tháng 01 năm 2020\n\nHƯỚNG DẪN\nTuyên truyền\n\n"
                "Thực hiện Hướng dẫn số 10-HD/BTGTU ngày 10/01/2020 của Ban Tuyên giáo Tỉnh ủy,")
    assert [m.issuer for m in a.mentions] == ["ban-tuyen-giao-tinh-uy-thanh-hoa"]
    assert a.document.id == "vn_btghu.trieu-son.thanh-hoa_huong-dan_t2015_59-hd-btghu"


def test_the_commune_above_a_cell():
    text = "ĐẢNG BỘ PHƯỜNG HÒA AN\nCHI BỘ KHU PHỐ 4\n\nBIÊN BẢN\nHọp\n\nĐọc Kế hoạch số 7-KH/ĐU ngày 14/02/2022 của Đảng ủy phường."
    assert [m.issuer for m in analyse(text).mentions] == ["dang-uy-phuong-hoa-an"]


def test_the_day_below_a_subject_and_the_letterhead_beside_it():
    text = (
        "TỔNG CỤC HẢI QUAN\nSố: 97/TCHQ-GSQL\nV/v đưa hàng vào, đưa hàng ra kho do chi cục ngoài cửa khẩu quản lý và giám sát\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Hà Nội, ngày 05 tháng 03 năm 2010\n\nKính gửi: Cục Hải quan\n"
    )
    header = read_header(plain(text))
    assert header.date == "2010-03-05"
    assert header.title == "đưa hàng vào, đưa hàng ra kho do chi cục ngoài cửa khẩu quản lý và giám sát"


def test_a_day_below_the_text_takes_no_title_away():
    text = "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nSố: 12/2021/UBTVQH15\nNGHỊ QUYẾT\nVề chế độ chi\nCăn cứ Luật A;\nĐiều 1. Chi\n\nHà Nội, ngày 24 tháng 5 năm 2021\n"
    header = read_header(plain(text))
    assert (header.date, header.title) == ("2021-05-24", "Về chế độ chi")


def test_a_day_without_a_place_beside_the_number():
    text = "BỘ CHÍNH TRỊ | ĐẢNG CỘNG SẢN VIỆT NAM |\nSố 51-QĐ/TW | Ngày 3 tháng 5 năm 1994 |\nQUYẾT ĐỊNH\nVề tổ chức\nCăn cứ Điều lệ Đảng,\n"
    assert analyse(text).document.id == "vn_dcsvn-tw_quyet-dinh_k7_51-qd-tw"
    assert analyse(text.replace(" |\nQUYẾT", " các huyện họp\nQUYẾT")).document.date != "1994-05-03"


def test_the_day_of_the_visit_above_the_byline():
    text = "Thứ Hai, 5/5/2025\nBan Tuyên giáo\nThứ Năm, 8/6/2023 14:46 (GMT+7)\n\nHọp về Nghị quyết số 26-NQ/TW\n\nHội nghị đã kết thúc.\n"
    assert analyse(text).document.date == "2023-06-08"


def test_a_place_that_the_letterhead_names_needs_no_comma_before_its_day():
    head = "UBND TỈNH BẾN TRE\nSố: 5/KH-UBND\n{}\nKẾ HOẠCH\nVề dân vận\n"
    assert analyse(head.format("Bến Tre ngày 4 tháng 11 năm 2023")).document.date == "2023-11-04"
    assert analyse(head.format("Quốc hội ngày 4 tháng 11 năm 2023")).document.date is None


WARD = "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG LONG AN\nSố: 03/BB-HĐND\nLong An, ngày 24 tháng 12 năm 2025\nBIÊN BẢN\nKỳ họp\nTại phường Long An{},"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        (", tỉnh Tây Ninh", "hoi-dong-nhan-dan-tinh-tay-ninh"),
        ("", None),
    ],
)
def test_a_commune_with_the_name_of_a_former_province(words, issuer):
    a = analyse(WARD.format(words) + " thực hiện Nghị quyết số 40/2025/NQ-HĐND ngày 28/10/2025 của Hội đồng nhân dân tỉnh.")
    assert [m.issuer for m in a.mentions] == [issuer]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tin phòng dịch\n12:05 ngày 24/7/2021\nThành phố giãn cách.", "2021-07-24"),
        ("Tin phòng dịch\nThành phố giãn cách từ 6h00 ngày 24/7/2021 theo Chỉ thị số 17/CT-UBND.", None),
        ("17/05/2018\nKhởi công nhà máy.\nHết năm.", "2018-05-17"),
        ("17/05/2018\nKhởi công nhà máy.\n24/11/2019\nKhánh thành.", None),
    ],
)
def test_the_day_of_a_page_and_days_that_it_tells_of(text, day):
    assert analyse(text).document.date == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sơn La, ngày    tháng 11 năm 2020", "2020-11"),
        ("Sơn La, ngày … tháng 8 năm 2020", "2020-08"),
        ("Sơn La, ngày    tháng    năm 2020", "2020"),
    ],
)
@pytest.mark.parametrize("above", ["", "Cập nhật lần cuối, ngày 20/04/2024\n", "Hôm nay, ngày 20/04/2024\n"])
def test_the_day_of_a_draft_below_the_line_of_a_page(above, line, day):
    text = f"{above}ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 15/KH-UBND\n{line}\nKẾ HOẠCH\nVề giảm nghèo\n"
    assert read_header(plain(text)).date == day


UNDATED = "\nBÁO CÁO\nkết quả trồng rừng\nCăn cứ Luật Lâm nghiệp năm 2017;\nĐã trồng 40 ha.\n"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("UBND TỈNH YÊN BÁI\nYên Bái, tháng 4 năm 2021\n", "2021-04"),
        ("HUYỆN ỦY VĂN YÊN\n*\n\nVăn Yên, tháng 11 năm 2019\n", "2019-11"),
        ("ĐẢNG ỦY XÃ MẬU A\nMậu A 06 tháng 11 năm 2019\n", "2019-11-06"),
        ("ĐẢNG ỦY XÃ MẬU A\nMậu A, 06 tháng 11 năm 2019\n", "2019-11-06"),
        ("UBND TỈNH YÊN BÁI\nThời gian, tháng 4 năm 2021\n", None),  # no place of the letterhead
        ("UBND TỈNH YÊN BÁI\nYên Bái tháng 4 năm 2021\n", None),  # "tỉnh Yên Bái tháng 4 năm 2021" tells of a month
        ("UBND TỈNH YÊN BÁI\nYên Bái, tháng 4 năm 2021 có mưa đá\n", None),
    ],
)
def test_place_and_month_or_a_day_without_its_word(head, date):
    assert analyse(head + UNDATED).document.date == date


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("HUYỆN ỦY VĂN YÊN\nBAN TUYÊN GIÁO\n*\n", "ban-tuyen-giao-huyen-uy-van-yen"),
        ("TỈNH ỦY YÊN BÁI\nBAN NỘI CHÍNH\n*\n", "ban-noi-chinh-tinh-uy-yen-bai"),
        ("Tin của huyện\n", None),
    ],
)
def test_a_letterhead_above_place_and_month_of_a_paper_of_no_known_type(head, issuer):
    place = "Văn Yên" if "VĂN" in head else "Yên Bái"
    text = f"{head}{place}, tháng 11 năm 2019\n\nTÀI LIỆU SINH HOẠT\nVề nếp sống\n\nTheo Nghị quyết số 33-NQ/TW ngày 09/6/2014.\n"
    assert analyse(text).document.issuer == issuer


@pytest.mark.parametrize(
    ("cited", "year"),
    [
        ("Quyết định số 14/QĐ-TTg ngày 05/02/2019", None),  # the page tells its history, and was written later
        ("Nghị định số 15-CP ngày 02/3/1961", "1962"),
    ],
)
def test_an_opening_day_before_what_the_page_cites(cited, year):
    text = f"Ngày 20 tháng 9 năm 1962, Trường Trung cấp Nông lâm khai giảng.\nTrường hoạt động theo {cited}.\n"
    assert analyse(text).document.date == year
