"""What a plan, a guideline, a letter does to papers of its kind; papers that notes name; words lost below a heading."""

import pytest

from kg.analyse import analyse

PLAN = (
    "ỦY BAN NHÂN DÂN\nXÃ LỆ NINH\nSố: 34/KH-UBND\nLệ Ninh, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nChăm sóc sức khỏe năm 2026\n\n"
    "Thực hiện Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị, UBND xã ban hành Kế hoạch như sau:\nI. NHIỆM VỤ\n"
)


def links(text, *predicates):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "this"}
    return {(names[r.subject], r.predicate, names[r.object], r.scope, r.strength) for r in a.relations if r.predicate in predicates}


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("3. Bãi bỏ mục III Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.", {("this", "repeals", "08/KH-UBND", "partial", "stated")}),
        ("3. Mục III Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã được bãi bỏ.", {("this", "repeals", "08/KH-UBND", "partial", "stated")}),
        ("3. Các chỉ tiêu tại Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã được thay thế bằng chỉ tiêu nêu trên.",
         {("this", "replaces", "08/KH-UBND", "partial", "stated")}),
        # another body's, an act, a task
        ("3. Bãi bỏ mục III Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND huyện Lệ Thủy.", set()),
        ("3. Bãi bỏ Quyết định số 08/QĐ-UBND ngày 22/7/2025 của UBND xã.", set()),
        ("3. Văn phòng tham mưu bãi bỏ Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.", set()),
    ],
)  # fmt: skip
def test_a_plan_ends_those_of_its_own_body(words, want):
    assert links(PLAN + words + "\n", "repeals", "replaces") == want


NOTED = (
    "ĐẢNG ỦY XÃ HÒA KHÁNH\n*\nSố 05-NQ/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa Khánh, ngày 15 tháng 3 năm 2023\n\nNGHỊ QUYẾT\nvề nông nghiệp\n\n"
)
NOTES = "-----\n[1] Nghị quyết số 20-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương.\n[2] Kế hoạch số 53-KH/HU, ngày 12/12/2022 của Huyện ủy.\n"


@pytest.mark.parametrize(
    ("opening", "want"),
    [
        ("Thực hiện các nghị quyết của Trung ương về nông nghiệp[1], kế hoạch của Huyện ủy[2], Đảng ủy xã ban hành Nghị quyết như sau:",
         {"20-NQ/TW", "53-KH/HU"}),
        ("Thực hiện nhiệm vụ của cả nhiệm kỳ[1], Đảng ủy xã ban hành Nghị quyết như sau:", set()),
        ("Đảng ủy xã biết các nghị quyết của Trung ương[1], kế hoạch của Huyện ủy[2].", set()),
    ],
)  # fmt: skip
def test_papers_of_notes_behind_general_words_of_the_opening(opening, want):
    text = f"{NOTED}{opening}\n1. Trồng lúa.\n{NOTES}"
    assert {b for a, p, b, _, strength in links(text, "implements") if a == "this" and strength == "footnote"} == want


CIRCULAR = (
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 10/2023/TT-BGDĐT\nHà Nội, ngày 28 tháng 4 năm 2023\n\nTHÔNG TƯ\nBãi bỏ một số cụm từ\n\n"
    "Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Thông tư bãi bỏ một số cụm từ.\n"
)
A, B = "Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020", "Thông tư số 32/2020/TT-BGDĐT ngày 15 tháng 9 năm 2020"


