"""What a text says that it carries out itself."""

import pytest

from tests.drafts import said

RESOLUTION = (
    "TỈNH ỦY BẾN TRE\n*\nSố 19-NQ/TU\nBến Tre, ngày 5 tháng 12 năm 2022\n\nNGHỊ QUYẾT\nvề nông nghiệp\n\nI. TÌNH HÌNH\n"
    "Sản xuất phát triển, đời sống nâng lên. Tuy nhiên, còn yếu.\n\nII. MỤC TIÊU\n"
)
OF_CONGRESS = "Nghị quyết số 10-NQ/TU ngày 5/11/2020 của Đại hội đại biểu Đảng bộ tỉnh"


@pytest.mark.parametrize(
    ("behind", "done"),
    [
        ("Ban Chấp hành Đảng bộ tỉnh đề ra mục tiêu:\n1. Trồng 5 ha.", True),
        ("Tỉnh ủy xác định các nhiệm vụ sau:\n1. Trồng 5 ha.", True),
        ("Ban Chấp hành Đảng bộ tỉnh đã đạt nhiều kết quả.", False),
        ("nông dân trồng 5 ha.", False),
        ("Ban Thường vụ Tỉnh ủy đã xác định các nhiệm vụ trọng tâm; kết quả còn hạn chế.", False),
        ("UBND tỉnh chậm đề ra mục tiêu.", False),
    ],
)
def test_for_what_a_resolution_sets_its_aims(behind, done):
    links = said(f"{RESOLUTION}Thực hiện {OF_CONGRESS}, {behind}\n")
    assert links == ({("self", "implements", "10-NQ/TU")} if done else set())


@pytest.mark.parametrize("note", ["[1]", "(1)", "¹", ""])
@pytest.mark.parametrize("joint", [",", " và"])
def test_a_note_between_two_papers_that_are_carried_out(note, joint):
    head = "TỈNH ỦY BẾN TRE\n*\nSố 19-CTr/TU\nBến Tre, ngày 5 tháng 12 năm 2022\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nvề nông nghiệp\n\n"
    papers = f"Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương{note}{joint} Kế hoạch số 10-KH/TW ngày 05/9/2022"
    foot = f"\n{note} Về nông nghiệp, nông dân.\n" if note else ""
    got = said(f"{head}Thực hiện {papers} của Bộ Chính trị, Tỉnh ủy ban hành Chương trình hành động như sau:\nTrồng 5 ha.\n{foot}")
    assert got == {("self", "implements", "19-NQ/TW"), ("self", "implements", "10-KH/TW")}
