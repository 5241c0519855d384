import pytest

from kg.analyse import analyse
from kg.provisions import after, before, read_list


@pytest.mark.parametrize(
    ("phrase", "want"),
    [
        ("điều 19", [{"dieu": "19"}]),
        ("điểm a khoản 2 điều 19", [{"dieu": "19", "khoan": "2", "diem": "a"}]),
        ("điểm b, điểm c và điểm d khoản 1 điều 62", [{"dieu": "62", "khoan": "1", "diem": d} for d in "bcd"]),
        ("khoản 2, khoản 4 điều 5", [{"dieu": "5", "khoan": "2"}, {"dieu": "5", "khoan": "4"}]),
        ("điều 5, điều 7 và điều 9", [{"dieu": d} for d in "579"]),
        ("điều 7 đến 9", [{"dieu": d} for d in "789"]),
        ("mục 2 chương iii", [{"chuong": "iii", "muc": "2"}]),
        ("mục 1 điểm a khoản 1 điều 4", [{"dieu": "4", "khoan": "1", "diem": "a", "muc": "1"}]),
        ("mục 1, 2 điểm a khoản 1 điều 4 và khoản 3 điều 5",
         [{"dieu": "4", "khoan": "1", "diem": "a", "muc": "1"}, {"dieu": "4", "khoan": "1", "diem": "a", "muc": "2"}, {"dieu": "5", "khoan": "3"}]),
        ("mục 3 khoản 2 điều 5, điều 6", [{"dieu": "5", "khoan": "2", "muc": "3"}, {"dieu": "6"}]),
        ("mục 1 và điểm a khoản 1 điều 4", [{"muc": "1"}, {"dieu": "4", "khoan": "1", "diem": "a"}]),
        ("mục 1, điểm a khoản 1 điều 4", [{"muc": "1"}, {"dieu": "4", "khoan": "1", "diem": "a"}]),
        ("tiểu mục 2 mục 1 chương ii", [{"chuong": "ii", "muc": "1"}]),
        ("phụ lục ii", [{"phu_luc": "ii"}]),
        ("điểm 1.3 khoản 1 mục ii", [{"muc": "ii", "khoan": "1", "diem": "1.3"}]),
        ("các điều 5, 6 và 7", [{"dieu": d} for d in "567"]),
        ("từ điều 3 đến điều 5", [{"dieu": d} for d in "345"]),
        ("từ khoản 1 đến khoản 3 điều 6", [{"dieu": "6", "khoan": k} for k in "123"]),
        ("điểm c đến điểm đ khoản 1 điều 5", [{"dieu": "5", "khoan": "1", "diem": d} for d in "cdđ"]),
        ("khoản 1, khoản 2 điều 3 và điều 7",
         [{"dieu": "3", "khoan": "1"}, {"dieu": "3", "khoan": "2"}, {"dieu": "7"}]),
        ("điểm b khoản 2 và điểm d khoản 13 điều 3",
         [{"dieu": "3", "khoan": "2", "diem": "b"}, {"dieu": "3", "khoan": "13", "diem": "d"}]),
        ("khoản 1 các điều 5, 6", [{"dieu": "5", "khoan": "1"}, {"dieu": "6", "khoan": "1"}]),
        ("điều 20, khoản 5 điều 21", [{"dieu": "20"}, {"dieu": "21", "khoan": "5"}]),
        ("điều 5, khoản 2", [{"dieu": "5", "khoan": "2"}]),
        ("khoản 2 điều 5; mục ii chương iii", [{"dieu": "5", "khoan": "2"}, {"chuong": "iii", "muc": "ii"}]),
        ("điều 1 và điều 2 chương ii", [{"chuong": "ii", "dieu": "1"}, {"chuong": "ii", "dieu": "2"}]),
        ("mục 23, mục 24 của phụ lục i", [{"muc": "23", "phu_luc": "i"}, {"muc": "24", "phu_luc": "i"}]),
        ("phần thứ hai", [{"phan": "2"}]),
        ("điều 5a và 5b", [{"dieu": "5a"}, {"dieu": "5b"}]),
    ],
)
def test_lists(phrase, want):
    assert [p.as_dict() for p in read_list(phrase)] == want


