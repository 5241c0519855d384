"""What pages and drafts tell of themselves: headings that begin with another type, tables of facts, days of posting."""

import pytest

from kg.analyse import analyse


def _own(text):
    d = analyse(text).document
    return d.type, d.number, d.date, d.title


def test_the_type_that_stands_with_the_number_is_that_of_the_paper():
    head = "QUYẾT ĐỊNH\n\nCỦA BỘ TRƯỞNG BỘ TÀI CHÍNH\nSỐ 5/2006/QĐ-BTC NGÀY 27 THÁNG 01 NĂM 2006 BAN HÀNH\n"
    text = head + "QUY ĐỊNH VỀ THỦ TỤC KÊ KHAI\nTÀI SẢN CÔNG\n\nBỘ TRƯỞNG BỘ TÀI CHÍNH\n\nCăn cứ Luật Giá;\n"
    assert _own(text) == (
        "quyet-dinh", "5/2006/QĐ-BTC", "2006-01-27", "BAN HÀNH QUY ĐỊNH VỀ THỦ TỤC KÊ KHAI TÀI SẢN CÔNG",
    )  # fmt: skip
    alone = "BỘ TÀI CHÍNH\nSố: 5/2006/QC-BTC\nHà Nội, ngày 27 tháng 01 năm 2006\nQUY CHẾ\nVề thủ tục kê khai\n\nĐiều 1. …"
    assert _own(alone)[0] == "quy-che"


def test_the_first_line_of_a_title_may_end_with_a_mark():
    head = "BỘ TÀI CHÍNH\nSố: 5/2006/QĐ-BTC\nHà Nội, ngày 27 tháng 01 năm 2006\nQUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH\n"
    below = "BỘ TRƯỞNG BỘ TÀI CHÍNH\nCăn cứ Luật Giá;"
    title = "Ban hành Quy chế kê khai tài sản công;\nkê khai giá\n"
    assert _own(head + title + below)[3] == "Ban hành Quy chế kê khai tài sản công; kê khai giá"
    assert "Căn cứ" not in _own(head + "Căn cứ Luật Giá;\n" + below)[3]


FACTS = (
    "Hướng dẫn kê khai giá\nSố, ký hiệu22/2009/TT-BTCNgày ban hành28/04/2009\nLoại văn bảnThông tưNguồn tríchCông báo\n"
)
RELATED = "Văn bản liên quan\nNghị định về giá\n • Số ký hiệu: 33/2005/NĐ-CP\n • Ngày ban hành: 15/03/2005\n"


def test_the_facts_of_a_related_paper_are_not_those_of_the_page():
    assert _own(FACTS + RELATED)[:3] == ("thong-tu", "22/2009/TT-BTC", "2009-04-28")
    assert _own("Hướng dẫn kê khai giá\n" + RELATED)[:2] == (None, None)
    assert _own("Nghị định về giá\nSố ký hiệu: 33/2005/NĐ-CP\nNgày ban hành: 15/03/2005\n")[:3] == (
        "nghi-dinh", "33/2005/NĐ-CP", "2005-03-15",
    )  # fmt: skip


def test_a_bare_number_above_a_letter_is_its_own():
    below = "\n\nTheo BỘ TÀI CHÍNH -\n\nCông văn V/v báo cáo thực hiện kê khai giá\n\nKính gửi: Các tỉnh\n"
    assert _own("687/BTC-QLG" + below) == ("cong-van", "687/BTC-QLG", None, "báo cáo thực hiện kê khai giá")
    assert _own("687/BTC-QLG\n\nBài viết về kê khai giá\n\nCác tỉnh báo cáo.")[:2] == (None, None)


