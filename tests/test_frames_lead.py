"""Which items below a lead it ends or replaces, and where the list that it leads stops."""

import pytest

from kg.analyse import analyse

DECISION = "UBND TỈNH SƠN LA\nSố: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý đất\nQUYẾT ĐỊNH:\nĐiều 2. "
A, B = "12/2015/QĐ-UBND", "13/2016/QĐ-UBND"
TWO = f"1. Quyết định số {A};\n2. Quyết định số {B}.\n"


def links(text):
    a = analyse(DECISION + text)
    names = {d.id: d.number for d in a.documents}
    return {(r.predicate, names[r.object]) for r in a.relations if r.subject == a.document.id and r.predicate != "cites"}


@pytest.mark.parametrize(
    ("between", "goes_on"), [("- 2 -", True), ("2", True), ("Giao Sở Tư pháp rà soát.", False), ("2 hồ sơ", False), ("2020", False)]
)
def test_a_page_number_between_items(between, goes_on):
    text = f"Các văn bản sau hết hiệu lực:\n1. Quyết định số {A};\n{between}\n2. Quyết định số {B}.\n"
    assert links(text) == {("repeals", A)} | ({("repeals", B)} if goes_on else set())


@pytest.mark.parametrize(
    ("items", "ended"),
    [
        (f"1. Quyết định của UBND tỉnh Sơn La:\n- Số {A};\n- Số {B}.\n", {A, B}),
        (f"1. Quyết định do UBND tỉnh ban hành: số {A};\n2. Các văn bản của UBND tỉnh: số {B}.\n", {A, B}),
        (f"1. Số {A};\n2. Sở Tư pháp rà soát: số {B}.\n", {A}),
        (f"1. Số {A};\n2. Kiến nghị của UBND huyện: theo dõi Quyết định số {B}.\n", {A}),
    ],
)
def test_items_that_tell_whose_papers_they_are(items, ended):
    assert links(f"Các văn bản sau hết hiệu lực:\n{items}") == {("repeals", n) for n in ended}


@pytest.mark.parametrize(
    ("lead", "predicate"),
    [
        ("Bãi bỏ", "repeals"),  # an article headed only by its verb
        ("Thay thế", "replaces"),
        ("Bãi bỏ thủ tục hành chính", None),
        ("Quyết định này thay thế cùng lúc hai quyết định:", "replaces"),
        ("Quyết định này thay thế các quyết định:", "replaces"),
        ("Thay thế người đã nghỉ hưu:", None),
        ("Quyết định này thay thế bằng các quyết định:", None),
    ],
)
def test_what_leads_a_list(lead, predicate):
    assert links(f"{lead}\n{TWO}") == ({(predicate, n) for n in (A, B)} if predicate else set())


@pytest.mark.parametrize(
    ("lead", "item", "ended"),
    [
        ("Bãi bỏ", f"Quyết định số {A};", True),
        ("Bãi bỏ", f"Quyết định số {A} về chợ tạm;", True),
        # below a bare heading what goes on behind the paper is not that paper's end
        ("Bãi bỏ", f"Quyết định số {A} thì Sở lập sổ.", False),
        ("Bãi bỏ", f"Quyết định số {A} được áp dụng cho chợ tạm.", False),
        ("Bãi bỏ các văn bản", f"Quyết định số {A} thì Sở lập sổ.", True),
    ],
)
def test_below_a_verb_alone_a_paper_ends_its_item(lead, item, ended):
    assert links(f"{lead}\n1. {item}\n") == ({("repeals", A)} if ended else set())


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        (f"Các Quyết định: số {A}, số {B} hết hiệu lực từ ngày Quyết định này có hiệu lực.", {A, B}),
        (f"Các văn bản sau hết hiệu lực:\n1. Quyết định: số {A};\n2. Quyết định liên tịch: số {B}.", {A, B}),
        (f"Các văn bản sau hết hiệu lực:\n1. Quyết định: số {A};\n2. Kinh phí: số {B}.", {A}),
    ],
)
def test_lists_of_one_type(text, ended):
    assert links(f"{text}\n") == {("repeals", n) for n in ended}


@pytest.mark.parametrize(("told", "ends"), [("kể từ ngày ký Kết luận này", True), ("trong năm 2017", False)])
def test_what_is_carried_out_no_more(told, ends):
    text = (
        "TỈNH ỦY KIÊN GIANG\n*\nSố 27-KL/TU\nKiên Giang, ngày 14 tháng 9 năm 2017\nKẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề kinh tế biển\n\n"
        f"1. Họp.\n2. Kết thúc việc thực hiện các văn bản sau {told}:\n"
        "- Chỉ thị số 09-CT/TU, ngày 14-3-2008 của Ban Thường vụ Tỉnh ủy;\n- Kế hoạch số 31-KH/TU, ngày 02-4-2012.\n"
    )
    assert [r.predicate for r in analyse(text).relations].count("repeals") == (2 if ends else 0)


@pytest.mark.parametrize(("lead", "ended"), [("Bãi bỏ quy định tại:", True), ("Bãi bỏ nội dung của:", True), ("Áp dụng quy định tại:", False)])
def test_a_lead_that_says_where_the_provisions_stand(lead, ended):
    text = (
        "BỘ TÀI CHÍNH\nSố: 69/2025/TT-BTC\nHà Nội, ngày 1 tháng 7 năm 2025\nTHÔNG TƯ\nHướng dẫn về thuế\nĐiều 9. Hiệu lực thi hành\n"
        f"3. {lead}\na) Chương 2 Thông tư số 09/2011/TT-BTC ngày 21/01/2011 của Bộ trưởng Bộ Tài chính về bảo hiểm.\n"
        "b) Điều 3 Thông tư số 128/2011/TT-BTC ngày 12/9/2011 của Bộ trưởng Bộ Tài chính về y tế.\n"
    )
    a = analyse(text)
    got = [(r.scope, len(r.provisions)) for r in a.relations if r.predicate == "repeals"]
    assert got == ([("partial", 1)] * 2 if ended else [])


@pytest.mark.parametrize(("end", "ended"), [("có hiệu lực thi hành", True), ("có hiệu lực thi hành:", True), ("có hiệu lực, theo số 5", False)])
def test_a_lead_whose_colon_was_forgotten(end, ended):
    text = (
        "BỘ TÀI CHÍNH\nSố: 69/2025/TT-BTC\nHà Nội, ngày 1 tháng 7 năm 2025\nTHÔNG TƯ\nHướng dẫn về thuế\nĐiều 9. Hiệu lực thi hành\n"
        f"2. Bãi bỏ các văn bản sau đây kể từ ngày Thông tư này {end}\n"
        "a) Thông tư số 35/2016/TT-BTTTT ngày 26/12/2016 quy định về thống kê;\nb) Thông tư số 36/2016/TT-BTTTT ngày 26/12/2016 quy định về báo cáo.\n"
    )
    assert [r.predicate for r in analyse(text).relations].count("repeals") == (2 if ended else 0)
