"""What a note goes on to say of the citation that calls it."""

import pytest

from kg.analyse import analyse
from tests import drafts
from tests.drafts import REPORT, papers, told


def read(text, note):
    return [(m.number, m.date, m.issuer) for m in analyse(f"{text}\n\n[1] {note}\n").mentions if m.kind == "number"]


@pytest.mark.parametrize("lead", ["Ngày", "Ban hành ngày", "Được ban hành ngày", "Ký ngày"])
def test_day_and_body(lead):
    got = read("Theo Nghị quyết số 36-NQ/TW[1], rác phải thu gom.", f"{lead} 22/10/2018 của Ban Chấp hành Trung ương.")
    assert got == [("36-NQ/TW", "2018-10-22", "ban-chap-hanh-trung-uong")]


@pytest.mark.parametrize(
    ("text", "note", "want"),
    [
        ("Theo Kế hoạch số 12/KH-UBND[1], rác phải thu gom.", "Của UBND tỉnh Sơn La.", (None, "uy-ban-nhan-dan-tinh-son-la")),
        ("Theo Kế hoạch số 12/KH-UBND ngày 3/4/2020[1], rác phải thu gom.", "Ngày 03/4/2020.", ("2020-04-03", None)),
        # another day is printed beside the number; other words stand between; the note speaks of another paper
        ("Theo Kế hoạch số 12/KH-UBND ngày 3/4/2020[1], rác phải thu gom.", "Ngày 05/8/2021.", ("2020-04-03", None)),
        ("Theo Kế hoạch số 12/KH-UBND, rác phải thu gom[1].", "Ngày 05/8/2021.", (None, None)),
        ("Theo Kế hoạch số 12/KH-UBND[1], rác phải thu gom.", "Họp ngày 05/8/2021.", (None, None)),
    ],
)
def test_only_what_belongs_to_the_caller(text, note, want):
    assert [m[1:] for m in read(text, note)] == [want]


@pytest.mark.parametrize(
    ("clause", "issuer"),
    [
        ("Ban Thường vụ Tỉnh ủy Sơn La đã ban hành 01 chỉ thị[1].", "ban-thuong-vu-tinh-uy-son-la"),
        ("Tỉnh ủy Sơn La đã họp; Ban Thường vụ Tỉnh ủy Sơn La ban hành chỉ thị[1].", "ban-thuong-vu-tinh-uy-son-la"),
        # nothing is issued, or by a body without that code
        ("Ban Thường vụ Tỉnh ủy Sơn La nhắc chỉ thị[1].", None),
        ("UBND tỉnh Sơn La đã ban hành văn bản thực hiện chỉ thị[1].", None),
    ],
)
def test_papers_of_a_note_are_those_of_the_body_that_issued_them(clause, issuer):
    got = read(clause, "Chỉ thị số 76-CT/TU ngày 08/9/2020 về đất đai.")
    assert (got[0][2] == "ban-thuong-vu-tinh-uy-son-la") is (issuer is not None)


@pytest.mark.parametrize(
    ("clause", "issuer"),
    [
        ("UBND huyện Ea Kar có kế hoạch[1].", "uy-ban-nhan-dan-huyen-ea-kar"),
        ("UBND huyện Ea Kar có 12 xã, trong đó 5 xã đặc biệt khó khăn[1].", "uy-ban-nhan-dan-tinh-dak-lak"),
        ("UBND huyện Ea Kar ban hành kế hoạch triển khai các quyết định của UBND tỉnh[1].", "uy-ban-nhan-dan-tinh-dak-lak"),
    ],
)
def test_whose_papers_a_note_holds(clause, issuer):
    assert drafts.papers(f"{drafts.REPORT}{clause}\n\n[1] Quyết định số 76/QĐ-UBND ngày 08/9/2020.")["76/QĐ-UBND"][1] == issuer


STANDING, WHOLE = "ban-thuong-vu-tinh-uy-dak-lak", "tinh-uy-dak-lak"


@pytest.mark.parametrize(
    ("clause", "note", "issuer"),
    [
        ("Ban Thường vụ Tỉnh ủy lần lượt ban hành kế hoạch[1].", "Kế hoạch số 31-KH/TU ngày 05/6/2019", STANDING),
        ("Ban Thường vụ Tỉnh ủy đã sớm có các văn bản chỉ đạo[1].", "Kế hoạch số 31-KH/TU ngày 05/6/2019", STANDING),
        (
            "Ban Thường vụ Tỉnh ủy đã mở hội nghị học tập, đồng thời ban hành kế hoạch, hướng dẫn để thực hiện Chỉ thị số "
            "12-CT/TW ngày 03/4/2019 của Ban Bí thư[1].",
            "Các kế hoạch: số 30-KH/TU ngày 05/6/2019 về tuyên truyền và số 31-KH/TU ngày 07/6/2019",
            STANDING,
        ),
        # what is carried out, or may be; another body's act; villages
        (
            "Ban Thường vụ Tỉnh ủy ban hành kế hoạch thực hiện Kết luận số 31-KL/TU ngày 03/4/2019[1] của Tỉnh ủy.",
            "Kết luận số 31-KL/TU ngày 03/4/2019 của Tỉnh ủy",
            WHOLE,
        ),
        (
            "Ban Thường vụ Tỉnh ủy ban hành hướng dẫn thực hiện Kết luận số 15-KL/TU ngày 03/4/2019 của Tỉnh ủy[1].",
            "Chỉ thị số 31-CT/TU ngày 05/6/2019",
            WHOLE,
        ),
        (
            "Ban Thường vụ Tỉnh ủy ban hành kế hoạch thực hiện Kết luận số 15-KL/TU và các kế hoạch của Tỉnh ủy[1].",
            "Kế hoạch số 31-KH/TU ngày 05/6/2019",
            WHOLE,
        ),
        (
            "Ban Thường vụ Tỉnh ủy đã chỉ đạo Đảng ủy Quân sự tỉnh rà soát và ban hành kế hoạch[1].",
            "Kế hoạch số 31-KH/TU ngày 05/6/2019",
            WHOLE,
        ),
        ("Ban Thường vụ Tỉnh ủy đã sớm có 12 xã về đích[1].", "Quyết định số 31-QĐ/TU ngày 05/6/2019", WHOLE),
    ],
)
def test_what_a_clause_says_was_issued(clause, note, issuer):
    got = papers(f"{REPORT}{clause}\n\n[1] {note}.")
    assert {who for number, (_, who) in got.items() if number.startswith("31-")} == {issuer}


