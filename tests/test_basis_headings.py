"""Under which headings a text lists its grounds, however the heading is broken or run on, and where the list ends."""

import pytest

from kg.analyse import analyse

PLAN = "UBND TỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nKẾ HOẠCH\nChuyển đổi số năm 2022\n"


def grounds(text):
    """Number or title of each ground, with the strength and the cue of the link."""
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents}
    return {
        name[r.object]: (r.strength, r.evidence.cue)
        for r in a.relations
        if r.predicate == "basedOn" and r.subject == a.document.id
    }


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (PLAN + "I. CĂN CỨ XÂY DỰNG\nKẾ HOẠCH\n1. Quyết định số 749/QĐ-TTg ngày 3/6/2020;\n2. Nghị quyết số 52-NQ/TW.\nII. MỤC TIÊU\n"
         "1. Hoàn thành Quyết định số 942/QĐ-TTg.\n", {"749/QĐ-TTg", "52-NQ/TW"}),
        (PLAN + "I. CƠ SỞ PHÁP\nLÝ VÀ THỰC TIỄN\n1. Quyết định số 749/QĐ-TTg ngày 3/6/2020;\n", {"749/QĐ-TTg"}),
        # the line below is a heading of its own, or words of another kind
        (PLAN + "I. CĂN CỨ XÂY DỰNG\nII. MỤC TIÊU\n1. Quyết định số 749/QĐ-TTg ngày 3/6/2020;\n", set()),
        (PLAN + "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH\nPHẦN HAI\n1. Quyết định số 749/QĐ-TTg ngày 3/6/2020;\n", set()),
    ],
)  # fmt: skip
def test_a_heading_in_capitals_goes_over_lines(text, want):
    assert set(grounds(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định số 749/QĐ-TTg ngày 3/6/2020 của Thủ tướng Chính phủ về chuyển đổi số; - Nghị quyết số 52-NQ/TW "
         "ngày 27/9/2019; II. MỤC TIÊU - Hoàn thành Quyết định số 942/QĐ-TTg ngày 15/6/2021.\n", {"749/QĐ-TTg", "52-NQ/TW"}),
        ("Số: 5/QC Chi tiêu nội bộ I Cơ sở pháp lý xây dựng Quy chế - Căn cứ Nghị định số 43/2006/NĐ-CP; - Căn cứ Thông tư số 71/2006/TT-BTC; "
         "II Nguyên tắc - Theo Thông tư số 113/2007/TT-BTC.", {"43/2006/NĐ-CP", "71/2006/TT-BTC"}),
        ("1. Căn cứ pháp lý: - Luật số 77/2015/QH13;\n- Nghị định số 43/2006/NĐ-CP.\nCác xã báo cáo theo Thông tư số 71/2006/TT-BTC.\n",
         {"77/2015/QH13", "43/2006/NĐ-CP"}),
        # prose behind the items, a dash that opens no item, no figure
        ("1. Căn cứ pháp lý - Luật số 77/2015/QH13. Các xã làm theo Thông tư số 71/2006/TT-BTC.\n", {"77/2015/QH13"}),
        ("1. Cơ sở pháp lý - một cách nhìn về Luật số 77/2015/QH13.\n", set()),
        ("Đây là cơ sở pháp lý - Luật số 77/2015/QH13 đã nêu.\n", set()),
    ],
)  # fmt: skip
def test_a_heading_runs_on_into_its_items(text, want):
    assert set(grounds(text)) == want


