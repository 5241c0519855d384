"""Whose effect it is where a sentence names at its head the paper that it tells of."""

import pytest

from kg.analyse import analyse

LIST = "\n\n1. Quyết định số 37/2010/QĐ-BYT ngày 29/1/2010.\n\n2. Quyết định số 50/2011/QĐ-BYT.\n"
ENDED = ("37/2010/QĐ-BYT", "50/2011/QĐ-BYT")


def links(text):
    """Every typed link by number, or title; ``self`` is the text."""
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    "lead",
    [
        "Thông tư số 47/2025/TT-BYT bãi bỏ toàn bộ các văn bản sau:",
        "Cụ thể, tại Thông tư số 47/2025/TT-BYT do Bộ trưởng Bộ Y tế vừa ký ban hành ngày 30/12/2025 đã bãi bỏ toàn bộ 2 văn bản do Bộ ban hành, cụ thể:",
        "Theo Thông tư số 47/2025/TT-BYT, Bộ Y tế bãi bỏ 2 văn bản sau:",
        "Bộ Y tế vừa ban hành Thông tư số 47/2025/TT-BYT bãi bỏ 2 văn bản gồm:",
        "Bộ Y tế vừa ban hành Thông tư số 47/2025/TT-BYT.\nTheo đó, bãi bỏ các văn bản sau:",
        "UBND TỈNH SƠN LA\nSố: 5/BC-UBND\nSơn La, ngày 5 tháng 1 năm 2026\nBÁO CÁO\nKết quả\n\nThông tư số 47/2025/TT-BYT bãi bỏ các văn bản sau:",
    ],
)
def test_a_list_belongs_to_the_paper_that_its_lead_names(lead):
    got = links(lead + LIST)
    assert "self" not in {subject for subject, predicate, _ in got if predicate == "repeals"}
    assert "BÁO CÁO" in lead or got == {("47/2025/TT-BYT", "repeals", number) for number in ENDED}


@pytest.mark.parametrize(
    "text",
    [
        "Thông tư số 47/2025/TT-BYT có hiệu lực từ ngày 15/2/2026 và bãi bỏ các văn bản sau: Quyết định số 37/2010/QĐ-BYT; Quyết định số 50/2011/QĐ-BYT.",
        "Tại Thông tư số 47/2025/TT-BYT, Bộ Y tế đã bãi bỏ Quyết định số 37/2010/QĐ-BYT và Quyết định số 50/2011/QĐ-BYT.",
    ],
)
def test_in_a_sentence_too(text):
    assert links(text) == {("47/2025/TT-BYT", "repeals", number) for number in ENDED}


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Thông tư số 47/2025/TT-BYT, Sở Y tế đề nghị bãi bỏ các văn bản sau:" + LIST,
        "Theo Nghị quyết số 66/NQ-CP, Bộ Y tế đã bãi bỏ Quyết định số 37/2010/QĐ-BYT.",  # the resolution is not the ministry's
        "Tại Thông tư số 47/2025/TT-BYT, Bộ Y tế giao các cục rà soát, bãi bỏ Quyết định số 37/2010/QĐ-BYT.",
    ],
)
def test_nobody_repeals_by_what_another_paper_asks(text):
    assert not [link for link in links(text) if link[1] == "repeals"]


def test_a_decision_repeals_what_it_lists_under_a_resolution():
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/2020/QĐ-TTg\nHà Nội, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc bãi bỏ văn bản\nQUYẾT ĐỊNH:\n"
        "Điều 1. Theo Nghị quyết số 66/NQ-CP, bãi bỏ các văn bản sau:" + LIST
    )
    assert links(text) >= {("self", "repeals", number) for number in ENDED}


def test_a_page_speaks_of_the_paper_that_it_shows():
    text = (
        "BỘ CÔNG THƯƠNG\nSố: 4267/QĐ-BCT\nHà Nội, ngày 10 tháng 11 năm 2017\nQUYẾT ĐỊNH\nVề pha màu xăng dầu\n\n"
        "Tại Quyết định số 4267/QĐ-BCT ngày 10/11/2017, Bộ Công Thương đã sửa đổi một số nội dung của Quyết định số 1273/2004/QĐ-BTM.\n"
    )
    assert ("self", "amends", "1273/2004/QĐ-BTM") in links(text)


