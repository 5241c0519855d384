"""Grounds that were amended, and which of the papers of a title amends the last."""

import pytest

from kg.analyse import analyse

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 15/QĐ-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc giao chỉ tiêu\n\n"
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\n"
)
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 34/KH-UBND\nSơn La, ngày 20 tháng 3 năm 2024\n\nKẾ HOẠCH\nVề dược liệu năm 2024\n\n"
    "I. CĂN CỨ PHÁP LÝ\n\n"
)
A, B = "09/2015/NĐ-CP", "65/2021/NĐ-CP"


def links(text, *predicates):
    a = analyse(text)
    names = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "this"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate in predicates}


@pytest.mark.parametrize(
    "ground",
    [
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ được sửa đổi, bổ sung bởi Nghị định số {B} ngày 30/6/2021",
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ quy định về dược liệu (được sửa đổi, bổ sung bởi Nghị định số {B} ngày 30/6/2021)",
        f"Nghị định số {A} ngày 22/01/2015 của Chính phủ, sửa đổi, bổ sung tại Nghị định số {B} ngày 30/6/2021",
    ],
)
@pytest.mark.parametrize("text", [DECISION + "Căn cứ {};\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu.", PLAN + "- {};\n\nII. MỤC TIÊU\nTrồng 5 ha."])
def test_a_ground_stands_as_it_was_amended(ground, text):
    want = {("this", "basedOn", A), ("this", "basedOn", B), (B, "amends", A)}
    assert links(text.format(ground), "basedOn", "amends") == want


def test_what_amends_a_paper_named_in_passing_is_no_ground():
    text = (
        DECISION + "Căn cứ Luật Dược số 105/2016/QH13;\n\nQUYẾT ĐỊNH:\n"
        f"Điều 1. Chi theo Nghị định số {A} ngày 22/01/2015 (được sửa đổi bởi Nghị định số {B} ngày 30/6/2021)."
    )
    assert {o for _, _, o in links(text, "basedOn")} == {"105/2016/QH13"}


@pytest.mark.parametrize(
    ("title", "amender"),
    [
        # what is amended is a circular: the circular amends it, not the decree named last
        ("Thông tư số 80/2021/TT-BTC ngày 29/9/2021 hướng dẫn thi hành Nghị định số 126/2020/NĐ-CP ngày 19/10/2020 quy định chi tiết "
         "Luật Quản lý thuế và sửa đổi, bổ sung một số điều của Thông tư số 40/2021/TT-BTC ngày 01/6/2021", "80/2021/TT-BTC"),
        ("Thông tư số 80/2021/TT-BTC ngày 29/9/2021 hướng dẫn Nghị định số 126/2020/NĐ-CP ngày 19/10/2020 sửa đổi, bổ sung một số điều của "
         "Nghị định số 83/2013/NĐ-CP ngày 22/7/2013", "126/2020/NĐ-CP"),
    ],
)  # fmt: skip
def test_which_of_a_title_amends(title, amender):
    assert {s for s, _, _ in links(f"Thực hiện theo {title}.", "amends")} == {amender}


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Xét đơn ngày 12/8/2023 của ông Lò Văn Sơn khiếu nại Quyết định số 08/QĐ-UBND ngày 05/6/2023 của UBND huyện Mai Sơn;", set()),
        ("Xét đơn ngày 12/8/2023 của ông Lò Văn Sơn và Báo cáo số 08/BC-STP ngày 05/6/2023 của Sở Tư pháp;", {"08/BC-STP"}),
        ("Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 08/TTr-SYT ngày 05/6/2023;", {"08/TTr-SYT"}),
    ],
)
def test_a_decision_that_somebody_contests_is_no_ground(words, want):
    assert {o for _, _, o in links(f"{DECISION}{words}\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu.", "basedOn")} == want
