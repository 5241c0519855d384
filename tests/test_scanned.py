"""Recognised text is read as what was scanned; text that is spelt as it should be is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.normalise import plain
from kg.rejoined import rejoined
from kg.scanned import mended

HEAD = "TỈNH ỦY SƠN LA\n*\nSố 64-KH/TU\nSơn La, ngày 14 tháng 7 năm 2023\n\n"
CLEAN = HEAD + (
    "KẾ HOẠCH\nthực hiện Chỉ thị số 23-CT/TW, ngày 25/5/2023 của Ban Bí thư\n\nThực hiện Chỉ thị số 23-CT/TW, ngày 25/5/2023 của Ban Bí thư và "
    "Công văn số 4502/VPCP-KGVX ngày 12/6/2023 của Văn phòng Chính phủ, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:\n"
)
SCANNED = HEAD + (
    "KẾ HOACH\nthực hiện Chỉ thi số 23-CT/TW, ngày 25/5/2023 cùa Ban Bí thư\n\nThực hiện Chi thị sô 23-CT/TW, ngày 25/5/2023 cùa Ban Bí thư và "
    "Công vân sổ 4502 /VPCP -KGVX ngày l2/6/2023 cùa Văn phòng Chính phủ, Ban Thường vụ Tỉnh ủy xây dưng kế hoach như sau:\n"
)


def read(text):
    a = analyse(text)
    return a.document.type, [(m.type, m.number, m.date, m.issuer) for m in a.mentions], [(r.predicate, r.object) for r in a.relations]


def test_a_scan_gives_what_its_page_says():
    assert read(SCANNED) == read(CLEAN)


def test_what_is_read_from_misread_words_is_less_sure():
    a, b = analyse(SCANNED), analyse(CLEAN)
    assert all(x.confidence < y.confidence for x, y in zip(a.mentions, b.mentions, strict=True))
    assert {m.text for m in a.mentions} == {"Chỉ thi số 23-CT/TW, ngày 25/5/2023", "Chi thị sô 23-CT/TW, ngày 25/5/2023",
                                            "Công vân sổ 4502 /VPCP -KGVX ngày l2/6/2023"}  # fmt: skip


def test_letters_among_the_digits_of_a_number():
    paper = "Thưc hiện Kế hoach số 1O5/KH-UBND, theo khoản 2 Điều 6 Quyết định số 09/2O15/QĐ-TTg ngày 25/3/2015 cùa Thủ tướng Chính phủ."
    a = analyse(paper + " Điều 9 Quyết định số 09/2015/QĐ-TTg.")
    assert [(m.number, m.date) for m in a.mentions] == [("105/KH-UBND", None), *[("09/2015/QĐ-TTg", "2015-03-25")] * 2]
    assert a.mentions[1].text == "Quyết định số 09/2O15/QĐ-TTg ngày 25/3/2015"
    assert [p.as_dict() for m in a.mentions[1:] for p in m.provisions] == [{"dieu": "6", "khoan": "2"}, {"dieu": "9"}]
    assert a.mentions[1].target == a.mentions[2].target
    assert analyse("Kế hoach số 5/KH-BNV ngày 1/2/2023 cúa Bộ Nội vụ").mentions[0].issuer == "bo-noi-vu"
    clean = "Theo Quyết định số 09/2O15/QĐ-TTg ngày 25/3/2015 của Thủ tướng Chính phủ."  # nothing else shows a scan
    assert all(m.number != "09/2015/QĐ-TTg" for m in analyse(clean).mentions)
    kept = analyse("Thưc hiện Kế hoach số 5a/KH-UBND và Công văn số O/QH của Ban.")
    assert [m.number for m in kept.mentions] == ["5a/KH-UBND"]


@pytest.mark.parametrize("text", [
    "Mở sổ 12/2023 để theo dõi; chỉ thi hành phần dân sự.",
    "Định hướng dân vận khéo, để an toàn; 5 lô hàng, 20 l/ngày.",
    CLEAN,
])  # fmt: skip
def test_clean_text_is_left_alone(text):
    p = plain(text)
    assert mended(p)[0] is p


@given(st.text(st.sampled_from("Kế hoach sô cùa 0l12/-.\nChi thịỦyĐđ"), max_size=80))
def test_no_offset_moves(text):
    p = plain(text)
    q, spans = mended(p)
    assert len(q.low) == len(p.low) == len(q.text)
    assert all(a == b or b in "01" for a, b in zip(p.text, q.text, strict=True))
    assert all(0 <= s < e <= len(p.low) for s, e in spans)


SCAN = "Thưc hiện Kế hoach số 5/KH-UBND; "


def test_a_slash_that_was_read_as_a_letter():
    assert [m.number for m in analyse(SCAN + "Thông tư số 20l2021/TT-BYT ngày 26/11/2021.").mentions][1:] == ["20/2021/TT-BYT"]
    assert analyse("Theo Thông tư số 20l2021/TT-BYT ngày 26/11/2021.").mentions == ()  # nothing shows a scan


def test_codes_and_syllables_that_were_cut_in_two():
    found = analyse(SCAN + "Kết luận số 28-KL/T W ngày 21/02/2022 của Bộ Chính trị.").mentions[1]
    assert (found.number, found.issuer, found.text) == ("28-KL/TW", "bo-chinh-tri", "Kết luận số 28-KL/T W ngày 21/02/2022")
    clean = analyse("Kết luận số 28-KL/T W ngày 21/02/2022 của Bộ Chính trị.").mentions[0]
    assert clean.number != "28-KL/TW"
    cut = analyse("Theo Quyết đ ịnh số 166 / Q Đ-BYT ngày 31 th áng 5 năm 2019 và Luật B ảo hiểm y tế.")
    assert [(m.type, m.number, m.date) for m in cut.mentions] == [("quyet-dinh", "166/QĐ-BYT", "2019-05-31"), ("luat", None, None)]
    assert [m.text for m in cut.mentions] == ["Quyết đ ịnh số 166 / Q Đ-BYT ngày 31 th áng 5 năm 2019", "Luật B ảo hiểm y tế"]


@pytest.mark.parametrize("text", [
    "điểm đ ấn định mức, điểm a, b và c ở khoản 2; lớp b ưu tiên; Quyết định số 12/QĐ-UBND A",
    "Hợp tác xã H ở xã A; ông Y Ưu, bà H Ên",  # names of the Highlands, once
    CLEAN,
])  # fmt: skip
def test_letters_that_stand_alone_stay_so(text):
    p = plain(text)
    assert rejoined(p) is p


@given(st.text(alphabet="đ ịnhsốQĐ-/12áng", max_size=60))
def test_offsets_of_what_was_rejoined(text):
    p = plain("s ố đ ịnh th áng " + text)
    q = rejoined(p)
    kept = [q.span(k, k + 1) for k in range(len(q.text))]
    assert all(p.text[begin:end] == c for c, (begin, end) in zip(q.text, kept, strict=True))


def test_months_articles_and_short_forms_of_a_scan():
    a = analyse(
        "UBND TỈNH NAM HÀ\nSô: 612/QĐ-UB\nNam Định, ngày 14 thảng 5 năm 1996\nQUYẾT ĐỊNH\nVề cán bộ\n"
        "Bãi bỏ khoản 2 Điêu 1 Quyêt định sô 74/QĐ-UB ngày 22-01-1996 cùa UBND tỉnh; các khoản khác của Quyêt định sô 74 vẫn thi hành."
    )
    assert a.document.date == "1996-05-14"
    assert [p.as_dict() for p in a.mentions[0].provisions] == [{"dieu": "1", "khoan": "2"}]
    assert len({m.target for m in a.mentions}) == 1
    assert len(a.mentions) == 2


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Theo Quyết định số 93\n0/QĐ-TTg ngày 30/6/2009.", ["930/QĐ-TTg"]),
        ("Theo Thông tư liên tịch số 08/20\n07/TTLT-BYT-BNV.", ["08/2007/TTLT-BYT-BNV"]),
        ("Theo Nghị định số\n\n3\n\n87/2011/NĐ-CP ngày 27/9/2011.", ["87/2011/NĐ-CP"]),
        ("Theo mẫu số 1 12/QĐ-UBND ngày 27/9/2011.", []),
        ("Tòa nhà số 5 tầng, Quyết định số 12/QĐ-UBND.", ["12/QĐ-UBND"]),
    ],
)
def test_numbers_that_a_line_or_a_page_cuts(text, numbers):
    assert [m.number for m in analyse(text).mentions] == numbers


@pytest.mark.parametrize(("scan", "said"), [("bd sung", "bổ sung"), ("bỗ sung", "bổ sung")])
def test_marks_that_a_scan_lost_in_to_add(scan, said):
    line = "Nghị định số 24/2020/NĐ-CP sửa đổi, {} một số điều của Nghị định số 75/2018/NĐ-CP."
    assert read(HEAD + line.format(scan)) == read(HEAD + line.format(said))
