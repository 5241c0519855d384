"""Which papers a text stands on beside the first: a further opinion, and no prose below the heading of its grounds."""

import pytest

from kg.analyse import analyse

RESOLUTION = (
    "CHÍNH PHỦ\nSố: 30/NQ-CP\nHà Nội, ngày 3 tháng 5 năm 2022\nNGHỊ QUYẾT\nPhiên họp tháng 4\n\nChính phủ thống nhất đánh giá.\n\n"
    "QUYẾT NGHỊ:\n\n1. Về ngân sách\nXét đề nghị của Bộ Nội vụ tại Tờ trình số 12/TTr-BNV {} Công văn số 45/BTC-NS, Chính phủ đồng ý bổ sung.\n"
)
LETTER = (
    "UBND TỈNH SƠN LA\nSố: 90/UBND-NC\nSơn La, ngày 5 tháng 8 năm 2022\nV/v bổ sung kinh phí\n\nKính gửi: Sở Nội vụ\n\n"
    "Theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV về bổ sung kinh phí {} Công văn số 45/BTC-NS, UBND tỉnh có ý kiến như sau:\n"
)
PLAN = (
    "UBND TỈNH SƠN LA\nSố: 34/KH-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\nKẾ HOẠCH\nVề dược liệu năm 2024\n\n"
    "I. CĂN CỨ PHÁP LÝ\n\nLuật Dược số 105/2016/QH13;\n{}\n\nII. MỤC TIÊU\n"
)


def grounds(text):
    a = analyse(text)
    numbers = {d.id: d.number for d in a.documents}
    return {numbers[r.object] for r in a.relations if r.predicate == "basedOn" and r.subject == a.document.id}


@pytest.mark.parametrize(
    ("text", "words", "is_ground"),
    [
        (RESOLUTION, "và ý kiến của Bộ Tài chính tại", True),
        (RESOLUTION, "cùng với kết quả thẩm định của Bộ Tài chính tại", True),
        (LETTER, "và ý kiến của Bộ Tài chính tại", True),
        (RESOLUTION, "và tình hình chi của Bộ Tài chính tại", False),
        (LETTER, "và ý nghĩa của việc chi tại", False),
    ],
)
def test_a_further_opinion_is_a_ground_too(text, words, is_ground):
    assert ("45/BTC-NS" in grounds(text.format(words))) == is_ground


def test_an_opinion_beside_what_is_no_ground_is_none():
    text = LETTER.replace("Theo đề nghị của Sở Nội vụ", "Sở Nội vụ báo cáo").format("và ý kiến của Bộ Tài chính tại")
    assert grounds(text) == set()


@pytest.mark.parametrize(
    ("words", "is_ground"),
    [
        ("- Mức chi tại Nghị định số 65/2021/NĐ-CP.", True),
        ("- Hiện nay, mức chi tại Nghị định số 65/2021/NĐ-CP.", False),
        ("+ Do đó, mức chi tại Nghị định số 65/2021/NĐ-CP.", False),
    ],
)
def test_prose_behind_a_dash(words, is_ground):
    assert grounds(PLAN.format(words)) == {"105/2016/QH13"} | ({"65/2021/NĐ-CP"} if is_ground else set())


@pytest.mark.parametrize(
    ("rest", "is_ground"),
    [(", đất tại các xã có diện tích tối thiểu là 1.000 m²", False), (", Sở Tài nguyên và Môi trường trả lời như sau", True)],
)
def test_what_a_provision_says_of_a_matter_is_no_ground(rest, is_ground):
    assert grounds(f"HỎI ĐÁP\nTrả lời bạn đọc:\nCăn cứ khoản 1 Điều 6 Nghị định số 42/2021/NĐ-CP{rest}.\n") == ({"42/2021/NĐ-CP"} if is_ground else set())


def test_a_ground_on_which_somebody_is_told_to_act():
    text = (
        "HUYỆN ỦY TUY PHƯỚC\n*\nSố 268-KH/HU\nTuy Phước, ngày 3 tháng 4 năm 2024\nKẾ HOẠCH\nđại hội đảng bộ\n"
        "1. Văn phòng Huyện ủy chuẩn bị.\n"
        "2. Ban Tổ chức Huyện ủy thẩm định đề án nhân sự của cấp ủy cơ sở; căn cứ điểm 2, mục III Hướng dẫn 11-HD/BTCTU {} phân bổ đại biểu.\n"
    )
    assert grounds(text.format("tham mưu")) == set()
    assert grounds(text.format("và tình hình")) == {"11-HD/BTCTU"}


