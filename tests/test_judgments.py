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


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Quyết định đưa vụ án ra xét xử số", "45/2023/QĐXXST-DS"),
        ("Quyết định đưa vụ án ra xét xử phúc thẩm số", "45/2023/QĐXXPT-DS"),
        ("Quyết định công nhận sự thỏa thuận của các đương sự số", "31/2023/QĐST-DS"),
        ("Quyết định công nhận sự thỏa thuận số", "31/2023/QĐST-DS"),
        ("Quyết định giám đốc thẩm số", "31/2023/QĐGĐT-DS"),
    ],
)
def test_decisions_of_courts(words, number):
    (m,) = analyse(f"Tại {words} {number} ngày 3/4/2023 của Tòa án nhân dân huyện Mộc Châu, hội đồng đã xét.").mentions
    assert (m.text, m.type, m.number) == (f"{words} {number} ngày 3/4/2023", "quyet-dinh", number)
    assert m.issuer == "toa-an-nhan-dan-huyen-moc-chau"


def test_an_agreement_of_the_parties_is_no_decision():
    (m,) = analyse("Tại thỏa thuận số 31/2023/TT-DS ngày 3/4/2023, hai bên đã ký.").mentions
    assert m.type == "ban-thoa-thuan"


RULING = "TÒA ÁN NHÂN DÂN TỈNH GIA LAI\nBản án số: 15/2022/HC-PT\nNgày: 05-5-2022\n\nBẢN ÁN PHÚC THẨM\n\nHội đồng xét xử.\n\nQUYẾT ĐỊNH:\n"
BELOW = "Bản án hành chính sơ thẩm số 07/2021/HC-ST ngày 3/4/2021 của Tòa án nhân dân huyện Chư Sê"
OF_STATE = "Quyết định số 1875/QĐ-UBND ngày 3/4/2020 của UBND huyện Chư Sê"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (f"1. Hủy khoản 2 Điều 1 của {OF_STATE}.", {("repeals", "partial")}),
        (f"1. Hủy toàn bộ {OF_STATE}.", {("repeals", None)}),
        (f"1. Hủy một phần {OF_STATE}.", {("repeals", "partial")}),
        (f"Chấp nhận kháng cáo, tuyên hủy {BELOW}.", {("repeals", None)}),
        (f"1. Sửa {BELOW}.", {("amends", "partial")}),
        # what others ask, what a court cannot do, what it leaves
        (f"1. Ông A yêu cầu hủy {OF_STATE}.", set()),
        (f"1. Không chấp nhận yêu cầu hủy {OF_STATE}.", set()),
        (f"1. Sửa {OF_STATE}.", set()),
        ("1. Hủy Kế hoạch số 1875/KH-UBND ngày 3/4/2020 của UBND huyện Chư Sê.", set()),
        (f"1. Giữ nguyên {BELOW}.", set()),
    ],
)
def test_what_a_judgment_annuls_and_changes(words, want):
    a = analyse(f"{RULING}{words}\n")
    assert {(r.predicate, r.scope) for r in a.relations if r.predicate != "cites"} == want


FEES = "326/2016/UBTVQH14"


@pytest.mark.parametrize(
    ("words", "grounds"),
    [
        (f"2. Căn cứ khoản 1 Điều 12 Nghị quyết số {FEES}, xử phạt bị cáo A.", {FEES}),
        (f"3. Về án phí: Căn cứ điểm h khoản 2 Điều 23 Nghị quyết số {FEES}, bị cáo không phải chịu.", {FEES}),
        (f"3. Về án phí: Áp dụng Luật số 97/2015/QH13 và Nghị quyết số {FEES}, bị cáo không phải chịu.", {"97/2015/QH13", FEES}),
        # what another party stands on, what came of an act, what is named further on
        (f"3. Bị cáo căn cứ Nghị quyết số {FEES} xin miễn.", set()),
        (f"3. Căn cứ kết quả thi hành Nghị quyết số {FEES}, bị cáo được miễn.", set()),
        (f"3. Căn cứ Luật số 97/2015/QH13, bị cáo nộp theo hướng dẫn của Nghị quyết số {FEES}.", {"97/2015/QH13"}),
    ],
)
def test_what_a_point_of_a_ruling_stands_on(words, grounds):
    a = analyse(f"{RULING}{words}\n")
    numbers = {d.id: d.number for d in a.documents}
    assert {numbers[r.object] for r in a.relations if r.predicate == "basedOn"} == grounds


