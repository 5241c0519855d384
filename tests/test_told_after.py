"""What a later sentence says of the paper that a text told of before: lists of ended papers, "Theo đó, bãi bỏ B"."""

import pytest

from tests.drafts import REPORT, told

NEWS = [
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT bãi bỏ một số văn bản về dược. Các văn bản bị bãi bỏ gồm Quyết "
        "định số 41/2007/QĐ-BYT về nhãn thuốc; Thông tư số 14/2010/TT-BYT hướng dẫn bảo quản. Ngoài ra còn có Thông tư "
        "số 23/2011/TT-BYT về dùng thuốc.",
        {"41/2007/QĐ-BYT", "14/2010/TT-BYT", "23/2011/TT-BYT"},
    ),
    (
        "Theo Thông tư số 31/2025/TT-BYT của Bộ Y tế, 02 văn bản sau đây hết hiệu lực kể từ ngày 01/9/2025:\n"
        "1. Thông tư số 14/2010/TT-BYT về kho thuốc.\n2. Thông tư số 23/2011/TT-BYT.\nBạn đọc xem Thông tư số 5/2012/TT-BYT.",
        {"14/2010/TT-BYT", "23/2011/TT-BYT"},
    ),
    (
        "Các thông tư hết hiệu lực theo Thông tư số 31/2025/TT-BYT gồm: Thông tư số 14/2010/TT-BYT; Thông tư số 23/2011/TT-BYT.",
        {"14/2010/TT-BYT", "23/2011/TT-BYT"},
    ),
    ("Bộ Y tế ban hành Thông tư số 31/2025/TT-BYT. Theo đó, bãi bỏ Thông tư số 14/2010/TT-BYT.", {"14/2010/TT-BYT"}),
    (
        "Bộ Y tế ban hành Thông tư số 31/2025/TT-BYT. Theo đó, Bộ Y tế chính thức bãi bỏ Thông tư số 14/2010/TT-BYT và "
        "Thông tư số 23/2011/TT-BYT.",
        {"14/2010/TT-BYT", "23/2011/TT-BYT"},
    ),
    (
        "Danh mục thuốc được Bộ Y tế ban hành tại Thông tư số 31/2025/TT-BYT.\n\nThông tư có hiệu lực từ 01/9/2025. Bãi bỏ "
        "Thông tư số 14/2010/TT-BYT.",
        {"14/2010/TT-BYT"},
    ),
    # no link: another acts, nothing is done yet, it was done before, or two papers may be meant
    ("Bộ Y tế ban hành Thông tư số 31/2025/TT-BYT. Theo đó, Bộ Công an bãi bỏ Thông tư số 14/2010/TT-BCA.", set()),
    ("Bộ Y tế ban hành Thông tư số 31/2025/TT-BYT. Theo đó, đề nghị bãi bỏ Thông tư số 14/2010/TT-BYT.", set()),
    ("Bộ Y tế ban hành Thông tư số 31/2025/TT-BYT. Theo đó, không bãi bỏ Thông tư số 14/2010/TT-BYT.", set()),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Các văn bản dự kiến bị bãi bỏ gồm Thông tư số "
        "14/2010/TT-BYT.",
        set(),
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Các văn bản đã hết hiệu lực gồm Thông tư số "
        "14/2010/TT-BYT.",
        set(),
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Thông tư số 30/2025/TT-BYT về giá cũng đáng chú ý. Các "
        "văn bản bị bãi bỏ gồm Thông tư số 14/2010/TT-BYT.",
        set(),
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Các văn bản hết hiệu lực từ 01/9/2025 gồm Thông tư số "
        "14/2010/TT-BYT.",
        set(),  # whatever ended it
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Trong tháng 9, các văn bản bị bãi bỏ gồm Thông tư số "
        "14/2010/TT-BYT.",
        set(),
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. Theo đó, các văn bản sau sẽ hết hiệu lực: Thông tư số "
        "14/2010/TT-BYT.",
        {"14/2010/TT-BYT"},
    ),
    (
        "Bộ Y tế vừa ban hành Thông tư số 31/2010/TT-BYT về dược. Các văn bản bị bãi bỏ gồm Thông tư số 14/2025/TT-BYT.",
        set(),
    ),
]


