import pytest

from kg.provisions import before, read_list


@pytest.mark.parametrize(
    ("phrase", "want"),
    [
        ("điều 19", [{"dieu": "19"}]),
        ("điểm a khoản 2 điều 19", [{"dieu": "19", "khoan": "2", "diem": "a"}]),
        ("điểm b, điểm c và điểm d khoản 1 điều 62", [{"dieu": "62", "khoan": "1", "diem": d} for d in "bcd"]),
        ("khoản 2, khoản 4 điều 5", [{"dieu": "5", "khoan": "2"}, {"dieu": "5", "khoan": "4"}]),
        ("điều 5, điều 7 và điều 9", [{"dieu": d} for d in "579"]),
        ("điều 7 đến 9", [{"dieu": d} for d in "789"]),
        ("mục 2 chương iii", [{"chuong": "iii", "muc": "2"}]),
        ("phụ lục ii", [{"phu_luc": "ii"}]),
        ("điểm 1.3 khoản 1 mục ii", [{"muc": "ii", "khoan": "1", "diem": "1.3"}]),
    ],
)
def test_lists(phrase, want):
    assert [p.as_dict() for p in read_list(phrase)] == want


@pytest.mark.parametrize(
    ("left", "count"),
    [("theo quy định tại điều 25, ", 1), ("bãi bỏ khoản 2 điều 5 của ", 1), ("theo điều 5. thực hiện ", 0),
     ("phụ lục i ban hành kèm theo ", 1), ("thực hiện ", 0), ("điều 5 quy định việc thực hiện ", 0)],
)
def test_only_what_stands_right_before_the_mention(left, count):
    assert len(before(left, len(left))[0]) == count
