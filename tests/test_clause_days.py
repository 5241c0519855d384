"""Whose day it is that stands between a paper and the one that is issued to carry it out."""

import pytest

from kg.analyse import analyse
from tests import drafts
from tests.drafts import REPORT, papers

PLAN = "Kế hoạch số 12-KH/ĐU"


def days(text):
    return [(m.number, m.date) for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("clause", "of_directive", "of_plan"),
    [
        # no comma behind the day, before a body that issues no directives of the centre
        ("Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 Đảng ủy xã ban hành", None, "2016-05-15"),
        ("Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016, Đảng ủy xã ban hành", "2016-05-15", None),
        ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 Đảng ủy xã ban hành", "2016-05-15", None),
        # may have issued the directive too
        ("Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 Bộ Chính trị ban hành", "2016-05-15", None),
        # each has its own, on one day
        ("Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016; ngày 15/5/2016 Đảng ủy xã ban hành", "2016-05-15", "2016-05-15"),
    ],
)
def test_a_comma_tells_whose_day_it_is(clause, of_directive, of_plan):
    assert days(f"{clause} {PLAN}.") == [("05-CT/TW", of_directive), ("12-KH/ĐU", of_plan)]


@pytest.mark.parametrize(("year", "plan"), [(2020, "2021-03-15"), (2021, None)])
def test_a_day_of_another_year_than_the_number_is_not_its_own(year, plan):
    text = f"Thực hiện Nghị quyết số 12/{year}/NQ-HĐND, ngày 15/3/2021, UBND tỉnh ban hành Kế hoạch số 45/KH-UBND."
    assert [d for _, d in days(text)] == (["2020", plan] if plan else ["2021-03-15", None])


@pytest.mark.parametrize(("elsewhere", "plan"), [("15/5/2016", "2016-08-20"), ("20/8/2016", None)])
def test_a_paper_with_another_day_elsewhere_has_that(elsewhere, plan):
    text = (
        f"Chỉ thị số 05-CT/TW ngày {elsewhere} đã được quán triệt. "
        f"Thực hiện Chỉ thị số 05-CT/TW, ngày 20/8/2016, Đảng ủy xã ban hành {PLAN}."
    )
    assert days(text)[-1] == ("12-KH/ĐU", plan)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        (f"Theo Chỉ thị số 05-CT/TW, ngày 15/5/2016 và {PLAN} ngày 15/5/2016.", "2016-05-15"),
        (f"Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 Đảng ủy xã ban hành {PLAN} ngày 20/8/2016.", "2016-08-20"),
    ],
)
def test_a_day_behind_the_plan_is_that_of_the_plan(text, plan):
    assert days(text) == [("05-CT/TW", "2016-05-15"), ("12-KH/ĐU", plan)]


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("Cùng ngày, Chính phủ ban hành Nghị quyết số 139/NQ-CP", "2025-05-17"),
        ("Cùng ngày Chính phủ ban hành Nghị quyết số 139/NQ-CP", "2025-05-17"),
        ("Hôm sau, Chính phủ ban hành Nghị quyết số 139/NQ-CP", None),
        ("Cùng ngày, các đại biểu xem Nghị quyết số 139/NQ-CP", None),  # not issued then
        ("Cùng ngày, Chính phủ ban hành Nghị quyết số 139/2024/NQ-CP", "2024"),  # of another year
    ],
)
def test_the_day_that_the_sentence_before_tells(then, day):
    assert days(f"Ngày 17/5/2025, Quốc hội thông qua Nghị quyết số 198/2025/QH15. {then}.")[1][1] == day


def test_no_day_was_told_before():
    assert days("Quốc hội họp. Cùng ngày, Chính phủ ban hành Nghị quyết số 139/NQ-CP.")[0][1] is None


