"""Short forms, back-references and names that a text gives a paper: what each means, and when it means nothing."""

import pytest

from kg.analyse import analyse

R18 = "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII"
D30 = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"


def meant(text, words):
    """The numbers of the documents that mentions with exactly these words point to."""
    a = analyse(text)
    number = {d.id: d.number or d.title for d in a.documents}
    return [number.get(m.target) for m in a.mentions if m.text == words]


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (f"{R18} (sau đây gọi tắt là Nghị quyết 18). Theo Nghị quyết 18.", "Nghị quyết 18", ["18-NQ/TW"] * 2),
        ("Nghị quyết số 18-NQ/TW và Nghị quyết số 18/NQ-HĐND (sau đây gọi là Nghị quyết số 18). Nghị quyết số 18 nêu.",
         "Nghị quyết số 18", ["18/NQ-HĐND"] * 2),
        ("Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư (gọi tắt là "
         "Đề án 06). Kết quả Đề án 06.", "Đề án 06", ["06/QĐ-TTg"] * 2),
        ("Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số 85/2015/QH13, được sửa đổi bởi Luật số "
         "83/2025/QH15 (sau đây gọi là Luật Bầu cử). Theo Điều 5 Luật Bầu cử.", "Luật Bầu cử", ["85/2015/QH13"] * 2),
        ("Quyết định số 1719/QĐ-TTg ngày 14/10/2021 phê duyệt Chương trình mục tiêu quốc gia (Chương trình 1719). Kết quả "
         "Chương trình 1719.", "Chương trình 1719", ["1719/QĐ-TTg"] * 2),
        ("theo Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15). Luật Thực hiện dân chủ ở cơ sở quy định.",
         "Luật Thực hiện dân chủ ở cơ sở", ["10/2022/QH15"] * 2),
        (f"{D30} được sửa đổi bởi Nghị định số 9/2025/NĐ-CP (sau đây viết tắt là Nghị định số 30). Nghị định số 30 hết "
         "hiệu lực.", "Nghị định số 30", ["30/2020/NĐ-CP"] * 2),
    ],
)
def test_a_name_that_the_text_gives_means_its_paper_from_there_on(text, words, want):
    assert meant(text, words) == want


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # the body, not the paper; the regulation that came with a circular; a name used before it is given
        (f"{R18}; Ban Chỉ đạo thực hiện Nghị quyết (sau đây gọi là Ban Chỉ đạo). Ban Chỉ đạo họp.", "Ban Chỉ đạo"),
        ("Quy chế thi ban hành kèm theo Thông tư số 17/2023/TT-BGDĐT (sau đây gọi là Quy chế thi). Theo Quy chế thi.",
         "Quy chế thi"),
        ("Kế hoạch tuần (Công văn 12) và Quyết định số 1719/QĐ-TTg.", "Công văn 12"),
        ("Kết quả Đề án 06. Quyết định số 06/QĐ-TTg (gọi tắt là Đề án 6) được ban hành.", "Đề án 06"),
    ],
)
def test_other_names_are_no_mentions(text, words):
    assert meant(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (f"Thực hiện {D30}. Nghị định nói trên quy định.", "Nghị định nói trên", ["30/2020/NĐ-CP"]),
        (f"Thực hiện {D30}. Nghị định đó quy định.", "Nghị định đó", ["30/2020/NĐ-CP"]),
        (f"Thực hiện {D30}. Văn bản nêu trên hết hiệu lực.", "Văn bản nêu trên", ["30/2020/NĐ-CP"]),
        # "khai" is no "hai"
        (f"{D30}. Sở đã có kế hoạch triển khai Nghị định nói trên đến các xã.", "Nghị định nói trên", ["30/2020/NĐ-CP"]),
        (f"{D30}. Sở triển khai hai Nghị định nói trên đến các xã.", "Nghị định nói trên", []),
        # two of the type, the plural, and what is no paper
        (f"{D30} và Nghị định số 1/2021/NĐ-CP. Nghị định nói trên quy định.", "Nghị định nói trên", []),
        (f"{D30}; {R18}. Văn bản nêu trên hết hiệu lực.", "Văn bản nêu trên", []),
        (f"Thực hiện {D30}. Các văn bản nêu trên, các Nghị định nói trên.", "Nghị định nói trên", []),
        (f"Thực hiện {D30}. Theo luật, nghị định đó thì", "nghị định đó", []),
        ("Luật Điện lực số 61/2024/QH15 tuân theo quy luật đó", "luật đó", []),
    ],
)
def test_back_references(text, words, want):
    assert meant(text, words) == want


