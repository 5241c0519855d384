"""What the text does to the papers that it names, and what it says of effects that others have or nobody has."""

import pytest

from kg.analyse import analyse
from tests import drafts

DECISION = "UBND TỈNH LÀO CAI\nSố: 88/2020/QĐ-UBND\nLào Cai, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý chợ\nQUYẾT ĐỊNH:\n"
ANSWER = "HỎI - ĐÁP\nTrả lời bạn đọc về phí chợ như sau:\n"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("said", "repealed"),
    [("bị bãi bỏ", True), ("hết hiệu lực", True), ("không bị bãi bỏ", False), ("chưa bị bãi bỏ", False), ("không bị thay thế", False)],
)
def test_an_end_that_is_denied_is_none(said, repealed):
    text = (
        f"{DECISION}Điều 2.\n1. Quyết định số 5/2018/QĐ-UBND ngày 2/3/2018 cũng hết hiệu lực kể từ ngày Quyết định này có "
        f"hiệu lực.\n2. Quyết định số 7/2017/QĐ-UBND ngày 1/2/2017 của UBND tỉnh {said}.\n"
    )
    assert links(text) == {("THIS", "repeals", "5/2018/QĐ-UBND")} | (
        {("THIS", "repeals", "7/2017/QĐ-UBND")} if repealed else set()
    )


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Nghị định số 9/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực; Thông tư số 19/2013/TT-BTC được thay thế "
         "bởi Thông tư số 6/2025/TT-BTC.", {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP"), ("6/2025/TT-BTC", "replaces", "19/2013/TT-BTC")}),
        ("Nghị định số 9/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực; Nghị định số 7/2012/NĐ-CP đã hết hiệu lực.",
         {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP")}),
        ("Kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực, Nghị định số 9/2013/NĐ-CP hết hiệu lực.", {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP")}),
        ("Nghị định số 9/2013/NĐ-CP, Nghị định số 7/2012/NĐ-CP hết hiệu lực kể từ ngày Nghị định số 8/2025/NĐ-CP có hiệu lực.",
         {("8/2025/NĐ-CP", "repeals", "9/2013/NĐ-CP"), ("8/2025/NĐ-CP", "repeals", "7/2012/NĐ-CP")}),
    ],
)  # fmt: skip
def test_on_the_day_of_another_ends_what_its_clause_names(said, want):
    assert links(ANSWER + said + "\n") == want


def test_the_amendment_of_a_standard_is_a_title():
    row = "\nPhụ lục\n{} QCVN 06:2022/BXD ban hành kèm theo Quyết định số 9/2019/QĐ-UBND ngày 16/10/2019\n"
    assert links(DECISION + "Điều 1. Công bố Danh mục.\n" + row.format("Sửa đổi 1:2019")) == set()
    assert links(DECISION + row.format("Điều 1. Sửa đổi")) == {("THIS", "amends", "9/2019/QĐ-UBND")}


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Bãi bỏ khoản 1 Điều 4 Quy chế ban hành kèm theo Quyết định số 5/2018/QĐ-UBND và toàn bộ Quyết định số 7/2017/QĐ-UBND.",
         {("5/2018/QĐ-UBND", "partial"), ("7/2017/QĐ-UBND", None)}),
        ("Bãi bỏ Điều 4 Quyết định số 5/2018/QĐ-UBND, theo toàn bộ Quyết định số 7/2017/QĐ-UBND.", {("5/2018/QĐ-UBND", "partial")}),
    ],
)  # fmt: skip
def test_a_part_of_one_act_and_the_whole_of_the_next(said, want):
    a = analyse(f"{DECISION}Điều 2. {said}\n")
    number = {d.id: d.number for d in a.documents}
    assert {(number[r.object], r.scope) for r in a.relations if r.predicate == "repeals"} == want