@pytest.mark.parametrize(
    ("articles", "predicate"),
    [
        (f"Điều 1. Bỏ cụm từ “hộ khẩu”\n1. Tại khoản 2 Điều 12 {A}.\n2. Tại Điều 33 {B}.\n", "amends"),
        (f"Điều 1. Các cụm từ\n1. Thay cụm từ “huyện” bằng cụm từ “xã” tại các thông tư sau:\na) Điều 12 {A};\nb) Điều 33 {B}.\n", "amends"),
        (f"Điều 1. Hồ sơ\n1. Tại Điều 12 {A} có hồ sơ.\n2. Tại Điều 33 {B} có sổ.\n", None),
        (f"Điều 1. Đính chính\n1. Đính chính cụm từ “Điều 28” thành “Điều 29” tại Điều 12 {A}.\n2. Đính chính cụm từ “năm” thành “tháng” tại Điều 33 {B}.\n",
         "corrects"),
    ],
)  # fmt: skip
def test_words_that_acts_lose(articles, predicate):
    got = links(CIRCULAR + articles, "amends", "replaces", "repeals", "corrects")
    want = {("this", predicate, n, "partial", "stated") for n in ("28/2020/TT-BGDĐT", "32/2020/TT-BGDĐT")}
    assert got == (want if predicate else set())


def test_figures_with_a_dash_as_older_acts_have_them():
    text = (
        "UỶ BAN THƯỜNG VỤ QUỐC HỘI\nSố: 05/1998/PL-UBTVQH10\nHà Nội, ngày 16 tháng 4 năm 1998\nPHÁP LỆNH\nTHUẾ TÀI NGUYÊN\nĐiều 17\n"
        "1- Pháp lệnh này có hiệu lực từ ngày 01 tháng 6 năm 1998.\n2- Bãi bỏ Điều 6 của Nghị quyết số 473-NQ/HĐNN8 ngày 10 tháng 9 năm 1991.\n"
    )
    assert links(text, "repeals") == {("this", "repeals", "473-NQ/HĐNN8", "partial", "stated")}


def test_a_submission_behind_the_grounds_of_a_conclusion():
    text = (
        "THÀNH ỦY HẢI PHÒNG\n*\nSố 27-KL/TU\nHải Phòng, ngày 14 tháng 10 năm 2025\nKẾT LUẬN CỦA BAN THƯỜNG VỤ THÀNH ỦY\nvề áp dụng văn bản\n\n"
        "Thực hiện Kết luận số 150-KL/TW, ngày 14/4/2025 của Bộ Chính trị; xét Tờ trình số 19-TTr/VPTU, ngày 06/10/2025 của Văn phòng Thành ủy, "
        "Ban Thường vụ Thành ủy kết luận:\n1. Áp dụng.\n"
    )
    assert ("this", "basedOn", "19-TTr/VPTU", None, "stated") in links(text, "basedOn")


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("3. Tạm đình chỉ thực hiện Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.", {("this", "suspends", "08/KH-UBND", None, "stated")}),
        ("3. Bãi bỏ Kế hoạch số 07/KH-UBND ngày 22/7/2025 của UBND xã; ngưng hiệu lực mục 3 Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.",
         {("this", "suspends", "08/KH-UBND", "partial", "stated")}),
        ("3. Văn phòng báo cáo kết quả bãi bỏ các kế hoạch; ngưng hiệu lực mục 3 Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.", set()),
        ("3. Văn phòng đề nghị tạm đình chỉ Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã.", set()),
    ],
)  # fmt: skip
def test_a_plan_suspends_those_of_its_own_body(words, want):
    assert links(PLAN + words + "\n", "suspends") == want


CONCLUSION = (
    "TỈNH ỦY GIA LAI\n*\nSố 27-KL/TU\nGia Lai, ngày 14 tháng 10 năm 2025\nKẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề rà soát văn bản\n\n"
    "Ban Thường vụ Tỉnh ủy kết luận:\n"
)
ENDED = (
    "2.1. Của Ban Chấp hành Đảng bộ tỉnh Bình Định (trước hợp nhất):\n- Nghị quyết số 04-NQ/TU ngày 01/6/2021;\n"
    "2.2. Của Ban Chấp hành Đảng bộ tỉnh Gia Lai (trước hợp nhất):\n- Nghị quyết số 09-NQ/TU ngày 05/7/2022.\n"
)


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        ("2. Các văn bản sau đây hết hiệu lực kể từ ngày ban hành Kết luận này:\n", 2),
        ("2. Các văn bản sau đây hết hiệu lực nếu được Trung ương đồng ý:\n", 0),
        ("2. Các văn bản sau đây được nghiên cứu lại theo Kết luận này:\n", 0),
    ],
)
def test_the_list_of_a_conclusion_goes_on_below_whose_papers_it_names(lead, number):
    assert {o for _, _, o, _, _ in links(CONCLUSION + lead + ENDED, "repeals")} == set(["04-NQ/TU", "09-NQ/TU"][:number])


