"""What a text changes of a paper by naming a matter in it, and what it may not change so."""

import pytest

from kg.analyse import analyse
from tests import drafts

DECISION = "UBND TỈNH SƠN LA\nSố: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc hỗ trợ\nQUYẾT ĐỊNH:\nĐiều 1. "
PLAN = "UBND TỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nKẾ HOẠCH\nChăm sóc rừng năm 2022\n\nI. NHIỆM VỤ\n1. "
NOTICE = "VĂN PHÒNG CHÍNH PHỦ\nSố: 15/TB-VPCP\nHà Nội, ngày 5 tháng 8 năm 2022\nTHÔNG BÁO\nKết luận về đê điều\n\n1. "
OLD = "Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015"
OLD_PLAN = "Kế hoạch số 08/KH-UBND ngày 22/7/2021 của UBND tỉnh"


def links(text):
    a = analyse(text + "\n")
    return {(r.predicate, r.scope) for r in a.relations if r.subject == a.document.id and r.predicate not in ("cites", "basedOn")}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"{DECISION}Gia hạn thời gian hỗ trợ quy định tại {OLD} đến hết ngày 31/12/2021.", ("amends", "partial")),
        (f"{DECISION}Điều chỉnh thời hạn hoàn thành nêu tại {OLD} từ ngày 30/6/2020 thành ngày 30/9/2020.", ("amends", "partial")),
        (f"{PLAN}Điều chỉnh thời hạn hoàn thành nêu tại mục 2 {OLD_PLAN} thành ngày 30/9/2022.", ("amends", "partial")),
        (f"{PLAN}Đính chính thời hạn nêu tại mục 2 {OLD_PLAN} thành ngày 30/9/2022.", ("corrects", "partial")),
        (f"{NOTICE}Điều chỉnh thời hạn nêu tại mục 2 Thông báo số 10/TB-VPCP ngày 2/3/2022 thành ngày 30/9/2022.", ("amends", "partial")),
    ],
)
def test_a_matter_that_is_changed_into_another(text, want):
    assert links(text) == {want}


