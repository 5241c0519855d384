"""What a text tells of papers of others: plans adjusted, lists, brackets, what a higher body issued."""

import pytest

from kg.analyse import analyse
from tests import drafts

A, B = "Quyết định số 11/QĐ-UBND ngày 2/1/2024", "Quyết định số 95/QĐ-UBND ngày 3/4/2025"


def links(text):
    """Every typed link by number, or title; ``self`` is the text."""
    a = analyse(text + "\n")
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("điều chỉnh Kế hoạch sử dụng đất năm 2025 đã được UBND tỉnh phê duyệt tại", {("95/QĐ-UBND", "amends", "11/QĐ-UBND")}),
        ("về việc sửa đổi, bổ sung Quy hoạch rừng được phê duyệt kèm theo", {("95/QĐ-UBND", "amends", "11/QĐ-UBND")}),
        ("về việc gia hạn Dự án đường ven biển đã được phê duyệt tại", {("95/QĐ-UBND", "amends", "11/QĐ-UBND")}),
        ("giao kinh phí Đề án đã được UBND tỉnh phê duyệt tại", set()),
        ("về việc phê duyệt Đề án của Sở Xây dựng theo", set()),
    ],
)
def test_what_had_been_approved_is_adjusted(said, want):
    assert links(f"UBND tỉnh Nghệ An ban hành {B} {said} {A}.") == want


@pytest.mark.parametrize(
    ("behind", "both"),
    [
        ("Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023 của Ủy ban Thường vụ Quốc hội", True),
        ("Nghị quyết số 18/NQ-CP về đất đai", False),  # which may have been issued with it
    ],
)
def test_what_another_body_issued_is_carried_out_too(behind, both):
    got = links(f"Chính phủ ban hành Nghị quyết số 17/NQ-CP để triển khai Kết luận số 48-KL/TW ngày 30/01/2023 và {behind}.")
    assert len([x for x in got if x[:2] == ("17/NQ-CP", "implements")]) == 1 + both


def test_a_higher_body_is_carried_out_too():
    got = links("Kế hoạch số 12-KH/HU, ngày 28/11/2019 thực hiện Chỉ thị số 36-CT/TW và Kế hoạch số 57-KH/TU; Chỉ thị số 7-CT/HU.")
    assert got == {("12-KH/HU", "implements", "36-CT/TW"), ("12-KH/HU", "implements", "57-KH/TU")}


@pytest.mark.parametrize(
    ("lead", "got"),
    [
        ("Tại Quyết định số 22/2023/QĐ-UBND, UBND tỉnh Bắc Kạn bãi bỏ 02 quyết định do UBND tỉnh ban hành, gồm:", 2),
        ("Tại Quyết định số 22/2023/QĐ-UBND, UBND tỉnh Bắc Kạn bãi bỏ các quyết định sau đây:", 2),
        ("Tại Quyết định số 22/2023/QĐ-UBND, UBND tỉnh Bắc Kạn không bãi bỏ các quyết định sau đây:", 0),
    ],
)
def test_the_papers_of_a_list_behind_a_colon(lead, got):
    told = links(f"{lead} Quyết định số 5/2013/QĐ-UBND về nổ mìn; số 7/2015/QĐ-UBND về cây trồng.")
    assert len([x for x in told if x[:2] == ("22/2023/QĐ-UBND", "repeals")]) == got


@pytest.mark.parametrize(
    ("bracket", "want"),
    [
        ("(triển khai Nghị quyết số 39/2021/QH15)", {("26/QĐ-TTg", "implements", "39/2021/QH15")}),
        ("(để hướng dẫn Nghị định số 39/2021/NĐ-CP)", {("26/QĐ-TTg", "guides", "39/2021/NĐ-CP")}),
        ("(thực hiện theo Nghị quyết số 39/2021/QH15)", set()),
        ("(Quyết định đã thay thế Quyết định số 9/QĐ-TTg)", {("26/QĐ-TTg", "replaces", "9/QĐ-TTg")}),
        ("(đã được Quyết định số 9/2022/QĐ-TTg thay thế)", {("9/2022/QĐ-TTg", "replaces", "26/QĐ-TTg")}),
        ("(mức đất ở đã được sửa đổi tại Quyết định số 9/2022/QĐ-TTg)", {("9/2022/QĐ-TTg", "amends", "26/QĐ-TTg")}),
        ("(mức đất ở theo Quyết định số 9/2022/QĐ-TTg)", set()),
    ],
)
def test_what_a_bracket_tells_of_the_paper_before_it(bracket, want):
    assert links(f"Hạn mức được giao tại Quyết định số 26/QĐ-TTg ngày 09/3/2021 {bracket}.") == want


@pytest.mark.parametrize("name", ["", " (gọi tắt là Quyết định 42)", " (sau đây viết tắt là Quyết định số 42)"])
def test_a_short_name_does_not_part_a_paper_from_what_befell_it(name):
    text = f"Quyết định số 42/2021/QĐ-UBND ngày 18/10/2021 của UBND tỉnh Long An{name} đã bị bãi bỏ bởi Quyết định số 53/2024/QĐ-UBND."
    assert links(text) == {("53/2024/QĐ-UBND", "repeals", "42/2021/QĐ-UBND")}


