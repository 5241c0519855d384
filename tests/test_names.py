import pytest

from kg.analyse import analyse
from kg.contract import to_contract
from kg.events import ordinal
from kg.registry import slug
from kg.resolve import resolve


def named(text):
    return [(m.type, m.text, m.target) for m in analyse(text).mentions]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("quy định của Luật Tiếp công dân, giải quyết kịp thời đơn thư", ["Luật Tiếp công dân"]),
        ("theo Luật tiếp công dân, Luật khiếu nại, Luật tố cáo và các văn bản liên quan", ["Luật tiếp công dân", "Luật khiếu nại", "Luật tố cáo"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;", ["Luật Tổ chức chính quyền địa phương năm 2015"]),
        ("Luật Đấu thầu ngày 26 tháng 11 năm 2013 quy định", ["Luật Đấu thầu ngày 26 tháng 11 năm 2013"]),
        ("tinh thần Hiến pháp năm 2013 và pháp luật", ["Hiến pháp năm 2013"]),
        ("Bộ luật Dân sự và Điều lệ hợp tác xã", ["Bộ luật Dân sự"]),
        ("Pháp lệnh bảo vệ bí mật nhà nước được ban hành", ["Pháp lệnh bảo vệ bí mật nhà nước"]),
        ("các luật sư, pháp luật Nhà nước, quy luật và Luật này", []),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, Chương trình", ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
        ("Nghị quyết Trung ương IV (khóa XII) về xây dựng Đảng", ["Nghị quyết Trung ương IV (khóa XII)"]),
        ("Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI về dân vận",
         ["Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI"]),
        ("Nghị quyết Đại hội Đảng các cấp và phong trào", []),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XIV", ["Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XIV"]),
        ("Luật Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác quy định",
         ["Luật Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác"]),
        ("theo “Luật gia nhập, ký kết và thực hiện điều ước quốc tế” và", ["Luật gia nhập, ký kết và thực hiện điều ước quốc tế"]),
        ("Hội Luật gia Việt Nam; các Luật về thuế và các Luật khác có liên quan", []),
        ("Luật sửa đổi, bổ sung một số điều của các Luật về thuế và sửa đổi",
         ["Luật sửa đổi, bổ sung một số điều của các Luật về thuế"]),
        ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
         ["Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"]),
        ("theo Luật ban hành văn bản quy phạm pháp\nluật số 64/2025/QH15 đã",
         ["Luật ban hành văn bản quy phạm pháp\nluật số 64/2025/QH15"]),
        ("theo Pháp lệnh người có công với cách mạng và", ["Pháp lệnh người có công với cách mạng"]),
        ("sửa đổi bởi Luật Giáo dục 123/2025/QH15;", ["Luật Giáo dục 123/2025/QH15"]),
        ("Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực đất đai và môi trường hoặc Thủ trưởng cơ quan cho phép",
         ["Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực đất đai và môi trường"]),
        ("Luật sửa đổi, bổ sung một số điều của các luật về thuế và các quyết định sau", ["Luật sửa đổi, bổ sung một số điều của các luật về thuế"]),
        ("Luật sửa đổi, bổ sung một số điều của 11 luật liên quan đến quy hoạch,", ["Luật sửa đổi, bổ sung một số điều của 11 luật liên quan đến quy hoạch"]),
        ("Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường không phải xây dựng",
         ["Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường"]),
        ("Luật sửa đổi, bổ sung một số điều của luật hiện hành.", []),
        ("Nghị quyết của Bộ Chính trị ngày 31 tháng 7 năm 1987 về", ["Nghị quyết của Bộ Chính trị ngày 31 tháng 7 năm 1987"]),
    ],
)
def test_span_of_a_name(text, want):
    assert [t for _, t, _ in named(text)] == want


def test_one_event_has_one_identity():
    a = named("Nghị quyết Trung ương 7 khóa XI; Nghị quyết Hội nghị lần thứ 7 BCHTW Đảng (Khóa XI); Nghị quyết Hội nghị Trung ương bảy khóa XI")
    assert len(a) == 3
    assert len({t for *_, t in a}) == 1


