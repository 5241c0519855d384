"""Properties that hold for any text, and what whole texts must yield."""

import json
import os
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.sentences import Sentences

PIECES = st.sampled_from([
    "Căn cứ ", "Thực hiện ", "Chỉ thị số 33/CT-TTg", " ngày 26/11/2021", " của Thủ tướng Chính phủ", " về ", "“", "”", ";\n", ". ",
    "Luật Tiếp công dân", "Nghị quyết số 25-NQ/TW", " ngày 03 tháng 6 năm 2013", "Điều 1. ", "Bãi bỏ ", "Quyết định này ", "thay thế ",
    "Kế hoạch số 5/KH-UBND", "\r\n", "\n\n", "¹", "¹ ", "(nay là ", ")", "Số: 12/QĐ-UBND", "Sơn La, ngày 1 tháng 2 năm 2020",
    "QUYẾT ĐỊNH", "được sửa đổi, bổ sung bởi ", "😀", "ệ", "Ð", "150/207", "…/2025/NĐ-CP", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",
    "Hiến pháp năm 2013", "UBND tỉnh ", "ban hành ", "khoản 2 Điều 5 ", " và ", ", ", "số 34", "Pháp lệnh số 34", "TM. ỦY BAN NHÂN DÂN\n",
])  # fmt: skip
DRAFT = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), DRAFT))
def test_offsets_are_exact_and_nothing_raises(text):
    a = analyse(text)
    last = 0
    for m in a.mentions:
        assert text[m.start : m.end] == m.text != ""
        assert m.start >= last
        last = m.start
        assert 0 < m.confidence <= 1
    ids = {d.id for d in a.documents} | {a.document.id}
    assert len(ids) == len(a.documents) + 1, "ids are unique, and the text is not among its own citations"
    assert {m.target for m in a.mentions} <= ids
    for r in a.relations:
        assert {r.subject, r.object} <= ids
        assert r.subject != r.object
        assert 0 <= r.evidence.sentence_start <= r.evidence.start < r.evidence.end <= r.evidence.sentence_end <= len(text)
        assert 0 < r.confidence <= 1


@settings(max_examples=80, deadline=None)
@given(DRAFT)
def test_decomposed_text_says_the_same(text):
    nfc = unicodedata.normalize("NFC", text)
    a, b = analyse(nfc), analyse(unicodedata.normalize("NFD", nfc))
    assert [(m.type, m.number, m.date, m.issuer, m.target) for m in a.mentions] == [
        (m.type, m.number, m.date, m.issuer, m.target) for m in b.mentions
    ] or a.document.id.startswith("src_")


@settings(max_examples=60, deadline=None)
@given(DRAFT)
def test_windows_line_ends_say_the_same(text):
    unix = text.replace("\r", "")
    a, b = analyse(unix), analyse(unix.replace("\n", "\r\n"))
    assert [(m.type, m.number, m.date, m.issuer) for m in a.mentions] == [(m.type, m.number, m.date, m.issuer) for m in b.mentions]


def test_the_same_in_every_process():
    text = ("Căn cứ Luật Đất đai năm 2013; Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, UBND tỉnh Sơn La ban hành Kế hoạch số "
            "5/KH-UBND ngày 2/2/2022; Quyết định số 1/QĐ-TTg và Quyết định số 2/QĐ-TTg ngày 3/3/2020.")
    code = "import sys; from kg.analyse import analyse; print(repr(analyse(sys.stdin.read())))"
    outs = {
        subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True, encoding="utf-8",
                       env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outs) == 1


def test_a_number_cited_with_two_years_is_two_documents():
    a = analyse("Chỉ thị số 33/CT-TTg ngày 26/11/2021 và Chỉ thị số 33/CT-TTg ngày 30/12/2016; Chỉ thị số 33/CT-TTg vẫn áp dụng.")
    first, second, open_ = a.mentions
    assert first.target != second.target
    assert open_.target not in (first.target, second.target)
    unresolved = next(d for d in a.documents if d.id == open_.target)
    assert unresolved.status == "unresolved"
    assert set(unresolved.candidates) == {first.target, second.target}


def test_same_number_of_two_provinces_is_two_documents():
    a = analyse("Quyết định số 67/2026/QĐ-UBND của UBND tỉnh Quảng Ngãi và Quyết định số 67/2026/QĐ-UBND ngày 05/5/2026 của UBND "
                "tỉnh Lạng Sơn.")
    assert len({m.target for m in a.mentions}) == 2
    assert a.mentions[0].date == "2026", "the date of one is not the date of the other"


