"""What notes of an editor say befell parts of the text that they stand in."""

import pytest

from kg.analyse import analyse

DECREE = "CHÍNH PHỦ\nSố: 145/2020/NĐ-CP\nHà Nội, ngày 14 tháng 12 năm 2020\nNGHỊ ĐỊNH\nVề lao động\nĐiều 3. Báo cáo hằng năm gồm:\n"
OTHER = "Nghị định số 12/2022/NĐ-CP"


def links(text):
    a = analyse(text)
    names = {d.id: d.number for d in a.documents} | {a.document.id: "THIS"}
    return {(names[r.subject], r.predicate, names[r.object], r.scope) for r in a.relations if r.predicate != "cites"}


@pytest.mark.parametrize(
    ("note", "effect"),
    [
        ("[Khoản này bị bãi bỏ bởi Khoản 2 Điều 9 {}]", "repeals"),
        ("[Khoản 2 này được sửa đổi, bổ sung theo quy định tại Khoản 2 Điều 9 {}]", "amends"),
        ("(Điều này được sửa đổi bởi Điều 3 {} có hiệu lực từ 17/01/2022)", "amends"),
        ("Phụ lục này được thay thế bởi Phụ lục II ban hành kèm theo {}", "amends"),
        ("[Cụm từ này được đính chính bởi {}]", "corrects"),
        ("(Sửa lại theo đính chính tại {})", "corrects"),
        ("[Xem thêm Điều 3 {}]", None),
        ("[Khoản này được hướng dẫn bởi Điều 3 {}]", None),
        ("[Khoản này không bị bãi bỏ bởi Điều 3 {}]", None),
    ],
)
def test_a_note_below_a_part_of_the_text(note, effect):
    want = {("12/2022/NĐ-CP", effect, "THIS", "partial")} if effect else set()
    assert links(f"{DECREE}a) Số lao động;\n{note.format(OTHER)}\nb) Tiền lương.\n") == want
    assert links(f"{DECREE}a) Số lao động {note.format(OTHER)}\nb) Tiền lương.\n") == (want if note[0] in "[(" else set())


def test_a_note_in_a_text_that_does_not_say_which_it_is():
    assert links(f"Báo cáo hằng năm gồm:\na) Số lao động;\n[Khoản này bị bãi bỏ bởi Khoản 2 Điều 9 {OTHER}]\n") == set()


def test_a_bracket_behind_a_paper_speaks_of_its_part():
    text = f"{DECREE}Tính theo Điều 17 Nghị định số 42/2015/NĐ-CP (Điều này bị bãi bỏ bởi {OTHER}).\n"
    assert links(text) == {("12/2022/NĐ-CP", "repeals", "42/2015/NĐ-CP", "partial")}