@pytest.mark.parametrize(("lead", "is_ground"), [("Trên cơ sở đó, UBND tỉnh phê duyệt dự án tại", False), ("Trên cơ sở", True)])
def test_on_that_ground_names_none(lead, is_ground):
    text = (
        "UBND TỈNH KHÁNH HÒA\nSố: 8463/UBND-XD\nKhánh Hòa, ngày 3 tháng 8 năm 2024\nV/v trả lời cử tri\nKính gửi: Cử tri\n"
        f"{lead} Quyết định số 2871/QĐ-UBND ngày 29/11/2023, UBND tỉnh giao vốn.\n"
    )
    assert ("2871/QĐ-UBND" in grounds(text)) is is_ground


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("Đồng ý với đề nghị của Bộ Nội vụ tại", True),
        ("Chính phủ thống nhất với đề nghị của Bộ Nội vụ tại", True),
        ("Chưa xem xét đề nghị của Bộ Nội vụ tại", False),
        ("Không đồng ý với đề nghị của Bộ Nội vụ tại", False),
        ("Giao Bộ Nội vụ rà soát đề nghị của các bộ tại", False),
    ],
)
def test_what_was_asked_for_is_a_ground_where_it_is_agreed_to(said, agreed):
    text = f"CHÍNH PHỦ\nSố: 7/NQ-CP\n\nNGHỊ QUYẾT\nPhiên họp tháng 8\n\nQUYẾT NGHỊ:\n\n1. {said} Tờ trình số 65/TTr-BNV ngày 2/3/2025.\n"
    a = analyse(text)
    assert any(r.predicate == "basedOn" for r in a.relations) is agreed


@pytest.mark.parametrize(
    ("asked", "is_ground"),
    [
        ("xét đề nghị của Sở Nội vụ tại", True),
        ("xét đề nghị của Sở Nội vụ về việc cấp vốn tại", True),
        ("xét đề nghị của Sở Nội vụ về sơ kết 3 năm thực hiện", False),
    ],
)
def test_what_somebody_asked_about_is_no_ground(asked, is_ground):
    text = f"UBND TỈNH SƠN LA\nSố: 7/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề vốn\n\nTại hội nghị, {asked} Nghị quyết số 22/NQ-HĐND, UBND tỉnh quyết định:\nĐiều 1. Cấp vốn.\n"
    assert any(r.predicate == "basedOn" for r in analyse(text).relations) is is_ground


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Căn cứ Luật Thú y năm 2015 và thực hiện {}, UBND tỉnh ban hành Kế hoạch như sau:", True),
        ("Căn cứ Luật Thú y năm 2015 và {}, UBND tỉnh ban hành Kế hoạch như sau:", False),
    ],
)
def test_what_is_carried_out_behind_a_ground(text, done):
    head = "UBND TỈNH SƠN LA\nSố: 7/KH-UBND\n\nKẾ HOẠCH\nVề thú y\n\n"
    a = analyse(head + text.format("Quyết định số 14/QĐ-TTg ngày 2/3/2024 của Thủ tướng Chính phủ"))
    predicates = {r.predicate for r in a.relations if "14-qd-ttg" in r.object and r.predicate != "cites"}
    assert predicates == {"implements" if done else "basedOn"}


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("Tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW", True),
        ("Tổng kết 10 năm thi hành Luật Thú y", False),  # how a law is in force
    ],
)
def test_a_report_on_a_law_does_not_carry_it_out(title, done):
    text = f"UBND TỈNH SƠN LA\nSố: 7/BC-UBND\n\nBÁO CÁO\n{title}\n\nKính gửi: Chính phủ.\n"
    assert any(r.predicate == "implements" for r in analyse(text).relations) is done


@pytest.mark.parametrize(("said", "done"), [("đã ban hành", True), ("không ban hành", False)])
def test_what_is_not_issued_carries_nothing_out(said, done):
    text = f"ĐẢNG ỦY XÃ\nSố 7-NQ/ĐU\n\nNGHỊ QUYẾT\nvề sinh hoạt\n\nĐảng ủy {said} nghị quyết riêng để thực hiện Nghị quyết số 28-NQ/TW.\n"
    assert any(r.predicate == "implements" for r in analyse(text).relations) is done


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        ("- Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015;", True),
        ("Khoản 1 Điều 468 Bộ luật Dân sự số 91/2015/QH13 cho phép các bên thỏa thuận về lãi suất.", False),
        ("Hoạt động này do Bộ luật Dân sự số 91/2015/QH13 điều chỉnh.", False),
    ],
)
def test_an_article_that_explains_the_law_does_not_rest_on_it(line, ground):
    text = f"BÌNH LUẬN VỀ LÃI SUẤT\n\n1. Vụ việc\nNgân hàng kiện ông T.\n\n2. Cơ sở pháp lý\n\n{line}\n\n3. Bình luận\nÝ kiến.\n"
    assert any(r.predicate == "basedOn" for r in analyse(text).relations) == ground