@pytest.mark.parametrize(
    ("day", "date"),
    [("Hà Nội, ngày\n\ntháng\n\nnăm 2016", "2016"), ("Hà Nội, ngày    tháng 8 năm 2016", "2016-08"),
     ("Hà Nội, ngày 5 tháng 8 năm 2016", "2016-08-05")],
)  # fmt: skip
def test_what_a_draft_gives_of_its_day_counts(day, date):
    text = f"BỘ TÀI CHÍNH\nSố:      /TTr-BTC\n\n{day}\n\nTỜ TRÌNH\nVề dự thảo Nghị định về giá\n\nKính gửi: Chính phủ\n"
    assert _own(text)[2] == date


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("Kính gửi: Các trường trực thuộc Sở.\nCăn cứ Nghị định số 5/2015/NĐ-CP ngày 10/3/2015 của Chính phủ;\n", None),
        ("I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định số 9/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;\n", None),
        ("Tỉnh giữ rừng\nCăn cứ tình hình, các xã đã triển khai nhiều việc theo kế hoạch.\n", "2017-02-10"),
    ],
)
def test_the_day_of_posting_is_not_that_of_the_paper_shown(body, date):
    assert _own("[Đăng ngày 10/02/2017]\n" + body)[2] == date


def test_a_report_with_a_heading_in_small_letters():
    assert _own("báo cáo tự đánh giá trường tiểu học\n\nI. ĐẶT VẤN ĐỀ\n\nTrường có 20 lớp.")[0] == "bao-cao"
    assert _own("báo cáo viên nói về trường tiểu học\n\nTrường có 20 lớp.")[0] is None


@pytest.mark.parametrize(
    ("text", "kind", "number", "title"),
    [
        ("BỘ TÀI CHÍNH\nSố: 19046/BTC-TCHQ V/v hướng dẫn thực hiện Luật Hải quan năm 2014\nHà Nội, ngày 29 tháng 12 năm 2014\nKính gửi: Cục Hải quan.\n",
         "cong-van", "19046/BTC-TCHQ", "hướng dẫn thực hiện Luật Hải quan năm 2014"),
        ("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*\nSố 2449 -CV/ĐU\nvề việc triển khai Chương trình số 104-CTr/TU\n\nSơn La, ngày 7 tháng 9 năm 2026\nKính gửi: Các sở.\n",
         "cong-van", "2449-CV/ĐU", None),
        ("Điều 1. Phạm vi điều chỉnh. Nghị định này quy định việc thi hành Luật Đất đai.\nĐiều 2. Đối tượng\nĐiều 3. Việc thu hồi\n", "nghi-dinh", None, None),
        ("Điều 1. Phạm vi điều chỉnh. Việc này theo Nghị định này.\nĐiều 2. Đối tượng\nĐiều 3. Việc thu hồi\n", None, None, None),
    ],
)  # fmt: skip
def test_identities_without_a_layout(text, kind, number, title):
    own = analyse(text).document
    assert (own.type, own.number) == (kind, number)
    assert title is None or own.title == title


def test_the_day_beside_a_long_cell():
    text = "| BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| Số: 683/BTC-CST *V/v chính sách thuế giá trị gia tăng đối với chuyển nhượng tín chỉ các-bon* | *Hà Nội, ngày 19 tháng 01 năm 2026* |\n"
    assert analyse(text).document.date == "2026-01-19"


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN XÃ XUÂN ĐÔNG\nTRƯỜNG THCS TRẦN PHÚ\nSố: … /KH-THCSTP\n", "truong-trung-hoc-co-so-tran-phu"),
        ("ĐẠI HỌC THÁI NGUYÊN\nTRƯỜNG ĐẠI HỌC CÔNG NGHỆ THÔNG TIN VÀ TRUYỀN THÔNG\nSố: 429/KH-ĐHCNTT&TT\n",
         "truong-dai-hoc-cong-nghe-thong-tin-va-truyen-thong"),
        ("ỦY BAN NHÂN DÂN XÃ XUÂN ĐÔNG\nSố: … /KH-UBND\n", "uy-ban-nhan-dan-xa-xuan-dong"),
    ],
)  # fmt: skip
def test_the_school_below_its_parent(lines, issuer):
    text = f"{lines}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXuân Đông, ngày 01 tháng 10 năm 2026\n\nKẾ HOẠCH\nTổ chức dạy học trực tuyến\n\nCăn cứ Luật Giáo dục;\n"
    assert analyse(text).document.issuer == issuer


