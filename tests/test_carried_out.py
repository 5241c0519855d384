"""What is carried out, what only guided or talked about, and how far the list of what is carried out goes."""

import pytest

from kg.analyse import analyse

PLAN = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\nLào Cai, ngày 5 tháng 3 năm 2022\nKẾ HOẠCH\nTrồng rừng năm 2022\n\n"
NOTICE = "UBND TỈNH LÀO CAI\nVĂN PHÒNG\nSố: 12/TB-VPUB\nLào Cai, ngày 5 tháng 3 năm 2023\nTHÔNG BÁO\n"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations}


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("về việc hướng dẫn nội dung thực hiện", "guides"),
        ("hướng dẫn một số nội dung thực hiện", "guides"),
        ("hướng dẫn trình tự, thủ tục thực hiện", "guides"),
        ("hướng dẫn thực hiện", "guides"),
        ("hướng dẫn, triển khai thực hiện", "implements"),
        ("về kế hoạch triển khai thực hiện", "implements"),
    ],
)
def test_who_guides_what_is_to_be_done_guides_the_paper(title, predicate):
    text = f"theo Thông tư số 15/2012/TT-BTC ngày 8/2/2012 {title} Quyết định số 60/2010/QĐ-TTg ngày 30/9/2010."
    assert ("15/2012/TT-BTC", predicate, "60/2010/QĐ-TTg") in links(text)


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("về kết luận của Bộ trưởng tại hội nghị sơ kết tình hình triển khai thực hiện", "cites"),
        ("kết luận của Bộ trưởng tại Hội nghị trực tuyến triển khai thực hiện", "cites"),
        ("về ý kiến chỉ đạo của Bộ trưởng tại cuộc họp về thực hiện", "cites"),
        ("về việc triển khai thực hiện", "implements"),
        ("về kết luận của Bộ trưởng tại hội nghị và tiếp tục thực hiện", "implements"),
    ],
)
def test_what_was_said_at_a_meeting_carries_nothing_out(title, predicate):
    text = f"theo Thông báo số 15/TB-BTC ngày 8/2/2012 {title} Nghị quyết số 60/NQ-CP ngày 30/9/2010."
    assert ("15/TB-BTC", predicate, "60/NQ-CP") in links(text)


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("Kết luận của Chủ tịch UBND tỉnh tại hội nghị sơ kết thực hiện", "cites"),
        ("Về việc thực hiện", "implements"),
    ],
)
def test_a_notice_on_a_meeting_is_no_plan(title, predicate):
    assert links(f"{NOTICE}{title} Nghị quyết số 60/NQ-CP\n\nVăn phòng thông báo như sau:") == {("THIS", predicate, "60/NQ-CP")}


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("các Nghị quyết của Hội đồng nhân dân tỉnh: số 31/NQ-HĐND ngày 8/12/2021, số 32/NQ-HĐND ngày 9/12/2021 và Công văn số 9/BTC-NS ngày 3/2/2022",
         "implements"),
        ("các Nghị quyết sau: số 31/NQ-HĐND ngày 8/12/2021, số 32/NQ-HĐND ngày 9/12/2021 và Công văn số 9/BTC-NS ngày 3/2/2022", "implements"),
        ("để các cơ quan theo dõi các Nghị quyết của tỉnh: số 31/NQ-HĐND ngày 8/12/2021, số 32/NQ-HĐND ngày 9/12/2021 và Công văn số 9/BTC-NS ngày 3/2/2022",
         "cites"),
    ],
)  # fmt: skip
def test_a_list_within_the_list_of_what_is_carried_out(words, predicate):
    found = links(f"{PLAN}Thực hiện Nghị quyết số 60/NQ-CP ngày 30/1/2022 của Chính phủ; {words}, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n")
    assert found == {("THIS", "implements", "60/NQ-CP")} | {("THIS", predicate, n) for n in ("31/NQ-HĐND", "32/NQ-HĐND", "9/BTC-NS")}


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("Thực hiện Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh (khóa XII) về thực hiện", "cites"),
        ("Triển khai Kế hoạch của Tỉnh ủy thực hiện", "cites"),
        ("Thực hiện Chỉ thị của Thủ tướng Chính phủ và triển khai thực hiện", "implements"),
        ("Ban hành Chương trình hành động của Ủy ban nhân dân tỉnh thực hiện", "implements"),
        ("Thực hiện", "implements"),
    ],
)
def test_the_programme_of_another_body_carries_out_what_its_title_names(title, predicate):
    head = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\nLào Cai, ngày 5 tháng 3 năm 2022\nKẾ HOẠCH\n"
    assert links(f"{head}{title} Nghị quyết số 60/NQ-CP ngày 30/1/2022\n\nỦy ban nhân dân tỉnh yêu cầu:\n") == {("THIS", predicate, "60/NQ-CP")}