@pytest.mark.parametrize(
    ("left", "count"),
    [("theo quy định tại điều 25, ", 1), ("bãi bỏ khoản 2 điều 5 của ", 1), ("theo điều 5. thực hiện ", 0),
     ("phụ lục i ban hành kèm theo ", 1), ("mục 2 của phụ lục i ban hành kèm ", 1), ("từ điều 3 đến điều 9 của ", 7), ("thực hiện ", 0), ("điều 5 quy định việc thực hiện ", 0),
     ("sửa đổi khoản 2 điều 4, bổ sung điều 6a của ", 2), ("sửa đổi, bổ sung khoản 1 và bổ sung khoản 6 điều 7 ", 2),
     ("bãi bỏ khoản 2 điều 4, bổ sung điều 6a của ", 1), ("hết hiệu lực một phần 1 điều 4, điều 7 ", 2), ("phần 1 điều 4 của ", 1)],
)
def test_only_what_stands_right_before_the_mention(left, count):
    assert len(before(left, len(left))[0]) == count


@pytest.mark.parametrize(
    ("right", "count"),
    [(" (khoản 2 điều 5) và", 1), (" (tại các điều 5, 6).", 2), (", điều 5.", 1), (", điều 5 nghị định số 1", 0),
     (" quy định tại điều 5", 0), (" (sửa đổi tại điều 5)", 0)],
)
def test_right_behind_the_mention_only_in_a_bracket_or_at_the_end(right, count):
    assert len(after(right, 0)) == count


def test_parts_of_what_a_paper_attaches_are_cited_with_it():
    text = "bãi bỏ khoản 4 điều 7 quy chế quản lý chợ ban hành kèm theo quyết định số 10"
    found, start = before(text, text.index("quyết định"))
    assert [one.as_dict() for one in found] == [{"dieu": "7", "khoan": "4"}]
    assert text[start:].startswith("khoản 4")
    apart = "điều 5 của luật này và quy chế ban hành kèm theo quyết định số 10"
    assert before(apart, apart.index("quyết định"))[0] == ()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("phụ lục iii (trừ ô tô) ban hành kèm theo nghị định", [{"phu_luc": "iii"}]),
        ("phụ lục ia ban hành kèm theo nghị định", [{"phu_luc": "ia"}]),
        ("điều 1 và mẫu số 1 phụ lục kèm theo nghị định", [{"dieu": "1"}]),
        ("mục ii - báo cáo về viên chức, phụ lục số 2, nghị định", [{"phu_luc": "2", "muc": "ii"}]),
        ("khoản 2 điều 31 và mục 8 chương iii nghị định", [{"dieu": "31", "khoan": "2"}, {"chuong": "iii", "muc": "8"}]),
        ("điều 5, điều 7 và điều 9 chương iii nghị định", [{"chuong": "iii", "dieu": d} for d in "579"]),
    ],
)
def test_annexes_and_what_a_chapter_takes_in(text, want):
    assert [one.as_dict() for one in before(text, text.index("nghị"))[0]] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("khoản 2, mục iii, điều 4 nghị quyết", [{"muc": "iii", "dieu": "4", "khoan": "2"}]),
        ("điểm b khoản 2 mục iii điều 4 nghị quyết", [{"muc": "iii", "dieu": "4", "khoan": "2", "diem": "b"}]),
        ("mục 2 của điều 4 nghị quyết", [{"muc": "2", "dieu": "4"}]),
        ("mục 2, điều 4 nghị quyết", [{"muc": "2", "dieu": "4"}]),
        ("mục 2 và điều 4 nghị quyết", [{"muc": "2"}, {"dieu": "4"}]),
        ("khoản 2 mục iii và điều 4, điều 5 nghị quyết", [{"muc": "iii", "khoan": "2"}, {"dieu": "4"}, {"dieu": "5"}]),
        ("khoản 2 mục 1 chương iii nghị quyết", [{"chuong": "iii", "muc": "1", "khoan": "2"}]),
    ],
)
def test_a_section_may_be_one_of_an_article(text, want):
    assert [one.as_dict() for one in before(text, text.index("nghị"))[0]] == want


