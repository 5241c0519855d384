"""Where a sentence ends: before the call of a note, behind the letters of a number."""

import pytest

from kg.sentences import Sentences


def parts(text):
    return [text[s.start : s.end] for s in Sentences(text, [])]


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ("Đã cấp phép theo quy định.[2]", "Sở đã báo cáo.", True),
        ("Đã cấp phép theo quy định.[2][13]", "Sở đã báo cáo.", True),
        ("Đã cấp phép theo Quy định 13-QĐ/TW.", "Sở đã báo cáo.", True),
        # no sentence begins, no call, a place or body that is only shortened
        ("Đã cấp phép theo quy định.[2]", "sở đã báo cáo.", False),
        ("Đã cấp phép theo quy định.[2022]", "Sở đã báo cáo.", False),
        ("Đã họp tại TW.", "Hà Nội đã báo cáo.", False),
        ("Đã họp tại TP.", "Hà Nội đã báo cáo.", False),
    ],
)
def test_where_a_sentence_ends(first, second, ends):
    assert parts(f"{first} {second}") == ([first, second] if ends else [f"{first} {second}"])
