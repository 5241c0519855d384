"""Letterheads of several bodies of one place, in the order of the number."""

import pytest

from kg.analyse import analyse

HEAD = "VIỆN KIỂM SÁT NHÂN DÂN - CÔNG AN\nTÒA ÁN NHÂN DÂN - CỤC THI HÀNH ÁN DÂN SỰ\nTỈNH HÀ GIANG\n"
DAY = "Hà Giang, ngày 4 tháng 9 năm 2014\n"
COURT, PROCURACY, POLICE, ENFORCEMENT = (
    f"{body}-tinh-ha-giang" for body in ("toa-an-nhan-dan", "vien-kiem-sat-nhan-dan", "cong-an", "cuc-thi-hanh-an-dan-su")
)


@pytest.mark.parametrize(
    ("head", "number", "issuer"),
    [
        (HEAD, "2/LN-VKS-CA-TA-THA", [PROCURACY, POLICE, COURT, ENFORCEMENT]),
        (HEAD, "2/QCLN-CA-VKS-TA-THA", [POLICE, PROCURACY, COURT, ENFORCEMENT]),
        ("TÒA ÁN NHÂN DÂN - CÔNG AN\nTỈNH HÀ GIANG\n", "15/QCPH-TA-CA", [COURT, POLICE]),
        (
            "CỤC HẢI QUAN TỈNH HÀ GIANG\nCỤC QUẢN LÝ THỊ TRƯỜNG TỈNH HÀ GIANG\n", "7/QCPH-QLTT-HQ",
            ["cuc-quan-ly-thi-truong-tinh-ha-giang", "cuc-hai-quan-tinh-ha-giang"],
        ),
        (
            "UBND TỈNH HÀ GIANG\nSỞ TƯ PHÁP - SỞ NỘI VỤ\n", "9/HDLN-STP-SNV",
            ["so-tu-phap-tinh-ha-giang", "so-noi-vu-tinh-ha-giang"],
        ),
    ],
)  # fmt: skip
def test_all_bodies_in_the_order_of_the_number(head, number, issuer):
    text = f"{head}Số: {number}\n{DAY}QUY CHẾ PHỐI HỢP\nTrong thi hành án\n\nCăn cứ Luật Thi hành án dân sự năm 2008;\n"
    assert analyse(text).document.issuer == "+".join(issuer)


@pytest.mark.parametrize(
    ("head", "number", "issuer"),
    [
        ("UBND TỈNH HÀ GIANG\nSỞ NỘI VỤ\n", "9/KH-SNV-VP", "so-noi-vu-tinh-ha-giang"),  # an office within one body
        ("VIỆN KIỂM SÁT NHÂN DÂN\nTỈNH HÀ GIANG\n", "9/KH-VKS-TH", PROCURACY),
    ],
)
def test_a_number_of_one_body_and_its_office(head, number, issuer):
    text = f"{head}Số: {number}\n{DAY}KẾ HOẠCH\nCông tác năm\n\nCăn cứ Luật Lưu trữ năm 2011;\n"
    assert analyse(text).document.issuer == issuer


def test_a_joint_rule_for_carrying_out_an_act():
    text = (
        f"{HEAD}Số: 2/LN-VKS-CA-TA-THA\n{DAY}QUY ĐỊNH PHỐI HỢP LIÊN NGÀNH\nTrong việc thực hiện\n"
        "Nghị quyết số 63/2013/QH13 ngày 27/11/2013 của Quốc hội\n\nCăn cứ Bộ luật Tố tụng hình sự năm 2003;\nĐiều 1. Phạm vi.\n"
    )
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents}
    assert {(r.predicate, name[r.object]) for r in a.relations} == {
        ("implements", "63/2013/QH13"),
        ("basedOn", "Bộ luật Tố tụng hình sự"),
    }