def test_a_paper_of_the_title_behind_a_blank_number():
    text = (
        "ĐẢNG BỘ TỈNH KHÁNH HÒA\nĐẢNG ỦY XÃ CÔNG HẢI\n*\nSố    -NQ/ĐU\nCông Hải, ngày    tháng 8 năm 2025\nNGHỊ QUYẾT\n"
        "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY\nthực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\n"
    )
    a = analyse(text)
    assert (a.document.type, a.document.number) == ("nghi-quyet", None)
    assert [(m.number, m.date) for m in a.mentions] == [("57-NQ/TW", "2024-12-22")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("QUYẾT ĐỊNH\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC CẦN THƠ\nCăn cứ Luật Giáo dục đại học;\n", "truong-dai-hoc-can-tho"),
        ("VĂN BẢN HỢP NHẤT - BỘ Y TẾ\n\nTHÔNG TƯ\nBan hành Danh mục\n\nThông tư số 4/2017/TT-BYT\n", "bo-y-te"),
        ("Điều 1. A\nLuật này được Quốc hội khóa XV, kỳ họp thứ 8 thông qua ngày 27 tháng 11 năm 2024.\n", "quoc-hoi"),
        ("LUẬT\nĐẤT ĐAI\n\nĐiều 1. Phạm vi\n", "quoc-hoi"),
        ("QUYẾT ĐỊNH\nVỀ ĐẠI HỌC CẦN THƠ MỞ RỘNG\nCăn cứ Luật Giáo dục đại học;\n", None),
    ],
)
def test_who_issued_a_text_without_a_letterhead(text, issuer):
    assert analyse(text).document.issuer == issuer


def test_what_a_consolidated_text_without_a_number_joins():
    text = (
        "VĂN BẢN HỢP NHẤT - BỘ Y TẾ\n\nTHÔNG TƯ\nBan hành Danh mục\n\nThông tư số 4/2017/TT-BYT ngày 14 tháng 4 năm 2017 của Bộ "
        "trưởng Bộ Y tế ban hành Danh mục, được sửa đổi, bổ sung bởi:\nThông tư số 50/2017/TT-BYT ngày 29 tháng 12 năm 2017.\n"
    )
    a = analyse(text)
    names = {d.id: d.number for d in a.documents}
    assert {names[r.object] for r in a.relations if r.predicate == "consolidates"} == {"4/2017/TT-BYT", "50/2017/TT-BYT"}


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Công văn 71/BYT-DP hướng dẫn tiêm chủng\n\n", "cong-van"),
        ("Công văn số 71/BYT-DP\n\n", "cong-van"),
        ("", "huong-dan"),  # nothing but the heading says what it is
        ("Công văn 72/BYT-DP hướng dẫn tiêm chủng\n\n", "huong-dan"),  # another letter
        ("Hướng dẫn 71/BYT-DP\n\n", "huong-dan"),
    ],
)
def test_a_letter_whose_text_is_headed_as_a_guideline(above, kind):
    text = (
        f"{above}BỘ Y TẾ\nSố: 71/BYT-DP\nV/v: Hướng dẫn tiêm chủng\n\nHà Nội, ngày 24 tháng 2 năm 2020\n\n"
        "HƯỚNG DẪN TIÊM CHỦNG NĂM 2020\n\nCăn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;\n"
    )
    a = analyse(text)
    assert a.document.type == kind
    assert "basedOn" in {r.predicate for r in a.relations}


@pytest.mark.parametrize(
    ("row", "head", "number"),
    [
        ("218/SXC-QLN", "218/SXD-QLN", "218/SXD-QLN"),
        ("218/SXD-QLN", "218/SXD-QLN", "218/SXD-QLN"),
        ("219/SXC-QLN", "218/SXD-QLN", "219/SXC-QLN"),  # another paper below the row
    ],
)
def test_the_letterhead_tells_more_than_the_row_of_its_page(row, head, number):
    text = (
        f"Công văn {row} năm 2021 về nhà ở\nSố hiệu: {row} Loại văn bản: Công văn\nNgày ban hành: 22/02/2021\n\nUBND TỈNH LÀO CAI\n"
        f"SỞ XÂY DỰNG\nSố: {head}\nLào Cai, ngày 22 tháng 02 năm 2021\n\nKính gửi: UBND các huyện\n"
        "Thực hiện Công văn số 41/UBND-KT ngày 3/2/2021 của UBND tỉnh, Sở yêu cầu.\n"
    )
    a = analyse(text)
    assert a.document.number == number
    others = {m.number for m in a.mentions if m.target != a.document.id}
    assert others == {"41/UBND-KT"} | ({head} if number != head else set())
