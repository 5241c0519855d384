"""Titles that amend: a long one in capitals, and one that two papers share."""

import pytest

from kg.analyse import analyse


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate == "amends"}


LONG = (
    "Về sửa đổi, bổ sung một số nội dung tại Nghị quyết số 82/2007/NQ-HĐND ngày 10/12/2007 của HĐND tỉnh về mục tiêu, "
    "nhiệm vụ, giải pháp, cơ chế, chính sách đẩy mạnh công tác trồng rừng, bảo vệ rừng và phát triển kinh tế rừng trên "
    "địa bàn tỉnh Lào Cai giai đoạn 2008 - 2010, định hướng đến năm 2015 và Nghị quyết số 37/2008/NQ-HĐND ngày 27/9/2008 "
    "của HĐND tỉnh về một số chính sách hỗ trợ hộ nghèo ở các xã đặc biệt khó khăn trồng và bảo vệ rừng sản xuất trên "
    "địa bàn tỉnh Lào Cai đến năm 2015"
)
HEAD = "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nSố: 72/2009/NQ-HĐND\nLào Cai, ngày 17 tháng 4 năm 2009\n\nNGHỊ QUYẾT\n\n"
BODY = "\n\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\n\nCăn cứ Luật Bảo vệ và phát triển rừng ngày 03 tháng 12 năm 2004;\n"


def test_a_long_title_in_capitals():
    assert len(LONG) > 400
    want = {("THIS", "amends", "82/2007/NQ-HĐND"), ("THIS", "amends", "37/2008/NQ-HĐND")}
    assert links(HEAD + LONG.upper() + BODY) == want


def test_a_long_paragraph_is_no_title():
    text = f"{HEAD}VỀ TRỒNG RỪNG\n\nHội đồng đã nghe báo cáo {LONG[0].lower()}{LONG[1:]}.{BODY}"
    assert analyse(text).document.title == "VỀ TRỒNG RỪNG"


@pytest.mark.parametrize(
    ("first", "both"),
    [
        ("Thông tư số 24/2019/TT-BYT ngày 24/12/2019", True),
        ("Thông tư số 24/2019/TT-BYT ngày 24/12/2019 của Bộ trưởng Bộ Y tế", True),
        ("Thông tư số 24/2019/TT-BYT ngày 24/12/2019 quy định về dược liệu", False),
        ("Thông tư số 24/2019/TT-BYT", False),
        ("Thông tư số 24/2015/TT-BYT ngày 24/12/2015", False),
        ("Nghị định số 24/2019/NĐ-CP ngày 24/12/2019", False),
        ("Điều 5 Thông tư số 24/2019/TT-BYT ngày 24/12/2019", False),
    ],
)
def test_two_papers_with_one_amending_title(first, both):
    amends = "sửa đổi, bổ sung một số điều của Thông tư số 07/2016/TT-BYT"
    text = f"Căn cứ {first} và Thông tư số 09/2021/TT-BYT ngày 12/8/2021 {amends};"
    number = first.removeprefix("Điều 5 ").split()[3]
    want = {("09/2021/TT-BYT", "amends", "07/2016/TT-BYT")}
    assert links(text) == want | ({(number, "amends", "07/2016/TT-BYT")} if both else set())


def test_no_paper_amends_itself():
    text = (
        "Căn cứ Thông tư số 24/2019/TT-BYT ngày 24/12/2019 và Thông tư số 09/2021/TT-BYT ngày 12/8/2021 "
        "sửa đổi, bổ sung một số điều của Thông tư số 24/2019/TT-BYT;"
    )
    assert links(text) == {("09/2021/TT-BYT", "amends", "24/2019/TT-BYT")}


@pytest.mark.parametrize(
    ("day", "dates"),
    [
        ("ngày 12 tháng 11 năm 2021", ("2021-11-12", None)),  # no law of the title was passed that day
        ("ngày 23 tháng 11 năm 2015", ("2021", "2015-11-23")),  # the day of the law that is amended
    ],
)
def test_the_day_behind_the_law_that_is_amended(day, dates):
    text = f"{HEAD}VỀ THỐNG KÊ\n\nCăn cứ Luật số 01/2021/QH15 sửa đổi, bổ sung một số điều của Luật Thống kê {day};\n"
    amender, amended = analyse(text.replace("2009", "2025")).mentions
    assert (amender.date, amended.date) == dates
    assert amended.target == "vn_quoc-hoi_luat_2015_t-thong-ke"
