import pytest

from kg.analyse import analyse

PAPERS = "- Quyết định số 4/QĐ-UBND ngày 8/2/2022 của UBND tỉnh Hà Tĩnh; - Kế hoạch số 9/KH-UBND"


@pytest.mark.parametrize(
    ("page", "issuers"),
    [
        ("Trang thông tin điện tử xã Thạch Kim\n", ["uy-ban-nhan-dan-tinh-ha-tinh", None]),
        ("Cổng thông tin điện tử tỉnh Hà Tĩnh\n", ["uy-ban-nhan-dan-tinh-ha-tinh"] * 2),
        ("XÃ THẠCH KIM - TỈNH HÀ TĨNH\n", ["uy-ban-nhan-dan-tinh-ha-tinh", None]),
    ],
)
def test_a_bare_code_on_the_page_of_a_commune_is_of_no_level(page, issuers):
    assert [m.issuer for m in analyse(page + PAPERS).mentions] == issuers


def test_the_province_of_a_text_that_speaks_from_none():
    head = "BỘ TÀI CHÍNH\nSố: 5/KL-BTC\nKẾT LUẬN THANH TRA\nvề giá đất\n\n"
    one = f"{head}Làm việc tại tỉnh Bình Phước. UBND tỉnh đã ban hành Quyết định số 33/2008/QĐ-UBND của UBND tỉnh.\n"
    assert analyse(one).mentions[-1].issuer == "uy-ban-nhan-dan-tinh-binh-phuoc"
    two = one.replace("Bình Phước.", "Bình Phước và tỉnh Tây Ninh.")
    assert analyse(two).mentions[-1].issuer is None


def test_a_commune_in_capitals_is_the_one_in_small_letters():
    text = "UBND XÃ TÂN HƯNG\nHội nghị triển khai\n\nChiều 13/10, UBND xã Tân Hưng họp về Kế hoạch số 112/KH-UBND ngày 09/10/2025 của UBND xã.\n"
    assert analyse(text).mentions[-1].issuer == "uy-ban-nhan-dan-xa-tan-hung"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("Phó Chủ tịch UBND thành phố Trần Quốc Hưng", "uy-ban-nhan-dan-thanh-pho-can-tho"),
        ("Chủ tịch UBND thành phố Ngã Bảy", None),
    ],
)
def test_a_person_behind_the_unit_is_no_place(head, issuer):
    text = (
        "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ\nSố: 31/TB-UBND\nCần Thơ, ngày 9 tháng 5 năm 2024\nTHÔNG BÁO\n"
        f"Kết luận của {head} tại cuộc họp\n\nDự án theo Kế hoạch số 88/KH-UBND ngày 12/4/2021 của UBND thành phố.\n"
    )
    (plan,) = [m for m in analyse(text).mentions if m.number == "88/KH-UBND"]
    assert (plan.issuer == issuer) if issuer else "tran-quoc" not in (plan.issuer or "")


@pytest.mark.parametrize(
    ("title", "day", "issuer"),
    [
        ("thông qua Bảng giá đất trên địa bàn tỉnh Yên Bái", "29/11/2019", "hoi-dong-nhan-dan-tinh-yen-bai"),
        ("thông qua Bảng giá đất trên địa bàn tỉnh", "29/11/2019", "hoi-dong-nhan-dan-tinh-lao-cai"),
        # no former part of it; a paper of the new province
        ("thông qua Bảng giá đất trên địa bàn tỉnh Sơn La", "29/11/2019", "hoi-dong-nhan-dan-tinh-lao-cai"),
        ("thông qua việc bàn giao của tỉnh Yên Bái", "29/11/2025", "hoi-dong-nhan-dan-tinh-lao-cai"),
    ],
)
def test_the_former_province_of_which_a_title_speaks(title, day, issuer):
    text = (
        "HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\nSố: 19/2025/NQ-HĐND\nLào Cai, ngày 9 tháng 12 năm 2025\nNGHỊ QUYẾT\nVề giá đất\n\n"
        f"Điều 1. Bãi bỏ Nghị quyết số 49/{day[-4:]}/NQ-HĐND ngày {day} của Hội đồng nhân dân tỉnh {title};\n"
    )
    (m,) = analyse(text).mentions
    assert m.issuer == issuer


def test_lines_below_one_that_names_a_former_province():
    text = (
        "UBND tỉnh Quảng Trị báo cáo.\n{} của Sở Tài chính tỉnh Quảng Bình\n{} của Sở Xây dựng\n\nSau đó có {} của Sở Xây dựng.\n"
    ).format(*(f"Công văn số {n}-TH ngày 3/{m}/2025" for n, m in (("5/STC", 4), ("6/SXD", 4), ("7/SXD", 9))))
    got = [m.issuer for m in analyse(text).mentions]
    assert got == ["so-tai-chinh-tinh-quang-binh", "so-xay-dung-tinh-quang-binh", "so-xay-dung-tinh-quang-tri"]