def test_a_day_without_a_year_gives_the_next_paper_of_that_day_none():
    text = "Ngày 17/5, Quốc hội thông qua Nghị quyết số 198/2025/QH15. Cùng ngày, Chính phủ ban hành Nghị quyết số 139/NQ-CP.\n"
    assert days(text) == [("198/2025/QH15", "2025-05-17"), ("139/NQ-CP", None)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Căn cứ các Thông tư số 343/2016/TT-BTC hướng dẫn công khai và số 344/2016/TT-BTC về ngân sách xã, cùng ngày 30/12/2016;",
         ["2016-12-30", "2016-12-30"]),
        ("Căn cứ Quyết định số 67-QĐ/TW về phân cấp và Quyết định số 68-QĐ/TW ban hành quy chế, cùng ngày 04/7/2007;",
         ["2007-07-04", "2007-07-04"]),
        # of another year, of a clause before, after a day of its own
        ("Căn cứ các Thông tư số 343/2015/TT-BTC hướng dẫn công khai và số 344/2016/TT-BTC về ngân sách xã, cùng ngày 30/12/2016;",
         ["2015", "2016"]),
        ("Theo Quyết định số 67-QĐ/TW về phân cấp; Quyết định số 68-QĐ/TW ban hành quy chế, cùng ngày 04/7/2007;", [None, None]),
        ("Theo Quyết định số 67-QĐ/TW ngày 03/7/2007 về phân cấp và Quyết định số 68-QĐ/TW về quy chế, cùng ngày 04/7/2007;",
         ["2007-07-03", None]),
    ],
)  # fmt: skip
def test_a_day_behind_a_list_of_titles(text, want):
    assert [date for _, date in days(text)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("các Công văn số 1620/SYT-NVY, 1634/SYT-KH (cùng ngày 04/11/2024) và 1702/SYT-VP ngày 15/11/2024",
         ["2024-11-04", "2024-11-04", "2024-11-15"]),
        ("Điều 33 Nghị định số 98/2020/NĐ-CP và điểm b khoản 2 Điều 19 Nghị định số 99/2020/NĐ-CP cùng ngày 26/8/2020",
         ["2020-08-26", "2020-08-26"]),
        ("Kế hoạch số 120/KH-UBND\n2023 62 05 141/KH-UBND ngày 5/3/2023", [None, "2023-03-05"]),
    ],
)  # fmt: skip
def test_one_day_of_several(text, want):
    assert [date for _, date in days(f"Sở thực hiện {text}.")] == want


HEAD = "Bãi bỏ các nghị quyết sau:\n4. Các Nghị quyết cùng ngày 12 tháng 7 năm 2018{}\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (HEAD.format(", gồm:") + "a) Nghị quyết số 14/2018/NQ-HĐND về phí;\nb) Nghị quyết số 15/2018/NQ-HĐND về lệ phí", ["2018-07-12"] * 2),
        # another year, and what is only in the title of an item
        (HEAD.format(" của HĐND tỉnh, gồm:") + "a) Nghị quyết số 14/2019/NQ-HĐND về phí", ["2019"]),
        (HEAD.format(":") + "a) Nghị quyết số 14/2018/NQ-HĐND thay Nghị quyết số 3/2018/NQ-HĐND", ["2018-07-12", "2018"]),
        (HEAD.format(".") + "a) Nghị quyết số 14/2018/NQ-HĐND về phí", ["2018"]),
    ],
)  # fmt: skip
def test_the_day_at_the_head_of_a_list(text, want):
    assert [date for _, date in days(text + ".")] == want


