"""What a text repeats is said by the act that it repeats; what a form says is said by nobody yet."""

import pytest

from kg.analyse import analyse

CONSOLIDATED = """BỘ TÀI CHÍNH
-------
Số: 21/VBHN-BTC
Hà Nội, ngày 05 tháng 4 năm 2021

THÔNG TƯ
Quy định mức thu phí thẩm định hồ sơ

Thông tư số 190/2016/TT-BTC ngày 08 tháng 11 năm 2016 của Bộ trưởng Bộ Tài chính quy định mức thu phí, có hiệu lực kể từ \
ngày 01 tháng 01 năm 2017, được sửa đổi, bổ sung bởi:
Thông tư số 55/2018/TT-BTC ngày 25 tháng 6 năm 2018 của Bộ trưởng Bộ Tài chính, có hiệu lực kể từ ngày 09 tháng 8 năm 2018.
Căn cứ Nghị định số 120/2016/NĐ-CP ngày 23 tháng 8 năm 2016 của Chính phủ;
Bộ trưởng Bộ Tài chính ban hành Thông tư quy định mức thu phí:
Điều 1. Phạm vi
Điều 8. Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2017 và thay thế Thông tư số 66/2012/TT-BTC ngày 27 tháng 4 năm 2012.
"""
FORM = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 88/2020/QĐ-UBND
Sơn La, ngày 5 tháng 8 năm 2020
QUYẾT ĐỊNH
Về việc kiểm tra văn bản
Điều 1. Bãi bỏ Quyết định số 11/2014/QĐ-UBND.

