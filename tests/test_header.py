import pytest

from kg.analyse import analyse
from kg.header import read_header
from kg.identity import source_id
from kg.normalise import plain

DISTRICT_PARTY = """ĐẢNG BỘ TỈNH SƠN LA
HUYỆN ỦY MƯỜNG LA
*
Số 34-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM

Mường La, ngày 5 tháng 2 năm 2021

KẾ HOẠCH
thực hiện Chỉ thị số 49-CT/TW ngày 20/10/2015 của Ban Bí thư
-----
I. MỤC ĐÍCH
"""
DEPARTMENT = """UBND TỈNH SƠN LA
SỞ NỘI VỤ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 893/TTr-SNV
Sơn La, ngày 08 tháng 12 năm 2017
TỜ TRÌNH
Về việc ban hành Đề án tăng cường công tác dân vận
Kính gửi: Ủy ban nhân dân tỉnh
"""
COLUMNS = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ LONG MAI                 Độc lập - Tự do - Hạnh phúc
Số: 45/BC-UBND                  Long Mai, ngày 12 tháng 11 năm 2021

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2021
"""
LETTER = """SỞ NỘI VỤ TỈNH QUẢNG NGÃI
Số: 2454/SNV-XDCQ
V/v báo cáo kết quả công tác dân vận
Quảng Ngãi, ngày 29 tháng 10 năm 2021
Kính gửi: Các sở, ban ngành
"""
PORTAL = """Từ khoá: Số Hiệu, Tiêu đề hoặc Nội dung ngắn gọn của Văn Bản...
Quyết định 77/QĐ-UBND 2019 về tiếp công dân Hà Giang
Số hiệu: 77/QĐ-UBND Loại văn bản: Quyết định
Nơi ban hành: Tỉnh Hà Giang Người ký: Nguyễn Văn A
Ngày ban hành: 18/01/2019 Ngày hiệu lực: Đã biết
Nội dung đang cập nhật.
"""
LAW = """QUỐC HỘI
Luật số: 10/2022/QH15
LUẬT
THỰC HIỆN DÂN CHỦ Ở CƠ SỞ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 4 thông qua ngày 10 tháng 11 năm 2022.
"""
MARKDOWN = """# KẾ HOẠCH
## Triển khai công tác dân vận năm 2022

**Số:** 12/KH-UBND — *Điện Biên, ngày 3 tháng 3 năm 2022*
"""


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (DISTRICT_PARTY, ("vn_hu.muong-la.son-la_ke-hoach_t2020_34-kh-hu", "ke-hoach", "34-KH/HU", "2021-02-05", "huyen-uy-muong-la", "Sơn La")),
        (DEPARTMENT, ("vn_snv.son-la_to-trinh_2017_893-ttr-snv", "to-trinh", "893/TTr-SNV", "2017-12-08", "so-noi-vu-tinh-son-la", "Sơn La")),
        (COLUMNS, (source_id(COLUMNS), "bao-cao", "45/BC-UBND", "2021-11-12", "uy-ban-nhan-dan-xa-long-mai", None)),
        (LETTER, ("vn_snv.quang-ngai_cong-van_2021_2454-snv-xdcq", "cong-van", "2454/SNV-XDCQ", "2021-10-29", "so-noi-vu-tinh-quang-ngai",
                  "Quảng Ngãi")),
        (PORTAL, ("vn_ubnd.ha-giang_quyet-dinh_2019_77-qd-ubnd", "quyet-dinh", "77/QĐ-UBND", "2019-01-18", "uy-ban-nhan-dan-tinh-ha-giang",
                  "Hà Giang")),
        (LAW, ("vn_quoc-hoi_luat_k15_10-2022-qh15", "luat", "10/2022/QH15", "2022-11-10", "quoc-hoi", None)),
        (MARKDOWN, ("vn_ubnd.dien-bien_ke-hoach_2022_12-kh-ubnd", "ke-hoach", "12/KH-UBND", "2022-03-03", "uy-ban-nhan-dan-tinh-dien-bien",
                    "Điện Biên")),
    ],
)
def test_layouts(text, want):
    d = analyse(text).document
    assert (d.id, d.type, d.number, d.date, d.issuer, d.locality) == want
    assert d.status == "read"


HALF_CUT = """VỀ VIỆC QUY ĐỊNH CƠ CẤU TỔ CHỨC CỦA SỞ NỘI VỤ
TỈNH QUẢNG NINH
UỶ BAN NHÂN DÂN TỈNH QUẢNG NINH
Căn cứ Nghị định số 13/2008/NĐ-CP ngày 04 tháng 02 năm 2008 của Chính phủ;
QUYẾT
ĐỊNH:
Điều 1. Vị trí
"""
IN_ONE_CELL = "BỘ NỘI VỤ Số: 138-QĐ | VIỆT NAM DÂN CHỦ CỘNG HÒA Hà Nội, ngày 23 tháng 03 năm 1964 |\nBỘ TRƯỞNG BỘ NỘI VỤ\n"
WITHOUT_TYPE = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 63/2006/QĐ-UBND | Phan Thiết, ngày 26 tháng 7 năm 2006 |
BAN HÀNH QUY ĐỊNH VỀ HOẠT ĐỘNG CỦA CÔNG BÁO TỈNH BÌNH THUẬN
ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;
"""
OLD_TITLE = """CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG
Số: 263-CT
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 18 tháng 7 năm 1992

QUYẾT ĐỊNH CỦA CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG

Về phù hiệu của ngành quản lý thị trường
"""
OLDER_TITLE = """HỘI ĐỒNG BỘ TRƯỞNG
Số: 6-HĐBT
Hà Nội, ngày 11 tháng 01 năm 1986
NGHỊ ĐỊNH
CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 6-HĐBT
NGÀY 11-1-1986 VỀ VIỆC SỬA ĐỔI ĐIỀU 4
"""