@pytest.mark.parametrize(
    ("second", "ends"),
    [
        ("đồng thời căn cứ Điều 6 Thông tư số 8/2021/TT-BYT", True),
        ("và theo Thông tư số 8/2021/TT-BYT", True),
        ("đồng thời căn cứ Điều 6 Nghị định số 8/2021/NĐ-CP", False),  # which of the two?
    ],
)
def test_a_decree_with_its_circular_ends_papers(second, ends):
    text = f"Căn cứ Điều 9 Nghị định số 7/2020/NĐ-CP, {second}, 02 văn bản sẽ hết hiệu lực:\n(1) Nghị định số 5/2010/NĐ-CP về thuốc.\n"
    assert ("7/2020/NĐ-CP repeals 5/2010/NĐ-CP" in told(text)) is ends


@pytest.mark.parametrize(("news", "ended"), NEWS)
def test_news_tells_what_the_paper_named_before_ended(news, ended):
    assert told(news) == {f"31/2025/TT-BYT repeals {one}" for one in ended}


@pytest.mark.parametrize(
    ("news", "links"),
    [
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 91/KH-UBND ngày 3/4/2025 về cây xanh. Kế hoạch 91 giao các xã làm.\n\nĐáng "
            "lưu ý, kế hoạch mới thay thế Kế hoạch số 12/KH-UBND ngày 4/5/2021.",
            {"91/KH-UBND replaces 12/KH-UBND"},
        ),
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 91/KH-UBND ngày 3/4/2025 về cây xanh. Kế hoạch số 90/KH-UBND nói về "
            "rác.\n\nĐáng lưu ý, kế hoạch mới thay thế Kế hoạch số 12/KH-UBND ngày 4/5/2021.",
            set(),
        ),
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 91/KH-UBND ngày 3/4/2025 về cây xanh. Tỉnh sẽ xây dựng kế hoạch mới thay thế "
            "Kế hoạch số 12/KH-UBND ngày 4/5/2021.",
            set(),
        ),
        (
            "UBND tỉnh vừa ban hành Kế hoạch số 91/KH-UBND ngày 3/4/2025 về cây xanh. Quý tới, kế hoạch mới thay thế Kế hoạch "
            "số 12/KH-UBND ngày 4/5/2021 sẽ được ban hành.",
            set(),
        ),
    ],
)
def test_the_new_plan_is_the_one_that_news_tells_of(news, links):
    assert told(news) == links


RECORD = "Thông tư số 31/2025/TT-BYT ngày 4/7/2025 của Bộ Y tế: Hướng dẫn bảo quản thuốc\n"


@pytest.mark.parametrize(
    ("between", "is_its"),
    [
        ("\nNgày hiệu lực: 01/9/2025\n\nHiệu lực: Còn hiệu lực\n\n", True),
        ("Thông tư số 32/2025/TT-BYT\n", False),  # which of the two?
        ("Cục Quản lý Dược đang soạn một văn bản khác về việc này.\n", False),
    ],
)
def test_a_record_names_the_paper_at_its_head(between, is_its):
    link = "31/2025/TT-BYT replaces 14/2010/TT-BYT"
    assert (link in told(RECORD + between + "Thay thế Thông tư số 14/2010/TT-BYT\n")) is is_its


def test_a_report_tells_what_a_decision_thereby_ended():
    text = "Ngày 3/3/2024, UBND tỉnh ban hành Quyết định số 70/QĐ-UBND. Theo đó, bãi bỏ Quyết định số 71/QĐ-UBND ngày 3/3/2020.\n"
    assert told(REPORT + text) == {"70/QĐ-UBND repeals 71/QĐ-UBND"}


@pytest.mark.parametrize("blank", ["\n", " \n", "\t\n"])
def test_blank_lines_below_a_record_are_read_once(blank):
    link = "31/2025/TT-BYT replaces 14/2010/TT-BYT"
    effect = "Thay thế Thông tư số 14/2010/TT-BYT\n"
    assert link in told(RECORD + blank * 300 + "Ngày hiệu lực: 01/9/2025\n" + blank * 300 + effect)
    assert link not in told(RECORD + blank * 600 + "Cục Quản lý Dược đang soạn một văn bản khác.\n" + effect)


