"""Papers of notes, of annexes and of tables."""

import pytest

from kg.analyse import analyse
from tests import drafts

REPORT = "HUYỆN ỦY MAI SƠN\nSố 15-BC/HU\n\nBÁO CÁO\nkết quả 6 tháng\n\nI. CÔNG TÁC CHỈ ĐẠO\n"
NOTES = "\n\n[1] Kế hoạch số 7-KH/HU, ngày 3/2/2021; Quyết định số 8/QĐ-UBND ngày 4/3/2021.\n"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(names[r.subject], r.predicate, names[r.object], r.strength) for r in a.relations if r.predicate != "cites"}


def both(predicate, number):
    return {("7-KH/HU", predicate, number, "footnote"), ("8/QĐ-UBND", predicate, number, "footnote")}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Huyện đã ban hành 02 văn bản[1] triển khai Chỉ thị số 40-CT/TW.", both("implements", "40-CT/TW")),
        ("Huyện đã ban hành 02 văn bản[1] và họp bàn về Chỉ thị số 40-CT/TW.", set()),
        ("Để thực hiện Chỉ thị số 40-CT/TW, HĐND huyện đã thông qua hai nghị quyết về vốn[1].", both("implements", "40-CT/TW")),
        ("Huyện đã ban hành 02 văn bản hướng dẫn thực hiện Chỉ thị số 40-CT/TW[1].", both("guides", "40-CT/TW")),
        ("Sau 5 năm thực hiện Chỉ thị số 40-CT/TW, số hộ nghèo giảm; huyện đã ban hành một số văn bản[1].", set()),
        # a board that is set up is no paper
        ("Huyện đã thực hiện Chỉ thị số 40-CT/TW; kiện toàn Ban Chỉ đạo huyện[1].", set()),
    ],
)
def test_what_papers_of_a_note_carry_out(text, want):
    assert links(REPORT + text + NOTES) == want


ANNEXES = (
    "UBND TỈNH LÀO CAI\nSố: 41/2025/QĐ-UBND\nLào Cai, ngày 17 tháng 11 năm 2025\n\nQUYẾT ĐỊNH\nBãi bỏ văn bản\n\n"
    "Điều 1. Bãi bỏ văn bản\nBãi bỏ toàn bộ 01 văn bản tại Phụ lục I{}.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\n"
    "Phụ lục I\nDANH MỤC BÃI BỎ TOÀN BỘ\n\nTT | Tên văn bản\n1 | Quyết định số 34/2018/QĐ-UBND ngày 28/12/2018 về nổ mìn\n\n"
    "Phụ lục II\nDANH MỤC KHÁC\n\nTT | Tên văn bản\n1 | Quyết định số 19/2022/QĐ-UBND ngày 20/5/2022 về rác thải\n"
)


@pytest.mark.parametrize(
    ("more", "ended"),
    [
        ("", {"34/2018/QĐ-UBND"}),
        (" và một phần 01 quyết định tại Phụ lục II", {"34/2018/QĐ-UBND", "19/2022/QĐ-UBND"}),
    ],
)
def test_every_annex_that_the_article_names(more, ended):
    assert {x[2] for x in links(ANNEXES.format(more)) if x[1] == "repeals"} == ended


@pytest.mark.parametrize(("lead", "ended"), [("Bãi bỏ các văn bản sau đây:", 2), ("Áp dụng các văn bản sau đây:", 0)])
def test_a_row_whose_type_has_a_cell_of_its_own(lead, ended):
    text = (
        f"BỘ TÀI CHÍNH\nSố: 5/2025/TT-BTC\n\nTHÔNG TƯ\nVề văn bản\n\nĐiều 1. Văn bản\n{lead}\n\n"
        "STT | Loại | Số, ký hiệu | Ngày\n1 | Quyết định | 12/2002/QĐ-BTC | 21/11/2002\n2 | Thông tư | 13/2010/TT-BTC | 20/5/2010\n"
    )
    assert len([x for x in links(text) if x[1] == "repeals"]) == ended


@pytest.mark.parametrize(("call", "note"), [("[1]", "[1]"), ("(1)", "(1)"), ("¹", "¹")])
def test_papers_of_a_note_whatever_its_mark(call, note):
    text = f"UBND tỉnh đã ban hành 03 văn bản{call} triển khai Quyết định số 15/QĐ-TTg ngày 01/2/2020.\n\n{note} Kế hoạch số 12/KH-UBND ngày 01/3/2020."
    assert drafts.said(drafts.REPORT + text) == {("12/KH-UBND", "implements", "15/QĐ-TTg")}


def test_a_note_of_a_further_clause():
    text = (
        "UBND tỉnh đã ban hành kế hoạch triển khai Quyết định số 06/QĐ-TTg ngày 06/01/2022[1]; 03 văn bản đôn đốc[2].\n\n"
        "[1] Kế hoạch số 19/KH-UBND ngày 03/02/2023.\n[2] Công văn số 15/UBND-TH ngày 24/3/2023.\n"
    )
    assert drafts.said(drafts.REPORT + text) == {("19/KH-UBND", "implements", "06/QĐ-TTg")}


@pytest.mark.parametrize(
    ("who", "links_"),
    [
        ("và chỉ đạo của Tỉnh ủy, Ban Thường vụ Tỉnh ủy[1]", set()),
        ("về giáo dục, Đảng ủy ban hành kế hoạch[1]", {("26-KH/ĐU", "implements", "71-NQ/TW")}),
    ],
)
def test_orders_of_others_beside_what_is_carried_out(who, links_):
    text = f"{drafts.REPORT}I. KẾT QUẢ\nNăm qua, thực hiện Nghị quyết số 71-NQ/TW {who}, các xã đã làm.\n\n[1] Kế hoạch số 26-KH/ĐU ngày 24/10/2024.\n"
    assert drafts.said(text) == links_


