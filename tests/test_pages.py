"""What papers of earlier times, portals and newspapers write in their own way."""

from __future__ import annotations

import pytest

from kg.issuers import NOWHERE, issuer_of, province_locality, read_phrase
from kg.normalise import plain
from kg.numbers import read_number

SON_LA = province_locality("son-la")


@pytest.mark.parametrize(
    ("number", "words", "where", "date", "want"),
    [
        ("315-CT", None, NOWHERE, "1992-08-24", "chu-tich-hoi-dong-bo-truong"),
        ("315-CT", None, SON_LA, "1992-08-24", "uy-ban-nhan-dan-tinh-son-la"),
        ("198-CP", "Hội đồng Chính phủ quy", NOWHERE, "1961-11-07", "hoi-dong-chinh-phu"),
        ("198-CP", None, NOWHERE, "1961-11-07", "chinh-phu"),
    ],
)
def test_bodies_of_old_central_papers(number, words, where, date, want):
    p = plain(words or "")
    phrase = read_phrase(p.text, p.low, 0) if words else None
    body = issuer_of(read_number(number, 0, expected=True), phrase, where, date=date)
    assert body.slug == want
    assert number != "198-CP" or body.series == "chinh-phu"
