"""Short forms, back-references and names that a text gives a paper: what each means, and when it means nothing."""

import pytest

from kg.analyse import analyse

R18 = "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII"
D30 = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"


def meant(text, words):
    """The numbers of the documents that mentions with exactly these words point to."""
    a = analyse(text)
    number = {d.id: d.number or d.title for d in a.documents}
    return [number.get(m.target) for m in a.mentions if m.text == words]


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (f"{R18} (sau đây gọi tắt là Nghị quyết 18). Theo Nghị quyết 18.", "Nghị quyết 18", ["18-NQ/TW"] * 2),
        ("Nghị quyết số 18-NQ/TW và Nghị quyết số 18/NQ-HĐND (sau đây gọi là Nghị quyết số 18). Nghị quyết số 18 nêu.",
         "Nghị quyết số 18", ["18/NQ-HĐND"] * 2),
        ("Quyết định số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư (gọi tắt là "
         "Đề án 06). Kết quả Đề án 06.", "Đề án 06", ["06/QĐ-TTg"] * 2),
        ("Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số 85/2015/QH13, được sửa đổi bởi Luật số "
         "83/2025/QH15 (sau đây gọi là Luật Bầu cử). Theo Điều 5 Luật Bầu cử.", "Luật Bầu cử", ["85/2015/QH13"] * 2),
        ("Quyết định số 1719/QĐ-TTg ngày 14/10/2021 phê duyệt Chương trình mục tiêu quốc gia (Chương trình 1719). Kết quả "
         "Chương trình 1719.", "Chương trình 1719", ["1719/QĐ-TTg"] * 2),
        ("theo Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15). Luật Thực hiện dân chủ ở cơ sở quy định.",
         "Luật Thực hiện dân chủ ở cơ sở", ["10/2022/QH15"] * 2),
        (f"{D30} được sửa đổi bởi Nghị định số 9/2025/NĐ-CP (sau đây viết tắt là Nghị định số 30). Nghị định số 30 hết "
         "hiệu lực.", "Nghị định số 30", ["30/2020/NĐ-CP"] * 2),
    ],
)
def test_a_name_that_the_text_gives_means_its_paper_from_there_on(text, words, want):
    assert meant(text, words) == want


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # the body, not the paper; the regulation that came with a circular; a name used before it is given
        (f"{R18}; Ban Chỉ đạo thực hiện Nghị quyết (sau đây gọi là Ban Chỉ đạo). Ban Chỉ đạo họp.", "Ban Chỉ đạo"),
        ("Quy chế thi ban hành kèm theo Thông tư số 17/2023/TT-BGDĐT (sau đây gọi là Quy chế thi). Theo Quy chế thi.",
         "Quy chế thi"),
        ("Kế hoạch tuần (Công văn 12) và Quyết định số 1719/QĐ-TTg.", "Công văn 12"),
        ("Kết quả Đề án 06. Quyết định số 06/QĐ-TTg (gọi tắt là Đề án 6) được ban hành.", "Đề án 06"),
    ],
)
def test_other_names_are_no_mentions(text, words):
    assert meant(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (f"Thực hiện {D30}. Nghị định nói trên quy định.", "Nghị định nói trên", ["30/2020/NĐ-CP"]),
        (f"Thực hiện {D30}. Nghị định đó quy định.", "Nghị định đó", ["30/2020/NĐ-CP"]),
        (f"Thực hiện {D30}. Văn bản nêu trên hết hiệu lực.", "Văn bản nêu trên", ["30/2020/NĐ-CP"]),
        # two of the type, the plural, and what is no paper
        (f"{D30} và Nghị định số 1/2021/NĐ-CP. Nghị định nói trên quy định.", "Nghị định nói trên", []),
        (f"{D30}; {R18}. Văn bản nêu trên hết hiệu lực.", "Văn bản nêu trên", []),
        (f"Thực hiện {D30}. Các văn bản nêu trên, các Nghị định nói trên.", "Nghị định nói trên", []),
        (f"Thực hiện {D30}. Theo luật, nghị định đó thì", "nghị định đó", []),
        ("Luật Điện lực số 61/2024/QH15 tuân theo quy luật đó", "luật đó", []),
    ],
)
def test_back_references(text, words, want):
    assert meant(text, words) == want


def test_bare_serials_that_nothing_completes_are_one_open_document():
    a = analyse("Theo Nghị quyết 68 của Bộ Chính trị, kinh tế tư nhân quan trọng. Nghị quyết 68 nêu rõ.")
    assert [m.text for m in a.mentions] == ["Nghị quyết 68", "Nghị quyết 68"]
    assert {(m.target, m.issuer) for m in a.mentions} == {(a.documents[0].id, "bo-chinh-tri")}
    assert a.documents[0].status == "unresolved"


@pytest.mark.parametrize(
    "text", ["Nghị quyết 3 nội dung", "Quyết định 5 vấn đề lớn", "Kế hoạch 5 năm", "Nghị quyết 748 (WRC-19)",
             "Nghị quyết 1373 của Hội đồng Bảo an"]
)
def test_counts_and_papers_of_international_bodies_are_no_serials(text):
    assert analyse(f"Hội đồng thảo luận. {text} được nêu.").mentions == ()
