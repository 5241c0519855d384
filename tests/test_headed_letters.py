"""Letters that a page shows under a headline instead of a letterhead."""

import pytest

from kg.analyse import analyse

BODY = "\n\nKính gửi:\n- Các phòng, ban;\n\nThực hiện Công văn số 311/UBND-TH ngày 4/5/2017 của UBND tỉnh Hà Nam.\n{} đề nghị gửi số liệu.\n"


@pytest.mark.parametrize(
    ("headline", "number", "issuer"),
    [
        ("Công văn số 95 ngày 9/5/2017 V/v gửi số liệu trồng trọt", "95", "so-noi-vu-tinh-ha-nam"),
        ("Công văn số 95/SNV-TH ngày 9/5/2017 về việc gửi số liệu", "95/SNV-TH", "so-noi-vu-tinh-ha-nam"),
        ("Công văn 95/SNV-TH ngày 9/5/2017 của Sở Nội vụ tỉnh Hà Nam về việc gửi số liệu", "95/SNV-TH", "so-noi-vu-tinh-ha-nam"),
        ("Công văn số 95 ngày 9/5/2017 V/v gửi số liệu\n\nĐăng ngày: 10/5/2017 07:15", "95", "so-noi-vu-tinh-ha-nam"),
    ],
)
def test_number_day_and_body_of_a_letter_below_its_headline(headline, number, issuer):
    a = analyse(headline + BODY.format("Sở Nội vụ"))
    d = a.document
    assert (d.type, d.number, d.date, d.issuer) == ("cong-van", number, "2017-05-09", issuer)
    own = {(number, True)} if "/" in number else set()  # a serial alone is no citation of itself
    assert {(m.number, m.target == d.id) for m in a.mentions} == {*own, ("311/UBND-TH", False)}
    assert [(r.predicate, r.subject == d.id) for r in a.relations] == [("implements", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Công văn số 95 ngày 9/5/2017 V/v gửi số liệu đã được trả lời.\nSở Nội vụ đề nghị gửi số liệu.\n",  # no addressees
        "Công văn số 95/SNV-TH về việc gửi số liệu" + BODY.format("Sở Nội vụ"),  # no day
        "Công văn số 95/SNV-TH ngày 9/5/2017 đã bị thu hồi" + BODY.format("Sở Nội vụ"),  # a sentence
        "Trả lời công văn số 95/SNV-TH ngày 9/5/2017 về việc gửi số liệu" + BODY.format("Sở Nội vụ"),
    ],
)
def test_what_is_no_headline_of_a_letter(text):
    assert analyse(text).document.number is None