def test_an_amending_law_and_the_law_in_it_are_two_documents():
    a = named("Luật sửa đổi, bổ sung một số điều của Luật Điện lực ngày 20 tháng 11 năm 2012")
    assert len(a) == 2
    assert a[0][2] != a[1][2]
    r = analyse("Luật sửa đổi, bổ sung một số điều của Luật Điện lực ngày 20 tháng 11 năm 2012").relations
    assert ("amends", a[0][2], a[1][2]) in {(x.predicate, x.subject, x.object) for x in r}


def test_two_years_of_one_title_are_two_laws():
    a = named("Luật Đất đai năm 2003; Luật Đất đai năm 2013; theo Luật Đất đai")
    assert len({t for *_, t in a}) == 3, "without a year the title stays open"


@pytest.mark.parametrize(("word", "n"), [("XIV", 14), ("iv", 4), ("sáu", 6), ("mười hai", 12), ("7", 7), ("IIII", None), ("abc", None)])
def test_ordinals(word, n):
    assert ordinal(word) == n


def test_a_title_alone_means_the_numbered_law_of_the_same_text():
    a = named("Nghị định này quy định chi tiết Luật Di sản văn hóa số 45/2024/QH15 (sau đây gọi là Luật Di sản văn hóa).")
    assert [t for *_, t in a] == ["vn_quoc-hoi_luat_k15_45-2024-qh15"] * 2
    b = named("Luật Đất đai số 13/2003/QH11; Luật Đất đai số 45/2013/QH13; theo Luật Đất đai thì")
    assert len({t for *_, t in b}) == 3, "of two numbered laws none is meant"


def dates(text):
    a = analyse(text)
    known = {d.id: d.date for d in a.documents}
    return [(m.text, known[m.target]) for m in a.mentions if m.kind == "name"]


def test_a_bare_title_is_the_law_of_the_text_s_own_day():
    head = "UBND TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 5 tháng 3 năm {}\n\nKẾ HOẠCH\nVề đất đai\n\n"
    law = "Theo Luật Đất đai, Luật Đất đai (sửa đổi)."
    assert dates(head.format(2018) + law) == [("Luật Đất đai", "2013-11-29"), ("Luật Đất đai", None)]
    assert dates(head.format(2024) + law) == [("Luật Đất đai", None), ("Luật Đất đai", None)]
    assert dates("Theo Luật Đất đai.") == [("Luật Đất đai", None)]  # the text has no day


def test_a_citation_has_the_date_that_the_text_prints():
    text = "UBND TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 5 tháng 3 năm 2018\n\nKẾ HOẠCH\nVề đất đai\n\nTheo Luật Đất đai{}."
    for said, date in (("", None), (" năm 2013", "2013"), (" ngày 29/11/2013", "2013-11-29")):
        assert [m.date for m in analyse(text.format(said)).mentions] == [date]


def test_in_the_title_of_an_older_paper_it_is_the_law_of_that_time():
    text = (
        "UBND TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 5 tháng 3 năm 2018\n\nKẾ HOẠCH\nVề đất đai\n\nTheo Luật Đất đai và "
        "Nghị định số 181/2004/NĐ-CP ngày 29/10/2004 về thi hành Luật Đất đai."
    )
    assert dates(text) == [("Luật Đất đai", "2013-11-29"), ("Luật Đất đai", "2003-11-26")]


def test_where_the_text_cites_another_act_of_the_title_nothing_is_chosen():
    text = (
        "UBND TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 5 tháng 3 năm 2018\n\nKẾ HOẠCH\nVề đất đai\n\nLuật Đất đai năm 2003 hết "
        "hiệu lực. Theo Luật Đất đai."
    )
    targets = {m.text: m.target for m in analyse(text).mentions}
    assert targets["Luật Đất đai"].startswith("ref_")


def test_a_passage_goes_on_about_the_act_that_it_has_named():
    text = "THANH TRA TỈNH SƠN LA\nSố: 12/KL-TTr\nSơn La, ngày 5 tháng 3 năm 2024\n\nKẾT LUẬN THANH TRA\nVề đấu thầu\n\n{}"
    told = "Hồ sơ trái điểm i khoản 6 Điều 89 Luật Đấu thầu năm 2013.{}khoản 2 Điều 8 Luật Đấu thầu{}"
    for between, behind, joined in (
        (" Đăng tải chậm so với ", ".", True),
        ("\nĐăng tải chậm so với ", ".", False),  # another paragraph
        (" Nay áp dụng ", ".", False),
        (" Không trái ", " hiện hành.", False),
    ):
        first, last = analyse(text.format(told.format(between, behind))).mentions[-2:]
        assert (first.target == last.target) is joined
        assert last.date == ("2013" if joined else None)