FLAT = (
    "1. THỦ TƯỚNG CHÍNH PHỦ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM ******** Độc lập - Tự do - Hạnh phúc ******** Số: 326-TTg "
    "Hà Nội, ngày 19 tháng 5 năm 1997 QUYẾT ĐNNH VỀ NGÀY DÂN SỐ THỦ TƯỚNG CHÍNH PHỦ Căn cứ Luật Tổ chức Chính phủ;\n"
)
FULL_TEXT = "TOÀN VĂN: Nghị quyết mới\nNGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về đổi mới hoạt động của Hội Nông dân\nI- TÌNH HÌNH\n"
DISTRICT_COUNCIL = """HỘI ĐỒNG NHÂN DÂN QUẬN 2 |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 01/2008/NQ-HĐND |
Quận 2, ngày 11 tháng 01 năm 2008 |
VỀ NHIỆM VỤ KINH TẾ - XÃ HỘI NĂM 2008
HỘI ĐỒNG NHÂN DÂN QUẬN 2
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;
"""
ISSUER_AND_TITLE = """BỘ TÀI CHÍNH
Số: 121/2004/TT-BTC
Hà Nội, ngày 16 tháng 12 năm 2004
THÔNG TƯ
CỦA BỘ TÀI CHÍNH SỐ 121/2004/TT-BTC NGÀY 16 THÁNG 12 NĂM 2004 HƯỚNG DẪN CÔNG TÁC LẬP DỰ TOÁN
"""
SPACED_TITLE = """UBND THÀNH PHỐ HẢI PHÒNG
Hà Nội, ngày 17 tháng 3 năm 1999

QUYẾT ĐỊNH

Ban hành chương trình công tác năm 1999

của Ủy ban nhân dân thành phố

thực hiện Nghị quyết số 10-NQ/TU

Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;
"""