def test_bare_serials_that_nothing_completes_are_one_open_document():
    a = analyse("Theo Nghị quyết 68 của Bộ Chính trị, kinh tế tư nhân quan trọng. Nghị quyết 68 nêu rõ.")
    assert [m.text for m in a.mentions] == ["Nghị quyết 68", "Nghị quyết 68"]
    assert {(m.target, m.issuer) for m in a.mentions} == {(a.documents[0].id, "bo-chinh-tri")}
    assert a.documents[0].status == "unresolved"


@pytest.mark.parametrize(
    "text", ["Nghị quyết 3 nội dung", "Quyết định 5 vấn đề lớn", "Kế hoạch 5 năm", "Nghị quyết 748 (WRC-19)",
             "Nghị quyết 1373 của Hội đồng Bảo an"]
)
def test_counts_and_papers_of_international_bodies_are_no_serials(text):
    assert analyse(f"Hội đồng thảo luận. {text} được nêu.").mentions == ()


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        # the term, the day of signing: a body has one code, so the paper is known
        ("Kết luận số 62-KL/TW của Bộ Chính trị (khóa X)", "Kết luận số 62-KL/TW", "vn_dcsvn-tw_ket-luan_k10_62-kl-tw"),
        ("Thực hiện Quyết định số 217, 218 của Bộ Chính trị (khóa XI)", "218", "vn_dcsvn-tw_quyet-dinh_k11_218-qd-tw"),
        ("Ngày 22/12/2024, Tổng Bí thư đã ký ban hành Nghị quyết số 57 của Bộ Chính trị.", "Nghị quyết số 57",
         "vn_dcsvn-tw_nghi-quyet_k13_57-nq-tw"),
        ("Ngày 8-1-2002, Bộ Chính trị ra Nghị quyết số 09 về cựu chiến binh.", "Nghị quyết số 09", "vn_dcsvn-tw_nghi-quyet_k9_09-nq-tw"),
        # the Party's number in the State's form
        ("Chỉ thị số 22/CT-TW ngày 23/01/2018 của Ban Bí thư", "Chỉ thị số 22/CT-TW ngày 23/01/2018", "vn_dcsvn-tw_chi-thi_k12_22-ct-tw"),
    ],
)  # fmt: skip
def test_what_makes_a_bare_or_undated_number_known(text, words, want):
    assert [m.target for m in analyse(text).mentions if m.text == words] == [want]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{R18}. Sơ kết nghị quyết 18 ở cơ sở.", "nghị quyết 18"),
        ("Sơ kết chỉ thị số 03 của bộ chính trị ở xã.", "chỉ thị số 03"),
        ("Theo hướng dẫn số 02 ngày 30/10/2015 của Ban Tuyên giáo Tỉnh ủy.", "hướng dẫn số 02 ngày 30/10/2015"),
        ("Học tập NQ 57 trong toàn ngành.", "NQ 57"),
        ("Học tập CT 05 của Bộ Chính trị.", "CT 05"),
    ],
)
def test_small_letters_and_codes_as_the_press_writes_them(text, words):
    assert words in [m.text for m in analyse(text).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Thông qua quyết định 5 nội dung; kế hoạch số 3 chưa xong; mẫu báo cáo số 02 ngày 30/10/2015 của Bộ.",
        "Khối lượng KL 14 tấn, phòng CT 05, năm NQ 2025.",
        "Nghị quyết đề ra 18, 19 chỉ tiêu.",
    ],
)
def test_counts_in_small_letters_are_no_papers(text):
    assert not analyse(text).mentions


def test_a_short_form_is_of_the_body_that_it_names():
    a = analyse("Nghị quyết số 18/NQ-CP ngày 5/3/2020 của Chính phủ. Nghị quyết 18 của Ban Chấp hành Trung ương.")
    assert len({m.target for m in a.mentions}) == 2


def test_a_paragraph_below_dates_no_headline():
    a = analyse("Tổng kết Quyết định 217, 218 của Bộ Chính trị\n\nNgày 8/11, Mặt trận tỉnh họp.")
    assert [m.date for m in a.mentions] == [None, None]