PLENUM = "Nghị quyết Hội nghị lần thứ 7 BCHTW Đảng khóa XI về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận"


def test_the_subject_tells_the_papers_of_one_plenum_apart():
    text = f"{PLENUM}; Nghị quyết Trung ương 7 khóa XI về ứng phó với biến đổi khí hậu; Nghị quyết Trung ương 7 khóa XI."
    a = analyse(text)
    assert len({m.target for m in a.mentions}) == 3
    known = {d.id: d.date for d in a.documents}
    assert [known[m.target] for m in a.mentions] == ["2013-06-03", "2013-06-03", None]
    assert [m.date for m in a.mentions] == [None] * 3, "the text prints none"
    numbers = {d.title: d.number for d in resolve([a]).documents if d.status == "cited"}
    assert numbers["Nghị quyết Hội nghị lần thứ 7 BCHTW Đảng khóa XI"] == "25-NQ/TW"


def test_named_and_numbered_citations_meet_in_a_graph():
    one = analyse(PLENUM, source="a")
    other = analyse("Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương", source="b")
    law = analyse("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015", source="c")
    documents = {d.number: d for d in resolve([one, other, law]).documents if d.status == "cited"}
    assert set(documents) == {"25-NQ/TW", "77/2015/QH13"}


def test_what_only_the_registry_knows_is_told_beside_the_title():
    row = to_contract(analyse("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015"))["documents"][0]
    assert (row["number"], row["title"]) == (None, "Luật Tổ chức chính quyền địa phương")
    assert row["known_as"]["number"] == "77/2015/QH13"
    assert "known_as" not in to_contract(analyse("Căn cứ Luật số 77/2015/QH13"))["documents"][0]


@pytest.mark.parametrize(
    ("day", "year"),
    [("11 tháng 3 năm 1988", "1980"), ("7 tháng 9 năm 1995", "1992"), ("30 tháng 12 năm 2022", "2013")],
)
def test_the_bare_constitution_is_that_of_the_day(day, year):
    a = analyse(f"Hà Nội, ngày {day}\nNGHỊ QUYẾT\nVề nhân sự\nCăn cứ Điều 98 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n")
    assert [d.date[:4] for d in a.documents if d.type == "hien-phap"] == [year]
    assert [m.date for m in a.mentions if m.type == "hien-phap"] == [None]


def test_a_law_that_was_passed_as_revised_is_no_bill():
    a = analyse("Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân (sửa đổi) ngày 21/6/1994;")
    assert [(m.text.endswith("(sửa đổi) ngày 21/6/1994"), m.date) for m in a.mentions] == [(True, "1994-06-21")]


def test_a_session_is_no_number():
    a = analyse("Xét đề nghị trình tại kỳ họp thứ 3 - HĐND tỉnh nhiệm kỳ 1999 - 2004;")
    assert a.mentions == ()


def test_what_ministries_issue_together_is_a_joint_circular_of_all_of_them():
    a = analyse("theo Thông tư liên bộ số 55 TT/LB ngày 3-7-1993 của Liên bộ Tài chính - Y tế và Thông tư số 12-TT/LB ngày 4/2/1994")
    assert [m.type for m in a.mentions] == ["thong-tu-lien-tich"] * 2
    assert a.mentions[0].issuer == "bo-tai-chinh+bo-y-te"


def test_a_paper_that_details_a_law_details_the_one_that_is_passed():
    head = "UBND TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 5 tháng 3 năm 2010\n\nKẾ HOẠCH\nVề ngân sách\n\n"
    told = "theo Nghị định số 60/2003/NĐ-CP ngày 06/6/2003 {} Luật Ngân sách nhà nước."
    guided = head + told.format("quy định chi tiết và hướng dẫn thi hành")
    assert dates(guided) == [("Luật Ngân sách nhà nước", "2002-12-16")]
    assert dates(head + told.format("về kiểm tra việc chấp hành")) == [("Luật Ngân sách nhà nước", None)]