def test_a_number_that_the_text_has_given_to_another_province_is_not_its_own():
    head = "UBND TỈNH ĐỒNG THÁP\nSỞ TƯ PHÁP\nSố: 12/BC-STP\nĐồng Tháp, ngày 5 tháng 3 năm 2025\n\nBÁO CÁO\nRà soát\n\n"
    other = "Quyết định số 33/2024/QĐ-UBND ngày 21/10/2024 của UBND tỉnh Tiền Giang"
    for text, joined in (
        (f"{other} về đất. Điều 6 Quyết định số 33/2024/QĐ-UBND quy định.", True),
        (f"{other} về đất. Điều 6 Quyết định số 33/2024/QĐ-UBND của UBND tỉnh quy định.", False),
        (f"{other} về đất. Điều 6 Quyết định số 33/2024/QĐ-UBND ngày 1/2/2024 quy định.", False),
        (f"{other} về đất. Điều 6 Quyết định số 33/2023/QĐ-UBND quy định.", False),
        (f"Điều 6 Quyết định số 33/2024/QĐ-UBND quy định. {other} về đất.", True),
        (f"Điều 6 Quyết định số 33/2024/QĐ-UBND của UBND tỉnh quy định. {other} về đất.", False),
        (f"Điều 6 Quyết định số 33/2024/QĐ-UBND ngày 1/2/2024 quy định. {other} về đất.", False),
        (f"{other}; Quyết định số 33/2024/QĐ-UBND của UBND tỉnh Long An. Điều 6 Quyết định số 33/2024/QĐ-UBND.", False),
    ):
        first, *_, last = analyse(head + text).mentions
        assert (first.target == last.target) is joined, text


def test_of_two_provinces_the_number_is_of_the_one_named_before():
    head = "UBND TỈNH ĐỒNG THÁP\nSỞ TƯ PHÁP\nSố: 12/BC-STP\nĐồng Tháp, ngày 5 tháng 3 năm 2025\n\nBÁO CÁO\nRà soát\n\n"
    named = [f"Quyết định số 33/2024/QĐ-UBND của UBND tỉnh {place}" for place in ("Tiền Giang", "Long An")]
    first, bare, last = analyse(f"{head}{named[0]}; Điều 6 Quyết định số 33/2024/QĐ-UBND. {named[1]}.").mentions
    assert (bare.target == first.target, bare.target == last.target) == (True, False)


def test_the_own_number_is_not_that_of_another_province():
    head = "UBND TỈNH ĐỒNG THÁP\nSố: 33/2024/QĐ-UBND\nĐồng Tháp, ngày 5 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề phí chợ\n\n"
    other = "Quyết định số 33/2024/QĐ-UBND ngày 21/10/2024 của UBND tỉnh Tiền Giang"
    a = analyse(f"{head}Danh mục kèm theo Quyết định số 33/2024/QĐ-UBND. Theo {other}.")
    assert [m.target == a.document.id for m in a.mentions] == [True, False]


def test_short_form_points_to_the_only_document_it_can_mean():
    a = analyse("Pháp lệnh số 34/2007/PL-UBTVQH11 quy định. Theo Điều 19 của Pháp lệnh số 34 thì nhân dân tham gia ý kiến.")
    assert a.mentions[1].target == a.mentions[0].target
    assert a.mentions[1].provisions[0].as_dict() == {"dieu": "19"}


def test_a_footnote_that_a_page_break_put_before_the_date():
    a = analyse("thực hiện Kết luận số 12-KL/TW ngày 3 Báo cáo số 9-BC/BCSĐCP ngày 11/9/2023 14 30/10/2019 của Bộ Chính trị về dân tộc.")
    assert [(m.number, m.date) for m in a.mentions] == [("12-KL/TW", "2019-10-30"), ("9-BC/BCSĐCP", "2023-09-11")]


def test_date_without_a_year_takes_it_from_the_title():
    a = analyse("(Theo Báo cáo số 51/BC-UBND ngày 20/11 của UBND tỉnh Hà Giang về kết quả năm 2019)")
    assert a.mentions[0].date == "2019-11-20"


