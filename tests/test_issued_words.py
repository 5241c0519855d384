import pytest

from kg.analyse import analyse


def _dates(text):
    return [m.date for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Pháp lệnh Thú y đã được Ủy ban thường vụ Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam (khóa IX) thông qua ngày 4/2/1993.",
         ["1993-02-04"]),
        ("Ngày 17/6/2010, tại kỳ họp thứ 7, Luật Bưu chính đã được Quốc hội khóa XII biểu quyết thông qua.", ["2010-06-17"]),
        ("Sáng nay có tin: ngày 17 tháng 6 năm 2010, dự án Luật Bưu chính đã được Quốc hội thông qua.", ["2010-06-17"]),
        ("Ngày 17/6/2010, Sở họp bàn về Luật Bưu chính đã được Quốc hội thông qua.", [None]),
        ("Ngày 17/6/2010, dự án Luật Bưu chính đã được Chính phủ trình Quốc hội.", [None]),
    ],
)  # fmt: skip
def test_the_day_on_which_a_law_was_passed_stands_at_the_head_of_the_clause(text, dates):
    assert _dates(text) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 17/6/2011, Nghị định số 47/2011/NĐ-CP hướng dẫn về bưu chính đã được Chính phủ ban hành.", "2011-06-17"),
        ("Ngày 17/6/2012, Nghị định số 47/2011/NĐ-CP hướng dẫn về bưu chính đã được Chính phủ ban hành.", "2011"),
        ("Ngày 17/6/2011, Nghị định số 47/2011/NĐ-CP được gửi các sở; quy chế đã được Chính phủ ban hành.", "2011"),
        ("Ngày 17/6/2011, Nghị định số 47/2011/NĐ-CP và quy chế đã được Bộ Tài chính ban hành.", "2011"),
        ("Thông tư số 7/2025/TT-BYT do Bộ trưởng Bộ Y tế Nguyễn Thị An vừa ký ban hành ngày 30/12/2025 nêu rõ.", "2025-12-30"),
        ("Thông tư số 7/2025/TT-BYT do Bộ trưởng Bộ Y tế ký ngày 30/12/2025 nêu rõ.", "2025-12-30"),
        ("Thông tư số 7/2025/TT-BYT do Bộ trưởng Bộ Y tế ban hành, ký kết ngày 30/12/2025 với các bên.", "2025"),
        ("Thông tư số 7/2025/TT-BYT của Bộ Y tế được sửa đổi ngày 30/12/2025.", "2025"),
    ],
)
def test_the_day_of_a_numbered_paper_that_its_body_issued(text, date):
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW về văn hóa.", "2014"),
        ("Tháng 12-2002, Bộ Văn hóa - Thông tin ra Quyết định số 38/2002/QĐ-BVHTT.", "2002-12"),
        ("Trong năm 2021, UBND tỉnh Sơn La đã ban hành Kế hoạch số 5/KH-UBND.", "2021"),
        ("Năm 2021, Bộ Tài chính ban hành Thông tư số 5/2020/TT-BTC.", "2020"),
        ("Tổng kết công tác năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.", None),
        ("Giai đoạn 2011 - 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.", None),
        ("Năm 2014, thực hiện chủ trương đó, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.", None),
    ],
)
def test_a_year_or_month_at_the_head_of_the_sentence_is_that_of_the_issuing(text, date):
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Bộ Văn hóa - Thông tin (nay là Bộ Văn hóa, Thể thao và Du lịch) ra Quyết định số 38/2002/QĐ-BVHTT.", "bo-van-hoa-thong-tin"),
        ("Bộ Thủy sản (nay là Bộ Nông nghiệp và Phát triển nông thôn) đã ban hành Thông tư số 3/2006/TT-BTS.", "bo-thuy-san"),
        ("Bộ Văn hóa, Thể thao và Du lịch ra Quyết định số 38/2012/QĐ-BVHTTDL.", "bo-van-hoa-the-thao-va-du-lich"),
    ],
)
def test_the_body_before_its_present_name_issued(text, issuer):
    assert [m.issuer for m in analyse(text).mentions] == [issuer]


OWN = "- Kết luận 62-KL/TW năm 2019 về thực hiện Nghị quyết 37-NQ/TW"


@pytest.mark.parametrize(
    ("line", "issuers"),
    [
        (f"{OWN} do Ban Bí thư ban hành", ["ban-bi-thu", None]),
        (f"{OWN} do Ban Bí thư ban hành năm 2018; còn hiệu lực", [None, "ban-bi-thu"]),
        (f"{OWN.replace('năm 2019', 'ngày 8/10/2019')} do Ban Bí thư ban hành", [None, "ban-bi-thu"]),
        (f"Theo {OWN[2:]} do Ban Bí thư ban hành", [None, "ban-bi-thu"]),
        ("- 4Kế hoạch 15/KH-UBND năm 2019 về thực hiện Kết luận 62-KL/TW do Ban Bí thư ban hành", [None, "ban-bi-thu"]),
    ],
)
def test_the_end_of_a_line_tells_of_the_paper_at_its_head(line, issuers):
    assert [m.issuer for m in analyse(f"Tin liên quan\n{line}\n").mentions] == issuers


@pytest.mark.parametrize(
    ("cited", "issuer"),
    [
        ("Kết luận số 62-KL/TW ngày 8/10/2019 của Bộ Chính trị", "bo-chinh-tri"),
        ("Kết luận số 62-KL/TW của Bộ Chính trị", "bo-chinh-tri"),
        ("Kết luận số 62-KL/TW ngày 8/10/2019", "ban-chap-hanh-trung-uong"),
    ],
)
def test_a_text_knows_better_than_the_list_of_a_portal(cited, issuer):
    line = "- 5Kết luận 62-KL/TW năm 2019 về đổi mới do Ban Chấp hành Trung ương ban hành"
    a = analyse(f"{line}\n{line}\n\nThực hiện {cited} về đổi mới.\n")
    assert {m.issuer for m in a.mentions} == {issuer}
    assert any(c.field == "issuer" for c in a.conflicts) is (issuer == "bo-chinh-tri")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Giấy phép số 21/GP-TTĐT cấp ngày 12/3/2025", "2025-03-12"),
        ("Giấy phép số 21/GP-BTTTT do Cục Báo chí cấp ngày 12/3/2025", "2025-03-12"),
        ("Giấy phép số 21/GP-TTĐT cấp cho báo. Ngày 12/3/2025 họp", None),
        ("Kế hoạch số 21/KH-TTĐT cấp ngày 12/3/2025", None),
    ],
)
def test_the_day_on_which_a_licence_was_granted(words, day):
    assert analyse(f"Theo {words}.").mentions[0].date == day