def test_the_decree_is_amended_and_not_the_law_in_its_title():
    got = links("Nghị định số 26/2019/NĐ-CP quy định biện pháp thi hành Luật Thủy sản, đã được Nghị định số 37/2024/NĐ-CP sửa đổi.")
    assert ("37/2024/NĐ-CP", "amends", "26/2019/NĐ-CP") in got


GROUNDS = "UBND TỈNH PHÚ THỌ\nSố: 12/QĐ-UBND\nPhú Thọ, ngày 19 tháng 7 năm 2026\nQUYẾT ĐỊNH\nVề quy hoạch\n\n{}\n\nQUYẾT ĐỊNH:\nĐiều 1. A\n"


@pytest.mark.parametrize("aside", ["", " (kèm theo Báo cáo số 58/BC-SXD về kết quả thẩm định)"])
def test_two_proposals_of_two_bodies(aside):
    ask = f"Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 93/TTr-SXD{aside} và của UBND thành phố Việt Trì tại Tờ trình số 17/TTr-UBND,"
    assert {x[2] for x in links(GROUNDS.format(ask)) if x[1] == "basedOn"} >= {"93/TTr-SXD", "17/TTr-UBND"}


def test_a_line_may_end_behind_so_and_boi():
    text = "Căn cứ Luật Đầu tư công số\n58/2024/QH15, được sửa đổi, bổ sung một số điều bởi\nLuật số 90/2025/QH15;"
    assert links(GROUNDS.format(text)) == {
        ("self", "basedOn", "58/2024/QH15"),
        ("self", "basedOn", "90/2025/QH15"),
        ("90/2025/QH15", "amends", "58/2024/QH15"),
    }


@pytest.mark.parametrize("said", ["thay thế hai", "ra đời sẽ thay thế cho hai", "sẽ thay thế cho các"])
def test_a_count_before_the_type(said):
    known = "Thông tư số 22/2021/TT-BYT, Thông tư số 58/2011/TT-BYT và Thông tư số 26/2020/TT-BYT đều của Bộ Y tế."
    got = links(f"{known} Thông tư 22 {said} Thông tư 58 và 26.")
    assert got == {("22/2021/TT-BYT", "replaces", "58/2011/TT-BYT"), ("22/2021/TT-BYT", "replaces", "26/2020/TT-BYT")}


DECREE = "CHÍNH PHỦ\nSố: 12/2025/NĐ-CP\nHà Nội, ngày 14 tháng 1 năm 2025\nNGHỊ ĐỊNH\nvề phân bón\n\nĐiều 4. Hiệu lực thi hành\n"


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("2. Nghị định số 61/2012/NĐ-CP về phân bón hết hiệu lực toàn bộ.", True),
        ("2. Các quy định về kiểm tra tại Điều 5 Nghị định số 61/2012/NĐ-CP thôi áp dụng, các nội dung khác vẫn giữ nguyên.", True),
        ("2. Nghị định số 61/2012/NĐ-CP về phân bón chưa hết hiệu lực.", False),
    ],
)
def test_ends_without_a_day(said, ends):
    assert bool(links(DECREE + said)) == ends


def test_only_the_text_itself_takes_the_place_of_a_paper():
    head = "BAN TỔ CHỨC TRUNG ƯƠNG\nSố 29-HD/BTCTW\nHà Nội, ngày 14 tháng 8 năm 2023\nHƯỚNG DẪN\nvề quy hoạch cán bộ\n\n"
    text = "1. Hướng dẫn số 16-HD/BTCTW, ngày 15/02/2022 còn hiệu lực. Hướng dẫn này thay thế Công văn số 27-CV/BTCTW, ngày 23/5/2022."
    assert links(head + text) == {("self", "replaces", "27-CV/BTCTW")}


def test_a_plan_just_told_of_takes_the_place_of_a_paper():
    text = drafts.PLAN + "Tỉnh ủy đã ban hành Kế hoạch số 25-KH/TU ngày 05/01/2022. Kế hoạch này thay thế Kế hoạch số 10-KH/TU ngày 01/02/2020."
    assert drafts.said(text) == {("25-KH/TU", "replaces", "10-KH/TU")}
    text = drafts.PLAN + "Bãi bỏ khoản 3 Kế hoạch số 16/KH-UBND ngày 05/01/2022. Kế hoạch này thay thế Kế hoạch số 10/KH-UBND ngày 01/02/2020."
    assert ("self", "replaces", "10/KH-UBND") in drafts.said(text)


@pytest.mark.parametrize(("lead", "subjects"), [(" Theo đó:", {"03/2025/TT-BTC"}), (" Ngoài ra có:", set())])
def test_items_below_the_paper_that_does_it(lead, subjects):
    text = (
        "Chính sách mới tháng 02/2025\n\n3. Bãi bỏ văn bản\n\nTừ ngày 17/02/2025, Thông tư số 03/2025/TT-BTC ngày 02/01/2025 của Bộ Tài chính "
        f"có hiệu lực.{lead}\n\na) Bãi bỏ Thông tư số 19/2011/TT-BTC ngày 06/4/2011;\nb) Bãi bỏ Điều 2 Thông tư số 14/2018/TT-BTC ngày 29/10/2018.\n"
    )
    a = analyse(text)
    number = {d.id: d.number for d in a.documents} | {a.document.id: None}
    ended = {(number[r.subject], number[r.object]) for r in a.relations if r.predicate == "repeals" and number[r.subject]}
    assert {s for s, _ in ended} == subjects
    assert len(ended) == 2 * len(subjects)
