"""Vowels that recognition lost: read again in texts that show it, and nowhere else."""

import pytest

from kg.analyse import analyse
from kg.lost_letters import revowelled
from kg.normalise import plain

SCAN = "Căn cứ Thông tư s 21/2016/TT-BTC ngày 5/2/2016 của Bộ Tài chính;\n"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Nghị định s95/2012/NĐ-CP", "Nghị định số 95/2012/NĐ-CP"),
        ("thi hành một s điu của Luật", "thi hành một số điều của Luật"),
        ("thi hành một sđiều của Luật", "thi hành một số điều của Luật"),
        ("ca Chính phủ, ca Thtướng Chính phủ", "của Chính phủ, của Thủ tướng Chính phủ"),
        ("Luật Tiêu chun và Quy chuẩn kỹ thuật", "Luật Tiêu chuẩn và Quy chuẩn kỹ thuật"),
        ("Luật Chất lượng sn phẩm, hàng hóa", "Luật Chất lượng sản phẩm, hàng hóa"),
        ("ca cao, ca sĩ, ca bộ đội", "ca cao, ca sĩ, ca bộ đội"),
        ("Luật Tiêu chn và Quy chun kỹ thuật", "Luật Tiêu chn và Quy chun kỹ thuật"),  # two letters of a title
        ("xe s 14, lớp s5/6", "xe s 14, lớp s5/6"),
    ],
)
def test_vowels_are_read_again_in_a_damaged_text_alone(printed, read):
    assert revowelled(plain(SCAN + printed)).text.split("\n")[1].lower() == read.lower()
    clean = plain("Thông tư này có hiệu lực; một số điều mới.\n" + printed.replace("một s", "một x").replace("định s9", "định x9"))
    assert revowelled(clean) is clean


def test_offsets_lead_into_the_text_as_read():
    text = "\n" + SCAN + "Căn cứ Nghị định s95/2012/NĐ-CP ngày 12/11/2012 ca Chính phủ về thi hành một sđiều của Luật Cht lượng sản phẩm, hàng hóa;\n"
    a = analyse(text)
    assert [m.text for m in a.mentions] == [
        "Thông tư s 21/2016/TT-BTC ngày 5/2/2016", "Nghị định s95/2012/NĐ-CP ngày 12/11/2012", "Luật Cht lượng sản phẩm, hàng hóa",
    ]  # fmt: skip
    assert all(text[m.start : m.end] == m.text for m in a.mentions)
    assert [m.number for m in a.mentions[:2]] == ["21/2016/TT-BTC", "95/2012/NĐ-CP"]
    assert a.documents[1].issuer == "chinh-phu"


def test_letters_and_spaces_put_in_together():
    p = plain("số 5cũ một sđiu").spaced([4])
    q = p.lettered([(13, "ố "), (15, "ề")])
    assert q.text == "số 5 cũ một số điều"
    assert [q.span(*at) for at in ((12, 14), (15, 19), (5, 7))] == [(11, 12), (12, 15), (4, 6)]
