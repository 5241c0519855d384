"""What the words before the call of a note say of the papers in it."""

from __future__ import annotations

import pytest

from tests import drafts

A, B = "Nghị định số 36/2016/NĐ-CP ngày 15/5/2016 của Chính phủ", "Nghị định số 9/2010/NĐ-CP ngày 8/2/2010"
C = "Nghị định số 9/2025/NĐ-CP ngày 8/2/2025"
REPLACES = {("36/2016/NĐ-CP", "replaces", "9/2010/NĐ-CP")}


def noted(clause: str, note: str) -> set[tuple[str | None, str, str | None]]:
    return drafts.said(f"{drafts.REPORT}{clause}\n\n[1] {note}.\n")


@pytest.mark.parametrize(
    ("clause", "links"),
    [
        (f"Theo {A}, thay thế nghị định trước đây[1].", REPLACES),
        (f"Theo {A} về rác thải, thay thế nghị định của giai đoạn trước[1].", REPLACES),
        (f"Theo {A}, không thay thế nghị định trước đây[1].", set()),
        (f"Theo {A}; Bộ đề nghị thay thế nghị định trước đây[1].", set()),
        (f"Theo {A}, thay thế cán bộ trước đây[1].", set()),
    ],
)
def test_what_a_paper_took_the_place_of(clause, links):
    assert noted(clause, B) == links


@pytest.mark.parametrize(
    ("clause", "note", "links"),
    [
        ("Luật Thủ đô số 39/2024/QH15 đã được Chính phủ quy định chi tiết[1].", C, {("9/2025/NĐ-CP", "guides", "39/2024/QH15")}),
        ("Luật Thủ đô số 39/2024/QH15 được sửa đổi năm 2025[1].", "Luật số 9/2025/QH15", {("9/2025/QH15", "amends", "39/2024/QH15")}),
        ("Luật Thủ đô số 39/2024/QH15 có hiệu lực và đã được Chính phủ quy định chi tiết[1].", C, {("9/2025/NĐ-CP", "guides", "39/2024/QH15")}),
        ("Luật Thủ đô số 39/2024/QH15 chưa được quy định chi tiết[1].", C, set()),
        ("Luật Thủ đô số 39/2024/QH15 được sửa đổi năm 2025[1].", C, set()),  # no decree amends a law
        ("Luật Thủ đô số 39/2024/QH15 được Quốc hội quan tâm[1].", C, set()),
    ],
)  # fmt: skip
def test_what_befell_a_paper(clause, note, links):
    assert noted(clause, note) == links


@pytest.mark.parametrize(
    ("clause", "links"),
    [
        ("Bám sát kế hoạch của tỉnh triển khai thực hiện Quyết định số 12/QĐ-TTg[1].", {("8/KH-UBND", "implements", "12/QĐ-TTg")}),
        ("Bám sát công văn của tỉnh triển khai thực hiện Quyết định số 12/QĐ-TTg[1].", set()),
        ("Bám sát kế hoạch của tỉnh và Quyết định số 12/QĐ-TTg[1].", set()),
    ],
)
def test_a_paper_for_carrying_out_another(clause, links):
    assert noted(clause, "Kế hoạch số 8/KH-UBND ngày 05/01/2024") == links


def test_a_proposal_in_a_note_is_a_ground():
    head = "TỈNH ỦY SƠN LA\nSố 15-KL/TU\nSơn La, ngày 5 tháng 8 năm 2022\nKẾT LUẬN\nvề chuyển đổi số\n\n"
    text = head + "{} đề nghị của Ban cán sự đảng Ủy ban nhân dân tỉnh[1], Ban Thường vụ Tỉnh ủy kết luận:\n\n1. Làm.\n\n[1] Tờ trình số 145-TTr/BCSĐ ngày 03/6/2022.\n"
    assert drafts.said(text.format("Xét")) == {("self", "basedOn", "145-TTr/BCSĐ")}
    assert drafts.said(text.format("Không có")) == set()


PLAN = "Kế hoạch số 73/KH-UBND ngày 5/9/2018"
CARRIES = ("73/KH-UBND", "implements", "36/2016/NĐ-CP")


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        (f"UBND tỉnh đã ban hành {PLAN} để thực hiện", True),
        (f"Tỉnh có {PLAN} của UBND tỉnh nhằm triển khai thực hiện", True),
        (f"UBND tỉnh chưa thực hiện {PLAN}", False),
        (f"Xem {PLAN} để thực hiện", False),
    ],
)
def test_a_paper_issued_to_carry_out_the_caller(note, is_told):
    assert (CARRIES in noted(f"- {A} về rác thải[1];", note)) is is_told


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        (f"{A} về rác thải; tỉnh triển khai tại {PLAN}", True),
        (f"{A}; huyện đã cụ thể hóa bằng {PLAN}", True),
        (f"{A}; tỉnh có {PLAN}", False),
        (f"{A}; {PLAN}", False),
    ],
)
def test_a_note_that_says_what_carried_its_paper_out(note, is_told):
    assert (CARRIES in noted("Theo quy định của Chính phủ[1], rác phải thu gom.", note)) is is_told
