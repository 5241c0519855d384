"""Text without diacritics: the same citations, offsets kept, marked text left alone."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.normalise import plain
from kg.unmarked import restore

LETTER = """BỘ NỘI VỤ
Số: 4567/BNV-CCVC
Hà Nội, ngày 15 tháng 8 năm 2022
Kính gửi: UBND các tỉnh
Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ về thực hiện dân chủ; Thông tư số 01/2016/TT-BNV ngày
13/01/2016 của Bộ trưởng Bộ Nội vụ; Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI; Quyết định
số 217-QĐ/TW ngày 12 tháng 12 năm 2013 của Bộ Chính trị; Luật Thanh tra năm 2010, Luật Tố cáo năm 2018; Hiến pháp năm 2013;
Thực hiện Kế hoạch số 38/KH-UBND ngày 9/3/2021 của UBND tỉnh Quảng Ngãi; khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP;
Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Nghị quyết Trung ương 4 khóa XII.
"""


def bare(text):
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def test_the_same_citations_are_read():
    marked, unmarked = analyse(LETTER), analyse(bare(LETTER))
    assert len(bare(LETTER)) == len(LETTER)

    def facts(a):
        return [(m.start, m.end, m.type, m.date, m.issuer, m.target, m.provisions) for m in a.mentions]

    assert facts(unmarked) == facts(marked)
    assert len(unmarked.mentions) == 11
    assert {(r.predicate, r.object) for r in unmarked.relations} == {(r.predicate, r.object) for r in marked.relations}
    own, other = unmarked.document, marked.document
    assert (own.type, own.number, own.date, own.issuer) == (other.type, other.number, other.date, other.issuer)


def test_less_is_certain_without_marks():
    marked, unmarked = analyse(LETTER), analyse(bare(LETTER))
    assert all(u.confidence < m.confidence for u, m in zip(unmarked.mentions, marked.mentions, strict=True))


def test_only_lines_without_any_mark_are_touched():
    text = "Theo Nghị định số 30/2020/NĐ-CP, so 3 tỉnh.\nTheo Nghi dinh so 30/2020/ND-CP ngay 05/3/2020 cua Chinh phu.\n"
    p, spans = restore(plain(text))
    assert [text[s:e] for s, e in spans] == [text.splitlines()[1]]
    assert "so 3 tỉnh" in p.low
    assert [m.text for m in analyse(text).mentions][1] == "Nghi dinh so 30/2020/ND-CP ngay 05/3/2020"


@pytest.mark.parametrize("text", [LETTER, "", "5.415 MHz\n", "Số 3", "A so 3 tỉnh"])
def test_marked_text_is_the_same_object(text):
    p = plain(text)
    assert restore(p)[0] is p


def test_names_of_places_are_no_years():
    assert analyse("Ke hoach so 5/KH-UBND cua UBND tinh Quang Nam, Viet Nam 2020").mentions[0].date is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abdeghiklmnopqrstuvy ACDNQ0123456789/-\n,;.", max_size=200))
def test_no_offset_moves(text):
    p = plain("Can cu Nghi dinh so 5 " + text)
    assert len(restore(p)[0].low) == len(p.low)
