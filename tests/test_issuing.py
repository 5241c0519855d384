"""Who issued a paper, and on which day, as the clause tells in which it stands."""

import pytest

from kg.analyse import analyse
from tests import drafts

HEAD = "BỘ NỘI VỤ\nSố: 90/BC-BNV\nHà Nội, ngày 5 tháng 8 năm 2024\nBÁO CÁO\nKết quả rà soát\n\n"
THERE = "uy-ban-nhan-dan-tinh-lao-cai"
PAPER = "Văn bản số 12/UBND-NC ngày 3/4/2021"


def last(text):
    return analyse(f"{HEAD}{text}\n").mentions[-1]


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        (f"Sau đó UBND tỉnh Lào Cai lại ban hành {PAPER}.", True),
        (f"UBND tỉnh Lào Cai đã trả lời đơn của ông A tại {PAPER}.", True),
        (f"Khi hòa giải, UBND tỉnh Lào Cai trả lời tại {PAPER}.", True),
        (f"Tại {PAPER}, UBND tỉnh Lào Cai thừa nhận có sai sót.", True),
        # behind a comma it may act on the paper of another; it was asked
        (f"Khi hòa giải, UBND tỉnh Lào Cai phê duyệt dự án tại {PAPER}.", False),
        (f"UBND tỉnh Lào Cai được hỏi về đơn của ông A tại {PAPER}.", False),
        (f"Tại {PAPER}, UBND tỉnh Lào Cai được nhắc vì có sai sót.", False),
        (f"Sở hỏi UBND tỉnh Lào Cai xác nhận việc này tại {PAPER}.", False),
    ],
)
def test_the_body_that_acts_in_the_clause(text, is_there):
    assert last(text).issuer == (THERE if is_there else None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tại kỳ họp thứ 8, ", "2024-11-29"),
        ("trong phiên họp thường kỳ, ", "2024-11-29"),
        ("", "2024-11-29"),
        # no session, or one told behind further words
        ("tại hội trường thành phố, ", None),
        ("tại kỳ họp thứ 8, sau khi thảo luận, ", None),
        ("tại kỳ họp thứ 8 ", None),
    ],
)
def test_a_day_before_the_session(words, day):
    assert last(f"Ngày 29/11/2024, {words}HĐND tỉnh Lào Cai đã thông qua Nghị quyết số 12/NQ-HĐND.").date == day


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Đến ngày 29/01/2015, tại Quyết định số 158/QĐ-TTg, Thủ tướng Chính phủ phê duyệt Đề án.", "2015-01-29"),
        ("Ngày 29 tháng 01 năm 2015, tại Quyết định số 158/QĐ-TTg, Thủ tướng Chính phủ giao Bộ.", "2015-01-29"),
        ("Ngày 21/6/2022, Chánh Thanh tra tỉnh ký Quyết định số 83/QĐ-TTT về thành viên Đoàn.", "2022-06-21"),
        # another body acts that day; the day of something else
        ("Đến ngày 29/01/2015, tại Quyết định số 158/QĐ-TTg, Bộ Công an nêu vướng mắc.", None),
        ("Ngày 21/6/2022, đoàn họp theo Quyết định số 83/QĐ-TTT về thành viên Đoàn.", None),
    ],
)
def test_the_day_on_which_a_body_acted_by_its_paper(text, date):
    assert last(text).date == date


@pytest.mark.parametrize("verb", ["giữ nguyên quyết định trước", "bác khiếu nại", "không chấp nhận đơn"])
def test_what_a_body_decides_of_a_complaint_at_its_paper(verb):
    assert last(f"Tại {PAPER}, UBND tỉnh Lào Cai {verb} của ông A.").issuer == THERE


CITY = "uy-ban-nhan-dan-thanh-pho-ha-tinh"


@pytest.mark.parametrize(
    ("said", "issuer", "day"),
    [
        ("Ngày 14/5/2015, UBND thành phố Hà Tĩnh trình UBND tỉnh xin phê duyệt chủ trương đầu tư tại Tờ trình số 86/TTr-UBND", CITY, "2015-05-14"),
        ("Ngày 14 tháng 5 năm 2015, UBND thành phố Hà Tĩnh phê duyệt đề cương bằng Quyết định số 86/QĐ-UBND", CITY, "2015-05-14"),
        ("Ngày 14/5/2015, UBND thành phố Hà Tĩnh giao đất theo Quyết định số 86/QĐ-UBND", CITY, None),  # when it was done
        ("Năm ngoái, UBND thành phố Hà Tĩnh giao đất tại Quyết định số 86/QĐ-UBND", None, None),
    ],
)
def test_the_day_on_which_a_body_decided_by_its_paper(said, issuer, day):
    (m,) = analyse(f"Dự án ở Nghệ An:\n- {said}.\n").mentions
    assert (m.issuer, m.date) == (issuer, day)


