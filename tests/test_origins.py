"""How a paper came about: a programme that came with another paper, and what that carries out."""

import pytest

from kg.analyse import analyse
from tests import drafts

REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả\n\nSở thực hiện {}.\n"
PARTY = "Nghị quyết số 20-NQ/TW"
CAME = "ban hành kèm theo Quyết định số 45/QĐ-TTg ngày 5/6/2021"
DOES = ("45/QĐ-TTg", "implements", "20-NQ/TW")


def links(text):
    a = analyse(REPORT.format(text))
    names = {d.id: d.number for d in a.documents} | {a.document.id: "this"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (f"Chương trình hành động của Chính phủ thực hiện {PARTY} {CAME}", True),
        (f"Kế hoạch triển khai {PARTY} {CAME}", True),
        (f"Đề án thi hành {PARTY} {CAME}", True),
        # no programme, one of another matter
        (f"Kết quả thực hiện {PARTY} {CAME}", False),
        (f"Kế hoạch học tập {PARTY} {CAME}", False),
        (f"Chương trình năm 2021 thực hiện {PARTY} {CAME}", False),
    ],
)
def test_what_a_programme_came_with_carries_out_the_other(text, does):
    assert links(text) == ({DOES} if does else set())


@pytest.mark.parametrize(
    ("head", "verb", "amends"),
    [
        ("Quyết định số 12/QĐ-TTg", "sửa đổi, bổ sung", True),
        ("Quyết định số 12/QĐ-TTg", "về việc điều chỉnh", True),
        ("Quyết định số 12/QĐ-TTg", "tổng kết", False),
        ("Nghị quyết số 12/NQ-CP", "sửa đổi", False),  # of another type
    ],
)
def test_what_changes_the_programme_changes_what_it_came_with(head, verb, amends):
    got = links(f"{head} ngày 3/4/2022 {verb} Kế hoạch thực hiện {PARTY} {CAME}")
    assert DOES in got
    assert ((head.rpartition(" ")[2], "amends", "45/QĐ-TTg") in got) == amends


@pytest.mark.parametrize(
    ("rules", "about", "decision", "came"),
    [
        ("01/QC-UBND", "tiếp công dân", "12/QĐ-UBND", True),
        ("01/QC-SNV", "tiếp công dân", "12/QĐ-BTC", False),  # of another body
        # another thing came with it
        ("01/QC-UBND", "quy hoạch", "12/QĐ-UBND", False),
        ("01/QC-UBND", "bộ tiêu chí", "12/QĐ-UBND", False),
        ("01/QC-UBND", "phụ lục", "12/QĐ-UBND", False),
    ],
)
def test_rules_come_with_a_decision_of_their_own_body(rules, about, decision, came):
    got = links(f"Quy chế số {rules} về {about} ban hành kèm theo Quyết định số {decision}")
    assert ((decision, "promulgates", rules) in got) == came


@pytest.mark.parametrize("why", ["căn cứ", "trên cơ sở", "trên cơ sở đề nghị của UBND tỉnh tại"])
def test_on_what_a_paper_was_issued(why):
    text = f"HĐND tỉnh ban hành Nghị quyết số 14/2023/NQ-HĐND ngày 14/7/2023, {why} Tờ trình số 96/TTr-UBND ngày 26/6/2023."
    assert drafts.said(drafts.REPORT + text) == {("14/2023/NQ-HĐND", "basedOn", "96/TTr-UBND")}