@pytest.mark.parametrize(
    ("text", "want", "title"),
    [
        (FLAT, ("quyet-dinh", "1997-05-19", "thu-tuong-chinh-phu"), None),
        (FULL_TEXT, ("nghi-quyet", None, "bo-chinh-tri"), "về đổi mới hoạt động của Hội Nông dân"),
        (DISTRICT_COUNCIL, ("nghi-quyet", "2008-01-11", "hoi-dong-nhan-dan-quan-2"), "VỀ NHIỆM VỤ KINH TẾ - XÃ HỘI NĂM 2008"),
        (ISSUER_AND_TITLE, ("thong-tu", "2004-12-16", "bo-tai-chinh"), "HƯỚNG DẪN CÔNG TÁC LẬP DỰ TOÁN"),
        (SPACED_TITLE, ("quyet-dinh", "1999-03-17", "uy-ban-nhan-dan-thanh-pho-hai-phong"),
         "Ban hành chương trình công tác năm 1999 của Ủy ban nhân dân thành phố thực hiện Nghị quyết số 10-NQ/TU"),
        (HALF_CUT, ("quyet-dinh", None, "uy-ban-nhan-dan-tinh-quang-ninh"),
         "VỀ VIỆC QUY ĐỊNH CƠ CẤU TỔ CHỨC CỦA SỞ NỘI VỤ TỈNH QUẢNG NINH"),
        (IN_ONE_CELL, ("quyet-dinh", "1964-03-23", "bo-noi-vu"), None),
        (WITHOUT_TYPE, ("quyet-dinh", "2006-07-26", "uy-ban-nhan-dan-tinh-binh-thuan"),
         "BAN HÀNH QUY ĐỊNH VỀ HOẠT ĐỘNG CỦA CÔNG BÁO TỈNH BÌNH THUẬN"),
        (OLD_TITLE, ("quyet-dinh", "1992-07-18", "chu-tich-hoi-dong-bo-truong"), "Về phù hiệu của ngành quản lý thị trường"),
        (OLDER_TITLE, ("nghi-dinh", "1986-01-11", "hoi-dong-bo-truong"), "VỀ VIỆC SỬA ĐỔI ĐIỀU 4"),
    ],
)  # fmt: skip
def test_letterheads_that_lost_a_part(text, want, title):
    h = read_header(plain(text))
    assert (h.type, h.date, h.body.slug if h.body else None) == want
    assert h.title == title


def test_the_own_number_alone_is_the_text_itself():
    text = OLD_TITLE + "Căn cứ Luật tổ chức Hội đồng Bộ trưởng;\nTags: 263-CT, QUYET DINH\n"
    got = analyse(text)
    assert {m.target for m in got.mentions if m.number} == {got.document.id}


def test_titles():
    assert read_header(plain(DEPARTMENT)).title == "Về việc ban hành Đề án tăng cường công tác dân vận"
    assert read_header(plain(LETTER)).title == "báo cáo kết quả công tác dân vận"
    assert read_header(plain(LAW)).title == "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ"


def test_own_number_is_no_citation():
    assert not analyse(DEPARTMENT).mentions


def test_a_number_in_the_running_text_is_not_the_own_one():
    text = "BÁO CÁO\nKết quả năm 2021\n\nCăn cứ các văn bản:\nSố 12/QĐ-UBND ngày 3/4/2020 của UBND tỉnh Hà Giang về dân vận;\n"
    assert analyse(text).document.number is None


def test_metadata_fills_only_what_the_text_leaves_open():
    d = analyse("Nội dung văn bản.", meta={"number": "33/CT-TTg", "date": "2021-11-26", "type": "Chỉ thị", "title": "Về dân vận"}).document
    assert (d.id, d.title) == ("vn_ttg_chi-thi_2021_33-ct-ttg", "Về dân vận")
    assert analyse(DEPARTMENT, meta={"number": "1/QĐ-TTg", "date": "1999-01-01"}).document.number == "893/TTr-SNV"


def test_a_portal_s_heading_gives_the_number_that_the_paper_below_lacks():
    heading = "Thứ Hai, 23/12/2024\nQuy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng\n\n"
    body = "- Căn cứ Điều lệ Đảng;\n\nBAN CHẤP HÀNH TRUNG ƯƠNG\n\nQUY ĐỊNH THI HÀNH ĐIỀU LỆ ĐẢNG\n\n1. Tuổi đời\n"
    d = analyse(heading + body).document
    assert (d.id, d.date, d.issuer) == ("vn_dcsvn-tw_quy-dinh_k13_24-qd-tw", "2021-07-30", "ban-chap-hanh-trung-uong")
    other = analyse(heading.replace("thi hành Điều lệ Đảng", "việc khác") + body).document
    assert other.number is None


def test_a_number_printed_twice_in_the_head_is_no_citation():
    text = "Hướng dẫn công tác năm 2022\nSố hiệu 56/HD-TLĐ\n\nTỔNG LIÊN ĐOÀN LAO ĐỘNG\nSố: 56/HD-TLĐ\nHà Nội, ngày 28 tháng 4 năm 2022\nHƯỚNG DẪN\nNhân sự\n"
    assert not analyse(text).mentions