def test_a_number_with_its_year_and_no_code():
    a = analyse("Kế hoạch thi hành Nghị quyết 248/2025 của Quốc hội và Nghị định 100/2019; theo Quyết định 131 ngày 19-1 của Thủ tướng Chính phủ.")
    assert [(m.text, m.date, m.issuer) for m in a.mentions] == [
        ("Nghị quyết 248/2025", "2025", "quoc-hoi"), ("Nghị định 100/2019", "2019", None),
        ("Quyết định 131 ngày 19-1", None, "thu-tuong-chinh-phu"),
    ]  # fmt: skip
    assert not analyse("Báo cáo 12/2021 và Kế hoạch 6/2022 đã gửi.").mentions
    joined = analyse("Nghị định số 100/2019/NĐ-CP ngày 30/12/2019. Xử phạt theo Nghị định 100/2019.")
    assert len({m.target for m in joined.mentions}) == 1


def test_a_year_that_two_terms_share_tells_no_term():
    a = analyse("Quy định số 37-QĐ/TW ngày 25/10/2021. Điểm mới của Quy định 37-QĐ/TW năm 2021.")
    assert {m.target for m in a.mentions} == {"vn_dcsvn-tw_quy-dinh_k13_37-qd-tw"}


def test_the_next_citation_is_no_title():
    a = analyse("Các chi bộ tiếp thu Quyết định số 68-QĐ/TW, Quy định số 181-QĐ/TW.")
    assert {r.subject for r in a.relations} == {a.document.id}


def test_who_issued_and_when_stands_before_whose_paper_it_is():
    a = analyse("Ngày 12/8/2024, Ban Chấp hành Trung ương ban hành Kết luận số 91-KL/TW của Bộ Chính trị về giáo dục.")
    assert [(m.date, m.issuer) for m in a.mentions] == [("2024-08-12", "bo-chinh-tri")]


def test_what_says_less_is_what_another_says_in_full():
    a = analyse("Nghị quyết số 26 của Bộ Chính trị mở đường. Nghị quyết số 26 ngày 10/11/2025 của Bộ Chính trị đã rõ. Thực hiện Nghị quyết số 26.")
    assert {m.target for m in a.mentions} == {"vn_dcsvn-tw_nghi-quyet_k13_26-nq-tw"}
    b = analyse("Nghị quyết số 26 ngày 10/11/2025, Nghị quyết số 26 ngày 3/3/2015 và Nghị quyết số 26 của Bộ Chính trị.")
    assert len({m.target for m in b.mentions}) == 3


def test_a_committee_of_the_party_by_serial_and_day():
    a = analyse("Kế hoạch số 48 ngày 5/6/2022 của Đảng ủy Công an Trung ương; Nghị quyết số 9 ngày 5/6/2022 của Tỉnh ủy Sơn La.")
    assert [m.target for m in a.mentions] == ["vn_duca_ke-hoach_k13_48-kh-duca", "vn_tu.son-la_nghi-quyet_t2020_09-nq-tu"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mặt trận triển khai quyết định 217 và 218 của Bộ Chính trị.", ["quyết định 217", "218"]),
        ("Mặt trận triển khai quyết định 217 và 218 về giám sát.", []),
        ("Quy định 22 - bước ngoặt\n\nQuy định số 22-QĐ/TW đã rõ.", ["Quy định 22", "Quy định số 22-QĐ/TW"]),
    ],
)
def test_serials_of_the_press(text, words):
    assert [m.text for m in analyse(text).mentions] == words


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        ("Thực hiện Chỉ thị số 5/CT-UBND ngày 1/2/2023. Sở đã ban hành nhiều văn bản, tổ chức kiểm tra công vụ tại chín cơ quan, đơn vị và "
         "hai huyện, đồng thời phổ biến đến mọi người trong ngành việc thực hiện", True),
        ("Chỉ thị số 5/CT-UBND ngày 1/2/2023 và Chỉ thị số 7/CT-UBND ngày 24/5/2023, tiếp tục thực hiện", True),
        ("Thực hiện Chỉ thị số 7/CT-UBND và Chỉ thị số 5/CT-UBND ngày 1/2/2023, tiếp tục thực hiện", False),
    ],
)
def test_what_was_said_above_is_what_the_title_is_about(between, joined):
    head = ("UBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ\nSố: 640/BC-SNV\nHải Dương, ngày 18 tháng 6 năm 2024\n\nBÁO CÁO\n"
            "Tình hình thực hiện Chỉ thị số 7/CT-UBND ngày 24/5/2023 của UBND tỉnh\n\n")  # fmt: skip
    a = analyse(f"{head}{between} Chỉ thị nêu trên.")
    back = [m for m in a.mentions if m.text == "Chỉ thị nêu trên"]
    assert [m.target for m in back] == ([a.mentions[0].target] if joined else [])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("theo Thông tư số 148/2018 của Bộ Tài chính", "148/2018"),
        ("theo Nghị định 15/2020 về xử phạt", "15/2020"),
        ("theo Nghị quyết số 28 của Bộ Chính trị", "28"),
        ("theo Thông tư 68/2025 và Thông tư số 68/2025/TT-BTC", "68/2025/TT-BTC"),
        ("theo Báo cáo 12/2021 của huyện", None),  # of a month
    ],
)
def test_the_number_of_a_short_form_is_as_printed(words, number):
    assert {m.number for m in analyse(f"Các đơn vị làm {words}.").mentions} == ({number} if number else set())