def test_the_day_on_which_a_sentence_says_a_law_was_passed():
    a = analyse("Triển khai Luật Thủ đô số 39/2024/QH15. Ngày 28/6/2024, Quốc hội khóa XV đã thông qua Luật Thủ đô. Theo Luật Thủ đô,")
    assert [m.date for m in a.mentions] == ["2024-06-28"] * 3
    b = analyse("Ngày 28/6/2024, Quốc hội đã thảo luận về Luật Thủ đô.")
    assert [m.date for m in b.mentions] == [None]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Luật THAHS", "luật thi hành án hình sự"),
        ("Luật XLVPHC", "luật xử lý vi phạm hành chính"),
        ("Luật BVPTR", "luật bảo vệ và phát triển rừng"),  # và is left out
        ("Bộ luật TTHS", "bộ luật tố tụng hình sự"),
        ("Luật TTHS", "luật tths"),  # no law, a code
        ("Luật ĐT", "luật đt"),  # two letters stand for many
    ],
)
def test_initials_of_a_title(words, title):
    found = [m for m in analyse(f"áp dụng Điều 2 {words} và quy chế").mentions if m.kind == "name"]
    assert [m.text for m in found] == [words]
    assert [d.block.split("|")[-1] for d in analyse(f"áp dụng Điều 2 {words} và quy chế").documents] == [slug(title)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Nghị định số 163/2016/NĐ-CP ngày 21/12/2016 quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước", "2015"),
        ("Nghị định số 102/2024/NĐ-CP ngày 30/7/2024 quy định chi tiết thi hành một số điều của Luật Đất đai", "2024"),
        ("Quyết định số 5/QĐ-TTg ngày 30/7/2024 về việc thu hồi đất theo Luật Đất đai", None),  # it may apply the old one
        ("Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 quy định chi tiết thi hành một số điều của Luật Đất đai", "2013"),
    ],
)
def test_a_paper_that_details_a_law_means_the_one_to_come(text, year):
    found = [d for d in analyse(text).documents if d.type == "luat"]
    assert [d.date[:4] if d.date else None for d in found] == [year]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("của Luật Giáo dục đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam thông qua ngày 02 tháng 12 năm 1998.", "1998-12-02"),
        ("NAY CÔNG BỐ:\nPháp lệnh Giống vật nuôi.\nĐã được Ủy ban Thường vụ Quốc hội khóa XI thông qua ngày 24 tháng 3 năm 2004.", "2004-03-24"),
        ("của Luật Giáo dục. Quốc hội thông qua ngày 02 tháng 12 năm 1998 nghị quyết khác.", None),
    ],
)
def test_the_day_on_which_a_law_was_passed_stands_behind_its_name(text, date):
    assert [m.date for m in analyse(text).mentions] == [date]


def test_the_inner_law_has_not_the_day_of_the_amending_one():
    text = "Luật sửa đổi, bổ sung một số điều của Luật Ngân sách nhà nước đã được Quốc hội thông qua ngày 20/5/1998"
    assert [m.date for m in analyse(text).mentions] == ["1998-05-20", None]


def test_who_signed_a_paper_on_which_day():
    a = analyse("Ngày 20/4/2009, Thủ tướng Chính phủ đã ký Quyết định số 62/2009/QĐ-TTg về miễn tiền thuê đất.")
    assert [(m.date, m.issuer) for m in a.mentions] == [("2009-04-20", "thu-tuong-chinh-phu")]


