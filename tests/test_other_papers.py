"""Papers beside others: what a list begins anew, whose they are, of which day, by which name, and of which provision."""

import pytest

from kg.analyse import analyse

HEAD = "UBND TỈNH LÀO CAI\nSố: 90/KH-UBND\nLào Cai, ngày 5 tháng 8 năm 2022\nKẾ HOẠCH\nCông tác dân vận\n\n"


def read(text, number):
    """Types, dates and issuers of the mentions of a number."""
    return [(m.type, m.date, m.issuer) for m in analyse(text).mentions if m.number == number]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("; các văn bản: số", "cong-van"),
        (" và văn bản số", "cong-van"),
        ("; các văn bản của Ủy ban nhân dân tỉnh: số", "cong-van"),
        (", số", "chi-thi"),
        (" và số", "chi-thi"),
    ],
)
def test_other_papers_begin_a_list_of_their_own(lead, kind):
    text = (
        f"{HEAD}Thực hiện Chỉ thị số 07/CT-UBND ngày 31/5/2021{lead} 401/UBND-VX ngày 15/6/2021, "
        "số 402/UBND-VX ngày 16/6/2021 của UBND tỉnh.\n"
    )
    assert {x[0] for n in (401, 402) for x in read(text, f"{n}/UBND-VX")} == {kind}


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("của Hội đồng nhân tỉnh Lào Cai ngày 13/7/2012 về", "2012-07-13"),
        ("của Hội đồng nhân tỉnh Lào Cai ngày 13/7/2014 về", "2012"),
        ("của Hội đồng nhân tỉnh Lào Cai có hiệu lực ngày 13/7/2012 về", "2012"),
    ],
)
def test_the_day_behind_a_misprinted_body(behind, day):
    text = f"{HEAD}Căn cứ Nghị quyết số 47/2012/NQ-HĐND {behind} quy hoạch đất;\n"
    assert [x[1] for x in read(text, "47/2012/NQ-HĐND")] == [day]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Căn cứ Điều 10 - Nghị định", [{"dieu": "10"}]),
        ("Sửa đổi nội dung tại Mục III, Điều 1 – Nghị định", [{"muc": "iii", "dieu": "1"}]),
        ("Căn cứ Điều 10 Nghị định", [{"dieu": "10"}]),
        ("Nội dung học: Phần II - Nghị định", []),
        ("Điều 10 - Nghị định", []),
    ],
)
def test_a_dash_between_a_provision_and_its_act(words, parts):
    (m,) = analyse(f"{HEAD}{words} số 60/2003/NĐ-CP ngày 6/6/2003 của Chính phủ.\n").mentions
    assert [p.as_dict() for p in m.provisions] == parts


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("565/TT-UBDSGĐ&TE", "Chủ nhiệm Ủy ban Dân số - Gia\nđình và Trẻ em tỉnh"),
        ("565/TTr-DSGĐTE", "Chủ nhiệm Ủy ban Dân số, Gia đình và Trẻ em tỉnh Lào Cai"),
    ],
)
def test_the_committee_for_population_of_a_province(number, body):
    text = f"{HEAD}Theo đề nghị của {body} tại Tờ trình số {number} ngày 17/8/2005.\n"
    assert [x[2] for x in read(text, number)] == ["uy-ban-dan-so-gia-dinh-va-tre-em-tinh-lao-cai"]
    text = f"{HEAD}Căn cứ Quyết định số 2/2005/QĐ-DSGĐTE ngày 1/3/2005 của Ủy ban Dân số, Gia đình và Trẻ em;\n"
    assert [x[2] for x in read(text, "2/2005/QĐ-DSGĐTE")] == ["uy-ban-dan-so-gia-dinh-va-tre-em"]


@pytest.mark.parametrize(
    ("board", "slug"),
    [
        ("triển khai xóa nhà tạm trên địa bàn tỉnh Lào Cai", "ban-chi-dao-trien-khai-xoa-nha-tam-tinh-lao-cai"),
        ("xóa nhà tạm tỉnh Lào Cai", "ban-chi-dao-xoa-nha-tam-tinh-lao-cai"),
        ("họp về nhà tạm trên địa bàn tỉnh Lào Cai", "ban-chi-dao-tinh-lao-cai"),
    ],
)
def test_a_board_for_a_province(board, slug):
    text = f"{HEAD}Thực hiện Công văn số 01-CV/BCĐ ngày 03/12/2021 của Ban Chỉ đạo {board} và ý kiến của UBND tỉnh;\n"
    assert [x[2] for x in read(text, "01-CV/BCĐ")] == [slug]


