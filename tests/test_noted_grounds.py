"""Papers that stand in a note behind general words."""

import pytest

from kg.analyse import analyse

PLAN = "UBND TỈNH SƠN LA\nSố: 90/{}-UBND\nSơn La, ngày 5 tháng 8 năm 2022\n{}\nPhòng, chống thiên tai\n\n"
NOTE = "\n[1] Chỉ thị số 42-CT/TW ngày 24/3/2020 của Ban Bí thư.\n[2] Kế hoạch số 7/KH-UBND ngày 3/2/2021.\n"


def links(text, code="KH", name="KẾ HOẠCH"):
    a = analyse(PLAN.format(code, name) + text + "\n" + NOTE)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


OWN = {("self", "implements", "42-CT/TW")}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Thực hiện chỉ đạo của Ban Bí thư[1], UBND tỉnh ban hành Kế hoạch như sau:", OWN),
        ("Thực hiện chỉ đạo của Ban Bí thư về thiên tai[1],\n\nUBND tỉnh ban hành Kế hoạch như sau:", OWN),
        ("I. MỤC ĐÍCH, YÊU CẦU\n1. Triển khai chủ trương của Ban Bí thư về thiên tai[1]; nâng cao nhận thức.", OWN),
        ("II. NHIỆM VỤ\n1. Triển khai chủ trương của Ban Bí thư về thiên tai[1] tới các xã.", set()),
        ("Kế hoạch này đồng thời triển khai chủ trương của Ban Bí thư về thiên tai[1].", OWN),
        ("Kế hoạch này không bàn về chủ trương của Ban Bí thư[1].", set()),
        # the note tells of other things than papers
        ("I. MỤC ĐÍCH, YÊU CẦU\n1. Triển khai các mô hình điểm về thiên tai[1]; nâng cao nhận thức.", set()),
    ],
)
def test_a_plan_carries_them_out(text, want):
    assert links(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Tỉnh ban hành Kế hoạch số 5/KH-UBND để thực hiện chỉ đạo mới của Ban Bí thư[1].",
            {("5/KH-UBND", "implements", "42-CT/TW")},
        ),
        (
            "Thực hiện chủ trương của Ban Bí thư[1], UBND tỉnh đã ban hành Kế hoạch[2] và mở 05 lớp tập huấn.",
            {("7/KH-UBND", "implements", "42-CT/TW")},
        ),
        ("Thực hiện chủ trương của Ban Bí thư[1], UBND tỉnh đã mở 05 lớp tập huấn[2].", set()),
        ("Tỉnh đã sơ kết Kế hoạch số 5/KH-UBND để thực hiện chỉ đạo mới của Ban Bí thư[1].", set()),
    ],
)
def test_a_paper_that_is_told_carries_them_out(text, want):
    assert links(f"I. KẾT QUẢ\n{text}", "BC", "BÁO CÁO") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # each call has its own words: what is carried out, what the text rests on
        ("Thực hiện chủ trương của Ban Bí thư[1]; căn cứ các quy định của tỉnh[2], UBND tỉnh ban hành Kế hoạch như sau:",
         {("self", "implements", "42-CT/TW"), ("self", "basedOn", "7/KH-UBND")}),
        ("Thực hiện ý kiến chỉ đạo của Ban Bí thư[1], UBND tỉnh ban hành Kế hoạch như sau:", OWN),
        # a further paper behind the notes
        ("Thực hiện chủ trương của Ban Bí thư[1] và Công văn số 21/BNV-TL, UBND tỉnh ban hành Kế hoạch như sau:",
         OWN | {("self", "implements", "21/BNV-TL")}),
        # papers that others issued to carry one out carry out nothing else
        ("Để triển khai thực hiện Nghị quyết số 55-NQ/TW, tỉnh ban hành chương trình; xã ban hành 01 chỉ thị[1], kế hoạch[2].",
         {("self", "implements", "55-NQ/TW"), ("42-CT/TW", "implements", "55-NQ/TW"), ("7/KH-UBND", "implements", "55-NQ/TW")}),
    ],
)  # fmt: skip
def test_which_words_a_call_belongs_to(text, want):
    assert links(text) == want
