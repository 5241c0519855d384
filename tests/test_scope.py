"""Which title a citation stands in, where titles and lists of what changed them stand in one another."""

import pytest

from kg.analyse import analyse


def links(text):
    a = analyse(text)
    names = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


LAWS = (
    ("Luật Đường sắt số 06/2017/QH14", ()),
    ("Luật Thủy lợi số 08/2017/QH14", ()),
    ("Luật Điện ảnh số 62/2006/QH11", ("31/2009/QH12",)),
    ("Luật Quảng cáo số 16/2012/QH13", ()),
    ("Luật Chứng khoán số 70/2006/QH11", ("62/2010/QH12", "27/2018/QH14")),
    ("Luật Xuất bản số 19/2012/QH13", ()),
)


def told(changed):
    said = []
    for law, agents in changed:
        by = " và ".join(f"Luật số {a}" for a in agents)
        said.append(f"{law} đã được sửa đổi, bổ sung một số điều theo {by}" if by else law)
    return ", ".join(said)


@pytest.mark.parametrize("turn", range(len(LAWS)))
def test_an_act_amends_each_law_of_its_title_whatever_changed_it_before(turn):
    changed = LAWS[turn:] + LAWS[:turn]
    got = links(f"Quốc hội ban hành Luật sửa đổi, bổ sung một số điều có liên quan đến quy hoạch của {told(changed)}.")
    within = {(a, "amends", law.split()[-1]) for law, agents in changed for a in agents}
    assert {x for x in got if "/QH" in x[0]} == within
    assert {x[2] for x in got - within} == {law.split()[-1] for law, _ in changed}
    assert all(x[0].startswith("Luật sửa đổi") and x[1] == "amends" for x in got - within)


@pytest.mark.parametrize(
    ("agents", "also"),
    [
        ("Luật số 19/2000/QH10 và Luật số 10/2008/QH12, Bộ luật Lao động số 10/2012/QH13", False),
        ("Luật số 19/2000/QH10, Luật số 10/2008/QH12 và Luật số 39/2013/QH13", True),
    ],
)
def test_a_list_of_agents_ends_with_what_follows_its_and(agents, also):
    got = links(f"Thi hành Luật Dầu khí năm 1993 được sửa đổi theo {agents}, các bộ báo cáo trước tháng 5.")
    changed = {x[0] for x in got if x[1] == "amends"}
    assert changed == {"19/2000/QH10", "10/2008/QH12"} | ({"39/2013/QH13"} if also else set())


def test_no_law_guides():
    got = links(
        "Căn cứ Thông tư số 28/2011/TT-BTC hướng dẫn thi hành một số điều của Luật Quản lý thuế hướng dẫn thi hành "
        "Nghị định số 85/2007/NĐ-CP và Nghị định số 106/2010/NĐ-CP của Chính phủ;"
    )
    guided = {"Luật Quản lý thuế", "85/2007/NĐ-CP", "106/2010/NĐ-CP"}
    assert {x for x in got if x[0] != "THIS"} == {("28/2011/TT-BTC", "guides", x) for x in guided}


@pytest.mark.parametrize("then", [", nay được thay thế bởi ", ", sau đó được thay thế bởi ", ", nay được thay thế bằng "])
@pytest.mark.parametrize("by", ["được sửa đổi, bổ sung bởi {}", "(được sửa đổi, bổ sung bởi {})"])
def test_what_was_amended_is_what_is_replaced_now(by, then):
    amended = by.format("Nghị định số 35/2023/NĐ-CP ngày 20/6/2023")
    got = links(f"Nghị định số 15/2021/NĐ-CP ngày 3/3/2021 {amended}{then}Nghị định số 175/2024/NĐ-CP ngày 30/12/2024.")
    assert got == {("35/2023/NĐ-CP", "amends", "15/2021/NĐ-CP"), ("175/2024/NĐ-CP", "replaces", "15/2021/NĐ-CP")}


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [
        ("Thông tư số 3/2019/TT-BXD được ban hành theo ", "15/2019/NĐ-CP", "175/2024/NĐ-CP"),
        ("Luật Nhà ở số 45/2013/QH13 được hướng dẫn bởi ", "43/2014/NĐ-CP", "102/2024/NĐ-CP"),
    ],
)
def test_what_guided_or_grounded_it_is_what_is_replaced_now(first, second, last):
    got = links(f"{first}Nghị định số {second}, nay được thay thế bởi Nghị định số {last}.")
    assert {x for x in got if x[1] == "replaces"} == {(last, "replaces", second)}
