import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.dates import certainly_before, compatible, date_after, read_date

DAYS = st.dates(datetime.date(1945, 9, 2), datetime.date(2035, 12, 31))


@given(DAYS, st.sampled_from(["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d} tháng {m} năm {y}", "{d:02} tháng {m:02}\nnăm {y}",
                              "{d}-{m}-{y}", "{d}.{m}.{y}", "{d} / {m} / {y}", "{d} tháng {m}/{y}"]))
def test_every_form_of_every_day_is_read_back(day, form):
    text = form.format(d=day.day, m=day.month, y=day.year)
    found = read_date(text, 0)
    assert found is not None
    assert (found.iso, found.end) == (day.isoformat(), len(text))


@pytest.mark.parametrize(
    ("text", "iso"),
    [("05 tháng 3 tháng 2020", "2020-03-05"), ("31/02/2020", "2020-02"), ("16/7/96", "1996-07-16"), ("20/11", "--11-20"),
     ("29/02/2023", "2023-02"), ("tháng 5 năm 2020", "2020-05"), ("năm 2015", "2015")],
)
def test_partial_and_printed_slips(text, iso):
    assert read_date(text, 0).iso == iso


@pytest.mark.parametrize("text", ["150/207", "63/63 tỉnh", "năm 2021-2025", "32 tháng 1 năm 2020", "abc"])
def test_no_date(text):
    found = read_date(text, 0)
    assert found is None or not found.has_year


@pytest.mark.parametrize(
    ("tail", "iso"),
    [(" ngày 26/11/2021", "2021-11-26"), (", ngày 01-10-1997", "1997-10-01"), (" (26/11/2021)", "2021-11-26"),
     (" ký ngày 3/6/2013", "2013-06-03"), (" năm 2018", "2018"), (" tháng 5 năm 2020", "2020-05")],
)
def test_date_after_a_number(tail, iso):
    assert date_after("33/ct-ttg" + tail, 9).iso == iso


@pytest.mark.parametrize("tail", [" có hiệu lực từ ngày 1/1/2022", " kể từ ngày 1/1/2022", ", có hiệu lực ngày 1/1/2022"])
def test_days_of_effect_are_not_the_date(tail):
    assert date_after("33/ct-ttg" + tail, 9) is None


@given(DAYS, DAYS)
def test_order_of_days(a, b):
    assert certainly_before(a.isoformat(), b.isoformat()) == (a < b)
    assert not (certainly_before(a.isoformat()[:4], b.isoformat()) and a.year == b.year)
    assert compatible(a.isoformat()[:4], a.isoformat())


@pytest.mark.parametrize("text", ["3/4/20\t19", "03 tháng 4 năm 20\n19", "tháng 4 năm 20\n19", "tháng 4/20\t19"])
def test_any_blank_may_cut_a_year(text):
    assert read_date(text, 0).iso[:7] == "2019-04"


def test_a_day_behind_a_dash():
    assert date_after("16/2023/qh15 - ngày 19/6/2023", 12).iso == "2023-06-19"
    assert date_after("16/2023/qh15 – ngày 19/6/2023", 12).iso == "2023-06-19"
    assert date_after("16/2023/qh15-ngày 19/6/2023", 12) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày 25/11/", None),
        ("ngày 25/11/ về việc", None),
        ("ngày 25/11 về việc", "2024-11-25"),
        ("ngày 25/11/\n2023 về việc", "2023-11-25"),
    ],
)
def test_a_year_that_was_cut_off_is_not_guessed(words, day):
    head = "UBND TỈNH SƠN LA\nSố: 15/BC-UBND\nSơn La, ngày 20 tháng 12 năm 2024\n\nBÁO CÁO\nRà soát\n\n"
    assert [m.date for m in analyse(f"{head}Theo Tờ trình số 94/TTr-SNV {words}").mentions] == [day]
