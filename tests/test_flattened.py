"""Pages that lost their layout, announce a paper that they show, or keep a table of its history."""

from __future__ import annotations

import pytest

from kg.analyse import analyse
from kg.flattened import lined
from kg.normalise import plain
from kg.numbers import read_number

FLAT = (
    "HỘI NÔNG DÂN VIỆT NAM***Số: 41-QĐ/HNDTWĐOÀN CHỦ TỊCH Hà Nội, ngày 9 tháng 4 năm 2015 QUYẾT ĐỊNHVề việc ban hành Quy định "
    "về thi đua của Hội--------- ĐOÀN CHỦ TỊCH HỘI NÔNG DÂN VIỆT NAM- Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003; - Căn cứ "
    "Quyết định số 12-QĐ/HNDTW ngày 3/2/2014 của Đoàn Chủ tịch; - Để thống nhất việc thi đua trong toàn Hội, QUYẾT ĐỊNH Điều 1. "
    "Ban hành kèm theo Quyết định này Quy định về thi đua. Điều 2. Quyết định này thay thế Quyết định số 7-QĐ/HNDTW ngày "
    "5/6/2009 của Đoàn Chủ tịch. Điều 3. Giao Văn phòng đôn đốc việc thực hiện Quyết định này. Điều 4. Quyết định này có hiệu "
    "lực từ ngày ký. Nơi nhận: - Như điều 3; - Lưu VT."
)  # fmt: skip


def typed(text: str) -> set[tuple[str | None, str, str | None]]:
    """Numbers, or titles, of both ends of the typed links of a text."""
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}


def test_a_page_on_one_line_has_its_own_identity_and_speaks_for_itself():
    a = analyse(FLAT)
    own = a.document
    assert (own.type, own.number, own.date) == ("quyet-dinh", "41-QĐ/HNDTW", "2015-04-09")
    assert own.id not in {m.target for m in a.mentions}
    assert all(FLAT[m.start : m.end] == m.text for m in a.mentions)
    assert typed(FLAT) == {
        ("self", "basedOn", "Luật Thi đua, khen thưởng"),
        ("self", "basedOn", "12-QĐ/HNDTW"),
        ("self", "replaces", "7-QĐ/HNDTW"),
    }


@pytest.mark.parametrize(
    "text",
    [
        FLAT[:60],  # no day
        FLAT.replace("QUYẾT ĐỊNHVề", "về"),  # no type
        "Tin tức. " + FLAT,  # a sentence above
        FLAT.replace(" ngày 9 tháng 4 năm 2015", " 2015"),
    ],
)
def test_what_begins_with_no_letterhead_keeps_its_lines(text):
    p = plain(text)
    assert lined(p) is p


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DAY = "Điện Biên, ngày 07 tháng 6 năm 2022"


