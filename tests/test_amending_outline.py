"""Which act the items of an amending text speak of: that of its title, of a chapter, an article, a figure."""

import pytest

from kg.analyse import analyse
from tests.drafts import PLAN

ONE = "Thông tư số 23/2013/TT-BKHCN ngày 26 tháng 9 năm 2013 của Bộ trưởng Bộ Khoa học và Công nghệ quy định về đo lường"
TWO = "Thông tư số 21/2014/TT-BKHCN ngày 15 tháng 7 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ về hàng đóng gói sẵn"


def text(title, articles):
    return (
        f"BỘ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 9/2025/TT-BKHCN\nHà Nội, ngày 12 tháng 5 năm 2025\n\nTHÔNG TƯ\n{title}\n\n"
        "Căn cứ Luật Đo lường số 04/2011/QH13;\nTheo đề nghị của Vụ trưởng Vụ Pháp chế;\n"
        f"Bộ trưởng Bộ Khoa học và Công nghệ ban hành {title}.\n{articles}"
    )


def effects(title, articles):
    """What the text does to each act at each place: (predicate, number, frame) → provisions."""
    a = analyse(text(title, articles))
    number = {d.id: d.number for d in a.documents}
    return {
        (r.predicate, number[r.object].split("/")[0], r.frame): [
            " ".join(f"{k[0]}{v}" for k, v in p.as_dict().items()) for p in r.provisions
        ]
        for r in a.relations
        if r.subject == a.document.id and r.predicate in ("amends", "replaces", "repeals")
    }


SEVERAL = "Thông tư sửa đổi, bổ sung một số thông tư về đo lường"
ONLY = f"Thông tư sửa đổi, bổ sung một số điều của {ONE}"


def test_articles_of_a_chapter_speak_of_the_act_in_its_heading():
    assert effects(
        SEVERAL,
        f"Chương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA {ONE.upper()}\nĐiều 1. Sửa đổi, bổ sung Điều 7\n“Điều 7. Hồ sơ\n1. Bản đăng ký.”\n"
        f"Điều 2. Bãi bỏ khoản 2 Điều 15.\nChương II\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA\n{TWO.upper()}\n"
        "Điều 3. Sửa đổi khoản 1 Điều 1\n“1. Phạm vi.”\nChương III\nĐIỀU KHOẢN THI HÀNH\nĐiều 4. Bãi bỏ khoản 9 Điều 8.\n",
    ) == {
        ("amends", "23", "enacting"): ["d7"],
        ("repeals", "23", "enacting"): ["d15 k2"],
        ("amends", "21", "enacting"): ["d1 k1"],
    }


def test_articles_speak_of_the_only_act_of_the_title():
    got = effects(ONLY, "Điều 1. Sửa đổi, bổ sung Điều 7\n“Điều 7. Hồ sơ”\nĐiều 2. Bãi bỏ Điều 9.\nĐiều 3. Hiệu lực thi hành\n1. Bãi bỏ khoản 1 Điều 20.\n")
    assert got[("amends", "23", "own-title")] == got[("amends", "23", "issue")] == ["d7"]
    assert got[("repeals", "23", "enacting")] == ["d9"]


def test_a_title_of_two_acts_does_not_say_which_one_an_article_means():
    got = effects(f"{ONLY} và {TWO}", "Điều 1. Sửa đổi, bổ sung Điều 7\n“Điều 7. Hồ sơ”\n")
    assert set(map(tuple, got.values())) == {()}


def test_the_title_has_the_provisions_that_the_articles_tell():
    head = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 23/2013/TT-BKHCN\n1. Sửa đổi Điều 7 như sau:\n“Điều 7. Hồ sơ”\n"
    got = effects(ONLY, head)
    assert {frame: places for (_, _, frame), places in got.items()} == {"own-title": ["d7"], "issue": ["d7"], "enacting": ["d7"]}


