"""Where the name of a body ends that a citation prints behind itself."""

import pytest

from kg.analyse import analyse
from kg.normalise import plain
from kg.phrases import read_phrase


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("phường Hải Châu 1 về tổ dân phố", "phuong-hai-chau-1"),
        ("phường Hải Châu 1.", "phuong-hai-chau-1"),
        ("phường 5.", "phuong-5"),
        ("phường 5 về tổ dân phố", "phuong-5"),
        # a figure that is not of the name: it counts, or is part of another
        ("phường Hải Châu 1 tổ dân phố", "phuong-hai-chau"),
        ("phường Hải Châu 1.5 ha", "phuong-hai-chau"),
        ("phường Hải Châu 12/5", "phuong-hai-chau"),
        ("phường 5.2 ha", None),
        ("phường 5-7", None),
    ],
)
def test_communes_whose_names_end_with_a_figure(words, place):
    (m,) = analyse(f"Theo Quyết định số 12/QĐ-UBND ngày 3/4/2023 của UBND {words}").mentions
    assert m.issuer == (place and f"uy-ban-nhan-dan-{place}")


def test_what_a_body_is_to_do_is_no_place():
    from kg.normalise import lower
    from kg.phrases import read_phrase

    t = "UBND thành phố GPMB để thực hiện dự án"
    p = read_phrase(t, lower(t), 0)
    assert (p.unit, p.proper) == ("thanh-pho", None)
    t = "UBND THÀNH PHỐ GPMB"
    assert read_phrase(t, lower(t), 0).proper == "GPMB"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Công điện số 600/CĐ-BCĐ của Ban Chỉ đạo quốc gia phòng, chống dịch bệnh COVID-19", "ban-chi-dao-quoc-gia-phong-chong-dich-benh-covid-19"),
        (
            "Công văn số 285/CCTTHC của Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ",
            "to-cong-tac-chuyen-trach-cai-cach-thu-tuc-hanh-chinh-cua-thu-tuong-chinh-phu",
        ),
        ("Hướng dẫn số 23-HD/ĐUK của Đảng ủy Khối Doanh nghiệp Trung ương", "dang-uy-khoi-doanh-nghiep-trung-uong"),
    ],
)
def test_the_whole_name_of_a_body_is_its_own(words, issuer):
    assert analyse(f"{words}.").mentions[0].issuer == issuer


def test_a_motto_beside_the_body_is_no_part_of_its_place():
    p = plain("UBND HUYỆN TÂN SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert read_phrase(p.text, p.low, 0).proper == "TÂN SƠN"
    p = plain("UBND XÃ CỘNG HÒA")
    assert read_phrase(p.text, p.low, 0).proper == "CỘNG HÒA"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("huyện ủy Lục\nNgạn về việc", "Lục Ngạn"),
        ("UBND huyện Trần Văn\nThời về việc", "Trần Văn Thời"),
        ("UBND xã Phì\nĐiền về việc. Xã Phì Điền họp", "Phì Điền"),
        ("UBND xã Phì\nĐiền về việc", "Phì"),
        ("UBND huyện Ba Bể\nNghị quyết số 4", "Ba Bể"),
        ("UBND huyện Tương\nHội nghị đã bàn", "Tương"),
    ],
)
def test_a_name_that_the_line_end_cuts(words, place):
    p = plain(words)
    assert " ".join((read_phrase(p.text, p.low, 0).proper or "").split()) == place