@pytest.mark.parametrize(
    ("text", "own", "links"),
    [
        (  # columns that a converter wove into each other, who decides between title and grounds
            f"ỦY BAN NHÂN DÂN {STATE} TỈNH ĐIỆN BIÊN {MOTTO} Số: 31/QĐ-UBND {DAY} QUYẾT ĐỊNH Ban hành Quy chế tiếp công dân "
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013; Nghị định số 64/2014/NĐ-CP "
            "ngày 26/6/2014 của Chính phủ; Căn cứ Thông tư số 04/2021/TT-TTCP ngày 01/10/2021; QUYẾT ĐỊNH: Điều 1. Ban hành Quy chế.",
            ("quyet-dinh", "31/QĐ-UBND", "2022-06-07", "uy-ban-nhan-dan-tinh-dien-bien", "Ban hành Quy chế tiếp công dân"),
            {("basedOn", "Luật Tiếp công dân"), ("basedOn", "64/2014/NĐ-CP"), ("basedOn", "04/2021/TT-TTCP")},
        ),
        (  # party papers have the day above the number
            "ĐẢNG BỘ TỈNH ĐIỆN BIÊN ĐẢNG CỘNG SẢN VIỆT NAM HUYỆN ỦY MƯỜNG ẢNG * Mường Ảng, ngày 07 tháng 6 năm 2022 Số 9-KH/HU KẾ HOẠCH "
            "học tập nghị quyết của Trung ương ----- Thực hiện Kế hoạch số 40-KH/TU, ngày 02/5/2022 của Ban Thường vụ Tỉnh ủy, "
            "Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:",
            ("ke-hoach", "9-KH/HU", "2022-06-07", "ban-thuong-vu-huyen-uy-muong-ang", "học tập nghị quyết của Trung ương"),
            {("implements", "40-KH/TU")},
        ),
        (  # a title whose end nothing but the opening words tells; a list of grounds under a heading
            f"ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN Số: 77/BC-UBND {DAY} BÁO CÁO Công tác lưu trữ sáu tháng đầu năm Thực hiện Công văn số "
            "312/BNV-LT ngày 12/5/2022 của Bộ Nội vụ, Ủy ban nhân dân tỉnh báo cáo như sau: I. CĂN CỨ PHÁP LÝ 1. Luật Lưu trữ ngày 11 "
            "tháng 11 năm 2011. 2. Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ. II. KẾT QUẢ Tỉnh đã chỉnh lý tài liệu theo "
            "Quyết định số 18/QĐ-UBND ngày 03/3/2021.",
            ("bao-cao", "77/BC-UBND", "2022-06-07", "uy-ban-nhan-dan-tinh-dien-bien", "Công tác lưu trữ sáu tháng đầu năm"),
            {("implements", "312/BNV-LT"), ("basedOn", "Luật Lưu trữ"), ("basedOn", "30/2020/NĐ-CP")},
        ),
        (  # a body below another one in one column
            f"SỞ Y TẾ ĐIỆN BIÊN BỆNH VIỆN ĐA KHOA TỈNH ĐIỆN BIÊN {STATE} {MOTTO} Số: 5/TB-BVĐK {DAY} THÔNG BÁO Kết quả tuyển dụng viên "
            "chức Ngày 05/6/2022, Hội đồng tuyển dụng đã họp theo Quyết định số 2/QĐ-BVĐK ngày 10/5/2022.",
            ("thong-bao", "5/TB-BVĐK", "2022-06-07", "benh-vien-da-khoa-tinh-dien-bien", "Kết quả tuyển dụng viên chức"),
            set(),
        ),
        (  # only type, title and grounds are on one line
            f"BỘ NỘI VỤ\nSố: 9/2022/TT-BNV\n{STATE}\nHà Nội, ngày 07 tháng 6 năm 2022\nTHÔNG TƯ Quy định thời hạn bảo quản tài liệu ____ "
            "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011; Căn cứ Nghị định số 61/2020/NĐ-CP ngày 12 tháng 9 năm 2020 của Chính phủ;",
            ("thong-tu", "9/2022/TT-BNV", "2022-06-07", "bo-noi-vu", "Quy định thời hạn bảo quản tài liệu"),
            {("basedOn", "Luật Lưu trữ"), ("basedOn", "61/2020/NĐ-CP")},
        ),
        (  # below the menu in the same line
            f"Trang chủ Văn bản Tải về BỘ NỘI VỤ {STATE} {MOTTO} Số: 9/2022/TT-BNV Hà Nội, ngày 07 tháng 6 năm 2022 THÔNG TƯ QUY ĐỊNH "
            "THỜI HẠN BẢO QUẢN TÀI LIỆU Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011; Theo đề nghị của Cục trưởng;",
            ("thong-tu", "9/2022/TT-BNV", "2022-06-07", "bo-noi-vu", "QUY ĐỊNH THỜI HẠN BẢO QUẢN TÀI LIỆU"),
            {("basedOn", "Luật Lưu trữ")},
        ),
    ],
)  # fmt: skip
def test_title_and_grounds_that_stand_in_one_line(text, own, links):
    a = analyse(text)
    d = a.document
    assert (d.type, d.number, d.date, d.issuer, d.title) == own
    name = {x.id: x.number or x.title for x in a.documents}
    assert {(r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"} == links
    assert all(r.subject == d.id for r in a.relations)


@pytest.mark.parametrize(
    "text",
    [
        "Theo tin đã đưa, THÔNG TƯ Quy định thời hạn bảo quản có hiệu lực. Căn cứ Luật Lưu trữ ngày 11/11/2011; Căn cứ Luật Giá;",
        f"BỘ NỘI VỤ\nSố: 9/2022/TT-BNV\n{DAY}\nTHÔNG TƯ\nQuy định thời hạn bảo quản tài liệu\nCăn cứ Luật Lưu trữ năm 2011;",
        "KẾ HOẠCH Số: 5/KH-UBND đã gửi các xã, trong đó nêu căn cứ Luật Lưu trữ và " + "nhiều văn bản khác của tỉnh, " * 9,
    ],
)
def test_lines_that_need_no_more_lines(text):
    p = plain(text)
    assert lined(p) is p


def test_a_code_ends_where_the_next_cell_begins():
    assert read_number("305/QĐ-BXDNgày đăng", 0).printed == "305/QĐ-BXD"
    assert read_number("12/QĐ-UBNDTỈNH SƠN LA", 0).printed == "12/QĐ-UBND"
    assert read_number("7/2019/NQLT/UBTVQH14-CP ĐCTUBTWMTTQVN ngày", 0).printed.endswith("-CP-ĐCTUBTWMTTQVN")
    assert read_number("7/2019/QĐ-UBND TTHC", 0).printed == "7/2019/QĐ-UBND"


GROUNDS = "\n\nCăn cứ Kết luận số 8-KL/TW ngày 9/5/2016; Ban Tuyên giáo Trung ương hướng dẫn như sau:\n\nI. MỤC ĐÍCH\n"


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Ban Tuyên giáo Trung ương ban hành Hướng dẫn số 5-HD/BTGTW. Bản tin đăng toàn văn Hướng dẫn.", "5-HD/BTGTW"),
        ("Toàn văn Hướng dẫn số 5-HD/BTGTW về tuyên truyền", "5-HD/BTGTW"),
        ("Ban Tuyên giáo Trung ương ban hành Hướng dẫn số 5-HD/BTGTW.", None),
        ("Hướng dẫn số 4-HD/BTGTW và Hướng dẫn số 5-HD/BTGTW. Xin giới thiệu toàn văn Hướng dẫn.", None),
    ],
)
def test_the_paper_that_a_page_announces(above, own):
    a = analyse(above + GROUNDS)
    assert a.document.number == own
    assert a.document.issuer == ("ban-tuyen-giao-trung-uong" if own else None)