def test_a_form_behind_its_annex():
    low = "tại phụ lục 2, mẫu số 8 "
    assert [p.as_dict() for p in before(low, len(low))[0]] == [{"phu_luc": "2"}]


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("theo các điều: 122, 123 và điều 130 của ", [{"dieu": "122"}, {"dieu": "123"}, {"dieu": "130"}]),
        ("nội dung như sau: điều 5 của ", [{"dieu": "5"}]),
        ("điều 17 và các mẫu số 21.mtcn, 22.mtcn phụ lục i ", [{"dieu": "17"}, {"phu_luc": "i"}]),
        ("mục 5 của các mẫu số 1, 2 và 9 phụ lục i kèm theo ", [{"muc": "5", "phu_luc": "i"}]),
        ("bỏ cụm từ “hợp lệ” tại khoản 2 điều 4; các cụm từ “cũ”, “xưa” và “nay” tại tên điều 7 và cụm từ “x” tại phụ lục ii ",
         [{"dieu": "4", "khoan": "2"}, {"dieu": "7"}, {"phu_luc": "ii"}]),
        ("“điều 3. phạm vi” và khoản 2 điều 7 của ", [{"dieu": "7", "khoan": "2"}]),
        ("điều 13, phụ lục ii, phụ lục iii kèm theo ", [{"dieu": "13"}, {"phu_luc": "ii"}, {"phu_luc": "iii"}]),
        ("mục 2, phụ lục i kèm theo ", [{"muc": "2", "phu_luc": "i"}]),
        ("phụ lục iii danh mục địa bàn ưu đãi ban hành kèm theo ", [{"phu_luc": "iii"}]),
        ("phụ lục iii kèm theo thông tư này vào sau phụ lục ii ban hành kèm theo ", [{"phu_luc": "ii"}]),
        ("điều 5 danh mục cửa khẩu ban hành kèm theo ", []),
        ("khoản 9 điều 60, điều 84 và các nội dung có liên quan của ", [{"dieu": "60", "khoan": "9"}, {"dieu": "84"}]),
        ("khoản 3 mục vi của chương trình bồi dưỡng ban hành kèm theo ", [{"muc": "vi", "khoan": "3"}]),
        ("chương ii, điều 21 mục 3 chương iii, phụ lục i và phụ lục ii ",
         [{"chuong": "ii"}, {"chuong": "iii", "muc": "3", "dieu": "21"}, {"phu_luc": "i"}, {"phu_luc": "ii"}]),
        ("mục 1 và các mẫu 01, 02, 03 mục 2 tại phụ lục vi ban hành kèm theo ",
         [{"muc": "1", "phu_luc": "vi"}, {"muc": "2", "phu_luc": "vi"}]),
        ("mục ii của phụ lục số 01 về danh mục phí, lệ phí của ", [{"muc": "ii", "phu_luc": "01"}]),
        ("phụ lục ii “định mức quản lý đường cao tốc” ban hành kèm theo ", [{"phu_luc": "ii"}]),
        ("khoản 1 mục vii nội dung c phần v phụ lục i của ",
         [{"phan": "v", "muc": "vii", "khoan": "1", "phu_luc": "i"}]),
        ("mục 2 bản mô tả vị trí việc làm tại phụ lục viii ban hành kèm theo ", [{"muc": "2", "phu_luc": "viii"}]),
        ("mục 2 bản mô tả vị trí, việc làm tại phụ lục viii ban hành kèm theo ", [{"phu_luc": "viii"}]),
        ("tiểu điểm đ1 điểm đ khoản 2 điều 4 ", [{"dieu": "4", "khoan": "2", "diem": "đ"}]),
        ("bãi bỏ điểm d.3.2.3 khoản 2 điều 15 ", [{"dieu": "15", "khoan": "2", "diem": "d.3.2.3"}]),
        # words that are quoted are no provisions
        ("cụm từ “khoản 5, 6 điều 13” tại khoản 2 điều 2 ", [{"dieu": "2", "khoan": "2"}]),
        ("khoản 6 điều 1; cụm từ “khoản 5 điều 13” tại khoản 2 điều 2 ",
         [{"dieu": "1", "khoan": "6"}, {"dieu": "2", "khoan": "2"}]),
        ('bằng cụm từ "các số 31 và 51 mục i" tại điểm b khoản 4 điều 27 ', [{"dieu": "27", "khoan": "4", "diem": "b"}]),
        ("bằng cụm từ “các số 31 và 51 mục i” tại điểm b khoản 4 điều 27 ", [{"dieu": "27", "khoan": "4", "diem": "b"}]),
        ("tại điều 5; các cụm từ: “sở”, “phòng” bằng cụm từ “xã” tại điều 6 ", [{"dieu": "5"}, {"dieu": "6"}]),
        ("mục 13 phụ lục được ban hành kèm theo ", [{"muc": "13"}]),
        ("mục 19 của phụ lục ", [{"muc": "19"}]),
        ("mục 2 phụ lục danh mục khu vực hàng hải ban hành kèm theo ", [{"muc": "2"}]),
        ("mục 2 phụ lục của thông tư này và ", []),
        ("điều 15 của quy chế đại lý ban hành theo ", [{"dieu": "15"}]),
        ("điều 15 của thủ tướng về quy chế đại lý ban hành theo ", []),
        ("phụ lục 3 của quy chế thanh toán trong mua bán, trao đổi hàng hóa tại biên giới ban hành kèm theo ", [{"phu_luc": "3"}]),
        # the only annex of an act has no number
        ("điều 12, điều 27 và phụ lục ", [{"dieu": "12"}, {"dieu": "27"}]),
    ],
)  # fmt: skip
def test_words_between_the_provisions_and_their_act(words, want):
    assert [p.as_dict() for p in before(words, len(words))[0]] == want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Bổ sung Điều 7a vào sau Điều 7 của", [{"dieu": "7a"}]),
        ("Bổ sung khoản 3 và khoản 4 vào sau khoản 2 Điều 7", [{"dieu": "7", "khoan": "3"}, {"dieu": "7", "khoan": "4"}]),
        ("Bổ sung Phụ lục III ban hành kèm theo Thông tư này vào sau Phụ lục II ban hành kèm theo", [{"phu_luc": "iii"}]),
        ("Bổ sung cụm từ “a” vào sau cụm từ “b” tại Điều 7 của", [{"dieu": "7"}]),
        ("Bổ sung Điều 7a. Theo Điều 7 của", [{"dieu": "7"}]),
    ],
)
def test_what_is_added_beside_a_provision(words, want):
    (link,) = analyse(f"Điều 2. Sửa đổi\n1. {words} Nghị định số 12/2020/NĐ-CP.\n").mentions
    assert [p.as_dict() for p in link.provisions] == want


