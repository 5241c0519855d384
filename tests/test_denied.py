"""Effects that a text names only to deny them."""

import pytest

from kg.analyse import analyse


@pytest.mark.parametrize(
    ("said", "replaces"),
    [
        ("Nhiều người cho rằng Thông tư số 9/2019/TT-BXD cũng bị Nghị định số 10/2021/NĐ-CP thay thế, điều đó không đúng.", False),
        ("Nhiều người hiểu nhầm Thông tư số 9/2019/TT-BXD bị Thông tư số 10/2021/TT-BXD thay thế, đó là sai.", False),
        ("Bộ cho rằng Thông tư số 9/2019/TT-BXD bị thay thế bởi Thông tư số 10/2021/TT-BXD là đúng lúc.", True),
    ],
)
def test_a_belief_that_the_text_calls_wrong_is_no_effect(said, replaces):
    a = analyse(f"TÀI LIỆU TẬP HUẤN\n\n{said}\n")
    assert [r.predicate for r in a.relations if r.predicate != "cites"] == (["replaces"] if replaces else [])