def test_two_types_share_one_pointer():
    told = "Quyết định số 15/TTg ngày 8-4-1976 và Thông tư số 18/TTg ngày 25-10-1967 nói về lương.\nĐể thi hành {}, các Bộ hướng dẫn."
    assert meant(told.format("quyết định và thông tư trên đây"), "quyết định") == ["15/TTg"]
    for words in ("các quyết định và thông tư trên đây", "quyết định, cùng thông tư trên đây", "quyết định và thông tư này"):
        assert meant(told.format(words), "quyết định") == []


D15 = "Nghị định số 15/2022/NĐ-CP ngày 28/01/2022 của Chính phủ"
OWN_DECREE = (
    "CHÍNH PHỦ\nSố: 77/2024/NĐ-CP\nHà Nội, ngày 01 tháng 7 năm 2024\n\nNGHỊ ĐỊNH\nQuy định về lệ phí bến bãi\n\n"
)
OWN_CIRCULAR = (
    "BỘ TÀI CHÍNH\nSố: 41/2024/TT-BTC\nHà Nội, ngày 01 tháng 7 năm 2024\n\nTHÔNG TƯ\nQuy định về lệ phí bến bãi\n\n"
)


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        # of two, the only one of the paragraph
        (f"1. Hồ sơ lập theo {D30}.\n2. {D15} có hiệu lực từ tháng 2. Mức thu theo Nghị định nói trên giữ nguyên.",
         "Nghị định nói trên", ["15/2022/NĐ-CP"]),
        (f"{OWN_DECREE}Điều 3. Hồ sơ lập theo {D30}.\nĐiều 4. Khoản 2 Điều 1 {D15} hết hiệu lực từ ngày Nghị định này có "
         "hiệu lực; các khoản khác của Nghị định đó giữ nguyên.", "Nghị định đó", ["15/2022/NĐ-CP"]),
        (f"Căn cứ Luật Thanh niên; Luật Bình đẳng giới;\nCăn cứ Luật Trẻ em năm 2016 và {D15} quy định chi tiết một số điều "
         "của Luật này;\nThực hiện", "Luật này", ["Luật Trẻ em"]),
        # the nearest: in the sentence; "nói trên" may be either
        (f"{D30} quy định về mẫu. {D15} quy định về phí, Điều 4 của Nghị định đó có hiệu lực ngay.", "Nghị định đó",
         ["15/2022/NĐ-CP"]),
        (f"{D30} quy định về mẫu. {D15} quy định về phí, Điều 4 của Nghị định nói trên có hiệu lực ngay.",
         "Nghị định nói trên", []),
        (f"Làm theo {D30} và {D15}; mức thu của Nghị định đó giữ nguyên.", "Nghị định đó", []),
        (f"1. Hồ sơ lập theo {D30}.\n2. Mức thu theo {D15}.\n3. Mẫu của Nghị định nói trên giữ nguyên.",
         "Nghị định nói trên", []),
    ],
)
def test_of_two_papers_the_one_of_the_same_paragraph_or_sentence(text, words, want):
    assert meant(text, words) == want


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        ("1. Báo cáo thẩm định số 51/BC-STP ngày 3/6/2024 của Sở Tư pháp;\n2. Báo cáo số 77/BC-SYT ngày 9/6/2024 của Sở Y tế "
         "giải trình Báo cáo thẩm định nói trên;", "Báo cáo thẩm định nói trên", ["51/BC-STP"]),
        ("1. Báo cáo thẩm định số 51/BC-STP ngày 3/6/2024 của Sở Tư pháp;\n2. Báo cáo số 77/BC-SYT ngày 9/6/2024 của Sở Y tế;\n"
         "3. Bản sao Báo cáo nói trên.", "Báo cáo nói trên", []),
        (f"Theo {D30}, sau là {D15} (Nghị định này có hiệu lực ngay).", "Nghị định này", ["15/2022/NĐ-CP"]),
        (f"Nay {D30} sửa đổi, bổ sung {D15} (Nghị định này có hiệu lực ngay).", "Nghị định này", []),
        ("Theo Thông tư số 43/2018/TT-BYT. Sự cố thuộc Phụ lục IV Thông tư trên phải báo cáo.", "Thông tư trên",
         ["43/2018/TT-BYT"]),
        # a joint circular is a circular
        ("Mức chi theo Thông tư liên tịch số 8/2013/TTLT-BTC-BNV ngày 5/2/2013. Thông tư này không đổi mức thu.",
         "Thông tư này", ["8/2013/TTLT-BTC-BNV"]),
        ("Sở nhận được Công văn số 85/UBND-VX ngày 12/8/2025 của UBND huyện. Sở trả lời văn bản trên như sau.",
         "văn bản trên", ["85/UBND-VX"]),
    ],
)  # fmt: skip
def test_which_papers_the_words_of_a_type_can_mean(text, words, want):
    assert meant(text, words) == want


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (f"{OWN_CIRCULAR}Điều 2. Cơ sở có giấy theo Thông tư số 38/2018/TT-BNNPTNT và các Thông tư sửa đổi, bổ sung Thông tư "
         "này.", "Thông tư này", ["38/2018/TT-BNNPTNT"]),
        # the text itself
        (f"{OWN_CIRCULAR}Điều 2. Khác với Thông tư số 38/2018/TT-BNNPTNT thì áp dụng Thông tư này và các Thông tư sửa đổi, bổ "
         "sung Thông tư này.", "Thông tư này", []),
        (f"{OWN_CIRCULAR}Điều 2. Làm theo Thông tư số 38/2018/TT-BNNPTNT. Các Thông tư sửa đổi, bổ sung Thông tư này được "
         "đăng tải.", "Thông tư này", []),
    ],
)  # fmt: skip
def test_what_changes_a_circular_speaks_of_the_one_just_cited(text, words, want):
    assert meant(text, words) == want