ISSUED = "Ngày 12/10/2021, UBND huyện Chư Sê ban hành Quyết định số 45/QĐ-UBND"


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" thu hồi 1.420 m² đất (gọi tắt là Quyết định 45) và Quyết định số 46/QĐ-UBND phê duyệt phương án", "2021-10-12"),
        (" và Quyết định số 46/QĐ-UBND", "2021-10-12"),
        (" thay thế Quyết định số 46/QĐ-UBND", None),
        (" để thực hiện Kế hoạch của tỉnh và Quyết định số 46/QĐ-UBND", None),
        (" về đất. Bà H khiếu nại Quyết định số 46/QĐ-UBND", None),
    ],
)
def test_papers_issued_in_one_breath(behind, day):
    got = {m.number: (m.date, m.issuer) for m in analyse(f"{ISSUED}{behind}.").mentions}
    assert got["46/QĐ-UBND"][0] == day
    assert got["45/QĐ-UBND"] == ("2021-10-12", "uy-ban-nhan-dan-huyen-chu-se")
    assert day is None or got["46/QĐ-UBND"][1] == "uy-ban-nhan-dan-huyen-chu-se"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 12/10/2021, UBND huyện Chư Sê ban hành Quyết định số 45/QĐ-UBND giao đất và Quyết định số 46/QĐ-UBND thu hồi đất.", "2021-10-12"),
        ("UBND huyện Chư Sê ban hành Quyết định số 45/QĐ-UBND ngày 12/10/2021 giao đất và Quyết định số 46/QĐ-UBND thu hồi đất.", None),
    ],
)
def test_the_day_printed_beside_one_paper_is_not_that_of_the_next(text, day):
    assert drafts.papers(drafts.REPORT + text)["46/QĐ-UBND"] == (day, "uy-ban-nhan-dan-huyen-chu-se")


@pytest.mark.parametrize(
    ("colon", "days"),
    [(": số", {"938/QĐ-TTg": "2017-06-30", "939/QĐ-TTg": "2017-06-30"}), (" về đề án; số", {"938/QĐ-TTg": None, "939/QĐ-TTg": None})],
)
def test_the_day_of_all_before_a_colon(colon, days):
    text = f"Căn cứ các Quyết định của Thủ tướng Chính phủ cùng ngày 30/6/2017{colon} 938/QĐ-TTg về phụ nữ và số 939/QĐ-TTg về khởi nghiệp; Luật A."
    assert {n: d for n, (d, _) in drafts.papers(drafts.PLAN + text).items()} == days


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Quyết định số 10/2022/QĐ-TTg của Thủ tướng Chính phủ và Thông tư số 3/2022/TT-BNV của Bộ Nội vụ, cùng ngày "
            "10/01/2022, được ban hành.",
            {"10/2022/QĐ-TTg": "2022-01-10", "3/2022/TT-BNV": "2022-01-10"},
        ),
        (
            "Xét Tờ trình số 20/TTr-SNV, Báo cáo số 31/BC-SNV cùng ngày 03/10/2023 của Sở Nội vụ.",
            {"20/TTr-SNV": "2023-10-03", "31/BC-SNV": "2023-10-03"},
        ),
        (
            "Quyết định số 10/QĐ-TTg của Thủ tướng Chính phủ. Thông tư số 3/2022/TT-BNV ngày 10/01/2022.",
            {"10/QĐ-TTg": None, "3/2022/TT-BNV": "2022-01-10"},
        ),
    ],
)
def test_one_day_of_papers_of_two_types(text, want):
    assert {number: day for number, (day, _) in papers(REPORT + text + "\n").items()} == want


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Quyết định số 410-QĐ/TU, ngày 20/5/2016 của Tỉnh ủy ban hành Quy chế số 5-QC/TU, ngày 20/5/2016", ["2016-05-20"] * 2),
        ("Quyết định số 410-QĐ/TU, ngày 20/5/2016 của Tỉnh ủy ban hành Quy chế số 5-QC/TU", ["2016-05-20", None]),
    ],
)
def test_a_day_that_both_papers_print(words, days):
    head = "TỈNH ỦY SƠN LA\n*\nSố 12-BC/TU\nSơn La, ngày 5 tháng 3 năm 2024\n\nBÁO CÁO\nRà soát\n\n"
    assert [m.date for m in analyse(f"{head}Bãi bỏ {words}.").mentions] == days