@pytest.mark.parametrize(
    "text",
    ["Số: …/KH-UBND", "số ……/2025/NĐ-CP", "Thông tư số …/2004/TT-BTC", "mẫu số 09/KK-TNCN", "hợp đồng số 12/HĐ-ABC", "QCVN 06:2022/BXD",
     "xếp thứ 56/63 tỉnh", "150/207 TTHC", "thửa đất số 12/CN-ABC"],
)
def test_templates_and_look_alikes_are_no_documents(text):
    assert not analyse(f"Nội dung {text} được thực hiện.").mentions


SUMMARY = {
    "Quyết định số 1013/QĐ-TLĐ và Quyết định số 1014/QĐ-TLĐ ngày 19/8/2011": [("1013/QĐ-TLĐ", "2011-08-19"), ("1014/QĐ-TLĐ", "2011-08-19")],
    "Quyết định số 90/TTg, số 91/TTg ngày 07/3/1994": [("90/TTg", "1994-03-07"), ("91/TTg", "1994-03-07")],
    "Luật Ngân sách nhà nước số 01/2002/QH11 ngày 16/12/2002; số 83/2015/QH13": [("01/2002/QH11", "2002-12-16"), ("83/2015/QH13", "2015")],
    "Quyết định của Bộ Chính trị số31-QĐ/TW, ngày 01-10-1997": [("31-QĐ/TW", "1997-10-01")],
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 tháng 2020": [("30/2020/NĐ-CP", "2020-03-05")],
    "Kế hoạch số 12/KH-\nUBND ngày 21\ntháng 02 năm 2023": [("12/KH-UBND", "2023-02-21")],
    "Tờ trình số 86/TTr-SKHĐT ngày 24/4/2023, Công văn số 1017/SKHĐT": [("86/TTr-SKHĐT", "2023-04-24"), ("1017/SKHĐT", None)],
}


@pytest.mark.parametrize("text", SUMMARY)
def test_lists_and_printed_forms(text):
    assert [(m.number, m.date) for m in analyse(text + " của cơ quan.").mentions] == SUMMARY[text]


def test_public_records_can_be_serialised():
    from dataclasses import asdict

    assert json.dumps(asdict(analyse("Chỉ thị số 33/CT-TTg")))


def test_headings_and_blanks_are_no_short_forms():
    text = "Điều 3. Hiệu lực của Thông tư\n1. Thông tư này có hiệu lực. PHÁP LUẬT 3. Theo Quyết định số5: ............ ngày ....."
    assert not [m for m in analyse(text).mentions if m.number]


def test_this_law_in_a_law_is_the_law_itself():
    a = analyse("Luật số: 80/2025/QH15\nLUẬT\nCÁN BỘ, CÔNG CHỨC\nĐiều 1. Sửa đổi theo Luật số 81/2025/QH15.\nLuật này có hiệu lực.")
    assert [m.text for m in a.mentions] == ["Luật số 81/2025/QH15"]