def test_below_a_bare_heading_each_line_is_a_ground_and_ends_itself():
    text = (
        "Căn cứ pháp lý của thủ tục - Cấp giấy phép\nLuật Hải quan số 29/2001/QH10 ngày 29/6/2001\n"
        "Luật số 42/2005/QH11 ngày 14/6/2005 sửa đổi, bổ sung một số điều của Luật Hải quan\n"
        "Nghị định số 154/2005/NĐ-CP ngày 15/12/2005 về thủ tục hải quan\n\nHồ sơ nộp theo Thông tư số 194/2010/TT-BTC\n"
    )
    assert grounds(text) == dict.fromkeys(("29/2001/QH10", "42/2005/QH11", "154/2005/NĐ-CP"), ("heading", ""))
    ends = {d.number: d.id for d in analyse(text).documents}
    assert not [r for r in analyse(text).relations if (r.subject, r.object) == (ends["42/2005/QH11"], ends["154/2005/NĐ-CP"])]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ pháp lý để xử lý\nNgười vi phạm bị phạt theo Nghị định số 100/2019/NĐ-CP.\n",
        "Căn cứ pháp lý là Điều 5 của luật đó\nNghị định số 100/2019/NĐ-CP có hiệu lực từ năm 2020.\n",
        "Căn cứ pháp lý chưa rõ.\nNghị định số 100/2019/NĐ-CP có hiệu lực từ năm 2020.\n",
    ],
)
def test_no_heading_without_papers_below_it(text):
    assert not grounds(text)


def test_a_paragraph_that_says_so_itself_is_stated():
    text = "I. Căn cứ pháp lý\n\nCăn cứ Luật số 77/2015/QH13; Nghị quyết số 52-NQ/TW.\n\nNghị định số 43/2006/NĐ-CP.\n"
    assert grounds(text) == {
        "77/2015/QH13": ("stated", "Căn cứ"),
        "52-NQ/TW": ("stated", "Căn cứ"),
        "43/2006/NĐ-CP": ("heading", ""),
    }


def test_the_grounds_of_a_decree_stand_in_its_preamble_alone():
    text = (
        "CHÍNH PHỦ\nSố: 243/2025/NĐ-CP\nHà Nội, ngày 11 tháng 9 năm 2025\nNGHỊ ĐỊNH\nVề đầu tư\nCăn cứ Luật số 64/2020/QH14;\n"
        "Điều 1. Phạm vi\n1. Nghị định này quy định về đầu tư.\n"
        "Điều 9. Báo cáo\n1. Căn cứ lập báo cáo đề xuất bao gồm:\na) Luật số 58/2024/QH15;\nb) Luật số 90/2025/QH15.\n"
    )
    assert set(grounds(text)) == {"64/2020/QH14"}


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("- Nghị quyết số 09/2020/NQ-HĐND ngày 10/7/2020 của HĐND tỉnh;", True),
        ("Mức thu hiện hành được quy định tại Nghị quyết số 09/2020/NQ-HĐND ngày 10/7/2020 của HĐND tỉnh.", False),
        ("Do vậy, việc ban hành là cần thiết theo quy định tại Nghị quyết số 09/2020/NQ-HĐND.", False),
    ],
)
def test_prose_below_such_a_heading_is_no_ground(said, want):
    text = (
        "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN\nBAN KINH TẾ - NGÂN SÁCH\nSố: 142/BC-BKTNS\nPhú Yên, ngày 04 tháng 7 năm 2022\n\nBÁO CÁO THẨM TRA\nDự thảo Nghị quyết\n\n"
        f"1. Cơ sở pháp lý\n{said}\n\n2. Về nội dung\n"
    )
    assert any(r.predicate == "basedOn" for r in analyse(text).relations) is want


@pytest.mark.parametrize(("kind", "grounds"), [("BÁO CÁO THẨM TRA", 0), ("BÁO CÁO", 2)])
def test_the_grounds_of_a_draft_that_a_report_examines_are_not_its_own(kind, grounds):
    text = (
        f"UBND TỈNH BẾN TRE\nSố: 61/BC-UBND\nBến Tre, ngày 2 tháng 3 năm 2020\n\n{kind}\nvề phí và lệ phí\n\nI. TÌNH HÌNH\nPhí còn thấp.\n\n"
        "III. VỀ CĂN CỨ BAN HÀNH\n- Luật Phí và lệ phí ngày 25/11/2015;\n- Nghị định số 120/2016/NĐ-CP.\n\nIV. NỘI DUNG\nPhí.\n"
    )
    assert [r.predicate for r in analyse(text).relations].count("basedOn") == grounds