def test_a_long_list_is_read_from_its_first_member():
    words = "; ".join(f"khoản 1 điều {n}" for n in range(1, 60)) + " của "
    found, start = before("quy định chi tiết " + words, len(words) + 18)
    assert [p.dieu for p in found] == [str(n) for n in range(1, 60)]
    assert start == 18


@pytest.mark.parametrize(
    ("phrase", "want"),
    [
        ("điều 14, điều 16, điều 20, mục 8 chương ii", [("14", None, None), ("16", None, None), ("20", None, None), (None, "8", "ii")]),
        ("điều 14, mục 8 chương ii", [("14", "8", "ii")]),
        ("điều 1, khoản 4 điều 4, tên chương ii", [("1", None, None), ("4", None, None), (None, None, "ii")]),
    ],
)
def test_articles_beside_a_section(phrase, want):
    assert [(p.dieu, p.muc, p.chuong) for p in read_list(phrase)] == want


def test_what_was_changed_in_an_act_is_no_part_of_what_changed_it():
    t = "nghị quyết a (đã được sửa đổi, bổ sung điều 3 theo "
    assert before(t, len(t)) == ((), len(t))
    t = "nghị quyết a được sửa đổi theo điều 3 "
    assert [p.as_dict() for p in before(t, len(t))[0]] == [{"dieu": "3"}]


@pytest.mark.parametrize(("tail", "n"), [("và một số điều, khoản khác của", 2), ("và một số điều của", 2), ("và một số dự án của", 0)])
def test_some_more_articles(tail, n):
    from kg.analyse import analyse

    (m,) = analyse(f"Nội dung quy định chi tiết khoản 3 Điều 87, khoản 6 Điều 91 {tail} Luật Đất đai năm 2024.").mentions
    assert len(m.provisions) == n


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("khoản 4 (cơ cấu sử dụng đất) Điều 1 ", 1),
        ("khoản 1 Điều 9 (thời điểm lập), điểm b khoản 2 Điều 19 (xử lý sai sót) ", 2),
        ("Điều 9 (theo Nghị định 5) ", 0),  # the bracket names another
    ],
)
def test_what_a_bracket_says_of_a_provision(words, count):
    text = f"Căn cứ {words}Nghị định số 123/2020/NĐ-CP ngày 19/10/2020;\n"
    assert [len(m.provisions) for m in analyse(text).mentions if m.number == "123/2020/NĐ-CP"] == [count]


def test_a_component_of_a_project_is_no_part():
    found = analyse("Bổ sung Dự án thành phần 2 vào Phụ lục I của Nghị quyết số 106/2023/QH15.").mentions[0]
    assert [(p.phan, p.phu_luc) for p in found.provisions] == [(None, "i")]