PLAN = "UBND XÃ MƯỜNG BÚ\nSố: 41/KH-UBND\nMường Bú, ngày 27 tháng 10 năm 2025\nKẾ HOẠCH\nBảo vệ rừng\n\nI. MỤC ĐÍCH\n"


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 5/KH-UBND ngày 10/01/2025 của UBND xã Tạ Bú (cũ) và Kế hoạch số 12/KH-UBND ngày 16/01/2025 của "
         "UBND xã Mường Chùm (cũ).", {("THIS", "replaces", "5/KH-UBND"), ("THIS", "replaces", "12/KH-UBND")}),
        ("Kế hoạch nhằm triển khai thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư.", {("THIS", "implements", "18-CT/TW")}),
        ("Kế hoạch của huyện nhằm triển khai thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư.", set()),
        ("Thu hồi tạm ứng theo Nghị định số 54/2025/NĐ-CP ngày 26/9/2025 của Chính phủ, là nghị định thay thế Nghị định số 99/2021/NĐ-CP.",
         {("54/2025/NĐ-CP", "replaces", "99/2021/NĐ-CP")}),
        ("Làm theo Quyết định số 5/QĐ-TTg ngày 26/9/2025 của Thủ tướng Chính phủ, là nghị định thay thế Nghị định số 99/2021/NĐ-CP.", set()),
    ],
)  # fmt: skip
def test_what_a_plan_says_of_itself_and_of_others(said, want):
    assert links(PLAN + said + "\n") == want


@pytest.mark.parametrize(
    ("said", "day", "want"),
    [
        ("được Chính phủ ký ngày 3/3/2025, thay thế", "2025-03-03", True),
        ("được Chính phủ ký ngày 3/3/2024, thay thế", None, True),
        ("được Bộ Tài chính ký ngày 3/3/2025, không thay thế", None, False),
    ],
)
def test_news_tells_who_signed_a_paper_and_what_it_replaces(said, day, want):
    text = f"Tin năng lượng\n\nNghị định 57/2025/NĐ-CP {said} Nghị định 80/2024/NĐ-CP. So với trước, có nhiều điểm mới.\n"
    assert links(text) == ({("57/2025/NĐ-CP", "replaces", "80/2024/NĐ-CP")} if want else set())
    (told,) = {d.date for d in analyse(text).documents if d.number == "57/2025/NĐ-CP"}
    assert (told if told and len(told) > 4 else None) == day


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("3. Hủy bỏ Công văn số 112/UBND-KT ngày 23/10/2020 của UBND tỉnh.", True),
        ("3. Huy bo Cong van so 112/UBND-KT ngay 23/10/2020 cua UBND tinh.", True),
        ("3. Hủy bỏ Công văn số 112/BXD-KT ngày 23/10/2020 của Bộ Xây dựng.", False),
        ("3. Đề nghị hủy bỏ Công văn số 112/UBND-KT ngày 23/10/2020 của UBND tỉnh.", False),
    ],
)
def test_a_telegram_calls_off_a_letter_of_its_own_body(said, want):
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 9/CĐ-UBND\nLào Cai, ngày 26 tháng 10 năm 2020\nCÔNG ĐIỆN\nVề việc ứng phó bão\n\n"
        f"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Các sở.\n\nChủ tịch UBND tỉnh yêu cầu:\n1. Sơ tán dân.\n{said}\n"
    )
    assert (links(text) != set()) == want


TASK = (
    "CHÍNH PHỦ\nSố: 16/2026/NQ-CP\nHà Nội, ngày 10 tháng 3 năm 2026\nNGHỊ QUYẾT\nVề tháo gỡ khó khăn\nĐiều 1. Phạm vi\nÁp dụng trong cả nước.\nĐiều 2. Tổ chức thực hiện\n"
)


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Bộ Tài chính tổ chức thực hiện Nghị quyết này; trong quý II sửa đổi Nghị định số 125/2017/NĐ-CP.", set()),
        ("Nghị quyết này có hiệu lực từ ngày ký; sửa đổi Điều 3 Nghị định số 125/2017/NĐ-CP.", {"125/2017/NĐ-CP"}),
    ],
)
def test_a_task_behind_who_carries_this_out(said, want):
    a = analyse(TASK + said)
    names = {d.id: d.number for d in a.documents}
    assert {names[r.object] for r in a.relations if r.predicate == "amends"} == want


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Thay thế cụm từ “Nghị định số 16/2015/NĐ-CP” bằng cụm từ “Nghị định số 60/2021/NĐ-CP” tại Điều 3 Thông tư số 145/2017/TT-BTC.",
         {"145/2017/TT-BTC"}),
        ("Bãi bỏ Nghị định số 16/2015/NĐ-CP và Thông tư số 145/2017/TT-BTC.", {"16/2015/NĐ-CP", "145/2017/TT-BTC"}),
    ],
)  # fmt: skip
def test_papers_in_quoted_words_are_not_what_changes(said, want):
    a = analyse(f"BỘ TÀI CHÍNH\nSố: 20/2026/TT-BTC\nHà Nội, ngày 10 tháng 3 năm 2026\nTHÔNG TƯ\nSửa đổi\nĐiều 1. Hiệu lực\n{said}\n")
    names = {d.id: d.number for d in a.documents}
    assert {names[r.object] for r in a.relations if r.predicate in ("amends", "replaces", "repeals")} == want