@pytest.mark.parametrize(
    ("content", "scope", "provisions"),
    [("Nội dung hết hiệu lực: khoản 2 Điều 2\n", "partial", [{"dieu": "2", "khoan": "2"}]), ("Đã áp dụng từ lâu\n", None, [])],
)
def test_the_reason_on_the_last_line_of_a_row(content, scope, provisions):
    rows = f" 1     Thông tư số 12/2021/TT-BXD\n       ngày 31/8/2021 ban hành định mức xây dựng\n       {content}"
    text = f"DANH MỤC\nVĂN BẢN HẾT HIỆU LỰC\n\n{rows}       Lý do: được sửa đổi bởi Điều 1 Thông tư số 09/2024/TT-\n       BXD ngày 30/8/2024\n"
    (link,) = [r for r in analyse(text).relations if r.predicate != "cites"]
    assert (link.predicate, link.scope, [p.as_dict() for p in link.provisions]) == ("amends", scope, provisions)
    assert "09-2024" in link.subject
    assert "12-2021" in link.object


@pytest.mark.parametrize(("row", "number"), [("2. Quy định về khen thưởng.\n", 0), ("2   Quy định về khen thưởng\n", 0), ("", 1)])
def test_the_reason_of_a_row_that_names_no_paper(row, number):
    text = f"DANH MỤC\n1. Quyết định số 12/2020/QĐ-UBND ngày 3/4/2020.\n{row}Lý do: bị thay thế bởi Quyết định số 15/2023/QĐ-UBND ngày 4/5/2023.\n"
    assert sum(r.predicate == "replaces" for r in analyse(text).relations) == number


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("1. CÁC VĂN BẢN ĐÃ BAN HÀNH ĐỂ THỰC HIỆN CHỈ THỊ SỐ 26-CT/TW", True),
        ("2.1. Văn bản của huyện triển khai Chỉ thị số 26-CT/TW", True),
        ("1. KẾT QUẢ THỰC HIỆN CHỈ THỊ SỐ 26-CT/TW", False),
        ("1. Những văn bản cần sửa đổi để thực hiện Chỉ thị số 26-CT/TW", False),
        ("1. Văn bản triển khai Chỉ thị số 26-CT/TW ngày càng nhiều", False),
    ],
)
def test_a_heading_that_says_what_its_list_carries_out(line, is_told):
    text = f"{REPORT}\n{line}\n- Kế hoạch số 7-KH/HU, ngày 3/2/2021;\n- Quyết định số 8/QĐ-UBND ngày 4/3/2021.\n"
    got = {x[:3] for x in links(text)}
    assert got == ({(n, "implements", "26-CT/TW") for n in ("7-KH/HU", "8/QĐ-UBND")} if is_told else set())


@pytest.mark.parametrize(
    ("below", "links_"),
    [
        ("- nay được thay thế bằng Quyết định số 40/2024/QĐ-UBND\nngày 3/4/2024.", {"40/2024/QĐ-UBND replaces 7/2015/QĐ-UBND"}),
        ("(Đã bị bãi bỏ bởi Quyết định số 40/2024/QĐ-UBND)", {"40/2024/QĐ-UBND repeals 7/2015/QĐ-UBND"}),
        ("+ được sửa đổi, bổ sung tại Quyết định số 40/2024/QĐ-UBND", {"40/2024/QĐ-UBND amends 7/2015/QĐ-UBND"}),
        ("- nay được thay thế bằng Luật số 40/2024/QH15", set()),  # no law takes the place of a decision
        ("- chưa được thay thế bằng Quyết định số 40/2024/QĐ-UBND", set()),
        ("- đề nghị được thay thế bằng Quyết định số 40/2024/QĐ-UBND", set()),
        ("- được thay thế bằng Quyết định số 40/2024/QĐ-UBND nếu HĐND đồng ý", set()),
        ("(được thay thế bằng Quyết định số 40/2024/QĐ-UBND nếu HĐND đồng ý)", set()),
        ("2. Nghị quyết của HĐND\n- nay được thay thế bằng Quyết định số 40/2024/QĐ-UBND", set()),  # another row's
    ],
)
def test_a_line_below_a_row_tells_what_became_of_its_paper(below, links_):
    row = "I. VĂN BẢN HẾT HIỆU LỰC\n1. Quyết định số 7/2015/QĐ-UBND\nngày 9/6/2015 của UBND tỉnh\nban hành Quy định về chợ\n"
    assert drafts.told(drafts.DECISION + row + below + "\n") == links_


def test_notes_below_a_list_are_no_items():
    text = (
        f"{REPORT}\nCác thông tư hướng dẫn Nghị định số 5/2025/NĐ-CP đã ban hành:\n\n"
        "a) Thông tư số 1/2025/TT-BNV ngày 17/1/2025 (2);\nb) Thông tư số 7/2025/TT-BTC ngày 24/1/2025 (3).\n\n"
        "(2) Bộ Nội vụ đang bàn với các bộ về Thông tư số 2/2025/TT-BNV ngày 4/4/2025.\n"
    )
    got = {x[:3] for x in links(text)}
    assert got == {(n, "guides", "5/2025/NĐ-CP") for n in ("1/2025/TT-BNV", "7/2025/TT-BTC")}