DECISION = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 15/2026/QĐ-UBND
Sơn La, ngày 10 tháng 3 năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế quản lý nhà công vụ
ỦY BAN NHÂN DÂN TỈNH SƠN LA
{preamble}
QUYẾT ĐỊNH:
Điều 1. Ban hành Quy chế.
{body}
"""


def own_links(preamble="", body=""):
    a = analyse(DECISION.format(preamble=preamble, body=body))
    number = {m.target: m.number for m in a.mentions}
    return {(r.predicate, number[r.object]) for r in a.relations if r.subject == a.document.id}


@pytest.mark.parametrize(
    "preamble",
    [
        "Căn cứ Luật Nhà ở ngày 27/11/2023;\nNghị định số 95/2024/NĐ-CP ngày 24/7/2024 của Chính phủ quy định chi tiết một số điều của Luật Nhà ở;",
        "Căn cứ\nNghị định số 95/2024/NĐ-CP ngày 24/7/2024 của Chính phủ;",
        "Theo đề nghị của Giám đốc Sở Xây dựng; căn cứ Nghị định số 95/2024/NĐ-CP ngày 24/7/2024 của Chính phủ;",
        "Căn cứ Luật Nhà ở do cơ quan trung ương thực hiện\nCăn cứ Nghị định số 95/2024/NĐ-CP ngày 24/7/2024;",
        "Theo đề nghị của Giám đốc Sở\nXây dựng; căn cứ Nghị định số 95/2024/NĐ-CP ngày 24/7/2024;",
    ],
)
def test_grounds_that_run_over_lines(preamble):
    assert ("basedOn", "95/2024/NĐ-CP") in own_links(preamble)


@pytest.mark.parametrize(
    "body",
    [
        "Điều 2. Kể từ ngày Quyết định này có hiệu lực, Quyết định số 12/2010/QĐ-UBND ngày 01/02/2010 hết hiệu lực thi hành.",
        "Điều 2. Quyết định số 12/2010/QĐ-UBND ngày 01/02/2010 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
    ],
)
def test_what_ends_on_the_day_of_effect(body):
    assert ("repeals", "12/2010/QĐ-UBND") in own_links(body=body)


def test_a_parenthesis_without_the_passive_verb_still_names_the_amending_act():
    a = analyse("Nghị định số 30/2020/NĐ-CP (sửa đổi bởi Nghị định số 35/2024/NĐ-CP) quy định về công tác văn thư.")
    number = {m.target: m.number for m in a.mentions}
    assert ("35/2024/NĐ-CP", "amends", "30/2020/NĐ-CP") in {(number.get(r.subject), r.predicate, number[r.object]) for r in a.relations}


def test_a_title_holds_no_younger_paper():
    a = analyse(
        "Quyết định số 79/QĐ-TTg ngày 10/01/2010 ban hành Kế hoạch về đa dạng sinh học, Nghị định số 65/2020/NĐ-CP ngày 11/6/2020 của Chính phủ."
    )
    assert [m.owner for m in a.mentions] == [None, None]


def test_a_title_stops_before_what_is_quoted_from_it():
    a = analyse("Kết luận số 65-KL/TW ngày 30/10/2019 về công tác dân tộc, trong đó nêu rõ nhiệm vụ của cấp ủy.")
    assert a.mentions[0].title == "công tác dân tộc"


@pytest.mark.parametrize(
    "rest",
    [", có ghi nhiệm vụ của cấp ủy", ", những năm qua các huyện đã làm", ", Tỉnh ủy đã khẩn trương, nghiêm túc chỉ đạo các huyện",
     " và chỉ đạo của UBND tỉnh tại văn bản số 5/UBND-VX", " với sự tập trung lãnh đạo của cấp ủy", " (Ban Chỉ đạo 65) đã họp ở huyện"],
)  # fmt: skip
def test_a_title_stops_where_the_sentence_goes_on(rest):
    a = analyse(f"Thực hiện Kết luận số 65-KL/TW ngày 30/10/2019 về công tác dân tộc{rest}.")
    assert a.mentions[0].title == "công tác dân tộc"


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 04/2015/NĐ-CP bị bãi bỏ bởi Nghị định số 59/2023/NĐ-CP.",
        "Nghị định số 61/2018/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP).",
        "Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND; Quyết định số 6/QĐ-UBND kèm theo Quyết định số 5/QĐ-UBND.",
    ],
)
def test_what_became_of_a_paper_is_not_its_title(text):
    assert [m.title for m in analyse(text).mentions] == [None] * len(analyse(text).mentions)


PLAN = (
    "TỈNH ỦY NGHỆ AN\n*\nSố 215-KH/TU\n\nNghệ An, ngày 12 tháng 3 năm 2024\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 20-CT/TW, "
    "ngày 12/01/2023 của Ban Bí thư về phòng, chống tội phạm\n-----\n\nI- MỤC ĐÍCH\n1. Tiếp tục thực hiện Chỉ thị số 48-CT/TW "
    "ngày 22/10/2010 của Bộ Chính trị và các văn bản của tỉnh về phòng, chống tội phạm, gắn với nhiệm vụ chính trị hằng năm.\n"
    "2. Ban cán sự đảng xây dựng kế hoạch thực hiện Chỉ thị này; sửa đổi, bổ sung Quyết định số 12/2018/QĐ-UBND.\n"
)


def test_this_directive_in_a_plan_is_the_one_it_carries_out():
    said = [m.number for m in analyse(PLAN).mentions if m.text == "Chỉ thị này"]
    assert said == ["20-CT/TW"]
    named = PLAN.replace("thực hiện Chỉ thị này", "thực hiện Chỉ thị số 5-CT/TW ngày 1/2/2022, Chỉ thị này")
    assert [m.number for m in analyse(named).mentions if m.text == "Chỉ thị này"] != ["20-CT/TW"]


def test_a_plan_that_speaks_of_another_directive_does_not_amend():
    assert "amends" not in {r.predicate for r in analyse(PLAN).relations}
    own = PLAN.replace("thực hiện Chỉ thị này; sửa đổi", "thực hiện; Kế hoạch này sửa đổi")
    assert "amends" in {r.predicate for r in analyse(own).relations}


def test_a_number_without_its_body_is_the_one_of_the_text():
    a = analyse("Ban Chỉ đạo tỉnh ban hành Kế hoạch số 14/KH-BCĐTK về tổng kết. Kế hoạch số 14/KH-BCĐTK nêu rõ.")
    assert len({m.target for m in a.mentions}) == 1


def test_a_verb_alone_is_no_title():
    a = analyse("theo Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị ban hành.")
    assert a.mentions[0].title is None


def test_the_day_on_which_a_person_signed():
    a = analyse("Ngày 28/7/2021, Tổng Bí thư đã ký Quy định số 22-QĐ/TW về kiểm tra.")
    assert a.mentions[0].date == "2021-07-28"


def test_a_paper_named_once_more_behind_its_title_is_not_in_it():
    a = analyse(
        "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 về Chương trình thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị "
        "(sau đây gọi là Nghị quyết số 71/NQ-CP), các sở báo cáo."
    )
    assert [m.owner for m in a.mentions] == [None, 0, None]
    assert a.mentions[2].target == a.mentions[0].target


def test_why_the_sentence_acts_is_no_title():
    a = analyse("Tiếp theo Công văn số 988/BYT-KCB ngày 01/3/2024, để triển khai Chỉ thị số 25/CT-TTg, Bộ Y tế đề nghị các Sở:")
    assert [r.subject for r in a.relations] == [a.document.id] * 2
    titled = analyse("Kế hoạch số 8/KH-UBND ngày 01/3/2024 để triển khai Chỉ thị số 25/CT-TTg ngày 3/1/2024.")
    assert [r.predicate for r in titled.relations if r.subject != titled.document.id] == ["implements"]


def test_the_day_of_adoption_dates_a_law_and_what_it_does_is_told():
    a = analyse(
        "Luật Khám bệnh, chữa bệnh số 15/2023/QH15 được Quốc hội khóa XV thông qua ngày 09/01/2023, có hiệu lực từ ngày "
        "01/01/2024, thay thế Luật Khám bệnh, chữa bệnh số 40/2009/QH12."
    )
    assert [(m.text[-8:], m.date) for m in a.mentions] == [("023/QH15", "2023-01-09"), ("009/QH12", "2009")]
    typed = [(r.subject, r.predicate, r.object) for r in a.relations if r.predicate != "cites"]
    assert typed == [("vn_quoc-hoi_luat_k15_15-2023-qh15", "replaces", "vn_quoc-hoi_luat_k12_40-2009-qh12")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Căn cứ Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019; theo Phụ lục 2 Hướng dẫn 21.", 2),
        ("Theo Hướng dẫn 21 của đơn vị.", 0),
        ("Nghị quyết số 29-NQ/TW ngày 4/11/2013. Ngay sau khi có Nghị quyết 29, Tỉnh ủy đã chỉ đạo.", 2),
        ("Quyết định số 5/QĐ-UBND ngày 4/11/2013. Quyết định 5 nội dung.", 1),
    ],
)
def test_short_forms_without_the_word_for_number(text, count):
    assert len(analyse(text).mentions) == count


def test_the_title_ends_before_its_short_name_and_before_the_body_by_its_level():
    a = analyse(
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án dữ liệu dân cư (sau đây gọi tắt là Đề án 06). Thực hiện Nghị "
        "định số 118/2025/NĐ-CP ngày 09/6/2025 về một cửa, xã đã kiện toàn Trung tâm theo Quyết định số 5/QĐ-UBND ngày 1/7/2025."
    )
    assert next(d.title for d in a.documents if d.number == "06/QĐ-TTg") == "phê duyệt Đề án dữ liệu dân cư"
    assert {r.subject for r in a.relations if "5-qd-ubnd" in r.object} == {a.document.id}


def _bodies(text):
    return {m.number: m.issuer for m in analyse(text).mentions if m.number}


def test_a_short_form_in_brackets_does_not_end_what_is_said_of_the_paper():
    a = analyse(
        "Thực hiện Thông tư số 32/2018/TT-BGDĐT ngày 26/12/2018 của Bộ trưởng Bộ GDĐT ban hành Chương trình (Thông tư 32), "
        "được sửa đổi, bổ sung bởi Thông tư số 20/2021/TT-BGDĐT ngày 01/7/2021."
    )
    assert ("20-2021-tt-bgddt", "amends", "32-2018-tt-bgddt") in {
        (r.subject.rpartition("_")[2], r.predicate, r.object.rpartition("_")[2]) for r in a.relations
    }


def test_a_joint_circular_calls_itself_a_circular():
    a = analyse(
        "BỘ TÀI CHÍNH - BỘ NỘI VỤ\nSố: 71/2014/TTLT-BTC-BNV\nHà Nội, ngày 30 tháng 5 năm 2014\nTHÔNG TƯ LIÊN TỊCH\nQuy định chế độ "
        "tự chủ\nĐiều 8. Hiệu lực\n1. Bãi bỏ Thông tư số 84/2007/TT-BTC ngày 17/7/2007.\n2. Khoản 2 Điều 3 Thông tư số "
        "18/2006/TT-BTC ngày 13/3/2006 hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\n"
    )
    assert [m.text for m in a.mentions if "này" in m.text] == []
    assert [(r.predicate, r.scope) for r in a.relations] == [("repeals", None), ("repeals", "partial")]
    assert {d.issuer for d in a.documents} == {"bo-tai-chinh"}, "a code of one body is not the joint body of the text"


def test_the_city_in_a_province_is_not_the_province():
    text = (
        "THANH TRA TỈNH LẠNG SƠN\nSố: 78/KL-TTr\nLạng Sơn, ngày 10 tháng 9 năm 2021\nKẾT LUẬN THANH TRA\nViệc quản lý đất đai tại "
        "UBND thành phố Lạng Sơn\n1. UBND thành phố ban hành Quyết định số 2210/QĐ-UBND ngày 15/7/2019.\n"
    )
    assert _bodies(text)["2210/QĐ-UBND"] == "uy-ban-nhan-dan-thanh-pho-lang-son"
    assert _bodies(text.replace("UBND thành phố ban", "UBND tỉnh ban"))["2210/QĐ-UBND"] == "uy-ban-nhan-dan-tinh-lang-son"


def test_the_chairman_of_the_council_of_ministers_in_his_own_paper():
    a = analyse(
        "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG\nSố: 217-CT\nHà Nội, ngày 15 tháng 6 năm 1991\nCHỈ THỊ\nCỦA CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG VỀ VIỆC "
        "QUẢN LÝ THỊ TRƯỜNG\nThi hành Quyết định số 217-HĐBT ngày 14-11-1987 của Hội đồng Bộ trưởng, Chủ tịch Hội đồng Bộ trưởng "
        "chỉ thị:\n1. Bãi bỏ Quyết định số 80/CT ngày 11-3-1987.\n"
    )
    assert (a.document.issuer, a.document.title) == ("chu-tich-hoi-dong-bo-truong", "VỀ VIỆC QUẢN LÝ THỊ TRƯỜNG")
    assert [(r.predicate, r.object) for r in a.relations] == [
        ("implements", "vn_hdbt_quyet-dinh_1987_217-hdbt"), ("repeals", "vn_hdbt_quyet-dinh_1987_80-ct"),
    ]  # fmt: skip


def test_an_article_is_not_issued_by_the_body_that_it_tells_of():
    a = analyse("Bình Dương tổng kết 10 năm\n\nThứ Năm, 14/12/2023, 09:20\n\nUBND tỉnh Bình Dương ban hành kế hoạch mới.\n")
    assert (a.document.type, a.document.issuer) == (None, None)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Quyết định 891/QĐ-UBND 2019 công bố danh mục", ("891/QĐ-UBND", "2019")),
        ("Quyết định 891/QĐ-UBND 2019 hộ dân", ("891/QĐ-UBND", None)),
        ("1 Số: 44/2009/QH12 01/01/1970 tải về", ("44/2009/QH12", "2009")),
        ("Căn cứ Luật Tổ chức Hội đồng Bộ trưởng 4-7-1981;", (None, "1981-07-04")),
        ("Luật Ban hành văn bản quy phạm pháp luật sửa đổi 2020", (None, "2020")),
        ("Tỉnh ủy ban hành Chỉ thị 21 năm 2013 về dồn thửa", ("21", "2013")),
        ("Chỉ thị 21 năm qua", (None, None)),
        ("Căn cứ Luật Tổ chức Chính phủ ban hành ngày 30 tháng 9 năm 1992;", (None, "1992-09-30")),
        ("theo Quyết định số 191/UB .TH ngày 31.12.1994", ("191/UB.TH", "1994-12-31")),
    ],
)
def test_days_and_years_as_portals_print_them(text, want):
    got = analyse(text).mentions
    assert (got[0].number, got[0].date) == want if got else want == (None, None)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Quyết định số 12-QĐ/UB ngày 5/3/1992 của UBND tỉnh Sơn La", "vn_ubnd.son-la_quyet-dinh_1992_12-qd-ubnd"),
        ("Thông tư số 05-TT/BNV ngày 3/4/1990", "vn_bnv_thong-tu_1990_05-tt-bnv"),
        ("Nghị quyết số 25-NQ/TW ngày 3/6/2013", "vn_dcsvn-tw_nghi-quyet_k11_25-nq-tw"),
    ],
)
def test_the_form_of_the_party_in_old_numbers_of_the_state(text, want):
    assert [m.target for m in analyse(text).mentions] == [want]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 07/3/2008, Bộ trưởng ban hành Quyết định số 259/QĐ-BTP thành lập hội đồng.", "2008-03-07"),
        ("Trong đó, ngày 28/12/2007, liên ngành Tư pháp - Công an đã ban hành Quyết định số 259/QĐ-BTP.", "2007-12-28"),
        ("Ngày 05/3/2008, Bộ trưởng yêu cầu các sở sau khi ban hành Quyết định số 259/QĐ-BTP.", None),
        ("Ngày 05/3/2008, tại hội nghị, Bộ trưởng cho biết Bộ đã ban hành Quyết định số 259/QĐ-BTP.", None),
    ],
)
def test_the_day_on_which_the_sentence_issues_a_paper(text, date):
    assert [m.date for m in analyse(text).mentions] == [date]


def test_a_law_by_number_and_by_name_has_the_full_day_that_is_printed():
    a = analyse("Theo Luật Quản lý thuế ngày 13 tháng 6 năm 2019; Luật Quản lý thuế số 38/2019/QH14.")
    assert {m.target for m in a.mentions} == {"vn_quoc-hoi_luat_k14_38-2019-qh14"}
    assert {m.date for m in a.mentions} == {"2019-06-13"}


def test_whichever_law_it_is_is_no_law():
    a = analyse("Chi cho việc xây dựng Luật sửa đổi, bổ sung một số điều của luật có nội dung hạn chế quyền con người.")
    assert a.mentions == ()


def test_of_two_years_in_the_number_of_one_law_the_better_supported_stays():
    a = analyse("Căn cứ Luật Đầu tư số 61/2020/QH14 được sửa đổi bởi Luật số 20/2025/QH15, Luật số 26/2023/QH15;\n"
                "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;\n")  # fmt: skip
    assert {m.target for m in a.mentions if "20/20" in m.text} == {"vn_quoc-hoi_luat_k15_20-2023-qh15"}
    assert {d.date for d in a.documents if d.number == "20/2023/QH15"} == {"2023"}


def test_the_body_before_a_bracket_or_a_place_before_a_colon_issued_what_follows():
    head = "HUYỆN ỦY KRÔNG PẮC\nBAN TỔ CHỨC\n*\nSố 57-TTr/BTCHU\nKrông Pắc, ngày 12 tháng 3 năm 2024\n\nTỜ TRÌNH\nvề quy hoạch\n\nHai nơi gửi hồ sơ:\n"
    a = analyse(head + "- Đảng ủy xã Ea Phê (Tờ trình số 9-TTr/ĐU, ngày 28/02/2024; Biên bản số 5-BB/ĐU, ngày 27/02/2024): 03 đồng chí.")
    assert [m.issuer for m in a.mentions] == ["dang-uy-xa-ea-phe"] * 2
    head = "UBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ\nSố: 640/BC-SNV\nHải Dương, ngày 18 tháng 6 năm 2024\nBÁO CÁO\nTình hình\n\n"
    a = analyse(head + "Các nơi đã có kế hoạch (huyện Gia Lộc: Kế hoạch số 8/KH-UBND ngày 20/02/2024; thành phố Chí Linh: Kế hoạch số 4/KH-UBND ngày 07/02/2024).")
    assert [m.issuer for m in a.mentions] == ["uy-ban-nhan-dan-huyen-gia-loc", "uy-ban-nhan-dan-thanh-pho-chi-linh"]


def test_a_ministry_in_ha_noi_cites_no_paper_of_the_city():
    text = ("BỘ TƯ PHÁP\nCỤC KIỂM TRA VĂN BẢN\nSố: 38/KL-KTrVB\nHà Nội, ngày 27 tháng 9 năm 2021\n\nKẾT LUẬN KIỂM TRA\n\n"
            "Cục đã kiểm tra Quyết định số 17/2021/QĐ-UBND ngày 18/6/2021 về quản lý nhà.")  # fmt: skip
    assert [m.issuer for m in analyse(text).mentions] == [None]
    assert [m.issuer for m in analyse(text.replace("BỘ TƯ PHÁP\nCỤC KIỂM TRA VĂN BẢN", "SỞ TƯ PHÁP")).mentions] == ["uy-ban-nhan-dan-thanh-pho-ha-noi"]


def test_a_body_of_the_province_in_the_text_of_a_district():
    text = ("HUYỆN ỦY BÁT XÁT\nSố 12-BC/HU\nBát Xát, ngày 5 tháng 6 năm 2023\nBÁO CÁO\nCông tác tuyên giáo\n\nThực hiện Công văn số "
            "118-CV/BTGTU, ngày 03/3/2023 của Ban Tuyên giáo Tỉnh ủy, Huyện ủy báo cáo như sau:")  # fmt: skip
    assert [m.issuer for m in analyse(text).mentions] == ["ban-tuyen-giao-tinh-uy-lao-cai"]


def test_the_police_beside_a_union_are_no_court():
    text = "HỘI LHPN HUYỆN TÂN KỲ\nSố: 02/CTPH-HPN-CA\nTân Kỳ, ngày 5 tháng 6 năm 2023\nCHƯƠNG TRÌNH PHỐI HỢP\nPhòng ngừa bạo lực\n"
    assert analyse(text).document.issuer == "hoi-lien-hiep-phu-nu-huyen-tan-ky+cong-an-huyen-tan-ky"


@pytest.mark.parametrize("lead", ["", "Bãi bỏ các văn bản sau đây:\n", "Các nghị định sau hết hiệu lực: "])
def test_a_list_of_any_length_in_one_line_is_read(lead):
    papers = [f"{n}/2016/NĐ-CP" for n in range(1, 1501)]
    a = analyse(lead + ", ".join(f"Nghị định số {paper}" for paper in papers))
    assert [m.number for m in a.mentions] == papers
    if lead:
        assert {r.predicate for r in a.relations[:50]} == {"repeals"}


def test_no_sentence_is_longer_than_one_that_can_be_read_and_no_cut_goes_through_a_mention():
    item = "Quyết định số 12/2019/QĐ-UBND ngày 3/4/2019 | "
    text = item * 1000
    spans = [(k, k + len(item) - 3) for k in range(0, len(text), len(item))]
    parts = list(Sentences(text, spans))
    assert max(s.end - s.start for s in parts) <= 5000
    assert "".join(text[s.start : s.end] for s in parts).count("số 12") == 1000
    assert not any(a < s.start < b or a < s.end < b for s in parts for a, b in spans)
    assert next(iter(Sentences("x" * 12_000, [(4990, 5200)]))).end == 5200


@pytest.mark.parametrize(
    "unit",
    [" ", "Nghị định số 105/2020/NĐ-CP cùng ngày, ", "Lịch sử hiệu lực: 18/2014/NĐ-CP\n10/03/2014 Bị thay thế 19/2014/NĐ-CP\n",
     "Căn cứ Nghị định số 136/2013/NĐ-CP của Chính phủ (sau đây viết tắt là Nghị định số 136/2013/NĐ-CP);\n",
     "[1] Kế hoạch số 66/KH-UBND ngày 06/3/2023[1]; Công văn số 812/UBND-NC ngày 12/4/2023. ",
     "Nghị định số 34/2016/NĐ-CP được sửa đổi, bổ sung bởi:\n1. Nghị định số 154/2020/NĐ-CP, có hiệu lực từ ngày 1/1/2021;\n",
     "| 1 | Quyết định số 12/2019/QĐ-UBND | Khoản 2 Điều 5 | Bị thay thế bởi Quyết định số 13/2020/QĐ-UBND | "],
)  # fmt: skip
def test_the_time_of_an_analysis_grows_with_the_text(unit):
    took = []
    for size in (8_000, 64_000):
        text = (unit * (size // len(unit) + 1))[:size]
        began = time.process_time()
        analyse(text)
        took.append(time.process_time() - began)
    assert took[1] < max(30 * took[0], 1.0)  # the square would be 64