OWN = "UBND TỈNH SƠN LA\nSố: 20/QĐ-UBND\nSơn La, ngày 10 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề dự án\nỦY BAN NHÂN DÂN TỈNH\nQUYẾT ĐỊNH:\n"


def effects(said):
    a = analyse(OWN + said)
    names = {d.id: d.number for d in a.documents}
    return {(r.predicate, names[r.object]) for r in a.relations if r.predicate in ("amends", "replaces", "repeals")}


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Điều 2. Quyết định này thay thế Quyết định số 30/QĐ-UBND; Quyết định số 9/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
         {("replaces", "30/QĐ-UBND"), ("repeals", "9/QĐ-UBND")}),
        ("Điều 2. Quyết định này thay thế Quyết định số 30/QĐ-UBND; Quyết định số 9/QĐ-UBND.", {("replaces", "30/QĐ-UBND"), ("replaces", "9/QĐ-UBND")}),
        ("Điều 1. Phê duyệt điều chỉnh khoản 6 Điều 1 Quyết định số 30/QĐ-UBND ngày 07/9/2023 của UBND tỉnh.", {("amends", "30/QĐ-UBND")}),
        ("Điều 1. Sở Xây dựng trình phê duyệt điều chỉnh khoản 6 Điều 1 Quyết định số 30/QĐ-UBND.", set()),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_effect(said, want):
    assert effects(said) == want


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Điều 1. Bãi bỏ các văn bản sau:\nTT | Văn bản | Ngày ban hành\n1 | Quyết định số 1207/QĐ-UBND | 19/5/2022\n2 | Quyết định số 64/QĐ-UBND | 14/3/2023\n",
         {("repeals", "1207/QĐ-UBND"), ("repeals", "64/QĐ-UBND")}),
        ("Điều 1. Công bố các văn bản hết hiệu lực sau:\nTT | Văn bản | Ngày ban hành\n1 | Quyết định số 1207/QĐ-UBND | 19/5/2022\n", set()),
    ],
)  # fmt: skip
def test_rows_below_a_lead(said, want):
    assert effects(said) == want


@pytest.mark.parametrize(
    "said",
    [
        "Ban Tổ chức cụ thể hóa Quyết định này; xây dựng hướng dẫn mới để thay thế Quyết định số 31/QĐ-UBND ngày 02/10/2023.",
        "Năm 2020 có Quyết định số 31/QĐ-UBND, văn bản này lại bị thay thế bởi quyết định khác.",
    ],
)
def test_what_others_do_and_what_befell_others(said):
    assert not [r for r in analyse(f"{OWN}Điều 3. Tổ chức thực hiện\n{said}\n").relations if r.predicate in ("replaces", "repeals", "amends")]


def test_a_letter_that_asks_for_guidance_guides_nothing():
    text = "Bộ Nội vụ nhận được Công văn số 2216/SNV-TCBC ngày 10/6/2025 của Sở Nội vụ tỉnh Bến Tre đề nghị hướng dẫn thực hiện Nghị định số 178/2024/NĐ-CP."
    assert not [r for r in analyse(text).relations if r.predicate in ("guides", "implements")]


def test_an_end_behind_a_semicolon_may_be_another_papers():
    text = f"{DECISION}Điều 2.\n1. Chỉ tiêu nêu tại Quyết định số 5/2018/QĐ-UBND trái với Quyết định này thì thực hiện theo Quyết định này; "
    text += "riêng Quyết định số 7/2017/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n"
    assert links(text) == {("THIS", "repeals", "7/2017/QĐ-UBND")}


def test_the_act_by_which_another_came_into_force_did_not_end():
    text = (
        "Luật Đất đai số 31/2024/QH15 có hiệu lực theo Điều 1 Luật số 43/2024/QH15; Luật Đất đai số 45/2013/QH13 hết hiệu lực kể từ ngày "
        "Luật Đất đai số 31/2024/QH15 có hiệu lực thi hành.\n"
    )
    assert links(ANSWER + text) == {("31/2024/QH15", "repeals", "45/2013/QH13")}