@pytest.mark.parametrize(
    ("told", "link"),
    [
        ("Bộ có {b} sửa đổi, bổ sung Quyết định nói trên.", "amends"),
        ("Bộ có {b} về việc triển khai Quyết định nói trên.", "implements"),
        ("Tại {b}, Bộ Nội vụ đã bãi bỏ Quyết định nói trên.", "repeals"),
        ("{b} sửa đổi, bổ sung một số điều của Quyết định này.", "amends"),
    ],
)
def test_no_paper_speaks_of_itself_as_said_above(told, link):
    b = "Quyết định số 90/QĐ-BNV ngày 5/6/2024 của Bộ Nội vụ"
    a = analyse(f"Bộ có Quyết định số 12/QĐ-BNV ngày 1/2/2023 của Bộ Nội vụ. {told.format(b=b)}")
    number = {d.id: d.number for d in a.documents}
    assert ("90/QĐ-BNV", link, "12/QĐ-BNV") in [(number.get(r.subject), r.predicate, number.get(r.object)) for r in a.relations]
    alone = analyse(f"Bộ có {b} sửa đổi, bổ sung Quyết định nói trên.")
    assert [m.text for m in alone.mentions if m.kind == "back"] == []


def test_what_a_back_reference_means_stands_in_the_link():
    a = analyse("Sở làm theo Công điện số 16/CĐ-TTg ngày 20/9/2025 của Thủ tướng Chính phủ và Công văn số 640/UBND-TH ngày "
                "26/9/2025 của UBND tỉnh Hà Tĩnh về việc triển khai Công điện nêu trên.")  # fmt: skip
    number = {d.id: d.number for d in a.documents}
    links = [(number.get(r.subject), r.predicate, number.get(r.object)) for r in a.relations]
    assert ("640/UBND-TH", "implements", "16/CĐ-TTg") in links