{lead}
Số: {number}
QUYẾT ĐỊNH
Về việc xử lý văn bản
Điều 1. Bãi bỏ Quyết định số 12/2015/QĐ-UBND.
"""


def typed(text):
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}


def test_a_consolidated_text_has_its_own_type():
    assert analyse(CONSOLIDATED).document.type == "van-ban-hop-nhat"


def test_the_act_that_is_repeated_has_the_grounds_and_the_effects():
    assert typed(CONSOLIDATED) == {
        ("self", "consolidates", "190/2016/TT-BTC"),
        ("self", "consolidates", "55/2018/TT-BTC"),
        ("55/2018/TT-BTC", "amends", "190/2016/TT-BTC"),
        ("190/2016/TT-BTC", "basedOn", "120/2016/NĐ-CP"),
        ("190/2016/TT-BTC", "replaces", "66/2012/TT-BTC"),
    }


def test_this_circular_in_a_consolidated_text_is_no_citation():
    assert all(m.number is not None and "này" not in m.text for m in analyse(CONSOLIDATED).mentions)


def test_a_form_in_an_annex_enacts_nothing():
    got = typed(FORM.format(lead="PHỤ LỤC\nMẫu số 03", number="..../QĐ-...."))
    assert got == {("self", "repeals", "11/2014/QĐ-UBND")}


def test_an_article_below_no_form_enacts():
    got = typed(FORM.format(lead="Nơi nhận", number="12/QĐ-UBND"))
    assert ("self", "repeals", "12/2015/QĐ-UBND") in got


def test_below_its_title_a_proclaimed_ordinance_speaks_for_itself():
    head = "CHỦ TỊCH NƯỚC\nSố: 7-L/CTN\nHà Nội, ngày 15 tháng 2 năm 1993\nLỆNH\nVề việc công bố Pháp lệnh\nCăn cứ Điều 103 của Hiến pháp năm 1992;\nNAY CÔNG BỐ:\n"
    act = "Pháp lệnh Thú y đã được Ủy ban Thường vụ Quốc hội thông qua ngày 4 tháng 2 năm 1993.\n"
    own = "PHÁP LỆNH\nTHÚ Y\nCăn cứ Luật Tổ chức Quốc hội;\nPháp lệnh này quy định về thú y.\nĐiều 48. Bãi bỏ Nghị định số 3-HĐBT ngày 5/1/1985.\n"
    a = analyse(head + act + own)
    name = {d.id: d.number or d.type for d in a.documents} | {a.document.id: "self"}
    assert {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"} == {
        ("self", "basedOn", "hien-phap"),
        ("self", "promulgates", "phap-lenh"),
        ("phap-lenh", "basedOn", "luat"),
        ("phap-lenh", "repeals", "3-HĐBT"),
    }
    b = analyse(head + act + "Căn cứ Luật Tổ chức Quốc hội;\n")  # no act below
    assert {r.subject for r in b.relations if r.predicate == "basedOn"} == {b.document.id}


def test_a_note_tells_which_act_is_repeated():
    text = (
        "BỘ TƯ PHÁP\nSố: 4127/VBHN-BTP\nHà Nội, ngày 12 tháng 7 năm 2024\n\nNGHỊ ĐỊNH[1]\nQuy định chi tiết thi hành Luật Ban hành văn bản quy phạm pháp luật\n\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nChính phủ ban hành Nghị định.\n\nĐiều 189. Hiệu lực thi hành\n"
        "1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2016, thay thế Nghị định số 24/2009/NĐ-CP ngày 05 tháng 3 năm 2009.\n\n"
        "[1] Văn bản này được hợp nhất từ 02 Nghị định sau:\n- Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ;\n"
        "- Nghị định số 154/2020/NĐ-CP ngày 31 tháng 12 năm 2020 của Chính phủ.\n"
    )
    a = analyse(text)
    names = {d.id: d.number or d.title for d in a.documents}
    got = {(names.get(r.subject), r.predicate, names[r.object]) for r in a.relations if r.predicate in ("basedOn", "replaces")}
    assert got == {("34/2016/NĐ-CP", "basedOn", "Luật Tổ chức Chính phủ"), ("34/2016/NĐ-CP", "replaces", "24/2009/NĐ-CP")}


MERGED = (
    "BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\nHà Nội, ngày 12 tháng 7 năm 2024\nTHÔNG TƯ[1]\nQuy định về phí chợ\nCăn cứ Luật Giá;\n"
    "Điều 1. Phí chợ\nBộ trưởng ban hành.\n\n[1] Văn bản này được hợp nhất từ 02 Thông tư sau:\n"
    "- Thông tư số 34/2016/TT-BTC ngày 14 tháng 5 năm 2016 quy định về phí chợ;\n"
    "- Thông tư số 15/2020/TT-BTC ngày 31 tháng 12 năm 2020 sửa đổi, bổ sung Thông tư số 34/2016/TT-BTC ngày 14 tháng 5 năm 2016.\n"
    "{}\n[2] Khoản này được sửa đổi theo Thông tư số 16/2021/TT-BTC.\n"
)


@pytest.mark.parametrize("behind", ["", "Việc hợp nhất theo Pháp lệnh số 01/2012/UBTVQH13."])
def test_the_acts_that_a_note_says_were_merged(behind):
    a = analyse(MERGED.format(behind))
    names = {d.id: d.number for d in a.documents}
    merged = [names[r.object] for r in a.relations if r.predicate == "consolidates"]
    assert merged == ["34/2016/TT-BTC", "15/2020/TT-BTC"]


@pytest.mark.parametrize(
    ("note", "want"),
    [
        ("Điều 2 của Thông tư số 9/2022/TT-BTC quy định như sau:\n“Điều 2. Hiệu lực\n1. Bãi bỏ Điều 3 {}.”", "9/2022/TT-BTC"),
        # the quotation has its own end, whatever the text below quotes
        ("Điều 2 của Thông tư số 9/2022/TT-BTC quy định như sau:\n“Điều 2. Hiệu lực từ “ngày ký””\nĐiều 3. Hiệu lực\n1. Thông tư này bãi bỏ Điều 3 {}.\n"
         "2. Cụm từ “phí” là phí chợ.", "5/2018/TT-BTC"),
        ("Điều 2 của Thông tư số 9/2022/TT-BTC được bãi bỏ.\nĐiều 2. Hiệu lực\n1. Bãi bỏ Điều 3 {}.", "5/2018/TT-BTC"),
    ],
)  # fmt: skip
def test_the_articles_that_a_note_quotes_are_those_of_the_act_that_changed_the_text(note, want):
    text = (
        "BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\nHà Nội, ngày 3 tháng 4 năm 2023\n\nTHÔNG TƯ\nVỀ PHÍ\n\n"
        "Thông tư số 5/2018/TT-BTC ngày 2/3/2018 của Bộ trưởng Bộ Tài chính về phí, được sửa đổi, bổ sung bởi:\n"
        "Thông tư số 9/2022/TT-BTC ngày 4/5/2022 của Bộ trưởng Bộ Tài chính.\n\nĐiều 1. Phí\nMức thu là 5 đồng.[1]\n\n"
        f"[1] {note.format('Thông tư số 7/2016/TT-BTC ngày 1/2/2016')}\n"
    )
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    assert {names[r.subject] for r in a.relations if r.predicate == "repeals" and names[r.object] == "7/2016/TT-BTC"} == {want}


@pytest.mark.parametrize(("said", "subject"), [("Văn bản hợp nhất", "self"), ("Thông tư", "5/2018/TT-BTC")])
def test_a_consolidated_text_that_replaces_another(said, subject):
    text = (
        "BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\nHà Nội, ngày 3 tháng 4 năm 2023\n\nTHÔNG TƯ\nVỀ PHÍ\n\n"
        "Thông tư số 5/2018/TT-BTC ngày 2/3/2018 của Bộ trưởng Bộ Tài chính về phí.\n\nĐiều 9. Hiệu lực\n"
        f"{said} này thay thế Văn bản hợp nhất số 7/VBHN-BTC ngày 1/2/2016 của Bộ Tài chính.\n"
    )
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    assert {names[r.subject] for r in a.relations if r.predicate == "replaces"} == {subject}


CHANGED = CONSOLIDATED.replace(
    "Điều 1. Phạm vi\n",
    "Điều 5. Mức thu\n1. Mức thu là 300.000 đồng.\n2. Tổ chức thu phí[1] nộp vào ngân sách:\n a)[2] Bằng tiền mặt;\n b) Chuyển khoản[3].\n"
    "Điều 6. Kê khai[4]\n",
)


@pytest.mark.parametrize(
    ("mark", "note", "predicate", "provisions"),
    [
        (1, "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1", "amends", {"dieu": "5", "khoan": "2"}),
        (1, "Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 1", "repeals", {"dieu": "5", "khoan": "2"}),
        (2, "Điểm này được thay thế theo quy định tại khoản 1 Điều 1", "replaces", {"dieu": "5", "khoan": "2", "diem": "a"}),
        (3, "Cụm từ “séc” được thay thế bởi cụm từ “chuyển khoản” theo quy định tại khoản 1 Điều 1", "amends", {"dieu": "5", "khoan": "2", "diem": "b"}),
        (4, "Điều này được bổ sung theo quy định tại khoản 1 Điều 1", "amends", {"dieu": "6"}),
        (4, "Phụ lục này được thay thế bởi Phụ lục II ban hành kèm theo", "replaces", None),
        (4, "Việc kê khai thực hiện theo quy định tại khoản 1 Điều 1", None, None),
    ],
)
def test_what_a_note_says_was_changed_where_it_is_called(mark, note, predicate, provisions):
    a = analyse(CHANGED + f"\n[{mark}] {note} Thông tư số 55/2018/TT-BTC, có hiệu lực kể từ ngày 09 tháng 8 năm 2018.\n")
    told = [r for r in a.relations if r.strength == "footnote"]
    got = [(r.predicate, [p.as_dict() for p in r.provisions]) for r in told]
    assert got == ([(predicate, [provisions] if provisions else [])] if predicate else [])


@pytest.mark.parametrize(("note", "told"), [("Khoản này được bãi bỏ bởi khoản 1 Điều 1", ["repeals"]), ("Khoản này áp dụng theo khoản 1 Điều 1", [])])
def test_what_an_editor_notes_in_an_act_that_consolidates_none(note, told):
    act = CHANGED.replace("Số: 21/VBHN-BTC", "Số: 190/2016/TT-BTC")
    a = analyse(act + f"\n[1] {note} Thông tư số 55/2018/TT-BTC.\n")
    assert [r.predicate for r in a.relations if r.strength == "footnote"] == told


def test_two_acts_that_changed_one_article():
    note = "[4] Điều này được sửa đổi lần thứ nhất theo khoản 3 Điều 1 Thông tư số 55/2018/TT-BTC và lần thứ hai theo khoản 2 Điều 1 Thông tư số 9/2020/TT-BTC."
    told = [r for r in analyse(f"{CHANGED}\n{note}\n").relations if r.strength == "footnote"]
    assert [(r.subject[-14:], r.predicate) for r in told] == [("55-2018-tt-btc", "amends"), ("09-2020-tt-btc", "amends")]


def test_the_grounds_of_an_act_that_amends_four():
    laws = ["Luật Quy hoạch", "Luật Đầu tư", "Luật Nhà ở", "Luật Đấu thầu"]
    text = f"[1] Luật số 57/2024/QH15 sửa đổi, bổ sung một số điều của {', '.join(laws[:3])} và {laws[3]} có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp”."
    assert {o for _, p, o in typed(text) if p == "amends"} == set(laws)