@pytest.mark.parametrize("named", ["gồm: số 5/2018/QĐ-UBND", "sau: số 5/2018/QĐ-UBND", "của tỉnh gồm: Quyết định số 5/2018/QĐ-UBND"])
def test_a_list_in_one_line_begins_with_a_number(named):
    text = f"{DECISION}Điều 2. Bãi bỏ các Quyết định {named} ngày 2/3/2018 về chợ và số 7/2017/QĐ-UBND ngày 1/2/2017.\n"
    assert links(text) == {("THIS", "repeals", "5/2018/QĐ-UBND"), ("THIS", "repeals", "7/2017/QĐ-UBND")}


def test_an_annex_is_meant_by_its_label():
    text = (
        f"{DECISION}Điều 2. Bãi bỏ toàn bộ các quyết định ghi tại Phụ lục II.\n\nPhụ lục I\nMỨC THU\n| 1 | Quyết định số 3/2016/QĐ-UBND | Chợ |"
        "\n\nPhụ lục II\nDANH MỤC\n| STT | Văn bản |\n| 1 | Quyết định số 5/2018/QĐ-UBND | Phí |\n"
    )
    assert links(text) == {("THIS", "repeals", "5/2018/QĐ-UBND")}


def test_a_row_of_verbs_is_read_in_one_way():
    text = f"{DECISION}Điều 2. {'sửa đổi, ' * 40}bãi bỏ Quyết định số 5/2018/QĐ-UBND ngày 2/3/2018.\n"
    assert {end for _, _, end in links(text)} == {"5/2018/QĐ-UBND"}


def test_from_a_day_is_no_word():
    assert links(f"{DECISION}Điều 2.\n2. Bổ sung từ 01/7/2024 các chế độ sau:\na) Quyết định số 5/2018/QĐ-UBND.\n") == set()


PROGRAMME = (
    "SỞ Y TẾ - CÔNG AN TỈNH LÀO CAI\nSố: 15/CTPH-SYT-CAT\nLào Cai, ngày 5 tháng 8 năm 2022\n\nCHƯƠNG TRÌNH PHỐI HỢP\nVề phòng, chống ma túy\n\n"
    "Hai ngành thống nhất phối hợp.\n\nIII. HIỆU LỰC\n3. {} kể từ ngày ký và thay thế Chương trình phối hợp số 08/CTPH-SYT-CAT ngày 22/7/2018.\n"
)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Chương trình có hiệu lực", True),
        ("Chương trình phối hợp có hiệu lực", True),
        ("Nghị định có hiệu lực", False),  # it is none
        ("Trước đây Chương trình có hiệu lực", False),
    ],
)
def test_a_programme_that_calls_itself_by_its_type_alone(words, is_told):
    assert links(PROGRAMME.format(words)) == ({("THIS", "replaces", "08/CTPH-SYT-CAT")} if is_told else set())


@pytest.mark.parametrize(
    ("when", "is_told"), [("kể từ thời điểm", True), ("khi", True), ("kể từ ngày", True), ("trước khi", False), ("không do", False)]
)
def test_a_paper_that_ends_when_another_takes_effect(when, is_told):
    text = f"{ANSWER}Quyết định số 12/2015/QĐ-UBND hết hiệu lực {when} Quyết định số 13/2016/QĐ-UBND có hiệu lực.\n"
    assert links(text) == ({("13/2016/QĐ-UBND", "repeals", "12/2015/QĐ-UBND")} if is_told else set())


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Chấm dứt hiệu lực của {}.", "repeals"),
        ("Sửa khoản 1 Điều 3 của {} như sau:", "amends"),
        ("Bổ sung, cập nhật Phụ lục II của {}.", "amends"),
        ("Sửa đổi lần thứ hai {}.", "amends"),
    ],
)
def test_other_words_for_effects(words, want):
    got = links(f"{DECISION}Điều 2. {words.format('Quyết định số 12/2015/QĐ-UBND')}\n")
    assert got == {("THIS", want, "12/2015/QĐ-UBND")}