@pytest.mark.parametrize(
    ("words", "want"),
    [
        (" ban hành Chương trình hành động thực hiện Nghị quyết nêu trên", ["20-NQ/TW"]),
        (" phê duyệt Đề án triển khai Nghị quyết nêu trên", ["20-NQ/TW"]),
        # another clause: either may be meant
        (" ban hành Chương trình hành động; Sở thực hiện Nghị quyết nêu trên", []),
        (" ban hành Chương trình hành động. Sở thực hiện Nghị quyết nêu trên", []),
    ],
)
def test_the_paper_whose_programme_is_issued_is_another(words, want):
    text = f"Thực hiện Nghị quyết số 20-NQ/TW ngày 3/4/2020, Chính phủ có Nghị quyết số 30/NQ-CP ngày 5/6/2020{words}."
    assert meant(text, "Nghị quyết nêu trên") == want


@pytest.mark.parametrize(("said", "points"), [("hết hiệu lực thi hành kể từ ngày", False), ("do Quốc hội khóa XIII thông qua; từ ngày", True)])
def test_a_code_does_not_end_with_its_own_coming_into_force(said, points):
    text = f"HỎI - ĐÁP\nTrả lời bạn đọc:\nBộ luật Lao động số 10/2012/QH13 {said} Bộ luật này có hiệu lực."
    assert any(m.text == "Bộ luật này" and m.target for m in analyse(text).mentions) is points


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Luật Việc làm năm 2025 và Nghị định số 59/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật; tuyên truyền", True),
        ("Luật Việc làm năm 2025 và Nghị định số 59/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Thủ đô", False),
        ("Luật Việc làm năm 2025, Luật Thủ đô năm 2024 và Nghị định số 59/2023/NĐ-CP quy định chi tiết một số điều của Luật; tuyên truyền", False),
    ],
)
def test_the_law_that_a_decree_details(text, law):
    assert any(m.text == "Luật" for m in analyse(f"Phổ biến {text}.").mentions) is law


DECREE = "CHÍNH PHỦ\nSố: 54/2026/NĐ-CP\nHà Nội, ngày 9 tháng 2 năm 2026\n\nNGHỊ ĐỊNH\nSửa đổi một số nghị định về nhà ở\n\n"


@pytest.mark.parametrize(
    ("words", "amended"),
    [
        ("“3. Mẫu đơn tại Điều 7 Nghị định này nộp một bản.”.", True),
        ("“3. Mẫu đơn nộp một bản.”. Điều 7 Nghị định này không áp dụng với hồ sơ đã nộp.", False),
        ('“3. Mẫu đơn nộp một bản."\n2. Bãi bỏ khoản 4.\n3. Hồ sơ theo Nghị định này nộp một lần.', False),
        ("“3. Mẫu đơn nộp một bản.\n2. Điều khoản thi hành: theo Nghị định này.", False),
        ("“3. Mẫu đơn nộp một bản.\nNghị định này có hiệu lực từ ngày 01/3/2026.", False),
    ],
)
def test_what_new_wording_says_of_itself(words, amended):
    text = f"{DECREE}Điều 1. Sửa đổi, bổ sung khoản 3 Điều 8 Nghị định số 96/2024/NĐ-CP ngày 24/7/2024 như sau:\n{words}\n"
    a = analyse(text)
    (m,) = [m for m in a.mentions if m.text == "Nghị định này"] or [None]
    target = m.target if m is not None else a.document.id
    number = {d.id: d.number for d in a.documents} | {a.document.id: "54/2026/NĐ-CP"}
    assert number[target] == ("96/2024/NĐ-CP" if amended else "54/2026/NĐ-CP")


def test_new_wording_ends_nothing():
    text = (
        f"{DECREE}Điều 1. Sửa đổi, bổ sung khoản 3 Điều 8 Nghị định số 96/2024/NĐ-CP ngày 24/7/2024 như sau:\n"
        "“3. Thông tin tại Điều 7 Nghị định này có trên cơ sở dữ liệu thì được thay thế bằng mã số.”.\n"
    )
    assert {r.predicate for r in analyse(text).relations} - {"cites"} == {"amends"}


