"""What papers of earlier times, portals and newspapers write in their own way."""

from __future__ import annotations

import pytest

from kg.analyse import analyse
from kg.issuers import issuer_of
from kg.locality import NOWHERE, Locality, province_locality
from kg.normalise import plain
from kg.numbers import read_number
from kg.phrases import read_phrase

SON_LA = province_locality("son-la")


@pytest.mark.parametrize(
    ("number", "words", "where", "date", "want"),
    [
        ("315-CT", None, NOWHERE, "1992-08-24", "chu-tich-hoi-dong-bo-truong"),
        ("315-CT", None, SON_LA, "1992-08-24", "uy-ban-nhan-dan-tinh-son-la"),
        ("198-CP", "Hội đồng Chính phủ quy", NOWHERE, "1961-11-07", "hoi-dong-chinh-phu"),
        ("198-CP", None, NOWHERE, "1961-11-07", "hoi-dong-chinh-phu"),
    ],
)
def test_bodies_of_old_central_papers(number, words, where, date, want):
    p = plain(words or "")
    phrase = read_phrase(p.text, p.low, 0) if words else None
    body = issuer_of(read_number(number, 0, expected=True), phrase, where, date=date)
    assert body.slug == want
    assert number != "198-CP" or body.series == "chinh-phu"


@pytest.mark.parametrize(
    ("words", "place", "want"),
    [
        ("HĐND thành phố về", "thanh-pho", "uy-ban-nhan-dan-thanh-pho-ha-giang"),
        ("HĐND tỉnh về", "thanh-pho", "uy-ban-nhan-dan-tinh-ha-giang"),
        ("Sở Nội vụ về", "thanh-pho", "uy-ban-nhan-dan-thanh-pho-ha-giang"),
    ],
)
def test_place_of_a_slip_between_council_and_committee(words, place, want):
    where = Locality("ha-giang", "Hà Giang", "tinh", place, "Hà Giang")
    p = plain(words)
    body = issuer_of(read_number("17/2011/NQ-UBND", 0, expected=True), read_phrase(p.text, p.low, 0), where)
    assert body.slug == want


NEWS = "Trang tin\n\n{}\n"
CASES = [
    # what a school did on a directive is no paper that carries it out
    ("Thực hiện Hướng dẫn số 01/HD-ĐU, ngày 14 tháng 4 năm 2020 của Đảng ủy Trường, Chi bộ tổ chức sinh hoạt “xây dựng Đảng, ban hành nghị quyết” năm 2020.",
     set()),
    ("Thực hiện Kế hoạch số 12/KH-SNV ngày 14/4/2020 của Sở Nội vụ, Phòng Nội vụ yêu cầu các trường báo cáo trước ngày 5/5/2020.",
     {("self", "implements", "12/KH-SNV")}),
    # the title ends where the sentence tells the day, or whom it asked
    ("Thực hiện Hướng dẫn số 221-HD/ĐU ngày 20/11/2009 của Đảng uỷ về tổ chức đại hội, ngày 04/03/2010 Đảng bộ Trường đã tổ chức Hội nghị quán triệt Chỉ thị số 37-CT/TW.",
     set()),
    ("Theo Hướng dẫn số 221-HD/TU ngày 20/11/2009 của Tỉnh uỷ về tổ chức đại hội, quán triệt Chỉ thị số 37-CT/TW, các chi bộ nộp danh sách.",
     {("221-HD/TU", "guides", "37-CT/TW")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), CASES)
def test_what_news_tells(text, want):
    a = analyse(NEWS.format(text))
    name = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    assert {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"} == want


@pytest.mark.parametrize(
    ("gap", "whose"),
    [(", sau khi có ý kiến của Bộ Tài chính tại", "self"), (", bổ sung theo", "175/1999/NĐ-CP")],
)
def test_whom_a_circular_asked_is_no_part_of_a_title(gap, whose):
    a = analyse(
        "BỘ NỘI VỤ\nSố: 54/1999/TT-BNV\nHà Nội, ngày 29 tháng 12 năm 1999\nTHÔNG TƯ\nHướng dẫn tiền lương\n\nThực hiện Nghị định số "
        f"175/1999/NĐ-CP ngày 15/12/1999 của Chính phủ về việc điều chỉnh tiền lương{gap} công văn số 4483/BTC-TL ngày 08/12/1999, "
        "Liên tịch Bộ Nội vụ - Bộ Lao động hướng dẫn thực hiện như sau:\n\nI. ĐỐI TƯỢNG\n"
    )
    name = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    assert {name[r.subject] for r in a.relations if name[r.object] == "4483/BTC-TL"} == {whose}


@pytest.mark.parametrize(
    ("text", "printed", "bodies"),
    [
        ("11.TC/CTN ngày", "11.TC/CTN", ["bo-tai-chinh"]),
        ("1204/QĐ.UB86 ngày", "1204/QĐ.UB86", ["uy-ban-nhan-dan"]),
        ("112/QĐ-SNN& PTNT ngày", "112/QĐ-SNN&PTNT", ["so-nong-nghiep-va-phat-trien-nong-thon"]),
        ("1127 /STP - VB V/v rà soát", "1127/STP-VB", ["so-tu-phap"]),
        ("1127/STP - VB của phòng", "1127/STP", ["so-tu-phap"]),  # nothing tells that VB is a department
    ],
)
def test_numbers_as_pages_print_them(text, printed, bodies):
    number = read_number(text, 0, expected=True)
    assert (number.printed, [b.slug for b in number.bodies]) == (printed, bodies)


def test_a_dot_before_a_code_needs_words_that_announce_a_number():
    assert read_number("11.TC/CTN", 0) is None


TABLE = "| TT | Số | {} | Trích yếu |\n|---|---|---|---|\n| 1 | {} | {} | Phê duyệt danh mục |\n"


@pytest.mark.parametrize(
    ("column", "number", "cell", "date"),
    [
        ("Ngày ban hành", "1876/QĐ-UBND", "07/10/2022", "2022-10-07"),
        ("Ngày, tháng, năm", "1876/QĐ-UBND", "07/10/2022", "2022-10-07"),
        ("Ngày hết hiệu lực", "1876/QĐ-UBND", "07/10/2022", None),
        ("Thời hạn", "1876/QĐ-UBND", "07/10/2022", None),
        ("Ngày ban hành", "1876/QĐ-UBND", "07/10/2022 đến nay", None),
        ("Thời gian", "18/2022/QĐ-UBND", "07/10/2022", "2022-10-07"),
        ("Ngày ban hành", "18/2022/QĐ-UBND", "07/10/2023", "2022"),
    ],
)
def test_days_in_cells(column, number, cell, date):
    a = analyse(TABLE.format(column, number, cell))
    assert [(m.number, m.date) for m in a.mentions] == [(number, date)]


@pytest.mark.parametrize(
    ("day", "issuer"),
    [
        ("29-3-1991", "hoi-dong-nha-nuoc"),
        ("3-7-1980", "uy-ban-thuong-vu-quoc-hoi"),
        ("16-4-1998", "uy-ban-thuong-vu-quoc-hoi"),
    ],
)
def test_who_passed_an_ordinance(day, issuer):
    assert {m.issuer for m in analyse(f"Căn cứ Pháp lệnh Thuế tài nguyên ngày {day};").mentions} == {issuer}