@pytest.mark.parametrize(
    ("words", "provisions"),
    [
        ("Bổ sung khoản 5 vào Điều 3 {}.", [{"dieu": "3", "khoan": "5"}]),
        ("Bãi bỏ khoản 2 Điều 1 (nội dung bồi thường về đất) của {}.", [{"dieu": "1", "khoan": "2"}]),
        ("Bãi bỏ khoản 2 Điều 1 (nội dung bồi thường về đất) và {}.", []),  # of the text itself
    ],
)
def test_the_provisions_between_an_effect_and_its_paper(words, provisions):
    a = analyse(f"{DECISION}Điều 2. {words.format('Quyết định số 12/2015/QĐ-UBND')}\n")
    (link,) = [r for r in a.relations if r.predicate != "cites"]
    assert [p.as_dict() for p in link.provisions] == provisions


OLD = "Quyết định số 12/2015/QĐ-UBND"


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Kể từ ngày ký, các văn bản sau hết hiệu lực: {}.", True),
        ("Kể từ ngày Quyết định được ban hành, {} hết hiệu lực.", True),
        ("{} nay bãi bỏ.", True),
        ("{} thôi áp dụng từ ngày 01/9/2020.", True),
        ("Chấm dứt hiệu lực {}.", True),
        # another day, another thing that ends, what is denied
        ("Kể từ ngày họp, {} hết hiệu lực.", False),
        ("Kể từ ngày ký hợp đồng, {} hết hiệu lực.", False),
        ("{} nay bãi bỏ các thủ tục.", False),
        ("{} không thôi áp dụng.", False),
        ("{} thôi áp dụng mẫu cũ từ ngày 01/9/2020.", False),
        ("{} vẫn áp dụng; mẫu này cũng hết hiệu lực từ ngày 01/9/2020.", False),
        ("Chấm dứt hiệu lực hợp đồng theo {}.", False),
    ],
)
def test_further_words_for_an_end(words, is_told):
    want = {("THIS", "repeals", "12/2015/QĐ-UBND")} if is_told else set()
    assert links(f"{DECISION}Điều 2.\n2. {words.format(OLD)}\n") == want


COUNCIL = "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nSố: 88/NQ-HĐND\nLào Cai, ngày 5 tháng 8 năm 2020\nNGHỊ QUYẾT\nVề chợ\nQUYẾT NGHỊ:\nĐiều 2. "
PARTY = (
    "TỈNH ỦY LÀO CAI\n*\nSố 27-KL/TU\nLào Cai, ngày 5 tháng 8 năm 2020\nKẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề chợ\n\n"
    "Ban Thường vụ Tỉnh ủy kết luận:\n1. Họp.\n2. "
)


@pytest.mark.parametrize(
    ("text", "when", "is_told"),
    [
        (COUNCIL, "Kể từ ngày Nghị quyết được thông qua", True),
        (COUNCIL, "Kể từ ngày ký", True),
        (COUNCIL, "Kể từ ngày họp", False),
        # a conclusion enacts nothing otherwise
        (PARTY, "Kể từ ngày ký", True),
        (PARTY, "Kể từ ngày Kết luận được ban hành", True),
        (PARTY, "Kể từ ngày họp", False),
    ],
)
def test_what_ends_from_the_day_of_the_vote(text, when, is_told):
    number = "12/NQ-HĐND" if text == COUNCIL else "12-NQ/TU"
    got = links(f"{text}{when}, Nghị quyết số {number} ngày 3/4/2018 hết hiệu lực.\n")
    assert got == ({("THIS", "repeals", number)} if is_told else set())


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        ("Kể từ ngày Quyết định được ký, Quyết định số 12/2015/QĐ-UBND hết hiệu lực.", True),
        ("Kể từ ngày Luật được thông qua, Quyết định số 12/2015/QĐ-UBND hết hiệu lực.", False),
        ("Quyết định số 12/2015/QĐ-UBND hết hiệu lực từ ngày 01/9/2020.", True),
        ("Quyết định số 12/2015/QĐ-UBND vẫn áp dụng; mẫu cũ cũng hết hiệu lực từ ngày 01/9/2020.", False),
    ],
)
def test_whose_day_and_whose_end(text, repealed):
    assert links(f"{DECISION}Điều 2. {text}\n") == ({("THIS", "repeals", "12/2015/QĐ-UBND")} if repealed else set())


