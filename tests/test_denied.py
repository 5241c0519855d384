"""Effects that a text names only to deny them."""

import pytest

from kg.analyse import analyse
from tests import drafts


@pytest.mark.parametrize(
    ("said", "replaces"),
    [
        ("Nhiều người cho rằng Thông tư số 9/2019/TT-BXD cũng bị Nghị định số 10/2021/NĐ-CP thay thế, điều đó không đúng.", False),
        ("Nhiều người hiểu nhầm Thông tư số 9/2019/TT-BXD bị Thông tư số 10/2021/TT-BXD thay thế, đó là sai.", False),
        ("Có ý kiến cho rằng Thông tư số 10/2021/TT-BXD thay thế Thông tư số 9/2019/TT-BXD; cách hiểu này không đúng.", False),
        ("Có ý kiến cho rằng Thông tư số 10/2021/TT-BXD thay thế Thông tư số 9/2019/TT-BXD; cách hiểu này là đúng.", True),
        ("Có ý kiến cho rằng Thông tư số 10/2021/TT-BXD thay thế Thông tư số 9/2019/TT-BXD. Đây là cách hiểu sai.", False),
        ("Có ý kiến cho rằng Thông tư số 10/2021/TT-BXD thay thế Thông tư số 9/2019/TT-BXD. Đây là cách hiểu đúng.", True),
        ("Xã nói Thông tư số 9/2019/TT-BXD bị Thông tư số 10/2021/TT-BXD thay thế. Như vậy có đúng không?", False),
        ("Xã nói Thông tư số 9/2019/TT-BXD bị Thông tư số 10/2021/TT-BXD thay thế. Như vậy có kịp không?", True),
        ("Bộ cho rằng Thông tư số 9/2019/TT-BXD bị thay thế bởi Thông tư số 10/2021/TT-BXD là đúng lúc.", True),
    ],
)
def test_a_belief_that_the_text_calls_wrong_is_no_effect(said, replaces):
    a = analyse(f"TÀI LIỆU TẬP HUẤN\n\n{said}\n")
    assert [r.predicate for r in a.relations if r.predicate != "cites"] == (["replaces"] if replaces else [])


@pytest.mark.parametrize(
    ("said", "repeals"),
    [
        ("Hỏi: Có phải Luật số 91/2025/QH15 đã bãi bỏ Nghị định số 13/2023/NĐ-CP không?", False),
        ("Hỏi: Tôi băn khoăn liệu Luật số 91/2025/QH15 đã bãi bỏ Nghị định số 13/2023/NĐ-CP hay chưa?", False),
        ("Đáp: Luật số 91/2025/QH15 đã bãi bỏ Nghị định số 13/2023/NĐ-CP.", True),
        ("Đáp: Có phải nộp lại hồ sơ. Luật số 91/2025/QH15 đã bãi bỏ Nghị định số 13/2023/NĐ-CP, anh biết không?", True),
    ],
)
def test_an_effect_that_is_asked_for(said, repeals):
    assert any(r.predicate == "repeals" for r in analyse(f"HỎI - ĐÁP\n{said}\n").relations) is repeals


@pytest.mark.parametrize(("lead", "replaces"), [("Đã in:", False), ("Điều 4 quy định:", True)])
def test_a_misprint_has_no_effect(lead, replaces):
    text = (
        "UBND TỈNH HÒA BÌNH\nSố: 12/UBND-NC\nHòa Bình, ngày 3 tháng 4 năm 2023\nV/v đính chính Quyết định số 1722/QĐ-UBND\nKính gửi: Các sở\n"
        f"3. Tại Điều 4 Quyết định số 1722/QĐ-UBND ngày 1/3/2023 của UBND tỉnh:\n- {lead} “Quyết định này thay thế Quyết định số 1086/QĐ-UBND ngày 09/6/2022”.\n"
    )
    assert any(r.predicate == "replaces" for r in analyse(text).relations) is replaces


def test_a_quotation_that_closed_before_the_effect():
    a = analyse("THÔNG TƯ\nĐiều 9. Hiệu lực\nThông tư này áp dụng cho đối tượng được ghi là “hộ nghèo” và thay thế Thông tư số 7/2019/TT-BTC.\n")
    assert any(r.predicate == "replaces" for r in a.relations)


@pytest.mark.parametrize(("said", "repeals"), [("có phải Luật số 91/2025/QH15", False), ("Luật số 91/2025/QH15", True)])
def test_an_effect_that_somebody_asked_about(said, repeals):
    a = analyse(f"TÀI LIỆU\n\nNhiều người hỏi tôi về việc {said} đã bãi bỏ Nghị định số 13/2023/NĐ-CP{'' if repeals else ' hay không'}.\n")
    assert any(r.predicate == "repeals" for r in a.relations) is repeals


@pytest.mark.parametrize(
    ("object_", "changes"),
    [
        ("Quyết định số 12/QĐ-TTg ngày 03/1/2020 của Thủ tướng Chính phủ", False),
        ("Quyết định số 12/QĐ-UBND ngày 03/1/2020 của Ủy ban nhân dân tỉnh", True),
        ("Quyết định số 12/QĐ-UBND ngày 03/1/2020 của Ủy ban nhân dân huyện Ea Kar", True),
    ],
)
def test_no_province_ends_what_the_centre_issued(object_, changes):
    assert bool(drafts.said(f"{drafts.DECISION}Điều 1. Bãi bỏ {object_}.\n")) == changes


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        ("Không có quy định nào cho biết", 0),
        ("Không văn bản nào nói", 0),
        ("Nhiều người lầm tưởng", 0),
        ("Trước đây không có quy định nào về việc này; nay", 1),
        ("Như đã biết,", 1),
    ],
)
def test_what_no_paper_says(lead, number):
    a = analyse(f"{lead} Nghị định số 151/2025/NĐ-CP thay thế Nghị định số 101/2024/NĐ-CP.")
    assert sum(r.predicate == "replaces" for r in a.relations) == number


@pytest.mark.parametrize(
    ("said", "repeals"),
    [
        ("; Sở khẳng định không có việc này.", 0),
        (". Sở bác bỏ thông tin này.", 0),
        (". Cách hiểu này không đúng.", 0),
        ("; Sở xác nhận có việc này.", 1),
        (". Sở không có ý kiến gì khác.", 1),
    ],
)
def test_an_opinion_denied_right_behind(said, repeals):
    opinion = "Có ý kiến cho rằng Quyết định số 45/QĐ-UBND đã bãi bỏ danh mục của Quyết định số 12/QĐ-UBND"
    a = analyse(drafts.REPORT + opinion + said + "\n")
    assert sum(r.predicate == "repeals" for r in a.relations) == repeals
