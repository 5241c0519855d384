"""Bins of confidence: nothing lost, nothing split, shares and means right."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.calibration import reliability
from kg.evaluate.verdicts import Judged

rows = st.lists(
    st.builds(
        lambda c, r, n: Judged("mention", c, r, "", "", "", n),
        st.sampled_from([0.3, 0.6, 0.75, 0.8, 0.9, 0.95, 0.98]),
        st.booleans(),
        st.integers(0, 99),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(rows, st.integers(1, 7))
def test_bins_hold_everything_once_in_order(judged: list[Judged], bins: int) -> None:
    made = reliability(judged, "mention", bins=bins, least=1)
    assert len(made) <= bins
    assert sum(one.count for one in made) == len(judged)
    assert sum(one.share * one.count for one in made) == pytest.approx(sum(j.right for j in judged))
    assert sum(one.stated * one.count for one in made) == pytest.approx(sum(j.confidence for j in judged))
    for one, after in pairwise(made):
        assert one.high < after.low
    for one in made:
        assert one.low - 1e-9 <= one.stated <= one.high + 1e-9


def test_bins_are_about_equal_where_values_allow() -> None:
    judged = [Judged("mention", i / 100, True, "", "", "", i) for i in range(100)]
    assert [one.count for one in reliability(judged, "mention")] == [20] * 5


def test_other_kinds_are_left_out() -> None:
    judged = [Judged("relation", 0.9, True, "title", "", "", 0), Judged("mention", 0.5, False, "", "", "", 0)]
    [one] = reliability(judged, "relation")
    assert (one.count, one.share, one.as_dict()["gap"]) == (1, 1.0, 0.1)
    assert reliability(judged, "sentence") == []