@pytest.mark.parametrize(
    "said",
    [
        "Trước đây, các văn bản bị bãi bỏ là Thông tư số 14/2010/TT-BYT.",
        "Một số thông tư từng bị bãi bỏ gồm Thông tư số 14/2010/TT-BYT.",
        "Theo thống kê của Vụ, các thông tư bị bãi bỏ gồm Thông tư số 14/2010/TT-BYT.",
        "Các văn bản bị bãi bỏ gồm Thông tư số 14/2010/TT-BCA.",  # of another ministry
        "Các văn bản bị bãi bỏ gồm Quyết định số 14/2010/QĐ-TTg.",
        "Các văn bản bị bãi bỏ gồm Thông tư số 14/2010/TT-BYT do Thông tư số 20/2015/TT-BYT thay thế.",
        "Theo đó, đã bãi bỏ Thông tư số 14/2010/TT-BYT từ tháng 5 năm 2016.",
        "Người bệnh mong, thông tư mới thay thế Thông tư số 14/2010/TT-BYT về giá thuốc.",
        "Cục cho biết, thông tư mới thay thế Thông tư số 14/2010/TT-BYT có hiệu lực khi luật được thông qua.",
    ],
)
def test_what_the_paper_told_of_did_not_end(said):
    got = told(f"Bộ Y tế vừa ban hành Thông tư số 31/2025/TT-BYT về dược. {said}")
    assert not {link for link in got if link.startswith("31/2025")}


@pytest.mark.parametrize(
    ("issued", "does"),
    [
        ("UBND tỉnh ban hành Quyết định số 70/QĐ-UBND", "UBND huyện Ea Kar bãi bỏ Quyết định số 71/QĐ-UBND ngày 3/3/2020"),
        ("UBND tỉnh ban hành Kế hoạch số 70/KH-UBND", "sẽ thay thế Kế hoạch số 71/KH-UBND ngày 3/3/2020"),
        ("UBND tỉnh ban hành Kế hoạch số 70/KH-UBND", "bãi bỏ Kế hoạch số 71/KH-UBND ngày 3/3/2020 trước ngày 30/9/2025"),
        ("UBND tỉnh ban hành Quyết định số 70/QĐ-UBND", "sửa đổi Quyết định số 71/QĐ-UBND ngày 3/3/2020 là cần thiết"),
        ("UBND tỉnh ban hành Quyết định số 70/QĐ-UBND", "bãi bỏ Quyết định số 71/QĐ-UBND ngày 3/3/2020 nếu chồng chéo"),
        ("UBND tỉnh chưa ban hành Quyết định số 70/QĐ-UBND", "bãi bỏ Quyết định số 71/QĐ-UBND ngày 3/3/2020"),
        ("Thủ tướng ban hành Quyết định số 70/QĐ-TTg", "bãi bỏ Quyết định số 71/QĐ-UBND ngày 3/3/2020 của UBND tỉnh"),
    ],
)
def test_a_report_tells_of_what_was_not_done(issued, does):
    assert not {link for link in told(f"{REPORT}{issued} ngày 3/3/2024. Theo đó, {does}.\n") if "71/" in link}


def test_a_decision_on_papers_to_look_through_ends_none():
    text = (
        "Ngày 3/3/2024, UBND tỉnh ban hành Quyết định số 70/QĐ-UBND công bố danh mục văn bản hết hiệu lực. Theo đó, các "
        "quyết định bị thay thế gồm: Quyết định số 71/QĐ-UBND ngày 3/3/2020; Quyết định số 72/QĐ-UBND ngày 4/3/2020.\n"
    )
    assert not told(REPORT + text)


@pytest.mark.parametrize(("place", "ends"), [("Quảng Bình", True), ("Sơn La", False)])
def test_a_province_ends_papers_of_one_merged_into_it(place, ends):
    text = (
        "UBND tỉnh Quảng Trị vừa ban hành Quyết định số 35/2025/QĐ-UBND ngày 3/9/2025. Các quyết định bị thay thế gồm: "
        f"Quyết định số 20/2020/QĐ-UBND ngày 4/4/2020 của UBND tỉnh {place}.\n"
    )
    assert ("35/2025/QĐ-UBND replaces 20/2020/QĐ-UBND" in told(text)) is ends


@pytest.mark.parametrize(
    "line",
    ["Bãi bỏ Quyết định số 14/QĐ-UBND ngày 3/3/2020", "Thay thế Thông tư số 14/2010/TT-BCA", "Hủy bỏ Quyết định số 9/QĐ-BYT"],
)
def test_a_line_below_a_record_that_cannot_be_its_own(line):
    assert not told(RECORD + f"Lĩnh vực: Y tế\n{line}\n")
