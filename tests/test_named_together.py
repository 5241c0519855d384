"""What is said of several papers at once: "cả hai nghị định trên"."""

from __future__ import annotations

import pytest

from tests.drafts import DECISION, REPORT, said

A = "Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 của Chính phủ"
B = "Nghị định số 113/2018/NĐ-CP ngày 31/12/2018 của Chính phủ"
C = "Nghị định số 29/2023/NĐ-CP ngày 03/6/2023 của Chính phủ"
BOTH = {("29/2023/NĐ-CP", "replaces", "108/2014/NĐ-CP"), ("29/2023/NĐ-CP", "replaces", "113/2018/NĐ-CP")}
ENDED = {(a, "repeals", b) for a, _, b in BOTH}
CHANGED = {(a, "amends", b) for a, _, b in BOTH}
FIRST = {("113/2018/NĐ-CP", "amends", "108/2014/NĐ-CP")}


@pytest.mark.parametrize(
    ("words", "links"),
    [
        (f"Trước đây áp dụng {A} và {B}. Cả hai được thay thế bởi {C}.", BOTH),
        (f"Trước đây áp dụng {A} và {B}. Nay hai văn bản ấy đã được thay thế bởi {C} nên phải rà soát.", BOTH),
        (f"Trước đây áp dụng {A} và {B}. Ngày 03/6/2023, Chính phủ ban hành {C} thay thế hai Nghị định nêu trên.", BOTH),
        (f"Áp dụng {A}; {B}. {C} có hiệu lực từ ngày 20/7/2023, thay thế cả hai nghị định trên.", BOTH),
        (f"Trước đây áp dụng {A}, {B}. Cả hai nghị định hết hiệu lực theo {C}.", ENDED),
        (f"Trước đây áp dụng {A}, được sửa đổi bởi {B}; cả hai nay đều bị thay thế bởi {C}.", BOTH | FIRST),
        (f"Áp dụng {A} và {B} (cả hai nghị định đã được thay thế bởi {C}).", BOTH),
        (f"Việc áp dụng {A} và {B} không được chấp nhận, vì cả hai nghị định này đã bị {C} bãi bỏ.", ENDED),
        (f"Chi theo {A}; {B} (cả hai được sửa đổi, bổ sung bởi {C});", CHANGED),
        (f"{A}, {B} đều bị {C} thay thế.", BOTH),
        (f"Từ ngày 20/7/2023, {A} và {B} đều được thay thế bởi {C}.", BOTH),
        (f"{C} đã thay thế cả {A} lẫn {B}.", BOTH),
        (f"{C} thay thế đồng thời {A} và {B}.", BOTH),
    ],
)
def test_one_act_on_several_papers(words, links):
    assert said(REPORT + words + "\n") == links


def test_each_of_several_has_its_own():
    words = f"Áp dụng {A}; {B}. Hai nghị định này lần lượt được sửa đổi, bổ sung một số điều bởi Nghị định số 124/2021/NĐ-CP và "
    got = said(f"{REPORT}{words}Nghị định số 123/2021/NĐ-CP, cùng ngày 28/12/2021.\n")
    assert got == {
        ("124/2021/NĐ-CP", "amends", "108/2014/NĐ-CP"),
        ("123/2021/NĐ-CP", "amends", "113/2018/NĐ-CP"),
    }


def test_the_text_itself_acts_on_several():
    old = "Quyết định số 12/2019/QĐ-UBND ngày 05/3/2019 và Quyết định số 15/2020/QĐ-UBND ngày 06/4/2020 của UBND tỉnh"
    got = said(f"{DECISION}Điều 1. Trước đây đã ban hành {old}. Quyết định này thay thế hai Quyết định nêu trên.\n")
    assert got == {("self", "replaces", "12/2019/QĐ-UBND"), ("self", "replaces", "15/2020/QĐ-UBND")}


@pytest.mark.parametrize(
    "words",
    [
        # three of them: which two is open
        f"Áp dụng {A}, {B} và Nghị định số 143/2020/NĐ-CP ngày 10/12/2020 của Chính phủ. Cả hai được thay thế bởi {C}.",
        f"Áp dụng {A}. Cả hai được thay thế bởi {C}.",
        f"Áp dụng {A} và {B}. Đề nghị Chính phủ ban hành Nghị định thay thế cả hai nghị định trên.",
        f"Áp dụng {A} và {B}. {C} không thay thế hai nghị định này.",
        f"Áp dụng {A} và {B}. Hai nghị định này được áp dụng theo {C}.",
        f"Áp dụng Thông tư số 12/2015/TT-BTC và Thông tư số 15/2016/TT-BTC. Cả hai được thay thế bởi {C}.",
        # none ends what came after it
        f"Áp dụng {B} và {C}. Cả hai được thay thế bởi {A}.",
    ],
)
def test_what_is_open_or_not_done_makes_no_link(words):
    assert said(REPORT + words + "\n") == set()


def test_one_of_a_list_suffers_alone():
    got = said(f"{REPORT}Trước đây áp dụng {A} và {B} được thay thế bởi {C}.\n")
    assert got == {("29/2023/NĐ-CP", "replaces", "113/2018/NĐ-CP")}