DECISION = "UBND TỈNH SƠN LA\nSố: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý đất\nQUYẾT ĐỊNH:\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Điều 1. Làm theo Nghị định số 30/2020/NĐ-CP (văn bản này đã thay thế Nghị định số 110/2004/NĐ-CP).", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
        (
            "Điều 1. Chợ theo Quyết định số 12/2015/QĐ-UBND và Quyết định số 13/2016/QĐ-UBND (hai văn bản này đã được thay thế"
            " bằng Quyết định số 45/2019/QĐ-UBND).",
            {("45/2019/QĐ-UBND", "replaces", "12/2015/QĐ-UBND"), ("45/2019/QĐ-UBND", "replaces", "13/2016/QĐ-UBND")},
        ),
        ("Điều 1. Văn bản này thay thế Quyết định số 12/2015/QĐ-UBND.", {("self", "replaces", "12/2015/QĐ-UBND")}),
        (
            "Điều 1. Quy hoạch theo Quyết định số 12/2015/QĐ-UBND phê duyệt quy hoạch chung, sau đó được điều chỉnh, bổ sung tại Quyết định số 13/2016/QĐ-UBND.",
            {("13/2016/QĐ-UBND", "amends", "12/2015/QĐ-UBND")},
        ),
        ("Điều 1. Giao đất theo Quyết định số 12/2015/QĐ-UBND, sau đó giá được điều chỉnh theo Quyết định số 13/2016/QĐ-UBND.", set()),
        ("Điều 1. Đất giao theo Quyết định số 12/2015/QĐ-UBND, sau đó được điều chỉnh bởi Luật số 77/2015/QH13.", set()),
        (
            "Điều 1. Bãi bỏ khoản 1 Điều 2 Quy chế quản lý vỉa hè ban hành kèm theo Quyết định số 12/2015/QĐ-UBND và Quy định về cấp phép"
            " ban hành kèm theo Quyết định số 13/2016/QĐ-UBND.",
            {("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")},
        ),
        (
            "Điều 1. Bãi bỏ Quyết định số 12/2015/QĐ-UBND và giao Sở thực hiện Quy định ban hành kèm theo Quyết định số 13/2016/QĐ-UBND.",
            {("self", "repeals", "12/2015/QĐ-UBND")},
        ),
    ],
)  # fmt: skip
def test_what_brackets_later_days_and_second_rules_tell(text, want):
    assert links(DECISION + text + "\n") == want


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.\n\nLuật này đã cũ. Sửa đổi Luật Điện ảnh có là điều kiện duy nhất?",
        "Năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.\n\nSửa đổi Luật Điện ảnh là cần thiết.",
        "Năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW.\n\nLuật này đã cũ. Sửa đổi Luật Điện ảnh trong năm tới.",
        "Năm 2014, Bộ Chính trị ban hành Nghị quyết số 33-NQ/TW. Cụ thể hóa Nghị quyết số 33-NQ/TW, Thủ tướng ban hành Chiến lược văn hóa.",
    ],
)
def test_news_that_speaks_of_a_change_changes_nothing(text):
    assert not links(text)


def test_prose_that_opens_a_paper_is_no_news():
    text = "Quốc hội đã thông qua luật. Thực hiện Quyết định số 717/QĐ-TTg ngày 27/7/2024, Tòa án ban hành Kế hoạch như sau:\n"
    assert links(text) == {("self", "implements", "717/QĐ-TTg")}


def test_a_page_tells_its_state_of_force():
    text = (
        "Quyết định 27/2023/QĐ-UBND\n\nTHUỘC TÍNH\nSố ký hiệu: 27/2023/QĐ-UBND\nNgày ban hành: 15/08/2023\nLoại văn bản: Quyết định\n"
        "Tình trạng hiệu lực: Hết hiệu lực một phần (khoản 2 Điều 7 bị bãi bỏ bởi Quyết định số 41/2024/QĐ-UBND ngày 30/09/2024)\n"
    )
    assert links(text) == {("41/2024/QĐ-UBND", "repeals", "self")}
    (link,) = [r for r in analyse(text).relations if r.predicate == "repeals"]
    assert [p.as_dict() for p in link.provisions] == [{"dieu": "7", "khoan": "2"}]


def test_news_tells_when_a_paper_was_issued_before_what_it_does():
    text = (
        "Theo Nghị định 70/2025/NĐ-CP được Chính phủ ban hành hôm 20/3/2025, sửa đổi một số điều của Nghị định 123/2020/NĐ-CP về hóa đơn, "
        "các hộ phải dùng hóa đơn điện tử.\n"
    )
    assert links(text) == {("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP")}


def test_what_a_scholar_proposes_is_done_by_nobody():
    text = "Tác giả kiến nghị sửa đổi Điều 301 theo hướng dẫn chiếu về Bộ luật Dân sự năm 2015, đồng thời bãi bỏ mức trần tại Luật Xây dựng năm 2014.\n"
    assert links(text) == set()


