"""Items that amend provisions of the act that their article names."""

import pytest

from kg.analyse import analyse

DECREE = (
    "CHÍNH PHỦ\nSố: 7/2025/NĐ-CP\nHà Nội, ngày 09 tháng 01 năm 2025\n\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số nghị định về hộ tịch\n\n"
    "Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;\nChính phủ ban hành Nghị định sửa đổi một số nghị định.\n\n"
)
HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ về hộ tịch\n"


def effects(text):
    """What the text does to each act: predicate → provisions."""
    a = analyse(text)
    number = {d.id: d.number for d in a.documents}
    return {
        (r.predicate, number[r.object]): [" ".join(f"{k[0]}{v}" for k, v in p.as_dict().items()) for p in r.provisions]
        for r in a.relations
        if r.subject == a.document.id and r.predicate in ("amends", "replaces", "repeals")
    }


ACT = "123/2015/NĐ-CP"
CASES = {
    "what is changed, what is put in, what ends": (
        HEAD + "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Người dân nộp hồ sơ.”\n2. Bổ sung khoản 5 vào sau khoản 4 Điều 22 như sau:\n"
        "“5. Việc này theo Điều 2 Nghị định này.”\n3. Bãi bỏ khoản 3 Điều 9; Điều 10.\n",
        {("amends", ACT): ["d2 k1", "d22 k5"], ("repeals", ACT): ["d9 k3", "d10"]},
    ),
    "words at a place are changed, whatever the verb": (
        HEAD.replace("Sửa đổi, bổ sung một số điều", "Thay thế, bãi bỏ một số cụm từ, điểm, khoản")
        + "1. Thay thế cụm từ “thẻ cũ; mẫu” bằng cụm từ “thẻ mới” tại điểm b khoản 1 Điều 24 và khoản 1 Điều 36.\n2. Bãi bỏ cụm từ “cấp huyện” tại Điều 4.\n"
        "3. Bãi bỏ khoản 4 Điều 43.\n4. Thay thế Phụ lục II.\n",
        {("amends", ACT): ["d24 k1 db", "d36 k1", "d4"], ("repeals", ACT): ["d43 k4"], ("replaces", ACT): ["pii"]},
    ),
    "another annex amends the act that the head amends": (
        HEAD + "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Nộp.”\n2. Thay thế Phụ lục IV bằng Phụ lục kèm theo Nghị định này.\n3. Thay thế Phụ lục V ban hành "
        "kèm theo Nghị định số 123/2015/NĐ-CP bằng Phụ lục I.\n4. Bãi bỏ Phụ lục VI.\n",
        {("amends", ACT): ["d2 k1", "piv"], ("replaces", ACT): ["pv"], ("repeals", ACT): ["pvi"]},
    ),
    "words of the place, and what they are now": (
        HEAD + "1. Điều chỉnh khoản 1 Điều 2 như sau:\n“1. Nộp.”\n2. Khoản 3 Điều 7 quy định “10 ngày”, nay sửa đổi thành “15 ngày”.\n"
        "3. Khoản 4 Điều 7 quy định “10 ngày”, nay giữ nguyên.\n",
        {("amends", ACT): ["d2 k1", "d7 k3"]},
    ),
    "a head without \"một số điều\", items in the passive": (
        HEAD.replace("một số điều của ", "") + "1. Khoản 1 Điều 17 được sửa đổi như sau:\n“1. Nộp tại xã.”\n2. Bãi bỏ điểm c khoản 2 Điều 18.\n"
        "3. Điều 20 được thay thế bởi Điều 3 của Nghị định này.\n",
        {("amends", ACT): ["d17 k1"], ("repeals", ACT): ["d18 k2 dc"]},
    ),
    "a repeal of the whole act is not narrowed by what follows it": (
        "Điều 1. Bãi bỏ Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ về hộ tịch\n1. Bãi bỏ Điều 3.\n",
        {("repeals", ACT): []},
    ),
    "letters below a figure": (
        HEAD + "1. Sửa đổi, bổ sung một số khoản của Điều 5 như sau:\na) Sửa đổi khoản 2 như sau:\n“2. Nộp tại xã.”\nb) Bãi bỏ khoản 3.\n"
        "2. Bãi bỏ một số khoản như sau:\na) Khoản 8 Điều 7.\nb) Bãi bỏ khoản 9 Điều 7.\n",
        {("amends", ACT): ["d5 k2"], ("repeals", ACT): ["d5 k3", "d7 k8", "d7 k9"]},
    ),
    "new wording in quotes says nothing of provisions": (
        HEAD + "1. Sửa đổi Điều 6 như sau:\n“Điều 6. Hồ sơ\n1. Bãi bỏ khoản 1 Điều 40.\na) Sửa đổi khoản 2 Điều 41.\n2. Nộp “bản sao”.”\n2. Sửa đổi Điều 8 như sau:\n",
        {("amends", ACT): ["d6", "d8"]},
    ),
    "an item that names an act speaks for itself": (
        HEAD + "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Nộp.”\n2. Bãi bỏ khoản 3 Điều 5 Nghị định số 16/2020/NĐ-CP.\n",
        {("amends", ACT): ["d2 k1"], ("repeals", "16/2020/NĐ-CP"): ["d5 k3"]},
    ),
    "the next article is about another matter": (
        HEAD + "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Nộp.”\nĐiều 2. Hiệu lực\n1. Nghị định này có hiệu lực từ ngày ký.\n2. Bãi bỏ khoản 7 Điều 8.\n",
        {("amends", ACT): ["d2 k1"]},
    ),
    "one of several acts that an article amends, each in a figure": (
        "Điều 5. Sửa đổi các nghị định\n1. Sửa đổi, bổ sung một số điều của Nghị định số 123/2015/NĐ-CP:\na) Sửa đổi khoản 1 Điều 2 như sau:\n“1. Nộp.”\nb) Bãi bỏ Điều 3.\n"
        "2. Bãi bỏ một số điều của Nghị định số 16/2020/NĐ-CP:\na) Bãi bỏ Điều 4;\nb) Bãi bỏ khoản 1 Điều 5.\n3. Bãi bỏ khoản 8 Điều 9.\n",
        {("amends", ACT): ["d2 k1"], ("repeals", ACT): ["d3"], ("repeals", "16/2020/NĐ-CP"): ["d4", "d5 k1"]},
    ),
    "an article that names its provisions": (
        HEAD.replace("một số điều", "khoản 2 Điều 4") + "1. Bãi bỏ khoản 3 Điều 9.\n",
        {("amends", ACT): ["d4 k2"]},
    ),
    "a task of somebody is no item": (
        HEAD + "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Nộp.”\n2. Bộ trưởng trình Chính phủ bãi bỏ khoản 3 Điều 9.\n3. Bãi bỏ khoản 3.\n",
        {("amends", ACT): ["d2 k1"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_items_name_provisions_of_the_act_above_them(case):
    text, want = CASES[case]
    assert effects(DECREE + text) == want


def test_effects_of_items_are_partial():
    a = analyse(DECREE + CASES["what is changed, what is put in, what ends"][0])
    assert {r.scope for r in a.relations if r.predicate in ("amends", "repeals")} == {"partial"}
    assert {r.evidence.cue for r in a.relations if r.predicate == "repeals"} == {"Bãi bỏ"}


@pytest.mark.parametrize(
    ("items", "want"),
    [
        ("1. Tại khoản 2 Điều 8, in là: “Thông tư số 5/2018/TT-BYT”, nay đính chính lại là: “Thông tư số 6/2018/TT-BYT”.\n"
         "2. Tại Phụ lục II, dòng thứ 7, “20” đính chính thành “30”.\n", ["d8 k2", "pii"]),
        ("1. Tại khoản 1 Điều 3, cụm từ “Điều 2 Thông tư số 5/2018/TT-BYT” được đính chính thành “Điều 4”.\n", ["d3 k1"]),
        ("1. Tại dòng thứ 3 từ dưới lên của Phụ lục IV kèm theo Thông tư này:\nĐã in: “2”.\n2. Tại trang 7, khoản 2 Điều 4, in là “x”.\n", ["piv", "d4 k2"]),
        ("1. Tại trang 5: bỏ dấu phẩy.\n2. Sửa đổi khoản 1 Điều 3.\n", []),
    ],
)  # fmt: skip
def test_items_tell_where_an_act_is_put_right(items, want):
    a = analyse(
        "BỘ Y TẾ\nSố: 15/QĐ-BYT\nHà Nội, ngày 10 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc đính chính văn bản\nQUYẾT ĐỊNH:\n"
        "Điều 1. Đính chính lỗi kỹ thuật tại Thông tư số 9/2020/TT-BYT ngày 1/7/2020 như sau:\n" + items
    )
    (link,) = [r for r in a.relations if r.predicate == "corrects"]
    assert [" ".join(f"{k[0]}{v}" for k, v in p.as_dict().items()) for p in link.provisions] == want


def test_an_item_may_tell_several_effects():
    text = DECREE + HEAD + "1. Sửa đổi khoản 1 Điều 2, bãi bỏ khoản 3 Điều 4, thay thế khoản 5 Điều 6.\n"
    assert effects(text) == {("amends", ACT): ["d2 k1"], ("repeals", ACT): ["d4 k3"], ("replaces", ACT): ["d6 k5"]}


def test_a_line_of_a_thousand_effects_is_read():
    got = effects(DECREE + HEAD + "1. Sửa đổi khoản 1 Điều 2" + ", bãi bỏ khoản 3 Điều 4" * 1000 + ".\n")
    assert got[("amends", ACT)] == ["d2 k1"]