@pytest.mark.parametrize(
    "text",
    [
        f"{DECISION}Gia hạn thời gian hỗ trợ quy định tại {OLD} cho các hộ nghèo.",  # into what?
        f"{DECISION}Sở Tài chính đề nghị điều chỉnh mức hỗ trợ tại {OLD} thành “200.000 đồng”.",
        # another body's, an act that a plan cannot change, a paper of another kind
        f"{PLAN}Điều chỉnh thời hạn nêu tại mục 2 Kế hoạch số 08/KH-BNV ngày 22/7/2021 của Bộ Nội vụ thành ngày 30/9/2022.",
        f"{PLAN}Điều chỉnh thời hạn nêu tại {OLD} của UBND tỉnh thành ngày 30/9/2022.",
        f"{NOTICE}Điều chỉnh thời hạn nêu tại mục 2 Kế hoạch số 10/KH-BXD ngày 2/3/2022 thành ngày 30/9/2022.",
    ],
)
def test_what_is_not_changed_or_not_by_the_text(text):
    assert links(text) == set()


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (f"Các chỉ tiêu tại mục II {OLD_PLAN} được điều chỉnh theo Kế hoạch này.", {("amends", "partial")}),
        (f"Các chỉ tiêu tại {OLD_PLAN} được điều chỉnh theo Kế hoạch này.", {("amends", "partial")}),
        (f"Các chỉ tiêu tại mục II {OLD_PLAN} chưa được điều chỉnh theo Kế hoạch này.", set()),
        (f"Các chỉ tiêu tại mục II {OLD_PLAN} được điều chỉnh theo Kế hoạch phát triển kinh tế.", set()),
        ("Các chỉ tiêu tại mục II Kế hoạch số 08/KH-BNV ngày 22/7/2021 của Bộ Nội vụ được điều chỉnh theo Kế hoạch này.", set()),
        (f"Sở báo cáo việc các chỉ tiêu tại {OLD_PLAN} được điều chỉnh theo Kế hoạch này.", set()),
    ],
)
def test_what_is_said_to_be_changed_by_the_text(words, want):
    assert links(PLAN + words) == want


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        (f"Điều chỉnh thời hạn nêu tại {OLD} thành tháng 9.", "amends"),
        (f"Điều chỉnh tiến độ nêu tại {OLD} sang năm 2021.", "amends"),
        (f"Điều chỉnh, bổ sung thời gian nêu tại {OLD} sang quý II.", "amends"),
        (f"Sửa mức hỗ trợ nêu tại {OLD} thành “200.000 đồng”.", "amends"),
        (f"Sửa đổi mức hỗ trợ nêu tại {OLD} của UBND tỉnh Lào Cai thành “200.000 đồng”.", "amends"),  # of a province that was taken over
        # by what, not in what; works on a building
        (f"Điều chỉnh thời hạn theo quy định tại {OLD} thành tháng 9.", None),
        (f"Điều chỉnh thời hạn căn cứ mức nêu tại {OLD} thành tháng 9.", None),
        (f"Sửa chữa cầu nêu tại {OLD} thành “cầu mới”.", None),
        (f"Sửa sang trụ sở nêu tại {OLD} thành “nhà văn hóa”.", None),
        # of a body that it cannot change
        ("Sửa mức hỗ trợ nêu tại Nghị quyết số 12/2015/NQ-HĐND của HĐND tỉnh thành “200.000 đồng”.", None),
        ("Sửa mức hỗ trợ nêu tại Quyết định số 12/2015/QĐ-TTg thành “200.000 đồng”.", None),
    ],
)
def test_into_what_and_in_whose_paper(words, predicate):
    assert links(DECISION + words) == ({(predicate, "partial")} if predicate else set())


CITY = "UBND TỈNH YÊN BÁI\nSố: 06/{}-UBND\nYên Bái, ngày 8 tháng 9 năm 2024\n{}\nVề giải phóng mặt bằng\n\n"


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("Điều chỉnh giảm số tiền bồi thường đã phê duyệt tại khoản 2 Điều 1 Quyết định số 91/QĐ-UBND ngày 19/7/2021 của UBND tỉnh về đất.", True),
        ("Chi trả số tiền bồi thường đã phê duyệt tại khoản 2 Điều 1 Quyết định số 91/QĐ-UBND ngày 19/7/2021 của UBND tỉnh về đất.", False),
    ],
)
def test_a_matter_that_a_decision_changes(said, changed):
    from kg.analyse import analyse

    a = analyse(CITY.format("QĐ", "QUYẾT ĐỊNH") + f"QUYẾT ĐỊNH:\nĐiều 2. {said}\n")
    assert any(r.predicate == "amends" for r in a.relations) is changed


@pytest.mark.parametrize(("by", "replaced"), [("nội dung tại mục này", True), ("nội dung tại Thông báo của Sở", False)])
def test_parts_that_what_stands_here_replaces(by, replaced):
    from kg.analyse import analyse

    text = f"I. KẾT LUẬN\nc) Nội dung chỉ đạo tại mục 3 Thông báo số 87/TB-UBND ngày 28/6/2024 của UBND tỉnh được thay thế bằng {by}.\n"
    a = analyse(CITY.format("TB", "THÔNG BÁO") + text)
    assert [(r.scope, r.provisions[0].muc) for r in a.relations if r.predicate == "replaces"] == ([("partial", "3")] if replaced else [])