def test_a_guideline_that_speaks_of_itself_below_the_one_it_changes():
    text = (
        "BAN TỔ CHỨC TRUNG ƯƠNG\n*\nSố 29-HD/BTCTW\nHà Nội, ngày 14 tháng 8 năm 2023\nHƯỚNG DẪN\nvề công tác quy hoạch cán bộ\n-----\n"
        "2. Bãi bỏ khoản 3, Mục IV Hướng dẫn số 16-HD/BTCTW, ngày 15/02/2022.\nHướng dẫn này thay thế Công văn số 2718-CV/BTCTW, ngày 23/5/2022.\n"
    )
    a = analyse(text)
    number = {d.id: d.number for d in a.documents} | {a.document.id: "self"}
    assert {(number[r.subject], number[r.object]) for r in a.relations if r.predicate == "replaces"} == {("self", "2718-CV/BTCTW")}


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        # what a bracket tells aside is not spoken of any more
        ("Theo Nghị định số 35/2015/NĐ-CP (được sửa đổi bởi Nghị định số 62/2019/NĐ-CP), Nghị định này đã cũ.", "Nghị định này", ["35/2015/NĐ-CP"]),
        ("Theo Nghị định số 35/2015/NĐ-CP và Nghị định số 62/2019/NĐ-CP, Nghị định này đã cũ.", "Nghị định này", []),
        # the article names one; two others stand in the article above
        (
            "Điều 8. Nghị định số 1/2015/NĐ-CP và Nghị định số 2/2016/NĐ-CP.\nĐiều 9. Sửa đổi\n1. Sửa đổi Điều 3 Nghị định số 62/2019/NĐ-CP.\n"
            "2. Bỏ cụm từ \"tỉnh\" tại Điều 4 Nghị định nêu trên.",
            "Nghị định nêu trên",
            ["62/2019/NĐ-CP"],
        ),
        # the one that acts is not the one that is acted on
        (
            "Theo Nghị định số 1/2015/NĐ-CP thì được miễn. Nghị định số 2/2024/NĐ-CP chỉ bãi bỏ các quy định về đường bộ của Nghị định nói trên.",
            "Nghị định nói trên",
            ["1/2015/NĐ-CP"],
        ),
    ],
)
def test_which_paper_is_still_spoken_of(text, words, want):
    assert meant(f"BÁO CÁO\nSố: 5/BC-UBND\n\n{text}\n", words) == want


@pytest.mark.parametrize(
    ("wording", "want"),
    [
        ("“6. Theo Điều 15 của Luật này thì phải công khai giá.”", ["23/2004/QH11"]),
        ("Phải công khai giá. Luật này có hiệu lực ngày 1/7/2026.", []),
        ("“6. Theo Điều 15 Luật số 23/2004/QH11 được sửa đổi, bổ sung tại Điều 61 Luật này.”", []),
        ("“6. Theo Điều 15 Luật số 23/2004/QH11 và theo Điều 61 Luật này.”", ["23/2004/QH11"]),
    ],
)
def test_new_wording_of_an_act_that_others_have_changed(wording, want):
    text = (
        "QUỐC HỘI\nLuật số: 9/2026/QH16\n\nLUẬT\nBẾN CẢNG\n\nĐiều 61. Sửa đổi luật khác\n1. Sửa đổi, bổ sung, bãi bỏ một số quy định của "
        "Luật Giao thông đường thủy nội địa số 23/2004/QH11 đã được sửa đổi, bổ sung theo Luật số 48/2014/QH13 và Luật số 97/2015/QH13 như sau:\n"
        f"a) Sửa đổi khoản 6 Điều 10 như sau:\n{wording}\n"
    )
    assert meant(text, "Luật này") == want


@pytest.mark.parametrize(
    ("aside", "want"),
    [
        ("(đã được sửa đổi tại khoản 6 Điều 11 Nghị định số 35/2023/NĐ-CP)", ["06/2021/NĐ-CP"]),
        ("của Nghị định số 35/2023/NĐ-CP", ["35/2023/NĐ-CP"]),
    ],
)
def test_a_bracket_does_not_say_whose_wording_is_new(aside, want):
    text = (
        "CHÍNH PHỦ\nSố: 9/2026/NĐ-CP\n\nNGHỊ ĐỊNH\nVề xây dựng\n\nĐiều 31. Sửa đổi Nghị định số 06/2021/NĐ-CP\n"
        f"a) Sửa đổi khoản 2 Điều 24 {aside} như sau:\n“2. Hội đồng theo quy định tại Điều 25 Nghị định này kiểm tra công trình.”\n"
    )
    assert meant(text, "Nghị định này") == want


