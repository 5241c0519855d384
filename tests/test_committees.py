import pytest

from kg.analyse import analyse

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 3 tháng 3 năm 2002\nKẾ HOẠCH\nLàm đường năm 2002\n\n"


def named(words):
    return [(m.text, m.issuer) for m in analyse(f"{HEAD}Thực hiện {words}, UBND tỉnh ban hành Kế hoạch như sau:\n").mentions]


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Nghị quyết của Tỉnh ủy kỳ họp lần thứ 6 khóa X", "tinh-uy-son-la"),
        ("Nghị quyết Tỉnh ủy lần thứ sáu (khóa X)", "tinh-uy-son-la"),
        ("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ tỉnh khóa X", "ban-chap-hanh-dang-bo-tinh-son-la"),
        ("Nghị quyết Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 6, khóa X", "ban-chap-hanh-dang-bo-tinh-son-la"),
        ("Kết luận Hội nghị lần thứ mười một Ban Chấp hành Đảng bộ tỉnh khóa X", "ban-chap-hanh-dang-bo-tinh-son-la"),
    ],
)
def test_a_local_plenum_with_its_ordinal_and_term(words, issuer):
    assert named(f"{words} về làm đường") == [(words, issuer)]


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết của Tỉnh ủy về làm đường",
        "Nghị quyết của Tỉnh ủy khóa X",
        "Nghị quyết Tỉnh ủy lần thứ sáu",
        "nghị quyết của Tỉnh ủy kỳ họp lần thứ 6 khóa X",
        "Nghị quyết của Hội đồng nhân dân tỉnh kỳ họp lần thứ 6 khóa X",
    ],
)
def test_what_leaves_open_which_paper_is_meant(words):
    assert named(words) == []


def test_one_plenum_is_one_paper_and_a_congress_another():
    text = (
        f"{HEAD}Căn cứ Nghị quyết của Tỉnh ủy kỳ họp lần thứ 6 khóa X; Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Đảng bộ "
        "tỉnh khóa X; Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Đảng bộ tỉnh khóa X; Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X;"
    )
    first, second, third, congress = (m.target for m in analyse(text).mentions)
    assert first == second
    assert len({first, third, congress}) == 3


def test_a_code_of_party_and_state_in_the_form_of_the_party():
    a = analyse("Bãi bỏ Quyết định số 30-QĐ/UBKT và xem Báo cáo số 1305/BC-UBKT14.")
    assert [m.issuer for m in a.mentions] == [None, "uy-ban-kinh-te"]