A, B, C, D = (f"Quyết định số {n}/QĐ-UBND" for n in ("12/2015", "13/2016", "14/2017", "15/2018"))


@pytest.mark.parametrize(
    ("behind", "predicate"),
    [
        (", tuy nhiên văn bản này đã bị thay thế bởi ", "replaces"),
        (" có hiệu lực từ ngày 01/5/2015 nhưng đã được sửa đổi bởi ", "amends"),
        (", song văn bản này nay đã bị bãi bỏ theo ", "repeals"),
        # another thing suffered it, or nothing did
        (", tuy nhiên mức này đã bị thay thế bởi ", None),
        (", tuy nhiên văn bản này chưa bị thay thế bởi ", None),
        (", tuy nhiên văn bản này đã được ban hành theo ", None),
    ],
)
def test_what_befell_a_paper_is_told_behind_it(behind, predicate):
    assert links(f"{DECISION}Điều 1. Giá đất theo {A}{behind}{B}.\n") == ({("13/2016/QĐ-UBND", predicate, "12/2015/QĐ-UBND")} if predicate else set())


def test_only_a_paper_of_its_kind_changes_another_later():
    text = f"{DECISION}Điều 1. Giá đất theo {A}, tuy nhiên văn bản này đã bị thay thế bởi Luật số 77/2015/QH13.\n"
    assert links(text) == set()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"Giá đất theo {A} và {B}. Cả hai được thay thế bởi {D}.", 2),
        (f"Giá đất theo {A}, {B} và {C}. Các quyết định này đã được thay thế bởi {D}.", 3),
        (f"Giá đất theo {A}, {B} và {C}. Cả hai được thay thế bởi {D}.", 0),  # which two?
        (f"Giá đất theo {A}. Các quyết định này đã được thay thế bởi {D}.", 0),
        (f"Giá đất theo {A} và Luật số 77/2015/QH13. Cả hai được thay thế bởi {D}.", 0),
        (f"Giá đất theo {A} và {B}. Cả hai nội dung được thay thế bởi {D}.", 0),
        (f"Giá đất theo {A} và {B}. Cả hai được ban hành theo {D}.", 0),
    ],
)
def test_what_befell_both_papers_of_the_sentence_before(text, number):
    ended = ("12/2015/QĐ-UBND", "13/2016/QĐ-UBND", "14/2017/QĐ-UBND")[:number]
    assert links(f"{DECISION}Điều 1. {text}\n") == {("15/2018/QĐ-UBND", "replaces", n) for n in ended}


@pytest.mark.parametrize(
    ("lead", "is_told"),
    [
        ("Trước đó, Thông tư số 47/2025/TT-BYT bãi bỏ các văn bản sau:", True),
        ("Chính Thông tư số 47/2025/TT-BYT bãi bỏ các văn bản sau:", True),
        ("Trước đó, theo Thông tư số 47/2025/TT-BYT, Sở Y tế đề nghị bãi bỏ các văn bản sau:", False),
    ],
)
def test_who_did_it_behind_when_it_was(lead, is_told):
    got = {link for link in links(f"{DECISION}Điều 1. Khám bệnh.\n{lead}{LIST}") if link[1] == "repeals"}
    assert got == ({("47/2025/TT-BYT", "repeals", number) for number in ENDED} if is_told else set())


@pytest.mark.parametrize(("what", "is_told"), [("nghị định", True), ("văn bản", True), ("thông tư", False)])
def test_a_paper_that_is_said_to_be_the_one_that_replaces_another(what, is_told):
    text = f"Từ nay áp dụng Nghị định số 30/2020/NĐ-CP là {what} thay thế Nghị định số 110/2004/NĐ-CP.\n"
    assert links(text) == ({("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")} if is_told else set())


REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nRà soát\n\n"


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        (f"{A} và {B} hết hiệu lực từ ngày 01/8/2018 theo khoản 2 Điều 112 {D}.", ["12/2015", "13/2016"]),
        (f"{A} đã hết hiệu lực theo quy định tại Điều 5 của {D}.", ["12/2015"]),
        (f"{A} chấm dứt hiệu lực theo điều khoản thi hành {D}.", ["12/2015"]),
        (f"Giá đất nêu tại {A}, theo đó {B} hết hiệu lực theo {D}.", ["13/2016"]),
        # denied, in force, ended for another reason, by a paper of another kind
        (f"{A} và {B} không hết hiệu lực theo khoản 2 Điều 112 {D}.", []),
        (f"{A} từ ngày 01/8/2018 nhưng chưa hết hiệu lực theo {D}.", []),
        (f"{A} có hiệu lực theo {D}.", []),
        (f"{A} hết hiệu lực sớm hơn hạn theo {D}.", []),
        (f"Luật số 65/2014/QH13 hết hiệu lực theo {D}.", []),
    ],
)
def test_what_ends_by_the_closing_provisions_of_another(text, ended):
    assert links(f"{REPORT}{text}\n") == {("15/2018/QĐ-UBND", "repeals", f"{n}/QĐ-UBND") for n in ended}