@pytest.mark.parametrize(
    ("lead", "quotes", "meant"),
    [
        ("Điều 2 của Thông tư số 5/2021/TT-BTC quy định như sau:\n", "“”", "5/2021/TT-BTC"),
        ("Điều 2 Thông tư số 5/2021/TT-BTC ghi rõ: ", "“”", "5/2021/TT-BTC"),
        ("Theo Thông tư số 5/2021/TT-BTC, Bộ đã nói: ", "“”", None),
    ],
)
def test_provisions_that_a_note_quotes(lead, quotes, meant):
    head = "BỘ TÀI CHÍNH\nSố: 9/VBHN-BTC\nHà Nội, ngày 5 tháng 5 năm 2022\nTHÔNG TƯ\nVề lệ phí\n\n"
    text = f"{head}Điều 4. Hiệu lực[1]\n[1] {lead}{quotes[0]}Điều 2. Thông tư này có hiệu lực từ ngày 10/9/2021.{quotes[1]}\n"
    a = analyse(text)
    numbers = {d.id: d.number for d in a.documents}
    assert [numbers[m.target] for m in a.mentions if m.text == "Thông tư này" and m.target] == ([meant] if meant else [])


@pytest.mark.parametrize(("quotes", "is_meant"), [("“”", True), ('""', True), ("  ", False)])
def test_marks_of_quotation_typed_straight(quotes, is_meant):
    head = "BỘ TÀI CHÍNH\nSố: 9/2023/TT-BTC\nHà Nội, ngày 5 tháng 5 năm 2023\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của "
    text = (
        f"{head}Thông tư số 5/2021/TT-BTC về lệ phí\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2021/TT-BTC\n"
        f"1. Sửa đổi khoản 2 Điều 4 như sau: {quotes[0]}2. Mức thu theo Phụ lục II của Thông tư này.{quotes[1]}\n"
        "Điều 2. Thông tư này có hiệu lực từ ngày ký.\n"
    )
    assert ("Thông tư này" in [m.text for m in analyse(text).mentions]) is is_meant


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ('như sau: "2. Mức thu 5.”\nĐiều 2. Thông tư này thay thế Thông tư số 2/2019/TT-BTC.', "9/2023/TT-BTC"),  # mixed marks
        ('như sau: "2. Mức thu 5.\nĐiều 2. Thông tư này thay thế Thông tư số 2/2019/TT-BTC.', "9/2023/TT-BTC"),  # left open
        ('như sau: "2. Mức thu 5. Thông tư này thay thế Thông tư số 2/2019/TT-BTC."\nĐiều 2. Hết.', "5/2021/TT-BTC"),
    ],
)
def test_where_straight_marks_are_closed(words, acts):
    head = "BỘ TÀI CHÍNH\nSố: 9/2023/TT-BTC\nHà Nội, ngày 5 tháng 5 năm 2023\nTHÔNG TƯ\nSửa đổi Thông tư số 5/2021/TT-BTC\n\n"
    a = analyse(f"{head}Điều 1. Sửa đổi khoản 2 Điều 4 Thông tư số 5/2021/TT-BTC {words}\n")
    numbers = {d.id: d.number for d in a.documents} | {a.document.id: a.document.number}
    assert [numbers[x.subject] for x in a.relations if x.predicate == "replaces"] == [acts]


def test_a_provision_that_is_quoted_is_of_the_first_act_of_its_clause():
    head = "BỘ TÀI CHÍNH\nSố: 9/VBHN-BTC\nHà Nội, ngày 5 tháng 5 năm 2022\nTHÔNG TƯ\nVề lệ phí\n\nĐiều 4. Hiệu lực[1]\n"
    note = "[1] Điều 2 của Thông tư số 5/2021/TT-BTC sửa đổi một số điều của Thông tư số 4/2019/TT-BTC về lệ phí quy định như sau:\n"
    a = analyse(f"{head}{note}“2. Thông tư này thay thế Thông tư số 3/2018/TT-BTC.”\n")
    numbers = {d.id: d.number for d in a.documents}
    assert [numbers[x.subject] for x in a.relations if x.predicate == "replaces"] == ["5/2021/TT-BTC"]