@pytest.mark.parametrize(
    ("text", "issuer", "day"),
    [
        ("Ngày 03/10/2022, UBND phường Nghĩa Lộ lập Biên bản số 18/BB-VPHC", "uy-ban-nhan-dan-phuong-nghia-lo", "2022-10-03"),
        ("UBND huyện Kon Plông và UBND huyện Nam Trà My lập Biên bản số 18/BB-UBND", None, None),
        ("Chủ tịch UBND huyện Lý Nhân giải quyết lần đầu tại Quyết định số 812/QĐ-UBND", "uy-ban-nhan-dan-huyen-ly-nhan", None),
        ("đã được Ban Thường vụ Tỉnh ủy Hòa Bình chỉ ra tại Kết luận số 81-KL/TU", "ban-thuong-vu-tinh-uy-hoa-binh", None),
        ("Trong Bản án số 218/2022/DS-PT, Tòa án nhân dân thành phố Hà Nội bác", "toa-an-nhan-dan-thanh-pho-ha-noi", "2022"),
    ],
)
def test_bodies_that_record_settle_find_and_rule(text, issuer, day):
    (m,) = analyse(f"Việc này {text}." if text[0].islower() else f"{text}.").mentions
    assert (m.issuer, m.date) == (issuer, day)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("03/4/2025 – Công văn số 643/STC-QLNS của Sở Tài chính", "2025-04-03"),
        ("- Ngày 03/4/2025: Công văn số 643/STC-QLNS của Sở Tài chính", "2025-04-03"),
        ("Nhận ngày 03/4/2025 – Công văn số 643/STC-QLNS của Sở Tài chính", None),
        ("03/4/2025 – họp về Công văn số 643/STC-QLNS của Sở Tài chính", None),
    ],
)
def test_the_lines_of_a_chronicle(line, day):
    from kg.analyse import analyse

    (m,) = analyse(f"QUÁ TRÌNH THẨM ĐỊNH HỒ SƠ DỰ ÁN\n{line}\n").mentions
    assert m.date == day


def test_the_council_that_passed_a_scheme_by_its_resolution():
    from kg.analyse import analyse

    text = "HĐND huyện Văn Yên đã thông qua Đề án chuyển đổi số tại Nghị quyết số 75/NQ-HĐND của tỉnh Yên Bái."
    assert analyse(text.replace(" của tỉnh Yên Bái", "")).mentions[0].issuer == "hoi-dong-nhan-dan-huyen-van-yen"


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        (f"Đất được UBND tỉnh Lào Cai (trước đây) giao cho hộ ông tại {PAPER}.", True),
        (f"Năm 2009, UBND tỉnh Lào Cai thu hồi 620 m2 theo {PAPER}.", True),
        (f"Dự án được UBND tỉnh Lào Cai duyệt tại {PAPER}.", True),
        (f"Huyện giải quyết và Chủ tịch UBND tỉnh Lào Cai giải quyết lần hai tại {PAPER}.", True),
        (f"Năm 2009, theo lời ông A, UBND tỉnh Lào Cai thu hồi 620 m2 theo {PAPER}.", False),
        (f"Huyện giải quyết và Chủ tịch UBND tỉnh Lào Cai nghe về {PAPER}.", False),
    ],
)
def test_who_decided_by_a_paper(text, is_there):
    assert (last(text).issuer == "uy-ban-nhan-dan-tinh-lao-cai") is is_there


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("03/4/2025 – Công văn số 643/STC-QLTCĐT của Sở Tài chính", "2025-04-03"),
        ("03/4/2025: Công văn số 643/STC-QLTCĐT của Sở Tài chính có hiệu lực", None),
        ("Ngày 15/3/2024: Công văn số 643/STC-QLTCĐT phải hoàn thành", None),
    ],
)
def test_a_day_of_effect_or_a_deadline_is_no_day_of_issue(line, day):
    assert drafts.papers(f"{drafts.REPORT}{line}\n")["643/STC-QLTCĐT"][0] == day


@pytest.mark.parametrize(
    ("between", "issuer"),
    [
        ("; ngày 15/4/2021 ban hành", "uy-ban-nhan-dan-huyen-luc-ngan"),
        ("; ngày 15/4/2021 tiếp tục ban hành", "uy-ban-nhan-dan-huyen-luc-ngan"),
        ("; ngày 15/4/2021 ông Đ nhận", None),
        (", Chủ tịch UBND tỉnh giải quyết; ngày 15/4/2021 ban hành", None),
    ],
)
def test_who_issued_the_first_issued_the_next(between, issuer):
    text = f"BẢN ÁN\n\nNgày 5/3/2021, UBND huyện Lục Ngạn ban hành Quyết định số 2174/QĐ-UBND thu hồi đất{between} Quyết định số 560/QĐ-UBND.\n"
    assert analyse(text).mentions[-1].issuer == issuer


@pytest.mark.parametrize(("code", "is_its"), [("QĐ-UBND", True), ("QĐ-SNV", False)])
def test_a_chairman_signs_decisions_of_the_committee(code, is_its):
    (m,) = analyse(f"TIN TỨC\n\nChủ tịch UBND tỉnh Sơn La ký Quyết định số 1045/{code} thành lập Tổ.\n").mentions
    assert (m.issuer == "uy-ban-nhan-dan-tinh-son-la") is is_its


@pytest.mark.parametrize(
    ("said", "issuer"),
    [("được Bộ Chính trị ban hành", "bo-chinh-tri"), ("được Bộ Chính trị đánh giá", None), (", quy chế được Bộ Chính trị ban hành", None), ("được Bộ Chính trị ban hành kế hoạch thực hiện", None)],
)
def test_who_is_said_to_have_issued_it(said, issuer):
    assert last(f"Quyết định số 218-QĐ/TW {said} ngày 12/12/2013.").issuer == issuer