def test_the_code_tells_a_joint_circular():
    assert [m.type for m in analyse("Căn cứ Thông tư số 03/2008/TTLT-BYT-BNV ngày 25/4/2008;").mentions] == ["thong-tu-lien-tich"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Căn cứ Quyết định số 74/CP ngày 23-3-1977 của Hội đồng Chánh phủ;", [("quyet-dinh", "74/CP", "hoi-dong-chinh-phu")]),
        ("Căn cứ Nghị định số 75-CP ngày 23-3-1977; Nghị định số 76-CP ngày 23-3-1993;",
         [("nghi-dinh", "75-CP", "hoi-dong-chinh-phu"), ("nghi-dinh", "76-CP", "chinh-phu")]),
        ("Xét tờ trình của Sở Nhà đất về kế hoạch năm 1995, số 284/KH ngày 23/03/1995;", [("to-trinh", "284/KH", None)]),
        ("Xét Công văn số 931/TTr-PGD.Q8 ngày 19 tháng 6 năm 2006;", [("cong-van", "931/TTr-PGD.Q8", None)]),
        ("Căn cứ Thông tư liên tịch Bộ Kế hoạch & Đầu tư và Bộ Tài chính số 01/2003/TTLT/BKH-BTC ngày 06/01/2003;",
         [("thong-tu-lien-tich", "01/2003/TTLT/BKH-BTC", "bo-ke-hoach-va-dau-tu+bo-tai-chinh")]),
    ],
)
def test_old_papers_and_types_that_a_title_keeps_from_their_number(text, want):
    found = analyse(text).mentions
    assert [(m.type, m.number, m.issuer) for m in found] == want


def test_an_administrative_committee_is_not_the_end_of_a_title():
    a = analyse("Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban hành chính các cấp ngày 27 tháng 10 năm 1962;")
    assert [(m.text.endswith("1962"), m.date) for m in a.mentions] == [(True, "1962-10-27")]


def test_a_city_is_not_called_after_the_committee_in_the_next_line():
    text = "UBND THÀNH PHỐ\nTRỰC THUỘC UỶ BAN NHÂN DÂN THÀNH PHỐ\nỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH\nThực hiện chỉ thị số 27/CT-UB ngày 4-5-1981 của Uỷ ban Nhân dân thành phố về việc quy hoạch;"
    assert [m.issuer for m in analyse(text).mentions] == ["uy-ban-nhan-dan-thanh-pho-ho-chi-minh"]


def test_a_law_title_behind_its_number_ends_before_who_decides():
    text = "theo Luật số 146/2025/QH15 sửa đổi, bổ sung một số điều của 15 luật về môi trường hoặc Thủ trưởng cơ quan cho phép."
    assert analyse(text).mentions[0].title == "sửa đổi, bổ sung một số điều của 15 luật về môi trường"
    text = "theo Luật số 1/2025/QH15 về người nuôi hoặc bảo trợ trẻ em."
    assert analyse(text).mentions[0].title == "người nuôi hoặc bảo trợ trẻ em"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("theo Điều 590 BLDS năm 2015 và BLTTDS 2015", [("BLDS năm 2015", "2015"), ("BLTTDS 2015", "2015")]),
        ("phạm tội theo khoản 1 Điều 173 BLHS", [("BLHS", None)]),
        ("Bộ luật Lao động năm 2019 (BLLĐ) quy định. BLLĐ còn nêu", [("Bộ luật Lao động năm 2019", "2019"), ("BLLĐ", "2019"), ("BLLĐ", "2019")]),
        ("Phòng BLHS và mã BLDS-15, Thông tư 5/2020/TT-BLĐ", []),
        ("Bộ luật Lao động năm 2019 (BLDS)", [("Bộ luật Lao động năm 2019", "2019")]),
    ],
)
def test_letters_that_stand_for_a_code(text, want):
    a = analyse(text)
    assert [(m.text, m.date) for m in a.mentions if m.kind == "name"] == want
    assert all(d.title.startswith("Bộ luật ") for d in a.documents if d.type == "bo-luat")


def test_a_bare_title_in_a_text_without_a_day():
    paper = "Phổ biến Luật Tiếp công dân, {} theo Nghị định số 5/2012/NĐ-CP và Quyết định số 7/QĐ-TTg ngày {}."
    assert dates(paper.format("Luật Đất đai", "3/2/2019")) == [("Luật Tiếp công dân", "2013-11-25"), ("Luật Đất đai", None)]
    assert dates(paper.format("Luật Đất đai", "3/2/2012")) == [("Luật Tiếp công dân", None), ("Luật Đất đai", None)]
    assert analyse(paper.format("Luật Thủ đô", "3/2/2019")).mentions[0].date is None, "as printed"