def test_titles_in_capitals_that_a_column_broke():
    text = "BỘ Y TẾ\nSố: 15/QĐ-BYT\nHà Nội, ngày 10 tháng 8 năm 2020\nQUYẾT ĐỊNH\nBAN HÀNH CHƯƠNG TRÌNH PHÁT TRIỂN NGÀNH\nTRONG ĐIỀU KIỆN HỘI NHẬP\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Dược;\n"
    assert read_header(plain(text)).title == "BAN HÀNH CHƯƠNG TRÌNH PHÁT TRIỂN NGÀNH TRONG ĐIỀU KIỆN HỘI NHẬP"
    more = text.replace("QUYẾT ĐỊNH\nBAN HÀNH", "QUY ĐỊNH (BỔ SUNG)\nVỀ")
    assert read_header(plain(more)).title == "VỀ CHƯƠNG TRÌNH PHÁT TRIỂN NGÀNH TRONG ĐIỀU KIỆN HỘI NHẬP"


def test_a_letterhead_on_one_line_and_portal_cells():
    cells = "Cơ quan ban hành: | Ủy ban nhân dân tỉnh Hà Nam |\nSố hiệu: | 5/2018/QĐ-UBND | Ngày ban hành: | 05/09/2018 |\nLoại văn bản: | Quyết định |\n"
    flat = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM ------- Số: 5/2018/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "------- Hà Nam, ngày 05 tháng 9 năm 2018 |\nQUYẾT ĐỊNH\nBan hành Quy định\n"
    )
    for text in (flat, cells + flat, cells):
        d = analyse(text).document
        assert (d.number, d.date, d.issuer) == ("5/2018/QĐ-UBND", "2018-09-05", "uy-ban-nhan-dan-tinh-ha-nam")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("QUYẾT ĐỊNH\nVỀ VIỆC PHÂN CẤP NHIỆM VỤ CHI ĐẦU TƯ XÂY DỰNG CƠ BẢN; QUẢN LÝ ĐẦU TƯ; PHÊ DUYỆT CÁC NỘI DUNG CƠ BẢN CỦA QUÁ TRÌNH ĐẤU THẦU TRÊN ĐỊA BÀN.\nCăn cứ Luật A;\n",
         "VỀ VIỆC PHÂN CẤP NHIỆM VỤ CHI ĐẦU TƯ XÂY DỰNG CƠ BẢN; QUẢN LÝ ĐẦU TƯ; PHÊ DUYỆT CÁC NỘI DUNG CƠ BẢN CỦA QUÁ TRÌNH ĐẤU THẦU TRÊN ĐỊA BÀN."),
        ("THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 21/2004/TT-BTC NGÀY 24 THÁNG 3 NĂM 2004 HƯỚNG DẪN CHẾ ĐỘ THU PHÍ\nCăn cứ Luật A;\n", "HƯỚNG DẪN CHẾ ĐỘ THU PHÍ"),
        ("QUYẾT ĐỊNH\nVề việc ban hành quy trình lấy mẫu\nTỔNG CỤC TRƯỞNG TỔNG CỤC HẢI QUAN\nCăn cứ Luật A;\n", "Về việc ban hành quy trình lấy mẫu"),
        ("QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ PHỐI HỢP THEO DÕI TÌNH HÌNH\nTHI HÀNH PHÁP LUẬT TRÊN ĐỊA BÀN TỈNH\nCăn cứ Luật A;\n",
         "BAN HÀNH QUY CHẾ PHỐI HỢP THEO DÕI TÌNH HÌNH THI HÀNH PHÁP LUẬT TRÊN ĐỊA BÀN TỈNH"),
    ],
)
def test_titles_of_older_layouts(text, title):
    assert read_header(plain(text)).title == title


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("BỘ Y TẾ\nSố: 18-BYT/TT\nHà Nội, ngày 22 tháng 6 năm 1979\nTheo đề nghị của các Vụ;\n", "thong-tu", "18-BYT/TT"),
        ("BỘ TÀI CHÍNH\nSố: 1234/BTC-TCT\nHà Nội, ngày 22 tháng 6 năm 2019\nKính gửi: Cục Thuế\n", "cong-van", "1234/BTC-TCT"),
        ("CỤC THUẾ TP HÀ NỘI\nSố: 1322/CT-TTHT\nV/v thuế\nHà Nội, ngày 3 tháng 4 năm 2019\n\nKính gửi: Công ty A\n", "cong-van", "1322/CT-TTHT"),
        ("CỤC THUẾ TP HÀ NỘI\nSố: 101322/CTHN-TTHT\nV/v thuế\nHà Nội, ngày 3 tháng 4 năm 2019\n\nKính gửi: Công ty A\n", "cong-van", "101322/CTHN-TTHT"),
        ("UBND TỈNH HÀ NAM\nSố: 13/CT-UBND\nV/v thuế\nHà Nam, ngày 3 tháng 4 năm 2019\n\nKính gửi: Các sở\n", "chi-thi", "13/CT-UBND"),
        ("BỘ VĂN HOÁ - THÔNG TIN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA\nSố: 7/2002/QĐ-BVHTT VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 2 tháng 1 năm 2002\n",
         "quyet-dinh", "7/2002/QĐ-BVHTT"),
        ("UBND TỈNH AN GIANG Độc lập - Tự do - Hạnh phúc ------- An Giang, ngày 05 tháng 10 năm 2012 Số: 15/2012/CT-UBND CHỈ THỊ VỀ VIỆC TĂNG CƯỜNG\n",
         "chi-thi", "15/2012/CT-UBND"),
    ],
)
def test_types_and_numbers_of_odd_letterheads(text, kind, number):
    header = read_header(plain(text))
    assert (header.type, header.number.printed) == (kind, number)