HISTORY = (
    "Lịch sử hiệu lực: Nghị định 31/2006/NĐ-CP\nNgày Trạng thái Văn bản nguồn\n12/04/2006 Văn bản được ban hành 31/2006/NĐ-CP\n"
    "15/05/2006 Văn bản có hiệu lực 31/2006/NĐ-CP\n10/03/2014 {} 18/2014/NĐ-CP\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("befell", "predicate"),
    [("Bị thay thế", "replaces"), ("Bị bãi bỏ một phần", "repeals"), ("Được sửa đổi, bổ sung bởi", "amends"), ("Dẫn chiếu", None)],
)
def test_a_history_of_effect(befell, predicate):
    text = HISTORY.format(befell)
    assert typed(text) == ({("18/2014/NĐ-CP", predicate, "31/2006/NĐ-CP")} if predicate else set())
    assert {m.date for m in analyse(text).mentions if m.number == "31/2006/NĐ-CP"} == {"2006-04-12"}
    assert typed(text.replace("Lịch sử hiệu lực: ", "")) == set()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("theo Nghị định của Chính phủ số 73 năm 2007 về phí", [("nghi-dinh", "73", "2007", "chinh-phu")]),
        ("theo Nghị định của Chính phủ số 73", []),
        ("Nghị định của Chính phủ và báo cáo số 73 năm 2005", []),
    ],
)
def test_the_body_before_a_bare_serial(text, want):
    assert [(m.type, m.number, m.date, m.issuer) for m in analyse(text).mentions] == want


def test_laws_of_several_years_are_none_of_them():
    a = analyse("Theo các Luật Đất đai (năm 1993, năm 2003 và năm 2013) và Luật Đất đai năm 2013.")
    assert [m.date for m in a.mentions] == [None, "2013"]
    a = analyse("Theo Luật Đất đai (sửa đổi năm 2013) và Luật Đất đai năm 2013.")
    assert len({m.target for m in a.mentions}) == 1


def test_a_month_that_a_scanner_lost_leaves_the_year():
    assert [m.date for m in analyse("Căn cứ Luật Doanh nghiệp ngày 2 tháng | l năm 2014;").mentions] == ["2014"]
    assert [m.date for m in analyse("Căn cứ Luật Doanh nghiệp ngày 26 tháng 11 năm 2014;").mentions] == ["2014-11-26"]


def test_the_congress_that_a_text_names_once():
    full = "Học tập Nghị quyết Đại hội đại biểu Đảng bộ xã Phù Yên lần thứ II. "
    assert len({m.target for m in analyse(full + "Tinh thần Nghị quyết Đại hội, việc làm mới.").mentions}) == 1
    assert len(analyse(full + "Tinh thần Nghị quyết Đại hội, việc làm mới.").mentions) == 2
    several = full + "Thực hiện Nghị quyết Đại hội XIII của Đảng. "
    assert len(analyse(several + "Tinh thần Nghị quyết Đại hội, việc làm mới.").mentions) == 2
    assert analyse("Tinh thần Nghị quyết Đại hội, việc làm mới.").mentions == ()


def test_a_letter_that_begins_on_the_line_of_its_addressees():
    text = (
        "BỘ Y TẾ\nSố: 6087/BYT-KCB\nHà Nội, ngày 27 tháng 09 năm 2013 Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Thực hiện Luật Khám bệnh, chữa bệnh"
        " năm 2009; Bộ Y tế đề nghị Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo các cơ quan thực hiện các nội dung sau đây:\n1. Quán triệt.\n"
    )
    a = analyse(text)
    assert [(r.predicate, r.subject == a.document.id) for r in a.relations] == [("implements", True)]
