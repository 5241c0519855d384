"""What a note tells of the paper that calls it."""

import pytest

from kg.analyse import analyse

REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả cấp phép\n\n"
A, B, C = "30/2020/NĐ-CP", "45/2022/NĐ-CP", "46/2023/NĐ-CP"
OLD, OLDER = "45/2012/NĐ-CP", "46/2008/NĐ-CP"
BESIDE = f"Việc cấp phép theo Nghị định số {A}[1] đã đi vào nền nếp."
APART = f"Theo Nghị định số {A}, việc cấp phép đã đi vào nền nếp[1]."
TITLED = f"Việc cấp phép theo Nghị định số {A} về cấp phép khai thác[1] đã đi vào nền nếp."


def links(text, note):
    a = analyse(f"{REPORT}{text}\n\n[1] {note}\n")
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize("text", [BESIDE, TITLED])
@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Đã được sửa đổi, bổ sung bởi Nghị định số {B} ngày 7/7/2022.", {(B, "amends", A)}),
        (f"Nay bị thay thế bởi Nghị định số {B}, Nghị định số {C}.", {(B, "replaces", A), (C, "replaces", A)}),
        (f"Bị bãi bỏ theo Nghị định số {B}; xem thêm Nghị định số {C}.", {(B, "repeals", A)}),
        (f"Thay thế Nghị định số {OLD}.", {(A, "replaces", OLD)}),
        (f"Sửa đổi một số điều của Nghị định số {OLD} và Nghị định số {OLDER}.", {(A, "amends", OLD), (A, "amends", OLDER)}),
        # of another kind, denied or told otherwise, of what the note itself is about
        ("Đã được sửa đổi, bổ sung bởi Thông tư số 45/2022/TT-BYT.", set()),
        (f"Chưa được sửa đổi bởi Nghị định số {B}.", set()),
        (f"Thay thế các biểu mẫu tại Nghị định số {OLD}.", set()),
    ],
)
def test_the_paper_right_before_the_call(text, note, want):
    assert links(text, note) == want


@pytest.mark.parametrize(
    ("note", "want"),
    [
        (f"Nghị định có hiệu lực từ ngày 01/7/2020; thay thế Nghị định số {OLD}.", {(A, "replaces", OLD)}),
        (f"Thông tư có hiệu lực từ ngày 01/7/2020; thay thế Nghị định số {OLD}.", set()),  # no circular calls it
    ],
)
def test_a_paper_further_off_is_meant_by_its_type(note, want):
    assert links(APART, note) == want


@pytest.mark.parametrize(
    ("text", "note", "provisions"),
    [
        (BESIDE, f"Được sửa đổi khoản 2 Điều 4 bởi Nghị định số {B}.", [{"dieu": "4", "khoan": "2"}]),
        (BESIDE.replace("Nghị", "khoản 3 Điều 7 Nghị", 1), f"Được bãi bỏ bởi Nghị định số {B}.", [{"dieu": "7", "khoan": "3"}]),
        (BESIDE, f"Được bãi bỏ bởi Nghị định số {B}.", []),
    ],
)
def test_which_provisions_were_changed(text, note, provisions):
    (link,) = [r for r in analyse(f"{REPORT}{text}\n\n[1] {note}\n").relations if r.frame == "footnote"]
    assert [p.as_dict() for p in link.provisions] == provisions
    assert link.scope == ("partial" if provisions else None)
