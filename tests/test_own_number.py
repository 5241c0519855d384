"""Pages that give the facts of a paper: its type, number, day and body at the head."""

import pytest

from kg.analyse import analyse
from kg.normalise import plain
from kg.own_number import attested

OF = "ngày 5/3/2024 của Ban Bí thư"


def own(text):
    d = analyse(text + "\n").document
    return d.type, d.number, d.date, d.issuer


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        (f"# Quy định số 399-QĐ/TW {OF} về tổ chức\n\nNgười ký: A", "2024-03-05", "ban-bi-thu"),
        ("# Quy định số 399-QĐ/TW về tổ chức\n\n| Ngày ban hành | 5/3/2024 |", "2024-03-05", None),
        ("Thông tin\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nNgày ban hành: 05/03/2024", "2024-03-05", None),
        ("# Quy định 399-QĐ/TW về tổ chức\n\nNgày hiệu lực: 05/03/2024", None, None),
    ],
)
def test_the_paper_of_a_page(text, date, issuer):
    assert own(text) == ("quy-dinh", "399-QĐ/TW", date, issuer)


@pytest.mark.parametrize(
    "text",
    [
        f"# Tin về Quy định số 399-QĐ/TW {OF}",
        f"# Quy định mới, số 399-QĐ/TW {OF}",
        f"Quy định số 399-QĐ/TW {OF} đã được quán triệt.",
        f"Văn bản liên quan: Quy định số 399-QĐ/TW {OF}",
    ],
)
def test_a_page_that_only_names_a_paper_is_not_that_paper(text):
    assert own(text)[:2] == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("# Quy định số 399-QĐ/TW: những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        ("# Quy định số 399-QĐ/TW – những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        ("# Quy định số 399-QĐ/TW - những điểm mới\n\nNgày hiệu lực: 05/03/2024", None),
        (f"# Quy định số 399-QĐ/TW {OF}: toàn văn\n\nNội dung", "399-QĐ/TW"),  # its own day behind the number
        # a form gives none of the facts that the page of a paper gives
        ("PHIẾU HỎI\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nHọ tên người hỏi: A", None),
        ("PHIẾU HỎI\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nCâu hỏi: Ngày hiệu lực là ngày nào?", None),
        ("Thông tin\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức\nSố/ký hiệu: 399-QĐ/TW", "399-QĐ/TW"),
        ("Thông tin\nNgày ban hành: 05/03/2024\nTên văn bản: Quy định số 399-QĐ/TW về tổ chức", "399-QĐ/TW"),
    ],
)
def test_pages_that_tell_of_a_paper_and_forms_that_ask_about_one(text, number):
    assert own(text)[1] == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 20 /QĐ – HĐD                Hà Nội, ngày 10 tháng 09 năm 2012", "20/QĐ-HĐD"),
        ("Số: 20/QĐ - HĐD", "20/QĐ-HĐD"),
    ],
)
def test_a_body_of_no_table_behind_a_spaced_dash(line, number):
    assert own(f"HỘI ĐIỀU DƯỠNG\n{line}\nQUYẾT ĐỊNH\nVề chuẩn đạo đức\nĐiều 1. Ban hành.")[1] == number


@pytest.mark.parametrize("br", ["<br>", "<br/>", "\n"])
def test_a_letterhead_in_a_cell_with_line_tags(br):
    text = (
        f"| BỘ GIÁO DỤC VÀ ĐÀO TẠO {br}{br} Số: 6240 /BGDĐT-KHCNTT {br} V/v hướng dẫn kết nối | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
        f"{br} Hà Nội, ngày 12 tháng 9 năm 2026 |\n\nKính gửi: Các cơ sở đào tạo\n\nBộ hướng dẫn như sau:"
    )
    assert own(text) == ("cong-van", "6240/BGDĐT-KHCNTT", "2026-09-12", "bo-giao-duc-va-dao-tao")


@pytest.mark.parametrize("gap", ["\n", " "])
def test_a_joint_circular_with_its_number_in_the_title(gap):
    text = (
        f"THÔNG TƯ{gap}LIÊN BỘ SỐ 05-TT/LB NGÀY 11 THÁNG 4 NĂM 1992\nHƯỚNG DẪN BỔ SUNG VIỆC QUẢN LÝ KINH PHÍ\n"
        "Liên Bộ Y tế - Tài chính hướng dẫn bổ sung một số điểm sau:"
    )
    assert own(text) == ("thong-tu-lien-tich", "05-TT/LB", "1992-04-11", "bo-y-te+bo-tai-chinh")


@pytest.mark.parametrize(("number", "want"), [("20/VBHN-BTP", "20/VBHN-BTP"), ("20/QĐ-BTP", None)])
def test_the_number_at_the_foot_of_a_consolidated_text(number, want):
    text = (
        f"Thông tư số 04/2014/TT-BTP ngày 06/02/2014 của Bộ Tư pháp.\n\n{'Nội dung hộ tịch. ' * 200}\n\nBỘ TƯ PHÁP\n\n"
        f"XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: {number}\nHà Nội, ngày 12 tháng 12 năm 2018\n"
    )
    said = attested(plain(text))
    assert (said[0].printed if said else None) == want
    assert said is None or said[1] == "2018-12-12"
    assert attested(plain(text.replace("XÁC THỰC", "HỦY BỎ"))) is None