ITEMS = {
    "parts below the article that holds them": (
        "Điều 1. Sửa đổi, bổ sung một số điểm, khoản của Điều 14\n1. Sửa đổi điểm a khoản 1 như sau:\n“a) Nộp.”\n2. Bãi bỏ khoản 3.\n",
        ["d14 k1 da"], ["d14 k3"],
    ),
    "an article whose parts tell only some of what it names": (
        "Điều 1. Sửa đổi khoản 1, khoản 2 Điều 9\n1. Khoản 1\n“1. Nộp.”\n", ["d9 k1", "d9 k2"], [],
    ),
    "parts that are listed without a verb": (
        "Điều 1. Bãi bỏ một số điểm tại khoản 1, khoản 2 Điều 16\n1. Điểm b khoản 1;\n2. Điểm c khoản 2.\n", [], ["d16 k1 db", "d16 k2 dc"],
    ),
    "what was changed before is not what changes it": (
        "Điều 1. Sửa đổi khoản 8 Điều 25 được sửa đổi, bổ sung bởi khoản 1 Điều 2 Thông tư số 18/2015/TT-BKHCN\n“8. Nộp.”\n", ["d25 k8"], [],
    ),
    "acts that the items tell apart": (
        "Điều 1. Sửa đổi Điều 3\n“Điều 3. Nộp.”\nĐiều 2. Sửa đổi, bổ sung một số điều của các thông tư có liên quan\n1. Bãi bỏ khoản 2 Điều 5.\n", ["d3"], [],
    ),
    "a line without a marker": ("Điều 1. Thay đổi cụm từ\nĐiều 2. Bãi bỏ cụm từ\nBãi bỏ cụm từ “bản sao” tại khoản 4 Điều 2, Điều 22.\n", ["d2 k4", "d22"], []),
    "words in several places": (
        "Điều 1. Sửa đổi cụm từ\n1. Thay cụm từ “huyện” bằng cụm từ “xã” tại các điều, khoản: Điều 1; tên và khoản 4 Điều 3; cụm từ “tỉnh” tại Điều 6.\n",
        ["d1", "d3 k4", "d6"], [],
    ),
    "a quote that is never closed": (
        "Điều 1. Sửa đổi Điều 3\n“Điều 3. Nộp.\n1. Bãi bỏ khoản 1 Điều 4.\nĐiều 2. Bãi bỏ Điều 8.\n", ["d3"], ["d8"],
    ),
    "what several things are done to": (
        "Điều 1. Sửa đổi, bổ sung, bãi bỏ một số điểm, khoản của Điều 7\n1. Bãi bỏ điểm d khoản 5.\n2. Sửa đổi khoản 6 như sau:\n“6. Nộp.”\n3. Khoản 9.\n",
        ["d7 k6"], ["d7 k5 dd"],
    ),
    "a part that stands behind its article": ("Điều 1. Sửa đổi điểm a khoản 2 Điều 7 và khoản 3 như sau:\n“a) Nộp.”\n", ["d7 k2 da", "d7 k3"], []),
    "a long list": (
        "Điều 1. Bỏ cụm từ\n1. Bãi bỏ cụm từ “huyện” tại " + "; ".join(f"khoản 1 Điều {n}" for n in range(1, 60)) + ".\n",
        [f"d{n} k1" for n in range(1, 60)], [],
    ),
    "a section after another one of a chapter": ("Điều 1. Bổ sung Mục 6 vào sau Mục 5 của Chương II\n“Mục 6”\n", ["cii m6"], []),
}  # fmt: skip


@pytest.mark.parametrize("case", ITEMS)
def test_items_of_the_only_act(case):
    articles, amended, repealed = ITEMS[case]
    got = effects(ONLY, articles)
    assert got.get(("amends", "23", "own-title"), []) == amended
    assert got.get(("repeals", "23", "enacting"), []) == repealed


def test_what_replaces_an_annex_is_no_part_of_the_act():
    got = effects(ONLY, f"Điều 1. Thay thế Phụ lục\nThay thế Phụ lục II ban hành kèm theo {ONE} bằng Phụ lục V ban hành kèm theo Thông tư này.\n")
    assert {places[0] for (predicate, _, _), places in got.items() if predicate == "replaces"} == {"pii"}


def test_a_chapter_has_what_an_article_tells_that_names_its_act_again():
    a = analyse(
        text(
            SEVERAL,
            f"Chương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA {ONE.upper()}\nĐiều 1. Sửa đổi Điều 7\n“Điều 7. Hồ sơ”\n"
            "Điều 2. Thay thế một số cụm từ của Thông tư số 23/2013/TT-BKHCN\n1. Thay cụm từ “huyện” bằng cụm từ “xã” tại Điều 9.\n",
        )
    )
    lists = [[p.dieu for p in r.provisions] for r in a.relations if r.predicate == "amends"]
    assert lists == [["7", "9"], ["9"]]


TRADE = (
    "BỘ CÔNG THƯƠNG\nSố: 07/2026/TT-BCT\nHà Nội, ngày 10 tháng 1 năm 2026\n\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số "
    "37/2013/TT-BCT ngày 30 tháng 12 năm 2013\n\nCăn cứ Luật Thương mại;\n\n"
)