@pytest.mark.parametrize(("of", "number"), [("12-KH/TU", 1), ("12-KH/HU", 0)])
def test_a_conclusion_ends_a_plan_of_its_committee(of, number):
    assert len(links(f"{CONCLUSION}2. Chấm dứt hiệu lực của Kế hoạch số {of} ngày 01/6/2021.\n", "repeals")) == number


def test_a_plan_says_that_one_of_its_body_ends_too():
    text = PLAN + "3. Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã cũng hết hiệu lực.\n"
    assert links(text, "repeals") == {("this", "repeals", "08/KH-UBND", None, "stated")}


GUIDE = "TỈNH ỦY SƠN LA\nBAN TỔ CHỨC\n*\nSố 21-HD/BTCTU\nSơn La, ngày 5 tháng 8 năm 2022\n\nHƯỚNG DẪN\nvề xếp loại chi bộ\n\n1. "
OF_BOARD = "Hướng dẫn số 10-HD/BTCTU ngày 3/4/2020 của Ban Tổ chức Tỉnh ủy"


@pytest.mark.parametrize(
    ("words", "is_changed"),
    [
        (f"Sửa đổi khoản 2 Mục II {OF_BOARD} như sau:", True),
        (f"Sửa đổi khoản 2 Mục II {OF_BOARD}.", False),  # into what?
        (f"Sửa đổi {OF_BOARD} như sau:", False),  # in what?
        (f"Các huyện ủy sửa đổi khoản 2 Mục II {OF_BOARD} như sau:", False),
        ("Sửa đổi khoản 2 Mục II Hướng dẫn số 10-HD/BTCTW ngày 3/4/2020 của Ban Tổ chức Trung ương như sau:", False),
    ],
)
def test_a_guideline_amends_one_of_its_body(words, is_changed):
    want = {("this", "amends", "10-HD/BTCTU", "partial", "stated")} if is_changed else set()
    assert links(f"{GUIDE}{words}\n", "amends") == want


NOTICE = "THÀNH ỦY HẢI PHÒNG\nVĂN PHÒNG\n*\nSố 27-{}/VPTU\nHải Phòng, ngày 14 tháng 10 năm 2025\n\n{}\n\n1. Các cơ quan họp.\n2. "
OWN = {"TB": ("THÔNG BÁO\nvề lịch họp", "Thông báo"), "CV": ("Kính gửi: Các quận ủy", "Công văn")}


@pytest.mark.parametrize(("code", "other"), [("TB", "CV"), ("CV", "TB")])
@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("Bãi bỏ {own}/VPTU ngày 3/4/2025 của Văn phòng Thành ủy.", "repeals"),
        ("Thay thế {own}/VPTU ngày 3/4/2025.", "replaces"),
        ("Nhân đây, Văn phòng Thành ủy đính chính {own}/VPTU ngày 3/4/2025.", "corrects"),
        # who is asked to, what is of another type or body, what a notice does not change in passing
        ("Nhân đây, đề nghị các quận ủy đính chính {own}/VPTU ngày 3/4/2025.", None),
        ("Bãi bỏ {other}/VPTU ngày 3/4/2025 của Văn phòng Thành ủy.", None),
        ("Bãi bỏ {own}/VPTW ngày 3/4/2025 của Văn phòng Trung ương Đảng.", None),
        ("Văn phòng Thành ủy đính chính {own}/VPTW ngày 3/4/2025 của Văn phòng Trung ương Đảng.", None),
        ("Sửa đổi {own}/VPTU ngày 3/4/2025.", None),
    ],
)
def test_a_notice_or_letter_ends_and_puts_right_its_own(code, other, words, predicate):
    own, another = (f"{OWN[c][1]} số 12-{c}" for c in (code, other))
    text = NOTICE.format(code, OWN[code][0]) + words.format(own=own, other=another) + "\n"
    got = {p for _, p, _, _, _ in links(text, "repeals", "replaces", "corrects", "amends")}
    assert got == ({predicate} if predicate else set())


