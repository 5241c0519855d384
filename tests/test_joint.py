"""Who issued a joint paper, by the names behind "giữa" and by the codes."""

import pytest

from kg.analyse import analyse

WOMEN, POLICE = "hoi-lien-hiep-phu-nu-", "cong-an-"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Chương trình phối hợp số 10/CTPH-HLHPN-CAT giữa Hội LHPN tỉnh Đắk Lắk và Công an tỉnh Đắk Lắk về trẻ em",
         f"{WOMEN}tinh-dak-lak+{POLICE}tinh-dak-lak"),
        ("Kế hoạch liên tịch số 10/KHLT-HLHPN-CA giữa Hội LHPN và Công an huyện Ea Súp, tỉnh Đắk Lắk",
         f"{WOMEN}huyen-ea-sup+{POLICE}huyen-ea-sup"),
        ("Chương trình phối hợp giữa Hội LHPN tỉnh và Công an tỉnh Sơn La số 11/CTPH-HPN-CA",
         f"{WOMEN}tinh-son-la+{POLICE}tinh-son-la"),
        ("Nghị quyết liên tịch số 01/NQLT-CA-HPN ngày 5/3/2024 tại tỉnh Sơn La", f"{POLICE}tinh-son-la+{WOMEN}tinh-son-la"),
        ("Nghị quyết liên tịch số 01/NQLT-CAT-HPN giữa Hội LHPN tỉnh Sơn La với Công an tỉnh Sơn La",
         f"{POLICE}tinh-son-la+{WOMEN}tinh-son-la"),  # the order of the number
        ("Quy chế phối hợp số 01/QCPH ngày 5/3/2024 giữa Ban Tuyên giáo Tỉnh ủy Sơn La và Sở Nội vụ tỉnh Sơn La",
         "ban-tuyen-giao-tinh-uy-son-la+so-noi-vu-tinh-son-la"),
        ("Chương trình phối hợp số 12/CTPH-MTTQ-CA-BCHQS giữa Ủy ban MTTQ Việt Nam huyện Mai Sơn, Công an huyện Mai Sơn và Ban "
         "Chỉ huy Quân sự huyện Mai Sơn, UBND tỉnh ban hành",
         "uy-ban-mat-tran-to-quoc-viet-nam-huyen-mai-son+cong-an-huyen-mai-son+ban-chi-huy-quan-su-huyen-mai-son"),
    ],
)  # fmt: skip
def test_joint_issuers(text, issuer):
    assert analyse(f"Thực hiện {text}.").mentions[0].issuer == issuer


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình phối hợp số 01/CTPH-HPN-CAH giữa Hội LHPN huyện Mai Sơn và Câu lạc bộ Hoa Ban",  # one is not read
        "Kế hoạch liên tịch số 08/KHLT-SNV-LĐLĐ của Sở Nội vụ, UBND huyện Mai Sơn ban hành",  # the second acts
    ],
)
def test_lists_that_are_no_pairs(text):
    assert analyse(f"Thực hiện {text}.").mentions[0].issuer is None


def test_who_carries_it_out_did_not_issue_it():
    text = "Chương trình hành động số 12-CTr/TU của Tỉnh ủy Sơn La và UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND."
    assert [m.issuer for m in analyse(text).mentions] == ["tinh-uy-son-la", "uy-ban-nhan-dan-tinh-son-la"]


def test_the_chief_justice_keeps_the_code():
    text = "Quyết định số 5/QĐ-CA ngày 5/3/2024 của Chánh án Tòa án nhân dân tối cao."
    assert analyse(text).mentions[0].issuer == "toa-an-nhan-dan-toi-cao"


def test_the_police_of_the_commune_that_speaks():
    head = "HỘI LHPN XÃ EA SÚP - CÔNG AN XÃ EA SÚP\nSố: 02/CTPH-HPN-CA\nĐắk Lắk, ngày 5 tháng 11 năm 2025\n\nCHƯƠNG TRÌNH PHỐI HỢP\n"
    document = analyse(head + "phòng, chống tội phạm\n\nNội dung.\n").document
    assert document.issuer == f"{WOMEN}xa-ea-sup+{POLICE}xa-ea-sup"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Biên bản số 5/BB-SNV ngày 2/3/2024 giữa Sở Nội vụ và Sở Tài chính tỉnh Sơn La", "so-noi-vu-tinh-son-la+so-tai-chinh-tinh-son-la"),
        ("Biên bản số 5/BB-SNV ngày 2/3/2024 của Sở Nội vụ tỉnh Sơn La", "so-noi-vu-tinh-son-la"),
    ],
)
def test_what_two_bodies_agree_on(text, issuer):
    assert analyse(f"Thực hiện {text} về bàn giao.").mentions[0].issuer == issuer


COUNCIL = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 5/NQ-HĐND\nĐắk Lắk, ngày 15 tháng 9 năm 2023\n\nNGHỊ QUYẾT\nVề ngân sách\n\n"
    "Xét Báo cáo thẩm tra số {};\n"
)
OF = "hoi-dong-nhan-dan-tinh-dak-lak"


@pytest.mark.parametrize(
    ("paper", "issuer"),
    [
        ("71/BC-HĐND của Ban Dân tộc của Hội đồng nhân dân tỉnh", f"ban-dan-toc-{OF}"),
        ("71/BC-HĐND của Ban Dân tộc", f"ban-dan-toc-{OF}"),
        ("71/BC-BDT của Ban Dân tộc HĐND tỉnh", f"ban-dan-toc-{OF}"),
        ("71/BC-BDT của Ban Dân tộc tỉnh", "ban-dan-toc-tinh-dak-lak"),
        (
            "71/BC-HĐND của Ban Kinh tế - Ngân sách và Ban Văn hóa - Xã hội và ý kiến của đại biểu",
            f"ban-kinh-te-ngan-sach-{OF}+ban-van-hoa-xa-hoi-{OF}",
        ),
        ("71/BC-HĐND của Ban Pháp chế và Sở Tư pháp", f"ban-phap-che-{OF}"),
        ("71/BC-HĐND của Ban Pháp chế và Báo cáo số 72/BC-HĐND của Ban Dân tộc", f"ban-phap-che-{OF}"),
    ],
)
def test_the_boards_of_a_council(paper, issuer):
    assert analyse(COUNCIL.format(paper)).mentions[0].issuer == issuer