@pytest.mark.parametrize(
    ("articles", "want"),
    [
        ("Điều 2. Sửa đổi khoản 3 Điều 7, bãi bỏ khoản 4 Điều 7\n“3. Hồ sơ.”.\n", {("amends", "7.3"), ("repeals", "7.4")}),
        ("Điều 3. Sửa đổi, bổ sung Điều 8\n1. Bổ sung vào cuối khoản 1 như sau:\n“...”\n", {("amends", "8.1")}),
        ("Điều 4. Sửa đổi Điều 14\nBãi bỏ đoạn: “Trong quá trình lập” tại khoản 3.\n", {("amends", "14.3")}),
        ("Điều 5. Sửa đổi, bổ sung khoản 2 và khoản 3; bổ sung khoản 3a vào sau khoản 3 Điều 19 như sau:\n“2. Bộ.”.\n",
         {("amends", "19.2"), ("amends", "19.3"), ("amends", "19.3a")}),
        ("Điều 6. Sửa đổi, bổ sung Điều 7\n4. Bổ sung, thay thế cụm từ tại một số điểm của khoản 15\n"
         "a) Bổ sung cụm từ “điểm b” vào trước cụm từ “khoản 11” tại điểm a.\nb) Thay thế cụm từ “khoản 13” thành cụm từ “khoản 14” tại điểm b.\n",
         {("amends", "7.15a"), ("amends", "7.15b")}),
        ("Điều 7. Sửa đổi\n1. Khoản 3 Điều 28 (đã được sửa đổi tại khoản 1 Điều 2 Thông tư số 13/2023/TT-BCT) được sửa đổi như sau:\n“3. Hồ sơ.”.\n",
         {("amends", "28.3")}),
        # a standard, and what another text did before
        ("Điều 8. Sửa đổi\n1. Sửa đổi khoản 2 Điều 3 của Tiêu chuẩn TCVN 12:2018 như sau:\n“2. Hàng.”.\n2. Bãi bỏ Điều 9.\n",
         {("repeals", "9.")}),
        ("Điều 9. Sửa đổi\n1. Khoản 3 Điều 7 ghi “5 ngày”, nay sửa thành “9 ngày” tại Thông tư số 4/2022/TT-BCT.\n2. Bãi bỏ Điều 9.\n",
         {("repeals", "9.")}),
    ],
)  # fmt: skip
def test_items_that_do_two_things_or_end_in_words(articles, want):
    a = analyse(TRADE + articles)
    names = {d.id: d.number for d in a.documents}
    got = {
        (r.predicate, f"{p.dieu}.{p.khoan or ''}{p.diem or ''}")
        for r in a.relations
        if r.predicate in ("amends", "repeals", "replaces") and names[r.object] == "37/2013/TT-BCT"
        for p in r.provisions
    }
    assert got == want


def test_an_annex_of_the_amending_text_is_none_of_the_amended():
    a = analyse(TRADE + "Điều 8. Bổ sung các Phụ lục số 17, Phụ lục số 18 thuộc Phụ lục III ban hành kèm theo Thông tư này.\n")
    (change, *_) = [r for r in a.relations if r.predicate == "amends"]
    assert [p.phu_luc for p in change.provisions] == ["17", "18"]


def test_some_clauses_of_an_article_that_the_heading_names():
    text = (
        "QUỐC HỘI\nLuật số: 128/2025/QH15\nHà Nội, ngày 10 tháng 12 năm 2025\n\nLUẬT\nTHI HÀNH TẠM GIỮ\n\nCăn cứ Hiến pháp;\n\n"
        "Điều 73. Sửa đổi, bổ sung một số khoản của Điều 123 của Bộ luật Tố tụng hình sự số 101/2015/QH13 như sau:\n"
        "1. Sửa đổi, bổ sung khoản 2 như sau:\n“2. Bị can.”.\n2. Sửa đổi, bổ sung khoản 5 như sau:\n“5. Người.”.\n"
    )
    (change,) = [r for r in analyse(text).relations if r.predicate == "amends"]
    assert [(p.dieu, p.khoan) for p in change.provisions] == [("123", "2"), ("123", "5")]


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("Ủy ban nhân dân tỉnh điều chỉnh, bổ sung một số nội dung như sau:\n1. Nâng chỉ tiêu.\n", "partial"),
        ("Ủy ban nhân dân tỉnh sửa đổi một số nội dung sau:\n1. Nâng chỉ tiêu.\n", "partial"),
        ("Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện một số nội dung sau:\n1. Nâng chỉ tiêu.\n", None),
    ],
)
def test_a_plan_that_changes_some_matters_of_another(body, scope):
    plan = PLAN.replace("Về chương trình giảm nghèo", "Điều chỉnh, bổ sung Kế hoạch số 7/KH-UBND ngày 3/4/2021")
    a = analyse(plan + body)
    assert [r.scope for r in a.relations if r.predicate == "amends"] == [scope]
