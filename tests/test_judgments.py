"""Judgments and precedents of courts, cited and as texts of their own."""

import pytest

from kg.analyse import analyse


@pytest.mark.parametrize(
    ("text", "type_", "number", "issuer"),
    [
        ("Bản án dân sự sơ thẩm số 112/2022/DS-ST ngày 26/12/2022 của Tòa án nhân dân thành phố Quy Nhơn", "ban-an", "112/2022/DS-ST",
         "toa-an-nhan-dan-thanh-pho-quy-nhon"),
        ("Bản án số: 15/2020/HS-PT ngày 05/5/2020 của Tòa án nhân dân tỉnh Gia Lai", "ban-an", "15/2020/HS-PT", "toa-an-nhan-dan-tinh-gia-lai"),
        ("Án lệ số 04/2016/AL của Tòa án nhân dân tối cao", "an-le", "04/2016/AL", "toa-an-nhan-dan-toi-cao"),
    ],
)  # fmt: skip
def test_they_are_cited(text, type_, number, issuer):
    (m,) = analyse(f"Xét {text}.").mentions
    assert (m.type, m.number, m.issuer) == (type_, number, issuer)


@pytest.mark.parametrize("text", ["vụ án thụ lý số 39/2023/TLPT-DS ngày 05/5/2023", "hợp đồng vay số 05/2018/HĐV", "thi hành các bản án, quyết định"])
def test_files_and_contracts_are_none(text):
    assert analyse(f"Xét {text}.").mentions == ()


def test_back_references_mean_the_judgment():
    a = analyse("Bản án dân sự sơ thẩm số 112/2022/DS-ST ngày 26/12/2022 bị kháng cáo. Tại Bản án sơ thẩm nói trên, Tòa án chấp nhận.")
    assert len(a.mentions) == 2
    assert len({m.target for m in a.mentions}) == 1


def test_the_head_of_a_judgment():
    text = (
        "TÒA ÁN NHÂN DÂN\nTỈNH BÌNH ĐỊNH\nBản án số: 45/2023/DS-PT\nNgày 18 - 8 - 2023\nV/v tranh chấp hợp đồng vay\n\n"
        "NHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nTÒA ÁN NHÂN DÂN TỈNH BÌNH ĐỊNH\n\nCăn cứ Bộ luật Dân sự năm 2015;\n"
    )
    d = analyse(text).document
    assert (d.type, d.number, d.date, d.issuer) == ("ban-an", "45/2023/DS-PT", "2023-08-18", "toa-an-nhan-dan-tinh-binh-dinh")


def test_its_grounds_stand_below_the_enacting_words():
    a = analyse(
        "TÒA ÁN NHÂN DÂN\nTỈNH NGHỆ AN\nBản án số: 37/2023/DS-ST\nNgày 21-9-2023\n\nNHẬN ĐỊNH CỦA TÒA ÁN:\nViệc cấp đất là sai.\n\n"
        "QUYẾT ĐỊNH:\n\nCăn cứ khoản 9 Điều 26 Bộ luật Tố tụng dân sự năm 2015; Điều 163 Bộ luật Dân sự năm 2015,\n\n"
        "1. Căn cứ đơn của bà M, tuyên theo Luật Đất đai năm 2013.\n"
    )
    titles = {d.id: d.title for d in a.documents}
    grounds = {titles[r.object] for r in a.relations if r.predicate == "basedOn"}
    assert grounds == {"Bộ luật Tố tụng dân sự", "Bộ luật Dân sự"}