@pytest.mark.parametrize(
    ("said", "repealed"),
    [
        ("không còn giá trị thi hành", True),
        ("đều không còn giá trị", True),
        ("vẫn còn giá trị thi hành", False),
        ("không còn giá trị sử dụng làm mẫu", False),
    ],
)
def test_an_end_that_is_told_as_no_longer_of_worth(said, repealed):
    text = f"{DECISION}Điều 2. Kể từ ngày Quyết định này có hiệu lực, Quyết định số 7/2017/QĐ-UBND ngày 1/2/2017 của UBND tỉnh {said}.\n"
    assert (("THIS", "repeals", "7/2017/QĐ-UBND") in links(text)) is repealed


@pytest.mark.parametrize(("part", "scope"), [("một phần của ", "partial"), ("", None)])
def test_one_effect_on_a_paper_and_on_a_part_of_another(part, scope):
    text = f"{DECISION}Điều 2. Quyết định này thay thế Quyết định số 7/2017/QĐ-UBND và {part}Quyết định số 9/2018/QĐ-UBND.\n"
    assert links(text) == {("THIS", "replaces", "7/2017/QĐ-UBND"), ("THIS", "replaces", "9/2018/QĐ-UBND")}
    assert [r.scope for r in analyse(text).relations if r.predicate == "replaces"] == [None, scope]


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("2. Thông tư thay thế Thông tư số 21/2018/TT-BTC ngày 15/11/2018 của Bộ trưởng Bộ Tài chính.", ("replaces", None)),
        ("2. Nghị định thay thế Thông tư số 21/2018/TT-BTC ngày 15/11/2018 của Bộ trưởng Bộ Tài chính.", None),
        ("2. Kể từ ngày Thông tư này có hiệu lực thi hành, các quy định liên quan đến giá tại Thông tư số 21/2018/TT-BTC ngày 15/11/2018 hết hiệu lực.",
         ("repeals", "partial")),
        ("2. Kể từ ngày Thông tư này có hiệu lực thi hành, các quy định về giá áp dụng theo Thông tư số 21/2018/TT-BTC ngày 15/11/2018.", None),
    ],
)  # fmt: skip
def test_a_text_that_speaks_of_itself_in_few_words(said, want):
    from kg.analyse import analyse

    a = analyse(
        "BỘ TÀI CHÍNH\nSố: 69/2025/TT-BTC\nHà Nội, ngày 1 tháng 7 năm 2025\nTHÔNG TƯ\nQuy định về giá\nĐiều 9. Điều khoản thi hành\n"
        f"1. Thông tư này có hiệu lực thi hành kể từ ngày ký.\n{said}\n"
    )
    assert [(r.predicate, r.scope) for r in a.relations if r.predicate != "cites"] == ([want] if want else [])


def test_letters_that_end_from_the_day_of_a_letter():
    from kg.analyse import analyse

    a = analyse(
        "BẢO HIỂM XÃ HỘI TỈNH AN GIANG\nSố: 12/BHXH-TST\nAn Giang, ngày 3 tháng 4 năm 2025\nV/v thu bảo hiểm\nKính gửi: Các đơn vị\n5. Chuyển tiếp\n"
        "Kể từ ngày ký Công văn này, các Công văn số 187/BHXH-TST ngày 21/01/2025, số 313/BHXH-TST ngày 14/02/2025 của Bảo hiểm xã hội tỉnh hết hiệu lực; "
        "riêng nội dung đối chiếu nợ tiếp tục thực hiện.\n"
    )
    assert [r.predicate for r in a.relations] == ["repeals", "repeals"]


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Tòa án vẫn vận dụng {}, dù văn bản này viết cho một bộ luật đã hết hiệu lực.", False),
        ("Kể từ ngày văn bản này có hiệu lực, {} hết hiệu lực.", True),
    ],
)
def test_what_ends_is_another(said, ends):
    from kg.analyse import analyse

    a = analyse(f"Bồi thường thiệt hại\nĐiều 3. Áp dụng\n{said.format('Nghị quyết số 03/2006/NQ-HĐTP ngày 08/7/2006')}\n")
    assert any(r.predicate == "repeals" for r in a.relations) is ends


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("Nội dung này thay thế thời hạn nêu tại mục 3", {("THIS", "replaces", "189/TB-UBND")}),
        ("Nội dung này nêu lại thời hạn nêu tại mục 3", set()),
        ("Đồng thời, xin đính chính số điện thoại in tại mục 3", {("THIS", "corrects", "189/TB-UBND")}),
        ("Đề nghị đính chính số điện thoại in tại mục 3", set()),
    ],
)
def test_what_a_point_of_a_notice_changes(said, want):
    text = f"UBND TỈNH LÀO CAI\nSố: 268/TB-UBND\nLào Cai, ngày 14 tháng 10 năm 2025\n\nTHÔNG BÁO\nVề dự án\n\n4. Tái định cư\n{said} Thông báo số 189/TB-UBND ngày 04/8/2025 của UBND tỉnh.\n"
    assert links(text) == want