@pytest.mark.parametrize(
    ("said", "corrected"),
    [
        ('Tại Quyết định số 902/QĐ-UBND ngày 22/5/2024 của UBND tỉnh, biển số "85A-001.17" đính chính thành "85A-001.71".', True),
        ("Tại trang 2 Quyết định số 902/QĐ-UBND ngày 22/5/2024 của UBND tỉnh, cụm từ “Điều 10” đọc lại là “Điều 12”.", True),
        ("Tại Quyết định số 902/QĐ-UBND ngày 22/5/2024 của UBND tỉnh, cụm từ “Điều 10” được giải thích là “mười”.", False),
    ],
)
def test_words_put_right_in_a_paper_of_the_own_body(said, corrected):
    from kg.analyse import analyse

    a = analyse(CITY.format("QĐ", "QUYẾT ĐỊNH") + f"QUYẾT ĐỊNH:\nĐiều 3. {said}\n")
    assert any(r.predicate == "corrects" for r in a.relations) is corrected


def test_a_row_that_an_erratum_takes_from_a_list_ends_no_paper():
    from kg.analyse import analyse

    said = "Điều 2. Đính chính Phụ lục I kèm theo Quyết định số 85/QĐ-UBND ngày 31/01/2023 của UBND tỉnh như sau: bỏ số thứ tự 9 (Quyết định số 12/2022/QĐ-UBND).\n"
    a = analyse(CITY.format("QĐ", "QUYẾT ĐỊNH") + f"QUYẾT ĐỊNH:\n{said}")
    number = {d.id: d.number for d in a.documents}
    assert [(r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"] == [("corrects", "85/QĐ-UBND")]


TELEGRAM = "UBND TỈNH SƠN LA\nSố: 5/CĐ-UBND\nSơn La, ngày 8 tháng 9 năm 2022\nCÔNG ĐIỆN\nVề ứng phó mưa lũ\n\nChủ tịch UBND tỉnh yêu cầu:\n"
CONCLUSION = "TỈNH ỦY SƠN LA\nSố 41-KL/TU\nSơn La, ngày 8 tháng 11 năm 2022\nKẾT LUẬN\nvề rừng\n\nTỉnh ủy kết luận:\n"
REPORT = "UBND TỈNH SƠN LA\nSố: 5/BC-UBND\nSơn La, ngày 8 tháng 9 năm 2022\nBÁO CÁO\nVề ứng phó mưa lũ\n\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"{TELEGRAM}1. Tạm dừng thực hiện {OLD_PLAN}.", {("suspends", None)}),
        (f"{TELEGRAM}1. Sở Văn hóa: Tạm dừng thực hiện mục 2 {OLD_PLAN}.", {("suspends", "partial")}),
        (f"{TELEGRAM}1. Dừng thí điểm mô hình mới nêu trong {OLD_PLAN} cho đến khi có chỉ đạo.", {("suspends", "partial")}),
        (f"{REPORT}1. Tạm dừng thực hiện {OLD_PLAN}.", set()),  # a report tells what others did
        (f"{TELEGRAM}1. Sở Văn hóa đề xuất tạm dừng thực hiện {OLD_PLAN}.", set()),
        (f"{TELEGRAM}1. Dừng thí điểm mô hình mới nêu trong {OLD_PLAN}.", set()),
    ],
)
def test_what_an_order_stops(text, want):
    assert links(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"{PLAN}Điều chỉnh mục IV {OLD_PLAN}: lùi từ tháng 3 đến tháng 5.", {("amends", "partial")}),
        (f'{PLAN}Đính chính số liệu tại trang 3 {OLD_PLAN}: "213 ha" đọc là "231 ha".', {("corrects", "partial")}),
        (
            f'{CONCLUSION}1. Thay cụm từ "Ban Cán sự" bằng cụm từ "Đảng ủy" tại điểm 3 Chỉ thị số 27-CT/TU, ngày 2/6/2019 của Tỉnh ủy.',
            {("amends", "partial")},
        ),
        # a task, nothing that is read so, words of another body
        (f"{PLAN}Điều chỉnh mục IV {OLD_PLAN} cho phù hợp.", set()),
        (f"{PLAN}Đính chính số liệu tại trang 3 {OLD_PLAN}.", set()),
        (
            f'{CONCLUSION}1. Thay cụm từ "Ban Cán sự" bằng cụm từ "Đảng ủy" tại điểm 3 Quyết định số 27/QĐ-TTg ngày 2/6/2019.',
            set(),
        ),
        (f"{DECISION}Bãi bỏ quy định về khai theo quý tại {OLD}.", {("repeals", "partial")}),
    ],
)
def test_words_and_parts_of_papers_of_the_own_body(text, want):
    assert links(text) == want


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Riêng Quyết định số 402/QĐ-UB ngày 30-10-1994 về lệ phí thì tạm đình chỉ thi hành đến hết năm.", True),
        ("Riêng Quyết định số 402/QĐ-UB ngày 30-10-1994 về lệ phí thì vẫn thi hành đến hết năm.", False),
        ("Theo Quyết định số 402/QĐ-UB ngày 30-10-1994 về lệ phí thì tạm đình chỉ thi hành đến hết năm.", False),
    ],
)
def test_a_paper_that_is_stopped_for_a_time(text, stops):
    head = "UBND TỈNH HÀ BẮC\nSố: 5/QĐ-UB\nHà Bắc, ngày 3 tháng 8 năm 1996\n\nQUYẾT ĐỊNH\nVề giao đất\n\nĐiều 4. Thi hành\n"
    assert any(r.predicate == "suspends" for r in analyse(head + text + "\n").relations) is stops