def test_a_number_without_its_type_is_the_paper_that_the_text_calls_so():
    text = (
        f"{HEAD}Thực hiện Chỉ thị số 20/CT-TTg ngày 01/11/2021 của Thủ tướng Chính phủ (sau đây gọi tắt là Chỉ thị số {{}}), "
        "UBND tỉnh ban hành kế hoạch.\n1. Quán triệt Chỉ thị số {}.\n"
    )
    same, other = (analyse(text.format(short, short)) for short in ("20-TTg", "21-TTg"))
    assert {m.date for m in same.mentions} == {"2021-11-01"}
    assert len({m.target for m in same.mentions}) == 1
    assert len({m.target for m in other.mentions}) == 2


def test_the_label_of_a_portal_is_no_type():
    a = analyse("Nghị quyết số 10/2008/NQ-HĐND ngày 11/07/2008\n• Số hiệu văn bản: 11/2008/NQ-HĐND\n")
    assert [m.text for m in a.mentions][1:] == ["11/2008/NQ-HĐND"]
    a = analyse("Căn cứ văn bản số 11/UBND-NC ngày 11/07/2008 của UBND tỉnh Lào Cai;\n")
    assert [m.text for m in a.mentions] == ["văn bản số 11/UBND-NC ngày 11/07/2008"]


@pytest.mark.parametrize(
    ("said", "kind", "issuer"),
    [
        ("Giấy mời số 58/GM-VPCP ngày 1/2/2023 của Văn phòng Chính phủ", "giay-moi", "van-phong-chinh-phu"),
        ("Giấy phép môi trường số 31/GPMT-UBND ngày 1/2/2023 của UBND tỉnh Hà Tĩnh", "giay-phep", "uy-ban-nhan-dan-tinh-ha-tinh"),
        ("Giấy ủy quyền số 2/GUQ-BYT ngày 1/2/2023 của Bộ Y tế", "giay-uy-quyen", "bo-y-te"),
        ("Phiếu chuyển số 120/PC-VPCP ngày 1/2/2023 của Văn phòng Chính phủ", "phieu-chuyen", "van-phong-chinh-phu"),
        (
            "Thông tư liên tịch Bộ Giáo dục Đào tạo - Bộ Tài chính số 9/2016/BGDDT-BTC ngày 1/2/2023",
            "thong-tu-lien-tich",
            "bo-giao-duc-va-dao-tao+bo-tai-chinh",
        ),
        (
            "Hướng dẫn số 5-HD/BTCQU ngay 1 tháng 2 năm 2023 của Ban Tổ chức Quận ủy Quận 4",
            "huong-dan",
            "ban-to-chuc-quan-uy-quan-4",
        ),
        (
            "Kế hoạch số 97-KH/ĐUK ngày 1/2/2023 của Đảng ủy Khối các trường Đại học, Cao đẳng Hà Nội",
            "ke-hoach",
            "dang-uy-khoi-cac-truong-dai-hoc-cao-dang-thanh-pho-ha-noi",
        ),
        ("Kế hoạch số 5/KH-ĐCT ngày 1/2/2023 của Đoàn Chủ tịch TW Hội LHPN Việt Nam", "ke-hoach", "trung-uong-hoi-lien-hiep-phu-nu-viet-nam"),
    ],
)
def test_kinds_and_bodies(said, kind, issuer):
    (m,) = (m for m in analyse(f"Theo {said}, Sở họp.").mentions if m.kind == "number")
    assert (m.type, m.date, m.issuer) == (kind, "2023-02-01", issuer)


@pytest.mark.parametrize("said", ["Hợp đồng số 58/HĐ-UBND", "Giấy chứng nhận số 58/GCN-SYT", "giấy mời họp"])
def test_what_is_no_paper_of_its_own(said):
    assert not analyse(f"Theo {said} ngày 1/2/2023, Sở họp.").mentions


def test_the_body_behind_the_same_day():
    text = "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị; Quyết định số 218-QĐ/TW cùng ngày của Bộ Chính trị."
    assert [(m.date, m.issuer) for m in analyse(text).mentions] == [("2013-12-12", "bo-chinh-tri")] * 2
