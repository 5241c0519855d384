"""What ends under the rule of another act, before or behind which it is named."""

import pytest

from kg.analyse import analyse
from tests import drafts

A, B, C = "Nghị định số 30/2020/NĐ-CP", "Nghị định số 110/2004/NĐ-CP", "Nghị định số 9/2010/NĐ-CP"


def links(text):
    a = analyse(text + "\n")
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


ENDED = ("30/2020/NĐ-CP", "repeals", "110/2004/NĐ-CP")


@pytest.mark.parametrize(
    "text",
    [
        f"Theo khoản 2 Điều 9 {A}, {B} hết hiệu lực.",
        f"{A} có hiệu lực từ ngày 5/3/2020. Tại Điều 9 Nghị định này quy định {B} hết hiệu lực.",
        f"{A} (Điều 9) nêu rõ: kể từ ngày 05/3/2020, {B} hết hiệu lực thi hành.",
        f"{A} quy định từ ngày 05/3/2020, {B} chấm dứt hiệu lực.",
        f"{A} có hiệu lực từ ngày 5/3/2020. Theo Điều 9 Nghị định này, {B} đã hết hiệu lực.",
        f"{B} về công tác văn thư đã hết hiệu lực theo quy định của {A}.",
        f"{B} về công tác văn thư hết hiệu lực từ ngày 05/3/2020 theo Điều 9 {A}.",
        f"Theo {A}, {B} hết hiệu lực.",
    ],
)
def test_an_act_ends_another(text):
    assert links(text) == {ENDED}


def test_a_list_ends_together():
    assert links(f"Theo Điều 9 {A}, {B} và {C} hết hiệu lực.") == {ENDED, ("30/2020/NĐ-CP", "repeals", "9/2010/NĐ-CP")}


@pytest.mark.parametrize(
    "text",
    [
        f"Theo Điều 9 {A}, {B} không hết hiệu lực.",
        f"Chi trả theo {A}, {B} hết hiệu lực.",  # no rule of it is named
        f"Theo Điều 9 Luật số 30/2020/QH14, {B} hết hiệu lực.",
        f"Nếu theo Điều 9 {A}, {B} hết hiệu lực thì phải làm lại.",
        f"Căn cứ {A}, {B} còn hiệu lực.",
    ],
)
def test_what_ends_nothing(text):
    assert not {link for link in links(text) if link[1] == "repeals"}


@pytest.mark.parametrize(
    ("text", "ended_by"),
    [
        (f"Theo Điều 9 {A}, {B} hết hiệu lực kể từ ngày 01/7/2024.", {"30/2020/NĐ-CP"}),
        (f"Theo Điều 9 {A}, {B} đã bị bãi bỏ bởi Nghị định số 60/2021/NĐ-CP.", {"60/2021/NĐ-CP"}),
        (f"Theo Điều 9 {A}, {B} hết hiệu lực kể từ ngày Nghị định số 60/2021/NĐ-CP có hiệu lực.", {"60/2021/NĐ-CP"}),
        (f"{A} ghi {B} hết hiệu lực là chưa chính xác.", set()),
        (f"Theo Điều 9 {A} thì {B} hết hiệu lực vẫn được áp dụng đối với hợp đồng đã ký.", set()),
    ],
)
def test_by_what_it_ends(text, ended_by):
    assert {s for s, p, _ in links(text) if p == "repeals"} == ended_by


@pytest.mark.parametrize("place", ["Sơn La", "Lào Cai"])
def test_a_council_ends_its_own_papers(place):
    text = (
        "Theo Điều 5 Nghị quyết số 15/NQ-HĐND ngày 5/1/2024 của HĐND tỉnh Sơn La, "
        f"Nghị quyết số 10/NQ-HĐND ngày 5/1/2020 của HĐND tỉnh {place} hết hiệu lực."
    )
    assert bool(drafts.said(drafts.REPORT + text)) == (place == "Sơn La")


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Không thực hiện Quyết định số 7/QĐ-UBND ngày 4/5/2020 của UBND tỉnh về giá nước nữa.", True),
        ("Nay không áp dụng Quyết định số 7/QĐ-UBND ngày 4/5/2020 nữa.", True),
        ("Không thực hiện Quyết định số 7/QĐ-UBND ngày 4/5/2020 về giá nước trong tháng 5.", False),
        ("Không thực hiện Quyết định số 7/QĐ-TTg ngày 4/5/2020 của Thủ tướng Chính phủ nữa.", False),
        ("Các xã không phải báo cáo theo Quyết định số 7/QĐ-UBND ngày 4/5/2020 nữa.", False),
    ],
)
def test_what_an_act_says_is_done_no_more(said, ends):
    got = links(drafts.DECISION + "Điều 5. " + said)
    assert any(predicate == "repeals" for _, predicate, _ in got) is ends


@pytest.mark.parametrize(
    ("said", "stops"),
    [
        ("; riêng khoản 2 Điều 3 của Quyết định số 7/QĐ-UBND ngưng hiệu lực từ ngày 01/3/2025.", True),
        ("; khoản 2 Điều 3 Quyết định số 7/QĐ-UBND tạm dừng thực hiện đến ngày 01/3/2025.", True),
        ("; riêng Quyết định số 7/QĐ-UBND vẫn có hiệu lực từ ngày 01/3/2025.", False),
        ("; đề nghị khoản 2 Điều 3 Quyết định số 7/QĐ-UBND tạm dừng thực hiện.", False),
        ("; khoản 2 Điều 3 Quyết định số 7/QĐ-UBND không tạm dừng thực hiện.", False),
    ],
)
def test_parts_that_an_act_stops_besides(said, stops):
    text = "Điều 2. Quyết định số 7/QĐ-UBND ngày 4/5/2020 của UBND tỉnh về lãi suất tiếp tục áp dụng"
    assert (("self", "suspends", "7/QĐ-UBND") in links(drafts.DECISION + text + said)) is stops


@pytest.mark.parametrize(
    "said",
    [
        "Không áp dụng Quyết định số 7/QĐ-UBND ngày 4/5/2020 cho các dự án khởi công từ năm sau nữa.",
        "Không thực hiện Quyết định số 7/QĐ-UBND ngày 4/5/2020 đối với xã Ea Tu nữa.",
        "Khoản 2 Điều 3 Quyết định số 7/QĐ-UBND ngày 4/5/2020 tạm ngưng hiệu lực từ ngày 01/3/2023 đến ngày 01/9/2023.",
        "Khoản 2 Điều 3 Quyết định số 7/QĐ-UBND ngày 4/5/2020 ngưng hiệu lực từ ngày 01/3/2025 theo Quyết định số 9/QĐ-UBND "
        "ngày 1/12/2024.",
        "Khoản 2 Điều 3 Quyết định số 7/QĐ-UBND ngày 4/5/2020 tạm dừng thực hiện đến ngày 31/12/2024 nay áp dụng trở lại.",
        "Đối với khoản 2 Điều 3 Quyết định số 7/QĐ-UBND ngày 4/5/2020 được tạm ngưng thực hiện từ ngày 01/3/2025, chủ đầu "
        "tư được hoàn phí.",
    ],
)
def test_what_an_act_stops_for_some_or_was_stopped_before(said):
    got = links(drafts.DECISION + "Điều 5. " + said)
    assert not {link for link in got if link[0] == "self" and link[2] == "7/QĐ-UBND"}