def test_the_day_that_a_text_prints_for_a_law_is_disputed_by_no_table():
    title = "THÔNG TƯ\nHướng dẫn Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 quy định chi tiết thi hành Luật Đất đai\n\n"
    a = analyse(title + "Căn cứ Luật Đất đai ngày 19 tháng 11 năm 2013;\n")
    laws = [m for m in a.mentions if m.type == "luat"]
    assert [m.date for m in laws] == ["2013-11-19", "2013-11-19"]
    assert not a.conflicts
    both = analyse(title + "Căn cứ Luật Đất đai ngày 19/11/2013;\nTheo Luật Đất đai ngày 29/11/2013.\n")
    assert [set(c.values) for c in both.conflicts] == [{"2013-11-19", "2013-11-29"}]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Pursuant to Articles 216, 217 of Law 50/2005/QH11 on Intellectual Property", ["Law 50/2005/QH11"]),
        ("tại Điều 18 Luật Di sản văn hóa sổ 45/2024/QH15, cơ quan", ["Luật Di sản văn hóa sổ 45/2024/QH15"]),
        ("ghi vào sổ 45/2024/QH15; xe biển số 45/2024/QH15", []),
        ("Căn cứ Pháp lệnh Thủ tục bắt giữ tàu biển số 05/2008/PL-UBTVQH12;", ["Pháp lệnh Thủ tục bắt giữ tàu biển số 05/2008/PL-UBTVQH12"]),
    ],
)
def test_the_number_of_a_law_behind_other_words(text, want):
    assert [m.text for m in analyse(text).mentions] == want


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Luật Hoàng Sa xin trả lời câu hỏi của bạn.", None),
        ("Công ty Luật Trường Hải tư vấn miễn phí.", None),
        ("Luật Hoạt động Phát thanh quy định như sau.", "Luật Hoạt động Phát thanh"),
        ("Pháp lệnh ưu đãi người hoạt động cách mạng, liệt sỹ và gia đình liệt sỹ, thương binh, bệnh binh, người hoạt động kháng "
         "chiến, người có công giúp đỡ cách mạng, các nghị định",
         "Pháp lệnh ưu đãi người hoạt động cách mạng, liệt sỹ và gia đình liệt sỹ, thương binh, bệnh binh, người hoạt động kháng "
         "chiến, người có công giúp đỡ cách mạng"),
    ],
)  # fmt: skip
def test_law_firms_are_no_laws_and_a_list_is_one_title(text, title):
    assert [m.text for m in analyse(text).mentions] == ([title] if title else [])


@pytest.mark.parametrize(
    ("text", "cited", "date"),
    [
        ("theo Luật Đất đai 2013.", "Luật Đất đai 2013", "2013"),
        ("theo Bộ luật Lao động 2019.\n", "Bộ luật Lao động 2019", "2019"),
        ("Điều 301 LTM 2005.", "LTM 2005", "2005"),
        ("khoản 1 Điều 100 LĐĐ năm 2013", "LĐĐ năm 2013", "2013"),
    ],
)
def test_years_end_sentences_and_lawyers_use_letters(text, cited, date):
    (m,) = analyse(text).mentions
    assert (text[m.start : m.end], m.date) == (cited, date)


def test_letters_alone_are_no_law():
    assert analyse("Công ty LTM mua máy LDN 3000.").mentions == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hướng dẫn thi hành một số điều luật thuế giá trị gia tăng", True),
        ("theo Điều 5 của luật thuế giá trị gia tăng", True),
        ("chấp hành luật thuế giá trị gia tăng", False),
        ("Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế, luật thuế giá trị gia tăng và Luật Đất đai", True),
    ],
)
def test_a_law_with_a_small_letter_where_its_articles_are_named(text, found):
    from kg.analyse import analyse

    assert any(m.text == "luật thuế giá trị gia tăng" for m in analyse(f"Thông tư {text}.").mentions) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Căn cứ các Luật thuế, Pháp lệnh thuế hiện hành;", False),
        ("Căn cứ các Luật phí và Pháp lệnh phí có liên quan;", False),
        ("Căn cứ Pháp lệnh Thuế tài nguyên hiện hành;", True),
    ],
)
def test_all_ordinances_of_a_field_are_none(text, found):
    assert any(kind == "phap-lenh" for kind, _, _ in named(text)) is found