def test_a_title_in_capitals_ends_where_a_sentence_begins():
    text = (
        "UBND TỈNH SƠN LA\nSố: 12/BC-UBND\nSơn La, ngày 5 tháng 3 năm 2012\n\nBÁO CÁO\nTRIỂN\nKHAI CHỈ THỊ SỐ 3-CT/TW NGÀY 2/2/2011 CỦA BAN BÍ THƯ VỀ DÂN VẬN\n"
        "Tiếp theo các báo cáo về\ncông tác dân vận, UBND tỉnh báo cáo như sau:\n"
    )
    a = analyse(text)
    assert a.document.title == "TRIỂN KHAI CHỈ THỊ SỐ 3-CT/TW NGÀY 2/2/2011 CỦA BAN BÍ THƯ VỀ DÂN VẬN"
    assert [(r.predicate, r.frame) for r in a.relations] == [("implements", "own-title")]


def test_a_letter_without_v_v_and_ministries_under_the_word_lien_bo():
    text = "HỘI ĐỒNG PHỐI HỢP\nSố: 573/HĐPH\nVề việc đính chính Nghị quyết số 19/2015/NQ-HĐND\n\nVinh, ngày 04 tháng 8 năm 2021\nKính gửi: Các sở\n"
    a = analyse(text)
    assert (a.document.type, a.document.title) == ("cong-van", "đính chính Nghị quyết số 19/2015/NQ-HĐND")
    assert [r.predicate for r in a.relations] == ["corrects"]
    assert analyse(text.replace("Kính gửi: Các sở", "Căn cứ Luật A;")).document.type is None
    joint = "LIÊN BỘ\nTÀI CHÍNH - LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nSố: 17-TT/LB\nHà Nội, ngày 9 tháng 8 năm 1993\nTHÔNG TƯ LIÊN TỊCH\nVỀ LƯƠNG\n"
    assert analyse(joint).document.issuer == "bo-tai-chinh+bo-lao-dong-thuong-binh-va-xa-hoi"


def test_the_year_in_a_portal_s_heading_is_the_own_one_though_the_text_cites_that_number_of_another_year():
    text = (
        "Chỉ thị 14/CT-TTg năm 2022 tiếp tục đổi mới công tác dân vận\nSố hiệu: 14/CT-TTg Loại văn bản: Chỉ thị\nNơi ban hành: Thủ tướng Chính phủ\n"
        "Ngày ban hành: 12/10/2022\n\nTóm tắt\nNội dung khác với Chỉ thị số 14/CT-TTg ngày 02 tháng 5 năm 2021.\n"
    )
    a = analyse(text)
    assert [m.target == a.document.id for m in a.mentions] == [True, False]


