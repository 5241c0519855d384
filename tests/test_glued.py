"""Text that a converter ran together."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from kg.analyse import analyse
from kg.glued import apart, seams
from kg.normalise import plain


@pytest.mark.parametrize(
    ("word", "want"),
    [
        ("cứnghị", "cứ nghị"), ("banhành", "ban hành"), ("nghịquyết", "nghị quyết"), ("nàythay", "này thay"),
        ("uỷban", "uỷ ban"), ("bộtàichính", "bộ tài chính"), ("đồngnhân", "đồng nhân"), ("trongnhững", "trong những"),
        ("kilômét", "kilômét"), ("bêtông", "bêtông"), ("nghiêng", "nghiêng"), ("tuyến", "tuyến"), ("đakrông", "đakrông"),
    ],
)  # fmt: skip
def test_seams(word, want):
    cuts = (0, *seams(word), len(word))
    assert " ".join(word[a:b] for a, b in pairwise(cuts)) == want


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Tổ chức Hội đồng nhân dân ngày 26 tháng 11 năm 2003;",
        "theo ôtô, kilômét, Internet, Đakrông, HĐND-UBND, TTg; Căn cứ QĐ 5",
    ],
)
def test_clean_text_is_left_alone(text):
    p = plain(text)
    assert apart(p) is p


def test_offsets_lead_into_the_text_as_read():
    text = "Căn cứNghị định số 57/2002/NĐ-CPngày 03/6/2002 củaChính phủ quy địnhchi tiết Luật Đấtđai;"
    p = apart(plain(text))
    assert "Căn cứ Nghị định" in p.text
    assert "của Chính phủ quy định chi tiết" in p.text
    for at in range(len(p.text)):
        start, end = p.span(at, at + 1)
        assert p.text[at] == (text[start:end] or " ")
    assert p.span(0, len(p.text)) == (0, len(text))


def test_offsets_through_decomposed_letters():
    text = unicodedata.normalize("NFD", "Theo Quyếtđịnh số 12/QĐ-UBND của Uỷban nhân dân tỉnh")
    got = [m.text for m in analyse(text).mentions]
    assert got == [unicodedata.normalize("NFD", "Quyếtđịnh số 12/QĐ-UBND")]


def test_a_letter_run_together():
    text = (
        "UỶ BAN NHÂNDÂN\nTỈNH PHÚ YÊN\n\nSố: 45/2012/QĐ-UBND\nTuy Hòa, ngày14 tháng12 năm 2012\n\nQUYẾT ĐỊNH\n"
        "Về việc BANHÀNH mức thu phí\n\nCăn cứLuật Tổ chức Hội đồngnhân dân và Ủy ban nhândân ngày 26 tháng 11 năm 2003;\n"
        "Căn cứ Thôngtư số97/2006/TT-BTCngày 16/10/2006của Bộ Tài chính;\n\nQUYẾTĐỊNH:\n"
        "Điều 1. Quyết định nàythay thế Quyếtđịnh số 12/2008/QĐ-UBND ngày 18 tháng 7 năm 2008củaUBND tỉnh.\n"
    )
    got = analyse(text)
    assert (got.document.number, got.document.date) == ("45/2012/QĐ-UBND", "2012-12-14")
    assert [(m.type, m.number, m.date, m.issuer) for m in got.mentions] == [
        ("luat", None, "2003-11-26", "quoc-hoi"),
        ("thong-tu", "97/2006/TT-BTC", "2006-10-16", "bo-tai-chinh"),
        ("quyet-dinh", "12/2008/QĐ-UBND", "2008-07-18", "uy-ban-nhan-dan-tinh-phu-yen"),
    ]
    assert [r.predicate for r in got.relations] == ["basedOn", "basedOn", "replaces"]


def test_items_numbered_without_a_space():
    text = "- 1Quyết định 3206/QĐ-UBND năm 2017 về quản lý\n- 2Luật Bảo vệ môi trường 2020\n- 3 Nghị định 8/2022/NĐ-CP\n"
    got = analyse(text).mentions
    assert [(m.text, m.type) for m in got] == [
        ("Quyết định 3206/QĐ-UBND năm 2017", "quyet-dinh"),
        ("Luật Bảo vệ môi trường 2020", "luat"),
        ("Nghị định 8/2022/NĐ-CP", "nghi-dinh"),
    ]


def test_escaped_line_ends():
    text = "Số: 54/KH-UBND \\r\\n | \\r\\n Lạng Sơn, ngày 27 tháng 3 năm 2020 \\r\\n\nTheo Quyết định số 5/QĐ-TTg\\r\\nngày 2/1/2019"
    got = analyse(text)
    assert (got.document.number, got.document.date) == ("54/KH-UBND", "2020-03-27")
    assert [m.date for m in got.mentions] == ["2019-01-02"]


def test_a_day_and_a_sign_run_into_a_word():
    from kg.analyse import analyse

    a = analyse("Căn cứ Luật Tổ chức Chính phủngày 25 tháng 12 năm 2001;\nCăn cứ Luật Tổ chứcHĐND và UBND ngày 26/11/2003;")
    assert [(m.date, m.title) for m in a.mentions] == [("2001-12-25", "Luật Tổ chức Chính phủ"), ("2003-11-26", "Luật Tổ chức HĐND và UBND")]


NOTED = "Thực hiện Nghị định số 20/2021/NĐ-CP3 và quy định về bệnh động vật trên cạn4; diện tích 120 km2.\n\n3 Được sửa đổi bởi Nghị định số 76/2024/NĐ-CP.\n4 Theo Thông tư số 7/2016/TT-BNNPTNT.\n"


def test_figures_of_notes_that_a_converter_ran_into_words():
    a = analyse(NOTED)
    names = {d.id: d.number for d in a.documents}
    assert [m.number for m in a.mentions] == ["20/2021/NĐ-CP", "76/2024/NĐ-CP", "7/2016/TT-BNNPTNT"]
    assert ("76/2024/NĐ-CP", "20/2021/NĐ-CP") in {(names[r.subject], names[r.object]) for r in a.relations if r.predicate == "amends"}


@pytest.mark.parametrize("text", ["Theo Nghị định số 20/2021/NĐ-CP3.\n\nHết.\n", "tại điều5; khoản2.\n\n5 Về việc thi hành các quy định\n"])
def test_a_figure_without_its_note_stays(text):
    assert apart(plain(text)).text.replace("điều 5", "điều5").replace("khoản 2", "khoản2") == plain(text).text


@pytest.mark.parametrize(("last", "is_noted"), [("8", True), ("9", False)])
def test_a_series_of_figures_that_a_converter_ran_into_words(last, is_noted):
    text = (
        "Điều này đã sửa hai lần5. Năm 2010 có văn bản hướng dẫn6. Chính sách theo Nghị định số 108/2014/NĐ-CP ngày "
        "20/11/2014 nêu tại báo cáo7, được sửa đổi, bổ sung nhiều lần8.\n\n1 Nghị định A.\n5 Nghị định của Chính phủ.\n"
        f"6 Công văn của Bộ Nội vụ.\n7 Theo báo cáo. {last} Nghị định số 113/2018/NĐ-CP ngày 31/8/2018.\n"
    )
    assert ("lần8" not in apart(plain(text)).low) is is_noted


@pytest.mark.parametrize(("run", "parted"), [("Tổ chứcHội đồng", "Tổ chức Hội đồng"), ("Chính phủQuy định", "Chính phủ Quy định"), ("VNeID", "VNeID")])
def test_a_capital_inside_a_word_begins_the_next(run, parted):
    assert apart(plain(f"theo Luật {run} nhân dân")).text == f"theo Luật {parted} nhân dân"


@pytest.mark.parametrize(("place", "is_noted"), [("Sơn La1", True), ("Sơn La 1", False)])
def test_a_call_behind_a_short_name(place, is_noted):
    text = (
        f"Thực hiện Kế hoạch số 92/KH-UBND ngày 10/4/2023 của UBND tỉnh {place}, UBND huyện ban hành kế hoạch:\n"
        "1 Về triển khai Chỉ thị số 05/CT-TTg ngày 23/02/2023 của Thủ tướng Chính phủ.\n"
    )
    assert (f"{place.lower()}," not in apart(plain(text)).low) is is_noted