@pytest.mark.parametrize(("law", "ends"), [("Luật số 27/2023/QH15", True), ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", False)])
def test_the_law_on_how_papers_are_made_ends_none(law, ends):
    text = f"{REPORT}Luật số 65/2014/QH13 hết hiệu lực theo Điều 54 của {law}.\n"
    assert links(text) == ({("27/2023/QH15", "repeals", "65/2014/QH13")} if ends else set())


@pytest.mark.parametrize(
    ("since", "predicate"),
    [
        (" có hiệu lực, kể từ ngày 01/5/2015 nhưng đã bị thay thế bởi ", "replaces"),
        (" có hiệu lực từ ngày 01/5/2015 nhưng không được thay thế bởi ", None),
        (" có hiệu lực từ khi ký song chưa hề được thay thế bởi ", None),
    ],
)
def test_what_did_not_befall_it_since_a_day(since, predicate):
    assert links(f"{DECISION}Điều 1. Giá đất theo {A}{since}{B}.\n") == ({("13/2016/QĐ-UBND", predicate, "12/2015/QĐ-UBND")} if predicate else set())


@pytest.mark.parametrize(("which", "number"), [("Nay cả hai", 2), ("Hai văn bản ấy", 2), ("Các quy định này", 0), ("Nay các mức giá này", 0)])
def test_which_words_mean_both_papers(which, number):
    ended = ("12/2015/QĐ-UBND", "13/2016/QĐ-UBND")[:number]
    text = f"{DECISION}Điều 1. Giá đất theo {A} và {B}. {which} được thay thế bởi {D}.\n"
    assert links(text) == {("15/2018/QĐ-UBND", "replaces", n) for n in ended}


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        (f"{A} và {B}", ["12/2015", "13/2016"]),
        (f"{A}, {B} và {C}", ["12/2015", "13/2016", "14/2017"]),
        # the list has ended, or another thing is said of the next
        (f"{A}, theo {B}", ["12/2015"]),
        (f"{A} và hướng dẫn {B}", ["12/2015"]),
    ],
)
def test_the_list_on_which_another_paper_acts(words, ended):
    text = f"HỎI - ĐÁP\nTrả lời bạn đọc về giá đất như sau:\n{D} là văn bản thay thế {words}.\n"
    assert links(text) == {("15/2018/QĐ-UBND", "replaces", f"{n}/QĐ-UBND") for n in ended}


def test_a_paper_issued_to_replace_two():
    text = (
        "HỎI - ĐÁP\nTrả lời bạn đọc về giá đất như sau:\nUBND tỉnh đã ban hành Quyết định số 15/2018/QĐ-UBND để thay thế"
        " Quyết định số 12/2015/QĐ-UBND và Quyết định số 13/2016/QĐ-UBND, Quyết định số 14/2016/QĐ-UBND vẫn có hiệu lực.\n"
    )
    new = "15/2018/QĐ-UBND"
    assert links(text) == {(new, "replaces", "12/2015/QĐ-UBND"), (new, "replaces", "13/2016/QĐ-UBND")}


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("3. Về dạy thêm: Thông tư số 29/2024/TT-BGDĐT có hiệu lực từ ngày 14/02/2025, thay thế Thông tư số 17/2012/TT-BGDĐT.", True),
        ("3. Về dạy thêm: theo Thông tư số 29/2024/TT-BGDĐT có hiệu lực từ ngày 14/02/2025, đề xuất thay thế Thông tư số 17/2012/TT-BGDĐT.", False),
    ],
)
def test_the_topic_of_a_line_before_the_paper_that_acts(words, want):
    head = "SỞ GIÁO DỤC\nSố: 5/BC-SGD\nSơn La, ngày 5 tháng 1 năm 2026\nBÁO CÁO\nKết quả\n\nI. TÌNH HÌNH\n"
    assert (("29/2024/TT-BGDĐT", "replaces", "17/2012/TT-BGDĐT") in links(f"{head}{words}\n")) == want