@pytest.mark.parametrize("label", ["Số/Ký hiệu", "Số / ký hiệu", "Sốhiệu", "Số hiệu"])
def test_the_label_of_a_number_however_it_is_joined(label):
    a = analyse(f"{label}: 12/QĐ-UBND\nLoại văn bản: Quyết định\nNgày ban hành: 3/4/2019\n")
    assert (a.document.type, a.document.number, a.document.date) == ("quyet-dinh", "12/QĐ-UBND", "2019-04-03")


@pytest.mark.parametrize("kind", ["HƯỚNG DẪN", "KẾ HOẠCH"])
def test_a_title_may_break_at_a_comma(kind):
    text = (
        "TỈNH ỦY YÊN BÁI          ĐẢNG CỘNG SẢN VIỆT NAM\n     *          Yên Bái, ngày 24 tháng 11 năm 2023\nSố 17-HD/TU\n\n"
        f"{kind}\nthực hiện Quy định số 1066-QĐ/TU về kiểm điểm, đánh giá,\nxếp loại chất lượng hằng năm\n-----\n\nCăn cứ Quy định."
    )
    assert analyse(text).document.title == "thực hiện Quy định số 1066-QĐ/TU về kiểm điểm, đánh giá, xếp loại chất lượng hằng năm"


def test_the_subject_of_a_letter_has_as_many_lines_as_its_column_makes():
    text = (
        "BỘ NỘI VỤ\nSố: 4137/BNV-TCBC\nHà Nội, ngày 04 tháng 7 năm 2025\nV/v hướng dẫn\nthực hiện\nNghị định số 178/2024/NĐ-CP\n"
        "và Nghị định số 67/2025/NĐ-CP\n\nKính gửi: UBND tỉnh Quảng Trị\n\nBộ Nội vụ có ý kiến như sau."
    )
    a = analyse(text)
    assert a.document.title == "hướng dẫn thực hiện Nghị định số 178/2024/NĐ-CP và Nghị định số 67/2025/NĐ-CP"
    assert [r.predicate for r in a.relations] == ["guides", "guides"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(Trích)\nĐiều 5. Chính sách\n1. Nhà nước hỗ trợ.\n\nĐiều 98. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01/8/2024.\n", "luat"),
        ("Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày 01/9/2024.\n", "thong-tu"),
        # of no article, in passing, of two acts, without its capital
        ("Chính sách\nLuật này có hiệu lực từ ngày 01/8/2024.\n", None),
        ("Điều 5. Chính sách\n1. Nhà nước hỗ trợ kể từ khi Luật này có hiệu lực.\n", None),
        ("Điều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày 01/9/2024.\nLuật này có hiệu lực từ ngày 01/8/2024.\n", None),
        ("Điều 9. Hiệu lực\nthông tư này có hiệu lực từ ngày 01/9/2024.\n", None),
    ],
)
def test_the_type_of_an_excerpt(text, kind):
    assert analyse(text).document.type == kind


def test_a_text_with_a_number_is_no_excerpt():
    text = "BỘ Y TẾ\nSố: 12/QĐ-BYT\nHà Nội, ngày 1 tháng 8 năm 2024\n\nĐiều 9. Hiệu lực\nThông tư này có hiệu lực từ ngày 01/9/2024.\n"
    assert analyse(text).document.type == "quyet-dinh"


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Điều 97. Tổ chức", "luat"),
        ("Chương VIII\nTổ chức", "luat"),
        ("(Trích Luật Đất đai)\nĐiều 97. Tổ chức", "luat"),
        # a question that quotes the law
        ("Hỏi: Đất cấp khi nào?\nTrả lời:\nĐiều 97. Tổ chức", None),
    ],
)
def test_an_excerpt_begins_with_a_part(first, kind):
    assert analyse(f"{first}\nĐiều 98. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01/8/2024.\n").document.type == kind


def test_a_title_that_goes_on_below_the_line_of_its_type():
    head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 3 tháng 4 năm 2017\n\nKẾ HOẠCH TUYÊN TRUYỀN\n"
    titled = analyse(f"{head}thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị\n\nI. MỤC ĐÍCH\n")
    assert [(r.predicate, r.frame) for r in titled.relations] == [("implements", "own-title")]
    assert titled.document.title == "TUYÊN TRUYỀN thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"
    sentence = analyse(f"{head}Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, xã báo cáo:\n")
    assert sentence.document.title == "TUYÊN TRUYỀN"