REVIEW = (
    "TỈNH ỦY SƠN LA\n*\nSố 412-KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 17 tháng 6 năm 2019\n\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n"
    "về phát triển rừng\n-----\nBan Thường vụ Tỉnh ủy kết luận:\n"
)


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("2.3- Điều chỉnh khoản 3, mục III Kết luận số 155-KL/TU ngày 21-12-2016 của Ban Thường vụ Tỉnh ủy như sau: \"Bố trí 12 tỷ đồng\".",
         {("this", "amends", "155-KL/TU", "partial", "stated")}),
        ("2.4- Bãi bỏ Thông báo số 640-TB/TU ngày 09-10-2017 của Ban Thường vụ Tỉnh ủy về việc tạm dừng cấp phép.",
         {("this", "repeals", "640-TB/TU", None, "stated")}),
        # what others are told to do
        ("3.1- Ban cán sự đảng:\n- Sửa đổi Kế hoạch số 186/KH-UBND ngày 16-6-2016 cho phù hợp với Kết luận này.", set()),
        ("2.4- Giao Văn phòng bãi bỏ Thông báo số 640-TB/TU ngày 09-10-2017 của Ban Thường vụ Tỉnh ủy.", set()),
    ],
)  # fmt: skip
def test_a_conclusion_changes_what_it_tells_anew(words, want):
    assert links(f"{REVIEW}{words}\n", "amends", "repeals", "replaces") == want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("3. Mục III Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã hết hiệu lực; các nội dung khác vẫn thực hiện.",
         {("this", "repeals", "08/KH-UBND", "partial", "stated")}),
        ("3. Mốc thời gian nêu tại mục 5 Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã hết hiệu lực.",
         {("this", "repeals", "08/KH-UBND", "partial", "stated")}),
        ("3. Điều chỉnh thời hạn tại Phụ lục I Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã theo bảng nêu tại mục III.",
         {("this", "amends", "08/KH-UBND", "partial", "stated")}),
        ("3. Thời hạn nêu tại Kế hoạch số 08/KH-UBND ngày 22/7/2025 của UBND xã được giữ nguyên.", set()),
    ],
)  # fmt: skip
def test_a_plan_changes_parts_of_those_of_its_own_body(words, want):
    assert links(PLAN + words + "\n", "repeals", "replaces", "amends") == want


@pytest.mark.parametrize(
    ("opening", "want"),
    [
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và kết luận của Trung ương về khoa học[1], Đảng ủy xã ban hành Nghị quyết:",
         {"20-NQ/TW"}),
        ("Căn cứ Luật Thanh niên năm 2020; thực hiện chủ trương của Trung ương về thanh niên[1], kế hoạch của Huyện ủy[2], Đảng ủy xã hướng dẫn như sau:",
         {"20-NQ/TW", "53-KH/HU"}),
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị cho cả nhiệm kỳ[1], Đảng ủy xã ban hành Nghị quyết:", set()),
    ],
)  # fmt: skip
def test_notes_behind_words_beside_a_paper(opening, want):
    text = f"{NOTED}{opening}\n1. Trồng lúa.\n{NOTES}"
    assert {b for a, p, b, _, strength in links(text, "implements") if a == "this" and strength == "footnote"} == want