def based(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents}
    return {names[r.object] for r in a.relations if r.predicate == "basedOn" and r.subject == a.document.id}


HEAD = "UBND TỈNH SƠN LA\nSố: 34/{}-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\n{}\nVề dược liệu\n\n"


@pytest.mark.parametrize(
    ("joint", "grounds"),
    [(", trên cơ sở ", {"9/BC-SYT"}), (", căn cứ ", {"9/BC-SYT"}), (" và ", set()), (", kèm theo ", set())],
)
def test_a_ground_behind_what_is_carried_out(joint, grounds):
    text = f"Thực hiện Kế hoạch số 8/KH-BYT ngày 3/2/2024{joint}Báo cáo số 9/BC-SYT ngày 5/3/2024, UBND tỉnh xây dựng kế hoạch:\n"
    assert based(HEAD.format("KH", "KẾ HOẠCH") + text) == grounds


@pytest.mark.parametrize(
    ("lead", "grounds"), [("Qua xem xét", {"9/TTr-SYT"}), ("Sau khi xem xét", {"9/TTr-SYT"}), ("Qua theo dõi", set())]
)
def test_what_was_looked_at_before_a_resolution(lead, grounds):
    head = HEAD.format("NQ", "NGHỊ QUYẾT").replace("UBND", "HĐND")
    text = f"{lead} Tờ trình số 9/TTr-SYT ngày 5/3/2024 của Sở Y tế,\n\nQUYẾT NGHỊ:\nĐiều 1. Trồng 5 ha.\n"
    assert based(head + text) == grounds


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Trên cơ sở Nghị quyết số 8/NQ-HĐND ngày 3/2/2024, UBND tỉnh báo cáo như sau:\n1. Vốn\n", {"8/NQ-HĐND"}),
        ("UBND tỉnh báo cáo:\n1. Vốn\nTrên cơ sở Nghị quyết số 8/NQ-HĐND ngày 3/2/2024, các huyện đã giao 5 tỷ đồng.\n", set()),
    ],
)
def test_on_what_ground_others_acted(text, grounds):
    assert based(HEAD.format("BC", "BÁO CÁO") + text) == grounds


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Về triển khai Chỉ thị số 5/CT-TTg ngày 3/2/2024", {("implements", "5/CT-TTg")}),
        ("Về giao ban tháng 3", set()),
    ],
)
def test_the_subject_of_a_letter(line, title):
    text = f"UBND TỈNH SƠN LA\nSố: 1394/UBND-VX\n{line}\nSơn La, ngày 16 tháng 4 năm 2024\n\nKính gửi: Các sở\n\nYêu cầu trực.\n"
    a = analyse(text)
    names = {d.id: d.number for d in a.documents}
    assert a.document.title
    assert {(r.predicate, names[r.object]) for r in a.relations} == title


@pytest.mark.parametrize(
    ("ground", "is_ground"),
    [
        ("Căn cứ vào các luật mới và so với Nghị định số 8/2020/NĐ-CP;", False),
        ("Căn cứ vào các luật mới và Nghị định số 8/2020/NĐ-CP;", True),
        ("Căn cứ ý kiến của Sở Nội vụ, trong đó tỉnh phải thực hiện Nghị định số 8/2020/NĐ-CP;", False),
        ("Căn cứ các quy định về đất đai, gồm Nghị định số 8/2020/NĐ-CP;", True),
        ("Theo đề nghị của Sở Nội vụ tại Tờ trình số 3/TTr-SNV (trong đó kiến nghị bãi bỏ Nghị định số 8/2020/NĐ-CP);", False),
    ],
)
def test_what_stands_aside_of_a_ground_is_none(ground, is_ground):
    head = "UBND TỈNH SƠN LA\nSố: 90/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nQUYẾT ĐỊNH\nVề giá đất\n\nỦY BAN NHÂN DÂN TỈNH\n\n"
    a = analyse(head + ground + "\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành giá đất.\n")
    of = {d.id: d.number for d in a.documents}
    assert ("8/2020/NĐ-CP" in {of[r.object] for r in a.relations if r.predicate == "basedOn"}) is is_ground