def test_this_paper_in_an_article_is_the_one_of_the_sentence_before():
    text = (
        "Những mốc mới\nBan Bí thư vừa ban hành Hướng dẫn số 02-HD/TW, ngày 9-12-2021, thực hiện Quy định số 22-QĐ/TW.\n\n"
        "Tiếp theo là Quy định số 37-QĐ/TW, ngày 25-10-2021, của Ban Chấp hành Trung ương. Văn bản này thay thế Quy định số 47-QĐ/TW.\n"
    )
    assert {(a, b) for a, p, b in links(text) if p == "replaces"} == {("37-QĐ/TW", "47-QĐ/TW")}


@pytest.mark.parametrize(("words", "want"), [("được công bố hết hiệu lực tại", False), ("được công bố tại", True)])
def test_what_is_announced_to_have_ended_is_not_proclaimed(words, want):
    text = f"Danh mục {{}} Nghị quyết số 24/2018/NQ-HĐND {words} Quyết định số 105/QĐ-UBND ngày 20/01/2022."
    assert any(p == "promulgates" for _, p, _ in links(text)) == want


@pytest.mark.parametrize("law", ["Quốc hội đã thông qua Luật Địa chất và khoáng sản ngày 29/11/2024 để thay thế Luật Khoáng sản năm 2010."])
def test_a_law_that_was_passed_to_replace_one(law):
    assert any(p == "replaces" for _, p, _ in links(f"BÁO CÁO\nKết quả\n\nI. TÌNH HÌNH\n1. {law}\n"))


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("; thời gian thực hiện đã được điều chỉnh tại", True),
        (", được điều chỉnh lần đầu tại", True),
        ("; tổng mức đầu tư được điều chỉnh theo", True),
        ("; giá đất được điều chỉnh tại", False),
    ],
)
def test_what_of_a_project_a_later_decision_changed(said, changed):
    a = analyse(f"Dự án được phê duyệt tại Quyết định số 33/QĐ-UBND ngày 15/9/2023 của UBND tỉnh{said} Quyết định số 20/QĐ-UBND ngày 3/6/2024.")
    assert any(r.predicate == "amends" for r in a.relations) is changed


def test_two_laws_that_took_effect_replace_a_third():
    a = analyse(
        "Luật Đường bộ số 35/2024/QH15 và Luật Phòng không nhân dân số 49/2024/QH15 cùng được Quốc hội thông qua ngày 27/6/2024, "
        "có hiệu lực từ ngày 01/01/2025, thay thế Luật Giao thông đường bộ năm 2008."
    )
    names = {d.id: d.number for d in a.documents}
    assert {names[r.subject] for r in a.relations if r.predicate == "replaces"} == {"35/2024/QH15", "49/2024/QH15"}


@pytest.mark.parametrize(("words", "n"), [(" đều đã được thay thế bởi", 2), (" đã được thay thế bởi", 1), (" quy định khác với", 0)])
def test_what_befell_papers_of_which_a_bracket_tells_more(words, n):
    a = analyse(
        "Lưu ý: Nghị định số 61/2018/NĐ-CP và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 (sửa đổi, bổ sung một số điều của Nghị định 61)"
        f"{words} Nghị định số 118/2025/NĐ-CP ngày 09/6/2025."
    )
    assert [r.predicate for r in a.relations].count("replaces") == n


@pytest.mark.parametrize("when", ["mới đây", "gần đây", "vừa qua"])
def test_what_lately_befell_a_paper(when):
    a = analyse(f"Xử phạt theo Nghị định số 35/2019/NĐ-CP, ngày 25/4/2019 ({when} được sửa đổi, bổ sung tại Nghị định số 07/2022/NĐ-CP, ngày 10/1/2022).")
    assert [r.predicate for r in a.relations if r.predicate != "cites"] == ["amends"]


def test_a_list_in_brackets_of_what_adjusted_a_paper():
    a = analyse(
        "HĐND HUYỆN KRÔNG PẮC\nSố: 47/NQ-HĐND\nKrông Pắc, ngày 19 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề đầu tư công\nQUYẾT NGHỊ:\n"
        "Điều 1. Điều chỉnh Phụ lục I kèm theo Nghị quyết số 31/NQ-HĐND ngày 30/7/2021 của HĐND huyện về Kế hoạch đầu tư công (đã được điều chỉnh, "
        "bổ sung tại các Nghị quyết số 12/NQ-HĐND ngày 20/7/2022 và số 38/NQ-HĐND ngày 21/12/2022 của HĐND huyện), cụ thể như sau:\n"
    )
    number = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    got = {(number[r.subject], number[r.object]) for r in a.relations if r.predicate == "amends"}
    assert got == {(s, "31/NQ-HĐND") for s in ("self", "12/NQ-HĐND", "38/NQ-HĐND")}