def test_the_grounds_of_a_draft_are_not_those_of_the_report_on_it():
    text = (
        "HĐND TỈNH PHÚ YÊN\nBAN KINH TẾ - NGÂN SÁCH\nSố: 118/BC-KTNS\nPhú Yên, ngày 5 tháng 12 năm 2022\nBÁO CÁO THẨM TRA\nDự thảo nghị quyết\n\n"
        "I. {}\n1. Nghị quyết số 10/2021/NQ-HĐND ngày 10/12/2021.\n"
    )
    assert not grounds(text.format("CƠ SỞ PHÁP LÝ CỦA DỰ THẢO"))
    assert set(grounds(text.format("CƠ SỞ PHÁP LÝ"))) == {"10/2021/NQ-HĐND"}


def test_grounds_that_an_erratum_puts_right_are_not_its_own():
    text = (
        "BỘ Y TẾ\nSố: 12/BYT-PC\nHà Nội, ngày 3 tháng 4 năm 2023\nV/v đính chính Thông tư số 34/2023/TT-BYT\nKính gửi: Các sở\n"
        "1. Tại phần căn cứ ban hành, dòng thứ hai:\n- Đã in: Nghị định số 105/2022/NĐ-CP;\n"
    )
    assert not grounds(text)


@pytest.mark.parametrize(("head", "n"), [("Căn cứ phát sinh trách nhiệm", 0), ("Căn cứ tính giá", 0), ("Căn cứ", 1)])
def test_grounds_of_a_liability_are_none_of_a_text(head, n):
    text = f"TẠP CHÍ TÒA ÁN\nTrách nhiệm bồi thường\n\n2. {head}\n- Bản án số 218/2022/DS-PT ngày 14/6/2022 của Tòa án nhân dân thành phố Hà Nội.\n\n3. Kết luận\nTốt.\n"
    assert [r.predicate for r in analyse(text).relations].count("basedOn") == n


@pytest.mark.parametrize(
    ("item", "predicate"),
    [
        ("Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương;", "basedOn"),
        ("Triển khai Quy định số 22-QĐ/TW, ngày 28/7/2021, Huyện ủy ban hành kế hoạch như sau:", "implements"),
        ("Dự thảo ghi “Quy định số 22-QĐ/TW, ngày 28/7/2021” là chưa đúng.", None),
    ],
)
def test_items_below_a_heading_of_the_party(item, predicate):
    text = f"HUYỆN ỦY MAI SƠN\nSố 14-KH/HU\n\nKẾ HOẠCH\nkiểm tra năm 2024\n\nI- CĂN CỨ\n- {item}\n\nII- MỤC ĐÍCH\nGiúp cấp ủy.\n"
    assert [r.predicate for r in analyse(text).relations if r.predicate != "cites"] == ([predicate] if predicate else [])


@pytest.mark.parametrize("sign", [" -", ":", ": -"])
def test_a_heading_on_the_line_of_its_first_item(sign):
    text = f"Thủ tục cấp giấy\n\nCăn cứ pháp lý{sign} Luật Đất đai năm 2013.\n- Nghị định số 43/2014/NĐ-CP ngày 15/5/2014;\n- Thông tư số 30/2014/TT-BTNMT.\nLệ phí theo Nghị quyết số 5/2020/NQ-HĐND.\n"
    a = analyse(text)
    numbers = {d.id: d.number or d.title for d in a.documents}
    assert [numbers[r.object] for r in a.relations if r.predicate == "basedOn"] == ["Luật Đất đai", "43/2014/NĐ-CP", "30/2014/TT-BTNMT"]


@pytest.mark.parametrize(("head", "number"), [("Số ký hiệu | Trích yếu | Ngày ban hành | Cơ quan ban hành", 2), ("Phí và lệ phí", 0)])
def test_a_table_below_the_heading(head, number):
    rows = (
        "60/2014/QH13 | Luật Hộ tịch | 20-11-2014 | Quốc hội\n"
        "04/2020/TT-BTP | Quy định chi tiết thi hành một số điều của Luật Hộ tịch | 28-05-2020 | Bộ Tư pháp\n"
    )
    a = analyse(f"Đăng ký lại khai sinh\n\nCăn cứ pháp lý\n{head}\n{rows}")
    assert len({r.object for r in a.relations if r.predicate == "basedOn"}) == number
    days = {m.date for m in a.mentions if m.text.startswith(("60", "04"))}
    assert (days == {"2014-11-20", "2020-05-28"}) is bool(number)
