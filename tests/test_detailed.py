"""The law that a decree or circular details, called "Luật" alone behind a provision."""

import pytest

from kg.analyse import analyse

HEAD = "CHÍNH PHỦ\nSố: 20/2025/NĐ-CP\nHà Nội, ngày 15 tháng 3 năm 2025\n{}\nQuy định chi tiết một số điều của {}\n\nĐiều 1. Phạm vi\n{}\n"
LAW = "Luật Đất đai"


def meant(title, words, kind="NGHỊ ĐỊNH"):
    """What the words of the article cite: how, and which paper."""
    a = analyse(HEAD.format(kind, title, words))
    names = {d.id: d.title for d in a.documents}
    return [(m.text, names.get(m.target)) for m in a.mentions if m.start > a.text.index("Điều 1. ")]


@pytest.mark.parametrize(
    "words",
    [
        "Nghị định này quy định khoản 1 Điều 33 của Luật và việc cấp giấy.",
        "Hồ sơ nộp theo điểm a khoản 1 Điều 33 Luật.",
        "Đất quy định tại Chương V của Luật thì được cấp giấy.",
    ],
)
def test_the_law_of_the_title(words):
    assert meant(LAW, words) == [("Luật", LAW)]


@pytest.mark.parametrize(
    ("title", "words", "kind"),
    [
        (LAW, "Nghị định này quy định khoản 1 Điều 33 của luật và việc cấp giấy.", "NGHỊ ĐỊNH"),  # no name
        (LAW, "Việc cấp giấy theo quy định của Luật và Nghị định.", "NGHỊ ĐỊNH"),  # of no provision
        (LAW, "Hồ sơ nộp theo Điều 33 của Bộ luật.", "NGHỊ ĐỊNH"),  # another type
        (f"{LAW} và Luật Nhà ở", "Hồ sơ nộp theo Điều 33 của Luật.", "NGHỊ ĐỊNH"),  # which of them?
        (LAW, "Hồ sơ nộp theo Điều 33 của Luật.", "BÁO CÁO"),
    ],
)
def test_what_may_be_another_law_or_none(title, words, kind):
    assert meant(title, words, kind) == []


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Điều 5 của Luật Đầu tư và Điều 6 của Luật.", False),
        ("Điều 5 của Luật Đầu tư, Điều 6 của Luật.", False),
        # another clause, the law itself, no law
        ("Điều 5 của Luật Đầu tư; Điều 6 của Luật.", True),
        (f"Điều 5 của {LAW} và Điều 6 của Luật.", True),
        ("Điều 5 của Nghị định số 12/2024/NĐ-CP và Điều 6 của Luật.", True),
    ],
)
def test_another_law_right_before(words, is_told):
    assert (("Luật", LAW) in meant(LAW, f"Hồ sơ nộp theo {words}")) == is_told