def test_a_line_may_end_before_a_bare_number_of_a_list():
    words = "các Nghị quyết của Hội đồng nhân dân tỉnh: số\n31/NQ-HĐND ngày 8/12/2021 về ngân sách; số\n32/NQ-HĐND ngày 9/12/2021"
    found = links(f"{PLAN}Thực hiện Nghị quyết số 60/NQ-CP ngày 30/1/2022 của Chính phủ; {words}, Ủy ban nhân dân tỉnh ban hành Kế hoạch:\n")
    assert found == {("THIS", "implements", n) for n in ("60/NQ-CP", "31/NQ-HĐND", "32/NQ-HĐND")}


@pytest.mark.parametrize(
    ("words", "number", "is_done"),
    [
        ("và chỉ đạo của Chủ tịch UBND tỉnh tại Công văn", "45/UBND-NC", True),
        ("và hướng dẫn của Bộ Tài chính tại Công văn", "45/BTC-NS", True),
        ("; ý kiến giao của Chủ tịch UBND tỉnh tại Thông báo", "45/TB-UBND", True),
        ("và yêu cầu của Thủ tướng Chính phủ tại Công điện", "45/CĐ-TTg", True),
        # an act is carried out by its own words; a matter of which a letter tells; what nobody asked for
        ("và hướng dẫn của Bộ Tài chính tại Thông tư", "45/2021/TT-BTC", False),
        ("và hướng dẫn của xã về thủ tục trong hồ sơ tại Công văn", "45/UBND-NC", False),
        ("và chỉ đạo của xã việc trái phép tại Công văn", "45/UBND-NC", False),
        ("và nội dung của Chủ tịch UBND tỉnh tại Công văn", "45/UBND-NC", False),
    ],
)
def test_what_is_said_in_a_letter_is_carried_out_too(words, number, is_done):
    text = f"{PLAN}Thực hiện Quyết định số 12/QĐ-TTg ngày 3/4/2021 của Thủ tướng Chính phủ {words} số {number}, UBND tỉnh ban hành Kế hoạch như sau:\n"
    assert (("THIS", "implements", number) in links(text)) == is_done


AIMS = "I. MỤC ĐÍCH, YÊU CẦU\n1. {}\n2. Tiết kiệm.\nII. NHIỆM VỤ\n1. Trồng rừng.\n"
ISSUED = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 1422/QĐ-TTg\nHà Nội, ngày 5 tháng 3 năm 2024\nQUYẾT ĐỊNH\n{}\n\nQUYẾT ĐỊNH:\nĐiều 1. {}.\n\nKẾ HOẠCH\n"


@pytest.mark.parametrize(
    ("aim", "want"),
    [
        ("Triển khai đầy đủ, kịp thời các nhiệm vụ Thủ tướng Chính phủ giao tại Quyết định số 512/QĐ-TTg ngày 03/3/2021.", True),
        ("Cụ thể hóa các nhiệm vụ nêu tại Mục II Quyết định số 512/QĐ-TTg ngày 03/3/2021.", True),
        ("Tiếp tục thực hiện Quyết định số 512/QĐ-TTg ngày 03/3/2021.", True),
        ("Quán triệt Quyết định số 512/QĐ-TTg ngày 03/3/2021.", False),
        ("Không trùng với nhiệm vụ giao tại Quyết định số 512/QĐ-TTg ngày 03/3/2021.", False),
    ],
)
def test_the_aims_of_a_plan_tell_what_it_carries_out(aim, want):
    assert (("THIS", "implements", "512/QĐ-TTg") in links(PLAN + AIMS.format(aim))) == want


@pytest.mark.parametrize(
    ("title", "article", "want"),
    [
        ("Ban hành Kế hoạch thực hiện Chiến lược", "Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chiến lược", True),
        ("Về việc giao chỉ tiêu", "Giao chỉ tiêu năm 2024", False),
    ],
)
def test_the_aims_of_a_plan_that_a_decision_brings(title, article, want):
    text = ISSUED.format(title, article) + AIMS.format("Tiếp tục thực hiện Nghị quyết số 76/NQ-CP ngày 18/6/2018.")
    assert (("THIS", "implements", "76/NQ-CP") in links(text)) == want