def test_what_a_court_says_before_it_rules_is_no_ground():
    text = RULING.replace("Hội đồng xét xử.", f"NHẬN ĐỊNH CỦA TÒA ÁN:\n1. Về tội: Có.\n2. Về án phí: Áp dụng Nghị quyết số {FEES}, bị cáo chịu án phí.")
    assert not [r for r in analyse(text + "1. Phạt.\n").relations if r.predicate == "basedOn"]


@pytest.mark.parametrize(
    ("words", "is_annulled"),
    [
        ("Chấp nhận yêu cầu của bà B về việc bồi thường,", True),
        ("Đình chỉ việc giải quyết yêu cầu đòi đất;", True),
        ("Bác yêu cầu của bà B về việc tuyên vô hiệu hợp đồng,", False),
        ("Yêu cầu của bà B về việc bồi thường,", False),
        ("Giữ nguyên bản án sơ thẩm,", False),
        ("Chấp nhận bồi thường; bác yêu cầu đòi đất,", False),
    ],
)
def test_what_a_court_refuses_it_does_not_annul(words, is_annulled):
    a = analyse(f"{RULING}1. {words} hủy {OF_STATE}.\n")
    assert any(r.predicate == "repeals" for r in a.relations) == is_annulled


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Theo Cáo trạng số 15/CT-VKS ngày 25/01/2021 của Viện kiểm sát nhân dân huyện Bình Gia", "cao-trang", "15/CT-VKS"),
        ("chấp nhận Kháng nghị số 05/KN-VKS ngày 3/4/2020 của Viện kiểm sát nhân dân huyện Bình Gia", "khang-nghi", "05/KN-VKS"),
        ("chấp nhận Quyết định kháng nghị số 05/QĐ-VKS ngày 3/4/2020 của Viện kiểm sát nhân dân huyện Bình Gia", "quyet-dinh", "05/QĐ-VKS"),
        ("do Viện kiểm sát nhân dân huyện Bình Gia kháng nghị Bản án số 12/2020/HS-ST", "ban-an", "12/2020/HS-ST"),
    ],
)
def test_papers_of_a_procuracy(text, kind, number):
    from kg.analyse import analyse

    (m,) = analyse(f"{text}.").mentions
    assert (m.type, m.number) == (kind, number)
    if kind != "ban-an":
        assert m.issuer == "vien-kiem-sat-nhan-dan-huyen-binh-gia"


def test_a_decision_by_which_the_own_court_adjourned():
    from kg.analyse import analyse

    text = (
        "TÒA ÁN NHÂN DÂN HUYỆN LẬP THẠCH\nBản án số: 12/2023/DS-ST\nNgày 5-10-2023\nNHÂN DANH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "theo Quyết định hoãn phiên tòa số: 31/2023/QĐST-DS ngày 05 tháng 9 năm 2023 và Quyết định số 12/QĐST-DS ngày 1/2/2020.\n"
    )
    assert [m.issuer for m in analyse(text).mentions] == ["toa-an-nhan-dan-huyen-lap-thach", None]


def test_a_decision_that_puts_a_judgment_right():
    from kg.analyse import analyse

    (m,) = analyse("Tòa án ra Quyết định sửa chữa, bổ sung bản án số 04/2022/QĐ-SCBSBA ngày 29/8/2022.").mentions
    assert m.type == "quyet-dinh"
    assert m.text.startswith("Quyết định sửa chữa")