@pytest.mark.parametrize("who", ["Phó Chủ tịch UBND Thành phố", "UBND Thành phố"])
def test_a_person_behind_the_city(who):
    got = analyse(f"Hà Nội: {who} Nguyễn Trọng Đông vừa ký ban hành Quyết định 2567/QĐ-UBND về đất.").mentions
    assert [m.issuer for m in got] == ["uy-ban-nhan-dan-thanh-pho-ha-noi"]


LAM_DONG = "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 215/QĐ-UBND\nLâm Đồng, ngày 9 tháng 12 năm 2025\n\nQUYẾT ĐỊNH\n"
GROUND = "\nỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nCăn cứ Quyết định số 30/2024/QĐ-UBND ngày 6/7/2024;\nQUYẾT ĐỊNH:\n"
OF_DAK_NONG, OF_LAM_DONG = "uy-ban-nhan-dan-tinh-dak-nong", "uy-ban-nhan-dan-tinh-lam-dong"


@pytest.mark.parametrize(
    ("title", "article", "issuer"),
    [
        ("Bãi bỏ một số văn bản của UBND tỉnh Đắk Nông", "Bãi bỏ:\n1. {}", OF_DAK_NONG),
        ("Công bố văn bản do HĐND, UBND tỉnh Đắk Nông ban hành", "Công bố:\n1. {}", OF_DAK_NONG),
        ("Xử lý văn bản", "Các quyết định sau đây của tỉnh Đắk Nông (cũ) vẫn được áp dụng:\n- {}", OF_DAK_NONG),
        ("Công bố", "Công bố:\nA. VĂN BẢN CỦA HĐND, UBND TỈNH ĐẮK NÔNG HẾT HIỆU LỰC\n1. {}", OF_DAK_NONG),
        # of two; of its own; the next article; what no head says
        ("Bãi bỏ một số văn bản của UBND tỉnh Đắk Nông, tỉnh Bình Thuận", "Bãi bỏ:\n1. {}", OF_LAM_DONG),
        ("Bãi bỏ một số văn bản của UBND tỉnh Lâm Đồng", "Bãi bỏ:\n1. {}", OF_LAM_DONG),
        ("Xử lý văn bản", "Các quyết định của tỉnh Đắk Nông vẫn được áp dụng:\n- A.\nĐiều 2. Bãi bỏ {}", OF_LAM_DONG),
        ("Xử lý văn bản", "Rà soát các văn bản của tỉnh Đắk Nông. Bãi bỏ {}", OF_LAM_DONG),
    ],
)
def test_a_list_of_papers_of_a_former_province(title, article, issuer):
    older = "Quyết định số 12/2019/QĐ-UBND ngày 3/4/2019 về giá đất"
    younger = "Quyết định số 88/2025/QĐ-UBND ngày 5/9/2025"
    text = f"{LAM_DONG}{title}{GROUND}Điều 1. {article.format(older)}; thay thế {younger}.\nĐiều 3. Thi hành.\n"
    got = {m.number: m.issuer for m in analyse(text).mentions}
    assert (got["12/2019/QĐ-UBND"], got["30/2024/QĐ-UBND"], got["88/2025/QĐ-UBND"]) == (issuer, OF_LAM_DONG, OF_LAM_DONG)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("UBND THÀNH PHỐ HẢI PHÒNG\nSỞ XÂY DỰNG\nSố: 26/SXD-KT\nHải Phòng", "uy-ban-nhan-dan-thanh-pho-hai-phong"),
        ("UBND TỈNH QUẢNG NINH\nSỞ XÂY DỰNG\nSố: 26/SXD-KT\nQuảng Ninh", "uy-ban-nhan-dan-thanh-pho-uong-bi"),
    ],
)
def test_the_city_that_a_letter_is_sent_to(head, issuer):
    city = "Thủy Nguyên" if "HẢI PHÒNG" in head else "Uông Bí"
    text = (
        f"{head}, ngày 6 tháng 3 năm 2025\n\nKính gửi:\n- Ủy ban nhân dân thành phố {city} và các quận, huyện;\n\n"
        "Thực hiện chỉ đạo của Ủy ban nhân dân thành phố tại Công văn số 418/UBND-ĐT ngày 10/2/2025 về giá nhà.\n"
    )
    assert [m.issuer for m in analyse(text).mentions] == [issuer]


@pytest.mark.parametrize(
    ("heading", "line", "day"),
    [
        ("TIN LIÊN QUAN", "» Nhắc việc dạy thêm: Công văn 2890/SGDĐT-GDTrH (14/10/2025)", None),
        ("Các tin khác:", "- Công văn 2890/SGDĐT-GDTrH (14/10/2025)", None),
        ("CÁC TIN KHÁC", "Theo Công văn 2890/SGDĐT-GDTrH (14/10/2025) thì trường tự chủ", "2025-10-14"),
        ("Văn bản liên quan", "- Công văn 2890/SGDĐT-GDTrH (14/10/2025)", "2025-10-14"),
    ],
)
def test_a_headline_has_the_day_of_posting(heading, line, day):
    assert analyse(f"Trang tin\n\n{heading}\n{line}\n").mentions[0].date == day
