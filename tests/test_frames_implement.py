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


DIRECTIVE = "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 19/CT-UBND\nBến Tre, ngày 5 tháng 12 năm 2022\n\nCHỈ THỊ\nVề phòng cháy rừng\n\n"
FIRE = "Nghị định số 7/2020/NĐ-CP ngày 5/11/2020 của Chính phủ"


@pytest.mark.parametrize(
    ("before", "behind", "done"),
    [
        ("Thực hiện", "UBND tỉnh yêu cầu các sở, huyện:", True),
        ("Trong bối cảnh nắng nóng kéo dài, thực hiện", "Chủ tịch UBND tỉnh yêu cầu:", True),
        ("Để tiếp tục phát huy kết quả, thực hiện", "UBND tỉnh yêu cầu:", True),
        ("Nhằm hạn chế cháy rừng và thực hiện", "UBND tỉnh yêu cầu:", True),
        # what others did, how things went
        ("Thực hiện", "các sở, các huyện đã có nhiều cố gắng.", False),
        ("Thực hiện", "thời gian qua công tác trực cháy đã được quan tâm.", False),
        ("Thực hiện", "nhiều địa phương chưa lập phương án.", False),
        ("Trong thời gian qua, thực hiện", "các xã đã trực cháy.", False),
    ],
)
def test_what_a_directive_carries_out(before, behind, done):
    got = said(f"{DIRECTIVE}{before} {FIRE}, {behind}\n")
    assert got == ({("self", "implements", "7/2020/NĐ-CP")} if done else set())


@pytest.mark.parametrize(
    ("first", "done"),
    [
        ("nhiệm vụ được giao tại", True),
        ("các giải pháp nêu trong", True),
        ("chức năng theo quy định tại", False),
    ],
)
@pytest.mark.parametrize("joint", ["; ", " và ", ", "])
def test_the_list_of_what_holds_the_tasks(first, joint, done):
    got = said(f"{DIRECTIVE}Thực hiện {first} {FIRE}{joint}Quyết định số 8/QĐ-TTg ngày 2/1/2021, UBND tỉnh yêu cầu:\n")
    assert (("self", "implements", "8/QĐ-TTg") in got) is done


@pytest.mark.parametrize(("second", "done"), [("Chương trình", True), ("phụ lục", False)])
def test_two_programmes_that_decisions_brought(second, done):
    got = said(
        f"{DIRECTIVE}Thực hiện Kế hoạch trồng rừng (ban hành kèm theo Quyết định số 3/QĐ-TTg ngày 1/2/2020) và {second} công "
        "tác năm 2022 (ban hành kèm theo Quyết định số 5/QĐ-TTg ngày 3/4/2022), UBND tỉnh yêu cầu:\n"
    )
    assert got == {("self", "implements", "3/QĐ-TTg")} | ({("self", "implements", "5/QĐ-TTg")} if done else set())


@pytest.mark.parametrize(
    ("joint", "predicate"),
    [(' "Về thi đua" và ', "implements"), (" và ", "implements"), ("; căn cứ ", "basedOn")],
)
def test_what_is_carried_out_behind_the_grounds(joint, predicate):
    got = said(
        f"{DIRECTIVE}Căn cứ Luật Lâm nghiệp; thực hiện Kế hoạch số 4-KH/TU ngày 2/3/2022 của Tỉnh ủy{joint}Hướng dẫn số "
        "6-HD/TU ngày 4/5/2022, UBND tỉnh yêu cầu:\n"
    )
    assert {x for x in got if x[2] == "6-HD/TU"} == {("self", predicate, "6-HD/TU")}


@pytest.mark.parametrize(
    ("second", "done"),
    [
        ("Công điện số 9/CĐ-TTg ngày 4/3/2022", True),
        ("Báo cáo số 9/BC-SNV ngày 4/3/2022 của Sở Nội vụ", False),
        ("Tờ trình số 9/TTr-SNV ngày 4/3/2022 của Sở Nội vụ", False),
        ("Quyết định số 9/QĐ-TTg ngày 4/3/2022 chưa được các huyện triển khai", False),
    ],
)
def test_what_was_asked_or_reported_is_no_order(second, done):
    got = said(f"{DIRECTIVE}Thực hiện chỉ đạo nêu tại Công văn số 5/TTg-NN ngày 3/3/2022 và {second}, UBND tỉnh yêu cầu:\n")
    assert any(x[1] == "implements" and x[2].startswith("9/") for x in got) is done


@pytest.mark.parametrize(
    ("how", "done"),
    [(" tại các huyện còn chậm", False), (" của Chính phủ còn hình thức", False), (" chưa nghiêm", False), (" của Chính phủ", True),
     (" về các việc còn lại", True)],
)  # fmt: skip
def test_how_a_paper_is_carried_out_is_no_order(how, done):
    got = said(f"{DIRECTIVE}Từ kết quả kiểm tra, thực hiện Nghị định số 7/2020/NĐ-CP ngày 1/2/2020{how}, UBND tỉnh yêu cầu:\n")
    assert (("self", "implements", "7/2020/NĐ-CP") in got) is done


def test_others_may_be_told_what_to_do():
    letter = DIRECTIVE.replace("CHỈ THỊ\nVề phòng cháy rừng\n\n", "V/v báo cáo\n\nKính gửi: Các đơn vị\n\n").replace("CT-UBND", "UBND-NC")
    got = said(f"{letter}Thực hiện Công văn số 5/BYT-KCB ngày 1/2/2022 của Bộ Y tế, các đơn vị chưa gửi báo cáo khẩn trương gửi về Sở.\n")
    assert got == {("self", "implements", "5/BYT-KCB")}