B = "Quyết định số 12/2020/QĐ-UBND ngày 03/1/2020 của Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Tạm dừng thực hiện Kế hoạch số 12/KH-UBND ngày 03/1/2024 của Ủy ban nhân dân tỉnh.", "suspends"),
        ("Kiến nghị Thủ tướng Chính phủ: tạm dừng thực hiện Quyết định số 12/QĐ-TTg ngày 03/1/2024.", None),
        ("Rủi ro: tạm dừng thực hiện Kế hoạch số 12/KH-UBND ngày 03/1/2024 của Ủy ban nhân dân tỉnh.", None),
        (f"Nguồn lực: điều chỉnh mức hỗ trợ quy định tại {B} từ 5 triệu đồng lên 7 triệu đồng.", "amends"),
        (f"Giao Sở Tài chính chủ trì, tham mưu Ủy ban nhân dân tỉnh, điều chỉnh mức hỗ trợ quy định tại {B} từ 5 triệu đồng lên 7 triệu đồng.", None),
        (f"Kết quả năm 2023, điều chỉnh mức hỗ trợ quy định tại {B} từ 5 triệu đồng lên 7 triệu đồng là chưa phù hợp.", None),
        (f"- Bổ sung khoản 2 Mục III {B}: Sở Nội vụ chủ trì, trình trong quý II.", None),
        (f"- Bổ sung khoản 2 Mục III {B}: “2. Mức chi là 5 triệu đồng”.", "amends"),
    ],
)
def test_who_stops_and_changes_what(text, predicate):
    assert {p for s, p, _ in drafts.said(drafts.PLAN + text) if s == "self"} == ({predicate} if predicate else set())


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ('do sơ suất ghi "Điều 4" ở trang 2, nay xin đính chính là "Điều 5"', True),
        ('cột 3 ghi "Điều 4" tại mục 2, nay đính chính thành "Điều 5"', True),
        ('Sở ghi "Điều 4", nay không đính chính', False),
    ],
)
def test_an_erratum_names_the_page_behind_the_words(words, right):
    text = "UBND TỈNH SƠN LA\nSỞ TƯ PHÁP\nSố: 15/STP-VB\nSơn La, ngày 5 tháng 8 năm 2022\n\nKính gửi: UBND huyện\n\n2. Đính chính\n"
    got = drafts.told(f"{text}Tại Công văn số 8/STP-VB ngày 4/5/2022, {words}.\n")
    assert ("self corrects 8/STP-VB" in got) is right