REPORT = "SỞ Y TẾ TỈNH LÀO CAI\nSố: 77/BC-SYT\nLào Cai, ngày 5 tháng 3 năm 2026\nBÁO CÁO\nKết quả công tác\n\n"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Tổ công tác đã thực hiện được các công tác như sau:", True),
        ("Sở báo cáo kết quả như sau:", True),
        ("Tổ công tác đã mở 12 lớp tập huấn cho cán bộ xã.", False),
    ],
)
def test_a_report_says_what_was_done_as_follows(words, want):
    text = f"{REPORT}Thực hiện Kế hoạch số 71/KH-UBND ngày 26/02/2026 của UBND tỉnh, {words}\n1. Khám bệnh.\n"
    assert (("THIS", "implements", "71/KH-UBND") in links(text)) == want


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("Để hướng dẫn các đơn vị trực thuộc thực hiện Kế hoạch số 71/KH-UBND ngày 26/02/2026, Sở đã ban hành", "guides"),
        ("Để thực hiện Kế hoạch số 71/KH-UBND ngày 26/02/2026, Sở đã ban hành", "implements"),
    ],
)
def test_what_a_paper_was_issued_for(words, predicate):
    text = f"{REPORT}I. KẾT QUẢ\n1. {words} các Công văn số 1620/SYT-NVY ngày 3/3/2026 và 1702/SYT-VP ngày 4/3/2026.\n"
    assert {(a, p) for a, p, b in links(text) if b == "71/KH-UBND" and p != "cites"} == {("1620/SYT-NVY", predicate), ("1702/SYT-VP", predicate)}


CIRCULAR = "BỘ TÀI CHÍNH\nSố: 11/2003/TT-BTC\nHà Nội, ngày 12 tháng 6 năm 2003\nTHÔNG TƯ\nHướng dẫn bảo đảm tiền vay\n\n"


@pytest.mark.parametrize(
    ("who", "want"),
    [
        ("Bộ Tài chính hướng dẫn thực hiện Nghị định số 178/1999/NĐ-CP như sau:", True),
        ("Bộ Tài chính đã có Công văn số 5/BTC-NSNN hướng dẫn thực hiện Nghị định số 178/1999/NĐ-CP như sau:", False),
    ],
)
def test_a_circular_guides_what_its_body_says_to_guide(who, want):
    text = f"{CIRCULAR}Căn cứ Luật số 02/1997/QH10 ngày 12/12/1997;\nTheo đề nghị của Vụ trưởng, {who}\n\nI. QUY ĐỊNH CHUNG\n1. Áp dụng.\n"
    assert (("THIS", "guides", "178/1999/NĐ-CP") in links(text)) == want


def test_a_decree_that_rules_some_articles_of_an_act_guides_it():
    text = "theo Nghị định số 50/2026/NĐ-CP của Chính phủ quy định một số điều của Nghị quyết số 254/2025/QH15."
    assert ("50/2026/NĐ-CP", "guides", "254/2025/QH15") in links(text)


@pytest.mark.parametrize(("did", "want"), [("tổ chức Hội nghị lấy phiếu", False), ("yêu cầu các đơn vị thực hiện các nội dung sau:", True)])
def test_an_event_carries_out_nothing(did, want):
    text = f"Lấy phiếu tín nhiệm\nThực hiện Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị về xây dựng, chỉnh đốn Đảng, Đảng ủy Trường {did}\n"
    assert any(p == "implements" for _, p, _ in links(text)) == want


@pytest.mark.parametrize(("head", "both"), [("Thực hiện các quyết định của Thủ tướng Chính phủ: ", True), ("Nêu tại các quyết định của Thủ tướng Chính phủ: ", False)])
def test_papers_that_a_colon_names(head, both):
    text = (
        "UBND TỈNH HÀ NAM\nSố: 6/KH-UBND\nHà Nam, ngày 8 tháng 9 năm 2024\nKẾ HOẠCH\nHỗ trợ phụ nữ\n"
        f"{head}Quyết định số 939/QĐ-TTg ngày 30/6/2017 và Quyết định số 01/QĐ-TTg ngày 03/01/2023 phê duyệt Đề án, UBND tỉnh xây dựng kế hoạch như sau:\n"
    )
    a = analyse(text)
    number = {d.id: d.number for d in a.documents}
    got = {number[r.object] for r in a.relations if r.predicate == "implements"}
    assert got == ({"939/QĐ-TTg", "01/QĐ-TTg"} if both else set())


def test_what_is_carried_out_behind_an_aim():
    a = analyse(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 12/CT-TTg\nHà Nội, ngày 3 tháng 10 năm 2023\nCHỈ THỊ\nVề phòng chống đuối nước\nTình hình còn phức tạp. "
        "Để khắc phục tình trạng trên và thực hiện có hiệu quả Luật Trẻ em năm 2016, Thủ tướng Chính phủ yêu cầu:\n1. Các bộ làm.\n"
    )
    assert [r.predicate for r in a.relations] == ["implements"]