@pytest.mark.parametrize(
    ("clause", "note", "issuer"),
    [
        ("Việc này thay cho chỉ thị trước đây của Ban Thường vụ Tỉnh ủy về đất đai[1].", "Chỉ thị số 31-CT/TU", STANDING),
        ("Theo các kết luận của Ban Thường vụ Tỉnh ủy[1].", "Kết luận số 5-KL/TU; Kết luận số 31-KL/TU", STANDING),
        ("Theo kết luận của Ban Thường vụ Tỉnh ủy[1].", "Kết luận số 5-KL/TU; Kết luận số 31-KL/TU", WHOLE),
        ("Theo kết luận của Ban Thường vụ Tỉnh ủy, các sở đã họp[1].", "Kết luận số 31-KL/TU", WHOLE),
        ("Theo kết luận của Ban Thường vụ Tỉnh ủy[1].", "Kế hoạch số 31-KH/TU", WHOLE),
    ],
)
def test_a_paper_that_only_its_note_numbers(clause, note, issuer):
    got = papers(f"{REPORT}{clause}\n\n[1] {note}.")
    assert {who for number, (_, who) in got.items() if number.startswith("31-")} == {issuer}


def test_a_regulation_has_the_body_of_the_decision_in_its_note():
    decision = "Quyết định số 978-QĐ/TU, ngày 19/5/2022 của Ban Thường vụ Tỉnh ủy"
    text = f"{REPORT}Phối hợp theo Quy chế số 10-QC/TU(6). Kết quả tốt.\n\n(6) {{}}{decision}.\n"
    assert papers(text.format("Ban hành kèm theo "))["10-QC/TU"] == (None, "ban-thuong-vu-tinh-uy-dak-lak")
    assert papers(text.format("Xem thêm "))["10-QC/TU"] == (None, "tinh-uy-dak-lak")


@pytest.mark.parametrize(("title", "day"), [(" về kiểm tra, giám sát", "2023-01-09"), (" ngày ấy, và báo cáo", None)])
def test_a_title_may_stand_before_the_call(title, day):
    text = f"{REPORT}Đã ban hành Chương trình số 15-CTr/TU{title}[5]. Kết quả tốt.\n\n[5] Ngày 09/01/2023.\n"
    assert papers(text)["15-CTr/TU"][0] == day


def test_a_note_that_begins_within_the_line_of_another():
    text = (
        f"{REPORT}Chính sách theo Nghị định số 108/2014/NĐ-CP{{}}, được sửa đổi, bổ sung hai lần{{}}.\n\n{{}} Ngày "
        "20/11/2014. {} Nghị định số 113/2018/NĐ-CP ngày 31/8/2018 của Chính phủ.\n"
    )
    for marks in (("[1]", "[2]"), ("(1)", "(2)"), ("¹", "²")):
        said = text.format(*marks, *marks)
        assert papers(said)["108/2014/NĐ-CP"][0] == "2014-11-20"
        assert told(said) == {"113/2018/NĐ-CP amends 108/2014/NĐ-CP"}
    assert papers(text.format("[1]", "[2]", "[1]", "[7]"))["108/2014/NĐ-CP"][0] == "2014-11-20"
    assert told(text.format("[1]", "[2]", "[1]", "[7]")) == set()


@pytest.mark.parametrize(
    ("laws", "note", "number"),
    [
        ("Luật Dân quân tự vệ", "Luật số 48/2019/QH14 ngày 22/11/2019", 1),
        ("Luật Dân quân tự vệ", "Luật số 48/2019/QH14 ngày 22/11/2019, thay thế Luật Dân quân tự vệ năm 2009", 2),
        ("Luật Đất đai", "Luật số 35/2018/QH14 sửa đổi, bổ sung một số điều của 37 luật", 2),
        ("Luật Đầu tư và Luật Đất đai", "Luật số 61/2020/QH14, Luật số 31/2024/QH15", 4),
    ],
)
def test_a_law_by_number_in_a_note(laws, note, number):
    assert len({m.target for m in analyse(f"Theo {laws}[1], mỗi xã có một đơn vị.\n[1] {note}.").mentions}) == number
