import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise import RAISED, fold_tone, lower, plain

VIETNAMESE = st.text(st.sampled_from("aăâeêioôơuưyđĐQNKHSố ̛̣́̀̉̃̂̆\r\n\t*–—Ð\u00a0\u00ad\u200b\ufeff😀/-0123456789"), max_size=60)


@given(st.one_of(st.text(max_size=80), VIETNAMESE))
def test_spans_lead_back_to_the_text_as_read(text):
    p = plain(text)
    assert len(p.text) == len(p.low)
    last = 0
    for i in range(len(p.text)):
        start, end = p.span(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last or (start, end) == p.span(i - 1, i), "order is kept"
        last = start
    if p.text:
        assert p.span(0, len(p.text))[1] <= len(text)


@given(VIETNAMESE)
def test_nfd_and_nfc_give_the_same_plain_text(text):
    nfc = unicodedata.normalize("NFC", text)
    assert plain(unicodedata.normalize("NFD", nfc)).low.replace(" ", "") == plain(nfc).low.replace(" ", "")


def test_look_alikes_become_one():
    assert plain("QÐ–UBND\u00a0số\u200b 5").text == "QĐ-UBND số 5"
    assert plain("a\r\nb").text == "a \nb"


def test_tone_marks_one_way():
    assert fold_tone("uỷ ban, hoà bình, khoá, thuỷ lợi, quý, hoàn") == "ủy ban, hòa bình, khóa, thủy lợi, quý, hoàn"


@given(st.text())
def test_lower_keeps_length(text):
    assert len(lower(text)) == len(text)


def test_an_empty_line_is_the_same_however_lines_end():
    from kg.analyse import analyse

    text = "Kế hoạch số 5/KH-UBND\n\nệChỉ thị số 33/CT-TTgCăn cứ "
    said = [(m.text, m.type) for m in analyse(text).mentions]
    assert [(m.text, m.type) for m in analyse(text.replace("\n", "\r\n")).mentions] == said


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("có 5 Ban*; họp.\n* Năm 2021.\n", 2),
        ("có 5 Ban*; 6 tổ**.\n* Năm 2021.\n** Năm 2022.\n", 6),
        ("có 5 Ban*; họp.\n* Một.\n* Hai.\n", 0),  # items of a list
        ("có 5 Ban; họp.\n* Năm 2021.\n", 0),
        ("**Điều 1** có 5 Ban*; họp.\n* Năm 2021.\n", 0),  # Markdown
    ],
)
def test_stars_that_call_notes(text, raised):
    assert sum(c in RAISED for c in plain(text).text) == raised
