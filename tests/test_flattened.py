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
        FLAT[:400],  # no page
        FLAT.replace("QUYẾT ĐỊNHVề", "về"),  # no type
        "Tin tức. " + FLAT,  # a sentence above
        FLAT.replace(" ngày 9 tháng 4 năm 2015", " 2015"),
    ],
)
def test_what_begins_with_no_letterhead_keeps_its_lines(text):
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