@pytest.mark.parametrize("verb", ["sửa lại", "sửa đổi"])
def test_what_is_put_anew(verb):
    text = f"{DECISION}Điều 2.\n1. Điểm 2 Quyết định số 5/2018/QĐ-UBND ngày 2/3/2018 của UBND tỉnh được {verb} như sau: “Đơn giá là 5 đồng”.\n"
    assert ("THIS", "amends", "5/2018/QĐ-UBND") in links(text)


def test_news_of_a_decree_ends_nothing_itself():
    text = (
        "Báo Mới - 14/02/2025 08:15\nNhững nghị định nào hết hiệu lực?\nTheo bài viết, Điều 51 Nghị định số 47/2026/NĐ-CP nêu rõ nhiều điểm mới.\n"
        "Đồng thời, bãi bỏ Điều 2 Nghị định số 4/2020/NĐ-CP; bãi bỏ Điều 3 Nghị định số 7/2022/NĐ-CP ngày 10/01/2022.\n"
    )
    assert not [x for x in links(text) if x[0] == "THIS"]


@pytest.mark.parametrize(
    ("why", "want"),
    [
        ("vì văn bản này đã được thay thế bởi Quyết định số 56/QĐ-BYT", {("56/QĐ-BYT", "replaces", "77/QĐ-BYT")}),
        ("vì văn bản này khó áp dụng", set()),
    ],
)
def test_this_paper_behind_a_reason_is_the_one_before(why, want):
    text = f"{DECISION}Điều 2. Không viện dẫn Quyết định số 77/QĐ-BYT của Bộ Y tế {why}.\n"
    assert links(text) == want


@pytest.mark.parametrize(
    ("text", "links_"),
    [
        ("Nội dung này thay thế thời hạn nêu tại mục 3 Thông báo số 12/TB-UBND ngày 01/2/2024.", {("self", "replaces", "12/TB-UBND")}),
        ("Quy định này thay thế thời hạn nêu tại mục 3 Thông tư số 12/2020/TT-BTC ngày 01/2/2020 của Bộ Tài chính.", set()),
    ],
)
def test_a_point_of_a_notice(text, links_):
    assert drafts.said(drafts.NOTICE + text) == links_


@pytest.mark.parametrize(
    ("since", "is_told"),
    [("từ ngày", True), ("kể từ khi", True), ("trước khi", False), ("để", False)],
)
def test_a_paper_that_ended_when_another_was_issued(since, is_told):
    got = drafts.said(
        f"{drafts.REPORT}Kế hoạch số 4/KH-UBND ngày 12/9/2016 hết hiệu lực {since} Kế hoạch số 2/KH-UBND ngày 2/6/2021 "
        "của UBND tỉnh được ban hành."
    )
    assert got == ({("2/KH-UBND", "repeals", "4/KH-UBND")} if is_told else set())


@pytest.mark.parametrize(
    "said",
    [
        "hết hiệu lực kể từ ngày Kế hoạch số 2/KH-UBND ngày 2/6/2021 không được ban hành.",
        "hết hiệu lực từ ngày 31/12/2020, song từ khi Kế hoạch số 2/KH-UBND ngày 2/6/2021 được ban hành mới có người làm.",
        "hết hiệu lực từ ngày 31/12/2020, từ khi Kế hoạch số 2/KH-UBND ngày 2/6/2021 được ban hành thì có người làm.",
        "hết hiệu lực từ khi Luật Đất đai số 31/2024/QH15 được ban hành.",
    ],
)
def test_an_end_that_is_not_by_the_paper_issued_later(said):
    got = drafts.told(drafts.REPORT + "Kế hoạch số 4/KH-UBND ngày 2/6/2020 " + said)
    assert not {link for link in got if " repeals 4/" in link}
