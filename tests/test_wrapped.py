"""Text that a narrow column broke into lines says the same."""

import textwrap
from pathlib import Path

import pytest

from kg.analyse import analyse
from kg.normalise import plain
from kg.wrapped import unwrapped

SAMPLES = sorted((Path(__file__).parents[1] / "data" / "samples").glob("*.txt"))


def facts(text):
    a = analyse(text)
    number = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    own = (a.document.type, a.document.number, a.document.date, a.document.issuer)
    documents = {(m.type, m.number, m.date, m.issuer) for m in a.mentions}
    return own, documents, {(number[r.subject], r.predicate, number[r.object]) for r in a.relations}


def in_column(text, width):
    lines = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


@pytest.mark.parametrize("width", [50, 65, 80])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:20])
def test_a_sample_set_in_a_column_says_the_same(path, width):
    text = path.read_text(encoding="utf-8")
    assert facts(in_column(text, width)) == facts(text)


COLUMN = """Thực hiện Kế hoạch số 5/KH-UBND của Ủy ban nhân
dân tỉnh về công tác dân vận của chính quyền và các
cơ quan trong năm, Ủy ban nhân dân huyện Văn
Chấn ban hành Kế hoạch triển khai tại các xã, thị
trấn với những nội dung cụ thể như sau, giao các xã
và thị trấn tổ chức thực hiện đầy đủ cùng với các
"""


@pytest.mark.parametrize(
    ("following", "broken"),
    [
        ("phụ lục.", False),
        ("Phụ trách.", False),  # a full line runs on, whatever letter begins the next
        ("1. Mục đích", True),
        ("a) mục đích", True),
        ("- mục đích", True),
        ("Điều 2. Mục đích", True),
        ("Căn cứ Luật", True),
        ("MỤC ĐÍCH", True),
        ("¹ kèm theo", True),
        ("| mục | đích |", True),
    ],
)
def test_what_begins_a_line_of_its_own(following, broken):
    text = unwrapped(plain(COLUMN + following)).text
    assert text.endswith(("\n" if broken else " ") + plain(following).text)
    assert len(text) == len(COLUMN + following)


def test_a_note_in_a_column_is_one_paragraph():
    note = "¹ Kế hoạch số 6/KH-UBND ngày 3/2/2020 của huyện;\nKế hoạch số 7/KH-UBND ngày 4/2/2020 của tỉnh."
    assert "huyện; Kế hoạch" in unwrapped(plain(COLUMN + "phụ lục.\n\n" + note)).text
    assert "huyện;\nKế hoạch" in unwrapped(plain(COLUMN + "phụ lục.\n\n" + note[2:])).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n\n\n",
        "Một đoạn dài hơn mọi cột báo. " * 8 + "\nMột đoạn khác.\n" * 3,
        "UBND HUYỆN\nSố: 5/KH-UBND\nNgày 3\nKẾ HOẠCH\nvề dân vận\n\nMột câu.\nHai câu.\n",
    ],
)
def test_lines_that_are_paragraphs_stay(text):
    p = plain(text)
    assert unwrapped(p) is p


CELLS = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 84/QĐ-UBND\nLai Châu, ngày 3\ntháng 4 năm 2018\n"


@pytest.mark.parametrize(
    ("heading", "kind", "title"),
    [
        ("QUYẾT\nĐỊNH\nVỀ VIỆC CẤP KINH PHÍ", "quyet-dinh", "VỀ VIỆC CẤP KINH PHÍ"),
        ("QUYẾT\nĐỊNH\nVỀ\nVIỆC CẤP KINH PHÍ", "quyet-dinh", "VỀ VIỆC CẤP KINH PHÍ"),
        ("QUYẾT ĐỊNH\nPHÊ\nDUYỆT ĐỀ CƯƠNG", "quyet-dinh", "PHÊ DUYỆT ĐỀ CƯƠNG"),
        ("NGHỊ\nQUYẾT\nBAN\nHÀNH QUY CHẾ", "nghi-quyet", "BAN HÀNH QUY CHẾ"),
        ("CHỈ\nTHỊ\nVề phòng cháy rừng", "chi-thi", "Về phòng cháy rừng"),
    ],
)
def test_a_heading_that_a_cell_breaks(heading, kind, title):
    a = analyse(CELLS + heading + "\nCăn cứ Luật Lâm nghiệp ngày 15\ntháng 11 năm 2017;\nĐiều 1. Giao các sở.\n")
    assert (a.document.type, a.document.title) == (kind, title)
    assert [r.predicate for r in a.relations] == ["basedOn"]


@pytest.mark.parametrize("heading", ["LUẬT\nLÂM NGHIỆP", "TỈNH\nLAI CHÂU", "BAN\nTỔ CHỨC", "PHÒNG\nNỘI VỤ", "Ban\nhành"])
def test_words_that_are_no_cut_heading_keep_their_lines(heading):
    p = plain(heading + "\nmột dòng")
    assert unwrapped(p) is p


def test_numbers_under_one_type_run_on():
    head = CELLS + "QUYẾT ĐỊNH\nVề việc cấp kinh phí\n"
    text = (
        "Căn cứ các Nghị định của Chính phủ: số 60/2003/NĐ-CP ngày 6/6/2003;\nsố 24/1999/NĐ-CP ngày 16/4/1999;\n"
        "Căn cứ các Thông tư của Bộ Tài chính:\nsố 59/2003/TT-BTC ngày 23/6/2003; số 75/2000/TT-BTC ngày 20/7/2000;\nĐiều 1. Cấp.\n"
    )
    links = facts(head + text)[2]
    assert links == {("self", "basedOn", f"{n}-{c}") for n, c in (
        ("60/2003/NĐ", "CP"), ("24/1999/NĐ", "CP"), ("59/2003/TT", "BTC"), ("75/2000/TT", "BTC")
    )}  # fmt: skip
    p = plain("Các loại giấy tờ.\nsố 5/2000 trong sổ")  # a sentence has ended
    assert unwrapped(p) is p
